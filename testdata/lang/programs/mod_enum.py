from enum import Enum, IntEnum, Flag, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def pretty(self): return self.name.title()

    @classmethod
    def default(cls): return cls.GREEN


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"], list(Color), len(Color), Color.CRIMSON is Color.RED, Color.RED == 1, Color.RED != Color.BLUE, Color.RED in Color, isinstance(Color.RED, Color), Color.RED.pretty(), Color.default(), {Color.RED: "r"}[Color.CRIMSON], type(Color.RED), Color.__members__.keys() if False else sorted(Color.__members__), f"{Color.RED}", hash(Color.RED) == hash(Color.RED))
for f in (lambda: Color(9), lambda: Color["NOPE"], lambda: Color.NOPE, lambda: Color.RED < Color.BLUE, lambda: setattr(Color, "RED", 5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)


class N(IntEnum):
    ONE = 1
    TWO = 2


print(N.ONE + 1, N.TWO > 1, N.ONE == 1, repr(N.ONE), str(N.ONE), f"{N.TWO:3d}|", sorted([N.TWO, N.ONE]), [10, 20][N.ONE], int(N.TWO), max(N))


class A(Enum):
    X = auto()
    Y = auto()
    Z = "z"


print([m.value for m in A], A.X, A("z"))


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()


rw = Perm.R | Perm.W; print(rw, repr(rw), Perm.R in rw, Perm.X in rw, rw & Perm.W, rw ^ Perm.R, bool(rw & Perm.X), rw.value, Perm(7))


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)

    def __init__(self, mass, radius): self.mass, self.radius = mass, radius

    @property
    def g(self): return 6.67e-11 * self.mass / self.radius ** 2


print(f"{Planet.EARTH.g:.2f} {Planet.MARS.g:.2f}", Planet.EARTH.value, Planet.MARS.mass)
try:
    @unique
    class U(Enum):
        A = 1
        B = 1
except ValueError as e: print(e)
try:
    class Sub(Color): pass
except TypeError as e: print(e)
Animal = Enum("Animal", "CAT DOG"); print(list(Animal), Animal.DOG.value)
