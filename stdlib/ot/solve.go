package ot

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/go-python/gpython/py"
	"gonum.org/v1/gonum/mat"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/solvers/ot"
	"monge/stdlib/progress"
)

var solveFunc = &bind.Func{
	Name: "solve",
	Params: []bind.Param{
		{Name: "C", Type: matrixType, Default: "None", Help: "cost of moving one unit from i to j; left out when x and y are given"},
		{Name: "a", Type: vectorType, Default: "None", Help: "weights of the rows; uniform when left out"},
		{Name: "b", Type: vectorType, Default: "None", Help: "weights of the columns, with the same sum as a; uniform when left out"},
		{Name: "eps", Type: bind.PositiveFloat, Default: "None", KwOnly: true, Help: "regularisation: larger is smoother and faster"},
		{Name: "eta", Type: bind.PositiveFloat, Default: "None", KwOnly: true, Help: "1/eps; give one of the two"},
		{Name: "x", Type: pointsType, Default: "None", KwOnly: true, Help: "points of the rows, one a row: costs are computed when needed and never stored"},
		{Name: "y", Type: pointsType, Default: "None", KwOnly: true, Help: "points of the columns"},
		{Name: "metric", Type: metricType, Default: "'sqeuclidean'", KwOnly: true, Help: "cost between two points"},
		{Name: "method", Type: bind.OneOf(ot.MethodNames...), Default: "'auto'", KwOnly: true, Help: "algorithm: newton where sweeps are slow (small eps), sinkhorn where they are fast, auto to choose"},
		{Name: "tol", Type: bind.Float, Default: "1e-9", KwOnly: true, Help: "L1 error allowed in the row and column sums, as a fraction of the mass"},
		{Name: "max_iter", Type: bind.Natural, Default: "10000", KwOnly: true, Help: "budget of passes over the cost and sweeps"},
		{Name: "max_time", Type: bind.PositiveFloat, Default: "None", KwOnly: true, Help: "budget in seconds"},
		{Name: "f", Type: vectorType, Default: "None", KwOnly: true, Help: "row potentials to start from"},
		{Name: "g", Type: vectorType, Default: "None", KwOnly: true, Help: "column potentials to start from"},
		{Name: "bounds", Type: bind.Bool, Default: "False", KwOnly: true, Help: "also bracket the unregularised cost (lp_lower, lp_upper)"},
		{Name: "normalize", Type: bind.Bool, Default: "False", KwOnly: true, Help: "divide a and b by their sums first"},
		{Name: "drop_zero_mass", Type: bind.Bool, Default: "False", KwOnly: true, Help: "leave out rows and columns of weight zero instead of refusing them"},
		{Name: "threads", Type: bind.Natural, Default: "0", KwOnly: true, Help: "workers, 0 for all cores; the result does not depend on it"},
	},
	Returns: "TransportResult: potentials, certificate and the ways to see the plan",
	Doc: `Entropic optimal transport between weights a and b for the cost C.

Minimises <C, P> + eps * sum(P * (log(P) - 1)) over plans P with row sums a and column sums b, along a ladder of
regularisations: by Sinkhorn's sweeps in the log domain where the plan is smooth, by Newton steps on the few entries of the plan
that matter where it is nearly a matching. The result proves its accuracy by the marginal errors of a fresh
pass and by the duality gap. When the budget runs out a warning is printed and the best point is returned.`,
	Raises: "ValueError: every problem of the input, one a line\nKeyboardInterrupt: when interrupted, within 50 ms",
	Example: `>>> C = np.array([[0.0, 1.0], [1.0, 0.0]])
>>> r = ot.solve(C, [0.5, 0.5], [0.25, 0.75], eps=0.1)
>>> r.converged, round(r.cost, 6)
(True, 0.25)
>>> np.round(r.plan(), 4)
array([[0.25, 0.25],
       [0.  , 0.5 ]])`,
	Source: "M. Cuturi, Sinkhorn distances (NeurIPS 2013); B. Schmitzer, Stabilized sparse scaling algorithms (SIAM J. Sci. Comput. 2019); X. Tang et al., Accelerating Sinkhorn with sparse Newton iterations (ICLR 2024)",
	SeeAlso: []string{
		"ot.sinkhorn", "ot.dist",
	},
	Fn: solve,
}

func solve(c *bind.Call) (py.Object, error) {
	eps, err := regularisation(c)
	if err != nil {
		return nil, err
	}
	cost, err := costOf(c)
	if err != nil {
		return nil, err
	}
	method, err := ot.ParseMethod(c.Str("method"))
	if err != nil {
		return nil, translate(c, err)
	}
	opt := &ot.Options{
		Method: method, Tol: c.Float("tol"), MaxPasses: c.Int("max_iter"), MaxTime: seconds(c, "max_time"),
		F: vector(c, "f"), G: vector(c, "g"), Bounds: c.Bool("bounds"), Normalize: c.Bool("normalize"),
		DropZeroMass: c.Bool("drop_zero_mass"), Threads: c.Int("threads"),
	}
	if c.Float("tol") == 0 { // zero is the solver's word for "default", which the caller did not ask for
		return nil, c.Errorf("tol = 0.0: must lie between 0 and 1")
	}
	r, err := run(c, cost, vector(c, "a"), vector(c, "b"), eps, opt, true)
	if err != nil {
		return nil, err
	}
	return r, nil
}

// regularisation is eps, or 1/eta.
func regularisation(c *bind.Call) (float64, error) {
	switch {
	case c.Has("eps") && c.Has("eta"):
		return 0, c.Errorf("give eps or eta, not both: eta is 1/eps")
	case c.Has("eps"):
		return c.Float("eps"), nil
	case c.Has("eta"):
		return 1 / c.Float("eta"), nil
	}
	return 0, c.Errorf("the regularisation is missing: give eps=... or eta=...")
}

// costOf is the cost from C, or from x and y.
func costOf(c *bind.Call) (ot.Cost, error) {
	points := c.Has("x") || c.Has("y")
	switch {
	case c.Has("C") && points:
		return nil, c.Errorf("give the cost C or the points x and y, not both")
	case points && !(c.Has("x") && c.Has("y")):
		return nil, c.Errorf("both x and y are needed")
	case !c.Has("C") && !points:
		return nil, c.Errorf("the cost is missing: give C, or points x=... and y=...")
	case c.Has("C"): // a copy: the result refers to the cost, and the program may change its array
		return ot.Dense(mat.DenseCopyOf(matrix(c, "C"))), nil
	}
	return ot.Points(matrix(c, "x"), matrix(c, "y"), bind.Get[ot.Metric](c, "metric")), nil
}

func seconds(c *bind.Call, name string) time.Duration {
	return time.Duration(c.Float(name) * float64(time.Second))
}

// run solves with progress and turns what the solver says into the language's terms. Running out of the budget is a
// warning; everything else that goes wrong is an exception.
func run(c *bind.Call, cost ot.Cost, a, b []float64, eps float64, opt *ot.Options, warn bool) (*result, error) {
	line := progress.Start(c.Thread, "transport", opt.Tol)
	opt.Observer = line.Observe
	r, err := ot.Solve(c.Thread.Context(), cost, a, b, eps, opt)
	if r != nil {
		line.Done(r.Status.String())
	}
	switch {
	case errors.Is(err, ot.ErrNotConverged):
		if warn {
			fmt.Fprintf(c.Thread.Stderr, "Warning: %s\n", text(c, err))
		}
	case err != nil:
		return nil, translate(c, err)
	}
	return &result{Result: r}, nil
}

// goNames are the names of Go options in the solver's texts, and what they are called here.
var goNames = strings.NewReplacer("MaxPasses", "max_iter", "MaxTime", "max_time", "DropZeroMass", "drop_zero_mass=True",
	"Normalize", "normalize=True", "Tol", "tol", "Threads", "threads", "ot: cost[", "ot: C[", "ot: F", "ot: f", "ot: G", "ot: g")

// text is an error's message under the name of the function that was called.
func text(c *bind.Call, err error) string {
	return strings.ReplaceAll(goNames.Replace(err.Error()), "ot: ", c.Func.QualName()+": ")
}

// translate makes input errors ValueErrors; the end of the context stays what it is.
func translate(c *bind.Call, err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return runtime.ValueErrorf("%s", text(c, err))
}
