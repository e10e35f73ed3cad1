// Package ot solves entropic optimal transport: given weights a (n of them) and b (m of them) of equal total and a cost
// C_ij of moving a unit from i to j, it finds the plan P >= 0 with row sums a and column sums b that minimises
//
//	<C, P> + eps·Σ_ij P_ij (ln P_ij − 1).
//
// Start reading at Solve (solve.go). Around it:
//
//   - cost.go, metric.go: where costs come from: a matrix (Dense) or two point clouds (Points; no matrix is stored).
//   - options.go, errors.go, problem.go: what may be asked, what is refused, and the normalised problem that is solved.
//   - sinkhorn.go: the first method: Sinkhorn's alternating updates in the log domain, warm-started along a ladder of
//     regularisations. pass.go holds its passes over the cost, kernel.go the faster sweeps over a cached kernel.
//   - newton.go: the second: Newton steps on a sparse part of the Hessian at each level of the ladder; support.go holds its
//     passes and that sparse part, linear.go the conjugate gradients, forest.go their preconditioner for small
//     regularisations.
//   - certificate.go: what a solution proves about itself: marginal errors from a fresh pass, the duality gap of the
//     plan rounded to exact marginals, and, on request, a bracket of the unregularised transport cost.
//   - result.go, plan.go, csr.go: the result and the ways to look at the plan.
//   - exact1d.go: exact transport on the line.
//
// The dual of the problem is to maximise L(f, g) = a·f + b·g − eps·Σ P_ij over the potentials f and g, where
// P_ij = exp((f_i + g_j − C_ij)/eps). A row update makes the row sums of P equal to a and maximises L over f; a column
// update does the same for g. One of each is a sweep.
//
// Every result is the same to the last bit for any number of threads. Errors of the input are found before work starts
// and reported together (errors.Join). The package knows nothing of the language or of notebooks.
//
// References: Cuturi, Sinkhorn distances (2013); Schmitzer, Stabilized sparse scaling algorithms for entropy
// regularized transport problems (2019); Tang, Shavlovsky, Rahmanian, Tardini, Thekumparampil, Xiao, Ying, Accelerating
// Sinkhorn algorithm with sparse Newton iterations (2024); Altschuler, Weed, Rigollet, Near-linear time approximation algorithms for
// optimal transport via Sinkhorn iteration (2017), for the rounding; Peyré, Cuturi, Computational optimal transport (2019).
package ot
