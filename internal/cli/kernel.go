package cli

import (
	"github.com/spf13/cobra"
)

func (p *Program) kernelCommand() *cobra.Command {
	var file string
	cmd := command(&cobra.Command{
		Use:   "kernel -f FILE",
		Short: "Serve Jupyter: what the kernelspec starts",
		Long: `Serve the Jupyter protocol on the sockets that a connection file names, until a client shuts the kernel down or the
program that started it is gone. Jupyter runs this command; there is seldom a reason to type it.`,
		Example: `  monge kernel -f connection.json`,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if file == "" {
				return usagef("kernel: the connection file is missing; write -f FILE")
			}
			if err := p.Kernel(cmd.Context(), file, p.log); err != nil {
				return usagef("kernel: %v", fileError(err))
			}
			return nil
		},
	})
	cmd.Flags().StringVarP(&file, "connection-file", "f", "", "connection `FILE` that Jupyter wrote")
	return cmd
}
