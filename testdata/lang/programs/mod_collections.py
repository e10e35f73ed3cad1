from collections import namedtuple, deque, Counter, OrderedDict, defaultdict, ChainMap
P = namedtuple("P", "x y"); p = P(1, y=2); print(p, p.x, p[1], p._fields, p._asdict(), p._replace(x=9), P._make([3, 4]), p == (1, 2), len(p), list(p), hash(p) == hash((1, 2)), isinstance(p, tuple), p + (3,), P.__name__, repr(p)); x, y = p; print(x, y)
Q = namedtuple("Q", ["a", "b", "c"], defaults=[5, 6]); print(Q(1), Q(1, 2), Q._field_defaults, max([P(1, 2), P(0, 9)]), sorted([P(2, 1), P(1, 2)])[0])
for f in (lambda: P(1), lambda: P(1, 2, 3), lambda: p.z, lambda: namedtuple("X", "a a"), lambda: namedtuple("X", "class"), lambda: setattr(p, "x", 1)):
    try: print(f())
    except (TypeError, AttributeError, ValueError) as e: print(type(e).__name__, e)
d = deque([1, 2, 3], maxlen=4); d.append(4); d.append(5); d.appendleft(0); print(d, len(d), d[0], d[-1], d.maxlen); d.rotate(1); print(d); d.rotate(-2); print(d, d.pop(), d.popleft(), list(d)); d.extend([7, 8, 9]); d.extendleft("ab"); print(d, 8 in d, d.count(8), deque("abc"), list(reversed(deque("ab"))), deque([1]) == deque([1])); d.clear(); print(d, bool(d)); e = deque([1, 2, 3]); e.remove(2); e.insert(1, "i"); e[0] = "z"; print(e, e.index("i"), e.copy()); e.reverse(); print(e)
for f in (lambda: deque().pop(), lambda: deque([1])[5], lambda: deque([1]).remove(2), lambda: deque().popleft()):
    try: print(f())
    except Exception as ex: print(type(ex).__name__, ex)
c = Counter("mississippi"); print(c, c["s"], c["zz"], c.most_common(2), sorted(c.elements())[:4], sum(c.values()), c.total(), Counter(a=2, b=1) + Counter(a=1, c=5), Counter(a=3) - Counter(a=1, b=2), Counter(a=3, b=1) & Counter(a=1, b=2), Counter(a=3, b=1) | Counter(a=1, b=2), +Counter(a=-1, b=2)); c.update("mm"); c.subtract("s"); print(c, dict(c), Counter([1, 1, 2]).most_common(), Counter(), Counter({"x": 0}), list(Counter("abca").items()), Counter("ab") == Counter("ba"), c.pop("m"), "m" in c)
dd = defaultdict(list); dd["a"].append(1); dd["b"]; print(dd, dict(dd), dd.get("zz"), "zz" in dd, len(dd)); di = defaultdict(int)
for ch in "hello": di[ch] += 1
print(di, sorted(di.items()), defaultdict(lambda: "x")["q"], defaultdict(dict, {"a": 1}), di.default_factory)
try: defaultdict()["x"]
except KeyError as ex: print("KeyError", ex)
try: defaultdict(5)
except TypeError as ex: print(ex)
o = OrderedDict([("a", 1), ("b", 2)]); o["c"] = 3; o.move_to_end("a"); print(o, o.popitem(last=False), list(o), o == OrderedDict([("c", 3), ("a", 1)]), OrderedDict([("a", 1), ("b", 2)]) == OrderedDict([("b", 2), ("a", 1)]), OrderedDict(a=1) == {"a": 1}, list(reversed(o))); o.move_to_end("a", last=False); print(o)
m = ChainMap({"a": 1}, {"a": 2, "b": 3}); print(m["a"], m["b"], sorted(m), len(m), dict(m), "z" in m); m["b"] = 9; print(m.maps, m.new_child({"q": 1})["q"])
