package np

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

// masked carries out where= of a ufunc: where the mask is false, out keeps its values.
func masked(c *bind.Call, r *ndarray.Array) (py.Object, error) {
	w := c.Obj("where")
	if w == py.Object(py.True) {
		return deliver(c, r)
	}
	m, err := asArray(c.Thread, w)
	if err != nil {
		return nil, err
	}
	out, err := outArg(c)
	if err != nil {
		return nil, err
	}
	if out == nil {
		shape, err := ndarray.BroadcastShapes(r.Shape(), m.Shape())
		if err != nil {
			return nil, raise(err)
		}
		fresh, err := ndarray.New(r.Dtype(), shape...)
		if err != nil {
			return nil, raise(err)
		}
		out = New(fresh)
	}
	return out, raise(ndarray.CopyTo(out.ND(), r, m, ndarray.SameKind))
}

func plainCall(c *bind.Call) bool { return c.Obj("where") == py.Object(py.True) }

func ufunc1(u *ndarray.Unary, doc, example string, aliases ...string) []*bind.Func {
	fn := func(c *bind.Call) (py.Object, error) {
		a, err := weakArg(c, "x")
		if err != nil {
			return nil, err
		}
		if d := dtypeArg(c); d != nil {
			if a, err = a.AsType(*d); err != nil {
				return nil, raise(err)
			}
		}
		out, err := outArg(c)
		if err != nil {
			return nil, err
		}
		dst := nd(out)
		if !plainCall(c) {
			dst = nil
		}
		r, st, err := u.Call(a, dst)
		if err != nil {
			return nil, raise(err)
		}
		if !plainCall(c) {
			return masked(c, r)
		}
		if err := report(c.Thread, st, u.Name); err != nil {
			return nil, err
		}
		if out != nil {
			return out, nil
		}
		return Object(r), nil
	}
	var fs []*bind.Func
	for _, name := range append([]string{u.Name}, aliases...) {
		fs = append(fs, &bind.Func{Name: name, Params: []bind.Param{pX, pOutKw, pWhere, pDtypeKw}, Returns: "array or scalar", Doc: doc, Example: example, Fn: fn})
	}
	return fs
}

func ufunc2(u *ndarray.Binary, doc, example string, aliases ...string) []*bind.Func {
	fn := func(c *bind.Call) (py.Object, error) {
		a, err := weakArg(c, "x1")
		if err != nil {
			return nil, err
		}
		b, err := weakArg(c, "x2")
		if err != nil {
			return nil, err
		}
		if d := dtypeArg(c); d != nil {
			if a, err = a.AsType(*d); err != nil {
				return nil, raise(err)
			}
			if b, err = b.AsType(*d); err != nil {
				return nil, raise(err)
			}
		}
		out, err := outArg(c)
		if err != nil {
			return nil, err
		}
		dst := nd(out)
		if !plainCall(c) {
			dst = nil
		}
		r, st, err := u.Call(a, b, dst)
		if err != nil {
			return nil, raise(err)
		}
		if !plainCall(c) {
			return masked(c, r)
		}
		if err := report(c.Thread, st, u.Name); err != nil {
			return nil, err
		}
		if out != nil {
			return out, nil
		}
		return Object(r), nil
	}
	var fs []*bind.Func
	for _, name := range append([]string{u.Name}, aliases...) {
		f := &bind.Func{Name: name, Params: []bind.Param{pX1, pX2, pOutKw, pWhere, pDtypeKw}, Returns: "array or scalar", Doc: doc, Example: example, Fn: fn}
		binaryByName[name] = u
		fs = append(fs, f)
	}
	return fs
}

// binaryByName finds the ufunc behind a function, to hang reduce and its kin on it.
var binaryByName = map[string]*ndarray.Binary{}

// hangMethods gives np.add and the like their methods reduce, accumulate, outer, at and reduceat.
func hangMethods(fn *runtime.Native, u *ndarray.Binary) {
	d := fn.InstanceDict(true)
	for _, f := range []*bind.Func{
		{Name: "reduce", Doc: "Folds the function along axes.", Returns: "array or scalar",
			Params: []bind.Param{pA, {Name: "axis", Type: axesOrNone, Default: "0", Help: "axis or axes; None for all"}, pDtype, pOut, pKeep, pInitial},
			Fn: func(c *bind.Call) (py.Object, error) {
				a, err := arg(c, "a")
				if err != nil {
					return nil, err
				}
				o := ndarray.ReduceOpts{KeepDims: c.Bool("keepdims"), Dtype: dtypeArg(c), Axes: []int{0}}
				if c.Given("axis") {
					o.Axes = bind.Get[[]int](c, "axis")
				}
				if a.NDim() == 0 {
					o.Axes = nil
				}
				if c.Has("initial") {
					if o.Initial, err = arg(c, "initial"); err != nil {
						return nil, err
					}
				}
				r, err := u.Reduce(a, o)
				return giveOut(c, r, err)
			}},
		{Name: "accumulate", Doc: "Applies the function cumulatively along an axis.", Returns: "array", Params: []bind.Param{pA, pZero, pDtype, pOut},
			Fn: func(c *bind.Call) (py.Object, error) {
				a, err := arg(c, "a")
				if err != nil {
					return nil, err
				}
				r, err := u.Accumulate(a, c.Int("axis"), dtypeArg(c))
				return giveOut(c, r, err)
			}},
		{Name: "outer", Doc: "Applies the function to all pairs of elements.", Returns: "array",
			Params: []bind.Param{{Name: "A", Type: arrayLike, Help: "first operand"}, {Name: "B", Type: arrayLike, Help: "second operand"}},
			Fn: func(c *bind.Call) (py.Object, error) {
				a, err := arg(c, "A")
				if err != nil {
					return nil, err
				}
				b, err := arg(c, "B")
				if err != nil {
					return nil, err
				}
				r, st, err := u.Outer(a, b)
				if err != nil {
					return nil, raise(err)
				}
				return Object(r), report(c.Thread, st, u.Name)
			}},
		{Name: "at", Doc: "Applies the function in place at the given indices, once for every time an index occurs.", Returns: "None",
			Params: []bind.Param{{Name: "a", Help: "array to change"}, {Name: "indices", Help: "index or tuple of indices"},
				{Name: "b", Type: arrayLike, Default: "None", Help: "second operand"}},
			Fn: func(c *bind.Call) (py.Object, error) { return py.None, ufuncAt(c, u) }},
	} {
		d.SetStr(f.Name, f.Native())
	}
	if u.Name == "add" || u.Name == "multiply" {
		identity := int64(0)
		if u.Name == "multiply" {
			identity = 1
		}
		d.SetStr("identity", py.Int(identity))
	}
	d.SetStr("nin", py.Int(2))
	d.SetStr("nout", py.Int(1))
}

// ufuncAt is ufunc.at: repeated indices count every time.
func ufuncAt(c *bind.Call, u *ndarray.Binary) error {
	x, ok := c.Obj("a").(*Array)
	if !ok {
		return runtime.TypeErrorf("first operand must be array")
	}
	idx, _, err := indices(c.Thread, c.Obj("indices"))
	if err != nil {
		return err
	}
	b, err := arg(c, "b")
	if err != nil {
		return err
	}
	// Places of the elements meant, found by indexing an array of places.
	places, err := ndarray.Arange(ndarray.IntScalar(0), ndarray.IntScalar(int64(x.ND().Size())), ndarray.IntScalar(1), ndarray.Int64)
	if err != nil {
		return raise(err)
	}
	grid, err := places.Reshape(x.ND().Shape()...)
	if err != nil {
		return raise(err)
	}
	at, err := grid.Get(idx...)
	if err != nil {
		return raise(err)
	}
	vals, err := b.BroadcastTo(at.Shape()...)
	if err != nil {
		return raise(err)
	}
	flat, err := x.ND().Ravel()
	if err != nil {
		return raise(err)
	}
	for i, p := range at.Ints() {
		e, err := flat.At(int(p))
		if err != nil {
			return raise(err)
		}
		v := elementAt(vals, i)
		if _, _, err := u.Call(e, v, e); err != nil {
			return raise(err)
		}
	}
	if !flat.SharesMemory(x.ND()) {
		back, err := flat.Reshape(x.ND().Shape()...)
		if err != nil {
			return raise(err)
		}
		return raise(x.ND().Assign(back))
	}
	return nil
}

// elementAt is the element with flat index i as a 0-dimensional array.
func elementAt(a *ndarray.Array, i int) *ndarray.Array {
	switch x := a.Flat(i).(type) {
	case bool:
		return ndarray.BoolScalar(x)
	case int64:
		return ndarray.IntScalar(x)
	case float32:
		return ndarray.Float32Scalar(x)
	case float64:
		return ndarray.FloatScalar(x)
	case complex128:
		return ndarray.ComplexScalar(x)
	}
	return a
}

func concat(lists ...[]*bind.Func) []*bind.Func {
	var out []*bind.Func
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}

var ufuncs = concat(
	ufunc2(ndarray.Add, "Elementwise sum, the operator +.", ">>> np.add([1, 2], 10)\narray([11, 12])"),
	ufunc2(ndarray.Subtract, "Elementwise difference, the operator -.", ">>> np.subtract([1, 2], 10)\narray([-9, -8])"),
	ufunc2(ndarray.Multiply, "Elementwise product, the operator *.", ">>> np.multiply([1, 2], 10)\narray([10, 20])"),
	ufunc2(ndarray.Divide, "Elementwise quotient, the operator /.", ">>> np.divide([1, 2], 4)\narray([0.25, 0.5 ])", "true_divide"),
	ufunc2(ndarray.FloorDivide, "Quotient rounded down, the operator //.", ">>> np.floor_divide([7, -7], 2)\narray([ 3, -4])"),
	ufunc2(ndarray.Remainder, "Remainder with the sign of the divisor, the operator %.", ">>> np.remainder([7, -7], 3)\narray([1, 2])", "mod"),
	ufunc2(ndarray.Fmod, "Remainder with the sign of the dividend.", ">>> np.fmod([7, -7], 3)\narray([ 1, -1])"),
	ufunc2(ndarray.Power, "Elementwise power, the operator **. Integers to negative powers are refused.", ">>> np.power([1, 2, 3], 2)\narray([1, 4, 9])", "pow"),
	ufunc2(ndarray.FloatPower, "Elementwise power in floating point.", ">>> np.float_power([1, 2], -1)\narray([1. , 0.5])"),
	ufunc2(ndarray.Maximum, "Larger of two elements; NaN when one is NaN.", ">>> np.maximum([1, 5], 3)\narray([3, 5])"),
	ufunc2(ndarray.Minimum, "Smaller of two elements; NaN when one is NaN.", ">>> np.minimum([1, 5], 3)\narray([1, 3])"),
	ufunc2(ndarray.Fmax, "Larger of two elements, the other one when one is NaN.", ">>> np.fmax([1.0, np.nan], 0.5)\narray([1. , 0.5])"),
	ufunc2(ndarray.Fmin, "Smaller of two elements, the other one when one is NaN.", ">>> np.fmin([1.0, np.nan], 0.5)\narray([0.5, 0.5])"),
	ufunc2(ndarray.Equal, "Elementwise ==.", ">>> np.equal([1, 2], 2)\narray([False,  True])"),
	ufunc2(ndarray.NotEqual, "Elementwise !=.", ">>> np.not_equal([1, 2], 2)\narray([ True, False])"),
	ufunc2(ndarray.Less, "Elementwise <.", ">>> np.less([1, 2], 2)\narray([ True, False])"),
	ufunc2(ndarray.LessEqual, "Elementwise <=.", ">>> np.less_equal([1, 2], 2)\narray([ True,  True])"),
	ufunc2(ndarray.Greater, "Elementwise >.", ">>> np.greater([1, 3], 2)\narray([False,  True])"),
	ufunc2(ndarray.GreaterEqual, "Elementwise >=.", ">>> np.greater_equal([1, 2], 2)\narray([False,  True])"),
	ufunc2(ndarray.LogicalAnd, "Whether both elements are true.", ">>> np.logical_and([True, True], [True, False])\narray([ True, False])"),
	ufunc2(ndarray.LogicalOr, "Whether one of the elements is true.", ">>> np.logical_or([True, False], False)\narray([ True, False])"),
	ufunc2(ndarray.LogicalXor, "Whether exactly one of the elements is true.", ">>> np.logical_xor([True, False], True)\narray([False,  True])"),
	ufunc2(ndarray.BitwiseAnd, "Bitwise and, the operator &.", ">>> np.bitwise_and([6, 5], 3)\narray([2, 1])"),
	ufunc2(ndarray.BitwiseOr, "Bitwise or, the operator |.", ">>> np.bitwise_or([6, 5], 3)\narray([7, 7])"),
	ufunc2(ndarray.BitwiseXor, "Bitwise exclusive or, the operator ^.", ">>> np.bitwise_xor([6, 5], 3)\narray([5, 6])"),
	ufunc2(ndarray.LeftShift, "Shift to the left, the operator <<.", ">>> np.left_shift([1, 2], 3)\narray([ 8, 16])", "bitwise_left_shift"),
	ufunc2(ndarray.RightShift, "Shift to the right, the operator >>.", ">>> np.right_shift([8, 17], 3)\narray([1, 2])", "bitwise_right_shift"),
	ufunc2(ndarray.GCD, "Greatest common divisor.", ">>> np.gcd([12, 18], 8)\narray([4, 2])"),
	ufunc2(ndarray.LCM, "Least common multiple.", ">>> np.lcm([4, 6], 10)\narray([20, 30])"),
	ufunc2(ndarray.Arctan2, "Angle of the point (x2, x1) in radians.", ">>> np.arctan2([0.0, 1.0], [1.0, 0.0])\narray([0.        , 1.57079633])", "atan2"),
	ufunc2(ndarray.Hypot, "Length of the hypotenuse, without overflow.", ">>> np.hypot(3.0, 4.0)\nnp.float64(5.0)"),
	ufunc2(ndarray.Copysign, "Magnitude of the first with the sign of the second.", ">>> np.copysign([1.0, 2.0], -1.0)\narray([-1., -2.])"),
	ufunc2(ndarray.Nextafter, "The next floating-point number towards the second.", ">>> np.nextafter(1.0, 2.0)\nnp.float64(1.0000000000000002)"),
	ufunc2(ndarray.Logaddexp, "log(exp(x1) + exp(x2)), without overflow.", ">>> np.logaddexp(1000.0, 1000.0)\nnp.float64(1000.6931471805599)"),
	ufunc2(ndarray.Logaddexp2, "log2(2**x1 + 2**x2), without overflow.", ">>> np.logaddexp2(3.0, 3.0)\nnp.float64(4.0)"),
	ufunc2(ndarray.Heaviside, "Step function: 0 below zero, x2 at zero, 1 above.", ">>> np.heaviside([-1.0, 0.0, 2.0], 0.5)\narray([0. , 0.5, 1. ])"),

	ufunc1(ndarray.Negative, "Elementwise negative.", ">>> np.negative([1, -2])\narray([-1,  2])"),
	ufunc1(ndarray.Positive, "A copy of the elements.", ">>> np.positive([1, -2])\narray([ 1, -2])"),
	ufunc1(ndarray.Absolute, "Absolute values; moduli of complex numbers.", ">>> np.abs([-1, 2])\narray([1, 2])", "abs"),
	ufunc1(ndarray.Fabs, "Absolute values as floats.", ">>> np.fabs([-1, 2])\narray([1., 2.])"),
	ufunc1(ndarray.Invert, "Bitwise not, the operator ~.", ">>> np.invert([True, False])\narray([False,  True])", "bitwise_not", "bitwise_invert"),
	ufunc1(ndarray.Sign, "Signs: -1, 0 or 1.", ">>> np.sign([-2.5, 0.0, 3.0])\narray([-1.,  0.,  1.])"),
	ufunc1(ndarray.Square, "Squares.", ">>> np.square([1, 2, 3])\narray([1, 4, 9])"),
	ufunc1(ndarray.Sqrt, "Square roots.", ">>> np.sqrt([1.0, 4.0])\narray([1., 2.])"),
	ufunc1(ndarray.Cbrt, "Cube roots.", ">>> np.cbrt([1.0, 27.0])\narray([1., 3.])"),
	ufunc1(ndarray.Reciprocal, "Reciprocals.", ">>> np.reciprocal([2.0, 4.0])\narray([0.5 , 0.25])"),
	ufunc1(ndarray.Conjugate, "Complex conjugates.", ">>> np.conjugate([1 + 2j])\narray([1.-2.j])", "conj"),
	ufunc1(ndarray.Exp, "Exponential function.", ">>> np.exp([0.0, 1.0])\narray([1.        , 2.71828183])"),
	ufunc1(ndarray.Exp2, "Two to the power of x.", ">>> np.exp2([0.0, 3.0])\narray([1., 8.])"),
	ufunc1(ndarray.Expm1, "exp(x) - 1, exact near zero.", ">>> np.expm1(1e-10)\nnp.float64(1.00000000005e-10)"),
	ufunc1(ndarray.Log, "Natural logarithm.", ">>> np.log([1.0, np.e])\narray([0., 1.])"),
	ufunc1(ndarray.Log2, "Logarithm to base 2.", ">>> np.log2([1.0, 8.0])\narray([0., 3.])"),
	ufunc1(ndarray.Log10, "Logarithm to base 10.", ">>> np.log10([1.0, 1000.0])\narray([0., 3.])"),
	ufunc1(ndarray.Log1p, "log(1 + x), exact near zero.", ">>> np.log1p([0.0, 1e-10])\narray([0.e+00, 1.e-10])"),
	ufunc1(ndarray.Sin, "Sine of angles in radians.", ">>> np.sin([0.0, np.pi / 2])\narray([0., 1.])"),
	ufunc1(ndarray.Cos, "Cosine of angles in radians.", ">>> np.cos([0.0, np.pi])\narray([ 1., -1.])"),
	ufunc1(ndarray.Tan, "Tangent of angles in radians.", ">>> np.tan(0.5)\nnp.float64(0.5463024898437905)"),
	ufunc1(ndarray.Arcsin, "Inverse sine.", ">>> np.arcsin(1.0)\nnp.float64(1.5707963267948966)", "asin"),
	ufunc1(ndarray.Arccos, "Inverse cosine.", ">>> np.arccos(1.0)\nnp.float64(0.0)", "acos"),
	ufunc1(ndarray.Arctan, "Inverse tangent.", ">>> np.arctan(1.0)\nnp.float64(0.7853981633974483)", "atan"),
	ufunc1(ndarray.Sinh, "Hyperbolic sine.", ">>> np.sinh(0.0)\nnp.float64(0.0)"),
	ufunc1(ndarray.Cosh, "Hyperbolic cosine.", ">>> np.cosh(0.0)\nnp.float64(1.0)"),
	ufunc1(ndarray.Tanh, "Hyperbolic tangent.", ">>> np.tanh([0.0, 100.0])\narray([0., 1.])"),
	ufunc1(ndarray.Arcsinh, "Inverse hyperbolic sine.", ">>> np.arcsinh(0.0)\nnp.float64(0.0)", "asinh"),
	ufunc1(ndarray.Arccosh, "Inverse hyperbolic cosine.", ">>> np.arccosh(1.0)\nnp.float64(0.0)", "acosh"),
	ufunc1(ndarray.Arctanh, "Inverse hyperbolic tangent.", ">>> np.arctanh(0.0)\nnp.float64(0.0)", "atanh"),
	ufunc1(ndarray.Deg2rad, "Degrees to radians.", ">>> np.deg2rad(180.0)\nnp.float64(3.141592653589793)", "radians"),
	ufunc1(ndarray.Rad2deg, "Radians to degrees.", ">>> np.rad2deg(np.pi)\nnp.float64(180.0)", "degrees"),
	ufunc1(ndarray.Floor, "Rounds down.", ">>> np.floor([1.5, -1.5])\narray([ 1., -2.])"),
	ufunc1(ndarray.Ceil, "Rounds up.", ">>> np.ceil([1.5, -1.5])\narray([ 2., -1.])"),
	ufunc1(ndarray.Trunc, "Rounds towards zero.", ">>> np.trunc([1.5, -1.5])\narray([ 1., -1.])", "fix"),
	ufunc1(ndarray.Rint, "Rounds to the nearest whole number, halves to even.", ">>> np.rint([0.5, 1.5, 2.5])\narray([0., 2., 2.])"),
	ufunc1(ndarray.LogicalNot, "Whether elements are false (zero).", ">>> np.logical_not([True, False])\narray([False,  True])"),
	ufunc1(ndarray.IsNaN, "Whether elements are NaN.", ">>> np.isnan([1.0, np.nan])\narray([False,  True])"),
	ufunc1(ndarray.IsInf, "Whether elements are infinite.", ">>> np.isinf([1.0, -np.inf])\narray([False,  True])"),
	ufunc1(ndarray.IsFinite, "Whether elements are neither infinite nor NaN.", ">>> np.isfinite([1.0, np.nan])\narray([ True, False])"),
	ufunc1(ndarray.Signbit, "Whether the sign bit is set.", ">>> np.signbit([-0.0, 1.0])\narray([ True, False])"),
	ufunc1(ndarray.Spacing, "Distance to the next floating-point number.", ">>> np.spacing(1.0)\nnp.float64(2.220446049250313e-16)"),
)
