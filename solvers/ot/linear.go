package ot

import (
	"math"

	"gonum.org/v1/gonum/floats"

	"monge/internal/kernels"
)

// linear solves Newton's system on a support,
//
//	(D1 − S D2⁻¹ Sᵀ) df = rhs,   dg = −D2⁻¹ Sᵀ df,
//
// by conjugate gradients with a diagonal preconditioner, or, for the equivalent system of the pair (df, −dg), with the
// forest preconditioner.
type linear struct {
	*support
	d1, d2, q  []float64
	precond    []float64
	df, dg     []float64
	t          []float64
	res, dir   []float64 // n+m each; the Schur form uses the first n
	prod, z, x []float64
	forest     *forest
	pair       bool // the system of the pair is being solved
	size       int  // of the system
}

const (
	maxCG       = 500
	slowCG      = 80 // iterations from which the forest takes over
	pollCG      = 32
	leastDiag   = 1e-3 // of the preconditioner, relative to D1
	leastWeight = 0.01 // of D1, relative to a
)

func (l *linear) init(s *support) {
	l.support = s
	n, m, ws := s.n, s.m, s.ws
	l.d1, l.d2, l.q, l.precond = ws.take(n), ws.take(m), ws.take(m), ws.take(n)
	l.df, l.dg, l.t = ws.take(n), ws.take(m), ws.take(m)
	l.res, l.dir, l.prod, l.z, l.x = ws.take(n+m), ws.take(n+m), ws.take(n+m), ws.take(n+m), ws.take(n+m)
	l.forest = &ws.forest
}

// assemble sets the system with the relative damping.
func (l *linear) assemble(damping float64) {
	l.transpose()
	for i, r := range l.r {
		l.d1[i] = max(r, leastWeight*l.a[i]) * (1 + damping)
	}
	for j, b := range l.b {
		l.d2[j] = b * (1 + damping)
		l.q[j] = l.scale[j] * l.scale[j] / l.d2[j]
	}
}

// solve fills df and dg for the right-hand side a − r over the level, to the relative residual tol. It returns the
// number of iterations.
func (l *linear) solve(tol float64, withForest bool) (int, error) {
	missing, sum := 0.0, 0.0
	for i, r := range l.r {
		missing += l.a[i] - r
		sum += r
	}
	for i, r := range l.r { // the right-hand side of a system without the constants must sum to zero exactly
		l.res[i] = (l.a[i] - r*(1+missing/sum)) / l.level
	}
	var count int
	var err error
	if withForest && !l.dense {
		count, err = l.pairCG(tol)
	} else {
		count, err = l.schurCG(tol)
	}
	l.stats.CG += count
	if err != nil {
		return count, err
	}
	mean := floats.Dot(l.a, l.x[:l.n])
	for i, v := range l.x[:l.n] {
		l.df[i] = v - mean
	}
	if err := l.mulT(l.dg, l.q, l.df); err != nil {
		return count, err
	}
	for j := range l.dg {
		l.dg[j] /= -l.scale[j]
	}
	return count, nil
}

// schurCG solves the system of df with the diagonal preconditioner.
func (l *linear) schurCG(tol float64) (int, error) {
	l.pair, l.size = false, l.n
	l.squares(l.precond, l.q)
	for i, d := range l.d1 {
		l.precond[i] = 1 / max(d-l.precond[i], leastDiag*d)
	}
	return l.conjugate(tol)
}

// pairCG solves the system of the pair with the forest preconditioner.
func (l *linear) pairCG(tol float64) (int, error) {
	l.pair, l.size = true, l.n+l.m
	clear(l.res[l.n:])
	l.forest.build(l.support, l.d1, l.d2)
	return l.conjugate(tol)
}

// apply sets prod to the product of the system's matrix with dir.
func (l *linear) apply() error {
	n := l.n
	if !l.pair {
		return l.schur(l.prod[:n], l.d1, l.q, l.dir[:n], l.t)
	}
	down := l.prod[n:]
	if err := l.mulT(down, l.scale, l.dir[:n]); err != nil {
		return err
	}
	for j, v := range l.dir[n:] {
		down[j] = l.d2[j]*v - down[j]
		l.t[j] = l.scale[j] * v
	}
	l.args = productArgs{y: l.prod[:n], p: l.dir[:n], t: l.t, d1: l.d1}
	return l.sparsePool.Run(l.ctx, l.engine.blocks.Len(), l.rowBody)
}

func (l *linear) precondition() {
	if l.pair {
		l.forest.solve(l.z, l.res)
		return
	}
	for i, p := range l.precond {
		l.z[i] = p * l.res[i]
	}
}

// conjugate is the iteration, from 0 for the right-hand side in res to the solution in x.
func (l *linear) conjugate(tol float64) (int, error) {
	x, res, dir, prod, z := l.x[:l.size], l.res[:l.size], l.dir[:l.size], l.prod[:l.size], l.z[:l.size]
	clear(x)
	l.precondition()
	copy(dir, z)
	rz := kernels.Dot(res, z)
	stop := tol * tol * kernels.Dot(res, res)
	for count := 1; ; count++ {
		if count%pollCG == 0 && l.ctx.Err() != nil {
			return count, l.ctx.Err()
		}
		if err := l.apply(); err != nil {
			return count, err
		}
		curvature := kernels.Dot(dir, prod)
		if !(curvature > 0) || math.IsInf(curvature, 0) {
			return count, nil
		}
		step := rz / curvature
		kernels.Axpy(x, step, dir)
		kernels.Axpy(res, -step, prod)
		if rr := kernels.Dot(res, res); !(rr > stop) || count >= maxCG {
			return count, nil
		}
		l.precondition()
		next := kernels.Dot(res, z)
		ratio := next / rz
		rz = next
		for i, v := range z {
			dir[i] = v + ratio*dir[i]
		}
	}
}
