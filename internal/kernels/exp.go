package kernels

//go:generate go run exp_gen.go

import "math"

// exp(x) = 2^q · 2^(j/256) · e^r with k = 256 q + j the integer nearest to 256 x / ln 2, so |r| <= ln 2 / 512 < 0.00136.
// The second factor comes from expTable, the third from a Taylor polynomial of degree 4, whose truncation error
// r^5/120 < 4e-17 lies below the rounding of the last steps. The relative error of the whole is below ExpMaxError for
// arguments in [-707, 709]; outside, Exp goes to math.Exp.

// ExpMaxError bounds the relative error of Exp and of the row kernels built on it where the result is normal. A test
// compares with references of 200 bits; the largest error seen is 2.3e-16.
const ExpMaxError = 4e-16

// Skip is the exponent below which e^t is usually taken for 0: e^Skip < 1e-26.
const Skip = -60

const (
	expBits = 8
	expSize = 1 << expBits
	expMask = expSize - 1
	invStep = expSize / math.Ln2
	// ln 2 / 256 in two parts: the first has 33 significant bits, so its product with k (at most 19 bits) is exact.
	stepHi = 0x1.62e42fee00000p-1 / expSize
	stepLo = 0x1.a39ef35793c76p-33 / expSize
	// Adding and subtracting 1.5·2^52 rounds to the nearest integer and leaves it in the low bits of the sum.
	roundMagic = 0x1.8p52
)

// Exp returns e^x, at two to three times the speed of math.Exp for arguments whose result is a normal number.
func Exp(x float64) float64 {
	if !(x > -707 && x < 709) {
		return math.Exp(x)
	}
	return exp(x)
}

// exp is Exp without the check; small enough to be inlined into loops.
func exp(x float64) float64 {
	s := x*invStep + roundMagic
	k := math.Float64bits(s)
	s -= roundMagic
	r := (x - s*stepHi) - s*stepLo
	t := expTable[k&expMask]
	p := r + r*r*(0.5+r*(1.0/6+r*(1.0/24)))
	return math.Float64frombits(math.Float64bits(t+t*p) + (k>>expBits)<<52)
}
