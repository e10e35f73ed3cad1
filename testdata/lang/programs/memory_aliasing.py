import copy
a = [1, [2, 3], {"k": [4]}]
b, c, d, e = a, a[:], copy.copy(a), copy.deepcopy(a)
a[0] = 100; a[1].append(99); a[2]["k"].append(5)
print(a, b, c, d, e, sep="\n")
print(b is a, c is a, c[1] is a[1], d[2] is a[2], e[1] is a[1], e == [1, [2, 3], {"k": [4]}])
def mutate(x, y=[], *z): x.append(1); y.append(x); x = "rebound"; return y
p = []; print(mutate(p), p, len(mutate([5])), mutate.__defaults__)
m = [[0] * 3 for _ in range(2)]; n = [[0] * 3] * 2; m[0][0] = n[0][0] = 1; print(m, n)
s = t = "abc"; s += "d"; print(s, t); u = v = [1]; u += [2]; print(u, v); u = u + [3]; print(u, v); x = y = (1,); x += (2,); print(x, y)
w = {"a": [1]}; q = w.copy(); q["a"].append(2); q["b"] = 1; print(w, q); r = dict(w); r["a"] = 0; print(w, r)
class N:
    shared = []
    def __init__(self): self.own = []
n1, n2 = N(), N(); n1.shared.append(1); n1.own.append(2); print(n2.shared, n2.own, N.shared); n1.shared = ["mine"]; print(n2.shared, n1.shared)
class P:
    def __init__(self, v, friend=None): self.v, self.friend = v, friend
x = P([1]); x.friend = x; y = copy.deepcopy(x); z = copy.copy(x); print(y.friend is y, y.v == x.v, y.v is x.v, z.friend is x, z.v is x.v)
l = [1, 2, 3, 4, 5]
for i in l[:]:
    if i % 2: l.remove(i)
print(l); k = [1, 2, 3, 4]
for i in k: k.remove(i)
print(k); f = [lambda: i for i in range(2)]; print([g() for g in f]); it = iter([1, 2]); print(list(it), list(it)); z1 = zip([1, 2], "ab"); print(list(z1), list(z1)); mp = map(str, [1]); print(next(mp), list(mp))
a = [3, 1, 2]; b = sorted(a); c = a.sort(); print(a, b, c); d = reversed(a); print(list(d), list(d), a); x = [1, 2]; x.append(x[:]); print(x); t = ([],); t[0].append(1); print(t)
del a[0], b[:2]; print(a, b); g = {"x": 1}; h = g; del g["x"]; print(h); a = b = object(); print(a is b, id(a) == id(b), a == b); print([1, 2] is [1, 2], (1).__class__ is int, None is None, "a" is not None)
