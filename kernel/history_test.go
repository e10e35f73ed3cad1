package kernel_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"monge/kernel"
	"monge/kernel/client"
)

func (r *running) history(content_ map[string]any) []any {
	r.t.Helper()
	c := content(r.t, r.do(client.Shell, "history_request", content_).Reply)
	equal(r.t, "status", c["status"], "ok")
	return c["history"].([]any)
}

func inputs(entries []any) []string {
	list := []string{}
	for _, e := range entries {
		list = append(list, e.([]any)[2].(string))
	}
	return list
}

func TestHistoryOfASession(t *testing.T) {
	r := start(t)
	for _, code := range []string{"value 1", "print a", "value 2", "print a", "value [x]"} {
		r.exec(code)
	}
	r.exec("print hidden", client.Options{NoHistory: true})
	r.exec("print hidden", client.Options{Silent: true})
	equal(t, "tail", r.history(map[string]any{"hist_access_type": "tail", "n": 2, "output": false, "raw": true}),
		[]any{[]any{1.0, 4.0, "print a"}, []any{1.0, 5.0, "value [x]"}})
	equal(t, "output", r.history(map[string]any{"hist_access_type": "tail", "n": 3, "output": true}),
		[]any{[]any{1.0, 3.0, []any{"value 2", "2"}}, []any{1.0, 4.0, []any{"print a", nil}}, []any{1.0, 5.0, []any{"value [x]", "[x]"}}})
	equal(t, "range", inputs(r.history(map[string]any{"hist_access_type": "range", "session": 0, "start": 2, "stop": 4})), []string{"print a", "value 2"})
	equal(t, "range, no stop", len(r.history(map[string]any{"hist_access_type": "range", "session": 1, "start": 2})), 4)
	search := func(pattern string, more ...any) []string {
		q := map[string]any{"hist_access_type": "search", "pattern": pattern}
		for i := 0; i+1 < len(more); i += 2 {
			q[more[i].(string)] = more[i+1]
		}
		return inputs(r.history(q))
	}
	equal(t, "search", search("value*"), []string{"value 1", "value 2", "value [x]"})
	equal(t, "all", len(search("*")), 5)
	equal(t, "whole text only", search("value"), []string{})
	equal(t, "question mark", search("?alue 1"), []string{"value 1"})
	equal(t, "class", search("value [12]"), []string{"value 1", "value 2"})
	equal(t, "range", search("value [^2-9]*"), []string{"value 1", "value [x]"})
	equal(t, "bracket", search("value [[]x]"), []string{"value [x]"})
	equal(t, "n", search("value*", "n", 2), []string{"value 2", "value [x]"})
	equal(t, "unique", search("print*", "unique", true), []string{"print a"})
	equal(t, "not unique", search("print*"), []string{"print a", "print a"})
	equal(t, "hard pattern", search(strings.Repeat("*a", 200)+"b"), []string{})
}

func TestHistorySurvivesTheKernel(t *testing.T) {
	file := filepath.Join(t.TempDir(), "data", "history.jsonl")
	with := func(o *kernel.Options) { o.HistoryFile = file }
	for session := 1; session <= 3; session++ {
		r := start(t, with)
		r.exec(fmt.Sprintf("value %d", session))
		r.exec("print é\nprint b")
		want := []any{}
		for s := 1; s <= session; s++ {
			want = append(want, []any{float64(s), 1.0, []any{fmt.Sprintf("value %d", s), fmt.Sprint(s)}}, []any{float64(s), 2.0, []any{"print é\nprint b", nil}})
		}
		equal(t, "tail", r.history(map[string]any{"hist_access_type": "tail", "n": 100, "output": true}), want)
		equal(t, "one session back", len(r.history(map[string]any{"hist_access_type": "range", "session": -1})), map[bool]int{true: 0, false: 2}[session == 1])
		r.k.Stop()
		<-r.done
	}
	info, err := os.Stat(file)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info.Mode(), err)
	}
}

func TestHistoryFileThatCannotBeWritten(t *testing.T) {
	dir := t.TempDir()
	blocker := filepath.Join(dir, "file")
	os.WriteFile(blocker, nil, 0o600)
	r := start(t, func(o *kernel.Options) { o.HistoryFile = filepath.Join(blocker, "history") })
	r.exec("value 1")
	equal(t, "in memory", inputs(r.history(map[string]any{"hist_access_type": "tail", "n": 10})), []string{"value 1"})
}

func TestHistoryFileWithRubbish(t *testing.T) {
	file := filepath.Join(t.TempDir(), "history")
	os.WriteFile(file, []byte("{\"s\":7,\"n\":1,\"in\":\"old\"}\nnot json\n{\"s\":-1,\"n\":1,\"in\":\"x\"}\n\xff\xfe\n{\"s\":8,\"n\":1,\"out\":\"lost\"}\n"+strings.Repeat("y", 1<<20)+"\n{\"s\":8,\"n\":2,\"in\":\"cut of"), 0o600)
	r := start(t, func(o *kernel.Options) { o.HistoryFile = file })
	r.exec("value 1")
	equal(t, "tail", r.history(map[string]any{"hist_access_type": "tail", "n": 10}),
		[]any{[]any{7.0, 1.0, "old"}, []any{9.0, 1.0, "value 1"}})
}

func TestSessionsThatShareAFileHaveDifferentNumbers(t *testing.T) {
	file := filepath.Join(t.TempDir(), "history")
	sessions := make([]float64, 8)
	var wg sync.WaitGroup
	for i := range sessions {
		wg.Go(func() {
			r := start(t, func(o *kernel.Options) { o.HistoryFile = file })
			r.exec("value 1")
			h := r.history(map[string]any{"hist_access_type": "range", "session": 0})
			sessions[i] = h[0].([]any)[0].(float64)
		})
	}
	wg.Wait()
	seen := map[float64]bool{}
	for _, s := range sessions {
		if seen[s] {
			t.Errorf("numbers %v", sessions)
		}
		seen[s] = true
	}
}
