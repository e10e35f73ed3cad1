package vm

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// unwind carries an exception from the innermost frame to a handler: it returns the frame to go on in, its pc set, or
// nil when the exception leaves the frame that was entered from Go. again is set when the exception was raised before
// in this frame, which then has its traceback entry already.
func (m *machine) unwind(err error, again bool) (*frame, *runtime.Exception) {
	t := m.t
	e := runtime.AsException(err)
	f := m.top
	for {
		if !again {
			if e.TB == nil && e.Context == nil {
				setContext(e, t.Handled())
			}
			m.addTraceback(f, e)
		}
		again = false
		if h := f.code.FindHandler(f.pc); h != nil {
			t.Handling = append(t.Handling[:f.handled+int(h.Handled)], e)
			f.regs[h.Reg] = e
			f.pc = int(h.Target)
			return f, nil
		}
		t.Handling = t.Handling[:min(f.handled, len(t.Handling))]
		entry := f.entry
		if f.gen != nil {
			e = f.gen.failed(e)
		}
		m.release(f)
		if entry {
			return nil, e
		}
		f = m.top
	}
}

// addTraceback puts the frame in front of the exception's traceback.
func (m *machine) addTraceback(f *frame, e *runtime.Exception) {
	tb := &runtime.Traceback{
		Next: e.TB, Name: f.code.Name, Qualname: f.code.Qualname, File: f.code.Filename,
		Span: spanOf(f.code.Span(f.pc)), Globals: f.globals,
	}
	if f.fn != nil {
		tb.Name, tb.Qualname = f.code.Name, f.fn.Qualname
	}
	if a, ok := f.code.Anchors[f.pc]; ok {
		tb.Anchor = spanOf(a)
	}
	e.TB = tb
}

// setContext makes h the __context__ of e, without letting contexts form a ring.
func setContext(e, h *runtime.Exception) {
	if h == nil || h == e {
		return
	}
	slow := h
	for o, n := h, 0; o.Context != nil; o, n = o.Context, n+1 {
		if o.Context == e {
			o.Context = nil
			break
		}
		// A ring that was there before must not hold us up.
		if n&1 == 1 {
			if slow = slow.Context; slow == o {
				break
			}
		}
	}
	e.Context = h
}

// raise is the raise statement with n operands; again is set for a bare raise.
func (m *machine) raise(n uint16, x, cause py.Object) (err error, again bool) {
	t := m.t
	if n == 0 {
		if h := t.Handled(); h != nil {
			return h, true
		}
		return runtime.Errorf(py.RuntimeError, "No active exception to reraise"), false
	}
	e, err := m.instantiate(x, "exceptions must derive from BaseException")
	if err != nil {
		return err, false
	}
	if n == 2 {
		if cause == py.Object(py.None) {
			e.Cause = nil
		} else {
			c, err := m.instantiate(cause, "exception causes must derive from BaseException")
			if err != nil {
				return err, false
			}
			e.Cause = c
		}
		e.Suppress = true
	}
	setContext(e, t.Handled())
	return e, false
}

// instantiate turns what was raised into an exception: a class is called without arguments.
func (m *machine) instantiate(x py.Object, refusal string) (*runtime.Exception, error) {
	switch v := x.(type) {
	case *runtime.Exception:
		return v, nil
	case *py.Type:
		if !runtime.IsSubclass(v, py.BaseException) {
			break
		}
		if !runtime.IsUserClass(v) {
			return runtime.NewException(v), nil
		}
		o, err := runtime.CallType(m.t, v, nil, nil)
		if err != nil {
			return nil, err
		}
		e, ok := o.(*runtime.Exception)
		if !ok {
			return nil, runtime.TypeErrorf("calling %s should have returned an instance of BaseException, not %s", runtime.TypeRepr(v), runtime.TypeRepr(o.Type()))
		}
		return e, nil
	case *py.Exception:
		return runtime.AsException(v), nil
	}
	return nil, runtime.TypeErrorf("%s", refusal)
}

// matches is the test of an except clause.
func (m *machine) matches(e, cls py.Object) (bool, error) {
	const refusal = "catching classes that do not inherit from BaseException is not allowed"
	switch c := cls.(type) {
	case *py.Type:
		if !runtime.IsSubclass(c, py.BaseException) {
			return false, runtime.TypeErrorf(refusal)
		}
		return runtime.IsSubclass(e.Type(), c), nil
	case py.Tuple:
		for _, x := range c {
			t, ok := x.(*py.Type)
			if !ok || !runtime.IsSubclass(t, py.BaseException) {
				return false, runtime.TypeErrorf(refusal)
			}
		}
		for _, x := range c {
			if runtime.IsSubclass(e.Type(), x.(*py.Type)) {
				return true, nil
			}
		}
		return false, nil
	}
	return false, runtime.TypeErrorf(refusal)
}

// withEnter looks up __enter__ and __exit__ on the class of a context manager and calls the first.
func (m *machine) withEnter(mgr py.Object) (exit, value py.Object, err error) {
	t := m.t
	enter, err := bindSpecial(t, mgr, "__enter__")
	if err != nil {
		return nil, nil, err
	}
	if enter == nil {
		return nil, nil, notManager(mgr, "")
	}
	if exit, err = bindSpecial(t, mgr, "__exit__"); err != nil {
		return nil, nil, err
	}
	if exit == nil {
		return nil, nil, notManager(mgr, " (missed __exit__ method)")
	}
	value, err = runtime.Call(t, enter, nil, nil)
	return exit, value, err
}

func notManager(mgr py.Object, detail string) error {
	return runtime.TypeErrorf("'%s' object does not support the context manager protocol%s", mgr.Type().Name, detail)
}

// bindSpecial is a special method of the object's class, bound; nil when there is none.
func bindSpecial(t *runtime.Thread, o py.Object, name string) (py.Object, error) {
	if fn, ok := runtime.SpecialMethod(t, o, name); ok {
		return &runtime.BoundMethod{Self: o, Fn: fn}, nil
	}
	switch name {
	case "__enter__":
		if x, ok := o.(py.I__enter__); ok {
			return runtime.NewNative(name, "", func(*runtime.Thread, []py.Object, runtime.Kwargs) (py.Object, error) {
				return x.M__enter__()
			}), nil
		}
	case "__exit__":
		if x, ok := o.(py.I__exit__); ok {
			return runtime.NewNative(name, "", func(t *runtime.Thread, a []py.Object, _ runtime.Kwargs) (py.Object, error) {
				return x.M__exit__(a[0], a[1], a[2])
			}), nil
		}
	}
	return nil, nil
}

// withExcept calls the exit method for an exception and tells whether it is to be swallowed.
func (m *machine) withExcept(exit py.Object, e *runtime.Exception) (bool, error) {
	tb := py.Object(py.None)
	if e.TB != nil {
		tb = e.TB
	}
	v, err := runtime.Call(m.t, exit, []py.Object{e.Class, e, tb}, nil)
	if err != nil {
		return false, err
	}
	return runtime.Truth(m.t, v)
}
