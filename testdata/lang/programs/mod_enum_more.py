import enum
from enum import Enum, IntEnum, StrEnum, Flag, IntFlag, auto, unique, verify, UNIQUE, CONTINUOUS, STRICT, CONFORM, EJECT, KEEP, member, nonmember
def tries(*fs):
    for f in fs:
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
class C(Enum):
    "Colours."
    RED = 1; GREEN = 2; ALSO = 1
    @property
    def nice(self): return self.name.lower() + str(self.value)
    @staticmethod
    def s(): return "static"
    def __str__(self): return "C:" + self.name
print(C.RED, repr(C.RED), C, repr(C), type(C), C.__name__, C.__doc__, C.RED.nice, C.s(), C.RED.GREEN, list(C), list(reversed(C)), len(C), bool(C), C.__members__, "RED" in C.__members__, C.RED in C, 1 in C, 9 in C, C.ALSO, C.RED is C(1), C["GREEN"], C.RED.__class__, {C.RED: 1}, hash(C.RED) == hash("RED"), f"{C.RED:>6}|", "%s" % C.RED, C.RED.name, C.RED.value, C.RED == C.GREEN, C.RED != 1, isinstance(C.RED, C), [c.name for c in C])
tries(lambda: C(5), lambda: C["X"], lambda: C.X, lambda: C.RED < C.GREEN, lambda: setattr(C, "RED", 1), lambda: delattr(C, "RED"), lambda: setattr(C.RED, "value", 2), lambda: setattr(C.RED, "name", 2), lambda: C(), lambda: Enum("a"), lambda: C("1"), lambda: C.RED + 1, lambda: C.RED(), lambda: setattr(C, "NEW", 5) or C.NEW, lambda: C.RED.zip)
class I(IntEnum): A = 1; B = auto(); D = 10; E = auto()
print(list(I), I.A + I.B, I.A < I.B, I.D == 10, str(I.A), repr(I.A), f"{I.D:04d}", f"{I.A}", I.E.value, sorted([I.D, I.A]), int(I.B), I(10), {1: "x"}[I.A], I.A.name, isinstance(I.A, int), max(I), sum(I), I.A | I.B, "%d" % I.D, [0, 1, 2][I.A])
class S(StrEnum): X = "x"; Y = auto(); LONG_NAME = auto()
print(list(S), S.X, S.X == "x", S.Y.value, S.LONG_NAME, S.X + "!", f"{S.X:>3}", repr(S.X), S("y"), S.X.upper(), ",".join(S), "x" in S)
tries(lambda: StrEnum("Q", {"A": 1}), lambda: S("z"))
class P(Flag): R = auto(); W = auto(); X = auto(); RW = R | W; NONE = 0
print(list(P), P.RW, repr(P.RW), P.R | P.X, repr(P.R | P.X), P(0), repr(P(0)), P.NONE, ~P.R, P.R & P.W, P.RW ^ P.R, P.R in P.RW, P.X in P.RW, bool(P.NONE), bool(P.R), list(P.RW), len(P(7)), P(7), P(5).name, P(5).value, P["RW"], P.RW.value, [m for m in P if m in P.RW], P.R | P.W is P.RW, (P.R | P.W) is P.RW, P.__members__, -1 in P, 3 in P)
tries(lambda: P(8), lambda: P(9), lambda: P("a"), lambda: P.R | 1, lambda: 1 in P.R, lambda: P.R < P.W, lambda: P(-1), lambda: P(-9))
class K(IntFlag): A = 1; B = 2; C = 4
print(list(K), K.A | K.B, repr(K.A | K.B), K(8), repr(K(8)), repr(K(9)), K.A + 1, K.A | 8, repr(K.A | 8), ~K.A, repr(~K.A), K(0), repr(K(0)), K.A & 3, repr(K.A & 3), K(7) == 7, K.B in K(3), str(K.A), f"{K(3)}", f"{K.B:03d}", K(-1), repr(K(-2)), 5 | K.B, repr(5 ^ K.B))
class CF(Flag, boundary=CONFORM): A = 1; B = 2
class EF(Flag, boundary=EJECT): A = 1; B = 2
class KF(Flag, boundary=KEEP): A = 1; B = 2
print(repr(CF(7)), repr(EF(7)), repr(KF(7)), repr(~CF.A), repr(KF(4)), list(KF(7)))
class Op(Enum):
    ADD = ("+", lambda a, b: a + b); SUB = ("-", lambda a, b: a - b)
    def __init__(self, sym, fn): self.sym, self.fn = sym, fn
    def __call__(self, a, b): return self.fn(a, b)
print(Op.ADD(2, 3), Op.SUB.sym, [o.sym for o in Op], Op.ADD.name)
class N(Enum):
    def __new__(cls, code, text):
        o = object.__new__(cls); o._value_ = code; o.text = text; return o
    OK = 200, "fine"; BAD = 400, "bad"
print(N.OK, N(400).text, N.OK.value, repr(N.BAD))
class M(str, Enum): A = "a"; B = "b"
class T(tuple, Enum): A = (1, 2); B = (3,)
class Fl(float, Enum): PI = 3.14
print(M.A, repr(M.A), M.A == "a", f"{M.A}", M.A.upper(), M("b"), T.A[1], T.A.value, repr(T.B), Fl.PI + 1, repr(Fl.PI), str(Fl.PI), f"{Fl.PI}")
class G(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower() * (count + 1)
    AB = auto(); CD = auto()
class Mi(Enum):
    A = 1; Z = 26
    @classmethod
    def _missing_(cls, v): return cls.A if v == "first" else None
print(list(G), Mi("first")); tries(lambda: Mi("x"))
Fn = Enum("Fn", "A B, C"); Fm = Enum("Fm", ["X", "Y"], start=5); Fd = IntEnum("Fd", {"P": 3, "Q": 4}); Ft = Flag("Ft", [("U", 1), ("V", 2)])
print(list(Fn), list(Fm), list(Fd), list(Ft), Fn.A.value, Fd.P + 1)
class NM(Enum):
    A = 1; helper = nonmember(5); fn = member(len)
    _ignore_ = ["tmp"]; tmp = 9
    class Inner: pass
print(list(NM) if False else [m.name for m in NM if m.name != "Inner"], NM.helper, NM.fn.value, hasattr(NM, "tmp"))
def dup():
    @unique
    class D(Enum): A = 1; B = 1; C = 2; E = 2
def gap():
    @verify(CONTINUOUS)
    class D(IntEnum): A = 1; B = 4
def dup2():
    @verify(UNIQUE)
    class D(Enum): A = 1; B = 1
tries(dup, gap, dup2)
class Base(Enum):
    def hello(self): return "hello " + self.name
class Kid(Base): ONE = 1; L = [1, 2]; M2 = [1, 2]
print(Kid.ONE.hello(), Kid([1, 2]), Kid.M2 is Kid.L, isinstance(Kid.ONE, Base), Kid.__mro__[1].__name__)
class Tu(Enum): A = auto(), "x"; B = auto(), "y"
print(Tu.A.value, Tu.B.value)
match C.RED:
    case C.GREEN: print("green")
    case C.RED: print("matched red")
import copy
print(copy.deepcopy(C.RED) is C.RED, copy.copy(P.RW) is P.RW, C.RED in {C.RED, C.GREEN}, sorted(C, key=lambda c: -c.value))
