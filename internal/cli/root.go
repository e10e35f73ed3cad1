package cli

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"runtime"
	"runtime/pprof"
	"strings"

	"github.com/spf13/cobra"
)

// root builds the command tree.
func (p *Program) root() *cobra.Command {
	var level, cpu, mem string
	var stop func() error
	root := command(&cobra.Command{
		Use:   "monge",
		Short: "Numerical notebooks and scripts in one program",
		Long: `Monge runs programs in a small language with Python syntax whose solvers are written in Go: as a Jupyter kernel,
as a script runner, as a notebook runner, and as a terminal session.

Without a command it starts a session when standard input is a terminal, and otherwise runs the program that it reads
from standard input.`,
		Example: `  monge                                  a session in the terminal
  monge run analysis.ipynb               run a notebook, write analysis.out.ipynb
  monge run script.mg input.csv          run a script
  echo 'print(np.eye(2))' | monge        run a program from a pipe
  monge install                          let Jupyter know of the kernel`,
		Args: cobra.NoArgs,
		PersistentPreRunE: func(*cobra.Command, []string) (err error) {
			if p.log, err = newLogger(p.Stderr, level, p.Getenv("MONGE_LOG")); err != nil {
				return err
			}
			slog.SetDefault(p.log)
			stop, err = startProfiles(cpu, mem)
			return err
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			if terminalWidth(p.Stdin) > 0 {
				return p.repl(cmd.Context())
			}
			return p.runScript(cmd.Context(), scriptOptions{path: "-"})
		},
	})
	root.PersistentFlags().StringVar(&level, "log-level", "", "log to standard error: debug, info, warn or error (default: $MONGE_LOG or warn)")
	root.PersistentFlags().StringVar(&cpu, "cpuprofile", "", "write a CPU profile to this file")
	root.PersistentFlags().StringVar(&mem, "memprofile", "", "write a memory profile to this file")
	root.AddCommand(p.runCommand(), p.installCommand(), p.uninstallCommand(), p.doctorCommand(), p.kernelCommand(),
		p.docCommand(), p.versionCommand())
	for _, c := range append(root.Commands(), root) {
		run := c.RunE
		// A profile is wanted most of all when the command fails, so it does not wait for cobra's hook after success.
		c.RunE = func(cmd *cobra.Command, args []string) error {
			defer func() {
				if err := stop(); err != nil {
					fmt.Fprintf(p.Stderr, "monge: %v\n", fileError(err))
				}
			}()
			return run(cmd, args)
		}
	}
	return root
}

func newLogger(w io.Writer, flag, env string) (*slog.Logger, error) {
	name, source := flag, "--log-level"
	if name == "" {
		name, source = env, "MONGE_LOG"
	}
	level := slog.LevelWarn
	if name != "" {
		if err := level.UnmarshalText([]byte(strings.ToUpper(name))); err != nil {
			return nil, usagef("%s %q: choose debug, info, warn or error", source, name)
		}
	}
	return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: level})), nil
}

// startProfiles begins the profiles that are asked for; the function that it returns writes them.
func startProfiles(cpu, mem string) (stop func() error, err error) {
	var cpuFile *os.File
	if cpu != "" {
		if cpuFile, err = os.Create(cpu); err != nil {
			return nil, err
		}
		if err := pprof.StartCPUProfile(cpuFile); err != nil {
			return nil, err
		}
	}
	return func() error {
		if cpuFile != nil {
			pprof.StopCPUProfile()
			if err := cpuFile.Close(); err != nil {
				return err
			}
		}
		if mem == "" {
			return nil
		}
		f, err := os.Create(mem)
		if err != nil {
			return err
		}
		runtime.GC()
		if err := pprof.WriteHeapProfile(f); err != nil {
			return err
		}
		return f.Close()
	}, nil
}
