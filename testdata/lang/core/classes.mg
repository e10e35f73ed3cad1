# Classes: attribute lookup, descriptors, inheritance, class hooks.
class Base:
    """Doc of Base."""
    kind = 'base'
    def __init__(self, v=0):
        self.v = v
    def who(self):
        return 'Base.who', self.v
    @classmethod
    def make(cls, v):
        return cls(v)
    @staticmethod
    def add(a, b):
        return a + b
    @property
    def double(self):
        """The double."""
        return self.v * 2
    @double.setter
    def double(self, x):
        self.v = x // 2
    @double.deleter
    def double(self):
        print('deleting')
        self.v = None
class Derived(Base):
    def who(self):
        return super().who() + ('Derived',)
    @classmethod
    def make(cls, v):
        r = super().make(v + 1)
        return r
d = Derived.make(4)
print(d.who(), type(d).__name__, Derived.add(1, 2), d.add(3, 4), d.double)
d.double = 30
print(d.v)
del d.double
print(d.v)
print(Base.__doc__, Derived.__doc__, Base.double.__doc__, Base.__name__, Derived.__mro__, Derived.__bases__)
print(isinstance(d, Base), issubclass(Derived, Base), isinstance(d, (int, Base)), isinstance(1, int | str), issubclass(bool, int), isinstance(True, int))
try:
    Base().double2
except AttributeError as e:
    print(e, e.name, type(e.obj).__name__)
class RO:
    @property
    def x(self): return 1
for act in ('r.x = 1', 'del r.x', 'r.y', 'RO.z', 'r.x()', 'del r.q'):
    r = RO()
    try:
        exec(act)
    except (AttributeError, TypeError) as e:
        print(act, '->', type(e).__name__, e)

# C3
class X: pass
class Y(X): pass
class Z(X): pass
class W(Y, Z): pass
print([c.__name__ for c in W.__mro__])
for bases in ((X, Y), (Y, Y), (int, str)):
    try:
        type('Bad', bases, {})
    except TypeError as e:
        print(e)
class L:
    def f(self): return ['L']
class M1(L):
    def f(self): return ['M1'] + super().f()
class M2(L):
    def f(self): return ['M2'] + super().f()
class N(M1, M2):
    def f(self): return ['N'] + super().f()
print(N().f(), super(M1, N()).f(), super(N, N).f is M1.f)

# descriptors
class Desc:
    def __set_name__(self, owner, name):
        print('set_name', owner.__name__, name)
        self.name = name
    def __get__(self, obj, owner):
        if obj is None:
            return self
        return ('got', self.name, obj.__dict__.get(self.name))
    def __set__(self, obj, value):
        obj.__dict__[self.name] = value
class NonData:
    def __get__(self, obj, owner): return 'nondata'
class H:
    a = Desc()
    b = NonData()
h = H()
print(h.a, h.b, isinstance(H.a, Desc))
h.a = 5
h.b = 6
print(h.a, h.b, h.__dict__)

# attribute hooks
class G:
    def __getattr__(self, name):
        if name.startswith('x'):
            return name.upper()
        raise AttributeError(name)
    def __setattr__(self, name, value):
        print('set', name, value)
        super().__setattr__(name, value)
    def __delattr__(self, name):
        print('del', name)
        object.__delattr__(self, name)
g = G()
g.q = 3
print(g.q, g.xyz, hasattr(g, 'nope'), getattr(g, 'nope', 'default'))
del g.q
try: g.q
except AttributeError as e: print(repr(e))
class GA:
    z = 1
    def __getattribute__(self, name):
        if name == 'w': return 'intercepted'
        return object.__getattribute__(self, name)
    def __getattr__(self, name): return 'fallback ' + name
print(GA().w, GA().z, GA().nothing)

# class hooks
class Plugin:
    registry = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry.append((cls.__name__, tag))
class P1(Plugin, tag='one'): pass
class P2(Plugin): pass
print(Plugin.registry)
try:
    class P3(Plugin, wrong=1): pass
except TypeError as e: print(e)
class Gen:
    def __class_getitem__(cls, item): return cls.__name__, item
print(Gen[int], Gen[1, 2])
class New:
    def __new__(cls, *a):
        print('new', a)
        self = super().__new__(cls)
        self.args = a
        return self
    def __init__(self, *a):
        print('init', a)
print(New(1, 2).args)
class Singleton:
    _it = None
    def __new__(cls):
        if cls._it is None: cls._it = object.__new__(cls)
        return cls._it
print(Singleton() is Singleton())
class NotMine:
    def __new__(cls): return 42
    def __init__(self): print('never')
print(NotMine())
class BadInit:
    def __init__(self): return 1
for f in (lambda: BadInit(), lambda: X(1), lambda: X(a=1), lambda: object(1), lambda: Base(1, 2), lambda: Base.who(), lambda: super(int, 'x')):
    try: f()
    except TypeError as e: print(e)

# builtin bases
class MyInt(int):
    def __new__(cls, v, extra=None):
        self = super().__new__(cls, v)
        self.extra = extra
        return self
    def __add__(self, o): return MyInt(int(self) + int(o), 'sum')
m = MyInt(3, 'e')
print(m, m + 4, (m + 4).extra, m * 2, type(m * 2).__name__, m == 3, hash(m) == hash(3), isinstance(m, int), m.extra, m.bit_length())
class MyList(list):
    def __init__(self, *a):
        super().__init__(a)
        self.tag = 't'
    def append(self, x):
        super().append(x * 2)
l = MyList(1, 2)
l.append(3)
l.extend([4])
print(l, len(l), l[2], l.tag, l == [1, 2, 6, 4], [x for x in l], isinstance(l, list), l + [5], sorted(l), bool(MyList()))
class MyDict(dict):
    def __missing__(self, k): return 'missing ' + k
    def __setitem__(self, k, v): super().__setitem__(k, v + 1)
md = MyDict(a=1)
md['b'] = 2
print(md, md['zz'], md.get('zz'), 'a' in md, {**md}, dict(md))
class MyStr(str):
    def shout(self): return self.upper() + '!'
s = MyStr('abc')
print(s.shout(), s + 'd', len(s), s[1], f'{s:>5}', s == 'abc', {s: 1}['abc'], type(s.upper()).__name__)
class MyTuple(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def first(self): return self[0]
tt = MyTuple(1, 2, 3)
print(tt, tt.first, tt[1:], hash(tt) == hash((1, 2, 3)), tt == (1, 2, 3))
class MyFloat(float): pass
print(MyFloat(1.5) + 1, repr(MyFloat('2.5')), MyFloat(3).is_integer())
class MySet(set):
    def add2(self, x):
        self.add(x)
        self.add(x + 1)
ms = MySet([1])
ms.add2(5)
print(sorted(ms), 5 in ms, len(ms))

# dynamic classes
T = type('T', (Base,), {'kind': 'dyn', 'hello': lambda self: 'hi ' + self.kind})
print(T().hello(), T.__name__, T.__module__, T(5).who(), T)
print(type(3), type(T), type(type), type(None), type(...), type(print), type(lambda: 0), type(Base.who), type(d.who))
Base.later = lambda self: 'later ' + str(self.v)
print(d.later())
Base.kind = 'changed'
print(d.kind)
d.kind = 'own'
print(d.kind, Base.kind)
del d.kind
print(d.kind)
def shadow(): return 'shadowed'
d.who = shadow
print(d.who())
class Slots:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = 1
print(Slots().a)
print(Base.who.__qualname__, Base.who.__name__, d.later.__func__ is Base.later, d.later.__self__ is d)
class Outer:
    class Inner:
        def f(self): pass
print(Outer.Inner.__qualname__, Outer.Inner.f.__qualname__, repr(Outer.Inner))
def fn():
    class Local: pass
    return Local
print(fn().__qualname__, fn())
class Ann:
    a: int = 1
    b: 'str'
    c: list[int] = []
print(Ann.__annotations__, hasattr(Ann, 'b'))
def annotated(a: int, *b: str, c: float = 1.0, **d: dict) -> bool: pass
print(annotated.__annotations__, annotated.__defaults__, annotated.__kwdefaults__)
x: int = 5
y: str
print(__annotations__)
class Callable:
    def __call__(self, *a, **k): return a, k
print(Callable()(1, b=2), callable(Callable()), callable(X()), callable(len))
class Eq:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
try: hash(Eq(1))
except TypeError as e: print(e)
print(Eq(1) == Eq(1), Eq(1) != Eq(2), Eq.__hash__)
class V:
    def __init__(self, *c): self.c = c
    def __repr__(self): return f'V{self.c}'
    def __add__(self, o): return V(*(a + b for a, b in zip(self.c, o.c)))
    def __mul__(self, k): return V(*(a * k for a in self.c)) if isinstance(k, int) else NotImplemented
    __rmul__ = __mul__
    def __matmul__(self, o): return sum(a * b for a, b in zip(self.c, o.c))
    def __neg__(self): return V(*(-a for a in self.c))
    def __iadd__(self, o):
        self.c = tuple(a + b for a, b in zip(self.c, o.c))
        return self
    def __len__(self): return len(self.c)
    def __getitem__(self, i): return self.c[i]
    def __bool__(self): return any(self.c)
    def __lt__(self, o): return self.c < o.c
    def __contains__(self, x): return x in self.c
    def __abs__(self): return sum(a * a for a in self.c) ** .5
v = V(1, 2)
w = v
w += V(1, 1)
print(v + V(3, 4), v * 2, 3 * v, v @ V(1, 1), -v, w is v, len(v), v[0], bool(V(0, 0)), v < V(9, 9), V(9, 9) > v, 2 in v, abs(V(3, 4)), list(v), sorted([V(2), V(1)]))
for f in (lambda: v * 1.5, lambda: v - v, lambda: v() , lambda: v.nope, lambda: ~v, lambda: v < 3, lambda: v @ 2):
    try: print(f())
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
print([m for m in dir(V(1)) if not m.startswith('_')], vars(V(1)))
try:
    class Meta(type): pass
    class UsesMeta(metaclass=Meta): pass
except TypeError as e: pass
class Meth:
    def f(self): return self
    g = f
    h = len
    k = property(lambda self: 'k')
print(Meth().g().k, Meth.h([1, 2]))
import_order = []
class Deco:
    def __init__(self, f): self.f = f
    def __get__(self, obj, cls): return lambda *a: ('wrapped', self.f(obj, *a))
class UsesDeco:
    @Deco
    def m(self, x): return x + 1
print(UsesDeco().m(1))
class CM:
    @classmethod
    def a(cls): return cls.__name__
    @staticmethod
    def b(): return 'b'
    c = classmethod(lambda cls: cls.__name__ + 'c')
class CM2(CM): pass
print(CM2.a(), CM2().a(), CM2.b(), CM2().c(), CM.__dict__['a'].__func__(int))
print(CM.a.__self__ is CM, CM().a == CM().a, CM2().a != CM.a)
print(d.__class__, d.__class__.__name__, (5).__class__, X().__dict__, X.__dict__['__module__'])
o = X()
o.__class__ = Y
print(type(o).__name__)
o.__dict__['q'] = 1
print(o.q, o.__dict__)
print(Base.__init__ is Base.__dict__['__init__'], object.__init__ is X.__init__)
print(X.__subclasses__())
