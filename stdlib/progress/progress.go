// Package progress shows how a long computation goes: one live display per computation, which first appears after half a
// second, changes at most ten times a second and is left with a last line that says how it ended. Notebooks see a line
// with a small picture of the residual; terminals rewrite one line on standard error; where output cannot be rewritten
// fronts leave it out (they know it by the key "progress" of the metadata).
//
// A binding uses it like this:
//
//	line := progress.Start(c.Thread, "transport", tol)
//	r, err := ot.Solve(ctx, ..., &ot.Options{Observer: line.Observe})
//	line.Done(r.Status.String())
package progress

import (
	"fmt"
	"html"
	"math"
	"strings"
	"sync/atomic"
	"time"

	"monge/dsl/display"
	"monge/dsl/runtime"
	"monge/solvers/solve"
)

const (
	patience = 500 * time.Millisecond // before the display appears
	interval = 100 * time.Millisecond // between changes
	maxTrace = 120                    // points of the picture
)

var counter atomic.Int64

// Line is the display of one computation. It is used from the goroutine that runs the cell.
type Line struct {
	host   runtime.Host
	title  string
	target float64
	id     string

	start time.Time
	last  time.Time
	shown bool

	iteration int
	fraction  float64
	residual  float64
	note      string
	trace     []float64 // log10 of residuals, thinned evenly
	stride    int       // reports per point of the trace
	skipped   int
}

// Start begins a display that is not yet visible. The title is a word or two; target is the residual at which the
// computation ends (0 if there is none), which fixes the scale of the picture.
func Start(t *runtime.Thread, title string, target float64) *Line {
	l := &Line{title: title, target: target, start: time.Now(), fraction: math.NaN(), residual: math.NaN(), stride: 1}
	if t != nil {
		l.host = t.Host
	}
	return l
}

// Observe is a solve.Observer.
func (l *Line) Observe(s solve.Step) {
	l.iteration = s.Iteration
	l.residual = s.Residual
	if s.Residual > 0 && !math.IsInf(s.Residual, 1) {
		l.extend(math.Log10(s.Residual))
	}
	l.refresh()
}

// Fraction reports that a share (0 to 1) of work of known size is done, with a note such as "epoch 3 of 10".
func (l *Line) Fraction(done float64, note string) {
	l.fraction, l.note = min(max(done, 0), 1), note
	l.refresh()
}

// Done shows how the computation ended, if anything has been shown.
func (l *Line) Done(outcome string) {
	if l.shown {
		l.note = outcome
		l.fraction = math.NaN()
		l.show()
	}
}

// extend adds a point to the trace, which keeps at most maxTrace of them at even distances.
func (l *Line) extend(v float64) {
	if l.skipped++; l.skipped < l.stride {
		return
	}
	l.skipped = 0
	if len(l.trace) == maxTrace {
		for k := range maxTrace / 2 {
			l.trace[k] = l.trace[2*k+1]
		}
		l.trace = l.trace[:maxTrace/2]
		l.stride *= 2
	}
	l.trace = append(l.trace, v)
}

func (l *Line) refresh() {
	now := time.Now()
	if now.Sub(l.start) < patience || now.Sub(l.last) < interval {
		return
	}
	l.last = now
	l.show()
}

func (l *Line) show() {
	if l.host == nil {
		return
	}
	if l.id == "" {
		l.id = fmt.Sprintf("monge-progress-%d-%d", l.start.UnixNano(), counter.Add(1))
	}
	l.host.Display(l.bundle(), l.id, l.shown)
	l.shown = true
}

func (l *Line) bundle() display.Bundle {
	text := l.text()
	var b strings.Builder
	b.WriteString(`<div style="display:flex;align-items:center;gap:.6em;font-size:85%;opacity:.8">`)
	switch {
	case len(l.trace) > 1:
		b.WriteString(l.picture())
	case l.fraction == l.fraction:
		fmt.Fprintf(&b, `<progress value="%.3f" max="1"></progress>`, l.fraction)
	}
	b.WriteString("<span>" + html.EscapeString(text) + "</span></div>")
	return display.Bundle{
		Data:     map[string]any{"text/plain": text, "text/html": b.String()},
		Metadata: map[string]any{"progress": true},
	}
}

func (l *Line) text() string {
	parts := []string{l.title}
	if l.fraction == l.fraction {
		parts[0] += fmt.Sprintf(" %3.0f %%", 100*l.fraction)
	}
	if l.iteration > 0 {
		parts = append(parts, fmt.Sprintf("iteration %d", l.iteration))
	}
	if l.residual == l.residual {
		parts = append(parts, fmt.Sprintf("residual %.1e", l.residual))
	}
	if l.note != "" {
		parts = append(parts, l.note)
	}
	return strings.Join(parts, " · ") + " · " + elapsed(time.Since(l.start))
}

func elapsed(d time.Duration) string {
	if d < time.Minute {
		return fmt.Sprintf("%.1f s", d.Seconds())
	}
	return fmt.Sprintf("%d min %02d s", int(d.Minutes()), int(d.Seconds())%60)
}

// picture draws the trace in the colour of the text, with a dashed line at the target.
func (l *Line) picture() string {
	const w, h = 120.0, 22.0
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range l.trace {
		low, high = min(low, v), max(high, v)
	}
	if l.target > 0 {
		low = min(low, math.Log10(l.target))
	}
	if high-low < 1e-9 {
		high = low + 1
	}
	y := func(v float64) float64 { return 1 + (h-2)*(high-v)/(high-low) }
	var b strings.Builder
	fmt.Fprintf(&b, `<svg width="%.0f" height="%.0f" viewBox="0 0 %.0f %.0f" role="img" aria-label="residual">`, w, h, w, h)
	if l.target > 0 {
		t := y(math.Log10(l.target))
		fmt.Fprintf(&b, `<line x1="0" x2="%.0f" y1="%.1f" y2="%.1f" stroke="currentColor" stroke-opacity=".4" stroke-dasharray="3 3"/>`, w, t, t)
	}
	b.WriteString(`<polyline fill="none" stroke="currentColor" stroke-width="1.3" points="`)
	for k, v := range l.trace {
		if k > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%.1f,%.1f", w*float64(k)/float64(len(l.trace)-1), y(v))
	}
	b.WriteString(`"/></svg>`)
	return b.String()
}
