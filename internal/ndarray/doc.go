// Package ndarray is the n-dimensional array of Monge: element type, shape, strides and offset over one block of
// memory, with NumPy's semantics and no knowledge of the language.
//
// Where to start:
//
//	array.go     Array, its constructors and element access
//	dtype.go     element types, promotion (NEP 50), casting rules
//	errors.go    Error with a Kind, and the texts NumPy uses
//	limit.go     the check made before any allocation
//	shape.go     broadcasting, reshape, transpose and the other views that move no data
//	index.go     basic indexing (views); indexadv.go boolean and integer-array indexing
//	nest.go      the loop nest that every kernel runs in
//	ufunc.go     elementwise functions: descriptors and their application; ufunc_*.go their kernels
//	reduce.go    reductions along axes; pairwise.go summation; stats.go, quantile.go, nanstats.go, cov.go on top
//	format.go    str and repr by NumPy's rules
//	product.go   dot, matmul, tensordot; einsum.go
//	linalg.go    equations and determinants; decompose.go, leastsquares.go, norm.go; all on gonum's LAPACK
//	create.go    ranges, grids and special matrices; join.go, rearrange.go, selectops.go move elements about
//	sort.go      sorting and searching; sets.go, hist.go; series.go, poly.go and fft.go for sampled functions
//	gonum.go     to and from gonum's matrices
//
// Conventions. Functions never modify an argument unless it is called dst or out. What can fail returns an *Error whose
// Kind names the exception class that NumPy raises. Views share memory with their base; everything else owns its
// result, and no function allocates more than its result and small fixed buffers. Results do not depend on the number
// of processors.
package ndarray
