package ndarray

import (
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/mat"
)

// FromDense wraps a gonum matrix without copying.
func FromDense(m *mat.Dense) *Array {
	raw := m.RawMatrix()
	return &Array{dtype: Float64, size: raw.Rows * raw.Cols, shape: []int{raw.Rows, raw.Cols}, strides: []int{raw.Stride, 1},
		data: vector(raw.Data).data, n: len(raw.Data)}
}

// FromMatrix is FromDense for any matrix; only a *mat.Dense is not copied.
func FromMatrix(m mat.Matrix) *Array {
	d, ok := m.(*mat.Dense)
	if !ok {
		d = mat.DenseCopyOf(m)
	}
	return FromDense(d)
}

// Dense returns a 2-dimensional array as a gonum matrix. It shares memory when a is of type float64 with rows that are
// runs in memory, which shared reports; otherwise the matrix is a copy. Matrices without elements cannot be had.
func (a *Array) Dense() (m *mat.Dense, shared bool, err error) {
	if len(a.shape) != 2 {
		return nil, false, valueErr("a matrix has 2 dimensions, the array has %d", len(a.shape))
	}
	r, c := a.shape[0], a.shape[1]
	if r == 0 || c == 0 {
		return nil, false, valueErr("the matrix of shape %s is empty", ShapeString(a.shape))
	}
	if a.dtype == Complex128 {
		return nil, false, typeErr("a matrix of real numbers is needed, the array is complex128")
	}
	src := a
	shared = a.dtype == Float64 && (a.strides[1] == 1 || c == 1) && (a.strides[0] >= c || r == 1)
	if !shared {
		if src, err = a.AsType(Float64); err != nil {
			return nil, false, err
		}
	}
	ld := src.strides[0]
	if r == 1 {
		ld = c
	}
	m = new(mat.Dense)
	m.SetRawMatrix(blas64.General{Rows: r, Cols: c, Stride: ld, Data: block[float64](src)[src.offset : src.offset+(r-1)*ld+c]})
	return m, shared, nil
}

// Vector returns a 1-dimensional array as floats, without copying when it is a contiguous float64 array.
func (a *Array) Vector() ([]float64, error) {
	if len(a.shape) != 1 {
		return nil, valueErr("a vector has 1 dimension, the array has %d", len(a.shape))
	}
	if a.dtype == Complex128 {
		return nil, typeErr("a vector of real numbers is needed, the array is complex128")
	}
	return a.Floats(), nil
}
