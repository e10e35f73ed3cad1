def base(n, b, digits="0123456789abcdefghijklmnopqrstuvwxyz"):
    if n == 0: return "0"
    s, neg = "", n < 0
    n = abs(n)
    while n:
        n, r = divmod(n, b)
        s = digits[r] + s
    return "-" * neg + s


print([base(n, b) for n in (0, 10, -255, 10 ** 12) for b in (2, 7, 16, 36)], all(int(base(n, b), b) == n for n in range(-50, 50) for b in range(2, 37)))
for v in ("12", " 7 ", "-3", "+4", "1e3", "0x1f", "1.", ".5", "inf", "-Infinity", "nan", "1_0", "", "abc", "1,000", "12px", "--1", "１２"):
    row = []
    for conv in (int, float):
        try:
            row.append(repr(conv(v)))
        except ValueError as e:
            row.append(str(e))
    print(repr(v), row)
for v in (0, 1, -1, 0.0, 1.5, "", "0", [], [0], {}, None, True, 3 + 0j):
    print(repr(v), bool(v), str(v), repr(str(v)), type(v).__name__, sep=" | ")
print(int(2.999999999999999999), int(-0.5), int(1e18), int(1e19), float(2 ** 53 + 1), int(float(2 ** 53 + 1)), float("0.1") == 0.1, float("1e-400"), float("1e400"), str(1e-400))
print(list("abc"), tuple([1]), set((1,)), dict([(1, 2)]), list({"a": 1}), list({"a": 1}.items()), str([1, "a"]), str(("x",)), str({"k": None}), str({1}), list(range(3)), bytes([1, 2]), list(b"ab"), "".join(map(chr, [72, 105])))
print(str(True), int(True), float(True), True + 1.5, str(None), repr("None"), complex(True), f"{True:>5}", "%d" % True, "%s" % False, [True, 1] == [1, True], {True: "a"}[1], sum([True, True]), max(True, 2), isinstance(True, int))
print(round(3.7), int(3.7), 7 // 2, -7 // 2, 7 % -3, -7 % 3, 7.5 // 2, -7.5 % 2, divmod(-7, 2), divmod(7.5, 2), 2 ** -2, (-2) ** 2, -2 ** 2, 10 % 3.5, 0.1 % 0.01, 1e20 % 3, -1 % 5, 5 % -5)
print(ord("a") + 1, chr(ord("a") + 1), "a" < "b", "10" < "9", 10 < 9, "A" < "a", [1, 2] < [1, 3], (1,) < (1, 0), "abc" * 2, [1] * 3)
print(hex(int("ff", 16)), int(bin(10), 2), oct(0o17), int("0b101", 0), f"{255:08b}", f"{0xff:#o}", format(10, "x"), "%o" % 8, "{:b}".format(5), int("zz", 36), int("-101", 2))
