package runtime

import (
	"math/big"
	"strconv"
	"unsafe"

	"github.com/go-python/gpython/py"
)

// The built-in value types live in gpython's type objects, but what they do is decided here: their dictionaries are
// emptied of gpython's own methods at start-up and filled with *Native values by the files that own each type.

// valueTypes are the types whose behaviour this package defines completely, with the name each shows.
var valueTypes = []struct {
	typ  *py.Type
	name string
}{
	{py.IntType, "int"}, {py.BoolType, "bool"}, {py.FloatType, "float"}, {py.ComplexType, "complex"},
	{py.StringType, "str"}, {py.BytesType, "bytes"}, {py.ListType, "list"}, {py.TupleType, "tuple"},
	{py.DictType, "dict"}, {py.SetType, "set"}, {py.FrozenSetType, "frozenset"}, {py.RangeType, "range"},
	{py.SliceType, "slice"}, {py.NoneTypeType, "NoneType"}, {py.EllipsisTypeType, "ellipsis"},
	{py.EnumerateType, "enumerate"}, {py.ZipType, "zip"}, {py.MapType, "map"}, {py.FilterType, "filter"},
}

// The types are fixed before any other init function or variable that depends on it, because package variables
// are set up in dependency order and the method tables mention it.
var _ = fixTypes()

func fixTypes() bool {
	// A big integer is an int, and a dict has one type.
	py.BigIntType = py.IntType
	py.StringDictType = py.DictType
	for _, v := range valueTypes {
		v.typ.Name = v.name
		v.typ.ObjectType = py.TypeType
		v.typ.Dict = py.StringDict{}
		v.typ.New, v.typ.Init = nil, nil
		v.typ.Base = py.ObjectType
		v.typ.Bases = py.Tuple{py.ObjectType}
		v.typ.Mro = py.Tuple{v.typ, py.ObjectType}
		v.typ.Flags |= py.TPFLAGS_READY | py.TPFLAGS_BASETYPE
	}
	py.BoolType.Base = py.IntType
	py.BoolType.Bases = py.Tuple{py.IntType}
	py.BoolType.Mro = py.Tuple{py.BoolType, py.IntType, py.ObjectType}
	for _, final := range []*py.Type{py.BoolType, py.RangeType, py.SliceType, py.NoneTypeType, py.EllipsisTypeType} {
		final.Flags &^= py.TPFLAGS_BASETYPE
	}
	return true
}

// newBuiltinType makes a type of this package, ready for use, that derives from base (nil: object).
func newBuiltinType(name, doc string, base *py.Type) *py.Type {
	if base == nil {
		base = py.ObjectType
	}
	t := &py.Type{
		ObjectType: py.TypeType,
		Name:       name,
		Qualname:   name,
		Doc:        doc,
		Base:       base,
		Bases:      py.Tuple{base},
		Dict:       py.StringDict{},
		Flags:      py.TPFLAGS_READY,
	}
	t.Mro = append(py.Tuple{t}, base.Mro...)
	if len(base.Mro) == 0 {
		t.Mro = py.Tuple{t, py.ObjectType}
	}
	return t
}

// NewBuiltinType makes a Go-defined class derived from base (nil: object). Module packages use it for their types.
func NewBuiltinType(name, doc string, base *py.Type) *py.Type {
	t := newBuiltinType(name, doc, base)
	t.Flags |= py.TPFLAGS_BASETYPE
	return t
}

const (
	smallIntMin = -256
	smallIntMax = 1023
)

// smallInts are boxed once, since putting an int into an interface costs an allocation.
var smallInts = func() (table [smallIntMax - smallIntMin + 1]py.Object) {
	for i := range table {
		table[i] = py.Int(i + smallIntMin)
	}
	return
}()

// IntObj boxes an int, without allocating when it is small.
func IntObj(i int64) py.Object {
	if uint64(i-smallIntMin) < uint64(len(smallInts)) {
		return smallInts[i-smallIntMin]
	}
	return py.Int(i)
}

// BigObj gives the int object for z: py.Int when it fits, else a *py.BigInt that shares z's storage.
func BigObj(z *big.Int) py.Object {
	if z.IsInt64() {
		return IntObj(z.Int64())
	}
	return (*py.BigInt)(z)
}

// asBig views an int, bool or big int as a *big.Int, which the caller must not change.
func asBig(o py.Object) (*big.Int, bool) {
	switch x := o.(type) {
	case py.Int:
		return big.NewInt(int64(x)), true
	case *py.BigInt:
		return (*big.Int)(x), true
	case py.Bool:
		if x {
			return big.NewInt(1), true
		}
		return new(big.Int), true
	}
	return nil, false
}

// AsBig is the value of an int object (or of an instance deriving from int) as a *big.Int not to be changed.
func AsBig(o py.Object) (*big.Int, bool) { return asBig(Payload(o)) }

// Payload is the built-in value inside an instance of a class that derives from a built-in type, else o itself.
func Payload(o py.Object) py.Object {
	if in, ok := o.(*Instance); ok && in.Value != nil {
		return in.Value
	}
	return o
}

// payload is the built-in value inside an instance; ok is false when o is no such instance.
func payload(o py.Object) (v py.Object, ok bool) {
	if in, isInst := o.(*Instance); isInst && in.Value != nil {
		return in.Value, true
	}
	return o, false
}

// boolInt is a bool as an integer.
func boolInt(b py.Bool) int64 {
	if b {
		return 1
	}
	return 0
}

// objWords is the memory layout of a non-empty interface: a type word and a data word.
type objWords struct{ typ, data unsafe.Pointer }

// Is reports identity. Numbers, None and bools compare by value (they have no address of their own here); a string,
// tuple or bytes object is its backing array; everything else is its pointer. It never panics.
func Is(a, b py.Object) bool {
	wa, wb := (*objWords)(unsafe.Pointer(&a)), (*objWords)(unsafe.Pointer(&b))
	if wa.typ != wb.typ {
		return false
	}
	if wa.data == wb.data {
		return true
	}
	switch x := a.(type) {
	case py.Int:
		return x == b.(py.Int)
	case py.Float:
		return floatBits(x) == floatBits(b.(py.Float))
	case py.Complex:
		y := b.(py.Complex)
		return floatBits(py.Float(real(x))) == floatBits(py.Float(real(y))) && floatBits(py.Float(imag(x))) == floatBits(py.Float(imag(y)))
	case py.Bool:
		return x == b.(py.Bool)
	case py.String:
		y := b.(py.String)
		return len(x) == len(y) && (len(x) <= 1 || unsafe.StringData(string(x)) == unsafe.StringData(string(y)))
	case py.Tuple:
		y := b.(py.Tuple)
		return len(x) == len(y) && (len(x) == 0 || &x[0] == &y[0])
	case py.Bytes:
		y := b.(py.Bytes)
		return len(x) == len(y) && (len(x) == 0 || &x[0] == &y[0])
	case py.NoneType, py.EllipsisType:
		return true
	}
	return false
}

// ID is the identity of o as a number: equal for objects that Is calls the same.
func ID(o py.Object) uint64 {
	switch x := o.(type) {
	case py.Int:
		return uint64(x)<<5 | 1<<4
	case py.Float:
		return floatBits(x) | 2
	case py.Bool:
		return 0x7f0000000040 + uint64(boolInt(x))<<5
	case py.NoneType:
		return 0x7f0000000010
	case py.EllipsisType:
		return 0x7f0000000020
	case py.String:
		if len(x) <= 1 {
			return 0x7f0000001000 + uint64(len(x))<<12
		}
		return uint64(uintptr(unsafe.Pointer(unsafe.StringData(string(x)))))
	case py.Tuple:
		if len(x) == 0 {
			return 0x7f0000000030
		}
		return uint64(uintptr(unsafe.Pointer(&x[0])))
	case py.Bytes:
		if len(x) == 0 {
			return 0x7f0000000050
		}
		return uint64(uintptr(unsafe.Pointer(&x[0])))
	}
	return uint64(uintptr((*objWords)(unsafe.Pointer(&o)).data))
}

// Address is the way an identity is shown in default representations.
func Address(o py.Object) string { return address(o) }

// address is Address.
func address(o py.Object) string { return "0x" + strconv.FormatUint(ID(o), 16) }
