package np

import (
	"math"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/internal/ndarray"
)

// comparing holds comparisons with tolerance and questions about parts of numbers.
var comparing = []*bind.Func{
	fn1("allclose", "Whether all elements of two arrays are close.", "bool", ">>> np.allclose([1.0, 2.0], [1.0, 2.0 + 1e-9])\nTrue", []bind.Param{pA, pB, pRtol, pAtol, pEqNaN},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			b, err := arg(c, "b")
			if err != nil {
				return nil, err
			}
			ok, err := ndarray.AllClose(a, b, c.Float("rtol"), c.Float("atol"), c.Bool("equal_nan"))
			return py.Bool(ok), raise(err)
		}),
	fn1("isclose", "Whether elements are close: |a - b| <= atol + rtol |b|.", "array of bool or bool", ">>> np.isclose([1.0, 2.0], [1.0, 2.1])\narray([ True, False])", []bind.Param{pA, pB, pRtol, pAtol, pEqNaN},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			b, err := arg(c, "b")
			if err != nil {
				return nil, err
			}
			r, err := ndarray.IsClose(a, b, c.Float("rtol"), c.Float("atol"), c.Bool("equal_nan"))
			return give(r, err)
		}),
	fn1("array_equal", "Whether two arrays have the same shape and elements.", "bool", ">>> np.array_equal([1, 2], [1, 2])\nTrue", []bind.Param{{Name: "a1", Type: arrayLike, Help: "one array"}, {Name: "a2", Type: arrayLike, Help: "the other"}, pEqNaN},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			b, err := arg(c, "a2")
			if err != nil {
				return nil, err
			}
			ok, err := ndarray.ArrayEqual(a, b, c.Bool("equal_nan"))
			return py.Bool(ok), raise(err)
		}),
	fn1("array_equiv", "Whether two arrays are equal after broadcasting.", "bool", ">>> np.array_equiv([1, 1], 1)\nTrue", []bind.Param{{Name: "a1", Type: arrayLike, Help: "one array"}, {Name: "a2", Type: arrayLike, Help: "the other"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			b, err := arg(c, "a2")
			if err != nil {
				return nil, err
			}
			both, err := ndarray.BroadcastArrays(a, b)
			if err != nil {
				return py.False, nil
			}
			ok, err := ndarray.ArrayEqual(both[0], both[1], false)
			return py.Bool(ok), raise(err)
		}),
	fn1("nan_to_num", "NaN and infinities replaced by numbers.", "array", ">>> np.nan_to_num([np.nan, 1.0], nan=0.0)\narray([0., 1.])",
		[]bind.Param{{Name: "x", Type: arrayLike, Help: "the array"}, {Name: "copy", Type: bind.Bool, Default: "True", Help: "False: change the array itself"}, {Name: "nan", Type: bind.Float, Default: "0.0", Help: "for NaN"},
			{Name: "posinf", Type: bind.Float, Default: "None", Help: "for infinity, the largest number by default"}, {Name: "neginf", Type: bind.Float, Default: "None", Help: "for minus infinity, the most negative number by default"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			if !a.Dtype().IsFloat() {
				return Object(a), nil
			}
			hi, lo := math.MaxFloat64, -math.MaxFloat64
			if a.Dtype() == ndarray.Float32 {
				hi, lo = math.MaxFloat32, -math.MaxFloat32
			}
			if c.Has("posinf") {
				hi = c.Float("posinf")
			}
			if c.Has("neginf") {
				lo = c.Float("neginf")
			}
			r, err := a.Copy()
			if err != nil {
				return nil, raise(err)
			}
			for _, s := range []struct{ from, to float64 }{{math.Inf(1), hi}, {math.Inf(-1), lo}} {
				m, _, err := ndarray.Equal.Call(r, ndarray.FloatScalar(s.from), nil)
				if err == nil {
					r, err = ndarray.Where(m, ndarray.FloatScalar(s.to).Weak(), r)
				}
				if err != nil {
					return nil, raise(err)
				}
			}
			m, _, err := ndarray.IsNaN.Call(r, nil)
			if err == nil {
				r, err = ndarray.Where(m, ndarray.FloatScalar(c.Float("nan")).Weak(), r)
			}
			if err == nil && !c.Bool("copy") {
				if x, ok := c.Obj("x").(*Array); ok {
					return x, raise(x.ND().Assign(r))
				}
			}
			return give(r, err)
		}),
	fn1("iscomplexobj", "Whether the type is complex.", "bool", ">>> np.iscomplexobj([1j])\nTrue", []bind.Param{{Name: "x", Type: arrayLike, Help: "the array"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			return py.Bool(a.Dtype() == ndarray.Complex128), nil
		}),
	fn1("isrealobj", "Whether the type is not complex.", "bool", ">>> np.isrealobj([1.0])\nTrue", []bind.Param{{Name: "x", Type: arrayLike, Help: "the array"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			return py.Bool(a.Dtype() != ndarray.Complex128), nil
		}),
	fn1("isreal", "Whether imaginary parts are zero.", "array of bool", ">>> np.isreal([1, 1j])\narray([ True, False])", []bind.Param{{Name: "x", Type: arrayLike, Help: "the array"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, _, err := ndarray.Equal.Call(a.Imag(), ndarray.IntScalar(0), nil)
			return give(r, err)
		}),
	fn1("iscomplex", "Whether imaginary parts are not zero.", "array of bool", ">>> np.iscomplex([1, 1j])\narray([False,  True])", []bind.Param{{Name: "x", Type: arrayLike, Help: "the array"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, _, err := ndarray.NotEqual.Call(a.Imag(), ndarray.IntScalar(0), nil)
			return give(r, err)
		}),
	fn1("angle", "Angle of complex numbers in radians.", "array", ">>> np.angle([1j, -1])\narray([1.57079633, 3.14159265])", []bind.Param{{Name: "z", Type: arrayLike, Help: "the array"}, {Name: "deg", Type: bind.Bool, Default: "False", Help: "in degrees"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, _, err := ndarray.Arctan2.Call(a.Imag(), a.Real(), nil)
			if err == nil && c.Bool("deg") {
				r, _, err = ndarray.Rad2deg.Call(r, nil)
			}
			return give(r, err)
		}),
}
