//go:build unix

package cli

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"monge/notebooks"
)

// start runs this test binary as the program.
func start(t *testing.T, dir string, args ...string) (*exec.Cmd, *bytes.Buffer) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "MONGE_TEST_AS_PROGRAM=1")
	var errs bytes.Buffer
	cmd.Stderr = &errs
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if cmd.ProcessState == nil {
			_ = cmd.Process.Kill()
			_ = cmd.Wait()
		}
	})
	return cmd, &errs
}

// waitFor polls until the notebook at path has the text in its outputs.
func waitFor(t *testing.T, path, want string) {
	t.Helper()
	for range 500 {
		if nb, err := notebooks.ReadFile(path); err == nil && strings.Contains(text(nb), want) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("%s never showed %q", path, want)
}

func TestSignalsInterruptSaveAndExit(t *testing.T) {
	for _, c := range []struct {
		sig  syscall.Signal
		code int
	}{{syscall.SIGINT, 130}, {syscall.SIGTERM, 143}} {
		t.Run(c.sig.String(), func(t *testing.T) {
			dir := t.TempDir()
			notebook(t, filepath.Join(dir, "a.ipynb"), "print first", "print second\nsleep 1m", "print third")
			cmd, stderr := start(t, dir, "run", "a.ipynb")
			out := filepath.Join(dir, "a.out.ipynb")
			waitFor(t, out, "first")
			time.Sleep(50 * time.Millisecond)
			if err := cmd.Process.Signal(c.sig); err != nil {
				t.Fatal(err)
			}
			_ = cmd.Wait()
			if got := cmd.ProcessState.ExitCode(); got != c.code {
				t.Errorf("exit code %d, want %d: %s", got, c.code, stderr)
			}
			nb := read(t, out)
			if text(nb) != "first\nsecond\n" || len(nb.Cells) != 3 {
				t.Errorf("saved text %q in %d cells", text(nb), len(nb.Cells))
			}
			if !strings.Contains(stderr.String(), "monge: a.ipynb: cell 2 was interrupted; what was run is in a.out.ipynb") {
				t.Errorf("standard error: %s", stderr)
			}
		})
	}
}

func TestSignalsEndScripts(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "s.mg"), "err ready\nsleep 1m")
	cmd, stderr := start(t, dir, "run", "s.mg")
	time.Sleep(300 * time.Millisecond)
	_ = cmd.Process.Signal(syscall.SIGINT)
	_ = cmd.Wait()
	if got := cmd.ProcessState.ExitCode(); got != 130 {
		t.Errorf("exit code %d: %s", got, stderr)
	}
}

func TestSignalsThatAreIgnoredStayIgnored(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "s.mg"), "err ready\nsleep 600ms\nprint done")
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("nohup", exe, "run", "s.mg")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "MONGE_TEST_AS_PROGRAM=1")
	var out bytes.Buffer
	cmd.Stdout = &out
	if err := cmd.Start(); err != nil {
		t.Skip(err)
	}
	time.Sleep(300 * time.Millisecond)
	_ = cmd.Process.Signal(syscall.SIGHUP)
	if err := cmd.Wait(); err != nil || out.String() != "done\n" {
		t.Errorf("%v %q", err, out.String())
	}
}

// Killing the program at any moment leaves a whole notebook at the place of the old one.
func TestAKillNeverLeavesHalfANotebook(t *testing.T) {
	dir := t.TempDir()
	var sources []string
	for range 200 {
		sources = append(sources, "repeat 2000 some text that makes the notebook large enough to be caught half written")
	}
	path := notebook(t, filepath.Join(dir, "a.ipynb"), sources...)
	for i := range 8 {
		cmd, _ := start(t, dir, "run", "--inplace", "-q", "a.ipynb")
		time.Sleep(time.Duration(20+i*15) * time.Millisecond)
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		if nb, err := notebooks.ReadFile(path); err != nil || len(nb.Cells) != 200 {
			t.Fatalf("after a kill: %v", err)
		}
	}
}
