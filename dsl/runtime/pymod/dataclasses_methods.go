package pymod

import (
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// The methods that the decorator gives a dataclass, and asdict.

// factoryMark stands in a signature for a default that is made anew by each call.
var factoryMark object = &keyObject{none, none}

func dataInit(cls *py.Type, info *dataInfo) (runtime.NativeFunc, error) {
	sig := &signature{name: qualname(cls) + ".__init__", self: 1}
	var pos, kwOnly, params []*dataField
	for _, f := range info.fields {
		switch {
		case f.classVar || !f.init:
		case f.kwOnly == object(py.True):
			kwOnly = append(kwOnly, f)
		default:
			pos = append(pos, f)
		}
	}
	seenDefault := false
	for _, f := range pos {
		has := f.def != noDefault || f.factory != noDefault
		if seenDefault && !has {
			return nil, runtime.TypeErrorf("non-default argument %s follows default argument", runtime.QuoteString(f.name, false))
		}
		seenDefault = seenDefault || has
	}
	params = append(append(params, pos...), kwOnly...)
	sig.kwOnly = len(kwOnly)
	for _, f := range params {
		sig.params = append(sig.params, f.name)
		switch {
		case f.def != noDefault:
			sig.defaults = append(sig.defaults, f.def)
		case f.factory != noDefault:
			sig.defaults = append(sig.defaults, factoryMark)
		default:
			sig.defaults = append(sig.defaults, nil)
		}
	}
	names := make(map[string]object, len(info.fields))
	for _, f := range info.fields {
		names[f.name] = str(f.name)
	}
	frozen := info.opts.frozen
	return func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		if len(args) == 0 {
			return nil, runtime.TypeErrorf("%s() noDefault 1 required positional argument: 'self'", sig.name)
		}
		self := args[0]
		v, err := sig.bind(args[1:], kw)
		if err != nil {
			return nil, err
		}
		set := func(f *dataField, x object) error {
			if frozen {
				if h, ok := self.(runtime.DictHolder); ok {
					h.InstanceDict(true).SetStrObj(names[f.name], x)
					return nil
				}
			}
			return runtime.SetAttr(t, self, f.name, x)
		}
		var post []object
		for i, f := range params {
			x := v[i]
			if x == factoryMark {
				if x, err = runtime.Call(t, f.factory, nil, nil); err != nil {
					return nil, err
				}
			}
			v[i] = x
			if !f.initVar {
				if err := set(f, x); err != nil {
					return nil, err
				}
			}
		}
		for _, f := range info.fields {
			if f.initVar {
				for i, p := range params {
					if p == f {
						post = append(post, v[i])
					}
				}
			}
			if !f.init && !f.classVar && f.factory != noDefault {
				x, err := runtime.Call(t, f.factory, nil, nil)
				if err != nil {
					return nil, err
				}
				if err := set(f, x); err != nil {
					return nil, err
				}
			}
		}
		if fn := runtime.LookupType(self.Type(), "__post_init__"); fn != nil {
			if _, err := runtime.Call(t, fn, append([]object{self}, post...), nil); err != nil {
				return nil, err
			}
		}
		return none, nil
	}, nil
}

func dataRepr(info *dataInfo) runtime.NativeFunc {
	return func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		self := args[0]
		name := qualname(self.Type())
		s, err := runtime.ReprGuard(t, self, "...", func() (string, error) {
			var b strings.Builder
			b.WriteString(name + "(")
			first := true
			for _, f := range info.real() {
				if !f.repr {
					continue
				}
				if !first {
					b.WriteString(", ")
				}
				first = false
				v, err := runtime.GetAttr(t, self, f.name)
				if err != nil {
					return "", err
				}
				s, err := runtime.Repr(t, v)
				if err != nil {
					return "", err
				}
				b.WriteString(f.name + "=" + s)
			}
			b.WriteString(")")
			return b.String(), nil
		})
		return str(s), err
	}
}

// values are the fields of an instance that keep chooses.
func (d *dataInfo) values(t *thread, o object, keep func(f *dataField) bool) (py.Tuple, error) {
	out := py.Tuple{}
	for _, f := range d.real() {
		if keep(f) {
			v, err := runtime.GetAttr(t, o, f.name)
			if err != nil {
				return nil, err
			}
			out = append(out, v)
		}
	}
	return out, nil
}

func dataCompare(cls *py.Type, info *dataInfo, op runtime.CmpOp) runtime.NativeFunc {
	return func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		if len(args) != 2 {
			return nil, runtime.TypeErrorf("expected 1 argument, got %d", len(args)-1)
		}
		if args[0].Type() != args[1].Type() {
			return runtime.NotImplemented, nil
		}
		keep := func(f *dataField) bool { return f.compare }
		a, err := info.values(t, args[0], keep)
		if err != nil {
			return nil, err
		}
		b, err := info.values(t, args[1], keep)
		if err != nil {
			return nil, err
		}
		return runtime.Compare(t, op, a, b)
	}
}

func dataHash(info *dataInfo) runtime.NativeFunc {
	return func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		v, err := info.values(t, args[0], func(f *dataField) bool {
			if f.hash == none {
				return f.compare
			}
			return f.hash == object(py.True)
		})
		if err != nil {
			return nil, err
		}
		h, err := runtime.Hash(t, v)
		return runtime.IntObj(h), err
	}
}

func dataFrozen(cls *py.Type, info *dataInfo, msg string, otherwise object) runtime.NativeFunc {
	return func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		name, err := runtime.AsString(t, args[1])
		if err != nil {
			return nil, err
		}
		own := args[0].Type() == cls
		for _, f := range info.fields {
			own = own || f.name == name
		}
		if own {
			return nil, runtime.NewException(frozenInstance, py.String(msg+" "+runtime.QuoteString(name, false)))
		}
		return runtime.Call(t, otherwise, args, nil)
	}
}

// asDict turns a dataclass instance, and those inside it, into dicts (or tuples).
func asDict(t *thread, o, factory object, tuple bool) (object, error) {
	if err := t.Enter(); err != nil {
		return nil, err
	}
	defer t.Leave()
	if d := dataInfoOf(o.Type()); d != nil {
		out, items, pairs := runtime.NewDict(), py.Tuple{}, []object{}
		for _, f := range d.real() {
			v, err := runtime.GetAttr(t, o, f.name)
			if err != nil {
				return nil, err
			}
			if v, err = asDict(t, v, factory, tuple); err != nil {
				return nil, err
			}
			out.SetStr(f.name, v)
			items = append(items, v)
			pairs = append(pairs, py.Tuple{str(f.name), v})
		}
		switch {
		case tuple && given(factory):
			return call1(t, factory, list(items...))
		case tuple:
			return items, nil
		case given(factory):
			return call1(t, factory, list(pairs...))
		}
		return out, nil
	}
	each := func(items []object) ([]object, error) {
		out := make([]object, len(items))
		for i, x := range items {
			var err error
			if out[i], err = asDict(t, x, factory, tuple); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
	switch x := o.(type) {
	case *py.List:
		items, err := each(x.Items)
		return list(items...), err
	case py.Tuple:
		items, err := each(x)
		return py.Tuple(items), err
	case *runtime.Dict:
		out := runtime.NewDictOf(x.Type())
		for k, v := range x.All() {
			k, err := asDict(t, k, factory, tuple)
			if err != nil {
				return nil, err
			}
			if v, err = asDict(t, v, factory, tuple); err != nil {
				return nil, err
			}
			if err := out.Set(t, k, v); err != nil {
				return nil, err
			}
		}
		return out, nil
	case *runtime.Instance:
		if tup, ok := x.Value.(py.Tuple); ok {
			items, err := each(tup)
			if err != nil {
				return nil, err
			}
			return tupleOf(x.Class, items), nil
		}
	}
	return deepCopy(t, o, newMemo())
}
