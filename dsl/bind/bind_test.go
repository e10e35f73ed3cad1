package bind_test

import (
	"strings"
	"testing"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
)

// told is a function that reports what it was given.
func told(params ...bind.Param) (*bind.Func, *bind.Call) {
	got := &bind.Call{}
	f := &bind.Func{Name: "f", Params: params, Doc: "Doc.", Fn: func(c *bind.Call) (py.Object, error) {
		*got = *c
		return py.None, nil
	}}
	return f, got
}

func call(t *testing.T, f *bind.Func, args []py.Object, kw ...runtime.Kwarg) error {
	t.Helper()
	_, err := f.Native().Call(&runtime.Thread{}, args, kw)
	return err
}

func TestArgumentsAreDistributed(t *testing.T) {
	f, got := told(
		bind.Param{Name: "a", Type: bind.Int},
		bind.Param{Name: "b", Type: bind.Float, Default: "0.5"},
		bind.Param{Name: "rest", Star: true},
		bind.Param{Name: "key", Type: bind.Str, Default: "'x'", KwOnly: true},
		bind.Param{Name: "more", StarStar: true},
	)
	if err := call(t, f, []py.Object{py.Int(3)}); err != nil {
		t.Fatal(err)
	}
	if got.Int("a") != 3 || got.Float("b") != 0.5 || got.Str("key") != "x" || len(got.Rest) != 0 || got.Given("b") || !got.Has("b") {
		t.Errorf("%d %v %q %v", got.Int("a"), got.Float("b"), got.Str("key"), got.Rest)
	}
	err := call(t, f, []py.Object{py.Int(3), py.Int(2), py.Int(7), py.Int(8)}, runtime.Kwarg{Name: "key", Value: py.String("k")},
		runtime.Kwarg{Name: "z", Value: py.Int(9)})
	if err != nil {
		t.Fatal(err)
	}
	if got.Float("b") != 2 || len(got.Rest) != 2 || got.Str("key") != "k" || len(got.Kw) != 1 || got.Kw[0].Name != "z" {
		t.Errorf("%v %v %q %v", got.Float("b"), got.Rest, got.Str("key"), got.Kw)
	}
}

func TestWrongCallsAreRefusedInWords(t *testing.T) {
	f, _ := told(
		bind.Param{Name: "count", Type: bind.Natural},
		bind.Param{Name: "method", Type: bind.OneOf("auto", "newton"), Default: "'auto'"},
		bind.Param{Name: "shape", Type: bind.Shape, Default: "None"},
		bind.Param{Name: "eps", Type: bind.PositiveFloat, Default: "1e-3", KwOnly: true},
	)
	for _, c := range []struct {
		args []py.Object
		kw   []runtime.Kwarg
		want string
	}{
		{nil, nil, "TypeError: f() missing 1 required argument: 'count'"},
		{[]py.Object{py.Int(1), py.String("auto"), py.Int(2), py.Int(3)}, nil, "TypeError: f() takes from 1 to 3 positional arguments but 4 were given"},
		{[]py.Object{py.Int(1)}, []runtime.Kwarg{{Name: "methd", Value: py.String("auto")}}, "TypeError: f() got an unexpected keyword argument 'methd'. Did you mean 'method'?"},
		{[]py.Object{py.Int(1)}, []runtime.Kwarg{{Name: "count", Value: py.Int(2)}}, "TypeError: f() got multiple values for argument 'count'"},
		{[]py.Object{py.String("many")}, nil, "TypeError: f: count = 'many': must be an integer that is not negative"},
		{[]py.Object{py.Int(-1)}, nil, "ValueError: f: count = -1: must be an integer that is not negative"},
		{[]py.Object{py.Int(1), py.String("magic")}, nil, "ValueError: f: method = 'magic': must be one of 'auto', 'newton'"},
		{[]py.Object{py.Int(1)}, []runtime.Kwarg{{Name: "eps", Value: py.Float(-2)}}, "ValueError: f: eps = -2.0: must be positive and finite"},
		{[]py.Object{py.Int(1), py.String("auto"), py.Tuple{py.Int(2), py.String("a")}}, nil, "TypeError: f: shape[1] = 'a': must be an integer"},
	} {
		err := call(t, f, c.args, c.kw...)
		if err == nil {
			t.Errorf("%v %v: accepted, want %s", c.args, c.kw, c.want)
			continue
		}
		if got := err.Error(); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

func TestNoneStandsForAnAbsentArgument(t *testing.T) {
	f, got := told(bind.Param{Name: "x", Type: bind.Int, Default: "None"})
	if err := call(t, f, []py.Object{py.None}); err != nil {
		t.Fatal(err)
	}
	if got.Has("x") || !got.Given("x") {
		t.Error(got.Has("x"), got.Given("x"))
	}
	f, _ = told(bind.Param{Name: "x", Type: bind.Int, Default: "3"})
	if err := call(t, f, []py.Object{py.None}); err == nil {
		t.Error("None was taken for an int that has a default")
	}
}

// TestAPanicBecomesAnException: errors of ours must not end the program.
func TestAPanicBecomesAnException(t *testing.T) {
	f := &bind.Func{Name: "broken", Doc: "Doc.", Fn: func(*bind.Call) (py.Object, error) {
		var list []int
		return py.Int(list[len(list)]), nil
	}}
	err := call(t, f, nil)
	if e, ok := err.(*runtime.Exception); !ok || !e.IsA(py.SystemError) || !strings.Contains(e.Error(), "broken") {
		t.Fatalf("%v", err)
	}
}

func TestSignatureAndHelp(t *testing.T) {
	f, _ := told(
		bind.Param{Name: "a", PosOnly: true, Help: "the first"},
		bind.Param{Name: "b", Type: bind.Float, Default: "0.5", Help: "the second"},
		bind.Param{Name: "k", Type: bind.OneOf("p", "q"), Default: "'p'", KwOnly: true, Help: "the third"},
		bind.Param{Name: "kw", StarStar: true, Help: "the rest"},
	)
	f.Returns, f.Raises, f.Source, f.Example = "float: the answer", "ValueError: when a <b> is bad", "A paper, eq. 1", ">>> 1 + 1\n2"
	if got, want := f.Signature(), "(a, /, b=0.5, *, k='p', **kw)"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	text := f.Text()
	for _, part := range []string{"f(a, /, b=0.5", "Doc.", "b : float, default 0.5", "the second", "{'p', 'q'}", "keyword only", "the answer", "eq. 1", ">>> 1 + 1"} {
		if !strings.Contains(text, part) {
			t.Errorf("the text lacks %q:\n%s", part, text)
		}
	}
	if page := f.HTML(); strings.Contains(page, "<b> is bad") || !strings.Contains(page, "&lt;b&gt; is bad") {
		t.Errorf("text is not escaped: %s", page)
	}
}

func TestCheckFindsWhatIsMissing(t *testing.T) {
	m := &bind.Module{Name: "m", Funcs: []*bind.Func{{Name: "f", Params: []bind.Param{{Name: "x"}}}}, Classes: []*bind.Class{{Name: "C"}}}
	bad := strings.Join(bind.Check(m), "\n")
	for _, want := range []string{"m: no doc", "f: no example", "f: no doc", "parameter x has no help", "C: no doc or example"} {
		if !strings.Contains(bad, want) {
			t.Errorf("not found: %s in\n%s", want, bad)
		}
	}
}
