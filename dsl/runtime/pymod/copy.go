package pymod

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// memo remembers what deepcopy has copied, by identity. dict is the memo that __deepcopy__ methods see.
type memo struct {
	done map[uint64]memoEntry
	dict *runtime.Dict
}

// memoEntry keeps the original alive, so that its identity stays its own.
type memoEntry struct{ from, to object }

func newMemo() *memo { return &memo{done: map[uint64]memoEntry{}, dict: runtime.NewDict()} }

func (m *memo) put(from, to object) { m.done[runtime.ID(from)] = memoEntry{from, to} }

// shallowCopy is copy.copy.
func shallowCopy(t *thread, o object) (object, error) {
	switch x := o.(type) {
	case py.Int, py.Float, py.Bool, py.NoneType, py.String, py.Tuple, py.Bytes, *py.BigInt, py.Complex, py.EllipsisType, *runtime.Range, *py.Slice,
		*py.Type, *runtime.Native, *runtime.BoundMethod, *runtime.Module, runtime.NotImplementedType:
		return o, nil
	case *py.List:
		return list(append([]object(nil), x.Items...)...), nil
	case *runtime.Dict:
		return x.Copy(), nil
	case *runtime.Set:
		if x.Frozen() {
			return x, nil
		}
		return x.Copy(), nil
	case *runtime.ByteArray:
		return &runtime.ByteArray{B: append([]byte(nil), x.B...)}, nil
	}
	if fn := runtime.LookupType(o.Type(), "__copy__"); fn != nil {
		return call1(t, fn, o)
	}
	switch x := o.(type) {
	case *runtime.Instance:
		return copyInstance(x, func(v object) (object, error) { return v, nil }, func(v object) (object, error) { return shallowCopy(t, v) }, nil)
	case *runtime.Exception:
		c := runtime.NewException(x.Class, append(py.Tuple(nil), x.Args...)...)
		if d := x.InstanceDict(false); d != nil {
			return c, c.InstanceDict(true).Update(t, d)
		}
		return c, nil
	}
	if fn, err := runtime.GetAttrOrNil(t, o, "copy"); err == nil && fn != nil && runtime.IsCallable(fn) {
		return runtime.Call(t, fn, nil, nil)
	}
	return o, nil
}

// copyInstance makes an instance of the same class with the same attributes, each passed through item; payload copies
// the built-in value inside. made is told of the copy before the attributes are visited.
func copyInstance(x *runtime.Instance, item, payload func(object) (object, error), made func(object)) (object, error) {
	c := &runtime.Instance{Class: x.Class}
	if runtime.IsUserClass(x.Class) {
		c = runtime.NewInstance(x.Class)
	}
	if made != nil {
		made(c)
	}
	if x.Value != nil {
		v, err := payload(x.Value)
		if err != nil {
			return nil, err
		}
		c.Value = v
	}
	if x.Dict != nil && x.Dict.Len() > 0 {
		d := c.InstanceDict(true)
		for k, v := range x.Dict.All() {
			v, err := item(v)
			if err != nil {
				return nil, err
			}
			d.SetStrObj(k, v)
		}
	}
	return c, nil
}

// deepCopy is copy.deepcopy.
func deepCopy(t *thread, o object, m *memo) (object, error) {
	switch o.(type) {
	case py.Int, py.Float, py.Bool, py.NoneType, py.String, py.Bytes, *py.BigInt, py.Complex, py.EllipsisType, *runtime.Range, *py.Slice,
		*py.Type, *runtime.Native, *runtime.Module, runtime.NotImplementedType, runtime.Binder:
		return o, nil
	}
	if e, ok := m.done[runtime.ID(o)]; ok {
		return e.to, nil
	}
	if err := t.Enter(); err != nil {
		return nil, err
	}
	defer t.Leave()
	each := func(items []object) ([]object, bool, error) {
		out := make([]object, len(items))
		changed := false
		for i, v := range items {
			c, err := deepCopy(t, v, m)
			if err != nil {
				return nil, false, err
			}
			changed = changed || !runtime.Is(c, v)
			out[i] = c
		}
		return out, changed, t.Tick()
	}
	switch x := o.(type) {
	case *py.List:
		c := runtime.NewList(make([]object, 0, len(x.Items)))
		m.put(o, c)
		for i := 0; i < len(x.Items); i++ {
			v, err := deepCopy(t, x.Items[i], m)
			if err != nil {
				return nil, err
			}
			c.Items = append(c.Items, v)
		}
		return c, t.Tick()
	case py.Tuple:
		items, changed, err := each(x)
		if err != nil {
			return nil, err
		}
		// A tuple that holds itself was copied on the way.
		if e, ok := m.done[runtime.ID(o)]; ok {
			return e.to, nil
		}
		if !changed {
			return x, nil
		}
		c := py.Tuple(items)
		m.put(o, c)
		return c, nil
	case *runtime.Dict:
		c := runtime.NewDictOf(x.Type())
		c.Factory = x.Factory
		m.put(o, c)
		for k, v := range x.All() {
			k, err := deepCopy(t, k, m)
			if err != nil {
				return nil, err
			}
			if v, err = deepCopy(t, v, m); err != nil {
				return nil, err
			}
			if err := c.Set(t, k, v); err != nil {
				return nil, err
			}
		}
		return c, nil
	case *runtime.Set:
		items, _, err := each(x.Items())
		if err != nil {
			return nil, err
		}
		c, err := runtime.SetOfItems(t, items)
		if err != nil {
			return nil, err
		}
		if x.Frozen() {
			runtime.NewFrozenSet(c)
		}
		m.put(o, c)
		return c, nil
	case *deque:
		c := &deque{maxlen: x.maxlen}
		m.put(o, c)
		items, _, err := each(x.items())
		c.set(items)
		return c, err
	}
	if fn := runtime.LookupType(o.Type(), "__deepcopy__"); fn != nil {
		c, err := runtime.Call(t, fn, []object{o, m.dict}, nil)
		if err == nil {
			m.put(o, c)
		}
		return c, err
	}
	if x, ok := o.(*runtime.Instance); ok {
		deep := func(v object) (object, error) { return deepCopy(t, v, m) }
		return copyInstance(x, deep, deep, func(c object) { m.put(o, c) })
	}
	return shallowCopy(t, o)
}

func init() {
	m := newModule("copy", "Copies of objects: copy() shares the parts, deepcopy() copies them too.")
	m.fn("copy", "x", "A new object with the same contents as x; the contents themselves are shared.", func(t *thread, a []object) (object, error) { return shallowCopy(t, a[0]) })
	m.fn("deepcopy", "x, memo=", "A copy of x in which everything inside is copied as well. memo holds what was copied already.", func(t *thread, a []object) (object, error) {
		m := newMemo()
		if d, ok := a[1].(*runtime.Dict); ok {
			m.dict = d
			// A __deepcopy__ that calls deepcopy again passes its memo on: find what was copied under it.
			if v, ok := d.GetStr("_monge_memo"); ok {
				if h, ok := v.(*memoHolder); ok {
					m = h.memo
				}
			}
		}
		m.dict.SetStr("_monge_memo", &memoHolder{m})
		return deepCopy(t, a[0], m)
	})
	m.value("Error", runtime.NewExceptionType("copy.Error", "", py.ExceptionType))
}

// memoHolder makes a memo a value, so that it can travel in the dict that __deepcopy__ receives.
type memoHolder struct{ *memo }

func (*memoHolder) Type() *py.Type { return memoType }

var memoType = newType("copy", "_memo", "", nil)
