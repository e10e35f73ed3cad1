def make_counter(start=0):
    n = start

    def up(by=1):
        nonlocal n
        n += by
        return n

    def get():
        return n

    return up, get


up, get = make_counter(10); print(up(), up(5), get()); u2, g2 = make_counter(); print(u2(), get(), g2())


def adder(x):
    return lambda y: x + y


print([adder(i)(10) for i in range(3)], (lambda a: lambda b: lambda c: (a, b, c))(1)(2)(3))


def both(p, q):
    r = p * 2

    def inner(s):
        t = q + s

        def deepest():
            return p, q, r, s, t

        return deepest()

    return inner(100)


print(both(1, 2)); fs = []
for i in range(3):
    fs.append(lambda: i)
print([f() for f in fs], [f() for f in [lambda j=j: j for j in range(3)]])


def late():
    def f():
        return value

    try:
        f()
    except NameError as e:
        print(e)
    value = 5
    return f()


print(late()); total = 0


def add(n):
    global total, fresh
    total += n; fresh = n


add(3); add(4); print(total, fresh)


def unbound():
    print(v)
    v = 1


try:
    unbound()
except UnboundLocalError as e:
    print(type(e).__name__, e)
try:
    undefined_name
except NameError as e:
    print(e)


def delete():
    x = 1
    del x
    return x


try:
    delete()
except UnboundLocalError as e:
    print(e)


def shadow(list):
    max = 3
    return list, max


print(shadow([1]), max(1, 2))


def compose(*fs):
    def run(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return run


print(compose(lambda x: x + 1, lambda x: x * 2)(5), compose()(7))


def memo(f):
    cache = {}

    def wrapper(*args):
        if args not in cache:
            cache[args] = f(*args)
        return cache[args]

    wrapper.cache = cache
    return wrapper


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), len(fib.cache), fib.__name__)


def nest():
    a = 1

    def f():
        a = 2

        def g():
            nonlocal a
            a += 10
            return a
        return g(), a
    return f(), a


print(nest()); x = "global"


def scopes():
    x = "local"

    class C:
        y = x
        x = "class"

        def m(self):
            return x
    return C.y, C.x, C().m()


print(scopes(), x)


def defaults(a, b=[], *, c={}):
    b.append(a); c[a] = len(b)
    return b, c


print(defaults(1), defaults(2), defaults(3, [9]), defaults.__defaults__, defaults.__kwdefaults__)
