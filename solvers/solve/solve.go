// Package solve holds what all solvers share: how they report progress, why they stop, and what a history is.
// Start reading at Observer and Status.
package solve

import "time"

// Step is one report of an iterative method.
type Step struct {
	Iteration int           // counted from 1
	Objective float64       // value of the objective, NaN where the method has none
	Residual  float64       // the quantity that the tolerance is compared with
	StepSize  float64       // length or damping of the step, NaN where the method has none
	Elapsed   time.Duration // since the solver was called
}

// Observer receives at most one Step per iteration, never from two goroutines at once. It must return quickly.
type Observer func(Step)

// Status says why a solver stopped.
type Status int

const (
	NotStarted Status = iota
	Converged
	IterationLimit
	TimeLimit
	Cancelled
	PrecisionLimited // no further progress possible in float64
)

// String returns the status as one lower-case phrase.
func (s Status) String() string {
	switch s {
	case Converged:
		return "converged"
	case IterationLimit:
		return "iteration limit"
	case TimeLimit:
		return "time limit"
	case Cancelled:
		return "cancelled"
	case PrecisionLimited:
		return "precision limited"
	}
	return "not started"
}
