# Closures, cells, class scopes, comprehension scopes, walrus, global and nonlocal.
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get():
        return n
    return inc, get
inc, get = counter()
print(inc(), inc(5), get())

def param_closure(x):
    def f(y):
        def g(z):
            return x, y, z
        return g
    return f
print(param_closure(1)(2)(3))

def late():
    fs = [lambda: i for i in range(3)]
    gs = [lambda i=i: i for i in range(3)]
    return [f() for f in fs], [g() for g in gs]
print(late())

def loop_cells():
    out = []
    for k in range(2):
        out += [lambda: (k, i) for i in range(2)]
    return [f() for f in out]
print(loop_cells())

x = 'global'
class A:
    x = 'class'
    y = [x for _ in range(2)]
    z = (lambda: x)()
    def m(self):
        return x
print(A.y, A.z, A().m())

class B:
    items = [1, 2, 3]
    doubled = [i * 2 for i in items]
print(B.doubled)

def f():
    x = 'outer'
    class C:
        print(x)
        def g(self):
            return x
        x = 'class'
        print(x)
    return C().g(), C.x
print(f())

def f():
    y = 'enclosing'
    class C:
        try:
            y = y
        except NameError as e:
            print('NameError', e)
    return C
f()

def f():
    try:
        print(q)
    except UnboundLocalError as e:
        print(e)
    q = 1
    print(q)
    del q
    try:
        q
    except UnboundLocalError as e:
        print(e)
f()

def f():
    def g():
        return v
    try:
        g()
    except NameError as e:
        print(type(e).__name__, e)
    v = 1
    print(g())
    del v
    try:
        g()
    except NameError as e:
        print(type(e).__name__, e)
f()

def f():
    global newglobal
    newglobal = 5
f()
print(newglobal)
try:
    undefined_name
except NameError as e:
    print(e, e.name)

# walrus
if (n := len('abc')) > 2:
    print(n)
print([y := 1, y**2], y)
print([last := v for v in range(4)], last)
def f():
    total = 0
    parts = [total := total + v for v in [1, 2, 3]]
    return total, parts
print(f())
def f(data):
    return any((hit := d) > 2 for d in data), hit
print(f([1, 3, 5]))
def f():
    x = 1
    return x + (x := 5) + x, [x, (x := 7), x]
print(f())

# comprehension variables stay inside
i = 'kept'
print([i for i in range(2)], i)
def f(i):
    r = [i for i in range(i)]
    return r, i
print(f(3))
print([[a * b for a in range(b)] for b in range(4)])
A_ = [[1, 2], [3, 4]]
print([[sum(A_[i][k] * A_[k][j] for k in range(2)) for j in range(2)] for i in range(2)])
print({k: v for k, v in zip('abc', range(3))}, {c for c in 'aab'} == {'a', 'b'})
print([(a, b, c) for a in range(2) if a for b in range(2) for c in 'xy' if b])
def f():
    return [lambda: (a, b) for a in (1, 2) for b in (3, 4)]
print([g() for g in f()])
print(list(map(lambda z: [z + q for q in range(z)], range(3))))
try:
    print([undefined_thing for _ in range(1)])
except NameError as e:
    print(e)
def f():
    try:
        return [yy for xx in range(2) for zz in ([yy] if xx else [0]) for yy in [xx]]
    except UnboundLocalError as e:
        return 'unbound ' + str(e)
print(f())

# name mangling
class P:
    __secret = 1
    def __init__(self):
        self.__x = 2
        self.__dunder__ = 3
    def get(self):
        return self.__x, self.__secret, P.__secret
    def kw(self, __a=4):
        return __a
print(P().get(), sorted(k for k in P().__dict__), P._P__secret, P().kw(_P__a=9))

# order of evaluation
def t(x):
    print(x, end=' ')
    return x
d = {}
d[t('k')] = t('v')
print(d)
print({t(1): t(2), t(3): t(4)})
print(t(1) + t(2) * t(3))
def kw(*a, **k): return a, k
print(kw(t(1), *[t(2)], t(3), x=t(4), **{'y': t(5)}))
(lambda: None) if t(0) else t('else')
print()
l = [0, 1, 2]
k = 0
k, l[k] = 1, 'one'
print(l, k)
a = b = c = []
a.append(1)
print(b, c)
i = 0
i, l[i] = 2, 'two'
print(l)
def f():
    a, b, c = 1, 2, 3
    a, b, c = c, a, b
    (a, b), c = (b, c), a
    return a, b, c
print(f())
def swap(l):
    i, j = 0, 1
    l[i], l[j] = l[j], l[i]
    return l
print(swap([1, 2]))
def f(x):
    y = x
    x += 1
    return y, x
print(f(1))
def f(x):
    return x, [x := x + 1 for _ in range(3)], x
print(f(1))
def f(a):
    g = lambda: a
    a = a + 1
    return g(), a
print(f(1))
def deflt(a, b=[], *, c={}):
    b.append(a)
    c[a] = 1
    return b, c
print(deflt(1), deflt(2))
def locals_test(a, b):
    c = 3
    return sorted(locals().items())
print(locals_test(1, 2))
print(sorted(k for k in globals() if k in ('A', 'B', 'x', 'inc')))
def nested_nonlocal():
    a = 1
    def g():
        nonlocal a
        def h():
            nonlocal a
            a += 10
            return a
        return h() + a
    return g(), a
print(nested_nonlocal())
class K:
    def make(self):
        return [self.val(i) for i in range(3)]
    def val(self, i):
        return __class__.__name__, i
print(K().make())
def gen_scope():
    n = 3
    g = (i * n for i in range(n))
    n = 10
    return list(g)
print(gen_scope())
def f(*args, **kwargs):
    def g():
        return args, kwargs
    return g()
print(f(1, 2, a=3))
def rec():
    def fact(n):
        return 1 if n < 2 else n * fact(n - 1)
    return fact(20)
print(rec())
for i in range(3):
    pass
print(i)
def f():
    for x in []:
        pass
    try:
        return x
    except UnboundLocalError as e:
        return str(e)
print(f())
def f(flag):
    if flag:
        z = 1
    try:
        return z
    except UnboundLocalError as e:
        return str(e)
print(f(True), f(False))
def f():
    while True:
        w = 1
        break
    else:
        u = 2
    return w
print(f())
