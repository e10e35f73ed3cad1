package ndarray

import "math"

// Count is the number of elements that go into each result of a reduction.
func (a *Array) Count(o ReduceOpts) (int, error) {
	r, err := newReduction(a, o)
	if err != nil {
		return 0, err
	}
	return r.count, nil
}

// floatType is the type that averages of d are computed in.
func floatType(d Dtype) Dtype {
	if d.IsInexact() {
		return d
	}
	return Float64
}

// Mean averages along axes: the pairwise sum over the count.
func Mean(a *Array, o ReduceOpts) (*Array, error) {
	n, err := a.Count(o)
	if err != nil {
		return nil, err
	}
	d := floatType(a.dtype)
	if o.Dtype == nil {
		o.Dtype = &d
	}
	s, err := Sum(a, o)
	if err != nil {
		return nil, err
	}
	m, _, err := Divide.Call(s, FloatScalar(float64(n)).Weak(), nil)
	return m, err
}

// Var is the mean squared deviation from the mean, divided by n-ddof.
func Var(a *Array, ddof float64, o ReduceOpts) (*Array, error) {
	n, err := a.Count(o)
	if err != nil {
		return nil, err
	}
	keep := o
	keep.KeepDims = true
	m, err := Mean(a, keep)
	if err != nil {
		return nil, err
	}
	x, _, err := Subtract.Call(a, m, nil)
	if err != nil {
		return nil, err
	}
	if x.dtype == Complex128 {
		re, _, err := Square.Call(x.Real(), nil)
		if err != nil {
			return nil, err
		}
		im, _, err := Square.Call(x.Imag(), nil)
		if err != nil {
			return nil, err
		}
		if x, _, err = Add.Call(re, im, re); err != nil {
			return nil, err
		}
	} else if x, _, err = Square.Call(x, x); err != nil {
		return nil, err
	}
	s, err := Sum(x, o)
	if err != nil {
		return nil, err
	}
	v, _, err := Divide.Call(s, FloatScalar(math.Max(float64(n)-ddof, 0)).Weak(), nil)
	return v, err
}

// Std is the square root of Var.
func Std(a *Array, ddof float64, o ReduceOpts) (*Array, error) {
	v, err := Var(a, ddof, o)
	if err != nil {
		return nil, err
	}
	s, _, err := Sqrt.Call(v, nil)
	return s, err
}

// Ptp is the range: maximum minus minimum.
func Ptp(a *Array, o ReduceOpts) (*Array, error) {
	hi, err := Max(a, o)
	if err != nil {
		return nil, err
	}
	lo, err := Min(a, o)
	if err != nil {
		return nil, err
	}
	r, _, err := Subtract.Call(hi, lo, nil)
	return r, err
}

// CountNonzero counts along axes.
func CountNonzero(a *Array, o ReduceOpts) (*Array, error) {
	b, err := a.asType(Bool)
	if err != nil {
		return nil, err
	}
	return Sum(b, o)
}

// Average is the mean weighted by w, which has a's shape, or, with one axis given, that axis' length. It also returns
// the sums of the weights.
func Average(a, w *Array, o ReduceOpts) (avg, sum *Array, err error) {
	if w == nil {
		if avg, err = Mean(a, o); err != nil {
			return nil, nil, err
		}
		n, err := a.Count(o)
		if err != nil {
			return nil, nil, err
		}
		sum, err = FullLike(avg, FloatScalar(float64(n)))
		return avg, sum, err
	}
	if !sameShape(a.shape, w.shape) {
		if o.Axes == nil {
			return nil, nil, typeErr("Axis must be specified when shapes of a and weights differ.")
		}
		axes, err := NormAxes(o.Axes, len(a.shape))
		if err != nil {
			return nil, nil, err
		}
		if len(axes) != 1 || len(w.shape) != 1 || w.shape[0] != a.shape[axes[0]] {
			return nil, nil, valueErr("Shape of weights must be consistent with shape of a along specified axis.")
		}
		shape := make([]int, len(a.shape))
		for i := range shape {
			shape[i] = 1
		}
		shape[axes[0]] = w.shape[0]
		if w, err = w.Reshape(shape...); err != nil {
			return nil, nil, err
		}
		if w, err = w.BroadcastTo(a.shape...); err != nil {
			return nil, nil, err
		}
	}
	d := floatType(Promote(a.dtype, w.dtype))
	o.Dtype = &d
	if sum, err = Sum(w, o); err != nil {
		return nil, nil, err
	}
	for i := range sum.size {
		if sum.ComplexAt(i) == 0 {
			return nil, nil, errf(ZeroDivision, "Weights sum to zero, can't be normalized")
		}
	}
	p, _, err := Multiply.Call(a, w, nil)
	if err != nil {
		return nil, nil, err
	}
	s, err := Sum(p, o)
	if err != nil {
		return nil, nil, err
	}
	avg, _, err = Divide.Call(s, sum, nil)
	return avg, sum, err
}

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

// withoutNaN replaces NaN by x and returns the mask of the others, nil when there cannot be any NaN.
func withoutNaN(a *Array, x float64) (filled, valid *Array, err error) {
	if !a.dtype.IsInexact() {
		return a, nil, nil
	}
	nan, _, err := IsNaN.Call(a, nil)
	if err != nil {
		return nil, nil, err
	}
	if filled, err = a.Copy(); err != nil {
		return nil, nil, err
	}
	fill := FloatScalar(x)
	if err = filled.setMask(nan, fill); len(a.shape) == 0 {
		if nan.BoolAt(0) {
			copyInto(filled, fill)
		}
		err = nil
	}
	if err != nil {
		return nil, nil, err
	}
	valid, _, err = LogicalNot.Call(nan, nil)
	return filled, valid, err
}

// NanSum, NanProd, NanMax, NanMin, NanMean, NanVar and NanStd leave NaN out.
func NanSum(a *Array, o ReduceOpts) (*Array, error) {
	f, _, err := withoutNaN(a, 0)
	if err != nil {
		return nil, err
	}
	return Sum(f, o)
}

func NanProd(a *Array, o ReduceOpts) (*Array, error) {
	f, _, err := withoutNaN(a, 1)
	if err != nil {
		return nil, err
	}
	return Prod(f, o)
}

func NanMax(a *Array, o ReduceOpts) (*Array, error) { return Fmax.Reduce(a, o) }
func NanMin(a *Array, o ReduceOpts) (*Array, error) { return Fmin.Reduce(a, o) }

// NanMean averages what is not NaN.
func NanMean(a *Array, o ReduceOpts) (*Array, error) {
	f, valid, err := withoutNaN(a, 0)
	if err != nil {
		return nil, err
	}
	if valid == nil {
		return Mean(a, o)
	}
	n, err := Sum(valid, ReduceOpts{Axes: o.Axes, KeepDims: o.KeepDims})
	if err != nil {
		return nil, err
	}
	s, err := Sum(f, o)
	if err != nil {
		return nil, err
	}
	n, err = n.AsType(s.dtype)
	if err != nil {
		return nil, err
	}
	m, _, err := Divide.Call(s, n, nil)
	return m, err
}

// NanVar is Var over what is not NaN.
func NanVar(a *Array, ddof float64, o ReduceOpts) (*Array, error) {
	f, valid, err := withoutNaN(a, 0)
	if err != nil {
		return nil, err
	}
	if valid == nil {
		return Var(a, ddof, o)
	}
	n, err := Sum(valid, ReduceOpts{Axes: o.Axes, KeepDims: true})
	if err != nil {
		return nil, err
	}
	if n, err = n.AsType(Float64); err != nil {
		return nil, err
	}
	s, err := Sum(f, ReduceOpts{Axes: o.Axes, KeepDims: true})
	if err != nil {
		return nil, err
	}
	mean, _, err := Divide.Call(s, n, nil)
	if err != nil {
		return nil, err
	}
	x, _, err := Subtract.Call(f, mean, nil)
	if err != nil {
		return nil, err
	}
	// Deviations at the places of NaN count as zero.
	dev, err := Where(valid, x, FloatScalar(0).Weak())
	if err != nil {
		return nil, err
	}
	if dev, _, err = Absolute.Call(dev, nil); err != nil {
		return nil, err
	}
	if dev, _, err = Square.Call(dev, dev); err != nil {
		return nil, err
	}
	if s, err = Sum(dev, o); err != nil {
		return nil, err
	}
	m, err := Sum(valid, ReduceOpts{Axes: o.Axes, KeepDims: o.KeepDims})
	if err != nil {
		return nil, err
	}
	if m, err = m.AsType(Float64); err != nil {
		return nil, err
	}
	for i, c := range elems[float64](m) {
		if c -= ddof; c <= 0 {
			c = math.NaN()
		}
		elems[float64](m)[i] = c
	}
	v, _, err := Divide.Call(s, m, nil)
	if err != nil {
		return nil, err
	}
	if a.dtype == Float32 {
		return v.AsType(Float32)
	}
	return v, nil
}

// NanStd is the square root of NanVar.
func NanStd(a *Array, ddof float64, o ReduceOpts) (*Array, error) {
	v, err := NanVar(a, ddof, o)
	if err != nil {
		return nil, err
	}
	s, _, err := Sqrt.Call(v, nil)
	return s, err
}

// NanArgExtreme is ArgMax or ArgMin over what is not NaN; a lane of NaN alone is an error.
func NanArgExtreme(a *Array, axis *int, keepdims, largest bool) (*Array, error) {
	fill := math.Inf(1)
	if largest {
		fill = math.Inf(-1)
	}
	f, valid, err := withoutNaN(a, fill)
	if err != nil {
		return nil, err
	}
	if valid != nil {
		o := ReduceOpts{}
		if axis != nil {
			o.Axes = []int{*axis}
		}
		any, err := Any(valid, o)
		if err != nil {
			return nil, err
		}
		if countTrue(any) < any.size {
			return nil, valueErr("All-NaN slice encountered")
		}
	}
	if largest {
		return ArgMax(f, axis, keepdims)
	}
	return ArgMin(f, axis, keepdims)
}

// NanCumulative is CumSum (Add) or CumProd (Multiply) with NaN replaced by the neutral element.
func NanCumulative(u *Binary, a *Array, axis *int) (*Array, error) {
	f, _, err := withoutNaN(a, float64(u.identity.IntAt(0)))
	if err != nil {
		return nil, err
	}
	return cumulative(u, f, axis)
}

// Cov is the covariance matrix of the variables in rows, over observations in columns.
func Cov(x *Array, ddof float64, fweights, aweights *Array) (*Array, error) {
	if len(x.shape) > 2 {
		return nil, valueErr("m has more than 2 dimensions")
	}
	d := Float64
	if x.dtype == Complex128 {
		d = Complex128
	}
	x, err := x.AtLeast(2).AsType(d)
	if err != nil {
		return nil, err
	}
	n := x.shape[1]
	var w *Array
	for i, v := range []*Array{fweights, aweights} {
		if v == nil {
			continue
		}
		name := [...]string{"fweights", "aweights"}[i]
		if len(v.shape) > 1 {
			return nil, errf(RuntimeErr, "cannot handle multidimensional %s", name)
		}
		if v.size != n {
			return nil, errf(RuntimeErr, "incompatible numbers of samples and %s", name)
		}
		if v, err = v.AsType(Float64); err != nil {
			return nil, err
		}
		for _, q := range elems[float64](v) {
			if q < 0 {
				return nil, valueErr("%s cannot be negative", name)
			}
		}
		if w == nil {
			w = v
		} else if w, _, err = Multiply.Call(w, v, nil); err != nil {
			return nil, err
		}
	}
	ax := ReduceOpts{Axes: []int{1}}
	avg, sum, err := averageRows(x, w, ax)
	if err != nil {
		return nil, err
	}
	fact := float64(n) - ddof
	if w != nil {
		switch {
		case ddof == 0:
			fact = sum
		case aweights == nil:
			fact = sum - ddof
		default:
			p, _, err := Multiply.Call(w, mustFloat(aweights), nil)
			if err != nil {
				return nil, err
			}
			s, err := Sum(p, ReduceOpts{})
			if err != nil {
				return nil, err
			}
			fact = sum - ddof*s.FloatAt(0)/sum
		}
	}
	if fact <= 0 {
		fact = 0
	}
	avg, _ = avg.ExpandDims(1)
	if x, _, err = Subtract.Call(x, avg, nil); err != nil {
		return nil, err
	}
	y := x
	if w != nil {
		if y, _, err = Multiply.Call(x, w, nil); err != nil {
			return nil, err
		}
	}
	if y, _, err = Conjugate.Call(y, nil); err != nil {
		return nil, err
	}
	c, err := MatMul(x, y.T())
	if err != nil {
		return nil, err
	}
	if c, _, err = Divide.Call(c, FloatScalar(fact).Weak(), c); err != nil {
		return nil, err
	}
	return c.Squeeze()
}

func averageRows(x, w *Array, o ReduceOpts) (*Array, float64, error) {
	if w == nil {
		m, err := Mean(x, o)
		return m, float64(x.shape[1]), err
	}
	m, s, err := Average(x, w, o)
	if err != nil {
		return nil, 0, err
	}
	return m, s.FloatAt(0), nil
}

func mustFloat(a *Array) *Array {
	f, err := a.asType(Float64)
	if err != nil {
		return a
	}
	return f
}

// CorrCoef is the matrix of correlation coefficients.
func CorrCoef(x *Array) (*Array, error) {
	c, err := Cov(x, 1, nil, nil)
	if err != nil {
		return nil, err
	}
	if len(c.shape) == 0 {
		r, _, err := Divide.Call(c, c, nil)
		return r, err
	}
	diag, err := c.Diagonal(0, 0, 1)
	if err != nil {
		return nil, err
	}
	sd, _, err := Sqrt.Call(diag.Real(), nil)
	if err != nil {
		return nil, err
	}
	col, _ := sd.ExpandDims(1)
	row, _ := sd.ExpandDims(0)
	if c, _, err = Divide.Call(c, col, nil); err != nil {
		return nil, err
	}
	if c, _, err = Divide.Call(c, row, c); err != nil {
		return nil, err
	}
	if c.dtype == Float64 {
		return Clip(c, FloatScalar(-1).Weak(), FloatScalar(1).Weak())
	}
	return c, nil
}
