package notebooks

import (
	"fmt"
	"slices"
	"time"
)

// The metadata and marks of this file follow papermill 2, so that tools which read its notebooks read ours.

// Tag and texts of the two cells that papermill adds to a notebook which failed.
const (
	tagErrorMark = "papermill-error-cell-tag"
	errorStyle   = `style="color:red; font-family:Helvetica Neue, Helvetica, Arial, sans-serif; font-size:2em;"`
)

// removeErrorMarks takes out the cells that an earlier failed run added.
func (nb *Notebook) removeErrorMarks() {
	nb.Cells = slices.DeleteFunc(nb.Cells, func(c *Cell) bool { return c.HasTag(tagErrorMark) })
}

// addErrorMarks puts an anchor before the failed cell and a link to it on top.
func (nb *Notebook) addErrorMarks(failed *Cell) {
	at := slices.Index(nb.Cells, failed)
	if at < 0 {
		return
	}
	prompt := "None"
	if n, ok := failed.ExecutionCount(); ok {
		prompt = fmt.Sprint(n)
	}
	anchor := NewCell(Markdown, fmt.Sprintf(
		`<span id="papermill-error-cell" %s>Execution using papermill encountered an exception here and stopped:</span>`, errorStyle))
	link := NewCell(Markdown, fmt.Sprintf(
		`<span %s>An Exception was encountered at '<a href="#papermill-error-cell">In [%s]</a>'.</span>`, errorStyle, prompt))
	for _, c := range []*Cell{anchor, link} {
		c.Metadata().Set("tags", []any{tagErrorMark})
	}
	nb.insertCell(at, anchor)
	nb.insertCell(0, link)
}

// papermillRecord keeps metadata.papermill of the notebook and its cells; a nil record keeps none. Without times only
// the state is kept, so that two runs write the same file.
type papermillRecord struct {
	nb    *Notebook
	times bool
	begin time.Time
}

func isoTime(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000000+00:00") }

func seconds(d time.Duration) Number { return FloatNumber(float64(d.Microseconds()) / 1e6) }

func (r *papermillRecord) start(now time.Time, version, input, output string) {
	if r == nil {
		return
	}
	r.begin = now
	m := r.nb.Metadata().subObject("papermill")
	for _, key := range []string{"default_parameters", "environment_variables", "parameters"} {
		m.subObject(key)
	}
	m.Set("version", version)
	m.Set("input_path", input)
	m.Set("output_path", output)
	for _, key := range []string{"start_time", "end_time", "duration", "exception"} {
		m.Set(key, nil)
	}
	if r.times {
		m.Set("start_time", isoTime(now))
	}
	for _, c := range r.nb.Cells {
		p := &Object{}
		for _, key := range []string{"exception", "start_time", "end_time", "duration"} {
			p.Set(key, nil)
		}
		p.Set("status", "pending")
		c.Metadata().Set("papermill", p)
	}
}

func (r *papermillRecord) cellStart(c *Cell, now time.Time) {
	if r == nil {
		return
	}
	m := c.Metadata().subObject("papermill")
	m.Set("exception", false)
	m.Set("status", "running")
	if r.times {
		m.Set("start_time", isoTime(now))
	}
}

func (r *papermillRecord) cellEnd(c *Cell, began, now time.Time, failed bool) {
	if r == nil {
		return
	}
	m := c.Metadata().subObject("papermill")
	m.Set("status", "completed")
	if failed {
		m.Set("exception", true)
		m.Set("status", "failed")
		r.nb.Metadata().subObject("papermill").Set("exception", true)
	}
	if r.times {
		m.Set("end_time", isoTime(now))
		m.Set("duration", seconds(now.Sub(began)))
	}
}

// end closes the record. Cells before a failed one that had nothing to run count as completed.
func (r *papermillRecord) end(now time.Time) {
	if r == nil {
		return
	}
	for _, c := range r.nb.Cells {
		m := c.Metadata().Obj("papermill")
		if m.Str("status") == "failed" {
			break
		}
		if m.Str("status") == "pending" {
			m.Set("status", "completed")
		}
	}
	if !r.times {
		return
	}
	m := r.nb.Metadata().subObject("papermill")
	m.Set("end_time", isoTime(now))
	m.Set("duration", seconds(now.Sub(r.begin)))
}
