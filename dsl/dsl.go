// Package dsl is the language as its fronts see it. A Session holds a namespace and runs cells; the kernel, the
// notebook runner, the script runner and the terminal differ only in the Sink that they pass.
//
// Below it: dsl/syntax (text to syntax tree), dsl/compile (syntax tree to code objects), dsl/vm (the evaluation loop),
// dsl/runtime (values, operators, builtins), dsl/bind (how Go functions are declared), dsl/display (what values look
// like).
package dsl

import (
	"context"
	"errors"

	"monge/dsl/display"
)

// ErrNoInput is what Sink.Input returns where the front cannot ask the user.
var ErrNoInput = errors.New("dsl: this front cannot ask for input")

// Sink receives what a cell puts out while it runs. Its methods are called from the goroutine that runs the cell, in
// program order, except Stream and Display, which background work of a solver may call too: they must be safe for
// concurrent use.
type Sink interface {
	// Stream is text for "stdout" or "stderr".
	Stream(name, text string)
	// Display shows a bundle; id is "" or the display_id; update replaces the earlier display of that id.
	Display(b display.Bundle, id string, update bool)
	// ClearOutput removes the outputs shown so far, at the next output if wait is set.
	ClearOutput(wait bool)
	// Input asks the user for a line. It returns ErrNoInput where the front cannot ask; ctx ends the wait.
	Input(ctx context.Context, prompt string, password bool) (string, error)
}

// ExecOptions says how one cell is run. The zero value is an anonymous run that leaves no history.
type ExecOptions struct {
	Count        int    // execution count: the cell is "In [Count]" in tracebacks; 0 for script files
	Filename     string // name in tracebacks where Count is 0
	Silent       bool   // no result, no history
	StoreHistory bool   // set In, Out, _ and _N
	Color        bool   // ANSI colours in tracebacks
}

// Result is what became of one cell.
type Result struct {
	Value    *display.Bundle // value of the last expression; nil when there is none or it is suppressed
	Err      *Error          // nil when the cell ran to its end
	Payload  []Payload       // pager text and next-cell input, as Jupyter's execute_reply carries them
	ExitCode *int            // set when the program called exit() or raised SystemExit
}

// Error is an exception that left a cell.
type Error struct {
	Name      string   // exception class: "ZeroDivisionError"
	Value     string   // str(exception)
	Traceback []string // lines as Jupyter wants them: never nil, last one "Name: Value"
	Line      int      // 1-based line in the cell where it was raised, 0 if unknown
}

// Error implements the error interface with "Name: Value".
func (e *Error) Error() string {
	if e.Value == "" {
		return e.Name
	}
	return e.Name + ": " + e.Value
}

// Payload is an instruction to the front: Source is "page" (Data holds the text) or "set_next_input" (Text, Replace).
type Payload struct {
	Source  string
	Data    *display.Bundle
	Text    string
	Replace bool
}

// Completion is one candidate; Text replaces code[Start:End] of the request.
type Completion struct {
	Text      string
	Type      string // "function", "class", "module", "instance", "keyword", "param", "property", "magic", "path"
	Signature string // "(x, y=0)" for callables
}

// Completions answer a request for completion. Start and End are in Unicode code points of the code.
type Completions struct {
	Matches    []Completion
	Start, End int
}

// Completeness answers whether a front should run the text or wait for more.
type Completeness struct {
	Status string // "complete", "incomplete", "invalid", "unknown"
	Indent string // suggested indent of the next line when incomplete
}

// Variable is one name of the session's namespace, for %who, variable panes and batch reports.
type Variable struct {
	Name, Type, Summary string
}

// Evaluator is what fronts call; *Session is the one implementation, and fronts' tests may use another.
//
// Execute and Evaluate are serialised by the evaluator. Complete, Inspect, IsComplete, Variables and Interrupt may be
// called at any time, also while a cell runs.
type Evaluator interface {
	// Execute runs a cell. Cancelling ctx has the effect of Interrupt.
	Execute(ctx context.Context, code string, sink Sink, opt ExecOptions) Result
	// Evaluate returns the display of one expression (Jupyter's user_expressions).
	Evaluate(ctx context.Context, expr string, sink Sink) (display.Bundle, *Error)
	// Complete, Inspect: cursor in Unicode code points; detail 0 is signature and doc, 1 adds source.
	Complete(code string, cursor int) Completions
	Inspect(code string, cursor, detail int) (display.Bundle, bool)
	IsComplete(code string) Completeness
	Variables() []Variable
	// Interrupt makes the running cell raise KeyboardInterrupt at its next safe point; harmless when idle.
	Interrupt()
	// Busy reports whether a cell runs.
	Busy() bool
}
