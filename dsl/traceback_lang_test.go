package dsl_test

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"monge/dsl"
)

// TestTracebacks: small programs that fail print CPython 3.12's traceback, with its carets, to the byte.
// testdata/lang/gen_tracebacks.py makes them. TRACEBACKS names another file to run instead.
func TestTracebacks(t *testing.T) {
	path := filepath.Join(langDir, "tracebacks.json")
	if p := os.Getenv("TRACEBACKS"); p != "" {
		path = p
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	prelude, total, wrong := "", 0, []string{}
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var rec [2]string
		if err := json.Unmarshal(sc.Bytes(), &rec); err != nil {
			t.Fatal(err)
		}
		if rec[0] == "" {
			prelude = rec[1]
			continue
		}
		total++
		var w streams
		res := dsl.NewSession().Execute(context.Background(), prelude+rec[0], &w, dsl.ExecOptions{Filename: "prog.py"})
		got := "no error\n"
		if res.Err != nil {
			got = strings.Join(res.Err.Traceback, "\n") + "\n"
		}
		if got != rec[1] {
			wrong = append(wrong, rec[0]+firstDifferences(got, rec[1], 3))
		}
	}
	if len(wrong) > 0 {
		if out := os.Getenv("TRACEBACKS_OUT"); out != "" {
			os.WriteFile(out, []byte(strings.Join(wrong, "\n=====\n")+"\n"), 0o644)
		}
		t.Errorf("%d of %d differ; the first:\n%s", len(wrong), total, strings.Join(wrong[:min(len(wrong), 5)], "\n"))
	}
}
