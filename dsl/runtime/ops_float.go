package runtime

import (
	"math"
	"math/big"
	"math/cmplx"

	"github.com/go-python/gpython/py"
)

// toFloat converts a builtin real number.
func toFloat(o py.Object) (float64, error) {
	switch x := o.(type) {
	case py.Float:
		return float64(x), nil
	case py.Int:
		return float64(x), nil
	case py.Bool:
		return float64(boolInt(x)), nil
	case *py.BigInt:
		return bigToFloat((*big.Int)(x))
	}
	return 0, TypeErrorf("must be real number, not %s", typeName(o))
}

// floatBinary is an operation on floats; nil, nil when floats do not have it. a and b are the operands for messages.
func floatBinary(op BinOp, x, y float64, a, b py.Object) (py.Object, error) {
	switch op {
	case OpAdd:
		return py.Float(x + y), nil
	case OpSub:
		return py.Float(x - y), nil
	case OpMul:
		return py.Float(x * y), nil
	case OpDiv:
		if y == 0 {
			if _, ok := a.(py.Float); !ok {
				return nil, Errorf(py.ZeroDivisionError, "float division by zero")
			}
			return nil, Errorf(py.ZeroDivisionError, "float division by zero")
		}
		return py.Float(x / y), nil
	case OpFloorDiv:
		if y == 0 {
			return nil, Errorf(py.ZeroDivisionError, "float floor division by zero")
		}
		q, _ := floatDivmod(x, y)
		return py.Float(q), nil
	case OpMod:
		if y == 0 {
			return nil, Errorf(py.ZeroDivisionError, "float modulo")
		}
		return py.Float(floatMod(x, y)), nil
	case OpPow:
		return floatPow(x, y)
	}
	return nil, binaryError(nil, op, a, b, false)
}

func floatMod(x, y float64) float64 {
	r := math.Mod(x, y)
	if r != 0 {
		if (y < 0) != (r < 0) {
			r += y
		}
		return r
	}
	return math.Copysign(0, y)
}

// floatDivmod is floor division with remainder, with the zero signs of CPython.
func floatDivmod(x, y float64) (q, r float64) {
	r = math.Mod(x, y)
	div := (x - r) / y
	if r != 0 {
		if (y < 0) != (r < 0) {
			r += y
			div--
		}
	} else {
		r = math.Copysign(0, y)
	}
	if div != 0 {
		q = math.Floor(div)
		if div-q > 0.5 {
			q++
		}
	} else {
		q = math.Copysign(0, x/y)
	}
	return q, r
}

// floatPow is x**y with CPython's special cases: a negative base with a fractional exponent is complex.
func floatPow(x, y float64) (py.Object, error) {
	switch {
	case y == 0 || x == 1:
		return py.Float(1), nil
	case math.IsNaN(x) || math.IsNaN(y):
		return py.Float(x + y), nil
	case math.IsInf(y, 0):
		ax := math.Abs(x)
		switch {
		case ax == 1:
			return py.Float(1), nil
		case (y > 0) == (ax > 1):
			return py.Float(math.Inf(1)), nil
		}
		return py.Float(0), nil
	case math.IsInf(x, 0):
		odd := math.Mod(math.Abs(y), 2) == 1
		if y > 0 {
			if odd {
				return py.Float(x), nil
			}
			return py.Float(math.Abs(x)), nil
		}
		if odd {
			return py.Float(math.Copysign(0, x)), nil
		}
		return py.Float(0), nil
	case x == 0:
		odd := math.Mod(math.Abs(y), 2) == 1
		if y < 0 {
			return nil, Errorf(py.ZeroDivisionError, "0.0 cannot be raised to a negative power")
		}
		if odd {
			return py.Float(x), nil
		}
		return py.Float(0), nil
	case x < 0 && y != math.Floor(y):
		z, err := complexPow(complex(x, 0), complex(y, 0))
		return py.Complex(z), err
	}
	r := pow(x, y)
	if math.IsInf(r, 0) {
		return nil, NewException(py.OverflowError, py.Int(34), py.String("Numerical result out of range"))
	}
	return py.Float(r), nil
}

// toComplex converts a builtin number; ok is false for other values.
func toComplex(o py.Object) (z complex128, ok bool, err error) {
	switch x := o.(type) {
	case py.Complex:
		return complex128(x), true, nil
	case py.Int, py.Float, py.Bool, *py.BigInt:
		f, err := toFloat(o)
		return complex(f, 0), true, err
	}
	return 0, false, nil
}

// complexBinary is an operation on complex numbers; nil, nil when they do not have it.
func complexBinary(op BinOp, x, y complex128) (py.Object, error) {
	switch op {
	case OpAdd:
		return py.Complex(x + y), nil
	case OpSub:
		return py.Complex(x - y), nil
	case OpMul:
		return py.Complex(complexMul(x, y)), nil
	case OpDiv:
		z, err := complexDiv(x, y)
		return py.Complex(z), err
	case OpPow:
		z, err := complexPow(x, y)
		return py.Complex(z), err
	}
	return nil, nil
}

// complexMul is the schoolbook product, without the compiler's special treatment of infinities.
func complexMul(x, y complex128) complex128 {
	a, b, c, d := real(x), imag(x), real(y), imag(y)
	return complex(float64(a*c)-float64(b*d), float64(a*d)+float64(b*c))
}

// complexDiv is Smith's method, as CPython uses it.
func complexDiv(x, y complex128) (complex128, error) {
	a, b, c, d := real(x), imag(x), real(y), imag(y)
	ac, ad := math.Abs(c), math.Abs(d)
	switch {
	case ac >= ad:
		if ac == 0 {
			return 0, Errorf(py.ZeroDivisionError, "complex division by zero")
		}
		ratio := d / c
		den := c + float64(d*ratio)
		return complex((a+float64(b*ratio))/den, (b-float64(a*ratio))/den), nil
	case ad >= ac:
		ratio := c / d
		den := float64(c*ratio) + d
		return complex((float64(a*ratio)+b)/den, (float64(b*ratio)-a)/den), nil
	}
	return cmplx.NaN(), nil
}

// complexPow is x**y; small integer exponents multiply.
func complexPow(x, y complex128) (complex128, error) {
	if real(y) == 0 && imag(y) == 0 {
		return 1, nil
	}
	if x == 0 {
		if imag(y) != 0 || real(y) < 0 {
			return 0, Errorf(py.ZeroDivisionError, "0.0 to a negative or complex power")
		}
		return 0, nil
	}
	var z complex128
	if imag(y) == 0 && real(y) == math.Floor(real(y)) && math.Abs(real(y)) <= 100 {
		n := int(real(y))
		if n > 0 {
			z = complexPowInt(x, n)
		} else {
			var err error
			if z, err = complexDiv(1, complexPowInt(x, -n)); err != nil {
				return 0, err
			}
		}
	} else {
		abs := hypot(real(x), imag(x))
		length := pow(abs, real(y))
		arg := atan2(imag(x), real(x))
		phase := arg * real(y)
		if imag(y) != 0 {
			length /= exp(arg * imag(y))
			phase += imag(y) * log(abs)
		}
		if math.IsInf(phase, 0) {
			return 0, Errorf(py.ZeroDivisionError, "0.0 to a negative or complex power")
		}
		z = complex(length*cos(phase), length*sin(phase))
	}
	if isInfComplex(z) && !isInfComplex(x) && !isInfComplex(y) {
		return 0, Errorf(py.OverflowError, "complex exponentiation")
	}
	return z, nil
}

func isInfComplex(z complex128) bool { return math.IsInf(real(z), 0) || math.IsInf(imag(z), 0) }

func complexPowInt(x complex128, n int) complex128 {
	r, p := complex(1, 0), x
	for mask := 1; mask > 0 && n >= mask; mask <<= 1 {
		if n&mask != 0 {
			r = complexMul(r, p)
		}
		p = complexMul(p, p)
	}
	return r
}
