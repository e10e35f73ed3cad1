package ot

import (
	"context"
	"errors"
	"math"
	"time"

	"monge/solvers/solve"
)

// levelCap is the number of sweeps after which a level before the last is left even if its tolerance is not reached.
const levelCap = 500

// sinkhorn runs the method: sweeps at each level of the ladder, and at the last one until the row error is within tol.
type sinkhorn struct {
	*engine
	opt     Options
	start   time.Time
	history *recorder

	precision  float64 // row error that rounding allows at the last level
	index      int     // of the level
	active     bool    // the cached kernel is in use
	noKernel   bool    // it has been given up
	plainLeft  int     // sweeps over the cost before the kernel is tried again
	backoff    int
	kernelRuns int // sweeps since the kernel was built
	exact      bool
	lastErr    float64

	drive      func(first float64) solve.Status // the method: climbs the ladder from a level
	newtonUsed bool
	watch      bool    // leave the last level with the status NotStarted when sweeps converge too slowly
	marked     float64 // row error half as many sweeps ago, when watching
	always     bool    // record every call of note
	observed   int     // iterations at the last report to the observer
	kept       int     // of the last Newton step, for the record
	length     float64 // of the last Newton step
}

// budget says why the solver must stop now, or NotStarted when it may go on.
func (s *sinkhorn) budget() solve.Status {
	kernelSweeps := s.stats.Sweeps - s.stats.plainSweeps
	switch {
	case s.ctx.Err() != nil:
		return stopped(s.ctx.Err())
	case s.stats.Passes+kernelSweeps >= s.opt.MaxPasses:
		return solve.IterationLimit
	case s.opt.MaxTime > 0 && time.Since(s.start) >= s.opt.MaxTime:
		return solve.TimeLimit
	}
	return solve.NotStarted
}

// stopped maps the end of a context to a status: a deadline is a time limit.
func stopped(err error) solve.Status {
	if errors.Is(err, context.DeadlineExceeded) {
		return solve.TimeLimit
	}
	return solve.Cancelled
}

// firstLevel is where the ladder starts.
func (s *sinkhorn) firstLevel() float64 {
	return min(s.eta, s.opt.Ladder.Start/s.span) // span 0 gives eta
}

// run climbs the ladder from the present potentials and stops when the last level's error is within tol.
func (s *sinkhorn) run(first float64) solve.Status {
	s.level = first
	// The steps are equal and as near to the asked factor as a whole number of them allows.
	steps := max(1, math.Round(math.Log(s.eta/first)/math.Log(s.opt.Ladder.Factor)))
	factor := math.Pow(s.eta/first, 1/steps)
	for left := steps; ; left-- {
		last := s.level == s.eta
		tol := s.opt.Ladder.Tol
		if last {
			tol = s.opt.Tol
		}
		s.beginLevel(tol)
		status := s.sweepUntil(tol, last)
		s.stats.Levels++
		s.index++
		if status != solve.Converged || last {
			return status
		}
		s.level = s.level * factor
		if left <= 1 {
			s.level = s.eta
		}
	}
}

func (s *sinkhorn) beginLevel(tol float64) {
	s.kernel.setTolerance(tol)
	s.active, s.exact, s.lastErr = false, false, math.NaN()
	s.plainLeft, s.backoff = 2, 2
}

// sweepUntil sweeps at the present level. Row errors are known one sweep late, when the next one sums the rows; they
// count as soon as the columns were exact before it.
func (s *sinkhorn) sweepUntil(tol float64, last bool) solve.Status {
	for count := 1; ; count++ {
		if status := s.budget(); status != solve.NotStarted {
			s.leaveKernel()
			return status
		}
		rowErr, clean, err := s.step(tol)
		if err != nil {
			s.leaveKernel()
			return stopped(err)
		}
		if s.exact {
			s.lastErr = rowErr
		}
		converged := false
		if s.exact && rowErr <= max(tol, s.roundingFloor(last, count)) {
			converged = true
		}
		if !last && count >= levelCap {
			converged = true
		}
		s.note(count, converged, rowErr)
		if converged {
			s.leaveKernel()
			return solve.Converged
		}
		s.exact = clean
		if s.watch && last && s.tooSlow(count, rowErr, tol) {
			s.leaveKernel()
			return solve.NotStarted
		}
	}
}

// tooSlow predicts, at every doubling of the number of sweeps, how many are left to do from the rate of the last half.
func (s *sinkhorn) tooSlow(count int, rowErr, tol float64) bool {
	if count < firstForecast/2 || count&(count-1) != 0 {
		return false
	}
	before := s.marked
	s.marked = rowErr
	if count < firstForecast {
		return false
	}
	rate := math.Log(rowErr/before) / float64(count/2)
	return !(math.Log(tol/rowErr)/rate <= repaySweeps)
}

// roundingFloor is the error that rounding allows; it is looked at now and then, because it costs O(n+m).
func (s *sinkhorn) roundingFloor(last bool, count int) float64 {
	if !last {
		return 0
	}
	if count%16 == 1 {
		s.precision = s.floor()
	}
	return s.precision
}

// step does one sweep in whichever way is in force and decides how the next one is done. It reports whether the columns
// are exact afterwards.
func (s *sinkhorn) step(tol float64) (rowErr float64, clean bool, err error) {
	if !s.active {
		s.stats.plainSweeps++
		rowErr, err = s.sweep()
		s.plainLeft--
		if err == nil && s.plainLeft <= 0 && !s.noKernel && s.worthKernel(rowErr, tol) {
			s.active, err = s.kernel.build()
			s.kernelRuns = 0
			if !s.active {
				s.plainLeft = math.MaxInt
			}
		}
		return rowErr, true, err
	}
	res, err := s.kernel.sweep()
	if err != nil {
		return res.rowErr, false, err
	}
	s.kernelRuns++
	switch {
	case res.bad:
		s.leaveKernel()
		s.postpone()
	case res.drift && s.kernelRuns < 4: // the potentials still move too fast for a kernel to last
		s.leaveKernel()
		s.postpone()
	case res.drift:
		s.kernel.absorb()
		s.active, err = s.kernel.build()
		s.kernelRuns = 0
	}
	return res.rowErr, !res.bad, err
}

// worthKernel predicts from the last two row errors whether enough sweeps are left to repay building a kernel, which
// costs one or two of them.
func (s *sinkhorn) worthKernel(rowErr, tol float64) bool {
	if !s.exact {
		return true
	}
	if rowErr <= tol {
		return false
	}
	rate := rowErr / s.lastErr
	return !(rate < 1) || math.Log(tol/rowErr)/math.Log(rate) > 4 // NaN: no earlier error is known
}

func (s *sinkhorn) postpone() {
	s.backoff *= 2
	s.plainLeft = s.backoff
}

// leaveKernel moves the factors into the potentials.
func (s *sinkhorn) leaveKernel() {
	if s.active {
		s.kernel.absorb()
		s.active = false
	}
}

// note records and reports progress: at every interval of the history, at the end of a level, and, to the observer, at
// least every twentieth of a second.
func (s *sinkhorn) note(count int, end bool, rowErr float64) {
	iterations := s.stats.Sweeps + s.stats.Newton
	due := end || s.always || s.history.due(iterations)
	if !due && (s.opt.Observer == nil || time.Since(s.history.last) < 50*time.Millisecond) {
		return
	}
	elapsed := time.Since(s.start)
	rec := Record{Level: s.index, Eps: 1 / s.level, Passes: s.stats.Passes, Sweeps: s.stats.Sweeps,
		RowErr: rowErr, Dual: s.dual(), LevelEnd: end, Elapsed: elapsed,
		Newton: s.stats.Newton, CG: s.stats.CG, Kept: s.kept, Step: s.length}
	if due {
		s.history.add(rec)
	}
	if s.opt.Observer != nil && iterations > s.observed {
		s.observed = iterations
		s.history.last = time.Now()
		s.opt.Observer(solve.Step{Iteration: iterations, Objective: rec.Dual, Residual: rowErr, StepSize: rec.Eps, Elapsed: elapsed})
	}
}

// dual is the dual value at the present level and point, whose columns are taken to be exact, in the caller's units.
func (s *sinkhorn) dual() float64 {
	v, factors := 0.0, 0.0
	for i, a := range s.a {
		v += a * (s.f[i] + s.alpha[i])
		if s.active {
			factors += a * math.Log(s.kernel.u[i])
		}
	}
	for j, b := range s.b {
		v += b * (s.g[j] + s.beta[j])
		if s.active {
			factors += b * math.Log(s.kernel.v[j])
		}
	}
	return s.mass * (v + (factors+math.Log(s.mass)-1)/s.level)
}

// warmStart installs the potentials that the caller gave and returns the level to start from: the largest eta on the
// ladder at which they fit with a row error below one half.
func (s *sinkhorn) warmStart(f, g []float64) (float64, error) {
	f0, g0 := s.ws.take(s.n), s.ws.take(s.m)
	lnMass := math.Log(s.mass) / s.eta
	pick(f0, f, s.rows)
	pick(g0, g, s.cols)
	for i := range f0 {
		if f != nil {
			f0[i] -= s.alpha[i]
		}
		if g == nil {
			f0[i] -= lnMass
		}
	}
	for j := range g0 {
		if g != nil {
			g0[j] -= s.beta[j] + lnMass
		}
	}
	for level := s.eta; ; level /= s.opt.Ladder.Factor {
		level = max(level, s.firstLevel())
		s.level = level
		copy(s.f, f0)
		copy(s.g, g0)
		if g == nil {
			if err := s.allColumns(); err != nil {
				return level, err
			}
		}
		fit := math.Inf(1)
		for range 2 { // the first sweep makes the columns exact, the second sees how far off the rows are
			if s.budget() != solve.NotStarted {
				return level, nil
			}
			var err error
			s.stats.plainSweeps++
			if fit, err = s.sweep(); err != nil {
				return level, err
			}
		}
		if fit < 0.5 || level <= s.firstLevel() {
			return level, nil
		}
	}
}

// pick copies src, or its entries at the given positions, to dst; a nil src leaves dst alone.
func pick(dst, src []float64, at []int) {
	switch {
	case src == nil:
	case at == nil:
		copy(dst, src)
	default:
		for k, i := range at {
			dst[k] = src[i]
		}
	}
}
