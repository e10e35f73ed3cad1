package pymod

import (
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// structSeq is a class of tuples whose items have names, such as sys.version_info and time.struct_time.
type structSeq struct {
	typ    *py.Type
	fields []string
}

// newStructSeq makes such a class. Fields after the visible ones are attributes only and not items of the tuple.
func newStructSeq(module, name, doc string, fields ...string) *structSeq {
	s := &structSeq{typ: newType(module, name, doc, py.TupleType), fields: fields}
	s.typ.Flags &^= py.TPFLAGS_BASETYPE
	for i, f := range fields {
		s.typ.Dict[f] = &runtime.GetSet{Name: f, Get: func(t *thread, o object) (object, error) {
			tup, ok := runtime.Payload(o).(py.Tuple)
			if !ok || i >= len(tup) {
				return none, nil
			}
			return tup[i], nil
		}}
	}
	s.typ.Dict["__repr__"] = runtime.NewMethod("__repr__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		tup := runtime.Payload(args[0]).(py.Tuple)
		var b strings.Builder
		b.WriteString(s.typ.Name + "(")
		for i, v := range tup {
			if i > 0 {
				b.WriteString(", ")
			}
			r, err := runtime.Repr(t, v)
			if err != nil {
				return nil, err
			}
			b.WriteString(s.fields[i] + "=" + r)
		}
		b.WriteString(")")
		return str(b.String()), nil
	})
	s.typ.Dict["n_fields"] = num(len(fields))
	s.typ.Dict["__new__"] = runtime.NewNative("__new__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		if len(args) != 2 {
			return nil, runtime.TypeErrorf("%s() takes exactly 1 argument", name)
		}
		items, err := runtime.Collect(t, args[1])
		if err != nil {
			return nil, err
		}
		if len(items) != len(fields) {
			return nil, runtime.TypeErrorf("%s() takes a %d-sequence (%d-sequence given)", s.typ.Name, len(fields), len(items))
		}
		return s.make(items...), nil
	})
	return s
}

func (s *structSeq) make(values ...object) object {
	return &runtime.Instance{Class: s.typ, Value: py.Tuple(values)}
}
