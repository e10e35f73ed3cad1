"""Symbolic differentiation and simplification with patterns."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Num:
    v: float


@dataclass(frozen=True)
class Var:
    name: str


@dataclass(frozen=True)
class Bin:
    op: str
    l: object
    r: object


def show(e):
    match e:
        case Num(v): return f"{v:g}"
        case Var(n): return n
        case Bin("+" | "-" as op, l, r): return f"({show(l)} {op} {show(r)})"
        case Bin(op, l, r): return f"{show(l)}{op}{show(r)}"


def d(e, x):
    match e:
        case Num(): return Num(0)
        case Var(n): return Num(1 if n == x else 0)
        case Bin("+", l, r): return Bin("+", d(l, x), d(r, x))
        case Bin("-", l, r): return Bin("-", d(l, x), d(r, x))
        case Bin("*", l, r): return Bin("+", Bin("*", d(l, x), r), Bin("*", l, d(r, x)))
        case Bin("^", l, Num(n)): return Bin("*", Bin("*", Num(n), Bin("^", l, Num(n - 1))), d(l, x))
        case _: raise ValueError(f"cannot differentiate {e}")


def simp(e):
    match e:
        case Bin(op, l, r):
            match op, simp(l), simp(r):
                case "+", Num(a), Num(b): return Num(a + b)
                case "*", Num(a), Num(b): return Num(a * b)
                case "+", Num(0), z: return z
                case "+" | "-", z, Num(0): return z
                case "*", (Num(0), _) | (_, Num(0)): return Num(0)
                case "*", Num(0), _: return Num(0)
                case "*", _, Num(0): return Num(0)
                case "*", Num(1), z: return z
                case "*", z, Num(1): return z
                case "^", z, Num(1): return z
                case "^", _, Num(0): return Num(1)
                case o, a, b: return Bin(o, a, b)
        case _: return e


x, y = Var("x"), Var("y")
exprs = [x, Num(3), Bin("+", x, Num(5)), Bin("*", x, x), Bin("^", x, Num(3)), Bin("*", Num(2), Bin("^", x, Num(2))), Bin("-", Bin("*", x, y), Bin("^", Bin("+", x, Num(1)), Num(2)))]
for e in exprs:
    print(f"{show(e):25} d/dx = {show(simp(d(e, 'x'))):30} {simp(d(e, 'x'))}")
try:
    d(Bin("/", x, y), "x")
except ValueError as err:
    print(err)


def evaluate(e, env):
    match e:
        case Num(v): return v
        case Var(n) if n in env: return env[n]
        case Var(n): raise NameError(n)
        case Bin(op, l, r):
            a, b = evaluate(l, env), evaluate(r, env)
            match op:
                case "+": return a + b
                case "-": return a - b
                case "*": return a * b
                case "^": return a ** b


print([evaluate(e, {"x": 2, "y": 5}) for e in exprs])
try:
    evaluate(y, {})
except NameError as err:
    print("unbound", err)
