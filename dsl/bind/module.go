package bind

import (
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// Module declares one module of the language.
type Module struct {
	// Name is the dotted name it is imported by ("np", "np.linalg"); Aliases are further names ("numpy").
	Name    string
	Aliases []string
	Doc     string
	Funcs   []*Func
	Consts  []Const
	Classes []*Class
	// Subs are submodules, attributes of this one under the last part of their names.
	Subs []*Module
	// Init finishes a freshly built module (per session state). Optional.
	Init func(t *runtime.Thread, m *runtime.Module) error
	// AfterCell is called when a cell has ended, for modules that show things then. Optional.
	AfterCell func(t *runtime.Thread) error
	// Missing ends the AttributeError about a name that the module lacks: "is not provided by Monge". Optional.
	Missing string
}

// Const is a value of a module.
type Const struct {
	Name  string
	Value py.Object
	Doc   string
}

var registry struct {
	sync.Mutex
	byName map[string]*Module
	list   []*Module
}

// Register makes a module and its submodules importable in every session. It is called from init functions, so it does
// next to nothing.
func Register(m *Module) {
	registry.Lock()
	defer registry.Unlock()
	if registry.byName == nil {
		registry.byName = map[string]*Module{}
	}
	registry.list = append(registry.list, m)
	register(m, append([]string{m.Name}, m.Aliases...))
}

func register(m *Module, names []string) {
	for _, n := range names {
		if registry.byName[n] != nil {
			panic("bind: module " + n + " registered twice")
		}
		registry.byName[n] = m
	}
	for _, f := range m.Funcs {
		f.prefix = m.Name + "."
	}
	for _, sub := range m.Subs {
		last := sub.Name[strings.LastIndexByte(sub.Name, '.')+1:]
		subNames := []string{sub.Name}
		for _, n := range names {
			if full := n + "." + last; full != sub.Name {
				subNames = append(subNames, full)
			}
		}
		register(sub, subNames)
	}
}

// Lookup finds a registered module by name or alias.
func Lookup(name string) (*Module, bool) {
	registry.Lock()
	defer registry.Unlock()
	m, ok := registry.byName[name]
	return m, ok
}

// Modules returns the registered top-level modules by name.
func Modules() []*Module {
	registry.Lock()
	defer registry.Unlock()
	list := append([]*Module(nil), registry.list...)
	sort.Slice(list, func(i, j int) bool { return list[i].Name < list[j].Name })
	return list
}

// Names lists all names that modules are registered under, aliases and submodules too.
func Names() []string {
	registry.Lock()
	defer registry.Unlock()
	return slices.Sorted(maps.Keys(registry.byName))
}

// Build makes the module object of one session.
func (m *Module) Build(t *runtime.Thread) (*runtime.Module, error) {
	obj := runtime.NewModule(m.Name, m.Doc)
	obj.Missing = m.Missing
	for _, c := range m.Consts {
		obj.Dict.SetStr(c.Name, c.Value)
	}
	for _, f := range m.Funcs {
		obj.Dict.SetStr(f.Name, f.Native())
	}
	for _, c := range m.Classes {
		obj.Dict.SetStr(c.Name, c.Type())
	}
	for _, sub := range m.Subs {
		s, err := sub.Build(t)
		if err != nil {
			return nil, err
		}
		obj.Dict.SetStr(sub.Name[strings.LastIndexByte(sub.Name, '.')+1:], s)
	}
	if m.Init != nil {
		if err := m.Init(t, obj); err != nil {
			return nil, err
		}
	}
	return obj, nil
}

// Each calls f for every function and method of the module and its submodules.
func (m *Module) Each(f func(*Func)) {
	for _, fn := range m.Funcs {
		f(fn)
	}
	for _, c := range m.Classes {
		for _, fn := range c.Methods {
			f(fn)
		}
		if c.New != nil {
			f(c.New)
		}
	}
	for _, s := range m.Subs {
		s.Each(f)
	}
}

// Check returns what is missing in the declarations of a module; tests fail on a non-empty answer. Methods of a class
// may leave the example to their class.
func Check(m *Module) []string {
	var bad []string
	if m.Doc == "" {
		bad = append(bad, m.Name+": no doc")
	}
	for _, f := range m.Funcs {
		if f.Example == "" {
			bad = append(bad, f.QualName()+": no example")
		}
	}
	for _, c := range m.Classes {
		if c.Doc == "" || c.Example == "" {
			bad = append(bad, c.QualName()+": no doc or example")
		}
		for _, a := range c.Attrs {
			if a.Doc == "" {
				bad = append(bad, c.QualName()+"."+a.Name+": no doc")
			}
		}
	}
	m.Each(func(f *Func) {
		if f.Doc == "" {
			bad = append(bad, f.QualName()+": no doc")
		}
		if len(f.Params) > 64 {
			bad = append(bad, f.QualName()+": more than 64 parameters")
		}
		for _, p := range f.Params {
			if p.Help == "" {
				bad = append(bad, fmt.Sprintf("%s: parameter %s has no help", f.QualName(), p.Name))
			}
		}
	})
	for _, s := range m.Subs {
		bad = append(bad, Check(s)...)
	}
	return bad
}
