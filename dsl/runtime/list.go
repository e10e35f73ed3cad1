package runtime

import (
	"slices"

	"github.com/go-python/gpython/py"
)

// NewList makes a list of items, which it takes over.
func NewList(items []py.Object) *py.List { return &py.List{Items: items} }

func listMethod(name, spec, doc string, fn func(t *Thread, l *py.List, a []py.Object) (py.Object, error)) {
	TypeMethod(py.ListType, name, spec, doc, fn)
}

func init() {
	// append is called so often that it does without the argument binder.
	py.ListType.Dict["append"] = NewMethod("append", "append(object)\n\nAdds one item at the end.", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		if len(args) != 2 || len(kw) > 0 {
			if len(kw) > 0 {
				return nil, TypeErrorf("list.append() takes no keyword arguments")
			}
			return nil, TypeErrorf("list.append() takes exactly one argument (%d given)", len(args)-1)
		}
		l, ok := args[0].(*py.List)
		if !ok {
			if l, ok = Payload(args[0]).(*py.List); !ok {
				return nil, TypeErrorf("descriptor 'append' for 'list' objects doesn't apply to a '%s' object", typeName(args[0]))
			}
		}
		l.Items = append(l.Items, args[1])
		return None, nil
	})
	listMethod("extend", "iterable, /", "extend(iterable)\n\nAdds all items of iterable at the end.", func(t *Thread, l *py.List, a []py.Object) (py.Object, error) {
		return None, extendList(t, l, a[0])
	})
	listMethod("insert", "index, object, /", "insert(index, object)\n\nPuts object at position index; what was there and after it moves on by one.", func(t *Thread, l *py.List, a []py.Object) (py.Object, error) {
		i, err := clampInt(t, a[0])
		if err != nil {
			return nil, err
		}
		n := len(l.Items)
		if i < 0 {
			i = max(i+n, 0)
		}
		i = min(i, n)
		l.Items = append(l.Items, nil)
		copy(l.Items[i+1:], l.Items[i:])
		l.Items[i] = a[1]
		return None, nil
	})
	listMethod("pop", "index=, /", "pop(index=-1)\n\nTakes out the item at index, by default the last, and returns it. IndexError when there is none.", func(t *Thread, l *py.List, a []py.Object) (py.Object, error) {
		i := -1
		if a[0] != nil {
			var err error
			if i, err = subscript(t, a[0]); err != nil {
				return nil, err
			}
		}
		n := len(l.Items)
		if n == 0 {
			return nil, IndexErrorf("pop from empty list")
		}
		if i < 0 {
			i += n
		}
		if i < 0 || i >= n {
			return nil, IndexErrorf("pop index out of range")
		}
		v := l.Items[i]
		if i == n-1 {
			l.Items[i] = nil
			l.Items = l.Items[:i]
		} else {
			l.Items = spliceItems(l.Items, i, i+1, nil)
		}
		return v, nil
	})
	listMethod("remove", "value, /", "remove(value)\n\nTakes out the first item equal to value. ValueError when there is none.", func(t *Thread, l *py.List, a []py.Object) (py.Object, error) {
		for i := 0; i < len(l.Items); i++ {
			eq, err := Equal(t, l.Items[i], a[0])
			if err != nil {
				return nil, err
			}
			if eq {
				if i < len(l.Items) {
					l.Items = spliceItems(l.Items, i, i+1, nil)
				}
				return None, nil
			}
		}
		return nil, ValueErrorf("list.remove(x): x not in list")
	})
	listMethod("clear", "/", "clear()\n\nTakes out all items.", func(t *Thread, l *py.List, a []py.Object) (py.Object, error) {
		l.Items = nil
		return None, nil
	})
	listMethod("copy", "/", "copy()\n\nAnother list with the same items; the items themselves are not copied.", func(t *Thread, l *py.List, a []py.Object) (py.Object, error) {
		return NewList(slices.Clone(l.Items)), nil
	})
	listMethod("reverse", "/", "reverse()\n\nTurns the order of the items around, changing the list itself.", func(t *Thread, l *py.List, a []py.Object) (py.Object, error) {
		slices.Reverse(l.Items)
		return None, nil
	})
	listMethod("index", "value, start=, stop=, /", "index(value[, start[, stop]])\n\nPosition of the first item equal to value, looked for from start up to stop. ValueError when there is none.", func(t *Thread, l *py.List, a []py.Object) (py.Object, error) {
		i, err := indexOf(t, func() []py.Object { return l.Items }, a[0], a[1], a[2])
		if err != nil {
			return nil, err
		}
		if i < 0 {
			s, err := Repr(t, a[0])
			if err != nil {
				return nil, err
			}
			return nil, ValueErrorf("%s is not in list", s)
		}
		return IntObj(int64(i)), nil
	})
	listMethod("count", "value, /", "count(value)\n\nHow many items are equal to value.", func(t *Thread, l *py.List, a []py.Object) (py.Object, error) {
		return countOf(t, func() []py.Object { return l.Items }, a[0])
	})
	listMethod("sort", "*, key=, reverse=", "sort(*, key=None, reverse=False)\n\nPuts the items in order from smallest to largest, changing the list itself; reverse turns that around.\nkey computes what is compared; equal items keep their order.",
		func(t *Thread, l *py.List, a []py.Object) (py.Object, error) {
			return None, sortInPlace(t, l, a[0], a[1])
		})
	listMethod("__reversed__", "/", "The items, from the last to the first.", func(t *Thread, l *py.List, a []py.Object) (py.Object, error) {
		return &listRIter{l, len(l.Items) - 1}, nil
	})
	listMethod("__init__", "iterable=, /", "Fills the list from the argument of list(...).", func(t *Thread, l *py.List, a []py.Object) (py.Object, error) {
		l.Items = nil
		if a[0] == nil {
			return None, nil
		}
		return None, extendList(t, l, a[0])
	})
	py.ListType.Dict["__new__"] = NewNative("__new__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		cls, err := newTarget(py.ListType, args)
		if err != nil {
			return nil, err
		}
		return wrapNew(cls, &py.List{}), nil
	})

	TypeMethod(py.TupleType, "index", "value, start=, stop=, /", "index(value[, start[, stop]])\n\nPosition of the first item equal to value, looked for from start up to stop. ValueError when there is none.", func(t *Thread, tup py.Tuple, a []py.Object) (py.Object, error) {
		i, err := indexOf(t, func() []py.Object { return tup }, a[0], a[1], a[2])
		if err != nil {
			return nil, err
		}
		if i < 0 {
			return nil, ValueErrorf("tuple.index(x): x not in tuple")
		}
		return IntObj(int64(i)), nil
	})
	TypeMethod(py.TupleType, "count", "value, /", "count(value)\n\nHow many items are equal to value.", func(t *Thread, tup py.Tuple, a []py.Object) (py.Object, error) {
		return countOf(t, func() []py.Object { return tup }, a[0])
	})
	TypeNew(py.TupleType, "iterable=, /", "", func(t *Thread, cls *py.Type, a []py.Object) (py.Object, error) {
		return newTuple(t, a[0])
	})
}

func newTuple(t *Thread, o py.Object) (py.Object, error) {
	switch x := o.(type) {
	case nil:
		return py.Tuple{}, nil
	case py.Tuple:
		return x, nil
	}
	items, err := Collect(t, o)
	if err != nil {
		return nil, err
	}
	return py.Tuple(items), nil
}

// sortInPlace is list.sort. The list is empty while the sort runs, as in CPython, so that changes are noticed.
func sortInPlace(t *Thread, l *py.List, key, reverse py.Object) error {
	if key == py.None {
		key = nil
	}
	rev := false
	if reverse != nil {
		i, err := AsInt(t, reverse)
		if err != nil {
			return err
		}
		rev = i != 0
	}
	items := l.Items
	l.Items = nil
	err := SortList(t, items, key, rev)
	changed := l.Items != nil
	l.Items = items
	if err == nil && changed {
		return ValueErrorf("list modified during sort")
	}
	return err
}

// indexOf finds a value between bounds; -1 when absent.
func indexOf(t *Thread, get func() []py.Object, v, start, stop py.Object) (int, error) {
	lo, hi := 0, int(^uint(0)>>1)
	n := len(get())
	var err error
	if start != nil {
		if lo, err = sliceIndex(t, start); err != nil {
			return 0, err
		}
	}
	if stop != nil {
		if hi, err = sliceIndex(t, stop); err != nil {
			return 0, err
		}
	}
	if lo < 0 {
		lo = max(lo+n, 0)
	}
	if hi < 0 {
		hi += n
	}
	var tick ticks
	for i := lo; i < hi; i++ {
		items := get()
		if i >= len(items) {
			break
		}
		eq, err := Equal(t, items[i], v)
		if err != nil {
			return 0, err
		}
		if eq {
			return i, nil
		}
		if err := tick.step(t); err != nil {
			return 0, err
		}
	}
	return -1, nil
}

// SliceIndex is an optional bound of methods such as list.index: anything with __index__, clamped to int.
func SliceIndex(t *Thread, o py.Object) (int, error) { return sliceIndex(t, o) }

func countOf(t *Thread, get func() []py.Object, v py.Object) (py.Object, error) {
	n := 0
	var tick ticks
	for i := 0; ; i++ {
		items := get()
		if i >= len(items) {
			return IntObj(int64(n)), nil
		}
		eq, err := Equal(t, items[i], v)
		if err != nil {
			return nil, err
		}
		if eq {
			n++
		}
		if err := tick.step(t); err != nil {
			return nil, err
		}
	}
}
