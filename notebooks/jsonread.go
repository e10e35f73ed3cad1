package notebooks

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// maxDepth bounds nesting of arrays and objects. Real notebooks stay below 50, CPython's reader ends near 1000.
const maxDepth = 512

// SyntaxError is a mistake in the JSON text of a file. Line and Column count from 1, columns in characters.
type SyntaxError struct {
	Line, Column int
	Msg          string
}

// Error implements error.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, e.Msg)
}

// parseJSON reads one JSON text. It accepts what Python's json module accepts, NaN and Infinity included.
func parseJSON(data []byte) (any, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	p := &jsonParser{src: data, line: 1}
	if !utf8.Valid(data) {
		for i := 0; i < len(data); {
			r, n := utf8.DecodeRune(data[i:])
			if r == utf8.RuneError && n == 1 {
				return nil, p.errorAt(i, fmt.Sprintf("byte 0x%02x is not UTF-8", data[i]))
			}
			i += n
		}
	}
	p.space()
	if p.pos == len(data) {
		return nil, p.errorAt(p.pos, "the file is empty")
	}
	v, err := p.value(0)
	if err != nil {
		return nil, err
	}
	p.space()
	if p.pos < len(data) {
		return nil, p.errorAt(p.pos, "text after the end of the JSON value")
	}
	return v, nil
}

// jsonParser walks the text. line is the line of pos as far as space has counted it; strings hold no raw newlines, so
// counting in space is enough.
type jsonParser struct {
	src  []byte
	pos  int
	line int
}

func (p *jsonParser) errorAt(pos int, msg string) error {
	before := p.src[:pos]
	line := 1 + bytes.Count(before, []byte("\n"))
	start := bytes.LastIndexByte(before, '\n') + 1
	return &SyntaxError{Line: line, Column: 1 + utf8.RuneCount(before[start:]), Msg: msg}
}

func (p *jsonParser) space() {
	for p.pos < len(p.src) {
		switch p.src[p.pos] {
		case '\n':
			p.line++
		case ' ', '\t', '\r':
		default:
			return
		}
		p.pos++
	}
}

// expected says what was found instead of what the grammar wants.
func (p *jsonParser) expected(what string) error {
	if p.pos >= len(p.src) {
		return p.errorAt(len(p.src), "the file ends where "+what+" should follow (is it cut short?)")
	}
	r, _ := utf8.DecodeRune(p.src[p.pos:])
	return p.errorAt(p.pos, fmt.Sprintf("expected %s, found %q", what, r))
}

func (p *jsonParser) value(depth int) (any, error) {
	if depth > maxDepth {
		return nil, p.errorAt(p.pos, fmt.Sprintf("nested deeper than %d levels", maxDepth))
	}
	if p.pos >= len(p.src) {
		return nil, p.expected("a value")
	}
	switch c := p.src[p.pos]; c {
	case '{':
		return p.object(depth)
	case '[':
		return p.array(depth)
	case '"':
		return p.str()
	case 't':
		return p.word("true", true)
	case 'f':
		return p.word("false", false)
	case 'n':
		return p.word("null", nil)
	case 'N':
		return p.word("NaN", Number("NaN"))
	case 'I':
		return p.word("Infinity", Number("Infinity"))
	default:
		if c == '-' && bytes.HasPrefix(p.src[p.pos:], []byte("-I")) {
			return p.word("-Infinity", Number("-Infinity"))
		}
		if c == '-' || c >= '0' && c <= '9' {
			return p.number()
		}
		return nil, p.expected("a value")
	}
}

func (p *jsonParser) word(w string, v any) (any, error) {
	if !bytes.HasPrefix(p.src[p.pos:], []byte(w)) {
		return nil, p.expected("a value")
	}
	p.pos += len(w)
	return v, nil
}

func (p *jsonParser) digits() int {
	start := p.pos
	for p.pos < len(p.src) && p.src[p.pos] >= '0' && p.src[p.pos] <= '9' {
		p.pos++
	}
	return p.pos - start
}

func (p *jsonParser) at(c byte) bool { return p.pos < len(p.src) && p.src[p.pos] == c }

func (p *jsonParser) number() (any, error) {
	start := p.pos
	if p.at('-') {
		p.pos++
	}
	if p.at('0') {
		p.pos++
	} else if p.digits() == 0 {
		return nil, p.expected("a digit")
	}
	if p.at('.') {
		p.pos++
		if p.digits() == 0 {
			return nil, p.expected("a digit after the decimal point")
		}
	}
	if p.at('e') || p.at('E') {
		p.pos++
		if p.at('+') || p.at('-') {
			p.pos++
		}
		if p.digits() == 0 {
			return nil, p.expected("a digit of the exponent")
		}
	}
	return Number(p.src[start:p.pos]), nil
}

func (p *jsonParser) array(depth int) (any, error) {
	p.pos++
	list := []any{}
	p.space()
	if p.at(']') {
		p.pos++
		return list, nil
	}
	for {
		p.space()
		v, err := p.value(depth + 1)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
		p.space()
		switch {
		case p.at(','):
			p.pos++
		case p.at(']'):
			p.pos++
			return list, nil
		default:
			return nil, p.expected("',' or ']'")
		}
	}
}

func (p *jsonParser) object(depth int) (any, error) {
	p.pos++
	o := &Object{line: p.line}
	p.space()
	if p.at('}') {
		p.pos++
		return o, nil
	}
	for {
		p.space()
		if !p.at('"') {
			return nil, p.expected("a key in double quotes")
		}
		key, err := p.str()
		if err != nil {
			return nil, err
		}
		p.space()
		if !p.at(':') {
			return nil, p.expected("':' after the key")
		}
		p.pos++
		p.space()
		v, err := p.value(depth + 1)
		if err != nil {
			return nil, err
		}
		o.Set(key, v)
		p.space()
		switch {
		case p.at(','):
			p.pos++
		case p.at('}'):
			p.pos++
			return o, nil
		default:
			return nil, p.expected("',' or '}'")
		}
	}
}

// str reads a string; the opening quote is at pos.
func (p *jsonParser) str() (string, error) {
	open := p.pos
	p.pos++
	start := p.pos
	for p.pos < len(p.src) {
		switch c := p.src[p.pos]; {
		case c == '"':
			s := string(p.src[start:p.pos])
			p.pos++
			return s, nil
		case c == '\\':
			return p.escaped(open, start)
		case c < 0x20:
			return "", p.errorAt(p.pos, fmt.Sprintf("control character 0x%02x inside a string", c))
		}
		p.pos++
	}
	return "", p.errorAt(open, "the string that begins here has no end (is the file cut short?)")
}

// escaped goes on with a string at its first backslash.
func (p *jsonParser) escaped(open, start int) (string, error) {
	buf := append(make([]byte, 0, 2*(p.pos-start)+32), p.src[start:p.pos]...)
	for p.pos < len(p.src) {
		c := p.src[p.pos]
		switch {
		case c == '"':
			p.pos++
			return string(buf), nil
		case c < 0x20:
			return "", p.errorAt(p.pos, fmt.Sprintf("control character 0x%02x inside a string", c))
		case c != '\\':
			buf = append(buf, c)
			p.pos++
			continue
		}
		at := p.pos
		p.pos++
		if p.pos >= len(p.src) {
			break
		}
		c = p.src[p.pos]
		p.pos++
		switch c {
		case '"', '\\', '/':
			buf = append(buf, c)
		case 'b':
			buf = append(buf, '\b')
		case 'f':
			buf = append(buf, '\f')
		case 'n':
			buf = append(buf, '\n')
		case 'r':
			buf = append(buf, '\r')
		case 't':
			buf = append(buf, '\t')
		case 'u':
			r, ok := p.hex4()
			if !ok {
				return "", p.errorAt(at, `\u needs four hexadecimal digits`)
			}
			if r >= 0xd800 && r < 0xdc00 && bytes.HasPrefix(p.src[p.pos:], []byte(`\u`)) {
				save := p.pos
				p.pos += 2
				if low, ok := p.hex4(); ok && low >= 0xdc00 && low < 0xe000 {
					r = 0x10000 + (r-0xd800)<<10 + (low - 0xdc00)
				} else {
					p.pos = save
				}
			}
			buf = appendCodePoint(buf, r)
		default:
			return "", p.errorAt(at, fmt.Sprintf(`unknown escape \%c`, c))
		}
	}
	return "", p.errorAt(open, "the string that begins here has no end (is the file cut short?)")
}

func (p *jsonParser) hex4() (rune, bool) {
	if p.pos+4 > len(p.src) {
		return 0, false
	}
	var r rune
	for _, c := range p.src[p.pos : p.pos+4] {
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 + rune(c-'0')
		case c >= 'a' && c <= 'f':
			r = r<<4 + rune(c-'a'+10)
		case c >= 'A' && c <= 'F':
			r = r<<4 + rune(c-'A'+10)
		default:
			return 0, false
		}
	}
	p.pos += 4
	return r, true
}

// appendCodePoint appends UTF-8, and the three-byte form for surrogates, which utf8.AppendRune would replace.
func appendCodePoint(buf []byte, r rune) []byte {
	if r >= 0xd800 && r < 0xe000 {
		return append(buf, 0xe0|byte(r>>12), 0x80|byte(r>>6)&0x3f, 0x80|byte(r)&0x3f)
	}
	return utf8.AppendRune(buf, r)
}
