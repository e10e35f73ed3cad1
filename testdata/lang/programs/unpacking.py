a, b, c = 1, 2, 3; (d, e), f = [4, 5], 6; [g, *h] = "xyz"; *i, j = range(4); k, *l, m = (1, 2); print(a, b, c, d, e, f, g, h, i, j, k, l, m)
x = y = z = []; x.append(1); print(y, z); p = q = 5; q += 1; print(p, q)
a, b = b, a; a, b, c = c, a, b; print(a, b, c); lst = [1, 2, 3]; i = 0; i, lst[i] = 1, 99; print(i, lst)
lst[0], lst[-1] = lst[-1], lst[0]; print(lst); d = {}; d["a"], d["b"] = 1, 2; print(d)


class O: pass


o = O(); o.x, o.y = 10, 20; print(o.x, o.y); (u, v), *w = [(1, 2), 3, 4]; print(u, v, w)
def f(*a, **k): return a, k
print(f(*[1, 2], 3, *"ab", **{"x": 1}, y=2), f(*(), **{}), [*range(3), *[9]], (*"ab",), {*[1], *[2]} == {1, 2}, {**{"a": 1}, "b": 2, **{"a": 3}}, [*{"k": 1}], max(*[3, 1], *[7]))
first, second, *_ = range(10); print(first, second, len(_)); *a, = "abc"; print(a); [(a, b), c] = [[1, 2], 3]; print(a, b, c)
for x, *y in [(1, 2, 3), "ab"]: print(x, y)
head, *tail = [1]; print(head, tail); (a) = 5; (a,) = [6]; print(a); a = (yield_ := 3); print(a, yield_)
x, y = {"k1": 1, "k2": 2}; print(x, y); x, y = (n * n for n in (2, 3)); print(x, y); x, y = {7}, frozenset([8]); print(x, y)
def swap(t): a, b = t; return b, a
print(swap((1, 2)), swap([3, 4]), swap("ab")); (*a, b), c = "hello", 5; print(a, b, c); a = b = c = d = 0; a += 1; b -= 1; print(a, b, c, d)
for bad in (lambda: (lambda: None)(), ):
    bad()
def t(fn):
    try: fn()
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
def u1(): a, b = 1, 2, 3
def u2(): a, b, c = 1, 2
def u3(): a, b = None
def u4(): a, *b, c = [1]
def u5(): a, b = iter([1])
def u6(): (a, b), c = 1, 2
def u7(): a, b = {}
def u8(): print(*5)
def u9(): f(**[1])
def u10(): [*None]
def u11(): a, b = "abc"
def u12(): {**[1]}
def u13(): a, b, c = (x for x in range(10))
def u14(): () , a = 1, 2
for fn in (u1, u2, u3, u4, u5, u6, u7, u8, u9, u10, u11, u12, u13, u14): t(fn)
[] = (); () = []; print("empty ok"); i = 5; i, i = 1, 2; print(i); a = [0, 1]; a[a[0]], a[1] = 7, 8; print(a)
x, y, z = "a", *[1, 2]; print(x, y, z); t1 = 1, *range(2), 3; print(t1); return_value = (lambda: (1, *[2, 3]))(); print(return_value)
def g(): return 1, *[2], 3
print(g(), *g()); n = 0
while (n := n + 1) < 3: print("walrus", n)
if (m := len("abc")) > 2: print(m)
print((w := 5) + w, [s := 1, s + 1], w, s); print([last := e for e in (1, 2, 3)], last)
