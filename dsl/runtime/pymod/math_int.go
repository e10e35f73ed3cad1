package pymod

import (
	"math"
	"math/big"
	"math/bits"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// The functions of module math on integers.

// needInt reads an integer of any size.
func needInt(t *thread, o object) (*big.Int, error) {
	i, err := runtime.Index(t, o)
	if err != nil {
		return nil, err
	}
	z, _ := runtime.AsBig(i)
	return z, nil
}

func mathIntegers(m *modSpec) {
	fold := func(name, doc string, start int64, f func(acc, z *big.Int) *big.Int) {
		m.fn(name, "*integers", doc, func(t *thread, a []object) (object, error) {
			acc := big.NewInt(start)
			for _, o := range a {
				z, err := needInt(t, o)
				if err != nil {
					return nil, err
				}
				acc = f(acc, new(big.Int).Abs(z))
			}
			return runtime.BigObj(acc), nil
		})
	}
	fold("gcd", "The greatest integer that divides all the arguments; 0 without any.", 0, func(acc, z *big.Int) *big.Int { return new(big.Int).GCD(nil, nil, acc, z) })
	fold("lcm", "The least positive integer that all the arguments divide; 0 if one of them is 0.", 1, func(acc, z *big.Int) *big.Int {
		if acc.Sign() == 0 || z.Sign() == 0 {
			return new(big.Int)
		}
		g := new(big.Int).GCD(nil, nil, acc, z)
		return g.Mul(new(big.Int).Quo(acc, g), z)
	})
	m.fn("factorial", "n, /", "1 * 2 * ... * n. ValueError if n is negative.", func(t *thread, a []object) (object, error) {
		z, err := needInt(t, a[0])
		if err != nil {
			return nil, err
		}
		if z.Sign() < 0 {
			return nil, runtime.ValueErrorf("factorial() not defined for negative values")
		}
		if !z.IsInt64() {
			return nil, runtime.Errorf(py.OverflowError, "factorial() argument should not exceed %d", math.MaxInt64)
		}
		n := z.Int64()
		if err := t.Alloc(n * int64(bits.Len64(uint64(n))) / 8); err != nil {
			return nil, err
		}
		r, err := product(t, 1, n)
		if err != nil {
			return nil, err
		}
		return runtime.BigObj(r), nil
	})
	choose := func(name, doc string, perm bool) {
		m.fn(name, "n, k=, /", doc, func(t *thread, a []object) (object, error) {
			n, err := needInt(t, a[0])
			if err != nil {
				return nil, err
			}
			k := n
			if a[1] != nil && a[1] != none {
				if k, err = needInt(t, a[1]); err != nil {
					return nil, err
				}
			} else if !perm {
				return nil, runtime.TypeErrorf("comb expected 2 arguments, got 1")
			}
			if n.Sign() < 0 {
				return nil, runtime.ValueErrorf("n must be a non-negative integer")
			}
			if k.Sign() < 0 {
				return nil, runtime.ValueErrorf("k must be a non-negative integer")
			}
			if k.Cmp(n) > 0 {
				return num(0), nil
			}
			if !perm {
				if rest := new(big.Int).Sub(n, k); rest.Cmp(k) < 0 {
					k = rest
				}
			}
			if !k.IsInt64() || k.Int64() > 1<<40 {
				return nil, runtime.Errorf(py.OverflowError, "%s must not exceed %d", map[bool]string{true: "k", false: "min(n - k, k)"}[perm], math.MaxInt64)
			}
			if err := t.Alloc(k.Int64() * int64(n.BitLen()) / 8); err != nil {
				return nil, err
			}
			r := big.NewInt(1)
			f := new(big.Int).Set(n)
			for i := int64(1); i <= k.Int64(); i++ {
				r.Mul(r, f)
				f.Sub(f, big.NewInt(1))
				if !perm {
					r.Quo(r, big.NewInt(i))
				}
				if i&255 == 0 {
					if err := t.Tick(); err != nil {
						return nil, err
					}
				}
			}
			return runtime.BigObj(r), nil
		})
	}
	choose("comb", "In how many ways k of n things can be chosen if their order does not matter.", false)
	choose("perm", "In how many ways k of n things (all, without k) can be put in a row.", true)
	m.fn("isqrt", "n, /", "The greatest integer whose square is at most n.", func(t *thread, a []object) (object, error) {
		z, err := needInt(t, a[0])
		if err != nil {
			return nil, err
		}
		if z.Sign() < 0 {
			return nil, runtime.ValueErrorf("isqrt() argument must be nonnegative")
		}
		return runtime.BigObj(new(big.Int).Sqrt(z)), nil
	})
}

// product is lo (lo+1) ... hi by halving, so that the factors stay of equal size.
func product(t *thread, lo, hi int64) (*big.Int, error) {
	if hi-lo < 16 {
		r := big.NewInt(1)
		for i := lo; i <= hi; i++ {
			r.Mul(r, big.NewInt(i))
		}
		return r, t.Tick()
	}
	mid := lo + (hi-lo)/2
	a, err := product(t, lo, mid)
	if err != nil {
		return nil, err
	}
	b, err := product(t, mid+1, hi)
	if err != nil {
		return nil, err
	}
	r, err := runtime.Binary(t, runtime.OpMul, runtime.BigObj(a), runtime.BigObj(b))
	if err != nil {
		return nil, err
	}
	z, _ := runtime.AsBig(r)
	return z, nil
}
