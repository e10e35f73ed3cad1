package client

import (
	"encoding/json"
	"strings"

	"monge/kernel/wire"
)

// Result is what a kernel said about one request.
type Result struct {
	Reply *wire.Message   // nil if none came
	IOPub []*wire.Message // all messages whose parent is the request, in order
}

// ReplyError is what error replies carry beside their status.
type ReplyError struct {
	Status    string   `json:"status"`
	Name      string   `json:"ename"`
	Value     string   `json:"evalue"`
	Traceback []string `json:"traceback"`
}

// Status is the status of the reply: "ok", "error", "aborted", or "" without a reply.
func (r *Result) Status() string { return r.Err().Status }

// Err is the reply read as an error.
func (r *Result) Err() (e ReplyError) {
	if r.Reply != nil {
		json.Unmarshal(r.Reply.Content, &e)
	}
	return e
}

// Decode reads the content of the reply into a value.
func (r *Result) Decode(into any) error {
	if r.Reply == nil {
		return ErrClosed
	}
	return json.Unmarshal(r.Reply.Content, into)
}

// Types lists the types of the iopub messages; a status is listed as its state.
func (r *Result) Types() []string {
	var types []string
	for _, m := range r.IOPub {
		t := m.Header.MsgType
		if t == "status" {
			var s struct {
				State string `json:"execution_state"`
			}
			json.Unmarshal(m.Content, &s)
			t = s.State
		}
		types = append(types, t)
	}
	return types
}

// Of lists the iopub messages of one type.
func (r *Result) Of(msgType string) []*wire.Message {
	var list []*wire.Message
	for _, m := range r.IOPub {
		if m.Header.MsgType == msgType {
			list = append(list, m)
		}
	}
	return list
}

// Stream is all text of "stdout" or "stderr".
func (r *Result) Stream(name string) string {
	var b strings.Builder
	for _, m := range r.Of("stream") {
		var s struct{ Name, Text string }
		if json.Unmarshal(m.Content, &s) == nil && s.Name == name {
			b.WriteString(s.Text)
		}
	}
	return b.String()
}

// Data is the first text of a MIME type among results and displays, "" if there is none.
func (r *Result) Data(mime string) string {
	for _, m := range r.IOPub {
		var d struct {
			Data map[string]any `json:"data"`
		}
		switch m.Header.MsgType {
		case "execute_result", "display_data":
			if json.Unmarshal(m.Content, &d) == nil {
				if s, ok := d.Data[mime].(string); ok {
					return s
				}
			}
		}
	}
	return ""
}
