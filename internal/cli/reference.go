package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
)

func (p *Program) docCommand() *cobra.Command {
	var source, all bool
	var output string
	cmd := command(&cobra.Command{
		Use:   "doc [NAME]",
		Short: "Print the reference of a function, class or module",
		Long:  "Print what name? shows in a notebook. Without a name it lists the modules.",
		Example: `  monge doc
  monge doc ot.sinkhorn
  monge doc np
  monge doc --all --output reference`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			switch {
			case all:
				return p.referencePages(output)
			case output != "":
				return usagef("doc: --output goes with --all")
			case len(args) == 0:
				var rows [][]string
				for _, m := range p.Modules() {
					rows = append(rows, []string{m.ModuleName(), m.Summary()})
				}
				printTable(p.Stdout, []string{"MODULE", "WHAT IT HOLDS"}, rows)
				return nil
			}
			text, ok := p.reference(args[0], source)
			if !ok {
				return usagef("doc: nothing is known of %q; monge doc lists the modules", args[0])
			}
			_, err := fmt.Fprintln(p.Stdout, strings.TrimRight(text, "\n"))
			return err
		},
	})
	cmd.Flags().BoolVar(&source, "source", false, "print the source too, where there is one")
	cmd.Flags().BoolVar(&all, "all", false, "print the reference of all modules as Markdown")
	cmd.Flags().StringVar(&output, "output", "", "with --all: write one page per module into `DIR`")
	return cmd
}

// referencePages prints the reference of all modules, or writes it into a directory with an index.
func (p *Program) referencePages(dir string) error {
	modules := p.Modules()
	if dir == "" {
		for i, m := range modules {
			if i > 0 {
				fmt.Fprintln(p.Stdout)
			}
			fmt.Fprint(p.Stdout, m.Markdown())
		}
		return nil
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return fileError(err)
	}
	var index strings.Builder
	index.WriteString("# Reference\n\n")
	for _, m := range modules {
		page := m.ModuleName() + ".md"
		fmt.Fprintf(&index, "* [%s](%s): %s\n", m.ModuleName(), page, m.Summary())
		if err := os.WriteFile(filepath.Join(dir, page), []byte(m.Markdown()), 0o666); err != nil {
			return fileError(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "index.md"), []byte(index.String()), 0o666); err != nil {
		return fileError(err)
	}
	fmt.Fprintf(p.Stderr, "%s in %s\n", plural(len(modules)+1, "page"), dir)
	return nil
}

func (p *Program) reference(name string, source bool) (string, bool) {
	if m, ok := p.Module(name); ok {
		return m.Text(), true
	}
	dir, err := os.Getwd()
	if err != nil {
		dir = "."
	}
	detail := 0
	if source {
		detail = 1
	}
	b, ok := p.NewSession(dir, []string{""}).Inspect(name, utf8.RuneCountInString(name), detail)
	if !ok {
		return "", false
	}
	text := b.Plain()
	if !p.colourful(p.Stdout) {
		text = stripANSI(text)
	}
	return text, true
}
