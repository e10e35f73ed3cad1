package ot

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// FuzzSolve feeds arbitrary numbers: the solver must refuse them with an InputError or return a certificate that is
// true of the plan.
func FuzzSolve(f *testing.F) {
	f.Add(uint64(1), uint8(2), uint8(3), 0.1, 0.0, 1.0)
	f.Add(uint64(2), uint8(1), uint8(1), 1e-9, -1e6, 1e-3)
	f.Add(uint64(3), uint8(12), uint8(5), 1e12, 1e300, 1e300)
	f.Add(uint64(4), uint8(4), uint8(4), 1e-3, math.Inf(1), 1.0)
	f.Add(uint64(5), uint8(7), uint8(2), 1e-300, 0.0, 1e-200)
	f.Add(uint64(6), uint8(7), uint8(2), 0.5, 0.0, 0.0)
	f.Add(uint64(7), uint8(12), uint8(37), 1e-3, 0.0, 1.0)
	f.Add(uint64(8), uint8(11), uint8(36), 1e-5, 5.0, 1.0)
	f.Fuzz(func(t *testing.T, seed uint64, n, m uint8, eps, shift, scale float64) {
		rows, cols := int(n%13), int(m%13)
		if rows == 0 || cols == 0 {
			return
		}
		rng := rand.New(rand.NewPCG(seed, 99))
		c := mat.NewDense(rows, cols, nil)
		a, b := make([]float64, rows), make([]float64, cols)
		for i := range rows {
			a[i] = math.Pow(10, -8*rng.Float64())
			for j := range cols {
				c.Set(i, j, shift+scale*rng.NormFloat64())
			}
		}
		for j := range cols {
			b[j] = math.Pow(10, -8*rng.Float64())
		}
		method := []Method{Auto, Sinkhorn, Newton}[(int(n)/13+int(m)/13)%3]
		r, err := Solve(t.Context(), Dense(c), a, b, eps, &Options{Method: method, Normalize: true, MaxPasses: 300, Bounds: true, Threads: 1})
		if r == nil {
			var in *InputError
			if !errors.As(err, &in) {
				t.Fatalf("refused with %v", err)
			}
			return
		}
		if err != nil && !errors.Is(err, ErrNotConverged) {
			t.Fatal(err)
		}
		normalised(a)
		normalised(b)
		plan := r.Plan(nil)
		checkMarginals(t, plan, a, b, r.RowErr+1e-12, r.ColErr+1e-12)
		if span := mat.Max(c) - mat.Min(c); math.Abs(shift) < 1e6*span { // else the cost itself is mostly rounding
			cost := 0.0
			for i := range rows {
				for j := range cols {
					cost += plan.At(i, j) * c.At(i, j)
				}
			}
			if math.Abs(cost-r.Cost) > 1e-9*(span+math.Abs(cost)) {
				t.Fatalf("cost %v, reported %v", cost, r.Cost)
			}
		}
		R, _ := r.Rounded(nil)
		checkMarginals(t, R, a, b, 1e-12, 1e-12)
		for _, v := range append(append([]float64{r.Cost, r.Gap, r.Entropy}, r.F...), r.G...) {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				t.Fatalf("result holds %v: %v", v, r)
			}
		}
	})
}
