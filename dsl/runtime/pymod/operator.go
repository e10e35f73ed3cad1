package pymod

import (
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// itemGetter, attrGetter and methodCaller are what operator.itemgetter and its sisters return.
type (
	itemGetter   struct{ items []object }
	attrGetter   struct{ names []string }
	methodCaller struct {
		name string
		args []object
		kw   runtime.Kwargs
	}
)

var (
	itemGetterType   = newType("operator", "itemgetter", "itemgetter(i) is a function that returns x[i] for x; with more arguments, a tuple of such items.", nil)
	attrGetterType   = newType("operator", "attrgetter", "attrgetter('a') is a function that returns x.a for x; 'a.b' goes deeper, and more names make a tuple.", nil)
	methodCallerType = newType("operator", "methodcaller", "methodcaller('m', ...) is a function that returns x.m(...) for x.", nil)
)

func (g *itemGetter) Type() *py.Type   { return itemGetterType }
func (g *attrGetter) Type() *py.Type   { return attrGetterType }
func (g *methodCaller) Type() *py.Type { return methodCallerType }

func (g *itemGetter) Call(t *thread, args []object, kw runtime.Kwargs) (object, error) {
	if len(args) != 1 || len(kw) > 0 {
		return nil, runtime.TypeErrorf("itemgetter expected 1 argument, got %d", len(args))
	}
	if len(g.items) == 1 {
		return runtime.GetItem(t, args[0], g.items[0])
	}
	out := make(py.Tuple, len(g.items))
	for i, k := range g.items {
		v, err := runtime.GetItem(t, args[0], k)
		if err != nil {
			return nil, err
		}
		out[i] = v
	}
	return out, nil
}

func (g *itemGetter) Repr(t *thread) (string, error) {
	s, err := runtime.Repr(t, py.Tuple(g.items))
	if len(g.items) == 1 {
		s, err = runtime.Repr(t, g.items[0])
		s = "(" + s + ")"
	}
	return "operator.itemgetter" + s, err
}

func (g *attrGetter) Call(t *thread, args []object, kw runtime.Kwargs) (object, error) {
	if len(args) != 1 || len(kw) > 0 {
		return nil, runtime.TypeErrorf("attrgetter expected 1 argument, got %d", len(args))
	}
	get := func(path string) (object, error) {
		v := args[0]
		for _, n := range strings.Split(path, ".") {
			var err error
			if v, err = runtime.GetAttr(t, v, n); err != nil {
				return nil, err
			}
		}
		return v, nil
	}
	if len(g.names) == 1 {
		return get(g.names[0])
	}
	out := make(py.Tuple, len(g.names))
	for i, n := range g.names {
		v, err := get(n)
		if err != nil {
			return nil, err
		}
		out[i] = v
	}
	return out, nil
}

func (g *methodCaller) Call(t *thread, args []object, kw runtime.Kwargs) (object, error) {
	if len(args) != 1 || len(kw) > 0 {
		return nil, runtime.TypeErrorf("methodcaller expected 1 argument, got %d", len(args))
	}
	fn, err := runtime.GetAttr(t, args[0], g.name)
	if err != nil {
		return nil, err
	}
	return runtime.Call(t, fn, append([]object(nil), g.args...), g.kw)
}

func init() {
	m := newModule("operator", "The operators of the language as functions.")
	binary := func(op runtime.BinOp, names ...string) {
		for _, n := range names {
			m.fn(n, "a, b, /", "What the operator of this name does with a and b.", func(t *thread, a []object) (object, error) { return runtime.Binary(t, op, a[0], a[1]) })
		}
	}
	binary(runtime.OpAdd, "add", "__add__")
	binary(runtime.OpSub, "sub", "__sub__")
	binary(runtime.OpMul, "mul", "__mul__")
	binary(runtime.OpDiv, "truediv", "__truediv__")
	binary(runtime.OpFloorDiv, "floordiv", "__floordiv__")
	binary(runtime.OpMod, "mod", "__mod__")
	binary(runtime.OpPow, "pow", "__pow__")
	binary(runtime.OpMatMul, "matmul", "__matmul__")
	binary(runtime.OpLShift, "lshift", "__lshift__")
	binary(runtime.OpRShift, "rshift", "__rshift__")
	binary(runtime.OpBitAnd, "and_", "__and__")
	binary(runtime.OpBitOr, "or_", "__or__")
	binary(runtime.OpBitXor, "xor", "__xor__")
	for op, n := range map[runtime.BinOp]string{runtime.OpAdd: "iadd", runtime.OpSub: "isub", runtime.OpMul: "imul", runtime.OpDiv: "itruediv",
		runtime.OpFloorDiv: "ifloordiv", runtime.OpMod: "imod", runtime.OpPow: "ipow", runtime.OpMatMul: "imatmul", runtime.OpLShift: "ilshift",
		runtime.OpRShift: "irshift", runtime.OpBitAnd: "iand", runtime.OpBitOr: "ior", runtime.OpBitXor: "ixor"} {
		m.fn(n, "a, b, /", "What the augmented assignment of this name makes of a.", func(t *thread, a []object) (object, error) { return runtime.InPlace(t, op, a[0], a[1]) })
	}
	for i, n := range []string{"eq", "ne", "lt", "le", "gt", "ge"} {
		op := runtime.CmpOp(i)
		f := func(t *thread, a []object) (object, error) { return runtime.Compare(t, op, a[0], a[1]) }
		m.fn(n, "a, b, /", "What the comparison of this name says of a and b.", f)
		m.fn("__"+n+"__", "a, b, /", "What the comparison of this name says of a and b.", f)
	}
	m.fn("neg", "a, /", "The operator - before a.", func(t *thread, a []object) (object, error) { return runtime.UnaryNeg(t, a[0]) })
	m.fn("pos", "a, /", "The operator + before a.", func(t *thread, a []object) (object, error) { return runtime.UnaryPos(t, a[0]) })
	m.fn("invert", "a, /", "The operator ~ before a.", func(t *thread, a []object) (object, error) { return runtime.UnaryInvert(t, a[0]) })
	m.fn("inv", "a, /", "The operator ~ before a.", func(t *thread, a []object) (object, error) { return runtime.UnaryInvert(t, a[0]) })
	m.fn("abs", "a, /", "a without its sign, as abs(a).", func(t *thread, a []object) (object, error) { return runtime.Abs(t, a[0]) })
	m.fn("not_", "a, /", "The operator not before a.", func(t *thread, a []object) (object, error) {
		b, err := runtime.Truth(t, a[0])
		return py.Bool(!b), err
	})
	m.fn("truth", "a, /", "Does a count as true? As bool(a).", func(t *thread, a []object) (object, error) {
		b, err := runtime.Truth(t, a[0])
		return py.Bool(b), err
	})
	m.fn("is_", "a, b, /", "Are a and b the same object?", func(t *thread, a []object) (object, error) { return py.Bool(runtime.Is(a[0], a[1])), nil })
	m.fn("is_not", "a, b, /", "Are a and b different objects?", func(t *thread, a []object) (object, error) { return py.Bool(!runtime.Is(a[0], a[1])), nil })
	m.fn("index", "a, /", "a as an int, if it is an integer; calls __index__().", func(t *thread, a []object) (object, error) { return runtime.Index(t, a[0]) })
	m.fn("getitem", "a, b, /", "The item of a at b, as a[b].", func(t *thread, a []object) (object, error) { return runtime.GetItem(t, a[0], a[1]) })
	m.fn("setitem", "a, b, c, /", "Store c in a at b, as a[b] = c.", func(t *thread, a []object) (object, error) { return none, runtime.SetItem(t, a[0], a[1], a[2]) })
	m.fn("delitem", "a, b, /", "Delete the item of a at b, as del a[b].", func(t *thread, a []object) (object, error) { return none, runtime.DelItem(t, a[0], a[1]) })
	m.fn("contains", "a, b, /", "Is b in a?", func(t *thread, a []object) (object, error) {
		b, err := runtime.Contains(t, a[0], a[1])
		return py.Bool(b), err
	})
	m.fn("concat", "a, b, /", "The sequences a and b one after the other.", func(t *thread, a []object) (object, error) { return runtime.Binary(t, runtime.OpAdd, a[0], a[1]) })
	m.fn("countOf", "a, b, /", "How many items of a equal b.", func(t *thread, a []object) (object, error) {
		n := 0
		err := runtime.ForEach(t, a[0], func(v object) error {
			eq, err := runtime.Equal(t, v, a[1])
			if eq {
				n++
			}
			return err
		})
		return num(n), err
	})
	m.fn("indexOf", "a, b, /", "Position of the first item of a that equals b. ValueError if there is none.", func(t *thread, a []object) (object, error) {
		it, err := runtime.Iter(t, a[0])
		if err != nil {
			return nil, err
		}
		for i := 0; ; i++ {
			v, err := it.Next(t)
			if err != nil {
				return nil, err
			}
			if v == nil {
				return nil, runtime.ValueErrorf("sequence.index(x): x not in sequence")
			}
			if eq, err := runtime.Equal(t, v, a[1]); err != nil || eq {
				return num(i), err
			}
			if err := t.Tick(); err != nil {
				return nil, err
			}
		}
	})
	m.fn("length_hint", "obj, default=, /", "About how many items obj has: its length, or its own guess, or default.", func(t *thread, a []object) (object, error) {
		if a[1] != nil {
			if _, ok := runtime.Payload(a[1]).(py.Int); !ok {
				return nil, runtime.TypeErrorf("'%s' object cannot be interpreted as an integer", a[1].Type().Name)
			}
		}
		n, err := runtime.LengthHint(t, a[0])
		if err != nil {
			return nil, err
		}
		if n < 0 {
			if a[1] != nil {
				return a[1], nil
			}
			n = 0
		}
		return num(n), nil
	})
	m.raw("call", "Call obj with the other arguments.", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		if len(args) == 0 {
			return nil, runtime.TypeErrorf("call expected at least 1 argument, got 0")
		}
		return runtime.Call(t, args[0], args[1:], kw)
	})
	runtime.TypeNew(itemGetterType, "item, *items", "", func(t *thread, cls *py.Type, a []object) (object, error) {
		return &itemGetter{append([]object(nil), a...)}, nil
	})
	runtime.TypeNew(attrGetterType, "attr, *attrs", "", func(t *thread, cls *py.Type, a []object) (object, error) {
		g := &attrGetter{}
		for _, o := range a {
			s, ok := runtime.Payload(o).(py.String)
			if !ok {
				return nil, runtime.TypeErrorf("attribute name must be a string")
			}
			g.names = append(g.names, string(s))
		}
		return g, nil
	})
	methodCallerType.Dict["__new__"] = runtime.NewNative("__new__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		if len(args) < 2 {
			return nil, runtime.TypeErrorf("methodcaller needs at least one argument, the method name")
		}
		s, ok := runtime.Payload(args[1]).(py.String)
		if !ok {
			return nil, runtime.TypeErrorf("method name must be a string")
		}
		return &methodCaller{string(s), append([]object(nil), args[2:]...), kw}, nil
	})
	m.class(itemGetterType)
	m.class(attrGetterType)
	m.class(methodCallerType)
}
