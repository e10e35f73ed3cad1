package vm

import (
	"fmt"
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/compile"
	"monge/dsl/runtime"
)

// Function is a function of the language.
type Function struct {
	Code           *compile.Code
	Globals        *runtime.Dict
	Name, Qualname string
	Module, Doc    py.Object
	Defaults       []py.Object
	KwDefaults     *runtime.Dict // nil when there are none
	builtins       *runtime.Dict
	annotations    *runtime.Dict
	closure        []*runtime.Cell
	attrs          *runtime.Dict
	typeParams     py.Tuple // __type_params__, which functools.wraps copies
	// simple: positional parameters only, and not a generator.
	simple bool
}

// FunctionType is the class of functions.
var FunctionType = py.FunctionType

// Type makes a Function a value of the language.
func (fn *Function) Type() *py.Type { return FunctionType }

// BindsSelf makes functions in classes methods.
func (fn *Function) BindsSelf() bool { return true }

// InstanceDict is __dict__.
func (fn *Function) InstanceDict(create bool) *runtime.Dict {
	if fn.attrs == nil && create {
		fn.attrs = runtime.NewDict()
	}
	return fn.attrs
}

// Repr is "<function f at 0x...>".
func (fn *Function) Repr(t *runtime.Thread) (string, error) {
	return fmt.Sprintf("<function %s at 0x%x>", fn.Qualname, runtime.ID(fn)), nil
}

// makeFunction makes a function of a code object found in the frame f.
func (f *frame) makeFunction(code *compile.Code) *Function {
	fn := &Function{Code: code, Globals: f.globals, Name: code.Name, Qualname: code.Qualname, Doc: code.Doc, builtins: f.builtins}
	if fn.Doc == nil {
		fn.Doc = py.None
	}
	fn.Module = py.None
	if v, ok := f.globals.GetStr("__name__"); ok {
		fn.Module = v
	}
	fn.simple = code.Flags&(py.CO_VARARGS|py.CO_VARKEYWORDS) == 0 && code.Kwonlyargcount == 0 && !code.Generator
	if n := len(code.Captures); n > 0 {
		fn.closure = make([]*runtime.Cell, n)
		for i, c := range code.Captures {
			if c.Free {
				fn.closure[i] = f.closure[c.Index]
			} else {
				fn.closure[i] = f.regs[c.Index].(*runtime.Cell)
			}
		}
	}
	return fn
}

// Call calls the function from Go code.
func (fn *Function) Call(t *runtime.Thread, args []py.Object, kw runtime.Kwargs) (py.Object, error) {
	m := machineOf(t)
	if fn.Code.Generator {
		g, err := m.makeGenerator(fn, args, kw)
		if err != nil {
			return nil, err
		}
		return g, nil
	}
	if t.Pending() {
		if err := t.Tick(); err != nil {
			return nil, err
		}
	}
	f, err := m.push(fn.Code, fn)
	if err != nil {
		return nil, err
	}
	if fn.simple && len(kw) == 0 && len(args) == int(fn.Code.Argcount) {
		copy(f.regs, args)
		clear(f.regs[len(args):fn.Code.NSlots])
	} else if err := fn.bind(t, f.regs, args, kw); err != nil {
		m.used--
		t.Leave()
		return nil, err
	}
	fn.enter(f)
	return m.run(f)
}

func (fn *Function) call1(t *runtime.Thread, arg py.Object) (py.Object, error) {
	args := [1]py.Object{arg}
	return fn.Call(t, args[:], nil)
}

// enter gives the frame what the function knows.
func (fn *Function) enter(f *frame) {
	f.globals, f.builtins, f.closure = fn.Globals, fn.builtins, fn.closure
	if len(fn.Code.Cells)+len(fn.Code.Empty) > 0 {
		f.makeCells()
	}
}

// bind lays arguments out in the registers of the parameters and clears the other variables. args may be the first
// registers themselves.
func (fn *Function) bind(t *runtime.Thread, regs, args []py.Object, kw runtime.Kwargs) error {
	c := fn.Code
	n, kwOnly := int(c.Argcount), int(c.Kwonlyargcount)
	given := len(args)
	var rest py.Tuple
	if given > n {
		rest = append(rest, args[n:]...)
	}
	copy(regs[:n], args)
	clear(regs[min(given, n):c.NSlots])
	next := n + kwOnly
	if c.Flags&py.CO_VARARGS != 0 {
		if rest == nil {
			rest = py.Tuple{}
		}
		regs[next] = rest
		next++
	}
	var extra *runtime.Dict
	if c.Flags&py.CO_VARKEYWORDS != 0 {
		extra = runtime.NewDict()
		regs[next] = extra
	}
keywords:
	for _, k := range kw {
		for i := c.PosOnly; i < n+kwOnly; i++ {
			if c.Slots[i].Name == k.Name {
				if regs[i] != nil {
					return runtime.TypeErrorf("%s() got multiple values for argument '%s'", fn.Qualname, k.Name)
				}
				regs[i] = k.Value
				continue keywords
			}
		}
		if extra == nil {
			return fn.badKeyword(k.Name, kw)
		}
		extra.SetStr(k.Name, k.Value)
	}
	if given > n && c.Flags&py.CO_VARARGS == 0 {
		return fn.tooMany(given, regs)
	}
	if given < n {
		first := n - len(fn.Defaults)
		var missing []string
		for i := given; i < n; i++ {
			if regs[i] != nil {
				continue
			}
			if i >= first {
				regs[i] = fn.Defaults[i-first]
			} else {
				missing = append(missing, c.Slots[i].Name)
			}
		}
		if missing != nil {
			return fn.missing("positional", missing)
		}
	}
	if kwOnly > 0 {
		var missing []string
		for i := n; i < n+kwOnly; i++ {
			if regs[i] != nil {
				continue
			}
			if fn.KwDefaults != nil {
				if v, ok := fn.KwDefaults.GetStr(c.Slots[i].Name); ok {
					regs[i] = v
					continue
				}
			}
			missing = append(missing, c.Slots[i].Name)
		}
		if missing != nil {
			return fn.missing("keyword-only", missing)
		}
	}
	return nil
}

// badKeyword is the error of a keyword that names no parameter, or a positional-only one.
func (fn *Function) badKeyword(name string, kw runtime.Kwargs) error {
	c := fn.Code
	var posOnly []string
	for i := range c.PosOnly {
		if kw.Get(c.Slots[i].Name) != nil {
			posOnly = append(posOnly, c.Slots[i].Name)
		}
	}
	if posOnly != nil {
		return runtime.TypeErrorf("%s() got some positional-only arguments passed as keyword arguments: '%s'", fn.Qualname, strings.Join(posOnly, ", "))
	}
	return runtime.TypeErrorf("%s() got an unexpected keyword argument '%s'", fn.Qualname, name)
}

// tooMany is the error of too many positional arguments.
func (fn *Function) tooMany(given int, regs []py.Object) error {
	c := fn.Code
	n := int(c.Argcount)
	kwGiven := 0
	for i := n; i < n+int(c.Kwonlyargcount); i++ {
		if regs[i] != nil {
			kwGiven++
		}
	}
	takes, plural := fmt.Sprint(n), n != 1
	if d := len(fn.Defaults); d > 0 {
		takes, plural = fmt.Sprintf("from %d to %d", n-d, n), true
	}
	s := func(many bool) string {
		if many {
			return "s"
		}
		return ""
	}
	were := "were"
	if given == 1 && kwGiven == 0 {
		were = "was"
	}
	extra := ""
	if kwGiven > 0 {
		extra = fmt.Sprintf(" positional argument%s (and %d keyword-only argument%s)", s(given != 1), kwGiven, s(kwGiven != 1))
	}
	return runtime.TypeErrorf("%s() takes %s positional argument%s but %d%s %s given", fn.Qualname, takes, s(plural), given, extra, were)
}

// missing is the error of parameters that got no value.
func (fn *Function) missing(kind string, names []string) error {
	for i, n := range names {
		names[i] = "'" + n + "'"
	}
	list := ""
	switch n := len(names); n {
	case 1:
		list = names[0]
	case 2:
		list = names[0] + " and " + names[1]
	default:
		list = strings.Join(names[:n-1], ", ") + ", and " + names[n-1]
	}
	s := "s"
	if len(names) == 1 {
		s = ""
	}
	return runtime.TypeErrorf("%s() missing %d required %s argument%s: %s", fn.Qualname, len(names), kind, s, list)
}

// Annotations is __annotations__, nil when there are none.
func (fn *Function) Annotations() *runtime.Dict { return fn.annotations }
