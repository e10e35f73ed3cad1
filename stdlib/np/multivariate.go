package np

import (
	"math"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

func multivariateNormal(c *bind.Call) (py.Object, error) {
	g := c.Self.(*Generator).g
	mean, cov, err := two(c, "mean", "cov")
	if err != nil {
		return nil, err
	}
	if mean.NDim() != 1 {
		return nil, runtime.ValueErrorf("mean must be 1 dimensional")
	}
	n := mean.Size()
	if cov.NDim() != 2 || cov.Shape()[0] != cov.Shape()[1] {
		return nil, runtime.ValueErrorf("cov must be 2 dimensional and square")
	}
	if cov.Shape()[0] != n {
		return nil, runtime.ValueErrorf("mean and cov must have same length")
	}
	shape := append(append([]int(nil), bind.Get[[]int](c, "size")...), n)
	x, err := ndarray.New(ndarray.Float64, shape...)
	if err != nil {
		return nil, raise(err)
	}
	for i := range x.Floats() {
		x.Floats()[i] = g.Normal()
	}
	if x, err = x.Reshape(-1, n); err != nil {
		return nil, raise(err)
	}
	var root *ndarray.Array // x @ root has the covariance
	switch c.Str("method") {
	case "cholesky":
		l, err := ndarray.Cholesky(cov, false)
		if err != nil {
			return nil, raise(err)
		}
		root = l.T()
	case "eigh":
		w, v, err := ndarray.EigH(cov, false, true)
		if err != nil {
			return nil, raise(err)
		}
		root, err = scaleRows(v.T(), w)
		if err != nil {
			return nil, raise(err)
		}
	default:
		_, s, vt, err := ndarray.SVD(cov, true, true)
		if err != nil {
			return nil, raise(err)
		}
		if root, err = scaleRows(vt, s); err != nil {
			return nil, raise(err)
		}
	}
	if check := c.Str("check_valid"); check != "ignore" && c.Str("method") != "cholesky" {
		w, _, err := ndarray.EigH(cov, false, false)
		if err != nil {
			return nil, raise(err)
		}
		if n > 0 && w.FloatAt(0) < -c.Float("tol")*math.Max(1, math.Abs(w.FloatAt(n-1))) {
			if check == "raise" {
				return nil, runtime.ValueErrorf("covariance is not symmetric positive-semidefinite.")
			}
			warn(c.Thread, "covariance is not symmetric positive-semidefinite.")
		}
	}
	y, err := ndarray.MatMul(x, root)
	if err == nil {
		y, _, err = ndarray.Add.Call(y, mean, nil)
	}
	if err != nil {
		return nil, raise(err)
	}
	r, err := y.Reshape(shape...)
	return giveArray(r, err)
}

// scaleRows multiplies row i by the square root of w[i], negative ones counted as zero.
func scaleRows(m, w *ndarray.Array) (*ndarray.Array, error) {
	s, err := w.Copy()
	if err != nil {
		return nil, err
	}
	for i, x := range s.Floats() {
		s.Floats()[i] = math.Sqrt(math.Max(x, 0))
	}
	col, err := s.ExpandDims(1)
	if err != nil {
		return nil, err
	}
	r, _, err := ndarray.Multiply.Call(m, col, nil)
	return r, err
}

func dirichlet(c *bind.Call) (py.Object, error) {
	g := c.Self.(*Generator).g
	alpha, err := arg(c, "alpha")
	if err != nil {
		return nil, err
	}
	a := alpha.Floats()
	top := 0.0
	for _, x := range a {
		if !(x >= 0) {
			return nil, runtime.ValueErrorf("alpha < 0")
		}
		top = math.Max(top, x)
	}
	k := len(a)
	out, err := ndarray.New(ndarray.Float64, append(append([]int(nil), bind.Get[[]int](c, "size")...), k)...)
	if err != nil {
		return nil, raise(err)
	}
	s := out.Floats()
	for o := 0; k > 0 && o+k <= len(s); o += k {
		row := s[o : o+k]
		if top < 0.1 { // small parameters: break a stick by beta numbers
			tail := make([]float64, k)
			sum := 0.0
			for i := k - 1; i > 0; i-- {
				sum += a[i]
				tail[i-1] = sum
			}
			rest := 1.0
			for i := range k - 1 {
				v := g.Beta(a[i], tail[i])
				row[i] = rest * v
				rest *= 1 - v
			}
			row[k-1] = rest
			continue
		}
		sum := 0.0
		for i := range row {
			row[i] = g.Gamma(a[i])
			sum += row[i]
		}
		inv := 1 / sum
		for i := range row {
			row[i] *= inv
		}
	}
	return New(out), nil
}

func multinomial(c *bind.Call) (py.Object, error) {
	g := c.Self.(*Generator).g
	pv, err := arg(c, "pvals")
	if err != nil {
		return nil, err
	}
	p := pv.Floats()
	k := len(p)
	if pv.NDim() != 1 || k == 0 {
		return nil, runtime.ValueErrorf("pvals must be a 1-d array with at least one element")
	}
	sum := 0.0
	for i, x := range p {
		if !(x >= 0 && x <= 1) {
			return nil, runtime.ValueErrorf("pvals < 0, pvals > 1 or pvals contains NaNs")
		}
		if i < k-1 {
			sum += x
		}
	}
	if sum > 1+1e-12 {
		return nil, runtime.ValueErrorf("sum(pvals[:-1]) > 1.0")
	}
	out, err := ndarray.New(ndarray.Int64, append(append([]int(nil), bind.Get[[]int](c, "size")...), k)...)
	if err != nil {
		return nil, raise(err)
	}
	s := out.Ints()
	for o := 0; o+k <= len(s); o += k {
		left, rest := int64(c.Int("n")), 1.0
		for i := range k - 1 {
			n := g.Binomial(p[i]/rest, left)
			s[o+i] = n
			if left -= n; left <= 0 {
				break
			}
			rest -= p[i]
		}
		if left > 0 {
			s[o+k-1] = left
		}
	}
	return New(out), nil
}
