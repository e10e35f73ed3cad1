"""Writes testdata/lang/oracle/*.tsv: expressions with what CPython makes of them.

Each line is "expression TAB outcome"; the outcome is the repr of the value, or "!Type: message". Backslashes, tabs and
line ends are escaped. Run with CPython 3.12 from the repository's root: python3.12 testdata/lang/gen_oracle.py
"""
import itertools
import random
import struct
import sys
import warnings

OUT = "testdata/lang/oracle/"
warnings.simplefilter("ignore")


def escape(s):
    return s.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def outcome(expr):
    try:
        return repr(eval(expr, {}))
    except RecursionError as e:
        return f"!RecursionError: {e}"
    except Exception as e:
        return f"!{type(e).__name__}: {e}"


def write(name, exprs):
    seen = set()
    with open(OUT + name + ".tsv", "w", encoding="utf-8") as f:
        for e in exprs:
            if e in seen:
                continue
            seen.add(e)
            f.write(escape(e) + "\t" + escape(outcome(e)) + "\n")


GRID = [
    "0", "1", "-7", "3", "2**63", "-(10**25)", "True", "0.0", "-0.0", "2.5", "-3.75", "1e300", "float('inf')", "float('nan')",
    "1j", "(2-3j)", "'ab'", "b'xy'", "[1, 2]", "(1, 'a')", "{1: 2}", "{1, 2}", "frozenset({2, 3})", "None", "range(3)",
]
BINOPS = ["+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^"]
CMPS = ["==", "!=", "<", "<=", ">", ">="]


def operators():
    for a, b in itertools.product(GRID, GRID):
        for op in BINOPS:
            if op == "<<" and b in ("2**63", "1e300"):
                continue
            if op == "**" and b in ("2**63",) and a not in ("0", "1", "True", "0.0", "2.5", "'ab'"):
                continue
            if op == "*" and (a, b) in ((x, "2**63") for x in ("'ab'",)):
                pass
            yield f"{a} {op} {b}"
        yield f"divmod({a}, {b})"


def comparisons():
    for a, b in itertools.product(GRID, GRID):
        for op in CMPS:
            yield f"{a} {op} {b}"
        yield f"{a} in {b}"
    big = ["2**53", "2**53+1", "float(2**53)", "2.0**70", "2**70+1", "10**400", "-10**400", "1e308", "float('inf')", "float('-inf')",
           "0.1", "Ellipsis", "int", "slice(1, 2)", "slice(1, 3)", "range(0)", "range(1, 1)", "range(0, 3, 2)", "range(0, 4, 2)",
           "(1, 2)", "(1, 2.0)", "(1, 2, 3)", "[[1], [2]]", "[[1], [2, 3]]", "'abc'", "'abd'", "'é'", "b'abc'", "b'abd'", "bytearray(b'abc')",
           "{'a': 1}", "{'a': 1.0}", "{}", "set()", "frozenset()", "{1, 2, 3}", "frozenset({1, 2})"]
    for a, b in itertools.product(big, big):
        for op in ("==", "<", ">="):
            yield f"{a} {op} {b}"


def unary():
    for a in GRID:
        for op in ("-", "+", "~", "not "):
            yield f"{op}{a}"
        for fn in ("abs", "bool", "int", "float", "complex", "str", "repr", "len", "hash", "list", "tuple", "sum", "min", "max", "sorted", "round",
                   "bin", "hex", "oct", "chr", "ord", "iter", "next", "reversed", "any", "all", "bytes", "bytearray", "ascii", "callable", "dict", "enumerate",
                   "set", "frozenset", "range", "type", "id", "divmod", "pow", "format"):
            if fn in ("iter", "reversed", "enumerate", "id"):
                continue
            if fn == "hash" and a in ("float('nan')", "'ab'", "b'xy'", "(1, 'a')"):
                continue
            if fn in ("set", "frozenset") and a == "'ab'":
                continue
            if fn in ("bytes", "bytearray") and a == "2**63":
                continue
            yield f"{fn}({a})"


SPECS_INT = ["", "d", "5", "<5", ">5", "^5", "=5", "05", "+", " ", "-", "+d", "x", "X", "#x", "#X", "#010x", "b", "#b", "o", "#o", "c", ",", "_", "_x", "_b", "#_b",
             "012,", "010_", ",d", ",x", "*^9", "*<9", "x>9,", "e", ".3e", "f", ".0f", "#.0f", "g", ".3g", "%", ".1%", "n", "s", ".2", ".2d", "z", "zd", "+c", "#c", "5c", "05c", "é^7",
             "0<5", "00005", "<05", "=+7", "{", "}", "5.", "5,_", "_,", ",,", "abc", "10abc", "99999999999999999999", "é", "E", "G", "08,", "09,", "011,", "1,", "3,", "t", "-x", " x", "+,", "z.1f", "é<é"]
SPECS_FLOAT = SPECS_INT + [".2f", ".2F", "10.3f", "<10.3f", "^10.3f", "+.1e", ".0e", "#.0e", ".10g", "#.3g", "g", "G", ".1g", ".17g", ".20f", ".3", ".0", ".1", ".17", "#", "#.3", "012.3f", "012,.3f", ",.2f", "_.2f", "z.0f", "z.1f", "z",
                           "+z.1f", ",%", "015,.2e", "#g", "#.0g", ".0g", "08.3", ">+10.2f", "=+10.2f", "*=+12.2f", "020n", ".6n", "0", "00", "#,", "020,", "0.1", "+010"]
INTS = ["0", "1", "-1", "42", "-1234567", "1234567890123", "2**70", "True", "97", "-5", "1114112", "65536"]
FLOATS = ["0.0", "-0.0", "1.0", "-1.5", "3.14159", "1e16", "1e15", "123456789.123", "1e-5", "0.0001", "1e100", "float('inf')", "float('-inf')", "float('nan')", "0.5", "2.5", "1234.5", "0.00001234", "9.995", "99999.5", "-0.04", "5e-324", "1.7976931348623157e308"]
STRS = ["''", "'a'", "'hello'", "'éà'", "'日本語'"]
SPECS_STR = ["", "s", "10", "<10", ">10", "^10", "^11", "=10", "010", "*^9", ".2", "10.2", ".0", "d", "f", "+", " ", "#", ",", "_", "z", "x", "é>8", "<<8", ".2s", "5s", "0", "<010", "0=5"]
COMPLEXES = ["0j", "1j", "-1j", "1+2j", "1.5-2.25j", "(-0.0+0j)", "complex('nan+infj')", "1e20+1e-7j", "100000+1j", "complex(-0.0, -0.0)"]
SPECS_COMPLEX = ["", "10", "<20", "^20", ">20", "=20", "020", "+", " ", ".2f", ".3e", "g", ".3", ".3g", "n", ",", ",.2f", "_", "#", "#.3g", "e", "E", "G", "F", "d", "s", "%", "x", "*^25.1f", "+.1f", "z.0f", "0", "05"]


def formats():
    for vals, specs in ((INTS, SPECS_INT), (FLOATS, SPECS_FLOAT), (STRS, SPECS_STR), (COMPLEXES, SPECS_COMPLEX)):
        for v, s in itertools.product(vals, specs):
            yield f"format({v}, {s!r})"
    for v in ("None", "[1]", "(1,)", "{}", "set()", "int", "Ellipsis", "range(3)", "b'a'", "slice(1)"):
        for s in ("", "5", "s"):
            yield f"format({v}, {s!r})"


PERCENT = ["%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%.3d", "%8.3d", "%i", "%u", "%x", "%X", "%#x", "%#X", "%o", "%#o", "%#010x", "%e", "%.2e", "%E", "%f", "%.0f", "%#.0f", "%.2f", "%10.3f", "%-10.2f|", "%+.1f", "%010.2f",
           "%g", "%G", "%.3g", "%#g", "%s", "%10s", "%-10s|", "%.2s", "%r", "%.3r", "%a", "%c", "%5c", "%%", "%5%", "%ld", "%hd", "%y", "%", "%(", "%(a)", "%(a)s", "%*d", "%.*f", "%-", "%é", "a%sb%sc", "%s%%", "%.d", "%0+5d", "%- 5d|", "%b", "%n", "%1$d"]
PERCENT_ARGS = ["1", "-42", "2**65", "True", "1.5", "-0.0", "1e20", "float('inf')", "float('nan')", "'ab'", "'é'", "None", "(1,)", "(1, 2)", "()", "('x', 'y')", "(5, 42)", "{'a': 1}", "[1, 2]", "1j", "(3, 1.23456)", "('%',)", "b'x'", "(1, 2, 3)", "97", "1114112", "-1", "{1}"]


def percents():
    for f, a in itertools.product(PERCENT, PERCENT_ARGS):
        yield f"{f!r} % {a}"
    for f in ("%s", "%d", "%c", "%r", "%a", "%b", "%x", "%.2f", "%5s", "%%", "%", "%(a)s"):
        for a in ("b'ab'", "1", "'s'", "1.5", "(b'x',)", "97", "256", "b'a'", "{b'a': b'q'}", "None"):
            yield f"{f.encode()!r} % {a}"


STRFORMAT = ["{}", "{0}", "{1}", "{} {}", "{0} {}", "{} {0}", "{a}", "{a.real}", "{0.real}", "{0[0]}", "{0[a]}", "{0[-1]}", "{!r}", "{!s}", "{!a}", "{!x}", "{!}", "{0!r:>10}", "{:>10}", "{:{}}", "{:{}.{}}", "{0:{1}}", "{{}}", "{{", "}}", "{", "}", "a}b", "{0", "{0:", "{0!", "{0!r", "{!rx}",
             "{0.}", "{0[}", "{0[]}", "{0[0]x}", "{ }", "{a b}", "{0:{a}}", "{:{:{}}}", "{0.real:.2f}", "{:d}", "{:,}", "{:%}", "{0:s}", "{99999999999999999999}", "{0[99999999999999999999]}", "{:", "{}}", "{{}", "{a[b]}", "{-1}", "{0.__class__}", "{0:{}}", "{!r:}"]
STRFORMAT_ARGS = ["", "1", "1, 2", "'abc', 10", "3.14159, 10, 3", "a=5", "[1, 2, 3]", "{'a': 1}", "None", "'é'", "1, a=7", "1, 2, 3"]


def strformats():
    for f, a in itertools.product(STRFORMAT, STRFORMAT_ARGS):
        yield f"{f!r}.format({a})"
    for f in STRFORMAT:
        yield f"{f!r}.format_map({{'a': 5}})"


def floatreprs():
    rnd = random.Random(12)
    for _ in range(1500):
        x = struct.unpack("<d", struct.pack("<Q", rnd.getrandbits(64)))[0]
        if x == x:
            yield f"float.fromhex({x.hex()!r})"
    for _ in range(500):
        x = rnd.choice((1, -1)) * rnd.random() * 10.0 ** rnd.randint(-8, 20)
        yield f"float.fromhex({x.hex()!r})"
    for k in range(-8, 25):
        for m in (1, 1.5, 9.999999999999999, 2.0):
            yield f"float.fromhex({(m * 10.0 ** k).hex()!r})"
    for s in ("0x1p-1074", "0x1.fffffffffffffp1023", "0x1p-1022", "0x0.8p0", "1", "-0x.1p4", "nan", "inf", "-inf", "0x1p1024", "", "0x", "xyz", "0x1.8", "1p", "0x1p1.5", " 0x1 ", "0x1_0", "infinity", "1e5", "0x1.00000000000008p0", "0x1.00000000000018p0"):
        yield f"float.fromhex({s!r})"
    for x in ("1.5", "-0.1", "1e300", "5e-324", "0.0", "-0.0", "3.0"):
        yield f"({x}).hex()"
        yield f"({x}).as_integer_ratio()"
        yield f"({x}).is_integer()"


def rounds():
    vals = ["2.5", "3.5", "-2.5", "0.5", "1.5", "2.675", "2.665", "1.005", "0.15", "0.25", "0.35", "1e16", "123456.789", "1e300", "5e-324", "-0.0", "float('nan')", "float('inf')", "1234567.5", "0.1", "9.995", "1.7976931348623157e308", "-1e15"]
    for v in vals:
        yield f"round({v})"
        yield f"round({v}, None)"
        for n in (0, 1, 2, 3, 5, 10, 17, 22, 23, 300, 323, 400, -1, -2, -5, -10, -100, -308, -309, -400):
            yield f"round({v}, {n})"
    for v in ("0", "5", "15", "25", "-5", "-15", "149", "150", "151", "1234567", "10**30+5", "-(10**30+5)", "True", "2**70"):
        for n in ("None", "0", "1", "-1", "-2", "-3", "-30", "-31", "-100", "2**70", "1.5", "'a'"):
            yield f"round({v}, {n})"
    for v in ("'a'", "None", "1j", "[]"):
        yield f"round({v})"


def intparsing():
    texts = ["0", "1", "-1", "+5", " 42 ", "\n7\t", "0x1f", "0X1F", "0b101", "0o17", "1_000", "1__0", "_1", "1_", "0_0", "00", "007", "0x_f", "0x", "x", "", " ", "1.5", "1e3", "z", "Z", "١٢٣", "１２", "- 1", "--1", "+-1", "0b2", "0b", "0o8", "9" * 30, "1 2", "1\x00", "é", "inf", "nan", "0x1_f", "-0x1f", "1_2_3", "0_7", "0b_1", "²"]
    for s in texts:
        yield f"int({s!r})"
        for b in (0, 2, 8, 10, 16, 36, 1, 37, -1):
            yield f"int({s!r}, {b})"
        yield f"float({s!r})"
        yield f"complex({s!r})"
    for s in ("1.5", "-.5", "5.", ".", "1e5", "1E5", "1e+5", "1e-5", "1e", "e5", "1_0.0_1", "1_.0", "1._0", "inf", "-Inf", "INFINITY", "infinit", "nan", "+nan", "-nan", "NaN ", "1e400", "-1e400", "1e-400", "0x1p3", "١.٥", "1.5j", "1__0", "  1.5  ", "1 .5", "1e1_0", "٣e٢"):
        yield f"float({s!r})"
        yield f"complex({s!r})"
    for s in ("1+2j", "1-2j", "-1-j", "j", "+j", "-j", "(1+2j)", " ( 1+2j ) ", "1 + 2j", "1+2", "1+2jj", "infj", "nan+nanj", "1e5+1e-5j", "1+", "()", "(", "((1))", "1J", "1+1J", "1_0+2_0j", "1j+2", "--1j", "1+-2j", "inf-infj"):
        yield f"complex({s!r})"
    for e in ("int(1.9)", "int(-1.9)", "int(1e30)", "int(float('nan'))", "int(float('inf'))", "int()", "int(x=5)", "int('5', base=16)", "int(5, 10)", "int(base=10)", "int(None)", "int([])", "int(b'12')", "int(b'zz')", "int(b'12', 16)", "int(bytearray(b'7'))", "int('1', '2')", "int('1', 2.0)", "int(1, 2, 3)", "int(1j)",
              "float()", "float(None)", "float([])", "float(b'1.5')", "float(b'x')", "float(1j)", "float(10**400)", "float('1', 2)", "complex()", "complex(1, 2)", "complex(1j, 2j)", "complex('1', 2)", "complex(1, '2')", "complex(None)", "complex(1, None)", "complex([])", "complex(imag=3)", "complex(real=1, imag=2)", "bool()", "bool([])", "bool('')", "bool(1, 2)",
              "int('9'*5000)", "str(10**5000)", "int('1'*5000, 16) > 0", "repr(10**4299)[:5]", "repr(10**4300)", "int('1_0'*3)"):
        yield e


def slicing():
    seqs = ["[0, 1, 2, 3, 4]", "(0, 1, 2, 3)", "'abcde'", "'aé日b'", "b'abcd'", "range(5)", "range(10, 0, -3)", "bytearray(b'xyz')", "[]", "''", "range(0)"]
    bounds = ["", "0", "1", "-1", "3", "-3", "10", "-10", "None", "2**70", "-2**70"]
    steps = ["", "1", "2", "-1", "-2", "0", "5"]
    for s in seqs:
        for a, b in itertools.product(bounds, bounds):
            for c in steps:
                if seqs.index(s) > 3 and (bounds.index(a) % 2 or steps.index(c) % 2):
                    continue
                yield f"{s}[{a}:{b}:{c}]"
        for i in ("0", "-1", "4", "5", "-5", "-6", "True", "2**70", "1.5", "'a'", "None", "slice(1, 3)", "(1, 2)", "[]"):
            yield f"{s}[{i}]"
        for i in ("'a':", ":1.5", "::'x'", "[]:"):
            yield f"{s}[{i}]"
    for v in ("1", "1.5", "None", "{1}", "int", "{1: 2}", "{}", "frozenset()", "Ellipsis", "len", "iter([])"):
        for i in ("0", "'a'", "1", "1:2", "[]"):
            yield f"{v}[{i}]"
    for s in ("slice(1, 5, 2)", "slice(None)", "slice(-1, None, -1)", "slice(10, -10, -3)", "slice(2**70)", "slice(None, None, 0)"):
        for n in (0, 3, 10):
            yield f"{s}.indices({n})"
        yield f"{s}"
    yield "slice(1).indices(-1)"
    yield "slice(1, 2) == slice(1, 2)"
    yield "slice()"
    yield "slice(1, 2, 3, 4)"


STRINGS = ["''", "'a'", "'Hello World'", "'  spaced  out '", "'a,b,,c'", "'ÀÉÎ straße ŉ ﬁ ǅ'", "'ΑΣ ΟΔΟΣ'", "'tab\\tsep\\n'", "'123'", "'½²٣'", "'aXbXc'", "'x1_y'", "'don\\'t stop'", "'line1\\nline2\\r\\nline3\\x0b\\u2028x'", "'日本 語'", "'_a'", "'+7'", "'-007'", "'\\x00\\x7f\\x85\\xa0\\u200b'", "'ab' * 3"]
NOARG = ["capitalize", "casefold", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper", "lower", "lstrip", "rsplit", "rstrip", "split", "splitlines", "strip", "swapcase", "title", "upper", "expandtabs", "encode"]


def strmethods():
    for s in STRINGS:
        for m in NOARG:
            yield f"({s}).{m}()"
        yield f"repr({s})"
        yield f"ascii({s})"
        yield f"len({s})"
        yield f"list({s})"
        for m in ("find", "rfind", "index", "rindex", "count", "partition", "rpartition", "startswith", "endswith", "removeprefix", "removesuffix", "split", "rsplit", "strip", "lstrip", "rstrip"):
            for a in ("'a'", "''", "' '", "'X'", "'zz'", "'lo'", "1", "None", "'é'", "'abab'"):
                yield f"({s}).{m}({a})"
        for m in ("find", "rindex", "count", "startswith"):
            for a in ("'a', 1", "'a', 1, 3", "'', 100", "'', 1, 0", "'a', -2", "'a', None, None", "'a', 'b'", "'b', -100, 100", "'', 3"):
                yield f"({s}).{m}({a})"
        for m in ("center", "ljust", "rjust", "zfill"):
            for a in ("0", "5", "12", "13", "-3", "5, '*'", "12, 'é'", "5, 'ab'", "5, ''", "5, 1", "'a'", "1.5"):
                yield f"({s}).{m}({a})"
        for a in ("'a', 'b'", "'a', ''", "'', '-'", "'', '-', 2", "'a', 'bb', 1", "'a', 'b', 0", "'a', 'b', -1", "'a'", "1, 'b'", "'a', 2", "'X', 'é'"):
            yield f"({s}).replace({a})"
        for a in ("None, 1", "' ', 1", "maxsplit=1", "sep=',', maxsplit=2", "None, 0", "',', 0", "None, -1", "'', 1", "1, 1", "',', '1'", "foo=1"):
            yield f"({s}).split({a})"
            yield f"({s}).rsplit({a})"
        for a in ("True", "keepends=True", "False", "1"):
            yield f"({s}).splitlines({a})"
        for a in ("4", "0", "-1", "1", "tabsize=3"):
            yield f"({s}).expandtabs({a})"
        for a in ("['a', 'b']", "('x',)", "[]", "'abc'", "{'k': 1}", "[1]", "['a', 2]", "1", "(c for c in 'ab')", "[b'a']"):
            yield f"({s}).join({a})"
        for a in ("('a', 'H')", "()", "(1,)", "('a', 1)"):
            yield f"({s}).startswith({a})"
            yield f"({s}).endswith({a})"
        for a in ("{97: 'X'}", "{97: None, 98: 120}", "{}", "{97: 1.5}", "str.maketrans('ab', 'xy')", "str.maketrans('ab', 'xy', 'c')", "{97: -1}"):
            yield f"({s}).translate({a})"
        for a in ("'utf-8'", "'ascii'", "'latin-1'", "'utf-16'", "'utf-16-le'", "'utf-32'", "'nope'", "'ascii', 'ignore'", "'ascii', 'replace'", "'ascii', 'xmlcharrefreplace'", "'ascii', 'backslashreplace'", "encoding='latin-1', errors='replace'", "1", "'utf-8-sig'"):
            yield f"({s}).encode({a})"
        for a in ("0", "3", "-1", "2.0", "'a'"):
            yield f"({s}) * {a}"
    for e in ("str.maketrans({'a': 1, 98: 'x'})", "str.maketrans('ab')", "str.maketrans('ab', 'c')", "str.maketrans({'ab': 1})", "str.maketrans({1.5: 2})", "str()", "str(b'ab')", "str(b'ab', 'ascii')", "str(b'\\xff', 'utf-8')", "str(b'\\xff', errors='replace')", "str(1, 'ascii')", "str('a', 'ascii')", "str(object=5)", "''.join()", "'a'.join(1, 2)", "'a'.upper(1)", "'a'.center()", "'a'.foo", "'a'.split(' ', 1, 2)", "'a' 'b'", "'x'.zfill()", "'a'.isidentifier()", "'1a'.isidentifier()", "'é_1'.isidentifier()", "'class'.isidentifier()", "''.isidentifier()",
              "'\\u0130'.lower()", "'ŉ'.upper()", "'ǆ'.title()", "'ß'.casefold()", "'İ'.casefold()", "'ﬃ'.upper()", "'ͅ'.upper()", "'ς'.upper()", "'Σ'.lower()", "'AΣ'.lower()", "'AΣB'.lower()", "'A.Σ'.lower()", "'ᾳ'.upper()", "'ᾳ'.title()", "'ᾳ'.swapcase()"):
        yield e


def bytesmethods():
    vals = ["b''", "b'abc'", "b' a b  c '", "b'a,b,,c'", "b'\\x00\\xff\\'\"\\n'", "b'Hello World'", "b'123'", "b'aXbXc'", "bytearray(b'a,b')", "b'l1\\nl2\\r\\nl3\\x0b\\x85x'"]
    for s in vals:
        for m in ("capitalize", "isalnum", "isalpha", "isascii", "isdigit", "islower", "isspace", "istitle", "isupper", "lower", "strip", "lstrip", "rstrip", "split", "rsplit", "splitlines", "swapcase", "title", "upper", "hex", "decode"):
            yield f"({s}).{m}()"
        yield f"len({s})"
        yield f"list({s})"
        yield f"repr({s})"
        for m in ("find", "rfind", "index", "count", "partition", "rpartition", "startswith", "endswith", "removeprefix", "split", "rsplit", "strip"):
            for a in ("b'a'", "b''", "b'X'", "'a'", "97", "None", "300", "b'zz', 1"):
                yield f"({s}).{m}({a})"
        for a in ("b'a', b'b'", "b'', b'-'", "b'', b'-', 2", "b'a', 'b'", "b'a'"):
            yield f"({s}).replace({a})"
        for a in ("5", "8, b'*'", "8, '*'", "8, b'ab'", "2"):
            yield f"({s}).center({a})"
            yield f"({s}).zfill({a})"
        for a in ("[b'x', b'y']", "['x']", "[]", "[1]", "b'ab'"):
            yield f"({s}).join({a})"
        for a in ("'-'", "'-', 2", "'-', -2", "b':'", "'ab'", "1"):
            yield f"({s}).hex({a})"
        for a in ("'ascii'", "'latin-1'", "'utf-8', 'replace'", "'utf-8', 'ignore'", "'ascii', 'backslashreplace'", "'nope'"):
            yield f"({s}).decode({a})"
        for a in ("97 in", "b'a' in", "'a' in", "300 in", "b'' in"):
            yield f"{a} {s}"
    for e in ("bytes()", "bytes(3)", "bytes(-1)", "bytes([1, 2])", "bytes([256])", "bytes([-1])", "bytes(['a'])", "bytes('a')", "bytes('é', 'utf-8')", "bytes('é', 'ascii')", "bytes('é', 'ascii', 'ignore')", "bytes(1, 'a')", "bytes(None)", "bytes(1.5)", "bytes(range(3))", "bytes(b'a')", "bytearray(b'a')", "bytearray(3)", "bytes.fromhex('01 ff')", "bytes.fromhex('0')", "bytes.fromhex('xx')", "bytes.fromhex('0 1')", "bytearray.fromhex('ab')", "b'\\xff'.decode()", "b'\\xe4\\xbd'.decode()", "b'\\xe4\\x41'.decode()", "b'\\xed\\xa0\\x80'.decode()", "b'\\xf0\\x80\\x80\\x80'.decode()", "b'\\xc0\\x80'.decode()", "b'a\\xffb\\xfe'.decode('utf-8', 'replace')", "b'\\xf0\\x9f\\x98'.decode('utf-8','replace')", "b'abc'[0]", "b'abc' < b'abd'", "b'a' == 'a'", "b'a' + bytearray(b'b')", "bytearray(b'a') + b'b'", "bytearray(b'ab') == b'ab'", "b'%d' % 3"):
        yield e


def hashes():
    for v in ("0", "1", "-1", "-2", "2**61-1", "2**61", "2**61-2", "-(2**61)", "2**63", "2**100", "-2**100", "10**30", "True", "0.0", "-0.0", "1.0", "-1.0", "0.5", "0.1", "1e300", "-1e-300", "5e-324", "2.0**61", "2.0**100", "float('inf')", "float('-inf')", "1j", "1+2j", "-1j", "1.5-2.5j", "0j", "None", "()", "(1,)", "(1, 2)", "((1, 2), 3.5)", "(None, True)", "frozenset()", "frozenset({1, 2, 3})", "frozenset({1.5, -1})", "frozenset({frozenset({1})})", "range(0)", "range(5)", "range(1)", "range(3, 4, 5)", "slice(1, 2)", "[]", "{}", "set()", "([],)", "bytearray()", "3.14159", "1e16", "123456789.5", "-1.5", "2**62+1"):
        yield f"hash({v})"
    for e in ("hash(2**70) == hash(2.0**70)", "hash(1.0) == hash(1) == hash(True) == hash(1+0j)"):
        yield e


def sets():
    rnd = random.Random(5)
    for n in (0, 1, 2, 3, 4, 5, 6, 9, 15, 20, 33, 60):
        for lo, hi in ((0, 10), (0, 100), (-50, 50), (0, 10**6), (10**9, 10**10)):
            items = [rnd.randint(lo, hi) for _ in range(n)]
            other = [rnd.choice(items) if items and rnd.random() < 0.5 else rnd.randint(lo, hi) for _ in range(n // 2 + 1)]
            yield f"set({items})"
            yield f"frozenset({items})"
            yield f"list(set({items}))"
            for op in ("|", "&", "-", "^", "<=", "<", "==", ">", ">="):
                yield f"set({items}) {op} set({other})"
            yield f"set({items}).union({other}, {other[:1]})"
            yield f"set({items}).intersection({other})"
            yield f"set({items}).difference({other})"
            yield f"set({items}).symmetric_difference({other})"
            yield f"set({items}).isdisjoint({other})"
            yield f"set({items}).issubset({other})"
            yield f"frozenset({items}) | set({other})"
            yield f"set(dict.fromkeys({items}))"
            yield f"set(set({items}) | set({other}))"
    for e in ("{1.5, 2, True}", "{(1, 2), (0,), ()}", "{None, 1}", "set(range(10)) - set(range(5))", "set('a')", "{1} | [2]", "{1}.union([2], (3,), {4: 5})", "{1} < 3", "set(1)", "set([[]])", "{1} & {1: 2}.keys()", "{1: 2}.keys() | {3}", "{1: 2}.keys() & [1]", "{1: 2}.items() & {(1, 2)}", "{1: 2}.keys() - {1}", "{1: 2, 3: 4}.keys() ^ {1}", "{1: 2}.keys() <= {1, 2}", "{1: 2}.keys() == {1}", "{1: 2}.values() == {1: 2}.values()", "{1: 2}.items()", "{1: 2}.keys()", "{1: 2}.values()", "{1: 2}.keys() + 1", "{1: 2}.keys() | 1", "[1] | {1: 2}.keys()", "frozenset([1]) == {1}", "{frozenset({1})} == {frozenset([1])}", "{1} in {frozenset({1})}", "[] in {1}", "set().pop()", "{1}.remove(2)", "{1}.pop()", "{3, 1, 2}.pop()", "frozenset().add", "{1}.isdisjoint(1)", "dict.fromkeys('ab')", "dict.fromkeys([1, 2], 0)", "dict([(1, 2)])", "dict(a=1)", "dict({1: 2}, b=3)", "dict([1])", "dict([(1, 2, 3)])", "dict(1)", "dict(['ab'])", "dict([[1, 2], (3, 4)])", "{1: 2} | {3: 4}", "{1: 2} | [(3, 4)]", "{[]: 1}", "{1: 2}[3]", "{1: 2}['a']", "{}.popitem()", "{1: 2}.pop(3)", "{1: 2}.pop(3, 4)", "{1: 2}.get(1)", "{}.get(1)", "{}.get([])", "{1: 2}.setdefault(1, 5)", "{1: 'a', 1.0: 'b', True: 'c'}", "{'a': {'b': [1, (2,)]}}", "dict(zip('ab', [1, 2]))", "list({'b': 1, 'a': 2})", "list(reversed({'b': 1, 'a': 2}))", "list(reversed({'b': 1}.items()))", "{1: 2} == {1.0: 2.0}", "{}.update(1)", "{}.update(1, 2)", "{1: 2}.get()", "{1: 2}.pop()", "{}.keys(1)", "{1: 2}.items() < {1: 2, 3: 4}.items()"):
        yield e


def builtins():
    for e in """len(5)
len()
len([], [])
abs('a')
abs(-2**63)
abs(-3+4j)
abs(True)
sum([1, 2.5, 3])
sum([0.1] * 10)
sum([1e100, 1.0, -1e100])
sum([0.1, 0.2, 0.3, 1])
sum(['a'])
sum(['a'], '')
sum([[1], [2]], [])
sum([b'a'], b'')
sum([1, 2], 10)
sum([1, 2], start=5)
sum([2**62, 2**62, 2**62])
sum([True, True])
sum([1j, 2])
sum(5)
sum()
sum([float('inf'), 1.0])
sum([-0.0, -0.0])
sum([], -0.0)
min()
min([])
max([])
max([], default=3)
max(1, 2, default=3)
min(3, 1, 2)
min([3, 1, 2])
max('abc', 'abd', key=len)
max([1, 2, 3], key=lambda x: -x)
max(1, 'a')
min([1, 'a'])
max(1, 2, foo=3)
min(5)
max([(1, 2), (1, 3)])
max([1, 1.0])
min([1, 1.0])
sorted([3, 1, 2])
sorted([3, 1, 2], reverse=True)
sorted('bca')
sorted([1, 'a'])
sorted(['b', 'A', 'c'], key=str.lower)
sorted([(1, 'b'), (1, 'a'), (0, 'z')])
sorted([1.5, 1, 0.5])
sorted(5)
sorted([3, 1], key=5)
sorted([[2], [1, 5], [1]])
sorted([True, False, 2])
sorted([(2, 'a'), (1, 'b'), (2, 'b'), (1, 'a')], key=lambda p: p[0])
sorted([(2, 'a'), (1, 'b'), (2, 'b'), (1, 'a')], key=lambda p: p[0], reverse=True)
sorted({3: 1, 1: 2})
sorted([3, 2, 1], [])
list(enumerate('ab'))
list(enumerate('ab', 5))
list(enumerate('ab', start=2**63))
enumerate(5)
enumerate([], 'a')
list(zip([1, 2], 'ab'))
list(zip())
list(zip([1, 2], 'a'))
list(zip([1, 2], 'a', strict=True))
list(zip([1], 'ab', strict=True))
list(zip([1], 'a', [1, 2], strict=True))
list(zip([1, 2], 'ab', [1], strict=True))
zip(1)
zip([], foo=1)
list(map(len, ['a', 'bb']))
list(map(lambda a, b: a + b, [1, 2], [3, 4, 5]))
map(len)
map(len, 5)
list(filter(None, [0, 1, '', 'a']))
list(filter(lambda x: x > 1, [0, 1, 2]))
filter(None)
list(reversed([1, 2]))
list(reversed('ab'))
list(reversed((1, 2)))
list(reversed(range(3)))
reversed({1})
reversed(5)
list(range(3))
range(3)
range(1, 5)
range(0, 10, 3)
range(1, 2, 0)
range(1.5)
range()
range(1, 2, 3, 4)
range('a')
list(range(10, 0, -3))
len(range(10**15))
len(range(0, -5))
range(2**70)[2**69]
list(range(2**64, 2**64+3))
len(range(2**64))
range(5).index(3)
range(5).index(7)
range(5).index('a')
range(5).count(2)
range(5) == range(0, 5, 1)
3.0 in range(5)
2**70 in range(2**71)
range(5).start
range(0, 10, 2)[-1]
all([])
any([])
all([1, 0])
any([0, 1])
all(5)
divmod(7, 2)
divmod(-7, 2)
divmod(7, -2)
divmod(7.5, 2)
divmod(-7.5, 2)
divmod(1, 0)
divmod(1.0, 0)
divmod(2**70, 3)
divmod('a', 1)
pow(2, 10)
pow(2, -1)
pow(0, -1)
pow(2, 10, 1000)
pow(2, -1, 7)
pow(2, -1, 4)
pow(2, 3, 0)
pow(2, 3, -5)
pow(2.0, 3, 5)
pow(2, 0.5)
pow(-8, 1/3)
pow('a', 2)
pow(2, 3, None)
pow(3, 10**20, 7)
pow(base=2, exp=3)
pow(10, 20, 1)
pow(2, 'a', 3)
chr(97)
chr(0x10ffff)
chr(0x110000)
chr(-1)
chr('a')
chr(2**70)
ord('a')
ord('日')
ord('ab')
ord('')
ord(b'a')
ord(5)
hex(255)
hex(-255)
oct(8)
bin(5)
bin(-5)
hex(2**70)
hex(1.5)
hex('a')
callable(len)
callable(5)
callable(int)
isinstance(1, int)
isinstance(True, int)
isinstance(1, (str, int))
isinstance(1, int | str)
isinstance(1, 5)
isinstance(1, (5,))
isinstance(1, [int])
issubclass(bool, int)
issubclass(int, (str, object))
issubclass(1, int)
issubclass(int, 1)
type(1)
type(10**20)
type(10**20) is int
type(None)
type(...)
type(NotImplemented)
type(type)
type(int)
type(1.5).__name__
type([]).__name__
int.__name__
getattr(1, 'real')
getattr(1, 'foo', 5)
getattr(1, 'foo')
getattr(1, 5)
hasattr(1, 'real')
hasattr(1, 'foo')
hasattr('', 'upper')
hasattr([], '__len__')
hasattr([], '__hash__')
(1).__add__(2)
(1).__add__('a')
[1].__len__()
int.__add__(1, 2)
'abc'.__contains__('b')
[1, 2].__getitem__(0)
(5).__radd__(3)
(1.5).__mul__(2)
(1.5).__mul__('a')
'a'.__eq__(1)
(1).__lt__(1.5)
[].__eq__(())
int.__name__
iter(5)
iter([1], 2)
next(5)
next(iter([]))
next(iter([]), 5)
next(iter([1]))
next()
next(iter([]), 1, 2)
list(iter([1, 2]))
format(5, 5)
format()
ascii('é')
repr('é')
print(1, sep=2)
print(1, foo=2)
hash([])
NotImplemented
Ellipsis
...
[...]
None
dir(5)[:3]
vars(5)
bool(NotImplemented) if False else 1
list('aé日')
tuple([1, 2])
tuple(5)
list(5)
list(1, 2)
tuple('ab')
(1,)
()
((),)
[[]]
[1, 'a', None, True, 2.5, 1j, b'x', (1,), {1}, {1: 2}]
{'k': [1, {'n': (1,)}]}
'a' in 'abc'
1 in 'abc'
1 in 5
'a' in ['a']
None in [None]
[1, 2].index(3)
[1, 2].index(2)
[1, 2, 1].index(1, 1)
[1, 2, 1].index(1, 1, 2)
[1, 2].count(1)
[1, 2].pop(5)
[].pop()
[1, 2].pop('a')
[1, 2].pop()
[1].remove(2)
[1].append()
[1].append(1, 2)
[1].insert(0)
[1].extend(5)
[3, 1].sort()
[3, 'a'].sort()
[1].sort(1)
[1].copy()
[1, 2].foo
(1, 2).index(3)
(1, 2).count(1)
[1] + (2,)
[1] + 2
(1,) + [2]
[1] * 2
2 * [1]
[1] * 'a'
[1] * 1.5
'a' + 1
'a' * 2.0
1 + 'a'
'a' - 'b'
b'a' + 'b'
None + 1
[] < ()
[1] < [1, 2]
{} < {}
1 < 'a'
None < None
1j < 2j
int < str
len < 5
len + 1
-'a'
~1.5
-[]
+None
not []
(5).bit_length()
(-5).bit_length()
(2**70).bit_length()
(255).bit_count()
(-255).bit_count()
(1000).to_bytes(2, 'big')
(1000).to_bytes(2, 'little')
(1000).to_bytes(1, 'big')
(-1).to_bytes(2, 'big')
(-1).to_bytes(2, 'big', signed=True)
(128).to_bytes(1, 'big', signed=True)
(-128).to_bytes(1, 'big', signed=True)
(5).to_bytes()
(5).to_bytes(2)
(5).to_bytes(2, 'foo')
(5).to_bytes(-1)
(0).to_bytes(0)
int.from_bytes(b'\\x03\\xe8', 'big')
int.from_bytes(b'\\xff', signed=True)
int.from_bytes(b'\\x01\\x02', 'little')
int.from_bytes([1, 2], 'big')
int.from_bytes('ab', 'big')
int.from_bytes(b'')
(5).as_integer_ratio()
(5).numerator
(5).denominator
(5).imag
(5).conjugate()
True.real
True.bit_length()
(5).is_integer()
(1+2j).conjugate()
(1+2j).real
(1+2j).imag
1 if 2 else 3
True + True
True & False
True | 1
True ^ True
~True
-True
True * 3
1 << 100
1 << -1
1 >> -1
1 >> 100
-1 >> 100
-8 >> 1
2**70 >> 60
5 << 2
0 << 2**70
1 << 2**70
2**0
2**-1
2**0.5
(-2)**0.5
(-8)**(1/3)
0**0
0.0**0
0.0**-1
0**-1
(-1)**-1
2.0**1024
10.0**400
10**-400
1e308*10
1e200**2
float('inf')*0
1/3
7//2
-7//2
7//-2
7%-3
-7%3
7.5//2
-7.5//2
7.5%-2
-0.0%3
1e308%3
1//0
1%0
1/0
1.0/0
1.0//0
1.0%0
1/0.0
2**63//-1
-2**63//-1
-2**63*-1
2**63-1+1
-2**63-1
(2**32)*(2**31)
3037000500*3037000500
10**20//3
-10**20//3
10**20%-7
10**20/10**19
2**1024/2**1023
2**2000/1
1/2**2000
2**2000/2**1999
10**400*1.0
10**400+1.5
10**400 == 1e400
5//2.0
1e16+1
0.1+0.2
1e22
1e21+1
100000000000000000000.0
123456789012345680.0
1.0
1e15
1e16
1.5e-7
0.0001
0.00001
-1e-10
3j*2
(1+2j)*(3-4j)
(1+2j)/(3-4j)
(1+2j)**2
(1+2j)**-2
(1+2j)**0.5
1j**1j
0j**-1
0j**1j
(1+2j)//1
(1+2j)%1
1j/0
(1+1j)**100
(2+0j)**1000
(1e200+1e200j)**2
complex(float('inf'), 1)*1j
list[int]
dict[str, int]
tuple[int, ...]
int | str
int | None
int[5]
list[int] | None
type[int]
(int | str) == (str | int)
int | 5
list[int]()
set[int]
frozenset[str]
isinstance([], list[int])
bytes(range(256))
'\\x00\\x1f\\x7f\\x80\\xa0\\xad\\u0378\\ue000\\U0001f600\\u2028'
'\\'\"'
\"'\"
'\"'
'\\\\'
b'\\'\"'
b\"'\"
'\\t\\n\\r'
"".join(chr(c) for c in range(128))
"".join(chr(c) for c in range(128, 700))""".split("\n"):
        if "lambda" in e and False:
            continue
        yield e


def main():
    write("operators", operators())
    write("comparisons", comparisons())
    write("unary", unary())
    write("formats", formats())
    write("percent", percents())
    write("strformat", strformats())
    write("floatrepr", floatreprs())
    write("round", rounds())
    write("intparse", intparsing())
    write("slicing", slicing())
    write("strmethods", strmethods())
    write("bytesmethods", bytesmethods())
    write("hashes", hashes())
    write("sets", sets())
    write("builtins", builtins())


if __name__ == "__main__":
    assert sys.version_info[:2] == (3, 12)
    main()
