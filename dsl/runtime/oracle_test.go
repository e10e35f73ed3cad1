package runtime_test

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
	"monge/dsl/syntax"
)

// evaluator walks an expression's syntax tree with nothing but the operations of this package, so that the tests here
// do not depend on the compiler and the evaluation loop.
type evaluator struct {
	t     *runtime.Thread
	names *runtime.Dict
}

func newEvaluator() *evaluator {
	t := &runtime.Thread{Stdout: io.Discard, Stderr: io.Discard, Modules: runtime.NewDict()}
	t.MaxDepth = 1000
	t.Builtins = runtime.NewBuiltins(t)
	return &evaluator{t, t.Builtins}
}

var errSkip = fmt.Errorf("not for this evaluator")

func (e *evaluator) exprs(xs []syntax.Expr) ([]py.Object, error) {
	out := make([]py.Object, 0, len(xs))
	for _, x := range xs {
		if s, ok := x.(*syntax.Starred); ok {
			v, err := e.eval(s.X)
			if err != nil {
				return nil, err
			}
			items, err := runtime.Collect(e.t, v)
			if err != nil {
				return nil, err
			}
			out = append(out, items...)
			continue
		}
		v, err := e.eval(x)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

func (e *evaluator) eval(x syntax.Expr) (py.Object, error) {
	t := e.t
	switch x := x.(type) {
	case *syntax.Name:
		if v, ok := e.names.GetStr(x.ID); ok {
			return v, nil
		}
		return nil, runtime.NameErrorf("name '%s' is not defined", x.ID)
	case *syntax.Int:
		return runtime.BigObj(x.Value), nil
	case *syntax.Float:
		return py.Float(x.Value), nil
	case *syntax.Imag:
		return py.Complex(complex(0, x.Value)), nil
	case *syntax.Str:
		return py.String(x.Value), nil
	case *syntax.Bytes:
		return py.Bytes(x.Value), nil
	case *syntax.Const:
		switch x.Value {
		case "None":
			return py.None, nil
		case "True":
			return py.True, nil
		case "False":
			return py.False, nil
		}
		return py.Ellipsis, nil
	case *syntax.Tuple:
		items, err := e.exprs(x.Elts)
		return py.Tuple(items), err
	case *syntax.List:
		items, err := e.exprs(x.Elts)
		return runtime.NewList(items), err
	case *syntax.Set:
		items, err := e.exprs(x.Elts)
		if err != nil {
			return nil, err
		}
		return runtime.SetOfItems(t, items)
	case *syntax.Dict:
		d := runtime.NewDict()
		for i := range x.Keys {
			k, err := e.eval(x.Keys[i])
			if err != nil {
				return nil, err
			}
			v, err := e.eval(x.Values[i])
			if err != nil {
				return nil, err
			}
			if err := d.Set(t, k, v); err != nil {
				return nil, err
			}
		}
		return d, nil
	case *syntax.Unary:
		v, err := e.eval(x.X)
		if err != nil {
			return nil, err
		}
		if x.Op == syntax.Not {
			b, err := runtime.Truth(t, v)
			return py.Bool(!b), err
		}
		return runtime.Unary(t, runtime.UnaryOp(x.Op), v)
	case *syntax.Binary:
		l, err := e.eval(x.L)
		if err != nil {
			return nil, err
		}
		r, err := e.eval(x.R)
		if err != nil {
			return nil, err
		}
		return runtime.Binary(t, runtime.BinOp(x.Op), l, r)
	case *syntax.Compare:
		return e.compare(x)
	case *syntax.IfExp:
		c, err := e.eval(x.Cond)
		if err != nil {
			return nil, err
		}
		b, err := runtime.Truth(t, c)
		if err != nil {
			return nil, err
		}
		if b {
			return e.eval(x.Then)
		}
		return e.eval(x.Else)
	case *syntax.Attribute:
		v, err := e.eval(x.X)
		if err != nil {
			return nil, err
		}
		return runtime.GetAttr(t, v, x.Attr)
	case *syntax.Subscript:
		v, err := e.eval(x.X)
		if err != nil {
			return nil, err
		}
		k, err := e.eval(x.Index)
		if err != nil {
			return nil, err
		}
		return runtime.GetItem(t, v, k)
	case *syntax.Slice:
		part := func(p syntax.Expr) (py.Object, error) {
			if p == nil {
				return py.None, nil
			}
			return e.eval(p)
		}
		a, err := part(x.Low)
		if err != nil {
			return nil, err
		}
		b, err := part(x.High)
		if err != nil {
			return nil, err
		}
		c, err := part(x.Step)
		return py.NewSlice(a, b, c), err
	case *syntax.Call:
		f, err := e.eval(x.Fun)
		if err != nil {
			return nil, err
		}
		args, err := e.exprs(x.Args)
		if err != nil {
			return nil, err
		}
		var kw runtime.Kwargs
		for _, k := range x.Keywords {
			v, err := e.eval(k.Value)
			if err != nil {
				return nil, err
			}
			kw = append(kw, runtime.Kwarg{Name: k.Name, Value: v})
		}
		return runtime.Call(t, f, args, kw)
	}
	return nil, errSkip
}

// evalText evaluates source text.
func (e *evaluator) evalText(src string) (py.Object, error) {
	x, err := syntax.ParseExpr("test", src)
	if err != nil {
		return nil, err
	}
	return e.eval(x)
}

func (e *evaluator) compare(x *syntax.Compare) (py.Object, error) {
	t := e.t
	l, err := e.eval(x.L)
	if err != nil {
		return nil, err
	}
	var res py.Object
	for i, op := range x.Ops {
		r, err := e.eval(x.Rights[i])
		if err != nil {
			return nil, err
		}
		var b bool
		switch op {
		case syntax.In, syntax.NotIn:
			b, err = runtime.Contains(t, r, l)
			res = py.Bool(b == (op == syntax.In))
		case syntax.Is, syntax.IsNot:
			res = py.Bool(runtime.Is(l, r) == (op == syntax.Is))
		default:
			res, err = runtime.Compare(t, runtime.CmpOp(op), l, r)
		}
		if err != nil {
			return nil, err
		}
		ok, err := runtime.Truth(t, res)
		if err != nil || !ok {
			return res, err
		}
		l = r
	}
	return res, nil
}

// outcome is the repr of an expression's value, or "!Type: message".
func (e *evaluator) outcome(src string) (text string, err error) {
	defer func() {
		if r := recover(); r != nil {
			text = fmt.Sprintf("panic: %v", r)
		}
	}()
	x, err := syntax.ParseExpr("oracle", src)
	if err != nil {
		return "", fmt.Errorf("parse: %w", err)
	}
	v, err := e.eval(x)
	if err == nil {
		var s string
		if s, err = runtime.Repr(e.t, v); err == nil {
			return s, nil
		}
	}
	if err == errSkip {
		return "", err
	}
	exc := runtime.AsException(err)
	msg, serr := runtime.Str(e.t, exc)
	if serr != nil {
		msg = "<" + serr.Error() + ">"
	}
	return "!" + exc.Class.Name + ": " + msg, nil
}

var unescape = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\t`, "\t", `\r`, "\r")

// readLines reads a reference file, which may be compressed.
func readLines(t testing.TB, path string) []string {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	var lines []string
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<22)
	for sc.Scan() {
		lines = append(lines, sc.Text())
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	return lines
}

// TestExpressionsAgreeWithCPython compares every expression of the reference files with what CPython 3.12 gave.
func TestExpressionsAgreeWithCPython(t *testing.T) {
	files, err := filepath.Glob("../../testdata/lang/oracle/*.tsv*")
	if err != nil || len(files) == 0 {
		t.Fatal("no reference files", err)
	}
	for _, path := range files {
		t.Run(strings.SplitN(filepath.Base(path), ".", 2)[0], func(t *testing.T) {
			e := newEvaluator()
			bad, skipped := 0, 0
			lines := readLines(t, path)
			for _, line := range lines {
				src, want, ok := strings.Cut(line, "\t")
				if !ok {
					t.Fatalf("bad line %q", line)
				}
				src, want = unescape.Replace(src), unescape.Replace(want)
				got, err := e.outcome(src)
				if err != nil {
					skipped++
					continue
				}
				if got != want {
					if bad++; bad <= 40 {
						t.Errorf("%s\n got %s\nwant %s", src, got, want)
					}
				}
			}
			if bad > 0 {
				t.Errorf("%d of %d differ", bad, len(lines))
			}
			if skipped*20 > len(lines) {
				t.Errorf("%d of %d skipped", skipped, len(lines))
			}
		})
	}
}
