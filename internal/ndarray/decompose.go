package ndarray

import (
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/lapack/lapack64"
	"gonum.org/v1/gonum/mat"
)

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
