package runtime

import (
	"cmp"
	"slices"

	"github.com/go-python/gpython/py"
)

// SortList sorts in place and stably, by key(item) when key is not nil. Lists of only ints, only floats or only
// strings are compared directly; others by "<" in a merge sort, which calls no more comparisons than CPython's.
func SortList(t *Thread, items []py.Object, key py.Object, reverse bool) error {
	if len(items) < 2 && key == nil {
		return nil
	}
	keys := items
	if key != nil {
		keys = make([]py.Object, len(items))
		arg := make([]py.Object, 1)
		for i, v := range items {
			arg[0] = v
			k, err := Call(t, key, arg, nil)
			if err != nil {
				return err
			}
			keys[i] = k
		}
	}
	// A reversed stable sort keeps the order of equal items: reverse, sort, reverse.
	if reverse {
		slices.Reverse(items)
		if key != nil {
			slices.Reverse(keys)
		}
	}
	err := sortBy(t, items, keys, key != nil)
	if reverse {
		slices.Reverse(items)
	}
	return err
}

// sortBy sorts items by keys; both are the same slice unless byKey.
func sortBy(t *Thread, items, keys []py.Object, byKey bool) error {
	switch keys0 := keys; {
	case len(keys) < 2:
		return nil
	case allOf[py.Int](keys0):
		return sortPlain(t, items, keys, byKey, func(o py.Object) py.Int { return o.(py.Int) })
	case allOf[py.String](keys0):
		return sortPlain(t, items, keys, byKey, func(o py.Object) py.String { return o.(py.String) })
	case allOf[py.Float](keys0) && !anyNaN(keys0):
		return sortPlain(t, items, keys, byKey, func(o py.Object) py.Float { return o.(py.Float) })
	}
	less := lessFor(keys)
	if !byKey {
		m := merger[py.Object]{t: t, less: less}
		return m.sort(items)
	}
	pairs := make([]sortPair[py.Object], len(items))
	for i := range items {
		pairs[i] = sortPair[py.Object]{keys[i], items[i]}
	}
	m := merger[sortPair[py.Object]]{t: t, less: func(t *Thread, a, b sortPair[py.Object]) (bool, error) { return less(t, a.key, b.key) }}
	err := m.sort(pairs)
	for i := range pairs {
		items[i] = pairs[i].item
	}
	return err
}

type sortPair[K any] struct {
	key  K
	item py.Object
}

func allOf[T py.Object](items []py.Object) bool {
	for _, v := range items {
		if _, ok := v.(T); !ok {
			return false
		}
	}
	return true
}

func anyNaN(items []py.Object) bool {
	for _, v := range items {
		if f := v.(py.Float); f != f {
			return true
		}
	}
	return false
}

// sortPlain sorts by keys of one ordered Go type. It cannot fail except by an interrupt.
func sortPlain[K cmp.Ordered](t *Thread, items, keys []py.Object, byKey bool, of func(py.Object) K) error {
	sorted, reversed := true, true
	prev := of(keys[0])
	for _, o := range keys[1:] {
		k := of(o)
		if k < prev {
			sorted = false
		}
		if k >= prev {
			reversed = false
		}
		if !sorted && !reversed {
			break
		}
		prev = k
	}
	if sorted {
		return nil
	}
	if reversed {
		slices.Reverse(items)
		return nil
	}
	pairs := make([]sortPair[K], len(items))
	for i := range items {
		pairs[i] = sortPair[K]{of(keys[i]), items[i]}
	}
	// Equal ints and equal strings cannot be told apart, but 0.0 and -0.0 can.
	_, isFloat := keys[0].(py.Float)
	if err := mergeSortPlain(t, pairs, byKey || isFloat); err != nil {
		return err
	}
	for i := range pairs {
		items[i] = pairs[i].item
	}
	return nil
}

// mergeSortPlain is a merge sort with safe points between its merges. When it need not be stable, the runs that it
// begins with are long ones sorted by pattern-defeating quicksort; else they are short and sorted by insertion.
func mergeSortPlain[K cmp.Ordered](t *Thread, a []sortPair[K], stable bool) error {
	n := len(a)
	run := 24
	if !stable {
		run = 1 << 16
	}
	for lo := 0; lo < n; lo += run {
		part := a[lo:min(lo+run, n)]
		if !stable {
			slices.SortFunc(part, func(a, b sortPair[K]) int { return cmp.Compare(a.key, b.key) })
			if err := t.Tick(); err != nil {
				return err
			}
			continue
		}
		for i := 1; i < len(part); i++ {
			x := part[i]
			j := i
			for ; j > 0 && x.key < part[j-1].key; j-- {
				part[j] = part[j-1]
			}
			part[j] = x
		}
	}
	if n <= run {
		return t.Tick()
	}
	src, dst := a, make([]sortPair[K], n)
	for width := run; width < n; width *= 2 {
		for lo := 0; lo < n; lo += 2 * width {
			mid, hi := min(lo+width, n), min(lo+2*width, n)
			if mid >= hi || src[mid-1].key <= src[mid].key {
				copy(dst[lo:hi], src[lo:hi])
				continue
			}
			i, j, k := lo, mid, lo
			for i < mid && j < hi {
				if src[j].key < src[i].key {
					dst[k] = src[j]
					j++
				} else {
					dst[k] = src[i]
					i++
				}
				k++
			}
			k += copy(dst[k:], src[i:mid])
			copy(dst[k:], src[j:hi])
			if hi-lo > 1<<12 {
				if err := t.Tick(); err != nil {
					return err
				}
			}
		}
		src, dst = dst, src
	}
	if &src[0] != &a[0] {
		copy(a, src)
	}
	return nil
}

// lessFor is "<" for the given keys, with shorter ways for tuples that begin with plain values.
func lessFor(keys []py.Object) func(t *Thread, a, b py.Object) (bool, error) {
	if allOf[py.Tuple](keys) {
		return lessTuple
	}
	return func(t *Thread, a, b py.Object) (bool, error) { return CompareBool(t, CmpLt, a, b) }
}

func lessTuple(t *Thread, a, b py.Object) (bool, error) {
	x, y := a.(py.Tuple), b.(py.Tuple)
	n := min(len(x), len(y))
	for i := 0; i < n; i++ {
		switch l := x[i].(type) {
		case py.Int:
			if r, ok := y[i].(py.Int); ok {
				if l != r {
					return l < r, nil
				}
				continue
			}
		case py.String:
			if r, ok := y[i].(py.String); ok {
				if l != r {
					return l < r, nil
				}
				continue
			}
		case py.Float:
			if r, ok := y[i].(py.Float); ok && l == l && r == r {
				if l != r {
					return l < r, nil
				}
				continue
			}
		}
		eq, err := Equal(t, x[i], y[i])
		if err != nil {
			return false, err
		}
		if !eq {
			return CompareBool(t, CmpLt, x[i], y[i])
		}
	}
	return len(x) < len(y), nil
}

// merger is a stable merge sort by a comparison that may fail. Runs that are in order already, or strictly in reverse
// order, are found first, so sorted input costs one comparison per item.
type merger[T any] struct {
	t    *Thread
	less func(t *Thread, a, b T) (bool, error)
	tick ticks
	tmp  []T
}

func (m *merger[T]) sort(a []T) error {
	n := len(a)
	if n < 2 {
		return nil
	}
	const minRun = 16
	type span struct{ lo, hi int }
	var stack []span
	lo := 0
	for lo < n {
		hi, err := m.run(a, lo)
		if err != nil {
			return err
		}
		if hi-lo < minRun && hi < n {
			end := min(lo+minRun, n)
			if err := m.insertion(a[lo:end], hi-lo); err != nil {
				return err
			}
			hi = end
		}
		stack = append(stack, span{lo, hi})
		lo = hi
		// Keep lengths on the stack decreasing like powers of two.
		for len(stack) >= 2 {
			x, y := stack[len(stack)-2], stack[len(stack)-1]
			if x.hi-x.lo > 2*(y.hi-y.lo) && lo < n {
				break
			}
			if err := m.merge(a, x.lo, y.lo, y.hi); err != nil {
				return err
			}
			stack = append(stack[:len(stack)-2], span{x.lo, y.hi})
		}
	}
	return nil
}

// run finds the end of the run that starts at lo, turning a strictly descending one round.
func (m *merger[T]) run(a []T, lo int) (int, error) {
	hi := lo + 1
	if hi >= len(a) {
		return len(a), nil
	}
	down, err := m.less(m.t, a[hi], a[lo])
	if err != nil {
		return 0, err
	}
	for hi++; hi < len(a); hi++ {
		l, err := m.less(m.t, a[hi], a[hi-1])
		if err != nil {
			return 0, err
		}
		if l != down {
			break
		}
		if err := m.tick.step(m.t); err != nil {
			return 0, err
		}
	}
	if down {
		slices.Reverse(a[lo:hi])
	}
	return hi, nil
}

// insertion sorts a whose first n items are sorted, by binary insertion.
func (m *merger[T]) insertion(a []T, n int) error {
	for i := max(n, 1); i < len(a); i++ {
		x := a[i]
		lo, hi := 0, i
		for lo < hi {
			mid := (lo + hi) / 2
			l, err := m.less(m.t, x, a[mid])
			if err != nil {
				return err
			}
			if l {
				hi = mid
			} else {
				lo = mid + 1
			}
		}
		copy(a[lo+1:i+1], a[lo:i])
		a[lo] = x
	}
	return nil
}

// merge merges the sorted a[lo:mid] and a[mid:hi].
func (m *merger[T]) merge(a []T, lo, mid, hi int) error {
	if ok, err := m.less(m.t, a[mid], a[mid-1]); err != nil || !ok {
		return err
	}
	m.tmp = append(m.tmp[:0], a[lo:mid]...)
	left := m.tmp
	i, j, k := 0, mid, lo
	for i < len(left) && j < hi {
		l, err := m.less(m.t, a[j], left[i])
		if err != nil {
			copy(a[k:], left[i:]) // no item may get lost
			return err
		}
		if l {
			a[k] = a[j]
			j++
		} else {
			a[k] = left[i]
			i++
		}
		k++
		if err := m.tick.step(m.t); err != nil {
			copy(a[k:], left[i:])
			return err
		}
	}
	copy(a[k:], left[i:])
	return nil
}
