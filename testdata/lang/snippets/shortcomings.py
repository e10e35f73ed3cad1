A = [[1, 2], [3, 4]]
print([[sum(A[i][k] * A[k][j] for k in range(2)) for j in range(2)] for i in range(2)])
# ---
def outer(a):
    b = a + 1
    def mid(c):
        d = c + b
        def inner():
            return a, b, c, d
        return inner
    return mid(10), (lambda: (b, a))
f, g = outer(1)
print(f(), g())
# ---
def g():
    yield 1
    raise ValueError("lost")
for x in g():
    print(x)
# ---
def g():
    yield 1
    raise ValueError("lost")
print([x for x in g()])
# ---
def bad(x): raise KeyError(x)
print(list(map(bad, [1])))
# ---
class It:
    def __iter__(self): return self
    def __next__(self): raise OSError("next")
for x in It(): print(x)
# ---
def f(*, lr, momentum=0.9): return lr, momentum
f(momentum=0.5)
# ---
def f(x, *r, a, b=2, c=3): return x, r, a, b, c
print(f(1, 2, a=4), f(1, a=5, c=6))
# ---
print(round(2.567, 2), round(3.14159, 3), round(2.5), round(-2.5), round(0.5), round(1234.5, -2), round(1e300, 2), round(15, -1), round(25, -1))
# ---
l = [1]; l.extend((2, 3)); l.extend(x for x in "ab"); l.extend({7: 1}); print(l)
# ---
class A: pass
class B(A): pass
print(isinstance(B(), A), isinstance(True, int), issubclass(B, A), isinstance(1, (str, int)), isinstance(1, int | str))
# ---
print(len({1.0, 1}), {1.0, 1}, {1, True, 1.0}, {True: 1, 1: 2, 1.0: 3})
# ---
try: 1 / 0
except Exception as e: e.anything
# ---
def g():
    yield 1
    return 5
def h():
    r = yield from g()
    print("r", r)
    yield 2
print(list(h()))
# ---
class T:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __eq__(self, o): return self.n == o.n
print(bool(T(0)), bool(T(2)), T(1) == T(1), T(1) != T(2), not T(0))
class U:
    def __bool__(self): return False
print(bool(U()), U() or "empty")
# ---
print(-0.0, 0.0, [-0.0], (0.0 * -1), repr(-0.0), str(-0.0), f"{-0.0}", complex(-0.0, -0.0))
# ---
class M:
    def __float__(self): return 2.0
    def __rtruediv__(self, o): return ("rtruediv", o)
print(1 / M(), 1.0 / M(), True / M(), float(M()))
# ---
class D:
    def __get__(self, o, c=None): return ("get", o is None, c.__name__)
    def __set__(self, o, v): print("set", v)
    def __delete__(self, o): print("delete")
    def __set_name__(self, c, n): print("name", c.__name__, n)
class A: d = D()
a = A(); print(a.d, A.d); a.d = 3; del a.d
# ---
def f(**k): return list(k)
print({"z": 1, "a": 2, "m": 3}, f(z=1, a=2, m=3), list({3: 0, 1: 0, 2: 0}))
# ---
2.0 // 0
# ---
0.0 ** -1
# ---
print(2.0 % float("inf"), -2.0 % float("inf"), -7 // 2, -7 % 3, 7 % -3, -7.5 // 2, -7.5 % 2)
# ---
def t(x): print(x, end=" "); return x
print({t(1): t(2), t(3): t(4)})
# ---
x = 3; name = "é"
print(f"{x}", f"{x!r:>5}", f"{x=}", f"{name!a}", f"{x:{x}d}", f"{'a' 'b'}", f"{{}}", f"{x:0>{x + 2}}", f'{"nested " + f"{x}"}')
# ---
class M:
    def __matmul__(s, o): return "mat"
    def __rmatmul__(s, o): return "rmat"
    def __imatmul__(s, o): return "imat"
m = M(); print(m @ 1, 1 @ m); m @= 2; print(m)
# ---
if (n := 10) > 5: print(n)
print([y := 1, y ** 2], (z := 3) + z)
# ---
x: int = 3
y: list[int]
print(x, __annotations__)
# ---
def f(a, /, b): return a, b
print(f(1, b=2)); f(a=1, b=2)
# ---
print(1_000, 0x_ff, 1_0.5_0, 0b1_0, 1e1_0, 1_0j)
# ---
match [1, 2, 3]:
    case [a, *b]: print(a, b)
# ---
a, b = [1], (2, 3); d = {"x": 1}
print([*a, *b], {**d, "y": 2}, (*a, 0), {*a, *b})
def f(*a, **k): return a, k
print(f(*a, *b, **d, **{"z": 1}), f(1, *a, 5, k=1, **d))
# ---
def f(x): return 1, *x
def g(x): yield 1, *x
print(f([2]), list(g([3])))
# ---
print("\N{GREEK SMALL LETTER ALPHA}", "\N{SNOWMAN}", "\u00e9\U0001F600", "\x41\101", b"\x41\101\\")
# ---
def add(n): return lambda x: x + n
def deco(k):
    def wrap(f):
        def run(*a): return k * f(*a)
        return run
    return wrap
@deco(3)
def f(x, y=2): return x + y
print(add(3)(4), f(1), [i + k for k in [5] for i in range(k - 3)])
# ---
def d(f): return f
@d
def f(a: int, b=1, *, c: str = "z") -> float: return a, b, c
print(f(1), f(1, c=2), f.__annotations__, f.__kwdefaults__, f.__defaults__)
# ---
print({1: 2}, {(1, 2): 3}[1, 2], 3 in {}, {(1, 2)}, {None: 1, 1.5: 2, b"x": 3}, {frozenset({1}): 1})
# ---
t = (1, 2); print(t is t, t == (1, 2), t is not None)
# ---
print(NotImplemented, repr(ValueError()), str(ValueError()), str(ValueError("a")), str(ValueError("a", 2)), repr(KeyError("k")), str(KeyError("k")))
# ---
class V:
    def __init__(s, v): s.v = v
    def __add__(s, o): return V(s.v + getattr(o, "v", o))
    def __radd__(s, o): return V(o + s.v)
    def __mul__(s, o): return V(s.v * o)
    def __lt__(s, o): return s.v < o.v
    def __neg__(s): return V(-s.v)
    def __call__(s, *a): return a
    def __abs__(s): return V(abs(s.v))
    def __float__(s): return float(s.v)
    def __repr__(s): return f"V({s.v})"
print(V(1) + V(2), 1 + V(2), V(2) * 3, V(1) < V(2), -V(1), V(1)(2, 3), abs(V(-3)), float(V(2)), V(1) > V(2), sorted([V(3), V(1)]))
# ---
class E(Exception): pass
class F(E):
    def __init__(self, code): super().__init__(f"code {code}"); self.code = code
try: raise F(3)
except E as e: print(type(e).__name__, e, e.code, e.args)
# ---
print(callable(len), hash(1), hash("") == hash(""), list(reversed([1, 2])), issubclass(bool, int), format(3.14159, ".2f"), sorted(vars(type("A", (), {"x": 1})()).items()), id(None) == id(None))
print("x" in dir(type("A", (), {"x": 1})))
# ---
class A:
    made = 0
    @classmethod
    def make(cls): cls.made += 1; return cls()
    @staticmethod
    def s(x): return x
    @property
    def p(self): return "p"
    @p.setter
    def p(self, v): print("setting", v)
a = A.make(); print(A.made, a.s(1), A.s(2), a.p); a.p = 4; print(type(a).__name__); del a.p
# ---
class L(list):
    def total(self): return sum(self)
class D(dict):
    def __missing__(self, k): return k * 2
class S(str): pass
class I(int):
    def __add__(self, o): return I(int(self) + o + 100)
print(L([1, 2]).total(), D()[4], S("a").upper(), I(3) + 1, type(I(3) * 2).__name__, L([3]) + [4], isinstance(S("x"), str))
# ---
class A:
    "doc of A"
    def f(self): "doc of f"
a = A()
print(a.__class__ is A, a.__dict__, A.__name__, A.f.__module__, A.__doc__, a.f.__doc__, A.f.__qualname__, A.__module__, A.__bases__, A.__mro__[-1])
import math
print(len(math.__doc__) > 0, math.__name__)
# ---
print((1, 2) < (1, 3), [1] < [1, 2], sorted([(2, "b"), (1, "z"), (2, "a")]), max((1, 2), (1, 3)), {1} <= {1, 2}, True + True, True & False, -True, ~True, True ^ True)
print(10 ** 30 > 1e29, 10 ** 30 == 1e30, 2 ** 53 + 1 == 2.0 ** 53, 10 ** 400 > 1e308)
l = [1]; l += (2,); print(l)
# ---
print("{} {1}".format(1))
# ---
print("{} {}".format(1, 2), ",".join("abc"), "aB".upper(), "aB".lower(), "abab".count("ab"), "abc".index("c"), "the end".title(), "a".ljust(3, "."), "a".rjust(3), "7".zfill(3), "a".center(5, "*"), "a-b-c".partition("-"), "a-b-c".rpartition("-"), "a\nb".splitlines(), "é".encode(), "12".isdigit(), "ab".isalpha())
# ---
print("%s %s %s" % ([1], None, {}), "%r" % "a", "%i" % 3, "%c%c" % (65, "b"), "%(a)s" % {"a": 1}, "%s" % 1.0, "%5.2f|%-5d|%05d|%x|%o|%e|%%|%+d" % (3.14159, 3, 4, 255, 8, 12345.678, 5))
# ---
"%d %d" % 1
# ---
"%d" % (1, 2)
# ---
"%d" % "x"
# ---
l = [3, 1, 2]; l.insert(1, 9); print(l, l.pop(), l.pop(0), l); l.remove(9); l.reverse(); print(l, l.index(1), l.count(1), l.copy()); l.clear(); print(l)
# ---
d = dict({"a": 1}); d.update(b=2); d.update([("c", 3)]); print(d, d.pop("a"), d.pop("zz", None), d.setdefault("k", []), d.copy()); d.clear(); print(d)
# ---
s = {1, 2}; s.update([3]); s.discard(9); s.remove(1); print(sorted(s), s.union([7]) == {2, 3, 7}, s & {2}, s | {5}, s ^ {3, 4}, s - {2}, s.issubset({2, 3, 4}), s.isdisjoint({9}))
# ---
print((1, 2, 1).count(1), (1, 2).index(2), b"abc"[0], len(b"abc"), b"abc"[1:], list(b"ab"), b"a" + b"b", b"x" * 3)
# ---
print((1,), (), (1, 2), 1.23456785e+07, float("inf"), float("nan"), -float("inf"), 1e16, 1e15, 1e-5, 0.0001, 1e22, 1.5, 123456789012345680.0, slice(1, 2), slice(None, None, 2))
# ---
print(bool([]), bool([0]), bool(""), bool("0"), bool(0.0), bool(None), bool({}), bool(()), bool(b""), bool(range(0)), bool(0j))
# ---
def g():
    try:
        yield 1
        yield 2
    except KeyError as e:
        yield ("caught", e.args)
    finally:
        print("closing")
x = g(); next(x); print(x.throw(KeyError("k"))); x.close()
y = g(); next(y); y.close(); print(list(y))
# ---
def f(*a, **k): return len(a), len(k)
print(eval("f(" + ",".join(map(str, range(400))) + "," + ",".join(f"k{i}={i}" for i in range(300)) + ")"))
# ---
src = "x = 0\nwhile x < 2:\n    x += 1\n" + "".join(f"    y{i} = {i} + 100000{i}\n" for i in range(9000))
exec(src); print(x, y8999)
# ---
try:
    try: 1 / 0
    except ZeroDivisionError as a: raise ValueError("v") from a
except ValueError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try: 1 / 0
    except ZeroDivisionError: raise KeyError("k")
except KeyError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
# ---
import nosuch
# ---
import os.path, collections.abc as cabc
from os import path as p
print(os.path.join("a", "b"), p is os.path, cabc.Sized.__name__)
# ---
import random, json, re, itertools, functools, collections, datetime, copy, operator, typing, io, string, statistics, math
print(math.gcd(12, 18), math.inf, math.nan, math.tau, math.isclose(0.1 + 0.2, 0.3), math.prod([2, 3]), math.comb(5, 2), math.log2(8))
# ---
import time, sys
print(type(time.perf_counter()).__name__, time.monotonic() > 0, time.process_time() >= 0, time.strftime("%Y", time.gmtime(0)), len(time.localtime()) , sys.maxsize, sys.exc_info())
# ---
import io
f = io.StringIO("a\nb\n"); print(f.readlines()); f.seek(0); print([l for l in f], f.readline())
# ---
x = [1, 2, 3, 4]; x[1:3] = "abc"; print(x); x[::2] = [0] * 3; print(x); del x[::2]; print(x)
# ---
class A:
    def __getitem__(self, k): return k
print(A()[1:3, :], A()[..., ::2], A()[1], A()[1, 2], A()[()], A()[1:2], A()[*[1, 2]])
# ---
class A:
    def __getattr__(self, n): return n * 2
    def __contains__(self, x): return x == 3
    def __index__(self): return 2
    def __len__(self): return 4
    def __iter__(self): return iter("xy")
    def __delitem__(self, k): print("del", k)
    def __setitem__(self, k, v): print("set", k, v)
a = A(); print(a.q, 3 in a, [5, 6, 7][a], len(a), list(a), hex(a)); a[1] = 2; del a[3]
# ---
class X: pass
class Y(X): pass
class Z(X, Y): pass
# ---
class A:
    def f(self): return ["A"]
class B(A):
    def f(self): return ["B"] + super().f()
class C(A):
    def f(self): return ["C"] + super().f()
class D(B, C):
    def f(self): return ["D"] + super().f()
print(D().f(), [c.__name__ for c in D.__mro__])
# ---
def f():
    try: return "try"
    finally: print("finally")
print(f())
for i in range(3):
    try:
        if i == 1: continue
        if i == 2: break
    finally: print("f", i)
else: print("no")
# ---
class CM:
    def __init__(s, n, eat=False): s.n, s.eat = n, eat
    def __enter__(s): print("in", s.n); return s.n
    def __exit__(s, *a): print("out", s.n, a[0] and a[0].__name__); return s.eat
with CM(1) as a, CM(2, True) as b:
    print(a, b); raise ValueError("eaten")
def f():
    with CM(3): return "ret"
print(f())
for _ in range(2):
    with CM(4): break
