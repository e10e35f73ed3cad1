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
	d.SetStr("__doc__", py.String("Built-in functions, types, exceptions, and other objects."))
	for _, b := range builtinTable {
		d.SetStr(b.name, b.value)
	}
	return d
}

func init() {
	builtinValue("abs", Func("abs", "x, /", "Return the absolute value of the argument.", func(t *Thread, a []py.Object) (py.Object, error) { return Abs(t, a[0]) }))
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
	quantifier("all", "Return True if bool(x) is True for all values x in the iterable.\n\nIf the iterable is empty, return True.", false)
	quantifier("any", "Return True if bool(x) is True for any x in the iterable.\n\nIf the iterable is empty, return False.", true)
	text := func(name, doc string, f func(*Thread, py.Object) (string, error)) {
		builtin(name, "obj, /", doc, func(t *Thread, a []py.Object) (py.Object, error) {
			s, err := f(t, a[0])
			return py.String(s), err
		})
	}
	text("ascii", "Return an ASCII-only representation of an object.", ASCII)
	text("repr", "Return the canonical string representation of the object.", Repr)
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
	radix("bin", "0b", 2, "Return the binary representation of an integer.")
	radix("oct", "0o", 8, "Return the octal representation of an integer.")
	radix("hex", "0x", 16, "Return the hexadecimal representation of an integer.")
	builtin("callable", "obj, /", "Return whether the object is callable (i.e., some kind of function).", func(t *Thread, a []py.Object) (py.Object, error) {
		return py.Bool(IsCallable(a[0])), nil
	})
	builtin("chr", "i, /", "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.", func(t *Thread, a []py.Object) (py.Object, error) {
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
	builtin("ord", "c, /", "Return the Unicode code point for a one-character string.", func(t *Thread, a []py.Object) (py.Object, error) {
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
	builtin("divmod", "x, y, /", "Return the tuple (x//y, x%y).  Invariant: div*y + mod == x.", func(t *Thread, a []py.Object) (py.Object, error) {
		return Divmod(t, a[0], a[1])
	})
	builtin("pow", "base, exp, mod=", "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.", func(t *Thread, a []py.Object) (py.Object, error) {
		return Power(t, a[0], a[1], a[2])
	})
	builtin("round", "number, ndigits=", "Round a number to a given precision in decimal digits.\n\nThe return value is an integer if ndigits is omitted or None.", func(t *Thread, a []py.Object) (py.Object, error) {
		return Round(t, a[0], a[1])
	})
	builtin("hash", "obj, /", "Return the hash value for the given object.", func(t *Thread, a []py.Object) (py.Object, error) {
		h, err := Hash(t, a[0])
		return IntObj(h), err
	})
	builtin("id", "obj, /", "Return the identity of an object.", func(t *Thread, a []py.Object) (py.Object, error) {
		return IntObj(int64(ID(a[0]) & (1<<63 - 1))), nil
	})
	builtin("len", "obj, /", "Return the number of items in a container.", func(t *Thread, a []py.Object) (py.Object, error) {
		n, err := Len(t, a[0])
		if err != nil {
			return nil, err
		}
		return IntObj(int64(n)), nil
	})
	builtin("format", "value, format_spec=, /", "Return type(value).__format__(value, format_spec).", func(t *Thread, a []py.Object) (py.Object, error) {
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
	builtin("sum", "iterable, /, start=", "Return the sum of a 'start' value (default: 0) plus an iterable of numbers.", func(t *Thread, a []py.Object) (py.Object, error) {
		return Sum(t, a[0], a[1])
	})
	builtinValue("min", NewNative("min", "min(iterable, *[, default=obj, key=func]) -> value\nmin(arg1, arg2, *args, *[, key=func]) -> value", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		return extreme(t, "min", CmpLt, args, kw)
	}))
	builtinValue("max", NewNative("max", "max(iterable, *[, default=obj, key=func]) -> value\nmax(arg1, arg2, *args, *[, key=func]) -> value", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		return extreme(t, "max", CmpGt, args, kw)
	}))
	builtin("sorted", "iterable, /, *rest, key=, reverse=", "Return a new list containing all items from the iterable in ascending order.", func(t *Thread, a []py.Object) (py.Object, error) {
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
	builtin("iter", "object, sentinel=, /", "Get an iterator from an object.\n\nIn the second form, the callable is called until it returns the sentinel.", func(t *Thread, a []py.Object) (py.Object, error) {
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
	builtinValue("next", NewNative("next", "next(iterator[, default])\n\nReturn the next item from the iterator. If default is given and the iterator\nis exhausted, it is returned instead of raising StopIteration.", builtinNext))
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
