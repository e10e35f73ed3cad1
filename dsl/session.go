package dsl

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"strconv"
	"sync"
	"sync/atomic"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/compile"
	"monge/dsl/display"
	"monge/dsl/runtime"
	"monge/dsl/syntax"
	"monge/dsl/vm"
)

// Session is one namespace and what runs in it. It implements Evaluator.
type Session struct {
	mu      sync.Mutex // held while a cell runs
	busy    atomic.Bool
	thread  *runtime.Thread
	main    *runtime.Module
	sources sources
	loaded  []*bind.Module // registered modules that were imported, in order
	dir     string
	argv    []string

	sinkMu sync.Mutex
	sink   Sink

	// base is the context of the running cell, cancel cancels what was derived from it for the thread.
	ctxMu  sync.Mutex
	base   context.Context
	cancel context.CancelFunc

	in      *py.List
	out     *runtime.Dict
	payload []Payload
}

// Option changes how a session is made.
type Option func(*Session)

// WithDir sets the directory in which import looks for the user's own modules (default: the current directory).
func WithDir(dir string) Option { return func(s *Session) { s.dir = dir } }

// WithArgs sets sys.argv.
func WithArgs(args ...string) Option { return func(s *Session) { s.argv = args } }

// NewSession makes an empty namespace. It takes well under a millisecond: modules are built when they are first used.
func NewSession(opts ...Option) *Session {
	s := &Session{sources: sources{}, dir: "."}
	for _, o := range opts {
		o(s)
	}
	s.setup()
	return s
}

// setup makes thread and main module; %reset calls it again.
func (s *Session) setup() {
	t := &runtime.Thread{}
	s.thread = t
	t.Stdout = streamWriter{s, "stdout"}
	t.Stderr = streamWriter{s, "stderr"}
	t.Host = host{s}
	t.OnPanic = func(value any, stack []byte) {
		slog.Error("panic while running a cell", "panic", fmt.Sprint(value), "stack", string(stack))
	}
	vm.Attach(t)
	t.Builtins = runtime.NewBuiltins(t)
	t.Modules = runtime.NewDict()
	t.Import = s.importModule
	s.main = runtime.NewModule("__main__", "")
	t.Modules.SetStr("__main__", s.main)
	s.loaded = nil
	s.in = py.NewListFromItems([]py.Object{py.String("")})
	s.out = runtime.NewDict()
	s.addBuiltins()
}

// Busy reports whether a cell runs.
func (s *Session) Busy() bool { return s.busy.Load() }

// Interrupt implements Evaluator.
func (s *Session) Interrupt() {
	if !s.busy.Load() {
		return
	}
	s.ctxMu.Lock()
	defer s.ctxMu.Unlock()
	if s.base == nil {
		return
	}
	s.thread.Interrupt()
	s.cancel()
	s.renew()
}

// renew gives the thread a fresh context under the cell's.
func (s *Session) renew() {
	var ctx context.Context
	ctx, s.cancel = context.WithCancel(context.WithoutCancel(s.base))
	s.thread.SetContext(ctx)
}

// enter begins a run; the function that it returns ends it.
func (s *Session) enter(ctx context.Context, sink Sink) (leave func()) {
	s.mu.Lock()
	s.setSink(sink)
	s.thread.ClearInterrupt()
	s.ctxMu.Lock()
	s.base = ctx
	s.renew()
	s.ctxMu.Unlock()
	s.busy.Store(true)
	stop := context.AfterFunc(ctx, s.Interrupt)
	depth := s.thread.Depth()
	return func() {
		stop()
		s.ctxMu.Lock()
		s.cancel()
		s.base = nil
		s.ctxMu.Unlock()
		s.busy.Store(false)
		s.thread.ClearInterrupt()
		s.thread.RestoreDepth(depth)
		s.thread.Handling = s.thread.Handling[:0]
		s.thread.RunJobs()
		s.mu.Unlock()
	}
}

// Execute implements Evaluator.
func (s *Session) Execute(ctx context.Context, code string, sink Sink, opt ExecOptions) (res Result) {
	defer s.enter(ctx, sink)()
	name := opt.Filename
	if opt.Count > 0 {
		name = "In[" + strconv.Itoa(opt.Count) + "]"
	}
	if name == "" {
		name = "<cell>"
	}
	if opt.Count == 0 && opt.Filename != "" {
		s.main.Dict.SetStr("__file__", py.String(opt.Filename))
	}
	s.payload = nil
	defer func() {
		res.Payload = s.payload
		if r := recover(); r != nil {
			s.thread.OnPanic(r, debug.Stack())
			res.Err = &Error{Name: "InternalError", Value: fmt.Sprint(r),
				Traceback: []string{"InternalError: " + fmt.Sprint(r), "This is an error of Monge, not of your program; the namespace is kept."}}
		}
	}()
	if opt.StoreHistory && !opt.Silent {
		s.storeIn(opt.Count, code)
	}
	value, silent, err := s.runCell(name, code)
	if shown := s.afterCell(); err == nil {
		err = shown
	}
	if err == nil && !opt.Silent && !silent && value != nil && value != py.None {
		var b display.Bundle
		if b, err = s.bundle(value); err == nil {
			res.Value = &b
			if opt.StoreHistory {
				s.storeOut(opt.Count, value)
			}
		}
	}
	if err != nil {
		s.fail(&res, err, opt.Color)
	}
	return res
}

// fail records how a run ended.
func (s *Session) fail(res *Result, err error, color bool) {
	e := runtime.AsException(err)
	if e.IsA(py.SystemExit) {
		code := s.exitCode(e)
		res.ExitCode = &code
		return
	}
	res.Err = s.describe(e, color)
}

// exitCode is the process exit code of a SystemExit; a text is printed to standard error and means 1.
func (s *Session) exitCode(e *runtime.Exception) int {
	var arg py.Object = py.None
	if len(e.Args) > 0 {
		arg = e.Args[0]
	}
	switch c := arg.(type) {
	case py.NoneType:
		return 0
	case py.Int:
		return int(c) & 0xff
	case py.Bool:
		if c {
			return 1
		}
		return 0
	}
	if text, err := runtime.Str(s.thread, arg); err == nil {
		s.emit("stderr", text+"\n")
	}
	return 1
}

// runCell runs magics and code; value is the last expression's, nil when there is none.
func (s *Session) runCell(name, code string) (value py.Object, silent bool, err error) {
	if handled, value, err := s.cellMagic(name, code); handled {
		return value, false, err
	}
	code, err = s.expandMagics(code)
	if err != nil {
		return nil, false, err
	}
	s.sources.add(name, code)
	file, err := syntax.Parse(name, code)
	if err != nil {
		return nil, false, raised(err)
	}
	value, err = s.runFile(file, s.main.Dict)
	return value, file.Silent, err
}

// runFile compiles and runs a parsed file in a namespace.
func (s *Session) runFile(file *syntax.File, globals *runtime.Dict) (py.Object, error) {
	prog, err := compile.Cell(file)
	if err != nil {
		return nil, raised(err)
	}
	if err := s.preload(prog); err != nil {
		return nil, err
	}
	return vm.Run(s.thread, prog, globals)
}

// Evaluate implements Evaluator.
func (s *Session) Evaluate(ctx context.Context, expr string, sink Sink) (b display.Bundle, fault *Error) {
	defer s.enter(ctx, sink)()
	defer func() {
		if r := recover(); r != nil {
			s.thread.OnPanic(r, debug.Stack())
			fault = &Error{Name: "InternalError", Value: fmt.Sprint(r), Traceback: []string{"InternalError: " + fmt.Sprint(r)}}
		}
	}()
	value, err := s.eval(expr)
	if err == nil {
		b, err = s.bundle(value)
	}
	if err != nil {
		return display.Bundle{}, s.describe(runtime.AsException(err), false)
	}
	return b, nil
}

func (s *Session) eval(expr string) (py.Object, error) {
	const name = "<expression>"
	s.sources.add(name, expr)
	x, err := syntax.ParseExpr(name, expr)
	if err != nil {
		return nil, raised(err)
	}
	prog, err := compile.Eval(x, name)
	if err != nil {
		return nil, raised(err)
	}
	if err := s.preload(prog); err != nil {
		return nil, err
	}
	return vm.Run(s.thread, prog, s.main.Dict)
}

// storeIn appends to In; storeOut sets Out, _, __, ___ and _N, as IPython does.
func (s *Session) storeIn(n int, code string) {
	for len(s.in.Items) <= n {
		s.in.Items = append(s.in.Items, py.String(""))
	}
	s.in.Items[n] = py.String(code)
	s.main.Dict.SetStr("In", s.in)
	s.main.Dict.SetStr("Out", s.out)
}

func (s *Session) storeOut(n int, v py.Object) {
	g := s.main.Dict
	for _, shift := range [][2]string{{"__", "___"}, {"_", "__"}} {
		if old, ok := g.GetStr(shift[0]); ok {
			g.SetStr(shift[1], old)
		}
	}
	g.SetStr("_", v)
	g.SetStr("_"+strconv.Itoa(n), v)
	_ = s.out.Set(s.thread, py.Int(n), v) // an int is always hashable
}

// afterCell lets the imported modules show what they hold back until a cell's end.
func (s *Session) afterCell() error {
	for _, m := range s.loaded {
		if m.AfterCell != nil {
			if err := m.AfterCell(s.thread); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *Session) setSink(sink Sink) {
	s.sinkMu.Lock()
	s.sink = sink
	s.sinkMu.Unlock()
}

func (s *Session) currentSink() Sink {
	s.sinkMu.Lock()
	defer s.sinkMu.Unlock()
	return s.sink
}

func (s *Session) emit(stream, text string) {
	if k := s.currentSink(); k != nil && text != "" {
		k.Stream(stream, text)
	}
}

// streamWriter is sys.stdout or sys.stderr of the session. Text written after a cell has ended goes to the sink of the
// latest cell.
type streamWriter struct {
	s    *Session
	name string
}

func (w streamWriter) Write(p []byte) (int, error) {
	w.s.emit(w.name, string(p))
	return len(p), nil
}

// host hands the program's wishes to the sink.
type host struct{ s *Session }

func (h host) Display(b display.Bundle, id string, update bool) {
	if k := h.s.currentSink(); k != nil {
		k.Display(b, id, update)
	}
}

func (h host) ClearOutput(wait bool) {
	if k := h.s.currentSink(); k != nil {
		k.ClearOutput(wait)
	}
}

func (h host) Input(ctx context.Context, prompt string, password bool) (string, error) {
	k := h.s.currentSink()
	if k == nil {
		return "", ErrNoInput
	}
	text, err := k.Input(ctx, prompt, password)
	switch {
	case errors.Is(err, ErrNoInput):
		return "", runtime.Errorf(py.RuntimeError, "input() was called, but this front end does not support input requests")
	case errors.Is(err, context.Canceled):
		h.s.thread.ClearInterrupt() // this error is the interrupt
	}
	return text, err
}

// raised turns an error of the parser or compiler into the exception that the program sees.
func raised(err error) error {
	var se *syntax.Error
	if errors.As(err, &se) {
		return vm.SyntaxException(se)
	}
	return err
}
