def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw


print(f(1, c=3), f(1, 5, 6, 7, c=8, e=9), f(*[1, 2, 3], **{"c": 4, "z": 5}), f(c=1, a=2), f(1, *(2, 3), c=4, *[5], **{"d": 6}, g=7))


def pos(a, b, /, c, *, d):
    return a, b, c, d


print(pos(1, 2, 3, d=4), pos(1, 2, c=3, d=4)); kwonly = lambda *, k=1, **r: (k, r); print(kwonly(), kwonly(k=2, j=3))


def name_clash(a, /, **kw):
    return a, kw


print(name_clash(1, a=2))


def g(x, y=1): return x + y


calls = [lambda: g(), lambda: g(1, 2, 3), lambda: g(1, z=2), lambda: g(1, x=2), lambda: pos(1, b=2, c=3, d=4), lambda: pos(1, 2, 3), lambda: f(1), lambda: kwonly(1), lambda: g(*5), lambda: g(**5), lambda: g(**{1: 2}), lambda: g(1, **{"y": 2}, **{"y": 3}),
         lambda: (lambda: 1)(1), lambda: (lambda a, b: 1)(), lambda: (lambda a, b, c: 1)(), lambda: len(), lambda: len(1, 2), lambda: 5(), lambda: None(), lambda: "a"(), lambda: print(foo=1), lambda: f(1, 2, c=1, **{"a": 3}), lambda: (lambda *, a, b: 1)(), lambda: (lambda *, a: 1)(b=2), lambda: pos()]
for c in calls:
    try:
        print(c())
    except TypeError as e:
        print(e)


def doc(a: int, b: "str" = "x") -> float:
    """One line.

    More."""
    return 1.0


print(doc.__name__, doc.__doc__, doc.__annotations__, doc.__defaults__, doc.__qualname__, doc.__module__, callable(doc), callable(5)); doc.attr = 1; print(doc.attr, doc.__dict__)


def recurse(n): return 1 if n == 0 else n * recurse(n - 1)


print(recurse(20), recurse(30))


def deep(n): return deep(n + 1)


try:
    deep(0)
except RecursionError as e:
    print(type(e).__name__, str(e)[:32])


def none(): pass


def early(x):
    if x:
        return "early"
    return


print(none(), early(1), early(0)); print((lambda x, *y, **z: (x, y, z))(1, 2, 3, k=4)); apply = lambda fn, *a, **k: fn(*a, **k); print(apply(max, 3, 7, key=lambda v: -v), apply(sorted, [3, 1], reverse=True))


def swap(a, b): return b, a


a, b = swap(*swap(1, 2)); print(a, b)


def order(**kw): return list(kw)


print(order(z=1, a=2, m=3)); print(*[1, 2], *"ab", sep="-", end="!\n"); print(f.__code__.co_argcount, f.__code__.co_varnames[:6]) if hasattr(f, "__code__") else None


def outer():
    def inner(): return inner.__name__, inner.__qualname__
    return inner


print(outer()(), outer.__qualname__, (lambda: 0).__name__)


def try_return():
    try:
        return "try"
    finally:
        print("finally")


def finally_wins():
    for i in range(3):
        try:
            return i
        finally:
            if i == 0:
                break
    return "after"


print(try_return(), finally_wins()); print([fn(3) for fn in (abs, str, float, lambda q: q ** q)])


def evaluation(x):
    print("eval", x, end=" ")
    return x


print(evaluation(1) + evaluation(2) * evaluation(3)); d = {evaluation("k"): evaluation("v")}; evaluation(1) < evaluation(0) < evaluation(9); [evaluation("a"), evaluation("b")][evaluation(0)]; print()
