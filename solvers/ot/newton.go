package ot

import (
	"math"

	"monge/solvers/solve"
)

// newton is the sparse Newton method on the semi-dual φ(f) = a·f + b·g(f), where g(f) makes the columns exact:
//
//	∇φ = a − r,   −∇²φ = eta·(diag(r) − P diag(b)⁻¹ Pᵀ).
//
// Along the ladder of regularisations each level is entered with sweeps and finished with Newton steps on a Hessian
// from which small entries are left out (the full diagonal stays, which keeps it definite: what is dropped acts as
// damping). How small is tied to the error, so that the last steps converge superlinearly. The idea is that of Tang et
// al. (2024); ladder, thresholds, damping and step length are chosen here so that smooth and degenerate costs converge
// with the same constants.
type newton struct {
	*sinkhorn
	sup support
	lin linear

	baseF, baseG []float64 // the point that a trial starts from
	lastF, lastG []float64 // the end of the last accepted level
	damping      float64
	reach        float64 // limit on the largest change of an exponent in a full step
}

const (
	gate           = 10 // χ² above which a sweep is done instead of a Newton step
	maxGates       = 20
	newtonCap      = 40 // steps after which a level before the last is left
	lastCap        = 200
	maxFailures    = 4
	lastFailures   = 12
	maxRetreats    = 12
	leastFactor    = 1.3
	firstDamping   = 1e-4
	firstReach     = 20
	maxReach       = 50
	nearlyLinear   = 0.97
	longestReach   = 1e5
	armijo         = 1e-4
	thetaOfError   = 1e-2
	leastTheta     = 1e-10
	mostTheta      = 1e-2
	entrySweeps    = 6   // at most, at levels before the last
	goodRate       = 0.4 // of sweeps that make Newton steps unnecessary
	densestAtStart = 60  // eta·span below which the whole matrix is stored at once
)

func newNewton(s *sinkhorn) *newton {
	nt := &newton{sinkhorn: s}
	nt.sup.init(s.engine)
	nt.lin.init(&nt.sup)
	nt.baseF, nt.baseG = s.ws.take(s.n), s.ws.take(s.m)
	nt.lastF, nt.lastG = s.ws.take(s.n), s.ws.take(s.m)
	return nt
}

// The choice of the method: sweeps are a sixth of a pass over the cost each, once a kernel is cached; Newton's method
// costs some ten passes and the products of its linear solves.
const (
	newtonSpan    = 300 // eta·span above which Newton's method is taken at once
	repaySweeps   = 60  // predicted sweeps that are too many
	firstForecast = 8   // sweeps before the first prediction; it is repeated at every doubling
)

// choose is the method Auto: sweeps where the plan is smooth, unless they turn out to converge slowly.
func (nt *newton) choose(first float64) solve.Status {
	if nt.eta*nt.span > newtonSpan {
		return nt.climb(first)
	}
	nt.watch = true
	status := nt.run(first)
	nt.watch = false
	if status == solve.NotStarted {
		return nt.climb(nt.eta)
	}
	return status
}

// outcome of a level.
type outcome int

const (
	reached  outcome = iota // its tolerance, or near enough for a level before the last
	failed                  // too far from the level before: come back in a smaller step
	finished                // the solve ends here, with a status
)

// climb goes along the ladder from the present potentials and stops when the last level's error is within tol.
func (nt *newton) climb(first float64) solve.Status {
	factor := nt.opt.Ladder.Factor
	nt.level = first
	nt.exact, nt.newtonUsed = false, true
	nt.sup.wide = first*nt.span < densestAtStart
	accepted := 0.0
	for retreats := 0; ; {
		last := nt.level == nt.eta
		tol := nt.opt.Ladder.Tol
		if last {
			tol = nt.opt.Tol
		}
		before := nt.stats.Newton
		end, status := nt.finishLevel(tol, last)
		switch {
		case end == finished:
			return status
		case end == failed && accepted > 0 && retreats < maxRetreats && nt.level > leastFactor*accepted:
			retreats++
			factor = max(leastFactor, math.Sqrt(nt.level/accepted))
			copy(nt.f, nt.lastF)
			copy(nt.g, nt.lastG)
			nt.level = min(accepted*factor, nt.eta)
			continue
		case last:
			return nt.sweepOn(tol)
		}
		switch steps := nt.stats.Newton - before; {
		case steps <= 3:
			factor = min(1.5*factor, max(8, nt.opt.Ladder.Factor))
		case steps > 10:
			factor = max(1.5, math.Sqrt(factor))
		}
		accepted = nt.level
		copy(nt.lastF, nt.f)
		copy(nt.lastG, nt.g)
		left := max(1, math.Ceil(math.Log(nt.eta/nt.level)/math.Log(factor)-0.1))
		if nt.level *= math.Pow(nt.eta/nt.level, 1/left); left == 1 {
			nt.level = nt.eta
		}
	}
}

// sweepOn is what remains when Newton's method has failed at the last level.
func (nt *newton) sweepOn(tol float64) solve.Status {
	nt.beginLevel(tol)
	status := nt.sweepUntil(tol, true)
	nt.stats.Levels++
	return status
}

// finishLevel brings the present level to its tolerance.
func (nt *newton) finishLevel(tol float64, last bool) (outcome, solve.Status) {
	nt.kernel.setTolerance(tol)
	end, status := nt.enter(tol, last)
	if end == failed { // the usual case: sweeps alone do not do it
		end, status = nt.steps(tol, last)
	}
	if end != failed {
		nt.stats.Levels++
		nt.index++
	}
	return end, status
}

// enter sweeps once, and at levels before the last as long as sweeps do well.
func (nt *newton) enter(tol float64, last bool) (outcome, solve.Status) {
	before := math.NaN()
	for range entrySweeps {
		if status := nt.budget(); status != solve.NotStarted {
			return finished, status
		}
		rowErr, err := nt.sweep()
		nt.stats.plainSweeps++
		if err != nil {
			return finished, stopped(err)
		}
		if nt.exact {
			nt.lastErr = rowErr
		}
		done := nt.exact && !last && rowErr <= tol
		nt.exact = true
		nt.note(0, done, rowErr)
		switch {
		case done:
			return reached, solve.Converged
		case last, rowErr > goodRate*before:
			return failed, solve.NotStarted
		}
		before = rowErr
	}
	return failed, solve.NotStarted
}

// steps does Newton steps until the level's tolerance is met.
func (nt *newton) steps(tol float64, last bool) (outcome, solve.Status) {
	nt.damping, nt.reach, nt.sup.leastTheta = firstDamping, firstReach, 0
	sup, lin := &nt.sup, &nt.lin
	if ok, err := nt.refresh(mostTheta * 0.1); err != nil || !ok {
		return nt.broken(err)
	}
	failures, gates, slow := 0, 0, false
	fine, before := 1.0, math.Inf(1)
	for count := 0; ; count++ {
		rowErr := sup.rowErr()
		switch { // mass that is left out holds back clusters that have to move far against each other
		case rowErr > 0.5*before:
			fine = max(fine/10, 1e-6)
		case rowErr < 0.1*before:
			fine = min(3*fine, 1)
		}
		before = rowErr
		nt.lastErr = rowErr
		done := rowErr <= max(tol, nt.roundingFloor(last, count))
		if !done && !last && count >= newtonCap {
			if rowErr > 0.9 {
				return failed, solve.NotStarted
			}
			done = true
		}
		nt.always, nt.kept = true, sup.kept
		nt.note(0, done, rowErr)
		nt.always = false
		if done {
			return reachedAt(last), solve.Converged
		}
		if status := nt.budget(); status != solve.NotStarted {
			return finished, status
		}
		if failures > maxFailures && (!last || rowErr > nt.opt.Ladder.Tol) || failures > lastFailures || count >= lastCap {
			return failed, solve.NotStarted
		}
		if gates < maxGates && !(sup.chiSquare() <= gate) {
			gates++
			if ok, err := nt.balance(theta(fine * rowErr)); err != nil || !ok {
				return nt.broken(err)
			}
			continue
		}
		lin.assemble(nt.damping * min(1, rowErr))
		cg, err := lin.solve(min(max(0.1*math.Sqrt(rowErr), 1e-8), 0.1), slow)
		if err != nil {
			return finished, stopped(err)
		}
		slow = slow || cg >= slowCG
		nt.stats.Newton++
		accepted, err := nt.search(theta(fine * min(rowErr*rowErr, 0.1*rowErr)))
		if err != nil {
			return finished, stopped(err)
		}
		if accepted {
			continue
		}
		failures++
		nt.damping, nt.reach = 10*max(nt.damping, 1e-2), 1
		nt.stats.plainSweeps++
		if _, err := nt.sweep(); err != nil {
			return finished, stopped(err)
		}
		if ok, err := nt.refresh(theta(fine * rowErr)); err != nil || !ok {
			return nt.broken(err)
		}
	}
}

func reachedAt(last bool) outcome {
	if last {
		return finished
	}
	return reached
}

// broken is the end of a level whose pass was interrupted, or met sums that no division survives.
func (nt *newton) broken(err error) (outcome, solve.Status) {
	if err != nil {
		return finished, stopped(err)
	}
	return failed, solve.NotStarted
}

// theta is the threshold of the support for a point whose row error will be about rowErr.
func theta(rowErr float64) float64 { return min(max(thetaOfError*rowErr, leastTheta), mostTheta) }

// refresh evaluates the support at the present point.
func (nt *newton) refresh(theta float64) (bool, error) {
	ok, err := nt.sup.evaluate(theta)
	if err != nil || !ok {
		return false, err
	}
	return true, nt.sup.finish()
}

// balance does a row update from the known row sums and a column update: a sweep of one pass that leaves a support.
// Starved rows and columns are left to the sweep over the cost, which takes care of them.
func (nt *newton) balance(theta float64) (bool, error) {
	sup := &nt.sup
	healthy := true
	for i, r := range sup.r {
		healthy = healthy && r >= starved*nt.a[i] && r <= nt.a[i]/starved
	}
	if healthy {
		copy(nt.baseF, nt.f)
		for i, r := range sup.r {
			nt.f[i] += (nt.lnA[i] - math.Log(r)) / nt.level
		}
		ok, err := nt.refresh(theta)
		nt.stats.Sweeps++
		nt.stats.plainSweeps++
		if ok || err != nil {
			if err != nil {
				copy(nt.f, nt.baseF)
			}
			return ok, err
		}
		copy(nt.f, nt.baseF)
	}
	nt.stats.plainSweeps++
	if _, err := nt.sweep(); err != nil {
		return false, err
	}
	return nt.refresh(theta)
}

// search tries steps along (df, dg) until φ grows enough. The step length comes from the self-concordance of φ: if no
// exponent changes by more than d in a full step, then ln(1+d)/d of it is safe as far as the kept entries go.
func (nt *newton) search(theta float64) (bool, error) {
	sup, lin := &nt.sup, &nt.lin
	slope, linear, noise := 0.0, 0.0, 0.0
	for i, v := range lin.df {
		slope += (nt.a[i] - sup.r[i]) * v
		linear += nt.a[i] * v
		noise += math.Abs(nt.a[i] * nt.f[i])
	}
	for j, v := range lin.dg {
		linear += nt.b[j] * v
		noise += math.Abs(nt.b[j] * nt.g[j])
	}
	if !(slope > 0) || math.IsInf(slope, 0) {
		return false, nil
	}
	d := nt.level * sup.largestSum(lin.df, lin.dg)
	safe := 1.0
	if d > 0 {
		safe = math.Log1p(d) / d
	}
	alpha := 1.0
	if d > nt.reach {
		alpha = min(1, 2*safe)
	}
	copy(nt.baseF, nt.f)
	copy(nt.baseG, nt.g)
	restore := func() {
		copy(nt.f, nt.baseF)
		copy(nt.g, nt.baseG)
	}
	for trial := range 3 {
		for i, v := range lin.df {
			nt.f[i] = nt.baseF[i] + alpha*v
		}
		for j, v := range lin.dg {
			nt.g[j] = nt.baseG[j] + alpha*v
		}
		ok, err := sup.evaluate(theta)
		if err != nil {
			restore()
			return false, err
		}
		gain := 0.0
		if ok {
			for j, v := range sup.scale {
				gain += nt.b[j] * math.Log(v)
			}
			gain = (alpha*linear + gain/nt.level) / (alpha * slope) // 1 − α/2 where φ is quadratic
			ok = gain >= armijo-2e-15*noise/(alpha*slope)
		}
		if ok {
			if err := sup.finish(); err != nil {
				restore()
				return false, err
			}
			nt.length = alpha
			nt.adapt(alpha, d, gain, trial)
			return true, nil
		}
		nt.stats.Rejected++
		switch {
		case trial == 0 && safe < 0.9*alpha:
			alpha = safe
		default:
			alpha /= 4
		}
	}
	restore()
	return false, nil
}

// adapt changes damping and reach after an accepted step. Where φ was nearly linear over the whole step, the
// kept entries hold a cluster back that has to go far, and longer steps are tried.
func (nt *newton) adapt(alpha, d, gain float64, trial int) {
	switch {
	case trial > 0:
		nt.damping *= 4
		nt.reach = max(1, nt.reach/2)
	case gain > nearlyLinear:
		nt.damping /= 4
		nt.reach = min(4*max(nt.reach, d), longestReach)
	case alpha == 1:
		nt.damping /= 4
		nt.reach = max(nt.reach, min(1.5*d, maxReach))
	case alpha < 0.3:
		nt.damping = 2 * max(nt.damping, 1e-6)
	}
}
