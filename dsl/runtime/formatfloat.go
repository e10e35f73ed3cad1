package runtime

import (
	"math"
	"strconv"
	"strings"
)

// Format specifications applied to floats and complex numbers.

// formatFloat formats a float.
func formatFloat(t *Thread, x float64, spec string) (string, error) {
	if spec == "" {
		return FloatRepr(x), nil
	}
	f, err := parseSpec(spec, "float")
	if err != nil {
		return "", err
	}
	switch f.typ {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%':
		return formatFloatSpec(t, x, f)
	}
	return "", unknownCode(rune(f.typ), "float")
}

func formatFloatSpec(t *Thread, x float64, f formatSpec) (string, error) {
	text, err := floatText(t, x, f.typ, f.precision, f.alt, f.typ == 0)
	if err != nil {
		return "", err
	}
	n := number{group: f.group, every: 3}
	neg := strings.HasPrefix(text, "-")
	text = strings.TrimPrefix(text, "-")
	if neg && f.noNegZero && !strings.ContainsAny(text[:mantissaEnd(text)], "123456789infa") {
		neg = false
	}
	n.sign = f.signOf(neg)
	end := 0
	for end < len(text) && text[end] >= '0' && text[end] <= '9' {
		end++
	}
	n.digits, n.rest = text[:end], text[end:]
	if end == 0 {
		// inf and nan are not grouped, and zeros before them are padding.
		n.group = 0
	}
	return f.assemble(t, n)
}

func mantissaEnd(s string) int {
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		return i
	}
	return len(s)
}

// maxPrecision is CPython's bound on the precision of a float.
const maxPrecision = math.MaxInt32

// floatText is the text of a float under a presentation type: e E f F g G n %, or 0 for the form of repr (with a
// precision: of g with at least one digit after the point). prec < 0 means the default.
func floatText(t *Thread, x float64, typ byte, prec int, alt, dot bool) (string, error) {
	if prec > maxPrecision {
		return "", ValueErrorf("precision too big")
	}
	upper := typ == 'E' || typ == 'F' || typ == 'G'
	suffix := ""
	if typ == '%' {
		x *= 100
		suffix = "%"
	}
	if math.IsNaN(x) || math.IsInf(x, 0) {
		s := floatShort(x, false)
		if upper {
			s = strings.ToUpper(s)
		}
		return s + suffix, nil
	}
	if prec > 1000 {
		if err := t.Alloc(int64(prec) * 2); err != nil {
			return "", err
		}
	}
	if typ != 0 && prec < 0 {
		prec = 6
	}
	var s string
	switch typ {
	case 'e', 'E':
		s = strconv.FormatFloat(x, 'e', prec, 64)
		if alt && prec == 0 {
			s = strings.Replace(s, "e", ".e", 1)
		}
	case 'f', 'F', '%':
		s = strconv.FormatFloat(x, 'f', prec, 64)
		if alt && prec == 0 {
			s += "."
		}
	case 0:
		if prec < 0 {
			s = floatShort(x, dot)
			if alt && !strings.Contains(s, ".") {
				if i := strings.IndexByte(s, 'e'); i >= 0 {
					s = s[:i] + "." + s[i:]
				} else {
					s += "."
				}
			}
			break
		}
		s = generalText(x, prec, alt, dot)
	default:
		s = generalText(x, prec, alt, false)
	}
	if upper {
		s = strings.ToUpper(s)
	}
	return s + suffix, nil
}

// generalText is the g form: prec significant digits, exponent form outside -4 <= exponent < prec, trailing zeros
// dropped unless alt. dot keeps one digit after the point.
func generalText(x float64, prec int, alt, dot bool) string {
	if prec == 0 {
		prec = 1
	}
	e := strconv.FormatFloat(x, 'e', prec-1, 64)
	at := strings.IndexByte(e, 'e')
	exp, _ := strconv.Atoi(e[at+1:])
	limit := prec
	if dot {
		limit--
	}
	if exp < -4 || exp >= limit {
		m := e[:at]
		if strings.Contains(m, ".") {
			if !alt {
				m = strings.TrimRight(strings.TrimRight(m, "0"), ".")
			}
		} else if alt {
			m += "."
		}
		return m + e[at:]
	}
	s := strconv.FormatFloat(x, 'f', max(prec-1-exp, 0), 64)
	if strings.Contains(s, ".") {
		if !alt {
			s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
		}
	} else if alt {
		s += "."
	}
	if dot && !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

// formatComplex formats a complex number: both parts in the same way, padded as one.
func formatComplex(t *Thread, z complex128, spec string) (string, error) {
	if spec == "" {
		return complexRepr(z), nil
	}
	f, err := parseSpec(spec, "complex")
	if err != nil {
		return "", err
	}
	switch f.typ {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n':
	default:
		return "", unknownCode(rune(f.typ), "complex")
	}
	if f.fill == '0' && (f.zero || strings.Contains(spec, "0")) && f.align != 0 && zeroFlag(spec) {
		return "", ValueErrorf("Zero padding is not allowed in complex format specifier")
	}
	if f.align == '=' {
		return "", ValueErrorf("'=' alignment flag is not allowed in complex format specifier")
	}
	part := func(x float64, sign byte) (string, error) {
		text, err := floatText(t, x, f.typ, f.precision, f.alt, false)
		if err != nil {
			return "", err
		}
		g := formatSpec{fill: ' ', align: '>', sign: sign, width: -1}
		n := number{group: f.group, every: 3}
		neg := strings.HasPrefix(text, "-")
		text = strings.TrimPrefix(text, "-")
		if neg && f.noNegZero && !strings.ContainsAny(text[:mantissaEnd(text)], "123456789infa") {
			neg = false
		}
		n.sign = g.signOf(neg)
		end := 0
		for end < len(text) && text[end] >= '0' && text[end] <= '9' {
			end++
		}
		n.digits, n.rest = text[:end], text[end:]
		if end == 0 {
			n.group = 0
		}
		return g.assemble(t, n)
	}
	re, im := real(z), imag(z)
	var s string
	if f.typ == 0 && re == 0 && !math.Signbit(re) {
		if s, err = part(im, f.sign); err != nil {
			return "", err
		}
		s += "j"
	} else {
		a, err := part(re, f.sign)
		if err != nil {
			return "", err
		}
		b, err := part(im, '+')
		if err != nil {
			return "", err
		}
		s = a + b + "j"
		if f.typ == 0 {
			s = "(" + s + ")"
		}
	}
	return f.pad(t, s, '>')
}

// zeroFlag reports whether a specification gives 0 as fill character.
func zeroFlag(spec string) bool {
	f, err := parseSpec(spec, "")
	return err == nil && f.fill == '0'
}
