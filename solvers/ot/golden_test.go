package ot

import (
	"context"
	"errors"
	"fmt"
	"math"
	"testing"
)

// goldens are reference values with errors below 1e-12: transport cost and dual value of the entropic problem, and the
// unregularised cost by network simplex. Where Sinkhorn is too slow for full accuracy the tolerances say how far it is
// taken: lap-5-1 at eta 1200 converges sublinearly (3e-7 after 200 000 sweeps), dens-1000-1 needs 17 000 sweeps for
// 1e-9. Left out because they take minutes: lap-500-13 (300 000 sweeps) and lap-1000-7 at eta 2400.
var goldens = []struct {
	in       func() instance
	eta      float64
	cost     float64
	dual, lp float64
	tol      float64 // solved to this error; costs then agree to costTol
	costTol  float64
	dualTol  float64
	slow     bool // skipped by -short
}{
	{func() instance { return lap(5, 1) }, 10, 0.31224549852431, -0.03168049684867, 0.284331039402628, 1e-13, 1e-12, 1e-11, false},
	{func() instance { return lap(5, 1) }, 1200, 0.28433104462717, 0.28215650742701, 0.284331039402628, 1e-6, 2e-7, 3e-10, false},
	{func() instance { return cloud(6) }, 10, 0.07981786504481, -0.33190727494486, 0.045829062073400, 1e-13, 1e-12, 1e-11, false},
	{func() instance { return cloud(6) }, 1200, 0.04583303145537, 0.04312992696768, 0.045829062073400, 1e-12, 1e-11, 1e-11, false},
	{func() instance { return lap(500, 1) }, 1200, 0.00333159882704, -0.00336050283194, 0.003106969633060, 1e-12, 1e-11, 1e-11, false},
	{func() instance { return lap(500, 7) }, 1200, 0.00344569368381, -0.00323215502439, 0.003219965792758, 1e-12, 1e-11, 1e-11, true},
	{func() instance { return lap(500, 7) }, 100, 0.01119422809597, -0.08738001861039, 0.003219965792758, 1e-12, 1e-11, 1e-11, false},
	{func() instance { return cloud(500) }, 1200, 0.03508633889742, 0.02709200167376, 0.034555530303336, 1e-12, 1e-11, 1e-11, true},
	{func() instance { return cloud(500) }, 200, 0.03847486546359, -0.01675346450646, 0.034555530303336, 1e-12, 1e-11, 1e-11, false},
	{func() instance { return cloud(500) }, 50, 0.04977361349987, -0.19233054032094, 0.034555530303336, 1e-12, 1e-11, 1e-11, false},
	{func() instance { return image(28, 2) }, 1200, 0.01360385471250, 0.00632221322285, 0.013052497686977, 1e-12, 1e-11, 1e-11, true},
	{func() instance { return image(28, 1) }, 1200, 0.08596676884599, 0.07817277231281, 0.085966768845993, 1e-12, 1e-11, 1e-11, true},
	{func() instance { return density(1000, 2) }, 1200, 0.08275951410729, 0.07310135847591, 0.082362781193298, 1e-12, 1e-11, 1e-11, true},
	{func() instance { return density(1000, 1) }, 1200, 0.27080172664888, 0.25991164636341, 0.270800018109715, 1e-7, 1e-7, 1e-11, true},
}

// newtonGoldens adds what only Newton's method reaches.
var newtonGoldens = []struct {
	in             func() instance
	eta            float64
	cost, dual, lp float64
}{
	{func() instance { return lap(5, 1) }, 1200, 0.28433104462717, 0.28215650742701, 0.284331039402628},
	{func() instance { return lap(500, 13) }, 1200, 0.00370696291161, -0.00292900717079, 0.003482024145866},
	{func() instance { return lap(1000, 7) }, 2400, 0.00174303640660, -0.00187171770534, 0.001632968118158},
	{func() instance { return density(1000, 1) }, 1200, 0.27080172664888, 0.25991164636341, 0.270800018109715},
}

// TestNewtonReachesGoldenValues solves every reference problem to 1e-12, without and with the choice of the method.
func TestNewtonReachesGoldenValues(t *testing.T) {
	all := newtonGoldens
	for _, g := range goldens {
		all = append(all, struct {
			in             func() instance
			eta            float64
			cost, dual, lp float64
		}{g.in, g.eta, g.cost, g.dual, g.lp})
	}
	for _, g := range all {
		in := g.in()
		for _, method := range []Method{Newton, Auto} {
			r := mustSolve(t, Dense(in.c), in.a, in.b, 1/g.eta, &Options{Method: method, Tol: 1e-12, Bounds: true})
			t.Logf("%s eta %v: %v", in.name, g.eta, r)
			name := fmt.Sprintf("%s eta %v %v", in.name, g.eta, method)
			near(t, name+" cost", r.Cost, g.cost, 1e-11)
			near(t, name+" dual", r.Dual, g.dual, 1e-11)
			if r.LPLower > g.lp+1e-12 || r.LPUpper < g.lp-1e-12 {
				t.Errorf("%s: the bracket [%v, %v] misses the exact cost %v", name, r.LPLower, r.LPUpper, g.lp)
			}
			if r.Gap < -1e-14 || r.Gap > 1e-11 {
				t.Errorf("%s: gap %v", name, r.Gap)
			}
			if method == Newton && r.Stats.Passes > 80 {
				t.Errorf("%s: %d passes", name, r.Stats.Passes)
			}
		}
	}
}

func TestGoldenValues(t *testing.T) {
	for _, g := range goldens {
		in := g.in()
		if g.slow && testing.Short() {
			continue
		}
		r, err := Solve(context.Background(), Dense(in.c), in.a, in.b, 1/g.eta, &Options{Method: Sinkhorn, Tol: g.tol, MaxPasses: 200_000, Bounds: true})
		if err != nil && !errors.Is(err, ErrNotConverged) {
			t.Fatal(err)
		}
		t.Logf("%s eta %v: %v, off by %.1e, dual off by %.1e", in.name, g.eta, r, r.Cost-g.cost, r.Dual-g.dual)
		if err != nil {
			t.Errorf("%s: %v", in.name, err)
		}
		if math.Abs(r.Cost-g.cost) > g.costTol {
			t.Errorf("%s eta %v: cost %.14f, want %.14f", in.name, g.eta, r.Cost, g.cost)
		}
		if math.Abs(r.Dual-g.dual) > g.dualTol {
			t.Errorf("%s eta %v: dual %.14f, want %.14f", in.name, g.eta, r.Dual, g.dual)
		}
		if r.LPLower > g.lp+1e-12 || r.LPUpper < g.lp-1e-12 {
			t.Errorf("%s eta %v: the bracket [%v, %v] misses the exact cost %v", in.name, g.eta, r.LPLower, r.LPUpper, g.lp)
		}
		if r.Gap < -1e-14 || r.Gap > 1e-9+g.tol {
			t.Errorf("%s eta %v: gap %v", in.name, g.eta, r.Gap)
		}
	}
}
