package np

import (
	"math"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

var module = &bind.Module{
	Name: "np", Aliases: []string{"numpy"},
	Doc: `Arrays of numbers, with NumPy's names and behaviour.

array, zeros, arange and linspace make arrays; operators and functions work elementwise with broadcasting; linalg is linear
algebra, random random numbers.`,
	Funcs:   concat(creation, shaping, joining, picking, ordering, ufuncs, reductionFuncs(), analysis, calculus, windows, comparing, products, misc),
	Consts:  constants,
	Classes: []*bind.Class{arrayClass, dtypeClass, float64Class, float32Class, int64Class, boolClass, complex128Class, finfoClass, iinfoClass, flagsClass, errstateClass, printoptionsClass},
	Subs:    []*bind.Module{linalgModule, fftModule, randomModule, exceptionsModule},
	Init:    finishModule,
	Missing: "is not provided by Monge",
}

func init() { bind.Register(module) }

// Module builds the module for a session.
func Module(t *runtime.Thread) (*runtime.Module, error) { return module.Build(t) }

func reductionFuncs() []*bind.Func {
	var fs []*bind.Func
	for _, d := range reductions {
		for _, name := range append([]string{d.name}, d.aliases...) {
			fs = append(fs, d.function(name))
		}
	}
	return fs
}

var constants = []bind.Const{
	{Name: "pi", Value: py.Float(math.Pi), Doc: "The ratio of circumference and diameter."},
	{Name: "e", Value: py.Float(math.E), Doc: "The base of natural logarithms."},
	{Name: "euler_gamma", Value: py.Float(0.5772156649015329), Doc: "Euler's constant."},
	{Name: "inf", Value: py.Float(math.Inf(1)), Doc: "Infinity."},
	{Name: "nan", Value: py.Float(math.NaN()), Doc: "Not a number."},
	{Name: "newaxis", Value: py.None, Doc: "Inserts a dimension when used as an index."},
	{Name: "True_", Value: Bool(true), Doc: "True as a NumPy scalar."},
	{Name: "False_", Value: Bool(false), Doc: "False as a NumPy scalar."},
	{Name: "little_endian", Value: py.True, Doc: "Whether numbers lie in memory with the lowest byte first."},
	{Name: "__version__", Value: py.String("2.5.5"), Doc: "The version of NumPy that is followed."},
}

// finishModule adds what tables do not hold: other names of types, abstract types, methods of functions.
func finishModule(_ *runtime.Thread, m *runtime.Module) error {
	finishClasses()
	d := m.Dict
	d.SetStr("__name__", py.String("numpy"))
	for name, c := range map[string]*bind.Class{"bool_": boolClass, "int_": int64Class, "intp": int64Class, "longlong": int64Class, "double": float64Class, "single": float32Class, "cdouble": complex128Class} {
		d.SetStr(name, c.Type())
	}
	for name, typ := range map[string]*py.Type{"generic": genericType, "number": numberType, "integer": integerType, "signedinteger": signedIntegerType,
		"unsignedinteger": unsignedIntegerType, "inexact": inexactType, "floating": floatingType, "complexfloating": complexFloatingType} {
		d.SetStr(name, typ)
	}
	for name, u := range binaryByName {
		if v, ok := d.GetStr(name); ok {
			if fn, ok := v.(*runtime.Native); ok {
				hangMethods(fn, u)
			}
		}
	}
	for _, s := range []struct {
		name string
		v    py.Object
	}{{"r_", rClass{0}}, {"c_", rClass{1}}, {"s_", sClass{}}, {"mgrid", gridClass{false}}, {"ogrid", gridClass{true}}} {
		d.SetStr(s.name, s.v)
	}
	return nil
}

var exceptionsModule = &bind.Module{
	Name:    "np.exceptions",
	Doc:     "Exception classes of NumPy.",
	Consts:  []bind.Const{{Name: "AxisError", Value: AxisError, Doc: "An axis is out of bounds."}},
	Missing: "is not provided by Monge",
}

var misc = []*bind.Func{
	{Name: "result_type", Doc: "The type that operands are promoted to.", Returns: "dtype", Example: ">>> np.result_type(np.int64, np.float32)\ndtype('float64')",
		Params: []bind.Param{{Name: "arrays_and_dtypes", Star: true, Help: "arrays, numbers and dtypes"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			if len(c.Rest) == 0 {
				return nil, runtime.ValueErrorf("at least one array or dtype is required")
			}
			list := make([]*ndarray.Array, len(c.Rest))
			for i, o := range c.Rest {
				if d, err := dtypeFrom(c.Thread, o); err == nil && o != py.None {
					if list[i], err = ndarray.New(d, 1); err != nil {
						return nil, raise(err)
					}
					continue
				}
				a, err := value(c.Thread, o)
				if err != nil {
					return nil, err
				}
				list[i] = a
			}
			return DType{ndarray.ResultType(list...)}, nil
		}},
	{Name: "promote_types", Doc: "The smallest type that holds both.", Returns: "dtype", Example: ">>> np.promote_types('int64', 'float32')\ndtype('float64')",
		Params: []bind.Param{{Name: "type1", Type: dtypeType, Help: "one type"}, {Name: "type2", Type: dtypeType, Help: "the other"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			return DType{ndarray.Promote(bind.Get[ndarray.Dtype](c, "type1"), bind.Get[ndarray.Dtype](c, "type2"))}, nil
		}},
	{Name: "can_cast", Doc: "Whether a type converts to another under a rule.", Returns: "bool", Example: ">>> np.can_cast(float, int)\nFalse",
		Params: []bind.Param{{Name: "from_", Type: dtypeType, Help: "the type of the values"}, {Name: "to", Type: dtypeType, Help: "the other type"}, {Name: "casting", Type: bind.Str, Default: "'safe'", Help: "the rule: no, equiv, safe, same_kind, unsafe"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			rule, err := ndarray.CastingByName(c.Str("casting"))
			if err != nil {
				return nil, raise(err)
			}
			return py.Bool(ndarray.CanCast(bind.Get[ndarray.Dtype](c, "from_"), bind.Get[ndarray.Dtype](c, "to"), rule)), nil
		}},
	{Name: "issubdtype", Doc: "Whether a type is at or below another in the hierarchy of types.", Returns: "bool", Example: ">>> np.issubdtype(np.float64, np.floating)\nTrue",
		Params: []bind.Param{{Name: "arg1", Help: "the type"}, {Name: "arg2", Help: "the type above"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			cls := func(o py.Object) (*py.Type, error) {
				if t, ok := o.(*py.Type); ok && runtime.IsSubclass(t, genericType) {
					return t, nil
				}
				d, err := dtypeFrom(c.Thread, o)
				if err != nil {
					return nil, err
				}
				return scalarClasses[d].Type(), nil
			}
			a, err := cls(c.Obj("arg1"))
			if err != nil {
				return nil, err
			}
			b, err := cls(c.Obj("arg2"))
			if err != nil {
				return nil, err
			}
			return py.Bool(runtime.IsSubclass(a, b)), nil
		}},
	{Name: "isscalar", Doc: "Whether a value is a number or a text rather than an array.", Returns: "bool", Example: ">>> np.isscalar(3.0)\nTrue", Params: []bind.Param{{Name: "element", Help: "the value"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			switch c.Obj("element").(type) {
			case py.Int, *py.BigInt, py.Float, py.Bool, py.Complex, py.String, py.Bytes, scalarValue:
				return py.True, nil
			}
			return py.False, nil
		}},
	{Name: "iterable", Doc: "Whether a value can be iterated over.", Returns: "bool", Example: ">>> np.iterable([1])\nTrue", Params: []bind.Param{{Name: "y", Help: "the value"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			_, err := runtime.Iter(c.Thread, c.Obj("y"))
			return py.Bool(err == nil), nil
		}},
	{Name: "may_share_memory", Doc: "Whether two arrays may share memory.", Returns: "bool", Example: ">>> a = np.arange(4)\n>>> np.may_share_memory(a, a[::2])\nTrue", Params: []bind.Param{{Name: "a", Type: arrayLike, Help: "one array"}, pB}, Fn: shares},
	{Name: "shares_memory", Doc: "Whether the memory of two arrays overlaps (by its bounds).", Returns: "bool", Example: ">>> a = np.arange(4)\n>>> np.shares_memory(a, a.copy())\nFalse", Params: []bind.Param{{Name: "a", Type: arrayLike, Help: "one array"}, pB}, Fn: shares},
	{Name: "modf", Doc: "Fractional and whole parts.", Returns: "tuple of arrays", Example: ">>> np.modf(2.5)\n(np.float64(0.5), np.float64(2.0))", Params: []bind.Param{{Name: "x", Type: arrayLike, Help: "the array"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			return pairwise(c, "x", math.Modf, true)
		}},
	{Name: "frexp", Doc: "Mantissa in [0.5, 1) and exponent of two.", Returns: "tuple of arrays", Example: ">>> np.frexp(8.0)\n(np.float64(0.5), np.int64(4))", Params: []bind.Param{{Name: "x", Type: arrayLike, Help: "the array"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			return pairwise(c, "x", func(x float64) (float64, float64) {
				f, e := math.Frexp(x)
				return float64(e), f
			}, false)
		}},
	fn1("ldexp", "x1 * 2**x2.", "array or scalar", ">>> np.ldexp(0.5, 4)\nnp.float64(8.0)", []bind.Param{{Name: "x1", Type: arrayLike, Help: "mantissa"}, {Name: "x2", Type: arrayLike, Help: "exponent"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			b, err := arg(c, "x2")
			if err != nil {
				return nil, err
			}
			p, _, err := ndarray.Exp2.Call(b, nil)
			if err == nil {
				p, _, err = ndarray.Multiply.Call(a, p, nil)
			}
			return give(p, err)
		}),
	{Name: "divmod", Doc: "Quotient rounded down and remainder.", Returns: "tuple of arrays", Example: ">>> np.divmod([7, -7], 3)\n(array([ 2, -3]), array([1, 2]))", Params: []bind.Param{pX1, pX2},
		Fn: func(c *bind.Call) (py.Object, error) {
			a, err := weakArg(c, "x1")
			if err != nil {
				return nil, err
			}
			b, err := weakArg(c, "x2")
			if err != nil {
				return nil, err
			}
			return binaryOp(c.Thread, opDivmod, a, b, false)
		}},
	{Name: "isposinf", Doc: "Whether elements are plus infinity.", Returns: "array of bool", Example: ">>> np.isposinf([np.inf, -np.inf])\narray([ True, False])", Params: []bind.Param{{Name: "x", Type: arrayLike, Help: "the array"}},
		Fn: func(c *bind.Call) (py.Object, error) { return equalTo(c, math.Inf(1)) }},
	{Name: "isneginf", Doc: "Whether elements are minus infinity.", Returns: "array of bool", Example: ">>> np.isneginf([np.inf, -np.inf])\narray([False,  True])", Params: []bind.Param{{Name: "x", Type: arrayLike, Help: "the array"}},
		Fn: func(c *bind.Call) (py.Object, error) { return equalTo(c, math.Inf(-1)) }},
	{Name: "vectorize", Doc: "A function of arrays made of a function of numbers: it is called for every element.", Returns: "function", Example: ">>> f = np.vectorize(lambda x, y: max(x, y))\n>>> f([1, 5], 3)\narray([3, 5])",
		Params: []bind.Param{{Name: "pyfunc", Type: bind.Callable, Help: "function of numbers"}, {Name: "otypes", Default: "None", Help: "type of the result"}, {Name: "doc", Type: bind.Str, Default: "None", Help: "documentation of the result"},
			{Name: "excluded", Default: "None", Help: "refused"}, {Name: "cache", Type: bind.Bool, Default: "False", Help: "accepted"}, {Name: "signature", Default: "None", Help: "refused"}},
		Fn: vectorize},
	{Name: "array2string", Doc: "The text of an array.", Returns: "str", Example: ">>> np.array2string(np.array([1.0, 2.5]), separator=', ')\n'[1. , 2.5]'",
		Params: []bind.Param{pA, {Name: "max_line_width", Type: bind.Int, Default: "None", Help: "longest line"}, {Name: "precision", Type: bind.Int, Default: "None", Help: "digits after the point"}, {Name: "suppress_small", Type: bind.Bool, Default: "None", Help: "no exponents for small numbers"},
			{Name: "separator", Type: bind.Str, Default: "' '", Help: "between elements"}, {Name: "prefix", Type: bind.Str, Default: "''", Help: "text whose width the lines are indented by"}, {Name: "formatter", KwOnly: true, Default: "None", Help: "dict of functions that write elements"}, {Name: "threshold", Type: bind.Int, KwOnly: true, Default: "None", Help: "more elements are summarised"}, {Name: "edgeitems", Type: bind.Int, KwOnly: true, Default: "None", Help: "items at each edge of a summary"}, {Name: "floatmode", Type: bind.Str, KwOnly: true, Default: "None", Help: "maxprec, fixed, unique, maxprec_equal"}, {Name: "suffix", Type: bind.Str, KwOnly: true, Default: "''", Help: "text that follows"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			a, err := arg(c, "a")
			if err != nil {
				return nil, err
			}
			o, err := printArgs(c, printOptions(c.Thread))
			if err != nil {
				return nil, err
			}
			return py.String(a.ToString(o, c.Str("separator"), c.Str("prefix"), c.Str("suffix"))), nil
		}},
	{Name: "array_repr", Doc: "repr of an array.", Returns: "str", Example: ">>> np.array_repr(np.array([1, 2]))\n'array([1, 2])'", Params: []bind.Param{{Name: "arr", Type: arrayLike, Help: "the array"}, {Name: "max_line_width", Type: bind.Int, Default: "None", Help: "longest line"}, {Name: "precision", Type: bind.Int, Default: "None", Help: "digits after the point"}, {Name: "suppress_small", Type: bind.Bool, Default: "None", Help: "no exponents for small numbers"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			a, err := arg(c, "arr")
			if err != nil {
				return nil, err
			}
			o, err := printArgs(c, printOptions(c.Thread))
			return py.String(a.Repr(o)), err
		}},
	{Name: "array_str", Doc: "str of an array.", Returns: "str", Example: ">>> np.array_str(np.array([1, 2]))\n'[1 2]'", Params: []bind.Param{pA, {Name: "max_line_width", Type: bind.Int, Default: "None", Help: "longest line"}, {Name: "precision", Type: bind.Int, Default: "None", Help: "digits after the point"}, {Name: "suppress_small", Type: bind.Bool, Default: "None", Help: "no exponents for small numbers"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			a, err := arg(c, "a")
			if err != nil {
				return nil, err
			}
			o, err := printArgs(c, printOptions(c.Thread))
			return py.String(a.Str(o)), err
		}},
	{Name: "format_float_positional", Doc: "A float without exponent.", Returns: "str", Example: ">>> np.format_float_positional(1e-7)\n'0.0000001'", Params: []bind.Param{{Name: "x", Type: bind.Float, Help: "the number"}, {Name: "precision", Type: bind.Natural, Default: "None", Help: "most digits after the point"}, {Name: "trim", Type: bind.OneOf("k", ".", "0", "-"), KwOnly: true, Default: "'k'", Help: "what to do with trailing zeros"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			p := -1
			if c.Has("precision") {
				p = c.Int("precision")
			}
			return py.String(ndarray.FormatPositional(c.Float("x"), p, c.Str("trim"))), nil
		}},
	{Name: "set_printoptions", Doc: "Sets how arrays print in this session.", Returns: "None", Example: ">>> np.set_printoptions(precision=3)\n>>> print(np.array([1 / 3]))\n[0.333]\n>>> np.set_printoptions(precision=8)", Params: printParams,
		Fn: func(c *bind.Call) (py.Object, error) {
			s := stateOf(c.Thread)
			o, err := printArgs(c, s.print)
			if err == nil {
				s.print = o
			}
			return py.None, err
		}},
	{Name: "get_printoptions", Doc: "The present print options.", Returns: "dict", Example: ">>> np.get_printoptions()['precision']\n8", Fn: func(c *bind.Call) (py.Object, error) {
		o := printOptions(c.Thread)
		d := runtime.NewDict()
		d.SetStr("edgeitems", py.Int(o.EdgeItems))
		d.SetStr("threshold", py.Int(o.Threshold))
		d.SetStr("floatmode", py.String(o.FloatMode))
		d.SetStr("precision", py.Int(o.Precision))
		d.SetStr("suppress", py.Bool(o.Suppress))
		d.SetStr("linewidth", py.Int(o.LineWidth))
		d.SetStr("nanstr", py.String(o.NaN))
		d.SetStr("infstr", py.String(o.Inf))
		d.SetStr("sign", py.String(o.Sign))
		d.SetStr("formatter", py.None)
		return d, nil
	}},
	{Name: "seterr", Doc: "Sets what happens on floating-point exceptions: 'ignore', 'warn', 'raise' or 'print'.", Returns: "dict of the old settings", Example: ">>> old = np.seterr(divide='ignore')\n>>> np.seterr(**old)['divide']\n'ignore'", Params: errParams,
		Fn: func(c *bind.Call) (py.Object, error) {
			old := errDict(c.Thread)
			setErr(c)
			return old, nil
		}},
	{Name: "geterr", Doc: "What happens on floating-point exceptions.", Returns: "dict", Example: ">>> np.geterr()['over']\n'warn'", Fn: func(c *bind.Call) (py.Object, error) { return errDict(c.Thread), nil }},
}

func shares(c *bind.Call) (py.Object, error) {
	a, b, err := two(c, "a", "b")
	if err != nil {
		return nil, err
	}
	return py.Bool(a.SharesMemory(b)), nil
}

// pairwise applies a function with two results; both floats, or the first an integer that comes second.
func pairwise(c *bind.Call, name string, f func(float64) (whole, frac float64), floats bool) (py.Object, error) {
	a, err := arg(c, name)
	if err != nil {
		return nil, err
	}
	x, err := a.AsType(ndarray.Float64)
	if err != nil {
		return nil, raise(err)
	}
	y, err := x.Copy()
	if err != nil {
		return nil, raise(err)
	}
	for i, v := range x.Floats() {
		y.Floats()[i], x.Floats()[i] = f(v)
	}
	if !floats {
		if y, err = y.AsType(ndarray.Int64); err != nil {
			return nil, raise(err)
		}
	}
	return py.Tuple{Object(x), Object(y)}, nil
}

func equalTo(c *bind.Call, v float64) (py.Object, error) {
	a, err := arg(c, "x")
	if err != nil {
		return nil, err
	}
	r, _, err := ndarray.Equal.Call(a, ndarray.FloatScalar(v), nil)
	return give(r, err)
}

func vectorize(c *bind.Call) (py.Object, error) {
	if c.Has("signature") && c.Obj("signature") != py.None || c.Has("excluded") && c.Obj("excluded") != py.None {
		return nil, runtime.Errorf(py.NotImplementedError, "np.vectorize: signature and excluded are not provided by Monge")
	}
	fn := c.Obj("pyfunc")
	var want *ndarray.Dtype
	if o := c.Obj("otypes"); o != py.None {
		if l, ok, _ := items(c.Thread, o); ok && len(l) == 1 {
			o = l[0]
		}
		d, err := dtypeFrom(c.Thread, o)
		if err != nil {
			return nil, err
		}
		want = &d
	}
	return runtime.NewNative("vectorize", c.Str("doc"), func(t *runtime.Thread, args []py.Object, kw runtime.Kwargs) (py.Object, error) {
		list := make([]*ndarray.Array, len(args))
		for i, o := range args {
			a, err := asArray(t, o)
			if err != nil {
				return nil, err
			}
			list[i] = a
		}
		if len(list) == 0 {
			return runtime.Call(t, fn, nil, kw)
		}
		list, err := ndarray.BroadcastArrays(list...)
		if err != nil {
			return nil, raise(err)
		}
		n := list[0].Size()
		if n == 0 && want == nil {
			return nil, runtime.ValueErrorf("cannot call `vectorize` on size 0 inputs unless `otypes` is set")
		}
		out := &py.List{Items: make([]py.Object, n)}
		for i := range n {
			vals := make([]py.Object, len(list))
			for k, a := range list {
				vals[k] = scalarOf(a.Flat(i))
			}
			v, err := runtime.Call(t, fn, vals, kw)
			if err != nil {
				return nil, err
			}
			out.Items[i] = v
		}
		a, err := asArray(t, out)
		if err != nil {
			return nil, err
		}
		if want != nil {
			if a, err = a.AsType(*want); err != nil {
				return nil, raise(err)
			}
		}
		r, err := a.Reshape(append(append([]int(nil), list[0].Shape()...), a.Shape()[1:]...)...)
		return giveArray(r, err)
	}), nil
}
