package runtime

import (
	"bytes"

	"github.com/go-python/gpython/py"
)

// bytesLike is the content of a bytes or bytearray.
func bytesLike(o py.Object) ([]byte, bool) {
	switch x := o.(type) {
	case py.Bytes:
		return x, true
	case *ByteArray:
		return x.B, true
	}
	return nil, false
}

// BytesLike is the content of a bytes or bytearray.
func BytesLike(o py.Object) ([]byte, bool) { return bytesLike(Payload(o)) }

func needBytes(o py.Object) ([]byte, error) {
	if p, ok := bytesLike(Payload(o)); ok {
		return p, nil
	}
	return nil, TypeErrorf("a bytes-like object is required, not '%s'", typeName(o))
}

func byteValue(t *Thread, o py.Object) (byte, error) {
	i, err := Index(t, o)
	if err != nil {
		return 0, err
	}
	n, ok := i.(py.Int)
	if !ok || n < 0 || n > 255 {
		return 0, ValueErrorf("byte must be in range(0, 256)")
	}
	return byte(n), nil
}

func bytesItem(t *Thread, b []byte, key py.Object) (py.Object, error) {
	if s, ok := key.(*py.Slice); ok {
		start, stop, step, n, err := SliceIndices(t, s, len(b))
		if err != nil {
			return nil, err
		}
		if step == 1 {
			return py.Bytes(b[start:max(start, stop)]), nil
		}
		out := make(py.Bytes, n)
		for i := range out {
			out[i] = b[start+i*step]
		}
		return out, nil
	}
	if !hasIndex(key) {
		return nil, TypeErrorf("byte indices must be integers or slices, not %s", typeName(key))
	}
	i, err := seqIndex(t, key, len(b), "index")
	if err != nil {
		return nil, err
	}
	return IntObj(int64(b[i])), nil
}

func bytesContains(t *Thread, b []byte, item py.Object) (bool, error) {
	if p, ok := bytesLike(Payload(item)); ok {
		return bytes.Contains(b, p), nil
	}
	if !hasIndex(item) {
		return false, TypeErrorf("a bytes-like object is required, not '%s'", typeName(item))
	}
	c, err := byteValue(t, item)
	if err != nil {
		return false, err
	}
	return bytes.IndexByte(b, c) >= 0, nil
}

// bytesOf makes bytes of a bytes-like object or an iterable of ints.
func bytesOf(t *Thread, o py.Object) ([]byte, error) {
	if p, ok := bytesLike(Payload(o)); ok {
		return bytes.Clone(p), nil
	}
	var out []byte
	err := ForEach(t, o, func(v py.Object) error {
		if !hasIndex(v) {
			return TypeErrorf("'%s' object cannot be interpreted as an integer", typeName(v))
		}
		i, err := Index(t, v)
		if err != nil {
			return err
		}
		n, ok := i.(py.Int)
		if !ok || n < 0 || n > 255 {
			return ValueErrorf("bytes must be in range(0, 256)")
		}
		out = append(out, byte(n))
		return nil
	})
	return out, err
}

// newBytes is bytes(source, encoding, errors).
func newBytes(t *Thread, typ string, a []py.Object) ([]byte, error) {
	if a[0] == nil {
		if a[1] != nil || a[2] != nil {
			return nil, TypeErrorf("encoding without a string argument")
		}
		return nil, nil
	}
	if s, ok := Payload(a[0]).(py.String); ok {
		if a[1] == nil {
			return nil, TypeErrorf("string argument without an encoding")
		}
		enc, errs, err := codecArgs(typ, a[1], a[2])
		if err != nil {
			return nil, err
		}
		r, err := Encode(string(s), enc, errs)
		if err != nil {
			return nil, err
		}
		return r.(py.Bytes), nil
	}
	if a[1] != nil {
		return nil, TypeErrorf("encoding without a string argument")
	}
	if fn := LookupType(a[0].Type(), "__bytes__"); fn != nil && kindOf(a[0]) == kInstance {
		r, err := Call(t, fn, []py.Object{a[0]}, nil)
		if err != nil {
			return nil, err
		}
		if p, ok := Payload(r).(py.Bytes); ok {
			return p, nil
		}
		return nil, TypeErrorf("__bytes__ returned non-bytes (type %s)", typeName(r))
	}
	if hasIndex(a[0]) {
		i, err := Index(t, a[0])
		if err != nil {
			return nil, err
		}
		if isBigInt(i) {
			return nil, Errorf(py.OverflowError, "cannot fit '%s' into an index-sized integer", typeName(a[0]))
		}
		n := int64(i.(py.Int))
		if n < 0 {
			return nil, ValueErrorf("negative count")
		}
		if err := t.Alloc(n); err != nil {
			return nil, err
		}
		return make([]byte, n), nil
	}
	if !isIterable(a[0]) {
		return nil, TypeErrorf("cannot convert '%s' object to %s", typeName(a[0]), typ)
	}
	return bytesOf(t, a[0])
}

func isBigInt(o py.Object) bool { _, ok := o.(*py.BigInt); return ok }
