package fmath

import "math"

const logBase = 0x3fe6000000000000 // bits of 0.6875

// split writes a positive normal x as 2^k z with z in [0.6875, 1.375) and finds the interval of z.
func split(x float64) (z float64, k float64, i uint64) {
	b := math.Float64bits(x)
	t := b - logBase
	return math.Float64frombits(b - t&(0xfff<<52)), float64(int64(t) >> 52), t >> 45 & 127
}

// nearOne is how far from 1 the series without table reaches.
const nearOne = 1. / 16

// Log returns the natural logarithm.
func Log(x float64) float64 {
	if r := x - 1; r > -nearOne && r < nearOne {
		return log1pSeries(r)
	}
	if !(x >= 0x1p-1022 && x <= math.MaxFloat64) {
		return logEdge(x, Log, 54*math.Ln2)
	}
	z, k, i := split(x)
	t := &logTable[i]
	r := math.FMA(z, t.inv, -1)
	w := k*ln2Hi + t.hi
	hi := w + r
	lo := (w - hi) + r + (k*ln2Lo + t.lo)
	r2 := r * r
	return hi + (lo + r2*(-0.5+r*(1./3+r*(-0.25+r*(0.2+r*(-1./6+r*(1./7)))))))
}

// log1pSeries is log(1+r) for small r: r - r^2/2 in two parts, the rest by its series.
func log1pSeries(r float64) float64 {
	h := r * r
	err := math.FMA(r, r, -h)
	hi := r - 0.5*h
	lo := (r - hi) - 0.5*h - 0.5*err
	q := 1./3 + r*(-0.25+r*(0.2+r*(-1./6+r*(1./7+r*(-0.125+r*(1./9+r*(-0.1+r*(1./11+r*(-1./12+r*(1./13+r*(-1./14+r*(1./15))))))))))))
	return hi + (lo + r*h*q)
}

// logEdge handles zero, negative numbers, infinity, NaN and subnormal numbers; scale is f(2^54).
func logEdge(x float64, f func(float64) float64, scale float64) float64 {
	switch {
	case x == 0:
		return math.Inf(-1)
	case x < 0:
		return math.NaN()
	case x < 0x1p-1022:
		return f(x*0x1p54) - scale
	}
	return x // infinity and NaN
}

// logPair is log x for normal positive x in two parts, with about 68 correct bits.
func logPair(x float64) (hi, lo float64) {
	z, k, i := split(x)
	t := &logTable[i]
	// r = z inv - 1 exactly, in two parts.
	p := z * t.inv
	rl := math.FMA(z, t.inv, -p)
	r := p - 1
	w := k*ln2Hi + t.hi
	s := w + r
	low := (w - s) + r + (k*ln2Lo + t.lo) + rl
	// -r^2/2 in two parts; rl matters in it to first order.
	h := -0.5 * r
	q := h * r
	ql := math.FMA(h, r, -q) - r*rl
	sum := s + q
	low += (s - sum) + q + ql
	low += r * r * r * (1./3 + r*(-0.25+r*(0.2+r*(-1./6+r*(1./7+r*(-0.125+r*(1./9)))))))
	hi = sum + low
	return hi, (sum - hi) + low
}

// scaled is (hi + lo) times a constant given in two parts.
func scaled(hi, lo, cHi, cLo float64) float64 {
	p := hi * cHi
	return p + (math.FMA(hi, cHi, -p) + (lo*cHi + hi*cLo))
}

// Log2 returns the binary logarithm; it is exact at powers of two.
func Log2(x float64) float64 {
	if !(x >= 0x1p-1022 && x <= math.MaxFloat64) {
		return logEdge(x, Log2, 54)
	}
	if b := math.Float64bits(x); b<<12 == 0 {
		return float64(int(b>>52) - 1023)
	}
	hi, lo := logPair(x)
	return scaled(hi, lo, log2eHi, log2eLo)
}

// Log10 returns the decimal logarithm; it is exact at powers of ten.
func Log10(x float64) float64 {
	if !(x >= 0x1p-1022 && x <= math.MaxFloat64) {
		return logEdge(x, Log10, 54*math.Log10E*math.Ln2)
	}
	hi, lo := logPair(x)
	return scaled(hi, lo, log10eHi, log10eLo)
}

// Log1p returns log(1+x).
func Log1p(x float64) float64 {
	switch {
	case x > -nearOne && x < nearOne:
		if math.Abs(x) < 0x1p-54 {
			return x
		}
		return log1pSeries(x)
	case !(x > -1) || x > 0x1p53:
		if x == -1 {
			return math.Inf(-1)
		}
		return Log(x + math.Copysign(0, x))
	}
	u := 1 + x
	hi, lo := logPair(u)
	return hi + (lo + (x-(u-1))/u)
}
