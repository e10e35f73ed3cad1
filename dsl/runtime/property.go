package runtime

import (
	"github.com/go-python/gpython/py"
)

// The builtins property, classmethod, staticmethod and super.

// Type makes the descriptors values of the language.
func (g *GetSet) Type() *py.Type       { return getSetType }
func (p *Property) Type() *py.Type     { return py.PropertyType }
func (c *ClassMethod) Type() *py.Type  { return py.ClassMethodType }
func (s *StaticMethod) Type() *py.Type { return py.StaticMethodType }

var getSetType = NewFinalType("getset_descriptor", "")

// Repr names the attribute.
func (g *GetSet) Repr(t *Thread) (string, error) { return "<attribute '" + g.Name + "'>", nil }

// NewProperty makes a property; absent functions are nil.
func NewProperty(get, set, del, doc py.Object) *Property {
	return &Property{Get: get, Set: set, Del: del, Doc: doc}
}

// get calls the getter.
func (p *Property) get(t *Thread, o py.Object) (py.Object, error) {
	if p.Get == nil {
		return nil, p.missing(o, "getter")
	}
	return Call(t, p.Get, []py.Object{o}, nil)
}

// store calls the setter, or the deleter when v is nil.
func (p *Property) store(t *Thread, o py.Object, name string, v py.Object) error {
	fn, args, what := p.Set, []py.Object{o, v}, "setter"
	if v == nil {
		fn, args, what = p.Del, args[:1], "deleter"
	}
	if fn == nil {
		return p.missing(o, what)
	}
	_, err := Call(t, fn, args, nil)
	return err
}

// missing is the AttributeError of a property without that function.
func (p *Property) missing(o py.Object, what string) error {
	if p.name == "" {
		return AttributeErrorf("property of '%s' object has no %s", qualnameOf(o.Type()), what)
	}
	return AttributeErrorf("property '%s' of '%s' object has no %s", p.name, qualnameOf(o.Type()), what)
}

// with is a copy with one function replaced.
func (p *Property) with(change func(q *Property)) *Property {
	q := &Property{Get: p.Get, Set: p.Set, Del: p.Del, Doc: p.Doc, name: p.name}
	change(q)
	return q
}

// doc is __doc__: the one given, else the getter's.
func (p *Property) doc(t *Thread) (py.Object, error) {
	if p.Doc != nil {
		return p.Doc, nil
	}
	if p.Get == nil {
		return py.None, nil
	}
	d, err := GetAttrOrNil(t, p.Get, "__doc__")
	if d == nil && err == nil {
		d = py.None
	}
	return d, err
}

// Call lets a static method be called directly.
func (s *StaticMethod) Call(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
	return Call(t, s.Fn, args, kw)
}

// Repr is CPython's "<staticmethod(...)>".
func (s *StaticMethod) Repr(t *Thread) (string, error) {
	r, err := Repr(t, s.Fn)
	return "<staticmethod(" + r + ")>", err
}

// Repr is CPython's "<classmethod(...)>".
func (c *ClassMethod) Repr(t *Thread) (string, error) {
	r, err := Repr(t, c.Fn)
	return "<classmethod(" + r + ")>", err
}

// Super is the object that super() makes: attributes are looked up in SelfType's resolution order after This.
type Super struct {
	This     *py.Type
	Self     py.Object // nil for an unbound super object
	SelfType *py.Type
}

// SuperType is the class super.
var SuperType = NewBuiltinType("super", "super()\nsuper(cls, obj)\n\nGives access to the attributes that the classes after cls define, bound to obj; in a method both are known.\nsuper().__init__(...) calls the constructor of the next class.", nil)

// Type makes Super a value of the language.
func (s *Super) Type() *py.Type { return SuperType }

// Repr is CPython's "<super: <class 'C'>, <C object>>".
func (s *Super) Repr(t *Thread) (string, error) {
	if s.SelfType == nil {
		return "<super: " + TypeRepr(s.This) + ", NULL>", nil
	}
	return "<super: " + TypeRepr(s.This) + ", <" + s.SelfType.Name + " object>>", nil
}

// NewSuper is super(cls, obj).
func NewSuper(cls *py.Type, obj py.Object) (*Super, error) {
	if c, ok := obj.(*py.Type); ok && IsSubclass(c, cls) {
		return &Super{cls, obj, c}, nil
	}
	if IsSubclass(obj.Type(), cls) {
		return &Super{cls, obj, obj.Type()}, nil
	}
	return nil, TypeErrorf("super(type, obj): obj must be an instance or subtype of type")
}

// DescrGet binds an unbound super object that lies in a class.
func (s *Super) DescrGet(t *Thread, inst py.Object, owner *py.Type) (py.Object, error) {
	if inst == nil || s.Self != nil {
		return s, nil
	}
	bound, err := NewSuper(s.This, inst)
	if err != nil {
		return nil, err
	}
	return bound, nil
}

// find searches the classes after This.
func (s *Super) find(name string) (py.Object, *py.Type) {
	if s.SelfType == nil {
		return nil, nil
	}
	after := false
	for _, c := range s.SelfType.Mro {
		cls := c.(*py.Type)
		if after {
			if v, ok := cls.Dict[name]; ok {
				return v, cls
			}
		}
		after = after || cls == s.This
	}
	return nil, nil
}

// Method looks a method up for a call: self is nil when fn needs no self in front.
func (s *Super) Method(t *Thread, name string) (fn, self py.Object, err error) {
	v, owner := s.find(name)
	if v == nil {
		fn, err = GetAttr(t, s, name)
		return fn, nil, err
	}
	if s.Self != py.Object(s.SelfType) && bindsPlainly(v, owner) {
		return v, s.Self, nil
	}
	fn, err = s.bind(t, v, owner)
	return fn, nil, err
}

func (s *Super) bind(t *Thread, v py.Object, owner *py.Type) (py.Object, error) {
	o := s.Self
	if o == py.Object(s.SelfType) {
		o = nil
	}
	return bindAttr(t, v, o, s.SelfType, owner)
}

// attr reads an attribute; a missing one is (nil, nil).
func (s *Super) attr(t *Thread, name string) (py.Object, error) {
	if name != "__class__" {
		if v, owner := s.find(name); v != nil {
			return s.bind(t, v, owner)
		}
	}
	return genericAttr(t, s, name)
}

// callMethod calls a method found after This.
func (s *Super) callMethod(t *Thread, name string, args []py.Object, kw Kwargs) (py.Object, error) {
	fn, err := GetAttr(t, s, name)
	if err != nil {
		return nil, err
	}
	return Call(t, fn, args, kw)
}

func optional(o py.Object) py.Object {
	if o == py.Object(py.None) {
		return nil
	}
	return o
}

func orNone(o py.Object) py.Object {
	if o == nil {
		return py.None
	}
	return o
}

func init() {
	initProperty()
	initMethodWrappers()
	initSuper()
}

func initProperty() {
	typ := py.PropertyType
	resetType(typ, "property")
	typ.Flags |= py.TPFLAGS_BASETYPE
	typ.Doc = "property(fget=None, fset=None, fdel=None, doc=None)\n\nAn attribute whose reading, setting and deleting call functions. As the decorator @property it makes one\nfrom a method; @name.setter and @name.deleter add the others."
	typ.Dict["__new__"] = NewNative("__new__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		names := []string{"fget", "fset", "fdel", "doc"}
		var v [4]py.Object
		if len(args)-1 > len(v) {
			return nil, TypeErrorf("property() takes at most 4 arguments (%d given)", len(args)-1)
		}
		copy(v[:], args[1:])
	next:
		for _, k := range kw {
			for i, n := range names {
				if n == k.Name {
					if i < len(args)-1 {
						return nil, TypeErrorf("argument for property() given by name ('%s') and position (%d)", n, i+1)
					}
					v[i] = k.Value
					continue next
				}
			}
			return nil, TypeErrorf("property() got an unexpected keyword argument '%s'", k.Name)
		}
		p := NewProperty(optional(v[0]), optional(v[1]), optional(v[2]), optional(v[3]))
		if cls, ok := args[0].(*py.Type); ok && isHeap(cls) {
			// The class's own __doc__ hides the property's, so the instance gets it as CPython's does.
			in := &Instance{Class: cls, Dict: NewDict(), Value: p}
			doc, err := p.doc(t)
			if err == nil && doc != py.Object(py.None) {
				in.Dict.SetStr("__doc__", doc)
			}
			return in, err
		}
		return p, nil
	})
	self := func(o py.Object) *Property { return Payload(o).(*Property) }
	getter(typ, "fget", func(o py.Object) py.Object { return orNone(self(o).Get) })
	getter(typ, "fset", func(o py.Object) py.Object { return orNone(self(o).Set) })
	getter(typ, "fdel", func(o py.Object) py.Object { return orNone(self(o).Del) })
	typ.Dict["__doc__"] = &GetSet{Name: "__doc__",
		Get: func(t *Thread, o py.Object) (py.Object, error) { return self(o).doc(t) },
		Set: func(t *Thread, o, v py.Object) error { self(o).Doc = v; return nil },
	}
	for name, change := range map[string]func(q *Property, f py.Object){
		"getter":  func(q *Property, f py.Object) { q.Get = f },
		"setter":  func(q *Property, f py.Object) { q.Set = f },
		"deleter": func(q *Property, f py.Object) { q.Del = f },
	} {
		typ.Dict[name] = NewNative(name, name+"(function)\n\nA property like this one with function as its "+name+".",
			func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
				if len(args) != 2 || len(kw) > 0 {
					return nil, TypeErrorf("property.%s() takes exactly one argument (%d given)", name, len(args)-1+len(kw))
				}
				q := self(args[0]).with(func(q *Property) { change(q, optional(args[1])) })
				if in, ok := args[0].(*Instance); ok {
					// A class derived from property makes its own copies.
					return Call(t, in.Class, []py.Object{orNone(q.Get), orNone(q.Set), orNone(q.Del), orNone(q.Doc)}, nil)
				}
				return q, nil
			})
	}
	typ.Dict["__get__"] = NewNative("__get__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		if len(args) < 2 || args[1] == py.Object(py.None) {
			return args[0], nil
		}
		return self(args[0]).get(t, args[1])
	})
	typ.Dict["__delete__"] = NewNative("__delete__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		if len(args) != 2 {
			return nil, TypeErrorf("expected 1 argument, got %d", len(args)-1)
		}
		return py.None, self(args[0]).store(t, args[1], "", nil)
	})
	typ.Dict["__set_name__"] = NewNative("__set_name__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		if len(args) != 3 {
			return nil, TypeErrorf("__set_name__() takes 2 positional arguments but %d were given", len(args)-1)
		}
		if s, ok := args[2].(py.String); ok {
			self(args[0]).name = string(s)
		}
		return py.None, nil
	})
	typ.Dict["__isabstractmethod__"] = &GetSet{Name: "__isabstractmethod__",
		Get: func(t *Thread, o py.Object) (py.Object, error) {
			for _, fn := range []py.Object{self(o).Get, self(o).Set, self(o).Del} {
				if fn == nil {
					continue
				}
				v, err := GetAttrOrNil(t, fn, "__isabstractmethod__")
				if err != nil {
					return nil, err
				}
				if v != nil {
					if b, err := Truth(t, v); b || err != nil {
						return py.Bool(b), err
					}
				}
			}
			return py.False, nil
		},
	}
	typ.Dict["__set__"] = NewNative("__set__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		if len(args) != 3 {
			return nil, TypeErrorf("expected 2 arguments, got %d", len(args)-1)
		}
		return py.None, self(args[0]).store(t, args[1], "", args[2])
	})
}

func initMethodWrappers() {
	wrap := func(typ *py.Type, name string, make func(f py.Object) py.Object, fn func(o py.Object) py.Object) {
		resetType(typ, name)
		typ.Dict["__new__"] = NewNative("__new__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
			if err := noKeywords(name, kw); err != nil {
				return nil, err
			}
			if len(args) != 2 {
				return nil, TypeErrorf("%s expected 1 argument, got %d", name, len(args)-1)
			}
			return make(args[1]), nil
		})
		getter(typ, "__func__", fn)
		getter(typ, "__wrapped__", fn)
		typ.Dict["__get__"] = NewNative("__get__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
			var o py.Object
			cls := py.ObjectType
			if len(args) > 1 {
				o = optional(args[1])
			}
			if len(args) > 2 {
				if c, ok := args[2].(*py.Type); ok {
					cls = c
				}
			} else if o != nil {
				cls = o.Type()
			}
			return bindAttr(t, args[0], o, cls, cls)
		})
		for _, attr := range []string{"__name__", "__qualname__", "__doc__", "__module__", "__annotations__", "__isabstractmethod__"} {
			typ.Dict[attr] = &GetSet{Name: attr, Get: func(t *Thread, o py.Object) (py.Object, error) { return GetAttr(t, fn(o), attr) }}
		}
	}
	wrap(py.ClassMethodType, "classmethod", func(f py.Object) py.Object { return &ClassMethod{f} },
		func(o py.Object) py.Object { return o.(*ClassMethod).Fn })
	wrap(py.StaticMethodType, "staticmethod", func(f py.Object) py.Object { return &StaticMethod{f} },
		func(o py.Object) py.Object { return o.(*StaticMethod).Fn })
}

func initSuper() {
	SuperType.Dict["__new__"] = NewNative("__new__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		if err := noKeywords("super", kw); err != nil {
			return nil, err
		}
		switch args = args[1:]; len(args) {
		case 0:
			f := t.TopFrame()
			if f == nil {
				return nil, Errorf(py.RuntimeError, "super(): no current frame")
			}
			cls, self, err := f.SuperArgs()
			if err != nil {
				return nil, err
			}
			s, err := NewSuper(cls, self)
			if err != nil {
				return nil, err
			}
			return s, nil
		case 1, 2:
			cls, ok := args[0].(*py.Type)
			if !ok {
				return nil, TypeErrorf("super() argument 1 must be a type, not %s", args[0].Type().Name)
			}
			if len(args) == 1 || args[1] == py.Object(py.None) {
				return &Super{This: cls}, nil
			}
			s, err := NewSuper(cls, args[1])
			if err != nil {
				return nil, err
			}
			return s, nil
		}
		return nil, TypeErrorf("super() takes at most 2 arguments (%d given)", len(args))
	})
	getter(SuperType, "__thisclass__", func(o py.Object) py.Object { return o.(*Super).This })
	getter(SuperType, "__self__", func(o py.Object) py.Object { return orNone(o.(*Super).Self) })
	getter(SuperType, "__self_class__", func(o py.Object) py.Object {
		if c := o.(*Super).SelfType; c != nil {
			return c
		}
		return py.None
	})
}

// resetType empties a type of gpython's and makes it an ordinary class derived from object.
func resetType(typ *py.Type, name string) {
	typ.Name, typ.ObjectType = name, py.TypeType
	typ.Dict = py.StringDict{}
	typ.New, typ.Init = nil, nil
	typ.Base = py.ObjectType
	typ.Bases = py.Tuple{py.ObjectType}
	typ.Mro = py.Tuple{typ, py.ObjectType}
	typ.Flags |= py.TPFLAGS_READY
}
