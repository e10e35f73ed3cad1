// Package wire is Jupyter's message format, version 5.5: what stands in the frames of a message, how it is signed, and
// how a connection file says where and with which key. It knows neither sockets nor handlers.
//
//	identities… | <IDS|MSG> | HMAC | header | parent_header | metadata | content | buffers…
//
// Parse and (*Codec).Decode go from frames to a Message; (*Codec).Encode goes back. The order of Decode matters:
// split, verify the raw frames, refuse replays, and only then parse JSON that someone with the key has written.
package wire

import (
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"
)

// Version is the protocol version that headers and kernel_info announce.
const Version = "5.5"

// Delimiter separates the routing identities from the message.
const Delimiter = "<IDS|MSG>"

// Header is the part of a header that handlers use. The header as a whole is kept verbatim in Message.RawHeader.
type Header struct {
	MsgID   string `json:"msg_id"`
	MsgType string `json:"msg_type"`
	Session string `json:"session"`
	Version string `json:"version"`
	Date    string `json:"date"`
}

// Message is a decoded message.
type Message struct {
	Identities [][]byte
	Header     Header
	RawHeader  json.RawMessage // becomes the parent_header of every answer, unknown keys included
	Parent     json.RawMessage
	Metadata   json.RawMessage
	Content    json.RawMessage
	Buffers    [][]byte
}

// Errors of decoding. None of them is ever answered: whoever sends such frames does not have the key, or is broken.
var (
	ErrNoDelimiter = errors.New("wire: no delimiter")
	ErrTooShort    = errors.New("wire: too few frames")
	ErrSignature   = errors.New("wire: wrong signature")
	ErrReplay      = errors.New("wire: message was seen before")
	ErrHeader      = errors.New("wire: bad header")
)

// Split cuts the frames at the delimiter. The parts are slices of the argument.
func Split(frames [][]byte) (identities [][]byte, signature []byte, parts [][]byte, buffers [][]byte, err error) {
	for i, f := range frames {
		if string(f) != Delimiter {
			continue
		}
		rest := frames[i+1:]
		if len(rest) < 5 {
			return nil, nil, nil, nil, ErrTooShort
		}
		return frames[:i], rest[0], rest[1:5], rest[5:], nil
	}
	return nil, nil, nil, nil, ErrNoDelimiter
}

// parse makes a message of verified parts. Only the header has to be right here: the other parts are checked to be
// JSON objects, and a content that is none is left for the handler to refuse with an answer.
func parse(identities, parts, buffers [][]byte) (*Message, error) {
	m := &Message{Identities: identities, Buffers: buffers}
	m.RawHeader = clean(parts[0])
	if !isObject(m.RawHeader) {
		return nil, ErrHeader
	}
	if err := json.Unmarshal(m.RawHeader, &m.Header); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrHeader, err)
	}
	if m.Header.MsgType == "" {
		return nil, fmt.Errorf("%w: no msg_type", ErrHeader)
	}
	m.Parent, m.Metadata, m.Content = object(parts[1]), object(parts[2]), clean(parts[3])
	return m, nil
}

// ParentHeader decodes the part of the parent header that clients use.
func (m *Message) ParentHeader() Header {
	var h Header
	json.Unmarshal(m.Parent, &h)
	return h
}

// object is the frame if it holds a JSON object, else an empty one.
func object(frame []byte) json.RawMessage {
	if frame = clean(frame); !isObject(frame) {
		return json.RawMessage("{}")
	}
	return frame
}

// clean replaces invalid UTF-8, which must not come back in a parent_header.
func clean(frame []byte) json.RawMessage {
	if utf8.Valid(frame) {
		return frame
	}
	out := make([]byte, 0, len(frame)+16)
	for len(frame) > 0 {
		r, n := utf8.DecodeRune(frame)
		out = utf8.AppendRune(out, r)
		frame = frame[n:]
	}
	return out
}

// IsObject tells whether data is one well-formed JSON object.
func IsObject(data []byte) bool { return isObject(data) }

func isObject(data []byte) bool {
	for _, c := range data {
		switch c {
		case ' ', '\t', '\r', '\n':
			continue
		case '{':
			return json.Valid(data)
		}
		return false
	}
	return false
}
