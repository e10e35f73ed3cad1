package ot

import (
	"math"

	"gonum.org/v1/gonum/floats"

	"monge/internal/kernels"
	"monge/internal/parallel"
)

// Sweeps over a cached kernel. With K_ij = exp(eta·(f_i + g_j − C_ij)) stored, a sweep is u = a/(K v), v = b/(Kᵀ u), and
// f + ln(u)/eta, g + ln(v)/eta are its potentials: no exponential is needed until a factor leaves [e^-drift, e^drift];
// then the factors go into the potentials (absorb) and the kernel is built anew.
//
// Entries so small that a row of them, lifted by factors within the drift, stays below spare·tol of the row's weight
// are not stored (rowFloor); the certificate's fresh pass over the cost sees them all. What is stored is a matrix while
// more than a fraction of the entries is kept, else rows of indices and values; where neighbouring columns tend to be
// kept together, as on grids and on the line, the loops go by runs of columns. Where neither fits the limit, sweeps go
// over the cost.
const (
	drift      = 4
	spare      = 0.01
	maxDensity = 0.25 // of entries addressed one by one
	maxRuns    = 0.6  // of entries in runs

	maxDenseEntries = 1 << 25 // 256 MB of kernel values at most
	pointEntries    = 1 << 20 // for point clouds, whose memory is promised to stay small: this many,
	pointEntriesPer = 64      // or this many per row and column
	longRun         = 12      // average length of runs from which loops go by runs
	groupEntries    = 1 << 14 // kept entries per group of row blocks with one column accumulator
)

var driftHigh, driftLow = math.Exp(drift), math.Exp(-drift)

// rowFloor is the exponent below which entries of row i are not stored.
func (k *kernel) rowFloor(i int) float64 {
	return max(-700, min(k.lnA[i], k.leastLnB)-k.reach)
}

// setTolerance fixes reach for a level that is to be solved to the row error tol.
func (k *kernel) setTolerance(tol float64) {
	k.reach = math.Log(float64(k.m)/(spare*tol)) + 2*drift
}

// kernelStore is the memory of a kernel; it lives in the workspace.
type kernelStore struct {
	dense  []float64
	blocks []sparseBlock
}

// sparseBlock holds the kept entries of one block of rows: those of its r-th row are ptr[r]:ptr[r+1].
type sparseBlock struct {
	ptr []int
	idx []int32
	val []float64

	byRuns bool
	runPtr []int // runs of row r are run[runPtr[r]:runPtr[r+1]]
	run    []run
}

// run is a maximal range of entries val[from:to] in neighbouring columns from col on.
type run struct {
	from, to int
	col      int32
}

type kernel struct {
	*engine
	allowDense bool
	limit      int // most entries of the sparse form
	dense      bool
	noSparse   float64 // level at which the sparse form was found too large
	kept       int
	leastLnB   float64
	reach      float64
	rowsDone   []bool // per block, of the running build

	u, v    []float64
	groups  parallel.Blocks // of row blocks, for the sparse form
	serial  bool
	badPart []bool
	outPart []bool

	buildDenseBody, buildSparseBody, denseBody, sparseBody func(worker, block int)
}

func (k *kernel) init(e *engine) {
	k.engine = e
	_, matrix := e.full.(*denseCost)
	k.limit = int(maxRuns * float64(e.n) * float64(e.m))
	most := maxDenseEntries
	if !matrix {
		most = min(most, max(pointEntries, pointEntriesPer*(e.n+e.m)))
	}
	k.limit = min(k.limit, most)
	k.allowDense = float64(e.n)*float64(e.m) <= float64(most)
	k.leastLnB = floats.Min(e.lnB)
	nb := e.blocks.Len()
	k.u, k.v = e.ws.take(e.n), e.ws.take(e.m)
	k.rowsDone, k.badPart, k.outPart = make([]bool, nb), make([]bool, nb), make([]bool, nb)
	store := &e.ws.kernel
	for len(store.blocks) < nb {
		store.blocks = append(store.blocks, sparseBlock{})
	}
	k.buildDenseBody, k.buildSparseBody = k.buildDenseBlock, k.buildSparseBlock
	k.denseBody, k.sparseBody = k.denseBlock, k.sparseGroup
}

// build makes the kernel at the present potentials and level and sets the factors to 1. It reports false when the
// kernel would be too large to be worth it.
func (k *kernel) build() (bool, error) {
	for i := range k.u {
		k.u[i] = 1
	}
	for j := range k.v {
		k.v[j] = 1
	}
	if k.estimate() > k.limit {
		k.noSparse = k.level
	}
	if k.noSparse != k.level {
		k.stats.Passes++
		k.stats.Kernels++
		clear(k.rowsDone)
		if err := k.pool.Run(k.ctx, k.blocks.Len(), k.buildSparseBody); err != nil {
			return false, err
		}
		whole, runs := true, true
		k.kept = 0
		for b := range k.rowsDone {
			whole = whole && k.rowsDone[b]
			runs = runs && k.ws.kernel.blocks[b].byRuns
			k.kept += len(k.ws.kernel.blocks[b].val)
		}
		if whole && k.kept <= k.limit && (runs || float64(k.kept) <= maxDensity*float64(k.n)*float64(k.m)) {
			k.dense = false
			perGroup := max(1, k.blocks.Len()*groupEntries/max(1, k.kept))
			k.groups = parallel.Blocks{N: k.blocks.Len(), Size: perGroup}
			k.serial = k.groups.Len() == 1
			k.stats.Kept = max(k.stats.Kept, k.kept)
			return true, nil
		}
		k.noSparse = k.level
	}
	if !k.allowDense {
		return false, nil
	}
	k.stats.Passes++
	k.stats.Kernels++
	k.dense = true
	k.kept = k.n * k.m
	k.stats.Kept = max(k.stats.Kept, k.kept)
	if cap(k.ws.kernel.dense) < k.kept {
		k.ws.kernel.dense = make([]float64, k.kept)
	}
	k.ws.kernel.dense = k.ws.kernel.dense[:k.kept]
	return true, k.pool.Run(k.ctx, k.blocks.Len(), k.buildDenseBody)
}

// estimate is the number of entries that the sparse form would hold, from the rows sampled in the last sweep over the
// cost.
func (k *kernel) estimate() int {
	sampled := 0
	for _, c := range k.keptPart {
		sampled += c
	}
	return int(float64(sampled) * float64(k.n) / float64((k.n+sampleRows-1)/sampleRows))
}

func (k *kernel) buildDenseBlock(w, block int) {
	lo, hi := k.blocks.Range(block)
	for i := lo; i < hi; i++ {
		if (i-lo)%k.poll == k.poll-1 && k.ctx.Err() != nil {
			return
		}
		c := k.cost.Row(i, 0, k.m, k.costBuf[w])
		kernels.PlanRow(k.ws.kernel.dense[i*k.m:(i+1)*k.m], c, k.beta, k.g, k.f[i], k.alpha[i], k.level, k.rowFloor(i))
	}
}

// buildSparseBlock gives up, leaving rowsDone false, as soon as the block holds more than twice its share of the limit.
func (k *kernel) buildSparseBlock(w, block int) {
	lo, hi := k.blocks.Range(block)
	s := &k.ws.kernel.blocks[block]
	s.ptr, s.idx, s.val = append(s.ptr[:0], 0), s.idx[:0], s.val[:0]
	most := 2*(k.limit/k.n+1)*(hi-lo) + k.m
	row := k.rowBuf[w]
	for i := lo; i < hi; i++ {
		if (i-lo)%k.poll == k.poll-1 && k.ctx.Err() != nil {
			return
		}
		c := k.cost.Row(i, 0, k.m, k.costBuf[w])
		kernels.PlanRow(row, c, k.beta, k.g, k.f[i], k.alpha[i], k.level, k.rowFloor(i))
		for j, v := range row {
			if v != 0 {
				s.idx = append(s.idx, int32(j))
				s.val = append(s.val, v)
			}
		}
		s.ptr = append(s.ptr, len(s.val))
		if len(s.val) > most {
			return
		}
	}
	s.findRuns(hi - lo)
	k.rowsDone[block] = true
}

// findRuns lists the runs of the block's rows, unless they are short.
func (s *sparseBlock) findRuns(rows int) {
	s.byRuns = false
	s.runPtr, s.run = append(s.runPtr[:0], 0), s.run[:0]
	most := len(s.val)/longRun + rows
	for r := range rows {
		from := s.ptr[r]
		for p := from + 1; p <= s.ptr[r+1]; p++ {
			if p == s.ptr[r+1] || s.idx[p] != s.idx[p-1]+1 {
				s.run = append(s.run, run{from: from, to: p, col: s.idx[from]})
				from = p
			}
		}
		if len(s.run) > most {
			return
		}
		s.runPtr = append(s.runPtr, len(s.run))
	}
	s.byRuns = true
}

// sweepResult says what a sweep over the kernel met.
type sweepResult struct {
	rowErr float64 // L1 error of the row sums before the sweep
	bad    bool    // a row or column sum vanished or overflowed: absorb and sweep over the cost
	drift  bool    // a factor left its range: absorb and build anew
}

// sweep does one row and one column update of the factors.
func (k *kernel) sweep() (sweepResult, error) {
	k.stats.Sweeps++
	var parts, body = k.blocks.Len(), k.denseBody
	pool := k.pool
	if !k.dense {
		parts, body = k.groups.Len(), k.sparseBody
		if k.serial {
			pool = nil
		}
	}
	if err := pool.Run(k.ctx, parts, body); err != nil {
		return sweepResult{rowErr: math.NaN()}, err
	}
	parallel.SumInOrder(k.col, k.colPart[:parts*k.m])
	res := sweepResult{rowErr: floats.Sum(k.errPart[:parts])}
	for p := range parts {
		res.bad = res.bad || k.badPart[p]
		res.drift = res.drift || k.outPart[p]
	}
	for j, c := range k.col {
		v := k.b[j] / c
		switch {
		case !(v > starved && v < 1/starved):
			res.bad = true
			continue
		case v > driftHigh || v < driftLow:
			res.drift = true
		}
		k.v[j] = v
	}
	return res, nil
}

func (k *kernel) denseBlock(_, block int) {
	lo, hi := k.blocks.Range(block)
	part := k.colPart[block*k.m : (block+1)*k.m]
	clear(part)
	sumErr, bad, out := 0.0, false, false
	for i := lo; i < hi; i++ {
		row := k.ws.kernel.dense[i*k.m : (i+1)*k.m]
		u := k.rowFactor(i, kernels.Dot(row, k.v), &sumErr, &bad, &out)
		kernels.Axpy(part, u, row)
	}
	k.errPart[block], k.badPart[block], k.outPart[block] = sumErr, bad, out
}

func (k *kernel) sparseGroup(_, group int) {
	first, last := k.groups.Range(group)
	part := k.colPart[group*k.m : (group+1)*k.m]
	clear(part)
	sumErr, bad, out := 0.0, false, false
	v := k.v
	for block := first; block < last; block++ {
		s := &k.ws.kernel.blocks[block]
		lo, hi := k.blocks.Range(block)
		if s.byRuns {
			for i := lo; i < hi; i++ {
				runs := s.run[s.runPtr[i-lo]:s.runPtr[i-lo+1]]
				sum := 0.0
				for _, r := range runs {
					val := s.val[r.from:r.to]
					sum += kernels.Dot(val, v[r.col:int(r.col)+len(val)])
				}
				u := k.rowFactor(i, sum, &sumErr, &bad, &out)
				for _, r := range runs {
					val := s.val[r.from:r.to]
					kernels.Axpy(part[r.col:int(r.col)+len(val)], u, val)
				}
			}
			continue
		}
		for i := lo; i < hi; i++ {
			from, to := s.ptr[i-lo], s.ptr[i-lo+1]
			idx, val := s.idx[from:to], s.val[from:to]
			idx = idx[:len(val)]
			var s0, s1 float64
			r := 0
			for ; r+2 <= len(val); r += 2 {
				s0 += val[r] * v[idx[r]]
				s1 += val[r+1] * v[idx[r+1]]
			}
			if r < len(val) {
				s0 += val[r] * v[idx[r]]
			}
			u := k.rowFactor(i, s0+s1, &sumErr, &bad, &out)
			for r, x := range val {
				part[idx[r]] += u * x
			}
		}
	}
	k.errPart[group], k.badPart[group], k.outPart[group] = sumErr, bad, out
}

// rowFactor updates u_i from the sum of row i of K·v.
func (k *kernel) rowFactor(i int, sum float64, sumErr *float64, bad, out *bool) float64 {
	a, u := k.a[i], k.u[i]
	*sumErr += math.Abs(u*sum - a)
	next := a / sum
	if !(next > starved && next < 1/starved) {
		*bad = true
		return u
	}
	if next > driftHigh || next < driftLow {
		*out = true
	}
	k.u[i] = next
	return next
}

// absorb moves the factors into the potentials.
func (k *kernel) absorb() {
	for i, u := range k.u {
		k.f[i] += math.Log(u) / k.level
		k.u[i] = 1
	}
	for j, v := range k.v {
		k.g[j] += math.Log(v) / k.level
		k.v[j] = 1
	}
}
