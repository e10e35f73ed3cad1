package ndarray

// Cov is the covariance matrix of the variables in rows, over observations in columns.
func Cov(x *Array, ddof float64, fweights, aweights *Array) (*Array, error) {
	if len(x.shape) > 2 {
		return nil, valueErr("m has more than 2 dimensions")
	}
	d := Float64
	if x.dtype == Complex128 {
		d = Complex128
	}
	x, err := x.AtLeast(2).AsType(d)
	if err != nil {
		return nil, err
	}
	n := x.shape[1]
	var w *Array
	for i, v := range []*Array{fweights, aweights} {
		if v == nil {
			continue
		}
		name := [...]string{"fweights", "aweights"}[i]
		if len(v.shape) > 1 {
			return nil, errf(RuntimeErr, "cannot handle multidimensional %s", name)
		}
		if v.size != n {
			return nil, errf(RuntimeErr, "incompatible numbers of samples and %s", name)
		}
		if v, err = v.AsType(Float64); err != nil {
			return nil, err
		}
		for _, q := range elems[float64](v) {
			if q < 0 {
				return nil, valueErr("%s cannot be negative", name)
			}
		}
		if w == nil {
			w = v
		} else if w, _, err = Multiply.Call(w, v, nil); err != nil {
			return nil, err
		}
	}
	ax := ReduceOpts{Axes: []int{1}}
	avg, sum, err := averageRows(x, w, ax)
	if err != nil {
		return nil, err
	}
	fact := float64(n) - ddof
	if w != nil {
		switch {
		case ddof == 0:
			fact = sum
		case aweights == nil:
			fact = sum - ddof
		default:
			p, _, err := Multiply.Call(w, mustFloat(aweights), nil)
			if err != nil {
				return nil, err
			}
			s, err := Sum(p, ReduceOpts{})
			if err != nil {
				return nil, err
			}
			fact = sum - ddof*s.FloatAt(0)/sum
		}
	}
	if fact <= 0 {
		fact = 0
	}
	avg, _ = avg.ExpandDims(1)
	if x, _, err = Subtract.Call(x, avg, nil); err != nil {
		return nil, err
	}
	y := x
	if w != nil {
		if y, _, err = Multiply.Call(x, w, nil); err != nil {
			return nil, err
		}
	}
	if y, _, err = Conjugate.Call(y, nil); err != nil {
		return nil, err
	}
	c, err := MatMul(x, y.T())
	if err != nil {
		return nil, err
	}
	if c, _, err = Divide.Call(c, FloatScalar(fact).Weak(), c); err != nil {
		return nil, err
	}
	return c.Squeeze()
}

func averageRows(x, w *Array, o ReduceOpts) (*Array, float64, error) {
	if w == nil {
		m, err := Mean(x, o)
		return m, float64(x.shape[1]), err
	}
	m, s, err := Average(x, w, o)
	if err != nil {
		return nil, 0, err
	}
	return m, s.FloatAt(0), nil
}

func mustFloat(a *Array) *Array {
	f, err := a.asType(Float64)
	if err != nil {
		return a
	}
	return f
}

// CorrCoef is the matrix of correlation coefficients.
func CorrCoef(x *Array) (*Array, error) {
	c, err := Cov(x, 1, nil, nil)
	if err != nil {
		return nil, err
	}
	if len(c.shape) == 0 {
		r, _, err := Divide.Call(c, c, nil)
		return r, err
	}
	diag, err := c.Diagonal(0, 0, 1)
	if err != nil {
		return nil, err
	}
	sd, _, err := Sqrt.Call(diag.Real(), nil)
	if err != nil {
		return nil, err
	}
	col, _ := sd.ExpandDims(1)
	row, _ := sd.ExpandDims(0)
	if c, _, err = Divide.Call(c, col, nil); err != nil {
		return nil, err
	}
	if c, _, err = Divide.Call(c, row, c); err != nil {
		return nil, err
	}
	if c.dtype == Float64 {
		return Clip(c, FloatScalar(-1).Weak(), FloatScalar(1).Weak())
	}
	return c, nil
}
