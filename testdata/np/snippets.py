"""Pieces of programs for the differential test of module np. Each is run by NumPy (gen.py) and by Monge.

A snippet may end in an expression, whose repr is part of the output. "# approx" on its first line allows numbers to
differ by 1e-12 relative.
"""

SETUP = """import numpy as np
nan = np.nan
inf = np.inf
A = np.arange(12).reshape(3, 4)
B = np.arange(24).reshape(2, 3, 4)
F = np.arange(6.0).reshape(2, 3) / 4
M = np.array([[4.0, 1.0, 2.0], [1.0, 3.0, 0.5], [2.0, 0.5, 5.0]])
V = np.array([3.0, -1.0, 2.0])
"""

S = []


def add(*codes):
    """Adds snippets; a bare "# approx" belongs to the one that follows."""
    mark = ""
    for code in codes:
        if code == "# approx":
            mark = code + "\n"
        else:
            S.append(mark + code)
            mark = ""


# --- creation
add(*"""np.array([1, 2, 3])
np.array([1, 2.5, 3])
np.array([True, False])
np.array([1, True])
np.array([[1, 2], [3, 4]], dtype=float)
np.array([1 + 2j, 3])
np.array([])
np.array([[], []])
np.array([[[]]])
np.array(5)
np.array(5.5)
np.array([1, 2, 3], dtype=np.float32)
np.array([1.7, -2.7], dtype=int)
np.array([0, 1, 2], dtype=bool)
np.array([1, 2], ndmin=3)
np.array([np.array([1, 2]), np.array([3, 4])])
np.array([np.float64(1), 2])
np.array([np.int64(1), True])
np.array(((1, 2), (3, 4)))
np.array(range(5))
np.array([range(3), range(3)])
np.array([1, 2], dtype='f8')
np.array([1, 2], dtype='complex')
np.zeros(3)
np.zeros((2, 3), dtype=int)
np.zeros((0, 3))
np.zeros(())
np.zeros(2, dtype=bool)
np.zeros(2, dtype=complex)
np.ones((2, 2))
np.ones(3, dtype=np.float32)
np.full((2, 3), 7)
np.full(3, 1.5)
np.full(3, True)
np.full((2,), nan)
np.full(3, 2.9, dtype=int)
np.full((2, 2), [1, 2])
np.zeros_like(A)
np.ones_like(F)
np.full_like(A, 2.7)
np.full_like(A, 2.7, dtype=float)
np.zeros_like(F, shape=(2,))
np.empty((0,)).shape
np.arange(5)
np.arange(2, 8)
np.arange(2, 8, 3)
np.arange(8, 2, -2)
np.arange(0.0, 1.0, 0.1)
np.arange(1, 2, 0.3)
np.arange(5.0)
np.arange(3, 3)
np.arange(0, -3)
np.arange(5, dtype=float)
np.arange(0, 10, 2.5)
np.arange(1, 10, 4, dtype=np.float32)
np.linspace(0, 1, 5)
np.linspace(0, 1, 5, endpoint=False)
np.linspace(2, 3, num=1)
np.linspace(0, 10, 3, dtype=int)
np.linspace(0, 1, 0)
np.linspace(-1, 1, 7)
np.linspace(0, 1, 3, retstep=True)
np.linspace([0, 1], [1, 3], 3)
np.linspace([0, 1], [1, 3], 3, axis=1)
np.linspace(1, 1, 3)
np.linspace(1j, 2, 3)
np.logspace(0, 3, 4)
np.logspace(0, 3, 4, base=2)
np.logspace(0, 1, 3, endpoint=False)
np.geomspace(1, 1000, 4)
np.geomspace(1, 256, 9)
np.geomspace(-1, -100, 3)
np.eye(3)
np.eye(2, 3)
np.eye(3, k=1)
np.eye(3, k=-1, dtype=int)
np.identity(2)
np.tri(3)
np.tri(3, 4, 1, dtype=int)
np.tril(A)
np.triu(A, 1)
np.tril(B, -1)
np.triu([1, 2, 3])
np.tril_indices(3)
np.triu_indices(3, 1)
np.tril_indices(2, m=3)
np.diag_indices(3)
np.diag([1, 2, 3])
np.diag([1, 2], k=1)
np.diag(A)
np.diag(A, k=-1)
np.diag(A, k=2)
np.diagflat([[1, 2], [3, 4]])
np.vander([1, 2, 3])
np.vander([1.5, 2], 4, increasing=True)
np.meshgrid([1, 2, 3], [4, 5])
np.meshgrid([1, 2, 3], [4, 5], indexing='ij')
np.meshgrid([1, 2], [3, 4, 5], sparse=True)
np.meshgrid([1, 2], [3], [4, 5])[2].shape
np.indices((2, 3))
np.fromfunction(lambda i, j: i * 10 + j, (2, 3))
np.fromfunction(lambda i: i ** 2, (4,), dtype=int)
np.fromiter((x * x for x in range(5)), dtype=float)
np.fromiter(range(10), int, count=3)
np.r_[1, 2:5, [7, 8]]
np.r_[0:1:5j]
np.c_[[1, 2], [3, 4]]
np.c_[np.eye(2), [5, 6]]
np.mgrid[0:2, 0:3]
np.mgrid[0:1:3j]
np.ogrid[0:2, 0:3]
np.s_[1:2, ...]
np.copy(A)[0]
np.asarray([1, 2]).dtype
np.asarray(A) is A
np.ascontiguousarray(A.T).flags.c_contiguous
np.array(A, copy=False) is A
np.array(A, dtype=float)[1]
np.block([[np.eye(2), np.zeros((2, 1))], [np.ones((1, 2)), np.array([[9]])]])
np.block([1, np.array([2, 3])])""".split("\n"))

# --- promotion: every pair of types and operator
vals = {"bool": "np.array([True, False])", "int64": "np.array([3, -2])", "float32": "np.array([1.5, -2.0], dtype=np.float32)", "float64": "np.array([2.5, -0.5])",
        "complex128": "np.array([1+1j, 2-1j])"}
for n1, e1 in vals.items():
    for n2, e2 in vals.items():
        for op in ("+", "-", "*", "/", "//", "%", "**", "==", "<", ">=", "&", "|", "^"):
            if op == "**" and "complex128" in (n1, n2):
                add(f"# approx\n{e1} {op} {e2}")
            elif n1 == n2 == "bool" and op in ("//", "%", "**"):
                continue  # int8 in NumPy
            elif (n1, n2) == ("int64", "int64") and op == "**":
                add(f"{e1} ** np.array([2, 3])")
            else:
                add(f"{e1} {op} {e2}")
    for s in ("True", "2", "2.5", "1j", "np.float64(2)", "np.int64(2)", "np.float32(2)", "np.bool(True)"):
        for op in ("+", "-", "*", "/", "//", "%", "<"):
            if n1 == "float32" and s == "1j" and op in ("+", "-", "*", "/"):
                continue  # complex64 in NumPy
            if n1 == "bool" and op in ("//", "%") and s in ("True", "np.bool(True)"):
                continue
            add(f"{e1} {op} {s}", f"({s} {op} {e1})")
add("np.array([2]) ** 2", "2 ** np.array([1, 2, 3])", "np.array([2.0]) ** -1", "np.array([2]) ** 2.0", "np.array([4.0, 9.0]) ** 0.5", "np.array([2]) ** -1", "np.array([1, 2]) << 2", "np.array([9, 8]) >> 1",
    "np.array([1.0]) << 1", "~np.array([True, False])", "~np.array([1, -5])", "~np.array([1.0])", "-np.array([True])", "-np.array([1, -2])", "+np.array([1, -2])", "abs(np.array([-1.5, 2]))",
    "divmod(np.array([7, -7]), 3)", "divmod(7, np.array([2, -2]))", "np.array([7, -7, 7, -7]) // np.array([2, 2, -2, -2])", "np.array([7, -7, 7, -7]) % np.array([2, 2, -2, -2])",
    "np.array([7.5, -7.5, 7.5, -7.5]) // np.array([2, 2, -2, -2])", "np.array([7.5, -7.5, 7.5, -7.5]) % np.array([2, 2, -2, -2])", "np.array([1, 2]) // 0", "np.array([1, 2]) % 0", "np.array([1.0, -1.0, 0.0]) / 0",
    "np.array([1.0, -1.0, 0.0]) // 0", "np.array([1.0, -1.0]) % 0", "np.array([inf]) // 1", "np.array([5.0]) % inf", "np.array([-5.0]) % inf", "np.array([9223372036854775807]) + 1",
    "np.result_type(np.int64, 1.0)", "np.result_type(np.float32, 1)", "np.result_type('f4', 'i8')", "np.promote_types(bool, int)", "np.can_cast(int, float)", "np.can_cast('f8', 'f4')",
    "np.can_cast('f8', 'f4', 'same_kind')", "np.can_cast(int, bool, 'unsafe')", "np.issubdtype(np.int64, np.integer)", "np.issubdtype(np.float32, np.floating)", "np.issubdtype(float, np.integer)", "np.issubdtype(complex, np.inexact)")

# --- broadcasting
for s1, s2 in (((3,), (3,)), ((3, 1), (4,)), ((2, 3, 4), (3, 1)), ((1,), (0,)), ((2, 3), (4,)), ((2, 3), (2,)), ((3,), (4,)), ((2, 1, 4), (3, 1)), ((), (2, 2)), ((5, 0), (1,)), ((1, 1, 1), (2,))):
    add(f"(np.ones({s1}) + np.ones({s2})).shape", f"np.broadcast_shapes({s1}, {s2})")
add("np.broadcast_to([1, 2], (3, 2))", "np.broadcast_to([1, 2], (2, 3))", "np.broadcast_to(5, (2,))", "np.broadcast_arrays([1, 2], [[3], [4]])", "a = np.broadcast_to([1, 2], (2, 2))\na[0, 0] = 1",
    "A + np.array([10, 20, 30, 40])", "A * np.array([[1], [10], [100]])", "A + np.ones((2, 2))", "np.add(A, [1, 2, 3])", "a = np.zeros((2, 3))\na += np.arange(3)\na", "a = np.zeros((2, 3))\na += np.arange(2)\na",
    "a = np.zeros(3)\na += np.ones((2, 3))", "a = np.arange(3)\na += 1.5", "a = np.arange(3)\na *= 2\na", "a = np.arange(3)\na /= 2", "a = np.arange(3.0)\na /= 2\na", "a = np.arange(4)\na //= 3\na", "a = np.arange(4)\na **= 2\na", "a = np.arange(4)\na %= 3\na",
    "a = np.array([True, False])\na |= True\na", "a = np.arange(4)\na <<= 1\na", "a = np.eye(2)\na @= np.array([[0.0, 1], [1, 0]])\na", "a = np.arange(3)\nb = a\na = a + 1\nb", "a = np.arange(3)\nb = a\na += 1\nb")

# --- indexing: reading
for e in ("0", "-1", "1, 2", "-1, -1", "1:", ":2", "::2", "::-1", "5:1:-1", "1:1", ":, 1", ":, 1:3", "..., 0", "0, ...", "...", "None", ":, None", "None, 1", "1, None, 2", "[0, 2]", "[0, 2], [1, 3]", "[[0], [2]], [1, 3]",
          ":, [0, 2]", "[0, 1], :", "[2, 0], ::2", "[True, False, True]", "A > 5", "A[:, 0] > 3", ":, A[0] > 1", "A % 2 == 0, None", "True", "False", "[]", "np.array([], dtype=int)", "3", "-4", "0, 4", "0, 0, 0", "[5]", "[-4]", "1.0", "'a'", "[1.0]",
          "[True, False]", "[[True]]", "..., ...", "slice(None), slice(0, 2)", "np.int64(1)", "np.array(1)", "np.array([[0, 1], [2, 0]])", "(1, 2)", "([0, 1], 2)", "0, [1, 2]", "1, A[1] > 5", "::-2, ::-1", "-1:-3:-1", "np.ix_([0, 2], [1, 3])", "2:0:-1, [0, 1]", "100:", "-100:2", "np.nonzero(A > 8)", "A.argmax()", "np.arange(3), np.arange(3)"):
    add(f"A[{e}]")
for e in ("0", "1, 2", "1, 2, 3", ":, 1", ":, :, 1", "..., 1", "1, ..., 0", "[1, 0]", ":, [0, 2]", ":, :, [0, 3]", "[0, 1], :, [1, 2]", "[0, 1], [1, 2]", "0, :, [1, 2]", ":, 0, [1, 2]", "[0], :, 0", "[0, 1], None, [1, 2]", ":, [[0, 1], [2, 0]], 1", "B > 20", ":, [True, False, True]", "[True, False], :, [0, 1]",
          "B[:, :, 0] > 5", "0, B[0] > 5", "::-1, ::-1, ::-1", ":, None, [0, 1]", "[[0, 1]], [[2], [1]]", "1, [0, 1], ::2", "[0, 1], 1, [2, 3]", "..., [0, 1], 2", "[1], ..., [2]", "0, 1, [2, 3]", "np.newaxis, 0, :, np.newaxis"):
    add(f"B[{e}]", f"B[{e}].shape")
# --- indexing: writing
for e, v in (("0", "9"), ("1, 2", "9"), (":, 1", "9"), (":, 1", "[7, 8, 9]"), ("1:", "-1"), ("::2, ::2", "0"), ("A > 5", "0"), ("A > 5", "np.arange(6)"), ("A > 5", "[1, 2]"), ("[0, 2]", "9"), ("[0, 2]", "[[1, 2, 3, 4], [5, 6, 7, 8]]"), ("[0, 2], [1, 3]", "[70, 80]"), ("[0, 0], [1, 1]", "[70, 80]"),
             (":, [0, 2]", "np.array([[1], [2], [3]])"), ("...", "5"), ("0", "[1, 2, 3]"), ("0", "[[1, 2, 3, 4]]"), ("[0, 2]", "[1, 2, 3]"), ("5", "1"), ("0, 9", "1"), ("[0, 7]", "1"), ("0, 0", "1.9"), ("0, 0", "nan"), ("0, 0", "1j"), ("0, 0", "[1, 2]"), ("None", "3"), (":, None, 0", "4"), ("[True, False, True]", "0"),
             (":, A[0] > 1", "0"), ("A[:, 0] > 3, 1", "-5"), ("True", "1"), ("[]", "1"), ("::-1", "A.copy()"), ("1:", "A[:2].copy()"), ("1:", "A[:2]"), ("np.ix_([0, 2], [1, 3])", "0"), ("0", "True"), ("A == 100", "7")):
    add(f"a = A.copy()\na[{e}] = {v}\na")
add("a = np.arange(10)\na[1:] = a[:-1]\na", "a = np.arange(10)\na[:-1] = a[1:]\na", "a = np.arange(10)\na[::-1] = a\na", "a = np.arange(5)\na[[0, 0, 1]] += 1\na", "a = np.zeros(5)\nnp.add.at(a, [0, 0, 1], 1)\na", "a = np.zeros((3, 3))\na[np.diag_indices(3)] = [1, 2, 3]\na",
    "a = A.copy()\na[0], a[1] = a[1].copy(), a[0].copy()\na", "a = A.copy()\na[a > 3] *= 10\na", "a = A.copy()\na[:, 0] += 100\na", "a = A.copy()\nv = a[1]\nv[:] = 0\na", "a = A.copy()\nv = a.T\nv[0] = 7\na", "a = A.copy()\nv = a.reshape(-1)\nv[::5] = -1\na", "a = A.copy()\nv = a[[0, 1]]\nv[:] = 0\na",
    "a = A.copy()\na.flat[3] = 99\na", "a = A.copy()\na.flat[[0, 5]] = [7, 8]\na", "a = A.copy()\na.flat = 4\na", "A.flat[5]", "A.flat[2:5]", "list(A.flat)[:3]", "a = np.arange(3)\na[1] = 2.7\na", "a = np.zeros(3, dtype=bool)\na[0] = 5\na", "a = np.arange(3)\na.real = 5\na", "z = np.array([1+2j, 3])\nz.imag = 7\nz", "z = np.array([1+2j, 3])\nz.real[0] = 9\nz",
    "a = np.arange(6)\na.shape = (2, 3)\na", "a = np.arange(6)\na.shape = (4,)", "x = np.arange(3)\nx[...]", "x = np.array(5)\nx[()]", "x = np.array(5)\nx[...]", "x = np.array(5)\nx[0]", "x = np.array(5)\nx[...] = 3\nx", "len(A)", "len(np.array(5))", "for r in A:\n    print(r)", "[x for x in np.array([1.5, 2])]", "for x in np.array(3):\n    pass", "list(np.arange(3))", "a, b, c = np.arange(3)\n(a, b, c)", "2 in np.arange(3)", "7 in A", "[0, 1, 2, 3] in A")

# --- reductions
for f in ("sum", "prod", "mean", "std", "var", "min", "max", "argmin", "argmax", "any", "all", "cumsum", "cumprod", "ptp", "median"):
    for a in ("A", "F", "B", "np.array([True, False, True])", "np.array([3.0, nan, 1.0])", "np.array([[1, 2]])"):
        add(f"np.{f}({a})")
        if f not in ("ptp", "median"):
            add(f"np.{f}({a}, axis=0)", f"np.{f}({a}, axis=-1)")
    if f not in ("argmin", "argmax", "cumsum", "cumprod"):
        add(f"np.{f}(B, axis=(0, 2))", f"np.{f}(B, axis=1, keepdims=True)", f"np.{f}(F, keepdims=True)")
    add(f"np.{f}(A, axis=2)")
for f in ("nansum", "nanprod", "nanmean", "nanstd", "nanvar", "nanmin", "nanmax", "nanmedian", "nanargmin", "nanargmax", "nancumsum", "nancumprod"):
    add(f"np.{f}([[1.0, nan], [3.0, 4.0]])", f"np.{f}([[1.0, nan], [3.0, 4.0]], axis=0)", f"np.{f}([[1.0, nan], [3.0, 4.0]], axis=1)")
add("np.sum([])", "np.prod([])", "np.max([])", "np.min(np.zeros((0, 3)), axis=0)", "np.max(np.zeros((0, 3)), axis=1)", "np.sum(np.zeros((0, 3)), axis=0)", "np.mean([])", "np.argmax([])", "np.any([])", "np.all([])", "np.median([])", "np.std([1.0])", "np.var([1, 2], ddof=1)", "np.std([[1, 2], [3, 5]], axis=0, ddof=1)",
    "np.sum([1, 2], dtype=float)", "np.sum([0.5, 0.7], dtype=int)", "np.sum(A, initial=100)", "np.max([1, 2], initial=5)", "np.max([], initial=0)", "np.sum(A, where=A > 5)", "np.prod([1, 2, 3], where=[True, False, True])", "A.sum()", "A.sum(0)", "A.sum(axis=1)", "A.mean()", "A.max(axis=1)", "A.min()", "A.std()", "A.var(axis=0)", "A.argmax()", "A.argmin(axis=1)",
    "A.cumsum()", "A.cumsum(axis=0)", "A.cumprod(axis=1)", "A.any(axis=0)", "A.all()", "F.round(1)", "F.clip(0.3, 0.8)", "A.clip(min=3)", "A.clip(3, 7)", "A.trace()", "A.diagonal()", "np.trace(B)", "np.count_nonzero(A)", "np.count_nonzero(A, axis=0)", "np.count_nonzero([True, False, True])", "np.average([1, 2, 3])", "np.average([1.0, 2], weights=[1, 3])",
    "np.average(A, axis=1, weights=[1, 2, 3, 4])", "np.average([1.0, 2], weights=[1, 3], returned=True)", "np.average([1, 2], weights=[0, 0])", "np.percentile(A, 30)", "np.percentile(A, [10, 50, 90])", "np.percentile(A, 50, axis=0)", "np.quantile(F, 0.25)", "np.quantile(F, [0.1, 0.9], axis=1)", "np.quantile([1, 2, 3, 4], 0.3, method='lower')", "np.quantile([1, 2, 3, 4], 0.3, method='higher')",
    "np.quantile([1, 2, 3, 4], 0.3, method='nearest')", "np.quantile([1, 2, 3, 4], 0.3, method='midpoint')", "np.quantile([1.0, 2, 3, 4], 0.3, method='hazen')", "np.quantile([1.0, 2, 3, 4], 0.3, method='weibull')", "np.quantile([1.0, 2, 3, 4], 0.3, method='median_unbiased')", "np.quantile([1, nan], 0.5)", "np.nanquantile([1, nan, 3], 0.5)", "np.percentile([1, 2], 120)", "np.median(A, axis=0)", "np.median(A, axis=1, keepdims=True)",
    "np.diff([1, 4, 9, 16])", "np.diff([1, 4, 9, 16], n=2)", "np.diff(A, axis=0)", "np.diff(A)", "np.diff([True, False, True])", "np.diff([1, 2], prepend=0)", "np.diff([1, 2, 4], append=[7])", "np.ediff1d([1, 4, 9])", "np.gradient([1.0, 4, 9, 16])", "np.gradient(np.array([1, 4, 9, 16]), 2)", "np.gradient([1.0, 4, 9], [0, 1, 3])", "np.gradient([1.0, 4, 9, 20], edge_order=2)", "np.gradient(F)", "np.gradient(A, axis=0)",
    "np.trapezoid([1, 2, 3])", "np.trapezoid([1, 2, 3], dx=2)", "np.trapezoid([1, 2, 3], x=[4, 6, 8])", "np.trapezoid(A, axis=0)", "np.interp(2.5, [1, 2, 3], [3, 2, 0])", "np.interp([0, 1, 1.5, 4], [1, 2, 3], [3, 2, 0])", "np.interp([0, 4], [1, 2, 3], [3, 2, 0], left=-1, right=9)", "np.interp([-180, 185, 370], [190, -190, 350, -350], [5, 10, 3, 4], period=360)", "np.convolve([1, 2, 3], [0, 1, 0.5])", "np.convolve([1, 2, 3], [0, 1, 0.5], 'same')",
    "np.convolve([1, 2, 3], [0, 1, 0.5], 'valid')", "np.convolve([1, 2], [1, 2, 3], 'same')", "np.correlate([1, 2, 3], [0, 1, 0.5])", "np.correlate([1, 2, 3], [0, 1, 0.5], 'full')", "np.correlate([1, 2, 3], [0, 1, 0.5], 'same')", "np.convolve([], [1])",
    "np.cov([[0, 2], [1, 1], [2, 0]])", "np.cov([1, 2, 4])", "np.cov([1.0, 2, 4], [2, 1, 0])", "np.cov(A, rowvar=False)", "np.cov([1, 2, 4], bias=True)", "np.cov([[1, 2, 4], [3, 1, 1]], ddof=0)", "np.cov([1, 2, 3], fweights=[1, 2, 1])", "# approx\nnp.corrcoef([[1, 2, 4], [3, 1, 1]])", "# approx\nnp.corrcoef([1, 2, 4], [1, 3, 9])",
    "np.histogram([1, 2, 1, 3, 5])", "np.histogram([1, 2, 1], bins=[0, 1, 2, 3])", "np.histogram([1, 2, 1, 3, 5], bins=4, range=(0, 8))", "np.histogram([1, 2, 1], bins=3, density=True)", "np.histogram([1, 2, 1], bins=2, weights=[0.5, 1, 2])", "np.histogram([], bins=2)", "np.histogram([1, 2], bins=0)", "np.histogram([1, 2], bins=[3, 1])", "np.histogram([1, 1, 1], bins=2)", "np.histogram_bin_edges([1, 2, 3, 4], bins='sturges')", "np.histogram(np.arange(100), bins='auto')",
    "np.histogram2d([0, 1, 1], [0, 1, 1], bins=2)", "np.histogram2d([0, 1, 1], [0, 1, 1], bins=[[0, 1, 2], [0, 0.5, 1]])", "np.bincount([0, 1, 1, 3])", "np.bincount([1, 2], weights=[0.5, 2])", "np.bincount([1], minlength=4)", "np.bincount([-1])", "np.bincount([1.5])", "np.bincount([])", "np.digitize([0.2, 6.4, 3.0, 1.6], [0, 1, 2.5, 4, 10])", "np.digitize([1, 2], [1, 2, 3], right=True)", "np.digitize([5, 2], [3, 2, 1])",
    "np.digitize(2, [1, 2, 3])", "np.polyfit([0, 1, 2], [1, 3, 7], 2).round(9)", "np.polyfit([0, 1, 2, 3], [1, 3, 2, 5], 1)", "# approx\nnp.polyfit([0, 1, 2, 3], [1, 3, 2, 5], 1, w=[1, 2, 1, 1])", "# approx\nnp.polyfit([0, 1, 2, 3], [1, 3, 2, 5], 1, cov=True)", "np.polyval([1, 2, 3], 2)", "np.polyval([1, 2, 3], [0, 1, 2.5])", "np.polymul([1, 2], [1, -2])", "np.polyadd([1, 2], [1, 1, 1])", "np.polysub([1, 2], [1, 1, 1])",
    "np.polyder([1, 2, 3])", "np.polyint([2, 2])", "np.polyder([1, 2, 3], 2)", "np.poly([1, 2])", "# approx\nnp.roots([1, -3, 2])", "# approx\nnp.roots([1, 0, 1])", "np.roots([0, 0])", "np.roots([1, 0])", "# approx\nnp.roots([2, 1, 0, 0])", "np.polyfit([1, 2], [1, 2, 3], 1)")
for f in ("add", "multiply", "maximum", "minimum", "logical_or", "subtract", "power"):
    add(f"np.{f}.reduce([3, 1, 2])", f"np.{f}.accumulate([3, 1, 2])", f"np.{f}.outer([1, 2], [3, 4])", f"np.{f}.reduce(A % 3 + 1, axis=1)")
add("np.add.reduce(A, axis=None)", "np.add.reduce(A, axis=(0, 1))", "np.subtract.reduce(A, axis=(0, 1))", "np.maximum.reduce([])", "np.add.reduce([])", "a = np.arange(4)\nnp.multiply.at(a, [1, 1], 3)\na")

# --- elementwise functions
xs = "np.array([-2.5, -1.0, -0.5, 0.0, 0.5, 1.0, 2.5])"
for f in ("exp", "expm1", "sin", "cos", "tan", "arctan", "sinh", "cosh", "tanh", "arcsinh", "cbrt", "exp2", "floor", "ceil", "trunc", "rint", "sign", "square", "abs", "fabs", "negative", "positive", "isnan", "isinf", "isfinite", "signbit", "deg2rad", "rad2deg", "logical_not", "fix"):
    add(f"# approx\nnp.{f}({xs})", f"# approx\nnp.{f}(np.array([1, 2, 3]))")
for f in ("log", "log2", "log10", "sqrt", "log1p", "reciprocal"):
    add(f"# approx\nnp.{f}(np.array([0.5, 1.0, 2.0, 8.0, 1000.0]))", f"np.{f}(np.array([0.0, -1.0, inf, nan]))")
for f in ("arcsin", "arccos", "arctanh"):
    add(f"# approx\nnp.{f}([-0.5, 0.0, 0.5])", f"np.{f}([2.0, nan])")
add("# approx\nnp.arccosh([1.0, 2.0])", "np.arctanh([1.0, -1.0])", "# approx\nnp.exp(1j)", "# approx\nnp.sqrt(np.array([-1 + 0j, 2j]))", "# approx\nnp.abs(np.array([3 + 4j, 1j]))", "np.sqrt(4)", "np.sqrt(-1)", "np.exp([1000.0])", "np.log(0)", "np.abs(-5)", "np.abs(-2.5)", "np.abs(np.array(True))", "np.sign([-3, 0, 5])", "np.sign(nan)", "np.sqrt(np.array([1, 4, 9], dtype=np.float32))", "np.exp(np.float32(0))", "np.floor(np.array([1, 2]))", "np.sin(0)",
    "np.maximum([1, 5, 3], [4, 2, 3])", "np.maximum([1, nan], [nan, 2])", "np.fmax([1, nan], [nan, 2])", "np.minimum([1, 5], 3)", "np.fmin([nan, 5], 3)", "np.maximum(1, 2.5)", "# approx\nnp.arctan2([1, -1, 0], [1, 1, -1])", "np.hypot(3, 4)", "np.hypot([3, 5], [4, 12])", "np.copysign([1, -2], -0.0)", "np.mod(-7, 3)", "np.fmod(-7, 3)", "np.fmod(-7.5, 3)", "np.remainder(7, -3)", "np.float_power([1, 2], 2)", "np.power([1, 2, 3], 3)", "np.power(2, [1, 2, 3])", "np.power(2.0, 3)", "np.power(2, -1)", "np.gcd(12, 18)", "np.lcm([4, 6], 10)",
    "np.heaviside([-1, 0, 1], 0.5)", "# approx\nnp.logaddexp(1, 2)", "np.logaddexp(-inf, -inf)", "np.nextafter(1, 2)", "np.spacing(1.0)", "np.ldexp(0.5, 3)", "np.modf([1.5, -2.25])", "np.bitwise_and([6, 5], 3)", "np.bitwise_or(6, 1)", "np.invert([1, 2])", "np.left_shift(1, [1, 2])", "np.bitwise_and([1.0], 1)", "np.logical_and([True, False], True)", "np.logical_or([0, 1], [0, 0])", "np.logical_xor([1, 1], [1, 0])", "np.equal([1, 2], [1, 3])", "np.isclose([1, 2], [1, 2.1])", "np.isclose(nan, nan)", "np.isclose(nan, nan, equal_nan=True)", "np.isclose(inf, inf)",
    "np.allclose([1, 2], [1, 2 + 1e-9])", "np.array_equal([1, 2], [1, 2])", "np.array_equal([1, 2], [1, 2, 3])", "np.array_equal([nan], [nan])", "np.array_equal([nan], [nan], equal_nan=True)", "np.array_equiv([1, 1], 1)", "np.clip([1, 5, 9], 2, 6)", "np.clip([1.0, nan], 0, 0.5)", "np.clip([1, 5], 2.5, None)", "np.clip(5, 1, 3)", "np.clip([1, 2, 3], [2, 2, 2], 3)", "np.clip([1, 2], None, None)", "np.round([1.5, 2.5, -0.5, 1.25], 0)", "np.round([1.25, 1.35], 1)", "np.round(1234.567, -2)", "np.round([15, 25, 35], -1)", "np.round(2.5)", "np.around(1.005, 2)", "np.nan_to_num([nan, inf, -inf, 1])", "np.nan_to_num([nan, 1.0], nan=5)",
    "np.where([True, False], 1, 2)", "np.where(A > 5, A, -1)", "np.where(A > 5, 1.5, A)", "np.where([True, False], [1, 2], [1.5, 2.5])", "np.where(A > 9)", "np.where([0, 1, 2])", "np.where(True, 1, 2)", "np.where([True], 1, [1, 2, 3])", "np.where([True, False], 1)", "np.select([A < 3, A < 6], [A, A * 10], -1)", "np.choose([0, 1, 2], [[1, 2, 3], [4, 5, 6], [7, 8, 9]])", "np.piecewise(np.array([-1.0, 0, 1]), [V < 0, V >= 0], [-1, 1])", "np.real([1 + 2j])", "np.imag(1 + 2j)", "np.conj([1 + 2j])", "# approx\nnp.angle([1j, 1, -1])", "np.angle(1j, deg=True)", "np.isreal([1, 1j])", "np.iscomplexobj([1j])",
    "# approx\nnp.sinc([0, 0.5, 1])", "# approx\nnp.unwrap([0, 3, 6.5, 10])", "np.vectorize(lambda a, b: a if a > b else b)([1, 5], [3, 2])", "np.exp([0.0, 1.0], out=np.zeros(2))", "a = np.zeros(2)\nnp.add([1, 2], 1, out=a)\na", "a = np.zeros(2, dtype=int)\nnp.add([1.5, 2], 1, out=a)", "np.divide([1.0, 2.0], [0.0, 1.0], out=np.zeros(2), where=[False, True])", "np.add([1, 2], [3, 4], dtype=float)", "np.sqrt([1, 2], foo=3)", "np.add(1)", "np.isfinite([1, 2])", "np.isnan(1)", "np.hanning(5)", "np.hamming(4)", "np.bartlett(5)")

# --- shapes
add(*"""A.reshape(4, 3)
A.reshape((2, 6))
A.reshape(-1)
A.reshape(2, -1)
A.reshape(5, -1)
A.reshape(-1, -1)
A.reshape(7)
A.reshape(4, 3, order='F')
np.reshape(A, (6, 2))
A.T.reshape(-1)
A.ravel()
A.ravel('F')
A.flatten()
A.T.ravel('K')
A.T
B.T.shape
B.transpose(1, 0, 2).shape
B.transpose((2, 0, 1))[0]
np.transpose(A)
np.transpose(B, (1, 2, 0)).shape
B.transpose(0, 1)
B.transpose(0, 0, 1)
B.swapaxes(0, 2).shape
np.swapaxes(A, 0, 1)
np.moveaxis(B, 0, -1).shape
np.moveaxis(B, [0, 1], [-1, -2]).shape
np.moveaxis(B, 5, 0)
np.squeeze(np.ones((1, 3, 1))).shape
np.squeeze(np.ones((1, 3, 1)), axis=0).shape
np.squeeze(np.ones((1, 3, 1)), axis=1).shape
np.expand_dims(A, 0).shape
np.expand_dims(A, (0, 2)).shape
np.expand_dims(A, 5).shape
np.atleast_1d(5)
np.atleast_2d([1, 2])
np.atleast_3d([1, 2]).shape
np.atleast_1d(1, [2])
np.concatenate([A, A])
np.concatenate([A, A], axis=1)
np.concatenate([A, F])
np.concatenate([[1, 2], [3.5]])
np.concatenate([A, A], axis=None)
np.concatenate([A, [1, 2]])
np.concatenate([])
np.concatenate([1, 2])
np.concatenate([[1], [2]], axis=1)
np.concatenate([np.array([True]), np.array([2])])
np.stack([[1, 2], [3, 4]])
np.stack([[1, 2], [3, 4]], axis=-1)
np.stack([[1, 2], [3]])
np.stack([A, A], axis=1).shape
np.vstack([[1, 2], [3, 4]])
np.hstack([[1, 2], [3, 4]])
np.hstack([A, A])
np.dstack([[1, 2], [3, 4]])
np.column_stack([[1, 2], [3, 4]])
np.column_stack([[1, 2], A[:2]])
np.vstack([A, [1, 2]])
np.split(np.arange(6), 3)
np.split(np.arange(6), [2, 4])
np.split(np.arange(5), 2)
np.array_split(np.arange(5), 2)
np.array_split(np.arange(8), 3)
np.hsplit(A, 2)
np.vsplit(A, 3)
np.vsplit([1, 2], 2)
np.split(A, 2, axis=1)
np.tile([1, 2], 3)
np.tile([1, 2], (2, 2))
np.tile(A, (1, 2))
np.tile(5, 3)
np.repeat([1, 2], 2)
np.repeat(A, 2, axis=0)
np.repeat([1, 2, 3], [1, 0, 2])
np.repeat(A, [1, 2, 0], axis=0)
np.repeat([1, 2], [1, 2, 3])
np.append([1, 2], [3, 4])
np.append(A, [[1, 2, 3, 4]], axis=0)
np.append(A, [1, 2], axis=0)
np.insert([1, 2, 3], 1, 9)
np.insert([1, 2, 3], [0, 2], [7, 8])
np.insert(A, 1, 5, axis=1)
np.insert(A, 1, [1, 2, 3], axis=1)
np.insert([1, 2], 5, 0)
np.delete([1, 2, 3], 1)
np.delete([1, 2, 3], [0, -1])
np.delete(A, 1, axis=0)
np.delete(A, slice(0, 2), axis=1)
np.delete([1, 2], 5)
np.flip([1, 2, 3])
np.flip(A)
np.flip(A, 0)
np.flip(A, (0, 1))
np.fliplr(A)
np.flipud(A)
np.fliplr([1, 2])
np.rot90(A)
np.rot90(A, 2)
np.rot90(A, -1)
np.rot90(B, 1, (1, 2)).shape
np.roll([1, 2, 3, 4], 1)
np.roll([1, 2, 3, 4], -1)
np.roll(A, 1)
np.roll(A, 1, axis=0)
np.roll(A, (1, 2), axis=(0, 1))
np.roll(A, 5, axis=1)
np.pad([1, 2, 3], 2)
np.pad([1, 2, 3], (1, 2))
np.pad([1, 2, 3], 2, mode='edge')
np.pad([1, 2, 3], 2, constant_values=9)
np.pad(A, 1)
np.pad(A, ((1, 0), (0, 2)), constant_values=((1, 2), (3, 4)))
np.pad(A, 1, mode='edge')
np.pad([1, 2, 3], 4, mode='reflect')
np.pad([1, 2, 3], 4, mode='symmetric')
np.pad([1, 2, 3], 4, mode='wrap')
np.pad([1.0, 2.0], 2, mode='linear_ramp')
np.pad([1, 5], 2, mode='maximum')
np.pad([1, 5], 2, mode='mean')
np.pad(A, 1, mode='reflect')
np.pad([1], -1)
np.pad([1, 2], 1, mode='nope')
np.diagonal(A)
np.diagonal(B, 0, 1, 2)
np.diagonal(B, axis1=0, axis2=1).shape
np.diagonal([1])
np.take([10, 20, 30], [2, 0])
np.take(A, [0, 2], axis=1)
np.take(A, 5)
np.take([1, 2], [5])
np.take([1, 2], [5], mode='clip')
np.take([1, 2], [5], mode='wrap')
np.take_along_axis(A, np.argsort(-A, axis=1), axis=1)
np.compress([True, False, True], A, axis=0)
np.extract(A > 8, A)
np.shape(A)
np.ndim(5)
np.size(A)
np.size(A, 1)
np.unravel_index(7, (3, 4))
np.unravel_index([1, 11], (3, 4))
np.unravel_index(12, (3, 4))
np.ravel_multi_index((1, 3), (3, 4))
np.ravel_multi_index(([0, 2], [1, 3]), (3, 4))
np.ix_([0, 1], [2, 3])
np.apply_along_axis(sum, 0, A)
np.apply_along_axis(lambda r: r[::-1], 1, A)
A.shape
A.ndim
A.size
A.dtype
A.nbytes
A.itemsize
A.strides
A.T.strides
A[::2, ::-1].strides
A.flags.c_contiguous
A.T.flags.f_contiguous
F.real
F.imag
A.base is None
A[1:].base is not None
A.tolist()
F.tolist()
np.array(5).tolist()
np.array([True]).tolist()
A.item(5)
A.item(1, 2)
A.item()
np.array([7]).item()
A.astype(float)
F.astype(int)
F.astype(bool)
A.astype('f4')
A.astype(complex)[0]
F.astype(int, casting='safe')
np.array([1.5, nan]).astype(int)
A.copy() is A
A.view()[0]
A.fill(3)
a = A.copy(); a.fill(7); a
a = np.array([3, 1, 2]); a.sort(); a
a = A[::-1].copy(); a.sort(axis=0); a
A.tobytes()[:8]
F.dot([1, 2, 3])
A.dot(A.T)
A.nonzero()
np.nonzero([[1, 0], [0, 1]])
np.flatnonzero([0, 3, 0, 4])
np.argwhere([[1, 0], [0, 1]])
A.nope
np.nope
np.linalg.nope
a = np.arange(3); np.shares_memory(a, a[1:])
np.may_share_memory(A, A.copy())
a = np.zeros(3); np.copyto(a, [1, 2, 3]); a
a = np.zeros(3, dtype=int); np.copyto(a, [1.5, 2, 3])
a = np.zeros((3, 3)); np.fill_diagonal(a, 4); a
a = np.arange(5); np.put(a, [0, 4], [9, 8]); a
np.array([3, 1, 2])[np.argsort([3, 1, 2])]""".split("\n"))

# --- sorting, searching, sets
add(*"""np.sort([3, 1, 2])
np.sort([3.0, nan, 1.0])
np.sort(A[:, ::-1])
np.sort(A[::-1], axis=0)
np.sort(A[::-1], axis=None)
np.sort([True, False, True])
np.sort([2 + 1j, 1 + 2j, 1 + 1j])
np.argsort([3, 1, 2])
np.argsort([3.0, nan, 1.0])
np.argsort([[3, 1], [2, 4]], axis=0)
np.argsort([1, 1, 1])
np.argsort([2, 1], kind='stable')
np.sort(5)
np.sort([[1, 2]], axis=3)
np.lexsort(([1, 2, 1], [5, 4, 4]))
np.searchsorted([1, 2, 3], 2)
np.searchsorted([1, 2, 3], 2, side='right')
np.searchsorted([1, 2, 3], [0, 1.5, 9])
np.searchsorted([3, 1, 2], 2, sorter=[1, 2, 0])
np.partition([3, 1, 2], 0)[0]
np.unique([3, 1, 3, 2])
np.unique([[1, 2], [2, 1]])
np.unique([3, 1, 3], return_index=True)
np.unique([3, 1, 3], return_inverse=True)
np.unique([3, 1, 3], return_counts=True)
np.unique([1.0, nan, nan])
np.unique([[1, 2], [1, 2], [0, 1]], axis=0)
np.unique([True, False, True])
np.unique([])
np.isin([1, 2, 3], [2, 5])
np.isin([1, 2, 3], [2, 5], invert=True)
np.isin(A, [1, 5, 7])
np.union1d([1, 3], [2, 3])
np.intersect1d([1, 3, 3], [3, 1, 5])
np.intersect1d([1, 3], [3, 1], return_indices=True)
np.setdiff1d([3, 1, 2], [2])
np.setxor1d([1, 2], [2, 3])
np.argmax([1, 3, 3])
np.argmax(A, axis=0)
np.argmax([1, nan, 3])
np.argmax(A, axis=1, keepdims=True)
np.argmin([[3, 1], [0, 2]])
np.max([True, False])
sorted(np.array([3, 1, 2]))
max(np.array([3, 1, 2]))
min(A[0])
sum(np.array([1, 2, 3]))
any(np.array([0, 1]))
list(map(int, np.array([1, 2])))""".split("\n"))

# --- products and linear algebra
add(*"""np.dot([1, 2], [3, 4])
np.dot(2, [3, 4])
np.dot(A, [1, 2, 3, 4])
np.dot(A, A.T)
np.dot(A, A)
np.dot(B, A.T).shape
np.dot([1, 2], [1, 2, 3])
A @ A.T
A @ [1, 2, 3, 4]
[1, 2, 3] @ A
A @ A
A @ 3
np.matmul(B, B.transpose(0, 2, 1)).shape
np.matmul(np.ones((2, 1, 3, 4)), np.ones((5, 4, 2))).shape
np.matmul([1, 2], 3)
np.matmul(F, F.T)
F @ F.T @ np.eye(2)
np.array([[1, 0], [0, 1]], dtype=bool) @ np.array([[True], [False]])
np.array([1j, 2]) @ np.array([1j, 2])
np.vdot([1j, 2], [1j, 2])
np.vdot(A, A)
np.inner([1, 2], [3, 4])
np.inner(A, A)
np.outer([1, 2], [3, 4, 5])
np.outer(A[0], 2)
np.kron([1, 2], [3, 4])
np.kron(np.eye(2), [[1, 2], [3, 4]])
np.cross([1, 2, 3], [4, 5, 6])
np.cross([[1, 2, 3], [0, 0, 1]], [0, 1, 0])
np.tensordot(A, A.T, 1)
np.tensordot(B, B, 3)
np.tensordot(B, A, axes=([1, 2], [0, 1]))
np.tensordot(B, A, axes=([2], [1])).shape
np.tensordot(A, A, 1)
np.einsum('ij,jk->ik', A, A.T)
np.einsum('ij->ji', A)
np.einsum('ii', np.eye(3))
np.einsum('ii->i', A[:, :3])
np.einsum('ij->', A)
np.einsum('ij->i', A)
np.einsum('i,i', V, V)
np.einsum('i,j->ij', V, V)
np.einsum('ij,j', A, [1, 2, 3, 4])
np.einsum('ijk,jk->i', B, A)
np.einsum('...j,j', B, [1, 2, 3, 4])
np.einsum('...ij->...ji', B).shape
np.einsum('ij,ij->ij', A, A)
np.einsum('i,i,i', V, V, V)
np.einsum('ij,jk,kl->il', F, F.T, F)
np.einsum('bij,bjk->bik', B, B.transpose(0, 2, 1)).shape
np.einsum('ij,kj', A, A)
np.einsum('ba', A).shape
np.einsum('ij,jk', A, A)
np.einsum('ij,k->ijl', A, V)
np.einsum('ij', V)
np.einsum('i$', V)
np.einsum('i,j', V)
np.einsum('i', V, V)
np.einsum('i->ii', V)
np.einsum('i j -> j i', A).shape
# approx
np.linalg.solve(M, V)
# approx
np.linalg.solve(M, np.eye(3))
np.linalg.solve([[1, 2], [2, 4]], [1, 2])
np.linalg.solve(M, [1, 2])
np.linalg.solve([[1, 2, 3]], [1])
# approx
np.linalg.inv(M)
np.linalg.inv([[1, 2], [2, 4]])
# approx
np.linalg.inv([M, 2 * M])
np.linalg.inv([1, 2])
# approx
np.linalg.det(M)
np.linalg.det([[1, 2], [3, 4]])
np.linalg.det(np.eye(3))
np.linalg.det([[1, 2], [2, 4]])
np.linalg.det([M, M]).shape
# approx
np.linalg.slogdet(M)
np.linalg.slogdet([[1, 2], [2, 4]])
np.linalg.norm(V)
np.linalg.norm(M)
np.linalg.norm([3, 4])
np.linalg.norm(V, 1)
np.linalg.norm(V, inf)
np.linalg.norm(V, -inf)
np.linalg.norm(V, 0)
# approx
np.linalg.norm(V, 3)
np.linalg.norm(M, 1)
np.linalg.norm(M, inf)
# approx
np.linalg.norm(M, 2)
# approx
np.linalg.norm(M, 'nuc')
np.linalg.norm(M, 'fro')
np.linalg.norm(M, axis=0)
np.linalg.norm(A, axis=1)
np.linalg.norm(A, axis=1, keepdims=True)
np.linalg.norm(B, axis=(1, 2))
np.linalg.norm(V, 'nope')
np.linalg.norm([3 + 4j, 0])
# approx
np.linalg.cond(M)
# approx
np.linalg.cond(M, 1)
np.linalg.matrix_rank(M)
np.linalg.matrix_rank(A)
np.linalg.matrix_rank(np.zeros((2, 2)))
# approx
np.linalg.cholesky(M)
np.linalg.cholesky([[1, 2], [2, 1]])
# approx
np.linalg.eigvalsh(M)
# approx
np.abs(np.linalg.eigh(M)[1])
w, v = np.linalg.eigh(M); np.allclose(M @ v, v * w)
w, v = np.linalg.eig(A[:, :3]); np.allclose(A[:, :3] @ v, v * w)
# approx
np.sort(np.linalg.eigvals(M).real)
np.linalg.eigvals([[0, 1], [-1, 0]])
# approx
np.linalg.svd(M)[1]
# approx
np.linalg.svd(A, compute_uv=False)[:2]
U, s, Vh = np.linalg.svd(F, full_matrices=False); np.allclose((U * s) @ Vh, F)
U, s, Vh = np.linalg.svd(F); (U.shape, s.shape, Vh.shape)
q, r = np.linalg.qr(F.T); np.allclose(q @ r, F.T)
# approx
np.linalg.qr(M)
np.linalg.qr(F, mode='complete')[0].shape
np.linalg.qr(F, mode='r').shape
# approx
np.linalg.pinv(F)
np.linalg.pinv(np.zeros((2, 3)))
# approx
np.linalg.lstsq([[1, 0], [1, 1], [1, 2]], [1, 2, 4])[0]
# approx
np.linalg.lstsq([[1, 0], [1, 1], [1, 2]], [1, 2, 4])[1]
# approx
np.linalg.lstsq([[1, 0], [1, 1], [1, 2]], [1, 2, 4])[3]
np.linalg.lstsq([[1, 2]], [1, 2])
np.linalg.matrix_power([[1, 1], [1, 0]], 10)
np.linalg.matrix_power(M, 0)
# approx
np.linalg.matrix_power(M, -1)
np.linalg.matrix_power(A, 2)
np.linalg.multi_dot([A, A.T, A[:, :1]])
np.linalg.svd([[nan, 1], [1, 1]])
np.linalg.trace(M)""".split("\n"))
add("try:\n    np.linalg.inv(np.zeros((2, 2)))\nexcept np.linalg.LinAlgError as e:\n    print('caught', e)", "issubclass(np.linalg.LinAlgError, ValueError)")

# --- scalars
add(*"""np.float64(1.5)
np.int64(3)
np.bool(True)
np.float32(0.1)
np.complex128(1 + 2j)
str(np.float64(1.5))
str(np.int64(3))
str(np.True_)
str(np.float32(0.1))
print(np.float64(1e16), np.float64(1e-5), np.float64(0.1 + 0.2), np.float64(-0.0))
print(np.float64(nan), np.float64(inf))
print(np.complex128(1 + 2j), np.complex128(1j))
f'{np.float64(3.14159):.2f}'
f'{np.int64(42):05d}'
f'{np.float64(2)}'
f'{np.float64(1234.5):,.1f} {np.int64(7):x}'
'%.3f %d' % (np.float64(1.5), np.int64(3))
np.float64(2) + 1
1 + np.float64(2)
np.float64(2) * np.int64(3)
np.int64(7) / 2
np.int64(7) // 2
np.int64(-7) % 3
np.int64(2) ** 3
np.int64(2) ** -1
np.float64(2) ** 0.5
2 ** np.float64(3)
np.int64(5) + 2.5
np.int64(5) + True
np.bool(True) + 1
np.True_ & False
np.float64(1) / 0
np.float64(0) / 0
np.int64(1) / 0
np.int64(1) // 0
-np.float64(2)
abs(np.float64(-2))
abs(np.int64(-2))
round(np.float64(2.567), 2)
round(np.float64(2.5))
round(np.int64(25), -1)
int(np.float64(2.9))
float(np.int64(2))
bool(np.float64(0))
complex(np.float64(2))
np.float64(2) == 2
np.float64(2) < 3
np.int64(2) == 2.0
2 == np.int64(2)
np.float64(1) == 'a'
np.float64(nan) == nan
hash(np.float64(2)) == hash(2)
hash(np.int64(5)) == hash(5)
{1: 'a'}[np.int64(1)]
{np.float64(1.5): 2}[1.5]
[10, 20, 30][np.int64(1)]
list(range(np.int64(3)))
'ab' * np.int64(2)
[1] * np.int64(2)
isinstance(np.float64(1), float)
isinstance(np.int64(1), int)
isinstance(np.int64(1), np.integer)
isinstance(np.float64(1), np.floating)
isinstance(np.float32(1), float)
isinstance(np.bool(1), np.generic)
isinstance(np.complex128(1), complex)
isinstance(np.arange(3), np.ndarray)
type(np.float64(1)).__name__
type(np.arange(3)).__name__
type(np.float64(1)) is np.float64
np.float64(1.5).item()
np.int64(3).item()
np.float64(1.5).dtype
np.float64(1.5).shape
np.float64(1.5).ndim
np.float64(2.0).is_integer()
np.float64(1.5).as_integer_ratio()
np.float64(1.5).astype(int)
np.int64(3).astype(float)
np.float64(2.5).round()
np.float64('1.25')
np.int64('12')
np.float64([1, 2])
np.float64(True)
np.int64(2.9)
np.float64()
np.float64(3).sum()
np.float64(1.5).tolist()
np.complex128(3 + 4j).real
abs(np.complex128(3 + 4j))
np.float64(1.5).real
divmod(np.float64(7.5), 2)
divmod(np.int64(7), 2)
np.int64(9223372036854775807) + np.int64(1)
np.int64(5) << 2
np.int64(5) & 3
~np.int64(5)
np.float64(5) & 3
np.float64(1) + np.arange(3)
np.arange(3) + np.float64(0.5)
np.float32(1) + np.arange(2, dtype=np.float32)
np.float64(1) + np.arange(2, dtype=np.float32)
1.5 + np.arange(2, dtype=np.float32)
np.float32(1) + 1.5
np.float32(1) + 1
np.float32(1) * np.float64(2)
A.sum() / 2
A[1, 2] + 0.5
type(A[0, 0])
type(A.sum())
type(F.mean())
type(np.sqrt(2))
type(A[0, 0].item())
np.pi
np.e
type(np.pi)
np.inf, -np.inf, np.nan
np.newaxis is None
np.finfo(float).eps
np.finfo(np.float32).max
np.finfo(float).tiny
np.iinfo(int).max
np.dtype('f8')
np.dtype(float).name
np.dtype(int).kind
np.dtype(bool).itemsize
np.dtype('float64') == float
np.dtype('float64') == 'f8'
np.dtype('float64') == 'int64'
str(np.dtype(int))
np.dtype('nope')
A.dtype == np.int64
A.dtype.type is np.int64
np.array([1], dtype=np.dtype('f4'))
np.isscalar(3)
np.isscalar(np.float64(3))
np.isscalar([3])
np.iterable([1])
if np.array([1]): print('yes')
bool(np.array([0.0]))
bool(np.array([]))
bool(np.array([1, 2]))
if A: pass
A and 1
not np.array([1, 2])
np.array([1, 2]) == [1, 2]
np.array([1, 2]) == 'a'
np.array([1, 2]) == None
np.array([1, 2]) != 'a'
np.array([1, 2]) == np.array([1, 2, 3])
np.array([1, 2]) < 'a'
np.array([1, 2]) + 'a'
np.array([1, 2]) + None
np.array([1, 2]) + [1, 2]
[1, 2] + np.array([1, 2])
(1, 2) * np.array([3, 4])
float(np.array([1.5]))
float(np.array(1.5))
int(np.array([1, 2]))
int(np.array(7.9))
hash(np.arange(3))
{np.arange(3)}
f'{np.arange(3)}'
f'{np.array(2.5):.1f}'
f'{np.arange(3):.1f}'
str(np.arange(3))
print(A)
print(F)
print(np.array([1.5, 2.25]), np.array([True]))
print([np.float64(1), np.int64(2)])
repr(np.array([1.0, 2.0]))
np.array2string(F, precision=2)
np.array2string(A, separator=', ')
np.array2string(V, formatter={'float': lambda x: 'x%.1f' % x})
np.array_repr(F)
np.array_str(F)
np.set_printoptions(precision=3); print(np.array([1 / 3])); np.set_printoptions(precision=8)
with np.printoptions(suppress=True): print(np.array([1e-10, 1.0]))
np.format_float_positional(1e-7)
with np.errstate(divide='raise'): np.array([1.0]) / 0
with np.errstate(all='raise'): np.array([1e308]) * 10
with np.errstate(invalid='raise'): np.sqrt(np.array([-1.0]))
np.array([[1, 2], [3]])
np.array([[1, 2], [[3, 4], [5, 6]]])
np.array([1, [2, 3]])
np.zeros(-1)
np.zeros((2, -3))
np.zeros('a')
np.zeros((10 ** 10, 10 ** 10))
np.arange(0, 10, 0)
np.linspace(0, 1, -1)
np.eye(-1)
np.array([1, 2], dtype='x9')
np.array(10 ** 30)
np.array([1, 2]) + 10 ** 30
np.arange(3).reshape(2, 2)
np.arange(3)[3]
np.arange(3)[1, 2]
np.zeros((2, 3))[0, 3]
np.arange(3)['a']
np.arange(3)[1.5]
np.arange(3).sum(axis=1)
np.sum(A, axis=(0, 0))
np.sum(A, 0, int, None, False, 1, True, 9)
np.zeros()
np.mean('abc')
np.ones((2, 3)) @ np.ones((2, 3))
np.ones(3) @ np.ones(2)
np.concatenate([np.ones((2, 2)), np.ones((2, 3))])""".split("\n"))

# --- warnings do not change values
add("np.array([1e308]) * 10", "np.array([0.0]) / 0", "np.log([-1.0])", "np.exp(1000)", "np.float64(1e308) * 10", "np.int64(10) % 0", "np.array([1]) // np.array([0])", "np.std([])")

# --- random numbers
for m in ("random()", "random(5)", "random((2, 3))", "uniform(-1, 2)", "uniform(0, 10, 4)", "uniform([0, 10], [1, 20])", "standard_normal()", "standard_normal((2, 2))", "normal()", "normal(5, 2, 3)", "normal([0, 100], 1)", "normal(loc=1.0, scale=0.5, size=(2, 2))", "integers(10)", "integers(0, 10, 8)", "integers(5, size=(2, 3))", "integers(-5, 5, size=4, endpoint=True)",
          "integers(0, [5, 50, 500])", "integers(2 ** 40, size=3)", "integers(0, 2, 10)", "exponential(2.0)", "exponential(size=3)", "standard_exponential(3)", "poisson(3.5, 6)", "poisson(50, 4)", "binomial(10, 0.3, 6)", "binomial(100, 0.5, 4)", "standard_gamma(2.5, 3)", "gamma(3.0, 2.0, 3)", "chisquare(4, 3)", "permutation(8)", "permutation([1, 2, 3, 4])", "permutation(A)", "permutation(A, axis=1)", "choice(10)", "choice(10, 5)",
          "choice(10, 5, replace=False)", "choice([1.5, 2.5, 3.5], 4)", "choice(A)", "choice(A, 2)", "choice(A, 2, axis=1)", "choice(5, 3, p=[0.1, 0.2, 0.3, 0.2, 0.2])", "choice(5, 3, replace=False, p=[0.1, 0.2, 0.3, 0.2, 0.2])", "choice([10, 20, 30], p=[0, 0, 1])", "choice(3, 5, replace=False)", "choice(3, 2, p=[0.5, 0.5])", "choice(3, 2, p=[0.5, 0.6, 0.1])", "choice(0)", "choice(3, (2, 2))", "integers(5, 5)", "integers(1, 0)", "normal(0, -1)", "random(-1)", "exponential(-1)", "poisson(-1)", "binomial(5, 2)", "multinomial(20, [0.2, 0.3, 0.5])", "dirichlet([1.0, 2.0, 3.0])", "triangular(0, 1, 3, 2)", "geometric(0.3, 5)", "lognormal(0, 0.1, 2)", "rayleigh(2.0, 2)", "weibull(2.0, 2)"):
    approx = "# approx\n" if any(k in m for k in ("exponential", "gamma", "chisq", "dirichlet", "triangular", "lognormal", "rayleigh", "weibull")) else ""
    add(f"{approx}np.random.default_rng(12345).{m}")
add("rng = np.random.default_rng(7)\na = np.arange(10)\nrng.shuffle(a)\na", "rng = np.random.default_rng(7)\na = [1, 2, 3, 4, 5]\nrng.shuffle(a)\na", "rng = np.random.default_rng(7)\na = A.copy()\nrng.shuffle(a)\na", "rng = np.random.default_rng(7)\na = A.copy()\nrng.shuffle(a, axis=1)\na", "np.random.default_rng([1, 2, 3]).random(2)", "np.random.default_rng(2 ** 100).random()", "np.random.default_rng(-1)",
    "rng = np.random.default_rng(np.random.SeedSequence(5))\nrng.random()", "[g.random() for g in np.random.default_rng(3).spawn(2)]", "rng = np.random.default_rng(0)\n(rng.random(), rng.integers(5), rng.normal(), rng.integers(5), rng.choice(3))", "rng = np.random.default_rng(1)\nx = rng.normal(size=1000)\nx.mean(), x.std()", "rng = np.random.default_rng(1)\nx = rng.random(100001)\n(x.sum(), x[::2].sum(), x.reshape(1, -1).sum(axis=1), np.cumsum(x)[-1])",
    "rng = np.random.default_rng(2)\nx = rng.random((50, 70))\n(x.sum(axis=0)[:3], x.sum(axis=1)[:3], x.T.sum(axis=0)[:3], x[:, ::-1].sum(), x.var(), x.std(axis=0)[:2])", "rng = np.random.default_rng(2)\nx = rng.random((7, 11, 13))\n(x.sum(), x.sum(axis=(0, 2))[:2], x.mean(axis=1)[0, :2], x.transpose(2, 0, 1).sum(axis=0)[0, :2], x.prod(axis=2)[0, :2])", "rng = np.random.default_rng(3)\nx = rng.random(1000).astype(np.float32)\n(x.sum(), x.mean(), x.std())",
    "rng = np.random.default_rng(3)\nx = rng.random(1000) + 1j * rng.random(1000)\n(x.sum(), x.mean(), x.var())", "rng = np.random.default_rng(4)\nx = rng.random(2000)\n(np.sort(x)[:3], np.argsort(x)[:3], np.median(x), np.percentile(x, [5, 95]), np.argmax(x))", "rng = np.random.default_rng(5)\nx = rng.integers(0, 50, 3000)\n(np.unique(x)[:5], np.bincount(x)[:5], np.argsort(x, kind='stable')[:5], x.sum(), x.mean())", "rng = np.random.default_rng(6)\nnp.histogram(rng.normal(size=500), bins=8)")

# --- Fourier transforms
for e in ("fft.fft([1, 2, 3, 4])", "fft.fft([1.0, -1, 2])", "fft.ifft([1, 2, 3, 4])", "fft.rfft([1, 2, 3, 4])", "fft.rfft([1, 2, 3])", "fft.irfft([10, -2 + 2j, -2])", "fft.irfft([1, 2j, 3], 5)", "fft.fft([1, 2, 3], 5)", "fft.fft([1, 2, 3], 2)", "fft.fft(A, axis=0)", "fft.fft(A)", "fft.fft2(A[:2, :2])",
          "fft.ifft2(A)", "fft.fftn(B).shape", "fft.fft(V, norm='ortho')", "fft.ifft(V, norm='forward')", "fft.fftfreq(5, 0.1)", "fft.fftfreq(6)", "fft.rfftfreq(5)", "fft.fftshift(np.arange(5))", "fft.fftshift(A, axes=1)", "fft.ifftshift(np.arange(5))", "fft.fft([])", "fft.fft([1, 2], 0)"):
    add(f"# approx\nnp.{e}")


def snippets():
    seen = set()
    for code in S:
        if code not in seen:
            seen.add(code)
            yield code
