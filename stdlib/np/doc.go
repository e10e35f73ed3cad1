// Package np is the module np of the language (import numpy as np): NumPy's names and behaviour for the part of it that
// numerical notebooks use, over internal/ndarray.
//
// Where to start:
//
//	array.go     Array, the value numpy.ndarray, and its operators
//	scalar.go    the scalar types numpy.float64, numpy.int64, ...
//	dtype.go     dtype objects and the types that stand for them
//	convert.go   from values of the language to arrays and back; AsMatrix, AsVector and FromDense for other modules
//	index.go     subscripts
//	state.go     what a session keeps: print options, floating-point warnings
//	module.go    the module's declaration and functions that fit nowhere else
//	methods.go   the class ndarray: methods; attributes.go, flat.go
//	creation.go, shaping.go, joining.go, picking.go, ordering.go, ufuncs.go, reductions.go, analysis.go, calculus.go,
//	histogram.go, comparing.go, linalg.go, fft.go
//	             the tables of functions
//	random.go    np.random; generator.go its methods, samplers.go, draws.go and multivariate.go what they do
//	display.go   arrays in notebooks
//
// Conventions of the tables: array arguments are declared as arrayLike and converted inside the functions, so that
// their errors are NumPy's own texts.
package np
