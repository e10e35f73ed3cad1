// Monge runs programs in a small language with Python syntax: as a Jupyter kernel, a script runner, a notebook runner
// and a terminal session. The commands are in internal/cli; this file joins them to the language, its library and the
// kernel.
package main

import (
	"context"
	"log/slog"
	"os"
	"runtime/debug"
	"strings"

	"monge/dsl"
	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/cli"
	"monge/kernel"
	_ "monge/stdlib" // registers the modules that programs import
)

// version of the program. Releases set it with -ldflags "-X main.version=...".
var version = "0.1.0"

func main() {
	tuneMemory()
	p := &cli.Program{
		Args:       os.Args[1:],
		Stdin:      os.Stdin,
		Stdout:     os.Stdout,
		Stderr:     os.Stderr,
		Getenv:     os.Getenv,
		Version:    version,
		NewSession: newSession,
		Kernel:     serve,
		RoundTrip:  cli.RoundTrip,
		Modules:    modules,
		Module:     findModule,
	}
	os.Exit(p.Main(context.Background()))
}

// tuneMemory lets the collector run less often while memory is plenty and more often near the machine's limit: programs
// of the language make much short-lived garbage, and collecting four times more rarely halves the time of loops that
// build lists and dicts. GOGC and GOMEMLIMIT in the environment go before.
func tuneMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(runtime.DefaultMemoryLimit())
	}
}

func newSession(dir string, argv []string) dsl.Evaluator {
	return dsl.NewSession(dsl.WithDir(dir), dsl.WithArgs(argv...))
}

func serve(ctx context.Context, connectionFile string, log *slog.Logger) error {
	return kernel.Run(ctx, connectionFile, kernel.Options{
		NewEvaluator: func() dsl.Evaluator { return dsl.NewSession() },
		Logger:       log,
		Version:      version,
	})
}

// module shows a declaration of the library to the command line.
type module struct{ *bind.Module }

// ModuleName implements cli.Module.
func (m module) ModuleName() string { return m.Name }

// Summary is the first line of the module's text.
func (m module) Summary() string {
	line, _, _ := strings.Cut(strings.TrimSpace(m.Doc), "\n")
	return line
}

func modules() []cli.Module {
	var list []cli.Module
	for _, m := range bind.Modules() {
		list = append(list, module{m})
	}
	return list
}

func findModule(name string) (cli.Module, bool) {
	m, ok := bind.Lookup(name)
	return module{m}, ok
}
