// Package evaltest is an evaluator for tests of fronts: its "language" is one command per line, so that a test says
// exactly what a cell puts out and when.
//
//	print TEXT            text and newline to stdout       err TEXT        the same to stderr
//	write TEXT            text without newline (\r, \n, \b escapes are honoured by all three)
//	display TEXT          a display                        display#ID TEXT one with a display id
//	update#ID TEXT        update of it                     png             a display with PNG, SVG and metadata
//	progress TEXT         the display of a running solver
//	clear / clearwait     clear the output                 value TEXT      the cell's result
//	raise NAME TEXT       an exception                     exit N          exit code N
//	sleep DURATION        interruptible wait               catch DURATION  wait that swallows the interrupt
//	hang                  wait for ever, deaf to interrupts
//	input                 ask for a line and print it      panic TEXT      a defect of the evaluator
//	repeat N TEXT         print TEXT N times               later DURATION TEXT  print after the cell's end
//	NAME = VALUE          assignment                       show NAME       print the value
//
// Comments and blank lines are skipped. An unknown command is a SyntaxError.
package evaltest

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"monge/dsl"
	"monge/dsl/display"
)

// Evaluator implements dsl.Evaluator. The zero value is ready.
type Evaluator struct {
	mu   sync.Mutex
	vars map[string]string
	busy atomic.Bool
	stop atomic.Pointer[context.CancelFunc]
	// Ran lists the execution options of the cells so far.
	Ran []dsl.ExecOptions
}

var _ dsl.Evaluator = (*Evaluator)(nil)

// PNG is the picture that the command "png" shows: three bytes are enough for a front.
var PNG = []byte{0x89, 'P', 'N'}

var escapes = strings.NewReplacer(`\r`, "\r", `\n`, "\n", `\b`, "\b", `\\`, `\`)

// Execute implements dsl.Evaluator.
func (e *Evaluator) Execute(ctx context.Context, code string, sink dsl.Sink, opt dsl.ExecOptions) (res dsl.Result) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.busy.Store(true)
	defer e.busy.Store(false)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	e.stop.Store(&cancel)
	e.Ran = append(e.Ran, opt)
	for i, line := range strings.Split(code, "\n") {
		line = strings.TrimLeft(line, " ")
		if line == "" || line[0] == '#' {
			continue
		}
		if ctx.Err() != nil {
			return dsl.Result{Err: raise(opt, i, "KeyboardInterrupt", "")}
		}
		if done, r := e.command(ctx, i, line, sink, opt, &res); done {
			return r
		}
	}
	return res
}

func raise(opt dsl.ExecOptions, line int, name, value string) *dsl.Error {
	where := opt.Filename
	if opt.Count > 0 {
		where = fmt.Sprintf("In [%d]", opt.Count)
	}
	err := &dsl.Error{Name: name, Value: value, Line: line + 1}
	err.Traceback = []string{"Traceback (most recent call last):", fmt.Sprintf("  %s, line %d", where, line+1), err.Error()}
	return err
}

func (e *Evaluator) command(ctx context.Context, i int, line string, sink dsl.Sink, opt dsl.ExecOptions, res *dsl.Result) (bool, dsl.Result) {
	word, arg, _ := strings.Cut(line, " ")
	word, id, _ := strings.Cut(word, "#")
	fail := func(name, value string) (bool, dsl.Result) {
		return true, dsl.Result{Err: raise(opt, i, name, value)}
	}
	if v, ok := strings.CutPrefix(arg, "= "); ok {
		if e.vars == nil {
			e.vars = map[string]string{}
		}
		e.vars[word] = v
		return false, dsl.Result{}
	}
	switch word {
	case "print":
		sink.Stream("stdout", escapes.Replace(arg)+"\n")
	case "err":
		sink.Stream("stderr", escapes.Replace(arg)+"\n")
	case "write":
		sink.Stream("stdout", escapes.Replace(arg))
	case "repeat":
		n, text, _ := strings.Cut(arg, " ")
		count, _ := strconv.Atoi(n)
		for range count {
			sink.Stream("stdout", escapes.Replace(text)+"\n")
		}
	case "display":
		sink.Display(display.Text(arg), id, false)
	case "update":
		sink.Display(display.Text(arg), id, true)
	case "png":
		sink.Display(display.Bundle{
			Data:     map[string]any{"text/plain": "<Figure>", "image/png": PNG, "image/svg+xml": "<svg>\n</svg>\n"},
			Metadata: map[string]any{"image/png": map[string]any{"width": 6, "height": 4}},
		}, id, false)
	case "progress":
		b := display.Text(arg)
		b.Metadata["progress"] = true
		sink.Display(b, "progress", false)
	case "clear":
		sink.ClearOutput(false)
	case "clearwait":
		sink.ClearOutput(true)
	case "value":
		b := display.Text(arg)
		res.Value = &b
	case "raise":
		name, value, _ := strings.Cut(arg, " ")
		return fail(name, value)
	case "exit":
		n, _ := strconv.Atoi(arg)
		return true, dsl.Result{ExitCode: &n}
	case "sleep", "catch":
		d, err := time.ParseDuration(arg)
		if err != nil {
			return fail("ValueError", err.Error())
		}
		select {
		case <-time.After(d):
		case <-ctx.Done():
			if word == "sleep" {
				return fail("KeyboardInterrupt", "")
			}
			return true, *res
		}
	case "hang":
		select {}
	case "input":
		s, err := sink.Input(ctx, arg, false)
		if err != nil {
			return fail("RuntimeError", err.Error())
		}
		sink.Stream("stdout", s+"\n")
	case "panic":
		panic(arg)
	case "later":
		d, text, _ := strings.Cut(arg, " ")
		wait, _ := time.ParseDuration(d)
		time.AfterFunc(wait, func() { sink.Stream("stdout", text+"\n") })
	case "show":
		v, ok := e.vars[arg]
		if !ok {
			return fail("NameError", fmt.Sprintf("name '%s' is not defined", arg))
		}
		sink.Stream("stdout", v+"\n")
	default:
		return fail("SyntaxError", "unknown command "+word)
	}
	return false, dsl.Result{}
}

// Evaluate implements dsl.Evaluator: an expression is the name of a variable.
func (e *Evaluator) Evaluate(_ context.Context, expr string, _ dsl.Sink) (display.Bundle, *dsl.Error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	v, ok := e.vars[expr]
	if !ok {
		return display.Bundle{}, raise(dsl.ExecOptions{}, 0, "NameError", expr)
	}
	return display.Text(v), nil
}

// Complete implements dsl.Evaluator with the names of commands.
func (e *Evaluator) Complete(code string, cursor int) dsl.Completions {
	r := []rune(code)
	prefix := string(r[:min(cursor, len(r))])
	c := dsl.Completions{End: cursor}
	for _, w := range []string{"print", "raise", "sleep"} {
		if strings.HasPrefix(w, prefix) {
			c.Matches = append(c.Matches, dsl.Completion{Text: w, Type: "keyword"})
		}
	}
	return c
}

// Inspect implements dsl.Evaluator: it knows the name "print".
func (e *Evaluator) Inspect(code string, _, _ int) (display.Bundle, bool) {
	if code == "print" {
		return display.Text("print TEXT\n\nWrites text and a newline."), true
	}
	return display.Bundle{}, false
}

// IsComplete implements dsl.Evaluator: a line that ends in a backslash wants another.
func (e *Evaluator) IsComplete(code string) dsl.Completeness {
	if strings.HasSuffix(code, `\`) {
		return dsl.Completeness{Status: "incomplete", Indent: "  "}
	}
	return dsl.Completeness{Status: "complete"}
}

// Variables implements dsl.Evaluator.
func (e *Evaluator) Variables() []dsl.Variable { return nil }

// Interrupt implements dsl.Evaluator.
func (e *Evaluator) Interrupt() {
	if cancel := e.stop.Load(); cancel != nil && e.busy.Load() {
		(*cancel)()
	}
}

// Busy implements dsl.Evaluator.
func (e *Evaluator) Busy() bool { return e.busy.Load() }
