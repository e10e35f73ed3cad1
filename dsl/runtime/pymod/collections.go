package pymod

import (
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

var (
	defaultDictType = newType("collections", "defaultdict", "A dict that makes missing values itself: d[key] of an unknown key calls default_factory(), stores the result and returns it.", py.DictType)
	orderedDictType = newType("collections", "OrderedDict", "A dict that can also move entries to either end; two of them are equal only if their order is too.", py.DictType)
	counterType     = newType("collections", "Counter", "Counts things: a dict from elements to how often they occur. Counter('aab') is Counter({'a': 2, 'b': 1}).", py.DictType)
)

// dictClass sets up a class of dicts: __new__ makes an empty one, __init__ fills it.
func dictClass(typ *py.Type, init func(t *thread, d *runtime.Dict, args []object, kw runtime.Kwargs) error) {
	typ.Dict["__new__"] = runtime.NewNative("__new__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		cls, ok := args[0].(*py.Type)
		if !ok {
			return nil, runtime.TypeErrorf("%s.__new__(X): X is not a type object", typ.Name)
		}
		return runtime.WrapNew(cls, runtime.NewDictOf(typ)), nil
	})
	typ.Dict["__init__"] = runtime.NewMethod("__init__", "Fill the new object from the arguments.", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		d, ok := runtime.Payload(args[0]).(*runtime.Dict)
		if !ok {
			return nil, runtime.TypeErrorf("descriptor '__init__' requires a '%s' object", typ.Name)
		}
		return none, init(t, d, args[1:], kw)
	})
}

// updateDict is dict.update.
func updateDict(t *thread, d *runtime.Dict, args []object, kw runtime.Kwargs) error {
	_, err := runtime.Call(t, py.DictType.Dict["update"], append([]object{d}, args...), kw)
	return err
}

func dictMethod(typ *py.Type, name, params, doc string, f func(t *thread, d *runtime.Dict, a []object) (object, error)) {
	runtime.TypeMethod(typ, name, params, doc, f)
}

func init() {
	m := newModule("collections", "More containers: deque, Counter, defaultdict, OrderedDict, namedtuple, ChainMap and classes to inherit from.")
	m.class(dequeType)
	m.class(defaultDictType)
	m.class(orderedDictType)
	m.class(counterType)
	m.fn("namedtuple", "typename, field_names, *, rename=, defaults=, module=", "Make a tuple class whose items also have names. field_names is a list of str, or one str with spaces or commas between the names.", namedtuple)
	m.source = library("collections")
	m.perThread(func(t *thread, mod *runtime.Module) error {
		sub, err := importModule(t, "collections.abc")
		if err == nil {
			mod.Dict.SetStr("abc", sub)
		}
		return err
	})
	for _, typ := range []*py.Type{defaultDictType, orderedDictType, counterType} {
		runtime.MakeGeneric(typ)
	}
	initDefaultDict()
	initOrderedDict()
	initCounter()
}

func initDefaultDict() {
	dictClass(defaultDictType, func(t *thread, d *runtime.Dict, args []object, kw runtime.Kwargs) error {
		d.Factory = none
		if len(args) > 0 {
			if args[0] != none && !runtime.IsCallable(args[0]) {
				return runtime.TypeErrorf("first argument must be callable or None")
			}
			d.Factory = args[0]
			args = args[1:]
		}
		return updateDict(t, d, args, kw)
	})
	dictMethod(defaultDictType, "__missing__", "key, /", "What d[key] does for an unknown key: call default_factory(), keep the result under key, return it. KeyError without a factory.", func(t *thread, d *runtime.Dict, a []object) (object, error) {
		if !given(d.Factory) {
			return nil, runtime.KeyErr(a[0])
		}
		v, err := runtime.Call(t, d.Factory, nil, nil)
		if err != nil {
			return nil, err
		}
		return v, d.Set(t, a[0], v)
	})
	defaultDictType.Dict["__repr__"] = runtime.NewMethod("__repr__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		d := runtime.Payload(args[0]).(*runtime.Dict)
		f, err := runtime.Repr(t, orNone(d.Factory))
		if err != nil {
			return nil, err
		}
		body, err := plainDictRepr(t, d)
		return str(shortName(args[0]) + "(" + f + ", " + body + ")"), err
	})
	cp := func(t *thread, d *runtime.Dict, a []object) (object, error) { return d.Copy(), nil }
	dictMethod(defaultDictType, "copy", "/", "A new mapping of the same type with the same entries; keys and values are shared.", cp)
	dictMethod(defaultDictType, "__copy__", "/", "What copy.copy() calls: the same as copy().", cp)
	defaultDictType.Dict["default_factory"] = &runtime.GetSet{Name: "default_factory", Doc: "Called without arguments to make the value of an unknown key; None for a plain KeyError.",
		Get: func(t *thread, o object) (object, error) {
			return orNone(runtime.Payload(o).(*runtime.Dict).Factory), nil
		},
		Set: func(t *thread, o, v object) error {
			runtime.Payload(o).(*runtime.Dict).Factory = v
			return nil
		}}
}

// shortName is the name of an object's class without its module.
func shortName(o object) string {
	n := o.Type().Name
	return n[strings.LastIndexByte(n, '.')+1:]
}

// plainDictRepr shows a dict of any class as {...}.
func plainDictRepr(t *thread, d *runtime.Dict) (string, error) {
	s, err := runtime.Call(t, py.DictType.Dict["__repr__"], []object{d}, nil)
	if err != nil {
		return "", err
	}
	return runtime.AsString(t, s)
}

func initOrderedDict() {
	dictClass(orderedDictType, updateDict)
	orderedDictType.Dict["__repr__"] = runtime.NewMethod("__repr__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		d := runtime.Payload(args[0]).(*runtime.Dict)
		if d.Len() == 0 {
			return str(shortName(args[0]) + "()"), nil
		}
		body, err := plainDictRepr(t, d)
		return str(shortName(args[0]) + "(" + body + ")"), err
	})
	dictMethod(orderedDictType, "move_to_end", "key, last=", "Put the entry of key last, or first with last=False. KeyError if there is none.", func(t *thread, d *runtime.Dict, a []object) (object, error) {
		last := true
		if a[1] != nil {
			var err error
			if last, err = runtime.Truth(t, a[1]); err != nil {
				return nil, err
			}
		}
		ok, err := d.MoveToEnd(t, a[0], last)
		if err == nil && !ok {
			err = runtime.KeyErr(a[0])
		}
		return none, err
	})
	dictMethod(orderedDictType, "popitem", "last=", "Take out the newest entry and return it as (key, value); with last=False, the oldest.", func(t *thread, d *runtime.Dict, a []object) (object, error) {
		last := true
		if a[0] != nil {
			var err error
			if last, err = runtime.Truth(t, a[0]); err != nil {
				return nil, err
			}
		}
		k, v, ok := d.PopEnd(last)
		if !ok {
			return nil, runtime.NewException(py.KeyError, py.String("dictionary is empty"))
		}
		return py.Tuple{k, v}, nil
	})
	equal := func(negate bool) runtime.NativeFunc {
		return func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
			if len(args) != 2 {
				return nil, runtime.TypeErrorf("expected 1 argument, got %d", len(args)-1)
			}
			a, ok := runtime.Payload(args[0]).(*runtime.Dict)
			b, ok2 := runtime.Payload(args[1]).(*runtime.Dict)
			if !ok || !ok2 {
				return runtime.NotImplemented, nil
			}
			r, err := runtime.Call(t, py.DictType.Dict["__eq__"], []object{a, b}, nil)
			if err != nil {
				return nil, err
			}
			eq := r == object(py.True)
			if eq && runtime.IsSubclass(b.Type(), orderedDictType) {
				if eq, err = runtime.Equal(t, list(a.Keys()...), list(b.Keys()...)); err != nil {
					return nil, err
				}
			}
			return boolean(eq != negate), nil
		}
	}
	orderedDictType.Dict["__eq__"] = runtime.NewMethod("__eq__", "", equal(false))
	orderedDictType.Dict["__ne__"] = runtime.NewMethod("__ne__", "", equal(true))
	orderedDictType.Dict["__hash__"] = none
}
