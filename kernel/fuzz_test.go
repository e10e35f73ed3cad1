package kernel

import (
	"testing"
	"time"

	"monge/dsl"
	"monge/kernel/wire"
)

// FuzzContent gives arbitrary contents to every handler. Nothing may panic: dispatch would catch it, so the test
// catches it first.
func FuzzContent(f *testing.F) {
	types := []string{"execute_request", "complete_request", "inspect_request", "is_complete_request", "history_request", "comm_open", "comm_msg",
		"comm_close", "comm_info_request", "kernel_info_request", "connect_request", "shutdown_request", "interrupt_request", "usage_request"}
	for i, content := range []string{`{"code":"x","user_expressions":{"a":"b","c":1}}`, `{"code":"é🚀","cursor_pos":1}`, `{"code":"x","cursor_pos":-1,"detail_level":1}`,
		`{"code":""}`, `{"hist_access_type":"search","pattern":"[^a-z]*","n":3}`, `{"comm_id":"a","target_name":"b","data":{}}`, `{"comm_id":"a","data":null}`,
		`{"comm_id":1}`, `{"target_name":null}`, `{}`, `[]`, `{"restart":true}`, `null`, "{\"code\":\"\xff\"}"} {
		f.Add(byte(i), []byte(content))
	}
	k, err := New(wire.Connection{Transport: "tcp", IP: "127.0.0.1"}, Options{NewEvaluator: func() dsl.Evaluator { return broken{"fuzzing"} }, HistoryFile: MemoryHistory})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(k.end)
	f.Fuzz(func(t *testing.T, kind byte, content []byte) {
		name := types[int(kind)%len(types)]
		h := shellHandlers[name]
		if h == nil {
			h = controlHandlers[name]
		}
		m := &wire.Message{Header: wire.Header{MsgType: name}, RawHeader: []byte("{}"), Content: content, Metadata: []byte("{}")}
		h(k, &request{Message: m, from: "nobody", router: k.shell, origin: &origin{m.RawHeader}, received: time.Now().Add(-time.Second)})
		k.history.mu.Lock()
		k.history.lines = nil
		k.history.mu.Unlock()
	})
}

func FuzzGlob(f *testing.F) {
	f.Add("a*b?[c-e][^f]", "axxbyzg")
	f.Add("[", "[")
	f.Add("[]]*", "]x")
	f.Fuzz(func(t *testing.T, pattern, text string) {
		if len(pattern) > 100 || len(text) > 100 {
			return
		}
		p, s := []rune(pattern), []rune(text)
		if got, want := glob(p, s), globSlow(p, s); got != want {
			t.Fatalf("glob(%q, %q) = %v", pattern, text, got)
		}
	})
}

// globSlow is the definition: every way to divide the text among the stars, each pair of positions once.
func globSlow(p, s []rune) bool {
	type at struct{ p, s int }
	seen := map[at]bool{}
	var match func(i, j int) bool
	match = func(i, j int) bool {
		if seen[at{i, j}] {
			return false // tried before, without success
		}
		seen[at{i, j}] = true
		switch {
		case i == len(p):
			return j == len(s)
		case p[i] == '*':
			return match(i+1, j) || (j < len(s) && match(i, j+1))
		case j == len(s):
			return false
		}
		n, ok := globOne(p[i:], s[j])
		return ok && match(i+n, j+1)
	}
	return match(0, 0)
}
