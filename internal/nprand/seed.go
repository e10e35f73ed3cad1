package nprand

import (
	"crypto/rand"
	"encoding/binary"
	"math/big"
)

// SeedSequence spreads a seed of any length over the state of an engine, and makes independent children.
// (O'Neill's seed_seq_fe with the constants that NumPy uses.)
type SeedSequence struct {
	// Entropy is the seed in 32-bit words, lowest first.
	Entropy []uint32
	// Key is the path of children from the root sequence.
	Key []uint32

	children uint32
	pool     [4]uint32
}

const (
	initA, multA = 0x43b0d7e5, 0x931e8875
	initB, multB = 0x8b51f9dd, 0x58f38ded
	mixL, mixR   = 0xca01f9dd, 0x4973f715
)

// NewSeedSequence makes the root sequence of a seed.
func NewSeedSequence(entropy []uint32) *SeedSequence { return newSequence(entropy, nil) }

// FreshEntropy draws a seed of 128 bits from the operating system.
func FreshEntropy() *big.Int {
	var b [16]byte
	_, _ = rand.Read(b[:])
	return new(big.Int).SetBytes(b[:])
}

// Words splits a seed, which is not negative, into 32-bit words; zero is one word.
func Words(seed *big.Int) []uint32 {
	mask := big.NewInt(0xffffffff)
	rest := new(big.Int).Set(seed)
	w := []uint32{}
	for rest.Sign() > 0 {
		w = append(w, uint32(new(big.Int).And(rest, mask).Uint64()))
		rest.Rsh(rest, 32)
	}
	if len(w) == 0 {
		return []uint32{0}
	}
	return w
}

func newSequence(entropy, key []uint32) *SeedSequence {
	s := &SeedSequence{Entropy: entropy, Key: key}
	words := append([]uint32(nil), entropy...)
	if len(key) > 0 {
		for len(words) < len(s.pool) {
			words = append(words, 0)
		}
		words = append(words, key...)
	}
	h := uint32(initA)
	hash := func(x uint32) uint32 {
		x ^= h
		h *= multA
		x *= h
		return x ^ x>>16
	}
	mix := func(x, y uint32) uint32 {
		r := mixL*x - mixR*y
		return r ^ r>>16
	}
	for i := range s.pool {
		if i < len(words) {
			s.pool[i] = hash(words[i])
		} else {
			s.pool[i] = hash(0)
		}
	}
	for src := range s.pool {
		for dst := range s.pool {
			if src != dst {
				s.pool[dst] = mix(s.pool[dst], hash(s.pool[src]))
			}
		}
	}
	for _, w := range words[min(len(words), len(s.pool)):] {
		for dst := range s.pool {
			s.pool[dst] = mix(s.pool[dst], hash(w))
		}
	}
	return s
}

// State returns n words of state.
func (s *SeedSequence) State(n int) []uint64 {
	h := uint32(initB)
	b := make([]byte, 8*n)
	for i := range 2 * n {
		x := s.pool[i%len(s.pool)] ^ h
		h *= multB
		x *= h
		binary.LittleEndian.PutUint32(b[4*i:], x^x>>16)
	}
	out := make([]uint64, n)
	for i := range out {
		out[i] = binary.LittleEndian.Uint64(b[8*i:])
	}
	return out
}

// Spawn makes the next n children.
func (s *SeedSequence) Spawn(n int) []*SeedSequence {
	out := make([]*SeedSequence, n)
	for i := range out {
		key := append(append([]uint32(nil), s.Key...), s.children)
		s.children++
		out[i] = newSequence(s.Entropy, key)
	}
	return out
}
