package kernels

import "golang.org/x/sys/cpu"

// useAVX2 selects the assembly twins of the loops in this package. Both give the same bits: the plain loops sum in the
// lanes of the vector ones, and neither fuses multiplications with additions.
var useAVX2 = cpu.X86.HasAVX2

// useFMA and useAVX512 select the kernels that fuse multiplications with additions, as their twins do by math.FMA.
var (
	useFMA    = cpu.X86.HasAVX2 && cpu.X86.HasFMA
	useAVX512 = useFMA && cpu.X86.HasAVX512F && cpu.X86.HasAVX512VL && cpu.X86.HasAVX512DQ && wideTileWorks()
)

// FastFMA tells whether fused operations are done by the processor.
func FastFMA() bool { return useFMA }

// wideTileWorks compares the tile of AVX-512 with its twin once, on a product with all kinds of rest, before it is
// trusted: it is the only kernel here for processors that most machines are not. It sets the shape of the tile.
func wideTileWorks() bool {
	const rows, cols, k, ld = 8, 24, 7, 25
	TileRows, TileCols = rows, cols
	var a [rows * k]float64
	var b [cols * k]float64
	for i := range a {
		a[i] = 1 / float64(i+3)
	}
	for i := range b {
		b[i] = 1/float64(2*i+5) - 0.01
	}
	for _, fresh := range []bool{true, false} {
		var c, want [rows * ld]float64
		for i := range c {
			c[i], want[i] = float64(i), float64(i)
		}
		tileAVX512(k, &a[0], &b[0], &c[0], ld, fresh)
		tileGo(k, a[:], b[:], want[:], ld, fresh)
		if c != want {
			TileRows, TileCols = 4, 12
			return false
		}
	}
	return true
}

//go:noescape
func planRowAVX2(dst, c, beta, pot *float64, n int, f, alpha, eta, floor float64, table *float64) float64

//go:noescape
func dotAVX2(x, y *float64, n int) float64

//go:noescape
func axpyAVX2(y *float64, a float64, x *float64, n int)
