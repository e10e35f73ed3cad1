package ndarray

import (
	"math"
	"math/cmplx"

	"monge/internal/fmath"
	"monge/internal/kernels"
)

// The transcendental and rounding functions.
var (
	Exp   = inexact("exp", fmath.Exp, cmplx.Exp, plainCheck1)
	Exp2  = inexact("exp2", math.Exp2, func(x complex128) complex128 { return cmplx.Exp(x * math.Ln2) }, plainCheck1)
	Expm1 = inexact("expm1", math.Expm1, func(x complex128) complex128 { return cmplx.Exp(x) - 1 }, plainCheck1)
	Log   = inexact("log", fmath.Log, cmplx.Log, poleCheck(0))
	Log2  = inexact("log2", fmath.Log2, func(x complex128) complex128 { return cmplx.Log(x) / math.Ln2 }, poleCheck(0))
	Log10 = inexact("log10", fmath.Log10, cmplx.Log10, poleCheck(0))
	Log1p = inexact("log1p", math.Log1p, func(x complex128) complex128 { return cmplx.Log(1 + x) }, poleCheck(-1))
	Sqrt  = &Unary{Name: "sqrt", f4: sqrtLoop[float32], f8: vector1(kernels.Sqrt, sqrtLoop[float64]), c: map1(cmplx.Sqrt), check: plainCheck1}
	Cbrt  = inexact("cbrt", math.Cbrt, nil, nil)

	Sin     = inexact("sin", fmath.Sin, cmplx.Sin, plainCheck1)
	Cos     = inexact("cos", fmath.Cos, cmplx.Cos, plainCheck1)
	Tan     = inexact("tan", math.Tan, cmplx.Tan, plainCheck1)
	Arcsin  = inexact("arcsin", math.Asin, cmplx.Asin, plainCheck1)
	Arccos  = inexact("arccos", math.Acos, cmplx.Acos, plainCheck1)
	Arctan  = inexact("arctan", math.Atan, cmplx.Atan, nil)
	Sinh    = inexact("sinh", math.Sinh, cmplx.Sinh, plainCheck1)
	Cosh    = inexact("cosh", math.Cosh, cmplx.Cosh, plainCheck1)
	Tanh    = inexact("tanh", math.Tanh, cmplx.Tanh, nil)
	Arcsinh = inexact("arcsinh", math.Asinh, cmplx.Asinh, nil)
	Arccosh = inexact("arccosh", math.Acosh, cmplx.Acosh, plainCheck1)
	Arctanh = inexact("arctanh", math.Atanh, cmplx.Atanh, func(x, y float64) Status {
		if math.Abs(x) == 1 {
			return DivideByZero
		}
		return plainCheck1(x, y)
	})
	Deg2rad = inexact("deg2rad", func(x float64) float64 { return x * (math.Pi / 180) }, nil, nil)
	Rad2deg = inexact("rad2deg", func(x float64) float64 { return x * (180 / math.Pi) }, nil, nil)
	Spacing = inexact("spacing", spacing, nil, nil)

	Floor = rounding("floor", floorLoop[float32], floorLoop[float64])
	Ceil  = rounding("ceil", ceilLoop[float32], ceilLoop[float64])
	Trunc = rounding("trunc", truncLoop[float32], truncLoop[float64])
	Rint  = &Unary{Name: "rint", f4: rintLoop[float32], f8: rintLoop[float64], c: map1(complexRint)}
)

func inexact(name string, f func(float64) float64, c func(complex128) complex128, check func(x, y float64) Status) *Unary {
	u := &Unary{Name: name, f4: float1(f), f8: map1(f), check: check}
	if c != nil {
		u.c = map1(c)
	}
	return u
}

// rounding functions leave integers and booleans as they are.
func rounding(name string, f4 loop1[float32, float32], f8 loop1[float64, float64]) *Unary {
	return &Unary{Name: name, b: posLoop[bool], i: posLoop[int64], f4: f4, f8: f8}
}

// poleCheck is for logarithms: minus infinity at the pole is a division by zero.
func poleCheck(pole float64) func(x, y float64) Status {
	return func(x, y float64) Status {
		if x == pole {
			return DivideByZero
		}
		return plainCheck1(x, y)
	}
}

func spacing(x float64) float64 {
	if x-x != 0 {
		return math.NaN()
	}
	d := math.Nextafter(math.Abs(x), math.Inf(1)) - math.Abs(x)
	return math.Copysign(d, x)
}

func complexRint(x complex128) complex128 {
	return complex(math.RoundToEven(real(x)), math.RoundToEven(imag(x)))
}

// Round rounds to the given number of decimals, halves to even after scaling as NumPy does.
func Round(a *Array, decimals int, out *Array) (*Array, error) {
	if a.dtype == Bool || a.dtype == Int64 && decimals >= 0 {
		r, err := a.Copy()
		if err != nil || out == nil {
			return r, err
		}
		return out, out.Assign(r)
	}
	if a.dtype == Int64 {
		unit := intPow(10, int64(-decimals))
		if decimals < -18 {
			return New(Int64, a.shape...)
		}
		f, err := a.AsType(Int64)
		if err != nil {
			return nil, err
		}
		s := elems[int64](f)
		for i, x := range s {
			s[i] = roundInt(x, unit)
		}
		return f, nil
	}
	if decimals == 0 {
		r, _, err := Rint.Call(a, out)
		return r, err
	}
	op1, op2, p := Multiply, Divide, math.Pow10(abs(decimals))
	if decimals < 0 {
		op1, op2 = Divide, Multiply
	}
	scale := FloatScalar(p).Weak()
	r, _, err := op1.Call(a, scale, nil)
	if err != nil {
		return nil, err
	}
	if r, _, err = Rint.Call(r, r); err != nil {
		return nil, err
	}
	if out == nil {
		out = r
	}
	r, _, err = op2.Call(r, scale, out)
	return r, err
}

// roundInt rounds to a multiple of unit, halves to even.
func roundInt(x, unit int64) int64 {
	q, r := intFloorDiv(x, unit), intMod(x, unit)
	switch half := unit / 2; {
	case r > half, r == half && unit%2 == 0 && q%2 != 0:
		q++
	}
	return q * unit
}
