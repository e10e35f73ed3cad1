package ot

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// exactCost solves the unregularised problem by successive shortest paths: augment along cheapest paths from rows with
// supply to columns with demand in the residual graph, found by Bellman–Ford. Slow and simple.
func exactCost(c mat.Matrix, a, b []float64) float64 {
	n, m := c.Dims()
	supply, demand := append([]float64(nil), a...), append([]float64(nil), b...)
	flow := mat.NewDense(n, m, nil)
	const dust = 1e-13
	for {
		dist, from := make([]float64, n+m), make([]int, n+m)
		for v := range dist {
			dist[v], from[v] = math.Inf(1), -1
			if v < n && supply[v] > dust {
				dist[v] = 0
			}
		}
		for range n + m {
			for i := range n {
				for j := range m {
					if d := dist[i] + c.At(i, j); d < dist[n+j]-1e-15 {
						dist[n+j], from[n+j] = d, i
					}
					if flow.At(i, j) > dust {
						if d := dist[n+j] - c.At(i, j); d < dist[i]-1e-15 {
							dist[i], from[i] = d, n+j
						}
					}
				}
			}
		}
		best := -1
		for j := range m {
			if demand[j] > dust && (best < 0 || dist[n+j] < dist[n+best]) {
				best = j
			}
		}
		if best < 0 || math.IsInf(dist[n+best], 1) {
			break
		}
		push := demand[best]
		v := n + best
		for from[v] >= 0 {
			u := from[v]
			if u >= n { // backwards over flow from column u-n to row v
				push = min(push, flow.At(v, u-n))
			}
			v = u
		}
		push = min(push, supply[v])
		supply[v] -= push
		demand[best] -= push
		for v = n + best; from[v] >= 0; v = from[v] {
			u := from[v]
			if u >= n {
				flow.Set(v, u-n, flow.At(v, u-n)-push)
			} else {
				flow.Set(u, v-n, flow.At(u, v-n)+push)
			}
		}
	}
	total := 0.0
	for i := range n {
		for j := range m {
			total += flow.At(i, j) * c.At(i, j)
		}
	}
	return total
}

// cheapestAssignment tries all permutations.
func cheapestAssignment(c mat.Matrix) float64 {
	n, _ := c.Dims()
	used := make([]bool, n)
	var try func(i int) float64
	try = func(i int) float64 {
		if i == n {
			return 0
		}
		best := math.Inf(1)
		for j := range n {
			if !used[j] {
				used[j] = true
				best = min(best, c.At(i, j)+try(i+1))
				used[j] = false
			}
		}
		return best
	}
	return try(0) / float64(n)
}

func TestExactSolverAgreesWithEnumeration(t *testing.T) {
	for seed := range uint64(20) {
		in := lap(6, seed)
		near(t, "cost", exactCost(in.c, in.a, in.b), cheapestAssignment(in.c), 1e-12)
	}
	near(t, "lap-5-1", exactCost(lap(5, 1).c, lap(5, 1).a, lap(5, 1).b), 0.284331039402628, 1e-12)
	near(t, "cloud-6", exactCost(cloud(6).c, cloud(6).a, cloud(6).b), 0.045829062073400, 1e-12)
}

func shannon(w []float64) float64 {
	h := 0.0
	for _, v := range w {
		h -= v * math.Log(v)
	}
	return h
}

func TestBracketHoldsTheExactCostAndShrinksWithEps(t *testing.T) {
	rng := rand.New(rand.NewPCG(21, 22))
	for range 25 {
		n, m := 2+rng.IntN(9), 2+rng.IntN(9)
		c := mat.NewDense(n, m, nil)
		a, b := make([]float64, n), make([]float64, m)
		for i := range n {
			a[i] = .1 + rng.Float64()
			for j := range m {
				c.Set(i, j, rng.Float64()-.3)
			}
		}
		for j := range m {
			b[j] = .1 + rng.Float64()
		}
		normalised(a)
		normalised(b)
		lp := exactCost(c, a, b)
		last := math.Inf(1)
		for _, eps := range []float64{1, .2, .05, .01} {
			r, _ := Solve(t.Context(), Dense(c), a, b, eps, &Options{Tol: 1e-9, Bounds: true, MaxPasses: 20_000})
			if r.LPLower > lp+1e-12 || r.LPUpper < lp-1e-12 {
				t.Errorf("eps %v: the bracket [%v, %v] misses %v", eps, r.LPLower, r.LPUpper, lp)
			}
			excess := r.RoundedCost - lp
			if excess < -1e-12 || excess > eps*min(shannon(a), shannon(b))+1e-6 {
				t.Errorf("eps %v: cost exceeds the exact one by %v, bound %v", eps, excess, eps*min(shannon(a), shannon(b)))
			}
			if excess > last+1e-6 {
				t.Errorf("eps %v: excess grew from %v to %v", eps, last, excess)
			}
			last = excess
		}
	}
}
