package runtime

import (
	"math"
	"math/big"
	"math/bits"

	"github.com/go-python/gpython/py"
)

// intBinary is an operation on two machine-size integers; nil, nil when ints do not have it.
func intBinary(t *Thread, op BinOp, x, y int64) (py.Object, error) {
	switch op {
	case OpAdd:
		s := x + y
		if (s > x) == (y > 0) {
			return IntObj(s), nil
		}
	case OpSub:
		d := x - y
		if (d < x) == (y > 0) {
			return IntObj(d), nil
		}
	case OpMul:
		if p, ok := mul64(x, y); ok {
			return IntObj(p), nil
		}
	case OpDiv:
		return intTrueDiv(x, y)
	case OpFloorDiv:
		if y == 0 {
			return nil, Errorf(py.ZeroDivisionError, "integer division or modulo by zero")
		}
		if y != -1 {
			return IntObj(floorDiv64(x, y)), nil
		}
		if x != math.MinInt64 {
			return IntObj(-x), nil
		}
	case OpMod:
		if y == 0 {
			return nil, Errorf(py.ZeroDivisionError, "integer modulo by zero")
		}
		if y == -1 {
			return IntObj(0), nil
		}
		return IntObj(floorMod64(x, y)), nil
	case OpPow:
		return intPow(t, x, y)
	case OpLShift:
		if y < 0 {
			return nil, ValueErrorf("negative shift count")
		}
		if x == 0 {
			return IntObj(0), nil
		}
		if y < 64 {
			if r := x << uint(y); r>>uint(y) == x {
				return IntObj(r), nil
			}
		}
	case OpRShift:
		if y < 0 {
			return nil, ValueErrorf("negative shift count")
		}
		if y > 63 {
			y = 63
		}
		return IntObj(x >> uint(y)), nil
	case OpBitAnd:
		return IntObj(x & y), nil
	case OpBitOr:
		return IntObj(x | y), nil
	case OpBitXor:
		return IntObj(x ^ y), nil
	default:
		return nil, nil
	}
	return bigBinary(t, op, big.NewInt(x), big.NewInt(y))
}

// mul64 multiplies, reporting whether the product fits.
func mul64(x, y int64) (int64, bool) {
	if int64(int32(x)) == x && int64(int32(y)) == y {
		return x * y, true
	}
	hi, lo := bits.Mul64(uint64(x), uint64(y))
	// The signed high word follows from the unsigned one.
	shi := int64(hi)
	if x < 0 {
		shi -= y
	}
	if y < 0 {
		shi -= x
	}
	p := int64(lo)
	return p, shi == p>>63
}

func floorDiv64(x, y int64) int64 {
	q := x / y
	if (x%y != 0) && ((x < 0) != (y < 0)) {
		q--
	}
	return q
}

func floorMod64(x, y int64) int64 {
	r := x % y
	if r != 0 && (r < 0) != (y < 0) {
		r += y
	}
	return r
}

func intTrueDiv(x, y int64) (py.Object, error) {
	if y == 0 {
		return nil, Errorf(py.ZeroDivisionError, "division by zero")
	}
	const exact = 1 << 53
	if x > -exact && x < exact && y > -exact && y < exact {
		return py.Float(float64(x) / float64(y)), nil
	}
	return bigTrueDiv(big.NewInt(x), big.NewInt(y))
}

// bigTrueDiv is the correctly rounded quotient.
func bigTrueDiv(x, y *big.Int) (py.Object, error) {
	if y.Sign() == 0 {
		return nil, Errorf(py.ZeroDivisionError, "division by zero")
	}
	if x.Sign() == 0 {
		return py.Float(math.Copysign(0, float64(y.Sign()))), nil
	}
	// The quotient to 120 bits, cut off; what was cut off is marked beyond them, so that the rounding to a float (or to
	// one of the few bits of a subnormal) sees it.
	q := new(big.Float).SetPrec(120).SetMode(big.ToZero)
	q.Quo(new(big.Float).SetInt(x), new(big.Float).SetInt(y))
	if q.Acc() != big.Exact {
		mark := new(big.Float).SetMantExp(big.NewFloat(1), q.MantExp(nil)-140)
		if q.Sign() < 0 {
			mark.Neg(mark)
		}
		q.SetPrec(200).Add(q, mark)
	}
	f, _ := q.SetMode(big.ToNearestEven).Float64()
	if math.IsInf(f, 0) {
		return nil, Errorf(py.OverflowError, "integer division result too large for a float")
	}
	return py.Float(f), nil
}

// intPow is x**y for machine-size operands.
func intPow(t *Thread, x, y int64) (py.Object, error) {
	if y < 0 {
		return floatPow(float64(x), float64(y))
	}
	r, base := int64(1), x
	for e := y; ; {
		if e&1 != 0 {
			p, ok := mul64(r, base)
			if !ok {
				break
			}
			r = p
		}
		if e >>= 1; e == 0 {
			return IntObj(r), nil
		}
		p, ok := mul64(base, base)
		if !ok {
			break
		}
		base = p
	}
	return bigPow(t, big.NewInt(x), big.NewInt(y))
}

// bigWork is the number of word products above which an operation is run so that it can be interrupted.
const bigWork = 1 << 22

func words(z *big.Int) int64 { return int64(len(z.Bits())) }

// mulBig multiplies, interruptibly when the operands are long.
func mulBig(t *Thread, x, y *big.Int) (*big.Int, error) {
	if words(x)*words(y) < bigWork {
		return new(big.Int).Mul(x, y), nil
	}
	if err := t.Alloc((words(x) + words(y)) * 8); err != nil {
		return nil, err
	}
	return longBig(t, func() *big.Int { return new(big.Int).Mul(x, y) })
}

// bigPow is x**y for y >= 0, or a float for y < 0. The size of the result is checked before any work.
func bigPow(t *Thread, x, y *big.Int) (py.Object, error) {
	if y.Sign() < 0 {
		fx, err := bigToFloat(x)
		if err != nil {
			return nil, err
		}
		fy, err := bigToFloat(y)
		if err != nil {
			return nil, err
		}
		return floatPow(fx, fy)
	}
	switch {
	case y.Sign() == 0:
		return IntObj(1), nil
	case x.Sign() == 0:
		return IntObj(0), nil
	case x.IsInt64() && x.Int64() == 1:
		return IntObj(1), nil
	case x.IsInt64() && x.Int64() == -1:
		if y.Bit(0) == 0 {
			return IntObj(1), nil
		}
		return IntObj(-1), nil
	case !y.IsInt64():
		return nil, NewException(py.MemoryError)
	}
	e := y.Int64()
	// The result has at least (bitlen-1)*e bits.
	if err := t.repeatAlloc(int64(x.BitLen()-1), e, 1); err != nil && int64(x.BitLen()-1)*e/8 != 0 {
		return nil, err
	}
	if b := int64(x.BitLen() - 1); b > 0 {
		if e > (1<<62)/b {
			return nil, NewException(py.MemoryError)
		}
		if err := t.Alloc(b * e / 8); err != nil {
			return nil, err
		}
	}
	if tz := x.TrailingZeroBits(); tz > 0 && int(tz) == x.BitLen()-1 && x.Sign() > 0 {
		return BigObj(new(big.Int).Lsh(big.NewInt(1), uint(int64(tz)*e))), nil
	}
	r := new(big.Int).Set(x)
	for i := bits.Len64(uint64(e)) - 2; i >= 0; i-- {
		var err error
		if r, err = mulBig(t, r, r); err != nil {
			return nil, err
		}
		if e>>uint(i)&1 != 0 {
			if r, err = mulBig(t, r, x); err != nil {
				return nil, err
			}
		}
	}
	return BigObj(r), nil
}

// bigBinary is an operation on integers of any size; nil, nil when ints do not have it.
func bigBinary(t *Thread, op BinOp, x, y *big.Int) (py.Object, error) {
	z := new(big.Int)
	switch op {
	case OpAdd:
		z.Add(x, y)
	case OpSub:
		z.Sub(x, y)
	case OpMul:
		z, err := mulBig(t, x, y)
		if err != nil {
			return nil, err
		}
		return BigObj(z), nil
	case OpDiv:
		return bigTrueDiv(x, y)
	case OpFloorDiv, OpMod:
		q, r, err := bigDivmod(t, x, y, op == OpMod)
		if err != nil {
			return nil, err
		}
		if op == OpMod {
			return BigObj(r), nil
		}
		return BigObj(q), nil
	case OpPow:
		return bigPow(t, x, y)
	case OpLShift:
		if y.Sign() < 0 {
			return nil, ValueErrorf("negative shift count")
		}
		if x.Sign() == 0 {
			return IntObj(0), nil
		}
		if !y.IsInt64() {
			return nil, Errorf(py.OverflowError, "too many digits in integer")
		}
		n := y.Int64()
		if err := t.Alloc(n/8 + words(x)*8); err != nil {
			return nil, err
		}
		z.Lsh(x, uint(n))
	case OpRShift:
		if y.Sign() < 0 {
			return nil, ValueErrorf("negative shift count")
		}
		if !y.IsInt64() || y.Int64() > int64(x.BitLen()) {
			if x.Sign() < 0 {
				return IntObj(-1), nil
			}
			return IntObj(0), nil
		}
		z.Rsh(x, uint(y.Int64()))
	case OpBitAnd:
		z.And(x, y)
	case OpBitOr:
		z.Or(x, y)
	case OpBitXor:
		z.Xor(x, y)
	default:
		return nil, nil
	}
	return BigObj(z), nil
}

// bigDivmod is floor division with remainder of the divisor's sign.
func bigDivmod(t *Thread, x, y *big.Int, modOnly bool) (q, r *big.Int, err error) {
	if y.Sign() == 0 {
		if modOnly {
			return nil, nil, Errorf(py.ZeroDivisionError, "integer modulo by zero")
		}
		return nil, nil, Errorf(py.ZeroDivisionError, "integer division or modulo by zero")
	}
	r = new(big.Int)
	if d := words(x) - words(y); d > 0 && d*words(y) >= bigWork {
		if q, err = longBig(t, func() *big.Int { q, _ := new(big.Int).QuoRem(x, y, r); return q }); err != nil {
			return nil, nil, err
		}
	} else {
		q, r = new(big.Int).QuoRem(x, y, r)
	}
	if r.Sign() != 0 && (r.Sign() < 0) != (y.Sign() < 0) {
		q.Sub(q, bigOne)
		r.Add(r, y)
	}
	return q, r, nil
}

var bigOne = big.NewInt(1)

func bigUnary(op UnaryOp, x *py.BigInt) py.Object {
	z := new(big.Int)
	switch op {
	case OpNeg:
		z.Neg((*big.Int)(x))
	case OpInvert:
		z.Not((*big.Int)(x))
	default:
		return x
	}
	return BigObj(z)
}

// bigToFloat rounds to the nearest float, half to even.
func bigToFloat(z *big.Int) (float64, error) {
	f, _ := new(big.Float).SetInt(z).Float64()
	if math.IsInf(f, 0) {
		return 0, Errorf(py.OverflowError, "int too large to convert to float")
	}
	return f, nil
}

// builtinDivmod is divmod() on builtin numbers; nil, nil when it is not defined.
func builtinDivmod(t *Thread, a, b py.Object, ka, kb kind) (py.Object, error) {
	switch {
	case ka.integer() && kb.integer():
		if ka != kBig && kb != kBig {
			x, y := smallValue(a), smallValue(b)
			if y != 0 && y != -1 {
				return py.Tuple{IntObj(floorDiv64(x, y)), IntObj(floorMod64(x, y))}, nil
			}
		}
		x, _ := asBig(a)
		y, _ := asBig(b)
		q, r, err := bigDivmod(t, x, y, false)
		if err != nil {
			return nil, err
		}
		return py.Tuple{BigObj(q), BigObj(r)}, nil
	case ka == kFloat && (kb.integer() || kb == kFloat) || kb == kFloat && ka.integer():
		x, err := toFloat(a)
		if err != nil {
			return nil, err
		}
		y, err := toFloat(b)
		if err != nil {
			return nil, err
		}
		if y == 0 {
			return nil, Errorf(py.ZeroDivisionError, "float divmod()")
		}
		q, r := floatDivmod(x, y)
		return py.Tuple{py.Float(q), py.Float(r)}, nil
	}
	return nil, nil
}

// PowMod is pow(x, y, m) on integers.
func powMod(t *Thread, x, y, m *big.Int) (py.Object, error) {
	if m.Sign() == 0 {
		return nil, ValueErrorf("pow() 3rd argument cannot be 0")
	}
	mod := new(big.Int).Abs(m)
	base := new(big.Int).Mod(x, mod)
	exp := y
	if y.Sign() < 0 {
		if base.ModInverse(base, mod) == nil {
			return nil, ValueErrorf("base is not invertible for the given modulus")
		}
		exp = new(big.Int).Neg(y)
	}
	work := func() *big.Int { return new(big.Int).Exp(base, exp, mod) }
	var z *big.Int
	var err error
	if words(mod)*words(mod)*int64(exp.BitLen()) < bigWork {
		z = work()
	} else if z, err = longBig(t, work); err != nil {
		return nil, err
	}
	if z.Sign() != 0 && m.Sign() < 0 {
		z.Add(z, m)
	}
	if mod.Cmp(bigOne) == 0 {
		z.SetInt64(0)
	}
	return BigObj(z), nil
}
