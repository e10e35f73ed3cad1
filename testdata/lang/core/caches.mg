# The same place in the code meets objects of many kinds: what it remembered must not mislead it.
class A:
    kind = 'class value'
    @property
    def p(self): return 'property'
    @staticmethod
    def s(*a): return 'static', len(a)
    @classmethod
    def c(cls, *a): return cls.__name__, len(a)
    def m(self=None, *a): return 'method', self is None
class B(A):
    p = 'plain'
    kind = 'B'
a, b = A(), B()
c = A(); c.p_ = 1; c.kind = 'own'
def get_p(o): return o.p if isinstance(o, (A, type)) else None
def get_kind(o): return o.kind
def call_m(o): return o.m()
def call_s(o): return o.s(1)
def call_c(o): return o.c(1)
for order in ([a, A, b, B], [A, a, B, b], [b, B, A, a]):
    for _ in range(3):
        for o in order:
            print(type(o).__name__, type(get_p(o)).__name__, get_kind(o), call_m(o), call_s(o), call_c(o))
def upper(o, *a): return o.upper(*a)
for _ in range(3): print(upper('x'), upper(str, 'y'), upper('z'))
def join(o, *a): return o.join(*a)
print([join('-', 'ab'), join(str, '+', 'cd'), join('.', 'ef')] * 2)
def trans(o, *a): return o.maketrans(*a)
print(trans(str, 'a', 'b'), trans('q', 'a', 'b'), trans(str, 'a', 'b'))
def app(o, *a): return o.append(*a)
l = []
for _ in range(2): app(l, 1); app(list, l, 2)
print(l)
# attributes that come and go
class D: pass
d = D()
def read(o):
    try: return o.x
    except AttributeError: return 'missing'
seen = [read(d)]
d.x = 1; seen.append(read(d))
D.x = 'class'; seen.append(read(d))
del d.x; seen.append(read(d))
D.x = property(lambda self: 'prop'); seen.append(read(d))
try: d.x = 5
except AttributeError as e: seen.append(str(e))
del D.x; seen.append(read(d))
d.__dict__['x'] = 'dict'; seen.append(read(d))
D.__getattr__ = lambda self, n: 'getattr ' + n; seen.append(read(d)); del d.x; seen.append(read(d))
D.__getattribute__ = lambda self, n: 'getattribute ' + n; seen.append(read(d))
print(seen)
def write(o, v): o.y = v
class E:
    def __init__(self): self.log = []
e = E(); write(e, 1)
E.y = property(lambda self: self._y, lambda self, v: self.__dict__.__setitem__('_y', v * 10))
write(e, 2); print(e.y, e.__dict__['y'])
E.__setattr__ = lambda self, n, v: self.log.append((n, v)); write(e, 3); print(e.log)
def shadow(o): return o.method()
class F:
    def method(self): return 'class'
f, g = F(), F()
r = [shadow(f), shadow(g)]
f.method = lambda: 'instance'; r += [shadow(f), shadow(g)]
F.method = lambda self: 'new class'; r += [shadow(f), shadow(g)]
del f.method; r += [shadow(f)]
f.__class__ = type('G', (F,), {'method': lambda self: 'G'}); r += [shadow(f)]
print(r)
# globals and builtins
def use(): return len('abc')
r = [use()]
len = lambda s: 'shadowed'; r.append(use())
del len; r.append(use())
def glob(): return counter
for counter in range(2): r.append(glob())
del counter
try: glob()
except NameError as e: r.append(str(e))
counter = 'again'; r.append(glob())
other = 1; del counter; counter = 'moved'; r.append(glob())
print(r)
# one place constructs many classes
def make(cls, *a): return type(cls(*a)).__name__
class H:
    def __init__(self, x): self.x = x
class I(H):
    def __new__(cls, x): return object.__new__(H)
r = [make(c, 1) for c in (H, I, int, H, str, I, ValueError, H)]
H.__init__ = lambda self, x: None; r.append(make(H, 2))
H.__new__ = lambda cls, x: 3; r.append(make(H, 2))
print(r)
def op(x, y): return x + y
print([op(1, 2), op(1.5, 2), op('a', 'b'), op([1], [2]), op(2**62, 2**62), op(True, 1), op((1,), (2,)), op(1, 2)])
def item(o, k): return o[k]
print([item([1, 2], -1), item((3, 4), 0), item({'k': 5}, 'k'), item('xyz', 1), item([1, 2, 3], slice(1, None)), item(b'a', 0)])
def loop(o): return [x for x in o]
print([loop(range(2)), loop([1]), loop((2,)), loop('ab'), loop({3: 4}), loop(x for x in [5]), loop({6})])
