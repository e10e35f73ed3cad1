class Loud:
    def __init__(self, v): self.v = v
    def __bool__(self): print(f"bool({self.v})", end=" "); return bool(self.v)
    def __repr__(self): return f"L{self.v}"
    def __lt__(self, o): print(f"{self.v}<{o.v}", end=" "); return self.v < o.v
    def __eq__(self, o): print(f"{self.v}=={o.v}", end=" "); return self.v == o.v


a, b, c = Loud(0), Loud(1), Loud(2)
print(a and b); print(b and c); print(a or c); print(b or c); print(not a); print(a or b and c); print((a or b) and a); print(b if a else c)
print(a < b < c); print(c < b < a); print(a == a == b); print(any([a, b, c])); print(all([b, a, c])); print([x for x in (a, b, c) if x]); print(max(a, c, b)); print(sorted([c, a, b])); print(b in [a, b, c]); print([c, b].index(b))
if a: print("no")
elif b: print("elif")
else: print("no")
while not b: pass
print("end", bool(a), list(filter(None, [a, b])))
x = 5
print(1 < x < 10, 1 < x > 3, 10 > x > 7, x == 5 != 6, 1 < 2 < 3 < 4 < 3, not x > 3, not (x > 3) or x, x is not None and x, None is None is None)
print([] == False, 0 == False, "" == False, None == False, [] is [], () is (), 0 == 0.0 == 0j == False, 1 == True, "1" == 1, [1] == (1,), {1} == frozenset([1]), float("nan") == float("nan"))
n = float("nan"); l = [n]
print(n in l, l == l, l == [n], [float("nan")] == [float("nan")], n != n, n < 1, n > 1, max(1, n), min(n, 1), sorted([2, n, 1])[0] == 2, {n: 1}.get(n))
assert 1 < 2, "fine"
try:
    assert x == 6, f"x is {x}"
except AssertionError as e:
    print("assert:", e)
try:
    assert (), []
except AssertionError as e:
    print("assert:", e, e.args)
print((lambda: print("side") or 1)() and 2, None or "d", 0 or 0.0, "" or [] or {} or "last", 1 and "x" and [], [1] and (2,) and {3})
