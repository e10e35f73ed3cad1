package ot

import (
	"fmt"
	"math"
	"sort"
)

// Wasserstein1D is the exact distance W_p = (min Σ P_ij |x_i − y_j|^p)^(1/p) between weighted points on the line, p >= 1,
// by matching quantiles: O(n log n). Nil weights mean uniform; weights are divided by their sums' common total.
func Wasserstein1D(x, a, y, b []float64, p float64) (float64, error) {
	var errs []error
	if !(p >= 1) || math.IsInf(p, 1) {
		errs = append(errs, &InputError{Kind: ErrOption, Field: "p", Value: p, Detail: "must be at least 1 and finite"})
	}
	check := func(field string, pts []float64, wField string, w []float64) ([]float64, float64) {
		if len(pts) == 0 {
			errs = append(errs, &InputError{Kind: ErrEmpty, Field: field, Detail: "no points"})
			return nil, 0
		}
		for i, v := range pts {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				errs = append(errs, &InputError{Kind: ErrNonFinite, Field: field, Index: []int{i}, Value: v})
				break
			}
		}
		if w != nil && len(w) != len(pts) {
			errs = append(errs, &InputError{Kind: ErrShape, Field: wField, Detail: fmt.Sprintf("has %d entries for %d points", len(w), len(pts))})
			return nil, 0
		}
		w, sum, e := checkWeights(wField, w, len(pts), true)
		errs = append(errs, e...)
		return w, sum
	}
	wa, sa := check("x", x, "a", a)
	wb, sb := check("y", y, "b", b)
	if len(errs) == 0 && a != nil && b != nil && math.Abs(sa-sb) > 1e-9*max(sa, sb) {
		errs = append(errs, &InputError{Kind: ErrMassMismatch, Field: "a, b", Detail: fmt.Sprintf("total masses differ: a sums to %v, b to %v", sa, sb)})
	}
	if len(errs) > 0 {
		return 0, joinErrors(errs)
	}
	i, j := ascending(x), ascending(y)
	total, ki, kj := 0.0, 0, 0
	ra, rb := wa[i[0]]/sa, wb[j[0]]/sb // what is left of the present point
	for {
		move := min(ra, rb)
		if d := math.Abs(x[i[ki]] - y[j[kj]]); move > 0 && d > 0 {
			total += move * math.Pow(d, p)
		}
		ra -= move
		rb -= move
		// Where rounding leaves dust on one side at the end, it is dropped.
		if ra <= rb {
			if ki++; ki == len(i) {
				break
			}
			ra = wa[i[ki]] / sa
		} else {
			if kj++; kj == len(j) {
				break
			}
			rb = wb[j[kj]] / sb
		}
	}
	return math.Pow(total, 1/p), nil
}

// ascending returns the positions of v in the order of its values.
func ascending(v []float64) []int {
	at := iota0(len(v))
	sort.SliceStable(at, func(p, q int) bool { return v[at[p]] < v[at[q]] })
	return at
}
