package runtime

import (
	"github.com/go-python/gpython/py"
)

// The iterators behind enumerate, zip, map, filter and reversed.

var reversedType = newIterType("reversed")

func init() {
	for _, typ := range []*py.Type{py.EnumerateType, py.ZipType, py.MapType, py.FilterType} {
		addIterMethods(typ)
	}
	TypeNew(py.EnumerateType, "iterable=, start=", "", func(t *Thread, cls *py.Type, a []py.Object) (py.Object, error) {
		if a[0] == nil {
			return nil, TypeErrorf("enumerate() missing required argument 'iterable'")
		}
		return newEnumerate(t, a)
	})
	py.ZipType.Dict["__new__"] = newFromKw(py.ZipType, newZip)
	py.MapType.Dict["__new__"] = newFromKw(py.MapType, newMap)
	TypeNew(py.FilterType, "function, iterable, /", "", func(t *Thread, cls *py.Type, a []py.Object) (py.Object, error) { return newFilter(t, a) })
	TypeNew(reversedType, "sequence, /", "", func(t *Thread, cls *py.Type, a []py.Object) (py.Object, error) { return Reversed(t, a[0]) })
}

// newFromKw makes a __new__ of a constructor that sorts its own arguments.
func newFromKw(typ *py.Type, fn NativeFunc) *Native {
	return NewNative("__new__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		cls, err := newTarget(typ, args)
		if err != nil {
			return nil, err
		}
		v, err := fn(t, args[1:], kw)
		if err != nil {
			return nil, err
		}
		return wrapNew(cls, v), nil
	})
}

type enumerateIter struct {
	it  Iterator
	n   int64
	big py.Object // the counter once it no longer fits
}

func (e *enumerateIter) Type() *py.Type { return py.EnumerateType }
func (e *enumerateIter) Next(t *Thread) (py.Object, error) {
	v, err := e.it.Next(t)
	if v == nil || err != nil {
		return nil, err
	}
	if e.big != nil {
		n := e.big
		if e.big, err = Binary(t, OpAdd, n, IntObj(1)); err != nil {
			return nil, err
		}
		return NewPair(n, v), nil
	}
	n := e.n
	if e.n++; e.n < n {
		e.big, _ = Binary(t, OpAdd, py.Int(n), IntObj(1))
	}
	return NewPair(IntObj(n), v), nil
}

func newEnumerate(t *Thread, a []py.Object) (py.Object, error) {
	it, err := Iter(t, a[0])
	if err != nil {
		return nil, err
	}
	e := &enumerateIter{it: it}
	if a[1] != nil {
		start, err := Index(t, a[1])
		if err != nil {
			return nil, err
		}
		if n, ok := start.(py.Int); ok {
			e.n = int64(n)
		} else {
			e.big = start
		}
	}
	return e, nil
}

type zipIter struct {
	its    []Iterator
	strict bool
	done   bool
}

func (z *zipIter) Type() *py.Type { return py.ZipType }
func (z *zipIter) Next(t *Thread) (py.Object, error) {
	if len(z.its) == 0 || z.done {
		return nil, nil
	}
	if len(z.its) == 2 && !z.strict {
		a, err := z.its[0].Next(t)
		if a == nil || err != nil {
			z.done = err == nil
			return nil, err
		}
		b, err := z.its[1].Next(t)
		if b == nil || err != nil {
			z.done = err == nil
			return nil, err
		}
		return NewPair(a, b), nil
	}
	out := make(py.Tuple, len(z.its))
	for i, it := range z.its {
		v, err := it.Next(t)
		if err != nil {
			return nil, err
		}
		if v == nil {
			z.done = true
			if z.strict {
				return nil, z.uneven(t, i)
			}
			return nil, nil
		}
		out[i] = v
	}
	return out, nil
}

// uneven is the error of strict zip when iterator i ended first.
func (z *zipIter) uneven(t *Thread, i int) error {
	s := func(n int) string {
		if n == 1 {
			return " "
		}
		return "s 1-"
	}
	if i > 0 {
		return ValueErrorf("zip() argument %d is shorter than argument%s%d", i+1, s(i), i)
	}
	for j := 1; j < len(z.its); j++ {
		v, err := z.its[j].Next(t)
		if err != nil {
			return err
		}
		if v != nil {
			return ValueErrorf("zip() argument %d is longer than argument%s%d", j+1, s(j), j)
		}
	}
	return nil
}

func newZip(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
	z := &zipIter{}
	for _, k := range kw {
		if k.Name != "strict" {
			return nil, TypeErrorf("'%s' is an invalid keyword argument for zip()", k.Name)
		}
		var err error
		if z.strict, err = Truth(t, k.Value); err != nil {
			return nil, err
		}
	}
	for _, o := range args {
		it, err := Iter(t, o)
		if err != nil {
			return nil, err
		}
		z.its = append(z.its, it)
	}
	return z, nil
}

type mapIter struct {
	fn  py.Object
	its []Iterator
}

func (m *mapIter) Type() *py.Type { return py.MapType }
func (m *mapIter) Next(t *Thread) (py.Object, error) {
	args := make([]py.Object, len(m.its))
	for i, it := range m.its {
		v, err := it.Next(t)
		if v == nil || err != nil {
			return nil, err
		}
		args[i] = v
	}
	return Call(t, m.fn, args, nil)
}

func newMap(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
	if err := noKeywords("map", kw); err != nil {
		return nil, err
	}
	if len(args) < 2 {
		return nil, TypeErrorf("map() must have at least two arguments.")
	}
	m := &mapIter{fn: args[0]}
	for _, o := range args[1:] {
		it, err := Iter(t, o)
		if err != nil {
			return nil, err
		}
		m.its = append(m.its, it)
	}
	return m, nil
}

type filterIter struct {
	fn py.Object
	it Iterator
}

func (f *filterIter) Type() *py.Type { return py.FilterType }
func (f *filterIter) Next(t *Thread) (py.Object, error) {
	var tick ticks
	for {
		v, err := f.it.Next(t)
		if v == nil || err != nil {
			return nil, err
		}
		keep := v
		if f.fn != py.None && f.fn != py.BoolType {
			if keep, err = Call(t, f.fn, []py.Object{v}, nil); err != nil {
				return nil, err
			}
		}
		if ok, err := Truth(t, keep); ok || err != nil {
			return v, err
		}
		if err := tick.step(t); err != nil {
			return nil, err
		}
	}
}

func newFilter(t *Thread, a []py.Object) (py.Object, error) {
	it, err := Iter(t, a[1])
	if err != nil {
		return nil, err
	}
	return &filterIter{a[0], it}, nil
}

// Reversed is reversed(o).
func Reversed(t *Thread, o py.Object) (py.Object, error) {
	switch x := o.(type) {
	case *py.List:
		return &listRIter{x, len(x.Items) - 1}, nil
	case py.Tuple, py.String, py.Bytes:
		n, err := Len(t, x)
		return &seqRIter{x, int64(n) - 1}, err
	case *Range:
		return x.reversed(), nil
	case *Dict:
		if x.class == nil {
			return newDictIter(x, dictKeys, true), nil
		}
	case Reversible:
		it, err := x.Reversed(t)
		return it, err
	}
	if fn := LookupType(o.Type(), "__reversed__"); fn != nil {
		if fn == py.None {
			return nil, TypeErrorf("'%s' object is not reversible", typeName(o))
		}
		return Call(t, fn, []py.Object{o}, nil)
	}
	if !hasGetItem(o) || isMapping(o) {
		return nil, TypeErrorf("'%s' object is not reversible", typeName(o))
	}
	n, err := Len(t, o)
	if err != nil {
		return nil, err
	}
	return &seqRIter{o, int64(n) - 1}, nil
}

// isMapping reports whether o is a mapping rather than a sequence.
func isMapping(o py.Object) bool {
	switch Payload(o).(type) {
	case *Dict, *MappingProxy:
		return true
	}
	return false
}
