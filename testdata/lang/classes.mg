class P:
    """Doc."""
    n = 0

    def __init__(self, x, y=0):
        self.x, self.y = x, y
        P.n += 1

    def __repr__(self):
        return f"P({self.x}, {self.y})"

    def sum(self, k=1):
        return (self.x + self.y) * k


p = P(1, y=2)
eq((repr(p), str(p), f"{p}", p.sum(), p.sum(k=2), P.sum(p, 3), P.n, P.__doc__, P.__name__), ("P(1, 2)", "P(1, 2)", "P(1, 2)", 3, 6, 9, 1, "Doc.", "P"))
eq((p.__class__ is P, type(p) is P, isinstance(p, P), isinstance(p, object), vars(p)), (True, True, True, True, {"x": 1, "y": 2}))
p.z = 3
eq((p.z, hasattr(p, "z"), getattr(p, "q", 5)), (3, True, 5))
raises(AttributeError, "'P' object has no attribute 'q'", lambda: p.q)
raises(AttributeError, "type object 'P' has no attribute 'q'", lambda: P.q)
raises(TypeError, "P.__init__() missing 1 required positional argument: 'x'", P)
raises(TypeError, "P.__init__() takes from 2 to 3 positional arguments but 4 were given", P, 1, 2, 3)
raises(TypeError, "P.sum() got an unexpected keyword argument 'z'", p.sum, z=1)
raises(TypeError, "'P' object is not callable", p)
raises(TypeError, "'P' object is not iterable", list, p)
raises(TypeError, "'P' object is not subscriptable", lambda: p[0])
raises(TypeError, "'P' object does not support item assignment", lambda: exec("p[0] = 1"))
raises(TypeError, "object of type 'P' has no len()", len, p)
raises(TypeError, "unsupported operand type(s) for +: 'P' and 'int'", lambda: p + 1)
raises(TypeError, "'<' not supported between instances of 'P' and 'P'", lambda: p < p)
raises(TypeError, "unsupported format string passed to P.__format__", format, p, "5")


class Q:
    pass


raises(TypeError, "Q() takes no arguments", Q, 1)

---
# Inheritance, super, method resolution.
class A:
    def m(self):
        return ["A"]

    @classmethod
    def make(cls, *a):
        return cls(*a)


class B(A):
    def m(self):
        return ["B"] + super().m()


class C(A):
    def m(self):
        return ["C"] + super().m()


class D(B, C):
    def m(self):
        return ["D"] + super().m()


eq(D().m(), ["D", "B", "C", "A"])
eq([k.__name__ for k in D.__mro__], ["D", "B", "C", "A", "object"])
eq(type(D.make()), D)
eq((issubclass(D, A), issubclass(A, D), issubclass(bool, (str, int))), (True, False, True))
eq(super(B, D()).m(), ["C", "A"])


def bad():
    class X(A, B):
        pass


raises(TypeError, "Cannot create a consistent method resolution\norder (MRO) for bases A, B", bad)

---
# Properties, class methods, static methods.
class T:
    count = 0

    def __init__(self):
        self._v = 1

    @property
    def v(self):
        """The value."""
        return self._v

    @v.setter
    def v(self, x):
        self._v = x

    @property
    def ro(self):
        return 1

    @classmethod
    def cm(cls):
        cls.count += 1
        return cls.__name__, cls.count

    @staticmethod
    def sm(a, b=2):
        return a + b


t = T()
t.v = 5
eq((t.v, T.v.__doc__, T.cm(), t.cm(), T.sm(1), t.sm(1, 1)), (5, "The value.", ("T", 1), ("T", 2), 3, 2))
raises(AttributeError, "property 'ro' of 'T' object has no setter", setattr, t, "ro", 5)
raises(AttributeError, "property 'ro' of 'T' object has no deleter", delattr, t, "ro")

---
# Special methods.
class N:
    def __init__(self, v): self.v = v
    def __add__(self, o): return N(self.v + (o.v if isinstance(o, N) else o))
    __radd__ = __add__
    def __eq__(self, o): return isinstance(o, N) and self.v == o.v
    def __lt__(self, o): return self.v < o.v
    def __hash__(self): return hash(self.v)
    def __bool__(self): return self.v != 0
    def __len__(self): return self.v
    def __getitem__(self, k): return (self.v, k)
    def __contains__(self, x): return x == self.v
    def __call__(self, *a): return a
    def __iter__(self): return iter(range(self.v))
    def __neg__(self): return N(-self.v)
    def __repr__(self): return f"N{self.v}"
    def __str__(self): return f"<{self.v}>"
    def __index__(self): return self.v
    def __matmul__(self, o): return "matmul"
    def __getattr__(self, name): return "attr " + name


a, b = N(1), N(2)
eq(repr([a + b, 5 + a, -a, sum([a, b], N(0)), sorted([b, a]), max(a, b)]), "[N3, N6, N-1, N3, [N1, N2], N2]")
eq((a == N(1), a != b, a < b, b > a, {a: 1}[N(1)], bool(N(0)), len(b), b["k"], b[1:2, ...], 2 in b, a(1, 2), list(N(3)), str(a), f"{a!r:>4}", a @ b, a.foo), (True, True, True, True, 1, False, 2, (2, "k"), (2, (slice(1, 2, None), ...)), True, (1, 2), [0, 1, 2], "<1>", "  N1", "matmul", "attr foo"))
eq([10, 20, 30][b], 30)
eq("x" * b, "xx")

---
# Private names, class attributes, nested classes.
class S:
    __secret = 1
    shared = []

    def get(self):
        return self.__secret

    class Inner:
        v = 2


s, u = S(), S()
eq((s.get(), s._S__secret, S.Inner().v, S.Inner.__qualname__), (1, 1, 2, "S.Inner"))
s.shared.append(1)
eq(u.shared, [1])
s.shared = "own"
eq((u.shared, s.shared), ([1], "own"))
raises(AttributeError, "'S' object has no attribute '__secret'", lambda: s.__secret)

---
# Subclasses of builtin types.
class L(list):
    def total(self): return sum(self)


class D(dict):
    def __missing__(self, k): return k * 2


class I(int):
    def __add__(self, o): return I(int(self) + o + 100)


l = L([1, 2]); l.append(3)
eq((l.total(), len(l), l == [1, 2, 3], l[1:] == [2, 3], isinstance(l, list)), (6, 3, True, True, True))
d = D(a=1)
eq((d["a"], d["zz"], d.get("q"), len(d), dict(d)), (1, "zzzz", None, 1, {"a": 1}))
i = I(5)
eq((i == 5, int(i + 1), i * 2, [0] * I(2)), (True, 106, 10, [0, 0]))

---
# type() makes classes; __init_subclass__ and __set_name__ are called.
X = type("X", (), {"a": 1, "m": lambda self: self.a + 1})
eq((X().m(), X.__name__), (2, "X"))
seen = []


class Base:
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        seen.append((cls.__name__, tag))


class Child(Base, tag="t"):
    pass


class Desc:
    def __set_name__(self, owner, name): self.name = (owner.__name__, name)
    def __get__(self, obj, cls): return self.name


class Owner:
    d = Desc()


eq((seen, Owner.d, Owner().d), ([("Child", "t")], ("Owner", "d"), ("Owner", "d")))

---
class A:
    def f(self):
        return self.g()

    def g(self):
        return self.missing


A().f() ### "AttributeError: 'A' object has no attribute 'missing'"

---
class A(5): ### "TypeError: int\\(\\) takes at most 2 arguments \\(3 given\\)"
    pass

---
class A:
    return 1 ### "SyntaxError: 'return' outside function"
