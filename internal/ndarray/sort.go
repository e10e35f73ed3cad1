package ndarray

import (
	"cmp"
	"math"
	"slices"
	"sort"
)

// Sort returns a sorted copy along an axis; NaN goes last. All kinds of NumPy are accepted by callers: the order is
// stable in any case.
func Sort(a *Array, axis int) (*Array, error) {
	c, err := a.Copy()
	if err != nil {
		return nil, err
	}
	return c, SortInPlace(c, axis)
}

// SortInPlace sorts a along an axis.
func SortInPlace(a *Array, axis int) error {
	if a.readonly {
		return valueErr("assignment destination is read-only")
	}
	ax, err := NormAxis(axis, len(a.shape))
	if err != nil {
		return err
	}
	if a.size == 0 {
		return nil
	}
	switch a.dtype {
	case Bool:
		sortLanes(a, ax, sortBools)
	case Int64:
		sortLanes(a, ax, sortInts)
	case Float32:
		sortLanes(a, ax, func(s []float32) { slices.SortFunc(s, nanLast[float32]) })
	case Float64:
		sortLanes(a, ax, func(s []float64) { sortFloats(s[:len(s)-partitionNaN(s)]) })
	default:
		sortLanes(a, ax, func(s []complex128) { slices.SortFunc(s, complexCompare) })
	}
	return nil
}

func sortLanes[T elem](a *Array, axis int, f func([]T)) {
	s, n, step := block[T](a), a.shape[axis], a.strides[axis]
	var buf []T
	eachLane(a, axis, func(_, p int) {
		if step == 1 {
			f(s[p : p+n])
			return
		}
		if buf == nil {
			buf = make([]T, n)
		}
		for i := range buf {
			buf[i] = s[p+i*step]
		}
		f(buf)
		for i, x := range buf {
			s[p+i*step] = x
		}
	})
}

func sortBools(s []bool) {
	n := 0
	for _, b := range s {
		if !b {
			n++
		}
	}
	for i := range s {
		s[i] = i >= n
	}
}

func nanLast[T floatElem](x, y T) int {
	switch {
	case x < y, x == x && y != y:
		return -1
	case x > y, x != x && y == y:
		return 1
	}
	return 0
}

func complexCompare(x, y complex128) int {
	if c := nanLast(real(x), real(y)); c != 0 {
		return c
	}
	return nanLast(imag(x), imag(y))
}

// partitionNaN moves NaN to the end, keeping the order of the rest, and returns their number.
func partitionNaN(s []float64) int {
	w := 0
	for i, x := range s {
		if x == x {
			if w != i {
				s[w], s[i] = x, s[w]
			}
			w++
		}
	}
	return len(s) - w
}

const radixFrom = 512

// sortFloats sorts numbers without NaN. Long runs are sorted by their bits: floats order as integers once the bits of
// negative ones are flipped.
func sortFloats(s []float64) {
	if len(s) < radixFrom {
		slices.Sort(s)
		return
	}
	keys := make([]uint64, len(s))
	for i, x := range s {
		keys[i] = floatKey(x)
	}
	keys = radixSort(keys)
	for i, k := range keys {
		s[i] = floatOfKey(k)
	}
}

func floatKey(x float64) uint64 {
	b := math.Float64bits(x)
	return b ^ (uint64(int64(b)>>63) | 1<<63)
}

func floatOfKey(k uint64) float64 {
	return math.Float64frombits(k ^ (uint64(int64(^k)>>63) | 1<<63))
}

func sortInts(s []int64) {
	if len(s) < radixFrom {
		slices.Sort(s)
		return
	}
	keys := make([]uint64, len(s))
	for i, x := range s {
		keys[i] = uint64(x) ^ 1<<63
	}
	keys = radixSort(keys)
	for i, k := range keys {
		s[i] = int64(k ^ 1<<63)
	}
}

// radixSort sorts by bytes from the lowest and returns the sorted slice, which may be another one. Bytes that are the
// same in all keys cost one look at a histogram.
func radixSort(keys []uint64) []uint64 {
	var hist [8][256]int
	for _, k := range keys {
		for b := range hist {
			hist[b][byte(k>>(8*b))]++
		}
	}
	tmp := make([]uint64, len(keys))
	for b := range hist {
		h := &hist[b]
		if h[byte(keys[0]>>(8*b))] == len(keys) {
			continue
		}
		sum := 0
		for i, c := range h {
			h[i] = sum
			sum += c
		}
		for _, k := range keys {
			d := byte(k >> (8 * b))
			tmp[h[d]] = k
			h[d]++
		}
		keys, tmp = tmp, keys
	}
	return keys
}

// radixArgSort returns the stable order of the keys.
func radixArgSort(keys []uint64) []int64 {
	var hist [8][256]int
	for _, k := range keys {
		for b := range hist {
			hist[b][byte(k>>(8*b))]++
		}
	}
	n := len(keys)
	order, tmp := make([]int64, n), make([]int64, n)
	ktmp := make([]uint64, n)
	for i := range order {
		order[i] = int64(i)
	}
	for b := range hist {
		h := &hist[b]
		if h[byte(keys[0]>>(8*b))] == n {
			continue
		}
		sum := 0
		for i, c := range h {
			h[i] = sum
			sum += c
		}
		for i, k := range keys {
			d := byte(k >> (8 * b))
			ktmp[h[d]], tmp[h[d]] = k, order[i]
			h[d]++
		}
		keys, ktmp = ktmp, keys
		order, tmp = tmp, order
	}
	return order
}

// ArgSort returns the stable order along an axis.
func ArgSort(a *Array, axis int) (*Array, error) {
	ax, err := NormAxis(axis, len(a.shape))
	if err != nil {
		return nil, err
	}
	out, err := New(Int64, a.shape...)
	if err != nil || a.size == 0 {
		return out, err
	}
	switch a.dtype {
	case Bool:
		argSortLanes(out, a, ax, func(s []bool) []int64 {
			return stableOrder(s, func(x, y bool) int { return cmp.Compare(toInt(x), toInt(y)) })
		})
	case Int64:
		argSortLanes(out, a, ax, orderInts)
	case Float32:
		argSortLanes(out, a, ax, func(s []float32) []int64 { return stableOrder(s, nanLast[float32]) })
	case Float64:
		argSortLanes(out, a, ax, orderFloats)
	default:
		argSortLanes(out, a, ax, func(s []complex128) []int64 { return stableOrder(s, complexCompare) })
	}
	return out, nil
}

func argSortLanes[T elem](out, a *Array, axis int, order func([]T) []int64) {
	s, n, step := block[T](a), a.shape[axis], a.strides[axis]
	d, dstep := elems[int64](out), out.strides[axis]
	buf := make([]T, n)
	var starts []int
	eachLane(out, axis, func(_, p int) { starts = append(starts, p) })
	eachLane(a, axis, func(k, p int) {
		for i := range buf {
			buf[i] = s[p+i*step]
		}
		for i, at := range order(buf) {
			d[starts[k]+i*dstep] = at
		}
	})
}

func orderFloats(s []float64) []int64 {
	if len(s) < radixFrom {
		return stableOrder(s, nanLast[float64])
	}
	keys := make([]uint64, len(s))
	for i, x := range s {
		switch {
		case x != x:
			keys[i] = math.MaxUint64
		case x == 0: // both zeros are equal
			keys[i] = floatKey(0)
		default:
			keys[i] = floatKey(x)
		}
	}
	return radixArgSort(keys)
}

func orderInts(s []int64) []int64 {
	if len(s) < radixFrom {
		return stableOrder(s, cmp.Compare[int64])
	}
	keys := make([]uint64, len(s))
	for i, x := range s {
		keys[i] = uint64(x) ^ 1<<63
	}
	return radixArgSort(keys)
}

func stableOrder[T any](s []T, compare func(x, y T) int) []int64 {
	order := make([]int64, len(s))
	for i := range order {
		order[i] = int64(i)
	}
	slices.SortStableFunc(order, func(i, j int64) int { return compare(s[i], s[j]) })
	return order
}

// selectKth partitions s so that s[k] is in its sorted place with nothing larger before it, and returns it.
func selectKth(s []float64, k int) float64 {
	lo, hi := 0, len(s)-1
	for hi-lo > 16 {
		m := lo + (hi-lo)/2
		if s[m] < s[lo] {
			s[m], s[lo] = s[lo], s[m]
		}
		if s[hi] < s[lo] {
			s[hi], s[lo] = s[lo], s[hi]
		}
		if s[hi] < s[m] {
			s[hi], s[m] = s[m], s[hi]
		}
		pivot := s[m]
		i, j := lo, hi
		for i <= j {
			for s[i] < pivot {
				i++
			}
			for s[j] > pivot {
				j--
			}
			if i <= j {
				s[i], s[j] = s[j], s[i]
				i++
				j--
			}
		}
		switch {
		case k <= j:
			hi = j
		case k >= i:
			lo = i
		default:
			return s[k]
		}
	}
	slices.Sort(s[lo : hi+1])
	return s[k]
}

// LexSort orders by the last key first, then by the one before, and so on.
func LexSort(keys []*Array) (*Array, error) {
	if len(keys) == 0 {
		return nil, typeErr("need sequence of keys with len > 0 in lexsort")
	}
	n := keys[0].size
	for _, k := range keys {
		if len(k.shape) != 1 {
			return nil, errf(NotProvided, "lexsort of keys that are not 1-dimensional is not provided by Monge")
		}
		if k.size != n {
			return nil, valueErr("all keys need to be the same shape")
		}
	}
	order := make([]int64, n)
	for i := range order {
		order[i] = int64(i)
	}
	for _, k := range keys {
		if k.dtype == Complex128 {
			c := k.Complexes()
			slices.SortStableFunc(order, func(i, j int64) int { return complexCompare(c[i], c[j]) })
			continue
		}
		if k.dtype == Int64 {
			c := k.Ints()
			slices.SortStableFunc(order, func(i, j int64) int { return cmp.Compare(c[i], c[j]) })
			continue
		}
		c := k.Floats()
		slices.SortStableFunc(order, func(i, j int64) int { return nanLast(c[i], c[j]) })
	}
	return vector(order), nil
}

// SearchSorted returns for each value of v the place in the sorted 1-dimensional a where it would be inserted: before
// equal elements, or after them with right set. sorter, when not nil, is the order that sorts a.
func SearchSorted(a, v *Array, right bool, sorter *Array) (*Array, error) {
	if len(a.shape) != 1 {
		return nil, valueErr("object too deep for desired array")
	}
	if sorter != nil {
		if sorter.dtype != Int64 {
			return nil, typeErr("sorter must only contain integers")
		}
		if sorter.size != a.size {
			return nil, valueErr("sorter.size must equal a.size")
		}
		s, err := a.Get(By(sorter))
		if err != nil {
			return nil, err
		}
		a = s
	}
	out, err := New(Int64, v.shape...)
	if err != nil {
		return nil, err
	}
	d := ResultType(a, v)
	switch {
	case d == Complex128:
		searchAs(out, a.Complexes(), v.Complexes(), right, complexCompare)
	case d == Int64 || d == Bool:
		searchAs(out, a.Ints(), v.Ints(), right, cmp.Compare[int64])
	default:
		searchAs(out, a.Floats(), v.Floats(), right, nanLast[float64])
	}
	return out, nil
}

func searchAs[T any](out *Array, a, v []T, right bool, compare func(x, y T) int) {
	d := elems[int64](out)
	for i, x := range v {
		if right {
			d[i] = int64(sort.Search(len(a), func(k int) bool { return compare(x, a[k]) < 0 }))
		} else {
			d[i] = int64(sort.Search(len(a), func(k int) bool { return compare(a[k], x) >= 0 }))
		}
	}
}

// Partition returns a copy in which the element at place kth along the axis is in its sorted place. It sorts fully.
func Partition(a *Array, kth []int, axis int) (*Array, error) {
	if err := checkKth(a, kth, axis); err != nil {
		return nil, err
	}
	return Sort(a, axis)
}

// ArgPartition is Partition for the order.
func ArgPartition(a *Array, kth []int, axis int) (*Array, error) {
	if err := checkKth(a, kth, axis); err != nil {
		return nil, err
	}
	return ArgSort(a, axis)
}

func checkKth(a *Array, kth []int, axis int) error {
	ax, err := NormAxis(axis, len(a.shape))
	if err != nil {
		return err
	}
	for _, k := range kth {
		if n := a.shape[ax]; k < -n || k >= n {
			return valueErr("kth(=%d) out of bounds (%d)", k, n)
		}
	}
	return nil
}
