package libm

import "math"

// The gamma function by Lanczos' approximation with g = 6.0246800407767296 and 13 terms (coefficients of Godfrey as
// given for Boost's lanczos13m53), the one that CPython uses, so that digits agree. The error functions are those of
// package math.

const lanczosG = 6.024680040776729583740234375

// lanczosNum and lanczosDen are the coefficients of the rational form, constant term first.
var (
	lanczosNum = [13]float64{
		23531376880.410759688572007674451636754734846804940,
		42919803642.649098768957899047001988850926355848959,
		35711959237.355668049440185451547166705960488635843,
		17921034426.037209699919755754458931112671403265390,
		6039542586.3520280050642916443072979210699388420708,
		1439720407.3117216736632230727949123939715485786372,
		248874557.86205415651146038641322942321632125127801,
		31426415.585400194380614231628318205362874684987640,
		2876370.6289353724412254090516208496135991145378768,
		186056.26539522349504029498971604569928220784236328,
		8071.6720023658162106380029022722506138218516325024,
		210.82427775157934587250973392071336271166969580291,
		2.5066282746310002701649081771338373386264310793408,
	}
	// x (x+1) ... (x+11) expanded.
	lanczosDen = [13]float64{0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1}
)

func lanczosSum(x float64) float64 {
	num, den := 0.0, 0.0
	if x < 5 {
		for i := 12; i >= 0; i-- {
			num = float64(num*x) + lanczosNum[i]
			den = float64(den*x) + lanczosDen[i]
		}
	} else {
		for i := 0; i < 13; i++ {
			num = num/x + lanczosNum[i]
			den = den/x + lanczosDen[i]
		}
	}
	return num / den
}

// sinPi is sin(pi x), exact at multiples of one half.
func sinPi(x float64) float64 {
	y := math.Mod(math.Abs(x), 2)
	n := int(math.Round(2 * y))
	var r float64
	switch n {
	case 0:
		r = Sin(math.Pi * y)
	case 1:
		r = Cos(math.Pi * (y - 0.5))
	case 2:
		r = Sin(math.Pi * (1 - y))
	case 3:
		r = -Cos(math.Pi * (y - 1.5))
	default:
		r = Sin(math.Pi * (y - 2))
	}
	return math.Copysign(1, x) * r
}

// factorials are (n-1)! for n up to 23, which are exact.
var factorials = func() (t [24]float64) {
	t[1] = 1
	for n := 2; n < len(t); n++ {
		t[n] = t[n-1] * float64(n-1)
	}
	return
}()

// Gamma is the gamma function; ok is false at the poles (zero and the negative whole numbers).
func Gamma(x float64) (r float64, ok bool) {
	switch {
	case x != x || math.IsInf(x, 1):
		return x, true
	case math.IsInf(x, -1):
		return math.NaN(), false
	case x == 0:
		return math.Copysign(math.Inf(1), x), false
	}
	if x == math.Floor(x) {
		if x < 0 {
			return math.NaN(), false
		}
		if x < float64(len(factorials)) {
			return factorials[int(x)], true
		}
	}
	a := math.Abs(x)
	if a < 1e-20 {
		return 1 / x, true
	}
	if a > 200 {
		if x < 0 {
			return 0 / sinPi(x), true
		}
		return math.Inf(1), true
	}
	y := a + (lanczosG - 0.5)
	// z corrects for the rounding of y.
	var z float64
	if a > lanczosG-0.5 {
		q := y - a
		z = q - (lanczosG - 0.5)
	} else {
		q := y - (lanczosG - 0.5)
		z = q - a
	}
	z = z * lanczosG / y
	if x < 0 {
		r = -math.Pi / sinPi(a) / a * Exp(y) / lanczosSum(a)
		r -= float64(z * r)
		if a < 140 {
			r /= Pow(y, a-0.5)
		} else {
			s := Pow(y, a/2-0.25)
			r /= s
			r /= s
		}
		return r, true
	}
	r = lanczosSum(a) / Exp(y)
	r += float64(z * r)
	if a < 140 {
		r *= Pow(y, a-0.5)
	} else {
		s := Pow(y, a/2-0.25)
		r *= s
		r *= s
	}
	return r, true
}

// Lgamma is the logarithm of |Gamma(x)|; ok is false at the poles.
func Lgamma(x float64) (r float64, ok bool) {
	switch {
	case x != x:
		return x, true
	case math.IsInf(x, 0):
		return math.Inf(1), true
	}
	if x == math.Floor(x) && x <= 2 {
		if x <= 0 {
			return math.Inf(1), false
		}
		return 0, true
	}
	a := math.Abs(x)
	if a < 1e-20 {
		return -Log(a), true
	}
	r = Log(lanczosSum(a)) - lanczosG
	r += float64((a - 0.5) * (Log(a+lanczosG-0.5) - 1))
	if x < 0 {
		r = Log(math.Pi) - Log(math.Abs(sinPi(a))) - Log(a) - r
	}
	return r, true
}

// Erf is the error function.
func Erf(x float64) float64 { return math.Erf(x) }

// Erfc is 1 - Erf(x).
func Erfc(x float64) float64 { return math.Erfc(x) }
