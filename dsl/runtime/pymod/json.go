package pymod

import (
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// Module json: arguments and errors; the parser is in json_decode.go, the writer in json_encode.go.

const dumpParams = "*, skipkeys=, ensure_ascii=, check_circular=, allow_nan=, cls=, indent=, separators=, default=, sort_keys="

// newEncoder reads the keyword arguments of dumps, which begin at a[0].
func newEncoder(t *thread, a []object) (*jsonEncoder, error) {
	e := &jsonEncoder{t: t, ascii: true, circular: true, nan: true, itemSep: ", ", keySep: ": ", def: a[7]}
	flags := []struct {
		o object
		p *bool
	}{{a[0], &e.skipKeys}, {a[1], &e.ascii}, {a[2], &e.circular}, {a[3], &e.nan}, {a[8], &e.sortKeys}}
	for _, f := range flags {
		if f.o != nil {
			b, err := runtime.Truth(t, f.o)
			if err != nil {
				return nil, err
			}
			*f.p = b
		}
	}
	switch x := runtime.Payload(orNone(a[5])).(type) {
	case py.NoneType:
	case py.String:
		e.indent, e.hasIndent = string(x), true
	case py.Bool:
		e.hasIndent = true
		if x {
			e.indent = " "
		}
	case py.Int:
		e.indent, e.hasIndent = strings.Repeat(" ", int(max(x, 0))), true
	default:
		return nil, runtime.TypeErrorf("can't multiply sequence by non-int of type '%s'", runtime.TypeName(a[5]))
	}
	if e.hasIndent {
		e.itemSep = ","
	}
	if given(a[6]) {
		pair, err := runtime.Unpack(t, a[6], 2, -1)
		if err != nil {
			return nil, err
		}
		if e.itemSep, err = runtime.AsString(t, pair[0]); err != nil {
			return nil, err
		}
		if e.keySep, err = runtime.AsString(t, pair[1]); err != nil {
			return nil, err
		}
	}
	return e, nil
}

// dumps is json.dumps; with cls it goes through an instance of that encoder class.
func dumps(t *thread, v object, a []object) (string, error) {
	if given(a[4]) {
		names := []string{"skipkeys", "ensure_ascii", "check_circular", "allow_nan", "", "indent", "separators", "default", "sort_keys"}
		var kw runtime.Kwargs
		for i, n := range names {
			if n != "" && a[i] != nil {
				kw = append(kw, runtime.Kwarg{Name: n, Value: a[i]})
			}
		}
		enc, err := runtime.Call(t, a[4], nil, kw)
		if err != nil {
			return "", err
		}
		s, err := runtime.CallMethod(t, enc, "encode", v)
		if err != nil {
			return "", err
		}
		return runtime.AsString(t, s)
	}
	e, err := newEncoder(t, a)
	if err != nil {
		return "", err
	}
	if err := e.value(v, 0); err != nil {
		return "", err
	}
	return e.b.String(), nil
}

func init() {
	m := newModule("json", "JSON: dumps() and dump() write it, loads() and load() read it.")
	m.value("JSONDecodeError", jsonDecodeError)
	m.fn("dumps", "obj, "+dumpParams, "obj as a str of JSON. indent makes it readable, sort_keys sorts objects, default converts what JSON does not know.", func(t *thread, a []object) (object, error) {
		s, err := dumps(t, a[0], a[1:])
		return str(s), err
	})
	m.fn("dump", "obj, fp, "+dumpParams, "Write obj as JSON to the file fp. The options are those of dumps().", func(t *thread, a []object) (object, error) {
		s, err := dumps(t, a[0], a[2:])
		if err != nil {
			return nil, err
		}
		return none, runtime.WriteTo(t, a[1], s)
	})
	loads := func(t *thread, o object, a []object) (object, error) {
		var s string
		switch x := runtime.Payload(o).(type) {
		case py.String:
			s = string(x)
		default:
			b, ok := runtime.BytesLike(x)
			if !ok {
				return nil, runtime.TypeErrorf("the JSON object must be str, bytes or bytearray, not %s", shortName(o))
			}
			var err error
			if s, err = runtime.Decode(b, "utf-8-sig", "strict"); err != nil {
				return nil, err
			}
		}
		d := &jsonDecoder{t: t, s: s, strict: true, keys: map[string]object{}, objectHook: a[1], parseFloat: a[2], parseInt: a[3], parseConstant: a[4], pairsHook: a[5]}
		if a[6] != nil {
			var err error
			if d.strict, err = runtime.Truth(t, a[6]); err != nil {
				return nil, err
			}
		}
		return d.document()
	}
	const loadParams = "*, cls=, object_hook=, parse_float=, parse_int=, parse_constant=, object_pairs_hook=, strict="
	m.fn("loads", "s, "+loadParams, "The value that a JSON text (str, bytes or bytearray) stands for.", func(t *thread, a []object) (object, error) {
		return loads(t, a[0], a[1:])
	})
	m.fn("load", "fp, "+loadParams, "The value that the JSON text in the file fp stands for.", func(t *thread, a []object) (object, error) {
		s, err := runtime.CallMethod(t, a[0], "read")
		if err != nil {
			return nil, err
		}
		return loads(t, s, a[1:])
	})
	m.fn("_encode", "obj, default, "+dumpParams, "", func(t *thread, a []object) (object, error) {
		rest := append([]object(nil), a[2:]...)
		rest[7] = a[1]
		e, err := newEncoder(t, rest)
		if err != nil {
			return nil, err
		}
		if err := e.value(a[0], 0); err != nil {
			return nil, err
		}
		return str(e.b.String()), nil
	})
	m.source = library("json")
}
