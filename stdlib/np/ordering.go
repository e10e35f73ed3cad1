package np

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

var (
	sortAxis   = bind.Param{Name: "axis", Type: axisOrNone, Default: "-1", Help: "the axis, the last by default; None for the flattened array"}
	pKind      = bind.Param{Name: "kind", Type: bind.OneOf("quicksort", "mergesort", "heapsort", "stable"), Default: "None", Help: "accepted; sorting is always stable"}
	pSortOrder = bind.Param{Name: "order", Default: "None", Help: "accepted for compatibility; there are no fields to sort by"}
	pStable    = bind.Param{Name: "stable", Type: bind.Bool, KwOnly: true, Default: "None", Help: "accepted; sorting is always stable"}
	pSide      = bind.Param{Name: "side", Type: bind.OneOf("left", "right"), Default: "'left'", Help: "before or after equal elements"}
	pSorter    = bind.Param{Name: "sorter", Type: arrayLike, Default: "None", Help: "the order that sorts the array"}
)

// sortable returns the array and axis that sort works on.
func sortable(c *bind.Call, a *ndarray.Array) (*ndarray.Array, int, error) {
	if c.Has("axis") {
		return a, c.Int("axis"), nil
	}
	f, err := a.Ravel()
	return f, 0, raise(err)
}

func argsort(c *bind.Call, a *ndarray.Array) (py.Object, error) {
	a, axis, err := sortable(c, a)
	if err != nil {
		return nil, err
	}
	if a.NDim() == 0 {
		a = a.AtLeast(1)
	}
	r, err := ndarray.ArgSort(a, axis)
	return giveArray(r, err)
}

func searchSorted(c *bind.Call, a *ndarray.Array) (py.Object, error) {
	v, err := arg(c, "v")
	if err != nil {
		return nil, err
	}
	sorter, err := optArg(c, "sorter")
	if err != nil {
		return nil, err
	}
	r, err := ndarray.SearchSorted(a, v, c.Str("side") == "right", sorter)
	return give(r, err)
}

var pAr = bind.Param{Name: "ar", Type: arrayLike, Help: "the array"}

var ordering = []*bind.Func{
	fn1("sort", "A sorted copy along an axis; NaN goes last.", "array", ">>> np.sort([3, 1, 2])\narray([1, 2, 3])", []bind.Param{sortAxis, pKind, pSortOrder, pStable},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			a, axis, err := sortable(c, a)
			if err != nil {
				return nil, err
			}
			r, err := ndarray.Sort(a, axis)
			return giveArray(r, err)
		}),
	fn1("argsort", "The order that sorts, along an axis. It is stable whatever kind is asked for.", "array of int", ">>> np.argsort([3, 1, 2])\narray([1, 2, 0])", []bind.Param{sortAxis, pKind, pSortOrder, pStable}, argsort),
	{Name: "lexsort", Doc: "The order that sorts by several keys, the last one first.", Returns: "array of int", Example: ">>> np.lexsort(([1, 2, 1], [5, 4, 4]))\narray([2, 1, 0])",
		Params: []bind.Param{{Name: "keys", Help: "the keys"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			keys, err := arrays(c.Thread, c.Obj("keys"))
			if err != nil {
				return nil, err
			}
			r, err := ndarray.LexSort(keys)
			return giveArray(r, err)
		}},
	fn1("partition", "A copy with the element of the given rank in its sorted place, smaller ones before it.", "array", ">>> np.partition([3, 1, 2], 0)\narray([1, 2, 3])", []bind.Param{{Name: "kth", Type: axesType, Help: "the rank or ranks"}, pLast},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, err := ndarray.Partition(a, bind.Get[[]int](c, "kth"), c.Int("axis"))
			return giveArray(r, err)
		}),
	fn1("argpartition", "The order that partitions.", "array of int", ">>> np.argpartition([3, 1, 2], 0)\narray([1, 2, 0])", []bind.Param{{Name: "kth", Type: axesType, Help: "the rank or ranks"}, pLast},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, err := ndarray.ArgPartition(a, bind.Get[[]int](c, "kth"), c.Int("axis"))
			return giveArray(r, err)
		}),
	fn1("searchsorted", "Places where values would be inserted into a sorted array.", "int or array of int", ">>> np.searchsorted([1, 3, 5], [0, 3, 9])\narray([0, 1, 3])",
		[]bind.Param{pA, {Name: "v", Type: arrayLike, Help: "the values"}, pSide, pSorter}, searchSorted),
	fn1("argmax", "Place of the first largest element.", "int or array of int", ">>> np.argmax([1, 5, 3])\nnp.int64(1)", []bind.Param{pAxis, pOut, pKeep},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, err := ndarray.ArgMax(a, axisArg(c), c.Bool("keepdims"))
			return giveOut(c, r, err)
		}),
	fn1("argmin", "Place of the first smallest element.", "int or array of int", ">>> np.argmin([4, 5, 3])\nnp.int64(2)", []bind.Param{pAxis, pOut, pKeep},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, err := ndarray.ArgMin(a, axisArg(c), c.Bool("keepdims"))
			return giveOut(c, r, err)
		}),
	fn1("nanargmax", "Place of the first largest element, NaN left out.", "int or array of int", ">>> np.nanargmax([np.nan, 5, 3])\nnp.int64(1)", []bind.Param{pAxis, pOut, pKeep},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, err := ndarray.NanArgExtreme(a, axisArg(c), c.Bool("keepdims"), true)
			return giveOut(c, r, err)
		}),
	fn1("nanargmin", "Place of the first smallest element, NaN left out.", "int or array of int", ">>> np.nanargmin([np.nan, 5, 3])\nnp.int64(2)", []bind.Param{pAxis, pOut, pKeep},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, err := ndarray.NanArgExtreme(a, axisArg(c), c.Bool("keepdims"), false)
			return giveOut(c, r, err)
		}),
	fn1("nonzero", "Indices of the elements that are not zero, an array per dimension.", "tuple of arrays", ">>> np.nonzero([0, 3, 0, 4])\n(array([1, 3]),)", nil,
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) { return nonzero(a) }),
	fn1("flatnonzero", "Flat indices of the elements that are not zero.", "array of int", ">>> np.flatnonzero([0, 3, 0, 4])\narray([1, 3])", nil,
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			f, err := a.Ravel()
			if err != nil {
				return nil, raise(err)
			}
			return New(ndarray.NonZero(f)[0]), nil
		}),
	fn1("argwhere", "Indices of the elements that are not zero, in rows.", "array of int", ">>> np.argwhere([[0, 1], [1, 0]])\narray([[0, 1],\n       [1, 0]])", nil,
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, err := ndarray.ArgWhere(a)
			return giveArray(r, err)
		}),
	fn1("count_nonzero", "Number of elements that are not zero.", "int or array of int", ">>> np.count_nonzero([0, 3, 0, 4])\nnp.int64(2)", []bind.Param{pAxes, pKeepKw},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, err := ndarray.CountNonzero(a, reduceOpts(c))
			return give(r, err)
		}),
	fn1("where", "Elements of x where the condition holds, else of y. With the condition alone: the indices where it holds.", "array, or tuple of arrays",
		">>> np.where([True, False], [1, 2], [10, 20])\narray([ 1, 20])\n>>> np.where([0, 1, 1])\n(array([1, 2]),)",
		[]bind.Param{{Name: "condition", Type: arrayLike, PosOnly: true, Help: "the condition"}, {Name: "x", Type: arrayLike, PosOnly: true, Default: "None", Help: "values where it holds"}, {Name: "y", Type: arrayLike, PosOnly: true, Default: "None", Help: "values where it does not"}},
		func(c *bind.Call, cond *ndarray.Array) (py.Object, error) {
			if !c.Given("x") && !c.Given("y") {
				return nonzero(cond)
			}
			if !c.Given("x") || !c.Given("y") {
				return nil, runtime.ValueErrorf("either both or neither of x and y should be given")
			}
			x, err := weakArg(c, "x")
			if err != nil {
				return nil, err
			}
			y, err := weakArg(c, "y")
			if err != nil {
				return nil, err
			}
			r, err := ndarray.Where(cond, x, y)
			return giveArray(r, err)
		}),
	{Name: "select", Doc: "Each element from the choice of the first condition that holds.", Returns: "array", Example: ">>> x = np.arange(4)\n>>> np.select([x < 1, x < 3], [x, 10 * x], default=-1)\narray([ 0, 10, 20, -1])",
		Params: []bind.Param{{Name: "condlist", Help: "the conditions"}, {Name: "choicelist", Help: "as many arrays"}, {Name: "default", Type: arrayLike, Default: "0", Help: "where no condition holds"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			conds, err := arrays(c.Thread, c.Obj("condlist"))
			if err != nil {
				return nil, err
			}
			list, ok, err := items(c.Thread, c.Obj("choicelist"))
			if err != nil || !ok {
				return nil, runtime.TypeErrorf("np.select: choicelist must be a list of arrays")
			}
			choices := make([]*ndarray.Array, len(list))
			for i, o := range list {
				if choices[i], err = value(c.Thread, o); err != nil {
					return nil, err
				}
			}
			def, err := weakArg(c, "default")
			if err != nil {
				return nil, err
			}
			r, err := ndarray.Select(conds, choices, def)
			return giveArray(r, err)
		}},
	fn1("choose", "Each element from the array whose number is given.", "array", ">>> np.choose([0, 1, 0], [[1, 2, 3], [10, 20, 30]])\narray([ 1, 20,  3])",
		[]bind.Param{pA, {Name: "choices", Help: "the arrays"}, pOut, pMode},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			list, err := arrays(c.Thread, c.Obj("choices"))
			if err != nil {
				return nil, err
			}
			r, err := ndarray.Choose(a, list, takeMode(c))
			return giveOut(c, r, err)
		}),
	fn1("piecewise", "A function that is given piece by piece: values or functions where conditions hold.", "array", ">>> x = np.array([-2.0, 1.0, 3.0])\n>>> np.piecewise(x, [x < 0, x >= 2], [-1, lambda v: v * 10, 0])\narray([-1.,  0., 30.])",
		[]bind.Param{{Name: "x", Type: arrayLike, Help: "the arguments"}, {Name: "condlist", Help: "conditions"}, {Name: "funclist", Help: "numbers or functions, one per condition and perhaps one for the rest"}, {Name: "args", Star: true, Help: "passed to the functions"}},
		piecewise),
	fn1("unique", "The sorted distinct elements.", "array, or a tuple with what else is asked for", ">>> np.unique([3, 1, 3])\narray([1, 3])\n>>> np.unique([3, 1, 3], return_counts=True)\n(array([1, 3]), array([1, 2]))",
		[]bind.Param{pAr, {Name: "return_index", Type: bind.Bool, Default: "False", Help: "also return where each first occurs"}, {Name: "return_inverse", Type: bind.Bool, Default: "False", Help: "also return the number of each element's value"},
			{Name: "return_counts", Type: bind.Bool, Default: "False", Help: "also return how often each occurs"}, pAxis, {Name: "equal_nan", Type: bind.Bool, KwOnly: true, Default: "True", Help: "NaN counts as one value"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			var u *ndarray.UniqueResult
			var err error
			if p := axisArg(c); p != nil {
				u, err = ndarray.UniqueAxis(a, *p)
			} else {
				u, err = ndarray.Unique(a)
			}
			if err != nil {
				return nil, raise(err)
			}
			out := py.Tuple{New(u.Values)}
			for _, o := range []struct {
				name string
				a    *ndarray.Array
			}{{"return_index", u.Index}, {"return_inverse", u.Inverse}, {"return_counts", u.Counts}} {
				if c.Bool(o.name) {
					out = append(out, New(o.a))
				}
			}
			if len(out) == 1 {
				return out[0], nil
			}
			return out, nil
		}),
	fn1("isin", "Whether each element occurs in another array.", "array of bool", ">>> np.isin([1, 2, 3], [3, 1])\narray([ True, False,  True])", []bind.Param{{Name: "element", Type: arrayLike, Help: "the elements"}, {Name: "test_elements", Type: arrayLike, Help: "the values looked for"},
		{Name: "assume_unique", Type: bind.Bool, Default: "False", Help: "accepted"}, {Name: "invert", Type: bind.Bool, Default: "False", Help: "whether each does not occur"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			b, err := arg(c, "test_elements")
			if err != nil {
				return nil, err
			}
			r, err := ndarray.IsIn(a, b, c.Bool("invert"))
			return give(r, err)
		}),
	setOp("union1d", "Sorted values that occur in one of two arrays.", ">>> np.union1d([1, 2], [2, 3])\narray([1, 2, 3])", ndarray.Union),
	fn1("intersect1d", "Sorted values that occur in both arrays.", "array, or a tuple with the places", ">>> np.intersect1d([1, 2], [2, 3])\narray([2])",
		[]bind.Param{{Name: "ar1", Type: arrayLike, Help: "one array"}, {Name: "ar2", Type: arrayLike, Help: "the other"}, {Name: "assume_unique", Type: bind.Bool, Default: "False", Help: "accepted"}, {Name: "return_indices", Type: bind.Bool, Default: "False", Help: "also return the first places in both"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			b, err := arg(c, "ar2")
			if err != nil {
				return nil, err
			}
			v, ia, ib, err := ndarray.Intersect(a, b)
			if err != nil {
				return nil, raise(err)
			}
			if c.Bool("return_indices") {
				return arrayTuple([]*ndarray.Array{v, ia, ib}), nil
			}
			return New(v), nil
		}),
	setOp("setdiff1d", "Sorted values of the first array that do not occur in the second.", ">>> np.setdiff1d([1, 2], [2, 3])\narray([1])", ndarray.SetDiff),
	setOp("setxor1d", "Sorted values that occur in exactly one of two arrays.", ">>> np.setxor1d([1, 2], [2, 3])\narray([1, 3])", ndarray.SetXor),
}

var pKeepKw = bind.Param{Name: "keepdims", Type: bind.Bool, KwOnly: true, Default: "False", Help: "leave reduced axes in the result with length one"}

func setOp(name, doc, example string, op func(a, b *ndarray.Array) (*ndarray.Array, error)) *bind.Func {
	return fn1(name, doc, "array", example, []bind.Param{{Name: "ar1", Type: arrayLike, Help: "one array"}, {Name: "ar2", Type: arrayLike, Help: "the other"}, {Name: "assume_unique", Type: bind.Bool, Default: "False", Help: "accepted"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			b, err := arg(c, "ar2")
			if err != nil {
				return nil, err
			}
			r, err := op(a, b)
			return giveArray(r, err)
		})
}

func piecewise(c *bind.Call, x *ndarray.Array) (py.Object, error) {
	t := c.Thread
	list, ok, err := items(t, c.Obj("condlist"))
	var conds []*ndarray.Array
	if ok && len(list) > 0 {
		if b, isBool := list[0].(py.Bool); isBool || list[0].Type() == boolClass.Type() { // one condition given as a list of booleans
			_ = b
			list = []py.Object{c.Obj("condlist")}
		}
	} else {
		list = []py.Object{c.Obj("condlist")}
	}
	if err != nil {
		return nil, err
	}
	for _, o := range list {
		a, err := asArray(t, o)
		if err != nil {
			return nil, err
		}
		if a, err = a.AsType(ndarray.Bool); err != nil {
			return nil, raise(err)
		}
		if a.NDim() == x.NDim()+1 {
			rows, err := arrays(t, New(a))
			if err != nil {
				return nil, err
			}
			conds = append(conds, rows...)
			continue
		}
		conds = append(conds, a)
	}
	funcs, ok, err := items(t, c.Obj("funclist"))
	if err != nil || !ok {
		return nil, runtime.TypeErrorf("np.piecewise: funclist must be a list")
	}
	if len(funcs) == len(conds)+1 {
		any, err := ndarray.New(ndarray.Bool, x.Shape()...)
		if err != nil {
			return nil, raise(err)
		}
		for _, k := range conds {
			if any, _, err = ndarray.LogicalOr.Call(any, k, nil); err != nil {
				return nil, raise(err)
			}
		}
		rest, _, err := ndarray.LogicalNot.Call(any, nil)
		if err != nil {
			return nil, raise(err)
		}
		conds = append(conds, rest)
	} else if len(funcs) != len(conds) {
		return nil, runtime.ValueErrorf("with %d condition(s), either %d or %d functions are expected", len(conds), len(conds), len(conds)+1)
	}
	y, err := ndarray.New(x.Dtype(), x.Shape()...)
	if err != nil {
		return nil, raise(err)
	}
	for i, f := range funcs {
		v := f
		if runtime.IsCallable(f) {
			part, err := x.Get(ndarray.By(conds[i]))
			if err != nil {
				return nil, raise(err)
			}
			if part.Size() == 0 {
				continue
			}
			if v, err = runtime.Call(t, f, append([]py.Object{New(part)}, c.Rest...), nil); err != nil {
				return nil, err
			}
		}
		a, err := asArray(t, v)
		if err != nil {
			return nil, err
		}
		if err := y.Set(a, ndarray.By(conds[i])); err != nil {
			return nil, raise(err)
		}
	}
	return Object(y), nil
}
