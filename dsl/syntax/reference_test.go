package syntax

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The files under testdata/lang/syntax hold what CPython 3.12 says of many programs; gen_syntax.py there writes them.

// references reads a file of JSON lines, each [source, answer].
func references(t *testing.T, name string) [][2]any {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "testdata", "lang", "syntax", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var list [][2]any
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<22)
	for sc.Scan() {
		var rec [2]any
		if err := json.Unmarshal(sc.Bytes(), &rec); err != nil {
			t.Fatal(err)
		}
		list = append(list, rec)
	}
	if len(list) == 0 {
		t.Fatalf("%s is empty", name)
	}
	return list
}

// TestTreesEqualCPython: valid programs give CPython's trees, with its places.
func TestTreesEqualCPython(t *testing.T) {
	for _, rec := range references(t, "valid.json") {
		src, want := rec[0].(string), rec[1].(string)
		f, err := Parse("<test>", src)
		if err != nil {
			t.Errorf("%q: %v", src, err)
			continue
		}
		if got := Dump(f); got != want {
			i := 0
			for i < len(got) && i < len(want) && got[i] == want[i] {
				i++
			}
			lo := max(0, i-80)
			t.Errorf("%.60q: trees differ\ngot  ...%.200s\nwant ...%.200s", src, got[lo:], want[lo:])
		}
	}
}

// describe writes an error as the reference files do.
func describe(e *Error) string {
	return fmt.Sprintf("%s: %s %d:%d-%d:%d", e.Kind, e.Msg, e.Pos.Line, e.Pos.Col, e.End.Line, e.End.Col)
}

// agrees compares an error with the reference. Where a span goes over several lines CPython cuts its last column to the
// length of the first line in some messages; both are right.
func agrees(err error, want []any) (got, exp string, ok bool) {
	n := func(i int) int { return int(want[i].(float64)) }
	exp = fmt.Sprintf("%s: %s %d:%d-%d:%d", want[0], want[1], n(2), n(3), n(4), n(5))
	e, isErr := err.(*Error)
	if !isErr {
		return "accepted", exp, false
	}
	got = describe(e)
	if got == exp {
		return got, exp, true
	}
	if e.End.Line > e.Pos.Line {
		c := *e
		c.End.Col = min(c.End.Col, runeCount(c.Text))
		return got, exp, describe(&c) == exp
	}
	return got, exp, false
}

// TestErrorsEqualCPython: invalid programs give CPython's message and place.
func TestErrorsEqualCPython(t *testing.T) {
	for _, rec := range references(t, "invalid.json") {
		src := rec[0].(string)
		_, err := Parse("<test>", src)
		if got, want, ok := agrees(err, rec[1].([]any)); !ok {
			t.Errorf("%q:\ngot  %s\nwant %s", src, got, want)
		}
	}
}

// TestAccidentsEqualCPython: programs broken by accident are told apart from right ones, with CPython's message and
// place in all but a handful of cases.
func TestAccidentsEqualCPython(t *testing.T) {
	const allowed = 0
	var wrong []string
	list := references(t, "broken.json")
	for _, rec := range list {
		src := rec[0].(string)
		_, err := Parse("<test>", src)
		if got, want, ok := agrees(err, rec[1].([]any)); !ok {
			wrong = append(wrong, fmt.Sprintf("%q:\ngot  %s\nwant %s", src, got, want))
		}
	}
	if len(wrong) > allowed {
		t.Errorf("%d of %d differ:\n%s", len(wrong), len(list), strings.Join(wrong[:min(len(wrong), 20)], "\n"))
	}
}

// TestRefusedFeatures: what Python has and the language leaves out is refused by name.
func TestRefusedFeatures(t *testing.T) {
	for _, c := range []struct{ src, msg string }{
		{"async def f(): pass", "'async def' is not supported"},
		{"async for x in y: pass", "'async for' is not supported"},
		{"async with x: pass", "'async with' is not supported"},
		{"@d\nasync def f(): pass", "'async def' is not supported"},
		{"[x async for x in y]", "'async for' is not supported"},
		{"async = 1", "'async' is not supported"},
		{"await x", "'await' is not supported"},
		{"x = await y", "'await' is not supported"},
		{"try: x\nexcept* E: y", "'except*' is not supported"},
		{"type X = int", "the 'type' statement is not supported"},
		{"type X[T] = list[T]", "the 'type' statement is not supported"},
		{"def f[T](x: T): pass", "type parameters are not supported"},
		{"class A[T, *Ts, **P](B): pass", "type parameters are not supported"},
		{"print x", "Missing parentheses in call to 'print'"},
		{"exec 'x'", "Missing parentheses in call to 'exec'"},
	} {
		_, err := Parse("cell", c.src)
		e, ok := err.(*Error)
		if !ok || !strings.Contains(e.Msg, c.msg) || e.Kind != "SyntaxError" {
			t.Errorf("%q: %v, want %q", c.src, err, c.msg)
		}
	}
}
