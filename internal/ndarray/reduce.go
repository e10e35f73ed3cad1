package ndarray

import (
	"math"
)

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

// pairwiseSum adds n elements with eight accumulators per block of 128 and a tree above the blocks, NumPy's order.
func pairwiseSum[T int64 | float32 | float64](n int, v vec[T]) T {
	if v.inc == 1 {
		return pairwiseRun(v.s[v.at : v.at+n])
	}
	if n < 8 {
		s := negZero[T]()
		for i := range n {
			s += v.s[v.at+i*v.inc]
		}
		return s
	}
	if n <= 128 {
		var r [8]T
		for k := range r {
			r[k] = v.s[v.at+k*v.inc]
		}
		i := 8
		for ; i < n-n%8; i += 8 {
			for k := range r {
				r[k] += v.s[v.at+(i+k)*v.inc]
			}
		}
		s := ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]))
		for ; i < n; i++ {
			s += v.s[v.at+i*v.inc]
		}
		return s
	}
	h := n / 2
	h -= h % 8
	return pairwiseSum(h, v) + pairwiseSum(n-h, vec[T]{v.s, v.at + h*v.inc, v.inc})
}

func pairwiseRun[T int64 | float32 | float64](s []T) T {
	n := len(s)
	if n < 8 {
		sum := negZero[T]()
		for _, x := range s {
			sum += x
		}
		return sum
	}
	if n > 128 {
		h := n / 2
		h -= h % 8
		return pairwiseRun(s[:h]) + pairwiseRun(s[h:])
	}
	r0, r1, r2, r3, r4, r5, r6, r7 := s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]
	t := s[8:]
	for len(t) >= 8 {
		r0 += t[0]
		r1 += t[1]
		r2 += t[2]
		r3 += t[3]
		r4 += t[4]
		r5 += t[5]
		r6 += t[6]
		r7 += t[7]
		t = t[8:]
	}
	sum := ((r0 + r1) + (r2 + r3)) + ((r4 + r5) + (r6 + r7))
	for _, x := range t {
		sum += x
	}
	return sum
}

// negZero is the neutral element of addition: -0 for floats, so that a sum of negative zeros stays one.
func negZero[T int64 | float32 | float64]() T {
	var z T
	switch p := any(&z).(type) {
	case *float64:
		*p = math.Copysign(0, -1)
	case *float32:
		*p = float32(math.Copysign(0, -1))
	}
	return z
}

func complexSum(n int, v vec[complex128]) complex128 {
	if n < 4 {
		re, im := math.Copysign(0, -1), math.Copysign(0, -1)
		for i := range n {
			x := v.s[v.at+i*v.inc]
			re += real(x)
			im += imag(x)
		}
		return complex(re, im)
	}
	if n <= 64 {
		var r [4]complex128
		for k := range r {
			r[k] = v.s[v.at+k*v.inc]
		}
		i := 4
		for ; i < n-n%4; i += 4 {
			for k := range r {
				r[k] += v.s[v.at+(i+k)*v.inc]
			}
		}
		s := (r[0] + r[1]) + (r[2] + r[3])
		for ; i < n; i++ {
			s += v.s[v.at+i*v.inc]
		}
		return s
	}
	h := n / 2
	h -= h % 4
	return complexSum(h, v) + complexSum(n-h, vec[complex128]{v.s, v.at + h*v.inc, v.inc})
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

// maxRun and minRun fold a run into acc; NaN wins. Contiguous runs have four accumulators, since the comparisons of one
// wait for each other; a NaN among them shows at the end.
func maxRun[T floatElem](acc T, n int, v vec[T]) T {
	if v.inc == 1 && n >= 16 {
		s := v.run(n)
		a0, a1, a2, a3 := s[0], s[1], s[2], s[3]
		t := s[4:]
		for ; len(t) >= 4; t = t[4:] {
			a0, a1, a2, a3 = max(a0, t[0]), max(a1, t[1]), max(a2, t[2]), max(a3, t[3])
		}
		for _, x := range t {
			a0 = max(a0, x)
		}
		return max(acc, max(max(a0, a1), max(a2, a3)))
	}
	for i := range n {
		if x := v.s[v.at+i*v.inc]; !(x <= acc) {
			if acc != acc {
				break
			}
			acc = x
		}
	}
	return acc
}

func minRun[T floatElem](acc T, n int, v vec[T]) T {
	if v.inc == 1 && n >= 16 {
		s := v.run(n)
		a0, a1, a2, a3 := s[0], s[1], s[2], s[3]
		t := s[4:]
		for ; len(t) >= 4; t = t[4:] {
			a0, a1, a2, a3 = min(a0, t[0]), min(a1, t[1]), min(a2, t[2]), min(a3, t[3])
		}
		for _, x := range t {
			a0 = min(a0, x)
		}
		return min(acc, min(min(a0, a1), min(a2, a3)))
	}
	for i := range n {
		if x := v.s[v.at+i*v.inc]; !(x >= acc) {
			if acc != acc {
				break
			}
			acc = x
		}
	}
	return acc
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
func CumSum(a *Array, axis *int) (*Array, error)  { return cumulative(Add, a, axis) }
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
