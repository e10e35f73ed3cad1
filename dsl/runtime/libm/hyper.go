package libm

import "math"

// The hyperbolic functions and their inverses are the textbook formulas over Exp, Expm1, Log and Log1p in the form that
// the C library uses (they go back to Sun's fdlibm): being off by up to a unit of the last place themselves, they agree
// with it in more digits than exact values would.

// Sinh is the hyperbolic sine.
func Sinh(x float64) float64 {
	a := math.Abs(x)
	h := math.Copysign(0.5, x)
	switch {
	case x != x || math.IsInf(x, 0) || a < 0x1p-28:
		return x
	case a < 22:
		t := Expm1(a)
		if a < 1 {
			return h * (2*t - t*t/(t+1))
		}
		return h * (t + t/(t+1))
	case a < 709.78:
		return h * Exp(a)
	}
	w := Exp(0.5 * a)
	return h * w * w
}

// Cosh is the hyperbolic cosine.
func Cosh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case x != x || math.IsInf(x, 0):
		return a
	case a < 0.5*math.Ln2:
		t := Expm1(a)
		w := 1 + t
		if a < 0x1p-55 {
			return w
		}
		return 1 + (t*t)/(w+w)
	case a < 22:
		t := Exp(a)
		return 0.5*t + 0.5/t
	case a < 709.78:
		return 0.5 * Exp(a)
	}
	w := Exp(0.5 * a)
	return 0.5 * w * w
}

// Tanh is the hyperbolic tangent.
func Tanh(x float64) float64 {
	a := math.Abs(x)
	z := 1.0
	switch {
	case x != x || a < 0x1p-55:
		return x
	case a < 1:
		t := Expm1(-2 * a)
		z = -t / (t + 2)
	case a < 22:
		z = 1 - 2/(Expm1(2*a)+2)
	}
	return math.Copysign(z, x)
}

// Asinh is the inverse of Sinh.
func Asinh(x float64) float64 {
	a := math.Abs(x)
	var w float64
	switch {
	case x != x || math.IsInf(x, 0) || a < 0x1p-28:
		return x
	case a > 0x1p28:
		w = Log(a) + math.Ln2
	case a > 2:
		w = Log(2*a + 1/(math.Sqrt(x*x+1)+a))
	default:
		t := x * x
		w = Log1p(a + t/(1+math.Sqrt(1+t)))
	}
	return math.Copysign(w, x)
}

// Acosh is the inverse of Cosh for x >= 1.
func Acosh(x float64) float64 {
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case x < 1:
		return math.NaN()
	case x == 1:
		return 0
	case x > 0x1p28:
		return Log(x) + math.Ln2
	case x > 2:
		return Log(2*x - 1/(x+math.Sqrt(x*x-1)))
	}
	t := x - 1
	return Log1p(t + math.Sqrt(2*t+t*t))
}

// Atanh is the inverse of Tanh.
func Atanh(x float64) float64 {
	a := math.Abs(x)
	var t float64
	switch {
	case x != x || a < 0x1p-28:
		return x
	case a > 1:
		return math.NaN()
	case a == 1:
		return math.Copysign(math.Inf(1), x)
	case a < 0.5:
		t = a + a
		t = 0.5 * Log1p(t+t*a/(1-a))
	default:
		t = 0.5 * Log1p((a+a)/(1-a))
	}
	return math.Copysign(t, x)
}

// Cbrt is the cube root.
func Cbrt(x float64) float64 {
	if x == 0 || x != x || math.IsInf(x, 0) {
		return x
	}
	m, e := math.Frexp(x)
	k := e % 3
	m, e = math.Ldexp(m, k), (e-k)/3
	y := math.Cbrt(m)
	d := fromf(m).sub(twoProd(y, y).mulf(y)).div(fromf(3 * y * y))
	return math.Ldexp(d.addf(y).val(), e)
}

// Hypot is the length of (x, y).
func Hypot(x, y float64) float64 {
	x, y = math.Abs(x), math.Abs(y)
	switch {
	case math.IsInf(x, 0) || math.IsInf(y, 0):
		return math.Inf(1)
	case x != x || y != y:
		return math.NaN()
	}
	if x < y {
		x, y = y, x
	}
	if y == 0 {
		return x
	}
	_, e := math.Frexp(x)
	x, y = math.Ldexp(x, -e), math.Ldexp(y, -e)
	return ldexp(twoProd(x, x).add(twoProd(y, y)).sqrt(), e)
}

// Norm is the length of a vector of finite numbers.
func Norm(v []float64) float64 {
	largest := 0.0
	for _, x := range v {
		largest = math.Max(largest, math.Abs(x))
	}
	if largest == 0 {
		return 0
	}
	_, e := math.Frexp(largest)
	sum := dd{}
	for _, x := range v {
		x = math.Ldexp(x, -e)
		sum = sum.add(twoProd(x, x))
	}
	return ldexp(sum.sqrt(), e)
}
