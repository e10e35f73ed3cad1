package ot

import (
	"context"
	"math"

	"gonum.org/v1/gonum/floats"

	"monge/internal/kernels"
	"monge/internal/parallel"
)

// Certificate is what a solution proves about itself. Everything in it comes from fresh passes over the cost at the
// returned potentials; numbers that could not be computed because the solve was cancelled are NaN.
//
// Marginal errors are fractions of the total mass. Cost, Entropy, Primal and Dual are in the caller's units and satisfy
// Dual <= optimal value <= RoundedPrimal up to rounding.
type Certificate struct {
	RowErr, ColErr       float64 // ‖P1 − a‖₁ and ‖Pᵀ1 − b‖₁
	RowMaxErr, ColMaxErr float64 // the same in the maximum norm
	Cost                 float64 // <C, P>
	Entropy              float64 // −Σ P (ln P − 1)
	Primal               float64 // Cost − eps·Entropy
	Dual                 float64 // a·f + b·g − eps·ΣP, a lower bound of the optimal value
	RoundedCost          float64 // cost of the plan rounded to exact marginals
	RoundedPrimal        float64 // primal value of the rounded plan, an upper bound of the optimal value
	Gap                  float64 // RoundedPrimal − Dual
	LPLower, LPUpper     float64 // bracket of the unregularised transport cost; NaN unless Options.Bounds
}

func emptyCertificate() Certificate {
	nan := math.NaN()
	return Certificate{RowErr: nan, ColErr: nan, RowMaxErr: nan, ColMaxErr: nan, Cost: nan, Entropy: nan, Primal: nan,
		Dual: nan, RoundedCost: nan, RoundedPrimal: nan, Gap: nan, LPLower: nan, LPUpper: nan}
}

// rounding holds the rounding of Altschuler, Weed and Rigollet: the plan with exact marginals is
//
//	diag(x) P diag(y) + ea ebᵀ / total,   x = min(1, a/P1), y = min(1, b/Pᵀx), total = Σ ea = Σ eb,
//
// where ea and eb are what the scaled plan lacks.
type rounding struct {
	x, y, ea, eb []float64
	total        float64
}

// certifier runs the passes of the certificate.
type certifier struct {
	*engine
	pass context.Context // of the running pass; the solve's own may have ended

	r, c      []float64
	cPart     []float64
	rowCost   []float64 // per row: Σ_j P_ij D_ij
	rowG      []float64 // per row: Σ_j P_ij g_j
	round     rounding
	roundY    bool // y is not all ones
	costRow   []float64
	entropRow []float64
	lower     []float64
}

func newCertifier(e *engine) *certifier {
	ws := e.ws
	n, m := e.n, e.m
	return &certifier{engine: e, r: ws.take(n), c: ws.take(m), cPart: ws.take(e.blocks.Len() * m), rowCost: ws.take(n), rowG: ws.take(n),
		costRow: ws.take(n), entropRow: ws.take(n), lower: ws.take(n),
		round: rounding{x: make([]float64, n), y: make([]float64, m), ea: make([]float64, n), eb: make([]float64, m)}}
}

// marginals does the pass that yields both marginal errors, the cost, the entropy and the dual value.
func (c *certifier) marginals(ctx context.Context, cert *Certificate) error {
	c.stats.Passes++
	c.pass = ctx
	nb := c.blocks.Len()
	if err := c.pool.Run(ctx, nb, c.marginalBlock); err != nil {
		return err
	}
	parallel.SumInOrder(c.c, c.colPart[:nb*c.m])
	cert.RowErr, cert.RowMaxErr = distance(c.r, c.a)
	cert.ColErr, cert.ColMaxErr = distance(c.c, c.b)
	sum := floats.Sum(c.r)
	reduced := floats.Sum(c.rowCost)                                           // <D, P>
	exponents := c.eta * (floats.Dot(c.r, c.f) + floats.Sum(c.rowG) - reduced) // Σ P ln P
	lnMass := math.Log(c.mass)
	cert.Cost = c.mass * (reduced + floats.Dot(c.alpha, c.r) + floats.Dot(c.beta, c.c))
	cert.Entropy = -c.mass * (exponents + sum*(lnMass-1))
	cert.Primal = cert.Cost - c.eps*cert.Entropy
	cert.Dual = c.mass * (c.reducedDual(sum) + c.offset() + c.eps*lnMass)
	return nil
}

// reducedDual is the dual value of the normalised problem with the reduced cost.
func (c *certifier) reducedDual(sum float64) float64 {
	return floats.Dot(c.a, c.f) + floats.Dot(c.b, c.g) - c.eps*sum
}

// offset is what the reduction of the cost took from every plan with exact marginals.
func (c *certifier) offset() float64 { return floats.Dot(c.a, c.alpha) + floats.Dot(c.b, c.beta) }

func (c *certifier) marginalBlock(w, k int) {
	lo, hi := c.blocks.Range(k)
	part, scaled := c.colPart[k*c.m:(k+1)*c.m], c.cPart[k*c.m:(k+1)*c.m]
	clear(part)
	clear(scaled)
	row := c.rowBuf[w]
	for i := lo; i < hi; i++ {
		if (i-lo)%c.poll == c.poll-1 && c.pass.Err() != nil {
			return
		}
		cost := c.cost.Row(i, 0, c.m, c.costBuf[w])
		r := kernels.PlanRow(row, cost, c.beta, c.g, c.f[i], c.alpha[i], c.eta, kernels.Skip)
		x := 1.0
		if r > c.a[i] {
			x = c.a[i] / r
		}
		c.r[i], c.round.x[i] = r, x
		kernels.Axpy(part, 1, row)
		kernels.Axpy(scaled, x, row)
		c.rowG[i] = kernels.Dot(row, c.g)
		alpha, sumD := c.alpha[i], 0.0
		for j, p := range row {
			sumD += p * ((cost[j] - alpha) - c.beta[j])
		}
		c.rowCost[i] = sumD
	}
}

// rounded completes the rounding and evaluates the rounded plan. It follows marginals.
func (c *certifier) rounded(ctx context.Context, cert *Certificate) error {
	c.pass = ctx
	nb := c.blocks.Len()
	parallel.SumInOrder(c.c, c.cPart[:nb*c.m]) // column sums of diag(x) P
	rd := &c.round
	c.roundY = false
	for j, s := range c.c {
		rd.y[j] = 1
		if s > c.b[j]*(1+4e-16) {
			rd.y[j] = c.b[j] / s
			c.roundY = true
		}
		rd.eb[j] = max(0, c.b[j]-s*rd.y[j])
	}
	if c.roundY {
		c.stats.Passes++
		if err := c.pool.Run(ctx, nb, c.scaledBlock); err != nil {
			return err
		}
	}
	for i, r := range c.r {
		rd.ea[i] = max(0, c.a[i]-rd.x[i]*r)
	}
	// Both leftovers have the same sum up to rounding. Taking the larger one for the total never adds too much.
	rd.total = max(floats.Sum(rd.ea), floats.Sum(rd.eb))
	c.stats.Passes++
	if err := c.pool.Run(ctx, nb, c.roundedBlock); err != nil {
		return err
	}
	reduced, negEntropy := floats.Sum(c.costRow), floats.Sum(c.entropRow) // <D, R> and Σ R (ln R − 1)
	lnMass := math.Log(c.mass)
	cert.RoundedCost = c.mass * (reduced + c.offset())
	cert.RoundedPrimal = cert.RoundedCost + c.eps*c.mass*(negEntropy+lnMass)
	cert.Gap = c.mass * ((reduced + c.eps*negEntropy) - c.reducedDual(c.planSum()))
	return nil
}

// planSum is ΣP as the dual value sees it.
func (c *certifier) planSum() float64 {
	s := 0.0
	for k := range c.blocks.Len() {
		s += floats.Sum(c.colPart[k*c.m : (k+1)*c.m])
	}
	return s
}

// scaledBlock replaces r by the row sums of P diag(y).
func (c *certifier) scaledBlock(w, k int) {
	lo, hi := c.blocks.Range(k)
	row := c.rowBuf[w]
	for i := lo; i < hi; i++ {
		if (i-lo)%c.poll == c.poll-1 && c.pass.Err() != nil {
			return
		}
		cost := c.cost.Row(i, 0, c.m, c.costBuf[w])
		kernels.PlanRow(row, cost, c.beta, c.g, c.f[i], c.alpha[i], c.eta, kernels.Skip)
		c.r[i] = kernels.Dot(row, c.round.y)
	}
}

func (c *certifier) roundedBlock(w, k int) {
	lo, hi := c.blocks.Range(k)
	row := c.rowBuf[w]
	for i := lo; i < hi; i++ {
		if (i-lo)%c.poll == c.poll-1 && c.pass.Err() != nil {
			return
		}
		cost := c.cost.Row(i, 0, c.m, c.costBuf[w])
		kernels.PlanRow(row, cost, c.beta, c.g, c.f[i], c.alpha[i], c.eta, kernels.Skip)
		c.costRow[i], c.entropRow[i] = c.evaluateRounded(i, row, cost)
	}
}

// evaluateRounded returns Σ_j R_ij D_ij and Σ_j R_ij (ln R_ij − 1) for one row of the rounded plan. Logarithms of
// entries are known from the exponents, so that math.Log is needed only where both terms of R_ij matter.
func (c *certifier) evaluateRounded(i int, row, cost []float64) (sumCost, sumEntropy float64) {
	rd := &c.round
	x, f, alpha := rd.x[i], c.f[i], c.alpha[i]
	lnX := math.Log(x)
	extra, lnExtra := 0.0, 0.0
	if rd.total > 0 && rd.ea[i] > 0 {
		extra = rd.ea[i] / rd.total
		lnExtra = math.Log(extra)
	}
	if extra == 0 && !c.roundY { // nothing is added: the logarithms are the exponents
		for j, p := range row {
			d := (cost[j] - alpha) - c.beta[j]
			p *= x
			sumCost += p * d
			sumEntropy += p * (c.eta*((f+c.g[j])-d) + lnX - 1)
		}
		return sumCost, sumEntropy
	}
	for j, p := range row {
		d := (cost[j] - alpha) - c.beta[j]
		delta := extra * rd.eb[j]
		p *= x * rd.y[j]
		var ln float64
		switch {
		case delta == 0 && p == 0:
			continue
		case delta < 1e-3*p:
			z := delta / p
			ln = c.eta*((f+c.g[j])-d) + lnX + z*(1-z*(0.5-z*(1.0/3-z*(0.25-0.2*z))))
			if y := rd.y[j]; y != 1 {
				ln += math.Log(y)
			}
			p += delta
		case p == 0:
			p = delta
			ln = lnExtra + math.Log(rd.eb[j])
		default:
			p += delta
			ln = math.Log(p)
		}
		sumCost += p * d
		sumEntropy += p * (ln - 1)
	}
	return sumCost, sumEntropy
}

// bracket fills the bounds of the unregularised cost: below the dual value of the hard c-transform
// f_i = min_j (C_ij − g_j), which is feasible for the linear programme; above the cost of the rounded plan.
func (c *certifier) bracket(ctx context.Context, cert *Certificate) error {
	c.pass = ctx
	c.stats.Passes++
	if err := c.pool.Run(ctx, c.blocks.Len(), c.transformBlock); err != nil {
		return err
	}
	cert.LPLower = c.mass * (floats.Dot(c.a, c.lower) + floats.Dot(c.b, c.g) + c.offset())
	cert.LPUpper = cert.RoundedCost
	return nil
}

func (c *certifier) transformBlock(w, k int) {
	lo, hi := c.blocks.Range(k)
	for i := lo; i < hi; i++ {
		if (i-lo)%c.poll == c.poll-1 && c.pass.Err() != nil {
			return
		}
		cost := c.cost.Row(i, 0, c.m, c.costBuf[w])
		alpha, least := c.alpha[i], math.Inf(1)
		for j, v := range cost {
			if s := ((v - alpha) - c.beta[j]) - c.g[j]; s < least {
				least = s
			}
		}
		c.lower[i] = least
	}
}

// distance returns the L1 and the maximum distance of two vectors.
func distance(x, y []float64) (l1, top float64) {
	for i, v := range x {
		d := math.Abs(v - y[i])
		l1 += d
		top = max(top, d)
	}
	return l1, top
}
