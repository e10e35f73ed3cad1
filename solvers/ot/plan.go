package ot

import (
	"fmt"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"

	"monge/internal/kernels"
)

// A Result is a matrix: its plan, computed entry by entry. For more than a few entries use Plan, PlanSparse, PlanRow or
// the products, which compute whole rows.
var _ mat.Matrix = (*Result)(nil)

// Dims returns the shape of the plan.
func (r *Result) Dims() (n, m int) { return r.fullN, r.fullM }

// At returns the plan's entry (i, j). It panics when there is none, as matrices of gonum do.
func (r *Result) At(i, j int) float64 {
	if i < 0 || i >= r.fullN {
		panic(mat.ErrRowAccess)
	}
	if j < 0 || j >= r.fullM {
		panic(mat.ErrColAccess)
	}
	i, j = position(r.rows, i), position(r.cols, j)
	if i < 0 || j < 0 {
		return 0
	}
	var buf, out [1]float64
	c := r.cost.Row(i, j, j+1, buf[:])
	kernels.PlanRow(out[:], c, r.beta[j:j+1], r.g[j:j+1], r.f[i], r.alpha[i], r.eta, kernels.Skip)
	return r.mass * out[0]
}

// T returns the transpose as a view.
func (r *Result) T() mat.Matrix { return mat.Transpose{Matrix: r} }

// position finds i among the kept positions (all, if nil), or returns -1.
func position(kept []int, i int) int {
	if kept == nil {
		return i
	}
	lo, hi := 0, len(kept)
	for lo < hi {
		mid := (lo + hi) / 2
		if kept[mid] < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(kept) && kept[lo] == i {
		return lo
	}
	return -1
}

// planReader computes rows of the plan of the reduced problem with its own buffers.
type planReader struct {
	*Result
	costBuf, row []float64
}

func (r *Result) reader() *planReader {
	return &planReader{Result: r, costBuf: make([]float64, r.m), row: make([]float64, r.m)}
}

// read returns row i of the reduced problem's plan; it is valid until the next call.
func (p *planReader) read(i int) []float64 {
	c := p.cost.Row(i, 0, p.m, p.costBuf)
	kernels.PlanRow(p.row, c, p.beta, p.g, p.f[i], p.alpha[i], p.eta, kernels.Skip)
	if p.mass != 1 {
		floats.Scale(p.mass, p.row)
	}
	return p.row
}

// each calls do for every row of positive weight: i is the row, cols the columns of its entries (nil: all in order).
func (r *Result) each(do func(i int, row []float64)) {
	p := r.reader()
	for i := range r.n {
		full := i
		if r.rows != nil {
			full = r.rows[i]
		}
		do(full, p.read(i))
	}
}

// col is the column of the plan that entry j of a computed row belongs to.
func (r *Result) col(j int) int {
	if r.cols == nil {
		return j
	}
	return r.cols[j]
}

// PlanRow writes row i of the plan to dst (allocated when nil, else of the plan's number of columns) and returns it.
func (r *Result) PlanRow(dst []float64, i int) []float64 {
	if dst == nil {
		dst = make([]float64, r.fullM)
	}
	clear(dst)
	if k := position(r.rows, i); k >= 0 {
		for j, v := range r.reader().read(k) {
			dst[r.col(j)] = v
		}
	}
	return dst
}

// Plan writes the plan to dst, allocated when nil, and returns it.
func (r *Result) Plan(dst *mat.Dense) *mat.Dense {
	dst = r.target(dst)
	r.each(func(i int, row []float64) {
		out := dst.RawRowView(i)
		if r.cols == nil {
			copy(out, row)
			return
		}
		for j, v := range row {
			out[r.cols[j]] = v
		}
	})
	return dst
}

// target returns a zeroed matrix of the plan's shape: dst if it has that shape.
func (r *Result) target(dst *mat.Dense) *mat.Dense {
	if dst == nil {
		return mat.NewDense(r.fullN, r.fullM, nil)
	}
	if n, m := dst.Dims(); n != r.fullN || m != r.fullM {
		panic(fmt.Sprintf("ot: destination is %d×%d, the plan %d×%d", n, m, r.fullN, r.fullM))
	}
	dst.Zero()
	return dst
}

// PlanSparse returns the entries of the plan that are above threshold. The largest possible entry is the mass.
func (r *Result) PlanSparse(threshold float64) *CSR {
	s := &CSR{N: r.fullN, M: r.fullM, Ptr: make([]int, r.fullN+1)}
	p := r.reader()
	k := 0
	for i := range r.fullN {
		if r.rows == nil || k < len(r.rows) && r.rows[k] == i {
			for j, v := range p.read(k) {
				if v > threshold {
					s.Idx = append(s.Idx, int32(r.col(j)))
					s.Val = append(s.Val, v)
				}
			}
			k++
		}
		s.Ptr[i+1] = len(s.Val)
	}
	return s
}

// Rounded writes to dst (allocated when nil) a plan whose row and column sums equal the weights to rounding, made from
// the plan by scaling down rows and columns that are too heavy and spreading the rest as a product. It returns it with
// its L1 distance from the plan.
func (r *Result) Rounded(dst *mat.Dense) (*mat.Dense, float64) {
	dst = r.target(dst)
	moved := 0.0
	rd := &r.rounding
	p := r.reader()
	for i := range r.n {
		full := i
		if r.rows != nil {
			full = r.rows[i]
		}
		out := dst.RawRowView(full)
		extra := 0.0
		if rd.total > 0 {
			extra = r.mass * rd.ea[i] / rd.total
		}
		for j, v := range p.read(i) {
			w := v*rd.x[i]*rd.y[j] + extra*rd.eb[j]
			out[r.col(j)] = w
			if w > v {
				moved += w - v
			} else {
				moved += v - w
			}
		}
	}
	return dst, moved
}

// MulVec sets dst to P·x, or to Pᵀ·x when trans, without storing the plan; dst is allocated when nil and returned.
func (r *Result) MulVec(dst *mat.VecDense, trans bool, x mat.Vector) *mat.VecDense {
	n, m := r.fullN, r.fullM
	if trans {
		n, m = m, n
	}
	if x.Len() != m {
		panic(fmt.Sprintf("ot: product with a vector of %d entries, want %d", x.Len(), m))
	}
	if dst == nil {
		dst = mat.NewVecDense(n, nil)
	} else if dst.Len() != n {
		panic(fmt.Sprintf("ot: destination has %d entries, want %d", dst.Len(), n))
	}
	out := make([]float64, n)
	if trans {
		r.each(func(i int, row []float64) {
			v := x.AtVec(i)
			for j, p := range row {
				out[r.col(j)] += p * v
			}
		})
	} else {
		r.each(func(i int, row []float64) {
			s := 0.0
			for j, p := range row {
				s += p * x.AtVec(r.col(j))
			}
			out[i] = s
		})
	}
	for i, v := range out {
		dst.SetVec(i, v)
	}
	return dst
}

// BarycentricMap returns diag(1/P1)·P·y: where each row of x goes on average when the rows of y are its destinations.
// Rows of weight zero are mapped by the soft assignment that their potential defines.
func (r *Result) BarycentricMap(y mat.Matrix) *mat.Dense {
	m, d := y.Dims()
	if m != r.fullM {
		panic(fmt.Sprintf("ot: map to %d points, want %d", m, r.fullM))
	}
	targets := mat.NewDense(r.m, d, nil)
	for j := range r.m {
		for k := range d {
			targets.Set(j, k, y.At(r.col(j), k))
		}
	}
	out := mat.NewDense(r.fullN, d, nil)
	p := r.reader()
	full := make([]float64, r.fullM)
	for i := range r.fullN {
		k := position(r.rows, i)
		var row []float64
		if k >= 0 {
			row = p.read(k)
		} else {
			c := r.full.Row(i, 0, r.fullM, full)
			for j := range r.m {
				p.row[j] = kernels.Exp((r.F[i] + r.G[r.col(j)] - c[r.col(j)]) / r.eps)
			}
			row = p.row
		}
		sum := floats.Sum(row)
		dst := out.RawRowView(i)
		for j, w := range row {
			if w != 0 {
				kernels.Axpy(dst, w/sum, targets.RawRowView(j))
			}
		}
	}
	return out
}
