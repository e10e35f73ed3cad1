package notebooks

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
)

// Notebook is a notebook of nbformat 4. Top holds every key of the file but "cells".
type Notebook struct {
	Top   *Object
	Cells []*Cell
}

// Cell is one cell. Fields holds every key of the file but "outputs"; the source is one string there.
type Cell struct {
	Fields  *Object
	Outputs []*Output // of code cells
}

// Output is one output of a code cell, as the file has it; text is one string there.
type Output struct {
	Fields *Object
}

// Cell types and output types of nbformat 4.
const (
	Code     = "code"
	Markdown = "markdown"
	Raw      = "raw"

	StreamOutput  = "stream"
	DisplayOutput = "display_data"
	ResultOutput  = "execute_result"
	ErrorOutput   = "error"
)

// New returns an empty notebook of nbformat 4.5.
func New() *Notebook {
	return &Notebook{Top: NewObject("metadata", &Object{}, "nbformat", Number("4"), "nbformat_minor", Number("5"))}
}

// Metadata is the notebook's metadata, made when it is missing.
func (nb *Notebook) Metadata() *Object { return nb.Top.subObject("metadata") }

// Minor is the minor version of the format.
func (nb *Notebook) Minor() int {
	v, _ := nb.Top.Get("nbformat_minor")
	n, _ := v.(Number)
	i, _ := n.Int()
	return i
}

// Language is the programming language that the metadata names: that of the kernelspec, else of language_info, else "".
func (nb *Notebook) Language() string {
	if l := nb.Metadata().Obj("kernelspec").Str("language"); l != "" {
		return l
	}
	return nb.Metadata().Obj("language_info").Str("name")
}

// EnsureIDs gives every cell an id and raises the format to 4.5, the first with ids. A made id depends only on the
// cell's place and content, so that two runs of one notebook agree.
func (nb *Notebook) EnsureIDs() {
	if nb.Minor() < 5 {
		nb.Top.Set("nbformat_minor", Number("5"))
	}
	used := map[string]bool{}
	for _, c := range nb.Cells {
		if id := c.ID(); id != "" && !used[id] {
			used[id] = true
		} else {
			c.Fields.Delete("id")
		}
	}
	for i, c := range nb.Cells {
		if c.ID() == "" {
			c.Fields.Set("id", makeID(used, strconv.Itoa(i), c.Type(), c.Source()))
		}
	}
}

// makeID returns eight hexadecimal digits that are not in used, and adds them.
func makeID(used map[string]bool, parts ...string) string {
	for n := 0; ; n++ {
		h := sha256.New()
		for _, p := range append(slices.Clip(parts), strconv.Itoa(n)) {
			h.Write([]byte(p))
			h.Write([]byte{0})
		}
		if id := hex.EncodeToString(h.Sum(nil)[:4]); !used[id] {
			used[id] = true
			return id
		}
	}
}

// usedIDs is the set of the notebook's cell ids.
func (nb *Notebook) usedIDs() map[string]bool {
	used := map[string]bool{}
	for _, c := range nb.Cells {
		used[c.ID()] = true
	}
	return used
}

// insertCell puts a cell before position at and gives it an id.
func (nb *Notebook) insertCell(at int, c *Cell) {
	c.Fields.Set("id", makeID(nb.usedIDs(), c.Type(), c.Source()))
	nb.Cells = slices.Insert(nb.Cells, at, c)
}

// findTagged returns the position of the first cell with a tag, or -1.
func (nb *Notebook) findTagged(tag string) int {
	return slices.IndexFunc(nb.Cells, func(c *Cell) bool { return c.HasTag(tag) })
}

// NewCell makes a cell without id.
func NewCell(cellType, source string) *Cell {
	c := &Cell{Fields: NewObject("cell_type", cellType, "metadata", &Object{}, "source", source)}
	if cellType == Code {
		c.Fields.Set("execution_count", nil)
	}
	return c
}

// Type is "code", "markdown", "raw" or what a later format brings.
func (c *Cell) Type() string { return c.Fields.Str("cell_type") }

// IsCode reports whether the cell can be run.
func (c *Cell) IsCode() bool { return c.Type() == Code }

// ID is the cell's id, "" when it has none.
func (c *Cell) ID() string { return c.Fields.Str("id") }

// Source is the cell's text.
func (c *Cell) Source() string { return c.Fields.Str("source") }

// SetSource replaces the cell's text.
func (c *Cell) SetSource(s string) { c.Fields.Set("source", s) }

// Metadata is the cell's metadata, made when it is missing.
func (c *Cell) Metadata() *Object { return c.Fields.subObject("metadata") }

// Tags are the cell's tags.
func (c *Cell) Tags() []string {
	var tags []string
	for _, t := range c.Fields.Obj("metadata").List("tags") {
		if s, ok := t.(string); ok {
			tags = append(tags, s)
		}
	}
	return tags
}

// HasTag reports whether the cell has a tag.
func (c *Cell) HasTag(tag string) bool { return slices.Contains(c.Tags(), tag) }

// ExecutionCount is the number in the cell's prompt.
func (c *Cell) ExecutionCount() (int, bool) {
	v, _ := c.Fields.Get("execution_count")
	n, _ := v.(Number)
	return n.Int()
}

// ClearOutputs removes outputs and execution count.
func (c *Cell) ClearOutputs() {
	c.Outputs = nil
	c.Fields.Set("execution_count", nil)
}

// Type is the kind of output: "stream", "display_data", "execute_result" or "error".
func (o *Output) Type() string { return o.Fields.Str("output_type") }

// Text is the text of a stream.
func (o *Output) Text() string { return o.Fields.Str("text") }

// Name is "stdout" or "stderr" for streams.
func (o *Output) Name() string { return o.Fields.Str("name") }

// Data is the MIME bundle of a display or result, else nil.
func (o *Output) Data() *Object { return o.Fields.Obj("data") }
