package notebooks

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"monge/dsl/display"
)

// mimeKey is what Jupyter's message schema admits as a key of a bundle: no parameters, no spaces.
var mimeKey = lazy(`^[\w\-+.]+/[\w\-+.]+$`)

// bundleToJSON returns data and metadata of a display as a notebook stores them: text as strings, other bytes as base64
// on one line, JSON types as JSON. Keys that are no MIME types and values that JSON cannot hold are left out; text/plain
// is always there. The kernel lays out its messages in the same way, so a notebook looks the same whoever ran it.
func bundleToJSON(b display.Bundle) (data, metadata *Object) {
	data, metadata = &Object{}, &Object{}
	for _, mime := range sortedKeys(b.Data) {
		if !mimeKey().MatchString(mime) {
			continue
		}
		v := b.Data[mime]
		switch {
		case isJSONMime(mime):
			if j, ok := jsonOf(v); ok {
				data.Set(mime, j)
			}
		default:
			if s, ok := textOf(mime, v); ok {
				data.Set(mime, s)
			}
		}
	}
	if _, ok := data.Get("text/plain"); !ok {
		data.Set("text/plain", "")
	}
	for _, key := range sortedKeys(b.Metadata) {
		if j, ok := valueOf(b.Metadata[key], 0); ok {
			metadata.Set(key, j)
		}
	}
	return data, metadata
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func textOf(mime string, v any) (string, bool) {
	switch v := v.(type) {
	case string:
		return v, true
	case []byte:
		if isLinesMime(mime) || mime == "application/xml" || strings.HasSuffix(mime, "+xml") {
			return string(v), true
		}
		return base64.StdEncoding.EncodeToString(v), true
	case fmt.Stringer:
		return v.String(), true
	}
	return "", false
}

// jsonOf is the value of a JSON type; text that holds JSON is read.
func jsonOf(v any) (any, bool) {
	switch text := v.(type) {
	case string:
		if j, err := parseJSON([]byte(text)); err == nil {
			return j, true
		}
	case []byte:
		j, err := parseJSON(text)
		return j, err == nil
	}
	return valueOf(v, 0)
}

// valueOf turns a Go value into a JSON value of this package. What JSON has no form for, NaN and infinities, becomes
// null, as browsers refuse files that spell them.
func valueOf(v any, depth int) (any, bool) {
	if depth > maxDepth {
		return nil, false
	}
	switch v := v.(type) {
	case nil, bool, string, Number:
		return v, true
	case int:
		return IntNumber(v), true
	case int64:
		return Number(fmt.Sprint(v)), true
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, true
		}
		return FloatNumber(v), true
	case *Object:
		return v, v != nil
	case []float64:
		list := make([]any, len(v))
		for i, x := range v {
			list[i], _ = valueOf(x, depth)
		}
		return list, true
	case []string:
		list := make([]any, len(v))
		for i, x := range v {
			list[i] = x
		}
		return list, true
	case []any:
		list := make([]any, len(v))
		for i, x := range v {
			j, ok := valueOf(x, depth+1)
			if !ok {
				return nil, false
			}
			list[i] = j
		}
		return list, true
	case map[string]any:
		o := &Object{}
		for _, k := range sortedKeys(v) {
			j, ok := valueOf(v[k], depth+1)
			if !ok {
				return nil, false
			}
			o.Set(k, j)
		}
		return o, true
	}
	text, err := json.Marshal(v)
	if err != nil {
		return nil, false
	}
	j, err := parseJSON(text)
	return j, err == nil
}
