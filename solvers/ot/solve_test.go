package ot

import (
	"context"
	"errors"
	"fmt"
	"math"
	"runtime"
	"strings"
	"testing"
	"time"

	"gonum.org/v1/gonum/mat"

	"monge/solvers/solve"
)

func TestBitsDoNotDependOnThreads(t *testing.T) {
	for _, in := range []instance{cloud(300), lap(200, 3), density(400, 1), image(16, 1)} {
		for _, points := range []bool{false, true} {
			c := Dense(in.c)
			if points {
				if in.x == nil {
					continue
				}
				c = Points(in.x, in.y, SqEuclidean)
			}
			var first *Result
			for _, threads := range []int{1, 2, 7} {
				r, err := Solve(context.Background(), c, in.a, in.b, 1./400, &Options{Threads: threads, Bounds: true, MaxPasses: 300})
				if r == nil {
					t.Fatal(err)
				}
				if first == nil {
					first = r
					continue
				}
				for i := range r.F {
					if r.F[i] != first.F[i] || r.G[i] != first.G[i] {
						t.Fatalf("%s: potentials of %d threads differ from those of one", in.name, threads)
					}
				}
				if fmt.Sprint(r.Certificate) != fmt.Sprint(first.Certificate) || r.Stats.Sweeps != first.Stats.Sweeps {
					t.Errorf("%s: certificates differ: %v and %v", in.name, r.Certificate, first.Certificate)
				}
			}
		}
	}
}

func TestCancellationReturnsTheBestPointSoon(t *testing.T) {
	problems := map[string]func() (Cost, []float64, []float64){
		"dense": func() (Cost, []float64, []float64) { in := lap(500, 13); return Dense(in.c), in.a, in.b },
		"points": func() (Cost, []float64, []float64) {
			n := 6000
			x, y := mat.NewDense(n, 3, nil), mat.NewDense(n, 3, nil)
			for i := range n {
				for k := range 3 {
					x.Set(i, k, uniform(1, uint64(3*i+k)))
					y.Set(i, k, uniform(2, uint64(3*i+k)))
				}
			}
			return Points(x, y, SqEuclidean), nil, nil
		},
	}
	for name, problem := range problems {
		c, a, b := problem()
		for _, wait := range []time.Duration{0, 5 * time.Millisecond, 300 * time.Millisecond} {
			var r *Result
			late := time.Hour
			for range 3 { // a busy machine may delay one try
				ctx, cancel := context.WithCancel(context.Background())
				stopped := make(chan time.Time, 1)
				time.AfterFunc(wait, func() { stopped <- time.Now(); cancel() })
				var err error
				r, err = Solve(ctx, c, a, b, 1./1200, &Options{Method: Sinkhorn, Tol: 1e-12, MaxPasses: 1 << 30})
				if !errors.Is(err, context.Canceled) {
					t.Fatalf("%s, %v: error %v", name, wait, err)
				}
				if late = min(late, time.Since(<-stopped)); late < 50*time.Millisecond {
					break
				}
			}
			if late > 50*time.Millisecond {
				t.Errorf("%s, %v: returned %v after cancellation", name, wait, late)
			}
			if r == nil {
				continue // before the first sweep
			}
			if r.Status != solve.Cancelled || r.Converged {
				t.Errorf("%s, %v: status %v", name, wait, r.Status)
			}
			for _, v := range r.F {
				if math.IsNaN(v) || math.IsInf(v, 0) {
					t.Fatalf("%s: potential %v", name, v)
				}
			}
		}
	}
}

func TestBudgets(t *testing.T) {
	in := lap(500, 13)
	r, err := Solve(context.Background(), Dense(in.c), in.a, in.b, 1./1200, &Options{Method: Sinkhorn, MaxPasses: 100})
	if !errors.Is(err, ErrNotConverged) || r.Status != solve.IterationLimit || r.Converged || !(r.RowErr > 0) {
		t.Errorf("%v, %v", r, err)
	}
	r, err = Solve(context.Background(), Dense(in.c), in.a, in.b, 1./1200, &Options{Method: Sinkhorn, MaxPasses: 1 << 30, MaxTime: 50 * time.Millisecond, Tol: 1e-13})
	if !errors.Is(err, ErrNotConverged) || r.Status != solve.TimeLimit || r.Stats.Total > time.Second {
		t.Errorf("%v, %v", r, err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	r, err = Solve(ctx, Dense(in.c), in.a, in.b, 1./1200, &Options{Method: Sinkhorn, MaxPasses: 1 << 30, Tol: 1e-13})
	if !errors.Is(err, context.DeadlineExceeded) || r.Status != solve.TimeLimit {
		t.Errorf("%v, %v", r, err)
	}
}

func TestToleranceBelowRoundingIsReported(t *testing.T) {
	in := cloud(60)
	r, err := Solve(context.Background(), Dense(in.c), in.a, in.b, 1./20_000, &Options{Tol: 1e-16, MaxPasses: 1 << 20})
	if err != nil || !r.PrecisionLimited || r.Status != solve.PrecisionLimited || r.RowErr > 1e-10 {
		t.Errorf("%v, %v", r, err)
	}
}

func TestObserverSeesProgressInOrder(t *testing.T) {
	in := cloud(200)
	var steps []solve.Step
	r, err := Solve(context.Background(), Dense(in.c), in.a, in.b, 1./400, &Options{Observer: func(s solve.Step) { steps = append(steps, s) }})
	if err != nil {
		t.Fatal(err)
	}
	if len(steps) < 10 {
		t.Fatalf("%d reports", len(steps))
	}
	for k := 1; k < len(steps); k++ {
		if steps[k].Iteration <= steps[k-1].Iteration || steps[k].Elapsed < steps[k-1].Elapsed {
			t.Errorf("report %d: %+v after %+v", k, steps[k], steps[k-1])
		}
		// the dual value grows at a fixed level: every update maximises it
		if steps[k].StepSize == steps[k-1].StepSize && steps[k].Objective < steps[k-1].Objective-1e-14 {
			t.Errorf("dual value fell from %v to %v", steps[k-1].Objective, steps[k].Objective)
		}
	}
	last := steps[len(steps)-1]
	near(t, "last objective", last.Objective, r.Dual, 1e-12)
	h := r.History()
	if len(h) == 0 || !h[len(h)-1].LevelEnd || h[len(h)-1].Sweeps != r.Stats.Sweeps || h[len(h)-1].RowErr > DefaultTol {
		t.Errorf("history ends with %+v", h[len(h)-1])
	}
}

func TestHistoryStaysSmall(t *testing.T) {
	in := lap(60, 13)
	r, _ := Solve(context.Background(), Dense(in.c), in.a, in.b, 1./20_000, &Options{Method: Sinkhorn, Tol: 1e-13, MaxPasses: 20_000})
	if n := len(r.History()); n < 100 || n > maxHistory+64 {
		t.Errorf("%d records of %d sweeps", n, r.Stats.Sweeps)
	}
}

func TestSweepsDoNotAllocate(t *testing.T) {
	in := lap(100, 13)
	ws := &Workspace{}
	solveWith := func(passes int) func() {
		return func() {
			_, _ = Solve(context.Background(), Dense(in.c), in.a, in.b, 1./3000, &Options{Method: Sinkhorn, Tol: 1e-13, MaxPasses: passes, Workspace: ws, Threads: 1})
		}
	}
	solveWith(5000)()
	few, many := testing.AllocsPerRun(20, solveWith(700)), testing.AllocsPerRun(20, solveWith(5000))
	if many > few+2 {
		t.Errorf("%v allocations for 700 passes, %v for 5000", few, many)
	}
	t.Logf("%v allocations per solve", many)
}

func TestWorkspaceDoesNotChangeTheResult(t *testing.T) {
	ws := &Workspace{}
	big, small := cloud(120), lap(30, 3)
	var first []float64
	for k := range 3 {
		r := mustSolve(t, Dense(big.c), big.a, big.b, 1./300, &Options{Workspace: ws})
		if k == 0 {
			first = r.F
		}
		for i := range r.F {
			if r.F[i] != first[i] {
				t.Fatal("a used workspace changes the result")
			}
		}
		mustSolve(t, Dense(small.c), small.a, small.b, 1./50, &Options{Workspace: ws})
	}
}

func TestPointCloudsStoreNoMatrix(t *testing.T) {
	const n, m = 3000, 2500
	x, y := mat.NewDense(n, 2, nil), mat.NewDense(m, 2, nil)
	for i := range n {
		x.SetRow(i, []float64{uniform(1, uint64(2*i)), uniform(1, uint64(2*i+1))})
	}
	for j := range m {
		y.SetRow(j, []float64{uniform(2, uint64(2*j)), uniform(2, uint64(2*j+1))})
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	r := mustSolve(t, Points(x, y, SqEuclidean), nil, nil, .05, &Options{Tol: 1e-6})
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > n*m*8/4 {
		t.Errorf("%d bytes allocated; the cost matrix would be %d", used, n*m*8)
	}
	if r.RowErr > 1e-6 {
		t.Errorf("row error %v", r.RowErr)
	}
}

func TestPointsAgreeWithTheirCostMatrix(t *testing.T) {
	for _, d := range []int{1, 2, 3, 20} {
		n, m := 30, 25
		x, y := mat.NewDense(n, d, nil), mat.NewDense(m, d, nil)
		for i := range n {
			for k := range d {
				x.Set(i, k, uniform(1, uint64(d*i+k)))
			}
		}
		for j := range m {
			for k := range d {
				y.Set(j, k, uniform(2, uint64(d*j+k)))
			}
		}
		norm := func(v []float64) float64 { return math.Sqrt(mat.Dot(mat.NewVecDense(d, v), mat.NewVecDense(d, v))) }
		dist := func(p float64) func(a, b []float64) float64 {
			return func(a, b []float64) float64 {
				s := 0.0
				for k := range a {
					s += sq(a[k] - b[k])
				}
				return math.Pow(math.Sqrt(s), p)
			}
		}
		for _, c := range []struct {
			metric Metric
			fn     func(a, b []float64) float64
		}{
			{SqEuclidean, dist(2)}, {Euclidean, dist(1)}, {Power(1.5), dist(1.5)},
			{L1, func(a, b []float64) float64 {
				s := 0.0
				for k := range a {
					s += math.Abs(a[k] - b[k])
				}
				return s
			}},
			{Chebyshev, func(a, b []float64) float64 {
				s := 0.0
				for k := range a {
					s = max(s, math.Abs(a[k]-b[k]))
				}
				return s
			}},
			{Cosine, func(a, b []float64) float64 {
				return 1 - mat.Dot(mat.NewVecDense(d, a), mat.NewVecDense(d, b))/(norm(a)*norm(b))
			}},
			{MetricFunc("mine", dist(3)), dist(3)},
		} {
			full := mat.NewDense(n, m, nil)
			for i := range n {
				for j := range m {
					full.Set(i, j, c.fn(x.RawRowView(i), y.RawRowView(j)))
				}
			}
			pts := Points(x, y, c.metric)
			buf := make([]float64, m)
			for i := range n {
				for j, v := range pts.Row(i, 3, m, buf) {
					if math.Abs(v-full.At(i, j+3)) > 1e-13*float64(d) {
						t.Fatalf("%v in %d dimensions: cost (%d,%d) is %v, want %v", c.metric, d, i, j+3, v, full.At(i, j+3))
					}
				}
			}
			p := mustSolve(t, pts, nil, nil, .1, &Options{Tol: 1e-12})
			q := mustSolve(t, Dense(full), nil, nil, .1, &Options{Tol: 1e-12})
			if diff := planDistance(p, q); diff > 1e-10 {
				t.Errorf("%v in %d dimensions: plans differ by %.1e", c.metric, d, diff)
			}
		}
	}
}

func TestWarmStartsReachTheSamePointSooner(t *testing.T) {
	in := cloud(150)
	cold := mustSolve(t, Dense(in.c), in.a, in.b, 1./500, &Options{Tol: 1e-11})
	nudged := mat.DenseCopyOf(in.c)
	nudged.Set(3, 4, nudged.At(3, 4)*1.01)
	again := mustSolve(t, Dense(nudged), in.a, in.b, 1./500, &Options{Tol: 1e-11})
	for name, o := range map[string]*Options{
		"both": {Tol: 1e-11, F: cold.F, G: cold.G}, "f": {Tol: 1e-11, F: cold.F}, "g": {Tol: 1e-11, G: cold.G},
	} {
		warm := mustSolve(t, Dense(nudged), in.a, in.b, 1./500, o)
		if d := planDistance(warm, again); d > 1e-8 {
			t.Errorf("%s: plans differ by %.1e", name, d)
		}
		if warm.Stats.Sweeps > again.Stats.Sweeps {
			t.Errorf("%s: %d sweeps from warm, %d from cold", name, warm.Stats.Sweeps, again.Stats.Sweeps)
		}
		same := mustSolve(t, Dense(in.c), in.a, in.b, 1./500, o)
		if same.Stats.Sweeps > 10 {
			t.Errorf("%s: %d sweeps from the solution itself", name, same.Stats.Sweeps)
		}
	}
	wild := make([]float64, 150)
	for i := range wild {
		wild[i] = 1e3 * uniform(8, uint64(i))
	}
	r := mustSolve(t, Dense(in.c), in.a, in.b, 1./100, &Options{F: wild, G: wild})
	if r.RowErr > DefaultTol {
		t.Errorf("from a wild start: %v", r)
	}
}

func TestZeroWeightsAreDroppedOnRequest(t *testing.T) {
	in := cloud(20)
	a, b := append([]float64(nil), in.a...), append([]float64(nil), in.b...)
	a[3], a[19], b[0] = 0, 0, 0
	normalised(a)
	normalised(b)
	if _, err := Solve(context.Background(), Dense(in.c), a, b, .01, nil); !errors.Is(err, ErrZeroWeight) {
		t.Errorf("zero weights give %v", err)
	}
	r := mustSolve(t, Dense(in.c), a, b, .01, &Options{Tol: 1e-12, DropZeroMass: true, Bounds: true})
	P := r.Plan(nil)
	checkMarginals(t, P, a, b, 1e-11, 1e-11)
	if len(r.F) != 20 || len(r.G) != 20 {
		t.Fatalf("%d and %d potentials", len(r.F), len(r.G))
	}
	for k := range 20 {
		if math.IsNaN(r.F[k]) || math.IsNaN(r.G[k]) {
			t.Errorf("potential %d is NaN", k)
		}
		if P.At(3, k) != 0 || P.At(k, 0) != 0 || r.At(3, k) != 0 {
			t.Error("a dropped row or column carries mass")
		}
	}
	if d := planDistance(r.PlanSparse(0).Dense(), P); d != 0 {
		t.Errorf("sparse plan differs by %v", d)
	}
	R, _ := r.Rounded(nil)
	checkMarginals(t, R, a, b, 1e-14, 1e-14)
	s := 0.0
	for j := range 20 {
		s += math.Exp((r.G[j] - in.c.At(3, j)) / .01)
	}
	s -= math.Exp((r.G[0] - in.c.At(3, 0)) / .01)
	near(t, "soft c-transform", r.F[3], -.01*math.Log(s), 1e-12)
}

func TestInputErrorsAreAllReported(t *testing.T) {
	c := Dense(mat.NewDense(2, 3, []float64{1, 2, 3, 4, 5, 6}))
	third := []float64{1. / 3, 1. / 3, 1. / 3}
	nan, inf := math.NaN(), math.Inf(1)
	for _, k := range []struct {
		name string
		c    Cost
		a, b []float64
		eps  float64
		opt  *Options
		kind error
		text string
	}{
		{"nil cost", nil, nil, nil, 1, nil, ErrEmpty, "cost is nil"},
		{"nil matrix", Dense(nil), nil, nil, 1, nil, ErrEmpty, "0×0"},
		{"short a", c, []float64{1}, third, 1, nil, ErrShape, "ot: a: has 1 entries, but the cost is 2×3"},
		{"long b", c, nil, []float64{1, 1, 1, 1}, 1, nil, ErrShape, "ot: b: has 4 entries"},
		{"dimensions", Points(mat.NewDense(2, 2, nil), mat.NewDense(2, 3, nil), L1), nil, nil, 1, nil, ErrShape, "x is 2×2 and y is 2×3"},
		{"NaN in points", Points(mat.NewDense(1, 2, []float64{0, nan}), mat.NewDense(1, 2, nil), L1), nil, nil, 1, nil, ErrNonFinite, "x[0, 1] = NaN"},
		{"Inf in y", Points(mat.NewDense(1, 2, nil), mat.NewDense(2, 2, []float64{0, 0, inf, 0}), L1), nil, nil, 1, nil, ErrNonFinite, "y[1, 0] = +Inf"},
		{"NaN in cost", Dense(mat.NewDense(2, 2, []float64{0, 1, nan, 2})), nil, nil, 1, nil, ErrNonFinite, "cost[1, 0] = NaN"},
		{"Inf in cost", Dense(mat.NewDense(1, 2, []float64{0, inf})), nil, nil, 1, nil, ErrNonFinite, "cost[0, 1] = +Inf"},
		{"-Inf in cost", Dense(mat.NewDense(1, 2, []float64{0, -inf})), nil, nil, 1, nil, ErrNonFinite, "cost[0, 1] = -Inf"},
		{"range overflows", Dense(mat.NewDense(1, 2, []float64{-1.7e308, 1.7e308})), nil, nil, 1, nil, ErrNonFinite, "range"},
		{"NaN in a", c, []float64{nan, 1}, third, 1, nil, ErrNonFinite, "a[0] = NaN"},
		{"negative b", c, nil, []float64{.5, .7, -.2}, 1, nil, ErrNegative, "ot: b[2] = -0.2: weights must be non-negative"},
		{"two negative", c, nil, []float64{.5, -.7, -.2}, 1, nil, ErrNegative, "(and 1 more)"},
		{"zero a", c, []float64{0, 1}, third, 1, nil, ErrZeroWeight, "a[0] = 0"},
		{"all zero", c, []float64{0, 0}, third, 1, nil, ErrZeroMass, "a: total mass is zero"},
		{"overflowing sum", c, []float64{1.7e308, 1.7e308}, third, 1, nil, ErrNonFinite, "sum overflows"},
		{"mass mismatch", c, []float64{.5, .6}, third, 1, nil, ErrMassMismatch, "a sums to 1.1, b to 1"},
		{"eps zero", c, nil, nil, 0, nil, ErrEps, "eps = 0"},
		{"eps negative", c, nil, nil, -1, nil, ErrEps, "eps = -1"},
		{"eps NaN", c, nil, nil, nan, nil, ErrEps, "NaN"},
		{"eps Inf", c, nil, nil, inf, nil, ErrEps, "+Inf"},
		{"eps tiny", c, nil, nil, 5e-324, nil, ErrEps, "between 1e-200 and 1e+200"},
		{"eps too small for the cost", Dense(mat.NewDense(2, 2, []float64{0, 2, 0, 0})), nil, nil, 1e-13, nil, ErrEps, "use at least 2e-12"},
		{"tol", c, nil, nil, 1, &Options{Tol: 1}, ErrOption, "Tol = 1"},
		{"tol NaN", c, nil, nil, 1, &Options{Tol: nan}, ErrOption, "Tol = NaN"},
		{"passes", c, nil, nil, 1, &Options{MaxPasses: -1}, ErrOption, "MaxPasses = -1"},
		{"time", c, nil, nil, 1, &Options{MaxTime: -1}, ErrOption, "MaxTime"},
		{"threads", c, nil, nil, 1, &Options{Threads: -2}, ErrOption, "Threads = -2"},
		{"method", c, nil, nil, 1, &Options{Method: 77}, ErrOption, "Method = 77"},
		{"factor", c, nil, nil, 1, &Options{Ladder: Ladder{Factor: 1}}, ErrOption, "Ladder.Factor = 1"},
		{"ladder tol", c, nil, nil, 1, &Options{Ladder: Ladder{Tol: -1}}, ErrOption, "Ladder.Tol"},
		{"ladder start", c, nil, nil, 1, &Options{Ladder: Ladder{Start: -1}}, ErrOption, "Ladder.Start"},
		{"warm start", c, nil, nil, 1, &Options{F: []float64{1}}, ErrOption, "F: bad warm start: 1 entries where 2 are needed"},
		{"warm start NaN", c, nil, nil, 1, &Options{G: []float64{1, nan, 2}}, ErrOption, "G[1] = NaN"},
		{"metric power", Points(mat.NewDense(1, 1, nil), mat.NewDense(1, 1, nil), Power(-1)), nil, nil, 1, nil, ErrOption, "power"},
		{"metric nil", Points(mat.NewDense(1, 1, nil), mat.NewDense(1, 1, nil), MetricFunc("f", nil)), nil, nil, 1, nil, ErrOption, "nil"},
	} {
		r, err := Solve(context.Background(), k.c, k.a, k.b, k.eps, k.opt)
		if r != nil || err == nil {
			t.Errorf("%s: accepted", k.name)
			continue
		}
		var in *InputError
		if !errors.Is(err, k.kind) || !errors.As(err, &in) {
			t.Errorf("%s: error %v is not %v", k.name, err, k.kind)
		}
		if !strings.Contains(err.Error(), k.text) {
			t.Errorf("%s: %q lacks %q", k.name, err, k.text)
		}
	}
	_, err := Solve(context.Background(), Dense(mat.NewDense(2, 2, []float64{0, nan, 0, 0})), []float64{-1, 2}, []float64{1}, -3, &Options{Tol: 5, Threads: -1})
	for _, kind := range []error{ErrNonFinite, ErrNegative, ErrShape, ErrEps, ErrOption} {
		if !errors.Is(err, kind) {
			t.Errorf("joined error lacks %v: %v", kind, err)
		}
	}
	if n := strings.Count(err.Error(), "\n"); n != 5 {
		t.Errorf("%d lines: %v", n+1, err)
	}
}

func TestNormalizeAndSlightMismatch(t *testing.T) {
	in := cloud(10)
	b := append([]float64(nil), in.b...)
	for j := range b {
		b[j] *= 3
	}
	r := mustSolve(t, Dense(in.c), in.a, b, .1, &Options{Normalize: true, Tol: 1e-12})
	want := mustSolve(t, Dense(in.c), in.a, in.b, .1, &Options{Tol: 1e-12})
	near(t, "cost", r.Cost, want.Cost, 1e-12)
	for j := range b {
		b[j] = in.b[j] * (1 + 5e-10)
	}
	r = mustSolve(t, Dense(in.c), in.a, b, .1, &Options{Tol: 1e-12})
	near(t, "cost", r.Cost, want.Cost, 1e-11)
	if in.a[0] != cloud(10).a[0] {
		t.Error("weights were modified")
	}
}
