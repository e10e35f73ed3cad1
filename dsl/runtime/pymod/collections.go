package pymod

import (
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

var (
	defaultDictType = newType("collections", "defaultdict", "defaultdict(default_factory=None, /, [...]) --> dict with default factory", py.DictType)
	orderedDictType = newType("collections", "OrderedDict", "Dictionary that remembers insertion order", py.DictType)
	counterType     = newType("collections", "Counter", "Dict subclass for counting hashable items.", py.DictType)
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
	typ.Dict["__init__"] = runtime.NewMethod("__init__", "Initialize self.", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
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
	m := newModule("collections", "Container datatypes.")
	m.class(dequeType)
	m.class(defaultDictType)
	m.class(orderedDictType)
	m.class(counterType)
	m.fn("namedtuple", "typename, field_names, *, rename=, defaults=, module=", "Returns a new subclass of tuple with named fields.", namedtuple)
	m.source = collectionsSource
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
	dictMethod(defaultDictType, "__missing__", "key, /", "Called by __getitem__ for missing key: stores and returns default_factory().", func(t *thread, d *runtime.Dict, a []object) (object, error) {
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
	dictMethod(defaultDictType, "copy", "/", "A shallow copy of D.", cp)
	dictMethod(defaultDictType, "__copy__", "/", "A shallow copy of D.", cp)
	defaultDictType.Dict["default_factory"] = &runtime.GetSet{Name: "default_factory", Doc: "Factory for default value called by __missing__().",
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
	dictMethod(orderedDictType, "move_to_end", "key, last=", "Move an existing element to the end (or beginning if last is false).", func(t *thread, d *runtime.Dict, a []object) (object, error) {
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
	dictMethod(orderedDictType, "popitem", "last=", "Remove and return a (key, value) pair from the dictionary.", func(t *thread, d *runtime.Dict, a []object) (object, error) {
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

// count adds what update and the constructor of Counter accept.
func count(t *thread, d *runtime.Dict, args []object, kw runtime.Kwargs, sign int) error {
	if len(args) > 1 {
		return runtime.TypeErrorf("expected at most 1 argument, got %d", len(args))
	}
	op := runtime.OpAdd
	if sign < 0 {
		op = runtime.OpSub
	}
	add := func(k, n object) error {
		old, ok, err := d.Get(t, k)
		if err != nil {
			return err
		}
		if !ok {
			old = num(0)
		}
		v, err := runtime.Binary(t, op, old, n)
		if err != nil {
			return err
		}
		return d.Set(t, k, v)
	}
	if len(args) == 1 && args[0] != none {
		if src, ok := runtime.Payload(args[0]).(*runtime.Dict); ok {
			if d.Len() == 0 && sign > 0 {
				if err := d.Update(t, src); err != nil {
					return err
				}
			} else {
				for k, v := range src.All() {
					if err := add(k, v); err != nil {
						return err
					}
				}
			}
		} else {
			one := num(1)
			if err := runtime.ForEach(t, args[0], func(k object) error { return add(k, one) }); err != nil {
				return err
			}
		}
	}
	for _, k := range kw {
		if err := add(str(k.Name), k.Value); err != nil {
			return err
		}
	}
	return nil
}

// mostCommon are the items by falling count, equal counts in order of insertion.
func mostCommon(t *thread, d *runtime.Dict) ([]object, error) {
	items := make([]object, 0, d.Len())
	keys := make([]object, 0, d.Len())
	for k, v := range d.All() {
		items = append(items, py.Tuple{k, v})
		keys = append(keys, v)
	}
	// Sort positions by count, so that counts of any kind are compared only with each other.
	order := make([]object, len(items))
	for i := range order {
		order[i] = num(i)
	}
	key := runtime.Func("count", "i, /", "", func(t *thread, a []object) (object, error) { return keys[int(a[0].(py.Int))], nil })
	if err := runtime.SortList(t, order, key, true); err != nil {
		return nil, err
	}
	out := make([]object, len(items))
	for i, o := range order {
		out[i] = items[int(o.(py.Int))]
	}
	return out, nil
}

func initCounter() {
	dictClass(counterType, func(t *thread, d *runtime.Dict, args []object, kw runtime.Kwargs) error {
		return count(t, d, args, kw, 1)
	})
	varargs := func(name, doc string, sign int) {
		counterType.Dict[name] = runtime.NewMethod(name, doc, func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
			d, ok := runtime.Payload(args[0]).(*runtime.Dict)
			if !ok {
				return nil, runtime.TypeErrorf("Counter.%s() needs a Counter", name)
			}
			return none, count(t, d, args[1:], kw, sign)
		})
	}
	varargs("update", "Like dict.update() but add counts instead of replacing them.", 1)
	varargs("subtract", "Like dict.update() but subtracts counts instead of replacing them.", -1)
	dictMethod(counterType, "__missing__", "key, /", "The count of elements not in the Counter is zero.", func(t *thread, d *runtime.Dict, a []object) (object, error) {
		return num(0), nil
	})
	dictMethod(counterType, "__delitem__", "key, /", "Like dict.__delitem__() but does not raise KeyError for missing values.", func(t *thread, d *runtime.Dict, a []object) (object, error) {
		_, err := d.Delete(t, a[0])
		return none, err
	})
	dictMethod(counterType, "most_common", "n=", "List the n most common elements and their counts from the most common to the least.", func(t *thread, d *runtime.Dict, a []object) (object, error) {
		items, err := mostCommon(t, d)
		if err != nil {
			return nil, err
		}
		if given(a[0]) {
			n, err := runtime.AsInt(t, a[0])
			if err != nil {
				return nil, err
			}
			items = items[:min(max(n, 0), len(items))]
		}
		return list(items...), nil
	})
	elements := runtime.NewIteratorType("itertools.chain", "")
	dictMethod(counterType, "elements", "/", "Iterator over elements repeating each as many times as its count.", func(t *thread, d *runtime.Dict, a []object) (object, error) {
		pos, left := 0, 0
		var cur object
		return funcIter(elements, func(t *thread) (object, error) {
			for left <= 0 {
				k, v, ok := d.Next(&pos)
				if !ok {
					return nil, nil
				}
				n, err := runtime.AsInt(t, v)
				if err != nil {
					return nil, err
				}
				cur, left = k, n
			}
			left--
			return cur, nil
		}), nil
	})
	dictMethod(counterType, "total", "/", "Sum of the counts", func(t *thread, d *runtime.Dict, a []object) (object, error) {
		return runtime.Sum(t, list(d.Values()...), nil)
	})
	dictMethod(counterType, "copy", "/", "Return a shallow copy.", func(t *thread, d *runtime.Dict, a []object) (object, error) { return d.Copy(), nil })
	counterType.Dict["fromkeys"] = &runtime.ClassMethod{Fn: runtime.Func("fromkeys", "cls, iterable, v=", "", func(t *thread, a []object) (object, error) {
		return nil, runtime.Errorf(py.NotImplementedError, "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")
	})}
	counterType.Dict["__repr__"] = runtime.NewMethod("__repr__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		d := runtime.Payload(args[0]).(*runtime.Dict)
		if d.Len() == 0 {
			return str(shortName(args[0]) + "()"), nil
		}
		items, err := mostCommon(t, d)
		shown := runtime.NewDict()
		if err != nil {
			// Counts that cannot be ordered are shown in order of insertion.
			if !runtime.IsException(err, py.TypeError) {
				return nil, err
			}
			for k, v := range d.All() {
				items = append(items, py.Tuple{k, v})
			}
		}
		for _, it := range items {
			if err := shown.Set(t, it.(py.Tuple)[0], it.(py.Tuple)[1]); err != nil {
				return nil, err
			}
		}
		body, err := plainDictRepr(t, shown)
		return str(shortName(args[0]) + "(" + body + ")"), err
	})
	counterOperators()
}

// combine merges two counters key by key and keeps positive results.
func combine(t *thread, a, b *runtime.Dict, f func(x, y object) (object, error), onlyFirst bool) (*runtime.Dict, error) {
	out := runtime.NewDictOf(counterType)
	put := func(k, x, y object) error {
		v, err := f(x, y)
		if err != nil {
			return err
		}
		pos, err := runtime.CompareBool(t, runtime.CmpGt, v, num(0))
		if err != nil || !pos {
			return err
		}
		return out.Set(t, k, v)
	}
	for k, x := range a.All() {
		y, ok, err := b.Get(t, k)
		if err != nil {
			return nil, err
		}
		if !ok {
			y = num(0)
		}
		if err := put(k, x, y); err != nil {
			return nil, err
		}
	}
	if onlyFirst {
		return out, nil
	}
	for k, y := range b.All() {
		if _, ok, err := a.Get(t, k); ok || err != nil {
			if err != nil {
				return nil, err
			}
			continue
		}
		if err := put(k, num(0), y); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func counterOperators() {
	pick := func(t *thread, op runtime.CmpOp) func(x, y object) (object, error) {
		return func(x, y object) (object, error) {
			first, err := runtime.CompareBool(t, op, x, y)
			if first {
				return x, err
			}
			return y, err
		}
	}
	ops := map[string]struct {
		f     func(t *thread) func(x, y object) (object, error)
		first bool
	}{
		"add": {func(t *thread) func(x, y object) (object, error) {
			return func(x, y object) (object, error) { return runtime.Binary(t, runtime.OpAdd, x, y) }
		}, false},
		"sub": {func(t *thread) func(x, y object) (object, error) {
			return func(x, y object) (object, error) { return runtime.Binary(t, runtime.OpSub, x, y) }
		}, false},
		"or":  {func(t *thread) func(x, y object) (object, error) { return pick(t, runtime.CmpGt) }, false},
		"and": {func(t *thread) func(x, y object) (object, error) { return pick(t, runtime.CmpLt) }, true},
	}
	for name, op := range ops {
		run := func(t *thread, args []object) (*runtime.Dict, error) {
			a, ok := runtime.Payload(args[0]).(*runtime.Dict)
			b, ok2 := runtime.Payload(args[1]).(*runtime.Dict)
			if !ok || !ok2 || !runtime.IsSubclass(b.Type(), counterType) {
				return nil, nil
			}
			return combine(t, a, b, op.f(t), op.first)
		}
		counterType.Dict["__"+name+"__"] = runtime.NewMethod("__"+name+"__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
			d, err := run(t, args)
			if d == nil && err == nil {
				return runtime.NotImplemented, nil
			}
			return d, err
		})
		counterType.Dict["__i"+name+"__"] = runtime.NewMethod("__i"+name+"__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
			d, err := run(t, args)
			if d == nil && err == nil {
				return runtime.NotImplemented, nil
			}
			if err != nil {
				return nil, err
			}
			self := runtime.Payload(args[0]).(*runtime.Dict)
			self.Clear()
			return args[0], self.Update(t, d)
		})
	}
	unary := func(name string, op runtime.BinOp) {
		dictMethod(counterType, name, "/", "", func(t *thread, d *runtime.Dict, a []object) (object, error) {
			zero := runtime.NewDict()
			if op == runtime.OpSub {
				return combine(t, zero, d, func(x, y object) (object, error) { return runtime.Binary(t, op, x, y) }, false)
			}
			return combine(t, d, zero, func(x, y object) (object, error) { return runtime.Binary(t, op, x, y) }, false)
		})
	}
	unary("__pos__", runtime.OpAdd)
	unary("__neg__", runtime.OpSub)
	for i, name := range []string{"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"} {
		op := runtime.CmpOp(i)
		counterType.Dict[name] = runtime.NewMethod(name, "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
			a, ok := runtime.Payload(args[0]).(*runtime.Dict)
			b, ok2 := runtime.Payload(args[1]).(*runtime.Dict)
			if !ok || !ok2 || !runtime.IsSubclass(b.Type(), counterType) {
				return runtime.NotImplemented, nil
			}
			// All counts compare so (absent ones are 0); strict orders also need the counters to differ.
			all := func(op runtime.CmpOp) (bool, error) {
				for _, d := range []*runtime.Dict{a, b} {
					for k := range d.All() {
						x, _, err := a.Get(t, k)
						if err != nil {
							return false, err
						}
						y, _, err := b.Get(t, k)
						if err != nil {
							return false, err
						}
						if x == nil {
							x = num(0)
						}
						if y == nil {
							y = num(0)
						}
						if ok, err := runtime.CompareBool(t, op, x, y); !ok || err != nil {
							return false, err
						}
					}
				}
				return true, nil
			}
			switch op {
			case runtime.CmpEq, runtime.CmpNe:
				eq, err := all(runtime.CmpEq)
				return boolean(eq == (op == runtime.CmpEq)), err
			case runtime.CmpLt, runtime.CmpGt:
				wide := runtime.CmpLe
				if op == runtime.CmpGt {
					wide = runtime.CmpGe
				}
				ok, err := all(wide)
				if err != nil || !ok {
					return boolean(false), err
				}
				eq, err := all(runtime.CmpEq)
				return boolean(!eq), err
			}
			ok, err := all(op)
			return boolean(ok), err
		})
	}
	counterType.Dict["__hash__"] = none
}

// collectionsSource are the classes that are written in the language.
const collectionsSource = `
class ChainMap:
    """A ChainMap groups multiple dicts (or other mappings) together to create a single, updateable view."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        d = {}
        for mapping in map(dict.fromkeys, reversed(self.maps)):
            d |= mapping
        return iter(d)

    def __contains__(self, key):
        return any(key in m for m in self.maps)

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        return f'{self.__class__.__name__}({", ".join(map(repr, self.maps))})'

    def keys(self):
        return dict.fromkeys(self).keys()

    def items(self):
        return {k: self[k] for k in self}.items()

    def values(self):
        return {k: self[k] for k in self}.values()

    def __eq__(self, other):
        if isinstance(other, (dict, ChainMap)):
            return dict(self.items()) == dict(other.items())
        return NotImplemented

    def copy(self):
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return self.__class__(m, *self.maps)

    @property
    def parents(self):
        return self.__class__(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f'Key not found in the first mapping: {key!r}')

    def popitem(self):
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError('No keys found in the first mapping.')

    def pop(self, key, *args):
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError(f'Key not found in the first mapping: {key!r}')

    def clear(self):
        self.maps[0].clear()

    def update(self, other=(), **kwargs):
        self.maps[0].update(other, **kwargs)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def __or__(self, other):
        m = self.maps[0].copy()
        m.update(other)
        return self.__class__(m, *self.maps[1:])


class UserDict:
    """A dictionary with its content in the attribute data."""

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        if hasattr(self.__class__, '__missing__'):
            return self.__class__.__missing__(self, key)
        raise KeyError(key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def __repr__(self):
        return repr(self.data)

    def __eq__(self, other):
        if isinstance(other, UserDict):
            return self.data == other.data
        return self.data == other

    def get(self, key, default=None):
        if key in self:
            return self[key]
        return default

    def keys(self):
        return self.data.keys()

    def values(self):
        return self.data.values()

    def items(self):
        return self.data.items()

    def copy(self):
        c = self.__class__.__new__(self.__class__)
        c.__dict__.update(self.__dict__)
        c.data = self.data.copy()
        return c

    def update(self, other=(), /, **kwargs):
        if hasattr(other, 'keys'):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    __marker = object()

    def pop(self, key, default=__marker):
        try:
            value = self[key]
        except KeyError:
            if default is self.__marker:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        try:
            key = next(iter(self))
        except StopIteration:
            raise KeyError from None
        value = self[key]
        del self[key]
        return key, value

    def clear(self):
        self.data.clear()


class UserList:
    """A list with its content in the attribute data."""

    def __init__(self, initlist=None):
        self.data = []
        if initlist is not None:
            self.data[:] = initlist.data if isinstance(initlist, UserList) else initlist

    def __repr__(self):
        return repr(self.data)

    def __cast(self, other):
        return other.data if isinstance(other, UserList) else other

    def __lt__(self, other):
        return self.data < self.__cast(other)

    def __le__(self, other):
        return self.data <= self.__cast(other)

    def __eq__(self, other):
        return self.data == self.__cast(other)

    def __gt__(self, other):
        return self.data > self.__cast(other)

    def __ge__(self, other):
        return self.data >= self.__cast(other)

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return self.__class__(self.data[i])
        return self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __iter__(self):
        return iter(self.data)

    def __add__(self, other):
        return self.__class__(self.data + list(self.__cast(other)))

    def __radd__(self, other):
        return self.__class__(list(self.__cast(other)) + self.data)

    def __iadd__(self, other):
        self.data += self.__cast(other)
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def append(self, item):
        self.data.append(item)

    def insert(self, i, item):
        self.data.insert(i, item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def remove(self, item):
        self.data.remove(item)

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def count(self, item):
        return self.data.count(item)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def reverse(self):
        self.data.reverse()

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)

    def extend(self, other):
        self.data.extend(self.__cast(other))
`
