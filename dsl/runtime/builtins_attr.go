package runtime

import (
	"sort"
	"strings"

	"github.com/go-python/gpython/py"
)

// The builtins that look into objects and scopes: getattr, isinstance, dir, vars, globals, eval and the like.

func initBuiltinAttrs() {
	attr := func(o py.Object, fname string) (string, error) {
		s, ok := Payload(o).(py.String)
		if !ok {
			return "", TypeErrorf("attribute name must be string, not '%s'", typeName(o))
		}
		return string(s), nil
	}
	builtin("getattr", "object, name, default=, /", "getattr(obj, name[, default])\n\nobj.name for a name known only at run time. A missing attribute gives default, or AttributeError without one.", func(t *Thread, a []py.Object) (py.Object, error) {
		name, err := attr(a[1], "getattr")
		if err != nil {
			return nil, err
		}
		if a[2] == nil {
			return GetAttr(t, a[0], name)
		}
		v, err := GetAttrOrNil(t, a[0], name)
		if v == nil && err == nil {
			return a[2], nil
		}
		return v, err
	})
	builtin("setattr", "obj, name, value, /", "setattr(obj, name, value)\n\nDoes obj.name = value for a name known only at run time.", func(t *Thread, a []py.Object) (py.Object, error) {
		name, err := attr(a[1], "setattr")
		if err != nil {
			return nil, err
		}
		return None, SetAttr(t, a[0], name, a[2])
	})
	builtin("delattr", "obj, name, /", "delattr(obj, name)\n\nDoes del obj.name for a name known only at run time.", func(t *Thread, a []py.Object) (py.Object, error) {
		name, err := attr(a[1], "delattr")
		if err != nil {
			return nil, err
		}
		return None, DelAttr(t, a[0], name)
	})
	builtin("hasattr", "obj, name, /", "hasattr(obj, name)\n\nTells whether obj.name can be read; only AttributeError counts as a no.", func(t *Thread, a []py.Object) (py.Object, error) {
		name, err := attr(a[1], "hasattr")
		if err != nil {
			return nil, err
		}
		v, err := GetAttrOrNil(t, a[0], name)
		return py.Bool(v != nil), err
	})
	builtin("isinstance", "obj, class_or_tuple, /", "isinstance(obj, cls)\n\nTells whether obj belongs to cls or a class derived from it. A tuple or union of classes asks for any of them.", func(t *Thread, a []py.Object) (py.Object, error) {
		b, err := IsInstance(t, a[0], a[1])
		return py.Bool(b), err
	})
	builtin("issubclass", "cls, class_or_tuple, /", "issubclass(cls, base)\n\nTells whether cls is base or inherits from it. A tuple or union of classes asks for any of them.", func(t *Thread, a []py.Object) (py.Object, error) {
		b, err := IsSubclassOf(t, a[0], a[1])
		return py.Bool(b), err
	})
	top := func(t *Thread) (Frame, error) {
		if t.Machine != nil {
			if f := t.Machine.Top(); f != nil {
				return f, nil
			}
		}
		return nil, Errorf(py.SystemError, "frame does not exist")
	}
	builtin("globals", "/", "globals()\n\nThe dict that holds the global names of the running code; changing it changes them.", func(t *Thread, a []py.Object) (py.Object, error) {
		f, err := top(t)
		if err != nil {
			return nil, err
		}
		return f.Globals(), nil
	})
	builtin("locals", "/", "locals()\n\nThe local names at this place and their values, as a dict.", func(t *Thread, a []py.Object) (py.Object, error) {
		f, err := top(t)
		if err != nil {
			return nil, err
		}
		return f.Locals(), nil
	})
	builtin("vars", "object=, /", "vars([obj])\n\nThe attributes that obj itself holds, its __dict__. Without obj the local names, as locals() gives them.", func(t *Thread, a []py.Object) (py.Object, error) {
		if a[0] == nil {
			f, err := top(t)
			if err != nil {
				return nil, err
			}
			return f.Locals(), nil
		}
		v, err := GetAttrOrNil(t, a[0], "__dict__")
		if v == nil && err == nil {
			return nil, TypeErrorf("vars() argument must have __dict__ attribute")
		}
		return v, err
	})
	builtin("dir", "object=, /", "dir([obj])\n\nSorted list of the attribute names of obj; without obj, of the names known at this place.", func(t *Thread, a []py.Object) (py.Object, error) {
		if a[0] == nil {
			f, err := top(t)
			if err != nil {
				return nil, err
			}
			var names []string
			for k := range f.Locals().All() {
				if s, ok := k.(py.String); ok {
					names = append(names, string(s))
				}
			}
			sort.Strings(names)
			return strList(names), nil
		}
		if fn := LookupType(a[0].Type(), "__dir__"); fn != nil && !isObjectDefault(fn, "__dir__") {
			if _, native := fn.(*Native); !native {
				r, err := Call(t, fn, []py.Object{a[0]}, nil)
				if err != nil {
					return nil, err
				}
				items, err := Collect(t, r)
				if err != nil {
					return nil, err
				}
				l := NewList(items)
				return l, sortInPlace(t, l, nil, nil)
			}
		}
		return strList(DefaultDir(a[0])), nil
	})
	initEval(top)
}

func initEval(top func(t *Thread) (Frame, error)) {
	spaces := func(t *Thread, fname string, globals, locals py.Object) (*Dict, *Dict, error) {
		var g, l *Dict
		if globals != nil && globals != py.None {
			d, ok := Payload(globals).(*Dict)
			if !ok {
				return nil, nil, TypeErrorf("%s() globals must be a dict, not %s", fname, typeName(globals))
			}
			g, l = d, d
		} else {
			f, err := top(t)
			if err != nil {
				return nil, nil, err
			}
			g, l = f.Globals(), f.Locals()
		}
		if locals != nil && locals != py.None {
			d, ok := Payload(locals).(*Dict)
			if !ok {
				return nil, nil, TypeErrorf("locals must be a mapping")
			}
			l = d
		}
		if _, ok := g.GetStr("__builtins__"); !ok && t.Builtins != nil {
			g.SetStr("__builtins__", t.Builtins)
		}
		return g, l, nil
	}
	run := func(fname, mode string) {
		builtin(fname, "source, globals=, locals=, /", fname+"(source[, globals[, locals]])\n\nRuns program text or what compile() made of it, in the given namespaces, else in those of the caller. eval gives the value of an expression, exec None.", func(t *Thread, a []py.Object) (py.Object, error) {
			g, l, err := spaces(t, fname, a[1], a[2])
			if err != nil {
				return nil, err
			}
			code := a[0]
			src, isText := Payload(code).(py.String)
			if b, ok := bytesLike(Payload(code)); ok {
				src, isText = py.String(b), true
			}
			switch {
			case isText:
				if t.Compile == nil {
					return nil, Errorf(py.RuntimeError, "%s() is not available here", fname)
				}
				s := string(src)
				if mode == "eval" {
					s = strings.TrimLeft(s, " \t")
				}
				if code, err = t.Compile(t, s, "<string>", mode); err != nil {
					return nil, err
				}
			case code.Type().Name != "code":
				return nil, TypeErrorf("%s() arg 1 must be a string, bytes or code object", fname)
			}
			v, err := t.Exec(t, code, g, l)
			if err != nil {
				return nil, err
			}
			if v == nil || mode == "exec" {
				return None, nil
			}
			return v, nil
		})
	}
	run("eval", "eval")
	run("exec", "exec")
	builtin("compile", "source, filename, mode, flags=, dont_inherit=, optimize=", "compile(source, filename, mode)\n\nTranslates program text once, for exec() or eval() to run it many times. mode is 'exec' for statements,\n'eval' for an expression, 'single' for one statement whose value is shown. filename appears in tracebacks.", func(t *Thread, a []py.Object) (py.Object, error) {
		src, err := strArg(a[0], "compile() arg 1 must be a string, not %s")
		if err != nil {
			return nil, err
		}
		file, err := strArg(a[1], "compile() arg 2 must be a string, not %s")
		if err != nil {
			return nil, err
		}
		mode, err := strArg(a[2], "compile() arg 3 must be a string, not %s")
		if err != nil {
			return nil, err
		}
		if mode != "exec" && mode != "eval" && mode != "single" {
			return nil, ValueErrorf("compile() mode must be 'exec', 'eval' or 'single'")
		}
		if t.Compile == nil {
			return nil, Errorf(py.RuntimeError, "compile() is not available here")
		}
		return t.Compile(t, src, file, mode)
	})
}
