package np

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

var (
	pLike   = bind.Param{Name: "a", Type: arrayLike, Help: "array that gives shape and type"}
	pNum    = bind.Param{Name: "num", Type: bind.Int, Default: "50", Help: "number of values"}
	pEnd    = bind.Param{Name: "endpoint", Type: bind.Bool, Default: "True", Help: "whether stop is the last value"}
	pFillV  = bind.Param{Name: "fill_value", Type: arrayLike, Help: "the value"}
	pStart  = bind.Param{Name: "start", Type: arrayLike, Help: "the first value"}
	pStop   = bind.Param{Name: "stop", Type: arrayLike, Help: "the last value"}
	pDtypeF = bind.Param{Name: "dtype", Type: dtypeType, Default: "None", Help: "type of the elements, float64 by default"}
	pLikeD  = bind.Param{Name: "dtype", Type: dtypeType, Default: "None", Help: "type of the elements, that of a by default"}
	pLikeS  = bind.Param{Name: "shape", Type: bind.Shape, KwOnly: true, Default: "None", Help: "shape, that of a by default"}
	pSub    = bind.Param{Name: "subok", Type: bind.Bool, Default: "True", Help: "accepted for compatibility"}
)

func makeArray(c *bind.Call, name string, copyAlways bool) (py.Object, error) {
	a, err := arg(c, name)
	if err != nil {
		return nil, err
	}
	x, given := c.Obj(name).(*Array)
	if !given { // made for this call
		copyAlways = false
	} else if d := dtypeArg(c); !copyAlways && (d == nil || *d == a.Dtype()) {
		return x, nil
	}
	if d := dtypeArg(c); d != nil && *d != a.Dtype() {
		if err := fitInto(c.Thread, *d, c.Obj(name), a); err != nil {
			return nil, err
		}
		a, err = a.AsType(*d)
	} else if copyAlways {
		a, err = a.CopyOrder('K')
	}
	return giveArray(a, err)
}

func likeShape(c *bind.Call, a *ndarray.Array) []int {
	if c.Has("shape") {
		return bind.Get[[]int](c, "shape")
	}
	return a.Shape()
}

func filled(name string, value *ndarray.Array, doc, example string) []*bind.Func {
	make1 := func(d ndarray.Dtype, shape []int) (py.Object, error) {
		a, err := ndarray.New(d, shape...)
		if err == nil && value != nil {
			err = a.Assign(value)
		}
		return giveArray(a, err)
	}
	return []*bind.Func{
		{Name: name, Doc: doc, Returns: "array", Example: example, Params: []bind.Param{pShape, pDtypeF, pMemory},
			Fn: func(c *bind.Call) (py.Object, error) {
				return make1(dtypeOr(c, ndarray.Float64), bind.Get[[]int](c, "shape"))
			}},
		{Name: name + "_like", Doc: doc + " Shape and type are those of another array.", Returns: "array",
			Example: ">>> np." + name + "_like([1.5, 2.5]).shape\n(2,)", Params: []bind.Param{pLike, pLikeD, pMemory, pSub, pLikeS},
			Fn: func(c *bind.Call) (py.Object, error) {
				a, err := arg(c, "a")
				if err != nil {
					return nil, err
				}
				return make1(dtypeOr(c, a.Dtype()), likeShape(c, a))
			}},
	}
}

var creation = concat(
	filled("zeros", nil, "An array of zeros.", ">>> np.zeros((2, 3))\narray([[0., 0., 0.],\n       [0., 0., 0.]])"),
	filled("ones", ndarray.IntScalar(1), "An array of ones.", ">>> np.ones(3, dtype=int)\narray([1, 1, 1])"),
	filled("empty", nil, "An array for values to come; Monge fills it with zeros.", ">>> np.empty(2).shape\n(2,)"),
	[]*bind.Func{
		{Name: "array", Doc: "An array of nested sequences of numbers, or a copy of an array.", Returns: "array",
			Example: ">>> np.array([[1, 2], [3, 4]])\narray([[1, 2],\n       [3, 4]])\n>>> np.array([1, 2.5])\narray([1. , 2.5])",
			Params: []bind.Param{{Name: "object", Type: arrayLike, Help: "numbers in nested sequences, or an array"}, pDtype,
				{Name: "copy", Type: bind.Bool, KwOnly: true, Default: "True", Help: "False: share the memory of an array; None: copy only if needed"},
				{Name: "order", Type: orderType, KwOnly: true, Default: "'K'", Help: "order in memory"},
				{Name: "subok", Type: bind.Bool, KwOnly: true, Default: "False", Help: "accepted for compatibility"},
				{Name: "ndmin", Type: bind.Natural, KwOnly: true, Default: "0", Help: "least number of dimensions; ones are put in front"}},
			Fn: func(c *bind.Call) (py.Object, error) {
				v, err := makeArray(c, "object", c.Bool("copy"))
				if err != nil {
					return nil, err
				}
				if c.Int("ndmin") == 0 && c.Str("order") != "F" {
					return v, nil
				}
				a := v.(*Array).ND()
				for a.NDim() < c.Int("ndmin") {
					if a, err = a.ExpandDims(0); err != nil {
						return nil, raise(err)
					}
				}
				if c.Str("order") == "F" {
					a, err = a.CopyOrder('F')
				}
				return giveArray(a, err)
			}},
		{Name: "asarray", Doc: "An array of the argument; an array itself is returned without copying.", Returns: "array",
			Example: ">>> a = np.arange(3)\n>>> np.asarray(a) is a\nTrue", Params: []bind.Param{pA, pDtype, {Name: "order", Type: orderType, Default: "None", Help: "order in memory"}},
			Fn: func(c *bind.Call) (py.Object, error) { return asIs(c, "a") }},
		{Name: "asanyarray", Doc: "The same as asarray.", Returns: "array", Example: ">>> np.asanyarray([1, 2])\narray([1, 2])", Params: []bind.Param{pA, pDtype},
			Fn: func(c *bind.Call) (py.Object, error) { return asIs(c, "a") }},
		{Name: "ascontiguousarray", Doc: "An array whose elements lie in row-major order without gaps.", Returns: "array",
			Example: ">>> np.ascontiguousarray(np.eye(2).T).flags.c_contiguous\nTrue", Params: []bind.Param{pA, pDtype},
			Fn: func(c *bind.Call) (py.Object, error) {
				a, err := arg(c, "a")
				if err != nil {
					return nil, err
				}
				if d := dtypeOr(c, a.Dtype()); d != a.Dtype() || !a.IsContiguous() {
					a, err = a.AsType(d)
				}
				return giveArray(a, err)
			}},
		{Name: "copy", Doc: "A copy of an array.", Returns: "array", Example: ">>> np.copy([1, 2])\narray([1, 2])", Params: []bind.Param{pA, {Name: "order", Type: orderType, Default: "'K'", Help: "order in memory"}},
			Fn: func(c *bind.Call) (py.Object, error) {
				a, err := arg(c, "a")
				if err != nil {
					return nil, err
				}
				r, err := a.CopyOrder(firstByte(c.Str("order")))
				return giveArray(r, err)
			}},
		{Name: "full", Doc: "An array filled with a value.", Returns: "array", Example: ">>> np.full((2, 2), 7)\narray([[7, 7],\n       [7, 7]])",
			Params: []bind.Param{pShape, pFillV, pDtype, pMemory},
			Fn: func(c *bind.Call) (py.Object, error) {
				v, err := arg(c, "fill_value")
				if err != nil {
					return nil, err
				}
				a, err := ndarray.New(dtypeOr(c, v.Dtype()), bind.Get[[]int](c, "shape")...)
				if err == nil {
					if err = fitInto(c.Thread, a.Dtype(), c.Obj("fill_value"), v); err != nil {
						return nil, err
					}
					err = a.Assign(v)
				}
				return giveArray(a, err)
			}},
		{Name: "full_like", Doc: "An array filled with a value, of another array's shape and type.", Returns: "array", Example: ">>> np.full_like([1.0, 2.0], 5)\narray([5., 5.])",
			Params: []bind.Param{pLike, pFillV, pLikeD, pMemory, pSub, pLikeS},
			Fn: func(c *bind.Call) (py.Object, error) {
				a, err := arg(c, "a")
				if err != nil {
					return nil, err
				}
				v, err := arg(c, "fill_value")
				if err != nil {
					return nil, err
				}
				r, err := ndarray.New(dtypeOr(c, a.Dtype()), likeShape(c, a)...)
				if err == nil {
					if err = fitInto(c.Thread, r.Dtype(), c.Obj("fill_value"), v); err != nil {
						return nil, err
					}
					err = r.Assign(v)
				}
				return giveArray(r, err)
			}},
		{Name: "arange", Doc: "Evenly spaced values: start, start + step, ... below stop.", Returns: "array",
			Example: ">>> np.arange(4)\narray([0, 1, 2, 3])\n>>> np.arange(1, 2, 0.25)\narray([1.  , 1.25, 1.5 , 1.75])",
			Params: []bind.Param{{Name: "start", Help: "the first value, or the end when given alone"}, {Name: "stop", Default: "None", Help: "the end, not included"},
				{Name: "step", Default: "None", Help: "the distance, 1 by default"}, pDtype},
			Fn: arange},
		{Name: "linspace", Doc: "Evenly spaced values over an interval.", Returns: "array, or a tuple (array, step) with retstep=True",
			Example: ">>> np.linspace(0, 1, 5)\narray([0.  , 0.25, 0.5 , 0.75, 1.  ])",
			Params:  []bind.Param{pStart, pStop, pNum, pEnd, {Name: "retstep", Type: bind.Bool, Default: "False", Help: "also return the distance"}, pDtype, pZero},
			Fn: func(c *bind.Call) (py.Object, error) {
				start, stop, err := two(c, "start", "stop")
				if err != nil {
					return nil, err
				}
				y, step, err := ndarray.Linspace(start, stop, c.Int("num"), c.Bool("endpoint"), c.Int("axis"), dtypeArg(c))
				if err != nil {
					return nil, raise(err)
				}
				if c.Bool("retstep") {
					return py.Tuple{New(y), Object(step)}, nil
				}
				return New(y), nil
			}},
		{Name: "logspace", Doc: "Values whose logarithms are evenly spaced: base to the powers from start to stop.", Returns: "array",
			Example: ">>> np.logspace(0, 2, 3)\narray([  1.,  10., 100.])",
			Params:  []bind.Param{pStart, pStop, pNum, pEnd, {Name: "base", Type: arrayLike, Default: "10.0", Help: "the base"}, pDtype, pZero},
			Fn: func(c *bind.Call) (py.Object, error) {
				start, stop, err := two(c, "start", "stop")
				if err != nil {
					return nil, err
				}
				base, err := weakArg(c, "base")
				if err != nil {
					return nil, err
				}
				y, err := ndarray.Logspace(start, stop, c.Int("num"), c.Bool("endpoint"), base, c.Int("axis"), dtypeArg(c))
				return giveArray(y, err)
			}},
		{Name: "geomspace", Doc: "Values in geometric progression.", Returns: "array", Example: ">>> np.geomspace(1, 8, 4)\narray([1., 2., 4., 8.])",
			Params: []bind.Param{pStart, pStop, pNum, pEnd, pDtype, pZero},
			Fn: func(c *bind.Call) (py.Object, error) {
				start, stop, err := two(c, "start", "stop")
				if err != nil {
					return nil, err
				}
				y, err := ndarray.Geomspace(start, stop, c.Int("num"), c.Bool("endpoint"), c.Int("axis"), dtypeArg(c))
				return giveArray(y, err)
			}},
		{Name: "eye", Doc: "A matrix with ones on a diagonal.", Returns: "array", Example: ">>> np.eye(2)\narray([[1., 0.],\n       [0., 1.]])",
			Params: []bind.Param{{Name: "N", Type: bind.Int, Help: "rows"}, {Name: "M", Type: bind.Int, Default: "None", Help: "columns, N by default"},
				{Name: "k", Type: bind.Int, Default: "0", Help: "which diagonal: 0 the main one, above it positive"}, pDtypeF, pMemory},
			Fn: func(c *bind.Call) (py.Object, error) {
				m := c.Int("N")
				if c.Has("M") {
					m = c.Int("M")
				}
				a, err := ndarray.Eye(c.Int("N"), m, c.Int("k"), dtypeOr(c, ndarray.Float64))
				return giveArray(a, err)
			}},
		{Name: "identity", Doc: "The identity matrix.", Returns: "array", Example: ">>> np.identity(2)\narray([[1., 0.],\n       [0., 1.]])",
			Params: []bind.Param{{Name: "n", Type: bind.Int, Help: "rows and columns"}, pDtypeF},
			Fn: func(c *bind.Call) (py.Object, error) {
				a, err := ndarray.Eye(c.Int("n"), c.Int("n"), 0, dtypeOr(c, ndarray.Float64))
				return giveArray(a, err)
			}},
		{Name: "tri", Doc: "A matrix with ones at and below a diagonal.", Returns: "array", Example: ">>> np.tri(2, 3)\narray([[1., 0., 0.],\n       [1., 1., 0.]])",
			Params: []bind.Param{{Name: "N", Type: bind.Natural, Help: "rows"}, {Name: "M", Type: bind.Natural, Default: "None", Help: "columns, N by default"}, pK, pDtypeF},
			Fn: func(c *bind.Call) (py.Object, error) {
				m := c.Int("N")
				if c.Has("M") {
					m = c.Int("M")
				}
				a, err := ndarray.Tri(c.Int("N"), m, c.Int("k"), dtypeOr(c, ndarray.Float64))
				return giveArray(a, err)
			}},
		{Name: "tril", Doc: "The lower triangle of matrices.", Returns: "array", Example: ">>> np.tril([[1, 2], [3, 4]])\narray([[1, 0],\n       [3, 4]])", Params: []bind.Param{{Name: "m", Type: arrayLike, Help: "the matrix"}, pK},
			Fn: func(c *bind.Call) (py.Object, error) {
				a, err := arg(c, "m")
				if err != nil {
					return nil, err
				}
				r, err := ndarray.TriL(a, c.Int("k"))
				return giveArray(r, err)
			}},
		{Name: "triu", Doc: "The upper triangle of matrices.", Returns: "array", Example: ">>> np.triu([[1, 2], [3, 4]])\narray([[1, 2],\n       [0, 4]])", Params: []bind.Param{{Name: "m", Type: arrayLike, Help: "the matrix"}, pK},
			Fn: func(c *bind.Call) (py.Object, error) {
				a, err := arg(c, "m")
				if err != nil {
					return nil, err
				}
				r, err := ndarray.TriU(a, c.Int("k"))
				return giveArray(r, err)
			}},
		triIndices("tril_indices", true, "Indices of the lower triangle of an n by m matrix."),
		triIndices("triu_indices", false, "Indices of the upper triangle of an n by m matrix."),
		{Name: "diag_indices", Doc: "Indices of the main diagonal of an array of n places in each of ndim dimensions.", Returns: "tuple of arrays",
			Example: ">>> np.diag_indices(2)\n(array([0, 1]), array([0, 1]))",
			Params:  []bind.Param{{Name: "n", Type: bind.Natural, Help: "length of each dimension"}, {Name: "ndim", Type: bind.Natural, Default: "2", Help: "number of dimensions"}},
			Fn: func(c *bind.Call) (py.Object, error) {
				r, err := ndarray.Arange(ndarray.IntScalar(0), ndarray.IntScalar(int64(c.Int("n"))), ndarray.IntScalar(1), ndarray.Int64)
				if err != nil {
					return nil, raise(err)
				}
				if c.Int("ndim") > ndarray.MaxDims {
					return nil, runtime.ValueErrorf("np.diag_indices: ndim = %d: there are at most %d dimensions", c.Int("ndim"), ndarray.MaxDims)
				}
				out := make(py.Tuple, c.Int("ndim"))
				for i := range out {
					out[i] = New(r)
				}
				return out, nil
			}},
		{Name: "diag", Doc: "The diagonal of a matrix, or the matrix with a given diagonal.", Returns: "array", Example: ">>> np.diag([1, 2])\narray([[1, 0],\n       [0, 2]])\n>>> np.diag([[1, 2], [3, 4]])\narray([1, 4])",
			Params: []bind.Param{{Name: "v", Type: arrayLike, Help: "a matrix or a vector"}, pK},
			Fn: func(c *bind.Call) (py.Object, error) {
				a, err := arg(c, "v")
				if err != nil {
					return nil, err
				}
				r, err := ndarray.Diag(a, c.Int("k"))
				return giveArray(r, err)
			}},
		{Name: "diagflat", Doc: "The matrix whose diagonal is the flattened input.", Returns: "array", Example: ">>> np.diagflat([[1], [2]])\narray([[1, 0],\n       [0, 2]])",
			Params: []bind.Param{{Name: "v", Type: arrayLike, Help: "the diagonal"}, pK},
			Fn: func(c *bind.Call) (py.Object, error) {
				a, err := arg(c, "v")
				if err != nil {
					return nil, err
				}
				if a, err = a.Ravel(); err != nil {
					return nil, raise(err)
				}
				r, err := ndarray.Diag(a, c.Int("k"))
				return giveArray(r, err)
			}},
		{Name: "vander", Doc: "The Vandermonde matrix: powers of x in columns.", Returns: "array", Example: ">>> np.vander([1, 2, 3], 3)\narray([[1, 1, 1],\n       [4, 2, 1],\n       [9, 3, 1]])",
			Params: []bind.Param{{Name: "x", Type: arrayLike, Help: "the vector"}, {Name: "N", Type: bind.Natural, Default: "None", Help: "columns, len(x) by default"},
				{Name: "increasing", Type: bind.Bool, Default: "False", Help: "powers rise from left to right"}},
			Fn: func(c *bind.Call) (py.Object, error) {
				a, err := arg(c, "x")
				if err != nil {
					return nil, err
				}
				n := a.Size()
				if c.Has("N") {
					n = c.Int("N")
				}
				r, err := ndarray.Vander(a, n, c.Bool("increasing"))
				return giveArray(r, err)
			}},
		{Name: "meshgrid", Doc: "Coordinate matrices of coordinate vectors.", Returns: "tuple of arrays",
			Example: ">>> X, Y = np.meshgrid([1, 2, 3], [10, 20])\n>>> X\narray([[1, 2, 3],\n       [1, 2, 3]])\n>>> Y\narray([[10, 10, 10],\n       [20, 20, 20]])",
			Params: []bind.Param{{Name: "xi", Star: true, Help: "the vectors"}, {Name: "copy", Type: bind.Bool, KwOnly: true, Default: "True", Help: "accepted; results are copies"},
				{Name: "sparse", Type: bind.Bool, KwOnly: true, Default: "False", Help: "leave dimensions that do not vary at length one"},
				{Name: "indexing", Type: bind.OneOf("xy", "ij"), KwOnly: true, Default: "'xy'", Help: "xy: the first vector runs along columns; ij: along rows"}},
			Fn: func(c *bind.Call) (py.Object, error) {
				vecs := make([]*ndarray.Array, len(c.Rest))
				for i, o := range c.Rest {
					a, err := asArray(c.Thread, o)
					if err != nil {
						return nil, err
					}
					vecs[i] = a
				}
				out, err := ndarray.MeshGrid(c.Str("indexing") == "ij", c.Bool("sparse"), vecs...)
				if err != nil {
					return nil, raise(err)
				}
				return arrayTuple(out), nil
			}},
		{Name: "indices", Doc: "The indices of a grid: for each dimension an array of the index along it.", Returns: "array",
			Example: ">>> np.indices((2, 2))\narray([[[0, 0],\n        [1, 1]],\n\n       [[0, 1],\n        [0, 1]]])",
			Params:  []bind.Param{{Name: "dimensions", Type: bind.Shape, Help: "shape of the grid"}, {Name: "dtype", Type: dtypeType, Default: "None", Help: "type of the indices, int64 by default"}},
			Fn: func(c *bind.Call) (py.Object, error) {
				a, err := ndarray.Indices(dtypeOr(c, ndarray.Int64), bind.Get[[]int](c, "dimensions")...)
				return giveArray(a, err)
			}},
		{Name: "fromfunction", Doc: "The array of a function of the indices; it is called once, with an array per dimension.", Returns: "array",
			Example: ">>> np.fromfunction(lambda i, j: i + j, (2, 3))\narray([[0., 1., 2.],\n       [1., 2., 3.]])",
			Params: []bind.Param{{Name: "function", Type: bind.Callable, Help: "function of as many arrays as there are dimensions"}, pShape,
				{Name: "dtype", Type: dtypeType, KwOnly: true, Default: "None", Help: "type of the index arrays, float64 by default"}, {Name: "kwargs", StarStar: true, Help: "passed on to the function"}},
			Fn: func(c *bind.Call) (py.Object, error) {
				shape := bind.Get[[]int](c, "shape")
				grid, err := ndarray.Indices(dtypeOr(c, ndarray.Float64), shape...)
				if err != nil {
					return nil, raise(err)
				}
				args := make([]py.Object, len(shape))
				for i := range args {
					v, err := grid.At(i)
					if err != nil {
						return nil, raise(err)
					}
					args[i] = New(v)
				}
				return runtime.Call(c.Thread, c.Obj("function"), args, c.Kw)
			}},
		{Name: "fromiter", Doc: "A vector of the values of an iterator.", Returns: "array", Example: ">>> np.fromiter((i * i for i in range(4)), float)\narray([0., 1., 4., 9.])",
			Params: []bind.Param{{Name: "iter", Help: "the iterable"}, {Name: "dtype", Type: dtypeType, Help: "type of the elements"}, {Name: "count", Type: bind.Int, Default: "-1", Help: "how many values to take; all by default"}},
			Fn: func(c *bind.Call) (py.Object, error) {
				it, err := runtime.Iter(c.Thread, c.Obj("iter"))
				if err != nil {
					return nil, err
				}
				list := &py.List{}
				for n := c.Int("count"); n != 0; n-- {
					v, err := it.Next(c.Thread)
					if err != nil {
						return nil, err
					}
					if v == nil {
						if n > 0 {
							return nil, runtime.ValueErrorf("iterator too short: Expected %d but iterator had only %d items.", c.Int("count"), len(list.Items))
						}
						break
					}
					list.Items = append(list.Items, v)
				}
				a, err := asArray(c.Thread, list)
				if err != nil {
					return nil, err
				}
				r, err := a.AsType(bind.Get[ndarray.Dtype](c, "dtype"))
				return giveArray(r, err)
			}},
	},
)

var pK = bind.Param{Name: "k", Type: bind.Int, Default: "0", Help: "which diagonal: 0 the main one, positive above it"}

func two(c *bind.Call, x, y string) (a, b *ndarray.Array, err error) {
	if a, err = arg(c, x); err != nil {
		return nil, nil, err
	}
	b, err = arg(c, y)
	return a, b, err
}

// asIs returns an array argument itself when no conversion is needed.
func asIs(c *bind.Call, name string) (py.Object, error) {
	if x, ok := c.Obj(name).(*Array); ok {
		if d := dtypeArg(c); d == nil || *d == x.ND().Dtype() {
			return x, nil
		}
	}
	return makeArray(c, name, false)
}

func triIndices(name string, lower bool, doc string) *bind.Func {
	example := ">>> np.triu_indices(2)\n(array([0, 0, 1]), array([0, 1, 1]))"
	if lower {
		example = ">>> np.tril_indices(2)\n(array([0, 1, 1]), array([0, 0, 1]))"
	}
	return &bind.Func{Name: name, Doc: doc, Returns: "tuple of arrays", Example: example,
		Params: []bind.Param{{Name: "n", Type: bind.Natural, Help: "rows"}, pK, {Name: "m", Type: bind.Natural, Default: "None", Help: "columns, n by default"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			m := c.Int("n")
			if c.Has("m") {
				m = c.Int("m")
			}
			k := c.Int("k")
			if !lower {
				k--
			}
			t, err := ndarray.Tri(c.Int("n"), m, k, ndarray.Bool)
			if err == nil && !lower {
				t, _, err = ndarray.LogicalNot.Call(t, nil)
			}
			if err != nil {
				return nil, raise(err)
			}
			return arrayTuple(ndarray.NonZero(t)), nil
		}}
}

func arange(c *bind.Call) (py.Object, error) {
	start, step := ndarray.IntScalar(0), ndarray.IntScalar(1)
	var stop *ndarray.Array
	var err error
	for _, o := range []py.Object{c.Obj("start"), c.Obj("stop"), c.Obj("step")} {
		if _, ok := o.(*py.BigInt); ok {
			return nil, runtime.ValueErrorf("Maximum allowed size exceeded")
		}
	}
	if c.Has("stop") && c.Obj("stop") != py.None {
		if start, stop, err = two(c, "start", "stop"); err != nil {
			return nil, err
		}
	} else if stop, err = arg(c, "start"); err != nil {
		return nil, err
	}
	if c.Has("step") && c.Obj("step") != py.None {
		if step, err = arg(c, "step"); err != nil {
			return nil, err
		}
	}
	if start.NDim()+stop.NDim()+step.NDim() > 0 {
		return nil, runtime.TypeErrorf("arange: start, stop and step must be numbers")
	}
	d := ndarray.ResultType(start, stop, step)
	if d == ndarray.Bool {
		d = ndarray.Int64
	}
	a, err := ndarray.Arange(start, stop, step, dtypeOr(c, d))
	return giveArray(a, err)
}
