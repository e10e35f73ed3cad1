l = list(range(10))
s = "abcdefghij"
t = tuple(l)
for a in (None, 0, 3, -3, 20, -20):
    for b in (None, 0, 5, -2, 20, -20):
        for c in (None, 1, 2, -1, -3):
            sl = slice(a, b, c)
            want = [l[i] for i in range(*sl.indices(10))]
            eq(l[a:b:c], want)
            eq(t[a:b:c], tuple(want))
            eq(s[a:b:c], "".join(s[i] for i in want))
            eq(list(range(10)[a:b:c]), want)
            eq(list(bytes(l)[a:b:c]), want)

---
l = list(range(6))
l[1:3] = ["a", "b", "c"]
eq(l, [0, "a", "b", "c", 3, 4, 5])
l[:2] = []
eq(l, ["b", "c", 3, 4, 5])
l[1:1] = [8, 9]
eq(l, ["b", 8, 9, "c", 3, 4, 5])
l[::2] = [0, 0, 0, 0]
eq(l, [0, 8, 0, "c", 0, 4, 0])
del l[::3]
eq(l, [8, 0, 0, 4])
del l[-1:], l[:1]
eq(l, [0, 0])
l[5:] = "xy"
eq(l, [0, 0, "x", "y"])
l[:] = range(3)
eq(l, [0, 1, 2])
l[::-1] = [7, 8, 9]
eq(l, [9, 8, 7])
l[1:] = l
eq(l, [9, 9, 8, 7])
l[slice(0, 2)] = (1,)
eq(l, [1, 8, 7])

---
def t(code, cls, message):
    raises(cls, message, exec, code)


t("[1, 2, 3][::2] = [1]", ValueError, "attempt to assign sequence of size 1 to extended slice of size 2")
t("[1][0:1] = 5", TypeError, "can only assign an iterable")
t("'abc'[0:1] = 'x'", TypeError, "'str' object does not support item assignment")
t("del 'abc'[0]", TypeError, "'str' object doesn't support item deletion")
raises(ValueError, "slice step cannot be zero", lambda: [1][::0])
raises(TypeError, "slice indices must be integers or None or have an __index__ method", lambda: [1]["a":])
raises(TypeError, "slice indices must be integers or None or have an __index__ method", lambda: "abc"[:1.5])
eq((slice(1, 2), slice(3), slice(1, 2, 3).step, repr(slice(None))), (slice(1, 2, None), slice(None, 3, None), 3, "slice(None, None, None)"))
eq(slice(1, 10, 2).indices(5), (1, 5, 2))
eq(slice(None, None, -1).indices(3), (2, -1, -1))


class Key:
    def __getitem__(self, k): return k


k = Key()
eq((k[1:2], k[:, 1], k[..., ::2], k[1:2, 3:4], k[()], k["a":"b"]), (slice(1, 2, None), (slice(None, None, None), 1), (..., slice(None, None, 2)), (slice(1, 2, None), slice(3, 4, None)), (), slice("a", "b", None)))


class I:
    def __index__(self): return 2


eq(([1, 2, 3, 4][I()], [1, 2, 3, 4][I():], "abcd"[:I()]), (3, [3, 4], "ab"))
