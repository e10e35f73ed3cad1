package plt

import (
	"fmt"
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
)

// AxesArray is what subplots returns for several axes: it is indexed, sliced and iterated like a NumPy array.
type AxesArray struct {
	items []*Axes
	shape []int // one or two dimensions
}

var axesArrayClass = &bind.Class{
	Name: "AxesArray", Module: "plt",
	Doc:     "Axes in one or two dimensions.",
	Example: ">>> fig, axes = plt.subplots(2, 2);\n... print(axes.shape, len(axes.flat), len(axes[0]))\n(2, 2) 4 2\n<Figure size 640x400 with 4 Axes>",
	Attrs: []bind.Attr{
		{Name: "shape", Type: "tuple of int", Doc: "lengths of the dimensions", Get: func(_ *runtime.Thread, o py.Object) (py.Object, error) {
			var out py.Tuple
			for _, n := range o.(*AxesArray).shape {
				out = append(out, py.Int(n))
			}
			return out, nil
		}},
		{Name: "size", Type: "int", Doc: "number of axes", Get: func(_ *runtime.Thread, o py.Object) (py.Object, error) { return py.Int(len(o.(*AxesArray).items)), nil }},
		{Name: "ndim", Type: "int", Doc: "number of dimensions", Get: func(_ *runtime.Thread, o py.Object) (py.Object, error) { return py.Int(len(o.(*AxesArray).shape)), nil }},
		{Name: "flat", Type: "AxesArray", Doc: "all axes in one dimension, row after row", Get: func(_ *runtime.Thread, o py.Object) (py.Object, error) { return o.(*AxesArray).flat(), nil }},
		{Name: "T", Type: "AxesArray", Doc: "rows and columns exchanged", Get: func(_ *runtime.Thread, o py.Object) (py.Object, error) { return o.(*AxesArray).transposed(), nil }},
	},
	Methods: []*bind.Func{
		{Name: "ravel", Doc: "All axes in one dimension, row after row.", Fn: func(c *bind.Call) (py.Object, error) { return flatOf(c) }},
		{Name: "flatten", Doc: "All axes in one dimension, row after row.", Fn: func(c *bind.Call) (py.Object, error) { return flatOf(c) }},
		{Name: "reshape", Params: []bind.Param{{Name: "shape", Star: true, Help: "the new lengths; one may be -1"}}, Doc: "The same axes in other dimensions.", Fn: func(c *bind.Call) (py.Object, error) {
			a, err := self[*AxesArray](c)
			if err != nil {
				return nil, err
			}
			return a.reshape(c)
		}},
		{Name: "tolist", Doc: "The axes as a list, of lists when there are two dimensions.", Fn: func(c *bind.Call) (py.Object, error) {
			a, err := self[*AxesArray](c)
			if err != nil {
				return nil, err
			}
			var out []py.Object
			for i := range a.shape[0] {
				x := a.at(i)
				if row, ok := x.(*AxesArray); ok {
					var items []py.Object
					for _, it := range row.items {
						items = append(items, it)
					}
					x = list(items...)
				}
				out = append(out, x)
			}
			return list(out...), nil
		}},
	},
}

func flatOf(c *bind.Call) (py.Object, error) {
	a, err := self[*AxesArray](c)
	if err != nil {
		return nil, err
	}
	return a.flat(), nil
}

func (*AxesArray) Type() *py.Type { return axesArrayClass.Type() }

// Len is the length of the first dimension.
func (a *AxesArray) Len() int { return a.shape[0] }

func (a *AxesArray) flat() *AxesArray { return &AxesArray{items: a.items, shape: []int{len(a.items)}} }

func (a *AxesArray) transposed() *AxesArray {
	if len(a.shape) == 1 {
		return a
	}
	r, c := a.shape[0], a.shape[1]
	out := &AxesArray{shape: []int{c, r}}
	for j := range c {
		for i := range r {
			out.items = append(out.items, a.items[i*c+j])
		}
	}
	return out
}

func (a *AxesArray) reshape(c *bind.Call) (py.Object, error) {
	dims := c.Rest
	if len(dims) == 1 {
		if tup, ok := dims[0].(py.Tuple); ok {
			dims = tup
		}
	}
	var shape []int
	known, free := 1, -1
	for i, d := range dims {
		n, err := runtime.AsInt(c.Thread, d)
		if err != nil {
			return nil, err
		}
		if n == -1 && free < 0 {
			free = i
		} else {
			known *= n
		}
		shape = append(shape, n)
	}
	if free >= 0 && known > 0 {
		shape[free] = len(a.items) / known
		known *= shape[free]
	}
	if known != len(a.items) || len(shape) < 1 || len(shape) > 2 {
		return nil, c.Errorf("%d axes cannot be arranged so", len(a.items))
	}
	return &AxesArray{items: a.items, shape: shape}, nil
}

// at is element or row i.
func (a *AxesArray) at(i int) py.Object {
	if len(a.shape) == 1 {
		return a.items[i]
	}
	c := a.shape[1]
	return &AxesArray{items: a.items[i*c : (i+1)*c], shape: []int{c}}
}

// GetItem takes an index, a slice or a pair of them.
func (a *AxesArray) GetItem(t *runtime.Thread, k py.Object) (py.Object, error) {
	keys, ok := k.(py.Tuple)
	if !ok {
		keys = py.Tuple{k}
	}
	if len(keys) > len(a.shape) {
		return nil, runtime.IndexErrorf("too many indices for axes: the array is %d-dimensional, but %d were indexed", len(a.shape), len(keys))
	}
	sel := make([][]int, len(a.shape))
	var shape []int
	for d := range a.shape {
		if d >= len(keys) {
			sel[d] = seq(a.shape[d])
			shape = append(shape, a.shape[d])
			continue
		}
		idx, scalar, err := indices(t, keys[d], a.shape[d], d)
		if err != nil {
			return nil, err
		}
		sel[d] = idx
		if !scalar {
			shape = append(shape, len(idx))
		}
	}
	out := &AxesArray{shape: shape}
	for _, i := range sel[0] {
		if len(sel) == 1 {
			out.items = append(out.items, a.items[i])
			continue
		}
		for _, j := range sel[1] {
			out.items = append(out.items, a.items[i*a.shape[1]+j])
		}
	}
	if len(shape) == 0 {
		return out.items[0], nil
	}
	return out, nil
}

func seq(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

func indices(t *runtime.Thread, k py.Object, n, dim int) (idx []int, scalar bool, err error) {
	if s, ok := k.(*py.Slice); ok {
		items := make([]py.Object, n)
		for i := range items {
			items[i] = py.Int(i)
		}
		part, err := runtime.GetItem(t, list(items...), s)
		if err != nil {
			return nil, false, err
		}
		for _, it := range part.(*py.List).Items {
			idx = append(idx, int(it.(py.Int)))
		}
		return idx, false, nil
	}
	i, err := runtime.AsInt(t, k)
	if err != nil {
		return nil, false, runtime.IndexErrorf("axes are indexed by integers and slices, not %s", k.Type().Name)
	}
	j := i
	if j < 0 {
		j += n
	}
	if j < 0 || j >= n {
		return nil, false, runtime.IndexErrorf("index %d is out of bounds for axis %d with size %d", i, dim, n)
	}
	return []int{j}, true, nil
}

// Iter goes over the first dimension.
func (a *AxesArray) Iter(t *runtime.Thread) (runtime.Iterator, error) {
	items := make([]py.Object, a.shape[0])
	for i := range items {
		items[i] = a.at(i)
	}
	return runtime.Iter(t, list(items...))
}

// Repr is like that of an array of objects.
func (a *AxesArray) Repr(t *runtime.Thread) (string, error) {
	row := func(items []*Axes) string {
		var parts []string
		for _, x := range items {
			s, _ := x.Repr(t)
			parts = append(parts, s)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	if len(a.shape) == 1 {
		return "array(" + row(a.items) + ", dtype=object)", nil
	}
	var rows []string
	c := a.shape[1]
	for i := range a.shape[0] {
		rows = append(rows, row(a.items[i*c:(i+1)*c]))
	}
	return fmt.Sprintf("array([%s], dtype=object)", strings.Join(rows, ",\n       ")), nil
}
