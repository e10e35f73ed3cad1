package runtime

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/go-python/gpython/py"
)

// Span is a range of source text: lines count from 1, columns from 0 in code points. A zero Line means unknown.
type Span struct{ Line, Col, EndLine, EndCol int32 }

// Traceback is one entry of a traceback, outermost first; Next leads towards the place of the error. Frames of Go
// natives do not appear.
type Traceback struct {
	Next *Traceback
	// Name is the code's name ("<module>", "f"), Qualname the qualified one ("C.f").
	Name, Qualname, File string
	Span                 Span
	// Anchor, when its Line is not 0, is the operator or bracket to be marked ^^^ inside the ~~~ of Span.
	Anchor Span
	// Globals is the namespace of the frame.
	Globals *Dict
}

// Exception is an exception instance of any class. It is also a Go error, and the only kind of error that operations
// of the language return.
type Exception struct {
	Class *py.Type
	Args  py.Tuple
	// Cause is __cause__ (raise ... from), Context is __context__, Suppress is __suppress_context__.
	Cause, Context *Exception
	Suppress       bool
	// TB is __traceback__.
	TB *Traceback
	// attrs is __dict__, nil until something is assigned.
	attrs *Dict
	// fields hold what a class keeps outside __dict__: errno, name, value, ...
	fields []Kwarg
	// scope is where a name was looked up, for suggestions.
	scope *NameScope
}

// NameScope remembers where a name was not found, so that a traceback can suggest a better one.
type NameScope struct {
	Locals            []string
	Globals, Builtins *Dict
	Self              py.Object
}

// Type is the exception's class.
func (e *Exception) Type() *py.Type { return e.Class }

// InstanceDict is __dict__.
func (e *Exception) InstanceDict(create bool) *Dict {
	if e.attrs == nil && create {
		e.attrs = NewDict()
	}
	return e.attrs
}

// Field reads a field that the class keeps outside __dict__, such as "errno"; nil when it is not set.
func (e *Exception) Field(name string) py.Object { return Kwargs(e.fields).Get(name) }

// SetField sets such a field and returns the exception.
func (e *Exception) SetField(name string, v py.Object) *Exception {
	for i := range e.fields {
		if e.fields[i].Name == name {
			e.fields[i].Value = v
			return e
		}
	}
	e.fields = append(e.fields, Kwarg{name, v})
	return e
}

// SetScope remembers where a NameError looked.
func (e *Exception) SetScope(s *NameScope) *Exception { e.scope = s; return e }

// Is reports whether the exception is an instance of cls.
func (e *Exception) Is(target error) bool {
	o, ok := target.(*Exception)
	return ok && o == e
}

// IsA reports whether the exception is an instance of cls or of a class derived from it.
func (e *Exception) IsA(cls *py.Type) bool { return IsSubclass(e.Class, cls) }

// Error is "Class: text" without running code of the language.
func (e *Exception) Error() string {
	msg := e.plainText()
	if msg == "" {
		return e.Class.Name
	}
	return e.Class.Name + ": " + msg
}

// plainText is str(e) as far as it can be told without running code of the language.
func (e *Exception) plainText() string {
	switch len(e.Args) {
	case 0:
		return ""
	case 1:
		if s, ok := e.Args[0].(py.String); ok {
			return string(s)
		}
		return fmt.Sprint(e.Args[0])
	}
	return fmt.Sprint([]py.Object(e.Args))
}

// NewException makes an instance of a builtin exception class without running user code.
func NewException(typ *py.Type, args ...py.Object) *Exception {
	e := &Exception{Class: typ, Args: py.Tuple(args)}
	if len(args) > 0 {
		e.initFields(args, nil)
	}
	return e
}

// Errorf makes an exception whose only argument is the formatted text.
func Errorf(typ *py.Type, format string, args ...any) *Exception {
	return NewException(typ, py.String(fmt.Sprintf(format, args...)))
}

// TypeErrorf, ValueErrorf, IndexErrorf, AttributeErrorf and NameErrorf are Errorf for the frequent classes.
func TypeErrorf(format string, args ...any) *Exception { return Errorf(py.TypeError, format, args...) }

// ValueErrorf makes a ValueError.
func ValueErrorf(format string, args ...any) *Exception {
	return Errorf(py.ValueError, format, args...)
}

// IndexErrorf makes an IndexError.
func IndexErrorf(format string, args ...any) *Exception {
	return Errorf(py.IndexError, format, args...)
}

// AttributeErrorf makes an AttributeError.
func AttributeErrorf(format string, args ...any) *Exception {
	return Errorf(py.AttributeError, format, args...)
}

// NameErrorf makes a NameError.
func NameErrorf(format string, args ...any) *Exception { return Errorf(py.NameError, format, args...) }

// KeyErr makes the KeyError of a missing key.
func KeyErr(key py.Object) *Exception { return NewException(py.KeyError, key) }

// NoAttribute makes the AttributeError of a missing attribute of o.
func NoAttribute(o py.Object, name string) *Exception {
	var e *Exception
	switch x := o.(type) {
	case *py.Type:
		e = AttributeErrorf("type object '%s' has no attribute '%s'", x.Name, name)
	case *Module:
		e = AttributeErrorf("module '%s' has no attribute '%s'%s", x.name(), name, x.missing(name))
	default:
		e = AttributeErrorf("'%s' object has no attribute '%s'", o.Type().Name, name)
	}
	return e.SetField("name", py.String(name)).SetField("obj", o)
}

// StopIterationValue makes StopIteration carrying a generator's return value.
func StopIterationValue(v py.Object) *Exception {
	if v == nil || v == py.None {
		return NewException(py.StopIteration)
	}
	return NewException(py.StopIteration, v)
}

// IsException reports whether err is an exception of class cls.
func IsException(err error, cls *py.Type) bool {
	if e, ok := err.(*Exception); ok {
		return IsSubclass(e.Class, cls)
	}
	return err != nil && IsSubclass(AsException(err).Class, cls)
}

// AsException turns any Go error into an exception: ours as it is, gpython's by class and arguments, a cancelled
// context into KeyboardInterrupt, a file error into OSError, all else into RuntimeError.
func AsException(err error) *Exception {
	switch e := err.(type) {
	case nil:
		return nil
	case *Exception:
		return e
	case *py.Exception:
		return fromGpython(e)
	case py.ExceptionInfo:
		return fromGpythonInfo(&e)
	case *py.ExceptionInfo:
		return fromGpythonInfo(e)
	case *py.Type:
		return NewException(e)
	}
	var ours *Exception
	if errors.As(err, &ours) {
		return ours
	}
	if errors.Is(err, context.Canceled) {
		return NewException(py.KeyboardInterrupt)
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return NewException(py.TimeoutError, py.String(err.Error()))
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return osErrorFrom(pe)
	}
	return NewException(py.RuntimeError, py.String(err.Error()))
}

// fromGpython converts an exception that a function of package py returned.
func fromGpython(e *py.Exception) *Exception {
	args, ok := e.Args.(py.Tuple)
	if !ok && e.Args != nil {
		args = py.Tuple{e.Args}
	}
	return NewException(e.Base, args...)
}

// fromGpythonInfo converts the form in which gpython carries a raised exception.
func fromGpythonInfo(e *py.ExceptionInfo) *Exception {
	if v, ok := e.Value.(*py.Exception); ok {
		return fromGpython(v)
	}
	if v, ok := e.Value.(*Exception); ok {
		return v
	}
	if e.Type != nil {
		return NewException(e.Type)
	}
	return NewException(py.SystemError)
}

// osErrorFrom makes the OSError of a failed file operation.
func osErrorFrom(pe *fs.PathError) *Exception {
	no, text := errnoOf(pe.Err)
	cls := py.OSError
	switch {
	case errors.Is(pe, os.ErrNotExist):
		cls, no, text = py.FileNotFoundError, 2, "No such file or directory"
	case errors.Is(pe, os.ErrPermission):
		cls = py.PermissionError
		if no == 0 {
			no, text = 13, "Permission denied"
		}
	case errors.Is(pe, os.ErrExist):
		cls, no, text = py.FileExistsError, 17, "File exists"
	default:
		if c := classForErrno(no); c != nil {
			cls = c
		}
	}
	return NewException(cls, py.Int(no), py.String(text), py.String(pe.Path))
}
