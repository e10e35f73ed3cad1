package ot

import (
	"context"
	"fmt"
	"math"

	"monge/internal/parallel"
)

// problem is the normalised form of what the caller asked: positive weights of sum 1, and the cost split as
//
//	C_ij = D_ij + alpha_i + beta_j,   alpha_i = min_j C_ij,   beta_j = min_i (C_ij − alpha_i),
//
// with reduced costs D >= 0. Shifts of rows and columns move potentials and nothing else, so the solver works with D:
// the exponents stay accurate even when the shifts dwarf the differences, and everything that is scaled by the range
// of the cost (the ladder, the precision floor) uses span = max D.
type problem struct {
	cost        Cost // restricted to the rows and columns of positive weight
	n, m        int
	a, b        []float64
	lnA, lnB    []float64
	alpha, beta []float64
	span        float64
	mass        float64 // the total that was divided out
	eps, eta    float64

	full         Cost  // the cost as given
	rows, cols   []int // positions of the kept weights; nil when all are kept
	fullN, fullM int
}

// blocking constants: passes are split by rows into at most maxBlocks blocks of at least blockEntries entries, and look
// at the context after about pollEntries entries.
const (
	maxBlocks    = 32
	blockEntries = 8192
	pollEntries  = 1 << 16
)

// Regularisations outside these bounds would overflow somewhere; and where the range of the cost exceeds maxExponent·eps,
// rounding of the exponents alone changes the plan's entries by more than a per mille.
const (
	leastEps    = 1e-200
	mostEps     = 1e200
	maxExponent = 1e12
)

func rowBlocks(n, m int) parallel.Blocks {
	return parallel.Split(n, (blockEntries+m-1)/max(m, 1), maxBlocks)
}

// checkWeights returns the weights to use (uniform for nil), their sum, and what is wrong with them.
func checkWeights(field string, w []float64, n int, dropZero bool) (out []float64, sum float64, errs []error) {
	if w == nil {
		out = make([]float64, n)
		for i := range out {
			out[i] = 1 / float64(n)
		}
		return out, 1, nil
	}
	var zero, negative, infinite []int
	for i, v := range w {
		switch {
		case math.IsNaN(v) || math.IsInf(v, 0):
			infinite = append(infinite, i)
		case v < 0:
			negative = append(negative, i)
		case v == 0:
			zero = append(zero, i)
		default:
			sum += v
		}
	}
	report := func(kind error, at []int) {
		if len(at) == 0 {
			return
		}
		e := &InputError{Kind: kind, Field: field, Index: at[:1:1], Value: w[at[0]]}
		if len(at) > 1 {
			e.Detail = fmt.Sprintf("%v (and %d more)", kind, len(at)-1)
		}
		errs = append(errs, e)
	}
	report(ErrNonFinite, infinite)
	report(ErrNegative, negative)
	if len(infinite)+len(negative) > 0 {
		return nil, 0, errs
	}
	if len(w) > 0 && sum == 0 {
		return nil, 0, append(errs, &InputError{Kind: ErrZeroMass, Field: field})
	}
	if math.IsInf(sum, 0) {
		return nil, 0, append(errs, &InputError{Kind: ErrNonFinite, Field: field, Detail: "the sum overflows"})
	}
	if !dropZero {
		report(ErrZeroWeight, zero)
	}
	return w, sum, errs
}

// newProblem checks everything that can be checked and normalises. The passes over the cost obey ctx.
func newProblem(ctx context.Context, pool *parallel.Pool, c Cost, a, b []float64, eps float64, opt *Options) (*problem, error) {
	errs := opt.check()
	add := func(e ...error) { errs = append(errs, e...) }
	if !(eps > 0) || math.IsInf(eps, 1) {
		add(&InputError{Kind: ErrEps, Field: "eps", Value: eps})
	} else if eps < leastEps || eps > mostEps {
		add(&InputError{Kind: ErrEps, Field: "eps", Value: eps, Detail: fmt.Sprintf("regularisation must lie between %g and %g", leastEps, mostEps)})
	}
	var n, m int
	var costErrs []error
	if c != nil {
		n, m = c.Dims()
		if ck, ok := c.(checker); ok {
			costErrs = ck.check()
		}
	}
	if n == 0 || m == 0 {
		e := &InputError{Kind: ErrEmpty, Field: "cost", Detail: fmt.Sprintf("empty problem: the cost is %d×%d", n, m)}
		if c == nil {
			e.Detail = "empty problem: the cost is nil"
		}
		add(e)
		n, m = 0, 0
	}
	add(costErrs...)
	shaped := true
	checkLength := func(field string, have, want int, what string) {
		if want > 0 && have != want {
			shaped = false
			add(&InputError{Kind: ErrShape, Field: field, Detail: fmt.Sprintf(
				"has %d entries, but the cost is %d×%d: one per %s is needed", have, n, m, what)})
		}
	}
	if a != nil {
		checkLength("a", len(a), n, "row")
	}
	if b != nil {
		checkLength("b", len(b), m, "column")
	}
	wa, sa, ea := checkWeights("a", a, n, opt.DropZeroMass)
	wb, sb, eb := checkWeights("b", b, m, opt.DropZeroMass)
	add(ea...)
	add(eb...)
	if a == nil && b != nil && sb > 0 { // an omitted side takes the mass of the other
		sa = scaleTo(wa, sb)
	} else if b == nil && a != nil && sa > 0 {
		sb = scaleTo(wb, sa)
	}
	if len(ea)+len(eb) == 0 && n > 0 && m > 0 && !opt.Normalize && math.Abs(sa-sb) > 1e-9*max(sa, sb) {
		add(&InputError{Kind: ErrMassMismatch, Field: "a, b", Detail: fmt.Sprintf(
			"total masses differ: a sums to %v, b to %v; set Normalize to divide each by its sum", sa, sb)})
	}
	add(checkWarmStart("F", opt.F, n)...)
	add(checkWarmStart("G", opt.G, m)...)
	if n > 0 && m > 0 && len(costErrs) == 0 {
		bad, err := firstNonFinite(ctx, pool, c)
		if err != nil && len(errs) == 0 {
			return nil, err
		}
		if bad != nil {
			add(bad)
		}
	}
	if len(errs) > 0 || !shaped {
		return nil, joinErrors(errs)
	}

	p := &problem{full: c, fullN: n, fullM: m, cost: c, n: n, m: m, eps: eps, eta: 1 / eps, mass: sa}
	if opt.Normalize {
		p.mass = 1
	}
	p.a, p.rows = positive(wa, sa)
	p.b, p.cols = positive(wb, sb)
	if p.rows != nil || p.cols != nil {
		if p.rows == nil {
			p.rows = iota0(n)
		}
		if p.cols == nil {
			p.cols = iota0(m)
		}
		p.n, p.m = len(p.a), len(p.b)
		p.cost = &subCost{Cost: c, rows: p.rows, cols: p.cols}
	}
	p.lnA, p.lnB = logs(p.a), logs(p.b)
	return p, p.reduce(ctx, pool)
}

func checkWarmStart(field string, v []float64, want int) []error {
	if v == nil || want == 0 {
		return nil
	}
	if len(v) != want {
		return []error{&InputError{Kind: ErrOption, Field: field, Detail: fmt.Sprintf(
			"bad warm start: %d entries where %d are needed", len(v), want)}}
	}
	for i, x := range v {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return []error{&InputError{Kind: ErrOption, Field: field, Index: []int{i}, Value: x, Detail: "bad warm start: value is not finite"}}
		}
	}
	return nil
}

func scaleTo(w []float64, sum float64) float64 {
	for i := range w {
		w[i] *= sum
	}
	return sum
}

// positive returns w/sum without its zeros, and the positions kept when there were zeros.
func positive(w []float64, sum float64) (out []float64, kept []int) {
	out = make([]float64, 0, len(w))
	for _, v := range w {
		if v/sum > 0 {
			out = append(out, v/sum)
		}
	}
	if len(out) == len(w) {
		return out, nil
	}
	for i, v := range w {
		if v/sum > 0 {
			kept = append(kept, i)
		}
	}
	return out, kept
}

func iota0(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

func logs(w []float64) []float64 {
	out := make([]float64, len(w))
	for i, v := range w {
		out[i] = math.Log(v)
	}
	return out
}

// firstNonFinite reads the whole cost once and reports its first entry (by rows) that is NaN or infinite.
func firstNonFinite(ctx context.Context, pool *parallel.Pool, c Cost) (error, error) {
	n, m := c.Dims()
	blocks := rowBlocks(n, m)
	first := make([]*InputError, blocks.Len())
	bufs := rowBuffers(pool, m)
	poll := max(1, pollEntries/m)
	err := pool.Run(ctx, blocks.Len(), func(w, k int) {
		lo, hi := blocks.Range(k)
		for i := lo; i < hi; i++ {
			if (i-lo)%poll == poll-1 && ctx.Err() != nil {
				return
			}
			for j, v := range c.Row(i, 0, m, bufs[w]) {
				if v-v != 0 { // NaN and infinities
					first[k] = &InputError{Kind: ErrNonFinite, Field: "cost", Index: []int{i, j}, Value: v}
					return
				}
			}
		}
	})
	for _, e := range first {
		if e != nil {
			return e, nil
		}
	}
	return nil, err
}

func rowBuffers(pool *parallel.Pool, m int) [][]float64 {
	bufs := make([][]float64, pool.Workers())
	for w := range bufs {
		bufs[w] = make([]float64, m)
	}
	return bufs
}

// reduce fills alpha, beta and span in two passes.
func (p *problem) reduce(ctx context.Context, pool *parallel.Pool) error {
	n, m := p.n, p.m
	p.alpha, p.beta = make([]float64, n), make([]float64, m)
	blocks := rowBlocks(n, m)
	bufs := rowBuffers(pool, m)
	low, high := make([]float64, blocks.Len()*m), make([]float64, blocks.Len()*m)
	poll := max(1, pollEntries/m)
	err := pool.Run(ctx, blocks.Len(), func(w, k int) {
		lo, hi := blocks.Range(k)
		least, most := low[k*m:(k+1)*m], high[k*m:(k+1)*m]
		for j := range least {
			least[j], most[j] = math.Inf(1), math.Inf(-1)
		}
		for i := lo; i < hi; i++ {
			if (i-lo)%poll == poll-1 && ctx.Err() != nil {
				return
			}
			c := p.cost.Row(i, 0, m, bufs[w])
			alpha := c[0]
			for _, v := range c {
				if v < alpha {
					alpha = v
				}
			}
			p.alpha[i] = alpha
			for j, v := range c {
				v -= alpha
				if v < least[j] {
					least[j] = v
				}
				if v > most[j] {
					most[j] = v
				}
			}
		}
	})
	if err != nil {
		return err
	}
	for j := range m {
		least, most := low[j], high[j]
		for k := 1; k < blocks.Len(); k++ {
			least, most = min(least, low[k*m+j]), max(most, high[k*m+j])
		}
		p.beta[j] = least
		p.span = max(p.span, most-least)
	}
	if !(p.span <= math.MaxFloat64) {
		return &InputError{Kind: ErrNonFinite, Field: "cost", Detail: "the range of the cost overflows"}
	}
	if !(p.span <= maxExponent*p.eps) {
		return &InputError{Kind: ErrEps, Field: "eps", Value: p.eps, Detail: fmt.Sprintf(
			"regularisation is too small for a cost of range %.3g: use at least %.3g", p.span, p.span/maxExponent)}
	}
	return nil
}
