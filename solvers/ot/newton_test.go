package ot

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"gonum.org/v1/gonum/mat"

	"monge/solvers/solve"
)

var long = flag.Bool("long", false, "run the robustness family at full size")

// family is what Newton's method must solve with its defaults: assignment, clouds, images and densities with both
// costs, weights over ten decades, clusters far apart, ties; eta times the range of the cost from 5 to 50 000.
func family(full bool) (out []familyMember) {
	n, side, points := 60, 8, 80
	if full {
		n, side, points = 300, 20, 400
	}
	etas := []float64{5, 50, 200, 1200, 5000, 12000, 50000}
	for _, in := range []instance{
		lap(n, 3), lap(n, 7), cloud(n), image(side, 2), image(side, 1), density(points, 2), density(points, 1),
		skewed(cloud(n)), clusters(n), tied(n),
	} {
		span := mat.Max(in.c) - mat.Min(in.c)
		for _, e := range etas {
			out = append(out, familyMember{in, e / span})
		}
	}
	return out
}

type familyMember struct {
	instance
	eta float64
}

// skewed spreads the weights over ten decades.
func skewed(in instance) instance {
	for i := range in.a {
		in.a[i] = math.Pow(10, -10*uniform(21, uint64(i)))
		in.b[i] = math.Pow(10, -10*uniform(22, uint64(i)))
	}
	normalised(in.a)
	normalised(in.b)
	in.name += "-skewed"
	return in
}

// clusters has two groups of points far apart, whose masses do not match.
func clusters(n int) instance {
	in := cloud(n)
	for i := range n {
		if i%2 == 0 {
			in.x.Set(i, 0, in.x.At(i, 0)+10)
			in.y.Set(i, 0, in.y.At(i, 0)+10)
			in.a[i] *= 1.1
		}
	}
	normalised(in.a)
	in.c = halfSquares(in.x, in.y)
	in.name = fmt.Sprintf("clusters-%d", n)
	return in
}

// tied has integer costs from 0 to 4, so that the unregularised problem has many solutions.
func tied(n int) instance {
	in := lap(n, 5)
	for i := range n {
		for j := range n {
			in.c.Set(i, j, math.Floor(5*in.c.At(i, j)))
		}
	}
	in.name = fmt.Sprintf("tied-%d", n)
	return in
}

func TestNewtonConvergesOnTheRobustnessFamily(t *testing.T) {
	worst := 0
	for _, k := range family(*long) {
		for _, method := range []Method{Newton, Auto} {
			r, err := Solve(context.Background(), Dense(k.c), k.a, k.b, 1/k.eta, &Options{Method: method, Tol: 1e-11, MaxPasses: 2000})
			if err != nil {
				t.Errorf("%s eta %.4g %v: %v", k.name, k.eta, method, err)
				continue
			}
			limit := 1e-11
			if r.PrecisionLimited {
				limit = 2e-9
			}
			checkMarginals(t, r.Plan(nil), k.a, k.b, limit, limit)
			if method == Newton {
				worst = max(worst, r.Stats.Passes)
				t.Logf("%s eta %.4g: %d passes, %d steps, %d CG, %d rejected, %d sweeps, error %.1e", k.name, k.eta,
					r.Stats.Passes, r.Stats.Newton, r.Stats.CG, r.Stats.Rejected, r.Stats.Sweeps, r.RowErr)
			}
		}
	}
	t.Logf("at most %d passes", worst)
}

func TestSupportHoldsGradientAndHessian(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	const eta = 9.0
	in, f, g := randomInstance(rng, 4, 3)
	// φ(f) = a·f + b·g(f) by its definition on the reduced cost.
	semiDual := func(p *problem, f []float64) float64 {
		v := 0.0
		for i, x := range f {
			v += p.a[i] * x
		}
		for j := range p.m {
			sum := 0.0
			for i := range p.n {
				sum += math.Exp(eta * (f[i] - (in.c.At(i, j) - p.alpha[i] - p.beta[j])))
			}
			v += p.b[j] * (p.lnB[j] - math.Log(sum)) / eta
		}
		return v
	}
	for _, wide := range []bool{false, true} {
		nt, _ := supportAt(t, in, eta, f, g, 0, wide)
		nt.lin.assemble(0)
		shifted := func(steps ...float64) []float64 {
			out := append([]float64(nil), f...)
			for k := 0; k < len(steps); k += 2 {
				out[int(steps[k])] += steps[k+1]
			}
			return out
		}
		const h = 1e-4
		p, y := make([]float64, 4), make([]float64, 4)
		for i := range 4 {
			slope := (semiDual(nt.problem, shifted(float64(i), h)) - semiDual(nt.problem, shifted(float64(i), -h))) / (2 * h)
			near(t, "gradient", nt.a[i]-nt.sup.r[i], slope, 1e-7)
			clear(p)
			p[i] = 1
			if err := nt.sup.schur(y, nt.lin.d1, nt.lin.q, p, nt.lin.t); err != nil {
				t.Fatal(err)
			}
			for k := range 4 {
				i, k := float64(i), float64(k)
				second := (semiDual(nt.problem, shifted(i, h, k, h)) - semiDual(nt.problem, shifted(i, h, k, -h)) -
					semiDual(nt.problem, shifted(i, -h, k, h)) + semiDual(nt.problem, shifted(i, -h, k, -h))) / (4 * h * h)
				near(t, "Hessian", eta*y[int(k)], -second, 1e-5)
			}
		}
	}
}

func TestSupportIsBelowThePlanAndTheOperatorPositive(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	for trial := range 20 {
		n, m := 2+rng.IntN(30), 2+rng.IntN(30)
		in, f, g := randomInstance(rng, n, m)
		nt, plan := supportAt(t, in, 25, f, g, []float64{0, 1e-2, .5}[trial%3], trial%5 == 4)
		sup := &nt.sup
		if _, err := nt.refresh(sup.theta); err != nil { // at columns that are exact already
			t.Fatal(err)
		}
		for i := range n {
			near(t, "row sum", sup.r[i], mat.Sum(plan.Slice(i, i+1, 0, m)), 1e-12)
			if sup.dense {
				continue
			}
			idx, val := sup.entries(i)
			for k, j := range idx {
				if s := val[k] * sup.scale[j]; s > plan.At(i, int(j))*(1+1e-12) {
					t.Errorf("S = %v above P = %v", s, plan.At(i, int(j)))
				}
			}
		}
		nt.lin.assemble(1e-3)
		x, y, ax, ay := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
		for i := range n {
			x[i], y[i] = rng.NormFloat64(), rng.NormFloat64()
		}
		dot := func(p, q []float64) (s float64) {
			for i := range p {
				s += p[i] * q[i]
			}
			return s
		}
		_ = sup.schur(ax, nt.lin.d1, nt.lin.q, x, nt.lin.t)
		_ = sup.schur(ay, nt.lin.d1, nt.lin.q, y, nt.lin.t)
		near(t, "symmetry", dot(ax, y), dot(ay, x), 1e-12)
		if !(dot(ax, x) > 0) {
			t.Errorf("trial %d: curvature %v", trial, dot(ax, x))
		}
	}
}

// TestBothLinearSolversAgree solves one system with the diagonal and with the forest preconditioner.
func TestBothLinearSolversAgree(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	for range 10 {
		in, f, g := randomInstance(rng, 25, 30)
		nt, _ := supportAt(t, in, 40, f, g, 1e-4, false)
		nt.lin.assemble(1e-2)
		if _, err := nt.lin.solve(1e-11, false); err != nil {
			t.Fatal(err)
		}
		df, dg := append([]float64(nil), nt.lin.df...), append([]float64(nil), nt.lin.dg...)
		if _, err := nt.lin.solve(1e-11, true); err != nil {
			t.Fatal(err)
		}
		for i := range df {
			near(t, "df", nt.lin.df[i], df[i], 1e-8)
		}
		for j := range dg {
			near(t, "dg", nt.lin.dg[j], dg[j], 1e-8)
		}
	}
}

func TestNewtonBitsDoNotDependOnThreads(t *testing.T) {
	for _, in := range []instance{cloud(300), lap(200, 3), density(400, 1), image(16, 1)} {
		var first *Result
		for _, threads := range []int{1, 2, 7} {
			r := mustSolve(t, Dense(in.c), in.a, in.b, 1./1200, &Options{Method: Newton, Threads: threads, Bounds: true})
			if first == nil {
				first = r
				continue
			}
			for i := range r.F {
				if r.F[i] != first.F[i] || r.G[i] != first.G[i] {
					t.Fatalf("%s: potentials of %d threads differ from those of one", in.name, threads)
				}
			}
			if fmt.Sprint(r.Certificate) != fmt.Sprint(first.Certificate) || r.Stats.CG != first.Stats.CG {
				t.Errorf("%s: certificates differ: %v and %v", in.name, r.Certificate, first.Certificate)
			}
		}
	}
}

func TestNewtonAgreesOverProvidersTransposesAndStarts(t *testing.T) {
	in := cloud(150)
	eps := 1. / 800
	o := func() *Options { return &Options{Method: Newton, Tol: 1e-12} }
	want := mustSolve(t, Dense(in.c), in.a, in.b, eps, o())
	points := mustSolve(t, Points(in.x, in.y, SqEuclidean), in.a, in.b, 2*eps, o())
	near(t, "points", points.Cost, 2*want.Cost, 1e-11)
	back := mustSolve(t, Dense(in.c.T()), in.b, in.a, eps, o())
	near(t, "transpose", back.Cost, want.Cost, 1e-11)
	warm := o()
	warm.F, warm.G = want.F, want.G
	again := mustSolve(t, Dense(in.c), in.a, in.b, eps, warm)
	near(t, "warm start", planDistance(again, want), 0, 1e-10)
	if again.Stats.Newton > 1 {
		t.Errorf("%d Newton steps from the solution", again.Stats.Newton)
	}
	sinkhorn := mustSolve(t, Dense(in.c), in.a, in.b, eps, &Options{Method: Sinkhorn, Tol: 1e-12, MaxPasses: 1 << 20})
	near(t, "Sinkhorn", planDistance(sinkhorn, want), 0, 1e-9)
}

func TestNewtonStepsNeverLowerTheDual(t *testing.T) {
	for _, in := range []instance{lap(100, 3), image(12, 1), density(150, 1)} {
		r := mustSolve(t, Dense(in.c), in.a, in.b, 1./3000, &Options{Method: Newton, Tol: 1e-12})
		h := r.History()
		for k := 1; k < len(h); k++ {
			if h[k].Eps == h[k-1].Eps && h[k].Newton > h[k-1].Newton && h[k].Sweeps == h[k-1].Sweeps && h[k].Dual < h[k-1].Dual-1e-14 {
				t.Errorf("%s: dual fell from %.17g to %.17g", in.name, h[k-1].Dual, h[k].Dual)
			}
		}
	}
}

func TestNewtonObeysCancellationAndBudgets(t *testing.T) {
	in := density(700, 1)
	for _, wait := range []time.Duration{0, 3 * time.Millisecond, 40 * time.Millisecond} {
		late := time.Hour
		for range 3 { // a busy machine may delay one try
			ctx, cancel := context.WithCancel(context.Background())
			stopped := make(chan time.Time, 1)
			time.AfterFunc(wait, func() { stopped <- time.Now(); cancel() })
			r, err := Solve(ctx, Dense(in.c), in.a, in.b, 1./20_000, &Options{Method: Newton, Tol: 1e-13})
			late = min(late, time.Since(<-stopped))
			if !errors.Is(err, context.Canceled) {
				t.Fatalf("%v: %v, %v", wait, r, err)
			}
			if r != nil {
				for i, v := range r.F {
					if v-v != 0 || r.G[i]-r.G[i] != 0 {
						t.Fatalf("potential %v", v)
					}
				}
			}
		}
		if late > 50*time.Millisecond {
			t.Errorf("%v: returned %v after cancellation", wait, late)
		}
	}
	for _, passes := range []int{1, 2, 3, 5, 8, 13, 20} {
		r, err := Solve(context.Background(), Dense(in.c), in.a, in.b, 1./20_000, &Options{Method: Newton, Tol: 1e-13, MaxPasses: passes})
		if !errors.Is(err, ErrNotConverged) || r.Status != solve.IterationLimit || r.Stats.Passes > passes+8 {
			t.Errorf("%d passes: %v, %v", passes, r, err)
		}
	}
}

func TestNewtonStepsDoNotAllocate(t *testing.T) {
	in := lap(100, 13)
	ws := &Workspace{}
	solveWith := func(passes int) func() {
		return func() {
			_, _ = Solve(context.Background(), Dense(in.c), in.a, in.b, 1./12000, &Options{Method: Newton, Tol: 1e-15, MaxPasses: passes, Workspace: ws, Threads: 1})
		}
	}
	solveWith(500)()
	few, many := testing.AllocsPerRun(10, solveWith(15)), testing.AllocsPerRun(10, solveWith(60))
	if many > few+4 {
		t.Errorf("%v allocations for 15 passes, %v for 60", few, many)
	}
}
