package kernel

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"sync"
	"time"

	"monge/dsl"
	"monge/kernel/wire"
	"monge/kernel/zmtp"
)

// inputDesk holds the one question that may be open.
type inputDesk struct {
	mu   sync.Mutex
	open *question
}

type question struct {
	client string // identity of whom was asked
	msgID  string // of the input_request
	answer chan string
}

// stdinPatience is how long a client may take to connect its stdin channel after the others.
const stdinPatience = 2 * time.Second

// ask sends an input_request to the client that runs the cell and waits for its answer, an interrupt or ctx.
func (k *Kernel) ask(ctx context.Context, x *execution, prompt string, password bool) (string, error) {
	header := k.codec.Stamp("input_request")
	q := &question{client: x.r.from, msgID: messageID(header), answer: make(chan string, 1)}
	k.input.mu.Lock()
	k.input.open = q
	k.input.mu.Unlock()
	defer func() {
		k.input.mu.Lock()
		if k.input.open == q {
			k.input.open = nil
		}
		k.input.mu.Unlock()
	}()
	frames := k.codec.Encode(wire.Draft{
		Identities: identities(x.r), Type: "input_request", Header: header, Parent: x.r.origin.header,
		Content: wire.Marshal(struct {
			Prompt   string `json:"prompt"`
			Password bool   `json:"password"`
		}{prompt, password}),
	})
	for end := time.Now().Add(stdinPatience); ; {
		err := k.stdin.Send(x.r.from, frames)
		if err == nil {
			break
		}
		if !errors.Is(err, zmtp.ErrNoPeer) || time.Now().After(end) {
			return "", dsl.ErrNoInput
		}
		select {
		case <-time.After(10 * time.Millisecond):
		case <-ctx.Done():
			return "", ctx.Err()
		case <-x.interrupted:
			return "", context.Canceled
		}
	}
	select {
	case line := <-q.answer:
		if line == "\x04" { // end of transmission is how clients say end of file
			return "", io.EOF
		}
		return line, nil
	case <-ctx.Done():
		return "", ctx.Err()
	case <-x.interrupted:
		return "", context.Canceled
	}
}

// receiveStdin takes answers. One that nobody waits for, because it is late or from someone who was not asked, is
// dropped: it must not answer the next question.
func (k *Kernel) receiveStdin(router *zmtp.Router, id string, frames [][]byte) {
	r := k.receive(router, id, frames)
	if r == nil || r.Header.MsgType != "input_reply" {
		return
	}
	var content struct {
		Value string `json:"value"`
	}
	if json.Unmarshal(r.Content, &content) != nil {
		return
	}
	k.input.mu.Lock()
	defer k.input.mu.Unlock()
	q := k.input.open
	if q == nil || q.client != id {
		return
	}
	if p := r.ParentHeader().MsgID; p != "" && p != q.msgID && r.ParentHeader().MsgType == "input_request" {
		return
	}
	select {
	case q.answer <- content.Value:
		k.input.open = nil
	default:
	}
}

func messageID(header json.RawMessage) string {
	var h wire.Header
	json.Unmarshal(header, &h)
	return h.MsgID
}
