package np

import (
	"encoding/binary"
	"math"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

var arrayClass = &bind.Class{
	Name: "ndarray", Module: "numpy",
	Doc: `An n-dimensional array: elements of one type in a grid.

Arrays are made by np.array, np.zeros, np.arange and the like. Operators work elementwise with broadcasting; basic indexing
gives views that share memory, indexing by arrays gives copies.`,
	Example: `>>> a = np.arange(6).reshape(2, 3)
>>> a.shape, a.dtype
((2, 3), dtype('int64'))
>>> a[1] * 10
array([30, 40, 50])
>>> a.sum(axis=0)
array([3, 5, 7])`,
	New:     arrayNew,
	Attrs:   arrayAttrs,
	Methods: arrayMethods(true),
}

var arrayNew = &bind.Func{
	Name: "ndarray", Doc: "A new array of zeros. np.array, np.zeros and np.empty are the usual ways.", Returns: "array",
	Params: []bind.Param{pShape, {Name: "dtype", Type: dtypeType, Default: "None", Help: "type of the elements, float64 by default"}},
	Fn: func(c *bind.Call) (py.Object, error) {
		a, err := ndarray.New(dtypeOr(c, ndarray.Float64), bind.Get[[]int](c, "shape")...)
		if err != nil {
			return nil, raise(err)
		}
		return New(a), nil
	},
}

func method(name, doc, returns string, params []bind.Param, fn func(c *bind.Call, a *ndarray.Array) (py.Object, error)) *bind.Func {
	return &bind.Func{Name: name, Doc: doc, Returns: returns, Params: params,
		Fn: func(c *bind.Call) (py.Object, error) { return fn(c, self(c)) }}
}

// arrayMethods makes the methods; scalars get them too, without those that write.
func arrayMethods(writing bool) []*bind.Func {
	var ms []*bind.Func
	for _, d := range reductions {
		if !d.noMethod {
			ms = append(ms, d.method())
		}
	}
	ms = append(ms,
		method("argmax", "Place of the first largest element.", "array or int", []bind.Param{pAxis, pOut, pKeep},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				r, err := ndarray.ArgMax(a, axisArg(c), c.Bool("keepdims"))
				return giveOut(c, r, err)
			}),
		method("argmin", "Place of the first smallest element.", "array or int", []bind.Param{pAxis, pOut, pKeep},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				r, err := ndarray.ArgMin(a, axisArg(c), c.Bool("keepdims"))
				return giveOut(c, r, err)
			}),
		method("cumsum", "Running sums.", "array", []bind.Param{pAxis, pDtype, pOut}, cumulate(ndarray.Add)),
		method("cumprod", "Running products.", "array", []bind.Param{pAxis, pDtype, pOut}, cumulate(ndarray.Multiply)),
		method("reshape", "The same elements in another shape, as a view where the memory allows. One length may be -1.", "array",
			[]bind.Param{{Name: "shape", Star: true, Help: "lengths, or one tuple of them"},
				{Name: "order", Type: orderType, KwOnly: true, Default: "'C'", Help: "order in which elements are read and placed"},
				{Name: "copy", Type: bind.Bool, KwOnly: true, Default: "None", Help: "True: always copy"}},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				dims, err := starInts(c, "reshape")
				if err != nil {
					return nil, err
				}
				return reshape(a, dims, c.Str("order"))
			}),
		method("ravel", "The elements in one dimension, as a view where the memory allows.", "array", []bind.Param{pOrder},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				r, err := a.RavelOrder(firstByte(c.Str("order")))
				return giveArray(r, err)
			}),
		method("flatten", "A copy of the elements in one dimension.", "array", []bind.Param{pOrder},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				r, err := a.RavelOrder(firstByte(c.Str("order")))
				if err == nil {
					r, err = r.Copy()
				}
				return giveArray(r, err)
			}),
		method("transpose", "The view with permuted axes, reversed by default.", "array", []bind.Param{{Name: "axes", Star: true, Help: "axes, or one tuple of them"}},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				if len(c.Rest) == 1 && c.Rest[0] == py.None {
					c.Rest = nil
				}
				axes, err := starInts(c, "transpose")
				if err != nil {
					return nil, err
				}
				r, err := a.Transpose(axes...)
				return give(r, err)
			}),
		method("swapaxes", "The view with two axes exchanged.", "array",
			[]bind.Param{{Name: "axis1", Type: bind.Int, Help: "one axis"}, {Name: "axis2", Type: bind.Int, Help: "the other"}},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				r, err := a.SwapAxes(c.Int("axis1"), c.Int("axis2"))
				return give(r, err)
			}),
		method("squeeze", "The view without dimensions of length one.", "array", []bind.Param{{Name: "axis", Type: axesType, Default: "None", Help: "the dimensions to drop; all by default"}},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				r, err := a.Squeeze(bind.Get[[]int](c, "axis")...)
				return giveArray(r, err)
			}),
		method("astype", "A copy converted to a type.", "array",
			[]bind.Param{{Name: "dtype", Type: dtypeType, Help: "the type"},
				{Name: "order", Type: orderType, Default: "'K'", Help: "order in memory"},
				{Name: "casting", Type: bind.Str, Default: "'unsafe'", Help: "which conversions are allowed: no, equiv, safe, same_kind, unsafe"},
				{Name: "copy", Type: bind.Bool, Default: "True", Help: "False: return the array itself when it has the type already"}},
			astype),
		method("copy", "A copy with memory of its own.", "array", []bind.Param{pMemory},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				r, err := a.CopyOrder(firstByte(c.Str("order")))
				return giveArray(r, err)
			}),
		method("tolist", "The elements as numbers of the language in nested lists.", "list or number", nil,
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) { return listOf(a), nil }),
		method("item", "One element as a number of the language: the only one, or the one at the given index.", "number",
			[]bind.Param{{Name: "args", Star: true, Help: "nothing, a flat index, or one index per dimension"}}, itemOf),
		method("tobytes", "The elements as they lie in memory, in row-major order.", "bytes", []bind.Param{pMemory},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				if c.Str("order") == "F" {
					a = a.T()
				}
				return bytesOf(a), nil
			}),
		method("argsort", "The order that sorts, along an axis. It is stable whatever kind is asked for.", "array of int", []bind.Param{sortAxis, pKind, pSortOrder, pStable},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) { return argsort(c, a) }),
		method("searchsorted", "Places where values would be inserted into the sorted array.", "int or array of int",
			[]bind.Param{{Name: "v", Type: arrayLike, Help: "the values"}, pSide, pSorter},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) { return searchSorted(c, a) }),
		method("dot", "Matrix product; see np.dot.", "array or scalar", []bind.Param{{Name: "b", Type: arrayLike, Help: "the second factor"}},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				b, err := arg(c, "b")
				if err != nil {
					return nil, err
				}
				return give(interruptible(c.Thread, a.Size()+b.Size(), func() (*ndarray.Array, error) { return ndarray.Dot(a, b) }))
			}),
		method("round", "Elements rounded to a number of decimals, halves to even.", "array", []bind.Param{pDecimals, pOut},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) { return round(c, a) }),
		method("clip", "Elements limited to [min, max].", "array", []bind.Param{pMin, pMax, pOut},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) { return clip(c, a) }),
		method("repeat", "Each element repeated.", "array", []bind.Param{{Name: "repeats", Type: arrayLike, Help: "how often: a number, or one per place"}, pAxis},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				n, err := arg(c, "repeats")
				if err != nil {
					return nil, err
				}
				r, err := ndarray.Repeat(a, n, axisArg(c))
				return give(r, err)
			}),
		method("nonzero", "Indices of the elements that are not zero, an array per dimension.", "tuple of arrays", nil,
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) { return nonzero(a) }),
		method("take", "Elements picked by index along an axis.", "array", []bind.Param{{Name: "indices", Type: arrayLike, Help: "the indices"}, pAxis, pOut, pMode},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) { return take(c, a) }),
		method("compress", "Slices picked by a boolean vector.", "array",
			[]bind.Param{{Name: "condition", Type: arrayLike, Help: "which slices"}, pAxis},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				cond, err := arg(c, "condition")
				if err != nil {
					return nil, err
				}
				r, err := ndarray.Compress(cond, a, axisArg(c))
				return give(r, err)
			}),
		method("diagonal", "A diagonal, as a read-only view.", "array", []bind.Param{pOffset, pAxis1, pAxis2},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				r, err := a.Diagonal(c.Int("offset"), c.Int("axis1"), c.Int("axis2"))
				return give(r, err)
			}),
		method("trace", "Sum of a diagonal.", "scalar or array", []bind.Param{pOffset, pAxis1, pAxis2},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				r, err := ndarray.Trace(a, c.Int("offset"), c.Int("axis1"), c.Int("axis2"))
				return give(r, err)
			}),
		method("conj", "Complex conjugates.", "array", nil, conjugate),
		method("conjugate", "Complex conjugates.", "array", nil, conjugate),
		method("view", "A new view of the same elements.", "array", []bind.Param{pDtype}, viewOf),
		method("__abs__", "Absolute values.", "array", nil, func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			r, _, err := ndarray.Absolute.Call(a, nil)
			return give(r, err)
		}),
		method("__round__", "Rounding, for the builtin round.", "array or number", []bind.Param{{Name: "ndigits", Type: bind.Int, Default: "None", Help: "decimals"}},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				r, err := ndarray.Round(a, c.Int("ndigits"), nil)
				if err != nil {
					return nil, raise(err)
				}
				if a.NDim() == 0 && !c.Has("ndigits") {
					return toInt(c.Thread, r)
				}
				return Object(r), nil
			}),
		method("__array__", "The array itself.", "array", []bind.Param{pDtype}, func(c *bind.Call, a *ndarray.Array) (py.Object, error) { return New(a), nil }),
		method("__float__", "The only element as a float.", "float", nil, func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			if err := needScalar(c.Thread, a, "float"); err != nil {
				return nil, err
			}
			return py.Float(a.FloatAt(0)), nil
		}),
		method("__int__", "The only element as an int.", "int", nil, func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			if err := needScalar(c.Thread, a, "int"); err != nil {
				return nil, err
			}
			return toInt(c.Thread, a)
		}),
		method("__complex__", "The only element as a complex number.", "complex", nil, func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			if err := needScalar(c.Thread, a, ""); err != nil {
				return nil, err
			}
			return py.Complex(a.ComplexAt(0)), nil
		}),
	)
	if !writing {
		return ms
	}
	return append(ms,
		method("fill", "Sets all elements to a value.", "None", []bind.Param{{Name: "value", Type: arrayLike, Help: "the value"}},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				v, err := arg(c, "value")
				if err != nil {
					return nil, err
				}
				return py.None, raise(a.Fill(v))
			}),
		method("sort", "Sorts in place along an axis; NaN goes last.", "None", []bind.Param{sortAxis, pKind, pSortOrder, pStable},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				return py.None, raise(ndarray.SortInPlace(a, c.Int("axis")))
			}),
		method("partition", "Puts the element with the given rank in its sorted place, smaller ones before it.", "None",
			[]bind.Param{{Name: "kth", Type: axesType, Help: "the rank or ranks"}, pLast},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				r, err := ndarray.Partition(a, bind.Get[[]int](c, "kth"), c.Int("axis"))
				if err == nil {
					err = a.Assign(r)
				}
				return py.None, raise(err)
			}),
		method("put", "Assigns values at flat indices.", "None",
			[]bind.Param{{Name: "indices", Type: arrayLike, Help: "flat indices"}, {Name: "values", Type: arrayLike, Help: "values, repeated as needed"}, pMode},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				idx, err := arg(c, "indices")
				if err != nil {
					return nil, err
				}
				v, err := arg(c, "values")
				if err != nil {
					return nil, err
				}
				return py.None, raise(ndarray.Put(a, idx, v, takeMode(c)))
			}),
		method("setflags", "Allows or forbids writing.", "None", []bind.Param{{Name: "write", Type: bind.Bool, Default: "None", Help: "whether elements can be assigned"}},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				if c.Has("write") {
					a.SetReadOnly(!c.Bool("write"))
				}
				return py.None, nil
			}),
	)
}

// giveArray is give that keeps 0-dimensional arrays.
func giveArray(a *ndarray.Array, err error) (py.Object, error) {
	if err != nil {
		return nil, raise(err)
	}
	return New(a), nil
}

func giveOut(c *bind.Call, r *ndarray.Array, err error) (py.Object, error) {
	if err != nil {
		return nil, raise(err)
	}
	return deliver(c, r)
}

// starInts reads f(2, 3) and f((2, 3)) alike.
func starInts(c *bind.Call, name string) ([]int, error) {
	list := c.Rest
	if len(list) == 1 {
		if inner, ok, err := items(c.Thread, list[0]); ok || err != nil {
			if err != nil {
				return nil, err
			}
			list = inner
		}
	}
	out := make([]int, len(list))
	for i, o := range list {
		n, err := runtime.AsInt(c.Thread, o)
		if err != nil {
			return nil, err
		}
		out[i] = n
	}
	return out, nil
}

func reshape(a *ndarray.Array, dims []int, order string) (py.Object, error) {
	if order == "F" || order == "A" && a.IsFortran() && !a.IsContiguous() {
		r, err := a.ReshapeFortran(dims...)
		return giveArray(r, err)
	}
	r, err := a.Reshape(dims...)
	return giveArray(r, err)
}

func cumulate(u *ndarray.Binary) func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
	return func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
		axis := 0
		if p := axisArg(c); p != nil {
			axis = *p
		} else {
			f, err := a.Ravel()
			if err != nil {
				return nil, raise(err)
			}
			a = f
		}
		r, err := u.Accumulate(a, axis, dtypeArg(c))
		return giveOut(c, r, err)
	}
}

func astype(c *bind.Call, a *ndarray.Array) (py.Object, error) {
	d := bind.Get[ndarray.Dtype](c, "dtype")
	rule, err := ndarray.CastingByName(c.Str("casting"))
	if err != nil {
		return nil, raise(err)
	}
	if !ndarray.CanCast(a.Dtype(), d, rule) {
		return nil, runtime.TypeErrorf("Cannot cast array data from dtype('%s') to dtype('%s') according to the rule '%s'", a.Dtype(), d, rule)
	}
	if a.Dtype() == d && !c.Bool("copy") {
		return c.Self, nil
	}
	if a.Dtype() == ndarray.Complex128 && d != ndarray.Complex128 && d != ndarray.Bool {
		warnClass(c.Thread, "ComplexWarning", "Casting complex values to real discards the imaginary part")
	}
	if d == ndarray.Int64 && a.Dtype().IsFloat() && hasWild(a) {
		if err := report(c.Thread, ndarray.Invalid, "cast"); err != nil {
			return nil, err
		}
	}
	r, err := a.AsType(d)
	if _, isScalar := c.Self.(scalarValue); isScalar {
		return give(r, err)
	}
	return giveArray(r, err)
}

// hasWild reports floats that no integer can hold.
func hasWild(a *ndarray.Array) bool {
	for _, x := range a.Floats() {
		if !(x >= -(1<<63) && x < 1<<63) {
			return true
		}
	}
	return false
}

func itemOf(c *bind.Call, a *ndarray.Array) (py.Object, error) {
	idx, err := starInts(c, "item")
	if err != nil {
		return nil, err
	}
	switch {
	case len(idx) == 0:
		if a.Size() != 1 {
			return nil, runtime.ValueErrorf("can only convert an array of size 1 to a Python scalar")
		}
		return plainOf(a.Flat(0)), nil
	case len(idx) == 1 && a.NDim() != 1:
		n := a.Size()
		if idx[0] < -n || idx[0] >= n {
			return nil, runtime.IndexErrorf("index %d is out of bounds for size %d", idx[0], n)
		}
		return plainOf(a.Flat((idx[0] + n) % n)), nil
	case len(idx) != a.NDim():
		return nil, runtime.ValueErrorf("incorrect number of indices for array")
	}
	v, err := a.At(idx...)
	if err != nil {
		return nil, raise(err)
	}
	return plainOf(v.Flat(0)), nil
}

func bytesOf(a *ndarray.Array) py.Bytes {
	out := make([]byte, 0, a.NBytes())
	for i := range a.Size() {
		switch x := a.Flat(i).(type) {
		case bool:
			out = append(out, byte(asInt(x)))
		case int64:
			out = binary.LittleEndian.AppendUint64(out, uint64(x))
		case float32:
			out = binary.LittleEndian.AppendUint32(out, math.Float32bits(x))
		case float64:
			out = binary.LittleEndian.AppendUint64(out, math.Float64bits(x))
		case complex128:
			out = binary.LittleEndian.AppendUint64(out, math.Float64bits(real(x)))
			out = binary.LittleEndian.AppendUint64(out, math.Float64bits(imag(x)))
		}
	}
	return py.Bytes(out)
}

func conjugate(c *bind.Call, a *ndarray.Array) (py.Object, error) {
	if a.Dtype() != ndarray.Complex128 {
		return c.Self, nil
	}
	r, _, err := ndarray.Conjugate.Call(a, nil)
	return give(r, err)
}

func viewOf(c *bind.Call, a *ndarray.Array) (py.Object, error) {
	if d := dtypeArg(c); d != nil && *d != a.Dtype() {
		return nil, runtime.Errorf(py.NotImplementedError, "view as another dtype is not provided by Monge; astype converts values")
	}
	r, err := a.Get(ndarray.Ellipsis())
	return giveArray(r, err)
}

func needScalar(t *runtime.Thread, a *ndarray.Array, want string) error {
	if a.Size() != 1 {
		return runtime.TypeErrorf("only 0-dimensional arrays can be converted to Python scalars")
	}
	if a.NDim() != 0 {
		return runtime.TypeErrorf("only 0-dimensional arrays can be converted to Python scalars")
	}
	if a.Dtype() == ndarray.Complex128 && want != "" {
		if want == "float" || want == "int" {
			return runtime.TypeErrorf("%s() argument must be a string or a real number, not 'complex'", want)
		}
	}
	return nil
}

// toInt truncates the only element to an int of any size.
func toInt(t *runtime.Thread, a *ndarray.Array) (py.Object, error) {
	if a.Dtype().IsFloat() {
		return runtime.Call(t, py.IntType, []py.Object{py.Float(a.FloatAt(0))}, nil)
	}
	return runtime.IntObj(a.IntAt(0)), nil
}
