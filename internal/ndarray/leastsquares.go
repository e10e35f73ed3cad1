package ndarray

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// LstSq solves min |a x - b| by singular values. rcond < 0 means machine precision times the larger dimension. The
// residuals are empty unless a has full column rank and more rows than columns.
func LstSq(a, b *Array, rcond float64) (x, resid *Array, rank int, sv *Array, err error) {
	fail := func(err error) (*Array, *Array, int, *Array, error) { return nil, nil, 0, nil, err }
	if len(a.shape) != 2 {
		return fail(linErr("%d-dimensional array given. Array must be two-dimensional", len(a.shape)))
	}
	vec := len(b.shape) == 1
	if vec {
		b, _ = b.ExpandDims(1)
	}
	if len(b.shape) != 2 {
		return fail(linErr("%d-dimensional array given. Array must be two-dimensional", len(b.shape)))
	}
	if _, err := linalgType("lstsq", false, a, b); err != nil {
		return fail(err)
	}
	m, n, k := a.shape[0], a.shape[1], b.shape[1]
	if b.shape[0] != m {
		return fail(linErr("Incompatible dimensions"))
	}
	if rcond < 0 {
		rcond = epsilon * float64(max(m, n))
	}
	u, s, vt, err := SVD(a, false, true)
	if err != nil {
		return fail(err)
	}
	sf := elems[float64](s)
	for rank < len(sf) && sf[rank] > rcond*sf[0] {
		rank++
	}
	c, err := MatMul(u.T(), b)
	if err != nil {
		return fail(err)
	}
	cf := elems[float64](c)
	for i := range sf {
		for j := range k {
			if i < rank {
				cf[i*k+j] /= sf[i]
			} else {
				cf[i*k+j] = 0
			}
		}
	}
	if x, err = MatMul(vt.T(), c); err != nil {
		return fail(err)
	}
	if resid, err = New(Float64, 0); err != nil {
		return fail(err)
	}
	if rank == n && m > n {
		ax, err := MatMul(a, x)
		if err != nil {
			return fail(err)
		}
		e, _, err := Subtract.Call(ax, b, nil)
		if err != nil {
			return fail(err)
		}
		if e, _, err = Square.Call(e, e); err != nil {
			return fail(err)
		}
		if resid, err = Sum(e, ReduceOpts{Axes: []int{0}}); err != nil {
			return fail(err)
		}
	}
	if vec {
		x, _ = x.Squeeze(1)
	}
	return x, resid, rank, s, nil
}

// Pinv is the Moore-Penrose inverse; singular values up to rcond times the largest count as zero.
func Pinv(a *Array, rcond float64) (*Array, error) {
	u, s, vt, err := SVD(a, false, true)
	if err != nil {
		return nil, err
	}
	k := s.shape[len(s.shape)-1]
	sf := elems[float64](s)
	for o := 0; o < len(sf); o += max(k, 1) {
		cut := rcond * sf[o]
		for i := range k {
			if x := sf[o+i]; x > cut {
				sf[o+i] = 1 / x
			} else {
				sf[o+i] = 0
			}
		}
	}
	nd := len(vt.shape)
	v, _ := vt.SwapAxes(nd-1, nd-2)
	ut, _ := u.SwapAxes(nd-1, nd-2)
	col, _ := s.ExpandDims(-1)
	su, _, err := Multiply.Call(col, ut, nil)
	if err != nil {
		return nil, err
	}
	return MatMul(v, su)
}

// MatrixRank counts singular values above tol; tol < 0 means the largest times max(m, n) times machine precision.
func MatrixRank(a *Array, tol float64) (*Array, error) {
	if len(a.shape) < 2 {
		nz, err := Any(a, ReduceOpts{})
		if err != nil {
			return nil, err
		}
		return nz.AsType(Int64)
	}
	_, s, _, err := SVD(a, false, false)
	if err != nil {
		return nil, err
	}
	m, n := a.shape[len(a.shape)-2], a.shape[len(a.shape)-1]
	out, err := New(Int64, s.shape[:len(s.shape)-1]...)
	if err != nil {
		return nil, err
	}
	k, sf := min(m, n), elems[float64](s)
	for i := range elems[int64](out) {
		lane := sf[i*k : (i+1)*k]
		cut := tol
		if tol < 0 && k > 0 {
			cut = lane[0] * float64(max(m, n)) * epsilon
		}
		for _, x := range lane {
			if x > cut {
				elems[int64](out)[i]++
			}
		}
	}
	return out, nil
}

// MatrixPower is the n-th power of square matrices, by squaring; negative powers invert first.
func MatrixPower(a *Array, n int) (*Array, error) {
	if err := needSquare(a); err != nil {
		return nil, err
	}
	if n < 0 {
		inv, err := Inv(a)
		if err != nil {
			return nil, err
		}
		a, n = inv, -n
	}
	if n == 0 {
		id, err := Eye(a.shape[len(a.shape)-1], a.shape[len(a.shape)-1], 0, a.dtype)
		if err != nil {
			return nil, err
		}
		return FullLike(a, id)
	}
	var r *Array
	var err error
	for z := a; ; {
		if n&1 != 0 {
			if r == nil {
				r = z
			} else if r, err = MatMul(r, z); err != nil {
				return nil, err
			}
		}
		if n >>= 1; n == 0 {
			break
		}
		if z, err = MatMul(z, z); err != nil {
			return nil, err
		}
	}
	return r.Copy()
}

// ExpM is the matrix exponential.
func ExpM(a *Array) (*Array, error) {
	if err := needSquare(a); err != nil {
		return nil, err
	}
	if _, err := linalgType("expm", false, a); err != nil {
		return nil, err
	}
	f, count, n, _, err := matrices(a, Float64)
	if err != nil {
		return nil, err
	}
	for i := range count {
		if n == 0 {
			break
		}
		x := denseOf(elems[float64](f)[i*n*n:(i+1)*n*n], n, n)
		var e mat.Dense
		e.Exp(x)
		x.Copy(&e)
	}
	return f, nil
}

// MultiDot multiplies a chain in the order that needs the fewest operations.
func MultiDot(chain []*Array) (*Array, error) {
	n := len(chain)
	if n < 2 {
		return nil, valueErr("Expecting at least two arrays.")
	}
	first, last := chain[0], chain[n-1]
	ops := append([]*Array(nil), chain...)
	if len(first.shape) == 1 {
		ops[0], _ = first.ExpandDims(0)
	}
	if len(last.shape) == 1 {
		ops[n-1], _ = last.ExpandDims(1)
	}
	p := make([]float64, n+1)
	for i, a := range ops {
		if len(a.shape) != 2 {
			return nil, linErr("%d-dimensional array given. Array must be two-dimensional", len(a.shape))
		}
		p[i], p[i+1] = float64(a.shape[0]), float64(a.shape[1])
	}
	cost, cut := make([][]float64, n), make([][]int, n)
	for i := range n {
		cost[i], cut[i] = make([]float64, n), make([]int, n)
	}
	for w := 1; w < n; w++ {
		for i := 0; i+w < n; i++ {
			j := i + w
			cost[i][j] = math.Inf(1)
			for k := i; k < j; k++ {
				if c := cost[i][k] + cost[k+1][j] + p[i]*p[k+1]*p[j+1]; c < cost[i][j] {
					cost[i][j], cut[i][j] = c, k
				}
			}
		}
	}
	var eval func(i, j int) (*Array, error)
	eval = func(i, j int) (*Array, error) {
		if i == j {
			return ops[i], nil
		}
		l, err := eval(i, cut[i][j])
		if err != nil {
			return nil, err
		}
		r, err := eval(cut[i][j]+1, j)
		if err != nil {
			return nil, err
		}
		return Dot(l, r)
	}
	r, err := eval(0, n-1)
	if err != nil {
		return nil, err
	}
	var drop []int
	if len(first.shape) == 1 {
		drop = append(drop, 0)
	}
	if len(last.shape) == 1 {
		drop = append(drop, 1)
	}
	if drop == nil {
		return r, nil
	}
	return r.Squeeze(drop...)
}
