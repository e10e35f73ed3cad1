d = {"b": 2, "a": 1, "c": 3}
print(d, len(d), d["a"], d.get("z"), d.get("z", 0), "a" in d, "z" in d, list(d), sorted(d))
d["z"] = 26; d["a"] = 10; del d["b"]; d["b"] = 20; print(d)
print(d.keys(), d.values(), d.items(), sep="\n"); print(list(d.keys()), list(d.values()), list(d.items()))
print(d.pop("z"), d.pop("q", None), d.popitem(), d, d.setdefault("n", []), d.setdefault("a", 5), d)
d.update({"x": 1}, y=2); d.update([("p", 1), ("q", 2)]); d.update(a=0); print(d)
print({**d, "a": 1}, {"a": 0, **{"b": 1}}, d | {"new": 1}, {"a": 1} | {"a": 2, "b": 3}); e = {"k": 1}; e |= {"l": 2}; e |= [("m", 3)]; print(e)
print(dict(a=1, b=2), dict([("x", 1), ("y", 2)]), dict(zip("ab", range(2))), dict({"a": 1}, b=2), dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), dict())
print({1: "int", 1.0: "float", True: "bool"}, {(1, 2): "t", frozenset({1}): "f", None: "n"}, {"1": 1, 1: "1"})
print({x: x ** 2 for x in range(5)}, {k: v for k, v in zip("abc", [1, 2, 3]) if v != 2}, {v: k for k, v in {"a": 1, "b": 2}.items()})
print(d == dict(d), {"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} == {"a": 1.0}, {} == {}, d is d, {"a": 1} != {"a": 2})
k = {"a": 1, "b": 2}.keys(); print(k & {"a", "z"}, sorted(k | {"c"}), sorted(k ^ {"a", "q"}), k - {"a"}, "a" in k, len(k), {"a": 1}.items() & {("a", 1)}, k == {"a", "b"}, k.isdisjoint({"q"}))
print(list(reversed({"a": 1, "b": 2})), list(reversed({"a": 1, "b": 2}.items())), max({"a": 5, "b": 9}, key={"a": 5, "b": 9}.get))
count = {}
for ch in "mississippi":
    count[ch] = count.get(ch, 0) + 1
print(count, sorted(count.items(), key=lambda kv: (-kv[1], kv[0])))
groups = {}
for w in "apple bob cat ape bat car".split():
    groups.setdefault(w[0], []).append(w)
print(groups)
nested = {"a": {"b": {"c": [1, {"d": 2}]}}}; print(nested["a"]["b"]["c"][1]["d"], nested)
r = {}; r["self"] = r; print(r); d.clear(); print(d, bool(d), bool({1: 2}))
for key in {"x": 1, "y": 2}: print(key, end=" ")
for i, (k, v) in enumerate({"x": 1, "y": 2}.items()): print(i, k, v, end="; ")
print()
t = {"a": 1}
for f in (lambda: t["zz"], lambda: t[1], lambda: {}[()], lambda: {[]: 1}, lambda: {{}: 1}, lambda: t.pop("q"), lambda: {}.popitem(), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(5), lambda: t.foo, lambda: t + t, lambda: t < t, lambda: {1: 2}.update(3), lambda: hash({}), lambda: {**5}, lambda: dict(a=1, **{"a": 2}), lambda: dict.fromkeys(3), lambda: t.get()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, sep=": ")
try:
    for key in t:
        t[key + "x"] = 1
except RuntimeError as e:
    print(e)
try:
    del t["nope"]
except KeyError as e:
    print(repr(e), str(e), e.args)
class D(dict):
    def __missing__(self, key):
        self[key] = v = key * 2
        return v
m = D(a=1); print(m["a"], m["b"], m[3], m, m.get("zz"), isinstance(m, dict), type(m).__name__, dict(m), len(m), "q" in m)
