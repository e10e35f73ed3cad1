from functools import *
import operator
print(reduce(operator.add, [1, 2, 3]), reduce(lambda a, b: a * b, range(1, 6), 10), reduce(operator.or_, [{1}, {2}]), partial(pow, 2)(5), partial(int, base=2)("101"), partial(print, "a", sep="-")("b"), partial(max, key=len)("ab", "c"))
p = partial(lambda *a, **k: (a, k), 1, x=2); print(p(3, y=4), p.args, p.keywords, p(x=9))


@lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(100), fib.cache_info(), fib.__name__); fib.cache_clear(); print(fib.cache_info())


@cache
def sq(x): print("compute", x); return x * x


print(sq(3), sq(3), sq(4))


@lru_cache(maxsize=2)
def f(x): print("miss", x); return x


[f(i) for i in (1, 2, 1, 3, 2)]; print(f.cache_info())


def deco(fn):
    @wraps(fn)
    def w(*a): "wrapper doc"; return fn(*a)
    return w


@deco
def hello(x): "hello doc"; return x


print(hello.__name__, hello.__doc__, hello(1), hello.__wrapped__(2))


@total_ordering
class N:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v


print(N(1) < N(2), N(1) >= N(2), N(2) > N(1), N(1) <= N(1), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), max([1, 5, 2], key=cmp_to_key(lambda a, b: a - b)))


class C:
    @cached_property
    def v(self): print("once"); return 42

    @partialmethod
    def unused(self): pass

    def m(self, a, b): return a, b
    pm = partialmethod(m, 1)


c = C(); print(c.v, c.v, c.pm(2))


@singledispatch
def show(x): return f"obj {x}"


@show.register
def _(x: int): return f"int {x}"


@show.register(list)
def _(x): return f"list of {len(x)}"


print(show(1), show([1, 2]), show("s"), show(True), show(2.5)); print(operator.itemgetter(1)([5, 6]), operator.itemgetter(0, 2)("abc"), operator.attrgetter("real")(5), operator.methodcaller("upper")("a"), operator.mul(3, 4), operator.truediv(1, 4), operator.neg(5), operator.not_(0), operator.contains([1], 1), operator.getitem({"a": 1}, "a"), operator.concat([1], [2]), operator.eq(1, 1.0), operator.floordiv(7, 2), operator.xor(5, 3), operator.pow(2, 3), operator.lt(1, 2), operator.index(5), operator.countOf([1, 1, 2], 1))
for g in (lambda: reduce(operator.add, []), lambda: partial(5), lambda: fib([])):
    try: print(g())
    except TypeError as e: print(e)
