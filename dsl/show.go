package dsl

import (
	"encoding/json"

	"github.com/go-python/gpython/py"

	"monge/dsl/display"
	"monge/dsl/runtime"
)

// displayerIn is a display.Displayer whose look depends on settings of the session, such as np.set_printoptions.
type displayerIn interface {
	DisplayIn(t *runtime.Thread) display.Bundle
}

// bundle is what a front shows for a value: the value's own Display, or its repr with the rich forms that a class of
// the language defines through IPython's _repr_*_ methods.
func (s *Session) bundle(v py.Object) (display.Bundle, error) {
	switch d := v.(type) {
	case displayerIn:
		return d.DisplayIn(s.thread), nil
	case display.Displayer:
		return d.Display(), nil
	}
	text, err := runtime.Repr(s.thread, v)
	if err != nil {
		return display.Bundle{}, err
	}
	b := display.Text(text)
	if in, ok := v.(*runtime.Instance); ok {
		err = s.addReprs(b, in)
	}
	return b, err
}

// reprMethods are IPython's, with the MIME type that each fills.
var reprMethods = []struct{ method, mime string }{
	{"_repr_html_", "text/html"}, {"_repr_markdown_", "text/markdown"}, {"_repr_latex_", "text/latex"},
	{"_repr_svg_", "image/svg+xml"}, {"_repr_png_", "image/png"}, {"_repr_jpeg_", "image/jpeg"},
	{"_repr_json_", "application/json"},
}

func (s *Session) addReprs(b display.Bundle, in *runtime.Instance) error {
	t := s.thread
	if runtime.LookupType(in.Type(), "_repr_mimebundle_") != nil {
		v, err := runtime.CallMethod(t, in, "_repr_mimebundle_")
		if err != nil {
			return err
		}
		return s.mergeBundle(b, v)
	}
	for _, m := range reprMethods {
		if runtime.LookupType(in.Type(), m.method) == nil {
			continue
		}
		v, err := runtime.CallMethod(t, in, m.method)
		if err != nil {
			return err
		}
		if err := s.setMime(b, m.mime, v); err != nil {
			return err
		}
	}
	return nil
}

// mergeBundle copies a dict of MIME types, or a pair of such a dict and its metadata.
func (s *Session) mergeBundle(b display.Bundle, v py.Object) error {
	data := v
	if pair, ok := v.(py.Tuple); ok && len(pair) == 2 {
		data = pair[0]
		if meta, ok := pair[1].(*runtime.Dict); ok {
			for key, value := range meta.All() {
				if k, ok := key.(py.String); ok {
					j, err := s.jsonValue(value)
					if err != nil {
						return err
					}
					b.Metadata[string(k)] = j
				}
			}
		}
	}
	d, ok := data.(*runtime.Dict)
	if !ok {
		return runtime.TypeErrorf("a MIME bundle must be a dict, not %s", data.Type().Name)
	}
	for key, value := range d.All() {
		k, ok := key.(py.String)
		if !ok {
			return runtime.TypeErrorf("MIME types must be str, not %s", key.Type().Name)
		}
		if err := s.setMime(b, string(k), value); err != nil {
			return err
		}
	}
	return nil
}

func (s *Session) setMime(b display.Bundle, mime string, v py.Object) error {
	switch x := v.(type) {
	case py.NoneType:
	case py.String:
		b.Data[mime] = string(x)
	case py.Bytes:
		b.Data[mime] = []byte(x)
	default:
		j, err := s.jsonValue(v)
		if err != nil {
			return err
		}
		b.Data[mime] = j
	}
	return nil
}

// jsonValue converts through the language's own json module, so that errors are the ones users know.
func (s *Session) jsonValue(v py.Object) (any, error) {
	m, err := s.importModule(s.thread, "json")
	if err != nil {
		return nil, err
	}
	text, err := runtime.CallMethod(s.thread, m, "dumps", v)
	if err != nil {
		return nil, err
	}
	return json.RawMessage(text.(py.String)), nil
}
