//go:build !amd64

package kernels

func aboveAVX2(mask *uint8, row, t *float64, n int, ceiling float64) { panic("kernels: no AVX2") }
