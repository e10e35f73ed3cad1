package ndarray

import "monge/internal/kernels/blas"

// Products and factorisations of float64 matrices run on Monge's own kernels, here and in whatever else of gonum this
// program uses. It must happen before goroutines run, hence in the initialisation.
func init() { blas.Register() }
