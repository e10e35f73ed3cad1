package pymod

import (
	"math"
	"math/cmplx"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
	"monge/dsl/runtime/libm"
)

func cinf(z complex128) bool    { return math.IsInf(real(z), 0) || math.IsInf(imag(z), 0) }
func cfinite(z complex128) bool { return real(z)-real(z) == 0 && imag(z)-imag(z) == 0 }

func init() {
	m := newModule("cmath", "Functions of complex numbers. Arguments may be complex, float, int or anything with __complex__().")
	m.value("pi", flt(math.Pi))
	m.value("e", flt(math.E))
	m.value("tau", flt(2*math.Pi))
	m.value("inf", flt(math.Inf(1)))
	m.value("nan", flt(math.NaN()))
	m.value("infj", py.Complex(complex(0, math.Inf(1))))
	m.value("nanj", py.Complex(complex(0, math.NaN())))
	fn := func(name, doc string, f func(z complex128) complex128) {
		m.fn(name, "z, /", doc, func(t *thread, a []object) (object, error) {
			z, err := runtime.AsComplex(t, a[0])
			if err != nil {
				return nil, err
			}
			r := f(z)
			if cfinite(z) && cinf(r) {
				return nil, rangeError()
			}
			if cfinite(z) && cnan(r) {
				return nil, domainError()
			}
			return py.Complex(r), nil
		})
	}
	fn("exp", "e to the power z, for complex z.", cexp)
	fn("sqrt", "Principal square root of a complex number.", csqrt)
	fn("sin", "Sine of a complex number.", func(z complex128) complex128 {
		w := csinh(complex(-imag(z), real(z)))
		return complex(imag(w), -real(w))
	})
	fn("cos", "Cosine of a complex number.", func(z complex128) complex128 { return ccosh(complex(-imag(z), real(z))) })
	fn("sinh", "Hyperbolic sine of a complex number.", csinh)
	fn("cosh", "Hyperbolic cosine of a complex number.", ccosh)
	fn("tan", "Tangent of a complex number.", cmplx.Tan)
	fn("tanh", "Hyperbolic tangent of a complex number.", cmplx.Tanh)
	fn("asin", "Inverse of sin for complex numbers.", cmplx.Asin)
	fn("acos", "Inverse of cos for complex numbers.", cmplx.Acos)
	fn("atan", "Inverse of tan for complex numbers.", cmplx.Atan)
	fn("asinh", "Inverse of sinh for complex numbers.", cmplx.Asinh)
	fn("acosh", "Inverse of cosh for complex numbers.", cmplx.Acosh)
	fn("atanh", "Inverse of tanh for complex numbers.", cmplx.Atanh)
	fn("log10", "Logarithm of a complex number to base 10.", func(z complex128) complex128 {
		l := clog(z)
		return complex(real(l)/math.Ln10, imag(l)/math.Ln10)
	})
	m.fn("log", "z, base=, /", "log(z[, base])\n\nLogarithm of a complex number, natural unless a base is given.", func(t *thread, a []object) (object, error) {
		z, err := runtime.AsComplex(t, a[0])
		if err != nil {
			return nil, err
		}
		if z == 0 {
			return nil, domainError()
		}
		l := clog(z)
		if a[1] == nil {
			return py.Complex(l), nil
		}
		b, err := runtime.AsComplex(t, a[1])
		if err != nil {
			return nil, err
		}
		if b == 0 {
			return nil, domainError()
		}
		return runtime.Binary(t, runtime.OpDiv, py.Complex(l), py.Complex(clog(b)))
	})
	m.fn("phase", "z, /", "Angle of z in the complex plane, in radians from -pi to pi.", func(t *thread, a []object) (object, error) {
		z, err := runtime.AsComplex(t, a[0])
		return flt(libm.Atan2(imag(z), real(z))), err
	})
	m.fn("polar", "z, /", "The pair (abs(z), phase(z)): distance from zero and angle in radians.", func(t *thread, a []object) (object, error) {
		z, err := runtime.AsComplex(t, a[0])
		return py.Tuple{flt(libm.Hypot(real(z), imag(z))), flt(libm.Atan2(imag(z), real(z)))}, err
	})
	m.fn("rect", "r, phi, /", "The complex number at distance r from zero and angle phi (radians).", func(t *thread, a []object) (object, error) {
		r, phi, err := floats2(t, a)
		if err != nil {
			return nil, err
		}
		if math.IsInf(phi, 0) && r != 0 {
			return nil, domainError()
		}
		if phi == 0 {
			return py.Complex(complex(r, r*phi)), nil
		}
		return py.Complex(complex(r*libm.Cos(phi), r*libm.Sin(phi))), nil
	})
	test := func(name, doc string, f func(z complex128) bool) {
		m.fn(name, "z, /", doc, func(t *thread, a []object) (object, error) {
			z, err := runtime.AsComplex(t, a[0])
			return boolean(f(z)), err
		})
	}
	test("isfinite", "Is neither part of z an infinity or a NaN?", cfinite)
	test("isinf", "Is one of the two parts of z an infinity?", cinf)
	test("isnan", "Is one of the two parts of z a NaN?", cnan)
	m.fn("isclose", "a, b, *, rel_tol=, abs_tol=", "Are a and b equal up to rounding? They are if abs(a-b) is at most rel_tol times the larger magnitude, or at most abs_tol.", func(t *thread, a []object) (object, error) {
		x, err := runtime.AsComplex(t, a[0])
		if err != nil {
			return nil, err
		}
		y, err := runtime.AsComplex(t, a[1])
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
		if cinf(x) || cinf(y) {
			return py.False, nil
		}
		d := cmplx.Abs(x - y)
		return boolean(d <= rel*cmplx.Abs(y) || d <= rel*cmplx.Abs(x) || d <= abs), nil
	})
}

func cexp(z complex128) complex128 {
	if !cfinite(z) {
		return cmplx.Exp(z)
	}
	if real(z) > 708 {
		r := libm.Exp(real(z) - 1)
		return complex(r*libm.Cos(imag(z))*math.E, r*libm.Sin(imag(z))*math.E)
	}
	r := libm.Exp(real(z))
	return complex(r*libm.Cos(imag(z)), r*libm.Sin(imag(z)))
}

// csqrt avoids overflow and keeps the signs of zeros: s is the root of (|x| + |z|)/2.
func csqrt(z complex128) complex128 {
	if !cfinite(z) {
		return cmplx.Sqrt(z)
	}
	if z == 0 {
		return complex(0, imag(z))
	}
	ax, ay := math.Abs(real(z)), math.Abs(imag(z))
	var s float64
	if ax < 0x1p-1022 && ay < 0x1p-1022 && (ax > 0 || ay > 0) {
		ax = math.Ldexp(ax, 56)
		s = math.Ldexp(math.Sqrt(ax+libm.Hypot(ax, math.Ldexp(ay, 56))), -28)
	} else {
		ax /= 8
		s = 2 * math.Sqrt(ax+libm.Hypot(ax, ay/8))
	}
	d := ay / (2 * s)
	if real(z) >= 0 {
		return complex(s, math.Copysign(d, imag(z)))
	}
	return complex(d, math.Copysign(s, imag(z)))
}

func csinh(z complex128) complex128 {
	if !cfinite(z) {
		return cmplx.Sinh(z)
	}
	x, y := real(z), imag(z)
	if math.Abs(x) > 708 {
		x1 := x - math.Copysign(1, x)
		return complex(libm.Cos(y)*libm.Sinh(x1)*math.E, libm.Sin(y)*libm.Cosh(x1)*math.E)
	}
	return complex(libm.Cos(y)*libm.Sinh(x), libm.Sin(y)*libm.Cosh(x))
}

func ccosh(z complex128) complex128 {
	if !cfinite(z) {
		return cmplx.Cosh(z)
	}
	x, y := real(z), imag(z)
	if math.Abs(x) > 708 {
		x1 := x - math.Copysign(1, x)
		return complex(libm.Cos(y)*libm.Cosh(x1)*math.E, libm.Sin(y)*libm.Sinh(x1)*math.E)
	}
	return complex(libm.Cos(y)*libm.Cosh(x), libm.Sin(y)*libm.Sinh(x))
}

// clog is the principal logarithm; near the unit circle log1p of |z|^2 - 1 keeps its digits.
func clog(z complex128) complex128 {
	if !cfinite(z) || z == 0 {
		return cmplx.Log(z)
	}
	ax, ay := math.Abs(real(z)), math.Abs(imag(z))
	im := libm.Atan2(imag(z), real(z))
	h := libm.Hypot(ax, ay)
	switch {
	case ax > math.MaxFloat64/4 || ay > math.MaxFloat64/4:
		return complex(libm.Log(libm.Hypot(ax/2, ay/2))+math.Ln2, im)
	case ax < 0x1p-1022 && ay < 0x1p-1022:
		return complex(libm.Log(libm.Hypot(math.Ldexp(ax, 53), math.Ldexp(ay, 53)))-53*math.Ln2, im)
	case h >= 0.71 && h <= 1.73:
		am, an := max(ax, ay), min(ax, ay)
		return complex(libm.Log1p((am-1)*(am+1)+an*an)/2, im)
	}
	return complex(libm.Log(h), im)
}

// cnan reports whether a part of z is not a number.
func cnan(z complex128) bool { return math.IsNaN(real(z)) || math.IsNaN(imag(z)) }
