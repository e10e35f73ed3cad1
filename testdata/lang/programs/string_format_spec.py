for align in "<>^":
    for width in (0, 3, 8):
        print("|".join(format(v, f"{align}{width}") for v in ("ab", 12, -3.5, True)))
print(f"{'x':_<5}{'y':->5}{'z':=^5}", f"{'abcdef':.3}", f"{'abc':>6.2}|", f"{'é':*^3}", f"{'':5}|", f"{'ab':0>5}", f"{'ab':05}")
name, value, width, prec = "pi", 3.14159, 10, 3
print(f"{name}={value:{width}.{prec}f}|", f"{value!r:>{width}}", f"{value!s:^{width + 2}}|", f"{name!r}", f"{name!a}", f"{value:{'>'}{width}}")
print(f"{value=}", f"{value = }", f"{value=:.2f}", f"{value=!s}", f"{name=}", f"{name=!s:>5}", f"{1 + 2=}", f"{len(name) = :3d}|")
print(f"{{}}", f"{{{value}}}", f"{'a' 'b'}", f"{f'{1}' + f'{2}'}", f"{'nested ' + f'{name!r:>5}'}", f"{ {'k': 1}['k'] }", f"{[i for i in range(3)]}")
print(f'{"double"} {'single'}', f"{'\n'.join(['a', 'b'])}", f"""{
    name
}""", f"{value:,.2f} {1000000:,} {1000000:_}", f"{name:>{width}}" f"{name:<{width}}|", "plain" f"{name}" "plain")
print(f"{lambda_() if (lambda_ := (lambda: 'called')) else None}", f"{(lambda x: x * 2)(4)}", f"{(y := 5)} {y:+}", f"{not True} {-5} {...} {None!r:>6}")


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __format__(self, spec):
        if spec == "":
            return f"Money({self.amount})"
        if spec.endswith("c"):
            return format(self.amount, spec[:-1] + ".2f") + " EUR"
        return format(self.amount, spec)

    def __str__(self):
        return f"{self.amount} str"

    def __repr__(self):
        return f"{self.amount} repr"


m = Money(12.5)
print(f"{m} {m:c} {m:>10c} {m!s} {m!r} {m!s:>10} {m:.1f}", "{:c} {!r} {}".format(m, m, m), "%s %r" % (m, m), str(m), repr(m), [m], {1: m})


class Plain:
    pass


try:
    f"{Plain():5}"
except TypeError as e:
    print(e)
for spec, v in [("5x", "a"), ("d", "a"), ("s", 1), (",s", "a"), ("q", 1), ("+", "a"), ("=5", "a"), ("5.2d", 3), (".2", 3), ("x", 1.5), ("c", 1.5), ("c", -1), ("10.5", []), ("z", 1), ("5", None), (",_", 1), ("_,", 1), ("99999999999999999999", 1)]:
    try:
        print(spec, repr(v), format(v, spec))
    except (TypeError, ValueError, OverflowError) as e:
        print(spec, repr(v), type(e).__name__, e)
print("{:>{}} {:{}{}}".format("a", 5, "b", "^", 7), "{0:{1}}".format(3.14159, ".2f"), "{!r:^{w}}".format("q", w=9), "{0.__class__.__name__}".format(1), "{a[k]} {a[0]}".format(a={"k": 1, 0: 2}))
print(format("x"), format(1, ""), format(None), format([1], ""), format(True, ""), str.format("{}-{}", 1, 2), "{:%}".format(0.25), "{:,}".format(1234.5), "{:e}".format(12345))
print("{0:<5}|{0:>5}|{0:^5}|{0:*^5}".format("ab"), "{:5}|{:<5}|{:05}".format(1, 2, -3), "{:.3s}|{:5.1s}|".format("abcdef", "xyz"))
print("{a}{b}".format_map({"a": 1, "b": 2}), "{}".format("{}"), "{:{}}".format(1, "04"))
