package pymod

import (
	"strings"
	"unicode/utf8"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// jsonEncoder writes JSON text.
type jsonEncoder struct {
	t                                        *thread
	b                                        strings.Builder
	skipKeys, ascii, circular, nan, sortKeys bool
	indent                                   string
	hasIndent                                bool
	itemSep, keySep                          string
	def                                      object
	open                                     []object // containers under way, when circular references are checked
	steps                                    int
}

func (e *jsonEncoder) newline(level int) {
	if e.hasIndent {
		e.b.WriteByte('\n')
		for range level {
			e.b.WriteString(e.indent)
		}
	}
}

func (e *jsonEncoder) enter(o object) error {
	if e.circular {
		for _, x := range e.open {
			if runtime.Is(x, o) {
				return runtime.ValueErrorf("Circular reference detected")
			}
		}
		e.open = append(e.open, o)
	}
	return e.t.Enter()
}

func (e *jsonEncoder) leave() {
	if e.circular {
		e.open = e.open[:len(e.open)-1]
	}
	e.t.Leave()
}

func (e *jsonEncoder) float(f float64) (string, error) {
	if f-f != 0 {
		if !e.nan {
			return "", runtime.ValueErrorf("Out of range float values are not JSON compliant: %s", runtime.FloatRepr(f))
		}
		switch {
		case f != f:
			return "NaN", nil
		case f > 0:
			return "Infinity", nil
		}
		return "-Infinity", nil
	}
	return runtime.FloatRepr(f), nil
}

func (e *jsonEncoder) value(o object, level int) error {
	if e.steps++; e.steps&1023 == 0 {
		if err := e.t.Tick(); err != nil {
			return err
		}
		if err := e.t.Alloc(int64(e.b.Len()) * 2); err != nil {
			return err
		}
	}
	switch x := runtime.Payload(o).(type) {
	case py.String:
		writeJSONString(&e.b, string(x), e.ascii)
		return nil
	case py.NoneType:
		e.b.WriteString("null")
		return nil
	case py.Bool:
		if x {
			e.b.WriteString("true")
		} else {
			e.b.WriteString("false")
		}
		return nil
	case py.Int, *py.BigInt:
		s, err := runtime.Repr(e.t, x)
		e.b.WriteString(s)
		return err
	case py.Float:
		s, err := e.float(float64(x))
		e.b.WriteString(s)
		return err
	case *py.List:
		return e.array(o, x.Items, level)
	case py.Tuple:
		return e.array(o, x, level)
	case *runtime.Dict:
		return e.object(o, x, level)
	}
	if !given(e.def) {
		return runtime.TypeErrorf("Object of type %s is not JSON serializable", shortName(o))
	}
	if err := e.enter(o); err != nil {
		return err
	}
	defer e.leave()
	v, err := call1(e.t, e.def, o)
	if err != nil {
		return err
	}
	return e.value(v, level)
}

func (e *jsonEncoder) array(o object, items []object, level int) error {
	if len(items) == 0 {
		e.b.WriteString("[]")
		return nil
	}
	if err := e.enter(o); err != nil {
		return err
	}
	defer e.leave()
	e.b.WriteByte('[')
	for i, v := range items {
		if i > 0 {
			e.b.WriteString(e.itemSep)
		}
		e.newline(level + 1)
		if err := e.value(v, level+1); err != nil {
			return err
		}
	}
	e.newline(level)
	e.b.WriteByte(']')
	return nil
}

// key is the text of a dict key; ok is false for one to be skipped.
func (e *jsonEncoder) key(k object) (s string, ok bool, err error) {
	switch x := runtime.Payload(k).(type) {
	case py.String:
		return string(x), true, nil
	case py.Float:
		s, err = e.float(float64(x))
		return s, true, err
	case py.Bool:
		if x {
			return "true", true, nil
		}
		return "false", true, nil
	case py.NoneType:
		return "null", true, nil
	case py.Int, *py.BigInt:
		s, err = runtime.Repr(e.t, x)
		return s, true, err
	}
	if e.skipKeys {
		return "", false, nil
	}
	return "", false, runtime.TypeErrorf("keys must be str, int, float, bool or None, not %s", shortName(k))
}

func (e *jsonEncoder) object(o object, d *runtime.Dict, level int) error {
	if d.Len() == 0 {
		e.b.WriteString("{}")
		return nil
	}
	if err := e.enter(o); err != nil {
		return err
	}
	defer e.leave()
	keys := d.Keys()
	if e.sortKeys {
		if err := runtime.SortList(e.t, keys, nil, false); err != nil {
			return err
		}
	}
	e.b.WriteByte('{')
	first := true
	for _, k := range keys {
		s, ok, err := e.key(k)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		if !first {
			e.b.WriteString(e.itemSep)
		}
		first = false
		e.newline(level + 1)
		writeJSONString(&e.b, s, e.ascii)
		e.b.WriteString(e.keySep)
		v, _, err := d.Get(e.t, k)
		if err != nil {
			return err
		}
		if err := e.value(v, level+1); err != nil {
			return err
		}
	}
	e.newline(level)
	e.b.WriteByte('}')
	return nil
}

func writeJSONString(b *strings.Builder, s string, ascii bool) {
	const hex = "0123456789abcdef"
	b.WriteByte('"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' && c < 0x7f {
			i++
			continue
		}
		if c >= 0x7f && !ascii {
			i++
			continue
		}
		b.WriteString(s[from:i])
		if c < utf8.RuneSelf {
			switch c {
			case '"', '\\':
				b.WriteByte('\\')
				b.WriteByte(c)
			case '\n':
				b.WriteString(`\n`)
			case '\r':
				b.WriteString(`\r`)
			case '\t':
				b.WriteString(`\t`)
			case '\f':
				b.WriteString(`\f`)
			case '\b':
				b.WriteString(`\b`)
			default:
				b.WriteString(`\u00`)
				b.WriteByte(hex[c>>4])
				b.WriteByte(hex[c&15])
			}
			i++
		} else {
			r, n := runtime.DecodeRune(s[i:])
			units := []rune{r}
			if r >= 0x10000 {
				r -= 0x10000
				units = []rune{0xd800 + r>>10, 0xdc00 + r&0x3ff}
			}
			for _, u := range units {
				b.WriteString(`\u`)
				for shift := 12; shift >= 0; shift -= 4 {
					b.WriteByte(hex[u>>shift&15])
				}
			}
			i += n
		}
		from = i
	}
	b.WriteString(s[from:])
	b.WriteByte('"')
}
