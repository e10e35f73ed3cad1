package ot

import (
	"context"
	"errors"
	"fmt"
	"math"
	"time"

	"monge/internal/parallel"
	"monge/solvers/solve"
)

// joinErrors is errors.Join, except that a single error stays itself.
func joinErrors(errs []error) error {
	if len(errs) == 1 {
		return errs[0]
	}
	return errors.Join(errs...)
}

// certifyAfterCancel is the time that a cancelled solve still gives to its certificate.
const certifyAfterCancel = 20 * time.Millisecond

// Solve finds the entropic transport plan between weights a and b for the cost c and the regularisation eps > 0.
// Weights may have any common total; nil means uniform. Nil options mean the defaults. Inputs are not modified; the
// result keeps a reference to the cost.
//
// The error is nil when the plan meets the tolerance (or the limit of float64, see Result.PrecisionLimited). It wraps
// ErrNotConverged when the budget ran out and ctx.Err() when ctx ended first; the result then holds the best point
// reached (it is nil if ctx ended before the first sweep). It joins *InputErrors when the input is refused.
func Solve(ctx context.Context, c Cost, a, b []float64, eps float64, opt *Options) (*Result, error) {
	start := time.Now()
	o := opt.settled()
	pool := parallel.NewPool(max(o.Threads, 0))
	defer pool.Close()
	ws := o.Workspace
	if ws == nil {
		ws = &Workspace{}
	}
	ws.reset()

	p, err := newProblem(ctx, pool, c, a, b, eps, &o)
	if err != nil {
		return nil, err
	}
	r := &Result{problem: p, Eps: eps, Tol: o.Tol, Method: o.Method, Certificate: emptyCertificate()}
	r.Stats.Setup = time.Since(start)

	e := newEngine(ctx, p, pool, ws, &r.Stats)
	s := &sinkhorn{engine: e, opt: o, start: start, history: newRecorder(ws.history), lastErr: math.NaN()}
	s.precision = e.floor()
	level := s.firstLevel()
	if o.F != nil || o.G != nil {
		level, err = s.warmStart(o.F, o.G)
	}
	switch o.Method {
	case Sinkhorn:
		s.drive = s.run
	case Newton:
		s.drive = newNewton(s).climb
	default:
		s.drive = newNewton(s).choose
	}
	status := solve.Cancelled
	if err == nil {
		status = s.drive(level)
	}
	r.Stats.Iterate = time.Since(start) - r.Stats.Setup
	cf := newCertifier(e)
	status = s.certify(cf, &r.Certificate, status)

	if r.Method = Sinkhorn; s.newtonUsed {
		r.Method = Newton
	}
	r.Status = status
	r.Converged = status == solve.Converged || status == solve.PrecisionLimited
	r.PrecisionLimited = status == solve.PrecisionLimited
	r.f, r.g = append([]float64(nil), e.f...), append([]float64(nil), e.g...)
	r.rounding = cf.round
	r.history = append([]Record(nil), s.history.records...)
	ws.history = s.history.records
	if math.IsNaN(r.RowErr) {
		r.RowErr = s.lastErr
	}
	r.report()
	r.Stats.Total = time.Since(start)
	r.Stats.Certify = r.Stats.Total - r.Stats.Setup - r.Stats.Iterate
	return r, r.outcome(ctx, &o)
}

// certify runs the passes of the certificate. A solve that believes to have converged and is contradicted by the fresh
// marginals goes back to sweeping, in the end without the cached kernel.
func (s *sinkhorn) certify(cf *certifier, cert *Certificate, status solve.Status) solve.Status {
	ctx, stop := s.certifyContext()
	defer func() { stop() }()
	for attempt := 0; ; attempt++ {
		if err := cf.marginals(ctx, cert); err != nil {
			return s.cutShort(status)
		}
		worst := max(cert.RowErr, cert.ColErr)
		if status != solve.Converged || worst <= s.opt.Tol {
			break
		}
		if worst <= s.floor() || attempt == 4 {
			status = solve.PrecisionLimited
			break
		}
		s.noKernel = attempt > 0
		status = s.drive(s.eta)
		stop()
		ctx, stop = s.certifyContext()
	}
	err := cf.rounded(ctx, cert)
	if err == nil && s.opt.Bounds {
		err = cf.bracket(ctx, cert)
	}
	if err != nil {
		return s.cutShort(status)
	}
	return status
}

// certifyContext is the solve's own context, or a short respite when that has ended.
func (s *sinkhorn) certifyContext() (context.Context, context.CancelFunc) {
	if s.ctx.Err() == nil {
		return s.ctx, func() {}
	}
	return context.WithTimeout(context.WithoutCancel(s.ctx), certifyAfterCancel)
}

// cutShort is the status of a solve whose certificate could not be finished.
func (s *sinkhorn) cutShort(status solve.Status) solve.Status {
	if err := s.ctx.Err(); err != nil {
		return stopped(err)
	}
	return status
}

// outcome is the error that goes with the result.
func (r *Result) outcome(ctx context.Context, o *Options) error {
	switch {
	case r.Converged:
		return nil
	case ctx.Err() != nil:
		return fmt.Errorf("ot: stopped after %s at row error %.2g: %w", r.Stats.Work(), r.RowErr, ctx.Err())
	}
	return fmt.Errorf("ot: %w: %v after %d passes and %s, row error %.2g, tolerance %.2g; raise MaxPasses, Tol or eps",
		ErrNotConverged, r.Status, r.Stats.Passes, r.Stats.Work(), r.RowErr, o.Tol)
}
