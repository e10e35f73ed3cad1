package kernels

import "math"

//go:generate go -C gen run .

// Products of matrices are made of tiles: c_ij gains the sum over p of a_pi b_pj, taken from 0 in the order of p with
// one rounding per term (fused multiply-add), and is rounded once more when the sum is added. Tiles of any shape and any
// instruction set therefore give the same bits; only the length of the sums (the depth of a panel) matters.

// TileRows and TileCols are the shape of the tile on this machine.
var TileRows, TileCols = 4, 12

// MaxTile is the largest number of entries of a tile.
const MaxTile = 8 * 24

// Tile adds to the tile c, of row length ldc, the product of two packed panels of depth k: a holds TileRows entries for
// each p, b holds TileCols. When fresh, c is overwritten instead, and may hold anything.
func Tile(k int, a, b, c []float64, ldc int, fresh bool) {
	if k <= 0 {
		return
	}
	_, _, _ = a[k*TileRows-1], b[k*TileCols-1], c[(TileRows-1)*ldc+TileCols-1]
	switch {
	case useAVX512:
		tileAVX512(k, &a[0], &b[0], &c[0], ldc, fresh)
	case useFMA:
		tileAVX2(k, &a[0], &b[0], &c[0], ldc, fresh)
	default:
		tileGo(k, a, b, c, ldc, fresh)
	}
}

// tileGo is Tile for tiles of any shape, four columns at a time.
func tileGo(k int, a, b, c []float64, ldc int, fresh bool) {
	for i := range TileRows {
		for j := 0; j < TileCols; j += 4 {
			var s0, s1, s2, s3 float64
			for p := range k {
				x, y := a[p*TileRows+i], b[p*TileCols+j:p*TileCols+j+4:p*TileCols+j+4]
				s0 = math.FMA(x, y[0], s0)
				s1 = math.FMA(x, y[1], s1)
				s2 = math.FMA(x, y[2], s2)
				s3 = math.FMA(x, y[3], s3)
			}
			d := c[i*ldc+j : i*ldc+j+4 : i*ldc+j+4]
			if fresh {
				d[0], d[1], d[2], d[3] = s0, s1, s2, s3
			} else {
				d[0], d[1], d[2], d[3] = d[0]+s0, d[1]+s1, d[2]+s2, d[3]+s3
			}
		}
	}
}

// AddRows adds to dst the rows of x, of stride ld, each times its factor in f: dst_j += sum over i of f_i x_ij, fused, in
// the order of i.
func AddRows(dst, f, x []float64, ld int) {
	n, k := len(dst), len(f)
	if n == 0 || k == 0 {
		return
	}
	_ = x[(k-1)*ld+n-1]
	whole := 0
	if useFMA {
		if whole = n &^ 3; whole > 0 {
			addRowsAVX2(&dst[0], whole, &f[0], k, &x[0], ld)
		}
	}
	if whole < n {
		addRowsGo(dst[whole:], f, x[whole:], ld)
	}
}

func addRowsGo(dst, f, x []float64, ld int) {
	for j, s := range dst {
		for i, v := range f {
			s = math.FMA(v, x[i*ld+j], s)
		}
		dst[j] = s
	}
}
