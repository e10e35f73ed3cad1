package kernels

import (
	"math/rand/v2"
	"testing"
)

func random(rng *rand.Rand, n int) []float64 {
	x := make([]float64, n)
	for i := range x {
		x[i] = rng.NormFloat64()
	}
	return x
}

func TestTilesGiveTheBitsOfTheirTwin(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, k := range []int{1, 2, 3, 4, 5, 7, 8, 31, 256} {
		for _, fresh := range []bool{false, true} {
			a, b := random(rng, k*TileRows), random(rng, k*TileCols)
			ld := TileCols + 3
			c := random(rng, TileRows*ld)
			want := append([]float64(nil), c...)
			Tile(k, a, b, c, ld, fresh)
			tileGo(k, a, b, want, ld, fresh)
			for i := range c {
				if c[i] != want[i] {
					t.Fatalf("k=%d fresh=%v: entry %d is %v, its twin's %v", k, fresh, i, c[i], want[i])
				}
			}
		}
	}
}

func TestAddRowsGivesTheBitsOfItsTwin(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for n := range 75 {
		for k := range 9 {
			ld := n + 2
			f, x, dst := random(rng, k), random(rng, max(k, 1)*ld), random(rng, n)
			want := append([]float64(nil), dst...)
			AddRows(dst, f, x, ld)
			addRowsGo(want, f, x, ld)
			for i := range dst {
				if dst[i] != want[i] {
					t.Fatalf("n=%d k=%d: entry %d is %v, its twin's %v", n, k, i, dst[i], want[i])
				}
			}
		}
	}
}

func BenchmarkTile(b *testing.B) {
	rng := rand.New(rand.NewPCG(5, 6))
	const k = 256
	x, y, c := random(rng, k*TileRows), random(rng, k*TileCols), make([]float64, TileRows*TileCols)
	for b.Loop() {
		Tile(k, x, y, c, TileCols, true)
	}
	b.ReportMetric(float64(2*k*TileRows*TileCols)*float64(b.N)/float64(b.Elapsed().Nanoseconds()), "GF")
}
