package kernel_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"time"

	"monge/kernel"
	"monge/kernel/client"
	"monge/kernel/wire"
)

func TestOrderOfACell(t *testing.T) {
	r := start(t)
	res := r.exec("print a\neprint b\nprint c\ndisplay d1 D\nprint e\nclear wait\nupdate d1 D2\nprint f\nvalue V")
	equal(t, "types", res.Types(), []string{"busy", "execute_input", "stream", "stream", "stream", "display_data", "stream", "clear_output",
		"update_display_data", "stream", "execute_result", "idle"})
	var text string
	for _, m := range res.Of("stream") {
		c := content(t, m)
		text += c["name"].(string) + ":" + c["text"].(string)
		equal(t, "topic", string(m.Identities[0]), "stream."+c["name"].(string))
	}
	equal(t, "streams", text, "stdout:a\nstderr:b\nstdout:c\nstdout:e\nstdout:f\n")
	for _, m := range res.IOPub {
		if m.ParentHeader().MsgID != res.Reply.ParentHeader().MsgID {
			t.Errorf("%s has another parent", m.Header.MsgType)
		}
		if !strings.Contains(string(m.Identities[0]), m.Header.MsgType[:5]) {
			t.Errorf("topic %s of %s", m.Identities[0], m.Header.MsgType)
		}
	}
	in, out := content(t, res.Of("execute_input")[0]), content(t, res.Of("execute_result")[0])
	reply := content(t, res.Reply)
	equal(t, "counts", []any{in["execution_count"], out["execution_count"], reply["execution_count"]}, []any{1.0, 1.0, 1.0})
	equal(t, "result", out["data"], map[string]any{"text/plain": "V"})
	equal(t, "metadata", out["metadata"], map[string]any{})
	d := content(t, res.Of("display_data")[0])
	equal(t, "transient", d["transient"], map[string]any{"display_id": "d1"})
	u := content(t, res.Of("update_display_data")[0])
	equal(t, "update", []any{u["transient"], u["data"]}, []any{map[string]any{"display_id": "d1"}, map[string]any{"text/plain": "D2"}})
	equal(t, "clear", content(t, res.Of("clear_output")[0])["wait"], true)
	equal(t, "reply", []any{reply["status"], reply["payload"], reply["user_expressions"]}, []any{"ok", []any{}, map[string]any{}})
}

func TestManyStreamPiecesBecomeFewMessages(t *testing.T) {
	r := start(t)
	res := r.exec("lines 1000")
	equal(t, "lines", strings.Count(res.Stream("stdout"), "\n"), 1000)
	if n := len(res.Of("stream")); n > 20 {
		t.Errorf("%d messages for 2000 writes", n)
	}
}

func TestErrorIsOneMessageAndTheSameInTheReply(t *testing.T) {
	r := start(t)
	res := r.exec("print a\nraise ValueError bad\nprint b")
	equal(t, "types", res.Types(), []string{"busy", "execute_input", "stream", "error", "idle"})
	e, reply := content(t, res.Of("error")[0]), content(t, res.Reply)
	for _, key := range []string{"ename", "evalue", "traceback"} {
		equal(t, key, e[key], reply[key])
	}
	equal(t, "error", []any{reply["status"], reply["ename"], reply["evalue"], reply["execution_count"]}, []any{"error", "ValueError", "bad", 1.0})
	equal(t, "traceback", reply["traceback"], []any{"Traceback", "ValueError: bad"})
}

// The matrix of silent and store_history: what is shown, and what is counted.
func TestSilentAndStoreHistory(t *testing.T) {
	r := start(t)
	r.exec("value 0")
	for _, c := range []struct {
		name  string
		code  string
		o     client.Options
		types []string
		count float64
		seen  string // what the evaluator was told
	}{
		{"plain", "count", client.Options{}, []string{"busy", "execute_input", "execute_result", "idle"}, 2, "2  false true"},
		{"no history", "count", client.Options{NoHistory: true}, []string{"busy", "execute_input", "execute_result", "idle"}, 2, "0 <cell> false false"},
		{"silent", "print a\ndisplay x y\nclear\nvalue 1", client.Options{Silent: true}, []string{"busy", "idle"}, 2, ""},
		{"silent error", "raise E x", client.Options{Silent: true}, []string{"busy", "idle"}, 2, ""},
		{"blank", " \n", client.Options{}, []string{"busy", "execute_input", "idle"}, 2, ""},
		{"plain again", "count", client.Options{}, []string{"busy", "execute_input", "execute_result", "idle"}, 3, "3  false true"},
	} {
		t.Run(c.name, func(t *testing.T) {
			res := execOn(t, r.Client, c.code, c.o)
			equal(t, "types", res.Types(), c.types)
			equal(t, "count", content(t, res.Reply)["execution_count"], c.count)
			equal(t, "told", res.Data("text/plain"), c.seen)
		})
	}
	// Silence wins over a store_history that contradicts it.
	res := r.do(client.Shell, "execute_request", map[string]any{"code": "value 1", "silent": true, "store_history": true})
	equal(t, "count", content(t, res.Reply)["execution_count"], 3.0)
}

func TestUserExpressions(t *testing.T) {
	r := start(t)
	res := r.exec("set x 42", client.Options{Expressions: map[string]string{"a": "x", "b": "missing", "c": "panic"}})
	e := content(t, res.Reply)["user_expressions"].(map[string]any)
	equal(t, "value", e["a"], map[string]any{"status": "ok", "data": map[string]any{"text/plain": "42"}, "metadata": map[string]any{}})
	b := e["b"].(map[string]any)
	equal(t, "error", []any{b["status"], b["ename"]}, []any{"error", "NameError"})
	equal(t, "panic", e["c"].(map[string]any)["ename"], "InternalError")
	equal(t, "status", res.Status(), "ok")

	// Inline expressions of documents come with empty code.
	res = r.exec("", client.Options{Silent: true, Expressions: map[string]string{"a": "x"}})
	if e, _ = content(t, res.Reply)["user_expressions"].(map[string]any); e["a"] == nil {
		t.Error("expression with empty code was not evaluated")
	}
	// After an error nothing is evaluated.
	res = r.exec("raise E x", client.Options{Expressions: map[string]string{"a": "x"}})
	equal(t, "after an error", content(t, res.Reply)["user_expressions"], map[string]any{})
	res = r.do(client.Shell, "execute_request", map[string]any{"code": "", "user_expressions": map[string]any{"a": 1}})
	equal(t, "not a string", content(t, res.Reply)["user_expressions"].(map[string]any)["a"].(map[string]any)["status"], "error")
}

func TestErrorAbortsTheCellsThatWait(t *testing.T) {
	r := start(t)
	first := r.launch("sleep 200ms\nraise E x")
	var queued []*client.Call
	for range 3 {
		queued = append(queued, r.launch("print ran"))
	}
	info, _ := r.Start(client.Shell, "kernel_info_request", struct{}{})
	equal(t, "first", r.wait(first).Status(), "error")
	for _, call := range queued {
		res := r.wait(call)
		equal(t, "status", res.Status(), "aborted")
		equal(t, "types", res.Types(), []string{"busy", "idle"})
		equal(t, "count", content(t, res.Reply)["execution_count"], 1.0)
		var m struct{ Status string }
		json.Unmarshal(res.Reply.Metadata, &m)
		equal(t, "metadata", m.Status, "aborted")
	}
	equal(t, "other requests", r.wait(info).Status(), "ok")
	equal(t, "later cells", r.exec("print ran").Status(), "ok")
}

// A front end that runs all cells sends them in one go; the first may fail before the last has arrived.
func TestErrorAbortsCellsThatWereSentBeforeItsReply(t *testing.T) {
	r := start(t)
	calls := []*client.Call{r.launch("raise E x")}
	for range 20 {
		calls = append(calls, r.launch("print ran"))
	}
	for i, call := range calls[1:] {
		if res := r.wait(call); res.Status() != "aborted" {
			t.Errorf("cell %d: %s", i+1, res.Status())
		}
	}
	for range 20 { // what is sent after the reply is run, however soon
		equal(t, "failed", r.exec("raise E x").Status(), "error")
		equal(t, "next", r.exec("print x").Status(), "ok")
	}
}

func TestStopOnErrorFalseLetsTheQueueRun(t *testing.T) {
	r := start(t)
	first := r.launch("sleep 100ms\nraise E x", client.Options{NoAbort: true})
	second := r.launch("print ran")
	equal(t, "first", r.wait(first).Status(), "error")
	equal(t, "second", r.wait(second).Status(), "ok")
}

func TestPayloads(t *testing.T) {
	r := start(t)
	reply := content(t, r.exec("page help text").Reply)
	equal(t, "page", reply["payload"], []any{map[string]any{"source": "page", "start": 0.0, "data": map[string]any{"text/plain": "help text"}}})
	reply = content(t, r.exec("next x = 1\nraise E x").Reply)
	equal(t, "next input, also on error", reply["payload"], []any{map[string]any{"source": "set_next_input", "text": "x = 1", "replace": true}})
}

func TestBundlesAreWhatFrontEndsRead(t *testing.T) {
	r := start(t)
	d := content(t, r.exec("bundle").Of("display_data")[0])
	equal(t, "data", d["data"], map[string]any{
		"text/plain": "figure", "image/png": "iVBORw==", "image/svg+xml": "<svg/>",
		"application/json":       map[string]any{"nan": nil, "inf": []any{1.0, nil}},
		"application/vnd.x+json": map[string]any{"a": 1.0},
	})
	equal(t, "metadata", d["metadata"], map[string]any{"image/png": map[string]any{"width": 10.0}})
	equal(t, "transient", d["transient"], map[string]any{})
	key := regexp.MustCompile(`^[\w\-+.]+/[\w\-+.]+$`)
	for k := range d["data"].(map[string]any) {
		if !key.MatchString(k) {
			t.Errorf("key %q", k)
		}
	}
}

func TestPanicBecomesAnErrorAndTheVariablesStay(t *testing.T) {
	r := start(t)
	r.exec("set x 42")
	res := r.exec("print before\npanic boom")
	equal(t, "types", res.Types(), []string{"busy", "execute_input", "stream", "error", "idle"})
	e := res.Err()
	equal(t, "name", e.Name, "InternalError")
	if !strings.Contains(e.Value, "boom") {
		t.Errorf("value %q", e.Value)
	}
	equal(t, "x", r.exec("get x").Data("text/plain"), "42")
}

func TestEvaluatorThatCannotBeMade(t *testing.T) {
	r := start(t, func(o *kernel.Options) { o.NewEvaluator = func() evaluatorT { panic("no fonts") } })
	res := r.exec("print x")
	equal(t, "status", res.Status(), "error")
	if v := res.Err().Value; !strings.Contains(v, "no fonts") {
		t.Errorf("value %q", v)
	}
	r.do(client.Shell, "complete_request", map[string]any{"code": "x", "cursor_pos": 1})
}

func TestBackgroundOutputKeepsItsParent(t *testing.T) {
	r := start(t)
	late := make(chan *wire.Message, 10)
	r.Watch(func(m *wire.Message) {
		if m.Header.MsgType == "stream" {
			late <- m
		}
	})
	first := r.exec("background 50ms late")
	second := r.launch("sleep 300ms")
	m := <-late
	equal(t, "parent", m.ParentHeader().MsgID, first.Reply.ParentHeader().MsgID)
	equal(t, "text", content(t, m)["text"], "late\n")
	r.wait(second)
}

func TestOutputIsCappedWithHeadNoticeAndTail(t *testing.T) {
	r := start(t, func(o *kernel.Options) { o.OutputLimit = 10000 })
	res := r.exec("lines 100000\nvalue 1")
	out, notice := res.Stream("stdout"), res.Stream("stderr")
	if !strings.HasPrefix(out, "0\n1\n2\n") || !strings.HasSuffix(out, "99998\n99999\n") {
		t.Errorf("head or tail is missing: %q ... %q", out[:20], out[len(out)-20:])
	}
	if tail := len(out) - 10000; tail < 64<<10 || tail > 70<<10 {
		t.Errorf("%d bytes", len(out))
	}
	total := 10*2 + 90*3 + 900*4 + 9000*5 + 90000*6
	if !strings.Contains(notice, "[monge: "+itoa(total-len(out))+" bytes") {
		t.Errorf("notice %q, %d of %d bytes", notice, len(out), total)
	}
	types := res.Types()
	equal(t, "end", types[len(types)-2:], []string{"execute_result", "idle"})
	if got := r.exec("bytes 9999").Stream("stdout"); len(got) != 9999 {
		t.Error("the limit is for each cell")
	}
	if got := r.exec("bytes 9999\nclear\nbytes 9999").Stream("stdout"); len(got) != 2*9999 {
		t.Error("clear_output begins anew")
	}
}

func TestBadContentIsAnsweredWithAnError(t *testing.T) {
	r := start(t)
	for _, c := range []struct {
		typ     string
		content any
	}{
		{"execute_request", map[string]any{"silent": false}},
		{"execute_request", map[string]any{"code": 1}},
		{"execute_request", []int{1}},
		{"complete_request", map[string]any{"code": "x", "cursor_pos": "1"}},
		{"inspect_request", 7},
		{"history_request", map[string]any{"hist_access_type": "whatever"}},
		{"history_request", map[string]any{"n": "3"}},
		{"shutdown_request", map[string]any{"restart": "yes"}},
	} {
		res := r.do(client.Shell, c.typ, c.content)
		equal(t, c.typ, []any{res.Status(), res.Types()}, []any{"error", []string{"busy", "idle"}})
		if e := res.Err(); e.Name == "" || e.Traceback == nil {
			t.Errorf("%s: %+v", c.typ, e)
		}
	}
	r.alive()
}

func TestUnknownTypeIsBusyAndIdleOnly(t *testing.T) {
	r := start(t)
	for _, ch := range []client.Channel{client.Shell, client.Control} {
		call, _ := r.Start(ch, "strange_request", map[string]any{})
		r.do(ch, "kernel_info_request", struct{}{}) // served after it
		time.Sleep(50 * time.Millisecond)
		res, _ := call.Wait(ended())
		equal(t, "types", res.Types(), []string{"busy", "idle"})
		if res.Reply != nil {
			t.Error("an unknown type was answered")
		}
	}
}
