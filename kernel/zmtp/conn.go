package zmtp

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"sync"
	"sync/atomic"
	"time"

	"github.com/go-zeromq/zmq4"
)

// Framing of ZMTP 3.x: one flag byte, then the length in one byte or, for long frames, in eight.
const (
	flagMore    = 1
	flagLong    = 2
	flagCommand = 4

	greetingSize = 64
	maxCommand   = 64 << 10 // a READY or SUBSCRIBE command is far smaller
	step         = 1 << 20  // frames above this are read piece by piece before the codec sees them
)

// conn stands between the network and the codec. The codec trusts its peer: it allocates whatever length a frame
// announces and takes commands for messages. So conn looks at each frame header before the codec does, refuses what
// exceeds the limits, reads big frames in steps (memory grows with the bytes that arrived, not with the bytes that
// were announced), answers PING, and turns the SUBSCRIBE commands of ZMTP 3.1 into the messages of 3.0.
type conn struct {
	net.Conn
	z      *zmq4.Conn
	limits *Limits
	held   *atomic.Int64 // bytes being received on the whole socket

	// Reading; used by the connection's reader only.
	r         *bufio.Reader
	handshake bool   // until the codec has exchanged READY
	greeting  int    // bytes of the greeting still to come
	left      int64  // bytes of the current frame, header included, that may pass
	pre       []byte // bytes read ahead, header included, that pass first
	frames    int    // of the current message
	size      int64  // of the current message
	reserved  int64  // this connection's share of held

	// Writing.
	wmu sync.Mutex
	w   *bufio.Writer
}

func newConn(nc net.Conn, limits *Limits, held *atomic.Int64) *conn {
	return &conn{
		Conn: nc, limits: limits, held: held,
		r:         bufio.NewReaderSize(nc, 8<<10),
		w:         bufio.NewWriterSize(steadyWriter{nc, limits.Write}, 16<<10),
		handshake: true,
		greeting:  greetingSize,
	}
}

// open runs the handshake within the deadline.
func (c *conn) open(typ zmq4.SocketType, id string, timeout time.Duration) error {
	c.SetDeadline(time.Now().Add(timeout))
	z, err := zmq4.Open(c, nullSecurity{typ}, typ, zmq4.SocketIdentity(id), false, nil)
	if err != nil {
		return err
	}
	c.z, c.handshake = z, false
	return c.SetDeadline(time.Time{})
}

// identity is what the peer calls itself, "" when it has no name of its own. Names that begin with a zero byte are
// reserved for the listening side.
func (c *conn) identity() string {
	id := c.z.Peer.Meta["Identity"]
	if len(id) > 255 || (len(id) > 0 && id[0] == 0) {
		return ""
	}
	return id
}

// recv returns the next message.
func (c *conn) recv() ([][]byte, error) {
	c.frames, c.size = 0, 0
	msg, err := c.z.RecvMsg()
	c.release()
	return msg.Frames, err
}

func (c *conn) release() {
	c.held.Add(-c.reserved)
	c.reserved = 0
}

func (c *conn) reserve(n int64) error {
	c.reserved += n
	if c.held.Add(n) > c.limits.Receiving {
		return fmt.Errorf("zmtp: more than %d bytes are being received on this socket", c.limits.Receiving)
	}
	return nil
}

// Read gives the codec what has been checked.
func (c *conn) Read(p []byte) (int, error) {
	if c.greeting > 0 {
		n, err := c.r.Read(p[:min(len(p), c.greeting)])
		c.greeting -= n
		return n, err
	}
	for c.left == 0 && len(c.pre) == 0 {
		if err := c.nextFrame(); err != nil {
			return 0, err
		}
	}
	if len(c.pre) > 0 {
		n := copy(p, c.pre)
		if c.pre = c.pre[n:]; len(c.pre) == 0 {
			c.pre = nil
		}
		return n, nil
	}
	n, err := c.r.Read(p[:min(int64(len(p)), c.left)])
	c.left -= int64(n)
	return n, err
}

// nextFrame looks at the header of the frame that follows and decides how it may pass.
func (c *conn) nextFrame() error {
	head, err := c.r.Peek(2)
	if err != nil {
		return err
	}
	flags, size, header := head[0], int64(head[1]), int64(2)
	if flags&flagLong != 0 {
		if head, err = c.r.Peek(9); err != nil {
			return err
		}
		u := binary.BigEndian.Uint64(head[1:])
		if u > uint64(c.limits.Frame) {
			return fmt.Errorf("zmtp: frame of %d bytes exceeds the limit of %d", u, c.limits.Frame)
		}
		size, header = int64(u), 9
	}
	if flags&flagCommand != 0 && size > maxCommand {
		return fmt.Errorf("zmtp: command of %d bytes exceeds the limit of %d", size, maxCommand)
	}
	switch {
	case c.handshake:
		if flags&flagCommand == 0 || flags&flagMore != 0 {
			return fmt.Errorf("zmtp: message before the end of the handshake")
		}
		c.left = header + size
		return nil
	case flags&flagCommand != 0:
		return c.command(header, size)
	}
	c.frames++
	c.size += size
	if c.frames > c.limits.Frames || c.size > c.limits.Message {
		return fmt.Errorf("zmtp: message of more than %d frames or %d bytes", c.limits.Frames, c.limits.Message)
	}
	if size <= step {
		c.left = header + size
		return c.reserve(size)
	}
	return c.readAhead(header, size)
}

// readAhead reads a big frame in steps, so that announcing bytes without sending them costs the peer, not us.
func (c *conn) readAhead(header, size int64) error {
	buf := make([]byte, header, header+step)
	if _, err := io.ReadFull(c.r, buf); err != nil {
		return err
	}
	for got := int64(0); got < size; {
		n := min(size-got, max(step, got)) // doubles: each byte is copied a bounded number of times
		if err := c.reserve(n); err != nil {
			return err
		}
		old := len(buf)
		grown := make([]byte, int64(old)+n)
		copy(grown, buf)
		for read := old; read < len(grown); read += step { // touch memory only as it fills
			if _, err := io.ReadFull(c.r, grown[read:min(read+step, len(grown))]); err != nil {
				return err
			}
		}
		buf, got = grown, got+n
	}
	c.pre = buf
	return nil
}

// command handles a command that arrives after the handshake; the codec never sees it as such.
func (c *conn) command(header, size int64) error {
	buf := make([]byte, header+size)
	if _, err := io.ReadFull(c.r, buf); err != nil {
		return err
	}
	body := buf[header:]
	if len(body) == 0 || int(body[0]) > len(body)-1 {
		return fmt.Errorf("zmtp: malformed command")
	}
	name, data := string(body[1:1+int(body[0])]), body[1+int(body[0]):]
	switch name {
	case zmq4.CmdPing: // time to live (2 bytes), then a context of up to 16 bytes that PONG returns
		if len(data) < 2 || len(data) > 2+16 {
			return fmt.Errorf("zmtp: malformed PING")
		}
		return c.sendCommand(zmq4.CmdPong, data[2:])
	case zmq4.CmdSubscribe:
		c.pre = frame(0, append([]byte{1}, data...))
	case zmq4.CmdCancel:
		c.pre = frame(0, append([]byte{0}, data...))
	}
	return nil
}

// frame encodes one frame.
func frame(flags byte, body []byte) []byte {
	if len(body) > 255 {
		return append(binary.BigEndian.AppendUint64([]byte{flags | flagLong}, uint64(len(body))), body...)
	}
	return append([]byte{flags, byte(len(body))}, body...)
}

// Write takes what the codec writes: at once during the handshake, later into a buffer that flush empties.
func (c *conn) Write(p []byte) (int, error) {
	if c.handshake {
		return c.Conn.Write(p)
	}
	return c.w.Write(p)
}

func (c *conn) send(frames [][]byte) error {
	c.wmu.Lock()
	defer c.wmu.Unlock()
	return c.z.SendMsg(zmq4.NewMsgFrom(frames...))
}

func (c *conn) flush() error {
	c.wmu.Lock()
	defer c.wmu.Unlock()
	return c.w.Flush()
}

// sendCommand writes a whole command between two messages.
func (c *conn) sendCommand(name string, body []byte) error {
	c.wmu.Lock()
	defer c.wmu.Unlock()
	c.w.Write(frame(flagCommand, append(append([]byte{byte(len(name))}, name...), body...)))
	return c.w.Flush()
}

// closeWrite tells the peer that nothing more comes, but lets it read what is under way.
func (c *conn) closeWrite() {
	if h, ok := c.Conn.(interface{ CloseWrite() error }); ok {
		h.CloseWrite()
	}
}

// steadyWriter fails when the peer accepts nothing for a while. A deadline for each piece, not for each message: a big
// message over a slow link may take its time as long as it moves.
type steadyWriter struct {
	nc      net.Conn
	timeout time.Duration
}

func (s steadyWriter) Write(p []byte) (n int, err error) {
	for n < len(p) {
		s.nc.SetWriteDeadline(time.Now().Add(s.timeout))
		k, err := s.nc.Write(p[n:min(n+256<<10, len(p))])
		n += k
		if err != nil {
			return n, err
		}
	}
	return n, nil
}
