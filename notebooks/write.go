package notebooks

import "strings"

// Bytes is the notebook as nbformat writes it: indent 1, sorted keys, text as lists of lines, newline at the end.
func (nb *Notebook) Bytes() []byte {
	cells := make([]any, len(nb.Cells))
	for i, c := range nb.Cells {
		cells[i] = c.forFile()
	}
	top := &Object{}
	for i, k := range nb.Top.keys {
		top.Set(k, nb.Top.vals[i])
	}
	top.Set("cells", cells)
	return append(appendJSON(make([]byte, 0, 4096), top, 0), '\n')
}

// forFile returns the cell's object with its text split into lines. Only what changes is copied.
func (c *Cell) forFile() *Object {
	f := c.Fields.shallow()
	f.Set("source", lines(c.Source()))
	if att := f.Obj("attachments"); att != nil {
		att = att.shallow()
		for i, v := range att.vals {
			if bundle, ok := v.(*Object); ok {
				att.vals[i] = splitBundle(bundle)
			}
		}
		f.Set("attachments", att)
	}
	if !c.IsCode() {
		return f
	}
	outputs := make([]any, len(c.Outputs))
	for i, o := range c.Outputs {
		out := o.Fields
		switch o.Type() {
		case StreamOutput:
			out = out.shallow()
			out.Set("text", lines(o.Text()))
		case DisplayOutput, ResultOutput:
			if data := o.Data(); data != nil {
				out = out.shallow()
				out.Set("data", splitBundle(data))
			}
		}
		outputs[i] = out
	}
	f.Set("outputs", outputs)
	return f
}

func (o *Object) shallow() *Object {
	c := &Object{}
	for i, k := range o.keys {
		c.Set(k, o.vals[i])
	}
	return c
}

// splitBundle splits the textual entries of a MIME bundle into lines: text/*, SVG and JavaScript.
func splitBundle(data *Object) *Object {
	d := data.shallow()
	for i, mime := range d.keys {
		if s, ok := d.vals[i].(string); ok && isLinesMime(mime) {
			d.vals[i] = lines(s)
		}
	}
	return d
}

func isLinesMime(mime string) bool {
	return strings.HasPrefix(mime, "text/") || mime == "image/svg+xml" || mime == "application/javascript"
}
