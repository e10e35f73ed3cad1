package ndarray

// Index is one part of an index expression. The zero value is a full slice.
type Index struct {
	kind            indexKind
	n               int // the integer
	start, stop     int
	step            int
	noStart, noStop bool
	arr             *Array
}

type indexKind uint8

const (
	idxSlice indexKind = iota
	idxInt
	idxNew
	idxEllipsis
	idxArray
)

// At is an integer index, counted from the end when negative.
func At(i int) Index { return Index{kind: idxInt, n: i} }

// Colon is the slice ":".
func Colon() Index { return Index{step: 1, noStart: true, noStop: true} }

// Span is the slice start:stop.
func Span(start, stop int) Index { return Index{start: start, stop: stop, step: 1} }

// Slice is start:stop:step; nil leaves a part out. A zero step is refused when the index is used.
func Slice(start, stop, step *int) Index {
	x := Index{step: 1, noStart: start == nil, noStop: stop == nil}
	if start != nil {
		x.start = *start
	}
	if stop != nil {
		x.stop = *stop
	}
	if step != nil {
		x.step = *step
	}
	return x
}

// NewAxis inserts a dimension of length one.
func NewAxis() Index { return Index{kind: idxNew} }

// Ellipsis stands for as many full slices as fit.
func Ellipsis() Index { return Index{kind: idxEllipsis} }

// By indexes with an integer or boolean array.
func By(a *Array) Index { return Index{kind: idxArray, arr: a} }

// resolve applies Python's rules for slices to a dimension of length n.
func (x *Index) resolve(n int) (start, count, step int, err error) {
	step = x.step
	if step == 0 {
		return 0, 0, 0, valueErr("slice step cannot be zero")
	}
	start, stop := x.start, x.stop
	lo, hi := 0, n
	if step < 0 {
		lo, hi = -1, n-1
	}
	clamp := func(v int) int {
		if v < 0 {
			if v += n; v < lo {
				v = lo
			}
		} else if v > hi {
			v = hi
		}
		return v
	}
	switch {
	case !x.noStart:
		start = clamp(start)
	case step > 0:
		start = 0
	default:
		start = n - 1
	}
	switch {
	case !x.noStop:
		stop = clamp(stop)
	case step > 0:
		stop = n
	default:
		stop = -1
	}
	switch {
	case step > 0 && start < stop:
		count = (stop-start-1)/step + 1
	case step < 0 && start > stop:
		count = (start-stop-1)/(-step) + 1
	}
	return start, count, step, nil
}

// Get evaluates a[idx...]: a view for basic indices, a copy when boolean or integer arrays take part.
func (a *Array) Get(idx ...Index) (*Array, error) {
	if a.simple(idx) {
		return a.basic(idx)
	}
	parts, advanced, err := a.expand(idx)
	if err != nil {
		return nil, err
	}
	if advanced {
		if m := a.soleMask(parts); m != nil {
			return a.compress(m)
		}
		p, err := a.plan(parts)
		if err != nil {
			return nil, err
		}
		return p.gather()
	}
	return a.basic(parts)
}

// Set evaluates a[idx...] = v with broadcasting and conversion.
func (a *Array) Set(v *Array, idx ...Index) error {
	if a.readonly {
		return valueErr("assignment destination is read-only")
	}
	if a.simple(idx) {
		dst, err := a.basic(idx)
		if err != nil {
			return err
		}
		return dst.Assign(v)
	}
	parts, advanced, err := a.expand(idx)
	if err != nil {
		return err
	}
	if advanced {
		if v.SharesMemory(a) {
			if v, err = v.Copy(); err != nil {
				return err
			}
		}
		if m := a.soleMask(parts); m != nil {
			return a.setMask(m, v)
		}
		p, err := a.plan(parts)
		if err != nil {
			return err
		}
		return p.scatter(v)
	}
	dst, err := a.basic(parts)
	if err != nil {
		return err
	}
	return dst.Assign(v)
}

// simple reports an index of integers, slices and new axes that does not name too many dimensions.
func (a *Array) simple(idx []Index) bool {
	used := 0
	for i := range idx {
		switch idx[i].kind {
		case idxInt, idxSlice:
			used++
		case idxNew:
		default:
			return false
		}
	}
	return used <= len(a.shape)
}

// place returns the place in the block of the element at integer indices, one per dimension.
func (a *Array) place(idx []int) (int, error) {
	p := a.offset
	for k, i := range idx {
		n := a.shape[k]
		if i < -n || i >= n {
			return 0, indexErr("index %d is out of bounds for axis %d with size %d", i, k, n)
		}
		if i < 0 {
			i += n
		}
		p += i * a.strides[k]
	}
	return p, nil
}

// At returns the element at integer indices as a 0-dimensional view.
func (a *Array) At(idx ...int) (*Array, error) {
	if len(idx) > len(a.shape) {
		return nil, a.tooMany(len(idx))
	}
	p, err := a.place(idx)
	if err != nil {
		return nil, err
	}
	return a.view(a.shape[len(idx):], a.strides[len(idx):], p), nil
}

// Place returns the place in the block of the element i of a 1-dimensional array.
func (a *Array) Place(i int) (int, error) {
	n := a.shape[0]
	if uint(i) >= uint(n) {
		if i < -n || i >= n {
			return 0, indexErr("index %d is out of bounds for axis 0 with size %d", i, n)
		}
		i += n
	}
	return a.offset + i*a.strides[0], nil
}

// FloatIn and IntIn read a float64 or int64 array at a place of its block.
func (a *Array) FloatIn(place int) float64 { return block[float64](a)[place] }
func (a *Array) IntIn(place int) int64     { return block[int64](a)[place] }

func (a *Array) tooMany(n int) error {
	return indexErr("too many indices for array: array is %d-dimensional, but %d were indexed", len(a.shape), n)
}

// expand replaces the ellipsis, pads with full slices, and turns boolean arrays that do not stand alone into integer
// arrays. It reports whether array indices occur.
func (a *Array) expand(idx []Index) (parts []Index, advanced bool, err error) {
	used, ellipsis := 0, -1
	for i, x := range idx {
		switch x.kind {
		case idxInt, idxSlice:
			used++
		case idxEllipsis:
			if ellipsis >= 0 {
				return nil, false, indexErr("an index can only have a single ellipsis ('...')")
			}
			ellipsis = i
		case idxArray:
			advanced = true
			switch x.arr.dtype {
			case Bool:
				used += len(x.arr.shape)
			case Int64:
				used++
			default:
				return nil, false, indexErr("arrays used as indices must be of integer (or boolean) type")
			}
		}
	}
	if used > len(a.shape) {
		return nil, false, a.tooMany(used)
	}
	parts = make([]Index, 0, len(idx)+len(a.shape)-used)
	pad := func() {
		for range len(a.shape) - used {
			parts = append(parts, Colon())
		}
	}
	for i, x := range idx {
		if i == ellipsis {
			if advanced && used == len(a.shape) { // still separates array indices
				parts = append(parts, Index{kind: idxEllipsis})
			}
			pad()
			continue
		}
		parts = append(parts, x)
	}
	if ellipsis < 0 {
		pad()
	}
	return parts, advanced, nil
}

// basic is the view for integers, slices and new axes; dimensions that parts does not name are kept.
func (a *Array) basic(parts []Index) (*Array, error) {
	var small [8]int
	dims := small[:]
	if most := 2 * (len(parts) + len(a.shape)); most > len(dims) {
		dims = make([]int, most)
	}
	shape, strides := dims[:0:len(dims)/2], dims[len(dims)/2:len(dims)/2]
	offset, axis, size := a.offset, 0, 1
	for i := range parts {
		x := &parts[i]
		switch x.kind {
		case idxInt:
			n := a.shape[axis]
			k := x.n
			if k < -n || k >= n {
				return nil, indexErr("index %d is out of bounds for axis %d with size %d", k, axis, n)
			}
			if k < 0 {
				k += n
			}
			offset += k * a.strides[axis]
			axis++
		case idxNew:
			shape, strides = append(shape, 1), append(strides, 0)
		case idxSlice:
			start, count, step, err := x.resolve(a.shape[axis])
			if err != nil {
				return nil, err
			}
			if count > 0 {
				offset += start * a.strides[axis]
			}
			shape, strides = append(shape, count), append(strides, step*a.strides[axis])
			size *= count
			axis++
		}
	}
	for ; axis < len(a.shape); axis++ {
		shape, strides = append(shape, a.shape[axis]), append(strides, a.strides[axis])
		size *= a.shape[axis]
	}
	if size == 0 {
		offset = 0
	}
	base := a.base
	if base == nil {
		base = a
	}
	v := &Array{dtype: a.dtype, readonly: a.readonly, size: size, offset: offset, data: a.data, n: a.n, base: base}
	v.setDims(shape, strides)
	return v, nil
}

// SetFloat assigns to one element of a 1-dimensional float64 array.
func (a *Array) SetFloat(i int, x float64) error {
	if a.readonly {
		return valueErr("assignment destination is read-only")
	}
	p, err := a.place([]int{i})
	if err != nil {
		return err
	}
	block[float64](a)[p] = x
	return nil
}
