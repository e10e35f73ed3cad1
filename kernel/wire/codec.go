package wire

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/rand"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Codec signs and verifies with the key of a connection, and stamps what it encodes with its own session.
// It is safe for concurrent use.
type Codec struct {
	session string
	user    string
	key     []byte
	macs    sync.Pool // keyed hash.Hash, reset after use
	seen    replays
	counter atomic.Uint64
}

// NewCodec takes the key and signature_scheme of a connection file. An empty key means that nothing is signed or
// checked. The session is new: clients recognise a restarted kernel by it.
func NewCodec(key, scheme, username string) (*Codec, error) {
	c := &Codec{session: NewID(), user: username, key: []byte(key)}
	var h func() hash.Hash
	switch strings.TrimPrefix(strings.ToLower(scheme), "hmac-") {
	case "sha256", "":
		h = sha256.New
	case "sha512":
		h = sha512.New
	case "sha384":
		h = sha512.New384
	case "sha224":
		h = sha256.New224
	case "sha1":
		h = sha1.New
	case "md5":
		h = md5.New
	default:
		return nil, fmt.Errorf("wire: signature scheme %q is not supported; hmac-sha256 is what Jupyter uses", scheme)
	}
	c.macs.New = func() any { return hmac.New(h, c.key) }
	return c, nil
}

// NewID returns a random UUID.
func NewID() string {
	var b [16]byte
	rand.Read(b[:])
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	s := hex.EncodeToString(b[:])
	return s[:8] + "-" + s[8:12] + "-" + s[12:16] + "-" + s[16:20] + "-" + s[20:]
}

// Session is the id that all headers of this codec carry.
func (c *Codec) Session() string { return c.session }

// sign returns the digest over the four JSON frames, nil without a key.
func (c *Codec) sign(parts [][]byte) []byte {
	if len(c.key) == 0 {
		return nil
	}
	mac := c.macs.Get().(hash.Hash)
	for _, p := range parts {
		mac.Write(p)
	}
	sum := mac.Sum(nil)
	mac.Reset()
	c.macs.Put(mac)
	return sum
}

// Decode verifies and parses a message. Without a key, replays cannot be told from repetitions and pass.
func (c *Codec) Decode(frames [][]byte) (*Message, error) {
	identities, signature, parts, buffers, err := Split(frames)
	if err != nil {
		return nil, err
	}
	if len(c.key) > 0 {
		want := c.sign(parts)
		got := make([]byte, hex.DecodedLen(len(signature)))
		if _, err := hex.Decode(got, signature); err != nil || !hmac.Equal(got, want) {
			return nil, ErrSignature
		}
		// Only now: recording a digest that was not verified would let anyone block a message in advance.
		if !c.seen.insert(want) {
			return nil, ErrReplay
		}
	}
	return parse(identities, parts, buffers)
}

// Draft is a message to be encoded.
type Draft struct {
	Identities [][]byte
	Type       string
	Parent     json.RawMessage // verbatim header of the request; nil: none
	Metadata   json.RawMessage // nil: {}
	Content    json.RawMessage
	Buffers    [][]byte
	Header     json.RawMessage // from Stamp; nil: stamped now
}

var emptyObject = json.RawMessage("{}")

// Encode stamps, signs and lays out a message.
func (c *Codec) Encode(d Draft) [][]byte {
	if d.Header == nil {
		d.Header = c.Stamp(d.Type)
	}
	parts := [][]byte{d.Header, d.Parent, d.Metadata, d.Content}
	for i, p := range parts {
		if len(p) == 0 {
			parts[i] = emptyObject
		}
	}
	sum := c.sign(parts)
	frames := make([][]byte, 0, len(d.Identities)+2+4+len(d.Buffers))
	frames = append(frames, d.Identities...)
	frames = append(frames, []byte(Delimiter), hex.AppendEncode(make([]byte, 0, 2*len(sum)), sum))
	frames = append(frames, parts...)
	return append(frames, d.Buffers...)
}

// Stamp makes a header: new message id, this session, the time now.
func (c *Codec) Stamp(msgType string) json.RawMessage {
	b := make([]byte, 0, 256)
	b = append(b, `{"msg_id":"`...)
	b = append(b, c.session...)
	b = append(b, '_')
	b = strconv.AppendUint(b, c.counter.Add(1), 10)
	b = append(b, `","msg_type":`...)
	b = strconv.AppendQuoteToASCII(b, msgType)
	b = append(b, `,"username":`...)
	b = strconv.AppendQuoteToASCII(b, c.user)
	b = append(b, `,"session":"`...)
	b = append(b, c.session...)
	b = append(b, `","date":"`...)
	b = AppendDate(b, time.Now())
	b = append(b, `","version":"`+Version+`"}`...)
	return b
}

// AppendDate writes the time as Jupyter wants it: ISO 8601 with microseconds and time zone.
func AppendDate(b []byte, t time.Time) []byte {
	return t.UTC().AppendFormat(b, "2006-01-02T15:04:05.000000Z07:00")
}

// replays remembers the digests of the last messages, for all channels together: they share one key, so a message
// seen on one must not be accepted on another.
type replays struct {
	mu   sync.Mutex
	set  map[[16]byte]struct{}
	ring [][16]byte
	next int
}

const replayWindow = 1 << 16

// insert records a digest; false when it is there already.
func (r *replays) insert(digest []byte) bool {
	var k [16]byte
	copy(k[:], digest)
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.set == nil {
		r.set = map[[16]byte]struct{}{}
	}
	if _, dup := r.set[k]; dup {
		return false
	}
	if len(r.ring) < replayWindow {
		r.ring = append(r.ring, k)
	} else {
		delete(r.set, r.ring[r.next])
		r.ring[r.next] = k
		r.next = (r.next + 1) % replayWindow
	}
	r.set[k] = struct{}{}
	return true
}
