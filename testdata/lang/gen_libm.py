"""Writes testdata/lang/libm.tsv: values of CPython's math functions at random points, as hexadecimal floats.

Run with CPython 3.12 from the repository's root: python3.12 testdata/lang/gen_libm.py
"""
import math
import random

OUT = "testdata/lang/libm.tsv"
N = 400


def main():
    rnd = random.Random(3)

    def wide(lo, hi):
        return rnd.choice((1, -1)) * 10.0 ** rnd.uniform(lo, hi)

    points = {
        "exp": lambda: (rnd.uniform(-50, 50) if rnd.random() < .8 else rnd.uniform(-745, 709),),
        "exp2": lambda: (rnd.uniform(-60, 60),),
        "expm1": lambda: (wide(-6, 1.5),),
        "log": lambda: (abs(wide(-20, 20)) if rnd.random() < .5 else rnd.uniform(0.5, 2),),
        "log2": lambda: (abs(wide(-20, 20)) if rnd.random() < .5 else rnd.uniform(0.5, 2),),
        "log10": lambda: (abs(wide(-20, 20)) if rnd.random() < .5 else rnd.uniform(0.5, 2),),
        "log1p": lambda: (abs(wide(-8, 8)) if rnd.random() < .7 else rnd.uniform(-.99, .5),),
        "pow": lambda: (abs(wide(-3, 3)), rnd.uniform(-20, 20)),
        "sin": lambda: (wide(-5, 3) if rnd.random() < .9 else wide(3, 20),),
        "cos": lambda: (wide(-5, 3) if rnd.random() < .9 else wide(3, 20),),
        "tan": lambda: (wide(-5, 3),),
        "asin": lambda: (rnd.uniform(-1, 1),),
        "acos": lambda: (rnd.uniform(-1, 1),),
        "atan": lambda: (wide(-4, 4),),
        "atan2": lambda: (wide(-3, 3), wide(-3, 3)),
        "sinh": lambda: (wide(-3, 1.5),),
        "cosh": lambda: (wide(-3, 1.5),),
        "tanh": lambda: (wide(-3, 1),),
        "asinh": lambda: (wide(-3, 5),),
        "acosh": lambda: (1 + abs(wide(-5, 5)),),
        "atanh": lambda: (rnd.uniform(-1, 1),),
        "cbrt": lambda: (wide(-10, 10),),
        "hypot": lambda: (wide(-3, 3), wide(-3, 3)),
        "gamma": lambda: (rnd.uniform(-20, 170) if rnd.random() < .5 else rnd.uniform(-5, 10),),
        "lgamma": lambda: (rnd.uniform(-20, 1000) if rnd.random() < .5 else rnd.uniform(-5, 10),),
        "erf": lambda: (rnd.uniform(-6, 6),),
        "erfc": lambda: (rnd.uniform(-6, 26),),
    }
    with open(OUT, "w") as f:
        for name, draw in points.items():
            for _ in range(N):
                args = draw()
                r = getattr(math, name)(*args)
                f.write("\t".join([name, r.hex()] + [a.hex() for a in args]) + "\n")


if __name__ == "__main__":
    main()
