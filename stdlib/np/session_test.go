package np_test

import (
	"context"
	"strings"
	"testing"

	"monge/dsl"
	"monge/dsl/bind"
	"monge/dsl/display"
	_ "monge/stdlib/np"
)

// recorder keeps text; of displays only their plain form.
type recorder struct{ text strings.Builder }

func (r *recorder) Stream(name, text string) {
	if name == "stdout" {
		r.text.WriteString(text)
	}
}
func (r *recorder) Display(b display.Bundle, id string, update bool) {
	r.text.WriteString(b.Plain() + "\n")
}
func (r *recorder) ClearOutput(wait bool) {}
func (r *recorder) Input(context.Context, string, bool) (string, error) {
	return "", dsl.ErrNoInput
}

// run executes code and returns what it prints, the last value included; an error is "Class: message".
func run(s *dsl.Session, code string) string {
	var sink recorder
	res := s.Execute(context.Background(), code, &sink, dsl.ExecOptions{Filename: "<test>"})
	out := sink.text.String()
	switch {
	case res.Err != nil:
		out += res.Err.Error()
	case res.Value != nil:
		out += res.Value.Plain()
	}
	return strings.TrimRight(out, "\n")
}

func TestDeclarationsAreComplete(t *testing.T) {
	m, ok := bind.Lookup("np")
	if !ok {
		t.Fatal("np is not registered")
	}
	for _, bad := range bind.Check(m) {
		t.Error(bad)
	}
}

// TestExamplesTellTheTruth runs the example of every declaration.
func TestExamplesTellTheTruth(t *testing.T) {
	m, _ := bind.Lookup("np")
	m.Each(func(f *bind.Func) {
		if f.Example != "" {
			t.Run(f.QualName(), func(t *testing.T) { doctest(t, f.Example) })
		}
	})
	var classes func(m *bind.Module)
	classes = func(m *bind.Module) {
		for _, c := range m.Classes {
			t.Run(c.QualName(), func(t *testing.T) { doctest(t, c.Example) })
		}
		for _, s := range m.Subs {
			classes(s)
		}
	}
	classes(m)
}

// doctest runs an example: lines after ">>> " and "... " are code, the lines up to the next ">>> " their output.
func doctest(t *testing.T, example string) {
	s := dsl.NewSession()
	var code, want []string
	flush := func() {
		if code == nil {
			return
		}
		if got := run(s, strings.Join(code, "\n")); got != strings.Join(want, "\n") {
			t.Errorf("%s\n--- printed\n%s\n--- documented\n%s", strings.Join(code, "\n"), got, strings.Join(want, "\n"))
		}
		code, want = nil, nil
	}
	for _, line := range strings.Split(strings.TrimSpace(example), "\n") {
		switch {
		case strings.HasPrefix(line, ">>> "):
			flush()
			code = []string{line[4:]}
		case strings.HasPrefix(line, "... "):
			code = append(code, line[4:])
		default:
			want = append(want, line)
		}
	}
	flush()
}
