package vm

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/compile"
	"monge/dsl/runtime"
)

// SequencePattern is implemented by Go values that sequence patterns match, as lists and tuples do.
type SequencePattern interface{ MatchesSequence() bool }

// matchKind is 's' for classes whose instances sequence patterns match, 'm' for mapping patterns, 0 for others. The
// first class in the order of resolution that is of either kind decides, as in CPython.
func matchKind(cls *py.Type) byte {
	for _, c := range cls.Mro {
		base := c.(*py.Type)
		if runtime.IsUserClass(base) {
			if m, ok := runtime.LookupType(base, "__module__").(py.String); !ok || m != "collections" && m != "collections.abc" {
				continue
			}
		}
		switch base.Name {
		case "Sequence", "MutableSequence", "deque", "tuple", "list", "range", "UserList":
			return 's'
		case "Mapping", "MutableMapping", "dict", "UserDict":
			return 'm'
		}
	}
	return 0
}

func isSequence(o py.Object) bool {
	switch o.(type) {
	case *py.List, py.Tuple, *runtime.Range:
		return true
	case py.String, py.Bytes:
		return false
	}
	if s, ok := o.(SequencePattern); ok {
		return s.MatchesSequence()
	}
	return matchKind(o.Type()) == 's'
}

func isMapping(o py.Object) bool {
	switch o.(type) {
	case *runtime.Dict, *runtime.MappingProxy:
		return true
	}
	return matchKind(o.Type()) == 'm'
}

// matchShape tests for a sequence or mapping of the right size.
func (m *machine) matchShape(op compile.Op, o py.Object, n int, atLeast bool) (bool, error) {
	if op == compile.MatchMap {
		if !isMapping(o) {
			return false, nil
		}
		if n == 0 {
			return true, nil
		}
		size, err := runtime.Len(m.t, o)
		return size >= n, err
	}
	if !isSequence(o) {
		return false, nil
	}
	size, err := runtime.Len(m.t, o)
	return size == n || atLeast && size >= n, err
}

// matchItem is o[i], or o[len(o)-i] when fromEnd is set.
func (m *machine) matchItem(o py.Object, i int, fromEnd bool) (py.Object, error) {
	if fromEnd {
		size, err := runtime.Len(m.t, o)
		if err != nil {
			return nil, err
		}
		i = size - i
	}
	return runtime.GetItem(m.t, o, runtime.IntObj(int64(i)))
}

// matchKeys looks the keys up; None stands for a missing one.
func (m *machine) matchKeys(o py.Object, keys py.Tuple) (py.Object, error) {
	t := m.t
	seen := runtime.NewSet()
	out := make(py.Tuple, 0, len(keys))
	d, plain := o.(*runtime.Dict)
	plain = plain && d.Type() == py.DictType
	var get py.Object
	missing := &runtime.Cell{}
	for _, k := range keys {
		if dup, err := runtime.Contains(t, seen, k); err != nil {
			return nil, err
		} else if dup {
			r, err := runtime.Repr(t, k)
			if err != nil {
				return nil, err
			}
			return nil, runtime.ValueErrorf("mapping pattern checks duplicate key (%s)", r)
		}
		if err := seen.Add(t, k); err != nil {
			return nil, err
		}
		if plain {
			v, ok, err := d.Get(t, k)
			if err != nil {
				return nil, err
			}
			if !ok {
				return py.None, nil
			}
			out = append(out, v)
			continue
		}
		if get == nil {
			var err error
			if get, err = runtime.GetAttr(t, o, "get"); err != nil {
				return nil, err
			}
		}
		v, err := runtime.Call(t, get, []py.Object{k, missing}, nil)
		if err != nil {
			return nil, err
		}
		if v == py.Object(missing) {
			return py.None, nil
		}
		out = append(out, v)
	}
	return out, nil
}

// matchRest is the dict of a mapping's other keys.
func (m *machine) matchRest(o py.Object, keys py.Tuple) (py.Object, error) {
	src, err := m.mapping(o)
	if err != nil {
		return nil, err
	}
	d := runtime.NewDict()
	if src != nil {
		if err := d.Update(m.t, src); err != nil {
			return nil, err
		}
	}
	for _, k := range keys {
		if _, err := d.Delete(m.t, k); err != nil {
			return nil, err
		}
	}
	return d, nil
}

// selfMatching are the builtin classes whose single positional pattern matches the value itself.
var selfMatching = []*py.Type{
	py.BoolType, runtime.ByteArrayType, py.BytesType, py.DictType, py.FloatType, py.FrozenSetType, py.IntType, py.ListType, py.SetType,
	py.StringType, py.TupleType,
}

// matchClass tests a class pattern and fetches the attributes it names; None stands for no match.
func (m *machine) matchClass(o, class py.Object, nargs int, names py.Tuple) (py.Object, error) {
	t := m.t
	cls, ok := class.(*py.Type)
	if !ok {
		return nil, runtime.TypeErrorf("called match pattern must be a class")
	}
	is, err := runtime.IsInstance(t, o, cls)
	if err != nil {
		return nil, err
	}
	if !is {
		return py.None, nil
	}
	out := make(py.Tuple, 0, nargs+len(names))
	seen := map[string]bool{}
	attr := func(name string) (bool, error) {
		if seen[name] {
			return false, runtime.TypeErrorf("%s() got multiple sub-patterns for attribute '%s'", cls.Name, name)
		}
		seen[name] = true
		v, err := runtime.GetAttrOrNil(t, o, name)
		if err != nil || v == nil {
			return false, err
		}
		out = append(out, v)
		return true, nil
	}
	if nargs > 0 {
		ma, err := runtime.GetAttrOrNil(t, cls, "__match_args__")
		if err != nil {
			return nil, err
		}
		matchArgs, self := py.Tuple{}, false
		if ma != nil {
			if matchArgs, ok = ma.(py.Tuple); !ok {
				return nil, runtime.TypeErrorf("%s.__match_args__ must be a tuple (got %s)", cls.Name, ma.Type().Name)
			}
		} else {
			for _, b := range selfMatching {
				self = self || runtime.IsSubclass(cls, b)
			}
		}
		allowed := len(matchArgs)
		if self {
			allowed = 1
		}
		if nargs > allowed {
			s := "s"
			if allowed == 1 {
				s = ""
			}
			return nil, runtime.TypeErrorf("%s() accepts %d positional sub-pattern%s (%d given)", cls.Name, allowed, s, nargs)
		}
		if self {
			out = append(out, o)
		} else {
			for _, a := range matchArgs[:nargs] {
				name, ok := a.(py.String)
				if !ok {
					return nil, runtime.TypeErrorf("__match_args__ elements must be strings (got %s)", a.Type().Name)
				}
				if found, err := attr(string(name)); err != nil || !found {
					return py.None, err
				}
			}
		}
	}
	for _, n := range names {
		if found, err := attr(string(n.(py.String))); err != nil || !found {
			return py.None, err
		}
	}
	return out, nil
}
