"""Random small programs that fail, with the traceback that CPython 3.12 prints.

    python3.12 gen_tracebacks.py [COUNT [SEED [OUT]]]

writes JSON lines [program, traceback] (default: tracebacks.json, 600 of them) after a first line ["", prelude]; the
prelude stands before every program.
"""

import json
import linecache
import os
import random
import re
import sys
import traceback
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
PRELUDE = """\
class Box:
    size = 3

    def __init__(self, v=0):
        self.v = v
        self.next = None

    def get(self, *a, **k):
        return self.v

    def fail(self, *a, **k):
        raise ValueError("fail was called")

    def __getitem__(self, i):
        return [10, 20, 30][i]


def same(*a, **k):
    return a[0] if a else None


def half(x, y=2):
    return x / y


box, nums, table, text, zero = Box(4), [1, 2, 3], {"a": 1, "b": [5]}, "abc", 0
"""
GOOD = ["1", "2.5", "'s'", "nums", "nums[0]", "table['a']", "box.v", "box.get()", "same(1)", "len(nums)", "half(6)", "-3", "text[0]", "[1, 2]", "(1,)", "box[1]", "text.upper()", "not zero", "nums[0:2]", "max(nums)", "f'{zero}'"]
BAD = ["nope", "1 / zero", "nums[9]", "table['zz']", "box.missing", "box.next.v", "int('x')", "box.fail()", "box.fail(1, k=2)", "half(1, 0)", "half('a')", "nums + 1", "'a' + 1", "len(5)", "box[7]", "zero()", "-text", "nums['a']", "same(*5)", "half()", "half(1, 2, 3)", "box.get(nope)", "1 + nope", "nums.pop(9)", "table[[]]", "next(iter([]))", "(lambda: 1 / 0)()", "[x / 0 for x in nums]", "sum(1 // x for x in [1, 0])", "box.v.w", "text.foo()", "zero[0]", "half(half(1, 0))", "1 < 'a'", "box < 1", "2 ** 'a'", "nums[0][1]", "table['b'][3]", "sorted([1, 'a'])", "'{}'.format()", "f'{nope}'", "f'{1 / zero:.2f}'", "float('q')", "abs('a')", "~2.5", "5 in 5", "[*5]", "{**5}", "{[]: 1}", "text[10]", "half(x=1)", "same(nums, nope)[0]", "box.get().real.foo", "nums @ nums", "1 if nope else 2", "zero or nope", "1 and 1 / zero"]
OPS = ["+", "-", "*", "/", "//", "%", "**", "|", "&", "<<", "@"]

rnd = random.Random()


def expr(depth, bad):
    """An expression with one failing part when bad is set."""
    if depth == 0:
        return rnd.choice(BAD if bad else GOOD)
    k = rnd.randrange(14)
    one = lambda: expr(depth - 1, bad)
    two = lambda: (one(), expr(0, False)) if rnd.random() < 0.5 else (expr(0, False), one())
    if k < 3:
        a, b = two()
        if rnd.random() < 0.7:
            return f"{paren(a)} {rnd.choice(OPS)} {paren(b)}"
        return f"{paren(a)} {rnd.choice(['<', '==', 'in', 'is not', '>='])} {paren(b)}"
    if k == 3:
        a, b = two()
        return f"same({a}, {b})"
    if k == 4:
        return f"same(\n    {expr(0, False)},\n    {one()},\n)"
    if k == 5:
        a, b = two()
        return f"[{a}, {b}]"
    if k == 6:
        return f"{{{expr(0, False)!s:.0}'k': {one()}}}"
    if k == 7:
        return f"f'v {{{one()}}} w'" if "'" not in (e := one()) or True else e
    if k == 8:
        return f"({one()} if {expr(0, False)} else {expr(0, False)})"
    if k == 9:
        return f"[{one()} for q in nums]"
    if k == 10:
        return f"(lambda: {one()})()"
    if k == 11:
        return f"{paren(one())}.real"
    if k == 12:
        return f"{paren(one())}[{expr(0, False)}]"
    return f"({one()}\n    {rnd.choice(OPS)} {expr(0, False)})"


def paren(x):
    return x if re.fullmatch(r"[\w.\[\]'()]+", x) and not x[0].isdigit() else f"({x})"


def indent(s, n=1):
    return "\n".join("    " * n + line for line in s.split("\n"))


def statement(depth):
    e = expr(rnd.choice([0, 0, 1, 1, 2]), True)
    good = expr(0, False)
    return rnd.choice([
        lambda: e, lambda: f"x = {e}", lambda: f"x = y = {e}", lambda: f"a, b = {good}, {e}", lambda: f"print({e})", lambda: f"assert {e}, 'no'", lambda: f"assert not {good}, {e}",
        lambda: f"if {e}:\n    pass", lambda: f"while {e}:\n    break", lambda: f"for i in {e}:\n    pass", lambda: f"with {e}:\n    pass", lambda: f"raise {e}", lambda: f"del {e}" if re.fullmatch(r"nums\[9\]|table\['zz'\]|box\.missing", e) else e,
        lambda: f"nums[0] = {e}", lambda: f"box.v = {e}", lambda: f"nums[0] += {e}", lambda: f"x = 1\nx += {e}", lambda: f"table[{e}] = 1", lambda: f"a, b = {good}", lambda: f"(a, *b), c = {good}, 1", lambda: f"nums[zero:5] = {good}",
        lambda: f"class C:\n    y = {e}", lambda: f"def f(a={e}):\n    pass", lambda: f"@{e}\ndef f():\n    pass", lambda: f"def f():\n{indent('return ' + e)}\n\n\nf()", lambda: f"def f(v):\n    w = v\n{indent('return w, ' + e)}\n\n\nprint(\n    f(1)\n)",
        lambda: f"def g():\n{indent('yield ' + e)}\n\n\nlist(g())", lambda: f"try:\n{indent(e)}\nfinally:\n    z = 1", lambda: f"try:\n{indent(e)}\nexcept OSError:\n    pass", lambda: f"try:\n{indent(e)}\nexcept Exception as err:\n    raise RuntimeError('wrapped') from err",
        lambda: f"try:\n{indent(e)}\nexcept Exception:\n{indent(expr(0, True))}", lambda: f"for i in range(2):\n{indent(e)}", lambda: f"def outer():\n    def inner(n):\n        if n:\n            return inner(n - 1)\n{indent('return ' + e, 2)}\n    return inner({rnd.randrange(6)})\n\n\nouter()",
        lambda: f"class D(Box):\n    def get(self):\n        return super().get() + {paren(e)}\n\n\nD().get()", lambda: f"nums.sort(key=lambda v: {e})", lambda: f"import {rnd.choice(['nosuchmodule', 'math.nothing'])}", lambda: f"box.size.x = 1", lambda: f"text[0] = 'x'", lambda: f"nums[{good}] = 1", lambda: f"del text[0]",
        lambda: f"x = [\n    1,\n    {e},\n    3,\n]", lambda: f"x = {{\n    'a': 1,\n    'b': {e},\n}}", lambda: f"x = (\n    1 +\n    {paren(e)} +\n    2\n)", lambda: f"x = box.get(\n).real.bit_length(\n).nope(\n    1\n)", lambda: f"same(same(same({e})))", lambda: f"x = text \\\n    + {paren(e)}",
    ])()


def run(source):
    try:
        exec(compile(source, "prog.py", "exec"), {"__name__": "__main__"})
    except SyntaxError:
        return None
    except Exception as e:
        tb = e.__traceback__.tb_next
        e.__traceback__ = None
        return "".join(traceback.format_exception(type(e), e.with_traceback(tb), tb))
    return None


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    rnd.seed(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    out = sys.argv[3] if len(sys.argv) > 3 else os.path.join(HERE, "tracebacks.json")
    warnings.simplefilter("ignore")
    n, seen = 0, set()
    with open(out, "w", encoding="utf-8") as f:
        f.write(json.dumps(["", PRELUDE]) + "\n")
        while n < count:
            source = PRELUDE + statement(2) + "\n"
            if source in seen:
                continue
            seen.add(source)
            linecache.cache["prog.py"] = (len(source), None, source.splitlines(True), "prog.py")
            linecache.checkcache = lambda *a: None
            got = run(source)
            if got and " at 0x" not in got:
                f.write(json.dumps([source.removeprefix(PRELUDE), got]) + "\n")
                n += 1
    print(out, n)


if __name__ == "__main__":
    main()
