package runtime

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-python/gpython/py"
)

// percentArgs hands out the arguments of a % format.
type percentArgs struct {
	one   py.Object // the single argument when it is no tuple
	tuple py.Tuple
	isTup bool
	next  int
}

func (a *percentArgs) take() (py.Object, error) {
	n := 1
	if a.isTup {
		n = len(a.tuple)
	}
	if a.next >= n {
		return nil, TypeErrorf("not enough arguments for format string")
	}
	a.next++
	if a.isTup {
		return a.tuple[a.next-1], nil
	}
	return a.one, nil
}

// isMapping reports whether the right operand of % may be looked up by key.
func percentMapping(o py.Object, isBytes bool) bool {
	switch Payload(o).(type) {
	case py.Tuple, py.String:
		return false
	case py.Bytes, *ByteArray:
		return !isBytes
	case *Dict:
		return true
	case *py.List, *Range:
		return true
	case py.Int, py.Float, py.Bool, py.NoneType:
		return false
	}
	return LookupType(o.Type(), "__getitem__") != nil
}

// conversion is one parsed %... of a format.
type conversion struct {
	minus, plus, space, alt, zero bool
	width, prec                   int // prec -1 when not given
	verb                          rune
}

// PercentFormat is format % arg.
func PercentFormat(t *Thread, format string, arg py.Object) (string, error) {
	return percentFormat(t, format, arg, false)
}

func percentFormat(t *Thread, format string, arg py.Object, isBytes bool) (string, error) {
	var b strings.Builder
	args := percentArgs{one: arg}
	args.tuple, args.isTup = Payload(arg).(py.Tuple)
	usedKey := false
	i := 0
	for {
		j := strings.IndexByte(format[i:], '%')
		if j < 0 {
			b.WriteString(format[i:])
			break
		}
		b.WriteString(format[i : i+j])
		i += j + 1
		c := conversion{prec: -1}
		if i >= len(format) {
			return "", ValueErrorf("incomplete format")
		}
		if format[i] == '(' {
			depth, start := 1, i+1
			for i++; i < len(format) && depth > 0; i++ {
				switch format[i] {
				case '(':
					depth++
				case ')':
					depth--
				}
			}
			if depth > 0 {
				if !percentMapping(arg, isBytes) {
					return "", TypeErrorf("format requires a mapping")
				}
				return "", ValueErrorf("incomplete format key")
			}
			if !percentMapping(arg, isBytes) {
				return "", TypeErrorf("format requires a mapping")
			}
			var key py.Object = py.String(format[start : i-1])
			if isBytes {
				key = py.Bytes(format[start : i-1])
			}
			v, err := GetItem(t, arg, key)
			if err != nil {
				return "", err
			}
			args = percentArgs{one: v}
			usedKey = true
		}
	flags:
		for ; i < len(format); i++ {
			switch format[i] {
			case '-':
				c.minus = true
			case '+':
				c.plus = true
			case ' ':
				c.space = true
			case '#':
				c.alt = true
			case '0':
				c.zero = true
			default:
				break flags
			}
		}
		number := func(what string) (int, error) {
			if i < len(format) && format[i] == '*' {
				i++
				v, err := args.take()
				if err != nil {
					return 0, err
				}
				n, ok := Payload(v).(py.Int)
				switch x := v.(type) {
				case py.Bool:
					n, ok = py.Int(boolInt(x)), true
				case *py.BigInt:
					return 0, Errorf(py.OverflowError, "Python int too large to convert to C %s", map[string]string{"width": "ssize_t", "precision": "int"}[what])
				}
				if !ok {
					return 0, TypeErrorf("* wants int")
				}
				return int(n), nil
			}
			n := 0
			for i < len(format) && format[i] >= '0' && format[i] <= '9' {
				n = n*10 + int(format[i]-'0')
				if n > math.MaxInt32 {
					return 0, ValueErrorf("%s too big", what)
				}
				i++
			}
			return n, nil
		}
		var err error
		if c.width, err = number("width"); err != nil {
			return "", err
		}
		if c.width < 0 {
			c.minus, c.width = true, -c.width
		}
		if i < len(format) && format[i] == '.' {
			i++
			if c.prec, err = number("precision"); err != nil {
				return "", err
			}
			c.prec = max(c.prec, 0)
		}
		for i < len(format) && (format[i] == 'l' || format[i] == 'h' || format[i] == 'L') {
			i++
		}
		if i >= len(format) {
			return "", ValueErrorf("incomplete format")
		}
		r, n := decodeRune(format[i:])
		c.verb = r
		at := i
		i += n
		if r == '%' && c == (conversion{prec: -1, verb: '%'}) {
			b.WriteByte('%')
			continue
		}
		v, err := args.take()
		if err != nil {
			return "", err
		}
		s, err := c.convert(t, v, isBytes)
		if err != nil {
			return "", err
		}
		if s == nil {
			shown := r
			if r < 32 || r > 126 {
				shown = '?'
			}
			return "", ValueErrorf("unsupported format character '%c' (0x%x) at index %d", shown, r, runeCount(format[:at]))
		}
		if err := c.write(t, &b, s); err != nil {
			return "", err
		}
	}
	if usedKey {
		return b.String(), nil
	}
	if args.isTup && args.next < len(args.tuple) || !args.isTup && args.next == 0 && !percentMapping(arg, isBytes) {
		return "", TypeErrorf("not all arguments converted during %s formatting", map[bool]string{false: "string", true: "bytes"}[isBytes])
	}
	return b.String(), nil
}

// converted is the text of one argument; numeric text may be padded with zeros after its sign and prefix.
type converted struct {
	sign, prefix, body string
	zeroPad            bool
}

// write pads and emits.
func (c *conversion) write(t *Thread, b *strings.Builder, s *converted) error {
	n := len(s.sign) + len(s.prefix) + runeCount(s.body)
	pad := c.width - n
	if pad <= 0 {
		b.WriteString(s.sign + s.prefix + s.body)
		return nil
	}
	if err := t.Alloc(int64(c.width)); err != nil {
		return err
	}
	switch {
	case c.minus:
		b.WriteString(s.sign + s.prefix + s.body + strings.Repeat(" ", pad))
	case c.zero && s.zeroPad:
		b.WriteString(s.sign + s.prefix + strings.Repeat("0", pad) + s.body)
	default:
		b.WriteString(strings.Repeat(" ", pad) + s.sign + s.prefix + s.body)
	}
	return nil
}

func (c *conversion) signOf(neg bool) string {
	switch {
	case neg:
		return "-"
	case c.plus:
		return "+"
	case c.space:
		return " "
	}
	return ""
}

// convert formats one argument; nil, nil for an unknown verb.
func (c *conversion) convert(t *Thread, v py.Object, isBytes bool) (*converted, error) {
	var s string
	var err error
	switch c.verb {
	case 's', 'r', 'a', 'b':
		switch {
		case c.verb == 'b' && !isBytes:
			return nil, nil
		case isBytes && (c.verb == 's' || c.verb == 'b'):
			p, ok := bytesLike(Payload(v))
			if !ok {
				return nil, TypeErrorf("%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'", typeName(v))
			}
			s = string(p)
		case c.verb == 's':
			s, err = Str(t, v)
		case c.verb == 'r' && !isBytes:
			s, err = Repr(t, v)
		default:
			s, err = ASCII(t, v)
		}
		if err != nil {
			return nil, err
		}
		if c.prec >= 0 && c.prec < strLen(s) {
			s = strSlice(s, 0, c.prec)
		}
		return &converted{body: s}, nil
	case 'c':
		return c.char(t, v, isBytes)
	case 'd', 'i', 'u', 'x', 'X', 'o':
		return c.integer(t, v)
	case 'e', 'E', 'f', 'F', 'g', 'G':
		x, err := AsFloat(t, v)
		if err != nil {
			if isBytes && IsException(err, py.TypeError) {
				return nil, TypeErrorf("float argument required, not %s", typeName(v))
			}
			return nil, err
		}
		text, err := floatText(t, x, byte(c.verb), c.prec, c.alt, false)
		if err != nil {
			return nil, err
		}
		neg := strings.HasPrefix(text, "-")
		return &converted{sign: c.signOf(neg), body: strings.TrimPrefix(text, "-"), zeroPad: true}, nil
	}
	return nil, nil
}

func (c *conversion) char(t *Thread, v py.Object, isBytes bool) (*converted, error) {
	p := Payload(v)
	if isBytes {
		if bs, ok := bytesLike(p); ok && len(bs) == 1 {
			return &converted{body: string(bs)}, nil
		}
		if i, ok := p.(py.Int); ok {
			if i < 0 || i > 255 {
				return nil, Errorf(py.OverflowError, "%%c arg not in range(256)")
			}
			return &converted{body: string([]byte{byte(i)})}, nil
		}
		return nil, TypeErrorf("%%c requires an integer in range(256) or a single byte")
	}
	if s, ok := p.(py.String); ok {
		if strLen(string(s)) == 1 {
			return &converted{body: string(s)}, nil
		}
		return nil, TypeErrorf("%%c requires int or char")
	}
	if !hasIndex(v) {
		return nil, TypeErrorf("%%c requires int or char")
	}
	o, err := Index(t, v)
	if err != nil {
		return nil, err
	}
	i, ok := o.(py.Int)
	if !ok || i < 0 || i > utf8.MaxRune {
		return nil, Errorf(py.OverflowError, "%%c arg not in range(0x110000)")
	}
	s, err := chrString(int64(i))
	return &converted{body: s}, err
}

func (c *conversion) integer(t *Thread, v py.Object) (*converted, error) {
	var z py.Object
	p := Payload(v)
	switch x := p.(type) {
	case py.Int, *py.BigInt:
		z = x
	case py.Bool:
		z = IntObj(boolInt(x))
	case py.Float:
		if c.verb == 'd' || c.verb == 'i' || c.verb == 'u' {
			var err error
			if z, err = floatToInt(float64(x)); err != nil {
				return nil, err
			}
		}
	default:
		var err error
		if fn := LookupType(v.Type(), "__int__"); fn != nil && c.verb != 'x' && c.verb != 'X' && c.verb != 'o' && kindOf(v) == kInstance {
			z, err = Call(t, fn, []py.Object{v}, nil)
			if z != nil {
				z = Payload(z)
			}
		} else if hasIndex(v) {
			z, err = Index(t, v)
		}
		if err != nil {
			if !IsException(err, py.TypeError) {
				return nil, err
			}
			z = nil
		}
	}
	if z == nil {
		if c.verb == 'x' || c.verb == 'X' || c.verb == 'o' {
			return nil, TypeErrorf("%%%c format: an integer is required, not %s", c.verb, typeName(v))
		}
		return nil, TypeErrorf("%%%c format: a real number is required, not %s", c.verb, typeName(v))
	}
	base, prefix := 10, ""
	switch c.verb {
	case 'x':
		base, prefix = 16, "0x"
	case 'X':
		base, prefix = 16, "0X"
	case 'o':
		base, prefix = 8, "0o"
	}
	var text string
	switch x := z.(type) {
	case py.Int:
		text = strconv.FormatInt(int64(x), base)
	case *py.BigInt:
		if base == 10 {
			var err error
			if text, err = bigText(t, (*big.Int)(x)); err != nil {
				return nil, err
			}
		} else {
			text = (*big.Int)(x).Text(base)
		}
	}
	neg := strings.HasPrefix(text, "-")
	text = strings.TrimPrefix(text, "-")
	if c.verb == 'X' {
		text = strings.ToUpper(text)
	}
	if n := c.prec - len(text); n > 0 {
		if err := t.Alloc(int64(n)); err != nil {
			return nil, err
		}
		text = strings.Repeat("0", n) + text
	}
	if !c.alt {
		prefix = ""
	}
	return &converted{sign: c.signOf(neg), prefix: prefix, body: text, zeroPad: true}, nil
}

// percentBytes is format % arg for bytes.
func percentBytes(t *Thread, format py.Bytes, arg py.Object) (py.Object, error) {
	s, err := percentFormat(t, string(format), arg, true)
	if err != nil {
		return nil, err
	}
	return py.Bytes(s), nil
}
