package figure

import (
	"math"
	"testing"
)

// TestHistogramCountsLikeBruteForce compares with the definition.
func TestHistogramCountsLikeBruteForce(t *testing.T) {
	r := rng(31)
	for range 300 {
		n := r.IntN(200)
		data := make([]float64, n)
		w := make([]float64, n)
		for i := range data {
			data[i] = math.Round(r.NormFloat64()*8) / 4 // many on edges
			w[i] = r.Float64()
			switch r.IntN(40) {
			case 0:
				data[i] = math.NaN()
			case 1:
				data[i] = math.Inf(1 - 2*r.IntN(2))
			}
		}
		bins := 1 + r.IntN(20)
		edges, err := CountEdges(data, bins, math.NaN(), math.NaN())
		must(t, err)
		got, err := Histogram(data, edges, w, false)
		must(t, err)
		for k := range bins {
			want := 0.0
			for i, d := range data {
				if d >= edges[k] && (d < edges[k+1] || k == bins-1 && d == edges[k+1]) {
					want += w[i]
				}
			}
			if math.Abs(got[k]-want) > 1e-12 {
				t.Fatalf("bin %d of %d: %g, want %g", k, bins, got[k], want)
			}
		}
		dens, err := Histogram(data, edges, nil, true)
		must(t, err)
		total, any := 0.0, false
		for k, d := range dens {
			total += d * (edges[k+1] - edges[k])
			any = any || d > 0
		}
		if any && math.Abs(total-1) > 1e-12 {
			t.Fatalf("density integrates to %g", total)
		}
	}
}

// TestBinRules checks the widths that NumPy's documentation defines.
func TestBinRules(t *testing.T) {
	data := arangeF(101) // 0..100: n = 101, range 100, quartiles 25 and 75
	n, ptp := 101.0, 100.0
	sd := deviation(data)
	for rule, width := range map[string]float64{
		"sturges": ptp / (math.Log2(n) + 1),
		"fd":      2 * 50 / math.Cbrt(n),
		"scott":   math.Cbrt(24*math.Sqrt(math.Pi)/n) * sd,
		"sqrt":    ptp / math.Sqrt(n),
		"rice":    ptp / (2 * math.Cbrt(n)),
		"auto":    math.Min(2*50/math.Cbrt(n), ptp/(math.Log2(n)+1)),
	} {
		e, err := BinEdges(data, rule, math.NaN(), math.NaN())
		must(t, err)
		if want := int(math.Ceil(ptp / width)); len(e)-1 != want {
			t.Errorf("%s: %d bins, want %d", rule, len(e)-1, want)
		}
	}
	if _, err := BinEdges(data, "sturgis", math.NaN(), math.NaN()); err == nil {
		t.Error("an unknown rule is accepted")
	}
	for _, bad := range [][2]float64{{2, 1}, {math.Inf(-1), 1}} {
		if _, err := CountEdges(data, 5, bad[0], bad[1]); err == nil {
			t.Errorf("range %v is accepted", bad)
		}
	}
}

// TestBoxStatsAgainstSortedData: quartiles by linear interpolation, whiskers at the outermost data within reach.
func TestBoxStatsAgainstSortedData(t *testing.T) {
	s := Summarise([]float64{9, 1, 2, 3, 4, 5, 6, 7, 8, 100, math.NaN()}, 0)
	if s.Q1 != 3.25 || s.Median != 5.5 || s.Q3 != 7.75 || s.Low != 1 || s.High != 9 || len(s.Fliers) != 1 || s.Fliers[0] != 100 {
		t.Errorf("%+v", s)
	}
}
