package dsl_test

import (
	"context"
	"strings"
	"testing"

	"monge/dsl"
	"monge/dsl/display"
)

// page is a sink that keeps all text.
type page struct {
	out      strings.Builder
	displays []display.Bundle
	answer   func(ctx context.Context, prompt string) (string, error)
}

func (p *page) Stream(name, text string)                         { p.out.WriteString(text) }
func (p *page) Display(b display.Bundle, id string, update bool) { p.displays = append(p.displays, b) }
func (p *page) ClearOutput(wait bool)                            { p.displays = nil }
func (p *page) Input(ctx context.Context, prompt string, password bool) (string, error) {
	if p.answer == nil {
		return "", dsl.ErrNoInput
	}
	return p.answer(ctx, prompt)
}

func run(s *dsl.Session, n int, code string) (string, dsl.Result) {
	var p page
	res := s.Execute(context.Background(), code, &p, dsl.ExecOptions{Count: n, StoreHistory: true})
	return p.out.String(), res
}

func TestACellGivesItsLastValue(t *testing.T) {
	s := dsl.NewSession()
	out, res := run(s, 1, "x = [k*k for k in range(5)]\nprint('sum', sum(x))\nx")
	if out != "sum 30\n" || res.Value == nil || res.Value.Plain() != "[0, 1, 4, 9, 16]" {
		t.Fatalf("%q %+v %v", out, res.Value, res.Err)
	}
	_, res = run(s, 2, "def f(a):\n    return 1 / a\n\nf(0)")
	if res.Err == nil || res.Err.Name != "ZeroDivisionError" {
		t.Fatalf("%+v", res)
	}
	t.Log("\n" + strings.Join(res.Err.Traceback, "\n"))
	_, res = run(s, 3, "_1[2] + Out[1][3]")
	if res.Value == nil || res.Value.Plain() != "13" {
		t.Fatalf("%+v %v", res.Value, res.Err)
	}
}
