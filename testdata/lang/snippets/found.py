import collections.abc
class S(collections.abc.Sequence):
    def __getitem__(self, i): return i
    def __len__(self): return 9
match S():
    case [x, *_, y]: print(x, y)
match range(1 << 40):
    case a, *_: print(a)
match bytearray(b"x"):
    case bytearray(z): print(z)
class N(collections.abc.Sequence):
    __getitem__ = None
    def __len__(self): return 3
match N():
    case [_, _, _]: print("three")
# ---
c = compile("1+1\n", "<x>", "single"); exec(c)
exec(compile("for i in range(3):\n  i*2\n", "", "single"))
exec(compile("x=1; x; None; 'a'", "", "single"))
try: compile("a=1\nb=2\n", "", "single")
except SyntaxError as e: print(e)
# ---
class A: __bool__ = None
bool(A())
# ---
import math
print(math.copysign(1, float("-nan")), float("-nan"))
class B(bytes): pass
print(float(B(b" 3.5 ")))
# ---
print(bytearray(b"%d-%s") % (1, b"x"), type(bytearray(b"%d") % 1).__name__)
# ---
from collections import deque
class Bad:
    def __eq__(self, o): d.clear(); return False
d = deque([Bad(), 1, 2])
try: d.remove("c")
except Exception as e: print(type(e).__name__, e)
d = deque([Bad(), 1, 2])
try: d.count(1)
except Exception as e: print(type(e).__name__, e)
d = deque("abcab"); print(d.index("b"), d.index("b", 2), d.index("a", -2), d.index("a", 1, 10))
d.index("a", 1, 3)
# ---
class E(enumerate): pass
class Z(zip): pass
print(list(E("ab")), list(Z("ab", "cd")))
# ---
import operator
print(operator.length_hint(iter("abc")), operator.length_hint(reversed("abc")), operator.length_hint(iter({1, 2})), operator.length_hint(3, 7), operator.length_hint(iter(b"ab")))
from itertools import repeat
print(operator.length_hint(repeat(None, 5)), operator.indexOf(iter("abcb"), "b"))
class L:
    def __length_hint__(self): return -1
operator.length_hint(L())
# ---
from collections import defaultdict
d = {"a": 1} | defaultdict(int, b=2)
print(d, d["zz"], defaultdict(list) | {"x": 1})
print({1: 2}.keys() & iter([1, 2]))
# ---
class H(set):
    def __hash__(self): return 7
    def __eq__(self, o): return self is o
s = H(); f = {s}
print(s in f, set() in {frozenset()}); f.discard(s); print(len(f))
# ---
import string
class F(string.Formatter):
    def get_value(self, key, args, kw): return kw.get(key, f"<{key}>") if isinstance(key, str) else args[key]
    def format_field(self, v, spec): return format(v, spec) if spec != "up" else str(v).upper()
    def convert_field(self, v, c): return "x" if c == "x" else super().convert_field(v, c)
    def check_unused_args(self, used, args, kw): print(sorted(map(str, used)))
print(F().format("{0:up} {missing} {a.real} {b[1]!r} {0!x} {{}} {0:>{w}}", "q", a=3, b="xy", w=4))
print(list(string.Formatter().parse("a{b!r:c}d{{e}}{f.g[h]}")))
string.Formatter().format("{} {0}", 1, 2)
# ---
from string import Template
class T(Template):
    delimiter = "%"; idpattern = "[a-z]+"
print(T("%a %{b} %% $x").substitute(a=1, b=2), T("%c %a").safe_substitute(a=1), T("%x %y %x").get_identifiers(), T("% ").is_valid())
Template("ab\n $ ").substitute()
# ---
class Outer:
    def f(self, x):
        match x:
            case C(__a=y): return y
class C: pass
c = C(); setattr(c, "__a", "spam"); print(Outer().f(c))
