package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// inHome isolates a test from the user's Jupyter.
func inHome(t *testing.T) string {
	t.Helper()
	home := t.TempDir()
	for _, key := range []string{"JUPYTER_DATA_DIR", "JUPYTER_PATH", "XDG_DATA_HOME", "VIRTUAL_ENV", "CONDA_PREFIX"} {
		t.Setenv(key, "")
	}
	t.Setenv("HOME", home)
	return home
}

func TestInstallListUninstall(t *testing.T) {
	for _, c := range []struct{ flags, dir string }{
		{"", ".local/share/jupyter/kernels/monge"},
		{"--user", ".local/share/jupyter/kernels/monge"},
		{"--prefix P --name Other", "P/share/jupyter/kernels/other"},
		{"--sys-prefix", "venv/share/jupyter/kernels/monge"},
	} {
		t.Run(c.flags, func(t *testing.T) {
			home := inHome(t)
			t.Setenv("VIRTUAL_ENV", filepath.Join(home, "venv"))
			args := strings.Fields(c.flags)
			dir := filepath.Join(home, c.dir)
			code, stdout, stderr := monge(t, home, "", append([]string{"install", "--display-name", "M", "--env", "A=b"}, args...)...)
			if code != 0 || !strings.Contains(stdout, dir) {
				t.Fatalf("%d %q %q", code, stdout, stderr)
			}
			if _, err := os.Stat(filepath.Join(dir, "kernel.json")); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(c.flags, "--prefix") {
				if !strings.Contains(stderr, "JUPYTER_PATH="+filepath.Join(home, "P/share/jupyter")) {
					t.Errorf("no hint: %q", stderr)
				}
				t.Setenv("JUPYTER_PATH", filepath.Join(home, "P/share/jupyter"))
			}
			code, stdout, _ = monge(t, home, "", "install", "--list")
			if code != 0 || !strings.Contains(stdout, dir) || !strings.Contains(stdout, " ok") {
				t.Errorf("list: %d %q", code, stdout)
			}
			if code, _, stderr := monge(t, home, "", append([]string{"install"}, args...)...); code != 2 || !strings.Contains(stderr, "--replace") {
				t.Errorf("a second install: %d %q", code, stderr)
			}
			name := "monge"
			if strings.Contains(c.flags, "--name") {
				name = "Other"
			}
			if code, stdout, stderr := monge(t, home, "", "uninstall", "--name", name); code != 0 || !strings.Contains(stdout, dir) {
				t.Errorf("uninstall: %d %q %q", code, stdout, stderr)
			}
			if code, _, stderr := monge(t, home, "", "uninstall", "--name", name); code != 2 || strings.Count(stderr, "\n") != 1 {
				t.Errorf("uninstall again: %d %q", code, stderr)
			}
			if code, _, stderr := monge(t, home, "", "install", "--list"); code != 0 || !strings.Contains(stderr, "run: monge install") {
				t.Errorf("empty list: %d %q", code, stderr)
			}
		})
	}
}

func TestInstallRefusals(t *testing.T) {
	home := inHome(t)
	for args, want := range map[string]string{
		"install --user --sys-prefix":  "none of the others can be",
		"install --name a/b":           `kernel name "a/b"`,
		"install --env X":              "write NAME=VALUE",
		"install extra":                "unknown command",
		"install --prefix /dev/null/x": "cannot write in",
	} {
		if code, _, stderr := monge(t, home, "", strings.Fields(args)...); code != 2 || !strings.Contains(stderr, want) {
			t.Errorf("%s: %d %q, want %q", args, code, stderr, want)
		}
	}
}

func TestDoctor(t *testing.T) {
	home := inHome(t)
	doctor := func(trip Trip, err error) (int, string, string) {
		t.Helper()
		var out, errs strings.Builder
		p := testProgram(strings.NewReader(""), &out, &errs, "doctor")
		p.RoundTrip = func(_ context.Context, argv, env []string) (Trip, error) { return trip, err }
		return p.Main(context.Background()), out.String(), errs.String()
	}
	good := Trip{Version: "monge 9.9", Ready: 20 * time.Millisecond, Execute: time.Millisecond, Result: "42"}
	if code, _, stderr := doctor(good, nil); code != 1 || !strings.Contains(stderr, "run: monge install") {
		t.Errorf("nothing installed: %d %q", code, stderr)
	}
	if code, _, stderr := monge(t, home, "", "install"); code != 0 {
		t.Fatal(stderr)
	}
	t.Setenv("MONGE_TEST_AS_PROGRAM", "1") // the test binary answers "version --json"
	code, stdout, stderr := doctor(good, nil)
	if code != 0 || !strings.Contains(stdout, "answers 20 ms after its start") || !strings.Contains(stdout, "version 9.9") {
		t.Errorf("%d %q %q", code, stdout, stderr)
	}
	if code, _, stderr := doctor(Trip{Result: "41"}, nil); code != 1 || !strings.Contains(stderr, `gave "41"`) {
		t.Errorf("wrong answer: %d %q", code, stderr)
	}
	if code, _, stderr := doctor(Trip{}, errors.New("silence")); code != 1 || !strings.Contains(stderr, "does not answer: silence") {
		t.Errorf("no answer: %d %q", code, stderr)
	}
	spec := filepath.Join(home, ".local/share/jupyter/kernels/monge/kernel.json")
	write(t, spec, `{"argv": ["/nowhere/monge"], "language": "monge"}`)
	if code, _, stderr := doctor(good, nil); code != 1 || !strings.Contains(stderr, "/nowhere/monge is missing") {
		t.Errorf("missing program: %d %q", code, stderr)
	}
	write(t, spec, `{`)
	if code, _, stderr := doctor(good, nil); code != 1 || !strings.Contains(stderr, "kernel.json cannot be used") {
		t.Errorf("broken file: %d %q", code, stderr)
	}
}
