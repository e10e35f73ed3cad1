package blas

import (
	"math"
	"sync"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/lapack/gonum"

	"monge/internal/kernels"
)

// Lapack is gonum's lapack.Float64 with recursive Cholesky and LU factorisations.
type Lapack struct{ gonum.Implementation }

var blasImpl Implementation

// cholBase is the order below which Cholesky factors row after row.
const cholBase = 32

// Dpotrf computes the Cholesky factor of a symmetric matrix in place: a = l lᵀ or uᵀ u. It returns false when the matrix
// is not positive definite.
func (g Lapack) Dpotrf(ul blas.Uplo, n int, a []float64, lda int) bool {
	if !validUplo(ul) || n <= 0 || !fits(n, n, a, lda) {
		return g.Implementation.Dpotrf(ul, n, a, lda)
	}
	if ul == blas.Lower {
		return lowerCholesky(n, a, lda)
	}
	return upperCholesky(n, a, lda)
}

func lowerCholesky(n int, a []float64, lda int) bool {
	if n <= cholBase {
		var t [cholBase * cholBase]float64
		for i := range n {
			for j := range i + 1 {
				t[j*cholBase+i] = a[i*lda+j]
			}
		}
		ok := smallCholesky(n, t[:], cholBase)
		for i := range n {
			for j := range i + 1 {
				a[i*lda+j] = t[j*cholBase+i]
			}
		}
		return ok
	}
	h := up(n/2, base)
	if !lowerCholesky(h, a, lda) {
		return false
	}
	b, c := a[h*lda:], a[h*lda+h:]
	blasImpl.Dtrsm(blas.Right, blas.Lower, blas.Trans, blas.NonUnit, n-h, h, 1, a, lda, b, lda)
	blasImpl.Dsyrk(blas.Lower, blas.NoTrans, n-h, h, -1, b, lda, 1, c, lda)
	return lowerCholesky(n-h, c, lda)
}

func upperCholesky(n int, a []float64, lda int) bool {
	if n <= cholBase {
		return smallCholesky(n, a, lda)
	}
	h := up(n/2, base)
	if !upperCholesky(h, a, lda) {
		return false
	}
	b, c := a[h:], a[h*lda+h:]
	blasImpl.Dtrsm(blas.Left, blas.Upper, blas.Trans, blas.NonUnit, h, n-h, 1, a, lda, b, lda)
	blasImpl.Dsyrk(blas.Upper, blas.Trans, n-h, h, -1, b, lda, 1, c, lda)
	return upperCholesky(n-h, c, lda)
}

// smallCholesky is uᵀ u for the upper triangle, row after row.
func smallCholesky(n int, a []float64, lda int) bool {
	var f [cholBase]float64
	for i := range n {
		row := a[i*lda+i : i*lda+n]
		for k := range i {
			f[k] = -a[k*lda+i]
		}
		kernels.AddRows(row, f[:i], a[i:], lda)
		if !(row[0] > 0) || math.IsInf(row[0], 1) {
			return false
		}
		d := math.Sqrt(row[0])
		row[0] = d
		for j := 1; j < len(row); j++ {
			row[j] /= d
		}
	}
	return true
}

// luBase is the width of the panels of Dgetrf.
const luBase = 16

var panels = sync.Pool{New: func() any { return new([]float64) }}

// Dgetrf computes p l u = a in place with partial pivoting; row i was exchanged with row ipiv[i]. It returns false when a
// pivot is exactly zero.
func (g Lapack) Dgetrf(m, n int, a []float64, lda int, ipiv []int) bool {
	if m <= 0 || n <= 0 || !fits(m, n, a, lda) || len(ipiv) != min(m, n) {
		return g.Implementation.Dgetrf(m, n, a, lda, ipiv)
	}
	buf := panels.Get().(*[]float64)
	defer panels.Put(buf)
	*buf = grow(*buf, m*luBase)
	return factorLU(m, n, a, lda, ipiv, *buf)
}

func factorLU(m, n int, a []float64, lda int, ipiv []int, buf []float64) bool {
	k := min(m, n)
	if n <= luBase {
		return panelLU(m, n, a, lda, ipiv, buf)
	}
	h := k // of a wide matrix first the square, else half
	if n == k {
		h = up(k/2, luBase)
	}
	ok := factorLU(m, h, a, lda, ipiv[:h], buf)
	b := a[h:]
	exchange(b, lda, n-h, ipiv[:h])
	blasImpl.Dtrsm(blas.Left, blas.Lower, blas.NoTrans, blas.Unit, h, n-h, 1, a, lda, b, lda)
	if m == h {
		return ok
	}
	c := a[h*lda+h:]
	blasImpl.Dgemm(blas.NoTrans, blas.NoTrans, m-h, n-h, h, -1, a[h*lda:], lda, b, lda, 1, c, lda)
	rest := ipiv[h:]
	ok = factorLU(m-h, n-h, c, lda, rest, buf) && ok
	exchange(a[h*lda:], lda, h, rest)
	for i := range rest {
		rest[i] += h
	}
	return ok
}

// exchange applies the row exchanges to n columns.
func exchange(a []float64, lda, n int, ipiv []int) {
	for i, p := range ipiv {
		if p == i {
			continue
		}
		x, y := a[i*lda:i*lda+n], a[p*lda:p*lda+n]
		for j, v := range x {
			x[j], y[j] = y[j], v
		}
	}
}

// panelLU factors a narrow panel, column after column, in a transposed copy whose columns lie in runs.
func panelLU(m, n int, a []float64, lda int, ipiv []int, buf []float64) bool {
	t := buf[:m*n]
	for i := range m {
		for j, v := range a[i*lda : i*lda+n] {
			t[j*m+i] = v
		}
	}
	var f [luBase]float64
	ok := true
	for j := range n {
		col := t[j*m : (j+1)*m]
		for k := range min(j, m) { // the part above the diagonal: forward substitution
			s := col[k]
			for q := range k {
				s = math.FMA(f[q], t[q*m+k], s)
			}
			col[k], f[k] = s, -s
		}
		if j >= m {
			continue
		}
		kernels.AddRows(col[j:], f[:j], t[j:], m)
		p, top := j, math.Abs(col[j])
		for i := j + 1; i < m; i++ {
			if v := math.Abs(col[i]); v > top {
				p, top = i, v
			}
		}
		ipiv[j] = p
		if p != j {
			for q := range n {
				t[q*m+j], t[q*m+p] = t[q*m+p], t[q*m+j]
			}
		}
		switch d := col[j]; {
		case d == 0:
			ok = false
		case math.Abs(d) >= 0x1p-1022:
			scale(1/d, col[j+1:])
		default:
			for i := j + 1; i < m; i++ {
				col[i] /= d
			}
		}
	}
	for i := range m {
		row := a[i*lda : i*lda+n]
		for j := range row {
			row[j] = t[j*m+i]
		}
	}
	return ok
}
