// Package kernels holds the innermost loops of the numeric rooms: small functions over slices of float64, one file per
// kernel, each with a stated error bound where it approximates something and a test against high-precision references.
// Nothing here allocates, starts goroutines or knows of matrices.
package kernels
