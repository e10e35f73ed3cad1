package kernel

import (
	"runtime"
	"unicode/utf8"

	"monge/dsl"
	"monge/kernel/wire"
)

// languageInfo tells front ends how to treat the text of cells: a language of its own, coloured as Python.
type languageInfo struct {
	Name          string         `json:"name"`
	Version       string         `json:"version"`
	MIMEType      string         `json:"mimetype"`
	FileExtension string         `json:"file_extension"`
	Lexer         string         `json:"pygments_lexer"`
	CodeMirror    map[string]any `json:"codemirror_mode"`
	Exporter      string         `json:"nbconvert_exporter"`
}

type helpLink struct {
	Text string `json:"text"`
	URL  string `json:"url"`
}

type kernelInfoReply struct {
	Status         string       `json:"status"`
	Protocol       string       `json:"protocol_version"`
	Implementation string       `json:"implementation"`
	Version        string       `json:"implementation_version"`
	Language       languageInfo `json:"language_info"`
	Banner         string       `json:"banner"`
	Debugger       bool         `json:"debugger"`
	HelpLinks      []helpLink   `json:"help_links"`
	Features       []string     `json:"supported_features"`
}

// kernelInfo answers from what is known at compile time, before there is an evaluator.
func (k *Kernel) kernelInfo(r *request) {
	v := k.opt.Version
	k.reply(r, kernelInfoReply{
		Status: "ok", Protocol: wire.Version, Implementation: "monge", Version: v,
		Language: languageInfo{
			Name: "monge", Version: v, MIMEType: "text/x-python", FileExtension: ".mg", Lexer: "python3",
			CodeMirror: map[string]any{"name": "python", "version": 3}, Exporter: "python",
		},
		Banner: "Monge " + v + " (" + runtime.GOOS + "/" + runtime.GOARCH + ")\n" +
			"Python syntax, solvers in Go: optimal transport, volume sampling, Newton methods, pruning.\n" +
			"name? shows help; %who lists variables; Tab completes.",
		HelpLinks: []helpLink{
			{"Python language reference", "https://docs.python.org/3/reference/"},
			{"NumPy reference", "https://numpy.org/doc/stable/reference/"},
			{"Matplotlib pyplot reference", "https://matplotlib.org/stable/api/pyplot_summary.html"},
		},
		Features: []string{},
	})
}

// cursorContent is the content of complete_request, is_complete_request and inspect_request. Cursors are in Unicode code points.
type cursorContent struct {
	Code   string `json:"code"`
	Cursor *int   `json:"cursor_pos"`
	Detail int    `json:"detail_level"`
}

// cursor is the position within the code; absent means its end.
func (c cursorContent) cursor() int {
	n := utf8.RuneCountInString(c.Code)
	if c.Cursor == nil {
		return n
	}
	return min(max(*c.Cursor, 0), n)
}

// completionType is one entry of _jupyter_types_experimental, which gives icons and signatures to menus.
type completionType struct {
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Text      string `json:"text"`
	Type      string `json:"type"`
	Signature string `json:"signature"`
}

func (k *Kernel) complete(r *request) {
	var c cursorContent
	if !k.decode(r, &c) {
		return
	}
	got := dsl.Completions{Start: c.cursor(), End: c.cursor()}
	k.guard("complete", func() { got = k.eval().Complete(c.Code, c.cursor()) })
	matches, types := make([]string, 0, len(got.Matches)), make([]completionType, 0, len(got.Matches))
	for _, m := range got.Matches {
		matches = append(matches, m.Text)
		types = append(types, completionType{got.Start, got.End, m.Text, m.Type, m.Signature})
	}
	k.reply(r, map[string]any{
		"status": "ok", "matches": matches, "cursor_start": got.Start, "cursor_end": got.End,
		"metadata": map[string]any{"_jupyter_types_experimental": types},
	})
}

func (k *Kernel) inspect(r *request) {
	var c cursorContent
	if !k.decode(r, &c) {
		return
	}
	data, metadata, found := map[string]any{}, map[string]any{}, false
	k.guard("inspect", func() {
		b, ok := k.eval().Inspect(c.Code, c.cursor(), c.Detail)
		if ok {
			d := k.display(b, "")
			data, metadata, found = d.Data, d.Metadata, true
		}
	})
	k.reply(r, map[string]any{"status": "ok", "found": found, "data": data, "metadata": metadata})
}

func (k *Kernel) isComplete(r *request) {
	var c cursorContent
	if !k.decode(r, &c) {
		return
	}
	got := dsl.Completeness{Status: "unknown"}
	k.guard("is_complete", func() { got = k.eval().IsComplete(c.Code) })
	reply := map[string]any{"status": got.Status}
	if got.Status == "incomplete" {
		reply["indent"] = got.Indent
	}
	k.reply(r, reply)
}

// guard keeps a question that makes the evaluator panic from being more than a question without a good answer.
func (k *Kernel) guard(what string, f func()) {
	defer func() {
		if p := recover(); p != nil {
			k.internalError(p)
			k.log.Error("no answer", "request", what)
		}
	}()
	f()
}

// connect tells the ports, for clients of old protocols.
func (k *Kernel) connect(r *request) {
	c := k.Connection(wire.Connection{Transport: "tcp"})
	k.reply(r, map[string]any{"status": "ok", "shell_port": c.ShellPort, "iopub_port": c.IOPubPort, "stdin_port": c.StdinPort,
		"control_port": c.ControlPort, "hb_port": c.HBPort})
}

// shutdown answers on its channel, tells all clients, and stops the kernel.
func (k *Kernel) shutdown(r *request) {
	var c struct {
		Restart bool `json:"restart"`
	}
	if !k.decode(r, &c) {
		return
	}
	content := map[string]any{"status": "ok", "restart": c.Restart}
	k.reply(r, content)
	k.iopub.send(r.origin, "shutdown_reply", wire.Marshal(content))
	r.after = k.Stop
}
