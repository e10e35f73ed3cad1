// Package stream holds the random streams of the samplers and of the solvers' test instances. A stream is counter
// based: its k-th number is a function of the seed and of k alone, so that any part of it can be made anywhere, on any
// number of cores and in any language, with the same digits.
//
// Start at At, the definition; Stream walks along it, Split makes streams that do not meet.
package stream

import (
	"math"
	"math/bits"
	"math/rand/v2"
)

const (
	golden = 0x9E3779B97F4A7C15 // 2^64 divided by the golden ratio, SplitMix64's step
	spread = 0xD1342543DE82EF95 // an odd multiplier that keeps neighbouring seeds apart
)

// Bits is the k-th 64-bit number of the stream of a seed: SplitMix64's finaliser (Steele, Lea and Flood, 2014, with
// Stafford's constants) of seed·spread + (k+1)·golden, modulo 2^64.
func Bits(seed, k uint64) uint64 {
	z := seed*spread + (k+1)*golden
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

// At is the k-th uniform number in [0, 1) of the stream of a seed: a multiple of 2^-53.
func At(seed, k uint64) float64 { return float64(Bits(seed, k)>>11) * 0x1p-53 }

// Stream is a position in the stream of a seed. The zero value is the beginning of the stream of seed 0. It is a
// rand.Source, so that rand.New(s) gives everything that math/rand/v2 knows; a Stream itself must not be used from two
// goroutines at once, Split gives each its own.
type Stream struct {
	Seed uint64
	// Next is the index of the number that comes next.
	Next uint64
}

var _ rand.Source = (*Stream)(nil)

// New is the beginning of the stream of a seed.
func New(seed uint64) *Stream { return &Stream{Seed: seed} }

// Uint64 is the next 64-bit number.
func (s *Stream) Uint64() uint64 {
	z := Bits(s.Seed, s.Next)
	s.Next++
	return z
}

// Float64 is the next uniform number in [0, 1).
func (s *Stream) Float64() float64 { return float64(s.Uint64()>>11) * 0x1p-53 }

// IntN is the next integer in [0, n), every one equally likely (Lemire, 2019: multiplication, and rejection of the few
// products that would favour some). It panics when n < 1.
func (s *Stream) IntN(n int) int {
	if n < 1 {
		panic("stream: IntN needs n >= 1")
	}
	m := uint64(n)
	hi, lo := bits.Mul64(s.Uint64(), m)
	if lo < m {
		for low := -m % m; lo < low; {
			hi, lo = bits.Mul64(s.Uint64(), m)
		}
	}
	return int(hi)
}

// Normal is the next standard normal number, one uniform number each, by the inverse of the distribution function; the
// uniform number is moved to the middle of its cell, so that 0 cannot occur and the tails reach 8.2.
func (s *Stream) Normal() float64 {
	u := (float64(s.Uint64()>>12) + 0.5) * 0x1p-52
	return math.Sqrt2 * math.Erfinv(2*u-1)
}

// Perm is a random permutation of 0 ... n-1 (Fisher and Yates).
func (s *Stream) Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	for i := n - 1; i > 0; i-- {
		j := s.IntN(i + 1)
		p[i], p[j] = p[j], p[i]
	}
	return p
}

// Split is the i-th stream below this one's seed. It does not depend on how far this one has been used, so that work cut
// into blocks gets the same numbers in any order of the blocks.
func (s *Stream) Split(i uint64) *Stream { return &Stream{Seed: Bits(^s.Seed, i)} }
