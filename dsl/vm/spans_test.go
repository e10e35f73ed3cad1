package vm_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"monge/dsl/runtime"
)

// TestErrorsPointWhereCPythonPoints compares the source ranges of traceback entries with those CPython records
// (testdata/lang/spans/record.py).
func TestErrorsPointWhereCPythonPoints(t *testing.T) {
	progs, err := os.ReadFile("../../testdata/lang/spans/programs.txt")
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("../../testdata/lang/spans/spans.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(want), "\n")
	for i, src := range strings.Split(string(progs), "---\n") {
		got := "no exception"
		if _, err := newSession().run(src); err != nil {
			e := err.(*runtime.Exception)
			got = e.Class.Name
			for tb := e.TB; tb != nil; tb = tb.Next {
				s := tb.Span
				got += fmt.Sprintf("; %s %d %d %d %d", tb.Name, s.Line, s.EndLine, s.Col, s.EndCol)
			}
		}
		if got != lines[i] {
			t.Errorf("%s\n got %s\nwant %s", src, got, lines[i])
		}
	}
}
