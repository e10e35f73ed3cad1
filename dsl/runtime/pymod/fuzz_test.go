package pymod_test

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
	"monge/dsl/runtime/pymod"
)

// FuzzJSONLoads checks that what is read can be written and read again to the same value.
func FuzzJSONLoads(f *testing.F) {
	for _, s := range []string{`{"a": [1, 2.5, null]}`, `"\u00e9\ud83d\ude00"`, "[", "1e5", `{"a":1,}`, "NaN", `"\`, "[[[[]]]]", "-0"} {
		f.Add(s)
	}
	var out bytes.Buffer
	th := newThread(&out)
	m, err := th.Import(th, "json")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return // a str of the language is always valid UTF-8
		}
		v, err := pymod.JSONLoads(th, s)
		if err != nil {
			e, ok := err.(*runtime.Exception)
			if !ok || !e.IsA(py.ValueError) && !e.IsA(runtime.RecursionError) {
				t.Fatalf("%q: %v", s, err)
			}
			return
		}
		text, err := runtime.CallMethod(th, m, "dumps", v)
		if err != nil {
			if runtime.IsException(err, py.ValueError) || runtime.IsException(err, runtime.RecursionError) {
				return // an integer beyond the limit of digits
			}
			t.Fatalf("%q: %v", s, err)
		}
		again, err := pymod.JSONLoads(th, string(text.(py.String)))
		if err != nil {
			t.Fatalf("%q -> %q: %v", s, text, err)
		}
		a, _ := runtime.Repr(th, v)
		b, _ := runtime.Repr(th, again)
		if a != b {
			t.Fatalf("%q: %s, then %s", s, a, b)
		}
	})
}
