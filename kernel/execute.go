package kernel

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"runtime/debug"
	"slices"
	"time"

	"monge/dsl"
	"monge/dsl/display"
	"monge/kernel/wire"
)

// executeContent is the content of execute_request. Pointers tell absent from false.
type executeContent struct {
	Code            *string                    `json:"code"`
	Silent          bool                       `json:"silent"`
	StoreHistory    *bool                      `json:"store_history"`
	UserExpressions map[string]json.RawMessage `json:"user_expressions"`
	AllowStdin      bool                       `json:"allow_stdin"`
	StopOnError     *bool                      `json:"stop_on_error"`
}

// executeReply is the content of execute_reply. The count is there always, also after an error.
type executeReply struct {
	Status      string         `json:"status"`
	Count       int64          `json:"execution_count"`
	Payload     []any          `json:"payload"`
	Expressions map[string]any `json:"user_expressions"`
	*errorContent
}

// replyMetadata is the metadata of execute_reply.
type replyMetadata struct {
	Started         string `json:"started"`
	DependenciesMet bool   `json:"dependencies_met"`
	Engine          string `json:"engine"`
	Status          string `json:"status"`
}

func (k *Kernel) metadata(started time.Time, status string) replyMetadata {
	return replyMetadata{string(wire.AppendDate(nil, started)), true, k.codec.Session(), status}
}

// execute runs a cell.
func (k *Kernel) execute(r *request) {
	var c executeContent
	if !k.decode(r, &c) {
		return
	}
	if c.Code == nil {
		k.refuse(r, "BadRequest", "execute_request: content has no code")
		return
	}
	code, started := *c.Code, time.Now()
	store := !c.Silent && (c.StoreHistory == nil || *c.StoreHistory) && visible(code)
	count := k.executionCount.Load()
	if store {
		count = k.executionCount.Add(1)
	}
	if !c.Silent {
		k.iopub.send(r.origin, "execute_input", wire.Marshal(struct {
			Code  string `json:"code"`
			Count int64  `json:"execution_count"`
		}{code, count}))
	}
	if store {
		k.history.input(int(count), code)
	}

	opt := dsl.ExecOptions{Silent: c.Silent, StoreHistory: store, Color: true}
	if store {
		opt.Count = int(count)
	} else {
		opt.Filename = "<cell>" // it has no number of its own
	}
	out := k.newCell(r, c.Silent, c.AllowStdin)
	ctx, cancel := context.WithCancel(context.Background())
	x := k.running.begin(r, out, cancel)
	out.x = x
	var res dsl.Result
	if visible(code) {
		res = k.run(ctx, code, out, opt)
	}
	reply := executeReply{Status: "ok", Count: count, Payload: payload(res), Expressions: map[string]any{}}
	if res.Err == nil {
		for _, name := range slices.Sorted(maps.Keys(c.UserExpressions)) {
			reply.Expressions[name] = k.expression(ctx, c.UserExpressions[name], out)
		}
	}
	out.end()
	k.running.end(x)

	if res.Value != nil && res.Err == nil && !c.Silent {
		d := k.display(*res.Value, "")
		d.Count = &count
		k.iopub.send(r.origin, "execute_result", wire.Marshal(d))
		if store {
			k.history.output(int(count), res.Value.Plain())
		}
	}
	if res.Err != nil {
		e := errorOf(res.Err)
		if !c.Silent {
			k.iopub.send(r.origin, "error", wire.Marshal(e))
		}
		reply.Status, reply.errorContent = "error", &e
		if x.wasInterrupted() || (!c.Silent && (c.StopOnError == nil || *c.StopOnError)) {
			k.abortAfter(r)
		}
	}
	// Clients count on having seen all output when idle comes, and most of it when the reply comes: nbclient gives what
	// is left four seconds.
	k.iopub.flush()
	k.iopub.pub.Settle(settleLimit)
	k.replyWith(r, reply, k.metadata(started, reply.Status))
	if res.ExitCode != nil {
		r.after = func() { time.AfterFunc(exitDelay, k.Stop) }
	}
}

// settleLimit is how long a reply waits for subscribers that read, but not fast enough.
const settleLimit = 30 * time.Second

// exitDelay lets the reply that says ask_exit be seen before the sockets close.
const exitDelay = 100 * time.Millisecond

// run calls the evaluator. A panic in it is our bug, not the end of the session: it becomes the error of the cell.
func (k *Kernel) run(ctx context.Context, code string, out dsl.Sink, opt dsl.ExecOptions) (res dsl.Result) {
	defer func() {
		if p := recover(); p != nil {
			res = dsl.Result{Err: k.internalError(p)}
		}
	}()
	return k.eval().Execute(ctx, code, out, opt)
}

func (k *Kernel) internalError(p any) *dsl.Error {
	k.log.Error("the evaluator panicked", "panic", p, "stack", string(debug.Stack()))
	value := fmt.Sprintf("%v (a bug in Monge, not in the cell; the variables are kept)", p)
	return &dsl.Error{Name: "InternalError", Value: value, Traceback: []string{"InternalError: " + value}}
}

// expression is the value of one user expression, or its error.
func (k *Kernel) expression(ctx context.Context, raw json.RawMessage, out dsl.Sink) any {
	var expr string
	if err := json.Unmarshal(raw, &expr); err != nil {
		return errorContent{"error", "TypeError", "user expressions must be strings", []string{"TypeError: user expressions must be strings"}}
	}
	b, e := k.evaluate(ctx, expr, out)
	if e != nil {
		c := errorOf(e)
		c.Status = "error"
		return c
	}
	d := k.display(b, "")
	return struct {
		Status   string         `json:"status"`
		Data     map[string]any `json:"data"`
		Metadata map[string]any `json:"metadata"`
	}{"ok", d.Data, d.Metadata}
}

func (k *Kernel) evaluate(ctx context.Context, expr string, out dsl.Sink) (b display.Bundle, e *dsl.Error) {
	defer func() {
		if p := recover(); p != nil {
			e = k.internalError(p)
		}
	}()
	return k.eval().Evaluate(ctx, expr, out)
}

func errorOf(e *dsl.Error) errorContent {
	c := errorContent{Name: e.Name, Value: e.Value, Traceback: e.Traceback}
	if len(c.Traceback) == 0 {
		c.Traceback = []string{e.Error()}
	}
	return c
}

// payload lays out what the cell asks of the front end besides output.
func payload(res dsl.Result) []any {
	list := []any{}
	for _, p := range res.Payload {
		switch p.Source {
		case "page":
			data := map[string]any{"text/plain": p.Text}
			if p.Data != nil {
				data, _ = wire.Bundle(p.Data.Data)
			}
			list = append(list, map[string]any{"source": "page", "data": data, "start": 0})
		case "set_next_input":
			list = append(list, map[string]any{"source": "set_next_input", "text": p.Text, "replace": p.Replace})
		}
	}
	if res.ExitCode != nil {
		list = append(list, map[string]any{"source": "ask_exit", "keepkernel": false})
	}
	return list
}

// Cells that were sent before anyone could know of the failure are aborted. Most of them wait in the queue by now; for
// those on the way the kernel waits a moment when the cell failed fast, and then recognises them by their date: made
// before the answer to the failed cell was sent, in the client's own clock. What is sent after the answer is run.
const (
	abortGrace = 10 * time.Millisecond
	abortReach = 2 * time.Second
)

func (k *Kernel) abortAfter(r *request) {
	if wait := abortGrace - time.Since(r.received); wait > 0 {
		time.Sleep(wait)
	}
	now := time.Now()
	q := k.shellQueue
	q.mu.Lock()
	q.abort = abortMark{}
	if made, err := time.Parse(time.RFC3339Nano, r.Header.Date); err == nil {
		q.abort = abortMark{session: r.Header.Session, before: made.Add(now.Sub(r.received)), until: now.Add(abortReach)}
	}
	q.mu.Unlock()
	if n := q.abortExecutes(); n > 0 {
		k.log.Debug("cells aborted", "count", n)
	}
}

func (a abortMark) covers(r *request) bool {
	if a.until.IsZero() || r.received.After(a.until) || r.Header.Session != a.session {
		return false
	}
	made, err := time.Parse(time.RFC3339Nano, r.Header.Date)
	return err == nil && made.Before(a.before)
}

// abortReply answers a cell that is not run because an earlier one failed.
func (k *Kernel) abortReply(r *request) {
	k.replyWith(r, executeReply{Status: "aborted", Count: k.executionCount.Load(), Payload: []any{}, Expressions: map[string]any{}},
		k.metadata(time.Now(), "aborted"))
}
