// Package client is the other end of the protocol: it talks to any Jupyter kernel, ours or another, over its
// connection file. Tests of the kernel, the check of an installation and programs that drive a kernel use it.
//
//	c, err := client.Connect(ctx, "kernel-123.json")
//	defer c.Close()
//	res, err := c.Execute(ctx, "1 + 1", client.Options{})
//	fmt.Println(res.Data("text/plain"))
//
// A Call is one request on its way; it ends when both the reply and the idle status of the request have come. A Result
// holds everything that was said about it.
package client

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/go-zeromq/zmq4"

	"monge/kernel/wire"
	"monge/kernel/zmtp"
)

// Channel names a channel for requests.
type Channel string

// Channels for requests.
const (
	Shell   Channel = "shell"
	Control Channel = "control"
)

// Client is a connection to one kernel.
type Client struct {
	codec                                   *wire.Codec
	shell, control, stdin, iopub, heartbeat *zmtp.Socket
	welcome                                 chan struct{} // closed at the first welcome

	readers sync.WaitGroup
	ended   atomic.Int32
	closing atomic.Bool

	mu    sync.Mutex
	calls map[string]*Call
	watch func(*wire.Message)
	err   error // why the connection ended
}

// ErrClosed is why calls end when the kernel closes the connection.
var ErrClosed = errors.New("client: the kernel closed the connection")

// Connect reads a connection file and connects all channels; it waits for a kernel that is starting until ctx ends.
func Connect(ctx context.Context, connectionFile string) (*Client, error) {
	conn, err := wire.ReadConnection(connectionFile, nil)
	if err != nil {
		return nil, err
	}
	return Dial(ctx, conn, "")
}

// welcomePatience is how long a new subscription is given to be confirmed. Kernels before protocol 5.5 never do.
const welcomePatience = time.Second

// Dial connects all channels. identity is how the kernel tells clients apart; "" takes a new one.
func Dial(ctx context.Context, conn wire.Connection, identity string) (*Client, error) {
	codec, err := wire.NewCodec(conn.Key, conn.SignatureScheme, "client")
	if err != nil {
		return nil, err
	}
	if identity == "" {
		identity = codec.Session()
	}
	c := &Client{codec: codec, calls: map[string]*Call{}, welcome: make(chan struct{})}
	for _, s := range []struct {
		socket **zmtp.Socket
		port   int
		typ    zmq4.SocketType
	}{
		{&c.iopub, conn.IOPubPort, zmq4.Sub}, {&c.shell, conn.ShellPort, zmq4.Dealer}, {&c.control, conn.ControlPort, zmq4.Dealer},
		{&c.stdin, conn.StdinPort, zmq4.Dealer}, {&c.heartbeat, conn.HBPort, zmq4.Req},
	} {
		id := identity
		if s.typ != zmq4.Dealer {
			id = ""
		}
		network, address := conn.Endpoint(s.port)
		if *s.socket, err = zmtp.Dial(ctx, network, address, s.typ, id); err != nil {
			c.Close()
			return nil, err
		}
	}
	if err := c.iopub.Subscribe(""); err != nil {
		c.Close()
		return nil, err
	}
	c.readers.Go(func() { c.read(c.iopub, c.onIOPub) })
	c.readers.Go(func() { c.read(c.shell, c.onReply) })
	c.readers.Go(func() { c.read(c.control, c.onReply) })
	c.readers.Go(func() { c.read(c.stdin, c.onInput) })
	timer := time.NewTimer(welcomePatience)
	defer timer.Stop()
	select {
	case <-c.welcome:
	case <-timer.C:
	case <-ctx.Done():
		c.Close()
		return nil, ctx.Err()
	}
	return c, nil
}

// Watch calls f for every iopub message from now on, in order; nil ends it.
func (c *Client) Watch(f func(*wire.Message)) {
	c.mu.Lock()
	c.watch = f
	c.mu.Unlock()
}

// Session is the id of this client in headers.
func (c *Client) Session() string { return c.codec.Session() }

// Close ends the connection; calls that wait end with ErrClosed.
func (c *Client) Close() {
	c.closing.Store(true)
	for _, s := range []*zmtp.Socket{c.shell, c.control, c.stdin, c.iopub, c.heartbeat} {
		if s != nil {
			s.Close()
		}
	}
	c.readers.Wait()
}

// channels are those that are read; lastWords is how long the others may go on when one has ended.
const (
	channels  = 4
	lastWords = time.Second
)

func (c *Client) read(s *zmtp.Socket, handle func(*wire.Message)) {
	for {
		frames, err := s.Recv()
		if err != nil {
			s.Close() // the kernel waits for this when it ends
			// The other channels may still deliver what the kernel sent before it ended.
			if c.ended.Add(1) == channels {
				c.fail(ErrClosed)
			} else if !c.closing.Load() {
				time.AfterFunc(lastWords, func() { c.fail(ErrClosed) })
			}
			return
		}
		if m, err := c.codec.Decode(frames); err == nil {
			handle(m)
		}
	}
}

func (c *Client) fail(err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.err == nil {
		c.err = err
	}
	for _, call := range c.calls {
		call.finish(err)
	}
	clear(c.calls)
}

// Call is a request that waits for its reply and its idle.
type Call struct {
	ID  string
	c   *Client
	ask func(prompt string, password bool) string

	// Under the client's lock:
	res       Result
	needReply bool
	idle      bool
	done      chan struct{}
	ended     bool
	err       error
}

// Start sends a request and returns at once.
func (c *Client) Start(ch Channel, msgType string, content any, buffers ...[]byte) (*Call, error) {
	return c.start(ch, msgType, content, nil, buffers)
}

func (c *Client) start(ch Channel, msgType string, content any, ask func(string, bool) string, buffers [][]byte) (*Call, error) {
	header := c.codec.Stamp(msgType)
	var h wire.Header
	json.Unmarshal(header, &h)
	call := &Call{ID: h.MsgID, c: c, ask: ask, needReply: strings.HasSuffix(msgType, "_request"), done: make(chan struct{})}
	c.mu.Lock()
	if c.err != nil {
		defer c.mu.Unlock()
		return nil, c.err
	}
	c.calls[call.ID] = call
	c.mu.Unlock()
	frames := c.codec.Encode(wire.Draft{Type: msgType, Header: header, Content: wire.Marshal(content), Buffers: buffers})
	socket := c.shell
	if ch == Control {
		socket = c.control
	}
	if err := socket.Send(frames...); err != nil {
		c.mu.Lock()
		delete(c.calls, call.ID)
		c.mu.Unlock()
		return nil, err
	}
	return call, nil
}

// Wait returns what came of the call; on an error, what has come so far.
func (call *Call) Wait(ctx context.Context) (*Result, error) {
	select {
	case <-call.done:
	case <-ctx.Done():
	}
	call.c.mu.Lock()
	defer call.c.mu.Unlock()
	delete(call.c.calls, call.ID)
	res := call.res
	if !call.ended {
		return &res, ctx.Err()
	}
	return &res, call.err
}

// finish ends a call; under the client's lock.
func (call *Call) finish(err error) {
	if !call.ended {
		call.ended, call.err = true, err
		close(call.done)
	}
}

func (call *Call) settle() {
	if call.idle && (call.res.Reply != nil || !call.needReply) {
		call.finish(nil)
		delete(call.c.calls, call.ID)
	}
}

// Do sends a request and waits for its reply and idle.
func (c *Client) Do(ctx context.Context, ch Channel, msgType string, content any) (*Result, error) {
	call, err := c.Start(ch, msgType, content)
	if err != nil {
		return nil, err
	}
	return call.Wait(ctx)
}

func (c *Client) onReply(m *wire.Message) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if call := c.calls[m.ParentHeader().MsgID]; call != nil {
		call.res.Reply = m
		call.settle()
	}
}

func (c *Client) onIOPub(m *wire.Message) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if m.Header.MsgType == "iopub_welcome" {
		select {
		case <-c.welcome:
		default:
			close(c.welcome)
		}
	}
	if c.watch != nil {
		c.watch(m)
	}
	call := c.calls[m.ParentHeader().MsgID]
	if call == nil {
		return
	}
	call.res.IOPub = append(call.res.IOPub, m)
	if m.Header.MsgType == "status" {
		var s struct {
			State string `json:"execution_state"`
		}
		json.Unmarshal(m.Content, &s)
		if s.State == "idle" {
			call.idle = true
			call.settle()
		}
	}
}

// onInput answers questions of the kernel with what the call's function says.
func (c *Client) onInput(m *wire.Message) {
	if m.Header.MsgType != "input_request" {
		return
	}
	c.mu.Lock()
	call := c.calls[m.ParentHeader().MsgID]
	c.mu.Unlock()
	if call == nil || call.ask == nil {
		return
	}
	var q struct {
		Prompt   string `json:"prompt"`
		Password bool   `json:"password"`
	}
	json.Unmarshal(m.Content, &q)
	parent := m.RawHeader
	go func() {
		value := call.ask(q.Prompt, q.Password)
		c.stdin.Send(c.codec.Encode(wire.Draft{Type: "input_reply", Parent: parent, Content: wire.Marshal(map[string]string{"value": value})})...)
	}()
}

// Options of Execute; the zero value runs a cell as a notebook does.
type Options struct {
	Silent      bool
	NoHistory   bool
	NoAbort     bool // stop_on_error = false
	Expressions map[string]string
	Input       func(prompt string, password bool) string // nil: input is not allowed
}

// StartExecute sends a cell and returns at once.
func (c *Client) StartExecute(code string, o Options) (*Call, error) {
	if o.Expressions == nil {
		o.Expressions = map[string]string{}
	}
	return c.start(Shell, "execute_request", map[string]any{
		"code": code, "silent": o.Silent, "store_history": !o.NoHistory && !o.Silent, "user_expressions": o.Expressions,
		"allow_stdin": o.Input != nil, "stop_on_error": !o.NoAbort,
	}, o.Input, nil)
}

// Execute runs a cell and collects its outputs.
func (c *Client) Execute(ctx context.Context, code string, o Options) (*Result, error) {
	call, err := c.StartExecute(code, o)
	if err != nil {
		return nil, err
	}
	return call.Wait(ctx)
}

// KernelInfo asks what the kernel is.
func (c *Client) KernelInfo(ctx context.Context) (*Result, error) {
	return c.Do(ctx, Shell, "kernel_info_request", struct{}{})
}

// Interrupt asks the kernel to stop the running cell.
func (c *Client) Interrupt(ctx context.Context) (*Result, error) {
	return c.Do(ctx, Control, "interrupt_request", struct{}{})
}

// Shutdown asks the kernel to end.
func (c *Client) Shutdown(ctx context.Context, restart bool) (*Result, error) {
	call, err := c.Start(Control, "shutdown_request", map[string]bool{"restart": restart})
	if err != nil {
		return nil, err
	}
	res, err := call.Wait(ctx)
	if res.Reply != nil { // the connection may close before idle
		err = nil
	}
	return res, err
}

// Heartbeat sends a ping and waits for its echo.
func (c *Client) Heartbeat(ctx context.Context) error {
	if err := c.heartbeat.Send(nil, []byte("ping")); err != nil {
		return err
	}
	echo := make(chan error, 1)
	go func() {
		frames, err := c.heartbeat.Recv()
		if err == nil && (len(frames) != 2 || string(frames[1]) != "ping") {
			err = fmt.Errorf("client: heartbeat returned %q", frames)
		}
		echo <- err
	}()
	select {
	case err := <-echo:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}
