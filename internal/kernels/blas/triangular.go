package blas

import (
	"context"
	"sync"

	"gonum.org/v1/gonum/blas"

	"monge/internal/kernels"
	"monge/internal/parallel"
)

// base is the order of the triangles at the ends of the recursions.
const base = 16

// stretch is how many columns of a transposed right side are turned around at a time.
const stretch = 64

// triangular is a problem with the m×m triangle t on the left of the m×n matrix b, either of which may be transposed.
// Problems with the triangle on the right are transposed into this form.
type triangular struct {
	t     matrix
	lower bool
	unit  bool
	m, n  int
	b     matrix
}

func newTriangular(s blas.Side, ul blas.Uplo, tA blas.Transpose, d blas.Diag, m, n int, a []float64, lda int, b []float64, ldb int) triangular {
	p := triangular{t: operandOf(tA, a, lda), lower: (ul == blas.Lower) == (tA == blas.NoTrans), unit: d == blas.Unit, m: m, n: n, b: matrix{b, ldb, 1}}
	if s == blas.Right {
		p.t, p.lower, p.m, p.n, p.b = p.t.t(), !p.lower, n, m, p.b.t()
	}
	return p
}

func validTriangular(s blas.Side, ul blas.Uplo, tA blas.Transpose, d blas.Diag, m, n int, a []float64, lda int, b []float64, ldb int) bool {
	order := m
	if s == blas.Right {
		order = n
	}
	return (s == blas.Left || s == blas.Right) && (ul == blas.Lower || ul == blas.Upper) && validTrans(tA) && (d == blas.Unit || d == blas.NonUnit) &&
		m > 0 && n > 0 && fits(order, order, a, lda) && fits(m, n, b, ldb)
}

// Dtrsm solves op(a) x = alpha b, or x op(a) = alpha b, for triangular a, into b.
func (g Implementation) Dtrsm(s blas.Side, ul blas.Uplo, tA blas.Transpose, d blas.Diag, m, n int, alpha float64, a []float64, lda int, b []float64, ldb int) {
	if !validTriangular(s, ul, tA, d, m, n, a, lda, b, ldb) || alpha == 0 {
		g.Implementation.Dtrsm(s, ul, tA, d, m, n, alpha, a, lda, b, ldb)
		return
	}
	scaleRows(m, n, alpha, b, ldb)
	newTriangular(s, ul, tA, d, m, n, a, lda, b, ldb).spread(triangular.solve)
}

// Dtrmm multiplies b by alpha op(a) from the left or from the right, a being triangular.
func (g Implementation) Dtrmm(s blas.Side, ul blas.Uplo, tA blas.Transpose, d blas.Diag, m, n int, alpha float64, a []float64, lda int, b []float64, ldb int) {
	if !validTriangular(s, ul, tA, d, m, n, a, lda, b, ldb) || alpha == 0 {
		g.Implementation.Dtrmm(s, ul, tA, d, m, n, alpha, a, lda, b, ldb)
		return
	}
	newTriangular(s, ul, tA, d, m, n, a, lda, b, ldb).spread(triangular.multiply)
	scaleRows(m, n, alpha, b, ldb)
}

func scaleRows(m, n int, alpha float64, b []float64, ldb int) {
	if alpha == 1 {
		return
	}
	for i := range m {
		scale(alpha, b[i*ldb:i*ldb+n])
	}
}

func scale(alpha float64, x []float64) {
	for j := range x {
		x[j] *= alpha
	}
}

// spread deals the columns of b out to the workers. Columns do not touch each other, so the split leaves no trace.
func (p triangular) spread(do func(triangular)) {
	workers := parallel.Workers(0)
	if workers == 1 || p.n < 2*stretch || float64(p.m)*float64(p.m)*float64(p.n) < 2*splitFrom {
		do(p)
		return
	}
	pool := parallel.NewPool(0)
	defer pool.Close()
	blocks := parallel.Blocks{N: p.n, Size: max(stretch, up((p.n+2*workers-1)/(2*workers), 8))}
	_ = pool.Run(context.Background(), blocks.Len(), func(_, k int) {
		lo, hi := blocks.Range(k)
		q := p
		q.b, q.n = p.b.from(0, lo), hi-lo
		do(q)
	})
}

// cut splits the triangle: its two smaller ones with their rows of b, and the square between them.
func (p triangular) cut() (top, bottom triangular, h int) {
	h = up(p.m/2, base)
	top, bottom = p, p
	top.m, bottom.m = h, p.m-h
	bottom.t, bottom.b = p.t.from(h, h), p.b.from(h, 0)
	return top, bottom, h
}

// add gives to the rows of q factor times the square at (i, j) of p.t times the rows of r.
func (p triangular) add(factor float64, q, r triangular, i, j int) {
	x := product{m: q.m, n: p.n, k: r.m, alpha: factor, beta: 1, a: p.t.from(i, j), b: r.b}
	if p.b.col == 1 {
		x.c, x.ldc = q.b.data, q.b.row
	} else {
		x.m, x.n, x.a, x.b = x.n, x.m, x.b.t(), x.a.t()
		x.c, x.ldc = q.b.data, q.b.col
	}
	x.run(false)
}

func (p triangular) solve() {
	if p.m <= base {
		p.small(true)
		return
	}
	top, bottom, h := p.cut()
	if p.lower {
		top.solve()
		p.add(-1, bottom, top, h, 0)
		bottom.solve()
	} else {
		bottom.solve()
		p.add(-1, top, bottom, 0, h)
		top.solve()
	}
}

func (p triangular) multiply() {
	if p.m <= base {
		p.small(false)
		return
	}
	top, bottom, h := p.cut()
	if p.lower {
		bottom.multiply()
		p.add(1, bottom, top, h, 0)
		top.multiply()
	} else {
		top.multiply()
		p.add(1, top, bottom, 0, h)
		bottom.multiply()
	}
}

// turned is the memory of small for transposed right sides.
type turned struct{ rows [base * stretch]float64 }

var turnedPool = sync.Pool{New: func() any { return new(turned) }}

// small does a triangle of order at most base, row after row of b.
func (p triangular) small(solve bool) {
	var f [base * base]float64
	sign := 1.0
	if solve {
		sign = -1
	}
	for i := range p.m {
		lo, hi := 0, i
		if !p.lower {
			lo, hi = i+1, p.m
		}
		for k := lo; k < hi; k++ {
			f[i*base+k] = sign * p.t.data[i*p.t.row+k*p.t.col]
		}
		f[i*base+i] = 1
		if !p.unit {
			f[i*base+i] = p.t.data[i*(p.t.row+p.t.col)]
		}
	}
	if p.b.col == 1 {
		p.rows(&f, solve, p.b.data, p.b.row, p.n)
		return
	}
	w := turnedPool.Get().(*turned)
	defer turnedPool.Put(w)
	for j := 0; j < p.n; j += stretch {
		n := min(stretch, p.n-j)
		for c := range n {
			for i, v := range p.b.data[(j+c)*p.b.col : (j+c)*p.b.col+p.m] {
				w.rows[i*stretch+c] = v
			}
		}
		p.rows(&f, solve, w.rows[:], stretch, n)
		for c := range n {
			to := p.b.data[(j+c)*p.b.col : (j+c)*p.b.col+p.m]
			for i := range to {
				to[i] = w.rows[i*stretch+c]
			}
		}
	}
}

func (p triangular) rows(f *[base * base]float64, solve bool, b []float64, ldb, n int) {
	forward := p.lower == solve // the rows that a row needs are ready, or not yet overwritten
	for s := range p.m {
		i := s
		if !forward {
			i = p.m - 1 - s
		}
		row := b[i*ldb : i*ldb+n]
		d := f[i*base+i]
		if !solve && !p.unit {
			scale(d, row)
		}
		if p.lower {
			kernels.AddRows(row, f[i*base:i*base+i], b, ldb)
		} else if i+1 < p.m {
			kernels.AddRows(row, f[i*base+i+1:i*base+p.m], b[(i+1)*ldb:], ldb)
		}
		if solve && !p.unit {
			for j := range row {
				row[j] /= d
			}
		}
	}
}
