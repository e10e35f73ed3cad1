package np

import (
	"math"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

// variables stacks m and y for cov and corrcoef.
func variables(c *bind.Call, m *ndarray.Array) (*ndarray.Array, error) {
	y, err := optArg(c, "y")
	if err != nil {
		return nil, err
	}
	turn := func(a *ndarray.Array) *ndarray.Array {
		a = a.AtLeast(2)
		if !c.Bool("rowvar") && a.Shape()[0] != 1 {
			a = a.T()
		}
		return a
	}
	if m.NDim() > 2 {
		return nil, runtime.ValueErrorf("m has more than 2 dimensions")
	}
	x := turn(m)
	if y == nil {
		return x, nil
	}
	if y.NDim() > 2 {
		return nil, runtime.ValueErrorf("y has more than 2 dimensions")
	}
	axis := 0
	x, err = ndarray.Concatenate([]*ndarray.Array{x, turn(y)}, &axis, nil)
	return x, raise(err)
}

// edgesArg reads bins and range.
func edgesArg(c *bind.Call, a *ndarray.Array, bins, rng py.Object) (*ndarray.Array, error) {
	if s, ok := bins.(py.String); ok {
		n, err := autoBins(a, string(s))
		if err != nil {
			return nil, err
		}
		bins = py.Int(n)
	}
	n, err := runtime.AsInt(c.Thread, bins)
	if err != nil {
		e, err := asArray(c.Thread, bins)
		if err != nil {
			return nil, err
		}
		if e.NDim() != 1 {
			return nil, runtime.ValueErrorf("`bins` must be 1d, when an array")
		}
		return e, nil
	}
	lo, hi, auto := 0.0, 0.0, true
	if rng != py.None {
		r, err := asArray(c.Thread, rng)
		if err != nil {
			return nil, err
		}
		if r.Size() != 2 {
			return nil, runtime.ValueErrorf("`range` must be a pair (lower, upper)")
		}
		lo, hi, auto = r.FloatAt(0), r.FloatAt(1), false
	}
	e, err := ndarray.BinEdges(a, n, lo, hi, auto)
	return e, raise(err)
}

// autoBins are the estimators of the number of bins.
func autoBins(a *ndarray.Array, name string) (int, error) {
	x := append([]float64(nil), a.Floats()...)
	n := float64(len(x))
	if len(x) == 0 {
		return 1, nil
	}
	o := ndarray.ReduceOpts{}
	v, err := ndarray.FromFloats(x)
	if err != nil {
		return 0, raise(err)
	}
	r, err := ndarray.Ptp(v, o)
	if err != nil {
		return 0, raise(err)
	}
	ptp := r.FloatAt(0)
	sturges := ptp / (math.Log2(n) + 1)
	fd := func() float64 {
		qs, err := ndarray.FromFloats([]float64{0.75, 0.25})
		if err != nil {
			return 0
		}
		q, err := ndarray.Quantile(v, qs, "linear", false, o)
		if err != nil {
			return 0
		}
		return 2 * (q.FloatAt(0) - q.FloatAt(1)) * math.Pow(n, -1.0/3)
	}
	width := 0.0
	switch name {
	case "sturges":
		width = sturges
	case "fd":
		width = fd()
	case "sqrt":
		width = ptp / math.Sqrt(n)
	case "rice":
		width = ptp / (2 * math.Pow(n, 1.0/3))
	case "scott":
		s, err := ndarray.Std(v, 0, o)
		if err != nil {
			return 0, raise(err)
		}
		width = math.Pow(24*math.Sqrt(math.Pi)/n, 1.0/3) * s.FloatAt(0)
	case "auto":
		width = fd()
		if width == 0 || sturges < width {
			width = sturges
		}
	default:
		return 0, runtime.ValueErrorf("'%s' is not a valid estimator for `bins`", name)
	}
	if width == 0 {
		return 1, nil
	}
	return int(math.Max(1, math.Ceil(ptp/width))), nil
}

func histogram2d(c *bind.Call) (py.Object, error) {
	x, y, err := two(c, "x", "y")
	if err != nil {
		return nil, err
	}
	if x.NDim() != 1 || y.NDim() != 1 || x.Size() != y.Size() {
		return nil, runtime.ValueErrorf("x and y must have the same length.")
	}
	bx, by := c.Obj("bins"), c.Obj("bins")
	if l, ok, _ := items(c.Thread, c.Obj("bins")); ok && len(l) == 2 {
		bx, by = l[0], l[1]
	}
	rx, ry := py.Object(py.None), py.Object(py.None)
	if c.Obj("range") != py.None {
		l, ok, _ := items(c.Thread, c.Obj("range"))
		if !ok || len(l) != 2 {
			return nil, runtime.ValueErrorf("range argument must have one entry per dimension")
		}
		rx, ry = l[0], l[1]
	}
	ex, err := edgesArg(c, x, bx, rx)
	if err != nil {
		return nil, err
	}
	ey, err := edgesArg(c, y, by, ry)
	if err != nil {
		return nil, err
	}
	w, err := optArg(c, "weights")
	if err != nil {
		return nil, err
	}
	h, err := ndarray.Histogram2D(x, y, ex, ey, w, c.Bool("density"))
	if err != nil {
		return nil, raise(err)
	}
	return py.Tuple{New(h), New(ex), New(ey)}, nil
}

func digitize(c *bind.Call, x *ndarray.Array) (py.Object, error) {
	bins, err := arg(c, "bins")
	if err != nil {
		return nil, err
	}
	e := bins.Floats()
	up, down := true, true
	for i := 1; i < len(e); i++ {
		up, down = up && e[i-1] <= e[i], down && e[i-1] >= e[i]
	}
	switch {
	case up:
		r, err := ndarray.SearchSorted(bins, x, !c.Bool("right"), nil)
		return give(r, err)
	case down:
		rev, err := ndarray.Flip(bins, nil)
		if err != nil {
			return nil, raise(err)
		}
		r, err := ndarray.SearchSorted(rev, x, !c.Bool("right"), nil)
		if err == nil {
			r, _, err = ndarray.Subtract.Call(ndarray.IntScalar(int64(len(e))), r, nil)
		}
		return give(r, err)
	}
	return nil, runtime.ValueErrorf("bins must be monotonically increasing or decreasing")
}
