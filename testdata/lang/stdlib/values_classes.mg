# Operators of user classes, reflected and in-place forms, subclasses of builtins.
class V:
    def __init__(self, x): self.x = x
    def __repr__(self): return f'V({self.x})'
    def __add__(self, o): return V(self.x + (o.x if isinstance(o, V) else o)) if isinstance(o, (V, int)) else NotImplemented
    def __radd__(self, o): return V(('r', o, self.x))
    def __iadd__(self, o): self.x = ('i', self.x, o); return self
    def __neg__(self): return V(-self.x)
    def __eq__(self, o): return isinstance(o, V) and self.x == o.x
    def __lt__(self, o): return self.x < o.x if isinstance(o, V) else NotImplemented
    def __hash__(self): return hash(self.x)
    def __bool__(self): return self.x != 0
    def __len__(self): return 3
    def __contains__(self, i): return i == self.x
    def __getitem__(self, k): return ('item', k)
    def __call__(self, *a, **k): return (a, k)
    def __matmul__(self, o): return ('mm', o)
    def __rmatmul__(self, o): return ('rmm', o)
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __rpow__(self, o): return ('rpow', o)
    def __divmod__(self, o): return ('dm', o)
    def __rdivmod__(self, o): return ('rdm', o)
    def __abs__(self): return 'abs'
    def __round__(self, n=None): return ('round', n)
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __complex__(self): return 7j
    def __index__(self): return 2
    def __format__(self, s): return f'<{s}>'
    def __iter__(self): return iter([1, 2])
    def __reversed__(self): return iter([2, 1])
    def __and__(self, o): return 'and'
    def __rlshift__(self, o): return 'rls'
    def __invert__(self): return 'inv'
    def __pos__(self): return 'pos'
a, b = V(1), V(2)
print(a + b, a + 1, 1 + a, 'x' + a, [1] + a if False else 0, -a, a == V(1), a != b, a < b, a > b, sorted([b, a]), bool(V(0)), len(a), 1 in a, a[1:2], a['k'], a[1, ...], a(1, k=2))
c = a; c += 5; print(c is a, a)
print(a @ 1, 1 @ a, a ** 2, pow(a, 2, 3), 2 ** a, divmod(a, 1), divmod(1, a), abs(a), round(a), round(a, 2), int(a), float(a), complex(a), [10, 20, 30][V(9)], f'{a:spec}', format(a, ''), list(a), list(reversed(a)), a & 1, 1 << a, ~a, +a)
for expr in ('a - 1', '1 - a', 'a <= b', 'a < 1', 'a >> 1', 'a | 1', 'a // 2', '{} + a', 'a * 2', '[1, 2] * a', '(1,) * a', '"ab" * a', 'range(a)', 'a.foo', 'a % 2', 'object() + 1', 'object() < object()', 'object()[0]', 'len(object())', 'iter(object())', 'object()()', '-object()', 'abs(object())', 'int(object())', 'float(object())', 'round(object())', '1 in object()', 'hash([])', 'next(object())', 'del_()', 'reversed(object())', 'sum([a, b], a)', 'max(a, b)'):
    try: print(expr, '->', eval(expr))
    except Exception as e: print(expr, type(e).__name__, e)
class W(V):
    def __radd__(self, o): return 'W first'
print(V(1) + W(2), W(1) + V(2))
class NoEq:
    __eq__ = None
class BadHash:
    def __eq__(self, o): return True
class BadBool:
    def __bool__(self): return 5
class BadLen:
    def __len__(self): return -1
class BadLen2:
    def __len__(self): return 'x'
class BadIter:
    def __iter__(self): return 5
class BadRepr:
    def __repr__(self): return 5
class BadIndex:
    def __index__(self): return 'x'
class BadStr:
    def __str__(self): return 5
class BadContains:
    __contains__ = None
class OldIter:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
for expr in ('NoEq() == 1', 'hash(BadHash())', 'bool(BadBool())', 'if_(BadBool())', 'len(BadLen())', 'bool(BadLen())', 'len(BadLen2())', 'iter(BadIter())', 'list(BadIter())', 'repr(BadRepr())', '[][BadIndex()]', 'str(BadStr())', '1 in BadContains()', 'list(OldIter())', '20 in OldIter()', '5 in OldIter()', 'OldIter()[1]', 'sorted(OldIter())', '{BadHash(): 1}', 'BadHash() in [1]', '[1, 2].index(BadHash())', 'tuple(OldIter())', 'max(OldIter())', 'dict(OldIter())', 'list(reversed(OldIter()))', 'zip(5)', '"%s" % BadStr()', '"%d" % BadIndex()', 'f"{BadStr()}"', 'print(BadStr())'):
    try: print(expr, '->', eval(expr))
    except Exception as e: print(expr, type(e).__name__, e)
# subclasses of builtins
class I(int):
    def __new__(cls, v, tag=''):
        self = super().__new__(cls, v); self.tag = tag; return self
    def __add__(self, o): return I(int(self) + int(o), 'sum')
    def __repr__(self): return f'I({int(self)})'
i = I(5, 't'); print(i, i.tag, i + 1, (i + 1).tag, 1 + i, i * 2, type(i * 2), i == 5, {5: 'x'}[i], [0, 1, 2, 3, 4, 5][i], hash(i) == 5, i.bit_length(), int(i), float(i), '%d' % i, f'{i}', f'{i:03d}', str(i), bool(I(0)), abs(I(-3)), -i, i < 6, sorted([I(3), I(1)]), isinstance(i, int), range(i), 'ab' * i)
class F(float): pass
f = F(1.5); print(f, f + 1, f == 1.5, f.is_integer(), type(f + f), repr(f), round(f), f'{f:.3f}', hash(f) == hash(1.5), int(f), -f)
class S(str):
    def shout(self): return self.upper() + '!'
    def __len__(self): return 99
s = S('abc'); print(s, repr(s), s.shout(), s + 'd', s[1], len(s), s == 'abc', {'abc': 1}[s], s in 'xabcx', 'b' in s, s.join(['1', '2']), '-'.join([s, s]), s.upper(), type(s.upper()), f'{s:>5}', '%s' % s, s.encode(), list(s), hash(s) == hash('abc'), s * 2, sorted(s), s.replace('a', 'z'), s < 'b', isinstance(s, str), str(s) is s, int(S('12')), S('x').isalpha())
class L(list):
    def __init__(self, *a): super().__init__(a); self.name = 'L'
    def __getitem__(self, i): return ('got', super().__getitem__(i))
    def append(self, x): super().append(x * 2)
l = L(1, 2); l.append(3); print(l, l[0], len(l), l.name, list(l), l + [9], l == [1, 2, 6], [1, 2, 6] == l, 6 in l, l.index(6), sorted(l, reverse=True), l * 2, l.copy(), type(l.copy()), l[0:2], bool(L()), repr(l), *l)
l[0] = 'z'; l += [5]; del l[1]; l.extend([7]); print(l, type(l), l.pop(), l.count('z')); l.sort(key=str); print(l)
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
t = T(1, 2); print(t, t[0], len(t), t + (3,), t == (1, 2), hash(t) == hash((1, 2)), {t: 1}[(1, 2)], type(t[:]), t * 2, 1 in t, '%s %s' % t, [*t], t < (1, 3))
class D(dict):
    def __missing__(self, k): return f'missing {k}'
    def __setitem__(self, k, v): super().__setitem__(k, ('set', v))
d = D(a=1); d['b'] = 2; print(d, d['zz'], d.get('zz'), 'zz' in d, len(d), list(d), d.items(), {**d}, dict(d), d == {'a': 1, 'b': ('set', 2)}, d.setdefault('q', 5), d.pop('a'), repr(d), d | {'x': 1}, type(d | {}), sorted(d))
d.update(c=3); print(d); del d['c']; print(d.keys(), bool(D()), d.copy(), type(d.copy()))
class St(set):
    def add(self, x): super().add(x + 1)
st = St([1]); st.add(1); print(st, len(st), 2 in st, st | {5}, type(st | {5}), st == {1, 2}, sorted(st), St(), st - {1}, st <= {1, 2, 3})
class B(bytes): pass
print(B(b'ab'), B(b'ab')[0], B(b'ab') + b'c', B(b'ab') == b'ab', B(b'x').hex())
class E(Exception):
    def __init__(self, a, b): super().__init__(a, b); self.a = a
    def __str__(self): return f'E:{self.a}'
try: raise E(1, 2)
except E as e: print(e, repr(e), e.args, e.a)
class C2(complex): pass
print(C2(1, 2), C2(1, 2) + 1, C2(1j).imag, abs(C2(3, 4)))
try:
    class X(bool): pass
except TypeError as e: print(e)
try:
    class X(range): pass
except TypeError as e: print(e)
class FS(frozenset): pass
print(FS([1]), FS([1]) == {1}, hash(FS([1])) == hash(frozenset([1])), FS([1]) | {2})
