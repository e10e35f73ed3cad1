package pymod

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// osError makes the OSError of a failed call, naming the path as it was given.
func osError(err error, path object, more ...object) error {
	var le *os.LinkError
	var pe *fs.PathError
	var se *os.SyscallError
	switch {
	case errors.As(err, &le):
		err = le.Err
	case errors.As(err, &pe):
		err = pe.Err
	case errors.As(err, &se):
		err = se.Err
	}
	e := runtime.AsException(&fs.PathError{Op: "", Path: "", Err: err})
	if len(e.Args) >= 2 {
		args := append([]object(nil), e.Args[:2]...)
		if errno, ok := err.(syscall.Errno); ok {
			args[0] = num(int(errno))
			args[1] = str(strerror(errno))
			if errno == syscall.ENOTEMPTY {
				e.Class = py.OSError
			}
		}
		if path != nil {
			args = append(append(args, path), more...)
		}
		return runtime.NewException(e.Class, args...)
	}
	return e
}

// pathObject is a path as errors show it: the text, also of a path object.
func pathObject(o object, p string) object {
	if _, ok := runtime.Payload(o).(py.Bytes); ok {
		return o
	}
	return str(p)
}

// strerror is the system's text for an error, as C libraries write it.
func strerror(e syscall.Errno) string {
	s := e.Error()
	switch e {
	case syscall.ENOTEMPTY:
		return "Directory not empty"
	case syscall.EXDEV:
		return "Invalid cross-device link"
	}
	if s != "" {
		s = strings.ToUpper(s[:1]) + s[1:]
	}
	return s
}

var (
	statResult   = newStructSeq("os", "stat_result", "What is known of a file: st_size, st_mtime, st_mode and so on.", "st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime")
	terminalSize = newStructSeq("os", "terminal_size", "Size of a terminal in characters: columns and lines.", "columns", "lines")
)

// fileMode is st_mode.
func fileMode(m fs.FileMode) int {
	mode := int(m.Perm())
	switch {
	case m.IsDir():
		mode |= 0o040000
	case m&fs.ModeSymlink != 0:
		mode |= 0o120000
	case m&fs.ModeNamedPipe != 0:
		mode |= 0o010000
	case m&fs.ModeSocket != 0:
		mode |= 0o140000
	case m&fs.ModeCharDevice != 0:
		mode |= 0o020000
	case m&fs.ModeDevice != 0:
		mode |= 0o060000
	default:
		mode |= 0o100000
	}
	for bit, v := range map[fs.FileMode]int{fs.ModeSetuid: 0o4000, fs.ModeSetgid: 0o2000, fs.ModeSticky: 0o1000} {
		if m&bit != 0 {
			mode |= v
		}
	}
	return mode
}

func init() {
	m := newModule("_os", "The part of module os that is written in Go.")
	path := func(name, params, doc string, f func(t *thread, p string, a []object) (object, error)) {
		m.fn(name, params, doc, func(t *thread, a []object) (object, error) {
			p, err := runtime.PathArg(t, a[0])
			if err != nil {
				if runtime.IsException(err, py.TypeError) {
					return nil, runtime.TypeErrorf("%s: path should be string, bytes or os.PathLike, not %s", name, runtime.TypeName(a[0]))
				}
				return nil, err
			}
			v, err := f(t, p, a)
			if err != nil {
				if _, ok := err.(*runtime.Exception); ok {
					return nil, err
				}
				return nil, osError(err, pathObject(a[0], p))
			}
			return v, nil
		})
	}
	mode := func(t *thread, o object, def int) (fs.FileMode, error) {
		if o == nil {
			return fs.FileMode(def), nil
		}
		n, err := runtime.AsInt(t, o)
		return fs.FileMode(n), err
	}
	m.fn("getcwd", "/", "Path of the current folder.", func(t *thread, a []object) (object, error) {
		d, err := os.Getwd()
		if err != nil {
			return nil, osError(err, nil)
		}
		return str(d), nil
	})
	path("chdir", "path", "Make another folder the current one.", func(t *thread, p string, a []object) (object, error) { return none, os.Chdir(p) })
	path("_listdir", "path", "", func(t *thread, p string, a []object) (object, error) {
		entries, err := os.ReadDir(p)
		if err != nil {
			return nil, err
		}
		out := make([]object, len(entries))
		for i, e := range entries {
			out[i] = py.Tuple{str(e.Name()), num(fileMode(e.Type()))}
		}
		return list(out...), nil
	})
	path("mkdir", "path, mode=", "Make a folder. FileExistsError if there is something of that name.", func(t *thread, p string, a []object) (object, error) {
		perm, err := mode(t, a[1], 0o777)
		if err != nil {
			return nil, err
		}
		return none, os.Mkdir(p, perm)
	})
	path("rmdir", "path", "Delete a folder, which must be empty.", func(t *thread, p string, a []object) (object, error) { return none, syscall.Rmdir(p) })
	remove := func(t *thread, p string, a []object) (object, error) {
		if st, err := os.Lstat(p); err == nil && st.IsDir() {
			return nil, runtime.NewException(py.IsADirectoryError, num(21), str("Is a directory"), pathObject(a[0], p))
		}
		return none, os.Remove(p)
	}
	path("remove", "path", "Delete a file. For folders use rmdir().", remove)
	path("unlink", "path", "Another name of remove(): delete a file.", remove)
	for name, f := range map[string]func(a, b string) error{"rename": os.Rename, "replace": os.Rename, "symlink": os.Symlink, "link": os.Link} {
		m.fn(name, "src, dst", "", func(t *thread, a []object) (object, error) {
			src, err := runtime.PathArg(t, a[0])
			if err != nil {
				return nil, err
			}
			dst, err := runtime.PathArg(t, a[1])
			if err != nil {
				return nil, err
			}
			if err := f(src, dst); err != nil {
				return nil, osError(err, pathObject(a[0], src), none, pathObject(a[1], dst))
			}
			return none, nil
		})
	}
	path("readlink", "path", "The path that a symbolic link holds.", func(t *thread, p string, a []object) (object, error) {
		s, err := os.Readlink(p)
		return str(s), err
	})
	path("chmod", "path, mode", "Set the permissions of a file, as in chmod(path, 0o644).", func(t *thread, p string, a []object) (object, error) {
		perm, err := mode(t, a[1], 0)
		if err != nil {
			return nil, err
		}
		return none, os.Chmod(p, perm)
	})
	path("_access", "path, mode", "", func(t *thread, p string, a []object) (object, error) {
		n, err := runtime.AsInt(t, a[1])
		if err != nil {
			return nil, err
		}
		return boolean(syscall.Access(p, uint32(n)) == nil), nil
	})
	path("_realpath", "path", "", func(t *thread, p string, a []object) (object, error) {
		s, err := filepath.EvalSymlinks(p)
		if err != nil {
			return none, nil
		}
		s, err = filepath.Abs(s)
		return str(s), err
	})
	for name, f := range map[string]func(string) (fs.FileInfo, error){"stat": os.Stat, "lstat": os.Lstat} {
		path(name, "path", "What is known of a file: size, times, permissions.", func(t *thread, p string, a []object) (object, error) {
			st, err := f(p)
			if err != nil {
				return nil, err
			}
			ino, dev, links, uid, gid := uint64(0), uint64(0), uint64(1), uint32(0), uint32(0)
			mtime := float64(st.ModTime().UnixNano()) / 1e9
			if s, ok := st.Sys().(*syscall.Stat_t); ok {
				ino, dev, links, uid, gid = s.Ino, uint64(s.Dev), uint64(s.Nlink), s.Uid, s.Gid
			}
			return statResult.make(num(fileMode(st.Mode())), num(int(ino)), num(int(dev)), num(int(links)), num(int(uid)), num(int(gid)), runtime.IntObj(st.Size()), flt(mtime), flt(mtime), flt(mtime)), nil
		})
	}
	path("_utime", "path, atime, mtime", "", func(t *thread, p string, a []object) (object, error) {
		at, err := runtime.AsFloat(t, a[1])
		if err != nil {
			return nil, err
		}
		mt, err := runtime.AsFloat(t, a[2])
		if err != nil {
			return nil, err
		}
		return none, os.Chtimes(p, time.Unix(0, int64(at*1e9)), time.Unix(0, int64(mt*1e9)))
	})
	m.fn("_environ", "/", "", func(t *thread, a []object) (object, error) {
		d := runtime.NewDict()
		for _, kv := range os.Environ() {
			if i := strings.IndexByte(kv, '='); i > 0 {
				d.SetStr(kv[:i], str(kv[i+1:]))
			}
		}
		return d, nil
	})
	setenv := func(name string, f func(k, v string) error) {
		m.fn(name, "key, value=", "", func(t *thread, a []object) (object, error) {
			k, err := runtime.AsString(t, a[0])
			if err != nil {
				return nil, err
			}
			v := ""
			if a[1] != nil {
				if v, err = runtime.AsString(t, a[1]); err != nil {
					return nil, err
				}
			}
			return none, f(k, v)
		})
	}
	setenv("_putenv", os.Setenv)
	setenv("_unsetenv", func(k, v string) error { return os.Unsetenv(k) })
	for name, f := range map[string]func() int{"getpid": os.Getpid, "getppid": os.Getppid, "getuid": os.Getuid, "getgid": os.Getgid} {
		m.fn(name, "/", "", func(t *thread, a []object) (object, error) { return num(f()), nil })
	}
	m.fn("strerror", "code, /", "The text that belongs to an error number.", func(t *thread, a []object) (object, error) {
		n, err := runtime.AsInt(t, a[0])
		return str(strerror(syscall.Errno(n))), err
	})
	m.fn("fspath", "path", "A path as str or bytes: these unchanged, the result of __fspath__() for other objects.", func(t *thread, a []object) (object, error) {
		switch runtime.Payload(a[0]).(type) {
		case py.String, py.Bytes:
			return a[0], nil
		}
		p, err := runtime.PathArg(t, a[0])
		return str(p), err
	})
	m.fn("urandom", "size, /", "That many random bytes of the operating system, fit for keys and passwords.", func(t *thread, a []object) (object, error) {
		n, err := runtime.AsInt(t, a[0])
		if err != nil {
			return nil, err
		}
		if n < 0 {
			return nil, runtime.ValueErrorf("negative argument not allowed")
		}
		if err := t.Alloc(int64(n)); err != nil {
			return nil, err
		}
		return randomBytes(n)
	})
	m.fn("cpu_count", "/", "How many processors the system has, as far as known.", func(t *thread, a []object) (object, error) { return num(cpuCount()), nil })
	m.class(statResult.typ)
	m.class(terminalSize.typ)

	o := newModule("os", "Files, folders, processes and the environment.")
	o.source = library("os")
	p := newModule("posixpath", "Paths of files: join, split and compare them.")
	p.source = library("posixpath")
	register("os.path", func(t *thread) *runtime.Module {
		mod, err := importModule(t, "posixpath")
		if err != nil {
			return nil
		}
		return mod
	})
}
