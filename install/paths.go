package install

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// Env is what the directory rules depend on. The zero value is not useful; SystemEnv is the process's own.
type Env struct {
	GOOS   string
	Getenv func(string) string
	Home   string
}

// SystemEnv describes this process.
func SystemEnv() Env {
	home, _ := os.UserHomeDir()
	return Env{GOOS: runtime.GOOS, Getenv: os.Getenv, Home: home}
}

// UserDataDir is Jupyter's data directory of the user.
func (e Env) UserDataDir() (string, error) {
	if d := e.Getenv("JUPYTER_DATA_DIR"); d != "" {
		return d, nil
	}
	switch e.GOOS {
	case "windows":
		if d := e.Getenv("APPDATA"); d != "" {
			return filepath.Join(d, "jupyter"), nil
		}
	case "darwin":
		if e.Home != "" {
			return filepath.Join(e.Home, "Library", "Jupyter"), nil
		}
	default:
		if d := e.Getenv("XDG_DATA_HOME"); d != "" {
			return filepath.Join(d, "jupyter"), nil
		}
	}
	if e.Home == "" {
		return "", errors.New("install: no home directory is known; set JUPYTER_DATA_DIR or use --prefix")
	}
	if e.GOOS == "windows" {
		return filepath.Join(e.Home, ".jupyter", "data"), nil
	}
	return filepath.Join(e.Home, ".local", "share", "jupyter"), nil
}

// SystemDataDirs are the data directories for all users, the one to install into first.
func (e Env) SystemDataDirs() []string {
	if e.GOOS == "windows" {
		if d := e.Getenv("PROGRAMDATA"); d != "" {
			return []string{filepath.Join(d, "jupyter")}
		}
		return nil
	}
	return []string{"/usr/local/share/jupyter", "/usr/share/jupyter"}
}

// PrefixDataDir is the data directory of a Python environment or other prefix.
func PrefixDataDir(prefix string) string { return filepath.Join(prefix, "share", "jupyter") }

// SysPrefix finds the Python environment that is in use: the active virtual or conda environment, else the one of the
// python on the path.
func (e Env) SysPrefix() (string, error) {
	for _, key := range []string{"VIRTUAL_ENV", "CONDA_PREFIX"} {
		if d := e.Getenv(key); d != "" {
			return d, nil
		}
	}
	for _, python := range []string{"python3", "python"} {
		out, err := exec.Command(python, "-c", "import sys; print(sys.prefix)").Output()
		if d := strings.TrimSpace(string(out)); err == nil && d != "" {
			return d, nil
		}
	}
	return "", errors.New("install: no Python environment is active; activate one or name it with --prefix")
}

// SearchPath lists the data directories in which Jupyter looks for kernels, first found wins.
func (e Env) SearchPath() []string {
	var dirs []string
	add := func(d string) {
		if d != "" && !slices.Contains(dirs, d) {
			dirs = append(dirs, d)
		}
	}
	sep := ":"
	if e.GOOS == "windows" {
		sep = ";"
	}
	for _, d := range strings.Split(e.Getenv("JUPYTER_PATH"), sep) {
		add(d)
	}
	user, _ := e.UserDataDir()
	var prefix string
	for _, key := range []string{"VIRTUAL_ENV", "CONDA_PREFIX"} {
		if d := e.Getenv(key); d != "" && prefix == "" {
			prefix = PrefixDataDir(d)
		}
	}
	// Jupyter puts an active environment before the user's directory.
	add(prefix)
	add(user)
	for _, d := range e.SystemDataDirs() {
		add(d)
	}
	return dirs
}
