package blas

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/blas"
	lapack "gonum.org/v1/gonum/lapack/gonum"
)

// triangleOf is a well-conditioned matrix of which a triangle is meant.
func triangleOf(rng *rand.Rand, n, ld int) []float64 {
	a := random(rng, n*ld)
	for i := range n {
		for j := range n {
			a[i*ld+j] /= math.Sqrt(float64(n))
		}
		a[i*ld+i] += 3
	}
	return a
}

func TestTriangularProductsAndSolvesAgreeWithGonum(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for _, d := range [][2]int{{1, 1}, {5, 3}, {16, 20}, {33, 150}, {100, 70}, {129, 300}} {
		for _, side := range []blas.Side{blas.Left, blas.Right} {
			for _, ul := range []blas.Uplo{blas.Lower, blas.Upper} {
				for _, tA := range transposes {
					for _, diag := range []blas.Diag{blas.NonUnit, blas.Unit} {
						m, n := d[0], d[1]
						order := m
						if side == blas.Right {
							order = n
						}
						lda, ldb := order+1, n+2
						a, b := triangleOf(rng, order, lda), random(rng, m*ldb)
						if diag == blas.Unit {
							scale(0.1, a)
						}
						what := fmt.Sprint(d, string(side), string(ul), string(tA), string(diag))
						want := clone(b)
						reference.Dtrsm(side, ul, tA, diag, m, n, -2, a, lda, want, ldb)
						near(t, "dtrsm "+what, onWorkers(t, func() []float64 {
							x := clone(b)
							Implementation{}.Dtrsm(side, ul, tA, diag, m, n, -2, a, lda, x, ldb)
							return x
						}), want, 1e-11)
						want = clone(b)
						reference.Dtrmm(side, ul, tA, diag, m, n, -2, a, lda, want, ldb)
						near(t, "dtrmm "+what, onWorkers(t, func() []float64 {
							x := clone(b)
							Implementation{}.Dtrmm(side, ul, tA, diag, m, n, -2, a, lda, x, ldb)
							return x
						}), want, 1e-11)
					}
				}
			}
		}
	}
}

func TestSymmetricProductsAgreeWithGonum(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	for _, d := range [][2]int{{1, 1}, {5, 3}, {16, 20}, {33, 150}, {130, 300}, {200, 40}} {
		n, k := d[0], d[1]
		for _, ul := range []blas.Uplo{blas.Lower, blas.Upper} {
			for _, beta := range []float64{0, 1, 0.5} {
				for _, tA := range transposes {
					lda := k + 1
					a, b := random(rng, n*lda), random(rng, n*lda)
					if tA != blas.NoTrans {
						lda = n + 1
						a, b = random(rng, k*lda), random(rng, k*lda)
					}
					c := random(rng, n*(n+1))
					want := clone(c)
					reference.Dsyrk(ul, tA, n, k, 2, a, lda, beta, want, n+1)
					near(t, fmt.Sprint("dsyrk ", d), onWorkers(t, func() []float64 {
						x := clone(c)
						Implementation{}.Dsyrk(ul, tA, n, k, 2, a, lda, beta, x, n+1)
						return x
					}), want, 1e-12)
					want = clone(c)
					reference.Dsyr2k(ul, tA, n, k, 2, a, lda, b, lda, beta, want, n+1)
					near(t, fmt.Sprint("dsyr2k ", d), onWorkers(t, func() []float64 {
						x := clone(c)
						Implementation{}.Dsyr2k(ul, tA, n, k, 2, a, lda, b, lda, beta, x, n+1)
						return x
					}), want, 1e-12)
				}
				for _, side := range []blas.Side{blas.Left, blas.Right} {
					order := n
					if side == blas.Right {
						order = k
					}
					a, b, c := random(rng, order*order), random(rng, n*k), random(rng, n*k)
					want := clone(c)
					reference.Dsymm(side, ul, n, k, 2, a, order, b, k, beta, want, k)
					got := clone(c)
					Implementation{}.Dsymm(side, ul, n, k, 2, a, order, b, k, beta, got, k)
					near(t, fmt.Sprint("dsymm ", d), got, want, 1e-12)
				}
			}
		}
	}
}

func TestCholeskyAndLUReproduceTheirMatrix(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	for _, n := range []int{1, 2, 7, 16, 17, 33, 64, 100, 257} {
		x := random(rng, n*n)
		a := make([]float64, n*n)
		reference.Dgemm(blas.NoTrans, blas.Trans, n, n, n, 1, x, n, x, n, 0, a, n)
		for i := range n {
			a[i*n+i] += float64(n)
		}
		for _, ul := range []blas.Uplo{blas.Lower, blas.Upper} {
			want := clone(a)
			lapack.Implementation{}.Dpotrf(ul, n, want, n)
			near(t, fmt.Sprint("dpotrf ", n), onWorkers(t, func() []float64 {
				f := clone(a)
				if !(Lapack{}.Dpotrf(ul, n, f, n)) {
					t.Error("a positive definite matrix was refused")
				}
				return f
			}), want, 1e-10)
		}
		a[(n-1)*(n+1)] = -1e6
		if (Lapack{}).Dpotrf(blas.Upper, n, clone(a), n) || (Lapack{}).Dpotrf(blas.Lower, n, a, n) {
			t.Errorf("n=%d: an indefinite matrix was accepted", n)
		}
	}
	for _, d := range [][2]int{{1, 1}, {2, 5}, {16, 16}, {40, 17}, {17, 40}, {64, 64}, {100, 300}, {300, 100}, {200, 200}} {
		m, n := d[0], d[1]
		a := random(rng, m*n)
		want := clone(a)
		wantPiv := make([]int, min(m, n))
		lapack.Implementation{}.Dgetrf(m, n, want, n, wantPiv)
		near(t, fmt.Sprint("dgetrf ", d), onWorkers(t, func() []float64 {
			f, piv := clone(a), make([]int, min(m, n))
			if !(Lapack{}.Dgetrf(m, n, f, n, piv)) {
				t.Error("a regular matrix was refused")
			}
			for i := range piv {
				if piv[i] != wantPiv[i] {
					t.Fatalf("dgetrf %v: pivot %d is %d, want %d", d, i, piv[i], wantPiv[i])
				}
			}
			return f
		}), want, 1e-9)
	}
	if (Lapack{}).Dgetrf(3, 3, make([]float64, 9), 3, make([]int, 3)) {
		t.Error("a zero matrix was called regular")
	}
}

func BenchmarkFactor(b *testing.B) {
	rng := rand.New(rand.NewPCG(5, 6))
	for _, n := range []int{100, 500, 1000} {
		a := triangleOf(rng, n, n)
		for i := range n {
			a[i*n+i] += 3 * math.Sqrt(float64(n))
		}
		f, piv := make([]float64, n*n), make([]int, n)
		x := random(rng, n*n)
		flops := float64(n) * float64(n) * float64(n)
		run := func(name string, flops float64, do func()) {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				for b.Loop() {
					do()
				}
				b.ReportMetric(flops*float64(b.N)/float64(b.Elapsed().Nanoseconds()), "GF")
			})
		}
		run("cholesky", flops/3, func() { copy(f, a); Lapack{}.Dpotrf(blas.Lower, n, f, n) })
		run("lu", 2*flops/3, func() { copy(f, a); Lapack{}.Dgetrf(n, n, f, n, piv) })
		run("trsm", flops, func() {
			copy(f, x)
			Implementation{}.Dtrsm(blas.Left, blas.Lower, blas.NoTrans, blas.NonUnit, n, n, 1, a, n, f, n)
		})
		run("syrk", flops, func() { Implementation{}.Dsyrk(blas.Upper, blas.Trans, n, n, 1, x, n, 0, f, n) })
	}
}
