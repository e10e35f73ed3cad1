package plt

import (
	"errors"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
	"monge/internal/ndarray"
	"monge/stdlib/np"
)

// fromArray reads an array of np, or a value that offers one, without iterating it.
func fromArray(t *runtime.Thread, o py.Object) (*values, bool, error) {
	if !isArray(o) {
		return nil, false, nil
	}
	a, err := np.ToArray(t, o)
	if err != nil {
		return nil, true, err
	}
	d := &values{shape: append([]int{}, a.Shape()...), whole: a.Dtype() == ndarray.Bool || a.Dtype() == ndarray.Int64}
	if a.Dtype() == ndarray.Complex128 {
		return nil, true, errors.New("must be real numbers; take the real part, the modulus or the phase")
	}
	f, err := a.AsType(ndarray.Float64)
	if err != nil {
		return nil, true, err
	}
	d.v = f.Floats()
	return d, true, nil
}

// isArray tells whether an object is an array of np or offers one.
func isArray(o py.Object) bool {
	if _, ok := o.(*np.Array); ok {
		return true
	}
	_, ok := o.(np.Provider)
	return ok
}

// toArray makes a one-dimensional array of np.
func toArray(v []float64) py.Object { return np.FromFloats(append([]float64{}, v...), len(v)) }

// toMatrix makes a two-dimensional array of np.
func toMatrix(v []float64, rows, cols int) py.Object { return np.FromFloats(v, rows, cols) }
