package pymod

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// collections.Counter.

// count adds what update and the constructor of Counter accept.
func count(t *thread, d *runtime.Dict, args []object, kw runtime.Kwargs, sign int) error {
	if len(args) > 1 {
		return runtime.TypeErrorf("expected at most 1 argument, got %d", len(args))
	}
	op := runtime.OpAdd
	if sign < 0 {
		op = runtime.OpSub
	}
	add := func(k, n object) error {
		old, ok, err := d.Get(t, k)
		if err != nil {
			return err
		}
		if !ok {
			old = num(0)
		}
		v, err := runtime.Binary(t, op, old, n)
		if err != nil {
			return err
		}
		return d.Set(t, k, v)
	}
	if len(args) == 1 && args[0] != none {
		if src, ok := runtime.Payload(args[0]).(*runtime.Dict); ok {
			if d.Len() == 0 && sign > 0 {
				if err := d.Update(t, src); err != nil {
					return err
				}
			} else {
				for k, v := range src.All() {
					if err := add(k, v); err != nil {
						return err
					}
				}
			}
		} else {
			one := num(1)
			if err := runtime.ForEach(t, args[0], func(k object) error { return add(k, one) }); err != nil {
				return err
			}
		}
	}
	for _, k := range kw {
		if err := add(str(k.Name), k.Value); err != nil {
			return err
		}
	}
	return nil
}

// mostCommon are the items by falling count, equal counts in order of insertion.
func mostCommon(t *thread, d *runtime.Dict) ([]object, error) {
	items := make([]object, 0, d.Len())
	keys := make([]object, 0, d.Len())
	for k, v := range d.All() {
		items = append(items, py.Tuple{k, v})
		keys = append(keys, v)
	}
	// Sort positions by count, so that counts of any kind are compared only with each other.
	order := make([]object, len(items))
	for i := range order {
		order[i] = num(i)
	}
	key := runtime.Func("count", "i, /", "", func(t *thread, a []object) (object, error) { return keys[int(a[0].(py.Int))], nil })
	if err := runtime.SortList(t, order, key, true); err != nil {
		return nil, err
	}
	out := make([]object, len(items))
	for i, o := range order {
		out[i] = items[int(o.(py.Int))]
	}
	return out, nil
}

func initCounter() {
	dictClass(counterType, func(t *thread, d *runtime.Dict, args []object, kw runtime.Kwargs) error {
		return count(t, d, args, kw, 1)
	})
	varargs := func(name, doc string, sign int) {
		counterType.Dict[name] = runtime.NewMethod(name, doc, func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
			d, ok := runtime.Payload(args[0]).(*runtime.Dict)
			if !ok {
				return nil, runtime.TypeErrorf("Counter.%s() needs a Counter", name)
			}
			return none, count(t, d, args[1:], kw, sign)
		})
	}
	varargs("update", "Count more: add the elements of an iterable, or the counts of a mapping, to those here.", 1)
	varargs("subtract", "Count down: take away the elements of an iterable or the counts of a mapping. Counts may become negative.", -1)
	dictMethod(counterType, "__missing__", "key, /", "Elements never counted have count 0.", func(t *thread, d *runtime.Dict, a []object) (object, error) {
		return num(0), nil
	})
	dictMethod(counterType, "__delitem__", "key, /", "Forget the element; no error if it was never counted.", func(t *thread, d *runtime.Dict, a []object) (object, error) {
		_, err := d.Delete(t, a[0])
		return none, err
	})
	dictMethod(counterType, "most_common", "n=", "Pairs (element, count), highest counts first: the first n, or all of them.", func(t *thread, d *runtime.Dict, a []object) (object, error) {
		items, err := mostCommon(t, d)
		if err != nil {
			return nil, err
		}
		if given(a[0]) {
			n, err := runtime.AsInt(t, a[0])
			if err != nil {
				return nil, err
			}
			items = items[:min(max(n, 0), len(items))]
		}
		return list(items...), nil
	})
	elements := runtime.NewIteratorType("itertools.chain", "")
	dictMethod(counterType, "elements", "/", "Go through the elements, each as often as counted. Counts below 1 are left out.", func(t *thread, d *runtime.Dict, a []object) (object, error) {
		pos, left := 0, 0
		var cur object
		return funcIter(elements, func(t *thread) (object, error) {
			for left <= 0 {
				k, v, ok := d.Next(&pos)
				if !ok {
					return nil, nil
				}
				n, err := runtime.AsInt(t, v)
				if err != nil {
					return nil, err
				}
				cur, left = k, n
			}
			left--
			return cur, nil
		}), nil
	})
	dictMethod(counterType, "total", "/", "All counts added up.", func(t *thread, d *runtime.Dict, a []object) (object, error) {
		return runtime.Sum(t, list(d.Values()...), nil)
	})
	dictMethod(counterType, "copy", "/", "A Counter with the same counts.", func(t *thread, d *runtime.Dict, a []object) (object, error) { return d.Copy(), nil })
	counterType.Dict["fromkeys"] = &runtime.ClassMethod{Fn: runtime.Func("fromkeys", "cls, iterable, v=", "", func(t *thread, a []object) (object, error) {
		return nil, runtime.Errorf(py.NotImplementedError, "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")
	})}
	counterType.Dict["__repr__"] = runtime.NewMethod("__repr__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		d := runtime.Payload(args[0]).(*runtime.Dict)
		if d.Len() == 0 {
			return str(shortName(args[0]) + "()"), nil
		}
		items, err := mostCommon(t, d)
		shown := runtime.NewDict()
		if err != nil {
			// Counts that cannot be ordered are shown in order of insertion.
			if !runtime.IsException(err, py.TypeError) {
				return nil, err
			}
			for k, v := range d.All() {
				items = append(items, py.Tuple{k, v})
			}
		}
		for _, it := range items {
			if err := shown.Set(t, it.(py.Tuple)[0], it.(py.Tuple)[1]); err != nil {
				return nil, err
			}
		}
		body, err := plainDictRepr(t, shown)
		return str(shortName(args[0]) + "(" + body + ")"), err
	})
	counterOperators()
}

// combine merges two counters key by key and keeps positive results.
func combine(t *thread, a, b *runtime.Dict, f func(x, y object) (object, error), onlyFirst bool) (*runtime.Dict, error) {
	out := runtime.NewDictOf(counterType)
	put := func(k, x, y object) error {
		v, err := f(x, y)
		if err != nil {
			return err
		}
		pos, err := runtime.CompareBool(t, runtime.CmpGt, v, num(0))
		if err != nil || !pos {
			return err
		}
		return out.Set(t, k, v)
	}
	for k, x := range a.All() {
		y, ok, err := b.Get(t, k)
		if err != nil {
			return nil, err
		}
		if !ok {
			y = num(0)
		}
		if err := put(k, x, y); err != nil {
			return nil, err
		}
	}
	if onlyFirst {
		return out, nil
	}
	for k, y := range b.All() {
		if _, ok, err := a.Get(t, k); ok || err != nil {
			if err != nil {
				return nil, err
			}
			continue
		}
		if err := put(k, num(0), y); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func counterOperators() {
	pick := func(t *thread, op runtime.CmpOp) func(x, y object) (object, error) {
		return func(x, y object) (object, error) {
			first, err := runtime.CompareBool(t, op, x, y)
			if first {
				return x, err
			}
			return y, err
		}
	}
	ops := map[string]struct {
		f     func(t *thread) func(x, y object) (object, error)
		first bool
	}{
		"add": {func(t *thread) func(x, y object) (object, error) {
			return func(x, y object) (object, error) { return runtime.Binary(t, runtime.OpAdd, x, y) }
		}, false},
		"sub": {func(t *thread) func(x, y object) (object, error) {
			return func(x, y object) (object, error) { return runtime.Binary(t, runtime.OpSub, x, y) }
		}, false},
		"or":  {func(t *thread) func(x, y object) (object, error) { return pick(t, runtime.CmpGt) }, false},
		"and": {func(t *thread) func(x, y object) (object, error) { return pick(t, runtime.CmpLt) }, true},
	}
	for name, op := range ops {
		run := func(t *thread, args []object) (*runtime.Dict, error) {
			a, ok := runtime.Payload(args[0]).(*runtime.Dict)
			b, ok2 := runtime.Payload(args[1]).(*runtime.Dict)
			if !ok || !ok2 || !runtime.IsSubclass(b.Type(), counterType) {
				return nil, nil
			}
			return combine(t, a, b, op.f(t), op.first)
		}
		counterType.Dict["__"+name+"__"] = runtime.NewMethod("__"+name+"__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
			d, err := run(t, args)
			if d == nil && err == nil {
				return runtime.NotImplemented, nil
			}
			return d, err
		})
		counterType.Dict["__i"+name+"__"] = runtime.NewMethod("__i"+name+"__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
			d, err := run(t, args)
			if d == nil && err == nil {
				return runtime.NotImplemented, nil
			}
			if err != nil {
				return nil, err
			}
			self := runtime.Payload(args[0]).(*runtime.Dict)
			self.Clear()
			return args[0], self.Update(t, d)
		})
	}
	unary := func(name string, op runtime.BinOp) {
		dictMethod(counterType, name, "/", "", func(t *thread, d *runtime.Dict, a []object) (object, error) {
			zero := runtime.NewDict()
			if op == runtime.OpSub {
				return combine(t, zero, d, func(x, y object) (object, error) { return runtime.Binary(t, op, x, y) }, false)
			}
			return combine(t, d, zero, func(x, y object) (object, error) { return runtime.Binary(t, op, x, y) }, false)
		})
	}
	unary("__pos__", runtime.OpAdd)
	unary("__neg__", runtime.OpSub)
	for i, name := range []string{"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"} {
		op := runtime.CmpOp(i)
		counterType.Dict[name] = runtime.NewMethod(name, "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
			a, ok := runtime.Payload(args[0]).(*runtime.Dict)
			b, ok2 := runtime.Payload(args[1]).(*runtime.Dict)
			if !ok || !ok2 || !runtime.IsSubclass(b.Type(), counterType) {
				return runtime.NotImplemented, nil
			}
			// All counts compare so (absent ones are 0); strict orders also need the counters to differ.
			all := func(op runtime.CmpOp) (bool, error) {
				for _, d := range []*runtime.Dict{a, b} {
					for k := range d.All() {
						x, _, err := a.Get(t, k)
						if err != nil {
							return false, err
						}
						y, _, err := b.Get(t, k)
						if err != nil {
							return false, err
						}
						if x == nil {
							x = num(0)
						}
						if y == nil {
							y = num(0)
						}
						if ok, err := runtime.CompareBool(t, op, x, y); !ok || err != nil {
							return false, err
						}
					}
				}
				return true, nil
			}
			switch op {
			case runtime.CmpEq, runtime.CmpNe:
				eq, err := all(runtime.CmpEq)
				return boolean(eq == (op == runtime.CmpEq)), err
			case runtime.CmpLt, runtime.CmpGt:
				wide := runtime.CmpLe
				if op == runtime.CmpGt {
					wide = runtime.CmpGe
				}
				ok, err := all(wide)
				if err != nil || !ok {
					return boolean(false), err
				}
				eq, err := all(runtime.CmpEq)
				return boolean(!eq), err
			}
			ok, err := all(op)
			return boolean(ok), err
		})
	}
	counterType.Dict["__hash__"] = none
}
