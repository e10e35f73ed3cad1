package pymod

import (
	"crypto/rand"
	"crypto/sha512"
	"encoding/binary"
	"math"
	"math/big"
	"math/bits"
	"sort"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
	"monge/dsl/runtime/libm"
)

// rng is random.Random: the Mersenne Twister MT19937 (Matsumoto and Nishimura 1998), with the ways of drawing from it
// that CPython has, so that a seed gives the same numbers as there.
type rng struct {
	mt        [624]uint32
	at        int
	gaussNext float64
	hasGauss  bool
}

var randomType = newType("random", "Random", "A source of random numbers of its own. Equal seeds give equal numbers.", nil)

func (r *rng) Type() *py.Type { return randomType }

func (r *rng) seedWord(s uint32) {
	r.mt[0] = s
	for i := 1; i < len(r.mt); i++ {
		r.mt[i] = 1812433253*(r.mt[i-1]^r.mt[i-1]>>30) + uint32(i)
	}
	r.at = len(r.mt)
}

// seedArray initialises the state from words of any number.
func (r *rng) seedArray(key []uint32) {
	r.seedWord(19650218)
	const n = len(r.mt)
	i, j := 1, 0
	for k := max(n, len(key)); k > 0; k-- {
		r.mt[i] = (r.mt[i] ^ (r.mt[i-1]^r.mt[i-1]>>30)*1664525) + key[j] + uint32(j)
		i++
		j++
		if i >= n {
			r.mt[0] = r.mt[n-1]
			i = 1
		}
		if j >= len(key) {
			j = 0
		}
	}
	for k := n - 1; k > 0; k-- {
		r.mt[i] = (r.mt[i] ^ (r.mt[i-1]^r.mt[i-1]>>30)*1566083941) - uint32(i)
		i++
		if i >= n {
			r.mt[0] = r.mt[n-1]
			i = 1
		}
	}
	r.mt[0] = 1 << 31
}

func (r *rng) seedBig(z *big.Int) {
	b := z.Bytes() // the absolute value
	key := make([]uint32, 0, len(b)/4+1)
	for end := len(b); end > 0; end -= 4 {
		w := uint32(0)
		for i := max(end-4, 0); i < end; i++ {
			w = w<<8 | uint32(b[i])
		}
		key = append(key, w)
	}
	if len(key) == 0 {
		key = []uint32{0}
	}
	r.seedArray(key)
	r.hasGauss = false
}

// seed takes what random.seed takes.
func (r *rng) seed(t *thread, o object) error {
	switch x := runtime.Payload(o).(type) {
	case nil, py.NoneType:
		var b [32]byte
		rand.Read(b[:])
		r.seedBig(new(big.Int).SetBytes(b[:]))
		return nil
	case py.Int, *py.BigInt, py.Bool:
		z, _ := runtime.AsBig(x)
		r.seedBig(z)
		return nil
	case py.String:
		r.seedText([]byte(x))
		return nil
	case py.Bytes:
		r.seedText(x)
		return nil
	case py.Float:
		h, err := runtime.Hash(t, x)
		if err != nil {
			return err
		}
		r.seedBig(new(big.Int).SetUint64(uint64(h)))
		return nil
	}
	return runtime.TypeErrorf("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
}

func (r *rng) seedText(b []byte) {
	h := sha512.Sum512(b)
	r.seedBig(new(big.Int).SetBytes(append(append([]byte(nil), b...), h[:]...)))
}

func (r *rng) word() uint32 {
	const n, m = len(r.mt), 397
	if r.at >= n {
		twist := func(a, b uint32) uint32 {
			y := a&0x80000000 | b&0x7fffffff
			return y>>1 ^ (y&1)*0x9908b0df
		}
		for k := 0; k < n; k++ {
			r.mt[k] = r.mt[(k+m)%n] ^ twist(r.mt[k], r.mt[(k+1)%n])
		}
		r.at = 0
	}
	y := r.mt[r.at]
	r.at++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

// random is a float in [0, 1) with 53 random bits.
func (r *rng) random() float64 {
	a, b := r.word()>>5, r.word()>>6
	return (float64(a)*67108864 + float64(b)) / 9007199254740992
}

// bits is getrandbits for k <= 64.
func (r *rng) bits(k int) uint64 {
	if k == 0 {
		return 0
	}
	if k <= 32 {
		return uint64(r.word() >> (32 - k))
	}
	lo := uint64(r.word())
	return uint64(r.word()>>(64-k))<<32 | lo
}

func (r *rng) bigBits(k int) *big.Int {
	n := (k + 31) / 32
	b := make([]byte, 4*n)
	for i := 0; i < n; i++ {
		w := r.word()
		if k < 32 {
			w >>= 32 - k
		}
		k -= 32
		binary.BigEndian.PutUint32(b[4*(n-1-i):], w)
	}
	return new(big.Int).SetBytes(b)
}

// below is a uniform whole number in [0, n), n > 0.
func (r *rng) below(n int) int {
	k := bits.Len(uint(n))
	x := r.bits(k)
	for x >= uint64(n) {
		x = r.bits(k)
	}
	return int(x)
}

func (r *rng) belowBig(n *big.Int) *big.Int {
	if n.IsInt64() {
		return big.NewInt(int64(r.below(int(n.Int64()))))
	}
	k := n.BitLen()
	x := r.bigBits(k)
	for x.Cmp(n) >= 0 {
		x = r.bigBits(k)
	}
	return x
}

// sessionRandom is the generator behind the functions of module random.
func sessionRandom(t *thread) *rng {
	return t.State("random", func() any {
		r := &rng{}
		_ = r.seed(t, nil)
		return r
	}).(*rng)
}

// SeedRandom seeds the generator of module random, as random.seed(n) does.
func SeedRandom(t *runtime.Thread, n int64) { sessionRandom(t).seedBig(big.NewInt(n)) }

func randomMethod(name, params, doc string, f func(t *thread, r *rng, a []object) (object, error)) {
	runtime.TypeMethod(randomType, name, params, doc, f)
}

func init() {
	m := newModule("random", "Random numbers, choices and distributions. Not for secrets.")
	runtime.TypeNew(randomType, "x=, /", "", func(t *thread, cls *py.Type, a []object) (object, error) {
		r := &rng{}
		return r, r.seed(t, a[0])
	})
	randomMethod("seed", "a=, version=", "Start anew: the same value leads to the same numbers. Without one, a start that cannot be foreseen.", func(t *thread, r *rng, a []object) (object, error) {
		return none, r.seed(t, a[0])
	})
	randomMethod("random", "/", "A float of at least 0.0 and below 1.0.", func(t *thread, r *rng, a []object) (object, error) { return flt(r.random()), nil })
	randomMethod("getrandbits", "k, /", "An int of at least 0 and below 2**k.", func(t *thread, r *rng, a []object) (object, error) {
		k, err := runtime.AsInt(t, a[0])
		if err != nil {
			return nil, err
		}
		if k < 0 {
			return nil, runtime.ValueErrorf("number of bits must be non-negative")
		}
		if k <= 63 {
			return runtime.IntObj(int64(r.bits(k))), nil
		}
		if err := t.Alloc(int64(k) / 8); err != nil {
			return nil, err
		}
		return runtime.BigObj(r.bigBits(k)), nil
	})
	randomMethod("randbytes", "n, /", "n bytes. Not for secrets.", func(t *thread, r *rng, a []object) (object, error) {
		n, err := runtime.AsInt(t, a[0])
		if err != nil {
			return nil, err
		}
		if err := t.Alloc(int64(n)); err != nil || n < 0 {
			return nil, runtime.ValueErrorf("number of bits must be non-negative")
		}
		b := r.bigBits(8 * n).FillBytes(make([]byte, n))
		for i, j := 0, n-1; i < j; i, j = i+1, j-1 {
			b[i], b[j] = b[j], b[i]
		}
		return py.Bytes(b), nil
	})
	randomMethod("getstate", "/", "Where the generator is now, for setstate().", func(t *thread, r *rng, a []object) (object, error) {
		words := make(py.Tuple, 0, 625)
		for _, w := range r.mt {
			words = append(words, num(int(w)))
		}
		var g object = none
		if r.hasGauss {
			g = flt(r.gaussNext)
		}
		return py.Tuple{num(3), append(words, num(r.at)), g}, nil
	})
	randomMethod("setstate", "state, /", "Go back to where the generator was when getstate() was called.", func(t *thread, r *rng, a []object) (object, error) {
		s, ok := a[0].(py.Tuple)
		if !ok || len(s) != 3 {
			return nil, runtime.ValueErrorf("state with version None passed to Random.setstate() of version 3")
		}
		words, ok := s[1].(py.Tuple)
		if !ok || len(words) != 625 {
			return nil, runtime.ValueErrorf("state vector is the wrong size")
		}
		for i, w := range words {
			v, err := runtime.AsInt(t, w)
			if err != nil {
				return nil, err
			}
			if i < 624 {
				r.mt[i] = uint32(v)
			} else {
				r.at = v
			}
		}
		g, ok := s[2].(py.Float)
		r.gaussNext, r.hasGauss = float64(g), ok
		return none, nil
	})
	randomRanges()
	randomSequences()
	randomDistributions()
	m.class(randomType)
	m.perThread(func(t *thread, mod *runtime.Module) error {
		r := sessionRandom(t)
		for name, fn := range randomType.Dict {
			if name[0] != '_' {
				mod.Dict.SetStr(name, &runtime.BoundMethod{Self: r, Fn: fn})
			}
		}
		return nil
	})
}

func randomRanges() {
	randrange := func(t *thread, r *rng, start, stop, step object) (object, error) {
		a, err := needInt(t, start)
		if err != nil {
			return nil, err
		}
		if stop == nil || stop == none {
			if step != nil && step != none && !runtime.Is(step, num(1)) {
				return nil, runtime.TypeErrorf("Missing a non-None stop argument")
			}
			if a.Sign() > 0 {
				return runtime.BigObj(r.belowBig(a)), nil
			}
			return nil, runtime.ValueErrorf("empty range for randrange()")
		}
		b, err := needInt(t, stop)
		if err != nil {
			return nil, err
		}
		c := big.NewInt(1)
		if step != nil && step != none {
			if c, err = needInt(t, step); err != nil {
				return nil, err
			}
		}
		width := new(big.Int).Sub(b, a)
		n := width
		switch c.Sign() {
		case 0:
			return nil, runtime.ValueErrorf("zero step for randrange()")
		case 1:
			n = new(big.Int).Add(width, c)
			n.Sub(n, big.NewInt(1))
			n.Div(n, c)
		case -1:
			n = new(big.Int).Add(width, c)
			n.Add(n, big.NewInt(1))
			n.Quo(n, c)
		}
		if n.Sign() <= 0 {
			if c.Cmp(big.NewInt(1)) == 0 {
				return nil, runtime.ValueErrorf("empty range in randrange(%v, %v)", a, b)
			}
			return nil, runtime.ValueErrorf("empty range in randrange(%v, %v, %v)", a, b, c)
		}
		x := r.belowBig(n)
		x.Mul(x, c)
		return runtime.BigObj(x.Add(x, a)), nil
	}
	randomMethod("randrange", "start, stop=, step=", "One of the integers of range(start, stop, step).", func(t *thread, r *rng, a []object) (object, error) {
		return randrange(t, r, a[0], a[1], a[2])
	})
	randomMethod("randint", "a, b", "An integer from a to b, both possible.", func(t *thread, r *rng, a []object) (object, error) {
		end, err := runtime.Binary(t, runtime.OpAdd, a[1], num(1))
		if err != nil {
			return nil, err
		}
		return randrange(t, r, a[0], end, nil)
	})
}

func randomSequences() {
	randomMethod("choice", "seq", "One item of a sequence. IndexError if it is empty.", func(t *thread, r *rng, a []object) (object, error) {
		n, err := runtime.Len(t, a[0])
		if err != nil {
			return nil, err
		}
		if n == 0 {
			return nil, runtime.IndexErrorf("Cannot choose from an empty sequence")
		}
		return runtime.GetItem(t, a[0], num(r.below(n)))
	})
	randomMethod("shuffle", "x", "Put the items of a list into random order, in the list itself.", func(t *thread, r *rng, a []object) (object, error) {
		if l, ok := runtime.Payload(a[0]).(*py.List); ok {
			for i := len(l.Items) - 1; i > 0; i-- {
				j := r.below(i + 1)
				l.Items[i], l.Items[j] = l.Items[j], l.Items[i]
			}
			return none, t.Tick()
		}
		n, err := runtime.Len(t, a[0])
		if err != nil {
			return nil, err
		}
		for i := n - 1; i > 0; i-- {
			j := r.below(i + 1)
			x, err := runtime.GetItem(t, a[0], num(i))
			if err != nil {
				return nil, err
			}
			y, err := runtime.GetItem(t, a[0], num(j))
			if err != nil {
				return nil, err
			}
			if err := runtime.SetItem(t, a[0], num(i), y); err != nil {
				return nil, err
			}
			if err := runtime.SetItem(t, a[0], num(j), x); err != nil {
				return nil, err
			}
		}
		return none, nil
	})
	randomMethod("sample", "population, k, *, counts=", "A list of k items of a sequence, none taken twice. counts says how often each item is there.", func(t *thread, r *rng, a []object) (object, error) {
		switch runtime.Payload(a[0]).(type) {
		case *runtime.Set, *runtime.Dict:
			return nil, runtime.TypeErrorf("Population must be a sequence.  For dicts or sets, use sorted(d).")
		}
		n, err := runtime.Len(t, a[0])
		if err != nil {
			return nil, runtime.TypeErrorf("Population must be a sequence.  For dicts or sets, use sorted(d).")
		}
		item := func(i int) (object, error) { return runtime.GetItem(t, a[0], num(i)) }
		if given(a[2]) {
			counts, err := runtime.Collect(t, a[2])
			if err != nil {
				return nil, err
			}
			if len(counts) != n {
				return nil, runtime.ValueErrorf("The number of counts does not match the population")
			}
			ends := make([]int, n)
			total := 0
			for i, c := range counts {
				v, err := runtime.AsInt(t, c)
				if err != nil {
					return nil, runtime.TypeErrorf("Counts must be integers")
				}
				total += v
				ends[i] = total
			}
			if total <= 0 {
				return nil, runtime.ValueErrorf("Total of counts must be greater than zero")
			}
			n = total
			item = func(i int) (object, error) {
				return runtime.GetItem(t, a[0], num(sort.Search(len(ends), func(k int) bool { return ends[k] > i })))
			}
		}
		k, err := runtime.AsInt(t, a[1])
		if err != nil {
			return nil, err
		}
		if k < 0 || k > n {
			return nil, runtime.ValueErrorf("Sample larger than population or is negative")
		}
		if err := t.Alloc(int64(k) * 64); err != nil {
			return nil, err
		}
		out := make([]object, k)
		size := 21
		if k > 5 {
			size += int(math.Pow(4, math.Ceil(libm.Log(float64(k*3))/libm.Log(4))))
		}
		if n <= size {
			pool := make([]int, n)
			for i := range pool {
				pool[i] = i
			}
			for i := range out {
				j := r.below(n - i)
				if out[i], err = item(pool[j]); err != nil {
					return nil, err
				}
				pool[j] = pool[n-i-1]
			}
			return runtime.NewList(out), nil
		}
		seen := make(map[int]bool, k)
		for i := range out {
			j := r.below(n)
			for seen[j] {
				j = r.below(n)
			}
			seen[j] = true
			if i&1023 == 0 {
				if err := t.Tick(); err != nil {
					return nil, err
				}
			}
			if out[i], err = item(j); err != nil {
				return nil, err
			}
		}
		return runtime.NewList(out), nil
	})
	randomMethod("choices", "population, weights=, *, cum_weights=, k=", "A list of k items (one, without k), where an item may come again. weights says how likely each is, cum_weights the same as running totals.", func(t *thread, r *rng, a []object) (object, error) {
		n, err := runtime.Len(t, a[0])
		if err != nil {
			return nil, err
		}
		k := 1
		if a[3] != nil {
			if k, err = runtime.AsInt(t, a[3]); err != nil {
				return nil, err
			}
		}
		var cum []float64
		switch {
		case given(a[2]):
			if given(a[1]) {
				return nil, runtime.TypeErrorf("Cannot specify both weights and cumulative weights")
			}
			if cum, err = vector(t, a[2]); err != nil {
				return nil, err
			}
		case given(a[1]):
			if cum, err = vector(t, a[1]); err != nil {
				return nil, err
			}
			for i := 1; i < len(cum); i++ {
				cum[i] += cum[i-1]
			}
		}
		if err := t.Alloc(int64(max(k, 0)) * 16); err != nil {
			return nil, err
		}
		out := make([]object, max(k, 0))
		if cum == nil {
			if n == 0 && k > 0 {
				return nil, runtime.IndexErrorf("list index out of range")
			}
			for i := range out {
				if out[i], err = runtime.GetItem(t, a[0], num(int(math.Floor(r.random()*float64(n))))); err != nil {
					return nil, err
				}
			}
			return runtime.NewList(out), nil
		}
		if len(cum) != n {
			return nil, runtime.ValueErrorf("The number of weights does not match the population")
		}
		total := 0.0
		if n > 0 {
			total = cum[n-1]
		}
		if total <= 0 {
			return nil, runtime.ValueErrorf("Total of weights must be greater than zero")
		}
		if total-total != 0 {
			return nil, runtime.ValueErrorf("Total of weights must be finite")
		}
		for i := range out {
			x := r.random() * total
			j := sort.Search(n-1, func(k int) bool { return cum[k] > x })
			if out[i], err = runtime.GetItem(t, a[0], num(j)); err != nil {
				return nil, err
			}
		}
		return runtime.NewList(out), nil
	})
}
