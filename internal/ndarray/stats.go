package ndarray

import (
	"math"
)

// Count is the number of elements that go into each result of a reduction.
func (a *Array) Count(o ReduceOpts) (int, error) {
	r, err := newReduction(a, o)
	if err != nil {
		return 0, err
	}
	return r.count, nil
}

// floatType is the type that averages of d are computed in.
func floatType(d Dtype) Dtype {
	if d.IsInexact() {
		return d
	}
	return Float64
}

// Mean averages along axes: the pairwise sum over the count.
func Mean(a *Array, o ReduceOpts) (*Array, error) {
	n, err := a.Count(o)
	if err != nil {
		return nil, err
	}
	d := floatType(a.dtype)
	if o.Dtype == nil {
		o.Dtype = &d
	}
	s, err := Sum(a, o)
	if err != nil {
		return nil, err
	}
	m, _, err := Divide.Call(s, FloatScalar(float64(n)).Weak(), nil)
	return m, err
}

// Var is the mean squared deviation from the mean, divided by n-ddof.
func Var(a *Array, ddof float64, o ReduceOpts) (*Array, error) {
	n, err := a.Count(o)
	if err != nil {
		return nil, err
	}
	keep := o
	keep.KeepDims = true
	m, err := Mean(a, keep)
	if err != nil {
		return nil, err
	}
	x, _, err := Subtract.Call(a, m, nil)
	if err != nil {
		return nil, err
	}
	if x.dtype == Complex128 {
		re, _, err := Square.Call(x.Real(), nil)
		if err != nil {
			return nil, err
		}
		im, _, err := Square.Call(x.Imag(), nil)
		if err != nil {
			return nil, err
		}
		if x, _, err = Add.Call(re, im, re); err != nil {
			return nil, err
		}
	} else if x, _, err = Square.Call(x, x); err != nil {
		return nil, err
	}
	s, err := Sum(x, o)
	if err != nil {
		return nil, err
	}
	v, _, err := Divide.Call(s, FloatScalar(math.Max(float64(n)-ddof, 0)).Weak(), nil)
	return v, err
}

// Std is the square root of Var.
func Std(a *Array, ddof float64, o ReduceOpts) (*Array, error) {
	v, err := Var(a, ddof, o)
	if err != nil {
		return nil, err
	}
	s, _, err := Sqrt.Call(v, nil)
	return s, err
}

// Ptp is the range: maximum minus minimum.
func Ptp(a *Array, o ReduceOpts) (*Array, error) {
	hi, err := Max(a, o)
	if err != nil {
		return nil, err
	}
	lo, err := Min(a, o)
	if err != nil {
		return nil, err
	}
	r, _, err := Subtract.Call(hi, lo, nil)
	return r, err
}

// CountNonzero counts along axes.
func CountNonzero(a *Array, o ReduceOpts) (*Array, error) {
	b, err := a.asType(Bool)
	if err != nil {
		return nil, err
	}
	return Sum(b, o)
}

// Average is the mean weighted by w, which has a's shape, or, with one axis given, that axis' length. It also returns
// the sums of the weights.
func Average(a, w *Array, o ReduceOpts) (avg, sum *Array, err error) {
	if w == nil {
		if avg, err = Mean(a, o); err != nil {
			return nil, nil, err
		}
		n, err := a.Count(o)
		if err != nil {
			return nil, nil, err
		}
		sum, err = FullLike(avg, FloatScalar(float64(n)))
		return avg, sum, err
	}
	if !sameShape(a.shape, w.shape) {
		if o.Axes == nil {
			return nil, nil, typeErr("Axis must be specified when shapes of a and weights differ.")
		}
		axes, err := NormAxes(o.Axes, len(a.shape))
		if err != nil {
			return nil, nil, err
		}
		if len(axes) != 1 || len(w.shape) != 1 || w.shape[0] != a.shape[axes[0]] {
			return nil, nil, valueErr("Shape of weights must be consistent with shape of a along specified axis.")
		}
		shape := make([]int, len(a.shape))
		for i := range shape {
			shape[i] = 1
		}
		shape[axes[0]] = w.shape[0]
		if w, err = w.Reshape(shape...); err != nil {
			return nil, nil, err
		}
		if w, err = w.BroadcastTo(a.shape...); err != nil {
			return nil, nil, err
		}
	}
	d := floatType(Promote(a.dtype, w.dtype))
	o.Dtype = &d
	if sum, err = Sum(w, o); err != nil {
		return nil, nil, err
	}
	for i := range sum.size {
		if sum.ComplexAt(i) == 0 {
			return nil, nil, errf(ZeroDivision, "Weights sum to zero, can't be normalized")
		}
	}
	p, _, err := Multiply.Call(a, w, nil)
	if err != nil {
		return nil, nil, err
	}
	s, err := Sum(p, o)
	if err != nil {
		return nil, nil, err
	}
	avg, _, err = Divide.Call(s, sum, nil)
	return avg, sum, err
}
