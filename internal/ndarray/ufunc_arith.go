package ndarray

import (
	"math"
	"math/cmplx"

	"monge/internal/fmath"
	"monge/internal/kernels"
)

// The arithmetic, comparison, logical and bitwise functions. Loops made by loopgen carry the common ones.
var (
	Add = &Binary{Name: "add", Symbol: "+", b: boolOrLoop[bool], i: addLoop[int64], f4: addLoop[float32], f8: vector2(kernels.Add, addLoop[float64]), c: addLoop[complex128],
		check: plainCheck, identity: IntScalar(0)}
	Subtract = &Binary{Name: "subtract", Symbol: "-", i: subLoop[int64], f4: subLoop[float32], f8: vector2(kernels.Sub, subLoop[float64]), c: subLoop[complex128], check: plainCheck,
		boolRefusal: "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead."}
	Multiply = &Binary{Name: "multiply", Symbol: "*", b: boolAndLoop[bool], i: mulLoop[int64], f4: mulLoop[float32], f8: vector2(kernels.Mul, mulLoop[float64]), c: mulLoop[complex128],
		check: plainCheck, identity: IntScalar(1)}
	Divide = &Binary{Name: "divide", Symbol: "/", f4: divLoop[float32], f8: vector2(kernels.Div, divLoop[float64]), c: map2(complexDiv), check: divCheck}

	FloorDivide = &Binary{Name: "floor_divide", Symbol: "//", i: map2(intFloorDiv), f4: float2(floorDiv), f8: map2(floorDiv), check: divCheck,
		intCheck: intDivCheck}
	Remainder = &Binary{Name: "remainder", Symbol: "%", i: map2(intMod), f4: float2(floatMod), f8: map2(floatMod), check: plainCheck,
		intCheck: func(x, y int64) Status { return zeroDivisor(y) }}
	Fmod = &Binary{Name: "fmod", i: map2(intFmod), f4: float2(math.Mod), f8: map2(math.Mod), check: plainCheck,
		intCheck: func(x, y int64) Status { return zeroDivisor(y) }}
	Power = &Binary{Name: "power", Symbol: "**", i: map2(intPow), f4: powLoop[float32], f8: powLoop[float64], c: map2(complexPow), check: powCheck,
		preInt: refuseNegativePowers}
	FloatPower = &Binary{Name: "float_power", f8: powLoop[float64], c: map2(complexPow), check: powCheck}

	Maximum = &Binary{Name: "maximum", b: boolOrLoop[bool], i: maxIntLoop[int64], f4: maxLoop[float32], f8: vector2(kernels.Max, maxLoop[float64]), c: map2(complexMax)}
	Minimum = &Binary{Name: "minimum", b: boolAndLoop[bool], i: minIntLoop[int64], f4: minLoop[float32], f8: vector2(kernels.Min, minLoop[float64]), c: map2(complexMin)}
	Fmax    = &Binary{Name: "fmax", b: boolOrLoop[bool], i: maxIntLoop[int64], f4: float2(fmax), f8: map2(fmax)}
	Fmin    = &Binary{Name: "fmin", b: boolAndLoop[bool], i: minIntLoop[int64], f4: float2(fmin), f8: map2(fmin)}

	Equal    = &Binary{Name: "equal", Symbol: "==", pb: eqLoop[bool], pi: eqLoop[int64], pf4: eqLoop[float32], pf8: vectorCompare(kernels.Equal, eqLoop[float64]), pc: eqLoop[complex128]}
	NotEqual = &Binary{Name: "not_equal", Symbol: "!=", pb: neLoop[bool], pi: neLoop[int64], pf4: neLoop[float32], pf8: vectorCompare(kernels.NotEqual, neLoop[float64]),
		pc: neLoop[complex128]}
	Less = &Binary{Name: "less", Symbol: "<", pb: pred2(func(x, y bool) bool { return !x && y }), pi: ltLoop[int64], pf4: ltLoop[float32],
		pf8: vectorCompare(kernels.Less, ltLoop[float64]), pc: pred2(complexLess)}
	LessEqual = &Binary{Name: "less_equal", Symbol: "<=", pb: pred2(func(x, y bool) bool { return !x || y }), pi: leLoop[int64], pf4: leLoop[float32],
		pf8: vectorCompare(kernels.LessEqual, leLoop[float64]), pc: pred2(func(x, y complex128) bool { return x == y || complexLess(x, y) })}
	Greater = &Binary{Name: "greater", Symbol: ">", pb: pred2(func(x, y bool) bool { return x && !y }), pi: gtLoop[int64], pf4: gtLoop[float32],
		pf8: vectorCompare(kernels.Greater, gtLoop[float64]), pc: pred2(func(x, y complex128) bool { return complexLess(y, x) })}
	GreaterEqual = &Binary{Name: "greater_equal", Symbol: ">=", pb: pred2(func(x, y bool) bool { return x || !y }), pi: geLoop[int64],
		pf4: geLoop[float32], pf8: vectorCompare(kernels.GreaterEqual, geLoop[float64]), pc: pred2(func(x, y complex128) bool { return x == y || complexLess(y, x) })}

	LogicalAnd = &Binary{Name: "logical_and", pb: boolAndLoop[bool], pi: pred2(and[int64]), pf4: pred2(and[float32]), pf8: pred2(and[float64]),
		pc: pred2(and[complex128]), identity: BoolScalar(true)}
	LogicalOr = &Binary{Name: "logical_or", pb: boolOrLoop[bool], pi: pred2(or[int64]), pf4: pred2(or[float32]), pf8: pred2(or[float64]),
		pc: pred2(or[complex128]), identity: BoolScalar(false)}
	LogicalXor = &Binary{Name: "logical_xor", pb: neLoop[bool], pi: pred2(xor[int64]), pf4: pred2(xor[float32]), pf8: pred2(xor[float64]),
		pc: pred2(xor[complex128]), identity: BoolScalar(false)}

	BitwiseAnd = &Binary{Name: "bitwise_and", Symbol: "&", b: boolAndLoop[bool], i: bitAndLoop[int64], identity: IntScalar(-1)}
	BitwiseOr  = &Binary{Name: "bitwise_or", Symbol: "|", b: boolOrLoop[bool], i: bitOrLoop[int64], identity: IntScalar(0)}
	BitwiseXor = &Binary{Name: "bitwise_xor", Symbol: "^", b: neLoop[bool], i: bitXorLoop[int64], identity: IntScalar(0)}
	LeftShift  = &Binary{Name: "left_shift", Symbol: "<<", i: map2(shiftLeft)}
	RightShift = &Binary{Name: "right_shift", Symbol: ">>", i: map2(shiftRight)}
	GCD        = &Binary{Name: "gcd", i: map2(gcd), identity: IntScalar(0)}
	LCM        = &Binary{Name: "lcm", i: map2(lcm)}

	Arctan2    = &Binary{Name: "arctan2", f4: float2(math.Atan2), f8: map2(math.Atan2)}
	Hypot      = &Binary{Name: "hypot", f4: float2(math.Hypot), f8: map2(math.Hypot), check: plainCheck, identity: IntScalar(0)}
	Copysign   = &Binary{Name: "copysign", f4: float2(math.Copysign), f8: map2(math.Copysign)}
	Nextafter  = &Binary{Name: "nextafter", f4: map2(math.Nextafter32), f8: map2(math.Nextafter)}
	Logaddexp  = &Binary{Name: "logaddexp", f4: float2(logAddExp), f8: map2(logAddExp)}
	Logaddexp2 = &Binary{Name: "logaddexp2", f4: float2(logAddExp2), f8: map2(logAddExp2)}
	Heaviside  = &Binary{Name: "heaviside", f4: float2(heaviside), f8: map2(heaviside)}

	Negative = &Unary{Name: "negative", i: negLoop[int64], f4: negLoop[float32], f8: negLoop[float64], c: negLoop[complex128],
		boolRefusal: "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead."}
	Positive = &Unary{Name: "positive", i: posLoop[int64], f4: posLoop[float32], f8: posLoop[float64], c: posLoop[complex128],
		boolRefusal: "ufunc 'positive' did not contain a loop with signature matching types <class 'numpy.dtypes.BoolDType'> -> None"}
	Absolute = &Unary{Name: "absolute", b: posLoop[bool], i: map1(func(x int64) int64 {
		if x < 0 {
			return -x
		}
		return x
	}), f4: absLoop[float32], f8: absLoop[float64], cf: apply1(cmplx.Abs)}
	Fabs       = &Unary{Name: "fabs", f4: absLoop[float32], f8: absLoop[float64]}
	Invert     = &Unary{Name: "invert", b: boolNotLoop[bool], i: invertLoop[int64]}
	Sign       = &Unary{Name: "sign", i: map1(sign[int64]), f4: map1(sign[float32]), f8: map1(sign[float64]), c: map1(complexSign)}
	Square     = &Unary{Name: "square", i: squareLoop[int64], f4: squareLoop[float32], f8: vector1(vectorSquare, squareLoop[float64]), c: squareLoop[complex128], check: plainCheck1}
	Conjugate  = &Unary{Name: "conjugate", i: posLoop[int64], f4: posLoop[float32], f8: posLoop[float64], c: map1(cmplx.Conj)}
	Reciprocal = &Unary{Name: "reciprocal", i: map1(func(x int64) int64 { return intQuo(1, x) }), f4: recipLoop[float32], f8: recipLoop[float64],
		c: map1(func(x complex128) complex128 { return complexDiv(1, x) }), check: func(x, y float64) Status { return divCheck(1, x, y) }}
	LogicalNot = &Unary{Name: "logical_not", pb: boolNotLoop[bool], pi: apply1(not[int64]), pf4: apply1(not[float32]), pf8: apply1(not[float64]),
		pc: apply1(not[complex128])}
	IsNaN = &Unary{Name: "isnan", pb: apply1(constFalse[bool]), pi: apply1(constFalse[int64]), pf4: isNaNLoop[float32], pf8: isNaNLoop[float64],
		pc: isNaNLoop[complex128]}
	IsInf = &Unary{Name: "isinf", pb: apply1(constFalse[bool]), pi: apply1(constFalse[int64]), pf4: isInfLoop[float32], pf8: isInfLoop[float64],
		pc: apply1(cmplx.IsInf)}
	IsFinite = &Unary{Name: "isfinite", pb: apply1(constTrue[bool]), pi: apply1(constTrue[int64]), pf4: isFiniteLoop[float32],
		pf8: isFiniteLoop[float64], pc: apply1(func(x complex128) bool { return real(x)-real(x) == 0 && imag(x)-imag(x) == 0 })}
	Signbit = &Unary{Name: "signbit", pf4: apply1(func(x float32) bool { return math.Signbit(float64(x)) }), pf8: apply1(math.Signbit)}
)

// map1, map2, float1, float2, apply1 and pred2 make loops of scalar functions, for those whose cost hides the call.
func map1[T any](f func(T) T) loop1[T, T]    { return apply1(f) }
func map2[T any](f func(T, T) T) loop2[T, T] { return pred2(f) }
func float1(f func(float64) float64) loop1[float32, float32] {
	return func(n int, d, a vec[float32]) {
		for i := range n {
			d.s[d.at+i*d.inc] = float32(f(float64(a.s[a.at+i*a.inc])))
		}
	}
}
func float2(f func(x, y float64) float64) loop2[float32, float32] {
	return func(n int, d, a, b vec[float32]) {
		for i := range n {
			d.s[d.at+i*d.inc] = float32(f(float64(a.s[a.at+i*a.inc]), float64(b.s[b.at+i*b.inc])))
		}
	}
}
func apply1[R, T any](f func(T) R) loop1[R, T] {
	return func(n int, d vec[R], a vec[T]) {
		for range n {
			d.s[d.at] = f(a.s[a.at])
			d.at += d.inc
			a.at += a.inc
		}
	}
}
func pred2[R, T any](f func(T, T) R) loop2[R, T] {
	return func(n int, d vec[R], a, b vec[T]) {
		for range n {
			d.s[d.at] = f(a.s[a.at], b.s[b.at])
			d.at += d.inc
			a.at += a.inc
			b.at += b.inc
		}
	}
}

func constFalse[T any](T) bool  { return false }
func constTrue[T any](T) bool   { return true }
func not[T number](x T) bool    { return x == 0 }
func and[T number](x, y T) bool { return x != 0 && y != 0 }
func or[T number](x, y T) bool  { return x != 0 || y != 0 }
func xor[T number](x, y T) bool { return (x != 0) != (y != 0) }

func plainCheck1(x, y float64) Status { return plainCheck(x, x, y) }

// plainCheck: infinity out of finite numbers is an overflow, NaN out of numbers is invalid.
func plainCheck(x, y, z float64) Status {
	switch {
	case x != x || y != y:
		return 0
	case z != z:
		return Invalid
	case math.IsInf(z, 0) && !math.IsInf(x, 0) && !math.IsInf(y, 0):
		return Overflow
	}
	return 0
}

func divCheck(x, y, z float64) Status {
	if y == 0 && z == z && !math.IsInf(x, 0) {
		return DivideByZero
	}
	return plainCheck(x, y, z)
}

func powCheck(x, y, z float64) Status {
	if x == 0 && y < 0 && math.IsInf(z, 0) {
		return DivideByZero
	}
	return plainCheck(x, y, z)
}

func zeroDivisor(y int64) Status {
	if y == 0 {
		return DivideByZero
	}
	return 0
}

func intDivCheck(x, y int64) Status {
	if y == -1 && x == math.MinInt64 {
		return Overflow
	}
	return zeroDivisor(y)
}

// intFloorDiv rounds towards minus infinity; a zero divisor gives zero.
func intFloorDiv(x, y int64) int64 {
	switch y {
	case 0:
		return 0
	case -1:
		return -x
	}
	q := x / y
	if x%y != 0 && (x < 0) != (y < 0) {
		q--
	}
	return q
}

func intQuo(x, y int64) int64 {
	switch y {
	case 0:
		return math.MinInt64
	case -1:
		return -x
	}
	return x / y
}

// intMod has the sign of the divisor.
func intMod(x, y int64) int64 {
	if y == 0 || y == -1 {
		return 0
	}
	r := x % y
	if r != 0 && (r < 0) != (y < 0) {
		r += y
	}
	return r
}

func intFmod(x, y int64) int64 {
	if y == 0 || y == -1 {
		return 0
	}
	return x % y
}

func intPow(x, y int64) int64 {
	r := int64(1)
	for ; y > 0; y >>= 1 {
		if y&1 != 0 {
			r *= x
		}
		x *= x
	}
	return r
}

func refuseNegativePowers(_, b *Array) error {
	if b.dtype == Int64 {
		if b.size == 1 {
			if b.IntAt(0) >= 0 {
				return nil
			}
		} else if !anyInt(b, func(y int64) bool { return y < 0 }) {
			return nil
		}
		return valueErr("Integers to negative integer powers are not allowed.")
	}
	return nil
}

func anyInt(a *Array, f func(int64) bool) bool {
	var l nest
	l.init(a.shape, false, a)
	s := block[int64](a)
	found := false
	l.run(func() bool {
		for i := range l.n {
			if f(s[l.at[0]+i*l.inner[0]]) {
				found = true
				return false
			}
		}
		return true
	})
	return found
}

func shiftLeft(x, y int64) int64 {
	if y < 0 || y > 63 {
		return 0
	}
	return x << uint(y)
}

func shiftRight(x, y int64) int64 {
	if y < 0 || y > 63 {
		y = 63
	}
	return x >> uint(y)
}

func gcd(x, y int64) int64 {
	for y != 0 {
		x, y = y, intFmod(x, y)
	}
	if x < 0 {
		return -x
	}
	return x
}

func lcm(x, y int64) int64 {
	g := gcd(x, y)
	if g == 0 {
		return 0
	}
	r := x / g * y
	if r < 0 {
		return -r
	}
	return r
}

// divmodFloat is Python's: the remainder has the sign of the divisor, the quotient is a whole number.
func divmodFloat(x, y float64) (q, r float64) {
	r = math.Mod(x, y)
	if y == 0 {
		return x / y, r
	}
	q = (x - r) / y
	if r != 0 {
		if (y < 0) != (r < 0) {
			r += y
			q--
		}
	} else {
		r = math.Copysign(0, y)
	}
	if q != 0 {
		f := math.Floor(q)
		if q-f > 0.5 {
			f++
		}
		return f, r
	}
	return math.Copysign(0, x/y), r
}

func floorDiv(x, y float64) float64 { q, _ := divmodFloat(x, y); return q }
func floatMod(x, y float64) float64 { _, r := divmodFloat(x, y); return r }

// powLoop treats the exponents that are exact or nearly free apart, as NumPy does.
func powLoop[T floatElem](n int, d, a, b vec[T]) {
	if b.inc == 0 {
		switch b.s[b.at] {
		case 2:
			squareLoop(n, d, a)
			return
		case 1:
			posLoop(n, d, a)
			return
		case 0.5:
			sqrtLoop(n, d, a)
			return
		case -1:
			recipLoop(n, d, a)
			return
		}
	}
	for i := range n {
		d.s[d.at+i*d.inc] = T(fmath.Pow(float64(a.s[a.at+i*a.inc]), float64(b.s[b.at+i*b.inc])))
	}
}

func maxLoop[T floatElem](n int, d, a, b vec[T]) {
	for range n {
		x, y := a.s[a.at], b.s[b.at]
		if x >= y || x != x {
			d.s[d.at] = x
		} else {
			d.s[d.at] = y
		}
		d.at += d.inc
		a.at += a.inc
		b.at += b.inc
	}
}

func minLoop[T floatElem](n int, d, a, b vec[T]) {
	for range n {
		x, y := a.s[a.at], b.s[b.at]
		if x <= y || x != x {
			d.s[d.at] = x
		} else {
			d.s[d.at] = y
		}
		d.at += d.inc
		a.at += a.inc
		b.at += b.inc
	}
}

func fmax(x, y float64) float64 {
	if x >= y || y != y {
		return x
	}
	return y
}

func fmin(x, y float64) float64 {
	if x <= y || y != y {
		return x
	}
	return y
}

func sign[T realElem](x T) T {
	switch {
	case x > 0:
		return 1
	case x < 0:
		return -1
	}
	return x // zero or NaN
}

func logAddExp(x, y float64) float64 {
	switch {
	case x == y:
		return x + math.Ln2
	case x > y:
		return x + math.Log1p(fmath.Exp(y-x))
	case x < y:
		return y + math.Log1p(fmath.Exp(x-y))
	}
	return x - y
}

func logAddExp2(x, y float64) float64 {
	switch {
	case x == y:
		return x + 1
	case x > y:
		return x + math.Log1p(math.Exp2(y-x))*math.Log2E
	case x < y:
		return y + math.Log1p(math.Exp2(x-y))*math.Log2E
	}
	return x - y
}

func heaviside(x, h float64) float64 {
	switch {
	case x != x:
		return x
	case x == 0:
		return h
	case x < 0:
		return 0
	}
	return 1
}

// complexDiv is Smith's method.
func complexDiv(x, y complex128) complex128 {
	a, b, c, d := real(x), imag(x), real(y), imag(y)
	if math.Abs(c) >= math.Abs(d) {
		if c == 0 && d == 0 {
			return complex(a/math.Abs(c), b/math.Abs(c))
		}
		r := d / c
		s := 1 / (c + d*r)
		return complex((a+b*r)*s, (b-a*r)*s)
	}
	r := c / d
	s := 1 / (d + c*r)
	return complex((a*r+b)*s, (b*r-a)*s)
}

func complexPow(x, y complex128) complex128 {
	switch {
	case y == 0:
		return 1
	case x == 0:
		if real(y) > 0 {
			return 0
		}
		return complex(math.NaN(), math.NaN())
	case imag(y) == 0 && real(y) == math.Trunc(real(y)) && math.Abs(real(y)) < 100:
		n := int(math.Abs(real(y)))
		r, p := complex128(1), x
		for ; n > 0; n >>= 1 {
			if n&1 != 0 {
				r *= p
			}
			p *= p
		}
		if real(y) < 0 {
			return complexDiv(1, r)
		}
		return r
	}
	return cmplx.Pow(x, y)
}

// complexLess is NumPy's order: by real part, then by imaginary part; NaN compares false.
func complexLess(x, y complex128) bool {
	return real(x) < real(y) && !math.IsNaN(imag(x)) && !math.IsNaN(imag(y)) || real(x) == real(y) && imag(x) < imag(y)
}

func complexMax(x, y complex128) complex128 {
	if cmplxNaN(x) || !cmplxNaN(y) && !complexLess(x, y) {
		return x
	}
	return y
}

func complexMin(x, y complex128) complex128 {
	if cmplxNaN(x) || !cmplxNaN(y) && !complexLess(y, x) {
		return x
	}
	return y
}

func cmplxNaN(x complex128) bool { return math.IsNaN(real(x)) || math.IsNaN(imag(x)) }

func complexSign(x complex128) complex128 {
	if x == 0 {
		return 0
	}
	return complexDiv(x, complex(cmplx.Abs(x), 0))
}
