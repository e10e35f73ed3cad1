package ndarray

import (
	"strings"
	"unsafe"
)

const (
	// rawFrom is the size in bytes from which clearing a block that will be overwritten costs more than avoiding it.
	rawFrom = 1 << 10
	// hugeFrom is the size from which the operating system is asked for large pages, as NumPy does: a fresh block then
	// costs one fault per two megabytes instead of one per four kilobytes.
	hugeFrom = 4 << 20
)

// newRaw is New for results of which every element will be written: they hold anything.
func newRaw(d Dtype, shape []int) (*Array, error) {
	if len(shape) == 0 {
		return New(d, shape...)
	}
	size, err := CheckShape(d, shape)
	if err != nil {
		return nil, err
	}
	a := &Array{dtype: d, size: size, n: size}
	if bytes := size * d.Size(); bytes >= rawFrom {
		a.data = rawBlock(bytes)
	} else {
		a.data = newBlock(d, size)
	}
	a.setDims(shape, nil)
	return a, nil
}

// rawBlock is memory without pointers that is not cleared; a string builder is where the standard library offers it.
func rawBlock(bytes int) unsafe.Pointer {
	var b strings.Builder
	b.Grow(bytes)
	b.WriteByte(0)
	p := unsafe.Pointer(unsafe.StringData(b.String()))
	if bytes >= hugeFrom {
		adviseHugePages(unsafe.Slice((*byte)(p), bytes))
	}
	return p
}
