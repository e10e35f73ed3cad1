package dsl_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"monge/dsl"
)

const snippetLine = "# ---\n"

// runSnippet gives what a snippet prints, then the last line of its traceback, as testdata/lang/gen_snippets.py records.
func runSnippet(s *dsl.Session, code string) string {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	var w streams
	res := s.Execute(ctx, code, &w, dsl.ExecOptions{Silent: true, Filename: "<snippet>"})
	out := w.out.String()
	switch {
	case res.Err != nil:
		out += res.Err.Name + ": " + res.Err.Value
	case res.ExitCode != nil:
		out += fmt.Sprintf("SystemExit: %d", *res.ExitCode)
	}
	if out != "" && !strings.HasSuffix(out, "\n") {
		out += "\n"
	}
	return out
}

// TestSnippets: each snippet, in a session of its own, prints what CPython 3.12 prints.
func TestSnippets(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(langDir, "snippets", "*.py"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no snippets: %v", err)
	}
	total := 0
	for _, file := range files {
		code, want := readBoth(t, file, ".out")
		codes, wants := strings.Split(code, snippetLine), strings.Split(want, snippetLine)
		if len(codes) != len(wants) {
			t.Errorf("%s: %d snippets, %d outputs", file, len(codes), len(wants))
			continue
		}
		total += len(codes)
		name := strings.TrimSuffix(filepath.Base(file), ".py")
		t.Run(name, func(t *testing.T) {
			for i, code := range codes {
				if got := runSnippet(dsl.NewSession(), code); got != wants[i] {
					t.Errorf("snippet %d\n%s\n%s", i+1, code, firstDifferences(got, wants[i], 4))
				}
			}
		})
	}
	t.Logf("%d snippets", total)
}

// TestSnippetExpressions: the same for tables of one-line expressions; a preamble ends with a line "---".
func TestSnippetExpressions(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(langDir, "snippets", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no expressions: %v", err)
	}
	for _, file := range files {
		text, want := readBoth(t, file, ".tsv")
		head, body, found := strings.Cut(text, "---\n")
		if !found {
			head, body = "", text
		}
		var exprs []string
		for line := range strings.Lines(body) {
			if line = strings.TrimSuffix(line, "\n"); strings.TrimSpace(line) != "" && line[0] != '#' {
				exprs = append(exprs, line)
			}
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			s := dsl.NewSession()
			if out := runSnippet(s, head); out != "" {
				t.Fatal(out)
			}
			rows := strings.Split(strings.TrimSuffix(want, "\n"), "\n")
			if len(rows) != len(exprs) {
				t.Fatalf("%d expressions, %d results", len(exprs), len(rows))
			}
			for i, expr := range exprs {
				const run = "try: print(repr(eval(%s)))\nexcept Exception as e__: print(f'!{type(e__).__name__}: {e__}')"
				got := strings.TrimSuffix(runSnippet(s, fmt.Sprintf(run, literal(expr))), "\n")
				got = strings.ReplaceAll(strings.ReplaceAll(got, `\`, `\\`), "\n", `\n`)
				if got != rows[i] {
					t.Errorf("%s\n got  %s\n want %s", expr, got, rows[i])
				}
			}
		})
	}
}

// literal writes a text as a string literal of the language.
func literal(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`, "\n", `\n`).Replace(s) + "'"
}

func readBoth(t *testing.T, file, ext string) (text, recorded string) {
	a, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(strings.TrimSuffix(file, filepath.Ext(file)) + ext)
	if err != nil {
		t.Fatal(err)
	}
	return string(a), string(b)
}
