# Operators and their precedence.
eq(1 + 2 * 3 - 4 // 2, 5)
eq(2 ** 3 ** 2, 512)
eq(-2 ** 2, -4)
eq((-2) ** 2, 4)
eq(2 ** -1, 0.5)
eq(not 1 == 2, True)
eq(1 < 2 < 3 != 4, True)
eq(1 | 2 ^ 3 & 4 << 1, 3)
eq(~5 & 0xFF, 250)
eq(7 // -2, -4)
eq(7 % -2, -1)
eq(-7 // 2, -4)
eq(7.0 // 2, 3.0)
eq(-7.5 % 2, 0.5)
eq(1 / 2, 0.5)
eq(4 / 2, 2.0)
eq(5 if True else 1 / 0, 5)
eq(None or 0 or "x" or 1 / 0, "x")
eq(1 and [] and 1 / 0, [])
eq([] or {}, {})
eq(not [], True)
eq("a" "b" 'c', "abc")
eq(3 in [1, 2, 3] and 4 not in (1, 2), True)
eq(None is None, True)
eq(1 is not None, True)
eq((lambda x, y=2: x * y)(3), 6)
eq([1, 2, 3][1], 2)
eq("abc"[-1], "c")
eq({"a": 1}["a"], 1)
eq((1, 2) + (3,), (1, 2, 3))
eq([0] * 3, [0, 0, 0])
eq(1 + True, 2)
eq(True == 1, True)
eq(1.0 == 1, True)
eq("1" == 1, False)
eq((x := 5) + x, 10)
eq(0x10 + 0o10 + 0b10 + 1_000, 1026)
eq(1e3, 1000.0)
eq(1j * 1j, -1 + 0j)
eq(... is Ellipsis, True)
eq(10 > 5 > 1, True)
eq(10 > 5 < 1, False)
eq(1 == 1.0 == True == 1 + 0j, True)
eq("a" < "b" < "c", True)
eq([1, 2] < [1, 2, 0], True)
eq(1 if 0 else 2 if 0 else 3, 3)
eq((1, 2, 3) == (1, 2, 3) is True, False)
eq(- - 5, 5)
eq(not not 0, False)
eq(5 .real, 5)
eq(1..imag, 0.0)

---
# Evaluation order.
log = []


def t(x):
    log.append(x)
    return x


t(1) + t(2) * t(3)
{t("k1"): t("v1"), t("k2"): t("v2")}
[t("a"), t("b")][t(0)]
t(5) if t(0) else t(6)
t(1) < t(0) < t(9)
t(0) and t(7)
t(1) or t(8)
f = lambda *a, **k: None
f(t("p"), *t([1]), k=t("q"), **t({}))
d = {}
d[t("key")] = t("value")
t([1, 2, 3])[t(0):t(2)]
eq(log, [1, 2, 3, "k1", "v1", "k2", "v2", "a", "b", 0, 0, 6, 1, 0, 0, 1, "p", [1], "q", {}, "value", "key", [1, 2, 3], 0, 2])

---
# Chained comparison evaluates the middle once.
n = 0


def middle():
    global n
    n += 1
    return 5


assert 1 < middle() < 10
eq(n, 1)

---
raises(TypeError, "unsupported operand type(s) for +: 'int' and 'str'", lambda: 1 + "a")
raises(TypeError, 'can only concatenate str (not "int") to str', lambda: "a" + 1)
raises(TypeError, 'can only concatenate list (not "tuple") to list', lambda: [1] + (2,))
raises(TypeError, "unsupported operand type(s) for -: 'list' and 'int'", lambda: [1] - 1)
raises(TypeError, "unsupported operand type(s) for ** or pow(): 'str' and 'int'", lambda: "a" ** 2)
raises(TypeError, "unsupported operand type(s) for @: 'int' and 'int'", lambda: 1 @ 2)
raises(TypeError, "can't multiply sequence by non-int of type 'float'", lambda: "a" * 1.5)
raises(TypeError, "can't multiply sequence by non-int of type 'str'", lambda: "a" * "b")
raises(TypeError, "bad operand type for unary -: 'str'", lambda: -"a")
raises(TypeError, "bad operand type for unary ~: 'float'", lambda: ~1.5)
raises(TypeError, "bad operand type for unary +: 'list'", lambda: +[])
raises(TypeError, "'<' not supported between instances of 'int' and 'str'", lambda: 1 < "a")
raises(TypeError, "'>=' not supported between instances of 'NoneType' and 'int'", lambda: None >= 1)
raises(TypeError, "argument of type 'int' is not iterable", lambda: 1 in 5)
raises(TypeError, "'in <string>' requires string as left operand, not int", lambda: 1 in "abc")
raises(TypeError, "'int' object is not subscriptable", lambda: (5)[0])
raises(TypeError, "'int' object is not callable", lambda: (5)())
raises(TypeError, "Value after * must be an iterable, not NoneType", lambda: [*None])
raises(TypeError, "list indices must be integers or slices, not str", lambda: [1]["a"])
raises(TypeError, "tuple indices must be integers or slices, not float", lambda: (1,)[1.0])
raises(TypeError, "string indices must be integers, not 'str'", lambda: "a"["b"])
raises(IndexError, "list index out of range", lambda: [1][5])
raises(IndexError, "tuple index out of range", lambda: ()[0])
raises(IndexError, "string index out of range", lambda: "a"[3])
raises(KeyError, "'z'", lambda: {}["z"])
raises(ZeroDivisionError, "division by zero", lambda: 1 / 0)
raises(ZeroDivisionError, "integer division or modulo by zero", lambda: 1 // 0)
raises(ZeroDivisionError, "integer modulo by zero", lambda: 1 % 0)
raises(ZeroDivisionError, "float division by zero", lambda: 1.0 / 0)
raises(ZeroDivisionError, "float floor division by zero", lambda: 1.0 // 0)
raises(ZeroDivisionError, "float modulo", lambda: 1.0 % 0)
raises(ZeroDivisionError, "0.0 cannot be raised to a negative power", lambda: 0.0 ** -1)
raises(ValueError, "negative shift count", lambda: 1 << -1)
raises(OverflowError, "(34, 'Numerical result out of range')", lambda: 10.0 ** 400)
raises(AttributeError, "'int' object has no attribute 'foo'", lambda: (5).foo)
raises(AttributeError, "'NoneType' object has no attribute 'x'", lambda: None.x)
raises(NameError, "name 'undefined_thing' is not defined", lambda: undefined_thing)

---
x = [1, 2]
y = x + 3 ### "TypeError: can only concatenate list \\(not \"int\"\\) to list"

---
x = 1
assert x == 2, "x is " + str(x) ### "AssertionError: x is 1"
