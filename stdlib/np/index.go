package np

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

// indices translates a subscript. scalar is false when the result must stay an array although it has no dimensions.
func indices(t *runtime.Thread, key py.Object) (idx []ndarray.Index, scalar bool, err error) {
	return indicesInto(t, nil, key)
}

// indicesInto is indices with room for the result.
func indicesInto(t *runtime.Thread, idx []ndarray.Index, key py.Object) (_ []ndarray.Index, scalar bool, err error) {
	parts, ok := key.(py.Tuple)
	if !ok {
		x, err := index(t, key)
		_, dots := key.(py.EllipsisType)
		return append(idx, x), !dots, err
	}
	scalar = true
	for _, p := range parts {
		if _, dots := p.(py.EllipsisType); dots {
			scalar = false
		}
		x, err := index(t, p)
		if err != nil {
			return nil, false, err
		}
		idx = append(idx, x)
	}
	return idx, scalar, nil
}

func index(t *runtime.Thread, p py.Object) (ndarray.Index, error) {
	switch x := p.(type) {
	case py.Int:
		return ndarray.At(int(x)), nil
	case *py.Slice:
		return slice(t, x)
	case py.NoneType:
		return ndarray.NewAxis(), nil
	case py.EllipsisType:
		return ndarray.Ellipsis(), nil
	case Int64:
		return ndarray.At(int(x)), nil
	case py.Bool:
		return ndarray.By(ndarray.BoolScalar(bool(x))), nil
	case Bool:
		return ndarray.By(ndarray.BoolScalar(bool(x))), nil
	case *Array:
		if x.ND().NDim() == 0 && x.ND().Dtype() == ndarray.Int64 {
			return ndarray.At(int(x.ND().IntAt(0))), nil
		}
		return ndarray.By(x.ND()), nil
	case *py.List, py.Tuple, *runtime.Range:
		a, err := asArray(t, p)
		if err != nil {
			return ndarray.Index{}, err
		}
		if a.Size() == 0 { // an empty list is a list of no indices
			if a, err = a.AsType(ndarray.Int64); err != nil {
				return ndarray.Index{}, raise(err)
			}
		} else if a.Dtype().IsInexact() {
			break
		}
		return ndarray.By(a), nil
	case *py.BigInt:
		return ndarray.Index{}, runtime.IndexErrorf("cannot fit 'int' into an index-sized integer")
	case py.Float, Float64, py.String:
	default:
		if n, err := runtime.AsInt(t, p); err == nil {
			return ndarray.At(n), nil
		}
		if pr, ok := p.(Provider); ok {
			a, err := pr.NDArray()
			return ndarray.By(a), raise(err)
		}
	}
	return ndarray.Index{}, runtime.IndexErrorf("only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices")
}

func slice(t *runtime.Thread, s *py.Slice) (ndarray.Index, error) {
	var part [3]*int
	var mem [3]int
	for i, o := range []py.Object{s.Start, s.Stop, s.Step} {
		if o == nil || o == py.None {
			continue
		}
		n, err := runtime.AsInt(t, o)
		if err != nil {
			if runtime.IsException(err, py.OverflowError) {
				n = int(^uint(0) >> 1)
				if b, ok := runtime.AsBig(o); ok && b.Sign() < 0 {
					n = -n
				}
			} else {
				return ndarray.Index{}, runtime.TypeErrorf("slice indices must be integers or None or have an __index__ method")
			}
		}
		mem[i] = n
		part[i] = &mem[i]
	}
	return ndarray.Slice(part[0], part[1], part[2]), nil
}
