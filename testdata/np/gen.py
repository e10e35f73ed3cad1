"""Writes the reference outputs of NumPy that the tests of arrays read.

    python -m venv /tmp/npvenv && /tmp/npvenv/bin/pip install 'numpy==2.5.*'
    /tmp/npvenv/bin/python testdata/np/gen.py          # writes *.json beside this file

format.json    arrays with their str and repr
snippets.json  pieces of programs with what they print (snippets.py holds the programs)
random.json    streams of numpy.random.default_rng
"""

import json
import os
import struct

import numpy as np

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


def main():
    write("format.json", format_cases())


if __name__ == "__main__":
    main()
