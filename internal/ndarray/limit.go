package ndarray

import (
	"fmt"
	"math/bits"
	"sync"
	"sync/atomic"
)

var (
	maxBytes    atomic.Int64
	limitOnce   sync.Once
	defaultMax  int64
	fallbackMax = int64(8) << 30
)

// SetLimit bounds the bytes of a single array; 0 restores the default, 80 % of the machine's memory (or of the
// container's, when that is less). It returns the previous setting.
func SetLimit(bytes int64) int64 { return maxBytes.Swap(bytes) }

// Limit is the present bound in bytes.
func Limit() int64 {
	if n := maxBytes.Load(); n > 0 {
		return n
	}
	limitOnce.Do(func() {
		defaultMax = fallbackMax
		if m := totalMemory(); m > 0 {
			defaultMax = m / 10 * 8
		}
	})
	return defaultMax
}

// MaxDims is the largest number of dimensions.
const MaxDims = 64

// CheckShape returns the number of elements of shape, or the error that NumPy gives before it allocates: too many or
// negative dimensions, an overflow of the product, or more memory than Limit.
func CheckShape(d Dtype, shape []int) (int, error) {
	if len(shape) > MaxDims {
		return 0, valueErr("maximum supported dimension for an ndarray is currently %d, found %d", MaxDims, len(shape))
	}
	n := uint64(1)
	overflow := false
	for _, s := range shape {
		if s < 0 {
			return 0, valueErr("negative dimensions are not allowed")
		}
	}
	for _, s := range shape {
		if s == 0 {
			return 0, nil
		}
		hi, lo := bits.Mul64(n, uint64(s))
		if hi != 0 || lo > 1<<62 {
			overflow = true
			break
		}
		n = lo
	}
	if overflow || n > (1<<62)/uint64(d.Size()) {
		return 0, valueErr("array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.")
	}
	if bytes := int64(n) * int64(d.Size()); bytes > Limit() {
		return 0, errf(MemoryError, "Unable to allocate %s for an array with shape %s and data type %s", byteText(bytes),
			ShapeTuple(shape), d)
	}
	return int(n), nil
}

// byteText writes a size as NumPy's memory errors do: three significant digits and a binary unit.
func byteText(n int64) string {
	units := []string{"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"}
	x, u := float64(n), 0
	for u < len(units)-1 && x >= 1024 {
		x /= 1024
		u++
	}
	switch {
	case u == 0:
		return fmt.Sprintf("%d bytes", n)
	case x < 10:
		return fmt.Sprintf("%.2f %s", x, units[u])
	case x < 100:
		return fmt.Sprintf("%.1f %s", x, units[u])
	}
	return fmt.Sprintf("%.0f. %s", x, units[u])
}
