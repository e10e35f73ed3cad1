package runtime

import (
	"bytes"
	"encoding/hex"
	"strings"

	"github.com/go-python/gpython/py"
)

// Methods that bytes and bytearray share.

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
	bytesMethod("upper", "/", "upper()\n\nThe bytes with ASCII letters made capital.", asciiBytes(strUpper))
	bytesMethod("lower", "/", "lower()\n\nThe bytes with ASCII letters made small.", asciiBytes(strLower))
	bytesMethod("title", "/", "title()\n\nThe bytes with each ASCII word beginning with a capital and continuing in small letters.", asciiBytes(strTitle))
	bytesMethod("capitalize", "/", "capitalize()\n\nThe bytes with the first made a capital and all others small, as far as they are ASCII letters.", asciiBytes(strCapitalize))
	bytesMethod("swapcase", "/", "swapcase()\n\nThe bytes with small ASCII letters made capital and capital ones small.", asciiBytes(strSwapcase))
	bytesMethod("isalpha", "/", "isalpha()\n\nTells whether there are bytes and all of them are ASCII letters.", bytesAll(byteAlpha))
	bytesMethod("isdigit", "/", "isdigit()\n\nTells whether there are bytes and all of them are digits 0 to 9.", bytesAll(byteDigit))
	bytesMethod("isalnum", "/", "isalnum()\n\nTells whether there are bytes and all of them are ASCII letters or digits.", bytesAll(func(c byte) bool { return byteAlpha(c) || byteDigit(c) }))
	bytesMethod("isspace", "/", "isspace()\n\nTells whether there are bytes and all of them are blanks, tabs, line ends or the like.", bytesAll(byteSpace))
	bytesMethod("isascii", "/", "isascii()\n\nTells whether every byte is below 128; no bytes count as such.", func(t *Thread, b []byte, a []py.Object) (any, error) { return py.Bool(isASCII(string(b))), nil })
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
	bytesMethod("islower", "/", "islower()\n\nTells whether there are ASCII letters and all of them are small.", ascii(strIsLower))
	bytesMethod("isupper", "/", "isupper()\n\nTells whether there are ASCII letters and all of them are capital.", ascii(strIsUpper))
	bytesMethod("istitle", "/", "istitle()\n\nTells whether there are words and each has a capital first and small letters after it.", ascii(strIsTitle))
	bytesMethod("decode", "encoding=, errors=", "decode(encoding='utf-8', errors='strict')\n\nThe text that the bytes encode. errors says what is done with invalid bytes: 'strict' raises UnicodeDecodeError,\n'ignore' leaves them out, 'replace' marks them.", func(t *Thread, b []byte, a []py.Object) (any, error) {
		enc, errs, err := codecArgs("decode", a[0], a[1])
		if err != nil {
			return nil, err
		}
		s, err := Decode(b, enc, errs)
		return py.String(s), err
	})
	bytesMethod("hex", "sep=, bytes_per_sep=", "hex([sep[, bytes_per_sep]])\n\nTwo hexadecimal digits per byte: b'\\x01\\xff'.hex() is '01ff'. sep is put between groups of bytes_per_sep bytes,\ncounted from the right, or from the left when negative.", func(t *Thread, b []byte, a []py.Object) (any, error) {
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
		bytesMethod(name, "sub, start=, end=, /", name+"(sub[, start[, end]])\n\nPosition of sub, looked for from start up to end; find and index take the first one, rfind and rindex the last.\nWithout a match find and rfind give -1, index and rindex raise ValueError.", func(t *Thread, b []byte, a []py.Object) (any, error) {
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
	bytesMethod("count", "sub, start=, end=, /", "count(sub[, start[, end]])\n\nHow often sub occurs from start up to end, counted without overlap.", func(t *Thread, b []byte, a []py.Object) (any, error) {
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
		bytesMethod(name, "prefix, start=, end=, /", name+"(affix[, start[, end]])\n\nTells whether the bytes from start up to end begin (startswith) or end (endswith) with affix, or with one of a tuple.", func(t *Thread, b []byte, a []py.Object) (any, error) {
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
	bytesMethod("removeprefix", "prefix, /", "removeprefix(prefix)\n\nThe bytes after prefix when they begin with it, else all of them.", func(t *Thread, b []byte, a []py.Object) (any, error) {
		p, err := needBytes(a[0])
		return bytes.TrimPrefix(b, p), err
	})
	bytesMethod("removesuffix", "suffix, /", "removesuffix(suffix)\n\nThe bytes before suffix when they end with it, else all of them.", func(t *Thread, b []byte, a []py.Object) (any, error) {
		p, err := needBytes(a[0])
		return bytes.TrimSuffix(b, p), err
	})
	bytesMethod("replace", "old, new, count=, /", "replace(old, new[, count])\n\nThe bytes with new in place of old, everywhere or only the first count times.", func(t *Thread, b []byte, a []py.Object) (any, error) {
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
