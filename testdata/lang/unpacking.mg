a, b = 1, 2
[c, d] = "xy"
(e, (f, *g)), h = (1, (2, 3, 4)), 5
*i, j = range(3)
k, *l, m = [1, 2]
n, = (9,)
eq((a, b, c, d, e, f, g, h, i, j, k, l, m, n), (1, 2, "x", "y", 1, 2, [3, 4], 5, [0, 1], 2, 1, [], 2, 9))
a, b, c = (v for v in range(3))
eq((a, b, c), (0, 1, 2))
x, y = {"p": 1, "q": 2}
eq((x, y), ("p", "q"))
for a, (b, *c) in [(1, "xyz")]:
    eq((a, b, c), (1, "x", ["y", "z"]))
[] = ()
() = []
*a, = "ab"
eq(a, ["a", "b"])
eq([*range(3), *"ab"], [0, 1, 2, "a", "b"])
eq((*[1], 2), (1, 2))
eq({*[1], *(2,)}, {1, 2})
t = 1, *[2, 3]
eq(t, (1, 2, 3))
d = {}
d["a"], d["b"], *d["rest"] = 1, 2, 3, 4
eq(d, {"a": 1, "b": 2, "rest": [3, 4]})
a, b, c, d = "a", *[1, 2], "d"
eq((a, b, c, d), ("a", 1, 2, "d"))

---
def t(code, cls, message):
    raises(cls, message, exec, code)


t("a, b = 1, 2, 3", ValueError, "too many values to unpack (expected 2)")
t("a, b, c = 1, 2", ValueError, "not enough values to unpack (expected 3, got 2)")
t("a, *b, c = [1]", ValueError, "not enough values to unpack (expected at least 2, got 1)")
t("a, b = 5", TypeError, "cannot unpack non-iterable int object")
t("a, b = None", TypeError, "cannot unpack non-iterable NoneType object")
t("a, b = 'abc'", ValueError, "too many values to unpack (expected 2)")
t("a, b = {}", ValueError, "not enough values to unpack (expected 2, got 0)")
t("(a, b), c = 1, 2", TypeError, "cannot unpack non-iterable int object")
t("a, b = iter([1])", ValueError, "not enough values to unpack (expected 2, got 1)")
t("[] = [1]", ValueError, "too many values to unpack (expected 0)")
t("print(*5)", TypeError, "print() argument after * must be an iterable, not int")
t("dict(**5)", TypeError, "dict() argument after ** must be a mapping, not int")
t("{**5}", TypeError, "'int' object is not a mapping")
t("for a, b in [1]: pass", TypeError, "cannot unpack non-iterable int object")

---
*a, *b = [1] ### "SyntaxError: multiple starred expressions in assignment"

---
*a = [1] ### "SyntaxError: starred assignment target must be in a list or tuple"

---
x = *[1] ### "SyntaxError: can't use starred expression here"

---
(a, f()) = 1, 2 ### "SyntaxError: cannot assign to function call"
