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
//	module.go    the module's declaration; the tables are in the files funcs_*.go, methods.go, linalg.go, random.go
//
// Conventions of the tables: array arguments are declared as arrayLike and converted inside the functions, so that
// their errors are NumPy's own texts.
package np
