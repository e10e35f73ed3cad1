class Point:
    """A point."""
    count = 0

    def __init__(self, x=0, y=0):
        self.x, self.y = x, y
        Point.count += 1

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def dist2(self, other=None):
        o = other or Point()
        return (self.x - o.x) ** 2 + (self.y - o.y) ** 2


p, q = Point(3, 4), Point(y=2); print(p, q, p.dist2(), p.dist2(q), Point.count, p.count, Point.__name__, Point.__doc__, p.__class__ is Point, p.__dict__)
p.z = 5; print(p.z, hasattr(p, "z"), getattr(p, "w", "none"), vars(p)); del p.z; setattr(p, "x", 10); delattr(p, "y"); print(p.x, hasattr(p, "y"), isinstance(p, Point), type(p) is Point, type(p).__name__)
for f in (lambda: p.nope, lambda: Point(1, 2, 3), lambda: Point.dist2(), lambda: p.dist2(1, 2), lambda: p(), lambda: p + 1, lambda: p[0], lambda: len(p), lambda: p < q, lambda: -p, lambda: iter(p), lambda: Point.nope, lambda: 3 in p, lambda: int(p), lambda: p.dist2.foo, lambda: p @ q, lambda: hash(p) and "hash", lambda: p == p, lambda: p != q, lambda: abs(p), lambda: {p: 1}[p], lambda: f"{p:>12}", lambda: p ** 2, lambda: divmod(p, q), lambda: p.__init__(7, 8), lambda: (p.x, p.y)):
    try:
        print(f())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)


class Empty: pass


e = Empty(); e.a = 1; print(e.a, Empty.__dict__.get("a"), bool(e)); Empty.b = 2; print(e.b); e.b = 3; print(Empty.b, e.b)


class Tracker:
    log = []

    def __new__(cls, *a):
        cls.log.append(("new", a)); return super().__new__(cls)

    def __init__(self, *a):
        self.log.append(("init", a))

    def __del__(self): pass


t = Tracker(1, 2); print(Tracker.log)


class Singleton:
    _one = None

    def __new__(cls):
        if cls._one is None:
            cls._one = object.__new__(cls)
        return cls._one


print(Singleton() is Singleton())


class Attrs:
    def __getattr__(self, name):
        if name.startswith("x"):
            return f"made {name}"
        raise AttributeError(f"no {name}")

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value if name[0] == "_" else value * 2)

    def __delattr__(self, name):
        print("del", name); super().__delattr__(name)


a = Attrs(); a.v = 5; a._w = 5; print(a.v, a._w, a.xyz); del a.v
try:
    a.other
except AttributeError as err:
    print(err)
print(hasattr(a, "x1"), hasattr(a, "q"), getattr(a, "q", 0))


class Outer:
    class Inner:
        v = 1

    def make(self): return self.Inner()


print(Outer.Inner.v, Outer().make().v, Outer.Inner.__qualname__, Outer.make.__qualname__)


class Private:
    def __init__(self): self.__secret = 42; self._semi = 1

    def get(self): return self.__secret


pr = Private(); print(pr.get(), pr._Private__secret, sorted(vars(pr)))
try:
    pr.__secret
except AttributeError as err:
    print(err)


class Slots:
    __slots__ = ("a",)


s = Slots(); s.a = 1; print(s.a); m = p.dist2; print(m.__name__, m.__self__ is p, m.__func__ is Point.dist2, callable(m)); p.y = 0; print(m(q))
B = type("B", (Point,), {"extra": 1, "hello": lambda self: f"hello {self.x}"}); print(B(1).hello(), B.extra, B.__name__, B.__bases__ == (Point,), issubclass(B, Point), B.__mro__ == (B, Point, object))
print(isinstance(1, (str, int)), isinstance(True, int), issubclass(bool, int), isinstance("a", object), type(1), type("a"), type(None), type(Point), type(print).__name__, type(p.dist2).__name__, type(lambda: 0).__name__, type(type))


class WithCall:
    def __call__(self, *a, **k): return a, k


print(WithCall()(1, b=2), callable(WithCall()), WithCall()()); x = object(); print(type(x).__name__, x == x, x != object())


class Meta:
    def __init_subclass__(cls, tag=None, **k):
        super().__init_subclass__(**k); cls.tag = tag


class Sub(Meta, tag="t"): pass


print(Sub.tag)


class Named:
    def __set_name__(self, owner, name): self.name = name; self.owner = owner.__name__

    def __get__(self, obj, cls): return (self.name, self.owner, obj is None)


class Has: field = Named()


print(Has.field, Has().field)
