package pymod

import (
	"bytes"
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// memText is io.StringIO. While it is only appended to, the text lies in b; runes holds it once places inside matter.
type memText struct {
	attrs
	b        strings.Builder
	runes    []rune
	split    bool // runes is valid, b is not
	pos      int  // when split
	closed   bool
	keepEnds bool // newline=None translates line ends, everything else keeps them
}

// memBytes is io.BytesIO.
type memBytes struct {
	attrs
	buf    []byte
	pos    int
	closed bool
}

var (
	ioBaseType   = newType("io", "IOBase", "What all streams have in common.", nil)
	textBaseType = newType("io", "TextIOBase", "What all streams of text have in common.", ioBaseType)
	rawBaseType  = newType("io", "BufferedIOBase", "What all streams of bytes have in common.", ioBaseType)
	stringIOType = newType("_io", "StringIO", "A text file in memory. getvalue() is what it holds.", textBaseType)
	bytesIOType  = newType("_io", "BytesIO", "A binary file in memory. getvalue() is what it holds.", rawBaseType)
)

func (m *memText) Type() *py.Type  { return stringIOType }
func (m *memBytes) Type() *py.Type { return bytesIOType }

func closedFile() error { return runtime.ValueErrorf("I/O operation on closed file") }

// places makes the text addressable.
func (m *memText) places() {
	if !m.split {
		m.runes = []rune(m.b.String())
		m.pos = len(m.runes)
		m.split = true
		m.b.Reset()
	}
}

func (m *memText) value() string {
	if m.split {
		return string(m.runes)
	}
	return m.b.String()
}

// WriteString appends, or overwrites at the present place.
func (m *memText) WriteString(t *thread, s string) error {
	if m.closed {
		return closedFile()
	}
	if !m.keepEnds && strings.IndexByte(s, '\r') >= 0 {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	if !m.split {
		if m.b.Len()+len(s) > 1<<20 {
			if err := t.Alloc(int64(m.b.Len() + len(s))); err != nil {
				return err
			}
		}
		m.b.WriteString(s)
		return nil
	}
	for len(m.runes) < m.pos {
		m.runes = append(m.runes, 0)
	}
	r := []rune(s)
	n := copy(m.runes[m.pos:], r)
	m.runes = append(m.runes, r[n:]...)
	m.pos += len(r)
	return nil
}

func (m *memText) read(n int) string {
	m.places()
	at := min(m.pos, len(m.runes))
	end := len(m.runes)
	if n >= 0 {
		end = min(end, at+n)
	}
	m.pos = max(m.pos, end)
	return string(m.runes[at:end])
}

func (m *memText) line(limit int) string {
	m.places()
	at := min(m.pos, len(m.runes))
	end := at
	for end < len(m.runes) && (limit < 0 || end-at < limit) {
		end++
		if m.runes[end-1] == '\n' {
			break
		}
	}
	m.pos = max(m.pos, end)
	return string(m.runes[at:end])
}

// Next iterates the lines.
func (m *memText) Next(t *thread) (object, error) {
	if m.closed {
		return nil, closedFile()
	}
	if s := m.line(-1); s != "" {
		return str(s), nil
	}
	return nil, nil
}

func (m *memBytes) line(limit int) []byte {
	at := min(m.pos, len(m.buf))
	end := len(m.buf)
	if i := bytes.IndexByte(m.buf[at:], '\n'); i >= 0 {
		end = at + i + 1
	}
	if limit >= 0 {
		end = min(end, at+limit)
	}
	m.pos = max(m.pos, end)
	return append([]byte(nil), m.buf[at:end]...)
}

// Next iterates the lines.
func (m *memBytes) Next(t *thread) (object, error) {
	if m.closed {
		return nil, closedFile()
	}
	if l := m.line(-1); len(l) > 0 {
		return py.Bytes(l), nil
	}
	return nil, nil
}

// sizeArg reads an optional number of characters, -1 when it is absent or None.
func sizeArg(t *thread, o object) (int, error) {
	if !given(o) {
		return -1, nil
	}
	return runtime.AsInt(t, o)
}

// ioMethod adds a method that refuses closed objects.
func ioMethod[S object](typ *py.Type, name, params, doc string, closed func(S) bool, f func(t *thread, s S, a []object) (object, error)) {
	runtime.TypeMethod(typ, name, params, doc, func(t *thread, s S, a []object) (object, error) {
		if closed(s) {
			return nil, closedFile()
		}
		return f(t, s, a)
	})
}

// ioCommon adds what both classes share.
func ioCommon[S interface {
	object
	Next(t *thread) (object, error)
}](typ *py.Type, closed func(S) bool, shut func(S), write func(t *thread, s S, o object) error) {
	for name, v := range map[string]object{"readable": py.True, "writable": py.True, "seekable": py.True, "isatty": py.False, "flush": none} {
		ioMethod(typ, name, "/", "", closed, func(t *thread, s S, a []object) (object, error) { return v, nil })
	}
	ioMethod(typ, "writelines", "lines, /", "Write each of lines; no line ends are added.", closed, func(t *thread, s S, a []object) (object, error) {
		return none, runtime.ForEach(t, a[0], func(o object) error { return write(t, s, o) })
	})
	ioMethod(typ, "readlines", "hint=, /", "The rest of the stream as a list of lines; with a hint, stop after about that many characters or bytes.", closed, func(t *thread, s S, a []object) (object, error) {
		var out []object
		for {
			l, err := s.Next(t)
			if err != nil {
				return nil, err
			}
			if l == nil {
				return list(out...), nil
			}
			out = append(out, l)
		}
	})
	runtime.TypeMethod(typ, "close", "/", "", func(t *thread, s S, a []object) (object, error) { shut(s); return none, nil })
	ioMethod(typ, "__enter__", "/", "", closed, func(t *thread, s S, a []object) (object, error) { return s, nil })
	runtime.TypeMethod(typ, "__exit__", "*args", "", func(t *thread, s S, a []object) (object, error) { shut(s); return none, nil })
	runtime.TypeMethod(typ, "__iter__", "/", "", func(t *thread, s S, a []object) (object, error) { return s, nil })
	runtime.TypeMethod(typ, "__next__", "/", "", func(t *thread, s S, a []object) (object, error) {
		v, err := s.Next(t)
		if v == nil && err == nil {
			return nil, runtime.NewException(py.StopIteration)
		}
		return v, err
	})
	runtime.TypeMethod(typ, "fileno", "/", "", func(t *thread, s S, a []object) (object, error) {
		return nil, runtime.NewException(runtime.UnsupportedOperation(), str("fileno"))
	})
	runtime.TypeGetter(typ, "closed", "", func(s S) object { return boolean(closed(s)) })
}

func init() {
	initStringIO()
	initBytesIO()
	m := newModule("io", "Streams: open(), files in memory and the classes behind them.")
	for _, typ := range []*py.Type{ioBaseType, textBaseType, rawBaseType, stringIOType, bytesIOType} {
		m.class(typ)
	}
	m.value("RawIOBase", ioBaseType)
	m.value("TextIOWrapper", runtime.Stdout.Type())
	m.value("UnsupportedOperation", runtime.UnsupportedOperation())
	m.value("SEEK_SET", num(0))
	m.value("SEEK_CUR", num(1))
	m.value("SEEK_END", num(2))
	m.value("DEFAULT_BUFFER_SIZE", num(8192))
	m.perThread(func(t *thread, mod *runtime.Module) error {
		if t.Builtins != nil {
			if open, ok := t.Builtins.GetStr("open"); ok {
				mod.Dict.SetStr("open", open)
			}
		}
		return nil
	})
}

func initStringIO() {
	typ := stringIOType
	closed := func(m *memText) bool { return m.closed }
	runtime.TypeNew(typ, "initial_value=, newline=", "", func(t *thread, cls *py.Type, a []object) (object, error) {
		m := &memText{keepEnds: true}
		switch nl := a[1]; {
		case nl == nil || nl == str("\n") || nl == str(""):
		case nl == none:
			m.keepEnds = false
		default:
			if s, ok := nl.(py.String); !ok || s != "\r" && s != "\r\n" {
				r, err := runtime.Repr(t, nl)
				if err != nil {
					return nil, err
				}
				if !ok {
					return nil, runtime.TypeErrorf("newline must be str or None, not %s", runtime.TypeName(nl))
				}
				return nil, runtime.ValueErrorf("illegal newline value: %s", r)
			}
			return nil, runtime.ValueErrorf("newline=%q is not supported: lines of a StringIO end in \\n", string(nl.(py.String)))
		}
		if given(a[0]) {
			s, ok := runtime.Payload(a[0]).(py.String)
			if !ok {
				return nil, runtime.TypeErrorf("initial_value must be str or None, not %s", runtime.TypeName(a[0]))
			}
			if err := m.WriteString(t, string(s)); err != nil {
				return nil, err
			}
			m.places()
			m.pos = 0
		}
		return runtime.WrapNew(cls, m), nil
	})
	write := func(t *thread, m *memText, o object) error {
		s, ok := runtime.Payload(o).(py.String)
		if !ok {
			return runtime.TypeErrorf("string argument expected, got '%s'", runtime.TypeName(o))
		}
		return m.WriteString(t, string(s))
	}
	ioCommon(typ, closed, func(m *memText) { m.closed = true }, write)
	ioMethod(typ, "write", "s, /", "Write s at the current position; returns how many characters that were.", closed, func(t *thread, m *memText, a []object) (object, error) {
		if err := write(t, m, a[0]); err != nil {
			return nil, err
		}
		n, err := runtime.Len(t, a[0])
		return num(n), err
	})
	ioMethod(typ, "getvalue", "/", "All the text, wherever the position is.", closed, func(t *thread, m *memText, a []object) (object, error) { return str(m.value()), nil })
	ioMethod(typ, "read", "size=, /", "The next size characters, or all that are left.", closed, func(t *thread, m *memText, a []object) (object, error) {
		n, err := sizeArg(t, a[0])
		if err != nil {
			return nil, err
		}
		return str(m.read(n)), nil
	})
	ioMethod(typ, "readline", "size=, /", "The rest of the line, with its line end; '' at the end of the text.", closed, func(t *thread, m *memText, a []object) (object, error) {
		n, err := sizeArg(t, a[0])
		if err != nil {
			return nil, err
		}
		return str(m.line(n)), nil
	})
	ioMethod(typ, "tell", "/", "The position of the next read or write.", closed, func(t *thread, m *memText, a []object) (object, error) { m.places(); return num(m.pos), nil })
	ioMethod(typ, "seek", "pos, whence=, /", "Go to a position and return it. whence: 0 counts from the start, 1 from here, 2 from the end; for 1 and 2 pos must be 0.", closed, func(t *thread, m *memText, a []object) (object, error) {
		pos, err := runtime.AsInt(t, a[0])
		if err != nil {
			return nil, err
		}
		whence := 0
		if a[1] != nil {
			if whence, err = runtime.AsInt(t, a[1]); err != nil {
				return nil, err
			}
		}
		m.places()
		switch {
		case whence < 0 || whence > 2:
			return nil, runtime.ValueErrorf("Invalid whence (%d, should be 0, 1 or 2)", whence)
		case whence == 0 && pos < 0:
			return nil, runtime.ValueErrorf("Negative seek position %d", pos)
		case whence > 0 && pos != 0:
			return nil, runtime.Errorf(py.OSError, "Can't do nonzero cur-relative seeks")
		case whence == 0:
			m.pos = pos
		case whence == 2:
			m.pos = len(m.runes)
		}
		return num(m.pos), nil
	})
	ioMethod(typ, "truncate", "pos=, /", "Cut the text off at pos, or at the current position.", closed, func(t *thread, m *memText, a []object) (object, error) {
		m.places()
		n := m.pos
		if given(a[0]) {
			var err error
			if n, err = runtime.AsInt(t, a[0]); err != nil {
				return nil, err
			}
			if n < 0 {
				return nil, runtime.ValueErrorf("Negative size value %d", n)
			}
		}
		if n < len(m.runes) {
			m.runes = m.runes[:n]
		}
		return num(n), nil
	})
	for name, v := range map[string]object{"encoding": none, "errors": none, "newlines": none, "line_buffering": py.False} {
		runtime.TypeGetter(typ, name, "", func(m *memText) object { return v })
	}
}

func initBytesIO() {
	typ := bytesIOType
	closed := func(m *memBytes) bool { return m.closed }
	need := func(o object) ([]byte, error) {
		b, ok := runtime.BytesLike(o)
		if !ok {
			return nil, runtime.TypeErrorf("a bytes-like object is required, not '%s'", runtime.TypeName(o))
		}
		return b, nil
	}
	runtime.TypeNew(typ, "initial_bytes=", "", func(t *thread, cls *py.Type, a []object) (object, error) {
		m := &memBytes{}
		if given(a[0]) {
			b, err := need(a[0])
			if err != nil {
				return nil, err
			}
			m.buf = append(m.buf, b...)
		}
		return runtime.WrapNew(cls, m), nil
	})
	write := func(t *thread, m *memBytes, o object) error {
		b, err := need(o)
		if err != nil {
			return err
		}
		if m.pos+len(b) > 1<<20 {
			if err := t.Alloc(int64(m.pos + len(b))); err != nil {
				return err
			}
		}
		for len(m.buf) < m.pos {
			m.buf = append(m.buf, 0)
		}
		n := copy(m.buf[m.pos:], b)
		m.buf = append(m.buf, b[n:]...)
		m.pos += len(b)
		return nil
	}
	ioCommon(typ, closed, func(m *memBytes) { m.closed = true }, write)
	ioMethod(typ, "write", "b, /", "Write b at the current position; returns how many bytes that were.", closed, func(t *thread, m *memBytes, a []object) (object, error) {
		at := m.pos
		if err := write(t, m, a[0]); err != nil {
			return nil, err
		}
		return num(m.pos - at), nil
	})
	value := func(t *thread, m *memBytes, a []object) (object, error) {
		return py.Bytes(append([]byte(nil), m.buf...)), nil
	}
	ioMethod(typ, "getvalue", "/", "All the bytes, wherever the position is.", closed, value)
	read := func(t *thread, m *memBytes, a []object) (object, error) {
		n, err := sizeArg(t, a[0])
		if err != nil {
			return nil, err
		}
		at, end := min(m.pos, len(m.buf)), len(m.buf)
		if n >= 0 {
			end = min(end, at+n)
		}
		m.pos = max(m.pos, end)
		return py.Bytes(append([]byte(nil), m.buf[at:end]...)), nil
	}
	ioMethod(typ, "read", "size=, /", "The next size bytes, or all that are left.", closed, read)
	ioMethod(typ, "read1", "size=, /", "As read().", closed, read)
	ioMethod(typ, "readline", "size=, /", "The rest of the line, with its line end; b'' at the end of the data.", closed, func(t *thread, m *memBytes, a []object) (object, error) {
		n, err := sizeArg(t, a[0])
		if err != nil {
			return nil, err
		}
		return py.Bytes(m.line(n)), nil
	})
	ioMethod(typ, "tell", "/", "The position of the next read or write.", closed, func(t *thread, m *memBytes, a []object) (object, error) { return num(m.pos), nil })
	ioMethod(typ, "seek", "pos, whence=, /", "Go to a position and return it. whence: 0 counts from the start, 1 from here, 2 from the end.", closed, func(t *thread, m *memBytes, a []object) (object, error) {
		pos, err := runtime.AsInt(t, a[0])
		if err != nil {
			return nil, err
		}
		whence := 0
		if a[1] != nil {
			if whence, err = runtime.AsInt(t, a[1]); err != nil {
				return nil, err
			}
		}
		switch whence {
		case 0:
			if pos < 0 {
				return nil, runtime.ValueErrorf("negative seek value %d", pos)
			}
		case 1:
			pos += m.pos
		case 2:
			pos += len(m.buf)
		default:
			return nil, runtime.ValueErrorf("invalid whence (%d, should be 0, 1 or 2)", whence)
		}
		m.pos = max(pos, 0)
		return num(m.pos), nil
	})
	ioMethod(typ, "truncate", "size=, /", "Cut the data off at size, or at the current position.", closed, func(t *thread, m *memBytes, a []object) (object, error) {
		n := m.pos
		if given(a[0]) {
			var err error
			if n, err = runtime.AsInt(t, a[0]); err != nil {
				return nil, err
			}
			if n < 0 {
				return nil, runtime.ValueErrorf("negative size value %d", n)
			}
		}
		if n < len(m.buf) {
			m.buf = m.buf[:n]
		}
		return num(n), nil
	})
}
