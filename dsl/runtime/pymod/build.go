package pymod

import (
	"fmt"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// object, thread and friends keep the signatures of natives short.
type (
	object = py.Object
	thread = runtime.Thread
)

// none is the value of functions that return nothing.
var none = runtime.None

// modSpec collects what a module contains. Values that do not change are shared by all sessions; setup adds those
// that belong to one session.
type modSpec struct {
	name, doc string
	names     []string
	values    []object
	setup     []func(t *thread, m *runtime.Module) error
	// source is the part of the module that is written in the language; it runs after the rest is in place.
	source string
}

// newModule declares a module and registers it under its name.
func newModule(name, doc string) *modSpec {
	s := &modSpec{name: name, doc: doc}
	register(name, s.build)
	return s
}

func (s *modSpec) build(t *thread) *runtime.Module {
	for {
		m, err := s.try(t)
		switch {
		case err == nil:
			return m
		case runtime.IsException(err, py.KeyboardInterrupt):
			// Modules are built in milliseconds: an interrupt waits until this one is complete.
			defer t.Interrupt()
		default:
			fmt.Fprintf(t.Stderr, "module %s: %v\n", s.name, err)
			return nil
		}
	}
}

// try builds the module once.
func (s *modSpec) try(t *thread) (*runtime.Module, error) {
	m := runtime.NewModule(s.name, s.doc)
	for i, n := range s.names {
		m.Dict.SetStr(n, s.values[i])
	}
	// What the rest imports may import this module in turn: it must be found half built rather than be built again.
	if t.Modules != nil {
		t.Modules.SetStr(s.name, m)
	}
	if err := s.complete(t, m); err != nil {
		if t.Modules != nil {
			t.Modules.DelStr(s.name)
		}
		return nil, err
	}
	return m, nil
}

// complete runs the parts of a module that belong to the session.
func (s *modSpec) complete(t *thread, m *runtime.Module) error {
	for _, f := range s.setup {
		if err := f(t, m); err != nil {
			return err
		}
	}
	if s.source != "" {
		return runInto(t, m, s.source)
	}
	return nil
}

// runInto runs source text in a module's namespace.
func runInto(t *thread, m *runtime.Module, src string) error {
	if t.Compile == nil {
		return runtime.Errorf(py.ImportError, "module %s needs the compiler", m.Name)
	}
	code, err := t.Compile(t, src, "<"+m.Name+">", "exec")
	if err != nil {
		return err
	}
	_, err = t.Exec(t, code, m.Dict, m.Dict)
	return err
}

// value adds a constant, class or function.
func (s *modSpec) value(name string, v object) {
	s.names = append(s.names, name)
	s.values = append(s.values, v)
}

// fn adds a function whose arguments are sorted by a parameter list (see runtime.Func).
func (s *modSpec) fn(name, params, doc string, f func(t *thread, a []object) (object, error)) {
	// Argument errors of functions with plain positional arguments name the module too.
	n := runtime.Func(s.name+"."+name, params, doc, f)
	n.Name, n.Module = name, s.name
	s.value(name, n)
}

// raw adds a function that sorts its own arguments.
func (s *modSpec) raw(name, doc string, f runtime.NativeFunc) {
	n := runtime.NewNative(name, doc, f)
	n.Module = s.name
	s.value(name, n)
}

// class adds a class under the last part of its name.
func (s *modSpec) class(typ *py.Type) {
	name := typ.Name
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '.' {
			name = name[i+1:]
			break
		}
	}
	s.value(name, typ)
}

// perThread adds something that belongs to one session.
func (s *modSpec) perThread(f func(t *thread, m *runtime.Module) error) { s.setup = append(s.setup, f) }

// newType makes a class of a module; its name is shown with the module in front, as CPython shows such classes.
func newType(module, name, doc string, base *py.Type) *py.Type {
	full := name
	if module != "" {
		full = module + "." + name
	}
	typ := runtime.NewBuiltinType(full, doc, base)
	typ.Qualname = name
	if module != "" {
		typ.Dict["__module__"] = py.String(module)
	}
	return typ
}

// importModule imports another module of the session.
func importModule(t *thread, name string) (*runtime.Module, error) {
	if t.Modules != nil {
		if v, ok := t.Modules.GetStr(name); ok {
			if m, ok := v.(*runtime.Module); ok {
				return m, nil
			}
		}
	}
	if t.Import != nil {
		v, err := t.Import(t, name)
		if err != nil {
			return nil, err
		}
		if m, ok := v.(*runtime.Module); ok {
			return m, nil
		}
	}
	if b := Lookup(name); b != nil {
		if m := b(t); m != nil {
			if t.Modules != nil {
				t.Modules.SetStr(name, m)
			}
			return m, nil
		}
	}
	return nil, runtime.NewException(runtime.ModuleNotFoundError, py.String("No module named '"+name+"'"))
}

func str(s string) object   { return py.String(s) }
func num(i int) object      { return runtime.IntObj(int64(i)) }
func flt(f float64) object  { return py.Float(f) }
func boolean(b bool) object { return py.Bool(b) }
func list(items ...object) object {
	return runtime.NewList(items)
}

// text reads a str argument.
func text(o object, fname string, pos int) (string, error) {
	if s, ok := runtime.Payload(o).(py.String); ok {
		return string(s), nil
	}
	return "", runtime.TypeErrorf("%s() argument %d must be str, not %s", fname, pos, runtime.TypeName(o))
}

// given reports whether an optional argument was passed and is not None.
func given(o object) bool { return o != nil && o != none }

// funcIter makes an iterator of class typ out of a function.
func funcIter(typ *py.Type, f func(t *thread) (object, error)) object {
	return &runtime.FuncIter{Class: typ, F: f}
}

// signature is the parameter list of a function that is to behave like one written in the language, with that kind of
// argument errors: dataclass constructors, namedtuples.
type signature struct {
	name     string // as shown in errors: "Point.__init__"
	params   []string
	defaults []object // of the same length; nil for required ones
	kwOnly   int      // how many of the last params are keyword-only
	self     int      // 1 when the arguments do not include a self that error messages count
}

func (s *signature) bind(args []object, kw runtime.Kwargs) ([]object, error) {
	pos := len(s.params) - s.kwOnly
	if len(args) > pos {
		required := 0
		for _, d := range s.defaults[:pos] {
			if d == nil {
				required++
			}
		}
		takes := fmt.Sprint(pos + s.self)
		if required < pos {
			takes = fmt.Sprintf("from %d to %d", required+s.self, pos+s.self)
		}
		plural, were := "s", "were"
		if pos+s.self == 1 && required == pos {
			plural = ""
		}
		if len(args)+s.self == 1 {
			were = "was"
		}
		return nil, runtime.TypeErrorf("%s() takes %s positional argument%s but %d %s given", s.name, takes, plural, len(args)+s.self, were)
	}
	out := make([]object, len(s.params))
	copy(out, args)
	for _, k := range kw {
		at := -1
		for i, p := range s.params {
			if p == k.Name {
				at = i
			}
		}
		if at < 0 {
			return nil, runtime.TypeErrorf("%s() got an unexpected keyword argument '%s'", s.name, k.Name)
		}
		if out[at] != nil {
			return nil, runtime.TypeErrorf("%s() got multiple values for argument '%s'", s.name, k.Name)
		}
		out[at] = k.Value
	}
	var missing, missingKw []string
	for i := range out {
		if out[i] != nil {
			continue
		}
		if s.defaults[i] != nil {
			out[i] = s.defaults[i]
		} else if i < pos {
			missing = append(missing, "'"+s.params[i]+"'")
		} else {
			missingKw = append(missingKw, "'"+s.params[i]+"'")
		}
	}
	kind := "positional"
	if len(missing) == 0 {
		missing, kind = missingKw, "keyword-only"
	}
	if n := len(missing); n > 0 {
		names, plural := missing[0], ""
		if n > 1 {
			plural = "s"
			names = ""
			for i, m := range missing {
				switch {
				case i == n-1 && n == 2:
					names += " and " + m
				case i == n-1:
					names += ", and " + m
				case i > 0:
					names += ", " + m
				default:
					names = m
				}
			}
		}
		return nil, runtime.TypeErrorf("%s() missing %d required %s argument%s: %s", s.name, n, kind, plural, names)
	}
	return out, nil
}
