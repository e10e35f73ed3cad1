package pymod

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// deque is collections.deque: a ring buffer whose length is a power of two.
type deque struct {
	buf     []object
	head, n int
	maxlen  int // -1: unbounded
	state   int // changes with every change of length, so that iterators notice
}

var (
	dequeType      = newType("collections", "deque", "A sequence that is fast at both ends. With maxlen, adding to a full deque drops an item at the other end.", nil)
	dequeIterType  = runtime.NewIteratorType("_collections._deque_iterator", "")
	dequeRIterType = runtime.NewIteratorType("_collections._deque_reverse_iterator", "")
)

func newDeque() *deque { return &deque{maxlen: -1} }

func (d *deque) Type() *py.Type { return dequeType }
func (d *deque) Len() int       { return d.n }

func (d *deque) slot(i int) *object { return &d.buf[(d.head+i)&(len(d.buf)-1)] }

func (d *deque) grow() {
	if d.n < len(d.buf) {
		return
	}
	buf := make([]object, max(8, 2*len(d.buf)))
	for i := 0; i < d.n; i++ {
		buf[i] = *d.slot(i)
	}
	d.buf, d.head = buf, 0
}

func (d *deque) push(v object) {
	if d.maxlen == 0 {
		return
	}
	if d.n == d.maxlen {
		d.popLeft()
	}
	d.grow()
	d.n++
	*d.slot(d.n - 1) = v
	d.state++
}

func (d *deque) pushLeft(v object) {
	if d.maxlen == 0 {
		return
	}
	if d.n == d.maxlen {
		d.pop()
	}
	d.grow()
	d.head = (d.head - 1) & (len(d.buf) - 1)
	d.n++
	d.buf[d.head] = v
	d.state++
}

func (d *deque) pop() object {
	p := d.slot(d.n - 1)
	v := *p
	*p = nil
	d.n--
	d.state++
	return v
}

func (d *deque) popLeft() object {
	v := d.buf[d.head]
	d.buf[d.head] = nil
	d.head = (d.head + 1) & (len(d.buf) - 1)
	d.n--
	d.state++
	return v
}

func (d *deque) items() []object {
	out := make([]object, d.n)
	for i := range out {
		out[i] = *d.slot(i)
	}
	return out
}

func (d *deque) clear() { d.buf, d.head, d.n, d.state = nil, 0, 0, d.state+1 }

// set replaces the content.
func (d *deque) set(items []object) {
	d.clear()
	for _, v := range items {
		d.push(v)
	}
}

func (d *deque) extend(t *thread, o object) error {
	if o == object(d) {
		o = py.Tuple(d.items())
	}
	return runtime.ForEach(t, o, func(v object) error { d.push(v); return nil })
}

func (d *deque) copy() *deque {
	c := &deque{maxlen: d.maxlen}
	c.set(d.items())
	return c
}

func (d *deque) index(t *thread, key object, what string) (int, error) {
	if _, ok := key.(*py.Slice); ok {
		return 0, runtime.TypeErrorf("sequence index must be integer, not 'slice'")
	}
	i, err := runtime.Index(t, key)
	if err != nil {
		return 0, runtime.TypeErrorf("sequence index must be integer, not '%s'", runtime.TypeName(key))
	}
	n, ok := i.(py.Int)
	k := int(n)
	if k < 0 {
		k += d.n
	}
	if !ok || k < 0 || k >= d.n {
		return 0, runtime.IndexErrorf("deque index out of range")
	}
	return k, nil
}

// GetItem is d[i].
func (d *deque) GetItem(t *thread, key object) (object, error) {
	i, err := d.index(t, key, "")
	if err != nil {
		return nil, err
	}
	return *d.slot(i), nil
}

// SetItem is d[i] = v.
func (d *deque) SetItem(t *thread, key, v object) error {
	i, err := d.index(t, key, "")
	if err == nil {
		*d.slot(i) = v
	}
	return err
}

// DelItem is del d[i].
func (d *deque) DelItem(t *thread, key object) error {
	i, err := d.index(t, key, "")
	if err == nil {
		d.remove(i)
	}
	return err
}

// each calls f for the place of every item equal to v until f returns false.
func (d *deque) each(t *thread, v object, f func(i int) bool) error {
	state := d.state
	for i := 0; i < d.n; i++ {
		eq, err := runtime.Equal(t, *d.slot(i), v)
		if err != nil {
			return err
		}
		if state != d.state {
			return runtime.Errorf(py.RuntimeError, "deque mutated during iteration")
		}
		if eq && !f(i) {
			return nil
		}
	}
	return nil
}

func (d *deque) remove(i int) {
	items := d.items()
	d.set(append(items[:i], items[i+1:]...))
}

func (d *deque) iter(reverse bool) object {
	state, i, typ := d.state, 0, dequeIterType
	if reverse {
		i, typ = d.n-1, dequeRIterType
	}
	return funcIter(typ, func(t *thread) (object, error) {
		if i < 0 || i >= d.n && state == d.state {
			return nil, nil
		}
		if state != d.state {
			return nil, runtime.Errorf(py.RuntimeError, "deque mutated during iteration")
		}
		v := *d.slot(i)
		if reverse {
			i--
		} else {
			i++
		}
		return v, nil
	})
}

// Iter iterates from the left.
func (d *deque) Iter(t *thread) (runtime.Iterator, error) {
	return d.iter(false).(runtime.Iterator), nil
}

// Reversed iterates from the right.
func (d *deque) Reversed(t *thread) (runtime.Iterator, error) {
	return d.iter(true).(runtime.Iterator), nil
}

// Contains is "item in d".
func (d *deque) Contains(t *thread, item object) (bool, error) {
	state := d.state
	for i := 0; i < d.n; i++ {
		eq, err := runtime.Equal(t, *d.slot(i), item)
		if eq || err != nil {
			return eq, err
		}
		if d.state != state {
			return false, runtime.Errorf(py.RuntimeError, "deque mutated during iteration")
		}
	}
	return false, nil
}

// Repr is "deque([...])".
func (d *deque) Repr(t *thread) (string, error) {
	return runtime.ReprGuard(t, d, "[...]", func() (string, error) {
		s, err := runtime.Repr(t, list(d.items()...))
		if d.maxlen >= 0 {
			s += ", maxlen=" + itoa(d.maxlen)
		}
		return "deque(" + s + ")", err
	})
}

// BinaryOp is + and *.
func (d *deque) BinaryOp(t *thread, op runtime.BinOp, other object, reflected bool) (object, error) {
	switch op {
	case runtime.OpAdd:
		o, ok := runtime.Payload(other).(*deque)
		if reflected || !ok {
			if !reflected {
				return nil, runtime.TypeErrorf("can only concatenate deque (not \"%s\") to deque", runtime.TypeName(other))
			}
			return runtime.NotImplemented, nil
		}
		c := d.copy()
		return c, c.extend(t, o)
	case runtime.OpMul:
		l, err := runtime.Binary(t, runtime.OpMul, list(d.items()...), other)
		if err != nil {
			return nil, err
		}
		c := &deque{maxlen: d.maxlen}
		c.set(l.(*py.List).Items)
		return c, nil
	}
	return runtime.NotImplemented, nil
}

// InPlaceOp is += and *=.
func (d *deque) InPlaceOp(t *thread, op runtime.BinOp, other object) (object, error) {
	switch op {
	case runtime.OpAdd:
		return d, d.extend(t, other)
	case runtime.OpMul:
		r, err := d.BinaryOp(t, op, other, false)
		if err != nil {
			return nil, err
		}
		d.set(r.(*deque).items())
		return d, nil
	}
	return runtime.NotImplemented, nil
}

// CompareOp compares item by item with another deque.
func (d *deque) CompareOp(t *thread, op runtime.CmpOp, other object) (object, error) {
	o, ok := runtime.Payload(other).(*deque)
	if !ok {
		return runtime.NotImplemented, nil
	}
	return runtime.Compare(t, op, list(d.items()...), list(o.items()...))
}

func dequeMethod(name, params, doc string, f func(t *thread, d *deque, a []object) (object, error)) {
	runtime.TypeMethod(dequeType, name, params, doc, f)
}

func init() {
	dequeType.Dict["__new__"] = runtime.NewNative("__new__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		return runtime.WrapNew(args[0].(*py.Type), newDeque()), nil
	})
	dequeMethod("__init__", "iterable=, maxlen=", "Forget all items, then add those of iterable.", func(t *thread, d *deque, a []object) (object, error) {
		d.maxlen = -1
		if given(a[1]) {
			n, err := runtime.AsInt(t, a[1])
			if err != nil {
				return nil, runtime.TypeErrorf("an integer is required")
			}
			if n < 0 {
				return nil, runtime.ValueErrorf("maxlen must be non-negative")
			}
			d.maxlen = n
		}
		d.clear()
		if a[0] != nil {
			return none, d.extend(t, a[0])
		}
		return none, nil
	})
	dequeMethod("append", "x, /", "Add x at the right end.", func(t *thread, d *deque, a []object) (object, error) {
		d.push(a[0])
		return none, nil
	})
	dequeMethod("appendleft", "x, /", "Add x at the left end.", func(t *thread, d *deque, a []object) (object, error) {
		d.pushLeft(a[0])
		return none, nil
	})
	dequeMethod("pop", "/", "Take out the item at the right end and return it. IndexError if there is none.", func(t *thread, d *deque, a []object) (object, error) {
		if d.n == 0 {
			return nil, runtime.IndexErrorf("pop from an empty deque")
		}
		return d.pop(), nil
	})
	dequeMethod("popleft", "/", "Take out the item at the left end and return it. IndexError if there is none.", func(t *thread, d *deque, a []object) (object, error) {
		if d.n == 0 {
			return nil, runtime.IndexErrorf("pop from an empty deque")
		}
		return d.popLeft(), nil
	})
	dequeMethod("extend", "iterable, /", "Add all items of iterable at the right end.", func(t *thread, d *deque, a []object) (object, error) {
		return none, d.extend(t, a[0])
	})
	dequeMethod("extendleft", "iterable, /", "Add the items of iterable one by one at the left end, so that the last one comes first.", func(t *thread, d *deque, a []object) (object, error) {
		o := a[0]
		if o == object(d) {
			o = py.Tuple(d.items())
		}
		return none, runtime.ForEach(t, o, func(v object) error { d.pushLeft(v); return nil })
	})
	dequeMethod("clear", "/", "Make the deque empty.", func(t *thread, d *deque, a []object) (object, error) {
		d.clear()
		return none, nil
	})
	cp := func(t *thread, d *deque, a []object) (object, error) { return d.copy(), nil }
	dequeMethod("copy", "/", "A new deque with the same items and the same maxlen.", cp)
	dequeMethod("__copy__", "/", "What copy.copy() calls: the same as copy().", cp)
	dequeMethod("rotate", "n=, /", "Move n items from the right end to the left end; from left to right if n is negative.", func(t *thread, d *deque, a []object) (object, error) {
		n := 1
		if a[0] != nil {
			var err error
			if n, err = runtime.AsInt(t, a[0]); err != nil {
				return nil, err
			}
		}
		if d.n < 2 {
			return none, nil
		}
		n %= d.n
		if n < 0 {
			n += d.n
		}
		if n <= d.n/2 {
			for ; n > 0; n-- {
				d.pushRaw(d.pop())
			}
		} else {
			for n = d.n - n; n > 0; n-- {
				v := d.popLeft()
				d.n++
				*d.slot(d.n - 1) = v
			}
		}
		d.state++
		return none, nil
	})
	dequeMethod("reverse", "/", "Turn the order of the items around, in the deque itself.", func(t *thread, d *deque, a []object) (object, error) {
		for i, j := 0, d.n-1; i < j; i, j = i+1, j-1 {
			x, y := d.slot(i), d.slot(j)
			*x, *y = *y, *x
		}
		return none, nil
	})
	dequeMethod("count", "value, /", "How many items equal value.", func(t *thread, d *deque, a []object) (object, error) {
		n := 0
		err := d.each(t, a[0], func(int) bool { n++; return true })
		return num(n), err
	})
	dequeMethod("index", "value, start=, stop=, /", "Position of the first item that equals value, looked for between start and stop. ValueError if there is none.", func(t *thread, d *deque, a []object) (object, error) {
		bound := [2]int{0, d.n}
		for i, o := range a[1:] {
			if o == nil {
				continue
			}
			n, err := runtime.SliceIndex(t, o)
			if err != nil {
				return nil, err
			}
			if n < 0 {
				n = max(0, n+d.n)
			}
			bound[i] = n
		}
		found := -1
		err := d.each(t, a[0], func(i int) bool {
			if i >= bound[0] && i < bound[1] {
				found = i
			}
			return found < 0
		})
		if err != nil || found >= 0 {
			return num(found), err
		}
		s, err := runtime.Repr(t, a[0])
		if err != nil {
			return nil, err
		}
		return nil, runtime.ValueErrorf("%s is not in deque", s)
	})
	dequeMethod("insert", "index, value, /", "Put value in at position index. IndexError if the deque is full.", func(t *thread, d *deque, a []object) (object, error) {
		if d.maxlen >= 0 && d.n >= d.maxlen {
			return nil, runtime.IndexErrorf("deque already at its maximum size")
		}
		l := runtime.NewList(d.items())
		_, err := runtime.Call(t, py.ListType.Dict["insert"], []object{l, a[0], a[1]}, nil)
		if err == nil {
			d.set(l.Items)
		}
		return none, err
	})
	dequeMethod("remove", "value, /", "Take out the first item that equals value. ValueError if there is none.", func(t *thread, d *deque, a []object) (object, error) {
		size := d.n
		for i := 0; i < size; i++ {
			eq, err := runtime.Equal(t, *d.slot(i), a[0])
			if err != nil {
				return nil, err
			}
			if size != d.n {
				return nil, runtime.IndexErrorf("deque mutated during iteration")
			}
			if eq {
				d.remove(i)
				return none, nil
			}
		}
		s, err := runtime.Repr(t, a[0])
		if err != nil {
			return nil, err
		}
		return nil, runtime.ValueErrorf("%s is not in deque", s)
	})
	dequeMethod("__reversed__", "/", "", func(t *thread, d *deque, a []object) (object, error) { return d.iter(true), nil })
	goSlots(dequeType)
	runtime.MakeGeneric(dequeType)
	runtime.TypeGetter(dequeType, "maxlen", "The greatest length the deque may have; None for no limit.", func(d *deque) object {
		if d.maxlen < 0 {
			return none
		}
		return num(d.maxlen)
	})
}

// pushRaw puts an item on the left without the bound.
func (d *deque) pushRaw(v object) {
	d.head = (d.head - 1) & (len(d.buf) - 1)
	d.n++
	d.buf[d.head] = v
}

// goSlots adds the special methods of a Go container type to its class, so that classes of the language that derive
// from it, and calls by name, find them.
func goSlots(typ *py.Type) {
	self := func(args []object) object { return runtime.Payload(args[0]) }
	add := func(name string, n int, f func(t *thread, args []object) (object, error)) {
		if _, ok := typ.Dict[name]; ok {
			return
		}
		typ.Dict[name] = runtime.NewMethod(name, "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
			if len(args) != n+1 || len(kw) > 0 {
				return nil, runtime.TypeErrorf("expected %d arguments, got %d", n, len(args)-1)
			}
			return f(t, args)
		})
	}
	add("__len__", 0, func(t *thread, args []object) (object, error) {
		n, err := runtime.Len(t, self(args))
		return num(n), err
	})
	add("__getitem__", 1, func(t *thread, args []object) (object, error) { return runtime.GetItem(t, self(args), args[1]) })
	add("__setitem__", 2, func(t *thread, args []object) (object, error) {
		return none, runtime.SetItem(t, self(args), args[1], args[2])
	})
	add("__delitem__", 1, func(t *thread, args []object) (object, error) { return none, runtime.DelItem(t, self(args), args[1]) })
	add("__contains__", 1, func(t *thread, args []object) (object, error) {
		b, err := runtime.Contains(t, self(args), args[1])
		return boolean(b), err
	})
	add("__iter__", 0, func(t *thread, args []object) (object, error) { return runtime.Iter(t, self(args)) })
	add("__repr__", 0, func(t *thread, args []object) (object, error) {
		s, err := runtime.Repr(t, self(args))
		return str(s), err
	})
	for i, name := range []string{"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"} {
		add(name, 1, func(t *thread, args []object) (object, error) {
			c, ok := self(args).(runtime.CompareOperator)
			if !ok {
				return runtime.NotImplemented, nil
			}
			return c.CompareOp(t, runtime.CmpOp(i), args[1])
		})
	}
	for name, op := range map[string]runtime.BinOp{"__add__": runtime.OpAdd, "__mul__": runtime.OpMul} {
		add(name, 1, func(t *thread, args []object) (object, error) {
			b, ok := self(args).(runtime.BinaryOperator)
			if !ok {
				return runtime.NotImplemented, nil
			}
			return b.BinaryOp(t, op, args[1], false)
		})
	}
	if _, ok := typ.Dict["__hash__"]; !ok {
		typ.Dict["__hash__"] = none
	}
}
