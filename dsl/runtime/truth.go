package runtime

import (
	"math/big"
	"strings"

	"github.com/go-python/gpython/py"
)

// Truth is bool(o).
func Truth(t *Thread, o py.Object) (bool, error) {
	switch x := o.(type) {
	case py.Bool:
		return bool(x), nil
	case py.Int:
		return x != 0, nil
	case py.NoneType:
		return false, nil
	case py.Float:
		return x != 0, nil
	case py.String:
		return len(x) > 0, nil
	case *py.List:
		return len(x.Items) > 0, nil
	case py.Tuple:
		return len(x) > 0, nil
	case *Dict:
		return x.live > 0, nil
	case *Set:
		return x.used > 0, nil
	case *py.BigInt, py.EllipsisType, *py.Type, *Native, *py.Slice:
		return true, nil
	case py.Complex:
		return x != 0, nil
	case py.Bytes:
		return len(x) > 0, nil
	case *Range:
		return x.big != nil && x.big.n.Sign() > 0 || x.n > 0, nil
	case Truther:
		return x.Truth(t)
	case NotImplementedType:
		return true, nil
	}
	if fn := LookupType(o.Type(), "__bool__"); fn != nil {
		if fn == py.None {
			return false, TypeErrorf("'NoneType' object is not callable")
		}
		r, err := Call(t, fn, []py.Object{o}, nil)
		if err != nil {
			return false, err
		}
		if b, ok := r.(py.Bool); ok {
			return bool(b), nil
		}
		return false, TypeErrorf("__bool__ should return bool, returned %s", typeName(r))
	}
	if LookupType(o.Type(), "__len__") != nil {
		n, err := Len(t, o)
		return n != 0, err
	}
	if kindOf(o) == kNative {
		switch x := o.(type) {
		case Sized:
			return x.Len() != 0, nil
		case py.I__bool__:
			r, err := gpythonResult(x.M__bool__())
			if err != nil {
				return false, err
			}
			return Truth(t, r)
		case py.I__len__:
			n, err := Len(t, o)
			return n != 0, err
		}
	}
	return true, nil
}

// Len is len(o).
func Len(t *Thread, o py.Object) (int, error) {
	switch x := o.(type) {
	case *py.List:
		return len(x.Items), nil
	case py.String:
		return strLen(string(x)), nil
	case *Dict:
		return x.live, nil
	case py.Tuple:
		return len(x), nil
	case *Set:
		return x.used, nil
	case py.Bytes:
		return len(x), nil
	case *Range:
		if x.big != nil {
			if !x.big.n.IsInt64() {
				return 0, Errorf(py.OverflowError, "Python int too large to convert to C ssize_t")
			}
			return int(x.big.n.Int64()), nil
		}
		return int(x.n), nil
	case Sized:
		return x.Len(), nil
	case py.Int, py.Float, py.Bool, py.NoneType:
		return 0, TypeErrorf("object of type '%s' has no len()", typeName(o))
	}
	var r py.Object
	if fn := LookupType(o.Type(), "__len__"); fn != nil {
		var err error
		if r, err = Call(t, fn, []py.Object{o}, nil); err != nil {
			return 0, err
		}
	} else if n, ok := o.(py.I__len__); ok && kindOf(o) == kNative {
		var err error
		if r, err = gpythonResult(n.M__len__()); err != nil {
			return 0, err
		}
	} else {
		return 0, TypeErrorf("object of type '%s' has no len()", typeName(o))
	}
	i, err := Index(t, r)
	if err != nil {
		return 0, err
	}
	n, ok := i.(py.Int)
	if !ok {
		if z, _ := asBig(i); z.Sign() < 0 {
			return 0, ValueErrorf("__len__() should return >= 0")
		}
		return 0, Errorf(py.OverflowError, "cannot fit 'int' into an index-sized integer")
	}
	if n < 0 {
		return 0, ValueErrorf("__len__() should return >= 0")
	}
	return int(n), nil
}

// Contains is "item in container".
func Contains(t *Thread, container, item py.Object) (bool, error) {
	switch x := container.(type) {
	case *py.List:
		var tick ticks
		for i := 0; i < len(x.Items); i++ {
			if eq, err := Equal(t, x.Items[i], item); eq || err != nil {
				return eq, err
			}
			if err := tick.step(t); err != nil {
				return false, err
			}
		}
		return false, nil
	case py.Tuple:
		for _, v := range x {
			if eq, err := Equal(t, v, item); eq || err != nil {
				return eq, err
			}
		}
		return false, nil
	case *Dict:
		_, ok, err := x.Get(t, item)
		return ok, err
	case *Set:
		return x.containsItem(t, item)
	case py.String:
		if s, ok := Payload(item).(py.String); ok {
			return strings.Contains(string(x), string(s)), nil
		}
		return false, TypeErrorf("'in <string>' requires string as left operand, not %s", typeName(item))
	case py.Bytes:
		return bytesContains(t, x, item)
	case *Range:
		return x.contains(t, item)
	case Container:
		return x.Contains(t, item)
	}
	if fn := LookupType(container.Type(), "__contains__"); fn != nil {
		if fn == py.None {
			return false, TypeErrorf("'%s' object is not a container", typeName(container))
		}
		r, err := Call(t, fn, []py.Object{container, item}, nil)
		if err != nil {
			return false, err
		}
		return Truth(t, r)
	}
	if n, ok := container.(py.I__contains__); ok && kindOf(container) == kNative {
		r, err := gpythonResult(n.M__contains__(item))
		if err != nil {
			return false, err
		}
		return Truth(t, r)
	}
	it, err := Iter(t, container)
	if err != nil {
		if IsException(err, py.TypeError) && !isIterable(container) {
			return false, TypeErrorf("argument of type '%s' is not iterable", typeName(container))
		}
		return false, err
	}
	var tick ticks
	for {
		v, err := it.Next(t)
		if err != nil || v == nil {
			return false, err
		}
		if eq, err := Equal(t, v, item); eq || err != nil {
			return eq, err
		}
		if err := tick.step(t); err != nil {
			return false, err
		}
	}
}

// isIterable reports whether o has a way to be iterated, without trying it.
func isIterable(o py.Object) bool {
	switch o.(type) {
	case *py.List, py.Tuple, py.String, *Dict, *Set, py.Bytes, *Range, Iterator, Iterable:
		return true
	case py.Int, py.Float, py.Bool, py.NoneType, *py.BigInt, py.Complex:
		return false
	}
	if LookupType(o.Type(), "__iter__") != nil || LookupType(o.Type(), "__getitem__") != nil {
		return true
	}
	if kindOf(o) != kNative {
		return false
	}
	switch o.(type) {
	case py.I__iter__, py.I__getitem__:
		return true
	}
	return false
}

// bigSign is the sign of an integer object.
func bigSign(o py.Object) int {
	switch x := o.(type) {
	case py.Int:
		switch {
		case x < 0:
			return -1
		case x > 0:
			return 1
		}
		return 0
	case *py.BigInt:
		return (*big.Int)(x).Sign()
	case py.Bool:
		return int(boolInt(x))
	}
	return 0
}
