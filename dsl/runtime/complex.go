package runtime

import (
	"math"
	"strings"

	"github.com/go-python/gpython/py"
)

// ParseComplex is complex(s): "1+2j", "3j", "(1-j)", no spaces inside.
func ParseComplex(s string) (complex128, bool) {
	text := strings.TrimFunc(normalizeDigits(s), isSpace)
	if strings.HasPrefix(text, "(") && strings.HasSuffix(text, ")") {
		text = strings.TrimFunc(text[1:len(text)-1], isSpace)
	}
	first, rest, ok := leadingFloat(text)
	if rest == "" {
		if !ok || first == "" {
			return 0, false
		}
		f, ok := ParseFloat(first)
		return complex(f, 0), ok && !strings.ContainsAny(first, " \t\n")
	}
	imagOf := func(part string) (float64, bool) {
		switch part {
		case "", "+":
			return 1, true
		case "-":
			return -1, true
		}
		return ParseFloat(part)
	}
	if rest == "j" || rest == "J" {
		im, ok := imagOf(first)
		return complex(0, im), ok
	}
	re := 0.0
	if first != "" {
		f, ok := ParseFloat(first)
		if !ok {
			return 0, false
		}
		re = f
	}
	if rest[0] != '+' && rest[0] != '-' {
		return 0, false
	}
	second, tail, _ := leadingFloat(rest)
	if tail != "j" && tail != "J" {
		return 0, false
	}
	im, good := imagOf(second)
	return complex(re, im), good && first != ""
}

// leadingFloat splits a float literal, perhaps only a sign, off the front of s.
func leadingFloat(s string) (num, rest string, ok bool) {
	i := 0
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		i++
	}
	for _, word := range []string{"infinity", "inf", "nan"} {
		if len(s)-i >= len(word) && strings.EqualFold(s[i:i+len(word)], word) {
			return s[:i+len(word)], s[i+len(word):], true
		}
	}
	start := i
	for i < len(s) {
		c := s[i]
		if isDigitByte(c) || c == '.' || c == '_' {
			i++
			continue
		}
		if (c == 'e' || c == 'E') && i > start {
			j := i + 1
			if j < len(s) && (s[j] == '+' || s[j] == '-') {
				j++
			}
			if j < len(s) && isDigitByte(s[j]) {
				i = j
				continue
			}
		}
		break
	}
	return s[:i], s[i:], i > start
}

// complexArg converts one argument of complex(): the value and whether it was complex.
func complexArg(t *Thread, o py.Object) (complex128, bool, error) {
	switch x := o.(type) {
	case py.Complex:
		return complex128(x), true, nil
	case py.Int, py.Float, py.Bool, *py.BigInt:
		f, err := toFloat(x)
		return complex(f, 0), false, err
	}
	if fn := LookupType(o.Type(), "__complex__"); fn != nil {
		r, err := Call(t, fn, []py.Object{o}, nil)
		if err != nil {
			return 0, false, err
		}
		if z, ok := Payload(r).(py.Complex); ok {
			return complex128(z), true, nil
		}
		return 0, false, TypeErrorf("%s.__complex__ returned non-complex (type %s)", typeName(o), typeName(r))
	}
	if p, ok := payload(o); ok {
		return complexArg(t, p)
	}
	if LookupType(o.Type(), "__float__") == nil && !hasIndex(o) {
		if _, ok := o.(py.I__float__); !ok || kindOf(o) != kNative {
			return 0, false, errNotNumber
		}
	}
	f, err := AsFloat(t, o)
	return complex(f, 0), false, err
}

var errNotNumber = TypeErrorf("not a number")

// AsComplex reads a number as complex.
func AsComplex(t *Thread, o py.Object) (complex128, error) {
	z, _, err := complexArg(t, o)
	if err == error(errNotNumber) {
		return 0, TypeErrorf("must be real number, not %s", typeName(o))
	}
	return z, err
}

func newComplex(t *Thread, re, im py.Object) (py.Object, error) {
	if re == nil && im == nil {
		return py.Complex(0), nil
	}
	if re != nil {
		if z, ok := re.(py.Complex); ok && im == nil {
			return z, nil
		}
		if s, ok := Payload(re).(py.String); ok {
			if im != nil {
				return nil, TypeErrorf("complex() can't take second arg if first is a string")
			}
			z, ok := ParseComplex(string(s))
			if !ok && strings.Contains(string(s), "_") {
				return nil, ValueErrorf("could not convert string to complex: %s", QuoteString(string(s), false))
			}
			if !ok {
				return nil, ValueErrorf("complex() arg is a malformed string")
			}
			return py.Complex(z), nil
		}
	}
	if im != nil {
		if _, ok := Payload(im).(py.String); ok {
			return nil, TypeErrorf("complex() second arg can't be a string")
		}
	}
	var a, b complex128
	var aComplex, bComplex bool
	var err error
	if re != nil {
		if a, aComplex, err = complexArg(t, re); err == error(errNotNumber) {
			return nil, TypeErrorf("complex() first argument must be a string or a number, not '%s'", typeName(re))
		} else if err != nil {
			return nil, err
		}
	}
	if im != nil {
		if b, bComplex, err = complexArg(t, im); err == error(errNotNumber) {
			return nil, TypeErrorf("complex() second argument must be a number, not '%s'", typeName(im))
		} else if err != nil {
			return nil, err
		}
	}
	x, y := real(a), real(b)
	if bComplex {
		x -= imag(b)
	}
	if aComplex {
		y += imag(a)
	}
	return py.Complex(complex(x, y)), nil
}

// complexAbs is abs(z); ok is false on overflow.
func complexAbs(z complex128) (float64, bool) {
	r := hypot(real(z), imag(z))
	return r, !math.IsInf(r, 0) || isInfComplex(z)
}

func complexMethods() {
	TypeNew(py.ComplexType, "real=, imag=", "", func(t *Thread, cls *py.Type, a []py.Object) (py.Object, error) {
		return newComplex(t, a[0], a[1])
	})
	TypeMethod(py.ComplexType, "conjugate", "/", "conjugate()\n\nThe number mirrored at the real axis: its imaginary part changes sign.", func(t *Thread, z py.Complex, a []py.Object) (py.Object, error) {
		return py.Complex(complex(real(z), -imag(z))), nil
	})
	TypeMethod(py.ComplexType, "__complex__", "/", "The number as a plain complex, without the derived class it may have.", func(t *Thread, z py.Complex, a []py.Object) (py.Object, error) {
		return z, nil
	})
	TypeGetter(py.ComplexType, "real", "The real part, a float.", func(z py.Complex) py.Object { return py.Float(real(z)) })
	TypeGetter(py.ComplexType, "imag", "The imaginary part, a float.", func(z py.Complex) py.Object { return py.Float(imag(z)) })
}
