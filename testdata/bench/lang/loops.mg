"""Small loops that time one thing each; runs under Monge and under CPython. Prints name and ns per step."""
import time
def loop(n):
    s = 0
    for i in range(n):
        s += i
    return s
def wloop(n):
    i = 0
    while i < n:
        i += 1
    return i
def floop(n):
    x = 0.0
    for i in range(n):
        x = x * 0.5 + 1.5
    return x
def fib(n):
    if n < 2: return n
    return fib(n-1) + fib(n-2)
class A:
    def __init__(self, x): self.x = x
    def m(self): return self.x
def meth(n):
    a = A(1)
    for i in range(n):
        a.m()
def attr(n):
    a = A(1)
    for i in range(n):
        a.x
        a.x = i
def make(n):
    for i in range(n):
        A(i)
def f1(x): return x
def call(n):
    for i in range(n): f1(i)
def kwcall(n):
    for i in range(n): f1(x=i)
def lst(n):
    l = []
    for i in range(n): l.append(i)
    s = 0
    for i in range(n): s += l[i]
    return s
def comp(n): return len([i*i for i in range(n)])
def dct(n):
    d = {}
    for i in range(n): d[i] = i
    s = 0
    for i in range(n): s += d[i]
    return s
def sdct(n):
    d = {}
    ks = [str(i) for i in range(100)]
    for j in range(n//100):
        for k in ks: d[k] = d.get(k, 0) + 1
def exc(n):
    for i in range(n):
        try:
            raise ValueError(i)
        except ValueError as e:
            pass
def gen(n):
    def g():
        for i in range(n): yield i
    s = 0
    for x in g(): s += x
    return s
def srt(n):
    return sorted([(i * 7919) % n for i in range(n)], key=lambda x: -x)
def strs(n):
    s = ''
    for i in range(n): s = s + 'x'
    return len(s)
def fstr(n):
    for i in range(n): f'{i}:{i+1}'
def glob(n):
    global G
    G = 0
    for i in range(n):
        G = G + 1
def bench(name, f, n):
    best = 1e9
    for _ in range(3):
        t = time.perf_counter(); f(n); t = time.perf_counter() - t
        best = min(best, t)
    print(f'{name:10} {best/n*1e9 if name!="fib" else best*1e3:8.1f}', flush=True)
bench('loop', loop, 1000000)
bench('wloop', wloop, 1000000)
bench('floop', floop, 1000000)
bench('fib', fib, 24)
bench('meth', meth, 300000)
bench('attr', attr, 300000)
bench('make', make, 200000)
bench('call', call, 500000)
bench('kwcall', kwcall, 300000)
bench('lst', lst, 300000)
bench('comp', comp, 500000)
bench('dct', dct, 300000)
bench('sdct', sdct, 300000)
bench('exc', exc, 100000)
bench('gen', gen, 300000)
bench('srt', srt, 100000)
bench('strs', strs, 20000)
bench('fstr', fstr, 200000)
bench('glob', glob, 500000)
