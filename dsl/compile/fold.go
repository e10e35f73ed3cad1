package compile

import (
	"math"
	"math/big"
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
	"monge/dsl/syntax"
)

// Constants known before the program runs. Folding never fails and never makes big values: what would raise, or would
// take more room than these limits, is left to run time.
const (
	maxFoldBits   = 128
	maxFoldString = 4096
	maxFoldTuple  = 256
)

// literal is the value of a literal, nil when x is none.
func literal(x syntax.Expr) py.Object {
	switch x := x.(type) {
	case *syntax.Int:
		return runtime.BigObj(new(big.Int).Set(x.Value))
	case *syntax.Float:
		return py.Float(x.Value)
	case *syntax.Imag:
		return py.Complex(complex(0, x.Value))
	case *syntax.Str:
		return py.String(x.Value)
	case *syntax.Bytes:
		return py.Bytes(x.Value)
	case *syntax.Const:
		switch x.Value {
		case "None":
			return py.None
		case "True":
			return py.True
		case "False":
			return py.False
		}
		return py.Ellipsis
	}
	return nil
}

// fold is the constant value of an expression, nil when it is not constant.
func fold(x syntax.Expr) py.Object { return foldDepth(x, 0) }

func foldDepth(x syntax.Expr, depth int) py.Object {
	if depth > 50 {
		return nil
	}
	if v := literal(x); v != nil {
		return v
	}
	switch x := x.(type) {
	case *syntax.Unary:
		if v := foldDepth(x.X, depth+1); v != nil {
			return foldUnary(x.Op, v)
		}
	case *syntax.Binary:
		l := foldDepth(x.L, depth+1)
		if l == nil {
			return nil
		}
		if r := foldDepth(x.R, depth+1); r != nil {
			return foldBinary(x.Op, l, r)
		}
	case *syntax.Tuple:
		if len(x.Elts) > maxFoldTuple {
			return nil
		}
		out := make(py.Tuple, len(x.Elts))
		for i, e := range x.Elts {
			if out[i] = foldDepth(e, depth+1); out[i] == nil {
				return nil
			}
		}
		return out
	}
	return nil
}

func foldUnary(op syntax.UnaryOp, v py.Object) py.Object {
	switch v := v.(type) {
	case py.Int:
		switch op {
		case syntax.Neg:
			if v != math.MinInt64 {
				return runtime.IntObj(-int64(v))
			}
		case syntax.Plus:
			return v
		case syntax.Invert:
			return runtime.IntObj(^int64(v))
		}
	case *py.BigInt:
		if op == syntax.Neg {
			return runtime.BigObj(new(big.Int).Neg((*big.Int)(v)))
		}
	case py.Float:
		switch op {
		case syntax.Neg:
			return -v
		case syntax.Plus:
			return v
		}
	case py.Bool:
		if op == syntax.Not {
			return !v
		}
	}
	return nil
}

func foldBinary(op syntax.BinaryOp, l, r py.Object) py.Object {
	switch a := l.(type) {
	case py.Int:
		if b, ok := r.(py.Int); ok {
			return foldInts(op, int64(a), int64(b))
		}
	case py.String:
		b, ok := r.(py.String)
		if ok && op == syntax.Add && len(a)+len(b) <= maxFoldString {
			return a + b
		}
		n, ok := r.(py.Int)
		if ok && op == syntax.Mul && n >= 0 && n <= maxFoldString && int(n)*len(a) <= maxFoldString {
			return py.String(strings.Repeat(string(a), int(n)))
		}
		return nil
	}
	return foldFloats(op, l, r)
}

func foldInts(op syntax.BinaryOp, a, b int64) py.Object {
	x, y := big.NewInt(a), big.NewInt(b)
	z := new(big.Int)
	switch op {
	case syntax.Add:
		z.Add(x, y)
	case syntax.Sub:
		z.Sub(x, y)
	case syntax.Mul:
		z.Mul(x, y)
	case syntax.Pow:
		if b < 0 || b > maxFoldBits || x.BitLen()*int(b) > maxFoldBits {
			return nil
		}
		z.Exp(x, y, nil)
	case syntax.LShift:
		if b < 0 || b > maxFoldBits {
			return nil
		}
		z.Lsh(x, uint(b))
	case syntax.BitAnd:
		z.And(x, y)
	case syntax.BitOr:
		z.Or(x, y)
	case syntax.BitXor:
		z.Xor(x, y)
	case syntax.Div:
		const exact = 1 << 53
		if b == 0 || a > exact || a < -exact || b > exact || b < -exact {
			return nil
		}
		return py.Float(float64(a) / float64(b))
	default:
		return nil
	}
	if z.BitLen() > maxFoldBits {
		return nil
	}
	return runtime.BigObj(z)
}

func foldFloats(op syntax.BinaryOp, l, r py.Object) py.Object {
	a, okA := smallFloat(l)
	b, okB := smallFloat(r)
	if okA && okB {
		switch op {
		case syntax.Add:
			return py.Float(a + b)
		case syntax.Sub:
			return py.Float(a - b)
		case syntax.Mul:
			return py.Float(a * b)
		case syntax.Div:
			if b != 0 {
				return py.Float(a / b)
			}
		}
		return nil
	}
	// A complex literal is written as a sum: 1+2j.
	c, okC := r.(py.Complex)
	if okA && okC {
		switch op {
		case syntax.Add:
			return py.Complex(complex(a+real(c), imag(c)))
		case syntax.Sub:
			return py.Complex(complex(a-real(c), -imag(c)))
		}
	}
	return nil
}

// smallFloat is a float constant, or an int that a float holds exactly.
func smallFloat(v py.Object) (float64, bool) {
	switch x := v.(type) {
	case py.Float:
		return float64(x), true
	case py.Int:
		if x < 1<<53 && x > -(1<<53) {
			return float64(x), true
		}
	}
	return 0, false
}

// constTruth is the truth of a constant; known is false when x is not constant.
func constTruth(x syntax.Expr) (truth, known bool) {
	switch v := fold(x).(type) {
	case py.Bool:
		return bool(v), true
	case py.NoneType:
		return false, true
	case py.Int:
		return v != 0, true
	case py.Float:
		return v != 0, true
	case py.String:
		return v != "", true
	case py.EllipsisType:
		return true, true
	}
	return false, false
}
