# Generators: send, throw, close, delegation, PEP 479, iteration protocol.
def g():
    print('start')
    try:
        x = yield 1
        print('got', x)
        y = yield x * 2
        print('got', y)
        return 'done'
    finally:
        print('cleanup')
it = g()
print(next(it), it.send(5))
try: it.send(6)
except StopIteration as e: print('stop', e.value)
try: next(it)
except StopIteration as e: print('again', e.value)
it = g(); next(it); it.close(); print('closed'); it.close()
it = g()
try: it.send(3)
except TypeError as e: print(e)
it.close()
def catcher():
    while True:
        try: yield 'ready'
        except ValueError as e: yield ('caught', str(e))
        except GeneratorExit: print('exit'); raise
c = catcher(); print(next(c), c.throw(ValueError('v')), next(c))
try: c.throw(KeyError('k'))
except KeyError as e: print(repr(e))
try: next(c)
except StopIteration: print('finished')
c = catcher(); next(c); c.close()
def stubborn():
    try: yield 1
    except GeneratorExit: yield 2
s = stubborn(); next(s)
try: s.close()
except RuntimeError as e: print(e)
def stops(): 
    yield 1
    raise StopIteration('inner')
try: list(stops())
except RuntimeError as e: print(e, repr(e.__cause__))
def inner():
    try:
        a = yield 'i1'
        print('inner a', a)
        b = yield 'i2'
        print('inner b', b)
    except ValueError as e:
        print('inner caught', e)
        yield 'after'
    return 'inner result'
def outer():
    r = yield from inner()
    print('r =', r)
    r = yield from [10, 20]
    print('r2 =', r)
    return 'outer result'
o = outer(); print(next(o), o.send('A'), o.send('B'), next(o))
try: next(o)
except StopIteration as e: print(e.value)
o = outer(); next(o); print(o.throw(ValueError('x')), next(o))
o.close()
def closing():
    try: yield 1
    finally: print('inner closed')
def delegating():
    try: yield from closing()
    finally: print('outer closed')
d = delegating(); next(d); d.close()
def running():
    yield next(r)
r = running()
try: next(r)
except ValueError as e: print(e)
def f(): yield
print(type(f()).__name__, f().__name__, f().__qualname__, list(f()))
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration('val')
        self.n -= 1
        return self.n
print(list(It(3)), [x for x in It(2)], sum(It(4)), tuple(It(2)), max(It(3)))
def df(): return (yield from It(2))
d = df(); print(next(d), next(d))
try: next(d)
except StopIteration as e: print(e.value)
class Bad:
    def __iter__(self): return 3
try: iter(Bad())
except TypeError as e: print(e)
class BadNext:
    def __iter__(self): return self
    def __next__(self): raise ValueError('from next')
for f in (lambda: list(BadNext()), lambda: [x for x in BadNext()], lambda: sum(BadNext()), lambda: dict(BadNext()), lambda: list(map(str, BadNext()))):
    try: f()
    except ValueError as e: print(e)
try:
    for x in BadNext(): pass
except ValueError as e: print('for', e)
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
print(list(Seq()), 4 in Seq(), [*Seq()])
a, b, *c = Seq(); print(a, b, c)
def fibs():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
print([x for x, _ in zip(fibs(), range(10))])
gen = (x * x for x in range(4) if x % 2)
print(list(gen), list(gen))
print(sum(x for x in range(5)), dict((k, v) for k, v in zip('ab', (1, 2))))
def tree(t):
    if isinstance(t, list):
        for x in t: yield from tree(x)
    else: yield t
print(list(tree([1, [2, [3, 4], 5], [[6]]])))
def ping():
    n = 0
    while n < 3:
        try:
            n = yield n
        except ZeroDivisionError:
            n = 100
            yield 'zero'
p = ping(); print(next(p), p.send(1), p.throw(ZeroDivisionError))
try: print(next(p))
except StopIteration: print('end')
def multi():
    try:
        with Ctx() as c:
            yield c
            yield 'second'
    except KeyError: yield 'swallowed key'
class Ctx:
    def __enter__(self): print('enter'); return 'ctx'
    def __exit__(self, *a): print('exit', a[0] and a[0].__name__); return False
m = multi(); print(next(m), m.throw(KeyError('z')))
m = multi(); next(m); m.close()
lam = lambda: (yield 5)
print(list(lam()))
def early(x):
    if x: return
    yield 1
print(list(early(0)), list(early(1)))
def nested_gen():
    def inner(): yield from (i for i in range(3))
    return [list(inner()) for _ in range(2)]
print(nested_gen())
def send_to_list():
    yield from [1, 2]
s = send_to_list(); next(s)
try: s.send(5)
except AttributeError as e: print(e)
def exc_state():
    try: raise ValueError('inside')
    except ValueError as e:
        yield 1
        yield repr(e)
es = exc_state(); next(es)
try: raise KeyError
except KeyError: print(next(es))
it = iter([1, 2, 3]); print(next(it), list(it), next(it, 'dflt'))
print(list(zip(*[iter(range(6))] * 2)), list(enumerate('ab', 1)), list(reversed([1, 2])))
def gi():
    yield
x = gi(); print(x.gi_running, x.gi_frame is not None); next(x)
for v in x: pass
print(x.gi_frame)
def args_gen(a, *b, c=3, **d):
    yield a; yield b; yield c; yield d
print(list(args_gen(1, 2, c=4, e=5)))
try: args_gen()
except TypeError as e: print(e)
print([*map(lambda f: f(), [lambda: 1])], [*range(2), *'ab'], (*[1], *(2,)), {*[1], *{2}}, [*(i for i in range(3))])
def close_return():
    try: yield 1
    except GeneratorExit: return 'r'
c = close_return(); next(c); print(c.close())
print(next((x for x in [] if x), None))
def tb():
    yield 1
    1 / 0
try: list(tb())
except ZeroDivisionError as e:
    t, n = e.__traceback__, []
    while t: n.append(t.tb_frame.f_code.co_name); t = t.tb_next
    print(n)
# a generator made for a loop is closed when the loop is left
def cleanup(tag):
    try:
        yield 1
        yield 2
    finally: print('cleaned', tag)
for x in cleanup('break'):
    break
print('after')
def leave():
    for x in cleanup('return'):
        for y in cleanup('inner'):
            return x
print(leave())
def outer_continue():
    for i in range(2):
        for x in cleanup(i):
            if i: break
    for i in range(2):
        for x in cleanup('x'): 
            try: break
            finally: print('fin')
outer_continue()
try:
    for x in cleanup('raise'): raise KeyError('k')
except KeyError as e: print(repr(e), repr(e.__context__))
kept = cleanup('kept')
for x in kept: break
print(next(kept)); kept.close()
def getter(g): return g
kept = cleanup('passed')
for x in getter(kept): break
kept.close()
for x in cleanup('full'): print(x)
else: print('else')
class Tree:
    def items(self):
        try: yield from (1, 2)
        finally: print('tree done')
for i in Tree().items(): break
def maker():
    global KEPT
    KEPT = cleanup('kept elsewhere')
    return KEPT
for x in maker(): break
print('still open', next(KEPT))
KEPT.close()
