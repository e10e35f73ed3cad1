x, name, f = 5, "ab", 3.14159
eq(f"{x}", "5")
eq(f"{x!r}{name!r}{name!s}{'é'!a}", "5'ab'ab'\\xe9'")
eq(f"{f:.2f} {f:8.3f}| {f:<8.1f}| {f:^8.1f}|", "3.14    3.142| 3.1     |   3.1   |")
eq(f"{x:05d} {x:+d} {x:x} {x:b} {x:>3}|{x:<3}|{x:^3}|", "00005 +5 5 101   5|5  | 5 |")
w, p = 10, 3
eq(f"{f:{w}.{p}}|{f:{w}.{p}f}|{name:*^{w}}|{name:{'<'}{w - 5}}|", "      3.14|     3.142|****ab****|ab   |")
eq(f"{x=} {x = } {x=!r} {x=:3d} {name=} {name=!s} {x + 1=}", "x=5 x = 5 x=5 x=  5 name='ab' name=ab x + 1=6")
eq(f"{{}} {{{x}}} {{x}}", "{} {5} {x}")
eq(f"{'nested'} {"double"} {'a' 'b'} {f'{x}{f"{name}"}'}", "nested double ab 5ab")
eq(f"{ {'k': 1}['k'] } {[i for i in range(3)]} {(lambda v: v * 2)(x)} {x if x > 3 else 0} {(y := 7)} {y}", "1 [0, 1, 2] 10 5 7 7")
eq(f"{'\n'.join(['a', 'b'])} {x!r:>3} {x:{'d'}}", "a\nb   5 5")
eq(f"""{
    x
} line
{name}""", "5 line\nab")
eq("a" f"{x}" "b" f"{name}" r"\n" fr"\{x}", "a5bab\\n\\5")
eq(f"{None} {True} {...} {[1]} {(1,)} { {1} } {b'x'} {1j}", "None True Ellipsis [1] (1,) {1} b'x' 1j")
eq(f"{x:,} {1234567:,} {1234567.891:,.2f} {1234567:_}", "5 1,234,567 1,234,567.89 1_234_567")
eq(f"{x!s:>4}{name:>4.1}|", "   5   a|")
eq(f"{x:}{x!r:}", "55")
eq(f"", "")
eq(f"{x}" "{x}", "5{x}")
eq(f"\x41\u00e9\N{BULLET}{x}\t", "Aé•5\t")
eq(f"{3.0} {1e100} {1e-5} {10**20} {-0.0}", "3.0 1e+100 1e-05 100000000000000000000 -0.0")
eq(f"{x != 6} {x >= 5} {x == 5}", "True True True")
eq(f"{0.5:%} {12345.678:e} {0.0001:g} {255:#x} {255:#o} {7:03} {-7:=+5}", "50.000000% 1.234568e+04 0.0001 0xff 0o377 007 -   7")

---
class M:
    def __format__(self, spec): return f"[{spec}]"
    def __str__(self): return "str"
    def __repr__(self): return "repr"


m = M()
eq(f"{m} {m:abc} {m!s} {m!r} {m!r:>6} {m:{'x'}y}", "[] [abc] str repr   repr [xy]")
eq("{} {:q} {!r} {0.__class__.__name__}".replace("0.", "").format(m, m, m, __class__=M) if False else "{:q}".format(m), "[q]")

---
raises(ValueError, "Unknown format code 'd' for object of type 'str'", lambda: f"{'a':d}")
raises(ValueError, "Unknown format code 's' for object of type 'int'", lambda: f"{1:s}")
raises(ValueError, "Unknown format code 'd' for object of type 'float'", lambda: f"{1.5:d}")
raises(TypeError, "unsupported format string passed to list.__format__", lambda: f"{[]:5}")
raises(TypeError, "unsupported format string passed to NoneType.__format__", lambda: f"{None:5}")
raises(ValueError, "Invalid format specifier '5.2.2' for object of type 'float'", lambda: f"{1.5:5.2.2}")
raises(ValueError, "Precision not allowed in integer format specifier", lambda: f"{1:.2}")
raises(NameError, "name 'nope' is not defined", lambda: f"{nope}")

---
f"{}" ### "SyntaxError: f-string: valid expression required before '}'"

---
f"{a b}" ### "SyntaxError: invalid syntax. Perhaps you forgot a comma?"

---
f"}" ### "SyntaxError: f-string: single '}' is not allowed"

---
f"{x!z}" ### "SyntaxError: f-string: invalid conversion character 'z': expected 's', 'r', or 'a'"

---
x = f"{1 / 0}" ### "ZeroDivisionError: division by zero"
