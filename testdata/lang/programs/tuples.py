t = (1, "a", 2.5, None)
print(t, t[0], t[-1], t[1:3], t + (5,), t * 2, len(t), "a" in t, t.count(1), t.index(2.5), (), (1,), 1, (1), ((1,), (2,)))
a, b, c, d = t; print(d, c, b, a); a, b = b, a; print(a, b)
print((1, 2) < (1, 3), (1, 2) < (1, 2, 0), (1, 2) == (1.0, 2.0), () < (0,), (2,) > (1, 9), (1, "a") < (1, "b"), max((1, 2), (1, 3), (0, 9)), sorted([(2, 1), (1, 2), (1, 1)]))
print(hash((1, 2)) == hash((1, 2)), {(1, 2): 3}[1, 2], tuple("abc"), tuple([1, 2]), tuple(range(3)), tuple({}), tuple((x, y) for x in (1, 2) for y in "ab"))
def minmax(xs): return min(xs), max(xs)
lo, hi = minmax([3, 1, 2]); print(lo, hi, minmax([5]), *minmax([1, 9]))
x = 1, 2, 3; y, = [9]; print(x, y, type(x).__name__, type(()).__name__); (p, q), [r, *s] = (1, 2), (3, 4, 5); print(p, q, r, s)
nested = (1, [2, 3]); nested[1].append(4); print(nested); u = nested; u += (5,); print(u, nested, u is nested)
print((1, 2) is (1, 2) or True, bool(()), bool((0,)), not (), (1, 2)[::-1], (1,) * 3, (1, 2).__len__(), (1, 2).__contains__(2), (1, 2).__add__((3,)), (3, 4).__getitem__(1), (1, 2).__eq__((1, 2)))
for f in (lambda: t[10], lambda: t["a"], lambda: t + [1], lambda: (1, 2) < (1, "a"), lambda: (1, 2).index(3), lambda: tuple(5), lambda: hash(([],)), lambda: (1, 2).append(3), lambda: (1,) * "a", lambda: (1, 2) < [1, 2]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, sep=": ")
try:
    t[0] = 5
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
try:
    nested[1] += [5]
except TypeError as e:
    print(e, nested)
