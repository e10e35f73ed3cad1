package blas

import "gonum.org/v1/gonum/blas"

func partOf(ul blas.Uplo) triangle {
	if ul == blas.Lower {
		return lower
	}
	return upper
}

func validUplo(ul blas.Uplo) bool { return ul == blas.Lower || ul == blas.Upper }

// Dsyrk computes a triangle of c = alpha a aᵀ + beta c, or of alpha aᵀ a + beta c.
func (g Implementation) Dsyrk(ul blas.Uplo, tA blas.Transpose, n, k int, alpha float64, a []float64, lda int, beta float64, c []float64, ldc int) {
	r, s := n, k
	if tA != blas.NoTrans {
		r, s = k, n
	}
	if !validUplo(ul) || !validTrans(tA) || n <= 0 || k <= 0 || !fits(r, s, a, lda) || !fits(n, n, c, ldc) {
		g.Implementation.Dsyrk(ul, tA, n, k, alpha, a, lda, beta, c, ldc)
		return
	}
	x := operandOf(tA, a, lda)
	product{m: n, n: n, k: k, alpha: alpha, beta: beta, a: x, b: x.t(), c: c, ldc: ldc, part: partOf(ul)}.run(true)
}

// Dsyr2k computes a triangle of c = alpha (a bᵀ + b aᵀ) + beta c, or of the same with aᵀ b.
func (g Implementation) Dsyr2k(ul blas.Uplo, tA blas.Transpose, n, k int, alpha float64, a []float64, lda int, b []float64, ldb int, beta float64, c []float64, ldc int) {
	r, s := n, k
	if tA != blas.NoTrans {
		r, s = k, n
	}
	if !validUplo(ul) || !validTrans(tA) || n <= 0 || k <= 0 || !fits(r, s, a, lda) || !fits(r, s, b, ldb) || !fits(n, n, c, ldc) {
		g.Implementation.Dsyr2k(ul, tA, n, k, alpha, a, lda, b, ldb, beta, c, ldc)
		return
	}
	x, y := operandOf(tA, a, lda), operandOf(tA, b, ldb)
	product{m: n, n: n, k: k, alpha: alpha, beta: beta, a: x, b: y.t(), c: c, ldc: ldc, part: partOf(ul)}.run(true)
	product{m: n, n: n, k: k, alpha: alpha, beta: 1, a: y, b: x.t(), c: c, ldc: ldc, part: partOf(ul)}.run(true)
}

// Dsymm computes c = alpha a b + beta c, or alpha b a + beta c, for symmetric a, of which a full copy is made.
func (g Implementation) Dsymm(s blas.Side, ul blas.Uplo, m, n int, alpha float64, a []float64, lda int, b []float64, ldb int, beta float64, c []float64, ldc int) {
	order := m
	if s == blas.Right {
		order = n
	}
	if s != blas.Left && s != blas.Right || !validUplo(ul) || m <= 0 || n <= 0 || !fits(order, order, a, lda) || !fits(m, n, b, ldb) || !fits(m, n, c, ldc) {
		g.Implementation.Dsymm(s, ul, m, n, alpha, a, lda, b, ldb, beta, c, ldc)
		return
	}
	full := matrix{make([]float64, order*order), order, 1}
	for i := range order {
		for j := range i + 1 {
			v := a[i*lda+j]
			if ul == blas.Upper {
				v = a[j*lda+i]
			}
			full.data[i*order+j], full.data[j*order+i] = v, v
		}
	}
	p := product{m: m, n: n, k: order, alpha: alpha, beta: beta, a: full, b: matrix{b, ldb, 1}, c: c, ldc: ldc}
	if s == blas.Right {
		p.a, p.b = p.b, p.a
	}
	p.run(true)
}
