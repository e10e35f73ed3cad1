package np

import (
	"math"
	"math/big"
	"slices"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
	"monge/internal/nprand"
)

// roomFor refuses more streams or words than memory holds.
func roomFor(n int) error {
	_, err := ndarray.CheckShape(ndarray.Float64, []int{n, 32})
	return raise(err)
}

func sizeOf(shape []int) (int, error) { return ndarray.CheckShape(ndarray.Float64, shape) }

func integers(c *bind.Call) (py.Object, error) {
	x := c.Self.(*Generator)
	d := dtypeOr(c, ndarray.Int64)
	if d != ndarray.Int64 && d != ndarray.Bool {
		return nil, runtime.TypeErrorf("Unsupported dtype dtype('%s') for integers", d)
	}
	lowObj, highObj := c.Obj("low"), c.Obj("high")
	if highObj == py.None {
		lowObj, highObj = py.Int(0), lowObj
	}
	lo, err := bound(c.Thread, lowObj, false)
	if err != nil {
		return nil, err
	}
	hi, err := bound(c.Thread, highObj, !c.Bool("endpoint"))
	if err != nil {
		return nil, err
	}
	shape, err := ndarray.BroadcastShapes(lo.Shape(), hi.Shape())
	if err != nil {
		return nil, raise(err)
	}
	scalar := len(shape) == 0 && !c.Has("size")
	plain := len(shape) == 0
	if c.Has("size") {
		want := bind.Get[[]int](c, "size")
		full, err := ndarray.BroadcastShapes(shape, want)
		if err != nil || !slices.Equal(full, want) {
			return nil, runtime.ValueErrorf("Output size %s is not compatible with broadcast dimensions of inputs %s.", ndarray.ShapeTuple(want), ndarray.ShapeTuple(shape))
		}
		shape = want
	}
	out, err := ndarray.New(ndarray.Int64, shape...)
	if err != nil {
		return nil, raise(err)
	}
	if out.Size() == 0 {
		return New(out), nil
	}
	low, high := lo.Ints(), hi.Ints()
	for i := range max(len(low), len(high)) {
		l, h := low[min(i, len(low)-1)], high[min(i, len(high)-1)]
		if d == ndarray.Bool && (l < 0 || h > 1) {
			return nil, runtime.ValueErrorf("high is out of bounds for bool")
		}
		if len(low) == len(high) && l > h {
			if c.Bool("endpoint") {
				return nil, runtime.ValueErrorf("low > high")
			}
			return nil, runtime.ValueErrorf("low >= high")
		}
	}
	s := out.Ints()
	if plain {
		if low[0] > high[0] {
			return nil, runtime.ValueErrorf("low >= high")
		}
		x.g.Integers(s, low[0], high[0])
	} else {
		bl, err := lo.BroadcastTo(shape...)
		if err != nil {
			return nil, raise(err)
		}
		bh, err := hi.BroadcastTo(shape...)
		if err != nil {
			return nil, raise(err)
		}
		for i := range s {
			l, h := bl.IntAt(i), bh.IntAt(i)
			if l > h {
				return nil, runtime.ValueErrorf("low >= high")
			}
			x.g.Integers(s[i:i+1], l, h)
		}
	}
	if d == ndarray.Bool {
		if out, err = out.AsType(ndarray.Bool); err != nil {
			return nil, raise(err)
		}
	}
	if scalar {
		return Object(out), nil
	}
	return New(out), nil
}

// bound reads a bound of integers; below takes one off, for ends that are left out.
func bound(t *runtime.Thread, o py.Object, below bool) (*ndarray.Array, error) {
	if b, ok := runtime.AsBig(o); ok {
		z := new(big.Int).Set(b)
		if below {
			z.Sub(z, big.NewInt(1))
		}
		if !z.IsInt64() {
			if below {
				return nil, runtime.ValueErrorf("high is out of bounds for int64")
			}
			return nil, runtime.ValueErrorf("low is out of bounds for int64")
		}
		return ndarray.IntScalar(z.Int64()), nil
	}
	a, err := asArray(t, o)
	if err != nil {
		return nil, err
	}
	if a.Dtype().IsFloat() { // whole floats are accepted
		for i := range a.Size() {
			if x := a.FloatAt(i); x != math.Trunc(x) {
				if a.NDim() == 0 {
					a, err = a.AsType(ndarray.Int64)
					break
				}
			}
		}
		if a.Dtype().IsFloat() {
			a, err = a.AsType(ndarray.Int64)
		}
	} else {
		a, err = a.AsType(ndarray.Int64)
	}
	if err == nil && below {
		a, _, err = ndarray.Subtract.Call(a, ndarray.IntScalar(1), nil)
	}
	return a, raise(err)
}

func permutation(c *bind.Call) (py.Object, error) {
	g := c.Self.(*Generator).g
	if n, err := runtime.AsInt(c.Thread, c.Obj("x")); err == nil {
		if n < 0 {
			return nil, runtime.ValueErrorf("maximum allowed dimension exceeded")
		}
		if _, err := sizeOf([]int{n}); err != nil {
			return nil, raise(err)
		}
		return FromInts(g.Permutation(n)), nil
	}
	a, err := asArray(c.Thread, c.Obj("x"))
	if err != nil {
		return nil, err
	}
	if a.NDim() == 0 {
		return nil, AxisErrorf("x must be an integer or at least 1-dimensional")
	}
	ax, err := ndarray.NormAxis(c.Int("axis"), a.NDim())
	if err != nil {
		return nil, raise(err)
	}
	idx, err := ndarray.FromInts(g.Permutation(a.Shape()[ax]))
	if err != nil {
		return nil, raise(err)
	}
	r, err := ndarray.Take(a, idx, &ax, ndarray.TakeRaise)
	return giveArray(r, err)
}

// AxisErrorf makes a numpy.exceptions.AxisError.
func AxisErrorf(format string, args ...any) error { return runtime.Errorf(AxisError, format, args...) }

func shuffle(c *bind.Call) (py.Object, error) {
	g := c.Self.(*Generator).g
	switch x := c.Obj("x").(type) {
	case *py.List:
		g.Shuffle(len(x.Items), func(i, j int) { x.Items[i], x.Items[j] = x.Items[j], x.Items[i] })
		return py.None, nil
	case *Array:
		if x.ND().ReadOnly() {
			return nil, runtime.ValueErrorf("array is read-only")
		}
		ax, err := ndarray.NormAxis(c.Int("axis"), x.ND().NDim())
		if err != nil {
			return nil, raise(err)
		}
		idx := make([]int64, x.ND().Shape()[ax])
		for i := range idx {
			idx[i] = int64(i)
		}
		g.Shuffle(len(idx), func(i, j int) { idx[i], idx[j] = idx[j], idx[i] })
		order, err := ndarray.FromInts(idx)
		if err != nil {
			return nil, raise(err)
		}
		r, err := ndarray.Take(x.ND(), order, &ax, ndarray.TakeRaise)
		if err != nil {
			return nil, raise(err)
		}
		return py.None, raise(x.ND().Assign(r))
	}
	return nil, runtime.TypeErrorf("Generator.shuffle: x must be an array or a list, not %s", c.Obj("x").Type().Name)
}

func choice(c *bind.Call) (py.Object, error) {
	g := c.Self.(*Generator).g
	var pool *ndarray.Array
	var poolList []py.Object
	n, err := runtime.AsInt(c.Thread, c.Obj("a"))
	ax := 0
	if err != nil {
		if list, ok, _ := items(c.Thread, c.Obj("a")); ok && hasText(list) {
			poolList, n = list, len(list)
		} else {
			if pool, err = asArray(c.Thread, c.Obj("a")); err != nil {
				return nil, err
			}
			if pool.NDim() == 0 {
				return nil, runtime.ValueErrorf("a must be a sequence or an integer, not %s", bind.Short(c.Thread, c.Obj("a")))
			}
			if ax, err = ndarray.NormAxis(c.Int("axis"), pool.NDim()); err != nil {
				return nil, raise(err)
			}
			n = pool.Shape()[ax]
		}
	}
	shape := bind.Get[[]int](c, "size")
	size, err := sizeOf(shape)
	if err != nil {
		return nil, raise(err)
	}
	if n <= 0 && size != 0 {
		if pool == nil && poolList == nil {
			return nil, runtime.ValueErrorf("a must be a positive integer unless no samples are taken")
		}
		return nil, runtime.ValueErrorf("a cannot be empty unless no samples are taken")
	}
	p, err := optArg(c, "p")
	if err != nil {
		return nil, err
	}
	var weights []float64
	if p != nil {
		if weights, err = checkProbabilities(p, n); err != nil {
			return nil, err
		}
	}
	var idx []int64
	switch {
	case c.Bool("replace"):
		idx = make([]int64, size)
		if weights == nil {
			if size > 0 {
				g.Integers(idx, 0, int64(n-1))
			}
			break
		}
		cdf := cumulativeWeights(weights)
		for i := range idx {
			idx[i] = int64(searchRight(cdf, g.Float64()))
		}
	case size > n:
		return nil, runtime.ValueErrorf("Cannot take a larger sample than population when replace is False")
	case weights == nil:
		idx = g.Sample(n, size, c.Bool("shuffle"))
	default:
		nonzero := 0
		for _, w := range weights {
			if w > 0 {
				nonzero++
			}
		}
		if nonzero < size {
			return nil, runtime.ValueErrorf("Fewer non-zero entries in p than size")
		}
		idx = weightedSample(g, append([]float64(nil), weights...), size)
	}
	order := ndarray.IntScalar(0)
	if c.Has("size") {
		if order, err = ndarray.New(ndarray.Int64, shape...); err != nil {
			return nil, raise(err)
		}
		copy(order.Ints(), idx)
	} else if len(idx) > 0 {
		order = ndarray.IntScalar(idx[0])
	}
	switch {
	case poolList != nil:
		if !c.Has("size") {
			return poolList[idx[0]], nil
		}
		return nil, runtime.TypeErrorf("Generator.choice: arrays of strings are not provided by Monge; draw indices with rng.choice(len(a), size) and pick from the list")
	case pool == nil:
		if !c.Has("size") {
			return py.Int(idx[0]), nil
		}
		return New(order), nil
	}
	r, err := ndarray.Take(pool, order, &ax, ndarray.TakeRaise)
	return give(r, err)
}

func hasText(list []py.Object) bool {
	for _, o := range list {
		if _, ok := o.(py.String); ok {
			return true
		}
	}
	return false
}

func checkProbabilities(p *ndarray.Array, n int) ([]float64, error) {
	if p.NDim() != 1 {
		return nil, runtime.ValueErrorf("p must be 1-dimensional")
	}
	if p.Size() != n {
		return nil, runtime.ValueErrorf("a and p must have same size")
	}
	w := p.Floats()
	sum, comp := 0.0, 0.0 // compensated
	for i, x := range w {
		if x != x {
			return nil, runtime.ValueErrorf("Probabilities contain NaN")
		}
		if x < 0 {
			return nil, runtime.ValueErrorf("Probabilities are not non-negative: p[%d] = %s", i, ndarray.FormatFloat(x, 64))
		}
		y := x - comp
		t := sum + y
		comp = (t - sum) - y
		sum = t
	}
	if math.Abs(sum-1) > math.Sqrt(0x1p-52) {
		return nil, runtime.ValueErrorf("Probabilities do not sum to 1. See Notes section of docstring for more information.")
	}
	return w, nil
}

func cumulativeWeights(w []float64) []float64 {
	cdf := make([]float64, len(w))
	sum := 0.0
	for i, x := range w {
		sum += x
		cdf[i] = sum
	}
	for i := range cdf {
		cdf[i] /= sum
	}
	return cdf
}

// searchRight is the number of elements of cdf up to x.
func searchRight(cdf []float64, x float64) int {
	lo, hi := 0, len(cdf)
	for lo < hi {
		if m := (lo + hi) / 2; cdf[m] <= x {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// weightedSample draws without replacement: repeats of a round are dropped and drawn again.
func weightedSample(g *nprand.Generator, w []float64, size int) []int64 {
	found := make([]int64, 0, size)
	for len(found) < size {
		x := make([]float64, size-len(found))
		for i := range x {
			x[i] = g.Float64()
		}
		for _, k := range found {
			w[k] = 0
		}
		cdf := cumulativeWeights(w)
		seen := map[int64]bool{}
		for _, u := range x {
			if k := int64(searchRight(cdf, u)); !seen[k] {
				seen[k] = true
				found = append(found, k)
			}
		}
	}
	return found
}
