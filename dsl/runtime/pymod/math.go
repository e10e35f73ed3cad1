package pymod

import (
	"math"
	"math/big"
	"math/bits"

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
	m := newModule("math", "This module provides access to the mathematical functions defined by the C standard.")
	m.value("pi", flt(math.Pi))
	m.value("e", flt(math.E))
	m.value("tau", flt(2*math.Pi))
	m.value("inf", flt(math.Inf(1)))
	m.value("nan", flt(math.NaN()))

	m.mathFunc("acos", "Return the arc cosine (measured in radians) of x.", false, libm.Acos)
	m.mathFunc("acosh", "Return the inverse hyperbolic cosine of x.", false, libm.Acosh)
	m.mathFunc("asin", "Return the arc sine (measured in radians) of x.", false, libm.Asin)
	m.mathFunc("asinh", "Return the inverse hyperbolic sine of x.", false, libm.Asinh)
	m.mathFunc("atan", "Return the arc tangent (measured in radians) of x.", false, libm.Atan)
	m.mathFunc("atanh", "Return the inverse hyperbolic tangent of x.", true, libm.Atanh)
	m.mathFunc("cbrt", "Return the cube root of x.", false, libm.Cbrt)
	m.mathFunc("cos", "Return the cosine of x (measured in radians).", false, finite(libm.Cos))
	m.mathFunc("cosh", "Return the hyperbolic cosine of x.", false, libm.Cosh)
	m.mathFunc("degrees", "Convert angle x from radians to degrees.", false, func(x float64) float64 { return x * (180 / math.Pi) })
	m.mathFunc("erf", "Error function at x.", false, libm.Erf)
	m.mathFunc("erfc", "Complementary error function at x.", false, libm.Erfc)
	m.mathFunc("exp", "Return e raised to the power of x.", false, libm.Exp)
	m.mathFunc("exp2", "Return 2 raised to the power of x.", false, libm.Exp2)
	m.mathFunc("expm1", "Return exp(x)-1.", false, libm.Expm1)
	m.mathFunc("fabs", "Return the absolute value of the float x.", false, math.Abs)
	m.mathFunc("log1p", "Return the natural logarithm of 1+x (base e).", true, libm.Log1p)
	m.mathFunc("radians", "Convert angle x from degrees to radians.", false, func(x float64) float64 { return x * (math.Pi / 180) })
	m.mathFunc("sin", "Return the sine of x (measured in radians).", false, finite(libm.Sin))
	m.mathFunc("sinh", "Return the hyperbolic sine of x.", false, libm.Sinh)
	m.mathFunc("sqrt", "Return the square root of x.", false, math.Sqrt)
	m.mathFunc("tan", "Return the tangent of x (measured in radians).", false, finite(libm.Tan))
	m.mathFunc("tanh", "Return the hyperbolic tangent of x.", false, libm.Tanh)
	m.fn("gamma", "x, /", "Gamma function at x.", func(t *thread, a []object) (object, error) {
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
	m.fn("lgamma", "x, /", "Natural logarithm of absolute value of Gamma function at x.", func(t *thread, a []object) (object, error) {
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
		m.fn(op.name, "x, /", "Return the integer nearest to x in one direction.", func(t *thread, a []object) (object, error) {
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
	two("atan2", "Return the arc tangent (measured in radians) of y/x.", func(x, y float64) (float64, error) { return libm.Atan2(x, y), nil })
	two("copysign", "Return a float with the magnitude (absolute value) of x but the sign of y.", func(x, y float64) (float64, error) { return math.Copysign(x, y), nil })
	two("remainder", "Difference between x and the closest integer multiple of y.", func(x, y float64) (float64, error) {
		if x == x && y == y && (math.IsInf(x, 0) || y == 0) {
			return 0, domainError()
		}
		return math.Remainder(x, y), nil
	})
	two("fmod", "Return fmod(x, y), according to platform C.", func(x, y float64) (float64, error) {
		if math.IsInf(y, 0) && !math.IsInf(x, 0) {
			return x, nil
		}
		r := math.Mod(x, y)
		if r != r && x == x && y == y {
			return 0, domainError()
		}
		return r, nil
	})
	two("pow", "Return x**y (x to the power of y).", mathPow)
	m.fn("ldexp", "x, i, /", "Return x * (2**i).", func(t *thread, a []object) (object, error) {
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
	m.fn("frexp", "x, /", "Return the mantissa and exponent of x, as pair (m, e).", func(t *thread, a []object) (object, error) {
		x, err := runtime.AsFloat(t, a[0])
		if err != nil {
			return nil, err
		}
		f, e := math.Frexp(x)
		return py.Tuple{flt(f), num(e)}, nil
	})
	m.fn("modf", "x, /", "Return the fractional and integer parts of x.", func(t *thread, a []object) (object, error) {
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
	m.fn("nextafter", "x, y, /, *, steps=", "Return the floating-point value the given number of steps after x towards y.", func(t *thread, a []object) (object, error) {
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
	m.fn("ulp", "x, /", "Return the value of the least significant bit of the float x.", func(t *thread, a []object) (object, error) {
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
	test("isnan", "Return True if x is a NaN (not a number), and False otherwise.", func(x float64) bool { return x != x })
	test("isinf", "Return True if x is a positive or negative infinity, and False otherwise.", func(x float64) bool { return math.IsInf(x, 0) })
	test("isfinite", "Return True if x is neither an infinity nor a NaN, and False otherwise.", func(x float64) bool { return x-x == 0 })
	m.fn("isclose", "a, b, *, rel_tol=, abs_tol=", "Determine whether two floating-point numbers are close in value.", func(t *thread, a []object) (object, error) {
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
	m.raw("log", "log(x, [base=math.e])\nReturn the logarithm of x to the given base.\n\nIf the base is not specified, returns the natural logarithm (base e) of x.", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
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
	one("log2", "Return the base 2 logarithm of x.", libm.Log2)
	one("log10", "Return the base 10 logarithm of x.", libm.Log10)
}

// needInt reads an integer of any size.
func needInt(t *thread, o object) (*big.Int, error) {
	i, err := runtime.Index(t, o)
	if err != nil {
		return nil, err
	}
	z, _ := runtime.AsBig(i)
	return z, nil
}

func mathIntegers(m *modSpec) {
	fold := func(name, doc string, start int64, f func(acc, z *big.Int) *big.Int) {
		m.fn(name, "*integers", doc, func(t *thread, a []object) (object, error) {
			acc := big.NewInt(start)
			for _, o := range a {
				z, err := needInt(t, o)
				if err != nil {
					return nil, err
				}
				acc = f(acc, new(big.Int).Abs(z))
			}
			return runtime.BigObj(acc), nil
		})
	}
	fold("gcd", "Greatest Common Divisor.", 0, func(acc, z *big.Int) *big.Int { return new(big.Int).GCD(nil, nil, acc, z) })
	fold("lcm", "Least Common Multiple.", 1, func(acc, z *big.Int) *big.Int {
		if acc.Sign() == 0 || z.Sign() == 0 {
			return new(big.Int)
		}
		g := new(big.Int).GCD(nil, nil, acc, z)
		return g.Mul(new(big.Int).Quo(acc, g), z)
	})
	m.fn("factorial", "n, /", "Find n!.\n\nRaise a ValueError if x is negative or non-integral.", func(t *thread, a []object) (object, error) {
		z, err := needInt(t, a[0])
		if err != nil {
			return nil, err
		}
		if z.Sign() < 0 {
			return nil, runtime.ValueErrorf("factorial() not defined for negative values")
		}
		if !z.IsInt64() {
			return nil, runtime.Errorf(py.OverflowError, "factorial() argument should not exceed %d", math.MaxInt64)
		}
		n := z.Int64()
		if err := t.Alloc(n * int64(bits.Len64(uint64(n))) / 8); err != nil {
			return nil, err
		}
		r, err := product(t, 1, n)
		if err != nil {
			return nil, err
		}
		return runtime.BigObj(r), nil
	})
	choose := func(name, doc string, perm bool) {
		m.fn(name, "n, k=, /", doc, func(t *thread, a []object) (object, error) {
			n, err := needInt(t, a[0])
			if err != nil {
				return nil, err
			}
			k := n
			if a[1] != nil && a[1] != none {
				if k, err = needInt(t, a[1]); err != nil {
					return nil, err
				}
			} else if !perm {
				return nil, runtime.TypeErrorf("comb expected 2 arguments, got 1")
			}
			if n.Sign() < 0 {
				return nil, runtime.ValueErrorf("n must be a non-negative integer")
			}
			if k.Sign() < 0 {
				return nil, runtime.ValueErrorf("k must be a non-negative integer")
			}
			if k.Cmp(n) > 0 {
				return num(0), nil
			}
			if !perm {
				if rest := new(big.Int).Sub(n, k); rest.Cmp(k) < 0 {
					k = rest
				}
			}
			if !k.IsInt64() || k.Int64() > 1<<40 {
				return nil, runtime.Errorf(py.OverflowError, "%s must not exceed %d", map[bool]string{true: "k", false: "min(n - k, k)"}[perm], math.MaxInt64)
			}
			if err := t.Alloc(k.Int64() * int64(n.BitLen()) / 8); err != nil {
				return nil, err
			}
			r := big.NewInt(1)
			f := new(big.Int).Set(n)
			for i := int64(1); i <= k.Int64(); i++ {
				r.Mul(r, f)
				f.Sub(f, big.NewInt(1))
				if !perm {
					r.Quo(r, big.NewInt(i))
				}
				if i&255 == 0 {
					if err := t.Tick(); err != nil {
						return nil, err
					}
				}
			}
			return runtime.BigObj(r), nil
		})
	}
	choose("comb", "Number of ways to choose k items from n items without repetition and without order.", false)
	choose("perm", "Number of ways to choose k items from n items without repetition and with order.", true)
	m.fn("isqrt", "n, /", "Return the integer part of the square root of the input.", func(t *thread, a []object) (object, error) {
		z, err := needInt(t, a[0])
		if err != nil {
			return nil, err
		}
		if z.Sign() < 0 {
			return nil, runtime.ValueErrorf("isqrt() argument must be nonnegative")
		}
		return runtime.BigObj(new(big.Int).Sqrt(z)), nil
	})
}

// product is lo (lo+1) ... hi by halving, so that the factors stay of equal size.
func product(t *thread, lo, hi int64) (*big.Int, error) {
	if hi-lo < 16 {
		r := big.NewInt(1)
		for i := lo; i <= hi; i++ {
			r.Mul(r, big.NewInt(i))
		}
		return r, t.Tick()
	}
	mid := lo + (hi-lo)/2
	a, err := product(t, lo, mid)
	if err != nil {
		return nil, err
	}
	b, err := product(t, mid+1, hi)
	if err != nil {
		return nil, err
	}
	r, err := runtime.Binary(t, runtime.OpMul, runtime.BigObj(a), runtime.BigObj(b))
	if err != nil {
		return nil, err
	}
	z, _ := runtime.AsBig(r)
	return z, nil
}

// vector reads a sequence of floats.
func vector(t *thread, o object) ([]float64, error) {
	items, err := runtime.Collect(t, o)
	if err != nil {
		return nil, err
	}
	v := make([]float64, len(items))
	for i, x := range items {
		if v[i], err = runtime.AsFloat(t, x); err != nil {
			return nil, err
		}
	}
	return v, nil
}

func mathSequences(m *modSpec) {
	m.fn("hypot", "*coordinates", "Multidimensional Euclidean distance from the origin to a point.", func(t *thread, a []object) (object, error) {
		v, err := vector(t, py.Tuple(a))
		return flt(norm(v)), err
	})
	m.fn("dist", "p, q, /", "Return the Euclidean distance between two points p and q.", func(t *thread, a []object) (object, error) {
		for i := range a {
			items, err := runtime.Collect(t, a[i])
			if err != nil {
				return nil, err
			}
			a[i] = py.Tuple(items)
		}
		p, err := vector(t, a[0])
		if err != nil {
			return nil, err
		}
		q, err := vector(t, a[1])
		if err != nil {
			return nil, err
		}
		if len(p) != len(q) {
			return nil, runtime.ValueErrorf("both points must have the same number of dimensions")
		}
		for i := range p {
			p[i] -= q[i]
		}
		return flt(norm(p)), nil
	})
	m.fn("fsum", "seq, /", "Return an accurate floating-point sum of values in the iterable seq.", func(t *thread, a []object) (object, error) {
		r, err := Fsum(t, a[0])
		return flt(r), err
	})
	m.fn("sumprod", "p, q, /", "Return the sum of products of values from two iterables p and q.", func(t *thread, a []object) (object, error) {
		return sumProd(t, a[0], a[1])
	})
	m.fn("prod", "iterable, /, *, start=", "Calculate the product of all the elements in the input iterable.", func(t *thread, a []object) (object, error) {
		acc := a[1]
		if acc == nil {
			acc = num(1)
		}
		err := runtime.ForEach(t, a[0], func(v object) (err error) {
			acc, err = runtime.Binary(t, runtime.OpMul, acc, v)
			return err
		})
		return acc, err
	})
}

// norm is the Euclidean length, infinite when any part is.
func norm(v []float64) float64 {
	nan := false
	for _, x := range v {
		if math.IsInf(x, 0) {
			return math.Inf(1)
		}
		nan = nan || x != x
	}
	switch {
	case nan:
		return math.NaN()
	case len(v) == 2:
		return libm.Hypot(v[0], v[1])
	}
	return libm.Norm(v)
}

// Fsum is math.fsum: the exact sum, rounded once. partials hold it as floats that do not overlap (Shewchuk 1997).
func Fsum(t *thread, o object) (float64, error) {
	var partials []float64
	special, infs := 0.0, 0.0
	err := runtime.ForEach(t, o, func(v object) error {
		x, err := runtime.AsFloat(t, v)
		if err != nil {
			return err
		}
		orig := x
		n := 0
		for _, y := range partials {
			if math.Abs(x) < math.Abs(y) {
				x, y = y, x
			}
			hi := x + y
			lo := y - (hi - x)
			if lo != 0 {
				partials[n] = lo
				n++
			}
			x = hi
		}
		partials = partials[:n]
		if x != 0 {
			if x-x != 0 {
				if orig-orig == 0 {
					return runtime.Errorf(py.OverflowError, "intermediate overflow in fsum")
				}
				if math.IsInf(orig, 0) {
					infs += orig
				}
				special += orig
				partials = partials[:0]
				return nil
			}
			partials = append(partials, x)
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	if special != 0 {
		if infs != infs {
			return 0, runtime.ValueErrorf("-inf + inf in fsum")
		}
		return special, nil
	}
	n := len(partials)
	if n == 0 {
		return 0, nil
	}
	n--
	hi, lo := partials[n], 0.0
	for n > 0 {
		x := hi
		n--
		y := partials[n]
		hi = x + y
		lo = y - (hi - x)
		if lo != 0 {
			break
		}
	}
	// Half-way cases round by the sign of the next partial.
	if n > 0 && (lo < 0 && partials[n-1] < 0 || lo > 0 && partials[n-1] > 0) {
		y := lo * 2
		x := hi + y
		if y == x-hi {
			hi = x
		}
	}
	return hi, nil
}

// sumProd is math.sumprod: exact for ints, with extended precision for floats.
func sumProd(t *thread, p, q object) (object, error) {
	a, err := runtime.Collect(t, p)
	if err != nil {
		return nil, err
	}
	b, err := runtime.Collect(t, q)
	if err != nil {
		return nil, err
	}
	if len(a) != len(b) {
		return nil, runtime.ValueErrorf("Inputs are not the same length")
	}
	var total object = num(0)
	for i := 0; i < len(a); i++ {
		// A run of float products is summed in exact pieces.
		if anyFloat(a[i], b[i]) && onlyReal(a[i]) && onlyReal(b[i]) {
			if _, isFloat := total.(py.Float); isFloat || runtime.Is(total, num(0)) {
				var terms []object
				if f, ok := total.(py.Float); ok {
					terms = append(terms, f)
				}
				for ; i < len(a) && onlyReal(a[i]) && onlyReal(b[i]); i++ {
					x, err := runtime.AsFloat(t, a[i])
					if err != nil {
						return nil, err
					}
					y, err := runtime.AsFloat(t, b[i])
					if err != nil {
						return nil, err
					}
					h := x * y
					terms = append(terms, flt(h))
					if l := math.FMA(x, y, -h); l == l {
						terms = append(terms, flt(l))
					}
				}
				i--
				r, err := Fsum(t, py.Tuple(terms))
				if err != nil {
					return nil, err
				}
				total = flt(r)
				continue
			}
		}
		v, err := runtime.Binary(t, runtime.OpMul, a[i], b[i])
		if err != nil {
			return nil, err
		}
		if total, err = runtime.Binary(t, runtime.OpAdd, total, v); err != nil {
			return nil, err
		}
	}
	return total, nil
}

func anyFloat(a, b object) bool {
	_, ok := a.(py.Float)
	_, ok2 := b.(py.Float)
	return ok || ok2
}

func onlyReal(o object) bool {
	switch o.(type) {
	case py.Float, py.Int, py.Bool:
		return true
	}
	return false
}
