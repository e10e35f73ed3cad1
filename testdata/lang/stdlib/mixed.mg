import math, random, itertools, functools, operator, sys, time, cmath
print(math.sin(1), math.factorial(20), math.comb(10,3), math.gcd(12,18))
random.seed(1); print(random.random(), random.randint(1,10), random.choice('abc'), random.sample(range(100),5), random.gauss(0,1))
x=[1,2,3,4,5]; random.shuffle(x); print(x)
print(list(itertools.combinations('abcd',2)), list(itertools.permutations([1,2,3]))[:3])
print([(k,list(g)) for k,g in itertools.groupby('aabbbc')])
@functools.lru_cache(maxsize=None)
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
print(fib(80), fib.cache_info())
@functools.wraps(fib)
def g(): pass
print(g.__name__)
@functools.total_ordering
class A:
    def __init__(s,x): s.x=x
    def __lt__(s,o): return s.x<o.x
    def __eq__(s,o): return s.x==o.x
print(A(1)>=A(2), A(1)<=A(1))
print(sorted([3,1,2], key=functools.cmp_to_key(lambda a,b: b-a)))
print(sys.version_info, sys.maxsize)
print(operator.itemgetter(1)([1,2]), functools.reduce(lambda a,b:a+b,[1,2,3]))
class C:
    @functools.cached_property
    def p(self): print('once'); return 5
c=C(); print(c.p, c.p)
print(functools.partial(int, base=2)('101'))
@functools.singledispatch
def f(x): return 'obj'
@f.register
def _(x: int): return 'int'
print(f(1), f('a'))
class D(dict):
    def __missing__(self, k): return k*2
d=D(); print(d[2], d)
class L(list): pass
l=L([1,2]); l.append(3); print(l, len(l), l[0], l+[4], sorted(l, reverse=True))
class I(int):
    def __add__(self, o): return I(int(self)+o+100)
print(I(1)+2, 2+I(1), I(5)*2)
class S(str): pass
print(S('abc').upper(), S('x')=='x', {S('x'):1}['x'])
for i in range(3): print(i, end=' ')
print()
try:
    {}['x']
except KeyError as e: print(repr(e), e)
print(f"{3.14159:.2f} {'a':>5} {10:,} {5!r:>3}")
print("%s %d" % ('a', 3), "{} {x}".format(1, x=2))
print(cmath.sqrt(-1), cmath.exp(1j*math.pi))
