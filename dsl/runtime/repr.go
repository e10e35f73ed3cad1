package runtime

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-python/gpython/py"
)

// Repr is repr(o).
func Repr(t *Thread, o py.Object) (string, error) {
	switch x := o.(type) {
	case py.Int:
		return strconv.FormatInt(int64(x), 10), nil
	case py.String:
		return QuoteString(string(x), false), nil
	case py.Float:
		return FloatRepr(float64(x)), nil
	case py.Bool:
		if x {
			return "True", nil
		}
		return "False", nil
	case py.NoneType:
		return "None", nil
	case *py.List:
		return reprGuard(t, x, "[...]", func() (string, error) { return reprItems(t, "[", x.Items, "]", false) })
	case py.Tuple:
		return reprGuard(t, x, "(...)", func() (string, error) { return reprItems(t, "(", x, ")", true) })
	case *Dict:
		if x.class != nil {
			if fn := LookupType(x.class, "__repr__"); fn != nil && fn != dictReprMethod {
				return callString(t, fn, o, "__repr__")
			}
		}
		return reprDict(t, x)
	case *Set:
		return reprSet(t, x, x.Type().Name)
	case *py.BigInt:
		return bigText(t, (*big.Int)(x))
	case py.Complex:
		return complexRepr(complex128(x)), nil
	case py.Bytes:
		return QuoteBytes(x), nil
	case *Range:
		return x.repr(), nil
	case *py.Slice:
		return reprItems(t, "slice(", []py.Object{x.Start, x.Stop, x.Step}, ")", false)
	case py.EllipsisType:
		return "Ellipsis", nil
	case NotImplementedType:
		return "NotImplemented", nil
	case *Exception:
		// A user's class may define __repr__; the default comes from BaseException's.
	case Reprer:
		return x.Repr(t)
	}
	if declined(o) {
		return "NotImplemented", nil
	}
	if fn := LookupType(o.Type(), "__repr__"); fn != nil && (kindOf(o) != kNative || !isObjectDefault(fn, "__repr__")) {
		return callString(t, fn, o, "__repr__")
	}
	if n, ok := o.(py.I__repr__); ok && kindOf(o) == kNative {
		r, err := gpythonResult(n.M__repr__())
		if err != nil {
			return "", err
		}
		if s, ok := r.(py.String); ok {
			return string(s), nil
		}
		return "", TypeErrorf("__repr__ returned non-string (type %s)", typeName(r))
	}
	return "<" + typeName(o) + " object at " + address(o) + ">", nil
}

// callString calls a special method that must return a str.
func callString(t *Thread, fn, o py.Object, name string) (string, error) {
	if err := t.Enter(); err != nil {
		return "", err
	}
	defer t.Leave()
	r, err := Call(t, fn, []py.Object{o}, nil)
	if err != nil {
		return "", err
	}
	if s, ok := Payload(r).(py.String); ok {
		return string(s), nil
	}
	return "", TypeErrorf("%s returned non-string (type %s)", name, typeName(r))
}

// Str is str(o).
func Str(t *Thread, o py.Object) (string, error) {
	switch x := o.(type) {
	case py.String:
		return string(x), nil
	case py.Int, py.Float, py.Bool, py.NoneType, *py.List, py.Tuple, *Set, *py.BigInt, py.Complex, py.Bytes, *Range:
		return Repr(t, o)
	case *Exception:
	case Strer:
		return x.Str(t)
	case *py.Type:
		return Repr(t, o)
	}
	if fn := LookupType(o.Type(), "__str__"); fn != nil && !isObjectDefault(fn, "__str__") {
		return callString(t, fn, o, "__str__")
	}
	if n, ok := o.(py.I__str__); ok && kindOf(o) == kNative {
		r, err := gpythonResult(n.M__str__())
		if err != nil {
			return "", err
		}
		if s, ok := r.(py.String); ok {
			return string(s), nil
		}
	}
	return Repr(t, o)
}

// ASCII is ascii(o): the repr with everything beyond ASCII escaped.
func ASCII(t *Thread, o py.Object) (string, error) {
	s, err := Repr(t, o)
	if err != nil || isASCII(s) {
		return s, err
	}
	var b strings.Builder
	for _, r := range eachRune(s) {
		if r < utf8.RuneSelf {
			b.WriteByte(byte(r))
		} else {
			writeEscape(&b, r)
		}
	}
	return b.String(), nil
}

// reprGuard runs the repr of a container, or gives the short form when that container's repr is already under way.
func reprGuard(t *Thread, o py.Object, short string, f func() (string, error)) (string, error) {
	for i := len(t.values.reprs) - 1; i >= 0; i-- {
		if Is(t.values.reprs[i], o) {
			if tup, ok := o.(py.Tuple); ok && len(tup) == 0 {
				break
			}
			return short, nil
		}
	}
	if err := t.enterFor(" while getting the repr of an object"); err != nil {
		return "", err
	}
	t.values.reprs = append(t.values.reprs, o)
	defer func() {
		t.values.reprs = t.values.reprs[:len(t.values.reprs)-1]
		t.Leave()
	}()
	return f()
}

// ReprGuard is reprGuard for containers of other packages.
func ReprGuard(t *Thread, o py.Object, short string, f func() (string, error)) (string, error) {
	return reprGuard(t, o, short, f)
}

// reprItems joins the reprs of items; comma asks for the comma of a one-item tuple.
func reprItems(t *Thread, open string, items []py.Object, end string, comma bool) (string, error) {
	var b strings.Builder
	b.WriteString(open)
	var tick ticks
	for i, item := range items {
		if i > 0 {
			b.WriteString(", ")
		}
		s, err := Repr(t, item)
		if err != nil {
			return "", err
		}
		b.WriteString(s)
		if err := tick.step(t); err != nil {
			return "", err
		}
	}
	if comma && len(items) == 1 {
		b.WriteByte(',')
	}
	b.WriteString(end)
	return b.String(), nil
}

func reprDict(t *Thread, d *Dict) (string, error) {
	return reprGuard(t, d, "{...}", func() (string, error) {
		var b strings.Builder
		b.WriteByte('{')
		first := true
		var tick ticks
		for k, v := range d.All() {
			if !first {
				b.WriteString(", ")
			}
			first = false
			s, err := Repr(t, k)
			if err != nil {
				return "", err
			}
			b.WriteString(s)
			b.WriteString(": ")
			if s, err = Repr(t, v); err != nil {
				return "", err
			}
			b.WriteString(s)
			if err := tick.step(t); err != nil {
				return "", err
			}
		}
		b.WriteByte('}')
		return b.String(), nil
	})
}

// reprSet shows a set under the name of its class.
func reprSet(t *Thread, s *Set, name string) (string, error) {
	if s.used == 0 {
		return name + "()", nil
	}
	return reprGuard(t, s, name+"(...)", func() (string, error) {
		if name == "set" {
			return reprItems(t, "{", s.Items(), "}", false)
		}
		return reprItems(t, name+"({", s.Items(), "})", false)
	})
}

func (r *Range) repr() string {
	a, b, c := r.parts()
	text := func(o py.Object) string {
		z, _ := asBig(o)
		return z.String()
	}
	s := "range(" + text(a) + ", " + text(b)
	if c != IntObj(1) {
		s += ", " + text(c)
	}
	return s + ")"
}

// bigText is the decimal form of a big integer, within the limit on digits.
func bigText(t *Thread, z *big.Int) (string, error) {
	limit := t.MaxStrDigits()
	// An integer of n bits has at least n*log10(2) digits, less one.
	if bits := z.BitLen(); limit > 0 && float64(bits-1)*0.30102999566398114 >= float64(limit) {
		return "", ValueErrorf("Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit", limit)
	}
	var s string
	if words(z) < 20000 {
		s = z.String()
	} else if _, err := longBig(t, func() *big.Int { s = z.String(); return nil }); err != nil {
		return "", err
	}
	digits := len(s)
	if z.Sign() < 0 {
		digits--
	}
	if limit > 0 && digits > limit {
		return "", ValueErrorf("Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit", limit)
	}
	return s, nil
}

// FloatRepr is repr of a float: the shortest digits that read back as the same number, in exponent form when the
// exponent is below -4 or at least 16.
func FloatRepr(f float64) string {
	return floatShort(f, true)
}

// floatShort is the shortest form; dot asks for ".0" after whole numbers.
func floatShort(f float64, dot bool) string {
	switch {
	case math.IsNaN(f):
		return "nan"
	case math.IsInf(f, 1):
		return "inf"
	case math.IsInf(f, -1):
		return "-inf"
	}
	var buf [32]byte
	abs := math.Abs(f)
	if f == 0 || abs >= 1e-4 && abs < 1e16 {
		b := strconv.AppendFloat(buf[:0], f, 'f', -1, 64)
		if dot && !hasDot(b) {
			b = append(b, '.', '0')
		}
		return string(b)
	}
	return string(strconv.AppendFloat(buf[:0], f, 'e', -1, 64))
}

func hasDot(b []byte) bool {
	for _, c := range b {
		if c == '.' {
			return true
		}
	}
	return false
}

func complexRepr(z complex128) string {
	re, im := real(z), imag(z)
	if re == 0 && !math.Signbit(re) {
		return floatShort(im, false) + "j"
	}
	s := floatShort(im, false)
	if s[0] != '-' {
		s = "+" + s
	}
	return "(" + floatShort(re, false) + s + "j)"
}

// QuoteString is the repr of a string; ascii escapes everything beyond ASCII.
func QuoteString(s string, ascii bool) string {
	quote := byte('\'')
	plain := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' || c == '\\' || c >= 0x7f || c == '\'' {
			plain = false
			break
		}
	}
	if plain {
		return "'" + s + "'"
	}
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		quote = '"'
	}
	var b strings.Builder
	b.Grow(len(s) + 8)
	b.WriteByte(quote)
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case c == quote || c == '\\':
				b.WriteByte('\\')
				b.WriteByte(c)
			case c >= ' ' && c < 0x7f:
				b.WriteByte(c)
			default:
				writeEscape(&b, rune(c))
			}
			continue
		}
		r, n := decodeRune(s[i:])
		if !ascii && unicode.IsPrint(r) && !(r == utf8.RuneError && n == 1) {
			b.WriteString(s[i : i+n])
		} else {
			writeEscape(&b, r)
		}
		i += n
	}
	b.WriteByte(quote)
	return b.String()
}

const hexDigits = "0123456789abcdef"

// writeEscape writes \n, \x.., \u.... or \U........ for a character.
func writeEscape(b *strings.Builder, r rune) {
	digits := 0
	switch {
	case r == '\n':
		b.WriteString(`\n`)
		return
	case r == '\r':
		b.WriteString(`\r`)
		return
	case r == '\t':
		b.WriteString(`\t`)
		return
	case r < 0x100:
		b.WriteString(`\x`)
		digits = 2
	case r < 0x10000:
		b.WriteString(`\u`)
		digits = 4
	default:
		b.WriteString(`\U`)
		digits = 8
	}
	for i := digits - 1; i >= 0; i-- {
		b.WriteByte(hexDigits[r>>(4*i)&15])
	}
}

// QuoteBytes is the repr of bytes.
func QuoteBytes(p []byte) string {
	quote := byte('\'')
	s := string(p)
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		quote = '"'
	}
	var b strings.Builder
	b.WriteByte('b')
	b.WriteByte(quote)
	for _, c := range p {
		switch {
		case c == quote || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c >= ' ' && c < 0x7f:
			b.WriteByte(c)
		default:
			writeEscape(&b, rune(c))
		}
	}
	b.WriteByte(quote)
	return b.String()
}
