package vm_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
	"monge/dsl/runtime/pymod"
)

// TestProgramsPrintWhatCPythonPrints runs the programs of testdata/lang/core; record.py there made the outputs.
func TestProgramsPrintWhatCPythonPrints(t *testing.T) {
	files, err := filepath.Glob("../../testdata/lang/core/*.mg")
	if err != nil || len(files) == 0 {
		t.Fatal("no programs", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".mg"), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(strings.TrimSuffix(file, ".mg") + ".out")
			if err != nil {
				t.Fatal(err)
			}
			compareLines(t, output(t, string(src)), string(want))
		})
	}
}

// compareLines reports the first lines in which two outputs differ.
func compareLines(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	bad := 0
	for i := 0; i < len(g) || i < len(w); i++ {
		var a, b string
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			t.Errorf("line %d:\n got %s\nwant %s", i+1, a, b)
			if bad++; bad == 5 {
				return
			}
		}
	}
}

// importModule serves the modules in the manner of the standard library, and a sys with exc_info where there is none.
func importModule(t *runtime.Thread, name string) (py.Object, error) {
	if build := pymod.Lookup(name); build != nil {
		m := build(t)
		t.Modules.SetStr(name, m)
		return m, nil
	}
	if name == "sys" {
		m := runtime.NewModule("sys", "")
		m.Dict.SetStr("exc_info", runtime.NewNative("exc_info", "", func(t *runtime.Thread, _ []py.Object, _ runtime.Kwargs) (py.Object, error) {
			e := t.Handled()
			if e == nil {
				return py.Tuple{py.None, py.None, py.None}, nil
			}
			return py.Tuple{e.Class, e, e.TB}, nil
		}))
		t.Modules.SetStr(name, m)
		return m, nil
	}
	e := runtime.NewException(runtime.ModuleNotFoundError, py.String("No module named '"+name+"'"))
	return nil, e.SetField("name", py.String(name))
}
