package ot

import (
	"context"
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// tight is the option set of tests that compare with exact values.
func tight() *Options { return &Options{Tol: 1e-13, MaxPasses: 200_000, Bounds: true} }

func mustSolve(t *testing.T, c Cost, a, b []float64, eps float64, opt *Options) *Result {
	t.Helper()
	r, err := Solve(context.Background(), c, a, b, eps, opt)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func near(t *testing.T, what string, got, want, tol float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tol) {
		t.Errorf("%s is %.16g, want %.16g (off by %.1e, allowed %.1e)", what, got, want, got-want, tol)
	}
}

func TestTwoByTwoHasTheClosedForm(t *testing.T) {
	a, b := []float64{.3, .7}, []float64{.6, .4}
	r := mustSolve(t, Dense(mat.NewDense(2, 2, []float64{.1, .9, .5, .2})), a, b, 1./7, tight())
	near(t, "P11", r.At(0, 0), 0.2998191691421166, 1e-13)
	for k := range uint64(40) {
		c := mat.NewDense(2, 2, []float64{uniform(9, 8*k), uniform(9, 8*k+1), uniform(9, 8*k+2), uniform(9, 8*k+3)})
		a := []float64{.05 + .9*uniform(9, 8*k+4), 0}
		b := []float64{.05 + .9*uniform(9, 8*k+5), 0}
		a[1], b[1] = 1-a[0], 1-b[0]
		eta := 1 + 9*uniform(9, 8*k+6) // beyond, row errors of 1e-13 no longer pin the plan down
		r := mustSolve(t, Dense(c), a, b, 1/eta, tight())
		kappa := math.Exp(-eta * (c.At(0, 0) + c.At(1, 1) - c.At(0, 1) - c.At(1, 0)))
		T := kappa*(a[0]+b[0]) + 1 - a[0] - b[0]
		want := 2 * kappa * a[0] * b[0] / (T + math.Sqrt(T*T-4*(kappa-1)*kappa*a[0]*b[0]))
		near(t, "P11", r.At(0, 0), want, 1e-11)
	}
}

func TestOneRowOrColumnLeavesNoChoice(t *testing.T) {
	w := []float64{.1, .2, .3, .4}
	c := []float64{3, -1, 4, 100}
	row := mustSolve(t, Dense(mat.NewDense(1, 4, c)), nil, w, .01, tight())
	col := mustSolve(t, Dense(mat.NewDense(4, 1, c)), w, []float64{1}, .01, tight())
	for k, v := range w {
		near(t, "entry", row.At(0, k), v, 1e-15)
		near(t, "entry", col.At(k, 0), v, 1e-15)
	}
	one := mustSolve(t, Dense(mat.NewDense(1, 1, []float64{5})), nil, nil, .3, nil)
	near(t, "cost", one.Cost, 5, 1e-15)
	near(t, "dual", one.Dual, 5-.3, 1e-15)
}

func TestSeparableCostGivesTheProductPlan(t *testing.T) {
	a, b := []float64{.2, .5, .3}, []float64{.25, .15, .35, .25}
	for _, scale := range []float64{0, 1, 1e6} {
		c := mat.NewDense(3, 4, nil)
		for i := range 3 {
			for j := range 4 {
				c.Set(i, j, scale*(float64(i*i)-3*float64(j)))
			}
		}
		r := mustSolve(t, Dense(c), a, b, .01, tight())
		for i := range 3 {
			for j := range 4 {
				near(t, "entry", r.At(i, j), a[i]*b[j], 1e-14)
			}
		}
	}
}

// TestGaussiansOnTheLine compares with the closed form of entropic transport between Gaussians; what is left is the
// discretisation of the line.
func TestGaussiansOnTheLine(t *testing.T) {
	const n, m1, m2, s1, s2, eps = 600, 0, 1.5, .8, 1.1, .3
	x := mat.NewDense(n, 1, nil)
	a, b := make([]float64, n), make([]float64, n)
	for i := range n {
		v := -6 + 14*float64(i)/(n-1)
		x.Set(i, 0, v)
		a[i], b[i] = math.Exp(-sq((v-m1)/s1)/2), math.Exp(-sq((v-m2)/s2)/2)
	}
	normalised(a)
	normalised(b)
	r := mustSolve(t, Points(x, x, SqEuclidean), a, b, eps, &Options{Tol: 1e-12})
	A, B, sigma2 := s1*s1, s2*s2, eps/2
	D := math.Sqrt(4*A*B + sigma2*sigma2)
	cost := sq(m1-m2) + A + B - (D - sigma2)
	value := sq(m1-m2) + A + B - D + sigma2*(1-math.Log(2*sigma2)) + sigma2*math.Log(D+sigma2)
	near(t, "cost", r.Cost, cost, 2e-7)
	// Primal uses Σ P (ln P − 1); the closed form uses KL(P | a⊗b).
	kl := r.Primal + eps
	for i := range a {
		kl -= eps * (a[i]*math.Log(a[i]) + b[i]*math.Log(b[i]))
	}
	near(t, "value", kl, value, 2e-7)
	near(t, "cost (number)", r.Cost, 2.48361952, 2e-7)
	near(t, "value (number)", kl, 2.76178117, 2e-7)
}
