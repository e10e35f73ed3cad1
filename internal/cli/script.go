package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"monge/dsl"
)

// scriptOptions say how one script is run.
type scriptOptions struct {
	path    string // "-" is standard input
	args    []string
	cwd     string
	figures string
	timeout time.Duration
	quiet   bool
}

// errTimeout is the cause of a context that a limit of time ended.
var errTimeout = errors.New("time limit")

// patience is how long an interrupted script may take to end.
const patience = 5 * time.Second

// runScript runs a file as one program.
func (p *Program) runScript(ctx context.Context, opt scriptOptions) error {
	code, name, err := p.readScript(opt.path)
	if err != nil {
		return err
	}
	dir := filepath.Dir(opt.path)
	if dir, err = filepath.Abs(dir); err != nil {
		return err
	}
	sink := newFront(p)
	if opt.figures != "" {
		if sink.figures, err = newFigures(opt.figures); err != nil {
			return fileError(err)
		}
	}
	if opt.cwd != "" {
		if err := os.Chdir(opt.cwd); err != nil {
			return fileError(err)
		}
	}
	ctx, cancel := withSignals(ctx, func(os.Signal) { os.Exit(130) })
	defer cancel()
	if opt.timeout > 0 {
		var stop context.CancelFunc
		ctx, stop = context.WithTimeoutCause(ctx, opt.timeout, errTimeout)
		defer stop()
	}
	ev := p.NewSession(dir, append([]string{opt.path}, opt.args...))
	res, ended := execute(ctx, ev, code, sink, dsl.ExecOptions{Filename: name, Silent: true, Color: p.colourful(p.Stderr)})
	sink.close()
	if !opt.quiet {
		sink.noteFigures()
	}
	return p.concludeScript(ctx, opt, name, res, ended)
}

// execute runs code and waits for its end, and after an interrupt for as long as patience lasts.
func execute(ctx context.Context, ev dsl.Evaluator, code string, sink dsl.Sink, opt dsl.ExecOptions) (res dsl.Result, ended bool) {
	done := make(chan dsl.Result, 1)
	go func() { done <- ev.Execute(ctx, code, sink, opt) }()
	select {
	case res = <-done:
		return res, true
	case <-ctx.Done():
	}
	ev.Interrupt()
	select {
	case res = <-done:
		return res, true
	case <-time.After(patience):
		return dsl.Result{}, false
	}
}

func (p *Program) readScript(path string) (code, name string, err error) {
	var data []byte
	if path == "-" {
		name = "<stdin>"
		data, err = io.ReadAll(p.Stdin)
	} else {
		name = path
		data, err = os.ReadFile(path)
	}
	if err != nil {
		return "", "", fileError(err)
	}
	return string(data), name, nil
}

// concludeScript finds the exit code of a script and prints its traceback.
func (p *Program) concludeScript(ctx context.Context, opt scriptOptions, name string, res dsl.Result, ended bool) error {
	var sig errSignal
	cause := context.Cause(ctx)
	switch {
	case res.ExitCode != nil && ended:
		return silent(*res.ExitCode & 0xff)
	case errors.As(cause, &sig):
		if res.Err != nil {
			p.printLines(res.Err)
		}
		return silent(sig.code())
	case errors.Is(cause, errTimeout) && (res.Err != nil || !ended):
		if res.Err != nil {
			p.printLines(res.Err)
		}
		text := fmt.Sprintf("%s: interrupted after %v", name, opt.timeout)
		if !ended {
			text += fmt.Sprintf(" and given up, as it did not end within %v", patience)
		}
		return &exitError{exitTimeout, text}
	case res.Err != nil:
		p.printLines(res.Err)
		return silent(exitFailed)
	}
	return nil
}
