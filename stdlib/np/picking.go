package np

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

// picking holds functions that pick and place elements by index.
var picking = []*bind.Func{
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
