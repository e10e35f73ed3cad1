package runtime

import (
	"github.com/go-python/gpython/py"
)

// The builtins that compute: abs, divmod, pow, round, sum, min and max.

// Abs is abs(o).
func Abs(t *Thread, o py.Object) (py.Object, error) {
	switch x := o.(type) {
	case py.Int:
		if x < 0 {
			return Unary(t, OpNeg, x)
		}
		return x, nil
	case py.Float:
		if x < 0 || x == 0 {
			return py.Float(absFloat(float64(x))), nil
		}
		return x, nil
	case py.Bool:
		return IntObj(boolInt(x)), nil
	case *py.BigInt:
		if bigSign(x) < 0 {
			return Unary(t, OpNeg, x)
		}
		return x, nil
	case py.Complex:
		r, ok := complexAbs(complex128(x))
		if !ok {
			return nil, Errorf(py.OverflowError, "absolute value too large")
		}
		return py.Float(r), nil
	}
	if fn := LookupType(o.Type(), "__abs__"); fn != nil {
		return Call(t, fn, []py.Object{o}, nil)
	}
	if n, ok := o.(py.I__abs__); ok && kindOf(o) == kNative {
		return gpythonResult(n.M__abs__())
	}
	return nil, TypeErrorf("bad operand type for abs(): '%s'", typeName(o))
}

func absFloat(f float64) float64 {
	if f < 0 {
		return -f
	}
	if f == 0 {
		return 0
	}
	return f
}

// Divmod is divmod(a, b).
func Divmod(t *Thread, a, b py.Object) (py.Object, error) {
	r, err := binaryTry(t, opDivmod, a, b)
	if err != nil {
		return nil, err
	}
	if r == nil {
		return nil, TypeErrorf("unsupported operand type(s) for divmod(): '%s' and '%s'", typeName(a), typeName(b))
	}
	return r, nil
}

// Power is pow(base, exp, mod); mod may be nil.
func Power(t *Thread, base, exp, mod py.Object) (py.Object, error) {
	if mod == nil || mod == py.None {
		return Binary(t, OpPow, base, exp)
	}
	x, ok := asBig(Payload(base))
	y, ok2 := asBig(Payload(exp))
	m, ok3 := asBig(Payload(mod))
	if ok && ok2 && ok3 {
		return powMod(t, x, y, m)
	}
	if fn := LookupType(base.Type(), "__pow__"); fn != nil && kindOf(base) == kInstance {
		r, err := Call(t, fn, []py.Object{base, exp, mod}, nil)
		if err != nil || !declined(r) {
			return r, err
		}
	}
	switch Payload(base).(type) {
	case py.Float, py.Int, py.Bool, *py.BigInt:
		if k := baseKind(Payload(exp)); k.integer() || k == kFloat {
			return nil, TypeErrorf("pow() 3rd argument not allowed unless all arguments are integers")
		}
	case py.Complex:
		return nil, ValueErrorf("complex modulo")
	}
	return nil, TypeErrorf("unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", typeName(base), typeName(exp), typeName(mod))
}

// Round is round(o, ndigits); ndigits may be nil.
func Round(t *Thread, o, ndigits py.Object) (py.Object, error) {
	switch x := o.(type) {
	case py.Float:
		return roundFloat(t, float64(x), ndigits)
	case py.Int, *py.BigInt:
		return roundInt(t, x, ndigits)
	case py.Bool:
		return roundInt(t, IntObj(boolInt(x)), ndigits)
	}
	fn := LookupType(o.Type(), "__round__")
	if fn == nil {
		return nil, TypeErrorf("type %s doesn't define __round__ method", typeName(o))
	}
	args := []py.Object{o}
	if ndigits != nil && ndigits != py.None {
		args = append(args, ndigits)
	}
	return Call(t, fn, args, nil)
}

// Sum is sum(iterable, start): ints exactly, floats with Neumaier's compensation as in CPython 3.12, other values by +.
func Sum(t *Thread, o, start py.Object) (py.Object, error) {
	it, err := Iter(t, o)
	if err != nil {
		return nil, err
	}
	var acc py.Object = IntObj(0)
	if start != nil {
		switch Payload(start).(type) {
		case py.String:
			return nil, TypeErrorf("sum() can't sum strings [use ''.join(seq) instead]")
		case py.Bytes:
			return nil, TypeErrorf("sum() can't sum bytes [use b''.join(seq) instead]")
		case *ByteArray:
			return nil, TypeErrorf("sum() can't sum bytearray [use b''.join(seq) instead]")
		}
		acc = start
	}
	var tick ticks
	next := func() (py.Object, error) {
		if err := tick.step(t); err != nil {
			return nil, err
		}
		return it.Next(t)
	}
	v, err := next()
	if i, ok := acc.(py.Int); ok && err == nil {
		n := int64(i)
		for v != nil {
			x, isInt := v.(py.Int)
			if !isInt {
				b, isBool := v.(py.Bool)
				if !isBool {
					break
				}
				x = py.Int(boolInt(b))
			}
			s := n + int64(x)
			if (s > n) != (x > 0) && x != 0 {
				break
			}
			n = s
			if v, err = next(); err != nil {
				return nil, err
			}
		}
		acc = IntObj(n)
		if v != nil {
			if acc, err = Binary(t, OpAdd, acc, v); err != nil {
				return nil, err
			}
			v, err = next()
		}
	}
	if err != nil {
		return nil, err
	}
	if f, ok := acc.(py.Float); ok {
		sum, c := float64(f), 0.0
		for v != nil {
			switch x := v.(type) {
			case py.Float:
				y := float64(x)
				s := sum + y
				if absFloat(sum) >= absFloat(y) {
					c += (sum - s) + y
				} else {
					c += (y - s) + sum
				}
				sum = s
			case py.Int:
				sum += float64(x)
			case py.Bool:
				sum += float64(boolInt(x))
			default:
				goto general
			}
			if v, err = next(); err != nil {
				return nil, err
			}
		}
	general:
		if c != 0 && c-c == 0 {
			sum += c
		}
		acc = py.Float(sum)
	}
	for v != nil {
		if acc, err = Binary(t, OpAdd, acc, v); err != nil {
			return nil, err
		}
		if v, err = next(); err != nil {
			return nil, err
		}
	}
	return acc, nil
}

// extreme is min and max.
func extreme(t *Thread, name string, op CmpOp, args []py.Object, kw Kwargs) (py.Object, error) {
	var key, def py.Object
	for _, k := range kw {
		switch k.Name {
		case "key":
			if key = k.Value; key == py.None {
				key = nil
			}
		case "default":
			def = k.Value
		default:
			return nil, TypeErrorf("'%s' is an invalid keyword argument for %s()", k.Name, name)
		}
	}
	var it Iterator
	var err error
	switch {
	case len(args) == 0:
		return nil, TypeErrorf("%s expected at least 1 argument, got 0", name)
	case len(args) == 1:
		if it, err = Iter(t, args[0]); err != nil {
			return nil, err
		}
	default:
		if def != nil {
			return nil, TypeErrorf("Cannot specify a default for %s() with multiple positional arguments", name)
		}
		it = &TupleIter{items: append(py.Tuple(nil), args...)}
	}
	var best, bestKey py.Object
	var tick ticks
	arg := make([]py.Object, 1)
	for {
		v, err := it.Next(t)
		if err != nil {
			return nil, err
		}
		if v == nil {
			break
		}
		k := v
		if key != nil {
			arg[0] = v
			if k, err = Call(t, key, arg, nil); err != nil {
				return nil, err
			}
		}
		if best == nil {
			best, bestKey = v, k
			continue
		}
		better, err := CompareBool(t, op, k, bestKey)
		if err != nil {
			return nil, err
		}
		if better {
			best, bestKey = v, k
		}
		if err := tick.step(t); err != nil {
			return nil, err
		}
	}
	if best == nil {
		if def != nil {
			return def, nil
		}
		return nil, ValueErrorf("%s() iterable argument is empty", name)
	}
	return best, nil
}
