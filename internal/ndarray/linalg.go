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
