package ot

import (
	"fmt"
	"math"
	"time"

	"monge/solvers/solve"
)

// Method is an algorithm.
type Method int

const (
	// Auto takes the best method there is for the problem.
	Auto Method = iota
	// Sinkhorn alternates row and column updates along a ladder of regularisations.
	Sinkhorn
	// Newton finishes each level of the ladder with Newton steps on a sparse part of the Hessian.
	Newton
)

// String returns the name of the method in lower case.
func (m Method) String() string {
	switch m {
	case Auto:
		return "auto"
	case Sinkhorn:
		return "sinkhorn"
	case Newton:
		return "newton"
	}
	return fmt.Sprintf("method(%d)", int(m))
}

// MethodNames lists what ParseMethod understands.
var MethodNames = []string{"auto", "sinkhorn", "newton"}

// ParseMethod finds a method by its name.
func ParseMethod(name string) (Method, error) {
	for m := Auto; m <= Newton; m++ {
		if m.String() == name {
			return m, nil
		}
	}
	return Auto, &InputError{Kind: ErrOption, Field: "method", Value: fmt.Sprintf("%q", name),
		Detail: fmt.Sprintf("must be one of %v", MethodNames)}
}

// Defaults of the options whose zero value stands for them.
const (
	DefaultTol          = 1e-9
	DefaultMaxPasses    = 10_000
	DefaultLadderStart  = 20
	DefaultLadderFactor = 4
	DefaultLadderTol    = 0.1
)

// Ladder says how the regularisation is lowered to its final value. Levels are counted in eta = 1/eps; each starts
// from the potentials of the one before.
type Ladder struct {
	Start  float64 // first level times the range of the cost; default 20. +Inf goes to the final level at once
	Factor float64 // from one level to the next, above 1; default 4
	Tol    float64 // row error (L1) at which a level before the last is left; default 0.1
}

// Options tune a solve. The zero value is a good default; a nil *Options means the zero value.
type Options struct {
	Method       Method
	Tol          float64        // L1 error of the row and column sums, as a fraction of the total mass; default 1e-9
	MaxPasses    int            // budget of passes and sweeps together; default 10 000
	MaxTime      time.Duration  // budget of time; 0 means none
	Ladder       Ladder         // the warm-up
	F, G         []float64      // potentials to start from; either may be nil
	DropZeroMass bool           // remove rows and columns of weight zero instead of refusing them
	Normalize    bool           // divide a and b by their sums first
	Threads      int            // 0 means GOMAXPROCS; the result does not depend on it
	Bounds       bool           // also bracket the unregularised transport cost
	Observer     solve.Observer // progress: Objective is the dual value, Residual the row error, StepSize the level's eps
	Workspace    *Workspace     // buffers to use again; nil allocates new ones
}

// settled is Options with the defaults filled in.
func (o *Options) settled() Options {
	var s Options
	if o != nil {
		s = *o
	}
	if s.Tol == 0 {
		s.Tol = DefaultTol
	}
	if s.MaxPasses == 0 {
		s.MaxPasses = DefaultMaxPasses
	}
	if s.Ladder.Start == 0 {
		s.Ladder.Start = DefaultLadderStart
	}
	if s.Ladder.Factor == 0 {
		s.Ladder.Factor = DefaultLadderFactor
	}
	if s.Ladder.Tol == 0 {
		s.Ladder.Tol = DefaultLadderTol
	}
	return s
}

// check lists everything that is wrong with settled options.
func (o *Options) check() []error {
	var errs []error
	bad := func(field string, value any, detail string) {
		errs = append(errs, &InputError{Kind: ErrOption, Field: field, Value: value, Detail: detail})
	}
	if o.Method < Auto || o.Method > Newton {
		bad("Method", int(o.Method), "no such method")
	}
	if !(o.Tol > 0 && o.Tol < 1) {
		bad("Tol", o.Tol, "must lie between 0 and 1")
	}
	if o.MaxPasses < 0 {
		bad("MaxPasses", o.MaxPasses, "must not be negative")
	}
	if o.MaxTime < 0 {
		bad("MaxTime", o.MaxTime, "must not be negative")
	}
	if !(o.Ladder.Start > 0) {
		bad("Ladder.Start", o.Ladder.Start, "must be positive")
	}
	if !(o.Ladder.Factor > 1) || math.IsInf(o.Ladder.Factor, 1) {
		bad("Ladder.Factor", o.Ladder.Factor, "must be above 1 and finite")
	}
	if !(o.Ladder.Tol > 0 && o.Ladder.Tol < 2) {
		bad("Ladder.Tol", o.Ladder.Tol, "must lie between 0 and 2")
	}
	if o.Threads < 0 {
		bad("Threads", o.Threads, "must not be negative")
	}
	return errs
}
