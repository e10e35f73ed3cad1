package ndarray

// Where takes from x where cond is true and from y elsewhere, all broadcast.
func Where(cond, x, y *Array) (*Array, error) {
	d := ResultType(x, y)
	shape, err := BroadcastShapes(cond.shape, x.shape, y.shape)
	if err != nil {
		return nil, err
	}
	out, err := newLike(d, shape, []*Array{cond, x, y})
	if err != nil {
		return nil, err
	}
	switch d {
	case Bool:
		whereAs[bool](out, cond, x, y)
	case Int64:
		whereAs[int64](out, cond, x, y)
	case Float32:
		whereAs[float32](out, cond, x, y)
	case Float64:
		whereAs[float64](out, cond, x, y)
	default:
		whereAs[complex128](out, cond, x, y)
	}
	return out, nil
}

func whereAs[T elem](out, cond, x, y *Array) {
	var l nest
	l.init(out.shape, false, out, cond, x, y)
	d := block[T](out)
	c, p, q := newOperand[bool](cond), newOperand[T](x), newOperand[T](y)
	step := l.n
	if c.direct == nil || p.direct == nil || q.direct == nil {
		step = min(step, castChunk)
	}
	l.run(func() bool {
		for k := 0; k < l.n; k += step {
			n := min(step, l.n-k)
			at := l.at[0] + k*l.inner[0]
			cv := c.vec(l.at[1]+k*l.inner[1], l.inner[1], n)
			pv := p.vec(l.at[2]+k*l.inner[2], l.inner[2], n)
			qv := q.vec(l.at[3]+k*l.inner[3], l.inner[3], n)
			for range n {
				if cv.s[cv.at] {
					d[at] = pv.s[pv.at]
				} else {
					d[at] = qv.s[qv.at]
				}
				at += l.inner[0]
				cv.at += cv.inc
				pv.at += pv.inc
				qv.at += qv.inc
			}
		}
		return true
	})
}

// Clip limits a to [lo, hi]; either bound may be nil.
func Clip(a, lo, hi *Array) (*Array, error) { return ClipOut(a, lo, hi, nil) }

// ClipOut is Clip into out.
func ClipOut(a, lo, hi, out *Array) (r *Array, err error) {
	switch {
	case lo == nil && hi == nil:
		r, _, err = Positive.Call(a, out)
		return r, err
	case lo == nil:
		r, _, err = Minimum.Call(a, hi, out)
		return r, err
	case hi == nil:
		r, _, err = Maximum.Call(a, lo, out)
		return r, err
	}
	d := ResultType(a, lo, hi)
	if r, _, err = Maximum.Call(a, lo, nil); err != nil {
		return nil, err
	}
	if r, err = r.asType(d); err != nil {
		return nil, err
	}
	dst := out
	if dst == nil && sameShapeAfter(r.shape, hi.shape) {
		dst = r
	}
	r, _, err = Minimum.Call(r, hi, dst)
	return r, err
}

// sameShapeAfter reports whether broadcasting b leaves shape a.
func sameShapeAfter(a, b []int) bool {
	s, err := broadcast2(a, b)
	return err == nil && sameShape(s, a)
}

// TakeMode says what Take does with indices out of bounds.
type TakeMode uint8

// The modes of Take.
const (
	TakeRaise TakeMode = iota
	TakeWrap
	TakeClip
)

// Take picks elements by index along an axis; a nil axis flattens.
func Take(a, idx *Array, axis *int, mode TakeMode) (*Array, error) {
	ax := 0
	var err error
	if axis == nil {
		if a, err = a.Ravel(); err != nil {
			return nil, err
		}
	} else if ax, err = NormAxis(*axis, len(a.shape)); err != nil {
		return nil, err
	}
	if idx.dtype == Bool {
		idx, _ = idx.AsType(Int64)
	}
	if idx.dtype != Int64 {
		return nil, typeErr("Cannot cast array data from dtype('%s') to dtype('int64') according to the rule 'safe'", idx.dtype)
	}
	if len(a.shape) == 0 {
		a = a.AtLeast(1)
	}
	if idx, err = fixIndices(idx, a.shape[ax], mode); err != nil {
		return nil, err
	}
	if mode == TakeRaise && a.shape[ax] == 0 && idx.size > 0 {
		return nil, indexErr("cannot do a non-empty take from an empty axes.")
	}
	parts := make([]Index, 0, ax+1)
	for range ax {
		parts = append(parts, Colon())
	}
	return a.Get(append(parts, By(idx))...)
}

func fixIndices(idx *Array, n int, mode TakeMode) (*Array, error) {
	if mode == TakeRaise {
		return idx, nil
	}
	c, err := idx.AsType(Int64)
	if err != nil {
		return nil, err
	}
	for i, k := range elems[int64](c) {
		if n == 0 {
			return nil, indexErr("cannot do a non-empty take from an empty axes.")
		}
		if mode == TakeWrap {
			k = intMod(k, int64(n))
		} else {
			k = max(0, min(k, int64(n-1)))
		}
		elems[int64](c)[i] = k
	}
	return c, nil
}

// alongAxis builds the index expression of take_along_axis.
func alongAxis(a, idx *Array, axis int) ([]Index, error) {
	ax, err := NormAxis(axis, len(a.shape))
	if err != nil {
		return nil, err
	}
	if idx.dtype != Int64 {
		return nil, indexErr("`indices` must be an integer array")
	}
	if len(idx.shape) != len(a.shape) {
		return nil, valueErr("`indices` and `arr` must have the same number of dimensions")
	}
	parts := make([]Index, len(a.shape))
	for k, n := range a.shape {
		if k == ax {
			parts[k] = By(idx)
			continue
		}
		r, err := Arange(IntScalar(0), IntScalar(int64(n)), IntScalar(1), Int64)
		if err != nil {
			return nil, err
		}
		col := make([]int, len(a.shape))
		for i := range col {
			col[i] = 1
		}
		col[k] = n
		parts[k] = By(r.reshaped(col))
	}
	return parts, nil
}

// TakeAlongAxis picks by an index array matched to a along the other axes, as ArgSort returns it.
func TakeAlongAxis(a, idx *Array, axis int) (*Array, error) {
	parts, err := alongAxis(a, idx, axis)
	if err != nil {
		return nil, err
	}
	return a.Get(parts...)
}

// PutAlongAxis assigns where TakeAlongAxis picks.
func PutAlongAxis(a, idx, v *Array, axis int) error {
	parts, err := alongAxis(a, idx, axis)
	if err != nil {
		return err
	}
	return a.Set(v, parts...)
}

// Put assigns v, repeated, at flat indices.
func Put(a, idx, v *Array, mode TakeMode) error {
	if a.readonly {
		return valueErr("assignment destination is read-only")
	}
	idx, err := idx.AsType(Int64)
	if err != nil {
		return err
	}
	if idx, err = fixIndices(idx, a.size, mode); err != nil {
		return err
	}
	if v, err = v.AsType(a.dtype); err != nil {
		return err
	}
	if v.size == 0 {
		return nil
	}
	for i, k := range elems[int64](idx) {
		if k < 0 {
			k += int64(a.size)
		}
		if k < 0 || k >= int64(a.size) {
			return indexErr("index %d is out of bounds for axis 0 with size %d", elems[int64](idx)[i], a.size)
		}
		copyInto(a.element(int(k)), v.element(i%v.size))
	}
	return nil
}

// element is the 0-dimensional view of the element with flat index i.
func (a *Array) element(i int) *Array { return a.view(nil, nil, a.position(i)) }

// CopyTo assigns src to dst where the mask, nil for everywhere, is true.
func CopyTo(dst, src, where *Array, rule Casting) error {
	if !src.weak && !CanCast(src.dtype, dst.dtype, rule) {
		return typeErr("Cannot cast array data from dtype('%s') to dtype('%s') according to the rule '%s'", src.dtype, dst.dtype, rule)
	}
	if where == nil {
		return dst.Assign(src)
	}
	if dst.readonly {
		return valueErr("assignment destination is read-only")
	}
	if !fits(dst.shape, src.shape) {
		return valueErr("could not broadcast input array from shape %s into shape %s", ShapeString(src.shape), ShapeString(dst.shape))
	}
	if !fits(dst.shape, where.shape) {
		return valueErr("could not broadcast where mask from shape %s into shape %s", ShapeString(where.shape), ShapeString(dst.shape))
	}
	s, err := src.AsType(dst.dtype)
	if err != nil {
		return err
	}
	r, err := Where(where, s, dst)
	if err != nil {
		return err
	}
	return dst.Assign(r)
}

// Compress picks the slices along an axis where cond is true; cond may be shorter. A nil axis flattens.
func Compress(cond, a *Array, axis *int) (*Array, error) {
	if len(cond.shape) != 1 {
		return nil, valueErr("condition must be a 1-d array")
	}
	b, err := cond.AsType(Bool)
	if err != nil {
		return nil, err
	}
	return Take(a, NonZero(b)[0], axis, TakeRaise)
}

// Select takes each element from the choice of the first condition that holds, else from def.
func Select(conds, choices []*Array, def *Array) (*Array, error) {
	if len(conds) != len(choices) {
		return nil, valueErr("list of cases must be same length as list of conditions")
	}
	if len(conds) == 0 {
		return nil, valueErr("select with an empty condition list is not possible")
	}
	for i, c := range conds {
		if c.dtype != Bool {
			return nil, typeErr("invalid entry %d in condlist: should be boolean ndarray", i)
		}
	}
	d := ResultType(append(append([]*Array(nil), choices...), def)...)
	out, err := def.AsType(d)
	if err != nil {
		return nil, err
	}
	for i := len(conds) - 1; i >= 0; i-- {
		if out, err = Where(conds[i], choices[i], out); err != nil {
			return nil, err
		}
	}
	return out.asType(d)
}

// Choose takes each element from choices[a].
func Choose(a *Array, choices []*Array, mode TakeMode) (*Array, error) {
	if a.dtype != Int64 && a.dtype != Bool {
		return nil, typeErr("Cannot cast array data from dtype('%s') to dtype('int64') according to the rule 'safe'", a.dtype)
	}
	a, err := a.AsType(Int64)
	if err != nil {
		return nil, err
	}
	if a, err = fixIndices(a, len(choices), mode); err != nil {
		return nil, err
	}
	all, err := BroadcastArrays(append([]*Array{a}, choices...)...)
	if err != nil {
		return nil, err
	}
	out, err := New(ResultType(choices...), all[0].shape...)
	if err != nil {
		return nil, err
	}
	for i := range out.size {
		k := all[0].IntAt(i)
		if k < 0 || k >= int64(len(choices)) {
			return nil, valueErr("invalid entry in choice array")
		}
		copyInto(out.element(i), all[k+1].element(i))
	}
	return out, nil
}
