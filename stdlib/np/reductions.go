package np

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

// reduceDecl declares a reduction once for the function np.name(a, ...) and for the method a.name(...).
type reduceDecl struct {
	name, doc, returns, example string
	aliases                     []string
	dtype, initial, where       bool
	extra                       []bind.Param
	noMethod                    bool
	// neutral fills the places that where= leaves out; nil when initial= must be given.
	neutral *ndarray.Array
	fn      func(c *bind.Call, a *ndarray.Array, o ndarray.ReduceOpts) (*ndarray.Array, error)
}

func (d *reduceDecl) params(method bool) []bind.Param {
	var ps []bind.Param
	if !method {
		ps = append(ps, pA)
	}
	ps = append(ps, pAxes)
	if d.dtype {
		ps = append(ps, pDtype)
	}
	ps = append(ps, pOut)
	ps = append(ps, d.extra...)
	ps = append(ps, pKeep)
	if d.initial {
		ps = append(ps, pInitial)
	}
	if d.where {
		ps = append(ps, bind.Param{Name: "where", Type: bind.Any, Default: "True", Help: "which elements count"})
	}
	return ps
}

func (d *reduceDecl) run(c *bind.Call, a *ndarray.Array) (py.Object, error) {
	o := reduceOpts(c)
	if d.dtype {
		o.Dtype = dtypeArg(c)
	}
	if d.initial && c.Has("initial") {
		init, err := arg(c, "initial")
		if err != nil {
			return nil, err
		}
		o.Initial = init
	}
	if d.where {
		w := c.Obj("where")
		if w != py.Object(py.True) {
			m, err := asArray(c.Thread, w)
			if err != nil {
				return nil, err
			}
			fill := d.neutral
			if fill == nil {
				if o.Initial == nil {
					return nil, runtime.ValueErrorf("reduction operation '%s' does not have an identity, so to use a where mask one has to specify 'initial'", d.name)
				}
				fill = o.Initial
			}
			if a, err = ndarray.Where(m, a, fill.Weak()); err != nil {
				return nil, raise(err)
			}
		}
	}
	r, err := d.fn(c, a, o)
	if err != nil {
		return nil, raise(err)
	}
	return deliver(c, r)
}

// deliver hands a result back, through out= when that is given.
func deliver(c *bind.Call, r *ndarray.Array) (py.Object, error) {
	out, err := outArg(c)
	if err != nil {
		return nil, err
	}
	if out == nil {
		return Object(r), nil
	}
	return out, raise(out.ND().Assign(r))
}

func (d *reduceDecl) function(name string) *bind.Func {
	return &bind.Func{Name: name, Params: d.params(false), Doc: d.doc, Returns: d.returns, Example: d.example,
		Fn: func(c *bind.Call) (py.Object, error) {
			a, err := arg(c, "a")
			if err != nil {
				return nil, err
			}
			return d.run(c, a)
		}}
}

func (d *reduceDecl) method() *bind.Func {
	return &bind.Func{Name: d.name, Params: d.params(true), Doc: d.doc, Returns: d.returns,
		Fn: func(c *bind.Call) (py.Object, error) { return d.run(c, self(c)) }}
}

var pDdof = bind.Param{Name: "ddof", Type: bind.Float, Default: "0", Help: "subtracted from the number of elements in the divisor"}

func emptyMean(c *bind.Call, a *ndarray.Array, o ndarray.ReduceOpts) {
	if n, err := a.Count(o); err == nil && n == 0 {
		warn(c.Thread, "Mean of empty slice")
	}
}

func simpleReduce(f func(*ndarray.Array, ndarray.ReduceOpts) (*ndarray.Array, error)) func(*bind.Call, *ndarray.Array, ndarray.ReduceOpts) (*ndarray.Array, error) {
	return func(_ *bind.Call, a *ndarray.Array, o ndarray.ReduceOpts) (*ndarray.Array, error) { return f(a, o) }
}

var reductions = []*reduceDecl{
	{name: "sum", doc: "Sum of the elements along axes. Floats are added pairwise, which keeps the error small.", returns: "array or scalar",
		dtype: true, initial: true, where: true, neutral: ndarray.IntScalar(0),
		example: ">>> np.sum([[1, 2], [3, 4]])\nnp.int64(10)\n>>> np.sum([[1.0, 2.0], [3.0, 4.0]], axis=0)\narray([4., 6.])", fn: simpleReduce(ndarray.Sum)},
	{name: "prod", doc: "Product of the elements along axes.", returns: "array or scalar", dtype: true, initial: true, where: true, neutral: ndarray.IntScalar(1),
		example: ">>> np.prod([1.0, 2.0, 3.0])\nnp.float64(6.0)", fn: simpleReduce(ndarray.Prod)},
	{name: "mean", doc: "Average along axes.", returns: "array or scalar", dtype: true,
		example: ">>> np.mean([[1, 2], [3, 4]], axis=1)\narray([1.5, 3.5])",
		fn: func(c *bind.Call, a *ndarray.Array, o ndarray.ReduceOpts) (*ndarray.Array, error) {
			emptyMean(c, a, o)
			return ndarray.Mean(a, o)
		}},
	{name: "var", doc: "Variance along axes: the mean squared deviation from the mean, divided by N - ddof.", returns: "array or scalar", dtype: true,
		extra: []bind.Param{pDdof, pCorrection}, example: ">>> np.var([1, 2, 3, 4])\nnp.float64(1.25)\n>>> np.var([1, 2, 3, 4], ddof=1)\nnp.float64(1.6666666666666667)",
		fn: func(c *bind.Call, a *ndarray.Array, o ndarray.ReduceOpts) (*ndarray.Array, error) {
			return ndarray.Var(a, ddof(c, a, o), o)
		}},
	{name: "std", doc: "Standard deviation along axes: the square root of the variance.", returns: "array or scalar", dtype: true,
		extra: []bind.Param{pDdof, pCorrection}, example: ">>> np.std([1, 2, 3, 4])\nnp.float64(1.118033988749895)",
		fn: func(c *bind.Call, a *ndarray.Array, o ndarray.ReduceOpts) (*ndarray.Array, error) {
			return ndarray.Std(a, ddof(c, a, o), o)
		}},
	{name: "max", aliases: []string{"amax"}, doc: "Largest element along axes; NaN when there is one.", returns: "array or scalar", initial: true, where: true,
		example: ">>> np.max([[1, 5], [3, 4]], axis=1)\narray([5, 4])", fn: simpleReduce(ndarray.Maximum.Reduce)},
	{name: "min", aliases: []string{"amin"}, doc: "Smallest element along axes; NaN when there is one.", returns: "array or scalar", initial: true, where: true,
		example: ">>> np.min([3.0, 1.0, 2.0])\nnp.float64(1.0)", fn: simpleReduce(ndarray.Minimum.Reduce)},
	{name: "all", doc: "Whether all elements along axes are true (not zero).", returns: "array of bool or bool", where: true, neutral: ndarray.BoolScalar(true),
		example: ">>> np.all([True, False])\nnp.False_", fn: simpleReduce(ndarray.All)},
	{name: "any", doc: "Whether any element along axes is true (not zero).", returns: "array of bool or bool", where: true, neutral: ndarray.BoolScalar(false),
		example: ">>> np.any([[True, False], [False, False]], axis=1)\narray([ True, False])", fn: simpleReduce(ndarray.Any)},
	{name: "ptp", doc: "Range along axes: largest minus smallest element.", returns: "array or scalar", noMethod: true,
		example: ">>> np.ptp([3, 9, 4])\nnp.int64(6)", fn: simpleReduce(ndarray.Ptp)},
	{name: "nansum", doc: "Sum along axes, NaN counted as zero.", returns: "array or scalar", dtype: true, noMethod: true,
		example: ">>> np.nansum([1.0, np.nan])\nnp.float64(1.0)", fn: simpleReduce(ndarray.NanSum)},
	{name: "nanprod", doc: "Product along axes, NaN counted as one.", returns: "array or scalar", dtype: true, noMethod: true,
		example: ">>> np.nanprod([2.0, np.nan])\nnp.float64(2.0)", fn: simpleReduce(ndarray.NanProd)},
	{name: "nanmean", doc: "Average along axes of what is not NaN.", returns: "array or scalar", dtype: true, noMethod: true,
		example: ">>> np.nanmean([1.0, np.nan, 3.0])\nnp.float64(2.0)",
		fn: func(c *bind.Call, a *ndarray.Array, o ndarray.ReduceOpts) (*ndarray.Array, error) {
			r, err := ndarray.NanMean(a, o)
			if err == nil && hasNaN(r) {
				warn(c.Thread, "Mean of empty slice")
			}
			return r, err
		}},
	{name: "nanvar", doc: "Variance along axes of what is not NaN.", returns: "array or scalar", dtype: true, extra: []bind.Param{pDdof}, noMethod: true,
		example: ">>> np.nanvar([1.0, np.nan, 3.0])\nnp.float64(1.0)",
		fn: func(c *bind.Call, a *ndarray.Array, o ndarray.ReduceOpts) (*ndarray.Array, error) {
			return ndarray.NanVar(a, c.Float("ddof"), o)
		}},
	{name: "nanstd", doc: "Standard deviation along axes of what is not NaN.", returns: "array or scalar", dtype: true, extra: []bind.Param{pDdof}, noMethod: true,
		example: ">>> np.nanstd([1.0, np.nan, 3.0])\nnp.float64(1.0)",
		fn: func(c *bind.Call, a *ndarray.Array, o ndarray.ReduceOpts) (*ndarray.Array, error) {
			return ndarray.NanStd(a, c.Float("ddof"), o)
		}},
	{name: "nanmax", doc: "Largest element along axes, NaN left out.", returns: "array or scalar", initial: true, noMethod: true,
		example: ">>> np.nanmax([1.0, np.nan, 3.0])\nnp.float64(3.0)", fn: nanExtreme(ndarray.NanMax)},
	{name: "nanmin", doc: "Smallest element along axes, NaN left out.", returns: "array or scalar", initial: true, noMethod: true,
		example: ">>> np.nanmin([1.0, np.nan, 3.0])\nnp.float64(1.0)", fn: nanExtreme(ndarray.NanMin)},
	{name: "median", doc: "Middle value along axes, the mean of the middle two for an even number of elements.", returns: "array or scalar",
		extra: []bind.Param{pOverwrite}, noMethod: true, example: ">>> np.median([3.0, 1.0, 2.0])\nnp.float64(2.0)",
		fn: func(c *bind.Call, a *ndarray.Array, o ndarray.ReduceOpts) (*ndarray.Array, error) {
			emptyMean(c, a, o)
			return ndarray.Median(a, false, o)
		}},
	{name: "nanmedian", doc: "Middle value along axes of what is not NaN.", returns: "array or scalar", extra: []bind.Param{pOverwrite}, noMethod: true,
		example: ">>> np.nanmedian([3.0, np.nan, 1.0, 2.0])\nnp.float64(2.0)",
		fn: func(_ *bind.Call, a *ndarray.Array, o ndarray.ReduceOpts) (*ndarray.Array, error) {
			return ndarray.Median(a, true, o)
		}},
}

var (
	pCorrection = bind.Param{Name: "correction", Type: bind.Float, KwOnly: true, Default: "None", Help: "another name for ddof"}
	pOverwrite  = bind.Param{Name: "overwrite_input", Type: bind.Bool, Default: "False", Help: "accepted; the input is never changed"}
)

// ddof reads ddof or correction and warns when it leaves nothing to divide by.
func ddof(c *bind.Call, a *ndarray.Array, o ndarray.ReduceOpts) float64 {
	d := c.Float("ddof")
	if c.Has("correction") {
		d = c.Float("correction")
	}
	if n, err := a.Count(o); err == nil && float64(n) <= d {
		warn(c.Thread, "Degrees of freedom <= 0 for slice")
	}
	return d
}

func nanExtreme(f func(*ndarray.Array, ndarray.ReduceOpts) (*ndarray.Array, error)) func(*bind.Call, *ndarray.Array, ndarray.ReduceOpts) (*ndarray.Array, error) {
	return func(c *bind.Call, a *ndarray.Array, o ndarray.ReduceOpts) (*ndarray.Array, error) {
		r, err := f(a, o)
		if err == nil && hasNaN(r) {
			warn(c.Thread, "All-NaN slice encountered")
		}
		return r, err
	}
}

func hasNaN(a *ndarray.Array) bool {
	if !a.Dtype().IsInexact() {
		return false
	}
	n, _, err := ndarray.IsNaN.Call(a, nil)
	if err != nil {
		return false
	}
	r, err := ndarray.Any(n, ndarray.ReduceOpts{})
	return err == nil && r.BoolAt(0)
}
