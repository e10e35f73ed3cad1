package ot

import "gonum.org/v1/gonum/mat"

// CSR is a sparse matrix by rows: the entries of row i are Val[Ptr[i]:Ptr[i+1]], in the columns Idx[Ptr[i]:Ptr[i+1]],
// which ascend.
type CSR struct {
	N, M int
	Ptr  []int
	Idx  []int32
	Val  []float64
}

var _ mat.Matrix = (*CSR)(nil)

// Dims returns the shape.
func (s *CSR) Dims() (n, m int) { return s.N, s.M }

// NNZ is the number of stored entries.
func (s *CSR) NNZ() int { return len(s.Val) }

// At returns an entry. It panics when there is none, as matrices of gonum do.
func (s *CSR) At(i, j int) float64 {
	if i < 0 || i >= s.N {
		panic(mat.ErrRowAccess)
	}
	if j < 0 || j >= s.M {
		panic(mat.ErrColAccess)
	}
	lo, hi := s.Ptr[i], s.Ptr[i+1]
	for lo < hi {
		mid := (lo + hi) / 2
		if int(s.Idx[mid]) < j {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < s.Ptr[i+1] && int(s.Idx[lo]) == j {
		return s.Val[lo]
	}
	return 0
}

// T returns the transpose as a view.
func (s *CSR) T() mat.Matrix { return mat.Transpose{Matrix: s} }

// Dense returns the matrix with its zeros.
func (s *CSR) Dense() *mat.Dense {
	d := mat.NewDense(s.N, s.M, nil)
	for i := range s.N {
		row := d.RawRowView(i)
		for k := s.Ptr[i]; k < s.Ptr[i+1]; k++ {
			row[s.Idx[k]] = s.Val[k]
		}
	}
	return d
}
