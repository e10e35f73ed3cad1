package stdlib_test

import (
	"context"
	"strings"
	"testing"

	"monge/dsl"
	"monge/dsl/bind"
	"monge/dsl/display"
	_ "monge/stdlib"
)

// TestDeclarationsAreComplete: a declaration without help or example is an error.
func TestDeclarationsAreComplete(t *testing.T) {
	for _, m := range bind.Modules() {
		for _, bad := range bind.Check(m) {
			t.Error(bad)
		}
	}
}

// TestExamplesTellTheTruth runs every example of every declaration and compares what it prints.
func TestExamplesTellTheTruth(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, m := range bind.Modules() {
		m.Each(func(f *bind.Func) {
			if f.Example != "" {
				t.Run(f.QualName(), func(t *testing.T) { doctest(t, f.Example) })
			}
		})
		for _, c := range classes(m) {
			t.Run(c.QualName(), func(t *testing.T) { doctest(t, c.Example) })
		}
	}
}

func classes(m *bind.Module) []*bind.Class {
	list := m.Classes
	for _, s := range m.Subs {
		list = append(list, classes(s)...)
	}
	return list
}

// doctest runs an example: ">>> " and "... " lines are code, the lines up to the next ">>> " are its output.
func doctest(t *testing.T, example string) {
	s := dsl.NewSession()
	var code, want []string
	flush := func() {
		if code == nil {
			return
		}
		var sink recorder
		res := s.Execute(context.Background(), strings.Join(code, "\n"), &sink, dsl.ExecOptions{Filename: "<example>"})
		got := sink.text.String()
		switch {
		case res.Err != nil:
			got += res.Err.Error()
		case res.Value != nil:
			got += res.Value.Plain()
		}
		if strings.TrimSpace(got) != strings.TrimSpace(strings.Join(want, "\n")) {
			t.Errorf("%s\n--- printed\n%s\n--- documented\n%s", strings.Join(code, "\n"), got, strings.Join(want, "\n"))
		}
		code, want = nil, nil
	}
	for _, line := range strings.Split(strings.TrimSpace(example), "\n") {
		line = strings.TrimRight(line, " ")
		switch {
		case strings.HasPrefix(line, ">>> "):
			flush()
			code = []string{line[4:]}
		case strings.HasPrefix(line, "... "), line == "...":
			code = append(code, strings.TrimPrefix(line[3:], " "))
		default:
			want = append(want, line)
		}
	}
	flush()
}

// recorder keeps text; of displays only their plain form.
type recorder struct{ text strings.Builder }

func (r *recorder) Stream(name, text string) { r.text.WriteString(text) }
func (r *recorder) Display(b display.Bundle, id string, update bool) {
	r.text.WriteString(b.Plain() + "\n")
}
func (r *recorder) ClearOutput(wait bool) {}
func (r *recorder) Input(context.Context, string, bool) (string, error) {
	return "", dsl.ErrNoInput
}

// TestReferencePages: every module's page can be made and names all its functions.
func TestReferencePages(t *testing.T) {
	for _, m := range bind.Modules() {
		page := m.Markdown()
		m.Each(func(f *bind.Func) {
			if !strings.Contains(page, f.Name) {
				t.Errorf("%s is not on the page of %s", f.QualName(), m.Name)
			}
		})
	}
}
