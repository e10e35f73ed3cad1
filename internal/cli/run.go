package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"monge/notebooks"
)

// runFlags are the flags of "monge run".
type runFlags struct {
	output, outputDir string
	inplace           bool

	params, rawParams, paramFiles []string
	paramEnv                      string
	strict, listParams            bool

	timeout, totalTimeout      seconds
	allowErrors, requireRaises bool
	allowError                 []string

	noTiming, quiet, anyKernel bool
	maxOutput                  size
	cwd, figures               string
}

const runLong = `Run notebooks, or one script.

A notebook (.ipynb) is run from its first cell to its last in a fresh session, in the directory it lies in. The result
is written beside it as NAME.out.ipynb, or where -o, --output-dir or --inplace say, anew after each cell, and always in
one step: no file is ever left half written. The run stops at the first exception that is not allowed, by a flag, by
the cell's tag "raises-exception", or by the notebook's metadata execution.allow_errors. Cells tagged "skip-execution"
are left as they are; a tag "timeout=30" sets the limit of one cell.

A script (any other file, or - for standard input) is run as one program: what follows its name is sys.argv. With -o
or --output-dir its cells, divided by lines "# %%", are run as a notebook.

Parameters (-p, -P) go into a cell after the one tagged "parameters", as papermill does it. A value is an int, float,
True, False, None, list, tuple, dict or quoted string where it reads as one, and text otherwise.

Exit codes: 0 all went well, 1 a cell or the script failed, 2 wrong usage or unreadable or unwritable file, 3 a time
limit was reached, 5 not a usable notebook, 130 interrupted, 143 terminated.`

const runExample = `  monge run report.ipynb
  monge run report.ipynb -o out/report.ipynb -p alpha=0.5 -p 'sizes=[10, 20]'
  monge run report.ipynb --inplace --timeout 60 --no-timing
  monge run *.ipynb --output-dir build --quiet
  monge run report.ipynb --list-params
  monge run script.mg data.csv --verbose
  monge run -o script.ipynb script.mg`

func (p *Program) runCommand() *cobra.Command {
	var f runFlags
	f.maxOutput = 10 << 20
	cmd := command(&cobra.Command{
		Use:     "run [flags] FILE... | run [flags] SCRIPT [arguments]",
		Short:   "Run a notebook or a script",
		Long:    runLong,
		Example: runExample,
		Args:    cobra.MinimumNArgs(1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{"ipynb", "mg", "py"}, cobra.ShellCompDirectiveFilterFileExt
		},
		RunE: func(cmd *cobra.Command, args []string) error { return p.run(cmd.Context(), &f, args) },
	})
	fl := cmd.Flags()
	fl.SortFlags = false
	fl.StringVarP(&f.output, "output", "o", "", "write the notebook to `FILE` (- for standard output)")
	fl.StringVar(&f.outputDir, "output-dir", "", "write the notebooks under their own names into `DIR`")
	fl.BoolVar(&f.inplace, "inplace", false, "replace the notebook itself")
	fl.StringArrayVarP(&f.params, "param", "p", nil, "set a parameter, `NAME=VALUE`; may be repeated")
	fl.StringArrayVar(&f.rawParams, "raw-param", nil, "set a parameter to text as it stands, `NAME=TEXT`")
	fl.StringArrayVarP(&f.paramFiles, "params-file", "P", nil, "read parameters from a YAML or JSON `FILE`")
	fl.StringVar(&f.paramEnv, "param-env", "", "read parameters from environment variables that begin with `PREFIX`")
	fl.BoolVar(&f.strict, "strict", false, "refuse parameters that the notebook does not declare")
	fl.BoolVar(&f.listParams, "list-params", false, "list the parameters of the notebook and run nothing")
	fl.Var(&f.timeout, "timeout", "limit for each cell, in seconds or as 1m30s")
	fl.Var(&f.totalTimeout, "total-timeout", "limit for the whole run")
	fl.BoolVar(&f.allowErrors, "allow-errors", false, "go on after exceptions")
	fl.StringArrayVar(&f.allowError, "allow-error", nil, "go on after exceptions of class `NAME`; may be repeated")
	fl.BoolVar(&f.requireRaises, "require-raises", false, `fail when a cell tagged "raises-exception" raises none`)
	fl.BoolVar(&f.noTiming, "no-timing", false, "leave times out of the notebook, so that runs can be compared")
	fl.Var(&f.maxOutput, "max-output", "limit for the text of one cell, as 512K or 10M; 0 keeps all")
	fl.StringVar(&f.cwd, "cwd", "", "run in `DIR` (default: the notebook's directory; for scripts the current one)")
	fl.StringVar(&f.figures, "figures", "", "write the figures that a script shows into `DIR`")
	fl.BoolVar(&f.anyKernel, "any-kernel", false, "run a notebook that names another language")
	fl.BoolVarP(&f.quiet, "quiet", "q", false, "print nothing but errors")
	return cmd
}

// isNotebook tells notebooks from scripts by their name.
func isNotebook(name string) bool { return strings.EqualFold(filepath.Ext(name), ".ipynb") }

func (p *Program) run(ctx context.Context, f *runFlags, files []string) error {
	asNotebook := isNotebook(files[0]) || f.output != "" || f.outputDir != "" || f.inplace || f.listParams
	if !asNotebook {
		if f.hasParams() {
			return usagef("%s is a script: pass values after its name (sys.argv), or run its cells as a notebook with -o FILE.ipynb", files[0])
		}
		return p.runScript(ctx, scriptOptions{path: files[0], args: files[1:], cwd: f.cwd, figures: f.figures,
			timeout: shortest(f.timeout, f.totalTimeout), quiet: f.quiet})
	}
	if err := f.check(files); err != nil {
		return err
	}
	params, err := p.params(f)
	if err != nil {
		return err
	}
	if f.listParams {
		return p.listParams(files)
	}
	ctx, cancel := withSignals(ctx, func(os.Signal) {
		fmt.Fprintln(p.Stderr, "monge: still saving what the run has so far")
	})
	defer cancel()
	if f.totalTimeout > 0 && len(files) > 1 {
		// The limit is for all notebooks together.
		deadline := time.Now().Add(time.Duration(f.totalTimeout))
		defer func(total seconds) { f.totalTimeout = total }(f.totalTimeout)
		return p.runNotebooks(ctx, f, files, params, deadline)
	}
	return p.runNotebooks(ctx, f, files, params, time.Time{})
}

// runNotebooks runs one notebook after the other. All are run, whatever becomes of one, unless a signal ends it; the
// exit code is that of the first failure.
func (p *Program) runNotebooks(ctx context.Context, f *runFlags, files []string, params notebooks.Params, deadline time.Time) error {
	worst := exitOK
	for _, file := range files {
		if !deadline.IsZero() {
			f.totalTimeout = seconds(max(time.Until(deadline), 1))
		}
		err := p.runNotebook(ctx, f, file, params)
		if err == nil {
			continue
		}
		code, text := outcome(err)
		if len(files) == 1 {
			return err
		}
		if text != "" {
			fmt.Fprintf(p.Stderr, "monge: %s\n", oneLine(text))
		}
		if worst == exitOK {
			worst = code
		}
		if ctx.Err() != nil {
			return silent(code)
		}
	}
	return silent(worst)
}

func (f *runFlags) hasParams() bool {
	return len(f.params)+len(f.rawParams)+len(f.paramFiles) > 0 || f.paramEnv != ""
}

// check finds flags that contradict each other.
func (f *runFlags) check(files []string) error {
	places := 0
	for _, set := range []bool{f.output != "", f.outputDir != "", f.inplace} {
		if set {
			places++
		}
	}
	if places > 1 {
		return usagef("choose one of -o, --output-dir and --inplace")
	}
	if f.output != "" && len(files) > 1 {
		return usagef("-o names one file, but there are %d notebooks; use --output-dir DIR", len(files))
	}
	for _, file := range files {
		if f.inplace && !isNotebook(file) {
			return usagef("--inplace needs a notebook; write the cells of %s to another file with -o FILE.ipynb", file)
		}
	}
	if f.figures != "" {
		return usagef("--figures is for scripts; a notebook keeps its figures as outputs")
	}
	return nil
}

// params collects parameters: the environment first, then files, then the command line, the later winning.
func (p *Program) params(f *runFlags) (notebooks.Params, error) {
	var ps notebooks.Params
	if f.paramEnv != "" {
		ps = notebooks.EnvParams(f.paramEnv, os.Environ())
	}
	for _, file := range f.paramFiles {
		more, err := notebooks.ReadParamsFile(file)
		if err != nil {
			return nil, fileError(err)
		}
		for _, q := range more {
			ps.Set(q)
		}
	}
	add := func(list []string, parse func(string) (notebooks.Param, error)) error {
		for _, arg := range list {
			q, err := parse(arg)
			if err != nil {
				return usagef("%v", err)
			}
			if q.Note != "" {
				p.warn("-p %s: %s", q.Name, q.Note)
			}
			ps.Set(q)
		}
		return nil
	}
	if err := add(f.params, notebooks.ParseParam); err != nil {
		return nil, err
	}
	return ps, add(f.rawParams, notebooks.ParseRawParam)
}

func (p *Program) warn(format string, args ...any) {
	fmt.Fprintf(p.Stderr, "monge: warning: %s\n", oneLine(fmt.Sprintf(format, args...)))
}

// seconds is a flag for a limit of time.
type seconds time.Duration

func (s *seconds) String() string {
	if s == nil || *s == 0 {
		return ""
	}
	return time.Duration(*s).String()
}

func (s *seconds) Set(text string) error {
	d, err := notebooks.ParseSeconds(text)
	*s = seconds(d)
	return err
}

func (s *seconds) Type() string { return "time" }

func shortest(a, b seconds) time.Duration {
	if a == 0 || b > 0 && b < a {
		a = b
	}
	return time.Duration(a)
}

// size is a flag for a number of bytes.
type size int64

func (s *size) String() string {
	for _, u := range []struct {
		unit   string
		factor size
	}{{"M", 1 << 20}, {"K", 1 << 10}} {
		if *s >= u.factor && *s%u.factor == 0 {
			return fmt.Sprintf("%d%s", *s/u.factor, u.unit)
		}
	}
	return strconv.FormatInt(int64(*s), 10)
}

func (s *size) Set(text string) error {
	factor := int64(1)
	number := strings.TrimSuffix(strings.TrimSuffix(strings.ToUpper(text), "B"), "I")
	for unit, f := range map[string]int64{"K": 1 << 10, "M": 1 << 20, "G": 1 << 30} {
		if rest, ok := strings.CutSuffix(number, unit); ok {
			number, factor = rest, f
			break
		}
	}
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil || n < 0 || n > (1<<40)/factor {
		return fmt.Errorf("%q is no size; write bytes or 512K, 10M, 1G", text)
	}
	*s = size(n * factor)
	return nil
}

func (s *size) Type() string { return "size" }

// guardScriptArgs protects the arguments of a script: after the name of a script, "--flag" is the script's and not
// ours. It puts "--" before the first file of "monge run" when that is no notebook.
func guardScriptArgs(root *cobra.Command, args []string) []string {
	cmd, rest, err := root.Find(args)
	if err != nil || cmd.Name() != "run" {
		return args
	}
	for i := 0; i < len(rest); i++ {
		arg := rest[i]
		switch {
		case arg == "--":
			return args
		case len(arg) > 1 && arg[0] == '-':
			if takesNext(cmd, arg) {
				i++
			}
		case isNotebook(arg):
			return args
		default:
			at := len(args) - len(rest) + i
			if at < 0 || args[at] != arg {
				return args
			}
			return slices.Insert(slices.Clone(args), at, "--")
		}
	}
	return args
}

// takesNext reports whether a flag's value is the next argument.
func takesNext(cmd *cobra.Command, arg string) bool {
	var f *pflag.Flag
	if name, long := strings.CutPrefix(arg, "--"); long {
		if strings.Contains(name, "=") {
			return false
		}
		f = cmd.Flag(name)
	} else {
		// "-qo FILE": the flags before the last must be without value.
		for k := 1; k < len(arg); k++ {
			f = cmd.Flags().ShorthandLookup(arg[k : k+1])
			if f == nil {
				return false
			}
			if f.NoOptDefVal == "" && k < len(arg)-1 {
				return false // the rest of the word is the value
			}
		}
	}
	return f != nil && f.NoOptDefVal == ""
}
