package libm

import "math"

// First tries. Each function here computes about 60 bits by tables and short polynomials and says whether the rounding
// to a float is certain (Ziv's test); in the few per cent of cases where it is not, the slow double-double functions
// decide.

// certain rounds hi + lo, whose relative error is at most eps, and tells whether another value within the error could
// round differently.
func certain(hi, lo, eps float64) (float64, bool) {
	e := math.Abs(hi) * eps
	a, b := hi+(lo-e), hi+(lo+e)
	return a, a == b
}

// expFast is exp(x + xl) as hi + lo times 2^k, with a relative error below 2^-59; |x| <= 745.
func expFast(x, xl float64) (hi, lo float64, k int) {
	n := math.Round(x * (expTable / math.Ln2))
	// The product by the head of ln2/32 is subtracted without rounding error.
	r := math.FMA(-n, ln2n[0], x)
	rl := xl - n*ln2n[1]
	q := r + rl
	p := q * q * (0.5 + q*(1.0/6+q*(1.0/24+q*(1.0/120+q*(1.0/720+q*(1.0/5040))))))
	i := int(n)
	t := &powersOfTwo[i&(expTable-1)]
	s := r + (rl + p)
	hi = t.hi
	lo = t.lo + t.hi*s
	f := quickSum(hi, lo)
	return f.hi, f.lo, i >> 5
}

const logTable = 256

// logEntry is one interval of the mantissa: inv is near 1/c with few bits, log is -log(inv).
type logEntry struct {
	inv float64
	log dd
}

// logTableEntries cover mantissas from 1/sqrt(2) to sqrt(2), by their leading bits.
var logTableEntries = func() (t [2 * logTable]logEntry) {
	for i := range t {
		// The interval's middle; i counts steps of 1/512 from 1/2, so c lies in [1/2, 3/2).
		c := 0.5 + (float64(i)+0.5)/(2*logTable)
		inv := math.Round(256/c) / 256
		if math.Abs(c-1) < 1.0/256 {
			inv = 1
		}
		t[i].inv = inv
		if inv != 1 {
			t[i].log = logdd(fromf(inv)).neg()
		}
	}
	return
}()

// logFast is log(x) as hi + lo for a positive normal x, with an absolute error below 2^-72 of the larger of the result
// and its parts.
func logFast(x float64) dd {
	m, e := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m *= 2
		e--
	}
	t := &logTableEntries[int((m-0.5)*(2*logTable))]
	// m*inv - 1 is exact, since inv has so few bits.
	z := math.FMA(m, t.inv, -1)
	q := twoProd(z, z)
	z3 := z * q.hi
	tail := z3 * (1.0/3 + z*(-0.25+z*(0.2+z*(-1.0/6+z*(1.0/7+z*(-0.125+z*(1.0/9-z*0.1)))))))
	s := quickSum(z, -0.5*q.hi)
	s.lo += tail - 0.5*q.lo
	if e == 0 && t.inv == 1 {
		return quickSum(s.hi, s.lo)
	}
	base := t.log
	if e != 0 {
		base = base.add(ln2dd.mulf(float64(e)))
	}
	r := twoSum(base.hi, s.hi)
	r.lo += base.lo + s.lo
	return quickSum(r.hi, r.lo)
}

const sinTable = 64

// sinCosTable are sine and cosine of i/64.
var sinCosTable = func() (t [sinTable]struct{ s, c dd }) {
	for i := range t {
		x := fromf(float64(i) / sinTable)
		t[i].s, t[i].c = sinSmall(x), cosSmall(x)
	}
	return
}()

// reduceFast is reduce for |x| below 2^20 and above pi/4.
func reduceFast(x float64) (hi, lo float64, k int) {
	n := math.Round(x * twoOverP)
	// Exact: the difference is small and a multiple of the last place of both.
	a := math.FMA(-n, piOver2.hi, x)
	b := twoProd(n, piOver2.lo)
	r := twoSum(a, -b.hi)
	r.lo -= b.lo + n*(halfPi[2]/2)
	r = quickSum(r.hi, r.lo)
	return r.hi, r.lo, int(int64(n) & 3)
}

// sinCosFast is the sine, or the cosine, of hi + lo (at most about pi/4), with a relative error below 2^-62.
func sinCosFast(hi, lo float64, cosine bool) dd {
	neg := hi < 0
	if neg {
		hi, lo = -hi, -lo
	}
	i := int(hi*sinTable + 0.5)
	t := &sinCosTable[i]
	d := hi - float64(i)/sinTable
	q := d * d
	sinRest := d * q * (-1.0/6 + q*(1.0/120-q*(1.0/5040))) // sin d - d
	cosRest := q * (-0.5 + q*(1.0/24-q*(1.0/720)))         // cos d - 1
	var s, c dd
	if cosine {
		// cos(a+d) = cos a cos d - sin a sin d
		s, c = t.c, t.s.neg()
		neg = false
	} else {
		s, c = t.s, t.c
	}
	p := twoProd(c.hi, d)
	r := twoSum(s.hi, p.hi)
	r.lo += s.lo + p.lo + c.lo*d + c.hi*(sinRest+lo) + s.hi*(cosRest-d*lo)
	r = quickSum(r.hi, r.lo)
	if neg {
		return r.neg()
	}
	return r
}

// sinFast tries the sine of x (quarter 0) or the cosine (quarter 1).
func sinFast(x float64, quarter int) (float64, bool) {
	if !(math.Abs(x) <= 1<<20) {
		return math.NaN(), x-x != 0
	}
	hi, lo, k := x, 0.0, 0
	if math.Abs(x) > math.Pi/4 {
		hi, lo, k = reduceFast(x)
	}
	k += quarter
	r := sinCosFast(hi, lo, k&1 == 1)
	if k&2 != 0 {
		r = r.neg()
	}
	return certain(r.hi, r.lo, 0x1p-61)
}
