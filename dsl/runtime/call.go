package runtime

import (
	"strings"
	"sync"

	"github.com/go-python/gpython/py"
)

// Native is a function of the language that is written in Go.
type Native struct {
	Name, Doc string
	Fn        NativeFunc
	// Sig is the declaration (*bind.Func) when there is one; signatures and help are made from it.
	Sig any
	// Method marks a native that binds self when it is found in a class of the language (a class statement or a class
	// made at run time). Natives in the dictionaries of Go-made types always bind.
	Method bool
	// Module is the name of the module that holds it, "" for builtins.
	Module string
	// Qualname is shown in representations when it differs from Name ("dict.fromkeys").
	Qualname string
	// attrs is __dict__ (functools.wraps and the like store there).
	attrs *Dict
}

// NativeType is the class of builtin functions, MethodType that of bound methods of functions, BoundNativeType that of
// bound builtin methods (CPython calls both kinds of builtins builtin_function_or_method).
var (
	NativeType = NewFinalType("builtin_function_or_method", "")
	MethodType = NewFinalType("method", "method(function, instance)\n\nA function tied to an instance, which is put before the arguments of each call.")
)

// NewFinalType makes a Go-defined class that programs cannot derive from.
func NewFinalType(name, doc string) *py.Type {
	typ := NewBuiltinType(name, doc, nil)
	typ.Flags &^= py.TPFLAGS_BASETYPE
	return typ
}

// NewNative makes a builtin function.
func NewNative(name, doc string, fn NativeFunc) *Native {
	return &Native{Name: name, Doc: doc, Fn: fn}
}

// NewMethod makes a builtin that binds self even when it lies in a class made at run time.
func NewMethod(name, doc string, fn NativeFunc) *Native {
	return &Native{Name: name, Doc: doc, Fn: fn, Method: true}
}

// DocText is the documentation: Doc, or what the declaration makes of itself when it is asked for.
func (n *Native) DocText() string {
	if d, ok := n.Sig.(interface{ Text() string }); ok && n.Doc == "" {
		return d.Text()
	}
	return n.Doc
}

// Type makes a Native a value of the language.
func (n *Native) Type() *py.Type { return NativeType }

// Call calls the Go function.
func (n *Native) Call(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
	return n.Fn(t, args, kw)
}

// nativeOwners remembers, for natives that were read from a class, which class holds them: they show it.
var nativeOwners sync.Map // *Native -> *py.Type

func (n *Native) ownedBy(cls *py.Type) { nativeOwners.LoadOrStore(n, cls) }

// Repr is "<built-in function name>", or "<method 'name' of 'class' objects>" for what was read from a class.
func (n *Native) Repr(t *Thread) (string, error) {
	if cls, ok := nativeOwners.Load(n); ok && n.Name != "__new__" {
		kind := "method"
		if strings.HasPrefix(n.Name, "__") && strings.HasSuffix(n.Name, "__") {
			kind = "slot wrapper"
		}
		return "<" + kind + " '" + n.Name + "' of '" + cls.(*py.Type).Name + "' objects>", nil
	}
	return "<built-in function " + n.Name + ">", nil
}

// InstanceDict is __dict__.
func (n *Native) InstanceDict(create bool) *Dict {
	if n.attrs == nil && create {
		n.attrs = NewDict()
	}
	return n.attrs
}

// BoundMethod is a function or native together with its first argument.
type BoundMethod struct {
	Self, Fn py.Object
}

// Type is method, or builtin_function_or_method for natives.
func (m *BoundMethod) Type() *py.Type {
	if _, ok := m.Fn.(*Native); ok {
		return NativeType
	}
	return MethodType
}

// Call calls the function with self before the other arguments.
func (m *BoundMethod) Call(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
	var buf [6]py.Object
	all := buf[:0]
	if len(args) >= len(buf) {
		all = make([]py.Object, 0, len(args)+1)
	}
	all = append(append(all, m.Self), args...)
	return Call(t, m.Fn, all, kw)
}

// Repr is CPython's "<bound method C.f of ...>" or "<built-in method f of list object at 0x...>".
func (m *BoundMethod) Repr(t *Thread) (string, error) {
	if n, ok := m.Fn.(*Native); ok {
		return "<built-in method " + n.Name + " of " + m.Self.Type().Name + " object at " + address(m.Self) + ">", nil
	}
	name := "?"
	for _, attr := range []string{"__qualname__", "__name__"} {
		if v, err := GetAttrOrNil(t, m.Fn, attr); err == nil && v != nil {
			if s, ok := v.(py.String); ok {
				name = string(s)
				break
			}
		}
	}
	self, err := Repr(t, m.Self)
	if err != nil {
		return "", err
	}
	return "<bound method " + name + " of " + self + ">", nil
}

// CompareOp makes bound methods equal when function and self are the same.
func (m *BoundMethod) CompareOp(t *Thread, op CmpOp, other py.Object) (py.Object, error) {
	o, ok := other.(*BoundMethod)
	if !ok || (op != CmpEq && op != CmpNe) {
		return NotImplemented, nil
	}
	return py.Bool((Is(m.Self, o.Self) && Is(m.Fn, o.Fn)) == (op == CmpEq)), nil
}

// Hash agrees with CompareOp.
func (m *BoundMethod) Hash(t *Thread) (int64, error) {
	return int64(ID(m.Self)*31 + ID(m.Fn)), nil
}

// Call calls anything callable.
func Call(t *Thread, fn py.Object, args []py.Object, kw Kwargs) (py.Object, error) {
	switch f := fn.(type) {
	case *Native:
		return f.Fn(t, args, kw)
	case *py.Type:
		return CallType(t, f, args, kw)
	case Callable:
		return f.Call(t, args, kw)
	case *py.Method:
		return gpythonResult(f.CallWithKeywords(py.None, copyTuple(args), kw.stringDict()))
	case *py.BoundMethod:
		return gpythonResult(f.M__call__(copyTuple(args), kw.stringDict()))
	}
	if LookupType(fn.Type(), "__call__") != nil {
		// __call__ may itself be an object with a __call__, and so on.
		if err := t.Enter(); err != nil {
			return nil, err
		}
		res, found, err := CallSpecialKw(t, fn, "__call__", args, kw)
		t.Leave()
		if found || err != nil {
			return res, err
		}
	}
	if f, ok := fn.(py.I__call__); ok {
		return gpythonResult(f.M__call__(copyTuple(args), kw.stringDict()))
	}
	return nil, TypeErrorf("'%s' object is not callable", fn.Type().Name)
}

// IsCallable is the builtin callable().
func IsCallable(o py.Object) bool {
	switch o.(type) {
	case Callable, *py.Type, *py.Method, *py.BoundMethod:
		return true
	case *Instance:
		return LookupType(o.Type(), "__call__") != nil
	case py.I__call__:
		return true
	}
	return LookupType(o.Type(), "__call__") != nil
}

// CallMethod looks an attribute up and calls it, without making a bound method for plain functions.
func CallMethod(t *Thread, o py.Object, name string, args ...py.Object) (py.Object, error) {
	fn, self, err := LoadMethod(t, o, name)
	if err != nil {
		return nil, err
	}
	if self == nil {
		return Call(t, fn, args, nil)
	}
	return Call(t, fn, append([]py.Object{self}, args...), nil)
}

// gpythonResult converts the error of a function of package py.
func gpythonResult(v py.Object, err error) (py.Object, error) {
	if err != nil {
		return nil, AsException(err)
	}
	return v, nil
}

func copyTuple(args []py.Object) py.Tuple { return append(py.Tuple(nil), args...) }

// stringDict gives keyword arguments in gpython's form.
func (k Kwargs) stringDict() py.StringDict {
	if len(k) == 0 {
		return nil
	}
	d := make(py.StringDict, len(k))
	for _, a := range k {
		d[a.Name] = a.Value
	}
	return d
}

// noKeywords refuses keyword arguments the way CPython's builtins do.
func noKeywords(name string, kw Kwargs) error {
	if len(kw) > 0 {
		return TypeErrorf("%s() takes no keyword arguments", name)
	}
	return nil
}

func init() {
	getter(NativeType, "__name__", func(o py.Object) py.Object { return py.String(nativeOf(o).Name) })
	getter(NativeType, "__qualname__", func(o py.Object) py.Object {
		n := nativeOf(o)
		if n.Qualname != "" {
			return py.String(n.Qualname)
		}
		if m, ok := o.(*BoundMethod); ok {
			cls, ok := m.Self.(*py.Type)
			if !ok {
				cls = m.Self.Type()
			}
			return py.String(cls.Name + "." + n.Name)
		}
		if cls, ok := nativeOwners.Load(n); ok {
			return py.String(cls.(*py.Type).Name + "." + n.Name)
		}
		return py.String(n.Name)
	})
	getter(NativeType, "__doc__", func(o py.Object) py.Object { return docOrNone(nativeOf(o).DocText()) })
	getter(NativeType, "__module__", func(o py.Object) py.Object {
		if n := nativeOf(o); n.Module != "" {
			return py.String(n.Module)
		}
		return py.String("builtins")
	})
	getter(NativeType, "__self__", func(o py.Object) py.Object {
		if m, ok := o.(*BoundMethod); ok {
			return m.Self
		}
		return py.None
	})
	getter(MethodType, "__self__", func(o py.Object) py.Object { return o.(*BoundMethod).Self })
	getter(MethodType, "__func__", func(o py.Object) py.Object { return o.(*BoundMethod).Fn })
	MethodType.Dict["__doc__"] = &GetSet{Name: "__doc__", Get: func(t *Thread, o py.Object) (py.Object, error) {
		d, err := GetAttrOrNil(t, o.(*BoundMethod).Fn, "__doc__")
		return orNone(d), err
	}}
	MethodType.Dict["__dict__"] = &GetSet{Name: "__dict__", Get: func(t *Thread, o py.Object) (py.Object, error) {
		return GetAttr(t, o.(*BoundMethod).Fn, "__dict__")
	}}
	for _, typ := range []*py.Type{NativeType, MethodType} {
		typ.Dict["__call__"] = NewNative("__call__", "Runs the object: f.__call__(x) is f(x).", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
			return Call(t, args[0], args[1:], kw)
		})
	}
	MethodType.Dict["__new__"] = NewNative("__new__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		if err := noKeywords("method", kw); err != nil {
			return nil, err
		}
		if len(args) != 3 {
			return nil, TypeErrorf("method expected 2 arguments, got %d", len(args)-1)
		}
		if !IsCallable(args[1]) {
			return nil, TypeErrorf("first argument must be callable")
		}
		return &BoundMethod{Self: args[2], Fn: args[1]}, nil
	})
}

// nativeOf is the native behind a builtin function or bound builtin method.
func nativeOf(o py.Object) *Native {
	if m, ok := o.(*BoundMethod); ok {
		o = m.Fn
	}
	return o.(*Native)
}

func docOrNone(doc string) py.Object {
	if doc == "" {
		return py.None
	}
	return py.String(doc)
}
