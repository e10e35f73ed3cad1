package kernel_test

import (
	"encoding/binary"
	"io"
	"net"
	"runtime"
	"strings"
	"testing"
	"time"

	"monge/kernel"
	"monge/kernel/client"
	"monge/kernel/wire"
	"monge/kernel/zmtp"
)

// Input that killed or stalled other kernels. After each case the client that was there before and a new one are
// served. Cases on the wire level go to every socket.
func TestHostileInput(t *testing.T) {
	long := func(size uint64) []byte { return binary.BigEndian.AppendUint64([]byte{2}, size) }
	tcp := func(send ...[]byte) func(*running) {
		return func(r *running) {
			for _, port := range []int{r.conn.ShellPort, r.conn.ControlPort, r.conn.StdinPort, r.conn.IOPubPort, r.conn.HBPort} {
				_, address := r.conn.Endpoint(port)
				nc, err := net.Dial("tcp", address)
				if err != nil {
					r.t.Fatal(err)
				}
				r.t.Cleanup(func() { nc.Close() })
				for _, b := range send {
					nc.Write(b)
				}
			}
		}
	}
	connected := func(typ string, after []byte) []byte { return append(append(greeting(), ready(typ)...), after...) }
	frames := func(edit func(frames [][]byte) [][]byte) func(*running) {
		return func(r *running) {
			for _, channel := range []string{"shell", "control", "stdin"} {
				w := newRaw(r.t, r.conn, channel, "")
				w.send(edit(w.codec.Encode(draft("kernel_info_request", struct{}{}))))
			}
		}
	}
	signed := func(d wire.Draft) func(*running) {
		return func(r *running) {
			for _, channel := range []string{"shell", "control", "stdin"} {
				w := newRaw(r.t, r.conn, channel, "")
				w.send(w.codec.Encode(d))
			}
		}
	}
	cases := []struct {
		name string
		do   func(*running)
	}{
		{"wrong signature", frames(func(f [][]byte) [][]byte { f[1][0] ^= 1; return f })},
		{"empty signature", frames(func(f [][]byte) [][]byte { f[1] = nil; return f })},
		{"signature of the wrong length", frames(func(f [][]byte) [][]byte { f[1] = f[1][:20]; return f })},
		{"no delimiter", frames(func(f [][]byte) [][]byte { f[0] = []byte("x"); return f })},
		{"too few frames", frames(func(f [][]byte) [][]byte { return f[:3] })},
		{"one empty frame", frames(func(f [][]byte) [][]byte { return [][]byte{{}} })},
		{"header not JSON", signed(wire.Draft{Header: []byte("{nonsense")})},
		{"header a list", signed(wire.Draft{Header: []byte("[1]")})},
		{"header without msg_type", signed(wire.Draft{Header: []byte(`{"msg_id":"1"}`)})},
		{"header with a number as msg_type", signed(wire.Draft{Header: []byte(`{"msg_id":"1","msg_type":3}`)})},
		{"content is a list", signed(wire.Draft{Type: "execute_request", Content: []byte("[1,2]")})},
		{"content is not JSON", signed(wire.Draft{Type: "execute_request", Content: []byte("{")})},
		{"content of deep nesting", signed(wire.Draft{Type: "execute_request", Content: append([]byte(`{"code":`), make([]byte, 1<<20)...)})},
		{"parent and metadata are not JSON", signed(wire.Draft{Type: "execute_request", Parent: []byte("x"), Metadata: []byte("]"), Content: []byte(`{"code":"print x"}`)})},
		{"execute_request without code", signed(draft("execute_request", map[string]any{"silent": false}))},
		{"unknown type", signed(draft("no_such_request", map[string]any{}))},
		{"a message that only kernels send", signed(draft("status", map[string]any{"execution_state": "idle"}))},
		{"invalid UTF-8 in code", signed(wire.Draft{Type: "execute_request", Content: []byte("{\"code\":\"print \xff\xfe\"}")})},
		{"invalid UTF-8 in the header", signed(wire.Draft{Header: []byte("{\"msg_id\":\"\xff\",\"msg_type\":\"kernel_info_request\"}")})},
		{"silent peer", tcp()},
		{"half a greeting", tcp(greeting()[:30])},
		{"greeting of an old version", tcp(append([]byte{0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 1, 0}, make([]byte, 52)...))},
		{"HTTP", tcp([]byte("GET / HTTP/1.1\r\nHost: localhost\r\nUser-Agent: something longer than a greeting of ZMTP\r\n\r\n"))},
		{"frame length 2^62", tcp(connected("DEALER", long(1<<62)))},
		{"frame length 2^63", tcp(connected("DEALER", long(1<<63)))},
		{"frame length 2^40", tcp(connected("DEALER", long(1<<40)))},
		{"frame length of 200 MB, nothing sent", tcp(connected("DEALER", long(200<<20)))},
		{"endless frames", tcp(connected("DEALER", bytesOf(1, 0, 2000)))},
		{"frame length 2^62 in the handshake", tcp(append(greeting(), append([]byte{6}, long(1 << 62)[1:]...)...))},
		{"READY cut short", tcp(append(greeting(), 4, 8, 5, 'R', 'E', 'A', 'D', 'Y', 11, 'S'))},
		{"READY with lengths that lie", tcp(append(greeting(), 4, 12, 5, 'R', 'E', 'A', 'D', 'Y', 200, 'S', 255, 255, 255, 255))},
		{"READY of an unknown socket", tcp(append(greeting(), ready("NONSENSE")...))},
		{"message instead of READY", tcp(append(greeting(), 0, 1, 'x'))},
		{"empty command", tcp(connected("DEALER", []byte{4, 0}))},
		{"command with a name that is too long", tcp(connected("DEALER", []byte{4, 2, 9, 'x'}))},
		{"PING without its fields", tcp(connected("DEALER", []byte{4, 5, 4, 'P', 'I', 'N', 'G'}))},
		{"command in the middle of a message", tcp(connected("DEALER", []byte{1, 1, 'x', 4, 5, 4, 'P', 'I', 'N', 'G'}))},
		{"subscription of rubbish", func(r *running) {
			w := newRaw(r.t, r.conn, "iopub", "")
			w.socket.Subscribe("\xff\xfe")
			w.socket.Send([]byte{}, []byte{7, 7})
			w.socket.Send([]byte{9})
		}},
		{"same message three times", func(r *running) {
			w := newRaw(r.t, r.conn, "shell", "")
			f := w.codec.Encode(draft("kernel_info_request", struct{}{}))
			w.send(f)
			w.send(f)
			w.send(f)
			control := newRaw(r.t, r.conn, "control", "")
			control.send(f)
			w.recv()
			if w.recvWithin(200*time.Millisecond) != nil || control.recvWithin(50*time.Millisecond) != nil {
				r.t.Error("a replayed message was answered")
			}
		}},
		{"our own message sent back", func(r *running) {
			res := r.exec("print x")
			w := newRaw(r.t, r.conn, "shell", "")
			w.send(w.codec.Encode(wire.Draft{Header: res.Reply.RawHeader, Content: res.Reply.Content}))
			if w.recvWithin(100*time.Millisecond) != nil {
				r.t.Error("answered")
			}
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := start(t, quickHandshake)
			c.do(r)
			r.alive()
			time.Sleep(20 * time.Millisecond)
			r.alive()
		})
	}
}

func quickHandshake(o *kernel.Options) { o.Limits.Handshake = 500 * time.Millisecond }

func greeting() []byte {
	g := make([]byte, 64)
	g[0], g[8], g[9], g[10] = 0xff, 1, 0x7f, 3
	copy(g[12:], "NULL")
	return g
}

func ready(typ string) []byte {
	body := append([]byte("\x05READY\x0bSocket-Type\x00\x00\x00"), byte(len(typ)))
	body = append(body, typ...)
	return append([]byte{4, byte(len(body))}, body...)
}

func bytesOf(a, b byte, n int) []byte {
	out := make([]byte, 0, 2*n)
	for range n {
		out = append(out, a, b)
	}
	return out
}

// Announced bytes cost nothing; memory grows with the bytes that come.
func TestAnnouncedFramesAreNotAllocated(t *testing.T) {
	r := start(t)
	before := heapInUse()
	var conns []net.Conn
	for range 40 {
		_, address := r.conn.Endpoint(r.conn.ShellPort)
		nc, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		defer nc.Close()
		nc.Write(append(append(greeting(), ready("DEALER")...), binary.BigEndian.AppendUint64([]byte{2}, 250<<20)...))
		conns = append(conns, nc)
	}
	time.Sleep(200 * time.Millisecond)
	if h := heapInUse(); h > before+100<<20 {
		t.Errorf("heap grew by %d MB", (h-before)>>20)
	}
	runtime.KeepAlive(conns)
	r.alive()
}

// A client that sends requests and never reads replies is cut off; the others do not notice.
func TestClientThatNeverReadsReplies(t *testing.T) {
	r := start(t, func(o *kernel.Options) { o.Limits = zmtp.Limits{Queue: 16 << 20, Write: time.Second} })
	r.exec("set x " + strings.Repeat("y", 50000)) // makes the replies big
	w := newRaw(t, r.conn, "shell", "")
	stop := make(chan bool)
	go func() {
		defer close(stop)
		for range 2000 {
			if w.socket.Send(w.codec.Encode(draft("history_request", map[string]any{"n": 1}))...) != nil {
				return
			}
		}
	}()
	for range 20 {
		r.alive()
	}
	select {
	case <-stop:
	case <-time.After(patience):
		t.Error("the sender is stuck")
	}
}

func TestManySilentPeersDoNotKeepClientsOut(t *testing.T) {
	r := start(t)
	_, address := r.conn.Endpoint(r.conn.ShellPort)
	for range 100 {
		nc, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		defer nc.Close()
	}
	r.alive()
}

func TestBigMessagesPass(t *testing.T) {
	r := start(t)
	code := make([]byte, 20<<20)
	for i := range code {
		code[i] = 'x'
	}
	res := r.exec("print " + string(code))
	if n := len(res.Stream("stdout")); n < 10<<20 {
		t.Errorf("%d bytes", n)
	}
	call, err := r.Start(client.Shell, "comm_open", map[string]any{"comm_id": "c", "target_name": "none"}, code, code)
	if err != nil {
		t.Fatal(err)
	}
	r.wait(call)
}

func TestPingIsAnsweredWithItsContext(t *testing.T) {
	r := start(t)
	for _, c := range []struct {
		port int
		typ  string
	}{{r.conn.ShellPort, "DEALER"}, {r.conn.IOPubPort, "SUB"}, {r.conn.HBPort, "REQ"}} {
		_, address := r.conn.Endpoint(c.port)
		nc, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		defer nc.Close()
		nc.SetDeadline(time.Now().Add(patience))
		nc.Write(append(greeting(), ready(c.typ)...))
		nc.Write([]byte("\x04\x0a\x04PING\x00\x0aabc"))
		if _, err := io.ReadFull(nc, make([]byte, 64)); err != nil {
			t.Fatal(err)
		}
		head := make([]byte, 2)
		io.ReadFull(nc, head)
		io.ReadFull(nc, make([]byte, head[1])) // READY
		pong := make([]byte, 10)
		if _, err := io.ReadFull(nc, pong); err != nil {
			t.Fatalf("%s: %v", c.typ, err)
		}
		equal(t, "pong", string(pong), "\x04\x08\x04PONGabc")
	}
}
