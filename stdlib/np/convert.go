package np

import (
	"fmt"

	"github.com/go-python/gpython/py"
	"gonum.org/v1/gonum/mat"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

// Provider is implemented by values of other modules that can stand where an array is expected.
type Provider interface {
	NDArray() (*ndarray.Array, error)
}

// scalarArray reads a number; weak marks those of the language.
func scalarArray(o py.Object) (*ndarray.Array, bool, error) {
	switch x := o.(type) {
	case py.Float:
		return ndarray.WeakFloat(float64(x)), true, nil
	case py.Int:
		return ndarray.WeakInt(int64(x)), true, nil
	case py.Bool:
		return ndarray.BoolScalar(bool(x)), true, nil
	case py.Complex:
		return ndarray.ComplexScalar(complex128(x)).Weak(), true, nil
	case scalarValue:
		return x.array(), true, nil
	case *py.BigInt:
		return nil, false, runtime.Errorf(py.OverflowError, "Python int too large to convert to C long")
	}
	return nil, false, nil
}

// operand reads the other side of an operator: an array or a number. ok is false for anything else.
func operand(t *runtime.Thread, o py.Object) (a *ndarray.Array, ok bool, err error) {
	if x, isArray := o.(*Array); isArray {
		return x.ND(), true, nil
	}
	if a, ok, err = scalarArray(o); ok || err != nil {
		return a, ok, err
	}
	if in, isInstance := o.(*runtime.Instance); isInstance && in.Value != nil { // a class of the language that derives from a number
		if a, ok, err := scalarArray(in.Value); ok || err != nil {
			return a, ok, err
		}
	}
	if p, isProvider := o.(Provider); isProvider {
		a, err := p.NDArray()
		return a, err == nil, raise(err)
	}
	return nil, false, nil
}

// operandOrList also takes lists and tuples.
func operandOrList(t *runtime.Thread, o py.Object) (a *ndarray.Array, ok bool, err error) {
	if a, ok, err = operand(t, o); ok || err != nil {
		return a, ok, err
	}
	switch o.(type) {
	case *py.List, py.Tuple, *runtime.Range:
		a, err = asArray(t, o)
		return a, err == nil, err
	}
	return nil, false, nil
}

// value is asArray that leaves numbers of the language weak, for functions that promote.
func value(t *runtime.Thread, o py.Object) (*ndarray.Array, error) {
	a, ok, err := operand(t, o)
	if ok || err != nil {
		return a, err
	}
	return asArray(t, o)
}

// asArray converts any value that NumPy makes a numeric array of: arrays, numbers, nested sequences.
func asArray(t *runtime.Thread, o py.Object) (*ndarray.Array, error) {
	a, ok, err := operand(t, o)
	if err != nil {
		return nil, err
	}
	if ok {
		if a.IsWeak() {
			return strong(a), nil
		}
		return a, nil
	}
	return fromSequence(t, o)
}

// strong is the same scalar with a type of its own.
func strong(a *ndarray.Array) *ndarray.Array {
	c, err := a.Copy()
	if err != nil {
		return a
	}
	return c
}

// items returns the elements of a sequence; ok is false for values that are none.
func items(t *runtime.Thread, o py.Object) ([]py.Object, bool, error) {
	switch x := o.(type) {
	case *py.List:
		return x.Items, true, nil
	case py.Tuple:
		return x, true, nil
	case *runtime.Range:
		s, err := runtime.Collect(t, x)
		return s, true, err
	case *runtime.Instance:
		if x.Value != nil {
			return items(t, x.Value)
		}
	}
	return nil, false, nil
}

// reader walks nested sequences twice: to find shape and type, and to fill the array.
type reader struct {
	t      *runtime.Thread
	dtype  ndarray.Dtype
	any    bool
	ragged int // dimensions on which all agree, when they do not agree further
}

func fromSequence(t *runtime.Thread, o py.Object) (*ndarray.Array, error) {
	r := reader{t: t, ragged: -1}
	shape, err := r.measure(o, 0)
	if err != nil {
		return nil, err
	}
	if r.ragged >= 0 {
		return nil, runtime.ValueErrorf("setting an array element with a sequence. The requested array has an inhomogeneous shape after %d dimensions. The detected shape was %s + inhomogeneous part.",
			r.ragged, ndarray.ShapeTuple(shape[:r.ragged]))
	}
	d := ndarray.Float64
	if r.any {
		d = r.dtype
	}
	a, err := ndarray.New(d, shape...)
	if err != nil {
		return nil, raise(err)
	}
	if a.Size() == 0 {
		return a, nil
	}
	at := 0
	switch d {
	case ndarray.Float64:
		err = fill(&r, a.Floats(), &at, o, toFloat)
	case ndarray.Int64:
		err = fill(&r, a.Ints(), &at, o, func(a *ndarray.Array, i int) int64 { return a.IntAt(i) })
	case ndarray.Bool:
		err = fill(&r, a.Bools(), &at, o, func(a *ndarray.Array, i int) bool { return a.BoolAt(i) })
	case ndarray.Complex128:
		err = fill(&r, a.Complexes(), &at, o, func(a *ndarray.Array, i int) complex128 { return a.ComplexAt(i) })
	default:
		f := make([]float64, a.Size())
		if err = fill(&r, f, &at, o, toFloat); err == nil {
			var tmp *ndarray.Array
			if tmp, err = ndarray.FromFloats(f, shape...); err == nil {
				return tmp.AsType(d)
			}
		}
	}
	return a, err
}

func toFloat(a *ndarray.Array, i int) float64 { return a.FloatAt(i) }

func (r *reader) note(d ndarray.Dtype) {
	if r.any {
		r.dtype = ndarray.Promote(r.dtype, d)
	} else {
		r.dtype, r.any = d, true
	}
}

// measure returns the shape of o and notes the types of its elements.
func (r *reader) measure(o py.Object, depth int) ([]int, error) {
	switch o.(type) {
	case py.Float:
		r.note(ndarray.Float64)
		return nil, nil
	case py.Int:
		r.note(ndarray.Int64)
		return nil, nil
	}
	if a, ok, err := operand(r.t, o); ok || err != nil {
		if err != nil {
			return nil, err
		}
		r.note(a.Dtype())
		return a.Shape(), nil
	}
	list, ok, err := items(r.t, o)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, r.refuse(o)
	}
	if depth >= ndarray.MaxDims {
		return nil, runtime.ValueErrorf("setting an array element with a sequence. The requested array would exceed the maximum number of dimension of %d.", ndarray.MaxDims)
	}
	if len(list) == 0 {
		return []int{0}, nil
	}
	first, err := r.measure(list[0], depth+1)
	if err != nil {
		return nil, err
	}
	common := len(first)
	equal := true
	for i, e := range list[1:] {
		if i&1023 == 1023 {
			if err := r.t.Tick(); err != nil {
				return nil, err
			}
		}
		s, err := r.measure(e, depth+1)
		if err != nil {
			return nil, err
		}
		k := 0
		for k < len(s) && k < common && s[k] == first[k] {
			k++
		}
		if k < len(first) || len(s) != len(first) {
			equal = false
		}
		common = min(common, k)
	}
	if !equal {
		if r.ragged < 0 || depth+1+common < r.ragged {
			r.ragged = depth + 1 + common
		}
	}
	return append([]int{len(list)}, first[:common]...), nil
}

func (r *reader) refuse(o py.Object) error {
	switch o.(type) {
	case py.String, py.Bytes:
		return runtime.TypeErrorf("arrays of strings are not provided by Monge: an element is %s", bind.Short(r.t, o))
	case py.NoneType:
		return runtime.TypeErrorf("arrays of objects are not provided by Monge: an element is None")
	}
	return runtime.TypeErrorf("arrays of objects are not provided by Monge: an element is %s of type '%s'; arrays are made of numbers, arrays, lists and tuples",
		bind.Short(r.t, o), o.Type().Name)
}

// fill stores the elements of o from place *at on.
func fill[T any](r *reader, dst []T, at *int, o py.Object, get func(*ndarray.Array, int) T) error {
	if a, ok, err := operand(r.t, o); ok || err != nil {
		if err != nil {
			return err
		}
		for i := range a.Size() {
			if *at >= len(dst) {
				return errChanged
			}
			dst[*at] = get(a, i)
			*at++
		}
		return nil
	}
	list, _, err := items(r.t, o)
	if err != nil {
		return err
	}
	for _, e := range list {
		if f, ok := e.(py.Float); ok {
			if d, ok := any(dst).([]float64); ok && *at < len(d) {
				d[*at] = float64(f)
				*at++
				continue
			}
		}
		if err := fill(r, dst, at, e, get); err != nil {
			return err
		}
	}
	return nil
}

var errChanged = runtime.Errorf(py.RuntimeError, "the sequence changed while an array was made of it")

// listOf is tolist: nested lists of numbers of the language.
func listOf(a *ndarray.Array) py.Object {
	if a.NDim() == 0 {
		return plainOf(a.Flat(0))
	}
	n := a.Shape()[0]
	out := make([]py.Object, n)
	if a.NDim() == 1 {
		for i := range out {
			out[i] = plainOf(a.Flat(i))
		}
	} else {
		for i := range out {
			v, err := a.At(i)
			if err != nil {
				break
			}
			out[i] = listOf(v)
		}
	}
	return &py.List{Items: out}
}

// tupleOf is a shape as a tuple of the language.
func tupleOf(dims []int) py.Tuple {
	out := make(py.Tuple, len(dims))
	for i, n := range dims {
		out[i] = runtime.IntObj(int64(n))
	}
	return out
}

// arrayTuple is a tuple of arrays.
func arrayTuple(arrays []*ndarray.Array) py.Tuple {
	out := make(py.Tuple, len(arrays))
	for i, a := range arrays {
		out[i] = New(a)
	}
	return out
}

// FromDense wraps a gonum matrix as an array, without copying.
func FromDense(m *mat.Dense) *Array { return New(ndarray.FromDense(m)) }

// FromFloats wraps a slice as an array of the given shape (one dimension when it is left out), without copying.
func FromFloats(s []float64, shape ...int) *Array {
	a, err := ndarray.FromFloats(s, shape...)
	if err != nil {
		panic("np: " + err.Error())
	}
	return New(a)
}

// FromInts is FromFloats for integers.
func FromInts(s []int64, shape ...int) *Array {
	a, err := ndarray.FromInts(s, shape...)
	if err != nil {
		panic("np: " + err.Error())
	}
	return New(a)
}

// ToArray converts anything that NumPy makes a numeric array of.
func ToArray(t *runtime.Thread, o py.Object) (*ndarray.Array, error) { return asArray(t, o) }

// AsMatrix reads a matrix of floats: a 2-dimensional array, a nested list, or a vector as one column. It shares memory
// with an array whose layout allows it, so the caller must not write. The error names the place of what is wrong.
func AsMatrix(t *runtime.Thread, o py.Object) (*mat.Dense, error) {
	a, err := asArray(t, o)
	if err != nil {
		return nil, err
	}
	switch a.NDim() {
	case 1:
		if a, err = a.ExpandDims(1); err != nil {
			return nil, raise(err)
		}
	case 2:
	default:
		return nil, runtime.ValueErrorf("has shape %s: must be a matrix (2 dimensions)", ndarray.ShapeTuple(a.Shape()))
	}
	if a.Size() == 0 {
		return nil, runtime.ValueErrorf("has shape %s: must not be empty", ndarray.ShapeTuple(a.Shape()))
	}
	m, _, err := a.Dense()
	return m, raise(err)
}

// AsVector reads a vector of floats: a 1-dimensional array, a list, a column or row, or a number as one element. It
// shares memory with an array whose layout allows it, so the caller must not write.
func AsVector(t *runtime.Thread, o py.Object) ([]float64, error) {
	a, err := asArray(t, o)
	if err != nil {
		return nil, err
	}
	long := 0
	for _, n := range a.Shape() {
		if n != 1 {
			long++
		}
	}
	if long > 1 {
		return nil, runtime.ValueErrorf("has shape %s: must be a vector (1 dimension)", ndarray.ShapeTuple(a.Shape()))
	}
	if a.Dtype() == ndarray.Complex128 {
		return nil, runtime.TypeErrorf("is complex: must be a vector of real numbers")
	}
	return a.Floats(), nil
}

// CheckFinite returns a ValueError naming the first element that is NaN or infinite: "C[2, 0] = nan: must be finite".
func CheckFinite(name string, s []float64, shape ...int) error {
	for i, x := range s {
		if x-x == 0 {
			continue
		}
		place := fmt.Sprint(i)
		if len(shape) == 2 {
			place = fmt.Sprintf("%d, %d", i/shape[1], i%shape[1])
		}
		return runtime.ValueErrorf("%s[%s] = %s: must be finite", name, place, ndarray.FormatFloat(x, 64))
	}
	return nil
}
