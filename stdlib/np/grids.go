package np

import (
	"math"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

// rClass is np.r_ (axis 0) and np.c_ (columns), sClass np.s_, gridClass np.mgrid and np.ogrid: objects that are only
// subscripted.
type (
	rClass    struct{ columns int }
	sClass    struct{}
	gridClass struct{ open bool }
)

var helperType = runtime.NewNativeType("numpy.IndexExpression", "Makes arrays of subscripts.", nil)

func (rClass) Type() *py.Type    { return helperType }
func (sClass) Type() *py.Type    { return helperType }
func (gridClass) Type() *py.Type { return helperType }

// GetItem of np.s_ gives the subscript back.
func (sClass) GetItem(_ *runtime.Thread, key py.Object) (py.Object, error) { return key, nil }

// GetItem of np.r_ joins its parts; slices stand for ranges, or for linspace with an imaginary step.
func (r rClass) GetItem(t *runtime.Thread, key py.Object) (py.Object, error) {
	parts, ok := key.(py.Tuple)
	if !ok {
		parts = py.Tuple{key}
	}
	var list []*ndarray.Array
	for _, p := range parts {
		if s, ok := p.(py.String); ok {
			return nil, runtime.Errorf(py.NotImplementedError, "np.r_: the directive '%s' is not provided by Monge", string(s))
		}
		a, err := rangeOrArray(t, p)
		if err != nil {
			return nil, err
		}
		if r.columns == 1 {
			if a = a.AtLeast(1); a.NDim() == 1 {
				a, _ = a.ExpandDims(1)
			}
		}
		list = append(list, a.AtLeast(1))
	}
	axis := 0
	if r.columns == 1 {
		axis = -1
	}
	out, err := ndarray.Concatenate(list, &axis, nil)
	return giveArray(out, err)
}

// rangeOrArray reads a part: a slice start:stop:step, or an array.
func rangeOrArray(t *runtime.Thread, p py.Object) (*ndarray.Array, error) {
	s, ok := p.(*py.Slice)
	if !ok {
		return asArray(t, p)
	}
	start, step := ndarray.IntScalar(0), ndarray.IntScalar(1)
	var err error
	if s.Start != nil && s.Start != py.None {
		if start, err = asArray(t, s.Start); err != nil {
			return nil, err
		}
	}
	if s.Stop == nil || s.Stop == py.None {
		return nil, runtime.ValueErrorf("a range needs a stop")
	}
	stop, err := asArray(t, s.Stop)
	if err != nil {
		return nil, err
	}
	if s.Step != nil && s.Step != py.None {
		if step, err = asArray(t, s.Step); err != nil {
			return nil, err
		}
	}
	if step.Dtype() == ndarray.Complex128 { // 5j: that many points, the end included
		n := int(math.Abs(imag(step.ComplexAt(0))))
		y, _, err := ndarray.Linspace(start, stop, n, true, 0, nil)
		return y, raise(err)
	}
	a, err := ndarray.Arange(start, stop, step, ndarray.ResultType(start, stop, step))
	return a, raise(err)
}

// GetItem of np.mgrid gives a dense grid, of np.ogrid an open one.
func (g gridClass) GetItem(t *runtime.Thread, key py.Object) (py.Object, error) {
	parts, ok := key.(py.Tuple)
	if !ok {
		a, err := rangeOrArray(t, key)
		return giveArray(a, err)
	}
	vecs := make([]*ndarray.Array, len(parts))
	d := ndarray.Int64
	for i, p := range parts {
		a, err := rangeOrArray(t, p)
		if err != nil {
			return nil, err
		}
		vecs[i] = a
		d = ndarray.Promote(d, a.Dtype())
	}
	for i, v := range vecs {
		a, err := v.AsType(d)
		if err != nil {
			return nil, raise(err)
		}
		vecs[i] = a
	}
	out, err := ndarray.MeshGrid(true, g.open, vecs...)
	if err != nil {
		return nil, raise(err)
	}
	if g.open {
		return arrayTuple(out), nil
	}
	a, err := ndarray.Stack(out, 0, nil)
	return giveArray(a, err)
}
