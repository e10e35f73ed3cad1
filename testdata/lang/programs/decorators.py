def log(f):
    def wrapper(*a, **k):
        print("call", f.__name__, a, k)
        r = f(*a, **k)
        print("->", r)
        return r
    wrapper.__name__ = f.__name__
    return wrapper


def repeat(n):
    def deco(f):
        def run(*a):
            return [f(*a) for _ in range(n)]
        return run
    return deco


@log
def add(a, b=1):
    return a + b


@repeat(3)
@log
def hi(name):
    return f"hi {name}"


add(1); add(1, b=5); print(hi("x"), add.__name__)


def deco_order(tag):
    print("make", tag)

    def d(f):
        print("apply", tag)
        return f
    return d


@deco_order("a")
@deco_order("b")
def f(x=print("default")):
    return "f"


class Registry:
    items = {}

    def __init__(self, key):
        self.key = key

    def __call__(self, obj):
        self.items[self.key] = obj
        return obj


@Registry("cls")
class K:
    @staticmethod
    def s(x): return ("s", x)

    @classmethod
    def c(cls, x): return (cls.__name__, x)

    @property
    def p(self): return "prop"

    @log
    def m(self, v): return v * 2

    def __repr__(self): return "K()"


@Registry("fn")
def fn(): return 1


k = K(); print(K.s(1), k.s(2), K.c(3), k.c(4), k.p, k.m(5), sorted(Registry.items), Registry.items["fn"]())


def add_method(cls):
    cls.extra = lambda self: f"extra {self.v}"
    return cls


@add_method
class Z:
    def __init__(self, v): self.v = v


print(Z(3).extra()); counter = {"n": 0}


@(lambda g: lambda *a: (counter.__setitem__("n", counter["n"] + 1), g(*a))[1])
def h(a, b): return a - b


print(h(5, 3), h(1, 1), counter)


class Timer:
    def __init__(self, f): self.f, self.calls = f, 0

    def __call__(self, *a):
        self.calls += 1
        return self.f(*a)

    def __get__(self, obj, cls=None):
        return self if obj is None else lambda *a: self(obj, *a)


class T:
    @Timer
    def m(self, x): return x + 1


t = T(); print(t.m(1), t.m(2), T.m.calls)


@property
def not_method(self): return 1


print(type(not_method).__name__)
try:
    @5
    def bad(): pass
except TypeError as e:
    print(e)
