package dsl

import (
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/compile"
	"monge/dsl/runtime"
	"monge/dsl/runtime/pymod"
	"monge/dsl/syntax"
)

// prelude are the modules that every program may use without import.
var prelude = map[string]bool{"np": true, "plt": true, "ot": true, "sampling": true, "optim": true, "prune": true, "data": true}

func init() {
	runtime.ModuleExists = func(name string) bool {
		_, ok := bind.Lookup(name)
		return ok || pymod.Lookup(name) != nil
	}
}

// preload builds prelude modules that a piece of code mentions and that are not there yet, so that an unused module
// costs nothing.
func (s *Session) preload(prog *compile.Code) error {
	for name := range prelude {
		if !mentions(prog, name) {
			continue
		}
		if _, ok := s.thread.Builtins.GetStr(name); ok {
			continue
		}
		if _, ok := bind.Lookup(name); !ok {
			continue
		}
		m, err := s.importModule(s.thread, name)
		if err != nil {
			return err
		}
		s.thread.Builtins.SetStr(name, m)
	}
	return nil
}

// mentions reports whether a code object or one inside it looks a name up.
func mentions(prog *compile.Code, name string) bool {
	if slices.Contains(prog.Names, name) {
		return true
	}
	for _, k := range prog.Consts {
		if child, ok := k.(*compile.Code); ok && mentions(child, name) {
			return true
		}
	}
	return false
}

// importModule resolves a dotted name: what is loaded, Monge's modules, the manner-of-the-standard-library modules, then the
// user's files beside the notebook or script.
func (s *Session) importModule(t *runtime.Thread, name string) (py.Object, error) {
	if err := t.Enter(); err != nil {
		return nil, err
	}
	defer t.Leave()
	if m, ok := t.Modules.GetStr(name); ok {
		if m == py.None {
			return nil, notFound(name)
		}
		return m, nil
	}
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		parent, err := s.importModule(t, name[:i])
		if err != nil {
			return nil, err
		}
		// A submodule may have come with its parent.
		if v, err := runtime.GetAttrOrNil(t, parent, name[i+1:]); err == nil {
			if m, ok := v.(*runtime.Module); ok {
				t.Modules.SetStr(name, m)
				return m, nil
			}
		}
		if m, ok := parent.(*runtime.Module); ok && !s.isPackage(m, name[:i]) {
			return nil, notPackage(name, name[:i])
		}
	}
	if decl, ok := bind.Lookup(name); ok {
		if decl.Name != name {
			// An alias is the same object as the module itself.
			m, err := s.importModule(t, decl.Name)
			if err == nil {
				t.Modules.SetStr(name, m)
			}
			return m, err
		}
		m, err := decl.Build(t)
		if err != nil {
			return nil, err
		}
		t.Modules.SetStr(name, m)
		s.loaded = append(s.loaded, decl)
		return m, nil
	}
	if build := pymod.Lookup(name); build != nil {
		m := build(t)
		if m == nil {
			return nil, notFound(name)
		}
		if name == "sys" {
			s.setupSys(m)
		}
		t.Modules.SetStr(name, m)
		return m, nil
	}
	return s.importFile(t, name)
}

// setupSys fills in what sys knows of the session.
func (s *Session) setupSys(m *runtime.Module) {
	if s.argv != nil {
		items := make([]py.Object, len(s.argv))
		for i, a := range s.argv {
			items[i] = py.String(a)
		}
		m.Dict.SetStr("argv", py.NewListFromItems(items))
	}
	dir := s.dir
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	m.Dict.SetStr("path", py.NewListFromItems([]py.Object{py.String(dir)}))
}

// isPackage reports whether further modules may lie below a module.
func (s *Session) isPackage(m *runtime.Module, name string) bool {
	if _, ok := m.Dict.GetStr("__path__"); ok {
		return true
	}
	below := func(n string) bool { return strings.HasPrefix(n, name+".") }
	if slices.ContainsFunc(pymod.Names(), below) {
		return true
	}
	decl, ok := bind.Lookup(name)
	return ok && (len(decl.Subs) > 0 || slices.ContainsFunc(bind.Names(), below))
}

// notPackage is the error for a name below a plain module.
func notPackage(name, parent string) error {
	return runtime.NewException(runtime.ModuleNotFoundError, py.String("No module named '"+name+"'; '"+parent+"' is not a package")).
		SetField("name", py.String(name))
}

// notFound is the error for a module that is nowhere, with the remedy for well-known names.
func notFound(name string) error {
	text := "No module named '" + name + "'"
	if hint, ok := elsewhere[strings.SplitN(name, ".", 2)[0]]; ok {
		text += " (" + hint + ")"
	}
	return runtime.NewException(runtime.ModuleNotFoundError, py.String(text)).SetField("name", py.String(name))
}

// elsewhere tells users of Python packages where to look in Monge.
var elsewhere = map[string]string{
	"scipy":      "Monge has no scipy; its own modules are np, ot, plt and data",
	"pandas":     "Monge has no pandas; data.load_csv reads tables into arrays",
	"sklearn":    "Monge has no scikit-learn; data.digits() holds the digits data",
	"torch":      "Monge has no torch",
	"asyncio":    "async is not part of the language",
	"threading":  "threads are not part of the language: Go does the parallel work inside the solvers",
	"subprocess": "starting processes is not part of the language",
	"ctypes":     "C extensions are not part of the language",
	"ipywidgets": "widgets are not provided",
	"IPython":    "display() is a builtin of Monge",
	"seaborn":    "use plt",
	"POT":        "use ot",
}

// importFile loads name.mg, name.py or a folder with __init__.mg or __init__.py.
func (s *Session) importFile(t *runtime.Thread, name string) (py.Object, error) {
	rel := strings.ReplaceAll(name, ".", string(filepath.Separator))
	for _, dir := range s.searchPath() {
		base := filepath.Join(dir, rel)
		for _, c := range []struct {
			path    string
			isParts bool
		}{
			{filepath.Join(base, "__init__.mg"), true}, {filepath.Join(base, "__init__.py"), true},
			{base + ".mg", false}, {base + ".py", false},
		} {
			text, err := os.ReadFile(c.path)
			if err != nil {
				continue
			}
			return s.loadFile(t, name, c.path, string(text), c.isParts)
		}
	}
	return nil, notFound(name)
}

// searchPath is sys.path when sys was imported and the program may have changed it, else the session's directory.
func (s *Session) searchPath() []string {
	if sys, ok := s.thread.Modules.GetStr("sys"); ok {
		if v, err := runtime.GetAttrOrNil(s.thread, sys, "path"); err == nil {
			if l, ok := v.(*py.List); ok {
				var dirs []string
				for _, it := range l.Items {
					if d, ok := it.(py.String); ok {
						if d == "" {
							d = py.String(s.dir)
						}
						dirs = append(dirs, string(d))
					}
				}
				return dirs
			}
		}
	}
	return []string{s.dir}
}

func (s *Session) loadFile(t *runtime.Thread, name, path, text string, isPackage bool) (py.Object, error) {
	s.sources.add(path, text)
	file, err := syntax.Parse(path, text)
	if err != nil {
		return nil, raised(err)
	}
	m := runtime.NewModule(name, "")
	pkg := name
	if isPackage {
		m.Dict.SetStr("__path__", py.NewListFromItems([]py.Object{py.String(filepath.Dir(path))}))
	} else if i := strings.LastIndexByte(name, '.'); i >= 0 {
		pkg = name[:i]
	} else {
		pkg = ""
	}
	m.Dict.SetStr("__file__", py.String(path))
	m.Dict.SetStr("__package__", py.String(pkg))
	t.Modules.SetStr(name, m)
	if _, err := s.runFile(file, m.Dict); err != nil {
		t.Modules.DelStr(name)
		return nil, err
	}
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		if parent, ok := t.Modules.GetStr(name[:i]); ok {
			if err := runtime.SetAttr(t, parent, name[i+1:], m); err != nil {
				return nil, err
			}
		}
	}
	return m, nil
}

// moduleNames lists what can be imported, for completion.
func (s *Session) moduleNames() []string {
	seen := map[string]bool{}
	for _, m := range bind.Modules() {
		seen[m.Name] = true
		for _, a := range m.Aliases {
			seen[a] = true
		}
	}
	for _, n := range pymod.Names() {
		seen[n] = true
	}
	for _, dir := range s.searchPath() {
		entries, err := os.ReadDir(dir)
		if err != nil {
			continue
		}
		for _, e := range entries {
			n := e.Name()
			if ext := filepath.Ext(n); ext == ".mg" || ext == ".py" {
				seen[strings.TrimSuffix(n, ext)] = true
			}
		}
	}
	names := make([]string, 0, len(seen))
	for n := range seen {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}
