package notebooks

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// FileWriter replaces the contents of one file as a whole: a reader, or a crash, sees the old contents or the new.
type FileWriter struct {
	path  string      // behind symbolic links
	mode  os.FileMode // of the file that is replaced, 0 for a new file
	whole bool        // a regular file or a new one; devices and pipes cannot be renamed over
}

// NewFileWriter prepares to write a file and finds out whether it may: the directory must exist and be writable, and a
// file that its owner made read-only is refused. Nothing is changed on disk.
func NewFileWriter(path string) (*FileWriter, error) {
	abs, err := filepath.Abs(path) // the program may change its directory before it writes
	if err != nil {
		return nil, err
	}
	w := &FileWriter{path: abs, whole: true}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		w.path = real
	}
	info, err := os.Stat(w.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, fmt.Errorf("%s is a directory; name a file in it", path)
	case !info.Mode().IsRegular():
		w.whole = false
		return w, nil
	case info.Mode().Perm()&0o222 == 0:
		return nil, fmt.Errorf("%s is read-only; make it writable or choose another file with -o", path)
	default:
		w.mode = info.Mode().Perm()
	}
	probe, err := w.temporary()
	if err != nil {
		return nil, fmt.Errorf("cannot write in %s: %w; choose another place with -o", filepath.Dir(w.path), cause(err))
	}
	probe.Close()
	os.Remove(probe.Name())
	w.removeStale()
	return w, nil
}

// cause is the reason inside a path error, whose path (a temporary name) would only confuse.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	var l *os.LinkError
	if errors.As(err, &l) {
		return l.Err
	}
	return err
}

// temporary creates a new file beside the target: a rename is atomic only within one directory. os.CreateTemp would give
// it mode 0600; this way the process's mask decides, as for any new file.
func (w *FileWriter) temporary() (*os.File, error) {
	for try := 0; ; try++ {
		name := fmt.Sprintf(".%s.%d-%d.tmp", filepath.Base(w.path), os.Getpid(), rand.Uint32())
		f, err := os.OpenFile(filepath.Join(filepath.Dir(w.path), name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
		if err == nil || !errors.Is(err, fs.ErrExist) || try > 100 {
			return f, err
		}
	}
}

// removeStale deletes temporary files that a killed run left beside this target.
func (w *FileWriter) removeStale() {
	entries, err := os.ReadDir(filepath.Dir(w.path))
	if err != nil {
		return
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), "."+filepath.Base(w.path)+".") || !strings.HasSuffix(e.Name(), ".tmp") {
			continue
		}
		// Another run may be writing one this moment; an hour is longer than any write.
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > time.Hour {
			os.Remove(filepath.Join(filepath.Dir(w.path), e.Name()))
		}
	}
}

// Write replaces the file. With sync it waits until the disk has the data.
func (w *FileWriter) Write(data []byte, sync bool) error {
	if !w.whole {
		return os.WriteFile(w.path, data, 0o666)
	}
	err := w.replace(data, sync)
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", w.path, cause(err))
	}
	return nil
}

func (w *FileWriter) replace(data []byte, sync bool) (err error) {
	tmp, err := w.temporary()
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			tmp.Close()
			os.Remove(tmp.Name())
		}
	}()
	if _, err = tmp.Write(data); err != nil {
		return err
	}
	if w.mode != 0 {
		if err = tmp.Chmod(w.mode); err != nil {
			return err
		}
	}
	if sync {
		if err = tmp.Sync(); err != nil {
			return err
		}
	}
	if err = tmp.Close(); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), w.path)
}

// WriteFile writes the notebook to a file in one step.
func (nb *Notebook) WriteFile(path string) error {
	w, err := NewFileWriter(path)
	if err != nil {
		return err
	}
	return w.Write(nb.Bytes(), true)
}
