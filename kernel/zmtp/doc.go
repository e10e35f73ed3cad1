// Package zmtp is the transport of the kernel: ZeroMQ sockets as Jupyter needs them, on top of the ZMTP codec of
// github.com/go-zeromq/zmq4 (zmq4.Open, Conn.RecvMsg, Conn.SendMsg). It knows frames, not Jupyter messages.
//
// Three listening sockets and one dialling socket:
//
//   - Router: requests and replies; peers are addressed by identity, the newest connection of an identity wins.
//   - Pub: an XPUB socket that reports subscriptions and keeps a queue for each subscriber.
//   - Echo: the heartbeat.
//   - Socket: the client's side (DEALER, SUB, REQ), for tests and for programs that talk to kernels.
//
// The design rule is that no peer can hurt another or the process. Each connection has its own goroutine for reading,
// which runs the handshake under a deadline and recovers from panics, and its own goroutine for writing with a bounded
// queue and a write deadline. The sizes that a peer announces are checked before memory is allocated for them (conn.go).
//
// Start reading at server.go (life of a connection), then conn.go (what is checked), router.go and pub.go.
package zmtp

import (
	"errors"
	"time"
)

// Limits bounds what peers may cost. A zero field takes its default.
type Limits struct {
	Frame     int64         // bytes of one frame (256 MiB)
	Message   int64         // bytes of one message (512 MiB)
	Frames    int           // frames of one message (1024)
	Receiving int64         // bytes of all messages of one socket that are being received (1 GiB)
	Conns     int           // connections of one socket; a full Router drops its oldest stranger for a new one (256)
	Pending   int           // handshakes in progress on one socket; the oldest gives way to the newest (32)
	Handshake time.Duration // from accept to READY (5 s)
	Write     time.Duration // without a byte accepted by the peer before it is dropped (Router 30 s, Pub 5 min)
	Queue     int64         // bytes waiting for one peer (64 MiB)
}

func (l Limits) withDefaults(write time.Duration) Limits {
	def := func(v *int64, d int64) {
		if *v <= 0 {
			*v = d
		}
	}
	def(&l.Frame, 256<<20)
	def(&l.Message, 512<<20)
	def(&l.Receiving, 1<<30)
	def(&l.Queue, 64<<20)
	if l.Frames <= 0 {
		l.Frames = 1024
	}
	if l.Conns <= 0 {
		l.Conns = 256
	}
	if l.Pending <= 0 {
		l.Pending = 32
	}
	if l.Handshake <= 0 {
		l.Handshake = 5 * time.Second
	}
	if l.Write <= 0 {
		l.Write = write
	}
	return l
}

// Errors of sending.
var (
	ErrNoPeer   = errors.New("zmtp: no peer with this identity is connected")
	ErrOverflow = errors.New("zmtp: peer does not read and its queue is full; it was disconnected")
	ErrClosed   = errors.New("zmtp: socket is closed")
)
