package ndarray

// UniqueResult holds the sorted distinct values and, when asked for, where they first occur, which of them each
// element of the input is, and how often each occurs.
type UniqueResult struct {
	Values, Index, Inverse, Counts *Array
}

// Unique returns the distinct elements of the flattened array. NaN counts as equal to NaN.
func Unique(a *Array) (*UniqueResult, error) {
	flat, err := a.Ravel()
	if err != nil {
		return nil, err
	}
	order, err := ArgSort(flat, 0)
	if err != nil {
		return nil, err
	}
	return uniqueSorted(order.Ints(), a.shape, func(i, j int64) bool { return sameElement(flat, int(i), int(j)) },
		func(idx *Array) (*Array, error) { return flat.Get(By(idx)) })
}

func sameElement(a *Array, i, j int) bool {
	switch a.dtype {
	case Complex128:
		x, y := a.ComplexAt(i), a.ComplexAt(j)
		return x == y || cmplxNaN(x) && cmplxNaN(y)
	case Int64, Bool:
		return a.IntAt(i) == a.IntAt(j)
	}
	x, y := a.FloatAt(i), a.FloatAt(j)
	return x == y || x != x && y != y
}

func uniqueSorted(order []int64, shape []int, same func(i, j int64) bool, pick func(*Array) (*Array, error)) (*UniqueResult, error) {
	var first, counts []int64
	inverse := make([]int64, len(order))
	for k, i := range order {
		if k == 0 || !same(order[k-1], i) {
			first, counts = append(first, i), append(counts, 0)
		}
		counts[len(counts)-1]++
		inverse[i] = int64(len(first) - 1)
	}
	idx := vector(append([]int64{}, first...))
	values, err := pick(idx)
	if err != nil {
		return nil, err
	}
	inv := vector(inverse)
	if shape != nil {
		inv = inv.reshaped(shape)
		inv.base = nil
	}
	return &UniqueResult{Values: values, Index: idx, Inverse: inv, Counts: vector(append([]int64{}, counts...))}, nil
}

// UniqueAxis returns the distinct slices along an axis, in lexicographic order.
func UniqueAxis(a *Array, axis int) (*UniqueResult, error) {
	ax, err := NormAxis(axis, len(a.shape))
	if err != nil {
		return nil, err
	}
	moved, err := a.MoveAxes([]int{ax}, []int{0})
	if err != nil {
		return nil, err
	}
	n := a.shape[ax]
	width := 0
	if n > 0 {
		width = a.size / n
	}
	rows, err := moved.Reshape(n, width)
	if err != nil {
		return nil, err
	}
	keys := make([]*Array, width)
	for j := range keys {
		if keys[j], err = rows.Get(Colon(), At(width-1-j)); err != nil {
			return nil, err
		}
	}
	order := make([]int64, n)
	for i := range order {
		order[i] = int64(i)
	}
	if width > 0 {
		o, err := LexSort(keys)
		if err != nil {
			return nil, err
		}
		order = o.Ints()
	}
	same := func(i, j int64) bool {
		for c := range width {
			if !sameElement(rows, int(i)*width+c, int(j)*width+c) {
				return false
			}
		}
		return true
	}
	return uniqueSorted(order, nil, same, func(idx *Array) (*Array, error) { return Take(a, idx, &ax, TakeRaise) })
}

// IsIn reports for each element of a whether it occurs in b.
func IsIn(a, b *Array, invert bool) (*Array, error) {
	d := ResultType(a, b)
	s, err := b.AsType(d)
	if err != nil {
		return nil, err
	}
	if s, err = s.Ravel(); err != nil {
		return nil, err
	}
	if err := SortInPlace(s, 0); err != nil {
		return nil, err
	}
	x, err := a.asType(d)
	if err != nil {
		return nil, err
	}
	place, err := SearchSorted(s, x, false, nil)
	if err != nil {
		return nil, err
	}
	out, err := New(Bool, a.shape...)
	if err != nil {
		return nil, err
	}
	xc, err := x.contiguous(d)
	if err != nil {
		return nil, err
	}
	for i, p := range place.Ints() {
		found := int(p) < s.size && equalAt(s, int(p), xc, i)
		elems[bool](out)[i] = found != invert
	}
	return out, nil
}

// equalAt compares two elements of one type; NaN equals nothing.
func equalAt(a *Array, i int, b *Array, j int) bool {
	switch a.dtype {
	case Complex128:
		return a.ComplexAt(i) == b.ComplexAt(j)
	case Int64, Bool:
		return a.IntAt(i) == b.IntAt(j)
	}
	return a.FloatAt(i) == b.FloatAt(j)
}

// Union, Intersect, SetDiff and SetXor are the sorted set operations on flattened arrays.
func Union(a, b *Array) (*Array, error) {
	c, err := Concatenate([]*Array{a, b}, nil, nil)
	if err != nil {
		return nil, err
	}
	u, err := Unique(c)
	if err != nil {
		return nil, err
	}
	return u.Values, nil
}

// Intersect also returns where the common values first occur in a and in b.
func Intersect(a, b *Array) (values, ia, ib *Array, err error) {
	ua, err := Unique(a)
	if err != nil {
		return nil, nil, nil, err
	}
	ub, err := Unique(b)
	if err != nil {
		return nil, nil, nil, err
	}
	inB, err := IsIn(ua.Values, ub.Values, false)
	if err != nil {
		return nil, nil, nil, err
	}
	inA, err := IsIn(ub.Values, ua.Values, false)
	if err != nil {
		return nil, nil, nil, err
	}
	if values, err = ua.Values.compress(inB); err != nil {
		return nil, nil, nil, err
	}
	if values, err = values.asType(ResultType(a, b)); err != nil {
		return nil, nil, nil, err
	}
	if ia, err = ua.Index.compress(inB); err != nil {
		return nil, nil, nil, err
	}
	ib, err = ub.Index.compress(inA)
	return values, ia, ib, err
}

func SetDiff(a, b *Array) (*Array, error) {
	u, err := Unique(a)
	if err != nil {
		return nil, err
	}
	out, err := IsIn(u.Values, b, true)
	if err != nil {
		return nil, err
	}
	return u.Values.compress(out)
}

func SetXor(a, b *Array) (*Array, error) {
	x, err := SetDiff(a, b)
	if err != nil {
		return nil, err
	}
	y, err := SetDiff(b, a)
	if err != nil {
		return nil, err
	}
	return Union(x, y)
}
