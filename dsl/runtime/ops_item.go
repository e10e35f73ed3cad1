package runtime

import (
	"math"

	"github.com/go-python/gpython/py"
)

// Subscripts: reading, storing and deleting items and slices.

// seqIndex resolves a subscript against a length. what is "list index" or the like.
func seqIndex(t *Thread, key py.Object, n int, what string) (int, error) {
	i, err := subscript(t, key)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i += n
	}
	if i < 0 || i >= n {
		return 0, IndexErrorf("%s out of range", what)
	}
	return i, nil
}

// subscript reads an index that may be any integer; too large ones are an IndexError.
func subscript(t *Thread, key py.Object) (int, error) {
	if i, ok := key.(py.Int); ok {
		return int(i), nil
	}
	i, err := Index(t, key)
	if err != nil {
		return 0, err
	}
	if n, ok := i.(py.Int); ok {
		return int(n), nil
	}
	return 0, IndexErrorf("cannot fit '%s' into an index-sized integer", typeName(key))
}

// SliceIndices resolves a slice against a length: the first index, the end bound, the step and the number of items.
func SliceIndices(t *Thread, s *py.Slice, length int) (start, stop, step, n int, err error) {
	step = 1
	if s.Step != py.None {
		if step, err = sliceIndex(t, s.Step); err != nil {
			return
		}
		if step == 0 {
			err = ValueErrorf("slice step cannot be zero")
			return
		}
		if step == math.MinInt {
			step = -math.MaxInt
		}
	}
	low, high := 0, length
	if step < 0 {
		low, high = -1, length-1
	}
	bound := func(o py.Object, def int) (int, error) {
		if o == py.None {
			return def, nil
		}
		i, err := sliceIndex(t, o)
		if err != nil {
			return 0, err
		}
		if i < 0 {
			if i += length; i < low {
				i = low
			}
		} else if i > high {
			i = high
		}
		return i, nil
	}
	first, last := 0, length
	if step < 0 {
		first, last = length-1, -1
	}
	if start, err = bound(s.Start, first); err != nil {
		return
	}
	if stop, err = bound(s.Stop, last); err != nil {
		return
	}
	switch {
	case step > 0 && start < stop:
		n = (stop-start-1)/step + 1
	case step < 0 && stop < start:
		n = (start-stop-1)/(-step) + 1
	}
	return
}

func sliceIndex(t *Thread, o py.Object) (int, error) {
	if i, ok := o.(py.Int); ok {
		return int(i), nil
	}
	if !hasIndex(o) {
		return 0, TypeErrorf("slice indices must be integers or None or have an __index__ method")
	}
	return clampInt(t, o)
}

// sliceItems is a copy of the chosen items.
func sliceItems(t *Thread, items []py.Object, s *py.Slice) ([]py.Object, error) {
	start, _, step, n, err := SliceIndices(t, s, len(items))
	if err != nil {
		return nil, err
	}
	out := make([]py.Object, n)
	if step == 1 {
		copy(out, items[start:])
		return out, nil
	}
	for i := range out {
		out[i] = items[start+i*step]
	}
	return out, nil
}

// GetItem is o[key].
func GetItem(t *Thread, o, key py.Object) (py.Object, error) {
	switch x := o.(type) {
	case *py.List:
		if i, ok := key.(py.Int); ok {
			n := int64(len(x.Items))
			j := int64(i)
			if j < 0 {
				j += n
			}
			if uint64(j) < uint64(n) {
				return x.Items[j], nil
			}
			return nil, IndexErrorf("list index out of range")
		}
		if s, ok := key.(*py.Slice); ok {
			items, err := sliceItems(t, x.Items, s)
			if err != nil {
				return nil, err
			}
			return &py.List{Items: items}, nil
		}
		if !hasIndex(key) {
			return nil, TypeErrorf("list indices must be integers or slices, not %s", typeName(key))
		}
		i, err := seqIndex(t, key, len(x.Items), "list index")
		if err != nil {
			return nil, err
		}
		return x.Items[i], nil
	case *Dict:
		v, ok, err := x.Get(t, key)
		if err != nil || ok {
			return v, err
		}
		if x.class != nil {
			return missing(t, x, x.class, key)
		}
		return nil, KeyErr(key)
	case py.Tuple:
		if s, ok := key.(*py.Slice); ok {
			if s.Start == py.None && s.Stop == py.None && s.Step == py.None {
				return x, nil
			}
			items, err := sliceItems(t, x, s)
			if err != nil {
				return nil, err
			}
			return py.Tuple(items), nil
		}
		if !hasIndex(key) {
			return nil, TypeErrorf("tuple indices must be integers or slices, not %s", typeName(key))
		}
		i, err := seqIndex(t, key, len(x), "tuple index")
		if err != nil {
			return nil, err
		}
		return x[i], nil
	case py.String:
		return strItem(t, string(x), key)
	case *Instance:
		return getInstanceItem(t, x, key)
	case py.Bytes:
		return bytesItem(t, x, key)
	case *Range:
		return x.item(t, key)
	case *py.Type:
		return typeItem(t, x, key)
	case ItemGetter:
		return x.GetItem(t, key)
	}
	if fn := LookupType(o.Type(), "__getitem__"); fn != nil {
		return Call(t, fn, []py.Object{o, key}, nil)
	}
	if n, ok := o.(py.I__getitem__); ok {
		return gpythonResult(n.M__getitem__(key))
	}
	return nil, TypeErrorf("'%s' object is not subscriptable", typeName(o))
}

func getInstanceItem(t *Thread, x *Instance, key py.Object) (py.Object, error) {
	fn := LookupType(x.Class, "__getitem__")
	if fn == nil {
		return nil, TypeErrorf("'%s' object is not subscriptable", typeName(x))
	}
	if d, ok := x.Value.(*Dict); ok {
		if _, native := fn.(*Native); native {
			v, ok, err := d.Get(t, key)
			if err != nil || ok {
				return v, err
			}
			return missing(t, x, x.Class, key)
		}
	}
	return Call(t, fn, []py.Object{x, key}, nil)
}

// missing calls __missing__ of a dict subclass, or raises KeyError.
func missing(t *Thread, o py.Object, cls *py.Type, key py.Object) (py.Object, error) {
	if fn := LookupType(cls, "__missing__"); fn != nil {
		return Call(t, fn, []py.Object{o, key}, nil)
	}
	return nil, KeyErr(key)
}

func strItem(t *Thread, s string, key py.Object) (py.Object, error) {
	if sl, ok := key.(*py.Slice); ok {
		start, stop, step, n, err := SliceIndices(t, sl, strLen(s))
		if err != nil {
			return nil, err
		}
		if step == 1 {
			return py.String(strSlice(s, start, stop)), nil
		}
		if strASCII(s) {
			out := make([]byte, n)
			for i := range out {
				out[i] = s[start+i*step]
			}
			return py.String(out), nil
		}
		runes := toRunes(s)
		out := make([]rune, n)
		for i := range out {
			out[i] = runes[start+i*step]
		}
		return py.String(fromRunes(out)), nil
	}
	if !hasIndex(key) {
		return nil, TypeErrorf("string indices must be integers, not '%s'", typeName(key))
	}
	i, err := seqIndex(t, key, strLen(s), "string index")
	if err != nil {
		return nil, err
	}
	return charObj(strAt(s, i)), nil
}

// asciiChars are the one-character strings, boxed once.
var asciiChars = func() (table [128]py.Object) {
	for i := range table {
		table[i] = py.String(string(rune(i)))
	}
	return
}()

// charObj boxes a one-character string.
func charObj(c string) py.Object {
	if len(c) == 1 && c[0] < 128 {
		return asciiChars[c[0]]
	}
	return py.String(c)
}

// SetItem is o[key] = v.
func SetItem(t *Thread, o, key, v py.Object) error {
	switch x := o.(type) {
	case *py.List:
		if i, ok := key.(py.Int); ok {
			n := int64(len(x.Items))
			j := int64(i)
			if j < 0 {
				j += n
			}
			if uint64(j) < uint64(n) {
				x.Items[j] = v
				return nil
			}
			return IndexErrorf("list assignment index out of range")
		}
		if s, ok := key.(*py.Slice); ok {
			return setListSlice(t, x, s, v)
		}
		if !hasIndex(key) {
			return TypeErrorf("list indices must be integers or slices, not %s", typeName(key))
		}
		i, err := seqIndex(t, key, len(x.Items), "list assignment index")
		if err != nil {
			return err
		}
		x.Items[i] = v
		return nil
	case *Dict:
		if x.class != nil {
			if fn := LookupType(x.class, "__setitem__"); fn != nil && fn != dictSetItem {
				_, err := Call(t, fn, []py.Object{o, key, v}, nil)
				return err
			}
		}
		return x.Set(t, key, v)
	case ItemSetter:
		return x.SetItem(t, key, v)
	}
	if fn := LookupType(o.Type(), "__setitem__"); fn != nil {
		_, err := Call(t, fn, []py.Object{o, key, v}, nil)
		return err
	}
	if kindOf(o) == kNative {
		if n, ok := o.(py.I__setitem__); ok {
			_, err := gpythonResult(n.M__setitem__(key, v))
			return err
		}
	}
	return TypeErrorf("'%s' object does not support item assignment", typeName(o))
}

// setListSlice is l[s] = v.
func setListSlice(t *Thread, l *py.List, s *py.Slice, v py.Object) error {
	// The new items come first: reading them may run code that changes the list.
	_, isSeq := v.(*py.List)
	if !isSeq {
		if _, err := Iter(t, v); err != nil {
			if step, ok := s.Step.(py.Int); ok && step != 1 {
				return TypeErrorf("must assign iterable to extended slice")
			}
			return TypeErrorf("can only assign an iterable")
		}
	}
	items, err := Collect(t, v)
	if err != nil {
		return err
	}
	start, stop, step, n, err := SliceIndices(t, s, len(l.Items))
	if err != nil {
		return err
	}
	if step == 1 {
		if stop < start {
			stop = start
		}
		l.Items = spliceItems(l.Items, start, stop, items)
		return nil
	}
	if len(items) != n {
		return ValueErrorf("attempt to assign sequence of size %d to extended slice of size %d", len(items), n)
	}
	for i, item := range items {
		l.Items[start+i*step] = item
	}
	return nil
}

// spliceItems replaces items[i:j].
func spliceItems(items []py.Object, i, j int, with []py.Object) []py.Object {
	grow := len(with) - (j - i)
	if grow <= 0 {
		copy(items[i:], with)
		copy(items[i+len(with):], items[j:])
		clear(items[len(items)+grow:])
		return items[:len(items)+grow]
	}
	old := len(items)
	for range grow {
		items = append(items, nil)
	}
	copy(items[j+grow:], items[j:old])
	copy(items[i:], with)
	return items
}

// DelItem is del o[key].
func DelItem(t *Thread, o, key py.Object) error {
	switch x := o.(type) {
	case *py.List:
		if s, ok := key.(*py.Slice); ok {
			return delListSlice(t, x, s)
		}
		if !hasIndex(key) {
			return TypeErrorf("list indices must be integers or slices, not %s", typeName(key))
		}
		i, err := seqIndex(t, key, len(x.Items), "list assignment index")
		if err != nil {
			return err
		}
		x.Items = spliceItems(x.Items, i, i+1, nil)
		return nil
	case *Dict:
		if x.class != nil {
			if fn := LookupType(x.class, "__delitem__"); fn != nil && fn != dictDelItem {
				_, err := Call(t, fn, []py.Object{o, key}, nil)
				return err
			}
		}
		ok, err := x.Delete(t, key)
		if err == nil && !ok {
			return KeyErr(key)
		}
		return err
	case ItemDeleter:
		return x.DelItem(t, key)
	}
	if fn := LookupType(o.Type(), "__delitem__"); fn != nil {
		_, err := Call(t, fn, []py.Object{o, key}, nil)
		return err
	}
	switch k := kindOf(o); {
	case k == kNative:
		if n, ok := o.(py.I__delitem__); ok {
			_, err := gpythonResult(n.M__delitem__(key))
			return err
		}
	case (k.sequence() || k == kRange || k == kSet) && hasIndex(key):
		return TypeErrorf("'%s' object doesn't support item deletion", typeName(o))
	}
	return TypeErrorf("'%s' object does not support item deletion", typeName(o))
}

func delListSlice(t *Thread, l *py.List, s *py.Slice) error {
	start, stop, step, n, err := SliceIndices(t, s, len(l.Items))
	if err != nil || n == 0 {
		return err
	}
	if step == 1 {
		l.Items = spliceItems(l.Items, start, stop, nil)
		return nil
	}
	if step < 0 {
		start, step = start+(n-1)*step, -step
	}
	out := l.Items[:start]
	next := start
	for i := start; i < len(l.Items); i++ {
		if i == next && n > 0 {
			n--
			next += step
			continue
		}
		out = append(out, l.Items[i])
	}
	clear(l.Items[len(out):])
	l.Items = out
	return nil
}
