package ndarray

import "math"

// Full returns an array filled with the 0-dimensional or broadcastable x; its type is x's.
func Full(x *Array, shape ...int) (*Array, error) {
	a, err := New(x.dtype, shape...)
	if err != nil {
		return nil, err
	}
	return a, a.Assign(x)
}

// FullLike returns an array like a filled with x, in a's type.
func FullLike(a, x *Array) (*Array, error) {
	r, err := New(a.dtype, a.shape...)
	if err != nil {
		return nil, err
	}
	return r, r.Assign(x)
}

// Ones returns an array of ones.
func Ones(d Dtype, shape ...int) (*Array, error) {
	a, err := New(d, shape...)
	if err != nil {
		return nil, err
	}
	copyInto(a, IntScalar(1))
	return a, nil
}

// Eye returns an n by m matrix with ones on the k-th diagonal.
func Eye(n, m, k int, d Dtype) (*Array, error) {
	a, err := New(d, n, m)
	if err != nil {
		return nil, err
	}
	if diag, err := a.Diagonal(k, 0, 1); err == nil && diag.size > 0 {
		diag.readonly = false
		copyInto(diag, IntScalar(1))
	}
	return a, nil
}

// Arange returns start, start+step, ... below stop. All three are int64 for an int64 result, read as floats otherwise.
func Arange(start, stop, step *Array, d Dtype) (*Array, error) {
	if step.ComplexAt(0) == 0 {
		return nil, errf(ZeroDivision, "division by zero")
	}
	if d == Int64 && ResultType(start, stop, step) == Int64 {
		lo, hi, by := start.IntAt(0), stop.IntAt(0), step.IntAt(0)
		n := 0
		if by > 0 && hi > lo {
			n = int((uint64(hi)-uint64(lo)-1)/uint64(by) + 1)
		} else if by < 0 && hi < lo {
			n = int((uint64(lo)-uint64(hi)-1)/uint64(-by) + 1)
		}
		if n < 0 {
			return nil, valueErr("Maximum allowed size exceeded")
		}
		a, err := New(Int64, n)
		if err != nil {
			return nil, err
		}
		for i := range elems[int64](a) {
			elems[int64](a)[i] = lo + int64(i)*by
		}
		return a, nil
	}
	lo, hi, by := start.FloatAt(0), stop.FloatAt(0), step.FloatAt(0)
	count := math.Ceil((hi - lo) / by)
	switch {
	case count != count || math.IsInf(count, 0):
		if count != count {
			return nil, valueErr("arange: cannot compute length")
		}
		return nil, valueErr("Maximum allowed size exceeded")
	case count < 0:
		count = 0
	case count > 1<<62:
		return nil, valueErr("Maximum allowed size exceeded")
	}
	a, err := New(Float64, int(count))
	if err != nil {
		return nil, err
	}
	if d == Int64 {
		lo = math.Trunc(lo)
		by = math.Trunc(start.FloatAt(0)+by) - lo
	}
	s := elems[float64](a)
	delta := (lo + by) - lo
	for i := range s {
		s[i] = lo + float64(float64(i)*delta)
	}
	if len(s) > 1 {
		s[1] = lo + by
	}
	return a.asType(d)
}

// Linspace returns num evenly spaced values from start to stop, which may be arrays, along a new axis, and the step.
func Linspace(start, stop *Array, num int, endpoint bool, axis int, dtype *Dtype) (y, step *Array, err error) {
	if num < 0 {
		return nil, nil, valueErr("Number of samples, %d, must be non-negative.", num)
	}
	div := num
	if endpoint {
		div--
	}
	d := Promote(ResultType(start, stop), Float64)
	if start, err = start.AsType(d); err != nil {
		return nil, nil, err
	}
	if stop, err = stop.AsType(d); err != nil {
		return nil, nil, err
	}
	delta, _, err := Subtract.Call(stop, start, nil)
	if err != nil {
		return nil, nil, err
	}
	ramp, err := Arange(IntScalar(0), IntScalar(int64(num)), IntScalar(1), Float64)
	if err != nil {
		return nil, nil, err
	}
	col := make([]int, 1+len(delta.shape))
	for i := range col {
		col[i] = 1
	}
	col[0] = num
	ramp = ramp.reshaped(col)
	if div > 0 {
		if step, _, err = Divide.Call(delta, FloatScalar(float64(div)), nil); err != nil {
			return nil, nil, err
		}
		zero, _, err := Equal.Call(step, FloatScalar(0), nil)
		if err != nil {
			return nil, nil, err
		}
		if countTrue(zero) > 0 { // a step that vanishes although delta may not: divide first
			if ramp, _, err = Divide.Call(ramp, FloatScalar(float64(div)), nil); err != nil {
				return nil, nil, err
			}
			y, _, err = Multiply.Call(ramp, delta, nil)
		} else {
			y, _, err = Multiply.Call(ramp, step, nil)
		}
		if err != nil {
			return nil, nil, err
		}
	} else {
		step, _ = FullLike(delta, FloatScalar(math.NaN()))
		if y, _, err = Multiply.Call(ramp, delta, nil); err != nil {
			return nil, nil, err
		}
	}
	if y, _, err = Add.Call(y, start, nil); err != nil {
		return nil, nil, err
	}
	if endpoint && num > 1 {
		last, err := y.At(num - 1)
		if err != nil {
			return nil, nil, err
		}
		if err := last.Assign(stop); err != nil {
			return nil, nil, err
		}
	}
	if axis != 0 {
		if y, err = y.MoveAxes([]int{0}, []int{axis}); err != nil {
			return nil, nil, err
		}
	}
	if dtype != nil && *dtype != y.dtype {
		if *dtype == Int64 {
			if y, _, err = Floor.Call(y, nil); err != nil {
				return nil, nil, err
			}
		}
		y, err = y.AsType(*dtype)
	}
	return y, step, err
}

// Logspace returns base to the powers that Linspace gives.
func Logspace(start, stop *Array, num int, endpoint bool, base *Array, axis int, dtype *Dtype) (*Array, error) {
	y, _, err := Linspace(start, stop, num, endpoint, axis, nil)
	if err != nil {
		return nil, err
	}
	y, _, err = Power.Call(base, y, nil)
	if err != nil || dtype == nil {
		return y, err
	}
	return y.AsType(*dtype)
}

// Geomspace returns num values in geometric progression from start to stop.
func Geomspace(start, stop *Array, num int, endpoint bool, axis int, dtype *Dtype) (*Array, error) {
	for _, x := range []*Array{start, stop} {
		for i := range x.size {
			if x.ComplexAt(i) == 0 {
				return nil, valueErr("Geometric sequence cannot include zero")
			}
		}
	}
	d := Promote(ResultType(start, stop), Float64)
	start, err := start.AsType(d)
	if err != nil {
		return nil, err
	}
	if stop, err = stop.AsType(d); err != nil {
		return nil, err
	}
	sgn, _, err := Sign.Call(start, nil)
	if err != nil {
		return nil, err
	}
	s1, _, err := Divide.Call(start, sgn, nil)
	if err != nil {
		return nil, err
	}
	s2, _, err := Divide.Call(stop, sgn, nil)
	if err != nil {
		return nil, err
	}
	if d == Float64 {
		for i := range s2.size {
			if s2.FloatAt(i) < 0 { // opposite signs
				return fullNaN(num, start)
			}
		}
	}
	l1, _, err := Log10.Call(s1, nil)
	if err != nil {
		return nil, err
	}
	l2, _, err := Log10.Call(s2, nil)
	if err != nil {
		return nil, err
	}
	y, err := Logspace(l1, l2, num, endpoint, FloatScalar(10).Weak(), 0, nil)
	if err != nil {
		return nil, err
	}
	set := func(i int, v *Array) error {
		e, err := y.At(i)
		if err != nil {
			return err
		}
		return e.Assign(v)
	}
	if num > 0 {
		if err := set(0, s1); err != nil {
			return nil, err
		}
		if num > 1 && endpoint {
			if err := set(num-1, s2); err != nil {
				return nil, err
			}
		}
	}
	if y, _, err = Multiply.Call(y, sgn, nil); err != nil {
		return nil, err
	}
	if axis != 0 {
		if y, err = y.MoveAxes([]int{0}, []int{axis}); err != nil {
			return nil, err
		}
	}
	if dtype != nil {
		return y.AsType(*dtype)
	}
	return y, nil
}

// fullNaN is the result of a progression that does not exist, with the right ends.
func fullNaN(num int, start *Array) (*Array, error) {
	a, err := Full(FloatScalar(math.NaN()), append([]int{num}, start.shape...)...)
	if err != nil || num == 0 {
		return a, err
	}
	e, _ := a.At(0)
	return a, e.Assign(start)
}

// Tri returns a matrix with ones at and below the k-th diagonal.
func Tri(n, m, k int, d Dtype) (*Array, error) {
	b, err := New(Bool, n, m)
	if err != nil {
		return nil, err
	}
	s := elems[bool](b)
	for i := range n {
		for j := range max(0, min(m, i+k+1)) {
			s[i*m+j] = true
		}
	}
	return b.asType(d)
}

// TriL and TriU keep the part of the last two dimensions at and below, at and above the k-th diagonal.
func TriL(a *Array, k int) (*Array, error) { return triangle(a, k, true) }
func TriU(a *Array, k int) (*Array, error) { return triangle(a, k-1, false) }

func triangle(a *Array, k int, lower bool) (*Array, error) {
	if len(a.shape) == 0 {
		return nil, valueErr("diag requires an array of at least two dimensions")
	}
	if len(a.shape) == 1 {
		n := a.shape[0]
		v, err := a.BroadcastTo(n, n)
		if err != nil {
			return nil, err
		}
		a = v
	}
	nd := len(a.shape)
	mask, err := Tri(a.shape[nd-2], a.shape[nd-1], k, Bool)
	if err != nil {
		return nil, err
	}
	zero := IntScalar(0).Weak()
	if a.dtype == Bool {
		zero = BoolScalar(false)
	}
	if lower {
		return Where(mask, a, zero)
	}
	return Where(mask, zero, a)
}

// Diag returns the k-th diagonal of a matrix, a read-only view, or the matrix that has the vector there.
func Diag(a *Array, k int) (*Array, error) {
	switch len(a.shape) {
	case 1:
		n := a.shape[0] + abs(k)
		m, err := New(a.dtype, n, n)
		if err != nil {
			return nil, err
		}
		d, err := m.Diagonal(k, 0, 1)
		if err != nil {
			return nil, err
		}
		copyInto(d, a)
		return m, nil
	case 2:
		return a.Diagonal(k, 0, 1)
	}
	return nil, valueErr("Input must be 1- or 2-d.")
}

// Trace sums the diagonals of two axes.
func Trace(a *Array, offset, axis1, axis2 int) (*Array, error) {
	d, err := a.Diagonal(offset, axis1, axis2)
	if err != nil {
		return nil, err
	}
	return Sum(d, ReduceOpts{Axes: []int{-1}})
}

// MeshGrid returns coordinate matrices of coordinate vectors: with ij indexing dimension k belongs to vector k, else
// the first two are exchanged. sparse results have length one in the other dimensions.
func MeshGrid(ij, sparse bool, vecs ...*Array) ([]*Array, error) {
	n := len(vecs)
	out := make([]*Array, n)
	full := make([]int, n)
	for k, v := range vecs {
		flat, err := v.Ravel()
		if err != nil {
			return nil, err
		}
		at := k
		if !ij && n > 1 && k < 2 {
			at = 1 - k
		}
		shape := make([]int, n)
		for i := range shape {
			shape[i] = 1
		}
		shape[at] = flat.size
		full[at] = flat.size
		out[k] = flat.reshapedView(shape)
	}
	for k := range out {
		if !sparse {
			v, err := out[k].BroadcastTo(full...)
			if err != nil {
				return nil, err
			}
			out[k] = v
		}
		c, err := out[k].Copy()
		if err != nil {
			return nil, err
		}
		out[k] = c
	}
	return out, nil
}

// reshapedView is Reshape of a vector, which always succeeds.
func (a *Array) reshapedView(shape []int) *Array {
	v, err := a.Reshape(shape...)
	if err != nil {
		panic("ndarray: " + err.Error())
	}
	return v
}

// Indices returns an array of shape (len(shape), shape...) of the row-major indices.
func Indices(d Dtype, shape ...int) (*Array, error) {
	a, err := New(d, append([]int{len(shape)}, shape...)...)
	if err != nil {
		return nil, err
	}
	for k, n := range shape {
		r, err := Arange(IntScalar(0), IntScalar(int64(n)), IntScalar(1), Int64)
		if err != nil {
			return nil, err
		}
		col := make([]int, len(shape))
		for i := range col {
			col[i] = 1
		}
		col[k] = n
		part, err := a.At(k)
		if err != nil {
			return nil, err
		}
		copyInto(part, r.reshaped(col))
	}
	return a, nil
}

// Vander is the Vandermonde matrix with n columns, powers falling unless increasing is set.
func Vander(x *Array, n int, increasing bool) (*Array, error) {
	if len(x.shape) != 1 {
		return nil, valueErr("x must be a one-dimensional array or sequence.")
	}
	m, err := New(Promote(x.dtype, Int64), x.shape[0], n)
	if err != nil {
		return nil, err
	}
	col := func(j int) *Array {
		if !increasing {
			j = n - 1 - j
		}
		c, _ := m.Get(Colon(), At(j))
		return c
	}
	for j := range n {
		if j == 0 {
			copyInto(col(0), IntScalar(1))
		} else if _, _, err := Multiply.Call(col(j-1), x, col(j)); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// FromFunc builds an array elementwise from its indices.
func FromFunc(f func(idx []int) float64, shape ...int) (*Array, error) {
	a, err := New(Float64, shape...)
	if err != nil {
		return nil, err
	}
	idx := make([]int, len(shape))
	for i := range elems[float64](a) {
		elems[float64](a)[i] = f(idx)
		for k := len(idx) - 1; k >= 0; k-- {
			if idx[k]++; idx[k] < shape[k] {
				break
			}
			idx[k] = 0
		}
	}
	return a, nil
}
