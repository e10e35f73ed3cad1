def f(x):
    match x:
        case 0 | 1: return "small"
        case -1: return "minus"
        case 1.5 | 2j: return "number"
        case "a" "b": return "ab"
        case None | True | False: return "singleton"
        case []: return "empty"
        case [a]: return ("one", a)
        case [1, *rest]: return ("one and", rest)
        case (a, b): return (a, b)
        case [_, *_, last] if last > 5: return ("last", last)
        case {"k": v, **rest}: return (v, rest)
        case {}: return "mapping"
        case str() as s: return s.upper()
        case int(n): return n * 10
        case _: return "other"


eq([f(v) for v in (0, 1, True, -1, 1.5, 2j, "ab", None, [], [7], [1, 2, 3], (8, 9), [3, 4, 9], {"k": 1, "z": 2}, {"q": 1}, "xy", 77, {1}, [3, 4, 5])],
   ["small", "small", "small", "minus", "number", "number", "ab", "singleton", "empty", ("one", 7), ("one and", [2, 3]), (8, 9), ("last", 9), (1, {"z": 2}), "mapping", "XY", 770, "other", "other"])

---
class P:
    __match_args__ = ("x", "y")

    def __init__(self, x, y): self.x, self.y = x, y


def f(p):
    match p:
        case P(0, 0): return "origin"
        case P(x=0): return "axis"
        case P(a, b) if a == b: return ("diagonal", a)
        case P(y=(1 | 2) as low): return ("low", low)
        case [P(x=a), P(x=b)]: return (a, b)
        case P(): return "point"


eq([f(P(0, 0)), f(P(0, 5)), f(P(3, 3)), f(P(5, 2)), f([P(1, 0), P(2, 0)]), f(P(7, 8)), f(5)], ["origin", "axis", ("diagonal", 3), ("low", 2), (1, 2), "point", None])


class Q:
    v = 1


def g(x):
    match x:
        case Q.v: return "one"
        case Q.w: return "never"


eq(g(1), "one")
raises(AttributeError, "type object 'Q' has no attribute 'w'", g, 2)
raises(TypeError, "P() accepts 2 positional sub-patterns (3 given)", lambda: exec("match p:\n case P(1, 2, 3): pass", {"p": P(1, 2), "P": P}))
raises(TypeError, "called match pattern must be a class", lambda: exec("match 5:\n case f(): pass", {"f": 5}))

---
# Guards bind names, order counts, names stay bound.
match [1, 2]:
    case [a, b] if a > b: assert False
    case [b, a]: pass
eq((a, b), (2, 1))
match (1, 2, 3):
    case first, *others: pass
eq((first, others), (1, [2, 3]))
match {"a": {"b": [1, {"c": 2}]}}:
    case {"a": {"b": [_, {"c": deep}]}}: pass
eq(deep, 2)
log = []
match 5:
    case x if log.append(x): assert False
    case int() if log.append("second") or True: log.append("hit")
eq(log, [5, "second", "hit"])
match = case = 3
eq(match + case, 6)
match "text":
    case [*_]: assert False
    case b"text": assert False
    case _: ok = True
assert ok
match range(3):
    case [0, 1, 2]: r = "range is a sequence"
eq(r, "range is a sequence")
match 1, 2:
    case 1, x: eq(x, 2)

---
match 5:
    case x: pass ### "SyntaxError: name capture 'x' makes remaining patterns unreachable"
    case 6: pass

---
match 5:
    case [a, a]: pass ### "SyntaxError: multiple assignments to name 'a' in pattern"

---
match 5:
    case a | 1: pass ### "SyntaxError: name capture 'a' makes remaining patterns unreachable"

---
match 5:
    case int(real=1, real=2): pass ### "SyntaxError: attribute name repeated in class pattern: real"
