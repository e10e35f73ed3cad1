"""Random expressions with what CPython 3.12 makes of them.

    python3.12 gen_expressions.py [COUNT [SEED [OUT]]]

writes JSON lines [expression, outcome] (default: expressions.json, 6000 of them). The outcome is the repr of the value,
or "!Class: message" for an exception. What depends on addresses, on hash seeds or on the size of memory is left out.
"""

import json
import os
import random
import re
import resource
import signal
import sys
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))

INTS = ["0", "1", "-1", "2", "3", "7", "-5", "10", "255", "1000", "2**31", "2**63", "-2**63", "2**64", "10**20", "-10**25", "True", "False"]
FLOATS = ["0.0", "-0.0", "0.5", "1.0", "-1.5", "2.5", "3.14159", "1e-5", "1e16", "1e22", "1e300", "123456.789", "0.1", "float('inf')", "float('nan')", "5e-324"]
STRS = ["''", "'a'", "'abc'", "'Hello World'", "'  pad '", "'a,b,,c'", "'123'", "'-4.5'", "'é'", "'日本語'", "'😀x'", "'tab\\tnl\\n'", "'%s and %d'", "'{} {}'", "'AbC dEf'", "'ß'", "'a\\x00b'", "'0x1f'", "\"it's\"", "'aXbXc'"]
BYTES = ["b''", "b'abc'", "b'\\x00\\xff'", "b'a b c'", "b'12'"]
LISTS = ["[]", "[1]", "[1, 2, 3]", "[3, 1, 2]", "['a', 'b']", "[[1], [2, 3]]", "[1, 'a', None, 2.5]", "[True, 0, 1.0]", "[0.1, 0.2]", "[(1, 'x'), (0, 'y')]"]
TUPLES = ["()", "(1,)", "(1, 2)", "('a', 'b', 'c')", "((1, 2), 3)", "(1, 2.5, 'x')", "(0, -1, 10**20)"]
DICTS = ["{}", "{'a': 1}", "{'a': 1, 'b': [2]}", "{1: 'x', 2: 'y'}", "{(1, 2): 3, None: 4}"]
SETS = ["set()", "{1}", "{1, 2, 3}", "frozenset()", "frozenset([2])"]
OTHERS = ["None", "...", "range(5)", "range(10, 0, -3)", "range(0)", "1j", "(2+3j)", "-1.5j", "slice(1, 3)", "slice(None, None, -1)", "int", "str", "len", "NotImplemented"]
GROUPS = [INTS, INTS, FLOATS, STRS, STRS, LISTS, TUPLES, DICTS, SETS, BYTES, OTHERS]
BINARY = ["+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^"]
COMPARE = ["==", "!=", "<", "<=", ">", ">=", "in", "not in", "is"]
METHODS = {
    "str": "capitalize casefold center count encode endswith expandtabs find format index isalnum isalpha isascii isdecimal isdigit isidentifier "
           "islower isnumeric isprintable isspace istitle isupper join ljust lower lstrip partition removeprefix removesuffix replace rfind rindex "
           "rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill".split(),
    "list": "append clear copy count extend index insert pop remove reverse sort".split(),
    "tuple": "count index".split(),
    "dict": "clear copy get items keys pop popitem setdefault update values fromkeys".split(),
    "set": "add copy difference discard intersection isdisjoint issubset issuperset pop remove symmetric_difference union update".split(),
    "bytes": "count decode endswith find hex index isalpha isdigit join lower replace rfind split startswith strip title upper zfill center".split(),
    "int": "bit_length bit_count conjugate as_integer_ratio is_integer to_bytes".split(),
    "float": "as_integer_ratio is_integer hex conjugate".split(),
    "range": "count index".split(),
}
BUILTINS = "abs all any ascii bin bool bytes chr complex dict divmod enumerate filter float format frozenset hex int isinstance iter len list map max min next oct ord pow range repr reversed round set slice sorted str sum tuple type zip callable hash bytearray getattr hasattr".split()
SPECS = ["", "d", "5d", "05d", "x", "#x", "b", "o", "c", "e", ".2e", "f", ".0f", ".2f", "10.3f", "<10", ">10", "^10", "*^12", "+", " ", "+.1f", ",", "_", ",.2f", "g", ".3g", "%", ".1%", "s", ".2s", "10.2s", "n", "=10", "010", "#o", "#b", "E", "G", "q", "5.2d", ".3", "-5", "_x", "z.1f", "é>4", "010.2f", "08b", "+,d", "^+9.2f"]
PERCENT = ["%s", "%r", "%d", "%i", "%5d", "%-5d|", "%05d", "%+d", "% d", "%x", "%X", "%#x", "%o", "%e", "%.2e", "%f", "%.1f", "%8.2f", "%g", "%.3g", "%c", "%a", "%5s", "%-5s|", "%.2s", "%%", "%5%", "%q", "%s %s", "%(a)s", "%(a)d %(b)s", "%*d", "%.*f", "%", "%ld", "%05.1f", "%#o", "%+.2f", "% 5d"]

rnd = random.Random()


def atom():
    return rnd.choice(rnd.choice(GROUPS))


def of(kind):
    return rnd.choice({"str": STRS, "list": LISTS, "tuple": TUPLES, "dict": DICTS, "set": SETS, "bytes": BYTES, "int": INTS, "float": FLOATS, "range": ["range(5)", "range(10, 0, -3)", "range(0)"]}[kind])


def paren(x):
    return x if re.fullmatch(r"\w+|'[^']*'|\[[^\]]*\]|\{[^}]*\}|\(\)", x) and not x[0].isdigit() else f"({x})"


def arguments(limit=3):
    return ", ".join(rnd.choice([atom(), atom(), of("int"), of("str")]) for _ in range(rnd.choice([0, 1, 1, 1, 2, 2, limit])))


def expr(depth=2):
    if depth == 0:
        return atom()
    sub = lambda: paren(expr(depth - 1))
    k = rnd.randrange(15)
    if k < 3:
        return f"{sub()} {rnd.choice(BINARY)} {sub()}"
    if k == 3:
        a = rnd.choice(GROUPS)
        return f"{paren(rnd.choice(a))} {rnd.choice(BINARY)} {paren(rnd.choice(a))}"
    if k == 4:
        return f"{sub()} {rnd.choice(COMPARE)} {sub()}"
    if k == 5:
        return rnd.choice(["-", "+", "~", "not "]) + sub()
    if k == 6:
        seq = paren(rnd.choice([of("str"), of("list"), of("tuple"), of("bytes"), of("dict"), atom()]))
        part = lambda: rnd.choice(["", "", "0", "1", "2", "-1", "-2", "5", "-10", "None", "'a'"])
        return f"{seq}[{rnd.choice([of('int'), part() or '0', part() + ':' + part(), part() + ':' + part() + ':' + part(), atom()])}]"
    if k < 10:
        kind = rnd.choice(list(METHODS) + ["str", "str", "list", "dict"])
        call = f"{paren(of(kind))}.{rnd.choice(METHODS[kind])}({arguments()})"
        return call
    if k < 12:
        return f"{rnd.choice(BUILTINS)}({arguments()})"
    if k == 12:
        return f"format({rnd.choice([of('int'), of('float'), of('str'), atom()])}, {rnd.choice(SPECS)!r})"
    if k == 13:
        return f"{rnd.choice(PERCENT)!r} % {paren(rnd.choice([of('int'), of('float'), of('str'), of('tuple'), of('dict'), atom(), f'({atom()}, {atom()})']))}"
    return rnd.choice([
        lambda: f"{sub()} if {sub()} else {sub()}",
        lambda: f"{sub()} {rnd.choice(['and', 'or'])} {sub()}",
        lambda: f"[x for x in {sub()}]",
        lambda: f"[x {rnd.choice(BINARY)} {of('int')} for x in {sub()}]",
        lambda: f"sorted({sub()}, key=str)",
        lambda: f"{{x: 1 for x in {sub()}}}",
        lambda: f"[*{sub()}, *{sub()}]",
        lambda: f"(lambda a, *b, k=1: (a, b, k))({arguments()})",
        lambda: f"f'{{({atom()})!r:>{rnd.randrange(12)}}}'" if True else "",
        lambda: f"{sub()} {rnd.choice(COMPARE)} {sub()} {rnd.choice(COMPARE)} {sub()}",
        lambda: f"str({sub()})",
        lambda: f"repr({sub()})",
        lambda: f"list({sub()})",
        lambda: f"bool({sub()})",
    ])()


UNSTABLE = re.compile(r" at 0x|object at|<built-in|Python int too large|MemoryError|_iterator|<(list|tuple|set|dict|str|range|map|zip|filter|enumerate|reversed)[ _]")


def stable(value):
    """Whether the repr of a value is the same in every run: sets with more than one element have no order."""
    if isinstance(value, (set, frozenset)):
        return len(value) < 2
    if isinstance(value, (list, tuple)):
        return all(map(stable, value))
    if isinstance(value, dict):
        return all(stable(k) and stable(v) for k, v in value.items())
    if isinstance(value, type({}.keys())) or isinstance(value, type({}.values())) or isinstance(value, type({}.items())):
        return True
    return True


def outcome(source):
    signal.alarm(2)
    try:
        value = eval(source, {"__name__": "__main__"})
        if not stable(value):
            return None
        text = repr(value)
    except (MemoryError, RecursionError, TimeoutError):
        return None
    except Exception as e:
        text = f"!{type(e).__name__}: {e}"
    finally:
        signal.alarm(0)
    if UNSTABLE.search(text) or len(text) > 2000:
        return None
    return text


def risky(source):
    """Powers, shifts and repetitions that would take too much time or memory."""
    return re.search(r"\*\*.*\*\*.*\*\*|<<|\* ?\(?(2\*\*|10\*\*|-?10\*\*|1000)|(2\*\*|10\*\*)\d+\)? ?\*|hash\(|range\((2\*\*|10\*\*)|center|ljust|rjust|zfill|expandtabs|bytes\((2|10)\*\*|bytearray\(", source) and re.search(r"2\*\*(31|6\d)|10\*\*2|hash\(", source)


def too_long(*_):
    raise TimeoutError


def main():
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
    signal.signal(signal.SIGALRM, too_long)
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 6000
    rnd.seed(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    out = sys.argv[3] if len(sys.argv) > 3 else os.path.join(HERE, "expressions.json")
    warnings.simplefilter("ignore")
    seen, n = set(), 0
    with open(out, "w", encoding="utf-8") as f:
        while n < count:
            source = expr(rnd.choice([1, 1, 1, 2]))
            if source in seen or risky(source):
                continue
            seen.add(source)
            try:
                compile(source, "<expression>", "eval")
            except SyntaxError:
                continue
            got = outcome(source)
            if got is not None:
                f.write(json.dumps([source, got]) + "\n")
                n += 1
    print(out, n)


if __name__ == "__main__":
    main()
