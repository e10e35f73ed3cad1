package dsl_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"monge/dsl"
	"monge/dsl/display"
)

const langDir = "../testdata/lang"

// streams keeps what a program writes, by stream.
type streams struct {
	mu       sync.Mutex
	out, err strings.Builder
}

func (s *streams) Stream(name, text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if name == "stderr" {
		s.err.WriteString(text)
	} else {
		s.out.WriteString(text)
	}
}
func (s *streams) Display(display.Bundle, string, bool) {}
func (s *streams) ClearOutput(bool)                     {}
func (s *streams) Input(context.Context, string, bool) (string, error) {
	return "", dsl.ErrNoInput
}

// runScript runs a whole program and gives its output in the form of the .out files.
func runScript(name, code string) string {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	s := dsl.NewSession(dsl.WithDir(filepath.Join(langDir, "programs")))
	var w streams
	res := s.Execute(ctx, code, &w, dsl.ExecOptions{Filename: name})
	exit := 0
	if res.Err != nil {
		exit = 1
		w.err.WriteString(strings.Join(res.Err.Traceback, "\n") + "\n")
	}
	if res.ExitCode != nil {
		exit = *res.ExitCode
	}
	out := w.out.String()
	if w.err.Len() > 0 {
		out += "--- stderr\n" + w.err.String()
	}
	if exit != 0 {
		out += fmt.Sprintf("--- exit %d\n", exit)
	}
	return out
}

// TestPrograms: whole programs print what CPython 3.12 prints, to the byte. testdata/lang/gen_programs.py makes the
// references.
func TestPrograms(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(langDir, "programs", "*.py"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(strings.TrimSuffix(name, ".py"), func(t *testing.T) {
			code, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(strings.TrimSuffix(file, ".py") + ".out")
			if err != nil {
				t.Fatal(err)
			}
			if got := runScript(name, string(code)); got != string(want) {
				t.Error(firstDifferences(got, string(want), 5))
			}
		})
	}
}

// firstDifferences shows the first n lines in which two texts differ.
func firstDifferences(got, want string, n int) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	var b strings.Builder
	fmt.Fprintf(&b, "%d lines, want %d", len(g), len(w))
	for i := 0; n > 0 && (i < len(g) || i < len(w)); i++ {
		var a, c string
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			c = w[i]
		}
		if a != c {
			fmt.Fprintf(&b, "\nline %d:\n got  %s\n want %s", i+1, a, c)
			n--
		}
	}
	return b.String()
}

var (
	expectation = regexp.MustCompile(`### "((?:[^"\\]|\\.)*)"\s*$`)
	chunkLine   = regexp.MustCompile(`File "<chunk>", line (\d+)`)
	separator   = regexp.MustCompile(`(?m)^---\n`)
)

// TestChunks runs the .mg files: chunks between lines "---", each in a session of its own after assert.mg. A comment
// ### "regexp" expects an error on its line; a chunk without one must run to its end.
func TestChunks(t *testing.T) {
	prelude, err := os.ReadFile(filepath.Join(langDir, "assert.mg"))
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(langDir, "*.mg"))
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".mg")
		if name == "assert" {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(name, func(t *testing.T) {
			line := 1
			for _, chunk := range separator.Split(string(text), -1) {
				runChunk(t, fmt.Sprintf("%s.mg", name), line, string(prelude), chunk)
				line += strings.Count(chunk, "\n") + 1
			}
		})
	}
}

func runChunk(t *testing.T, file string, first int, prelude, chunk string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	s := dsl.NewSession()
	var w streams
	if res := s.Execute(ctx, prelude, &w, dsl.ExecOptions{Filename: "assert.mg"}); res.Err != nil {
		t.Fatalf("assert.mg: %v", res.Err)
	}
	wantLine, pattern := 0, ""
	for i, l := range strings.Split(chunk, "\n") {
		if m := expectation.FindStringSubmatch(l); m != nil {
			wantLine = i + 1
			pattern = strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(m[1])
			break
		}
	}
	res := s.Execute(ctx, chunk, &w, dsl.ExecOptions{Filename: "<chunk>"})
	if res.Err == nil {
		if wantLine > 0 {
			t.Errorf("%s:%d: no error, want %q", file, first+wantLine-1, pattern)
		}
		return
	}
	trace := strings.Join(res.Err.Traceback, "\n")
	lines := map[int]bool{}
	last := 0
	for _, m := range chunkLine.FindAllStringSubmatch(trace, -1) {
		last, _ = strconv.Atoi(m[1])
		lines[last] = true
	}
	text := res.Err.Name + ": " + res.Err.Value
	ok, err := regexp.MatchString(pattern, text)
	if err != nil {
		t.Fatalf("%s:%d: %v", file, first+wantLine-1, err)
	}
	if wantLine == 0 || !ok || !lines[wantLine] {
		t.Errorf("%s:%d: %s (want %q on line %d)", file, first+max(last, 1)-1, text, pattern, first+max(wantLine, 1)-1)
	}
}
