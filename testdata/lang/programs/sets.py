def show(s):
    print(sorted(s, key=str), len(s))


a, b = {1, 2, 3, 4}, {3, 4, 5}
show(a | b); show(a & b); show(a - b); show(a ^ b); show(b - a)
print(a < b, {1} < a, a <= a, a < a, a >= {1, 2}, a > {1}, a == {4, 3, 2, 1}, a != b, 3 in a, 9 not in a, a.isdisjoint({9}), {1}.issubset(a), a.issuperset([1, 2]))
c = a.copy(); c.add(10); c.add(1); c.discard(99); c.remove(10); show(c); c.update([7, 8], "x"); show(c); c -= {7}; c |= {0}; c &= {0, 1, 8}; c ^= {1, 5}; show(c)
c.clear(); print(c, set(), frozenset(), {1}, frozenset({2}), bool(set()), bool({0}), repr({"a"}), {(1, 2)}, {None}, {True})
show(set("hello")); show({x % 3 for x in range(10)}); show({1, 1.0, True}); show(a.union([9], (8,))); show(a.intersection([1, 2], [2])); show(a.difference([1])); show(a.symmetric_difference([1, 100]))
f = frozenset([1, 2]); d = {f: "frozen", frozenset("ab"): "letters"}; print(d[frozenset([2, 1])], hash(f) == hash(frozenset([2, 1])), f | {3} == {1, 2, 3}, type(f | {3}).__name__, type({3} | f).__name__)
a.intersection_update([1, 2]); show(a); a.difference_update([1]); show(a); a.symmetric_difference_update([2, 3]); show(a)
print({1, 2} == frozenset([1, 2]), sorted({3, 1, 2}), sum({1, 2, 3}), max({1, 5}), list({7}), tuple({8}), {*[1], *[1]}, len({1, 2} | {2, 3}))
for g in (lambda: {[]}, lambda: {1}.remove(2), lambda: set().pop(), lambda: {1} | [2], lambda: {1} + {2}, lambda: {1}[0], lambda: hash(set()), lambda: {1} < [1], lambda: frozenset().add(1), lambda: set(5), lambda: {{1}}, lambda: {"a"}.remove("b"), lambda: {(1, [])}):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e, sep=": ")
try:
    s = {1, 2}
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e)
