package notebooks

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
	"time"

	"monge/dsl"
)

// RunOptions says how a notebook is run. The zero value runs all cells without limits, stops at the first error and
// saves nothing.
type RunOptions struct {
	// AllowErrors goes on after any exception, AllowErrorNames after exceptions of these classes.
	AllowErrors     bool
	AllowErrorNames []string
	// RequireRaises makes a cell fail that is tagged "raises-exception" and does not raise one.
	RequireRaises bool
	// CellTimeout and TotalTimeout interrupt a cell; 0 is no limit. Grace is how long an interrupted cell may take to
	// end before the run gives it up (0: 5 s).
	CellTimeout, TotalTimeout time.Duration
	Grace                     time.Duration
	// MaxOutput bounds the text that one cell may add to the notebook, in bytes; 0 is no limit.
	MaxOutput int
	// NoTiming leaves all times out of the notebook, and the progress displays of solvers with them, so that two runs
	// can be compared.
	NoTiming bool
	// Mark puts papermill's marks before a cell that stopped the run.
	Mark bool
	// Papermill keeps papermill's metadata of notebook and cells, under the version and paths given.
	Papermill             bool
	Version               string
	InputPath, OutputPath string
	// LanguageInfo and Kernelspec fill these entries of the metadata where the notebook has none.
	LanguageInfo, Kernelspec *Object
	// Save stores the notebook. It is called before the first cell, after cells, now and then during a long cell, and
	// with final set at the end. An error that is not final is reported by Warn and the run goes on.
	Save func(nb *Notebook, final bool) error
	// CellStart, CellEnd and Warn tell a front how the run goes.
	CellStart func(CellReport)
	CellEnd   func(CellReport)
	Warn      func(string)
	// Progress receives the lines in which solvers of the running cell say how far they are. It may be called from any
	// goroutine.
	Progress func(text string)
}

// Status says how a run or a cell ended.
type Status int

const (
	Passed      Status = iota // all went well; errors that are allowed count as well
	Skipped                   // not run: no code, a tag, or the run ended before
	Failed                    // an exception that is not allowed, or a missing one
	TimedOut                  // interrupted at a limit
	Interrupted               // the context of the run was cancelled
)

// String returns one lower-case word or two.
func (s Status) String() string {
	return [...]string{"ok", "skipped", "failed", "timed out", "interrupted"}[s]
}

// CellReport is what became of one code cell.
type CellReport struct {
	Index   int // position among all cells, from 0
	Number  int // position among the cells to run, from 1
	Total   int // number of cells to run
	Cell    *Cell
	Status  Status
	Elapsed time.Duration
	Err     *dsl.Error // the exception, allowed or not
	Reason  string     // why it failed when that is not Err
}

// Report is what became of a run.
type Report struct {
	Status  Status
	Cells   []CellReport  // of the cells that were run
	Failed  *CellReport   // the cell that stopped the run
	Elapsed time.Duration // of the whole run
	Stuck   bool          // the last cell did not end when it was interrupted; the evaluator must not be used again
	SaveErr error         // the notebook could not be stored at the end
}

// AllowedErrors counts the cells that raised an exception and did not stop the run.
func (r *Report) AllowedErrors() int {
	n := 0
	for _, c := range r.Cells {
		if c.Status == Passed && c.Err != nil {
			n++
		}
	}
	return n
}

// autosave is how often the notebook is saved during one cell.
const autosave = 30 * time.Second

// runner is one run of one notebook.
type runner struct {
	nb        *Notebook
	ev        dsl.Evaluator
	opt       RunOptions
	policy    policy
	rec       *recorder
	papermill *papermillRecord
	report    *Report
	count     int
	saved     time.Time
	saveTime  time.Duration
	unsaved   bool // a cell has ended since the last save
}

// Run executes the cells of a notebook in order and writes what they put out into it. The notebook's own errors (wrong
// metadata) come back as *FormatError before anything is run; all else is in the report.
func Run(ctx context.Context, nb *Notebook, ev dsl.Evaluator, opt RunOptions) (*Report, error) {
	pol, err := newPolicy(nb, opt)
	if err != nil {
		return nil, &FormatError{Err: err}
	}
	r := &runner{nb: nb, ev: ev, opt: opt, policy: pol, rec: newRecorder(opt), report: &Report{}}
	if r.opt.Grace <= 0 {
		r.opt.Grace = 5 * time.Second
	}
	if opt.Papermill {
		r.papermill = &papermillRecord{nb: nb, times: !opt.NoTiming}
	}
	if opt.TotalTimeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeoutCause(ctx, opt.TotalTimeout, errTotal)
		defer cancel()
	}
	r.run(ctx)
	return r.report, nil
}

var errTotal = errors.New("the run took longer than its limit")

func (r *runner) run(ctx context.Context) {
	begin := time.Now()
	r.prepare(begin)
	r.save(false)
	var todo []int
	for i, c := range r.nb.Cells {
		if r.policy.runs(c) {
			todo = append(todo, i)
		}
	}
	for n, i := range todo {
		rep := CellReport{Index: i, Number: n + 1, Total: len(todo), Cell: r.nb.Cells[i]}
		stop := r.cell(ctx, &rep)
		r.report.Cells = append(r.report.Cells, rep)
		if r.opt.CellEnd != nil {
			r.opt.CellEnd(rep)
		}
		if stop {
			if rep.Status != Passed {
				r.report.Failed = &rep
				r.report.Status = rep.Status
			}
			break
		}
		if n+1 < len(todo) { // the last save is the final one
			r.save(false)
		}
	}
	r.rec.mu.Lock()
	r.rec.flush()
	r.rec.closed = true
	r.report.Elapsed = time.Since(begin)
	r.papermill.end(time.Now())
	if r.opt.Mark && r.report.Failed != nil && r.report.Status != Interrupted {
		r.nb.addErrorMarks(r.report.Failed.Cell)
	}
	r.rec.mu.Unlock()
	r.report.SaveErr = r.save(true)
}

// prepare clears what an earlier run left, except in cells that are to be skipped, which keep their stored outputs.
func (r *runner) prepare(now time.Time) {
	r.nb.removeErrorMarks()
	r.nb.EnsureIDs()
	for _, c := range r.nb.Cells {
		if c.IsCode() && !c.HasTag(tagSkip) {
			c.ClearOutputs()
			c.Metadata().Delete("execution")
		}
	}
	meta := r.nb.Metadata()
	for key, v := range map[string]*Object{"language_info": r.opt.LanguageInfo, "kernelspec": r.opt.Kernelspec} {
		if _, ok := meta.Get(key); !ok && v != nil {
			meta.Set(key, Clone(v))
		}
	}
	r.papermill.start(now, r.opt.Version, r.opt.InputPath, r.opt.OutputPath)
}

// cell runs one cell and reports whether the run ends with it.
func (r *runner) cell(ctx context.Context, rep *CellReport) (stop bool) {
	if ctx.Err() != nil {
		rep.Status, rep.Reason = ended(ctx, true)
		return true
	}
	if r.opt.CellStart != nil {
		r.opt.CellStart(*rep)
	}
	c := rep.Cell
	r.count++
	sink := r.rec.sink(c)
	began := time.Now()
	r.rec.mu.Lock()
	r.papermill.cellStart(c, began)
	r.rec.mu.Unlock()

	res, cause := r.execute(ctx, c, sink)
	done := time.Now()
	rep.Elapsed = done.Sub(began)
	stop = r.judge(ctx, rep, &res, cause)
	if r.report.Stuck {
		res.Err = rep.Err
	}
	sink.finish(res, r.count)

	r.rec.mu.Lock()
	defer r.rec.mu.Unlock()
	if !r.opt.NoTiming {
		c.Metadata().Set("execution", timing(began, done))
	}
	r.papermill.cellEnd(c, began, done, rep.Status == Failed || rep.Status == TimedOut)
	return stop
}

// timing is the record of a cell's times that nbclient keeps.
func timing(began, done time.Time) *Object {
	start, end := nbclientTime(began), nbclientTime(done)
	return NewObject("iopub.execute_input", start, "iopub.status.busy", start, "iopub.status.idle", end, "shell.execute_reply", end)
}

func nbclientTime(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000000Z") }

// errCell is the cause of cancellation when a cell's own limit ended it.
var errCell = errors.New("the cell took longer than its limit")

// execute runs the cell's code and waits for its end, saving now and then. cause is why it was interrupted, else nil.
func (r *runner) execute(ctx context.Context, c *Cell, sink *cellSink) (res dsl.Result, cause error) {
	limit := r.policy.limit(c)
	cellCtx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	done := make(chan dsl.Result, 1)
	count, source := r.count, c.Source()
	go func() {
		defer func() {
			if p := recover(); p != nil {
				done <- dsl.Result{Err: panicError(p)}
			}
		}()
		done <- r.ev.Execute(cellCtx, source, sink, dsl.ExecOptions{Count: count, StoreHistory: true, Color: true})
	}()

	var timeout <-chan time.Time
	if limit > 0 {
		t := time.NewTimer(limit)
		defer t.Stop()
		timeout = t.C
	}
	tick := time.NewTicker(autosave)
	defer tick.Stop()
	var late <-chan time.Time // when a save that was put off is due
	if r.unsaved {
		t := time.NewTimer(time.Until(r.saved.Add(r.saveGap())))
		defer t.Stop()
		late = t.C
	}
	var giveUp <-chan time.Time
	interrupted := ctx.Done()
	for {
		select {
		case res = <-done:
			if cause == nil && ctx.Err() != nil && res.Err != nil {
				cause = context.Cause(ctx) // the evaluator saw the end of the context before this loop did
			}
			return res, cause
		case <-timeout:
			timeout, interrupted = nil, nil
			cause = errCell
		case <-interrupted:
			timeout, interrupted = nil, nil
			cause = context.Cause(ctx)
		case <-tick.C:
			r.save(false)
			continue
		case <-late:
			r.save(false)
			continue
		case <-giveUp:
			r.report.Stuck = true
			return dsl.Result{}, cause
		}
		cancel(cause)
		r.ev.Interrupt()
		giveUp = time.After(r.opt.Grace)
	}
}

// panicError is the exception for a defect of the evaluator, which must not take the run's outputs with it.
func panicError(p any) *dsl.Error {
	return &dsl.Error{Name: "InternalError", Value: fmt.Sprint(p),
		Traceback: append(strings.Split(strings.TrimSpace(string(debug.Stack())), "\n"), fmt.Sprintf("InternalError: %v", p))}
}

// ended says how a run that was interrupted from outside the cell is reported.
func ended(ctx context.Context, between bool) (Status, string) {
	if errors.Is(context.Cause(ctx), errTotal) {
		if between {
			return TimedOut, "the run reached its total time limit before this cell"
		}
		return TimedOut, "the run reached its total time limit in this cell"
	}
	return Interrupted, "interrupted"
}

// judge decides what the cell's end means for the run, fills the report and, where a limit ended the cell, words the
// stored exception.
func (r *runner) judge(ctx context.Context, rep *CellReport, res *dsl.Result, cause error) (stop bool) {
	rep.Err = res.Err
	switch {
	case cause != nil:
		if errors.Is(cause, errCell) {
			rep.Status, rep.Reason = TimedOut, fmt.Sprintf("the cell took longer than %v", r.policy.limit(rep.Cell))
		} else {
			rep.Status, rep.Reason = ended(ctx, false)
		}
		if r.report.Stuck {
			rep.Reason += fmt.Sprintf(" and did not end within %v of the interrupt", r.opt.Grace)
		}
		if rep.Status == TimedOut {
			res.Err = timeoutError(res.Err, rep.Reason)
		} else if res.Err == nil && r.report.Stuck {
			res.Err = &dsl.Error{Name: "KeyboardInterrupt", Traceback: []string{"KeyboardInterrupt"}}
		}
		rep.Err = res.Err
		return true
	case res.ExitCode != nil:
		if *res.ExitCode == 0 {
			rep.Err, res.Err = nil, nil
			return true
		}
		rep.Status, rep.Reason = Failed, fmt.Sprintf("the cell called exit(%d)", *res.ExitCode)
		return true
	case res.Err != nil:
		if r.policy.allows(rep.Cell, res.Err.Name) {
			return false
		}
		rep.Status = Failed
		return true
	case r.opt.RequireRaises && rep.Cell.HasTag(tagRaises):
		rep.Status, rep.Reason = Failed, `the cell is tagged "raises-exception" and raised none`
		return true
	}
	return false
}

// timeoutError is the exception stored for a cell that was interrupted at a limit: where it was, and why it ended.
func timeoutError(err *dsl.Error, reason string) *dsl.Error {
	e := &dsl.Error{Name: "TimeoutError", Value: reason}
	if err != nil && len(err.Traceback) > 0 {
		e.Traceback = append(e.Traceback, err.Traceback[:len(err.Traceback)-1]...)
		e.Line = err.Line
	}
	e.Traceback = append(e.Traceback, "TimeoutError: "+reason)
	return e
}

// saveGap is the time that passes at least between two saves. Small notebooks are saved so often that saving takes a
// third of the time at most, large ones a tenth.
func (r *runner) saveGap() time.Duration {
	if r.saveTime < 20*time.Millisecond {
		return 2 * r.saveTime
	}
	return 10 * r.saveTime
}

// save stores the notebook, or puts that off when the last save was a moment ago; execute catches up.
func (r *runner) save(final bool) error {
	if r.opt.Save == nil {
		return nil
	}
	if !final && time.Since(r.saved) < r.saveGap() {
		r.unsaved = true
		return nil
	}
	began := time.Now()
	r.rec.mu.Lock()
	r.rec.flush()
	err := r.opt.Save(r.nb, final)
	r.rec.mu.Unlock()
	r.saved, r.unsaved = time.Now(), false
	r.saveTime = r.saved.Sub(began)
	if err != nil && !final && r.opt.Warn != nil {
		r.opt.Warn(err.Error())
	}
	return err
}
