package pymod

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

var jsonDecodeError = runtime.NewExceptionType("json.JSONDecodeError", "The text is not JSON. msg says why, pos, lineno and colno say where in doc.", py.ValueError)

// jsonError is the error of malformed text at a byte offset.
func jsonError(msg, doc string, at int) error {
	pos := utf8.RuneCountInString(doc[:at])
	line := strings.Count(doc[:at], "\n") + 1
	col := utf8.RuneCountInString(doc[strings.LastIndexByte(doc[:at], '\n')+1:at]) + 1
	e := runtime.NewException(jsonDecodeError, py.String(msg+": line "+itoa(line)+" column "+itoa(col)+" (char "+itoa(pos)+")"))
	for name, v := range map[string]object{"msg": str(msg), "doc": str(doc), "pos": num(pos), "lineno": num(line), "colno": num(col)} {
		e.InstanceDict(true).SetStr(name, v)
	}
	return e
}

// jsonDecoder parses JSON text.
type jsonDecoder struct {
	t                                                          *thread
	s                                                          string
	i                                                          int
	objectHook, pairsHook, parseFloat, parseInt, parseConstant object
	strict                                                     bool
	keys                                                       map[string]object // equal keys share one string
	steps                                                      int
}

func (d *jsonDecoder) space() {
	for d.i < len(d.s) && (d.s[d.i] == ' ' || d.s[d.i] == '\t' || d.s[d.i] == '\n' || d.s[d.i] == '\r') {
		d.i++
	}
}

func (d *jsonDecoder) value() (object, error) {
	if d.i >= len(d.s) {
		return nil, jsonError("Expecting value", d.s, d.i)
	}
	if d.steps++; d.steps&1023 == 0 {
		if err := d.t.Tick(); err != nil {
			return nil, err
		}
	}
	switch c := d.s[d.i]; {
	case c == '"':
		d.i++
		s, err := d.str()
		return py.String(s), err
	case c == '{':
		return d.nested(d.object)
	case c == '[':
		return d.nested(d.array)
	case c == 'n' && strings.HasPrefix(d.s[d.i:], "null"):
		d.i += 4
		return none, nil
	case c == 't' && strings.HasPrefix(d.s[d.i:], "true"):
		d.i += 4
		return py.True, nil
	case c == 'f' && strings.HasPrefix(d.s[d.i:], "false"):
		d.i += 5
		return py.False, nil
	case c == '-' || c >= '0' && c <= '9':
		if v, err := d.number(); v != nil || err != nil {
			return v, err
		}
	}
	for _, c := range []struct {
		text string
		v    float64
	}{{"NaN", math.NaN()}, {"Infinity", math.Inf(1)}, {"-Infinity", math.Inf(-1)}} {
		if strings.HasPrefix(d.s[d.i:], c.text) {
			d.i += len(c.text)
			if given(d.parseConstant) {
				return call1(d.t, d.parseConstant, str(c.text))
			}
			return flt(c.v), nil
		}
	}
	return nil, jsonError("Expecting value", d.s, d.i)
}

func (d *jsonDecoder) nested(f func() (object, error)) (object, error) {
	if err := d.t.Enter(); err != nil {
		return nil, err
	}
	defer d.t.Leave()
	d.i++
	return f()
}

// number parses a number; nil when there is none (a minus alone).
func (d *jsonDecoder) number() (object, error) {
	start := d.i
	i := d.i
	digits := func() bool {
		from := i
		for i < len(d.s) && d.s[i] >= '0' && d.s[i] <= '9' {
			i++
		}
		return i > from
	}
	if d.s[i] == '-' {
		i++
	}
	if i < len(d.s) && d.s[i] == '0' {
		i++
	} else if !digits() {
		return nil, nil
	}
	isFloat := false
	if i+1 < len(d.s) && d.s[i] == '.' && d.s[i+1] >= '0' && d.s[i+1] <= '9' {
		i++
		digits()
		isFloat = true
	}
	if i < len(d.s) && d.s[i]|0x20 == 'e' {
		save := i
		i++
		if i < len(d.s) && (d.s[i] == '+' || d.s[i] == '-') {
			i++
		}
		if digits() {
			isFloat = true
		} else {
			i = save
		}
	}
	text := d.s[start:i]
	d.i = i
	if isFloat {
		if given(d.parseFloat) {
			return call1(d.t, d.parseFloat, str(text))
		}
		f, _ := runtime.ParseFloat(text)
		return flt(f), nil
	}
	if given(d.parseInt) {
		return call1(d.t, d.parseInt, str(text))
	}
	return runtime.ParseInt(d.t, text, 10)
}

// str parses a string after its opening quote.
func (d *jsonDecoder) str() (string, error) {
	begin := d.i - 1
	end := d.i
	for end < len(d.s) && d.s[end] != '"' && d.s[end] != '\\' && d.s[end] >= ' ' {
		end++
	}
	if end < len(d.s) && d.s[end] == '"' {
		s := d.s[d.i:end]
		d.i = end + 1
		return s, nil
	}
	var b strings.Builder
	for {
		from := d.i
		for d.i < len(d.s) && d.s[d.i] != '"' && d.s[d.i] != '\\' && d.s[d.i] >= ' ' {
			d.i++
		}
		b.WriteString(d.s[from:d.i])
		if d.i >= len(d.s) {
			return "", jsonError("Unterminated string starting at", d.s, begin)
		}
		c := d.s[d.i]
		switch {
		case c == '"':
			d.i++
			return b.String(), nil
		case c < ' ':
			if d.strict {
				return "", jsonError("Invalid control character at", d.s, d.i)
			}
			b.WriteByte(c)
			d.i++
			continue
		}
		d.i++
		if d.i >= len(d.s) {
			return "", jsonError("Unterminated string starting at", d.s, begin)
		}
		esc := d.s[d.i]
		if esc == 'u' {
			r, ok := d.hex4(d.i + 1)
			if !ok {
				return "", jsonError("Invalid \\uXXXX escape", d.s, d.i)
			}
			d.i += 5
			if r >= 0xd800 && r < 0xdc00 && strings.HasPrefix(d.s[d.i:], `\u`) {
				if lo, ok := d.hex4(d.i + 2); ok && lo >= 0xdc00 && lo < 0xe000 {
					r = 0x10000 + (r-0xd800)<<10 + (lo - 0xdc00)
					d.i += 6
				}
			}
			b.WriteString(runtime.RuneText(r))
			continue
		}
		at := strings.IndexByte(`"\/bfnrt`, esc)
		if at < 0 {
			return "", jsonError("Invalid \\escape", d.s, d.i-1)
		}
		b.WriteByte("\"\\/\b\f\n\r\t"[at])
		d.i++
	}
}

func (d *jsonDecoder) hex4(i int) (rune, bool) {
	if i+4 > len(d.s) {
		return 0, false
	}
	r := rune(0)
	for _, c := range []byte(d.s[i : i+4]) {
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 | rune(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return r, true
}

func (d *jsonDecoder) object() (object, error) {
	out := runtime.NewDict()
	var pairs []object
	add := func(k string, v object) error {
		key, ok := d.keys[k]
		if !ok {
			key = str(k)
			d.keys[k] = key
		}
		if given(d.pairsHook) {
			pairs = append(pairs, py.Tuple{key, v})
			return nil
		}
		out.SetStrObj(key, v)
		return nil
	}
	d.space()
	if d.i < len(d.s) && d.s[d.i] == '}' {
		d.i++
	} else {
		for {
			if d.i >= len(d.s) || d.s[d.i] != '"' {
				return nil, jsonError("Expecting property name enclosed in double quotes", d.s, d.i)
			}
			d.i++
			k, err := d.str()
			if err != nil {
				return nil, err
			}
			d.space()
			if d.i >= len(d.s) || d.s[d.i] != ':' {
				return nil, jsonError("Expecting ':' delimiter", d.s, d.i)
			}
			d.i++
			d.space()
			v, err := d.value()
			if err != nil {
				return nil, err
			}
			if err := add(k, v); err != nil {
				return nil, err
			}
			d.space()
			if d.i < len(d.s) && d.s[d.i] == '}' {
				d.i++
				break
			}
			if d.i >= len(d.s) || d.s[d.i] != ',' {
				return nil, jsonError("Expecting ',' delimiter", d.s, d.i)
			}
			d.i++
			d.space()
		}
	}
	if given(d.pairsHook) {
		return call1(d.t, d.pairsHook, list(pairs...))
	}
	if given(d.objectHook) {
		return call1(d.t, d.objectHook, out)
	}
	return out, nil
}

func (d *jsonDecoder) array() (object, error) {
	items := []object{}
	d.space()
	if d.i < len(d.s) && d.s[d.i] == ']' {
		d.i++
		return list(items...), nil
	}
	for {
		v, err := d.value()
		if err != nil {
			return nil, err
		}
		items = append(items, v)
		d.space()
		if d.i < len(d.s) && d.s[d.i] == ']' {
			d.i++
			return list(items...), nil
		}
		if d.i >= len(d.s) || d.s[d.i] != ',' {
			return nil, jsonError("Expecting ',' delimiter", d.s, d.i)
		}
		d.i++
		d.space()
	}
}

// JSONLoads parses JSON text with default settings.
func JSONLoads(t *runtime.Thread, s string) (py.Object, error) {
	return (&jsonDecoder{t: t, s: s, strict: true, keys: map[string]object{}}).document()
}

func (d *jsonDecoder) document() (object, error) {
	if strings.HasPrefix(d.s, "\ufeff") {
		return nil, jsonError("Unexpected UTF-8 BOM (decode using utf-8-sig)", d.s, 0)
	}
	d.space()
	v, err := d.value()
	if err != nil {
		return nil, err
	}
	d.space()
	if d.i != len(d.s) {
		return nil, jsonError("Extra data", d.s, d.i)
	}
	return v, nil
}
