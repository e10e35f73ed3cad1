package kernels

//go:noescape
func aboveAVX2(mask *uint8, row, t *float64, n int, ceiling float64)
