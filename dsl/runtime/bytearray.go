package runtime

import (
	"bytes"

	"github.com/go-python/gpython/py"
)

// ByteArray is bytearray, the mutable sister of bytes.
type ByteArray struct{ B []byte }

// ByteArrayType is the class bytearray.
var ByteArrayType = NewBuiltinType("bytearray", "bytearray([source[, encoding[, errors]]])\n\nBytes that can be changed in place. source: ints from 0 to 255, bytes, a str with its encoding, or the number of zeros.", nil)

// Type is bytearray.
func (b *ByteArray) Type() *py.Type { return ByteArrayType }

// Len is the number of bytes.
func (b *ByteArray) Len() int { return len(b.B) }

// Repr is "bytearray(b'...')".
func (b *ByteArray) Repr(t *Thread) (string, error) { return "bytearray(" + QuoteBytes(b.B) + ")", nil }

// Iter iterates the bytes as ints.
func (b *ByteArray) Iter(t *Thread) (Iterator, error) { return &seqIter{o: b}, nil }

// Contains is "item in b".
func (b *ByteArray) Contains(t *Thread, item py.Object) (bool, error) {
	return bytesContains(t, b.B, item)
}

// GetItem is b[key].
func (b *ByteArray) GetItem(t *Thread, key py.Object) (py.Object, error) {
	if _, ok := key.(*py.Slice); !ok && !hasIndex(key) {
		return nil, TypeErrorf("bytearray indices must be integers or slices, not %s", typeName(key))
	}
	v, err := bytesItem(t, b.B, key)
	if err != nil {
		if IsException(err, py.IndexError) && hasIndex(key) && !isBigInt(key) {
			return nil, IndexErrorf("bytearray index out of range")
		}
		return nil, err
	}
	if p, ok := v.(py.Bytes); ok {
		return &ByteArray{bytes.Clone(p)}, nil
	}
	return v, nil
}

// SetItem is b[key] = v.
func (b *ByteArray) SetItem(t *Thread, key, v py.Object) error {
	if s, ok := key.(*py.Slice); ok {
		p, err := bytesOf(t, v)
		if err != nil {
			return err
		}
		start, stop, step, n, err := SliceIndices(t, s, len(b.B))
		if err != nil {
			return err
		}
		if step == 1 {
			b.B = append(append(bytes.Clone(b.B[:start]), p...), b.B[max(start, stop):]...)
			return nil
		}
		if n != len(p) {
			return ValueErrorf("attempt to assign bytes of size %d to extended slice of size %d", len(p), n)
		}
		for i, c := range p {
			b.B[start+i*step] = c
		}
		return nil
	}
	if !hasIndex(key) {
		return TypeErrorf("bytearray indices must be integers or slices, not %s", typeName(key))
	}
	i, err := seqIndex(t, key, len(b.B), "bytearray index")
	if err != nil {
		return err
	}
	c, err := byteValue(t, v)
	if err != nil {
		return err
	}
	b.B[i] = c
	return nil
}

// DelItem is del b[key].
func (b *ByteArray) DelItem(t *Thread, key py.Object) error {
	items := make([]py.Object, len(b.B))
	for i, c := range b.B {
		items[i] = IntObj(int64(c))
	}
	l := NewList(items)
	if err := DelItem(t, l, key); err != nil {
		return err
	}
	b.B = b.B[:0]
	for _, o := range l.Items {
		b.B = append(b.B, byte(o.(py.Int)))
	}
	return nil
}

// BinaryOp is concatenation and repetition.
func (b *ByteArray) BinaryOp(t *Thread, op BinOp, other py.Object, reflected bool) (py.Object, error) {
	switch op {
	case OpAdd:
		if p, ok := bytesLike(other); ok && !reflected {
			return &ByteArray{append(bytes.Clone(b.B), p...)}, nil
		}
	case OpMul:
		r, err := repeatBy(t, py.Bytes(b.B), other)
		if err != nil || r == nil {
			return NotImplemented, err
		}
		return &ByteArray{bytes.Clone(r.(py.Bytes))}, nil
	case OpMod:
		if reflected {
			break
		}
		r, err := percentBytes(t, py.Bytes(b.B), other)
		if err != nil {
			return nil, err
		}
		return &ByteArray{[]byte(r.(py.Bytes))}, nil
	}
	return NotImplemented, nil
}

// InPlaceOp is += and *=.
func (b *ByteArray) InPlaceOp(t *Thread, op BinOp, other py.Object) (py.Object, error) {
	r, err := b.BinaryOp(t, op, other, false)
	if p, ok := r.(*ByteArray); ok {
		b.B = p.B
		return b, err
	}
	return NotImplemented, err
}

// CompareOp compares with bytes and bytearrays.
func (b *ByteArray) CompareOp(t *Thread, op CmpOp, other py.Object) (py.Object, error) {
	p, ok := bytesLike(other)
	if !ok {
		return NotImplemented, nil
	}
	return py.Bool(orderedSign(op, bytes.Compare(b.B, p))), nil
}
