package fmath

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// Reference values with 200 bits.

const prec = 200

func of(x float64) *big.Float        { return new(big.Float).SetPrec(prec).SetFloat64(x) }
func fl() *big.Float                 { return new(big.Float).SetPrec(prec) }
func mul(a, b *big.Float) *big.Float { return fl().Mul(a, b) }
func div(a, b *big.Float) *big.Float { return fl().Quo(a, b) }
func add(a, b *big.Float) *big.Float { return fl().Add(a, b) }
func sub(a, b *big.Float) *big.Float { return fl().Sub(a, b) }

func bigExp(x *big.Float) *big.Float {
	r, sum, term := fl().SetMantExp(x, -30), of(1), of(1)
	for k := 1; k < 14; k++ {
		term = div(mul(term, r), of(float64(k)))
		sum = add(sum, term)
	}
	for range 30 {
		sum = mul(sum, sum)
	}
	return sum
}

// artanh series for 2 artanh(t).
func bigSeries(t *big.Float) *big.Float {
	t2, p, s := mul(t, t), fl().Set(t), fl()
	for k := 1; k < 260; k += 2 {
		s = add(s, div(p, of(float64(k))))
		p = mul(p, t2)
	}
	return mul(of(2), s)
}

var bigLn2 = bigSeries(div(of(1), of(3)))

func bigLog(x *big.Float) *big.Float {
	m := fl()
	e := x.MantExp(m)
	for m.Cmp(of(0.75)) < 0 {
		m = mul(m, of(2))
		e--
	}
	return add(bigSeries(div(sub(m, of(1)), add(m, of(1)))), mul(bigLn2, of(float64(e))))
}

// arctan of 1/n.
func bigAtanInv(n float64) *big.Float {
	x := div(of(1), of(n))
	x2, p, s := mul(x, x), fl().Set(x), fl()
	for k := 0; k < 160; k++ {
		t := div(p, of(float64(2*k+1)))
		if k%2 == 0 {
			s = add(s, t)
		} else {
			s = sub(s, t)
		}
		p = mul(p, x2)
	}
	return s
}

var bigPi = mul(of(4), sub(mul(of(4), bigAtanInv(5)), bigAtanInv(239))) // Machin

func bigSin(x *big.Float) *big.Float {
	q, _ := div(x, bigPi).Float64()
	n := math.Round(q)
	r := sub(x, mul(of(n), bigPi))
	r2, p, s := mul(r, r), fl().Set(r), fl()
	for k := 1; k < 80; k += 2 {
		s = add(s, p)
		p = div(mul(p, r2), of(float64(-(k+1)*(k+2))))
	}
	if math.Mod(n, 2) != 0 {
		s.Neg(s)
	}
	return s
}

// ulps is the distance of got from want in units of the last place of want.
func ulps(got float64, want *big.Float) float64 {
	w, _ := want.Float64()
	if math.IsInf(w, 0) || w == 0 {
		if got == w {
			return 0
		}
		return math.Inf(1)
	}
	unit := math.Abs(math.Nextafter(w, math.Inf(1)) - w)
	d, _ := div(sub(of(got), want), of(unit)).Float64()
	return math.Abs(d)
}

func TestErrorsStayNearHalfAUnit(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	uniform := func(lo, hi float64) float64 { return lo + (hi-lo)*rng.Float64() }
	for _, c := range []struct {
		name  string
		limit float64
		draw  func() float64
		got   func(float64) float64
		want  func(*big.Float) *big.Float
	}{
		{"exp", 0.52, func() float64 { return uniform(-700, 700) }, Exp, bigExp},
		{"exp near 0", 0.52, func() float64 { return uniform(-1, 1) }, Exp, bigExp},
		{"exp subnormal", 1.01, func() float64 { return uniform(-745, -708) }, Exp, bigExp},
		{"exp large", 0.52, func() float64 { return uniform(708, 709.78) }, Exp, bigExp},
		{"log", 0.52, func() float64 { return math.Exp2(uniform(-1000, 1000)) }, Log, bigLog},
		{"log near 1", 0.52, func() float64 { return uniform(0.5, 2) }, Log, bigLog},
		{"log very near 1", 0.52, func() float64 { return uniform(0.93, 1.07) }, Log, bigLog},
		{"log2", 0.51, func() float64 { return uniform(0.1, 10) }, Log2, func(x *big.Float) *big.Float { return div(bigLog(x), bigLn2) }},
		{"log10", 0.51, func() float64 { return uniform(0.1, 1000) }, Log10, func(x *big.Float) *big.Float { return div(bigLog(x), bigLog(of(10))) }},
		{"log1p", 0.52, func() float64 { return uniform(-0.9, 3) }, Log1p, func(x *big.Float) *big.Float { return bigLog(add(of(1), x)) }},
		{"log1p small", 0.52, func() float64 { return uniform(-1, 1) * math.Exp2(uniform(-40, -4)) }, Log1p, func(x *big.Float) *big.Float { return bigLog(add(of(1), x)) }},
		{"sin", 0.56, func() float64 { return uniform(-10, 10) }, Sin, bigSin},
		{"sin large", 0.56, func() float64 { return uniform(-500000, 500000) }, Sin, bigSin},
		{"cos", 0.56, func() float64 { return uniform(-10, 10) }, Cos, func(x *big.Float) *big.Float { return bigSin(add(x, div(bigPi, of(2)))) }},
		{"cos large", 0.56, func() float64 { return uniform(-500000, 500000) }, Cos, func(x *big.Float) *big.Float { return bigSin(add(x, div(bigPi, of(2)))) }},
	} {
		worst, at := 0.0, 0.0
		for range 2000 {
			x := c.draw()
			if u := ulps(c.got(x), c.want(of(x))); u > worst {
				worst, at = u, x
			}
		}
		t.Logf("%-16s %.4f at %v", c.name, worst, at)
		if worst > c.limit {
			t.Errorf("%s(%v) is off by %.3f units, the limit is %.2f", c.name, at, worst, c.limit)
		}
	}
	worst := 0.0
	for range 5000 {
		x, y := math.Exp2(uniform(-20, 20)), uniform(-35, 35)
		if rng.IntN(3) == 0 {
			y = math.Round(y)
		}
		if u := ulps(Pow(x, y), bigExp(mul(of(y), bigLog(of(x))))); u > worst {
			worst = u
		}
	}
	t.Logf("pow %.4f", worst)
	if worst > 0.52 {
		t.Errorf("pow is off by %.3f units", worst)
	}
}

func TestSpecialValuesAreThoseOfC(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	same := func(a, b float64) bool { return a == b && math.Signbit(a) == math.Signbit(b) || a != a && b != b }
	args := []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -0.5, 2, -2, 3, -3, 1e-310, -1e-310, 5e-324, 1e300, -1e300, inf, -inf, nan, 709.7, 710, -746, -745.1, 1e18}
	for _, x := range args {
		for _, f := range []struct {
			name      string
			got, want func(float64) float64
		}{{"exp", Exp, math.Exp}, {"log", Log, math.Log}, {"log2", Log2, math.Log2}, {"log10", Log10, math.Log10}, {"log1p", Log1p, math.Log1p}} {
			g, w := f.got(x), f.want(x)
			if x > 0 && x < 0x1p-1022 && f.name != "log1p" { // package math is wrong there on some machines
				w = f.want(x*0x1p60) - 60*map[string]float64{"log": math.Ln2, "log2": 1, "log10": math.Ln2 / math.Ln10}[f.name]
				if f.name == "exp" {
					w = 1
				}
			}
			if !same(g, w) && !(math.Abs(g-w) <= 4e-16*math.Abs(w)) && !(math.Abs(g-w) <= 5e-324) {
				t.Errorf("%s(%v) = %v, package math says %v", f.name, x, g, w)
			}
		}
		for _, y := range args {
			g, w := Pow(x, y), math.Pow(x, y)
			if !same(g, w) && !(math.Abs(g-w) <= 1e-13*math.Abs(w)) && !(math.Abs(g-w) <= 1e-323) {
				t.Errorf("pow(%v, %v) = %v, package math says %v", x, y, g, w)
			}
		}
	}
	for e := -1074; e < 1024; e++ {
		if got := Log2(math.Ldexp(1, e)); got != float64(e) {
			t.Fatalf("log2(2^%d) = %v", e, got)
		}
	}
	for e := range 23 {
		if got := Log10(math.Pow10(e)); got != float64(e) {
			t.Errorf("log10(1e%d) = %v", e, got)
		}
	}
	for x := 1.0; x < 100; x++ {
		p := 1.0
		for y := 0.0; y < 8; y++ {
			if got := Pow(x, y); got != p {
				t.Errorf("pow(%v, %v) = %v, want %v", x, y, got, p)
			}
			p *= x
		}
	}
}

var sink float64

func BenchmarkFunctions(b *testing.B) {
	for _, f := range []struct {
		name string
		f    func(float64) float64
	}{{"Exp", Exp}, {"math.Exp", math.Exp}, {"Log", Log}, {"math.Log", math.Log}, {"Log10", Log10}, {"Sin", Sin}, {"math.Sin", math.Sin}, {"Cos", Cos},
		{"Pow", func(x float64) float64 { return Pow(x, 2.7) }}, {"math.Pow", func(x float64) float64 { return math.Pow(x, 2.7) }}} {
		b.Run(f.name, func(b *testing.B) {
			x := 0.7
			for range b.N {
				sink += f.f(x)
				x += 1e-7
			}
		})
	}
}
