# Timings of array operations, one line "name seconds" each: the same file runs under Monge and under CPython.
import time
import numpy as np

rng = np.random.default_rng(0)


def best(f, limit=0.25):
    f()
    times = []
    spent = 0.0
    while spent < limit and len(times) < 200:
        start = time.perf_counter()
        f()
        times.append(time.perf_counter() - start)
        spent += times[-1]
    times.sort()
    return times[len(times) // 4]


def small(f):
    def many():
        for _ in range(1000):
            f()
    return best(many) / 1000


def report(name, seconds):
    print(name, "%.3e" % seconds)


for n in (1000, 100000, 1000000, 10000000):
    a = rng.random(n)
    b = rng.random(n)
    out = np.empty(n)
    report("add n=%d" % n, best(lambda: np.add(a, b, out=out)))
    report("a+b n=%d" % n, best(lambda: a + b))
    report("a*2+1 n=%d" % n, best(lambda: a * 2.0 + 1.0))
    report("sum n=%d" % n, best(lambda: a.sum()))
    report("max n=%d" % n, best(lambda: a.max()))
    if n <= 1000000:
        report("exp n=%d" % n, best(lambda: np.exp(a)))
        report("log n=%d" % n, best(lambda: np.log(a)))
        report("sin n=%d" % n, best(lambda: np.sin(a)))
        report("sqrt n=%d" % n, best(lambda: np.sqrt(a)))
        report("power n=%d" % n, best(lambda: a ** 2.5))
        report("compare n=%d" % n, best(lambda: a < b))
        report("where n=%d" % n, best(lambda: np.where(a < b, a, b)))
        report("mask n=%d" % n, best(lambda: a[a > 0.5]))
        report("sort n=%d" % n, best(lambda: np.sort(a)))
        report("argsort n=%d" % n, best(lambda: np.argsort(a, kind="stable")))
        report("cumsum n=%d" % n, best(lambda: np.cumsum(a)))
        report("normal n=%d" % n, best(lambda: rng.standard_normal(n)))
        report("random n=%d" % n, best(lambda: rng.random(n)))
M = rng.random((1000, 1000))
v = rng.random(1000)
report("broadcast add 1000x1000", best(lambda: M + v))
report("column broadcast 1000x1000", best(lambda: M - v[:, None]))
report("sum axis=0 1000x1000", best(lambda: M.sum(axis=0)))
report("sum axis=1 1000x1000", best(lambda: M.sum(axis=1)))
report("max axis=1 1000x1000", best(lambda: M.max(axis=1)))
report("std axis=0 1000x1000", best(lambda: M.std(axis=0)))
report("transpose copy 1000x1000", best(lambda: M.T.copy()))
report("M @ v 1000", best(lambda: M @ v))
report("take rows 1000x1000", best(lambda: M[np.arange(0, 1000, 2)]))
report("strided add 1000x1000", best(lambda: M[::2, ::2] + 1.0))
for n in (10, 100, 500):
    A = rng.random((n, n)) + n * np.eye(n)
    report("matmul %d" % n, best(lambda: A @ A))
    report("solve %d" % n, best(lambda: np.linalg.solve(A, np.ones(n))))
    report("eigh %d" % n, best(lambda: np.linalg.eigvalsh(A + A.T)))
x = np.arange(10.0)
report("small a+a", small(lambda: x + x))
report("small a*2.0", small(lambda: x * 2.0))
report("small a.sum()", small(lambda: x.sum()))
report("small a[3]", small(lambda: x[3]))
report("small a[2:5]", small(lambda: x[2:5]))
report("small np.sqrt(a)", small(lambda: np.sqrt(x)))
report("small a @ a", small(lambda: x @ x))
report("small np.zeros(10)", small(lambda: np.zeros(10)))
report("small np.array([1.0, 2.0])", small(lambda: np.array([1.0, 2.0])))
