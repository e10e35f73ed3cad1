package pymod

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// next is the step of an iterator made of a function: nil, nil at the end.
type next = func(t *thread) (object, error)

// iterClass declares an iterator class of itertools whose instances are made of a function.
func iterClass(m *modSpec, name, params, doc string, make func(t *thread, a []object) (next, error)) *py.Type {
	typ := runtime.NewIteratorType("itertools."+name, doc)
	typ.Qualname = name
	typ.Dict["__module__"] = py.String("itertools")
	runtime.TypeNew(typ, params, doc, func(t *thread, cls *py.Type, a []object) (object, error) {
		f, err := make(t, a)
		if err != nil {
			return nil, err
		}
		return funcIter(typ, f), nil
	})
	m.value(name, typ)
	return typ
}

// call1 calls a function of one argument.
func call1(t *thread, fn, x object) (object, error) { return runtime.Call(t, fn, []object{x}, nil) }

// counter is itertools.count.
type counter struct{ n, step object }

// repeater is itertools.repeat; left < 0 means for ever.
type repeater struct {
	v    object
	left int
}

var (
	countType  = runtime.NewIteratorType("itertools.count", "Numbers from start in steps of step, without end.")
	repeatType = runtime.NewIteratorType("itertools.repeat", "The same object times times, or without end.")
)

func (c *counter) Type() *py.Type { return countType }
func (c *counter) Next(t *thread) (object, error) {
	v := c.n
	var err error
	c.n, err = runtime.Binary(t, runtime.OpAdd, v, c.step)
	return v, err
}

func (c *counter) Repr(t *thread) (string, error) {
	a, err := runtime.Repr(t, c.n)
	if err != nil {
		return "", err
	}
	if runtime.Is(c.step, num(1)) {
		return "count(" + a + ")", nil
	}
	b, err := runtime.Repr(t, c.step)
	return "count(" + a + ", " + b + ")", err
}

func (r *repeater) Type() *py.Type { return repeatType }

// LengthHint is what is left, -1 when there is no end.
func (r *repeater) LengthHint() int { return int(r.left) }

func (r *repeater) Next(t *thread) (object, error) {
	if r.left == 0 {
		return nil, nil
	}
	if r.left > 0 {
		r.left--
	}
	return r.v, nil
}

func (r *repeater) Repr(t *thread) (string, error) {
	s, err := runtime.Repr(t, r.v)
	if r.left >= 0 {
		s += ", " + itoa(r.left)
	}
	return "repeat(" + s + ")", err
}

func init() {
	m := newModule("itertools", "Building blocks for loops: iterators that count, chain, group, combine and choose.")
	runtime.TypeNew(countType, "start=, step=", "", func(t *thread, cls *py.Type, a []object) (object, error) {
		c := &counter{num(0), num(1)}
		if a[0] != nil {
			c.n = a[0]
		}
		if a[1] != nil {
			c.step = a[1]
		}
		for _, o := range []object{c.n, c.step} {
			if _, err := runtime.AsComplex(t, o); err != nil {
				return nil, runtime.TypeErrorf("a number is required")
			}
		}
		return c, nil
	})
	m.class(countType)
	runtime.TypeNew(repeatType, "object, times=", "", func(t *thread, cls *py.Type, a []object) (object, error) {
		r := &repeater{a[0], -1}
		if a[1] != nil {
			n, err := runtime.AsInt(t, a[1])
			if err != nil {
				return nil, err
			}
			r.left = max(n, 0)
		}
		return r, nil
	})
	m.class(repeatType)
	itertoolsChains(m)
	itertoolsFilters(m)
	itertoolsCombinatoric(m)
	itertoolsGroups(m)
}

func itertoolsChains(m *modSpec) {
	chainOf := func(t *thread, sources runtime.Iterator) next {
		var cur runtime.Iterator
		return func(t *thread) (object, error) {
			for {
				if cur == nil {
					s, err := sources.Next(t)
					if s == nil || err != nil {
						return nil, err
					}
					if cur, err = runtime.Iter(t, s); err != nil {
						return nil, err
					}
				}
				v, err := cur.Next(t)
				if v != nil || err != nil {
					return v, err
				}
				cur = nil
				if err := t.Tick(); err != nil {
					return nil, err
				}
			}
		}
	}
	chain := iterClass(m, "chain", "*iterables", "All items of the first iterable, then all of the second, and so on.", func(t *thread, a []object) (next, error) {
		it, err := runtime.Iter(t, py.Tuple(append([]object(nil), a...)))
		if err != nil {
			return nil, err
		}
		return chainOf(t, it), nil
	})
	chain.Dict["from_iterable"] = &runtime.ClassMethod{Fn: runtime.Func("from_iterable", "cls, iterable, /", "As chain(), for the iterables found in one iterable.", func(t *thread, a []object) (object, error) {
		it, err := runtime.Iter(t, a[1])
		if err != nil {
			return nil, err
		}
		return funcIter(chain, chainOf(t, it)), nil
	})}
	iterClass(m, "cycle", "iterable, /", "The items over and over again, without end.", func(t *thread, a []object) (next, error) {
		it, err := runtime.Iter(t, a[0])
		if err != nil {
			return nil, err
		}
		var saved []object
		i := 0
		return func(t *thread) (object, error) {
			if it != nil {
				v, err := it.Next(t)
				if err != nil {
					return nil, err
				}
				if v != nil {
					saved = append(saved, v)
					return v, nil
				}
				it = nil
			}
			if len(saved) == 0 {
				return nil, nil
			}
			v := saved[i]
			i = (i + 1) % len(saved)
			return v, nil
		}, nil
	})
	iterClass(m, "accumulate", "iterable, func=, *, initial=", "Running totals: a, a+b, a+b+c, ... or, with func, func(a, b), func(func(a, b), c), ...", func(t *thread, a []object) (next, error) {
		it, err := runtime.Iter(t, a[0])
		if err != nil {
			return nil, err
		}
		fn := a[1]
		if fn == none {
			fn = nil
		}
		var total object
		first := a[2]
		return func(t *thread) (object, error) {
			if given(first) {
				total, first = first, nil
				return total, nil
			}
			v, err := it.Next(t)
			if v == nil || err != nil {
				return nil, err
			}
			switch {
			case total == nil:
				total = v
			case fn == nil:
				total, err = runtime.Binary(t, runtime.OpAdd, total, v)
			default:
				total, err = runtime.Call(t, fn, []object{total, v}, nil)
			}
			if err != nil {
				return nil, err
			}
			return total, nil
		}, nil
	})
	iterClass(m, "zip_longest", "*iterables, fillvalue=", "As zip(), but up to the longest iterable: the others are filled up with fillvalue.", func(t *thread, a []object) (next, error) {
		fill := a[0]
		if fill == nil {
			fill = none
		}
		its := make([]runtime.Iterator, len(a)-1)
		for i, o := range a[1:] {
			var err error
			if its[i], err = runtime.Iter(t, o); err != nil {
				return nil, err
			}
		}
		live := len(its)
		return func(t *thread) (object, error) {
			if live == 0 {
				return nil, nil
			}
			out := make(py.Tuple, len(its))
			for i, it := range its {
				out[i] = fill
				if it == nil {
					continue
				}
				v, err := it.Next(t)
				if err != nil {
					return nil, err
				}
				if v == nil {
					its[i] = nil
					if live--; live == 0 {
						return nil, nil
					}
					continue
				}
				out[i] = v
			}
			return out, nil
		}, nil
	})
	iterClass(m, "pairwise", "iterable, /", "Neighbours as pairs: (a, b), (b, c), (c, d), ...", func(t *thread, a []object) (next, error) {
		it, err := runtime.Iter(t, a[0])
		if err != nil {
			return nil, err
		}
		var prev object
		return func(t *thread) (object, error) {
			if prev == nil {
				v, err := it.Next(t)
				if v == nil || err != nil {
					return nil, err
				}
				prev = v
			}
			v, err := it.Next(t)
			if v == nil || err != nil {
				return nil, err
			}
			pair := py.Tuple{prev, v}
			prev = v
			return pair, nil
		}, nil
	})
	iterClass(m, "batched", "iterable, n", "The items in tuples of n; what is left at the end makes a shorter one.", func(t *thread, a []object) (next, error) {
		n, err := runtime.AsInt(t, a[1])
		if err != nil {
			return nil, err
		}
		if n < 1 {
			return nil, runtime.ValueErrorf("n must be at least one")
		}
		it, err := runtime.Iter(t, a[0])
		if err != nil {
			return nil, err
		}
		return func(t *thread) (object, error) {
			var batch py.Tuple
			for len(batch) < n {
				v, err := it.Next(t)
				if err != nil {
					return nil, err
				}
				if v == nil {
					break
				}
				batch = append(batch, v)
			}
			if len(batch) == 0 {
				return nil, nil
			}
			return batch, nil
		}, nil
	})
	iterClass(m, "starmap", "function, iterable, /", "function(*args) for each args in the iterable.", func(t *thread, a []object) (next, error) {
		it, err := runtime.Iter(t, a[1])
		if err != nil {
			return nil, err
		}
		fn := a[0]
		return func(t *thread) (object, error) {
			v, err := it.Next(t)
			if v == nil || err != nil {
				return nil, err
			}
			args, err := runtime.Collect(t, v)
			if err != nil {
				return nil, err
			}
			return runtime.Call(t, fn, args, nil)
		}, nil
	})
}

func itertoolsFilters(m *modSpec) {
	// sift yields the items that keep chooses; stop ends the iteration.
	sift := func(name, doc string, mk func(fn object) func(t *thread, v object) (keep, stop bool, err error)) {
		iterClass(m, name, "function, iterable, /", doc, func(t *thread, a []object) (next, error) {
			it, err := runtime.Iter(t, a[1])
			if err != nil {
				return nil, err
			}
			test := mk(a[0])
			done := false
			return func(t *thread) (object, error) {
				for !done {
					v, err := it.Next(t)
					if v == nil || err != nil {
						return nil, err
					}
					keep, stop, err := test(t, v)
					if err != nil {
						return nil, err
					}
					if stop {
						done = true
						break
					}
					if keep {
						return v, nil
					}
					if err := t.Tick(); err != nil {
						return nil, err
					}
				}
				return nil, nil
			}, nil
		})
	}
	truth := func(t *thread, fn, v object) (bool, error) {
		if fn != none && fn != py.BoolType {
			var err error
			if v, err = call1(t, fn, v); err != nil {
				return false, err
			}
		}
		return runtime.Truth(t, v)
	}
	sift("filterfalse", "The items for which function is false; with None, the items that are false.", func(fn object) func(t *thread, v object) (bool, bool, error) {
		return func(t *thread, v object) (bool, bool, error) {
			b, err := truth(t, fn, v)
			return !b, false, err
		}
	})
	sift("takewhile", "The items up to the first one for which function is false.", func(fn object) func(t *thread, v object) (bool, bool, error) {
		return func(t *thread, v object) (bool, bool, error) {
			r, err := call1(t, fn, v)
			if err != nil {
				return false, false, err
			}
			b, err := runtime.Truth(t, r)
			return b, !b, err
		}
	})
	sift("dropwhile", "The items from the first one for which function is false.", func(fn object) func(t *thread, v object) (bool, bool, error) {
		dropping := true
		return func(t *thread, v object) (bool, bool, error) {
			if dropping {
				r, err := call1(t, fn, v)
				if err != nil {
					return false, false, err
				}
				if dropping, err = runtime.Truth(t, r); err != nil {
					return false, false, err
				}
			}
			return !dropping, false, nil
		}
	})
	iterClass(m, "compress", "data, selectors", "The items of data whose selector is true.", func(t *thread, a []object) (next, error) {
		data, err := runtime.Iter(t, a[0])
		if err != nil {
			return nil, err
		}
		sel, err := runtime.Iter(t, a[1])
		if err != nil {
			return nil, err
		}
		return func(t *thread) (object, error) {
			for {
				v, err := data.Next(t)
				if v == nil || err != nil {
					return nil, err
				}
				s, err := sel.Next(t)
				if s == nil || err != nil {
					return nil, err
				}
				if ok, err := runtime.Truth(t, s); ok || err != nil {
					return v, err
				}
				if err := t.Tick(); err != nil {
					return nil, err
				}
			}
		}, nil
	})
	iterClass(m, "islice", "iterable, /, *bounds", "islice(iterable, stop) or islice(iterable, start, stop[, step])\n\nA slice of any iterable, as seq[start:stop:step] for non-negative numbers.", func(t *thread, a []object) (next, error) {
		it, err := runtime.Iter(t, a[0])
		if err != nil {
			return nil, err
		}
		bounds := a[1:]
		if len(bounds) == 0 || len(bounds) > 3 {
			return nil, runtime.TypeErrorf("islice expected at least 2 arguments, got %d", len(a))
		}
		read := func(o object, def int, what string) (int, error) {
			if o == none {
				return def, nil
			}
			n, err := runtime.AsInt(t, o)
			if err != nil || n < 0 {
				if what == "stop" && len(bounds) == 1 {
					return 0, runtime.ValueErrorf("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
				}
				return 0, runtime.ValueErrorf("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
			}
			return n, nil
		}
		const forever = int(^uint(0) >> 1)
		start, stop, step := 0, forever, 1
		if len(bounds) == 1 {
			stop, err = read(bounds[0], forever, "stop")
		} else {
			if start, err = read(bounds[0], 0, "start"); err == nil {
				stop, err = read(bounds[1], forever, "stop")
			}
			if err == nil && len(bounds) == 3 && bounds[2] != none {
				if step, err = runtime.AsInt(t, bounds[2]); err != nil || step < 1 {
					err = runtime.ValueErrorf("Step for islice() must be a positive integer or None.")
				}
			}
		}
		if err != nil {
			return nil, err
		}
		at, want := 0, start
		return func(t *thread) (object, error) {
			if want >= stop {
				// What lies before the stop is consumed all the same.
				for ; at < stop && stop != forever; at++ {
					v, err := it.Next(t)
					if v == nil || err != nil {
						at = stop
						return nil, err
					}
				}
				return nil, nil
			}
			for {
				v, err := it.Next(t)
				if v == nil || err != nil {
					want = forever
					stop = 0
					return nil, err
				}
				at++
				if at > want {
					if want > forever-step {
						want = forever
					} else {
						want += step
					}
					return v, nil
				}
				if err := t.Tick(); err != nil {
					return nil, err
				}
			}
		}, nil
	})
}
