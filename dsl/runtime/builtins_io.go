package runtime

import (
	"errors"
	"io"
	"strings"

	"github.com/go-python/gpython/py"
)

// The builtins that talk to the world outside: print, input, open, import.

func initBuiltinIO() {
	builtinValue("print", NewNative("print", "print(*values, sep=' ', end='\\n', file=None, flush=False)\n\nWrites the values as str() shows them, with sep between them and end after the last.\nfile is anything with a write method, None means sys.stdout; flush sends the text on at once.", builtinPrint))
	builtin("input", "prompt=, /", "input(prompt='')\n\nShows the prompt, waits for a line of the user and returns it without its line end. EOFError when no input is left.", func(t *Thread, a []py.Object) (py.Object, error) {
		prompt := ""
		if a[0] != nil {
			var err error
			if prompt, err = Str(t, a[0]); err != nil {
				return nil, err
			}
		}
		if t.Host == nil {
			return nil, Errorf(py.EOFError, "EOF when reading a line")
		}
		s, err := t.Host.Input(t.Context(), prompt, false)
		if errors.Is(err, io.EOF) {
			return nil, Errorf(py.EOFError, "EOF when reading a line")
		}
		if err != nil {
			return nil, AsException(err)
		}
		return py.String(strings.TrimSuffix(s, "\n")), nil
	})
	builtinValue("help", NewNative("help", "help(obj)\n\nShows the documentation of obj.", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		return None, Help(t, args)
	}))
	for _, name := range []string{"exit", "quit"} {
		builtin(name, "code=", "Leave the session.", func(t *Thread, a []py.Object) (py.Object, error) {
			if a[0] == nil {
				return nil, NewException(py.SystemExit)
			}
			return nil, NewException(py.SystemExit, a[0])
		})
	}
	for _, name := range []string{"memoryview", "breakpoint", "aiter", "anext"} {
		builtinValue(name, NewNative(name, "Not supported.", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
			return nil, Errorf(py.NotImplementedError, "%s is not supported in Monge", name)
		}))
	}
	builtin("open", "file, mode=, buffering=, encoding=, errors=, newline=, closefd=, opener=", "open(file, mode='r', encoding=None, errors=None, newline=None)\n\nA file object for the path. mode: 'r' read, 'w' overwrite, 'a' append, 'x' create anew, with 'b' for bytes and\n'+' for reading and writing. OSError when it cannot be opened. Use it in a with statement, which closes it.", builtinOpen)
	builtin("__import__", "name, globals=, locals=, fromlist=, level=", "What the import statement calls.", func(t *Thread, a []py.Object) (py.Object, error) {
		name, err := strArg(a[0], "__import__() argument 1 must be str, not %s")
		if err != nil {
			return nil, err
		}
		if t.Import == nil {
			return nil, NewException(ModuleNotFoundError, py.String("No module named '"+name+"'"))
		}
		m, err := t.Import(t, name)
		if err != nil {
			return nil, err
		}
		from := false
		if a[3] != nil {
			if from, err = Truth(t, a[3]); err != nil {
				return nil, err
			}
		}
		if i := strings.IndexByte(name, '.'); i > 0 && !from {
			return t.Import(t, name[:i])
		}
		return m, nil
	})
}

// builtinPrint is print(). The text of one call reaches the stream in one write.
func builtinPrint(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
	sep, end := " ", "\n"
	var file py.Object
	flush := false
	for _, k := range kw {
		switch k.Name {
		case "sep", "end":
			if k.Value == py.None {
				continue
			}
			s, ok := Payload(k.Value).(py.String)
			if !ok {
				return nil, TypeErrorf("%s must be None or a string, not %s", k.Name, typeName(k.Value))
			}
			if k.Name == "sep" {
				sep = string(s)
			} else {
				end = string(s)
			}
		case "file":
			if k.Value != py.None {
				file = k.Value
			}
		case "flush":
			var err error
			if flush, err = Truth(t, k.Value); err != nil {
				return nil, err
			}
		default:
			return nil, TypeErrorf("'%s' is an invalid keyword argument for print()", k.Name)
		}
	}
	if file == nil {
		file = currentStdout(t)
		if file == py.None {
			return None, nil
		}
	}
	if !takesWholeText(file) {
		return None, printPieces(t, file, args, sep, end, flush)
	}
	var b strings.Builder
	for i, o := range args {
		if i > 0 {
			b.WriteString(sep)
		}
		s, err := Str(t, o)
		if err != nil {
			return nil, err
		}
		b.WriteString(s)
		if b.Len() > 1<<20 {
			if err := t.Tick(); err != nil {
				return nil, err
			}
		}
	}
	b.WriteString(end)
	if err := writeTo(t, file, b.String()); err != nil {
		return nil, err
	}
	if flush {
		if _, err := CallMethod(t, file, "flush"); err != nil {
			return nil, err
		}
	}
	return None, t.Tick()
}

// takesWholeText tells a stream of Go from a file object of the language, which sees one write per piece.
func takesWholeText(file py.Object) bool {
	switch file.(type) {
	case TextWriter, *File:
		return true
	}
	return false
}

// printPieces prints to a file object of the language as CPython does: values, separators and end one by one.
func printPieces(t *Thread, file py.Object, args []py.Object, sep, end string, flush bool) error {
	for i, o := range args {
		if i > 0 {
			if err := writeTo(t, file, sep); err != nil {
				return err
			}
		}
		s, err := Str(t, o)
		if err != nil {
			return err
		}
		if err := writeTo(t, file, s); err != nil {
			return err
		}
	}
	if err := writeTo(t, file, end); err != nil {
		return err
	}
	if flush {
		_, err := CallMethod(t, file, "flush")
		return err
	}
	return nil
}
