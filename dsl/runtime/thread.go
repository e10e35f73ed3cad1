package runtime

import (
	"context"
	"io"
	"sync/atomic"

	"github.com/go-python/gpython/py"

	"monge/dsl/display"
)

// Thread is one line of execution: one per Session. Everything that runs language code or may run for long takes the
// thread first. It carries the interrupt flag, the recursion depth, the streams and the session's modules.
type Thread struct {
	// Stdout and Stderr receive text in whole writes; sys.stdout and sys.stderr wrap them.
	Stdout, Stderr io.Writer
	// Host is the session's side of display, input and the like; never nil while a cell runs.
	Host Host
	// Builtins is the namespace that every module falls back to.
	Builtins *Dict
	// Modules is sys.modules.
	Modules *Dict
	// Import resolves an absolute dotted module name; the session sets it. It returns the leaf module.
	Import func(t *Thread, name string) (py.Object, error)
	// MemoryLimit bounds a single allocation in bytes (0: DefaultMemoryLimit).
	MemoryLimit int64

	ctx       context.Context
	interrupt atomic.Bool
	depth     int
	// MaxDepth is the recursion limit (0: 1000).
	MaxDepth int

	// Frame is the innermost running frame, owned by dsl/vm; tracebacks and sys._getframe-like helpers read it.
	Frame any
	// Handling is the stack of exceptions being handled (sys.exc_info, bare raise, __context__).
	Handling []*Exception
}

// Host is what a running program asks of the front.
type Host interface {
	Display(b display.Bundle, id string, update bool)
	ClearOutput(wait bool)
	Input(ctx context.Context, prompt string, password bool) (string, error)
}

// Kwargs are keyword arguments in call order.
type Kwargs []Kwarg

// Kwarg is one keyword argument.
type Kwarg struct {
	Name  string
	Value py.Object
}

// Callable is implemented by everything of ours that can be called: functions, natives, bound methods, classes.
// The callee owns args for the duration of the call only and must copy what it keeps.
type Callable interface {
	py.Object
	Call(t *Thread, args []py.Object, kw Kwargs) (py.Object, error)
}

// NativeFunc is the Go side of a builtin. For a method, args[0] is self.
type NativeFunc func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error)

// Iterator is the fast iteration protocol: Next returns (nil, nil) at the end.
type Iterator interface {
	py.Object
	Next(t *Thread) (py.Object, error)
}

// Context is the context of the running cell; solvers receive it. It is cancelled by an interrupt.
func (t *Thread) Context() context.Context {
	if t.ctx == nil {
		return context.Background()
	}
	return t.ctx
}

// SetContext installs the context of the running cell.
func (t *Thread) SetContext(ctx context.Context) { t.ctx = ctx }

// Interrupt asks the thread to raise KeyboardInterrupt at its next safe point. Safe from any goroutine.
func (t *Thread) Interrupt() { t.interrupt.Store(true) }

// ClearInterrupt forgets a pending interrupt.
func (t *Thread) ClearInterrupt() { t.interrupt.Store(false) }

// Tick is the safe point: long loops in Go call it now and then. It returns KeyboardInterrupt once per interrupt.
func (t *Thread) Tick() error {
	if t.interrupt.Load() {
		t.interrupt.Store(false)
		return NewException(py.KeyboardInterrupt)
	}
	return nil
}

// Enter counts one level of recursion, in Go or in the language; every Enter that returns nil needs a Leave.
func (t *Thread) Enter() error {
	max := t.MaxDepth
	if max == 0 {
		max = 1000
	}
	if t.depth >= max {
		return NewException(RecursionError, py.String("maximum recursion depth exceeded"))
	}
	t.depth++
	return nil
}

// Leave undoes one Enter.
func (t *Thread) Leave() { t.depth-- }

// Depth is the present recursion depth.
func (t *Thread) Depth() int { return t.depth }
