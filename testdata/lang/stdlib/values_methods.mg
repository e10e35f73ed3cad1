import random
random.seed(5)
R = random
alpha = 'aAbB éß日 ,\t\n1٣.xX_-'
def rs(n=8): return ''.join(R.choice(alpha) for _ in range(R.randrange(n)))
def ri(): return R.choice([None, R.randrange(-6, 7)])
def show(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: r = f'{type(e).__name__}: {e}'
    print(repr(r))
for _ in range(1200):
    s = rs(12); t = rs(3)
    m = R.choice(['split', 'rsplit', 'partition', 'rpartition', 'find', 'rfind', 'count', 'replace', 'strip', 'lstrip', 'rstrip', 'startswith', 'endswith', 'join', 'center', 'ljust', 'rjust', 'zfill', 'splitlines', 'expandtabs', 'title', 'capitalize', 'swapcase', 'casefold', 'upper', 'lower', 'isidentifier', 'istitle', 'isupper', 'islower', 'isspace', 'isalnum', 'isalpha', 'isdigit', 'isnumeric', 'isdecimal', 'isprintable', 'removeprefix', 'translate', 'encode', 'index', 'slice', 'mul', 'in', 'cmp'])
    print(repr(s), m, end=' ')
    if m in ('split', 'rsplit'): show(getattr(s, m), R.choice([None, t]), R.randrange(-1, 4))
    elif m in ('partition', 'rpartition', 'strip', 'lstrip', 'rstrip', 'removeprefix'): show(getattr(s, m), t)
    elif m in ('find', 'rfind', 'count', 'startswith', 'endswith', 'index'): show(getattr(s, m), t, ri(), ri())
    elif m == 'replace': show(s.replace, t, rs(3), R.randrange(-1, 4))
    elif m == 'join': show(s.join, list(t))
    elif m in ('center', 'ljust', 'rjust'): show(getattr(s, m), R.randrange(20), R.choice('* é'))
    elif m == 'zfill': show(s.zfill, R.randrange(20))
    elif m == 'splitlines': show(s.splitlines, R.random() < .5)
    elif m == 'expandtabs': show(s.expandtabs, R.randrange(9))
    elif m == 'translate': show(s.translate, {ord(c): R.choice([None, 'z', 66]) for c in t})
    elif m == 'encode': show(s.encode, R.choice(['utf-8', 'ascii', 'latin-1', 'utf-16']), R.choice(['strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace']))
    elif m == 'slice':
        a, b, c = ri(), ri(), R.choice([None, 1, -1, 2, -2, 3])
        print(a, b, c, repr(s[a:b:c]))
    elif m == 'mul': print(repr(s * R.randrange(-1, 4)))
    elif m == 'in': print(t in s)
    elif m == 'cmp': print(s < t, s == t, s >= t, sorted([s, t]))
    else: show(getattr(s, m))
l = []
for _ in range(1200):
    op = R.randrange(16)
    v = R.randrange(10)
    try:
        if op == 0: l.append(v)
        elif op == 1: l.insert(R.randrange(-15, 15), v)
        elif op == 2: print(l.pop(R.randrange(-5, 5)))
        elif op == 3: l.remove(v)
        elif op == 4: print(l.index(v, R.randrange(-5, 5)))
        elif op == 5: l.extend(range(v % 4))
        elif op == 6: l.reverse()
        elif op == 7: l.sort(key=lambda x: -x % 4, reverse=R.random() < .5)
        elif op == 8: l[ri():ri()] = range(v % 5)
        elif op == 9: l[ri():ri():R.choice([2, -1, 3])] = range(v)
        elif op == 10: del l[ri():ri():R.choice([1, 2, -1, -3])]
        elif op == 11: l[R.randrange(-8, 8)] = v
        elif op == 12: del l[R.randrange(-8, 8)]
        elif op == 13: print(l.count(v), v in l, l[ri():ri()], l + [v], l * (v % 3), max(l), sum(l))
        elif op == 14: l += (v,); l *= R.choice([1, 1, 1, 2, 0])
        else: print(sorted(l), sorted(l, reverse=True), list(reversed(l)), l == sorted(l), l < [5], tuple(l), l.copy())
    except Exception as e: print(type(e).__name__, e)
    del l[30:]
    print(l)
d = {}; s = set()
for _ in range(1200):
    op = R.randrange(18); k = R.choice([R.randrange(20), float(R.randrange(20)), str(R.randrange(9)), (R.randrange(4),), None, True])
    k2 = R.randrange(12)
    try:
        if op < 4: d[k] = k2
        elif op == 4: del d[k]
        elif op == 5: print(d.pop(k))
        elif op == 6: print(d.pop(k, 'no'), d.get(k2), d.setdefault(k, 5))
        elif op == 7: print(d.popitem())
        elif op == 8: d.update({k: 1, k2: 2}); d |= {k2: 3}
        elif op == 9: print(k in d, list(d), list(reversed(d)), list(d.values())[:3], list(d.items())[-2:])
        elif op < 12: s.add(k2 * R.choice([1, 7, 1000, -3]))
        elif op == 12: s.discard(k2)
        elif op == 13: s.remove(k2)
        elif op == 14: print(s.pop())
        elif op == 15: s ^= {k2, k2 + 1}; s |= set(range(k2)); print(s)
        elif op == 16: s &= set(range(-40, k2 * 1000)); s -= {k2}; print(s)
        else: o = set(range(k2, k2 + 9)); print(s | o, s & o, s - o, s ^ o, s <= o, s.isdisjoint(o), len(s), frozenset(o))
    except Exception as e: print(type(e).__name__, e)
    if len(d) > 25: d.clear()
    print(d)
class K:
    def __init__(self, a, b): self.a, self.b = a, b
    def __lt__(self, o): return self.a < o.a
    def __repr__(self): return f'{self.a}{self.b}'
for n in (5, 20, 70, 300):
    ks = [K(R.randrange(n // 3 + 1), R.choice('xyz')) for _ in range(n)]
    print(sorted(ks), sorted(ks, reverse=True), sorted(ks, key=lambda k: k.b), sorted(ks, key=lambda k: (k.b, k.a)), min(ks), max(ks))
    xs = [R.choice([R.randrange(50), R.random() * 50, True]) for _ in range(n)]
    print(sorted(xs), sorted(map(str, xs)), sorted(xs, key=lambda x: x % 7, reverse=True))
