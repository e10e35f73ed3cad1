package kernels

import "math"

// Op names an operation of two numbers.
type Op uint8

// The operations of Arith and Compare. Max and Min take NaN where there is one, and the first operand of equal ones.
const (
	Add Op = iota
	Sub
	Mul
	Div
	Max
	Min
	Equal
	NotEqual
	Less
	LessEqual
	Greater
	GreaterEqual
)

// VectorFrom is the length from which the vector loops are worth their call.
const VectorFrom = 8

// Arith writes dst = x op y, where x or y may be a scalar: a slice of length one. It returns false, having done nothing,
// when this machine has no vector loops; the caller's plain loop gives the same bits, since IEEE 754 defines them.
// Operands may be dst itself but not overlap it otherwise.
func Arith(op Op, dst, x, y []float64) bool {
	n := len(dst)
	if !useAVX2 || n < VectorFrom {
		return false
	}
	forms := &arithmetic[op]
	switch {
	case len(x) == 1:
		_ = y[n-1]
		forms[2](&dst[0], &x[0], &y[0], n)
	case len(y) == 1:
		_ = x[n-1]
		forms[1](&dst[0], &x[0], &y[0], n)
	default:
		_, _ = x[n-1], y[n-1]
		forms[0](&dst[0], &x[0], &y[0], n)
	}
	return true
}

// Compare writes dst = x op y; see Arith.
func Compare(op Op, dst []bool, x, y []float64) bool {
	n := len(dst)
	if !useAVX2 || n < VectorFrom {
		return false
	}
	if op >= Greater {
		return Compare(op-2, dst, y, x)
	}
	forms := &comparisons[op-Equal]
	switch {
	case len(x) == 1:
		_ = y[n-1]
		forms[2](&dst[0], &x[0], &y[0], n)
	case len(y) == 1:
		_ = x[n-1]
		forms[1](&dst[0], &x[0], &y[0], n)
	default:
		_, _ = x[n-1], y[n-1]
		forms[0](&dst[0], &x[0], &y[0], n)
	}
	return true
}

// Sqrt writes the roots of x to dst; false as for Arith.
func Sqrt(dst, x []float64) bool {
	if !useAVX2 || len(dst) < VectorFrom {
		return false
	}
	_ = x[len(dst)-1]
	sqrtV(&dst[0], &x[0], len(dst))
	return true
}

// AllFinite tells whether no entry is infinite or NaN.
func AllFinite(x []float64) bool {
	if useAVX2 && len(x) >= VectorFrom {
		return finiteV(&x[0], len(x))
	}
	for _, v := range x {
		if v-v != 0 {
			return false
		}
	}
	return true
}

// MaxOf and MinOf are the extremes of a slice that is not empty: NaN if there is one, and of zeros with both signs the
// positive one as maximum, the negative one as minimum.
func MaxOf(x []float64) float64 {
	whole := 0
	top := x[0]
	if whole = len(x) &^ 15; useAVX2 && whole > 0 {
		top = maxOf(&x[0], whole)
	} else {
		whole = 0
	}
	for _, v := range x[whole:] {
		top = max(top, v)
	}
	if top == 0 {
		return zeroAmong(x, 0)
	}
	return top
}

// MinOf: see MaxOf.
func MinOf(x []float64) float64 {
	whole := 0
	least := x[0]
	if whole = len(x) &^ 15; useAVX2 && whole > 0 {
		least = minOf(&x[0], whole)
	} else {
		whole = 0
	}
	for _, v := range x[whole:] {
		least = min(least, v)
	}
	if least == 0 {
		return zeroAmong(x, math.Copysign(0, -1))
	}
	return least
}

// zeroAmong returns the zero wanted if x has it, else the other one.
func zeroAmong(x []float64, wanted float64) float64 {
	for _, v := range x {
		if math.Float64bits(v) == math.Float64bits(wanted) {
			return wanted
		}
	}
	return -wanted
}
