package pymod

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// The combinatoric iterators, groupby and tee.

func itertoolsCombinatoric(m *modSpec) {
	iterClass(m, "product", "*iterables, repeat=", "All tuples with one item of each iterable, the last one changing fastest. repeat=n uses the iterables n times.", func(t *thread, a []object) (next, error) {
		repeat := 1
		if a[0] != nil {
			var err error
			if repeat, err = runtime.AsInt(t, a[0]); err != nil {
				return nil, err
			}
			if repeat < 0 {
				return nil, runtime.ValueErrorf("repeat argument cannot be negative")
			}
		}
		var pools [][]object
		for _, o := range a[1:] {
			p, err := runtime.Collect(t, o)
			if err != nil {
				return nil, err
			}
			pools = append(pools, p)
		}
		one := pools
		pools = nil
		for range repeat {
			pools = append(pools, one...)
		}
		at := make([]int, len(pools))
		done := false
		for _, p := range pools {
			done = done || len(p) == 0
		}
		return func(t *thread) (object, error) {
			if done {
				return nil, nil
			}
			out := make(py.Tuple, len(pools))
			for i, p := range pools {
				out[i] = p[at[i]]
			}
			i := len(pools) - 1
			for ; i >= 0; i-- {
				if at[i]++; at[i] < len(pools[i]) {
					break
				}
				at[i] = 0
			}
			done = i < 0
			return out, nil
		}, nil
	})
	pick := func(name, doc string, withRepeats bool) {
		iterClass(m, name, "iterable, r", doc, func(t *thread, a []object) (next, error) {
			pool, err := runtime.Collect(t, a[0])
			if err != nil {
				return nil, err
			}
			r, err := runtime.AsInt(t, a[1])
			if err != nil {
				return nil, err
			}
			if r < 0 {
				return nil, runtime.ValueErrorf("r must be non-negative")
			}
			n := len(pool)
			at := make([]int, r)
			if !withRepeats {
				for i := range at {
					at[i] = i
				}
			}
			done := !withRepeats && r > n || withRepeats && n == 0 && r > 0
			return func(t *thread) (object, error) {
				if done {
					return nil, nil
				}
				out := make(py.Tuple, r)
				for i, k := range at {
					out[i] = pool[k]
				}
				i := r - 1
				for ; i >= 0; i-- {
					limit := n - 1
					if !withRepeats {
						limit = i + n - r
					}
					if at[i] < limit {
						break
					}
				}
				if done = i < 0; !done {
					at[i]++
					for j := i + 1; j < r; j++ {
						at[j] = at[j-1]
						if !withRepeats {
							at[j]++
						}
					}
				}
				return out, nil
			}, nil
		})
	}
	pick("combinations", "All choices of r items, each position used at most once, in the order of the input.", false)
	pick("combinations_with_replacement", "All choices of r items in the order of the input, where an item may be chosen again.", true)
	iterClass(m, "permutations", "iterable, r=", "All orders of r items of the iterable, or of all items.", func(t *thread, a []object) (next, error) {
		pool, err := runtime.Collect(t, a[0])
		if err != nil {
			return nil, err
		}
		n := len(pool)
		r := n
		if given(a[1]) {
			if r, err = runtime.AsInt(t, a[1]); err != nil {
				return nil, runtime.TypeErrorf("Expected int as r")
			}
			if r < 0 {
				return nil, runtime.ValueErrorf("r must be non-negative")
			}
		}
		order := make([]int, n)
		for i := range order {
			order[i] = i
		}
		cycles := make([]int, max(min(r, n), 0))
		for i := range cycles {
			cycles[i] = n - i
		}
		done := r > n
		return func(t *thread) (object, error) {
			if done {
				return nil, nil
			}
			out := make(py.Tuple, r)
			for i := range out {
				out[i] = pool[order[i]]
			}
			i := r - 1
			for ; i >= 0; i-- {
				if cycles[i]--; cycles[i] == 0 {
					first := order[i]
					copy(order[i:], order[i+1:])
					order[n-1] = first
					cycles[i] = n - i
					continue
				}
				j := n - cycles[i]
				order[i], order[j] = order[j], order[i]
				break
			}
			done = i < 0
			return out, nil
		}, nil
	})
}

// grouper is itertools.groupby: its groups share the underlying iterator.
type grouper struct {
	it      runtime.Iterator
	key     object
	curKey  object // key of the current item, nil before the first
	cur     object
	tgtKey  object // key of the group handed out last
	groupID int
}

var (
	groupbyType = runtime.NewIteratorType("itertools.groupby", "Split the items into runs with equal keys: pairs (key, iterator of the run). Sort first to have each key once.")
	groupType   = runtime.NewIteratorType("itertools._grouper", "")
)

func (g *grouper) Type() *py.Type { return groupbyType }

// advance fetches the next item and its key; false at the end.
func (g *grouper) advance(t *thread) (bool, error) {
	v, err := g.it.Next(t)
	if v == nil || err != nil {
		return false, err
	}
	k := v
	if g.key != nil {
		if k, err = call1(t, g.key, v); err != nil {
			return false, err
		}
	}
	g.cur, g.curKey = v, k
	return true, nil
}

func (g *grouper) Next(t *thread) (object, error) {
	g.groupID++
	for {
		if g.curKey != nil {
			if g.tgtKey == nil {
				break
			}
			eq, err := runtime.Equal(t, g.tgtKey, g.curKey)
			if err != nil {
				return nil, err
			}
			if !eq {
				break
			}
		}
		ok, err := g.advance(t)
		if !ok || err != nil {
			return nil, err
		}
		if err := t.Tick(); err != nil {
			return nil, err
		}
	}
	g.tgtKey = g.curKey
	id, key := g.groupID, g.curKey
	group := funcIter(groupType, func(t *thread) (object, error) {
		if g.groupID != id {
			return nil, nil
		}
		if g.cur == nil {
			ok, err := g.advance(t)
			if !ok || err != nil {
				return nil, err
			}
		}
		eq, err := runtime.Equal(t, key, g.curKey)
		if err != nil || !eq {
			return nil, err
		}
		v := g.cur
		g.cur = nil
		return v, nil
	})
	return py.Tuple{key, group}, nil
}

func itertoolsGroups(m *modSpec) {
	runtime.TypeNew(groupbyType, "iterable, key=", "", func(t *thread, cls *py.Type, a []object) (object, error) {
		it, err := runtime.Iter(t, a[0])
		if err != nil {
			return nil, err
		}
		g := &grouper{it: it}
		if given(a[1]) {
			g.key = a[1]
		}
		return g, nil
	})
	m.class(groupbyType)
	teeType := runtime.NewIteratorType("itertools._tee", "One of the iterators of tee().")
	m.fn("tee", "iterable, n=, /", "n iterators over the same items. Do not use the original iterator afterwards.", func(t *thread, a []object) (object, error) {
		n := 2
		if a[1] != nil {
			var err error
			if n, err = runtime.AsInt(t, a[1]); err != nil {
				return nil, err
			}
			if n < 0 {
				return nil, runtime.ValueErrorf("n must be >= 0")
			}
		}
		it, err := runtime.Iter(t, a[0])
		if err != nil {
			return nil, err
		}
		// Items wait in a linked list, which the collector frees behind the slowest iterator.
		type link struct {
			v    object
			next *link
		}
		head := &link{}
		out := make(py.Tuple, n)
		for i := range out {
			at := head
			out[i] = funcIter(teeType, func(t *thread) (object, error) {
				if at.next == nil {
					v, err := it.Next(t)
					if v == nil || err != nil {
						return nil, err
					}
					at.next = &link{v: v}
				}
				at = at.next
				return at.v, nil
			})
		}
		return out, nil
	})
}
