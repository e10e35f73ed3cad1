package runtime

import "github.com/go-python/gpython/py"

// Set algebra, comparison, hash and iteration of sets.

func (s *Set) intersection(t *Thread, o py.Object) (*Set, error) {
	r := newSetLike(s)
	if x, ok := Payload(o).(*Set); ok {
		if x == s {
			return s.Copy(), nil
		}
		a, b := s, x
		if b.used > a.used {
			a, b = b, a
		}
		for i := 0; i < len(b.table); i++ {
			e := b.table[i]
			if !e.live() {
				continue
			}
			found, err := a.lookup(t, e.key, e.hash)
			if err != nil {
				return nil, err
			}
			if found != nil {
				if err := r.addHash(t, e.key, e.hash); err != nil {
					return nil, err
				}
			}
		}
		return r, nil
	}
	return r, ForEach(t, o, func(v py.Object) error {
		h, err := Hash(t, v)
		if err != nil {
			return err
		}
		found, err := s.lookup(t, v, h)
		if err != nil || found == nil {
			return err
		}
		return r.addHash(t, v, h)
	})
}

func (s *Set) differenceUpdate(t *Thread, o py.Object) error {
	if x, ok := Payload(o).(*Set); ok {
		if x == s {
			s.Clear()
			return nil
		}
		for i := 0; i < len(x.table); i++ {
			if e := x.table[i]; e.live() {
				if _, err := s.discardHash(t, e.key, e.hash); err != nil {
					return err
				}
			}
		}
	} else if err := ForEach(t, o, func(v py.Object) error { _, err := s.Discard(t, v); return err }); err != nil {
		return err
	}
	if s.fill-s.used > int(s.mask)/4 {
		s.grow()
	}
	return nil
}

func (s *Set) difference(t *Thread, o py.Object) (*Set, error) {
	var has func(k py.Object, h int64) (bool, error)
	size := 0
	switch x := Payload(o).(type) {
	case *Set:
		size = x.used
		has = func(k py.Object, h int64) (bool, error) { e, err := x.lookup(t, k, h); return e != nil, err }
	case *Dict:
		size = x.live
		has = func(k py.Object, h int64) (bool, error) { _, ok, err := x.getHash(t, k, h); return ok, err }
	}
	if has == nil || s.used>>2 > size {
		r := s.Copy()
		return r, r.differenceUpdate(t, o)
	}
	r := newSetLike(s)
	for i := 0; i < len(s.table); i++ {
		e := s.table[i]
		if !e.live() {
			continue
		}
		in, err := has(e.key, e.hash)
		if err != nil {
			return nil, err
		}
		if !in {
			if err := r.addHash(t, e.key, e.hash); err != nil {
				return nil, err
			}
		}
	}
	return r, nil
}

func (s *Set) symmetricUpdate(t *Thread, o py.Object) error {
	x, err := asSet(t, o)
	if err != nil {
		return err
	}
	if x == s {
		s.Clear()
		return nil
	}
	for i := 0; i < len(x.table); i++ {
		e := x.table[i]
		if !e.live() {
			continue
		}
		gone, err := s.discardHash(t, e.key, e.hash)
		if err != nil {
			return err
		}
		if !gone {
			if err := s.addHash(t, e.key, e.hash); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *Set) symmetric(t *Thread, o py.Object) (*Set, error) {
	r := newSetLike(s)
	if err := r.Update(t, o); err != nil {
		return nil, err
	}
	return r, r.symmetricUpdate(t, s)
}

func (s *Set) union(t *Thread, o py.Object) (*Set, error) {
	r := s.Copy()
	return r, r.Update(t, o)
}

// setBinary is | & - ^ on two sets; the result has the type of the left one.
func setBinary(t *Thread, op BinOp, a, b *Set) (py.Object, error) {
	var r *Set
	var err error
	switch op {
	case OpBitOr:
		r, err = a.union(t, b)
	case OpBitAnd:
		r, err = a.intersection(t, b)
		if r != nil {
			r.frozen = a.frozen
		}
	case OpSub:
		r, err = a.difference(t, b)
	default:
		r, err = a.symmetric(t, b)
	}
	if err != nil {
		return nil, err
	}
	return r, nil
}

// become takes over the items of r.
func (s *Set) become(r *Set) {
	s.table, s.mask, s.fill, s.used = r.table, r.mask, r.fill, r.used
}

// setInPlace is |= &= -= ^= on a set.
func setInPlace(t *Thread, op BinOp, a, b *Set) (bool, error) {
	switch op {
	case OpBitOr:
		return true, a.mergeSet(t, b)
	case OpBitAnd:
		r, err := a.intersection(t, b)
		if err == nil {
			a.become(r)
		}
		return true, err
	case OpSub:
		return true, a.differenceUpdate(t, b)
	case OpBitXor:
		return true, a.symmetricUpdate(t, b)
	}
	return false, nil
}

// subset reports whether every item of s is in o.
func (s *Set) subset(t *Thread, o *Set) (bool, error) {
	if s.used > o.used {
		return false, nil
	}
	for i := 0; i < len(s.table); i++ {
		if e := s.table[i]; e.live() {
			found, err := o.lookup(t, e.key, e.hash)
			if err != nil || found == nil {
				return false, err
			}
		}
	}
	return true, nil
}

// compare is the six comparisons, which mean inclusion.
func (s *Set) compare(t *Thread, op CmpOp, o *Set) (bool, error) {
	switch op {
	case CmpEq, CmpNe:
		if s.used != o.used {
			return op == CmpNe, nil
		}
		sub, err := s.subset(t, o)
		return sub == (op == CmpEq), err
	case CmpLt:
		if s.used >= o.used {
			return false, nil
		}
		return s.subset(t, o)
	case CmpLe:
		return s.subset(t, o)
	case CmpGt:
		if o.used >= s.used {
			return false, nil
		}
	}
	return o.subset(t, s)
}

// hash is the hash of a frozenset with these items: it does not depend on their order.
func (s *Set) hash() int64 {
	if s.frozen && s.cached != 0 {
		return s.cached
	}
	h := uint64(0)
	for i := range s.table {
		if s.table[i].live() {
			x := uint64(s.table[i].hash)
			h ^= ((x ^ 89869747) ^ (x << 16)) * 3644798167
		}
	}
	h ^= (uint64(s.used) + 1) * 1927868237
	h ^= (h >> 11) ^ (h >> 25)
	h = h*69069 + 907133923
	if int64(h) == -1 {
		h = 590923713
	}
	if s.frozen {
		s.cached = int64(h)
	}
	return int64(h)
}

var setIterType = newIterType("set_iterator")

// SetIter iterates a set and notices when its size changes.
type SetIter struct {
	s    *Set
	i    int
	used int
}

func newSetIter(s *Set) *SetIter { return &SetIter{s: s, used: s.used} }

// Type is set_iterator.
func (it *SetIter) Type() *py.Type { return setIterType }

// Next is the next item.
func (it *SetIter) Next(t *Thread) (py.Object, error) {
	if it.s == nil {
		return nil, nil
	}
	if it.used != it.s.used {
		it.used = -1
		return nil, Errorf(py.RuntimeError, "Set changed size during iteration")
	}
	for it.i < len(it.s.table) {
		e := &it.s.table[it.i]
		it.i++
		if e.live() {
			return e.key, nil
		}
	}
	it.s = nil
	return nil, nil
}

func (it *SetIter) lengthHint() int {
	if it.s == nil {
		return 0
	}
	return it.used
}
