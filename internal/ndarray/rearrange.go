package ndarray

// Flip is the view reversed along axes; nil reverses all.
func Flip(a *Array, axes []int) (*Array, error) {
	on := make([]bool, len(a.shape))
	if axes == nil {
		for i := range on {
			on[i] = true
		}
	} else {
		norm, err := NormAxes(axes, len(a.shape))
		if err != nil {
			return nil, err
		}
		for _, ax := range norm {
			on[ax] = true
		}
	}
	strides, offset := append([]int(nil), a.strides...), a.offset
	for i, flip := range on {
		if flip && a.shape[i] > 0 {
			offset += strides[i] * (a.shape[i] - 1)
			strides[i] = -strides[i]
		}
	}
	if a.size == 0 {
		offset = a.offset
	}
	return a.view(a.shape, strides, offset), nil
}

// Roll shifts elements along axes, those that leave at one end entering at the other. Nil axes: flattened.
func Roll(a *Array, shifts, axes []int) (*Array, error) {
	if axes == nil {
		f, err := a.Ravel()
		if err != nil {
			return nil, err
		}
		total := 0
		for _, s := range shifts {
			total += s
		}
		r, err := Roll(f, []int{total}, []int{0})
		if err != nil {
			return nil, err
		}
		return r.Reshape(a.shape...)
	}
	if len(shifts) != len(axes) {
		switch {
		case len(shifts) == 1:
			s := make([]int, len(axes))
			for i := range s {
				s[i] = shifts[0]
			}
			shifts = s
		case len(axes) == 1:
			x := make([]int, len(shifts))
			for i := range x {
				x[i] = axes[0]
			}
			axes = x
		default:
			return nil, valueErr("shape mismatch: objects cannot be broadcast to a single shape")
		}
	}
	by := make([]int, len(a.shape))
	for i, ax := range axes {
		n, err := NormAxis(ax, len(a.shape))
		if err != nil {
			return nil, err
		}
		by[n] += shifts[i]
	}
	out, err := New(a.dtype, a.shape...)
	if err != nil || a.size == 0 {
		return out, err
	}
	rollInto(out, a, by, 0)
	return out, nil
}

// rollInto copies block by block: each axis that moves splits the array in two.
func rollInto(dst, src *Array, by []int, axis int) {
	for ; axis < len(by); axis++ {
		n := src.shape[axis]
		k := int(intMod(int64(by[axis]), int64(n)))
		if k == 0 {
			continue
		}
		rollInto(dst.part1(axis, k, n), src.part1(axis, 0, n-k), by, axis+1)
		rollInto(dst.part1(axis, 0, k), src.part1(axis, n-k, n), by, axis+1)
		return
	}
	copyInto(dst, src)
}

// part1 is the slice lo:hi of one axis.
func (a *Array) part1(axis, lo, hi int) *Array {
	shape := append([]int(nil), a.shape...)
	shape[axis] = hi - lo
	return a.view(shape, a.strides, a.offset+lo*a.strides[axis])
}

// Rot90 turns the plane of two axes k quarter turns from the first towards the second, as a view.
func Rot90(a *Array, k, axis1, axis2 int) (*Array, error) {
	nd := len(a.shape)
	i, err := NormAxis(axis1, nd)
	if err != nil {
		return nil, valueErr("Axes=(%d, %d) out of range for array of ndim=%d.", axis1, axis2, nd)
	}
	j, err := NormAxis(axis2, nd)
	if err != nil {
		return nil, valueErr("Axes=(%d, %d) out of range for array of ndim=%d.", axis1, axis2, nd)
	}
	if i == j {
		return nil, valueErr("Axes must be different.")
	}
	switch intMod(int64(k), 4) {
	case 0:
		return a.view(a.shape, a.strides, a.offset), nil
	case 2:
		return Flip(a, []int{i, j})
	case 1:
		f, err := Flip(a, []int{j})
		if err != nil {
			return nil, err
		}
		return f.SwapAxes(i, j)
	}
	s, err := a.SwapAxes(i, j)
	if err != nil {
		return nil, err
	}
	return Flip(s, []int{j})
}

// PadMode names a rule of Pad.
type PadMode string

// Pad adds before[i] and after[i] elements at the ends of dimension i. The modes are constant, edge, linear_ramp,
// maximum, mean, minimum (of the whole axis), reflect, symmetric, wrap and empty; values holds the constants or end values per
// dimension, (0, 0) by default.
func Pad(a *Array, before, after []int, mode PadMode, values [][2]float64) (*Array, error) {
	shape := make([]int, len(a.shape))
	for i, n := range a.shape {
		if before[i] < 0 || after[i] < 0 {
			return nil, valueErr("index can't contain negative values")
		}
		shape[i] = n + before[i] + after[i]
	}
	switch mode {
	case "constant", "edge", "linear_ramp", "maximum", "mean", "minimum", "reflect", "symmetric", "wrap", "empty":
	case "median":
		return nil, errf(NotProvided, "pad mode 'median' is not provided by Monge")
	default:
		return nil, valueErr("mode '%s' is not supported", string(mode))
	}
	out, err := New(a.dtype, shape...)
	if err != nil {
		return nil, err
	}
	inner := out
	for i, n := range a.shape {
		inner = inner.part1(i, before[i], before[i]+n)
	}
	copyInto(inner, a)
	if mode == "empty" {
		return out, nil
	}
	// Axis by axis; what is done already along earlier axes is padded along with the rest.
	for ax, n := range a.shape {
		wide := out
		for k, m := range a.shape {
			if k > ax {
				wide = wide.part1(k, before[k], before[k]+m)
			}
		}
		if n == 0 && mode != "constant" && before[ax]+after[ax] > 0 {
			return nil, valueErr("can't extend empty axis %d using modes other than 'constant' or 'empty'", ax)
		}
		if err := padAxis(wide, ax, before[ax], n, after[ax], mode, padValue(values, ax)); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func padValue(values [][2]float64, ax int) [2]float64 {
	switch {
	case ax < len(values):
		return values[ax]
	case len(values) == 1:
		return values[0]
	}
	return [2]float64{}
}

func padAxis(a *Array, ax, lo, n, hi int, mode PadMode, v [2]float64) error {
	total := lo + n + hi
	slab := func(i int) *Array { return a.part1(ax, i, i+1) }
	core := a.part1(ax, lo, lo+n)
	switch mode {
	case "constant":
		copyInto(a.part1(ax, 0, lo), FloatScalar(v[0]))
		copyInto(a.part1(ax, lo+n, total), FloatScalar(v[1]))
		return nil
	case "maximum", "minimum", "mean":
		o := ReduceOpts{Axes: []int{ax}, KeepDims: true}
		f := Max
		switch mode {
		case "minimum":
			f = Min
		case "mean":
			f = Mean
		}
		s, err := f(core, o)
		if err != nil {
			return err
		}
		if mode == "mean" && a.dtype == Int64 {
			if s, _, err = Rint.Call(s, nil); err != nil {
				return err
			}
		}
		copyInto(a.part1(ax, 0, lo), s)
		copyInto(a.part1(ax, lo+n, total), s)
		return nil
	case "linear_ramp":
		ramp := func(edge int, end float64, count int, place func(k int) int) error {
			if count == 0 {
				return nil
			}
			y, _, err := Linspace(FloatScalar(end), slab(edge), count, false, 0, nil)
			if err != nil {
				return err
			}
			if a.dtype == Int64 {
				if y, _, err = Trunc.Call(y, nil); err != nil {
					return err
				}
			}
			for k := range count {
				e, err := y.At(k)
				if err != nil {
					return err
				}
				copyInto(slab(place(k)), e)
			}
			return nil
		}
		if err := ramp(lo, v[0], lo, func(k int) int { return k }); err != nil {
			return err
		}
		return ramp(lo+n-1, v[1], hi, func(k int) int { return total - 1 - k })
	}
	source := func(i int) int { // place in 0..n-1 for coordinate i relative to the core
		switch mode {
		case "edge":
			return max(0, min(i, n-1))
		case "wrap":
			return int(intMod(int64(i), int64(n)))
		case "symmetric":
			k := int(intMod(int64(i), int64(2*n)))
			if k >= n {
				k = 2*n - 1 - k
			}
			return k
		}
		if n == 1 {
			return 0
		}
		k := int(intMod(int64(i), int64(2*n-2)))
		if k >= n {
			k = 2*n - 2 - k
		}
		return k
	}
	for i := range total {
		if i < lo || i >= lo+n {
			copyInto(slab(i), slab(lo+source(i-lo)))
		}
	}
	return nil
}

// UnravelIndex converts flat indices to one array per dimension.
func UnravelIndex(idx *Array, shape []int, fortran bool) ([]*Array, error) {
	total := product(shape)
	out := make([]*Array, len(shape))
	for k := range out {
		a, err := New(Int64, idx.shape...)
		if err != nil {
			return nil, err
		}
		out[k] = a
	}
	for i, v := range idx.Ints() {
		if v < 0 || v >= int64(total) {
			return nil, valueErr("index %d is out of bounds for array with size %d", v, total)
		}
		for j := range shape {
			k := len(shape) - 1 - j
			if fortran {
				k = j
			}
			elems[int64](out[k])[i] = v % int64(shape[k])
			v /= int64(shape[k])
		}
	}
	return out, nil
}

// RavelMultiIndex is the inverse of UnravelIndex.
func RavelMultiIndex(multi []*Array, shape []int) (*Array, error) {
	if len(multi) != len(shape) {
		return nil, valueErr("parameter multi_index must be a sequence of length %d", len(shape))
	}
	all, err := BroadcastArrays(multi...)
	if err != nil {
		return nil, err
	}
	out, err := New(Int64, all[0].shape...)
	if err != nil {
		return nil, err
	}
	d := elems[int64](out)
	for k, a := range all {
		for i, v := range a.Ints() {
			if v < 0 || v >= int64(shape[k]) {
				return nil, valueErr("invalid entry in coordinates array")
			}
			d[i] = d[i]*int64(shape[k]) + v
		}
	}
	return out, nil
}

// ArgWhere lists the indices of elements that are not zero in rows.
func ArgWhere(a *Array) (*Array, error) {
	if len(a.shape) == 0 {
		n := 0
		if a.BoolAt(0) {
			n = 1
		}
		return New(Int64, n, 0)
	}
	return Stack(NonZero(a), 1, nil)
}
