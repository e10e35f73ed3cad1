package runtime

import (
	"errors"
	"strconv"
	"strings"
	"syscall"

	"github.com/go-python/gpython/py"
)

// Exception classes that gpython lacks.
var (
	RecursionError      = newExceptionType("RecursionError", "Calls are nested too deeply, usually by a function that calls itself without end.", py.RuntimeError)
	ModuleNotFoundError = newExceptionType("ModuleNotFoundError", "There is no module of that name.", py.ImportError)
	StopAsyncIteration  = newExceptionType("StopAsyncIteration", "An asynchronous iterator has no further item.", py.ExceptionType)
	EncodingWarning     = newExceptionType("EncodingWarning", "Warnings that concern the encoding of text.", py.Warning)
	BaseExceptionGroup  = newExceptionType("BaseExceptionGroup", "Several exceptions raised as one; except* handles those it knows.", py.BaseException)
	ExceptionGroup      = newExceptionType("ExceptionGroup", "Several exceptions raised as one; except* handles those it knows.", py.ExceptionType)
)

// ExceptionTypes are all builtin exception classes.
var ExceptionTypes = []*py.Type{
	py.BaseException, py.SystemExit, py.KeyboardInterrupt, py.GeneratorExit, py.ExceptionType, py.StopIteration,
	py.ArithmeticError, py.FloatingPointError, py.OverflowError, py.ZeroDivisionError, py.AssertionError, py.AttributeError,
	py.BufferError, py.EOFError, py.ImportError, py.LookupError, py.IndexError, py.KeyError, py.MemoryError, py.NameError,
	py.UnboundLocalError, py.OSError, py.BlockingIOError, py.ChildProcessError, py.ConnectionError, py.BrokenPipeError,
	py.ConnectionAbortedError, py.ConnectionRefusedError, py.ConnectionResetError, py.FileExistsError, py.FileNotFoundError,
	py.InterruptedError, py.IsADirectoryError, py.NotADirectoryError, py.PermissionError, py.ProcessLookupError,
	py.TimeoutError, py.ReferenceError, py.RuntimeError, py.NotImplementedError, py.SyntaxError, py.IndentationError,
	py.TabError, py.SystemError, py.TypeError, py.ValueError, py.UnicodeError, py.UnicodeDecodeError, py.UnicodeEncodeError,
	py.UnicodeTranslateError, py.Warning, py.DeprecationWarning, py.PendingDeprecationWarning, py.RuntimeWarning,
	py.SyntaxWarning, py.UserWarning, py.FutureWarning, py.ImportWarning, py.UnicodeWarning, py.BytesWarning,
	py.ResourceWarning, RecursionError, ModuleNotFoundError, StopAsyncIteration, EncodingWarning, BaseExceptionGroup,
	ExceptionGroup,
}

// newExceptionType makes a builtin exception class.
func newExceptionType(name, doc string, base *py.Type) *py.Type {
	return &py.Type{
		ObjectType: py.TypeType, Name: name, Qualname: name, Doc: doc, Base: base, Bases: py.Tuple{base},
		Mro: append(py.Tuple{nil}, base.Mro...), Dict: py.StringDict{},
		Flags: py.TPFLAGS_READY | py.TPFLAGS_BASETYPE | py.TPFLAGS_BASE_EXC_SUBCLASS,
	}
}

// NewExceptionType makes an exception class for Go code. The name may be dotted: "numpy.linalg.LinAlgError".
func NewExceptionType(name, doc string, base *py.Type) *py.Type {
	module := ""
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		module, name = name[:i], name[i+1:]
	}
	typ := newExceptionType(name, doc, base)
	settleException(typ)
	if module != "" {
		typ.Dict["__module__"] = py.String(module)
	}
	return typ
}

// settleException gives an exception class the shape that every class has here.
func settleException(typ *py.Type) {
	typ.ObjectType = py.TypeType
	typ.Base = typ.Bases[0].(*py.Type)
	mro := py.Tuple{typ}
	for c := typ.Base; c != nil; c = c.Base {
		mro = append(mro, c)
		if c == py.ObjectType {
			break
		}
		if c.Base == nil || c == py.BaseException {
			mro = append(mro, py.ObjectType)
			break
		}
		c.Base = c.Bases[0].(*py.Type)
	}
	typ.Mro = mro
	typ.Flags |= py.TPFLAGS_READY | py.TPFLAGS_BASETYPE | py.TPFLAGS_BASE_EXC_SUBCLASS
}

// errnoOf is the number and text of an operating system error, 0 when unknown.
func errnoOf(err error) (int64, string) {
	var no syscall.Errno
	if errors.As(err, &no) {
		text := no.Error()
		return int64(no), strings.ToUpper(text[:1]) + text[1:]
	}
	return 0, err.Error()
}

// classForErrno is the subclass of OSError for an error number, nil when there is none.
func classForErrno(no int64) *py.Type {
	switch syscall.Errno(no) {
	case syscall.EAGAIN, syscall.EALREADY, syscall.EINPROGRESS:
		return py.BlockingIOError
	case syscall.ECHILD:
		return py.ChildProcessError
	case syscall.EPIPE, syscall.ESHUTDOWN:
		return py.BrokenPipeError
	case syscall.ECONNABORTED:
		return py.ConnectionAbortedError
	case syscall.ECONNREFUSED:
		return py.ConnectionRefusedError
	case syscall.ECONNRESET:
		return py.ConnectionResetError
	case syscall.EEXIST:
		return py.FileExistsError
	case syscall.ENOENT:
		return py.FileNotFoundError
	case syscall.EINTR:
		return py.InterruptedError
	case syscall.EISDIR:
		return py.IsADirectoryError
	case syscall.ENOTDIR:
		return py.NotADirectoryError
	case syscall.EACCES, syscall.EPERM:
		return py.PermissionError
	case syscall.ESRCH:
		return py.ProcessLookupError
	case syscall.ETIMEDOUT:
		return py.TimeoutError
	}
	return nil
}

// fieldClass is the builtin class among the bases of cls whose instances have fields of their own, nil when there is
// none.
func fieldClass(cls *py.Type) *py.Type {
	for _, c := range cls.Mro {
		switch b := c.(*py.Type); b {
		case py.ExceptionType, py.BaseException:
			return nil
		case py.StopIteration, py.SystemExit, py.OSError, py.ImportError, py.AttributeError, py.NameError, py.SyntaxError,
			py.UnicodeDecodeError, py.UnicodeEncodeError, BaseExceptionGroup:
			return b
		}
	}
	return nil
}

// initFields sets the fields that __init__ of the builtin class takes from its arguments.
func (e *Exception) initFields(args []py.Object, kw Kwargs) error {
	switch fieldClass(e.Class) {
	case py.StopIteration:
		if len(args) > 0 {
			e.SetField("value", args[0])
		}
	case py.SystemExit:
		if len(args) == 1 {
			e.SetField("code", args[0])
		} else if len(args) > 1 {
			e.SetField("code", copyTuple(args))
		}
	case py.OSError:
		if n := len(args); n >= 2 && n <= 5 {
			e.SetField("errno", args[0]).SetField("strerror", args[1])
			if n >= 3 && args[2] != py.Object(py.None) {
				e.SetField("filename", args[2])
				e.Args = copyTuple(args[:2])
			}
			if n == 5 && args[4] != py.Object(py.None) {
				e.SetField("filename2", args[4])
			}
		}
	case py.ImportError:
		if len(args) == 1 {
			e.SetField("msg", args[0])
		}
		for _, k := range kw {
			if k.Name != "name" && k.Name != "path" && k.Name != "name_from" {
				return TypeErrorf("'%s' is an invalid keyword argument for ImportError", k.Name)
			}
			e.SetField(k.Name, k.Value)
		}
		return nil
	case py.AttributeError:
		for _, k := range kw {
			if k.Name != "name" && k.Name != "obj" {
				return TypeErrorf("'%s' is an invalid keyword argument for AttributeError", k.Name)
			}
			e.SetField(k.Name, k.Value)
		}
		return nil
	case py.NameError:
		for _, k := range kw {
			if k.Name != "name" {
				return TypeErrorf("'%s' is an invalid keyword argument for NameError", k.Name)
			}
			e.SetField(k.Name, k.Value)
		}
		return nil
	case py.SyntaxError:
		if len(args) > 0 {
			e.SetField("msg", args[0])
		}
		if len(args) == 2 {
			if info, ok := args[1].(py.Tuple); ok {
				for i, f := range []string{"filename", "lineno", "offset", "text", "end_lineno", "end_offset"} {
					if i < len(info) {
						e.SetField(f, info[i])
					}
				}
			}
		}
	case py.UnicodeDecodeError, py.UnicodeEncodeError:
		if len(args) == 5 {
			for i, f := range []string{"encoding", "object", "start", "end", "reason"} {
				e.SetField(f, args[i])
			}
		}
	case BaseExceptionGroup:
		if len(args) == 2 {
			e.SetField("message", args[0])
			if l, ok := args[1].(*py.List); ok {
				e.SetField("exceptions", copyTuple(l.Items))
			} else {
				e.SetField("exceptions", args[1])
			}
		}
	}
	if len(kw) > 0 {
		return TypeErrorf("%s() takes no keyword arguments", e.Class.Name)
	}
	return nil
}

// newException is BaseException.__new__: it makes the instance and keeps the arguments.
func newException(cls *py.Type, args []py.Object, kw Kwargs) (*Exception, error) {
	e := &Exception{Class: cls, Args: copyTuple(args)}
	if cls == py.OSError && len(args) >= 2 {
		if no, ok := args[0].(py.Int); ok {
			if sub := classForErrno(int64(no)); sub != nil {
				e.Class = sub
			}
		}
	}
	// A class with its own __init__ may take other keywords; fields are then set by super().__init__.
	if _, owner := lookupOwner(cls, "__init__"); !isHeap(owner) {
		return e, nil
	}
	_ = e.initFields(args, nil)
	return e, nil
}

// AddNote is add_note.
func (e *Exception) AddNote(note string) {
	d := e.InstanceDict(true)
	if v, ok := d.GetStr("__notes__"); ok {
		if l, ok := v.(*py.List); ok {
			l.Items = append(l.Items, py.String(note))
			return
		}
	}
	d.SetStr("__notes__", &py.List{Items: []py.Object{py.String(note)}})
}

// Notes are the strings of __notes__.
func (e *Exception) Notes() []string {
	if e.attrs == nil {
		return nil
	}
	v, _ := e.attrs.GetStr("__notes__")
	l, ok := v.(*py.List)
	if !ok {
		return nil
	}
	var out []string
	for _, n := range l.Items {
		if s, ok := n.(py.String); ok {
			out = append(out, string(s))
		}
	}
	return out
}

// Str is str(e) as the builtin classes define it.
func (e *Exception) Str(t *Thread) (string, error) {
	switch {
	case e.IsA(py.KeyError) && len(e.Args) == 1:
		return Repr(t, e.Args[0])
	case e.IsA(py.OSError) && e.Field("errno") != nil && e.Field("strerror") != nil:
		no, err := Str(t, e.Field("errno"))
		if err != nil {
			return "", err
		}
		text, err := Str(t, e.Field("strerror"))
		if err != nil {
			return "", err
		}
		s := "[Errno " + no + "] " + text
		if f := e.Field("filename"); f != nil {
			r, err := Repr(t, f)
			if err != nil {
				return "", err
			}
			s += ": " + r
			if f2 := e.Field("filename2"); f2 != nil {
				if r, err = Repr(t, f2); err != nil {
					return "", err
				}
				s += " -> " + r
			}
		}
		return s, nil
	case e.IsA(py.SyntaxError) && e.Field("msg") != nil:
		msg, err := Str(t, e.Field("msg"))
		if err != nil {
			return "", err
		}
		line, hasLine := e.Field("lineno").(py.Int)
		file, hasFile := e.Field("filename").(py.String)
		if i := strings.LastIndexByte(string(file), '/'); i >= 0 {
			file = file[i+1:]
		}
		switch {
		case hasFile && hasLine:
			return msg + " (" + string(file) + ", line " + strconv.Itoa(int(line)) + ")", nil
		case hasFile:
			return msg + " (" + string(file) + ")", nil
		case hasLine:
			return msg + " (line " + strconv.Itoa(int(line)) + ")", nil
		}
		return msg, nil
	case (e.IsA(BaseExceptionGroup) || e.IsA(ExceptionGroup)) && len(e.Args) == 2:
		msg, err := Str(t, e.Args[0])
		if err != nil {
			return "", err
		}
		n, err := Len(t, e.Args[1])
		if err != nil {
			return "", err
		}
		s := "s"
		if n == 1 {
			s = ""
		}
		return msg + " (" + strconv.Itoa(n) + " sub-exception" + s + ")", nil
	case e.IsA(py.UnicodeDecodeError) || e.IsA(py.UnicodeEncodeError):
		if len(e.Args) == 5 {
			return e.unicodeText(t)
		}
	}
	switch len(e.Args) {
	case 0:
		return "", nil
	case 1:
		return Str(t, e.Args[0])
	}
	return Repr(t, e.Args)
}

// unicodeText is str of a UnicodeDecodeError or UnicodeEncodeError.
func (e *Exception) unicodeText(t *Thread) (string, error) {
	enc, _ := e.Args[0].(py.String)
	reason, _ := e.Args[4].(py.String)
	start, ok1 := e.Args[2].(py.Int)
	end, ok2 := e.Args[3].(py.Int)
	if !ok1 || !ok2 {
		return Repr(t, e.Args)
	}
	verb := "decode"
	if e.IsA(py.UnicodeEncodeError) {
		verb = "encode"
	}
	what := ""
	if end == start+1 {
		switch s := e.Args[1].(type) {
		case py.Bytes:
			if int(start) < len(s) {
				what = "byte 0x" + strconv.FormatInt(int64(s[start])|0x100, 16)[1:] + " in position " + strconv.Itoa(int(start))
			}
		case py.String:
			r := toRunes(string(s))
			if int(start) < len(r) {
				c := r[start]
				h := strconv.FormatInt(int64(c), 16)
				form := "\\x"
				width := 2
				if c > 0xffff {
					form, width = "\\U", 8
				} else if c > 0xff {
					form, width = "\\u", 4
				}
				what = "character '" + form + strings.Repeat("0", max(0, width-len(h))) + h + "' in position " + strconv.Itoa(int(start))
			}
		}
	}
	if what == "" {
		unit := "bytes"
		if verb == "encode" {
			unit = "characters"
		}
		what = unit + " in position " + strconv.Itoa(int(start)) + "-" + strconv.Itoa(int(end)-1)
	}
	return "'" + string(enc) + "' codec can't " + verb + " " + what + ": " + string(reason), nil
}

// Repr is "Class(args)".
func (e *Exception) Repr(t *Thread) (string, error) {
	if len(e.Args) == 1 {
		s, err := Repr(t, e.Args[0])
		return e.Class.Name + "(" + s + ")", err
	}
	s, err := Repr(t, e.Args)
	return e.Class.Name + s, err
}

// TracebackType is the class of traceback objects.
var TracebackType = NewFinalType("traceback", "")

// Type makes a Traceback a value of the language.
func (tb *Traceback) Type() *py.Type { return TracebackType }

// field installs an attribute kept in the exception's fields.
func field(cls *py.Type, names ...string) {
	for _, name := range names {
		cls.Dict[name] = &GetSet{Name: name,
			Get: func(t *Thread, o py.Object) (py.Object, error) { return orNone(o.(*Exception).Field(name)), nil },
			Set: func(t *Thread, o, v py.Object) error { o.(*Exception).SetField(name, v); return nil },
		}
	}
}

func excOrNone(e *Exception) py.Object {
	if e == nil {
		return py.None
	}
	return e
}

func init() {
	for _, typ := range ExceptionTypes {
		settleException(typ)
	}
	ExceptionGroup.Bases = py.Tuple{BaseExceptionGroup, py.ExceptionType}
	ExceptionGroup.Mro = py.Tuple{ExceptionGroup, BaseExceptionGroup, py.ExceptionType, py.BaseException, py.ObjectType}
	base := py.BaseException
	base.Dict["__new__"] = NewNative("__new__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		if len(args) == 0 {
			return nil, TypeErrorf("BaseException.__new__(): not enough arguments")
		}
		cls, ok := args[0].(*py.Type)
		if !ok || !IsSubclass(cls, py.BaseException) {
			return nil, TypeErrorf("BaseException.__new__(X): X is not a type object (%s)", args[0].Type().Name)
		}
		return newExceptionObject(cls, args[1:], kw)
	})
	base.Dict["__init__"] = NewNative("__init__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		e, ok := args[0].(*Exception)
		if !ok {
			return nil, TypeErrorf("descriptor '__init__' requires a 'BaseException' object but received a '%s'", args[0].Type().Name)
		}
		e.Args = copyTuple(args[1:])
		if err := e.initFields(args[1:], kw); err != nil {
			return nil, err
		}
		return py.None, nil
	})
	base.Dict["__str__"] = NewNative("__str__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		s, err := args[0].(*Exception).Str(t)
		return py.String(s), err
	})
	base.Dict["__repr__"] = NewNative("__repr__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		s, err := args[0].(*Exception).Repr(t)
		return py.String(s), err
	})
	base.Dict["add_note"] = NewNative("add_note", "add_note(note)\n\nAttaches a line of text that the traceback shows below the message.", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		if len(args) != 2 {
			return nil, TypeErrorf("BaseException.add_note() takes exactly one argument (%d given)", len(args)-1)
		}
		s, ok := args[1].(py.String)
		if !ok {
			return nil, TypeErrorf("note must be a str, not '%s'", args[1].Type().Name)
		}
		args[0].(*Exception).AddNote(string(s))
		return py.None, nil
	})
	base.Dict["with_traceback"] = NewNative("with_traceback", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		if len(args) != 2 {
			return nil, TypeErrorf("BaseException.with_traceback() takes exactly one argument (%d given)", len(args)-1)
		}
		return args[0], setTraceback(args[0].(*Exception), args[1])
	})
	base.Dict["args"] = &GetSet{Name: "args",
		Get: func(t *Thread, o py.Object) (py.Object, error) { return o.(*Exception).Args, nil },
		Set: func(t *Thread, o, v py.Object) error {
			items, err := Collect(t, v)
			o.(*Exception).Args = items
			return err
		},
	}
	link := func(name string, at func(e *Exception) **Exception) {
		base.Dict[name] = &GetSet{Name: name,
			Get: func(t *Thread, o py.Object) (py.Object, error) { return excOrNone(*at(o.(*Exception))), nil },
			Set: func(t *Thread, o, v py.Object) error {
				e := o.(*Exception)
				switch x := v.(type) {
				case *Exception:
					*at(e) = x
				case py.NoneType:
					*at(e) = nil
				default:
					return TypeErrorf("exception %s must be None or derive from BaseException", strings.Trim(name, "_"))
				}
				if name == "__cause__" {
					e.Suppress = true
				}
				return nil
			},
		}
	}
	link("__cause__", func(e *Exception) **Exception { return &e.Cause })
	link("__context__", func(e *Exception) **Exception { return &e.Context })
	base.Dict["__suppress_context__"] = &GetSet{Name: "__suppress_context__",
		Get: func(t *Thread, o py.Object) (py.Object, error) { return py.Bool(o.(*Exception).Suppress), nil },
		Set: func(t *Thread, o, v py.Object) error {
			b, err := Truth(t, v)
			o.(*Exception).Suppress = b
			return err
		},
	}
	base.Dict["__traceback__"] = &GetSet{Name: "__traceback__",
		Get: func(t *Thread, o py.Object) (py.Object, error) {
			if tb := o.(*Exception).TB; tb != nil {
				return tb, nil
			}
			return py.None, nil
		},
		Set: func(t *Thread, o, v py.Object) error { return setTraceback(o.(*Exception), v) },
	}
	field(py.StopIteration, "value")
	field(py.SystemExit, "code")
	field(py.OSError, "errno", "strerror", "filename", "filename2")
	field(py.ImportError, "msg", "name", "path", "name_from")
	field(py.AttributeError, "name", "obj")
	field(py.NameError, "name")
	field(py.SyntaxError, "msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line")
	field(py.UnicodeDecodeError, "encoding", "object", "start", "end", "reason")
	field(py.UnicodeEncodeError, "encoding", "object", "start", "end", "reason")
	field(BaseExceptionGroup, "message", "exceptions")

	getter(TracebackType, "tb_lineno", func(o py.Object) py.Object { return py.Int(o.(*Traceback).Span.Line) })
	getter(TracebackType, "tb_lasti", func(o py.Object) py.Object { return py.Int(-1) })
	getter(TracebackType, "tb_next", func(o py.Object) py.Object {
		if n := o.(*Traceback).Next; n != nil {
			return n
		}
		return py.None
	})
	getter(TracebackType, "tb_frame", func(o py.Object) py.Object { return &tracebackFrame{o.(*Traceback)} })
}

// newExceptionObject is BaseException.__new__ followed, for builtin classes, by nothing more: __init__ sets fields.
func newExceptionObject(cls *py.Type, args []py.Object, kw Kwargs) (py.Object, error) {
	e, err := newException(cls, args, kw)
	if err != nil {
		return nil, err
	}
	return e, nil
}

func setTraceback(e *Exception, v py.Object) error {
	switch tb := v.(type) {
	case *Traceback:
		e.TB = tb
	case py.NoneType:
		e.TB = nil
	default:
		return TypeErrorf("__traceback__ must be a traceback or None")
	}
	return nil
}

// tracebackFrame is the tb_frame of a traceback entry: what is left of a frame after it ended.
type tracebackFrame struct{ tb *Traceback }

var tracebackFrameType = NewFinalType("frame", "")

// Type makes it a value of the language.
func (f *tracebackFrame) Type() *py.Type { return tracebackFrameType }

// tracebackCode is its f_code.
type tracebackCode struct{ tb *Traceback }

// Type is that of code objects.
func (c *tracebackCode) Type() *py.Type { return tracebackCodeType }

var tracebackCodeType = NewFinalType("code", "")

func init() {
	getter(tracebackFrameType, "f_lineno", func(o py.Object) py.Object { return py.Int(o.(*tracebackFrame).tb.Span.Line) })
	getter(tracebackFrameType, "f_globals", func(o py.Object) py.Object {
		if g := o.(*tracebackFrame).tb.Globals; g != nil {
			return g
		}
		return py.None
	})
	getter(tracebackFrameType, "f_code", func(o py.Object) py.Object { return &tracebackCode{o.(*tracebackFrame).tb} })
	getter(tracebackCodeType, "co_name", func(o py.Object) py.Object { return py.String(o.(*tracebackCode).tb.Name) })
	getter(tracebackCodeType, "co_qualname", func(o py.Object) py.Object { return py.String(o.(*tracebackCode).tb.Qualname) })
	getter(tracebackCodeType, "co_filename", func(o py.Object) py.Object { return py.String(o.(*tracebackCode).tb.File) })
}
