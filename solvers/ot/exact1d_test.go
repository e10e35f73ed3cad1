package ot

import (
	"errors"
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"
)

func TestWasserstein1DAgreesWithKnownValuesAndTheLP(t *testing.T) {
	grid := func(n int) []float64 {
		x := make([]float64, n)
		for i := range x {
			x[i] = (float64(i) + .5) / float64(n)
		}
		return x
	}
	for _, k := range []struct {
		n       int
		p, want float64
	}{{300, 1, 0.2708001389641760}, {300, 2, 0.0823658123600026}, {1000, 1, 0.270800018109715}, {1000, 2, 0.082362781193298}} {
		in := density(k.n, int(k.p))
		w, err := Wasserstein1D(grid(k.n), in.a, grid(k.n), in.b, k.p)
		if err != nil {
			t.Fatal(err)
		}
		near(t, in.name, math.Pow(w, k.p), k.want, 1e-13)
	}
	for seed := range uint64(30) {
		n, m := 1+int(7*uniform(seed, 0)), 1+int(7*uniform(seed, 1))
		x, y, a, b := make([]float64, n), make([]float64, m), make([]float64, n), make([]float64, m)
		for i := range n {
			x[i], a[i] = uniform(seed, uint64(10+i)), uniform(seed, uint64(20+i))
		}
		for j := range m {
			y[j], b[j] = uniform(seed, uint64(30+j)), uniform(seed, uint64(40+j))
		}
		normalised(a)
		normalised(b)
		c := mat.NewDense(n, m, nil)
		for i := range n {
			for j := range m {
				c.Set(i, j, math.Pow(math.Abs(x[i]-y[j]), 1.5))
			}
		}
		w, err := Wasserstein1D(x, a, y, b, 1.5)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "W_1.5^1.5", math.Pow(w, 1.5), exactCost(c, a, b), 1e-11)
	}
}

func TestWasserstein1DRefusesBadInput(t *testing.T) {
	_, err := Wasserstein1D(nil, nil, []float64{math.NaN()}, []float64{-1}, .5)
	for _, kind := range []error{ErrEmpty, ErrNonFinite, ErrNegative, ErrOption} {
		if !errors.Is(err, kind) {
			t.Errorf("%v lacks %v", err, kind)
		}
	}
	if _, err := Wasserstein1D([]float64{1, 2}, []float64{1}, []float64{1}, nil, 1); !errors.Is(err, ErrShape) {
		t.Error(err)
	}
	if _, err := Wasserstein1D([]float64{1}, []float64{1}, []float64{1}, []float64{2}, 1); !errors.Is(err, ErrMassMismatch) {
		t.Error(err)
	}
}
