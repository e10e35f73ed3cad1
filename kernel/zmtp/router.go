package zmtp

import (
	"log/slog"
	"sync"
	"time"

	"github.com/go-zeromq/zmq4"
)

// Router is a ROUTER socket: it hands over each message with the identity of its peer and sends by identity.
type Router struct {
	server
	handle func(r *Router, id string, frames [][]byte)

	byID struct {
		sync.Mutex
		m map[string]*peer
	}
}

// NewRouter listens. handle is called for each message, from the goroutine of the peer's connection: messages of one
// peer arrive in order, and a handler that blocks holds up that peer only.
func NewRouter(network, address string, limits Limits, log *slog.Logger, handle func(r *Router, id string, frames [][]byte)) (*Router, error) {
	r := &Router{handle: handle}
	r.byID.m = map[string]*peer{}
	r.evict = true
	r.init(zmq4.Router, limits.withDefaults(30*time.Second), log, r.read)
	return r, r.listen(network, address)
}

func (r *Router) read(p *peer) {
	r.byID.Lock()
	if old := r.byID.m[p.id]; old != nil {
		// A page that was reloaded comes back under its name while the old connection still looks alive.
		old.Close()
	}
	r.byID.m[p.id] = p
	r.byID.Unlock()
	defer func() {
		r.byID.Lock()
		if r.byID.m[p.id] == p {
			delete(r.byID.m, p.id)
		}
		r.byID.Unlock()
	}()
	for {
		frames, err := p.recv()
		if err != nil {
			return
		}
		r.handle(r, p.id, frames)
	}
}

// Trust says that a message of this peer was validly signed. When the socket is full, peers that never sent one make
// room for new ones.
func (r *Router) Trust(id string) {
	r.byID.Lock()
	if p := r.byID.m[id]; p != nil {
		p.trusted.Store(true)
	}
	r.byID.Unlock()
}

// Send queues a message for a peer and never waits for it. The frames belong to the socket afterwards.
func (r *Router) Send(id string, frames [][]byte) error {
	r.byID.Lock()
	p := r.byID.m[id]
	r.byID.Unlock()
	if p == nil {
		return ErrNoPeer
	}
	item := Frames(frames)
	p.out.mu.Lock()
	full := p.out.size > 0 && p.out.size+int64(item.Size()) > r.limits.Queue
	ok := !full && p.out.pushLocked(item)
	p.out.mu.Unlock()
	if full {
		p.Close()
		return ErrOverflow
	}
	if !ok {
		return ErrNoPeer
	}
	return nil
}
