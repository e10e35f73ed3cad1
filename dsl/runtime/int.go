package runtime

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-python/gpython/py"
)

// floatToInt truncates a float to an int object.
func floatToInt(f float64) (py.Object, error) {
	switch {
	case math.IsNaN(f):
		return nil, ValueErrorf("cannot convert float NaN to integer")
	case math.IsInf(f, 0):
		return nil, Errorf(py.OverflowError, "cannot convert float infinity to integer")
	}
	f = math.Trunc(f)
	if f >= -(1<<63) && f < 1<<63 {
		return IntObj(int64(f)), nil
	}
	z, _ := new(big.Float).SetFloat64(f).Int(nil)
	return BigObj(z), nil
}

// FloatToInt is int(f).
func FloatToInt(f float64) (py.Object, error) { return floatToInt(f) }

// digitValue is the decimal value of a Unicode decimal digit, -1 for other characters.
func digitValue(r rune) int {
	if r >= '0' && r <= '9' {
		return int(r - '0')
	}
	if r < utf8.RuneSelf || !isDecimal(r) {
		return -1
	}
	// Decimal digits come in runs of ten that begin at the zero.
	for d := 0; d < 10; d++ {
		if !isDecimal(r - rune(d) - 1) {
			return d
		}
	}
	return int(r) % 10
}

// normalizeDigits turns all Unicode decimal digits and spaces into ASCII.
func normalizeDigits(s string) string {
	if isASCII(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf {
			return r
		}
		if isSpace(r) {
			return ' '
		}
		if d := digitValue(r); d >= 0 {
			return rune('0' + d)
		}
		return r
	}, s)
}

// ParseInt is int(s, base): signs, prefixes, underscores between digits and spaces around are allowed.
func ParseInt(t *Thread, s string, base int) (py.Object, error) {
	if base != 0 && (base < 2 || base > 36) {
		return nil, ValueErrorf("int() base must be >= 2 and <= 36, or 0")
	}
	bad := func() error {
		q := QuoteString(s, false)
		if r := []rune(q); len(r) > 200 {
			q = string(r[:200])
		}
		return ValueErrorf("invalid literal for int() with base %d: %s", base, q)
	}
	text := strings.TrimFunc(normalizeDigits(s), isSpace)
	neg := false
	if text != "" && (text[0] == '+' || text[0] == '-') {
		neg = text[0] == '-'
		text = text[1:]
	}
	b := base
	if len(text) >= 2 && text[0] == '0' {
		prefix := map[byte]int{'x': 16, 'o': 8, 'b': 2}[text[1]|0x20]
		if prefix != 0 && (base == 0 || base == prefix) {
			b = prefix
			text = strings.TrimPrefix(text[2:], "_")
		}
	}
	if b == 0 {
		b = 10
		// Without a base, a leading zero is allowed for zero only.
		if len(text) > 1 && text[0] == '0' && strings.Trim(text, "0_") != "" {
			return nil, bad()
		}
	}
	if text == "" || text[0] == '_' || text[len(text)-1] == '_' || strings.Contains(text, "__") {
		return nil, bad()
	}
	digits := strings.ReplaceAll(text, "_", "")
	for i := 0; i < len(digits); i++ {
		if baseDigit(digits[i]) >= b {
			return nil, bad()
		}
	}
	if n, err := strconv.ParseInt(digits, b, 64); err == nil {
		if neg {
			n = -n
		}
		return IntObj(n), nil
	}
	if limit := t.MaxStrDigits(); limit > 0 && len(digits) > limit && b&(b-1) != 0 {
		return nil, ValueErrorf("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; use sys.set_int_max_str_digits() to increase the limit", limit, len(digits))
	}
	var z *big.Int
	parse := func() *big.Int { z, _ := new(big.Int).SetString(digits, b); return z }
	if len(digits) < 50000 {
		z = parse()
	} else {
		var err error
		if z, err = longBig(t, parse); err != nil {
			return nil, err
		}
	}
	if neg {
		z.Neg(z)
	}
	return BigObj(z), nil
}

func baseDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'z':
		return int(c|0x20-'a') + 10
	}
	return 99
}

// newInt is int(x, base).
func newInt(t *Thread, x, base py.Object) (py.Object, error) {
	if x == nil {
		if base != nil {
			return nil, TypeErrorf("int() missing string argument")
		}
		return IntObj(0), nil
	}
	if base != nil {
		b, err := clampInt(t, base)
		if err != nil {
			return nil, err
		}
		if b != 0 && (b < 2 || b > 36) {
			return nil, ValueErrorf("int() base must be >= 2 and <= 36, or 0")
		}
		switch s := Payload(x).(type) {
		case py.String:
			return ParseInt(t, string(s), b)
		case py.Bytes:
			return parseIntBytes(t, s, b)
		case *ByteArray:
			return parseIntBytes(t, s.B, b)
		}
		return nil, TypeErrorf("int() can't convert non-string with explicit base")
	}
	switch v := x.(type) {
	case py.Int, *py.BigInt:
		return v, nil
	case py.Bool:
		return IntObj(boolInt(v)), nil
	case py.Float:
		return floatToInt(float64(v))
	case py.String:
		return ParseInt(t, string(v), 10)
	case py.Bytes:
		return parseIntBytes(t, v, 10)
	case *ByteArray:
		return parseIntBytes(t, v.B, 10)
	}
	if fn := LookupType(x.Type(), "__int__"); fn != nil {
		r, err := Call(t, fn, []py.Object{x}, nil)
		if err != nil {
			return nil, err
		}
		switch v := Payload(r).(type) {
		case py.Int, *py.BigInt:
			return v, nil
		case py.Bool:
			return IntObj(boolInt(v)), nil
		}
		return nil, TypeErrorf("__int__ returned non-int (type %s)", typeName(r))
	}
	if n, ok := x.(py.I__int__); ok && kindOf(x) == kNative {
		return gpythonResult(n.M__int__())
	}
	if hasIndex(x) {
		return Index(t, x)
	}
	if fn := LookupType(x.Type(), "__trunc__"); fn != nil {
		r, err := Call(t, fn, []py.Object{x}, nil)
		if err != nil {
			return nil, err
		}
		return Index(t, r)
	}
	if p, ok := payload(x); ok {
		return newInt(t, p, nil)
	}
	return nil, TypeErrorf("int() argument must be a string, a bytes-like object or a real number, not '%s'", typeName(x))
}

func parseIntBytes(t *Thread, b []byte, base int) (py.Object, error) {
	v, err := ParseInt(t, string(bytesAsRunes(b)), base)
	if err != nil && IsException(err, py.ValueError) && strings.HasPrefix(err.(*Exception).Args[0].(interface{ Type() *py.Type }).Type().Name, "str") {
		if msg, ok := err.(*Exception).Args[0].(py.String); ok && strings.HasPrefix(string(msg), "invalid literal") {
			return nil, ValueErrorf("invalid literal for int() with base %d: %s", base, QuoteBytes(b))
		}
	}
	return v, err
}

func intMethod(name, spec, doc string, fn func(t *Thread, z py.Object, a []py.Object) (py.Object, error)) {
	s := parseArgSpec("int."+name, spec)
	n := NewMethod(name, doc, func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		if len(args) == 0 {
			return nil, TypeErrorf("unbound method int.%s() needs an argument", name)
		}
		self := Payload(args[0])
		switch x := self.(type) {
		case py.Int, *py.BigInt:
		case py.Bool:
			self = IntObj(boolInt(x))
		default:
			return nil, TypeErrorf("descriptor '%s' for 'int' objects doesn't apply to a '%s' object", name, typeName(args[0]))
		}
		a, err := s.bind(args[1:], kw)
		if err != nil {
			return nil, err
		}
		return fn(t, self, a)
	})
	n.Qualname = "int." + name
	py.IntType.Dict[name] = n
}

func init() {
	TypeNew(py.IntType, "x=, /, base=", "", func(t *Thread, cls *py.Type, a []py.Object) (py.Object, error) {
		return newInt(t, a[0], a[1])
	})
	TypeNew(py.BoolType, "object=, /", "", func(t *Thread, cls *py.Type, a []py.Object) (py.Object, error) {
		if a[0] == nil {
			return py.False, nil
		}
		b, err := Truth(t, a[0])
		return py.Bool(b), err
	})
	self := func(t *Thread, z py.Object, a []py.Object) (py.Object, error) { return z, nil }
	intMethod("conjugate", "/", "conjugate()\n\nThe number itself, as it has no imaginary part.", self)
	intMethod("__trunc__", "/", "The number itself, as it has no decimals to cut off.", self)
	intMethod("__floor__", "/", "The number itself, already whole.", self)
	intMethod("__ceil__", "/", "The number itself, already whole.", self)
	intMethod("__int__", "/", "int(self)", self)
	intMethod("__index__", "/", "The number itself; other classes define this method to be accepted as an index.", self)
	intMethod("__float__", "/", "float(self)", func(t *Thread, z py.Object, a []py.Object) (py.Object, error) {
		f, err := toFloat(z)
		return py.Float(f), err
	})
	intMethod("__round__", "ndigits=, /", "What round(n) and round(n, ndigits) compute: an int, changed only by a negative ndigits.", func(t *Thread, z py.Object, a []py.Object) (py.Object, error) {
		return roundInt(t, z, a[0])
	})
	intMethod("bit_length", "/", "bit_length()\n\nHow many binary digits the number has, without sign and leading zeros: (5).bit_length() is 3.", func(t *Thread, z py.Object, a []py.Object) (py.Object, error) {
		x, _ := asBig(z)
		return IntObj(int64(x.BitLen())), nil
	})
	intMethod("bit_count", "/", "bit_count()\n\nHow many binary digits are 1, the sign left aside: (5).bit_count() is 2.", func(t *Thread, z py.Object, a []py.Object) (py.Object, error) {
		x, _ := asBig(z)
		n := 0
		for _, w := range x.Bits() {
			n += bits.OnesCount(uint(w))
		}
		return IntObj(int64(n)), nil
	})
	intMethod("as_integer_ratio", "/", "as_integer_ratio()\n\nThe number as a fraction: itself over 1.", func(t *Thread, z py.Object, a []py.Object) (py.Object, error) {
		return py.Tuple{z, IntObj(1)}, nil
	})
	intMethod("is_integer", "/", "is_integer()\n\nAlways True; floats and fractions have the method too.", func(t *Thread, z py.Object, a []py.Object) (py.Object, error) {
		return py.True, nil
	})
	intMethod("to_bytes", "length=, byteorder=, *, signed=", "to_bytes(length=1, byteorder='big', *, signed=False)\n\nThe number in length bytes, the most significant first ('big') or last ('little'). signed allows negative numbers,\nin two's complement. OverflowError when the bytes do not suffice.", intToBytes)
	py.IntType.Dict["from_bytes"] = &ClassMethod{Fn: Func("from_bytes", "cls, bytes, byteorder=, *, signed=", "from_bytes(bytes, byteorder='big', *, signed=False)\n\nThe number that the bytes hold, the most significant first ('big') or last ('little'); signed reads two's complement.", intFromBytes)}
	for name, get := range map[string]func(o py.Object) py.Object{
		"real":        func(o py.Object) py.Object { return o },
		"numerator":   func(o py.Object) py.Object { return o },
		"imag":        func(o py.Object) py.Object { return IntObj(0) },
		"denominator": func(o py.Object) py.Object { return IntObj(1) },
	} {
		py.IntType.Dict[name] = &GetSet{Name: name, Get: func(t *Thread, o py.Object) (py.Object, error) {
			o = Payload(o)
			if b, ok := o.(py.Bool); ok {
				o = IntObj(boolInt(b))
			}
			return get(o), nil
		}}
	}
}

// byteOrder reads a byteorder argument: true for little-endian.
func byteOrder(o py.Object) (bool, error) {
	if o == nil {
		return false, nil
	}
	s, ok := Payload(o).(py.String)
	if !ok {
		return false, TypeErrorf("to_bytes() argument 'byteorder' must be str, not %s", typeName(o))
	}
	switch s {
	case "little":
		return true, nil
	case "big":
		return false, nil
	}
	return false, ValueErrorf("byteorder must be either 'little' or 'big'")
}

func intToBytes(t *Thread, z py.Object, a []py.Object) (py.Object, error) {
	n := 1
	var err error
	if a[0] != nil {
		if n, err = AsInt(t, a[0]); err != nil {
			return nil, err
		}
	}
	little, err := byteOrder(a[1])
	if err != nil {
		return nil, err
	}
	signed := false
	if a[2] != nil {
		if signed, err = Truth(t, a[2]); err != nil {
			return nil, err
		}
	}
	if n < 0 {
		return nil, ValueErrorf("length argument must be non-negative")
	}
	if err := t.Alloc(int64(n)); err != nil {
		return nil, err
	}
	x, _ := asBig(z)
	if x.Sign() < 0 && !signed {
		return nil, Errorf(py.OverflowError, "can't convert negative int to unsigned")
	}
	limit := n * 8
	fits := x.BitLen() <= limit
	if signed {
		// Two's complement of n bytes holds -2^(8n-1) ... 2^(8n-1)-1.
		y := x
		if x.Sign() < 0 {
			y = new(big.Int).Not(x)
		}
		fits = x.Sign() == 0 || y.BitLen() < limit
	}
	if !fits {
		return nil, Errorf(py.OverflowError, "int too big to convert")
	}
	if x.Sign() < 0 {
		x = new(big.Int).Add(x, new(big.Int).Lsh(bigOne, uint(limit)))
	}
	out := x.FillBytes(make([]byte, n))
	if little {
		reverseBytes(out)
	}
	return py.Bytes(out), nil
}

func reverseBytes(b []byte) {
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
}

func intFromBytes(t *Thread, a []py.Object) (py.Object, error) {
	if _, ok := Payload(a[1]).(py.String); ok {
		return nil, TypeErrorf("cannot convert 'str' object to bytes")
	}
	b, err := bytesOf(t, a[1])
	if err != nil {
		return nil, err
	}
	little, err := byteOrder(a[2])
	if err != nil {
		return nil, err
	}
	signed := false
	if a[3] != nil {
		if signed, err = Truth(t, a[3]); err != nil {
			return nil, err
		}
	}
	if little {
		reverseBytes(b)
	}
	z := new(big.Int).SetBytes(b)
	if signed && len(b) > 0 && b[0]&0x80 != 0 {
		z.Sub(z, new(big.Int).Lsh(bigOne, uint(8*len(b))))
	}
	if a[0] == py.IntType {
		return BigObj(z), nil
	}
	return Call(t, a[0], []py.Object{BigObj(z)}, nil)
}

// roundInt is round(int, ndigits): half to even at a power of ten.
func roundInt(t *Thread, z, ndigits py.Object) (py.Object, error) {
	if ndigits == nil || ndigits == py.None {
		return z, nil
	}
	n, err := clampInt(t, ndigits)
	if err != nil {
		return nil, err
	}
	if n >= 0 {
		return z, nil
	}
	x, _ := asBig(z)
	// 10^k is far above |x| once k exceeds the digits of x.
	if float64(-n) > float64(x.BitLen())*0.30103+2 {
		return IntObj(0), nil
	}
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(-n)), nil)
	q, r := new(big.Int).DivMod(x, p, new(big.Int)) // Euclidean, p > 0: 0 <= r < p
	switch c := new(big.Int).Lsh(r, 1).Cmp(p); {
	case c > 0, c == 0 && q.Bit(0) == 1:
		q.Add(q, bigOne)
	}
	return BigObj(q.Mul(q, p)), nil
}
