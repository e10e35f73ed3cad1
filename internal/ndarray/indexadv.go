package ndarray

import "slices"

// soleMask returns the mask when the whole index is one boolean array over all dimensions.
func (a *Array) soleMask(parts []Index) *Array {
	if len(parts) == 1 && parts[0].kind == idxArray && parts[0].arr.dtype == Bool && len(a.shape) > 0 && sameShape(a.shape, parts[0].arr.shape) {
		return parts[0].arr
	}
	return nil
}

// CountTrue is the number of true elements of a boolean array.
func countTrue(m *Array) int {
	var l nest
	l.init(m.shape, false, m)
	s := block[bool](m)
	count := 0
	l.run(func() bool {
		if l.inner[0] == 1 {
			for _, b := range s[l.at[0] : l.at[0]+l.n] {
				if b {
					count++
				}
			}
			return true
		}
		for i := range l.n {
			if s[l.at[0]+i*l.inner[0]] {
				count++
			}
		}
		return true
	})
	return count
}

// compress is a[m] for a mask of a's shape.
func (a *Array) compress(m *Array) (*Array, error) {
	out, err := New(a.dtype, countTrue(m))
	if err != nil {
		return nil, err
	}
	switch a.dtype {
	case Bool:
		compressAs[bool](out, a, m)
	case Int64:
		compressAs[int64](out, a, m)
	case Float32:
		compressAs[float32](out, a, m)
	case Float64:
		compressAs[float64](out, a, m)
	default:
		compressAs[complex128](out, a, m)
	}
	return out, nil
}

func compressAs[T elem](out, a, m *Array) {
	var l nest
	l.init(a.shape, true, a, m)
	d, s, mask := block[T](out), block[T](a), block[bool](m)
	w := 0
	l.run(func() bool {
		p, q := l.at[0], l.at[1]
		for range l.n {
			if mask[q] {
				d[w] = s[p]
				w++
			}
			p += l.inner[0]
			q += l.inner[1]
		}
		return true
	})
}

// setMask is a[m] = v for a mask of a's shape.
func (a *Array) setMask(m, v *Array) error {
	if len(v.shape) > 1 {
		if v.size != 1 {
			return valueErr("NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, input has %d dimensions", len(v.shape))
		}
		v = v.reshaped(nil)
	}
	if v.size != 1 {
		if n := countTrue(m); n != v.size {
			return valueErr("NumPy boolean array indexing assignment cannot assign %d input values to the %d output values where the mask is true", v.size, n)
		}
	}
	v, err := v.asType(a.dtype)
	if err != nil {
		return err
	}
	switch a.dtype {
	case Bool:
		expandAs[bool](a, m, v)
	case Int64:
		expandAs[int64](a, m, v)
	case Float32:
		expandAs[float32](a, m, v)
	case Float64:
		expandAs[float64](a, m, v)
	default:
		expandAs[complex128](a, m, v)
	}
	return nil
}

func expandAs[T elem](a, m, v *Array) {
	var l nest
	l.init(a.shape, true, a, m)
	d, mask, s := block[T](a), block[bool](m), block[T](v)
	r, step := v.offset, 0
	if v.size != 1 {
		step = v.strides[0]
	}
	l.run(func() bool {
		p, q := l.at[0], l.at[1]
		for range l.n {
			if mask[q] {
				d[p] = s[r]
				r += step
			}
			p += l.inner[0]
			q += l.inner[1]
		}
		return true
	})
}

// advPlan is an evaluated index expression with array indices: the result's dimensions are lead basic ones, those of
// the broadcast index arrays, and the remaining basic ones.
type advPlan struct {
	a       *Array
	shape   []int // of the broadcast index arrays
	off     []int // the place in a's block for each of their elements
	basic   []int // lengths and strides of the basic dimensions
	strides []int
	lead    int
	mask    bool // written with a boolean array, which changes an error text
}

func (a *Array) plan(parts []Index) (*advPlan, error) {
	type advIndex struct {
		arr          *Array
		axis, stride int
		n            int
	}
	p := &advPlan{a: a}
	var advs []advIndex
	axis, offset := 0, a.offset
	seen, separated, open := false, false, false // array indices met; split by a basic one; the last part was one
	enter := func() {
		if !seen {
			p.lead = len(p.basic)
		} else if !open {
			separated = true
		}
		seen, open = true, true
	}
	var shapes [][]int
	for i := range parts {
		x := &parts[i]
		switch x.kind {
		case idxInt:
			enter()
			n := a.shape[axis]
			if x.n < -n || x.n >= n {
				return nil, indexErr("index %d is out of bounds for axis %d with size %d", x.n, axis, n)
			}
			offset += intWrap(x.n, n) * a.strides[axis]
			axis++
		case idxNew:
			p.basic, p.strides = append(p.basic, 1), append(p.strides, 0)
			open = false
		case idxEllipsis:
			open = false
		case idxSlice:
			start, count, step, err := x.resolve(a.shape[axis])
			if err != nil {
				return nil, err
			}
			if count > 0 {
				offset += start * a.strides[axis]
			}
			p.basic, p.strides = append(p.basic, count), append(p.strides, step*a.strides[axis])
			axis++
			open = false
		case idxArray:
			enter()
			if x.arr.dtype == Int64 {
				advs = append(advs, advIndex{x.arr, axis, a.strides[axis], a.shape[axis]})
				shapes = append(shapes, x.arr.shape)
				axis++
				continue
			}
			p.mask = true
			for k, n := range x.arr.shape {
				if n != a.shape[axis+k] {
					return nil, indexErr("boolean index did not match indexed array along axis %d; size of axis is %d but size of corresponding boolean axis is %d",
						axis+k, a.shape[axis+k], n)
				}
			}
			if len(x.arr.shape) == 0 { // True adds a dimension of length one, False of length zero
				n := 0
				if x.arr.BoolAt(0) {
					n = 1
				}
				shapes = append(shapes, []int{n})
				continue
			}
			for k, nz := range NonZero(x.arr) {
				advs = append(advs, advIndex{nz, axis + k, a.strides[axis+k], a.shape[axis+k]})
				shapes = append(shapes, nz.shape)
			}
			axis += len(x.arr.shape)
		}
	}
	if separated {
		p.lead = 0
	}
	shape, err := BroadcastShapes(shapes...)
	if err != nil {
		e := err.(*Error)
		return nil, indexErr("shape mismatch: indexing arrays could not be broadcast together with shapes %s", e.Msg[len("operands could not be broadcast together with shapes "):])
	}
	p.shape = shape
	total, err := CheckShape(Int64, shape)
	if err != nil {
		return nil, err
	}
	p.off = make([]int, total)
	for i := range p.off {
		p.off[i] = offset
	}
	offs := &Array{shape: shape, strides: make([]int, len(shape)), size: total}
	setRowMajor(offs.strides, shape)
	for _, ix := range advs {
		if err := p.addIndex(offs, ix.arr, ix.axis, ix.stride, ix.n); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// addIndex adds stride*index to the offsets, checking bounds.
func (p *advPlan) addIndex(offs, arr *Array, axis, stride, n int) error {
	var l nest
	l.init(p.shape, false, offs, arr)
	s := block[int64](arr)
	var err error
	l.run(func() bool {
		w, r := l.at[0], l.at[1]
		for range l.n {
			k := int(s[r])
			if uint(k) >= uint(n) {
				if k < -n || k >= n {
					err = indexErr("index %d is out of bounds for axis %d with size %d", k, axis, n)
					return false
				}
				k += n
			}
			p.off[w] += k * stride
			w += l.inner[0]
			r += l.inner[1]
		}
		return true
	})
	return err
}

func intWrap(i, n int) int {
	if i < 0 {
		return i + n
	}
	return i
}

// result is the shape of the indexed result.
func (p *advPlan) result() []int {
	return slices.Concat(p.basic[:p.lead], p.shape, p.basic[p.lead:])
}

func (p *advPlan) gather() (*Array, error) {
	out, err := New(p.a.dtype, p.result()...)
	if err != nil {
		return nil, err
	}
	p.transfer(out, false)
	return out, nil
}

func (p *advPlan) scatter(v *Array) error {
	shape := p.result()
	if !fits(shape, v.shape) {
		return valueErr("shape mismatch: value array of shape %s could not be broadcast to indexing result of shape %s",
			ShapeString(v.shape), ShapeString(shape))
	}
	for len(v.shape) > len(shape) {
		v = v.view(v.shape[1:], v.strides[1:], v.offset)
	}
	v, err := v.asType(p.a.dtype)
	if err != nil {
		return err
	}
	if v, err = v.BroadcastTo(shape...); err != nil {
		return err
	}
	p.transfer(v, true)
	return nil
}

// transfer copies between the indexed elements of p.a and o, which has the result's shape: into o, or out of it when
// store is set.
func (p *advPlan) transfer(o *Array, store bool) {
	switch p.a.dtype {
	case Bool:
		transferAs[bool](p, o, store)
	case Int64:
		transferAs[int64](p, o, store)
	case Float32:
		transferAs[float32](p, o, store)
	case Float64:
		transferAs[float64](p, o, store)
	default:
		transferAs[complex128](p, o, store)
	}
}

func transferAs[T elem](p *advPlan, o *Array, store bool) {
	if len(p.off) == 0 || o.size == 0 {
		return
	}
	nb := len(p.shape)
	// The two sides as arrays over the basic dimensions.
	side := &Array{shape: p.basic, strides: p.strides}
	other := &Array{shape: p.basic, strides: slices.Concat(o.strides[:p.lead], o.strides[p.lead+nb:]), offset: o.offset}
	var l nest
	l.init(p.basic, true, side, other)
	// Places of o for each element of the index arrays.
	bst := o.strides[p.lead : p.lead+nb]
	ooff := make([]int, len(p.off))
	fillOffsets(ooff, p.shape, bst)
	x, y := block[T](p.a), block[T](o)
	if l.n >= 4 || len(l.shape) == 0 && l.n > 1 {
		start := l.at
		for b, off := range p.off {
			l.at[0], l.at[1] = start[0]+off, start[1]+ooff[b]
			l.run(func() bool {
				s, d := vec[T]{x, l.at[0], l.inner[0]}, vec[T]{y, l.at[1], l.inner[1]}
				if store {
					s, d = d, s
				}
				if s.inc == 1 && d.inc == 1 {
					copy(d.run(l.n), s.run(l.n))
				} else {
					posLoop(l.n, d, s)
				}
				return true
			})
		}
		return
	}
	l.run(func() bool {
		for k := range l.n {
			ps, po := l.at[0]+k*l.inner[0], l.at[1]+k*l.inner[1]
			if store {
				for b, off := range p.off {
					x[ps+off] = y[po+ooff[b]]
				}
			} else {
				for b, off := range p.off {
					y[po+ooff[b]] = x[ps+off]
				}
			}
		}
		return true
	})
}

// fillOffsets lists the offsets of all elements of a strided shape in row-major order.
func fillOffsets(dst, shape, strides []int) {
	idx := make([]int, len(shape))
	p := 0
	for i := range dst {
		dst[i] = p
		for k := len(shape) - 1; k >= 0; k-- {
			idx[k]++
			p += strides[k]
			if idx[k] < shape[k] {
				break
			}
			p -= strides[k] * shape[k]
			idx[k] = 0
		}
	}
}

// NonZero returns the indices of the elements that are not zero, one array per dimension, in row-major order.
func NonZero(a *Array) []*Array {
	if len(a.shape) == 0 {
		a = a.AtLeast(1)
	}
	nz := a
	if a.dtype != Bool {
		nz, _, _ = NotEqual.Call(a, scalar(0.0), nil)
	}
	n := countTrue(nz)
	nd := len(a.shape)
	cols := make([][]int64, nd)
	for k := range cols {
		cols[k] = make([]int64, 0, n)
	}
	s := block[bool](nz)
	idx := make([]int64, nd)
	p := nz.offset
	inner, last := nz.strides[nd-1], nz.shape[nd-1]
	for range nz.size / max(last, 1) {
		q := p
		for i := range last {
			if s[q] {
				for k := range nd - 1 {
					cols[k] = append(cols[k], idx[k])
				}
				cols[nd-1] = append(cols[nd-1], int64(i))
			}
			q += inner
		}
		for k := nd - 2; k >= 0; k-- {
			idx[k]++
			p += nz.strides[k]
			if idx[k] < int64(nz.shape[k]) {
				break
			}
			p -= nz.strides[k] * nz.shape[k]
			idx[k] = 0
		}
	}
	out := make([]*Array, nd)
	for k := range out {
		out[k] = vector(cols[k])
	}
	return out
}
