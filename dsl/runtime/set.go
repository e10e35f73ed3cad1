package runtime

import (
	"github.com/go-python/gpython/py"
)

// Set is set and frozenset: an open-addressed table with the probing and growth that CPython uses, so that sets of
// numbers are printed and iterated in the same order as there.
type Set struct {
	table []setEntry // length is a power of two
	mask  uint64
	fill  int // used places, removed entries included
	used  int
	// finger is where pop looks next.
	finger uint64
	frozen bool
	cached int64 // hash of a frozenset, 0 when not computed

}

type setEntry struct {
	key  py.Object // nil: free; setDummy: removed
	hash int64
}

const (
	setMinSize = 8
	setProbes  = 9
	setShift   = 5
)

var setDummy py.Object = NotImplementedType{}

// NewSet makes an empty set.
func NewSet() *Set { return &Set{table: make([]setEntry, setMinSize), mask: setMinSize - 1} }

// NewFrozenSet makes a frozenset of a fresh set's items. The set must not be used otherwise.
func NewFrozenSet(s *Set) *Set {
	s.frozen = true
	return s
}

func newSetLike(s *Set) *Set {
	c := NewSet()
	c.frozen = s.frozen
	return c
}

// Type is set or frozenset.
func (s *Set) Type() *py.Type {
	if s.frozen {
		return py.FrozenSetType
	}
	return py.SetType
}

// Frozen reports whether this is a frozenset.
func (s *Set) Frozen() bool { return s.frozen }

// Len is the number of items.
func (s *Set) Len() int { return s.used }

// live reports whether a place of the table holds an item. (NotImplemented itself hashes to something else than the
// marker's -1, so that the two are told apart.)
func (e *setEntry) live() bool { return e.key != nil && e.hash != -1 }

// lookup finds an item; nil when absent.
func (s *Set) lookup(t *Thread, key py.Object, h int64) (*setEntry, error) {
restart:
	i := uint64(h) & s.mask
	perturb := uint64(h)
	for {
		probes := 0
		if i+setProbes <= s.mask {
			probes = setProbes
		}
		for p := i; ; p++ {
			e := &s.table[p]
			if e.key == nil {
				return nil, nil
			}
			if e.hash == h {
				eq, known := quickEqual(e.key, key)
				if !known {
					table, k := &s.table[0], e.key
					var err error
					if eq, err = Equal(t, e.key, key); err != nil {
						return nil, err
					}
					if table != &s.table[0] || e.key == nil || !Is(e.key, k) {
						goto restart
					}
				}
				if eq {
					return e, nil
				}
			}
			if probes == 0 {
				break
			}
			probes--
		}
		perturb >>= setShift
		i = (i*5 + 1 + perturb) & s.mask
	}
}

// addHash adds an item of known hash.
func (s *Set) addHash(t *Thread, key py.Object, h int64) error {
	searched := false
restart:
	// The item goes to the last removed place before the first free one on its walk, else to the free one.
	var removed *setEntry
	i := uint64(h) & s.mask
	perturb := uint64(h)
	for {
		probes := 0
		if i+setProbes <= s.mask {
			probes = setProbes
		}
		for p := i; ; p++ {
			e := &s.table[p]
			if e.key == nil {
				s.used++
				if removed != nil {
					removed.key, removed.hash = key, h
					return nil
				}
				e.key, e.hash = key, h
				s.fill++
				if s.fill*5 >= int(s.mask)*3 {
					s.grow()
				}
				return nil
			}
			switch e.hash {
			case -1:
				removed = e
			case h:
				if searched {
					break
				}
				eq, known := quickEqual(e.key, key)
				if !known {
					// The comparison may run code that changes the set: search first, then walk again to the place.
					if found, err := s.lookup(t, key, h); found != nil || err != nil {
						return err
					}
					searched = true
					goto restart
				}
				if eq {
					return nil
				}
			}
			if probes == 0 {
				break
			}
			probes--
		}
		perturb >>= setShift
		i = (i*5 + 1 + perturb) & s.mask
	}
}

func (s *Set) grow() {
	if s.used > 50000 {
		s.resize(s.used * 2)
	} else {
		s.resize(s.used * 4)
	}
}

// resize makes the table larger than min places and drops removed entries.
func (s *Set) resize(min int) {
	size := setMinSize
	for size <= min {
		size *= 2
	}
	old := s.table
	s.table = make([]setEntry, size)
	s.mask = uint64(size - 1)
	s.fill = s.used
	for i := range old {
		if old[i].live() {
			s.insertClean(old[i].key, old[i].hash)
		}
	}
}

// insertClean puts an item into a table that has no removed entries and not this item.
func (s *Set) insertClean(key py.Object, h int64) {
	i := uint64(h) & s.mask
	perturb := uint64(h)
	for {
		probes := 0
		if i+setProbes <= s.mask {
			probes = setProbes
		}
		for p := i; ; p++ {
			if e := &s.table[p]; e.key == nil {
				e.key, e.hash = key, h
				return
			}
			if probes == 0 {
				break
			}
			probes--
		}
		perturb >>= setShift
		i = (i*5 + 1 + perturb) & s.mask
	}
}

// Add adds an item.
func (s *Set) Add(t *Thread, key py.Object) error {
	h, err := Hash(t, key)
	if err != nil {
		return err
	}
	return s.addHash(t, key, h)
}

// Has reports whether an item is in the set.
func (s *Set) Has(t *Thread, key py.Object) (bool, error) {
	h, err := Hash(t, key)
	if err != nil {
		return false, err
	}
	e, err := s.lookup(t, key, h)
	return e != nil, err
}

// standIn is the mutable set that an item is, unless its class says how to hash it.
func standIn(key py.Object) (*Set, bool) {
	k, ok := Payload(key).(*Set)
	if !ok || k.frozen {
		return nil, false
	}
	if _, own := key.(*Set); !own {
		if fn := LookupType(key.Type(), "__hash__"); fn != nil && fn != py.None {
			return nil, false
		}
	}
	return k, true
}

// containsItem is Has, where a set as item stands for the frozenset of its items.
func (s *Set) containsItem(t *Thread, key py.Object) (bool, error) {
	if k, ok := standIn(key); ok {
		e, err := s.lookup(t, &Set{table: k.table, mask: k.mask, fill: k.fill, used: k.used, frozen: true}, k.hash())
		return e != nil, err
	}
	return s.Has(t, key)
}

// Discard removes an item and reports whether it was there.
func (s *Set) Discard(t *Thread, key py.Object) (bool, error) {
	if k, ok := standIn(key); ok {
		return s.discardHash(t, &Set{table: k.table, mask: k.mask, fill: k.fill, used: k.used, frozen: true}, k.hash())
	}
	h, err := Hash(t, key)
	if err != nil {
		return false, err
	}
	return s.discardHash(t, key, h)
}

func (s *Set) discardHash(t *Thread, key py.Object, h int64) (bool, error) {
	e, err := s.lookup(t, key, h)
	if e == nil || err != nil {
		return false, err
	}
	e.key, e.hash = setDummy, -1
	s.used--
	return true, nil
}

// pop removes and returns some item; nil when the set is empty.
func (s *Set) pop() py.Object {
	if s.used == 0 {
		return nil
	}
	i := s.finger & s.mask
	for !s.table[i].live() {
		if i++; i > s.mask {
			i = 0
		}
	}
	key := s.table[i].key
	s.table[i] = setEntry{setDummy, -1}
	s.used--
	s.finger = i + 1
	return key
}

// Clear removes everything.
func (s *Set) Clear() {
	s.table, s.mask, s.fill, s.used, s.finger = make([]setEntry, setMinSize), setMinSize-1, 0, 0, 0
}

// Items are the items in the order of iteration, in a fresh slice.
func (s *Set) Items() []py.Object {
	out := make([]py.Object, 0, s.used)
	for i := range s.table {
		if s.table[i].live() {
			out = append(out, s.table[i].key)
		}
	}
	return out
}

// mergeSet adds all items of another set.
func (s *Set) mergeSet(t *Thread, o *Set) error {
	if s == o || o.used == 0 {
		return nil
	}
	if (s.fill+o.used)*5 >= int(s.mask)*3 {
		s.resize((s.used + o.used) * 2)
	}
	if s.fill == 0 {
		if s.mask == o.mask && o.fill == o.used {
			copy(s.table, o.table)
			s.fill, s.used = o.fill, o.used
			return nil
		}
		if o.fill == o.used {
			for i := range o.table {
				if o.table[i].key != nil {
					s.insertClean(o.table[i].key, o.table[i].hash)
				}
			}
			s.fill, s.used = o.used, o.used
			return nil
		}
	}
	for i := 0; i < len(o.table); i++ {
		if e := o.table[i]; e.live() {
			if err := s.addHash(t, e.key, e.hash); err != nil {
				return err
			}
		}
	}
	return nil
}

// Update adds all items of an iterable.
func (s *Set) Update(t *Thread, o py.Object) error {
	switch x := Payload(o).(type) {
	case *Set:
		return s.mergeSet(t, x)
	case *Dict:
		if x.class == nil {
			if (s.fill+x.live)*5 >= int(s.mask)*3 {
				s.resize((s.used + x.live) * 2)
			}
			for i := x.head; i < len(x.entries); i++ {
				if e := x.entries[i]; e.key != nil {
					if err := s.addHash(t, e.key, e.hash); err != nil {
						return err
					}
				}
			}
			return nil
		}
	}
	return ForEach(t, o, func(v py.Object) error {
		if s.used&(1<<20-1) == 1<<20-1 {
			if err := t.Alloc(int64(s.used) * 64); err != nil {
				return err
			}
		}
		return s.Add(t, v)
	})
}

// Copy is a shallow copy.
func (s *Set) Copy() *Set {
	c := newSetLike(s)
	if err := c.mergeSet(nil, s); err != nil {
		return nil // cannot happen: the items of a set differ, so nothing is compared
	}
	return c
}

// SetOf makes a set of an iterable.
func SetOf(t *Thread, o py.Object) (*Set, error) {
	s := NewSet()
	return s, s.Update(t, o)
}

// SetOfItems makes a set by adding items in order, as a set display does.
func SetOfItems(t *Thread, items []py.Object) (*Set, error) {
	s := NewSet()
	for _, v := range items {
		if err := s.Add(t, v); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// asSet is the set that o is, or a new one of its items.
func asSet(t *Thread, o py.Object) (*Set, error) {
	if s, ok := Payload(o).(*Set); ok {
		return s, nil
	}
	return SetOf(t, o)
}
