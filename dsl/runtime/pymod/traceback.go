package pymod

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// What traceback and warnings need to know of the session; package dsl sets these.
var (
	// FormatException gives the lines of a whole traceback, with causes when chain is set.
	FormatException = func(t *runtime.Thread, e *runtime.Exception, chain bool) []string { return []string{e.Error()} }
	// FormatEntry gives the lines of one entry of a traceback.
	FormatEntry = func(t *runtime.Thread, tb *runtime.Traceback) []string { return nil }
	// SourceLine is a line of a program's text, "" when it is not known.
	SourceLine = func(t *runtime.Thread, file string, line int) string { return "" }
)

func linesObject(lines []string) object {
	out := make([]object, len(lines))
	for i, l := range lines {
		out[i] = str(l)
	}
	return list(out...)
}

func init() {
	m := newModule("_traceback", "What modules traceback and warnings need to know of running programs.")
	m.fn("format_exception", "exc, chain, /", "", func(t *thread, a []object) (object, error) {
		e, ok := a[0].(*runtime.Exception)
		if !ok {
			return nil, runtime.TypeErrorf("Exception expected for value, %s found", runtime.TypeName(a[0]))
		}
		chain, err := runtime.Truth(t, a[1])
		if err != nil {
			return nil, err
		}
		return linesObject(FormatException(t, e, chain)), nil
	})
	m.fn("format_exception_only", "exc, /", "", func(t *thread, a []object) (object, error) {
		e, ok := a[0].(*runtime.Exception)
		if !ok {
			return nil, runtime.TypeErrorf("Exception expected for value, %s found", runtime.TypeName(a[0]))
		}
		alone := *e
		alone.TB = nil
		return linesObject(FormatException(t, &alone, false)), nil
	})
	m.fn("entries", "exc, /", "", func(t *thread, a []object) (object, error) {
		var out []object
		tb, _ := a[0].(*runtime.Traceback)
		if e, ok := a[0].(*runtime.Exception); ok {
			tb = e.TB
		}
		for ; tb != nil; tb = tb.Next {
			one := *tb
			one.Next = nil
			out = append(out, py.Tuple{str(tb.File), num(int(tb.Span.Line)), str(tb.Name), str(SourceLine(t, tb.File, int(tb.Span.Line))), linesObject(FormatEntry(t, &one))})
		}
		return list(out...), nil
	})
	m.fn("handled", "/", "", func(t *thread, a []object) (object, error) {
		if e := t.Handled(); e != nil {
			return e, nil
		}
		return none, nil
	})
	m.fn("frame", "level, /", "File, line, function and namespace of the level-th running frame, 0 for the caller of this function.", func(t *thread, a []object) (object, error) {
		n, err := runtime.AsInt(t, a[0])
		if err != nil {
			return nil, err
		}
		f := t.TopFrame()
		for ; n > 0 && f != nil; n-- {
			f = f.Back()
		}
		if f == nil {
			return none, nil
		}
		name, _, file, span := f.Where()
		return py.Tuple{str(file), num(int(span.Line)), str(name), f.Globals()}, nil
	})
	m.fn("line", "file, line, /", "", func(t *thread, a []object) (object, error) {
		file, err := runtime.AsString(t, a[0])
		if err != nil {
			return nil, err
		}
		n, err := runtime.AsInt(t, a[1])
		return str(SourceLine(t, file, n)), err
	})
}
