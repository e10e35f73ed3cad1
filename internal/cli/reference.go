package cli

import (
	"fmt"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
)

func (p *Program) docCommand() *cobra.Command {
	var source bool
	cmd := command(&cobra.Command{
		Use:   "doc [NAME]",
		Short: "Print the reference of a function, class or module",
		Long:  "Print what name? shows in a notebook. Without a name it lists the modules.",
		Example: `  monge doc
  monge doc ot.sinkhorn
  monge doc np`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				var rows [][]string
				for _, m := range p.Modules() {
					rows = append(rows, []string{m[0], m[1]})
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
	return cmd
}

func (p *Program) reference(name string, source bool) (string, bool) {
	if text, ok := p.ModuleText(name); ok {
		return text, true
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
