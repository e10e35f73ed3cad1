package kernel_test

import (
	"strings"
	"testing"
	"time"

	"monge/dsl"
	"monge/kernel"
	"monge/kernel/client"
)

// The language itself behind the kernel, where the two meet.
func startSession(t testing.TB) *running {
	return start(t, func(o *kernel.Options) { o.NewEvaluator = func() dsl.Evaluator { return dsl.NewSession() } })
}

func TestSessionOrder(t *testing.T) {
	r := startSession(t)
	res := r.exec("print('a')\ndisplay(1)\nprint('b', end='')\n6 * 7")
	equal(t, "types", res.Types(), []string{"busy", "execute_input", "stream", "display_data", "stream", "execute_result", "idle"})
	equal(t, "text", res.Stream("stdout"), "a\nb")
	equal(t, "result", content(t, res.Of("execute_result")[0])["data"].(map[string]any)["text/plain"], "42")
	equal(t, "silent value", r.exec("6 * 7;").Types(), []string{"busy", "execute_input", "idle"})
	equal(t, "last value", r.exec("_ + 1").Data("text/plain"), "43")
}

func TestSessionErrors(t *testing.T) {
	r := startSession(t)
	for code, name := range map[string]string{"1 / 0": "ZeroDivisionError", "x = = 1": "SyntaxError", "nothing": "NameError", "def f(): return f()\nf()": "RecursionError"} {
		res := r.exec(code)
		equal(t, code, []any{res.Status(), res.Err().Name, len(res.Of("error"))}, []any{"error", name, 1})
		if len(res.Err().Traceback) == 0 {
			t.Errorf("%s: no traceback", code)
		}
	}
}

func TestSessionInterrupts(t *testing.T) {
	r := startSession(t)
	r.exec("x = 42")
	for _, code := range []string{"while True: pass", "[i for i in iter(int, 1)]", "for i in range(10**12):\n    try:\n        x\n    except NameError:\n        pass",
		"while True:\n    print('y')", "sum(i for i in iter(int, 1))", "input('?')"} {
		call := r.launch(code, client.Options{Input: func(string, bool) string { select {} }})
		time.Sleep(100 * time.Millisecond)
		began := time.Now()
		must(r.Interrupt(ctxOf(t)))
		res := r.wait(call)
		if d := time.Since(began); d > 2*time.Second {
			t.Errorf("%q took %v", code, d)
		}
		equal(t, code, res.Err().Name, "KeyboardInterrupt")
		equal(t, "x", r.exec("x").Data("text/plain"), "42")
	}
}

func TestSessionInterruptCanBeCaught(t *testing.T) {
	r := startSession(t)
	call := r.launch("try:\n    while True: pass\nexcept KeyboardInterrupt:\n    print('caught')\n'went on'")
	time.Sleep(100 * time.Millisecond)
	must(r.Interrupt(ctxOf(t)))
	res := r.wait(call)
	equal(t, "outcome", []string{res.Status(), res.Stream("stdout"), res.Data("text/plain")}, []string{"ok", "caught\n", "'went on'"})
}

func TestSessionAnswersQuestions(t *testing.T) {
	r := startSession(t)
	res := r.exec("number = 6", client.Options{Expressions: map[string]string{"a": "number * 7", "b": "1 / 0"}})
	e := content(t, res.Reply)["user_expressions"].(map[string]any)
	equal(t, "value", e["a"].(map[string]any)["data"].(map[string]any)["text/plain"], "42")
	equal(t, "error", e["b"].(map[string]any)["ename"], "ZeroDivisionError")
	c := content(t, r.do(client.Shell, "complete_request", map[string]any{"code": "'🚀'; numb", "cursor_pos": 9}).Reply)
	equal(t, "completion", []any{c["matches"], c["cursor_start"], c["cursor_end"]}, []any{[]any{"number"}, 5.0, 9.0})
	for code, want := range map[string]string{"1": "complete", "def f():": "incomplete", "x = )": "invalid"} {
		equal(t, code, content(t, r.do(client.Shell, "is_complete_request", map[string]any{"code": code}).Reply)["status"], want)
	}
	i := content(t, r.do(client.Shell, "inspect_request", map[string]any{"code": "zip", "cursor_pos": 2, "detail_level": 0}).Reply)
	equal(t, "inspect", i["found"], true)
	equal(t, "input", r.exec("print('hello', input('? '))", client.Options{Input: func(string, bool) string { return "Ada" }}).Stream("stdout"), "hello Ada\n")
}

func TestSessionAnswersWhileACellRuns(t *testing.T) {
	r := startSession(t)
	r.exec("number = 6")
	call := r.launch("n = 0\nwhile True:\n    n += 1\n    globals()['name' + str(n % 50)] = [n]")
	time.Sleep(50 * time.Millisecond)
	for range 50 {
		c := content(t, r.do(client.Shell, "complete_request", map[string]any{"code": "numb", "cursor_pos": 4}).Reply)
		equal(t, "matches", c["matches"], []any{"number"})
		r.do(client.Shell, "inspect_request", map[string]any{"code": "number", "cursor_pos": 4})
		r.do(client.Shell, "is_complete_request", map[string]any{"code": "number"})
	}
	must(r.Interrupt(ctxOf(t)))
	equal(t, "cell", r.wait(call).Err().Name, "KeyboardInterrupt")
}

func TestSessionLosesNoLine(t *testing.T) {
	r := startSession(t)
	want := wantLines(20000)
	for range runs(5, 1) {
		if got := r.exec("for i in range(20000):\n    print(i)").Stream("stdout"); got != want {
			t.Fatalf("%d of %d bytes", len(got), len(want))
		}
	}
}

func TestSessionExit(t *testing.T) {
	r := startSession(t)
	res := r.exec("exit()")
	equal(t, "status", res.Status(), "ok")
	if p := content(t, res.Reply)["payload"].([]any); len(p) != 1 || !strings.Contains(string(res.Reply.Content), "ask_exit") {
		t.Errorf("payload %v", p)
	}
	r.ends(3 * time.Second)
}

func BenchmarkSessionExecuteToIdle(b *testing.B) {
	r := startSession(b)
	for b.Loop() {
		r.exec("1 + 1")
	}
}
