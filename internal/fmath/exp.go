package fmath

import "math"

const (
	stepsPerUnit = 128 / math.Ln2
	// Adding and subtracting 1.5 2^52 rounds to an integer and leaves it in the low bits of the sum.
	magic = 0x1.8p52
)

// Exp returns e^x.
func Exp(x float64) float64 {
	if !(x > -708 && x < 709) {
		return expEdge(x)
	}
	return expCore(x, 0)
}

// expCore is e^(x+lo) for a normal result and |lo| far below |x|.
func expCore(x, lo float64) float64 {
	s := x*stepsPerUnit + magic
	k := math.Float64bits(s)
	s -= magic
	r := math.FMA(-s, stepHi, x)
	r = math.FMA(-s, stepLo, r) + lo
	t := &expTable[k&127]
	r2 := r * r
	p := r2 * (0.5 + r*(1./6+r*(1./24+r*(1./120))))
	e := t.tail + (r + p)
	scale := math.Float64frombits(math.Float64bits(t.scale) + (k>>7)<<52)
	return scale + scale*e
}

// expEdge handles results that overflow or lose digits.
func expEdge(x float64) float64 {
	switch {
	case x != x:
		return x
	case x > 709.782712893384:
		return math.Inf(1)
	case x < -745.1332191019412:
		return 0
	case x > 0:
		return expCore(x-ln2Hi, -ln2Lo) * 2
	}
	// e^x = e^(x + 64 ln 2) 2^-64; the last step rounds once more.
	const shift = 64
	return math.Ldexp(expCore(math.FMA(shift, ln2Hi, x), shift*ln2Lo), -shift)
}
