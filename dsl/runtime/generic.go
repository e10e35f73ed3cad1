package runtime

import (
	"strings"

	"github.com/go-python/gpython/py"
)

// GenericAlias is a class with type arguments, such as list[int]. It only records them: calls and instance checks
// go to the class.
type GenericAlias struct {
	Origin py.Object
	Args   py.Tuple
}

// UnionType is "int | None".
type UnionType struct{ Args py.Tuple }

// GenericAliasType and UnionTypeType are the classes of the two.
var (
	GenericAliasType = newBuiltinType("types.GenericAlias", "A built-in class with type arguments, such as list[int].", nil)
	UnionTypeType    = newBuiltinType("types.UnionType", "Alternatives of types, such as int | str.", nil)
)

// Type is types.GenericAlias.
func (g *GenericAlias) Type() *py.Type { return GenericAliasType }

// Call makes an instance of the class.
func (g *GenericAlias) Call(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
	return Call(t, g.Origin, args, kw)
}

// Repr is "list[int]".
func (g *GenericAlias) Repr(t *Thread) (string, error) {
	name, err := annotationText(t, g.Origin)
	if err != nil {
		return "", err
	}
	parts := make([]string, len(g.Args))
	for i, a := range g.Args {
		if l, ok := a.(*py.List); ok {
			var inner []string
			for _, x := range l.Items {
				s, err := annotationText(t, x)
				if err != nil {
					return "", err
				}
				inner = append(inner, s)
			}
			parts[i] = "[" + strings.Join(inner, ", ") + "]"
			continue
		}
		if parts[i], err = annotationText(t, a); err != nil {
			return "", err
		}
	}
	if len(parts) == 0 {
		parts = []string{"()"}
	}
	return name + "[" + strings.Join(parts, ", ") + "]", nil
}

// annotationText shows a class by its name and anything else by its repr.
func annotationText(t *Thread, o py.Object) (string, error) {
	switch x := o.(type) {
	case *py.Type:
		return TypeFullName(x), nil
	case py.EllipsisType:
		return "...", nil
	case py.NoneType:
		return "None", nil
	}
	return Repr(t, o)
}

// Attr gives __origin__ and __args__, and for the rest the attributes of the class.
func (g *GenericAlias) Attr(t *Thread, name string) (py.Object, bool, error) {
	switch name {
	case "__origin__":
		return g.Origin, true, nil
	case "__args__":
		return g.Args, true, nil
	case "__parameters__":
		return py.Tuple{}, true, nil
	case "__class__":
		return nil, false, nil
	case "__mro_entries__":
		// class C(Generic[T]) derives from the class without its arguments.
		if cls, ok := g.Origin.(*py.Type); ok {
			return NewNative(name, "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
				return py.Tuple{cls}, nil
			}), true, nil
		}
	}
	v, err := GetAttrOrNil(t, g.Origin, name)
	return v, v != nil, err
}

// CompareOp compares origin and arguments.
func (g *GenericAlias) CompareOp(t *Thread, op CmpOp, other py.Object) (py.Object, error) {
	o, ok := other.(*GenericAlias)
	if !ok || op > CmpNe {
		return NotImplemented, nil
	}
	eq := Is(g.Origin, o.Origin)
	if eq {
		var err error
		if eq, err = Equal(t, g.Args, o.Args); err != nil {
			return nil, err
		}
	}
	return py.Bool(eq == (op == CmpEq)), nil
}

// Hash agrees with CompareOp.
func (g *GenericAlias) Hash(t *Thread) (int64, error) {
	h, err := Hash(t, g.Args)
	return h ^ HashIdentity(g.Origin), err
}

// BinaryOp makes unions.
func (g *GenericAlias) BinaryOp(t *Thread, op BinOp, other py.Object, reflected bool) (py.Object, error) {
	return unionOp(g, op, other, reflected)
}

// Type is types.UnionType.
func (u *UnionType) Type() *py.Type { return UnionTypeType }

// Repr is "int | None".
func (u *UnionType) Repr(t *Thread) (string, error) {
	parts := make([]string, len(u.Args))
	for i, a := range u.Args {
		if a == py.NoneTypeType {
			parts[i] = "None"
			continue
		}
		var err error
		if parts[i], err = annotationText(t, a); err != nil {
			return "", err
		}
	}
	return strings.Join(parts, " | "), nil
}

// Attr gives __args__.
func (u *UnionType) Attr(t *Thread, name string) (py.Object, bool, error) {
	if name == "__args__" {
		return u.Args, true, nil
	}
	return nil, false, nil
}

// CompareOp compares the members in any order.
func (u *UnionType) CompareOp(t *Thread, op CmpOp, other py.Object) (py.Object, error) {
	o, ok := other.(*UnionType)
	if !ok || op > CmpNe {
		return NotImplemented, nil
	}
	a, err := SetOf(t, u.Args)
	if err != nil {
		return nil, err
	}
	b, err := SetOf(t, o.Args)
	if err != nil {
		return nil, err
	}
	r, err := a.compare(t, op, b)
	return py.Bool(r), err
}

// Hash agrees with CompareOp.
func (u *UnionType) Hash(t *Thread) (int64, error) {
	s, err := SetOf(t, u.Args)
	if err != nil {
		return 0, err
	}
	return s.hash(), nil
}

// BinaryOp makes larger unions.
func (u *UnionType) BinaryOp(t *Thread, op BinOp, other py.Object, reflected bool) (py.Object, error) {
	return unionOp(u, op, other, reflected)
}

func unionOp(x py.Object, op BinOp, other py.Object, reflected bool) (py.Object, error) {
	if op != OpBitOr {
		return NotImplemented, nil
	}
	if reflected {
		x, other = other, x
	}
	r, err := typeUnion(x, other)
	if r == nil {
		r = NotImplemented
	}
	return r, err
}

// typeUnion is "a | b" on classes; nil, nil when one side is no class.
func typeUnion(a, b py.Object) (py.Object, error) {
	_, aType := a.(*py.Type)
	_, bType := b.(*py.Type)
	if !aType && !bType && !isUnionish(a) && !isUnionish(b) {
		return nil, nil
	}
	var args py.Tuple
	add := func(o py.Object) bool {
		switch x := o.(type) {
		case *UnionType:
			args = append(args, x.Args...)
			return true
		case *py.Type, *GenericAlias:
			args = append(args, o)
			return true
		case py.NoneType:
			args = append(args, py.NoneTypeType)
			return true
		}
		return false
	}
	if !add(a) || !add(b) {
		return nil, nil
	}
	var unique py.Tuple
next:
	for _, x := range args {
		for _, y := range unique {
			if Is(x, y) {
				continue next
			}
		}
		unique = append(unique, x)
	}
	if len(unique) == 1 {
		return unique[0], nil
	}
	return &UnionType{unique}, nil
}

func isUnionish(o py.Object) bool {
	switch o.(type) {
	case *UnionType, *GenericAlias:
		return true
	}
	return false
}

// typeItem is cls[key]: __class_getitem__, or type arguments for the builtin generic classes, or a metaclass's
// __getitem__.
func typeItem(t *Thread, cls *py.Type, key py.Object) (py.Object, error) {
	if cls.ObjectType != nil && cls.ObjectType != py.TypeType {
		if fn := LookupType(cls.ObjectType, "__getitem__"); fn != nil {
			return Call(t, fn, []py.Object{cls, key}, nil)
		}
	}
	if fn, err := GetAttrOrNil(t, cls, "__class_getitem__"); err != nil {
		return nil, err
	} else if fn != nil {
		return Call(t, fn, []py.Object{key}, nil)
	}
	if genericClasses[cls] || cls.Flags&typeGeneric != 0 {
		return NewGenericAlias(cls, key), nil
	}
	return nil, TypeErrorf("type '%s' is not subscriptable", cls.Name)
}

// NewGenericAlias is origin[key].
func NewGenericAlias(origin, key py.Object) *GenericAlias {
	args, ok := key.(py.Tuple)
	if !ok {
		args = py.Tuple{key}
	}
	return &GenericAlias{Origin: origin, Args: args}
}

// typeGeneric marks Go-made classes that take type arguments.
const typeGeneric uint = 1 << 41

// MakeGeneric lets a Go-made class take type arguments.
func MakeGeneric(typ *py.Type) { typ.Flags |= typeGeneric }

var genericClasses = map[*py.Type]bool{
	py.ListType: true, py.DictType: true, py.TupleType: true, py.SetType: true, py.FrozenSetType: true, py.TypeType: true,
	py.EnumerateType: true,
}

// InstanceCheck makes isinstance(x, int | str) work.
func (u *UnionType) InstanceCheck(t *Thread, o py.Object) (bool, error) {
	for _, a := range u.Args {
		if ok, err := IsInstance(t, o, a); ok || err != nil {
			return ok, err
		}
	}
	return false, nil
}

// SubclassCheck makes issubclass(cls, int | str) work.
func (u *UnionType) SubclassCheck(t *Thread, cls *py.Type) (bool, error) {
	for _, a := range u.Args {
		if ok, err := IsSubclassOf(t, cls, a); ok || err != nil {
			return ok, err
		}
	}
	return false, nil
}

// InstanceCheck refuses, as CPython does.
func (g *GenericAlias) InstanceCheck(t *Thread, o py.Object) (bool, error) {
	return false, TypeErrorf("isinstance() argument 2 cannot be a parameterized generic")
}

// SubclassCheck refuses, as CPython does.
func (g *GenericAlias) SubclassCheck(t *Thread, cls *py.Type) (bool, error) {
	return false, TypeErrorf("issubclass() argument 2 cannot be a parameterized generic")
}
