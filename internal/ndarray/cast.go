package ndarray

import (
	"math"
	"unsafe"
)

// convert changes the type of one element by C's rules: any non-zero is true, truncation towards zero, the imaginary
// part dropped.
func convert[T, S elem](x S) T {
	var z T
	switch p := any(&z).(type) {
	case *bool:
		var zero S
		*p = x != zero
	case *int64:
		*p = toInt(x)
	case *float32:
		*p = float32(toFloat(x))
	case *float64:
		*p = toFloat(x)
	case *complex128:
		if c, ok := any(x).(complex128); ok {
			*p = c
		} else {
			*p = complex(toFloat(x), 0)
		}
	}
	return z
}

func toFloat[S elem](x S) float64 {
	switch v := any(x).(type) {
	case bool:
		if v {
			return 1
		}
		return 0
	case int64:
		return float64(v)
	case float32:
		return float64(v)
	case float64:
		return v
	case complex128:
		return real(v)
	}
	return 0
}

func toInt[S elem](x S) int64 {
	switch v := any(x).(type) {
	case bool:
		if v {
			return 1
		}
		return 0
	case int64:
		return v
	case float32:
		return truncInt(float64(v))
	case float64:
		return truncInt(v)
	case complex128:
		return truncInt(real(v))
	}
	return 0
}

// truncInt is what x86 does, on every machine: out of range and NaN give the smallest integer.
func truncInt(x float64) int64 {
	if x >= -(1<<63) && x < 1<<63 {
		return int64(x)
	}
	return math.MinInt64
}

// castRun converts n elements of a, from block position at with step inc, to d.
func castRun[T elem](n int, d vec[T], a *Array, at, inc int) {
	switch a.dtype {
	case Bool:
		castLoop(n, d, vec[bool]{block[bool](a), at, inc})
	case Int64:
		castLoop(n, d, vec[int64]{block[int64](a), at, inc})
	case Float32:
		castLoop(n, d, vec[float32]{block[float32](a), at, inc})
	case Float64:
		castLoop(n, d, vec[float64]{block[float64](a), at, inc})
	case Complex128:
		castLoop(n, d, vec[complex128]{block[complex128](a), at, inc})
	}
}

func castLoop[T, S elem](n int, d vec[T], a vec[S]) {
	switch dv := any(d).(type) {
	case vec[S]:
		posLoop(n, dv, a)
		return
	case vec[float64]:
		switch av := any(a).(type) {
		case vec[int64]:
			numLoop(n, dv, av)
			return
		case vec[float32]:
			numLoop(n, dv, av)
			return
		case vec[bool]:
			for i := range n {
				if av.s[av.at+i*av.inc] {
					dv.s[dv.at+i*dv.inc] = 1
				} else {
					dv.s[dv.at+i*dv.inc] = 0
				}
			}
			return
		}
	case vec[float32]:
		switch av := any(a).(type) {
		case vec[int64]:
			numLoop(n, dv, av)
			return
		case vec[float64]:
			numLoop(n, dv, av)
			return
		}
	case vec[int64]:
		switch av := any(a).(type) {
		case vec[float64]:
			for i := range n {
				dv.s[dv.at+i*dv.inc] = truncInt(av.s[av.at+i*av.inc])
			}
			return
		case vec[bool]:
			for i := range n {
				if av.s[av.at+i*av.inc] {
					dv.s[dv.at+i*dv.inc] = 1
				} else {
					dv.s[dv.at+i*dv.inc] = 0
				}
			}
			return
		}
	case vec[complex128]:
		if av, ok := any(a).(vec[float64]); ok {
			for i := range n {
				dv.s[dv.at+i*dv.inc] = complex(av.s[av.at+i*av.inc], 0)
			}
			return
		}
	}
	for i := range n {
		d.s[d.at+i*d.inc] = convert[T](a.s[a.at+i*a.inc])
	}
}

func numLoop[T, S realElem](n int, d vec[T], a vec[S]) {
	for i := range n {
		d.s[d.at+i*d.inc] = T(a.s[a.at+i*a.inc])
	}
}

// copyInto assigns src, broadcast, to every element of dst. The shapes are known to fit and the memory not to overlap.
func copyInto(dst, src *Array) {
	if dst.dtype == src.dtype && sameShape(dst.shape, src.shape) && dst.IsContiguous() && src.IsContiguous() {
		size := dst.dtype.Size()
		copy(unsafe.Slice((*byte)(unsafe.Add(dst.data, dst.offset*size)), dst.size*size),
			unsafe.Slice((*byte)(unsafe.Add(src.data, src.offset*size)), src.size*size))
		return
	}
	if dst.dtype == src.dtype && len(dst.shape) == 2 && len(src.shape) == 2 && dst.strides[1] == 1 && src.strides[0] == 1 &&
		sameShape(dst.shape, src.shape) && dst.size > 4096 {
		switch dst.dtype {
		case Float64:
			transposeCopy(block[float64](dst), block[float64](src), dst, src)
			return
		case Int64:
			transposeCopy(block[int64](dst), block[int64](src), dst, src)
			return
		}
	}
	switch dst.dtype {
	case Bool:
		copyAs[bool](dst, src)
	case Int64:
		copyAs[int64](dst, src)
	case Float32:
		copyAs[float32](dst, src)
	case Float64:
		copyAs[float64](dst, src)
	case Complex128:
		copyAs[complex128](dst, src)
	}
}

// transposeCopy copies between row-major and column-major order in squares that fit the cache.
func transposeCopy[T elem](d, s []T, dst, src *Array) {
	const side = 16
	rows, cols := dst.shape[0], dst.shape[1]
	for i0 := 0; i0 < rows; i0 += side {
		for j0 := 0; j0 < cols; j0 += side {
			for i := i0; i < min(i0+side, rows); i++ {
				p, q := dst.offset+i*dst.strides[0], src.offset+i
				for j := j0; j < min(j0+side, cols); j++ {
					d[p+j] = s[q+j*src.strides[1]]
				}
			}
		}
	}
}

func copyAs[T elem](dst, src *Array) {
	var l nest
	l.init(dst.shape, false, dst, src)
	d := block[T](dst)
	l.run(func() bool {
		castRun(l.n, vec[T]{d, l.at[0], l.inner[0]}, src, l.at[1], l.inner[1])
		return true
	})
}

func sameShape(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// Copy returns a copy in row-major order.
func (a *Array) Copy() (*Array, error) { return a.AsType(a.dtype) }

// CopyOrder returns a copy in the order 'C', 'F', or, for 'A' and 'K', the one that matches a's memory.
func (a *Array) CopyOrder(order byte) (*Array, error) {
	fortran := order == 'F' || (order == 'A' || order == 'K') && a.IsFortran() && !a.IsContiguous()
	c, err := newOrder(a.dtype, a.shape, fortran)
	if err != nil {
		return nil, err
	}
	copyInto(c, a)
	return c, nil
}

// AsType returns a converted copy.
func (a *Array) AsType(d Dtype) (*Array, error) {
	c, err := newRaw(d, a.shape)
	if err != nil {
		return nil, err
	}
	copyInto(c, a)
	return c, nil
}

// asType is AsType without copying when the type is right already.
func (a *Array) asType(d Dtype) (*Array, error) {
	if a.dtype == d {
		return a, nil
	}
	return a.AsType(d)
}

// contiguous returns a itself or a row-major copy of type d.
func (a *Array) contiguous(d Dtype) (*Array, error) {
	if a.dtype == d && a.IsContiguous() {
		return a, nil
	}
	return a.AsType(d)
}

// Assign sets every element of a to src, broadcast and converted. Overlapping memory is handled.
func (a *Array) Assign(src *Array) error {
	if a.readonly {
		return valueErr("assignment destination is read-only")
	}
	if !fits(a.shape, src.shape) {
		return valueErr("could not broadcast input array from shape %s into shape %s", ShapeString(src.shape), ShapeString(a.shape))
	}
	for len(src.shape) > len(a.shape) { // leading dimensions of length one
		src = src.view(src.shape[1:], src.strides[1:], src.offset)
	}
	if a.SharesMemory(src) {
		c, err := src.Copy()
		if err != nil {
			return err
		}
		src = c
	}
	copyInto(a, src)
	return nil
}

// fits reports whether src broadcasts to exactly dst, leading ones of src aside.
func fits(dst, src []int) bool {
	for len(src) > len(dst) && src[0] == 1 {
		src = src[1:]
	}
	if len(src) > len(dst) {
		return false
	}
	for i := 1; i <= len(src); i++ {
		if n := src[len(src)-i]; n != 1 && n != dst[len(dst)-i] {
			return false
		}
	}
	return true
}

// Fill sets every element to the 0-dimensional x.
func (a *Array) Fill(x *Array) error { return a.Assign(x) }
