// Package blas is the level-3 and most of the level-2 algebra of real matrices over the tiles of package kernels, as an
// implementation of gonum's blas.Float64. What it does not speed up it takes from gonum's own implementation, which it
// embeds.
//
// Order of reading: gemm.go (blocking, packing, parallel loop), triangular.go (solves and products by recursion),
// symmetric.go, vector.go (levels 1 and 2), factor.go (Cholesky and LU).
//
// Results do not depend on the number of workers, nor on the instruction set: every entry of a product is summed over
// panels of a fixed depth, each from 0 in the order of the index with fused operations, and all the rest is built on
// that. Splitting the rows and columns of a result between workers does not touch its bits.
//
// Register makes gonum's mat and lapack64 use it. Package ndarray does so when it is initialised, before any goroutine
// runs: gonum keeps its implementation in a variable without lock. A program that uses the solvers without arrays keeps
// gonum's own loops unless it calls Register itself.
package blas
