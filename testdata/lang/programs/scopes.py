x = 0
def f():
    x = 1
    def g(): return x
    def h():
        nonlocal x
        x += 10
        return x
    return g, h, lambda: x
g, h, l = f(); print(g(), h(), g(), l(), x)
def gl():
    global x, y
    x = "changed"; y = "made"
    def inner(): return x
    return inner()
print(gl(), x, y)
class C:
    x = "class"
    y = x + "!"
    def m(self): return x
    z = [x for _ in range(1)]
    w = (lambda: x)()
    def n(self, v=x): return v
print(C.y, C().m(), C.z, C.w, C().n())
def loop():
    fs = []
    for i in range(3):
        def inner(): return i
        fs.append(inner)
    del_me = 1; del del_me
    return [q() for q in fs]
print(loop()); print("x" in globals(), "zz" in globals(), globals()["x"], __name__)
def loc(a, b=2): c = 3; return sorted(locals())
print(loc(1))
def outer():
    v = "outer"
    class K:
        v = "K"
        def show(self): return v
        vv = v
    return K().show(), K.vv
print(outer())
def cond(flag):
    if flag: val = 1
    return val
print(cond(True))
for fn in (lambda: cond(False), lambda: undefined, lambda: C.nope):
    try: fn()
    except (NameError, AttributeError) as e: print(type(e).__name__, e)
def ex():
    try: raise ValueError("v")
    except ValueError as e: saved = e
    try: e
    except UnboundLocalError as u: return str(saved), str(u)
print(ex()); [x for x in range(5)]; print(x); print([[x, y] for x in "a" for y in "b"], y)
def comp():
    t = 5; r = [t + u for u in range(2)]; s = {k: t for k in "ab"}; return r, s, [(lambda: t + w)() for w in range(2)]
print(comp()); max_ = max; max = lambda *a: "shadowed"; print(max(1, 2)); del max; print(max(1, 2))
def gen():
    for z in range(2):
        def k(z=z): return z
        yield k
print([k() for k in gen()]); exec("ex_var = 5"); print(eval("ex_var + 1"), eval("a*b", {"a": 3, "b": 4})); ns = {}; exec("def q(n):\n    return n * 2\nr = q(4)", ns); print(ns["r"], ns["q"](5), sorted(k for k in ns if k[0] != "_"))
def nested3():
    a = 1
    def f2():
        b = 2
        def f3():
            nonlocal a, b
            a += b; b += a
            return a, b
        return f3(), b
    return f2(), a
print(nested3()); import math as m; from math import sqrt as root, pi; print(m.floor(2.7), root(16), pi)
def imp():
    import math
    from math import e
    return math.ceil(e)
print(imp(), (lambda: (yield))().__class__.__name__)
