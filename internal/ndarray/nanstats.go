package ndarray

import (
	"math"
)

// withoutNaN replaces NaN by x and returns the mask of the others, nil when there cannot be any NaN.
func withoutNaN(a *Array, x float64) (filled, valid *Array, err error) {
	if !a.dtype.IsInexact() {
		return a, nil, nil
	}
	nan, _, err := IsNaN.Call(a, nil)
	if err != nil {
		return nil, nil, err
	}
	if filled, err = a.Copy(); err != nil {
		return nil, nil, err
	}
	fill := FloatScalar(x)
	if err = filled.setMask(nan, fill); len(a.shape) == 0 {
		if nan.BoolAt(0) {
			copyInto(filled, fill)
		}
		err = nil
	}
	if err != nil {
		return nil, nil, err
	}
	valid, _, err = LogicalNot.Call(nan, nil)
	return filled, valid, err
}

// NanSum, NanProd, NanMax, NanMin, NanMean, NanVar and NanStd leave NaN out.
func NanSum(a *Array, o ReduceOpts) (*Array, error) {
	f, _, err := withoutNaN(a, 0)
	if err != nil {
		return nil, err
	}
	return Sum(f, o)
}

func NanProd(a *Array, o ReduceOpts) (*Array, error) {
	f, _, err := withoutNaN(a, 1)
	if err != nil {
		return nil, err
	}
	return Prod(f, o)
}

func NanMax(a *Array, o ReduceOpts) (*Array, error) { return Fmax.Reduce(a, o) }

func NanMin(a *Array, o ReduceOpts) (*Array, error) { return Fmin.Reduce(a, o) }

// NanMean averages what is not NaN.
func NanMean(a *Array, o ReduceOpts) (*Array, error) {
	f, valid, err := withoutNaN(a, 0)
	if err != nil {
		return nil, err
	}
	if valid == nil {
		return Mean(a, o)
	}
	n, err := Sum(valid, ReduceOpts{Axes: o.Axes, KeepDims: o.KeepDims})
	if err != nil {
		return nil, err
	}
	s, err := Sum(f, o)
	if err != nil {
		return nil, err
	}
	n, err = n.AsType(s.dtype)
	if err != nil {
		return nil, err
	}
	m, _, err := Divide.Call(s, n, nil)
	return m, err
}

// NanVar is Var over what is not NaN.
func NanVar(a *Array, ddof float64, o ReduceOpts) (*Array, error) {
	f, valid, err := withoutNaN(a, 0)
	if err != nil {
		return nil, err
	}
	if valid == nil {
		return Var(a, ddof, o)
	}
	n, err := Sum(valid, ReduceOpts{Axes: o.Axes, KeepDims: true})
	if err != nil {
		return nil, err
	}
	if n, err = n.AsType(Float64); err != nil {
		return nil, err
	}
	s, err := Sum(f, ReduceOpts{Axes: o.Axes, KeepDims: true})
	if err != nil {
		return nil, err
	}
	mean, _, err := Divide.Call(s, n, nil)
	if err != nil {
		return nil, err
	}
	x, _, err := Subtract.Call(f, mean, nil)
	if err != nil {
		return nil, err
	}
	// Deviations at the places of NaN count as zero.
	dev, err := Where(valid, x, FloatScalar(0).Weak())
	if err != nil {
		return nil, err
	}
	if dev, _, err = Absolute.Call(dev, nil); err != nil {
		return nil, err
	}
	if dev, _, err = Square.Call(dev, dev); err != nil {
		return nil, err
	}
	if s, err = Sum(dev, o); err != nil {
		return nil, err
	}
	m, err := Sum(valid, ReduceOpts{Axes: o.Axes, KeepDims: o.KeepDims})
	if err != nil {
		return nil, err
	}
	if m, err = m.AsType(Float64); err != nil {
		return nil, err
	}
	for i, c := range elems[float64](m) {
		if c -= ddof; c <= 0 {
			c = math.NaN()
		}
		elems[float64](m)[i] = c
	}
	v, _, err := Divide.Call(s, m, nil)
	if err != nil {
		return nil, err
	}
	if a.dtype == Float32 {
		return v.AsType(Float32)
	}
	return v, nil
}

// NanStd is the square root of NanVar.
func NanStd(a *Array, ddof float64, o ReduceOpts) (*Array, error) {
	v, err := NanVar(a, ddof, o)
	if err != nil {
		return nil, err
	}
	s, _, err := Sqrt.Call(v, nil)
	return s, err
}

// NanArgExtreme is ArgMax or ArgMin over what is not NaN; a lane of NaN alone is an error.
func NanArgExtreme(a *Array, axis *int, keepdims, largest bool) (*Array, error) {
	fill := math.Inf(1)
	if largest {
		fill = math.Inf(-1)
	}
	f, valid, err := withoutNaN(a, fill)
	if err != nil {
		return nil, err
	}
	if valid != nil {
		o := ReduceOpts{}
		if axis != nil {
			o.Axes = []int{*axis}
		}
		any, err := Any(valid, o)
		if err != nil {
			return nil, err
		}
		if countTrue(any) < any.size {
			return nil, valueErr("All-NaN slice encountered")
		}
	}
	if largest {
		return ArgMax(f, axis, keepdims)
	}
	return ArgMin(f, axis, keepdims)
}

// NanCumulative is CumSum (Add) or CumProd (Multiply) with NaN replaced by the neutral element.
func NanCumulative(u *Binary, a *Array, axis *int) (*Array, error) {
	f, _, err := withoutNaN(a, float64(u.identity.IntAt(0)))
	if err != nil {
		return nil, err
	}
	return cumulative(u, f, axis)
}
