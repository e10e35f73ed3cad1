package runtime

import "github.com/go-python/gpython/py"

// dictPart says what a view or iterator of a dict yields.
type dictPart uint8

const (
	dictKeys dictPart = iota
	dictValues
	dictItems
)

var (
	dictKeysType   = newBuiltinType("dict_keys", "", nil)
	dictValuesType = newBuiltinType("dict_values", "", nil)
	dictItemsType  = newBuiltinType("dict_items", "", nil)

	dictIterTypes = [2][3]*py.Type{
		{newIterType("dict_keyiterator"), newIterType("dict_valueiterator"), newIterType("dict_itemiterator")},
		{newIterType("dict_reversekeyiterator"), newIterType("dict_reversevalueiterator"), newIterType("dict_reverseitemiterator")},
	}
)

// DictIter iterates a dict and notices when its keys change.
type DictIter struct {
	d       *Dict
	part    dictPart
	reverse bool
	pos     int
	live    int
	epoch   uint32
}

func newDictIter(d *Dict, part dictPart, reverse bool) *DictIter {
	it := &DictIter{d: d, part: part, reverse: reverse, live: d.live, epoch: d.epoch}
	if reverse {
		it.pos = len(d.entries) - 1
	}
	return it
}

// Type is dict_keyiterator and the like.
func (it *DictIter) Type() *py.Type {
	if it.reverse {
		return dictIterTypes[1][it.part]
	}
	return dictIterTypes[0][it.part]
}

// Next is the next key, value or item.
func (it *DictIter) Next(t *Thread) (py.Object, error) {
	d := it.d
	if d == nil {
		return nil, nil
	}
	if d.live != it.live {
		it.live = -1
		return nil, Errorf(py.RuntimeError, "dictionary changed size during iteration")
	}
	if d.epoch != it.epoch {
		it.d = nil
		return nil, Errorf(py.RuntimeError, "dictionary keys changed during iteration")
	}
	for it.pos >= 0 && it.pos < len(d.entries) {
		e := &d.entries[it.pos]
		if it.reverse {
			it.pos--
		} else {
			it.pos++
		}
		if e.key == nil {
			continue
		}
		switch it.part {
		case dictKeys:
			return e.key, nil
		case dictValues:
			return e.value, nil
		}
		return NewPair(e.key, e.value), nil
	}
	it.d = nil
	return nil, nil
}

func (it *DictIter) lengthHint() int {
	if it.d == nil {
		return 0
	}
	return it.live
}

// DictView is what keys(), values() and items() return.
type DictView struct {
	d    *Dict
	part dictPart
}

// Type is dict_keys, dict_values or dict_items.
func (v *DictView) Type() *py.Type {
	return [...]*py.Type{dictKeysType, dictValuesType, dictItemsType}[v.part]
}

// Len is the dict's length.
func (v *DictView) Len() int { return v.d.live }

// Iter iterates the view.
func (v *DictView) Iter(t *Thread) (Iterator, error) { return newDictIter(v.d, v.part, false), nil }

// Reversed iterates the view backwards.
func (v *DictView) Reversed(t *Thread) (Iterator, error) { return newDictIter(v.d, v.part, true), nil }

// Contains is "item in view".
func (v *DictView) Contains(t *Thread, item py.Object) (bool, error) {
	switch v.part {
	case dictKeys:
		_, ok, err := v.d.Get(t, item)
		return ok, err
	case dictItems:
		pair, ok := Payload(item).(py.Tuple)
		if !ok || len(pair) != 2 {
			return false, nil
		}
		x, ok, err := v.d.Get(t, pair[0])
		if err != nil || !ok {
			return false, err
		}
		return Equal(t, x, pair[1])
	}
	return containsByIter(t, newDictIter(v.d, v.part, false), item)
}

// Repr is "dict_keys([...])".
func (v *DictView) Repr(t *Thread) (string, error) {
	items, err := drain(t, newDictIter(v.d, v.part, false))
	if err != nil {
		return "", err
	}
	return reprGuard(t, v, "...", func() (string, error) {
		return reprItems(t, v.Type().Name+"([", items, "])", false)
	})
}

// BinaryOp is the set operations on keys and items; the other operand may be any iterable.
func (v *DictView) BinaryOp(t *Thread, op BinOp, other py.Object, reflected bool) (py.Object, error) {
	if v.part == dictValues {
		return NotImplemented, nil
	}
	switch op {
	case OpBitAnd, OpBitOr, OpBitXor, OpSub:
	default:
		return NotImplemented, nil
	}
	if !isIterable(other) {
		if reflected {
			return NotImplemented, nil
		}
		return nil, TypeErrorf("'%s' object is not iterable", typeName(other))
	}
	if op == OpBitAnd && !reflected {
		// CPython walks the longer operand of the two, so that the order follows it.
		r := NewSet()
		return r, ForEach(t, other, func(x py.Object) error {
			in, err := v.Contains(t, x)
			if err != nil || !in {
				return err
			}
			return r.Add(t, x)
		})
	}
	a, err := SetOf(t, v)
	if err != nil {
		return nil, err
	}
	b, err := SetOf(t, other)
	if err != nil {
		return nil, err
	}
	if reflected {
		a, b = b, a
	}
	return setBinary(t, op, a, b)
}

// CompareOp is inclusion for keys and items.
func (v *DictView) CompareOp(t *Thread, op CmpOp, other py.Object) (py.Object, error) {
	if v.part == dictValues {
		return NotImplemented, nil
	}
	switch x := Payload(other).(type) {
	case *Set:
	case *DictView:
		if x.part == dictValues {
			return NotImplemented, nil
		}
	default:
		return NotImplemented, nil
	}
	a, err := SetOf(t, v)
	if err != nil {
		return nil, err
	}
	b, err := asSet(t, other)
	if err != nil {
		return nil, err
	}
	r, err := a.compare(t, op, b)
	return py.Bool(r), err
}

// Str shows the mapping itself, without the proxy around it.
func (m *MappingProxy) Str(t *Thread) (string, error) { return Str(t, m.D) }
