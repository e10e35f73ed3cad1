package np

import (
	"sync"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

// The classes of the scalars and the abstract classes above them.
var (
	float64Class    = scalarClass("float64", ndarray.Float64, py.FloatType, "A floating-point number of 64 bits; it also is a float.", ">>> np.float64(1.5)\nnp.float64(1.5)")
	float32Class    = scalarClass("float32", ndarray.Float32, nil, "A floating-point number of 32 bits.", ">>> np.float32(0.1)\nnp.float32(0.1)")
	int64Class      = scalarClass("int64", ndarray.Int64, nil, "An integer of 64 bits.", ">>> np.int64(7) // 2\nnp.int64(3)")
	boolClass       = scalarClass("bool", ndarray.Bool, nil, "A truth value.", ">>> np.bool(1)\nnp.True_")
	complex128Class = scalarClass("complex128", ndarray.Complex128, py.ComplexType, "A complex number of two 64-bit floats; it also is a complex.",
		">>> np.complex128(1 + 2j)\nnp.complex128(1+2j)")

	genericType         = runtime.NewNativeType("numpy.generic", "Base of all scalar types.", nil)
	numberType          = runtime.NewNativeType("numpy.number", "Base of the numeric scalar types.", genericType)
	integerType         = runtime.NewNativeType("numpy.integer", "Base of the integer scalar types.", numberType)
	signedIntegerType   = runtime.NewNativeType("numpy.signedinteger", "Base of the signed integer types.", integerType)
	unsignedIntegerType = runtime.NewNativeType("numpy.unsignedinteger", "Base of the unsigned integer types.", integerType)
	inexactType         = runtime.NewNativeType("numpy.inexact", "Base of the floating and complex types.", numberType)
	floatingType        = runtime.NewNativeType("numpy.floating", "Base of the floating types.", inexactType)
	complexFloatingType = runtime.NewNativeType("numpy.complexfloating", "Base of the complex types.", inexactType)
)

func scalarClass(name string, d ndarray.Dtype, base *py.Type, doc, example string) *bind.Class {
	return &bind.Class{
		Name: name, Module: "numpy", Doc: doc, Example: example, Base: base,
		New: &bind.Func{
			Name: name, Doc: doc, Returns: name, Example: example,
			Params: []bind.Param{{Name: "x", PosOnly: true, Default: "0", Help: "a number, a text of one, or an array"}},
			Fn: func(c *bind.Call) (py.Object, error) {
				o := c.Obj("x")
				if s, ok := o.(py.String); ok {
					fn := map[byte]*py.Type{'f': py.FloatType, 'i': py.IntType, 'c': py.ComplexType, 'b': py.BoolType}[d.Kind()]
					v, err := runtime.Call(c.Thread, fn, []py.Object{s}, nil)
					if err != nil {
						return nil, err
					}
					o = v
				}
				a, err := asArray(c.Thread, o)
				if err != nil {
					return nil, err
				}
				if err := fitInto(c.Thread, d, o, a); err != nil {
					return nil, err
				}
				r, err := a.AsType(d)
				return give(r, err)
			},
		},
		Attrs:   append([]bind.Attr(nil), scalarAttrs...),
		Methods: append(arrayMethods(false), scalarMethods(d)...),
	}
}

// scalarMethods are those of the numbers of the language that NumPy's scalars have too.
func scalarMethods(d ndarray.Dtype) []*bind.Func {
	var ms []*bind.Func
	if d.IsFloat() || d == ndarray.Int64 {
		ms = append(ms, method("is_integer", "Whether the value is a whole number.", "bool", nil, func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			x := a.FloatAt(0)
			return py.Bool(x-x == 0 && x == float64(int64(x)) || x-x == 0 && (x >= 1<<62 || x <= -(1<<62))), nil
		}))
	}
	return ms
}

var finishOnce sync.Once

// finishClasses gives the scalar classes their abstract bases and, for those that derive from a number of the
// language, that number's methods.
func finishClasses() {
	finishOnce.Do(func() {
		graft(float64Class.Type(), py.FloatType, floatingType)
		graft(complex128Class.Type(), py.ComplexType, complexFloatingType)
		graft(float32Class.Type(), nil, floatingType)
		graft(int64Class.Type(), nil, signedIntegerType)
		graft(boolClass.Type(), nil, genericType)
		runtime.TypeModified()
	})
}

func graft(typ, builtin, abstract *py.Type) {
	mro := py.Tuple{typ}
	for _, c := range abstract.Mro {
		if c != py.Object(py.ObjectType) {
			mro = append(mro, c)
		}
	}
	typ.Bases = py.Tuple{abstract}
	if builtin != nil {
		mro = append(mro, builtin)
		typ.Bases = append(typ.Bases, builtin)
		for name, v := range builtin.Dict {
			fn, ok := v.(*runtime.Native)
			if _, own := typ.Dict[name]; !ok || own || name == "__new__" || name == "__init__" {
				continue
			}
			n := runtime.NewNative(fn.Name, fn.Doc, func(t *runtime.Thread, args []py.Object, kw runtime.Kwargs) (py.Object, error) {
				if len(args) > 0 {
					if x, ok := args[0].(scalarValue); ok {
						args = append([]py.Object{x.plain()}, args[1:]...)
					}
				}
				return fn.Fn(t, args, kw)
			})
			n.Sig = fn.Sig
			typ.Dict[name] = n
		}
	} else {
		typ.Base = abstract
	}
	typ.Mro = append(mro, py.ObjectType)
}
