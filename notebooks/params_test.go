package notebooks

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestParameterValuesGetTheirTypes(t *testing.T) {
	for _, c := range []struct{ arg, source, json string }{
		{"a=1", "1", "1"},
		{"a=-7", "-7", "-7"},
		{"a=+7", "7", "7"},
		{"a=007", "7", "7"},
		{"a=1_000", "1000", "1000"},
		{"a=123456789012345678901234567890", "123456789012345678901234567890", "123456789012345678901234567890"},
		{"a=0x1F", "31", "31"},
		{"a=1.50", "1.5", "1.5"},
		{"a=1e5", "100000.0", "100000.0"},
		{"a=.5", "0.5", "0.5"},
		{"a=1e-7", "1e-07", "1e-07"},
		{"a=1e400", "float('inf')", "Infinity"},
		{"a=nan", "float('nan')", "NaN"},
		{"a=-inf", "float('-inf')", "-Infinity"},
		{"a=True", "True", "true"},
		{"a=false", "False", "false"},
		{"a=None", "None", "null"},
		{"a=null", "None", "null"},
		{"a=text", `"text"`, `"text"`},
		{"a=", `""`, `""`},
		{"a= x ", `" x "`, `" x "`},
		{"a=b=c", `"b=c"`, `"b=c"`},
		{"a='quoted'", `"quoted"`, `"quoted"`},
		{`a="1"`, `"1"`, `"1"`},
		{`a='it\'s\n'`, `"it's\n"`, `"it's\n"`},
		{"a=é\"\\", `"\xe9\"\\"`, `"é\"\\"`},
		{"a=😀漢", `"\U0001f600\u6f22"`, `"😀漢"`},
		{"a=[1, 2.5, 'x', None]", `[1, 2.5, "x", None]`, "[\n 1,\n 2.5,\n \"x\",\n null\n]"},
		{"a=[]", "[]", "[]"},
		{"a=(1,)", "(1,)", "[\n 1\n]"},
		{"a=(1, 2)", "(1, 2)", "[\n 1,\n 2\n]"},
		{"a=(1)", "1", "1"},
		{"a={'k': [1], \"l\": {}}", `{"k": [1], "l": {}}`, "{\n \"k\": [\n  1\n ],\n \"l\": {}\n}"},
		{"a=[abc", `"[abc"`, `"[abc"`},
		{"a={1: 2}", `"{1: 2}"`, `"{1: 2}"`},
		{"a=1 2", `"1 2"`, `"1 2"`},
	} {
		p, err := ParseParam(c.arg)
		if err != nil {
			t.Errorf("%s: %v", c.arg, err)
			continue
		}
		want := "# Parameters\na = " + c.source + "\n"
		if got := (Params{p}).Source(); got != want {
			t.Errorf("%s: source %q, want %q", c.arg, got, want)
		}
		if got := string(appendJSON(nil, tuplesToLists(p.Value), 0)); got != c.json {
			t.Errorf("%s: json %s, want %s", c.arg, got, c.json)
		}
		if doubtful := strings.Contains(c.arg, "[abc") || strings.Contains(c.arg, "{1"); (p.Note != "") != doubtful {
			t.Errorf("%s: note %q", c.arg, p.Note)
		}
	}
	for _, bad := range []string{"a", "=1", "1a=2", "a b=1", "for=1", "True=1", "a.b=1"} {
		if _, err := ParseParam(bad); err == nil {
			t.Errorf("%q is accepted", bad)
		}
	}
	if p, err := ParseRawParam("a=1"); err != nil || p.Value != "1" {
		t.Errorf("raw: %v %v", p, err)
	}
}

func TestParameterFiles(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	yaml := file("p.yaml", "b: 2\na: [1, 2.0, yes, true, ~, 'x', 2024-01-02]\nd: {z: 1, y: .inf}\nt: |\n  two\n  lines\n")
	ps, err := ReadParamsFile(yaml)
	if err != nil {
		t.Fatal(err)
	}
	want := "# Parameters\nb = 2\na = [1, 2.0, True, True, None, \"x\", \"2024-01-02\"]\nd = {\"z\": 1, \"y\": float('inf')}\nt = \"two\\nlines\\n\"\n"
	if got := ps.Source(); got != strings.Replace(want, "True, True", `"yes", True`, 1) && got != want {
		t.Errorf("got %s", got)
	}
	ps, err = ReadParamsFile(file("p.json", `{"z": 1, "a": [null, 1e2, 1.0]}`))
	if err != nil || ps.Source() != "# Parameters\nz = 1\na = [None, 100.0, 1.0]\n" {
		t.Errorf("%v %s", err, ps.Source())
	}
	if ps, err := ReadParamsFile(file("empty.yml", "")); err != nil || len(ps) != 0 {
		t.Errorf("empty file: %v %v", ps, err)
	}
	for name, text := range map[string]string{
		"list.yaml": "- 1\n", "bad.yaml": "a: [\n", "name.yaml": "a-b: 1\n", "bad.json": "{", "text.json": `"x"`,
		"key.yaml": "? [1]\n: 2\n", "bomb.yaml": bomb(),
	} {
		if _, err := ReadParamsFile(file(name, text)); err == nil || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// bomb is a YAML file of aliases of aliases.
func bomb() string {
	var b strings.Builder
	b.WriteString("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n")
	for i := 1; i < 12; i++ {
		prev := "*a" + string(rune('0'+(i-1)%10))
		if i > 10 {
			break
		}
		b.WriteString("a" + string(rune('0'+i%10)) + "x: &a" + string(rune('0'+i%10)) + " [" + strings.Repeat(prev+", ", 9) + prev + "]\n")
	}
	return b.String()
}

func TestDeclaredParametersAreInferred(t *testing.T) {
	nb := cells(`#tags parameters
# a comment
alpha = 0.5  # the weight
n: int = 10
name = "a # b"  # type: str  what it is called
flag = True
sizes = [
    1,  # inner
    2,
]  # all sizes
pair = (1, 2); other = None
computed = f(3)
if True:
    inside = 1
x == 3
d = {"a": 1}
long = 1 + \
    2`)
	got, ok := nb.DeclaredParams()
	want := []ParamInfo{
		{"alpha", "float", "0.5", "the weight"},
		{"n", "int", "10", ""},
		{"name", "str", `"a # b"`, "what it is called"},
		{"flag", "bool", "True", ""},
		{"sizes", "list", "[     1,       2, ]", "all sizes"},
		{"pair", "tuple", "(1, 2)", ""},
		{"other", "None", "None", ""},
		{"computed", "", "f(3)", ""},
		{"d", "dict", `{"a": 1}`, ""},
		{"long", "", "1 +      2", ""},
	}
	if !ok || len(got) != len(want) {
		t.Fatalf("%+v", got)
	}
	for i := range want {
		got[i].Default = strings.Join(strings.Fields(got[i].Default), " ")
		want[i].Default = strings.Join(strings.Fields(want[i].Default), " ")
		if !reflect.DeepEqual(got[i], want[i]) {
			t.Errorf("got %+v, want %+v", got[i], want[i])
		}
	}
}

func TestInjectionFollowsPapermill(t *testing.T) {
	ps := Params{{Name: "a", Value: Number("1")}}
	order := func(nb *Notebook) string {
		var s []string
		for _, c := range nb.Cells {
			first, _, _ := strings.Cut(c.Source(), "\n")
			s = append(s, first)
		}
		return strings.Join(s, "|")
	}
	nb := cells("first", "#tags parameters\na = 0", "last")
	if !nb.Inject(ps) || order(nb) != "first|a = 0|# Parameters|last" {
		t.Error(order(nb))
	}
	id := nb.Cells[2].ID()
	nb.Inject(Params{{Name: "a", Value: Number("2")}})
	if order(nb) != "first|a = 0|# Parameters|last" || nb.Cells[2].Source() != "# Parameters\na = 2\n" || nb.Cells[2].ID() != id {
		t.Error(order(nb), nb.Cells[2].Source())
	}
	nb = cells("first")
	if nb.Inject(ps) || order(nb) != "# Parameters|first" {
		t.Error(order(nb))
	}
	if v, _ := nb.Metadata().Obj("papermill").Obj("parameters").Get("a"); v != Number("1") {
		t.Errorf("recorded %v", v)
	}
}

func FuzzParseParam(f *testing.F) {
	for _, s := range []string{"a=1", "a=[1, {'x': (2,)}]", `a="\u00e9\x41"`, "a=1_0e+5", "a=0b11", "b='", "c={", "a=((((1))))", "a=\xed\xbc\x9d\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, arg string) {
		p, err := ParseParam(arg)
		if err != nil {
			return
		}
		src := (Params{p}).Source()
		if strings.Count(src, "\n") != 2 {
			t.Fatalf("%q makes a source of several lines: %q", arg, src)
		}
		// What is assigned reads back as the same value.
		_, value, _ := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(src, "# Parameters\n"), "\n"), " = ")
		if !strings.Contains(value, "float('") {
			back, err := parseLiteral(value)
			if err != nil {
				t.Fatalf("%q gives %q, which is no literal: %v", arg, value, err)
			}
			var b strings.Builder
			writeLiteral(&b, back)
			if b.String() != value {
				t.Fatalf("%q gives %q, read back %q", arg, value, b.String())
			}
		}
	})
}
