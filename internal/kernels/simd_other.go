//go:build !amd64

package kernels

const useAVX2 = false

func planRowAVX2(dst, c, beta, pot *float64, n int, f, alpha, eta, floor float64, table *float64) float64 {
	panic("kernels: no AVX2")
}

func dotAVX2(x, y *float64, n int) float64 { panic("kernels: no AVX2") }

func axpyAVX2(y *float64, a float64, x *float64, n int) { panic("kernels: no AVX2") }
