package pymod

import (
	"math"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
	"monge/dsl/runtime/libm"
)

// The functions of module math on sequences: norms, sums, products.

// vector reads a sequence of floats.
func vector(t *thread, o object) ([]float64, error) {
	items, err := runtime.Collect(t, o)
	if err != nil {
		return nil, err
	}
	v := make([]float64, len(items))
	for i, x := range items {
		if v[i], err = runtime.AsFloat(t, x); err != nil {
			return nil, err
		}
	}
	return v, nil
}

func mathSequences(m *modSpec) {
	m.fn("hypot", "*coordinates", "Length of the vector with these coordinates: sqrt(x*x + y*y + ...).", func(t *thread, a []object) (object, error) {
		v, err := vector(t, py.Tuple(a))
		return flt(norm(v)), err
	})
	m.fn("dist", "p, q, /", "Distance of two points, given as sequences of coordinates.", func(t *thread, a []object) (object, error) {
		// Both must be iterable before the items of either are looked at.
		first, err := runtime.Collect(t, a[0])
		if err != nil {
			return nil, err
		}
		second, err := runtime.Collect(t, a[1])
		if err != nil {
			return nil, err
		}
		p, err := vector(t, py.Tuple(first))
		if err != nil {
			return nil, err
		}
		q, err := vector(t, py.Tuple(second))
		if err != nil {
			return nil, err
		}
		if len(p) != len(q) {
			return nil, runtime.ValueErrorf("both points must have the same number of dimensions")
		}
		for i := range p {
			p[i] -= q[i]
		}
		return flt(norm(p)), nil
	})
	m.fn("fsum", "seq, /", "Sum of floats that loses nothing on the way and rounds once.", func(t *thread, a []object) (object, error) {
		r, err := Fsum(t, a[0])
		return flt(r), err
	})
	m.fn("sumprod", "p, q, /", "p[0]*q[0] + p[1]*q[1] + ... for two iterables of equal length.", func(t *thread, a []object) (object, error) {
		return sumProd(t, a[0], a[1])
	})
	m.fn("prod", "iterable, /, *, start=", "start times all the items.", func(t *thread, a []object) (object, error) {
		acc := a[1]
		if acc == nil {
			acc = num(1)
		}
		err := runtime.ForEach(t, a[0], func(v object) (err error) {
			acc, err = runtime.Binary(t, runtime.OpMul, acc, v)
			return err
		})
		return acc, err
	})
}

// norm is the Euclidean length, infinite when any part is.
func norm(v []float64) float64 {
	nan := false
	for _, x := range v {
		if math.IsInf(x, 0) {
			return math.Inf(1)
		}
		nan = nan || x != x
	}
	switch {
	case nan:
		return math.NaN()
	case len(v) == 2:
		return libm.Hypot(v[0], v[1])
	}
	return libm.Norm(v)
}

// Fsum is math.fsum: the exact sum, rounded once. partials hold it as floats that do not overlap (Shewchuk 1997).
func Fsum(t *thread, o object) (float64, error) {
	var partials []float64
	special, infs := 0.0, 0.0
	err := runtime.ForEach(t, o, func(v object) error {
		x, err := runtime.AsFloat(t, v)
		if err != nil {
			return err
		}
		orig := x
		n := 0
		for _, y := range partials {
			if math.Abs(x) < math.Abs(y) {
				x, y = y, x
			}
			hi := x + y
			lo := y - (hi - x)
			if lo != 0 {
				partials[n] = lo
				n++
			}
			x = hi
		}
		partials = partials[:n]
		if x != 0 {
			if x-x != 0 {
				if orig-orig == 0 {
					return runtime.Errorf(py.OverflowError, "intermediate overflow in fsum")
				}
				if math.IsInf(orig, 0) {
					infs += orig
				}
				special += orig
				partials = partials[:0]
				return nil
			}
			partials = append(partials, x)
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	if special != 0 {
		if infs != infs {
			return 0, runtime.ValueErrorf("-inf + inf in fsum")
		}
		return special, nil
	}
	n := len(partials)
	if n == 0 {
		return 0, nil
	}
	n--
	hi, lo := partials[n], 0.0
	for n > 0 {
		x := hi
		n--
		y := partials[n]
		hi = x + y
		lo = y - (hi - x)
		if lo != 0 {
			break
		}
	}
	// Half-way cases round by the sign of the next partial.
	if n > 0 && (lo < 0 && partials[n-1] < 0 || lo > 0 && partials[n-1] > 0) {
		y := lo * 2
		x := hi + y
		if y == x-hi {
			hi = x
		}
	}
	return hi, nil
}

// sumProd is math.sumprod: exact for ints, with extended precision for floats.
func sumProd(t *thread, p, q object) (object, error) {
	a, err := runtime.Collect(t, p)
	if err != nil {
		return nil, err
	}
	b, err := runtime.Collect(t, q)
	if err != nil {
		return nil, err
	}
	if len(a) != len(b) {
		return nil, runtime.ValueErrorf("Inputs are not the same length")
	}
	var total object = num(0)
	for i := 0; i < len(a); i++ {
		// A run of float products is summed in exact pieces.
		if anyFloat(a[i], b[i]) && onlyReal(a[i]) && onlyReal(b[i]) {
			if _, isFloat := total.(py.Float); isFloat || runtime.Is(total, num(0)) {
				var terms []object
				if f, ok := total.(py.Float); ok {
					terms = append(terms, f)
				}
				for ; i < len(a) && onlyReal(a[i]) && onlyReal(b[i]); i++ {
					x, err := runtime.AsFloat(t, a[i])
					if err != nil {
						return nil, err
					}
					y, err := runtime.AsFloat(t, b[i])
					if err != nil {
						return nil, err
					}
					h := x * y
					terms = append(terms, flt(h))
					if l := math.FMA(x, y, -h); l == l {
						terms = append(terms, flt(l))
					}
				}
				i--
				r, err := Fsum(t, py.Tuple(terms))
				if err != nil {
					return nil, err
				}
				total = flt(r)
				continue
			}
		}
		v, err := runtime.Binary(t, runtime.OpMul, a[i], b[i])
		if err != nil {
			return nil, err
		}
		if total, err = runtime.Binary(t, runtime.OpAdd, total, v); err != nil {
			return nil, err
		}
	}
	return total, nil
}

func anyFloat(a, b object) bool {
	_, ok := a.(py.Float)
	_, ok2 := b.(py.Float)
	return ok || ok2
}

func onlyReal(o object) bool {
	switch o.(type) {
	case py.Float, py.Int, py.Bool:
		return true
	}
	return false
}
