package kernel_test

import (
	"testing"
	"time"

	"monge/kernel/client"
	"monge/kernel/wire"
)

func TestInputAsksTheClientOfTheCell(t *testing.T) {
	r := start(t)
	other := r.dial("")
	defer other.Close()
	var asked []any
	ask := func(prompt string, password bool) string {
		asked = append(asked, prompt, password)
		return "Ada"
	}
	res := r.exec("print first\ninput name? \npassword key? ", client.Options{Input: ask})
	equal(t, "asked", asked, []any{"name? ", false, "key? ", true})
	equal(t, "output", res.Stream("stdout"), "first\ngot Ada\ngot Ada\n")
	equal(t, "order", res.Status(), "ok")
}

func TestInputWithoutPermissionRaisesAtOnce(t *testing.T) {
	r := start(t)
	began := time.Now()
	equal(t, "error", r.exec("input ?").Err().Name, "StdinNotImplementedError")
	if d := time.Since(began); d > 5*time.Second {
		t.Errorf("took %v", d)
	}
}

func TestEndOfTransmissionIsEndOfFile(t *testing.T) {
	r := start(t)
	res := r.exec("input ?", client.Options{Input: func(string, bool) string { return "\x04" }})
	equal(t, "error", res.Err().Name, "EOFError")
}

func TestInterruptEndsTheWaitForInput(t *testing.T) {
	r := start(t)
	asked := make(chan bool)
	hold := make(chan bool)
	defer close(hold)
	call := r.launch("input ?", client.Options{Input: func(string, bool) string { close(asked); <-hold; return "late" }})
	<-asked
	equal(t, "interrupt", content(t, must(r.Interrupt(ctxOf(t))).Reply), map[string]any{"status": "ok"})
	equal(t, "error", r.wait(call).Err().Name, "KeyboardInterrupt")
}

// Answers that come before they are asked for, after their time, from a stranger, or to another question are dropped.
func TestStaleInputRepliesArePurged(t *testing.T) {
	r := start(t)
	shell, stdin := newRaw(t, r.conn, "shell", "me"), newRaw(t, r.conn, "stdin", "me")
	stranger := newRaw(t, r.conn, "stdin", "stranger")
	answer := func(w *raw, parent, value string) {
		d := wire.Draft{Type: "input_reply", Content: wire.Marshal(map[string]string{"value": value})}
		if parent != "" {
			d.Parent = wire.Marshal(map[string]string{"msg_id": parent, "msg_type": "input_request"})
		}
		w.send(w.codec.Encode(d))
	}
	answer(stdin, "", "early")
	r.exec("print x")
	shell.send(shell.codec.Encode(wire.Draft{Type: "execute_request", Content: wire.Marshal(map[string]any{"code": "input ?\ninput ?", "allow_stdin": true})}))
	q := stdin.recv()
	equal(t, "type", q.Header.MsgType, "input_request")
	equal(t, "parent", q.ParentHeader().MsgType, "execute_request")
	equal(t, "password", content(t, q)["password"], false)
	answer(stranger, "", "stranger")
	answer(stdin, "another-question", "other")
	time.Sleep(50 * time.Millisecond)
	answer(stdin, q.Header.MsgID, "right")
	q2 := stdin.recv()
	answer(stdin, q.Header.MsgID, "twice")
	time.Sleep(20 * time.Millisecond)
	answer(stdin, "", "second") // clients may leave out the parent
	_ = q2
	reply := shell.recv()
	equal(t, "status", content(t, reply)["status"], "ok")
	h := content(t, r.do(client.Shell, "history_request", map[string]any{"hist_access_type": "tail", "n": 1}).Reply)
	if h["status"] != "ok" {
		t.Error(h)
	}
}

func must(r *client.Result, err error) *client.Result {
	if err != nil {
		panic(err)
	}
	return r
}
