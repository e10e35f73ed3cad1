package nprand

import "math/bits"

// Generator is a stream: the engine PCG64 (XSL-RR 128/64) with NumPy's methods. It is not safe for concurrent use.
type Generator struct {
	Seed *SeedSequence

	hi, lo       uint64 // state
	incHi, incLo uint64
	half         uint32 // the unused half of the last word
	hasHalf      bool
}

// New starts the stream of a seed sequence.
func New(s *SeedSequence) *Generator {
	g := &Generator{Seed: s}
	w := s.State(4)
	g.incHi, g.incLo = w[2]<<1|w[3]>>63, w[3]<<1|1
	g.step()
	var carry uint64
	g.lo, carry = bits.Add64(g.lo, w[1], 0)
	g.hi, _ = bits.Add64(g.hi, w[0], carry)
	g.step()
	return g
}

// Spawn makes n independent streams.
func (g *Generator) Spawn(n int) []*Generator {
	out := make([]*Generator, n)
	for i, s := range g.Seed.Spawn(n) {
		out[i] = New(s)
	}
	return out
}

const multHi, multLo = 0x2360ed051fc65da4, 0x4385df649fccf645

func (g *Generator) step() {
	hi, lo := bits.Mul64(g.lo, multLo)
	hi += g.hi*multLo + g.lo*multHi
	var carry uint64
	g.lo, carry = bits.Add64(lo, g.incLo, 0)
	g.hi, _ = bits.Add64(hi, g.incHi, carry)
}

// Uint64 is the next word.
func (g *Generator) Uint64() uint64 {
	g.step()
	return bits.RotateLeft64(g.hi^g.lo, -int(g.hi>>58))
}

// Uint32 is the lower half of the next word, then its upper half.
func (g *Generator) Uint32() uint32 {
	if g.hasHalf {
		g.hasHalf = false
		return g.half
	}
	w := g.Uint64()
	g.half, g.hasHalf = uint32(w>>32), true
	return uint32(w)
}

// Float64 is uniform on [0, 1) with 53 bits.
func (g *Generator) Float64() float64 { return float64(g.Uint64()>>11) * 0x1p-53 }

// Float32 is uniform on [0, 1) with 24 bits.
func (g *Generator) Float32() float32 { return float32(g.Uint32()>>8) * 0x1p-24 }
