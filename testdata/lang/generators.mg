def count(n):
    for i in range(n):
        got = yield i
        if got is not None:
            yield ("got", got)
    return "end"


g = count(3)
eq((next(g), g.send("a"), next(g), next(g), next(g, "default")), (0, ("got", "a"), 1, 2, "default"))
eq(list(count(3)), [0, 1, 2])
g = count(0)
try:
    next(g)
except StopIteration as s:
    eq(s.value, "end")
raises(StopIteration, "", next, iter([]))

---
# yield from passes values, exceptions and the result.
def inner():
    try:
        x = yield 1
        y = yield x + 1
        return y * 10
    except KeyError as e:
        yield f"inner caught {e}"
        return "handled"


def outer(log):
    r = yield from inner()
    log.append(r)
    r = yield from [7, 8]
    log.append(r)


log = []
g = outer(log)
eq((next(g), g.send(4), g.send(5), next(g)), (1, 5, 7, 8))
eq(list(g), [])
eq(log, [50, None])
log = []
g = outer(log)
next(g)
eq(g.throw(KeyError("k")), "inner caught 'k'")
eq((next(g), log), (7, ["handled"]))

---
# throw and close.
def f(log):
    try:
        while True:
            try:
                yield len(log)
            except ValueError as e:
                log.append(str(e))
    finally:
        log.append("closed")


log = []
g = f(log)
next(g)
eq(g.throw(ValueError("v")), 1)
g.close()
g.close()
eq(log, ["v", "closed"])
raises(StopIteration, "", next, g)


def never_started():
    yield


g = never_started()
g.close()
raises(StopIteration, "", next, g)
raises(ValueError, "x", never_started().throw, ValueError("x"))


def refuses():
    try:
        yield
    except GeneratorExit:
        yield "no"


g = refuses()
next(g)
raises(RuntimeError, "generator ignored GeneratorExit", g.close)
g = (x for x in [1])
raises(TypeError, "can't send non-None value to a just-started generator", g.send, 1)

---
# StopIteration inside becomes RuntimeError.
def f():
    yield next(iter([]))


raises(RuntimeError, "generator raised StopIteration", list, f())


def again():
    yield next(g)


g = again()
raises(ValueError, "generator already executing", next, g)

---
# Generator expressions are lazy but take their first iterable at once.
log = []


def src():
    log.append("src")
    return [1, 2]


g = (log.append(x) or x * 2 for x in src() if x > 0)
eq(log, ["src"])
eq((next(g), log), (2, ["src", 1]))
eq(list(g), [4])
raises(TypeError, "'int' object is not iterable", lambda: (x for x in 5))
eq(sum(x * x for x in range(4)), 14)
eq([*(y for y in "ab")], ["a", "b"])

---
# Infinite generators, pipelines, recursion.
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def take(n, it):
    for x, _ in zip(it, range(n)):
        yield x


eq(list(take(8, fib())), [0, 1, 1, 2, 3, 5, 8, 13])


def walk(t):
    if isinstance(t, list):
        for x in t:
            yield from walk(x)
    else:
        yield t


eq(list(walk([1, [2, [3, []], 4]])), [1, 2, 3, 4])


def perms(s):
    if not s:
        yield ""
    for i, c in enumerate(s):
        for p in perms(s[:i] + s[i + 1:]):
            yield c + p


eq(list(perms("abc")), ["abc", "acb", "bac", "bca", "cab", "cba"])

---
# Iterators written as classes, and iter with a sentinel.
class Down:
    def __init__(self, n): self.n = n
    def __iter__(self): return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


eq((list(Down(3)), sum(Down(4)), 2 in Down(5), max(Down(3)), [*Down(2)], dict(zip(Down(2), "ab"))), ([2, 1, 0], 6, True, 2, [1, 0], {1: "a", 0: "b"}))
a, b, c = Down(3)
eq((a, b, c), (2, 1, 0))
it = iter([1, 2, 3].pop, 1)
eq(list(it), [3, 2])


class NoIter:
    def __iter__(self): return 5


raises(TypeError, "iter() returned non-iterator of type 'int'", iter, NoIter())


class Old:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


eq(list(Old()), [0, 10, 20])

---
yield 1 ### "SyntaxError: 'yield' outside function"

---
def g():
    yield 1
    raise ValueError("after one")


for x in g(): ### "ValueError: after one"
    pass
