package notebooks

import (
	"slices"
	"unicode/utf8"
)

// appendJSON writes a value as Python's json.dumps(indent=1, sort_keys=True, ensure_ascii=False) does; level is the
// nesting depth of v.
func appendJSON(buf []byte, v any, level int) []byte {
	switch v := v.(type) {
	case nil:
		return append(buf, "null"...)
	case bool:
		if v {
			return append(buf, "true"...)
		}
		return append(buf, "false"...)
	case Number:
		return append(buf, v...)
	case string:
		return appendString(buf, v)
	case []any:
		if len(v) == 0 {
			return append(buf, "[]"...)
		}
		buf = append(buf, '[')
		for i, x := range v {
			if i > 0 {
				buf = append(buf, ',')
			}
			buf = appendNewline(buf, level+1)
			buf = appendJSON(buf, x, level+1)
		}
		return append(appendNewline(buf, level), ']')
	case lines:
		return appendLines(buf, string(v), level)
	case *Object:
		if v.Len() == 0 {
			return append(buf, "{}"...)
		}
		buf = append(buf, '{')
		for i, at := range sortedOrder(v.keys) {
			if i > 0 {
				buf = append(buf, ',')
			}
			buf = appendNewline(buf, level+1)
			buf = appendString(buf, v.keys[at])
			buf = append(buf, ": "...)
			buf = appendJSON(buf, v.vals[at], level+1)
		}
		return append(appendNewline(buf, level), '}')
	}
	panic("notebooks: value of a type that JSON does not have")
}

// lines is text that the file holds as a list of lines.
type lines string

func appendLines(buf []byte, text string, level int) []byte {
	if text == "" {
		return append(buf, "[]"...)
	}
	buf = append(buf, '[')
	for first := true; text != ""; first = false {
		if !first {
			buf = append(buf, ',')
		}
		n := lineLength(text)
		buf = appendNewline(buf, level+1)
		buf = appendString(buf, text[:n])
		text = text[n:]
	}
	return append(appendNewline(buf, level), ']')
}

func appendNewline(buf []byte, level int) []byte {
	buf = append(buf, '\n')
	for range level {
		buf = append(buf, ' ')
	}
	return buf
}

// sortedOrder gives the positions of the keys in the order of their code points, which is the order of their bytes.
func sortedOrder(keys []string) []int {
	order := make([]int, len(keys))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		switch {
		case keys[a] < keys[b]:
			return -1
		case keys[a] > keys[b]:
			return 1
		}
		return 0
	})
	return order
}

const hexDigits = "0123456789abcdef"

// appendString writes a string with the escapes of Python's json module: quote, backslash and control characters.
// Lone surrogates are written as escapes; other bytes that are not UTF-8 become U+FFFD.
func appendString(buf []byte, s string) []byte {
	buf = append(buf, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= 0x20 && c < utf8.RuneSelf && c != '"' && c != '\\' {
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			if r != utf8.RuneError || n > 1 {
				i += n
				continue
			}
			buf = append(buf, s[start:i]...)
			if sur, ok := surrogateAt(s[i:]); ok {
				buf = append(buf, '\\', 'u', hexDigits[sur>>12], hexDigits[sur>>8&15], hexDigits[sur>>4&15], hexDigits[sur&15])
				i += 3
			} else {
				buf = append(buf, "\uFFFD"...)
				i++
			}
			start = i
			continue
		}
		buf = append(buf, s[start:i]...)
		switch c {
		case '"', '\\':
			buf = append(buf, '\\', c)
		case '\n':
			buf = append(buf, `\n`...)
		case '\r':
			buf = append(buf, `\r`...)
		case '\t':
			buf = append(buf, `\t`...)
		case '\b':
			buf = append(buf, `\b`...)
		case '\f':
			buf = append(buf, `\f`...)
		default:
			buf = append(buf, `\u00`...)
			buf = append(buf, hexDigits[c>>4], hexDigits[c&15])
		}
		i++
		start = i
	}
	buf = append(buf, s[start:]...)
	return append(buf, '"')
}

// surrogateAt decodes the three-byte form of a lone surrogate.
func surrogateAt(s string) (int, bool) {
	if len(s) < 3 || s[0] != 0xed || s[1] < 0xa0 || s[1] > 0xbf || s[2] < 0x80 || s[2] > 0xbf {
		return 0, false
	}
	return 0xd000 | int(s[1]&0x3f)<<6 | int(s[2]&0x3f), true
}

// lineLength is the length of the first line of s with its end, where lines end as for Python's str.splitlines: at \n,
// \r, \r\n, \v, \f, \x1c to \x1e, U+0085, U+2028 and U+2029.
func lineLength(s string) int {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c > '\r' && c < 0x1c || c >= 0x1f && c < 0x80:
		case c == '\r':
			if i+1 < len(s) && s[i+1] == '\n' {
				return i + 2
			}
			return i + 1
		case c >= '\n' && c < '\r', c >= 0x1c && c <= 0x1e:
			return i + 1
		case c == 0xc2 && i+1 < len(s) && s[i+1] == 0x85:
			return i + 2
		case c == 0xe2 && i+2 < len(s) && s[i+1] == 0x80 && (s[i+2] == 0xa8 || s[i+2] == 0xa9):
			return i + 3
		}
	}
	return len(s)
}
