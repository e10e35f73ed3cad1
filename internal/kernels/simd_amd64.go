package kernels

import "golang.org/x/sys/cpu"

// useAVX2 selects the assembly twins of the loops in this package. Both give the same bits: the plain loops sum in the
// lanes of the vector ones, and neither fuses multiplications with additions.
var useAVX2 = cpu.X86.HasAVX2

//go:noescape
func planRowAVX2(dst, c, beta, pot *float64, n int, f, alpha, eta, floor float64, table *float64) float64

//go:noescape
func dotAVX2(x, y *float64, n int) float64

//go:noescape
func axpyAVX2(y *float64, a float64, x *float64, n int)
