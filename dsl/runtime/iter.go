package runtime

import (
	"unicode/utf8"

	"github.com/go-python/gpython/py"
)

// Iteration. Every iterator of this package is a Go type with Next; iterators of user classes and of gpython's
// protocol are wrapped. Each kind has a class of its own, as in CPython, with __iter__ and __next__.

func newIterType(name string) *py.Type {
	typ := newBuiltinType(name, "", nil)
	addIterMethods(typ)
	return typ
}

func addIterMethods(typ *py.Type) {
	typ.Dict["__iter__"] = NewMethod("__iter__", "The iterator itself.", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		return args[0], nil
	})
	typ.Dict["__length_hint__"] = NewMethod("__length_hint__", "How many items are left, as far as that is known.", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		n := lengthHint(t, Payload(args[0]))
		if h, ok := args[0].(interface{ LengthHint() int }); ok {
			n = h.LengthHint()
		}
		if n < 0 {
			return NotImplemented, nil
		}
		return IntObj(int64(n)), nil
	})
	typ.Dict["__next__"] = NewMethod("__next__", "The next item, or StopIteration at the end.", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		it, ok := Payload(args[0]).(Iterator)
		if !ok {
			return nil, TypeErrorf("descriptor '__next__' requires an iterator")
		}
		v, err := it.Next(t)
		if err != nil {
			return nil, err
		}
		if v == nil {
			return nil, StopIterationOf(it)
		}
		return v, nil
	})
}

// StopIterationOf is the StopIteration of an exhausted iterator; generators give it their return value by the method
// StopValue.
func StopIterationOf(it Iterator) error {
	if g, ok := it.(interface{ StopValue() py.Object }); ok {
		return StopIterationValue(g.StopValue())
	}
	return NewException(py.StopIteration)
}

// NewIteratorType makes the class of a Go iterator type of another package.
func NewIteratorType(name, doc string) *py.Type {
	typ := newIterType(name)
	typ.Doc = doc
	return typ
}

var (
	listIterType  = newIterType("list_iterator")
	listRIterType = newIterType("list_reverseiterator")
	tupleIterType = newIterType("tuple_iterator")
	strIterType   = newIterType("str_ascii_iterator")
	bytesIterType = newIterType("bytes_iterator")
	seqIterType   = newIterType("iterator")
	callIterType  = newIterType("callable_iterator")
)

// Iter is iter(o).
func Iter(t *Thread, o py.Object) (Iterator, error) {
	switch x := o.(type) {
	case *py.List:
		return &ListIter{l: x}, nil
	case *Range:
		return x.iter(), nil
	case Iterator:
		return x, nil
	case py.Tuple:
		return &TupleIter{items: x}, nil
	case *Dict:
		if x.class != nil {
			if fn := LookupType(x.class, "__iter__"); fn != nil && fn != dictIter {
				return userIter(t, o, fn)
			}
		}
		return newDictIter(x, dictKeys, false), nil
	case py.String:
		return &strIter{s: string(x)}, nil
	case *Set:
		return newSetIter(x), nil
	case py.Bytes:
		return &bytesIter{b: x}, nil
	case Iterable:
		return x.Iter(t)
	case py.Int, py.Float, py.Bool, py.NoneType:
		return nil, TypeErrorf("'%s' object is not iterable", typeName(o))
	}
	if fn := LookupType(o.Type(), "__iter__"); fn != nil {
		if fn == py.None {
			return nil, TypeErrorf("'%s' object is not iterable", typeName(o))
		}
		return userIter(t, o, fn)
	}
	if kindOf(o) == kNative {
		if n, ok := o.(py.I__iter__); ok {
			r, err := gpythonResult(n.M__iter__())
			if err != nil {
				return nil, err
			}
			if it := asIterator(t, r); it != nil {
				return it, nil
			}
			return nil, TypeErrorf("iter() returned non-iterator of type '%s'", typeName(r))
		}
	}
	if hasGetItem(o) {
		return &seqIter{o: o}, nil
	}
	return nil, TypeErrorf("'%s' object is not iterable", typeName(o))
}

func hasGetItem(o py.Object) bool {
	if LookupType(o.Type(), "__getitem__") != nil {
		return true
	}
	switch o.(type) {
	case *py.Type:
		return false
	case ItemGetter:
		return true
	case py.I__getitem__:
		return kindOf(o) == kNative
	}
	return false
}

func userIter(t *Thread, o, fn py.Object) (Iterator, error) {
	r, err := Call(t, fn, []py.Object{o}, nil)
	if err != nil {
		return nil, err
	}
	if it := asIterator(t, r); it != nil {
		return it, nil
	}
	return nil, TypeErrorf("iter() returned non-iterator of type '%s'", typeName(r))
}

// asIterator is the iterator that o is, nil when it is none.
func asIterator(t *Thread, o py.Object) Iterator {
	if it, ok := o.(Iterator); ok {
		return it
	}
	if fn := LookupType(o.Type(), "__next__"); fn != nil && fn != py.None {
		return &UserIter{Object: o, next: fn}
	}
	if n, ok := o.(py.I__next__); ok {
		return &gpythonIter{n}
	}
	return nil
}

// AsIterator is the iterator that o is, nil when o is not one.
func AsIterator(t *Thread, o py.Object) Iterator { return asIterator(t, o) }

// UserIter wraps an object whose class has __next__. Value is the value of the StopIteration that ended it.
type UserIter struct {
	py.Object
	next  py.Object
	Value py.Object
}

// Next calls __next__ and takes StopIteration for the end.
func (it *UserIter) Next(t *Thread) (py.Object, error) {
	v, err := Call(t, it.next, []py.Object{it.Object}, nil)
	if err != nil {
		if e, ok := err.(*Exception); ok && IsSubclass(e.Class, py.StopIteration) {
			it.Value = py.None
			if len(e.Args) > 0 {
				it.Value = e.Args[0]
			}
			return nil, nil
		}
		return nil, err
	}
	return v, nil
}

// StopValue is the value carried by the StopIteration that ended the iteration.
func (it *UserIter) StopValue() py.Object { return it.Value }

// IterObject is the object that the language sees for an iterator: the user's own for a wrapped one.
func IterObject(it Iterator) py.Object {
	if u, ok := it.(*UserIter); ok {
		return u.Object
	}
	return it
}

// gpythonIter wraps an iterator of gpython's protocol.
type gpythonIter struct{ n py.I__next__ }

func (it *gpythonIter) Type() *py.Type { return seqIterType }
func (it *gpythonIter) Next(t *Thread) (py.Object, error) {
	v, err := gpythonResult(it.n.M__next__())
	if err != nil && IsException(err, py.StopIteration) {
		return nil, nil
	}
	return v, err
}

// ListIter iterates a list; the list may change meanwhile.
type ListIter struct {
	l *py.List
	i int
}

// Type is list_iterator.
func (it *ListIter) Type() *py.Type { return listIterType }

// Next is the next item.
func (it *ListIter) Next(t *Thread) (py.Object, error) {
	if it.l != nil {
		if it.i < len(it.l.Items) {
			v := it.l.Items[it.i]
			it.i++
			return v, nil
		}
		it.l = nil
	}
	return nil, nil
}

func (it *ListIter) lengthHint() int {
	if it.l == nil {
		return 0
	}
	return max(len(it.l.Items)-it.i, 0)
}

type listRIter struct {
	l *py.List
	i int
}

func (it *listRIter) Type() *py.Type { return listRIterType }
func (it *listRIter) Next(t *Thread) (py.Object, error) {
	if it.i >= 0 && it.i < len(it.l.Items) {
		v := it.l.Items[it.i]
		it.i--
		return v, nil
	}
	it.i = -1
	return nil, nil
}
func (it *listRIter) lengthHint() int { return it.i + 1 }

// TupleIter iterates a tuple.
type TupleIter struct {
	items py.Tuple
	i     int
}

// Type is tuple_iterator.
func (it *TupleIter) Type() *py.Type { return tupleIterType }

// Next is the next item.
func (it *TupleIter) Next(t *Thread) (py.Object, error) {
	if it.i < len(it.items) {
		v := it.items[it.i]
		it.i++
		return v, nil
	}
	return nil, nil
}
func (it *TupleIter) lengthHint() int { return len(it.items) - it.i }

type strIter struct {
	s string
	i int
}

func (it *strIter) Type() *py.Type  { return strIterType }
func (it *strIter) lengthHint() int { return strLen(it.s[it.i:]) }
func (it *strIter) Next(t *Thread) (py.Object, error) {
	if it.i >= len(it.s) {
		return nil, nil
	}
	c := it.s[it.i]
	if c < utf8.RuneSelf {
		it.i++
		return asciiChars[c], nil
	}
	_, n := decodeRune(it.s[it.i:])
	at := it.i
	it.i += n
	return py.String(it.s[at:it.i]), nil
}

type bytesIter struct {
	b []byte
	i int
}

func (it *bytesIter) Type() *py.Type  { return bytesIterType }
func (it *bytesIter) lengthHint() int { return len(it.b) - it.i }
func (it *bytesIter) Next(t *Thread) (py.Object, error) {
	if it.i >= len(it.b) {
		return nil, nil
	}
	it.i++
	return IntObj(int64(it.b[it.i-1])), nil
}

// seqIter iterates by __getitem__ with 0, 1, 2, ... until IndexError.
type seqIter struct {
	o py.Object
	i int64
}

func (it *seqIter) Type() *py.Type { return seqIterType }
func (it *seqIter) Next(t *Thread) (py.Object, error) {
	if it.o == nil {
		return nil, nil
	}
	v, err := GetItem(t, it.o, IntObj(it.i))
	if err != nil {
		if IsException(err, py.IndexError) || IsException(err, py.StopIteration) {
			it.o = nil
			return nil, nil
		}
		return nil, err
	}
	it.i++
	return v, nil
}

// seqRIter iterates backwards by __len__ and __getitem__.
type seqRIter struct {
	o py.Object
	i int64
}

func (it *seqRIter) Type() *py.Type  { return reversedType }
func (it *seqRIter) lengthHint() int { return int(it.i) + 1 }
func (it *seqRIter) Next(t *Thread) (py.Object, error) {
	if it.i < 0 {
		return nil, nil
	}
	v, err := GetItem(t, it.o, IntObj(it.i))
	it.i--
	if err != nil {
		it.i = -1
		if IsException(err, py.IndexError) || IsException(err, py.StopIteration) {
			return nil, nil
		}
		return nil, err
	}
	return v, nil
}

// callIter is iter(callable, sentinel).
type callIter struct{ fn, sentinel py.Object }

func (it *callIter) Type() *py.Type { return callIterType }
func (it *callIter) Next(t *Thread) (py.Object, error) {
	if it.fn == nil {
		return nil, nil
	}
	v, err := Call(t, it.fn, nil, nil)
	if err != nil {
		if IsException(err, py.StopIteration) {
			it.fn = nil
			return nil, nil
		}
		return nil, err
	}
	eq, err := Equal(t, v, it.sentinel)
	if err != nil {
		return nil, err
	}
	if eq {
		it.fn = nil
		return nil, nil
	}
	return v, nil
}

// FuncIter is an iterator made of a Go function; Class is its type.
type FuncIter struct {
	Class *py.Type
	F     func(t *Thread) (py.Object, error)
}

// Type is the iterator's class.
func (it *FuncIter) Type() *py.Type { return it.Class }

// Next calls the function.
func (it *FuncIter) Next(t *Thread) (py.Object, error) { return it.F(t) }

// lengthHint is operator.length_hint for preallocation: -1 when unknown.
func lengthHint(t *Thread, o py.Object) int {
	switch x := o.(type) {
	case *py.List:
		return len(x.Items)
	case py.Tuple:
		return len(x)
	case *Dict:
		return x.live
	case *Set:
		return x.used
	case *Range:
		if x.big == nil {
			return int(x.n)
		}
	case interface{ lengthHint() int }:
		return x.lengthHint()
	}
	return -1
}

// LengthHint is operator.length_hint: the length, what __length_hint__ says, or -1.
func LengthHint(t *Thread, o py.Object) (int, error) {
	n, err := Len(t, o)
	if err == nil {
		return n, nil
	}
	if !IsException(err, py.TypeError) {
		return 0, err
	}
	if h, ok := o.(interface{ LengthHint() int }); ok {
		return h.LengthHint(), nil
	}
	if n := lengthHint(t, Payload(o)); n >= 0 {
		return n, nil
	}
	r, found, err := CallSpecial(t, o, "__length_hint__")
	if err != nil {
		if IsException(err, py.TypeError) {
			return -1, nil
		}
		return 0, err
	}
	if !found || r == NotImplemented {
		return -1, nil
	}
	h, ok := Payload(r).(py.Int)
	if !ok {
		return 0, TypeErrorf("__length_hint__ must be an integer, not %s", typeName(r))
	}
	if h < 0 {
		return 0, ValueErrorf("__length_hint__() should return >= 0")
	}
	return int(h), nil
}

// Collect is list(o) as a fresh slice.
func Collect(t *Thread, o py.Object) ([]py.Object, error) {
	switch x := o.(type) {
	case *py.List:
		return append([]py.Object(nil), x.Items...), nil
	case py.Tuple:
		return append([]py.Object(nil), x...), nil
	case *Range:
		if x.big == nil {
			if err := t.Alloc(x.n * 24); err != nil {
				return nil, err
			}
			out := make([]py.Object, x.n)
			v := x.start
			for i := range out {
				out[i] = IntObj(v)
				v += x.step
				if i&0xfffff == 0xfffff {
					if err := t.Tick(); err != nil {
						return nil, err
					}
				}
			}
			return out, nil
		}
	case *Dict:
		if x.class == nil {
			return x.Keys(), nil
		}
	}
	it, err := Iter(t, o)
	if err != nil {
		return nil, err
	}
	return drain(t, it)
}

// drain collects what is left of an iterator.
func drain(t *Thread, it Iterator) ([]py.Object, error) {
	l := &py.List{}
	if n := lengthHint(t, it); n > 0 && n < 1<<24 {
		l.Items = make([]py.Object, 0, n)
	}
	err := extendList(t, l, it)
	return l.Items, err
}

// ForEach calls f with each item of an iterable, with the safe points that a long loop needs.
func ForEach(t *Thread, o py.Object, f func(py.Object) error) error {
	switch x := o.(type) {
	case *py.List:
		for i := 0; i < len(x.Items); i++ {
			if err := f(x.Items[i]); err != nil {
				return err
			}
			if i&1023 == 1023 {
				if err := t.Tick(); err != nil {
					return err
				}
			}
		}
		return nil
	}
	it, err := Iter(t, o)
	if err != nil {
		return err
	}
	var tick ticks
	for {
		v, err := it.Next(t)
		if err != nil || v == nil {
			return err
		}
		if err := f(v); err != nil {
			return err
		}
		if err := tick.step(t); err != nil {
			return err
		}
	}
}

// Unpack takes exactly n items of an iterable, or at least n-1 when star >= 0 names the position that receives the
// rest as a list.
func Unpack(t *Thread, o py.Object, n int, star int) ([]py.Object, error) {
	if star < 0 {
		switch x := o.(type) {
		case py.Tuple:
			if len(x) == n {
				return x, nil
			}
			return nil, unpackError(len(x), n)
		case *py.List:
			if len(x.Items) == n {
				return append([]py.Object(nil), x.Items...), nil
			}
			return nil, unpackError(len(x.Items), n)
		}
	}
	it, err := Iter(t, o)
	if err != nil {
		if IsException(err, py.TypeError) && !isIterable(o) {
			return nil, TypeErrorf("cannot unpack non-iterable %s object", typeName(o))
		}
		return nil, err
	}
	want := n
	if star >= 0 {
		want = n - 1
		items, err := drain(t, it)
		if err != nil {
			return nil, err
		}
		if len(items) < want {
			return nil, ValueErrorf("not enough values to unpack (expected at least %d, got %d)", want, len(items))
		}
		rest := len(items) - want
		out := make([]py.Object, 0, n)
		out = append(out, items[:star]...)
		out = append(out, &py.List{Items: append([]py.Object(nil), items[star:star+rest]...)})
		return append(out, items[star+rest:]...), nil
	}
	out := make([]py.Object, 0, n)
	for len(out) < want {
		v, err := it.Next(t)
		if err != nil {
			return nil, err
		}
		if v == nil {
			return nil, unpackError(len(out), n)
		}
		out = append(out, v)
	}
	v, err := it.Next(t)
	if err != nil {
		return nil, err
	}
	if v != nil {
		return nil, unpackError(n+1, n)
	}
	return out, nil
}

func unpackError(got, want int) error {
	if got > want {
		return ValueErrorf("too many values to unpack (expected %d)", want)
	}
	return ValueErrorf("not enough values to unpack (expected %d, got %d)", want, got)
}
