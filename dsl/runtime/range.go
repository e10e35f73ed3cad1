package runtime

import (
	"math/big"

	"github.com/go-python/gpython/py"
)

// Range is range(start, stop, step). Bounds of machine size, the usual case, need no big integers.
type Range struct {
	start, stop, step int64
	n                 int64
	big               *bigRange // set when some bound, or the length, does not fit
}

type bigRange struct{ start, stop, step, n *big.Int }

// Type is range.
func (r *Range) Type() *py.Type { return py.RangeType }

// NewRange makes the range of int64 bounds; step is not 0.
func NewRange(start, stop, step int64) *Range {
	r := &Range{start: start, stop: stop, step: step}
	switch {
	case step > 0 && start < stop:
		d := uint64(stop) - uint64(start) - 1
		n := d/uint64(step) + 1
		if n > 1<<62 || start > 0 && stop > 1<<63-1-step {
			return newBigRange(big.NewInt(start), big.NewInt(stop), big.NewInt(step))
		}
		r.n = int64(n)
	case step < 0 && start > stop:
		d := uint64(start) - uint64(stop) - 1
		n := d/(-uint64(step)) + 1
		if n > 1<<62 || start < 0 && stop < -1<<63-step {
			return newBigRange(big.NewInt(start), big.NewInt(stop), big.NewInt(step))
		}
		r.n = int64(n)
	}
	return r
}

func newBigRange(start, stop, step *big.Int) *Range {
	n := new(big.Int)
	if step.Sign() > 0 && start.Cmp(stop) < 0 || step.Sign() < 0 && start.Cmp(stop) > 0 {
		if step.Sign() > 0 {
			n.Sub(stop, start)
		} else {
			n.Sub(start, stop)
		}
		n.Sub(n, bigOne)
		n.Quo(n, new(big.Int).Abs(step))
		n.Add(n, bigOne)
	}
	return &Range{big: &bigRange{start, stop, step, n}}
}

// rangeOf makes a range of integer objects.
func rangeOf(start, stop, step py.Object) (*Range, error) {
	if bigSign(step) == 0 {
		return nil, ValueErrorf("range() arg 3 must not be zero")
	}
	a, ok := start.(py.Int)
	b, ok2 := stop.(py.Int)
	c, ok3 := step.(py.Int)
	if ok && ok2 && ok3 {
		return NewRange(int64(a), int64(b), int64(c)), nil
	}
	x, _ := asBig(start)
	y, _ := asBig(stop)
	z, _ := asBig(step)
	return newBigRange(x, y, z), nil
}

// Bounds are start, stop and step of a range within int64; ok is false otherwise.
func (r *Range) Bounds() (start, stop, step int64, ok bool) {
	return r.start, r.stop, r.step, r.big == nil
}

func (r *Range) parts() (start, stop, step py.Object) {
	if b := r.big; b != nil {
		return BigObj(b.start), BigObj(b.stop), BigObj(b.step)
	}
	return IntObj(r.start), IntObj(r.stop), IntObj(r.step)
}

func (r *Range) length() py.Object {
	if r.big != nil {
		return BigObj(r.big.n)
	}
	return IntObj(r.n)
}

func (r *Range) bigLen() *big.Int {
	if r.big != nil {
		return r.big.n
	}
	return big.NewInt(r.n)
}

// at is item i, 0 <= i < length.
func (r *Range) at(i *big.Int) py.Object {
	start, _, step := r.parts()
	a, _ := asBig(start)
	c, _ := asBig(step)
	z := new(big.Int).Mul(i, c)
	return BigObj(z.Add(z, a))
}

func (r *Range) item(t *Thread, key py.Object) (py.Object, error) {
	if s, ok := key.(*py.Slice); ok {
		return r.slice(t, s)
	}
	if !hasIndex(key) {
		return nil, TypeErrorf("range indices must be integers or slices, not %s", typeName(key))
	}
	i, err := Index(t, key)
	if err != nil {
		return nil, err
	}
	if n, ok := i.(py.Int); ok && r.big == nil {
		j := int64(n)
		if j < 0 {
			j += r.n
		}
		if j < 0 || j >= r.n {
			return nil, IndexErrorf("range object index out of range")
		}
		return IntObj(r.start + j*r.step), nil
	}
	z, _ := asBig(i)
	n := r.bigLen()
	if z.Sign() < 0 {
		z = new(big.Int).Add(z, n)
	}
	if z.Sign() < 0 || z.Cmp(n) >= 0 {
		return nil, IndexErrorf("range object index out of range")
	}
	return r.at(z), nil
}

func (r *Range) slice(t *Thread, s *py.Slice) (py.Object, error) {
	start, stop, step, err := sliceIndicesBig(t, s, r.bigLen())
	if err != nil {
		return nil, err
	}
	_, _, c := r.parts()
	cz, _ := asBig(c)
	return rangeOf(r.at(start), r.at(stop), BigObj(new(big.Int).Mul(step, cz)))
}

// sliceIndicesBig resolves a slice against a length of any size.
func sliceIndicesBig(t *Thread, s *py.Slice, length *big.Int) (start, stop, step *big.Int, err error) {
	read := func(o py.Object) (*big.Int, error) {
		if !hasIndex(o) {
			return nil, TypeErrorf("slice indices must be integers or None or have an __index__ method")
		}
		i, err := Index(t, o)
		if err != nil {
			return nil, err
		}
		z, _ := asBig(i)
		return z, nil
	}
	step = bigOne
	if s.Step != py.None {
		if step, err = read(s.Step); err != nil {
			return
		}
		if step.Sign() == 0 {
			return nil, nil, nil, ValueErrorf("slice step cannot be zero")
		}
	}
	low, high := new(big.Int), length
	if step.Sign() < 0 {
		low, high = big.NewInt(-1), new(big.Int).Sub(length, bigOne)
	}
	bound := func(o py.Object, def *big.Int) (*big.Int, error) {
		if o == py.None {
			return def, nil
		}
		z, err := read(o)
		if err != nil {
			return nil, err
		}
		if z.Sign() < 0 {
			if z = new(big.Int).Add(z, length); z.Cmp(low) < 0 {
				z = low
			}
		} else if z.Cmp(high) > 0 {
			z = high
		}
		return z, nil
	}
	first, last := low, high
	if step.Sign() < 0 {
		first, last = high, low
	}
	if start, err = bound(s.Start, first); err != nil {
		return
	}
	stop, err = bound(s.Stop, last)
	return
}

// find is the position of an integer in the range; ok is false when it is not in it.
func (r *Range) find(o py.Object) (*big.Int, bool) {
	v, _ := asBig(o)
	start, _, step := r.parts()
	a, _ := asBig(start)
	c, _ := asBig(step)
	d := new(big.Int).Sub(v, a)
	q, m := new(big.Int).QuoRem(d, c, new(big.Int))
	if m.Sign() != 0 || q.Sign() < 0 || q.Cmp(r.bigLen()) >= 0 {
		return nil, false
	}
	return q, true
}

func (r *Range) contains(t *Thread, item py.Object) (bool, error) {
	switch x := item.(type) {
	case py.Int:
		if r.big == nil {
			v := int64(x)
			if r.step > 0 {
				return v >= r.start && v < r.stop && (uint64(v)-uint64(r.start))%uint64(r.step) == 0, nil
			}
			return v <= r.start && v > r.stop && (uint64(r.start)-uint64(v))%(-uint64(r.step)) == 0, nil
		}
		_, ok := r.find(x)
		return ok, nil
	case py.Bool, *py.BigInt:
		_, ok := r.find(x)
		return ok, nil
	}
	return containsByIter(t, r.iter(), item)
}

// containsByIter looks for an item by iterating.
func containsByIter(t *Thread, it Iterator, item py.Object) (bool, error) {
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

// equal compares ranges as the sequences they stand for.
func (r *Range) equal(o *Range) bool {
	n := r.bigLen()
	if n.Cmp(o.bigLen()) != 0 {
		return false
	}
	if n.Sign() == 0 {
		return true
	}
	a, _, c := r.parts()
	b, _, d := o.parts()
	x, _ := asBig(a)
	y, _ := asBig(b)
	if x.Cmp(y) != 0 {
		return false
	}
	if n.Cmp(bigOne) == 0 {
		return true
	}
	x, _ = asBig(c)
	y, _ = asBig(d)
	return x.Cmp(y) == 0
}

func (r *Range) hash(t *Thread) (int64, error) {
	start, _, step := r.parts()
	n := r.bigLen()
	key := py.Tuple{r.length(), start, step}
	if n.Sign() == 0 {
		key[1], key[2] = py.None, py.None
	} else if n.Cmp(bigOne) == 0 {
		key[2] = py.None
	}
	return Hash(t, key)
}

var (
	rangeIterType    = newIterType("range_iterator")
	bigRangeIterType = newIterType("longrange_iterator")
)

// RangeIter iterates a range of machine-size bounds: Left items from Cur on.
type RangeIter struct{ Cur, Step, Left int64 }

// Type is range_iterator.
func (it *RangeIter) Type() *py.Type { return rangeIterType }

// Next is the next number.
func (it *RangeIter) Next(t *Thread) (py.Object, error) {
	if it.Left <= 0 {
		return nil, nil
	}
	v := it.Cur
	it.Cur += it.Step
	it.Left--
	return IntObj(v), nil
}

func (it *RangeIter) lengthHint() int { return int(it.Left) }

type bigRangeIter struct{ cur, step, left *big.Int }

func (it *bigRangeIter) Type() *py.Type { return bigRangeIterType }
func (it *bigRangeIter) Next(t *Thread) (py.Object, error) {
	if it.left.Sign() <= 0 {
		return nil, nil
	}
	v := it.cur
	it.cur = new(big.Int).Add(it.cur, it.step)
	it.left = new(big.Int).Sub(it.left, bigOne)
	return BigObj(v), nil
}

func (r *Range) iter() Iterator {
	if b := r.big; b != nil {
		return &bigRangeIter{b.start, b.step, b.n}
	}
	return &RangeIter{Cur: r.start, Step: r.step, Left: r.n}
}

func (r *Range) reversed() Iterator {
	if b := r.big; b != nil {
		last := new(big.Int).Sub(b.n, bigOne)
		last.Mul(last, b.step)
		last.Add(last, b.start)
		return &bigRangeIter{last, new(big.Int).Neg(b.step), b.n}
	}
	return &RangeIter{Cur: r.start + (r.n-1)*r.step, Step: -r.step, Left: r.n}
}
