// Package nprand reproduces the random streams of NumPy's default generator bit for bit: seeds are mixed by
// SeedSequence (seed.go), the engine is PCG64 (pcg64.go), and the distributions draw from it in NumPy's order
// (distributions.go, integers.go, shuffle.go). The ziggurat tables are computed by zigguratgen from their definition.
//
// Solvers and samplers use the counter-based streams of their own specifications; this package is for programs that
// expect numpy.random.default_rng.
package nprand

//go:generate go run ./zigguratgen
