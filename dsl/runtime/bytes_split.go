package runtime

import (
	"bytes"
	"strings"

	"github.com/go-python/gpython/py"
)

// Splitting, joining and padding of bytes, and their constructors.

func initBytesSplit() {
	cut := func(o py.Object) (func(c byte) bool, error) {
		if o == nil || o == py.None {
			return byteSpace, nil
		}
		set, err := needBytes(o)
		return func(c byte) bool { return bytes.IndexByte(set, c) >= 0 }, err
	}
	strip := func(name string, left, right bool) {
		bytesMethod(name, "bytes=, /", name+"([bytes])\n\nThe bytes without those at the start (lstrip), the end (rstrip) or both (strip) that occur in the argument;\nwithout an argument, without whitespace there.", func(t *Thread, b []byte, a []py.Object) (any, error) {
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
		bytesMethod(name, "sep=, maxsplit=", name+"(sep=None, maxsplit=-1)\n\nList of the parts between the places where sep stands, by default runs of whitespace. At most maxsplit cuts are made,\nby split from the left, by rsplit from the right.", func(t *Thread, b []byte, a []py.Object) (any, error) {
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
	bytesMethod("splitlines", "keepends=", "splitlines(keepends=False)\n\nList of the lines, with their line ends only when keepends is true.", func(t *Thread, b []byte, a []py.Object) (any, error) {
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
		bytesMethod(name, "sep, /", name+"(sep)\n\nThe part before sep, sep and the part after it, as a tuple; partition cuts at the first sep, rpartition at the last.\nWithout a sep two parts are empty.", func(t *Thread, b []byte, a []py.Object) (any, error) {
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
	bytesMethod("join", "iterable_of_bytes, /", "join(iterable)\n\nThe items, bytes themselves, one after the other with these bytes in between.", func(t *Thread, b []byte, a []py.Object) (any, error) {
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
		bytesMethod(name, "width, fillchar=, /", name+"(width[, fillchar])\n\nThe bytes made width long with fillchar, by default blanks: on the right by ljust, on the left by rjust,\non both sides by center.", func(t *Thread, b []byte, a []py.Object) (any, error) {
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
	bytesMethod("zfill", "width, /", "zfill(width)\n\nThe bytes made width long with zeros in front, after a sign.", func(t *Thread, b []byte, a []py.Object) (any, error) {
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
		typ.Dict["fromhex"] = &ClassMethod{Fn: Func("fromhex", "cls, string, /", "fromhex(string)\n\nThe bytes written as pairs of hexadecimal digits, with blanks between pairs allowed.", func(t *Thread, a []py.Object) (py.Object, error) {
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
	TypeMethod(ByteArrayType, "append", "item, /", "append(item)\n\nAdds one byte, an int from 0 to 255, at the end.", func(t *Thread, b *ByteArray, a []py.Object) (py.Object, error) {
		c, err := byteValue(t, a[0])
		if err != nil {
			return nil, err
		}
		b.B = append(b.B, c)
		return None, nil
	})
	TypeMethod(ByteArrayType, "extend", "iterable_of_ints, /", "extend(iterable)\n\nAdds the bytes, ints from 0 to 255, at the end.", func(t *Thread, b *ByteArray, a []py.Object) (py.Object, error) {
		p, err := bytesOf(t, a[0])
		b.B = append(b.B, p...)
		return None, err
	})
	TypeMethod(ByteArrayType, "pop", "index=, /", "pop(index=-1)\n\nTakes out the byte at index, by default the last, and returns it. IndexError when there is none.", func(t *Thread, b *ByteArray, a []py.Object) (py.Object, error) {
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
	TypeMethod(ByteArrayType, "clear", "/", "clear()\n\nTakes out all bytes.", func(t *Thread, b *ByteArray, a []py.Object) (py.Object, error) {
		b.B = nil
		return None, nil
	})
	TypeMethod(ByteArrayType, "copy", "/", "copy()\n\nAnother bytearray with the same bytes.", func(t *Thread, b *ByteArray, a []py.Object) (py.Object, error) {
		return &ByteArray{bytes.Clone(b.B)}, nil
	})
	TypeMethod(ByteArrayType, "reverse", "/", "reverse()\n\nTurns the order of the bytes around, changing the bytearray itself.", func(t *Thread, b *ByteArray, a []py.Object) (py.Object, error) {
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
