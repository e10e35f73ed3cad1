eq([x * x for x in range(5)], [0, 1, 4, 9, 16])
eq([x for x in range(10) if x % 2 if x > 4], [5, 7, 9])
eq([(x, y) for x in range(3) for y in range(x)], [(1, 0), (2, 0), (2, 1)])
eq([[i * j for j in range(3)] for i in range(2)], [[0, 0, 0], [0, 1, 2]])
eq({x: x * x for x in range(3)}, {0: 0, 1: 1, 2: 4})
eq({k: v for v, k in enumerate("ab")}, {"a": 0, "b": 1})
eq(sorted({x % 3 for x in range(10)}), [0, 1, 2])
eq(list(x for x in "ab"), ["a", "b"])
eq([a + b for a, b in [(1, 2), (3, 4)]], [3, 7])
eq([h for h, *t in ["abc", "de"]], ["a", "d"])
eq([x if x else -1 for x in (0, 1)], [-1, 1])
eq([f() for f in [lambda: i for i in range(3)]], [2, 2, 2])
eq([y for x in [[1, 2], [3]] for y in x], [1, 2, 3])
A = [[1, 2], [3, 4]]
eq([[sum(A[i][k] * A[k][j] for k in range(2)) for j in range(2)] for i in range(2)], [[7, 10], [15, 22]])
eq([[r[i] for r in A] for i in range(2)], [[1, 3], [2, 4]])

---
# The loop variable stays inside; a walrus gets out.
x = "kept"
[x for x in range(3)]
{x for x in range(3)}
{x: 1 for x in range(3)}
list(x for x in range(3))
eq(x, "kept")
[last := v for v in "abc"]
eq(last, "c")
eq(any((hit := n) > 2 for n in [1, 3, 5]), True)
eq(hit, 3)

---
# Conditions and nested scopes.
def f(k):
    return [[(a, b, k) for b in range(a)] for a in range(k)]


eq(f(3), [[], [(1, 0, 3)], [(2, 0, 3), (2, 1, 3)]])
eq([x for x in (y for y in (z for z in range(3)))], [0, 1, 2])
eq([i for i in range(20) if i % 2 == 0 and i % 3 == 0 or i == 7], [0, 6, 7, 12, 18])
eq({(i, j): i * j for i in range(2) for j in range(2) if i or j}, {(0, 1): 0, (1, 0): 0, (1, 1): 1})

---
# dict comprehensions evaluate the key first; later keys win.
log = []


def t(x):
    log.append(x)
    return x


eq({t(k): t(v) for k, v in [("a", 1), ("a", 2)]}, {"a": 2})
eq(log, ["a", 1, "a", 2])

---
raises(TypeError, "'int' object is not iterable", lambda: [x for x in 5])
raises(TypeError, "unhashable type: 'list'", lambda: {x for x in [[]]})
raises(TypeError, "unhashable type: 'dict'", lambda: {x: 1 for x in [{}]})
raises(ValueError, "not enough values to unpack (expected 2, got 1)", lambda: [a for a, b in [(1,)]])
raises(TypeError, "cannot unpack non-iterable int object", lambda: [a for a, b in [1]])

---
[x for x in undefined_list] ### "NameError: name 'undefined_list' is not defined"

---
[i := 0 for i in range(3)] ### "SyntaxError: assignment expression cannot rebind comprehension iteration variable 'i'"
