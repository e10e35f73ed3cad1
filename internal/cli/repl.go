package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/chzyer/readline"

	"monge/dsl"
)

// repl is the session in a terminal.
func (p *Program) repl(ctx context.Context) error {
	dir, err := os.Getwd()
	if err != nil {
		return err
	}
	ev := p.NewSession(dir, []string{""})
	rl, err := readline.NewEx(&readline.Config{
		HistoryFile:            p.historyFile(),
		HistoryLimit:           10000,
		DisableAutoSaveHistory: true,
		AutoComplete:           completer{ev},
		InterruptPrompt:        "KeyboardInterrupt",
		EOFPrompt:              " ",
		Listener:               readline.FuncListener(tabIndents),
	})
	if err != nil {
		return err
	}
	defer rl.Close()
	sink := newFront(p)
	sink.ask = askWith(rl, sink)
	sink.figures = figuresIn(filepath.Join(os.TempDir(), fmt.Sprintf("monge-%d", os.Getpid())))
	colour := p.colourful(p.Stdout)
	fmt.Fprintf(p.Stdout, "Monge %s. Type code; name? shows help; exit or Ctrl-D ends.\n", p.Version)
	for n := 1; ; {
		code, err := readCell(rl, ev, n, colour)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch strings.TrimSpace(code) {
		case "":
			continue
		case "exit", "quit":
			return nil
		}
		for _, line := range strings.Split(code, "\n") {
			if strings.TrimSpace(line) != "" {
				_ = rl.SaveHistory(line)
			}
		}
		res := runCell(ctx, ev, code, sink, dsl.ExecOptions{Count: n, StoreHistory: true, Color: colour})
		p.showResult(sink, res, n, colour)
		if res.ExitCode != nil {
			return silent(*res.ExitCode & 0xff)
		}
		n++
	}
}

// readCell reads lines until they make a whole cell. Ctrl-C starts over.
func readCell(rl *readline.Instance, ev dsl.Evaluator, n int, colour bool) (string, error) {
	prompt := fmt.Sprintf("In [%d]: ", n)
	more := strings.Repeat(" ", utf8.RuneCountInString(prompt)-5) + "...: "
	paint := func(s string) string {
		if colour {
			return "\x1b[32m" + s + "\x1b[0m"
		}
		return s
	}
	var cell []string
	rl.SetPrompt(paint(prompt))
	indent := ""
	for {
		line, err := rl.ReadlineWithDefault(indent)
		if errors.Is(err, readline.ErrInterrupt) {
			return "", nil
		}
		if err != nil {
			return "", err
		}
		cell = append(cell, line)
		code := strings.Join(cell, "\n")
		state := ev.IsComplete(code)
		// A blank line ends what could go on, as in any Python prompt.
		blank := strings.TrimSpace(line) == ""
		if state.Status != "incomplete" || blank && len(cell) > 1 && ev.IsComplete(code+"\n").Status != "incomplete" {
			return code, nil
		}
		indent = state.Indent
		rl.SetPrompt(paint(more))
	}
}

// runCell runs a cell; Ctrl-C interrupts it and nothing else.
func runCell(ctx context.Context, ev dsl.Evaluator, code string, sink dsl.Sink, opt dsl.ExecOptions) dsl.Result {
	ch := make(chan os.Signal, 1)
	signal.Notify(ch, os.Interrupt)
	done := make(chan struct{})
	go func() {
		for {
			select {
			case <-ch:
				ev.Interrupt()
			case <-done:
				return
			}
		}
	}()
	defer func() {
		signal.Stop(ch)
		close(done)
	}()
	return ev.Execute(ctx, code, sink, opt)
}

func (p *Program) showResult(sink *front, res dsl.Result, n int, colour bool) {
	for _, pay := range res.Payload {
		if pay.Source == "page" && pay.Data != nil {
			sink.Stream("stdout", strings.TrimRight(pay.Data.Plain(), "\n")+"\n")
		}
	}
	if res.Value != nil {
		if hasPicture(*res.Value) {
			sink.Display(*res.Value, "", false)
		} else {
			prompt := fmt.Sprintf("Out[%d]: ", n)
			text := res.Value.Plain()
			if strings.Contains(text, "\n") {
				text = "\n" + text
			}
			if colour {
				prompt = "\x1b[31m" + prompt + "\x1b[0m"
			}
			sink.Stream("stdout", prompt+text+"\n")
		}
	}
	sink.close()
	if res.Err != nil {
		p.printLines(res.Err)
	}
}

// askWith reads a line for input() with the editor of the session.
func askWith(rl *readline.Instance, sink *front) func(context.Context, string, bool) (string, error) {
	return func(_ context.Context, prompt string, password bool) (string, error) {
		sink.flush()
		if password {
			text, err := rl.ReadPassword(prompt)
			return string(text), err
		}
		rl.SetPrompt(prompt)
		line, err := rl.Readline()
		if errors.Is(err, readline.ErrInterrupt) {
			err = context.Canceled
		}
		return line, err
	}
}

// historyFile is where the lines of terminal sessions are remembered, "" when there is no place.
func (p *Program) historyFile() string {
	dir := p.Getenv("XDG_STATE_HOME")
	if dir == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			return ""
		}
		dir = filepath.Join(home, ".local", "state")
	}
	dir = filepath.Join(dir, "monge")
	if os.MkdirAll(dir, 0o700) != nil {
		return ""
	}
	return filepath.Join(dir, "repl_history")
}

// completer asks the evaluator. readline wants what follows the cursor, and the length of what is completed.
type completer struct{ ev dsl.Evaluator }

func (c completer) Do(line []rune, pos int) (tails [][]rune, length int) {
	if strings.TrimSpace(string(line[:pos])) == "" {
		return nil, 0 // a tab in an empty line indents
	}
	got := c.ev.Complete(string(line), pos)
	start := min(max(got.Start, 0), pos)
	typed := string(line[start:pos])
	for _, m := range got.Matches {
		if tail, ok := strings.CutPrefix(m.Text, typed); ok {
			tails = append(tails, []rune(tail))
		}
	}
	return tails, pos - start
}

// tabIndents makes a tab at the beginning of a line four spaces.
func tabIndents(line []rune, pos int, key rune) ([]rune, int, bool) {
	if key != readline.CharTab || strings.Trim(string(line[:pos]), " \t") != "" {
		return nil, 0, false
	}
	before := strings.ReplaceAll(string(line[:pos]), "\t", "") + "    "
	return append([]rune(before), line[pos:]...), len([]rune(before)), true
}
