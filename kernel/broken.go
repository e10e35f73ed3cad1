package kernel

import (
	"context"

	"monge/dsl"
	"monge/dsl/display"
)

// broken stands in for an evaluator that could not be made: the kernel lives and says why nothing runs.
type broken struct{ why string }

var _ dsl.Evaluator = broken{}

func (b broken) err() *dsl.Error {
	v := "the language could not be started: " + b.why
	return &dsl.Error{Name: "InternalError", Value: v, Traceback: []string{"InternalError: " + v}}
}

func (b broken) Execute(context.Context, string, dsl.Sink, dsl.ExecOptions) dsl.Result {
	return dsl.Result{Err: b.err()}
}

func (b broken) Evaluate(context.Context, string, dsl.Sink) (display.Bundle, *dsl.Error) {
	return display.Bundle{}, b.err()
}

func (broken) Complete(_ string, cursor int) dsl.Completions {
	return dsl.Completions{Start: cursor, End: cursor}
}

func (broken) Inspect(string, int, int) (display.Bundle, bool) { return display.Bundle{}, false }
func (broken) IsComplete(string) dsl.Completeness              { return dsl.Completeness{Status: "unknown"} }
func (broken) Variables() []dsl.Variable                       { return nil }
func (broken) Interrupt()                                      {}
func (broken) Busy() bool                                      { return false }
