//go:build !amd64

package kernels

import "runtime"

const useAVX2, useFMA, useAVX512 = false, false, false

// FastFMA tells whether fused operations are done by the processor.
func FastFMA() bool {
	switch runtime.GOARCH {
	case "arm64", "loong64", "ppc64", "ppc64le", "riscv64", "s390x":
		return true
	}
	return false
}

func tileAVX2(k int, a, b, c *float64, ldc int, fresh bool) { panic("kernels: no AVX2") }

func tileAVX512(k int, a, b, c *float64, ldc int, fresh bool) { panic("kernels: no AVX-512") }

func addRowsAVX2(dst *float64, n int, f *float64, k int, x *float64, ld int) {
	panic("kernels: no AVX2")
}

func planRowAVX2(dst, c, beta, pot *float64, n int, f, alpha, eta, floor float64, table *float64) float64 {
	panic("kernels: no AVX2")
}

func dotAVX2(x, y *float64, n int) float64 { panic("kernels: no AVX2") }

func axpyAVX2(y *float64, a float64, x *float64, n int) { panic("kernels: no AVX2") }

// There are no vector loops; nothing looks into these.
var (
	arithmetic  [Min + 1][3]func(dst, x, y *float64, n int)
	comparisons [LessEqual - Equal + 1][3]func(dst *bool, x, y *float64, n int)
)

func sqrtV(dst, x *float64, n int) { panic("kernels: no AVX2") }

func finiteV(x *float64, n int) bool { panic("kernels: no AVX2") }

func maxOf(x *float64, n int) float64 { panic("kernels: no AVX2") }

func minOf(x *float64, n int) float64 { panic("kernels: no AVX2") }
