package runtime

import (
	"iter"

	"github.com/go-python/gpython/py"
)

// Walking, copying and merging dicts.

// Next walks the entries in order: start with pos 0 and call until ok is false. Entries set meanwhile to new values
// are seen; callers that may meet insertions or removals use an iterator object instead.
func (d *Dict) Next(pos *int) (key, value py.Object, ok bool) {
	i := *pos
	if i < d.head {
		i = d.head
	}
	for ; i < len(d.entries); i++ {
		if e := &d.entries[i]; e.key != nil {
			*pos = i + 1
			return e.key, e.value, true
		}
	}
	*pos = i
	return nil, nil, false
}

// All ranges over the entries in order.
func (d *Dict) All() iter.Seq2[py.Object, py.Object] {
	return func(yield func(k, v py.Object) bool) {
		for pos := 0; ; {
			k, v, ok := d.Next(&pos)
			if !ok || !yield(k, v) {
				return
			}
		}
	}
}

// Keys are the keys in order, in a fresh slice.
func (d *Dict) Keys() []py.Object {
	out := make([]py.Object, 0, d.live)
	for k := range d.All() {
		out = append(out, k)
	}
	return out
}

// Values are the values in order, in a fresh slice.
func (d *Dict) Values() []py.Object {
	out := make([]py.Object, 0, d.live)
	for _, v := range d.All() {
		out = append(out, v)
	}
	return out
}

// Clear removes everything.
func (d *Dict) Clear() {
	d.entries, d.index, d.live, d.head = nil, nil, 0, 0
	d.epoch++
	d.version++
}

// Copy is a shallow copy of the same class.
func (d *Dict) Copy() *Dict {
	c := &Dict{live: d.live, head: d.head, shift: d.shift, class: d.class, Factory: d.Factory}
	c.entries = append([]dictEntry(nil), d.entries...)
	c.index = append([]int32(nil), d.index...)
	if len(d.index) == 0 {
		c.index = nil
	}
	if c.live*2 < len(c.entries) {
		c.compact()
		if c.index != nil {
			c.rebuild(c.live)
		}
	}
	return c
}

// popAt removes and returns the last (or first) entry.
func (d *Dict) popEnd(last bool) (k, v py.Object, ok bool) {
	if d.live == 0 {
		return nil, nil, false
	}
	at := d.head
	for at < len(d.entries) && d.entries[at].key == nil {
		at++
	}
	if last {
		at = len(d.entries) - 1
		for d.entries[at].key == nil {
			at--
		}
	}
	e := d.entries[at]
	d.removeAt(at)
	return e.key, e.value, true
}

// MoveToEnd puts an existing key last or first, as OrderedDict does; false when the key is absent.
func (d *Dict) MoveToEnd(t *Thread, key py.Object, last bool) (bool, error) {
	h, err := Hash(t, key)
	if err != nil {
		return false, err
	}
	at, err := d.find(t, key, h)
	if err != nil || at < 0 {
		return false, err
	}
	e := d.entries[at]
	if last {
		if d.live == 1 {
			return true, nil
		}
		d.removeAt(at)
		d.insert(e.key, e.hash, e.value)
		return true, nil
	}
	rest := make([]dictEntry, 0, d.live)
	rest = append(rest, e)
	for i, x := range d.entries {
		if x.key != nil && i != at {
			rest = append(rest, x)
		}
	}
	d.entries, d.head = rest, 0
	d.epoch++
	if d.index != nil {
		d.rebuild(d.live)
	}
	return true, nil
}

// PopEnd removes and returns the last (or first) entry; ok is false when the dict is empty.
func (d *Dict) PopEnd(last bool) (k, v py.Object, ok bool) { return d.popEnd(last) }

// Update copies all entries of src, replacing equal keys.
func (d *Dict) Update(t *Thread, src *Dict) error {
	if d == src {
		return nil
	}
	for i := src.head; i < len(src.entries); i++ {
		e := src.entries[i]
		if e.key == nil {
			continue
		}
		if k, ok := e.key.(py.String); ok {
			if at := d.findStr(string(k), e.hash); at >= 0 {
				d.entries[at].value = e.value
				continue
			}
		}
		live, epoch := src.live, src.epoch
		if err := d.setHash(t, e.key, e.hash, e.value); err != nil {
			return err
		}
		if live != src.live || epoch != src.epoch {
			return Errorf(py.RuntimeError, "dict mutated during update")
		}
	}
	return nil
}

// equalTo compares two dicts: same keys with equal values, in any order.
func (d *Dict) equalTo(t *Thread, o *Dict) (bool, error) {
	if d.live != o.live {
		return false, nil
	}
	if err := t.enterFor(" in comparison"); err != nil {
		return false, err
	}
	defer t.Leave()
	for i := d.head; i < len(d.entries); i++ {
		e := d.entries[i]
		if e.key == nil {
			continue
		}
		v, ok, err := o.getHash(t, e.key, e.hash)
		if err != nil || !ok {
			return false, err
		}
		if eq, err := Equal(t, e.value, v); err != nil || !eq {
			return false, err
		}
	}
	return true, nil
}
