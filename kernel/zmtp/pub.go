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

// What may wait for a subscriber without Settle waiting too, and how long one may take nothing before it is regarded
// as stuck and not waited for. Clients on libzmq take 500 messages at a time, and nothing while they work on them.
const (
	settledItems = 100
	settledBytes = 256 << 10
	stuckAfter   = 2 * time.Second
)

// pubBuffer keeps what waits where it can be merged and counted, instead of in megabytes of the system's buffers.
const pubBuffer = 128 << 10

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

	// Used by Settle only.
	space int64     // the widest window that the peer has had
	mark  int64     // changes when the peer makes progress
	since time.Time // when mark changed; zero: nothing to wait for
	stuck bool
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
	if s, ok := p.conn.Conn.(interface{ SetWriteBuffer(int) error }); ok {
		s.SetWriteBuffer(pubBuffer)
	}
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

// Settle waits until little is left in the queues of the subscribers that take something, for at most limit. Whoever
// says "done" on another channel calls it first: clients stop listening some seconds after they hear that, and with a
// lot of output still under way would miss its end. Calls must not overlap.
func (b *Pub) Settle(limit time.Duration) {
	end := time.Now().Add(limit)
	for b.unsettled() && time.Now().Before(end) {
		time.Sleep(time.Millisecond)
	}
}

func (b *Pub) unsettled() bool {
	b.mu.RLock()
	defer b.mu.RUnlock()
	wait, now := false, time.Now()
	for p, s := range b.subs {
		items, bytes, taken := p.out.load()
		space := window(p.conn.Conn)
		s.space = max(s.space, space)
		if items <= settledItems && bytes <= settledBytes && space >= s.space/2 {
			s.since, s.stuck = time.Time{}, false
			continue
		}
		if mark := taken + space; mark != s.mark || s.since.IsZero() {
			s.mark, s.since, s.stuck = mark, now, false
		} else if now.Sub(s.since) > stuckAfter {
			s.stuck = true
		}
		wait = wait || !s.stuck
	}
	return wait
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
		missed.messages, missed.bytes, missed.last = 0, 0, nil
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
