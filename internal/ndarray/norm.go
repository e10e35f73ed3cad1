package ndarray

import (
	"math"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/lapack"
)

const (
	blasLower       = blas.Lower
	blasUpper       = blas.Upper
	lapackVectors   = lapack.EVCompute
	lapackNoVectors = lapack.EVNone
)

// NormOrd names a norm: a number, or "fro" or "nuc". The zero value is the default: Euclidean or Frobenius.
type NormOrd struct {
	Name string
	P    float64
	Set  bool // P counts
}

// Norm is numpy.linalg.norm: of the flattened array by default, of vectors along one axis, of matrices along two.
func Norm(a *Array, ord NormOrd, axes []int, keepdims bool) (*Array, error) {
	x := a
	if x.dtype == Bool || x.dtype == Int64 {
		var err error
		if x, err = a.AsType(Float64); err != nil {
			return nil, err
		}
	}
	plain := !ord.Set && ord.Name == ""
	if axes == nil {
		if plain || ord.Name == "fro" && len(a.shape) == 2 || ord.Set && ord.P == 2 && len(a.shape) == 1 {
			return euclid(x, keepdims)
		}
		switch len(a.shape) {
		case 1, 2:
			for i := range a.shape {
				axes = append(axes, i)
			}
		default:
			return nil, valueErr("Improper number of dimensions to norm.")
		}
	}
	axes, err := NormAxes(axes, len(a.shape))
	if err != nil {
		return nil, err
	}
	switch len(axes) {
	case 1:
		return vectorNorm(x, ord, axes[0], keepdims)
	case 2:
		return matrixNorm(x, ord, axes, keepdims)
	}
	return nil, valueErr("Improper number of dimensions to norm.")
}

// euclid flattens and takes the root of the inner product.
func euclid(x *Array, keepdims bool) (*Array, error) {
	s, err := sumSquares(x, ReduceOpts{KeepDims: keepdims}, true)
	if err != nil {
		return nil, err
	}
	r, _, err := Sqrt.Call(s, nil)
	return r, err
}

func sumSquares(x *Array, o ReduceOpts, dot bool) (*Array, error) {
	if x.dtype == Complex128 {
		re, err := sumSquares(x.Real(), o, dot)
		if err != nil {
			return nil, err
		}
		im, err := sumSquares(x.Imag(), o, dot)
		if err != nil {
			return nil, err
		}
		r, _, err := Add.Call(re, im, nil)
		return r, err
	}
	if dot {
		f, err := x.RavelOrder('K')
		if err != nil {
			return nil, err
		}
		r, err := MatMul(f, f)
		if err != nil || !o.KeepDims {
			return r, err
		}
		ones := make([]int, len(x.shape))
		for i := range ones {
			ones[i] = 1
		}
		return r.Reshape(ones...)
	}
	sq, _, err := Square.Call(x, nil)
	if err != nil {
		return nil, err
	}
	return Sum(sq, o)
}

func vectorNorm(x *Array, ord NormOrd, axis int, keepdims bool) (*Array, error) {
	o := ReduceOpts{Axes: []int{axis}, KeepDims: keepdims}
	if ord.Name != "" {
		return nil, valueErr("Invalid norm order '%s' for vectors", ord.Name)
	}
	if !ord.Set || ord.P == 2 {
		s, err := sumSquares(x, o, false)
		if err != nil {
			return nil, err
		}
		r, _, err := Sqrt.Call(s, nil)
		return r, err
	}
	ab, _, err := Absolute.Call(x, nil)
	if err != nil {
		return nil, err
	}
	switch p := ord.P; {
	case math.IsInf(p, 1):
		return Max(ab, o)
	case math.IsInf(p, -1):
		return Min(ab, o)
	case p == 0:
		n, err := CountNonzero(x, o)
		if err != nil {
			return nil, err
		}
		return n.AsType(ab.dtype)
	case p == 1:
		return Sum(ab, o)
	default:
		pw, _, err := Power.Call(ab, FloatScalar(p).Weak(), nil)
		if err != nil {
			return nil, err
		}
		s, err := Sum(pw, o)
		if err != nil {
			return nil, err
		}
		r, _, err := Power.Call(s, FloatScalar(1/p).Weak(), nil)
		return r, err
	}
}

func matrixNorm(x *Array, ord NormOrd, axes []int, keepdims bool) (*Array, error) {
	if axes[0] == axes[1] {
		return nil, valueErr("Duplicate axes given.")
	}
	row, col := axes[0], axes[1]
	finish := func(r *Array, err error) (*Array, error) {
		if err != nil || !keepdims {
			return r, err
		}
		shape := append([]int(nil), x.shape...)
		shape[row], shape[col] = 1, 1
		return r.Reshape(shape...)
	}
	spectral := func(pick func(s *Array) (*Array, error)) (*Array, error) {
		m, err := x.MoveAxes([]int{row, col}, []int{-2, -1})
		if err != nil {
			return nil, err
		}
		_, s, _, err := SVD(m, false, false)
		if err != nil {
			return nil, err
		}
		return finish(pick(s))
	}
	last := ReduceOpts{Axes: []int{-1}}
	absSums := func(sumAxis, restAxis int, largest bool) (*Array, error) {
		ab, _, err := Absolute.Call(x, nil)
		if err != nil {
			return nil, err
		}
		s, err := Sum(ab, ReduceOpts{Axes: []int{sumAxis}})
		if err != nil {
			return nil, err
		}
		if restAxis > sumAxis {
			restAxis--
		}
		o := ReduceOpts{Axes: []int{restAxis}}
		if largest {
			return finish(Max(s, o))
		}
		return finish(Min(s, o))
	}
	switch {
	case ord.Name == "fro" || !ord.Set && ord.Name == "":
		s, err := sumSquares(x, ReduceOpts{Axes: axes, KeepDims: keepdims}, false)
		if err != nil {
			return nil, err
		}
		r, _, err := Sqrt.Call(s, nil)
		return r, err
	case ord.Name == "nuc":
		return spectral(func(s *Array) (*Array, error) { return Sum(s, last) })
	case ord.Name != "":
		return nil, valueErr("Invalid norm order for matrices.")
	case ord.P == 2:
		return spectral(func(s *Array) (*Array, error) { return Max(s, last) })
	case ord.P == -2:
		return spectral(func(s *Array) (*Array, error) { return Min(s, last) })
	case ord.P == 1:
		return absSums(row, col, true)
	case ord.P == -1:
		return absSums(row, col, false)
	case math.IsInf(ord.P, 1):
		return absSums(col, row, true)
	case math.IsInf(ord.P, -1):
		return absSums(col, row, false)
	}
	return nil, valueErr("Invalid norm order for matrices.")
}

// Cond is the condition number in the given norm; the spectral one by default.
func Cond(a *Array, ord NormOrd) (*Array, error) {
	if err := needMatrix(a); err != nil {
		return nil, err
	}
	if a.size == 0 {
		return nil, linErr("cond is not defined on empty arrays")
	}
	if ord.Name == "" && (!ord.Set || ord.P == 2 || ord.P == -2) {
		_, s, _, err := SVD(a, false, false)
		if err != nil {
			return nil, err
		}
		hi, err := s.Get(Ellipsis(), At(0))
		if err != nil {
			return nil, err
		}
		lo, err := s.Get(Ellipsis(), At(-1))
		if err != nil {
			return nil, err
		}
		if ord.Set && ord.P == -2 {
			hi, lo = lo, hi
		}
		r, _, err := Divide.Call(hi, lo, nil)
		return r, err
	}
	if err := needSquare(a); err != nil {
		return nil, err
	}
	axes := []int{-2, -1}
	x, err := Norm(a, ord, axes, false)
	if err != nil {
		return nil, err
	}
	inv, err := Inv(a)
	if err != nil {
		if e := err.(*Error); e.Kind == LinAlgError && e == errSingular {
			return FullLike(x, FloatScalar(math.Inf(1)))
		}
		return nil, err
	}
	y, err := Norm(inv, ord, axes, false)
	if err != nil {
		return nil, err
	}
	r, _, err := Multiply.Call(x, y, nil)
	return r, err
}
