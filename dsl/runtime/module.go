package runtime

import "github.com/go-python/gpython/py"

// Module is a module object: a name and a namespace.
type Module struct {
	Name string
	Dict *Dict
	Doc  string
	// Missing is appended to the message of the AttributeError for a name that the module lacks.
	Missing string
}

// ModuleType is the class of modules.
var ModuleType = NewFinalType("module", "A module: a named namespace.")

// NewModule makes an empty module whose namespace holds __name__ and __doc__.
func NewModule(name, doc string) *Module {
	m := &Module{Name: name, Dict: NewDict(), Doc: doc}
	m.Dict.SetStr("__name__", py.String(name))
	if doc == "" {
		m.Dict.SetStr("__doc__", py.None)
	} else {
		m.Dict.SetStr("__doc__", py.String(doc))
	}
	return m
}

// Type makes a Module a value of the language.
func (m *Module) Type() *py.Type { return ModuleType }

// Repr is "<module 'name'>".
func (m *Module) Repr(t *Thread) (string, error) {
	return "<module '" + m.name() + "'>", nil
}

// name is the present __name__.
func (m *Module) name() string {
	if v, ok := m.Dict.GetStr("__name__"); ok {
		if s, ok := v.(py.String); ok {
			return string(s)
		}
	}
	return m.Name
}

// InstanceDict is the module's namespace.
func (m *Module) InstanceDict(create bool) *Dict { return m.Dict }

// missing is what the module adds to the message about a name that it lacks.
func (m *Module) missing(name string) string {
	if m.Missing == "" {
		return ""
	}
	return " (" + m.Name + "." + name + " " + m.Missing + ")"
}

func init() {
	ModuleType.Dict["__new__"] = NewNative("__new__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		if len(args) < 2 && kw.Get("name") == nil {
			return nil, TypeErrorf("module() missing required argument 'name' (pos 1)")
		}
		if n := len(args) - 1 + len(kw); n > 2 {
			return nil, TypeErrorf("module() takes at most 2 arguments (%d given)", n)
		}
		name, doc := kw.Get("name"), kw.Get("doc")
		if len(args) > 1 {
			name = args[1]
		}
		if len(args) > 2 {
			doc = args[2]
		}
		s, ok := name.(py.String)
		if !ok {
			return nil, TypeErrorf("module() argument 'name' must be str, not %s", name.Type().Name)
		}
		m := NewModule(string(s), "")
		if doc != nil {
			m.Dict.SetStr("__doc__", doc)
		}
		return m, nil
	})
	getter(ModuleType, "__dict__", func(o py.Object) py.Object { return o.(*Module).Dict })
}
