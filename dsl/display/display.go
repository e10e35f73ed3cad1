// Package display holds what a value looks like to a front end: a Bundle maps MIME types to data, and a value that
// has a look of its own implements Displayer. Kernel, terminal and notebook runner all receive the same bundle and
// choose from it. The package imports nothing of Monge, so every room may use it.
package display

// Bundle is one output: data by MIME type, with metadata by MIME type.
//
// Data values are strings (text/plain, text/html, image/svg+xml, text/latex, text/markdown), []byte (image/png,
// image/jpeg, application/pdf: raw, fronts encode base64 where their format asks for it), or, for application/json
// and application/*+json, anything encoding/json can encode. text/plain is always present.
type Bundle struct {
	Data     map[string]any
	Metadata map[string]any
}

// Displayer is implemented by Go values that show themselves. Display must be cheap enough to call once per
// cell, must not fail and must always fill text/plain.
type Displayer interface {
	Display() Bundle
}

// Text returns a bundle that holds only text/plain.
func Text(s string) Bundle {
	return Bundle{Data: map[string]any{"text/plain": s}, Metadata: map[string]any{}}
}

// Plain returns the text/plain form, or "".
func (b Bundle) Plain() string {
	s, _ := b.Data["text/plain"].(string)
	return s
}
