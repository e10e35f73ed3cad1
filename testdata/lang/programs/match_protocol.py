events = [{"type": "click", "pos": [3, 4]}, {"type": "key", "key": "q", "mods": ["ctrl"]}, {"type": "key", "key": "x"}, {"type": "scroll", "dy": -2.5}, {"type": "click", "pos": [1]}, {"kind": "?"}, ["raw", 1, 2, 3], ("quit",), 42, "text", None]


def handle(ev):
    match ev:
        case {"type": "click", "pos": [int(x), int(y)]}: return f"click at {x},{y}"
        case {"type": "click", "pos": pos}: return f"bad click {pos!r}"
        case {"type": "key", "key": k, "mods": [*mods]} if mods: return f"{'+'.join(mods)}+{k}"
        case {"type": "key", "key": ("x" | "y") as k}: return f"special {k}"
        case {"type": "scroll", "dy": float(dy)}: return "up" if dy < 0 else "down"
        case {"type": t}: return f"unknown {t}"
        case dict(): return f"odd dict {sorted(ev)}"
        case ["raw", first, *rest]: return f"raw {first} {sum(rest)}"
        case ("quit",): return "quit"
        case int() | float() as n: return f"number {n}"
        case str(): return f"text of {len(ev)}"
        case None: return "nothing"


for ev in events:
    print(handle(ev))


def size(x):
    match x:
        case [] | {} | "" | None: return 0
        case [h, *t]: return size(h) + size(t)
        case {**kv}: return sum(size(v) for v in kv.values())
        case _: return 1


print(size([1, [2, 3], {"a": [4, 5], "b": 6}, "s", []]), size({}), size([[[]]]))
for p in [(0, 0), (0, 3), (4, 0), (2, 2), (1, 5), (1, 2, 3), [7, 8], "ab", 9]:
    match p:
        case (0, 0): print("origin")
        case (0, y): print("Y", y)
        case (x, 0): print("X", x)
        case (x, y) if x == y: print("diag", x)
        case (x, y): print("at", x, y)
        case (x, y, z): print("space", x, y, z)
        case _: print("not a point")


def fizz(n):
    match n % 3, n % 5:
        case 0, 0: return "FizzBuzz"
        case 0, _: return "Fizz"
        case _, 0: return "Buzz"
        case _: return n


print(*map(fizz, range(1, 16)))
i = 0
while True:
    match i:
        case 0 | 2: i += 1; continue
        case 4: break
        case n: print("n", n); i += 1
print("end", i)


def ret(x):
    for v in x:
        match v:
            case {"found": r}: return r
    else:
        return "none"


print(ret([1, {"found": 5}]), ret([]))
