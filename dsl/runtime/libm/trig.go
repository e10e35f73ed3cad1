package libm

import (
	"math"
	"math/big"
	"sync"
)

var (
	halfPi   = constants(digitsPi, 4) // parts of pi, halved below
	piOver2  = dd{halfPi[0] / 2, halfPi[1] / 2}
	twoOverP = 2 / math.Pi
)

// reduce writes x = r + k pi/2 with |r| <= pi/4, and returns k modulo 4.
func reduce(x float64) (r dd, k int) {
	if math.Abs(x) < math.Pi/4 {
		return fromf(x), 0
	}
	if math.Abs(x) > 1e9 {
		return reduceLarge(x)
	}
	n := math.Round(x * twoOverP)
	r = fromf(x)
	for _, part := range halfPi {
		r = r.sub(twoProd(n, part/2))
	}
	return r, int(int64(n) & 3)
}

// bigPi is pi to enough bits for the reduction of any float, by Machin's formula.
var bigPi = sync.OnceValue(func() *big.Float {
	const prec = 1300
	one := new(big.Int).Lsh(big.NewInt(1), prec)
	arccot := func(n int64) *big.Int {
		sum, term, sq := new(big.Int), new(big.Int).Quo(one, big.NewInt(n)), big.NewInt(n*n)
		for k := int64(1); term.Sign() != 0; k += 2 {
			t := new(big.Int).Quo(term, big.NewInt(k))
			if k%4 == 1 {
				sum.Add(sum, t)
			} else {
				sum.Sub(sum, t)
			}
			term.Quo(term, sq)
		}
		return sum
	}
	pi := new(big.Int).Mul(arccot(5), big.NewInt(16))
	pi.Sub(pi, new(big.Int).Mul(arccot(239), big.NewInt(4)))
	f := new(big.Float).SetPrec(prec).SetInt(pi)
	return f.SetMantExp(f, -prec)
})

func reduceLarge(x float64) (dd, int) {
	half := new(big.Float).Copy(bigPi())
	half.SetMantExp(half, -1)
	z := new(big.Float).SetPrec(1300).SetFloat64(x)
	q := new(big.Float).SetPrec(1300).Quo(z, half)
	q.Add(q, new(big.Float).SetFloat64(math.Copysign(0.5, x)))
	n, _ := q.Int(nil)
	z.Sub(z, new(big.Float).SetPrec(1300).Mul(new(big.Float).SetPrec(1300).SetInt(n), half))
	s := split(z, 2)
	k := int(new(big.Int).And(n, big.NewInt(3)).Int64())
	return dd{s[0], s[1]}, k
}

// sinSmall and cosSmall are the Taylor series for |r| <= pi/4.
func sinSmall(r dd) dd {
	if math.Abs(r.hi) < 1e-12 {
		return r.sub(r.mul(r).mul(r).mul(inverseFactorials[3]))
	}
	q := r.mul(r)
	s := inverseFactorials[27]
	for n := 25; n >= 1; n -= 2 {
		s = inverseFactorials[n].sub(s.mul(q))
	}
	return s.mul(r)
}

func cosSmall(r dd) dd {
	q := r.mul(r)
	s := inverseFactorials[28]
	for n := 26; n >= 0; n -= 2 {
		s = inverseFactorials[n].sub(s.mul(q))
	}
	return s
}

// sincos are sine and cosine.
func sincos(x float64) (s, c dd) {
	r, k := reduce(x)
	s, c = sinSmall(r), cosSmall(r)
	switch k {
	case 1:
		return c, s.neg()
	case 2:
		return s.neg(), c.neg()
	case 3:
		return c.neg(), s
	}
	return s, c
}

// Sin is the sine; NaN for infinities.
func Sin(x float64) float64 {
	if x == 0 || math.Abs(x) < 1e-8 && math.Abs(x) < 1e-150 {
		return x
	}
	if r, ok := sinFast(x, 0); ok {
		return r
	}
	r, k := reduce(x)
	switch k {
	case 0:
		return sinSmall(r).val()
	case 1:
		return cosSmall(r).val()
	case 2:
		return -sinSmall(r).val()
	}
	return -cosSmall(r).val()
}

// Cos is the cosine; NaN for infinities.
func Cos(x float64) float64 {
	if r, ok := sinFast(x, 1); ok {
		return r
	}
	r, k := reduce(x)
	switch k {
	case 0:
		return cosSmall(r).val()
	case 1:
		return -sinSmall(r).val()
	case 2:
		return -cosSmall(r).val()
	}
	return sinSmall(r).val()
}

// Tan is the tangent; NaN for infinities.
func Tan(x float64) float64 {
	if x-x != 0 {
		return math.NaN()
	}
	if x == 0 || math.Abs(x) < 1e-150 {
		return x
	}
	s, c := sincos(x)
	return s.div(c).val()
}

// atan2dd refines the float result by one step: the angle that is missing has tangent (y c - x s)/(x c + y s).
func atan2dd(y, x dd) dd {
	a := math.Atan2(y.hi, x.hi)
	s, c := sincos(a)
	d := y.mul(c).sub(x.mul(s)).div(x.mul(c).add(y.mul(s)))
	return d.addf(a)
}

// Atan is the arc tangent.
func Atan(x float64) float64 {
	switch {
	case x != x || x == 0 || math.Abs(x) < 1e-150:
		return x
	case math.IsInf(x, 0):
		return math.Copysign(math.Pi/2, x)
	case math.Abs(x) > 1e16:
		return math.Copysign(piOver2.sub(fromf(1).div(fromf(math.Abs(x)))).val(), x)
	}
	return atan2dd(fromf(x), fromf(1)).val()
}

// Atan2 is the angle of the point (x, y).
func Atan2(y, x float64) float64 {
	if y == 0 || x == 0 || y != y || x != x || math.IsInf(x, 0) || math.IsInf(y, 0) {
		return math.Atan2(y, x)
	}
	_, ey := math.Frexp(y)
	_, ex := math.Frexp(x)
	if ey-ex < -300 || ey-ex > 300 {
		if x > 0 && ey < ex {
			return y / x
		}
		return math.Atan2(y, x)
	}
	return atan2dd(fromf(math.Ldexp(y, -ex)), fromf(math.Ldexp(x, -ex))).val()
}

// Asin is the arc sine.
func Asin(x float64) float64 {
	switch {
	case x != x || x == 0 || math.Abs(x) < 1e-150:
		return x
	case math.Abs(x) > 1:
		return math.NaN()
	case math.Abs(x) == 1:
		return math.Copysign(math.Pi/2, x)
	}
	w := twoSum(1, -x).mul(twoSum(1, x)).sqrt()
	return atan2dd(fromf(x), w).val()
}

// Acos is the arc cosine.
func Acos(x float64) float64 {
	switch {
	case x != x:
		return x
	case math.Abs(x) > 1:
		return math.NaN()
	case x == 1:
		return 0
	case x == -1:
		return math.Pi
	case math.Abs(x) < 1e-20:
		return math.Pi / 2
	}
	w := twoSum(1, -x).mul(twoSum(1, x)).sqrt()
	return atan2dd(w, fromf(x)).val()
}
