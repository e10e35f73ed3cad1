package blas

import (
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"testing"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/gonum"
)

var reference gonum.Implementation

func random(rng *rand.Rand, n int) []float64 {
	x := make([]float64, n)
	for i := range x {
		x[i] = rng.NormFloat64()
	}
	return x
}

func clone(x []float64) []float64 { return append([]float64(nil), x...) }

func near(t *testing.T, what string, got, want []float64, tol float64) {
	t.Helper()
	for i := range got {
		if d := math.Abs(got[i] - want[i]); !(d <= tol*(1+math.Abs(want[i]))) {
			t.Fatalf("%s: entry %d is %v, want %v", what, i, got[i], want[i])
		}
	}
}

func same(t *testing.T, what string, got, want []float64) {
	t.Helper()
	for i := range got {
		if math.Float64bits(got[i]) != math.Float64bits(want[i]) {
			t.Fatalf("%s: entry %d is %v, want %v to the bit", what, i, got[i], want[i])
		}
	}
}

// onWorkers runs f with one, two and four workers.
func onWorkers(t *testing.T, f func() []float64) []float64 {
	t.Helper()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	first := f()
	for _, w := range []int{2, 4} {
		runtime.GOMAXPROCS(w)
		same(t, fmt.Sprint("with workers: ", w), f(), first)
	}
	return first
}

var transposes = []blas.Transpose{blas.NoTrans, blas.Trans}

func TestDgemmAgreesWithItsDefinitionOnAnyNumberOfWorkers(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, d := range [][3]int{{1, 1, 1}, {3, 5, 2}, {4, 12, 7}, {13, 25, 300}, {64, 64, 64}, {97, 131, 257}, {200, 70, 513}, {5, 2100, 9}, {410, 3, 40}} {
		m, n, k := d[0], d[1], d[2]
		for _, tA := range transposes {
			for _, tB := range transposes {
				for _, f := range [][2]float64{{1, 0}, {-1, 1}, {0.5, 2}, {0, 3}} {
					lda, ldb, ldc := k+1, n+2, n+3
					a, b := random(rng, m*lda), random(rng, k*ldb)
					if tA != blas.NoTrans {
						lda = m + 1
						a = random(rng, k*lda)
					}
					if tB != blas.NoTrans {
						ldb = k + 2
						b = random(rng, n*ldb)
					}
					c := random(rng, m*ldc)
					want := clone(c)
					reference.Dgemm(tA, tB, m, n, k, f[0], a, lda, b, ldb, f[1], want, ldc)
					got := onWorkers(t, func() []float64 {
						r := clone(c)
						Implementation{}.Dgemm(tA, tB, m, n, k, f[0], a, lda, b, ldb, f[1], r, ldc)
						return r
					})
					near(t, fmt.Sprint("dgemm ", d, tA, tB, f), got, want, 1e-12)
				}
			}
		}
	}
}

func TestDgemmIgnoresWhatAFreshResultHeld(t *testing.T) {
	c := []float64{math.NaN(), math.Inf(1), math.NaN(), 1}
	Implementation{}.Dgemm(blas.NoTrans, blas.NoTrans, 2, 2, 1, 1, []float64{1, 2}, 1, []float64{3, 4}, 2, 0, c, 2)
	same(t, "product", c, []float64{3, 4, 6, 8})
}

func TestDgemmRefusesWhatGonumRefuses(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a short slice was accepted")
		}
	}()
	Implementation{}.Dgemm(blas.NoTrans, blas.NoTrans, 2, 2, 2, 1, make([]float64, 3), 2, make([]float64, 4), 2, 0, make([]float64, 4), 2)
}

func BenchmarkDgemm(b *testing.B) {
	rng := rand.New(rand.NewPCG(5, 6))
	for _, n := range []int{8, 16, 32, 64, 128, 256, 512, 1024} {
		x, y, c := random(rng, n*n), random(rng, n*n), make([]float64, n*n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Implementation{}.Dgemm(blas.NoTrans, blas.NoTrans, n, n, n, 1, x, n, y, n, 0, c, n)
			}
			b.ReportMetric(2*float64(n*n*n)*float64(b.N)/float64(b.Elapsed().Nanoseconds()), "GF")
		})
	}
}
