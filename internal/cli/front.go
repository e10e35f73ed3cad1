package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/mattn/go-runewidth"
	"golang.org/x/term"

	"monge/dsl"
	"monge/dsl/display"
)

// front is the dsl.Sink of scripts and of the terminal session: text goes to the standard streams, displays show their
// plain text, figures go to files.
//
// Standard output is buffered, as a program that prints a line a million times should not make a million system calls;
// what is held back is written within a tenth of a second, and before anything else appears.
type front struct {
	p       *Program
	figures *figures // nil: figures are counted only
	ask     func(ctx context.Context, prompt string, password bool) (string, error)

	mu     sync.Mutex
	out    *bufio.Writer
	timer  *time.Timer
	width  int    // of the terminal behind standard error, 0 when there is none
	live   bool   // a line that will be rewritten stands in the terminal
	unseen int    // figures that were shown nowhere
	lines  *lines // standard input
}

var _ dsl.Sink = (*front)(nil)

func newFront(p *Program) *front {
	f := &front{p: p, out: bufio.NewWriterSize(p.Stdout, 64<<10), width: terminalWidth(p.Stderr)}
	f.ask = f.readLine
	return f
}

// Stream implements dsl.Sink.
func (f *front) Stream(name, text string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.endLive()
	if name == "stderr" {
		f.out.Flush()
		io.WriteString(f.p.Stderr, text)
		return
	}
	f.write(text)
}

func (f *front) write(text string) {
	f.out.WriteString(text)
	if f.timer == nil && f.out.Buffered() > 0 {
		f.timer = time.AfterFunc(100*time.Millisecond, func() {
			f.mu.Lock()
			f.timer = nil
			f.out.Flush()
			f.mu.Unlock()
		})
	}
}

// flush writes what is held back.
func (f *front) flush() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.out.Flush()
}

// close ends the front's output.
func (f *front) close() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.endLive()
	f.out.Flush()
}

// Display implements dsl.Sink. The display of a running solver is a line on standard error that is rewritten, and
// nothing where that cannot be; all others print their text, when they are updated too.
func (f *front) Display(b display.Bundle, id string, update bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if b.Metadata["progress"] != nil {
		if f.width > 0 {
			f.out.Flush()
			line := stripANSI(firstLine(b.Plain()))
			fmt.Fprintf(f.p.Stderr, "\r\x1b[K%s", runewidth.Truncate(line, f.width-1, "…"))
			f.live = true
		}
		return
	}
	f.endLive()
	if !hasPicture(b) {
		f.write(b.Plain() + "\n")
		return
	}
	if f.figures == nil {
		if !update {
			f.unseen++
		}
		return
	}
	path, err := f.figures.save(b, id)
	switch {
	case err != nil:
		f.out.Flush()
		fmt.Fprintf(f.p.Stderr, "monge: %v\n", fileError(err))
	case !update:
		f.write(path + "\n")
	}
}

func (f *front) endLive() {
	if f.live {
		f.live = false
		fmt.Fprintln(f.p.Stderr)
	}
}

// ClearOutput implements dsl.Sink: what a terminal has shown is not taken back, except a line that would be rewritten.
func (f *front) ClearOutput(bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.live {
		f.live = false
		fmt.Fprint(f.p.Stderr, "\r\x1b[K")
	}
}

// Input implements dsl.Sink.
func (f *front) Input(ctx context.Context, prompt string, password bool) (string, error) {
	f.mu.Lock()
	f.endLive()
	f.mu.Unlock()
	return f.ask(ctx, prompt, password)
}

// readLine asks on standard output and reads from standard input.
func (f *front) readLine(ctx context.Context, prompt string, password bool) (string, error) {
	f.mu.Lock()
	f.out.WriteString(prompt)
	f.out.Flush()
	if f.lines == nil {
		f.lines = newLines(f.p.Stdin)
	}
	lines := f.lines
	f.mu.Unlock()
	if file, ok := f.p.Stdin.(*os.File); password && ok && term.IsTerminal(int(file.Fd())) {
		text, err := term.ReadPassword(int(file.Fd()))
		fmt.Fprintln(f.p.Stdout)
		return string(text), err
	}
	return lines.next(ctx)
}

// noteFigures says that figures were shown and are gone.
func (f *front) noteFigures() {
	if f.unseen > 0 {
		fmt.Fprintf(f.p.Stderr, "monge: %s shown and not kept; add --figures DIR before the script's name to write them to files\n", plural(f.unseen, "figure"))
	}
}

// lines reads lines so that a wait for one can be given up without losing it.
type lines struct {
	ch  chan string
	err error
}

func newLines(r io.Reader) *lines {
	l := &lines{ch: make(chan string)}
	go func() {
		br := bufio.NewReader(r)
		for {
			s, err := br.ReadString('\n')
			if s != "" {
				l.ch <- strings.TrimRight(s, "\r\n")
			}
			if err != nil {
				l.err = err
				close(l.ch)
				return
			}
		}
	}()
	return l
}

func (l *lines) next(ctx context.Context) (string, error) {
	select {
	case s, ok := <-l.ch:
		if !ok {
			if errors.Is(l.err, io.EOF) {
				return "", io.EOF
			}
			return "", l.err
		}
		return s, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}
