package ndarray

import (
	"math"
	"math/cmplx"

	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/lapack/lapack64"
	"gonum.org/v1/gonum/mat"

	"monge/internal/fmath"
)

const epsilon = 0x1p-52

func linErr(format string, args ...any) error { return errf(LinAlgError, format, args...) }

var errSingular = linErr("Singular matrix")

func needMatrix(a *Array) error {
	if len(a.shape) < 2 {
		return linErr("%d-dimensional array given. Array must be at least two-dimensional", len(a.shape))
	}
	return nil
}

func needSquare(a *Array) error {
	if err := needMatrix(a); err != nil {
		return err
	}
	if n := len(a.shape); a.shape[n-1] != a.shape[n-2] {
		return linErr("Last 2 dimensions of the array must be square")
	}
	return nil
}

// linalgType is Float64 or Complex128; complexOK false refuses complex matrices.
func linalgType(name string, complexOK bool, arrays ...*Array) (Dtype, error) {
	d := Float64
	for _, a := range arrays {
		d = Promote(d, a.dtype)
	}
	if d == Complex128 && !complexOK {
		return d, errf(NotProvided, "%s of complex matrices is not provided by Monge", name)
	}
	return d, nil
}

// matrices copies the matrices of a, of any number of leading dimensions, row by row.
func matrices(a *Array, d Dtype) (data *Array, count, rows, cols int, err error) {
	if data, err = a.AsType(d); err != nil {
		return nil, 0, 0, 0, err
	}
	nd := len(a.shape)
	rows, cols = a.shape[nd-2], a.shape[nd-1]
	count = product(a.shape[:nd-2])
	return data, count, rows, cols, nil
}

func general(s []float64, r, c int) blas64.General {
	return blas64.General{Rows: r, Cols: c, Stride: max(1, c), Data: s}
}

func denseOf(s []float64, r, c int) *mat.Dense {
	m := new(mat.Dense)
	m.SetRawMatrix(general(s, r, c))
	return m
}

// Solve returns x with a x = b for square a; a vector b is one right side. Leading dimensions broadcast.
func Solve(a, b *Array) (*Array, error) {
	if err := needSquare(a); err != nil {
		return nil, err
	}
	vec := len(b.shape) == 1
	if vec {
		b, _ = b.ExpandDims(1)
	}
	if err := needMatrix(b); err != nil {
		return nil, err
	}
	na, nb := len(a.shape), len(b.shape)
	n, m := a.shape[na-1], b.shape[nb-1]
	if b.shape[nb-2] != n {
		if vec {
			return nil, valueErr("solve1: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,m),(m)->(m) (size %d is different from %d)", b.shape[nb-2], n)
		}
		return nil, valueErr("solve: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,m),(m,n)->(m,n) (size %d is different from %d)", b.shape[nb-2], n)
	}
	d, err := linalgType("solve", true, a, b)
	if err != nil {
		return nil, err
	}
	batch, err := BroadcastShapes(a.shape[:na-2], b.shape[:nb-2])
	if err != nil {
		return nil, err
	}
	ab, err := a.BroadcastTo(append(append([]int(nil), batch...), n, n)...)
	if err != nil {
		return nil, err
	}
	bb, err := b.BroadcastTo(append(append([]int(nil), batch...), n, m)...)
	if err != nil {
		return nil, err
	}
	lu, count, _, _, err := matrices(ab, d)
	if err != nil {
		return nil, err
	}
	x, err := bb.AsType(d)
	if err != nil {
		return nil, err
	}
	piv := make([]int, n)
	for i := range count {
		if n == 0 || m == 0 {
			break
		}
		if d == Complex128 {
			f, p := elems[complex128](lu)[i*n*n:(i+1)*n*n], elems[complex128](x)[i*n*m:(i+1)*n*m]
			if _, ok := complexLU(f, n, piv); !ok {
				return nil, errSingular
			}
			complexSolve(f, n, piv, p, m)
			continue
		}
		f := general(elems[float64](lu)[i*n*n:], n, n)
		if !lapack64.Getrf(f, piv) {
			return nil, errSingular
		}
		lapack64.Getrs('N', f, general(elems[float64](x)[i*n*m:], n, m), piv)
	}
	if vec {
		return x.Squeeze(-1)
	}
	return x, nil
}

// complexLU factors in place with partial pivoting and returns the sign of the permutation.
func complexLU(a []complex128, n int, piv []int) (sign float64, ok bool) {
	sign = 1
	for k := range n {
		p := k
		for i := k + 1; i < n; i++ {
			if cmplx.Abs(a[i*n+k]) > cmplx.Abs(a[p*n+k]) {
				p = i
			}
		}
		piv[k] = p
		if a[p*n+k] == 0 {
			return sign, false
		}
		if p != k {
			sign = -sign
			for j := range n {
				a[k*n+j], a[p*n+j] = a[p*n+j], a[k*n+j]
			}
		}
		for i := k + 1; i < n; i++ {
			l := complexDiv(a[i*n+k], a[k*n+k])
			a[i*n+k] = l
			for j := k + 1; j < n; j++ {
				a[i*n+j] -= l * a[k*n+j]
			}
		}
	}
	return sign, true
}

func complexSolve(lu []complex128, n int, piv []int, b []complex128, m int) {
	for k, p := range piv {
		if p != k {
			for j := range m {
				b[k*m+j], b[p*m+j] = b[p*m+j], b[k*m+j]
			}
		}
	}
	for i := range n {
		for k := range i {
			for j := range m {
				b[i*m+j] -= lu[i*n+k] * b[k*m+j]
			}
		}
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			for j := range m {
				b[i*m+j] -= lu[i*n+k] * b[k*m+j]
			}
		}
		for j := range m {
			b[i*m+j] = complexDiv(b[i*m+j], lu[i*n+i])
		}
	}
}

// Inv is the inverse of square matrices.
func Inv(a *Array) (*Array, error) {
	if err := needSquare(a); err != nil {
		return nil, err
	}
	n := a.shape[len(a.shape)-1]
	d, err := linalgType("inv", true, a)
	if err != nil {
		return nil, err
	}
	id, err := Eye(n, n, 0, d)
	if err != nil {
		return nil, err
	}
	return Solve(a, id)
}

// SlogDet returns sign and logarithm of the absolute value of the determinant.
func SlogDet(a *Array) (sign, logdet *Array, err error) {
	if err := needSquare(a); err != nil {
		return nil, nil, err
	}
	d, err := linalgType("det", true, a)
	if err != nil {
		return nil, nil, err
	}
	lu, count, n, _, err := matrices(a, d)
	if err != nil {
		return nil, nil, err
	}
	shape := a.shape[:len(a.shape)-2]
	if sign, err = New(d, shape...); err != nil {
		return nil, nil, err
	}
	if logdet, err = New(Float64, shape...); err != nil {
		return nil, nil, err
	}
	piv := make([]int, n)
	for i := range count {
		l := 0.0
		if d == Complex128 {
			f := elems[complex128](lu)[i*n*n : (i+1)*n*n]
			par, ok := complexLU(f, n, piv)
			s := complex(par, 0)
			if !ok {
				s, l = 0, math.Inf(-1)
			} else {
				for k := range n {
					e := f[k*n+k]
					r := cmplx.Abs(e)
					s *= complexDiv(e, complex(r, 0))
					l += fmath.Log(r)
				}
			}
			elems[complex128](sign)[i], elems[float64](logdet)[i] = s, l
			continue
		}
		s := 1.0
		if n > 0 {
			f := general(elems[float64](lu)[i*n*n:], n, n)
			if !lapack64.Getrf(f, piv) {
				s, l = 0, math.Inf(-1)
			} else {
				for k := range n {
					if piv[k] != k {
						s = -s
					}
					e := f.Data[k*n+k]
					if e < 0 {
						s, e = -s, -e
					}
					l += fmath.Log(e)
				}
			}
		}
		elems[float64](sign)[i], elems[float64](logdet)[i] = s, l
	}
	return sign, logdet, nil
}

// Det is the determinant, formed from SlogDet as NumPy does.
func Det(a *Array) (*Array, error) {
	s, l, err := SlogDet(a)
	if err != nil {
		return nil, err
	}
	e, _, err := Exp.Call(l, l)
	if err != nil {
		return nil, err
	}
	r, _, err := Multiply.Call(s, e, nil)
	return r, err
}

// Cholesky is the lower factor of symmetric positive definite matrices, of which only the lower triangle is read.
func Cholesky(a *Array, upper bool) (*Array, error) {
	if err := needSquare(a); err != nil {
		return nil, err
	}
	if _, err := linalgType("cholesky", false, a); err != nil {
		return nil, err
	}
	out, count, n, _, err := matrices(a, Float64)
	if err != nil {
		return nil, err
	}
	s := elems[float64](out)
	for i := range count {
		m := s[i*n*n : (i+1)*n*n]
		uplo := blasLower
		if upper {
			uplo = blasUpper
		}
		if n > 0 {
			if _, ok := lapack64.Potrf(blas64.Symmetric{N: n, Stride: n, Data: m, Uplo: uplo}); !ok {
				return nil, linErr("Matrix is not positive definite")
			}
		}
		for r := range n {
			for c := range n {
				if upper && c < r || !upper && c > r {
					m[r*n+c] = 0
				}
			}
		}
	}
	return out, nil
}

// QR returns q and r; mode is "reduced", "complete" or "r" (q nil).
func QR(a *Array, mode string) (q, r *Array, err error) {
	if err := needMatrix(a); err != nil {
		return nil, nil, err
	}
	if _, err := linalgType("qr", false, a); err != nil {
		return nil, nil, err
	}
	switch mode {
	case "reduced", "complete", "r":
	default:
		return nil, nil, valueErr("Unrecognized mode '%s'", mode)
	}
	f, count, m, n, err := matrices(a, Float64)
	if err != nil {
		return nil, nil, err
	}
	k := min(m, n)
	rows := k
	if mode == "complete" {
		rows = m
	}
	lead := a.shape[:len(a.shape)-2]
	if r, err = New(Float64, append(append([]int(nil), lead...), rows, n)...); err != nil {
		return nil, nil, err
	}
	if mode != "r" {
		if q, err = New(Float64, append(append([]int(nil), lead...), m, rows)...); err != nil {
			return nil, nil, err
		}
	}
	tau := make([]float64, max(1, k))
	for i := range count {
		fm := general(elems[float64](f)[i*m*n:], m, n)
		if k > 0 {
			w := []float64{0}
			lapack64.Geqrf(fm, tau[:k], w, -1)
			lapack64.Geqrf(fm, tau[:k], make([]float64, int(w[0])), int(w[0]))
		}
		rs := elems[float64](r)[i*rows*n:]
		for row := range k {
			copy(rs[row*n+row:row*n+n], fm.Data[row*n+row:row*n+n])
		}
		if mode == "r" || m == 0 {
			continue
		}
		qs := elems[float64](q)[i*m*rows : (i+1)*m*rows]
		for row := range m {
			copy(qs[row*rows:row*rows+min(k, rows)], fm.Data[row*n:row*n+min(k, n)])
		}
		if rows > 0 && k > 0 {
			w := []float64{0}
			qg := general(qs, m, rows)
			lapack64.Orgqr(qg, tau[:k], w, -1)
			lapack64.Orgqr(qg, tau[:k], make([]float64, int(w[0])), int(w[0]))
		} else {
			for d := range min(m, rows) {
				qs[d*rows+d] = 1
			}
		}
	}
	return q, r, nil
}

// SVD returns u, the singular values in falling order, and the transpose of v. full makes u and v square; vectors
// false returns the values only.
func SVD(a *Array, full, vectors bool) (u, s, vt *Array, err error) {
	if err := needMatrix(a); err != nil {
		return nil, nil, nil, err
	}
	if _, err := linalgType("svd", false, a); err != nil {
		return nil, nil, nil, err
	}
	f, count, m, n, err := matrices(a, Float64)
	if err != nil {
		return nil, nil, nil, err
	}
	k := min(m, n)
	lead := a.shape[:len(a.shape)-2]
	dims := func(tail ...int) []int { return append(append([]int(nil), lead...), tail...) }
	if s, err = New(Float64, dims(k)...); err != nil {
		return nil, nil, nil, err
	}
	uc, vr := k, k
	if full {
		uc, vr = m, n
	}
	kind := mat.SVDNone
	if vectors {
		kind = mat.SVDThin
		if full {
			kind = mat.SVDFull
		}
		if u, err = New(Float64, dims(m, uc)...); err != nil {
			return nil, nil, nil, err
		}
		if vt, err = New(Float64, dims(vr, n)...); err != nil {
			return nil, nil, nil, err
		}
	}
	for i := range count {
		if k == 0 {
			if vectors {
				for d := range min(m, uc) {
					elems[float64](u)[i*m*uc+d*uc+d] = 1
				}
				for d := range min(vr, n) {
					elems[float64](vt)[i*vr*n+d*n+d] = 1
				}
			}
			continue
		}
		x := elems[float64](f)[i*m*n : (i+1)*m*n]
		for _, v := range x {
			if v-v != 0 {
				return nil, nil, nil, linErr("SVD did not converge")
			}
		}
		var svd mat.SVD
		if !svd.Factorize(denseOf(x, m, n), kind) {
			return nil, nil, nil, linErr("SVD did not converge")
		}
		svd.Values(elems[float64](s)[i*k : (i+1)*k])
		if vectors {
			var um, vm mat.Dense
			svd.UTo(&um)
			svd.VTo(&vm)
			denseOf(elems[float64](u)[i*m*uc:(i+1)*m*uc], m, uc).Copy(&um)
			denseOf(elems[float64](vt)[i*vr*n:(i+1)*vr*n], vr, n).Copy(vm.T())
		}
	}
	return u, s, vt, nil
}

// EigH returns eigenvalues in rising order and eigenvectors in columns of symmetric matrices, of which one triangle is
// read.
func EigH(a *Array, upper, vectors bool) (w, v *Array, err error) {
	if err := needSquare(a); err != nil {
		return nil, nil, err
	}
	if _, err := linalgType("eigh", false, a); err != nil {
		return nil, nil, err
	}
	f, count, n, _, err := matrices(a, Float64)
	if err != nil {
		return nil, nil, err
	}
	if w, err = New(Float64, a.shape[:len(a.shape)-1]...); err != nil {
		return nil, nil, err
	}
	if n == 0 {
		return w, f, nil
	}
	uplo := blasLower
	if upper {
		uplo = blasUpper
	}
	job := lapackNoVectors
	if vectors {
		job = lapackVectors
	}
	for i := range count {
		m := elems[float64](f)[i*n*n : (i+1)*n*n]
		for _, x := range m {
			if x-x != 0 {
				return nil, nil, linErr("Eigenvalues did not converge")
			}
		}
		sym := blas64.Symmetric{N: n, Stride: n, Data: m, Uplo: uplo}
		ws := elems[float64](w)[i*n : (i+1)*n]
		work := []float64{0}
		lapack64.Syev(job, sym, ws, work, -1)
		if !lapack64.Syev(job, sym, ws, make([]float64, int(work[0])), int(work[0])) {
			return nil, nil, linErr("Eigenvalues did not converge")
		}
	}
	return w, f, nil
}

// Eig returns eigenvalues and right eigenvectors of square matrices, as complex numbers whatever they are.
func Eig(a *Array, vectors bool) (w, v *Array, err error) {
	if err := needSquare(a); err != nil {
		return nil, nil, err
	}
	if _, err := linalgType("eig", false, a); err != nil {
		return nil, nil, err
	}
	f, count, n, _, err := matrices(a, Float64)
	if err != nil {
		return nil, nil, err
	}
	if w, err = New(Complex128, a.shape[:len(a.shape)-1]...); err != nil {
		return nil, nil, err
	}
	if v, err = New(Complex128, a.shape...); err != nil {
		return nil, nil, err
	}
	kind := mat.EigenNone
	if vectors {
		kind = mat.EigenRight
	}
	for i := range count {
		if n == 0 {
			break
		}
		x := elems[float64](f)[i*n*n : (i+1)*n*n]
		for _, e := range x {
			if e-e != 0 {
				return nil, nil, linErr("Array must not contain infs or NaNs")
			}
		}
		var eig mat.Eigen
		if !eig.Factorize(denseOf(x, n, n), kind) {
			return nil, nil, linErr("Eigenvalues did not converge")
		}
		ws := elems[complex128](w)[i*n : (i+1)*n]
		eig.Values(ws)
		if vectors {
			var vm mat.CDense
			eig.VectorsTo(&vm)
			for r := range n {
				for c := range n {
					elems[complex128](v)[i*n*n+r*n+c] = vm.At(r, c)
				}
			}
		}
	}
	return w, v, nil
}

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
