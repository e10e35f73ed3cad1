package blas

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/blas"
)

func TestLevelsOneAndTwoAgreeWithGonum(t *testing.T) {
	rng := rand.New(rand.NewPCG(13, 14))
	for _, d := range [][2]int{{1, 1}, {3, 9}, {64, 70}, {129, 65}, {700, 800}} {
		m, n := d[0], d[1]
		a := random(rng, m*(n+1))
		for _, inc := range []int{1, 3} {
			for _, beta := range []float64{0, 1, -0.5} {
				for _, tA := range transposes {
					x, y := random(rng, 3*(m+n)), random(rng, 3*(m+n))
					want := clone(y)
					reference.Dgemv(tA, m, n, 2, a, n+1, x, inc, beta, want, 1)
					near(t, fmt.Sprint("dgemv ", d, string(tA), inc), onWorkers(t, func() []float64 {
						r := clone(y)
						Implementation{}.Dgemv(tA, m, n, 2, a, n+1, x, inc, beta, r, 1)
						return r
					}), want, 1e-11)
				}
				k := min(m, n)
				for _, ul := range []blas.Uplo{blas.Lower, blas.Upper} {
					x, y := random(rng, 3*k), random(rng, 3*k)
					want := clone(y)
					reference.Dsymv(ul, k, 2, a, n+1, x, inc, beta, want, 1)
					Implementation{}.Dsymv(ul, k, 2, a, n+1, x, inc, beta, y, 1)
					near(t, fmt.Sprint("dsymv ", k), y, want, 1e-11)
				}
			}
			x, y := random(rng, 3*m), random(rng, 3*n)
			got, want := clone(a), clone(a)
			reference.Dger(m, n, 2, x, inc, y, 1, want, n+1)
			Implementation{}.Dger(m, n, 2, x, inc, y, 1, got, n+1)
			near(t, "dger", got, want, 1e-14)
			u, v := random(rng, inc*n), random(rng, inc*n)
			near(t, "ddot", []float64{Implementation{}.Ddot(n, u, inc, v, inc)}, []float64{reference.Ddot(n, u, inc, v, inc)}, 1e-11)
			near(t, "dnrm2", []float64{Implementation{}.Dnrm2(n, u, inc)}, []float64{reference.Dnrm2(n, u, inc)}, 1e-14)
			want = clone(v)
			reference.Daxpy(n, 3, u, inc, want, inc)
			Implementation{}.Daxpy(n, 3, u, inc, v, inc)
			near(t, "daxpy", v, want, 1e-14)
		}
	}
}

func TestTheNormOfExtremeVectorsIsExact(t *testing.T) {
	for _, s := range []float64{1e-300, 1e300, 5e-324} {
		if got, want := (Implementation{}).Dnrm2(4, []float64{s, s, s, s}, 1), 2*s; math.Abs(got-want) > 1e-15*want {
			t.Errorf("the norm of four entries %v is %v", s, got)
		}
	}
}
