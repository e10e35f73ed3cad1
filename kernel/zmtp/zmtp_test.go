package zmtp

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/go-zeromq/zmq4"
)

const patience = 20 * time.Second

func within(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); !ok(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal(what)
		}
	}
}

func dial(t *testing.T, a net.Addr, typ zmq4.SocketType, id string) *Socket {
	t.Helper()
	s, err := Dial(context.Background(), a.Network(), a.String(), typ, id)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func echoRouter(t *testing.T, limits Limits) *Router {
	t.Helper()
	r, err := NewRouter("tcp", "127.0.0.1:0", limits, nil, func(r *Router, id string, frames [][]byte) { r.Send(id, frames) })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close(0) })
	return r
}

func TestFramesOfAllSizesPassUnchanged(t *testing.T) {
	r := echoRouter(t, Limits{})
	s := dial(t, r.Addr(), zmq4.Dealer, "me")
	for _, n := range []int{0, 1, 254, 255, 256, 4096, 8190, 65536, step - 1, step, step + 1, 3*step + 17, 20 << 20} {
		big := bytes.Repeat([]byte{byte(n), 7, 3}, n/3+1)[:n]
		want := [][]byte{[]byte("a"), big, {}, []byte("end")}
		if err := s.Send(want...); err != nil {
			t.Fatal(n, err)
		}
		got, err := s.Recv()
		if err != nil || len(got) != 4 || !bytes.Equal(got[1], big) || string(got[3]) != "end" {
			t.Fatalf("%d bytes: %d frames, %v", n, len(got), err)
		}
	}
}

func TestLimitsEndTheConnection(t *testing.T) {
	limits := Limits{Frame: 1000, Message: 1500, Frames: 5}
	r := echoRouter(t, limits)
	frames := func(n, size int) (f [][]byte) {
		for range n {
			f = append(f, make([]byte, size))
		}
		return f
	}
	for _, c := range []struct {
		frames [][]byte
		ok     bool
	}{{frames(1, 1000), true}, {frames(1, 1001), false}, {frames(5, 300), true}, {frames(5, 301), false}, {frames(6, 1), false}} {
		s := dial(t, r.Addr(), zmq4.Dealer, "")
		if err := s.Send(c.frames...); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Recv(); (err == nil) != c.ok {
			t.Errorf("%d frames of %d bytes: %v", len(c.frames), len(c.frames[0]), err)
		}
	}
	if n := r.held.Load(); n != 0 {
		t.Errorf("%d bytes are counted as being received", n)
	}
}

func TestReceivingBudgetIsSharedAndReturned(t *testing.T) {
	r := echoRouter(t, Limits{Receiving: 3 << 20})
	s := dial(t, r.Addr(), zmq4.Dealer, "")
	for range 10 {
		s.Send(make([]byte, 2<<20))
		if _, err := s.Recv(); err != nil {
			t.Fatal(err)
		}
	}
	s.Send(make([]byte, 4<<20))
	if _, err := s.Recv(); err == nil {
		t.Error("more than the budget was received")
	}
	within(t, "the budget was not returned", func() bool { return r.held.Load() == 0 })
}

func TestSendToNobodyReturnsAtOnce(t *testing.T) {
	r := echoRouter(t, Limits{})
	if err := r.Send("nobody", [][]byte{{1}}); err != ErrNoPeer {
		t.Error(err)
	}
}

func TestHandOver(t *testing.T) {
	r := echoRouter(t, Limits{})
	old := dial(t, r.Addr(), zmq4.Dealer, "same")
	old.Send([]byte("1"))
	old.Recv()
	fresh := dial(t, r.Addr(), zmq4.Dealer, "same")
	fresh.Send([]byte("2"))
	if f, err := fresh.Recv(); err != nil || string(f[0]) != "2" {
		t.Fatal(f, err)
	}
	if _, err := old.Recv(); err == nil {
		t.Error("the old connection lives")
	}
	// The end of the old connection must not take the name from the new one.
	time.Sleep(20 * time.Millisecond)
	fresh.Send([]byte("3"))
	if f, err := fresh.Recv(); err != nil || string(f[0]) != "3" {
		t.Fatal(f, err)
	}
}

func TestConnectionsAreCounted(t *testing.T) {
	r := echoRouter(t, Limits{Conns: 3, Pending: 2, Handshake: time.Minute})
	r.evict = false
	for range 2 {
		dial(t, r.Addr(), zmq4.Dealer, "").Send([]byte("x"))
	}
	within(t, "two connections", func() bool { return r.Connections() == 2 })
	nc, _ := net.Dial("tcp", r.Addr().String())
	defer nc.Close()
	within(t, "three connections", func() bool { return r.Connections() == 3 })
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	if s, err := Dial(ctx, "tcp", r.Addr().String(), zmq4.Dealer, ""); err == nil {
		t.Error("a fourth was let in")
		s.Close()
	}
	nc.Close()
	within(t, "room again", func() bool { return r.Connections() == 2 })
	dial(t, r.Addr(), zmq4.Dealer, "").Send([]byte("x"))
}

func TestStrangersMakeRoomForClients(t *testing.T) {
	r := echoRouter(t, Limits{Conns: 4})
	friend := dial(t, r.Addr(), zmq4.Dealer, "friend")
	friend.Send([]byte("x"))
	friend.Recv()
	r.Trust("friend")
	for i := range 10 {
		s := dial(t, r.Addr(), zmq4.Dealer, fmt.Sprint("stranger", i))
		s.Send([]byte("x"))
		if _, err := s.Recv(); err != nil {
			t.Fatal(err)
		}
		if n := r.Connections(); n > 4 {
			t.Fatalf("%d connections", n)
		}
	}
	friend.Send([]byte("y"))
	if _, err := friend.Recv(); err != nil {
		t.Error("the client was dropped:", err)
	}
}

func TestHandshakeDeadline(t *testing.T) {
	r := echoRouter(t, Limits{Handshake: 50 * time.Millisecond})
	nc, _ := net.Dial("tcp", r.Addr().String())
	defer nc.Close()
	nc.SetReadDeadline(time.Now().Add(patience))
	if _, err := io.ReadAll(nc); err != nil { // the greeting, then the end
		t.Error(err)
	}
}

// What was queued before Close arrives.
func TestCloseDrains(t *testing.T) {
	var id string
	got := make(chan bool, 1)
	r, err := NewRouter("tcp", "127.0.0.1:0", Limits{}, nil, func(_ *Router, from string, _ [][]byte) { id = from; got <- true })
	if err != nil {
		t.Fatal(err)
	}
	s := dial(t, r.Addr(), zmq4.Dealer, "")
	s.Send([]byte("hello"))
	<-got
	for i := range 1000 {
		r.Send(id, [][]byte{fmt.Append(nil, i), make([]byte, 1000)})
	}
	done := make(chan time.Duration)
	go func() { began := time.Now(); r.Close(time.Second); done <- time.Since(began) }()
	n := 0
	for {
		f, err := s.Recv()
		if err != nil {
			break
		}
		if string(f[0]) != fmt.Sprint(n) {
			t.Fatalf("message %s, want %d", f[0], n)
		}
		n++
	}
	s.Close()
	if n != 1000 {
		t.Errorf("%d of 1000 messages", n)
	}
	if d := <-done; d > 900*time.Millisecond {
		t.Errorf("Close waited %v although the peer had hung up", d)
	}
}

func TestCloseDoesNotWaitForPeersThatStay(t *testing.T) {
	r := echoRouter(t, Limits{})
	s := dial(t, r.Addr(), zmq4.Dealer, "")
	s.Send([]byte("x"))
	s.Recv()
	began := time.Now()
	r.Close(100 * time.Millisecond)
	if d := time.Since(began); d > 5*time.Second {
		t.Errorf("took %v", d)
	}
}

func TestStaleUnixSocketIsReplaced(t *testing.T) {
	path := filepath.Join(t.TempDir(), "k-1")
	l, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	l.(*net.UnixListener).SetUnlinkOnClose(false)
	l.Close() // as after a crash: the file stays
	l, err = Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o600 {
		t.Error(info.Mode())
	}
	// One in use is not taken over.
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			c.Close()
		}
	}()
	began := time.Now()
	if _, err := Listen("unix", path); err == nil || time.Since(began) < bindPatience/2 {
		t.Errorf("%v after %v", err, time.Since(began))
	}
	l.Close()
	if _, err := os.Stat(path); err == nil {
		t.Error("the file stays after Close")
	}
}

func TestAddressInUseIsTriedAgain(t *testing.T) {
	l, _ := net.Listen("tcp", "127.0.0.1:0")
	go func() { time.Sleep(200 * time.Millisecond); l.Close() }()
	second, err := Listen("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	second.Close()
}

// text is a Publication that merges with its like.
type text struct {
	topic, s string
	drop     bool
}

func (x *text) Topic() string    { return x.topic }
func (x *text) Droppable() bool  { return x.drop }
func (x *text) Size() int        { return len(x.s) }
func (x *text) Frames() [][]byte { return [][]byte{[]byte(x.topic), []byte(x.s)} }
func (x *text) Merge(next Publication) Publication {
	if n := next.(*text); x.drop && n.drop {
		return &text{x.topic, x.s + n.s, true}
	}
	return nil
}

func TestStuckSubscriberHoldsUpNobodyAndLearnsWhatItMissed(t *testing.T) {
	b, err := NewPub("tcp", "127.0.0.1:0", Limits{Queue: 1 << 20}, nil, PubOptions{
		Welcome: func(topic string) Publication { return &text{topic, "welcome", false} },
		Notice: func(n int, bytes int64, _ Publication) Publication {
			return &text{"t", fmt.Sprintf("missing %d", bytes), false}
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close(0)
	stuck, quick := dial(t, b.Addr(), zmq4.Sub, ""), dial(t, b.Addr(), zmq4.Sub, "")
	for _, s := range []*Socket{stuck, quick} {
		s.Subscribe("t")
		if f, err := s.Recv(); err != nil || string(f[1]) != "welcome" {
			t.Fatal(f, err)
		}
	}
	// The quick one reads along; 64 MB do not fit into the network's buffers.
	read := make(chan int)
	var seen atomic.Int64
	go func() {
		n := 0
		for {
			f, err := quick.Recv()
			if err != nil {
				return
			}
			if string(f[1]) == "end" {
				read <- n
				return
			}
			n += len(f[1])
			seen.Store(int64(n))
		}
	}()
	piece := strings.Repeat("x", 64<<10)
	for i := range 1000 {
		b.Send(&text{"t", piece, true})
		b.Send(&text{"other", piece, true})
		if i%10 == 0 {
			b.Send(&text{"t", "!", false})
		}
		// The quick one stays within its queue; the stuck one gets no such consideration.
		within(t, "the quick subscriber is stuck too", func() bool { return seen.Load() > int64((i-7)*len(piece)) })
	}
	b.Send(&text{"t", "end", false})
	total := 1000*len(piece) + 100
	if n := <-read; n != total {
		t.Errorf("the quick subscriber has %d of %d bytes", n, total)
	}
	got, marks, missing := 0, 0, 0
	for {
		f, err := stuck.Recv()
		if err != nil {
			t.Fatal(err)
		}
		s, n := string(f[1]), 0
		switch {
		case s == "end":
			if got+missing+marks != total || marks != 100 || missing == 0 {
				t.Errorf("%d bytes came, %d are said to be missing, %d of 100 marks, total %d", got, missing, marks, total)
			}
			return
		case s == "!":
			marks++
		default:
			if k, _ := fmt.Sscanf(s, "missing %d", &n); k == 1 {
				missing += n
			} else {
				got += len(s)
			}
		}
	}
}

func TestSettleWaitsForTheSlowAndNotForTheStuck(t *testing.T) {
	b, err := NewPub("tcp", "127.0.0.1:0", Limits{}, nil, PubOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close(0)
	slow, stuck := dial(t, b.Addr(), zmq4.Sub, ""), dial(t, b.Addr(), zmq4.Sub, "")
	slow.Subscribe("")
	stuck.Subscribe("")
	within(t, "subscribed", func() bool { return b.Subscribers() == 2 })
	var read atomic.Int64
	go func() {
		for {
			if _, err := slow.Recv(); err != nil {
				return
			}
			if read.Add(1)%50 == 0 {
				time.Sleep(2 * time.Millisecond)
			}
		}
	}()
	const messages = 20000
	piece := strings.Repeat("x", 2000)
	for range messages {
		b.Send(&text{"t", piece, false})
	}
	b.Settle(patience)
	if n := read.Load(); n < messages*9/10 {
		t.Errorf("settled when %d of %d messages had been read", n, messages)
	}
	began := time.Now()
	b.Settle(patience) // the stuck one is known by now
	if d := time.Since(began); d > stuckAfter {
		t.Errorf("waited %v for a subscriber that is stuck", d)
	}
}

func TestUnsubscribeCountsSubscriptions(t *testing.T) {
	var welcomes atomic.Int32
	b, err := NewPub("tcp", "127.0.0.1:0", Limits{}, nil, PubOptions{Welcome: func(topic string) Publication {
		welcomes.Add(1)
		return &text{topic, "welcome", false}
	}})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close(0)
	s := dial(t, b.Addr(), zmq4.Sub, "")
	s.Subscribe("a")
	s.Subscribe("a")
	within(t, "subscribed", func() bool { return b.Subscribers() == 1 })
	s.Send([]byte("\x00a"))
	s.Send([]byte("\x00never"))
	s.Subscribe("b")
	within(t, "welcome to b", func() bool { return welcomes.Load() == 2 })
	b.Send(&text{"ab", "one", false})
	s.Send([]byte("\x00a"))
	s.Subscribe("c")
	within(t, "welcome to c", func() bool { return welcomes.Load() == 3 })
	b.Send(&text{"ab", "two", false})
	b.Send(&text{"b", "three", false})
	var got []string
	for len(got) < 5 {
		f, err := s.Recv()
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, string(f[1]))
	}
	if want := "[welcome welcome one welcome three]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestSubscribeCommandsOfNewerPeers(t *testing.T) {
	b, err := NewPub("tcp", "127.0.0.1:0", Limits{}, nil, PubOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close(0)
	s := dial(t, b.Addr(), zmq4.Sub, "")
	s.c.sendCommand(zmq4.CmdSubscribe, []byte("a"))
	within(t, "subscribed", func() bool { return b.Subscribers() == 1 })
	s.c.sendCommand(zmq4.CmdCancel, []byte("a"))
	within(t, "unsubscribed", func() bool { return b.Subscribers() == 0 })
}

func TestOutboxKeepsOrderAndCount(t *testing.T) {
	var o outbox
	o.init()
	next, want := 0, 0
	for i := range 20000 {
		o.push(Frames{fmt.Append(nil, next)})
		next++
		if i%3 == 2 {
			for range 2 {
				it, _ := o.pop(false)
				if got := string(it.Frames()[0]); got != fmt.Sprint(want) {
					t.Fatalf("got %s, want %d", got, want)
				}
				want++
			}
		}
	}
	for ; want < next; want++ {
		if it, ok := o.pop(false); !ok || string(it.Frames()[0]) != fmt.Sprint(want) {
			t.Fatal(want)
		}
	}
	if _, ok := o.pop(false); ok || o.size != 0 {
		t.Errorf("size %d at the end", o.size)
	}
}

// FuzzConnection plays arbitrary bytes to a listening connection.
func FuzzConnection(f *testing.F) {
	greet := make([]byte, 64)
	greet[0], greet[8], greet[9], greet[10] = 0xff, 1, 0x7f, 3
	copy(greet[12:], "NULL")
	ready := "\x04\x1c\x05READY\x0bSocket-Type\x00\x00\x00\x06DEALER"
	ready = strings.Replace(ready, "\x1c", string(rune(len(ready)-2)), 1)
	f.Add(byte(0), []byte{})
	f.Add(byte(0), greet[:20])
	f.Add(byte(1), []byte(ready[:9]))
	for _, s := range []string{"", "\x00\x03abc", "\x01\x01a\x00\x01b", "\x02\x40\x00\x00\x00\x00\x00\x00\x00", "\x04\x07\x04PING\x00\x00", "\x04\x04\x09SUBS",
		"\x04\x0b\x09SUBSCRIBEa", "\x01\x00\x01\x00\x01\x00", "\x06\x00\x00\x00\x00\x00\x00\x00\x01\x00"} {
		f.Add(byte(2), []byte(s))
	}
	limits := Limits{Frame: 1 << 16, Message: 1 << 17, Frames: 16}.withDefaults(time.Second)
	f.Fuzz(func(t *testing.T, prefix byte, data []byte) {
		if prefix%3 > 0 {
			data = append([]byte(greet), data...)
		}
		if prefix%3 == 2 {
			data = append(append([]byte(greet), ready...), data[64:]...)
		}
		var held atomic.Int64
		ours, theirs := net.Pipe()
		go io.Copy(io.Discard, theirs)
		go func() { theirs.Write(data); theirs.Close() }()
		c := newConn(ours, &limits, &held)
		defer ours.Close()
		if c.open(zmq4.Router, "", time.Second) != nil {
			return
		}
		c.identity()
		for {
			frames, err := c.recv()
			if err != nil {
				break
			}
			if len(frames) > limits.Frames {
				t.Fatalf("%d frames", len(frames))
			}
		}
		if held.Load() != 0 {
			t.Fatalf("%d bytes are still counted", held.Load())
		}
	})
}
