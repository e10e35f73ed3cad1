package kernel

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"monge/dsl"
	"monge/dsl/display"
	"monge/kernel/wire"
)

// cell is the dsl.Sink of one execute_request: it gives everything that the cell puts out the request as its origin,
// also what background work puts out after the cell has ended, and caps the stream text.
type cell struct {
	k          *Kernel
	r          *request
	silent     bool
	allowStdin bool
	x          *execution

	mu      sync.Mutex
	left    int64 // bytes of stream text that may still be sent; negative: no limit
	limited bool
	dropped int64
	tail    []tailText
	tailed  int
	ended   bool
}

// tailText is stream text that exceeds the limit and may turn out to be the end of the output.
type tailText struct{ name, text string }

// tailBytes of the end are shown after the notice.
const tailBytes = 64 << 10

var _ dsl.Sink = (*cell)(nil)

func (k *Kernel) newCell(r *request, silent, allowStdin bool) *cell {
	return &cell{k: k, r: r, silent: silent, allowStdin: allowStdin, left: k.opt.OutputLimit, limited: k.opt.OutputLimit >= 0}
}

// Stream sends text, up to the limit.
func (c *cell) Stream(name, text string) {
	if c.silent || text == "" {
		return
	}
	if name != "stderr" {
		name = "stdout"
	}
	c.mu.Lock()
	defer c.mu.Unlock() // keeps the order of concurrent writers
	if c.limited {
		head := cut(text, c.left)
		c.left -= int64(len(head))
		if rest := text[len(head):]; rest != "" {
			c.left = 0
			c.keepTail(name, rest)
		}
		text = head
	}
	if text != "" {
		c.k.iopub.write(c.r.origin, name, text)
	}
}

// cut is the longest beginning of at most n bytes that ends between two characters.
func cut(s string, n int64) string {
	if int64(len(s)) <= n {
		return s
	}
	i := int(max(n, 0))
	for i > 0 && !utf8.RuneStart(s[i]) {
		i--
	}
	return s[:i]
}

// keepTail remembers the newest text beyond the limit and counts what is forgotten of it.
func (c *cell) keepTail(name, text string) {
	if c.ended { // background work after the end of the cell: nobody will show a tail
		c.dropped += int64(len(text))
		return
	}
	if len(text) > tailBytes {
		i := len(text) - tailBytes
		for i < len(text) && !utf8.RuneStart(text[i]) {
			i++
		}
		c.dropped += int64(i)
		text = text[i:]
	}
	if n := len(c.tail); n > 0 && c.tail[n-1].name == name && len(c.tail[n-1].text) < tailBytes/16 {
		c.tail[n-1].text += text
	} else {
		c.tail = append(c.tail, tailText{name, text})
	}
	c.tailed += len(text)
	for c.tailed-len(c.tail[0].text) >= tailBytes {
		c.dropped += int64(len(c.tail[0].text))
		c.tailed -= len(c.tail[0].text)
		c.tail[0].text = ""
		c.tail = c.tail[1:]
	}
}

// showTail sends the notice about what is missing, then the end of the text.
func (c *cell) showTail() {
	if c.dropped > 0 {
		c.k.iopub.write(c.r.origin, "stderr", fmt.Sprintf("\n[monge: %d bytes of output are left out here; one cell may print %d bytes]\n",
			c.dropped, c.k.opt.OutputLimit))
	}
	for _, t := range c.tail {
		c.k.iopub.write(c.r.origin, t.name, t.text)
	}
	c.tail, c.tailed, c.dropped = nil, 0, 0
}

// end is called when the evaluator has returned.
func (c *cell) end() {
	c.mu.Lock()
	c.showTail()
	c.ended = true
	c.mu.Unlock()
}

// notice is text from the kernel itself, past silence and limit.
func (c *cell) notice(text string) { c.k.iopub.write(c.r.origin, "stderr", text) }

// Display sends a bundle.
func (c *cell) Display(b display.Bundle, id string, update bool) {
	if c.silent {
		return
	}
	e := &event{typ: "display_data", from: c.r.origin}
	if update {
		e.typ, e.update = "update_display_data", id
	}
	e.topic = c.k.iopub.topic + e.typ
	e.content = wire.Marshal(c.k.display(b, id))
	c.k.iopub.publish(e)
}

// displayContent is the content of display_data, update_display_data and execute_result.
type displayContent struct {
	Data      map[string]any `json:"data"`
	Metadata  map[string]any `json:"metadata"`
	Transient map[string]any `json:"transient"`
	Count     *int64         `json:"execution_count,omitempty"`
}

func (k *Kernel) display(b display.Bundle, id string) displayContent {
	data, bad := wire.Bundle(b.Data)
	if len(bad) > 0 {
		k.log.Warn("display data dropped: keys must be MIME types without parameters", "keys", bad)
	}
	d := displayContent{Data: data, Metadata: b.Metadata, Transient: map[string]any{}}
	if d.Metadata == nil {
		d.Metadata = map[string]any{}
	}
	if id != "" {
		d.Transient["display_id"] = id
	}
	return d
}

// ClearOutput removes the outputs of the cell; text starts from nothing, and so does the limit.
func (c *cell) ClearOutput(wait bool) {
	if c.silent {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.left = c.k.opt.OutputLimit
	c.tail, c.tailed, c.dropped = nil, 0, 0
	c.k.iopub.send(c.r.origin, "clear_output", wire.Marshal(map[string]bool{"wait": wait}))
}

// Input asks the client that sent the cell for a line.
func (c *cell) Input(ctx context.Context, prompt string, password bool) (string, error) {
	if !c.allowStdin || c.silent {
		return "", dsl.ErrNoInput
	}
	c.k.iopub.flush()
	return c.k.ask(ctx, c.x, prompt, password)
}

// visible tells whether text has anything to run.
func visible(code string) bool { return strings.TrimSpace(code) != "" }
