package notebooks

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"monge/dsl"
	"monge/dsl/display"
)

// recorder turns what cells put out into stored outputs. One recorder serves all cells of a run, as a display may be
// updated from a later cell; each cell has its own cellSink, which output of background work keeps after the cell's end.
type recorder struct {
	mu       sync.Mutex // guards the outputs of all cells, also against the writer of the file
	displays map[string][]recorded
	sinks    []*cellSink
	limit    int // bytes of text per cell, 0 for any number
	closed   bool
	// progress receives the text of displays that show how a long computation goes; such displays are stored only with
	// keepProgress, as they hold times.
	progress     func(text string)
	keepProgress bool
}

// recorded is one output that an update may replace.
type recorded struct {
	cell *Cell
	out  *Output
}

func newRecorder(opt RunOptions) *recorder {
	return &recorder{displays: map[string][]recorded{}, limit: opt.MaxOutput, progress: opt.Progress, keepProgress: !opt.NoTiming}
}

// maxDisplayBytes and maxDisplays bound what displays of one cell may add to the file while a limit is set.
const (
	maxDisplayBytes = 128 << 20
	maxDisplays     = 10000
)

// cellSink receives the outputs of one cell.
type cellSink struct {
	r      *recorder
	cell   *Cell
	clear  bool        // clear at the next output
	open   *Output     // stream output that further text of its name extends
	text   *streamText // its text
	used   int         // bytes of finished stream outputs
	shown  int         // bytes of displays
	refuse bool        // a notice on output left out has been stored
}

var _ dsl.Sink = (*cellSink)(nil)

func (r *recorder) sink(c *Cell) *cellSink {
	s := &cellSink{r: r, cell: c}
	r.mu.Lock()
	r.sinks = append(r.sinks, s)
	r.mu.Unlock()
	return s
}

// flush makes the stored outputs current; the caller holds the lock. Streams stay open: more text may come.
func (r *recorder) flush() {
	for _, s := range r.sinks {
		if s.open != nil {
			s.open.Fields.Set("text", s.text.String())
		}
	}
}

// Stream implements dsl.Sink.
func (s *cellSink) Stream(name, text string) {
	s.r.mu.Lock()
	defer s.r.mu.Unlock()
	if s.r.closed || text == "" {
		return
	}
	s.stream(name, text)
}

func (s *cellSink) stream(name, text string) {
	s.applyClear()
	if s.open == nil || s.open.Name() != name {
		s.endStream()
		if s.r.limit > 0 && s.used >= s.r.limit {
			s.notice("the output of this cell is larger than the limit: the rest is left out; raise --max-output to keep it")
			return
		}
		s.open = &Output{Fields: NewObject("output_type", StreamOutput, "name", name, "text", "")}
		s.text = &streamText{}
		s.cell.Outputs = append(s.cell.Outputs, s.open)
	}
	limit := 0
	if s.r.limit > 0 {
		limit = max(s.r.limit-s.used, 1024)
	}
	s.text.write(text, limit)
}

// endStream stores the text of the open stream and starts no other.
func (s *cellSink) endStream() {
	if s.open == nil {
		return
	}
	text := s.text.String()
	s.open.Fields.Set("text", text)
	s.used += len(text)
	s.open, s.text = nil, nil
}

func (s *cellSink) applyClear() {
	if s.clear {
		s.clearNow()
	}
}

func (s *cellSink) clearNow() {
	s.clear = false
	s.open, s.text = nil, nil
	s.cell.Outputs = nil
	s.used, s.shown, s.refuse = 0, 0, false
	for id, list := range s.r.displays {
		list = slices.DeleteFunc(list, func(d recorded) bool { return d.cell == s.cell })
		if len(list) == 0 {
			delete(s.r.displays, id)
		} else {
			s.r.displays[id] = list
		}
	}
}

// Display implements dsl.Sink. A display with a known id changes all outputs of that id, in earlier cells too; one that
// is not an update is also added.
func (s *cellSink) Display(b display.Bundle, id string, update bool) {
	if b.Metadata["progress"] != nil {
		if s.r.progress != nil {
			s.r.progress(b.Plain())
		}
		if !s.r.keepProgress {
			return
		}
	}
	data, metadata := bundleToJSON(b)
	s.r.mu.Lock()
	defer s.r.mu.Unlock()
	if s.r.closed {
		return
	}
	if id != "" {
		for _, d := range s.r.displays[id] {
			d.out.Fields.Set("data", data)
			d.out.Fields.Set("metadata", metadata)
		}
	}
	if update {
		return
	}
	s.add(&Output{Fields: NewObject("output_type", DisplayOutput, "data", data, "metadata", metadata)}, id)
}

// add appends an output that is not a stream.
func (s *cellSink) add(o *Output, id string) {
	s.applyClear()
	s.endStream()
	if s.r.limit > 0 && o.Type() == DisplayOutput {
		s.shown += sizeOf(o.Fields)
		if s.shown > maxDisplayBytes || len(s.cell.Outputs) >= maxDisplays {
			s.notice(fmt.Sprintf("displays of this cell take more than %d MiB or %d outputs: the rest is left out; --max-output 0 keeps all",
				maxDisplayBytes>>20, maxDisplays))
			return
		}
	}
	s.cell.Outputs = append(s.cell.Outputs, o)
	if id != "" {
		s.r.displays[id] = append(s.r.displays[id], recorded{s.cell, o})
	}
}

// notice tells the reader of the notebook, once per cell, that output is missing.
func (s *cellSink) notice(text string) {
	if !s.refuse {
		s.refuse = true
		s.cell.Outputs = append(s.cell.Outputs,
			&Output{Fields: NewObject("output_type", StreamOutput, "name", "stderr", "text", "["+text+"]\n")})
	}
}

// sizeOf is about the size of a value in the file.
func sizeOf(v any) int {
	switch v := v.(type) {
	case string:
		return len(v) + 2
	case []any:
		n := 2
		for _, x := range v {
			n += sizeOf(x)
		}
		return n
	case *Object:
		n := 2
		for i, k := range v.keys {
			n += len(k) + sizeOf(v.vals[i])
		}
		return n
	}
	return 8
}

// ClearOutput implements dsl.Sink.
func (s *cellSink) ClearOutput(wait bool) {
	s.r.mu.Lock()
	defer s.r.mu.Unlock()
	switch {
	case s.r.closed:
	case wait:
		s.clear = true
	default:
		s.clearNow()
	}
}

// errInput says more than dsl.ErrNoInput would.
var errInput = errors.New("input() has nobody to ask in a batch run; pass values as parameters: -p name=value")

// Input implements dsl.Sink: a batch run has nobody to ask.
func (s *cellSink) Input(context.Context, string, bool) (string, error) {
	return "", errInput
}

// finish stores the cell's result or error as its last output.
func (s *cellSink) finish(res dsl.Result, count int) {
	s.r.mu.Lock()
	defer s.r.mu.Unlock()
	if s.r.closed {
		return
	}
	s.cell.Fields.Set("execution_count", IntNumber(count))
	if res.Value != nil && res.Err == nil {
		data, metadata := bundleToJSON(*res.Value)
		s.add(&Output{Fields: NewObject("output_type", ResultOutput, "execution_count", IntNumber(count),
			"data", data, "metadata", metadata)}, "")
	}
	if res.Err != nil {
		traceback := []any{}
		for _, line := range res.Err.Traceback {
			traceback = append(traceback, line)
		}
		s.add(&Output{Fields: NewObject("output_type", ErrorOutput, "ename", res.Err.Name, "evalue", res.Err.Value,
			"traceback", traceback)}, "")
	}
	s.endStream()
}
