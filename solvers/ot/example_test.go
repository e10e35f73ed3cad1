package ot_test

import (
	"context"
	"errors"
	"fmt"

	"gonum.org/v1/gonum/mat"

	"monge/solvers/ot"
	"monge/solvers/solve"
)

// Two bakeries deliver to three cafés.
func ExampleSolve() {
	cost := mat.NewDense(2, 3, []float64{
		1, 2, 4,
		3, 1, 1,
	})
	r, err := ot.Solve(context.Background(), ot.Dense(cost), []float64{0.4, 0.6}, []float64{0.3, 0.3, 0.4}, 0.05, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("plan\n%.3f\n", mat.Formatted(r.Plan(nil)))
	fmt.Printf("cost %.4f, certified to %.0e\n", r.Cost, 1e-9)
	// Output:
	// plan
	// ⎡0.300  0.100  0.000⎤
	// ⎣0.000  0.200  0.400⎦
	// cost 1.1000, certified to 1e-09
}

// Point clouds need no cost matrix: distances are computed when they are used.
func ExamplePoints() {
	x := mat.NewDense(3, 1, []float64{0, 1, 2})
	y := mat.NewDense(3, 1, []float64{10, 11, 12})
	r, _ := ot.Solve(context.Background(), ot.Points(x, y, ot.SqEuclidean), nil, nil, 0.01, nil)
	fmt.Printf("%.0f\n", mat.Formatted(r.BarycentricMap(y).T()))
	// Output: [10  11  12]
}

// Everything that is wrong with an input is reported at once.
func ExampleInputError() {
	cost := mat.NewDense(2, 2, nil)
	_, err := ot.Solve(context.Background(), ot.Dense(cost), []float64{1.2, -0.2}, nil, 0, nil)
	fmt.Println(err)
	fmt.Println(errors.Is(err, ot.ErrNegative))
	// Output:
	// ot: eps = 0: regularisation must be positive and finite
	// ot: a[1] = -0.2: weights must be non-negative
	// true
}

// An observer follows the solve; a bracket says what the regularisation costs.
func ExampleOptions() {
	cost := mat.NewDense(3, 3, []float64{0, 1, 2, 1, 0, 1, 2, 1, 0})
	a, b := []float64{0.5, 0.3, 0.2}, []float64{0.2, 0.3, 0.5}
	reports := 0
	r, _ := ot.Solve(context.Background(), ot.Dense(cost), a, b, 0.1, &ot.Options{
		Tol:      1e-10,
		Bounds:   true,
		Observer: func(solve.Step) { reports++ },
	})
	fmt.Println(reports > 0, r.Status)
	fmt.Printf("exact cost 0.6 lies in [%.3f, %.3f]\n", r.LPLower, r.LPUpper)
	// Output:
	// true converged
	// exact cost 0.6 lies in [0.591, 0.600]
}

func ExampleWasserstein1D() {
	w, _ := ot.Wasserstein1D([]float64{0, 1}, nil, []float64{5, 6}, nil, 1)
	fmt.Println(w)
	// Output: 5
}
