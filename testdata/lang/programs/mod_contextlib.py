import contextlib, io, sys
from contextlib import contextmanager, closing, suppress, redirect_stdout, redirect_stderr, nullcontext, ExitStack, ContextDecorator, AbstractContextManager
@contextmanager
def tag(name, log):
    "Doc of tag."
    log.append("enter " + name)
    try: yield name.upper()
    except KeyError as e: log.append("caught %r" % e)
    finally: log.append("exit " + name)
log = []
with tag("a", log) as v: log.append(v)
with tag("b", log): raise KeyError("k")
try:
    with tag("c", log): raise ValueError("v")
except ValueError as e: log.append(repr(e))
print(log, tag.__name__, tag.__doc__, type(tag("x", [])).__name__)
@tag("deco", log)
def f(x): return x + 1
print(f(1), f(2), log[-4:], f.__name__)
@contextmanager
def none():
    if False: yield
@contextmanager
def twice(): yield 1; yield 2
@contextmanager
def swallow():
    try: yield
    except ZeroDivisionError: pass
@contextmanager
def replace():
    try: yield
    except Exception as e: raise RuntimeError("replaced") from e
def tries(*fs):
    for f in fs:
        try: print(f())
        except BaseException as e: print(type(e).__name__, e, repr(e.__cause__))
def use(cm, exc=None):
    with cm as v:
        if exc: raise exc
        return v
tries(lambda: use(none()), lambda: use(twice()), lambda: use(twice(), ValueError("x")), lambda: use(swallow(), ZeroDivisionError()), lambda: use(replace(), KeyError(1)), lambda: use(swallow(), StopIteration(5)), lambda: use(suppress(KeyError, ValueError), KeyError(1)), lambda: use(suppress(KeyError), ValueError(1)), lambda: use(nullcontext(7)), lambda: use(nullcontext()), lambda: ExitStack().enter_context(5))
class Res:
    def close(self): print("closed")
with closing(Res()) as r: print(type(r).__name__)
out = io.StringIO()
with redirect_stdout(out):
    print("one")
    with redirect_stdout(io.StringIO()): print("lost")
    print("two")
err = io.StringIO()
with redirect_stderr(err): print("err", file=sys.stderr)
print(repr(out.getvalue()), repr(err.getvalue()))
with ExitStack() as st:
    a = st.enter_context(tag("s1", log)); st.callback(print, "callback", end="!\n"); st.push(lambda *d: print("push", d)); b = st.enter_context(tag("s2", log)); print(a, b)
print(log[-4:])
with ExitStack() as st:
    st.push(lambda t, e, tb: True); st.push(lambda t, e, tb: print(t, e)); raise IndexError("swallowed")
try:
    with ExitStack() as st:
        st.callback(lambda: 1 / 0); raise KeyError("first")
except ZeroDivisionError as e: print(repr(e), repr(e.__context__))
st = ExitStack(); st.callback(print, "later"); kept = st.pop_all(); st.close(); print("nothing yet"); kept.close()
class Deco(ContextDecorator):
    def __enter__(self): print("in"); return self
    def __exit__(self, *e): print("out"); return False
@Deco()
def g(): print("body")
g()
class M(AbstractContextManager):
    def __exit__(self, *a): return True
with M() as m: print(m.__class__.__name__); raise ValueError
print(isinstance(Deco(), AbstractContextManager), isinstance(5, AbstractContextManager))
