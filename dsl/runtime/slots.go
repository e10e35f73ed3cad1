package runtime

import (
	"github.com/go-python/gpython/py"
)

// Special methods of the built-in types as attributes: int.__add__, list.__getitem__, super().__setitem__ and the
// like. They do what the operators do, without asking the class of self again.

// slotTypes are the built-in value types with the operators each has.
var slotTypes = []struct {
	typ *py.Type
	ops []BinOp
	cmp []CmpOp
}{
	{py.IntType, []BinOp{OpAdd, OpSub, OpMul, OpDiv, OpFloorDiv, OpMod, OpPow, OpLShift, OpRShift, OpBitAnd, OpBitOr, OpBitXor, opDivmod}, allCmp},
	{py.FloatType, []BinOp{OpAdd, OpSub, OpMul, OpDiv, OpFloorDiv, OpMod, OpPow, opDivmod}, allCmp},
	{py.ComplexType, []BinOp{OpAdd, OpSub, OpMul, OpDiv, OpPow}, eqCmp},
	{py.StringType, []BinOp{OpAdd, OpMul, OpMod}, allCmp},
	{py.BytesType, []BinOp{OpAdd, OpMul, OpMod}, allCmp},
	{py.ListType, []BinOp{OpAdd, OpMul}, allCmp},
	{py.TupleType, []BinOp{OpAdd, OpMul}, allCmp},
	{py.DictType, []BinOp{OpBitOr}, eqCmp},
	{py.SetType, []BinOp{OpBitAnd, OpBitOr, OpBitXor, OpSub}, allCmp},
	{py.FrozenSetType, []BinOp{OpBitAnd, OpBitOr, OpBitXor, OpSub}, allCmp},
	{py.RangeType, nil, eqCmp},
	{py.SliceType, nil, allCmp},
}

var (
	allCmp = []CmpOp{CmpEq, CmpNe, CmpLt, CmpLe, CmpGt, CmpGe}
	eqCmp  = []CmpOp{CmpEq, CmpNe}
)

// slot adds a special method with n arguments beside self. self arrives as the plain value.
func slot(typ *py.Type, name string, n int, doc string, fn func(t *Thread, self py.Object, a []py.Object) (py.Object, error)) {
	if _, ok := typ.Dict[name]; ok {
		return
	}
	m := NewMethod(name, doc, func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		if len(args) == 0 {
			return nil, TypeErrorf("descriptor '%s' of '%s' object needs an argument", name, typ.Name)
		}
		self := args[0]
		if in, ok := self.(*Instance); ok && in.Value != nil {
			self = in.Value
		}
		if self.Type() != typ && !IsSubclass(self.Type(), typ) {
			return nil, TypeErrorf("descriptor '%s' requires a '%s' object but received a '%s'", name, typ.Name, typeName(args[0]))
		}
		if len(args) != n+1 || len(kw) > 0 {
			return nil, TypeErrorf("expected %d argument%s, got %d", n, plural(n), len(args)-1)
		}
		return fn(t, self, args[1:])
	})
	m.Qualname = typ.Name + "." + name
	typ.Dict[name] = m
}

// accepts reports whether the special methods of typ take an operand of kind k; they decline wider number types.
func accepts(typ *py.Type, k kind) bool {
	switch typ {
	case py.IntType:
		return k.integer()
	case py.FloatType:
		return k.integer() || k == kFloat
	}
	return true
}

// plainBinary is an operation on the built-in values inside its operands; NotImplemented when there is none.
func plainBinary(t *Thread, op BinOp, a, b py.Object) (py.Object, error) {
	pa, pb := Payload(a), Payload(b)
	ka, kb := baseKind(pa), baseKind(pb)
	if kb == kNative || kb == kInstance {
		if op == OpMod && (ka == kStr || ka == kBytes) || op == OpMul && ka.sequence() {
			pb = b
		} else {
			return NotImplemented, nil
		}
	}
	if ka.sequence() && op == OpAdd && ka != kb {
		return nil, binaryError(t, op, pa, b, false)
	}
	r, err := builtinBinary(t, op, pa, pb, ka, kb)
	if r == nil && err == nil {
		if op == OpMul && ka.sequence() {
			return nil, TypeErrorf("'%s' object cannot be interpreted as an integer", typeName(b))
		}
		return NotImplemented, nil
	}
	return r, err
}

func init() {
	for _, s := range slotTypes {
		for _, op := range s.ops {
			slot(s.typ, opMethod[op], 1, "With the object on the left: self"+opSign(op)+"value.", func(t *Thread, self py.Object, a []py.Object) (py.Object, error) {
				if !accepts(s.typ, baseKind(Payload(a[0]))) {
					return NotImplemented, nil
				}
				return plainBinary(t, op, self, a[0])
			})
			seq := s.typ == py.StringType || s.typ == py.BytesType || s.typ == py.ListType || s.typ == py.TupleType
			if seq && op == OpAdd {
				continue
			}
			slot(s.typ, opRMethod[op], 1, "With the object on the right: value"+opSign(op)+"self.", func(t *Thread, self py.Object, a []py.Object) (py.Object, error) {
				if !accepts(s.typ, baseKind(Payload(a[0]))) {
					return NotImplemented, nil
				}
				if seq {
					return plainBinary(t, op, self, a[0])
				}
				return plainBinary(t, op, a[0], self)
			})
		}
		for _, op := range s.cmp {
			slot(s.typ, cmpMethod[op], 1, "With the object on the left: self"+cmpText[op]+"value.", func(t *Thread, self py.Object, a []py.Object) (py.Object, error) {
				b := Payload(a[0])
				ka, kb := baseKind(self), baseKind(b)
				if kb == kNative || kb == kInstance || !accepts(s.typ, kb) {
					return NotImplemented, nil
				}
				r, known, err := builtinCompare(t, op, self, b, ka, kb)
				if err != nil {
					return nil, err
				}
				if !known {
					return NotImplemented, nil
				}
				return py.Bool(r), nil
			})
		}
	}
	for _, typ := range []*py.Type{py.IntType, py.FloatType, py.ComplexType} {
		for op := OpPos; op <= OpInvert; op++ {
			if op == OpInvert && typ != py.IntType {
				continue
			}
			slot(typ, unaryName[op], 0, "", func(t *Thread, self py.Object, a []py.Object) (py.Object, error) { return Unary(t, op, self) })
		}
		slot(typ, "__abs__", 0, "abs(self)", func(t *Thread, self py.Object, a []py.Object) (py.Object, error) { return Abs(t, self) })
		slot(typ, "__bool__", 0, "Whether the number is not zero.", func(t *Thread, self py.Object, a []py.Object) (py.Object, error) {
			b, err := Truth(t, self)
			return py.Bool(b), err
		})
	}
	containers := []*py.Type{py.StringType, py.BytesType, py.ListType, py.TupleType, py.DictType, py.SetType, py.FrozenSetType, py.RangeType,
		dictKeysType, dictValuesType, dictItemsType, ByteArrayType}
	for _, typ := range containers {
		slot(typ, "__len__", 0, "The number of items, as len() gives it.", func(t *Thread, self py.Object, a []py.Object) (py.Object, error) {
			n, err := Len(t, self)
			return IntObj(int64(n)), err
		})
		slot(typ, "__contains__", 1, "Tells whether key is in it: key in obj.", func(t *Thread, self py.Object, a []py.Object) (py.Object, error) {
			b, err := Contains(t, self, a[0])
			return py.Bool(b), err
		})
		slot(typ, "__iter__", 0, "Iterator over the items.", func(t *Thread, self py.Object, a []py.Object) (py.Object, error) {
			return Iter(t, self)
		})
		switch typ {
		case py.SetType, py.FrozenSetType, dictKeysType, dictValuesType, dictItemsType:
			continue
		}
		slot(typ, "__getitem__", 1, "The item at key: obj[key].", func(t *Thread, self py.Object, a []py.Object) (py.Object, error) {
			return GetItem(t, self, a[0])
		})
	}
	for _, typ := range []*py.Type{py.ListType, ByteArrayType} {
		slot(typ, "__setitem__", 2, "Does obj[key] = value.", func(t *Thread, self py.Object, a []py.Object) (py.Object, error) {
			return None, SetItem(t, self, a[0], a[1])
		})
		slot(typ, "__delitem__", 1, "Does del obj[key].", func(t *Thread, self py.Object, a []py.Object) (py.Object, error) {
			return None, DelItem(t, self, a[0])
		})
	}
	for _, typ := range []*py.Type{py.ListType, py.DictType, py.SetType} {
		for _, op := range []BinOp{OpAdd, OpMul, OpBitOr, OpBitAnd, OpBitXor, OpSub} {
			if _, ok := typ.Dict[opMethod[op]]; !ok {
				continue
			}
			// In-place methods return self; on an instance of a derived class that is the instance.
			name := opIMethod[op]
			typ.Dict[name] = NewMethod(name, "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
				if len(args) != 2 || len(kw) > 0 {
					return nil, TypeErrorf("expected 1 argument, got %d", len(args)-1)
				}
				p := Payload(args[0])
				r, err := InPlace(t, op, p, args[1])
				if err != nil {
					return nil, err
				}
				if Is(r, p) {
					return args[0], nil
				}
				return r, nil
			})
		}
	}
	for _, typ := range []*py.Type{py.IntType, py.BoolType, py.FloatType, py.ComplexType, py.StringType, py.BytesType, py.ListType, py.TupleType,
		py.SetType, py.FrozenSetType, py.RangeType, py.SliceType, py.NoneTypeType, py.EllipsisTypeType, notImplementedClass, ByteArrayType,
		dictKeysType, dictValuesType, dictItemsType} {
		// A set shows the name of its class, also of a derived one; everything else its plain value.
		typ.Dict["__repr__"] = NewMethod("__repr__", "The value as repr() shows it.", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
			if len(args) != 1 {
				return nil, TypeErrorf("expected 0 arguments, got %d", len(args)-1)
			}
			if s, ok := Payload(args[0]).(*Set); ok {
				r, err := reprSet(t, s, typeName(args[0]))
				return py.String(r), err
			}
			r, err := Repr(t, Payload(args[0]))
			return py.String(r), err
		})
	}
	slot(py.StringType, "__str__", 0, "The text itself.", func(t *Thread, self py.Object, a []py.Object) (py.Object, error) { return self, nil })
	for _, typ := range []*py.Type{py.IntType, py.FloatType, py.ComplexType, py.StringType, py.BytesType, py.TupleType, py.FrozenSetType, py.RangeType, py.SliceType, py.NoneTypeType} {
		slot(typ, "__hash__", 0, "The hash that hash() gives.", func(t *Thread, self py.Object, a []py.Object) (py.Object, error) {
			h, err := Hash(t, self)
			return IntObj(h), err
		})
	}
	for _, typ := range []*py.Type{py.ListType, py.DictType, py.SetType, ByteArrayType} {
		typ.Dict["__hash__"] = None
	}
	for _, typ := range []*py.Type{py.IntType, py.FloatType, py.ComplexType, py.StringType} {
		typ.Dict["__format__"] = NewMethod("__format__", "The text that format() gives for a format specification.", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
			if len(args) != 2 || len(kw) > 0 {
				return nil, TypeErrorf("%s.__format__() takes exactly one argument (%d given)", typ.Name, len(args)-1)
			}
			spec, err := strArg(args[1], "__format__() argument must be str, not %s")
			if err != nil {
				return nil, err
			}
			if in, ok := args[0].(*Instance); ok && spec == "" {
				// Without a specification a derived class shows itself by its own str().
				s, err := Str(t, in)
				return py.String(s), err
			}
			s, err := Format(t, Payload(args[0]), spec)
			return py.String(s), err
		})
	}
	rangeAndSliceMethods()
}

func opSign(op BinOp) string {
	if op == OpPow {
		return "**"
	}
	return opText[op]
}

func rangeAndSliceMethods() {
	part := func(get func(start, stop, step py.Object) py.Object) func(r *Range) py.Object {
		return func(r *Range) py.Object { return get(r.parts()) }
	}
	TypeGetter(py.RangeType, "start", "", part(func(a, b, c py.Object) py.Object { return a }))
	TypeGetter(py.RangeType, "stop", "", part(func(a, b, c py.Object) py.Object { return b }))
	TypeGetter(py.RangeType, "step", "", part(func(a, b, c py.Object) py.Object { return c }))
	TypeMethod(py.RangeType, "index", "value, /", "index(value)\n\nPosition of value in the range. ValueError when it is not in it.", func(t *Thread, r *Range, a []py.Object) (py.Object, error) {
		switch x := a[0].(type) {
		case py.Int, py.Bool, *py.BigInt:
			if i, ok := r.find(x); ok {
				return BigObj(i), nil
			}
			s, err := Repr(t, x)
			if err != nil {
				return nil, err
			}
			return nil, ValueErrorf("%s is not in range", s)
		}
		it := r.iter()
		for i := int64(0); ; i++ {
			v, err := it.Next(t)
			if err != nil {
				return nil, err
			}
			if v == nil {
				return nil, ValueErrorf("sequence.index(x): x not in sequence")
			}
			if eq, err := Equal(t, v, a[0]); err != nil || eq {
				return IntObj(i), err
			}
		}
	})
	TypeMethod(py.RangeType, "count", "value, /", "count(value)\n\n1 when value is in the range, else 0.", func(t *Thread, r *Range, a []py.Object) (py.Object, error) {
		in, err := r.contains(t, a[0])
		if err != nil || !in {
			return IntObj(0), err
		}
		return IntObj(1), nil
	})
	TypeMethod(py.RangeType, "__reversed__", "/", "The numbers, from the last to the first.", func(t *Thread, r *Range, a []py.Object) (py.Object, error) {
		return r.reversed(), nil
	})
	TypeNew(py.RangeType, "*args", "", func(t *Thread, cls *py.Type, a []py.Object) (py.Object, error) { return newRange(t, a) })
	TypeGetter(py.SliceType, "start", "", func(s *py.Slice) py.Object { return s.Start })
	TypeGetter(py.SliceType, "stop", "", func(s *py.Slice) py.Object { return s.Stop })
	TypeGetter(py.SliceType, "step", "", func(s *py.Slice) py.Object { return s.Step })
	TypeMethod(py.SliceType, "indices", "len, /", "indices(len)\n\nStart, stop and step that the slice means in a sequence of that length, as a tuple.", func(t *Thread, s *py.Slice, a []py.Object) (py.Object, error) {
		n, err := Index(t, a[0])
		if err != nil {
			return nil, err
		}
		z, _ := asBig(n)
		if z.Sign() < 0 {
			return nil, ValueErrorf("length should not be negative")
		}
		start, stop, step, err := sliceIndicesBig(t, s, z)
		if err != nil {
			return nil, err
		}
		return py.Tuple{BigObj(start), BigObj(stop), BigObj(step)}, nil
	})
	TypeNew(py.SliceType, "*args", "", func(t *Thread, cls *py.Type, a []py.Object) (py.Object, error) {
		switch len(a) {
		case 0:
			return nil, TypeErrorf("slice expected at least 1 argument, got 0")
		case 1:
			return py.NewSlice(None, a[0], None), nil
		case 2:
			return py.NewSlice(a[0], a[1], None), nil
		case 3:
			return py.NewSlice(a[0], a[1], a[2]), nil
		}
		return nil, TypeErrorf("slice expected at most 3 arguments, got %d", len(a))
	})
}

// newRange is range(stop) or range(start, stop, step).
func newRange(t *Thread, a []py.Object) (*Range, error) {
	if len(a) == 0 {
		return nil, TypeErrorf("range expected at least 1 argument, got 0")
	}
	if len(a) > 3 {
		return nil, TypeErrorf("range expected at most 3 arguments, got %d", len(a))
	}
	var v [3]py.Object
	for i, o := range a {
		var err error
		if v[i], err = Index(t, o); err != nil {
			return nil, err
		}
	}
	switch len(a) {
	case 1:
		return rangeOf(IntObj(0), v[0], IntObj(1))
	case 2:
		return rangeOf(v[0], v[1], IntObj(1))
	}
	return rangeOf(v[0], v[1], v[2])
}

// constructors make values of the exact built-in classes directly.
var constructors map[*py.Type]NativeFunc

// Constructor is the direct constructor of an exact built-in class: __new__ and __init__ in one. nil for others.
func Constructor(typ *py.Type) NativeFunc { return constructors[typ] }

func init() {
	direct := func(typ *py.Type, spec string, fn func(t *Thread, a []py.Object) (py.Object, error)) {
		s := parseArgSpec(typ.Name, spec)
		constructors[typ] = func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
			a, err := s.bind(args, kw)
			if err != nil {
				return nil, err
			}
			return fn(t, a)
		}
	}
	constructors = map[*py.Type]NativeFunc{}
	direct(py.IntType, "x=, /, base=", func(t *Thread, a []py.Object) (py.Object, error) { return newInt(t, a[0], a[1]) })
	direct(py.FloatType, "x=, /", func(t *Thread, a []py.Object) (py.Object, error) { return newFloat(t, a[0]) })
	direct(py.ComplexType, "real=, imag=", func(t *Thread, a []py.Object) (py.Object, error) { return newComplex(t, a[0], a[1]) })
	direct(py.StringType, "object=, encoding=, errors=", newStr)
	direct(py.TupleType, "iterable=, /", func(t *Thread, a []py.Object) (py.Object, error) { return newTuple(t, a[0]) })
	direct(py.FrozenSetType, "iterable=, /", func(t *Thread, a []py.Object) (py.Object, error) { return newFrozenSet(t, a[0]) })
	direct(py.ListType, "iterable=, /", func(t *Thread, a []py.Object) (py.Object, error) {
		if a[0] == nil {
			return &py.List{}, nil
		}
		items, err := Collect(t, a[0])
		return NewList(items), err
	})
	direct(py.SetType, "iterable=, /", func(t *Thread, a []py.Object) (py.Object, error) {
		if a[0] == nil {
			return NewSet(), nil
		}
		s, err := SetOf(t, a[0])
		return s, err
	})
	direct(py.BoolType, "object=, /", func(t *Thread, a []py.Object) (py.Object, error) {
		if a[0] == nil {
			return py.False, nil
		}
		b, err := Truth(t, a[0])
		return py.Bool(b), err
	})
	direct(py.RangeType, "*args", func(t *Thread, a []py.Object) (py.Object, error) { return newRange(t, a) })
	constructors[py.DictType] = func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		d := NewDict()
		return d, fillDict(t, d, "dict", args, kw)
	}
}
