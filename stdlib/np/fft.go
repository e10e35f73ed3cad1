package np

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

var (
	pN    = bind.Param{Name: "n", Type: bind.Int, Default: "None", Help: "length of the transform; the input is cut or padded with zeros"}
	pNorm = bind.Param{Name: "norm", Type: bind.OneOf("backward", "ortho", "forward"), Default: "None", Help: "where the factor 1/n goes; 'backward' by default"}
	pS    = bind.Param{Name: "s", Type: bind.Shape, Default: "None", Help: "lengths along the axes"}
)

// fft1 declares a transform along one axis.
func fft1(name, doc, example string, f func(a *ndarray.Array, n, axis int, norm ndarray.FFTNorm) (*ndarray.Array, error)) *bind.Func {
	return lin(name, doc, "array", example, []bind.Param{pN, pLast, pNorm}, func(c *bind.Call, a *ndarray.Array) (*ndarray.Array, error) {
		n := 0
		if c.Has("n") {
			if n = c.Int("n"); n < 1 {
				return nil, runtime.ValueErrorf("Invalid number of FFT data points (%d) specified.", n)
			}
		}
		return f(a, n, c.Int("axis"), ndarray.FFTNorm(c.Str("norm")))
	})
}

// fftMany declares a transform along several axes, the last two or all.
func fftMany(name, doc, example string, two, inverse bool) *bind.Func {
	axes := bind.Param{Name: "axes", Type: axesType, Default: "None", Help: "the axes; all by default"}
	if two {
		axes.Default, axes.Help = "(-2, -1)", "the two axes"
	}
	return lin(name, doc, "array", example, []bind.Param{pS, axes, pNorm}, func(c *bind.Call, a *ndarray.Array) (*ndarray.Array, error) {
		ax := bind.Get[[]int](c, "axes")
		lengths := bind.Get[[]int](c, "s")
		if two && ax == nil {
			ax = []int{-2, -1}
		}
		if ax == nil {
			for i := range a.NDim() {
				if lengths == nil || i >= a.NDim()-len(lengths) {
					ax = append(ax, i)
				}
			}
		}
		if lengths != nil && len(lengths) != len(ax) {
			return nil, runtime.ValueErrorf("Shape and axes have different lengths.")
		}
		var err error
		for i := len(ax) - 1; i >= 0; i-- {
			n := 0
			if lengths != nil {
				n = lengths[i]
			}
			if a, err = ndarray.FFT(a, n, ax[i], ndarray.FFTNorm(c.Str("norm")), inverse); err != nil {
				return nil, err
			}
		}
		return a, nil
	})
}

func freq(name, doc, example string, half bool) *bind.Func {
	return &bind.Func{Name: name, Doc: doc, Returns: "array", Example: example, Params: []bind.Param{{Name: "n", Type: bind.Int, Help: "number of samples"}, {Name: "d", Type: bind.Float, Default: "1.0", Help: "distance of samples"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			r, err := ndarray.FFTFreq(c.Int("n"), c.Float("d"), half)
			return giveArray(r, err)
		}}
}

func shift(name, doc, example string, inverse bool) *bind.Func {
	return fn1(name, doc, "array", example, []bind.Param{{Name: "x", Type: arrayLike, Help: "the array"}, {Name: "axes", Type: axesType, Default: "None", Help: "the axes; all by default"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, err := ndarray.FFTShift(a, bind.Get[[]int](c, "axes"), inverse)
			return giveArray(r, err)
		})
}

var fftModule = &bind.Module{
	Name: "np.fft",
	Doc:  "Discrete Fourier transforms.",
	Funcs: []*bind.Func{
		fft1("fft", "Discrete Fourier transform along an axis.", ">>> np.fft.fft([1.0, 0.0, 0.0, 0.0])\narray([1.+0.j, 1.+0.j, 1.+0.j, 1.+0.j])",
			func(a *ndarray.Array, n, axis int, norm ndarray.FFTNorm) (*ndarray.Array, error) {
				return ndarray.FFT(a, n, axis, norm, false)
			}),
		fft1("ifft", "Inverse of fft.", ">>> np.fft.ifft([4.0, 0.0, 0.0, 0.0])\narray([1.+0.j, 1.+0.j, 1.+0.j, 1.+0.j])",
			func(a *ndarray.Array, n, axis int, norm ndarray.FFTNorm) (*ndarray.Array, error) {
				return ndarray.FFT(a, n, axis, norm, true)
			}),
		fft1("rfft", "Fourier transform of real numbers: the coefficients of frequencies that are not negative.", ">>> np.fft.rfft([1.0, 1.0, 1.0, 1.0])\narray([4.+0.j, 0.+0.j, 0.+0.j])", ndarray.RFFT),
		fft1("irfft", "Inverse of rfft.", ">>> np.fft.irfft([4.0, 0.0, 0.0])\narray([1., 1., 1., 1.])", ndarray.IRFFT),
		fftMany("fft2", "Two-dimensional Fourier transform.", ">>> np.fft.fft2(np.eye(2))\narray([[2.+0.j, 0.+0.j],\n       [0.+0.j, 2.+0.j]])", true, false),
		fftMany("ifft2", "Inverse of fft2.", ">>> np.fft.ifft2(np.ones((2, 2))).real\narray([[1., 0.],\n       [0., 0.]])", true, true),
		fftMany("fftn", "Fourier transform along several axes.", ">>> np.fft.fftn(np.ones((2, 2)))[0, 0]\nnp.complex128(4+0j)", false, false),
		fftMany("ifftn", "Inverse of fftn.", ">>> np.fft.ifftn(np.ones((2, 2)))[0, 0]\nnp.complex128(1+0j)", false, true),
		freq("fftfreq", "Frequencies of the coefficients of fft.", ">>> np.fft.fftfreq(4, d=0.5)\narray([ 0. ,  0.5, -1. , -0.5])", false),
		freq("rfftfreq", "Frequencies of the coefficients of rfft.", ">>> np.fft.rfftfreq(4, d=0.5)\narray([0. , 0.5, 1. ])", true),
		shift("fftshift", "Moves the zero frequency to the middle.", ">>> np.fft.fftshift([0, 1, 2, -2, -1])\narray([-2, -1,  0,  1,  2])", false),
		shift("ifftshift", "Inverse of fftshift.", ">>> np.fft.ifftshift([-2, -1, 0, 1, 2])\narray([ 0,  1,  2, -2, -1])", true),
	},
	Init: func(_ *runtime.Thread, m *runtime.Module) error {
		m.Dict.SetStr("__name__", py.String("numpy.fft"))
		return nil
	},
	Missing: "is not provided by Monge",
}
