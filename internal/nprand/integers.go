package nprand

import "math/bits"

// Bounded is uniform on 0..top (Lemire's multiplication method; 32-bit words when top fits).
func (g *Generator) Bounded(top uint64) uint64 {
	switch {
	case top == 0:
		return 0
	case top == 0xffffffff:
		return uint64(g.Uint32())
	case top < 0xffffffff:
		n := uint32(top) + 1
		m := uint64(g.Uint32()) * uint64(n)
		if low := uint32(m); low < n {
			threshold := (0xffffffff - uint32(top)) % n
			for uint32(m) < threshold {
				m = uint64(g.Uint32()) * uint64(n)
			}
		}
		return m >> 32
	case top == 0xffffffffffffffff:
		return g.Uint64()
	}
	n := top + 1
	hi, lo := bits.Mul64(g.Uint64(), n)
	if lo < n {
		threshold := (0xffffffffffffffff - top) % n
		for lo < threshold {
			hi, lo = bits.Mul64(g.Uint64(), n)
		}
	}
	return hi
}

// interval is uniform on 0..top by masked rejection.
func (g *Generator) interval(top uint64) uint64 {
	if top == 0 {
		return 0
	}
	mask := ^uint64(0) >> bits.LeadingZeros64(top)
	for {
		var v uint64
		if top <= 0xffffffff {
			v = uint64(g.Uint32()) & mask
		} else {
			v = g.Uint64() & mask
		}
		if v <= top {
			return v
		}
	}
}

// Integers fills dst with uniform integers from low to high, both included.
func (g *Generator) Integers(dst []int64, low, high int64) {
	top := uint64(high) - uint64(low)
	for i := range dst {
		dst[i] = int64(uint64(low) + g.Bounded(top))
	}
}

// Shuffle permutes n things by swaps, as Generator.shuffle of an array does.
func (g *Generator) Shuffle(n int, swap func(i, j int)) {
	for i := n - 1; i > 0; i-- {
		j := int(g.interval(uint64(i)))
		if i != j {
			swap(i, j)
		}
	}
}

// shuffleTail permutes s from the end down to first.
func (g *Generator) shuffleTail(s []int64, first int) {
	for i := len(s) - 1; i >= first; i-- {
		j := g.Bounded(uint64(i))
		s[i], s[j] = s[j], s[i]
	}
}

// Permutation is a random order of 0..n-1.
func (g *Generator) Permutation(n int) []int64 {
	p := identity(n)
	g.Shuffle(n, func(i, j int) { p[i], p[j] = p[j], p[i] })
	return p
}

func identity(n int) []int64 {
	p := make([]int64, n)
	for i := range p {
		p[i] = int64(i)
	}
	return p
}

// Sample chooses size of n things without replacement; shuffle makes the order random too.
func (g *Generator) Sample(n, size int, shuffle bool) []int64 {
	cut := 20
	if shuffle {
		cut = 50
	}
	if n > 10000 && size > n/cut {
		p := identity(n)
		g.shuffleTail(p, max(n-size, 1))
		return append([]int64(nil), p[n-size:]...)
	}
	// Floyd's algorithm; the set is a table with linear probing.
	out := make([]int64, size)
	limit := uint64(1.2 * float64(size))
	mask := uint64(0)
	if limit > 0 {
		mask = ^uint64(0) >> bits.LeadingZeros64(limit)
	}
	const empty = ^uint64(0)
	table := make([]uint64, mask+1)
	for i := range table {
		table[i] = empty
	}
	find := func(v uint64) uint64 {
		at := v & mask
		for table[at] != empty && table[at] != v {
			at = (at + 1) & mask
		}
		return at
	}
	for j := n - size; j < n; j++ {
		v := g.Bounded(uint64(j))
		at := find(v)
		if table[at] != empty {
			v = uint64(j)
			at = find(v)
		}
		table[at] = v
		out[j-n+size] = int64(v)
	}
	if shuffle {
		g.shuffleTail(out, 1)
	}
	return out
}
