package ot_test

import (
	"context"
	"encoding/xml"
	"strings"
	"sync"
	"testing"
	"time"

	"monge/dsl"
	"monge/dsl/display"
	_ "monge/stdlib/np"
	_ "monge/stdlib/ot"
)

// front keeps what a cell puts out.
type front struct {
	mu       sync.Mutex
	out, err strings.Builder
	shown    []display.Bundle
}

func (f *front) Stream(name, text string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if name == "stderr" {
		f.err.WriteString(text)
	} else {
		f.out.WriteString(text)
	}
}

func (f *front) Display(b display.Bundle, id string, update bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.shown = append(f.shown, b)
}
func (f *front) ClearOutput(bool) {}
func (f *front) Input(context.Context, string, bool) (string, error) {
	return "", dsl.ErrNoInput
}

// run executes code in a fresh session where np and ot are imported.
func run(t *testing.T, code string) (dsl.Result, *front) {
	t.Helper()
	f := &front{}
	s := dsl.NewSession()
	res := s.Execute(context.Background(), "import numpy as np\nimport ot\n"+code, f, dsl.ExecOptions{Filename: "<test>"})
	return res, f
}

// value runs code and returns the text of its last expression.
func value(t *testing.T, code string) string {
	t.Helper()
	res, f := run(t, code)
	if res.Err != nil {
		t.Fatalf("%s\n%v\n%s", code, res.Err, strings.Join(res.Err.Traceback, "\n"))
	}
	if res.Value == nil {
		return f.out.String()
	}
	return res.Value.Plain()
}

func TestSolveInTheLanguage(t *testing.T) {
	for _, k := range []struct{ name, code, want string }{
		{"marginals", "r = ot.solve(np.arange(12.).reshape(3, 4) % 5, eps=0.5)\nbool(abs(r.plan().sum(axis=0) - 0.25).max() < 1e-9)", "True"},
		{"eta is 1/eps", "C = np.eye(3)\not.solve(C, eta=4).cost == ot.solve(C, eps=0.25).cost", "True"},
		{"points and matrix agree", "x = np.linspace(0, 1, 7).reshape(-1, 1)\ny = x**2\nabs(ot.solve(x=x, y=y, eps=0.1).cost - ot.solve(ot.dist(x, y), eps=0.1).cost) < 1e-12", "True"},
		{"vectors are points", "round(ot.solve(x=[0, 1], y=[5, 6], eps=0.01, metric='euclidean').cost, 6)", "5.0"},
		{"map", "r = ot.solve(x=[0., 1., 2.], y=[10., 11., 12.], eps=0.01)\nnp.round(r.map([10., 11., 12.]).ravel()).tolist()", "[10.0, 11.0, 12.0]"},
		{"rounded", "r = ot.solve(np.arange(9.).reshape(3, 3) ** 2, [.2, .3, .5], eps=1, tol=1e-2)\nbool(abs(r.rounded().sum(axis=1) - [.2, .3, .5]).max() < 1e-15)", "True"},
		{"sparse", "i, j, v = ot.solve(1 - np.eye(3), eps=0.02).sparse(1e-6)\ni.tolist(), j.tolist(), np.round(v, 6).tolist()", "([0, 1, 2], [0, 1, 2], [0.333333, 0.333333, 0.333333])"},
		{"history", "h = ot.solve(np.random.default_rng(0).random((20, 20)), eps=0.01).history()\nlist(h), len(h['sweep']) == len(h['row_err'])", "(['sweep', 'newton', 'passes', 'level', 'eps', 'row_err', 'dual', 'kept', 'cg', 'step', 'elapsed'], True)"},
		{"stats", "sorted(ot.solve(np.eye(2), eps=1).stats)", "['certify', 'cg', 'iterate', 'kept', 'kernels', 'levels', 'newton', 'passes', 'rejected', 'rescued', 'setup', 'sweeps', 'total']"},
		{"potentials", "C = np.array([[0., 1.], [2., 1.]])\nr = ot.solve(C, eps=0.3)\nbool(abs(np.exp((r.f[:, None] + r.g - C) / r.eps) - r.plan()).max() < 1e-12)", "True"},
		{"the cost is copied", "C = np.array([[0., 1.], [2., 1.]])\nr = ot.solve(C, eps=0.3)\nP = r.plan()\nC[:] = 7\nbool((r.plan() == P).all())", "True"},
		{"bounds", "r = ot.solve(np.array([[0., 1.], [1., 0.]]), [.3, .7], [.6, .4], eps=0.01, bounds=True)\nr.lp_lower <= 0.3 <= r.lp_upper", "True"},
		{"status", "r = ot.solve(np.eye(2), eps=1)\nr.status, r.method, r.converged, r.shape", "('converged', 'sinkhorn', True, (2, 2))"},
		{"newton", "C = np.random.default_rng(2).random((60, 60))\nr = ot.solve(C, eps=1e-4, method='newton', tol=1e-12)\nr.method, r.converged, r.stats['newton'] > 3, r.row_err < 1e-11", "('newton', True, True, True)"},
		{"auto", "C = np.random.default_rng(2).random((60, 60))\not.solve(C, eps=1e-4).method, ot.solve(C, eps=0.1).method", "('newton', 'sinkhorn')"},
		{"methods agree", "C = np.random.default_rng(2).random((60, 60))\nbool(abs(ot.solve(C, eps=0.02, method='newton').cost - ot.solve(C, eps=0.02, method='sinkhorn').cost) < 1e-9)", "True"},
		{"warm start", "C = np.random.default_rng(1).random((30, 30))\nr = ot.solve(C, eps=0.05)\not.solve(C, eps=0.05, f=r.f, g=r.g).stats['sweeps'] < 10", "True"},
		{"unif", "ot.unif(5).tolist()", "[0.2, 0.2, 0.2, 0.2, 0.2]"},
		{"dist of itself", "ot.dist([[0., 0.], [3., 4.]], metric='euclidean').tolist()", "[[0.0, 5.0], [5.0, 0.0]]"},
		{"sinkhorn uniform", "ot.sinkhorn([], [], np.eye(2), 1.0).shape", "(2, 2)"},
		{"sinkhorn with zeros", "P = ot.sinkhorn([0.5, 0.5, 0], [0.25, 0.75], np.ones((3, 2)), 0.1)\nnp.round(P, 6).tolist()", "[[0.125, 0.375], [0.125, 0.375], [0.0, 0.0]]"},
		{"log", "P, log = ot.sinkhorn([], [], np.array([[0., 1.], [1., 0.]]), 0.5, log=True)\nbool(abs(log['u'][:, None] * np.exp(-np.array([[0., 1.], [1., 0.]]) / 0.5) * log['v'] - P).max() < 1e-12), log['niter'] > 0", "(True, True)"},
		{"sinkhorn2", "C = np.array([[0., 1.], [1., 0.]])\nbool(abs(ot.sinkhorn2([], [], C, 0.5) - (ot.sinkhorn([], [], C, 0.5) * C).sum()) < 1e-15)", "True"},
		{"warmstart as in POT", "C = np.random.default_rng(1).random((30, 30))\nP, log = ot.sinkhorn([], [], C, 0.05, log=True)\nQ, again = ot.sinkhorn([], [], C, 0.05, log=True, warmstart=(np.log(log['u']), np.log(log['v'])))\nagain['niter'] < 5", "True"},
		{"repr", "repr(ot.solve([[0., 0.], [0., 0.]], eps=1))", "'TransportResult(2×2, eps=1, cost=0, gap=0.0e+00, row_err=0.0e+00, col_err=0.0e+00, converged, 2 sweeps)'"},
	} {
		if got := value(t, k.code); got != k.want {
			t.Errorf("%s: %s, want %s", k.name, got, k.want)
		}
	}
}

func TestErrorsNameArgumentAndValue(t *testing.T) {
	for _, k := range []struct{ code, class, text string }{
		{"ot.solve(np.eye(2))", "ValueError", "ot.solve: the regularisation is missing: give eps=... or eta=..."},
		{"ot.solve(np.eye(2), eps=1, eta=2)", "ValueError", "not both"},
		{"ot.solve(eps=1)", "ValueError", "the cost is missing"},
		{"ot.solve(np.eye(2), x=[1, 2], y=[1, 2], eps=1)", "ValueError", "not both"},
		{"ot.solve(x=[1, 2], eps=1)", "ValueError", "both x and y"},
		{"ot.solve(np.eye(2), eps=-1)", "ValueError", "eps = -1: must be positive and finite"},
		{"ot.solve(np.eye(2), [0.5, -0.2], eps=1)", "ValueError", "ot.solve: a[1] = -0.2: weights must be non-negative"},
		{"ot.solve(np.eye(2), [0.5, 0.6], [0.5, 0.5], eps=1)", "ValueError", "a sums to 1.1, b to 1; set normalize=True"},
		{"ot.solve(np.eye(2), [1, 0], eps=1)", "ValueError", "a[1] = 0: zero weight: remove it or set drop_zero_mass=True"},
		{"ot.solve([[0, np.nan], [1, 2]], eps=1)", "ValueError", "ot.solve: C[0, 1] = NaN: value is not finite"},
		{"ot.solve(np.eye(2), [1, 1, 1], eps=1)", "ValueError", "a: has 3 entries, but the cost is 2×2"},
		{"ot.solve(np.eye(2), eps=1, tol=0)", "ValueError", "tol = 0"},
		{"ot.solve(np.eye(2), eps=1, tol=2)", "ValueError", "tol = 2: must lie between 0 and 1"},
		{"ot.solve(np.eye(2), eps=1, metric='foo')", "ValueError", "must be one of sqeuclidean"},
		{"ot.solve(np.eye(2), eps=1, method='simplex')", "ValueError", "must be one of 'auto', 'sinkhorn', 'newton'"},
		{"ot.solve(np.eye(2), eps=1, f=[1])", "ValueError", "f: bad warm start: 1 entries where 2 are needed"},
		{"ot.solve(np.zeros((2, 2, 2)), eps=1)", "ValueError", "must be a matrix"},
		{"ot.solve('abc', eps=1)", "", "C"},
		{"ot.solve(np.eye(2), epps=1)", "TypeError", "Did you mean 'eps'"},
		{"ot.sinkhorn([-1, 2], [], np.eye(2), 1.0)", "ValueError", "ot.sinkhorn: a[0] = -1"},
		{"ot.sinkhorn([], [], np.eye(2), 1.0, numItermax=0)", "ValueError", "numItermax"},
		{"ot.dist([[1, 2]], [[1, 2, 3]])", "ValueError", "same dimension"},
		{"ot.unif(0)", "ValueError", "at least 1"},
		{"ot.solve(np.eye(2), eps=1).map([[1.], [2.], [3.]])", "ValueError", "Y has 3 rows, but the plan has 2 columns"},
		{"ot.solve(np.eye(2), eps=1).nope", "AttributeError", "nope"},
		{"ot.emd", "AttributeError", "emd"},
	} {
		res, _ := run(t, k.code)
		switch {
		case res.Err == nil:
			t.Errorf("%s: accepted", k.code)
		case k.class != "" && res.Err.Name != k.class, !strings.Contains(res.Err.Value, k.text):
			t.Errorf("%s: %v, want %s with %q", k.code, res.Err, k.class, k.text)
		}
	}
}

func TestSeveralErrorsAreListed(t *testing.T) {
	res, _ := run(t, "ot.solve(np.eye(2), [0.5, -0.5], [1.0], eps=1, tol=7)")
	if res.Err == nil || strings.Count(res.Err.Value, "ot.solve: ") != 3 {
		t.Errorf("%v", res.Err)
	}
}

func TestAnExhaustedBudgetWarns(t *testing.T) {
	res, f := run(t, "r = ot.solve(np.random.default_rng(0).random((30, 30)), eps=1e-3, max_iter=20)\nr.converged, r.status")
	if res.Err != nil || res.Value.Plain() != "(False, 'iteration limit')" {
		t.Errorf("%v %v", res.Err, res.Value)
	}
	if w := f.err.String(); !strings.HasPrefix(w, "Warning: ot.solve: not converged: iteration limit after") || !strings.Contains(w, "raise max_iter, tol or eps") {
		t.Errorf("warning %q", w)
	}
	_, f = run(t, "P = ot.sinkhorn([], [], np.random.default_rng(0).random((30, 30)), 1e-3, numItermax=20, warn=False)")
	if f.err.String() != "" {
		t.Errorf("warning %q", f.err.String())
	}
}

func TestResultsShowThemselves(t *testing.T) {
	code := "ot.solve(np.random.default_rng(0).random((30, 20)), eps=0.001, bounds=True)"
	res, _ := run(t, code)
	if res.Err != nil {
		t.Fatal(res.Err)
	}
	page, _ := res.Value.Data["text/html"].(string)
	for _, part := range []string{"Transport plan 30 × 20", "duality gap", "row error", "unregularised cost", "level", "Newton steps", "data:image/png;base64,"} {
		if !strings.Contains(page, part) {
			t.Errorf("HTML lacks %q", part)
		}
	}
	// Void elements are closed for the parser's sake only.
	if err := xml.Unmarshal([]byte(strings.ReplaceAll(page, `px">`, `px"/>`)), new(struct{})); err != nil {
		t.Errorf("HTML is not well formed: %v", err)
	}
	if !strings.HasPrefix(res.Value.Plain(), "TransportResult(30×20, eps=0.001, ") {
		t.Errorf("plain form %q", res.Value.Plain())
	}
	again, _ := run(t, code)
	if again.Value.Data["text/html"] != page {
		t.Error("the same program shows different bytes")
	}
	one, _ := run(t, "ot.solve([[3.0]], eps=1)")
	if one.Err != nil || one.Value.Data["text/html"] == "" {
		t.Errorf("1×1: %v", one.Err)
	}
}

func TestInterruptEndsASolveSoon(t *testing.T) {
	f := &front{}
	s := dsl.NewSession()
	late := time.Hour
	for try := 0; try < 3 && late > 100*time.Millisecond; try++ { // a busy machine may delay one try
		ctx, cancel := context.WithCancel(context.Background())
		stopped := make(chan time.Time, 1)
		time.AfterFunc(800*time.Millisecond, func() { stopped <- time.Now(); cancel() })
		res := s.Execute(ctx, "import numpy as np, ot\nC = np.random.default_rng(0).random((700, 700))\not.solve(C, eps=1e-5, tol=1e-13, max_iter=10**9, method='sinkhorn')", f, dsl.ExecOptions{})
		late = min(late, time.Since(<-stopped))
		if res.Err == nil || res.Err.Name != "KeyboardInterrupt" {
			t.Fatalf("%v", res.Err)
		}
	}
	if late > 100*time.Millisecond {
		t.Errorf("interrupt answered after %v", late)
	}
	if len(f.shown) == 0 || f.shown[0].Metadata["progress"] != true {
		t.Errorf("no progress shown: %d displays", len(f.shown))
	}
	if next := s.Execute(context.Background(), "1 + 1", f, dsl.ExecOptions{}); next.Err != nil || next.Value.Plain() != "2" {
		t.Errorf("after the interrupt: %v", next.Err)
	}
}
