package pymod

import (
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// Module typing has the names that annotations use. They can be subscripted, combined by "|" and shown; nothing checks
// values against them.

// typingName is a special form such as Any, Union or Callable.
type typingName struct {
	name   string
	origin *py.Type // the class behind List, Dict and the like
}

// typeVar is a TypeVar, ParamSpec or TypeVarTuple.
type typeVar struct {
	attrs
	name string
	sign string
}

var (
	typingType  = newType("typing", "_SpecialForm", "", nil)
	typeVarType = newType("typing", "TypeVar", "A name that stands for some type in annotations.", nil)
	genericBase = runtime.NewPlainType("Generic", "Inherit from Generic[T] to make a class whose annotations use T.", nil)
	protocol    = runtime.NewPlainType("Protocol", "Inherit from Protocol to describe the methods a type should have.", genericBase)
	namedBase   = runtime.NewPlainType("NamedTuple", "Inherit from NamedTuple to write a namedtuple as a class with annotations.", nil)
	typedDict   = runtime.NewPlainType("TypedDict", "Inherit from TypedDict to describe the keys of a dict.", nil)
	namedMeta   = newType("", "NamedTupleMeta", "", py.TypeType)
	typedMeta   = newType("", "_TypedDictMeta", "", py.TypeType)
)

func (n *typingName) Type() *py.Type                 { return typingType }
func (n *typingName) Repr(t *thread) (string, error) { return "typing." + n.name, nil }
func (v *typeVar) Type() *py.Type                    { return typeVarType }
func (v *typeVar) Repr(t *thread) (string, error)    { return v.sign + v.name, nil }
func (n *typingName) Hash(t *thread) (int64, error)  { return runtime.Hash(t, str(n.name)) }

// GetItem is List[int].
func (n *typingName) GetItem(t *thread, key object) (object, error) {
	switch n.name {
	case "Any", "NoReturn", "Never", "Self", "LiteralString", "TypeAlias":
		return nil, runtime.TypeErrorf("typing.%s is not subscriptable", n.name)
	case "Optional":
		return unionOf(t, py.Tuple{key, none})
	case "Union":
		if tup, ok := key.(py.Tuple); ok {
			return unionOf(t, tup)
		}
		return key, nil
	}
	return runtime.NewGenericAlias(n, key), nil
}

// Attr gives __mro_entries__, so that a class may derive from List[int], and __origin__.
func (n *typingName) Attr(t *thread, name string) (object, bool, error) {
	switch name {
	case "__mro_entries__":
		if n.origin != nil {
			return runtime.NewNative(name, "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
				return py.Tuple{n.origin}, nil
			}), true, nil
		}
		return runtime.NewNative(name, "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
			m, err := importModule(t, "collections.abc")
			if err != nil {
				return nil, err
			}
			if cls, ok := m.Dict.GetStr(n.name); ok {
				return py.Tuple{cls}, nil
			}
			return nil, runtime.TypeErrorf("Cannot subclass typing.%s", n.name)
		}), true, nil
	case "__origin__":
		return orNone(typeOrNil(n.origin)), true, nil
	case "_name", "__name__":
		return str(n.name), true, nil
	}
	return nil, false, nil
}

func typeOrNil(typ *py.Type) object {
	if typ == nil {
		return nil
	}
	return typ
}

// InstanceCheck asks the class behind List, Dict and the like.
func (n *typingName) InstanceCheck(t *thread, o object) (bool, error) {
	if n.origin != nil {
		return runtime.IsInstance(t, o, n.origin)
	}
	m, err := importModule(t, "collections.abc")
	if err != nil {
		return false, err
	}
	if cls, ok := m.Dict.GetStr(n.name); ok {
		return runtime.IsInstance(t, o, cls)
	}
	return false, runtime.TypeErrorf("typing.%s cannot be used with isinstance()", n.name)
}

// SubclassCheck does the same for issubclass.
func (n *typingName) SubclassCheck(t *thread, cls *py.Type) (bool, error) {
	if n.origin != nil {
		return runtime.IsSubclass(cls, n.origin), nil
	}
	m, err := importModule(t, "collections.abc")
	if err != nil {
		return false, err
	}
	if c, ok := m.Dict.GetStr(n.name); ok {
		return runtime.IsSubclassOf(t, cls, c)
	}
	return false, runtime.TypeErrorf("issubclass() argument 2 cannot be typing.%s", n.name)
}

// typingUnion is typing.Union[...], also Optional[...].
type typingUnion struct{ args py.Tuple }

var unionType = newType("typing", "_UnionGenericAlias", "", nil)

func (u *typingUnion) Type() *py.Type { return unionType }

func (u *typingUnion) Repr(t *thread) (string, error) {
	parts := make([]string, 0, len(u.args))
	optional := false
	for _, a := range u.args {
		if a == object(py.NoneTypeType) {
			optional = true
		}
	}
	for _, a := range u.args {
		if optional && len(u.args) == 2 && a == object(py.NoneTypeType) {
			continue
		}
		s, err := annotationName(t, a)
		if err != nil {
			return "", err
		}
		parts = append(parts, s)
	}
	if optional && len(u.args) == 2 {
		return "typing.Optional[" + parts[0] + "]", nil
	}
	return "typing.Union[" + strings.Join(parts, ", ") + "]", nil
}

func annotationName(t *thread, o object) (string, error) {
	switch x := o.(type) {
	case *py.Type:
		return runtime.TypeFullName(x), nil
	case py.NoneType:
		return "None", nil
	case py.String:
		return "ForwardRef(" + runtime.QuoteString(string(x), false) + ")", nil
	}
	return runtime.Repr(t, o)
}

// Attr gives __args__ and __origin__.
func (u *typingUnion) Attr(t *thread, name string) (object, bool, error) {
	switch name {
	case "__args__":
		return u.args, true, nil
	case "__origin__":
		return typingNames["Union"], true, nil
	}
	return nil, false, nil
}

// InstanceCheck makes isinstance(x, Optional[int]) work.
func (u *typingUnion) InstanceCheck(t *thread, o object) (bool, error) {
	return runtime.IsInstance(t, o, u.args)
}

// SubclassCheck makes issubclass work.
func (u *typingUnion) SubclassCheck(t *thread, cls *py.Type) (bool, error) {
	return runtime.IsSubclassOf(t, cls, u.args)
}

// CompareOp compares the members in any order.
func (u *typingUnion) CompareOp(t *thread, op runtime.CmpOp, other object) (object, error) {
	o, ok := other.(*typingUnion)
	if !ok || op > runtime.CmpNe {
		return runtime.NotImplemented, nil
	}
	a, err := runtime.SetOf(t, u.args)
	if err != nil {
		return nil, err
	}
	b, err := runtime.SetOf(t, o.args)
	if err != nil {
		return nil, err
	}
	return runtime.Compare(t, op, a, b)
}

// Hash agrees with CompareOp.
func (u *typingUnion) Hash(t *thread) (int64, error) {
	s, err := runtime.SetOf(t, u.args)
	if err != nil {
		return 0, err
	}
	return runtime.Hash(t, runtime.NewFrozenSet(s))
}

// BinaryOp makes larger unions.
func (u *typingUnion) BinaryOp(t *thread, op runtime.BinOp, other object, reflected bool) (object, error) {
	return typingOr(t, u, op, other, reflected)
}

// BinaryOp makes unions.
func (n *typingName) BinaryOp(t *thread, op runtime.BinOp, other object, reflected bool) (object, error) {
	return typingOr(t, n, op, other, reflected)
}

// BinaryOp makes unions.
func (v *typeVar) BinaryOp(t *thread, op runtime.BinOp, other object, reflected bool) (object, error) {
	return typingOr(t, v, op, other, reflected)
}

func typingOr(t *thread, x object, op runtime.BinOp, other object, reflected bool) (object, error) {
	if op != runtime.OpBitOr {
		return runtime.NotImplemented, nil
	}
	if reflected {
		x, other = other, x
	}
	return unionOf(t, py.Tuple{x, other})
}

// unionOf is Union[args], flattened and without repeats.
func unionOf(t *thread, args py.Tuple) (object, error) {
	var flat py.Tuple
	for _, a := range args {
		switch x := a.(type) {
		case *typingUnion:
			flat = append(flat, x.args...)
		case *runtime.UnionType:
			flat = append(flat, x.Args...)
		case py.NoneType:
			flat = append(flat, py.NoneTypeType)
		default:
			flat = append(flat, a)
		}
	}
	var unique py.Tuple
next:
	for _, a := range flat {
		for _, b := range unique {
			eq, err := runtime.Equal(t, a, b)
			if err != nil {
				return nil, err
			}
			if eq {
				continue next
			}
		}
		unique = append(unique, a)
	}
	if len(unique) == 1 {
		return unique[0], nil
	}
	return &typingUnion{unique}, nil
}

var typingNames = map[string]*typingName{}

func init() {
	m := newModule("typing", "Names for type annotations.")
	for _, n := range []string{"Any", "Union", "Optional", "ClassVar", "Final", "Literal", "Callable", "Annotated", "NoReturn", "Never", "Self",
		"LiteralString", "Concatenate", "TypeAlias", "TypeGuard", "Required", "NotRequired", "Unpack"} {
		typingNames[n] = &typingName{name: n}
		m.value(n, typingNames[n])
	}
	for n, typ := range map[string]*py.Type{"List": py.ListType, "Dict": py.DictType, "Set": py.SetType, "FrozenSet": py.FrozenSetType, "Tuple": py.TupleType,
		"Type": py.TypeType, "Deque": dequeType, "DefaultDict": defaultDictType, "OrderedDict": orderedDictType, "Counter": counterType} {
		typingNames[n] = &typingName{name: n, origin: typ}
		m.value(n, typingNames[n])
	}
	for _, n := range []string{"Iterable", "Iterator", "Sequence", "MutableSequence", "Mapping", "MutableMapping", "Generator", "Hashable", "Sized", "Collection",
		"Container", "Reversible", "AbstractSet", "MutableSet", "KeysView", "ValuesView", "ItemsView", "ChainMap", "Awaitable", "ByteString",
		"SupportsInt", "SupportsFloat", "SupportsAbs", "SupportsIndex", "SupportsRound", "SupportsComplex", "SupportsBytes", "IO", "TextIO", "BinaryIO", "Pattern", "Match", "ContextManager"} {
		typingNames[n] = &typingName{name: n}
		m.value(n, typingNames[n])
	}
	m.value("TYPE_CHECKING", py.False)
	m.value("AnyStr", &typeVar{name: "AnyStr", sign: "~"})
	m.value("Text", py.StringType)
	m.value("TypeVar", typeVarType)
	typeVarType.Dict["__new__"] = runtime.NewNative("__new__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		if len(args) < 2 {
			return nil, runtime.TypeErrorf("TypeVar() missing required argument 'name' (pos 1)")
		}
		name, err := runtime.AsString(t, args[1])
		v := &typeVar{name: name, sign: "~"}
		for _, k := range kw {
			if on, _ := runtime.Truth(t, k.Value); on && k.Name == "covariant" {
				v.sign = "+"
			} else if on && k.Name == "contravariant" {
				v.sign = "-"
			}
			v.InstanceDict(true).SetStr("__"+k.Name+"__", k.Value)
		}
		v.InstanceDict(true).SetStr("__name__", str(name))
		v.InstanceDict(true).SetStr("__constraints__", py.Tuple(append([]object(nil), args[2:]...)))
		return v, err
	})
	for _, n := range []string{"ParamSpec", "TypeVarTuple", "NewType"} {
		m.raw(n, "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
			if len(args) == 0 {
				return nil, runtime.TypeErrorf("%s() missing required argument 'name' (pos 1)", n)
			}
			name, err := runtime.AsString(t, args[0])
			if n == "NewType" && len(args) == 2 {
				base := args[1]
				return runtime.Func(name, "x, /", "", func(t *thread, a []object) (object, error) {
					_ = base
					return a[0], nil
				}), err
			}
			v := &typeVar{name: name, sign: "~"}
			v.InstanceDict(true).SetStr("__name__", str(name))
			v.InstanceDict(true).SetStr("args", v)
			v.InstanceDict(true).SetStr("kwargs", v)
			return v, err
		})
	}
	generic := &runtime.ClassMethod{Fn: runtime.Func("__class_getitem__", "cls, params, /", "", func(t *thread, a []object) (object, error) {
		return runtime.NewGenericAlias(a[0], a[1]), nil
	})}
	genericBase.Dict["__class_getitem__"] = generic
	protocol.ObjectType = abcMeta
	for _, typ := range []*py.Type{genericBase, protocol, namedBase, typedDict} {
		typ.Qualname = typ.Name
		typ.Dict["__module__"] = py.String("typing")
		m.value(typ.Name, typ)
	}
	identity := func(name string, params string) {
		m.fn(name, params, "Return the argument that annotations are about, unchanged.", func(t *thread, a []object) (object, error) { return a[len(a)-1], nil })
	}
	identity("cast", "typ, val")
	m.fn("assert_type", "val, typ, /", "", func(t *thread, a []object) (object, error) { return a[0], nil })
	m.fn("reveal_type", "obj, /", "", func(t *thread, a []object) (object, error) { return a[0], nil })
	for _, n := range []string{"overload", "final", "override", "no_type_check", "runtime_checkable"} {
		m.fn(n, "func, /", "", func(t *thread, a []object) (object, error) {
			if cls, ok := a[0].(*py.Type); ok && n == "runtime_checkable" {
				var req py.Tuple
				for _, name := range runtime.ClassInfoOf(cls).Names() {
					if v := cls.Dict[name]; v != nil && runtime.IsCallable(v) && (!strings.HasPrefix(name, "_") || strings.HasPrefix(name, "__") && !ignoredProtocolName[name]) {
						req = append(req, str(name))
					}
				}
				runtime.SetClassAttr(cls, "_required", req)
			}
			return a[0], nil
		})
	}
	m.fn("assert_never", "arg, /", "", func(t *thread, a []object) (object, error) {
		s, err := runtime.Repr(t, a[0])
		if err != nil {
			return nil, err
		}
		return nil, runtime.Errorf(py.AssertionError, "Expected code to be unreachable, but got: %s", s)
	})
	m.fn("get_type_hints", "obj, globalns=, localns=, include_extras=", "The annotations of a class or function as a dict.", func(t *thread, a []object) (object, error) {
		out := runtime.NewDict()
		if cls, ok := a[0].(*py.Type); ok {
			for i := len(cls.Mro) - 1; i >= 0; i-- {
				if d := ownAnnotations(cls.Mro[i].(*py.Type)); d != nil {
					if err := out.Update(t, d); err != nil {
						return nil, err
					}
				}
			}
			return out, nil
		}
		v, err := runtime.GetAttrOrNil(t, a[0], "__annotations__")
		if err != nil {
			return nil, err
		}
		if d, ok := v.(*runtime.Dict); ok {
			return d.Copy(), nil
		}
		return out, nil
	})
	m.fn("get_origin", "tp", "", func(t *thread, a []object) (object, error) {
		switch x := a[0].(type) {
		case *runtime.GenericAlias:
			if n, ok := x.Origin.(*typingName); ok && n.origin != nil {
				return n.origin, nil
			}
			return x.Origin, nil
		case *typingUnion:
			return typingNames["Union"], nil
		case *runtime.UnionType:
			return runtime.UnionTypeType, nil
		}
		return none, nil
	})
	m.fn("get_args", "tp", "", func(t *thread, a []object) (object, error) {
		switch x := a[0].(type) {
		case *runtime.GenericAlias:
			return x.Args, nil
		case *typingUnion:
			return x.args, nil
		case *runtime.UnionType:
			return x.Args, nil
		}
		return py.Tuple{}, nil
	})
	typingClasses()
}

var ignoredProtocolName = map[string]bool{"__init__": true, "__module__": true, "__qualname__": true, "__doc__": true, "__class_getitem__": true, "__init_subclass__": true, "__subclasshook__": true}

// typingClasses makes "class P(NamedTuple)" and "class D(TypedDict)" work: their metaclasses replace the class.
func typingClasses() {
	namedBase.ObjectType = namedMeta
	typedDict.ObjectType = typedMeta
	namedMeta.Dict["__call__"] = runtime.NewMethod("__call__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		if args[0] == object(namedBase) {
			// NamedTuple('P', [('x', int), ('y', int)])
			if len(args) != 3 {
				return nil, runtime.TypeErrorf("NamedTuple() needs a name and fields")
			}
			name, err := runtime.AsString(t, args[1])
			if err != nil {
				return nil, err
			}
			var fields []string
			err = runtime.ForEach(t, args[2], func(o object) error {
				p, err := runtime.Unpack(t, o, 2, -1)
				if err != nil {
					return err
				}
				s, err := runtime.AsString(t, p[0])
				fields = append(fields, s)
				return err
			})
			if err != nil {
				return nil, err
			}
			return newNamedTuple(callerModule(t), name, fields, nil).cls, nil
		}
		return nil, runtime.TypeErrorf("%s is not complete", runtime.TypeName(args[0]))
	})
	namedMeta.Dict["__init__"] = runtime.NewMethod("__init__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		cls, ok := args[0].(*py.Type)
		if !ok || len(args) < 4 {
			return none, nil
		}
		ns := args[3].(*runtime.Dict)
		var fields []string
		var defaults []object
		if anns := ownAnnotations(cls); anns != nil {
			for k := range anns.All() {
				name := string(k.(py.String))
				if d, ok := ns.GetStr(name); ok {
					defaults = append(defaults, d)
				} else if len(defaults) > 0 {
					return nil, runtime.TypeErrorf("non-default namedtuple field %s cannot follow default field", name)
				}
				fields = append(fields, name)
			}
		}
		nt := newNamedTuple(callerModule(t), cls.Name, fields, defaults)
		for k, v := range ns.All() {
			name := string(k.(py.String))
			if isField(fields, name) || name == "__qualname__" || name == "__dict__" || name == "__slots__" {
				continue
			}
			runtime.SetClassAttr(nt.cls, name, v)
		}
		if anns := ownAnnotations(cls); anns != nil {
			runtime.SetClassAttr(nt.cls, "__annotations__", anns)
		}
		nt.cls.Qualname = cls.Qualname
		// The class statement's class takes over the parts of the tuple class, so that the name means the tuple class.
		*cls = *cloneType(cls, nt.cls)
		runtime.TypeModified()
		return none, nil
	})
	typedMeta.Dict["__call__"] = runtime.NewMethod("__call__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		if args[0] == object(typedDict) {
			return py.DictType, nil
		}
		return runtime.Call(t, py.DictType, args[1:], kw)
	})
}

func isField(fields []string, name string) bool {
	for _, f := range fields {
		if f == name {
			return true
		}
	}
	return false
}

// cloneType is src under the identity of cls: the same bases, order of resolution and dictionary.
func cloneType(cls, src *py.Type) *py.Type {
	c := *src
	c.Mro = append(py.Tuple{cls}, src.Mro[1:]...)
	return &c
}
