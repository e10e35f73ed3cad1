package kernels

import "math"

// The row kernels below evaluate one row of an entropic transport plan,
//
//	P_j = exp(eta·((f + g_j) − D_j)),   D_j = (c_j − alpha) − beta_j,
//
// where D is the cost reduced by its row minimum alpha and the column minima beta. The subtractions are done in this
// order so that a large shift common to a row or a column of the cost leaves no trace in the exponent. Entries with an
// exponent below Skip count as 0. All slices have the length of dst.

// PlanRow writes the row to dst and returns its sum.
func PlanRow(dst, c, beta, g []float64, f, alpha, eta float64) float64 {
	c, beta, g = c[:len(dst)], beta[:len(dst)], g[:len(dst)]
	var s0, s1 float64
	j := 0
	for ; j+2 <= len(dst); j += 2 {
		t0 := eta * ((f + g[j]) - ((c[j] - alpha) - beta[j]))
		t1 := eta * ((f + g[j+1]) - ((c[j+1] - alpha) - beta[j+1]))
		var e0, e1 float64
		if t0 >= Skip {
			e0 = boundedExp(t0)
		}
		if t1 >= Skip {
			e1 = boundedExp(t1)
		}
		dst[j], dst[j+1] = e0, e1
		s0 += e0
		s1 += e1
	}
	for ; j < len(dst); j++ {
		t := eta * ((f + g[j]) - ((c[j] - alpha) - beta[j]))
		var e float64
		if t >= Skip {
			e = boundedExp(t)
		}
		dst[j] = e
		s0 += e
	}
	return s0 + s1
}

// boundedExp is exp for arguments known to be at least Skip; above 709 it is +Inf.
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

// Axpy adds a·x to y.
func Axpy(y []float64, a float64, x []float64) {
	x = x[:len(y)]
	j := 0
	for ; j+4 <= len(y); j += 4 {
		y[j] += a * x[j]
		y[j+1] += a * x[j+1]
		y[j+2] += a * x[j+2]
		y[j+3] += a * x[j+3]
	}
	for ; j < len(y); j++ {
		y[j] += a * x[j]
	}
}
