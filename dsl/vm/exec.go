package vm

import (
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/compile"
	"monge/dsl/runtime"
	"monge/dsl/syntax"
)

// SyntaxException makes the exception of a syntax error: SyntaxError, IndentationError or TabError.
func SyntaxException(e *syntax.Error) *runtime.Exception {
	cls := py.SyntaxError
	switch e.Kind {
	case "IndentationError":
		cls = py.IndentationError
	case "TabError":
		cls = py.TabError
	}
	text := py.Object(py.None)
	if e.Text != "" {
		text = py.String(e.Text + "\n")
	}
	return runtime.NewException(cls, py.String(e.Msg), py.Tuple{
		py.String(e.File), py.Int(e.Pos.Line), py.Int(e.Pos.Col + 1), text, py.Int(e.End.Line), py.Int(e.End.Col + 1),
	})
}

// syntaxError turns errors of parser and compiler into exceptions.
func syntaxError(err error) error {
	if e, ok := err.(*syntax.Error); ok {
		return SyntaxException(e)
	}
	return runtime.AsException(err)
}

// compileSource is the builtin compile.
func compileSource(t *runtime.Thread, src, filename, mode string) (py.Object, error) {
	opts := compile.Options{Names: true}
	if mode == "eval" {
		x, err := syntax.ParseExpr(filename, src)
		if err != nil {
			return nil, syntaxError(err)
		}
		c, err := compile.EvalOpt(x, filename, opts)
		if err != nil {
			return nil, syntaxError(err)
		}
		return c, nil
	}
	if mode != "exec" && mode != "single" {
		return nil, runtime.ValueErrorf("compile() mode must be 'exec', 'eval' or 'single'")
	}
	file, err := syntax.Parse(filename, src)
	if err != nil {
		return nil, syntaxError(err)
	}
	if mode == "single" {
		if err := single(file); err != nil {
			return nil, err
		}
		opts.Single = true
		t.Builtins.SetStr("__displayhook__", displayHook)
	}
	c, err := compile.ModuleOpt(file, opts)
	if err != nil {
		return nil, syntaxError(err)
	}
	return c, nil
}

// single refuses what is more than one interactive statement.
func single(f *syntax.File) error {
	if len(f.Body) > 1 && f.Body[0].Range().End.Line < f.Body[len(f.Body)-1].Range().Start.Line {
		at := f.Body[0].Range()
		return SyntaxException(&syntax.Error{Kind: "SyntaxError", Msg: "multiple statements found while compiling a single statement",
			File: f.Name, Pos: at.Start, End: at.End, Text: strings.SplitN(f.Source, "\n", 2)[0]})
	}
	return nil
}

// displayHook calls sys.displayhook with the value of an interactive statement.
var displayHook = runtime.NewNative("__displayhook__", "", func(t *runtime.Thread, args []py.Object, kw runtime.Kwargs) (py.Object, error) {
	if len(args) != 1 || t.Import == nil {
		return py.None, nil
	}
	sys, err := t.Import(t, "sys")
	if err != nil {
		return nil, err
	}
	return runtime.CallMethod(t, sys, "displayhook", args[0])
})

// execCode is the builtins exec and eval on a code object.
func execCode(t *runtime.Thread, code py.Object, globals, locals *runtime.Dict) (py.Object, error) {
	c, ok := code.(*compile.Code)
	if !ok {
		return nil, runtime.TypeErrorf("exec() arg 1 must be a code object, not %s", code.Type().Name)
	}
	if len(c.Freevars) > 0 {
		return nil, runtime.TypeErrorf("code object passed to exec() may not contain free variables")
	}
	return RunIn(t, c, globals, locals)
}
