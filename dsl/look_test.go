package dsl_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"monge/dsl"
)

func names(c dsl.Completions) string {
	var list []string
	for _, m := range c.Matches {
		list = append(list, m.Text)
	}
	return strings.Join(list, " ")
}

func TestCompletion(t *testing.T) {
	s := dsl.NewSession()
	_, res := run(s, 1, strings.Join([]string{
		"import math", "alpha_one = 1", "alpha_two = [3, 'x']", "table = {'north': 1, 'south': {'deep': 2}}",
		"class Box:", "    size = 3", "    def grow(self, by, *, twice=False):", "        self.own = by",
		"    @property", "    def area(self):", "        raise RuntimeError('must not run')", "box = Box()", "box.grow(2)",
		"def area(width, height=2, /, *rest, unit='m'): pass",
	}, "\n"))
	if res.Err != nil {
		t.Fatal(res.Err)
	}
	for _, c := range []struct{ code, want string }{
		{"alpha_", "alpha_one alpha_two"},
		{"é = alpha_o", "alpha_one"},
		{"zi", "zip"},
		{"'abc'.swapc", "swapcase"},
		{"alpha_two.ins", "insert"},
		{"alpha_two[1].upp", "upper"},
		{"box.", "area grow own size"},
		{"box.gr", "grow"},
		{"Box.si", "size"},
		{"math.isc", "isclose"},
		{"import mat", "math"},
		{"from math import isf", "isfinite"},
		{"table['", "north south"},
		{"table['south'][\"", "deep"},
		{"area(1, un", "unit="},
		{"box.grow(", "by= twice="},
		{"box.grow(by=1, ", "twice="},
		{"print('zi", ""},
		{"# zi", ""},
		{"nosuch.a", ""},
		{"%tim", "%time %timeit"},
		{"%%wri", "%%writefile"},
	} {
		got := names(s.Complete(c.code, len([]rune(c.code))))
		if c.code == "import mat" {
			got = strings.Fields(got)[0]
			c.want = "math"
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.code, got, c.want)
		}
	}
	c := s.Complete("ü = 'x'; alpha_o + 1", 16)
	if c.Start != 9 || c.End != 16 {
		t.Errorf("replaced range %d:%d, want 9:16", c.Start, c.End)
	}
}

func TestInspection(t *testing.T) {
	s := dsl.NewSession()
	_, res := run(s, 1, "def area(width: float, height=2):\n    \"\"\"Width times height.\n\n    In square units.\n    \"\"\"\n    return width * height\n\nvalues = list(range(100000))")
	if res.Err != nil {
		t.Fatal(res.Err)
	}
	for _, c := range []struct {
		code   string
		cursor int
		detail int
		want   []string
	}{
		{"area", 4, 0, []string{"area(width: float, height=2)", "Width times height.", "In square units."}},
		{"area", 2, 1, []string{"return width * height"}},
		{"x = area(1, ", 12, 0, []string{"Width times height."}},
		{"values", 3, 0, []string{"list of 100000 items"}},
		{"display", 3, 0, []string{"display(*objects", "display_id"}},
		{"len(values)", 1, 0, []string{"len("}},
		{"while", 5, 0, []string{"keyword while"}},
	} {
		b, ok := s.Inspect(c.code, c.cursor, c.detail)
		if !ok {
			t.Errorf("%s: not found", c.code)
			continue
		}
		for _, w := range c.want {
			if !strings.Contains(b.Plain(), w) {
				t.Errorf("%s: %q lacks %q", c.code, b.Plain(), w)
			}
		}
	}
	if _, ok := s.Inspect("nosuchname", 3, 0); ok {
		t.Error("an unknown name was found")
	}
}

// TestLookingWhileACellRuns: completion must answer from the running cell's safe points.
func TestLookingWhileACellRuns(t *testing.T) {
	s := dsl.NewSession()
	done := make(chan dsl.Result)
	go func() {
		var p page
		done <- s.Execute(context.Background(), "growing = 0\nwhile True:\n    growing += 1", &p, dsl.ExecOptions{Count: 1})
	}()
	for !s.Busy() {
		time.Sleep(time.Millisecond)
	}
	deadline := time.Now().Add(10 * time.Second)
	for names(s.Complete("growi", 5)) != "growing" {
		if time.Now().After(deadline) {
			t.Fatal("no completion while the cell runs")
		}
	}
	if b, ok := s.Inspect("growing", 3, 0); !ok || !strings.Contains(b.Plain(), "int") {
		t.Error(b, ok)
	}
	s.Interrupt()
	res := <-done
	if res.Err == nil || res.Err.Name != "KeyboardInterrupt" {
		t.Fatalf("%+v", res.Err)
	}
	_, res = run(s, 2, "growing > 0")
	if res.Value == nil || res.Value.Plain() != "True" {
		t.Fatal("the namespace did not survive the interrupt")
	}
}

func TestInterruptAnswersSoon(t *testing.T) {
	for _, code := range []string{
		"while True: pass",
		"def f():\n    return 0\nwhile True:\n    f()",
		"[0 for _ in iter(int, 1)]",
		"sum(x for x in iter(int, 1))",
		"def g():\n    while True:\n        yield 1\nfor _ in g(): pass",
		"sorted(range(10**7), key=lambda v: -v)",
		"10 ** 3000000 // 7 ** 100000 % 11 ** 5\nwhile True: 3 ** 200000",
		"try:\n    while True: pass\nexcept Exception:\n    print('not this')",
		"while True:\n    print('x')",
		"list(map(lambda x: x, iter(int, 1)))",
		"max(iter(int, 1))",
	} {
		s := dsl.NewSession()
		done := make(chan dsl.Result, 1)
		go func() {
			var p page
			done <- s.Execute(context.Background(), code, &p, dsl.ExecOptions{Count: 1})
		}()
		time.Sleep(50 * time.Millisecond)
		for !s.Busy() {
			time.Sleep(time.Millisecond)
		}
		start := time.Now()
		s.Interrupt()
		select {
		case res := <-done:
			if res.Err == nil || res.Err.Name != "KeyboardInterrupt" {
				t.Errorf("%s: ended with %v", code, res.Err)
			}
			t.Logf("%s: %v", code, time.Since(start))
		case <-time.After(20 * time.Second):
			t.Errorf("%s: not interrupted", code)
		}
	}
}

func TestAHandledInterruptLeavesAUsableContext(t *testing.T) {
	s := dsl.NewSession()
	done := make(chan dsl.Result, 1)
	var p page
	go func() {
		done <- s.Execute(context.Background(), "try:\n    while True: pass\nexcept KeyboardInterrupt:\n    print('caught')\nprint('on')\n1 + 1",
			&p, dsl.ExecOptions{Count: 1})
	}()
	for !s.Busy() {
		time.Sleep(time.Millisecond)
	}
	time.Sleep(20 * time.Millisecond)
	s.Interrupt()
	res := <-done
	if res.Err != nil || p.out.String() != "caught\non\n" || res.Value.Plain() != "2" {
		t.Fatalf("%v %q", res.Err, p.out.String())
	}
}

func TestRecursionIsAnErrorNotACrash(t *testing.T) {
	s := dsl.NewSession()
	for _, c := range []struct{ code, want string }{
		{"def f(): return f()\nf()", "RecursionError"},
		{"class A:\n    def __repr__(self): return repr(self)\nrepr(A())", "RecursionError"},
		{"class B:\n    def __eq__(self, o): return self == o\nB() == B()", "RecursionError"},
		{"x = []\nfor _ in range(100000): x = [x]\nrepr(x)", "RecursionError"},
		{"x = []\nfor _ in range(100000): x = [x]\ny = []\nfor _ in range(100000): y = [y]\nx == y", "RecursionError"},
		{"[0] * 10**11", "MemoryError"},
		{"'a' * 10**13", "MemoryError"},
		{"2 ** (2 ** 63)", "MemoryError"},
		{"1 << 10**12", "MemoryError"},
	} {
		_, res := run(s, 1, c.code)
		if res.Err == nil || res.Err.Name != c.want {
			t.Errorf("%q: %v, want %s", c.code, res.Err, c.want)
		}
	}
	out, res := run(s, 2, "l = [1]\nl.append(l)\nprint(l)")
	if out != "[1, [...]]\n" {
		t.Errorf("%q %v", out, res.Err)
	}
}
