import math, cmath
from math import *
for f in (sqrt, exp, log, log2, log10, log1p, expm1, sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, floor, ceil, trunc, fabs, degrees, radians, gamma, lgamma, erf, erfc, isqrt, cbrt, exp2):
    for x in (0.5, 1, 2.0, 0, 3):
        try:
            v = f(x)
            print(f.__name__, x, f"{v:.12g}" if isinstance(v, float) else v)
        except (ValueError, TypeError, OverflowError) as err:
            print(f.__name__, x, type(err).__name__, err)
print(pi, e, tau, inf, nan, math.pi == pi, gcd(12, 18), gcd(), gcd(0, 5), gcd(12, 18, 27), lcm(4, 6), lcm(2, 3, 5), factorial(20), comb(10, 3), perm(5, 2), perm(4), comb(3, 5))
print(hypot(3, 4), hypot(1, 2, 2), dist((0, 0), (3, 4)), atan2(1, -1), pow(2, 0.5), fmod(-7, 3), modf(3.25), modf(-3.25), frexp(10), ldexp(0.625, 4), copysign(1, -0.0), remainder(7, 4), fsum([0.1] * 10), prod([1, 2, 3, 4]), prod([], start=5), math.sumprod([1, 2], [3, 4]))
print(isnan(nan), isinf(-inf), isfinite(1e308), isclose(0.1 + 0.2, 0.3), isclose(1, 1.1, rel_tol=0.2), isclose(0, 1e-10, abs_tol=1e-9), nextafter(1, 2), ulp(1.0), floor(-2.5), ceil(-2.5), trunc(-2.5), floor(1e20), log(8, 2), log(100, 10), log(2 ** 1000), sqrt(10 ** 40), isqrt(10 ** 40 + 5))
for f in (lambda: sqrt(-1), lambda: log(0), lambda: log(-1), lambda: factorial(-1), lambda: factorial(1.5), lambda: sqrt("a"), lambda: acos(2), lambda: exp(1000), lambda: pow(0, -1), lambda: gcd(1.5), lambda: floor(inf), lambda: floor(nan), lambda: comb(-1, 2), lambda: fmod(1, 0), lambda: sin(inf), lambda: isqrt(-1), lambda: hypot("a"), lambda: math.nope, lambda: sqrt(), lambda: dist((1,), (1, 2)), lambda: log(1, 1), lambda: ldexp(1, 5000), lambda: gamma(0), lambda: cosh(1000), lambda: ceil("x"), lambda: radians(None)):
    try:
        print(f())
    except Exception as ex:
        print(type(ex).__name__, ex)
print(cmath.sqrt(-1), f"{abs(cmath.exp(1j * pi) + 1):.1e}", cmath.phase(1j), cmath.polar(1 + 0j), cmath.isclose(1j, 1j), cmath.inf, cmath.log(1), cmath.cos(0), cmath.rect(2, 0))
