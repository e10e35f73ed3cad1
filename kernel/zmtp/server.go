package zmtp

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/go-zeromq/zmq4"
)

// server is what the listening sockets share: accept, handshake, registration, orderly end.
//
// Life of a connection: accepted (counted) → handshake in its own goroutine under a deadline (pending) → peer: the
// socket's serve function reads until the connection ends, while a second goroutine writes from the peer's outbox.
type server struct {
	typ    zmq4.SocketType
	limits Limits
	log    *slog.Logger
	l      net.Listener
	serve  func(*peer) // reads until the connection ends; runs in the connection's goroutine
	evict  bool        // a full socket drops its oldest stranger for a new connection, instead of refusing that

	held atomic.Int64
	wg   sync.WaitGroup

	mu      sync.Mutex
	closed  bool
	peers   map[*peer]bool
	pending []*peer // oldest first
	auto    uint32  // number of the last identity given to an unnamed peer
	order   uint64  // of the last connection
}

// peer is one connection with its outbox.
type peer struct {
	*conn
	id      string
	out     outbox
	order   uint64      // of connections
	trusted atomic.Bool // has shown that it has the key
	// subs counts subscriptions by topic; only Pub uses it, under its lock.
	subs map[string]int
}

func (s *server) init(typ zmq4.SocketType, limits Limits, log *slog.Logger, serve func(*peer)) {
	s.typ, s.limits, s.log, s.serve = typ, limits, log, serve
	s.peers = map[*peer]bool{}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
}

func (s *server) listen(network, address string) error {
	l, err := Listen(network, address)
	if err != nil {
		return err
	}
	s.l = l
	s.wg.Go(s.accept)
	return nil
}

// Addr is the address that the socket listens on.
func (s *server) Addr() net.Addr { return s.l.Addr() }

// bindPatience is how long an address that is in use is tried again: a restarted kernel gets the ports of its
// predecessor, which may still be closing.
const bindPatience = 2 * time.Second

// Listen opens a tcp or unix listener, waiting shortly for an address that is in use. A unix socket left behind by a
// process that died is removed.
func Listen(network, address string) (net.Listener, error) {
	end := time.Now().Add(bindPatience)
	for pause := 5 * time.Millisecond; ; pause = min(2*pause, 100*time.Millisecond) {
		l, err := net.Listen(network, address)
		if err == nil {
			if network == "unix" {
				// Only the owner may talk to the kernel; the directory, where it is ours, is closed as well.
				os.Chmod(address, 0o600)
			}
			return l, nil
		}
		if !errors.Is(err, syscall.EADDRINUSE) || time.Now().After(end) {
			return nil, fmt.Errorf("zmtp: cannot listen on %s %s: %w", network, filepath.Clean(address), err)
		}
		if network == "unix" {
			c, err := net.DialTimeout(network, address, time.Second)
			if errors.Is(err, syscall.ECONNREFUSED) {
				os.Remove(address)
				continue
			}
			if err == nil {
				c.Close()
			}
		}
		time.Sleep(pause)
	}
}

// accept takes connections until the listener is closed. Running out of file descriptors is no reason to spin or stop.
func (s *server) accept() {
	pause := 5 * time.Millisecond
	for {
		nc, err := s.l.Accept()
		if err != nil {
			if errors.Is(err, net.ErrClosed) {
				return
			}
			s.log.Warn("accept failed", "socket", s.typ, "err", err)
			time.Sleep(pause)
			pause = min(2*pause, time.Second)
			continue
		}
		pause = 5 * time.Millisecond
		s.admit(nc)
	}
}

func (s *server) admit(nc net.Conn) {
	p := &peer{conn: newConn(nc, &s.limits, &s.held)}
	p.out.init()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed || (len(s.peers) >= s.limits.Conns && !s.makeRoom()) {
		nc.Close()
		return
	}
	s.order++
	p.order = s.order
	if len(s.pending) >= s.limits.Pending {
		s.pending[0].Close() // its goroutine sees the error and leaves
		s.pending = s.pending[1:]
	}
	s.peers[p] = true
	s.pending = append(s.pending, p)
	s.wg.Go(func() { s.run(p) })
}

// makeRoom drops the oldest peer that has not shown the key, so that strangers cannot keep clients out. Under the lock.
func (s *server) makeRoom() bool {
	var oldest *peer
	for p := range s.peers {
		if !p.trusted.Load() && (oldest == nil || p.order < oldest.order) {
			oldest = p
		}
	}
	if !s.evict || oldest == nil {
		return false
	}
	delete(s.peers, oldest)
	oldest.out.abandon()
	oldest.Close()
	return true
}

func (s *server) run(p *peer) {
	defer s.forget(p)
	defer func() {
		if r := recover(); r != nil {
			s.log.Warn("connection dropped after a panic", "socket", s.typ, "panic", r)
		}
	}()
	err := p.open(s.typ, "", s.limits.Handshake)
	s.settle(p)
	if err != nil {
		s.log.Debug("handshake failed", "socket", s.typ, "peer", p.RemoteAddr(), "err", err)
		return
	}
	s.wg.Go(func() { s.write(p) })
	s.serve(p)
}

// settle takes a peer off the list of pending handshakes and names it.
func (s *server) settle(p *peer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, q := range s.pending {
		if q == p {
			s.pending = append(s.pending[:i:i], s.pending[i+1:]...)
			break
		}
	}
	if p.z != nil {
		if p.id = p.identity(); p.id == "" {
			s.auto++
			p.id = fmt.Sprintf("\x00%08x", s.auto)
		}
	}
}

func (s *server) forget(p *peer) {
	s.mu.Lock()
	delete(s.peers, p)
	s.mu.Unlock()
	p.release()
	p.out.abandon()
	p.Close()
}

// write empties the peer's outbox: it flushes whenever nothing more waits, so one system call carries what has
// gathered, and half-closes the connection after the last item of an outbox that was closed.
func (s *server) write(p *peer) {
	defer func() {
		if r := recover(); r != nil {
			s.log.Warn("connection dropped after a panic while writing", "socket", s.typ, "panic", r)
			p.Close()
		}
	}()
	for {
		item, ok := p.out.pop(false)
		if !ok {
			if err := p.flush(); err != nil {
				p.Close()
				return
			}
			if item, ok = p.out.pop(true); !ok {
				p.flush()
				p.closeWrite()
				return
			}
		}
		if err := p.send(item.Frames()); err != nil {
			s.log.Debug("peer dropped", "socket", s.typ, "peer", p.RemoteAddr(), "err", err)
			p.Close()
			return
		}
	}
}

// Connections is the number of open connections, handshakes included.
func (s *server) Connections() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.peers)
}

// Close stops listening, lets the queues drain and the peers hang up for at most linger, and closes what remains.
func (s *server) Close(linger time.Duration) {
	s.l.Close() // removes the file of a unix socket
	s.mu.Lock()
	s.closed = true
	for _, p := range s.pending {
		p.Close()
	}
	for p := range s.peers {
		p.out.close()
	}
	s.mu.Unlock()
	done := make(chan struct{})
	go func() { s.wg.Wait(); close(done) }()
	timer := time.NewTimer(linger)
	defer timer.Stop()
	select {
	case <-done:
		return
	case <-timer.C:
	}
	s.mu.Lock()
	for p := range s.peers {
		p.out.abandon()
		p.Close()
	}
	s.mu.Unlock()
	<-done
}
