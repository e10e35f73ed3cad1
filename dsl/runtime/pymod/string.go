package pymod

import (
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

func init() {
	m := newModule("string", "Strings of letters, digits and other kinds of characters, and tools for templates.")
	const lower, digits, punct = "abcdefghijklmnopqrstuvwxyz", "0123456789", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
	upper := strings.ToUpper(lower)
	m.value("ascii_lowercase", str(lower))
	m.value("ascii_uppercase", str(upper))
	m.value("ascii_letters", str(lower+upper))
	m.value("digits", str(digits))
	m.value("hexdigits", str(digits+"abcdefABCDEF"))
	m.value("octdigits", str("01234567"))
	m.value("punctuation", str(punct))
	m.value("whitespace", str(" \t\n\r\v\f"))
	m.value("printable", str(digits+lower+upper+punct+" \t\n\r\v\f"))
	m.fn("capwords", "s, sep=", "Every word of s with a capital and the rest in small letters. Words are separated by sep; without it, by spaces, which become one each.", func(t *thread, a []object) (object, error) {
		words, err := runtime.CallMethod(t, a[0], "split", orNone(a[1]))
		if err != nil {
			return nil, err
		}
		items, err := runtime.Collect(t, words)
		if err != nil {
			return nil, err
		}
		for i, w := range items {
			if items[i], err = runtime.CallMethod(t, w, "capitalize"); err != nil {
				return nil, err
			}
		}
		sep := object(str(" "))
		if given(a[1]) {
			sep = a[1]
		}
		return runtime.CallMethod(t, sep, "join", list(items...))
	})
	m.fn("_substitute", "template, delimiter, mapping, safe", "", substitute)
	m.source = library("string")
}

// substitute is Template.substitute: $name, ${name} and $$. What it does not understand stays when safe is true.
func substitute(t *thread, a []object) (object, error) {
	s, err := runtime.AsString(t, a[0])
	if err != nil {
		return nil, err
	}
	delim, err := runtime.AsString(t, a[1])
	if err != nil {
		return nil, err
	}
	safe, err := runtime.Truth(t, a[3])
	if err != nil {
		return nil, err
	}
	identifier := func(s string) int {
		n := 0
		for n < len(s) && (s[n] == '_' || s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z' || n > 0 && s[n] >= '0' && s[n] <= '9') {
			n++
		}
		return n
	}
	var b strings.Builder
	for i := 0; ; {
		j := strings.Index(s[i:], delim)
		if j < 0 {
			b.WriteString(s[i:])
			break
		}
		b.WriteString(s[i : i+j])
		at := i + j
		rest := s[at+len(delim):]
		name, used := "", 0
		switch {
		case strings.HasPrefix(rest, delim):
			b.WriteString(delim)
			i = at + 2*len(delim)
			continue
		case strings.HasPrefix(rest, "{"):
			if n := identifier(rest[1:]); n > 0 && len(rest) > n+1 && rest[n+1] == '}' {
				name, used = rest[1:n+1], n+2
			}
		default:
			n := identifier(rest)
			name, used = rest[:n], n
		}
		if name == "" {
			if !safe {
				line := strings.Count(s[:at], "\n") + 1
				col := at - strings.LastIndexByte(s[:at], '\n')
				return nil, runtime.ValueErrorf("Invalid placeholder in string: line %d, col %d", line, col)
			}
			b.WriteString(delim)
			i = at + len(delim)
			continue
		}
		v, err := runtime.GetItem(t, a[2], str(name))
		if err != nil {
			if !safe || !runtime.IsException(err, py.KeyError) {
				return nil, err
			}
			b.WriteString(s[at : at+len(delim)+used])
		} else {
			text, err := runtime.Str(t, v)
			if err != nil {
				return nil, err
			}
			b.WriteString(text)
		}
		i = at + len(delim) + used
	}
	return str(b.String()), nil
}
