package vm_test

import (
	"bytes"
	"testing"

	"github.com/go-python/gpython/py"

	"monge/dsl/compile"
	"monge/dsl/runtime"
	"monge/dsl/syntax"
	"monge/dsl/vm"
)

// session is a thread with builtins, a namespace and a captured standard output.
type session struct {
	t       *runtime.Thread
	globals *runtime.Dict
	out     bytes.Buffer
}

func newSession() *session {
	s := &session{t: &runtime.Thread{}}
	s.t.Stdout, s.t.Stderr = &s.out, &s.out
	s.t.Modules = runtime.NewDict()
	s.t.Builtins = runtime.NewBuiltins(s.t)
	s.t.Import = importModule
	vm.Attach(s.t)
	s.globals = runtime.NewDict()
	s.globals.SetStr("__name__", py.String("__main__"))
	return s
}

// run compiles and runs a program as a cell.
func (s *session) run(src string) (py.Object, error) {
	f, err := syntax.Parse("<test>", src)
	if err != nil {
		return nil, vm.SyntaxException(err.(*syntax.Error))
	}
	code, err := compile.Cell(f)
	if err != nil {
		return nil, vm.SyntaxException(err.(*syntax.Error))
	}
	return vm.Run(s.t, code, s.globals)
}

// output runs a program in a new session and returns what it printed, with the exception's class and text at the end if
// one left it.
func output(t testing.TB, src string) string {
	t.Helper()
	s := newSession()
	_, err := s.run(src)
	if err != nil {
		e := err.(*runtime.Exception)
		msg, serr := runtime.Str(s.t, e)
		if serr != nil {
			msg = serr.Error()
		}
		s.out.WriteString(e.Class.Name + ": " + msg + "\n")
	}
	return s.out.String()
}

// value runs a program and returns the repr of its last expression.
func value(t testing.TB, src string) string {
	t.Helper()
	s := newSession()
	v, err := s.run(src)
	if err != nil {
		t.Fatalf("%s\n-> %v", src, err)
	}
	r, err := runtime.Repr(s.t, v)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
