def risky(k):
    try:
        if k == 0: return 1 / 0
        if k == 1: return [][1]
        if k == 2: return {}["x"]
        if k == 3: return int("abc")
        if k == 4: raise RuntimeError("custom", 42)
        if k == 5: return None.x
        if k == 6: return "ok"
        if k == 7: raise KeyError
        if k == 8: assert False, "assertion"
        if k == 9: raise StopIteration(5)
    except (ZeroDivisionError, IndexError) as e:
        return f"arith/index: {e}"
    except KeyError as e:
        return f"key: {e} {e.args}"
    except ValueError as e:
        return f"value: {e}"
    except Exception as e:
        return f"other: {type(e).__name__} {e} {e.args}"
    else:
        return "else"
    finally:
        print("finally", k, end="; ")


for k in range(11): print(risky(k))


def nested():
    try:
        try:
            raise ValueError("inner")
        except ValueError as e:
            raise TypeError("outer") from e
    except TypeError as t:
        print(t, repr(t.__cause__), t.__cause__ is t.__context__, t.__suppress_context__)
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise KeyError("during")
    except KeyError as k:
        print(k, repr(k.__context__), k.__cause__, k.__suppress_context__)
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise KeyError("none") from None
    except KeyError as k:
        print(repr(k.__context__), k.__cause__, k.__suppress_context__)


nested()


def reraise():
    try:
        raise ValueError("again")
    except ValueError:
        try:
            raise
        except ValueError as e:
            print("re", e)
    try:
        raise
    except RuntimeError as e:
        print(e)


reraise()
for cls in (Exception, ValueError, KeyError, OSError, StopIteration, SystemExit, KeyboardInterrupt, ArithmeticError, LookupError, UnicodeError, NotImplementedError, RecursionError, ModuleNotFoundError, FileNotFoundError, TimeoutError, EOFError, MemoryError, AssertionError, OverflowError, FloatingPointError, BufferError, NameError, UnboundLocalError, Warning, DeprecationWarning):
    print(cls.__name__, [c.__name__ for c in cls.__mro__[1:-1]], repr(cls()), repr(cls("a")), repr(cls("a", 1)), str(cls()), str(cls("m")))


class E1(Exception):
    pass


class E2(E1):
    def __str__(self): return "custom str"


class E3(E1):
    def __init__(self, a, b): self.a, self.b = a, b


for e in (E1("x"), E2("y"), E3(1, 2)):
    try:
        raise e
    except E1 as c:
        print(type(c).__name__, c, repr(c), c.args, c is e)
try:
    raise E1
except E1 as e:
    print(repr(e), e.args)
try:
    raise 5
except TypeError as e:
    print(e)
try:
    raise ValueError from 5
except TypeError as e:
    print(e)
try:
    raise int
except TypeError as e:
    print(e)
try:
    try:
        1 / 0
    except 5:
        pass
except TypeError as e:
    print(e)


def loop():
    for i in range(4):
        try:
            if i == 1: continue
            if i == 3: break
            print("body", i)
        except ValueError: pass
        else: print("else", i)
        finally: print("fin", i)
    else: print("no break")
    return i


print(loop())


def fin():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"


print(fin())
try:
    e = "before"
    raise ValueError("x")
except ValueError as e:
    pass
try:
    print(e)
except NameError as n:
    print(n)
err = ValueError("noted"); err.add_note("note 1"); err.add_note("note 2"); print(err.__notes__, err.with_traceback(None) is err)
try:
    assert 1 == 2
except AssertionError as a:
    print(repr(a), str(a) == "")
try:
    assert [], f"empty {[]}"
except AssertionError as a:
    print(a)
print(isinstance(OSError(2, "No such"), IOError), OSError(2, "No such").errno, OSError(2, "No such").strerror, repr(OSError(2, "x")), OSError(2, "No such file", "f.txt"), KeyError("a") == KeyError("a"), StopIteration(3).value)
