import sys
p = 'monge_values_test.txt'
with open(p, 'w') as f:
    print(f.write('line1\nline2\n'), f.closed, f.mode)
    f.writelines(['a\n', 'b\n']); print('x', 1, sep='-', end='!\n', file=f); print(f.tell())
print(f.closed)
with open(p) as f:
    print(f.readline(), f.read(3), f.readlines())
with open(p) as f:
    for i, l in enumerate(f): print(i, repr(l))
with open(p, 'a') as f: f.write('é日\n')
print(open(p, encoding='utf-8').read()[-3:], len(open(p, 'rb').read()), open(p, 'rb').readline())
with open(p, 'r+') as f:
    f.seek(2); print(f.read(2)); f.seek(0); f.write('LI')
print(open(p).read().split()[0])
for a in (('/nonexistent/x',), (p, 'q'), (p, 'rw'), (p, 'x'), (5.5,), ('/tmp',), (p, 'rb', -1, 'utf-8') if False else ('/nope',)):
    try: open(*a)
    except Exception as e: print(type(e).__name__, e)
f = open(p); f.close()
for m in ('read', 'readline', 'write', '__enter__'):
    try: getattr(f, m)(*(['x'] if m == 'write' else []))
    except Exception as e: print(type(e).__name__, e)
with open(p) as f:
    try: f.write('x')
    except Exception as e: print(type(e).__name__, e)
with open(p, 'wb') as f:
    print(f.write(b'abc\xff'))
    try: f.write('x')
    except TypeError as e: print(e)
try: open(p).read()
except UnicodeDecodeError as e: print(e)
print(open(p, errors='replace').read(), open(p, encoding='latin-1').read())

class W:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
    def flush(self): self.parts.append('FLUSH')
w = W(); print('a', 1, 2.5, sep=',', file=w, flush=True); print(w.parts)
print(); print(sep='x'); print('a', None, sep=''); print(*[1, 2], sep='\n', end='\n--\n'); print('x', end=''); print()
sys.stdout.write('direct\n'); print(file=sys.stdout)
old = sys.stdout; sys.stdout = w; print('captured'); sys.stdout = old; print(w.parts)
# containers in containers, recursion
l = [1]; l.append(l); d = {'l': l}; d['d'] = d; print(l, d); t = (l, d); print(t)
a = []; b = [a]; a.append(b)
try: print(a == b)
except RecursionError as e: print(type(e).__name__, e)
class R:
    def __repr__(self): return repr(self)
try: repr(R())
except RecursionError as e: print('RecursionError')
# mutation while iterating
d = {1: 2, 3: 4}
try:
    for k in d: d[k + 10] = 1
except RuntimeError as e: print(e)
d = {1: 2, 3: 4}
try:
    for k in d: del d[k]
except RuntimeError as e: print(e)
s = {1, 2}
try:
    for k in s: s.add(k + 10)
except RuntimeError as e: print(e)
l = [1, 2, 3]
for x in l:
    if len(l) < 6: l.append(x * 10)
print(l)
for x in l[:]: l.remove(x)
print(l)
l = [3, 1, 2]
try: l.sort(key=lambda x: l.append(x) or x)
except ValueError as e: print(e, l)
it = iter([1, 2, 3]); print(next(it), list(it), list(it), next(it, 'end'))
g = (x * x for x in range(4)); print(sum(g), list(g))
print(list(map(lambda *a: a, [1, 2], 'ab', (True, False))), dict(enumerate('ab')), [*zip(*[(1, 2), (3, 4)])], list(zip(range(3), 'ab')))
print({**{'a': 1}, 'b': 2, **{'a': 3}}, [*range(3), *'ab'], {*[1, 2], 3}, (*[], 1))
x = [1, 2, 3, 4, 5]; x[1:3] = 'abc'; print(x); x[::2] = [0, 0, 0]; print(x); del x[::2]; print(x); x[:0] = [9]; print(x); x[5:] = (7,); print(x); x *= 2; print(x); x[-1:] = []; print(x)
for e in ('x[::2] = [1]', 'x[0:1] = 5', 'x["a"] = 1', 'x[99] = 1', 'del x[99]', 'del (1, 2)[0]', '(1, 2)[0] = 1', '"a"[0] = "b"', 'del "a"[0]', 'range(3)[0] = 1', '{}[[]] = 1', 'del {}[1]', 'del {1}[1]', '{1}[1] = 2', 'x[1:2:0] = []', '5[0] = 1', 'del 5[0]', 'None[0]', 'x[1.5]', 'b"a"[0] = 1', 'frozenset()[0] = 1'):
    try: exec(e); print('ok', e)
    except Exception as ex: print(e, '|', type(ex).__name__, ex)
a, *b, c = range(5); print(a, b, c); (a, (b, *c)), d = [1, 'xyz'], 2; print(a, b, c, d)
for e in ('a, b = 1', 'a, b = 1, 2, 3', 'a, b = 1,', 'a, *b, c = 1,', 'a, b = "x"', 'a, b = {1: 2}', '[a] = []', 'a, b = iter([1])'):
    try: exec(e)
    except Exception as ex: print(e, '|', type(ex).__name__, ex)
print(1 if [] else 2, not {}, () or 'x', 0 and 1, None is None, [] is [], (1, 2) == (1, 2), x is x, ... is Ellipsis)
n = float('nan'); print(n == n, n in [n], [n] == [n], {n: 1}[n], (n,) == (n,), float('nan') in [float('nan')], [float('nan')] == [float('nan')], len({float('nan'), float('nan')}))
print(0.1 + 0.2, 1e16, 1e15, 123456789.123456789, 1/3, 2**0.5, 1e-5, 0.0001, 5e-324, 1.7976931348623157e308, -0.0, 1e22, 1e21, float(2**53), 100.0, 1e2)
print(10**20, -10**20, 2**64 - 1, 0xff, 0b11, 0o17, 1_000, -7 // 2, -7 % 3, 7 // -2, 7 % -3, divmod(-7, 2), 2**-1, (-2)**3, 5 // 0.3, 2**100 % 97)
print(3 + 4j, (3 + 4j) * 1j, abs(3 + 4j), (1 + 2j).conjugate(), 1j ** 2, complex('1+2j'), 1j == 1j, -1j, 0j, complex(0, -0.0), complex(-0.0, 0))
print('%s|%r|%5d|%-5d|%05.1f|%x|%e|%%|%c' % ('a', 'a', 42, 42, 3.14159, 255, 12345.678, 'z'), '%(a)s %(b)d' % {'a': 1, 'b': 2})
print('{:>10}|{:<10}|{:^10}|{:*^10}|{:+d}|{:,}|{:_}|{:.2e}|{:%}|{:#x}|{:08.3f}|{!r:>5}'.format('a', 'b', 'c', 'd', 5, 1234567, 1234567, 12345.678, 0.25, 255, 3.14159, 'x'))
print(f'{1 + 1} {"a" * 3!r} {3.14159:.{2}f} {[1, 2][0]} {{}} {10:>{5}} {x!s:.3} {1,}', f'{1=} {x[0]=:>5}')
