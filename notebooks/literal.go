package notebooks

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// parseLiteral reads a Python literal: None, True, False, numbers, strings, lists, tuples and dicts with string keys.
func parseLiteral(text string) (any, error) {
	p := &literalParser{s: text}
	v, err := p.value(0)
	if err != nil {
		return nil, err
	}
	p.space()
	if p.s != "" {
		return nil, fmt.Errorf("%q after the end of the value", clip(p.s, 20))
	}
	return v, nil
}

type literalParser struct{ s string }

func (p *literalParser) space() { p.s = strings.TrimLeft(p.s, " \t\r\n") }

func (p *literalParser) take(prefix string) bool {
	p.space()
	rest, ok := strings.CutPrefix(p.s, prefix)
	if ok {
		p.s = rest
	}
	return ok
}

func (p *literalParser) value(depth int) (any, error) {
	p.space()
	if depth > 100 {
		return nil, errors.New("nested deeper than 100 levels")
	}
	if p.s == "" {
		return nil, errors.New("a value is missing at the end")
	}
	switch p.s[0] {
	case '[':
		p.s = p.s[1:]
		list, _, err := p.items("]", depth)
		return list, err
	case '(':
		p.s = p.s[1:]
		list, comma, err := p.items(")", depth)
		if err == nil && len(list) == 1 && !comma {
			return list[0], nil
		}
		return Tuple(list), err
	case '{':
		p.s = p.s[1:]
		return p.dict(depth)
	case '"', '\'':
		return p.str()
	}
	end := strings.IndexAny(p.s, " \t\r\n,:]})")
	if end < 0 {
		end = len(p.s)
	}
	word := p.s[:end]
	p.s = p.s[end:]
	switch word {
	case "None", "null":
		return nil, nil
	case "True", "true":
		return true, nil
	case "False", "false":
		return false, nil
	}
	if n, ok := parseNumber(word); ok && !wordFloat().MatchString(word) {
		return n, nil
	}
	if word == "" {
		return nil, fmt.Errorf("a value is missing before %q", clip(p.s, 20))
	}
	return nil, fmt.Errorf("%q is no number, word or quoted string", clip(word, 20))
}

// items reads values up to a closing bracket; comma reports whether one stood after the last value.
func (p *literalParser) items(end string, depth int) (list []any, comma bool, err error) {
	list = []any{}
	for {
		if p.take(end) {
			return list, comma, nil
		}
		if len(list) > 0 && !comma {
			return nil, false, fmt.Errorf("expected ',' or %q before %q", end, clip(p.s, 20))
		}
		v, err := p.value(depth + 1)
		if err != nil {
			return nil, false, err
		}
		list = append(list, v)
		comma = p.take(",")
	}
}

func (p *literalParser) dict(depth int) (any, error) {
	o := &Object{}
	comma := true
	for {
		if p.take("}") {
			return o, nil
		}
		if !comma {
			return nil, fmt.Errorf("expected ',' or '}' before %q", clip(p.s, 20))
		}
		k, err := p.value(depth + 1)
		if err != nil {
			return nil, err
		}
		key, ok := k.(string)
		if !ok {
			return nil, errors.New("keys of a dict must be strings")
		}
		if !p.take(":") {
			return nil, fmt.Errorf("expected ':' after the key %q", clip(key, 20))
		}
		v, err := p.value(depth + 1)
		if err != nil {
			return nil, err
		}
		o.Set(key, v)
		comma = p.take(",")
	}
}

// str reads a quoted string with Python's escapes.
func (p *literalParser) str() (any, error) {
	quote := p.s[0]
	var b []byte
	for i := 1; i < len(p.s); i++ {
		c := p.s[i]
		switch {
		case c == quote:
			p.s = p.s[i+1:]
			return string(b), nil
		case c != '\\' || i+1 == len(p.s):
			b = append(b, c)
			continue
		}
		i++
		switch c = p.s[i]; c {
		case 'n':
			b = append(b, '\n')
		case 't':
			b = append(b, '\t')
		case 'r':
			b = append(b, '\r')
		case 'a':
			b = append(b, '\a')
		case 'b':
			b = append(b, '\b')
		case 'f':
			b = append(b, '\f')
		case 'v':
			b = append(b, '\v')
		case '0':
			b = append(b, 0)
		case '\\', '\'', '"':
			b = append(b, c)
		case '\n':
		case 'x', 'u', 'U':
			n := map[byte]int{'x': 2, 'u': 4, 'U': 8}[c]
			r, ok := hexRune(p.s[i+1:], n)
			if !ok {
				return nil, fmt.Errorf(`\%c needs %d hexadecimal digits of a character`, c, n)
			}
			b = appendCodePoint(b, r)
			i += n
		default:
			b = append(b, '\\', c)
		}
	}
	return nil, errors.New("a string has no closing quote")
}

func hexRune(s string, n int) (rune, bool) {
	if len(s) < n {
		return 0, false
	}
	var r int64
	for _, c := range []byte(s[:n]) {
		d := strings.IndexByte(hexDigits, c|0x20)
		if d < 0 || c < '0' {
			return 0, false
		}
		r = r<<4 | int64(d)
	}
	return rune(r), r <= utf8.MaxRune
}
