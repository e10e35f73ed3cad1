package np

import (
	"errors"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

// Types of arguments that the tables share.
var (
	// arrayLike is converted inside the functions, so that errors are NumPy's.
	arrayLike = bind.Type{Name: "array_like"}

	dtypeType = bind.Type{Name: "dtype", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		d, wrong := readDtype(t, o)
		if wrong != "" {
			return nil, errors.New(wrong)
		}
		return d, nil
	}}

	// axesType is an axis or a tuple of them.
	axesType = bind.Type{Name: "int or tuple of int", Convert: axesOf}

	// axesOrNone also takes None, for all axes, which reads as absent.
	axesOrNone = bind.Type{Name: "int, tuple of int or None", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		if o == py.None {
			return nil, nil
		}
		return axesOf(t, o)
	}}

	// axisOrNone is an axis, or None for the flattened array, which reads as absent.
	axisOrNone = bind.Type{Name: "int or None", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		if o == py.None {
			return nil, nil
		}
		return bind.Int.Convert(t, o)
	}}

	orderType = bind.OneOf("C", "F", "A", "K")
)

// Parameters that many functions have.
var (
	pA       = bind.Param{Name: "a", Type: arrayLike, Help: "the array"}
	pX       = bind.Param{Name: "x", Type: arrayLike, PosOnly: true, Help: "the array"}
	pX1      = bind.Param{Name: "x1", Type: arrayLike, PosOnly: true, Help: "the first operand"}
	pX2      = bind.Param{Name: "x2", Type: arrayLike, PosOnly: true, Help: "the second operand; shapes are broadcast"}
	pAxes    = bind.Param{Name: "axis", Type: axesType, Default: "None", Help: "axis or axes to reduce over; all by default"}
	pAxis    = bind.Param{Name: "axis", Type: bind.Int, Default: "None", Help: "the axis; the flattened array by default"}
	pLast    = bind.Param{Name: "axis", Type: bind.Int, Default: "-1", Help: "the axis, the last by default"}
	pZero    = bind.Param{Name: "axis", Type: bind.Int, Default: "0", Help: "the axis, the first by default"}
	pKeep    = bind.Param{Name: "keepdims", Type: bind.Bool, Default: "False", Help: "leave reduced axes in the result with length one"}
	pDtype   = bind.Param{Name: "dtype", Type: dtypeType, Default: "None", Help: "type of the result"}
	pOut     = bind.Param{Name: "out", Type: bind.Any, Default: "None", Help: "array that receives the result"}
	pOrder   = bind.Param{Name: "order", Type: orderType, Default: "'C'", Help: "order in which elements are read: C by rows, F by columns"}
	pInitial = bind.Param{Name: "initial", Type: bind.Any, Default: "None", Help: "value to start from"}
	pWhere   = bind.Param{Name: "where", Type: bind.Any, KwOnly: true, Default: "True", Help: "where to compute; elsewhere out keeps its values"}
	pOutKw   = bind.Param{Name: "out", Type: bind.Any, Default: "None", Help: "array that receives the result"}
	pDtypeKw = bind.Param{Name: "dtype", Type: dtypeType, KwOnly: true, Default: "None", Help: "type to compute in"}
	pShape   = bind.Param{Name: "shape", Type: bind.Shape, Help: "lengths of the dimensions"}
	pMemory  = bind.Param{Name: "order", Type: orderType, Default: "'C'", Help: "order of the elements in memory"}
)

// arg converts an array argument; numbers of the language get their default type.
func arg(c *bind.Call, name string) (*ndarray.Array, error) { return asArray(c.Thread, c.Obj(name)) }

// weakArg leaves numbers of the language weak.
func weakArg(c *bind.Call, name string) (*ndarray.Array, error) { return value(c.Thread, c.Obj(name)) }

// optArg is arg that returns nil for an argument that is absent or None.
func optArg(c *bind.Call, name string) (*ndarray.Array, error) {
	if !c.Has(name) || c.Obj(name) == py.None {
		return nil, nil
	}
	return arg(c, name)
}

// self is the receiver of a method as an array.
func self(c *bind.Call) *ndarray.Array {
	switch x := c.Self.(type) {
	case *Array:
		return x.ND()
	case scalarValue:
		return x.array()
	}
	a, err := asArray(c.Thread, c.Self)
	if err != nil {
		a, _ = ndarray.New(ndarray.Float64, 0)
	}
	return a
}

// outArg is the out= argument, nil when absent. A tuple of one array is accepted.
func outArg(c *bind.Call) (*Array, error) {
	o := c.Obj("out")
	if t, ok := o.(py.Tuple); ok && len(t) == 1 {
		o = t[0]
	}
	switch x := o.(type) {
	case py.NoneType:
		return nil, nil
	case *Array:
		return x, nil
	}
	return nil, runtime.TypeErrorf("return arrays must be of ArrayType")
}

func nd(x *Array) *ndarray.Array {
	if x == nil {
		return nil
	}
	return x.ND()
}

// axisArg is a single axis, nil when absent.
func axisArg(c *bind.Call) *int {
	if !c.Has("axis") {
		return nil
	}
	n := c.Int("axis")
	return &n
}

func dtypeArg(c *bind.Call) *ndarray.Dtype {
	if !c.Has("dtype") {
		return nil
	}
	d := bind.Get[ndarray.Dtype](c, "dtype")
	return &d
}

func dtypeOr(c *bind.Call, d ndarray.Dtype) ndarray.Dtype {
	if p := dtypeArg(c); p != nil {
		return *p
	}
	return d
}

// reduceOpts reads axis and keepdims.
func reduceOpts(c *bind.Call) ndarray.ReduceOpts {
	o := ndarray.ReduceOpts{KeepDims: c.Bool("keepdims")}
	if c.Has("axis") {
		o.Axes = bind.Get[[]int](c, "axis")
	}
	return o
}

// arrays reads a sequence of arrays, among them a single array by its rows.
func arrays(t *runtime.Thread, o py.Object) ([]*ndarray.Array, error) {
	if x, ok := o.(*Array); ok {
		if x.ND().NDim() == 0 {
			return nil, runtime.TypeErrorf("iteration over a 0-d array")
		}
		out := make([]*ndarray.Array, x.ND().Shape()[0])
		for i := range out {
			v, err := x.ND().At(i)
			if err != nil {
				return nil, raise(err)
			}
			out[i] = v
		}
		return out, nil
	}
	list, ok, err := items(t, o)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, runtime.TypeErrorf("arrays to stack must be passed as a \"sequence\" type such as list or tuple.")
	}
	out := make([]*ndarray.Array, len(list))
	for i, e := range list {
		if out[i], err = asArray(t, e); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func firstByte(s string) byte {
	if s == "" {
		return 'C'
	}
	return s[0]
}

// axesOf reads an axis or a tuple of them.
func axesOf(t *runtime.Thread, o py.Object) (any, error) {
	if n, err := runtime.AsInt(t, o); err == nil {
		return []int{n}, nil
	}
	list, ok, err := items(t, o)
	if err != nil || !ok {
		return nil, errors.New("must be an integer or a tuple of integers")
	}
	axes := make([]int, len(list))
	for i, e := range list {
		if axes[i], err = runtime.AsInt(t, e); err != nil {
			return nil, errors.New("must be an integer or a tuple of integers")
		}
	}
	return axes, nil
}
