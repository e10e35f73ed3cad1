package runtime

import (
	"strings"
	"unicode/utf8"

	"github.com/go-python/gpython/py"
)

func strMethod(name, spec, doc string, fn func(t *Thread, s string, a []py.Object) (py.Object, error)) {
	TypeMethod(py.StringType, name, spec, doc, func(t *Thread, s py.String, a []py.Object) (py.Object, error) {
		return fn(t, string(s), a)
	})
}

func strBool(name, doc string, f func(s string) bool) {
	strMethod(name, "/", doc, func(t *Thread, s string, a []py.Object) (py.Object, error) { return py.Bool(f(s)), nil })
}

func strMap(name, doc string, f func(s string) string) {
	strMethod(name, "/", doc, func(t *Thread, s string, a []py.Object) (py.Object, error) { return py.String(f(s)), nil })
}

// strArg reads an argument that must be a str; method and position go into the message.
func strArg(o py.Object, format string) (string, error) {
	if s, ok := Payload(o).(py.String); ok {
		return string(s), nil
	}
	name := typeName(o)
	if o == py.None && strings.Contains(format, "argument") {
		name = "None" // so CPython's argument parser calls it
	}
	return "", TypeErrorf(format, name)
}

func init() {
	strMap("upper", "upper()\n\nThe text in capital letters.", strUpper)
	strMap("lower", "lower()\n\nThe text in small letters.", strLower)
	strMap("casefold", "casefold()\n\nThe text in a form in which capital and small letters are the same, for comparing; goes further than lower().", strFold)
	strMap("title", "title()\n\nThe text with every word beginning with a capital and continuing in small letters.", strTitle)
	strMap("capitalize", "capitalize()\n\nThe text with a capital first and small letters after it.", strCapitalize)
	strMap("swapcase", "swapcase()\n\nThe text with small letters made capital and capital ones small.", strSwapcase)
	strBool("isalpha", "isalpha()\n\nTells whether the text is not empty and consists of letters.", func(s string) bool { return allRunes(s, isAlpha) })
	strBool("isalnum", "isalnum()\n\nTells whether the text is not empty and consists of letters and numerals.", func(s string) bool { return allRunes(s, isAlnum) })
	strBool("isdigit", "isdigit()\n\nTells whether the text is not empty and consists of digits, superscripts such as '²' included.", func(s string) bool { return allRunes(s, isDigit) })
	strBool("isdecimal", "isdecimal()\n\nTells whether the text is not empty and consists of digits 0 to 9 of any script.", func(s string) bool { return allRunes(s, isDecimal) })
	strBool("isnumeric", "isnumeric()\n\nTells whether the text is not empty and every character has a numeric value, as '½' has.", func(s string) bool { return allRunes(s, isNumeric) })
	strBool("isspace", "isspace()\n\nTells whether the text is not empty and consists of blanks, tabs, line ends or the like.", func(s string) bool { return allRunes(s, isSpace) })
	strBool("isprintable", "isprintable()\n\nTells whether repr() shows all characters as they are; true for the empty text.", func(s string) bool { return s == "" || allRunes(s, isPrintable) })
	strBool("isascii", "isascii()\n\nTells whether every code point is below 128; true for the empty text.", isASCII)
	strBool("isidentifier", "isidentifier()\n\nTells whether the text has the form of a name. Keywords have it too.", IsIdentifier)
	strBool("islower", "islower()\n\nTells whether there are letters with case and all of them are small.", strIsLower)
	strBool("isupper", "isupper()\n\nTells whether there are letters with case and all of them are capital.", strIsUpper)
	strBool("istitle", "istitle()\n\nTells whether there are words and each has a capital first and small letters after it.", strIsTitle)

	initStrSearch()
	initStrSplit()
	initStrPad()
	initStrMisc()
}

// window resolves the start and end arguments of find and its family to byte offsets; ok is false for an impossible one.
func window(t *Thread, s string, start, end py.Object) (lo, hi int, ok bool, err error) {
	lo, hi = 0, len(s)
	if (start == nil || start == py.None) && (end == nil || end == py.None) {
		return lo, hi, true, nil
	}
	n := strLen(s)
	i, j := 0, n
	if start != nil && start != py.None {
		if i, err = sliceIndex(t, start); err != nil {
			return
		}
		if i < 0 {
			i = max(i+n, 0)
		}
	}
	if end != nil && end != py.None {
		if j, err = sliceIndex(t, end); err != nil {
			return
		}
		if j < 0 {
			j = max(j+n, 0)
		}
		j = min(j, n)
	}
	if i > n || i > j {
		return 0, 0, false, nil
	}
	return byteOffset(s, i), byteOffset(s, j), true, nil
}

func initStrSearch() {
	const doc = "Position of sub, looked for from start up to end; find and index take the first one, rfind and rindex the last.\nWithout a match find and rfind give -1, index and rindex raise ValueError."
	search := func(name string, last, must bool) {
		strMethod(name, "sub, start=, end=, /", name+"(sub[, start[, end]])\n\n"+doc, func(t *Thread, s string, a []py.Object) (py.Object, error) {
			sub, err := strArg(a[0], "must be str, not %s")
			if err != nil {
				return nil, err
			}
			lo, hi, ok, err := window(t, s, a[1], a[2])
			if err != nil {
				return nil, err
			}
			at := -1
			if ok {
				if last {
					at = strings.LastIndex(s[lo:hi], sub)
				} else {
					at = strings.Index(s[lo:hi], sub)
				}
			}
			if at < 0 {
				if must {
					return nil, ValueErrorf("substring not found")
				}
				return IntObj(-1), nil
			}
			return IntObj(int64(runeIndex(s, lo+at))), nil
		})
	}
	search("find", false, false)
	search("rfind", true, false)
	search("index", false, true)
	search("rindex", true, true)
	strMethod("count", "sub, start=, end=, /", "count(sub[, start[, end]])\n\nHow often sub occurs from start up to end, counted without overlap.", func(t *Thread, s string, a []py.Object) (py.Object, error) {
		sub, err := strArg(a[0], "must be str, not %s")
		if err != nil {
			return nil, err
		}
		lo, hi, ok, err := window(t, s, a[1], a[2])
		if err != nil || !ok {
			return IntObj(0), err
		}
		return IntObj(int64(strings.Count(s[lo:hi], sub))), nil
	})
	affix := func(name string, has func(s, x string) bool, doc string) {
		strMethod(name, "prefix, start=, end=, /", doc, func(t *Thread, s string, a []py.Object) (py.Object, error) {
			lo, hi, ok, err := window(t, s, a[1], a[2])
			if err != nil {
				return nil, err
			}
			if tup, isTup := Payload(a[0]).(py.Tuple); isTup {
				for _, x := range tup {
					p, err := strArg(x, "tuple for "+name+" must only contain str, not %s")
					if err != nil {
						return nil, err
					}
					if ok && has(s[lo:hi], p) {
						return py.True, nil
					}
				}
				return py.False, nil
			}
			p, err := strArg(a[0], name+" first arg must be str or a tuple of str, not %s")
			if err != nil {
				return nil, err
			}
			return py.Bool(ok && has(s[lo:hi], p)), nil
		})
	}
	affix("startswith", strings.HasPrefix, "startswith(prefix[, start[, end]])\n\nTells whether the text, or its part from start up to end, begins with prefix, or with one of a tuple.")
	affix("endswith", strings.HasSuffix, "endswith(suffix[, start[, end]])\n\nTells whether the text, or its part from start up to end, ends with suffix, or with one of a tuple.")
	strMethod("removeprefix", "prefix, /", "removeprefix(prefix)\n\nThe text after prefix when it begins with it, else all of it.", func(t *Thread, s string, a []py.Object) (py.Object, error) {
		p, err := strArg(a[0], "removeprefix() argument must be str, not %s")
		return py.String(strings.TrimPrefix(s, p)), err
	})
	strMethod("removesuffix", "suffix, /", "removesuffix(suffix)\n\nThe text before suffix when it ends with it, else all of it.", func(t *Thread, s string, a []py.Object) (py.Object, error) {
		p, err := strArg(a[0], "removesuffix() argument must be str, not %s")
		return py.String(strings.TrimSuffix(s, p)), err
	})
	strMethod("replace", "old, new, count=, /", "replace(old, new[, count])\n\nThe text with new in place of old, everywhere or only the first count times.", func(t *Thread, s string, a []py.Object) (py.Object, error) {
		old, err := strArg(a[0], "replace() argument 1 must be str, not %s")
		if err != nil {
			return nil, err
		}
		repl, err := strArg(a[1], "replace() argument 2 must be str, not %s")
		if err != nil {
			return nil, err
		}
		n := -1
		if a[2] != nil {
			if n, err = AsInt(t, a[2]); err != nil {
				return nil, err
			}
		}
		if s == "" && old == "" && n != 0 && len(a) > 2 && a[2] != nil && n > 0 {
			return py.String(repl), nil
		}
		if len(repl) > len(old) {
			k := strings.Count(s, old)
			if n >= 0 {
				k = min(k, n)
			}
			if err := t.repeatAlloc(int64(k), int64(len(repl)-len(old)), 1); err != nil {
				return nil, err
			}
		}
		return py.String(strings.Replace(s, old, repl, n)), nil
	})
}

func initStrPad() {
	pad := func(name string, left func(total, width int) int, doc string) {
		strMethod(name, "width, fillchar=, /", doc, func(t *Thread, s string, a []py.Object) (py.Object, error) {
			width, err := AsInt(t, a[0])
			if err != nil {
				return nil, err
			}
			fill := " "
			if a[1] != nil {
				f, ok := Payload(a[1]).(py.String)
				if !ok {
					return nil, TypeErrorf("The fill character must be a unicode character, not %s", typeName(a[1]))
				}
				if strLen(string(f)) != 1 {
					return nil, TypeErrorf("The fill character must be exactly one character long")
				}
				fill = string(f)
			}
			n := strLen(s)
			if width <= n {
				return py.String(s), nil
			}
			if err := t.repeatAlloc(int64(width), int64(len(fill)), 1); err != nil {
				return nil, err
			}
			total := width - n
			l := left(total, width)
			return py.String(strings.Repeat(fill, l) + s + strings.Repeat(fill, total-l)), nil
		})
	}
	pad("ljust", func(total, w int) int { return 0 }, "ljust(width, fillchar=' ')\n\nThe text made width characters long with fillchar on the right.")
	pad("rjust", func(total, w int) int { return total }, "rjust(width, fillchar=' ')\n\nThe text made width characters long with fillchar on the left.")
	pad("center", func(total, w int) int { return total/2 + total&w&1 }, "center(width, fillchar=' ')\n\nThe text made width characters long with fillchar on both sides.")
	strMethod("zfill", "width, /", "zfill(width)\n\nThe text made width characters long with zeros in front, after a sign.", func(t *Thread, s string, a []py.Object) (py.Object, error) {
		width, err := AsInt(t, a[0])
		if err != nil {
			return nil, err
		}
		n := strLen(s)
		if width <= n {
			return py.String(s), nil
		}
		if err := t.Alloc(int64(width)); err != nil {
			return nil, err
		}
		zeros := strings.Repeat("0", width-n)
		if s != "" && (s[0] == '+' || s[0] == '-') {
			return py.String(s[:1] + zeros + s[1:]), nil
		}
		return py.String(zeros + s), nil
	})
	strMethod("expandtabs", "tabsize=", "expandtabs(tabsize=8)\n\nThe text with blanks instead of tabs, up to the next column that is a multiple of tabsize.", func(t *Thread, s string, a []py.Object) (py.Object, error) {
		size := 8
		if a[0] != nil {
			var err error
			if size, err = AsInt(t, a[0]); err != nil {
				return nil, err
			}
		}
		var b strings.Builder
		col := 0
		for _, r := range eachRune(s) {
			switch r {
			case '\t':
				if size > 0 {
					n := size - col%size
					if err := t.Alloc(int64(n + b.Len())); err != nil {
						return nil, err
					}
					b.WriteString(strings.Repeat(" ", n))
					col += n
				}
			case '\n', '\r':
				writeRune(&b, r)
				col = 0
			default:
				writeRune(&b, r)
				col++
			}
		}
		return py.String(b.String()), nil
	})
}

func initStrMisc() {
	py.StringType.Dict["format"] = NewMethod("format", "format(*args, **names)\n\nThe text with each field in braces filled in: {} and {0} from the positional arguments, {x} from the named ones;\n{x:.3f} says how.", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		s, ok := Payload(args[0]).(py.String)
		if !ok {
			return nil, TypeErrorf("descriptor 'format' for 'str' objects doesn't apply to a '%s' object", typeName(args[0]))
		}
		r, err := StrFormat(t, string(s), args[1:], kw)
		return py.String(r), err
	})
	strMethod("format_map", "mapping, /", "format_map(mapping)\n\nLike format, with the values of the named fields looked up in mapping.", func(t *Thread, s string, a []py.Object) (py.Object, error) {
		r, err := StrFormatMap(t, s, a[0])
		return py.String(r), err
	})
	strMethod("encode", "encoding=, errors=", "encode(encoding='utf-8', errors='strict')\n\nThe text as bytes. errors says what is done with characters that the encoding lacks: 'strict' raises\nUnicodeEncodeError, 'ignore' leaves them out, 'replace' writes '?'.", func(t *Thread, s string, a []py.Object) (py.Object, error) {
		enc, errs, err := codecArgs("encode", a[0], a[1])
		if err != nil {
			return nil, err
		}
		return Encode(s, enc, errs)
	})
	strMethod("translate", "table, /", "translate(table)\n\nThe text with each character replaced by what table has for its code point: a str, a code point, or None to leave\nit out. maketrans makes such tables.", strTranslate)
	py.StringType.Dict["maketrans"] = &StaticMethod{Fn: Func("maketrans", "x, y=, z=, /", "maketrans(table)\nmaketrans(old, new[, drop])\n\nA table for translate: from a dict, or such that characters of old become those of new at the same place\nand characters of drop are left out.", strMaketrans)}
	TypeNew(py.StringType, "object=, encoding=, errors=", "", func(t *Thread, cls *py.Type, a []py.Object) (py.Object, error) {
		return newStr(t, a)
	})
}

func newStr(t *Thread, a []py.Object) (py.Object, error) {
	if a[0] == nil {
		return py.String(""), nil
	}
	if a[1] == nil && a[2] == nil {
		s, err := Str(t, a[0])
		return py.String(s), err
	}
	enc, errs, err := codecArgs("str", a[1], a[2])
	if err != nil {
		return nil, err
	}
	if _, ok := Payload(a[0]).(py.String); ok {
		return nil, TypeErrorf("decoding str is not supported")
	}
	b, ok := bytesLike(Payload(a[0]))
	if !ok {
		return nil, TypeErrorf("decoding to str: need a bytes-like object, %s found", typeName(a[0]))
	}
	s, err := Decode(b, enc, errs)
	return py.String(s), err
}

func strTranslate(t *Thread, s string, a []py.Object) (py.Object, error) {
	var b strings.Builder
	for _, r := range eachRune(s) {
		v, err := GetItem(t, a[0], IntObj(int64(r)))
		if err != nil {
			if IsException(err, py.LookupError) {
				writeRune(&b, r)
				continue
			}
			return nil, err
		}
		switch x := Payload(v).(type) {
		case py.NoneType:
		case py.String:
			if len(x) > 64 {
				if err := t.Alloc(int64(b.Len()+len(x)) * 2); err != nil {
					return nil, err
				}
				if err := t.Tick(); err != nil {
					return nil, err
				}
			}
			b.WriteString(string(x))
		case py.Int:
			if x < 0 || x > utf8.MaxRune {
				return nil, ValueErrorf("character mapping must be in range(0x110000)")
			}
			writeRune(&b, rune(x))
		default:
			return nil, TypeErrorf("character mapping must return integer, None or str")
		}
	}
	return py.String(b.String()), nil
}

func strMaketrans(t *Thread, a []py.Object) (py.Object, error) {
	d := NewDict()
	if a[1] == nil {
		src, ok := Payload(a[0]).(*Dict)
		if !ok {
			return nil, TypeErrorf("if you give only one argument to maketrans it must be a dict")
		}
		for k, v := range src.All() {
			switch x := Payload(k).(type) {
			case py.Int, py.Bool:
				if err := d.Set(t, x, v); err != nil {
					return nil, err
				}
			case py.String:
				if strLen(string(x)) != 1 {
					return nil, ValueErrorf("string keys in translate table must be of length 1")
				}
				r, _ := decodeRune(string(x))
				if err := d.Set(t, IntObj(int64(r)), v); err != nil {
					return nil, err
				}
			default:
				return nil, TypeErrorf("keys in translate table must be strings or integers")
			}
		}
		return d, nil
	}
	x, ok := Payload(a[0]).(py.String)
	if !ok {
		return nil, TypeErrorf("first maketrans argument must be a string if there is a second argument")
	}
	y, err := strArg(a[1], "maketrans() argument 2 must be str, not %s")
	if err != nil {
		return nil, err
	}
	from, to := toRunes(string(x)), toRunes(y)
	if len(from) != len(to) {
		return nil, ValueErrorf("the first two maketrans arguments must have equal length")
	}
	for i, r := range from {
		if err := d.Set(t, IntObj(int64(r)), IntObj(int64(to[i]))); err != nil {
			return nil, err
		}
	}
	if a[2] != nil {
		z, err := strArg(a[2], "maketrans() argument 3 must be str, not %s")
		if err != nil {
			return nil, err
		}
		for _, r := range z {
			if err := d.Set(t, IntObj(int64(r)), None); err != nil {
				return nil, err
			}
		}
	}
	return d, nil
}

// chrString is chr(i).
func chrString(i int64) (string, error) {
	if i < 0 || i > utf8.MaxRune {
		return "", ValueErrorf("chr() arg not in range(0x110000)")
	}
	return RuneText(rune(i)), nil
}
