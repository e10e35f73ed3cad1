package kernel_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"monge/dsl"
	"monge/dsl/display"
)

// fake is an evaluator with a language of its own, one command a line, in which tests say exactly what a cell does.
type fake struct {
	mu         sync.Mutex // one cell at a time
	busy       atomic.Bool
	interrupt  chan struct{}
	vars       sync.Map
	background sync.WaitGroup
}

var _ dsl.Evaluator = (*fake)(nil)

func newFake() *fake { return &fake{interrupt: make(chan struct{}, 1)} }

func newFakeEvaluator() dsl.Evaluator { return newFake() }

func raised(name, value string) *dsl.Error {
	return &dsl.Error{Name: name, Value: value, Traceback: []string{"Traceback", name + ": " + value}, Line: 1}
}

// pause waits; an interrupt or the end of ctx is a KeyboardInterrupt.
func (f *fake) pause(ctx context.Context, d time.Duration) *dsl.Error {
	select {
	case <-time.After(d):
		return nil
	case <-f.interrupt:
	case <-ctx.Done():
	}
	return raised("KeyboardInterrupt", "")
}

func (f *fake) Execute(ctx context.Context, code string, out dsl.Sink, opt dsl.ExecOptions) (res dsl.Result) {
	f.mu.Lock()
	defer f.mu.Unlock()
	select {
	case <-f.interrupt: // one that came while idle
	default:
	}
	f.busy.Store(true)
	defer f.busy.Store(false)
	for line := range strings.Lines(code) {
		line = strings.TrimRight(line, "\n")
		cmd, arg, _ := strings.Cut(line, " ")
		if res.Err = f.run(ctx, cmd, arg, out, opt, &res); res.Err != nil {
			res.Value = nil
			return res
		}
	}
	return res
}

func (f *fake) run(ctx context.Context, cmd, arg string, out dsl.Sink, opt dsl.ExecOptions, res *dsl.Result) *dsl.Error {
	n, _ := strconv.Atoi(arg)
	d, _ := time.ParseDuration(arg)
	switch cmd {
	case "print":
		out.Stream("stdout", arg)
		out.Stream("stdout", "\n")
	case "eprint":
		out.Stream("stderr", arg+"\n")
	case "lines":
		for i := range n {
			out.Stream("stdout", strconv.Itoa(i))
			out.Stream("stdout", "\n")
		}
	case "slowlines": // each in a message of its own
		for i := range n {
			out.Stream("stdout", strconv.Itoa(i)+"\n")
			out.Display(display.Text("between"), "", false)
		}
	case "bytes":
		out.Stream("stdout", strings.Repeat("x", n))
	case "value":
		b := display.Text(arg)
		res.Value = &b
	case "count":
		b := display.Text(fmt.Sprintf("%d %s %v %v", opt.Count, opt.Filename, opt.Silent, opt.StoreHistory))
		res.Value = &b
	case "bundle":
		out.Display(display.Bundle{Data: map[string]any{
			"text/plain": "figure", "image/png": []byte{0x89, 'P', 'N', 'G'}, "image/svg+xml": []byte("<svg/>"),
			"application/json": map[string]any{"nan": math.NaN(), "inf": []float64{1, math.Inf(1)}}, "text/html; charset=utf-8": "bad key",
			"application/vnd.x+json": `{"a":1}`,
		}, Metadata: map[string]any{"image/png": map[string]any{"width": 10}}}, "", false)
	case "display", "update":
		id, text, _ := strings.Cut(arg, " ")
		out.Display(display.Text(text), id, cmd == "update")
	case "clear":
		out.ClearOutput(arg == "wait")
	case "input", "password":
		s, err := out.Input(ctx, arg, cmd == "password")
		switch {
		case errors.Is(err, dsl.ErrNoInput):
			return raised("StdinNotImplementedError", err.Error())
		case errors.Is(err, io.EOF):
			return raised("EOFError", "")
		case err != nil:
			return raised("KeyboardInterrupt", "")
		}
		out.Stream("stdout", "got "+s+"\n")
	case "sleep":
		return f.pause(ctx, d)
	case "stubborn": // ignores interrupts
		time.Sleep(d)
	case "raise":
		name, value, _ := strings.Cut(arg, " ")
		return raised(name, value)
	case "panic":
		panic(arg)
	case "set":
		k, v, _ := strings.Cut(arg, " ")
		f.vars.Store(k, v)
	case "get":
		v, ok := f.vars.Load(arg)
		if !ok {
			return raised("NameError", arg)
		}
		b := display.Text(v.(string))
		res.Value = &b
	case "page":
		b := display.Text(arg)
		res.Payload = append(res.Payload, dsl.Payload{Source: "page", Data: &b})
	case "next":
		res.Payload = append(res.Payload, dsl.Payload{Source: "set_next_input", Text: arg, Replace: true})
	case "exit":
		res.ExitCode = &n
	case "background":
		wait, text, _ := strings.Cut(arg, " ")
		d, _ := time.ParseDuration(wait)
		f.background.Go(func() {
			time.Sleep(d)
			out.Stream("stdout", text+"\n")
		})
	default:
		return raised("SyntaxError", cmd)
	}
	return nil
}

func (f *fake) Evaluate(ctx context.Context, expr string, out dsl.Sink) (display.Bundle, *dsl.Error) {
	if expr == "panic" {
		panic("in expression")
	}
	if v, ok := f.vars.Load(expr); ok {
		return display.Text(v.(string)), nil
	}
	return display.Bundle{}, raised("NameError", expr)
}

func (f *fake) Complete(code string, cursor int) dsl.Completions {
	r := []rune(code)[:cursor]
	start := len(r)
	for start > 0 && r[start-1] >= 'a' && r[start-1] <= 'z' {
		start--
	}
	c := dsl.Completions{Start: start, End: cursor}
	for _, w := range []string{"print", "page", "panic"} {
		if prefix := string(r[start:]); prefix != "" && strings.HasPrefix(w, prefix) {
			c.Matches = append(c.Matches, dsl.Completion{Text: w, Type: "function", Signature: "(text)"})
		}
	}
	if strings.Contains(code, "PANIC") {
		panic("in complete")
	}
	return c
}

func (f *fake) Inspect(code string, cursor, detail int) (display.Bundle, bool) {
	if !strings.HasPrefix(code, "print") {
		return display.Bundle{}, false
	}
	return display.Text(fmt.Sprintf("print(text) at %d, detail %d", cursor, detail)), true
}

func (f *fake) IsComplete(code string) dsl.Completeness {
	switch {
	case strings.HasSuffix(code, ":"):
		return dsl.Completeness{Status: "incomplete", Indent: "    "}
	case strings.Contains(code, "("):
		return dsl.Completeness{Status: "invalid"}
	}
	return dsl.Completeness{Status: "complete"}
}

func (f *fake) Variables() []dsl.Variable { return nil }

func (f *fake) Interrupt() {
	if f.busy.Load() {
		select {
		case f.interrupt <- struct{}{}:
		default:
		}
	}
}

func (f *fake) Busy() bool { return f.busy.Load() }
