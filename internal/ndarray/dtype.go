package ndarray

import "strings"

// Dtype is an element type. A new one needs a line in each table of this file, a case in the switches on Dtype
// (the compiler does not find them; grep for "case Float32"), and its kernels in the ufunc tables.
type Dtype uint8

// The element types, in order of promotion within a kind.
const (
	Bool Dtype = iota
	Int64
	Float32
	Float64
	Complex128
	numDtypes
)

var (
	dtypeNames = [numDtypes]string{"bool", "int64", "float32", "float64", "complex128"}
	dtypeSizes = [numDtypes]int{1, 8, 4, 8, 16}
	dtypeKinds = [numDtypes]byte{'b', 'i', 'f', 'f', 'c'}
	dtypeCodes = [numDtypes]string{"|b1", "<i8", "<f4", "<f8", "<c16"}
	dtypeChars = [numDtypes]byte{'?', 'l', 'f', 'd', 'D'}
)

func (d Dtype) String() string { return dtypeNames[d] }

// Size is the number of bytes of an element.
func (d Dtype) Size() int { return dtypeSizes[d] }

// Kind is NumPy's kind letter: b, i, f or c.
func (d Dtype) Kind() byte { return dtypeKinds[d] }

// Code is NumPy's array-protocol string: "<f8".
func (d Dtype) Code() string { return dtypeCodes[d] }

// Char is NumPy's one-letter code: 'd' for float64.
func (d Dtype) Char() byte { return dtypeChars[d] }

// IsInexact reports whether d is a floating or complex type.
func (d Dtype) IsInexact() bool { return d >= Float32 }

// IsFloat reports whether d is a real floating type.
func (d Dtype) IsFloat() bool { return d == Float32 || d == Float64 }

// DtypeByName finds a type by any of the names NumPy accepts for it ("float64", "float", "f8", "<f8", "d", "double").
func DtypeByName(name string) (Dtype, error) {
	switch strings.TrimLeft(name, "<=|") {
	case "bool", "bool_", "?", "b1":
		return Bool, nil
	case "int64", "int", "int_", "i8", "l", "q", "i", "long", "longlong", "intp", "p":
		if name == "i" { // 32 bits in NumPy
			break
		}
		return Int64, nil
	case "float32", "f4", "f", "single":
		return Float32, nil
	case "float64", "float", "f8", "d", "double":
		return Float64, nil
	case "complex128", "complex", "c16", "D", "cdouble":
		return Complex128, nil
	}
	switch strings.TrimLeft(name, "<>=|") {
	case "int8", "i1", "b", "byte", "int16", "i2", "h", "short", "int32", "i4", "i", "intc", "uint8", "u1", "B", "ubyte", "uint16", "u2",
		"H", "ushort", "uint32", "u4", "I", "uintc", "uint64", "u8", "L", "Q", "ulong", "ulonglong", "uint", "float16", "f2", "e", "half", "longdouble", "g",
		"float128", "complex64", "c8", "F", "csingle", "complex256", "clongdouble", "object", "O", "str", "U", "bytes", "S",
		"datetime64", "M8", "timedelta64", "m8", "void", "V", "f8", "i8", "c16", "f4":
		return 0, typeErr("data type '%s' is not provided by Monge; use one of bool, int64, float32, float64, complex128", name)
	}
	return 0, typeErr("data type '%s' not understood", name)
}

var promotion = [numDtypes][numDtypes]Dtype{
	Bool:       {Bool, Int64, Float32, Float64, Complex128},
	Int64:      {Int64, Int64, Float64, Float64, Complex128},
	Float32:    {Float32, Float64, Float32, Float64, Complex128},
	Float64:    {Float64, Float64, Float64, Float64, Complex128},
	Complex128: {Complex128, Complex128, Complex128, Complex128, Complex128},
}

// Promote is the smallest type that holds both.
func Promote(a, b Dtype) Dtype { return promotion[a][b] }

// promoteWeak is the type of "array of type a, Python scalar of type w" by NEP 50: the scalar counts by its kind only.
func promoteWeak(a, w Dtype) Dtype {
	switch {
	case w == Float64 && a.IsInexact(), w == Int64 && a != Bool, w == Bool:
		return a
	}
	return Promote(a, w)
}

// ResultType is the common type of arrays, among them weak scalars.
func ResultType(arrays ...*Array) Dtype {
	var d Dtype
	strong := false
	for _, a := range arrays {
		if !a.weak {
			if strong {
				d = Promote(d, a.dtype)
			} else {
				d, strong = a.dtype, true
			}
		}
	}
	for _, a := range arrays {
		if a.weak {
			if strong {
				d = promoteWeak(d, a.dtype)
			} else {
				d = Promote(d, a.dtype)
			}
		}
	}
	return d
}

// Casting is a rule of NumPy's for conversions between types.
type Casting uint8

// The casting rules from strict to free.
const (
	NoCasting Casting = iota
	Equiv
	Safe
	SameKind
	Unsafe
)

var castingNames = [...]string{"no", "equiv", "safe", "same_kind", "unsafe"}

func (c Casting) String() string { return castingNames[c] }

// CastingByName finds a rule by its name.
func CastingByName(s string) (Casting, error) {
	for i, n := range castingNames {
		if n == s {
			return Casting(i), nil
		}
	}
	return 0, valueErr("casting must be one of 'no', 'equiv', 'safe', 'same_kind', 'unsafe' (got '%s')", s)
}

// CanCast reports whether from converts to to under the rule.
func CanCast(from, to Dtype, rule Casting) bool {
	switch rule {
	case NoCasting, Equiv:
		return from == to
	case Safe:
		return Promote(from, to) == to
	case SameKind:
		return kindRank(from) <= kindRank(to)
	}
	return true
}

func kindRank(d Dtype) int {
	switch d.Kind() {
	case 'b':
		return 0
	case 'i':
		return 1
	case 'f':
		return 2
	}
	return 3
}
