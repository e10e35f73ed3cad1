package kernel_test

import (
	"testing"
	"time"

	"monge/kernel/client"
)

func TestCompletionCountsCodePoints(t *testing.T) {
	r := start(t)
	res := r.do(client.Shell, "complete_request", map[string]any{"code": "🚀é = pa + 1", "cursor_pos": 7})
	c := content(t, res.Reply)
	equal(t, "reply", []any{c["status"], c["matches"], c["cursor_start"], c["cursor_end"]}, []any{"ok", []any{"page", "panic"}, 5.0, 7.0})
	types := c["metadata"].(map[string]any)["_jupyter_types_experimental"].([]any)
	equal(t, "types", types[0], map[string]any{"start": 5.0, "end": 7.0, "text": "page", "type": "function", "signature": "(text)"})
	equal(t, "iopub", res.Types(), []string{"busy", "idle"})

	none := content(t, r.do(client.Shell, "complete_request", map[string]any{"code": "zz", "cursor_pos": 2}).Reply)
	equal(t, "no match", []any{none["status"], none["matches"]}, []any{"ok", []any{}})
}

func TestCursorsOutsideTheCodeAreMovedInto(t *testing.T) {
	r := start(t)
	for _, pos := range []any{-5, 0, 2, 3, 1 << 40, nil} {
		c := content(t, r.do(client.Shell, "complete_request", map[string]any{"code": "pa", "cursor_pos": pos}).Reply)
		equal(t, "status", c["status"], "ok")
	}
	c := content(t, r.do(client.Shell, "complete_request", map[string]any{"code": "PANIC pa", "cursor_pos": 8}).Reply)
	equal(t, "a panic is no matches", []any{c["status"], c["matches"]}, []any{"ok", []any{}})
}

func TestInspect(t *testing.T) {
	r := start(t)
	c := content(t, r.do(client.Shell, "inspect_request", map[string]any{"code": "print", "cursor_pos": 3, "detail_level": 1}).Reply)
	equal(t, "reply", []any{c["status"], c["found"], c["data"]}, []any{"ok", true, map[string]any{"text/plain": "print(text) at 3, detail 1"}})
	c = content(t, r.do(client.Shell, "inspect_request", map[string]any{"code": "zzz", "cursor_pos": 3}).Reply)
	equal(t, "not found", []any{c["status"], c["found"], c["data"], c["metadata"]}, []any{"ok", false, map[string]any{}, map[string]any{}})
}

func TestIsComplete(t *testing.T) {
	r := start(t)
	for code, want := range map[string]map[string]any{
		"print":    {"status": "complete"},
		"if x:":    {"status": "incomplete", "indent": "    "},
		"print (x": {"status": "invalid"},
	} {
		equal(t, code, content(t, r.do(client.Shell, "is_complete_request", map[string]any{"code": code}).Reply), want)
	}
}

func TestHelpDoesNotWaitForARunningCell(t *testing.T) {
	r := start(t)
	call := r.launch("sleep 30s")
	time.Sleep(50 * time.Millisecond)
	began := time.Now()
	r.do(client.Shell, "complete_request", map[string]any{"code": "pa", "cursor_pos": 2})
	r.do(client.Shell, "inspect_request", map[string]any{"code": "print", "cursor_pos": 2})
	r.do(client.Shell, "is_complete_request", map[string]any{"code": "print"})
	if d := time.Since(began); d > 5*time.Second {
		t.Errorf("took %v", d)
	}
	r.Interrupt(ctxOf(t))
	res := r.wait(call)
	types := res.Types()
	equal(t, "first and last", []string{types[0], types[len(types)-1]}, []string{"busy", "idle"})
}

func TestUsage(t *testing.T) {
	r := start(t)
	r.do(client.Control, "usage_request", struct{}{})
	c := content(t, r.do(client.Control, "usage_request", struct{}{}).Reply)
	for _, key := range []string{"hostname", "pid", "cpu_count", "kernel_cpu"} {
		if c[key] == nil {
			t.Errorf("no %s in %v", key, c)
		}
	}
}

func TestConnectRequest(t *testing.T) {
	r := start(t)
	c := content(t, r.do(client.Shell, "connect_request", struct{}{}).Reply)
	equal(t, "shell", c["shell_port"], float64(r.conn.ShellPort))
}
