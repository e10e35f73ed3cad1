package ndarray

import (
	"math"
	"math/cmplx"
)

// IsClose compares elementwise: |a - b| <= atol + rtol |b|; infinities are close when equal, NaN when equalNaN.
func IsClose(a, b *Array, rtol, atol float64, equalNaN bool) (*Array, error) {
	shape, err := broadcast2(a.shape, b.shape)
	if err != nil {
		return nil, err
	}
	out, err := New(Bool, shape...)
	if err != nil {
		return nil, err
	}
	var l nest
	l.init(shape, false, out, a, b)
	d := block[bool](out)
	p, q := newOperand[complex128](a), newOperand[complex128](b)
	l.run(func() bool {
		for k := 0; k < l.n; k += castChunk {
			n := min(castChunk, l.n-k)
			x, y := p.vec(l.at[1]+k*l.inner[1], l.inner[1], n), q.vec(l.at[2]+k*l.inner[2], l.inner[2], n)
			at := l.at[0] + k*l.inner[0]
			for range n {
				d[at] = isClose(x.s[x.at], y.s[y.at], rtol, atol, equalNaN)
				at += l.inner[0]
				x.at += x.inc
				y.at += y.inc
			}
		}
		return true
	})
	return out, nil
}

func isClose(x, y complex128, rtol, atol float64, equalNaN bool) bool {
	switch {
	case x == y:
		return true
	case cmplxNaN(x) || cmplxNaN(y):
		return equalNaN && cmplxNaN(x) && cmplxNaN(y)
	case cmplx.IsInf(y) || cmplx.IsInf(x):
		return false
	}
	if imag(x) == 0 && imag(y) == 0 {
		return math.Abs(real(x)-real(y)) <= atol+float64(rtol*math.Abs(real(y)))
	}
	return cmplx.Abs(x-y) <= atol+float64(rtol*cmplx.Abs(y))
}

// AllClose reports whether IsClose holds everywhere.
func AllClose(a, b *Array, rtol, atol float64, equalNaN bool) (bool, error) {
	c, err := IsClose(a, b, rtol, atol, equalNaN)
	if err != nil {
		return false, err
	}
	return countTrue(c) == c.size, nil
}

// ArrayEqual reports equal shapes and elements.
func ArrayEqual(a, b *Array, equalNaN bool) (bool, error) {
	if !sameShape(a.shape, b.shape) {
		return false, nil
	}
	if equalNaN {
		return AllClose(a, b, 0, 0, true)
	}
	e, _, err := Equal.Call(a, b, nil)
	if err != nil {
		return false, err
	}
	return countTrue(e) == e.size, nil
}
