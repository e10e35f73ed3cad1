class CM:
    def __init__(self, n, swallow=False, fail=False): self.n, self.swallow, self.fail = n, swallow, fail

    def __enter__(self):
        print("enter", self.n)
        if self.fail: raise ValueError("enter failed")
        return self.n * 10

    def __exit__(self, t, v, tb):
        print("exit", self.n, t and t.__name__, v, tb is not None)
        return self.swallow


with CM(1) as a: print("body", a)
with CM(1) as a, CM(2) as b: print(a, b)
with (CM(1) as a, CM(2) as b,): print(a + b)
with CM(3): pass
with CM(4, swallow=True): raise KeyError("gone")
print("continued")
try:
    with CM(5): raise KeyError("kept")
except KeyError as e:
    print("caught", e)
try:
    with CM(6), CM(7, fail=True): print("not here")
except ValueError as e:
    print(e)
with CM(8, swallow=True), CM(9): raise IndexError("outer swallows")


def f():
    with CM(10): return "returned"


print(f())
for i in range(3):
    with CM(i):
        if i == 0: continue
        if i == 1: break


class Multi:
    def __enter__(self): return (1, [2, 3])

    def __exit__(self, *a): print(len(a))


with Multi() as (x, [y, z]): print(x, y, z)


class Target: pass


t = Target()
with CM(11) as t.attr: print(t.attr)
d = {}
with CM(12) as d["k"]: print(d)


class NoExit:
    def __enter__(self): return 1


for bad in (NoExit(), 5, None):
    try:
        with bad: pass
    except TypeError as e:
        print(e)


class Raises:
    def __enter__(self): return self

    def __exit__(self, *a): raise RuntimeError("from exit")


try:
    with Raises(): raise ValueError("body")
except RuntimeError as e:
    print(e, repr(e.__context__))


def gen():
    with CM(13): yield 1; yield 2


for v in gen(): print(v)
g = gen(); next(g); g.close()
from contextlib import contextmanager


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    finally:
        print(f"</{name}>")


with tag("b") as n: print(n)
try:
    with tag("i"): raise ValueError("in tag")
except ValueError as e:
    print(e)
