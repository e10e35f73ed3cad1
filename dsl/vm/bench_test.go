package vm_test

import (
	"os"
	"testing"

	"github.com/go-python/gpython/py"

	"monge/dsl/compile"
	"monge/dsl/runtime"
	"monge/dsl/syntax"
	"monge/dsl/vm"
)

// benchProgram runs setup once and then body, which does n steps, in a function of its own.
func benchProgram(b *testing.B, setup, body string) {
	s := newSession()
	if _, err := s.run(setup + "\ndef bench(n):\n    for _ in range(n):\n        " + body); err != nil {
		b.Fatal(err)
	}
	fn, _ := s.globals.GetStr("bench")
	b.ReportAllocs()
	b.ResetTimer()
	if _, err := runtime.Call(s.t, fn, []py.Object{py.Int(b.N)}, nil); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkLoop(b *testing.B)       { benchProgram(b, "", "pass") }
func BenchmarkAddInts(b *testing.B)    { benchProgram(b, "", "s = _ + 12345") }
func BenchmarkCall(b *testing.B)       { benchProgram(b, "def f(x): return x", "f(1)") }
func BenchmarkKeywords(b *testing.B)   { benchProgram(b, "def f(x, y): return x", "f(1, y=2)") }
func BenchmarkNativeCall(b *testing.B) { benchProgram(b, "l = []", "len(l)") }
func BenchmarkMethod(b *testing.B) {
	benchProgram(b, "class A:\n    def m(self): return self\na = A()", "a.m()")
}
func BenchmarkAttribute(b *testing.B) {
	benchProgram(b, "class A: pass\na = A()\na.x = a.y = 1", "a.y")
}
func BenchmarkSetAttribute(b *testing.B) {
	benchProgram(b, "class A: pass\na = A()\na.x = a.y = 1", "a.y = 2")
}
func BenchmarkNewObject(b *testing.B) {
	benchProgram(b, "class A:\n    def __init__(self, x): self.x = x", "A(1)")
}
func BenchmarkTryExcept(b *testing.B) {
	benchProgram(b, "", "try: raise ValueError\n        except ValueError: pass")
}
func BenchmarkGenerator(b *testing.B) {
	benchProgram(b, "def g():\n    while True: yield 1\ng = g()", "next(g)")
}
func BenchmarkListAppend(b *testing.B) { benchProgram(b, "l = []", "l.append(1)") }
func BenchmarkListIndex(b *testing.B)  { benchProgram(b, "l = [1, 2, 3]", "l[1]") }
func BenchmarkClosure(b *testing.B) {
	benchProgram(b, "def mk():\n    n = 1\n    def f(): return n\n    return f\nf = mk()", "f()")
}

func BenchmarkFib20(b *testing.B) {
	s := newSession()
	if _, err := s.run("def fib(n):\n    return n if n < 2 else fib(n-1) + fib(n-2)"); err != nil {
		b.Fatal(err)
	}
	fn, _ := s.globals.GetStr("fib")
	for b.Loop() {
		if _, err := runtime.Call(s.t, fn, []py.Object{py.Int(20)}, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCallback is a call from Go into the language.
func BenchmarkCallback(b *testing.B) {
	s := newSession()
	if _, err := s.run("def f(x): return x * x + 2.0 * x + 1.0"); err != nil {
		b.Fatal(err)
	}
	fn, _ := s.globals.GetStr("f")
	args := []py.Object{py.Float(1.5)}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := runtime.Call(s.t, fn, args, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCompile compiles a program of about a hundred lines.
func BenchmarkCompile(b *testing.B) {
	src, err := os.ReadFile("../../testdata/lang/core/scopes.mg")
	if err != nil {
		b.Fatal(err)
	}
	lines := 0
	for i, c := range src {
		if c == '\n' {
			if lines++; lines == 97 {
				src = src[:i+1]
				break
			}
		}
	}
	for b.Loop() {
		f, err := syntax.Parse("bench", string(src))
		if err != nil {
			b.Fatal(err)
		}
		if _, err := compile.Module(f); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRunEmptyCell is what a cell costs beside its own work.
func BenchmarkRunEmptyCell(b *testing.B) {
	s := newSession()
	f, _ := syntax.Parse("bench", "1")
	for b.Loop() {
		code, err := compile.Cell(f)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := vm.Run(s.t, code, s.globals); err != nil {
			b.Fatal(err)
		}
	}
}
