package ndarray

import "strings"

// BroadcastShapes returns the common shape, or an error in which the shapes are listed.
func BroadcastShapes(shapes ...[]int) ([]int, error) {
	nd := 0
	for _, s := range shapes {
		nd = max(nd, len(s))
	}
	out := make([]int, nd)
	for i := range out {
		out[i] = 1
	}
	for _, s := range shapes {
		lead := nd - len(s)
		for i, n := range s {
			switch o := &out[lead+i]; {
			case n == *o || n == 1:
			case *o == 1:
				*o = n
			default:
				return nil, broadcastErr(shapes...)
			}
		}
	}
	return out, nil
}

func broadcast2(a, b []int) ([]int, error) {
	if sameShape(a, b) || len(b) == 0 {
		return a, nil
	}
	if len(a) == 0 {
		return b, nil
	}
	return BroadcastShapes(a, b)
}

// BroadcastTo returns a read-only view of a with the given shape.
func (a *Array) BroadcastTo(shape ...int) (*Array, error) {
	if _, err := CheckShape(Bool, shape); err != nil {
		if e := err.(*Error); e.Kind != MemoryError {
			return nil, err
		}
	}
	if len(shape) < len(a.shape) {
		return nil, valueErr("input operand has more dimensions than allowed by the axis remapping")
	}
	strides := make([]int, len(shape))
	lead := len(shape) - len(a.shape)
	for i, n := range a.shape {
		switch {
		case n == shape[lead+i]:
			strides[lead+i] = a.strides[i]
			if n == 1 {
				strides[lead+i] = 0
			}
		case n != 1:
			return nil, valueErr("operands could not be broadcast together with remapped shapes [original->remapped]: %s  and requested shape %s",
				ShapeString(a.shape), ShapeString(shape))
		}
	}
	v := a.view(append([]int(nil), shape...), strides, a.offset)
	v.readonly = true
	return v, nil
}

// BroadcastArrays returns views of the common shape.
func BroadcastArrays(arrays ...*Array) ([]*Array, error) {
	shapes := make([][]int, len(arrays))
	for i, a := range arrays {
		shapes[i] = a.shape
	}
	shape, err := BroadcastShapes(shapes...)
	if err != nil {
		return nil, err
	}
	out := make([]*Array, len(arrays))
	for i, a := range arrays {
		if out[i], err = a.BroadcastTo(shape...); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// NormAxis maps a possibly negative axis to 0..ndim-1.
func NormAxis(axis, ndim int) (int, error) {
	if axis < -ndim || axis >= ndim {
		return 0, axisErr(axis, ndim)
	}
	if axis < 0 {
		axis += ndim
	}
	return axis, nil
}

// NormAxes is NormAxis for a list without repetition.
func NormAxes(axes []int, ndim int) ([]int, error) {
	out := make([]int, len(axes))
	seen := make([]bool, ndim)
	for i, ax := range axes {
		n, err := NormAxis(ax, ndim)
		if err != nil {
			return nil, err
		}
		if seen[n] {
			return nil, valueErr("duplicate value in 'axis'")
		}
		seen[n] = true
		out[i] = n
	}
	return out, nil
}

// Reshape returns a view with the given shape when the memory allows and a copy otherwise. One length may be -1. The
// elements are read and placed in row-major order.
func (a *Array) Reshape(shape ...int) (*Array, error) {
	shape, err := a.completeShape(shape)
	if err != nil {
		return nil, err
	}
	if st, ok := a.reshapeStrides(shape); ok {
		return a.view(shape, st, a.offset), nil
	}
	c, err := a.Copy()
	if err != nil {
		return nil, err
	}
	st := make([]int, len(shape))
	setRowMajor(st, shape)
	v := c.view(shape, st, 0)
	v.base = nil
	return v, nil
}

// ReshapeFortran is Reshape in column-major order.
func (a *Array) ReshapeFortran(shape ...int) (*Array, error) {
	shape, err := a.completeShape(shape)
	if err != nil {
		return nil, err
	}
	r, err := a.T().Reshape(reversed(shape)...)
	if err != nil {
		return nil, err
	}
	return r.T(), nil
}

func (a *Array) completeShape(shape []int) ([]int, error) {
	out := append(make([]int, 0, len(shape)), shape...)
	if len(out) > MaxDims {
		return nil, valueErr("maximum supported dimension for an ndarray is currently %d, found %d", MaxDims, len(out))
	}
	unknown, known := -1, 1
	for i, n := range shape {
		switch {
		case n == -1 && unknown < 0:
			unknown = i
		case n == -1:
			return nil, valueErr("can only specify one unknown dimension")
		case n < 0:
			return nil, valueErr("negative dimensions not allowed")
		case n > 0 && known > (1<<62)/n:
			known = 1 << 62
		default:
			known *= n
		}
	}
	if unknown >= 0 {
		if known == 0 || a.size%known != 0 {
			return nil, a.reshapeErr(shape)
		}
		out[unknown] = a.size / known
		known *= out[unknown]
	}
	if known != a.size {
		return nil, a.reshapeErr(shape)
	}
	return out, nil
}

func (a *Array) reshapeErr(shape []int) error {
	text := strings.ReplaceAll(ShapeString(shape), "-1", "newaxis")
	return valueErr("cannot reshape array of size %d into shape %s", a.size, text)
}

// reshapeStrides finds strides that show a's elements in a new shape without moving them: groups of old dimensions
// that are one run are split into groups of new ones.
func (a *Array) reshapeStrides(shape []int) ([]int, bool) {
	st := make([]int, len(shape))
	if a.size == 0 || a.IsContiguous() {
		setRowMajor(st, shape)
		return st, true
	}
	var od, os []int
	for i, n := range a.shape {
		if n != 1 {
			od, os = append(od, n), append(os, a.strides[i])
		}
	}
	i, j := 0, 0
	for i < len(od) && j < len(shape) {
		oi, nj := i+1, j+1
		op, np := od[i], shape[j]
		for op != np {
			if op < np {
				op *= od[oi]
				oi++
			} else {
				np *= shape[nj]
				nj++
			}
		}
		for k := i; k < oi-1; k++ {
			if os[k] != od[k+1]*os[k+1] {
				return nil, false
			}
		}
		s := os[oi-1]
		for k := nj - 1; k >= j; k-- {
			st[k] = s
			s *= shape[k]
		}
		i, j = oi, nj
	}
	for ; j < len(shape); j++ { // trailing ones
		st[j] = 1
	}
	return st, true
}

func reversed(s []int) []int {
	out := make([]int, len(s))
	for i, x := range s {
		out[len(s)-1-i] = x
	}
	return out
}

// Ravel returns the elements in row-major order, as a view when possible.
func (a *Array) Ravel() (*Array, error) { return a.Reshape(-1) }

// RavelOrder is Ravel in the order 'C', 'F', 'A' (as the memory lies) or 'K'.
func (a *Array) RavelOrder(order byte) (*Array, error) {
	switch {
	case order == 'F', order == 'A' && a.IsFortran() && !a.IsContiguous():
		return a.T().Ravel()
	case order == 'K':
		t, err := a.Transpose(axisOrder(a.shape, []*Array{a})...)
		if err != nil {
			return nil, err
		}
		return t.Ravel()
	}
	return a.Ravel()
}

// T is the view with the dimensions reversed.
func (a *Array) T() *Array {
	return a.view(reversed(a.shape), reversed(a.strides), a.offset)
}

// Transpose returns the view whose dimension i is a's dimension axes[i]; no axes reverse all.
func (a *Array) Transpose(axes ...int) (*Array, error) {
	if len(axes) == 0 {
		return a.T(), nil
	}
	if len(axes) != len(a.shape) {
		return nil, valueErr("axes don't match array")
	}
	shape, strides := make([]int, len(axes)), make([]int, len(axes))
	seen := make([]bool, len(axes))
	for i, ax := range axes {
		n, err := NormAxis(ax, len(axes))
		if err != nil {
			return nil, err
		}
		if seen[n] {
			return nil, valueErr("repeated axis in transpose")
		}
		seen[n] = true
		shape[i], strides[i] = a.shape[n], a.strides[n]
	}
	return a.view(shape, strides, a.offset), nil
}

// SwapAxes returns the view with two dimensions exchanged.
func (a *Array) SwapAxes(i, j int) (*Array, error) {
	i, err := NormAxis(i, len(a.shape))
	if err != nil {
		return nil, err
	}
	if j, err = NormAxis(j, len(a.shape)); err != nil {
		return nil, err
	}
	shape, strides := append([]int(nil), a.shape...), append([]int(nil), a.strides...)
	shape[i], shape[j] = shape[j], shape[i]
	strides[i], strides[j] = strides[j], strides[i]
	return a.view(shape, strides, a.offset), nil
}

// MoveAxes moves the dimensions source to the places destination.
func (a *Array) MoveAxes(source, destination []int) (*Array, error) {
	nd := len(a.shape)
	src, err := NormAxes(source, nd)
	if err != nil {
		return nil, prefixed("source: ", err)
	}
	dst, err := NormAxes(destination, nd)
	if err != nil {
		return nil, prefixed("destination: ", err)
	}
	if len(src) != len(dst) {
		return nil, valueErr("`source` and `destination` arguments must have the same number of elements")
	}
	perm := make([]int, nd)
	for i := range perm {
		perm[i] = -1
	}
	moved := make([]bool, nd)
	for i := range src {
		perm[dst[i]] = src[i]
		moved[src[i]] = true
	}
	next := 0
	for i := range perm {
		if perm[i] >= 0 {
			continue
		}
		for moved[next] {
			next++
		}
		perm[i] = next
		next++
	}
	return a.Transpose(perm...)
}

// Squeeze drops dimensions of length one: the given ones, or all.
func (a *Array) Squeeze(axes ...int) (*Array, error) {
	drop := make([]bool, len(a.shape))
	norm, err := NormAxes(axes, len(a.shape))
	if err != nil {
		return nil, err
	}
	for _, ax := range norm {
		if a.shape[ax] != 1 {
			return nil, valueErr("cannot select an axis to squeeze out which has size not equal to one")
		}
		drop[ax] = true
	}
	if len(axes) == 0 {
		for i, n := range a.shape {
			drop[i] = n == 1
		}
	}
	shape, strides := []int{}, []int{}
	for i, n := range a.shape {
		if !drop[i] {
			shape, strides = append(shape, n), append(strides, a.strides[i])
		}
	}
	return a.view(shape, strides, a.offset), nil
}

// ExpandDims inserts dimensions of length one at the given places of the result.
func (a *Array) ExpandDims(axes ...int) (*Array, error) {
	nd := len(a.shape) + len(axes)
	norm, err := NormAxes(axes, nd)
	if err != nil {
		if err.(*Error).Kind == ValueError {
			return nil, valueErr("repeated axis")
		}
		return nil, err
	}
	isNew := make([]bool, nd)
	for _, ax := range norm {
		isNew[ax] = true
	}
	shape, strides := make([]int, nd), make([]int, nd)
	k := 0
	for i := range shape {
		if isNew[i] {
			shape[i] = 1
			continue
		}
		shape[i], strides[i] = a.shape[k], a.strides[k]
		k++
	}
	return a.view(shape, strides, a.offset), nil
}

// AtLeast returns a with at least nd dimensions as atleast_1d, atleast_2d and atleast_3d place them.
func (a *Array) AtLeast(nd int) *Array {
	v := a
	for len(v.shape) < nd {
		at := 0
		if nd == 3 && len(v.shape) == 2 {
			at = 2
		}
		v, _ = v.ExpandDims(at)
	}
	return v
}

// Diagonal is the view of the diagonal of the last two of the given axes, offset places above the main one.
func (a *Array) Diagonal(offset, axis1, axis2 int) (*Array, error) {
	nd := len(a.shape)
	if nd < 2 {
		return nil, valueErr("diag requires an array of at least two dimensions")
	}
	i, err := NormAxis(axis1, nd)
	if err != nil {
		return nil, err
	}
	j, err := NormAxis(axis2, nd)
	if err != nil {
		return nil, err
	}
	if i == j {
		return nil, valueErr("axis1 and axis2 cannot be the same")
	}
	start, n, m := a.offset, a.shape[i], a.shape[j]
	if offset >= 0 {
		m -= offset
	} else {
		n += offset
	}
	n = max(0, min(n, m))
	if n > 0 {
		if offset >= 0 {
			start += offset * a.strides[j]
		} else {
			start -= offset * a.strides[i]
		}
	}
	shape, strides := []int{}, []int{}
	for k := range a.shape {
		if k != i && k != j {
			shape, strides = append(shape, a.shape[k]), append(strides, a.strides[k])
		}
	}
	v := a.view(append(shape, n), append(strides, a.strides[i]+a.strides[j]), start)
	v.readonly = true
	return v, nil
}

// Real is the view of the real parts; a itself when it is not complex.
func (a *Array) Real() *Array { return a.part(0) }

// Imag is the view of the imaginary parts; read-only zeros when a is not complex.
func (a *Array) Imag() *Array {
	if a.dtype != Complex128 {
		z, err := New(a.dtype)
		if err != nil {
			return nil
		}
		v, _ := z.BroadcastTo(a.shape...)
		return v
	}
	return a.part(1)
}

// part reinterprets the block of a complex array as floats.
func (a *Array) part(k int) *Array {
	if a.dtype != Complex128 {
		return a
	}
	st := make([]int, len(a.strides))
	for i, s := range a.strides {
		st[i] = 2 * s
	}
	v := a.view(a.shape, st, 2*a.offset+k)
	v.dtype = Float64
	v.n = 2 * a.n
	return v
}

// Become makes a the view v of itself, for assignment to shape.
func (a *Array) Become(v *Array) {
	a.shape, a.strides, a.offset = v.shape, v.strides, v.offset
}
