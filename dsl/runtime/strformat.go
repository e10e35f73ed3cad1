package runtime

import (
	"strings"

	"github.com/go-python/gpython/py"
)

// strFormatter does str.format: literal text with {field!conversion:spec} replacement fields.
type strFormatter struct {
	args []py.Object
	kw   Kwargs
	// mapping serves str.format_map instead of kw.
	mapping py.Object
	// auto counts automatic field numbers; manual is set by an explicit one.
	auto   int
	manual bool
}

// StrFormat formats text with positional and keyword arguments.
func StrFormat(t *Thread, text string, args []py.Object, kw Kwargs) (string, error) {
	f := &strFormatter{args: args, kw: kw}
	return f.run(t, text, 2)
}

// StrFormatMap is str.format_map.
func StrFormatMap(t *Thread, text string, mapping py.Object) (string, error) {
	f := &strFormatter{mapping: mapping}
	return f.run(t, text, 2)
}

// run formats text; depth is how many levels of nesting are left.
func (f *strFormatter) run(t *Thread, text string, depth int) (string, error) {
	if depth <= 0 {
		return "", ValueErrorf("Max string recursion exceeded")
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		j := strings.IndexAny(text[i:], "{}")
		if j < 0 {
			b.WriteString(text[i:])
			break
		}
		b.WriteString(text[i : i+j])
		i += j
		c := text[i]
		if i+1 < len(text) && text[i+1] == c {
			b.WriteByte(c)
			i += 2
			continue
		}
		if c == '}' {
			return "", ValueErrorf("Single '}' encountered in format string")
		}
		i++
		if i >= len(text) {
			return "", ValueErrorf("Single '{' encountered in format string")
		}
		// The field name ends at ':' or '!' outside brackets; the whole field at the matching brace.
		start, nested := i, 0
		inBracket := false
		nameEnd := -1
		for ; i < len(text); i++ {
			switch ch := text[i]; {
			case nameEnd < 0 && ch == '[':
				inBracket = true
			case nameEnd < 0 && ch == ']' && inBracket:
				inBracket = false
			case inBracket:
			case nameEnd < 0 && ch == '{':
				return "", ValueErrorf("unexpected '{' in field name")
			case nameEnd < 0 && (ch == ':' || ch == '!'):
				nameEnd = i
			case ch == '{':
				nested++
			case ch == '}':
				if nested == 0 {
					goto found
				}
				nested--
			}
		}
		switch {
		case nameEnd < 0:
			return "", ValueErrorf("expected '}' before end of string")
		case text[nameEnd:] == "!":
			return "", ValueErrorf("end of string while looking for conversion specifier")
		}
		return "", ValueErrorf("unmatched '{' in format spec")
	found:
		end := i
		i++
		if nameEnd < 0 {
			nameEnd = end
		}
		s, err := f.field(t, text[start:nameEnd], text[nameEnd:end], depth)
		if err != nil {
			return "", err
		}
		b.WriteString(s)
	}
	return b.String(), nil
}

// field formats one replacement field; rest starts with '!', ':' or is empty.
func (f *strFormatter) field(t *Thread, name, rest string, depth int) (string, error) {
	var conv rune
	if strings.HasPrefix(rest, "!") {
		rest = rest[1:]
		if rest == "" {
			return "", ValueErrorf("unmatched '{' in format spec")
		}
		var n int
		conv, n = decodeRune(rest)
		rest = rest[n:]
		if rest != "" && rest[0] != ':' {
			return "", ValueErrorf("expected ':' after conversion specifier")
		}
	}
	v, err := f.lookup(t, name)
	if err != nil {
		return "", err
	}
	if conv != 0 {
		var s string
		switch conv {
		case 'r':
			s, err = Repr(t, v)
		case 's':
			s, err = Str(t, v)
		case 'a':
			s, err = ASCII(t, v)
		default:
			if conv > 32 && conv < 127 {
				return "", ValueErrorf("Unknown conversion specifier %c", conv)
			}
			return "", ValueErrorf("Unknown conversion specifier \\x%x", conv)
		}
		if err != nil {
			return "", err
		}
		v = py.String(s)
	}
	spec := strings.TrimPrefix(rest, ":")
	if strings.ContainsAny(spec, "{}") {
		if spec, err = f.run(t, spec, depth-1); err != nil {
			return "", err
		}
	}
	return Format(t, v, spec)
}

// lookup finds the value of "0.attr[key]".
func (f *strFormatter) lookup(t *Thread, name string) (py.Object, error) {
	end := strings.IndexAny(name, ".[")
	if end < 0 {
		end = len(name)
	}
	first, rest := name[:end], name[end:]
	v, err := f.first(t, first)
	if err != nil {
		return nil, err
	}
	for rest != "" {
		if rest[0] == '.' {
			rest = rest[1:]
			end := strings.IndexAny(rest, ".[")
			if end < 0 {
				end = len(rest)
			}
			attr := rest[:end]
			if attr == "" {
				return nil, ValueErrorf("Empty attribute in format string")
			}
			if v, err = GetAttr(t, v, attr); err != nil {
				return nil, err
			}
			rest = rest[end:]
			continue
		}
		if rest[0] != '[' {
			return nil, ValueErrorf("Only '.' or '[' may follow ']' in format field specifier")
		}
		end := strings.IndexByte(rest, ']')
		if end < 0 {
			return nil, ValueErrorf("Missing ']' in format string")
		}
		key := rest[1:end]
		if key == "" {
			return nil, ValueErrorf("Empty attribute in format string")
		}
		rest = rest[end+1:]
		var k py.Object = py.String(key)
		if n, ok := fieldNumber(key); ok {
			if n < 0 {
				return nil, ValueErrorf("Too many decimal digits in format string")
			}
			k = py.Int(n)
		}
		if v, err = GetItem(t, v, k); err != nil {
			return nil, err
		}
	}
	return v, nil
}

// fieldNumber reads a decimal number; negative when it is too large.
func fieldNumber(s string) (int, bool) {
	if s == "" {
		return 0, false
	}
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		if n > 1<<58 {
			return -1, true
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

func (f *strFormatter) first(t *Thread, name string) (py.Object, error) {
	n, isNum := fieldNumber(name)
	if name == "" {
		if f.manual {
			return nil, ValueErrorf("cannot switch from manual field specification to automatic field numbering")
		}
		n, isNum = f.auto, true
		f.auto++
	} else if isNum {
		if n < 0 {
			return nil, ValueErrorf("Too many decimal digits in format string")
		}
		if f.auto > 0 {
			return nil, ValueErrorf("cannot switch from automatic field numbering to manual field specification")
		}
		f.manual = true
	}
	if isNum {
		if f.mapping != nil {
			return nil, ValueErrorf("Format string contains positional fields")
		}
		if n >= len(f.args) {
			return nil, IndexErrorf("Replacement index %d out of range for positional args tuple", n)
		}
		return f.args[n], nil
	}
	if f.mapping != nil {
		return GetItem(t, f.mapping, py.String(name))
	}
	if v := f.kw.Get(name); v != nil {
		return v, nil
	}
	return nil, KeyErr(py.String(name))
}
