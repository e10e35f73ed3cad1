package notebooks

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

func TestReplacingKeepsModeAndFollowsLinks(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.ipynb")
	link := filepath.Join(dir, "link.ipynb")
	if err := os.WriteFile(file, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("a.ipynb", link); err != nil {
		t.Skip(err)
	}
	w, err := NewFileWriter(link)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Write([]byte("new"), true); err != nil {
		t.Fatal(err)
	}
	data, _ := os.ReadFile(file)
	info, _ := os.Lstat(file)
	if string(data) != "new" || info.Mode().Perm() != 0o640 {
		t.Errorf("%q, mode %v", data, info.Mode())
	}
	if info, _ := os.Lstat(link); info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link was replaced by a file")
	}
	noLeftovers(t, dir, 2)
}

func noLeftovers(t *testing.T, dir string, want int) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != want {
		t.Errorf("%d files in the directory, want %d: %v %v", len(entries), want, entries, err)
	}
}

func TestFilesThatMayNotBeReplacedAreRefusedBeforeTheRun(t *testing.T) {
	dir := t.TempDir()
	readOnly := filepath.Join(dir, "ro.ipynb")
	if err := os.WriteFile(readOnly, []byte("old"), 0o444); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ path, want string }{
		{readOnly, "is read-only"},
		{dir, "is a directory"},
		{filepath.Join(dir, "none", "a.ipynb"), "cannot write in"},
		{filepath.Join(readOnly, "a.ipynb"), "not a directory"},
	} {
		if _, err := NewFileWriter(c.path); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.path, err, c.want)
		}
	}
	if data, _ := os.ReadFile(readOnly); string(data) != "old" {
		t.Errorf("the file holds %q", data)
	}
	noLeftovers(t, dir, 1)
}

func TestAFailedWriteLeavesTheOldFile(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("needs /dev/full")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "a.ipynb")
	if err := os.WriteFile(file, []byte("old"), 0o666); err != nil {
		t.Fatal(err)
	}
	w, err := NewFileWriter(file)
	if err != nil {
		t.Fatal(err)
	}
	// The directory goes away between the check and the write.
	moved := dir + "-moved"
	if err := os.Rename(dir, moved); err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(moved)
	if err := w.Write([]byte("new"), true); err == nil || !strings.Contains(err.Error(), "cannot write "+file) {
		t.Errorf("error %v", err)
	}
	if data, _ := os.ReadFile(filepath.Join(moved, "a.ipynb")); string(data) != "old" {
		t.Errorf("the file holds %q", data)
	}
	full, err := NewFileWriter("/dev/full")
	if err != nil {
		t.Fatal(err)
	}
	if err := full.Write([]byte("new"), true); err == nil {
		t.Error("writing to a full device succeeds")
	}
}

func TestLeftoversOfKilledRunsAreRemoved(t *testing.T) {
	dir := t.TempDir()
	old := time.Now().Add(-2 * time.Hour)
	for name, keep := range map[string]bool{
		".a.ipynb.1-2.tmp": false, ".a.ipynb.3-4.tmp": true, ".b.ipynb.1-2.tmp": true, "a.ipynb.tmp": true,
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, nil, 0o666); err != nil {
			t.Fatal(err)
		}
		if name != ".a.ipynb.3-4.tmp" { // this one is of a run that goes on
			if err := os.Chtimes(path, old, old); err != nil {
				t.Fatal(err)
			}
		}
		defer func() {
			if _, err := os.Stat(path); (err == nil) != keep {
				t.Errorf("%s: kept is %v", name, err == nil)
			}
		}()
	}
	if _, err := NewFileWriter(filepath.Join(dir, "a.ipynb")); err != nil {
		t.Fatal(err)
	}
}

func TestNewFilesFollowTheMask(t *testing.T) {
	dir := t.TempDir()
	nb := New()
	path := filepath.Join(dir, "new.ipynb")
	if err := nb.WriteFile(path); err != nil {
		t.Fatal(err)
	}
	plain := filepath.Join(dir, "plain")
	if err := os.WriteFile(plain, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	a, _ := os.Stat(path)
	b, _ := os.Stat(plain)
	if a.Mode() != b.Mode() {
		t.Errorf("mode %v, a plain file has %v", a.Mode(), b.Mode())
	}
}
