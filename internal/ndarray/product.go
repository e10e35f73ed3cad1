package ndarray

import (
	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas32"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/blas/cblas128"

	"monge/internal/kernels"
)

// MatMul is the @ operator: matrix product of the last two dimensions, broadcast over the others; vectors count as a
// row on the left and as a column on the right.
func MatMul(a, b *Array) (*Array, error) {
	if len(a.shape) == 0 || len(b.shape) == 0 {
		k := 0
		if len(a.shape) > 0 {
			k = 1
		}
		return nil, valueErr("matmul: Input operand %d does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)", k)
	}
	rowVec, colVec := len(a.shape) == 1, len(b.shape) == 1
	if rowVec && colVec && a.dtype == Float64 && b.dtype == Float64 && a.shape[0] == b.shape[0] {
		return scalar(dotFloats(a.shape[0], vec[float64]{block[float64](a), a.offset, a.strides[0]}, vec[float64]{block[float64](b), b.offset, b.strides[0]})), nil
	}
	a2, b2 := a, b
	if rowVec {
		a2, _ = a.ExpandDims(0)
	}
	if colVec {
		b2, _ = b.ExpandDims(1)
	}
	na, nb := len(a2.shape), len(b2.shape)
	m, k, k2, n := a2.shape[na-2], a2.shape[na-1], b2.shape[nb-2], b2.shape[nb-1]
	if k != k2 {
		return nil, valueErr("matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size %d is different from %d)", k2, k)
	}
	batch, err := BroadcastShapes(a2.shape[:na-2], b2.shape[:nb-2])
	if err != nil {
		return nil, err
	}
	out, err := New(ResultType(a, b), append(append([]int(nil), batch...), m, n)...)
	if err != nil {
		return nil, err
	}
	if err := multiplyStack(out, a2, b2); err != nil {
		return nil, err
	}
	shape := append([]int(nil), batch...)
	if !rowVec {
		shape = append(shape, m)
	}
	if !colVec {
		shape = append(shape, n)
	}
	if len(shape) != len(out.shape) {
		out = out.reshaped(shape)
		out.base = nil
	}
	return out, nil
}

// multiplyStack fills out with the products of the matrices of a and b, batch dimensions broadcast.
func multiplyStack(out, a, b *Array) error {
	a, err := a.asType(out.dtype)
	if err != nil {
		return err
	}
	if b, err = b.asType(out.dtype); err != nil {
		return err
	}
	nd := len(out.shape)
	m, n := out.shape[nd-2], out.shape[nd-1]
	k := a.shape[len(a.shape)-1]
	if out.size == 0 || k == 0 {
		return nil
	}
	count := out.size / (m * n)
	if count == 1 && nd == 2 {
		core := func(x *Array) matrixView {
			d := len(x.shape)
			return matrixView{x, x.offset, x.shape[d-2], x.shape[d-1], x.strides[d-2], x.strides[d-1]}
		}
		return multiply(matrixView{out, 0, m, n, n, 1}, core(a), core(b))
	}
	oa, ob := batchOffsets(a, out.shape[:nd-2], count), batchOffsets(b, out.shape[:nd-2], count)
	core := func(x *Array, off int) matrixView {
		d := len(x.shape)
		return matrixView{x, off, x.shape[d-2], x.shape[d-1], x.strides[d-2], x.strides[d-1]}
	}
	for i := range count {
		dst := matrixView{out, i * m * n, m, n, n, 1}
		if err := multiply(dst, core(a, oa[i]), core(b, ob[i])); err != nil {
			return err
		}
	}
	return nil
}

// dotFloats is the inner product with four accumulators.
func dotFloats(n int, a, b vec[float64]) float64 {
	if a.inc == 1 && b.inc == 1 {
		return kernels.Dot(a.run(n), b.run(n))
	}
	var s0, s1 float64
	for ; n > 1; n -= 2 {
		s0 += float64(a.s[a.at] * b.s[b.at])
		s1 += float64(a.s[a.at+a.inc] * b.s[b.at+b.inc])
		a.at += 2 * a.inc
		b.at += 2 * b.inc
	}
	if n == 1 {
		s0 += float64(a.s[a.at] * b.s[b.at])
	}
	return s0 + s1
}

// batchOffsets lists the places of the matrices of x for each entry of the broadcast batch shape.
func batchOffsets(x *Array, batch []int, count int) []int {
	off := make([]int, count)
	lead := len(x.shape) - 2
	strides := make([]int, len(batch))
	for i := range batch {
		if j := i - (len(batch) - lead); j >= 0 && x.shape[j] != 1 {
			strides[i] = x.strides[j]
		}
	}
	fillOffsets(off, batch, strides)
	for i := range off {
		off[i] += x.offset
	}
	return off
}

// matrixView is one matrix inside an array.
type matrixView struct {
	a            *Array
	at           int
	rows, cols   int
	rstep, cstep int
}

// layout says how BLAS may read the matrix; ok is false when it must be copied.
func (v matrixView) layout() (t blas.Transpose, ld int, ok bool) {
	switch {
	case (v.cstep == 1 || v.cols == 1) && (v.rstep >= max(1, v.cols) || v.rows == 1):
		return blas.NoTrans, max(v.rstep, v.cols, 1), true
	case (v.rstep == 1 || v.rows == 1) && (v.cstep >= max(1, v.rows) || v.cols == 1):
		return blas.Trans, max(v.cstep, v.rows, 1), true
	}
	return blas.NoTrans, 0, false
}

// packed returns the matrix in a layout that BLAS reads.
func (v matrixView) packed() (matrixView, error) {
	if _, _, ok := v.layout(); ok {
		return v, nil
	}
	c, err := v.a.view([]int{v.rows, v.cols}, []int{v.rstep, v.cstep}, v.at).Copy()
	if err != nil {
		return v, err
	}
	return matrixView{c, 0, v.rows, v.cols, v.cols, 1}, nil
}

func multiply(d, x, y matrixView) error {
	switch d.a.dtype {
	case Bool:
		multiplyBools(d, x, y)
		return nil
	case Int64:
		multiplyInts(d, x, y)
		return nil
	}
	if d.a.dtype == Float64 && d.rows == 1 && d.cols == 1 {
		block[float64](d.a)[d.at] = dotFloats(x.cols, vec[float64]{block[float64](x.a), x.at, x.cstep}, vec[float64]{block[float64](y.a), y.at, y.rstep})
		return nil
	}
	x, err := x.packed()
	if err != nil {
		return err
	}
	if y, err = y.packed(); err != nil {
		return err
	}
	tx, lx, _ := x.layout()
	ty, ly, _ := y.layout()
	switch d.a.dtype {
	case Float64:
		p, q, r := block[float64](x.a)[x.at:], block[float64](y.a)[y.at:], block[float64](d.a)[d.at:]
		if d.cols == 1 && y.rstep > 0 { // matrix times vector
			rows, cols := x.rows, x.cols
			if tx == blas.Trans {
				rows, cols = cols, rows
			}
			blas64.Gemv(tx, 1, blas64.General{Rows: rows, Cols: cols, Stride: lx, Data: p}, blas64.Vector{N: x.cols, Inc: step(y.rstep), Data: q}, 0,
				blas64.Vector{N: d.rows, Inc: 1, Data: r})
			return nil
		}
		blas64.Implementation().Dgemm(tx, ty, d.rows, d.cols, x.cols, 1, p, lx, q, ly, 0, r, d.cols)
	case Float32:
		blas32.Implementation().Sgemm(tx, ty, d.rows, d.cols, x.cols, 1, block[float32](x.a)[x.at:], lx, block[float32](y.a)[y.at:], ly, 0,
			block[float32](d.a)[d.at:], d.cols)
	case Complex128:
		cblas128.Implementation().Zgemm(tx, ty, d.rows, d.cols, x.cols, 1, block[complex128](x.a)[x.at:], lx, block[complex128](y.a)[y.at:], ly, 0,
			block[complex128](d.a)[d.at:], d.cols)
	}
	return nil
}

// step is a stride as BLAS accepts it: never zero. A run of length one may have any.
func step(s int) int {
	if s == 0 {
		return 1
	}
	return s
}

func multiplyInts(d, x, y matrixView) {
	dst, p, q := block[int64](d.a), block[int64](x.a), block[int64](y.a)
	for i := range d.rows {
		row := dst[d.at+i*d.rstep : d.at+i*d.rstep+d.cols]
		for k := range x.cols {
			c, r := p[x.at+i*x.rstep+k*x.cstep], y.at+k*y.rstep
			if y.cstep == 1 {
				for j, v := range q[r : r+d.cols] {
					row[j] += c * v
				}
				continue
			}
			for j := range row {
				row[j] += c * q[r+j*y.cstep]
			}
		}
	}
}

func multiplyBools(d, x, y matrixView) {
	dst, p, q := block[bool](d.a), block[bool](x.a), block[bool](y.a)
	for i := range d.rows {
		for k := range x.cols {
			if !p[x.at+i*x.rstep+k*x.cstep] {
				continue
			}
			for j := range d.cols {
				if q[y.at+k*y.rstep+j*y.cstep] {
					dst[d.at+i*d.rstep+j] = true
				}
			}
		}
	}
}

// Dot is NumPy's dot: product for scalars, @ for at most two dimensions, else the sum over the last dimension of a and
// the last but one of b.
func Dot(a, b *Array) (*Array, error) {
	if len(a.shape) == 0 || len(b.shape) == 0 {
		r, _, err := Multiply.Call(a, b, nil)
		return r, err
	}
	ka, kb := len(a.shape)-1, max(0, len(b.shape)-2)
	if a.shape[ka] != b.shape[kb] {
		return nil, valueErr("shapes %s and %s not aligned: %d (dim %d) != %d (dim %d)", ShapeString(a.shape), ShapeString(b.shape),
			a.shape[ka], ka, b.shape[kb], kb)
	}
	if len(a.shape) <= 2 && len(b.shape) <= 2 {
		return MatMul(a, b)
	}
	return TensorDot(a, b, []int{ka}, []int{kb})
}

// Inner sums over the last dimensions.
func Inner(a, b *Array) (*Array, error) {
	if len(a.shape) == 0 || len(b.shape) == 0 {
		r, _, err := Multiply.Call(a, b, nil)
		return r, err
	}
	ka, kb := len(a.shape)-1, len(b.shape)-1
	if a.shape[ka] != b.shape[kb] {
		return nil, valueErr("shapes %s and %s not aligned: %d (dim %d) != %d (dim %d)", ShapeString(a.shape), ShapeString(b.shape),
			a.shape[ka], ka, b.shape[kb], kb)
	}
	return TensorDot(a, b, []int{ka}, []int{kb})
}

// Outer is the matrix of products of all elements.
func Outer(a, b *Array) (*Array, error) {
	x, err := a.Ravel()
	if err != nil {
		return nil, err
	}
	y, err := b.Ravel()
	if err != nil {
		return nil, err
	}
	r, _, err := Multiply.Outer(x, y)
	return r, err
}

// VDot is the inner product of the flattened arrays, the first conjugated.
func VDot(a, b *Array) (*Array, error) {
	x, err := a.Ravel()
	if err != nil {
		return nil, err
	}
	y, err := b.Ravel()
	if err != nil {
		return nil, err
	}
	if x.size != y.size {
		return nil, valueErr("cannot reshape array of size %d into shape %s", y.size, ShapeString(x.shape))
	}
	if x.dtype == Complex128 {
		if x, _, err = Conjugate.Call(x, nil); err != nil {
			return nil, err
		}
	}
	return MatMul(x, y)
}

// TensorDot sums over the paired axes of a and b.
func TensorDot(a, b *Array, axesA, axesB []int) (*Array, error) {
	ax, err := NormAxes(axesA, len(a.shape))
	if err != nil {
		return nil, err
	}
	bx, err := NormAxes(axesB, len(b.shape))
	if err != nil {
		return nil, err
	}
	if len(ax) != len(bx) {
		return nil, valueErr("shape-mismatch for sum")
	}
	for i := range ax {
		if a.shape[ax[i]] != b.shape[bx[i]] {
			return nil, valueErr("shape-mismatch for sum")
		}
	}
	freeA, shape, m := others(a, ax, nil)
	freeB, shape, n := others(b, bx, shape)
	k := 1
	for _, i := range ax {
		k *= a.shape[i]
	}
	ta, err := a.Transpose(append(freeA, ax...)...)
	if err != nil {
		return nil, err
	}
	tb, err := b.Transpose(append(append([]int(nil), bx...), freeB...)...)
	if err != nil {
		return nil, err
	}
	if ta, err = ta.Reshape(m, k); err != nil {
		return nil, err
	}
	if tb, err = tb.Reshape(k, n); err != nil {
		return nil, err
	}
	p, err := MatMul(ta, tb)
	if err != nil {
		return nil, err
	}
	r := p.reshaped(shape)
	r.base = nil
	return r, nil
}

// others lists the axes of a that are not in used, appends their lengths to shape, and returns their product.
func others(a *Array, used, shape []int) (free, _ []int, size int) {
	on := make([]bool, len(a.shape))
	for _, i := range used {
		on[i] = true
	}
	size = 1
	for i, n := range a.shape {
		if !on[i] {
			free, shape = append(free, i), append(shape, n)
			size *= n
		}
	}
	return free, shape, size
}

// Kron is the Kronecker product.
func Kron(a, b *Array) (*Array, error) {
	nd := max(len(a.shape), len(b.shape))
	a, b = a.leadingOnes(nd), b.leadingOnes(nd)
	full := make([]int, nd)
	sa, sb := make([]int, 2*nd), make([]int, 2*nd)
	ta, tb := make([]int, 2*nd), make([]int, 2*nd)
	for i := range nd {
		full[i] = a.shape[i] * b.shape[i]
		sa[2*i], sa[2*i+1] = a.shape[i], 1
		sb[2*i], sb[2*i+1] = 1, b.shape[i]
		ta[2*i], tb[2*i+1] = a.strides[i], b.strides[i]
	}
	r, _, err := Multiply.Call(a.view(sa, ta, a.offset), b.view(sb, tb, b.offset), nil)
	if err != nil {
		return nil, err
	}
	return r.Reshape(full...)
}

func (a *Array) leadingOnes(nd int) *Array {
	for len(a.shape) < nd {
		a, _ = a.ExpandDims(0)
	}
	return a
}

// Cross is the vector product of the last dimension, of length three (or two, which gives the third component).
func Cross(a, b *Array) (*Array, error) {
	if len(a.shape) == 0 || len(b.shape) == 0 {
		return nil, valueErr("At least one array has zero dimension")
	}
	na, nb := a.shape[len(a.shape)-1], b.shape[len(b.shape)-1]
	if na != 3 || nb != 3 {
		return nil, valueErr("Both input arrays must be (arrays of) 3-dimensional vectors, but they are %d and %d dimensional instead.", na, nb)
	}
	part := func(x *Array, i int) *Array { v, _ := x.Get(Ellipsis(), At(i)); return v }
	comp := make([]*Array, 3)
	for i := range comp {
		j, k := (i+1)%3, (i+2)%3
		p, _, err := Multiply.Call(part(a, j), part(b, k), nil)
		if err != nil {
			return nil, err
		}
		q, _, err := Multiply.Call(part(a, k), part(b, j), nil)
		if err != nil {
			return nil, err
		}
		if comp[i], _, err = Subtract.Call(p, q, nil); err != nil {
			return nil, err
		}
	}
	return Stack(comp, -1, nil)
}
