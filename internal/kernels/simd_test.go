package kernels

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestVectorAndPlainLoopsGiveTheSameBits is what results that do not depend on the machine rest on.
func TestVectorAndPlainLoopsGiveTheSameBits(t *testing.T) {
	if !useAVX2 {
		t.Skip("no AVX2 on this machine")
	}
	rng := rand.New(rand.NewPCG(7, 8))
	for range 2000 {
		n := 8 * (1 + rng.IntN(20))
		c, beta, g := randomRow(rng, n)
		eta := math.Pow(10, 6*rng.Float64()-1)
		f := 2*rng.Float64() - 1
		floor := -700 * rng.Float64()
		if rng.IntN(4) == 0 { // awkward values
			for range 3 {
				g[rng.IntN(n)] = []float64{math.Inf(1), math.Inf(-1), math.NaN(), 1e300, -1e300, 709 / eta, 0}[rng.IntN(7)]
			}
		}
		v, p := make([]float64, n), make([]float64, n)
		sv := planRowAVX2(&v[0], &c[0], &beta[0], &g[0], n, f, .1, eta, floor, &expTable[0])
		sp := planRow(p, c, beta, g, f, .1, eta, floor)
		for j := range n {
			if math.Float64bits(v[j]) != math.Float64bits(p[j]) {
				t.Fatalf("entry %d: %v by vectors, %v plainly (g %v, eta %v, floor %v)", j, v[j], p[j], g[j], eta, floor)
			}
		}
		if math.Float64bits(sv) != math.Float64bits(sp) {
			t.Fatalf("sum: %v by vectors, %v plainly", sv, sp)
		}
		n &^= 15
		if n == 0 {
			continue
		}
		x, y := c[:n], beta[:n]
		if a, b := dotAVX2(&x[0], &y[0], n), dot(x, y); a != b {
			t.Fatalf("dot: %v by vectors, %v plainly", a, b)
		}
		ya, yb := append([]float64(nil), y...), append([]float64(nil), y...)
		axpyAVX2(&ya[0], f, &x[0], n)
		for j := range yb {
			yb[j] += f * x[j]
		}
		for j := range ya {
			if ya[j] != yb[j] {
				t.Fatalf("axpy: %v by vectors, %v plainly", ya[j], yb[j])
			}
		}
	}
}

func TestDotAndAxpyAgreeWithTheirDefinitions(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	for n := range 70 {
		x, y, _ := randomRow(rng, n)
		want := 0.0
		for j := range x {
			want += x[j] * y[j]
		}
		if got := Dot(x, y); math.Abs(got-want) > 1e-14*(1+want) {
			t.Errorf("dot of %d entries: %v, want %v", n, got, want)
		}
		z := append([]float64(nil), y...)
		Axpy(z, -2, x)
		for j := range z {
			if z[j] != y[j]-2*x[j] {
				t.Errorf("axpy of %d entries differs at %d", n, j)
			}
		}
	}
}

func BenchmarkProducts(b *testing.B) {
	rng := rand.New(rand.NewPCG(3, 4))
	x, y, _ := randomRow(rng, 500)
	b.Run("dot", func(b *testing.B) {
		for b.Loop() {
			Dot(x, y)
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/500, "ns/entry")
	})
	b.Run("axpy", func(b *testing.B) {
		for b.Loop() {
			Axpy(y, 1e-9, x)
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/500, "ns/entry")
	})
}
