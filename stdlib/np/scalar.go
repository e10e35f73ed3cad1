package np

import (
	"math"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

// The scalar types. Elements taken out of arrays are of these types; they print as NumPy 2's scalars do and otherwise
// behave like the number of the language inside: float64 and complex128 also are float and complex for isinstance.
type (
	Float64    float64
	Float32    float32
	Int64      int64
	Bool       bool
	Complex128 complex128
)

func (Float64) Type() *py.Type    { return float64Class.Type() }
func (Float32) Type() *py.Type    { return float32Class.Type() }
func (Int64) Type() *py.Type      { return int64Class.Type() }
func (Bool) Type() *py.Type       { return boolClass.Type() }
func (Complex128) Type() *py.Type { return complex128Class.Type() }

// scalarValue is implemented by the scalar types.
type scalarValue interface {
	py.Object
	// array is the 0-dimensional array of the scalar.
	array() *ndarray.Array
	// plain is the number of the language.
	plain() py.Object
}

func (x Float64) array() *ndarray.Array    { return ndarray.FloatScalar(float64(x)) }
func (x Float32) array() *ndarray.Array    { return ndarray.Float32Scalar(float32(x)) }
func (x Int64) array() *ndarray.Array      { return ndarray.IntScalar(int64(x)) }
func (x Bool) array() *ndarray.Array       { return ndarray.BoolScalar(bool(x)) }
func (x Complex128) array() *ndarray.Array { return ndarray.ComplexScalar(complex128(x)) }

func (x Float64) plain() py.Object    { return py.Float(x) }
func (x Float32) plain() py.Object    { return py.Float(x) }
func (x Int64) plain() py.Object      { return runtime.IntObj(int64(x)) }
func (x Bool) plain() py.Object       { return py.Bool(x) }
func (x Complex128) plain() py.Object { return py.Complex(x) }

// scalarOf boxes an element.
func scalarOf(e any) py.Object {
	switch x := e.(type) {
	case float64:
		return Float64(x)
	case int64:
		return Int64(x)
	case bool:
		return Bool(x)
	case float32:
		return Float32(x)
	case complex128:
		return Complex128(x)
	}
	return py.None
}

// plainOf boxes an element as a number of the language.
func plainOf(e any) py.Object { return scalarOf(e).(scalarValue).plain() }

// Repr is "np.float64(1.5)", Str "1.5".
func (x Float64) Repr(*runtime.Thread) (string, error) { return scalarRepr("float64", float64(x)), nil }
func (x Float32) Repr(*runtime.Thread) (string, error) { return scalarRepr("float32", float32(x)), nil }
func (x Int64) Repr(*runtime.Thread) (string, error)   { return scalarRepr("int64", int64(x)), nil }
func (x Complex128) Repr(*runtime.Thread) (string, error) {
	return scalarRepr("complex128", complex128(x)), nil
}
func (x Bool) Repr(*runtime.Thread) (string, error) {
	if x {
		return "np.True_", nil
	}
	return "np.False_", nil
}

func scalarRepr(name string, e any) string {
	s := ndarray.FormatScalar(e)
	if len(s) > 1 && s[0] == '(' {
		s = s[1 : len(s)-1]
	}
	return "np." + name + "(" + s + ")"
}

func (x Float64) Str(*runtime.Thread) (string, error) { return ndarray.FormatScalar(float64(x)), nil }
func (x Float32) Str(*runtime.Thread) (string, error) { return ndarray.FormatScalar(float32(x)), nil }
func (x Int64) Str(*runtime.Thread) (string, error)   { return ndarray.FormatScalar(int64(x)), nil }
func (x Bool) Str(*runtime.Thread) (string, error)    { return ndarray.FormatScalar(bool(x)), nil }
func (x Complex128) Str(*runtime.Thread) (string, error) {
	return ndarray.FormatScalar(complex128(x)), nil
}

// Format, Hash and Truth are those of the number inside.
func (x Float64) Format(t *runtime.Thread, spec string) (string, error) {
	return formatPlain(t, x, spec)
}
func (x Float32) Format(t *runtime.Thread, spec string) (string, error) {
	return formatPlain(t, x, spec)
}
func (x Int64) Format(t *runtime.Thread, spec string) (string, error) { return formatPlain(t, x, spec) }
func (x Bool) Format(t *runtime.Thread, spec string) (string, error)  { return formatPlain(t, x, spec) }
func (x Complex128) Format(t *runtime.Thread, spec string) (string, error) {
	return formatPlain(t, x, spec)
}

func formatPlain(t *runtime.Thread, x scalarValue, spec string) (string, error) {
	if spec == "" {
		return runtime.Str(t, x)
	}
	return runtime.Format(t, x.plain(), spec)
}

func (x Float64) Hash(t *runtime.Thread) (int64, error)    { return runtime.Hash(t, x.plain()) }
func (x Float32) Hash(t *runtime.Thread) (int64, error)    { return runtime.Hash(t, x.plain()) }
func (x Int64) Hash(t *runtime.Thread) (int64, error)      { return runtime.Hash(t, x.plain()) }
func (x Bool) Hash(t *runtime.Thread) (int64, error)       { return runtime.Hash(t, x.plain()) }
func (x Complex128) Hash(t *runtime.Thread) (int64, error) { return runtime.Hash(t, x.plain()) }

func (x Float64) Truth(*runtime.Thread) (bool, error)    { return x != 0, nil }
func (x Float32) Truth(*runtime.Thread) (bool, error)    { return x != 0, nil }
func (x Int64) Truth(*runtime.Thread) (bool, error)      { return x != 0, nil }
func (x Bool) Truth(*runtime.Thread) (bool, error)       { return bool(x), nil }
func (x Complex128) Truth(*runtime.Thread) (bool, error) { return x != 0, nil }

// The conversions of the language: int(x), float(x), complex(x), and use as an index.
func (x Int64) M__index__() (py.Int, error)           { return py.Int(x), nil }
func (x Int64) M__int__() (py.Object, error)          { return x.plain(), nil }
func (x Int64) M__float__() (py.Object, error)        { return py.Float(x), nil }
func (x Int64) M__complex__() (py.Object, error)      { return py.Complex(complex(float64(x), 0)), nil }
func (x Bool) M__int__() (py.Object, error)           { return py.Int(asInt(bool(x))), nil }
func (x Bool) M__float__() (py.Object, error)         { return py.Float(asInt(bool(x))), nil }
func (x Float32) M__float__() (py.Object, error)      { return py.Float(x), nil }
func (x Float64) M__float__() (py.Object, error)      { return py.Float(x), nil }
func (x Float64) M__complex__() (py.Object, error)    { return py.Complex(complex(float64(x), 0)), nil }
func (x Complex128) M__complex__() (py.Object, error) { return py.Complex(x), nil }

func asInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Operators.
func (x Float64) BinaryOp(t *runtime.Thread, op runtime.BinOp, other py.Object, reflected bool) (py.Object, error) {
	var y float64
	switch o := other.(type) {
	case Float64:
		y = float64(o)
	case py.Float:
		y = float64(o)
	case py.Int:
		y = float64(o)
	case Int64:
		y = float64(o)
	default:
		return scalarBinary(t, x, op, other, reflected)
	}
	a, b := float64(x), y
	if reflected {
		a, b = b, a
	}
	var z float64
	switch op {
	case runtime.OpAdd:
		z = a + b
	case runtime.OpSub:
		z = a - b
	case runtime.OpMul:
		z = a * b
	case runtime.OpDiv:
		z = a / b
	default:
		return scalarBinary(t, x, op, other, reflected)
	}
	if z-z != 0 { // let the slow way find out what to report
		return scalarBinary(t, x, op, other, reflected)
	}
	return Float64(z), nil
}

func (x Int64) BinaryOp(t *runtime.Thread, op runtime.BinOp, other py.Object, reflected bool) (py.Object, error) {
	var y int64
	switch o := other.(type) {
	case Int64:
		y = int64(o)
	case py.Int:
		y = int64(o)
	default:
		return scalarBinary(t, x, op, other, reflected)
	}
	a, b := int64(x), y
	if reflected {
		a, b = b, a
	}
	var z int64
	var overflow bool
	switch op {
	case runtime.OpAdd:
		z = a + b
		overflow = (z > a) != (b > 0)
	case runtime.OpSub:
		z = a - b
		overflow = (z < a) != (b > 0)
	case runtime.OpMul:
		z = a * b
		overflow = a != 0 && (z/a != b || a == -1 && b == math.MinInt64)
	default:
		return scalarBinary(t, x, op, other, reflected)
	}
	if overflow && b != 0 {
		if err := report(t, ndarray.Overflow, "scalar "+binaryOps[op].Name); err != nil {
			return nil, err
		}
	}
	return Int64(z), nil
}

func (x Float32) BinaryOp(t *runtime.Thread, op runtime.BinOp, other py.Object, reflected bool) (py.Object, error) {
	return scalarBinary(t, x, op, other, reflected)
}
func (x Bool) BinaryOp(t *runtime.Thread, op runtime.BinOp, other py.Object, reflected bool) (py.Object, error) {
	return scalarBinary(t, x, op, other, reflected)
}
func (x Complex128) BinaryOp(t *runtime.Thread, op runtime.BinOp, other py.Object, reflected bool) (py.Object, error) {
	return scalarBinary(t, x, op, other, reflected)
}

func (x Float64) CompareOp(t *runtime.Thread, op runtime.CmpOp, other py.Object) (py.Object, error) {
	switch o := other.(type) {
	case Float64:
		return compareFloats(op, float64(x), float64(o)), nil
	case py.Float:
		return compareFloats(op, float64(x), float64(o)), nil
	}
	return scalarCompare(t, x, op, other)
}

func compareFloats(op runtime.CmpOp, x, y float64) Bool {
	switch op {
	case runtime.CmpEq:
		return x == y
	case runtime.CmpNe:
		return x != y
	case runtime.CmpLt:
		return x < y
	case runtime.CmpLe:
		return x <= y
	case runtime.CmpGt:
		return x > y
	}
	return x >= y
}

func (x Int64) CompareOp(t *runtime.Thread, op runtime.CmpOp, other py.Object) (py.Object, error) {
	return scalarCompare(t, x, op, other)
}
func (x Float32) CompareOp(t *runtime.Thread, op runtime.CmpOp, other py.Object) (py.Object, error) {
	return scalarCompare(t, x, op, other)
}
func (x Bool) CompareOp(t *runtime.Thread, op runtime.CmpOp, other py.Object) (py.Object, error) {
	return scalarCompare(t, x, op, other)
}
func (x Complex128) CompareOp(t *runtime.Thread, op runtime.CmpOp, other py.Object) (py.Object, error) {
	return scalarCompare(t, x, op, other)
}

func (x Float64) UnaryOp(t *runtime.Thread, op runtime.UnaryOp) (py.Object, error) {
	switch op {
	case runtime.OpNeg:
		return -x, nil
	case runtime.OpPos:
		return x, nil
	}
	return unaryOp(t, x.array(), op)
}
func (x Int64) UnaryOp(t *runtime.Thread, op runtime.UnaryOp) (py.Object, error) {
	return unaryOp(t, x.array(), op)
}
func (x Float32) UnaryOp(t *runtime.Thread, op runtime.UnaryOp) (py.Object, error) {
	return unaryOp(t, x.array(), op)
}
func (x Bool) UnaryOp(t *runtime.Thread, op runtime.UnaryOp) (py.Object, error) {
	return unaryOp(t, x.array(), op)
}
func (x Complex128) UnaryOp(t *runtime.Thread, op runtime.UnaryOp) (py.Object, error) {
	return unaryOp(t, x.array(), op)
}

// scalarBinary goes through 0-dimensional arrays. Sequences and strings decline, so that "text" * np.int64(2) works.
func scalarBinary(t *runtime.Thread, x scalarValue, op runtime.BinOp, other py.Object, reflected bool) (py.Object, error) {
	if op == runtime.OpMatMul {
		if _, ok := other.(*Array); !ok {
			return runtime.NotImplemented, nil
		}
	}
	if n, isInt := x.(Int64); isInt && op == runtime.OpMul && isSequence(other) { // repetition
		return runtime.Binary(t, op, other, n.plain())
	}
	y, ok, err := operandOrList(t, other)
	if err != nil || !ok {
		return runtime.NotImplemented, err
	}
	a, b := x.array(), y
	if reflected {
		a, b = b, a
	}
	return binaryOp(t, op, a, b, true)
}

func isSequence(o py.Object) bool {
	switch o.(type) {
	case py.String, py.Bytes, *py.List, py.Tuple:
		return true
	}
	return false
}

func scalarCompare(t *runtime.Thread, x scalarValue, op runtime.CmpOp, other py.Object) (py.Object, error) {
	y, ok, err := operandOrList(t, other)
	if err != nil {
		return nil, err
	}
	if !ok {
		switch op {
		case runtime.CmpEq:
			return Bool(false), nil
		case runtime.CmpNe:
			return Bool(true), nil
		}
		return runtime.NotImplemented, nil
	}
	return compareOp(t, op, x.array(), y)
}
