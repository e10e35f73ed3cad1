package runtime

import (
	"strings"

	"github.com/go-python/gpython/py"
)

// Stripping, splitting and joining of strings.

// stripFunc tells which characters strip removes: those of o, or whitespace.
func stripFunc(o py.Object, name string) (func(rune) bool, error) {
	if o == nil || o == py.None {
		return isSpace, nil
	}
	set, ok := Payload(o).(py.String)
	if !ok {
		return nil, TypeErrorf("%s arg must be None or str", name)
	}
	return func(r rune) bool { return strings.ContainsRune(string(set), r) }, nil
}

func initStrSplit() {
	strip := func(name string, left, right bool, doc string) {
		strMethod(name, "chars=, /", doc, func(t *Thread, s string, a []py.Object) (py.Object, error) {
			f, err := stripFunc(a[0], name)
			if err != nil {
				return nil, err
			}
			if left {
				s = strings.TrimLeftFunc(s, f)
			}
			if right {
				s = strings.TrimRightFunc(s, f)
			}
			return py.String(s), nil
		})
	}
	strip("strip", true, true, "strip(chars=None)\n\nThe text without whitespace at its ends, or without any of chars there.")
	strip("lstrip", true, false, "lstrip(chars=None)\n\nThe text without whitespace at its start, or without any of chars there.")
	strip("rstrip", false, true, "rstrip(chars=None)\n\nThe text without whitespace at its end, or without any of chars there.")

	split := func(name string, right bool) {
		strMethod(name, "sep=, maxsplit=", name+"(sep=None, maxsplit=-1)\n\nList of the parts between the places where sep stands, by default runs of whitespace. At most maxsplit cuts are made,\nby split from the left, by rsplit from the right.", func(t *Thread, s string, a []py.Object) (py.Object, error) {
			n := -1
			var err error
			if a[1] != nil {
				if n, err = AsInt(t, a[1]); err != nil {
					return nil, err
				}
			}
			var parts []string
			if a[0] == nil || a[0] == py.None {
				parts = splitSpace(s, n, right)
			} else {
				sep, err := strArg(a[0], "must be str or None, not %s")
				if err != nil {
					return nil, err
				}
				if sep == "" {
					return nil, ValueErrorf("empty separator")
				}
				parts = splitSep(s, sep, n, right)
			}
			return strList(parts), nil
		})
	}
	split("split", false)
	split("rsplit", true)
	strMethod("splitlines", "keepends=", "splitlines(keepends=False)\n\nList of the lines, with their line ends only when keepends is true.", func(t *Thread, s string, a []py.Object) (py.Object, error) {
		keep := false
		if a[0] != nil {
			var err error
			if keep, err = Truth(t, a[0]); err != nil {
				return nil, err
			}
		}
		return strList(splitLines(s, keep)), nil
	})
	partition := func(name string, right bool) {
		strMethod(name, "sep, /", name+"(sep)\n\nThe part before sep, sep and the part after it, as a tuple; partition cuts at the first sep, rpartition at the last.\nWithout a sep two parts are empty.", func(t *Thread, s string, a []py.Object) (py.Object, error) {
			sep, err := strArg(a[0], "must be str, not %s")
			if err != nil {
				return nil, err
			}
			if sep == "" {
				return nil, ValueErrorf("empty separator")
			}
			at := strings.Index(s, sep)
			if right {
				at = strings.LastIndex(s, sep)
			}
			switch {
			case at >= 0:
				return py.Tuple{py.String(s[:at]), py.String(sep), py.String(s[at+len(sep):])}, nil
			case right:
				return py.Tuple{py.String(""), py.String(""), py.String(s)}, nil
			}
			return py.Tuple{py.String(s), py.String(""), py.String("")}, nil
		})
	}
	partition("partition", false)
	partition("rpartition", true)
	strMethod("join", "iterable, /", "join(iterable)\n\nThe strings one after the other with this one in between: ', '.join(['a', 'b']) is 'a, b'.", strJoin)
}

func strList(parts []string) py.Object {
	items := make([]py.Object, len(parts))
	for i, p := range parts {
		items[i] = charObj(p)
	}
	return NewList(items)
}

func splitSep(s, sep string, n int, right bool) []string {
	if !right {
		if n < 0 {
			return strings.Split(s, sep)
		}
		return strings.SplitN(s, sep, n+1)
	}
	var out []string
	for n != 0 {
		at := strings.LastIndex(s, sep)
		if at < 0 {
			break
		}
		out = append(out, s[at+len(sep):])
		s = s[:at]
		n--
	}
	out = append(out, s)
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

func splitSpace(s string, n int, right bool) []string {
	if n < 0 {
		return strings.FieldsFunc(s, isSpace)
	}
	var out []string
	if !right {
		for {
			s = strings.TrimLeftFunc(s, isSpace)
			if s == "" {
				return out
			}
			at := strings.IndexFunc(s, isSpace)
			if n == 0 {
				return append(out, s)
			}
			if at < 0 {
				return append(out, s)
			}
			out = append(out, s[:at])
			s = s[at:]
			n--
		}
	}
	for {
		s = strings.TrimRightFunc(s, isSpace)
		if s == "" {
			break
		}
		at := strings.LastIndexFunc(s, isSpace)
		if n == 0 || at < 0 {
			out = append(out, s)
			break
		}
		_, w := decodeRune(s[at:])
		out = append(out, s[at+w:])
		s = s[:at]
		n--
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

func splitLines(s string, keep bool) []string {
	var out []string
	for s != "" {
		at := strings.IndexFunc(s, isLineEnd)
		if at < 0 {
			return append(out, s)
		}
		_, w := decodeRune(s[at:])
		if s[at] == '\r' && at+1 < len(s) && s[at+1] == '\n' {
			w = 2
		}
		if keep {
			out = append(out, s[:at+w])
		} else {
			out = append(out, s[:at])
		}
		s = s[at+w:]
	}
	return out
}

func strJoin(t *Thread, sep string, a []py.Object) (py.Object, error) {
	var items []py.Object
	switch x := a[0].(type) {
	case *py.List:
		items = x.Items
	case py.Tuple:
		items = x
	default:
		if !isIterable(a[0]) {
			return nil, TypeErrorf("can only join an iterable")
		}
		var err error
		if items, err = Collect(t, a[0]); err != nil {
			return nil, err
		}
	}
	n := 0
	for i, item := range items {
		s, ok := item.(py.String)
		if !ok {
			if s, ok = Payload(item).(py.String); !ok {
				return nil, TypeErrorf("sequence item %d: expected str instance, %s found", i, typeName(item))
			}
		}
		n += len(s)
	}
	if len(items) > 1 {
		n += len(sep) * (len(items) - 1)
	}
	if err := t.Alloc(int64(n)); err != nil {
		return nil, err
	}
	if len(items) == 1 {
		if s, ok := items[0].(py.String); ok {
			return s, nil
		}
	}
	var b strings.Builder
	b.Grow(n)
	for i, item := range items {
		if i > 0 {
			b.WriteString(sep)
		}
		s, ok := item.(py.String)
		if !ok {
			s = Payload(item).(py.String)
		}
		b.WriteString(string(s))
	}
	return py.String(b.String()), nil
}
