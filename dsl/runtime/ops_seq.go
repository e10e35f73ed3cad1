package runtime

import (
	"strings"
	"unsafe"

	"github.com/go-python/gpython/py"
)

// growBuffer lets "s += x" in a loop take time proportional to what is appended: the result of a concatenation is
// given spare room behind it, and when that same string is extended next, the addition is written into the room.
// Bytes of a string once issued never change.
type growBuffer struct{ buf []byte }

const (
	growMin   = 256
	growSlots = 4
)

// concatStr is a + b.
func concatStr(t *Thread, a, b py.String) (py.Object, error) {
	switch {
	case len(b) == 0:
		return a, nil
	case len(a) == 0:
		return b, nil
	}
	n := len(a) + len(b)
	if n < growMin || t == nil || len(b) > len(a) {
		if n > 1<<20 {
			if err := t.Alloc(int64(n)); err != nil {
				return nil, err
			}
		}
		return a + b, nil
	}
	data := unsafe.StringData(string(a))
	slots := &t.values.grow
	for i := range slots {
		g := &slots[i]
		if len(g.buf) == len(a) && unsafe.SliceData(g.buf) == data && cap(g.buf) >= n {
			g.buf = append(g.buf, b...)
			return py.String(unsafe.String(unsafe.SliceData(g.buf), n)), nil
		}
	}
	if err := t.Alloc(int64(n) * 2); err != nil {
		return nil, err
	}
	// Replace the slot of the string that grew, else the oldest one.
	at := -1
	for i := range slots {
		if len(slots[i].buf) == len(a) && unsafe.SliceData(slots[i].buf) == data {
			at = i
		}
	}
	if at < 0 {
		at = t.values.growNext
		t.values.growNext = (at + 1) % growSlots
	}
	buf := make([]byte, 0, n+n/2)
	buf = append(append(buf, a...), b...)
	slots[at].buf = buf
	return py.String(unsafe.String(unsafe.SliceData(buf), n)), nil
}

// concat is a + b for sequences of one type; nil, nil otherwise.
func concat(t *Thread, a, b py.Object) (py.Object, error) {
	switch x := a.(type) {
	case py.String:
		if y, ok := b.(py.String); ok {
			return concatStr(t, x, y)
		}
	case *py.List:
		if y, ok := b.(*py.List); ok {
			n := len(x.Items) + len(y.Items)
			if err := t.Alloc(int64(n) * 16); err != nil {
				return nil, err
			}
			out := make([]py.Object, 0, n)
			return &py.List{Items: append(append(out, x.Items...), y.Items...)}, nil
		}
	case py.Tuple:
		if y, ok := b.(py.Tuple); ok {
			if len(y) == 0 {
				return x, nil
			}
			if len(x) == 0 {
				return y, nil
			}
			out := make(py.Tuple, 0, len(x)+len(y))
			return append(append(out, x...), y...), nil
		}
	case py.Bytes:
		if y, ok := bytesLike(b); ok {
			out := make(py.Bytes, 0, len(x)+len(y))
			return append(append(out, x...), y...), nil
		}
	}
	return nil, nil
}

// repeatCount reads the number of repetitions; ok is false when n is no integer.
func repeatCount(t *Thread, n py.Object) (int64, bool, error) {
	switch x := n.(type) {
	case py.Int:
		return int64(x), true, nil
	case py.Bool:
		return boolInt(x), true, nil
	case *py.BigInt:
		return 0, false, Errorf(py.OverflowError, "cannot fit 'int' into an index-sized integer")
	case py.Float, py.String, *py.List, py.Tuple, py.NoneType, py.Complex:
		return 0, false, nil
	}
	if !hasIndex(n) {
		return 0, false, nil
	}
	i, err := Index(t, n)
	if err != nil {
		return 0, false, err
	}
	return repeatCount(t, i)
}

// repeatItems is n copies of items in a row.
func repeatItems(t *Thread, items []py.Object, n int64) ([]py.Object, error) {
	if n <= 0 || len(items) == 0 {
		return nil, nil
	}
	if err := t.repeatAlloc(int64(len(items)), n, 16); err != nil {
		return nil, err
	}
	out := make([]py.Object, len(items)*int(n))
	done := copy(out, items)
	for done < len(out) {
		done += copy(out[done:], out[:done])
	}
	return out, nil
}

// repeatBy is seq * n; nil, nil when n is no integer.
func repeatBy(t *Thread, seq, count py.Object) (py.Object, error) {
	n, ok, err := repeatCount(t, count)
	if err != nil || !ok {
		return nil, err
	}
	switch x := seq.(type) {
	case py.String:
		if n <= 0 || len(x) == 0 {
			return py.String(""), nil
		}
		if n == 1 {
			return x, nil
		}
		if err := t.repeatAlloc(int64(len(x)), n, 1); err != nil {
			return nil, err
		}
		return py.String(strings.Repeat(string(x), int(n))), nil
	case py.Bytes:
		if n <= 0 || len(x) == 0 {
			return py.Bytes{}, nil
		}
		if err := t.repeatAlloc(int64(len(x)), n, 1); err != nil {
			return nil, err
		}
		return py.Bytes(strings.Repeat(string(x), int(n))), nil
	case *py.List:
		items, err := repeatItems(t, x.Items, n)
		if err != nil {
			return nil, err
		}
		return &py.List{Items: items}, nil
	case py.Tuple:
		if n == 1 {
			return x, nil
		}
		items, err := repeatItems(t, x, n)
		if err != nil {
			return nil, err
		}
		return py.Tuple(items), nil
	}
	return nil, nil
}

// extendList appends all items of an iterable.
func extendList(t *Thread, l *py.List, o py.Object) error {
	switch x := o.(type) {
	case *py.List:
		l.Items = append(l.Items, x.Items...)
		return nil
	case py.Tuple:
		l.Items = append(l.Items, x...)
		return nil
	}
	it, err := Iter(t, o)
	if err != nil {
		return err
	}
	var tick ticks
	for {
		v, err := it.Next(t)
		if err != nil {
			return err
		}
		if v == nil {
			return nil
		}
		l.Items = append(l.Items, v)
		if err := tick.step(t); err != nil {
			return err
		}
		if tick.n&(1<<20-1) == 0 {
			if err := t.Alloc(int64(len(l.Items)) * 16); err != nil {
				return err
			}
		}
	}
}
