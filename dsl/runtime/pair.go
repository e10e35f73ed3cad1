package runtime

import (
	"unsafe"

	"github.com/go-python/gpython/py"
)

// pair is a two-item tuple with its items behind its slice header: one allocation instead of two. Loops over items(),
// enumerate and zip make one such tuple per round.
type pair struct {
	header py.Tuple
	items  [2]py.Object
}

// tupleWord is the type word of a tuple in an interface.
var tupleWord = func() unsafe.Pointer {
	var o py.Object = py.Tuple{}
	return (*objWords)(unsafe.Pointer(&o)).typ
}()

// NewPair is the tuple (a, b).
func NewPair(a, b py.Object) py.Object {
	p := &pair{items: [2]py.Object{a, b}}
	p.header = p.items[:]
	// An interface holding a slice is its type word and a pointer to the header.
	var o py.Object
	w := (*objWords)(unsafe.Pointer(&o))
	w.typ, w.data = tupleWord, unsafe.Pointer(&p.header)
	return o
}

// PairIterator is implemented by iterators whose items are pairs, so that "for a, b in ..." can do without the tuple.
// NextPair returns three nils at the end; it may be called only while Pairs is true.
type PairIterator interface {
	Iterator
	NextPair(t *Thread) (a, b py.Object, err error)
	Pairs() bool
}

// Pairs reports whether the iterator yields items rather than keys or values.
func (it *DictIter) Pairs() bool { return it.part == dictItems }

// NextPair is the next key and value.
func (it *DictIter) NextPair(t *Thread) (k, v py.Object, err error) {
	d := it.d
	if d == nil {
		return nil, nil, nil
	}
	if d.live != it.live || d.epoch != it.epoch {
		_, err := it.Next(t)
		return nil, nil, err
	}
	for it.pos >= 0 && it.pos < len(d.entries) {
		e := &d.entries[it.pos]
		if it.reverse {
			it.pos--
		} else {
			it.pos++
		}
		if e.key != nil {
			return e.key, e.value, nil
		}
	}
	it.d = nil
	return nil, nil, nil
}

// Pairs is true: numbers and items.
func (e *enumerateIter) Pairs() bool { return e.big == nil }

// NextPair is the next number and item.
func (e *enumerateIter) NextPair(t *Thread) (n, v py.Object, err error) {
	v, err = e.it.Next(t)
	if v == nil || err != nil {
		return nil, nil, err
	}
	i := e.n
	if e.n++; e.n < i {
		e.big, _ = Binary(t, OpAdd, py.Int(i), IntObj(1))
	}
	return IntObj(i), v, nil
}

// Pairs reports whether exactly two iterables are zipped.
func (z *zipIter) Pairs() bool { return len(z.its) == 2 && !z.strict }

// NextPair is the next item of each.
func (z *zipIter) NextPair(t *Thread) (a, b py.Object, err error) {
	if z.done {
		return nil, nil, nil
	}
	if a, err = z.its[0].Next(t); a != nil && err == nil {
		if b, err = z.its[1].Next(t); b != nil && err == nil {
			return a, b, nil
		}
	}
	z.done = err == nil
	return nil, nil, err
}
