from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError


@dataclass
class Point:
    x: int
    y: float = 0.0
    tags: list = field(default_factory=list)

    def norm(self): return (self.x ** 2 + self.y ** 2) ** 0.5


p, q = Point(3, 4.0), Point(3, y=4.0)
print(p, p == q, p.norm(), asdict(p), astuple(p), replace(p, x=0), [f.name for f in fields(p)], p.tags is q.tags, Point.__annotations__, p != Point(1)); p.tags.append("t"); print(p, q, p == q)
for f in (lambda: Point(), lambda: Point(1, 2, 3, 4), lambda: Point(z=1), lambda: p < q, lambda: hash(p)):
    try: print(f())
    except TypeError as e: print(e)


@dataclass(frozen=True, order=True)
class V:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False, repr=False)


a, b = V(1, 2, "x"), V(1, 10); print(a < b, sorted([b, a]), a == V(1, 2), hash(a) == hash(V(1, 2)), {a: 1}[V(1, 2)], max(a, b), a >= b, repr(a))
try: a.major = 5
except FrozenInstanceError as e: print(type(e).__name__, e)
try: del a.major
except AttributeError as e: print(e)


@dataclass
class Base:
    a: int
    b: int = 2


@dataclass
class Derived(Base):
    c: int = 3
    total: int = field(init=False)

    def __post_init__(self): self.total = self.a + self.b + self.c


print(Derived(1), Derived(1, 1, c=1), isinstance(Derived(1), Base), Derived(1) == Derived(1), Base(1) == Derived(1))


@dataclass(repr=False, eq=False)
class Plain:
    v: int = 1


print(Plain() == Plain(), Plain().v, "Plain object" in repr(Plain()))


@dataclass(kw_only=True)
class K:
    a: int
    b: str = "b"


print(K(a=1))
try: K(1)
except TypeError as e: print(e)
try:
    @dataclass
    class Bad:
        x: int = 1
        y: int
except TypeError as e: print(e)
try:
    @dataclass
    class Bad2:
        x: list = []
except ValueError as e: print(e)


@dataclass
class Tree:
    value: int
    left: "Tree" = None
    right: "Tree" = None


t = Tree(1, Tree(2), Tree(3, Tree(4))); print(t, asdict(t), sep="\n"); t.left.right = t.left; print(t.left)


@dataclass
class Inv:
    n: int

    @property
    def double(self): return self.n * 2

    @classmethod
    def zero(cls): return cls(0)

    def __str__(self): return f"<{self.n}>"


print(Inv(4).double, Inv.zero(), repr(Inv.zero()), f"{Inv(2)}", [Inv(1)])
