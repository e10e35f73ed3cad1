package np

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

var (
	pDecimals = bind.Param{Name: "decimals", Type: bind.Int, Default: "0", Help: "digits after the point; negative ones round tens, hundreds, ..."}
	pMin      = bind.Param{Name: "min", Type: arrayLike, Default: "None", Help: "lower bound"}
	pMax      = bind.Param{Name: "max", Type: arrayLike, Default: "None", Help: "upper bound"}
	pQMethod  = bind.Param{Name: "method", Type: bind.Str, Default: "'linear'", Help: "how to estimate between elements: linear, lower, higher, midpoint, nearest, hazen, weibull, median_unbiased, normal_unbiased"}
)

func round(c *bind.Call, a *ndarray.Array) (py.Object, error) {
	r, err := ndarray.Round(a, c.Int("decimals"), nil)
	return giveOut(c, r, err)
}

func clip(c *bind.Call, a *ndarray.Array) (py.Object, error) {
	bound := func(names ...string) (*ndarray.Array, error) {
		for _, n := range names {
			if has(c, n) && c.Obj(n) != py.None {
				return weakArg(c, n)
			}
		}
		return nil, nil
	}
	lo, err := bound("a_min", "min")
	if err != nil {
		return nil, err
	}
	hi, err := bound("a_max", "max")
	if err != nil {
		return nil, err
	}
	r, err := ndarray.Clip(a, lo, hi)
	return giveOut(c, r, err)
}

// has is Call.Has for a parameter that may not be declared.
func has(c *bind.Call, name string) bool {
	for _, p := range c.Func.Params {
		if p.Name == name {
			return c.Has(name)
		}
	}
	return false
}

func quantile(name string, scale float64, skip bool, doc, example string) *bind.Func {
	return fn1(name, doc, "array or scalar", example, []bind.Param{pA, {Name: "q", Type: arrayLike, Help: "which ones"}, pAxes, pOut, pOverwrite, pQMethod, pKeep},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			q, err := arg(c, "q")
			if err != nil {
				return nil, err
			}
			if scale != 1 {
				if q, _, err = ndarray.Divide.Call(q, ndarray.FloatScalar(scale).Weak(), nil); err != nil {
					return nil, raise(err)
				}
				for i := range q.Size() {
					if x := q.FloatAt(i); !(x >= 0 && x <= 1) {
						return nil, runtime.ValueErrorf("Percentiles must be in the range [0, 100]")
					}
				}
			}
			r, err := ndarray.Quantile(a, q, ndarray.Method(c.Str("method")), skip, reduceOpts(c))
			return giveOut(c, r, err)
		})
}

func cumulative(name string, u *ndarray.Binary, nan bool, doc, example string) *bind.Func {
	return fn1(name, doc, "array", example, []bind.Param{pAxis, pDtype, pOut}, func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
		if nan {
			r, err := ndarray.NanCumulative(u, a, axisArg(c))
			return giveOut(c, r, err)
		}
		return cumulate(u)(c, a)
	})
}

var (
	pY       = bind.Param{Name: "y", Type: arrayLike, Help: "the values"}
	pRtol    = bind.Param{Name: "rtol", Type: bind.Float, Default: "1e-05", Help: "relative tolerance"}
	pAtol    = bind.Param{Name: "atol", Type: bind.Float, Default: "1e-08", Help: "absolute tolerance"}
	pEqNaN   = bind.Param{Name: "equal_nan", Type: bind.Bool, Default: "False", Help: "NaN is close to NaN"}
	pB       = bind.Param{Name: "b", Type: arrayLike, Help: "the second array"}
	pCMode   = bind.Param{Name: "mode", Type: bind.OneOf("full", "same", "valid"), Default: "'full'", Help: "which part of the result"}
	pWeights = bind.Param{Name: "weights", Type: arrayLike, Default: "None", Help: "a weight for each element"}
	pDensity = bind.Param{Name: "density", Type: bind.Bool, Default: "False", Help: "divide by the total and the widths of the bins"}
	pRange   = bind.Param{Name: "range", Default: "None", Help: "(lower, upper) end of the bins, that of the data by default"}
)

// analysis holds rounding, running sums, statistics and histograms.
var analysis = []*bind.Func{
	fn1("round", "Elements rounded to a number of decimals, halves to even.", "array", ">>> np.round([1.25, 2.345], 1)\narray([1.2, 2.3])", []bind.Param{pDecimals, pOut}, round),
	fn1("around", "The same as round.", "array", ">>> np.around(2.5)\nnp.float64(2.0)", []bind.Param{pDecimals, pOut}, round),
	fn1("clip", "Elements limited to [a_min, a_max].", "array", ">>> np.clip([1, 5, 9], 2, 6)\narray([2, 5, 6])",
		[]bind.Param{{Name: "a_min", Type: arrayLike, Default: "None", Help: "lower bound"}, {Name: "a_max", Type: arrayLike, Default: "None", Help: "upper bound"}, pOut,
			{Name: "min", Type: arrayLike, KwOnly: true, Default: "None", Help: "another name of a_min"}, {Name: "max", Type: arrayLike, KwOnly: true, Default: "None", Help: "another name of a_max"}}, clip),
	cumulative("cumsum", ndarray.Add, false, "Running sums.", ">>> np.cumsum([1, 2, 3])\narray([1, 3, 6])"),
	cumulative("cumprod", ndarray.Multiply, false, "Running products.", ">>> np.cumprod([1, 2, 3])\narray([1, 2, 6])"),
	cumulative("nancumsum", ndarray.Add, true, "Running sums, NaN counted as zero.", ">>> np.nancumsum([1, np.nan, 3])\narray([1., 1., 4.])"),
	cumulative("nancumprod", ndarray.Multiply, true, "Running products, NaN counted as one.", ">>> np.nancumprod([1, np.nan, 3])\narray([1., 1., 3.])"),
	quantile("quantile", 1, false, "The value below which a fraction q of the elements lies.", ">>> np.quantile([1.0, 2.0, 3.0, 4.0], 0.5)\nnp.float64(2.5)"),
	quantile("percentile", 100, false, "The value below which q percent of the elements lie.", ">>> np.percentile([1.0, 2.0, 3.0, 4.0], [25, 75])\narray([1.75, 3.25])"),
	quantile("nanquantile", 1, true, "Quantiles of what is not NaN.", ">>> np.nanquantile([1.0, np.nan, 3.0], 0.5)\nnp.float64(2.0)"),
	quantile("nanpercentile", 100, true, "Percentiles of what is not NaN.", ">>> np.nanpercentile([1.0, np.nan, 3.0], 50)\nnp.float64(2.0)"),
	fn1("average", "Weighted average along axes.", "array or scalar, with returned=True a tuple with the sums of weights", ">>> np.average([1.0, 2.0], weights=[3.0, 1.0])\nnp.float64(1.25)",
		[]bind.Param{pAxes, pWeights, {Name: "returned", Type: bind.Bool, Default: "False", Help: "also return the sums of weights"}, pKeepKw},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			w, err := optArg(c, "weights")
			if err != nil {
				return nil, err
			}
			avg, sum, err := ndarray.Average(a, w, reduceOpts(c))
			if err != nil {
				return nil, raise(err)
			}
			if c.Bool("returned") {
				return py.Tuple{Object(avg), Object(sum)}, nil
			}
			return Object(avg), nil
		}),
	fn1("cov", "Covariance matrix of variables in rows.", "array", ">>> np.cov([[0.0, 1.0, 2.0], [2.0, 1.0, 0.0]])\narray([[ 1., -1.],\n       [-1.,  1.]])",
		[]bind.Param{{Name: "m", Type: arrayLike, Help: "variables in rows, observations in columns"}, {Name: "y", Type: arrayLike, Default: "None", Help: "further variables"},
			{Name: "rowvar", Type: bind.Bool, Default: "True", Help: "False: variables are in columns"}, {Name: "bias", Type: bind.Bool, Default: "False", Help: "divide by N instead of N - 1"},
			{Name: "ddof", Type: bind.Float, Default: "None", Help: "divide by N - ddof"}, {Name: "fweights", Type: arrayLike, Default: "None", Help: "how often each observation counts"}, {Name: "aweights", Type: arrayLike, Default: "None", Help: "weight of each observation"}},
		func(c *bind.Call, m *ndarray.Array) (py.Object, error) {
			x, err := variables(c, m)
			if err != nil {
				return nil, err
			}
			d := 1.0
			if c.Bool("bias") {
				d = 0
			}
			if c.Has("ddof") {
				d = c.Float("ddof")
			}
			f, err := optArg(c, "fweights")
			if err != nil {
				return nil, err
			}
			w, err := optArg(c, "aweights")
			if err != nil {
				return nil, err
			}
			if n := x.AtLeast(2).Shape()[1]; float64(n) <= d && f == nil && w == nil {
				warn(c.Thread, "Degrees of freedom <= 0 for slice")
			}
			r, err := ndarray.Cov(x, d, f, w)
			return giveArray(r, err)
		}),
	fn1("corrcoef", "Correlation coefficients of variables in rows.", "array", ">>> np.corrcoef([[0.0, 1.0, 2.0], [2.0, 1.0, 0.0]])\narray([[ 1., -1.],\n       [-1.,  1.]])",
		[]bind.Param{{Name: "x", Type: arrayLike, Help: "variables in rows, observations in columns"}, {Name: "y", Type: arrayLike, Default: "None", Help: "further variables"}, {Name: "rowvar", Type: bind.Bool, Default: "True", Help: "False: variables are in columns"}},
		func(c *bind.Call, m *ndarray.Array) (py.Object, error) {
			x, err := variables(c, m)
			if err != nil {
				return nil, err
			}
			r, err := ndarray.CorrCoef(x)
			return give(r, err)
		}),
	fn1("histogram", "Counts of elements in bins; the last bin includes its right edge.", "tuple (counts, edges)", ">>> np.histogram([1, 2, 1], bins=[0, 1, 2, 3])\n(array([0, 2, 1]), array([0, 1, 2, 3]))",
		[]bind.Param{pA, {Name: "bins", Default: "10", Help: "number of bins, or their edges"}, pRange, pDensity, pWeights},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			f, err := a.Ravel()
			if err != nil {
				return nil, raise(err)
			}
			w, err := optArg(c, "weights")
			if err != nil {
				return nil, err
			}
			if w != nil {
				if len(w.Shape()) != a.NDim() {
					return nil, runtime.ValueErrorf("weights should have the same shape as a.")
				}
				if w, err = w.Ravel(); err != nil {
					return nil, raise(err)
				}
			}
			edges, err := edgesArg(c, f, c.Obj("bins"), c.Obj("range"))
			if err != nil {
				return nil, err
			}
			h, err := ndarray.Histogram(f, edges, w, c.Bool("density"))
			if err != nil {
				return nil, raise(err)
			}
			return py.Tuple{New(h), New(edges)}, nil
		}),
	fn1("histogram_bin_edges", "The edges that histogram would use.", "array", ">>> np.histogram_bin_edges([0, 1], bins=2)\narray([0. , 0.5, 1. ])", []bind.Param{pA, {Name: "bins", Default: "10", Help: "number of bins, or their edges"}, pRange},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			e, err := edgesArg(c, a, c.Obj("bins"), c.Obj("range"))
			return giveArray(e, err)
		}),
	{Name: "histogram2d", Doc: "Counts of points in a grid of bins.", Returns: "tuple (counts, x edges, y edges)", Example: ">>> h, ex, ey = np.histogram2d([0, 1, 1], [0, 1, 1], bins=2)\n>>> h\narray([[1., 0.],\n       [0., 2.]])",
		Params: []bind.Param{{Name: "x", Type: arrayLike, Help: "first coordinates"}, {Name: "y", Type: arrayLike, Help: "second coordinates"}, {Name: "bins", Default: "10", Help: "number of bins or edges, for both or a pair"},
			{Name: "range", Default: "None", Help: "((xmin, xmax), (ymin, ymax))"}, pDensity, pWeights},
		Fn: histogram2d},
	fn1("bincount", "How often each integer from 0 on occurs, or the sums of its weights.", "array", ">>> np.bincount([0, 1, 1, 3])\narray([1, 2, 0, 1])", []bind.Param{{Name: "x", Type: arrayLike, Help: "integers, none negative"}, pWeights, {Name: "minlength", Type: bind.Int, Default: "0", Help: "least length of the result"}},
		func(c *bind.Call, x *ndarray.Array) (py.Object, error) {
			w, err := optArg(c, "weights")
			if err != nil {
				return nil, err
			}
			r, err := ndarray.BinCount(x, w, c.Int("minlength"))
			return giveArray(r, err)
		}),
	fn1("digitize", "The bin of each element among rising (or falling) edges.", "int or array of int", ">>> np.digitize([0.5, 1.0, 3.0], [0, 1, 2])\narray([1, 2, 3])",
		[]bind.Param{{Name: "x", Type: arrayLike, Help: "the elements"}, {Name: "bins", Type: arrayLike, Help: "the edges"}, {Name: "right", Type: bind.Bool, Default: "False", Help: "bins include their right edge"}},
		digitize),
}
