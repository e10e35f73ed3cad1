package vm

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/compile"
	"monge/dsl/runtime"
)

// What programs see of functions, code objects and frames.

var frameType = runtime.NewFinalType("frame", "")

// Type makes a frame a value of the language. A frame object is good while the frame runs.
func (f *frame) Type() *py.Type { return frameType }

func strTuple(names []string) py.Tuple {
	t := make(py.Tuple, len(names))
	for i, n := range names {
		t[i] = py.String(n)
	}
	return t
}

func orNone[T any](v *T, o py.Object) py.Object {
	if v == nil {
		return py.None
	}
	return o
}

func getter[T py.Object](typ *py.Type, name string, get func(x T) py.Object) {
	attribute(typ, name, get, nil)
}

// attribute installs a computed attribute of values of the Go type T.
func attribute[T py.Object](typ *py.Type, name string, get func(x T) py.Object, set func(t *runtime.Thread, x T, v py.Object) error) {
	g := &runtime.GetSet{Name: name}
	g.Get = func(t *runtime.Thread, o py.Object) (py.Object, error) {
		x, ok := o.(T)
		if !ok {
			return nil, runtime.TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", name, typ.Name, o.Type().Name)
		}
		return get(x), nil
	}
	if set != nil {
		g.Set = func(t *runtime.Thread, o, v py.Object) error {
			x, ok := o.(T)
			if !ok {
				return runtime.TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", name, typ.Name, o.Type().Name)
			}
			return set(t, x, v)
		}
		// Deleting is assigning nothing: the setter refuses or resets.
		g.Del = func(t *runtime.Thread, o py.Object) error { return g.Set(t, o, nil) }
	}
	typ.Dict[name] = g
}

// deleted is what an attribute that may be deleted becomes: None.
func deleted(v py.Object) py.Object {
	if v == nil {
		return py.None
	}
	return v
}

func textSetter(what string, set func(fn *Function, s string)) func(t *runtime.Thread, fn *Function, v py.Object) error {
	return func(t *runtime.Thread, fn *Function, v py.Object) error {
		s, ok := v.(py.String)
		if !ok {
			return runtime.TypeErrorf("%s must be set to a string object", what)
		}
		set(fn, string(s))
		return nil
	}
}

func dictSetter(what string, set func(fn *Function, d *runtime.Dict)) func(t *runtime.Thread, fn *Function, v py.Object) error {
	return func(t *runtime.Thread, fn *Function, v py.Object) error {
		switch d := v.(type) {
		case *runtime.Dict:
			set(fn, d)
		case nil, py.NoneType:
			set(fn, nil)
		default:
			return runtime.TypeErrorf("%s must be set to a dict object", what)
		}
		return nil
	}
}

func init() {
	typ := FunctionType
	typ.Dict = py.StringDict{}
	typ.Name, typ.ObjectType = "function", py.TypeType
	typ.New, typ.Init = nil, nil
	typ.Base, typ.Bases, typ.Mro = py.ObjectType, py.Tuple{py.ObjectType}, py.Tuple{typ, py.ObjectType}
	typ.Flags = py.TPFLAGS_READY
	attribute(typ, "__name__", func(fn *Function) py.Object { return py.String(fn.Name) },
		textSetter("__name__", func(fn *Function, s string) { fn.Name = s }))
	attribute(typ, "__qualname__", func(fn *Function) py.Object { return py.String(fn.Qualname) },
		textSetter("__qualname__", func(fn *Function, s string) { fn.Qualname = s }))
	attribute(typ, "__module__", func(fn *Function) py.Object { return fn.Module },
		func(t *runtime.Thread, fn *Function, v py.Object) error { fn.Module = deleted(v); return nil })
	attribute(typ, "__doc__", func(fn *Function) py.Object { return fn.Doc },
		func(t *runtime.Thread, fn *Function, v py.Object) error { fn.Doc = deleted(v); return nil })
	attribute(typ, "__dict__", func(fn *Function) py.Object { return fn.InstanceDict(true) },
		func(t *runtime.Thread, fn *Function, v py.Object) error {
			d, ok := v.(*runtime.Dict)
			switch {
			case v == nil:
				return runtime.TypeErrorf("cannot delete __dict__")
			case !ok:
				return runtime.TypeErrorf("__dict__ must be set to a dictionary, not a '%s'", v.Type().Name)
			}
			fn.attrs = d
			return nil
		})
	getter(typ, "__builtins__", func(fn *Function) py.Object { return fn.builtins })
	attribute(typ, "__defaults__", func(fn *Function) py.Object {
		if len(fn.Defaults) == 0 {
			return py.None
		}
		return append(py.Tuple(nil), fn.Defaults...)
	}, func(t *runtime.Thread, fn *Function, v py.Object) error {
		switch d := v.(type) {
		case py.Tuple:
			fn.Defaults = d
		case nil, py.NoneType:
			fn.Defaults = nil
		default:
			return runtime.TypeErrorf("__defaults__ must be set to a tuple object")
		}
		return nil
	})
	attribute(typ, "__kwdefaults__", func(fn *Function) py.Object { return orNone(fn.KwDefaults, fn.KwDefaults) },
		dictSetter("__kwdefaults__", func(fn *Function, d *runtime.Dict) { fn.KwDefaults = d }))
	attribute(typ, "__annotations__", func(fn *Function) py.Object {
		if fn.annotations == nil {
			fn.annotations = runtime.NewDict()
		}
		return fn.annotations
	}, dictSetter("__annotations__", func(fn *Function, d *runtime.Dict) { fn.annotations = d }))
	attribute(typ, "__code__", func(fn *Function) py.Object { return fn.Code },
		func(t *runtime.Thread, fn *Function, v py.Object) error {
			c, ok := v.(*compile.Code)
			if !ok {
				return runtime.TypeErrorf("__code__ must be set to a code object")
			}
			if len(c.Freevars) != len(fn.closure) {
				return runtime.ValueErrorf("%s() requires a code object with %d free vars, not %d", fn.Name, len(fn.closure), len(c.Freevars))
			}
			fn.Code = c
			fn.simple = c.Flags&(py.CO_VARARGS|py.CO_VARKEYWORDS) == 0 && c.Kwonlyargcount == 0 && !c.Generator
			return nil
		})
	getter(typ, "__globals__", func(fn *Function) py.Object { return fn.Globals })
	getter(typ, "__closure__", func(fn *Function) py.Object {
		if len(fn.closure) == 0 {
			return py.None
		}
		t := make(py.Tuple, len(fn.closure))
		for i, c := range fn.closure {
			t[i] = c
		}
		return t
	})
	attribute(typ, "__type_params__", func(fn *Function) py.Object {
		if fn.typeParams == nil {
			return py.Tuple{}
		}
		return fn.typeParams
	}, func(t *runtime.Thread, fn *Function, v py.Object) error {
		p, ok := v.(py.Tuple)
		if !ok {
			return runtime.TypeErrorf("__type_params__ must be set to a tuple")
		}
		fn.typeParams = p
		return nil
	})
	typ.Dict["__get__"] = runtime.NewNative("__get__", "", func(t *runtime.Thread, args []py.Object, kw runtime.Kwargs) (py.Object, error) {
		if len(args) < 2 || args[1] == py.Object(py.None) {
			return args[0], nil
		}
		return &runtime.BoundMethod{Self: args[1], Fn: args[0]}, nil
	})
	typ.Dict["__call__"] = runtime.NewNative("__call__", "", func(t *runtime.Thread, args []py.Object, kw runtime.Kwargs) (py.Object, error) {
		return runtime.Call(t, args[0], args[1:], kw)
	})

	code := py.CodeType
	code.Dict = py.StringDict{}
	code.Name, code.ObjectType = "code", py.TypeType
	code.Base, code.Bases, code.Mro = py.ObjectType, py.Tuple{py.ObjectType}, py.Tuple{code, py.ObjectType}
	getter(code, "co_name", func(c *compile.Code) py.Object { return py.String(c.Name) })
	getter(code, "co_qualname", func(c *compile.Code) py.Object { return py.String(c.Qualname) })
	getter(code, "co_filename", func(c *compile.Code) py.Object { return py.String(c.Filename) })
	getter(code, "co_firstlineno", func(c *compile.Code) py.Object { return py.Int(c.Firstlineno) })
	getter(code, "co_argcount", func(c *compile.Code) py.Object { return py.Int(c.Argcount) })
	getter(code, "co_posonlyargcount", func(c *compile.Code) py.Object { return py.Int(c.PosOnly) })
	getter(code, "co_kwonlyargcount", func(c *compile.Code) py.Object { return py.Int(c.Kwonlyargcount) })
	getter(code, "co_nlocals", func(c *compile.Code) py.Object { return py.Int(len(c.Varnames)) })
	getter(code, "co_flags", func(c *compile.Code) py.Object { return py.Int(c.Flags) })
	getter(code, "co_names", func(c *compile.Code) py.Object { return strTuple(c.Names) })
	getter(code, "co_varnames", func(c *compile.Code) py.Object { return strTuple(c.Varnames) })
	getter(code, "co_freevars", func(c *compile.Code) py.Object { return strTuple(c.Freevars) })
	getter(code, "co_cellvars", func(c *compile.Code) py.Object { return strTuple(c.Cellvars) })
	getter(code, "co_consts", func(c *compile.Code) py.Object { return append(py.Tuple{}, c.Consts...) })

	getter(frameType, "f_globals", func(f *frame) py.Object { return f.globals })
	getter(frameType, "f_builtins", func(f *frame) py.Object { return f.builtins })
	getter(frameType, "f_locals", func(f *frame) py.Object { return f.Locals() })
	getter(frameType, "f_code", func(f *frame) py.Object { return f.code })
	getter(frameType, "f_lineno", func(f *frame) py.Object { return py.Int(f.code.Span(f.pc).Start.Line) })
	getter(frameType, "f_back", func(f *frame) py.Object { return orNone(f.back, f.back) })

	runtime.CellType.Dict["cell_contents"] = &runtime.GetSet{Name: "cell_contents",
		Get: func(t *runtime.Thread, o py.Object) (py.Object, error) {
			if v := o.(*runtime.Cell).V; v != nil {
				return v, nil
			}
			return nil, runtime.ValueErrorf("Cell is empty")
		},
		Set: func(t *runtime.Thread, o, v py.Object) error { o.(*runtime.Cell).V = v; return nil },
		Del: func(t *runtime.Thread, o py.Object) error { o.(*runtime.Cell).V = nil; return nil },
	}
}
