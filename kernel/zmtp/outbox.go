package zmtp

import "sync"

// Item is a message that waits for its peer. Frames is called once the message is about to be written, in the peer's
// writer goroutine; several peers may share an item, so it must be safe for concurrent use. Nobody changes the frames
// afterwards.
type Item interface {
	Frames() [][]byte
	Size() int // bytes that the waiting item holds, roughly
}

// Frames is an Item that is encoded already.
type Frames [][]byte

// Frames returns f.
func (f Frames) Frames() [][]byte { return f }

// Size is the sum of the lengths.
func (f Frames) Size() int {
	n := 0
	for _, b := range f {
		n += len(b) + 32
	}
	return n
}

// outbox is the queue between those who send and the one writer of a peer.
type outbox struct {
	mu     sync.Mutex
	wake   sync.Cond
	items  []Item
	head   int // items before it have been taken
	size   int64
	taken  int64 // items that have been popped, ever
	closed bool  // nothing more is accepted; what waits is still written
	gone   bool  // the connection ended: nothing is written any more
}

func (o *outbox) init() { o.wake.L = &o.mu }

// push appends an item; false when the outbox takes nothing any more.
func (o *outbox) push(it Item) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.pushLocked(it)
}

func (o *outbox) pushLocked(it Item) bool {
	if o.closed || o.gone {
		return false
	}
	o.items = append(o.items, it)
	o.size += int64(it.Size())
	o.wake.Signal()
	return true
}

// last is the newest waiting item.
func (o *outbox) last() Item {
	if o.head == len(o.items) {
		return nil
	}
	return o.items[len(o.items)-1]
}

// replaceLast puts it in the place of the newest waiting item, which counted size bytes. It may be the same item grown.
func (o *outbox) replaceLast(it Item, size int) {
	o.size += int64(it.Size() - size)
	o.items[len(o.items)-1] = it
}

// pop takes the oldest item. Without wait it returns false when the queue is empty, with wait only when it is empty
// and closed, or abandoned.
func (o *outbox) pop(wait bool) (Item, bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for {
		if o.gone {
			return nil, false
		}
		if o.head < len(o.items) {
			it := o.items[o.head]
			o.items[o.head] = nil
			o.head++
			o.taken++
			o.size -= int64(it.Size())
			if o.head == len(o.items) {
				o.items, o.head = o.items[:0], 0
				if cap(o.items) > 1024 {
					o.items = nil
				}
			} else if o.head >= 1024 && 2*o.head > len(o.items) {
				n := copy(o.items, o.items[o.head:])
				clear(o.items[n:])
				o.items, o.head = o.items[:n], 0
			}
			return it, true
		}
		if !wait || o.closed {
			return nil, false
		}
		o.wake.Wait()
	}
}

// load is how much waits, and how many items have been taken so far.
func (o *outbox) load() (items int, bytes, taken int64) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return len(o.items) - o.head, o.size, o.taken
}

// close ends the queue after what waits now.
func (o *outbox) close() {
	o.mu.Lock()
	o.closed = true
	o.wake.Signal()
	o.mu.Unlock()
}

// abandon ends the queue at once.
func (o *outbox) abandon() {
	o.mu.Lock()
	o.closed, o.gone = true, true
	o.items, o.head, o.size = nil, 0, 0
	o.wake.Signal()
	o.mu.Unlock()
}
