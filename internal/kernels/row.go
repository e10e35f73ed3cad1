package kernels

import "math"

// The row kernels below evaluate one row of an entropic transport plan,
//
//	P_j = exp(eta·((f + g_j) − D_j)),   D_j = (c_j − alpha) − beta_j,
//
// where D is the cost reduced by its row minimum alpha and the column minima beta. The subtractions are done in this
// order so that a large shift common to a row or a column of the cost leaves no trace in the exponent. All slices have the
// length of dst.

// PlanRow writes the row to dst and returns its sum. Entries with an exponent below floor (at least -700) count as 0.
func PlanRow(dst, c, beta, g []float64, f, alpha, eta, floor float64) float64 {
	n := len(dst)
	c, beta, g = c[:n], beta[:n], g[:n]
	whole := n &^ 7
	var sum float64
	if whole > 0 {
		if useAVX2 {
			sum = planRowAVX2(&dst[0], &c[0], &beta[0], &g[0], whole, f, alpha, eta, floor, &expTable[0])
		} else {
			sum = planRow(dst[:whole], c, beta, g, f, alpha, eta, floor)
		}
	}
	for j := whole; j < n; j++ {
		e := planEntry(eta*((f+g[j])-((c[j]-alpha)-beta[j])), floor)
		dst[j] = e
		sum += e
	}
	return sum
}

// planRow is PlanRow for multiples of eight entries, summed in eight lanes.
func planRow(dst, c, beta, g []float64, f, alpha, eta, floor float64) float64 {
	var s [8]float64
	for j := 0; j+8 <= len(dst); j += 8 {
		d, c, beta, g := dst[j:j+8:j+8], c[j:j+8:j+8], beta[j:j+8:j+8], g[j:j+8:j+8]
		for k := range s {
			e := planEntry(eta*((f+g[k])-((c[k]-alpha)-beta[k])), floor)
			d[k] = e
			s[k] += e
		}
	}
	return ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]))
}

func planEntry(t, floor float64) float64 {
	if t >= floor {
		return boundedExp(t)
	}
	return 0
}

// boundedExp is exp for arguments known to be above -707; above 709 it is +Inf.
func boundedExp(t float64) float64 {
	if t > 709 {
		return math.Inf(1)
	}
	return exp(t)
}

// PlanExponents writes the exponents of the row to dst, without skipping, and returns the largest (-Inf for no entry).
func PlanExponents(dst, c, beta, g []float64, f, alpha, eta float64) float64 {
	c, beta, g = c[:len(dst)], beta[:len(dst)], g[:len(dst)]
	top := math.Inf(-1)
	for j := range dst {
		t := eta * ((f + g[j]) - ((c[j] - alpha) - beta[j]))
		dst[j] = t
		if t > top {
			top = t
		}
	}
	return top
}

// ExpShift overwrites the exponents t_j by exp(t_j − shift), taking those below Skip for 0, and returns the sum.
func ExpShift(t []float64, shift float64) float64 {
	var s float64
	for j, v := range t {
		v -= shift
		var e float64
		if v >= Skip {
			e = boundedExp(v)
		}
		t[j] = e
		s += e
	}
	return s
}
