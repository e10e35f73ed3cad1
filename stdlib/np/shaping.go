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

func takeMode(c *bind.Call) ndarray.TakeMode {
	switch c.Str("mode") {
	case "wrap":
		return ndarray.TakeWrap
	case "clip":
		return ndarray.TakeClip
	}
	return ndarray.TakeRaise
}

func take(c *bind.Call, a *ndarray.Array) (py.Object, error) {
	idx, err := arg(c, "indices")
	if err != nil {
		return nil, err
	}
	r, err := ndarray.Take(a, idx, axisArg(c), takeMode(c))
	return giveOut(c, r, err)
}

func nonzero(a *ndarray.Array) (py.Object, error) {
	if a.NDim() == 0 {
		return nil, runtime.ValueErrorf("Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead. If the context of this error is of the form `arr[nonzero(cond)]`, just use `arr[cond]`.")
	}
	return arrayTuple(ndarray.NonZero(a)), nil
}

// joiner declares a function of a sequence of arrays.
func joiner(name, doc, example string, params []bind.Param, join func(c *bind.Call, list []*ndarray.Array) (*ndarray.Array, error)) *bind.Func {
	return &bind.Func{Name: name, Doc: doc, Returns: "array", Example: example, Params: params, Fn: func(c *bind.Call) (py.Object, error) {
		list, err := arrays(c.Thread, c.Obj(params[0].Name))
		if err != nil {
			return nil, err
		}
		r, err := join(c, list)
		if err != nil {
			return nil, raise(err)
		}
		if hasOut(c) {
			return deliver(c, r)
		}
		return New(r), nil
	}}
}

func hasOut(c *bind.Call) bool {
	for _, p := range c.Func.Params {
		if p.Name == "out" {
			return c.Has("out") && c.Obj("out") != py.None
		}
	}
	return false
}

func stacker(name, doc, example string, join func([]*ndarray.Array) (*ndarray.Array, error)) *bind.Func {
	return joiner(name, doc, example, []bind.Param{pTup}, func(_ *bind.Call, list []*ndarray.Array) (*ndarray.Array, error) { return join(list) })
}

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

func splitter(name string, axis int, uneven bool, doc, example string) *bind.Func {
	params := []bind.Param{{Name: "ary", Type: arrayLike, Help: "the array"}, {Name: "indices_or_sections", Help: "number of equal parts, or the places to cut at"}}
	if axis < 0 {
		params = append(params, pZero)
	}
	return &bind.Func{Name: name, Doc: doc, Returns: "list of arrays (views)", Example: example, Params: params, Fn: func(c *bind.Call) (py.Object, error) {
		a, err := arg(c, "ary")
		if err != nil {
			return nil, err
		}
		ax := axis
		if axis < 0 {
			ax = c.Int("axis")
		}
		if axis == 1 && a.NDim() == 1 {
			ax = 0
		}
		if least := map[string]int{"hsplit": 1, "vsplit": 2}[name]; a.NDim() < least {
			return nil, runtime.ValueErrorf("%s only works on arrays of %d or more dimensions", name, least)
		}
		var parts []*ndarray.Array
		if n, err2 := runtime.AsInt(c.Thread, c.Obj("indices_or_sections")); err2 == nil {
			parts, err = ndarray.SplitEqual(a, n, ax, uneven)
		} else {
			at, err2 := arg(c, "indices_or_sections")
			if err2 != nil {
				return nil, err2
			}
			cuts := make([]int, at.Size())
			for i := range cuts {
				cuts[i] = int(at.IntAt(i))
			}
			parts, err = ndarray.Split(a, cuts, ax)
		}
		if err != nil {
			return nil, raise(err)
		}
		out := &py.List{}
		for _, p := range parts {
			out.Items = append(out.Items, New(p))
		}
		return out, nil
	}}
}

func intsArg(c *bind.Call, name string) ([]int, error) {
	v, err := axesType.Convert(c.Thread, c.Obj(name))
	if err != nil {
		return nil, runtime.TypeErrorf("%s: %s %s", c.Func.QualName(), name, err)
	}
	return v.([]int), nil
}

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
	joiner("concatenate", "Joins arrays along an axis.", ">>> np.concatenate([[1, 2], [3]])\narray([1, 2, 3])",
		[]bind.Param{pArrays, {Name: "axis", Type: axisOrNone, Default: "0", Help: "the axis; None flattens first"}, pOut, {Name: "dtype", Type: dtypeType, KwOnly: true, Default: "None", Help: "type of the result"}},
		concatenate),
	joiner("concat", "Joins arrays along an axis; the same as concatenate.", ">>> np.concat([[1, 2], [3]])\narray([1, 2, 3])",
		[]bind.Param{pArrays, {Name: "axis", Type: axisOrNone, Default: "0", Help: "the axis; None flattens first"}, pOut, {Name: "dtype", Type: dtypeType, KwOnly: true, Default: "None", Help: "type of the result"}},
		concatenate),
	joiner("stack", "Joins arrays of one shape along a new axis.", ">>> np.stack([[1, 2], [3, 4]], axis=1)\narray([[1, 3],\n       [2, 4]])",
		[]bind.Param{pArrays, pZero, pOut, {Name: "dtype", Type: dtypeType, KwOnly: true, Default: "None", Help: "type of the result"}},
		func(c *bind.Call, list []*ndarray.Array) (*ndarray.Array, error) {
			return ndarray.Stack(list, c.Int("axis"), dtypeArg(c))
		}),
	stacker("vstack", "Joins arrays as rows.", ">>> np.vstack([[1, 2], [3, 4]])\narray([[1, 2],\n       [3, 4]])", ndarray.VStack),
	stacker("hstack", "Joins arrays side by side.", ">>> np.hstack([[1, 2], [3]])\narray([1, 2, 3])", ndarray.HStack),
	stacker("dstack", "Joins arrays along the third axis.", ">>> np.dstack([[1, 2], [3, 4]])\narray([[[1, 3],\n        [2, 4]]])", ndarray.DStack),
	stacker("column_stack", "Joins vectors as columns of a matrix.", ">>> np.column_stack([[1, 2], [3, 4]])\narray([[1, 3],\n       [2, 4]])", ndarray.ColumnStack),
	{Name: "block", Doc: "Joins nested lists of blocks: the innermost lists along the last axis, the next along the one before.", Returns: "array",
		Example: ">>> np.block([[np.eye(2), np.zeros((2, 1))], [np.ones((1, 3))]])\narray([[1., 0., 0.],\n       [0., 1., 0.],\n       [1., 1., 1.]])",
		Params:  []bind.Param{{Name: "arrays", Type: arrayLike, Help: "arrays in nested lists"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			depth, o := 0, c.Obj("arrays")
			for {
				l, ok := o.(*py.List)
				if !ok || len(l.Items) == 0 {
					break
				}
				depth++
				o = l.Items[0]
			}
			nd := depth
			if err := blockDims(c.Thread, c.Obj("arrays"), &nd); err != nil {
				return nil, err
			}
			r, err := block(c.Thread, c.Obj("arrays"), depth, nd)
			return giveArray(r, err)
		}},
	splitter("split", -1, false, "Cuts an array into parts along an axis.", ">>> np.split(np.arange(4), 2)\n[array([0, 1]), array([2, 3])]"),
	splitter("array_split", -1, true, "Cuts an array into parts that may differ in length by one.", ">>> np.array_split(np.arange(5), 2)\n[array([0, 1, 2]), array([3, 4])]"),
	splitter("hsplit", 1, false, "Cuts an array along its second axis.", ">>> np.hsplit(np.arange(4), 2)\n[array([0, 1]), array([2, 3])]"),
	splitter("vsplit", 0, false, "Cuts an array along its first axis.", ">>> np.vsplit(np.eye(2), 2)\n[array([[1., 0.]]), array([[0., 1.]])]"),
	fn1("tile", "Repeats the whole array.", "array", ">>> np.tile([1, 2], 2)\narray([1, 2, 1, 2])", []bind.Param{{Name: "A", Type: arrayLike, Help: "the array"}, {Name: "reps", Type: bind.Shape, Help: "how often along each axis"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, err := ndarray.Tile(a, bind.Get[[]int](c, "reps")...)
			return giveArray(r, err)
		}),
	fn1("repeat", "Repeats each element.", "array", ">>> np.repeat([1, 2], 2)\narray([1, 1, 2, 2])", []bind.Param{pA, {Name: "repeats", Type: arrayLike, Help: "how often: a number, or one per place"}, pAxis},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			n, err := arg(c, "repeats")
			if err != nil {
				return nil, err
			}
			r, err := ndarray.Repeat(a, n, axisArg(c))
			return giveArray(r, err)
		}),
	fn1("append", "Joins values to the end; both are flattened unless an axis is given.", "array", ">>> np.append([1, 2], [3, 4])\narray([1, 2, 3, 4])", []bind.Param{{Name: "arr", Type: arrayLike, Help: "the array"}, {Name: "values", Type: arrayLike, Help: "what to join"}, pAxis},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			v, err := arg(c, "values")
			if err != nil {
				return nil, err
			}
			r, err := ndarray.Append(a, v, axisArg(c))
			return giveArray(r, err)
		}),
	fn1("insert", "Puts values in before given places.", "array", ">>> np.insert([1, 3], 1, 2)\narray([1, 2, 3])",
		[]bind.Param{{Name: "arr", Type: arrayLike, Help: "the array"}, {Name: "obj", Help: "place or places"}, {Name: "values", Type: arrayLike, Help: "what to put in"}, pAxis},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			idx, err := placesArg(c, a)
			if err != nil {
				return nil, err
			}
			v, err := arg(c, "values")
			if err != nil {
				return nil, err
			}
			r, err := ndarray.Insert(a, idx, v, axisArg(c))
			return giveArray(r, err)
		}),
	fn1("delete", "The array without given places.", "array", ">>> np.delete([1, 2, 3], 1)\narray([1, 3])", []bind.Param{{Name: "arr", Type: arrayLike, Help: "the array"}, {Name: "obj", Help: "place, places or slice"}, pAxis},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			idx, err := placesArg(c, a)
			if err != nil {
				return nil, err
			}
			r, err := ndarray.Delete(a, idx, axisArg(c))
			return giveArray(r, err)
		}),
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
	fn1("pad", "Adds elements at the ends of dimensions.", "array", ">>> np.pad([1, 2], 1)\narray([0, 1, 2, 0])\n>>> np.pad([1, 2], (0, 2), mode='edge')\narray([1, 2, 2, 2])",
		[]bind.Param{{Name: "array", Type: arrayLike, Help: "the array"}, {Name: "pad_width", Type: arrayLike, Help: "a number, (before, after), or a pair per dimension"},
			{Name: "mode", Type: bind.Str, Default: "'constant'", Help: "constant, edge, linear_ramp, maximum, mean, minimum, reflect, symmetric, wrap or empty"},
			{Name: "constant_values", Type: arrayLike, KwOnly: true, Default: "0", Help: "the constants, given like pad_width"}, {Name: "end_values", Type: arrayLike, KwOnly: true, Default: "0", Help: "ends of linear ramps, given like pad_width"}},
		pad),
	fn1("diagonal", "A diagonal, as a read-only view.", "array", ">>> np.diagonal([[1, 2], [3, 4]])\narray([1, 4])", []bind.Param{pOffset, pAxis1, pAxis2},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, err := a.Diagonal(c.Int("offset"), c.Int("axis1"), c.Int("axis2"))
			return giveArray(r, err)
		}),
	fn1("trace", "Sum of a diagonal.", "scalar or array", ">>> np.trace([[1, 2], [3, 4]])\nnp.int64(5)", []bind.Param{pOffset, pAxis1, pAxis2},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, err := ndarray.Trace(a, c.Int("offset"), c.Int("axis1"), c.Int("axis2"))
			return give(r, err)
		}),
	fn1("fill_diagonal", "Sets the main diagonal of a matrix in place.", "None", ">>> a = np.zeros((2, 2))\n>>> np.fill_diagonal(a, 5)\n>>> a\narray([[5., 0.],\n       [0., 5.]])", []bind.Param{pA, {Name: "val", Type: arrayLike, Help: "value or values"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			x, ok := c.Obj("a").(*Array)
			if !ok {
				return nil, runtime.TypeErrorf("np.fill_diagonal: a must be an array")
			}
			if x.ND().NDim() < 2 {
				return nil, runtime.ValueErrorf("array must be at least 2-d")
			}
			v, err := arg(c, "val")
			if err != nil {
				return nil, err
			}
			n := x.ND().Shape()[0]
			for _, m := range x.ND().Shape() {
				if x.ND().NDim() > 2 && m != n {
					return nil, runtime.ValueErrorf("All dimensions of input must be of equal length")
				}
				n = min(n, m)
			}
			v, err = v.Ravel()
			if err != nil || v.Size() == 0 {
				return py.None, raise(err)
			}
			idx := make([]int, x.ND().NDim())
			for i := range n {
				for k := range idx {
					idx[k] = i
				}
				e, err := x.ND().At(idx...)
				if err == nil {
					err = e.Assign(elementAt(v, i%v.Size()))
				}
				if err != nil {
					return nil, raise(err)
				}
			}
			return py.None, nil
		}),
	fn1("take", "Elements picked by index along an axis.", "array", ">>> np.take([10, 20, 30], [2, 0])\narray([30, 10])", []bind.Param{pA, pIndices, pAxis, pOut, pMode}, take),
	fn1("take_along_axis", "Picks by an index array matched to the array along the other axes, as argsort returns it.", "array",
		">>> a = np.array([[3, 1], [2, 4]])\n>>> np.take_along_axis(a, np.argsort(a, axis=1), axis=1)\narray([[1, 3],\n       [2, 4]])", []bind.Param{{Name: "arr", Type: arrayLike, Help: "the array"}, pIndices, {Name: "axis", Type: axisOrNone, Default: "-1", Help: "the axis; None flattens"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			idx, err := arg(c, "indices")
			if err != nil {
				return nil, err
			}
			ax := c.Int("axis")
			if !c.Has("axis") {
				if a, err = a.Ravel(); err != nil {
					return nil, raise(err)
				}
				ax = 0
			}
			r, err := ndarray.TakeAlongAxis(a, idx, ax)
			return giveArray(r, err)
		}),
	fn1("put_along_axis", "Assigns where take_along_axis picks.", "None", ">>> a = np.zeros((2, 2))\n>>> np.put_along_axis(a, np.array([[0], [1]]), 1, axis=1)\n>>> a\narray([[1., 0.],\n       [0., 1.]])",
		[]bind.Param{{Name: "arr", Type: arrayLike, Help: "the array to change"}, pIndices, {Name: "values", Type: arrayLike, Help: "the values"}, {Name: "axis", Type: bind.Int, Help: "the axis"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			idx, v, err := two(c, "indices", "values")
			if err != nil {
				return nil, err
			}
			return py.None, raise(ndarray.PutAlongAxis(a, idx, v, c.Int("axis")))
		}),
	fn1("put", "Assigns values at flat indices.", "None", ">>> a = np.arange(4)\n>>> np.put(a, [0, 2], [9, 8])\n>>> a\narray([9, 1, 8, 3])", []bind.Param{pA, {Name: "ind", Type: arrayLike, Help: "flat indices"}, {Name: "v", Type: arrayLike, Help: "values, repeated as needed"}, pMode},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			idx, v, err := two(c, "ind", "v")
			if err != nil {
				return nil, err
			}
			return py.None, raise(ndarray.Put(a, idx, v, takeMode(c)))
		}),
	{Name: "copyto", Doc: "Assigns one array to another, where a mask is true.", Returns: "None", Example: ">>> a = np.zeros(3)\n>>> np.copyto(a, [1, 2, 3], where=[True, False, True])\n>>> a\narray([1., 0., 3.])",
		Params: []bind.Param{{Name: "dst", Help: "array to change"}, {Name: "src", Type: arrayLike, Help: "values"}, {Name: "casting", Type: bind.Str, Default: "'same_kind'", Help: "which conversions are allowed"}, {Name: "where", Default: "True", Help: "where to assign"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			x, ok := c.Obj("dst").(*Array)
			if !ok {
				return nil, runtime.TypeErrorf("copyto() argument 1 must be numpy.ndarray, not %s", c.Obj("dst").Type().Name)
			}
			src, err := weakArg(c, "src")
			if err != nil {
				return nil, err
			}
			rule, err := ndarray.CastingByName(c.Str("casting"))
			if err != nil {
				return nil, raise(err)
			}
			mask, err := asArray(c.Thread, c.Obj("where"))
			if err != nil {
				return nil, err
			}
			return py.None, raise(ndarray.CopyTo(x.ND(), src, mask, rule))
		}},
	fn1("compress", "Slices picked by a boolean vector.", "array", ">>> np.compress([True, False, True], [1, 2, 3])\narray([1, 3])", []bind.Param{{Name: "condition", Type: arrayLike, Help: "which slices"}, {Name: "a", Type: arrayLike, Help: "the array"}, pAxis},
		func(c *bind.Call, cond *ndarray.Array) (py.Object, error) {
			a, err := arg(c, "a")
			if err != nil {
				return nil, err
			}
			r, err := ndarray.Compress(cond, a, axisArg(c))
			return giveArray(r, err)
		}),
	fn1("extract", "Elements where a condition holds.", "array", ">>> np.extract([True, False, True], [1, 2, 3])\narray([1, 3])", []bind.Param{{Name: "condition", Type: arrayLike, Help: "the condition"}, {Name: "arr", Type: arrayLike, Help: "the array"}},
		func(c *bind.Call, cond *ndarray.Array) (py.Object, error) {
			a, err := arg(c, "arr")
			if err != nil {
				return nil, err
			}
			if cond, err = cond.Ravel(); err != nil {
				return nil, raise(err)
			}
			r, err := ndarray.Compress(cond, a, nil)
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
	fn1("unravel_index", "Flat indices as an index per dimension.", "tuple of arrays", ">>> np.unravel_index(5, (2, 3))\n(np.int64(1), np.int64(2))", []bind.Param{pIndices, pShape, {Name: "order", Type: bind.OneOf("C", "F"), Default: "'C'", Help: "C by rows, F by columns"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			parts, err := ndarray.UnravelIndex(a, bind.Get[[]int](c, "shape"), c.Str("order") == "F")
			if err != nil {
				return nil, raise(err)
			}
			out := make(py.Tuple, len(parts))
			for i, p := range parts {
				out[i] = Object(p)
			}
			return out, nil
		}),
	{Name: "ravel_multi_index", Doc: "An index per dimension as flat indices.", Returns: "array or int", Example: ">>> np.ravel_multi_index((1, 2), (2, 3))\nnp.int64(5)",
		Params: []bind.Param{{Name: "multi_index", Help: "a tuple of arrays"}, {Name: "dims", Type: bind.Shape, Help: "the shape"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			list, err := arrays(c.Thread, c.Obj("multi_index"))
			if err != nil {
				return nil, err
			}
			r, err := ndarray.RavelMultiIndex(list, bind.Get[[]int](c, "dims"))
			return give(r, err)
		}},
	{Name: "ix_", Doc: "Index arrays that pick a sub-grid: a[np.ix_(rows, columns)].", Returns: "tuple of arrays", Example: ">>> a = np.arange(9).reshape(3, 3)\n>>> a[np.ix_([0, 2], [1, 2])]\narray([[1, 2],\n       [7, 8]])",
		Params: []bind.Param{{Name: "args", Star: true, Help: "a vector of indices or booleans per dimension"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			out := make(py.Tuple, len(c.Rest))
			for i, o := range c.Rest {
				a, err := asArray(c.Thread, o)
				if err != nil {
					return nil, err
				}
				if a.NDim() != 1 {
					return nil, runtime.ValueErrorf("Cross index must be 1 dimensional")
				}
				if a.Dtype() == ndarray.Bool {
					a = ndarray.NonZero(a)[0]
				}
				if a.Size() == 0 {
					a, _ = a.AsType(ndarray.Int64)
				}
				shape := make([]int, len(c.Rest))
				for k := range shape {
					shape[k] = 1
				}
				shape[i] = a.Size()
				r, err := a.Reshape(shape...)
				if err != nil {
					return nil, raise(err)
				}
				out[i] = New(r)
			}
			return out, nil
		}},
}

func concatenate(c *bind.Call, list []*ndarray.Array) (*ndarray.Array, error) {
	ax := axisArg(c)
	return ndarray.Concatenate(list, ax, dtypeArg(c))
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

// blockDims finds the largest number of dimensions in nested lists of blocks.
func blockDims(t *runtime.Thread, o py.Object, nd *int) error {
	if l, ok := o.(*py.List); ok {
		for _, e := range l.Items {
			if err := t.Enter(); err != nil {
				return err
			}
			err := blockDims(t, e, nd)
			t.Leave()
			if err != nil {
				return err
			}
		}
		return nil
	}
	a, err := asArray(t, o)
	if err == nil {
		*nd = max(*nd, a.NDim())
	}
	return err
}

func block(t *runtime.Thread, o py.Object, depth, nd int) (*ndarray.Array, error) {
	l, ok := o.(*py.List)
	if !ok {
		a, err := asArray(t, o)
		if err != nil {
			return nil, err
		}
		for a.NDim() < nd {
			if a, err = a.ExpandDims(0); err != nil {
				return nil, err
			}
		}
		return a, nil
	}
	if len(l.Items) == 0 {
		return nil, runtime.ValueErrorf("List at arrays cannot be empty")
	}
	parts := make([]*ndarray.Array, len(l.Items))
	for i, e := range l.Items {
		p, err := block(t, e, depth-1, nd)
		if err != nil {
			return nil, err
		}
		parts[i] = p
	}
	axis := -depth
	return ndarray.Concatenate(parts, &axis, nil)
}

// placesArg reads the obj argument of insert and delete: integers, booleans or a slice.
func placesArg(c *bind.Call, a *ndarray.Array) (*ndarray.Array, error) {
	s, ok := c.Obj("obj").(*py.Slice)
	if !ok {
		idx, err := arg(c, "obj")
		if err == nil && idx.Size() == 0 {
			return idx.AsType(ndarray.Int64)
		}
		return idx, err
	}
	n := a.Size()
	if p := axisArg(c); p != nil {
		ax, err := ndarray.NormAxis(*p, a.NDim())
		if err != nil {
			return nil, raise(err)
		}
		n = a.Shape()[ax]
	}
	all, err := ndarray.Arange(ndarray.IntScalar(0), ndarray.IntScalar(int64(n)), ndarray.IntScalar(1), ndarray.Int64)
	if err != nil {
		return nil, raise(err)
	}
	x, err := slice(c.Thread, s)
	if err != nil {
		return nil, err
	}
	r, err := all.Get(x)
	return r, raise(err)
}

func pad(c *bind.Call, a *ndarray.Array) (py.Object, error) {
	width, err := arg(c, "pad_width")
	if err != nil {
		return nil, err
	}
	if width.Dtype() != ndarray.Int64 {
		return nil, runtime.TypeErrorf("`pad_width` must be of integral type.")
	}
	w, err := width.BroadcastTo(a.NDim(), 2)
	if err != nil {
		return nil, runtime.ValueErrorf("operands could not be broadcast together with remapped shapes [original->remapped]: %s and requested shape (%d,2)", ndarray.ShapeString(width.Shape()), a.NDim())
	}
	name := "constant_values"
	if c.Str("mode") == "linear_ramp" {
		name = "end_values"
	}
	vals, err := arg(c, name)
	if err != nil {
		return nil, err
	}
	v, err := vals.BroadcastTo(a.NDim(), 2)
	if err != nil {
		return nil, raise(err)
	}
	before, after, ends := make([]int, a.NDim()), make([]int, a.NDim()), make([][2]float64, a.NDim())
	for i := range before {
		before[i], after[i] = int(w.IntAt(2*i)), int(w.IntAt(2*i+1))
		ends[i] = [2]float64{v.FloatAt(2 * i), v.FloatAt(2*i + 1)}
	}
	r, err := ndarray.Pad(a, before, after, ndarray.PadMode(c.Str("mode")), ends)
	return giveArray(r, err)
}

// partOf gives the part of a number of the language as such a number.
func partOf(c *bind.Call, part *ndarray.Array) py.Object {
	switch c.Obj("val").(type) {
	case py.Complex, py.Float, py.Int:
		return plainOf(part.Flat(0))
	}
	return Object(part)
}
