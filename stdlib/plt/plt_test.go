package plt_test

import (
	"context"
	"strings"
	"testing"

	"monge/dsl"
	"monge/dsl/bind"
	"monge/dsl/display"
	_ "monge/stdlib/np"
	_ "monge/stdlib/plt"
)

// sink records what a cell shows.
type sink struct {
	text   strings.Builder
	shown  []display.Bundle
	errors strings.Builder
}

func (s *sink) Stream(name, text string) {
	if name == "stderr" {
		s.errors.WriteString(text)
		return
	}
	s.text.WriteString(text)
}
func (s *sink) Display(b display.Bundle, id string, update bool) { s.shown = append(s.shown, b) }
func (s *sink) ClearOutput(bool)                                 {}
func (s *sink) Input(context.Context, string, bool) (string, error) {
	return "", dsl.ErrNoInput
}

// run executes cells in one session and returns what the last one gave.
func run(t *testing.T, cells ...string) (dsl.Result, *sink) {
	t.Helper()
	s := dsl.NewSession()
	var res dsl.Result
	var k *sink
	for _, c := range cells {
		k = &sink{}
		res = s.Execute(context.Background(), c, k, dsl.ExecOptions{Count: 1})
	}
	return res, k
}

// TestDeclarationsAreCompleteAndTrue runs every example.
func TestDeclarationsAreCompleteAndTrue(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"plt", "matplotlib"} {
		m, ok := bind.Lookup(name)
		if !ok {
			t.Fatal(name)
		}
		for _, bad := range bind.Check(m) {
			t.Error(bad)
		}
		m.Each(func(f *bind.Func) { example(t, f.QualName(), f.Example) })
		for _, mm := range append([]*bind.Module{m}, m.Subs...) {
			for _, c := range mm.Classes {
				example(t, c.QualName(), c.Example)
			}
		}
	}
}

// example runs a doctest: each ">>> " begins a cell.
func example(t *testing.T, name, text string) {
	t.Helper()
	if text == "" {
		return
	}
	s := dsl.NewSession()
	for _, part := range strings.Split("\n"+text, "\n>>> ")[1:] {
		var code, want []string
		for i, l := range strings.Split(part, "\n") {
			switch {
			case i == 0:
				code = append(code, l)
			case strings.HasPrefix(l, "... "):
				code = append(code, l[4:])
			default:
				want = append(want, l)
			}
		}
		k := &sink{}
		res := s.Execute(context.Background(), strings.Join(code, "\n"), k, dsl.ExecOptions{Filename: "<example>"})
		got := k.text.String()
		for _, b := range k.shown {
			got += b.Plain() + "\n"
		}
		switch {
		case res.Err != nil:
			got += res.Err.Error()
		case res.Value != nil:
			got += res.Value.Plain()
		}
		if g, w := strings.TrimSpace(got), strings.TrimSpace(strings.Join(want, "\n")); g != w {
			t.Errorf("%s: %s\n--- got\n%s\n--- documented\n%s", name, strings.Join(code, "\n"), g, w)
		}
	}
}
