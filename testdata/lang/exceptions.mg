# Which clauses run.
def f(k):
    log = []
    try:
        log.append("try")
        if k == 1:
            raise ValueError("v")
        if k == 2:
            raise KeyError("k")
        if k == 3:
            return log
    except ValueError as e:
        log.append("value " + str(e))
    except (KeyError, IndexError) as e:
        log.append(f"key {e} {e.args}")
    else:
        log.append("else")
    finally:
        log.append("finally")
    return log


eq(f(0), ["try", "else", "finally"])
eq(f(1), ["try", "value v", "finally"])
eq(f(2), ["try", "key 'k' ('k',)", "finally"])
eq(f(3), ["try", "finally"])

---
# Chaining.
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise TypeError("t") from e
except TypeError as t:
    eq((repr(t.__cause__), t.__context__ is t.__cause__, t.__suppress_context__), ("ZeroDivisionError('division by zero')", True, True))
try:
    try:
        {}["a"]
    except KeyError:
        raise TypeError("t")
except TypeError as t:
    eq((repr(t.__context__), t.__cause__, t.__suppress_context__), ("KeyError('a')", None, False))
try:
    try:
        {}["a"]
    except KeyError:
        raise TypeError("t") from None
except TypeError as t:
    eq((repr(t.__context__), t.__cause__, t.__suppress_context__), ("KeyError('a')", None, True))

---
# Bare raise, also in nested functions.
def again():
    raise


def f():
    try:
        raise ValueError("x")
    except ValueError:
        again()


raises(ValueError, "x", f)
raises(RuntimeError, "No active exception to reraise", again)

---
# return, break and continue in finally.
def f():
    try:
        raise ValueError
    finally:
        return "swallowed"


def g():
    for i in range(3):
        try:
            raise ValueError
        finally:
            if i < 2:
                continue
            break
    return i


def h():
    x = 1
    try:
        return x
    finally:
        x = 2


eq((f(), g(), h()), ("swallowed", 2, 1))

---
# Classes and instances, args, repr, str.
for e, r, s in [(ValueError(), "ValueError()", ""), (ValueError("a"), "ValueError('a')", "a"), (ValueError("a", 1), "ValueError('a', 1)", "('a', 1)"), (KeyError("k"), "KeyError('k')", "'k'"), (KeyError(), "KeyError()", ""), (OSError(2, "No such"), "FileNotFoundError(2, 'No such')", "[Errno 2] No such"), (StopIteration(5), "StopIteration(5)", "5"), (SystemExit(1), "SystemExit(1)", "1")]:
    eq((repr(e), str(e)), (r, s))


class E(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code


class Sub(E):
    pass


try:
    raise Sub(7)
except E as e:
    eq((e.code, str(e), repr(e), e.args, type(e).__name__), (7, "code 7", "Sub('code 7')", ("code 7",), "Sub"))
raises(TypeError, "exceptions must derive from BaseException", lambda: exec("raise 5"))
raises(TypeError, "exceptions must derive from BaseException", lambda: exec("raise 'text'"))
raises(TypeError, "exception causes must derive from BaseException", lambda: exec("raise ValueError from 5"))


def bad_clause():
    try:
        1 / 0
    except "text":
        pass


raises(TypeError, "catching classes that do not inherit from BaseException is not allowed", bad_clause)

---
# Hierarchy.
eq([issubclass(a, b) for a, b in [(KeyError, LookupError), (IndexError, LookupError), (ZeroDivisionError, ArithmeticError), (FileNotFoundError, OSError), (ModuleNotFoundError, ImportError), (UnboundLocalError, NameError), (RecursionError, RuntimeError), (NotImplementedError, RuntimeError), (UnicodeDecodeError, ValueError), (KeyboardInterrupt, Exception), (SystemExit, Exception), (StopIteration, Exception), (IOError, OSError), (TabError, SyntaxError)]], [True] * 9 + [False, False, True, True, True])

---
# Handlers are tried in order; a tuple may be nested by name.
errors = (KeyError, ValueError)


def f(e):
    try:
        raise e
    except errors:
        return "errors"
    except Exception:
        return "exception"
    except BaseException:
        return "base"


eq([f(KeyError()), f(ValueError), f(TypeError()), f(KeyboardInterrupt())], ["errors", "errors", "exception", "base"])

---
# Notes.
e = ValueError("x")
e.add_note("one")
e.add_note("two")
eq(e.__notes__, ["one", "two"])
raises(TypeError, "note must be a str, not 'int'", e.add_note, 5)

---
# Errors in the protocols themselves.
class C:
    def __enter__(self): return self
    def __exit__(self, t, v, tb): return t is KeyError


with C():
    raise KeyError("swallowed")


def f():
    with C():
        raise ValueError("kept")


raises(ValueError, "kept", f)


class Exit:
    def __enter__(self): return 1
    def __exit__(self, *a): raise RuntimeError("in exit")


def g():
    with Exit():
        raise ValueError("body")


try:
    g()
except RuntimeError as e:
    eq(repr(e.__context__), "ValueError('body')")

---
# A loop over a generator that fails does not end quietly.
def gen():
    yield 1
    raise ValueError("late")


def f():
    return [x for x in gen()]


def g():
    for x in gen():
        pass


def h():
    return sum(map(lambda x: 1 // x, [1, 0]))


raises(ValueError, "late", f)
raises(ValueError, "late", g)
raises(ZeroDivisionError, "integer division or modulo by zero", h)

---
def f():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise KeyError("second") from e


f() ### "KeyError: 'second'"

---
try:
    pass
except: ### "SyntaxError: default 'except:' must be last"
    pass
except ValueError:
    pass

---
try:
    x = int("nope") ### "ValueError: invalid literal for int\\(\\) with base 10: 'nope'"
finally:
    y = 1
