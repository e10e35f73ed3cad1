package notebooks

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// FormatError says why a file is not a notebook that can be used. Its text is one line and ends with the remedy where
// there is one.
type FormatError struct {
	Path string // "" when the notebook was not read from a file
	Err  error
}

// Error implements error.
func (e *FormatError) Error() string {
	if e.Path == "" {
		return "not a usable notebook: " + e.Err.Error()
	}
	return e.Path + ": not a usable notebook: " + e.Err.Error()
}

// Unwrap returns the cause.
func (e *FormatError) Unwrap() error { return e.Err }

// MaxFileSize is the size in bytes from which ReadFile refuses a file. Parsing takes about three times the size in
// memory.
const MaxFileSize = 512 << 20

// ReadFile reads a notebook from a file. Errors of the file system are returned as they are, all others are
// *FormatError.
func ReadFile(path string) (*Notebook, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, &os.PathError{Op: "read", Path: path, Err: errors.New("is a directory")}
	}
	nb, err := ReadFrom(f)
	var format *FormatError
	if errors.As(err, &format) {
		format.Path = path
	}
	return nb, err
}

// ReadFrom reads a notebook from a stream of at most MaxFileSize bytes.
func ReadFrom(r io.Reader) (*Notebook, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxFileSize+1))
	if err != nil {
		return nil, err
	}
	if len(data) > MaxFileSize {
		return nil, &FormatError{Err: fmt.Errorf("the file is larger than %d MiB; clear its outputs first", MaxFileSize>>20)}
	}
	return Read(data)
}

// Read reads a notebook from bytes.
func Read(data []byte) (*Notebook, error) {
	v, err := parseJSON(data)
	if err != nil {
		return nil, &FormatError{Err: fmt.Errorf("broken JSON at %w", err)}
	}
	nb, err := fromJSON(v)
	if err != nil {
		return nil, &FormatError{Err: err}
	}
	return nb, nil
}

// fromJSON checks what the rest of the package relies on and joins lists of lines. All else is kept as it is, as a
// later minor format may give it a meaning.
func fromJSON(v any) (*Notebook, error) {
	top, ok := v.(*Object)
	if !ok {
		return nil, fmt.Errorf("the file holds %s where an object is needed", describe(v))
	}
	if err := checkVersion(top); err != nil {
		return nil, err
	}
	meta, err := objectAt(top, "metadata", "the notebook")
	if err != nil {
		return nil, err
	}
	if err := checkNotebookMetadata(meta); err != nil {
		return nil, err
	}
	for _, key := range []string{"orig_nbformat", "orig_nbformat_minor", "signature"} {
		meta.Delete(key)
	}
	cells, ok := top.Get("cells")
	if !ok {
		return nil, errors.New(`the key "cells" is missing`)
	}
	list, ok := cells.([]any)
	if !ok {
		return nil, fmt.Errorf(`"cells" is %s, not an array`, describe(cells))
	}
	top.Delete("cells")
	nb := &Notebook{Top: top, Cells: make([]*Cell, 0, len(list))}
	for i, v := range list {
		c, err := cellFromJSON(v)
		if err != nil {
			where := fmt.Sprintf("cell %d", i+1)
			if o, ok := v.(*Object); ok {
				where += fmt.Sprintf(" (line %d)", o.line)
			}
			return nil, fmt.Errorf("%s: %w", where, err)
		}
		nb.Cells = append(nb.Cells, c)
	}
	return nb, nil
}

func checkVersion(top *Object) error {
	v, ok := top.Get("nbformat")
	if !ok {
		if top.List("worksheets") != nil {
			return errOldFormat("3 or older")
		}
		return errors.New(`the key "nbformat" is missing: this JSON file is not a notebook`)
	}
	n, _ := v.(Number)
	major, ok := n.Int()
	switch {
	case !ok:
		return fmt.Errorf(`"nbformat" is %s, not an integer`, describe(v))
	case major < 1:
		return fmt.Errorf("nbformat %d does not exist", major)
	case major < 4:
		return errOldFormat(fmt.Sprint(major))
	case major > 4:
		return fmt.Errorf("nbformat %d is newer than this program, which reads nbformat 4; save it as nbformat 4", major)
	}
	if v, ok := top.Get("nbformat_minor"); ok {
		n, _ := v.(Number)
		if minor, ok := n.Int(); !ok || minor < 0 {
			return fmt.Errorf(`"nbformat_minor" is %s, not a natural number`, describe(v))
		}
	}
	return nil
}

func errOldFormat(version string) error {
	return fmt.Errorf("nbformat %s is too old; convert the file with: jupyter nbconvert --to notebook --nbformat 4 FILE", version)
}

// checkNotebookMetadata looks at the entries that runs use.
func checkNotebookMetadata(meta *Object) error {
	for _, key := range []string{"kernelspec", "language_info", "papermill", "execution"} {
		if _, err := optionalObject(meta, key, "the notebook's metadata"); err != nil {
			return err
		}
	}
	return nil
}

func cellFromJSON(v any) (*Cell, error) {
	fields, ok := v.(*Object)
	if !ok {
		return nil, fmt.Errorf("is %s, not an object", describe(v))
	}
	cellType, ok := fields.Get("cell_type")
	if !ok {
		return nil, errors.New(`the key "cell_type" is missing`)
	}
	if s, ok := cellType.(string); !ok || s == "" {
		return nil, fmt.Errorf(`"cell_type" is %s, not a name`, describe(cellType))
	}
	if id, ok := fields.Get("id"); ok {
		if _, ok := id.(string); !ok {
			return nil, fmt.Errorf(`"id" is %s, not a string`, describe(id))
		}
	}
	if err := joinLines(fields, "source", true); err != nil {
		return nil, err
	}
	meta, err := objectAt(fields, "metadata", "the cell")
	if err != nil {
		return nil, err
	}
	meta.Delete("trusted")
	if _, err := optionalObject(meta, "papermill", "the cell's metadata"); err != nil {
		return nil, err
	}
	if tags, ok := meta.Get("tags"); ok {
		if _, ok := tags.([]any); !ok {
			return nil, fmt.Errorf(`metadata "tags" is %s, not an array`, describe(tags))
		}
	}
	attachments, err := optionalObject(fields, "attachments", "the cell")
	if err != nil {
		return nil, err
	}
	for _, name := range attachments.Keys() {
		bundle, err := optionalObject(attachments, name, "attachments")
		if err != nil {
			return nil, err
		}
		joinBundle(bundle)
	}
	c := &Cell{Fields: fields}
	if !c.IsCode() {
		return c, nil
	}
	outputs, _ := fields.Get("outputs")
	list, ok := outputs.([]any)
	if !ok && outputs != nil {
		return nil, fmt.Errorf(`"outputs" is %s, not an array`, describe(outputs))
	}
	fields.Delete("outputs")
	for i, v := range list {
		o, err := outputFromJSON(v)
		if err != nil {
			return nil, fmt.Errorf("output %d: %w", i+1, err)
		}
		c.Outputs = append(c.Outputs, o)
	}
	return c, nil
}

func outputFromJSON(v any) (*Output, error) {
	fields, ok := v.(*Object)
	if !ok {
		return nil, fmt.Errorf("is %s, not an object", describe(v))
	}
	kind, ok := fields.Get("output_type")
	if s, isString := kind.(string); !ok || !isString || s == "" {
		return nil, fmt.Errorf(`"output_type" is missing or not a name`)
	}
	switch fields.Str("output_type") {
	case DisplayOutput, ResultOutput:
		data, err := optionalObject(fields, "data", "the output")
		if err != nil {
			return nil, err
		}
		joinBundle(data)
	case StreamOutput:
		if err := joinLines(fields, "text", true); err != nil {
			return nil, err
		}
	}
	return &Output{Fields: fields}, nil
}

// objectAt returns an object that must be one if it is there; it is made if it is not.
func objectAt(o *Object, key, where string) (*Object, error) {
	if _, err := optionalObject(o, key, where); err != nil {
		return nil, err
	}
	return o.subObject(key), nil
}

func optionalObject(o *Object, key, where string) (*Object, error) {
	v, ok := o.Get(key)
	if !ok {
		return nil, nil
	}
	sub, ok := v.(*Object)
	if !ok {
		return nil, fmt.Errorf("%q of %s is %s, not an object", key, where, describe(v))
	}
	return sub, nil
}

// joinLines makes one string of a value that the file may hold as a list of lines.
func joinLines(o *Object, key string, required bool) error {
	v, ok := o.Get(key)
	if !ok {
		if required {
			return fmt.Errorf("the key %q is missing", key)
		}
		return nil
	}
	switch v := v.(type) {
	case string:
		return nil
	case []any:
		if s, ok := joinList(v); ok {
			o.Set(key, s)
			return nil
		}
		return fmt.Errorf("%q is an array with something other than strings in it", key)
	}
	return fmt.Errorf("%q is %s, not a string or an array of strings", key, describe(v))
}

func joinList(list []any) (string, bool) {
	var b strings.Builder
	for _, v := range list {
		s, ok := v.(string)
		if !ok {
			return "", false
		}
		b.WriteString(s)
	}
	return b.String(), true
}

// joinBundle joins the lists of lines in a MIME bundle; JSON types keep theirs.
func joinBundle(data *Object) {
	for _, mime := range data.Keys() {
		if isJSONMime(mime) {
			continue
		}
		if list := data.List(mime); list != nil {
			if s, ok := joinList(list); ok {
				data.Set(mime, s)
			}
		}
	}
}

func isJSONMime(mime string) bool {
	return mime == "application/json" || strings.HasPrefix(mime, "application/") && strings.HasSuffix(mime, "+json")
}

func describe(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case bool:
		return fmt.Sprint(v)
	case Number:
		return "the number " + clip(string(v), 40)
	case string:
		return fmt.Sprintf("the string %q", clip(v, 40))
	case []any:
		return "an array"
	}
	return "an object"
}

// clip shortens text for messages.
func clip(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n-1]) + "…"
}
