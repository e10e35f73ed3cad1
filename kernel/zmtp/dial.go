package zmtp

import (
	"context"
	"errors"
	"io/fs"
	"net"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/go-zeromq/zmq4"
)

// Socket is the dialling side of one connection. One goroutine may receive while others send.
type Socket struct {
	c    *conn
	held atomic.Int64
}

// Dial connects a DEALER, SUB or REQ socket. An address that nobody listens on yet is tried again until ctx ends:
// whoever starts a kernel connects while the kernel is starting.
func Dial(ctx context.Context, network, address string, typ zmq4.SocketType, id string) (*Socket, error) {
	var d net.Dialer
	for pause := time.Millisecond; ; pause = min(2*pause, 50*time.Millisecond) {
		nc, err := d.DialContext(ctx, network, address)
		if err == nil {
			limits := Limits{}.withDefaults(30 * time.Second)
			s := &Socket{}
			s.c = newConn(nc, &limits, &s.held)
			if err := s.c.open(typ, id, limits.Handshake); err != nil {
				nc.Close()
				return nil, err
			}
			return s, nil
		}
		if !errors.Is(err, syscall.ECONNREFUSED) && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		select {
		case <-ctx.Done():
			return nil, err
		case <-time.After(pause):
		}
	}
}

// Send writes a message.
func (s *Socket) Send(frames ...[]byte) error {
	if err := s.c.send(frames); err != nil {
		return err
	}
	return s.c.flush()
}

// Recv reads the next message.
func (s *Socket) Recv() ([][]byte, error) { return s.c.recv() }

// Subscribe asks for messages whose topic starts with the given text; for SUB sockets.
func (s *Socket) Subscribe(topic string) error { return s.Send(append([]byte{1}, topic...)) }

// Close ends the connection and with it a Recv that waits.
func (s *Socket) Close() error { return s.c.Close() }
