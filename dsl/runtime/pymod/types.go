package pymod

import (
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// namespace is types.SimpleNamespace.
type namespace struct{ attrs }

var namespaceType = newType("types", "SimpleNamespace", "An object for attributes of any name: SimpleNamespace(a=1).a is 1.", nil)

func (n *namespace) Type() *py.Type { return namespaceType }

// Repr is "namespace(a=1, b=2)".
func (n *namespace) Repr(t *thread) (string, error) {
	return runtime.ReprGuard(t, n, "namespace(...)", func() (string, error) {
		var b strings.Builder
		b.WriteString("namespace(")
		first := true
		for k, v := range n.InstanceDict(true).All() {
			if !first {
				b.WriteString(", ")
			}
			first = false
			s, err := runtime.Repr(t, v)
			if err != nil {
				return "", err
			}
			name, err := runtime.Str(t, k)
			if err != nil {
				return "", err
			}
			b.WriteString(name + "=" + s)
		}
		b.WriteString(")")
		return b.String(), nil
	})
}

// CompareOp compares the attributes.
func (n *namespace) CompareOp(t *thread, op runtime.CmpOp, other object) (object, error) {
	o, ok := other.(*namespace)
	if !ok || op > runtime.CmpNe {
		return runtime.NotImplemented, nil
	}
	return runtime.Compare(t, op, n.InstanceDict(true), o.InstanceDict(true))
}

func init() {
	m := newModule("types", "Names for the built-in types that have no name of their own.")
	namespaceType.Dict["__new__"] = runtime.NewNative("__new__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		n := &namespace{}
		if len(args) > 2 {
			return nil, runtime.TypeErrorf("no positional arguments expected")
		}
		if len(args) == 2 {
			if err := updateDict(t, n.InstanceDict(true), args[1:], nil); err != nil {
				return nil, err
			}
		}
		for _, k := range kw {
			n.InstanceDict(true).SetStr(k.Name, k.Value)
		}
		return n, nil
	})
	m.class(namespaceType)
	m.value("NoneType", py.NoneTypeType)
	m.value("EllipsisType", py.EllipsisTypeType)
	m.value("NotImplementedType", runtime.NotImplemented.Type())
	m.value("BuiltinFunctionType", runtime.NativeType)
	m.value("BuiltinMethodType", runtime.NativeType)
	m.value("MethodType", runtime.MethodType)
	m.value("ModuleType", runtime.ModuleType)
	m.value("MappingProxyType", runtime.MappingProxyType)
	m.value("GenericAlias", runtime.GenericAliasType)
	m.value("UnionType", runtime.UnionTypeType)
	m.value("CellType", runtime.CellType)
	m.value("TracebackType", runtime.TracebackType)
	m.fn("new_class", "name, bases=, kwds=, exec_body=", "Make a class from a name, bases and keywords; exec_body gets the namespace to fill.", func(t *thread, a []object) (object, error) {
		name, err := text(a[0], "new_class", 1)
		if err != nil {
			return nil, err
		}
		ns := runtime.NewDict()
		if given(a[3]) {
			if _, err := call1(t, a[3], ns); err != nil {
				return nil, err
			}
		}
		bases := a[1]
		if bases == nil {
			bases = py.Tuple{}
		}
		return runtime.Call(t, py.TypeType, []object{str(name), bases, ns}, nil)
	})
	// The rest is read off functions and generators of the language itself.
	m.source = `
def _f(): yield
def _g(): pass
FunctionType = LambdaType = type(_g)
GeneratorType = type(_f())
CodeType = type(_g.__code__) if hasattr(_g, '__code__') else None
del _f, _g
`
}
