package progress

import (
	"context"
	"encoding/xml"
	"math"
	"strings"
	"testing"
	"time"

	"monge/dsl/display"
	"monge/dsl/runtime"
	"monge/solvers/solve"
)

// front records displays.
type front struct {
	bundles []display.Bundle
	ids     []string
	updates []bool
}

func (f *front) Display(b display.Bundle, id string, update bool) {
	f.bundles, f.ids, f.updates = append(f.bundles, b), append(f.ids, id), append(f.updates, update)
}
func (f *front) ClearOutput(bool)                                    {}
func (f *front) Input(context.Context, string, bool) (string, error) { return "", nil }

func TestShortComputationsShowNothing(t *testing.T) {
	f := &front{}
	l := Start(&runtime.Thread{Host: f}, "transport", 1e-9)
	for k := range 1000 {
		l.Observe(solve.Step{Iteration: k + 1, Residual: 1 / float64(k+1)})
	}
	l.Done("converged")
	if len(f.bundles) != 0 {
		t.Errorf("%d displays", len(f.bundles))
	}
}

func TestLongComputationsShowOneDisplayTenTimesASecond(t *testing.T) {
	f := &front{}
	l := Start(&runtime.Thread{Host: f}, "a < b", 1e-9)
	l.start = l.start.Add(-time.Second) // as if it had run for a second
	begin := time.Now()
	for k := 0; time.Since(begin) < 250*time.Millisecond; k++ {
		l.Observe(solve.Step{Iteration: k + 1, Residual: math.Exp(-float64(k) / 1e5)})
	}
	l.Done("converged")
	if n := len(f.bundles); n < 3 || n > 5 {
		t.Fatalf("%d displays in a quarter of a second", n)
	}
	for k := range f.bundles {
		if f.ids[k] != f.ids[0] || f.updates[k] != (k > 0) {
			t.Errorf("display %d: id %q, update %v", k, f.ids[k], f.updates[k])
		}
		page := f.bundles[k].Data["text/html"].(string)
		if err := xml.Unmarshal([]byte(page), new(struct{})); err != nil {
			t.Errorf("display %d is not well formed: %v", k, err)
		}
		if strings.Contains(page, "a < b") || f.bundles[k].Metadata["progress"] != true {
			t.Errorf("display %d: %v", k, f.bundles[k])
		}
	}
	if last := f.bundles[len(f.bundles)-1].Plain(); !strings.Contains(last, "converged") || !strings.HasPrefix(last, "a < b · iteration ") {
		t.Errorf("last line %q", last)
	}
}

func TestTraceStaysShortAndKeepsItsOrder(t *testing.T) {
	l := Start(nil, "x", 0)
	for k := range 100_000 {
		l.extend(float64(k))
	}
	if n := len(l.trace); n < maxTrace/2 || n > maxTrace {
		t.Fatalf("%d points", n)
	}
	for k := 1; k < len(l.trace); k++ {
		if l.trace[k] <= l.trace[k-1] {
			t.Fatalf("point %d is out of order", k)
		}
	}
	l.start = l.start.Add(-time.Hour)
	l.refresh() // without a front nothing happens
	l.Done("over")
}

func TestFractions(t *testing.T) {
	f := &front{}
	l := Start(&runtime.Thread{Host: f}, "epochs", 0)
	l.start = l.start.Add(-90 * time.Second)
	l.Fraction(.25, "3 of 12")
	if len(f.bundles) != 1 || f.bundles[0].Plain() != "epochs  25 % · 3 of 12 · 1 min 30 s" {
		t.Errorf("%v", f.bundles)
	}
	if !strings.Contains(f.bundles[0].Data["text/html"].(string), `<progress value="0.250"`) {
		t.Error("no bar")
	}
}
