package runtime

import (
	"errors"
	"io"
	"math/big"
	"sort"
	"strings"

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
			r := []rune(string(x))
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

// Abs is abs(o).
func Abs(t *Thread, o py.Object) (py.Object, error) {
	switch x := o.(type) {
	case py.Int:
		if x < 0 {
			return Unary(t, OpNeg, x)
		}
		return x, nil
	case py.Float:
		if x < 0 || x == 0 {
			return py.Float(absFloat(float64(x))), nil
		}
		return x, nil
	case py.Bool:
		return IntObj(boolInt(x)), nil
	case *py.BigInt:
		if bigSign(x) < 0 {
			return Unary(t, OpNeg, x)
		}
		return x, nil
	case py.Complex:
		r, ok := complexAbs(complex128(x))
		if !ok {
			return nil, Errorf(py.OverflowError, "absolute value too large")
		}
		return py.Float(r), nil
	}
	if fn := LookupType(o.Type(), "__abs__"); fn != nil {
		return Call(t, fn, []py.Object{o}, nil)
	}
	if n, ok := o.(py.I__abs__); ok && kindOf(o) == kNative {
		return gpythonResult(n.M__abs__())
	}
	return nil, TypeErrorf("bad operand type for abs(): '%s'", typeName(o))
}

func absFloat(f float64) float64 {
	if f < 0 {
		return -f
	}
	if f == 0 {
		return 0
	}
	return f
}

// Divmod is divmod(a, b).
func Divmod(t *Thread, a, b py.Object) (py.Object, error) {
	r, err := binaryTry(t, opDivmod, a, b)
	if err != nil {
		return nil, err
	}
	if r == nil {
		return nil, TypeErrorf("unsupported operand type(s) for divmod(): '%s' and '%s'", typeName(a), typeName(b))
	}
	return r, nil
}

// Power is pow(base, exp, mod); mod may be nil.
func Power(t *Thread, base, exp, mod py.Object) (py.Object, error) {
	if mod == nil || mod == py.None {
		return Binary(t, OpPow, base, exp)
	}
	x, ok := asBig(Payload(base))
	y, ok2 := asBig(Payload(exp))
	m, ok3 := asBig(Payload(mod))
	if ok && ok2 && ok3 {
		return powMod(t, x, y, m)
	}
	if fn := LookupType(base.Type(), "__pow__"); fn != nil && kindOf(base) == kInstance {
		r, err := Call(t, fn, []py.Object{base, exp, mod}, nil)
		if err != nil || !declined(r) {
			return r, err
		}
	}
	switch Payload(base).(type) {
	case py.Float, py.Int, py.Bool, *py.BigInt:
		if k := baseKind(Payload(exp)); k.integer() || k == kFloat {
			return nil, TypeErrorf("pow() 3rd argument not allowed unless all arguments are integers")
		}
	case py.Complex:
		return nil, ValueErrorf("complex modulo")
	}
	return nil, TypeErrorf("unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", typeName(base), typeName(exp), typeName(mod))
}

// Round is round(o, ndigits); ndigits may be nil.
func Round(t *Thread, o, ndigits py.Object) (py.Object, error) {
	switch x := o.(type) {
	case py.Float:
		return roundFloat(t, float64(x), ndigits)
	case py.Int, *py.BigInt:
		return roundInt(t, x, ndigits)
	case py.Bool:
		return roundInt(t, IntObj(boolInt(x)), ndigits)
	}
	fn := LookupType(o.Type(), "__round__")
	if fn == nil {
		return nil, TypeErrorf("type %s doesn't define __round__ method", typeName(o))
	}
	args := []py.Object{o}
	if ndigits != nil && ndigits != py.None {
		args = append(args, ndigits)
	}
	return Call(t, fn, args, nil)
}

// Sum is sum(iterable, start): ints exactly, floats with Neumaier's compensation as in CPython 3.12, other values by +.
func Sum(t *Thread, o, start py.Object) (py.Object, error) {
	it, err := Iter(t, o)
	if err != nil {
		return nil, err
	}
	var acc py.Object = IntObj(0)
	if start != nil {
		switch Payload(start).(type) {
		case py.String:
			return nil, TypeErrorf("sum() can't sum strings [use ''.join(seq) instead]")
		case py.Bytes:
			return nil, TypeErrorf("sum() can't sum bytes [use b''.join(seq) instead]")
		case *ByteArray:
			return nil, TypeErrorf("sum() can't sum bytearray [use b''.join(seq) instead]")
		}
		acc = start
	}
	var tick ticks
	next := func() (py.Object, error) {
		if err := tick.step(t); err != nil {
			return nil, err
		}
		return it.Next(t)
	}
	v, err := next()
	if i, ok := acc.(py.Int); ok && err == nil {
		n := int64(i)
		for v != nil {
			x, isInt := v.(py.Int)
			if !isInt {
				b, isBool := v.(py.Bool)
				if !isBool {
					break
				}
				x = py.Int(boolInt(b))
			}
			s := n + int64(x)
			if (s > n) != (x > 0) && x != 0 {
				break
			}
			n = s
			if v, err = next(); err != nil {
				return nil, err
			}
		}
		acc = IntObj(n)
		if v != nil {
			if acc, err = Binary(t, OpAdd, acc, v); err != nil {
				return nil, err
			}
			v, err = next()
		}
	}
	if err != nil {
		return nil, err
	}
	if f, ok := acc.(py.Float); ok {
		sum, c := float64(f), 0.0
		for v != nil {
			switch x := v.(type) {
			case py.Float:
				y := float64(x)
				s := sum + y
				if absFloat(sum) >= absFloat(y) {
					c += (sum - s) + y
				} else {
					c += (y - s) + sum
				}
				sum = s
			case py.Int:
				sum += float64(x)
			case py.Bool:
				sum += float64(boolInt(x))
			default:
				goto general
			}
			if v, err = next(); err != nil {
				return nil, err
			}
		}
	general:
		if c != 0 && c-c == 0 {
			sum += c
		}
		acc = py.Float(sum)
	}
	for v != nil {
		if acc, err = Binary(t, OpAdd, acc, v); err != nil {
			return nil, err
		}
		if v, err = next(); err != nil {
			return nil, err
		}
	}
	return acc, nil
}

// extreme is min and max.
func extreme(t *Thread, name string, op CmpOp, args []py.Object, kw Kwargs) (py.Object, error) {
	var key, def py.Object
	for _, k := range kw {
		switch k.Name {
		case "key":
			if key = k.Value; key == py.None {
				key = nil
			}
		case "default":
			def = k.Value
		default:
			return nil, TypeErrorf("'%s' is an invalid keyword argument for %s()", k.Name, name)
		}
	}
	var it Iterator
	var err error
	switch {
	case len(args) == 0:
		return nil, TypeErrorf("%s expected at least 1 argument, got 0", name)
	case len(args) == 1:
		if it, err = Iter(t, args[0]); err != nil {
			return nil, err
		}
	default:
		if def != nil {
			return nil, TypeErrorf("Cannot specify a default for %s() with multiple positional arguments", name)
		}
		it = &TupleIter{items: append(py.Tuple(nil), args...)}
	}
	var best, bestKey py.Object
	var tick ticks
	arg := make([]py.Object, 1)
	for {
		v, err := it.Next(t)
		if err != nil {
			return nil, err
		}
		if v == nil {
			break
		}
		k := v
		if key != nil {
			arg[0] = v
			if k, err = Call(t, key, arg, nil); err != nil {
				return nil, err
			}
		}
		if best == nil {
			best, bestKey = v, k
			continue
		}
		better, err := CompareBool(t, op, k, bestKey)
		if err != nil {
			return nil, err
		}
		if better {
			best, bestKey = v, k
		}
		if err := tick.step(t); err != nil {
			return nil, err
		}
	}
	if best == nil {
		if def != nil {
			return def, nil
		}
		return nil, ValueErrorf("%s() iterable argument is empty", name)
	}
	return best, nil
}

func initBuiltinAttrs() {
	attr := func(o py.Object, fname string) (string, error) {
		s, ok := Payload(o).(py.String)
		if !ok {
			return "", TypeErrorf("attribute name must be string, not '%s'", typeName(o))
		}
		return string(s), nil
	}
	builtin("getattr", "object, name, default=, /", "getattr(object, name[, default]) -> value\n\nGet a named attribute from an object; getattr(x, 'y') is equivalent to x.y.\nWhen a default argument is given, it is returned when the attribute doesn't\nexist; without it, an exception is raised in that case.", func(t *Thread, a []py.Object) (py.Object, error) {
		name, err := attr(a[1], "getattr")
		if err != nil {
			return nil, err
		}
		if a[2] == nil {
			return GetAttr(t, a[0], name)
		}
		v, err := GetAttrOrNil(t, a[0], name)
		if v == nil && err == nil {
			return a[2], nil
		}
		return v, err
	})
	builtin("setattr", "obj, name, value, /", "Sets the named attribute on the given object to the specified value.", func(t *Thread, a []py.Object) (py.Object, error) {
		name, err := attr(a[1], "setattr")
		if err != nil {
			return nil, err
		}
		return None, SetAttr(t, a[0], name, a[2])
	})
	builtin("delattr", "obj, name, /", "Deletes the named attribute from the given object.", func(t *Thread, a []py.Object) (py.Object, error) {
		name, err := attr(a[1], "delattr")
		if err != nil {
			return nil, err
		}
		return None, DelAttr(t, a[0], name)
	})
	builtin("hasattr", "obj, name, /", "Return whether the object has an attribute with the given name.", func(t *Thread, a []py.Object) (py.Object, error) {
		name, err := attr(a[1], "hasattr")
		if err != nil {
			return nil, err
		}
		v, err := GetAttrOrNil(t, a[0], name)
		return py.Bool(v != nil), err
	})
	builtin("isinstance", "obj, class_or_tuple, /", "Return whether an object is an instance of a class or of a subclass thereof.", func(t *Thread, a []py.Object) (py.Object, error) {
		b, err := IsInstance(t, a[0], a[1])
		return py.Bool(b), err
	})
	builtin("issubclass", "cls, class_or_tuple, /", "Return whether 'cls' is derived from another class or is the same class.", func(t *Thread, a []py.Object) (py.Object, error) {
		b, err := IsSubclassOf(t, a[0], a[1])
		return py.Bool(b), err
	})
	top := func(t *Thread) (Frame, error) {
		if t.Machine != nil {
			if f := t.Machine.Top(); f != nil {
				return f, nil
			}
		}
		return nil, Errorf(py.SystemError, "frame does not exist")
	}
	builtin("globals", "/", "Return the dictionary containing the current scope's global variables.", func(t *Thread, a []py.Object) (py.Object, error) {
		f, err := top(t)
		if err != nil {
			return nil, err
		}
		return f.Globals(), nil
	})
	builtin("locals", "/", "Return a dictionary containing the current scope's local variables.", func(t *Thread, a []py.Object) (py.Object, error) {
		f, err := top(t)
		if err != nil {
			return nil, err
		}
		return f.Locals(), nil
	})
	builtin("vars", "object=, /", "vars([object]) -> dictionary\n\nWithout arguments, equivalent to locals().\nWith an argument, equivalent to object.__dict__.", func(t *Thread, a []py.Object) (py.Object, error) {
		if a[0] == nil {
			f, err := top(t)
			if err != nil {
				return nil, err
			}
			return f.Locals(), nil
		}
		v, err := GetAttrOrNil(t, a[0], "__dict__")
		if v == nil && err == nil {
			return nil, TypeErrorf("vars() argument must have __dict__ attribute")
		}
		return v, err
	})
	builtin("dir", "object=, /", "dir([object]) -> list of strings\n\nWithout an argument, the names in the current scope; with one, the names of its attributes.", func(t *Thread, a []py.Object) (py.Object, error) {
		if a[0] == nil {
			f, err := top(t)
			if err != nil {
				return nil, err
			}
			var names []string
			for k := range f.Locals().All() {
				if s, ok := k.(py.String); ok {
					names = append(names, string(s))
				}
			}
			sort.Strings(names)
			return strList(names), nil
		}
		if fn := LookupType(a[0].Type(), "__dir__"); fn != nil && !isObjectDefault(fn, "__dir__") {
			if _, native := fn.(*Native); !native {
				r, err := Call(t, fn, []py.Object{a[0]}, nil)
				if err != nil {
					return nil, err
				}
				items, err := Collect(t, r)
				if err != nil {
					return nil, err
				}
				l := NewList(items)
				return l, sortInPlace(t, l, nil, nil)
			}
		}
		return strList(DefaultDir(a[0])), nil
	})
	initEval(top)
}

func initEval(top func(t *Thread) (Frame, error)) {
	spaces := func(t *Thread, fname string, globals, locals py.Object) (*Dict, *Dict, error) {
		var g, l *Dict
		if globals != nil && globals != py.None {
			d, ok := Payload(globals).(*Dict)
			if !ok {
				return nil, nil, TypeErrorf("%s() globals must be a dict, not %s", fname, typeName(globals))
			}
			g, l = d, d
		} else {
			f, err := top(t)
			if err != nil {
				return nil, nil, err
			}
			g, l = f.Globals(), f.Locals()
		}
		if locals != nil && locals != py.None {
			d, ok := Payload(locals).(*Dict)
			if !ok {
				return nil, nil, TypeErrorf("locals must be a mapping")
			}
			l = d
		}
		if _, ok := g.GetStr("__builtins__"); !ok && t.Builtins != nil {
			g.SetStr("__builtins__", t.Builtins)
		}
		return g, l, nil
	}
	run := func(fname, mode string) {
		builtin(fname, "source, globals=, locals=, /", "Run source text in the given namespaces (default: the current ones).", func(t *Thread, a []py.Object) (py.Object, error) {
			g, l, err := spaces(t, fname, a[1], a[2])
			if err != nil {
				return nil, err
			}
			code := a[0]
			src, isText := Payload(code).(py.String)
			if b, ok := bytesLike(Payload(code)); ok {
				src, isText = py.String(b), true
			}
			switch {
			case isText:
				if t.Compile == nil {
					return nil, Errorf(py.RuntimeError, "%s() is not available here", fname)
				}
				s := string(src)
				if mode == "eval" {
					s = strings.TrimLeft(s, " \t")
				}
				if code, err = t.Compile(t, s, "<string>", mode); err != nil {
					return nil, err
				}
			case code.Type().Name != "code":
				return nil, TypeErrorf("%s() arg 1 must be a string, bytes or code object", fname)
			}
			v, err := t.Exec(t, code, g, l)
			if err != nil {
				return nil, err
			}
			if v == nil || mode == "exec" {
				return None, nil
			}
			return v, nil
		})
	}
	run("eval", "eval")
	run("exec", "exec")
	builtin("compile", "source, filename, mode, flags=, dont_inherit=, optimize=", "Compile source into a code object that can be executed by exec() or eval().", func(t *Thread, a []py.Object) (py.Object, error) {
		src, err := strArg(a[0], "compile() arg 1 must be a string, not %s")
		if err != nil {
			return nil, err
		}
		file, err := strArg(a[1], "compile() arg 2 must be a string, not %s")
		if err != nil {
			return nil, err
		}
		mode, err := strArg(a[2], "compile() arg 3 must be a string, not %s")
		if err != nil {
			return nil, err
		}
		if mode != "exec" && mode != "eval" && mode != "single" {
			return nil, ValueErrorf("compile() mode must be 'exec', 'eval' or 'single'")
		}
		if t.Compile == nil {
			return nil, Errorf(py.RuntimeError, "compile() is not available here")
		}
		return t.Compile(t, src, file, mode)
	})
}

func initBuiltinIO() {
	builtinValue("print", NewNative("print", "Prints the values to a stream, or to sys.stdout by default.\n\n  sep\n    string inserted between values, default a space.\n  end\n    string appended after the last value, default a newline.\n  file\n    a file-like object (stream); defaults to the current sys.stdout.\n  flush\n    whether to forcibly flush the stream.", builtinPrint))
	builtin("input", "prompt=, /", "Read a string from standard input.  The trailing newline is stripped.", func(t *Thread, a []py.Object) (py.Object, error) {
		prompt := ""
		if a[0] != nil {
			var err error
			if prompt, err = Str(t, a[0]); err != nil {
				return nil, err
			}
		}
		if t.Host == nil {
			return nil, Errorf(py.EOFError, "EOF when reading a line")
		}
		s, err := t.Host.Input(t.Context(), prompt, false)
		if errors.Is(err, io.EOF) {
			return nil, Errorf(py.EOFError, "EOF when reading a line")
		}
		if err != nil {
			return nil, AsException(err)
		}
		return py.String(strings.TrimSuffix(s, "\n")), nil
	})
	builtinValue("help", NewNative("help", "Show the documentation of an object.", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		return None, Help(t, args)
	}))
	for _, name := range []string{"exit", "quit"} {
		builtin(name, "code=", "Leave the session.", func(t *Thread, a []py.Object) (py.Object, error) {
			if a[0] == nil {
				return nil, NewException(py.SystemExit)
			}
			return nil, NewException(py.SystemExit, a[0])
		})
	}
	for _, name := range []string{"memoryview", "breakpoint", "aiter", "anext"} {
		builtinValue(name, NewNative(name, "Not supported.", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
			return nil, Errorf(py.NotImplementedError, "%s is not supported in Monge", name)
		}))
	}
	builtin("open", "file, mode=, buffering=, encoding=, errors=, newline=, closefd=, opener=", "Open file and return a stream.  Raise OSError upon failure.", builtinOpen)
	builtin("__import__", "name, globals=, locals=, fromlist=, level=", "Import a module.", func(t *Thread, a []py.Object) (py.Object, error) {
		name, err := strArg(a[0], "__import__() argument 1 must be str, not %s")
		if err != nil {
			return nil, err
		}
		if t.Import == nil {
			return nil, NewException(ModuleNotFoundError, py.String("No module named '"+name+"'"))
		}
		m, err := t.Import(t, name)
		if err != nil {
			return nil, err
		}
		from := false
		if a[3] != nil {
			if from, err = Truth(t, a[3]); err != nil {
				return nil, err
			}
		}
		if i := strings.IndexByte(name, '.'); i > 0 && !from {
			return t.Import(t, name[:i])
		}
		return m, nil
	})
}

// builtinPrint is print(). The text of one call reaches the stream in one write.
func builtinPrint(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
	sep, end := " ", "\n"
	var file py.Object
	flush := false
	for _, k := range kw {
		switch k.Name {
		case "sep", "end":
			if k.Value == py.None {
				continue
			}
			s, ok := Payload(k.Value).(py.String)
			if !ok {
				return nil, TypeErrorf("%s must be None or a string, not %s", k.Name, typeName(k.Value))
			}
			if k.Name == "sep" {
				sep = string(s)
			} else {
				end = string(s)
			}
		case "file":
			if k.Value != py.None {
				file = k.Value
			}
		case "flush":
			var err error
			if flush, err = Truth(t, k.Value); err != nil {
				return nil, err
			}
		default:
			return nil, TypeErrorf("'%s' is an invalid keyword argument for print()", k.Name)
		}
	}
	if file == nil {
		file = currentStdout(t)
		if file == py.None {
			return None, nil
		}
	}
	if !takesWholeText(file) {
		return None, printPieces(t, file, args, sep, end, flush)
	}
	var b strings.Builder
	for i, o := range args {
		if i > 0 {
			b.WriteString(sep)
		}
		s, err := Str(t, o)
		if err != nil {
			return nil, err
		}
		b.WriteString(s)
		if b.Len() > 1<<20 {
			if err := t.Tick(); err != nil {
				return nil, err
			}
		}
	}
	b.WriteString(end)
	if err := writeTo(t, file, b.String()); err != nil {
		return nil, err
	}
	if flush {
		if _, err := CallMethod(t, file, "flush"); err != nil {
			return nil, err
		}
	}
	return None, t.Tick()
}

// takesWholeText tells a stream of Go from a file object of the language, which sees one write per piece.
func takesWholeText(file py.Object) bool {
	switch file.(type) {
	case TextWriter, *File:
		return true
	}
	return false
}

// printPieces prints to a file object of the language as CPython does: values, separators and end one by one.
func printPieces(t *Thread, file py.Object, args []py.Object, sep, end string, flush bool) error {
	for i, o := range args {
		if i > 0 {
			if err := writeTo(t, file, sep); err != nil {
				return err
			}
		}
		s, err := Str(t, o)
		if err != nil {
			return err
		}
		if err := writeTo(t, file, s); err != nil {
			return err
		}
	}
	if err := writeTo(t, file, end); err != nil {
		return err
	}
	if flush {
		_, err := CallMethod(t, file, "flush")
		return err
	}
	return nil
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
