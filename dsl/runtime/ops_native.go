package runtime

import "github.com/go-python/gpython/py"

// Operators of Go-native types from other packages: first our interfaces, which carry the thread, then gpython's.

// nativeBinary asks x for "x op y", or for "y op x" when reflected; nil when it has no such method.
func nativeBinary(t *Thread, op BinOp, x, y py.Object, reflected bool) (py.Object, error) {
	if n, ok := x.(BinaryOperator); ok {
		return n.BinaryOp(t, op, y, reflected)
	}
	if fn := LookupType(x.Type(), methodFor(op, reflected)); fn != nil {
		return callOperator(t, fn, x, y)
	}
	if reflected {
		return gpythonReflected(op, x, y)
	}
	return gpythonBinary(op, x, y)
}

func methodFor(op BinOp, reflected bool) string {
	if reflected {
		return opRMethod[op]
	}
	return opMethod[op]
}

func gpythonBinary(op BinOp, x, y py.Object) (py.Object, error) {
	switch op {
	case OpAdd:
		if n, ok := x.(py.I__add__); ok {
			return n.M__add__(y)
		}
	case OpSub:
		if n, ok := x.(py.I__sub__); ok {
			return n.M__sub__(y)
		}
	case OpMul:
		if n, ok := x.(py.I__mul__); ok {
			return n.M__mul__(y)
		}
	case OpDiv:
		if n, ok := x.(py.I__truediv__); ok {
			return n.M__truediv__(y)
		}
	case OpFloorDiv:
		if n, ok := x.(py.I__floordiv__); ok {
			return n.M__floordiv__(y)
		}
	case OpMod:
		if n, ok := x.(py.I__mod__); ok {
			return n.M__mod__(y)
		}
	case OpPow:
		if n, ok := x.(py.I__pow__); ok {
			return n.M__pow__(y, py.None)
		}
	case OpMatMul:
		if n, ok := x.(interface {
			M__matmul__(py.Object) (py.Object, error)
		}); ok {
			return n.M__matmul__(y)
		}
	case OpLShift:
		if n, ok := x.(py.I__lshift__); ok {
			return n.M__lshift__(y)
		}
	case OpRShift:
		if n, ok := x.(py.I__rshift__); ok {
			return n.M__rshift__(y)
		}
	case OpBitAnd:
		if n, ok := x.(py.I__and__); ok {
			return n.M__and__(y)
		}
	case OpBitOr:
		if n, ok := x.(py.I__or__); ok {
			return n.M__or__(y)
		}
	case OpBitXor:
		if n, ok := x.(py.I__xor__); ok {
			return n.M__xor__(y)
		}
	case opDivmod:
		if n, ok := x.(py.I__divmod__); ok {
			q, r, err := n.M__divmod__(y)
			if err != nil || declined(q) {
				return nil, err
			}
			return py.Tuple{q, r}, nil
		}
	}
	return nil, nil
}

func gpythonReflected(op BinOp, x, y py.Object) (py.Object, error) {
	switch op {
	case OpAdd:
		if n, ok := x.(py.I__radd__); ok {
			return n.M__radd__(y)
		}
	case OpSub:
		if n, ok := x.(py.I__rsub__); ok {
			return n.M__rsub__(y)
		}
	case OpMul:
		if n, ok := x.(py.I__rmul__); ok {
			return n.M__rmul__(y)
		}
	case OpDiv:
		if n, ok := x.(py.I__rtruediv__); ok {
			return n.M__rtruediv__(y)
		}
	case OpFloorDiv:
		if n, ok := x.(py.I__rfloordiv__); ok {
			return n.M__rfloordiv__(y)
		}
	case OpMod:
		if n, ok := x.(py.I__rmod__); ok {
			return n.M__rmod__(y)
		}
	case OpPow:
		if n, ok := x.(py.I__rpow__); ok {
			return n.M__rpow__(y)
		}
	case OpMatMul:
		if n, ok := x.(interface {
			M__rmatmul__(py.Object) (py.Object, error)
		}); ok {
			return n.M__rmatmul__(y)
		}
	case OpLShift:
		if n, ok := x.(py.I__rlshift__); ok {
			return n.M__rlshift__(y)
		}
	case OpRShift:
		if n, ok := x.(py.I__rrshift__); ok {
			return n.M__rrshift__(y)
		}
	case OpBitAnd:
		if n, ok := x.(py.I__rand__); ok {
			return n.M__rand__(y)
		}
	case OpBitOr:
		if n, ok := x.(py.I__ror__); ok {
			return n.M__ror__(y)
		}
	case OpBitXor:
		if n, ok := x.(py.I__rxor__); ok {
			return n.M__rxor__(y)
		}
	}
	return nil, nil
}

// nativeInPlace asks x for "x op= y"; nil when it has no in-place form.
func nativeInPlace(t *Thread, op BinOp, x, y py.Object) (py.Object, error) {
	if n, ok := x.(InPlaceOperator); ok {
		return n.InPlaceOp(t, op, y)
	}
	if kindOf(x) != kNative {
		return nil, nil
	}
	if fn := LookupType(x.Type(), opIMethod[op]); fn != nil {
		return callOperator(t, fn, x, y)
	}
	switch op {
	case OpAdd:
		if n, ok := x.(py.I__iadd__); ok {
			return n.M__iadd__(y)
		}
	case OpSub:
		if n, ok := x.(py.I__isub__); ok {
			return n.M__isub__(y)
		}
	case OpMul:
		if n, ok := x.(py.I__imul__); ok {
			return n.M__imul__(y)
		}
	case OpDiv:
		if n, ok := x.(py.I__itruediv__); ok {
			return n.M__itruediv__(y)
		}
	}
	return nil, nil
}

func nativeUnary(t *Thread, op UnaryOp, x py.Object) (py.Object, error) {
	if n, ok := x.(UnaryOperator); ok {
		return n.UnaryOp(t, op)
	}
	if fn := LookupType(x.Type(), unaryName[op]); fn != nil {
		return Call(t, fn, []py.Object{x}, nil)
	}
	if kindOf(x) != kNative {
		return nil, nil
	}
	switch op {
	case OpNeg:
		if n, ok := x.(py.I__neg__); ok {
			return n.M__neg__()
		}
	case OpPos:
		if n, ok := x.(py.I__pos__); ok {
			return n.M__pos__()
		}
	case OpInvert:
		if n, ok := x.(py.I__invert__); ok {
			return n.M__invert__()
		}
	}
	return nil, nil
}

// nativeCompare asks x for "x op y"; nil when it has no such method.
func nativeCompare(t *Thread, op CmpOp, x, y py.Object) (py.Object, error) {
	if n, ok := x.(CompareOperator); ok {
		return n.CompareOp(t, op, y)
	}
	if fn := LookupType(x.Type(), cmpMethod[op]); fn != nil && !isObjectDefault(fn, cmpMethod[op]) {
		return callOperator(t, fn, x, y)
	}
	switch op {
	case CmpEq:
		if n, ok := x.(py.I__eq__); ok {
			return n.M__eq__(y)
		}
	case CmpNe:
		if n, ok := x.(py.I__ne__); ok {
			return n.M__ne__(y)
		}
	case CmpLt:
		if n, ok := x.(py.I__lt__); ok {
			return n.M__lt__(y)
		}
	case CmpLe:
		if n, ok := x.(py.I__le__); ok {
			return n.M__le__(y)
		}
	case CmpGt:
		if n, ok := x.(py.I__gt__); ok {
			return n.M__gt__(y)
		}
	case CmpGe:
		if n, ok := x.(py.I__ge__); ok {
			return n.M__ge__(y)
		}
	}
	return nil, nil
}

// isObjectDefault reports whether fn is what class object itself has under that name.
func isObjectDefault(fn py.Object, name string) bool {
	def, ok := py.ObjectType.Dict[name]
	return ok && Is(def, fn)
}
