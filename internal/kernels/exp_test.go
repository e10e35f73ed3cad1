package kernels

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

const prec = 200

// bigExp returns e^x to about 190 bits: Taylor series at x/2^12 followed by twelve squarings.
func bigExp(x float64) *big.Float {
	const halvings = 12
	r := new(big.Float).SetPrec(prec).SetFloat64(x)
	r.SetMantExp(r, -halvings)
	sum := new(big.Float).SetPrec(prec).SetInt64(1)
	term := new(big.Float).SetPrec(prec).SetInt64(1)
	for n := int64(1); n < 80; n++ {
		term.Mul(term, r)
		term.Quo(term, new(big.Float).SetPrec(prec).SetInt64(n))
		sum.Add(sum, term)
	}
	for range halvings {
		sum.Mul(sum, sum)
	}
	return sum
}

func relativeError(got float64, want *big.Float) float64 {
	d := new(big.Float).SetPrec(prec).SetFloat64(got)
	d.Sub(d, want)
	d.Quo(d, want)
	e, _ := d.Float64()
	return math.Abs(e)
}

func TestExpStaysWithinItsBound(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	check := func(x float64) float64 {
		e := relativeError(Exp(x), bigExp(x))
		if e > ExpMaxError {
			t.Errorf("Exp(%v) has relative error %.2g", x, e)
		}
		return e
	}
	worst := 0.0
	for range 20_000 {
		worst = max(worst, check(-60*rng.Float64()), check(1400*rng.Float64()-700))
	}
	// around the breakpoints of the reduction, where the remainder is largest
	for k := -20_000; k < 20_000; k += 37 {
		x := (float64(k) + 0.5) * math.Ln2 / expSize
		worst = max(worst, check(x), check(math.Nextafter(x, 1e9)), check(math.Nextafter(x, -1e9)))
	}
	for _, x := range []float64{0, math.Copysign(0, -1), 1e-300, -1e-300, 1e-17, 1, -1, math.Ln2, 706.9, -706.9, 708.9} {
		worst = max(worst, check(x))
	}
	t.Logf("largest relative error %.3g", worst)
}

func TestExpAtTheEdges(t *testing.T) {
	for _, x := range []float64{math.Inf(1), math.Inf(-1), 710, -746, -1e300, 1e300, -720, 709.5} {
		if got, want := Exp(x), math.Exp(x); got != want {
			t.Errorf("Exp(%v) = %v, want %v", x, got, want)
		}
	}
	if !math.IsNaN(Exp(math.NaN())) {
		t.Error("Exp(NaN) is a number")
	}
	if Exp(0) != 1 {
		t.Errorf("Exp(0) = %v", Exp(0))
	}
}

func TestTableIsCorrectlyRounded(t *testing.T) {
	for j, v := range expTable {
		if got := math.Exp2(float64(j) / expSize); math.Abs(got-v) > 2.3e-16*v {
			t.Errorf("expTable[%d] = %v, want about %v", j, v, got)
		}
	}
}

func randomRow(rng *rand.Rand, n int) (c, beta, g []float64) {
	c, beta, g = make([]float64, n), make([]float64, n), make([]float64, n)
	for j := range n {
		c[j], beta[j], g[j] = rng.Float64(), 0.1*rng.Float64(), 0.2*rng.Float64()
	}
	return c, beta, g
}

func TestPlanRowAgreesWithItsDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for _, n := range []int{0, 1, 2, 3, 17, 100} {
		for _, eta := range []float64{1, 50, 3000} {
			c, beta, g := randomRow(rng, n)
			const f, alpha = 0.3, 0.05
			dst, exponents := make([]float64, n), make([]float64, n)
			sum := PlanRow(dst, c, beta, g, f, alpha, eta, Skip)
			top := PlanExponents(exponents, c, beta, g, f, alpha, eta)
			want, wantTop := 0.0, math.Inf(-1)
			for j := range n {
				tt := eta * ((f + g[j]) - ((c[j] - alpha) - beta[j]))
				wantTop = max(wantTop, tt)
				e := math.Exp(tt)
				if tt < Skip {
					e = 0
				}
				want += e
				if math.Abs(dst[j]-e) > 1e-15*e {
					t.Fatalf("entry %d is %v, want %v", j, dst[j], e)
				}
			}
			if math.Abs(sum-want) > 1e-13*want || top != wantTop {
				t.Errorf("n=%d eta=%v: sum %v, want %v; top %v, want %v", n, eta, sum, want, top, wantTop)
			}
			shifted := ExpShift(exponents, top)
			if n > 0 && math.Abs(shifted-want*math.Exp(-top)) > 1e-12*shifted {
				t.Errorf("n=%d eta=%v: shifted sum %v, want %v", n, eta, shifted, want*math.Exp(-top))
			}
		}
	}
}

func TestPlanRowOverflowsToInfinity(t *testing.T) {
	dst := make([]float64, 1)
	if s := PlanRow(dst, []float64{0}, []float64{0}, []float64{0}, 1, 0, 1000, Skip); !math.IsInf(s, 1) {
		t.Errorf("sum %v", s)
	}
}

func BenchmarkExp(b *testing.B) {
	x := make([]float64, 1000)
	for i := range x {
		x[i] = -60 * float64(i) / 1000
	}
	b.Run("table", func(b *testing.B) {
		s := 0.0
		for b.Loop() {
			for _, v := range x {
				s += Exp(v)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/1000, "ns/entry")
		_ = s
	})
	b.Run("math", func(b *testing.B) {
		s := 0.0
		for b.Loop() {
			for _, v := range x {
				s += math.Exp(v)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/1000, "ns/entry")
		_ = s
	})
}

func BenchmarkPlanRow(b *testing.B) {
	rng := rand.New(rand.NewPCG(3, 4))
	c, beta, g := randomRow(rng, 1000)
	dst := make([]float64, 1000)
	for name, eta := range map[string]float64{"dense": 20, "sparse": 3000} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				PlanRow(dst, c, beta, g, 0, 0, eta, Skip)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/1000, "ns/entry")
		})
	}
}
