import string, textwrap, statistics, fractions, copy, io, os.path, sys, time, typing, csv
from fractions import Fraction as F
print(string.ascii_lowercase, string.digits, string.punctuation, string.hexdigits, repr(string.whitespace), string.ascii_letters == string.ascii_lowercase + string.ascii_uppercase, string.capwords("hello  big world"), string.Template("$a is ${b} $$").substitute(a=1, b="two"))
print(textwrap.fill("The quick brown fox jumps over the lazy dog", 16), textwrap.wrap("aaa bbb ccc", 7), repr(textwrap.dedent("  a\n    b\n  c\n")), repr(textwrap.indent("a\nb\n\nc", "> ")), textwrap.shorten("Hello wonderful world", 15), sep="\n")
print(statistics.mean([1, 2, 3, 4]), statistics.median([3, 1, 2]), statistics.median([1, 2, 3, 4]), statistics.mode("aab"), statistics.stdev([1, 2, 3, 4]), statistics.pstdev([1, 2, 3]), statistics.variance([2, 4, 6]), statistics.mean([1, 2]), statistics.fmean([1, 2, 4]), statistics.multimode("aabb"), statistics.median_low([1, 2]), statistics.geometric_mean([1, 4]), statistics.harmonic_mean([1, 2]), statistics.quantiles([1, 2, 3, 4, 5]))
try: statistics.mean([])
except statistics.StatisticsError as e: print(e)
print(F(1, 3) + F(1, 6), F(3, -6), F("0.25"), F(0.5), F("3/4") * 2, F(1, 3) ** 2, float(F(1, 4)), F(7, 2) // 1, F(7, 2) % 1, F(1, 3) < F(1, 2), F(4, 2), repr(F(1, 2)), F(5).numerator, F(3, 4).denominator, F(1, 3) + 1, F(1, 2) + 0.5, F(1, 3) == F(2, 6), hash(F(1, 2)) == hash(0.5), round(F(7, 2)), F(355, 113).limit_denominator(10), abs(F(-1, 2)), sum([F(1, 2), F(1, 3)]), -F(1, 2), F(0), bool(F(0)), 1 / F(2, 3), int(F(7, 2)), F(1.5))
try: F(1, 0)
except ZeroDivisionError as e: print(e)
s = io.StringIO(); print("a", 1, file=s); s.write("b\n"); print(repr(s.getvalue())); r = io.StringIO("x\ny\nz"); print(r.readline(), r.read(), [l for l in io.StringIO("1\n2\n")], io.StringIO("q\nw").readlines(), sep="|")
print(os.path.join("a", "b", "c.txt"), os.path.splitext("x/y.tar.gz"), os.path.basename("/a/b.c"), os.path.dirname("/a/b.c"), os.path.exists("/no/such"), os.path.split("a/b/c"), os.path.normpath("a/../b/./c"), os.path.isabs("/a"))
print(sys.maxsize, sys.version_info >= (3, 12), sys.byteorder, isinstance(sys.argv, list), type(time.time()).__name__, time.perf_counter() >= 0, typing.Optional[int] is not None, sys.getrecursionlimit())
rows = list(csv.reader(io.StringIO('a,b\n1,"x, ""y"""\n'))); print(rows); w = io.StringIO(); cw = csv.writer(w); cw.writerow([1, "a,b", 'q"r', None, 2.5]); print(repr(w.getvalue())); print(list(csv.DictReader(io.StringIO("k,v\na,1\nb,2\n")))); dw = io.StringIO(); x = csv.DictWriter(dw, ["p", "q"]); x.writeheader(); x.writerow({"p": 1, "q": 2}); print(repr(dw.getvalue())); print(copy.copy([1]), copy.deepcopy({"a": [1]}))
print("to stderr", file=sys.stderr); sys.stdout.write("direct\n"); sys.stdout.flush()
from typing import List, Dict, Optional, Union, Any, Callable, NamedTuple, TypeVar
def f(x: List[int], y: Optional[str] = None) -> Dict[str, Any]: return {"x": x, "y": y}
print(f([1]))
class Pt(NamedTuple):
    x: int
    y: int = 5
print(Pt(1), Pt(1, 2).y)
