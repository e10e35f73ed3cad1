package ndarray

import (
	"math"

	"gonum.org/v1/gonum/dsp/fourier"
)

// FFTNorm says where the factor 1/n goes: "backward" (the inverse), "ortho" (its root on both) or "forward".
type FFTNorm string

func (m FFTNorm) factor(n int, inverse bool) (float64, error) {
	switch m {
	case "", "backward":
		if inverse {
			return 1 / float64(n), nil
		}
	case "forward":
		if !inverse {
			return 1 / float64(n), nil
		}
	case "ortho":
		return 1 / math.Sqrt(float64(n)), nil
	default:
		return 0, valueErr("Invalid norm value %s; should be \"backward\", \"ortho\" or \"forward\".", string(m))
	}
	return 1, nil
}

// fftLanes prepares a transform along one axis: a copy of a as complex numbers with the axis last, cut or padded with
// zeros to length n (n <= 0: the present length).
func fftLanes(a *Array, n, axis int) (lanes *Array, ax, length int, err error) {
	if ax, err = NormAxis(axis, len(a.shape)); err != nil {
		return nil, 0, 0, err
	}
	if n <= 0 {
		n = a.shape[ax]
	}
	if n < 1 {
		return nil, 0, 0, valueErr("Invalid number of FFT data points (%d) specified.", n)
	}
	moved, err := a.MoveAxes([]int{ax}, []int{-1})
	if err != nil {
		return nil, 0, 0, err
	}
	shape := append([]int(nil), moved.shape...)
	last := len(shape) - 1
	m := min(n, shape[last])
	shape[last] = n
	if lanes, err = New(Complex128, shape...); err != nil {
		return nil, 0, 0, err
	}
	copyInto(lanes.part1(last, 0, m), moved.part1(last, 0, m))
	return lanes, ax, n, nil
}

// FFT is the discrete Fourier transform of length n along an axis, or its inverse.
func FFT(a *Array, n, axis int, norm FFTNorm, inverse bool) (*Array, error) {
	lanes, ax, n, err := fftLanes(a, n, axis)
	if err != nil {
		return nil, err
	}
	f, err := norm.factor(n, inverse)
	if err != nil {
		return nil, err
	}
	plan := fourier.NewCmplxFFT(n)
	s := elems[complex128](lanes)
	for o := 0; o < len(s); o += n {
		lane := s[o : o+n]
		if inverse {
			plan.Sequence(lane, lane)
		} else {
			plan.Coefficients(lane, lane)
		}
		if f != 1 {
			for i := range lane {
				lane[i] = complex(real(lane[i])*f, imag(lane[i])*f)
			}
		}
	}
	r, err := lanes.MoveAxes([]int{-1}, []int{ax})
	if err != nil {
		return nil, err
	}
	return r.contiguous(Complex128)
}

// RFFT is the transform of real numbers: the first n/2+1 coefficients.
func RFFT(a *Array, n, axis int, norm FFTNorm) (*Array, error) {
	if a.dtype == Complex128 {
		return nil, typeErr("ufunc 'rfft_n_even' did not contain a loop with signature matching types <class 'numpy.dtypes.Complex128DType'> -> None")
	}
	c, err := FFT(a, n, axis, norm, false)
	if err != nil {
		return nil, err
	}
	ax, err := NormAxis(axis, len(c.shape))
	if err != nil {
		return nil, err
	}
	return c.part1(ax, 0, c.shape[ax]/2+1).Copy()
}

// IRFFT is the inverse of RFFT, of length n (n <= 0: twice the coefficients less two).
func IRFFT(a *Array, n, axis int, norm FFTNorm) (*Array, error) {
	ax, err := NormAxis(axis, len(a.shape))
	if err != nil {
		return nil, err
	}
	if n <= 0 {
		n = 2 * (a.shape[ax] - 1)
	}
	if n < 1 {
		return nil, valueErr("Invalid number of FFT data points (%d) specified.", n)
	}
	half, _, _, err := fftLanes(a, n/2+1, ax)
	if err != nil {
		return nil, err
	}
	shape := append([]int(nil), half.shape...)
	last := len(shape) - 1
	shape[last] = n
	full, err := New(Complex128, shape...)
	if err != nil {
		return nil, err
	}
	d, s, m := elems[complex128](full), elems[complex128](half), n/2+1
	for row := range full.size / n {
		for k := range n {
			if k < m {
				d[row*n+k] = s[row*m+k]
			} else {
				c := s[row*m+n-k]
				d[row*n+k] = complex(real(c), -imag(c))
			}
		}
		d[row*n] = complex(real(d[row*n]), 0)
	}
	r, err := FFT(full, n, last, norm, true)
	if err != nil {
		return nil, err
	}
	if r, err = r.Real().MoveAxes([]int{-1}, []int{ax}); err != nil {
		return nil, err
	}
	return r.Copy()
}

// FFTFreq are the frequencies of the coefficients of n samples at distance d; half leaves out the negative ones.
func FFTFreq(n int, d float64, half bool) (*Array, error) {
	if n < 1 {
		return nil, valueErr("n should be a positive integer")
	}
	count := n
	if half {
		count = n/2 + 1
	}
	a, err := New(Float64, count)
	if err != nil {
		return nil, err
	}
	unit := 1 / (float64(n) * d)
	for i := range elems[float64](a) {
		k := i
		if !half && i > (n-1)/2 {
			k = i - n
		}
		elems[float64](a)[i] = float64(k) * unit
	}
	return a, nil
}

// FFTShift moves the zero frequency to the middle of the axes (nil: all), or back.
func FFTShift(a *Array, axes []int, inverse bool) (*Array, error) {
	if axes == nil {
		axes = []int{}
		for i := range a.shape {
			axes = append(axes, i)
		}
	}
	shifts := make([]int, len(axes))
	for i, ax := range axes {
		n, err := NormAxis(ax, len(a.shape))
		if err != nil {
			return nil, err
		}
		shifts[i] = a.shape[n] / 2
		if inverse {
			shifts[i] = -shifts[i]
		}
	}
	return Roll(a, shifts, axes)
}
