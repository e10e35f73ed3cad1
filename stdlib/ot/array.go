package ot

import (
	"errors"

	"github.com/go-python/gpython/py"
	"gonum.org/v1/gonum/mat"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/solvers/ot"
	"monge/stdlib/np"
)

// Types of arguments. Their Go values may share memory with the caller's arrays.
var (
	matrixType = bind.Type{Name: "array_like (n, m)", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		return converted(np.AsMatrix(t, o))
	}}
	pointsType = bind.Type{Name: "array_like (n, d)", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		return converted(np.AsMatrix(t, o))
	}}
	vectorType = bind.Type{Name: "array_like (n,)", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		return converted(np.AsVector(t, o))
	}}
	metricType = bind.Type{Name: bind.OneOf(ot.MetricNames...).Name, Values: ot.MetricNames, Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		s, ok := o.(py.String)
		if !ok {
			return nil, errors.New("must be the name of a metric")
		}
		m, err := ot.ParseMetric(string(s))
		var in *ot.InputError
		if errors.As(err, &in) {
			return nil, runtime.ValueErrorf("%s: %s", bind.Short(t, o), in.Detail)
		}
		return m, err
	}}
	warmStartType = bind.Type{Name: "tuple of two arrays", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		pair, err := runtime.Collect(t, o)
		if err != nil || len(pair) != 2 {
			return nil, errors.New("must be a pair of arrays")
		}
		var out [2][]float64
		for k := range out {
			if out[k], err = np.AsVector(t, pair[k]); err != nil {
				return nil, err
			}
		}
		return out, nil
	}}
)

// converted avoids a typed nil in the interface when err is set.
func converted[T any](v T, err error) (any, error) {
	if err != nil {
		return nil, err
	}
	return v, nil
}

func matrix(c *bind.Call, name string) *mat.Dense { return bind.Get[*mat.Dense](c, name) }

func vector(c *bind.Call, name string) []float64 { return bind.Get[[]float64](c, name) }

func fromFloats(v []float64, shape ...int) py.Object { return np.FromFloats(v, shape...) }

func fromInts(v []int64) py.Object { return np.FromInts(v, len(v)) }
