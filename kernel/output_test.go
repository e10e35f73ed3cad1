package kernel_test

import (
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"monge/kernel"
	"monge/kernel/client"
	"monge/kernel/zmtp"
)

func wantLines(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strconv.Itoa(i))
		b.WriteByte('\n')
	}
	return b.String()
}

// runs is how often or how much: less when tests are to be short.
func runs(long, short int) int {
	if testing.Short() {
		return short
	}
	return long
}

func TestNoLineIsLost(t *testing.T) {
	r := start(t)
	want := wantLines(20000)
	for range runs(10, 3) {
		if got := r.exec("lines 20000").Stream("stdout"); got != want {
			t.Fatalf("%d of %d bytes", len(got), len(want))
		}
	}
}

// A client that does not read for a while gets everything; another is not held up meanwhile.
func TestSlowReaderLosesNothing(t *testing.T) {
	r := start(t)
	slow := newRaw(t, r.conn, "iopub", "")
	slow.socket.Subscribe("")
	slow.recv()
	n := runs(20000, 5000)
	want := wantLines(n)
	for range 2 { // far beyond what the network buffers
		if got := r.exec("slowlines " + itoa(n)).Stream("stdout"); got != want {
			t.Fatalf("fast client: %d of %d bytes", len(got), len(want))
		}
	}
	for cell := range 2 {
		var got strings.Builder
		displays := 0
		for {
			m := slow.recv()
			c := content(t, m)
			switch {
			case m.Header.MsgType == "stream":
				got.WriteString(c["text"].(string))
			case m.Header.MsgType == "display_data":
				displays++
			case c["execution_state"] == "idle":
				goto end
			}
		}
	end:
		if got.String() != want || displays != n {
			t.Fatalf("cell %d: slow client has %d of %d bytes, %d of %d displays", cell, got.Len(), len(want), displays, n)
		}
	}
}

// Beyond the limit of its queue, a client that does not read gets a notice in place of output, and every status.
func TestHopelessReaderGetsNoticeAndStatus(t *testing.T) {
	r := start(t, func(o *kernel.Options) { o.Limits = zmtp.Limits{Queue: 2 << 20}; o.OutputLimit = -1 })
	slow := newRaw(t, r.conn, "iopub", "")
	slow.socket.Subscribe("")
	slow.recv()
	for range 20 {
		r.exec("bytes 1000000\ndisplay x y")
	}
	bytes, missing, idles, errors := 0, 0, 0, 0
	for idles < 20 {
		m := slow.recv()
		c := content(t, m)
		switch m.Header.MsgType {
		case "stream":
			text := c["text"].(string)
			if i := strings.Index(text, "[monge: "); i >= 0 {
				var n, k int
				fmt.Sscanf(text[i:], "[monge: %d bytes of output (%d messages)", &n, &k)
				missing += n
			} else {
				bytes += len(text)
			}
		case "status":
			if c["execution_state"] == "idle" {
				idles++
			}
		case "error":
			errors++
		}
	}
	if missing == 0 || bytes == 0 || bytes+missing < 20_000_000 {
		t.Errorf("%d bytes came, %d are said to be missing", bytes, missing)
	}
	r.alive()
}

func TestProgressUpdatesMergeInTheQueue(t *testing.T) {
	r := start(t)
	code := "display bar 0" + strings.Repeat("\nupdate bar x", 5000) + "\nupdate bar last"
	res := r.exec(code)
	updates := res.Of("update_display_data")
	equal(t, "last", content(t, updates[len(updates)-1])["data"], map[string]any{"text/plain": "last"})
}

func TestTwoClientsSeeTheSame(t *testing.T) {
	r := start(t)
	other := r.dial("")
	defer other.Close()
	var a, b []string
	done := make(chan bool, 2)
	watch := func(c *client.Client, list *[]string) {
		c.Watch(watcher(list, done))
	}
	watch(r.Client, &a)
	watch(other, &b)
	r.exec("lines 5000\nvalue 1")
	<-done
	<-done
	equal(t, "what both saw", strings.Join(a, ""), strings.Join(b, ""))
	// Each gets its own replies.
	x := execOn(t, other, "count")
	equal(t, "reply", x.Status(), "ok")
}

func TestNewestConnectionOfAnIdentityWins(t *testing.T) {
	r := start(t)
	old := newRaw(t, r.conn, "shell", "same")
	request := func(w *raw) { w.send(w.codec.Encode(draft("kernel_info_request", struct{}{}))) }
	request(old)
	old.recv()
	new := newRaw(t, r.conn, "shell", "same")
	request(new)
	new.recv()
	if m := old.recvWithin(100 * time.Millisecond); m != nil {
		t.Error("the old connection still gets answers")
	}
	request(new)
	new.recv()
}

func TestMemoryAndGoroutinesStayConstant(t *testing.T) {
	r := start(t)
	run := func(n int) {
		for range n {
			r.exec("print a\nvalue 1")
		}
	}
	run(500)
	goroutines, heap := runtime.NumGoroutine(), heapInUse()
	n := runs(10000, 1000)
	run(n)
	for range 50 {
		r.dial("").Close()
	}
	time.Sleep(100 * time.Millisecond)
	if g := runtime.NumGoroutine(); g > goroutines+3 {
		t.Errorf("%d goroutines became %d", goroutines, g)
	}
	// What may grow is the history and the window of digests, both bounded.
	if h := heapInUse(); h > heap+int64(n)*600+2<<20 {
		t.Errorf("heap grew from %d to %d bytes in %d cells", heap, h, n)
	}
}

func heapInUse() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
