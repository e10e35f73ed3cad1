package blas

import (
	"context"
	"math"

	"gonum.org/v1/gonum/blas"

	"monge/internal/kernels"
	"monge/internal/parallel"
)

// Level 1 and 2 are sped up for vectors that lie in runs; strides other than one go to gonum.

// Ddot is the inner product.
func (g Implementation) Ddot(n int, x []float64, incX int, y []float64, incY int) float64 {
	if n <= 0 || incX != 1 || incY != 1 || len(x) < n || len(y) < n {
		return g.Implementation.Ddot(n, x, incX, y, incY)
	}
	return kernels.Dot(x[:n], y)
}

// Daxpy adds alpha x to y.
func (g Implementation) Daxpy(n int, alpha float64, x []float64, incX int, y []float64, incY int) {
	if n <= 0 || incX != 1 || incY != 1 || len(x) < n || len(y) < n || alpha == 0 {
		g.Implementation.Daxpy(n, alpha, x, incX, y, incY)
		return
	}
	f := [1]float64{alpha}
	kernels.AddRows(y[:n], f[:], x, n)
}

// Dnrm2 is the Euclidean norm: the root of the sum of squares where that neither overflows nor loses digits.
func (g Implementation) Dnrm2(n int, x []float64, incX int) float64 {
	if n > 0 && incX == 1 && len(x) >= n {
		if s := kernels.Dot(x[:n], x); s > 0x1p-900 && s < 0x1p1000 {
			return math.Sqrt(s)
		}
	}
	return g.Implementation.Dnrm2(n, x, incX)
}

// Dger adds alpha x yᵀ to a.
func (g Implementation) Dger(m, n int, alpha float64, x []float64, incX int, y []float64, incY int, a []float64, lda int) {
	if m <= 0 || n <= 0 || alpha == 0 || incX <= 0 || incY != 1 || len(x) < (m-1)*incX+1 || len(y) < n || !fits(m, n, a, lda) {
		g.Implementation.Dger(m, n, alpha, x, incX, y, incY, a, lda)
		return
	}
	for i := range m {
		f := [1]float64{alpha * x[i*incX]}
		kernels.AddRows(a[i*lda:i*lda+n], f[:], y, n)
	}
}

// Dgemv computes y = alpha op(a) x + beta y.
func (g Implementation) Dgemv(tA blas.Transpose, m, n int, alpha float64, a []float64, lda int, x []float64, incX int, beta float64, y []float64, incY int) {
	nx, ny := n, m
	if tA != blas.NoTrans {
		nx, ny = m, n
	}
	if !validTrans(tA) || m <= 0 || n <= 0 || alpha == 0 || incY != 1 || len(y) < ny || incX <= 0 || tA == blas.NoTrans && incX != 1 ||
		len(x) < (nx-1)*incX+1 || !fits(m, n, a, lda) {
		g.Implementation.Dgemv(tA, m, n, alpha, a, lda, x, incX, beta, y, incY)
		return
	}
	workers := parallel.Workers(0)
	if workers == 1 || m*n < splitFrom {
		gemvPart(tA, m, n, alpha, a, lda, x, incX, beta, y, 0, ny)
		return
	}
	pool := parallel.NewPool(0)
	defer pool.Close()
	blocks := parallel.Blocks{N: ny, Size: max(8, up((ny+2*workers-1)/(2*workers), 8))}
	_ = pool.Run(context.Background(), blocks.Len(), func(_, k int) {
		lo, hi := blocks.Range(k)
		gemvPart(tA, m, n, alpha, a, lda, x, incX, beta, y, lo, hi)
	})
}

// gemvPart computes the entries lo to hi of y.
func gemvPart(tA blas.Transpose, m, n int, alpha float64, a []float64, lda int, x []float64, incX int, beta float64, y []float64, lo, hi int) {
	part := y[lo:hi]
	if beta == 0 {
		clear(part)
	} else if beta != 1 {
		scale(beta, part)
	}
	if tA == blas.NoTrans {
		for i := range part {
			part[i] += alpha * kernels.Dot(x[:n], a[(lo+i)*lda:])
		}
		return
	}
	var f [64]float64
	for i := 0; i < m; i += len(f) {
		k := min(len(f), m-i)
		for q := range k {
			f[q] = alpha * x[(i+q)*incX]
		}
		kernels.AddRows(part, f[:k], a[i*lda+lo:], lda)
	}
}

// Dsymv computes y = alpha a x + beta y for symmetric a, reading each entry of its triangle once.
func (g Implementation) Dsymv(ul blas.Uplo, n int, alpha float64, a []float64, lda int, x []float64, incX int, beta float64, y []float64, incY int) {
	if !validUplo(ul) || n <= 0 || alpha == 0 || incX != 1 || incY != 1 || len(x) < n || len(y) < n || !fits(n, n, a, lda) {
		g.Implementation.Dsymv(ul, n, alpha, a, lda, x, incX, beta, y, incY)
		return
	}
	if beta == 0 {
		clear(y[:n])
	} else if beta != 1 {
		scale(beta, y[:n])
	}
	for i := range n {
		lo, hi := 0, i
		if ul == blas.Upper {
			lo, hi = i+1, n
		}
		row := a[i*lda+lo : i*lda+hi]
		f := [1]float64{alpha * x[i]}
		kernels.AddRows(y[lo:hi], f[:], row, len(row))
		y[i] += f[0]*a[i*lda+i] + alpha*kernels.Dot(row, x[lo:])
	}
}
