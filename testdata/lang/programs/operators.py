class V:
    def __init__(self, *c): self.c = c
    def __repr__(self): return f"V{self.c}"
    def __eq__(self, o): return isinstance(o, V) and self.c == o.c
    def __hash__(self): return hash(self.c)
    def __add__(self, o): return V(*(a + b for a, b in zip(self.c, o.c))) if isinstance(o, V) else NotImplemented
    def __sub__(self, o): return V(*(a - b for a, b in zip(self.c, o.c)))
    def __mul__(self, k): return V(*(a * k for a in self.c)) if isinstance(k, (int, float)) else NotImplemented
    def __rmul__(self, k): return self * k
    def __matmul__(self, o): return sum(a * b for a, b in zip(self.c, o.c))
    def __rmatmul__(self, o): return ("rmatmul", o)
    def __neg__(self): return V(*(-a for a in self.c))
    def __pos__(self): return self
    def __invert__(self): return V(*reversed(self.c))
    def __abs__(self): return sum(a * a for a in self.c) ** 0.5
    def __bool__(self): return any(self.c)
    def __len__(self): return len(self.c)
    def __getitem__(self, i): return V(*self.c[i]) if isinstance(i, slice) else self.c[i]
    def __iter__(self): return iter(self.c)
    def __contains__(self, x): return x in self.c
    def __lt__(self, o): return abs(self) < abs(o)
    def __le__(self, o): return abs(self) <= abs(o)
    def __truediv__(self, k): return ("div", k)
    def __rtruediv__(self, k): return ("rdiv", k)
    def __floordiv__(self, k): return ("floordiv", k)
    def __mod__(self, k): return ("mod", k)
    def __rmod__(self, k): return ("rmod", k)
    def __pow__(self, k, m=None): return ("pow", k, m)
    def __rpow__(self, k): return ("rpow", k)
    def __divmod__(self, k): return ("divmod", k)
    def __lshift__(self, k): return ("lshift", k)
    def __rshift__(self, k): return ("rshift", k)
    def __and__(self, k): return ("and", k)
    def __rand__(self, k): return ("rand", k)
    def __or__(self, k): return ("or", k)
    def __xor__(self, k): return ("xor", k)
    def __iadd__(self, o): self.c = tuple(a + 1 for a in self.c); return self
    def __round__(self, n=None): return ("round", n)
    def __float__(self): return float(self.c[0])
    def __int__(self): return int(self.c[0])
    def __complex__(self): return complex(*self.c[:2])
    def __index__(self): return int(self.c[0])
    def __call__(self, *a, **k): return ("call", a, k)
    def __reversed__(self): return iter(["rev"])
    def __format__(self, spec): return f"<{spec}>"


a, b = V(1, 2), V(3, 4)
print(a + b, a - b, a * 2, 2 * a, 2.5 * a, a @ b, 5 @ a, -a, +a, ~a, abs(b), bool(V(0, 0)), not a, len(a), a[0], a[-1], a[0:1], list(a), 2 in a, 9 in a)
print(a == V(1, 2), a != b, a == 5, a < b, a > b, a <= b, b >= a, {a: 1}[V(1, 2)], hash(a) == hash(V(1, 2)), a / 2, 2 / a, a // 3, a % 4, 4 % a, "%" "s" % 3, a ** 2, 2 ** a, pow(a, 2, 3), divmod(a, 5))
print(a << 1, a >> 2, a & 3, 3 & a, a | 4, a ^ 5, round(a), round(a, 2), float(a), int(b), complex(a), [10, 20, 30][a], a(1, k=2), list(reversed(a)), f"{a:spec}", format(a), sorted([b, a]), max(a, b), range(5)[a], bin(b), "x" * a)
c = a; c += b; print(a, c is a); x, y = a; print(x, y, [*a], sum(a), max(a), tuple(a), "abc"[a:b] if False else "skip")
for f in (lambda: a + 1, lambda: 1 + a, lambda: a * "x", lambda: 1 - a, lambda: a < 1 if False else V(1) > 5 if False else "skip", lambda: a[5], lambda: a["x"], lambda: a.zz, lambda: 1 // a, lambda: 1 << a, lambda: 1 | a):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class R:
    def __init__(self, n): self.n = n
    def __radd__(self, o): return f"radd {o}"
    def __rsub__(self, o): return f"rsub {o}"
    def __gt__(self, o): return "gt"
    def __eq__(self, o): return "eq?"
    def __getattr__(self, n): raise AttributeError("none")


r = R(1); print(5 + r, "s" + "t", [1] and 2 - r, r > 1, 1 < r, r == 1, 1 == r, r != 1, sum([r], 5) if True else 0)
try:
    {r: 1}
except TypeError as e:
    print(e)


class Sub(V):
    def __radd__(self, o): return "sub radd"
    def __add__(self, o): return "sub add"


print(a + Sub(1, 1), Sub(1, 1) + a)


class OnlyGetitem:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError
        return i * i


print(list(OnlyGetitem()), 4 in OnlyGetitem(), [x for x in OnlyGetitem()], max(OnlyGetitem()))


class Key:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)


k = Key(); print(k[1], k[1, 2], k[1:2], k[:, ::2], k[...], k["a":"b", None], k[()]); k[1, 2] = 3; k[::2] = 4; del k[5]; k[0] += 5 if False else 1


class Eq:
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented


print(Eq() == Eq(), Eq() != 1)
try:
    Eq() < Eq()
except TypeError as e:
    print(e)


class Bad:
    def __bool__(self): return 5
    def __len__(self): return -1
    def __str__(self): return 5
    def __repr__(self): return None
    def __iter__(self): return 5
    def __hash__(self): return "x"
    def __index__(self): return 1.5
    def __contains__(self, x): return "yes"


for f in (lambda: bool(Bad()), lambda: len(Bad()), lambda: str(Bad()), lambda: repr(Bad()), lambda: iter(Bad()), lambda: hash(Bad()), lambda: [1][Bad()], lambda: 1 in Bad(), lambda: [*Bad()], lambda: print(Bad())):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
