package ndarray

// ArgMax and ArgMin return the place of the first extreme along an axis; a nil axis flattens. NaN is extreme.
func ArgMax(a *Array, axis *int, keepdims bool) (*Array, error) {
	return argExtreme(a, axis, keepdims, "argmax")
}

func ArgMin(a *Array, axis *int, keepdims bool) (*Array, error) {
	return argExtreme(a, axis, keepdims, "argmin")
}

func argExtreme(a *Array, axis *int, keepdims bool, name string) (*Array, error) {
	nd, ax := len(a.shape), 0
	src := a
	var err error
	if axis == nil {
		if src, err = a.Ravel(); err != nil {
			return nil, err
		}
	} else if ax, err = NormAxis(*axis, max(nd, 1)); err != nil {
		return nil, err
	} else if nd == 0 {
		src = a.AtLeast(1)
	}
	if n := src.shape[ax]; n == 0 && src.size == 0 {
		rest := 1
		for i, m := range src.shape {
			if i != ax {
				rest *= m
			}
		}
		if rest > 0 {
			return nil, valueErr("attempt to get %s of an empty sequence", name)
		}
	}
	shape := append([]int(nil), src.shape...)
	shape[ax] = 1
	out, err := New(Int64, shape...)
	if err != nil {
		return nil, err
	}
	if out.size > 0 {
		switch a.dtype {
		case Bool:
			argLanes(out, src, ax, name == "argmax", func(x, y bool) bool { return !x && y }, func(bool) bool { return false })
		case Int64:
			argLanes(out, src, ax, name == "argmax", func(x, y int64) bool { return x < y }, func(int64) bool { return false })
		case Float32:
			argLanes(out, src, ax, name == "argmax", func(x, y float32) bool { return x < y }, func(x float32) bool { return x != x })
		case Float64:
			argLanes(out, src, ax, name == "argmax", func(x, y float64) bool { return x < y }, func(x float64) bool { return x != x })
		default:
			argLanes(out, src, ax, name == "argmax", complexLess, cmplxNaN)
		}
	}
	switch {
	case axis == nil && keepdims:
		ones := make([]int, nd)
		for i := range ones {
			ones[i] = 1
		}
		return out.reshaped(ones), nil
	case axis == nil || nd == 0:
		return out.reshaped(nil), nil
	case keepdims:
		return out, nil
	}
	return out.Squeeze(ax)
}

func argLanes[T elem](out, a *Array, axis int, largest bool, less func(x, y T) bool, nan func(T) bool) {
	d, s := elems[int64](out), block[T](a)
	step := a.strides[axis]
	eachLane(a, axis, func(k, p int) {
		best, at := s[p], 0
		if !nan(best) {
			for i := 1; i < a.shape[axis]; i++ {
				x := s[p+i*step]
				if largest && less(best, x) || !largest && less(x, best) || nan(x) {
					best, at = x, i
					if nan(x) {
						break
					}
				}
			}
		}
		d[k] = int64(at)
	})
}

// eachLane calls f for every lane of a along an axis, in row-major order of the other dimensions, with the place of
// its first element.
func eachLane(a *Array, axis int, f func(k, at int)) {
	total := 1
	for i, n := range a.shape {
		if i != axis {
			total *= n
		}
	}
	idx := make([]int, len(a.shape))
	p := a.offset
	for k := range total {
		f(k, p)
		for d := len(a.shape) - 1; d >= 0; d-- {
			if d == axis {
				continue
			}
			idx[d]++
			p += a.strides[d]
			if idx[d] < a.shape[d] {
				break
			}
			p -= a.strides[d] * a.shape[d]
			idx[d] = 0
		}
	}
}
