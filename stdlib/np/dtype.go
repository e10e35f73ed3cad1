package np

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

// DType is the value numpy.dtype of the language.
type DType struct{ d ndarray.Dtype }

// Type makes DType a value of the language.
func (x DType) Type() *py.Type { return dtypeClass.Type() }

// Repr is "dtype('float64')", Str "float64".
func (x DType) Repr(*runtime.Thread) (string, error) { return "dtype('" + x.d.String() + "')", nil }
func (x DType) Str(*runtime.Thread) (string, error)  { return x.d.String(), nil }

// Hash agrees with equality among dtypes.
func (x DType) Hash(t *runtime.Thread) (int64, error) {
	return runtime.Hash(t, py.String(x.d.String()))
}

// CompareOp compares with anything that names a dtype; < and <= are "can be cast safely".
func (x DType) CompareOp(t *runtime.Thread, op runtime.CmpOp, other py.Object) (py.Object, error) {
	y, err := dtypeFrom(t, other)
	if err != nil {
		switch op {
		case runtime.CmpEq:
			return py.False, nil
		case runtime.CmpNe:
			return py.True, nil
		}
		return runtime.NotImplemented, nil
	}
	below, above := ndarray.CanCast(x.d, y, ndarray.Safe), ndarray.CanCast(y, x.d, ndarray.Safe)
	switch op {
	case runtime.CmpEq:
		return py.Bool(x.d == y), nil
	case runtime.CmpNe:
		return py.Bool(x.d != y), nil
	case runtime.CmpLt:
		return py.Bool(below && x.d != y), nil
	case runtime.CmpLe:
		return py.Bool(below), nil
	case runtime.CmpGt:
		return py.Bool(above && x.d != y), nil
	}
	return py.Bool(above), nil
}

// dtypeFrom reads a dtype argument: a dtype, a scalar type, a type of the language, or a name.
func dtypeFrom(t *runtime.Thread, o py.Object) (ndarray.Dtype, error) {
	d, wrong := readDtype(t, o)
	if wrong != "" {
		return 0, runtime.TypeErrorf("%s", wrong)
	}
	return d, nil
}

// readDtype is dtypeFrom with the text of what is wrong, "" when nothing is.
func readDtype(t *runtime.Thread, o py.Object) (ndarray.Dtype, string) {
	switch x := o.(type) {
	case DType:
		return x.d, ""
	case py.String:
		d, err := ndarray.DtypeByName(string(x))
		if err != nil {
			return 0, err.Error()
		}
		return d, ""
	case *py.Type:
		switch x {
		case py.FloatType:
			return ndarray.Float64, ""
		case py.IntType:
			return ndarray.Int64, ""
		case py.BoolType:
			return ndarray.Bool, ""
		case py.ComplexType:
			return ndarray.Complex128, ""
		}
		for d, c := range scalarClasses {
			if c.Type() == x {
				return ndarray.Dtype(d), ""
			}
		}
		return 0, "Cannot interpret '<class '" + x.Name + "'>' as a data type"
	case py.NoneType:
		return ndarray.Float64, ""
	}
	return 0, "Cannot interpret '" + bind.Short(t, o) + "' as a data type"
}

// scalarClasses are the scalar types by dtype; init fills it, since the classes' own tables refer to dtypes.
var scalarClasses [5]*bind.Class

func init() {
	scalarClasses[ndarray.Bool] = boolClass
	scalarClasses[ndarray.Int64] = int64Class
	scalarClasses[ndarray.Float32] = float32Class
	scalarClasses[ndarray.Float64] = float64Class
	scalarClasses[ndarray.Complex128] = complex128Class
}

var dtypeClass = &bind.Class{
	Name: "dtype", Module: "numpy",
	Doc:     "The type of the elements of an array.",
	Example: ">>> np.dtype('float64')\ndtype('float64')\n>>> np.zeros(3).dtype == float\nTrue",
	New: &bind.Func{
		Name: "dtype", Doc: "A dtype by name or by type.", Returns: "dtype",
		Params:  []bind.Param{{Name: "dtype", Help: "a name such as 'float64', a type such as int or np.float64, or a dtype"}},
		Example: ">>> np.dtype(int)\ndtype('int64')",
		Fn: func(c *bind.Call) (py.Object, error) {
			d, err := dtypeFrom(c.Thread, c.Obj("dtype"))
			return DType{d}, err
		},
	},
	Attrs: []bind.Attr{
		dtypeAttr("name", "str", "The name: 'float64'.", func(d ndarray.Dtype) py.Object { return py.String(d.String()) }),
		dtypeAttr("kind", "str", "b, i, f or c for booleans, integers, floats and complex numbers.",
			func(d ndarray.Dtype) py.Object { return py.String(d.Kind()) }),
		dtypeAttr("char", "str", "NumPy's one-letter code.", func(d ndarray.Dtype) py.Object { return py.String(d.Char()) }),
		dtypeAttr("str", "str", "Byte order, kind and size: '<f8'.", func(d ndarray.Dtype) py.Object { return py.String(d.Code()) }),
		dtypeAttr("itemsize", "int", "Bytes of an element.", func(d ndarray.Dtype) py.Object { return py.Int(d.Size()) }),
		dtypeAttr("type", "type", "The scalar type: np.float64.", func(d ndarray.Dtype) py.Object { return scalarClasses[d].Type() }),
	},
}

func dtypeAttr(name, typ, doc string, get func(ndarray.Dtype) py.Object) bind.Attr {
	return bind.Attr{Name: name, Type: typ, Doc: doc, Get: func(_ *runtime.Thread, self py.Object) (py.Object, error) {
		return get(self.(DType).d), nil
	}}
}

// finfo and iinfo are the values that numpy.finfo and numpy.iinfo return.
type finfo struct{ bits int }

func (f finfo) Type() *py.Type { return finfoClass.Type() }

var finfoClass = &bind.Class{
	Name: "finfo", Module: "numpy",
	Doc:     "Limits of a floating-point type.",
	Example: ">>> np.finfo(float).eps\nnp.float64(2.220446049250313e-16)",
	New: &bind.Func{
		Name: "finfo", Doc: "Limits of a floating-point type.", Returns: "finfo",
		Params:  []bind.Param{{Name: "dtype", Help: "the type, or an array or number of it"}},
		Example: ">>> np.finfo(np.float64).max\nnp.float64(1.7976931348623157e+308)",
		Fn: func(c *bind.Call) (py.Object, error) {
			d, err := dtypeFrom(c.Thread, c.Obj("dtype"))
			if err != nil {
				a, err2 := asArray(c.Thread, c.Obj("dtype"))
				if err2 != nil {
					return nil, err
				}
				d = a.Dtype()
			}
			switch d {
			case ndarray.Float64, ndarray.Complex128:
				return finfo{64}, nil
			case ndarray.Float32:
				return finfo{32}, nil
			}
			return nil, runtime.ValueErrorf("data type <class 'numpy.%s'> not inexact", d)
		},
	},
	Attrs: []bind.Attr{
		finfoAttr("eps", "The distance of 1 to the next number.", 0x1p-52, 0x1p-23),
		finfoAttr("max", "The largest number.", 0x1.fffffffffffffp1023, 0x1.fffffep127),
		finfoAttr("min", "The most negative number.", -0x1.fffffffffffffp1023, -0x1.fffffep127),
		finfoAttr("tiny", "The smallest positive normal number.", 0x1p-1022, 0x1p-126),
		finfoAttr("smallest_normal", "The smallest positive normal number.", 0x1p-1022, 0x1p-126),
		finfoAttr("smallest_subnormal", "The smallest positive number.", 0x1p-1074, 0x1p-149),
		finfoAttr("resolution", "Ten to the power -precision.", 1e-15, 1e-6),
		{Name: "bits", Type: "int", Doc: "Bits of a number.", Get: func(_ *runtime.Thread, self py.Object) (py.Object, error) {
			return py.Int(self.(finfo).bits), nil
		}},
		{Name: "precision", Type: "int", Doc: "Decimal digits that are always exact.", Get: func(_ *runtime.Thread, self py.Object) (py.Object, error) {
			if self.(finfo).bits == 32 {
				return py.Int(6), nil
			}
			return py.Int(15), nil
		}},
		{Name: "dtype", Type: "dtype", Doc: "The type.", Get: func(_ *runtime.Thread, self py.Object) (py.Object, error) {
			if self.(finfo).bits == 32 {
				return DType{ndarray.Float32}, nil
			}
			return DType{ndarray.Float64}, nil
		}},
	},
}

func finfoAttr(name, doc string, x64, x32 float64) bind.Attr {
	return bind.Attr{Name: name, Type: "float", Doc: doc, Get: func(_ *runtime.Thread, self py.Object) (py.Object, error) {
		if self.(finfo).bits == 32 {
			return Float32(x32), nil
		}
		return Float64(x64), nil
	}}
}

type iinfo struct{}

func (iinfo) Type() *py.Type { return iinfoClass.Type() }

var iinfoClass = &bind.Class{
	Name: "iinfo", Module: "numpy",
	Doc:     "Limits of an integer type.",
	Example: ">>> np.iinfo(int).max\n9223372036854775807",
	New: &bind.Func{
		Name: "iinfo", Doc: "Limits of an integer type.", Returns: "iinfo",
		Params:  []bind.Param{{Name: "type", Help: "the type"}},
		Example: ">>> np.iinfo(np.int64).min\n-9223372036854775808",
		Fn: func(c *bind.Call) (py.Object, error) {
			d, err := dtypeFrom(c.Thread, c.Obj("type"))
			if err != nil {
				return nil, err
			}
			if d != ndarray.Int64 {
				return nil, runtime.ValueErrorf("Invalid integer data type '%c'.", d.Kind())
			}
			return iinfo{}, nil
		},
	},
	Attrs: []bind.Attr{
		iinfoAttr("max", "The largest integer.", py.Int(1<<63-1)),
		iinfoAttr("min", "The smallest integer.", py.Int(-1<<63)),
		iinfoAttr("bits", "Bits of an integer.", py.Int(64)),
		iinfoAttr("dtype", "The type.", DType{ndarray.Int64}),
	},
}

func iinfoAttr(name, doc string, v py.Object) bind.Attr {
	return bind.Attr{Name: name, Type: "int", Doc: doc, Get: func(*runtime.Thread, py.Object) (py.Object, error) { return v, nil }}
}
