a, b = 2 ** 100, 3 ** 60
print(a, b, a + b, a - b, b - a, a * b, a // b, a % b, b // a, -a // b, -a % b, divmod(a, b), sep="\n")
print(a == 2 ** 100, a < b, a > b, a != b, a >= a, a == float(2 ** 100), a > 1e30, hash(a) == hash(2 ** 100), bool(a), not a, -a, +a, ~a, abs(-a), sep=" ")
print(a & b, a | b, a ^ b, a >> 50, a << 10, a >> 200, -a >> 99, -1 << 64, sep="\n")
print(int("1" * 50), str(a)[:5], len(str(2 ** 1000)), hex(a), oct(2 ** 70), bin(2 ** 65), f"{a:,}", f"{a:_}", f"{a:e}", f"{a:.3g}", f"{-a:40d}|", f"{a:x}", float(a), int(1e25), a / b, 1 / a, a ** 0.5, round(a, -20), sep="\n")
print(10 ** 50 // 10 ** 48, 10 ** 50 / 10 ** 48, (10 ** 50) % (10 ** 25 + 1), pow(7, 10 ** 20, 10 ** 9 + 7), pow(a, -1, 10 ** 9 + 7), (2 ** 64 - 1) * (2 ** 64 + 1), (10 ** 30).bit_length())
def isqrt(n):
    x = n
    while True:
        y = (x + n // x) // 2
        if y >= x: return x
        x = y
print(isqrt(2 * 10 ** 60)); f = 1
for i in range(1, 101): f *= i
print(f); print(f // 10 ** 150, sum(int(c) for c in str(f)), f % (10 ** 9 + 7)); x, y = 0, 1
for _ in range(300): x, y = y, x + y
print(x); print(9223372036854775807 + 1 - 1 == 9223372036854775807, 9223372036854775807 * 2, -9223372036854775808 * -1, 2 ** 63 - 1, -(2 ** 63), 2 ** 62 * 2, (2 ** 63) // -1, -(-2 ** 63), abs(-2 ** 63), 4611686018427387904 + 4611686018427387904)
print([2 ** i for i in (31, 32, 33, 62, 63, 64, 65)], {2 ** 64: 1}[2 ** 64], 2 ** 64 in [2.0 ** 64], sorted([2 ** 70, -2 ** 70, 0, 2 ** 65]), max(2 ** 64, 2 ** 65), sum([2 ** 63, 2 ** 63]), range(2 ** 64, 2 ** 64 + 3)[1], list(range(2 ** 64, 2 ** 64 + 2)))
for g in (lambda: a // 0, lambda: a % 0, lambda: a / 0, lambda: float(10 ** 400), lambda: 10 ** 400 / 3, lambda: 10 ** 400 * 1.0, lambda: [1] [a], lambda: 1 << -1, lambda: "x" * -a, lambda: int(float("inf")), lambda: int(float("nan")), lambda: 1.5 // 0, lambda: pow(2, -1, 4), lambda: 0 ** -1, lambda: 0.0 ** -1, lambda: round(float("inf")), lambda: 10 ** 400 // 1.5, lambda: chr(a), lambda: (10).to_bytes(0, "big"), lambda: 2.0 ** 10000, lambda: divmod(1, 0), lambda: 5 % 0.0, lambda: pow(2, 3, 0), lambda: (1).to_bytes(1, "middle")):
    try: print(g())
    except (ZeroDivisionError, OverflowError, IndexError, ValueError, TypeError) as e: print(type(e).__name__, e)
