package runtime

import (
	"math/big"

	"github.com/go-python/gpython/py"
)

// Help is what help() does; the session sets it.
var Help = func(t *Thread, args []py.Object) error {
	return Errorf(py.RuntimeError, "help() is not available here")
}

// builtinTable is what every session's builtins namespace starts from.
var builtinTable []struct {
	name  string
	value py.Object
}

func builtinValue(name string, v py.Object) {
	builtinTable = append(builtinTable, struct {
		name  string
		value py.Object
	}{name, v})
}

func builtin(name, spec, doc string, fn func(t *Thread, a []py.Object) (py.Object, error)) {
	builtinValue(name, Func(name, spec, doc, fn))
}

// NewBuiltins makes a fresh builtins namespace.
func NewBuiltins(t *Thread) *Dict {
	d := NewDictSize(len(builtinTable) + 16)
	d.SetStr("__name__", py.String("builtins"))
	d.SetStr("__doc__", py.String("The names that every program has without an import."))
	for _, b := range builtinTable {
		d.SetStr(b.name, b.value)
	}
	return d
}

func init() {
	builtinValue("abs", Func("abs", "x, /", "abs(x)\n\nMagnitude of a number: x without its sign, the modulus of a complex number.", func(t *Thread, a []py.Object) (py.Object, error) { return Abs(t, a[0]) }))
	quantifier := func(name, doc string, stop bool) {
		builtin(name, "iterable, /", doc, func(t *Thread, a []py.Object) (py.Object, error) {
			it, err := Iter(t, a[0])
			if err != nil {
				return nil, err
			}
			var tick ticks
			for {
				v, err := it.Next(t)
				if err != nil {
					return nil, err
				}
				if v == nil {
					return py.Bool(!stop), nil
				}
				b, err := Truth(t, v)
				if err != nil {
					return nil, err
				}
				if b == stop {
					return py.Bool(stop), nil
				}
				if err := tick.step(t); err != nil {
					return nil, err
				}
			}
		})
	}
	quantifier("all", "all(iterable)\n\nFalse as soon as an item is false, True when there is none such; so True for no items at all.", false)
	quantifier("any", "any(iterable)\n\nTrue as soon as an item is true, False when there is none such; so False for no items at all.", true)
	text := func(name, doc string, f func(*Thread, py.Object) (string, error)) {
		builtin(name, "obj, /", doc, func(t *Thread, a []py.Object) (py.Object, error) {
			s, err := f(t, a[0])
			return py.String(s), err
		})
	}
	text("ascii", "ascii(obj)\n\nLike repr(obj), with every character beyond ASCII written as an escape.", ASCII)
	text("repr", "repr(obj)\n\nText that shows the value to a programmer, where possible as an expression that makes it again.", Repr)
	radix := func(name, prefix string, base int, doc string) {
		builtin(name, "number, /", doc, func(t *Thread, a []py.Object) (py.Object, error) {
			i, err := Index(t, a[0])
			if err != nil {
				return nil, err
			}
			z, _ := asBig(i)
			s := prefix + new(big.Int).Abs(z).Text(base)
			if z.Sign() < 0 {
				s = "-" + s
			}
			return py.String(s), nil
		})
	}
	radix("bin", "0b", 2, "bin(n)\n\nDigits of n in base 2, after 0b: bin(5) is '0b101'.")
	radix("oct", "0o", 8, "oct(n)\n\nDigits of n in base 8, after 0o: oct(8) is '0o10'.")
	radix("hex", "0x", 16, "hex(n)\n\nDigits of n in base 16, after 0x: hex(255) is '0xff'.")
	builtin("callable", "obj, /", "callable(obj)\n\nTells whether obj(...) is possible: functions, methods, classes, instances with __call__.", func(t *Thread, a []py.Object) (py.Object, error) {
		return py.Bool(IsCallable(a[0])), nil
	})
	builtin("chr", "i, /", "chr(i)\n\nThe character with code point i, from 0 to 0x10ffff. The inverse of ord.", func(t *Thread, a []py.Object) (py.Object, error) {
		i, err := Index(t, a[0])
		if err != nil {
			return nil, err
		}
		n, ok := i.(py.Int)
		if !ok {
			return nil, Errorf(py.OverflowError, "Python int too large to convert to C int")
		}
		s, err := chrString(int64(n))
		if err != nil {
			return nil, err
		}
		return charObj(s), nil
	})
	builtin("ord", "c, /", "ord(c)\n\nThe code point of a single character, or the value of a single byte. The inverse of chr.", func(t *Thread, a []py.Object) (py.Object, error) {
		switch x := Payload(a[0]).(type) {
		case py.String:
			r := toRunes(string(x))
			if len(r) == 1 {
				return IntObj(int64(r[0])), nil
			}
			return nil, TypeErrorf("ord() expected a character, but string of length %d found", len(r))
		case py.Bytes:
			if len(x) == 1 {
				return IntObj(int64(x[0])), nil
			}
			return nil, TypeErrorf("ord() expected a character, but string of length %d found", len(x))
		}
		return nil, TypeErrorf("ord() expected string of length 1, but %s found", typeName(a[0]))
	})
	builtin("divmod", "x, y, /", "divmod(x, y)\n\nFloor quotient and remainder of x by y, as a pair.", func(t *Thread, a []py.Object) (py.Object, error) {
		return Divmod(t, a[0], a[1])
	})
	builtin("pow", "base, exp, mod=", "pow(base, exp[, mod])\n\nbase to the power exp. With mod, the remainder of the power, found without computing the power itself;\na negative exp then asks for the modular inverse.", func(t *Thread, a []py.Object) (py.Object, error) {
		return Power(t, a[0], a[1], a[2])
	})
	builtin("round", "number, ndigits=", "round(number[, ndigits])\n\nThe nearest number with ndigits decimals, ties going to the even digit. Without ndigits the result is an int;\na negative ndigits rounds to tens, hundreds, ...", func(t *Thread, a []py.Object) (py.Object, error) {
		return Round(t, a[0], a[1])
	})
	builtin("hash", "obj, /", "hash(obj)\n\nThe int that dicts and sets place obj by; equal objects have the same one. TypeError for lists, dicts and sets.", func(t *Thread, a []py.Object) (py.Object, error) {
		h, err := Hash(t, a[0])
		return IntObj(h), err
	})
	builtin("id", "obj, /", "id(obj)\n\nAn int that no other object has as long as obj lives.", func(t *Thread, a []py.Object) (py.Object, error) {
		return IntObj(int64(ID(a[0]) & (1<<63 - 1))), nil
	})
	builtin("len", "obj, /", "len(obj)\n\nHow many items obj holds: characters of a str, keys of a dict, what __len__ says.", func(t *Thread, a []py.Object) (py.Object, error) {
		n, err := Len(t, a[0])
		if err != nil {
			return nil, err
		}
		return IntObj(int64(n)), nil
	})
	builtin("format", "value, format_spec=, /", "format(value[, format_spec])\n\nvalue as text laid out as format_spec says, such as '.3f' or '>10'; what f\"{value:format_spec}\" gives.", func(t *Thread, a []py.Object) (py.Object, error) {
		spec := ""
		if a[1] != nil {
			var err error
			if spec, err = strArg(a[1], "format() argument 2 must be str, not %s"); err != nil {
				return nil, err
			}
		}
		s, err := Format(t, a[0], spec)
		return py.String(s), err
	})
	builtin("sum", "iterable, /, start=", "sum(iterable, start=0)\n\nAdds the items up, beginning with start. For strings use ''.join(...).", func(t *Thread, a []py.Object) (py.Object, error) {
		return Sum(t, a[0], a[1])
	})
	builtinValue("min", NewNative("min", "min(iterable, *, key=None[, default])\nmin(a, b, ..., *, key=None)\n\nThe smallest item, the first of several equal ones. key computes what is compared;\ndefault is the result for no items, which otherwise is a ValueError.", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		return extreme(t, "min", CmpLt, args, kw)
	}))
	builtinValue("max", NewNative("max", "max(iterable, *, key=None[, default])\nmax(a, b, ..., *, key=None)\n\nThe largest item, the first of several equal ones. key computes what is compared;\ndefault is the result for no items, which otherwise is a ValueError.", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		return extreme(t, "max", CmpGt, args, kw)
	}))
	builtin("sorted", "iterable, /, *rest, key=, reverse=", "sorted(iterable, *, key=None, reverse=False)\n\nA list of the items from smallest to largest; reverse turns that around. key computes what is compared;\nequal items keep their order.", func(t *Thread, a []py.Object) (py.Object, error) {
		if len(a) > 3 {
			return nil, TypeErrorf("sorted expected 1 argument, got %d", len(a)-2)
		}
		items, err := Collect(t, a[0])
		if err != nil {
			return nil, err
		}
		l := NewList(items)
		return l, sortInPlace(t, l, a[1], a[2])
	})
	builtin("iter", "object, sentinel=, /", "iter(obj)\niter(function, sentinel)\n\nAn iterator over the items of obj, or over the results of function(), ending before the first that equals sentinel.", func(t *Thread, a []py.Object) (py.Object, error) {
		if a[1] != nil {
			if !IsCallable(a[0]) {
				return nil, TypeErrorf("iter(object, sentinel): object must be callable")
			}
			return &callIter{a[0], a[1]}, nil
		}
		it, err := Iter(t, a[0])
		if err != nil {
			return nil, err
		}
		return IterObject(it), nil
	})
	builtinValue("next", NewNative("next", "next(iterator[, default])\n\nTakes one item from the iterator. When none is left the result is default, or StopIteration without one.", builtinNext))
	initBuiltinAttrs()
	initBuiltinIO()
	initBuiltinNames()
}

func builtinNext(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
	if err := noKeywords("next", kw); err != nil {
		return nil, err
	}
	if len(args) == 0 || len(args) > 2 {
		how, n := "at least", 1
		if len(args) > 2 {
			how, n = "at most", 2
		}
		return nil, TypeErrorf("next expected %s %d argument%s, got %d", how, n, plural(n), len(args))
	}
	if it, ok := args[0].(Iterator); ok {
		v, err := it.Next(t)
		if v != nil || err != nil {
			if err != nil && len(args) == 2 && IsException(err, py.StopIteration) {
				return args[1], nil
			}
			return v, err
		}
		if len(args) == 2 {
			return args[1], nil
		}
		return nil, StopIterationOf(it)
	}
	fn := LookupType(args[0].Type(), "__next__")
	if fn == nil {
		if it := asIterator(t, args[0]); it != nil {
			return builtinNext(t, append([]py.Object{it}, args[1:]...), nil)
		}
		return nil, TypeErrorf("'%s' object is not an iterator", typeName(args[0]))
	}
	v, err := Call(t, fn, []py.Object{args[0]}, nil)
	if err != nil && len(args) == 2 && IsException(err, py.StopIteration) {
		return args[1], nil
	}
	return v, err
}

func initBuiltinNames() {
	for _, typ := range []*py.Type{py.IntType, py.FloatType, py.ComplexType, py.BoolType, py.StringType, py.BytesType, ByteArrayType,
		py.ListType, py.TupleType, py.DictType, py.SetType, py.FrozenSetType, py.RangeType, py.SliceType, py.EnumerateType,
		py.ZipType, py.MapType, py.FilterType, reversedType, py.ObjectType, py.TypeType, SuperType, py.PropertyType,
		py.ClassMethodType, py.StaticMethodType} {
		builtinValue(typ.Name, typ)
	}
	for _, typ := range ExceptionTypes {
		builtinValue(typ.Name, typ)
	}
	builtinValue("EnvironmentError", py.OSError)
	builtinValue("IOError", py.OSError)
	builtinValue("NotImplemented", NotImplemented)
	builtinValue("Ellipsis", py.Ellipsis)
	builtinValue("None", py.None)
	builtinValue("True", py.True)
	builtinValue("False", py.False)
	builtinValue("__debug__", py.True)
}
