n = 5
print([x * x for x in range(n)], [x for x in range(20) if x % 2 if x % 3], [(x, y) for x in range(3) for y in range(x)], [[j * i for j in range(3)] for i in range(3)])
print({x: str(x) for x in range(3)}, sorted({x % 4 for x in range(10)}), sum(x for x in range(10)), max(len(w) for w in "a bbb cc".split()), list(x + n for x in range(2)))
A = [[1, 2], [3, 4]]
print([[sum(A[i][k] * A[k][j] for k in range(2)) for j in range(2)] for i in range(2)], [list(c) for c in zip(*A)], [x for row in A for x in row if x != 2])
x = "outer"; ys = [x for x in range(3)]; print(x, ys); fs = [lambda: i for i in range(3)]; print([f() for f in fs]); gs = [lambda i=i: i for i in range(3)]; print([g() for g in gs])
print([y := 1, y ** 2], y, [last := v for v in "abc"], last, any((hit := v) > 3 for v in [1, 5, 2]), hit, [a + b for a, b in zip("ab", "cd")], [a for a, *_ in [(1, 2, 3), (4,)]])
def f(k, factor=2):
    return [k * v * factor for v in range(3)], {k: v for v in range(2)}, (lambda: [k + j for j in range(2)])(), list(k for _ in range(2))
print(f(10)); print([[(a, b) for b in range(a)] for a in range(4)], [(lambda q: q * q)(z) for z in range(4)])
class C:
    items = [1, 2, 3]
    doubled = [i * 2 for i in items]
    total = sum(items)
print(C.doubled, C.total, hasattr(C, "i"))
primes = [p for p in range(2, 50) if all(p % q for q in range(2, int(p ** 0.5) + 1))]; print(primes)
print([*(c.upper() for c in "abc")], dict((k, v) for k, v in [("a", 1)]), [i if i % 2 else -i for i in range(5)], [None for _ in range(2)], ["x"] * 2, [() for _ in ""], [i for i in [] or [1]])
print("".join(ch for ch in "Hello World" if ch.isupper()), [(i, j, k) for i in range(1, 15) for j in range(i, 15) for k in range(j, 15) if i * i + j * j == k * k], {(i, j) for i in range(2) for j in range(2)} == {(0, 0), (0, 1), (1, 0), (1, 1)})
def g():
    try:
        return [1 / v for v in (1, 0)]
    except ZeroDivisionError as e:
        return str(e)
print(g()); gen = (1 // v for v in [1, 0]); print(next(gen))
try:
    next(gen)
except ZeroDivisionError as e:
    print("gen", e)
print(list(gen), [i for i in range(3)][-1], [[]for _ in range(2)], [x for x in (y for y in range(3))], [*map(str, (n for n in range(3)))])
