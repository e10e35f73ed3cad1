package runtime

import (
	"encoding/binary"
	"math"
	"math/big"
	"math/bits"

	"github.com/go-python/gpython/py"
)

// Hashes. Numbers hash as in CPython, by their value modulo the Mersenne prime P = 2^61-1, so that numbers of every
// type that compare equal hash equal. Tuples and frozensets combine the hashes of their items as CPython does, which
// fixes the order of sets of numbers. Strings use a fixed function of our own, so runs are reproducible.

const (
	hashModulus = 1<<61 - 1
	hashInf     = 314159
	hashImag    = 1000003
)

// fixHash avoids -1, which CPython reserves.
func fixHash(h int64) int64 {
	if h == -1 {
		return -2
	}
	return h
}

func hashInt(i int64) int64 {
	if i > -hashModulus && i < hashModulus {
		return fixHash(i)
	}
	return fixHash(i % hashModulus)
}

var bigModulus = big.NewInt(hashModulus)

func hashBig(z *big.Int) int64 {
	var r big.Int
	r.Rem(z, bigModulus)
	return fixHash(r.Int64())
}

// HashBig is the hash of an integer of any size.
func HashBig(z *big.Int) int64 { return hashBig(z) }

// HashFloat is the hash of a float; NaN hashes by its bits, since it equals only itself by identity.
func HashFloat(f float64) int64 {
	switch {
	case math.IsInf(f, 1):
		return hashInf
	case math.IsInf(f, -1):
		return -hashInf
	case math.IsNaN(f):
		return int64(mixHash(int64(math.Float64bits(f))) >> 1)
	}
	if i := int64(f); float64(i) == f && i > -hashModulus && i < hashModulus {
		return fixHash(i)
	}
	m, e := math.Frexp(f)
	sign := int64(1)
	if m < 0 {
		sign, m = -1, -m
	}
	// Twenty-eight bits of the mantissa at a time, with rotation as multiplication by a power of two modulo P.
	x := uint64(0)
	for m != 0 {
		x = (x<<28)&hashModulus | x>>(61-28)
		m *= 1 << 28
		e -= 28
		y := uint64(m)
		m -= float64(y)
		x += y
		if x >= hashModulus {
			x -= hashModulus
		}
	}
	if e >= 0 {
		e %= 61
	} else {
		e = 60 - (-1-e)%61
	}
	x = (x<<e)&hashModulus | x>>(61-e)
	return fixHash(int64(x) * sign)
}

// HashFraction is the hash of numerator/denominator in lowest terms.
func HashFraction(num, den *big.Int) int64 {
	inv := new(big.Int).ModInverse(den, bigModulus)
	h := int64(hashInf)
	if inv != nil {
		n := new(big.Int).Abs(num)
		n.Mul(n.Rem(n, bigModulus), inv)
		h = n.Rem(n, bigModulus).Int64()
	}
	if num.Sign() < 0 {
		h = -h
	}
	return fixHash(h)
}

const (
	strSeed = 0xa0761d6478bd642f
	strMul1 = 0xe7037ed1a0b428db
	strMul2 = 0x8ebc6af09c88c6e3
)

func mum(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return hi ^ lo
}

// hashString mixes eight bytes at a time by 64x64 multiplications.
func hashString(s string) int64 {
	n := len(s)
	h := uint64(strSeed) ^ uint64(n)
	for len(s) > 16 {
		h = mum(le64(s)^strMul1, le64(s[8:])^h)
		s = s[16:]
	}
	var a, b uint64
	switch {
	case len(s) >= 8:
		a, b = le64(s), le64(s[len(s)-8:])
	case len(s) >= 4:
		a, b = uint64(le32(s)), uint64(le32(s[len(s)-4:]))
	case len(s) > 0:
		a = uint64(s[0])<<16 | uint64(s[len(s)>>1])<<8 | uint64(s[len(s)-1])
	case n == 0:
		return 0
	}
	return fixHash(int64(mum(a^strMul1, b^h) ^ mum(h^strMul2, uint64(n)^strMul1)))
}

func le64(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func le32(s string) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

const (
	xxPrime1 = 11400714785074694791
	xxPrime2 = 14029467366897019727
	xxPrime5 = 2870177450012600261
)

// tupleHash combines hashes in order, by the xxHash rounds that CPython uses.
type tupleHash struct {
	acc uint64
	n   uint64
}

func newTupleHash() tupleHash { return tupleHash{acc: xxPrime5} }

func (h *tupleHash) add(lane int64) {
	h.acc += uint64(lane) * xxPrime2
	h.acc = bits.RotateLeft64(h.acc, 31) * xxPrime1
	h.n++
}

func (h *tupleHash) sum() int64 {
	acc := h.acc + (h.n ^ (xxPrime5 ^ 3527539))
	if acc == math.MaxUint64 {
		return 1546275796
	}
	return int64(acc)
}

// HashTuple combines hashes as a tuple of such items has.
func HashTuple(hashes ...int64) int64 {
	h := newTupleHash()
	for _, x := range hashes {
		h.add(x)
	}
	return h.sum()
}

const hashNone = 0xfca86420

// hashPointer spreads an address as CPython does.
func hashPointer(p uint64) int64 { return fixHash(int64(bits.RotateLeft64(p, -4))) }

// HashIdentity is the hash of an object that equals only itself.
func HashIdentity(o py.Object) int64 { return hashPointer(ID(o)) }

// HashBytes is the hash of a string of bytes.
func HashBytes(b []byte) int64 {
	if len(b) == 0 {
		return 0
	}
	h := uint64(strSeed) ^ uint64(len(b))
	for len(b) >= 8 {
		h = mum(binary.LittleEndian.Uint64(b)^strMul1, h^strMul2)
		b = b[8:]
	}
	for _, c := range b {
		h = mum(h^uint64(c), strMul2)
	}
	return fixHash(int64(h))
}

// Hash is the builtin hash().
func Hash(t *Thread, o py.Object) (int64, error) {
	switch x := o.(type) {
	case py.String:
		return hashString(string(x)), nil
	case py.Int:
		return hashInt(int64(x)), nil
	case py.Bool:
		return boolInt(x), nil
	case py.Float:
		return HashFloat(float64(x)), nil
	case py.Tuple:
		if t != nil {
			if err := t.Enter(); err != nil {
				return 0, err
			}
			defer t.Leave()
		}
		h := newTupleHash()
		for _, item := range x {
			v, err := Hash(t, item)
			if err != nil {
				return 0, err
			}
			h.add(v)
		}
		return h.sum(), nil
	case *py.BigInt:
		return hashBig((*big.Int)(x)), nil
	case py.NoneType:
		return hashNone, nil
	case py.Complex:
		re, im := HashFloat(float64(real(x))), HashFloat(float64(imag(x)))
		return fixHash(re + hashImag*im), nil
	case py.Bytes:
		return HashBytes(x), nil
	case *Set:
		if x.Frozen() {
			return x.hash(), nil
		}
		return 0, unhashable(o)
	case *py.List, *Dict:
		return 0, unhashable(o)
	case *Range:
		return x.hash(t)
	case *py.Slice:
		h := newTupleHash()
		for _, part := range []py.Object{x.Start, x.Stop, x.Step} {
			v, err := Hash(t, part)
			if err != nil {
				return 0, err
			}
			h.add(v)
		}
		return fixHash(int64(h.acc)), nil
	case *Instance, *Exception:
		return hashInstance(t, o)
	case *py.Type, *Native:
		return HashIdentity(o), nil
	case Hasher:
		return x.Hash(t)
	case py.I__hash__:
		r, err := x.M__hash__()
		if err != nil {
			return 0, AsException(err)
		}
		if i, ok := r.(py.Int); ok {
			return int64(i), nil
		}
		return 0, TypeErrorf("__hash__ method should return an integer")
	}
	if fn := LookupType(o.Type(), "__hash__"); fn != nil && !isObjectDefault(fn, "__hash__") {
		return callHash(t, o, fn)
	}
	// A native type that defines equality without a hash is not hashable, as in the language.
	switch o.(type) {
	case CompareOperator, py.I__eq__:
		if _, ok := o.(py.EllipsisType); !ok {
			return 0, unhashable(o)
		}
	}
	return HashIdentity(o), nil
}

func unhashable(o py.Object) error {
	return TypeErrorf("unhashable type: '%s'", typeName(o))
}

func hashInstance(t *Thread, o py.Object) (int64, error) {
	fn := LookupType(o.Type(), "__hash__")
	if fn == nil || isObjectDefault(fn, "__hash__") {
		return HashIdentity(o), nil
	}
	return callHash(t, o, fn)
}

func callHash(t *Thread, o, fn py.Object) (int64, error) {
	if fn == py.None {
		return 0, unhashable(o)
	}
	r, err := Call(t, fn, []py.Object{o}, nil)
	if err != nil {
		return 0, err
	}
	switch x := Payload(r).(type) {
	case py.Int:
		return fixHash(int64(x)), nil
	case py.Bool:
		return boolInt(x), nil
	case *py.BigInt:
		return hashBig((*big.Int)(x)), nil
	}
	return 0, TypeErrorf("__hash__ method should return an integer")
}
