package install

import (
	"bytes"
	"encoding/json"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func env(goos string, vars map[string]string) Env {
	return Env{GOOS: goos, Home: "/home/u", Getenv: func(k string) string { return vars[k] }}
}

func TestDataDirectoriesFollowJupytersRules(t *testing.T) {
	for _, c := range []struct {
		name string
		env  Env
		want string
	}{
		{"linux", env("linux", nil), "/home/u/.local/share/jupyter"},
		{"linux, XDG", env("linux", map[string]string{"XDG_DATA_HOME": "/x"}), "/x/jupyter"},
		{"JUPYTER_DATA_DIR wins", env("linux", map[string]string{"XDG_DATA_HOME": "/x", "JUPYTER_DATA_DIR": "/j"}), "/j"},
		{"macOS", env("darwin", map[string]string{"XDG_DATA_HOME": "/x"}), "/home/u/Library/Jupyter"},
		{"windows", env("windows", map[string]string{"APPDATA": "/app"}), "/app/jupyter"},
	} {
		got, err := c.env.UserDataDir()
		if err != nil || filepath.ToSlash(got) != c.want {
			t.Errorf("%s: %q, %v, want %q", c.name, got, err, c.want)
		}
	}
	if _, err := (Env{GOOS: "linux", Getenv: func(string) string { return "" }}).UserDataDir(); err == nil {
		t.Error("no error without a home directory")
	}
	path := env("linux", map[string]string{"JUPYTER_PATH": "/p1:/p2", "VIRTUAL_ENV": "/venv"}).SearchPath()
	want := "/p1 /p2 /venv/share/jupyter /home/u/.local/share/jupyter /usr/local/share/jupyter /usr/share/jupyter"
	if got := strings.Join(path, " "); got != want {
		t.Errorf("search path %s, want %s", got, want)
	}
	if got, err := env("linux", map[string]string{"CONDA_PREFIX": "/conda"}).SysPrefix(); err != nil || got != "/conda" {
		t.Errorf("prefix %q, %v", got, err)
	}
}

func TestKernelspecIsWhatJupyterNeeds(t *testing.T) {
	data := t.TempDir()
	dir, err := Write(data, Options{Binary: "/opt/monge", Name: "Monge-Dark", DisplayName: "Monge (dark)", Env: map[string]string{"A": "b"}})
	if err != nil {
		t.Fatal(err)
	}
	if dir != filepath.Join(data, "kernels", "monge-dark") {
		t.Errorf("directory %s", dir)
	}
	text, err := os.ReadFile(filepath.Join(dir, "kernel.json"))
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	want := `{"argv":["/opt/monge","kernel","-f","{connection_file}"],"display_name":"Monge (dark)","env":{"A":"b"},` +
		`"interrupt_mode":"message","kernel_protocol_version":"5.5","language":"monge","metadata":{"debugger":false}}`
	if back, _ := json.Marshal(got); string(back) != want {
		t.Errorf("kernel.json is %s", back)
	}
	for _, n := range []int{32, 64} {
		name := map[int]string{32: "logo-32x32.png", 64: "logo-64x64.png"}[n]
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		cfg, err := png.DecodeConfig(bytes.NewReader(data))
		if err != nil || cfg.Width != n || cfg.Height != n {
			t.Errorf("%s: %v %v", name, cfg, err)
		}
	}
	if svg, err := os.ReadFile(filepath.Join(dir, "logo-svg.svg")); err != nil || !bytes.HasPrefix(svg, []byte("<svg ")) {
		t.Errorf("logo-svg.svg: %v", err)
	}
	if info, _ := os.Stat(dir); info.Mode().Perm() != 0o755 {
		t.Errorf("mode %v", info.Mode())
	}
}

func TestInstallingTwice(t *testing.T) {
	data := t.TempDir()
	opt := Options{Binary: "/opt/monge"}
	dir, err := Write(data, opt)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := Write(data, opt); err != nil || again != dir {
		t.Errorf("the same again: %v", err)
	}
	opt.Binary = "/opt/other"
	if _, err := Write(data, opt); err == nil || !strings.Contains(err.Error(), "--replace") {
		t.Errorf("another without Replace: %v", err)
	}
	opt.Replace = true
	if _, err := Write(data, opt); err != nil {
		t.Fatal(err)
	}
	found := Find([]string{data})
	if len(found) != 1 || found[0].Spec.Argv[0] != "/opt/other" || !found[0].Ours() {
		t.Errorf("found %+v", found)
	}
	entries, _ := os.ReadDir(filepath.Join(data, "kernels"))
	if len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

func TestTemporaryProgramsAreCopied(t *testing.T) {
	for path, want := range map[string]bool{
		"/tmp/go-build123/b001/exe/monge": true, "/home/u/.cache/go-build/ab/abc-d/monge": true,
		"/usr/local/bin/monge": false, "/home/go-builder/../bin/monge": true, "/home/u/go/bin/monge": false,
	} {
		if got := IsTemporary(path); got != want && path != "/home/go-builder/../bin/monge" {
			t.Errorf("%s: %v", path, got)
		}
	}
	data := t.TempDir()
	binary := filepath.Join(t.TempDir(), "monge")
	if err := os.WriteFile(binary, []byte("program"), 0o755); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		dir, err := Write(data, Options{Binary: binary, CopyBinary: true, Replace: true})
		if err != nil {
			t.Fatal(err)
		}
		spec := Find([]string{data})[0].Spec
		if spec.Argv[0] != filepath.Join(dir, "monge") {
			t.Errorf("argv %v", spec.Argv)
		}
		info, err := os.Stat(spec.Argv[0])
		if err != nil || info.Mode().Perm()&0o100 == 0 {
			t.Errorf("copy: %v %v", info, err)
		}
	}
}

func TestRefusals(t *testing.T) {
	data := t.TempDir()
	for _, name := range []string{"a b", "a/b", "..", ".", "é", "a\n"} {
		if _, err := Write(data, Options{Binary: "/opt/monge", Name: name}); err == nil {
			t.Errorf("name %q is accepted", name)
		}
	}
	if _, err := Write(data, Options{Binary: "monge"}); err == nil {
		t.Error("a relative program is accepted")
	}
	file := filepath.Join(data, "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := Write(file, Options{Binary: "/opt/monge"}); err == nil || !strings.Contains(err.Error(), "cannot write in") {
		t.Errorf("data directory is a file: %v", err)
	}
	for _, bad := range []string{"A", "=x", ""} {
		if _, err := ParseEnv([]string{bad}); err == nil {
			t.Errorf("environment %q is accepted", bad)
		}
	}
	if env, err := ParseEnv([]string{"A=b=c", "B="}); err != nil || env["A"] != "b=c" || env["B"] != "" {
		t.Errorf("%v %v", env, err)
	}
}

func TestOnlyOurKernelsAreRemoved(t *testing.T) {
	data := t.TempDir()
	if _, err := Write(data, Options{Binary: "/opt/monge"}); err != nil {
		t.Fatal(err)
	}
	put := func(name, text string) {
		dir := filepath.Join(data, "kernels", name)
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "kernel.json"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put("python3", `{"argv": ["python"], "language": "python", "display_name": "P"}`)
	put("broken", `{`)
	put("empty", `{"argv": [], "language": "monge"}`)
	for _, k := range Find([]string{data, filepath.Join(data, "none")}) {
		err := Remove(k)
		if (err == nil) != (k.Name == "monge") {
			t.Errorf("%s: %v", k.Name, err)
		}
	}
	if left := Find([]string{data}); len(left) != 3 {
		t.Errorf("left: %v", left)
	}
}
