package install

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// What a kernelspec of Monge says of itself.
const (
	DefaultName     = "monge"
	DefaultDisplay  = "Monge"
	Language        = "monge"
	ProtocolVersion = "5.5"
)

// Spec is the content of kernel.json.
type Spec struct {
	Argv            []string          `json:"argv"`
	DisplayName     string            `json:"display_name"`
	Language        string            `json:"language"`
	InterruptMode   string            `json:"interrupt_mode"`
	Env             map[string]string `json:"env,omitempty"`
	Metadata        map[string]any    `json:"metadata"`
	ProtocolVersion string            `json:"kernel_protocol_version"`
}

// Options say what to install. Binary is required; the other zero values are the defaults.
type Options struct {
	Binary      string            // absolute path of the program
	CopyBinary  bool              // copy it into the kernelspec's directory and start the copy
	Name        string            // name of the kernelspec, DefaultName
	DisplayName string            // what Jupyter shows, DefaultDisplay
	Env         map[string]string // variables that Jupyter sets for the kernel
	Replace     bool              // replace a kernelspec of the same name
}

// Installed is a kernelspec on disk.
type Installed struct {
	Name, Dir string
	Spec      Spec
	Err       error // why kernel.json cannot be used, else nil
}

// Ours reports whether the kernelspec starts Monge.
func (k Installed) Ours() bool { return k.Err == nil && k.Spec.Language == Language }

var validName = regexp.MustCompile(`^[A-Za-z0-9._-]+$`)

// CheckName refuses names that Jupyter does not accept.
func CheckName(name string) error {
	if !validName.MatchString(name) || strings.Trim(name, ".") == "" {
		return fmt.Errorf("install: kernel name %q: use letters, digits, '.', '_' and '-'", name)
	}
	return nil
}

// IsTemporary reports whether a program's path is one that "go run" or "go test" made and may remove.
func IsTemporary(path string) bool {
	for _, part := range strings.FieldsFunc(filepath.ToSlash(path), func(r rune) bool { return r == '/' }) {
		if strings.HasPrefix(part, "go-build") {
			return true
		}
	}
	return false
}

// Write installs a kernelspec below a data directory and returns where. An identical one that is there already is left
// as it is; another one is an error unless Replace is set. The directory appears complete or not at all.
func Write(dataDir string, opt Options) (string, error) {
	if opt.Name == "" {
		opt.Name = DefaultName
	}
	if opt.DisplayName == "" {
		opt.DisplayName = DefaultDisplay
	}
	if err := CheckName(opt.Name); err != nil {
		return "", err
	}
	if !filepath.IsAbs(opt.Binary) {
		return "", fmt.Errorf("install: path of the program %q is not absolute", opt.Binary)
	}
	dataDir, err := filepath.Abs(dataDir)
	if err != nil {
		return "", err
	}
	kernels := filepath.Join(dataDir, "kernels")
	dir := filepath.Join(kernels, strings.ToLower(opt.Name))
	spec := newSpec(dir, opt)
	text, err := json.MarshalIndent(spec, "", " ")
	if err != nil {
		return "", err
	}
	text = append(text, '\n')
	_, statErr := os.Lstat(dir)
	exists := statErr == nil
	if exists && !opt.Replace {
		if old, err := os.ReadFile(filepath.Join(dir, "kernel.json")); err == nil && bytes.Equal(old, text) && !opt.CopyBinary {
			return dir, nil
		}
		return "", fmt.Errorf("install: %s exists already; add --replace to replace it or --name to choose another name", dir)
	}
	if err := os.MkdirAll(kernels, 0o755); err != nil {
		return "", fmt.Errorf("install: cannot write in %s: %w; choose another place with --user or --prefix", dataDir, reason(err))
	}
	tmp, err := os.MkdirTemp(kernels, ".monge-*")
	if err != nil {
		return "", fmt.Errorf("install: cannot write in %s: %w; choose another place with --user or --prefix", kernels, reason(err))
	}
	defer os.RemoveAll(tmp)
	if err := fill(tmp, text, opt); err != nil {
		return "", fmt.Errorf("install: %w", err)
	}
	if exists {
		old := tmp + ".old"
		if err := os.Rename(dir, old); err != nil {
			return "", fmt.Errorf("install: cannot replace %s: %w", dir, reason(err))
		}
		defer os.RemoveAll(old)
		if err := os.Rename(tmp, dir); err != nil {
			return "", errors.Join(fmt.Errorf("install: cannot replace %s: %w", dir, reason(err)), os.Rename(old, dir))
		}
		return dir, nil
	}
	if err := os.Rename(tmp, dir); err != nil {
		return "", fmt.Errorf("install: cannot make %s: %w", dir, reason(err))
	}
	return dir, nil
}

func newSpec(dir string, opt Options) Spec {
	binary := opt.Binary
	if opt.CopyBinary {
		binary = filepath.Join(dir, filepath.Base(opt.Binary))
	}
	return Spec{
		Argv:            []string{binary, "kernel", "-f", "{connection_file}"},
		DisplayName:     opt.DisplayName,
		Language:        Language,
		InterruptMode:   "message",
		Env:             opt.Env,
		Metadata:        map[string]any{"debugger": false},
		ProtocolVersion: ProtocolVersion,
	}
}

// fill writes the files of a kernelspec.
func fill(dir string, kernelJSON []byte, opt Options) error {
	if err := os.Chmod(dir, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "kernel.json"), kernelJSON, 0o644); err != nil {
		return err
	}
	entries, err := fs.ReadDir(logos, "logos")
	if err != nil {
		return err
	}
	for _, e := range entries {
		data, err := fs.ReadFile(logos, "logos/"+e.Name())
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, e.Name()), data, 0o644); err != nil {
			return err
		}
	}
	if opt.CopyBinary {
		return copyProgram(opt.Binary, filepath.Join(dir, filepath.Base(opt.Binary)))
	}
	return nil
}

func copyProgram(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o755)
	if err != nil {
		return err
	}
	if _, err = io.Copy(out, in); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}

// reason is the cause inside a file system error, without the names of temporary files.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	var l *os.LinkError
	if errors.As(err, &l) {
		return l.Err
	}
	return err
}

// Find returns the kernelspecs below the data directories, in order; those of the same name further back are hidden
// from Jupyter but are returned too.
func Find(dataDirs []string) []Installed {
	var found []Installed
	for _, d := range dataDirs {
		entries, err := os.ReadDir(filepath.Join(d, "kernels"))
		if err != nil {
			continue
		}
		for _, e := range entries {
			dir := filepath.Join(d, "kernels", e.Name())
			if CheckName(e.Name()) != nil || strings.HasPrefix(e.Name(), ".") {
				continue
			}
			k := Installed{Name: strings.ToLower(e.Name()), Dir: dir}
			data, err := os.ReadFile(filepath.Join(dir, "kernel.json"))
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			if err == nil {
				err = json.Unmarshal(data, &k.Spec)
			}
			if err == nil && len(k.Spec.Argv) == 0 {
				err = errors.New("argv is empty")
			}
			k.Err = err
			found = append(found, k)
		}
	}
	return found
}

// Remove deletes a kernelspec of Monge. Others are refused.
func Remove(k Installed) error {
	if !k.Ours() {
		return fmt.Errorf("install: %s is not a kernel of Monge; remove it with: jupyter kernelspec remove %s", k.Dir, k.Name)
	}
	if info, err := os.Lstat(k.Dir); err == nil && info.Mode()&os.ModeSymlink != 0 {
		return os.Remove(k.Dir) // a development install: the link goes, its target stays
	}
	if err := os.RemoveAll(k.Dir); err != nil {
		return fmt.Errorf("install: cannot remove %s: %w", k.Dir, reason(err))
	}
	return nil
}

// ParseEnv reads variables in the form NAME=VALUE.
func ParseEnv(list []string) (map[string]string, error) {
	if len(list) == 0 {
		return nil, nil
	}
	env := map[string]string{}
	for _, kv := range list {
		name, value, ok := strings.Cut(kv, "=")
		if !ok || name == "" {
			return nil, fmt.Errorf("install: --env %q: write NAME=VALUE", kv)
		}
		env[name] = value
	}
	return env, nil
}

// EnvList is the environment of a kernelspec in the form of os.Environ, sorted.
func (s Spec) EnvList() []string {
	var list []string
	for _, k := range slices.Sorted(maps.Keys(s.Env)) {
		list = append(list, k+"="+s.Env[k])
	}
	return list
}
