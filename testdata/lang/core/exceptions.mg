# Exceptions: attributes, chaining, custom classes, hierarchy.
class AppError(Exception):
    def __init__(self, msg, code):
        super().__init__(msg)
        self.code = code
class SubError(AppError):
    def __str__(self): return f'<{self.args[0]}:{self.code}>'
try:
    raise SubError('bad', 7)
except AppError as e:
    print(e, e.code, e.args, repr(e), isinstance(e, Exception))
for exc in (ValueError(), ValueError('a'), ValueError('a', 1), KeyError('k'), KeyError(), KeyError('a', 'b'), OSError(2, 'No such file', 'f.txt'),
            OSError('plain'), StopIteration(5), SystemExit(3), IndexError('i'), UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'invalid start byte'), AttributeError('x', name='n', obj=3),
            NameError('x', name='n'), ImportError('x', name='m', path='p'), ArithmeticError, SyntaxError('m', ('f.py', 3, 4, 'text', 3, 6)), KeyboardInterrupt(), RecursionError('r'), ModuleNotFoundError('mm')):
    if isinstance(exc, type): exc = exc()
    print(type(exc).__name__, repr(exc), '|', str(exc), '|', exc.args, [b.__name__ for b in type(exc).__mro__[1:-2]])
e = OSError(2, 'No such file', 'f.txt'); print(type(e).__name__, e.errno, e.strerror, e.filename)
e = OSError(13, 'x'); print(type(e).__name__, e.filename)
e = StopIteration(5); print(e.value)
e = SystemExit('bye'); print(e.code, SystemExit().code)
e = AttributeError('x', name='n', obj=3); print(e.name, e.obj)
e = ImportError('x', name='m', path='p'); print(e.name, e.path, e.msg)
try: KeyError(x=1)
except TypeError as t: print(t)
# chaining
def chain(how):
    try:
        try:
            1 / 0
        except ZeroDivisionError as z:
            if how == 'from': raise ValueError('v') from z
            if how == 'none': raise ValueError('v') from None
            if how == 'other': raise ValueError('v') from KeyError('k')
            if how == 'class': raise ValueError from KeyError
            if how == 'bare': raise
            if how == 'implicit': raise ValueError('v')
            if how == 'error': undefined_x
            if how == 'badcause': raise ValueError('v') from 3
            if how == 'same': raise z
    except Exception as e:
        return repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__
for how in ('from', 'none', 'other', 'class', 'bare', 'implicit', 'error', 'badcause', 'same'):
    print(how, chain(how))
try:
    try: raise ValueError(1)
    finally:
        try: raise KeyError(2)
        except KeyError as k: print('inner', repr(k.__context__))
except ValueError as e: print(repr(e), repr(e.__context__))
import sys
def info(): return repr(sys.exc_info()[1])
print(info())
try: raise ValueError('x')
except ValueError:
    print(info())
    try: raise KeyError('y')
    except KeyError: print(info())
    print(info())
print(info())
def gen():
    try: yield 1
    except ValueError:
        yield info()
        yield info()
g = gen(); next(g)
try: raise TypeError('t')
except TypeError:
    print(g.throw(ValueError('into')), info())
print(next(g), info())
try: raise
except RuntimeError as e: print(e)
for bad in (3, 'x', int, object()):
    try: raise bad
    except TypeError as e: print(e)
try:
    try: raise ValueError
    except 3: pass
except TypeError as e: print(e)
try:
    try: raise ValueError
    except (TypeError, 'x'): pass
except TypeError as e: print(e)
try:
    try: raise ValueError('keep')
    except (KeyError, IndexError): print('no')
    except (ValueError, TypeError) as e: print('yes', e)
    else: print('no else')
finally: print('fin')
try: e
except NameError as n: print(n)
def f():
    e = 1
    try: raise ValueError
    except ValueError as e: pass
    try: return e
    except UnboundLocalError as u: return str(u)
print(f())
e = ValueError('noted')
e.add_note('first'); e.add_note('second')
print(e.__notes__)
try: e.add_note(3)
except TypeError as t: print(t)
e.custom = 5
print(e.custom, e.__dict__)
e2 = e.with_traceback(None); print(e2 is e, e.__traceback__)
try: e.__cause__ = 3
except TypeError as t: print(t)
e.__cause__ = KeyError('c'); print(repr(e.__cause__), e.__suppress_context__)
e.args = (1, 2); print(e, e.args)
def deep(n):
    if n: return deep(n - 1)
    raise LookupError('deep')
try: deep(3)
except LookupError as e:
    tb, names = e.__traceback__, []
    while tb:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print([n for n, _ in names])
def inf(n): return inf(n + 1)
try: inf(0)
except RecursionError as e: print(type(e).__name__, e)
class R:
    def __repr__(self): return repr(self)
try: repr(R())
except RecursionError as e: print(type(e).__name__)
try: assert 1 == 2, 'message'
except AssertionError as e: print(repr(e))
try: assert []
except AssertionError as e: print(repr(e))
assert True, 1 / 0
class E1(Exception): pass
class E2(E1, ValueError): pass
try: raise E2('multi')
except ValueError as e: print(type(e).__mro__)
class WithNew(Exception):
    def __new__(cls, *a):
        s = super().__new__(cls, *a); s.made = True; return s
print(WithNew(1).made, WithNew(1).args)
class NoSuper(Exception):
    def __init__(self, a, b): self.a = a
print(NoSuper(1, 2).args, str(NoSuper(1, 2)), repr(NoSuper('x', 'y')))
try: raise NoSuper
except TypeError as e: print(e)
def ctx():
    try:
        try: raise ValueError('1')
        except ValueError: raise KeyError('2')
    except KeyError:
        try: raise IndexError('3')
        except IndexError as e: return [type(x).__name__ for x in (e, e.__context__, e.__context__.__context__)]
print(ctx())
def reraise_later():
    try: raise ValueError('orig')
    except ValueError as e: saved = e
    try: raise KeyError('k')
    except KeyError:
        try: raise saved
        except ValueError as e: return repr(e.__context__)
print(reraise_later())
try:
    try: raise ValueError('a')
    except ValueError as a:
        try: raise KeyError('b')
        except KeyError as b: raise a
except ValueError as e: print(repr(e.__context__), repr(e.__context__.__context__))
def ret_in_finally():
    try: raise ValueError
    finally: return 'swallowed'
print(ret_in_finally(), info())
def loop():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            print('body', i)
        finally: print('fin', i)
    return i
print(loop())
def nested():
    try:
        try: return 'a'
        finally: print('f1')
    finally: print('f2')
print(nested())
def value_kept():
    x = 1
    try: return x
    finally: x = 2
print(value_kept())
def excgroup():
    try: raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except ExceptionGroup as e: return str(e), e.exceptions, e.message
print(excgroup())
print(int.__doc__ is not None, BaseException.__subclasses__ is not None)
for src in ('1/0', '[][1]', '{}["k"]', 'int("x")', '"a"+1', 'None.x', 'len(3)', '3()', '[1].foo', '"abc".foo()', 'x.y.z', 'f(', 'a b', "int('z', 40)", 'range(1)[5]', '(1,2)[3]', '{1:2}[3]', '3 < "a"', '[1]+(2,)', '-"a"', 'not_defined', 'import_', '[a for a in 3]', 'a, b = 1', 'print(1, foo=2)', 'dict([1])', 'raise 3'):
    try: exec(src)
    except Exception as e: print(src, '->', type(e).__name__, e if not isinstance(e, SyntaxError) else '')
