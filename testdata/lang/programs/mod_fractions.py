from fractions import Fraction as F
import math, operator, itertools
for a in ("1/3", "-7", " 3/-4 " if False else " 3/4 ", "0.125", "-1.5e-3", "1e3", ".5", "5.", "+2/6", "1_000/3", "1E2"): print(repr(F(a)), F(a))
xs = [F(0), F(1, 3), F(-7, 2), F(5), 2, -3, 0.25, True]
for a, b in itertools.product(xs, xs):
    if not isinstance(a, F) and not isinstance(b, F): continue
    row = []
    for op in (operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, divmod, operator.pow, operator.lt, operator.le, operator.eq, operator.ne, operator.gt):
        try: row.append(repr(op(a, b)))
        except Exception as e: row.append(type(e).__name__ + ": " + str(e))
    print(a, b, row)
print([hash(F(*p)) == hash(q) for p, q in (((1, 2), 0.5), ((3, 1), 3), ((-7, 4), -1.75), ((0, 1), 0), ((10 ** 30, 1), 10 ** 30))], hash(F(1, 3)), hash(F(-1, 3)), hash(F(1, 2 ** 61 - 1)), len({F(1, 2), 0.5, F(2, 4)}))
print(F(22, 7).limit_denominator(5), F(math.pi).limit_denominator(1000), F(3.14159).limit_denominator(), F(0.1), F(1.5), F(-0.75), round(F(5, 2)), round(F(7, 2)), round(F(22, 7), 2), round(F(1234, 1), -2), math.floor(F(-7, 2)), math.ceil(F(-7, 2)), math.trunc(F(-7, 2)), int(F(9, 2)), float(F(1, 3)), complex(F(1, 2)), abs(F(-1, 3)), +F(1, 2), -F(1, 2), bool(F(0)), F(6, 4).as_integer_ratio(), F(4, 2).is_integer(), F(1, 2).numerator, F(1, 2).real, F(1, 2).imag, F(1, 2).conjugate())
print(F(1, 3) + 1j, 2 ** F(1, 2), F(4, 9) ** F(1, 2), F(2) ** -2, F(-2, 3) ** -3, F(1, 2) ** 0.5, 2.0 ** F(3), 4 ** F(2), F(F(1, 2), F(3, 4)), F(7, F(1, 2)), sum([F(1, i) for i in range(1, 8)]), F(10 ** 20, 3 * 10 ** 18), F.from_float(0.3), max(F(1, 2), F(2, 3)), sorted([F(1, 2), 0.3, 1, F(1, 4)]), F(1, 2) == 0.5, F(1, 3) == 1 / 3, F(1, 2) < math.inf, F(1, 2) > -math.inf, F(1, 2) == math.nan, math.gcd(6, 4), pow(F(2), 3), F(1, 2) == "a")
print(f"{F(1, 3)}", f"{F(1, 3):.3f}", f"{F(22, 7):10.2f}|", f"{F(-1, 3):+.2e}", f"{F(1234567):,.1f}", f"{F(1, 8):.1%}", f"{F(1, 3):g}", f"{F(10 ** 10, 3):g}", f"{F(1, 30000):g}", f"{F(3):<8.1f}|", f"{F(3):*^9.1f}|", f"{F(-3):08.2f}", f"{F(1, 2):.0f}", f"{F(3, 2):.0f}", f"{F(0):.2e}", f"{F(100):#g}", f"{F(999999, 10):.5g}", f"{F(-1, 1000):z.1f}")
for f in (lambda: F(1, 0), lambda: F("a"), lambda: F("1/0"), lambda: F(1.5, 2), lambda: F(None), lambda: F("1 / 2"), lambda: F(float("nan")), lambda: F(float("inf")), lambda: F(1, 2) / 0, lambda: F(1, 2) % 0, lambda: F(0) ** -1, lambda: F(1, 2) + "a", lambda: F(1, 2) < "a", lambda: F(1).limit_denominator(0), lambda: f"{F(1):x}", lambda: F(1, 2) // F(0), lambda: F.from_float("a"), lambda: F([1])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class G(F): pass
print(repr(G(1, 2)), type(G(1, 2) + 1).__name__, isinstance(G(1), F))
