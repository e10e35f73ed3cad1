package runtime

import (
	"bytes"
	"encoding/hex"
	"strings"

	"github.com/go-python/gpython/py"
)

// ByteArray is bytearray, the mutable sister of bytes.
type ByteArray struct{ B []byte }

// ByteArrayType is the class bytearray.
var ByteArrayType = NewBuiltinType("bytearray", "bytearray(iterable_of_ints) -> bytearray", nil)

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

// bytesParts is the result of partition, a tuple of the type of self.
type bytesParts [3][]byte

// bytesMethod adds a method to bytes and bytearray; a []byte result takes the type of self.
func bytesMethod(name, spec, doc string, fn func(t *Thread, b []byte, a []py.Object) (any, error)) {
	wrap := func(o py.Object, r any) py.Object {
		switch x := r.(type) {
		case []byte:
			if _, ok := o.(*ByteArray); ok {
				return &ByteArray{bytes.Clone(x)}
			}
			return py.Bytes(x)
		case [][]byte:
			items := make([]py.Object, len(x))
			for i, p := range x {
				if _, ok := o.(*ByteArray); ok {
					items[i] = &ByteArray{bytes.Clone(p)}
				} else {
					items[i] = py.Bytes(p)
				}
			}
			return NewList(items)
		case bytesParts:
			out := make(py.Tuple, len(x))
			for i, p := range x {
				if _, ok := o.(*ByteArray); ok {
					out[i] = &ByteArray{bytes.Clone(p)}
				} else {
					out[i] = py.Bytes(p)
				}
			}
			return out
		}
		return r.(py.Object)
	}
	TypeMethod(py.BytesType, name, spec, doc, func(t *Thread, b py.Bytes, a []py.Object) (py.Object, error) {
		r, err := fn(t, b, a)
		if err != nil {
			return nil, err
		}
		return wrap(b, r), nil
	})
	TypeMethod(ByteArrayType, name, spec, doc, func(t *Thread, b *ByteArray, a []py.Object) (py.Object, error) {
		r, err := fn(t, b.B, a)
		if err != nil {
			return nil, err
		}
		return wrap(b, r), nil
	})
}

func asciiBytes(f func(s string) string) func(t *Thread, b []byte, a []py.Object) (any, error) {
	return func(t *Thread, b []byte, a []py.Object) (any, error) {
		// Only ASCII letters have case in bytes; others pass as a character without case and are put back.
		s := f(strings.Map(func(r rune) rune {
			if r >= 0x80 {
				return 0
			}
			return r
		}, string(bytesAsRunes(b))))
		out := []byte(s)
		for i, c := range b {
			if c >= 0x80 {
				out[i] = c
			}
		}
		return out, nil
	}
}

func bytesAll(f func(c byte) bool) func(t *Thread, b []byte, a []py.Object) (any, error) {
	return func(t *Thread, b []byte, a []py.Object) (any, error) {
		for _, c := range b {
			if !f(c) {
				return py.False, nil
			}
		}
		return py.Bool(len(b) > 0), nil
	}
}

func byteSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }
func byteAlpha(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func byteDigit(c byte) bool { return c >= '0' && c <= '9' }

func init() {
	bytesMethod("upper", "/", "Return a copy of B with all ASCII characters converted to uppercase.", asciiBytes(strUpper))
	bytesMethod("lower", "/", "Return a copy of B with all ASCII characters converted to lowercase.", asciiBytes(strLower))
	bytesMethod("title", "/", "Return a titlecased version of B.", asciiBytes(strTitle))
	bytesMethod("capitalize", "/", "Return a copy of B with only its first character capitalized.", asciiBytes(strCapitalize))
	bytesMethod("swapcase", "/", "Return a copy of B with uppercase ASCII characters converted to lowercase and vice versa.", asciiBytes(strSwapcase))
	bytesMethod("isalpha", "/", "Return True if all bytes are ASCII letters.", bytesAll(byteAlpha))
	bytesMethod("isdigit", "/", "Return True if all bytes are ASCII digits.", bytesAll(byteDigit))
	bytesMethod("isalnum", "/", "Return True if all bytes are ASCII letters or digits.", bytesAll(func(c byte) bool { return byteAlpha(c) || byteDigit(c) }))
	bytesMethod("isspace", "/", "Return True if all bytes are ASCII whitespace.", bytesAll(byteSpace))
	bytesMethod("isascii", "/", "Return True if all bytes are ASCII.", func(t *Thread, b []byte, a []py.Object) (any, error) { return py.Bool(isASCII(string(b))), nil })
	ascii := func(f func(string) bool) func(t *Thread, b []byte, a []py.Object) (any, error) {
		return func(t *Thread, b []byte, a []py.Object) (any, error) {
			// Bytes beyond ASCII have no case; any caseless ASCII character may stand for them.
			return py.Bool(f(strings.Map(func(r rune) rune {
				if r >= 0x80 {
					return ' '
				}
				return r
			}, string(bytesAsRunes(b))))), nil
		}
	}
	bytesMethod("islower", "/", "Return True if all cased bytes are lowercase.", ascii(strIsLower))
	bytesMethod("isupper", "/", "Return True if all cased bytes are uppercase.", ascii(strIsUpper))
	bytesMethod("istitle", "/", "Return True if B is titlecased.", ascii(strIsTitle))
	bytesMethod("decode", "encoding=, errors=", "Decode the bytes using the codec registered for encoding.", func(t *Thread, b []byte, a []py.Object) (any, error) {
		enc, errs, err := codecArgs("decode", a[0], a[1])
		if err != nil {
			return nil, err
		}
		s, err := Decode(b, enc, errs)
		return py.String(s), err
	})
	bytesMethod("hex", "sep=, bytes_per_sep=", "Create a string of hexadecimal numbers from a bytes object.", func(t *Thread, b []byte, a []py.Object) (any, error) {
		s := hex.EncodeToString(b)
		if a[0] == nil {
			return py.String(s), nil
		}
		per := 1
		if a[1] != nil {
			var err error
			if per, err = AsInt(t, a[1]); err != nil {
				return nil, err
			}
		}
		if _, err := Len(t, a[0]); err != nil {
			return nil, err
		}
		sep, ok := Payload(a[0]).(py.String)
		if p, isBytes := bytesLike(Payload(a[0])); isBytes {
			sep, ok = py.String(p), true
		}
		if !ok || len(sep) != 1 {
			return nil, ValueErrorf("sep must be length 1.")
		}
		if per == 0 {
			return py.String(s), nil
		}
		var out strings.Builder
		n := max(per, -per)
		for i := range b {
			if i > 0 && (per > 0 && (len(b)-i)%n == 0 || per < 0 && i%n == 0) {
				out.WriteString(string(sep))
			}
			out.WriteString(s[2*i : 2*i+2])
		}
		return py.String(out.String()), nil
	})
	initBytesSearch()
	initBytesSplit()
	initBytesNew()
}

func bytesAsRunes(b []byte) []rune {
	out := make([]rune, len(b))
	for i, c := range b {
		out[i] = rune(c)
	}
	return out
}

// needle reads the argument of find and its family: bytes or one byte as an int.
func needle(t *Thread, o py.Object) ([]byte, error) {
	if p, ok := bytesLike(Payload(o)); ok {
		return p, nil
	}
	if !hasIndex(o) {
		return nil, TypeErrorf("argument should be integer or bytes-like object, not '%s'", typeName(o))
	}
	c, err := byteValue(t, o)
	return []byte{c}, err
}

func bytesWindow(t *Thread, b []byte, start, end py.Object) (lo, hi int, ok bool, err error) {
	lo, hi = 0, len(b)
	if start != nil && start != py.None {
		if lo, err = sliceIndex(t, start); err != nil {
			return
		}
		if lo < 0 {
			lo = max(lo+len(b), 0)
		}
	}
	if end != nil && end != py.None {
		if hi, err = sliceIndex(t, end); err != nil {
			return
		}
		if hi < 0 {
			hi = max(hi+len(b), 0)
		}
		hi = min(hi, len(b))
	}
	return lo, hi, lo <= hi && lo <= len(b), nil
}

func initBytesSearch() {
	search := func(name string, last, must bool) {
		bytesMethod(name, "sub, start=, end=, /", "Return the index in B where subsection sub is found, such that sub is contained within B[start,end].", func(t *Thread, b []byte, a []py.Object) (any, error) {
			lo, hi, ok, err := bytesWindow(t, b, a[1], a[2])
			if err != nil {
				return nil, err
			}
			sub, err := needle(t, a[0])
			if err != nil {
				return nil, err
			}
			at := -1
			if ok {
				if last {
					at = bytes.LastIndex(b[lo:hi], sub)
				} else {
					at = bytes.Index(b[lo:hi], sub)
				}
			}
			if at < 0 {
				if must {
					return nil, ValueErrorf("subsection not found")
				}
				return IntObj(-1), nil
			}
			return IntObj(int64(lo + at)), nil
		})
	}
	search("find", false, false)
	search("rfind", true, false)
	search("index", false, true)
	search("rindex", true, true)
	bytesMethod("count", "sub, start=, end=, /", "Return the number of non-overlapping occurrences of subsection sub in bytes B[start:end].", func(t *Thread, b []byte, a []py.Object) (any, error) {
		lo, hi, ok, err := bytesWindow(t, b, a[1], a[2])
		if err != nil {
			return nil, err
		}
		sub, err := needle(t, a[0])
		if err != nil || !ok {
			return IntObj(0), err
		}
		if len(sub) == 0 {
			return IntObj(int64(hi - lo + 1)), nil
		}
		return IntObj(int64(bytes.Count(b[lo:hi], sub))), nil
	})
	affix := func(name string, has func(s, x []byte) bool) {
		bytesMethod(name, "prefix, start=, end=, /", "Return True if B starts or ends with the specified bytes, False otherwise.", func(t *Thread, b []byte, a []py.Object) (any, error) {
			lo, hi, ok, err := bytesWindow(t, b, a[1], a[2])
			if err != nil {
				return nil, err
			}
			alts := py.Tuple{a[0]}
			if tup, isTup := Payload(a[0]).(py.Tuple); isTup {
				alts = tup
			} else if _, isBytes := bytesLike(Payload(a[0])); !isBytes {
				return nil, TypeErrorf("%s first arg must be bytes or a tuple of bytes, not %s", name, typeName(a[0]))
			}
			for _, x := range alts {
				p, err := needBytes(x)
				if err != nil {
					return nil, err
				}
				if ok && has(b[lo:hi], p) {
					return py.True, nil
				}
			}
			return py.False, nil
		})
	}
	affix("startswith", bytes.HasPrefix)
	affix("endswith", bytes.HasSuffix)
	bytesMethod("removeprefix", "prefix, /", "Return a bytes object with the given prefix string removed if present.", func(t *Thread, b []byte, a []py.Object) (any, error) {
		p, err := needBytes(a[0])
		return bytes.TrimPrefix(b, p), err
	})
	bytesMethod("removesuffix", "suffix, /", "Return a bytes object with the given suffix string removed if present.", func(t *Thread, b []byte, a []py.Object) (any, error) {
		p, err := needBytes(a[0])
		return bytes.TrimSuffix(b, p), err
	})
	bytesMethod("replace", "old, new, count=, /", "Return a copy with all occurrences of substring old replaced by new.", func(t *Thread, b []byte, a []py.Object) (any, error) {
		old, err := needBytes(a[0])
		if err != nil {
			return nil, err
		}
		repl, err := needBytes(a[1])
		if err != nil {
			return nil, err
		}
		n := -1
		if a[2] != nil {
			if n, err = AsInt(t, a[2]); err != nil {
				return nil, err
			}
		}
		// Each byte is a character here, so the empty pattern matches between bytes.
		if len(old) == 0 {
			var out []byte
			for i := 0; i <= len(b); i++ {
				if n != 0 {
					out = append(out, repl...)
					n--
				}
				if i < len(b) {
					out = append(out, b[i])
				}
			}
			return out, nil
		}
		return bytes.Replace(b, old, repl, n), nil
	})
}

func initBytesSplit() {
	cut := func(o py.Object) (func(c byte) bool, error) {
		if o == nil || o == py.None {
			return byteSpace, nil
		}
		set, err := needBytes(o)
		return func(c byte) bool { return bytes.IndexByte(set, c) >= 0 }, err
	}
	strip := func(name string, left, right bool) {
		bytesMethod(name, "bytes=, /", "Strip leading and/or trailing bytes contained in the argument.", func(t *Thread, b []byte, a []py.Object) (any, error) {
			f, err := cut(a[0])
			if err != nil {
				return nil, err
			}
			for left && len(b) > 0 && f(b[0]) {
				b = b[1:]
			}
			for right && len(b) > 0 && f(b[len(b)-1]) {
				b = b[:len(b)-1]
			}
			return b, nil
		})
	}
	strip("strip", true, true)
	strip("lstrip", true, false)
	strip("rstrip", false, true)
	split := func(name string, right bool) {
		bytesMethod(name, "sep=, maxsplit=", "Return a list of the sections in the bytes, using sep as the delimiter.", func(t *Thread, b []byte, a []py.Object) (any, error) {
			n := -1
			var err error
			if a[1] != nil {
				if n, err = AsInt(t, a[1]); err != nil {
					return nil, err
				}
			}
			// Latin-1 text stands for the bytes one to one, so the string functions apply.
			s := string(bytesAsRunes(b))
			var parts []string
			if a[0] == nil || a[0] == py.None {
				parts = splitFieldsFunc(s, n, right, func(r rune) bool { return r < 0x80 && byteSpace(byte(r)) })
			} else {
				sep, err := needBytes(a[0])
				if err != nil {
					return nil, err
				}
				if len(sep) == 0 {
					return nil, ValueErrorf("empty separator")
				}
				parts = splitSep(s, string(bytesAsRunes(sep)), n, right)
			}
			return narrowAll(parts), nil
		})
	}
	split("split", false)
	split("rsplit", true)
	bytesMethod("splitlines", "keepends=", "Return a list of the lines in the bytes, breaking at line boundaries.", func(t *Thread, b []byte, a []py.Object) (any, error) {
		keep := false
		if a[0] != nil {
			var err error
			if keep, err = Truth(t, a[0]); err != nil {
				return nil, err
			}
		}
		out := [][]byte{}
		for len(b) > 0 {
			at := bytes.IndexAny(b, "\r\n")
			if at < 0 {
				out = append(out, b)
				break
			}
			w := 1
			if b[at] == '\r' && at+1 < len(b) && b[at+1] == '\n' {
				w = 2
			}
			if keep {
				out = append(out, b[:at+w])
			} else {
				out = append(out, b[:at])
			}
			b = b[at+w:]
		}
		return out, nil
	})
	partition := func(name string, right bool) {
		bytesMethod(name, "sep, /", "Partition the bytes into three parts using the given separator.", func(t *Thread, b []byte, a []py.Object) (any, error) {
			sep, err := needBytes(a[0])
			if err != nil {
				return nil, err
			}
			if len(sep) == 0 {
				return nil, ValueErrorf("empty separator")
			}
			at := bytes.Index(b, sep)
			if right {
				at = bytes.LastIndex(b, sep)
			}
			switch {
			case at >= 0:
				return bytesParts{b[:at], sep, b[at+len(sep):]}, nil
			case right:
				return bytesParts{nil, nil, b}, nil
			}
			return bytesParts{b, nil, nil}, nil
		})
	}
	partition("partition", false)
	partition("rpartition", true)
	bytesMethod("join", "iterable_of_bytes, /", "Concatenate any number of bytes objects.", func(t *Thread, b []byte, a []py.Object) (any, error) {
		items, err := Collect(t, a[0])
		if err != nil {
			return nil, err
		}
		out := []byte{}
		for i, o := range items {
			p, ok := bytesLike(Payload(o))
			if !ok {
				return nil, TypeErrorf("sequence item %d: expected a bytes-like object, %s found", i, typeName(o))
			}
			if i > 0 {
				out = append(out, b...)
			}
			out = append(out, p...)
		}
		return out, nil
	})
	pad := func(name string, left func(total, width int) int) {
		bytesMethod(name, "width, fillchar=, /", "Return a padded string of length width.", func(t *Thread, b []byte, a []py.Object) (any, error) {
			width, err := AsInt(t, a[0])
			if err != nil {
				return nil, err
			}
			fill := []byte(" ")
			if a[1] != nil {
				p, ok := bytesLike(Payload(a[1]))
				if !ok || len(p) != 1 {
					return nil, TypeErrorf("%s() argument 2 must be a byte string of length 1, not %s", name, typeName(a[1]))
				}
				fill = p
			}
			if width <= len(b) {
				return b, nil
			}
			if err := t.Alloc(int64(width)); err != nil {
				return nil, err
			}
			total := width - len(b)
			l := left(total, width)
			out := append(bytes.Repeat(fill, l), b...)
			return append(out, bytes.Repeat(fill, total-l)...), nil
		})
	}
	pad("ljust", func(total, w int) int { return 0 })
	pad("rjust", func(total, w int) int { return total })
	pad("center", func(total, w int) int { return total/2 + total&w&1 })
	bytesMethod("zfill", "width, /", "Pad a numeric string with zeros on the left, to fill a field of the given width.", func(t *Thread, b []byte, a []py.Object) (any, error) {
		width, err := AsInt(t, a[0])
		if err != nil {
			return nil, err
		}
		if width <= len(b) {
			return b, nil
		}
		if err := t.Alloc(int64(width)); err != nil {
			return nil, err
		}
		out := bytes.Repeat([]byte("0"), width-len(b))
		if len(b) > 0 && (b[0] == '+' || b[0] == '-') {
			return append(append(b[:1:1], out...), b[1:]...), nil
		}
		return append(out, b...), nil
	})
}

// splitFieldsFunc is split without a separator under another notion of space.
func splitFieldsFunc(s string, n int, right bool, space func(rune) bool) []string {
	mapped := strings.Map(func(r rune) rune {
		if !space(r) && isSpace(r) {
			return r + 0x2500 // any character that is no space and can be told apart again
		}
		return r
	}, s)
	parts := splitSpace(mapped, n, right)
	for i, p := range parts {
		parts[i] = strings.Map(func(r rune) rune {
			if r >= 0x2500 {
				return r - 0x2500
			}
			return r
		}, p)
	}
	return parts
}

func narrowAll(parts []string) [][]byte {
	out := make([][]byte, len(parts))
	for i, p := range parts {
		b := make([]byte, 0, len(p))
		for _, r := range p {
			b = append(b, byte(r))
		}
		out[i] = b
	}
	return out
}

func initBytesNew() {
	TypeNew(py.BytesType, "source=, encoding=, errors=", "", func(t *Thread, cls *py.Type, a []py.Object) (py.Object, error) {
		if p, ok := a[0].(py.Bytes); ok && a[1] == nil {
			return p, nil
		}
		p, err := newBytes(t, "bytes", a)
		if p == nil {
			p = []byte{}
		}
		return py.Bytes(p), err
	})
	TypeNew(ByteArrayType, "source=, encoding=, errors=", "", func(t *Thread, cls *py.Type, a []py.Object) (py.Object, error) {
		p, err := newBytes(t, "bytearray", a)
		return &ByteArray{bytes.Clone(p)}, err
	})
	fromHex := func(typ *py.Type, wrap func(b []byte) py.Object) {
		typ.Dict["fromhex"] = &ClassMethod{Fn: Func("fromhex", "cls, string, /", "Create an object from a string of hexadecimal numbers.", func(t *Thread, a []py.Object) (py.Object, error) {
			s, err := strArg(a[1], "fromhex() argument must be str, not %s")
			if err != nil {
				return nil, err
			}
			var out []byte
			for i := 0; i < len(s); {
				if isSpace(rune(s[i])) {
					i++
					continue
				}
				hi, ok := hexValue(s[i])
				if !ok {
					return nil, ValueErrorf("non-hexadecimal number found in fromhex() arg at position %d", i)
				}
				if i++; i >= len(s) {
					return nil, ValueErrorf("non-hexadecimal number found in fromhex() arg at position %d", i)
				}
				lo, ok := hexValue(s[i])
				if !ok {
					return nil, ValueErrorf("non-hexadecimal number found in fromhex() arg at position %d", i)
				}
				i++
				out = append(out, hi<<4|lo)
			}
			return wrap(out), nil
		})}
	}
	fromHex(py.BytesType, func(b []byte) py.Object { return append(py.Bytes{}, b...) })
	fromHex(ByteArrayType, func(b []byte) py.Object { return &ByteArray{b} })
	TypeMethod(ByteArrayType, "append", "item, /", "Append a single item to the end of the bytearray.", func(t *Thread, b *ByteArray, a []py.Object) (py.Object, error) {
		c, err := byteValue(t, a[0])
		if err != nil {
			return nil, err
		}
		b.B = append(b.B, c)
		return None, nil
	})
	TypeMethod(ByteArrayType, "extend", "iterable_of_ints, /", "Append all the items from the iterator or sequence to the end of the bytearray.", func(t *Thread, b *ByteArray, a []py.Object) (py.Object, error) {
		p, err := bytesOf(t, a[0])
		b.B = append(b.B, p...)
		return None, err
	})
	TypeMethod(ByteArrayType, "pop", "index=, /", "Remove and return a single item from B.", func(t *Thread, b *ByteArray, a []py.Object) (py.Object, error) {
		if len(b.B) == 0 {
			return nil, IndexErrorf("pop from empty bytearray")
		}
		var key py.Object = IntObj(-1)
		if a[0] != nil {
			key = a[0]
		}
		i, err := seqIndex(t, key, len(b.B), "pop index")
		if err != nil {
			return nil, err
		}
		c := b.B[i]
		b.B = append(b.B[:i], b.B[i+1:]...)
		return IntObj(int64(c)), nil
	})
	TypeMethod(ByteArrayType, "clear", "/", "Remove all items from the bytearray.", func(t *Thread, b *ByteArray, a []py.Object) (py.Object, error) {
		b.B = nil
		return None, nil
	})
	TypeMethod(ByteArrayType, "copy", "/", "Return a copy of B.", func(t *Thread, b *ByteArray, a []py.Object) (py.Object, error) {
		return &ByteArray{bytes.Clone(b.B)}, nil
	})
	TypeMethod(ByteArrayType, "reverse", "/", "Reverse the order of the values in B in place.", func(t *Thread, b *ByteArray, a []py.Object) (py.Object, error) {
		for i, j := 0, len(b.B)-1; i < j; i, j = i+1, j-1 {
			b.B[i], b.B[j] = b.B[j], b.B[i]
		}
		return None, nil
	})
}

func hexValue(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10, true
	}
	return 0, false
}

func isBigInt(o py.Object) bool { _, ok := o.(*py.BigInt); return ok }
