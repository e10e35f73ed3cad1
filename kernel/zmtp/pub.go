package zmtp

import (
	"log/slog"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/go-zeromq/zmq4"
)

// Publication is a message for subscribers.
type Publication interface {
	Item
	// Topic is compared with the subscriptions; Frames carries it, or not, as the protocol on top wants.
	Topic() string
	// Droppable tells whether the message may be left out, with a notice, for a subscriber that does not keep up.
	Droppable() bool
	// Merge returns one message in place of this one, which still waits, and the next; nil when they stay apart. The
	// receiver and next may be waiting for other subscribers too and must not be changed, except where the receiver
	// came from an earlier Merge.
	Merge(next Publication) Publication
}

// Pub is an XPUB socket. Each subscriber has its own queue and writer, so a slow one costs nobody else anything.
// While messages wait they are merged where they allow it; beyond the byte limit droppable messages are left out and a
// notice takes their place; messages that may not be dropped always arrive, or the subscriber itself is dropped.
type Pub struct {
	server
	opt PubOptions

	mu   sync.RWMutex
	subs map[*peer]*backlog
}

// PubOptions are what the protocol on top contributes. Both functions may be nil.
type PubOptions struct {
	// Welcome makes the first message to a subscriber about its new subscription.
	Welcome func(topic string) Publication
	// Notice makes the message that stands for dropped ones; last is the newest of them.
	Notice func(messages int, bytes int64, last Publication) Publication
}

// backlog counts what a subscriber missed.
type backlog struct {
	messages int
	bytes    int64
	last     Publication
}

// NewPub listens.
func NewPub(network, address string, limits Limits, log *slog.Logger, opt PubOptions) (*Pub, error) {
	b := &Pub{opt: opt, subs: map[*peer]*backlog{}}
	b.init(zmq4.XPub, limits.withDefaults(5*time.Minute), log, b.read)
	return b, b.listen(network, address)
}

// maxTopics bounds what one subscriber may make us remember.
const maxTopics = 1024

// read handles subscriptions; subscribers have nothing else to say.
func (b *Pub) read(p *peer) {
	p.subs = map[string]int{}
	b.mu.Lock()
	b.subs[p] = &backlog{}
	b.mu.Unlock()
	defer func() {
		b.mu.Lock()
		delete(b.subs, p)
		b.mu.Unlock()
	}()
	for {
		frames, err := p.recv()
		if err != nil {
			return
		}
		if len(frames) == 1 && len(frames[0]) > 0 {
			b.subscription(p, frames[0][0], string(frames[0][1:]))
		}
	}
}

func (b *Pub) subscription(p *peer, op byte, topic string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case op == 0 && p.subs[topic] > 1:
		p.subs[topic]--
	case op == 0:
		delete(p.subs, topic)
	case op == 1 && len(p.subs) < maxTopics:
		// The lock keeps every other message behind the welcome.
		if p.subs[topic]++; p.subs[topic] == 1 && utf8.ValidString(topic) && b.opt.Welcome != nil {
			p.out.push(b.opt.Welcome(topic))
		}
	}
}

// Send queues a message for all who subscribe to its topic. It never waits. Calls must not overlap where order matters.
func (b *Pub) Send(m Publication) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	topic := m.Topic()
	for p, missed := range b.subs {
		for t := range p.subs {
			if strings.HasPrefix(topic, t) {
				b.enqueue(p, missed, m)
				break
			}
		}
	}
}

// Subscribers is the number of peers with at least one subscription.
func (b *Pub) Subscribers() int {
	b.mu.RLock()
	defer b.mu.RUnlock()
	n := 0
	for p := range b.subs {
		if len(p.subs) > 0 {
			n++
		}
	}
	return n
}

func (b *Pub) enqueue(p *peer, missed *backlog, m Publication) {
	p.out.mu.Lock()
	defer p.out.mu.Unlock()
	if p.out.closed {
		return
	}
	limit := b.limits.Queue
	if m.Droppable() && p.out.size > 0 && p.out.size+int64(m.Size()) > limit {
		missed.messages++
		missed.bytes += int64(m.Size())
		missed.last = m
		return
	}
	if missed.messages > 0 {
		if b.opt.Notice != nil {
			p.out.pushLocked(b.opt.Notice(missed.messages, missed.bytes, missed.last))
		}
		*missed = backlog{}
	} else if last, ok := p.out.last().(Publication); ok {
		size := last.Size()
		if merged := last.Merge(m); merged != nil {
			p.out.replaceLast(merged, size)
			return
		}
	}
	p.out.pushLocked(m)
	if p.out.size > 2*limit {
		b.log.Warn("subscriber dropped: it does not read", "peer", p.RemoteAddr(), "waiting", p.out.size)
		p.Close()
	}
}
