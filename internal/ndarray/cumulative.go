package ndarray

// Accumulate applies the function cumulatively along an axis: cumsum is Add.Accumulate.
func (u *Binary) Accumulate(a *Array, axis int, dtype *Dtype) (*Array, error) {
	ax, err := NormAxis(axis, len(a.shape))
	if err != nil {
		return nil, err
	}
	if (u == LogicalAnd || u == LogicalOr || u == LogicalXor) && a.dtype != Bool {
		if a, err = a.AsType(Bool); err != nil {
			return nil, err
		}
	}
	d := a.dtype
	if (u == Add || u == Multiply) && d == Bool {
		d = Int64
	}
	if dtype != nil {
		d = *dtype
	}
	loop, _, err := u.loopType(d)
	if err != nil {
		return nil, err
	}
	out, err := New(loop, a.shape...)
	if err != nil {
		return nil, err
	}
	copyInto(out, a)
	if out.size == 0 {
		return out, nil
	}
	switch loop {
	case Bool:
		f := u.b
		if f == nil {
			f = u.pb
		}
		accumulate(out, ax, f)
	case Int64:
		accumulate(out, ax, u.i)
	case Float32:
		accumulate(out, ax, u.f4)
	case Float64:
		accumulate(out, ax, u.f8)
	default:
		accumulate(out, ax, u.c)
	}
	return out, nil
}

// accumulate runs in place on a contiguous array: slab k along the axis becomes f(slab k-1, slab k).
func accumulate[T elem](a *Array, axis int, f loop2[T, T]) {
	if f == nil {
		return
	}
	s := elems[T](a)
	n, inner := a.shape[axis], 1
	for _, m := range a.shape[axis+1:] {
		inner *= m
	}
	for o := 0; o < len(s); o += n * inner {
		if inner == 1 { // one run: each element depends on the one before
			f(n-1, vec[T]{s, o + 1, 1}, vec[T]{s, o, 1}, vec[T]{s, o + 1, 1})
			continue
		}
		for k := 1; k < n; k++ {
			p := o + k*inner
			f(inner, vec[T]{s, p, 1}, vec[T]{s, p - inner, 1}, vec[T]{s, p, 1})
		}
	}
}

// CumSum and CumProd accumulate along an axis; a nil axis flattens.
func CumSum(a *Array, axis *int) (*Array, error) { return cumulative(Add, a, axis) }

func CumProd(a *Array, axis *int) (*Array, error) { return cumulative(Multiply, a, axis) }

func cumulative(u *Binary, a *Array, axis *int) (*Array, error) {
	if axis == nil {
		f, err := a.Ravel()
		if err != nil {
			return nil, err
		}
		return u.Accumulate(f, 0, nil)
	}
	return u.Accumulate(a, *axis, nil)
}

// Outer applies the function to all pairs of elements.
func (u *Binary) Outer(a, b *Array) (*Array, Status, error) {
	shape := append(append([]int(nil), a.shape...), make([]int, len(b.shape))...)
	strides := append(append([]int(nil), a.strides...), make([]int, len(b.shape))...)
	for i := len(a.shape); i < len(shape); i++ {
		shape[i] = 1
	}
	return u.Call(a.view(shape, strides, a.offset), b, nil)
}
