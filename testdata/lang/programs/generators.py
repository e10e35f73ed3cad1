def count(n):
    i = 0
    while i < n:
        yield i
        i += 1
    return "done"


g = count(3)
print(next(g), next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value, e.args)
print(next(g, "default"), list(g), list(count(4)), sum(count(5)), tuple(count(2)), [*count(3)], max(count(4)), dict(zip("ab", count(2))), 2 in count(5))


def echo():
    got = yield "ready"
    while True:
        try:
            got = yield f"got {got!r}"
        except ValueError as e:
            got = f"caught {e}"
        except GeneratorExit:
            print("closing")
            raise
        finally:
            pass


e = echo(); print(next(e), e.send(1), e.send("two"), e.throw(ValueError("bad")), next(e)); e.close(); e.close()
try:
    e.send(1)
except StopIteration as s:
    print("closed", s.value)


def outer():
    r = yield from count(2)
    print("inner returned", r)
    r = yield from [10, 20]
    print("list returned", r)
    try:
        yield from echo()
    except KeyError as k:
        print("outer caught", k)
    return "end"


o = outer(); print(next(o), next(o), next(o), next(o), next(o), o.send("through"), o.throw(ValueError("v")))
try:
    o.throw(KeyError("k"))
except StopIteration as s:
    print(s.value)


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


f = fib(); print([next(f) for _ in range(15)])


def take(n, it):
    for i, x in enumerate(it):
        if i >= n:
            return
        yield x


print(list(take(5, fib())), list(take(3, "abcdef")), list(take(0, fib())))


def tree(t):
    if t:
        left, value, right = t
        yield from tree(left)
        yield value
        yield from tree(right)


print(list(tree(((None, 1, None), 2, (None, 3, (None, 4, None))))))


def cleanup():
    try:
        yield 1
        yield 2
    finally:
        print("cleaned")


for x in cleanup():
    print(x)
    break
c = cleanup(); next(c); c.close()


def bad():
    yield 1
    raise ValueError("inside")


try:
    for x in bad():
        print("bad", x)
except ValueError as v:
    print("propagated", v)


def stops():
    yield 1
    raise StopIteration("x")


try:
    list(stops())
except RuntimeError as r:
    print(r, repr(r.__cause__))
g = (x for x in [1]); print(type(g).__name__, iter(g) is g, next(g)); g2 = count(2)
try:
    g2.send(5)
except TypeError as t:
    print(t)
try:
    next(5)
except TypeError as t:
    print(t)


def reentrant():
    yield next(r)


r = reentrant()
try:
    next(r)
except ValueError as v:
    print(v)


def defaults(x=[]):
    x.append(len(x)); yield x


print(next(defaults()), next(defaults()), (lambda: (yield 1))().__next__())


def pipeline(lines):
    stripped = (l.strip() for l in lines)
    nonempty = (l for l in stripped if l)
    numbers = (int(l) for l in nonempty if l.isdigit())
    return sum(numbers)


print(pipeline(["1", " 2 ", "", "x", "30"]))
