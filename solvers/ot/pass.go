package ot

import (
	"context"
	"math"

	"gonum.org/v1/gonum/floats"

	"monge/internal/kernels"
	"monge/internal/parallel"
)

// starved is the ratio of a row's (or column's) sum to its weight below which the sum is not trusted: the row is then
// updated from a shifted log-sum-exp. It must lie far above e^Skip, or entries that were skipped would be missing from
// sums that are taken for good; its inverse catches rows about to overflow.
const starved = 1e-15

// engine carries the state of a solve: potentials f, g of the reduced cost at the level eta, and the buffers and bodies
// of the passes. Nothing in it is allocated after newEngine, except when the cached kernel grows.
type engine struct {
	*problem
	ctx    context.Context
	pool   *parallel.Pool
	ws     *Workspace
	blocks parallel.Blocks
	poll   int
	stats  *Stats

	level float64 // eta of the present level
	f, g  []float64

	costBuf, rowBuf [][]float64 // per worker
	colPart         []float64   // per block × m
	errPart         []float64   // per block
	starvedPart     []int       // per block
	keptPart        []int       // per block: entries of the sampled rows that a kernel would keep
	col             []float64   // column sums
	weak            []int       // columns to be rescued

	sweepBody, rescueBody func(worker, block int)
	kernel                kernel
}

func newEngine(ctx context.Context, p *problem, pool *parallel.Pool, ws *Workspace, stats *Stats) *engine {
	e := &engine{problem: p, ctx: ctx, pool: pool, ws: ws, stats: stats, blocks: rowBlocks(p.n, p.m),
		poll: max(1, pollEntries/p.m), level: p.eta}
	nb := e.blocks.Len()
	e.f, e.g = ws.take(p.n), ws.take(p.m)
	e.costBuf, e.rowBuf = ws.takeRows(pool.Workers(), p.m), ws.takeRows(pool.Workers(), p.m)
	e.colPart, e.errPart = ws.take(nb*p.m), ws.take(nb)
	e.starvedPart, e.keptPart = make([]int, nb), make([]int, nb)
	e.col = ws.take(p.m)
	e.weak = make([]int, 0, p.m)
	e.sweepBody, e.rescueBody = e.sweepBlock, e.rescueColumn
	e.kernel.init(e)
	return e
}

// sweep does a row update and a column update in one pass over the cost: the exponentials of a row are computed once,
// summed for the row update, and added to the column sums with the factor by which that update changes them. It
// returns the L1 error of the row sums before the sweep. When the context ends within the pass, f holds the rows
// updated so far and g is unchanged, which is a point no worse than the one before.
func (e *engine) sweep() (rowErr float64, err error) {
	e.stats.Passes++
	e.stats.Sweeps++
	if err := e.pool.Run(e.ctx, e.blocks.Len(), e.sweepBody); err != nil {
		return math.NaN(), err
	}
	parallel.SumInOrder(e.col, e.colPart[:e.blocks.Len()*e.m])
	for _, n := range e.starvedPart {
		e.stats.Rescued += n
	}
	return floats.Sum(e.errPart), e.updateColumns()
}

func (e *engine) sweepBlock(w, k int) {
	lo, hi := e.blocks.Range(k)
	part := e.colPart[k*e.m : (k+1)*e.m]
	clear(part)
	row := e.rowBuf[w]
	sumErr, rescued, kept := 0.0, 0, 0
	for i := lo; i < hi; i++ {
		if (i-lo)%e.poll == e.poll-1 && e.ctx.Err() != nil {
			return
		}
		c := e.cost.Row(i, 0, e.m, e.costBuf[w])
		r := kernels.PlanRow(row, c, e.beta, e.g, e.f[i], e.alpha[i], e.level, kernels.Skip)
		a := e.a[i]
		sumErr += math.Abs(r - a)
		if r >= starved*a && r <= a/starved {
			scale := a / r
			e.f[i] += math.Log(scale) / e.level
			kernels.Axpy(part, scale, row)
			if i%sampleRows == 0 {
				kept += countAbove(row, math.Exp(e.kernel.rowFloor(i))/scale)
			}
			continue
		}
		rescued++
		top := kernels.PlanExponents(row, c, e.beta, e.g, e.f[i], e.alpha[i], e.level)
		r = kernels.ExpShift(row, top)
		e.f[i] += (e.lnA[i] - top - math.Log(r)) / e.level
		kernels.Axpy(part, a/r, row)
		if i%sampleRows == 0 {
			kept += countAbove(row, math.Exp(e.kernel.rowFloor(i))*r/a)
		}
	}
	e.errPart[k] = sumErr
	e.starvedPart[k], e.keptPart[k] = rescued, kept
}

// sampleRows is the distance of the rows from which the size of a kernel is estimated.
const sampleRows = 8

func countAbove(row []float64, floor float64) int {
	n := 0
	for _, v := range row {
		if v > floor {
			n++
		}
	}
	return n
}

// updateColumns makes the column sums, given in e.col, equal to b.
func (e *engine) updateColumns() error {
	e.weak = e.weak[:0]
	for j, c := range e.col {
		b := e.b[j]
		if c >= starved*b && c <= b/starved {
			e.g[j] += math.Log(b/c) / e.level
		} else {
			e.weak = append(e.weak, j)
		}
	}
	return e.rescueColumns()
}

// rescueColumns updates the columns in e.weak by shifted log-sum-exps, reading them entry by entry.
func (e *engine) rescueColumns() error {
	if len(e.weak) == 0 {
		return nil
	}
	e.stats.Rescued += len(e.weak)
	return e.pool.Run(e.ctx, len(e.weak), e.rescueBody)
}

func (e *engine) rescueColumn(_, k int) {
	j := e.weak[k]
	var one [1]float64
	top, sum := math.Inf(-1), 0.0
	for i := range e.n {
		if i%pollEntries == pollEntries-1 && e.ctx.Err() != nil {
			return
		}
		c := e.cost.Row(i, j, j+1, one[:])[0]
		t := e.level * ((e.f[i] + e.g[j]) - ((c - e.alpha[i]) - e.beta[j]))
		if t > top { // running shift: rescale what was summed so far
			sum = sum*math.Exp(top-t) + 1
			top = t
		} else {
			sum += kernels.Exp(t - top)
		}
	}
	e.g[j] += (e.lnB[j] - top - math.Log(sum)) / e.level
}

// allColumns updates every column by log-sum-exps, whatever f and g are.
func (e *engine) allColumns() error {
	e.stats.Passes++
	e.weak = e.weak[:0]
	for j := range e.m {
		e.weak = append(e.weak, j)
	}
	err := e.rescueColumns()
	return err
}

// floor is the L1 error below which rounding of the exponents hides any progress: four times the unit roundoff times
// the largest exponent's terms.
func (e *engine) floor() float64 {
	top := e.span
	for _, v := range e.f {
		top = max(top, math.Abs(v))
	}
	for _, v := range e.g {
		top = max(top, math.Abs(v))
	}
	return 4 * 0x1p-53 * e.eta * top
}
