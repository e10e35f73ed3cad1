package cli

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"monge/dsl"
)

// Program is what the commands need from the world. Tests replace any part of it.
type Program struct {
	Args           []string // without the name of the program
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Version        string
	// NewSession makes an evaluator whose programs find their modules in dir and see argv as sys.argv.
	NewSession func(dir string, argv []string) dsl.Evaluator
	// Kernel serves a connection file until it is shut down.
	Kernel func(ctx context.Context, connectionFile string, log *slog.Logger) error
	// RoundTrip starts a kernel by its argument list and asks it to evaluate something, for the doctor.
	RoundTrip func(ctx context.Context, argv, env []string) (Trip, error)
	// Modules lists the modules of the language; Module finds one by any of its names.
	Modules func() []Module
	Module  func(name string) (Module, bool)

	log *slog.Logger
}

// Module is what "monge doc" needs to know of a module.
type Module interface {
	ModuleName() string
	Summary() string  // one line
	Text() string     // for terminals
	Markdown() string // reference page
}

// Main runs the command line and returns the exit code.
func (p *Program) Main(ctx context.Context) int {
	root := p.root()
	root.SetArgs(guardScriptArgs(root, p.Args))
	root.SetIn(p.Stdin)
	root.SetOut(p.Stdout)
	root.SetErr(p.Stderr)
	cmd, err := root.ExecuteContextC(ctx)
	code, text := outcome(err)
	if text != "" {
		if isFlagError(err) {
			text += fmt.Sprintf("; see: %s --help", cmd.CommandPath())
		}
		fmt.Fprintf(p.Stderr, "monge: %s\n", oneLine(text))
	}
	return code
}

// isFlagError recognises errors that cobra makes itself.
func isFlagError(err error) bool {
	_, ours := err.(*exitError)
	return !ours && (strings.Contains(err.Error(), "flag") || strings.Contains(err.Error(), "arg(s)") ||
		strings.HasPrefix(err.Error(), "unknown command"))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// withSignals returns a context that SIGINT, SIGTERM and SIGHUP cancel, with the signal as the cause. A second signal
// calls force.
func withSignals(ctx context.Context, force func(os.Signal)) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(ctx)
	ch := make(chan os.Signal, 4)
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		if !signal.Ignored(s) { // as under nohup
			signal.Notify(ch, s)
		}
	}
	done := make(chan struct{})
	go func() {
		first := true
		for {
			select {
			case s := <-ch:
				if first {
					first = false
					cancel(errSignal{s})
				} else if force != nil {
					force(s)
				}
			case <-done:
				return
			}
		}
	}()
	return ctx, func() {
		signal.Stop(ch)
		close(done)
		cancel(nil)
	}
}

// terminalWidth is the number of columns when w is a terminal, else 0.
func terminalWidth(w any) int {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0
	}
	if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
		return width
	}
	return 80
}

// colourful reports whether ANSI colours make sense on w.
func (p *Program) colourful(w any) bool {
	return terminalWidth(w) > 0 && p.Getenv("NO_COLOR") == "" && p.Getenv("TERM") != "dumb"
}

// command fills in what all commands share.
func command(c *cobra.Command) *cobra.Command {
	c.SilenceErrors = true
	c.SilenceUsage = true
	c.DisableFlagsInUseLine = true
	return c
}
