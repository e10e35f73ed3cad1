package runtime

import (
	"strings"

	"github.com/go-python/gpython/py"
)

// BinOp is a binary operator, in the order of syntax.BinaryOp.
type BinOp uint8

const (
	OpAdd BinOp = iota
	OpSub
	OpMul
	OpDiv
	OpFloorDiv
	OpMod
	OpPow
	OpMatMul
	OpLShift
	OpRShift
	OpBitAnd
	OpBitOr
	OpBitXor
	opDivmod // divmod(), which goes the same way as the operators
	numBinOps
)

// CmpOp is a comparison, in the order of syntax.CompareOp.
type CmpOp uint8

const (
	CmpEq CmpOp = iota
	CmpNe
	CmpLt
	CmpLe
	CmpGt
	CmpGe
)

// UnaryOp is a unary operator, in the order of syntax.UnaryOp.
type UnaryOp uint8

const (
	OpPos UnaryOp = iota
	OpNeg
	OpInvert
)

var (
	opText     = [numBinOps]string{"+", "-", "*", "/", "//", "%", "** or pow()", "@", "<<", ">>", "&", "|", "^", "divmod()"}
	opName     = [numBinOps]string{"add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "lshift", "rshift", "and", "or", "xor", "divmod"}
	opMethod   [numBinOps]string // __add__
	opRMethod  [numBinOps]string // __radd__
	opIMethod  [numBinOps]string // __iadd__
	cmpText    = [...]string{"==", "!=", "<", "<=", ">", ">="}
	cmpMethod  = [...]string{"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"}
	cmpSwapped = [...]CmpOp{CmpEq, CmpNe, CmpGt, CmpGe, CmpLt, CmpLe}
	unaryName  = [...]string{"__pos__", "__neg__", "__invert__"}
	unaryText  = [...]string{"unary +", "unary -", "unary ~"}
)

func init() {
	for i, n := range opName {
		opMethod[i], opRMethod[i], opIMethod[i] = "__"+n+"__", "__r"+n+"__", "__i"+n+"__"
	}
}

// NotImplementedType is the type of NotImplemented.
type NotImplementedType struct{}

var notImplementedClass = newBuiltinType("NotImplementedType", "", nil)

// Type returns NotImplementedType's class.
func (NotImplementedType) Type() *py.Type { return notImplementedClass }

// NotImplemented is what an operator method returns to decline.
var NotImplemented py.Object = NotImplementedType{}

// declined reports whether an operator method refused: our singleton or gpython's.
func declined(o py.Object) bool {
	if _, ok := o.(NotImplementedType); ok {
		return true
	}
	if e, ok := o.(*py.Exception); ok {
		return py.Object(e) == py.NotImplemented
	}
	return false
}

// Interfaces that Go-native types may implement; see the package comment.
type (
	// BinaryOperator does binary operators; NotImplemented declines.
	BinaryOperator interface {
		BinaryOp(t *Thread, op BinOp, other py.Object, reflected bool) (py.Object, error)
	}
	// InPlaceOperator does augmented assignment; NotImplemented falls back to BinaryOp.
	InPlaceOperator interface {
		InPlaceOp(t *Thread, op BinOp, other py.Object) (py.Object, error)
	}
	// CompareOperator does comparisons; NotImplemented declines.
	CompareOperator interface {
		CompareOp(t *Thread, op CmpOp, other py.Object) (py.Object, error)
	}
	// UnaryOperator does + - ~.
	UnaryOperator interface {
		UnaryOp(t *Thread, op UnaryOp) (py.Object, error)
	}
	// ItemGetter, ItemSetter and ItemDeleter do subscripts.
	ItemGetter interface {
		GetItem(t *Thread, key py.Object) (py.Object, error)
	}
	ItemSetter interface {
		SetItem(t *Thread, key, v py.Object) error
	}
	ItemDeleter interface {
		DelItem(t *Thread, key py.Object) error
	}
	// Iterable makes iterators.
	Iterable interface {
		Iter(t *Thread) (Iterator, error)
	}
	// Reversible makes a backwards iterator.
	Reversible interface {
		Reversed(t *Thread) (Iterator, error)
	}
	// Sized has a length.
	Sized interface{ Len() int }
	// Truther decides truth.
	Truther interface {
		Truth(t *Thread) (bool, error)
	}
	// Reprer, Strer, Formatter, Hasher and Container do repr, str, format, hash and in.
	Reprer interface {
		Repr(t *Thread) (string, error)
	}
	Strer interface {
		Str(t *Thread) (string, error)
	}
	Formatter interface {
		Format(t *Thread, spec string) (string, error)
	}
	Hasher interface {
		Hash(t *Thread) (int64, error)
	}
	Container interface {
		Contains(t *Thread, item py.Object) (bool, error)
	}
	// AttrGetter and AttrSetter do attributes.
	AttrGetter interface {
		Attr(t *Thread, name string) (py.Object, bool, error)
	}
	AttrSetter interface {
		SetAttr(t *Thread, name string, v py.Object) error
	}
)

// kind sorts values for dispatch.
type kind uint8

const (
	kNative kind = iota // a Go type from elsewhere: found through interfaces
	kInt
	kBool
	kBig
	kFloat
	kComplex
	kStr
	kBytes
	kList
	kTuple
	kDict
	kSet
	kRange
	kPlain    // other types of this package without operators
	kInstance // an instance of a user's class, or an exception
	kType
)

// kindOf is the kind by which operators dispatch: a dict of a derived class counts as an instance, since its class
// may have operators of its own.
func kindOf(o py.Object) kind {
	k := baseKind(o)
	if k == kDict && o.(*Dict).class != nil {
		return kInstance
	}
	return k
}

// baseKind is the kind of the value itself.
func baseKind(o py.Object) kind {
	switch o.(type) {
	case py.Int:
		return kInt
	case py.Float:
		return kFloat
	case py.String:
		return kStr
	case *py.List:
		return kList
	case *Instance:
		return kInstance
	case py.Tuple:
		return kTuple
	case *Dict:
		return kDict
	case *Set:
		return kSet
	case py.Bool:
		return kBool
	case *py.BigInt:
		return kBig
	case py.Complex:
		return kComplex
	case py.Bytes:
		return kBytes
	case *Range:
		return kRange
	case *Exception:
		return kInstance
	case *py.Type:
		return kType
	case py.NoneType, py.EllipsisType, NotImplementedType, *py.Slice, *Native:
		return kPlain
	}
	return kNative
}

func (k kind) integer() bool { return k == kInt || k == kBool || k == kBig }
func (k kind) number() bool  { return k.integer() || k == kFloat || k == kComplex }
func (k kind) sequence() bool {
	return k == kStr || k == kBytes || k == kList || k == kTuple
}

// typeName is the name of o's class as error messages show it.
func typeName(o py.Object) string { return o.Type().Name }

// TypeName is the name of o's class as error messages show it.
func TypeName(o py.Object) string { return o.Type().Name }

// Binary computes "a op b".
func Binary(t *Thread, op BinOp, a, b py.Object) (py.Object, error) {
	switch x := a.(type) {
	case py.Int:
		switch y := b.(type) {
		case py.Int:
			if op != OpMatMul {
				return intBinary(t, op, int64(x), int64(y))
			}
		case py.Float:
			return floatBinary(op, float64(x), float64(y), a, b)
		}
	case py.Float:
		switch y := b.(type) {
		case py.Float:
			return floatBinary(op, float64(x), float64(y), a, b)
		case py.Int:
			return floatBinary(op, float64(x), float64(y), a, b)
		}
	case py.String:
		if op == OpAdd {
			if y, ok := b.(py.String); ok {
				return concatStr(t, x, y)
			}
		}
	}
	r, err := binaryTry(t, op, a, b)
	if err != nil {
		return nil, err
	}
	if r == nil {
		return nil, binaryError(t, op, a, b, false)
	}
	return r, nil
}

// binaryTry runs the operator protocol; it returns nil, nil when neither side knows the operation.
func binaryTry(t *Thread, op BinOp, a, b py.Object) (py.Object, error) {
	ka, kb := kindOf(a), kindOf(b)
	if ka != kInstance && ka != kNative && kb != kInstance && kb != kNative {
		return builtinBinary(t, op, a, b, ka, kb)
	}
	// The right operand goes first when its class derives from the left one's and has a reflected method of its own.
	ta, tb := a.Type(), b.Type()
	triedRight := false
	if ta != tb && kb == kInstance && IsSubclass(tb, ta) {
		own := LookupType(tb, opRMethod[op])
		if own != nil && own != LookupType(ta, opRMethod[op]) {
			triedRight = true
			if r, err := callOperator(t, own, b, a); r != nil || err != nil {
				return r, err
			}
		}
	}
	r, err := binaryLeft(t, op, a, b, ka, kb)
	if r != nil || err != nil {
		return r, err
	}
	if !triedRight && (ta != tb || ka != kInstance) {
		if r, err := binaryRight(t, op, a, b, ka, kb); r != nil || err != nil {
			return r, err
		}
	}
	return nil, nil
}

// callOperator calls a special method and maps NotImplemented to nil.
func callOperator(t *Thread, fn, self, other py.Object) (py.Object, error) {
	r, err := Call(t, fn, []py.Object{self, other}, nil)
	if err != nil {
		return nil, err
	}
	if declined(r) {
		return nil, nil
	}
	return r, nil
}

func binaryLeft(t *Thread, op BinOp, a, b py.Object, ka, kb kind) (py.Object, error) {
	switch ka {
	case kInstance:
		if fn := LookupType(a.Type(), opMethod[op]); fn != nil {
			return callOperator(t, fn, a, b)
		}
		return nil, nil
	case kNative:
		r, err := nativeBinary(t, op, a, b, false)
		if err != nil || r == nil || declined(r) {
			return nil, err
		}
		return r, nil
	}
	if kb == kInstance {
		if p, ok := payload(b); ok {
			return builtinBinary(t, op, a, p, ka, baseKind(p))
		}
		if op == OpMul && ka.sequence() && LookupType(b.Type(), "__rmul__") == nil {
			return builtinBinary(t, op, a, b, ka, kb)
		}
	}
	if op == OpMod && (ka == kStr || ka == kBytes) || op == OpAdd && ka == kBytes {
		return builtinBinary(t, op, a, b, ka, kb)
	}
	return nil, nil
}

func binaryRight(t *Thread, op BinOp, a, b py.Object, ka, kb kind) (py.Object, error) {
	switch kb {
	case kInstance:
		if fn := LookupType(b.Type(), opRMethod[op]); fn != nil {
			return callOperator(t, fn, b, a)
		}
		return nil, nil
	case kNative:
		r, err := nativeBinary(t, op, b, a, true)
		if err != nil || r == nil || declined(r) {
			return nil, err
		}
		return r, nil
	}
	if ka == kInstance {
		if p, ok := payload(a); ok {
			return builtinBinary(t, op, p, b, baseKind(p), kb)
		}
		if op == OpMul && kb.sequence() {
			return builtinBinary(t, op, a, b, ka, kb)
		}
	}
	return nil, nil
}

// builtinBinary is the operation on two values of this package; nil, nil when there is none.
func builtinBinary(t *Thread, op BinOp, a, b py.Object, ka, kb kind) (py.Object, error) {
	if op == opDivmod {
		return builtinDivmod(t, a, b, ka, kb)
	}
	switch {
	case ka.integer() && kb.integer():
		if ka == kBool && kb == kBool && op >= OpBitAnd && op <= OpBitXor {
			x, y := bool(a.(py.Bool)), bool(b.(py.Bool))
			switch op {
			case OpBitAnd:
				return py.Bool(x && y), nil
			case OpBitOr:
				return py.Bool(x || y), nil
			}
			return py.Bool(x != y), nil
		}
		if ka != kBig && kb != kBig {
			return intBinary(t, op, smallValue(a), smallValue(b))
		}
		x, _ := asBig(a)
		y, _ := asBig(b)
		return bigBinary(t, op, x, y)
	case ka == kFloat && (kb.integer() || kb == kFloat) || kb == kFloat && ka.integer():
		if op >= OpMatMul {
			return nil, nil
		}
		x, err := toFloat(a)
		if err != nil {
			return nil, err
		}
		y, err := toFloat(b)
		if err != nil {
			return nil, err
		}
		return floatBinary(op, x, y, a, b)
	case ka == kComplex && kb.number() || kb == kComplex && ka.number():
		x, ok, err := toComplex(a)
		if !ok || err != nil {
			return nil, err
		}
		y, ok, err := toComplex(b)
		if !ok || err != nil {
			return nil, err
		}
		return complexBinary(op, x, y)
	}
	switch op {
	case OpAdd:
		return concat(t, a, b)
	case OpMul:
		if ka.sequence() {
			return repeatBy(t, a, b)
		}
		if kb.sequence() {
			return repeatBy(t, b, a)
		}
	case OpMod:
		switch ka {
		case kStr:
			s, err := PercentFormat(t, string(a.(py.String)), b)
			if err != nil {
				return nil, err
			}
			return py.String(s), nil
		case kBytes:
			return percentBytes(t, a.(py.Bytes), b)
		}
	case OpBitOr, OpBitAnd, OpBitXor, OpSub:
		if ka == kSet && kb == kSet {
			return setBinary(t, op, a.(*Set), b.(*Set))
		}
		if ka == kDict && kb == kDict && op == OpBitOr {
			d := a.(*Dict).Copy()
			if y := b.(*Dict); d.class == nil && y.class != nil {
				d.class, d.Factory = y.class, y.Factory // the derived class's reflected operation comes first
			}
			return d, d.Update(t, b.(*Dict))
		}
		if op == OpBitOr {
			return typeUnion(a, b)
		}
	}
	return nil, nil
}

// smallValue is the value of an int or bool that fits int64.
func smallValue(o py.Object) int64 {
	if b, ok := o.(py.Bool); ok {
		return boolInt(b)
	}
	return int64(o.(py.Int))
}

// binaryError is the TypeError of an operation that nobody knows.
func binaryError(t *Thread, op BinOp, a, b py.Object, inPlace bool) error {
	pa := Payload(a)
	ka := baseKind(pa)
	if op == OpAdd && ka.sequence() {
		if ka == kBytes {
			return TypeErrorf("can't concat %s to bytes", typeName(b))
		}
		return TypeErrorf("can only concatenate %s (not \"%s\") to %s", pa.Type().Name, typeName(b), pa.Type().Name)
	}
	if op == OpMul {
		if ka.sequence() {
			return TypeErrorf("can't multiply sequence by non-int of type '%s'", typeName(b))
		}
		if baseKind(Payload(b)).sequence() {
			return TypeErrorf("can't multiply sequence by non-int of type '%s'", typeName(a))
		}
	}
	text := opText[op]
	if inPlace {
		text = strings.TrimSuffix(text, " or pow()") + "="
	}
	return TypeErrorf("unsupported operand type(s) for %s: '%s' and '%s'", text, typeName(a), typeName(b))
}

// InPlace computes the value that "a op= b" stores.
func InPlace(t *Thread, op BinOp, a, b py.Object) (py.Object, error) {
	switch x := a.(type) {
	case py.Int, py.Float, py.String:
		// Immutable: the plain operator, below.
	case *py.List:
		switch op {
		case OpAdd:
			if err := extendList(t, x, b); err != nil {
				return nil, err
			}
			return x, nil
		case OpMul:
			if n, ok, err := repeatCount(t, b); err != nil {
				return nil, err
			} else if ok {
				items, err := repeatItems(t, x.Items, n)
				if err != nil {
					return nil, err
				}
				x.Items = items
				return x, nil
			}
		}
	case *Set:
		if y, ok := Payload(b).(*Set); ok && !x.Frozen() {
			handled, err := setInPlace(t, op, x, y)
			if handled || err != nil {
				return x, err
			}
		}
	case *Dict:
		if op == OpBitOr {
			return x, updateDict(t, x, b)
		}
	case *Instance:
		if fn := LookupType(x.Class, opIMethod[op]); fn != nil {
			if r, err := callOperator(t, fn, a, b); r != nil || err != nil {
				return r, err
			}
		}
	default:
		if r, err := nativeInPlace(t, op, a, b); err != nil || r != nil && !declined(r) {
			return r, err
		}
	}
	switch a.(type) {
	case py.Int, py.Float:
		switch b.(type) {
		case py.Int, py.Float:
			return Binary(t, op, a, b)
		}
	case py.String:
		if _, ok := b.(py.String); ok {
			return Binary(t, op, a, b)
		}
	}
	r, err := binaryTry(t, op, a, b)
	if err != nil {
		return nil, err
	}
	if r == nil {
		return nil, binaryError(t, op, a, b, true)
	}
	return r, nil
}

// UnaryNeg is -a.
func UnaryNeg(t *Thread, a py.Object) (py.Object, error) { return Unary(t, OpNeg, a) }

// UnaryPos is +a.
func UnaryPos(t *Thread, a py.Object) (py.Object, error) { return Unary(t, OpPos, a) }

// UnaryInvert is ~a.
func UnaryInvert(t *Thread, a py.Object) (py.Object, error) { return Unary(t, OpInvert, a) }

// Unary computes +a, -a or ~a.
func Unary(t *Thread, op UnaryOp, a py.Object) (py.Object, error) {
	switch x := a.(type) {
	case py.Int:
		switch op {
		case OpNeg:
			return intBinary(t, OpSub, 0, int64(x))
		case OpInvert:
			return IntObj(int64(^x)), nil
		}
		return x, nil
	case py.Float:
		switch op {
		case OpNeg:
			return -x, nil
		case OpPos:
			return x, nil
		}
	case py.Bool:
		return Unary(t, op, IntObj(boolInt(x)))
	case *py.BigInt:
		return bigUnary(op, x), nil
	case py.Complex:
		switch op {
		case OpNeg:
			return -x, nil
		case OpPos:
			return x, nil
		}
	case *Instance, *Exception:
		if fn := LookupType(a.Type(), unaryName[op]); fn != nil {
			return Call(t, fn, []py.Object{a}, nil)
		}
	default:
		if r, err := nativeUnary(t, op, a); err != nil || r != nil && !declined(r) {
			return r, err
		}
	}
	return nil, TypeErrorf("bad operand type for %s: '%s'", unaryText[op], typeName(a))
}
