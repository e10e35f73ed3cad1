# with, match, loops, unpacking, del, augmented assignment, f-strings, chained comparison.
class CM:
    def __init__(self, name, swallow=False, fail=None): self.name, self.swallow, self.fail = name, swallow, fail
    def __enter__(self):
        print('enter', self.name)
        if self.fail == 'enter': raise RuntimeError('enter')
        return self.name
    def __exit__(self, t, v, tb):
        print('exit', self.name, t and t.__name__, v, tb is not None)
        if self.fail == 'exit': raise RuntimeError('exit')
        return self.swallow
with CM('a') as a, CM('b') as b: print(a, b)
with (CM('p') as p, CM('q', True)): print(p); raise ValueError('x')
try:
    with CM('c', fail='exit'): raise ValueError('body')
except RuntimeError as e: print(e, repr(e.__context__))
try:
    with CM('d'), CM('e', fail='enter'): print('never')
except RuntimeError as e: print(e)
def f():
    with CM('r'): return 'ret'
print(f())
def f():
    for i in range(3):
        with CM(i):
            if i == 0: continue
            if i == 1: break
    return i
print(f())
class D: pass
with CM('t') as D.attr: pass
with CM('t') as (x, ): pass
print(D.attr, x)
for bad in (3, D()):
    try:
        with bad: pass
    except TypeError as e: print(e)
class OnlyEnter:
    def __enter__(self): pass
try:
    with OnlyEnter(): pass
except TypeError as e: print(e)
def m(x):
    match x:
        case 0 | 1: return 'small'
        case -1: return 'neg'
        case 1.5: return 'float'
        case 'a' | 'b' as s: return 'str ' + s
        case None: return 'none'
        case True: return 'true'
        case []: return 'empty'
        case [x]: return f'one {x}'
        case [1, x, *rest]: return f'starts 1 {x} {rest}'
        case (a, [b, *_], c): return f'nested {a} {b} {c}'
        case [*init, 'end']: return f'ends {init}'
        case {'type': 'point', 'x': x, 'y': y, **rest}: return f'point {x} {y} {rest}'
        case {'k': [a, b]}: return f'k {a} {b}'
        case {}: return 'mapping'
        case int(n) if n > 100: return f'big {n}'
        case int() | float(): return 'number'
        case str(s): return f'other {s}'
        case Point(x=0, y=0): return 'origin'
        case Point(x, y) if x == y: return f'diag {x}'
        case Point(x, y=yy): return f'point({x},{yy})'
        case Color.RED: return 'red'
        case bytes(b): return b
        case _: return 'default'
class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
class Color:
    RED = object()
for v in (0, 1, -1, 1.5, 'a', 'b', 'zz', None, True, False, [], [9], [1, 2], [1, 2, 3, 4], (5, [6, 7], 8), [7, 8, 'end'], {'type': 'point', 'x': 1, 'y': 2, 'z': 3},
          {'k': [1, 2]}, {'q': 1}, 1000, 50, 2.25, Point(0, 0), Point(3, 3), Point(1, 2), Color.RED, b'x', {1}, range(3), object):
    print(m(v))
class MyPoint(Point): pass
print(m(MyPoint(4, 4)))
def m2(x):
    match x:
        case (1, y) | (y, 1): return y
        case {'a': 1 | 2 as n}: return n
        case [Point(x=a), Point(x=b)]: return a, b
        case complex(real=r, imag=i): return r, i
        case [[a, b], [c, d]] if (t := a + d): return t
    return 'none'
for v in ((1, 5), (6, 1), {'a': 2, 'b': 3}, [Point(1, 2), Point(3, 4)], 3j, [[1, 2], [3, 4]], [[0, 2], [3, 0]], 'x'): print(m2(v))
try:
    match Point(1, 2):
        case Point(1, 2, 3): pass
except TypeError as e: print(e)
try:
    match 5:
        case int(1, 2): pass
except TypeError as e: print(e)
# loops
for i in range(3):
    if i == 5: break
else: print('for else')
while i: i -= 1
else: print('while else', i)
for i, (a, *b) in enumerate([(1, 2, 3), 'xyz']): print(i, a, b)
n = 0
while True:
    n += 1
    if n % 2: continue
    if n > 5: break
print(n)
for x in (l := [1, 2, 3]):
    if x < 3: l.append(x + 10)
    if len(l) > 8: break
print(l)
# unpacking
a, (b, [c, *d]), *e = 1, (2, [3, 4, 5]), 6, 7
print(a, b, c, d, e)
*a, b = 'xyz'; print(a, b)
[a, b] = {1: 2, 3: 4}; print(a, b)
for bad in ('a, b = 1, 2, 3', 'a, b = 1,', 'a, *b, c = 1,', 'a, b = 5', 'a, b = "x"', 'a, b = {1}', '(a, b), c = 1, 2', 'x, y = iter([1])'):
    try: exec(bad)
    except (TypeError, ValueError) as e: print(bad, '->', type(e).__name__, e)
# del and augmented assignment
d = {'a': [1, 2, 3], 'b': 1}
d['b'] += 5; d['a'][1:2] = [7, 8]; d['a'] += [9]; d['a'] *= 2; del d['a'][0], d['b']
print(d)
class O: v = 1
o = O(); o.v += 1; o.v <<= 3; o.v |= 1; o.v **= 2; o.v //= 3; o.v %= 50; o.v ^= 5; o.v &= 62; o.v -= 1; o.v /= 2
print(o.v, O.v)
s = 'a'; s += 'b'; s *= 3; print(s)
t = (1,); t2 = t; t += (2,); print(t, t2)
l = l2 = [1]; l += (2,); print(l, l2)
def idx():
    print('idx', end=' '); return 0
l[idx()] += 10; print(l)
# comparison chains and boolean operators
def side(x): print('side', x, end='; '); return x
print(side(1) < side(2) < side(3), side(3) < side(2) < side(1), 1 < 2 > 1 != 3 in [3], 1 == 1.0 is not None)
print(0 or [] or 'x', 1 and '' and 2, not 0, None or 0, 'a' and 'b', not [] and 5)
print([] is [], None is None, 3 in (1, 2, 3), 'b' not in 'abc', (1 if 0 else 2), 5 if 1 else 1 / 0)
# f-strings
x, y, w = 3.14159, 'str', 10
print(f'{x:.2f}|{y!r:>8}|{x:{w}.{3}}|{x=}|{x = :.1f}|{y=!s}|{{}}|{"nested " + f"{y}"}|{x!r}|{1,2}|{ {"a": 1}["a"] }|{y:^{w}}|{w:#x}|{w:+d}|{1e10:,.0f}|{True}|{None}|{[1, 2]!s:>10}')
print(f'{x:>{w}}' f'{"a" if x else "b"}' 'plain' f"{'q'}", f'', f'{y}', rf'\d{w}', f'''{
    w
}''')
try: f'{x:zz}'
except ValueError as e: print(e)
try: f'{[]:>5}'
except TypeError as e: print(e)
# misc
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, z=3), (lambda: 0)(), [f(2) for f in (lambda x: x, lambda x: x * x)])
def deco(tag):
    def wrap(f):
        def inner(*a, **k): return tag, f(*a, **k)
        inner.__name__ = f.__name__
        return inner
    return wrap
@deco('outer')
@deco('inner')
def decorated(a, b=2, *, c=3): return a, b, c
print(decorated(1), decorated(1, c=5), decorated.__name__)
@lambda c: [c.__name__]
class Decorated: pass
print(Decorated)
def doc(): 'the doc'; return 1
print(doc.__doc__, doc.__name__, doc.__module__, doc.__code__.co_name, doc.__code__.co_varnames)
def dflt(a, b=1, /, c=2, *, d=3): pass
print(dflt.__defaults__, dflt.__kwdefaults__, dflt.__code__.co_argcount, dflt.__code__.co_posonlyargcount, dflt.__code__.co_kwonlyargcount)
print(1_000, 0xff, 0b11, 0o17, 1e3, 2j * 2j, 'a' 'b', b'a' b'b', r'\n', '\x41\u00e9\N{BULLET}', ...)
print(10 ** 30, -7 // 2, -7 % 3, 7 // -2, 2 ** -1, 2 ** 100 % 7, 1 << 70, -1 >> 3, ~5, 5 & 3, 5 | 3, 5 ^ 3, 7.5 // 2, -7.5 % 2, 1 / 3)
print(9223372036854775807 + 1, -9223372036854775808 - 1, 9223372036854775807 * 2, 3037000500 * 3037000500, -(-9223372036854775808))
if True: print('one line'); print('two')
for _ in range(2): print(_, end=','); print()
global_stmt = 1
def g():
    global global_stmt
    global_stmt += 1
    def h():
        global global_stmt
        global_stmt *= 10
    h()
g(); print(global_stmt)
print(type(lambda: 0).__name__, (lambda: 0).__name__, (lambda: 0).__qualname__)
print(eval('1 + x', {'x': 5}), eval('[i for i in range(y)]', {}, {'y': 2}))
ns = {}; exec('def q(z): return z + 1\nw = q(4)\nclass QQ:\n  t = w', ns); print(ns['w'], ns['QQ'].t)
loc = {}; exec('a = 1; b = a + 1', {}, loc); print(loc)
def ex():
    v = 5
    exec('v = 6; u = v')
    return v
print(ex(), eval(compile('3*3', 'f', 'eval')))
x = 5
print(x if x > 3 else -x, [x, -x][x > 10], x.__add__(3), (x).real)
print(*[1, 2], *'ab', sep='-')
print(max([3, 1], key=lambda v: -v), sorted('bca', reverse=True), list(filter(None, [0, 1])), [*map(lambda a, b: a + b, [1], [2])])
print(__name__)
def varkw(**kw): return kw
print(varkw(**{'a b': 1, 'c': 2}))
try: varkw(**{1: 2})
except TypeError as e: print(e)
try: varkw(a=1, **{'a': 2})
except TypeError as e: print(e)
try: varkw(*5)
except TypeError as e: print(e)
try: varkw(**5)
except TypeError as e: print(e)
try: varkw(1)
except TypeError as e: print(e)
try: [*5]
except TypeError as e: print(e)
try: {**5}
except TypeError as e: print(e)
try: del undefined_var
except NameError as e: print(e)
import sys as system, sys
from sys import exc_info as info
print(info(), system is sys)
try: from sys import nothing_here
except ImportError as e: print(e, e.name)
try: import no_such_module_x
except ModuleNotFoundError as e: print(e, e.name)
try: from no_such_module_y import z
except ImportError as e: print(type(e).__name__, e)
