a, b = 2 ** 100, 3 ** 60
eq(a, 1267650600228229401496703205376)
eq(a * b // b, a)
eq((a + b) - b, a)
eq(divmod(a, 10 ** 10), (126765060022822940149, 6703205376))
eq(-a // 7 * 7 + (-a) % 7, -a)
eq((-a) // 3, -422550200076076467165567735126)
eq((-a) % 10, 4)
eq(a % -10, -4)
eq((a < b, a > b, a == 2 ** 100, a != a, hash(a) == hash(2 ** 100)), (False, True, True, False, True))
eq((a >> 90, a << 1 == 2 ** 101, -a >> 99, a & (a - 1), a | 1, a ^ a), (1024, True, -2, 0, a + 1, 0))
eq(~a, -a - 1)
eq((str(10 ** 30), int("9" * 30), len(str(2 ** 1000))), ("1" + "0" * 30, 10 ** 30 - 1, 302))
eq((9223372036854775807 + 1, -9223372036854775808 - 1, 9223372036854775807 * 9223372036854775807), (9223372036854775808, -9223372036854775809, 85070591730234615847396907784232501249))
eq((-9223372036854775808 // -1, abs(-9223372036854775808), -(-9223372036854775808), 2 ** 63 >> 1, 2 ** 62 + 2 ** 62), (9223372036854775808, 9223372036854775808, 9223372036854775808, 4611686018427387904, 9223372036854775808))
eq((3037000500 ** 2, 4294967296 * 4294967296, 2 ** 31 * 2 ** 31, 2 ** 32 * -2 ** 32), (9223372037000250000, 18446744073709551616, 4611686018427387904, -18446744073709551616))
eq((pow(3, 1000, 7), pow(2, 10 ** 18, 10 ** 9 + 7), pow(3, -1, 11)), (4, 719476260, 4))
eq((a / 2, a / b, float(a), a * 0.5, 2.0 ** 100 == a, a + 0.0), (6.338253001141147e+29, 29.903655663246067, 1.2676506002282294e+30, 6.338253001141147e+29, True, 1.2676506002282294e+30))
eq((round(a, -25), round(12345, -2), round(-15, -1), round(25, -1), int(1e25), int(-1e20)), (1267650000000000000000000000000, 12300, -20, 20, 10000000000000000905969664, -100000000000000000000))
eq((a.bit_length(), (0).bit_length(), (-8).bit_length(), (255).bit_count()), (101, 0, 4, 8))
eq((hex(a), bin(2 ** 65)[:5], oct(2 ** 66)), ("0x10000000000000000000000000", "0b100", "0o10000000000000000000000"))
eq((f"{a:,}", f"{a:x}", f"{a:e}", f"{a:>35}|"), ("1,267,650,600,228,229,401,496,703,205,376", "10000000000000000000000000", "1.267651e+30", "    1267650600228229401496703205376|"))
eq((a in [a], {a: 1}[2 ** 100], sorted([a, -a, 0]), max(a, b), sum([a, a]) == 2 * a), (True, 1, [-a, 0, a], a, True))
eq((1 << 64, (1 << 64) - 1, (1 << 64) * 0, 0 * a, a ** 0, a ** 1 == a, 0 ** 0, 1 ** a, (-1) ** a), (18446744073709551616, 18446744073709551615, 0, 0, 1, True, 1, 1, 1))
eq((10 ** 400 > 1e308, 10 ** 400 > float("inf"), -10 ** 400 < float("-inf"), 2 ** 53 + 1 == float(2 ** 53 + 1), 10 ** 22 == 1e22, 10 ** 23 == 1e23), (True, False, False, False, True, False))
eq((int("0x" + "f" * 20, 16), int("z" * 15, 36), int("-" + "1" * 25)), (1208925819614629174706175, 221073919720733357899775, -1111111111111111111111111))
eq((a.to_bytes(13, "big")[:2], int.from_bytes(bytes([1] + [0] * 12), "big") // 2 ** 96, (-1).to_bytes(2, "big", signed=True)), (b"\x10\x00", 1, b"\xff\xff"))
eq(range(a, a + 3)[1], a + 1)
eq(len(range(0, 10 ** 12, 10 ** 11)), 10)

---
raises(ZeroDivisionError, "integer division or modulo by zero", lambda: 2 ** 100 // 0)
raises(OverflowError, "int too large to convert to float", float, 10 ** 400)
raises(OverflowError, "integer division result too large for a float", lambda: 10 ** 400 / 3)
raises(OverflowError, "cannot convert float infinity to integer", int, float("inf"))
raises(ValueError, "cannot convert float NaN to integer", int, float("nan"))
raises(IndexError, "cannot fit 'int' into an index-sized integer", lambda: [1][2 ** 100])
raises(OverflowError, "cannot fit 'int' into an index-sized integer", lambda: "a" * 2 ** 100)
raises(ValueError, "base is not invertible for the given modulus", pow, 2, -1, 4)
raises(ValueError, "pow() 3rd argument cannot be 0", pow, 2, 3, 0)
raises(ValueError, "invalid literal for int() with base 10: '12a'", int, "12a")
raises(ValueError, "int() base must be >= 2 and <= 36, or 0", int, "1", 40)
raises(TypeError, "int() can't convert non-string with explicit base", int, 5, 10)
raises(OverflowError, "int too big to convert", (256).to_bytes, 1, "big")
raises(ValueError, "Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit", lambda: str(10 ** 5000))

---
# Arithmetic laws on many sizes, against digits computed by hand.
def digits(n):
    out = []
    while n:
        n, r = divmod(n, 10)
        out.append(str(r))
    return "".join(reversed(out)) or "0"


n = 1
for i in range(1, 60):
    n = n * 7 + i
    eq(digits(n), str(n))
    for m in (n - 1, n // 3, 2 ** i, -n):
        if m:
            q, r = divmod(n, m)
            assert q * m + r == n and (0 <= r < m or m < r <= 0), (n, m)
        assert (n + m) * (n - m) == n * n - m * m
        assert (n ^ m) == (n | m) - (n & m)
    assert n << 17 >> 17 == n
