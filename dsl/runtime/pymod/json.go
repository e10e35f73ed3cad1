package pymod

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

var jsonDecodeError = runtime.NewExceptionType("json.JSONDecodeError", "Subclass of ValueError with additional properties msg, doc, pos, lineno, colno.", py.ValueError)

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
			b.WriteRune(r) // a lone surrogate becomes U+FFFD: text here is UTF-8
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
			r, n := utf8.DecodeRuneInString(s[i:])
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

const dumpParams = "*, skipkeys=, ensure_ascii=, check_circular=, allow_nan=, cls=, indent=, separators=, default=, sort_keys="

// newEncoder reads the keyword arguments of dumps, which begin at a[0].
func newEncoder(t *thread, a []object) (*jsonEncoder, error) {
	e := &jsonEncoder{t: t, ascii: true, circular: true, nan: true, itemSep: ", ", keySep: ": ", def: a[7]}
	flags := []struct {
		o object
		p *bool
	}{{a[0], &e.skipKeys}, {a[1], &e.ascii}, {a[2], &e.circular}, {a[3], &e.nan}, {a[8], &e.sortKeys}}
	for _, f := range flags {
		if f.o != nil {
			b, err := runtime.Truth(t, f.o)
			if err != nil {
				return nil, err
			}
			*f.p = b
		}
	}
	switch x := runtime.Payload(orNone(a[5])).(type) {
	case py.NoneType:
	case py.String:
		e.indent, e.hasIndent = string(x), true
	case py.Bool:
		e.hasIndent = true
		if x {
			e.indent = " "
		}
	case py.Int:
		e.indent, e.hasIndent = strings.Repeat(" ", int(max(x, 0))), true
	default:
		return nil, runtime.TypeErrorf("can't multiply sequence by non-int of type '%s'", runtime.TypeName(a[5]))
	}
	if e.hasIndent {
		e.itemSep = ","
	}
	if given(a[6]) {
		pair, err := runtime.Unpack(t, a[6], 2, -1)
		if err != nil {
			return nil, err
		}
		if e.itemSep, err = runtime.AsString(t, pair[0]); err != nil {
			return nil, err
		}
		if e.keySep, err = runtime.AsString(t, pair[1]); err != nil {
			return nil, err
		}
	}
	return e, nil
}

// dumps is json.dumps; with cls it goes through an instance of that encoder class.
func dumps(t *thread, v object, a []object) (string, error) {
	if given(a[4]) {
		names := []string{"skipkeys", "ensure_ascii", "check_circular", "allow_nan", "", "indent", "separators", "default", "sort_keys"}
		var kw runtime.Kwargs
		for i, n := range names {
			if n != "" && a[i] != nil {
				kw = append(kw, runtime.Kwarg{Name: n, Value: a[i]})
			}
		}
		enc, err := runtime.Call(t, a[4], nil, kw)
		if err != nil {
			return "", err
		}
		s, err := runtime.CallMethod(t, enc, "encode", v)
		if err != nil {
			return "", err
		}
		return runtime.AsString(t, s)
	}
	e, err := newEncoder(t, a)
	if err != nil {
		return "", err
	}
	if err := e.value(v, 0); err != nil {
		return "", err
	}
	return e.b.String(), nil
}

func init() {
	m := newModule("json", "JSON encoder and decoder.")
	m.value("JSONDecodeError", jsonDecodeError)
	m.fn("dumps", "obj, "+dumpParams, "Serialize obj to a JSON formatted str.", func(t *thread, a []object) (object, error) {
		s, err := dumps(t, a[0], a[1:])
		return str(s), err
	})
	m.fn("dump", "obj, fp, "+dumpParams, "Serialize obj as a JSON formatted stream to fp.", func(t *thread, a []object) (object, error) {
		s, err := dumps(t, a[0], a[2:])
		if err != nil {
			return nil, err
		}
		return none, runtime.WriteTo(t, a[1], s)
	})
	loads := func(t *thread, o object, a []object) (object, error) {
		var s string
		switch x := runtime.Payload(o).(type) {
		case py.String:
			s = string(x)
		default:
			b, ok := runtime.BytesLike(x)
			if !ok {
				return nil, runtime.TypeErrorf("the JSON object must be str, bytes or bytearray, not %s", shortName(o))
			}
			var err error
			if s, err = runtime.Decode(b, "utf-8-sig", "strict"); err != nil {
				return nil, err
			}
		}
		d := &jsonDecoder{t: t, s: s, strict: true, keys: map[string]object{}, objectHook: a[1], parseFloat: a[2], parseInt: a[3], parseConstant: a[4], pairsHook: a[5]}
		if a[6] != nil {
			var err error
			if d.strict, err = runtime.Truth(t, a[6]); err != nil {
				return nil, err
			}
		}
		return d.document()
	}
	const loadParams = "*, cls=, object_hook=, parse_float=, parse_int=, parse_constant=, object_pairs_hook=, strict="
	m.fn("loads", "s, "+loadParams, "Deserialize s (a str, bytes or bytearray instance containing a JSON document) to a Python object.", func(t *thread, a []object) (object, error) {
		return loads(t, a[0], a[1:])
	})
	m.fn("load", "fp, "+loadParams, "Deserialize fp (a .read()-supporting file-like object containing a JSON document) to a Python object.", func(t *thread, a []object) (object, error) {
		s, err := runtime.CallMethod(t, a[0], "read")
		if err != nil {
			return nil, err
		}
		return loads(t, s, a[1:])
	})
	m.fn("_encode", "obj, default, "+dumpParams, "", func(t *thread, a []object) (object, error) {
		rest := append([]object(nil), a[2:]...)
		rest[7] = a[1]
		e, err := newEncoder(t, rest)
		if err != nil {
			return nil, err
		}
		if err := e.value(a[0], 0); err != nil {
			return nil, err
		}
		return str(e.b.String()), nil
	})
	m.source = jsonSource
}

// jsonSource are the classes, for programs that derive from them.
const jsonSource = `
class JSONEncoder:
    """Extensible JSON encoder for Python data structures."""
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None,
                 separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        return _encode(o, self.default, skipkeys=self.skipkeys, ensure_ascii=self.ensure_ascii, check_circular=self.check_circular,
                       allow_nan=self.allow_nan, indent=self.indent, separators=(self.item_separator, self.key_separator),
                       sort_keys=self.sort_keys)

    def iterencode(self, o, _one_shot=False):
        yield self.encode(o)


class JSONDecoder:
    """Simple JSON decoder."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self._kw = dict(object_hook=object_hook, parse_float=parse_float, parse_int=parse_int, parse_constant=parse_constant,
                        strict=strict, object_pairs_hook=object_pairs_hook)

    def decode(self, s):
        return loads(s, **self._kw)
`
