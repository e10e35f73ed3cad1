"""Writes the reference outputs of NumPy that the tests of arrays read.

    python -m venv /tmp/npvenv && /tmp/npvenv/bin/pip install 'numpy==2.5.*'
    /tmp/npvenv/bin/python testdata/np/gen.py          # writes *.json beside this file

format.json    arrays with their str and repr
snippets.json  pieces of programs with what they print (snippets.py holds the programs)
random.json    streams of numpy.random.default_rng
"""

import ast
import contextlib
import hashlib
import io
import json
import os
import sys
import warnings

import numpy as np

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import snippets  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))


def write(name, data):
    with open(os.path.join(HERE, name), "w") as f:
        f.write("[\n")
        f.write(",\n".join(json.dumps(d, separators=(",", ":")) for d in data))
        f.write("\n]\n")
    print(name, len(data))


def bits(a):
    """Elements as integers: floats by their bits, so that nothing is lost on the way."""
    flat = np.ascontiguousarray(a).ravel()
    if flat.dtype == bool:
        return [int(x) for x in flat]
    if flat.dtype == np.int64:
        return [str(x) for x in flat]
    if flat.dtype == np.float32:
        return [str(x) for x in flat.view(np.uint32)]
    return [str(x) for x in flat.view(np.uint64)]


def format_cases():
    rng = np.random.default_rng(20240601)
    nan, inf = np.nan, np.inf
    arrays = [np.array(x) for x in (
        1.5, 3, True, 1 + 2j, 0.1234567891234, 1e20, -0.0, nan, inf, 1e-5, 123456789.0, 1e16, 2.0 ** 70)]
    arrays += [np.array(x) for x in (
        [], [1.0], [1.5, 2.25], [1, 2, 3], [True, False], [True, True], [1e10, 1], [1e-10, 1], [0.1, 0.2, 0.3],
        [1 / 3, 2 / 3], [1e8, 1], [99999999.0, 1], [1e5, 1], [1000.0, 1.0], [1001.0, 1.0], [1e-4, 1e-3], [9.9e-5, 1e-2], [0.0, 0.0],
        [nan], [nan, 1], [inf, 1], [-inf, 1], [nan, inf, -inf], [nan, -1.5], [inf, 100000.0], [1e300, 1e-300], [-1.0, 1.0], [-0.0, 0.0],
        [123456789, 1], [-5, 1000], [2 ** 62, -2 ** 63], [1 + 2j, 3 - 4j], [1j, 0], [1e10 + 1j, 1], [complex(nan, inf), 1 - 0.5j],
        [0.1 + 0.2j, 1 / 3 - 2j / 3], [1.123456789123, 2.0], [0.999999999, 1.0], [123.456, 0.001], [5e-324, 1.7976931348623157e308],
        [1e15, 1e16], [0.5, 100.25, 7], [12345.678, 0.1], [3.0, 4.0, 1e3], [1.0, 10.0, 100.0, 999.9], [2.5, -3.5e-5], [1e-7])]
    arrays += [np.zeros(s) for s in ((0, 3), (3, 0), (2, 0, 3), (1, 1), (1, 1, 1))]
    arrays += [np.zeros((0,), dtype=d) for d in (int, bool, complex, "f4")]
    arrays += [np.zeros((2, 0), dtype=d) for d in (int, bool)]
    arrays += [np.arange(n) for n in (5, 20, 30, 50, 100, 999, 1000, 1001, 5000)]
    arrays += [np.arange(n) / 7 for n in (5, 20, 100, 1000, 1001)]
    arrays += [np.arange(n, dtype=float) for n in (3, 10, 1001, 1500, 2000)]
    arrays += [np.arange(12).reshape(s) for s in ((3, 4), (2, 2, 3), (1, 12), (12, 1), (2, 3, 2), (1, 2, 3, 2))]
    arrays += [np.linspace(0, 1, n) for n in (5, 11, 50)]
    arrays += [np.eye(n) for n in (1, 3, 7, 40)] + [np.eye(3, dtype=bool), np.eye(4, dtype=int), np.eye(2) * 1j]
    arrays += [rng.standard_normal(s) for s in ((4,), (17,), (3, 3), (2, 3, 4), (5, 8), (10, 10), (2, 2, 2, 2), (40, 40), (1, 200), (200, 1), (11, 11, 11))]
    arrays += [rng.standard_normal((3, 3)) * 10.0 ** e for e in range(-12, 13)]
    arrays += [rng.standard_normal(6) * 10.0 ** rng.integers(-6, 7, 6) for _ in range(40)]
    arrays += [rng.standard_normal(4) * 10.0 ** rng.integers(-2, 3, 4) for _ in range(40)]
    arrays += [np.round(rng.standard_normal((2, 5)) * 100, k) for k in range(6)]
    arrays += [np.where(rng.random((3, 4)) < 0.3, v, rng.standard_normal((3, 4)) * s) for v in (nan, inf, -inf, 0.0) for s in (1, 1e5, 1e-6)]
    arrays += [rng.integers(-10 ** k, 10 ** k, (3, 4)) for k in range(1, 18)]
    arrays += [rng.integers(0, 2, s).astype(bool) for s in ((5,), (3, 4), (30,), (50, 50))]
    arrays += [(rng.standard_normal(s) + 1j * rng.standard_normal(s)) * m for s in ((3,), (2, 2), (9,)) for m in (1, 1e6, 1e-6)]
    arrays += [rng.standard_normal(s).astype("f4") * np.float32(m) for s in ((3,), (2, 4), (1200,)) for m in (1, 1e7, 1e-7)]
    arrays += [np.float32(x) for x in (0.1, 1e7, 1 / 3)]
    arrays += [np.array([0.1, 1e6], "f4"), np.array([999999.0, 1], "f4"), np.array([1 / 3], "f4"), np.array(0.1, "f4")]
    arrays += [rng.random((3, 1001)), rng.random((1001, 3)), rng.random((7, 7, 30)), rng.integers(0, 9, (2, 600)), np.arange(1200).reshape(2, 2, 300)]
    arrays += [10.0 ** np.arange(-n, n) for n in (1, 2, 3, 5, 9, 20)]
    arrays += [2.0 ** np.arange(-n, n) for n in (1, 5, 10, 30, 60)]
    arrays += [np.array(list(range(k)) + [x]) for k in (1, 3) for x in (0.5, 1e3, 1e4, 1e-3, 1e-4, 1e-5, 12345.6, 1e15)]
    options = [{}, {"precision": 3}, {"precision": 3, "suppress": True}, {"precision": 2, "floatmode": "fixed"}, {"floatmode": "unique"},
               {"floatmode": "maxprec_equal", "precision": 4}, {"linewidth": 40}, {"threshold": 10, "edgeitems": 2}, {"sign": "+"}, {"sign": " "},
               {"suppress": True}, {"nanstr": "--", "infstr": "oo"}, {"precision": 0}, {"precision": 16}]
    cases = []

    def add(a, opt):
        a = np.asarray(a)
        with np.printoptions(**opt):
            cases.append({"dtype": a.dtype.name, "shape": list(a.shape), "data": bits(a) if a.size <= 60 or opt == {} else None, "opt": opt,
                          "repr": repr(a), "str": str(a)})

    for a in arrays:
        add(a, {})
    for opt in options[1:]:
        for i, a in enumerate(arrays):
            if a.size <= 60 and (i * 7 + len(str(opt))) % 5 == 0:
                add(a, opt)
    return [c for c in cases if c["data"] is not None]


def digest(a):
    """A hash of the bits, for streams too long to store."""
    return hashlib.sha256(np.ascontiguousarray(a).tobytes()).hexdigest()


def random_cases():
    """Streams: the first values in full, long runs by their hash."""
    cases = []

    def hexes(a):
        a = np.atleast_1d(a)
        return [float(x).hex() for x in a.ravel()] if a.dtype.kind == "f" else [int(x) for x in a.ravel()]

    def add(seed, method, args, n, **more):
        a = getattr(np.random.default_rng(seed), method)(*args, size=n)
        cases.append({"seed": str(seed), "method": method, "args": args, "n": n, "first": hexes(a[:20]), "sha": digest(a),
                      "sum": float(np.sum(a)).hex(), **more})

    for seed in (0, 1, 42, 2 ** 32 - 1, 2 ** 32, 2 ** 64 + 5, 2 ** 200 + 3 ** 50, 12345678901234567890):
        add(seed, "random", [], 1000)
        add(seed, "standard_normal", [], 1000)
        add(seed, "standard_exponential", [], 1000)
        add(seed, "integers", [0, 10], 1000)
    add(7, "random", [], 1_000_000)
    add(7, "standard_normal", [], 3_000_000)
    add(7, "standard_exponential", [], 3_000_000)
    for lo, hi in ((0, 1), (0, 2), (-5, 5), (0, 2 ** 31), (0, 2 ** 32 - 1), (0, 2 ** 32), (0, 2 ** 32 + 1), (0, 2 ** 40), (-2 ** 63, 2 ** 63 - 1), (0, 2 ** 63 - 1),
                   (3, 1000003)):
        add(11, "integers", [lo, hi], 5000)
    add(3, "normal", [2.0, 3.0], 1000)
    add(3, "uniform", [-1.0, 4.0], 1000)
    add(3, "exponential", [2.5], 1000)
    for shape in (0.3, 1.0, 2.5, 100.0):
        add(5, "standard_gamma", [shape], 20000)
    for a, b in ((0.5, 0.5), (2.0, 3.0), (0.1, 5.0)):
        add(5, "beta", [a, b], 20000)
    for lam in (0.5, 9.5, 10.5, 1000.0):
        add(6, "poisson", [lam], 20000)
    for n, p in ((10, 0.3), (10, 0.8), (1000, 0.4), (1000, 0.9), (100000, 0.001), (50, 0.5)):
        add(6, "binomial", [n, p], 20000)
    for p in (0.5, 0.05):
        add(8, "geometric", [p], 5000)
    add(8, "laplace", [1.0, 2.0], 5000)
    add(8, "gumbel", [1.0, 2.0], 5000)
    add(8, "logistic", [1.0, 2.0], 5000)
    add(8, "triangular", [-1.0, 0.5, 2.0], 5000)
    add(8, "standard_cauchy", [], 5000)
    add(8, "standard_t", [4.0], 5000)
    add(8, "chisquare", [3.0], 5000)
    for seed in (0, 9):
        for n in (1, 2, 10, 1000):
            cases.append({"seed": str(seed), "method": "permutation", "args": [n], "n": n, "first": hexes(np.random.default_rng(seed).permutation(n)[:50]),
                          "sha": digest(np.random.default_rng(seed).permutation(n))})
        for n, size in ((10, 3), (10, 10), (100, 50), (10001, 100), (10001, 9000), (20000, 401), (10 ** 6, 10), (1000, 999)):
            for shuffle in (True, False):
                a = np.random.default_rng(seed).choice(n, size, replace=False, shuffle=shuffle)
                cases.append({"seed": str(seed), "method": "sample", "args": [n, size, int(shuffle)], "n": size, "first": hexes(a[:50]), "sha": digest(a)})
    for i, g in enumerate(np.random.default_rng(99).spawn(3)):
        a = g.random(50)
        cases.append({"seed": "99", "method": "spawn", "args": [i], "n": 50, "first": hexes(a[:20]), "sha": digest(a)})
    g = np.random.default_rng(4)
    mixed = [g.random(), g.integers(0, 7), g.random(), g.integers(0, 2 ** 40), g.integers(0, 7), g.standard_normal(), g.integers(0, 7)]
    cases.append({"seed": "4", "method": "mixed", "args": [], "n": 7, "first": [float(x).hex() for x in mixed], "sha": ""})
    return cases


def show(code):
    """What a snippet prints, with the repr of a last expression, or its error."""
    scope = {}
    exec(snippets.SETUP, scope)
    tree = ast.parse(code)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out), np.printoptions(), np.errstate():
            exec(compile(tree, "<snippet>", "exec"), scope)
            if last is not None:
                value = eval(compile(ast.Expression(last.value), "<snippet>", "eval"), scope)
                if value is not None:
                    out.write(repr(value))
    except Exception as e:
        cls = type(e)
        name = cls.__qualname__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__qualname__}"
        out.write(f"{name}: {e}")
    return out.getvalue().rstrip("\n")


def snippet_cases():
    warnings.simplefilter("ignore")
    return [{"code": code, "out": show(code)} for code in snippets.snippets()]


def main():
    write("snippets.json", [{"setup": snippets.SETUP}] + snippet_cases())
    write("format.json", format_cases())
    write("random.json", random_cases())


if __name__ == "__main__":
    main()
