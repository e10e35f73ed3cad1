package np

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

// Array is the value numpy.ndarray of the language.
type Array ndarray.Array

// New makes a value of the language of an array: the same array under another type.
func New(a *ndarray.Array) *Array { return (*Array)(a) }

// ND is the array as Go code uses it.
func (x *Array) ND() *ndarray.Array { return (*ndarray.Array)(x) }

// Object is an array as NumPy's functions return it: a 0-dimensional one becomes a scalar.
func Object(a *ndarray.Array) py.Object {
	if a.NDim() == 0 {
		return scalarOf(a.Flat(0))
	}
	return New(a)
}

// Type makes Array a value of the language.
func (x *Array) Type() *py.Type { return arrayClass.Type() }

// The operators by index.
var binaryOps = [...]*ndarray.Binary{
	runtime.OpAdd: ndarray.Add, runtime.OpSub: ndarray.Subtract, runtime.OpMul: ndarray.Multiply, runtime.OpDiv: ndarray.Divide,
	runtime.OpFloorDiv: ndarray.FloorDivide, runtime.OpMod: ndarray.Remainder, runtime.OpPow: ndarray.Power, runtime.OpMatMul: nil,
	runtime.OpLShift: ndarray.LeftShift, runtime.OpRShift: ndarray.RightShift, runtime.OpBitAnd: ndarray.BitwiseAnd,
	runtime.OpBitOr: ndarray.BitwiseOr, runtime.OpBitXor: ndarray.BitwiseXor,
}

// opDivmod is the operator that follows the last named one.
const opDivmod = runtime.OpBitXor + 1

var compareOps = [...]*ndarray.Binary{
	runtime.CmpEq: ndarray.Equal, runtime.CmpNe: ndarray.NotEqual, runtime.CmpLt: ndarray.Less, runtime.CmpLe: ndarray.LessEqual,
	runtime.CmpGt: ndarray.Greater, runtime.CmpGe: ndarray.GreaterEqual,
}

// binaryOp computes a op b and reports floating-point exceptions; scalar names them as between scalars.
func binaryOp(t *runtime.Thread, op runtime.BinOp, a, b *ndarray.Array, scalar bool) (py.Object, error) {
	switch op {
	case runtime.OpMatMul:
		return give(interruptible(t, a.Size()+b.Size(), func() (*ndarray.Array, error) { return ndarray.MatMul(a, b) }))
	case opDivmod:
		q, err := binaryOp(t, runtime.OpFloorDiv, a, b, scalar)
		if err != nil {
			return nil, err
		}
		r, err := binaryOp(t, runtime.OpMod, a, b, scalar)
		if err != nil {
			return nil, err
		}
		return py.Tuple{q, r}, nil
	}
	u := binaryOps[op]
	r, st, err := u.Call(a, b, nil)
	if err != nil {
		return nil, raise(err)
	}
	if st != 0 {
		name := u.Name
		if scalar && a.NDim() == 0 && b.NDim() == 0 {
			name = "scalar " + name
		}
		if err := report(t, st, name); err != nil {
			return nil, err
		}
	}
	return Object(r), nil
}

// BinaryOp does all operators with an array on one side.
func (x *Array) BinaryOp(t *runtime.Thread, op runtime.BinOp, other py.Object, reflected bool) (py.Object, error) {
	y, ok, err := operandOrList(t, other)
	if err != nil || !ok {
		return runtime.NotImplemented, err
	}
	a, b := x.ND(), y
	if reflected {
		a, b = b, a
	}
	return binaryOp(t, op, a, b, false)
}

// InPlaceOp stores the result in the array.
func (x *Array) InPlaceOp(t *runtime.Thread, op runtime.BinOp, other py.Object) (py.Object, error) {
	y, ok, err := operandOrList(t, other)
	if err != nil || !ok || op == opDivmod {
		return runtime.NotImplemented, err
	}
	if op == runtime.OpMatMul {
		r, err := interruptible(t, x.ND().Size()+y.Size(), func() (*ndarray.Array, error) { return ndarray.MatMul(x.ND(), y) })
		if err == nil {
			err = x.ND().Assign(r)
		}
		return x, raise(err)
	}
	u := binaryOps[op]
	_, st, err := u.Call(x.ND(), y, x.ND())
	if err != nil {
		return nil, raise(err)
	}
	return x, report(t, st, u.Name)
}

// UnaryOp does + - ~.
func (x *Array) UnaryOp(t *runtime.Thread, op runtime.UnaryOp) (py.Object, error) {
	return unaryOp(t, x.ND(), op)
}

func unaryOp(t *runtime.Thread, a *ndarray.Array, op runtime.UnaryOp) (py.Object, error) {
	u := [...]*ndarray.Unary{runtime.OpPos: ndarray.Positive, runtime.OpNeg: ndarray.Negative, runtime.OpInvert: ndarray.Invert}[op]
	r, _, err := u.Call(a, nil)
	return give(r, err)
}

// CompareOp compares elementwise.
func (x *Array) CompareOp(t *runtime.Thread, op runtime.CmpOp, other py.Object) (py.Object, error) {
	y, ok, err := operandOrList(t, other)
	if err != nil {
		return nil, err
	}
	if !ok {
		if op == runtime.CmpEq || op == runtime.CmpNe { // nothing is equal to a thing that is no number
			r, err := ndarray.Full(ndarray.BoolScalar(op == runtime.CmpNe), x.ND().Shape()...)
			return give(r, err)
		}
		return runtime.NotImplemented, nil
	}
	return compareOp(t, op, x.ND(), y)
}

func compareOp(t *runtime.Thread, op runtime.CmpOp, a, b *ndarray.Array) (py.Object, error) {
	r, _, err := compareOps[op].Call(a, b, nil)
	return give(r, err)
}

// GetItem is a[key].
func (x *Array) GetItem(t *runtime.Thread, key py.Object) (py.Object, error) {
	a := x.ND()
	if i, ok := key.(py.Int); ok && a.NDim() > 0 { // the common case without ceremony
		if a.NDim() == 1 {
			p, err := a.Place(int(i))
			if err != nil {
				return nil, raise(err)
			}
			switch a.Dtype() {
			case ndarray.Float64:
				return Float64(a.FloatIn(p)), nil
			case ndarray.Int64:
				return Int64(a.IntIn(p)), nil
			}
		}
		v, err := a.At(int(i))
		return give(v, err)
	}
	var buf [3]ndarray.Index
	idx, scalar, err := indicesInto(t, buf[:0], key)
	if err != nil {
		return nil, err
	}
	v, err := a.Get(idx...)
	if err != nil {
		return nil, raise(err)
	}
	if scalar || v.NDim() > 0 {
		return Object(v), nil
	}
	return New(v), nil // a[...] stays an array
}

// SetItem is a[key] = v.
func (x *Array) SetItem(t *runtime.Thread, key, v py.Object) error {
	if i, ok := key.(py.Int); ok && x.ND().NDim() == 1 { // the common case without ceremony
		if f, ok := v.(py.Float); ok && x.ND().Dtype() == ndarray.Float64 {
			return raise(x.ND().SetFloat(int(i), float64(f)))
		}
	}
	val, err := asArray(t, v)
	if err != nil {
		return err
	}
	if err := fitInto(t, x.ND().Dtype(), v, val); err != nil {
		return err
	}
	idx, _, err := indices(t, key)
	if err != nil {
		return err
	}
	if list, _, _ := items(t, v); list != nil || val.Size() == 0 { // a list may not be deeper than the place it goes to
		if dst, err := x.ND().Get(idx...); err == nil && val.NDim() > dst.NDim() {
			return tooDeep(x.ND().Dtype(), v, dst.NDim())
		}
	}
	return raise(x.ND().Set(val, idx...))
}

func tooDeep(d ndarray.Dtype, v py.Object, nd int) error {
	if nd > 0 {
		return runtime.ValueErrorf("setting an array element with a sequence. The requested array would exceed the maximum number of dimension of %d.", nd)
	}
	if d == ndarray.Int64 {
		return runtime.TypeErrorf("int() argument must be a string, a bytes-like object or a real number, not '%s'", v.Type().Name)
	}
	return runtime.ValueErrorf("setting an array element with a sequence.")
}

// fitInto refuses what NumPy refuses to store: NaN or infinity from a float of the language into integers, complex
// numbers into reals.
func fitInto(t *runtime.Thread, d ndarray.Dtype, v py.Object, val *ndarray.Array) error {
	if d == ndarray.Int64 && val.Dtype().IsFloat() && val.NDim() == 0 {
		switch x := val.FloatAt(0); {
		case x != x:
			return runtime.ValueErrorf("cannot convert float NaN to integer")
		case x-x != 0:
			return runtime.Errorf(py.OverflowError, "cannot convert float infinity to integer")
		}
	}
	if val.Dtype() == ndarray.Complex128 && d != ndarray.Complex128 {
		if val.NDim() == 0 {
			if d == ndarray.Int64 {
				return runtime.TypeErrorf("int() argument must be a string, a bytes-like object or a real number, not 'complex'")
			}
			return runtime.TypeErrorf("float() argument must be a string or a real number, not 'complex'")
		}
		warnClass(t, "ComplexWarning", "Casting complex values to real discards the imaginary part")
	}
	return nil
}

// M__len__ is the length of the first dimension.
func (x *Array) M__len__() (py.Object, error) {
	if x.ND().NDim() == 0 {
		return nil, runtime.TypeErrorf("len() of unsized object")
	}
	return runtime.IntObj(int64(x.ND().Shape()[0])), nil
}

// Iter walks the first dimension.
func (x *Array) Iter(t *runtime.Thread) (runtime.Iterator, error) {
	if x.ND().NDim() == 0 {
		return nil, runtime.TypeErrorf("iteration over a 0-d array")
	}
	return &arrayIter{a: x.ND()}, nil
}

type arrayIter struct {
	a *ndarray.Array
	i int
}

var iterClass = runtime.NewBuiltinType("iterator", "", nil)

// Type makes the iterator a value of the language.
func (it *arrayIter) Type() *py.Type { return iterClass }

// Next is the next element or sub-array.
func (it *arrayIter) Next(*runtime.Thread) (py.Object, error) {
	if it.i >= it.a.Shape()[0] {
		return nil, nil
	}
	if it.a.NDim() == 1 {
		it.i++
		return scalarOf(it.a.Flat(it.i - 1)), nil
	}
	v, err := it.a.At(it.i)
	it.i++
	return give(v, err)
}

// Truth of more than one element is refused.
func (x *Array) Truth(*runtime.Thread) (bool, error) {
	switch x.ND().Size() {
	case 1:
		return x.ND().BoolAt(0), nil
	case 0:
		return false, runtime.ValueErrorf("The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.")
	}
	return false, runtime.ValueErrorf("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")
}

// Contains is "v in a": any element equal.
func (x *Array) Contains(t *runtime.Thread, v py.Object) (bool, error) {
	y, ok, err := operandOrList(t, v)
	if err != nil || !ok {
		return false, err
	}
	e, _, err := ndarray.Equal.Call(x.ND(), y, nil)
	if err != nil {
		return false, raise(err)
	}
	r, err := ndarray.Any(e, ndarray.ReduceOpts{})
	if err != nil {
		return false, raise(err)
	}
	return r.BoolAt(0), nil
}

// Hash is refused: arrays can change.
func (x *Array) Hash(*runtime.Thread) (int64, error) {
	return 0, runtime.TypeErrorf("unhashable type: 'numpy.ndarray'")
}

// Repr and Str follow numpy.set_printoptions.
func (x *Array) Repr(t *runtime.Thread) (string, error) { return x.ND().Repr(printOptions(t)), nil }
func (x *Array) Str(t *runtime.Thread) (string, error)  { return x.ND().Str(printOptions(t)), nil }

func printOptions(t *runtime.Thread) ndarray.PrintOptions {
	if t == nil {
		return ndarray.DefaultPrint()
	}
	return stateOf(t).print
}

// Format accepts an empty specification, and any for a 0-dimensional array.
func (x *Array) Format(t *runtime.Thread, spec string) (string, error) {
	if x.ND().NDim() == 0 {
		return runtime.Format(t, plainOf(x.ND().Flat(0)), spec)
	}
	if spec == "" {
		return x.Str(t)
	}
	return "", runtime.TypeErrorf("unsupported format string passed to numpy.ndarray.__format__")
}
