package ndarray

// ReduceOpts are the options of a reduction. The zero value reduces over all axes.
type ReduceOpts struct {
	// Axes lists the axes to reduce over; nil means all of them. An empty list that is not nil reduces over none.
	Axes []int
	// KeepDims leaves the reduced dimensions in the result with length one.
	KeepDims bool
	// Dtype is the type of accumulator and result; nil chooses NumPy's default.
	Dtype *Dtype
	// Initial is the value to start from, nil for the function's identity.
	Initial *Array
}

// reduction is a prepared reduction: which axes go, and the shape of the result.
type reduction struct {
	a     *Array
	red   []bool
	shape []int // of the result with the reduced dimensions of length one
	count int   // elements that go into each result
	keep  bool
}

func newReduction(a *Array, o ReduceOpts) (*reduction, error) {
	r := &reduction{a: a, red: make([]bool, len(a.shape)), shape: append([]int(nil), a.shape...), count: 1, keep: o.KeepDims}
	if o.Axes == nil {
		for i := range r.red {
			r.red[i] = true
		}
	} else {
		axes, err := NormAxes(o.Axes, len(a.shape))
		if err != nil {
			return nil, err
		}
		for _, ax := range axes {
			r.red[ax] = true
		}
	}
	for i, on := range r.red {
		if on {
			r.count *= a.shape[i]
			r.shape[i] = 1
		}
	}
	return r, nil
}

// finish drops the reduced dimensions.
func (r *reduction) finish(out *Array) *Array {
	if r.keep {
		return out
	}
	k := 0
	for i, n := range r.shape { // the array is new, so its dimensions may still change
		if !r.red[i] {
			out.shape[k], out.strides[k] = n, out.strides[i]
			k++
		}
	}
	out.shape, out.strides = out.shape[:k], out.strides[:k]
	return out
}

// first is the view of the first element of every reduced run.
func (r *reduction) first() *Array { return r.a.view(r.shape, r.a.strides, r.a.offset) }

// reduceRuns folds a's elements, read as T, into out. run folds a strided run into one accumulator, each folds a run
// elementwise into a run of accumulators.
func reduceRuns[T elem](r *reduction, out *Array, chunk int, run func(acc T, n int, v vec[T]) T, each loop2[T, T]) {
	var l nest
	l.init(r.a.shape, false, out, r.a)
	acc, x := block[T](out), newOperand[T](r.a)
	step := max(l.n, 1)
	if x.direct == nil {
		step = min(step, len(x.buf))
		if chunk > 0 && chunk < step {
			step = chunk
		}
	}
	l.run(func() bool {
		for k := 0; k < l.n; k += step {
			n := min(step, l.n-k)
			v := x.vec(l.at[1]+k*l.inner[1], l.inner[1], n)
			if l.inner[0] == 0 && run != nil {
				p := &acc[l.at[0]]
				*p = run(*p, n, v)
			} else {
				d := vec[T]{acc, l.at[0] + k*l.inner[0], l.inner[0]}
				each(n, d, d, v)
			}
		}
		return true
	})
}

// Sum adds along axes. Integers and booleans are added as int64, floats pairwise.
func Sum(a *Array, o ReduceOpts) (*Array, error) { return Add.Reduce(a, o) }

// Prod multiplies along axes.
func Prod(a *Array, o ReduceOpts) (*Array, error) { return Multiply.Reduce(a, o) }

// Max and Min return the extremes along axes; NaN wins.
func Max(a *Array, o ReduceOpts) (*Array, error) { return Maximum.Reduce(a, o) }

func Min(a *Array, o ReduceOpts) (*Array, error) { return Minimum.Reduce(a, o) }

// All and Any are the logical reductions.
func All(a *Array, o ReduceOpts) (*Array, error) { return LogicalAnd.Reduce(a, o) }

func Any(a *Array, o ReduceOpts) (*Array, error) { return LogicalOr.Reduce(a, o) }

// Reduce folds the function along axes.
func (u *Binary) Reduce(a *Array, o ReduceOpts) (*Array, error) {
	if o.Axes == nil && !o.KeepDims && o.Dtype == nil && o.Initial == nil && a.size > 0 && (a.dtype == Float64 || a.dtype == Int64) {
		if r := u.reduceAll(a); r != nil {
			return r, nil
		}
	}
	r, err := newReduction(a, o)
	if err != nil {
		return nil, err
	}
	if u == LogicalAnd || u == LogicalOr || u == LogicalXor {
		if a.dtype != Bool {
			if a, err = a.AsType(Bool); err != nil {
				return nil, err
			}
			r.a = a
		}
	}
	d := a.dtype
	if (u == Add || u == Multiply) && d == Bool {
		d = Int64
	}
	if o.Dtype != nil {
		d = *o.Dtype
	}
	loop, _, err := u.loopType(d)
	if err != nil {
		return nil, err
	}
	if pred, same := u.has(loop); !pred && same && loop != Bool {
		return nil, typeErr("No loop matching the specified signature and casting was found for ufunc %s", u.Name)
	}
	out, err := New(loop, r.shape...)
	if err != nil {
		return nil, err
	}
	switch {
	case o.Initial != nil:
		if err := out.Assign(o.Initial); err != nil {
			return nil, err
		}
	case u.identity != nil && (u.identity.BoolAt(0) || r.count == 0):
		copyInto(out, u.identity)
	case u.identity != nil:
	case r.count == 0 && out.size > 0:
		return nil, valueErr("zero-size array to reduction operation %s which has no identity", u.Name)
	case out.size > 0:
		return u.reduceFromFirst(r, out, loop)
	}
	u.reduceInto(r, out, loop)
	return r.finish(out), nil
}

// reduceAll is the shortest way for sums and extremes of a whole array that lies in one run; nil when there is none.
func (u *Binary) reduceAll(a *Array) *Array {
	if u != Add && u != Maximum && u != Minimum || !a.IsContiguous() {
		return nil
	}
	if a.dtype == Int64 {
		s := elems[int64](a)
		acc := s[0]
		switch u {
		case Add:
			acc = pairwiseRun(s)
		case Maximum:
			for _, x := range s {
				acc = max(acc, x)
			}
		default:
			for _, x := range s {
				acc = min(acc, x)
			}
		}
		return scalar(acc)
	}
	v := vec[float64]{block[float64](a), a.offset, 1}
	switch u {
	case Add:
		return scalar(0 + pairwiseSum(a.size, v))
	case Maximum:
		return scalar(maxRun(v.s[a.offset], a.size, v))
	}
	return scalar(minRun(v.s[a.offset], a.size, v))
}

// reduceFromFirst is for functions without identity. The extremes may meet the first element twice; others must not.
func (u *Binary) reduceFromFirst(r *reduction, out *Array, loop Dtype) (*Array, error) {
	copyInto(out, r.first())
	if u == Maximum || u == Minimum || u == Fmax || u == Fmin {
		u.reduceInto(r, out, loop)
		return r.finish(out), nil
	}
	axis := -1
	for i, on := range r.red {
		if on && r.a.shape[i] != 1 {
			if axis >= 0 {
				return nil, valueErr("reduction operation '%s' is not reorderable, so at most one axis may be specified", u.Name)
			}
			axis = i
		}
	}
	if axis < 0 {
		return r.finish(out), nil
	}
	shape := append([]int(nil), r.a.shape...)
	shape[axis]--
	rest := *r
	rest.a = r.a.view(shape, r.a.strides, r.a.offset+r.a.strides[axis])
	u.reduceInto(&rest, out, loop)
	return r.finish(out), nil
}

func (u *Binary) reduceInto(r *reduction, out *Array, loop Dtype) {
	switch loop {
	case Bool:
		f := u.b
		if f == nil {
			f = u.pb
		}
		reduceRuns(r, out, 0, boolRun(u), f)
	case Int64:
		var run func(int64, int, vec[int64]) int64
		switch u {
		case Add:
			run = func(acc int64, n int, v vec[int64]) int64 { return acc + pairwiseSum(n, v) }
		case Maximum:
			run = func(acc int64, n int, v vec[int64]) int64 {
				for i := range n {
					acc = max(acc, v.s[v.at+i*v.inc])
				}
				return acc
			}
		case Minimum:
			run = func(acc int64, n int, v vec[int64]) int64 {
				for i := range n {
					acc = min(acc, v.s[v.at+i*v.inc])
				}
				return acc
			}
		}
		reduceRuns(r, out, 0, run, u.i)
	case Float32:
		reduceRuns(r, out, 0, floatRun[float32](u), u.f4)
	case Float64:
		reduceRuns(r, out, 0, floatRun[float64](u), u.f8)
	default:
		var run func(complex128, int, vec[complex128]) complex128
		if u == Add {
			run = func(acc complex128, n int, v vec[complex128]) complex128 { return acc + complexSum(n, v) }
		}
		reduceRuns(r, out, 0, run, u.c)
	}
}

func boolRun(u *Binary) func(bool, int, vec[bool]) bool {
	stop := u == LogicalOr || u == Maximum
	if u != LogicalOr && u != LogicalAnd && u != Maximum && u != Minimum {
		return nil
	}
	return func(acc bool, n int, v vec[bool]) bool {
		if acc == stop {
			return acc
		}
		for i := range n {
			if v.s[v.at+i*v.inc] == stop {
				return stop
			}
		}
		return acc
	}
}

func floatRun[T floatElem](u *Binary) func(T, int, vec[T]) T {
	switch u {
	case Add:
		return func(acc T, n int, v vec[T]) T {
			switch v := any(v).(type) {
			case vec[float64]:
				return acc + T(pairwiseSum(n, v))
			case vec[float32]:
				return acc + T(pairwiseSum(n, v))
			}
			return acc
		}
	case Maximum:
		return maxRun[T]
	case Minimum:
		return minRun[T]
	}
	return nil
}
