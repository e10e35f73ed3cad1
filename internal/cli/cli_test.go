package cli

import (
	"bytes"
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"monge/dsl"
	"monge/notebooks"
	"monge/notebooks/evaltest"
)

// TestMain lets a test start this binary as the program itself, for what only a process has: signals and exit codes.
func TestMain(m *testing.M) {
	if os.Getenv("MONGE_TEST_AS_PROGRAM") == "1" {
		os.Exit(testProgram(os.Stdin, os.Stdout, os.Stderr, os.Args[1:]...).Main(context.Background()))
	}
	os.Exit(m.Run())
}

type reader interface{ Read([]byte) (int, error) }
type writer interface{ Write([]byte) (int, error) }

func testProgram(in reader, out, errw writer, args ...string) *Program {
	return &Program{
		Args: args, Stdin: in, Stdout: out, Stderr: errw, Version: "9.9",
		Getenv: os.Getenv,
		NewSession: func(dir string, argv []string) dsl.Evaluator {
			return &argvEvaluator{Evaluator: &evaltest.Evaluator{}, argv: argv}
		},
		Kernel:  func(context.Context, string, *slog.Logger) error { return nil },
		Modules: func() []Module { return []Module{otModule{}} },
		Module:  func(name string) (Module, bool) { return otModule{}, name == "ot" },
	}
}

// otModule stands for the modules of the library.
type otModule struct{}

func (otModule) ModuleName() string { return "ot" }
func (otModule) Summary() string    { return "Optimal transport." }
func (otModule) Text() string       { return "text of ot\n" }
func (otModule) Markdown() string   { return "# ot\n" }

// argvEvaluator adds the commands "argv" and "pwd" to the test language.
type argvEvaluator struct {
	*evaltest.Evaluator
	argv []string
}

func (e *argvEvaluator) Execute(ctx context.Context, code string, sink dsl.Sink, opt dsl.ExecOptions) dsl.Result {
	dir, _ := os.Getwd()
	code = strings.ReplaceAll(code, "argv!", strings.Join(e.argv, "|"))
	code = strings.ReplaceAll(code, "pwd!", dir)
	return e.Evaluator.Execute(ctx, code, sink, opt)
}

// monge runs a command line in a directory.
func monge(t *testing.T, dir, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	t.Chdir(dir)
	var out, errs bytes.Buffer
	code = testProgram(strings.NewReader(stdin), &out, &errs, args...).Main(context.Background())
	return code, out.String(), errs.String()
}

// notebook writes a notebook of code cells; "#tags a b" on the first line gives tags.
func notebook(t *testing.T, path string, sources ...string) string {
	t.Helper()
	nb := notebooks.New()
	for _, src := range sources {
		c := notebooks.NewCell(notebooks.Code, src)
		if first, rest, _ := strings.Cut(src, "\n"); strings.HasPrefix(first, "#tags ") {
			var tags []any
			for _, tag := range strings.Fields(first)[1:] {
				tags = append(tags, tag)
			}
			c.Metadata().Set("tags", tags)
			c.SetSource(rest)
		}
		nb.Cells = append(nb.Cells, c)
	}
	nb.EnsureIDs()
	if err := nb.WriteFile(path); err != nil {
		t.Fatal(err)
	}
	return path
}

func write(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func read(t *testing.T, path string) *notebooks.Notebook {
	t.Helper()
	nb, err := notebooks.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return nb
}

// text is all stream text of a notebook.
func text(nb *notebooks.Notebook) string {
	var b strings.Builder
	for _, c := range nb.Cells {
		for _, o := range c.Outputs {
			b.WriteString(o.Text())
		}
	}
	return b.String()
}

func TestExitCodesOfRun(t *testing.T) {
	for _, c := range []struct {
		name string
		args string
		code int
		want string // in standard error
	}{
		{"good notebook", "run good.ipynb", 0, "written to good.out.ipynb"},
		{"failing cell", "run bad.ipynb", 1, "monge: bad.ipynb: cell 2, line 1: ValueError: no; what was run is in bad.out.ipynb"},
		{"allowed", "run --allow-errors bad.ipynb", 0, "1 exception allowed"},
		{"allowed by name", "run --allow-error ValueError bad.ipynb", 0, "ValueError allowed"},
		{"another name", "run --allow-error KeyError bad.ipynb", 1, "ValueError: no"},
		{"no arguments", "run", 2, "requires at least 1 arg(s)"},
		{"unknown flag", "run --nope good.ipynb", 2, "unknown flag: --nope; see: monge run --help"},
		{"unknown command", "frobnicate", 2, "unknown command"},
		{"missing file", "run none.ipynb", 2, "none.ipynb: no such file"},
		{"missing script", "run none.mg", 2, "none.mg: no such file"},
		{"a directory", "run dir.ipynb", 2, "dir.ipynb: is a directory"},
		{"broken JSON", "run broken.ipynb", 5, "broken.ipynb: not a usable notebook: broken JSON at line 2, column 1"},
		{"old format", "run v3.ipynb", 5, "jupyter nbconvert --to notebook --nbformat 4"},
		{"other language", "run julia.ipynb", 2, `the notebook is for language "julia" (kernel "julia-1.9")`},
		{"other language all the same", "run --any-kernel julia.ipynb", 0, ""},
		{"bad metadata", "run badmeta.ipynb", 5, "badmeta.ipynb: not a usable notebook: metadata execution.timeout"},
		{"cell limit", "run --timeout 0.05 slow.ipynb", 3, "cell 1: the cell took longer than 50ms"},
		{"total limit", "run --total-timeout 50ms slow.ipynb", 3, "the run reached its total time limit"},
		{"bad limit", "run --timeout soon good.ipynb", 2, `"soon" is no time`},
		{"bad size", "run --max-output huge good.ipynb", 2, `"huge" is no size`},
		{"onto itself", "run good.ipynb -o good.ipynb", 2, "--inplace"},
		{"two places", "run good.ipynb -o x.ipynb --inplace", 2, "choose one of"},
		{"one output for two", "run good.ipynb bad.ipynb -o x.ipynb", 2, "use --output-dir"},
		{"output directory missing", "run good.ipynb -o nowhere/x.ipynb", 2, "nowhere"},
		{"output is a directory", "run good.ipynb -o sub", 2, "is a directory"},
		{"first failure counts", "run slow.ipynb bad.ipynb good.ipynb --timeout 0.05", 3, "good.out.ipynb"},
		{"bad parameter", "run good.ipynb -p 3x=1", 2, `parameter name "3x"`},
		{"parameter without value", "run good.ipynb -p x", 2, "write name=value"},
		{"unknown parameter", "run good.ipynb -p zeta=1", 0, "warning: good.ipynb: unknown parameter zeta"},
		{"unknown parameter, strict", "run --strict params.ipynb -p zeta=1", 2, "the notebook declares alpha, name"},
		{"known parameter, strict", "run --strict params.ipynb -p alpha=1", 0, ""},
		{"missing parameter file", "run good.ipynb -P none.yaml", 2, "none.yaml: no such file"},
		{"list without declaration", "run --list-params good.ipynb", 2, `no cell is tagged "parameters"`},
		{"exit 0", "run exit0.ipynb", 0, ""},
		{"exit 3", "run exit3.ipynb", 1, "the cell called exit(3)"},
		{"required exception", "run --require-raises tagged.ipynb", 1, "raised none"},
		{"script", "run ok.mg", 0, ""},
		{"failing script", "run bad.mg", 1, "ValueError: no"},
		{"script exit code", "run exit3.mg", 3, ""},
		{"slow script", "run --timeout 0.05 slow.mg", 3, "slow.mg: interrupted after 50ms"},
		{"parameters for a script", "run -p a=1 ok.mg", 2, "sys.argv"},
		{"in place of a script", "run --inplace ok.mg", 2, "--inplace needs a notebook"},
		{"figures of a notebook", "run --figures x good.ipynb", 2, "--figures is for scripts"},
		{"log level", "--log-level loud run good.ipynb", 2, "choose debug"},
		{"profile nowhere", "--cpuprofile nowhere/x run good.ipynb", 2, "nowhere/x: no such file"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			notebook(t, filepath.Join(dir, "good.ipynb"), "print a")
			notebook(t, filepath.Join(dir, "bad.ipynb"), "print a", "raise ValueError no", "print b")
			notebook(t, filepath.Join(dir, "slow.ipynb"), "sleep 1m")
			notebook(t, filepath.Join(dir, "exit0.ipynb"), "exit 0", "raise E never")
			notebook(t, filepath.Join(dir, "exit3.ipynb"), "exit 3")
			notebook(t, filepath.Join(dir, "tagged.ipynb"), "#tags raises-exception\nprint a")
			notebook(t, filepath.Join(dir, "params.ipynb"), "#tags parameters\nalpha = 0.5  # weight\nname = 'x'", "show alpha")
			write(t, filepath.Join(dir, "broken.ipynb"), "{\"cells\": [\n")
			write(t, filepath.Join(dir, "v3.ipynb"), `{"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": []}`)
			write(t, filepath.Join(dir, "julia.ipynb"), `{"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": {"name": "julia-1.9", "language": "julia"}}, "cells": []}`)
			write(t, filepath.Join(dir, "badmeta.ipynb"), `{"nbformat": 4, "nbformat_minor": 5, "metadata": {"execution": {"timeout": "soon"}}, "cells": []}`)
			write(t, filepath.Join(dir, "ok.mg"), "print hello")
			write(t, filepath.Join(dir, "bad.mg"), "raise ValueError no")
			write(t, filepath.Join(dir, "exit3.mg"), "exit 3")
			write(t, filepath.Join(dir, "slow.mg"), "sleep 1m")
			for _, d := range []string{"sub", "dir.ipynb"} {
				if err := os.Mkdir(filepath.Join(dir, d), 0o777); err != nil {
					t.Fatal(err)
				}
			}
			code, _, stderr := monge(t, dir, "", strings.Fields(c.args)...)
			if code != c.code || !strings.Contains(stderr, c.want) {
				t.Errorf("exit code %d, want %d; standard error:\n%s\nwant %q in it", code, c.code, stderr, c.want)
			}
			if lines := strings.Count(stderr, "monge: "); code == 2 && (lines != 1 || strings.Count(stderr, "\n") != 1) {
				t.Errorf("an error of usage is one line, got:\n%s", stderr)
			}
		})
	}
}

func TestWhereTheNotebookGoes(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"run nb/a.ipynb", "nb/a.out.ipynb"},
		{"run nb/a.ipynb -o b.ipynb", "b.ipynb"},
		{"run nb/a.ipynb --output-dir build/x", "build/x/a.ipynb"},
		{"run nb/a.ipynb --inplace", "nb/a.ipynb"},
		{"run -o s.ipynb nb/s.mg", "s.ipynb"},
		{"run --output-dir build nb/s.mg", "build/s.ipynb"},
	} {
		t.Run(c.args, func(t *testing.T) {
			dir := t.TempDir()
			write(t, filepath.Join(dir, "nb/s.mg"), "# %% [markdown]\n# # Title\n# %%\nprint pwd!\n")
			notebook(t, filepath.Join(dir, "nb/a.ipynb"), "print pwd!")
			code, stdout, stderr := monge(t, dir, "", strings.Fields(c.args)...)
			if code != 0 || stdout != "" {
				t.Fatalf("%d: %s%s", code, stdout, stderr)
			}
			got := text(read(t, filepath.Join(dir, c.want)))
			if want := filepath.Join(dir, "nb") + "\n"; got != want {
				t.Errorf("the program ran in %q, want %q", got, want)
			}
			if wd, _ := os.Getwd(); wd != dir {
				t.Errorf("the run left the directory changed to %s", wd)
			}
		})
	}
}

func TestStandardOutputAndInput(t *testing.T) {
	dir := t.TempDir()
	notebook(t, filepath.Join(dir, "a.ipynb"), "print a")
	code, stdout, stderr := monge(t, dir, "", "run", "a.ipynb", "-o", "-", "-q")
	if nb, err := notebooks.Read([]byte(stdout)); code != 0 || err != nil || text(nb) != "a\n" || stderr != "" {
		t.Errorf("%d %v %q", code, err, stderr)
	}
	code, stdout, _ = monge(t, dir, stdout, "run", "-q", "-o", "-", "-")
	if nb, err := notebooks.Read([]byte(stdout)); code != 0 || err != nil || text(nb) != "a\n" {
		t.Errorf("notebook from standard input: %d %v", code, err)
	}
	code, stdout, _ = monge(t, dir, "print hello", "run", "-", "x", "-y")
	if code != 0 || stdout != "hello\n" {
		t.Errorf("script from standard input: %d %q", code, stdout)
	}
	code, stdout, _ = monge(t, dir, "print piped")
	if code != 0 || stdout != "piped\n" {
		t.Errorf("program from a pipe: %d %q", code, stdout)
	}
}

func TestScriptArgumentsAreTheScripts(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "s.mg"), "print argv!")
	for _, c := range []struct{ args, want string }{
		{"run s.mg", "s.mg"},
		{"run s.mg a -q --timeout x --help", "s.mg|a|-q|--timeout|x|--help"},
		{"run -q s.mg -v", "s.mg|-v"},
		{"run --cwd . s.mg --x", "s.mg|--x"},
		{"run --cwd=. s.mg --x", "s.mg|--x"},
		{"run -q -- s.mg --x", "s.mg|--x"},
		{"--log-level error run s.mg --x", "s.mg|--x"},
		{"run --log-level error s.mg --x", "s.mg|--x"},
	} {
		code, stdout, stderr := monge(t, dir, "", strings.Fields(c.args)...)
		if code != 0 || stdout != c.want+"\n" {
			t.Errorf("%s: %d %q %q, want %q", c.args, code, stdout, stderr, c.want)
		}
	}
}

func TestScriptStreamsAndFigures(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "s.mg"), "print a\nerr b\ndisplay c\npng\npng\nvalue v")
	code, stdout, stderr := monge(t, dir, "", "run", "s.mg")
	if code != 0 || stdout != "a\nc\n" || !strings.Contains(stderr, "b\n") || !strings.Contains(stderr, "2 figures shown and not kept") {
		t.Errorf("%d %q %q", code, stdout, stderr)
	}
	code, stdout, stderr = monge(t, dir, "", "run", "--figures", "figs", "s.mg")
	if code != 0 || strings.Contains(stderr, "not kept") || !strings.Contains(stdout, filepath.Join(dir, "figs", "figure-2.png")) {
		t.Errorf("%d %q %q", code, stdout, stderr)
	}
	for _, name := range []string{"figure-1.png", "figure-1.svg", "figure-2.png"} {
		if data, err := os.ReadFile(filepath.Join(dir, "figs", name)); err != nil || len(data) == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestScriptReadsItsInput(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "s.mg"), "input name? \ninput again? ")
	code, stdout, stderr := monge(t, dir, "Ada\nBob", "run", "s.mg")
	if code != 0 || stdout != "name? Ada\nagain? Bob\n" {
		t.Errorf("%d %q %q", code, stdout, stderr)
	}
	code, _, stderr = monge(t, dir, "Ada\n", "run", "s.mg")
	if code != 1 || !strings.Contains(stderr, "EOF") {
		t.Errorf("at the end of input: %d %q", code, stderr)
	}
}

func TestParametersReachTheNotebook(t *testing.T) {
	dir := t.TempDir()
	notebook(t, filepath.Join(dir, "a.ipynb"), "#tags parameters\nalpha = 0.5\nname = 'x'", "show alpha")
	write(t, filepath.Join(dir, "p.yaml"), "alpha: 1\nname: from file\n")
	t.Setenv("PM_name", "from env")
	code, _, stderr := monge(t, dir, "", "run", "a.ipynb", "-P", "p.yaml", "-p", "alpha=2", "--param-env", "PM_")
	nb := read(t, filepath.Join(dir, "a.out.ipynb"))
	want := "# Parameters\nname = \"from file\"\nalpha = 2\n"
	if code != 0 || nb.Cells[1].Source() != want || text(nb) != "2\n" {
		t.Errorf("%d %s%q prints %q", code, stderr, nb.Cells[1].Source(), text(nb))
	}
	if got := nb.Metadata().Obj("papermill").Obj("parameters").Str("name"); got != "from file" {
		t.Errorf("metadata has %q", got)
	}
	code, _, _ = monge(t, dir, "", "run", "a.out.ipynb", "-p", "alpha=3", "-o", "b.ipynb")
	nb = read(t, filepath.Join(dir, "b.ipynb"))
	if code != 0 || len(nb.Cells) != 3 || text(nb) != "3\n" {
		t.Errorf("second run: %d cells, prints %q", len(nb.Cells), text(nb))
	}
	code, stdout, _ := monge(t, dir, "", "run", "--list-params", "a.ipynb")
	if code != 0 || stdout != "NAME   TYPE   DEFAULT\nalpha  float  0.5\nname   str    'x'\n" {
		t.Errorf("%d %q", code, stdout)
	}
}

func TestProgressLines(t *testing.T) {
	dir := t.TempDir()
	notebook(t, filepath.Join(dir, "a.ipynb"), "print a", "", "raise KeyError k")
	_, _, stderr := monge(t, dir, "", "run", "a.ipynb", "--allow-errors")
	lines := strings.Split(stderr, "\n")
	if len(lines) != 4 || !strings.HasPrefix(lines[0], "[1/2] print a: ok, ") || !strings.HasPrefix(lines[1], "[2/2] raise KeyError k: ok (KeyError allowed), ") {
		t.Errorf("%q", lines)
	}
	_, _, stderr = monge(t, dir, "", "run", "a.ipynb", "--allow-errors", "--quiet")
	if stderr != "" {
		t.Errorf("quiet prints %q", stderr)
	}
}

func TestTracebackOfTheFailingCellIsPrinted(t *testing.T) {
	dir := t.TempDir()
	notebook(t, filepath.Join(dir, "a.ipynb"), "print a", "raise ValueError no")
	t.Setenv("GITHUB_ACTIONS", "true")
	_, _, stderr := monge(t, dir, "", "run", "-q", "a.ipynb")
	for _, want := range []string{
		"a.ipynb, cell 2 (In [2]):\nTraceback (most recent call last):\n  In [2], line 1\nValueError: no\n",
		"::error file=a.ipynb,title=cell 2::cell 2, line 1: ValueError: no\n",
	} {
		if !strings.Contains(stderr, want) {
			t.Errorf("%q lacks %q", stderr, want)
		}
	}
}

func TestFailedRunLeavesPartialNotebookWithMarks(t *testing.T) {
	dir := t.TempDir()
	notebook(t, filepath.Join(dir, "a.ipynb"), "print a", "raise ValueError no", "print b")
	monge(t, dir, "", "run", "-q", "a.ipynb")
	nb := read(t, filepath.Join(dir, "a.out.ipynb"))
	if len(nb.Cells) != 5 || text(nb) != "a\n" {
		t.Errorf("%d cells, text %q", len(nb.Cells), text(nb))
	}
	monge(t, dir, "", "run", "-q", "--inplace", "a.ipynb")
	if nb := read(t, filepath.Join(dir, "a.ipynb")); len(nb.Cells) != 3 {
		t.Errorf("marks were added to the source: %d cells", len(nb.Cells))
	}
}

func TestReferenceVersionAndHelp(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct{ args, want string }{
		{"doc", "ot      Optimal transport."},
		{"doc ot", "text of ot"},
		{"doc --all", "# ot"},
		{"doc print", "print TEXT"},
		{"version", "monge 9.9"},
		{"version --json", `"version": "9.9"`},
		{"--help", "monge run analysis.ipynb"},
		{"run --help", "Exit codes"},
		{"completion bash", "__start_monge"},
	} {
		code, stdout, stderr := monge(t, dir, "", strings.Fields(c.args)...)
		if code != 0 || !strings.Contains(stdout, c.want) {
			t.Errorf("%s: %d %q %q", c.args, code, stdout, stderr)
		}
	}
	if code, _, _ := monge(t, dir, "", "doc", "--all", "--output", "ref"); code != 0 {
		t.Error(code)
	}
	for name, want := range map[string]string{"ot.md": "# ot\n", "index.md": "# Reference\n\n* [ot](ot.md): Optimal transport.\n"} {
		if got, err := os.ReadFile(filepath.Join(dir, "ref", name)); err != nil || string(got) != want {
			t.Errorf("%s: %q %v", name, got, err)
		}
	}
	if code, _, stderr := monge(t, dir, "", "doc", "nonsense"); code != 2 || strings.Count(stderr, "\n") != 1 {
		t.Errorf("%d %q", code, stderr)
	}
	if code, _, stderr := monge(t, dir, "", "kernel"); code != 2 || !strings.Contains(stderr, "-f FILE") {
		t.Errorf("%d %q", code, stderr)
	}
}

func TestProfilesAreWrittenAlsoWhenTheRunFails(t *testing.T) {
	dir := t.TempDir()
	notebook(t, filepath.Join(dir, "a.ipynb"), "raise E e")
	code, _, stderr := monge(t, dir, "", "run", "-q", "a.ipynb", "--cpuprofile", "c.prof", "--memprofile", "m.prof")
	for _, name := range []string{"c.prof", "m.prof"} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Size() == 0 {
			t.Errorf("%d %s %v", code, stderr, err)
		}
	}
}
