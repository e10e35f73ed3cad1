// Package libm computes the elementary functions with results that are, but for rare cases, the floats nearest to the
// exact values. The language promises the digits that CPython prints, CPython takes them from the C library, and that
// is within a few hundredths of the last place of exact; package math of Go is not.
//
// Every function works in double-double arithmetic (dd.go: a value is the unevaluated sum of two floats, about 106
// bits) and rounds once at the end. exp.go holds exponentials, logarithms and powers, trig.go circular functions and
// their inverses, hyper.go hyperbolic ones and roots, gamma.go the gamma and error functions. The package imports
// only the standard library.
package libm

import (
	"math"
	"math/big"
)

// dd is hi + lo with |lo| at most half an ulp of hi.
type dd struct{ hi, lo float64 }

// fast two-sum: |a| >= |b|.
func quickSum(a, b float64) dd {
	s := a + b
	return dd{s, b - (s - a)}
}

// twoSum is a + b exactly.
func twoSum(a, b float64) dd {
	s := a + b
	t := s - a
	return dd{s, (a - (s - t)) + (b - t)}
}

// twoProd is a * b exactly, barring underflow.
func twoProd(a, b float64) dd {
	p := a * b
	return dd{p, math.FMA(a, b, -p)}
}

func (a dd) add(b dd) dd {
	s := twoSum(a.hi, b.hi)
	t := twoSum(a.lo, b.lo)
	s.lo += t.hi
	s = quickSum(s.hi, s.lo)
	s.lo += t.lo
	return quickSum(s.hi, s.lo)
}

func (a dd) addf(b float64) dd {
	s := twoSum(a.hi, b)
	s.lo += a.lo
	return quickSum(s.hi, s.lo)
}

func (a dd) neg() dd        { return dd{-a.hi, -a.lo} }
func (a dd) sub(b dd) dd    { return a.add(b.neg()) }
func (a dd) val() float64   { return a.hi + a.lo }
func (a dd) half() dd       { return dd{a.hi / 2, a.lo / 2} }
func (a dd) twice() dd      { return dd{a.hi * 2, a.lo * 2} }
func fromf(a float64) dd    { return dd{a, 0} }
func (a dd) scale(e int) dd { return dd{math.Ldexp(a.hi, e), math.Ldexp(a.lo, e)} }

func (a dd) mul(b dd) dd {
	p := twoProd(a.hi, b.hi)
	p.lo += a.hi*b.lo + a.lo*b.hi
	return quickSum(p.hi, p.lo)
}

func (a dd) mulf(b float64) dd {
	p := twoProd(a.hi, b)
	p.lo = math.FMA(a.lo, b, p.lo)
	return quickSum(p.hi, p.lo)
}

func (a dd) div(b dd) dd {
	q1 := a.hi / b.hi
	r := a.sub(b.mulf(q1))
	q2 := r.hi / b.hi
	r = r.sub(b.mulf(q2))
	q3 := r.hi / b.hi
	return quickSum(q1, q2).addf(q3)
}

func (a dd) sqrt() dd {
	if a.hi <= 0 {
		return dd{}
	}
	x := math.Sqrt(a.hi)
	r := a.sub(twoProd(x, x))
	return quickSum(x, r.hi/(2*x)).addf(0)
}

// constants splits a decimal number into n floats of decreasing size.
func constants(digits string, n int) []float64 {
	z, _, err := big.ParseFloat(digits, 10, 400, big.ToNearestEven)
	if err != nil {
		panic(err) // a constant of this package is malformed
	}
	return split(z, n)
}

func split(z *big.Float, n int) []float64 {
	rest := new(big.Float).SetPrec(z.Prec()).Set(z)
	out := make([]float64, n)
	for i := range out {
		out[i], _ = rest.Float64()
		rest.Sub(rest, new(big.Float).SetFloat64(out[i]))
	}
	return out
}

const (
	digitsPi  = "3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803482534211706798214808651328230664709384460955058"
	digitsLn2 = "0.693147180559945309417232121458176568075500134360255254120680009493393621969694715605863326996418687542001481020570685733685520235758130557"
)

// inverseFactorials are 1/n! as double-doubles.
var inverseFactorials = func() (t [32]dd) {
	f := new(big.Float).SetPrec(300).SetInt64(1)
	for n := range t {
		if n > 0 {
			f.Quo(f, new(big.Float).SetInt64(int64(n)))
		}
		s := split(f, 2)
		t[n] = dd{s[0], s[1]}
	}
	return
}()
