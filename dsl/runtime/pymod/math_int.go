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
	fold("gcd", "Greatest Common Divisor.", 0, func(acc, z *big.Int) *big.Int { return new(big.Int).GCD(nil, nil, acc, z) })
	fold("lcm", "Least Common Multiple.", 1, func(acc, z *big.Int) *big.Int {
		if acc.Sign() == 0 || z.Sign() == 0 {
			return new(big.Int)
		}
		g := new(big.Int).GCD(nil, nil, acc, z)
		return g.Mul(new(big.Int).Quo(acc, g), z)
	})
	m.fn("factorial", "n, /", "Find n!.\n\nRaise a ValueError if x is negative or non-integral.", func(t *thread, a []object) (object, error) {
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
	choose("comb", "Number of ways to choose k items from n items without repetition and without order.", false)
	choose("perm", "Number of ways to choose k items from n items without repetition and with order.", true)
	m.fn("isqrt", "n, /", "Return the integer part of the square root of the input.", func(t *thread, a []object) (object, error) {
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
