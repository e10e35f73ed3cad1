package np

import (
	"math"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

// calculus holds differences, integrals, interpolation, convolution and polynomials.
var calculus = []*bind.Func{
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
	fn1("unwrap", "Angles made continuous by adding multiples of the period.", "array", ">>> np.unwrap([0.0, 3.0, 6.5, 0.5])\narray([0.        , 3.        , 0.21681469, 0.5       ])", []bind.Param{{Name: "p", Type: arrayLike, Help: "the angles"}, {Name: "discont", Type: bind.Float, Default: "None", Help: "smallest jump that is removed, half a period by default"}, pLast, {Name: "period", Type: bind.Float, KwOnly: true, Default: "6.283185307179586", Help: "the period"}},
		unwrap),
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
	{Name: "apply_along_axis", Doc: "The results of a function applied to lanes along an axis.", Returns: "array",
		Example: ">>> np.apply_along_axis(lambda v: v.max(), 1, np.array([[1, 2], [4, 3]]))\narray([2, 4])",
		Params: []bind.Param{{Name: "func1d", Type: bind.Callable, Help: "function of a vector"}, {Name: "axis", Type: bind.Int, Help: "the axis"},
			{Name: "arr", Type: arrayLike, Help: "the array"}, {Name: "args", Star: true, Help: "passed on to the function"}, {Name: "kwargs", StarStar: true, Help: "passed on to the function"}},
		Fn: applyAlongAxis},
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
