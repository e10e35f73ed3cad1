"""Writes binding_matrix.mg: signatures against calls, with the results and the messages of the errors."""
import sys

SIGNATURES = [
    "", "a", "a, b", "a, b=2", "a=1, b=2", "*args", "a, *args", "a, b=2, *args", "**kw", "a, **kw", "a, *args, **kw",
    "*, k", "*, k=9", "a, *, k", "a, *, k, l", "a, *, k, l, m", "a, b=2, *, k=3", "*args, k", "*args, k=1, **kw",
    "a, /", "a, b, /", "a, /, b", "a, b=2, /", "a, /, **kw", "a, b=1, /, c=2, *, d=3", "a, b, c", "a, b, c, d",
    "a, b=1, c=2, *args, d, e=4, **kw", "self, x", "*, lr, momentum=0.9", "x, *r, a, b=2, c=3",
]
CALLS = [
    "", "1", "1, 2", "1, 2, 3", "1, 2, 3, 4, 5", "a=1", "1, a=2", "1, b=3", "b=3", "a=1, b=2", "k=1", "1, k=2",
    "1, 2, k=3", "1, 2, 3, k=4", "x=1", "1, x=2", "zz=1", "1, zz=2", "*[1, 2]", "**{'a': 1}", "1, *(2, 3), k=4",
    "*range(3), **{'k': 5}", "1, **{'a': 2}", "a=1, **{'b': 2}", "k=1, l=2", "1, k=1, l=2, m=3", "b=1, c=2", "1, 2, d=4, e=5",
    "1, c=5, d=6", "momentum=0.5", "1, 2, 3, a=4, b=5", "1, **{'zz': 3}", "d=1",
]


def main(out):
    out.write("def show(name, f):\n    try:\n        print(name, f())\n    except TypeError as e:\n        print(name, 'TypeError:', e)\n")
    for i, sig in enumerate(SIGNATURES):
        names = [p.split("=")[0].strip().lstrip("*") for p in sig.split(",") if p.strip() not in ("", "*", "/")]
        body = ", ".join(f"({n!r}, {n})" for n in names)
        out.write(f"def f{i}({sig}):\n    return [{body}]\n")
        for call in CALLS:
            out.write(f"show({sig + ' <- ' + call!r}, lambda: f{i}({call}))\n")
        if sig.startswith(("a", "self", "x")) or sig == "*args":
            out.write(f"class C{i}:\n    def m({sig}):\n        return [{', '.join(n + ' is not None' for n in names)}]\n    def __init__({sig.replace('a', 'self', 1) if sig.startswith('a') else sig}): pass\n")
            for call in ("", "1", "1, 2", "k=1", "1, 2, 3, 4"):
                out.write(f"show({'method ' + sig + ' <- ' + call!r}, lambda: C{i}.m(C{i}{'' if call == '' else ', ' + call}))\n")
                out.write(f"show({'init ' + sig + ' <- ' + call!r}, lambda: type(C{i}({call})).__name__)\n")


main(sys.stdout)
