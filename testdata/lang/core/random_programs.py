"""Writes random_programs.mg: functions made of random statements, for the compiler's control flow and scopes.

    python3.12 random_programs.py [SEED [COUNT]]

The checked-in file has the default seed. Other seeds serve for hunting: run the program under both and compare. CPython
3.12.1 itself is wrong where a comprehension's variable has the name of a captured variable of the function ("cannot
access free variable"); the seed was chosen so that this does not occur.
"""
import random
import sys

VARS = ["a", "b", "c", "d"]

PRELUDE = '''
log = []
L = [0]
budget = [0]
def t(x=None, *a, k=0):
    budget[0] += 1
    if budget[0] > 200:
        raise SystemExit
    log.append(repr(x)[:60])
    return x
class M:
    def __init__(self, s):
        self.s = s
    def __enter__(self):
        t('enter')
        return 5
    def __exit__(self, a, b, c):
        t(('exit', a and a.__name__))
        return self.s
def gen():
    try:
        yield 1
        yield 'g'
    finally:
        t('gen done')
def run(n, f):
    del log[:]
    budget[0] = 0
    try:
        r = f(1, 'x')
        if type(r).__name__ == 'generator':
            r = [x for _, x in zip(range(20), r)]
        r = repr(r)[:80]
    except BaseException as e:
        r = f'{type(e).__name__} {str(e)[:80]} ctx={type(e.__context__).__name__}'
    print(n, r, ' '.join(log)[:400])
'''


class Writer:
    """Writes one function; indentation is part of the lines."""

    def __init__(self, rng, generator):
        self.rng, self.generator, self.loops, self.names = rng, generator, 0, 0

    def name(self, prefix):
        self.names += 1
        return f"{prefix}{self.names}"

    def var(self):
        return self.rng.choice(VARS)

    def expr(self, depth=0):
        rng, e = self.rng, lambda: self.expr(depth + 1)
        if depth > 2 or rng.random() < 0.3:
            return rng.choice([self.var(), self.var(), str(rng.randint(-3, 9)), repr(rng.choice(["x", "yy", ""])), "None", "True"])
        kind = rng.randrange(16)
        if kind < 3:
            return f"({e()} {'+*-'[kind]} {e()})"
        if kind == 3:
            return f"({e()} if {e()} else {e()})"
        if kind in (4, 5):
            return f"({e()} {'and' if kind == 4 else 'or'} {e()})"
        if kind == 6:
            return f"(not {e()})"
        if kind == 7:
            return f"({e()} {rng.choice(['==', '<', '!=', '>=', 'is', 'in', 'not in'])} {e()})"
        if kind == 8:
            return f"t({e()})"
        if kind == 9:
            return f"[{e()}, {e()}]"
        if kind == 10:
            return f"({e()}, {e()})"
        if kind == 11:
            return f"({self.var()} := {e()})"
        if kind == 12:
            v = rng.choice(["i", "a", "j"])
            return f"[{rng.choice([v, e()])} for {v} in range(3) if {e()}]"
        if kind == 13:
            return f"(lambda q, z={e()}: (q, z, {self.var()}))({e()})"
        if kind == 14:
            return f"(1 < {e()} < {e()})"
        return f"t({e()}, *[{e()}], k={e()})"

    def block(self, indent, depth):
        out = []
        for _ in range(self.rng.randint(1, 2)):
            out += self.stmt(indent, depth)
        return out

    def stmt(self, indent, depth):
        rng, pad = self.rng, "    " * indent
        inner = lambda: self.block(indent + 1, depth + 1)
        kind = rng.randrange(24) if depth < 4 else rng.randrange(7)
        if kind < 2:
            return [f"{pad}{self.var()} = {self.expr()}"]
        if kind == 2:
            return [f"{pad}t({self.expr()})"]
        if kind == 3:
            return [f"{pad}{self.var()}, {self.var()} = {self.expr(1)}, {self.expr(1)}"]
        if kind == 4:
            return [pad + (rng.choice(["break", "continue"]) if self.loops else "pass")]
        if kind == 5:
            last = f"{self.var()} = yield {self.expr(1)}" if self.generator else "pass"
            return [pad + rng.choice([f"return {self.expr(1)}", f"raise ValueError({self.expr(2)})", "raise KeyError", f"del {self.var()}", last])]
        if kind == 6:
            return [f"{pad}{self.var()} = {self.var()} = {self.expr(1)}"]
        if kind in (7, 8):
            out = [f"{pad}if {self.expr()}:"] + inner()
            return out + ([f"{pad}else:"] + inner() if rng.random() < 0.5 else [])
        if kind in (9, 10, 11):
            head = f"for {self.var()} in {rng.choice(['range(3)', '[1, 2]', 'gen()', self.expr(1)])}:"
            self.loops += 1
            out = [pad + head] + inner()
            self.loops -= 1
            return out + ([f"{pad}else:"] + inner() if rng.random() < 0.4 else [])
        if kind == 12:
            n = self.name("w")
            self.loops += 1
            out = [f"{pad}{n} = 0", f"{pad}while {n} < 3 and {self.expr(1)}:", f"{pad}    {n} += 1"] + inner()
            self.loops -= 1
            return out + ([f"{pad}else:"] + inner() if rng.random() < 0.4 else [])
        if kind in (13, 14, 15, 16):
            out = [f"{pad}try:"] + inner()
            caught = rng.random() < 0.7
            if caught:
                cls = rng.choice(["ValueError", "(TypeError, KeyError)", "Exception", "NameError"])
                out += [f"{pad}except {cls}{rng.choice(['', ' as ' + rng.choice(VARS + ['e'])])}:"] + inner()
                if rng.random() < 0.3:
                    out += [f"{pad}else:"] + inner()
            if not caught or rng.random() < 0.5:
                out += [f"{pad}finally:"] + inner()
            return out
        if kind == 17:
            return [f"{pad}with M({rng.choice(['True', 'False'])}){rng.choice(['', ' as ' + self.var()])}:"] + inner()
        if kind in (18, 19):
            n, param = self.name("g"), self.var()
            saved = self.loops, self.generator
            self.loops, self.generator = 0, rng.random() < 0.3
            out, v = [f"{pad}def {n}(x, {param}=1):"], self.var()
            if v != param and rng.random() < 0.5:
                out.append(f"{pad}    nonlocal {v}")
            out += inner()
            call = f"{n}({self.expr(2)})"
            if self.generator:
                out.append(f"{pad}    yield 0")
                call = f"list({n}(1))"
            self.loops, self.generator = saved
            return out + [f"{pad}t({call})"]
        if kind == 20:
            out = [f"{pad}match {self.expr(1)}:", f"{pad}    case [{self.var()}, *_] if {self.expr(2)}:"]
            out += self.block(indent + 2, depth + 1) + [f"{pad}    case int() | str():"]
            return out + self.block(indent + 2, depth + 1)
        if kind == 21:
            n = self.name("K")
            return [f"{pad}class {n}:", f"{pad}    x = {self.expr(1)}", f"{pad}    def m(self): return {self.var()}, self.x", f"{pad}t({n}().m())"]
        if kind == 22:
            return [f"{pad}assert {self.expr(1)}, {self.expr(2)}"]
        return [f"{pad}{self.var()}, *{self.var()} = {self.expr(1)}"]


def main(seed=2, count=60):
    rng = random.Random(seed)
    print(PRELUDE)
    for i in range(count):
        w = Writer(rng, rng.random() < 0.2)
        body = []
        for _ in range(rng.randint(2, 4)):
            body += w.stmt(1, 0)
        if w.generator:
            body.append("    yield 9")
        src = f"def f{i}(a, b, c=3):\n    d = 0\n" + "\n".join(body) + "\n"
        try:
            compile(src, "random", "exec")
        except SyntaxError:
            continue
        print(f"{src}run({i}, f{i})")


main(*map(int, sys.argv[1:]))
