a = [3, 1, 4, 1, 5, 9, 2, 6]
a.append(5); a.extend([3, 5]); a.insert(0, 0); a.insert(-1, 8); a.insert(100, 7)
print(a, len(a), a.count(5), a.index(5), a.index(5, 7), 9 in a, 10 not in a)
print(a.pop(), a.pop(0), a.pop(-2), a); a.remove(1); print(a)
a.reverse(); print(a); a.sort(); print(a); a.sort(reverse=True); print(a); a.sort(key=lambda x: (x % 3, -x)); print(a)
b = a.copy(); b[0] = 100; print(a[0], b[0], a == b, a is b, a < b, [1, 2] < [1, 2, 3], [1, 2] == [1.0, 2.0], [] < [0])
print(a + [1], a * 2, 2 * [0], [1] * 0, [[0] * 2] * 2, [] + [], [1, [2, [3, []]]])
c = list(range(10))
print(c[2:5], c[:3], c[7:], c[-3:], c[::3], c[::-1], c[8:2:-2], c[5:2], c[-100:100], c[:], c[1:-1:2])
c[2:5] = ["x"]; print(c); c[1:1] = [8, 9]; print(c); c[::2] = [0] * len(c[::2]); print(c); del c[::3]; print(c); del c[-1]; print(c); c[:] = []; print(c)
d = [1, 2, 3]; d += (4, 5); d += "ab"; d *= 2; print(d); e = d; e += [1]; print(d is e, len(d)); d.clear(); print(d, e)
print(sorted([3, 1, 2]), sorted("bca", reverse=True), sorted(["bb", "a", "ccc"], key=len), sorted([(1, "b"), (1, "a"), (0, "z")]), list(reversed([1, 2, 3])))
people = [("Ann", 30), ("Bob", 25), ("Cid", 30), ("Dan", 25)]
print(sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: p[1], reverse=True), max(people, key=lambda p: p[1]), min(people, key=lambda p: (-p[1], p[0])))
print(list(zip([1, 2, 3], "ab")), list(enumerate("ab", 1)), list(map(lambda x, y: x + y, [1, 2], [10, 20, 30])), list(filter(None, [0, 1, "", "a", None, []])), list(filter(lambda x: x > 1, [1, 2, 3])))
print(any([0, "", 1]), all([1, "a", []]), any([]), all([]), sum([1, 2, 3], 10), min([], default="none"), max([1], default=0))
m = [[1, 2, 3], [4, 5, 6]]; print([list(r) for r in zip(*m)], [x for r in m for x in r], [[y * 2 for y in r] for r in m])
l = [1]; l.append(l); print(l, repr(l)); n = [[]] * 3; n[0].append(1); print(n)
first, *rest = [1, 2, 3]; *init, last = "abc"; x, (y, *z), w = 1, (2, 3, 4), 5; print(first, rest, init, last, x, y, z, w)
print([1, *[2, 3], *"ab", *range(2)], (*[1], 2), {*[1, 1]}, [*{}, *()])
for f in (lambda: [1, 2][5], lambda: [][0], lambda: [].pop(), lambda: [1].pop(3), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1] + (2,), lambda: [1, 2]["a"], lambda: [1, "a"].sort(), lambda: [3, None] < [3, 1],
          lambda: [1, 2].foo, lambda: [1] * "a", lambda: [1] * 1.5, lambda: [1, 2][1.0], lambda: list(5), lambda: sorted([1, "a"]), lambda: max([]), lambda: min(), lambda: sum(["a"]), lambda: [].extend(3), lambda: [].insert(1), lambda: [1, 2, 3][::0]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, sep=": ")
s = [1, 2, 3]
try:
    s[::2] = [1, 2, 3]
except ValueError as e:
    print(e)
try:
    s[5] = 1
except IndexError as e:
    print(e)
try:
    a, b = [1, 2, 3]
except ValueError as e:
    print(e)
try:
    a, b, c = [1, 2]
except ValueError as e:
    print(e)
try:
    a, *b, c = [1]
except ValueError as e:
    print(e)
try:
    a, b = 5
except TypeError as e:
    print(e)
