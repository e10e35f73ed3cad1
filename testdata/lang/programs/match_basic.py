def describe(x):
    match x:
        case None: return "none"
        case True | False: return "bool"
        case 0: return "zero"
        case -1: return "minus one"
        case 1.5: return "float"
        case 3 + 4j: return "complex"
        case "a" | "b": return "letter"
        case b"x": return "bytes"
        case int(n) if n > 100: return f"big {n}"
        case int(): return "int"
        case float() as f: return f"float {f}"
        case str(s) if s.startswith("http"): return "url"
        case str(): return "str"
        case []: return "empty list"
        case [x]: return f"one {x}"
        case [x, y]: return f"two {x} {y}"
        case [1, *rest, 9]: return f"1..9 {rest}"
        case [first, *_, last]: return f"ends {first} {last}"
        case {"type": "circle", "r": r}: return f"circle {r}"
        case {"type": t, **rest}: return f"{t} {rest}"
        case {}: return "dict"
        case _: return "other"


for v in (None, True, 0, -1, 1.5, 3 + 4j, "a", "b", b"x", 500, 7, 2.5, "http://x", "zz", [], [5], (1, 2), [1, 2, 3, 9], [4, 5, 6], {"type": "circle", "r": 2}, {"type": "sq", "side": 1}, {"k": 1}, {}, {1, 2}, object, range(2), "", 1.0, False):
    print(v, "->", describe(v))


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y): self.x, self.y = x, y


class P3(Point):
    def __init__(self, x, y, z): super().__init__(x, y); self.z = z


def where(p):
    match p:
        case Point(0, 0): return "origin"
        case Point(x=0, y=y): return f"y axis {y}"
        case P3(x, y, z=0): return f"flat {x} {y}"
        case Point(x, y) if x == y: return f"diagonal {x}"
        case Point(x, 1 | 2 | 3 as y): return f"low {x} {y}"
        case Point(): return "point"
        case (Point(x=a), Point(x=b)): return f"pair {a} {b}"
        case [Point() as p, *others]: return f"{len(others)} more"
    return "nothing"


for p in (Point(0, 0), Point(0, 5), P3(1, 2, 0), P3(1, 2, 3), Point(4, 4), Point(9, 2), Point(9, 8), (Point(1, 1), Point(2, 2)), [Point(1, 2), 3, 4], 5):
    print(where(p))


class Color: RED, GREEN = 1, 2


def command(s):
    match s.split():
        case ["quit" | "exit"]: return "bye"
        case ["go", ("north" | "south") as d]: return f"going {d}"
        case ["go", d]: return f"cannot go {d}"
        case ["get", obj, *rest] if not rest: return f"got {obj}"
        case [cmd, *args]: return f"{cmd}? {args}"
        case []: return "silence"


for s in ("quit", "exit", "go north", "go up", "get lamp", "get a b", "dance now", ""):
    print(command(s))
match 2:
    case Color.RED: print("red")
    case Color.GREEN: print("green")
match (1, (2, [3, {"k": (4, 5)}])):
    case (a, (b, [c, {"k": (d, e)}])): print(a, b, c, d, e)
x = 5
match x:
    case y if y > 10: print("big")
    case y: print("bound", y)
match [1, 2, 3]:
    case [a, b] | [a, b, _]: print(a, b)
match {"a": 1, "b": 2, "c": 3}:
    case {"a": 1, **others}: print(others)
match "abc":
    case [*_]: print("sequence")
    case str() as s: print("no, a string", s)
match = case = 1; print(match, case, match + case)
for bad in (lambda: where.__class__, ):
    pass


def err(p):
    match p:
        case Point(1, 2, 3): pass


try:
    err(Point(1, 2))
except TypeError as e:
    print(e)
try:
    match 5:
        case int(1, 2): pass
except TypeError as e:
    print(e)
try:
    match 5:
        case x.real(): pass
except TypeError as e:
    print(e)
try:
    match object():
        case object(1): pass
except TypeError as e:
    print(e)
