def counter(n=0):
    def up(by=1):
        nonlocal n
        n += by
        return n
    return up


c, d = counter(), counter(10)
eq([c(), c(), d(5), c()], [1, 2, 15, 3])

---
# Loop variables are shared, defaults are not.
eq([f() for f in [lambda: i for i in range(3)]], [2, 2, 2])
eq([f() for f in [lambda i=i: i for i in range(3)]], [0, 1, 2])
fs = []
for k in range(3):
    fs.append(lambda: k)
k = "later"
eq([f() for f in fs], ["later"] * 3)

---
# Parameters captured by inner functions, through several levels.
def outer(a, b):
    c = a * 10

    def mid(d):
        e = b + d

        def inner(f):
            return a, b, c, d, e, f
        return inner
    return mid


eq(outer(1, 2)(3)(4), (1, 2, 10, 3, 5, 4))


def both(x):
    def g(y):
        def h(z):
            nonlocal x, y
            x += 1
            y += x
            return x + y + z
        return h
    return g


h = both(1)(10)
eq([h(100), h(100)], [114, 118])

---
# Cells are filled late.
def f():
    def g():
        return v
    try:
        g()
    except NameError as e:
        message = str(e)
    v = 5
    return message, g()


eq(f(), ("cannot access free variable 'v' where it is not associated with a value in enclosing scope", 5))

---
def f():
    print(v)
    v = 1


raises(UnboundLocalError, "cannot access local variable 'v' where it is not associated with a value", f)


def g(flag):
    if flag:
        w = 1
    return w


eq(g(True), 1)
raises(UnboundLocalError, "cannot access local variable 'w' where it is not associated with a value", g, False)

---
# Class bodies are no closures for their methods.
x = "global"


def f():
    x = "local"

    class C:
        x = "class"
        y = x

        def m(self):
            return x
        z = [x for _ in range(1)]
    return C.x, C.y, C().m(), C.z


eq(f(), ("class", "class", "local", ["local"]))

---
# Comprehensions see parameters and class attributes only in the first iterable.
def f(k):
    return [k * i for i in range(k)], {k: j for j in "a"}, list((k, m) for m in "b")


eq(f(2), ([0, 2], {2: "a"}, [(2, "b")]))


class A:
    n = 3
    squares = [i * i for i in range(n)]


eq(A.squares, [0, 1, 4])
A2 = None
try:
    class A2:
        n = 3
        bad = [n for i in range(2)]
except NameError as e:
    eq(str(e), "name 'n' is not defined")

---
# The exception name goes away after its handler.
def f():
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    return e


raises(UnboundLocalError, "cannot access local variable 'e' where it is not associated with a value", f)

---
# A name deleted in a closure.
def f():
    x = 1

    def g():
        return x
    del x
    return g


raises(NameError, "cannot access free variable 'x' where it is not associated with a value in enclosing scope", f())

---
# walrus binds in the function, also from a comprehension.
def f():
    r = [y := i * 2 for i in range(3)]
    return r, y


eq(f(), ([0, 2, 4], 4))
[z := i for i in range(4)]
eq(z, 3)

---
def f():
    nonlocal x ### "SyntaxError: no binding for nonlocal 'x' found"

---
nonlocal x ### "SyntaxError: nonlocal declaration not allowed at module level"

---
def f():
    x = 1
    global x ### "SyntaxError: name 'x' is assigned to before global declaration"
