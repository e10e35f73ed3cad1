package kernel_test

import (
	"context"
	"testing"
	"time"

	"github.com/go-zeromq/zmq4"

	"monge/dsl"
	"monge/kernel/wire"
	"monge/kernel/zmtp"
)

type evaluatorT = dsl.Evaluator

// raw is a client of one socket that sends frames as it likes.
type raw struct {
	t      testing.TB
	socket *zmtp.Socket
	codec  *wire.Codec
}

func newRaw(t testing.TB, conn wire.Connection, channel, identity string) *raw {
	t.Helper()
	port, typ := map[string]int{"shell": conn.ShellPort, "control": conn.ControlPort, "stdin": conn.StdinPort, "iopub": conn.IOPubPort}[channel], zmq4.Dealer
	if channel == "iopub" {
		typ = zmq4.Sub
	}
	network, address := conn.Endpoint(port)
	s, err := zmtp.Dial(context.Background(), network, address, typ, identity)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	codec, err := wire.NewCodec(conn.Key, conn.SignatureScheme, "raw")
	if err != nil {
		t.Fatal(err)
	}
	return &raw{t, s, codec}
}

func (r *raw) send(frames [][]byte) {
	r.t.Helper()
	if err := r.socket.Send(frames...); err != nil {
		r.t.Fatal(err)
	}
}

// recv returns the next message, which must be signed rightly.
func (r *raw) recv() *wire.Message {
	r.t.Helper()
	m := r.recvWithin(patience)
	if m == nil {
		r.t.Fatal("no message came")
	}
	return m
}

func (r *raw) recvWithin(d time.Duration) *wire.Message {
	r.t.Helper()
	got := make(chan *wire.Message, 1)
	go func() {
		frames, err := r.socket.Recv()
		if err != nil {
			got <- nil
			return
		}
		m, err := r.codec.Decode(frames)
		if err != nil {
			r.t.Errorf("received a bad message: %v", err)
		}
		got <- m
	}()
	select {
	case m := <-got:
		return m
	case <-time.After(d):
		return nil
	}
}

// draft is a message of the given type and content.
func draft(typ string, content any) wire.Draft {
	return wire.Draft{Type: typ, Content: wire.Marshal(content)}
}

// watcher lists what a client sees, and tells when a cell has ended.
func watcher(list *[]string, done chan bool) func(*wire.Message) {
	return func(m *wire.Message) {
		*list = append(*list, m.Header.MsgID+" "+m.Header.MsgType+string(m.Content)+"\n")
		if m.ParentHeader().MsgType == "execute_request" && string(m.Content) == `{"execution_state":"idle"}` {
			done <- true
		}
	}
}
