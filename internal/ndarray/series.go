package ndarray

import (
	"math"
	"sort"
)

// Diff takes n-th differences along an axis.
func Diff(a *Array, n, axis int) (*Array, error) {
	if n < 0 {
		return nil, valueErr("order must be non-negative but got %d", n)
	}
	if n == 0 {
		return a, nil
	}
	if len(a.shape) == 0 {
		return nil, valueErr("diff requires input that is at least one dimensional")
	}
	ax, err := NormAxis(axis, len(a.shape))
	if err != nil {
		return nil, err
	}
	op := Subtract
	if a.dtype == Bool {
		op = NotEqual
	}
	for range n {
		m := a.shape[ax]
		if m == 0 {
			return a, nil
		}
		if a, _, err = op.Call(a.part1(ax, 1, m), a.part1(ax, 0, m-1), nil); err != nil {
			return nil, err
		}
	}
	return a, nil
}

// Gradient is the second-order difference quotient along one axis. x holds the coordinates, or the spacing when it is
// 0-dimensional. Second-order edges are used with edgeOrder 2.
func Gradient(f, x *Array, axis, edgeOrder int) (*Array, error) {
	ax, err := NormAxis(axis, len(f.shape))
	if err != nil {
		return nil, err
	}
	n := f.shape[ax]
	if n < edgeOrder+1 {
		return nil, valueErr("Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required.")
	}
	if edgeOrder != 1 && edgeOrder != 2 {
		return nil, valueErr("'edge_order' greater than 2 not supported")
	}
	d := floatType(f.dtype)
	if f, err = f.AsType(d); err != nil {
		return nil, err
	}
	out, err := New(d, f.shape...)
	if err != nil {
		return nil, err
	}
	h := make([]float64, n-1)
	uniform := true
	if len(x.shape) == 0 {
		for i := range h {
			h[i] = x.FloatAt(0)
		}
	} else {
		if len(x.shape) != 1 {
			return nil, valueErr("distances must be either scalars or 1d")
		}
		if x.size != n {
			return nil, valueErr("when 1d, distances must match the length of the corresponding dimension")
		}
		xs := x.Floats()
		for i := range h {
			h[i] = xs[i+1] - xs[i]
			uniform = uniform && h[i] == h[0]
		}
	}
	at := func(i int) *Array { return f.part1(ax, i, i+1) }
	// combine sets out[i] = sum of c[k] f[idx[k]].
	combine := func(i int, idx []int, c []float64) error {
		var sum *Array
		for k := range idx {
			t, _, err := Multiply.Call(at(idx[k]), FloatScalar(c[k]).Weak(), nil)
			if err != nil {
				return err
			}
			if sum == nil {
				sum = t
			} else if sum, _, err = Add.Call(sum, t, sum); err != nil {
				return err
			}
		}
		copyInto(out.part1(ax, i, i+1), sum)
		return nil
	}
	quotient := func(i, hi, lo int, by float64) error {
		t, _, err := Subtract.Call(at(hi), at(lo), nil)
		if err != nil {
			return err
		}
		if t, _, err = Divide.Call(t, FloatScalar(by).Weak(), t); err != nil {
			return err
		}
		copyInto(out.part1(ax, i, i+1), t)
		return nil
	}
	for i := 1; i < n-1; i++ {
		if uniform {
			err = quotient(i, i+1, i-1, 2*h[0])
		} else {
			a, b := h[i-1], h[i]
			err = combine(i, []int{i - 1, i, i + 1}, []float64{-b / (a * (a + b)), (b - a) / (a * b), a / (b * (a + b))})
		}
		if err != nil {
			return nil, err
		}
	}
	if edgeOrder == 1 {
		if err = quotient(0, 1, 0, h[0]); err == nil {
			err = quotient(n-1, n-1, n-2, h[n-2])
		}
		return out, err
	}
	a, b := h[0], h[1]
	if uniform {
		err = combine(0, []int{0, 1, 2}, []float64{-1.5 / a, 2 / a, -0.5 / a})
	} else {
		err = combine(0, []int{0, 1, 2}, []float64{-(2*a + b) / (a * (a + b)), (a + b) / (a * b), -a / (b * (a + b))})
	}
	if err != nil {
		return nil, err
	}
	a, b = h[n-3], h[n-2]
	if uniform {
		err = combine(n-1, []int{n - 3, n - 2, n - 1}, []float64{0.5 / a, -2 / a, 1.5 / a})
	} else {
		err = combine(n-1, []int{n - 3, n - 2, n - 1}, []float64{b / (a * (a + b)), -(b + a) / (a * b), (2*b + a) / (b * (a + b))})
	}
	return out, err
}

// Trapezoid integrates along an axis by the trapezoidal rule: over coordinates x, or with spacing dx when x is nil.
func Trapezoid(y, x *Array, dx float64, axis int) (*Array, error) {
	ax, err := NormAxis(axis, len(y.shape))
	if err != nil {
		return nil, err
	}
	d := FloatScalar(dx).Weak()
	if x != nil {
		xax := axis
		if len(x.shape) == 1 {
			xax = 0
		}
		if d, err = Diff(x, 1, xax); err != nil {
			return nil, err
		}
		if len(x.shape) == 1 {
			shape := make([]int, len(y.shape))
			for i := range shape {
				shape[i] = 1
			}
			shape[ax] = d.shape[0]
			if d, err = d.Reshape(shape...); err != nil {
				return nil, err
			}
		}
	}
	n := y.shape[ax]
	if n == 0 {
		n = 1
	}
	s, _, err := Add.Call(y.part1(ax, 1, n), y.part1(ax, 0, n-1), nil)
	if err != nil {
		return nil, err
	}
	if s, _, err = Multiply.Call(d, s, nil); err != nil {
		return nil, err
	}
	if s, _, err = Divide.Call(s, FloatScalar(2).Weak(), nil); err != nil {
		return nil, err
	}
	return Sum(s, ReduceOpts{Axes: []int{ax}})
}

// Interp evaluates the piecewise linear function through (xp, fp) at x. left and right are the values outside, nil for
// the end values; period > 0 makes the function periodic.
func Interp(x, xp, fp *Array, left, right *float64, period float64) (*Array, error) {
	if len(xp.shape) != 1 || len(fp.shape) != 1 {
		return nil, valueErr("Data points must be 1-D sequences")
	}
	if xp.size != fp.size {
		return nil, valueErr("fp and xp are not of the same length.")
	}
	if xp.size == 0 {
		return nil, valueErr("array of sample points is empty")
	}
	if fp.dtype == Complex128 {
		return nil, errf(NotProvided, "interp of complex values is not provided by Monge")
	}
	xs, ps, fs := x.Floats(), xp.Floats(), fp.Floats()
	out, err := New(Float64, x.shape...)
	if err != nil {
		return nil, err
	}
	if period != 0 {
		p := math.Abs(period)
		order := make([]int, len(ps))
		mod := make([]float64, len(ps))
		for i, v := range ps {
			order[i], mod[i] = i, floatMod(v, p)
		}
		sort.SliceStable(order, func(i, j int) bool { return mod[order[i]] < mod[order[j]] })
		n := len(ps)
		qs, gs := make([]float64, n+2), make([]float64, n+2)
		for k, i := range order {
			qs[k+1], gs[k+1] = mod[i], fs[i]
		}
		qs[0], gs[0] = qs[n]-p, gs[n]
		qs[n+1], gs[n+1] = qs[1]+p, gs[1]
		ps, fs = qs, gs
		w := make([]float64, len(xs))
		for i, v := range xs {
			w[i] = floatMod(v, p)
		}
		xs, left, right = w, nil, nil
	}
	lo, hi := fs[0], fs[len(fs)-1]
	if left != nil {
		lo = *left
	}
	if right != nil {
		hi = *right
	}
	d := elems[float64](out)
	n := len(ps)
	for i, v := range xs {
		switch {
		case v != v:
			d[i] = v
		case v > ps[n-1]:
			d[i] = hi
		case v < ps[0]:
			d[i] = lo
		default:
			j := sort.Search(n, func(k int) bool { return ps[k] > v }) - 1
			if j == n-1 || ps[j] == v {
				d[i] = fs[j]
				continue
			}
			slope := (fs[j+1] - fs[j]) / (ps[j+1] - ps[j])
			y := float64(slope*(v-ps[j])) + fs[j]
			if y != y {
				if y = float64(slope*(v-ps[j+1])) + fs[j+1]; y != y && fs[j] == fs[j+1] {
					y = fs[j]
				}
			}
			d[i] = y
		}
	}
	return out, nil
}

// Convolve is the discrete convolution of vectors; mode is "full", "same" or "valid".
func Convolve(a, v *Array, mode string) (*Array, error) {
	if len(a.shape) > 1 || len(v.shape) > 1 {
		return nil, valueErr("object too deep for desired array")
	}
	a, v = a.AtLeast(1), v.AtLeast(1)
	if a.size == 0 {
		return nil, valueErr("a cannot be empty")
	}
	if v.size == 0 {
		return nil, valueErr("v cannot be empty")
	}
	if v.size > a.size {
		a, v = v, a
	}
	rv, err := Flip(v, nil)
	if err != nil {
		return nil, err
	}
	return correlate(a, rv, mode)
}

// Correlate is the cross-correlation: the second vector is conjugated.
func Correlate(a, v *Array, mode string) (*Array, error) {
	if len(a.shape) > 1 || len(v.shape) > 1 {
		return nil, valueErr("object too deep for desired array")
	}
	a, v = a.AtLeast(1), v.AtLeast(1)
	if a.size == 0 {
		return nil, valueErr("first array argument cannot be empty")
	}
	if v.size == 0 {
		return nil, valueErr("second array argument cannot be empty")
	}
	if v.dtype == Complex128 {
		c, _, err := Conjugate.Call(v, nil)
		if err != nil {
			return nil, err
		}
		v = c
	}
	if a.size < v.size { // the result of the exchanged arguments, reversed
		r, err := correlate(v, a, mode)
		if err != nil {
			return nil, err
		}
		f, err := Flip(r, nil)
		if err != nil {
			return nil, err
		}
		return f.Copy()
	}
	return correlate(a, v, mode)
}

// correlate slides v, not longer than a, over a.
func correlate(a, v *Array, mode string) (*Array, error) {
	n, m := a.size, v.size
	lo, count := 0, 0
	switch mode {
	case "full":
		lo, count = -(m - 1), n+m-1
	case "same":
		lo, count = -(m / 2), n
	case "valid":
		lo, count = 0, n-m+1
	default:
		return nil, valueErr("mode must be one of 'valid', 'same', or 'full' (got '%s')", mode)
	}
	d := ResultType(a, v)
	out, err := New(d, count)
	if err != nil {
		return nil, err
	}
	for i := range count {
		s := lo + i
		from, to := max(0, -s), min(m, n-s)
		if to <= from {
			continue
		}
		p, err := MatMul(a.part1(0, s+from, s+to), v.part1(0, from, to))
		if err != nil {
			return nil, err
		}
		copyInto(out.element(i), p)
	}
	return out, nil
}
