package runtime

import (
	"math"
	"math/big"

	"github.com/go-python/gpython/py"
)

// Reading numbers and strings out of objects: the index protocol, floats, text.

// hasIndex reports whether o can be used as an integer.
func hasIndex(o py.Object) bool {
	switch o.(type) {
	case py.Int, py.Bool, *py.BigInt:
		return true
	case py.Float, py.String, *py.List, py.Tuple, py.NoneType, py.Complex, *py.Slice, *Dict, *Set:
		return false
	}
	if _, ok := asBig(Payload(o)); ok {
		return true
	}
	if LookupType(o.Type(), "__index__") != nil {
		return true
	}
	_, ok := o.(py.I__index__)
	return ok
}

// Index is operator.index: the int that o stands for.
func Index(t *Thread, o py.Object) (py.Object, error) {
	switch x := o.(type) {
	case py.Int, *py.BigInt:
		return x, nil
	case py.Bool:
		return IntObj(boolInt(x)), nil
	case py.Float, py.String, *py.List, py.Tuple, py.NoneType:
		return nil, TypeErrorf("'%s' object cannot be interpreted as an integer", typeName(o))
	}
	if p, ok := payload(o); ok {
		if _, ok := asBig(p); ok {
			return Index(t, p)
		}
	}
	if fn := LookupType(o.Type(), "__index__"); fn != nil {
		r, err := Call(t, fn, []py.Object{o}, nil)
		if err != nil {
			return nil, err
		}
		switch x := Payload(r).(type) {
		case py.Int, *py.BigInt:
			return x, nil
		case py.Bool:
			return IntObj(boolInt(x)), nil
		}
		return nil, TypeErrorf("__index__ returned non-int (type %s)", typeName(r))
	}
	if n, ok := o.(py.I__index__); ok {
		i, err := n.M__index__()
		if err != nil {
			return nil, AsException(err)
		}
		return i, nil
	}
	return nil, TypeErrorf("'%s' object cannot be interpreted as an integer", typeName(o))
}

// AsInt64 reads an integer by the index protocol.
func AsInt64(t *Thread, o py.Object) (int64, error) {
	if i, ok := o.(py.Int); ok {
		return int64(i), nil
	}
	i, err := Index(t, o)
	if err != nil {
		return 0, err
	}
	if n, ok := i.(py.Int); ok {
		return int64(n), nil
	}
	return 0, Errorf(py.OverflowError, "Python int too large to convert to C ssize_t")
}

// AsInt reads an integer by the index protocol.
func AsInt(t *Thread, o py.Object) (int, error) {
	n, err := AsInt64(t, o)
	return int(n), err
}

// clampInt reads an integer for a place where too large ones are cut to the limits.
func clampInt(t *Thread, o py.Object) (int, error) {
	i, err := Index(t, o)
	if err != nil {
		return 0, err
	}
	switch x := i.(type) {
	case py.Int:
		return int(x), nil
	case *py.BigInt:
		if (*big.Int)(x).Sign() < 0 {
			return math.MinInt, nil
		}
	}
	return math.MaxInt, nil
}

// AsFloat reads a real number: a float, an int, or anything with __float__ or __index__.
func AsFloat(t *Thread, o py.Object) (float64, error) {
	switch x := o.(type) {
	case py.Float:
		return float64(x), nil
	case py.Int:
		return float64(x), nil
	case py.Bool, *py.BigInt:
		return toFloat(x)
	case py.String, *py.List, py.Tuple, py.NoneType, py.Complex:
		return 0, TypeErrorf("must be real number, not %s", typeName(o))
	}
	if fn := LookupType(o.Type(), "__float__"); fn != nil {
		r, err := Call(t, fn, []py.Object{o}, nil)
		if err != nil {
			return 0, err
		}
		if f, ok := Payload(r).(py.Float); ok {
			return float64(f), nil
		}
		return 0, TypeErrorf("%s.__float__ returned non-float (type %s)", typeName(o), typeName(r))
	}
	if p, ok := payload(o); ok {
		return AsFloat(t, p)
	}
	if n, ok := o.(py.I__float__); ok {
		r, err := n.M__float__()
		if err != nil {
			return 0, AsException(err)
		}
		if f, ok := r.(py.Float); ok {
			return float64(f), nil
		}
	}
	if hasIndex(o) {
		i, err := Index(t, o)
		if err != nil {
			return 0, err
		}
		return toFloat(i)
	}
	return 0, TypeErrorf("must be real number, not %s", typeName(o))
}

// AsString reads a str (or an instance of a class derived from it).
func AsString(t *Thread, o py.Object) (string, error) {
	if s, ok := Payload(o).(py.String); ok {
		return string(s), nil
	}
	return "", TypeErrorf("expected str, got %s", typeName(o))
}
