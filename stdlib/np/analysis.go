package np

import (
	"math"

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

var analysis = concat([]*bind.Func{
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
	fn1("diff", "Differences of neighbours, n times.", "array", ">>> np.diff([1, 4, 9])\narray([3, 5])",
		[]bind.Param{{Name: "n", Type: bind.Int, Default: "1", Help: "how often"}, pLast, {Name: "prepend", Type: arrayLike, Default: "None", Help: "values to put in front first"}, {Name: "append", Type: arrayLike, Default: "None", Help: "values to put at the end first"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			parts := []*ndarray.Array{a}
			for i, name := range []string{"prepend", "append"} {
				v, err := optArg(c, name)
				if err != nil {
					return nil, err
				}
				if v == nil {
					continue
				}
				ax, err := ndarray.NormAxis(c.Int("axis"), a.NDim())
				if err != nil {
					return nil, raise(err)
				}
				if v.NDim() == 0 {
					shape := append([]int(nil), a.Shape()...)
					shape[ax] = 1
					if v, err = v.BroadcastTo(shape...); err != nil {
						return nil, raise(err)
					}
				}
				if i == 0 {
					parts = append([]*ndarray.Array{v}, parts...)
				} else {
					parts = append(parts, v)
				}
			}
			if len(parts) > 1 {
				ax := c.Int("axis")
				var err error
				if a, err = ndarray.Concatenate(parts, &ax, nil); err != nil {
					return nil, raise(err)
				}
			}
			r, err := ndarray.Diff(a, c.Int("n"), c.Int("axis"))
			return giveArray(r, err)
		}),
	fn1("ediff1d", "Differences of neighbours of the flattened array.", "array", ">>> np.ediff1d([1, 4, 9])\narray([3, 5])", []bind.Param{{Name: "ary", Type: arrayLike, Help: "the array"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			f, err := a.Ravel()
			if err != nil {
				return nil, raise(err)
			}
			r, err := ndarray.Diff(f, 1, 0)
			return giveArray(r, err)
		}),
	fn1("gradient", "Central differences along axes, second order inside.", "array, or a list of arrays for several axes", ">>> np.gradient([1.0, 4.0, 9.0])\narray([3., 4., 5.])",
		[]bind.Param{{Name: "f", Type: arrayLike, Help: "the values"}, {Name: "varargs", Star: true, Help: "spacing, or coordinates, for all axes or for each"}, {Name: "axis", Type: axesType, KwOnly: true, Default: "None", Help: "axes; all by default"}, {Name: "edge_order", Type: bind.Int, KwOnly: true, Default: "1", Help: "order at the ends: 1 or 2"}},
		gradient),
	fn1("trapezoid", "Integral by the trapezoidal rule.", "scalar or array", ">>> np.trapezoid([1.0, 2.0, 3.0])\nnp.float64(4.0)",
		[]bind.Param{pY, {Name: "x", Type: arrayLike, Default: "None", Help: "the coordinates"}, {Name: "dx", Type: bind.Float, Default: "1.0", Help: "the spacing when x is not given"}, pLast},
		func(c *bind.Call, y *ndarray.Array) (py.Object, error) {
			x, err := optArg(c, "x")
			if err != nil {
				return nil, err
			}
			r, err := ndarray.Trapezoid(y, x, c.Float("dx"), c.Int("axis"))
			return give(r, err)
		}),
	fn1("interp", "Piecewise linear interpolation through the points (xp, fp), xp rising.", "scalar or array", ">>> np.interp([0.5, 3.0], [0, 1, 2], [0, 10, 20])\narray([ 5., 20.])",
		[]bind.Param{{Name: "x", Type: arrayLike, Help: "where to evaluate"}, {Name: "xp", Type: arrayLike, Help: "coordinates of the points"}, {Name: "fp", Type: arrayLike, Help: "values of the points"},
			{Name: "left", Type: bind.Float, Default: "None", Help: "value below xp[0]"}, {Name: "right", Type: bind.Float, Default: "None", Help: "value above xp[-1]"}, {Name: "period", Type: bind.Float, Default: "None", Help: "period of the coordinates"}},
		func(c *bind.Call, x *ndarray.Array) (py.Object, error) {
			xp, fp, err := two(c, "xp", "fp")
			if err != nil {
				return nil, err
			}
			opt := func(name string) *float64 {
				if !c.Has(name) {
					return nil
				}
				v := c.Float(name)
				return &v
			}
			if c.Has("period") && c.Float("period") == 0 {
				return nil, runtime.ValueErrorf("period must be a non-zero value")
			}
			r, err := ndarray.Interp(x, xp, fp, opt("left"), opt("right"), c.Float("period"))
			return give(r, err)
		}),
	fn1("convolve", "Discrete convolution of vectors.", "array", ">>> np.convolve([1, 2, 3], [1, 1])\narray([1, 3, 5, 3])", []bind.Param{pA, {Name: "v", Type: arrayLike, Help: "the second vector"}, pCMode},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			v, err := arg(c, "v")
			if err != nil {
				return nil, err
			}
			return give(interruptible(c.Thread, a.Size()+v.Size(), func() (*ndarray.Array, error) { return ndarray.Convolve(a, v, c.Str("mode")) }))
		}),
	fn1("correlate", "Cross-correlation of vectors.", "array", ">>> np.correlate([1, 2, 3], [0, 1, 0.5])\narray([3.5])", []bind.Param{pA, {Name: "v", Type: arrayLike, Help: "the second vector"}, {Name: "mode", Type: bind.OneOf("full", "same", "valid"), Default: "'valid'", Help: "which part of the result"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			v, err := arg(c, "v")
			if err != nil {
				return nil, err
			}
			return give(interruptible(c.Thread, a.Size()+v.Size(), func() (*ndarray.Array, error) { return ndarray.Correlate(a, v, c.Str("mode")) }))
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
	fn1("polyfit", "Polynomial of a degree that fits points best (least squares), highest power first.", "array, or a tuple with what else is asked for", ">>> np.round(np.polyfit([0.0, 1.0, 2.0], [1.0, 3.0, 5.0], 1), 6)\narray([2., 1.])",
		[]bind.Param{{Name: "x", Type: arrayLike, Help: "coordinates"}, {Name: "y", Type: arrayLike, Help: "values, or several columns of them"}, {Name: "deg", Type: bind.Int, Help: "the degree"}, {Name: "rcond", Type: bind.Float, Default: "None", Help: "accepted"},
			{Name: "full", Type: bind.Bool, Default: "False", Help: "refused"}, {Name: "w", Type: arrayLike, Default: "None", Help: "weights of the residuals"}, {Name: "cov", Default: "False", Help: "also return the covariance of the coefficients; 'unscaled' without the residual variance"}},
		polyfit),
	fn1("polyval", "Value of a polynomial, highest power first.", "scalar or array", ">>> np.polyval([1, 0, -1], 3)\nnp.int64(8)", []bind.Param{{Name: "p", Type: arrayLike, Help: "the coefficients"}, {Name: "x", Type: arrayLike, Help: "where to evaluate"}},
		func(c *bind.Call, p *ndarray.Array) (py.Object, error) {
			x, err := arg(c, "x")
			if err != nil {
				return nil, err
			}
			if p, err = p.AtLeast(1).Ravel(); err != nil {
				return nil, raise(err)
			}
			r, err := ndarray.PolyVal(p, x)
			return give(r, err)
		}),
	polyOp("polymul", "Product of polynomials.", ">>> np.polymul([1, 1], [1, -1])\narray([ 1,  0, -1])", ndarray.PolyMul),
	polyOp("polyadd", "Sum of polynomials.", ">>> np.polyadd([1, 1], [2])\narray([1, 3])", func(a, b *ndarray.Array) (*ndarray.Array, error) { return ndarray.PolyAdd(ndarray.Add, a, b) }),
	polyOp("polysub", "Difference of polynomials.", ">>> np.polysub([1, 1], [2])\narray([ 1, -1])", func(a, b *ndarray.Array) (*ndarray.Array, error) { return ndarray.PolyAdd(ndarray.Subtract, a, b) }),
	fn1("polyder", "Derivative of a polynomial.", "array", ">>> np.polyder([1, 2, 3])\narray([2, 2])", []bind.Param{{Name: "p", Type: arrayLike, Help: "the coefficients"}, {Name: "m", Type: bind.Int, Default: "1", Help: "how often"}},
		func(c *bind.Call, p *ndarray.Array) (py.Object, error) {
			r, err := ndarray.PolyDer(p, c.Int("m"))
			return giveArray(r, err)
		}),
	fn1("polyint", "Integral of a polynomial with constant zero.", "array", ">>> np.polyint([2, 2])\narray([1., 2., 0.])", []bind.Param{{Name: "p", Type: arrayLike, Help: "the coefficients"}, {Name: "m", Type: bind.Int, Default: "1", Help: "how often"}},
		func(c *bind.Call, p *ndarray.Array) (py.Object, error) {
			r, err := ndarray.PolyInt(p, c.Int("m"))
			return giveArray(r, err)
		}),
	fn1("roots", "Roots of a polynomial, highest power first.", "array", ">>> np.roots([1.0, 0.0, -4.0])\narray([-2.,  2.])", []bind.Param{{Name: "p", Type: arrayLike, Help: "the coefficients"}},
		func(c *bind.Call, p *ndarray.Array) (py.Object, error) {
			r, err := ndarray.Roots(p)
			return giveArray(r, err)
		}),
	fn1("poly", "Coefficients of the polynomial with given roots.", "array", ">>> np.poly([1.0, -1.0])\narray([ 1.,  0., -1.])", []bind.Param{{Name: "seq_of_zeros", Type: arrayLike, Help: "the roots, or a matrix whose eigenvalues they are"}},
		func(c *bind.Call, p *ndarray.Array) (py.Object, error) {
			r, err := ndarray.Poly(p)
			return giveArray(r, err)
		}),
	fn1("allclose", "Whether all elements of two arrays are close.", "bool", ">>> np.allclose([1.0, 2.0], [1.0, 2.0 + 1e-9])\nTrue", []bind.Param{pA, pB, pRtol, pAtol, pEqNaN},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			b, err := arg(c, "b")
			if err != nil {
				return nil, err
			}
			ok, err := ndarray.AllClose(a, b, c.Float("rtol"), c.Float("atol"), c.Bool("equal_nan"))
			return py.Bool(ok), raise(err)
		}),
	fn1("isclose", "Whether elements are close: |a - b| <= atol + rtol |b|.", "array of bool or bool", ">>> np.isclose([1.0, 2.0], [1.0, 2.1])\narray([ True, False])", []bind.Param{pA, pB, pRtol, pAtol, pEqNaN},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			b, err := arg(c, "b")
			if err != nil {
				return nil, err
			}
			r, err := ndarray.IsClose(a, b, c.Float("rtol"), c.Float("atol"), c.Bool("equal_nan"))
			return give(r, err)
		}),
	fn1("array_equal", "Whether two arrays have the same shape and elements.", "bool", ">>> np.array_equal([1, 2], [1, 2])\nTrue", []bind.Param{{Name: "a1", Type: arrayLike, Help: "one array"}, {Name: "a2", Type: arrayLike, Help: "the other"}, pEqNaN},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			b, err := arg(c, "a2")
			if err != nil {
				return nil, err
			}
			ok, err := ndarray.ArrayEqual(a, b, c.Bool("equal_nan"))
			return py.Bool(ok), raise(err)
		}),
	fn1("array_equiv", "Whether two arrays are equal after broadcasting.", "bool", ">>> np.array_equiv([1, 1], 1)\nTrue", []bind.Param{{Name: "a1", Type: arrayLike, Help: "one array"}, {Name: "a2", Type: arrayLike, Help: "the other"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			b, err := arg(c, "a2")
			if err != nil {
				return nil, err
			}
			both, err := ndarray.BroadcastArrays(a, b)
			if err != nil {
				return py.False, nil
			}
			ok, err := ndarray.ArrayEqual(both[0], both[1], false)
			return py.Bool(ok), raise(err)
		}),
	fn1("nan_to_num", "NaN and infinities replaced by numbers.", "array", ">>> np.nan_to_num([np.nan, 1.0], nan=0.0)\narray([0., 1.])",
		[]bind.Param{{Name: "x", Type: arrayLike, Help: "the array"}, {Name: "copy", Type: bind.Bool, Default: "True", Help: "False: change the array itself"}, {Name: "nan", Type: bind.Float, Default: "0.0", Help: "for NaN"},
			{Name: "posinf", Type: bind.Float, Default: "None", Help: "for infinity, the largest number by default"}, {Name: "neginf", Type: bind.Float, Default: "None", Help: "for minus infinity, the most negative number by default"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			if !a.Dtype().IsFloat() {
				return Object(a), nil
			}
			hi, lo := math.MaxFloat64, -math.MaxFloat64
			if a.Dtype() == ndarray.Float32 {
				hi, lo = math.MaxFloat32, -math.MaxFloat32
			}
			if c.Has("posinf") {
				hi = c.Float("posinf")
			}
			if c.Has("neginf") {
				lo = c.Float("neginf")
			}
			r, err := a.Copy()
			if err != nil {
				return nil, raise(err)
			}
			for _, s := range []struct{ from, to float64 }{{math.Inf(1), hi}, {math.Inf(-1), lo}} {
				m, _, err := ndarray.Equal.Call(r, ndarray.FloatScalar(s.from), nil)
				if err == nil {
					r, err = ndarray.Where(m, ndarray.FloatScalar(s.to).Weak(), r)
				}
				if err != nil {
					return nil, raise(err)
				}
			}
			m, _, err := ndarray.IsNaN.Call(r, nil)
			if err == nil {
				r, err = ndarray.Where(m, ndarray.FloatScalar(c.Float("nan")).Weak(), r)
			}
			if err == nil && !c.Bool("copy") {
				if x, ok := c.Obj("x").(*Array); ok {
					return x, raise(x.ND().Assign(r))
				}
			}
			return give(r, err)
		}),
	fn1("iscomplexobj", "Whether the type is complex.", "bool", ">>> np.iscomplexobj([1j])\nTrue", []bind.Param{{Name: "x", Type: arrayLike, Help: "the array"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			return py.Bool(a.Dtype() == ndarray.Complex128), nil
		}),
	fn1("isrealobj", "Whether the type is not complex.", "bool", ">>> np.isrealobj([1.0])\nTrue", []bind.Param{{Name: "x", Type: arrayLike, Help: "the array"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			return py.Bool(a.Dtype() != ndarray.Complex128), nil
		}),
	fn1("isreal", "Whether imaginary parts are zero.", "array of bool", ">>> np.isreal([1, 1j])\narray([ True, False])", []bind.Param{{Name: "x", Type: arrayLike, Help: "the array"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, _, err := ndarray.Equal.Call(a.Imag(), ndarray.IntScalar(0), nil)
			return give(r, err)
		}),
	fn1("iscomplex", "Whether imaginary parts are not zero.", "array of bool", ">>> np.iscomplex([1, 1j])\narray([False,  True])", []bind.Param{{Name: "x", Type: arrayLike, Help: "the array"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, _, err := ndarray.NotEqual.Call(a.Imag(), ndarray.IntScalar(0), nil)
			return give(r, err)
		}),
	fn1("angle", "Angle of complex numbers in radians.", "array", ">>> np.angle([1j, -1])\narray([1.57079633, 3.14159265])", []bind.Param{{Name: "z", Type: arrayLike, Help: "the array"}, {Name: "deg", Type: bind.Bool, Default: "False", Help: "in degrees"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, _, err := ndarray.Arctan2.Call(a.Imag(), a.Real(), nil)
			if err == nil && c.Bool("deg") {
				r, _, err = ndarray.Rad2deg.Call(r, nil)
			}
			return give(r, err)
		}),
	fn1("sinc", "sin(pi x) / (pi x).", "array", ">>> np.sinc([0.0, 0.5])\narray([1.        , 0.63661977])", []bind.Param{{Name: "x", Type: arrayLike, Help: "the array"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			f, err := a.AsType(ndarray.Float64)
			if err != nil {
				return nil, raise(err)
			}
			s := f.Floats()
			for i, x := range s {
				if y := math.Pi * x; y != 0 {
					s[i] = math.Sin(y) / y
				} else {
					s[i] = 1
				}
			}
			return Object(f), nil
		}),
	fn1("unwrap", "Angles made continuous by adding multiples of the period.", "array", ">>> np.unwrap([0.0, 3.0, 6.5, 0.5])\narray([0.        , 3.        , 0.21681469, 0.5       ])", []bind.Param{{Name: "p", Type: arrayLike, Help: "the angles"}, {Name: "discont", Type: bind.Float, Default: "None", Help: "smallest jump that is removed, half a period by default"}, pLast, {Name: "period", Type: bind.Float, KwOnly: true, Default: "6.283185307179586", Help: "the period"}},
		unwrap),
	{Name: "apply_along_axis", Doc: "The results of a function applied to lanes along an axis.", Returns: "array",
		Example: ">>> np.apply_along_axis(lambda v: v.max(), 1, np.array([[1, 2], [4, 3]]))\narray([2, 4])",
		Params: []bind.Param{{Name: "func1d", Type: bind.Callable, Help: "function of a vector"}, {Name: "axis", Type: bind.Int, Help: "the axis"},
			{Name: "arr", Type: arrayLike, Help: "the array"}, {Name: "args", Star: true, Help: "passed on to the function"}, {Name: "kwargs", StarStar: true, Help: "passed on to the function"}},
		Fn: applyAlongAxis},
}, windows)

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

func gradient(c *bind.Call, f *ndarray.Array) (py.Object, error) {
	axes := make([]int, f.NDim())
	for i := range axes {
		axes[i] = i
	}
	var err error
	if c.Has("axis") {
		if axes, err = ndarray.NormAxes(bind.Get[[]int](c, "axis"), f.NDim()); err != nil {
			return nil, raise(err)
		}
	}
	if len(c.Rest) > 1 && len(c.Rest) != len(axes) {
		return nil, runtime.TypeErrorf("invalid number of arguments")
	}
	out := py.Tuple{}
	for i, ax := range axes {
		x := ndarray.FloatScalar(1)
		if len(c.Rest) > 0 {
			if x, err = asArray(c.Thread, c.Rest[min(i, len(c.Rest)-1)]); err != nil {
				return nil, err
			}
		}
		g, err := ndarray.Gradient(f, x, ax, c.Int("edge_order"))
		if err != nil {
			return nil, raise(err)
		}
		out = append(out, New(g))
	}
	if len(out) == 1 {
		return out[0], nil
	}
	return out, nil
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

func polyfit(c *bind.Call, x *ndarray.Array) (py.Object, error) {
	y, err := arg(c, "y")
	if err != nil {
		return nil, err
	}
	w, err := optArg(c, "w")
	if err != nil {
		return nil, err
	}
	if c.Bool("full") {
		return nil, runtime.Errorf(py.NotImplementedError, "np.polyfit: full=True is not provided by Monge")
	}
	s, unscaled := c.Obj("cov").(py.String)
	unscaled = unscaled && s == "unscaled"
	coef, cov, full, err := ndarray.PolyFit(x, y, w, c.Int("deg"), unscaled)
	if err != nil {
		return nil, raise(err)
	}
	if !full {
		warnClass(c.Thread, "RankWarning", "Polyfit may be poorly conditioned")
	}
	if want, err := runtime.Truth(c.Thread, c.Obj("cov")); err != nil || !want {
		return New(coef), err
	}
	if cov == nil {
		return nil, LinAlgErrorf("Singular matrix")
	}
	if !unscaled && x.Size() <= c.Int("deg")+1 {
		return nil, runtime.ValueErrorf("the number of data points must exceed order to scale the covariance matrix")
	}
	return py.Tuple{New(coef), New(cov)}, nil
}

// LinAlgErrorf makes a numpy.linalg.LinAlgError.
func LinAlgErrorf(format string, args ...any) error {
	return runtime.Errorf(LinAlgError, format, args...)
}

func polyOp(name, doc, example string, op func(a, b *ndarray.Array) (*ndarray.Array, error)) *bind.Func {
	return fn1(name, doc, "array", example, []bind.Param{{Name: "a1", Type: arrayLike, Help: "one polynomial, highest power first"}, {Name: "a2", Type: arrayLike, Help: "the other"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			b, err := arg(c, "a2")
			if err != nil {
				return nil, err
			}
			r, err := op(a, b)
			return giveArray(r, err)
		})
}

func unwrap(c *bind.Call, p *ndarray.Array) (py.Object, error) {
	period := c.Float("period")
	jump := period / 2
	if c.Has("discont") {
		jump = c.Float("discont")
	}
	ax, err := ndarray.NormAxis(c.Int("axis"), p.NDim())
	if err != nil {
		return nil, raise(err)
	}
	m, err := p.MoveAxes([]int{ax}, []int{-1})
	if err == nil {
		m, err = m.AsType(ndarray.Float64)
	}
	if err != nil {
		return nil, raise(err)
	}
	n := p.Shape()[ax]
	s := m.Floats()
	for o := 0; o+n <= len(s) && n > 0; o += n {
		add, prev := 0.0, s[o]
		for i := 1; i < n; i++ {
			d := s[o+i] - prev
			prev = s[o+i]
			r := d + period/2
			r -= math.Floor(r/period) * period
			r -= period / 2
			if r == -period/2 && d > 0 {
				r = period / 2
			}
			if math.Abs(d) >= jump {
				add += r - d
			}
			s[o+i] += add
		}
	}
	r, err := m.MoveAxes([]int{-1}, []int{ax})
	return giveArray(r, err)
}

func applyAlongAxis(c *bind.Call) (py.Object, error) {
	a, err := arg(c, "arr")
	if err != nil {
		return nil, err
	}
	ax, err := ndarray.NormAxis(c.Int("axis"), a.NDim())
	if err != nil {
		return nil, raise(err)
	}
	m, err := a.MoveAxes([]int{ax}, []int{-1})
	if err != nil {
		return nil, raise(err)
	}
	lead := m.Shape()[:m.NDim()-1]
	rows, err := m.Reshape(-1, m.Shape()[m.NDim()-1])
	if err != nil {
		return nil, runtime.ValueErrorf("Cannot apply_along_axis when any iteration dimensions are 0")
	}
	var parts []*ndarray.Array
	for i := range rows.Shape()[0] {
		if err := c.Thread.Tick(); err != nil {
			return nil, err
		}
		lane, err := rows.At(i)
		if err != nil {
			return nil, raise(err)
		}
		v, err := runtime.Call(c.Thread, c.Obj("func1d"), append([]py.Object{New(lane)}, c.Rest...), c.Kw)
		if err != nil {
			return nil, err
		}
		r, err := asArray(c.Thread, v)
		if err != nil {
			return nil, err
		}
		parts = append(parts, r)
	}
	if len(parts) == 0 {
		return nil, runtime.ValueErrorf("Cannot apply_along_axis when any iteration dimensions are 0")
	}
	out, err := ndarray.Stack(parts, 0, nil)
	if err != nil {
		return nil, raise(err)
	}
	shape := append(append([]int(nil), lead...), parts[0].Shape()...)
	if out, err = out.Reshape(shape...); err != nil {
		return nil, raise(err)
	}
	if k := parts[0].NDim(); k > 0 { // the lane's dimensions go where the axis was
		var from, to []int
		for i := range k {
			from, to = append(from, len(lead)+i), append(to, ax+i)
		}
		if out, err = out.MoveAxes(from, to); err != nil {
			return nil, raise(err)
		}
	}
	return Object(out), nil
}

// windows are the tapers of signal processing.
var windows = []*bind.Func{
	window("hanning", ">>> np.hanning(3)\narray([0., 1., 0.])", func(x float64) float64 { return 0.5 + 0.5*math.Cos(math.Pi*x) }),
	window("hamming", ">>> np.hamming(3)\narray([0.08, 1.  , 0.08])", func(x float64) float64 { return 0.54 + 0.46*math.Cos(math.Pi*x) }),
	window("bartlett", ">>> np.bartlett(3)\narray([0., 1., 0.])", func(x float64) float64 { return 1 - math.Abs(x) }),
	window("blackman", ">>> np.round(np.blackman(3), 6)\narray([-0.,  1., -0.])", func(x float64) float64 {
		return 0.42 + 0.5*math.Cos(math.Pi*x) + 0.08*math.Cos(2*math.Pi*x)
	}),
}

func window(name, example string, f func(x float64) float64) *bind.Func {
	return &bind.Func{Name: name, Doc: "The " + name + " window.", Returns: "array", Example: example, Params: []bind.Param{{Name: "M", Type: bind.Int, Help: "number of points"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			m := max(0, c.Int("M"))
			if m == 1 {
				return FromFloats([]float64{1}), nil
			}
			a, err := ndarray.New(ndarray.Float64, m)
			if err != nil {
				return nil, raise(err)
			}
			for i := range a.Floats() {
				a.Floats()[i] = f(float64(1-m+2*i) / float64(m-1))
			}
			return New(a), nil
		}}
}
