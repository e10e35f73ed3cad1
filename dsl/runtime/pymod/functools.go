package pymod

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// attrs gives an object a __dict__.
type attrs struct{ d *runtime.Dict }

func (a *attrs) InstanceDict(create bool) *runtime.Dict {
	if a.d == nil && create {
		a.d = runtime.NewDict()
	}
	return a.d
}

// partial is functools.partial.
type partial struct {
	attrs
	fn   object
	args []object
	kw   runtime.Kwargs
}

// cached is what lru_cache makes of a function.
type cached struct {
	attrs
	fn           object
	max          int // < 0: no bound
	typed        bool
	hits, misses int
	memo         *runtime.Dict
}

// cachedProperty is functools.cached_property.
type cachedProperty struct {
	attrs
	fn   object
	name string
}

// keyObject is what cmp_to_key makes of a value.
type keyObject struct{ cmp, v object }

// dispatcher is a single-dispatch generic function.
type dispatcher struct {
	attrs
	registry *runtime.Dict // class -> function
	method   bool
}

var (
	partialType        = newType("functools", "partial", "partial(func, *args, **keywords) is func with these arguments filled in: a call needs only the rest.", nil)
	cachedType         = newType("functools", "_lru_cache_wrapper", "What lru_cache() makes of a function: it keeps results and gives them back for equal arguments.", nil)
	cachedPropertyType = newType("functools", "cached_property", "A method that becomes an attribute: computed at first use, then kept in the instance.", nil)
	keyType            = newType("functools", "KeyWrapper", "", nil)
	dispatchType       = newType("functools", "singledispatch", "What singledispatch() makes of a function: the type of the first argument decides what is called.", nil)
	partialMethodType  = newType("functools", "partialmethod", "partial() for methods: in a class, a method with some arguments filled in.", nil)
	cacheInfo          = newNamedTuple("functools", "CacheInfo", []string{"hits", "misses", "maxsize", "currsize"}, nil)
)

func (p *partial) Type() *py.Type { return partialType }

func (p *partial) Call(t *thread, args []object, kw runtime.Kwargs) (object, error) {
	all := make([]object, 0, len(p.args)+len(args))
	all = append(append(all, p.args...), args...)
	if len(p.kw) > 0 {
		merged := append(runtime.Kwargs(nil), p.kw...)
	next:
		for _, k := range kw {
			for i := range merged {
				if merged[i].Name == k.Name {
					merged[i].Value = k.Value
					continue next
				}
			}
			merged = append(merged, k)
		}
		kw = merged
	}
	return runtime.Call(t, p.fn, all, kw)
}

func (p *partial) Repr(t *thread) (string, error) {
	s, err := runtime.Repr(t, p.fn)
	if err != nil {
		return "", err
	}
	for _, a := range p.args {
		r, err := runtime.Repr(t, a)
		if err != nil {
			return "", err
		}
		s += ", " + r
	}
	for _, k := range p.kw {
		r, err := runtime.Repr(t, k.Value)
		if err != nil {
			return "", err
		}
		s += ", " + k.Name + "=" + r
	}
	return "functools.partial(" + s + ")", nil
}

func kwargsDict(kw runtime.Kwargs) *runtime.Dict {
	d := runtime.NewDict()
	for _, k := range kw {
		d.SetStr(k.Name, k.Value)
	}
	return d
}

func (c *cached) Type() *py.Type  { return cachedType }
func (c *cached) BindsSelf() bool { return true }

// keywordMark divides positional from keyword arguments in a key.
var keywordMark object = &keyObject{none, none}

func (c *cached) key(args []object, kw runtime.Kwargs) object {
	if len(args) == 1 && len(kw) == 0 && !c.typed {
		switch args[0].(type) {
		case py.Int, py.String:
			return args[0]
		}
	}
	key := append(py.Tuple{}, args...)
	if len(kw) > 0 {
		key = append(key, keywordMark)
		for _, k := range kw {
			key = append(key, str(k.Name), k.Value)
		}
	}
	if c.typed {
		for _, a := range args {
			key = append(key, a.Type())
		}
		for _, k := range kw {
			key = append(key, k.Value.Type())
		}
	}
	return key
}

func (c *cached) Call(t *thread, args []object, kw runtime.Kwargs) (object, error) {
	if c.max == 0 {
		c.misses++
		return runtime.Call(t, c.fn, args, kw)
	}
	key := c.key(args, kw)
	v, ok, err := c.memo.Get(t, key)
	if err != nil {
		return nil, err
	}
	if ok {
		c.hits++
		if c.max > 0 {
			if _, err := c.memo.MoveToEnd(t, key, true); err != nil {
				return nil, err
			}
		}
		return v, nil
	}
	c.misses++
	if v, err = runtime.Call(t, c.fn, args, kw); err != nil {
		return nil, err
	}
	if err := c.memo.Set(t, key, v); err != nil {
		return nil, err
	}
	if c.max > 0 && c.memo.Len() > c.max {
		c.memo.PopEnd(false)
	}
	return v, nil
}

func (c *cached) Repr(t *thread) (string, error) {
	return "<functools._lru_cache_wrapper object at " + runtime.Address(c) + ">", nil
}

func (c *cachedProperty) Type() *py.Type { return cachedPropertyType }

// DescrGet computes the value at first reading and leaves it in the instance, where later readings find it.
func (c *cachedProperty) DescrGet(t *thread, inst object, owner *py.Type) (object, error) {
	if inst == nil {
		return c, nil
	}
	h, ok := inst.(runtime.DictHolder)
	if !ok || c.name == "" {
		return nil, runtime.TypeErrorf("No '__dict__' attribute on '%s' instance to cache '%s' property.", runtime.TypeName(inst), c.name)
	}
	d := h.InstanceDict(true)
	if v, ok := d.GetStr(c.name); ok {
		return v, nil
	}
	v, err := call1(t, c.fn, inst)
	if err != nil {
		return nil, err
	}
	d.SetStr(c.name, v)
	return v, nil
}

// SetName learns the attribute's name when the class is made.
func (c *cachedProperty) SetName(t *thread, owner *py.Type, name string) error {
	if c.name != "" && c.name != name {
		return runtime.TypeErrorf("Cannot assign the same cached_property to two different names (%s and %s).", runtime.QuoteString(c.name, false), runtime.QuoteString(name, false))
	}
	c.name = name
	return nil
}

func (k *keyObject) Type() *py.Type { return keyType }

func (k *keyObject) CompareOp(t *thread, op runtime.CmpOp, other object) (object, error) {
	o, ok := other.(*keyObject)
	if !ok {
		return nil, runtime.TypeErrorf("other argument must be K instance")
	}
	if k == keywordMark || o == keywordMark {
		return boolean((k == o) == (op == runtime.CmpEq)), nil
	}
	r, err := runtime.Call(t, k.cmp, []object{k.v, o.v}, nil)
	if err != nil {
		return nil, err
	}
	return runtime.Compare(t, op, r, num(0))
}

func (k *keyObject) Hash(t *thread) (int64, error) {
	if k == keywordMark {
		return 7, nil
	}
	return 0, runtime.TypeErrorf("unhashable type: 'functools.KeyWrapper'")
}

func (d *dispatcher) Type() *py.Type  { return dispatchType }
func (d *dispatcher) BindsSelf() bool { return true }

// dispatch finds the function for a class along its method resolution order.
func (d *dispatcher) dispatch(t *thread, cls *py.Type) (object, error) {
	for _, c := range cls.Mro {
		if fn, ok, err := d.registry.Get(t, c); ok || err != nil {
			return fn, err
		}
	}
	fn, _, err := d.registry.Get(t, py.ObjectType)
	return fn, err
}

func (d *dispatcher) Call(t *thread, args []object, kw runtime.Kwargs) (object, error) {
	at := 0
	if d.method {
		at = 1
	}
	if len(args) <= at {
		name, _ := d.InstanceDict(true).GetStr("__name__")
		s, _ := name.(py.String)
		return nil, runtime.TypeErrorf("%s requires at least 1 positional argument", string(s))
	}
	fn, err := d.dispatch(t, args[at].Type())
	if err != nil {
		return nil, err
	}
	return runtime.Call(t, fn, args, kw)
}

var wrapperAssignments = []string{"__module__", "__name__", "__qualname__", "__doc__", "__annotations__"}

// updateWrapper copies the looks of wrapped to wrapper.
func updateWrapper(t *thread, wrapper, wrapped object, assigned, updated object) error {
	names := wrapperAssignments
	if given(assigned) {
		names = nil
		if err := runtime.ForEach(t, assigned, func(o object) error {
			s, err := runtime.AsString(t, o)
			names = append(names, s)
			return err
		}); err != nil {
			return err
		}
	}
	for _, n := range names {
		v, err := runtime.GetAttrOrNil(t, wrapped, n)
		if err != nil {
			return err
		}
		if v == nil {
			continue
		}
		if err := runtime.SetAttr(t, wrapper, n, v); err != nil && !runtime.IsException(err, py.AttributeError) {
			return err
		}
	}
	if h, ok := wrapped.(runtime.DictHolder); ok && updated == nil {
		if src := h.InstanceDict(false); src != nil {
			if w, ok := wrapper.(runtime.DictHolder); ok {
				if err := w.InstanceDict(true).Update(t, src); err != nil {
					return err
				}
			}
		}
	}
	return runtime.SetAttr(t, wrapper, "__wrapped__", wrapped)
}

func init() {
	m := newModule("functools", "Functions that make functions of functions, and tools for them.")
	m.fn("reduce", "function, iterable, initial=, /", "Fold the items into one value: function(function(a, b), c) and so on, beginning with initial if there is one.", func(t *thread, a []object) (object, error) {
		it, err := runtime.Iter(t, a[1])
		if err != nil {
			if runtime.IsException(err, py.TypeError) {
				return nil, runtime.TypeErrorf("reduce() arg 2 must support iteration")
			}
			return nil, err
		}
		acc := a[2]
		fn := a[0]
		for {
			v, err := it.Next(t)
			if err != nil {
				return nil, err
			}
			if v == nil {
				break
			}
			if acc == nil {
				acc = v
				continue
			}
			if acc, err = runtime.Call(t, fn, []object{acc, v}, nil); err != nil {
				return nil, err
			}
			if err := t.Tick(); err != nil {
				return nil, err
			}
		}
		if acc == nil {
			return nil, runtime.TypeErrorf("reduce() of empty iterable with no initial value")
		}
		return acc, nil
	})
	partialType.Dict["__new__"] = runtime.NewNative("__new__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		if len(args) < 2 {
			return nil, runtime.TypeErrorf("type 'partial' takes at least one argument")
		}
		if !runtime.IsCallable(args[1]) {
			return nil, runtime.TypeErrorf("the first argument must be callable")
		}
		p := &partial{fn: args[1], args: append([]object(nil), args[2:]...), kw: append(runtime.Kwargs(nil), kw...)}
		if q, ok := p.fn.(*partial); ok && q.d == nil {
			p.fn, p.args = q.fn, append(append([]object(nil), q.args...), p.args...)
			merged := append(runtime.Kwargs(nil), q.kw...)
		next:
			for _, k := range p.kw {
				for i := range merged {
					if merged[i].Name == k.Name {
						merged[i].Value = k.Value
						continue next
					}
				}
				merged = append(merged, k)
			}
			p.kw = merged
		}
		return p, nil
	})
	runtime.TypeGetter(partialType, "func", "The function that is called.", func(p *partial) object { return p.fn })
	runtime.TypeGetter(partialType, "args", "Arguments put before those of the call.", func(p *partial) object { return py.Tuple(p.args) })
	runtime.TypeGetter(partialType, "keywords", "Keyword arguments given unless the call has others.", func(p *partial) object { return kwargsDict(p.kw) })
	m.class(partialType)
	initCaches(m)
	initWraps(m)
	initDispatch(m)
	m.fn("cmp_to_key", "mycmp", "Make a key function, for sorted() and the like, of a function that returns a number below, equal to or above 0 for two items.", func(t *thread, a []object) (object, error) {
		cmp := a[0]
		return runtime.Func("KeyWrapper", "obj", "", func(t *thread, a []object) (object, error) { return &keyObject{cmp, a[0]}, nil }), nil
	})
	runtime.TypeGetter(keyType, "obj", "The object that is compared.", func(k *keyObject) object { return k.v })
	m.fn("total_ordering", "cls", "For a class with __eq__ and one of <, <=, >, >=: the others are added.", totalOrdering)
}

func initCaches(m *modSpec) {
	wrap := func(t *thread, fn object, max int, typed bool) (object, error) {
		if !runtime.IsCallable(fn) {
			return nil, runtime.TypeErrorf("the first argument must be callable")
		}
		c := &cached{fn: fn, max: max, typed: typed, memo: runtime.NewDict()}
		return c, updateWrapper(t, c, fn, nil, nil)
	}
	m.fn("lru_cache", "maxsize=, typed=", "Decorator: keep the last maxsize results (all if None) and return them for equal arguments. With typed=True, 1 and 1.0 are different arguments.", func(t *thread, a []object) (object, error) {
		typed := false
		if a[1] != nil {
			var err error
			if typed, err = runtime.Truth(t, a[1]); err != nil {
				return nil, err
			}
		}
		max := 128
		switch x := a[0].(type) {
		case nil:
		case py.Int:
			max = int(x)
			if max < 0 {
				max = 0
			}
		case py.NoneType:
			max = -1
		default:
			if runtime.IsCallable(x) && a[1] == nil {
				return wrap(t, x, 128, false)
			}
			return nil, runtime.TypeErrorf("Expected first argument to be an integer, a callable, or None")
		}
		return runtime.Func("decorating_function", "user_function", "", func(t *thread, a []object) (object, error) { return wrap(t, a[0], max, typed) }), nil
	})
	m.fn("cache", "user_function, /", "Decorator: keep every result, and return it when the same arguments come again.", func(t *thread, a []object) (object, error) { return wrap(t, a[0], -1, false) })
	runtime.TypeMethod(cachedType, "cache_info", "/", "How often the cache helped: hits, misses, maxsize and currsize.", func(t *thread, c *cached, a []object) (object, error) {
		var max object = none
		if c.max >= 0 {
			max = num(c.max)
		}
		return cacheInfo.make(num(c.hits), num(c.misses), max, num(c.memo.Len())), nil
	})
	runtime.TypeMethod(cachedType, "cache_clear", "/", "Forget all results and start counting again.", func(t *thread, c *cached, a []object) (object, error) {
		c.memo.Clear()
		c.hits, c.misses = 0, 0
		return none, nil
	})
	runtime.TypeMethod(cachedType, "cache_parameters", "/", "", func(t *thread, c *cached, a []object) (object, error) {
		d := runtime.NewDict()
		var max object = none
		if c.max >= 0 {
			max = num(c.max)
		}
		d.SetStr("maxsize", max)
		d.SetStr("typed", boolean(c.typed))
		return d, nil
	})
	runtime.TypeNew(cachedPropertyType, "func", "", func(t *thread, cls *py.Type, a []object) (object, error) {
		c := &cachedProperty{fn: a[0]}
		if doc, err := runtime.GetAttrOrNil(t, a[0], "__doc__"); err == nil && doc != nil {
			c.InstanceDict(true).SetStr("__doc__", doc)
		}
		return c, nil
	})
	runtime.TypeMethod(cachedPropertyType, "__set_name__", "owner, name", "", func(t *thread, c *cachedProperty, a []object) (object, error) {
		s, err := runtime.AsString(t, a[1])
		if err != nil {
			return nil, err
		}
		return none, c.SetName(t, nil, s)
	})
	runtime.TypeGetter(cachedPropertyType, "func", "", func(c *cachedProperty) object { return c.fn })
	m.class(cachedPropertyType)
}

func initWraps(m *modSpec) {
	tuple := func(names ...string) py.Tuple {
		out := make(py.Tuple, len(names))
		for i, n := range names {
			out[i] = str(n)
		}
		return out
	}
	m.value("WRAPPER_ASSIGNMENTS", tuple("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__"))
	m.value("WRAPPER_UPDATES", tuple("__dict__"))
	m.fn("update_wrapper", "wrapper, wrapped, assigned=, updated=", "Give wrapper the name, module, documentation and attributes of wrapped, and refer to it as __wrapped__.", func(t *thread, a []object) (object, error) {
		return a[0], updateWrapper(t, a[0], a[1], a[2], a[3])
	})
	m.fn("wraps", "wrapped, assigned=, updated=", "Decorator for a function that wraps another one: gives it the name and documentation of wrapped.", func(t *thread, a []object) (object, error) {
		wrapped, assigned, updated := a[0], a[1], a[2]
		return runtime.Func("wraps", "wrapper", "", func(t *thread, a []object) (object, error) {
			return a[0], updateWrapper(t, a[0], wrapped, assigned, updated)
		}), nil
	})
}

// totalOrdering derives the missing comparisons from the one that the class defines.
func totalOrdering(t *thread, a []object) (object, error) {
	cls, ok := a[0].(*py.Type)
	if !ok {
		return nil, runtime.TypeErrorf("total_ordering expects a class")
	}
	root := ""
	for _, n := range []string{"__lt__", "__gt__", "__le__", "__ge__"} {
		fn := runtime.LookupType(cls, n)
		if fn != nil && !runtime.Is(fn, orNone(py.ObjectType.Dict[n])) {
			root = n
			break
		}
	}
	if root == "" {
		return nil, runtime.ValueErrorf("must define at least one ordering operation: < > <= >=")
	}
	// Each derived operation is the root, perhaps negated, combined with equality: negate, then join by "and !=" (-1),
	// "or ==" (1) or nothing (0).
	type rule struct {
		name   string
		negate bool
		join   int
	}
	rules := map[string][]rule{
		"__lt__": {{"__gt__", true, -1}, {"__le__", false, 1}, {"__ge__", true, 0}},
		"__le__": {{"__ge__", true, 1}, {"__lt__", false, -1}, {"__gt__", true, 0}},
		"__gt__": {{"__lt__", true, -1}, {"__ge__", false, 1}, {"__le__", true, 0}},
		"__ge__": {{"__le__", true, 1}, {"__gt__", false, -1}, {"__lt__", true, 0}},
	}
	for _, r := range rules[root] {
		if fn := runtime.LookupType(cls, r.name); fn != nil && !runtime.Is(fn, orNone(py.ObjectType.Dict[r.name])) {
			continue
		}
		m := runtime.NewMethod(r.name, "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
			if len(args) != 2 {
				return nil, runtime.TypeErrorf("%s() takes 2 positional arguments but %d were given", r.name, len(args))
			}
			fn := runtime.LookupType(args[0].Type(), root)
			res, err := runtime.Call(t, fn, []object{args[0], args[1]}, nil)
			if err != nil {
				return nil, err
			}
			if _, ok := res.(runtime.NotImplementedType); ok {
				return res, nil
			}
			b, err := runtime.Truth(t, res)
			if err != nil {
				return nil, err
			}
			if r.negate {
				b = !b
			}
			if r.join == 0 || b == (r.join > 0) {
				return boolean(b), nil
			}
			eq, err := runtime.CompareBool(t, runtime.CmpEq, args[0], args[1])
			if err != nil {
				return nil, err
			}
			if r.join < 0 {
				return boolean(b && !eq), nil
			}
			return boolean(b || eq), nil
		})
		runtime.SetClassAttr(cls, r.name, m)
	}
	return cls, nil
}

func orNone(o object) object {
	if o == nil {
		return none
	}
	return o
}

func initDispatch(m *modSpec) {
	make := func(t *thread, fn object, method bool) (object, error) {
		d := &dispatcher{registry: runtime.NewDict(), method: method}
		if err := d.registry.Set(t, py.ObjectType, fn); err != nil {
			return nil, err
		}
		return d, updateWrapper(t, d, fn, nil, nil)
	}
	m.fn("singledispatch", "func", "Decorator: a function that has a version for each type of its first argument. Add them with register().", func(t *thread, a []object) (object, error) { return make(t, a[0], false) })
	m.fn("singledispatchmethod", "func", "singledispatch() for methods: the type of the first argument after self decides.", func(t *thread, a []object) (object, error) { return make(t, a[0], true) })
	runtime.TypeMethod(dispatchType, "register", "cls, func=", "Use func for arguments of type cls. Also a decorator: register(cls), or register for a function with an annotation.", func(t *thread, d *dispatcher, a []object) (object, error) {
		add := func(cls, fn object) (object, error) {
			if u, ok := cls.(*runtime.UnionType); ok {
				for _, c := range u.Args {
					if err := d.registry.Set(t, c, fn); err != nil {
						return nil, err
					}
				}
				return fn, nil
			}
			return fn, d.registry.Set(t, cls, fn)
		}
		switch x := a[0].(type) {
		case *py.Type, *runtime.UnionType:
			if a[1] != nil {
				return add(x, a[1])
			}
			return runtime.Func("register", "func", "", func(t *thread, a []object) (object, error) { return add(x, a[0]) }), nil
		}
		ann, err := runtime.GetAttrOrNil(t, a[0], "__annotations__")
		if err != nil {
			return nil, err
		}
		if notes, ok := ann.(*runtime.Dict); ok {
			for k, v := range notes.All() {
				if !runtime.Is(k, str("return")) {
					return add(v, a[0])
				}
			}
		}
		s, err := runtime.Repr(t, a[0])
		if err != nil {
			return nil, err
		}
		return nil, runtime.TypeErrorf("Invalid first argument to `register()`: %s. Use either `@register(some_class)` or plain `@register` on an annotated function.", s)
	})
	runtime.TypeMethod(dispatchType, "dispatch", "cls", "The version that would be called for arguments of type cls.", func(t *thread, d *dispatcher, a []object) (object, error) {
		cls, ok := a[0].(*py.Type)
		if !ok {
			return nil, runtime.TypeErrorf("dispatch expects a class")
		}
		return d.dispatch(t, cls)
	})
	runtime.TypeGetter(dispatchType, "registry", "", func(d *dispatcher) object { return &runtime.MappingProxy{D: d.registry} })

	partialMethodType.Dict["__new__"] = runtime.NewNative("__new__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		if len(args) < 2 {
			return nil, runtime.TypeErrorf("partialmethod() needs a function")
		}
		fn, rest := args[1], append([]object(nil), args[2:]...)
		kept := append(runtime.Kwargs(nil), kw...)
		return runtime.NewMethod("partialmethod", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
			if len(args) == 0 {
				return nil, runtime.TypeErrorf("partialmethod needs self")
			}
			all := append(append([]object{args[0]}, rest...), args[1:]...)
			return runtime.Call(t, fn, all, append(append(runtime.Kwargs(nil), kept...), kw...))
		}), nil
	})
	m.class(partialMethodType)
}
