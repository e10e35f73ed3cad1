package ot

import (
	"encoding/binary"
	"math"
	"math/bits"

	"gonum.org/v1/gonum/floats"

	"monge/internal/kernels"
	"monge/internal/parallel"
)

// support is the plan at the point of the last trial, as Newton's method needs it: its row sums r, with the columns made
// exact by the factors beta, and the matrix S of the linear system. S = K·diag(scale), where K holds the entries as they
// were evaluated: those above theta·min(a_i, b_j) by rows and, once transposed, by columns; or all of them as a matrix
// (dense), when that is not much larger.
type support struct {
	*engine
	blocks []supportBlock // per block of rows
	matrix []float64
	dense  bool
	kept   int

	r, rest []float64 // row sums; what of them is not in K
	scale   []float64 // b_j/c_j
	limit   []float64 // theta·b_j
	theta   float64

	limitKept  int  // most entries of the sparse form
	overflow   bool // it was exceeded
	leastTheta float64

	masks [][]uint8 // per worker

	byColumn         bool // the transpose below is that of K
	colPtr           []int
	colIdx           []int32
	colVal           []float64
	columns          parallel.Blocks
	allowDense, wide bool // dense may be used; the last evaluation kept so much that the next one should be
	emitBody         func(worker, block int)
	finishBody       func(worker, block int)
	rowBody, colBody func(worker, block int)
	denseBody        func(worker, block int)
	denseRowBody     func(worker, block int)
	sparsePool       *parallel.Pool // nil where the support is too small to be worth sharing
	args             productArgs
}

// supportBlock holds the kept entries of one block of rows: those of its r-th row are ptr[r]:ptr[r+1].
type supportBlock struct {
	ptr []int
	idx []int32
	val []float64
}

// supportStore is the memory of a support; it lives in the workspace.
type supportStore struct {
	blocks []supportBlock
	matrix []float64
	colPtr []int
	colIdx []int32
	colVal []float64
	spare  []int
	masks  [][]uint8
}

const (
	wideFraction  = 0.35    // of entries kept, above which the whole matrix is stored
	pointSupport  = 1 << 22 // entries kept at most for point clouds, or pointEntriesPer for each row and column
	serialEntries = 1 << 15 // products with fewer kept entries run on one worker
)

// productArgs are the vectors of the running product.
type productArgs struct {
	y, p, t, d1, q []float64
}

func (s *support) init(e *engine) {
	s.engine = e
	store := &e.ws.support
	nb := e.blocks.Len()
	for len(store.blocks) < nb {
		store.blocks = append(store.blocks, supportBlock{})
	}
	for len(store.masks) < e.pool.Workers() {
		store.masks = append(store.masks, nil)
	}
	for w := range store.masks {
		if size := (e.m + 63) / 64 * 8; cap(store.masks[w]) < size {
			store.masks[w] = make([]uint8, size)
		} else {
			store.masks[w] = store.masks[w][:size]
			clear(store.masks[w])
		}
	}
	s.blocks, s.masks = store.blocks[:nb], store.masks
	s.r, s.rest = e.ws.take(e.n), e.ws.take(e.n)
	s.scale, s.limit = e.ws.take(e.m), e.ws.take(e.m)
	s.columns = parallel.Split(e.m, 64, maxBlocks)
	s.allowDense = e.kernel.allowDense
	s.limitKept = maxDenseEntries
	if _, matrix := e.full.(*denseCost); !matrix {
		s.limitKept = max(pointSupport, pointEntriesPer*(e.n+e.m))
	}
	s.emitBody, s.finishBody = s.emitBlock, s.finishBlock
	s.rowBody, s.colBody = s.rowBlock, s.colBlock
	s.denseBody, s.denseRowBody = s.denseBlock, s.denseRowBlock
}

// evaluate does the pass at the engine's potentials: column sums into col, and K. It reports whether every column sum
// is fit to be divided by; if not, the point is no use and the support is void. When the support outgrows its limit the
// threshold is raised, now and for the rest of the level.
func (s *support) evaluate(theta float64) (bool, error) {
	for {
		ok, err := s.tryEvaluate(max(theta, s.leastTheta))
		if err != nil || !s.overflow {
			return ok, err
		}
		s.leastTheta = 30 * s.theta
	}
}

func (s *support) tryEvaluate(theta float64) (bool, error) {
	s.stats.Passes++
	s.theta = theta
	s.byColumn = false
	s.dense = s.wide && s.allowDense
	if s.dense {
		store := &s.ws.support
		if size := s.n * s.m; cap(store.matrix) < size {
			store.matrix = make([]float64, size)
		}
		s.matrix = store.matrix[:s.n*s.m]
	}
	for j, b := range s.b {
		s.limit[j] = theta * b
	}
	nb := s.engine.blocks.Len()
	if err := s.pool.Run(s.ctx, nb, s.emitBody); err != nil {
		return false, err
	}
	parallel.SumInOrder(s.col, s.colPart[:nb*s.m])
	s.kept = 0
	for k := range s.blocks {
		s.kept += s.keptPart[k]
	}
	if s.overflow = !s.dense && s.kept > s.limitKept && theta < 1; s.overflow {
		return false, nil
	}
	s.wide = float64(s.kept) > wideFraction*float64(s.n)*float64(s.m)
	if !s.dense {
		s.stats.Kept = max(s.stats.Kept, s.kept)
	}
	for j, c := range s.col {
		b := s.b[j]
		if !(c >= starved*b && c <= b/starved) {
			return false, nil
		}
		s.scale[j] = b / c
	}
	return true, nil
}

func (s *support) emitBlock(w, k int) {
	e := s.engine
	lo, hi := e.blocks.Range(k)
	part := e.colPart[k*e.m : (k+1)*e.m]
	clear(part)
	blk := &s.blocks[k]
	blk.ptr, blk.idx, blk.val = append(blk.ptr[:0], 0), blk.idx[:0], blk.val[:0]
	mask := s.masks[w]
	row := e.rowBuf[w]
	kept := 0
	for i := lo; i < hi; i++ {
		if (i-lo)%e.poll == e.poll-1 && e.ctx.Err() != nil {
			return
		}
		c := e.cost.Row(i, 0, e.m, e.costBuf[w])
		if s.dense {
			row = s.matrix[i*e.m : (i+1)*e.m]
		}
		sum := kernels.PlanRow(row, c, e.beta, e.g, e.f[i], e.alpha[i], e.level, kernels.Skip)
		kernels.Axpy(part, 1, row)
		kernels.Above(mask, row, s.limit, s.theta*e.a[i])
		if s.dense {
			s.rest[i] = 0
			for at := 0; at < len(mask); at += 8 {
				kept += bits.OnesCount64(binary.LittleEndian.Uint64(mask[at:]))
			}
			continue
		}
		inside := 0.0
		for at := 0; at < len(mask); at += 8 {
			word := binary.LittleEndian.Uint64(mask[at:])
			for word != 0 {
				j := at*8 + bits.TrailingZeros64(word)
				word &= word - 1
				v := row[j]
				inside += v
				blk.idx = append(blk.idx, int32(j))
				blk.val = append(blk.val, v)
			}
		}
		s.rest[i] = max(0, sum-inside)
		blk.ptr = append(blk.ptr, len(blk.val))
		if len(blk.val) > s.limitKept { // no need to go on: evaluate will begin anew
			break
		}
	}
	if !s.dense {
		kept = len(blk.val)
	}
	e.keptPart[k] = kept
}

// finish makes the columns exact: it moves the factors into g and computes the row sums that this leads to.
func (s *support) finish() error {
	for j, v := range s.scale {
		s.g[j] += math.Log(v) / s.level
	}
	return s.pool.Run(s.ctx, s.engine.blocks.Len(), s.finishBody)
}

func (s *support) finishBlock(_, k int) {
	lo, hi := s.engine.blocks.Range(k)
	blk := &s.blocks[k]
	for i := lo; i < hi; i++ {
		if s.dense {
			s.r[i] = kernels.Dot(s.matrix[i*s.m:(i+1)*s.m], s.scale)
			continue
		}
		from, to := blk.ptr[i-lo], blk.ptr[i-lo+1]
		s.r[i] = s.rest[i] + kernels.GatherDot(blk.val[from:to], blk.idx[from:to], s.scale)
	}
}

// rowErr is ‖a − r‖₁.
func (s *support) rowErr() float64 {
	sum := 0.0
	for i, r := range s.r {
		sum += math.Abs(s.a[i] - r)
	}
	return sum
}

// chiSquare is Σ (a_i − r_i)²/r_i, which is large where rows starve.
func (s *support) chiSquare() float64 {
	sum := 0.0
	for i, r := range s.r {
		d := s.a[i] - r
		if d != 0 {
			sum += d * d / r
		}
	}
	return sum
}

// entries returns the columns and values of row i of K; only for the sparse form.
func (s *support) entries(i int) ([]int32, []float64) {
	blk := &s.blocks[i/s.engine.blocks.Size]
	k := i % s.engine.blocks.Size
	from, to := blk.ptr[k], blk.ptr[k+1]
	return blk.idx[from:to], blk.val[from:to]
}

// transpose lists the entries of K by columns, so that both products of the linear system only read.
func (s *support) transpose() {
	if s.byColumn || s.dense {
		return
	}
	store := &s.ws.support
	if cap(store.colPtr) < s.m+1 {
		store.colPtr, store.spare = make([]int, s.m+1), make([]int, s.m+1)
	}
	if cap(store.colIdx) < s.kept {
		size := s.kept + s.kept/4
		store.colIdx, store.colVal = make([]int32, size), make([]float64, size)
	}
	ptr, next := store.colPtr[:s.m+1], store.spare[:s.m+1]
	clear(ptr)
	for k := range s.blocks {
		for _, j := range s.blocks[k].idx {
			ptr[j+1]++
		}
	}
	for j := range s.m {
		ptr[j+1] += ptr[j]
	}
	copy(next, ptr)
	idx, val := store.colIdx[:s.kept], store.colVal[:s.kept]
	for k := range s.blocks {
		blk := &s.blocks[k]
		lo, hi := s.engine.blocks.Range(k)
		for i := lo; i < hi; i++ {
			from, to := blk.ptr[i-lo], blk.ptr[i-lo+1]
			for e, j := range blk.idx[from:to] {
				at := next[j]
				next[j]++
				idx[at], val[at] = int32(i), blk.val[from+e]
			}
		}
	}
	s.colPtr, s.colIdx, s.colVal = ptr, idx, val
	s.byColumn = true
	s.sparsePool = s.pool
	if s.kept < serialEntries {
		s.sparsePool = nil
	}
}

// mulT sets t to q∘Kᵀp.
func (s *support) mulT(t, q, p []float64) error {
	s.args.t, s.args.q, s.args.p = t, q, p
	if !s.dense {
		return s.sparsePool.Run(s.ctx, s.columns.Len(), s.colBody)
	}
	nb := s.engine.blocks.Len()
	if err := s.pool.Run(s.ctx, nb, s.denseBody); err != nil {
		return err
	}
	parallel.SumInOrder(t, s.colPart[:nb*s.m])
	floats.Mul(t, q)
	return nil
}

// schur sets y to d1∘p − K·(q∘Kᵀp).
func (s *support) schur(y, d1, q, p, t []float64) error {
	if err := s.mulT(t, q, p); err != nil {
		return err
	}
	s.args.y, s.args.d1 = y, d1
	if s.dense {
		return s.pool.Run(s.ctx, s.engine.blocks.Len(), s.denseRowBody)
	}
	return s.sparsePool.Run(s.ctx, s.engine.blocks.Len(), s.rowBody)
}

func (s *support) colBlock(_, k int) {
	lo, hi := s.columns.Range(k)
	a := &s.args
	for j := lo; j < hi; j++ {
		from, to := s.colPtr[j], s.colPtr[j+1]
		a.t[j] = a.q[j] * kernels.GatherDot(s.colVal[from:to], s.colIdx[from:to], a.p)
	}
}

func (s *support) rowBlock(_, k int) {
	lo, hi := s.engine.blocks.Range(k)
	a := &s.args
	blk := &s.blocks[k]
	for i := lo; i < hi; i++ {
		from, to := blk.ptr[i-lo], blk.ptr[i-lo+1]
		a.y[i] = a.d1[i]*a.p[i] - kernels.GatherDot(blk.val[from:to], blk.idx[from:to], a.t)
	}
}

func (s *support) denseBlock(_, k int) {
	lo, hi := s.engine.blocks.Range(k)
	part := s.colPart[k*s.m : (k+1)*s.m]
	clear(part)
	for i := lo; i < hi; i++ {
		kernels.Axpy(part, s.args.p[i], s.matrix[i*s.m:(i+1)*s.m])
	}
}

func (s *support) denseRowBlock(_, k int) {
	lo, hi := s.engine.blocks.Range(k)
	a := &s.args
	for i := lo; i < hi; i++ {
		a.y[i] = a.d1[i]*a.p[i] - kernels.Dot(s.matrix[i*s.m:(i+1)*s.m], a.t)
	}
}

// squares sets y_i to Σ_j K_ij² q_j.
func (s *support) squares(y, q []float64) {
	for i := range s.n {
		sum := 0.0
		if s.dense {
			for j, v := range s.matrix[i*s.m : (i+1)*s.m] {
				sum += v * v * q[j]
			}
		} else {
			idx, val := s.entries(i)
			for k, v := range val {
				sum += v * v * q[idx[k]]
			}
		}
		y[i] = sum
	}
}

// largestSum is max |x_i + y_j| over the kept entries.
func (s *support) largestSum(x, y []float64) float64 {
	top := 0.0
	if s.dense {
		low, high := floats.Min(y), floats.Max(y)
		for _, v := range x {
			top = max(top, v+high, -(v + low))
		}
		return top
	}
	for i, v := range x {
		idx, _ := s.entries(i)
		for _, j := range idx {
			top = max(top, math.Abs(v+y[j]))
		}
	}
	return top
}
