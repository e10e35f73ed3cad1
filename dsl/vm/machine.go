package vm

import (
	"errors"
	"runtime/debug"

	"github.com/go-python/gpython/py"

	"monge/dsl/compile"
	"monge/dsl/runtime"
	"monge/dsl/syntax"
)

// machine is the evaluation state of one thread.
type machine struct {
	t      *runtime.Thread
	top    *frame
	frames []*frame // pool, by nesting
	used   int      // frames in use
	chunks [][]py.Object
	ints   []py.Int
	floats []py.Float
	kw     runtime.Kwargs // scratch for binding
	// fresh is the generator that a call instruction made last, freshIn and freshPC the place after it.
	fresh   *Generator
	freshIn *frame
	freshPC int
}

// frame is a running piece of code.
type frame struct {
	code     *compile.Code
	caches   []*cache
	fn       *Function // nil for modules and class bodies
	globals  *runtime.Dict
	builtins *runtime.Dict
	locals   *runtime.Dict // the namespace of modules run with one of their own, and of class bodies
	closure  []*runtime.Cell
	regs     []py.Object
	pc       int
	back     *frame
	// dst is the caller's register for the result; entry marks a frame that returns to Go.
	dst     int32
	entry   bool
	handled int // length of Thread.Handling when the frame started or was resumed
	// chunk and end place the frame on the register stack; chunk -1: the registers are its own (generators).
	chunk, end int
	depth      int // Thread.Depth inside the frame
	gen        *Generator
	// made is the instance whose __init__ this frame runs: the result of the call.
	made py.Object
	// snapshot is what locals() gave, nil before.
	snapshot *runtime.Dict
}

const chunkSize = 8 << 10

// machineOf is the thread's machine, made at first use.
func machineOf(t *runtime.Thread) *machine {
	if m, ok := t.Machine.(*machine); ok {
		return m
	}
	m := &machine{t: t, chunks: [][]py.Object{make([]py.Object, chunkSize)}}
	t.Machine = m
	if t.Compile == nil {
		t.Compile = compileSource
	}
	if t.Exec == nil {
		t.Exec = execCode
	}
	return m
}

// Attach prepares a thread for running code: the builtins compile, eval and exec work from then on. Run does it too.
func Attach(t *runtime.Thread) { machineOf(t) }

// Top is the innermost running frame.
func (m *machine) Top() runtime.Frame {
	if m.top == nil {
		return nil
	}
	return m.top
}

// Run runs module-level code in a namespace and returns its value (see compile.Cell). Errors are always
// *runtime.Exception.
func Run(t *runtime.Thread, code *compile.Code, globals *runtime.Dict) (py.Object, error) {
	return RunIn(t, code, globals, nil)
}

// RunIn is Run with a namespace for local names; code must have been compiled with Options.Names when it differs from
// the globals.
func RunIn(t *runtime.Thread, code *compile.Code, globals, locals *runtime.Dict) (py.Object, error) {
	m := machineOf(t)
	f, err := m.push(code, nil)
	if err != nil {
		return nil, err
	}
	f.globals = globals
	f.locals = locals
	if locals == nil && code.Kind != compile.ModuleCode {
		f.locals = globals
	}
	f.builtins = builtinsOf(t, globals)
	f.closure = nil
	f.start()
	v, err := m.run(f)
	if m.used == 0 {
		m.sweep()
	}
	return v, err
}

// builtinsOf is the namespace of builtins for code with these globals, which may name their own.
func builtinsOf(t *runtime.Thread, globals *runtime.Dict) *runtime.Dict {
	if v, ok := globals.GetStr("__builtins__"); ok {
		switch b := v.(type) {
		case *runtime.Dict:
			return b
		case *runtime.Module:
			return b.Dict
		}
	}
	if t.Builtins == nil {
		t.Builtins = runtime.NewDict()
	}
	return t.Builtins
}

// sweep forgets what is left in the registers after everything returned.
func (m *machine) sweep() {
	m.chunks = m.chunks[:1]
	clear(m.chunks[0])
	for _, f := range m.frames {
		*f = frame{}
	}
}

// push takes a frame for code called from the present top frame; its registers come after the caller's.
func (m *machine) push(code *compile.Code, fn *Function) (*frame, error) {
	if err := m.t.Enter(); err != nil {
		return nil, err
	}
	f := m.take(code, fn)
	chunk, base := 0, 0
	if m.top != nil {
		chunk, base = m.place()
	}
	m.window(f, chunk, base)
	return f, nil
}

// place is the free end of the register stack.
func (m *machine) place() (chunk, base int) {
	for f := m.top; f != nil; f = f.back {
		if f.chunk >= 0 {
			return f.chunk, f.end
		}
	}
	return 0, 0
}

// take gets a frame from the pool and fills in what does not depend on its place.
func (m *machine) take(code *compile.Code, fn *Function) *frame {
	if m.used == len(m.frames) {
		m.frames = append(m.frames, &frame{})
	}
	f := m.frames[m.used]
	m.used++
	f.code, f.fn = code, fn
	f.caches = cachesOf(code)
	f.pc = 0
	f.back = m.top
	f.entry = true
	f.handled = len(m.t.Handling)
	f.depth = m.t.Depth()
	f.gen, f.made, f.locals, f.snapshot = nil, nil, nil, nil
	return f
}

// window gives the frame registers from base on, in the next chunk if they do not fit.
func (m *machine) window(f *frame, chunk, base int) {
	n := f.code.NRegs
	if base+n > len(m.chunks[chunk]) {
		chunk++
		base = 0
		if chunk == len(m.chunks) {
			m.chunks = append(m.chunks, make([]py.Object, max(2*len(m.chunks[chunk-1]), n)))
		} else if n > len(m.chunks[chunk]) {
			m.chunks[chunk] = make([]py.Object, n)
		}
	}
	f.chunk, f.end = chunk, base+n
	f.regs = m.chunks[chunk][base : base+n : base+n]
}

// start clears the variables and makes the cells.
func (f *frame) start() {
	clear(f.regs[:f.code.NSlots])
	f.makeCells()
}

func (f *frame) makeCells() {
	for _, i := range f.code.Cells {
		f.regs[i] = &runtime.Cell{V: f.regs[i]}
	}
	for _, i := range f.code.Empty {
		f.regs[i] = &runtime.Cell{}
	}
}

// release returns a frame to the pool.
func (m *machine) release(f *frame) {
	m.top = f.back
	if f.chunk >= 0 {
		m.used--
	}
	m.t.Leave()
}

// run runs a frame that returns to Go, turning panics of Go code into exceptions that the frame may catch.
func (m *machine) run(f *frame) (py.Object, error) {
	m.top = f
	return m.runPending(nil)
}

// runPending is run for the innermost frame, raising an error in it first if there is one.
func (m *machine) runPending(pending error) (py.Object, error) {
	for {
		v, err, again := m.guarded(pending)
		if !again {
			return v, err
		}
		pending = err
	}
}

// guarded is one attempt to run; again asks for another with err raised in the innermost frame.
func (m *machine) guarded(pending error) (v py.Object, err error, again bool) {
	defer func() {
		if r := recover(); r != nil {
			v, err, again = nil, m.panicked(r), true
		}
	}()
	v, err = m.loop(pending)
	return v, err, false
}

// panicked makes an exception of a panic. The panic came out of Go code called by the innermost frame.
func (m *machine) panicked(r any) error {
	t := m.t
	t.RestoreDepth(m.top.depth)
	stack := debug.Stack()
	if t.OnPanic != nil {
		t.OnPanic(r, stack)
	}
	if e, ok := r.(*runtime.Exception); ok {
		return e
	}
	if e, ok := r.(error); ok {
		var x *runtime.Exception
		if errors.As(e, &x) {
			return x
		}
		switch e.(type) {
		case *py.Exception, py.ExceptionInfo, *py.ExceptionInfo:
			return runtime.AsException(e)
		}
	}
	return runtime.Errorf(py.SystemError, "internal error in %s: %v", m.describe(), r)
}

// describe names the call under way in the innermost frame.
func (m *machine) describe() string {
	f := m.top
	if f == nil || f.pc >= len(f.code.Instrs) {
		return "a builtin"
	}
	in := f.code.Instrs[f.pc]
	switch in.Op {
	case compile.Call, compile.CallMethod, compile.CallKw, compile.CallMethodKw, compile.CallEx:
		if n, ok := f.regs[in.B].(*runtime.Native); ok {
			return n.Name + "()"
		}
		if b, ok := f.regs[in.B].(*runtime.BoundMethod); ok {
			if n, ok := b.Fn.(*runtime.Native); ok {
				return n.Name + "()"
			}
		}
	}
	return "operation " + in.Op.String()
}

// The frame as builtins see it.

// Globals is the module namespace.
func (f *frame) Globals() *runtime.Dict { return f.globals }

// Back is the calling frame.
func (f *frame) Back() runtime.Frame {
	if f.back == nil {
		return nil
	}
	return f.back
}

// Locals is the namespace of modules and class bodies, and a snapshot of a function's variables.
func (f *frame) Locals() *runtime.Dict {
	if f.locals != nil {
		return f.locals
	}
	if f.code.Kind != compile.FunctionCode {
		return f.globals
	}
	// The same dict is brought up to date each time, so that what exec stored in it stays.
	if f.snapshot == nil {
		f.snapshot = runtime.NewDict()
	}
	set := func(name string, v py.Object) {
		if v != nil {
			f.snapshot.SetStr(name, v)
		} else {
			f.snapshot.DelStr(name)
		}
	}
	for i, s := range f.code.Slots {
		if s.Hidden || s.Name == ".0" {
			continue
		}
		v := f.regs[i]
		if c, ok := v.(*runtime.Cell); ok && s.Cell {
			v = c.V
		}
		set(s.Name, v)
	}
	for i, name := range f.code.Freevars {
		set(name, f.closure[i].V)
	}
	return f.snapshot
}

// Where tells what is being run.
func (f *frame) Where() (name, qualname, file string, span runtime.Span) {
	return f.code.Name, f.code.Qualname, f.code.Filename, spanOf(f.code.Span(f.pc))
}

// SuperArgs is what super() without arguments stands for.
func (f *frame) SuperArgs() (*py.Type, py.Object, error) {
	c := f.code
	if c.Argcount == 0 {
		return nil, nil, runtime.Errorf(py.RuntimeError, "super(): no arguments")
	}
	self := f.regs[0]
	if cell, ok := self.(*runtime.Cell); ok && c.Slots[0].Cell {
		self = cell.V
	}
	if self == nil {
		return nil, nil, runtime.Errorf(py.RuntimeError, "super(): arg[0] deleted")
	}
	if c.ClassFree < 0 {
		return nil, nil, runtime.Errorf(py.RuntimeError, "super(): __class__ cell not found")
	}
	cls, ok := f.closure[c.ClassFree].V.(*py.Type)
	if !ok {
		return nil, nil, runtime.Errorf(py.RuntimeError, "super(): empty __class__ cell")
	}
	return cls, self, nil
}

func spanOf(s syntax.Span) runtime.Span {
	return runtime.Span{Line: s.Start.Line, Col: s.Start.Col, EndLine: s.End.Line, EndCol: s.End.Col}
}
