package cli

import (
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"monge/install"
)

// versionInfo is what "monge version --json" prints.
type versionInfo struct {
	Version  string `json:"version"`
	Revision string `json:"revision,omitempty"`
	Modified bool   `json:"modified,omitempty"`
	Go       string `json:"go"`
	OS       string `json:"os"`
	Arch     string `json:"arch"`
	Protocol string `json:"kernel_protocol_version"`
}

func (p *Program) versionInfo() versionInfo {
	v := versionInfo{Version: p.Version, Go: runtime.Version(), OS: runtime.GOOS, Arch: runtime.GOARCH, Protocol: install.ProtocolVersion}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				v.Revision = s.Value
			case "vcs.modified":
				v.Modified = s.Value == "true"
			}
		}
	}
	return v
}

func (p *Program) versionCommand() *cobra.Command {
	var asJSON bool
	cmd := command(&cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Example: "  monge version --json",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			v := p.versionInfo()
			if asJSON {
				enc := json.NewEncoder(p.Stdout)
				enc.SetIndent("", "  ")
				return enc.Encode(v)
			}
			text := fmt.Sprintf("monge %s (%s, %s/%s)", v.Version, v.Go, v.OS, v.Arch)
			if v.Revision != "" {
				text += " " + v.Revision[:min(12, len(v.Revision))]
				if v.Modified {
					text += " with changes"
				}
			}
			_, err := fmt.Fprintln(p.Stdout, text)
			return err
		},
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}
