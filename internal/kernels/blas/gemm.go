package blas

import (
	"context"
	"sync"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/blas/gonum"
	"gonum.org/v1/gonum/lapack/lapack64"

	"monge/internal/kernels"
	"monge/internal/parallel"
)

// Implementation is gonum's, with faster routines in place of some.
type Implementation struct{ gonum.Implementation }

var _ blas.Float64 = Implementation{}

// Register makes gonum use Implementation and Lapack for float64. It must not run while another goroutine uses gonum. Without fused
// multiply-add in the processor it does nothing, since the emulation is slower than gonum's loops.
func Register() {
	if kernels.FastFMA() {
		blas64.Use(Implementation{})
		lapack64.Use(Lapack{})
	}
}

// Blocks of a product. A panel of b stays in the first-level cache, a block of a in the second. Only depth bears on the
// bits of the result.
const (
	depth     = 256
	blockRows = 192
	blockCols = 1920
	// A product with fewer multiplications is left to one worker.
	splitFrom = 1 << 18
)

// triangle says which part of the result is wanted.
type triangle uint8

const (
	whole triangle = iota
	lower
	upper
)

// matrix is one operand: entry (i, j) of the operand lies at i·row + j·col, one of which is 1.
type matrix struct {
	data     []float64
	row, col int
}

func operandOf(t blas.Transpose, data []float64, ld int) matrix {
	if t == blas.NoTrans {
		return matrix{data, ld, 1}
	}
	return matrix{data, 1, ld}
}

func (x matrix) from(i, j int) matrix { return matrix{x.data[i*x.row+j*x.col:], x.row, x.col} }

func (x matrix) t() matrix { return matrix{x.data, x.col, x.row} }

// Dgemm computes c = alpha op(a) op(b) + beta c.
func (g Implementation) Dgemm(tA, tB blas.Transpose, m, n, k int, alpha float64, a []float64, lda int, b []float64, ldb int, beta float64, c []float64, ldc int) {
	ra, ca, rb, cb := m, k, k, n
	if tA != blas.NoTrans {
		ra, ca = k, m
	}
	if tB != blas.NoTrans {
		rb, cb = n, k
	}
	if !validTrans(tA) || !validTrans(tB) || m <= 0 || n <= 0 || k <= 0 || !fits(ra, ca, a, lda) || !fits(rb, cb, b, ldb) || !fits(m, n, c, ldc) {
		g.Implementation.Dgemm(tA, tB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc) // trivial, or refused with gonum's text
		return
	}
	product{m: m, n: n, k: k, alpha: alpha, beta: beta, a: operandOf(tA, a, lda), b: operandOf(tB, b, ldb), c: c, ldc: ldc}.run(true)
}

func validTrans(t blas.Transpose) bool {
	return t == blas.NoTrans || t == blas.Trans || t == blas.ConjTrans
}

// fits tells whether a matrix of r rows and c columns lies within its slice.
func fits(r, c int, a []float64, ld int) bool {
	return ld >= max(1, c) && (r == 0 || c == 0 || len(a) >= (r-1)*ld+c)
}

// product is c = alpha a b + beta c, a being m×k and b k×n, restricted to a triangle of c or not.
type product struct {
	m, n, k     int
	alpha, beta float64
	a, b        matrix
	c           []float64
	ldc         int
	part        triangle
}

// scratch is the memory of one product, kept between products.
type scratch struct {
	a [][]float64 // a block per worker
	b []float64
	d [][]float64 // a tile per worker
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

func grow(s []float64, n int) []float64 {
	if cap(s) < n {
		return make([]float64, n)
	}
	return s[:n]
}

func up(n, unit int) int { return (n + unit - 1) / unit * unit }

// run computes the product, on several workers when split allows and it is large enough.
func (p product) run(split bool) {
	if p.m == 0 || p.n == 0 {
		return
	}
	p.scale()
	if p.k == 0 || p.alpha == 0 {
		return
	}
	var pool *parallel.Pool
	if split && parallel.Workers(0) > 1 && float64(p.m)*float64(p.n)*float64(p.k) >= splitFrom {
		pool = parallel.NewPool(0)
		defer pool.Close()
	}
	p.on(pool)
}

// scale multiplies c by beta. Zero is left to the first panel, which overwrites.
func (p product) scale() {
	if p.beta == 1 || p.beta == 0 && p.k > 0 && p.alpha != 0 {
		return
	}
	for i := range p.m {
		lo, hi := 0, p.n
		switch p.part {
		case lower:
			hi = min(i+1, p.n)
		case upper:
			lo = min(i, p.n)
		}
		row := p.c[i*p.ldc+lo : i*p.ldc+hi]
		for j := range row {
			if p.beta == 0 {
				row[j] = 0
			} else {
				row[j] *= p.beta
			}
		}
	}
}

func (p product) on(pool *parallel.Pool) {
	mr, nr := kernels.TileRows, kernels.TileCols
	workers := pool.Workers()
	w := scratches.Get().(*scratch)
	defer scratches.Put(w)
	for len(w.a) < workers {
		w.a, w.d = append(w.a, nil), append(w.d, make([]float64, kernels.MaxTile))
	}
	// Blocks are as large as the caches allow, but not so large that workers stand idle.
	rows := min(blockRows, up(p.m, mr))
	if workers > 1 {
		rows = min(rows, up((p.m+4*workers-1)/(4*workers), mr))
		rows = max(rows, min(48, up(p.m, mr)))
	}
	rowBlocks := (p.m + rows - 1) / rows
	nc, kc := min(blockCols, up(p.n, nr)), min(depth, p.k)
	w.b = grow(w.b, nc*kc)
	for i := range workers {
		w.a[i] = grow(w.a[i], rows*kc)
	}
	ctx := context.Background()
	for jc := 0; jc < p.n; jc += nc {
		n := min(nc, p.n-jc)
		strips := (n + nr - 1) / nr
		for pc := 0; pc < p.k; pc += kc {
			k := min(kc, p.k-pc)
			packs := 1
			if workers > 1 && n*k > 1<<14 {
				packs = min(strips, 4*workers)
			}
			per := (strips + packs - 1) / packs
			_ = pool.Run(ctx, packs, func(_, t int) {
				for s := t * per; s < min((t+1)*per, strips); s++ {
					pack(w.b[s*nr*k:(s+1)*nr*k], p.b.from(pc, jc+s*nr).t(), min(nr, n-s*nr), k, nr, 1)
				}
			})
			colParts := 1
			if rowBlocks < 2*workers && workers > 1 {
				colParts = min(strips, (4*workers+rowBlocks-1)/rowBlocks)
			}
			perPart := (strips + colParts - 1) / colParts
			_ = pool.Run(ctx, rowBlocks*colParts, func(worker, t int) {
				ic := t / colParts * rows
				m := min(rows, p.m-ic)
				s0, s1 := t%colParts*perPart, min((t%colParts+1)*perPart, strips)
				if s0 >= s1 || p.outside(ic, ic+m, jc+s0*nr, jc+min(s1*nr, n)) {
					return
				}
				a := w.a[worker]
				for i := 0; i < m; i += mr {
					pack(a[i*k:i*k+mr*k], p.a.from(ic+i, pc), min(mr, m-i), k, mr, p.alpha)
				}
				p.block(w, worker, ic, m, jc, n, s0, s1, k, pc == 0 && p.beta == 0)
			})
		}
	}
}

// outside tells whether the rows i0..i1 and columns j0..j1 have nothing of the wanted triangle.
func (p product) outside(i0, i1, j0, j1 int) bool {
	return p.part == lower && j0 > i1-1 || p.part == upper && j1-1 < i0
}

// block multiplies a packed block of a with the strips s0..s1 of the packed panel of b.
func (p product) block(w *scratch, worker, ic, m, jc, n, s0, s1, k int, fresh bool) {
	mr, nr := kernels.TileRows, kernels.TileCols
	a, d := w.a[worker], w.d[worker]
	for s := s0; s < s1; s++ {
		j := jc + s*nr
		cols := min(nr, n-s*nr)
		b := w.b[s*nr*k : (s+1)*nr*k]
		for i0 := 0; i0 < m; i0 += mr {
			i := ic + i0
			rows := min(mr, m-i0)
			if p.outside(i, i+rows, j, j+cols) {
				continue
			}
			inside := p.part == whole || p.part == lower && j+cols-1 <= i || p.part == upper && i+rows-1 <= j
			if inside && rows == mr && cols == nr {
				kernels.Tile(k, a[i0*k:], b, p.c[i*p.ldc+j:], p.ldc, fresh)
				continue
			}
			kernels.Tile(k, a[i0*k:], b, d, nr, true)
			for r := range rows {
				lo, hi := 0, cols
				switch p.part {
				case lower:
					hi = min(cols, i+r-j+1)
				case upper:
					lo = max(0, i+r-j)
				}
				if lo >= hi {
					continue
				}
				from, to := d[r*nr+lo:r*nr+hi], p.c[(i+r)*p.ldc+j+lo:(i+r)*p.ldc+j+hi]
				if fresh {
					copy(to, from)
					continue
				}
				for q, v := range from {
					to[q] += v
				}
			}
		}
	}
}

// pack writes factor times the first n rows of x, k entries each, so that the entries of one column stand together:
// dst[p·width + i] = factor x_ip. Rows from n to width are zero.
func pack(dst []float64, x matrix, n, k, width int, factor float64) {
	if n < width {
		clear(dst)
	}
	switch {
	case x.row == 1 && n == width && width == 12 && factor == 1:
		for p := range k {
			*(*[12]float64)(dst[12*p:]) = *(*[12]float64)(x.data[p*x.col:])
		}
	case x.row == 1:
		for p := range k {
			from, to := x.data[p*x.col:p*x.col+n], dst[p*width:p*width+n]
			for i, v := range from {
				to[i] = factor * v
			}
		}
	default:
		i := 0
		for ; i+4 <= n; i += 4 {
			r0, r1, r2, r3 := x.data[i*x.row:], x.data[(i+1)*x.row:], x.data[(i+2)*x.row:], x.data[(i+3)*x.row:]
			r0, r1, r2, r3 = r0[:k], r1[:k], r2[:k], r3[:k]
			at := i
			for p, v := range r0 {
				d := dst[at : at+4 : at+4]
				d[0], d[1], d[2], d[3] = factor*v, factor*r1[p], factor*r2[p], factor*r3[p]
				at += width
			}
		}
		for ; i < n; i++ {
			for p, v := range x.data[i*x.row : i*x.row+k] {
				dst[p*width+i] = factor * v
			}
		}
	}
}
