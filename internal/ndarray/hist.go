package ndarray

import (
	"math"
	"sort"
)

// BinEdges returns the edges of a histogram: bins equal ones over [lo, hi], or over the data's range when auto is set.
func BinEdges(a *Array, bins int, lo, hi float64, auto bool) (*Array, error) {
	if bins < 1 {
		return nil, valueErr("`bins` must be positive, when an integer")
	}
	if auto {
		lo, hi = 0, 1
		if a.size > 0 {
			mn, err := Min(a, ReduceOpts{})
			if err != nil {
				return nil, err
			}
			mx, err := Max(a, ReduceOpts{})
			if err != nil {
				return nil, err
			}
			lo, hi = mn.FloatAt(0), mx.FloatAt(0)
		}
		if lo-lo != 0 || hi-hi != 0 {
			return nil, valueErr("autodetected range of [%s, %s] is not finite", FormatFloat(lo, 64), FormatFloat(hi, 64))
		}
	}
	if lo > hi {
		return nil, valueErr("max must be larger than min in range parameter.")
	}
	if lo-lo != 0 || hi-hi != 0 {
		return nil, valueErr("supplied range of [%s, %s] is not finite", FormatFloat(lo, 64), FormatFloat(hi, 64))
	}
	if lo == hi {
		lo, hi = lo-0.5, hi+0.5
	}
	e, _, err := Linspace(FloatScalar(lo), FloatScalar(hi), bins+1, true, 0, nil)
	return e, err
}

// Histogram counts the elements between neighbouring edges; the last bin includes its right edge. Weights may be nil.
// density divides by the total and the widths.
func Histogram(a, edges, weights *Array, density bool) (*Array, error) {
	if len(edges.shape) != 1 {
		return nil, valueErr("`bins` must be 1d, when an array")
	}
	e := edges.Floats()
	for i := 1; i < len(e); i++ {
		if e[i-1] > e[i] {
			return nil, valueErr("`bins` must increase monotonically, when an array")
		}
	}
	if weights != nil && !sameShape(weights.shape, a.shape) {
		return nil, valueErr("weights should have the same shape as a.")
	}
	nb := max(len(e)-1, 0)
	if a.dtype == Complex128 {
		return nil, typeErr("cannot make a histogram of complex numbers")
	}
	xs := a.Floats()
	counts, sums := make([]int64, nb), make([]float64, nb)
	var w []float64
	if weights != nil {
		w = weights.Floats()
	}
	lo, hi := 0.0, 0.0
	uniform := nb > 0
	if nb > 0 {
		lo, hi = e[0], e[nb]
		width := (hi - lo) / float64(nb)
		uniform = width > 0 && width-width == 0
		for i := range nb {
			uniform = uniform && math.Abs(e[i]-(lo+float64(i)*width)) <= 1e-9*width
		}
	}
	for k, x := range xs {
		if nb == 0 || !(x >= lo && x <= hi) {
			continue
		}
		var i int
		if uniform { // guess, then correct by at most a step
			i = min(int((x-lo)/(hi-lo)*float64(nb)), nb-1)
			for i > 0 && x < e[i] {
				i--
			}
			for i < nb-1 && x >= e[i+1] {
				i++
			}
		} else {
			i = sort.Search(nb+1, func(j int) bool { return e[j] > x }) - 1
			i = min(i, nb-1)
		}
		counts[i]++
		if w != nil {
			sums[i] += w[k]
		}
	}
	var h *Array
	if w == nil {
		h = vector(counts)
	} else {
		h = vector(sums)
		if !weights.dtype.IsInexact() && !density {
			return h.AsType(Int64)
		}
	}
	if !density {
		return h, nil
	}
	db, err := Diff(vector(e), 1, 0)
	if err != nil {
		return nil, err
	}
	total, err := Sum(h, ReduceOpts{})
	if err != nil {
		return nil, err
	}
	if h, _, err = Divide.Call(h, db, nil); err != nil {
		return nil, err
	}
	r, _, err := Divide.Call(h, total, nil)
	return r, err
}

// Histogram2D counts points in a grid.
func Histogram2D(x, y, ex, ey, weights *Array, density bool) (*Array, error) {
	if len(x.shape) != 1 || x.size != y.size {
		return nil, valueErr("x and y must have the same length.")
	}
	ix, err := Digitize(x, ex, true)
	if err != nil {
		return nil, err
	}
	iy, err := Digitize(y, ey, true)
	if err != nil {
		return nil, err
	}
	nx, ny := ex.size-1, ey.size-1
	h, err := New(Float64, nx, ny)
	if err != nil {
		return nil, err
	}
	hs := elems[float64](h)
	var w []float64
	if weights != nil {
		w = weights.Floats()
	}
	px, py := ix.Ints(), iy.Ints()
	for k := range px {
		i, j := int(px[k])-1, int(py[k])-1
		if i < 0 || j < 0 || i >= nx || j >= ny {
			continue
		}
		if w != nil {
			hs[i*ny+j] += w[k]
		} else {
			hs[i*ny+j]++
		}
	}
	if !density {
		return h, nil
	}
	total, err := Sum(h, ReduceOpts{})
	if err != nil {
		return nil, err
	}
	dx, dy := ex.Floats(), ey.Floats()
	for i := range nx {
		for j := range ny {
			hs[i*ny+j] /= (dx[i+1] - dx[i]) * (dy[j+1] - dy[j])
		}
	}
	r, _, err := Divide.Call(h, total, h)
	return r, err
}

// Digitize returns the bin of each element among rising edges: i with edges[i-1] <= x < edges[i]. closed puts the last
// edge into the last bin.
func Digitize(x, edges *Array, closed bool) (*Array, error) {
	out, err := SearchSorted(edges, x, true, nil)
	if err != nil || !closed || edges.size == 0 {
		return out, err
	}
	last := edges.FloatAt(edges.size - 1)
	for i, v := range x.Floats() {
		if v == last {
			elems[int64](out)[i] = int64(edges.size - 1)
		}
	}
	return out, nil
}

// BinCount counts how often each integer occurs, or adds up the weights.
func BinCount(x, weights *Array, minLength int) (*Array, error) {
	if len(x.shape) != 1 {
		return nil, valueErr("object of too small depth for desired array")
	}
	if x.dtype.IsInexact() && x.size > 0 {
		return nil, typeErr("Cannot cast array data from dtype('%s') to dtype('int64') according to the rule 'safe'", x.dtype)
	}
	if minLength < 0 {
		return nil, valueErr("'minlength' must not be negative")
	}
	top := int64(minLength) - 1
	xs := x.Ints()
	for _, v := range xs {
		if v < 0 {
			return nil, valueErr("'list' argument must have no negative elements")
		}
		top = max(top, v)
	}
	if weights == nil {
		out, err := New(Int64, int(top+1))
		if err != nil {
			return nil, err
		}
		for _, v := range xs {
			elems[int64](out)[v]++
		}
		return out, nil
	}
	if weights.size != x.size {
		return nil, valueErr("The weights and list don't have the same length.")
	}
	out, err := New(Float64, int(top+1))
	if err != nil {
		return nil, err
	}
	w := weights.Floats()
	for i, v := range xs {
		elems[float64](out)[v] += w[i]
	}
	return out, nil
}
