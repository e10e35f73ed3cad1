package ot

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// randomProblem draws a problem with all the unpleasantness that inputs have.
func randomProblem(rng *rand.Rand) (c *mat.Dense, a, b []float64, eps float64) {
	n, m := 1+rng.IntN(12), 1+rng.IntN(12)
	c = mat.NewDense(n, m, nil)
	ties := rng.IntN(3) == 0
	for i := range n {
		for j := range m {
			v := rng.NormFloat64()
			if ties {
				v = float64(rng.IntN(4))
			}
			c.Set(i, j, v)
		}
	}
	if rng.IntN(3) == 0 { // shifts that dwarf the differences
		for i := range n {
			s := 1e6 * rng.NormFloat64()
			for j := range m {
				c.Set(i, j, c.At(i, j)+s)
			}
		}
	}
	decades := 0.0
	if rng.IntN(2) == 0 {
		decades = 8
	}
	weights := func(n int) []float64 {
		w := make([]float64, n)
		for i := range w {
			w[i] = math.Pow(10, -decades*rng.Float64())
		}
		return normalised(w)
	}
	return c, weights(n), weights(m), math.Pow(10, 1-2.5*rng.Float64())
}

// reference is Sinkhorn as in a textbook: log-sum-exps with maximum subtraction, nothing else, for very long.
func reference(c *mat.Dense, a, b []float64, eps float64, sweeps int) (plan *mat.Dense, rowErr float64) {
	n, m := c.Dims()
	d := mat.NewDense(n, m, nil) // row minima out, so that the reference has no rounding trouble of its own
	for i := range n {
		low := mat.Min(c.Slice(i, i+1, 0, m))
		for j := range m {
			d.Set(i, j, c.At(i, j)-low)
		}
	}
	f, g := make([]float64, n), make([]float64, m)
	lse := func(k int, t func(int) float64) float64 {
		top, s := math.Inf(-1), 0.0
		for i := range k {
			top = max(top, t(i))
		}
		for i := range k {
			s += math.Exp(t(i) - top)
		}
		return top + math.Log(s)
	}
	plan = mat.NewDense(n, m, nil)
	for range sweeps {
		for i := range n {
			f[i] = eps * (math.Log(a[i]) - lse(m, func(j int) float64 { return (g[j] - d.At(i, j)) / eps }))
		}
		for j := range m {
			g[j] = eps * (math.Log(b[j]) - lse(n, func(i int) float64 { return (f[i] - d.At(i, j)) / eps }))
		}
	}
	for i := range n {
		r := 0.0
		for j := range m {
			p := math.Exp((f[i] + g[j] - d.At(i, j)) / eps)
			plan.Set(i, j, p)
			r += p
		}
		rowErr += math.Abs(r - a[i])
	}
	return plan, rowErr
}

func planDistance(p, q mat.Matrix) float64 {
	n, m := p.Dims()
	s := 0.0
	for i := range n {
		for j := range m {
			s += math.Abs(p.At(i, j) - q.At(i, j))
		}
	}
	return s
}

func TestRandomProblemsAgreeWithTheReference(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	compared, count := 0, 300
	if testing.Short() {
		count = 60
	}
	for k := range count {
		c, a, b, eps := randomProblem(rng)
		want, refErr := reference(c, a, b, eps, 3000)
		r, err := Solve(t.Context(), Dense(c), a, b, eps, &Options{Method: []Method{Sinkhorn, Newton, Auto}[k%3], Tol: 1e-12, MaxPasses: 100_000, Bounds: true})
		if r == nil {
			t.Fatalf("problem %d: %v", k, err)
		}
		n, m := c.Dims()
		// The certificate must be true whether or not the solve converged.
		plan := r.Plan(nil)
		checkMarginals(t, plan, a, b, r.RowErr+1e-13, r.ColErr+1e-13)
		scale := 1 + mat.Max(c) - mat.Min(c)
		if r.Gap < -1e-13*scale {
			t.Errorf("problem %d: gap %v", k, r.Gap)
		}
		if r.LPLower > r.LPUpper+1e-13*scale {
			t.Errorf("problem %d: bracket [%v, %v]", k, r.LPLower, r.LPUpper)
		}
		if err != nil || refErr > 1e-11 {
			continue
		}
		compared++
		if d := planDistance(plan, want); d > 1e-8 {
			t.Errorf("problem %d (%d×%d, eps %.3g): plans differ by %.1e; %v", k, n, m, eps, d, r)
		}
	}
	t.Logf("%d of %d problems were easy enough for the reference", compared, count)
	if 3*compared < 2*count {
		t.Errorf("only %d problems compared", compared)
	}
}

func checkMarginals(t *testing.T, p mat.Matrix, a, b []float64, rowTol, colTol float64) {
	t.Helper()
	n, m := p.Dims()
	rowErr, colErr := 0.0, 0.0
	cols := make([]float64, m)
	for i := range n {
		s := 0.0
		for j := range m {
			v := p.At(i, j)
			if v < 0 || math.IsNaN(v) {
				t.Fatalf("entry (%d,%d) of the plan is %v", i, j, v)
			}
			s += v
			cols[j] += v
		}
		rowErr += math.Abs(s - a[i])
	}
	for j := range m {
		colErr += math.Abs(cols[j] - b[j])
	}
	if rowErr > rowTol || colErr > colTol {
		t.Errorf("marginal errors %.2e, %.2e; allowed %.2e, %.2e", rowErr, colErr, rowTol, colTol)
	}
}

func TestTranspositionPermutationAndScalingChangeNothing(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 40 {
		c, a, b, eps := randomProblem(rng)
		eps = max(eps, .2)
		n, m := c.Dims()
		opt := &Options{Tol: 1e-13, MaxPasses: 50_000}
		base, err := Solve(t.Context(), Dense(c), a, b, eps, opt)
		if err != nil {
			continue
		}
		P := base.Plan(nil)

		turned, err := Solve(t.Context(), Dense(mat.DenseCopyOf(c.T())), b, a, eps, opt)
		if err == nil && planDistance(turned.T(), P) > 1e-10 {
			t.Errorf("transposed plan differs by %.1e", planDistance(turned.T(), P))
		}
		scaled := mat.NewDense(n, m, nil)
		scaled.Scale(1024, c)
		s, err := Solve(t.Context(), Dense(scaled), a, b, 1024*eps, opt)
		if err == nil && planDistance(s, P) > 1e-10 {
			t.Errorf("scaled plan differs by %.1e", planDistance(s, P))
		}
		shifted := mat.DenseCopyOf(c)
		for i := range n {
			for j := range m {
				shifted.Set(i, j, c.At(i, j)+float64(8*i)-float64(4*j)) // exact in float64 for small costs
			}
		}
		if mat.Max(c)-mat.Min(c) < 100 {
			sh := mustSolve(t, Dense(shifted), a, b, eps, opt)
			if d := planDistance(sh, P); d > 1e-10 {
				t.Errorf("plan of the shifted cost differs by %.1e", d)
			}
		}
		perm, inv := rng.Perm(n), make([]int, n)
		pc, pa := mat.NewDense(n, m, nil), make([]float64, n)
		for k, i := range perm {
			inv[i] = k
			pa[k] = a[i]
			pc.SetRow(k, c.RawRowView(i))
		}
		permuted := mustSolve(t, Dense(pc), pa, b, eps, opt)
		for i := range n {
			for j := range m {
				if math.Abs(permuted.At(inv[i], j)-P.At(i, j)) > 1e-11 {
					t.Errorf("permuted plan differs at (%d,%d)", i, j)
				}
			}
		}
	}
}

func TestReportedPotentialsGiveThePlanAndAreCentred(t *testing.T) {
	in := cloud(40)
	for _, mass := range []float64{1, 7.5} {
		a, b := append([]float64(nil), in.a...), append([]float64(nil), in.b...)
		for i := range a {
			a[i] *= mass
			b[i] *= mass
		}
		r := mustSolve(t, Dense(in.c), a, b, .01, &Options{Tol: 1e-12})
		centre, total := 0.0, 0.0
		for i := range 40 {
			centre += a[i]*r.F[i] - b[i]*r.G[i]
			for j := range 40 {
				p := math.Exp((r.F[i] + r.G[j] - in.c.At(i, j)) / .01)
				total += p
				if math.Abs(p-r.At(i, j)) > 1e-12*mass {
					t.Fatalf("mass %v: entry (%d,%d) is %v by potentials, %v by At", mass, i, j, p, r.At(i, j))
				}
			}
		}
		near(t, "a·F − b·G", centre, 0, 1e-12*mass)
		near(t, "total", total, mass, 1e-10*mass)
		near(t, "Mass()", r.Mass(), mass, 1e-12*mass)
		// Cost, entropy, primal and dual belong together and to the plan of that mass.
		cost, entropy := 0.0, 0.0
		P := r.Plan(nil)
		for i := range 40 {
			for j := range 40 {
				if p := P.At(i, j); p > 0 {
					cost += p * in.c.At(i, j)
					entropy -= p * (math.Log(p) - 1)
				}
			}
		}
		near(t, "cost", r.Cost, cost, 1e-13*mass)
		near(t, "entropy", r.Entropy, entropy, 1e-11*mass)
		near(t, "primal", r.Primal, cost-.01*entropy, 1e-12*mass)
		near(t, "dual", r.Dual, r.Primal, 1e-11*mass)
		near(t, "gap", r.Gap, 0, 1e-11*mass)
	}
}
