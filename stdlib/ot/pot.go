package ot

import (
	"math"

	"github.com/go-python/gpython/py"
	"gonum.org/v1/gonum/mat"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/solvers/ot"
)

// The functions below have POT's names, argument order and defaults. Options of POT that choose among variants of the
// algorithm are accepted and change nothing: there is one variant, and it is stable for every regularisation.

var sinkhornParams = []bind.Param{
	{Name: "a", Type: vectorType, Help: "weights of the rows; empty for uniform"},
	{Name: "b", Type: vectorType, Help: "weights of the columns; empty for uniform"},
	{Name: "M", Type: matrixType, Help: "cost matrix"},
	{Name: "reg", Type: bind.PositiveFloat, Help: "regularisation, the eps of ot.solve"},
	{Name: "method", Type: bind.OneOf("sinkhorn", "sinkhorn_log", "sinkhorn_stabilized", "sinkhorn_epsilon_scaling", "greenkhorn"), Default: "'sinkhorn'",
		Help: "accepted for compatibility; all names run the same stabilised method"},
	{Name: "numItermax", Type: bind.Natural, Default: "1000", Help: "budget of passes and sweeps"},
	{Name: "stopThr", Type: bind.Float, Default: "1e-9", Help: "L1 error allowed in the row and column sums"},
	{Name: "verbose", Type: bind.Bool, Default: "False", Help: "print the summary of the result"},
	{Name: "log", Type: bind.Bool, Default: "False", Help: "also return a dict: err, niter, u, v, f, g, cost, gap, result"},
	{Name: "warn", Type: bind.Bool, Default: "True", Help: "print a warning when the budget runs out"},
	{Name: "warmstart", Type: warmStartType, Default: "None", Help: "pair (log u, log v) to start from, as POT takes it"},
}

var potFuncs = []*bind.Func{
	{
		Name:    "sinkhorn",
		Params:  sinkhornParams,
		Returns: "array of shape (n, m): the transport plan; with log=True a tuple (plan, dict)",
		Doc: `Entropic transport plan, with the arguments of POT's ot.sinkhorn.

The plan is the one that POT converges to. It is found by ot.solve's method, which does not break down for small reg, so the
budget may be spent in fewer sweeps than POT needs. Weights of zero are allowed.`,
		Raises: "ValueError: every problem of the input, one a line",
		Example: `>>> M = np.array([[0.0, 1.0], [1.0, 0.0]])
>>> np.round(ot.sinkhorn([0.5, 0.5], [0.5, 0.5], M, 1.0), 8)
array([[0.36552929, 0.13447071],
       [0.13447071, 0.36552929]])`,
		SeeAlso: []string{"ot.solve", "ot.sinkhorn2"},
		Fn: func(c *bind.Call) (py.Object, error) {
			r, err := sinkhorn(c)
			if err != nil {
				return nil, err
			}
			if err := guard(c.Thread, r); err != nil {
				return nil, err
			}
			return withLog(c, r, fromDense(r.Plan(nil))), nil
		},
	},
	{
		Name:    "sinkhorn2",
		Params:  sinkhornParams,
		Returns: "float: the transport cost sum(P * M) of the entropic plan; with log=True a tuple (cost, dict)",
		Doc:     "Transport cost of the entropic plan, with the arguments of POT's ot.sinkhorn2.",
		Raises:  "ValueError: every problem of the input, one a line",
		Example: `>>> M = np.array([[0.0, 1.0], [1.0, 0.0]])
>>> round(ot.sinkhorn2([0.5, 0.5], [0.5, 0.5], M, 1.0), 8)
0.26894142`,
		SeeAlso: []string{"ot.sinkhorn"},
		Fn: func(c *bind.Call) (py.Object, error) {
			r, err := sinkhorn(c)
			if err != nil {
				return nil, err
			}
			return withLog(c, r, py.Float(r.Cost)), nil
		},
	},
	{
		Name:    "unif",
		Params:  []bind.Param{{Name: "n", Type: bind.Positive, Help: "number of weights"}},
		Returns: "array of shape (n,)",
		Doc:     "Uniform weights that sum to one.",
		Example: ">>> ot.unif(4)\narray([0.25, 0.25, 0.25, 0.25])",
		Fn: func(c *bind.Call) (py.Object, error) {
			n := c.Int("n")
			if err := c.Thread.Alloc(int64(n) * 8); err != nil {
				return nil, err
			}
			w := make([]float64, n)
			for i := range w {
				w[i] = 1 / float64(n)
			}
			return fromFloats(w, n), nil
		},
	},
	{
		Name: "dist",
		Params: []bind.Param{
			{Name: "x1", Type: pointsType, Help: "points, one a row"},
			{Name: "x2", Type: pointsType, Default: "None", Help: "points to measure to; x1 itself when left out"},
			{Name: "metric", Type: metricType, Default: "'sqeuclidean'", Help: "cost between two points"},
		},
		Returns: "array of shape (n1, n2)",
		Doc:     "Matrix of costs between two sets of points.",
		Example: `>>> ot.dist([[0, 0], [1, 1]], [[0, 1], [3, 1]])
array([[ 1., 10.],
       [ 1.,  4.]])`,
		SeeAlso: []string{"ot.solve"},
		Fn:      dist,
	},
}

func sinkhorn(c *bind.Call) (*result, error) {
	reg := c.Float("reg")
	a, b := emptyIsNil(vector(c, "a")), emptyIsNil(vector(c, "b"))
	opt := &ot.Options{Tol: c.Float("stopThr"), MaxPasses: c.Int("numItermax"), DropZeroMass: true}
	if !(opt.Tol > 0 && opt.Tol < 1) { // POT takes 0 for "never stop early"
		opt.Tol = 1e-16
	}
	if opt.MaxPasses == 0 {
		return nil, c.Errorf("numItermax = 0: must be at least 1")
	}
	if c.Has("warmstart") {
		w := bind.Get[[2][]float64](c, "warmstart")
		opt.F, opt.G = scaled(w[0], reg), scaled(w[1], reg)
	}
	cost := matrix(c, "M")
	if c.Bool("log") { // the result in the dict refers to the cost, and the program may change its array
		cost = mat.DenseCopyOf(cost)
	}
	r, err := run(c, ot.Dense(cost), a, b, reg, opt, c.Bool("warn"))
	if err == nil && c.Bool("verbose") {
		c.Thread.Stdout.Write([]byte(r.summary() + "\n"))
	}
	return r, err
}

func emptyIsNil(w []float64) []float64 {
	if len(w) == 0 {
		return nil
	}
	return w
}

func scaled(v []float64, s float64) []float64 {
	out := make([]float64, len(v))
	for i, x := range v {
		out[i] = s * x
	}
	return out
}

// withLog is v, or (v, dict) when log was asked for.
func withLog(c *bind.Call, r *result, v py.Object) py.Object {
	if !c.Bool("log") {
		return v
	}
	h := r.History()
	errs := make([]float64, 0, len(h))
	for _, rec := range h {
		if rec.Eps <= r.Result.Eps*(1+1e-12) {
			errs = append(errs, rec.RowErr)
		}
	}
	exp := func(v []float64) py.Object {
		out := make([]float64, len(v))
		for i, x := range v {
			out[i] = math.Exp(x / r.Result.Eps)
		}
		return fromFloats(out, len(out))
	}
	d := runtime.NewDict()
	d.SetStr("err", fromFloats(errs, len(errs)))
	d.SetStr("niter", py.Int(r.Stats.Sweeps))
	d.SetStr("u", exp(r.F))
	d.SetStr("v", exp(r.G))
	d.SetStr("f", fromFloats(r.F, len(r.F)))
	d.SetStr("g", fromFloats(r.G, len(r.G)))
	d.SetStr("cost", py.Float(r.Cost))
	d.SetStr("gap", py.Float(r.Gap))
	d.SetStr("result", r)
	return py.Tuple{v, d}
}

func dist(c *bind.Call) (py.Object, error) {
	x := matrix(c, "x1")
	y := x
	if c.Has("x2") {
		y = matrix(c, "x2")
	}
	n, dx := x.Dims()
	m, dy := y.Dims()
	if dx != dy {
		return nil, c.Errorf("x1 has %d columns and x2 has %d: points must have the same dimension", dx, dy)
	}
	if err := c.Thread.Alloc(int64(n) * int64(m) * 8); err != nil {
		return nil, err
	}
	cost := ot.Points(x, y, bind.Get[ot.Metric](c, "metric"))
	out := mat.NewDense(n, m, nil)
	buf := make([]float64, m)
	for i := range n {
		if i%256 == 255 {
			if err := c.Thread.Tick(); err != nil {
				return nil, err
			}
		}
		copy(out.RawRowView(i), cost.Row(i, 0, m, buf))
	}
	return fromDense(out), nil
}
