package runtime

import (
	"bufio"
	"errors"
	"io"
	"os"
	"strings"

	"github.com/go-python/gpython/py"
)

// File is an open file: text in UTF-8 or another supported encoding, or raw bytes.
type File struct {
	f        *os.File
	r        *bufio.Reader
	w        *bufio.Writer
	name     py.Object
	mode     string
	binary   bool
	encoding string
	errs     string
	newline  string // "" translates line ends when reading; "keep" leaves them
	closed   bool
}

var (
	textFileType   = newFileType("_io.TextIOWrapper")
	binaryFileType = newFileType("_io.BufferedIOBase")
)

func newFileType(name string) *py.Type {
	typ := newBuiltinType(name, "", nil)
	addFileMethods(typ)
	return typ
}

// Type is _io.TextIOWrapper for text files.
func (f *File) Type() *py.Type {
	if f.binary {
		return binaryFileType
	}
	return textFileType
}

// Repr shows name, mode and encoding.
func (f *File) Repr(t *Thread) (string, error) {
	name, err := Repr(t, f.name)
	if err != nil {
		return "", err
	}
	if f.binary {
		return "<_io.BufferedReader name=" + name + ">", nil
	}
	return "<_io.TextIOWrapper name=" + name + " mode='" + f.mode + "' encoding='" + f.encoding + "'>", nil
}

// pathArg reads a path: a str, bytes or an object with __fspath__.
func pathArg(t *Thread, o py.Object) (string, error) {
	switch x := Payload(o).(type) {
	case py.String:
		return string(x), nil
	case py.Bytes:
		return string(x), nil
	}
	if fn := LookupType(o.Type(), "__fspath__"); fn != nil {
		r, err := Call(t, fn, []py.Object{o}, nil)
		if err != nil {
			return "", err
		}
		return pathArg(t, r)
	}
	return "", TypeErrorf("expected str, bytes or os.PathLike object, not %s", typeName(o))
}

// PathArg reads a path argument: a str, bytes or an object with __fspath__.
func PathArg(t *Thread, o py.Object) (string, error) { return pathArg(t, o) }

func builtinOpen(t *Thread, a []py.Object) (py.Object, error) {
	path, err := pathArg(t, a[0])
	if err != nil {
		return nil, err
	}
	opt := func(o py.Object, def string) (string, error) {
		if o == nil || o == py.None {
			return def, nil
		}
		return strArg(o, "open() argument must be str, not %s")
	}
	mode, err := opt(a[1], "r")
	if err != nil {
		return nil, err
	}
	enc, err := opt(a[3], "utf-8")
	if err != nil {
		return nil, err
	}
	errs, err := opt(a[4], "strict")
	if err != nil {
		return nil, err
	}
	nl, err := opt(a[5], "")
	if err != nil {
		return nil, err
	}
	f, err := OpenFile(path, mode, enc, errs)
	if err != nil {
		return nil, err
	}
	f.name = a[0]
	if a[5] != nil && a[5] != py.None {
		f.newline = "keep"
		if nl != "" && nl != "\n" {
			f.newline = nl
		}
	}
	return f, nil
}

// OpenFile opens a file by name.
func OpenFile(path, mode, enc, errs string) (*File, error) {
	f := &File{name: py.String(path), mode: mode, encoding: enc, errs: errs}
	flags, kinds := 0, 0
	plus := strings.Contains(mode, "+")
	for _, c := range mode {
		switch c {
		case 'r':
			kinds++
		case 'w':
			kinds++
			flags = os.O_CREATE | os.O_TRUNC
		case 'a':
			kinds++
			flags = os.O_CREATE | os.O_APPEND
		case 'x':
			kinds++
			flags = os.O_CREATE | os.O_EXCL
		case 'b':
			f.binary = true
		case 't', '+':
		default:
			return nil, ValueErrorf("invalid mode: '%s'", mode)
		}
	}
	if f.binary && strings.Contains(mode, "t") {
		return nil, ValueErrorf("can't have text and binary mode at once")
	}
	if kinds != 1 {
		return nil, ValueErrorf("must have exactly one of create/read/write/append mode")
	}
	if !f.binary && codecName(enc) == "" {
		return nil, unknownEncoding(enc)
	}
	reads := strings.Contains(mode, "r") || plus
	writes := !strings.Contains(mode, "r") || plus
	switch {
	case reads && writes:
		flags |= os.O_RDWR
	case writes:
		flags |= os.O_WRONLY
	}
	if st, err := os.Stat(path); err == nil && st.IsDir() {
		return nil, NewException(py.IsADirectoryError, py.Int(21), py.String("Is a directory"), py.String(path))
	}
	h, err := os.OpenFile(path, flags, 0o666)
	if err != nil {
		return nil, AsException(err)
	}
	f.f = h
	if reads {
		f.r = bufio.NewReaderSize(h, 1<<16)
	}
	if writes {
		f.w = bufio.NewWriterSize(h, 1<<16)
	}
	return f, nil
}

func (f *File) check() error {
	if f.closed {
		return ValueErrorf("I/O operation on closed file.")
	}
	return nil
}

var unsupportedOperation = NewExceptionType("io.UnsupportedOperation", "", py.OSError)

// UnsupportedOperation is io.UnsupportedOperation.
func UnsupportedOperation() *py.Type { return unsupportedOperation }

func (f *File) canRead() error {
	if err := f.check(); err != nil {
		return err
	}
	if f.r == nil {
		return NewException(unsupportedOperation, py.String("not readable"))
	}
	if f.w != nil {
		return fileErr(f.w.Flush())
	}
	return nil
}

func fileErr(err error) error {
	if err == nil {
		return nil
	}
	return AsException(err)
}

// text turns what was read into a str.
func (f *File) text(b []byte) (py.Object, error) {
	if f.binary {
		return py.Bytes(b), nil
	}
	s, err := Decode(b, f.encoding, f.errs)
	if err != nil {
		return nil, err
	}
	if f.newline == "" && strings.IndexByte(s, '\r') >= 0 {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return py.String(s), nil
}

// read reads n characters (bytes of a binary file), all when n < 0.
func (f *File) read(n int) (py.Object, error) {
	if err := f.canRead(); err != nil {
		return nil, err
	}
	if n < 0 {
		b, err := io.ReadAll(f.r)
		if err != nil {
			return nil, AsException(err)
		}
		return f.text(b)
	}
	var out []byte
	if f.binary {
		out = make([]byte, n)
		m, err := io.ReadFull(f.r, out)
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			return nil, AsException(err)
		}
		return py.Bytes(out[:m]), nil
	}
	for ; n > 0; n-- {
		r, size, err := f.r.ReadRune()
		if err != nil {
			break
		}
		if r == '\uFFFD' && size == 1 {
			f.r.UnreadRune()
			c, _ := f.r.ReadByte()
			out = append(out, c)
			continue
		}
		out = append(out, string(r)...)
	}
	return f.text(out)
}

// readLine reads one line with its end; nil at the end of the file.
func (f *File) readLine() (py.Object, error) {
	if err := f.canRead(); err != nil {
		return nil, err
	}
	b, err := f.r.ReadBytes('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, AsException(err)
	}
	if len(b) == 0 {
		return nil, nil
	}
	return f.text(b)
}

// Next iterates the lines.
func (f *File) Next(t *Thread) (py.Object, error) { return f.readLine() }

// Write writes a str (or bytes) and returns how many characters were written.
func (f *File) write(t *Thread, o py.Object) (py.Object, error) {
	if err := f.check(); err != nil {
		return nil, err
	}
	if f.w == nil {
		return nil, NewException(unsupportedOperation, py.String("not writable"))
	}
	if f.binary {
		b, err := needBytes(o)
		if err != nil {
			return nil, err
		}
		_, err = f.w.Write(b)
		return IntObj(int64(len(b))), fileErr(err)
	}
	s, ok := Payload(o).(py.String)
	if !ok {
		return nil, TypeErrorf("write() argument must be str, not %s", typeName(o))
	}
	b, err := Encode(string(s), f.encoding, f.errs)
	if err != nil {
		return nil, err
	}
	_, err = f.w.Write(b.(py.Bytes))
	return IntObj(int64(strLen(string(s)))), fileErr(err)
}

func (f *File) flush() error {
	if err := f.check(); err != nil {
		return err
	}
	if f.w != nil {
		return fileErr(f.w.Flush())
	}
	return nil
}

// Close flushes and closes.
func (f *File) Close() error {
	if f.closed {
		return nil
	}
	err := f.flush()
	f.closed = true
	if cerr := f.f.Close(); err == nil {
		err = fileErr(cerr)
	}
	return err
}

func addFileMethods(typ *py.Type) {
	addIterMethods(typ)
	method := func(name, spec, doc string, fn func(t *Thread, f *File, a []py.Object) (py.Object, error)) {
		TypeMethod(typ, name, spec, doc, fn)
	}
	size := func(t *Thread, o py.Object) (int, error) {
		if o == nil || o == py.None {
			return -1, nil
		}
		return AsInt(t, o)
	}
	method("read", "size=, /", "read(size=-1)\n\nThe next size characters (bytes in binary mode), or the whole rest. Empty at the end of the file.", func(t *Thread, f *File, a []py.Object) (py.Object, error) {
		n, err := size(t, a[0])
		if err != nil {
			return nil, err
		}
		return f.read(n)
	})
	method("readline", "size=, /", "readline()\n\nThe next line with its line end. Empty at the end of the file.", func(t *Thread, f *File, a []py.Object) (py.Object, error) {
		v, err := f.readLine()
		if v == nil && err == nil {
			if f.binary {
				return py.Bytes{}, nil
			}
			return py.String(""), nil
		}
		return v, err
	})
	method("readlines", "hint=, /", "readlines()\n\nList of the lines that are left, with their line ends.", func(t *Thread, f *File, a []py.Object) (py.Object, error) {
		items, err := drain(t, f)
		return NewList(items), err
	})
	method("write", "s, /", "write(s)\n\nAppends s to what was written and returns its length.", func(t *Thread, f *File, a []py.Object) (py.Object, error) {
		return f.write(t, a[0])
	})
	method("writelines", "lines, /", "writelines(lines)\n\nWrites the strings one after the other; line ends are not added.", func(t *Thread, f *File, a []py.Object) (py.Object, error) {
		return None, ForEach(t, a[0], func(o py.Object) error { _, err := f.write(t, o); return err })
	})
	method("flush", "/", "flush()\n\nHands text that is still buffered to the system.", func(t *Thread, f *File, a []py.Object) (py.Object, error) { return None, f.flush() })
	method("close", "/", "close()\n\nWrites what is still buffered and gives the file back; after that it cannot be used.", func(t *Thread, f *File, a []py.Object) (py.Object, error) { return None, f.Close() })
	method("seek", "offset, whence=, /", "seek(offset, whence=0)\n\nMoves to offset bytes from the start (whence 0), from here (1) or from the end (2), and returns the new position.", func(t *Thread, f *File, a []py.Object) (py.Object, error) {
		if err := f.flush(); err != nil {
			return nil, err
		}
		off, err := AsInt64(t, a[0])
		if err != nil {
			return nil, err
		}
		whence := 0
		if a[1] != nil {
			if whence, err = AsInt(t, a[1]); err != nil {
				return nil, err
			}
		}
		if whence == 1 && f.r != nil {
			off -= int64(f.r.Buffered())
		}
		n, err := f.f.Seek(off, whence)
		if err != nil {
			return nil, AsException(err)
		}
		if f.r != nil {
			f.r.Reset(f.f)
		}
		return IntObj(n), nil
	})
	method("tell", "/", "tell()\n\nThe position in bytes from the start of the file.", func(t *Thread, f *File, a []py.Object) (py.Object, error) {
		if err := f.flush(); err != nil {
			return nil, err
		}
		n, err := f.f.Seek(0, io.SeekCurrent)
		if err != nil {
			return nil, AsException(err)
		}
		if f.r != nil {
			n -= int64(f.r.Buffered())
		}
		return IntObj(n), nil
	})
	method("truncate", "size=, /", "truncate(size=None)\n\nMakes the file size bytes long, by default cutting it off at the current position.", func(t *Thread, f *File, a []py.Object) (py.Object, error) {
		if err := f.flush(); err != nil {
			return nil, err
		}
		n, err := f.f.Seek(0, io.SeekCurrent)
		if err == nil && a[0] != nil && a[0] != py.None {
			n, err = AsInt64(t, a[0])
		}
		if err == nil {
			err = f.f.Truncate(n)
		}
		return IntObj(n), fileErr(err)
	})
	flag := func(name string, get func(f *File) bool) {
		method(name, "/", "", func(t *Thread, f *File, a []py.Object) (py.Object, error) { return py.Bool(get(f)), f.check() })
	}
	flag("readable", func(f *File) bool { return f.r != nil })
	flag("writable", func(f *File) bool { return f.w != nil })
	flag("seekable", func(f *File) bool { return true })
	flag("isatty", func(f *File) bool { return false })
	method("fileno", "/", "", func(t *Thread, f *File, a []py.Object) (py.Object, error) { return IntObj(int64(f.f.Fd())), f.check() })
	method("__enter__", "/", "", func(t *Thread, f *File, a []py.Object) (py.Object, error) { return f, f.check() })
	method("__exit__", "*args", "", func(t *Thread, f *File, a []py.Object) (py.Object, error) { return None, f.Close() })
	TypeGetter(typ, "name", "", func(f *File) py.Object { return f.name })
	TypeGetter(typ, "mode", "", func(f *File) py.Object { return py.String(f.mode) })
	TypeGetter(typ, "closed", "", func(f *File) py.Object { return py.Bool(f.closed) })
	TypeGetter(typ, "encoding", "", func(f *File) py.Object { return py.String(f.encoding) })
}

// Stream is sys.stdout or sys.stderr: it writes to the thread's stream of the moment.
type Stream struct {
	Name string
	Err  bool
}

var streamType = newBuiltinType("_io.TextIOWrapper", "", nil)

// Type is _io.TextIOWrapper.
func (s *Stream) Type() *py.Type { return streamType }

// Repr is as CPython shows its standard streams.
func (s *Stream) Repr(t *Thread) (string, error) {
	return "<_io.TextIOWrapper name='" + s.Name + "' mode='w' encoding='utf-8'>", nil
}

// WriteString writes text to the thread's stream.
func (s *Stream) WriteString(t *Thread, text string) error {
	w := t.Stdout
	if s.Err {
		w = t.Stderr
	}
	if w == nil || text == "" {
		return nil
	}
	if hasSurrogate(text) {
		handler := "strict"
		if s.Err {
			handler = "backslashreplace"
		}
		var err error
		if text, err = encodeSurrogates(text, handler); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, text)
	return fileErr(err)
}

// Stdout and Stderr are the objects that sys.stdout and sys.stderr begin with.
var (
	Stdout = &Stream{Name: "<stdout>"}
	Stderr = &Stream{Name: "<stderr>", Err: true}
)

func init() {
	TypeMethod(streamType, "write", "s, /", "write(s)\n\nAppends s to what was written and returns its length.", func(t *Thread, s *Stream, a []py.Object) (py.Object, error) {
		x, ok := Payload(a[0]).(py.String)
		if !ok {
			return nil, TypeErrorf("write() argument must be str, not %s", typeName(a[0]))
		}
		return IntObj(int64(strLen(string(x)))), s.WriteString(t, string(x))
	})
	TypeMethod(streamType, "writelines", "lines, /", "writelines(lines)\n\nWrites the strings one after the other; line ends are not added.", func(t *Thread, s *Stream, a []py.Object) (py.Object, error) {
		return None, ForEach(t, a[0], func(o py.Object) error {
			x, err := AsString(t, o)
			if err != nil {
				return err
			}
			return s.WriteString(t, x)
		})
	})
	TypeMethod(streamType, "flush", "/", "", func(t *Thread, s *Stream, a []py.Object) (py.Object, error) {
		w := t.Stdout
		if s.Err {
			w = t.Stderr
		}
		if f, ok := w.(interface{ Flush() error }); ok {
			return None, fileErr(f.Flush())
		}
		return None, nil
	})
	for name, v := range map[string]bool{"isatty": false, "readable": false, "writable": true, "seekable": false} {
		TypeMethod(streamType, name, "/", "", func(t *Thread, s *Stream, a []py.Object) (py.Object, error) { return py.Bool(v), nil })
	}
	TypeMethod(streamType, "fileno", "/", "", func(t *Thread, s *Stream, a []py.Object) (py.Object, error) {
		return nil, NewException(unsupportedOperation, py.String("fileno"))
	})
	TypeGetter(streamType, "encoding", "", func(s *Stream) py.Object { return py.String("utf-8") })
	TypeGetter(streamType, "errors", "", func(s *Stream) py.Object { return py.String("strict") })
	TypeGetter(streamType, "name", "", func(s *Stream) py.Object { return py.String(s.Name) })
	TypeGetter(streamType, "mode", "", func(s *Stream) py.Object { return py.String("w") })
	TypeGetter(streamType, "closed", "", func(s *Stream) py.Object { return py.False })
}

// sysValue is a value of module sys when that module was imported.
func sysValue(t *Thread, name string) py.Object {
	if t.Modules == nil {
		return nil
	}
	m, ok := t.Modules.GetStr("sys")
	if !ok {
		return nil
	}
	mod, ok := m.(*Module)
	if !ok {
		return nil
	}
	v, _ := mod.Dict.GetStr(name)
	return v
}

// currentStdout is sys.stdout.
func currentStdout(t *Thread) py.Object {
	if v := sysValue(t, "stdout"); v != nil {
		return v
	}
	return Stdout
}

// CurrentStdout is sys.stdout of the thread's session.
func CurrentStdout(t *Thread) py.Object { return currentStdout(t) }

// TextWriter is implemented by Go stream objects that take whole texts.
type TextWriter interface {
	WriteString(t *Thread, text string) error
}

// writeTo writes text to a file object.
func writeTo(t *Thread, file py.Object, text string) error {
	switch f := file.(type) {
	case TextWriter:
		return f.WriteString(t, text)
	case *File:
		_, err := f.write(t, py.String(text))
		return err
	}
	_, err := CallMethod(t, file, "write", py.String(text))
	return err
}

// WriteTo writes text to a file object of the language.
func WriteTo(t *Thread, file py.Object, text string) error { return writeTo(t, file, text) }
