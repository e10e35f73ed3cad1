package vm

import (
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/compile"
	"monge/dsl/runtime"
)

// importName is ImportName. It returns the module itself when whole is set, else the package at the front of the name,
// which is what "import a.b" binds.
func (m *machine) importName(f *frame, name string, level int, whole bool) (py.Object, error) {
	if level > 0 {
		abs, err := resolveRelative(f.globals, name, level)
		if err != nil {
			return nil, err
		}
		return m.importModule(abs)
	}
	mod, err := m.importModule(name)
	if err != nil || whole {
		return mod, err
	}
	if first, _, dotted := strings.Cut(name, "."); dotted {
		return m.importModule(first)
	}
	return mod, nil
}

// importModule finds a module by its absolute name.
func (m *machine) importModule(name string) (py.Object, error) {
	t := m.t
	if t.Modules != nil {
		if v, ok := t.Modules.GetStr(name); ok {
			if v == py.Object(py.None) {
				return nil, moduleNotFound("import of "+name+" halted; None in sys.modules", name)
			}
			return v, nil
		}
	}
	if t.Import == nil {
		return nil, moduleNotFound("No module named '"+name+"'", name)
	}
	// Modules that import each other without end are an error like any other recursion.
	if err := t.Enter(); err != nil {
		return nil, err
	}
	defer t.Leave()
	return t.Import(t, name)
}

func moduleNotFound(msg, name string) error {
	return runtime.NewException(runtime.ModuleNotFoundError, py.String(msg)).SetField("name", py.String(name))
}

// resolveRelative makes the absolute name of a relative import.
func resolveRelative(globals *runtime.Dict, name string, level int) (string, error) {
	pkg := ""
	if v, ok := globals.GetStr("__package__"); ok && v != py.Object(py.None) {
		s, ok := v.(py.String)
		if !ok {
			return "", runtime.TypeErrorf("__package__ must be a string")
		}
		pkg = string(s)
	} else if v, ok := globals.GetStr("__name__"); ok {
		if s, ok := v.(py.String); ok {
			pkg = string(s)
		}
		if _, isPackage := globals.GetStr("__path__"); !isPackage {
			if i := strings.LastIndexByte(pkg, '.'); i >= 0 {
				pkg = pkg[:i]
			} else {
				pkg = ""
			}
		}
	}
	if pkg == "" {
		return "", runtime.Errorf(py.ImportError, "attempted relative import with no known parent package")
	}
	for range level - 1 {
		i := strings.LastIndexByte(pkg, '.')
		if i < 0 {
			return "", runtime.Errorf(py.ImportError, "attempted relative import beyond top-level package")
		}
		pkg = pkg[:i]
	}
	if name == "" {
		return pkg, nil
	}
	return pkg + "." + name, nil
}

// importFrom is ImportFrom: an attribute of the module, or a submodule.
func (m *machine) importFrom(f *frame, mod py.Object, name string) (py.Object, error) {
	t := m.t
	v, err := runtime.GetAttrOrNil(t, mod, name)
	if v != nil || err != nil {
		return v, err
	}
	modName := "<unknown module name>"
	if n, err := runtime.GetAttrOrNil(t, mod, "__name__"); err == nil {
		if s, ok := n.(py.String); ok {
			modName = string(s)
			if path, _ := runtime.GetAttrOrNil(t, mod, "__path__"); path != nil {
				sub, err := m.importModule(modName + "." + name)
				if err == nil {
					return sub, nil
				}
				// Only the submodule itself may be missing, not something that it imports.
				e := runtime.AsException(err)
				if missing, _ := e.Field("name").(py.String); !e.IsA(runtime.ModuleNotFoundError) || string(missing) != modName+"."+name {
					return nil, err
				}
			}
		}
	}
	location := "unknown location"
	if p, _ := runtime.GetAttrOrNil(t, mod, "__file__"); p != nil {
		if s, ok := p.(py.String); ok {
			location = string(s)
		}
	}
	e := runtime.Errorf(py.ImportError, "cannot import name '%s' from '%s' (%s)", name, modName, location)
	return nil, e.SetField("name", py.String(modName)).SetField("name_from", py.String(name))
}

// importStar is "from module import *".
func (m *machine) importStar(f *frame, mod py.Object) error {
	t := m.t
	ns := f.locals
	if ns == nil || f.code.Kind == compile.ModuleCode {
		ns = f.globals
	}
	all, err := runtime.GetAttrOrNil(t, mod, "__all__")
	if err != nil {
		return err
	}
	var names []py.Object
	if all != nil {
		if names, err = runtime.Collect(t, all); err != nil {
			return err
		}
	} else {
		var d *runtime.Dict
		if h, ok := mod.(runtime.DictHolder); ok {
			d = h.InstanceDict(false)
		}
		if d == nil {
			return runtime.Errorf(py.ImportError, "from-import-* object has no __dict__ and no __all__")
		}
		for _, k := range d.Keys() {
			if s, ok := k.(py.String); ok && !strings.HasPrefix(string(s), "_") {
				names = append(names, s)
			}
		}
	}
	for _, n := range names {
		s, ok := n.(py.String)
		if !ok {
			return runtime.TypeErrorf("Item in __all__ must be str, not %s", n.Type().Name)
		}
		v, err := runtime.GetAttr(t, mod, string(s))
		if err != nil {
			return err
		}
		ns.SetStr(string(s), v)
	}
	return nil
}
