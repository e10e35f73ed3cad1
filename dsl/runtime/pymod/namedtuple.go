package pymod

import (
	"strconv"
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// namedTuple describes a class that collections.namedtuple made. The class is an ordinary class of the language that
// derives from tuple.
type namedTuple struct {
	cls    *py.Type
	fields []string
}

// newNamedTuple makes such a class for Go code, with defaults for the last fields.
func newNamedTuple(module, name string, fields []string, defaults []object) *namedTuple {
	nt := &namedTuple{fields: fields}
	ns := runtime.NewDict()
	ns.SetStr("__module__", str(module))
	ns.SetStr("__doc__", str(name+"("+strings.Join(fields, ", ")+")"))
	ns.SetStr("__slots__", py.Tuple{})
	names := make(py.Tuple, len(fields))
	for i, f := range fields {
		names[i] = str(f)
	}
	ns.SetStr("_fields", names)
	byName := runtime.NewDict()
	sig := &signature{name: name + ".__new__", params: fields, defaults: make([]object, len(fields)), self: 1}
	for i, d := range defaults {
		at := len(fields) - len(defaults) + i
		sig.defaults[at] = d
		byName.SetStr(fields[at], d)
	}
	ns.SetStr("_field_defaults", byName)
	ns.SetStr("__match_args__", names)
	ns.SetStr("__new__", &runtime.StaticMethod{Fn: runtime.NewNative("__new__", "Make the tuple "+name+"("+strings.Join(fields, ", ")+")", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		if len(args) == 0 {
			return nil, runtime.TypeErrorf("%s.__new__() missing 1 required positional argument: '_cls'", name)
		}
		cls, ok := args[0].(*py.Type)
		if !ok {
			return nil, runtime.TypeErrorf("tuple.__new__(X): X is not a type object (%s)", runtime.TypeName(args[0]))
		}
		v, err := sig.bind(args[1:], kw)
		if err != nil {
			return nil, err
		}
		return tupleOf(cls, append(py.Tuple(nil), v...)), nil
	})})
	ns.SetStr("_make", &runtime.ClassMethod{Fn: runtime.Func("_make", "cls, iterable", "A "+name+" with its fields taken in order from an iterable", func(t *thread, a []object) (object, error) {
		items, err := runtime.Collect(t, a[1])
		if err != nil {
			return nil, err
		}
		if len(items) != len(fields) {
			return nil, runtime.TypeErrorf("Expected %d arguments, got %d", len(fields), len(items))
		}
		return tupleOf(a[0].(*py.Type), py.Tuple(items)), nil
	})})
	method := func(mname, doc string, f func(t *thread, self object, tup py.Tuple, args []object, kw runtime.Kwargs) (object, error)) {
		ns.SetStr(mname, runtime.NewMethod(mname, doc, func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
			tup, ok := runtime.Payload(args[0]).(py.Tuple)
			if !ok {
				return nil, runtime.TypeErrorf("%s() needs a %s", mname, name)
			}
			return f(t, args[0], tup, args[1:], kw)
		}))
	}
	method("__repr__", "The text Name(field=value, ...).", func(t *thread, self object, tup py.Tuple, args []object, kw runtime.Kwargs) (object, error) {
		var b strings.Builder
		b.WriteString(runtime.TypeName(self) + "(")
		for i, f := range fields {
			if i > 0 {
				b.WriteString(", ")
			}
			s, err := runtime.Repr(t, tup[i])
			if err != nil {
				return nil, err
			}
			b.WriteString(f + "=" + s)
		}
		b.WriteString(")")
		return str(b.String()), nil
	})
	method("_asdict", "The fields as a dict from names to values.", func(t *thread, self object, tup py.Tuple, args []object, kw runtime.Kwargs) (object, error) {
		d := runtime.NewDict()
		for i, f := range fields {
			d.SetStr(f, tup[i])
		}
		return d, nil
	})
	method("_replace", "A copy of the "+name+" in which the fields given as keywords have other values", func(t *thread, self object, tup py.Tuple, args []object, kw runtime.Kwargs) (object, error) {
		out := append(py.Tuple(nil), tup...)
		var unknown []object
	next:
		for _, k := range kw {
			for i, f := range fields {
				if f == k.Name {
					out[i] = k.Value
					continue next
				}
			}
			unknown = append(unknown, str(k.Name))
		}
		if len(unknown) > 0 {
			s, err := runtime.Repr(t, list(unknown...))
			if err != nil {
				return nil, err
			}
			return nil, runtime.ValueErrorf("Got unexpected field names: %s", s)
		}
		return tupleOf(self.Type(), out), nil
	})
	method("__getnewargs__", "What pickling and copying pass to __new__: the values as a tuple.", func(t *thread, self object, tup py.Tuple, args []object, kw runtime.Kwargs) (object, error) {
		return tup, nil
	})
	for i, f := range fields {
		ns.SetStr(f, &runtime.GetSet{Name: f, Doc: "The item at index " + strconv.Itoa(i), Get: func(t *thread, o object) (object, error) {
			tup, ok := runtime.Payload(o).(py.Tuple)
			if !ok || i >= len(tup) {
				return nil, runtime.IndexErrorf("tuple index out of range")
			}
			return tup[i], nil
		}, Set: func(t *thread, o, v object) error {
			return runtime.AttributeErrorf("can't set attribute")
		}, Del: func(t *thread, o object) error {
			return runtime.AttributeErrorf("can't delete attribute")
		}})
	}
	cls, err := runtime.NewClass(nil, py.TypeType, name, []*py.Type{py.TupleType}, ns, nil)
	if err != nil {
		panic(err) // nothing in the namespace can be refused
	}
	nt.cls = cls
	return nt
}

// tupleOf makes an instance of a class derived from tuple.
func tupleOf(cls *py.Type, items py.Tuple) object {
	in := runtime.NewInstance(cls)
	in.Value = items
	return in
}

func (nt *namedTuple) make(values ...object) object { return tupleOf(nt.cls, py.Tuple(values)) }

var keywords = map[string]bool{"False": true, "None": true, "True": true, "and": true, "as": true, "assert": true, "async": true, "await": true,
	"break": true, "class": true, "continue": true, "def": true, "del": true, "elif": true, "else": true, "except": true, "finally": true, "for": true,
	"from": true, "global": true, "if": true, "import": true, "in": true, "is": true, "lambda": true, "nonlocal": true, "not": true, "or": true,
	"pass": true, "raise": true, "return": true, "try": true, "while": true, "with": true, "yield": true}

// fieldNames reads the field list of namedtuple: a string divided by commas or spaces, or an iterable of strings.
func fieldNames(t *thread, o object) ([]string, error) {
	if s, ok := runtime.Payload(o).(py.String); ok {
		return strings.Fields(strings.ReplaceAll(string(s), ",", " ")), nil
	}
	var names []string
	err := runtime.ForEach(t, o, func(v object) error {
		s, err := runtime.Str(t, v)
		names = append(names, s)
		return err
	})
	return names, err
}

// namedtuple is collections.namedtuple.
func namedtuple(t *thread, a []object) (object, error) {
	name, err := text(a[0], "namedtuple", 1)
	if err != nil {
		return nil, err
	}
	fields, err := fieldNames(t, a[1])
	if err != nil {
		return nil, err
	}
	rename := false
	if a[2] != nil {
		if rename, err = runtime.Truth(t, a[2]); err != nil {
			return nil, err
		}
	}
	seen := map[string]bool{}
	if rename {
		for i, f := range fields {
			if !runtime.IsIdentifier(f) || keywords[f] || strings.HasPrefix(f, "_") || seen[f] {
				fields[i] = "_" + strconv.Itoa(i)
			}
			seen[f] = true
		}
	}
	for _, n := range append([]string{name}, fields...) {
		if !runtime.IsIdentifier(n) {
			return nil, runtime.ValueErrorf("Type names and field names must be valid identifiers: %s", runtime.QuoteString(n, false))
		}
		if keywords[n] {
			return nil, runtime.ValueErrorf("Type names and field names cannot be a keyword: %s", runtime.QuoteString(n, false))
		}
	}
	clear(seen)
	for _, f := range fields {
		if strings.HasPrefix(f, "_") && !rename {
			return nil, runtime.ValueErrorf("Field names cannot start with an underscore: %s", runtime.QuoteString(f, false))
		}
		if seen[f] {
			return nil, runtime.ValueErrorf("Encountered duplicate field name: %s", runtime.QuoteString(f, false))
		}
		seen[f] = true
	}
	var defaults []object
	if given(a[3]) {
		if defaults, err = runtime.Collect(t, a[3]); err != nil {
			return nil, err
		}
		if len(defaults) > len(fields) {
			return nil, runtime.TypeErrorf("Got more default values than field names")
		}
	}
	module := callerModule(t)
	if given(a[4]) {
		if module, err = runtime.AsString(t, a[4]); err != nil {
			return nil, err
		}
	}
	return newNamedTuple(module, name, fields, defaults).cls, nil
}

// callerModule is the __name__ of the code that is running.
func callerModule(t *thread) string {
	if t.Machine != nil {
		if f := t.Machine.Top(); f != nil {
			if v, ok := f.Globals().GetStr("__name__"); ok {
				if s, ok := v.(py.String); ok {
					return string(s)
				}
			}
		}
	}
	return "__main__"
}
