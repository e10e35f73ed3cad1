package pymod

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// Abstract base classes. ABCMeta decides isinstance and issubclass by, in turn: a __subclasshook__ of the class, the
// special methods listed in its _required, the classes registered with it.

var (
	abcMeta = newType("", "ABCMeta", "Type of abstract classes: a class of this type cannot be called while it has methods marked as abstract.", py.TypeType)
	abcBase = runtime.NewPlainType("ABC", "Inherit from ABC to get a class that may have abstract methods.", nil)
)

// registered are the classes that a class was told are its subclasses. It is kept in the class's dictionary.
func registered(cls *py.Type) *py.List {
	l, _ := cls.Dict["_abc_registry"].(*py.List)
	return l
}

// virtualSubclass reports whether ABCMeta counts sub as a subclass of cls although it does not derive from it. o is
// the instance asked about, nil for issubclass.
func virtualSubclass(t *thread, cls, sub *py.Type, o object) (bool, error) {
	if runtime.IsSubclass(sub, cls) {
		return true, nil
	}
	if hook := runtime.LookupType(cls, "__subclasshook__"); hook != nil && !runtime.Is(hook, orNone(py.ObjectType.Dict["__subclasshook__"])) {
		fn, err := runtime.GetAttr(t, cls, "__subclasshook__")
		if err != nil {
			return false, err
		}
		r, err := call1(t, fn, sub)
		if err != nil {
			return false, err
		}
		if _, declined := r.(runtime.NotImplementedType); !declined {
			return runtime.Truth(t, r)
		}
	}
	if req, ok := cls.Dict["_required"].(py.Tuple); ok && len(req) > 0 {
		all := true
		for _, n := range req {
			name := string(n.(py.String))
			fn := runtime.LookupType(sub, name)
			if fn == none || fn == nil && !nativeHas(o, name) {
				all = false
			}
		}
		if all {
			return true, nil
		}
	}
	if l := registered(cls); l != nil {
		for _, c := range l.Items {
			if ok, err := runtime.IsSubclassOf(t, sub, c); ok || err != nil {
				return ok, err
			}
		}
	}
	for _, c := range runtime.Subclasses(cls) {
		if d, ok := c.(*py.Type); ok && d != cls {
			if ok, err := virtualSubclass(t, d, sub, o); ok || err != nil {
				return ok, err
			}
		}
	}
	return false, nil
}

// nativeHas reports whether a Go value has the operation behind a special method although its class does not list it.
func nativeHas(o object, name string) bool {
	switch name {
	case "__iter__":
		switch o.(type) {
		case runtime.Iterable, runtime.Iterator, py.I__iter__:
			return true
		}
	case "__next__":
		_, ok := o.(runtime.Iterator)
		return ok
	case "__len__":
		switch o.(type) {
		case runtime.Sized, py.I__len__:
			return true
		}
	case "__contains__":
		_, ok := o.(runtime.Container)
		return ok
	case "__call__":
		return o != nil && runtime.IsCallable(o)
	case "__hash__":
		return o != nil
	}
	return false
}

func init() {
	metaMethod := func(name string, n int, f func(t *thread, cls *py.Type, a []object) (object, error)) {
		abcMeta.Dict[name] = runtime.NewMethod(name, "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
			if len(args) != n+1 {
				return nil, runtime.TypeErrorf("%s() takes %d positional arguments but %d were given", name, n+1, len(args))
			}
			cls, ok := args[0].(*py.Type)
			if !ok {
				return nil, runtime.TypeErrorf("%s() needs a class", name)
			}
			return f(t, cls, args[1:])
		})
	}
	metaMethod("__instancecheck__", 1, func(t *thread, cls *py.Type, a []object) (object, error) {
		ok, err := virtualSubclass(t, cls, a[0].Type(), a[0])
		return boolean(ok), err
	})
	metaMethod("__subclasscheck__", 1, func(t *thread, cls *py.Type, a []object) (object, error) {
		sub, ok := a[0].(*py.Type)
		if !ok {
			return nil, runtime.TypeErrorf("issubclass() arg 1 must be a class")
		}
		ok, err := virtualSubclass(t, cls, sub, nil)
		return boolean(ok), err
	})
	metaMethod("register", 1, func(t *thread, cls *py.Type, a []object) (object, error) {
		if _, ok := a[0].(*py.Type); !ok {
			return nil, runtime.TypeErrorf("Can only register classes")
		}
		l := registered(cls)
		if l == nil {
			l = runtime.NewList(nil)
			if runtime.IsUserClass(cls) {
				runtime.SetClassAttr(cls, "_abc_registry", l)
			} else {
				cls.Dict["_abc_registry"] = l
			}
		}
		l.Items = append(l.Items, a[0])
		return a[0], nil
	})
	abcMeta.Dict["__module__"] = py.String("abc")
	abcBase.ObjectType = abcMeta
	abcBase.Qualname = "ABC"
	abcBase.Dict["__module__"] = py.String("abc")

	m := newModule("abc", "Abstract classes: classes that say which methods their subclasses have to write.")
	m.class(abcMeta)
	m.value("ABC", abcBase)
	mark := func(o object) {
		switch x := o.(type) {
		case runtime.DictHolder:
			x.InstanceDict(true).SetStr("__isabstractmethod__", py.True)
		}
	}
	m.fn("abstractmethod", "funcobj, /", "Mark a method that subclasses must define before they can be instantiated.", func(t *thread, a []object) (object, error) {
		mark(a[0])
		return a[0], nil
	})
	m.fn("update_abstractmethods", "cls, /", "Give back cls; for use after methods were added to a finished class.", func(t *thread, a []object) (object, error) { return a[0], nil })
	m.fn("get_cache_token", "/", "", func(t *thread, a []object) (object, error) { return num(0), nil })

	c := newModule("collections.abc", "Abstract classes that say what a container, an iterator or a callable has to offer.")
	c.source = library("collections_abc")
}
