package vm

import (
	"fmt"

	"github.com/go-python/gpython/py"

	"monge/dsl/compile"
	"monge/dsl/runtime"
)

// Generator is a generator: a frame that is left and entered again.
type Generator struct {
	Name, Qualname string
	code           *compile.Code
	f              *frame // nil when finished
	started        bool
	running        bool
	yielded        bool // set by the loop when it comes back from a yield
	owned          bool // only a for loop knows it: leaving the loop closes it
	// handling are the exceptions being handled inside, kept while the generator is suspended.
	handling []*runtime.Exception
	// Value is what the generator returned, for whoever iterates with Next.
	Value py.Object
}

// GeneratorType is the class of generators.
var GeneratorType = runtime.NewFinalType("generator", "")

// Type makes a Generator a value of the language.
func (g *Generator) Type() *py.Type { return GeneratorType }

// Repr is "<generator object f at 0x...>".
func (g *Generator) Repr(t *runtime.Thread) (string, error) {
	return fmt.Sprintf("<generator object %s at 0x%x>", g.Qualname, runtime.ID(g)), nil
}

// makeGenerator binds the arguments of a generator function.
func (m *machine) makeGenerator(fn *Function, args []py.Object, kw runtime.Kwargs) (*Generator, error) {
	code := fn.Code
	f := &frame{code: code, fn: fn, caches: cachesOf(code), chunk: -1, entry: true}
	f.regs = make([]py.Object, code.NRegs)
	if err := fn.bind(m.t, f.regs, args, kw); err != nil {
		return nil, err
	}
	fn.enter(f)
	g := &Generator{Name: fn.Name, Qualname: fn.Qualname, code: code, f: f}
	f.gen = g
	return g, nil
}

// Next resumes the generator; (nil, nil) is its end.
func (g *Generator) Next(t *runtime.Thread) (py.Object, error) {
	return g.resume(t, py.None, nil)
}

// StopValue is the value returned by the generator once it has ended.
func (g *Generator) StopValue() py.Object {
	if g.Value == nil {
		return py.None
	}
	return g.Value
}

// Iter returns the generator itself.
func (g *Generator) Iter(t *runtime.Thread) (runtime.Iterator, error) { return g, nil }

// resume goes on with the value sent, or with an exception raised at the yield. (nil, nil) means that the generator
// returned; Value then holds what.
func (g *Generator) resume(t *runtime.Thread, sent py.Object, raised error) (py.Object, error) {
	if g.running {
		return nil, runtime.ValueErrorf("generator already executing")
	}
	f := g.f
	if f == nil {
		return nil, raised
	}
	if !g.started {
		if raised != nil {
			return g.failAtStart(t, raised)
		}
		if sent != py.Object(py.None) {
			return nil, runtime.TypeErrorf("can't send non-None value to a just-started generator")
		}
	}
	m := machineOf(t)
	if err := t.Enter(); err != nil {
		return nil, err
	}
	f.back = m.top
	f.depth = t.Depth()
	f.handled = len(t.Handling)
	if len(g.handling) > 0 {
		t.Handling = append(t.Handling, g.handling...)
		g.handling = g.handling[:0]
	}
	if g.started {
		in := f.code.Instrs[f.pc]
		if in.Op == compile.YieldFrom {
			f.regs[in.C] = sent
		} else {
			f.regs[in.A] = sent
			if raised == nil {
				f.pc++
			}
		}
	}
	g.started, g.running, g.yielded = true, true, false
	m.top = f
	v, err := m.runPending(raised)
	g.running = false
	if err != nil {
		return nil, err
	}
	if g.yielded {
		return v, nil
	}
	g.Value = v
	return nil, nil
}

// failAtStart is throw into a generator that has not begun: it ends, and the traceback shows its first line.
func (g *Generator) failAtStart(t *runtime.Thread, raised error) (py.Object, error) {
	m := machineOf(t)
	e := runtime.AsException(raised)
	m.addTraceback(g.f, e)
	g.f = nil
	return nil, e
}

// suspend leaves the frame at a yield.
func (m *machine) suspend(f *frame) {
	g := f.gen
	if n := len(m.t.Handling); n > f.handled {
		g.handling = append(g.handling[:0], m.t.Handling[f.handled:]...)
		m.t.Handling = m.t.Handling[:f.handled]
	}
	g.yielded = true
	m.release(f)
	f.back = nil
}

// finished is called when the generator's frame returns.
func (g *Generator) finished() { g.f = nil }

// failed is called when an exception leaves the generator's frame; StopIteration must not pass for its end.
func (g *Generator) failed(e *runtime.Exception) *runtime.Exception {
	g.f = nil
	if !e.IsA(py.StopIteration) {
		return e
	}
	r := runtime.Errorf(py.RuntimeError, "generator raised StopIteration")
	r.Cause, r.Context, r.Suppress = e, e, true
	r.TB = e.TB
	return r
}

// Send is generator.send.
func (g *Generator) Send(t *runtime.Thread, v py.Object) (py.Object, error) {
	r, err := g.resume(t, v, nil)
	if r == nil && err == nil {
		return nil, g.stop()
	}
	return r, err
}

// stop is the StopIteration of the generator's end, which carries the value once.
func (g *Generator) stop() error {
	v := g.Value
	g.Value = nil
	return runtime.StopIterationValue(v)
}

// delegate is the iterator that a suspended generator yields from, nil when it does not.
func (g *Generator) delegate() py.Object {
	if g.f == nil || !g.started || g.running {
		return nil
	}
	if in := g.f.code.Instrs[g.f.pc]; in.Op == compile.YieldFrom {
		return g.f.regs[in.B]
	}
	return nil
}

// Throw is generator.throw with an exception instance.
func (g *Generator) Throw(t *runtime.Thread, e *runtime.Exception) (py.Object, error) {
	if sub := g.delegate(); sub != nil {
		if r, done, err := g.throwInto(t, sub, e); done {
			return r, err
		}
	}
	r, err := g.resume(t, py.None, e)
	if r == nil && err == nil {
		return nil, g.stop()
	}
	return r, err
}

// throwInto passes an exception on to the iterator delegated to. done is false when this generator has to raise e.
func (g *Generator) throwInto(t *runtime.Thread, sub py.Object, e *runtime.Exception) (r py.Object, done bool, err error) {
	if e.IsA(py.GeneratorExit) {
		g.running = true
		err := closeIterator(t, sub)
		g.running = false
		if err != nil {
			r, err = g.finishThrow(t, err)
			return r, true, err
		}
		return nil, false, nil
	}
	g.running = true
	// What this generator handles is the context of what is raised inside.
	base := len(t.Handling)
	t.Handling = append(t.Handling, g.handling...)
	var v py.Object
	if s, ok := sub.(*Generator); ok {
		v, err = s.Throw(t, e)
	} else {
		var throw py.Object
		if throw, err = runtime.GetAttrOrNil(t, sub, "throw"); err == nil {
			if throw == nil {
				g.running = false
				t.Handling = t.Handling[:base]
				return nil, false, nil
			}
			v, err = runtime.Call(t, throw, []py.Object{e}, nil)
		}
	}
	g.running = false
	t.Handling = t.Handling[:base]
	if err == nil {
		return v, true, nil
	}
	r, err = g.finishThrow(t, err)
	return r, true, err
}

// finishThrow goes on after the iterator delegated to has ended: with the value of a StopIteration, or with the error.
func (g *Generator) finishThrow(t *runtime.Thread, err error) (py.Object, error) {
	var r py.Object
	if e, ok := err.(*runtime.Exception); ok && e.IsA(py.StopIteration) {
		in := g.f.code.Instrs[g.f.pc]
		v := e.Field("value")
		if v == nil {
			v = py.None
		}
		g.f.regs[in.A] = v
		g.f.pc++
		r, err = g.resumeAfter(t)
	} else {
		r, err = g.resume(t, py.None, err)
	}
	if r == nil && err == nil {
		return nil, g.stop()
	}
	return r, err
}

// resumeAfter resumes at the present instruction as it is, the result of a delegation being stored already.
func (g *Generator) resumeAfter(t *runtime.Thread) (py.Object, error) {
	g.started = false
	return g.resume(t, py.None, nil)
}

// Close is generator.close.
func (g *Generator) Close(t *runtime.Thread) error {
	if g.running {
		return runtime.ValueErrorf("generator already executing")
	}
	if g.f == nil {
		return nil
	}
	if !g.started {
		g.f = nil
		return nil
	}
	_, err := g.Throw(t, runtime.NewException(py.GeneratorExit))
	switch {
	case err == nil:
		return runtime.Errorf(py.RuntimeError, "generator ignored GeneratorExit")
	case runtime.IsException(err, py.GeneratorExit), runtime.IsException(err, py.StopIteration):
		return nil
	}
	return err
}

// closeIterator closes an iterator that can be closed.
func closeIterator(t *runtime.Thread, it py.Object) error {
	if g, ok := it.(*Generator); ok {
		return g.Close(t)
	}
	fn, err := runtime.GetAttrOrNil(t, it, "close")
	if err != nil || fn == nil {
		return nil // CPython prints such an error and goes on
	}
	_, err = runtime.Call(t, fn, nil, nil)
	return err
}

// yieldFrom takes one step of a delegation: the value to yield, or done with the value of the whole expression.
func (m *machine) yieldFrom(it, sent py.Object) (v py.Object, done bool, err error) {
	t := m.t
	if g, ok := it.(*Generator); ok {
		v, err = g.resume(t, sent, nil)
		if v == nil && err == nil {
			v = g.StopValue()
			g.Value = nil
			return v, true, nil
		}
		return v, false, err
	}
	if sent == py.Object(py.None) {
		next, ok := it.(runtime.Iterator)
		if !ok {
			return nil, false, runtime.TypeErrorf("'%s' object is not an iterator", it.Type().Name)
		}
		if v, err = next.Next(t); err != nil {
			return nil, false, err
		}
		if v == nil {
			if s, ok := it.(interface{ StopValue() py.Object }); ok {
				if v = s.StopValue(); v != nil {
					return v, true, nil
				}
			}
			return py.None, true, nil
		}
		return v, false, nil
	}
	target := it
	if u, ok := it.(*runtime.UserIter); ok {
		target = runtime.IterObject(u)
	}
	v, err = runtime.CallMethod(t, target, "send", sent)
	if err != nil {
		if e, ok := err.(*runtime.Exception); ok && e.IsA(py.StopIteration) {
			if v = e.Field("value"); v == nil {
				v = py.None
			}
			return v, true, nil
		}
		return nil, false, err
	}
	return v, false, nil
}

func init() {
	typ := GeneratorType
	self := func(o py.Object) (*Generator, error) {
		g, ok := o.(*Generator)
		if !ok {
			return nil, runtime.TypeErrorf("descriptor requires a 'generator' object but received a '%s'", o.Type().Name)
		}
		return g, nil
	}
	method := func(name, doc string, lo, hi int, fn func(t *runtime.Thread, g *Generator, args []py.Object) (py.Object, error)) {
		typ.Dict[name] = runtime.NewNative(name, doc, func(t *runtime.Thread, args []py.Object, kw runtime.Kwargs) (py.Object, error) {
			if len(args) == 0 {
				return nil, runtime.TypeErrorf("unbound method generator.%s() needs an argument", name)
			}
			g, err := self(args[0])
			if err != nil {
				return nil, err
			}
			if len(kw) > 0 {
				return nil, runtime.TypeErrorf("generator.%s() takes no keyword arguments", name)
			}
			if n := len(args) - 1; n < lo || n > hi {
				if lo == hi && lo == 0 {
					return nil, runtime.TypeErrorf("generator.%s() takes no arguments (%d given)", name, n)
				}
				if lo == hi {
					return nil, runtime.TypeErrorf("generator.%s() takes exactly one argument (%d given)", name, n)
				}
				return nil, runtime.TypeErrorf("%s expected at least %d argument, got %d", name, lo, n)
			}
			return fn(t, g, args[1:])
		})
	}
	method("__iter__", "The iterator itself.", 0, 0, func(t *runtime.Thread, g *Generator, args []py.Object) (py.Object, error) {
		return g, nil
	})
	method("__next__", "The next item, or StopIteration at the end.", 0, 0, func(t *runtime.Thread, g *Generator, args []py.Object) (py.Object, error) {
		return g.Send(t, py.None)
	})
	method("send", "send(value)\n\nGoes on with value as the result of the yield that waits, and returns what is yielded next; StopIteration at the end.", 1, 1,
		func(t *runtime.Thread, g *Generator, args []py.Object) (py.Object, error) { return g.Send(t, args[0]) })
	method("throw", "throw(exception)\n\nGoes on with the exception raised at the yield that waits, and returns what is yielded next; StopIteration at the end.", 1, 3,
		func(t *runtime.Thread, g *Generator, args []py.Object) (py.Object, error) {
			e, err := thrown(t, args)
			if err != nil {
				return nil, err
			}
			return g.Throw(t, e)
		})
	method("close", "close()\n\nEnds the generator: GeneratorExit is raised at the yield that waits, so that its cleanup runs.", 0, 0, func(t *runtime.Thread, g *Generator, args []py.Object) (py.Object, error) {
		return py.None, g.Close(t)
	})
	attr := func(name string, get func(g *Generator) py.Object) {
		typ.Dict[name] = &runtime.GetSet{Name: name, Get: func(t *runtime.Thread, o py.Object) (py.Object, error) {
			g, err := self(o)
			if err != nil {
				return nil, err
			}
			return get(g), nil
		}}
	}
	for name, at := range map[string]func(g *Generator) *string{
		"__name__":     func(g *Generator) *string { return &g.Name },
		"__qualname__": func(g *Generator) *string { return &g.Qualname },
	} {
		attribute(typ, name, func(g *Generator) py.Object { return py.String(*at(g)) },
			func(t *runtime.Thread, g *Generator, v py.Object) error {
				s, ok := v.(py.String)
				if !ok {
					return runtime.TypeErrorf("%s must be set to a string object", name)
				}
				*at(g) = string(s)
				return nil
			})
	}
	attr("gi_code", func(g *Generator) py.Object { return g.code })
	attr("gi_running", func(g *Generator) py.Object { return py.Bool(g.running) })
	attr("gi_suspended", func(g *Generator) py.Object { return py.Bool(g.started && !g.running && g.f != nil) })
	attr("gi_yieldfrom", func(g *Generator) py.Object {
		if d := g.delegate(); d != nil {
			return d
		}
		return py.None
	})
	attr("gi_frame", func(g *Generator) py.Object {
		if g.f != nil {
			return g.f
		}
		return py.None
	})
}

// thrown is the exception that throw(type, value, traceback) means.
func thrown(t *runtime.Thread, args []py.Object) (*runtime.Exception, error) {
	m := machineOf(t)
	x := args[0]
	if _, ok := x.(*runtime.Exception); ok && len(args) > 1 && args[1] != py.Object(py.None) {
		return nil, runtime.TypeErrorf("instance exception may not have a separate value")
	}
	if cls, ok := x.(*py.Type); ok && len(args) > 1 && args[1] != py.Object(py.None) {
		if e, ok := args[1].(*runtime.Exception); ok && runtime.IsSubclass(e.Class, cls) {
			x = e
		} else {
			v, err := runtime.CallType(t, cls, args[1:2], nil)
			if err != nil {
				return runtime.AsException(err), nil
			}
			x = v
		}
	}
	e, err := m.instantiate(x, "exceptions must be classes or instances deriving from BaseException, not "+x.Type().Name)
	if err != nil {
		if cls, ok := x.(*py.Type); !ok || !runtime.IsSubclass(cls, py.BaseException) {
			return nil, err
		}
		// What making the exception raised is thrown in its place.
		return runtime.AsException(err), nil
	}
	if len(args) > 2 {
		switch tb := args[2].(type) {
		case *runtime.Traceback:
			e.TB = tb
		case py.NoneType:
		default:
			return nil, runtime.TypeErrorf("throw() third argument must be a traceback object")
		}
	}
	return e, nil
}
