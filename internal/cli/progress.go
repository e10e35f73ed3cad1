package cli

import (
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/mattn/go-runewidth"

	"monge/notebooks"
)

// progress tells on standard error how a run goes: one line per cell, and in a terminal a live one for the cell that
// runs.
type progress struct {
	p     *Program
	file  string
	quiet bool
	width int // of the terminal, 0 when there is none

	mu    sync.Mutex
	since time.Time
	live  string // label of the running cell
	note  string // what its solver says
	stop  chan struct{}
}

func newProgress(p *Program, file string, quiet bool) *progress {
	return &progress{p: p, file: file, quiet: quiet, width: terminalWidth(p.Stderr)}
}

func (s *progress) start(c notebooks.CellReport) {
	if s.quiet || s.width == 0 {
		return
	}
	s.mu.Lock()
	s.since = time.Now()
	s.live, s.note = label(c), ""
	s.stop = make(chan struct{})
	s.draw()
	s.mu.Unlock()
	go s.animate(s.stop)
}

// animate shows the time that a long cell takes.
func (s *progress) animate(stop chan struct{}) {
	tick := time.NewTicker(200 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-stop:
			return
		case <-tick.C:
			s.mu.Lock()
			if s.live != "" {
				s.draw()
			}
			s.mu.Unlock()
		}
	}
}

// report takes what a solver of the running cell says.
func (s *progress) report(text string) {
	s.mu.Lock()
	s.note = firstLine(text)
	s.mu.Unlock()
}

func (s *progress) draw() {
	text := fmt.Sprintf("%s … %s", s.live, brief(time.Since(s.since)))
	if s.note != "" {
		text += "  " + s.note
	}
	fmt.Fprintf(s.p.Stderr, "\r\x1b[K%s", runewidth.Truncate(text, s.width-1, "…"))
}

func (s *progress) end(c notebooks.CellReport) {
	if s.stop != nil {
		close(s.stop)
		s.stop = nil
	}
	if s.quiet {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.live = ""
	state := c.Status.String()
	if c.Status == notebooks.Passed && c.Err != nil {
		state = "ok (" + c.Err.Name + " allowed)"
	}
	text := fmt.Sprintf("%s: %s, %s", label(c), state, brief(c.Elapsed))
	if s.width > 0 {
		fmt.Fprintf(s.p.Stderr, "\r\x1b[K%s\n", runewidth.Truncate(text, s.width-1, "…"))
		return
	}
	fmt.Fprintln(s.p.Stderr, text)
}

// label names a cell: its number and the beginning of its code.
func label(c notebooks.CellReport) string {
	digits := len(fmt.Sprint(c.Total))
	code := ""
	for _, line := range strings.Split(c.Cell.Source(), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			code = line
			break
		}
	}
	return fmt.Sprintf("[%*d/%d] %s", digits, c.Number, c.Total, runewidth.Truncate(code, 50, "…"))
}

func (s *progress) summary(rep *notebooks.Report, output string) {
	if s.quiet {
		return
	}
	text := fmt.Sprintf("%s: %s in %s", s.file, plural(len(rep.Cells), "cell"), brief(rep.Elapsed))
	if n := rep.AllowedErrors(); n > 0 {
		text += fmt.Sprintf(", %s allowed", plural(n, "exception"))
	}
	if output != "-" {
		text += ", written to " + output
	}
	fmt.Fprintln(s.p.Stderr, text)
}
