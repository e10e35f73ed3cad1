package kernel

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"monge/kernel/wire"
	"monge/kernel/zmtp"
)

// request is a message on shell or control on its way through the kernel.
type request struct {
	*wire.Message
	from     string       // identity of the client
	router   *zmtp.Router // where the answer goes
	origin   *origin
	received time.Time
	aborted  bool   // an earlier cell failed: answered with "aborted" instead of run; under the queue's lock
	after    func() // runs when all is answered
}

// handler serves a type of request. It runs between the busy and the idle of the request.
type handler func(k *Kernel, r *request)

// The tables of handlers. Control serves the few requests that must not wait for a running cell.
var (
	shellHandlers   map[string]handler
	controlHandlers map[string]handler
)

func init() {
	shellHandlers = map[string]handler{
		"kernel_info_request": (*Kernel).kernelInfo,
		"execute_request":     (*Kernel).execute,
		"complete_request":    (*Kernel).complete,
		"inspect_request":     (*Kernel).inspect,
		"is_complete_request": (*Kernel).isComplete,
		"history_request":     (*Kernel).historyRequest,
		"comm_open":           (*Kernel).commOpen,
		"comm_msg":            (*Kernel).commMsg,
		"comm_close":          (*Kernel).commClose,
		"comm_info_request":   (*Kernel).commInfo,
		"connect_request":     (*Kernel).connect,
		"shutdown_request":    (*Kernel).shutdown,
		"interrupt_request":   (*Kernel).interruptRequest,
	}
	controlHandlers = map[string]handler{
		"kernel_info_request": (*Kernel).kernelInfo,
		"shutdown_request":    (*Kernel).shutdown,
		"interrupt_request":   (*Kernel).interruptRequest,
		"usage_request":       (*Kernel).usageRequest,
		"connect_request":     (*Kernel).connect,
	}
}

// aside lists the questions that the evaluator answers while a cell runs: completion and help do not wait for it.
var aside = map[string]bool{"complete_request": true, "inspect_request": true, "is_complete_request": true}

func (k *Kernel) receiveShell(router *zmtp.Router, id string, frames [][]byte) {
	r := k.receive(router, id, frames)
	switch {
	case r == nil:
	case aside[r.Header.MsgType] && k.running.busy():
		k.sideQueue.push(r)
	default:
		k.shellQueue.push(r)
	}
}

func (k *Kernel) receiveControl(router *zmtp.Router, id string, frames [][]byte) {
	if r := k.receive(router, id, frames); r != nil {
		k.controlQueue.push(r)
	}
}

// receive verifies and decodes; nil when there is nothing to serve. Frames that are not from someone with the key are
// never answered.
func (k *Kernel) receive(router *zmtp.Router, id string, frames [][]byte) *request {
	m, err := k.codec.Decode(frames)
	if err != nil {
		k.noise.warn("message dropped", err)
		return nil
	}
	router.Trust(id)
	if m.Header.Session == k.codec.Session() {
		// Our own messages are validly signed; who sends them back must not be served.
		k.noise.warn("message dropped", errors.New("kernel: message is one of our own"))
		return nil
	}
	// The raw frames may be big; the origin lives as long as output of the request can come.
	header := append(json.RawMessage(nil), m.RawHeader...)
	return &request{Message: m, from: id, router: router, origin: &origin{header}, received: time.Now()}
}

// loop serves a queue until it is closed.
func (k *Kernel) loop(q *queue, table map[string]handler) {
	for {
		r, ok := q.pop()
		if !ok {
			return
		}
		k.serve(r, table, q == k.shellQueue)
	}
}

// serve puts a request between busy and idle. Whatever happens inside, idle is sent.
func (k *Kernel) serve(r *request, table map[string]handler, shell bool) {
	k.iopub.status(r.origin, "busy")
	if shell {
		k.current.Store(r)
	}
	k.dispatch(r, table)
	if shell {
		k.current.Store(nil)
	}
	k.iopub.status(r.origin, "idle")
	if !shell {
		// Front ends show the last state they hear of: a question beside a running cell must not look like its end.
		k.running.whileBusy(func(cell *origin) { k.iopub.status(cell, "busy") })
	}
	if r.after != nil {
		r.after()
	}
}

func (k *Kernel) dispatch(r *request, table map[string]handler) {
	defer func() {
		if p := recover(); p != nil {
			k.log.Error("handler failed", "type", r.Header.MsgType, "panic", p, "stack", string(debug.Stack()))
			k.refuse(r, "InternalError", fmt.Sprint(p))
		}
	}()
	h := table[r.Header.MsgType]
	switch {
	case h == nil:
		k.noise.warn("message of unknown type", fmt.Errorf("kernel: no handler for %.100q", r.Header.MsgType))
	case r.aborted:
		k.abortReply(r)
	default:
		h(k, r)
	}
}

// decode reads the content of a request into a struct; when it does not fit, the request is answered with an error.
func (k *Kernel) decode(r *request, into any) bool {
	err := error(nil)
	if !wire.IsObject(r.Content) {
		err = errors.New("content is not a JSON object")
	} else {
		err = json.Unmarshal(r.Content, into)
	}
	if err != nil {
		k.refuse(r, "BadRequest", fmt.Sprintf("%s: %v", r.Header.MsgType, err))
	}
	return err == nil
}

// reply answers a request on the channel that it came on.
func (k *Kernel) reply(r *request, content any) { k.replyWith(r, content, nil) }

func (k *Kernel) replyWith(r *request, content, metadata any) {
	kind, ok := strings.CutSuffix(r.Header.MsgType, "_request")
	if !ok {
		return // comm messages have no reply
	}
	d := wire.Draft{Identities: identities(r), Type: kind + "_reply", Parent: r.origin.header, Content: wire.Marshal(content)}
	if metadata != nil {
		d.Metadata = wire.Marshal(metadata)
	}
	if err := r.router.Send(r.from, k.codec.Encode(d)); err != nil {
		k.log.Debug("reply not sent", "type", r.Header.MsgType, "err", err)
	}
}

// identities are the frames before the delimiter, which every answer repeats.
func identities(r *request) [][]byte {
	return append(make([][]byte, 0, len(r.Identities)+6), r.Identities...)
}

// refuse answers with an error.
func (k *Kernel) refuse(r *request, name, value string) {
	k.reply(r, errorContent{Status: "error", Name: name, Value: value, Traceback: []string{name + ": " + value}})
}

// errorContent is the content of every error reply, and of the error message on iopub.
type errorContent struct {
	Status    string   `json:"status,omitempty"`
	Name      string   `json:"ename"`
	Value     string   `json:"evalue"`
	Traceback []string `json:"traceback"`
}

type okContent struct {
	Status string `json:"status"`
}

var ok = okContent{"ok"}

// queue is the line of requests before a loop.
type queue struct {
	mu     sync.Mutex
	change sync.Cond
	items  []*request
	closed bool
	abort  abortMark
}

// abortMark remembers a cell that failed, to recognise the cells that were sent before anyone could know.
type abortMark struct {
	session string
	before  time.Time // in the clock of the client: what it made before this is aborted
	until   time.Time // in ours: the mark is forgotten
}

// maxQueue is where readers begin to wait, and with them the clients that send.
const maxQueue = 8192

func newQueue() *queue {
	q := &queue{}
	q.change.L = &q.mu
	return q
}

func (q *queue) push(r *request) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) >= maxQueue && !q.closed {
		q.change.Wait()
	}
	if q.closed {
		return
	}
	r.aborted = r.Header.MsgType == "execute_request" && q.abort.covers(r)
	q.items = append(q.items, r)
	q.change.Broadcast()
}

func (q *queue) pop() (*request, bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 && !q.closed {
		q.change.Wait()
	}
	if q.closed {
		return nil, false
	}
	r := q.items[0]
	q.items[0] = nil
	if q.items = q.items[1:]; len(q.items) == 0 {
		q.items = nil
	}
	q.change.Broadcast()
	return r, true
}

func (q *queue) close() {
	q.mu.Lock()
	q.closed, q.items = true, nil
	q.change.Broadcast()
	q.mu.Unlock()
}

// abortExecutes marks the cells that wait, and returns how many.
func (q *queue) abortExecutes() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	n := 0
	for _, r := range q.items {
		if r.Header.MsgType == "execute_request" && !r.aborted {
			r.aborted = true
			n++
		}
	}
	return n
}

// quiet limits what strangers can write into the log: a few lines, then one count per window.
type quiet struct {
	log    *slog.Logger
	mu     sync.Mutex
	since  time.Time
	count  int
	hushed atomic.Int64
}

const (
	quietWindow = 10 * time.Second
	quietLines  = 5
)

func (q *quiet) warn(msg string, err error) {
	q.mu.Lock()
	now := time.Now()
	if now.Sub(q.since) > quietWindow {
		q.since, q.count = now, 0
	}
	q.count++
	say := q.count <= quietLines
	q.mu.Unlock()
	if !say {
		q.hushed.Add(1)
		return
	}
	q.log.Warn(msg, "err", err, "unreported", q.hushed.Swap(0))
}

func port(a net.Addr) int {
	if t, ok := a.(*net.TCPAddr); ok {
		return t.Port
	}
	return 0
}
