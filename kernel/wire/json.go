package wire

import (
	"bytes"
	"encoding"
	"encoding/json"
	"math"
	"reflect"
	"regexp"
	"strings"
	"unicode/utf8"
)

// Marshal encodes a value as JSON that every client can read. It differs from json.Marshal in three ways: NaN and the
// infinities, which JSON does not have, become null (as JSON.stringify does in a browser); <, > and & are not escaped;
// and what cannot be encoded at all becomes null instead of failing the message that it is part of.
func Marshal(v any) json.RawMessage {
	data, err := encode(v)
	if err == nil {
		return data
	}
	if data, err = encode(finite(reflect.ValueOf(v), 0)); err == nil {
		return data
	}
	return json.RawMessage("null")
}

func encode(v any) (json.RawMessage, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(buf.Bytes(), []byte("\n")), nil
}

// maxDepth ends the walk through values that contain themselves.
const maxDepth = 200

// finite copies a value with its non-finite numbers replaced by nil and with its unsupported parts left out.
func finite(v reflect.Value, depth int) any {
	if !v.IsValid() || depth > maxDepth {
		return nil
	}
	switch v.Kind() {
	case reflect.Float32, reflect.Float64:
		if f := v.Float(); math.IsNaN(f) || math.IsInf(f, 0) {
			return nil
		}
		return v.Interface()
	case reflect.Complex64, reflect.Complex128, reflect.Chan, reflect.Func, reflect.UnsafePointer:
		return nil
	case reflect.Interface, reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		if custom(v) {
			return orNull(v)
		}
		return finite(v.Elem(), depth+1)
	}
	if custom(v) {
		return orNull(v)
	}
	switch v.Kind() {
	case reflect.Map:
		if v.Type().Key().Kind() != reflect.String {
			return orNull(v)
		}
		out := make(map[string]any, v.Len())
		for it := v.MapRange(); it.Next(); {
			out[it.Key().String()] = finite(it.Value(), depth+1)
		}
		return out
	case reflect.Slice:
		if v.IsNil() {
			return nil
		}
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return v.Interface()
		}
		fallthrough
	case reflect.Array:
		out := make([]any, v.Len())
		for i := range out {
			out[i] = finite(v.Index(i), depth+1)
		}
		return out
	case reflect.Struct:
		out := map[string]any{}
		for _, f := range reflect.VisibleFields(v.Type()) {
			name, opts, _ := strings.Cut(f.Tag.Get("json"), ",")
			if !f.IsExported() || f.Anonymous || name == "-" {
				continue
			}
			field, err := v.FieldByIndexErr(f.Index)
			if err != nil || (strings.Contains(opts, "omitempty") && field.IsZero()) {
				continue
			}
			if name == "" {
				name = f.Name
			}
			out[name] = finite(field, depth+1)
		}
		return out
	}
	return v.Interface()
}

func custom(v reflect.Value) bool {
	if !v.CanInterface() {
		return false
	}
	switch v.Interface().(type) {
	case json.Marshaler, encoding.TextMarshaler:
		return true
	}
	return false
}

func orNull(v reflect.Value) any {
	if data, err := encode(v.Interface()); err == nil {
		return data
	}
	return nil
}

// mimeKey is what a MIME type must look like as a key of a bundle: no parameters.
var mimeKey = regexp.MustCompile(`^[\w\-+.]+/[\w\-+.]+$`)

// Bundle lays out display data as Jupyter wants it: binary data as base64, text as text, JSON types as JSON values and
// not as strings that hold JSON. Keys that are no MIME types are left out and returned, so that they can be logged.
// The result always has text/plain.
func Bundle(data map[string]any) (out map[string]any, bad []string) {
	out = make(map[string]any, len(data)+1)
	for mime, v := range data {
		if !mimeKey.MatchString(mime) {
			bad = append(bad, mime)
			continue
		}
		out[mime] = bundleValue(mime, v)
	}
	if _, ok := out["text/plain"]; !ok {
		out["text/plain"] = ""
	}
	return out, bad
}

func bundleValue(mime string, v any) any {
	isJSON := mime == "application/json" || strings.HasSuffix(mime, "+json")
	switch x := v.(type) {
	case []byte:
		switch {
		case isJSON && json.Valid(x):
			return json.RawMessage(x)
		case isText(mime):
			return string(x)
		}
		return x // encoding/json makes base64 of it
	case string:
		if isJSON && json.Valid([]byte(x)) {
			return json.RawMessage(x)
		}
	}
	return v
}

func isText(mime string) bool {
	return strings.HasPrefix(mime, "text/") || strings.HasSuffix(mime, "+xml") ||
		mime == "application/javascript" || mime == "application/xml"
}

// AppendString appends text as a JSON string. Output of cells is by far the most that a kernel encodes, so this is done
// without the copies that the way through a Go value would take. Invalid UTF-8 becomes U+FFFD.
func AppendString[T string | []byte](b []byte, text T) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	from := 0
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if c >= ' ' && c != '"' && c != '\\' {
				i++
				continue
			}
			b = append(b, text[from:i]...)
			switch c {
			case '"', '\\':
				b = append(b, '\\', c)
			case '\n':
				b = append(b, '\\', 'n')
			case '\t':
				b = append(b, '\\', 't')
			case '\r':
				b = append(b, '\\', 'r')
			default:
				b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
			}
			i++
			from = i
			continue
		}
		r, n := utf8.DecodeRuneInString(string(text[i:min(i+utf8.UTFMax, len(text))]))
		if r == utf8.RuneError && n == 1 {
			b = append(append(b, text[from:i]...), "\uFFFD"...)
			from = i + 1
		}
		i += n
	}
	return append(append(b, text[from:]...), '"')
}
