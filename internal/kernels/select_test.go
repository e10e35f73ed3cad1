package kernels

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestAboveMarksWhatExceedsTheLimit(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for n := range 100 {
		row, limit := make([]float64, n), make([]float64, n)
		for j := range row {
			row[j], limit[j] = rng.Float64(), rng.Float64()
			switch rng.IntN(10) {
			case 0:
				row[j] = limit[j]
			case 1:
				row[j] = 0
			case 2:
				row[j] = math.Inf(1)
			}
		}
		mask, plain := make([]uint8, n/8+1), make([]uint8, n/8+1)
		Above(mask, row, limit, 0.5)
		above(plain, row[:n&^7], limit, 0.5)
		for j, v := range row {
			want := v > min(limit[j], 0.5)
			if got := mask[j/8]>>(j%8)&1 == 1; got != want {
				t.Fatalf("n %d, entry %d: %v against %v: %v", n, j, v, limit[j], got)
			}
			if j < n&^7 && plain[j/8] != mask[j/8] {
				t.Fatalf("n %d: plain loop differs at %d", n, j)
			}
		}
	}
}

func TestGatherDotAgreesWithDot(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for n := range 40 {
		v, val, idx, picked := make([]float64, 100), make([]float64, n), make([]int32, n), make([]float64, n)
		for j := range v {
			v[j] = rng.NormFloat64()
		}
		want := 0.0
		for k := range val {
			idx[k], val[k] = int32(rng.IntN(100)), rng.NormFloat64()
			picked[k] = v[idx[k]]
			want += val[k] * picked[k]
		}
		if got := GatherDot(val, idx, v); math.Abs(got-want) > 1e-13 {
			t.Errorf("n %d: %v, want %v", n, got, want)
		}
	}
}
