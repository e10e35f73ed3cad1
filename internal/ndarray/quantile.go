package ndarray

import (
	"math"
)

// lanesReduced moves the reduced axes to the end and merges them: the result has one lane per output element.
func lanesReduced(a *Array, o ReduceOpts) (lanes *Array, r *reduction, err error) {
	if r, err = newReduction(a, o); err != nil {
		return nil, nil, err
	}
	var perm []int
	rows := 1
	for i := range r.red {
		if !r.red[i] {
			perm = append(perm, i)
			rows *= a.shape[i]
		}
	}
	for i := range r.red {
		if r.red[i] {
			perm = append(perm, i)
		}
	}
	t := a
	if len(perm) > 0 {
		if t, err = a.Transpose(perm...); err != nil {
			return nil, nil, err
		}
	}
	lanes, err = t.Reshape(rows, r.count)
	return lanes, r, err
}

// Method names an estimator of quantiles.
type Method string

// plotting positions (alpha, beta) of the continuous estimators, Hyndman and Fan (1996).
var quantileAlphaBeta = map[Method][2]float64{
	"linear": {1, 1}, "hazen": {0.5, 0.5}, "weibull": {0, 0}, "median_unbiased": {1. / 3, 1. / 3}, "normal_unbiased": {3. / 8, 3. / 8},
	"interpolated_inverted_cdf": {0, 1},
}

// Quantile returns the quantiles q (any shape, values in [0, 1]) along axes; the result's leading dimensions are q's.
// skipNaN leaves NaN out instead of returning it.
func Quantile(a, q *Array, method Method, skipNaN bool, o ReduceOpts) (*Array, error) {
	if a.dtype == Complex128 {
		return nil, typeErr("a must be an array of real numbers")
	}
	if a.dtype == Bool {
		return nil, typeErr("numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.")
	}
	qs, err := q.AsType(Float64)
	if err != nil {
		return nil, err
	}
	for _, x := range elems[float64](qs) {
		if !(x >= 0 && x <= 1) {
			return nil, valueErr("Quantiles must be in the range [0, 1]")
		}
	}
	ab, continuous := quantileAlphaBeta[method]
	if method == "" {
		ab, continuous, method = [2]float64{1, 1}, true, "linear"
	}
	switch method {
	case "lower", "higher", "nearest", "midpoint", "inverted_cdf":
	default:
		if !continuous {
			return nil, valueErr("'%s' is not a valid method. Use one of: 'inverted_cdf', 'interpolated_inverted_cdf', 'hazen', 'weibull', 'linear', 'median_unbiased', 'normal_unbiased', 'lower', 'higher', 'midpoint', 'nearest'", string(method))
		}
	}
	lanes, r, err := lanesReduced(a, o)
	if err != nil {
		return nil, err
	}
	rows := lanes.shape[0]
	out, err := New(Float64, append(append([]int(nil), qs.shape...), rows)...)
	if err != nil {
		return nil, err
	}
	if r.count == 0 && rows > 0 {
		if qs.size == 0 {
			return out, nil
		}
		copyInto(out, scalar(math.NaN()))
	}
	data, err := lanes.AsType(Float64)
	if err != nil {
		return nil, err
	}
	d, src := elems[float64](out), elems[float64](data)
	for i := range rows {
		lane := src[i*r.count : (i+1)*r.count]
		nan := partitionNaN(lane)
		valid := lane[:len(lane)-nan]
		sortFloats(valid)
		for k, x := range elems[float64](qs) {
			if nan > 0 && !skipNaN || len(valid) == 0 {
				d[k*rows+i] = math.NaN()
			} else {
				d[k*rows+i] = quantileOf(valid, x, method, ab)
			}
		}
	}
	res := r.shape
	if !r.keep {
		res = nil
		for i, n := range r.shape {
			if !r.red[i] {
				res = append(res, n)
			}
		}
	}
	v := out.reshaped(append(append([]int(nil), qs.shape...), res...))
	v.base = nil
	if a.dtype == Float32 {
		return v.AsType(Float32)
	}
	if a.dtype == Int64 && (method == "lower" || method == "higher" || method == "nearest" || method == "inverted_cdf") {
		return v.AsType(Int64)
	}
	return v, nil
}

func quantileOf(s []float64, q float64, method Method, ab [2]float64) float64 {
	n := float64(len(s))
	at := func(i float64) float64 { return s[int(math.Min(math.Max(i, 0), n-1))] }
	pos := (n - 1) * q
	switch method {
	case "lower":
		return at(math.Floor(pos))
	case "higher":
		return at(math.Ceil(pos))
	case "nearest":
		return at(math.RoundToEven(pos))
	case "midpoint":
		return lerp(at(math.Floor(pos)), at(math.Ceil(pos)), 0.5)
	case "inverted_cdf":
		return at(math.Ceil(n*q) - 1)
	}
	if method != "linear" {
		pos = n*q + (ab[0] + q*(1-ab[0]-ab[1])) - 1
	}
	lo := math.Floor(pos)
	if pos >= n-1 {
		return s[len(s)-1]
	}
	if pos < 0 {
		return s[0]
	}
	return lerp(at(lo), at(lo+1), pos-lo)
}

// lerp is exact at both ends.
func lerp(a, b, t float64) float64 {
	if a == b {
		return a
	}
	d := b - a
	if t >= 0.5 {
		return b - float64(d*(1-t))
	}
	return a + float64(d*t)
}

// Median returns the middle value along axes, the mean of the middle two for even counts.
func Median(a *Array, skipNaN bool, o ReduceOpts) (*Array, error) {
	if a.dtype == Complex128 {
		return nil, errf(NotProvided, "median of complex numbers is not provided by Monge")
	}
	lanes, r, err := lanesReduced(a, o)
	if err != nil {
		return nil, err
	}
	d := floatType(a.dtype)
	out, err := New(Float64, r.shape...)
	if err != nil {
		return nil, err
	}
	data, err := lanes.AsType(Float64)
	if err != nil {
		return nil, err
	}
	dst, src := elems[float64](out), elems[float64](data)
	for i := range dst {
		lane := src[i*r.count : (i+1)*r.count]
		nan := partitionNaN(lane)
		valid := lane[:len(lane)-nan]
		n := len(valid)
		if n == 0 || nan > 0 && !skipNaN {
			dst[i] = math.NaN()
			continue
		}
		hi := selectKth(valid, n/2)
		if n%2 == 1 {
			dst[i] = hi
			continue
		}
		lo := valid[0]
		for _, x := range valid[1 : n/2] {
			lo = max(lo, x)
		}
		dst[i] = (lo + hi) / 2
	}
	res := r.finish(out)
	return res.asType(d)
}
