package runtime

import (
	"math/bits"

	"github.com/go-python/gpython/py"
)

// Dict is the dictionary: insertion-ordered, with any hashable key. Entries lie in a slice in order of insertion;
// beyond a few of them an open-addressed table of positions finds a key. The zero value is an empty dict.
//
// String keys have a path of their own (GetStr, SetStr, DelStr) that needs no thread and cannot fail; module
// globals, instance attributes and keyword arguments use it.
type Dict struct {
	entries []dictEntry
	// index holds position+1 of an entry, 0 for free; nil while the dict is small. Removal shifts later entries of a
	// probe run back, so there are no markers of removed ones.
	index []int32
	// shift turns a mixed hash into a place of index.
	shift uint8
	live  int
	// head: all entries before it are dead.
	head int
	// epoch changes when positions of entries change, so that a running iteration can notice.
	epoch uint32
	// version changes with every insertion and removal of a key.
	version uint64
	// class is the exact type when it is not dict (defaultdict, OrderedDict, Counter).
	class *py.Type
	// Factory is defaultdict's default_factory.
	Factory py.Object
}

type dictEntry struct {
	hash       int64
	key, value py.Object // key is nil for a removed entry
}

// dictSmall is how many entries are searched one by one before an index pays.
const dictSmall = 8

// NewDict makes an empty dict.
func NewDict() *Dict { return &Dict{} }

// NewDictSize makes an empty dict with room for n entries.
func NewDictSize(n int) *Dict {
	d := &Dict{}
	if n > 0 {
		d.entries = make([]dictEntry, 0, n)
		if n > dictSmall {
			d.rebuild(n)
		}
	}
	return d
}

// NewDictOf makes an empty dict whose class is typ, which derives from dict.
func NewDictOf(typ *py.Type) *Dict {
	if typ == py.DictType {
		typ = nil
	}
	return &Dict{class: typ}
}

// Type is dict, or the class given to NewDictOf.
func (d *Dict) Type() *py.Type {
	if d.class != nil {
		return d.class
	}
	return py.DictType
}

// Len is the number of entries.
func (d *Dict) Len() int { return d.live }

func mixHash(h int64) uint64 { return uint64(h) * 0x9E3779B97F4A7C15 }

// rebuild drops dead entries and makes an index with room for n entries.
func (d *Dict) rebuild(n int) {
	if d.live != len(d.entries) {
		d.compact()
	}
	if n < d.live {
		n = d.live
	}
	size := 16
	for size*2 < n*3 {
		size *= 2
	}
	if room := size*2/3 + 1; cap(d.entries) < room {
		// Room for all entries that this index can hold, so that they move once and not by steps.
		entries := make([]dictEntry, len(d.entries), room)
		copy(entries, d.entries)
		d.entries = entries
	}
	d.index = make([]int32, size)
	d.shift = uint8(64 - bits.TrailingZeros(uint(size)))
	mask := uint64(size - 1)
	for i := range d.entries {
		p := mixHash(d.entries[i].hash) >> d.shift
		for d.index[p] != 0 {
			p = (p + 1) & mask
		}
		d.index[p] = int32(i + 1)
	}
}

// compact moves live entries together. The index is stale afterwards.
func (d *Dict) compact() {
	out := d.entries[:0]
	for _, e := range d.entries {
		if e.key != nil {
			out = append(out, e)
		}
	}
	clear(d.entries[len(out):])
	d.entries = out
	d.head = 0
	d.epoch++
}

// findStr is the position of a string key, or -1.
func (d *Dict) findStr(name string, h int64) int {
	if d.index == nil {
		for i := range d.entries {
			e := &d.entries[i]
			if e.hash == h {
				if k, ok := e.key.(py.String); ok && string(k) == name {
					return i
				}
			}
		}
		return -1
	}
	mask := uint64(len(d.index) - 1)
	for p := mixHash(h) >> d.shift; ; p = (p + 1) & mask {
		at := d.index[p]
		if at == 0 {
			return -1
		}
		e := &d.entries[at-1]
		if e.hash == h {
			if k, ok := e.key.(py.String); ok && string(k) == name {
				return int(at - 1)
			}
		}
	}
}

// findInt is the position of a key equal to an int, when all keys with its hash are of plain types; ok is false when
// the general search must decide.
func (d *Dict) findInt(k py.Int, h int64) (at int, ok bool) {
	if d.index == nil {
		for i := range d.entries {
			e := &d.entries[i]
			if e.hash == h && e.key != nil {
				x, isInt := e.key.(py.Int)
				if !isInt {
					return 0, false
				}
				if x == k {
					return i, true
				}
			}
		}
		return -1, true
	}
	mask := uint64(len(d.index) - 1)
	for p := mixHash(h) >> d.shift; ; p = (p + 1) & mask {
		at := d.index[p]
		if at == 0 {
			return -1, true
		}
		e := &d.entries[at-1]
		if e.hash == h {
			x, isInt := e.key.(py.Int)
			if !isInt {
				return 0, false
			}
			if x == k {
				return int(at - 1), true
			}
		}
	}
}

// find is the position of key, or -1. A comparison may run user code that changes the dict: then the search starts again.
func (d *Dict) find(t *Thread, key py.Object, h int64) (int, error) {
	switch k := key.(type) {
	case py.String:
		// A key of another type with the same hash can only equal a string through a user's __eq__.
		if at := d.findStr(string(k), h); at >= 0 {
			return at, nil
		}
	case py.Int:
		if at, ok := d.findInt(k, h); ok {
			return at, nil
		}
	}
restart:
	if d.index == nil {
		for i := d.head; i < len(d.entries); i++ {
			e := d.entries[i]
			if e.hash != h || e.key == nil {
				continue
			}
			eq, known := quickEqual(e.key, key)
			if !known {
				epoch, live := d.epoch, d.live
				var err error
				if eq, err = Equal(t, e.key, key); err != nil {
					return -1, err
				}
				if d.epoch != epoch || d.live != live {
					goto restart
				}
			}
			if eq {
				return i, nil
			}
		}
		return -1, nil
	}
	mask := uint64(len(d.index) - 1)
	for p := mixHash(h) >> d.shift; ; p = (p + 1) & mask {
		at := d.index[p]
		if at == 0 {
			return -1, nil
		}
		e := d.entries[at-1]
		if e.hash != h {
			continue
		}
		eq, known := quickEqual(e.key, key)
		if !known {
			epoch, live := d.epoch, d.live
			var err error
			if eq, err = Equal(t, e.key, key); err != nil {
				return -1, err
			}
			if d.epoch != epoch || d.live != live {
				goto restart
			}
		}
		if eq {
			return int(at - 1), nil
		}
	}
}

// insert appends an entry whose key is known to be absent.
func (d *Dict) insert(key py.Object, h int64, v py.Object) {
	if d.index == nil {
		if len(d.entries) >= dictSmall {
			if d.live < len(d.entries)/2 {
				d.compact()
			} else {
				d.rebuild(d.live*2 + 1)
			}
		}
	} else if (len(d.entries)+1)*3 > len(d.index)*2 {
		d.rebuild(d.live*2 + 1)
	}
	if d.entries == nil {
		d.entries = make([]dictEntry, 0, 4)
	}
	d.entries = append(d.entries, dictEntry{h, key, v})
	d.live++
	d.version++
	if d.index != nil {
		mask := uint64(len(d.index) - 1)
		p := mixHash(h) >> d.shift
		for d.index[p] != 0 {
			p = (p + 1) & mask
		}
		d.index[p] = int32(len(d.entries))
	}
}

// removeAt deletes the entry at a position.
func (d *Dict) removeAt(at int) {
	d.live--
	d.version++
	if d.live == 0 {
		// Nothing is left to keep in order: start afresh.
		clear(d.entries)
		d.entries, d.index, d.head = d.entries[:0], nil, 0
		d.epoch++
		return
	}
	if d.index != nil {
		d.unindex(at)
	}
	d.entries[at] = dictEntry{}
	if at == d.head {
		for d.head < len(d.entries) && d.entries[d.head].key == nil {
			d.head++
		}
	}
	if at == len(d.entries)-1 {
		// Dead entries at the end can go at once: no index place refers to them.
		n := at
		for n > 0 && d.entries[n-1].key == nil {
			n--
		}
		d.entries = d.entries[:n]
		if d.head > n {
			d.head = n
		}
	}
}

// unindex takes the entry at a position out of the index.
func (d *Dict) unindex(at int) {
	mask := uint64(len(d.index) - 1)
	hole := mixHash(d.entries[at].hash) >> d.shift
	for d.index[hole] != int32(at+1) {
		hole = (hole + 1) & mask
	}
	for p := (hole + 1) & mask; d.index[p] != 0; p = (p + 1) & mask {
		home := mixHash(d.entries[d.index[p]-1].hash) >> d.shift
		// An entry may move back to the hole unless its home lies after the hole.
		if (p-home)&mask >= (p-hole)&mask {
			d.index[hole] = d.index[p]
			hole = p
		}
	}
	d.index[hole] = 0
}

// Get looks a key up.
func (d *Dict) Get(t *Thread, key py.Object) (py.Object, bool, error) {
	h, err := Hash(t, key)
	if err != nil {
		return nil, false, err
	}
	return d.getHash(t, key, h)
}

func (d *Dict) getHash(t *Thread, key py.Object, h int64) (py.Object, bool, error) {
	if d.live == 0 {
		return nil, false, nil
	}
	at, err := d.find(t, key, h)
	if err != nil || at < 0 {
		return nil, false, err
	}
	return d.entries[at].value, true, nil
}

// Set stores a value. An existing key keeps its place and its first spelling.
func (d *Dict) Set(t *Thread, key, v py.Object) error {
	h, err := Hash(t, key)
	if err != nil {
		return err
	}
	return d.setHash(t, key, h, v)
}

func (d *Dict) setHash(t *Thread, key py.Object, h int64, v py.Object) error {
	at, err := d.find(t, key, h)
	if err != nil {
		return err
	}
	if at >= 0 {
		d.entries[at].value = v
		return nil
	}
	d.insert(key, h, v)
	return nil
}

// SetDefault returns the value of key, storing v first when the key is absent.
func (d *Dict) SetDefault(t *Thread, key, v py.Object) (py.Object, error) {
	h, err := Hash(t, key)
	if err != nil {
		return nil, err
	}
	at, err := d.find(t, key, h)
	if err != nil {
		return nil, err
	}
	if at >= 0 {
		return d.entries[at].value, nil
	}
	d.insert(key, h, v)
	return v, nil
}

// Delete removes a key and reports whether it was there.
func (d *Dict) Delete(t *Thread, key py.Object) (bool, error) {
	_, ok, err := d.Pop(t, key)
	return ok, err
}

// Pop removes a key and returns its value.
func (d *Dict) Pop(t *Thread, key py.Object) (py.Object, bool, error) {
	h, err := Hash(t, key)
	if err != nil || d.live == 0 {
		return nil, false, err
	}
	at, err := d.find(t, key, h)
	if err != nil || at < 0 {
		return nil, false, err
	}
	v := d.entries[at].value
	d.removeAt(at)
	return v, true, nil
}

// GetStr looks a string key up.
func (d *Dict) GetStr(name string) (py.Object, bool) {
	if at := d.findStr(name, hashString(name)); at >= 0 {
		return d.entries[at].value, true
	}
	return nil, false
}

// SetStr stores under a string key.
func (d *Dict) SetStr(name string, v py.Object) {
	h := hashString(name)
	if at := d.findStr(name, h); at >= 0 {
		d.entries[at].value = v
		return
	}
	d.insert(py.String(name), h, v)
}

// SetStrObj is SetStr for a name already boxed, which saves an allocation when the key is new.
func (d *Dict) SetStrObj(name py.Object, v py.Object) {
	s := string(name.(py.String))
	h := hashString(s)
	if at := d.findStr(s, h); at >= 0 {
		d.entries[at].value = v
		return
	}
	d.insert(name, h, v)
}

// DelStr removes a string key and reports whether it was there.
func (d *Dict) DelStr(name string) bool {
	at := d.findStr(name, hashString(name))
	if at < 0 {
		return false
	}
	d.removeAt(at)
	return true
}

// IndexStr is the place of a string key for AtStr and SetAtStr, -1 when the key is absent.
func (d *Dict) IndexStr(name string) int { return d.findStr(name, hashString(name)) }

// AtStr is the value at a place that IndexStr gave earlier, if the key is still there.
func (d *Dict) AtStr(i int, name string) (py.Object, bool) {
	if uint(i) < uint(len(d.entries)) {
		e := &d.entries[i]
		if k, ok := e.key.(py.String); ok && string(k) == name {
			return e.value, true
		}
	}
	return nil, false
}

// SetAtStr overwrites the value at such a place, if the key is still there.
func (d *Dict) SetAtStr(i int, name string, v py.Object) bool {
	if uint(i) < uint(len(d.entries)) {
		e := &d.entries[i]
		if k, ok := e.key.(py.String); ok && string(k) == name {
			e.value = v
			return true
		}
	}
	return false
}

// KeyVersion changes whenever a key is inserted or removed, and not when a value is overwritten.
func (d *Dict) KeyVersion() uint64 { return d.version }

// Each calls f for the entries in order until it returns false.
func (d *Dict) Each(f func(k, v py.Object) bool) {
	for pos := 0; ; {
		k, v, ok := d.Next(&pos)
		if !ok || !f(k, v) {
			return
		}
	}
}
