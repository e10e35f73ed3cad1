package dsl_test

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"monge/dsl"
)

// TestFlows: random programs of nested control flow take the way that they take in CPython 3.12.
// testdata/lang/gen_flows.py makes them. FLOWS names another file to run instead.
func TestFlows(t *testing.T) {
	path := filepath.Join(langDir, "flows.json")
	if p := os.Getenv("FLOWS"); p != "" {
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
		if got := runFlow(prelude + rec[0]); got != rec[1] {
			wrong = append(wrong, rec[0]+firstDifferences(got, rec[1], 3))
		}
	}
	if len(wrong) > 0 {
		if out := os.Getenv("FLOWS_OUT"); out != "" {
			os.WriteFile(out, []byte(strings.Join(wrong, "\n=====\n")+"\n"), 0o644)
		}
		t.Errorf("%d of %d differ; the first:\n%s", len(wrong), total, strings.Join(wrong[:min(len(wrong), 2)], "\n"))
	}
}

func runFlow(code string) string {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	var w streams
	res := dsl.NewSession().Execute(ctx, code, &w, dsl.ExecOptions{Filename: "flow.py"})
	out := w.out.String()
	if res.Err != nil {
		out += "uncaught " + res.Err.Name + ": " + res.Err.Value + "\n"
	}
	if res.ExitCode != nil {
		out += "exit " + w.err.String()
	}
	return out
}
