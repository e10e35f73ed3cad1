d = {"b": 2, "a": 1}
d["c"] = 3
d["a"] = 10
eq(list(d.items()), [("b", 2), ("a", 10), ("c", 3)])
eq((d.get("z"), d.get("z", 0), "a" in d, len(d), list(d), d.pop("a"), d.pop("zz", "no")), (None, 0, True, 3, ["b", "a", "c"], 10, "no"))
eq((d.setdefault("b", 9), d.setdefault("n", []), d.popitem()), (2, [], ("n", [])))
d.update({"x": 1}, y=2)
d.update([("z", 3)])
eq(d, {"b": 2, "c": 3, "x": 1, "y": 2, "z": 3})
eq({**{"a": 1}, "b": 2, **{"a": 3}}, {"a": 3, "b": 2})
eq({"a": 1} | {"b": 2}, {"a": 1, "b": 2})
e = {"a": 1}
e |= {"b": 2}
eq(e, {"a": 1, "b": 2})
eq(dict(a=1, **{"b": 2}), {"a": 1, "b": 2})
eq(dict([(1, 2), (3, 4)]), {1: 2, 3: 4})
eq(dict(zip("ab", range(2))), {"a": 0, "b": 1})
eq(dict.fromkeys("ab", 0), {"a": 0, "b": 0})
eq({1: "a", 1.0: "b", True: "c"}, {1: "c"})
eq({(1, 2): 3}[1, 2], 3)
eq({None: 1, (): 2, frozenset([1]): 3}[frozenset([1])], 3)
eq(d == dict(reversed(d.items())), True)
eq(list(reversed({"a": 1, "b": 2})), ["b", "a"])
eq(d.keys() & {"x", "q"}, {"x"})
eq((repr(d.keys()), repr({1: 2}.values()), repr({1: 2}.items())), ("dict_keys(['b', 'c', 'x', 'y', 'z'])", "dict_values([2])", "dict_items([(1, 2)])"))
k = e.keys()
e["new"] = 1
eq(list(k), ["a", "b", "new"])
c = d.copy()
c.clear()
eq((c, len(d)), ({}, 5))
r = {}
r["me"] = r
eq(repr(r), "{'me': {...}}")

---
raises(KeyError, "'z'", lambda: {}["z"])
raises(KeyError, "1", {}.pop, 1)
raises(KeyError, "'popitem(): dictionary is empty'", {}.popitem)
raises(TypeError, "unhashable type: 'list'", lambda: {[]: 1})
raises(TypeError, "unhashable type: 'list'", lambda: {}[[]])
raises(TypeError, "unhashable type: 'dict'", lambda: {{}: 1})
raises(TypeError, "unhashable type: 'set'", hash, set())
raises(TypeError, "unsupported operand type(s) for +: 'dict' and 'dict'", lambda: {} + {})
raises(TypeError, "'<' not supported between instances of 'dict' and 'dict'", lambda: {} < {})
raises(ValueError, "dictionary update sequence element #0 has length 3; 2 is required", dict, [(1, 2, 3)])
raises(TypeError, "cannot convert dictionary update sequence element #0 to a sequence", dict, [1])
raises(TypeError, "'int' object is not iterable", dict, 5)
raises(AttributeError, "'dict' object has no attribute 'foo'", lambda: {}.foo)


def grow():
    d = {1: 1}
    for k in d:
        d[k + 1] = 1


def shrink():
    s = {1, 2}
    for x in s:
        s.add(x + 5)


raises(RuntimeError, "dictionary changed size during iteration", grow)
raises(RuntimeError, "Set changed size during iteration", shrink)

---
# Keys with their own hash and equality.
class K:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, K) and self.v == o.v
    def __hash__(self): return 7
    def __repr__(self): return f"K{self.v}"


d = {K(1): "one", K(2): "two"}
eq((d[K(1)], d[K(2)], K(3) in d, len(d)), ("one", "two", False, 2))
d[K(1)] = "uno"
del d[K(2)]
eq(repr(d), "{K1: 'uno'}")
eq(len({K(1), K(1), K(2)}), 2)


class NoHash:
    def __eq__(self, o): return True


raises(TypeError, "unhashable type: 'NoHash'", hash, NoHash())
n = float("nan")
eq((n in {n}, {n: 1}[n], float("nan") in {float("nan")}), (True, 1, False))

---
# Sets.
a, b = {1, 2, 3}, {3, 4}
eq((a | b, a & b, a - b, a ^ b), ({1, 2, 3, 4}, {3}, {1, 2}, {1, 2, 4}))
eq((a < b, {1} < a, a <= a, a >= {1}, a == {3, 2, 1}, a != b, a.isdisjoint({9}), {1}.issubset(a), a.issuperset([1])), (False, True, True, True, True, True, True, True, True))
a.add(5); a.discard(99); a.remove(1); a.update([7], {8})
eq(a, {2, 3, 5, 7, 8})
a -= {7}; a |= {9}; a &= {2, 9, 5}; a ^= {2, 10}
eq(a, {5, 9, 10})
eq((set(), frozenset([1]), {1}), (set(), frozenset({1}), {1}))
eq((repr(set()), repr(frozenset()), repr(frozenset({1})), repr({"a"})), ("set()", "frozenset()", "frozenset({1})", "{'a'}"))
eq(({1, 2} == frozenset([1, 2]), type({1} | frozenset([2])).__name__, type(frozenset([2]) | {1}).__name__), (True, "set", "frozenset"))
eq(len({1, 1.0, True}), 1)
eq(hash(frozenset([1, 2])) == hash(frozenset([2, 1])), True)
eq(sorted(set("hello")), ["e", "h", "l", "o"])
eq(({*[1, 2], *[2]}, {1, 2}.union([3], (4,)), {1, 2}.intersection([1]), {1, 2}.difference([1])), ({1, 2}, {1, 2, 3, 4}, {1}, {2}))
raises(KeyError, "9", {1}.remove, 9)
raises(KeyError, "'pop from an empty set'", set().pop)
raises(TypeError, "unhashable type: 'list'", lambda: {[]})
raises(TypeError, "unsupported operand type(s) for |: 'set' and 'list'", lambda: {1} | [2])
raises(TypeError, "'set' object is not subscriptable", lambda: {1}[0])
raises(AttributeError, "'frozenset' object has no attribute 'add'", lambda: frozenset().add)
raises(TypeError, "'<' not supported between instances of 'set' and 'list'", lambda: {1} < [1])

---
{}["missing"] ### "KeyError: 'missing'"
