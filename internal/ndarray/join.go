package ndarray

// Concatenate joins arrays along an axis; a nil axis flattens them first. dtype nil: the common type.
func Concatenate(arrays []*Array, axis *int, dtype *Dtype) (*Array, error) {
	if len(arrays) == 0 {
		return nil, valueErr("need at least one array to concatenate")
	}
	ax := 0
	if axis == nil {
		flats := make([]*Array, len(arrays))
		for i, a := range arrays {
			f, err := a.Ravel()
			if err != nil {
				return nil, err
			}
			flats[i] = f
		}
		arrays = flats
	} else {
		if len(arrays[0].shape) == 0 {
			return nil, valueErr("zero-dimensional arrays cannot be concatenated")
		}
		var err error
		if ax, err = NormAxis(*axis, len(arrays[0].shape)); err != nil {
			return nil, err
		}
	}
	shape := append([]int(nil), arrays[0].shape...)
	for i, a := range arrays[1:] {
		if len(a.shape) != len(shape) {
			return nil, valueErr("all the input arrays must have same number of dimensions, but the array at index 0 has %d dimension(s) and the array at index %d has %d dimension(s)",
				len(shape), i+1, len(a.shape))
		}
		for k, n := range a.shape {
			if k != ax && n != shape[k] {
				return nil, valueErr("all the input array dimensions except for the concatenation axis must match exactly, but along dimension %d, the array at index 0 has size %d and the array at index %d has size %d",
					k, shape[k], i+1, n)
			}
		}
		shape[ax] += a.shape[ax]
	}
	d := ResultType(arrays...)
	if dtype != nil {
		d = *dtype
	}
	out, err := New(d, shape...)
	if err != nil {
		return nil, err
	}
	at := out.offset
	for _, a := range arrays {
		copyInto(out.view(a.shape, out.strides, at), a)
		at += a.shape[ax] * out.strides[ax]
	}
	return out, nil
}

// Stack joins arrays of one shape along a new axis.
func Stack(arrays []*Array, axis int, dtype *Dtype) (*Array, error) {
	if len(arrays) == 0 {
		return nil, valueErr("need at least one array to stack")
	}
	for _, a := range arrays {
		if !sameShape(a.shape, arrays[0].shape) {
			return nil, valueErr("all input arrays must have the same shape")
		}
	}
	ax, err := NormAxis(axis, len(arrays[0].shape)+1)
	if err != nil {
		return nil, err
	}
	views := make([]*Array, len(arrays))
	for i, a := range arrays {
		if views[i], err = a.ExpandDims(ax); err != nil {
			return nil, err
		}
	}
	return Concatenate(views, &ax, dtype)
}

// VStack, HStack, DStack and ColumnStack join as NumPy's functions of these names.
func VStack(arrays []*Array) (*Array, error) { return joinAs(arrays, 2, 0) }
func DStack(arrays []*Array) (*Array, error) { return joinAs(arrays, 3, 2) }

func HStack(arrays []*Array) (*Array, error) {
	ax := 1
	if len(arrays) > 0 && len(arrays[0].shape) <= 1 {
		ax = 0
	}
	return joinAs(arrays, 1, ax)
}

func ColumnStack(arrays []*Array) (*Array, error) {
	cols := make([]*Array, len(arrays))
	for i, a := range arrays {
		if cols[i] = a; len(a.shape) < 2 {
			cols[i] = a.AtLeast(2).T()
		}
	}
	return joinAs(cols, 2, 1)
}

func joinAs(arrays []*Array, nd, axis int) (*Array, error) {
	views := make([]*Array, len(arrays))
	for i, a := range arrays {
		views[i] = a.AtLeast(nd)
	}
	return Concatenate(views, &axis, nil)
}

// Split cuts a along an axis at the given places, as views.
func Split(a *Array, at []int, axis int) ([]*Array, error) {
	ax, err := NormAxis(axis, len(a.shape))
	if err != nil {
		return nil, err
	}
	parts := make([]Index, ax+1)
	for i := range parts {
		parts[i] = Colon()
	}
	out := make([]*Array, 0, len(at)+1)
	for i := range len(at) + 1 {
		lo, hi := 0, a.shape[ax]
		if i > 0 {
			lo = at[i-1]
		}
		if i < len(at) {
			hi = at[i]
		}
		parts[ax] = Span(lo, hi)
		v, err := a.Get(parts...)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

// SplitEqual cuts a into n parts. Uneven parts are refused unless uneven is set; the first ones are then longer.
func SplitEqual(a *Array, n, axis int, uneven bool) ([]*Array, error) {
	ax, err := NormAxis(axis, len(a.shape))
	if err != nil {
		return nil, err
	}
	if n <= 0 {
		return nil, valueErr("number sections must be larger than 0.")
	}
	if _, err := CheckShape(Complex128, []int{n, 16}); err != nil { // a view takes about as much
		return nil, err
	}
	total := a.shape[ax]
	if total%n != 0 && !uneven {
		return nil, valueErr("array split does not result in an equal division")
	}
	at, p := make([]int, 0, n-1), 0
	for i := range n - 1 {
		p += total / n
		if i < total%n {
			p++
		}
		at = append(at, p)
	}
	return Split(a, at, ax)
}

// Tile repeats the whole array.
func Tile(a *Array, reps ...int) (*Array, error) {
	nd := max(len(a.shape), len(reps))
	shape, rep := make([]int, nd), make([]int, nd)
	for i := range nd {
		shape[i], rep[i] = 1, 1
	}
	copy(shape[nd-len(a.shape):], a.shape)
	copy(rep[nd-len(reps):], reps)
	full := make([]int, nd)
	pairs := make([]int, 0, 2*nd) // (rep, length) interleaved
	strides := make([]int, 2*nd)
	for i := range nd {
		if rep[i] < 0 {
			return nil, valueErr("negative dimensions are not allowed")
		}
		if _, err := CheckShape(a.dtype, []int{rep[i], shape[i]}); err != nil {
			return nil, err
		}
		full[i] = rep[i] * shape[i]
		pairs = append(pairs, rep[i], shape[i])
		if j := i - (nd - len(a.shape)); j >= 0 {
			strides[2*i+1] = a.strides[j]
		}
	}
	out, err := New(a.dtype, full...)
	if err != nil {
		return nil, err
	}
	copyInto(out.reshapedView(pairs), a.view(pairs, strides, a.offset))
	return out, nil
}

// Repeat repeats each element along an axis (nil: flattened) counts times; counts has one element or one per place.
func Repeat(a, counts *Array, axis *int) (*Array, error) {
	ax := 0
	var err error
	if axis == nil {
		if a, err = a.Ravel(); err != nil {
			return nil, err
		}
	} else if ax, err = NormAxis(*axis, len(a.shape)); err != nil {
		return nil, err
	}
	if counts.dtype != Int64 && counts.dtype != Bool {
		return nil, typeErr("Cannot cast array data from dtype('%s') to dtype('int64') according to the rule 'safe'", counts.dtype)
	}
	c := counts.Ints()
	n := a.shape[ax]
	if len(c) != 1 && len(c) != n {
		return nil, valueErr("operands could not be broadcast together with shape (%d,) (%d,)", n, len(c))
	}
	total := 0
	for _, k := range c {
		if k < 0 {
			return nil, valueErr("repeats may not contain negative values.")
		}
		if _, err := CheckShape(Int64, []int{int(k), n}); err != nil {
			return nil, err
		}
		total += int(k)
	}
	if len(c) == 1 {
		total = int(c[0]) * n
	}
	if _, err := CheckShape(Int64, []int{total}); err != nil {
		return nil, err
	}
	idx := make([]int64, 0, total)
	for i := range n {
		k := c[0]
		if len(c) > 1 {
			k = c[i]
		}
		for range k {
			idx = append(idx, int64(i))
		}
	}
	return Take(a, vector(idx), &ax, TakeRaise)
}

// Append joins values at the end; a nil axis flattens both.
func Append(a, values *Array, axis *int) (*Array, error) {
	return Concatenate([]*Array{a, values}, axis, nil)
}

// Delete returns a without the places idx along an axis (nil: flattened).
func Delete(a, idx *Array, axis *int) (*Array, error) {
	ax := 0
	var err error
	if axis == nil {
		if a, err = a.Ravel(); err != nil {
			return nil, err
		}
	} else if ax, err = NormAxis(*axis, len(a.shape)); err != nil {
		return nil, err
	}
	n := a.shape[ax]
	keep := make([]bool, n)
	for i := range keep {
		keep[i] = true
	}
	if idx.dtype == Bool {
		if idx.size != n {
			return nil, valueErr("boolean array argument `obj` to delete must be one-dimensional and match the axis length of %d", n)
		}
		idx = NonZero(idx)[0]
	}
	if idx.dtype != Int64 {
		return nil, indexErr("arrays used as indices must be of integer (or boolean) type")
	}
	for _, k := range idx.Ints() {
		if k < -int64(n) || k >= int64(n) {
			return nil, indexErr("index %d is out of bounds for axis %d with size %d", k, ax, n)
		}
		keep[intWrap(int(k), n)] = false
	}
	return Compress(vector(keep), a, &ax)
}

// Insert puts values before the place idx along an axis (nil: flattened). Several places take one value each.
func Insert(a, idx, values *Array, axis *int) (*Array, error) {
	ax := 0
	var err error
	if axis == nil {
		if a, err = a.Ravel(); err != nil {
			return nil, err
		}
	} else if ax, err = NormAxis(*axis, len(a.shape)); err != nil {
		return nil, err
	}
	n := a.shape[ax]
	places := append([]int64(nil), idx.Ints()...)
	for i, k := range places {
		if k < -int64(n) || k > int64(n) {
			return nil, indexErr("index %d is out of bounds for axis %d with size %d", k, ax, n)
		}
		if k < 0 {
			places[i] = k + int64(n)
		}
	}
	count := len(places)
	vals := values
	if len(places) == 1 {
		for len(vals.shape) < len(a.shape) {
			vals = vals.AtLeast(len(vals.shape) + 1)
		}
		if len(idx.shape) == 0 && len(values.shape) > 0 { // NumPy moves the first axis of the values to ax
			if vals, err = vals.MoveAxes([]int{0}, []int{ax}); err != nil {
				return nil, err
			}
		}
		if len(vals.shape) == len(a.shape) {
			count = vals.shape[ax]
		}
		single := places[0]
		places = make([]int64, count)
		for i := range places {
			places[i] = single
		}
	}
	order := stableOrder(places, func(x, y int64) int { return int(x - y) })
	shape := append([]int(nil), a.shape...)
	shape[ax] += count
	out, err := New(a.dtype, shape...)
	if err != nil {
		return nil, err
	}
	isOld := make([]bool, shape[ax])
	for i := range isOld {
		isOld[i] = true
	}
	target := make([]int64, count)
	for rank, at := range order {
		target[at] = places[at] + int64(rank)
		isOld[target[at]] = false
	}
	pick := make([]Index, ax+1)
	for i := range pick {
		pick[i] = Colon()
	}
	pick[ax] = By(vector(isOld))
	if err := out.Set(a, pick...); err != nil {
		return nil, err
	}
	pick[ax] = By(vector(target))
	return out, out.Set(vals, pick...)
}
