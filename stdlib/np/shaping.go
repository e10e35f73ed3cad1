package np

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

// fn1 declares a function of one array and further parameters.
func fn1(name, doc, returns, example string, params []bind.Param, fn func(c *bind.Call, a *ndarray.Array) (py.Object, error)) *bind.Func {
	first := "a"
	if len(params) > 0 && params[0].Type.Name == arrayLike.Name && params[0].Default == "" {
		first = params[0].Name
	} else {
		params = append([]bind.Param{pA}, params...)
	}
	return &bind.Func{Name: name, Doc: doc, Returns: returns, Example: example, Params: params, Fn: func(c *bind.Call) (py.Object, error) {
		a, err := arg(c, first)
		if err != nil {
			return nil, err
		}
		return fn(c, a)
	}}
}

var (
	pArrays  = bind.Param{Name: "arrays", Type: bind.Type{Name: "sequence of array_like"}, Help: "the arrays"}
	pTup     = bind.Param{Name: "tup", Type: bind.Type{Name: "sequence of array_like"}, Help: "the arrays"}
	pM       = bind.Param{Name: "m", Type: arrayLike, Help: "the array"}
	pOffset  = bind.Param{Name: "offset", Type: bind.Int, Default: "0", Help: "which diagonal: 0 the main one, positive above it"}
	pAxis1   = bind.Param{Name: "axis1", Type: bind.Int, Default: "0", Help: "first axis of the plane"}
	pAxis2   = bind.Param{Name: "axis2", Type: bind.Int, Default: "1", Help: "second axis of the plane"}
	pMode    = bind.Param{Name: "mode", Type: bind.OneOf("raise", "wrap", "clip"), Default: "'raise'", Help: "what to do with indices out of bounds"}
	pIndices = bind.Param{Name: "indices", Type: arrayLike, Help: "the indices"}
)

func atLeast(name string, n int, doc, example string) *bind.Func {
	return &bind.Func{Name: name, Doc: doc, Returns: "array, or a tuple of arrays for several arguments", Example: example,
		Params: []bind.Param{{Name: "arys", Star: true, Help: "the arrays"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			out := make(py.Tuple, len(c.Rest))
			for i, o := range c.Rest {
				a, err := asArray(c.Thread, o)
				if err != nil {
					return nil, err
				}
				out[i] = New(a.AtLeast(n))
			}
			if len(out) == 1 {
				return out[0], nil
			}
			return out, nil
		}}
}

// shaping holds functions that give the same elements another shape or order.
var shaping = []*bind.Func{
	fn1("reshape", "The same elements in another shape, as a view where the memory allows. One length may be -1.", "array", ">>> np.reshape(np.arange(6), (2, -1))\narray([[0, 1, 2],\n       [3, 4, 5]])",
		[]bind.Param{{Name: "shape", Type: bind.Shape, Help: "the new shape"}, pOrder, {Name: "copy", Type: bind.Bool, KwOnly: true, Default: "None", Help: "True: always copy"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			return reshape(a, bind.Get[[]int](c, "shape"), c.Str("order"))
		}),
	fn1("ravel", "The elements in one dimension, as a view where the memory allows.", "array", ">>> np.ravel([[1, 2], [3, 4]])\narray([1, 2, 3, 4])", []bind.Param{pOrder},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, err := a.RavelOrder(firstByte(c.Str("order")))
			return giveArray(r, err)
		}),
	fn1("transpose", "The view with permuted axes, reversed by default.", "array", ">>> np.transpose([[1, 2], [3, 4]])\narray([[1, 3],\n       [2, 4]])",
		[]bind.Param{{Name: "axes", Type: axesType, Default: "None", Help: "the order of the axes"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, err := a.Transpose(bind.Get[[]int](c, "axes")...)
			return giveArray(r, err)
		}),
	fn1("matrix_transpose", "The view with the last two axes exchanged.", "array", ">>> np.matrix_transpose(np.ones((2, 3, 4))).shape\n(2, 4, 3)", []bind.Param{{Name: "x", Type: arrayLike, Help: "the array"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			if a.NDim() < 2 {
				return nil, runtime.ValueErrorf("Input array must be at least 2-dimensional, but it is %d", a.NDim())
			}
			r, err := a.SwapAxes(-1, -2)
			return giveArray(r, err)
		}),
	fn1("swapaxes", "The view with two axes exchanged.", "array", ">>> np.swapaxes(np.ones((2, 3, 4)), 0, 2).shape\n(4, 3, 2)",
		[]bind.Param{{Name: "axis1", Type: bind.Int, Help: "one axis"}, {Name: "axis2", Type: bind.Int, Help: "the other"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, err := a.SwapAxes(c.Int("axis1"), c.Int("axis2"))
			return giveArray(r, err)
		}),
	fn1("moveaxis", "The view with axes moved to other places.", "array", ">>> np.moveaxis(np.ones((2, 3, 4)), 0, -1).shape\n(3, 4, 2)",
		[]bind.Param{{Name: "source", Type: axesType, Help: "axes to move"}, {Name: "destination", Type: axesType, Help: "their new places"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, err := a.MoveAxes(bind.Get[[]int](c, "source"), bind.Get[[]int](c, "destination"))
			return giveArray(r, err)
		}),
	fn1("squeeze", "The view without dimensions of length one.", "array", ">>> np.squeeze([[[1, 2]]])\narray([1, 2])", []bind.Param{{Name: "axis", Type: axesType, Default: "None", Help: "the dimensions to drop; all by default"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, err := a.Squeeze(bind.Get[[]int](c, "axis")...)
			return giveArray(r, err)
		}),
	fn1("expand_dims", "The view with dimensions of length one put in.", "array", ">>> np.expand_dims([1, 2], 0)\narray([[1, 2]])", []bind.Param{{Name: "axis", Type: axesType, Help: "places of the new dimensions in the result"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, err := a.ExpandDims(bind.Get[[]int](c, "axis")...)
			return giveArray(r, err)
		}),
	atLeast("atleast_1d", 1, "Views with at least one dimension.", ">>> np.atleast_1d(3)\narray([3])"),
	atLeast("atleast_2d", 2, "Views with at least two dimensions.", ">>> np.atleast_2d([1, 2])\narray([[1, 2]])"),
	atLeast("atleast_3d", 3, "Views with at least three dimensions.", ">>> np.atleast_3d([1, 2]).shape\n(1, 2, 1)"),
	fn1("broadcast_to", "A read-only view of the given shape.", "array", ">>> np.broadcast_to([1, 2], (2, 2))\narray([[1, 2],\n       [1, 2]])",
		[]bind.Param{{Name: "array", Type: arrayLike, Help: "the array"}, pShape},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, err := a.BroadcastTo(bind.Get[[]int](c, "shape")...)
			return giveArray(r, err)
		}),
	{Name: "broadcast_arrays", Doc: "Views of the common shape.", Returns: "tuple of arrays", Example: ">>> a, b = np.broadcast_arrays([1, 2], [[3], [4]])\n>>> b\narray([[3, 3],\n       [4, 4]])",
		Params: []bind.Param{{Name: "args", Star: true, Help: "the arrays"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			list, err := arrays(c.Thread, &py.List{Items: c.Rest})
			if err != nil {
				return nil, err
			}
			out, err := ndarray.BroadcastArrays(list...)
			if err != nil {
				return nil, raise(err)
			}
			return arrayTuple(out), nil
		}},
	{Name: "broadcast_shapes", Doc: "The common shape of shapes.", Returns: "tuple of int", Example: ">>> np.broadcast_shapes((3, 1), (4,))\n(3, 4)",
		Params: []bind.Param{{Name: "args", Star: true, Help: "the shapes"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			shapes := make([][]int, len(c.Rest))
			for i, o := range c.Rest {
				v, err := bind.Shape.Convert(c.Thread, o)
				if err != nil {
					return nil, runtime.TypeErrorf("np.broadcast_shapes: args[%d] %s", i, err)
				}
				shapes[i] = v.([]int)
			}
			out, err := ndarray.BroadcastShapes(shapes...)
			if err != nil {
				return nil, mismatch(shapes)
			}
			return tupleOf(out), nil
		}},
	fn1("flip", "The view reversed along axes, all by default.", "array", ">>> np.flip([1, 2, 3])\narray([3, 2, 1])", []bind.Param{pM, {Name: "axis", Type: axesType, Default: "None", Help: "the axes"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, err := ndarray.Flip(a, bind.Get[[]int](c, "axis"))
			return giveArray(r, err)
		}),
	fn1("fliplr", "The view reversed from left to right.", "array", ">>> np.fliplr([[1, 2], [3, 4]])\narray([[2, 1],\n       [4, 3]])", []bind.Param{pM},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			if a.NDim() < 2 {
				return nil, runtime.ValueErrorf("Input must be >= 2-d.")
			}
			r, err := ndarray.Flip(a, []int{1})
			return giveArray(r, err)
		}),
	fn1("flipud", "The view turned upside down.", "array", ">>> np.flipud([[1, 2], [3, 4]])\narray([[3, 4],\n       [1, 2]])", []bind.Param{pM},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			if a.NDim() < 1 {
				return nil, runtime.ValueErrorf("Input must be >= 1-d.")
			}
			r, err := ndarray.Flip(a, []int{0})
			return giveArray(r, err)
		}),
	fn1("rot90", "The view turned by quarter turns in a plane.", "array", ">>> np.rot90([[1, 2], [3, 4]])\narray([[2, 4],\n       [1, 3]])", []bind.Param{pM, {Name: "k", Type: bind.Int, Default: "1", Help: "number of quarter turns"}, {Name: "axes", Type: axesType, Default: "(0, 1)", Help: "the plane"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			ax := []int{0, 1}
			if c.Given("axes") {
				ax = bind.Get[[]int](c, "axes")
			}
			if len(ax) != 2 {
				return nil, runtime.ValueErrorf("len(axes) must be 2.")
			}
			r, err := ndarray.Rot90(a, c.Int("k"), ax[0], ax[1])
			return giveArray(r, err)
		}),
	fn1("roll", "Shifts elements; those that leave at one end enter at the other.", "array", ">>> np.roll([1, 2, 3], 1)\narray([3, 1, 2])", []bind.Param{pA, {Name: "shift", Type: axesType, Help: "by how many places"}, {Name: "axis", Type: axesType, Default: "None", Help: "the axes; flattened by default"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, err := ndarray.Roll(a, bind.Get[[]int](c, "shift"), bind.Get[[]int](c, "axis"))
			return giveArray(r, err)
		}),
	fn1("shape", "Length of each dimension.", "tuple of int", ">>> np.shape([[1, 2, 3]])\n(1, 3)", nil, func(c *bind.Call, a *ndarray.Array) (py.Object, error) { return tupleOf(a.Shape()), nil }),
	fn1("ndim", "Number of dimensions.", "int", ">>> np.ndim([[1, 2, 3]])\n2", nil, func(c *bind.Call, a *ndarray.Array) (py.Object, error) { return py.Int(a.NDim()), nil }),
	fn1("size", "Number of elements, in all or along an axis.", "int", ">>> np.size([[1, 2, 3]])\n3", []bind.Param{pA, pAxis}, func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
		if p := axisArg(c); p != nil {
			ax, err := ndarray.NormAxis(*p, a.NDim())
			if err != nil {
				return nil, raise(err)
			}
			return py.Int(a.Shape()[ax]), nil
		}
		return py.Int(a.Size()), nil
	}),
	fn1("real", "Real parts.", "array", ">>> np.real([1 + 2j])\narray([1.])", []bind.Param{{Name: "val", Type: arrayLike, Help: "the array"}}, func(c *bind.Call, a *ndarray.Array) (py.Object, error) { return partOf(c, a.Real()), nil }),
	fn1("imag", "Imaginary parts.", "array", ">>> np.imag([1 + 2j])\narray([2.])", []bind.Param{{Name: "val", Type: arrayLike, Help: "the array"}}, func(c *bind.Call, a *ndarray.Array) (py.Object, error) { return partOf(c, a.Imag()), nil }),
}

func mismatch(shapes [][]int) error {
	first := 0
	for i := 1; i < len(shapes); i++ {
		if _, err := ndarray.BroadcastShapes(shapes[first], shapes[i]); err != nil {
			return runtime.ValueErrorf("shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg %d with shape %s and arg %d with shape %s.",
				first, ndarray.ShapeTuple(shapes[first]), i, ndarray.ShapeTuple(shapes[i]))
		}
	}
	return runtime.ValueErrorf("shape mismatch: objects cannot be broadcast to a single shape")
}

// partOf gives the part of a number of the language as such a number.
func partOf(c *bind.Call, part *ndarray.Array) py.Object {
	switch c.Obj("val").(type) {
	case py.Complex, py.Float, py.Int:
		return plainOf(part.Flat(0))
	}
	return Object(part)
}
