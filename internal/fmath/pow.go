package fmath

import "math"

// Pow returns x^y with the special cases of C: 1 to any power and anything to the power 0 are 1.
func Pow(x, y float64) float64 {
	if x > 0x1p-1022 && x < math.Inf(1) && y-y == 0 {
		return powPositive(x, y)
	}
	switch {
	case x == 0, x-x != 0, y-y != 0, y == 0:
		return math.Pow(x, y)
	case x > 0: // subnormal
		return powPositive(x*0x1p54, y) * math.Exp2(-54*y)
	}
	// x < 0: an integer power only.
	if y != math.Trunc(y) {
		return math.NaN()
	}
	r := Pow(-x, y)
	if math.Abs(y) < 0x1p53 && int64(y)&1 != 0 {
		return -r
	}
	return r
}

func powPositive(x, y float64) float64 {
	if x == 1 || y == 0 {
		return 1
	}
	hi, lo := logPair(x)
	p := y * hi
	if !(p > -745.2 && p < 709.8) {
		if p > 0 {
			return math.Inf(1)
		}
		if p < 0 {
			return 0
		}
		return math.Pow(x, y)
	}
	pl := math.FMA(y, hi, -p) + y*lo
	if p > -707 && p < 708 {
		return expCore(p, pl)
	}
	// Near the ends of the range: half the exponent, twice.
	if p > 0 {
		return expCore(p-ln2Hi, pl-ln2Lo) * 2
	}
	const shift = 64
	return math.Ldexp(expCore(math.FMA(shift, ln2Hi, p), pl+shift*ln2Lo), -shift)
}
