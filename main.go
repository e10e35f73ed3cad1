// Monge runs programs in a small language with Python syntax: as a Jupyter kernel, a script runner, a notebook runner
// and a terminal session. The commands are in internal/cli; this file joins them to the language, its library and the
// kernel.
package main

import (
	"context"
	"log/slog"
	"os"
	"strings"

	"monge/dsl"
	"monge/dsl/bind"
	"monge/internal/cli"
	"monge/kernel"
)

// version of the program. Releases set it with -ldflags "-X main.version=...".
var version = "0.1.0"

func main() {
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
		ModuleText: moduleText,
	}
	os.Exit(p.Main(context.Background()))
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

// modules lists what programs can import, with the first line of each module's text.
func modules() [][2]string {
	var list [][2]string
	for _, m := range bind.Modules() {
		line, _, _ := strings.Cut(strings.TrimSpace(m.Doc), "\n")
		list = append(list, [2]string{m.Name, line})
	}
	return list
}

func moduleText(name string) (string, bool) {
	m, ok := bind.Lookup(name)
	if !ok {
		return "", false
	}
	return m.Text(), true
}
