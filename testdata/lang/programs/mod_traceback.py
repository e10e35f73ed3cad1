import traceback, io, re, sys
def show(text): print(re.sub(r'File ".*/', 'File "', text))
def f(n):
    if n == 0: raise ValueError("deep %d" % n)
    return f(n - 1)
try: f(2)
except ValueError as e:
    show(traceback.format_exc())
    print(traceback.format_exception(e) == traceback.format_exception(type(e), e, e.__traceback__), len(traceback.format_exception(e)), traceback.format_exception_only(e), traceback.format_exception_only(type(e), e))
    s = io.StringIO(); traceback.print_exc(file=s); print(s.getvalue() == traceback.format_exc())
    s = io.StringIO(); traceback.print_exception(e, file=s); print(s.getvalue() == traceback.format_exc())
    tb = traceback.extract_tb(e.__traceback__); print(len(tb), [(x.lineno, x.name, x.line) for x in tb])
    show("".join(traceback.format_tb(e.__traceback__)))
try:
    try: {}["k"]
    except KeyError as k: raise RuntimeError("outer") from k
except RuntimeError as e:
    show(traceback.format_exc()); show(traceback.format_exc(chain=False)); show("".join(traceback.format_exception(e, chain=False)))
try: compile("a b", "src", "exec")
except SyntaxError as e: print("".join(traceback.format_exception_only(e)))
print(traceback.format_exc(), traceback.format_exception_only(None, None), traceback.format_exception_only(KeyError, KeyError("q")), traceback.format_exception(ValueError("no tb")))
e = ValueError("noted"); e.add_note("a note"); print(traceback.format_exception(e))
te = traceback.TracebackException.from_exception(e); print("".join(te.format()), str(te))
try: traceback.format_exception(5)
except TypeError as x: print(x)
