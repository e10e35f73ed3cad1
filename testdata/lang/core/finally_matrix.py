"""Writes finally_matrix.mg: every way of leaving a try statement through every part of it.

Each function is a try statement inside a loop whose body, handler, else and finally clauses each do one of: fall
through, return, break, continue, raise, raise something unexpected. A second family puts a with statement in the place
of finally.
"""
import itertools
import sys

ACTIONS = {
    "pass": "pass",
    "return": "return '{0}'",
    "break": "break",
    "continue": "continue",
    "raise": "raise ValueError('{0}')",
    "other": "raise KeyError('{0}')",
}
SHORT = ["pass", "return", "break", "continue", "raise"]


def act(kind, where, indent):
    pad = " " * indent
    return f"{pad}log.append('{where}')\n{pad}{ACTIONS[kind].format(where)}\n"


def main(out):
    out.write('''log = []
class Manager:
    def __init__(self, swallow):
        self.swallow = swallow
    def __enter__(self):
        log.append('enter')
        return self
    def __exit__(self, cls, value, tb):
        log.append(('exit', cls.__name__ if cls else None))
        return self.swallow
def show(name, f):
    del log[:]
    try:
        r = f()
    except Exception as e:
        r = (type(e).__name__, str(e), type(e.__context__).__name__, str(e.__context__))
    print(name, r, log)
''')
    n = 0
    for body, handler, els, fin in itertools.product(ACTIONS, SHORT, SHORT, SHORT):
        # The else clause runs only after a body that falls through, the handler only after one that raises.
        if body == "pass" and handler != "pass" or body != "pass" and els != "pass":
            continue
        if body not in ("raise", "other") and handler != "pass":
            continue
        n += 1
        out.write(f"def f{n}():\n    for i in (0, 1):\n        log.append(i)\n        try:\n")
        out.write(act(body, "body", 12))
        out.write("        except ValueError as e:\n" + act(handler, "handler", 12))
        if els != "pass":
            out.write("        else:\n" + act(els, "else", 12))
        out.write("        finally:\n" + act(fin, "finally", 12))
        out.write(f"        log.append('after')\n    else:\n        log.append('loop else')\n    return 'end'\nshow('{body} {handler} {els} {fin}', f{n})\n")
    for body, swallow, fin in itertools.product(ACTIONS, (True, False), SHORT):
        n += 1
        out.write(f"def f{n}():\n    for i in (0, 1):\n        try:\n            with Manager({swallow}) as m, Manager(False):\n")
        out.write(act(body, "body", 16))
        out.write("        finally:\n" + act(fin, "finally", 12))
        out.write(f"        log.append('after')\n    return 'end'\nshow('with {body} {swallow} {fin}', f{n})\n")
    for outer, inner in itertools.product(SHORT, SHORT):
        n += 1
        out.write(f"def f{n}():\n    for i in (0, 1):\n        try:\n            try:\n")
        out.write(act("raise", "body", 16))
        out.write("            finally:\n" + act(inner, "inner", 16))
        out.write("        finally:\n" + act(outer, "outer", 12))
        out.write(f"        log.append('after')\n    return 'end'\nshow('nested {outer} {inner}', f{n})\n")


main(sys.stdout)
