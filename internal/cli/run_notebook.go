package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"monge/dsl"
	"monge/install"
	"monge/notebooks"
)

// loadCells reads a notebook, or a script as a notebook. "-" is standard input, which may hold either.
func (p *Program) loadCells(file string) (*notebooks.Notebook, error) {
	if isNotebook(file) {
		return notebooks.ReadFile(file)
	}
	var data []byte
	var err error
	if file == "-" {
		data, err = io.ReadAll(io.LimitReader(p.Stdin, notebooks.MaxFileSize))
		if err == nil && bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) {
			return notebooks.Read(data)
		}
	} else {
		data, err = os.ReadFile(file)
	}
	if err != nil {
		return nil, err
	}
	nb, err := notebooks.ReadScript(string(data))
	if err != nil {
		return nil, &notebooks.FormatError{Path: file, Err: err}
	}
	return nb, nil
}

// outputPath says where the result of running a file goes.
func (f *runFlags) outputPath(file string) string {
	base := filepath.Base(file)
	stem := strings.TrimSuffix(base, filepath.Ext(base))
	switch {
	case f.output != "":
		return f.output
	case f.inplace:
		return file
	case f.outputDir != "":
		return filepath.Join(f.outputDir, stem+".ipynb")
	case file == "-":
		return "-"
	}
	return filepath.Join(filepath.Dir(file), stem+".out.ipynb")
}

// languageInfo and kernelspec are what Jupyter would find in a notebook that the kernel has run.
func (p *Program) languageInfo() *notebooks.Object {
	return notebooks.NewObject(
		"codemirror_mode", notebooks.NewObject("name", "python", "version", notebooks.IntNumber(3)),
		"file_extension", ".mg",
		"mimetype", "text/x-python",
		"name", install.Language,
		"nbconvert_exporter", "python",
		"pygments_lexer", "python3",
		"version", p.Version,
	)
}

func kernelspec() *notebooks.Object {
	return notebooks.NewObject("display_name", install.DefaultDisplay, "language", install.Language, "name", install.DefaultName)
}

// runNotebook runs one file as a notebook and writes the result.
func (p *Program) runNotebook(ctx context.Context, f *runFlags, file string, params notebooks.Params) error {
	nb, err := p.loadCells(file)
	if err != nil {
		return fileErrorKeep(err)
	}
	if lang := nb.Language(); lang != "" && lang != install.Language && lang != "python" && !f.anyKernel {
		return usagef("%s: the notebook is for language %q (kernel %q), which Monge does not run; --any-kernel tries it all the same",
			file, lang, nb.Metadata().Obj("kernelspec").Str("name"))
	}
	output := f.outputPath(file)
	save, err := p.saver(f, file, output)
	if err != nil {
		return err
	}
	if err := p.inject(f, nb, file, params); err != nil {
		return err
	}
	dir, restore, err := enterDir(f.cwd, file)
	if err != nil {
		return err
	}
	defer restore()

	show := newProgress(p, file, f.quiet)
	opt := notebooks.RunOptions{
		AllowErrors: f.allowErrors, AllowErrorNames: f.allowError, RequireRaises: f.requireRaises,
		CellTimeout: time.Duration(f.timeout), TotalTimeout: time.Duration(f.totalTimeout),
		MaxOutput: int(f.maxOutput), NoTiming: f.noTiming, Mark: !f.inplace,
		Papermill: len(params) > 0 || nb.Metadata().Obj("papermill") != nil,
		Version:   "monge " + p.Version, InputPath: file, OutputPath: output,
		LanguageInfo: p.languageInfo(), Kernelspec: kernelspec(),
		Save: save, CellStart: show.start, CellEnd: show.end, Progress: show.report,
		Warn: func(text string) { p.warn("%s", text) },
	}
	rep, err := notebooks.Run(ctx, nb, p.NewSession(dir, []string{file}), opt)
	var format *notebooks.FormatError
	if errors.As(err, &format) {
		format.Path = file
	}
	if err != nil {
		return err
	}
	return p.concludeNotebook(ctx, f, file, output, rep, show)
}

// inject puts the parameters into the notebook.
func (p *Program) inject(f *runFlags, nb *notebooks.Notebook, file string, params notebooks.Params) error {
	if len(params) == 0 {
		return nil
	}
	if unknown := nb.Undeclared(params); len(unknown) > 0 {
		known := "declares no parameters"
		if list, ok := nb.DeclaredParams(); ok && len(list) > 0 {
			var names []string
			for _, d := range list {
				names = append(names, d.Name)
			}
			known = "declares " + strings.Join(names, ", ")
		}
		text := fmt.Sprintf("%s: unknown parameter %s; the notebook %s", file, strings.Join(unknown, ", "), known)
		if f.strict {
			return usagef("%s", text)
		}
		p.warn("%s", text)
	}
	if !nb.Inject(params) {
		p.warn(`%s: no cell is tagged "parameters"; the parameters are set in a cell on top`, file)
	}
	return nil
}

// saver makes the function that stores the notebook, and finds out before the run whether it can.
func (p *Program) saver(f *runFlags, file, output string) (func(*notebooks.Notebook, bool) error, error) {
	if output == "-" {
		return func(nb *notebooks.Notebook, final bool) error {
			if !final {
				return nil
			}
			_, err := p.Stdout.Write(nb.Bytes())
			return err
		}, nil
	}
	if f.outputDir != "" {
		if err := os.MkdirAll(f.outputDir, 0o777); err != nil {
			return nil, fileError(err)
		}
	}
	if !f.inplace && sameFile(file, output) {
		return nil, usagef("%s would be replaced; say --inplace if that is meant, or choose another file with -o", file)
	}
	w, err := notebooks.NewFileWriter(output)
	if err != nil {
		return nil, usagef("%v", fileError(err))
	}
	return func(nb *notebooks.Notebook, final bool) error { return w.Write(nb.Bytes(), final) }, nil
}

func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

// enterDir changes to the directory in which the program is to run. dir is where it looks for modules.
func enterDir(cwd, file string) (dir string, restore func(), err error) {
	dir = cwd
	if dir == "" && file != "-" {
		dir = filepath.Dir(file)
	}
	if dir == "" {
		dir = "."
	}
	if dir, err = filepath.Abs(dir); err != nil {
		return "", nil, err
	}
	old, err := os.Getwd()
	if err != nil {
		return "", nil, err
	}
	if err := os.Chdir(dir); err != nil {
		return "", nil, fileError(err)
	}
	return dir, func() { _ = os.Chdir(old) }, nil
}

// fileErrorKeep words file errors and leaves format errors as they are.
func fileErrorKeep(err error) error {
	var format *notebooks.FormatError
	if errors.As(err, &format) {
		return err
	}
	return fileError(err)
}

// concludeNotebook words the end of a run and finds its exit code.
func (p *Program) concludeNotebook(ctx context.Context, f *runFlags, file, output string, rep *notebooks.Report, show *progress) error {
	code := exitOK
	if bad := rep.Failed; bad != nil {
		p.printTraceback(file, bad)
		p.annotate(file, bad)
	}
	switch rep.Status {
	case notebooks.Failed:
		code = exitFailed
	case notebooks.TimedOut:
		code = exitTimeout
	case notebooks.Interrupted:
		code = 130
		var sig errSignal
		if errors.As(context.Cause(ctx), &sig) {
			code = sig.code()
		}
	}
	if rep.SaveErr != nil {
		return usagef("%v", rep.SaveErr)
	}
	if code == exitOK {
		show.summary(rep, output)
		return nil
	}
	text := fmt.Sprintf("%s: %s", file, describeFailure(rep.Failed))
	if output != "-" {
		text += fmt.Sprintf("; what was run is in %s", output)
	}
	return &exitError{code, text}
}

// describeFailure is one line about the cell that ended the run.
func describeFailure(c *notebooks.CellReport) string {
	reason := c.Reason
	if reason == "" && c.Err != nil {
		reason = firstLine(c.Err.Error())
	}
	where := fmt.Sprintf("cell %d", c.Index+1)
	if c.Status == notebooks.Interrupted {
		return where + " was interrupted"
	}
	if c.Err != nil && c.Err.Line > 0 && c.Reason == "" {
		where += fmt.Sprintf(", line %d", c.Err.Line)
	}
	return where + ": " + reason
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// printTraceback prints the exception that ended a run.
func (p *Program) printTraceback(file string, c *notebooks.CellReport) {
	if c.Err == nil || len(c.Err.Traceback) == 0 || c.Status == notebooks.Interrupted {
		return
	}
	prompt := "not run"
	if n, ok := c.Cell.ExecutionCount(); ok {
		prompt = fmt.Sprintf("In [%d]", n)
	}
	fmt.Fprintf(p.Stderr, "%s, cell %d (%s):\n", file, c.Index+1, prompt)
	p.printLines(c.Err)
}

func (p *Program) printLines(err *dsl.Error) {
	text := strings.TrimRight(strings.Join(err.Traceback, "\n"), "\n")
	if !p.colourful(p.Stderr) {
		text = stripANSI(text)
	}
	fmt.Fprintln(p.Stderr, text)
}

// annotate makes GitHub show the failure beside the file.
func (p *Program) annotate(file string, c *notebooks.CellReport) {
	if p.Getenv("GITHUB_ACTIONS") != "true" {
		return
	}
	escape := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	fmt.Fprintf(p.Stderr, "::error file=%s,title=cell %d::%s\n", property.Replace(file), c.Index+1, escape.Replace(describeFailure(c)))
}

// listParams prints the parameters of notebooks.
func (p *Program) listParams(files []string) error {
	for i, file := range files {
		nb, err := p.loadCells(file)
		if err != nil {
			return fileErrorKeep(err)
		}
		if len(files) > 1 {
			if i > 0 {
				fmt.Fprintln(p.Stdout)
			}
			fmt.Fprintf(p.Stdout, "%s:\n", file)
		}
		params, ok := nb.DeclaredParams()
		if !ok {
			return usagef(`%s: no cell is tagged "parameters"`, file)
		}
		var rows [][]string
		for _, d := range params {
			kind := d.Type
			if kind == "" {
				kind = "?"
			}
			rows = append(rows, []string{d.Name, kind, d.Default, d.Help})
		}
		printTable(p.Stdout, []string{"NAME", "TYPE", "DEFAULT", "HELP"}, rows)
	}
	return nil
}
