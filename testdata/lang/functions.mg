def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw


eq(f(1, c=3), (1, 2, (), 3, 4, {}))
eq(f(1, 5, 6, 7, c=8, e=9), (1, 5, (6, 7), 8, 4, {"e": 9}))
eq(f(*[1, 2, 3], **{"c": 4, "z": 5}), (1, 2, (3,), 4, 4, {"z": 5}))
eq(f(c=1, a=2), (2, 2, (), 1, 4, {}))


def g(a, /, b, *, c):
    return a, b, c


eq(g(1, 2, c=3), (1, 2, 3))
eq(g(1, b=2, c=3), (1, 2, 3))
raises(TypeError, "g() missing 1 required keyword-only argument: 'c'", g, 1, 2)
raises(TypeError, "g() got some positional-only arguments passed as keyword arguments: 'a'", lambda: g(a=1, b=2, c=3))
raises(TypeError, "g() takes 2 positional arguments but 3 positional arguments (and 1 keyword-only argument) were given", lambda: g(1, 2, 3, c=4))


def h(x, y=1):
    return x + y


raises(TypeError, "h() missing 1 required positional argument: 'x'", h)
raises(TypeError, "h() takes from 1 to 2 positional arguments but 3 were given", h, 1, 2, 3)
raises(TypeError, "h() got an unexpected keyword argument 'z'", h, 1, z=2)
raises(TypeError, "h() got multiple values for argument 'x'", h, 1, x=2)
raises(TypeError, "__main__.h() argument after * must be an iterable, not int", lambda: h(*5))
raises(TypeError, "__main__.h() argument after ** must be a mapping, not list", lambda: h(**[1]))
raises(TypeError, "keywords must be strings", lambda: h(**{1: 2}))
raises(TypeError, "__main__.h() got multiple values for keyword argument 'y'", lambda: h(1, **{"y": 1}, **{"y": 2}))
raises(TypeError, "<lambda>.<locals>.<lambda>() takes 0 positional arguments but 1 was given", lambda: (lambda: 1)(1))
raises(TypeError, "<lambda>.<locals>.<lambda>() missing 2 required positional arguments: 'a' and 'b'", lambda: (lambda a, b: 1)())
raises(TypeError, "<lambda>.<locals>.<lambda>() missing 3 required positional arguments: 'a', 'b', and 'c'", lambda: (lambda a, b, c: 1)())

---
# Defaults are evaluated once, at definition.
n = 1


def f(x=n, acc=[]):
    acc.append(x)
    return acc


n = 2
f(); f(5)
eq(f(), [1, 5, 1])

---
# Names, docs, attributes, annotations.
def f(a: int, b: "text" = 1) -> float:
    """A doc.

    More."""
    return 1.0


eq(f.__name__, "f")
eq(f.__doc__, "A doc.\n\n    More.")
eq(f.__annotations__, {"a": int, "b": "text", "return": float})
eq(f.__defaults__, (1,))
f.extra = 5
eq(f.extra, 5)
eq((lambda: 0).__name__, "<lambda>")
eq(callable(f), True)


def outer():
    def inner():
        pass
    return inner


eq(outer().__qualname__, "outer.<locals>.inner")
raises(AttributeError, "'function' object has no attribute 'zz'", lambda: f.zz)

---
# Return values.
def none():
    pass


def early(x):
    if x:
        return 1
    return


def many():
    return 1, *[2, 3]


eq((none(), early(1), early(0), many()), (None, 1, None, (1, 2, 3)))


def fin():
    try:
        return "try"
    finally:
        pass


def fin2():
    for i in range(3):
        try:
            continue
        finally:
            if i == 1:
                return i


eq((fin(), fin2()), ("try", 1))

---
# Recursion and its limit.
def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


eq(fact(20), 2432902008176640000)


def deep(n):
    return deep(n + 1)


try:
    deep(0)
except RecursionError as e:
    eq(str(e)[:32], "maximum recursion depth exceeded")
else:
    assert False
eq(fact(200) // fact(199), 200)

---
# Decorators apply from the bottom up, after evaluation from the top down.
log = []


def d(tag):
    log.append(("make", tag))

    def deco(f):
        log.append(("apply", tag))
        return lambda *a: (tag, f(*a))
    return deco


@d("a")
@d("b")
def f(x):
    return x


eq(log, [("make", "a"), ("make", "b"), ("apply", "b"), ("apply", "a")])
eq(f(1), ("a", ("b", 1)))

---
# Keyword order is kept.
def kw(**k):
    return list(k.items())


eq(kw(z=1, a=2, m=3, **{"b": 4}), [("z", 1), ("a", 2), ("m", 3), ("b", 4)])


def star(*a, **k):
    return a, k


eq(star(1, *(2, 3), *[4], x=5, **{"y": 6}), ((1, 2, 3, 4), {"x": 5, "y": 6}))
eq(star(*"ab", *{}), (("a", "b"), {}))

---
def f(a, a): ### "SyntaxError: duplicate argument 'a' in function definition"
    pass

---
def f(a=1, b): ### "SyntaxError: parameter without a default follows parameter with a default"
    pass

---
return 5 ### "SyntaxError: 'return' outside function"

---
def outer():
    def inner():
        return missing
    return inner()


def call():
    return outer()


call() ### "NameError: name 'missing' is not defined"
