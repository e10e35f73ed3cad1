package runtime

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/go-python/gpython/py"
)

// codecArgs reads the encoding and errors arguments of encode and decode.
func codecArgs(fname string, enc, errs py.Object) (string, string, error) {
	e, h := "utf-8", "strict"
	if enc != nil {
		s, ok := Payload(enc).(py.String)
		if !ok {
			return "", "", TypeErrorf("%s() argument 'encoding' must be str, not %s", fname, typeName(enc))
		}
		e = string(s)
	}
	if errs != nil {
		s, ok := Payload(errs).(py.String)
		if !ok {
			return "", "", TypeErrorf("%s() argument 'errors' must be str, not %s", fname, typeName(errs))
		}
		h = string(s)
	}
	return e, h, nil
}

// codecName normalises an encoding's name; "" for an unknown one.
func codecName(enc string) string {
	switch strings.NewReplacer("_", "-", " ", "-").Replace(strings.ToLower(enc)) {
	case "utf-8", "utf8", "u8", "cp65001":
		return "utf-8"
	case "utf-8-sig":
		return "utf-8-sig"
	case "ascii", "us-ascii", "646":
		return "ascii"
	case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "l1", "8859":
		return "latin-1"
	case "utf-16", "utf16", "u16":
		return "utf-16"
	case "utf-16-le", "utf-16le":
		return "utf-16-le"
	case "utf-16-be", "utf-16be":
		return "utf-16-be"
	case "utf-32", "utf32", "u32":
		return "utf-32"
	case "utf-32-le", "utf-32le":
		return "utf-32-le"
	case "utf-32-be", "utf-32be":
		return "utf-32-be"
	}
	return ""
}

func unknownEncoding(enc string) error {
	return Errorf(py.LookupError, "unknown encoding: %s", enc)
}

// Encode is str.encode.
func Encode(s, enc, errs string) (py.Object, error) {
	switch name := codecName(enc); name {
	case "utf-8", "utf-8-sig":
		if hasSurrogate(s) {
			var err error
			if s, err = encodeSurrogates(s, errs); err != nil {
				return nil, err
			}
		}
		if name == "utf-8-sig" {
			s = "\xef\xbb\xbf" + s
		}
		return py.Bytes(s), nil
	case "ascii", "latin-1":
		limit := rune(128)
		if name == "latin-1" {
			limit = 256
		} else if isASCII(s) {
			return py.Bytes(s), nil
		}
		return encodeNarrow(s, name, errs, limit)
	case "utf-16", "utf-16-le", "utf-16-be":
		units := utf16.Encode([]rune(s))
		out := make(py.Bytes, 0, 2+2*len(units))
		if name == "utf-16" {
			out = append(out, 0xff, 0xfe)
		}
		for _, u := range units {
			if name == "utf-16-be" {
				out = append(out, byte(u>>8), byte(u))
			} else {
				out = append(out, byte(u), byte(u>>8))
			}
		}
		return out, nil
	case "utf-32", "utf-32-le", "utf-32-be":
		out := make(py.Bytes, 0, 4+4*len(s))
		if name == "utf-32" {
			out = append(out, 0xff, 0xfe, 0, 0)
		}
		for _, r := range s {
			if name == "utf-32-be" {
				out = append(out, byte(r>>24), byte(r>>16), byte(r>>8), byte(r))
			} else {
				out = append(out, byte(r), byte(r>>8), byte(r>>16), byte(r>>24))
			}
		}
		return out, nil
	}
	return nil, unknownEncoding(enc)
}

// encodeSurrogates is UTF-8 text with its lone surrogates handled.
func encodeSurrogates(s, errs string) (string, error) {
	var b strings.Builder
	runes := toRunes(s)
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		if !isSurrogate(r) {
			b.WriteRune(r)
			continue
		}
		switch {
		case errs == "surrogatepass":
			writeRune(&b, r)
		case errs == "surrogateescape" && r >= 0xdc80 && r <= 0xdcff:
			b.WriteByte(byte(r))
		case errs == "ignore":
		case errs == "replace":
			b.WriteByte('?')
		case errs == "xmlcharrefreplace":
			fmt.Fprintf(&b, "&#%d;", r)
		case errs == "backslashreplace":
			writeEscape(&b, r)
		default:
			j := i + 1
			for j < len(runes) && isSurrogate(runes[j]) {
				j++
			}
			return "", NewException(py.UnicodeEncodeError, py.String("utf-8"), py.String(s), py.Int(i), py.Int(j), py.String("surrogates not allowed"))
		}
	}
	return b.String(), nil
}

func encodeNarrow(s, name, errs string, limit rune) (py.Object, error) {
	out := make(py.Bytes, 0, len(s))
	runes := toRunes(s)
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		if r < limit {
			out = append(out, byte(r))
			continue
		}
		if errs == "surrogateescape" && r >= 0xdc80 && r <= 0xdcff {
			out = append(out, byte(r))
			continue
		}
		switch errs {
		case "ignore":
		case "replace":
			out = append(out, '?')
		case "xmlcharrefreplace":
			out = append(out, fmt.Sprintf("&#%d;", r)...)
		case "backslashreplace":
			var b strings.Builder
			if r < 0x100 {
				fmt.Fprintf(&b, `\x%02x`, r)
			} else {
				writeEscape(&b, r)
			}
			out = append(out, b.String()...)
		case "namereplace", "surrogateescape", "surrogatepass", "strict":
			j := i + 1
			for j < len(runes) && runes[j] >= limit {
				j++
			}
			return nil, NewException(py.UnicodeEncodeError, py.String(name), py.String(s), py.Int(i), py.Int(j), py.String(fmt.Sprintf("ordinal not in range(%d)", limit)))
		default:
			return nil, Errorf(py.LookupError, "unknown error handler name '%s'", errs)
		}
	}
	return out, nil
}

// Decode is bytes.decode.
func Decode(b []byte, enc, errs string) (string, error) {
	if len(b) == 0 {
		return "", nil // CPython does not even look the encoding up
	}
	switch name := codecName(enc); name {
	case "utf-8":
		return decodeUTF8(b, errs)
	case "utf-8-sig":
		return decodeUTF8([]byte(strings.TrimPrefix(string(b), "\xef\xbb\xbf")), errs)
	case "latin-1":
		var s strings.Builder
		for _, c := range b {
			s.WriteRune(rune(c))
		}
		return s.String(), nil
	case "ascii":
		var s strings.Builder
		for i, c := range b {
			if c < 128 {
				s.WriteByte(c)
				continue
			}
			if err := decodeFault(&s, "ascii", b, i, i+1, "ordinal not in range(128)", errs); err != nil {
				return "", err
			}
		}
		return s.String(), nil
	case "utf-16", "utf-16-le", "utf-16-be":
		be := name == "utf-16-be"
		if name == "utf-16" && len(b) >= 2 {
			if b[0] == 0xff && b[1] == 0xfe {
				b = b[2:]
			} else if b[0] == 0xfe && b[1] == 0xff {
				b, be = b[2:], true
			}
		}
		if len(b)%2 != 0 {
			return "", NewException(py.UnicodeDecodeError, py.String(name), py.Bytes(b), py.Int(len(b)-1), py.Int(len(b)), py.String("truncated data"))
		}
		units := make([]uint16, len(b)/2)
		for i := range units {
			lo, hi := b[2*i], b[2*i+1]
			if be {
				lo, hi = hi, lo
			}
			units[i] = uint16(lo) | uint16(hi)<<8
		}
		return string(utf16.Decode(units)), nil
	case "utf-32", "utf-32-le", "utf-32-be":
		be := name == "utf-32-be"
		if name == "utf-32" && len(b) >= 4 && b[0] == 0xff && b[1] == 0xfe {
			b = b[4:]
		}
		var s strings.Builder
		for ; len(b) >= 4; b = b[4:] {
			r := rune(b[0]) | rune(b[1])<<8 | rune(b[2])<<16 | rune(b[3])<<24
			if be {
				r = rune(b[3]) | rune(b[2])<<8 | rune(b[1])<<16 | rune(b[0])<<24
			}
			s.WriteRune(r)
		}
		return s.String(), nil
	}
	return "", unknownEncoding(enc)
}

func decodeFault(s *strings.Builder, enc string, b []byte, i, j int, reason, errs string) error {
	switch errs {
	case "ignore":
	case "replace":
		s.WriteRune(utf8.RuneError)
	case "backslashreplace":
		for _, c := range b[i:j] {
			fmt.Fprintf(s, `\x%02x`, c)
		}
	case "surrogateescape":
		for _, c := range b[i:j] {
			writeRune(s, 0xdc00|rune(c))
		}
	case "strict", "surrogatepass":
		return NewException(py.UnicodeDecodeError, py.String(enc), py.Bytes(b), py.Int(i), py.Int(j), py.String(reason))
	default:
		return Errorf(py.LookupError, "unknown error handler name '%s'", errs)
	}
	return nil
}

func decodeUTF8(b []byte, errs string) (string, error) {
	if utf8.Valid(b) {
		return string(b), nil
	}
	var s strings.Builder
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r != utf8.RuneError || n != 1 {
			s.WriteRune(r)
			i += n
			continue
		}
		if errs == "surrogatepass" {
			if r, n := decodeRune(string(b[i:min(i+3, len(b))])); n == 3 {
				writeRune(&s, r)
				i += n
				continue
			}
		}
		j, reason := utf8Fault(b, i)
		if err := decodeFault(&s, "utf-8", b, i, j, reason, errs); err != nil {
			return "", err
		}
		i = j
	}
	return s.String(), nil
}

// utf8Fault finds the end of the ill-formed sequence at i and says what is wrong with it.
func utf8Fault(b []byte, i int) (int, string) {
	c := b[i]
	need, lo, hi := 0, byte(0x80), byte(0xbf)
	switch {
	case c >= 0xc2 && c <= 0xdf:
		need = 1
	case c >= 0xe0 && c <= 0xef:
		need = 2
		if c == 0xe0 {
			lo = 0xa0
		}
		if c == 0xed {
			hi = 0x9f
		}
	case c >= 0xf0 && c <= 0xf4:
		need = 3
		if c == 0xf0 {
			lo = 0x90
		}
		if c == 0xf4 {
			hi = 0x8f
		}
	default:
		return i + 1, "invalid start byte"
	}
	for k := 1; k <= need; k++ {
		if i+k >= len(b) {
			return len(b), "unexpected end of data"
		}
		if b[i+k] < lo || b[i+k] > hi {
			return i + k, "invalid continuation byte"
		}
		lo, hi = 0x80, 0xbf
	}
	return i + 1, "invalid start byte"
}
