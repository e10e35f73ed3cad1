package libm

import "math"

var (
	ln2   = constants(digitsLn2, 3)
	ln2dd = dd{ln2[0], ln2[1]}
	// ln2n are the parts of ln 2 / expTable.
	ln2n  = [3]float64{ln2[0] / expTable, ln2[1] / expTable, ln2[2] / expTable}
	log2e = fromf(1).div(ln2dd)
)

// log10(2) in two parts, the first with trailing zeros so that small multiples are exact, and log10(e).
const (
	log10Of2Hi = 3.01029995663611771306e-01
	log10Of2Lo = 3.69423907715893078616e-13
	log10OfE   = 4.34294481903251816668e-01
)

const expTable = 32

// powersOfTwo are 2^(i/32).
var powersOfTwo = func() (t [expTable]dd) {
	for i := range t {
		// exp(i ln2 / 32) by a Taylor series of many terms; i/32 < 1.
		x := ln2dd.mulf(float64(i)).scale(-5)
		s, p := dd{}, fromf(1)
		for n := 0; n < 30; n++ {
			s = s.add(p.mul(inverseFactorials[n]))
			p = p.mul(x)
		}
		t[i] = s
	}
	return
}()

// expSmall is exp(r) - 1 for |r| <= ln2/64.
func expSmall(r dd) dd {
	// Terms from r^7 on are below 2^-58: plain floats do for them.
	x := r.hi
	tail := 0.0
	for n := 13; n >= 7; n-- {
		tail = tail*x + inverseFactorials[n].hi
	}
	s := fromf(tail)
	for n := 6; n >= 1; n-- {
		s = s.mul(r).add(inverseFactorials[n])
	}
	return s.mul(r)
}

// expdd is exp(x) as m * 2^k.
func expdd(x dd) (m dd, k int) {
	n := math.Round(x.hi * (expTable / math.Ln2))
	p := twoProd(n, ln2n[0])
	q := twoProd(n, ln2n[1])
	r := twoSum(x.hi-p.hi, x.lo-p.lo)
	r = r.sub(q).addf(-n * ln2n[2])
	i := int(n)
	t := powersOfTwo[i&(expTable-1)]
	return t.add(t.mul(expSmall(r))), i >> 5
}

// ldexp rounds m * 2^k once, also when the result is subnormal.
func ldexp(m dd, k int) float64 {
	_, e := math.Frexp(m.hi)
	if e+k > -1020 {
		return math.Ldexp(m.val(), k)
	}
	// Adding a constant whose last place is that of the subnormals rounds there.
	c := math.Ldexp(1.5, 52-1074-k)
	s := twoSum(c, m.hi)
	s = quickSum(s.hi, s.lo+m.lo)
	return math.Ldexp(s.hi-c, k)
}

// Exp is e^x.
func Exp(x float64) float64 {
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case x > 709.79:
		return math.Inf(1)
	case x < -745.2:
		return 0
	case math.Abs(x) < 1e-20:
		return 1 + x
	}
	if math.Abs(x) < 700 {
		hi, lo, k := expFast(x, 0)
		if r, ok := certain(hi, lo, 0x1p-58); ok {
			return scaleBy(r, k)
		}
	}
	return ldexp(expdd(fromf(x)))
}

// scaleBy is r * 2^k where the result is known to be normal.
func scaleBy(r float64, k int) float64 {
	return r * math.Float64frombits(uint64(k+1023)<<52)
}

// Exp2 is 2^x.
func Exp2(x float64) float64 {
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case x >= 1024:
		return math.Inf(1)
	case x < -1075:
		return 0
	}
	n := math.Round(x)
	m, k := expdd(ln2dd.mulf(x - n))
	return ldexp(m, k+int(n))
}

// expm1dd is exp(x) - 1 for |x| < 40.
func expm1dd(x dd) dd {
	if math.Abs(x.hi) < 0.4 {
		s := inverseFactorials[25]
		for n := 24; n >= 1; n-- {
			s = s.mul(x).add(inverseFactorials[n])
		}
		return s.mul(x)
	}
	m, k := expdd(x)
	return m.scale(k).addf(-1)
}

// Expm1 is e^x - 1.
func Expm1(x float64) float64 {
	switch {
	case x != x || math.IsInf(x, 1) || x == 0:
		return x
	case x > 709.79:
		return math.Inf(1)
	case x < -40:
		return -1 + 1e-17
	case math.Abs(x) < 1e-17:
		return x
	case x > 50:
		return Exp(x)
	}
	return expm1dd(fromf(x)).val()
}

// log1pSmall is log(1+f) for |f| below about 1/64.
func log1pSmall(f dd) dd {
	// log(1+f) = 2 atanh(f/(2+f))
	s := f.div(f.addf(2))
	q := s.mul(s)
	sum := fromf(1.0 / 25)
	for n := 23; n >= 1; n -= 2 {
		sum = sum.mul(q).add(fromf(1).div(fromf(float64(n))))
	}
	return sum.mul(s).twice()
}

// logdd is the natural logarithm of a positive double-double with a normal exponent.
func logdd(x dd) dd {
	m, e := math.Frexp(x.hi)
	if m < math.Sqrt2/2 {
		m *= 2
		e--
	}
	f := dd{m, math.Ldexp(x.lo, -e)}
	l := logMantissa(f)
	if e == 0 {
		return l
	}
	return l.add(ln2dd.mulf(float64(e)))
}

// logMantissa is the logarithm of a number between 0.7 and 1.42.
func logMantissa(f dd) dd {
	if g := f.addf(-1); math.Abs(g.hi) < 1.0/64 {
		return log1pSmall(g)
	}
	// One step of Newton's method on exp from the float result: log f = y + log(f exp(-y)).
	y := math.Log(f.hi)
	m, k := expdd(fromf(-y))
	z := f.mul(m.scale(k)).addf(-1)
	return z.sub(z.mul(z).half()).addf(y)
}

// normal scales a positive float to a normal one.
func normal(x float64) (float64, int) {
	if x < 0x1p-1000 {
		return x * 0x1p200, -200
	}
	return x, 0
}

// logOf is the logarithm of a positive finite float in parts: mantissa's logarithm and exponent.
func logOf(x float64) (dd, float64) {
	x, shift := normal(x)
	m, e := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m *= 2
		e--
	}
	return logMantissa(fromf(m)), float64(e + shift)
}

// special handles what all logarithms have in common.
func logSpecial(x float64) (float64, bool) {
	switch {
	case x != x || math.IsInf(x, 1):
		return x, true
	case x < 0:
		return math.NaN(), true
	case x == 0:
		return math.Inf(-1), true
	}
	return 0, false
}

// Log is the natural logarithm.
func Log(x float64) float64 {
	if r, ok := logSpecial(x); ok {
		return r
	}
	if x > 0x1p-1000 {
		l := logFast(x)
		if r, ok := certain(l.hi, l.lo, 0x1p-64); ok {
			return r
		}
	}
	l, e := logOf(x)
	if e != 0 {
		l = l.add(ln2dd.mulf(e))
	}
	return l.val()
}

// Log2 is the binary logarithm.
func Log2(x float64) float64 {
	if r, ok := logSpecial(x); ok {
		return r
	}
	l, e := logOf(x)
	return l.mul(log2e).addf(e).val()
}

// Log10 is the decimal logarithm.
func Log10(x float64) float64 {
	if r, ok := logSpecial(x); ok {
		return r
	}
	// x = 2^k m with m in [1/2, 1) for negative k and [1, 2) else, as in the C library.
	m, k := math.Frexp(x)
	if k--; k < 0 {
		k++
	} else {
		m *= 2
	}
	y := float64(k)
	z := float64(y*log10Of2Lo) + float64(log10OfE*Log(m))
	return z + float64(y*log10Of2Hi)
}

// log1pdd is log(1+x) of a double-double above -1.
func log1pdd(x dd) dd {
	if math.Abs(x.hi) < 1.0/64 {
		return log1pSmall(x)
	}
	return logdd(x.addf(1))
}

// Log1p is log(1+x).
func Log1p(x float64) float64 {
	switch {
	case x != x || math.IsInf(x, 1) || x == 0:
		return x
	case x < -1:
		return math.NaN()
	case x == -1:
		return math.Inf(-1)
	case math.Abs(x) < 1e-17:
		return x
	case x > 1e18:
		return Log(x)
	}
	return log1pdd(fromf(x)).val()
}

// Pow is x^y, with the special cases of C.
func Pow(x, y float64) float64 {
	switch {
	case x-x != 0 || y-y != 0 || x == 0 || y == 0 || x < 0 && y != math.Floor(y):
		return math.Pow(x, y)
	case y == 2:
		return x * x
	case y == 1:
		return x
	case y == 0.5 && x > 0:
		return math.Sqrt(x)
	case y == -1:
		return 1 / x
	}
	sign := 1.0
	if x < 0 {
		x = -x
		if math.Mod(math.Abs(y), 2) == 1 {
			sign = -1
		}
	}
	if x == 1 {
		return sign
	}
	if x > 0x1p-1000 {
		l := logFast(x)
		p := twoProd(l.hi, y)
		p.lo += l.lo * y
		if math.Abs(p.hi) < 700 {
			hi, lo, k := expFast(p.hi, p.lo)
			if r, ok := certain(hi, lo, 0x1p-58); ok {
				return sign * scaleBy(r, k)
			}
		}
	}
	l, e := logOf(x)
	rough := y * (l.hi + e*math.Ln2)
	switch {
	case rough > 720:
		return sign * math.Inf(1)
	case rough < -760:
		return sign * 0
	}
	if e != 0 {
		l = l.add(ln2dd.mulf(e))
	}
	return sign * ldexp(expdd(l.mulf(y)))
}
