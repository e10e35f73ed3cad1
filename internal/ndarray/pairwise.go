package ndarray

import (
	"math"

	"monge/internal/kernels"
)

// pairwiseSum adds n elements with eight accumulators per block of 128 and a tree above the blocks, NumPy's order.
func pairwiseSum[T int64 | float32 | float64](n int, v vec[T]) T {
	if v.inc == 1 {
		return pairwiseRun(v.s[v.at : v.at+n])
	}
	if n < 8 {
		s := negZero[T]()
		for i := range n {
			s += v.s[v.at+i*v.inc]
		}
		return s
	}
	if n <= 128 {
		var r [8]T
		for k := range r {
			r[k] = v.s[v.at+k*v.inc]
		}
		i := 8
		for ; i < n-n%8; i += 8 {
			for k := range r {
				r[k] += v.s[v.at+(i+k)*v.inc]
			}
		}
		s := ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]))
		for ; i < n; i++ {
			s += v.s[v.at+i*v.inc]
		}
		return s
	}
	h := n / 2
	h -= h % 8
	return pairwiseSum(h, v) + pairwiseSum(n-h, vec[T]{v.s, v.at + h*v.inc, v.inc})
}

func pairwiseRun[T int64 | float32 | float64](s []T) T {
	n := len(s)
	if n < 8 {
		sum := negZero[T]()
		for _, x := range s {
			sum += x
		}
		return sum
	}
	if n > 128 {
		h := n / 2
		h -= h % 8
		return pairwiseRun(s[:h]) + pairwiseRun(s[h:])
	}
	r0, r1, r2, r3, r4, r5, r6, r7 := s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]
	t := s[8:]
	for len(t) >= 8 {
		r0 += t[0]
		r1 += t[1]
		r2 += t[2]
		r3 += t[3]
		r4 += t[4]
		r5 += t[5]
		r6 += t[6]
		r7 += t[7]
		t = t[8:]
	}
	sum := ((r0 + r1) + (r2 + r3)) + ((r4 + r5) + (r6 + r7))
	for _, x := range t {
		sum += x
	}
	return sum
}

// negZero is the neutral element of addition: -0 for floats, so that a sum of negative zeros stays one.
func negZero[T int64 | float32 | float64]() T {
	var z T
	switch p := any(&z).(type) {
	case *float64:
		*p = math.Copysign(0, -1)
	case *float32:
		*p = float32(math.Copysign(0, -1))
	}
	return z
}

func complexSum(n int, v vec[complex128]) complex128 {
	if n < 4 {
		re, im := math.Copysign(0, -1), math.Copysign(0, -1)
		for i := range n {
			x := v.s[v.at+i*v.inc]
			re += real(x)
			im += imag(x)
		}
		return complex(re, im)
	}
	if n <= 64 {
		var r [4]complex128
		for k := range r {
			r[k] = v.s[v.at+k*v.inc]
		}
		i := 4
		for ; i < n-n%4; i += 4 {
			for k := range r {
				r[k] += v.s[v.at+(i+k)*v.inc]
			}
		}
		s := (r[0] + r[1]) + (r[2] + r[3])
		for ; i < n; i++ {
			s += v.s[v.at+i*v.inc]
		}
		return s
	}
	h := n / 2
	h -= h % 4
	return complexSum(h, v) + complexSum(n-h, vec[complex128]{v.s, v.at + h*v.inc, v.inc})
}

// maxRun and minRun fold a run into acc; NaN wins. Contiguous runs have four accumulators, since the comparisons of one
// wait for each other; a NaN among them shows at the end.
func maxRun[T floatElem](acc T, n int, v vec[T]) T {
	if v.inc == 1 && n >= 16 {
		if w, ok := any(v).(vec[float64]); ok {
			return max(acc, T(kernels.MaxOf(w.run(n))))
		}
		s := v.run(n)
		a0, a1, a2, a3 := s[0], s[1], s[2], s[3]
		t := s[4:]
		for ; len(t) >= 4; t = t[4:] {
			a0, a1, a2, a3 = max(a0, t[0]), max(a1, t[1]), max(a2, t[2]), max(a3, t[3])
		}
		for _, x := range t {
			a0 = max(a0, x)
		}
		return max(acc, max(max(a0, a1), max(a2, a3)))
	}
	for i := range n {
		if x := v.s[v.at+i*v.inc]; !(x <= acc) {
			if acc != acc {
				break
			}
			acc = x
		}
	}
	return acc
}

func minRun[T floatElem](acc T, n int, v vec[T]) T {
	if v.inc == 1 && n >= 16 {
		if w, ok := any(v).(vec[float64]); ok {
			return min(acc, T(kernels.MinOf(w.run(n))))
		}
		s := v.run(n)
		a0, a1, a2, a3 := s[0], s[1], s[2], s[3]
		t := s[4:]
		for ; len(t) >= 4; t = t[4:] {
			a0, a1, a2, a3 = min(a0, t[0]), min(a1, t[1]), min(a2, t[2]), min(a3, t[3])
		}
		for _, x := range t {
			a0 = min(a0, x)
		}
		return min(acc, min(min(a0, a1), min(a2, a3)))
	}
	for i := range n {
		if x := v.s[v.at+i*v.inc]; !(x >= acc) {
			if acc != acc {
				break
			}
			acc = x
		}
	}
	return acc
}
