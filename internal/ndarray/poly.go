package ndarray

import "math"

// PolyVal evaluates a polynomial, highest power first, by Horner's rule.
func PolyVal(p, x *Array) (*Array, error) {
	y, err := New(ResultType(p, x), x.shape...)
	if err != nil {
		return nil, err
	}
	for i := range p.size {
		if y, _, err = Multiply.Call(y, x, nil); err != nil {
			return nil, err
		}
		if y, _, err = Add.Call(y, p.element(i), nil); err != nil {
			return nil, err
		}
	}
	return y, nil
}

// PolyFit fits a polynomial of degree deg by least squares with scaled columns. w are weights of the residuals. It
// also returns the Gram inverse of the scaled problem, undone, times the residual variance (cov; nil when the fit is exact), and
// whether the rank was full.
func PolyFit(x, y, w *Array, deg int, unscaled bool) (coef, cov *Array, fullRank bool, err error) {
	fail := func(err error) (*Array, *Array, bool, error) { return nil, nil, false, err }
	switch {
	case deg < 0:
		return fail(valueErr("expected deg >= 0"))
	case len(x.shape) != 1:
		return fail(typeErr("expected 1D vector for x"))
	case x.size == 0:
		return fail(typeErr("expected non-empty vector for x"))
	case len(y.shape) < 1 || len(y.shape) > 2:
		return fail(typeErr("expected 1D or 2D array for y"))
	case x.shape[0] != y.shape[0]:
		return fail(typeErr("expected x and y to have same length"))
	}
	if x, err = x.AsType(Float64); err != nil {
		return fail(err)
	}
	lhs, err := Vander(x, deg+1, false)
	if err != nil {
		return fail(err)
	}
	rhs, err := y.AsType(Float64)
	if err != nil {
		return fail(err)
	}
	if w != nil {
		if len(w.shape) != 1 {
			return fail(typeErr("expected a 1-d array for weights"))
		}
		if w.shape[0] != y.shape[0] {
			return fail(typeErr("expected w and y to have the same length"))
		}
		col, _ := w.ExpandDims(1)
		if lhs, _, err = Multiply.Call(lhs, col, nil); err != nil {
			return fail(err)
		}
		if len(rhs.shape) == 2 {
			rhs, _, err = Multiply.Call(rhs, col, nil)
		} else {
			rhs, _, err = Multiply.Call(rhs, w, nil)
		}
		if err != nil {
			return fail(err)
		}
	}
	sq, _, err := Square.Call(lhs, nil)
	if err != nil {
		return fail(err)
	}
	scale, err := Sum(sq, ReduceOpts{Axes: []int{0}})
	if err != nil {
		return fail(err)
	}
	if scale, _, err = Sqrt.Call(scale, scale); err != nil {
		return fail(err)
	}
	if lhs, _, err = Divide.Call(lhs, scale, nil); err != nil {
		return fail(err)
	}
	c, resid, rank, _, err := LstSq(lhs, rhs, float64(x.size)*epsilon)
	if err != nil {
		return fail(err)
	}
	ct := scale
	if len(c.shape) == 2 {
		ct, _ = scale.ExpandDims(1)
	}
	if coef, _, err = Divide.Call(c, ct, nil); err != nil {
		return fail(err)
	}
	gram, err := MatMul(lhs.T(), lhs)
	if err != nil {
		return fail(err)
	}
	if inv, err := Inv(gram); err == nil {
		outer, err := Outer(scale, scale)
		if err != nil {
			return fail(err)
		}
		if cov, _, err = Divide.Call(inv, outer, nil); err != nil {
			return fail(err)
		}
		if !unscaled {
			fac := math.NaN()
			if resid.size > 0 && x.size > deg+1 {
				fac = resid.FloatAt(0) / float64(x.size-(deg+1))
			}
			if cov, _, err = Multiply.Call(cov, FloatScalar(fac).Weak(), nil); err != nil {
				return fail(err)
			}
		}
	}
	return coef, cov, rank == deg+1, nil
}

// Roots returns the roots of a polynomial, highest power first, as eigenvalues of its companion matrix.
func Roots(p *Array) (*Array, error) {
	if len(p.shape) != 1 {
		return nil, valueErr("Input must be a rank-1 array.")
	}
	if p.dtype == Complex128 {
		return nil, errf(NotProvided, "roots of complex polynomials are not provided by Monge")
	}
	c := p.Floats()
	for len(c) > 0 && c[0] == 0 {
		c = c[1:]
	}
	zeros := 0
	for len(c) > 0 && c[len(c)-1] == 0 {
		c = c[:len(c)-1]
		zeros++
	}
	if len(c) == 0 {
		return New(Float64, 0)
	}
	n := len(c) - 1
	tail, err := New(Float64, zeros)
	if err != nil || n == 0 {
		return tail, err
	}
	m, err := New(Float64, n, n)
	if err != nil {
		return nil, err
	}
	s := elems[float64](m)
	for j := range n {
		s[j] = -c[j+1] / c[0]
	}
	for i := 1; i < n; i++ {
		s[i*n+i-1] = 1
	}
	w, _, err := Eig(m, false)
	if err != nil {
		return nil, err
	}
	if w, err = realIfReal(w); err != nil || zeros == 0 {
		return w, err
	}
	return Append(w, tail, nil)
}

// PolyMul, PolyAdd, PolyDer and PolyInt work on coefficients, highest power first.
func PolyMul(a, b *Array) (*Array, error) { return Convolve(a, b, "full") }

// PolyAdd adds with the operation op (Add or Subtract), aligning the constant terms.
func PolyAdd(op *Binary, a, b *Array) (*Array, error) {
	a, b = a.AtLeast(1), b.AtLeast(1)
	if len(a.shape) > 1 || len(b.shape) > 1 {
		return nil, valueErr("polynomials must be vectors of coefficients")
	}
	n := max(a.size, b.size)
	pad := func(x *Array) (*Array, error) {
		return Pad(x, []int{n - x.size}, []int{0}, "constant", nil)
	}
	x, err := pad(a)
	if err != nil {
		return nil, err
	}
	y, err := pad(b)
	if err != nil {
		return nil, err
	}
	r, _, err := op.Call(x, y, nil)
	return r, err
}

// PolyDer differentiates m times.
func PolyDer(p *Array, m int) (*Array, error) {
	if m < 0 {
		return nil, valueErr("Order of derivative must be positive (see polyint)")
	}
	if p = p.AtLeast(1); len(p.shape) > 1 {
		return nil, valueErr("a polynomial must be a vector of coefficients")
	}
	for range m {
		n := p.size - 1
		if n <= 0 {
			return New(p.dtype, 0)
		}
		w, err := Arange(IntScalar(int64(n)), IntScalar(0), IntScalar(-1), Int64)
		if err != nil {
			return nil, err
		}
		if p, _, err = Multiply.Call(p.part1(0, 0, n), w, nil); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// PolyInt integrates m times with integration constants zero.
func PolyInt(p *Array, m int) (*Array, error) {
	if m < 0 {
		return nil, valueErr("Order of integral must be positive (see polyder)")
	}
	if m > 10000 {
		return nil, valueErr("Order of integral %d is too large", m)
	}
	if p = p.AtLeast(1); len(p.shape) > 1 {
		return nil, valueErr("a polynomial must be a vector of coefficients")
	}
	for range m {
		w, err := Arange(IntScalar(int64(p.size)), IntScalar(0), IntScalar(-1), Int64)
		if err != nil {
			return nil, err
		}
		if p, _, err = Divide.Call(p, w, nil); err != nil {
			return nil, err
		}
		if p, err = Append(p, FloatScalar(0).AtLeast(1), nil); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// Poly returns the coefficients of the monic polynomial with the given roots (or, for a square matrix, eigenvalues).
func Poly(roots *Array) (*Array, error) {
	if len(roots.shape) == 2 {
		w, _, err := Eig(roots, false)
		if err != nil {
			return nil, err
		}
		if roots, err = realIfReal(w); err != nil {
			return nil, err
		}
	}
	if len(roots.shape) > 1 {
		return nil, valueErr("input must be 1d or non-empty square 2d array.")
	}
	r, err := roots.AtLeast(1).AsType(Promote(roots.dtype, Float64))
	if err != nil {
		return nil, err
	}
	p, err := Ones(r.dtype, 1)
	if err != nil {
		return nil, err
	}
	for i := range r.size {
		minus, _, err := Negative.Call(r.element(i), nil)
		if err != nil {
			return nil, err
		}
		one, err := Ones(r.dtype, 1)
		if err != nil {
			return nil, err
		}
		factor, err := Append(one, minus.AtLeast(1), nil)
		if err != nil {
			return nil, err
		}
		if p, err = Convolve(p, factor, "full"); err != nil {
			return nil, err
		}
	}
	if p.dtype == Complex128 { // conjugate pairs of roots: drop the rounding
		real := true
		for i := range p.size {
			real = real && math.Abs(imag(p.ComplexAt(i))) <= 1e-14*(1+math.Abs(p.FloatAt(i)))
		}
		if real {
			return p.Real().Copy()
		}
	}
	return p, nil
}

// realIfReal drops imaginary parts that are all zero.
func realIfReal(a *Array) (*Array, error) {
	for _, c := range a.Complexes() {
		if imag(c) != 0 {
			return a, nil
		}
	}
	return a.AsType(Float64)
}
