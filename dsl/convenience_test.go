package dsl_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"monge/dsl"
)

func TestMagics(t *testing.T) {
	dir := t.TempDir()
	s := dsl.NewSession(dsl.WithDir(dir))
	n := 0
	cell := func(code string) (string, dsl.Result) {
		n++
		return run(s, n, code)
	}
	for _, c := range []struct{ code, out, value, err string }{
		{"x = 3\n%who", "x\n", "", ""},
		{"for i in range(2):\n    %time y = i\ny", "Wall time: ", "1", ""},
		{"%%writefile tool.mg\ndef twice(v):\n    return 2 * v", "Wrote tool.mg\n", "", ""},
		{"import tool\ntool.twice(21)", "", "42", ""},
		{"%%time\nx + 1", "Wall time: ", "4", ""},
		{"%whos", "Variable", "", ""},
		{"!ls", "", "", "SyntaxError"},
		{"%nosuch", "", "", "SyntaxError"},
		{"%%nosuch\n1", "", "", "SyntaxError"},
		{"t = '''\n%who\n!ls\n'''\nlen(t)", "", "10", ""},
		{"z = (7\n % 4)\nz", "", "3", ""},
		{"%pwd;", "", "", ""},
		{"x;", "", "", ""},
		{"%reset\n'x' in globals()", "", "False", ""},
	} {
		out, res := cell(c.code)
		if c.err != "" {
			if res.Err == nil || res.Err.Name != c.err {
				t.Errorf("%q: %v, want %s", c.code, res.Err, c.err)
			}
			continue
		}
		if res.Err != nil {
			t.Errorf("%q: %v", c.code, res.Err)
			continue
		}
		value := ""
		if res.Value != nil {
			value = res.Value.Plain()
		}
		if !strings.HasPrefix(out, c.out) || c.value != "" && value != c.value || c.out == "" && out != "" {
			t.Errorf("%q: printed %q, value %q", c.code, out, value)
		}
	}
}

func TestAQuestionMarkOpensThePager(t *testing.T) {
	s := dsl.NewSession()
	_, res := run(s, 1, "def f(a):\n    'Doubles a.'\n    return 2 * a")
	if res.Err != nil {
		t.Fatal(res.Err)
	}
	for code, want := range map[string]string{"f?": "Doubles a.", "f??": "return 2 * a", "?f": "Doubles a.", "nosuch?": "not found", "%time?": "%time CODE"} {
		_, res := run(s, 2, code)
		if res.Err != nil || len(res.Payload) != 1 || res.Payload[0].Source != "page" || !strings.Contains(res.Payload[0].Data.Plain(), want) {
			t.Errorf("%s: %v %+v", code, res.Err, res.Payload)
		}
	}
}

func TestClassesShowThemselvesAsInIPython(t *testing.T) {
	s := dsl.NewSession()
	_, res := run(s, 1, strings.Join([]string{
		"class Box:",
		"    def __repr__(self): return 'a box'",
		"    def _repr_html_(self): return '<b>box</b>'",
		"    def _repr_png_(self): return b'\\x89PNG'",
		"    def _repr_latex_(self): return None",
		"Box()",
	}, "\n"))
	if res.Err != nil {
		t.Fatal(res.Err)
	}
	d := res.Value.Data
	if d["text/plain"] != "a box" || d["text/html"] != "<b>box</b>" || string(d["image/png"].([]byte)) != "\x89PNG" {
		t.Errorf("%v", d)
	}
	if _, ok := d["text/latex"]; ok {
		t.Error("None became a LaTeX form")
	}
	_, res = run(s, 2, "class M:\n    def _repr_mimebundle_(self, **kw): return {'application/json': {'a': [1, None]}}\nM()")
	if res.Err != nil || res.Value.Data["application/json"] == nil {
		t.Errorf("%v %v", res.Err, res.Value)
	}
	_, res = run(s, 3, "class Bad:\n    def _repr_html_(self): return 1 / 0\nBad()")
	if res.Err == nil || res.Err.Name != "ZeroDivisionError" {
		t.Errorf("%v", res.Err)
	}
}

func TestImportsFindFilesAndPackages(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("plain.py", "value = 1\nname = __name__\n")
	write("pack/__init__.mg", "from . import inner\nfrom .inner import f\n")
	write("pack/inner.mg", "def f(): return __package__, __name__\n")
	write("broken.mg", "x = = 1\n")
	write("fails.mg", "y = 1 / 0\n")
	s := dsl.NewSession(dsl.WithDir(dir), dsl.WithArgs("script", "a"))
	for i, c := range []struct{ code, want string }{
		{"import plain\nplain.value, plain.name, __name__", "(1, 'plain', '__main__')"},
		{"import pack\npack.f()", "('pack', 'pack.inner')"},
		{"from pack.inner import f as g\ng()", "('pack', 'pack.inner')"},
		{"import sys\nsys.argv, 'plain' in sys.modules", "(['script', 'a'], True)"},
		{"import numpy", "ModuleNotFoundError: No module named 'numpy'"},
		{"import scipy", "ModuleNotFoundError: No module named 'scipy' (Monge has no scipy"},
		{"import broken", "SyntaxError: invalid syntax"},
		{"import fails", "ZeroDivisionError: division by zero"},
		{"import math.nothing", "ModuleNotFoundError: No module named 'math.nothing'; 'math' is not a package"},
		{"import plain as p\np is plain", "True"},
	} {
		_, res := run(s, i+1, c.code)
		got := ""
		switch {
		case res.Err != nil:
			got = res.Err.Error()
		case res.Value != nil:
			got = res.Value.Plain()
		}
		if !strings.HasPrefix(got, c.want) {
			t.Errorf("%q: %s, want %s", c.code, got, c.want)
		}
	}
}

func TestInputAsksTheFront(t *testing.T) {
	s := dsl.NewSession()
	p := page{answer: func(ctx context.Context, prompt string) (string, error) { return "4" + strings.TrimSpace(prompt), nil }}
	res := s.Execute(context.Background(), "int(input('2 '))", &p, dsl.ExecOptions{Count: 1})
	if res.Err != nil || res.Value.Plain() != "42" {
		t.Fatalf("%v %v", res.Err, res.Value)
	}
	_, res = run(s, 2, "input()")
	if res.Err == nil || !strings.Contains(res.Err.Value, "does not support input") {
		t.Fatalf("%v", res.Err)
	}
}

func TestExitCodes(t *testing.T) {
	for code, want := range map[string]int{"exit()": 0, "exit(3)": 3, "raise SystemExit": 0, "raise SystemExit('bye')": 1, "import sys\nsys.exit(True)": 1} {
		_, res := run(dsl.NewSession(), 1, code)
		if res.Err != nil || res.ExitCode == nil || *res.ExitCode != want {
			t.Errorf("%q: %v %v, want %d", code, res.Err, res.ExitCode, want)
		}
	}
}

func TestAFailingCellStillLeavesItsNames(t *testing.T) {
	s := dsl.NewSession()
	_, res := run(s, 1, "a = 1\nb = 1 / 0\nc = 2")
	if res.Err == nil || res.Err.Line != 2 {
		t.Fatalf("%+v", res.Err)
	}
	_, res = run(s, 2, "a, 'b' in globals()")
	if res.Value == nil || res.Value.Plain() != "(1, False)" {
		t.Fatalf("%v %v", res.Value, res.Err)
	}
}
