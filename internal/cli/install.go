package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"monge/install"
)

// place is where a kernelspec goes or is looked for.
type place struct {
	user, sysPrefix, system bool
	prefix                  string
}

func (pl *place) flags(cmd *cobra.Command) {
	fl := cmd.Flags()
	fl.BoolVar(&pl.user, "user", false, "in the user's Jupyter directory (the default)")
	fl.BoolVar(&pl.sysPrefix, "sys-prefix", false, "in the active Python environment")
	fl.StringVar(&pl.prefix, "prefix", "", "in `DIR`/share/jupyter")
	fl.BoolVar(&pl.system, "system", false, "for all users of the machine")
	cmd.MarkFlagsMutuallyExclusive("user", "sys-prefix", "prefix", "system")
}

// chosen reports whether a place was named.
func (pl *place) chosen() bool { return pl.user || pl.sysPrefix || pl.system || pl.prefix != "" }

func (p *Program) env() install.Env {
	env := install.SystemEnv()
	env.Getenv = p.Getenv
	if home := p.Getenv("HOME"); home != "" {
		env.Home = home
	}
	return env
}

func (pl *place) dataDir(env install.Env) (string, error) {
	switch {
	case pl.prefix != "":
		return install.PrefixDataDir(pl.prefix), nil
	case pl.sysPrefix:
		prefix, err := env.SysPrefix()
		return install.PrefixDataDir(prefix), err
	case pl.system:
		if dirs := env.SystemDataDirs(); len(dirs) > 0 {
			return dirs[0], nil
		}
		return "", usagef("install: no directory for all users is known; use --prefix")
	}
	return env.UserDataDir()
}

func (p *Program) installCommand() *cobra.Command {
	var pl place
	var opt install.Options
	var env []string
	var list bool
	cmd := command(&cobra.Command{
		Use:   "install",
		Short: "Let Jupyter know of the kernel",
		Long: `Write a kernelspec, so that JupyterLab, Notebook, VS Code, Quarto and the console offer Monge. It names this program by
its absolute path. A program that "go run" built goes away again; it is copied beside the kernelspec.`,
		Example: `  monge install
  monge install --sys-prefix
  monge install --prefix /opt/jupyter --name monge-dark --display-name "Monge (dark)" --env MONGE_THEME=dark
  monge install --list`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if list {
				return p.listKernels()
			}
			var err error
			if opt.Env, err = install.ParseEnv(env); err != nil {
				return usagef("%v", err)
			}
			return p.install(&pl, opt)
		},
	})
	pl.flags(cmd)
	fl := cmd.Flags()
	fl.StringVar(&opt.Name, "name", install.DefaultName, "name of the kernelspec")
	fl.StringVar(&opt.DisplayName, "display-name", install.DefaultDisplay, "what Jupyter shows")
	fl.StringArrayVar(&env, "env", nil, "set an environment variable for the kernel, `NAME=VALUE`; may be repeated")
	fl.BoolVar(&opt.Replace, "replace", false, "replace a kernelspec of the same name")
	fl.BoolVar(&opt.CopyBinary, "copy", false, "copy the program beside the kernelspec and start the copy")
	fl.BoolVar(&list, "list", false, "list the kernels of Monge that Jupyter can find")
	return cmd
}

func (p *Program) install(pl *place, opt install.Options) error {
	dataDir, err := pl.dataDir(p.env())
	if err != nil {
		return usagef("%v", err)
	}
	if opt.Binary, err = programPath(); err != nil {
		return usagef("install: the path of this program is not known: %v", err)
	}
	opt.CopyBinary = opt.CopyBinary || install.IsTemporary(opt.Binary)
	dir, err := install.Write(dataDir, opt)
	if err != nil {
		return usagef("%v", err)
	}
	fmt.Fprintf(p.Stdout, "installed %q in %s\n", opt.DisplayName, dir)
	if !onSearchPath(p.env().SearchPath(), dir) {
		fmt.Fprintf(p.Stderr, "monge: Jupyter finds it when it runs from that environment, or with JUPYTER_PATH=%s\n", filepath.Dir(filepath.Dir(dir)))
	}
	return nil
}

// programPath is the absolute path of this program, symbolic links resolved as far as the system does by itself: a link
// such as /usr/local/bin/monge should stay what is started, so that it can be moved to a newer version.
func programPath() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	return filepath.Abs(path)
}

func onSearchPath(dirs []string, kernelDir string) bool {
	for _, d := range dirs {
		if abs, err := filepath.Abs(d); err == nil && filepath.Join(abs, "kernels") == filepath.Dir(kernelDir) {
			return true
		}
	}
	return false
}

func (p *Program) uninstallCommand() *cobra.Command {
	var pl place
	name := install.DefaultName
	cmd := command(&cobra.Command{
		Use:   "uninstall",
		Short: "Remove the kernel from Jupyter",
		Long:  "Remove a kernelspec that \"monge install\" wrote, wherever Jupyter finds it first or in the place that is named.",
		Example: `  monge uninstall
  monge uninstall --sys-prefix --name monge-dark`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			dirs := p.env().SearchPath()
			if pl.chosen() {
				dir, err := pl.dataDir(p.env())
				if err != nil {
					return usagef("%v", err)
				}
				dirs = []string{dir}
			}
			for _, k := range install.Find(dirs) {
				if k.Name != strings.ToLower(name) {
					continue
				}
				if err := install.Remove(k); err != nil {
					return usagef("%v", err)
				}
				fmt.Fprintf(p.Stdout, "removed %s\n", k.Dir)
				return nil
			}
			return usagef("uninstall: no kernel named %q in %s", name, strings.Join(dirs, ", "))
		},
	})
	pl.flags(cmd)
	cmd.Flags().StringVar(&name, "name", name, "name of the kernelspec")
	return cmd
}

func (p *Program) listKernels() error {
	var rows [][]string
	for _, k := range install.Find(p.env().SearchPath()) {
		if !k.Ours() {
			continue
		}
		state := "ok"
		if _, err := os.Stat(k.Spec.Argv[0]); err != nil {
			state = "program is missing"
		}
		rows = append(rows, []string{k.Name, k.Spec.DisplayName, k.Dir, k.Spec.Argv[0], state})
	}
	if len(rows) == 0 {
		fmt.Fprintln(p.Stderr, "monge: no kernel of Monge is installed; run: monge install")
		return nil
	}
	printTable(p.Stdout, []string{"NAME", "SHOWN AS", "DIRECTORY", "PROGRAM", "STATE"}, rows)
	return nil
}
