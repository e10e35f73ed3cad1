package kernel_test

import (
	"context"
	"encoding/json"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"monge/kernel"
	"monge/kernel/client"
	"monge/kernel/wire"
)

// running is a kernel in this process with a client connected.
type running struct {
	*client.Client
	t    testing.TB
	k    *kernel.Kernel
	conn wire.Connection
	done chan struct{}
}

const testKey = "0123456789abcdef"

func start(t testing.TB, change ...func(*kernel.Options)) *running {
	return startOn(t, wire.Connection{Transport: "tcp", IP: "127.0.0.1", Key: testKey, SignatureScheme: "hmac-sha256"}, change...)
}

func startOn(t testing.TB, conn wire.Connection, change ...func(*kernel.Options)) *running {
	t.Helper()
	opt := kernel.Options{NewEvaluator: newFakeEvaluator, HistoryFile: kernel.MemoryHistory, Version: "1.2.3"}
	for _, f := range change {
		f(&opt)
	}
	k, err := kernel.New(conn, opt)
	if err != nil {
		t.Fatal(err)
	}
	r := &running{t: t, k: k, conn: k.Connection(conn), done: make(chan struct{})}
	go func() { defer close(r.done); k.Serve(context.Background()) }()
	r.Client = r.dial("")
	t.Cleanup(func() {
		r.Client.Close()
		r.k.Stop()
		<-r.done
	})
	return r
}

func (r *running) dial(identity string) *client.Client {
	r.t.Helper()
	c, err := client.Dial(context.Background(), r.conn, identity)
	if err != nil {
		r.t.Fatal(err)
	}
	return c
}

// patience is far above what any answer takes, also on a loaded machine.
const patience = 20 * time.Second

func ctxOf(t testing.TB) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	t.Cleanup(cancel)
	return ctx
}

func (r *running) exec(code string, o ...client.Options) *client.Result {
	r.t.Helper()
	return execOn(r.t, r.Client, code, o...)
}

func execOn(t testing.TB, c *client.Client, code string, o ...client.Options) *client.Result {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	res, err := c.Execute(ctx, code, append(o, client.Options{})[0])
	if err != nil {
		t.Fatalf("execute %.80q: %v", code, err)
	}
	return res
}

func (r *running) launch(code string, o ...client.Options) *client.Call {
	r.t.Helper()
	call, err := r.StartExecute(code, append(o, client.Options{})[0])
	if err != nil {
		r.t.Fatal(err)
	}
	return call
}

func (r *running) wait(call *client.Call) *client.Result {
	r.t.Helper()
	res, err := call.Wait(ctxOf(r.t))
	if err != nil {
		r.t.Fatal(err)
	}
	return res
}

func (r *running) do(ch client.Channel, typ string, content any) *client.Result {
	r.t.Helper()
	res, err := r.Do(ctxOf(r.t), ch, typ, content)
	if err != nil {
		r.t.Fatalf("%s: %v", typ, err)
	}
	return res
}

// ended is a context that has ended: Wait returns what has come so far.
func ended() context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	return ctx
}

func itoa(n int) string { return strconv.Itoa(n) }

// content decodes a content into a map.
func content(t testing.TB, m *wire.Message) map[string]any {
	t.Helper()
	if m == nil {
		t.Fatal("no message")
	}
	var c map[string]any
	if err := json.Unmarshal(m.Content, &c); err != nil {
		t.Fatal(err)
	}
	return c
}

func equal(t testing.TB, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}

// alive checks that an old and a new client are served.
func (r *running) alive() {
	r.t.Helper()
	equal(r.t, "old client", r.exec("value 1").Data("text/plain"), "1")
	c := r.dial("")
	defer c.Close()
	equal(r.t, "new client", execOn(r.t, c, "value 2").Data("text/plain"), "2")
}

func TestKernelInfoSaysWhatTheKernelIs(t *testing.T) {
	r := start(t)
	for _, ch := range []client.Channel{client.Shell, client.Control} {
		res := r.do(ch, "kernel_info_request", struct{}{})
		equal(t, "iopub", res.Types(), []string{"busy", "idle"})
		c := content(t, res.Reply)
		equal(t, "status", c["status"], "ok")
		equal(t, "protocol", c["protocol_version"], "5.5")
		equal(t, "implementation", c["implementation"], "monge")
		equal(t, "features", c["supported_features"], []any{})
		l := c["language_info"].(map[string]any)
		equal(t, "language", []any{l["name"], l["version"], l["mimetype"], l["file_extension"], l["pygments_lexer"], l["nbconvert_exporter"]},
			[]any{"monge", "1.2.3", "text/x-python", ".mg", "python3", "python"})
		equal(t, "codemirror", l["codemirror_mode"], map[string]any{"name": "python", "version": 3.0})
		if s := c["banner"].(string); !strings.Contains(s, "1.2.3") {
			t.Errorf("banner %q does not tell the version", s)
		}
	}
}

func TestKernelInfoDoesNotWaitForTheEvaluator(t *testing.T) {
	release := make(chan struct{})
	t.Cleanup(func() { close(release) })
	began := time.Now()
	r := start(t, func(o *kernel.Options) {
		o.NewEvaluator = func() (e evaluatorT) { <-release; return newFake() }
	})
	r.do(client.Shell, "kernel_info_request", struct{}{})
	if d := time.Since(began); d > 5*time.Second {
		t.Errorf("took %v", d)
	}
}

func TestHeadersAreTheKernelsOwn(t *testing.T) {
	r := start(t)
	res := r.exec("print a")
	session := res.Reply.Header.Session
	if session == "" || session == r.Session() {
		t.Errorf("session %q must be the kernel's own, the client has %q", session, r.Session())
	}
	seen := map[string]bool{}
	for _, m := range append(res.IOPub, res.Reply) {
		h := m.Header
		equal(t, "session", h.Session, session)
		equal(t, "version", h.Version, "5.5")
		if seen[h.MsgID] {
			t.Errorf("message id %s is not unique", h.MsgID)
		}
		seen[h.MsgID] = true
		d, err := time.Parse("2006-01-02T15:04:05.000000Z07:00", h.Date)
		if err != nil || time.Since(d).Abs() > time.Minute {
			t.Errorf("date %q: %v", h.Date, err)
		}
	}
}

func TestParentHeaderIsVerbatim(t *testing.T) {
	r := start(t)
	raw := newRaw(t, r.conn, "shell", "")
	header := json.RawMessage(`{"msg_id":"x1", "msg_type":"kernel_info_request","session":"s","subshell_id":null,"odd":[1.50,"é"],"date":"2024-01-01T00:00:00Z","username":"u","version":"5.4"}`)
	raw.send(raw.codec.Encode(wire.Draft{Header: header}))
	reply := raw.recv()
	equal(t, "parent", string(reply.Parent), string(header))
}

func TestIPCTransport(t *testing.T) {
	conn := wire.Connection{Transport: "ipc", IP: filepath.Join(t.TempDir(), "k"), Key: testKey,
		ShellPort: 1, IOPubPort: 2, StdinPort: 3, ControlPort: 4, HBPort: 5}
	r := startOn(t, conn)
	equal(t, "value", r.exec("value 1").Data("text/plain"), "1")
	if err := r.Heartbeat(ctxOf(t)); err != nil {
		t.Error(err)
	}
}

func TestHeartbeatAnswersWhileACellRuns(t *testing.T) {
	r := start(t)
	call := r.launch("sleep 10s")
	for range 3 {
		if err := r.Heartbeat(ctxOf(t)); err != nil {
			t.Fatal(err)
		}
	}
	r.Interrupt(ctxOf(t))
	r.wait(call)
}

func TestSubscriberIsWelcomedFirst(t *testing.T) {
	r := start(t)
	sub := newRaw(t, r.conn, "iopub", "")
	call := r.launch("lines 1000")
	sub.socket.Subscribe("")
	m := sub.recv()
	equal(t, "first message", m.Header.MsgType, "iopub_welcome")
	equal(t, "subscription", content(t, m)["subscription"], "")
	equal(t, "frames before the delimiter", len(m.Identities), 0)
	equal(t, "parent", string(m.Parent), "{}")
	r.wait(call)
	// A second subscription to another topic has a welcome of its own, with that topic; repeating one has none.
	sub.socket.Subscribe("stream.")
	for m = sub.recv(); m.Header.MsgType != "iopub_welcome"; m = sub.recv() {
	}
	equal(t, "topic", string(m.Identities[0]), "stream.")
	sub.socket.Subscribe("stream.")
	r.exec("print x")
	for {
		m := sub.recv()
		if m.Header.MsgType == "iopub_welcome" {
			t.Fatal("second welcome for one subscription")
		}
		if m.Header.MsgType == "status" && content(t, m)["execution_state"] == "idle" && m.ParentHeader().MsgType == "execute_request" {
			break
		}
	}
}

func TestLateSubscriberMissesOnlyThePast(t *testing.T) {
	r := start(t)
	r.exec("print before")
	c := r.dial("")
	defer c.Close()
	var types []string
	seen := make(chan struct{}, 100)
	c.Watch(func(m *wire.Message) { types = append(types, m.Header.MsgType); seen <- struct{}{} })
	res := execOn(t, c, "print after")
	equal(t, "stream", res.Stream("stdout"), "after\n")
	equal(t, "types", res.Types(), []string{"busy", "execute_input", "stream", "idle"})
}

func TestTopicsFilter(t *testing.T) {
	r := start(t)
	sub := newRaw(t, r.conn, "iopub", "")
	sub.socket.Subscribe("stream.stderr")
	sub.recv()
	r.exec("print out\neprint err\nvalue 1")
	m := sub.recv()
	equal(t, "type", m.Header.MsgType, "stream")
	equal(t, "text", content(t, m)["text"], "err\n")
}
