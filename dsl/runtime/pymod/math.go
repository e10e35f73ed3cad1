package pymod

import (
	"math"
	"math/big"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
	"monge/dsl/runtime/libm"
)

func domainError() error { return runtime.ValueErrorf("math domain error") }
func rangeError() error  { return runtime.Errorf(py.OverflowError, "math range error") }

// mathFunc adds a function of one float. NaN from a number is a domain error; infinity from a finite number is a range
// error, or a domain error when singular says that it marks a pole.
func (s *modSpec) mathFunc(name, doc string, pole bool, f func(float64) float64) {
	s.fn(name, "x, /", doc, func(t *thread, a []object) (object, error) {
		x, err := runtime.AsFloat(t, a[0])
		if err != nil {
			return nil, err
		}
		r := f(x)
		if r != r && x == x {
			return nil, domainError()
		}
		if math.IsInf(r, 0) && !math.IsInf(x, 0) && x == x {
			if pole {
				return nil, domainError()
			}
			return nil, rangeError()
		}
		return flt(r), nil
	})
}

func init() {
	m := newModule("math", "Functions of real numbers, and the constants pi, e, tau, inf and nan.")
	m.value("pi", flt(math.Pi))
	m.value("e", flt(math.E))
	m.value("tau", flt(2*math.Pi))
	m.value("inf", flt(math.Inf(1)))
	m.value("nan", flt(math.NaN()))

	m.mathFunc("acos", "The angle, in radians from 0 to pi, whose cosine is x.", false, libm.Acos)
	m.mathFunc("acosh", "The y of at least 0 with cosh(y) == x.", false, libm.Acosh)
	m.mathFunc("asin", "The angle, in radians from -pi/2 to pi/2, whose sine is x.", false, libm.Asin)
	m.mathFunc("asinh", "The y with sinh(y) == x.", false, libm.Asinh)
	m.mathFunc("atan", "The angle, in radians from -pi/2 to pi/2, whose tangent is x.", false, libm.Atan)
	m.mathFunc("atanh", "The y with tanh(y) == x.", true, libm.Atanh)
	m.mathFunc("cbrt", "Cube root, also of negative numbers.", false, libm.Cbrt)
	m.mathFunc("cos", "Cosine of an angle in radians.", false, finite(libm.Cos))
	m.mathFunc("cosh", "Hyperbolic cosine.", false, libm.Cosh)
	m.mathFunc("degrees", "Radians to degrees.", false, func(x float64) float64 { return x * (180 / math.Pi) })
	m.mathFunc("erf", "The error function.", false, libm.Erf)
	m.mathFunc("erfc", "1 - erf(x), precise where erf(x) is nearly 1.", false, libm.Erfc)
	m.mathFunc("exp", "e to the power x.", false, libm.Exp)
	m.mathFunc("exp2", "2 to the power x, as a float.", false, libm.Exp2)
	m.mathFunc("expm1", "exp(x) - 1, precise for small x.", false, libm.Expm1)
	m.mathFunc("fabs", "x without its sign, always as a float.", false, math.Abs)
	m.mathFunc("log1p", "log(1 + x), precise for small x.", true, libm.Log1p)
	m.mathFunc("radians", "Degrees to radians.", false, func(x float64) float64 { return x * (math.Pi / 180) })
	m.mathFunc("sin", "Sine of an angle in radians.", false, finite(libm.Sin))
	m.mathFunc("sinh", "Hyperbolic sine.", false, libm.Sinh)
	m.mathFunc("sqrt", "Square root, as a float.", false, math.Sqrt)
	m.mathFunc("tan", "Tangent of an angle in radians.", false, finite(libm.Tan))
	m.mathFunc("tanh", "Hyperbolic tangent.", false, libm.Tanh)
	m.fn("gamma", "x, /", "The Gamma function; gamma(n+1) is factorial(n).", func(t *thread, a []object) (object, error) {
		x, err := runtime.AsFloat(t, a[0])
		if err != nil {
			return nil, err
		}
		r, ok := libm.Gamma(x)
		if !ok {
			return nil, domainError()
		}
		if math.IsInf(r, 0) && !math.IsInf(x, 0) {
			return nil, rangeError()
		}
		return flt(r), nil
	})
	m.fn("lgamma", "x, /", "log(abs(gamma(x))), also where gamma(x) would be too large.", func(t *thread, a []object) (object, error) {
		x, err := runtime.AsFloat(t, a[0])
		if err != nil {
			return nil, err
		}
		r, ok := libm.Lgamma(x)
		if !ok {
			return nil, domainError()
		}
		if math.IsInf(r, 0) && !math.IsInf(x, 0) {
			return nil, rangeError()
		}
		return flt(r), nil
	})
	mathBinary(m)
	mathLogs(m)
	mathIntegers(m)
	mathSequences(m)
	for _, op := range []struct {
		name, special string
		f             func(float64) float64
	}{{"floor", "__floor__", math.Floor}, {"ceil", "__ceil__", math.Ceil}, {"trunc", "__trunc__", math.Trunc}} {
		m.fn(op.name, "x, /", "x rounded in one direction: floor down, ceil up, trunc to zero.", func(t *thread, a []object) (object, error) {
			switch x := a[0].(type) {
			case py.Float:
				return runtime.FloatToInt(op.f(float64(x)))
			case py.Int, *py.BigInt:
				return x, nil
			}
			if fn := runtime.LookupType(a[0].Type(), op.special); fn != nil {
				return runtime.Call(t, fn, []object{a[0]}, nil)
			}
			if op.name == "trunc" {
				return nil, runtime.TypeErrorf("type %s doesn't define __trunc__ method", runtime.TypeName(a[0]))
			}
			x, err := runtime.AsFloat(t, a[0])
			if err != nil {
				return nil, err
			}
			return runtime.FloatToInt(op.f(x))
		})
	}
}

// finite makes infinities an error of the domain.
func finite(f func(float64) float64) func(float64) float64 {
	return func(x float64) float64 {
		if math.IsInf(x, 0) || x != x {
			return math.NaN()
		}
		return f(x)
	}
}

func floats2(t *thread, a []object) (x, y float64, err error) {
	if x, err = runtime.AsFloat(t, a[0]); err == nil {
		y, err = runtime.AsFloat(t, a[1])
	}
	return
}

func mathBinary(m *modSpec) {
	two := func(name, doc string, f func(x, y float64) (float64, error)) {
		m.fn(name, "x, y, /", doc, func(t *thread, a []object) (object, error) {
			x, y, err := floats2(t, a)
			if err != nil {
				return nil, err
			}
			r, err := f(x, y)
			if err != nil {
				return nil, err
			}
			return flt(r), nil
		})
	}
	two("atan2", "The angle, in radians from -pi to pi, of the point (x, y) as seen from (0, 0).", func(x, y float64) (float64, error) { return libm.Atan2(x, y), nil })
	two("copysign", "abs(x) with the sign of y, as a float.", func(x, y float64) (float64, error) { return math.Copysign(x, y), nil })
	two("remainder", "x - n*y, where n is the integer nearest to x/y, the even one of two.", func(x, y float64) (float64, error) {
		if x == x && y == y && (math.IsInf(x, 0) || y == 0) {
			return 0, domainError()
		}
		return math.Remainder(x, y), nil
	})
	two("fmod", "What is left of x after division by y, with the sign of x. For ints use %.", func(x, y float64) (float64, error) {
		if math.IsInf(y, 0) && !math.IsInf(x, 0) {
			return x, nil
		}
		r := math.Mod(x, y)
		if r != r && x == x && y == y {
			return 0, domainError()
		}
		return r, nil
	})
	two("pow", "x to the power y as a float. For exact powers of ints use **.", mathPow)
	m.fn("ldexp", "x, i, /", "x times 2 to the power i.", func(t *thread, a []object) (object, error) {
		x, err := runtime.AsFloat(t, a[0])
		if err != nil {
			return nil, err
		}
		var e int
		switch i := runtime.Payload(a[1]).(type) {
		case py.Int:
			e = int(max(min(i, 1<<20), -1<<20))
		case py.Bool:
			if i {
				e = 1
			}
		case *py.BigInt:
			e = (*big.Int)(i).Sign() << 20
		default:
			return nil, runtime.TypeErrorf("Expected an int as second argument to ldexp.")
		}
		r := math.Ldexp(x, e)
		if math.IsInf(r, 0) && !math.IsInf(x, 0) {
			return nil, rangeError()
		}
		return flt(r), nil
	})
	m.fn("frexp", "x, /", "The pair (m, e) with x == m * 2**e and 0.5 <= abs(m) < 1; (0.0, 0) for 0.", func(t *thread, a []object) (object, error) {
		x, err := runtime.AsFloat(t, a[0])
		if err != nil {
			return nil, err
		}
		f, e := math.Frexp(x)
		return py.Tuple{flt(f), num(e)}, nil
	})
	m.fn("modf", "x, /", "The parts of x after and before the point, both with its sign, as floats.", func(t *thread, a []object) (object, error) {
		x, err := runtime.AsFloat(t, a[0])
		if err != nil {
			return nil, err
		}
		if math.IsInf(x, 0) {
			return py.Tuple{flt(math.Copysign(0, x)), flt(x)}, nil
		}
		i := math.Trunc(x)
		return py.Tuple{flt(math.Copysign(x-i, x)), flt(i)}, nil
	})
	m.fn("nextafter", "x, y, /, *, steps=", "The next float after x in the direction of y, or the one that many steps away.", func(t *thread, a []object) (object, error) {
		x, y, err := floats2(t, a)
		if err != nil {
			return nil, err
		}
		steps := 1
		if a[2] != nil && a[2] != none {
			if steps, err = runtime.AsInt(t, a[2]); err != nil {
				return nil, err
			}
			if steps < 0 {
				return nil, runtime.ValueErrorf("steps must be a non-negative integer")
			}
		}
		if x == y {
			return flt(y), nil
		}
		for ; steps > 0 && x != y && x == x && y == y; steps-- {
			x = math.Nextafter(x, y)
			if steps&0xfffff == 0 {
				if err := t.Tick(); err != nil {
					return nil, err
				}
			}
		}
		if x != x || y != y {
			return flt(math.NaN()), nil
		}
		return flt(x), nil
	})
	m.fn("ulp", "x, /", "The distance from abs(x) to the next greater float.", func(t *thread, a []object) (object, error) {
		x, err := runtime.AsFloat(t, a[0])
		if err != nil {
			return nil, err
		}
		x = math.Abs(x)
		if x != x || math.IsInf(x, 0) {
			return flt(x), nil
		}
		next := math.Nextafter(x, math.Inf(1))
		if math.IsInf(next, 0) {
			return flt(x - math.Nextafter(x, 0)), nil
		}
		return flt(next - x), nil
	})
	test := func(name, doc string, f func(float64) bool) {
		m.fn(name, "x, /", doc, func(t *thread, a []object) (object, error) {
			x, err := runtime.AsFloat(t, a[0])
			return boolean(f(x)), err
		})
	}
	test("isnan", "Is x a NaN?", func(x float64) bool { return x != x })
	test("isinf", "Is x inf or -inf?", func(x float64) bool { return math.IsInf(x, 0) })
	test("isfinite", "Is x an ordinary number, neither inf, -inf nor nan?", func(x float64) bool { return x-x == 0 })
	m.fn("isclose", "a, b, *, rel_tol=, abs_tol=", "Are a and b equal up to rounding? They are if abs(a-b) is at most rel_tol times the larger magnitude, or at most abs_tol.", func(t *thread, a []object) (object, error) {
		x, y, err := floats2(t, a)
		if err != nil {
			return nil, err
		}
		rel, abs := 1e-9, 0.0
		if a[2] != nil {
			if rel, err = runtime.AsFloat(t, a[2]); err != nil {
				return nil, err
			}
		}
		if a[3] != nil {
			if abs, err = runtime.AsFloat(t, a[3]); err != nil {
				return nil, err
			}
		}
		if rel < 0 || abs < 0 {
			return nil, runtime.ValueErrorf("tolerances must be non-negative")
		}
		if x == y {
			return py.True, nil
		}
		if math.IsInf(x, 0) || math.IsInf(y, 0) {
			return py.False, nil
		}
		d := math.Abs(y - x)
		return boolean(d <= math.Abs(rel*y) || d <= math.Abs(rel*x) || d <= abs), nil
	})
}

// mathPow is math.pow: pow of C with its exceptions turned into errors.
func mathPow(x, y float64) (float64, error) {
	switch {
	case y == 0 || x == 1:
		return 1, nil
	case x != x || y != y:
		return math.NaN(), nil
	case math.IsInf(x, 0) || math.IsInf(y, 0):
		return math.Pow(x, y), nil
	case x == 0 && y < 0:
		return 0, domainError()
	case x == 0:
		return math.Pow(x, y), nil
	case x < 0 && y != math.Floor(y):
		return 0, domainError()
	}
	r := libm.Pow(x, y)
	if math.IsInf(r, 0) {
		return 0, rangeError()
	}
	return r, nil
}

// logOf applies a logarithm to a float or to an int of any size.
func logOf(t *thread, o object, f func(float64) float64) (float64, error) {
	if z, ok := runtime.AsBig(o); ok {
		if z.Sign() <= 0 {
			return 0, domainError()
		}
		x, _ := new(big.Float).SetInt(z).Float64()
		if !math.IsInf(x, 0) {
			return f(x), nil
		}
		// log(m 2^e) with m between 1/2 and 1.
		m := new(big.Float)
		e := new(big.Float).SetPrec(64).SetInt(z).MantExp(m)
		x, _ = m.Float64()
		return f(x) + f(2)*float64(e), nil
	}
	x, err := runtime.AsFloat(t, o)
	if err != nil {
		return 0, err
	}
	if x <= 0 {
		return 0, domainError()
	}
	return f(x), nil
}

func mathLogs(m *modSpec) {
	m.raw("log", "log(x[, base])\n\nLogarithm of x, natural unless a base is given. Ints may be of any size.", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		if len(kw) > 0 {
			return nil, runtime.TypeErrorf("math.log() takes no keyword arguments")
		}
		switch {
		case len(args) == 0:
			return nil, runtime.TypeErrorf("log expected at least 1 argument, got 0")
		case len(args) > 2:
			return nil, runtime.TypeErrorf("log expected at most 2 arguments, got %d", len(args))
		}
		x, err := logOf(t, args[0], libm.Log)
		if err != nil || len(args) == 1 {
			return flt(x), err
		}
		b, err := logOf(t, args[1], libm.Log)
		if err != nil {
			return nil, err
		}
		if b == 0 {
			return nil, runtime.Errorf(py.ZeroDivisionError, "float division by zero")
		}
		return flt(x / b), nil
	})
	one := func(name, doc string, f func(float64) float64) {
		m.fn(name, "x, /", doc, func(t *thread, a []object) (object, error) {
			x, err := logOf(t, a[0], f)
			return flt(x), err
		})
	}
	one("log2", "Logarithm to base 2, exact for powers of 2.", libm.Log2)
	one("log10", "Logarithm to base 10.", libm.Log10)
}
