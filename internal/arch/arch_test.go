package arch

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A rule says what the packages of a folder may import. The rule of the longest matching folder holds. A folder named in
// own stands for itself and all below it, unless it ends in "$", which means that package alone. Every folder may import
// the standard library and its own subfolders' packages only where own says so.
type rule struct {
	folder string
	own    []string // packages of this module
	other  []string // prefixes of packages of other modules
}

const (
	gpython = "github.com/go-python/gpython"
	gonum   = "gonum.org/v1"
	xImage  = "golang.org/x/image"
	xText   = "golang.org/x/text"
	xSys    = "golang.org/x/sys"
)

// rules is the table of the house. dsl/vm, the evaluation loop, stands between dsl/compile and dsl. internal/cli is the
// inside of main.go and counts as main.
var rules = []rule{
	{folder: "", own: []string{""}, other: []string{""}},
	{folder: "internal/cli", own: []string{""}, other: []string{""}},

	{folder: "kernel", own: []string{"kernel", "dsl$", "dsl/display", "stdlib"}, other: []string{"github.com/go-zeromq/zmq4", xSys}},
	{folder: "notebooks", own: []string{"notebooks", "kernel/client", "dsl$", "dsl/display"}, other: []string{"go.yaml.in/yaml"}},
	{folder: "install", own: nil, other: []string{xImage}},

	{folder: "dsl", own: []string{"dsl"}, other: []string{gpython, xText}},
	{folder: "dsl/display", own: nil},
	{folder: "dsl/syntax", own: []string{"dsl/syntax"}, other: []string{gpython, xText}},
	{folder: "dsl/runtime", own: []string{"dsl/runtime", "dsl/display"}, other: []string{gpython, xText, xSys}},
	{folder: "dsl/compile", own: []string{"dsl/syntax", "dsl/runtime"}, other: []string{gpython}},
	{folder: "dsl/vm", own: []string{"dsl/compile", "dsl/runtime", "dsl/syntax", "dsl/display"}, other: []string{gpython}},
	{folder: "dsl/bind", own: []string{"dsl/runtime", "dsl/display"}, other: []string{gpython}},

	{folder: "stdlib", own: []string{"stdlib", "dsl/bind", "dsl/runtime", "dsl/display", "solvers", "sampling", "internal"},
		other: []string{gpython, gonum, xImage}},
	{folder: "solvers", own: []string{"solvers", "internal"}, other: []string{gonum}},
	{folder: "sampling", own: []string{"sampling", "solvers/solve$", "internal"}, other: []string{gonum}},
	{folder: "internal", own: []string{"internal"}, other: []string{gonum, xImage, xSys, "codeberg.org/go-fonts"}},
}

const module = "monge"

func ruleFor(folder string) rule {
	best := rules[0]
	for _, r := range rules[1:] {
		if within(folder, r.folder) && len(r.folder) > len(best.folder) {
			best = r
		}
	}
	return best
}

func within(path, folder string) bool {
	return folder == "" || path == folder || strings.HasPrefix(path, folder+"/")
}

func (r rule) allows(folder, imported string) bool {
	if own, ok := strings.CutPrefix(imported+"/", module+"/"); ok {
		own = strings.TrimSuffix(own, "/")
		if within(own, "internal/cli") {
			return folder == ""
		}
		return slices.ContainsFunc(r.own, func(p string) bool {
			if exact, ok := strings.CutSuffix(p, "$"); ok {
				return own == exact
			}
			return within(own, p)
		})
	}
	first, _, _ := strings.Cut(imported, "/")
	if !strings.Contains(first, ".") {
		return imported != "C" // standard library
	}
	return slices.ContainsFunc(r.other, func(p string) bool { return within(imported, p) })
}

// TestArrowsPointOneWay reads the imports of every file that is not a test. Tests may look across rooms.
func TestArrowsPointOneWay(t *testing.T) {
	root := filepath.Join("..", "..")
	if _, err := os.Stat(filepath.Join(root, "go.mod")); err != nil {
		t.Fatal(err)
	}
	files := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name := d.Name(); path != root && (strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") || name == "testdata" || name == "build") {
				return filepath.SkipDir
			}
			if _, err := os.Stat(filepath.Join(path, "go.mod")); path != root && err == nil {
				return filepath.SkipDir // a module of its own, such as a generator
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		files++
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		folder := filepath.ToSlash(filepath.Dir(rel))
		if folder == "." {
			folder = ""
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		r := ruleFor(folder)
		for _, spec := range f.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if !r.allows(folder, imported) {
				t.Errorf("%s imports %s, which packages of %q may not", filepath.ToSlash(rel), imported, r.folder)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 50 {
		t.Errorf("only %d files were looked at", files)
	}
}

// The rules themselves: what they are there to refuse.
func TestRulesRefuseTheArrowsBack(t *testing.T) {
	for _, c := range []struct {
		folder, imported string
		want             bool
	}{
		{"solvers/ot", "monge/dsl/display", false},
		{"solvers/ot", "monge/internal/parallel", true},
		{"solvers/ot", "monge/solvers/solve", true},
		{"solvers/ot", "monge/stdlib/np", false},
		{"solvers/ot", "github.com/go-python/gpython/py", false},
		{"sampling", "monge/solvers/ot", false},
		{"sampling/dpp", "monge/solvers/solve", true},
		{"internal/ndarray", "monge/solvers/ot", false},
		{"internal/ndarray", "gonum.org/v1/gonum/blas", true},
		{"internal/ndarray", "monge/internal/cli", false},
		{"internal/cli", "monge/kernel", true},
		{"stdlib/ot", "monge/dsl/bind", true},
		{"stdlib/ot", "monge/dsl", false},
		{"stdlib/ot", "monge/kernel", false},
		{"dsl", "monge/stdlib/np", false},
		{"dsl", "monge/dsl/vm", true},
		{"dsl/syntax", "monge/dsl/runtime", false},
		{"dsl/compile", "monge/dsl/vm", false},
		{"dsl/vm", "monge/dsl/compile", true},
		{"dsl/runtime", "monge/dsl/bind", false},
		{"dsl/display", "monge/dsl/runtime", false},
		{"kernel", "monge/dsl", true},
		{"kernel", "monge/dsl/runtime", false},
		{"kernel", "monge/notebooks", false},
		{"notebooks", "monge/kernel/client", true},
		{"notebooks", "monge/kernel", false},
		{"notebooks", "monge/solvers/ot", false},
		{"install", "monge/dsl", false},
		{"", "monge/internal/cli", true},
		{"solvers/ot", "math", true},
		{"solvers/ot", "C", false},
	} {
		if got := ruleFor(c.folder).allows(c.folder, c.imported); got != c.want {
			t.Errorf("%q importing %s: %v, want %v", c.folder, c.imported, got, c.want)
		}
	}
}
