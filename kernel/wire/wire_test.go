package wire

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func codec(t testing.TB, key, scheme string) *Codec {
	c, err := NewCodec(key, scheme, "u")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestDecodeUndoesEncode(t *testing.T) {
	for _, scheme := range []string{"hmac-sha256", "", "hmac-sha512", "hmac-sha384", "hmac-sha224", "hmac-sha1", "hmac-md5"} {
		for _, key := range []string{"secret", ""} {
			a, b := codec(t, key, scheme), codec(t, key, scheme)
			d := Draft{Identities: [][]byte{{0, 1}, []byte("id")}, Type: "x_request", Parent: json.RawMessage(`{"a": 1.0}`),
				Metadata: json.RawMessage(`{"m":2}`), Content: json.RawMessage(`{"c":"é"}`), Buffers: [][]byte{{}, {0xff}, []byte(Delimiter)}}
			m, err := b.Decode(a.Encode(d))
			if err != nil {
				t.Fatal(scheme, err)
			}
			for _, p := range [][2]any{{m.Identities, d.Identities}, {m.Parent, d.Parent}, {m.Metadata, d.Metadata}, {m.Content, d.Content}, {m.Buffers, d.Buffers}, {m.Header.MsgType, d.Type}} {
				if fmt.Sprint(p[0]) != fmt.Sprint(p[1]) {
					t.Errorf("%s: got %s, want %s", scheme, p[0], p[1])
				}
			}
		}
	}
}

// The reference digest is that of Python's hmac module for the same key and frames.
func TestSignatureIsThatOfOtherImplementations(t *testing.T) {
	c := codec(t, "a0436f6c-1916-498b-8eb9-e81ab9368e84", "hmac-sha256")
	sum := c.sign([][]byte{[]byte(`{"msg_id":"1"}`), []byte(`{}`), []byte(`{}`), []byte(`{"code":"1"}`)})
	if got := fmt.Sprintf("%x", sum); got != "1250107cff6f1bdb5b6ddeba9540671bea80b06273bd38a1201cc930c9364af6" {
		t.Errorf("got %s", got)
	}
}

func TestDecodeRefuses(t *testing.T) {
	c := codec(t, "k", "")
	message := func() [][]byte {
		return codec(t, "k", "").Encode(Draft{Type: "x", Content: json.RawMessage(`{}`)})
	}
	once := message()
	if _, err := c.Decode(once); err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		name   string
		frames [][]byte
		want   error
	}{
		{"nothing", nil, ErrNoDelimiter},
		{"replay", once, ErrReplay},
		{"no delimiter", message()[1:], ErrNoDelimiter},
		{"short", message()[:5], ErrTooShort},
		{"other content", append(message()[:5:5], []byte(`{"a":1}`)), ErrSignature},
		{"other key", codec(t, "l", "").Encode(Draft{Type: "x"}), ErrSignature},
		{"no signature", codec(t, "", "").Encode(Draft{Type: "x"}), ErrSignature},
		{"header", codec(t, "k", "").Encode(Draft{Header: json.RawMessage(`7`)}), ErrHeader},
		{"no type", codec(t, "k", "").Encode(Draft{Header: json.RawMessage(`{"msg_type":""}`)}), ErrHeader},
	} {
		if _, err := c.Decode(x.frames); !errors.Is(err, x.want) {
			t.Errorf("%s: got %v, want %v", x.name, err, x.want)
		}
	}
}

// A digest that was never verified must not be recorded: it would block the true message.
func TestForgedMessageDoesNotBlockTheTrueOne(t *testing.T) {
	a, b := codec(t, "k", ""), codec(t, "k", "")
	f := a.Encode(Draft{Type: "x"})
	forged := append([][]byte{}, f...)
	forged[5] = []byte(`{"evil":1}`)
	if _, err := b.Decode(forged); !errors.Is(err, ErrSignature) {
		t.Fatal(err)
	}
	if _, err := b.Decode(f); err != nil {
		t.Error(err)
	}
}

func TestReplayWindowForgetsTheOldest(t *testing.T) {
	var r replays
	digest := func(i int) []byte { return fmt.Appendf(nil, "%016d", i) }
	for i := range replayWindow + 10 {
		if !r.insert(digest(i)) {
			t.Fatal(i)
		}
	}
	if r.insert(digest(10)) || r.insert(digest(replayWindow)) {
		t.Error("a digest within the window was accepted twice")
	}
	if !r.insert(digest(0)) || len(r.set) != replayWindow || len(r.ring) != replayWindow {
		t.Errorf("%d digests are kept", len(r.set))
	}
}

func TestStampsAreJSONWithMicrosecondsAndZone(t *testing.T) {
	c := codec(t, "k", "")
	var h map[string]string
	if err := json.Unmarshal(c.Stamp("odd \"type\" é"), &h); err != nil {
		t.Fatal(err)
	}
	if h["session"] != c.Session() || h["msg_type"] != "odd \"type\" é" || h["username"] != "u" || h["version"] != Version {
		t.Error(h)
	}
	if got := string(AppendDate(nil, time.Date(2024, 1, 2, 3, 4, 5, 6789, time.FixedZone("", 3600)))); got != "2024-01-02T02:04:05.000006Z" {
		t.Error(got)
	}
}

func TestInvalidUTF8IsReplacedEverywhere(t *testing.T) {
	c := codec(t, "", "")
	bad := func(s string) []byte { return []byte(strings.ReplaceAll(s, "?", "\xff")) }
	m, err := c.Decode([][]byte{[]byte(Delimiter), nil, bad(`{"msg_type":"x","k":"?"}`), bad(`{"p":"?"}`), bad(`{"m":"?"}`), bad(`{"code":"?"}`)})
	if err != nil {
		t.Fatal(err)
	}
	for _, raw := range []json.RawMessage{m.RawHeader, m.Parent, m.Metadata, m.Content} {
		if !utf8.Valid(raw) || !strings.Contains(string(raw), "\uFFFD") {
			t.Errorf("%q", raw)
		}
	}
}

func TestMarshalHasNoNonFiniteNumbers(t *testing.T) {
	type inner struct {
		F float64 `json:"f"`
		S string  `json:"s,omitempty"`
		u float64
	}
	nan, inf := math.NaN(), math.Inf(-1)
	cycle := map[string]any{}
	cycle["self"] = cycle
	for _, c := range []struct {
		v    any
		want string
	}{
		{map[string]any{"a": 1.5, "b": "<&>"}, `{"a":1.5,"b":"<&>"}`},
		{nan, `null`}, {float32(inf), `null`},
		{[]float64{1, nan, 2}, `[1,null,2]`},
		{[2]any{inf, []byte("ab")}, `[null,"YWI="]`},
		{map[string]any{"x": map[string]float64{"y": nan}, "t": time.Unix(0, 0).UTC()}, `{"t":"1970-01-01T00:00:00Z","x":{"y":null}}`},
		{[]any{&inner{F: nan, u: 1}, json.RawMessage(`{"r":1}`)}, `[{"f":null},{"r":1}]`},
		{map[int]float64{1: 2}, `{"1":2}`},
		{[]any{complex(1, 2), func() {}, 3}, `[null,null,3]`},
	} {
		if got := string(Marshal(c.v)); got != c.want {
			t.Errorf("%v: got %s, want %s", c.v, got, c.want)
		}
	}
	if !json.Valid(Marshal(cycle)) {
		t.Error("a value that contains itself")
	}
}

func TestBundleMapsValuesByMIMEType(t *testing.T) {
	out, bad := Bundle(map[string]any{
		"image/png": []byte{1, 2, 3}, "image/svg+xml": []byte("<svg/>"), "text/html": "<b>", "application/json": `[1]`,
		"application/geo+json": []byte(`{"a":1}`), "application/vnd.vega.v5+json": map[string]any{"a": 1}, "no mime": "x", "text/html; charset=utf-8": "x",
	})
	want := `{"application/geo+json":{"a":1},"application/json":[1],"application/vnd.vega.v5+json":{"a":1},"image/png":"AQID","image/svg+xml":"<svg/>","text/html":"<b>","text/plain":""}`
	if got := string(Marshal(out)); got != want {
		t.Errorf("got %s", got)
	}
	if len(bad) != 2 {
		t.Errorf("refused %q", bad)
	}
}

func TestConnectionFilesAndTheirSecrets(t *testing.T) {
	file := filepath.Join(t.TempDir(), "c.json")
	os.WriteFile(file, []byte(`{"transport":"tcp","ip":"127.0.0.1","shell_port":1,"iopub_port":2,"stdin_port":3,"control_port":4,"hb_port":5,"key":"SECRET","signature_scheme":"hmac-sha256","extra":1}`), 0o644)
	var log bytes.Buffer
	l := slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	c, err := ReadConnection(file, l)
	if err != nil {
		t.Fatal(err)
	}
	l.Info("connection", "conn", c)
	if s := log.String() + c.String() + fmt.Sprint(c) + fmt.Sprintf("%+v %v", c, &c); strings.Contains(s, "SECRET") {
		t.Errorf("the key is in %s", s)
	}
	if !strings.Contains(log.String(), "0600") {
		t.Error("no warning about a file that all can read")
	}
	if n, a := c.Endpoint(7); n != "tcp" || a != "127.0.0.1:7" {
		t.Error(n, a)
	}
	c.Transport, c.IP = "ipc", "/run/k"
	if n, a := c.Endpoint(7); n != "unix" || a != "/run/k-7" {
		t.Error(n, a)
	}
}

// encoding/json is the oracle, where it knows the bytes; both must read back as the same text.
func FuzzAppendString(f *testing.F) {
	f.Add("plain\n\t\r\x00\x1f\"\\ é🚀\u2028\x7f")
	f.Add("\xff\xc3\xed\xa0\x80")
	f.Fuzz(func(t *testing.T, s string) {
		got := AppendString(nil, s)
		var back string
		if err := json.Unmarshal(got, &back); err != nil || !utf8.Valid(got) {
			t.Fatalf("%q: %v", got, err)
		}
		want, _ := json.Marshal(s)
		var oracle string
		json.Unmarshal(want, &oracle)
		if back != oracle || !bytes.Equal(got, AppendString(nil, []byte(s))) {
			t.Fatalf("%q became %q, want %q", s, back, oracle)
		}
	})
}

func FuzzDecode(f *testing.F) {
	seed := func(frames ...[]byte) { f.Add(bytes.Join(frames, []byte{0}), byte(0)) }
	c, _ := NewCodec("k", "", "u")
	seed(c.Encode(Draft{Identities: [][]byte{[]byte("a")}, Type: "execute_request", Content: json.RawMessage(`{"code":"1"}`)})...)
	seed([]byte(Delimiter), nil, []byte(`{"msg_type":"x"}`), []byte("[]"), []byte("{"), []byte("\xff"))
	seed([]byte(Delimiter))
	seed()
	signed, _ := NewCodec("k", "", "u")
	open, _ := NewCodec("", "", "u")
	f.Fuzz(func(t *testing.T, data []byte, sep byte) {
		frames := bytes.Split(data, []byte{sep})
		signed.Decode(frames)
		m, err := open.Decode(frames)
		if err != nil {
			return
		}
		for _, raw := range []json.RawMessage{m.RawHeader, m.Parent, m.Metadata} {
			if !isObject(raw) || !utf8.Valid(raw) {
				t.Fatalf("%q", raw)
			}
		}
		// An answer with this header as its parent can be read again.
		if _, err := open.Decode(open.Encode(Draft{Type: "y", Parent: m.RawHeader})); err != nil {
			t.Fatal(err)
		}
		m.ParentHeader()
	})
}

func FuzzMarshal(f *testing.F) {
	f.Add([]byte(`{"a":[1,2,{"b":null}]}`), 1.5)
	f.Fuzz(func(t *testing.T, data []byte, x float64) {
		var v any
		if json.Unmarshal(data, &v) != nil {
			v = string(data)
		}
		if !json.Valid(Marshal([]any{v, x, string(data), map[string]any{"x": math.NaN(), string(data): v}})) {
			t.Fatal("not JSON")
		}
	})
}
