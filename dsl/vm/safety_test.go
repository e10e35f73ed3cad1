package vm_test

import (
	"strings"
	"testing"
	"time"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// TestInterruptStopsEveryKindOfLoop interrupts programs that would run for ever.
func TestInterruptStopsEveryKindOfLoop(t *testing.T) {
	for name, src := range map[string]string{
		"while":         "while True: pass",
		"while else":    "i = 0\nwhile i >= 0: i += 1",
		"for":           "def g():\n    while True: yield 1\nfor x in g(): pass",
		"calls":         "def f(): return 1\nwhile 1: f()",
		"comprehension": "def g():\n    while True: yield 1\n[x for x in g() if x > 1]",
		"generator":     "def g():\n    while True: yield 1\nsum(g())",
		"continue":      "while 1:\n    continue",
		"range":         "for i in range(10**15): pass",
		"except all":    "while True:\n    try:\n        while True: pass\n    except Exception: pass",
		"nested":        "def f():\n    for i in range(10**9):\n        for j in range(10**9):\n            if i < 0: break\nf()",
		"map":           "def g():\n    while True: yield 1\nfor x in map(lambda v: v, g()): pass",
		"method":        "class A:\n    def m(self): pass\na = A()\nwhile True: a.m()",
	} {
		t.Run(name, func(t *testing.T) {
			s := newSession()
			done := make(chan error, 1)
			go func() {
				_, err := s.run(src)
				done <- err
			}()
			time.Sleep(20 * time.Millisecond)
			s.t.Interrupt()
			select {
			case err := <-done:
				if !runtime.IsException(err, py.KeyboardInterrupt) {
					t.Fatalf("got %v", err)
				}
			case <-time.After(5 * time.Second):
				t.Fatal("not interrupted")
			}
			if s.t.Depth() != 0 || len(s.t.Handling) != 0 {
				t.Errorf("depth %d, handling %d afterwards", s.t.Depth(), len(s.t.Handling))
			}
			if v, err := s.run("1 + 1"); err != nil || v != py.Object(py.Int(2)) {
				t.Errorf("session unusable afterwards: %v %v", v, err)
			}
		})
	}
}

// TestInterruptCanBeCaught checks that finally clauses run and that except KeyboardInterrupt works.
func TestInterruptCanBeCaught(t *testing.T) {
	s := newSession()
	go func() {
		time.Sleep(20 * time.Millisecond)
		s.t.Interrupt()
	}()
	v, err := s.run("r = []\ntry:\n    try:\n        while True: pass\n    finally:\n        r.append('finally')\nexcept KeyboardInterrupt as e:\n    r.append(repr(e))\nstr(r)")
	if err != nil || v != py.Object(py.String("['finally', 'KeyboardInterrupt()']")) {
		t.Fatal(v, err)
	}
}

// TestRunawayRecursionIsAnException tries every way to recurse without end.
func TestRunawayRecursionIsAnException(t *testing.T) {
	for name, src := range map[string]string{
		"function":    "def f(): return f()\nf()",
		"method":      "class A:\n    def m(self): return self.m()\nA().m()",
		"init":        "class A:\n    def __init__(self): A()\nA()",
		"repr":        "class A:\n    def __repr__(self): return repr(self)\nrepr(A())",
		"getattr":     "class A:\n    def __getattr__(self, n): return self.x\nA().y",
		"property":    "class A:\n    @property\n    def p(self): return self.p\nA().p",
		"add":         "class A:\n    def __add__(self, o): return self + o\nA() + 1",
		"eq":          "class A:\n    def __eq__(self, o): return self == o\nA() == 1",
		"generator":   "def g(): yield from g()\nlist(g())",
		"lambda":      "f = lambda: f()\nf()",
		"sort key":    "def k(x): return sorted([1], key=k)\nk(1)",
		"kwargs":      "def f(**k): return f(**k)\nf(a=1)",
		"keywords":    "def f(a): return f(a=a)\nf(1)",
		"new":         "class A:\n    def __new__(cls): return A()\nA()",
		"call":        "class A:\n    def __call__(self): return self()\nA()()",
		"super":       "class A:\n    def m(self): return B().m()\nclass B(A):\n    def m(self): return super().m()\nB().m()",
		"exec":        "def f(): exec('f()')\nf()",
		"setattr":     "class A:\n    def __setattr__(self, n, v): self.x = v\nA().y = 1",
		"in handler":  "def f():\n    try: 1/0\n    except ZeroDivisionError: f()\nf()",
		"comprehend":  "def f(): return [f() for _ in range(1)]\nf()",
		"class body":  "def f():\n    class A:\n        x = f()\nf()",
		"iter":        "class A:\n    def __iter__(self): return iter(self)\nlist(A())",
		"hash":        "class A:\n    def __hash__(self): return hash(self)\n{A()}",
		"descriptors": "class D:\n    def __get__(self, o, c): return o.d\nclass A:\n    d = D()\nA().d",
	} {
		t.Run(name, func(t *testing.T) {
			s := newSession()
			_, err := s.run(src)
			if !runtime.IsException(err, runtime.RecursionError) {
				t.Fatalf("got %v", err)
			}
			if s.t.Depth() != 0 || len(s.t.Handling) != 0 {
				t.Errorf("depth %d, handling %d afterwards", s.t.Depth(), len(s.t.Handling))
			}
			if _, err := s.run("def ok(n): return n and ok(n - 1)\nok(500)"); err != nil {
				t.Errorf("session unusable afterwards: %v", err)
			}
		})
	}
}

// TestPanicsInNativesBecomeExceptions lets Go code panic in calls at several depths.
func TestPanicsInNativesBecomeExceptions(t *testing.T) {
	s := newSession()
	told := 0
	s.t.OnPanic = func(any, []byte) { told++ }
	s.globals.SetStr("boom", runtime.NewNative("boom", "", func(t *runtime.Thread, args []py.Object, _ runtime.Kwargs) (py.Object, error) {
		_ = t.Enter()
		panic("assignment to entry in nil map")
	}))
	src := `
r = []
def f(): boom()
def g():
    try: f()
    except SystemError as e: r.append(str(e))
    for x in sorted([3, 1, 2], key=lambda v: h(v)): r.append(x)
def h(v):
    try: return boom()
    except Exception: return v
g()
try: [boom() for _ in range(2)]
except SystemError: r.append('comp')
def gen():
    try: yield boom()
    except SystemError: yield 'in gen'
r += list(gen())
str(r)
`
	v, err := s.run(src)
	if err != nil {
		t.Fatal(err)
	}
	want := "['internal error in boom(): assignment to entry in nil map', 1, 2, 3, 'comp', 'in gen']"
	if got := string(v.(py.String)); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if told != 6 {
		t.Errorf("%d panics reported, want 6", told)
	}
	if s.t.Depth() != 0 {
		t.Errorf("depth %d afterwards", s.t.Depth())
	}
	_, err = s.run("boom()")
	if !runtime.IsException(err, py.SystemError) {
		t.Errorf("got %v", err)
	}
	if s.t.Depth() != 0 {
		t.Errorf("depth %d at the end", s.t.Depth())
	}
}

// TestGoErrorsArriveAsExceptions checks what plain Go errors of natives become.
func TestGoErrorsArriveAsExceptions(t *testing.T) {
	s := newSession()
	s.globals.SetStr("fail", runtime.NewNative("fail", "", func(t *runtime.Thread, args []py.Object, _ runtime.Kwargs) (py.Object, error) {
		return nil, py.ExceptionNewf(py.ValueError, "from %s", "gpython")
	}))
	_, err := s.run("fail()")
	if !runtime.IsException(err, py.ValueError) || !strings.Contains(err.Error(), "from gpython") {
		t.Fatal(err)
	}
}

// TestLongPrograms compiles code beyond the limits of gpython's bytecode.
func TestLongPrograms(t *testing.T) {
	var b strings.Builder
	b.WriteString("x = 0\nwhile x < 1:\n")
	for range 30000 {
		b.WriteString("    x += 1\n")
	}
	b.WriteString("x")
	if got := value(t, b.String()); got != "30000" {
		t.Error(got)
	}
	sum := "1" + strings.Repeat("+x", 5000)
	if got := value(t, "x = 1\n"+sum); got != "5001" {
		t.Error(got)
	}
	call := "def f(*a): return len(a)\nf(" + strings.Repeat("1,", 70000) + ")"
	if got := value(t, call); got != "70000" {
		t.Error(got)
	}
	list := "len([" + strings.Repeat("x,", 70000) + "])"
	if got := value(t, "x = 1\n"+list); got != "70000" {
		t.Error(got)
	}
	nest := strings.Repeat("(", 150) + "1" + strings.Repeat(",)", 150)
	if got := value(t, "len("+nest+")"); got != "1" {
		t.Error(got)
	}
}
