"""Random programs of nested control flow, with what they print under CPython 3.12.

    python3.12 gen_flows.py [COUNT [SEED [OUT]]]

writes JSON lines [program, output] (default: flows.json, 250 of them) after a first line ["", prelude]; the prelude
stands before every program. The programs nest loops, try statements, with
statements, match statements, generators, closures, classes and comprehensions, leave them by break, continue, return,
raise and yield, and print where they go. They always end.
"""

import contextlib
import io
import json
import os
import random
import sys
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
PRELUDE = """\
class Guard:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__)
        return self.swallow and kind is not None and issubclass(kind, Exception)


steps = 0


def tick(x):
    global steps
    steps += 1
    if steps > 400:
        raise SystemExit("enough")
    print("t", x)
    return x


"""
ERRORS = ["ValueError", "KeyError", "ZeroDivisionError", "IndexError"]

rnd = random.Random()


class Scope:
    def __init__(self, kind, loop=False, names=(), outer=()):
        self.kind, self.loop, self.names, self.outer = kind, loop, list(names), list(outer)
        self.nonlocals = []

    def inside(self, loop=None):
        s = Scope(self.kind, self.loop if loop is None else loop, self.names, self.outer)
        s.nonlocals = self.nonlocals
        return s


counter = 0


def fresh(prefix):
    global counter
    counter += 1
    return f"{prefix}{counter}"


def value(sc):
    names = sc.names + sc.outer
    k = rnd.randrange(8)
    if names and k < 4:
        return rnd.choice(names)
    if k == 4 and names:
        return f"({rnd.choice(names)} + {rnd.randrange(5)})"
    if k == 5 and names:
        return f"[{rnd.choice(names)} for _ in range({rnd.randrange(3)})]"
    if k == 6 and names:
        return f"(lambda z={rnd.choice(names)}: z)()"
    return str(rnd.randrange(6))


def condition(sc):
    names = sc.names + sc.outer
    a = rnd.choice(names) if names else str(rnd.randrange(5))
    return rnd.choice([f"tick({rnd.randrange(3)})", f"{a} == {rnd.randrange(4)}", f"not {a}", f"{a} and tick({rnd.randrange(2)})", f"(w := {a}) != 1", f"isinstance({a}, int) and {a} > {rnd.randrange(4)}", "True", "False"])


def block(sc, depth, n=None):
    out = []
    for _ in range(n or rnd.choice([1, 1, 2, 2, 3])):
        out += statement(sc, depth)
    return out or ["pass"]


def ind(lines):
    return ["    " + l for l in lines]


def statement(sc, depth):
    k = rnd.randrange(26 if depth > 0 else 9)
    if k == 0:
        return [f"print({rnd.choice(['1', '2', repr(fresh('p'))])}, {value(sc)})"]
    if k == 1:
        v = rnd.choice(sc.names) if sc.names and rnd.random() < 0.5 else fresh("v")
        line = f"{v} = {value(sc)}"
        if v not in sc.names:
            sc.names.append(v)
        return [line]
    if k == 2 and sc.loop:
        return [rnd.choice(["break", "continue"])]
    if k == 3 and sc.kind in ("function", "generator"):
        return [f"return {value(sc)}"] if rnd.random() < 0.5 else [f"print('keep', {value(sc)})"]
    if k == 4:
        return [rnd.choice([f"raise {rnd.choice(ERRORS)}({value(sc)})", "1 / 0", "[][3]", "{}['k']", f"tick({value(sc)})", "raise" if False else f"tick({value(sc)})"])]
    if k == 5 and sc.kind == "generator":
        return [rnd.choice([f"yield {value(sc)}", f"print('got', (yield {value(sc)}))", f"yield from [{value(sc)}, {value(sc)}]"])]
    if k == 6 and sc.names:
        return [f"{rnd.choice(sc.names)} = ({rnd.choice(sc.names)}, {value(sc)})[{rnd.randrange(2)}]"]
    if k < 9:
        return [f"tick({value(sc)})"]
    if k < 12:
        lines = [f"if {condition(sc)}:"] + ind(block(sc.inside(), depth - 1))
        if rnd.random() < 0.3:
            lines += [f"elif {condition(sc)}:"] + ind(block(sc.inside(), depth - 1))
        if rnd.random() < 0.5:
            lines += ["else:"] + ind(block(sc.inside(), depth - 1))
        return lines
    if k < 15:
        v = fresh("i")
        it = rnd.choice([f"range({rnd.randrange(4)})", f"[{value(sc)}, {value(sc)}]", "'ab'", f"enumerate('xy')"])
        body = sc.inside(loop=True)
        if it.startswith("enumerate"):
            v2 = fresh("j")
            body.names += [v, v2]
            v = f"{v}, {v2}"
        else:
            body.names.append(v)
        lines = [f"for {v} in {it}:"] + ind([f"tick({value(body)})"] + block(body, depth - 1))
        if rnd.random() < 0.4:
            lines += ["else:"] + ind(block(sc.inside(), depth - 1))
        return lines
    if k == 15:
        v = fresh("n")
        lines = [f"{v} = {rnd.randrange(4)}", f"while {v} > 0:"] + ind([f"{v} -= 1", f"tick({v})"] + block(sc.inside(loop=True), depth - 1))
        if rnd.random() < 0.4:
            lines += ["else:"] + ind(block(sc.inside(), depth - 1))
        return lines
    if k < 20:
        lines = ["try:"] + ind(block(sc.inside(), depth - 1))
        handlers = rnd.choice([0, 1, 1, 2])
        for h in range(handlers):
            s = sc.inside()
            e = rnd.choice([rnd.choice(ERRORS), f"({rnd.choice(ERRORS)}, {rnd.choice(ERRORS)})", "Exception"])
            if rnd.random() < 0.6:
                body = [f"print('caught', type(e).__name__, e.args)"] + block(s, depth - 1)
                lines += [f"except {e} as e:"] + ind(body)
            else:
                body = block(s, depth - 1)
                if rnd.random() < 0.2:
                    body.append("raise")
                lines += [f"except {e}:"] + ind(body)
        if handlers and rnd.random() < 0.3:
            lines += ["else:"] + ind(block(sc.inside(), depth - 1))
        if not handlers or rnd.random() < 0.5:
            lines += ["finally:"] + ind([f"print('finally', {value(sc)})"] + block(sc.inside(), depth - 1, 1))
        return lines
    if k == 20:
        g = fresh("g")
        s = sc.inside()
        s.names.append(g)
        items = f"Guard({rnd.randrange(9)}, {rnd.choice(['True', 'False', 'False'])}) as {g}"
        if rnd.random() < 0.3:
            items += f", Guard('second', {rnd.choice(['True', 'False'])})"
        return [f"with {items}:"] + ind(block(s, depth - 1))
    if k == 21:
        f = fresh("f")
        s = Scope("function", False, ["a"], sc.names + sc.outer if sc.kind != "class" else sc.outer)
        body = block(s, depth - 1)
        if sc.kind in ("function", "generator") and sc.names and rnd.random() < 0.4:
            x = rnd.choice(sc.names)
            if not any(l.strip().startswith(f"{x} =") or f" {x} " in l and "for" in l for l in body) and x != "a":
                body = [f"nonlocal {x}", f"{x} = ({x}, {rnd.randrange(5)})[1]"] + body
        lines = [f"def {f}(a={value(sc)}):"] + ind(body + [f"return a"])
        return lines + call(f"{f}({value(sc)})")
    if k == 22:
        f = fresh("gen")
        s = Scope("generator", False, ["a"], sc.names + sc.outer if sc.kind != "class" else sc.outer)
        lines = [f"def {f}(a):"] + ind([f"yield a"] + block(s, depth - 1) + block(s, depth - 1))
        return lines + rnd.choice([lambda: call(f"list({f}({value(sc)}))"), lambda: drive(f, sc), lambda: consume(f, sc, depth)])()
    if k == 23 and sc.kind != "class":
        c = fresh("C")
        s = Scope("class", False, [], sc.names + sc.outer)
        m = Scope("function", False, ["self"], sc.names + sc.outer)
        m.names = []
        lines = [f"class {c}:"] + ind([f"attr = {value(sc)}"] + [l for l in block(s, 0, 2) if "=" not in l or "print" in l or "tick" in l] + ["def m(self):"] + ind(block(m, depth - 1) + ["return self.attr"]))
        return lines + call(f"{c}().m()")
    if k == 24:
        s1, s2, s3 = sc.inside(), sc.inside(), sc.inside()
        x = fresh("m")
        s2.names.append(x)
        return [f"match {value(sc)}:", *ind([f"case {rnd.randrange(4)}:"] + ind(block(s1, depth - 1)) + [f"case [{x}, *_]:"] + ind(block(s2, depth - 1)) + ["case _:"] + ind(block(s3, depth - 1)))]
    return [f"print([tick(q) for q in range({rnd.randrange(3)}) if {condition(sc)}])"]


def call(expr):
    if rnd.random() < 0.6:
        return ["try:", f"    print('result', {expr})", "except Exception as e:", "    print('failed', type(e).__name__, e.args, type(e.__context__).__name__, e.__cause__)"]
    return [f"print('result', {expr})"]


def drive(f, sc):
    g = fresh("it")
    lines = [f"{g} = {f}({value(sc)})"]
    for _ in range(rnd.randrange(1, 5)):
        act = rnd.choice([f"next({g}, 'end')", f"{g}.send({value(sc)})", f"{g}.throw({rnd.choice(ERRORS)}('thrown'))", f"{g}.close()", f"next({g})"])
        lines += ["try:", f"    print({act})", "except BaseException as e:", "    print('drive', type(e).__name__, e.args)"]
    # Closed by hand: when a forgotten generator is closed is CPython's own affair.
    lines += ["try:", f"    {g}.close()", "except BaseException as e:", "    print('close', type(e).__name__, e.args)"]
    return lines


def consume(f, sc, depth):
    v = fresh("y")
    s = sc.inside(loop=True)
    s.names.append(v)
    return [f"for {v} in {f}({value(sc)}):"] + ind([f"tick({v})"] + block(s, depth - 1, 1))


def program():
    global counter
    counter = 0
    sc = Scope("module")
    lines = []
    f = Scope("function", False, ["a"])
    lines += ["def main(a):"] + ind(block(f, 4, 4))
    lines += ["", "", "try:", "    print('main', main(3))", "except Exception as e:", "    print('top', type(e).__name__, e.args)"]
    lines += block(sc, 2, 2)
    return PRELUDE + "\n".join(lines) + "\n"


def run(source):
    out = io.StringIO()
    try:
        code = compile(source, "flow.py", "exec")
    except SyntaxError:
        return None
    try:
        with contextlib.redirect_stdout(out):
            exec(code, {"__name__": "__main__"})
    except SystemExit as e:
        return out.getvalue() + f"exit {e}\n"
    except Exception as e:
        return out.getvalue() + f"uncaught {type(e).__name__}: {e}\n"
    return out.getvalue()


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 250
    rnd.seed(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    out = sys.argv[3] if len(sys.argv) > 3 else os.path.join(HERE, "flows.json")
    warnings.simplefilter("ignore")
    n = 0
    with open(out, "w", encoding="utf-8") as f:
        f.write(json.dumps(["", PRELUDE]) + "\n")
        while n < count:
            source = program()
            got = run(source)
            if got is None or "ignored GeneratorExit" in got or " at 0x" in got or len(got) < 40 or len(source) > 3000 or len(got) > 2000:
                continue
            f.write(json.dumps([source.removeprefix(PRELUDE), got]) + "\n")
            n += 1
    print(out, n)


if __name__ == "__main__":
    main()
