package ot

import (
	"context"
	"testing"
)

func TestSmoke(t *testing.T) {
	for _, c := range []struct {
		in  instance
		eta float64
		max int
	}{{lap(5, 1), 10, 0}, {lap(5, 1), 1200, 0}, {cloud(6), 10, 0}, {cloud(6), 1200, 100000}, {cloud(500), 50, 0}, {cloud(500), 200, 0}, {cloud(500), 1200, 0},
		{lap(500, 7), 100, 0}, {lap(500, 7), 1200, 100000}, {lap(500, 1), 1200, 100000}, {image(28, 2), 1200, 0}, {image(28, 1), 1200, 0}, {density(1000, 2), 1200, 0}, {density(1000, 1), 1200, 30000}} {
		r, err := Solve(context.Background(), Dense(c.in.c), c.in.a, c.in.b, 1/c.eta, &Options{Tol: 1e-9, MaxPasses: c.max, Bounds: true})
		if r == nil {
			t.Fatal(err)
		}
		t.Logf("%s eta %v: %v %.14f %.14f LP [%.12f %.12f] %v\n%+v", c.in.name, c.eta, r, r.Cost, r.Dual, r.LPLower, r.LPUpper, err, r.Stats)
	}
}
