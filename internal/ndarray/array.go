package ndarray

import (
	"unsafe"
)

// Array is an n-dimensional array: a strided window on a block of elements of one type. Arrays are handled by pointer;
// the block is shared between a base and its views, shape and strides never change after construction.
type Array struct {
	dtype    Dtype
	weak     bool // a Python scalar, which promotes by kind only
	readonly bool
	size     int
	shape    []int
	strides  []int // in elements; any value when the dimension has length 0 or 1
	offset   int   // of element (0, ..., 0)
	data     unsafe.Pointer
	n        int // elements in the block
	base     *Array
	dims     [4]int    // holds shape and strides of arrays of up to two dimensions
	cell     [2]uint64 // holds the element of a scalar
}

// elem lists the Go types of elements.
type elem interface {
	bool | int64 | float32 | float64 | complex128
}

// real lists the ordered element types, number those with arithmetic.
type realElem interface{ int64 | float32 | float64 }
type floatElem interface{ float32 | float64 }
type number interface {
	int64 | float32 | float64 | complex128
}

func dtypeOf[T elem]() Dtype {
	var z T
	switch any(z).(type) {
	case bool:
		return Bool
	case int64:
		return Int64
	case float32:
		return Float32
	case float64:
		return Float64
	}
	return Complex128
}

// block is the whole memory that a's elements live in.
func block[T elem](a *Array) []T { return unsafe.Slice((*T)(a.data), a.n) }

func wrap[T elem](s []T, shape, strides []int, size int) *Array {
	return &Array{dtype: dtypeOf[T](), size: size, shape: shape, strides: strides, data: unsafe.Pointer(unsafe.SliceData(s)), n: len(s)}
}

func newBlock(d Dtype, n int) unsafe.Pointer {
	switch d {
	case Bool:
		return unsafe.Pointer(unsafe.SliceData(make([]bool, n)))
	case Int64:
		return unsafe.Pointer(unsafe.SliceData(make([]int64, n)))
	case Float32:
		return unsafe.Pointer(unsafe.SliceData(make([]float32, n)))
	case Float64:
		return unsafe.Pointer(unsafe.SliceData(make([]float64, n)))
	}
	return unsafe.Pointer(unsafe.SliceData(make([]complex128, n)))
}

// New returns an array of zeros in row-major order.
func New(d Dtype, shape ...int) (*Array, error) {
	size, err := CheckShape(d, shape)
	if err != nil {
		return nil, err
	}
	a := &Array{dtype: d, size: size, n: size}
	if len(shape) == 0 {
		a.data = unsafe.Pointer(&a.cell)
		return a, nil
	}
	a.data = newBlock(d, size)
	a.setDims(shape, nil)
	return a, nil
}

// setDims copies shape and strides, row-major ones when they are nil, into memory of the array's own.
func (a *Array) setDims(shape, strides []int) {
	nd := len(shape)
	mem := a.dims[:]
	if 2*nd > len(mem) {
		mem = make([]int, 2*nd)
	}
	a.shape, a.strides = mem[:nd:nd], mem[nd:2*nd:2*nd]
	copy(a.shape, shape)
	if strides == nil {
		setRowMajor(a.strides, shape)
	} else {
		copy(a.strides, strides)
	}
}

// newOrder is New in column-major order when fortran is set.
func newOrder(d Dtype, shape []int, fortran bool) (*Array, error) {
	a, err := New(d, shape...)
	if err == nil && fortran {
		s := 1
		for i := range a.strides {
			a.strides[i] = s
			s *= max(shape[i], 1)
		}
	}
	return a, err
}

func setRowMajor(strides, shape []int) {
	s := 1
	for i := len(shape) - 1; i >= 0; i-- {
		strides[i] = s
		s *= max(shape[i], 1)
	}
}

// fromSlice wraps s without copying; the product of shape must be len(s).
func fromSlice[T elem](s []T, shape []int) (*Array, error) {
	size := 1
	for _, n := range shape {
		size *= n
	}
	if size != len(s) {
		return nil, valueErr("cannot reshape array of size %d into shape %s", len(s), ShapeString(shape))
	}
	nd := len(shape)
	dims := make([]int, 2*nd)
	copy(dims, shape)
	setRowMajor(dims[nd:], shape)
	return wrap(s, dims[:nd:nd], dims[nd:], size), nil
}

// FromFloats wraps s in row-major order without copying. No shape means one dimension.
func FromFloats(s []float64, shape ...int) (*Array, error) {
	return fromSlice(s, orFlat(shape, len(s)))
}

// FromInts is FromFloats for integers.
func FromInts(s []int64, shape ...int) (*Array, error) { return fromSlice(s, orFlat(shape, len(s))) }

// FromBools is FromFloats for booleans.
func FromBools(s []bool, shape ...int) (*Array, error) { return fromSlice(s, orFlat(shape, len(s))) }

// FromComplexes is FromFloats for complex numbers.
func FromComplexes(s []complex128, shape ...int) (*Array, error) {
	return fromSlice(s, orFlat(shape, len(s)))
}

// FromFloat32s is FromFloats for single precision.
func FromFloat32s(s []float32, shape ...int) (*Array, error) {
	return fromSlice(s, orFlat(shape, len(s)))
}

func orFlat(shape []int, n int) []int {
	if len(shape) == 0 {
		return []int{n}
	}
	return shape
}

func vector[T elem](s []T) *Array { return wrap(s, []int{len(s)}, []int{1}, len(s)) }

// scalar keeps its element in the Array itself.
func scalar[T elem](x T) *Array {
	a := &Array{dtype: dtypeOf[T](), size: 1, n: 1}
	a.data = unsafe.Pointer(&a.cell)
	*(*T)(a.data) = x
	return a
}

// WeakFloat and WeakInt are numbers of the language.
func WeakFloat(x float64) *Array { a := scalar(x); a.weak = true; return a }
func WeakInt(x int64) *Array     { a := scalar(x); a.weak = true; return a }

// FloatScalar, IntScalar, BoolScalar, ComplexScalar and Float32Scalar return 0-dimensional arrays.
func FloatScalar(x float64) *Array      { return scalar(x) }
func IntScalar(x int64) *Array          { return scalar(x) }
func BoolScalar(x bool) *Array          { return scalar(x) }
func ComplexScalar(x complex128) *Array { return scalar(x) }
func Float32Scalar(x float32) *Array    { return scalar(x) }

// Weak marks a 0-dimensional array as a Python scalar, which takes part in promotion by its kind only.
func (a *Array) Weak() *Array {
	b := a.view(a.shape, a.strides, a.offset)
	b.base, b.weak = nil, a.dtype != Bool
	return b
}

// IsWeak reports whether a stands for a Python scalar.
func (a *Array) IsWeak() bool { return a.weak }

// Dtype is the element type.
func (a *Array) Dtype() Dtype { return a.dtype }

// Shape is the length of each dimension. It must not be modified.
func (a *Array) Shape() []int { return a.shape }

// Strides is the distance of neighbours along each dimension, in elements. It must not be modified.
func (a *Array) Strides() []int { return a.strides }

// NDim is the number of dimensions, Size the number of elements, NBytes their memory.
func (a *Array) NDim() int   { return len(a.shape) }
func (a *Array) Size() int   { return a.size }
func (a *Array) NBytes() int { return a.size * a.dtype.Size() }

// Base is the array that owns the memory of a view, nil for an owner.
func (a *Array) Base() *Array { return a.base }

// ReadOnly reports whether assignments are refused.
func (a *Array) ReadOnly() bool { return a.readonly }

// SetReadOnly forbids assignments through a.
func (a *Array) SetReadOnly(on bool) { a.readonly = on }

// SharesMemory reports whether a and b use the same block (their elements need not overlap).
func (a *Array) SharesMemory(b *Array) bool {
	if a.size == 0 || b.size == 0 {
		return false
	}
	lo, hi := a.bounds()
	l2, h2 := b.bounds()
	return lo < h2 && l2 < hi
}

// bounds is the range of addresses that the elements span.
func (a *Array) bounds() (lo, hi uintptr) {
	l, h := a.offset, a.offset
	for i, n := range a.shape {
		if s := a.strides[i] * (n - 1); s < 0 {
			l += s
		} else {
			h += s
		}
	}
	size := uintptr(a.dtype.Size())
	p := uintptr(a.data)
	return p + uintptr(l)*size, p + uintptr(h+1)*size
}

// IsContiguous reports row-major order without gaps.
func (a *Array) IsContiguous() bool {
	s := 1
	for i := len(a.shape) - 1; i >= 0; i-- {
		n := a.shape[i]
		if n == 0 {
			return true
		}
		if n != 1 {
			if a.strides[i] != s {
				return false
			}
			s *= n
		}
	}
	return true
}

// IsFortran reports column-major order without gaps.
func (a *Array) IsFortran() bool {
	s := 1
	for i, n := range a.shape {
		if n == 0 {
			return true
		}
		if n != 1 {
			if a.strides[i] != s {
				return false
			}
			s *= n
		}
	}
	return true
}

// view returns an array over a's memory.
func (a *Array) view(shape, strides []int, offset int) *Array {
	size := 1
	for _, n := range shape {
		size *= n
	}
	if size == 0 {
		offset = 0 // so that the empty range lies inside the block
	}
	base := a.base
	if base == nil {
		base = a
	}
	return &Array{dtype: a.dtype, readonly: a.readonly, size: size, shape: shape, strides: strides, offset: offset, data: a.data, n: a.n, base: base}
}

// elems returns the elements of a contiguous array without copying.
func elems[T elem](a *Array) []T { return block[T](a)[a.offset : a.offset+a.size] }

// Floats returns the elements in row-major order, without copying when a is contiguous and of type float64.
func (a *Array) Floats() []float64 { return flat[float64](a) }

// Ints, Bools, Complexes are Floats for the other types.
func (a *Array) Ints() []int64           { return flat[int64](a) }
func (a *Array) Bools() []bool           { return flat[bool](a) }
func (a *Array) Complexes() []complex128 { return flat[complex128](a) }

func flat[T elem](a *Array) []T {
	if a.dtype == dtypeOf[T]() && a.IsContiguous() {
		return elems[T](a)
	}
	out := make([]T, a.size)
	copyInto(vector(out).reshaped(a.shape), a)
	return out
}

// reshaped is Reshape for a contiguous array and a shape known to fit.
func (a *Array) reshaped(shape []int) *Array {
	st := make([]int, len(shape))
	setRowMajor(st, shape)
	return a.view(shape, st, a.offset)
}

// position is the place in the block of the element with flat row-major index i.
func (a *Array) position(i int) int {
	p := a.offset
	for k := len(a.shape) - 1; k >= 0; k-- {
		n := a.shape[k]
		p += i % n * a.strides[k]
		i /= n
	}
	return p
}

// Flat returns the element with flat row-major index i as bool, int64, float32, float64 or complex128.
func (a *Array) Flat(i int) any { return a.load(a.position(i)) }

// load is the element at a place of the block.
func (a *Array) load(p int) any {
	switch a.dtype {
	case Bool:
		return block[bool](a)[p]
	case Int64:
		return block[int64](a)[p]
	case Float32:
		return block[float32](a)[p]
	case Float64:
		return block[float64](a)[p]
	}
	return block[complex128](a)[p]
}

// FloatAt, IntAt, BoolAt and ComplexAt return the element with flat index i, converted.
func (a *Array) FloatAt(i int) float64      { return loadAs[float64](a, a.position(i)) }
func (a *Array) IntAt(i int) int64          { return loadAs[int64](a, a.position(i)) }
func (a *Array) BoolAt(i int) bool          { return loadAs[bool](a, a.position(i)) }
func (a *Array) ComplexAt(i int) complex128 { return loadAs[complex128](a, a.position(i)) }

func loadAs[T elem](a *Array, p int) T {
	switch a.dtype {
	case Bool:
		return convert[T](block[bool](a)[p])
	case Int64:
		return convert[T](block[int64](a)[p])
	case Float32:
		return convert[T](block[float32](a)[p])
	case Float64:
		return convert[T](block[float64](a)[p])
	}
	return convert[T](block[complex128](a)[p])
}
