package runtime

import (
	"sync/atomic"
	"unsafe"

	"github.com/go-python/gpython/py"
)

// Attribute access. The order is CPython's: data descriptors of the class, the instance's own dictionary, other
// attributes of the class, then __getattr__. Classes are searched along their method resolution order through one
// process-wide cache of immutable entries, so that lookups are safe from any goroutine.

// GetSet is an attribute computed by Go code: a data descriptor in the dictionary of a type.
type GetSet struct {
	Name, Doc string
	Get       func(t *Thread, self py.Object) (py.Object, error)
	// Set nil makes the attribute read-only; Del nil makes it undeletable.
	Set func(t *Thread, self, v py.Object) error
	Del func(t *Thread, self py.Object) error
}

// Property is the builtin property.
type Property struct {
	Get, Set, Del py.Object // nil when absent
	Doc           py.Object
	name          string
}

// ClassMethod and StaticMethod are the builtins of that name.
type (
	ClassMethod  struct{ Fn py.Object }
	StaticMethod struct{ Fn py.Object }
)

// Descriptor is implemented by Go-made descriptors of other kinds. inst is nil when the attribute is read from the
// class. A Descriptor that is a DataDescriptor too goes before the instance's dictionary.
type Descriptor interface {
	py.Object
	DescrGet(t *Thread, inst py.Object, owner *py.Type) (py.Object, error)
}

// DataDescriptor also takes part in assignment; a nil v deletes.
type DataDescriptor interface {
	Descriptor
	DescrSet(t *Thread, inst, v py.Object) error
}

// Binder is implemented by functions of the language: when found in a class they bind the instance.
type Binder interface {
	py.Object
	BindsSelf() bool
}

// DictHolder is implemented by everything that has a __dict__; create asks for one that can be stored into.
type DictHolder interface {
	InstanceDict(create bool) *Dict
}

// BindsSelf tells whether a native found in a class statement's class binds.
func (n *Native) BindsSelf() bool { return n.Method }

// lookupEntry is one answer of the cache.
type lookupEntry struct {
	typ   *py.Type
	name  string
	epoch uint64
	value py.Object
	owner *py.Type
}

var (
	lookupCache [4096]atomic.Pointer[lookupEntry]
	classEpoch  atomic.Uint64
)

// ClassEpoch changes whenever the dictionary or the bases of a class change; caches of class lookups compare it.
func ClassEpoch() uint64 { return classEpoch.Load() }

// TypeModified must be called after Go code changed the Dict of a type that may already be in use.
func TypeModified() { classEpoch.Add(1) }

// LookupType searches a class along its method resolution order, without calling descriptors; nil when absent.
func LookupType(typ *py.Type, name string) py.Object {
	v, _ := lookupOwner(typ, name)
	return v
}

// lookupOwner is LookupType that also tells the class in whose dictionary the value lies.
func lookupOwner(typ *py.Type, name string) (py.Object, *py.Type) {
	h := (uintptr(unsafe.Pointer(typ))>>5 ^ uintptr(unsafe.Pointer(unsafe.StringData(name)))>>2 ^ uintptr(len(name))<<7) % uintptr(len(lookupCache))
	epoch := classEpoch.Load()
	if e := lookupCache[h].Load(); e != nil && e.typ == typ && e.epoch == epoch && e.name == name {
		return e.value, e.owner
	}
	e := &lookupEntry{typ: typ, name: name, epoch: epoch}
	for _, c := range typ.Mro {
		cls := c.(*py.Type)
		if v, ok := cls.Dict[name]; ok {
			e.value, e.owner = v, cls
			break
		}
	}
	lookupCache[h].Store(e)
	return e.value, e.owner
}

// isData reports whether a class attribute is a data descriptor.
func isData(v py.Object) bool {
	switch d := v.(type) {
	case *Native, Binder:
		return false
	case *GetSet, *Property, *py.Property, DataDescriptor:
		return true
	case *Instance:
		return LookupType(d.Class, "__set__") != nil || LookupType(d.Class, "__delete__") != nil
	}
	return false
}

// bindAttr is what reading the class attribute v through the instance o (nil: through the class cls) gives. owner is
// the class that holds v.
func bindAttr(t *Thread, v, o py.Object, cls, owner *py.Type) (py.Object, error) {
	switch d := v.(type) {
	case *Native:
		if o == nil || (isHeap(owner) && !d.Method) || d.Name == "__new__" {
			return d, nil
		}
		return &BoundMethod{Self: o, Fn: d}, nil
	case *GetSet:
		if o == nil {
			return d, nil
		}
		if d.Get == nil {
			return nil, AttributeErrorf("unreadable attribute '%s'", d.Name)
		}
		return d.Get(t, nativeSelf(o, owner))
	case *Property:
		if o == nil {
			return d, nil
		}
		return d.get(t, o)
	case *StaticMethod:
		return d.Fn, nil
	case *ClassMethod:
		switch d.Fn.(type) {
		case *Instance, *Property, *ClassMethod, *StaticMethod, *GetSet, Descriptor:
			if err := t.Enter(); err != nil {
				return nil, err
			}
			defer t.Leave()
			return bindAttr(t, d.Fn, cls, cls, owner)
		}
		return &BoundMethod{Self: cls, Fn: d.Fn}, nil
	case Binder:
		if o == nil || !d.BindsSelf() {
			return d, nil
		}
		return &BoundMethod{Self: o, Fn: d}, nil
	case Descriptor:
		return d.DescrGet(t, o, cls)
	case *Instance:
		get, getOwner := lookupOwner(d.Class, "__get__")
		if get == nil {
			return d, nil
		}
		inst := o
		if inst == nil {
			inst = py.None
		}
		return callUnbound(t, get, getOwner, d, inst, cls)
	case *py.Property:
		if o == nil {
			return d, nil
		}
		return gpythonResult(d.M__get__(nativeSelf(o, owner), cls))
	case *py.Method:
		if o == nil {
			return d, nil
		}
		return py.NewBoundMethod(nativeSelf(o, owner), d), nil
	}
	return v, nil
}

// nativeSelf is what Go code of the class owner gets as self: the payload of an instance that derives from it.
func nativeSelf(o py.Object, owner *py.Type) py.Object {
	if in, ok := o.(*Instance); ok && in.Value != nil && owner != py.ObjectType && !isHeap(owner) {
		return in.Value
	}
	return o
}

// callUnbound calls a special method found on a class with its self, whatever kind of attribute it is. owner is the class
// that holds it.
func callUnbound(t *Thread, fn py.Object, owner *py.Type, self py.Object, args ...py.Object) (py.Object, error) {
	if bindsPlainly(fn, owner) {
		return Call(t, fn, append([]py.Object{self}, args...), nil)
	}
	// Descriptors may lead to descriptors without end.
	if err := t.Enter(); err != nil {
		return nil, err
	}
	defer t.Leave()
	bound, err := bindAttr(t, fn, self, self.Type(), owner)
	if err != nil {
		return nil, err
	}
	return Call(t, bound, args, nil)
}

// getAttr is the whole lookup; a missing attribute is (nil, nil).
func getAttr(t *Thread, o py.Object, name string) (py.Object, error) {
	switch x := o.(type) {
	case *py.Type:
		return typeAttr(t, x, name)
	case *Instance:
		if c := classOf(x.Class); c.hasGetattribute() {
			return hookedAttr(t, o, x.Class, name)
		}
	case *Exception:
		if isHeap(x.Class) && classOf(x.Class).hasGetattribute() {
			return hookedAttr(t, o, x.Class, name)
		}
	case *Super:
		return x.attr(t, name)
	case AttrGetter:
		v, ok, err := x.Attr(t, name)
		if err != nil {
			return nil, err
		}
		if ok {
			return v, nil
		}
	}
	v, err := genericAttr(t, o, name)
	if v != nil || (err != nil && !IsException(err, py.AttributeError)) {
		return v, err
	}
	return fallbackAttr(t, o, name, err)
}

// hookedAttr calls a user's __getattribute__, then __getattr__.
func hookedAttr(t *Thread, o py.Object, cls *py.Type, name string) (py.Object, error) {
	fn, owner := lookupOwner(cls, "__getattribute__")
	v, err := callUnbound(t, fn, owner, o, py.String(name))
	if err == nil || !IsException(err, py.AttributeError) {
		return v, err
	}
	return fallbackAttr(t, o, name, err)
}

// fallbackAttr calls __getattr__ when there is one; otherwise it gives back the error met before (nil: none).
func fallbackAttr(t *Thread, o py.Object, name string, met error) (py.Object, error) {
	if m, ok := o.(*Module); ok {
		if fn, ok := m.Dict.GetStr("__getattr__"); ok {
			return Call(t, fn, []py.Object{py.String(name)}, nil)
		}
		return nil, met
	}
	if fn, owner := lookupOwner(o.Type(), "__getattr__"); fn != nil {
		return callUnbound(t, fn, owner, o, py.String(name))
	}
	return nil, met
}

// genericAttr is object.__getattribute__; a missing attribute is (nil, nil).
func genericAttr(t *Thread, o py.Object, name string) (py.Object, error) {
	cls := o.Type()
	v, owner := lookupOwner(cls, name)
	if v != nil && isData(v) {
		return bindAttr(t, v, o, cls, owner)
	}
	if in, ok := o.(*Instance); ok {
		if in.Dict != nil {
			if a, ok := in.Dict.GetStr(name); ok {
				return a, nil
			}
		}
		if v == nil && in.Value != nil {
			if g, ok := in.Value.(AttrGetter); ok {
				if a, ok, err := g.Attr(t, name); ok || err != nil {
					return a, err
				}
			}
		}
	} else if h, ok := o.(DictHolder); ok {
		if d := h.InstanceDict(false); d != nil {
			if a, ok := d.GetStr(name); ok {
				return a, nil
			}
		}
	}
	if v != nil {
		return bindAttr(t, v, o, cls, owner)
	}
	if m, ok := o.(*BoundMethod); ok {
		if _, native := m.Fn.(*Native); !native {
			return GetAttr(t, m.Fn, name)
		}
	}
	return nil, nil
}

// typeAttr is type.__getattribute__ for the class object cls; a missing attribute is (nil, nil).
func typeAttr(t *Thread, cls *py.Type, name string) (py.Object, error) {
	meta := cls.Type()
	m, metaOwner := lookupOwner(meta, name)
	if m != nil && isData(m) {
		return bindAttr(t, m, cls, meta, metaOwner)
	}
	if v, owner := lookupOwner(cls, name); v != nil {
		if n, ok := v.(*Native); ok && !isHeap(owner) {
			n.ownedBy(owner)
		}
		return bindAttr(t, v, nil, cls, owner)
	}
	if m != nil {
		return bindAttr(t, m, cls, meta, metaOwner)
	}
	if fn, owner := lookupOwner(meta, "__getattr__"); fn != nil {
		return callUnbound(t, fn, owner, cls, py.String(name))
	}
	return nil, nil
}

// GetAttr is o.name.
func GetAttr(t *Thread, o py.Object, name string) (py.Object, error) {
	v, err := getAttr(t, o, name)
	if v == nil && err == nil {
		return nil, NoAttribute(o, name)
	}
	return v, err
}

// GetAttrOrNil is o.name, or nil when the attribute is missing (or its getter raised AttributeError).
func GetAttrOrNil(t *Thread, o py.Object, name string) (py.Object, error) {
	v, err := getAttr(t, o, name)
	if err != nil && IsException(err, py.AttributeError) {
		return nil, nil
	}
	return v, err
}

// LoadMethod looks up o.name for a call. When the attribute is a plain function of the class, self is o and fn the
// function, to be called with self first; otherwise self is nil.
func LoadMethod(t *Thread, o py.Object, name string) (fn, self py.Object, err error) {
	if in, ok := o.(*Instance); ok {
		if !classOf(in.Class).hasGetattribute() {
			if v, owner := lookupOwner(in.Class, name); v != nil && bindsPlainly(v, owner) {
				if in.Dict != nil {
					if a, ok := in.Dict.GetStr(name); ok {
						return a, nil, nil
					}
				}
				return v, o, nil
			}
		}
	} else {
		switch o.(type) {
		case *py.Type, *Module, *Super, AttrGetter:
		default:
			cls := o.Type()
			if v, owner := lookupOwner(cls, name); v != nil && bindsPlainly(v, owner) && (!isHeap(cls) || !classOf(cls).hasGetattribute()) {
				if h, ok := o.(DictHolder); ok {
					if d := h.InstanceDict(false); d != nil {
						if a, ok := d.GetStr(name); ok {
							return a, nil, nil
						}
					}
				}
				return v, o, nil
			}
		}
	}
	fn, err = GetAttr(t, o, name)
	return fn, nil, err
}

// bindsPlainly reports whether the class attribute v, held by owner, becomes a method by putting self first.
func bindsPlainly(v py.Object, owner *py.Type) bool {
	switch d := v.(type) {
	case *Native:
		return (d.Method || !isHeap(owner)) && d.Name != "__new__"
	case Binder:
		return d.BindsSelf()
	}
	return false
}

// SetAttr is o.name = v.
func SetAttr(t *Thread, o py.Object, name string, v py.Object) error {
	return storeAttr(t, o, name, v)
}

// DelAttr is del o.name.
func DelAttr(t *Thread, o py.Object, name string) error {
	return storeAttr(t, o, name, nil)
}

// storeAttr sets, or deletes when v is nil, looking first at __setattr__ or __delattr__ of a user's class
// or of a metaclass.
func storeAttr(t *Thread, o py.Object, name string, v py.Object) error {
	cls := o.Type()
	if isHeap(cls) || cls != py.TypeType && IsSubclass(cls, py.TypeType) {
		hook := "__setattr__"
		if v == nil {
			hook = "__delattr__"
		}
		if fn, owner := lookupOwner(cls, hook); owner != py.ObjectType && fn != nil {
			args := []py.Object{py.String(name), v}
			if v == nil {
				args = args[:1]
			}
			_, err := callUnbound(t, fn, owner, o, args...)
			return err
		}
	}
	return genericStore(t, o, name, v)
}

// genericStore is object.__setattr__ (v nil: object.__delattr__) and the same for classes.
func genericStore(t *Thread, o py.Object, name string, v py.Object) error {
	if cls, ok := o.(*py.Type); ok {
		return typeStore(t, cls, name, v)
	}
	cls := o.Type()
	a, owner := lookupOwner(cls, name)
	if a != nil {
		if done, err := storeThrough(t, a, o, owner, name, v); done {
			return err
		}
	}
	if v != nil {
		if s, ok := nativeSelf(o, cls.Base).(AttrSetter); ok {
			return s.SetAttr(t, name, v)
		}
	}
	var d *Dict
	if in, ok := o.(*Instance); ok {
		// Instances of object itself have no dictionary.
		if in.Dict == nil && isHeap(cls) {
			in.Dict = NewDict()
		}
		d = in.Dict
	} else if h, ok := o.(DictHolder); ok {
		d = h.InstanceDict(true)
	}
	if d == nil {
		if a != nil {
			return AttributeErrorf("'%s' object attribute '%s' is read-only", cls.Name, name)
		}
		return NoAttribute(o, name)
	}
	if v != nil {
		d.SetStr(name, v)
		return nil
	}
	if !d.DelStr(name) {
		return NoAttribute(o, name)
	}
	return nil
}

// storeThrough lets the class attribute a take the assignment if it is a data descriptor.
func storeThrough(t *Thread, a, o py.Object, owner *py.Type, name string, v py.Object) (done bool, err error) {
	switch d := a.(type) {
	case *Native, Binder:
		return false, nil
	case *Property:
		return true, d.store(t, o, name, v)
	case *GetSet:
		switch {
		case v == nil && d.Del == nil:
			return true, AttributeErrorf("cannot delete attribute '%s' of '%s' objects", d.Name, owner.Name)
		case v == nil:
			return true, d.Del(t, nativeSelf(o, owner))
		case d.Set == nil:
			return true, AttributeErrorf("attribute '%s' of '%s' objects is not writable", d.Name, owner.Name)
		}
		return true, d.Set(t, nativeSelf(o, owner), v)
	case DataDescriptor:
		return true, d.DescrSet(t, o, v)
	case *Instance:
		hook, other, args := "__set__", "__delete__", []py.Object{o, v}
		if v == nil {
			hook, other, args = other, hook, args[:1]
		}
		fn, owner := lookupOwner(d.Class, hook)
		if fn == nil {
			if LookupType(d.Class, other) == nil {
				return false, nil
			}
			return true, AttributeErrorf("%s", hook)
		}
		_, err := callUnbound(t, fn, owner, d, args...)
		return true, err
	case *py.Property:
		var err error
		if v == nil {
			_, err = d.M__delete__(nativeSelf(o, owner))
		} else {
			_, err = d.M__set__(nativeSelf(o, owner), v)
		}
		if err != nil {
			return true, AsException(err)
		}
		return true, nil
	}
	return false, nil
}

// typeStore is type.__setattr__ and type.__delattr__.
func typeStore(t *Thread, cls *py.Type, name string, v py.Object) error {
	if !isHeap(cls) {
		return TypeErrorf("cannot set '%s' attribute of immutable type '%s'", name, cls.Name)
	}
	meta := cls.Type()
	if a, owner := lookupOwner(meta, name); a != nil {
		if done, err := storeThrough(t, a, cls, owner, name, v); done {
			return err
		}
	}
	if v == nil {
		if _, ok := cls.Dict[name]; !ok {
			return NoAttribute(cls, name)
		}
	}
	SetClassAttr(cls, name, v)
	return nil
}

// SpecialMethod finds a special method on the class of o, as operators do; call it as Call(t, fn, [o, ...]).
func SpecialMethod(t *Thread, o py.Object, name string) (fn py.Object, ok bool) {
	v, owner := lookupOwner(o.Type(), name)
	if v == nil {
		return nil, false
	}
	if bindsPlainly(v, owner) {
		return v, true
	}
	bound, err := bindAttr(t, v, o, o.Type(), owner)
	if err != nil {
		return nil, false
	}
	return &dropSelf{bound}, true
}

// dropSelf adapts an attribute that is already bound to the convention that self comes first.
type dropSelf struct{ fn py.Object }

// Type is that of the function within.
func (d *dropSelf) Type() *py.Type { return d.fn.Type() }

// Call leaves the first argument out.
func (d *dropSelf) Call(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
	return Call(t, d.fn, args[1:], kw)
}

// CallSpecial calls a special method found on the class of o; found tells whether there is one.
func CallSpecial(t *Thread, o py.Object, name string, args ...py.Object) (res py.Object, found bool, err error) {
	return CallSpecialKw(t, o, name, args, nil)
}

// CallSpecialKw is CallSpecial with keyword arguments.
func CallSpecialKw(t *Thread, o py.Object, name string, args []py.Object, kw Kwargs) (res py.Object, found bool, err error) {
	v, owner := lookupOwner(o.Type(), name)
	if v == nil || v == py.None {
		return nil, false, nil
	}
	if bindsPlainly(v, owner) {
		var buf [5]py.Object
		all := append(append(buf[:0], o), args...)
		res, err = Call(t, v, all, kw)
		return res, true, err
	}
	bound, err := bindAttr(t, v, o, o.Type(), owner)
	if err != nil {
		return nil, true, err
	}
	res, err = Call(t, bound, args, kw)
	return res, true, err
}

// getter installs a read-only computed attribute.
func getter(typ *py.Type, name string, get func(o py.Object) py.Object) {
	typ.Dict[name] = &GetSet{Name: name, Get: func(t *Thread, self py.Object) (py.Object, error) {
		return get(self), nil
	}}
}
