package np

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

// joining holds functions that put arrays together and cut them.
var joining = []*bind.Func{
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
	fn1("pad", "Adds elements at the ends of dimensions.", "array", ">>> np.pad([1, 2], 1)\narray([0, 1, 2, 0])\n>>> np.pad([1, 2], (0, 2), mode='edge')\narray([1, 2, 2, 2])",
		[]bind.Param{{Name: "array", Type: arrayLike, Help: "the array"}, {Name: "pad_width", Type: arrayLike, Help: "a number, (before, after), or a pair per dimension"},
			{Name: "mode", Type: bind.Str, Default: "'constant'", Help: "constant, edge, linear_ramp, maximum, mean, minimum, reflect, symmetric, wrap or empty"},
			{Name: "constant_values", Type: arrayLike, KwOnly: true, Default: "0", Help: "the constants, given like pad_width"}, {Name: "end_values", Type: arrayLike, KwOnly: true, Default: "0", Help: "ends of linear ramps, given like pad_width"}},
		pad),
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

func concatenate(c *bind.Call, list []*ndarray.Array) (*ndarray.Array, error) {
	ax := axisArg(c)
	return ndarray.Concatenate(list, ax, dtypeArg(c))
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
