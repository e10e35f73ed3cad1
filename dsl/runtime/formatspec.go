package runtime

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-python/gpython/py"
)

// formatSpec is a parsed format specification: [[fill]align][sign]["z"]["#"]["0"][width][grouping]["." precision][type].
type formatSpec struct {
	fill      rune
	align     byte // '<' '>' '=' '^', 0 when not given
	sign      byte // '+' '-' ' ', 0 when not given
	noNegZero bool // z
	alt       bool // #
	zero      bool // 0 before the width
	width     int  // -1 when not given
	group     byte // ',' '_', 0 when not given
	precision int  // -1 when not given
	typ       byte // 0 when not given
}

func isAlign(c byte) bool { return c == '<' || c == '>' || c == '=' || c == '^' }

// parseSpec reads a specification for a value of the named type.
func parseSpec(s, typ string) (f formatSpec, err error) {
	full := s
	f.fill, f.width, f.precision = ' ', -1, -1
	if r, n := decodeRune(s); n > 0 && len(s) > n && isAlign(s[n]) {
		f.fill, f.align = r, s[n]
		s = s[n+1:]
	} else if len(s) > 0 && isAlign(s[0]) {
		f.align = s[0]
		s = s[1:]
	}
	fillGiven := len(full) != len(s) && !(len(full)-len(s) == 1)
	if len(s) > 0 && (s[0] == '+' || s[0] == '-' || s[0] == ' ') {
		f.sign = s[0]
		s = s[1:]
	}
	if len(s) > 0 && s[0] == 'z' {
		f.noNegZero = true
		s = s[1:]
	}
	if len(s) > 0 && s[0] == '#' {
		f.alt = true
		s = s[1:]
	}
	if !fillGiven && len(s) > 0 && s[0] == '0' {
		f.fill, f.zero = '0', true
		if f.align == 0 {
			f.align = '='
			// The alignment by the zero flag is the type's own when that is not a number; see formatStr.
		} else {
			f.zero = false
		}
		s = s[1:]
	}
	digits := func() (int, bool, error) {
		n, any := 0, false
		for len(s) > 0 && s[0] >= '0' && s[0] <= '9' {
			any = true
			n = n*10 + int(s[0]-'0')
			if n > math.MaxInt32*1024 {
				return 0, any, ValueErrorf("Too many decimal digits in format string")
			}
			s = s[1:]
		}
		return n, any, nil
	}
	n, any, err := digits()
	if err != nil {
		return f, err
	}
	if any {
		f.width = n
	}
	if len(s) > 0 && s[0] == ',' {
		f.group = ','
		s = s[1:]
	}
	if len(s) > 0 && s[0] == '_' {
		if f.group != 0 {
			return f, ValueErrorf("Cannot specify both ',' and '_'.")
		}
		f.group = '_'
		s = s[1:]
	}
	if len(s) > 0 && s[0] == ',' && f.group != 0 {
		if f.group == '_' {
			return f, ValueErrorf("Cannot specify both ',' and '_'.")
		}
		return f, ValueErrorf("Cannot specify ',' with ','.")
	}
	if len(s) > 0 && s[0] == '.' {
		s = s[1:]
		n, any, err := digits()
		if err != nil {
			return f, err
		}
		if !any {
			return f, ValueErrorf("Format specifier missing precision")
		}
		f.precision = n
	}
	if runeCount(s) > 1 {
		return f, ValueErrorf("Invalid format specifier '%s' for object of type '%s'", full, typ)
	}
	if len(s) == 1 {
		f.typ = s[0]
	} else if len(s) > 1 {
		r, _ := decodeRune(s)
		return f, unknownCode(r, typ)
	}
	if f.group != 0 {
		switch f.typ {
		case 0, 'd', 'e', 'f', 'g', 'E', 'G', '%', 'F':
		case 'b', 'o', 'x', 'X':
			if f.group == '_' {
				break
			}
			fallthrough
		default:
			if f.typ > 32 && f.typ < 128 {
				return f, ValueErrorf("Cannot specify '%c' with '%c'.", f.group, f.typ)
			}
			return f, ValueErrorf("Cannot specify '%c' with '\\x%x'.", f.group, f.typ)
		}
	}
	return f, nil
}

func unknownCode(r rune, typ string) error {
	if r > 32 && r < 128 {
		return ValueErrorf("Unknown format code '%c' for object of type '%s'", r, typ)
	}
	return ValueErrorf("Unknown format code '\\x%x' for object of type '%s'", r, typ)
}

// pad puts text into the width; def is the alignment when none is given.
func (f *formatSpec) pad(t *Thread, s string, def byte) (string, error) {
	n := runeCount(s)
	if f.width <= n {
		return s, nil
	}
	if err := t.Alloc(int64(f.width)); err != nil {
		return "", err
	}
	total := f.width - n
	left := 0
	align := f.align
	if align == 0 {
		align = def
	}
	switch align {
	case '>', '=':
		left = total
	case '^':
		left = total / 2
	}
	fill := string(f.fill)
	return strings.Repeat(fill, left) + s + strings.Repeat(fill, total-left), nil
}

// formatStr formats a string.
func formatStr(t *Thread, s, spec string) (string, error) {
	if spec == "" {
		return s, nil
	}
	f, err := parseSpec(spec, "str")
	if err != nil {
		return "", err
	}
	if f.typ == 0 && f.group != 0 {
		return "", ValueErrorf("Cannot specify '%c' with 's'.", f.group)
	}
	if f.typ != 0 && f.typ != 's' {
		return "", unknownCode(rune(f.typ), "str")
	}
	switch {
	case f.sign == ' ':
		return "", ValueErrorf("Space not allowed in string format specifier")
	case f.sign != 0:
		return "", ValueErrorf("Sign not allowed in string format specifier")
	case f.noNegZero:
		return "", ValueErrorf("Negative zero coercion (z) not allowed in string format specifier")
	case f.alt:
		return "", ValueErrorf("Alternate form (#) not allowed in string format specifier")
	case f.align == '=' && !f.zero:
		return "", ValueErrorf("'=' alignment not allowed in string format specifier")
	}
	if f.zero {
		f.align = '<'
	}
	if f.precision >= 0 && f.precision < strLen(s) {
		s = strSlice(s, 0, f.precision)
	}
	return f.pad(t, s, '<')
}

// number is a formatted number in parts.
type number struct {
	sign   string
	prefix string // 0x and the like
	digits string // the integer part
	rest   string // point, fraction, exponent, percent sign
	group  byte
	every  int // digits per group
}

// assemble groups and pads a number.
func (f *formatSpec) assemble(t *Thread, n number) (string, error) {
	if f.width > 0 {
		if err := t.Alloc(int64(f.width) * 2); err != nil {
			return "", err
		}
	}
	minDigits := 0
	if f.fill == '0' && f.align == '=' {
		minDigits = f.width - len(n.sign) - len(n.prefix) - runeCount(n.rest)
	}
	digits := n.digits
	if n.group != 0 {
		digits = groupDigits(digits, n.group, n.every, minDigits)
	} else if len(digits) < minDigits {
		digits = strings.Repeat("0", minDigits-len(digits)) + digits
	}
	body := digits + n.rest
	if f.align == '=' {
		head := n.sign + n.prefix
		if pad := f.width - len(head) - runeCount(body); pad > 0 {
			return head + strings.Repeat(string(f.fill), pad) + body, nil
		}
		return head + body, nil
	}
	return f.pad(t, n.sign+n.prefix+body, '>')
}

// groupDigits inserts separators from the right and fills with zeros up to a total length of at least minLen.
func groupDigits(digits string, sep byte, every, minLen int) string {
	for {
		n := len(digits)
		total := n
		if n > 0 {
			total += (n - 1) / every
		}
		if total >= minLen {
			break
		}
		// A zero that would need a separator before it costs two places; CPython lets the width be exceeded then.
		digits = strings.Repeat("0", max(1, (minLen-total)*every/(every+1))) + digits
	}
	if len(digits) <= every {
		return digits
	}
	var b strings.Builder
	first := len(digits) % every
	if first == 0 {
		first = every
	}
	b.WriteString(digits[:first])
	for i := first; i < len(digits); i += every {
		b.WriteByte(sep)
		b.WriteString(digits[i : i+every])
	}
	return b.String()
}

func (f *formatSpec) signOf(negative bool) string {
	switch {
	case negative:
		return "-"
	case f.sign == '+':
		return "+"
	case f.sign == ' ':
		return " "
	}
	return ""
}

// formatInt formats an integer object; typ is the type's name for messages.
func formatInt(t *Thread, o py.Object, spec, typ string) (string, error) {
	if spec == "" {
		return Repr(t, o)
	}
	f, err := parseSpec(spec, typ)
	if err != nil {
		return "", err
	}
	switch f.typ {
	case 'e', 'E', 'f', 'F', 'g', 'G', '%':
		x, err := toFloat(o)
		if err != nil {
			return "", err
		}
		return formatFloatSpec(t, x, f)
	case 0, 'd', 'n', 'b', 'o', 'x', 'X', 'c':
	default:
		return "", unknownCode(rune(f.typ), typ)
	}
	if f.precision >= 0 {
		return "", ValueErrorf("Precision not allowed in integer format specifier")
	}
	if f.noNegZero {
		return "", ValueErrorf("Negative zero coercion (z) not allowed in integer format specifier")
	}
	if f.typ == 'c' {
		switch {
		case f.sign != 0:
			return "", ValueErrorf("Sign not allowed with integer format specifier 'c'")
		case f.alt:
			return "", ValueErrorf("Alternate form (#) not allowed with integer format specifier 'c'")
		}
		i, ok := o.(py.Int)
		if b, isBool := o.(py.Bool); isBool {
			i, ok = py.Int(boolInt(b)), true
		}
		if !ok {
			return "", Errorf(py.OverflowError, "Python int too large to convert to C long")
		}
		if i < 0 || i > utf8.MaxRune {
			return "", Errorf(py.OverflowError, "%%c arg not in range(0x110000)")
		}
		c, err := chrString(int64(i))
		if err != nil {
			return "", err
		}
		if f.zero {
			f.align = '='
		}
		return f.pad(t, c, '>')
	}
	n := number{group: f.group, every: 3}
	base := 10
	switch f.typ {
	case 'b':
		base, n.prefix = 2, "0b"
	case 'o':
		base, n.prefix = 8, "0o"
	case 'x':
		base, n.prefix = 16, "0x"
	case 'X':
		base, n.prefix = 16, "0X"
	}
	if base != 10 {
		n.every = 4
	}
	if !f.alt {
		n.prefix = ""
	}
	var text string
	switch x := o.(type) {
	case py.Int:
		text = strconv.FormatInt(int64(x), base)
	case py.Bool:
		text = strconv.FormatInt(boolInt(x), base)
	case *py.BigInt:
		if base == 10 {
			if text, err = bigText(t, (*big.Int)(x)); err != nil {
				return "", err
			}
		} else {
			text = (*big.Int)(x).Text(base)
		}
	}
	if f.typ == 'X' {
		text = strings.ToUpper(text)
	}
	neg := strings.HasPrefix(text, "-")
	n.digits = strings.TrimPrefix(text, "-")
	n.sign = f.signOf(neg)
	return f.assemble(t, n)
}

// Format is format(o, spec).
func Format(t *Thread, o py.Object, spec string) (string, error) {
	switch x := o.(type) {
	case py.String:
		return formatStr(t, string(x), spec)
	case py.Int, *py.BigInt:
		return formatInt(t, o, spec, "int")
	case py.Float:
		return formatFloat(t, float64(x), spec)
	case py.Bool:
		if spec == "" {
			return Repr(t, o)
		}
		return formatInt(t, o, spec, "bool")
	case py.Complex:
		return formatComplex(t, complex128(x), spec)
	case Formatter:
		return x.Format(t, spec)
	}
	if fn := LookupType(o.Type(), "__format__"); fn != nil && !isObjectDefault(fn, "__format__") {
		if err := t.Enter(); err != nil {
			return "", err
		}
		defer t.Leave()
		r, err := Call(t, fn, []py.Object{o, py.String(spec)}, nil)
		if err != nil {
			return "", err
		}
		if s, ok := Payload(r).(py.String); ok {
			return string(s), nil
		}
		return "", TypeErrorf("__format__ must return a str, not %s", typeName(r))
	}
	if p, ok := payload(o); ok {
		switch p.(type) {
		case py.Int, *py.BigInt, py.Float, py.Complex:
			if spec != "" {
				return Format(t, p, spec)
			}
		case py.String:
			s, err := Str(t, o)
			if err != nil {
				return "", err
			}
			return formatStr(t, s, spec)
		}
	}
	if n, ok := o.(py.I__format__); ok && kindOf(o) == kNative {
		r, err := gpythonResult(n.M__format__(py.String(spec)))
		if err != nil {
			return "", err
		}
		if s, ok := r.(py.String); ok {
			return string(s), nil
		}
	}
	if spec != "" {
		return "", TypeErrorf("unsupported format string passed to %s.__format__", typeName(o))
	}
	return Str(t, o)
}
