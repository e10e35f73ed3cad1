package kernels

// Above sets bit j%8 of mask[j/8] where row[j] > min(ceiling, t[j]) and clears it elsewhere; mask has at least one byte per
// eight entries of row.
func Above(mask []uint8, row, t []float64, ceiling float64) {
	n := len(row)
	t = t[:n]
	whole := n &^ 7
	if whole > 0 {
		if useAVX2 {
			_ = mask[whole>>3-1]
			aboveAVX2(&mask[0], &row[0], &t[0], whole, ceiling)
		} else {
			above(mask, row[:whole], t, ceiling)
		}
	}
	if whole < n {
		var bits uint8
		for j := whole; j < n; j++ {
			if row[j] > min(ceiling, t[j]) {
				bits |= 1 << (j - whole)
			}
		}
		mask[whole>>3] = bits
	}
}

func above(mask []uint8, row, t []float64, ceiling float64) {
	for j := 0; j+8 <= len(row); j += 8 {
		row, t := row[j:j+8:j+8], t[j:j+8:j+8]
		var bits uint8
		for k := range row {
			if row[k] > min(ceiling, t[k]) {
				bits |= 1 << k
			}
		}
		mask[j>>3] = bits
	}
}

// GatherDot is Σ_k val[k]·v[idx[k]], summed in four lanes; idx has at least the length of val.
func GatherDot(val []float64, idx []int32, v []float64) float64 {
	idx = idx[:len(val)]
	var s0, s1, s2, s3 float64
	k := 0
	for ; k+4 <= len(val); k += 4 {
		x, at := val[k:k+4:k+4], idx[k:k+4:k+4]
		s0 += x[0] * v[at[0]]
		s1 += x[1] * v[at[1]]
		s2 += x[2] * v[at[2]]
		s3 += x[3] * v[at[3]]
	}
	for ; k < len(val); k++ {
		s0 += val[k] * v[idx[k]]
	}
	return (s0 + s1) + (s2 + s3)
}
