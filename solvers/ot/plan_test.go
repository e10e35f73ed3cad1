package ot

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"
)

func TestWaysToSeeThePlanAgree(t *testing.T) {
	in := cloud(25)
	for _, mass := range []float64{1, 3} {
		a, b := append([]float64(nil), in.a...), append([]float64(nil), in.b...)
		for i := range a {
			a[i], b[i] = a[i]*mass, b[i]*mass
		}
		r := mustSolve(t, Dense(in.c), a, b, .02, nil)
		P := r.Plan(nil)
		for i := range 25 {
			row := r.PlanRow(nil, i)
			for j := range 25 {
				if row[j] != P.At(i, j) || r.At(i, j) != P.At(i, j) || r.T().At(j, i) != P.At(i, j) {
					t.Fatalf("entry (%d,%d) differs", i, j)
				}
			}
		}
		s := r.PlanSparse(1e-5)
		for i := range 25 {
			for j := range 25 {
				want := P.At(i, j)
				if want <= 1e-5 {
					want = 0
				}
				if s.At(i, j) != want {
					t.Fatalf("sparse entry (%d,%d) is %v, want %v", i, j, s.At(i, j), want)
				}
			}
		}
		if planDistance(s.T(), s.Dense().T()) != 0 || s.NNZ() == 0 {
			t.Error("sparse views differ")
		}
		x := mat.NewVecDense(25, nil)
		for k := range 25 {
			x.SetVec(k, uniform(3, uint64(k)))
		}
		var want, diff mat.VecDense
		want.MulVec(P, x)
		diff.SubVec(&want, r.MulVec(nil, false, x))
		near(t, "|Px − product|", mat.Norm(&diff, 1), 0, 1e-15*mass)
		want.MulVec(P.T(), x)
		diff.SubVec(&want, r.MulVec(mat.NewVecDense(25, nil), true, x))
		near(t, "|Pᵀx − product|", mat.Norm(&diff, 1), 0, 1e-15*mass)

		mapped := r.BarycentricMap(in.y)
		for i := range 25 {
			sum, px, py := 0.0, 0.0, 0.0
			for j := range 25 {
				sum += P.At(i, j)
				px += P.At(i, j) * in.y.At(j, 0)
				py += P.At(i, j) * in.y.At(j, 1)
			}
			near(t, "mapped x", mapped.At(i, 0), px/sum, 1e-13)
			near(t, "mapped y", mapped.At(i, 1), py/sum, 1e-13)
		}
	}
}

func TestRoundingMakesMarginalsExactAndIsValuedRight(t *testing.T) {
	in := cloud(30)
	for _, mass := range []float64{1, 5} {
		a, b := append([]float64(nil), in.a...), append([]float64(nil), in.b...)
		for i := range a {
			a[i], b[i] = a[i]*mass, b[i]*mass
		}
		for _, passes := range []int{1, 3, 10, 10_000} { // from wildly wrong to converged
			r, err := Solve(t.Context(), Dense(in.c), a, b, .005, &Options{MaxPasses: passes, Bounds: true, Ladder: Ladder{Start: math.Inf(1)}})
			if r == nil {
				t.Fatal(err)
			}
			R, moved := r.Rounded(nil)
			checkMarginals(t, R, a, b, 1e-14*mass, 1e-14*mass)
			if limit := 2*mass*(r.RowErr+r.ColErr) + 1e-13; moved > limit {
				t.Errorf("%d passes: moved %v, bound %v", passes, moved, limit)
			}
			near(t, "distance", planDistance(R, r.Plan(nil)), moved, 1e-13*mass)
			cost, primal := 0.0, 0.0
			for i := range 30 {
				for j := range 30 {
					if p := R.At(i, j); p > 0 {
						cost += p * in.c.At(i, j)
						primal += .005 * p * (math.Log(p) - 1)
					}
				}
			}
			near(t, "rounded cost", r.RoundedCost, cost, 1e-13*mass)
			near(t, "rounded primal", r.RoundedPrimal, cost+primal, 1e-13*mass)
			near(t, "gap", r.Gap, r.RoundedPrimal-r.Dual, 1e-13*mass)
			if r.Gap < -1e-14 || r.LPUpper != r.RoundedCost {
				t.Errorf("%d passes: gap %v, bracket [%v, %v]", passes, r.Gap, r.LPLower, r.LPUpper)
			}
		}
	}
}

func TestPanicsOnWrongDestinations(t *testing.T) {
	r := mustSolve(t, Dense(cloud(4).c), nil, nil, .1, nil)
	for name, f := range map[string]func(){
		"At":      func() { r.At(4, 0) },
		"At col":  func() { r.At(0, -1) },
		"Plan":    func() { r.Plan(mat.NewDense(3, 4, nil)) },
		"MulVec":  func() { r.MulVec(nil, false, mat.NewVecDense(3, nil)) },
		"dst":     func() { r.MulVec(mat.NewVecDense(3, nil), false, mat.NewVecDense(4, nil)) },
		"Map":     func() { r.BarycentricMap(mat.NewDense(3, 2, nil)) },
		"CSR row": func() { r.PlanSparse(0).At(9, 0) },
		"CSR col": func() { r.PlanSparse(0).At(0, 9) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s did not panic", name)
				}
			}()
			f()
		}()
	}
}
