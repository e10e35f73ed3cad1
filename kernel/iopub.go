package kernel

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"monge/kernel/wire"
	"monge/kernel/zmtp"
)

// origin is the request that caused a message: its header, verbatim, becomes the parent_header. nil is no parent.
type origin struct{ header json.RawMessage }

// Stream text waits at most batchDelay or until batchBytes have gathered, and never beyond the next message of another
// kind: print writes many small pieces, and each message costs every client far more than it costs us.
const (
	batchDelay = 10 * time.Millisecond
	batchBytes = 64 << 10
	// mergeBytes ends merging in the queue of a slow subscriber.
	mergeBytes = 1 << 20
	// backlogBytes is when those who publish wait for the publisher; it never waits for subscribers.
	backlogBytes = 4 << 20
)

// publisher owns the order of what goes to all clients: whoever has something to say appends to pending under the
// lock, one goroutine takes what is pending, stamps it and hands it to the subscribers' queues.
type publisher struct {
	pub   *zmtp.Pub
	codec *wire.Codec
	topic string // prefix of topics: kernel.<id>.

	mu      sync.Mutex
	space   sync.Cond
	pending []*event
	bytes   int
	timed   bool // the timer runs: text at the end of pending may wait for more
	closed  bool
	timer   *time.Timer
	wake    chan struct{}
	done    chan struct{}
}

func newPublisher(network, address string, limits zmtp.Limits, log *slog.Logger, codec *wire.Codec) (*publisher, error) {
	p := &publisher{codec: codec, topic: "kernel." + codec.Session() + ".", wake: make(chan struct{}, 1), done: make(chan struct{})}
	p.space.L = &p.mu
	p.timer = time.AfterFunc(time.Hour, p.expire)
	p.timer.Stop()
	var err error
	p.pub, err = zmtp.NewPub(network, address, limits, log, zmtp.PubOptions{Welcome: p.welcome, Notice: p.notice})
	if err != nil {
		return nil, err
	}
	go p.run()
	return p, nil
}

// event is a message on iopub, before and while it waits for subscribers.
type event struct {
	p        *publisher
	typ      string
	from     *origin
	topic    string
	header   json.RawMessage // stamped when the event takes its place in the order
	metadata json.RawMessage
	content  json.RawMessage // of all but streams
	buffers  [][]byte

	stream string // "stdout", "stderr": text is the content
	text   []byte
	update string // display_id of an update_display_data
	own    bool   // made by Merge: waits in one queue only and may grow

	flushed chan struct{} // a marker: closed when all before it has been sent

	once   sync.Once
	frames [][]byte
}

var _ zmtp.Publication = (*event)(nil)

// publish appends an event to the order.
func (p *publisher) publish(e *event) {
	e.p = p
	p.mu.Lock()
	for p.bytes > backlogBytes && !p.closed {
		p.space.Wait()
	}
	p.pending = append(p.pending, e)
	p.bytes += e.Size()
	p.mu.Unlock()
	p.poke()
}

// send publishes content that is encoded already.
func (p *publisher) send(from *origin, typ string, content json.RawMessage) {
	p.publish(&event{typ: typ, topic: p.topic + typ, from: from, content: content})
}

// write publishes stream text. It joins the text that waits when that has the same origin and name.
func (p *publisher) write(from *origin, name, text string) {
	p.mu.Lock()
	for p.bytes > backlogBytes && !p.closed {
		p.space.Wait()
	}
	p.bytes += len(text)
	var last *event
	if n := len(p.pending); n > 0 {
		last = p.pending[n-1]
	}
	if last != nil && last.stream == name && last.from == from && len(last.text) < mergeBytes {
		last.text = append(last.text, text...)
	} else {
		p.pending = append(p.pending, &event{p: p, typ: "stream", topic: "stream." + name, from: from, stream: name, text: []byte(text)})
	}
	full := p.bytes >= batchBytes
	if !full && !p.timed {
		p.timed = true
		p.timer.Reset(batchDelay)
	}
	p.mu.Unlock()
	if full {
		p.poke()
	}
}

// flush returns when all that was published before has been handed to the subscribers' queues.
func (p *publisher) flush() {
	e := &event{flushed: make(chan struct{})}
	p.publish(e)
	select {
	case <-e.flushed:
	case <-p.done:
	}
}

// expire ends the wait of stream text.
func (p *publisher) expire() {
	p.mu.Lock()
	p.timed = false
	p.mu.Unlock()
	p.poke()
}

func (p *publisher) poke() {
	select {
	case p.wake <- struct{}{}:
	default:
	}
}

func (p *publisher) run() {
	defer close(p.done)
	var batch []*event
	for range p.wake {
		p.mu.Lock()
		batch, p.pending = p.pending, batch[:0]
		closed, held := p.closed, 0
		if n := len(batch); n > 0 && batch[n-1].stream != "" && p.timed && p.bytes < batchBytes && !closed {
			// More text may come before the timer ends; what stands before it need not wait.
			p.pending, held = append(p.pending, batch[n-1]), len(batch[n-1].text)
			batch = batch[:n-1]
		} else {
			p.timed = false
		}
		p.bytes = held
		p.space.Broadcast()
		p.mu.Unlock()
		for i, e := range batch {
			if e.flushed != nil {
				close(e.flushed)
			} else {
				e.header = p.codec.Stamp(e.typ)
				p.pub.Send(e)
			}
			batch[i] = nil
		}
		if closed {
			return
		}
	}
}

// close sends what is pending and ends the goroutine. The socket stays open to drain.
func (p *publisher) close() {
	p.mu.Lock()
	p.closed = true
	p.mu.Unlock()
	p.poke()
	<-p.done
}

var states = map[string]json.RawMessage{
	"starting": json.RawMessage(`{"execution_state":"starting"}`),
	"busy":     json.RawMessage(`{"execution_state":"busy"}`),
	"idle":     json.RawMessage(`{"execution_state":"idle"}`),
}

func (p *publisher) status(from *origin, state string) { p.send(from, "status", states[state]) }

// welcome is the first message about a subscription; its topic is the subscription, so that only those who made it
// can see it. Without a topic there is no topic frame.
func (p *publisher) welcome(subscription string) zmtp.Publication {
	content := wire.Marshal(map[string]string{"subscription": subscription})
	return &event{p: p, typ: "iopub_welcome", topic: subscription, content: content, header: p.codec.Stamp("iopub_welcome")}
}

// notice stands for messages that a subscriber could not be sent because it reads too slowly.
func (p *publisher) notice(messages int, bytes int64, last zmtp.Publication) zmtp.Publication {
	text := fmt.Sprintf("\n[monge: %d bytes of output (%d messages) are missing here: this client reads too slowly]\n", bytes, messages)
	return &event{p: p, typ: "stream", topic: "stream.stderr", from: last.(*event).from, stream: "stderr", text: []byte(text),
		header: p.codec.Stamp("stream")}
}

// Topic is what subscriptions are compared with.
func (e *event) Topic() string { return e.topic }

// Size is the memory that the event holds, roughly.
func (e *event) Size() int {
	n := 512 + len(e.content) + len(e.metadata) + len(e.text)
	for _, b := range e.buffers {
		n += len(b)
	}
	return n
}

// Droppable are outputs. All that clients steer by (status, errors, inputs, replies, comms) is not.
func (e *event) Droppable() bool {
	switch e.typ {
	case "stream", "display_data", "update_display_data":
		return true
	}
	return false
}

// Merge joins stream text of one origin, and lets a newer state of a display replace an older one.
func (e *event) Merge(next zmtp.Publication) zmtp.Publication {
	n, ok := next.(*event)
	if !ok || e.from != n.from || e.typ != n.typ {
		return nil
	}
	switch {
	case e.update != "" && e.update == n.update && len(e.buffers)+len(n.buffers) == 0:
		return n
	case e.stream == "" || e.stream != n.stream || len(e.text)+len(n.text) > mergeBytes:
		return nil
	case e.own:
		e.text = append(e.text, n.text...)
		return e
	}
	text := make([]byte, 0, 2*(len(e.text)+len(n.text)))
	text = append(append(text, e.text...), n.text...)
	return &event{p: e.p, typ: e.typ, from: e.from, topic: e.topic, header: e.header, stream: e.stream, text: text, own: true}
}

// Frames encodes and signs the message, once for all subscribers that share it.
func (e *event) Frames() [][]byte {
	e.once.Do(func() {
		content := e.content
		if e.stream != "" {
			content = make([]byte, 0, len(e.text)+len(e.text)/8+64)
			content = append(append(append(content, `{"name":"`...), e.stream...), `","text":`...)
			content = append(wire.AppendString(content, e.text), '}')
		}
		d := wire.Draft{Type: e.typ, Header: e.header, Metadata: e.metadata, Content: content, Buffers: e.buffers}
		if e.topic != "" {
			d.Identities = [][]byte{[]byte(e.topic)}
		}
		if e.from != nil {
			d.Parent = e.from.header
		}
		e.frames = e.p.codec.Encode(d)
	})
	return e.frames
}
