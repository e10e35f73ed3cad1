package runtime

import (
	"math"
	"math/big"

	"github.com/go-python/gpython/py"
)

func floatBits(f py.Float) uint64 { return math.Float64bits(float64(f)) }

// quickEqual compares keys of plain types; known is false when the general comparison must decide. Identical objects
// are equal.
func quickEqual(a, b py.Object) (eq, known bool) {
	switch x := a.(type) {
	case py.String:
		switch y := b.(type) {
		case py.String:
			return x == y, true
		case py.Int, py.Float, py.Bool, py.Tuple, py.NoneType:
			return false, true
		}
	case py.Int:
		switch y := b.(type) {
		case py.Int:
			return x == y, true
		case py.String, py.Tuple, py.NoneType:
			return false, true
		}
	case py.NoneType:
		switch b.(type) {
		case py.NoneType:
			return true, true
		case py.String, py.Int, py.Float, py.Bool, py.Tuple:
			return false, true
		}
	}
	if Is(a, b) {
		return true, true
	}
	return false, false
}

// Equal reports "a == b" as containers see it: identical objects are equal.
func Equal(t *Thread, a, b py.Object) (bool, error) {
	if eq, known := quickEqual(a, b); known {
		return eq, nil
	}
	return CompareBool(t, CmpEq, a, b)
}

// CompareBool is the truth of a comparison.
func CompareBool(t *Thread, op CmpOp, a, b py.Object) (bool, error) {
	switch x := a.(type) {
	case py.Int:
		if y, ok := b.(py.Int); ok {
			return ordered(op, x, y), nil
		}
	case py.Float:
		if y, ok := b.(py.Float); ok {
			return ordered(op, x, y), nil
		}
	case py.String:
		if y, ok := b.(py.String); ok {
			return ordered(op, x, y), nil
		}
	}
	r, err := Compare(t, op, a, b)
	if err != nil {
		return false, err
	}
	if b, ok := r.(py.Bool); ok {
		return bool(b), nil
	}
	return Truth(t, r)
}

func ordered[T py.Int | py.Float | py.String | int | float64](op CmpOp, x, y T) bool {
	switch op {
	case CmpEq:
		return x == y
	case CmpNe:
		return x != y
	case CmpLt:
		return x < y
	case CmpLe:
		return x <= y
	case CmpGt:
		return x > y
	}
	return x >= y
}

// orderedSign turns the sign of a three-way comparison into the answer to op.
func orderedSign(op CmpOp, sign int) bool { return ordered(op, sign, 0) }

// Compare computes "a op b" for the six rich comparisons.
func Compare(t *Thread, op CmpOp, a, b py.Object) (py.Object, error) {
	switch x := a.(type) {
	case py.Int:
		if y, ok := b.(py.Int); ok {
			return py.Bool(ordered(op, x, y)), nil
		}
	case py.Float:
		if y, ok := b.(py.Float); ok {
			return py.Bool(ordered(op, x, y)), nil
		}
	case py.String:
		if y, ok := b.(py.String); ok {
			return py.Bool(ordered(op, x, y)), nil
		}
	}
	ka, kb := kindOf(a), kindOf(b)
	if ka != kInstance && ka != kNative && kb != kInstance && kb != kNative {
		r, known, err := builtinCompare(t, op, a, b, ka, kb)
		if err != nil {
			return nil, err
		}
		if known {
			return py.Bool(r), nil
		}
		return compareFallback(op, a, b)
	}
	if t != nil {
		if err := t.enterFor(" in comparison"); err != nil {
			return nil, err
		}
		defer t.Leave()
	}
	ta, tb := a.Type(), b.Type()
	triedRight := false
	swapped := cmpSwapped[op]
	if ta != tb && kb == kInstance && IsSubclass(tb, ta) {
		triedRight = true
		if r, err := compareSlot(t, swapped, b, a, kb, ka); r != nil || err != nil {
			return r, err
		}
	}
	if r, err := compareSlot(t, op, a, b, ka, kb); r != nil || err != nil {
		return r, err
	}
	if !triedRight {
		if r, err := compareSlot(t, swapped, b, a, kb, ka); r != nil || err != nil {
			return r, err
		}
	}
	return compareFallback(op, a, b)
}

func compareFallback(op CmpOp, a, b py.Object) (py.Object, error) {
	switch op {
	case CmpEq:
		return py.Bool(Is(a, b)), nil
	case CmpNe:
		return py.Bool(!Is(a, b)), nil
	}
	return nil, TypeErrorf("'%s' not supported between instances of '%s' and '%s'", cmpText[op], typeName(a), typeName(b))
}

// compareSlot asks a for "a op b"; nil when a does not know.
func compareSlot(t *Thread, op CmpOp, a, b py.Object, ka, kb kind) (py.Object, error) {
	switch ka {
	case kInstance:
		name := cmpMethod[op]
		fn := LookupType(a.Type(), name)
		if fn == nil || isObjectDefault(fn, name) {
			if op == CmpNe {
				// object's __ne__ inverts __eq__.
				eq := LookupType(a.Type(), "__eq__")
				if eq == nil || isObjectDefault(eq, "__eq__") {
					return nil, nil
				}
				r, err := callCompare(t, eq, a, b)
				if r == nil || err != nil {
					return nil, err
				}
				truth, err := Truth(t, r)
				return py.Bool(!truth), err
			}
			return nil, nil
		}
		if fn == py.None {
			return nil, TypeErrorf("'NoneType' object is not callable")
		}
		return callCompare(t, fn, a, b)
	case kNative:
		r, err := nativeCompare(t, op, a, b)
		if err != nil || r == nil || declined(r) {
			return nil, err
		}
		return r, nil
	}
	p := Payload(b)
	kp := baseKind(p)
	if kp == kInstance || kp == kNative {
		return nil, nil
	}
	r, known, err := builtinCompare(t, op, a, p, ka, kp)
	if err != nil || !known {
		return nil, err
	}
	return py.Bool(r), nil
}

func callCompare(t *Thread, fn, a, b py.Object) (py.Object, error) {
	r, err := Call(t, fn, []py.Object{a, b}, nil)
	if err != nil || declined(r) {
		return nil, err
	}
	return r, nil
}

// builtinCompare compares two values of this package; known is false when their types have no such comparison.
func builtinCompare(t *Thread, op CmpOp, a, b py.Object, ka, kb kind) (result, known bool, err error) {
	switch {
	case ka.integer() && kb.integer():
		if ka != kBig && kb != kBig {
			return ordered(op, py.Int(smallValue(a)), py.Int(smallValue(b))), true, nil
		}
		x, _ := asBig(a)
		y, _ := asBig(b)
		return orderedSign(op, x.Cmp(y)), true, nil
	case ka == kFloat && kb == kFloat:
		return ordered(op, a.(py.Float), b.(py.Float)), true, nil
	case ka == kFloat && kb.integer():
		return compareFloatInt(op, float64(a.(py.Float)), b), true, nil
	case kb == kFloat && ka.integer():
		return compareFloatInt(cmpSwapped[op], float64(b.(py.Float)), a), true, nil
	case ka == kComplex || kb == kComplex:
		if op > CmpNe {
			return false, false, nil
		}
		return compareComplex(op, a, b, ka, kb)
	}
	if ka != kb {
		return false, false, nil
	}
	switch ka {
	case kStr:
		return ordered(op, a.(py.String), b.(py.String)), true, nil
	case kBytes:
		return ordered(op, py.String(a.(py.Bytes)), py.String(b.(py.Bytes))), true, nil
	case kList:
		return compareSeqs(t, op, func() []py.Object { return a.(*py.List).Items }, func() []py.Object { return b.(*py.List).Items })
	case kTuple:
		x, y := a.(py.Tuple), b.(py.Tuple)
		return compareSeqs(t, op, func() []py.Object { return x }, func() []py.Object { return y })
	case kDict:
		if op > CmpNe {
			return false, false, nil
		}
		eq, err := a.(*Dict).equalTo(t, b.(*Dict))
		return eq == (op == CmpEq), true, err
	case kSet:
		r, err := a.(*Set).compare(t, op, b.(*Set))
		return r, true, err
	case kRange:
		if op > CmpNe {
			return false, false, nil
		}
		return a.(*Range).equal(b.(*Range)) == (op == CmpEq), true, nil
	case kPlain:
		x, ok := a.(*py.Slice)
		y, ok2 := b.(*py.Slice)
		if ok && ok2 {
			l, r := []py.Object{x.Start, x.Stop, x.Step}, []py.Object{y.Start, y.Stop, y.Step}
			return compareSeqs(t, op, func() []py.Object { return l }, func() []py.Object { return r })
		}
	}
	return false, false, nil
}

// compareSeqs compares item by item. The slices are fetched anew each time, since a comparison may change a list.
func compareSeqs(t *Thread, op CmpOp, left, right func() []py.Object) (bool, bool, error) {
	if t != nil {
		if err := t.enterFor(" in comparison"); err != nil {
			return false, true, err
		}
		defer t.Leave()
	}
	if op <= CmpNe && len(left()) != len(right()) {
		return op == CmpNe, true, nil
	}
	var tick ticks
	for i := 0; ; i++ {
		l, r := left(), right()
		if i >= len(l) || i >= len(r) {
			return ordered(op, len(l), len(r)), true, nil
		}
		eq, known := quickEqual(l[i], r[i])
		if !known {
			var err error
			if eq, err = CompareBool(t, CmpEq, l[i], r[i]); err != nil {
				return false, true, err
			}
		}
		if !eq {
			switch op {
			case CmpEq:
				return false, true, nil
			case CmpNe:
				return true, true, nil
			}
			res, err := CompareBool(t, op, l[i], r[i])
			return res, true, err
		}
		if err := tick.step(t); err != nil {
			return false, true, err
		}
	}
}

// compareFloatInt compares a float with an int of any size, exactly.
func compareFloatInt(op CmpOp, f float64, i py.Object) bool {
	if math.IsNaN(f) {
		return op == CmpNe
	}
	if math.IsInf(f, 0) {
		return ordered(op, f, 0)
	}
	if b, ok := i.(*py.BigInt); !ok {
		n := smallValue(i)
		if n > -1<<53 && n < 1<<53 {
			return ordered(op, f, float64(n))
		}
		return orderedSign(op, new(big.Float).SetFloat64(f).Cmp(new(big.Float).SetInt64(n)))
	} else {
		return orderedSign(op, new(big.Float).SetFloat64(f).Cmp(new(big.Float).SetInt((*big.Int)(b))))
	}
}

// compareComplex is == and != where one side is complex.
func compareComplex(op CmpOp, a, b py.Object, ka, kb kind) (bool, bool, error) {
	if ka != kComplex {
		a, b, ka, kb = b, a, kb, ka
	}
	x := a.(py.Complex)
	eq := false
	switch {
	case kb == kComplex:
		eq = x == b.(py.Complex)
	case kb == kFloat:
		eq = imag(x) == 0 && float64(real(x)) == float64(b.(py.Float))
	case kb.integer():
		eq = imag(x) == 0 && compareFloatInt(CmpEq, float64(real(x)), b)
	default:
		return false, false, nil
	}
	return eq == (op == CmpEq), true, nil
}
