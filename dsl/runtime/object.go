package runtime

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/go-python/gpython/py"
)

// The classes object and type: what every object and every class can do.

func sortedNames[M ~map[K]V, K cmp.Ordered, V any](m M) []K { return slices.Sorted(maps.Keys(m)) }

// DefaultRepr is object.__repr__.
func DefaultRepr(o py.Object) string {
	cls := o.Type()
	name := qualnameOf(cls)
	if m, ok := LookupType(cls, "__module__").(py.String); ok && m != "builtins" {
		name = string(m) + "." + name
	}
	return "<" + name + " object at " + address(o) + ">"
}

// DefaultDir is object.__dir__: the names in the instance's dictionary and in its classes, sorted. For a class it is
// type.__dir__, for a module the names of its namespace.
func DefaultDir(o py.Object) []string {
	names := map[string]bool{}
	add := func(typ *py.Type) {
		for _, c := range typ.Mro {
			for n := range c.(*py.Type).Dict {
				names[n] = true
			}
		}
	}
	addDict := func(d *Dict) {
		if d == nil {
			return
		}
		for k := range d.All() {
			if s, ok := k.(py.String); ok {
				names[string(s)] = true
			}
		}
	}
	switch x := o.(type) {
	case *py.Type:
		add(x)
	case *Module:
		addDict(x.Dict)
	default:
		if h, ok := o.(DictHolder); ok {
			addDict(h.InstanceDict(false))
			names["__dict__"] = true
		}
		if m, ok := o.(*BoundMethod); ok {
			for _, n := range DefaultDir(m.Fn) {
				names[n] = true
			}
		}
		add(o.Type())
	}
	return sortedNames(names)
}

// native installs a method of a builtin class whose argument count, self included, lies between lo and hi (hi < 0: any).
func native(typ *py.Type, name, doc string, lo, hi int, fn func(t *Thread, args []py.Object) (py.Object, error)) {
	typ.Dict[name] = NewNative(name, doc, func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		if err := noKeywords(typ.Name+"."+name, kw); err != nil {
			return nil, err
		}
		if len(args) < lo || hi >= 0 && len(args) > hi {
			switch {
			case len(args) == 0:
				return nil, TypeErrorf("unbound method %s.%s() needs an argument", typ.Name, name)
			case lo == hi && lo == 1:
				return nil, TypeErrorf("%s.%s() takes no arguments (%d given)", typ.Name, name, len(args)-1)
			case lo == hi && lo == 2:
				return nil, TypeErrorf("%s.%s() takes exactly one argument (%d given)", typ.Name, name, len(args)-1)
			case len(args) < lo:
				return nil, TypeErrorf("%s expected at least %d arguments, got %d", name, lo-1, len(args)-1)
			}
			return nil, TypeErrorf("%s expected at most %d arguments, got %d", name, hi-1, len(args)-1)
		}
		return fn(t, args)
	})
}

func attrName(o py.Object) (string, error) {
	s, ok := Payload(o).(py.String)
	if !ok {
		return "", TypeErrorf("attribute name must be string, not '%s'", o.Type().Name)
	}
	return string(s), nil
}

func initObject() {
	typ := py.ObjectType
	typ.Dict = py.StringDict{}
	typ.Doc = "object()\n\nThe class that all others derive from. Its own instances have no attributes; they serve as unique markers.\n"
	typ.Dict["__new__"] = NewNative("__new__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		if len(args) == 0 {
			return nil, TypeErrorf("object.__new__(): not enough arguments")
		}
		cls, ok := args[0].(*py.Type)
		if !ok {
			return nil, TypeErrorf("object.__new__(X): X is not a type object (%s)", args[0].Type().Name)
		}
		return objectNew(t, cls, len(args)-1+len(kw) > 0, args[1:], kw)
	})
	typ.Dict["__init__"] = NewNative("__init__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		if len(args)-1+len(kw) > 0 {
			cls := args[0].Type()
			if _, owner := lookupOwner(cls, "__init__"); owner != py.ObjectType {
				return nil, TypeErrorf("object.__init__() takes exactly one argument (the instance to initialize)")
			}
			if _, owner := lookupOwner(cls, "__new__"); owner == py.ObjectType {
				return nil, TypeErrorf("%s.__init__() takes exactly one argument (the instance to initialize)", cls.Name)
			}
		}
		return py.None, nil
	})
	native(typ, "__repr__", "The object as repr() shows it.", 1, 1, func(t *Thread, args []py.Object) (py.Object, error) {
		return py.String(DefaultRepr(args[0])), nil
	})
	native(typ, "__str__", "The object as str() shows it.", 1, 1, func(t *Thread, args []py.Object) (py.Object, error) {
		s, err := Repr(t, args[0])
		return py.String(s), err
	})
	native(typ, "__eq__", "Equality; by default only with the object itself.", 2, 2, func(t *Thread, args []py.Object) (py.Object, error) {
		if Is(args[0], args[1]) {
			return py.True, nil
		}
		return NotImplemented, nil
	})
	native(typ, "__ne__", "Inequality; by default the opposite of __eq__.", 2, 2, func(t *Thread, args []py.Object) (py.Object, error) {
		res, found, err := CallSpecial(t, args[0], "__eq__", args[1])
		if err != nil || !found || Is(res, NotImplemented) {
			return NotImplemented, err
		}
		b, err := Truth(t, res)
		return py.Bool(!b), err
	})
	for _, name := range []string{"__lt__", "__le__", "__gt__", "__ge__"} {
		native(typ, name, "", 2, 2, func(t *Thread, args []py.Object) (py.Object, error) { return NotImplemented, nil })
	}
	native(typ, "__hash__", "The hash that hash() gives; by default one from the identity.", 1, 1, func(t *Thread, args []py.Object) (py.Object, error) {
		return IntObj(int64(ID(args[0]) >> 4)), nil
	})
	native(typ, "__format__", "The text that format() gives; by default str(), and no format specification is taken.", 2, 2, func(t *Thread, args []py.Object) (py.Object, error) {
		spec, ok := args[1].(py.String)
		if !ok {
			return nil, TypeErrorf("__format__() argument must be str, not %s", args[1].Type().Name)
		}
		if spec != "" {
			return nil, TypeErrorf("unsupported format string passed to %s.__format__", args[0].Type().Name)
		}
		s, err := Str(t, args[0])
		return py.String(s), err
	})
	native(typ, "__dir__", "The names that dir() lists.", 1, 1, func(t *Thread, args []py.Object) (py.Object, error) {
		l := &py.List{}
		for _, n := range DefaultDir(args[0]) {
			l.Items = append(l.Items, py.String(n))
		}
		return l, nil
	})
	native(typ, "__getattribute__", "Reads the attribute of that name.", 2, 2, func(t *Thread, args []py.Object) (py.Object, error) {
		name, err := attrName(args[1])
		if err != nil {
			return nil, err
		}
		v, err := genericAttr(t, args[0], name)
		if v == nil && err == nil {
			return nil, NoAttribute(args[0], name)
		}
		return v, err
	})
	native(typ, "__setattr__", "Sets the attribute of that name.", 3, 3, func(t *Thread, args []py.Object) (py.Object, error) {
		name, err := attrName(args[1])
		if err != nil {
			return nil, err
		}
		return py.None, genericStore(t, args[0], name, args[2])
	})
	native(typ, "__delattr__", "Deletes the attribute of that name.", 2, 2, func(t *Thread, args []py.Object) (py.Object, error) {
		name, err := attrName(args[1])
		if err != nil {
			return nil, err
		}
		return py.None, genericStore(t, args[0], name, nil)
	})
	typ.Dict["__init_subclass__"] = &ClassMethod{Fn: NewNative("__init_subclass__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		if len(kw) > 0 || len(args) > 1 {
			return nil, TypeErrorf("%s.__init_subclass__() takes no keyword arguments", args[0].(*py.Type).Name)
		}
		return py.None, nil
	})}
	typ.Dict["__subclasshook__"] = &ClassMethod{Fn: NewNative("__subclasshook__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		return NotImplemented, nil
	})}
	typ.Dict["__class__"] = &GetSet{Name: "__class__",
		Get: func(t *Thread, o py.Object) (py.Object, error) { return o.Type(), nil },
		Set: setClass,
	}
	typ.Dict["__doc__"] = &GetSet{Name: "__doc__", Get: func(t *Thread, o py.Object) (py.Object, error) {
		return docOrNone(typeDoc(o.Type())), nil
	}}
	typ.Dict["__dict__"] = &GetSet{Name: "__dict__",
		Get: func(t *Thread, o py.Object) (py.Object, error) {
			if in, ok := o.(*Instance); ok && !isHeap(in.Class) {
				return nil, NoAttribute(o, "__dict__")
			}
			if h, ok := o.(DictHolder); ok {
				return h.InstanceDict(true), nil
			}
			return nil, NoAttribute(o, "__dict__")
		},
		Set: func(t *Thread, o, v py.Object) error {
			in, ok := o.(*Instance)
			if !ok {
				return AttributeErrorf("attribute '__dict__' of '%s' objects is not writable", o.Type().Name)
			}
			d, ok := v.(*Dict)
			if !ok {
				return TypeErrorf("__dict__ must be set to a dictionary, not a '%s'", v.Type().Name)
			}
			in.Dict = d
			return nil
		},
	}
}

// setClass is assignment to __class__, possible between plain classes of the language.
func setClass(t *Thread, o, v py.Object) error {
	cls, ok := v.(*py.Type)
	if !ok {
		return TypeErrorf("__class__ must be set to a class, not '%s' object", v.Type().Name)
	}
	in, ok := o.(*Instance)
	if !ok || !isHeap(in.Class) || !isHeap(cls) {
		return TypeErrorf("__class__ assignment only supported for mutable types or ModuleType subclasses")
	}
	if classOf(in.Class).payload != classOf(cls).payload {
		return TypeErrorf("__class__ assignment: '%s' object layout differs from '%s'", cls.Name, in.Class.Name)
	}
	in.Class = cls
	return nil
}

// typeDoc is the documentation of a class made by Go code.
func typeDoc(cls *py.Type) string {
	return cls.Doc
}

func initType() {
	typ := py.TypeType
	typ.Dict = py.StringDict{}
	typ.Doc = "type(obj)\ntype(name, bases, namespace, **keywords)\n\nThe class of obj, or a class made from its name, a tuple of base classes and a dict of what its body defines."
	cls := func(o py.Object) *py.Type { return o.(*py.Type) }
	typ.Dict["__new__"] = NewNative("__new__", "", typeNew)
	typ.Dict["__init__"] = NewNative("__init__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) { return py.None, nil })
	typ.Dict["__call__"] = NewNative("__call__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		return Construct(t, cls(args[0]), args[1:], kw)
	})
	native(typ, "__repr__", "", 1, 1, func(t *Thread, args []py.Object) (py.Object, error) {
		if c, ok := args[0].(*py.Type); ok {
			return py.String(TypeRepr(c)), nil
		}
		return nil, TypeErrorf("descriptor '__repr__' requires a 'type' object but received a '%s'", args[0].Type().Name)
	})
	native(typ, "mro", "mro()\n\nList of the classes in which attributes are looked for, in that order.", 1, 1, func(t *Thread, args []py.Object) (py.Object, error) {
		return &py.List{Items: copyTuple(cls(args[0]).Mro)}, nil
	})
	native(typ, "__subclasses__", "List of the classes that derive directly from this one.", 1, 1, func(t *Thread, args []py.Object) (py.Object, error) {
		return &py.List{Items: Subclasses(cls(args[0]))}, nil
	})
	native(typ, "__instancecheck__", "", 2, 2, func(t *Thread, args []py.Object) (py.Object, error) {
		return py.Bool(IsSubclass(args[1].Type(), cls(args[0]))), nil
	})
	native(typ, "__subclasscheck__", "", 2, 2, func(t *Thread, args []py.Object) (py.Object, error) {
		c, ok := args[1].(*py.Type)
		if !ok {
			return nil, TypeErrorf("issubclass() arg 1 must be a class")
		}
		return py.Bool(IsSubclass(c, cls(args[0]))), nil
	})
	native(typ, "__dir__", "", 1, 1, func(t *Thread, args []py.Object) (py.Object, error) {
		l := &py.List{}
		for _, n := range DefaultDir(args[0]) {
			l.Items = append(l.Items, py.String(n))
		}
		return l, nil
	})
	getter(typ, "__mro__", func(o py.Object) py.Object { return cls(o).Mro })
	getter(typ, "__base__", func(o py.Object) py.Object {
		if b := cls(o).Base; b != nil {
			return b
		}
		return py.None
	})
	getter(typ, "__bases__", func(o py.Object) py.Object {
		if b := cls(o).Bases; b != nil {
			return b
		}
		return py.Tuple{}
	})
	getter(typ, "__dict__", func(o py.Object) py.Object { return &MappingProxy{Namespace(cls(o))} })
	text := func(name string, get func(c *py.Type) string, set func(c *py.Type, s string)) {
		typ.Dict[name] = &GetSet{Name: name,
			Get: func(t *Thread, o py.Object) (py.Object, error) { return py.String(get(cls(o))), nil },
			Set: func(t *Thread, o, v py.Object) error {
				s, ok := v.(py.String)
				if !ok {
					return TypeErrorf("can only assign string to %s.%s, not '%s'", cls(o).Name, name, v.Type().Name)
				}
				set(cls(o), string(s))
				return nil
			},
		}
	}
	text("__name__", func(c *py.Type) string { return c.Name[strings.LastIndexByte(c.Name, '.')+1:] }, func(c *py.Type, s string) { c.Name = s })
	text("__qualname__", qualnameOf, func(c *py.Type, s string) { c.Qualname = s })
	typ.Dict["__module__"] = &GetSet{Name: "__module__",
		Get: func(t *Thread, o py.Object) (py.Object, error) {
			if m, ok := cls(o).Dict["__module__"]; ok {
				return m, nil
			}
			return py.String("builtins"), nil
		},
		Set: func(t *Thread, o, v py.Object) error { SetClassAttr(cls(o), "__module__", v); return nil },
	}
	typ.Dict["__doc__"] = &GetSet{Name: "__doc__",
		Get: func(t *Thread, o py.Object) (py.Object, error) {
			c := cls(o)
			if !isHeap(c) {
				return docOrNone(typeDoc(c)), nil
			}
			return bindAttr(t, c.Dict["__doc__"], nil, c, c)
		},
		Set: func(t *Thread, o, v py.Object) error { SetClassAttr(cls(o), "__doc__", v); return nil },
	}
	typ.Dict["__annotations__"] = &GetSet{Name: "__annotations__",
		Get: func(t *Thread, o py.Object) (py.Object, error) {
			c := cls(o)
			if v, ok := c.Dict["__annotations__"]; ok {
				return v, nil
			}
			if !isHeap(c) {
				return nil, NoAttribute(o, "__annotations__")
			}
			d := NewDict()
			SetClassAttr(c, "__annotations__", d)
			return d, nil
		},
		Set: func(t *Thread, o, v py.Object) error { SetClassAttr(cls(o), "__annotations__", v); return nil },
		Del: func(t *Thread, o py.Object) error { SetClassAttr(cls(o), "__annotations__", nil); return nil },
	}
	typ.Dict["__abstractmethods__"] = &GetSet{Name: "__abstractmethods__",
		Get: func(t *Thread, o py.Object) (py.Object, error) {
			c := classOf(cls(o))
			if c == nil || !hasABCMeta(c) {
				return nil, NoAttribute(o, "__abstractmethods__")
			}
			s := NewSet()
			for _, n := range c.abstract {
				if err := s.Add(t, py.String(n)); err != nil {
					return nil, err
				}
			}
			return NewFrozenSet(s), nil
		},
	}
}

// typeNew is type(name, bases, dict).
func typeNew(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
	if len(args) != 4 {
		return nil, TypeErrorf("type() takes 1 or 3 arguments")
	}
	name, ok := args[1].(py.String)
	if !ok {
		return nil, TypeErrorf("type.__new__() argument 1 must be str, not %s", args[1].Type().Name)
	}
	bases, ok := args[2].(py.Tuple)
	if !ok {
		return nil, TypeErrorf("type.__new__() argument 2 must be tuple, not %s", args[2].Type().Name)
	}
	ns, ok := Payload(args[3]).(*Dict)
	if !ok {
		return nil, TypeErrorf("type.__new__() argument 3 must be dict, not %s", args[3].Type().Name)
	}
	types := make([]*py.Type, len(bases))
	for i, b := range bases {
		if types[i], ok = b.(*py.Type); !ok {
			return nil, TypeErrorf("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
		}
	}
	meta, kw, err := metaclassOf(types, kw)
	if err != nil {
		return nil, err
	}
	cls, err := NewClass(t, meta, string(name), types, ns, kw)
	if err != nil {
		return nil, err
	}
	return cls, nil
}

// MappingProxy is a read-only view of a namespace, as __dict__ of a class gives.
type MappingProxy struct{ D *Dict }

// MappingProxyType is its class.
var MappingProxyType = NewFinalType("mappingproxy", "A mapping that shows another one and cannot change it.")

// Type makes a MappingProxy a value of the language.
func (m *MappingProxy) Type() *py.Type { return MappingProxyType }

// GetItem, Len, Iter and Contains are those of the mapping.
func (m *MappingProxy) GetItem(t *Thread, key py.Object) (py.Object, error) {
	return GetItem(t, m.D, key)
}

// Len is the number of names.
func (m *MappingProxy) Len() int { return m.D.Len() }

// Iter goes over the names.
func (m *MappingProxy) Iter(t *Thread) (Iterator, error) { return Iter(t, m.D) }

// Contains is key in mapping.
func (m *MappingProxy) Contains(t *Thread, key py.Object) (bool, error) { return Contains(t, m.D, key) }

// Repr is "mappingproxy({...})".
func (m *MappingProxy) Repr(t *Thread) (string, error) {
	s, err := Repr(t, m.D)
	return "mappingproxy(" + s + ")", err
}

// Attr lends the reading methods of dict.
func (m *MappingProxy) Attr(t *Thread, name string) (py.Object, bool, error) {
	switch name {
	case "get", "keys", "values", "items", "copy":
		v, err := GetAttr(t, m.D, name)
		return v, true, err
	}
	return nil, false, nil
}

func init() {
	MappingProxyType.Dict["__new__"] = NewNative("__new__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		if len(args) != 2 || len(kw) > 0 {
			return nil, TypeErrorf("mappingproxy() takes exactly one argument")
		}
		d, ok := Payload(args[1]).(*Dict)
		if !ok {
			return nil, TypeErrorf("mappingproxy() argument must be a mapping, not %s", args[1].Type().Name)
		}
		return &MappingProxy{d}, nil
	})
	initObject()
	initType()
}
