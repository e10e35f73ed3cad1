package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"monge/install"
)

// Trip is what one conversation with a kernel took.
type Trip struct {
	Version  string        // of the kernel, as kernel_info says
	Ready    time.Duration // from the start of the process to the first kernel_info_reply
	Execute  time.Duration // one trivial cell, from request to reply
	Shutdown time.Duration // from shutdown_request to the end of the process
	Result   string        // text of the cell's result
}

// The doctor's cell and its result.
const (
	doctorCell   = "6 * 7"
	doctorResult = "42"
)

func (p *Program) doctorCommand() *cobra.Command {
	name := install.DefaultName
	cmd := command(&cobra.Command{
		Use:   "doctor",
		Short: "Check the installation: kernelspec, program, one conversation with the kernel",
		Long: `Find the kernelspec as Jupyter would, check that the program it names exists and is this version, start it, ask it to
evaluate a line, and shut it down. The exit code is 0 when all is well and 1 otherwise.`,
		Example: `  monge doctor
  monge doctor --name monge-dark`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.doctor(cmd.Context(), strings.ToLower(name))
		},
	})
	cmd.Flags().StringVar(&name, "name", name, "name of the kernelspec")
	return cmd
}

func (p *Program) doctor(ctx context.Context, name string) error {
	say := func(mark, format string, args ...any) {
		fmt.Fprintf(p.Stdout, "%-4s  %s\n", mark, fmt.Sprintf(format, args...))
	}
	dirs := p.env().SearchPath()
	var spec *install.Installed
	for _, k := range install.Find(dirs) {
		if k.Name != name {
			continue
		}
		if spec != nil {
			say("note", "%s is hidden by the one above", k.Dir)
			continue
		}
		spec = &k
		say("ok", "kernelspec %s", k.Dir)
	}
	if spec == nil {
		say("bad", "no kernel named %q in %s", name, strings.Join(dirs, ", "))
		return &exitError{exitFailed, "doctor: the kernel is not installed; run: monge install"}
	}
	bad := func(remedy, format string, args ...any) error {
		say("bad", format, args...)
		return &exitError{exitFailed, "doctor: " + fmt.Sprintf(format, args...) + "; " + remedy}
	}
	const again = "run: monge install --replace"
	if spec.Err != nil {
		return bad(again, "kernel.json cannot be used: %v", spec.Err)
	}
	if !spec.Ours() {
		return bad("choose another name with --name", "the kernel is for language %q", spec.Spec.Language)
	}
	binary := spec.Spec.Argv[0]
	if info, err := os.Stat(binary); err != nil || info.IsDir() {
		return bad(again, "the program %s is missing", binary)
	}
	version, err := askVersion(ctx, binary)
	if err != nil {
		return bad(again, "the program %s does not run: %v", binary, err)
	}
	if version == p.Version {
		say("ok", "program %s, version %s", binary, version)
	} else {
		say("note", "program %s is version %s, this one is %s", binary, version, p.Version)
	}
	trip, err := p.RoundTrip(ctx, spec.Spec.Argv, spec.Spec.EnvList())
	if err != nil {
		return bad("try: monge kernel --log-level debug, or monge install --replace", "the kernel does not answer: %v", err)
	}
	say("ok", "kernel %s answers %s after its start", trip.Version, brief(trip.Ready))
	if trip.Result != doctorResult {
		return bad(again, "the cell %q gave %q", doctorCell, trip.Result)
	}
	say("ok", "a cell took %s, shutting down %s", brief(trip.Execute), brief(trip.Shutdown))
	return nil
}

// askVersion runs the program to learn its version.
func askVersion(ctx context.Context, binary string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	out, err := exec.CommandContext(ctx, binary, "version", "--json").Output()
	if err != nil {
		return "", err
	}
	var v versionInfo
	if err := json.Unmarshal(out, &v); err != nil || v.Version == "" {
		return "", fmt.Errorf("it is not Monge")
	}
	return v.Version, nil
}
