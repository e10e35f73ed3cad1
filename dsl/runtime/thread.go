package runtime

import (
	"context"
	"io"
	"sync"
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
	// Compile and Exec serve the builtins compile, eval and exec; dsl/vm sets both. Mode is "exec", "eval" or "single".
	Compile func(t *Thread, src, filename, mode string) (code py.Object, err error)
	Exec    func(t *Thread, code py.Object, globals, locals *Dict) (py.Object, error)

	ctx    atomic.Pointer[context.Context]
	signal atomic.Uint32 // bits signalInterrupt, signalJobs
	depth  int
	// MaxDepth is the recursion limit (0: 1000).
	MaxDepth int

	// Machine is the evaluation loop's own state, owned by dsl/vm.
	Machine Machine
	// Handling is the stack of exceptions being handled (sys.exc_info, bare raise, __context__).
	Handling []*Exception
	// OnPanic, when set, is told of every Go panic that was turned into a SystemError, with the Go stack.
	OnPanic func(value any, stack []byte)

	values valueState // what the built-in types keep per thread

	mu   sync.Mutex
	jobs []func()
}

// Machine is what the rest of the runtime may ask of the evaluation loop.
type Machine interface {
	// Top is the innermost running frame of the language, nil when none runs.
	Top() Frame
}

// Frame is what builtins such as globals(), locals() and super() may ask of a running frame.
type Frame interface {
	// Globals is the module namespace of the running code.
	Globals() *Dict
	// Locals is the namespace itself for modules and class bodies, and a snapshot for functions.
	Locals() *Dict
	// Back is the calling frame, nil for the outermost.
	Back() Frame
	// Where tells the code's name, qualified name, file and the span being executed.
	Where() (name, qualname, file string, span Span)
	// SuperArgs returns what super() without arguments stands for.
	SuperArgs() (cls *py.Type, self py.Object, err error)
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

// Get returns the argument of that name, nil when it was not given.
func (k Kwargs) Get(name string) py.Object {
	for i := range k {
		if k[i].Name == name {
			return k[i].Value
		}
	}
	return nil
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

const (
	signalInterrupt = 1 << iota
	signalJobs
)

// Context is the context of the running cell; solvers receive it. It is cancelled by an interrupt.
func (t *Thread) Context() context.Context {
	if ctx := t.ctx.Load(); ctx != nil {
		return *ctx
	}
	return context.Background()
}

// SetContext installs the context of the running cell. Safe from any goroutine: an interrupt cancels the context in
// use and installs a fresh one, so that a program that handles KeyboardInterrupt can go on.
func (t *Thread) SetContext(ctx context.Context) { t.ctx.Store(&ctx) }

// Interrupt asks the thread to raise KeyboardInterrupt at its next safe point. Safe from any goroutine.
func (t *Thread) Interrupt() { t.signal.Or(signalInterrupt) }

// ClearInterrupt forgets a pending interrupt.
func (t *Thread) ClearInterrupt() { t.signal.And(^uint32(signalInterrupt)) }

// Tick is the safe point: long loops in Go call it now and then. It returns KeyboardInterrupt once per interrupt.
func (t *Thread) Tick() error {
	if t.signal.Load() != 0 {
		return t.attend()
	}
	return nil
}

// Pending reports whether the next Tick has something to do. It is small enough to be inlined into loops.
func (t *Thread) Pending() bool { return t.signal.Load() != 0 }

// attend does what the raised signals ask for.
func (t *Thread) attend() error {
	if t.signal.Load()&signalJobs != 0 {
		t.RunJobs()
	}
	if t.signal.Load()&signalInterrupt != 0 {
		t.ClearInterrupt()
		return NewException(py.KeyboardInterrupt)
	}
	return nil
}

// AtSafePoint asks the thread to run job at its next safe point, when no namespace is half changed, or at the next
// RunJobs. It does not wait. Other goroutines use it to read namespaces of a running cell.
func (t *Thread) AtSafePoint(job func()) {
	t.mu.Lock()
	t.jobs = append(t.jobs, job)
	t.mu.Unlock()
	t.signal.Or(signalJobs)
}

// RunJobs runs what AtSafePoint queued; whoever ends a cell calls it.
func (t *Thread) RunJobs() {
	t.mu.Lock()
	jobs := t.jobs
	t.jobs = nil
	t.signal.And(^uint32(signalJobs))
	t.mu.Unlock()
	for _, job := range jobs {
		job()
	}
}

// Enter counts one level of recursion, in Go or in the language; every Enter that returns nil needs a Leave.
func (t *Thread) Enter() error {
	if t.depth >= t.MaxDepth {
		if err := t.tooDeep(); err != nil {
			return err
		}
	}
	t.depth++
	return nil
}

// tooDeep decides what reaching MaxDepth means; a MaxDepth of 0 becomes the default.
func (t *Thread) tooDeep() error {
	if t.MaxDepth <= 0 {
		t.MaxDepth = 1000
		if t.depth < t.MaxDepth {
			return nil
		}
	}
	return NewException(RecursionError, py.String("maximum recursion depth exceeded"))
}

// Leave undoes one Enter.
func (t *Thread) Leave() { t.depth-- }

// Depth is the present recursion depth.
func (t *Thread) Depth() int { return t.depth }

// RestoreDepth sets the depth back to an earlier Depth, after a panic unwound the levels between.
func (t *Thread) RestoreDepth(depth int) { t.depth = depth }

// TopFrame is the innermost running frame, nil when none runs.
func (t *Thread) TopFrame() Frame {
	if t.Machine == nil {
		return nil
	}
	return t.Machine.Top()
}

// Handled is the exception being handled (sys.exc_info()[1]), nil when none is.
func (t *Thread) Handled() *Exception {
	if n := len(t.Handling); n > 0 {
		return t.Handling[n-1]
	}
	return nil
}
