package runtime

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"sync/atomic"

	"github.com/go-python/gpython/py"
)

// ParseFloat is float(s). NaNs made from text have a payload of their own, so that each is identical to itself only.
func ParseFloat(s string) (float64, bool) {
	text := strings.TrimFunc(normalizeDigits(s), isSpace)
	body := text
	if body != "" && (body[0] == '+' || body[0] == '-') {
		body = body[1:]
	}
	switch strings.ToLower(body) {
	case "nan":
		if text[0] == '-' {
			return math.Copysign(freshNaN(), -1), true
		}
		return freshNaN(), true
	case "inf", "infinity":
		if text[0] == '-' {
			return math.Inf(-1), true
		}
		return math.Inf(1), true
	}
	if body == "" {
		return 0, false
	}
	digit := false
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case c >= '0' && c <= '9':
			digit = true
		case c == '_':
			if i == 0 || i+1 == len(body) || !isDigitByte(body[i-1]) || !isDigitByte(body[i+1]) {
				return 0, false
			}
		case c == '.', c == 'e', c == 'E', c == '+', c == '-':
		default:
			return 0, false
		}
	}
	if !digit {
		return 0, false
	}
	f, err := strconv.ParseFloat(strings.ReplaceAll(text, "_", ""), 64)
	if err != nil {
		if ne, ok := err.(*strconv.NumError); ok && ne.Err == strconv.ErrRange {
			return f, true
		}
		return 0, false
	}
	return f, true
}

func isDigitByte(c byte) bool { return c >= '0' && c <= '9' }

var nanCount atomic.Uint64

func freshNaN() float64 {
	return math.Float64frombits(0x7ff8000000000000 | nanCount.Add(1)&(1<<50-1))
}

func floatLiteralError(o py.Object, s string) error {
	q := QuoteString(s, false)
	if b, ok := bytesLike(Payload(o)); ok {
		q = QuoteBytes(b)
	}
	return ValueErrorf("could not convert string to float: %s", q)
}

// newFloat is float(x).
func newFloat(t *Thread, x py.Object) (py.Object, error) {
	switch v := x.(type) {
	case nil:
		return py.Float(0), nil
	case py.Float:
		return v, nil
	case py.String:
		f, ok := ParseFloat(string(v))
		if !ok {
			return nil, floatLiteralError(x, string(v))
		}
		return py.Float(f), nil
	case py.Bytes, *ByteArray:
		b, _ := bytesLike(v)
		f, ok := ParseFloat(string(b))
		if !ok {
			return nil, floatLiteralError(x, string(b))
		}
		return py.Float(f), nil
	case py.Int, py.Bool, *py.BigInt:
		f, err := toFloat(v)
		return py.Float(f), err
	}
	switch s := Payload(x).(type) {
	case py.String, py.Bytes, *ByteArray:
		if LookupType(x.Type(), "__float__") == nil {
			return newFloat(t, s)
		}
	}
	f, err := AsFloat(t, x)
	if err != nil {
		if IsException(err, py.TypeError) && LookupType(x.Type(), "__float__") == nil && !hasIndex(x) {
			return nil, TypeErrorf("float() argument must be a string or a real number, not '%s'", typeName(x))
		}
		return nil, err
	}
	return py.Float(f), nil
}

func floatMethod(name, spec, doc string, fn func(t *Thread, f float64, a []py.Object) (py.Object, error)) {
	TypeMethod(py.FloatType, name, spec, doc, func(t *Thread, f py.Float, a []py.Object) (py.Object, error) {
		return fn(t, float64(f), a)
	})
}

func init() {
	TypeNew(py.FloatType, "x=, /", "", func(t *Thread, cls *py.Type, a []py.Object) (py.Object, error) {
		return newFloat(t, a[0])
	})
	floatMethod("is_integer", "/", "is_integer()\n\nTells whether nothing stands after the decimal point; False for inf and nan.", func(t *Thread, f float64, a []py.Object) (py.Object, error) {
		return py.Bool(!math.IsInf(f, 0) && f == math.Floor(f)), nil
	})
	floatMethod("conjugate", "/", "conjugate()\n\nThe number itself, as it has no imaginary part.", func(t *Thread, f float64, a []py.Object) (py.Object, error) {
		return py.Float(f), nil
	})
	floatMethod("hex", "/", "hex()\n\nThe exact value with hexadecimal digits and a power of two: (0.5).hex() is '0x1.0000000000000p-1'. fromhex reads it back.", func(t *Thread, f float64, a []py.Object) (py.Object, error) {
		return py.String(floatHex(f)), nil
	})
	floatMethod("as_integer_ratio", "/", "as_integer_ratio()\n\nNumerator and denominator of the exact value as a reduced fraction: (0.75).as_integer_ratio() is (3, 4).", func(t *Thread, f float64, a []py.Object) (py.Object, error) {
		switch {
		case math.IsNaN(f):
			return nil, ValueErrorf("cannot convert NaN to integer ratio")
		case math.IsInf(f, 0):
			return nil, Errorf(py.OverflowError, "cannot convert Infinity to integer ratio")
		}
		r := new(big.Rat).SetFloat64(f)
		return py.Tuple{BigObj(new(big.Int).Set(r.Num())), BigObj(new(big.Int).Set(r.Denom()))}, nil
	})
	integer := func(name, doc string, round func(float64) float64) {
		floatMethod(name, "/", doc, func(t *Thread, f float64, a []py.Object) (py.Object, error) { return floatToInt(round(f)) })
	}
	integer("__trunc__", "The int left when the decimals are cut off.", math.Trunc)
	integer("__int__", "int(self)", math.Trunc)
	integer("__floor__", "The largest int not above the number.", math.Floor)
	integer("__ceil__", "The smallest int not below the number.", math.Ceil)
	floatMethod("__float__", "/", "float(self)", func(t *Thread, f float64, a []py.Object) (py.Object, error) { return py.Float(f), nil })
	floatMethod("__round__", "ndigits=, /", "What round(x) and round(x, ndigits) compute: without ndigits an int, ties going to the even one.", func(t *Thread, f float64, a []py.Object) (py.Object, error) {
		return roundFloat(t, f, a[0])
	})
	TypeGetter(py.FloatType, "real", "The number itself.", func(f py.Float) py.Object { return f })
	TypeGetter(py.FloatType, "imag", "Zero.", func(f py.Float) py.Object { return py.Float(0) })
	py.FloatType.Dict["fromhex"] = &ClassMethod{Fn: Func("fromhex", "cls, string, /", "fromhex(string)\n\nThe float written as hex() does: float.fromhex('0x1.8p+1') is 3.0.", func(t *Thread, a []py.Object) (py.Object, error) {
		s, err := strArg(a[1], "fromhex() argument must be str, not %s")
		if err != nil {
			return nil, err
		}
		f, err := floatFromHex(s)
		if err != nil {
			return nil, err
		}
		if a[0] == py.FloatType {
			return py.Float(f), nil
		}
		return Call(t, a[0], []py.Object{py.Float(f)}, nil)
	})}

	complexMethods()
}

// roundFloat is round(float, ndigits), correctly rounded half to even on the exact value.
func roundFloat(t *Thread, f float64, ndigits py.Object) (py.Object, error) {
	if ndigits == nil || ndigits == py.None {
		return floatToInt(math.RoundToEven(f))
	}
	n, err := clampInt(t, ndigits)
	if err != nil {
		return nil, err
	}
	if math.IsNaN(f) || math.IsInf(f, 0) || f == 0 {
		return py.Float(f), nil
	}
	// Beyond these a float has no digits to round, or rounds to zero.
	if n > 323 {
		return py.Float(f), nil
	}
	if n < -308 {
		return py.Float(math.Copysign(0, f)), nil
	}
	if n >= 0 {
		// Formatting rounds the exact binary value half to even, as CPython's dtoa does.
		r, _ := strconv.ParseFloat(strconv.FormatFloat(f, 'f', n, 64), 64)
		return py.Float(r), nil
	}
	x := new(big.Rat).SetFloat64(f)
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(-n)), nil)
	neg := x.Sign() < 0
	x.Abs(x)
	den := new(big.Int).Mul(x.Denom(), p)
	q, r := new(big.Int).QuoRem(x.Num(), den, new(big.Int))
	if c := new(big.Int).Lsh(r, 1).Cmp(den); c > 0 || c == 0 && q.Bit(0) == 1 {
		q.Add(q, bigOne)
	}
	v, _ := new(big.Float).SetInt(q.Mul(q, p)).Float64()
	if math.IsInf(v, 0) {
		return nil, Errorf(py.OverflowError, "rounded value too large to represent")
	}
	if neg {
		v = -v
	}
	return py.Float(v), nil
}

// floatHex is float.hex: 0x1.8000000000000p+1.
func floatHex(f float64) string {
	switch {
	case math.IsNaN(f), math.IsInf(f, 0):
		return floatShort(f, false)
	case f == 0:
		if math.Signbit(f) {
			return "-0x0.0p+0"
		}
		return "0x0.0p+0"
	}
	b := math.Float64bits(f)
	sign := ""
	if b>>63 != 0 {
		sign = "-"
	}
	exp := int(b>>52&0x7ff) - 1023
	lead := "1"
	if exp == -1023 {
		exp, lead = -1022, "0"
	}
	m := strconv.FormatUint(b&(1<<52-1), 16)
	es := strconv.Itoa(exp)
	if exp >= 0 {
		es = "+" + es
	}
	return sign + "0x" + lead + "." + strings.Repeat("0", 13-len(m)) + m + "p" + es
}

// floatFromHex is float.fromhex.
func floatFromHex(s string) (float64, error) {
	bad := ValueErrorf("invalid hexadecimal floating-point string")
	text := strings.ToLower(strings.TrimFunc(s, isSpace))
	sign := 1.0
	if text != "" && (text[0] == '+' || text[0] == '-') {
		if text[0] == '-' {
			sign = -1
		}
		text = text[1:]
	}
	switch text {
	case "inf", "infinity":
		return math.Inf(int(sign)), nil
	case "nan":
		return math.NaN(), nil
	}
	text = strings.TrimPrefix(text, "0x")
	if text == "" || strings.ContainsAny(text, "_+- ") && !strings.Contains(text, "p") || strings.Contains(text, "_") {
		return 0, bad
	}
	if !strings.Contains(text, "p") {
		text += "p0"
	}
	if text[0] == 'p' || text[0] == '.' && (len(text) == 1 || text[1] == 'p') {
		return 0, bad
	}
	f, err := strconv.ParseFloat("0x"+text, 64)
	if err != nil {
		if ne, ok := err.(*strconv.NumError); ok && ne.Err == strconv.ErrRange {
			if math.IsInf(f, 0) {
				return 0, Errorf(py.OverflowError, "hexadecimal value too large to represent as a float")
			}
			return sign * f, nil
		}
		return 0, bad
	}
	return sign * f, nil
}
