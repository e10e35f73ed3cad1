package fmath

import "math"

// pi/2 in three parts of 53 bits.
const (
	halfPi1 = 0x1.921fb54442d18p0
	halfPi2 = 0x1.1a62633145c07p-54
	halfPi3 = -0x1.f1976b7ed8fbcp-110
)

// reduceMax is the largest argument reduced here; beyond it package math does.
const reduceMax = 1 << 19

// reduce returns x - n pi/2 in two parts, |.| <= pi/4 but for rounding, and n.
func reduce(x float64) (hi, lo float64, n uint64) {
	s := x*(2/math.Pi) + magic
	n = math.Float64bits(s)
	s -= magic
	a := math.FMA(-s, halfPi1, x) // exact: the operands nearly cancel
	p := s * halfPi2
	pl := math.FMA(s, halfPi2, -p)
	hi = a - p
	lo = (a - hi) - p - pl - s*halfPi3
	return hi, lo, n
}

// sinPart is sin(x+y) for |x| <= pi/4 and tiny y. Small arguments take the series x - x^3/6 + ..., whose second term is
// a small part of the first; larger ones the addition theorem at a point of the table.
func sinPart(x, y float64) float64 {
	if a := math.Abs(x); a >= 0.125 {
		t, d := nearest(a, x, y)
		z := d * d
		r := t.sin + (t.cos*d + (t.sinLo + t.cos*(d*z*(-1./6+z*(1./120-z*(1./5040)))) + t.sin*(z*(-0.5+z*(1./24-z*(1./720))))))
		return math.Copysign(r, x)
	}
	z := x * x
	r := 1./120 + z*(-1./5040+z*(1./362880+z*(-1./39916800)))
	v := z * x
	return x + (y - 0.5*z*y + v*(-1./6+z*r))
}

// cosPart is cos(x+y), in the same way.
func cosPart(x, y float64) float64 {
	if a := math.Abs(x); a >= 0.125 {
		t, d := nearest(a, x, y)
		z := d * d
		return t.cos + (-t.sin*d + (t.cosLo - t.sin*(d*z*(-1./6+z*(1./120-z*(1./5040)))) + t.cos*(z*(-0.5+z*(1./24-z*(1./720))))))
	}
	z := x * x
	zl := math.FMA(x, x, -z)
	r := 1./24 + z*(-1./720+z*(1./40320+z*(-1./3628800)))
	h := 0.5 * z
	w := 1 - h
	return w + (((1 - w) - h) - 0.5*zl + (z*z*r - x*y))
}

// nearest returns the table's entry next to a = |x| and the distance to it, y included.
func nearest(a, x, y float64) (t *struct{ sin, sinLo, cos, cosLo float64 }, d float64) {
	j := int(a*64 + 0.5)
	if x < 0 {
		y = -y
	}
	return &trigTable[min(j-8, 43)], (a - float64(j)/64) + y
}

// Sin returns the sine.
func Sin(x float64) float64 {
	if !(x > -reduceMax && x < reduceMax) {
		return math.Sin(x)
	}
	if math.Abs(x) < 0x1p-26 {
		return x
	}
	hi, lo, n := reduce(x)
	var s float64
	if n&1 == 0 {
		s = sinPart(hi, lo)
	} else {
		s = cosPart(hi, lo)
	}
	if n&2 != 0 {
		return -s
	}
	return s
}

// Cos returns the cosine.
func Cos(x float64) float64 {
	if !(x > -reduceMax && x < reduceMax) {
		return math.Cos(x)
	}
	hi, lo, n := reduce(x)
	var c float64
	if n&1 == 0 {
		c = cosPart(hi, lo)
	} else {
		c = sinPart(hi, lo)
	}
	if (n+1)&2 != 0 {
		return -c
	}
	return c
}
