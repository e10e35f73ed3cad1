package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"monge/internal/cli"
	"monge/notebooks"
)

// TestMain lets the tests start this binary as the program itself, with everything linked that the program has.
func TestMain(m *testing.M) {
	if os.Getenv("MONGE_TEST_AS_PROGRAM") == "1" {
		main()
		return
	}
	os.Exit(m.Run())
}

type outcome struct {
	code           int
	stdout, stderr string
}

func command(t *testing.T, dir string, args ...string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "MONGE_TEST_AS_PROGRAM=1")
	return cmd
}

func monge(t *testing.T, dir, stdin string, args ...string) outcome {
	t.Helper()
	cmd := command(t, dir, args...)
	var out, errs bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), &out, &errs
	if err := cmd.Run(); cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return outcome{cmd.ProcessState.ExitCode(), out.String(), errs.String()}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func notebook(t *testing.T, path string, sources ...string) {
	t.Helper()
	nb := notebooks.New()
	for _, src := range sources {
		nb.Cells = append(nb.Cells, notebooks.NewCell(notebooks.Code, src))
	}
	nb.EnsureIDs()
	if err := nb.WriteFile(path); err != nil {
		t.Fatal(err)
	}
}

func TestScripts(t *testing.T) {
	for _, c := range []struct {
		name, code, stdin string
		args              []string
		want              outcome
	}{
		{"module and arguments", "import sys\nprint(__name__, sys.argv[1:])\n1 + 1\n", "", []string{"a", "--flag"},
			outcome{0, "__main__ ['a', '--flag']\n", ""}},
		{"exit code", "import sys\nsys.exit(7)\n", "", nil, outcome{7, "", ""}},
		{"exit text", "import sys\nsys.exit('no luck')\n", "", nil, outcome{1, "", "no luck\n"}},
		{"input", "print('hello', input('name? '))\n", "Ada\n", nil, outcome{0, "name? hello Ada\n", ""}},
		{"streams", "import sys\nprint('a')\nprint('b', file=sys.stderr)\n", "", nil, outcome{0, "a\n", "b\n"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, filepath.Join(dir, "s.mg"), c.code)
			if got := monge(t, dir, c.stdin, append([]string{"run", "s.mg"}, c.args...)...); got != c.want {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
		})
	}
}

func TestScriptTracebackHasPathAndLine(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "s.mg"), "def f(x):\n    return 1 / x\n\nf(0)\n")
	got := monge(t, dir, "", "run", "s.mg")
	for _, want := range []string{"s.mg", "line 4", "line 2", "return 1 / x", "ZeroDivisionError: division by zero"} {
		if !strings.Contains(got.stderr, want) {
			t.Errorf("%q is missing in\n%s", want, got.stderr)
		}
	}
	if got.code != 1 || strings.Contains(got.stderr, "\x1b") {
		t.Errorf("%+v", got)
	}
	write(t, filepath.Join(dir, "bad.mg"), "x = (1,\n")
	if got := monge(t, dir, "", "run", "bad.mg"); got.code != 1 || !strings.Contains(got.stderr, "SyntaxError") {
		t.Errorf("%+v", got)
	}
}

func TestScriptsImportTheirNeighbours(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "sub"), 0o777); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "sub", "helper.mg"), "def twice(x):\n    return 2 * x\n")
	write(t, filepath.Join(dir, "sub", "s.mg"), "import helper\nprint(helper.twice(21))\n")
	if got := monge(t, dir, "", "run", "sub/s.mg"); got.stdout != "42\n" {
		t.Errorf("%+v", got)
	}
}

func TestProgramFromAPipe(t *testing.T) {
	if got := monge(t, t.TempDir(), "print(sum(range(10)))"); got != (outcome{0, "45\n", ""}) {
		t.Errorf("%+v", got)
	}
}

// outline is what the code cells of a notebook show.
func outline(nb *notebooks.Notebook) string {
	var b strings.Builder
	for _, c := range nb.Cells {
		for _, o := range c.Outputs {
			switch o.Type() {
			case notebooks.StreamOutput:
				b.WriteString(o.Text())
			case notebooks.ErrorOutput:
				fmt.Fprintf(&b, "%s: %s\n", o.Fields.Str("ename"), o.Fields.Str("evalue"))
			default:
				fmt.Fprintf(&b, "%s\n", o.Data().Str("text/plain"))
			}
		}
	}
	return b.String()
}

func readNotebook(t *testing.T, path string) *notebooks.Notebook {
	t.Helper()
	nb, err := notebooks.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return nb
}

func TestNotebooks(t *testing.T) {
	for _, c := range []struct {
		name    string
		args    []string
		sources []string
		code    int
		want    string
	}{
		{"values and streams", nil, []string{"x = [1, 2]\nprint('a')", "x", "x;", "Out[2] is x"}, 0, "a\n[1, 2]\nTrue\n"},
		{"an exception", nil, []string{"print(1)", "1 / 0", "print(2)"}, 1, "1\nZeroDivisionError: division by zero\n"},
		{"allowed", []string{"--allow-error", "ZeroDivisionError"}, []string{"1 / 0", "print(2)"}, 0,
			"ZeroDivisionError: division by zero\n2\n"},
		{"parameters", []string{"-p", "n=20", "-p", "s=[1, 'x', None]"}, []string{"print(n + 1, s)"}, 0, "21 [1, 'x', None]\n"},
		{"an endless loop", []string{"--timeout", "0.2"}, []string{"print('in')\nwhile True: pass"}, 3,
			"in\nTimeoutError: the cell took longer than 200ms\n"},
		{"exit", nil, []string{"print(1)\nexit()", "print(2)"}, 0, "1\n"},
		{"exit with a code", nil, []string{"import sys\nsys.exit(3)", "print(2)"}, 1, ""},
		{"display updates", nil, []string{"h = display('one', display_id='d')", "update_display('two', display_id='d')"}, 0, "'two'\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			notebook(t, filepath.Join(dir, "a.ipynb"), c.sources...)
			got := monge(t, dir, "", append([]string{"run", "-q", "a.ipynb"}, c.args...)...)
			text := outline(readNotebook(t, filepath.Join(dir, "a.out.ipynb")))
			if got.code != c.code || text != c.want {
				t.Errorf("exit code %d, outputs %q, want %d, %q\n%s", got.code, text, c.code, c.want, got.stderr)
			}
		})
	}
}

func TestTwoRunsWriteTheSameNotebook(t *testing.T) {
	dir := t.TempDir()
	notebook(t, filepath.Join(dir, "a.ipynb"), "import random\nrandom.seed(1)\nprint(random.random())", "{1: 'a', 2: {3, 4}}", "def f(): pass\nprint([f.__name__])")
	var first []byte
	for i := range 2 {
		if got := monge(t, dir, "", "run", "-q", "--no-timing", "a.ipynb"); got.code != 0 {
			t.Fatalf("%+v", got)
		}
		data, err := os.ReadFile(filepath.Join(dir, "a.out.ipynb"))
		if err != nil {
			t.Fatal(err)
		}
		if i == 1 && !bytes.Equal(data, first) {
			t.Errorf("first\n%s\nsecond\n%s", first, data)
		}
		first = data
	}
}

func TestInterruptedNotebookIsSaved(t *testing.T) {
	if os.PathSeparator != '/' {
		t.Skip("needs Unix signals")
	}
	dir := t.TempDir()
	notebook(t, filepath.Join(dir, "a.ipynb"), "print('first')", "print('second')\nwhile True: pass", "print('third')")
	cmd := command(t, dir, "run", "-q", "a.ipynb")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(500 * time.Millisecond)
	_ = cmd.Process.Signal(syscall.SIGINT)
	sent := time.Now()
	_ = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != 130 || time.Since(sent) > 2*time.Second {
		t.Errorf("exit code %d after %v", code, time.Since(sent))
	}
	if got := outline(readNotebook(t, filepath.Join(dir, "a.out.ipynb"))); got != "first\nsecond\nKeyboardInterrupt: \n" {
		t.Errorf("saved %q", got)
	}
}

func TestKernelRoundTrip(t *testing.T) {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	trip, err := cli.RoundTrip(context.Background(), []string{exe, "kernel", "-f", "{connection_file}"}, []string{"MONGE_TEST_AS_PROGRAM=1"})
	if err != nil {
		t.Fatal(err)
	}
	if trip.Result != "42" || trip.Version != "monge "+version {
		t.Errorf("%+v", trip)
	}
	t.Logf("ready %v, execute %v, shutdown %v", trip.Ready, trip.Execute, trip.Shutdown)
}

func TestReference(t *testing.T) {
	dir := t.TempDir()
	for name, want := range map[string]string{"len": "len(", "str.join": "join", "np.linspace": "linspace(", "ot.solve": "eps"} {
		if got := monge(t, dir, "", "doc", name); got.code != 0 || !strings.Contains(got.stdout, want) {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if got := monge(t, dir, "", "doc"); got.code != 0 || !strings.Contains(got.stdout, "np") || !strings.Contains(got.stdout, "ot") {
		t.Errorf("%+v", got)
	}
}

// Every notebook of the gallery runs, and its stored outputs have the pictures.
func TestGallery(t *testing.T) {
	files, _ := filepath.Glob("notebooks/gallery/*.ipynb")
	for _, file := range files {
		if strings.HasSuffix(file, ".out.ipynb") {
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "out.ipynb")
			if got := monge(t, ".", "", "run", "-q", "-o", out, file); got.code != 0 {
				t.Fatalf("%d\n%s", got.code, got.stderr)
			}
			pictures := 0
			for _, c := range readNotebook(t, out).Cells {
				for _, o := range c.Outputs {
					if o.Data().Str("image/png") != "" {
						pictures++
					}
				}
			}
			if pictures == 0 {
				t.Error("no picture in the outputs")
			}
		})
	}
}
