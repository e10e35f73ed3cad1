package kernels

// Dot is the inner product of x and y, which has at least the length of x. It sums in sixteen lanes.
func Dot(x, y []float64) float64 {
	n := len(x)
	y = y[:n]
	whole := n &^ 15
	var sum float64
	if whole > 0 {
		if useAVX2 {
			sum = dotAVX2(&x[0], &y[0], whole)
		} else {
			sum = dot(x[:whole], y)
		}
	}
	for j := whole; j < n; j++ {
		sum += x[j] * y[j]
	}
	return sum
}

func dot(x, y []float64) float64 {
	var s [16]float64
	for j := 0; j+16 <= len(x); j += 16 {
		x, y := x[j:j+16:j+16], y[j:j+16:j+16]
		for k := range s {
			s[k] += x[k] * y[k]
		}
	}
	var q [4]float64
	for k := range q {
		q[k] = (s[k] + s[k+4]) + (s[k+8] + s[k+12])
	}
	return (q[0] + q[2]) + (q[1] + q[3])
}

// Axpy adds a·x to y; x has at least the length of y.
func Axpy(y []float64, a float64, x []float64) {
	n := len(y)
	x = x[:n]
	j := 0
	if whole := n &^ 7; whole > 0 && useAVX2 {
		axpyAVX2(&y[0], a, &x[0], whole)
		j = whole
	}
	for ; j < n; j++ {
		y[j] += a * x[j]
	}
}
