package ot

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"

	"monge/internal/kernels"
)

// Cost supplies the cost matrix row by row. The solver reads each row once per pass and never keeps it.
type Cost interface {
	// Dims returns the numbers of rows and columns.
	Dims() (n, m int)
	// Row returns C[i, j0:j1], in dst (of that length) or in storage of its own, which the caller will not write to.
	// It must be safe for concurrent use.
	Row(i, j0, j1 int, dst []float64) []float64
}

// checker is implemented by costs that can find something wrong with their own input.
type checker interface{ check() []error }

// Dense uses the entries of c as costs. The storage of a *mat.Dense is borrowed, not copied; it must not change while
// a solve or its result is in use. Other matrices are copied.
func Dense(c mat.Matrix) Cost {
	if c == nil {
		return &denseCost{}
	}
	d, ok := c.(*mat.Dense)
	if ok && d == nil {
		return &denseCost{}
	}
	if !ok {
		d = mat.DenseCopyOf(c)
	}
	raw := d.RawMatrix()
	return &denseCost{n: raw.Rows, m: raw.Cols, stride: raw.Stride, data: raw.Data}
}

type denseCost struct {
	n, m, stride int
	data         []float64
}

func (c *denseCost) Dims() (n, m int) { return c.n, c.m }

func (c *denseCost) Row(i, j0, j1 int, _ []float64) []float64 {
	return c.data[i*c.stride+j0 : i*c.stride+j1 : i*c.stride+j1]
}

// Points computes costs between the rows of x (n×d) and the rows of y (m×d) when they are needed. The memory of a solve
// is O((n+m)·d), copies of the points included, beside a cache of at most a million entries of the plan.
func Points(x, y mat.Matrix, metric Metric) Cost {
	c := &pointCost{metric: metric}
	if x != nil {
		c.n, c.dx = x.Dims()
	}
	if y != nil {
		c.m, c.dy = y.Dims()
	}
	if c.dx != c.dy {
		return c
	}
	d := c.dx
	c.x = make([]float64, c.n*d)
	c.y = make([]float64, c.m*d)
	for i := range c.n {
		for k := range d {
			c.x[i*d+k] = x.At(i, k)
		}
	}
	for j := range c.m {
		for k := range d {
			c.y[k*c.m+j] = y.At(j, k)
		}
	}
	c.prepare()
	return c
}

// pointCost keeps x by rows and y by columns, so that a row of costs is built by d loops over contiguous numbers.
type pointCost struct {
	n, m, dx, dy int
	x, y         []float64
	metric       Metric
	// for products instead of differences (many dimensions) and for Cosine
	byProduct    bool
	xNorm, yNorm []float64 // |x|², |y|²; for Cosine 1/|x|, 1/|y|
	yRows        []float64 // y by rows, for custom metrics
}

// maxDifferences is the dimension up to which squared distances are summed from differences of coordinates. Above it
// the expansion |x|² + |y|² − 2 x·y of centred data is cheaper, and rounding of the inputs dominates that of the sum.
const maxDifferences = 8

func (c *pointCost) prepare() {
	d := c.dx
	switch c.metric.kind {
	case custom:
		c.yRows = make([]float64, c.m*d)
		for j := range c.m {
			for k := range d {
				c.yRows[j*d+k] = c.y[k*c.m+j]
			}
		}
		return
	case cosine:
		c.byProduct = true
	case sqEuclidean, euclidean, power:
		c.byProduct = d > maxDifferences
		if c.byProduct {
			c.centre()
		}
	}
	if !c.byProduct {
		return
	}
	c.xNorm, c.yNorm = make([]float64, c.n), make([]float64, c.m)
	for i := range c.n {
		for k := range d {
			c.xNorm[i] += c.x[i*d+k] * c.x[i*d+k]
		}
	}
	for k := range d {
		for j := range c.m {
			c.yNorm[j] += c.y[k*c.m+j] * c.y[k*c.m+j]
		}
	}
	if c.metric.kind == cosine {
		invertNorms(c.xNorm)
		invertNorms(c.yNorm)
	}
}

// centre moves the origin to the mean of y: distances stay, cancellation in their expansion shrinks.
func (c *pointCost) centre() {
	if c.m == 0 {
		return
	}
	for k := range c.dx {
		col := c.y[k*c.m : (k+1)*c.m]
		mean := floats.Sum(col) / float64(c.m)
		if math.IsNaN(mean) || math.IsInf(mean, 0) {
			continue
		}
		for j := range col {
			col[j] -= mean
		}
		for i := range c.n {
			c.x[i*c.dx+k] -= mean
		}
	}
}

func invertNorms(v []float64) {
	for i, s := range v {
		if s > 0 {
			v[i] = 1 / math.Sqrt(s)
		}
	}
}

func (c *pointCost) Dims() (n, m int) { return c.n, c.m }

func (c *pointCost) Row(i, j0, j1 int, dst []float64) []float64 {
	dst = dst[:j1-j0]
	x := c.x[i*c.dx : (i+1)*c.dx]
	switch {
	case c.metric.kind == custom:
		for j := range dst {
			at := (j0 + j) * c.dx
			dst[j] = c.metric.fn(x, c.yRows[at:at+c.dx:at+c.dx])
		}
		return dst
	case c.byProduct:
		c.productRow(i, j0, x, dst)
	default:
		c.differenceRow(j0, x, dst)
	}
	switch c.metric.kind {
	case euclidean:
		for j, v := range dst {
			dst[j] = math.Sqrt(v)
		}
	case power:
		h := c.metric.p / 2
		for j, v := range dst {
			dst[j] = math.Pow(v, h)
		}
	}
	return dst
}

func (c *pointCost) productRow(i, j0 int, x, dst []float64) {
	clear(dst)
	for k, v := range x {
		kernels.Axpy(dst, v, c.y[k*c.m+j0:k*c.m+j0+len(dst)])
	}
	yNorm := c.yNorm[j0 : j0+len(dst)]
	if c.metric.kind == cosine {
		xn := c.xNorm[i]
		for j, v := range dst {
			dst[j] = 1 - v*xn*yNorm[j]
		}
		return
	}
	xn := c.xNorm[i]
	for j, v := range dst {
		dst[j] = max(0, xn+yNorm[j]-2*v)
	}
}

func (c *pointCost) differenceRow(j0 int, x, dst []float64) {
	if len(x) == 0 {
		clear(dst)
		return
	}
	for k, v := range x {
		y := c.y[k*c.m+j0 : k*c.m+j0+len(dst)]
		switch c.metric.kind {
		case cityBlock:
			if k == 0 {
				for j, w := range y {
					dst[j] = math.Abs(v - w)
				}
				continue
			}
			for j, w := range y {
				dst[j] += math.Abs(v - w)
			}
		case chebyshev:
			if k == 0 {
				clear(dst)
			}
			for j, w := range y {
				dst[j] = max(dst[j], math.Abs(v-w))
			}
		default:
			if k == 0 {
				for j, w := range y {
					dst[j] = (v - w) * (v - w)
				}
				continue
			}
			for j, w := range y {
				dst[j] += (v - w) * (v - w)
			}
		}
	}
}

func (c *pointCost) check() []error {
	var errs []error
	if err := c.metric.check(); err != nil {
		errs = append(errs, err)
	}
	if c.dx != c.dy {
		return append(errs, &InputError{Kind: ErrShape, Field: "points", Detail: fmt.Sprintf(
			"x is %d×%d and y is %d×%d: the numbers of columns must be equal", c.n, c.dx, c.m, c.dy)})
	}
	d := c.dx
	for at, v := range c.x {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			errs = append(errs, &InputError{Kind: ErrNonFinite, Field: "x", Index: []int{at / d, at % d}, Value: v})
			break
		}
	}
	for at := range c.y {
		j, k := at/d, at%d
		if v := c.y[k*c.m+j]; math.IsNaN(v) || math.IsInf(v, 0) {
			errs = append(errs, &InputError{Kind: ErrNonFinite, Field: "y", Index: []int{j, k}, Value: v})
			break
		}
	}
	return errs
}

// subCost is the cost restricted to some rows and columns.
type subCost struct {
	Cost
	rows, cols []int
}

func (c *subCost) Dims() (n, m int) { return len(c.rows), len(c.cols) }

func (c *subCost) Row(i, j0, j1 int, dst []float64) []float64 {
	dst = dst[:j1-j0]
	if len(dst) == 0 {
		return dst
	}
	// Columns are ascending, so one segment of the full row holds all of them; it is read in pieces that fit the stack.
	var buf [256]float64
	for j := 0; j < len(dst); {
		first := c.cols[j0+j]
		limit := first + len(buf)
		last := j
		for last < len(dst) && c.cols[j0+last] < limit {
			last++
		}
		end := c.cols[j0+last-1] + 1
		piece := c.Cost.Row(c.rows[i], first, end, buf[:end-first])
		for ; j < last; j++ {
			dst[j] = piece[c.cols[j0+j]-first]
		}
	}
	return dst
}
