import warnings, sys
def old():
    warnings.warn("old is old", DeprecationWarning, stacklevel=2)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    warnings.warn("first")
    old()
    warnings.warn(RuntimeWarning("obj"))
    print(len(w), [(str(x.message), x.category.__name__, x.filename.split("/")[-1], x.lineno) for x in w])
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("default")
    for i in range(3): warnings.warn("same")
    for i in range(2): warnings.warn("n%d" % i)
    print([str(x.message) for x in w])
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("once")
    for i in range(3): warnings.warn("once only")
    warnings.warn("once only")
    print(len(w))
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try: warnings.warn("boom", FutureWarning)
    except FutureWarning as e: print(type(e).__name__, e)
    warnings.filterwarnings("ignore", message="qui.*")
    warnings.warn("quiet please")
    try: warnings.warn("loud")
    except UserWarning as e: print(e)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); warnings.filterwarnings("ignore", category=DeprecationWarning)
    old(); warnings.warn("kept"); print([str(x.message) for x in w])
print(repr(warnings.formatwarning("msg", UserWarning, "nofile.py", 3)), repr(warnings.formatwarning("msg", UserWarning, "nofile.py", 3, "x = 1")))
for f in (lambda: warnings.warn("a", int), lambda: warnings.simplefilter("bogus"), lambda: warnings.warn("a", "b")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
with warnings.catch_warnings():
    warnings.simplefilter("always")
    warnings.warn("to stderr")
    old()
    warnings.showwarning = lambda m, c, f, l, file=None, line=None: print("hook", m, c.__name__, l)
    warnings.warn("hooked")
with warnings.catch_warnings(record=True, action="always") as w:
    warnings.warn("x"); print(len(w), w[0].category)
