package ndarray

import (
	"unsafe"

	"monge/internal/kernels"
)

// The loops below hand runs of float64, and scalars beside runs, to the vector kernels, and everything else to the plain
// loop. Both give the same bits.

func vector2(op kernels.Op, plain loop2[float64, float64]) loop2[float64, float64] {
	return func(n int, d, a, b vec[float64]) {
		if n >= kernels.VectorFrom && d.inc == 1 && runOrScalar(a, b) && apart(n, d, a) && apart(n, d, b) &&
			kernels.Arith(op, d.run(n), operandRun(a, n), operandRun(b, n)) {
			return
		}
		plain(n, d, a, b)
	}
}

func vectorCompare(op kernels.Op, plain loop2[bool, float64]) loop2[bool, float64] {
	return func(n int, d vec[bool], a, b vec[float64]) {
		if n >= kernels.VectorFrom && d.inc == 1 && runOrScalar(a, b) && kernels.Compare(op, d.run(n), operandRun(a, n), operandRun(b, n)) {
			return
		}
		plain(n, d, a, b)
	}
}

func vector1(f func(dst, x []float64) bool, plain loop1[float64, float64]) loop1[float64, float64] {
	return func(n int, d, a vec[float64]) {
		if n >= kernels.VectorFrom && d.inc == 1 && a.inc == 1 && f(d.run(n), a.run(n)) {
			return
		}
		plain(n, d, a)
	}
}

func runOrScalar(a, b vec[float64]) bool {
	return a.inc == 1 && b.inc == 1 || a.inc == 1 && b.inc == 0 || a.inc == 0 && b.inc == 1
}

// apart tells whether d is a itself or does not overlap it. Cumulative functions pass runs that are shifted by one slab.
func apart(n int, d, a vec[float64]) bool {
	x, y := uintptr(unsafe.Pointer(&d.s[d.at])), uintptr(unsafe.Pointer(&a.s[a.at]))
	width := uintptr(8 * n)
	return x == y && a.inc == 1 || y+width <= x || x+width <= y
}

func operandRun(a vec[float64], n int) []float64 {
	if a.inc == 0 {
		return a.s[a.at : a.at+1]
	}
	return a.run(n)
}

func vectorSquare(dst, x []float64) bool { return kernels.Arith(kernels.Mul, dst, x, x) }
