for i in range(3):
    for j in range(3):
        if j == 1: continue
        if i == 2: break
        print(i, j, end=" ")
    else: print("inner else", end=" ")
else: print("outer else")
n = 10
while n:
    n -= 3
    if n < 0: break
else: print("never")
while n < 0: n += 1
else: print("done", n)
print(list(range(5)), list(range(2, 8, 3)), list(range(5, 0, -2)), list(range(0)), list(range(3, 3)), range(5), range(1, 10, 2), len(range(0, 100, 7)), range(10)[3], range(10)[-1], range(10)[2:5], range(10)[::-1], 4 in range(0, 10, 2), 5 in range(0, 10, 2), range(3) == range(0, 3, 1), range(0) == range(2, 1), sum(range(10 ** 6)), max(range(5)), range(5).index(3), range(5).count(9), list(reversed(range(4))), range(10 ** 20)[-1], hash(range(3)) == hash(range(3)), range(1, 5).start, range(1, 5).stop, range(1, 5).step)
for x, (y, z) in [(1, (2, 3)), (4, (5, 6))]: print(x, y, z, end="; ")
for k, v in {"a": 1}.items(): print(k, v, end="; ")
for i, c in enumerate("ab", start=5): print(i, c, end="; ")
for a, b in zip(range(3), "xyz"): print(a, b, end="; ")
for ch in "héé": print(ch, end=",")
for first, *rest in ["abc", (1, 2)]: print(first, rest, end="; ")
print(); x = [1, 2, 3]
for v in x:
    if v < 3 and len(x) < 6: x.append(v * 10)
print(x); it = iter([1, 2, 3, 4])
for v in it: print(v, next(it), end=" ")
print(list(it)); i = "unchanged"
for i in []: pass
print(i)
for i in range(3): i = i * 10; print(i, end=" ")
print(i)
while True:
    try:
        break
    finally: print("broke")
total = 0
for i in range(100):
    if i % 2: continue
    if i > 50: break
    total += i
print(total, i); s = iter(lambda c=[0]: c.__setitem__(0, c[0] + 1) or c[0], 4); print(list(s))


class Countdown:
    def __init__(self, n): self.n = n

    def __iter__(self): return self

    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n + 1


print(list(Countdown(3)), [*Countdown(2)], sum(Countdown(4)), dict(zip(Countdown(2), "ab")), 2 in Countdown(3), max(Countdown(5)), sorted(Countdown(3)), tuple(Countdown(1)), list(map(str, Countdown(2))))
for f in (lambda: [x for x in 5], lambda: list(None), lambda: iter(1), lambda: next([]), lambda: range("a"), lambda: range(1.5), lambda: range(1, 2, 0), lambda: range(), lambda: range(5)[10], lambda: enumerate(5), lambda: zip(1), lambda: list(zip([1], [1, 2], strict=True)), lambda: reversed(5), lambda: next(iter([]))):
    try:
        print(f())
    except (TypeError, ValueError, IndexError, StopIteration) as e:
        print(type(e).__name__, e)
