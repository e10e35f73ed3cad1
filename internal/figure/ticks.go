package figure

import (
	"math"
	"sort"
	"strconv"

	"gonum.org/v1/plot"
)

// NiceTicks returns at most n+1 round numbers within [lo, hi]: multiples of 1, 2, 2.5 or 5 times a power of ten, each
// the closest float64 to its decimal form.
func NiceTicks(lo, hi float64, n int) []float64 {
	lo, hi = max(lo, -hugeNumber), min(hi, hugeNumber)
	if !(lo < hi) || math.IsInf(lo, 0) || math.IsInf(hi, 0) {
		return nil
	}
	n = max(n, 1)
	m, e := niceStep(lo, hi, n)
	return multiples(lo, hi, m, e)
}

// wholeTicks are NiceTicks at whole numbers.
func wholeTicks(lo, hi float64, n int) []float64 {
	if !(lo < hi) || math.IsInf(lo, 0) || math.IsInf(hi, 0) {
		return nil
	}
	m, e := niceStep(lo, hi, max(n, 1))
	switch {
	case e < -1: // the step is below one
		m, e = 10, -1
	case e == -1 && m == 25:
		m = 50
	}
	return multiples(lo, hi, m, e)
}

// hugeNumber is the greatest number on an axis: differences of two such are finite.
const hugeNumber = math.MaxFloat64 / 4

// mantissas are the steps tried, in tenths of the power of ten.
var mantissas = []float64{10, 20, 25, 50, 100}

// niceStep finds the least step m * 10^e, m from mantissas, of which at most n fit in [lo, hi].
func niceStep(lo, hi float64, n int) (m float64, e int) {
	lo, hi = max(lo, -hugeNumber), min(hi, hugeNumber)
	raw := (hi/2 - lo/2) / float64(n) * 2
	e = int(min(max(math.Floor(math.Log10(raw))-1, -307), 307))
	for {
		for _, m := range mantissas {
			k0, k1 := tickRange(lo, hi, m, e)
			if k1-k0 <= float64(n) || e > 307 {
				return m, e
			}
		}
		e++
	}
}

// tickRange is the range of k with k * m * 10^e in [lo, hi], a little rounding forgiven.
func tickRange(lo, hi, m float64, e int) (k0, k1 float64) {
	q := func(v float64) float64 { return scale10(v/m, -e) }
	tol := 1e-9 * math.Abs(q(hi)-q(lo))
	return math.Ceil(q(lo) - tol), math.Floor(q(hi) + tol)
}

func multiples(lo, hi, m float64, e int) []float64 {
	k0, k1 := tickRange(lo, hi, m, e)
	if !(k1-k0 < 1e4) {
		return nil
	}
	var out []float64
	for i := 0; ; i++ {
		k := k0 + float64(i)
		if k > k1 {
			return out
		}
		v := decimal(k*m, e)
		if n := len(out); n > 0 && out[n-1] >= v { // steps below the spacing of float64
			continue
		}
		if v == 0 {
			v = 0 // no negative zero
		}
		out = append(out, v)
	}
}

// decimal is the float64 nearest to k * 10^e for a whole number k. Powers up to 10^22 are exact, so one operation rounds
// once; beyond them the decimal is read.
func decimal(k float64, e int) float64 {
	if -22 <= e && e <= 22 || math.Abs(k) >= 1<<53 {
		return scale10(k, e)
	}
	v, err := strconv.ParseFloat(strconv.FormatFloat(k, 'f', 0, 64)+"e"+strconv.Itoa(e), 64)
	if err != nil {
		return scale10(k, e)
	}
	return v
}

// scale10 is v * 10^e with one rounding where that is possible: negative powers divide.
func scale10(v float64, e int) float64 {
	e = min(max(e, -700), 700)
	for e > 300 {
		v, e = v*1e300, e-300
	}
	for e < -300 {
		v, e = v/1e300, e+300
	}
	if e < 0 {
		return v / math.Pow10(-e)
	}
	return v * math.Pow10(e)
}

// logTicks places ticks on a logarithmic axis. Decades (powers of the base) are labelled while at least two are in
// view, thinned to at most n; 2..9 between them are minor ticks while they do not crowd. In shorter ranges the minor
// numbers are labelled, and in very short ones the ticks are those of a linear axis.
func logTicks(lo, hi, base float64, n int) (major, minor []float64) {
	if !(lo > 0) || !(lo < hi) || math.IsInf(hi, 0) {
		return nil, nil
	}
	n = max(n, 2)
	lb := math.Log(base)
	tol := 1e-10 * math.Log(hi/lo) / lb
	e0, e1 := int(math.Ceil(math.Log(lo)/lb-tol)), int(math.Floor(math.Log(hi)/lb+tol))
	power := func(e int) float64 {
		if base == 10 {
			return scale10(1, e)
		}
		return math.Pow(base, float64(e))
	}
	decades := e1 - e0 + 1
	stride := 1
	for (decades+stride-1)/stride > n {
		stride++
	}
	if decades >= 2 {
		start := int(math.Ceil(float64(e0)/float64(stride))) * stride
		for e := start; e <= e1; e += stride {
			major = append(major, power(e))
		}
		if len(major) < 2 {
			major = major[:0]
			for e := e0; e <= e1; e += max(stride/2, 1) {
				major = append(major, power(e))
			}
		}
		switch {
		case stride > 1 && decades <= 60: // the decades between
			for e := e0; e <= e1; e++ {
				if (e-start)%stride != 0 {
					minor = append(minor, power(e))
				}
			}
		case stride == 1 && decades <= 16 && base == math.Trunc(base) && base <= 10:
			for e := e0 - 1; e <= e1; e++ {
				for k := 2; k < int(base); k++ {
					if v := power(e) * float64(k); v >= lo && v <= hi {
						minor = append(minor, v)
					}
				}
			}
		}
		return major, minor
	}
	if hi/lo > 2.5 && base == 10 {
		all := decimalMantissas(lo, hi, []float64{1, 2, 3, 4, 5, 6, 7, 8, 9})
		for _, set := range [][]float64{{1, 2, 3, 4, 5, 6, 8}, {1, 2, 3, 5}, {1, 2, 5}, {1, 3}} {
			major = decimalMantissas(lo, hi, set)
			if len(major) <= n {
				break
			}
		}
		if len(major) >= 2 {
			for _, v := range all {
				if i := sort.SearchFloat64s(major, v); i >= len(major) || major[i] != v {
					minor = append(minor, v)
				}
			}
			return major, minor
		}
	}
	for _, v := range NiceTicks(lo, hi, min(n, 6)) {
		if v > 0 {
			major = append(major, v)
		}
	}
	return major, nil
}

func decimalMantissas(lo, hi float64, set []float64) []float64 {
	var out []float64
	for e := int(math.Floor(math.Log10(lo))) - 1; e <= int(math.Ceil(math.Log10(hi))); e++ {
		for _, k := range set {
			if v := scale10(k, e); v >= lo*(1-1e-12) && v <= hi*(1+1e-12) {
				out = append(out, v)
			}
		}
	}
	return out
}

// linearMinor places minor ticks between the majors of a linear axis.
func linearMinor(lo, hi float64, major []float64) []float64 {
	if len(major) < 2 {
		return nil
	}
	step := major[1] - major[0]
	parts := 5.0
	if r := step / math.Pow(10, math.Floor(math.Log10(step))); math.Abs(r-2) < 1e-6 {
		parts = 4
	}
	var out []float64
	for k := -parts; ; k++ {
		v := major[0] + k*step/parts
		if v > hi || k > 1000 {
			return out
		}
		if v >= lo && math.Mod(k+1000*parts, parts) != 0 {
			out = append(out, v)
		}
	}
}

// Ticker gives the ticks of this package to a plot of gonum/plot; its zero value places at most 7 linear ticks.
type Ticker struct {
	Scale Scale
	N     int
}

var _ plot.Ticker = Ticker{}

// Ticks implements plot.Ticker.
func (t Ticker) Ticks(lo, hi float64) []plot.Tick {
	n := t.N
	if n <= 0 {
		n = 7
	}
	var major, minor []float64
	if t.Scale == Log {
		major, minor = logTicks(lo, hi, 10, n)
	} else {
		major = NiceTicks(lo, hi, n)
	}
	labels := formatLinear(major, false).labels
	if t.Scale == Log {
		labels = plainPowers(formatLog(major, 10))
	}
	var out []plot.Tick
	for i, v := range major {
		out = append(out, plot.Tick{Value: v, Label: labels[i]})
	}
	for _, v := range minor {
		out = append(out, plot.Tick{Value: v})
	}
	return out
}
