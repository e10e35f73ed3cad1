package kernel_test

import (
	"strings"
	"testing"
	"time"

	"monge/kernel/client"
)

func TestInterruptWhileIdleIsHarmless(t *testing.T) {
	r := start(t)
	r.exec("set x 42")
	for range 3 {
		res := must(r.Interrupt(ctxOf(t)))
		equal(t, "reply", content(t, res.Reply), map[string]any{"status": "ok"})
		equal(t, "iopub", res.Types(), []string{"busy", "idle"})
		r.k.Interrupt() // as SIGINT does
	}
	equal(t, "the next cell", r.exec("sleep 10ms\nget x").Data("text/plain"), "42")
}

func TestInterruptStopsACellAndKeepsState(t *testing.T) {
	r := start(t)
	r.exec("set x 42")
	call := r.launch("print started\nsleep 60s")
	time.Sleep(50 * time.Millisecond)
	began := time.Now()
	must(r.Interrupt(ctxOf(t)))
	res := r.wait(call)
	if d := time.Since(began); d > 2*time.Second {
		t.Errorf("took %v", d)
	}
	equal(t, "error", res.Err().Name, "KeyboardInterrupt")
	equal(t, "output before", res.Stream("stdout"), "started\n")
	equal(t, "x", r.exec("get x").Data("text/plain"), "42")
}

func TestInterruptRightAfterTheRequestIsNotLost(t *testing.T) {
	r := start(t)
	for range 20 {
		call := r.launch("sleep 60s")
		must(r.Interrupt(ctxOf(t))) // may come before, while or after the cell begins
		select {
		case <-waited(call, r):
		case <-time.After(100 * time.Millisecond):
			must(r.Interrupt(ctxOf(t))) // it had come before the cell was received
			r.wait(call)
		}
	}
}

func waited(call *client.Call, r *running) chan struct{} {
	c := make(chan struct{})
	go func() { defer close(c); call.Wait(ctxOf(r.t)) }()
	return c
}

func TestInterruptAbortsTheQueue(t *testing.T) {
	r := start(t)
	// Also where the failing of cells does not stop others: an interrupt means all that was asked for.
	first := r.launch("sleep 60s", client.Options{NoAbort: true})
	var queued []*client.Call
	for range 3 {
		queued = append(queued, r.launch("print ran", client.Options{NoAbort: true}))
	}
	time.Sleep(100 * time.Millisecond)
	must(r.Interrupt(ctxOf(t)))
	equal(t, "first", r.wait(first).Err().Name, "KeyboardInterrupt")
	for _, call := range queued {
		equal(t, "queued", r.wait(call).Status(), "aborted")
	}
	equal(t, "later", r.exec("print x").Status(), "ok")
}

func TestSecondInterruptTellsTheTruth(t *testing.T) {
	r := start(t)
	call := r.launch("stubborn 3s\nprint done")
	time.Sleep(50 * time.Millisecond)
	equal(t, "first", must(r.Interrupt(ctxOf(t))).Status(), "ok")
	second := must(r.Interrupt(ctxOf(t)))
	equal(t, "second", []string{second.Status(), second.Err().Name}, []string{"error", "InterruptPending"})
	if !strings.Contains(second.Err().Value, "restart") {
		t.Errorf("no remedy in %q", second.Err().Value)
	}
	equal(t, "cell", r.wait(call).Status(), "ok")
}
