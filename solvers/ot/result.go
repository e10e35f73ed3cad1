package ot

import (
	"fmt"
	"math"
	"time"

	"gonum.org/v1/gonum/floats"

	"monge/solvers/solve"
)

// Result is a transport plan, held by its potentials, with its certificate. The plan itself is computed when asked for
// (plan.go), so a result stays small whatever the problem; it refers to the cost it was solved with.
type Result struct {
	Certificate

	// F and G are the potentials with P_ij = exp((F_i + G_j − C_ij)/Eps), shifted so that a·F = b·G. Where a weight was
	// zero and dropped, the potential is the soft c-transform −eps·ln Σ_j exp((G_j − C_ij)/eps), and P_ij is 0.
	F, G []float64
	Eps  float64
	Tol  float64 // the tolerance that was asked for

	Method           Method
	Status           solve.Status
	Converged        bool // within the tolerance, or as near as float64 allows
	PrecisionLimited bool // the tolerance lies below what rounding allows; RowErr and ColErr say how far it went
	Stats            Stats

	*problem
	f, g     []float64 // potentials of the reduced cost, from which plans are computed without loss
	rounding rounding
	history  []Record
}

// Stats counts the expensive operations.
type Stats struct {
	Passes  int // evaluations over all entries of the cost
	Sweeps  int // pairs of row and column updates, over the cost or over a cached kernel
	Kernels int // kernels built
	Kept    int // most entries held by a kernel or by a sparse Hessian
	Rescued int // rows and columns that had to be updated by shifted log-sum-exps
	Levels  int // of the ladder

	Newton   int // Newton steps
	CG       int // iterations of their linear solves
	Rejected int // trial points that were refused

	Setup, Iterate, Certify, Total time.Duration

	plainSweeps int // sweeps over the cost, which Passes counts too
}

// History returns the recorded course of the solve.
func (r *Result) History() []Record { return r.history }

// MaxErr is the larger of the marginal errors in the maximum norm.
func (r *Result) MaxErr() float64 { return max(r.RowMaxErr, r.ColMaxErr) }

// Mass is the total mass of the plan.
func (r *Result) Mass() float64 { return r.mass }

// String is a summary of one line.
func (r *Result) String() string {
	state := r.Status.String()
	return fmt.Sprintf("transport %d×%d, eps %.4g: cost %.8g, gap %.1e, errors %.1e / %.1e, %s after %s in %s",
		r.fullN, r.fullM, r.Eps, r.Cost, r.Gap, r.RowErr, r.ColErr, state, r.Stats.Work(), roundTime(r.Stats.Total))
}

// Work says "12 sweeps" or "8 sweeps and 11 Newton steps".
func (s *Stats) Work() string {
	if s.Newton == 0 {
		return fmt.Sprintf("%d sweeps", s.Sweeps)
	}
	return fmt.Sprintf("%d sweeps and %d Newton steps", s.Sweeps, s.Newton)
}

func roundTime(d time.Duration) time.Duration {
	switch {
	case d > time.Second:
		return d.Round(10 * time.Millisecond)
	case d > time.Millisecond:
		return d.Round(10 * time.Microsecond)
	}
	return d.Round(100 * time.Nanosecond)
}

// report fills F and G from the reduced potentials: shifts and mass are put back, the gauge is fixed by a·F = b·G, and
// positions of zero weight get their transforms.
func (r *Result) report() {
	lnMass := r.eps * math.Log(r.mass)
	F, G := make([]float64, r.n), make([]float64, r.m)
	for i := range F {
		F[i] = r.f[i] + r.alpha[i]
	}
	for j := range G {
		G[j] = r.g[j] + r.beta[j]
	}
	shift := (floats.Dot(r.b, G) + lnMass - floats.Dot(r.a, F)) / 2
	for i := range F {
		F[i] += shift
	}
	for j := range G {
		G[j] += lnMass - shift
	}
	r.F, r.G = F, G
	if r.rows == nil {
		return
	}
	r.F, r.G = spread(F, r.rows, r.fullN), spread(G, r.cols, r.fullM)
	r.transformDropped()
}

// spread puts v at the given positions of a longer vector, NaN elsewhere.
func spread(v []float64, at []int, n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = math.NaN()
	}
	for k, i := range at {
		out[i] = v[k]
	}
	return out
}

// transformDropped fills the NaNs that spread left with soft c-transforms.
func (r *Result) transformDropped() {
	buf := make([]float64, r.fullM)
	var one [1]float64
	for i, v := range r.F {
		if math.IsNaN(v) {
			c := r.full.Row(i, 0, r.fullM, buf)
			r.F[i] = r.softTransform(r.cols, func(j int) float64 { return r.G[j] - c[j] })
		}
	}
	for j, v := range r.G {
		if math.IsNaN(v) {
			r.G[j] = r.softTransform(r.rows, func(i int) float64 { return r.F[i] - r.full.Row(i, j, j+1, one[:])[0] })
		}
	}
}

// softTransform is −eps·ln Σ_k exp(value(k)/eps) over the given positions.
func (r *Result) softTransform(at []int, value func(k int) float64) float64 {
	top := math.Inf(-1)
	for _, k := range at {
		top = max(top, value(k))
	}
	sum := 0.0
	for _, k := range at {
		sum += math.Exp((value(k) - top) / r.eps)
	}
	return -top - r.eps*math.Log(sum)
}
