package vm

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/compile"
	"monge/dsl/runtime"
)

// enter makes the frame of a call from f whose argc arguments lie in f's registers from first on. The frame becomes the
// innermost one; its result goes to f's register dst.
func (m *machine) enter(f *frame, fn *Function, first int32, argc int, dst int32) (*frame, error) {
	if err := m.t.Enter(); err != nil {
		return nil, err
	}
	code := fn.Code
	nf := m.take(code, fn)
	nf.entry, nf.dst = false, dst
	args := f.regs[first : int(first)+argc]
	if f.chunk >= 0 {
		base := f.end - len(f.regs) + int(first)
		m.window(nf, f.chunk, base)
		if nf.chunk != f.chunk {
			copy(nf.regs, args[:min(argc, len(nf.regs))])
		}
	} else {
		chunk, base := m.place()
		m.window(nf, chunk, base)
		copy(nf.regs, args[:min(argc, len(nf.regs))])
	}
	if fn.simple && argc == int(code.Argcount) {
		clear(nf.regs[argc:code.NSlots])
	} else if err := fn.bind(m.t, nf.regs, args, nil); err != nil {
		m.drop(nf)
		return nil, err
	}
	nf.globals, nf.builtins, nf.closure = fn.Globals, fn.builtins, fn.closure
	if len(code.Cells)+len(code.Empty) > 0 {
		nf.makeCells()
	}
	m.top = nf
	return nf, nil
}

// drop gives back a frame that never ran.
func (m *machine) drop(f *frame) {
	m.used--
	m.t.Leave()
}

// construct calls a class. When the call amounts to running an __init__ of the language on a new instance, it returns
// the frame for that.
func (m *machine) construct(f *frame, c *cache, cls *py.Type, in *compile.Instr) (*frame, py.Object, error) {
	if c.cls != cls || c.epoch != runtime.ClassEpoch() {
		c.cls, c.epoch, c.value = cls, runtime.ClassEpoch(), nil
		if fn, ok := runtime.PlainInit(cls).(*Function); ok && !fn.Code.Generator {
			c.value = fn
		}
	}
	if fn, ok := c.value.(*Function); ok {
		inst := runtime.NewInstance(cls)
		f.regs[in.B] = inst
		nf, err := m.enter(f, fn, in.B, int(in.F)+1, in.A)
		if err != nil {
			return nil, nil, err
		}
		nf.made = inst
		return nf, nil, nil
	}
	v, err := runtime.CallType(m.t, cls, f.regs[in.B+1:in.B+1+int32(in.F):in.B+1+int32(in.F)], nil)
	return nil, v, err
}

// callKw is CallKw and CallMethodKw. It returns the callee's frame, or the result.
func (m *machine) callKw(f *frame, in *compile.Instr) (*frame, py.Object, error) {
	t := m.t
	if t.Pending() {
		if err := t.Tick(); err != nil {
			return nil, nil, err
		}
	}
	first, argc := in.B+1, int32(in.F)
	if in.Op == compile.CallMethodKw {
		if f.regs[first] == nil {
			first++
		} else {
			argc++
		}
	}
	names := f.code.Consts[in.C].(py.Tuple)
	n := argc - int32(len(names))
	args := f.regs[first : first+n : first+n]
	callee := f.regs[in.B]
	if fn, ok := callee.(*Function); ok && !fn.Code.Generator {
		kw := m.kw[:0]
		for i, name := range names {
			kw = append(kw, runtime.Kwarg{Name: string(name.(py.String)), Value: f.regs[first+n+int32(i)]})
		}
		m.kw = kw
		if err := t.Enter(); err != nil {
			return nil, nil, err
		}
		nf := m.take(fn.Code, fn)
		nf.entry, nf.dst = false, in.A
		// The arguments must stay where they are until they are bound, so the frame comes after this one.
		chunk, base := m.place()
		m.window(nf, chunk, base)
		err := fn.bind(t, nf.regs, args, kw)
		clear(kw)
		if err != nil {
			m.drop(nf)
			return nil, nil, err
		}
		fn.enter(nf)
		m.top = nf
		return nf, nil, nil
	}
	kw := make(runtime.Kwargs, len(names))
	for i, name := range names {
		kw[i] = runtime.Kwarg{Name: string(name.(py.String)), Value: f.regs[first+n+int32(i)]}
	}
	v, err := runtime.Call(t, callee, args, kw)
	return nil, v, err
}

// callEx is CallEx: a call with a sequence of positional arguments and a dict of keywords or nil.
func (m *machine) callEx(fn, args, kw py.Object) (py.Object, error) {
	t := m.t
	if err := t.Tick(); err != nil {
		return nil, err
	}
	var list []py.Object
	switch a := args.(type) {
	case py.Tuple:
		list = a
	default:
		items, err := runtime.Collect(t, args)
		if err != nil {
			if runtime.IsException(err, py.TypeError) && !isIterable(t, args) {
				return nil, runtime.TypeErrorf("%s argument after * must be an iterable, not %s", calleeName(t, fn), args.Type().Name)
			}
			return nil, err
		}
		list = items
	}
	var kws runtime.Kwargs
	if d, ok := kw.(*runtime.Dict); ok {
		kws = make(runtime.Kwargs, 0, d.Len())
		for k, v := range d.All() {
			kws = append(kws, runtime.Kwarg{Name: string(runtime.Payload(k).(py.String)), Value: v})
		}
	}
	return runtime.Call(t, fn, list, kws)
}

// isIterable reports whether an object offers iteration at all.
func isIterable(t *runtime.Thread, o py.Object) bool {
	if _, ok := o.(runtime.Iterable); ok {
		return true
	}
	return runtime.LookupType(o.Type(), "__iter__") != nil || runtime.LookupType(o.Type(), "__getitem__") != nil
}

// calleeName names a callee in messages: "mod.f()".
func calleeName(t *runtime.Thread, fn py.Object) string {
	switch f := fn.(type) {
	case *Function:
		if m, ok := f.Module.(py.String); ok && m != "builtins" {
			return string(m) + "." + f.Qualname + "()"
		}
		return f.Qualname + "()"
	case *runtime.BoundMethod:
		return calleeName(t, f.Fn)
	case *runtime.Native:
		return f.Name + "()"
	case *py.Type:
		return runtime.TypeFullName(f) + "()"
	}
	s, err := runtime.Str(t, fn)
	if err != nil {
		return fn.Type().Name + " object"
	}
	return s
}

// superMethod is SuperMeth: super().name without making the super object.
func (m *machine) superMethod(f *frame, in *compile.Instr) (fn, self py.Object, err error) {
	t := m.t
	name := f.code.Names[in.C]
	callee, cls, first := f.regs[in.B], f.regs[in.B+1], f.regs[in.B+2]
	if callee == py.Object(runtime.SuperType) {
		c, ok := cls.(*py.Type)
		if !ok {
			return nil, nil, runtime.Errorf(py.RuntimeError, "super(): empty __class__ cell")
		}
		s, err := runtime.NewSuper(c, first)
		if err != nil {
			return nil, nil, err
		}
		return s.Method(t, name)
	}
	o, err := runtime.Call(t, callee, nil, nil)
	if err != nil {
		return nil, nil, err
	}
	return runtime.LoadMethod(t, o, name)
}

// function is MakeFunction.
func (f *frame) function(in *compile.Instr) *Function {
	fn := f.makeFunction(f.code.Consts[in.C].(*compile.Code))
	part := in.B
	if in.F&compile.FuncDefaults != 0 {
		fn.Defaults = f.regs[part].(py.Tuple)
		part++
	}
	if in.F&compile.FuncKwDefaults != 0 {
		fn.KwDefaults = f.regs[part].(*runtime.Dict)
		part++
	}
	if in.F&compile.FuncAnnotations != 0 {
		fn.annotations = f.regs[part].(*runtime.Dict)
	}
	return fn
}

// buildClass is BuildClass.
func (m *machine) buildClass(f *frame, in *compile.Instr) (py.Object, error) {
	t := m.t
	body := f.regs[in.B].(*Function)
	name := string(f.code.Consts[in.C].(py.String))
	bases, err := m.spread(f.regs[in.B+1])
	if err != nil {
		return nil, err
	}
	bases = append([]py.Object(nil), bases...)
	var kw runtime.Kwargs
	if d, ok := f.regs[in.B+2].(*runtime.Dict); ok {
		for k, v := range d.All() {
			kw = append(kw, runtime.Kwarg{Name: string(runtime.Payload(k).(py.String)), Value: v})
		}
	}
	return runtime.BuildClass(t, name, bases, kw, func(ns *runtime.Dict) error {
		bf, err := m.push(body.Code, nil)
		if err != nil {
			return err
		}
		bf.globals, bf.builtins, bf.closure = body.Globals, body.builtins, body.closure
		bf.locals = ns
		bf.start()
		var cell *runtime.Cell
		if i := body.Code.ClassCell; i >= 0 {
			cell = bf.regs[i].(*runtime.Cell)
		}
		if _, err := m.run(bf); err != nil {
			return err
		}
		if cell != nil {
			ns.SetStr("__classcell__", cell)
		}
		return nil
	})
}
