for n in [0, 5, -5, 42, 255, -255, 1000, 1234567, -1234567, 10 ** 20, -10 ** 20]:
    print(n, f"{n:d} {n:5d}|{n:<5d}|{n:^5d}|{n:>5d}|{n:05d} {n:+d} {n: d} {n:,} {n:_} {n:x} {n:X} {n:o} {n:b} {n:#x} {n:#o} {n:#b} {n:c}" if 0 <= n < 1000 and n not in (0, 5)
          else f"{n:d} {n:5d}|{n:<5d}|{n:^5d}|{n:>5d}|{n:05d} {n:+d} {n: d} {n:,} {n:_} {n:x} {n:X} {n:o} {n:b} {n:#x} {n:#o} {n:#b}")
print(f"{1234567:_x} {1234567:_b} {255:#010x} {255:010b} {-255:#06x} {12:*^9} {12:=+9} {12:x<6} {7:03} {-7:04} {3:>+4}")
print(f"{True} {True:d} {False:5} {True!r:>6} {10:n} {3:e} {3:.2f} {3:g} {3:%} {1e3:.0f}")
print("%d %i %5d|%-5d|%05d %+d % d %x %X %o %#x %#o %s %r %c %c" % (42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 65, "Z"))
print("%d %d %s" % (3.99, -3.99, 10 ** 30), "%x" % (10 ** 20), "%5.3d|%.4d" % (7, -7), "%*d|%-*d" % (6, 42, 6, 42))
print(bin(10), oct(10), hex(255), bin(-10), hex(-255), hex(2 ** 70), bin(0), chr(97), ord("a"), chr(8364), ord("€"))
print((10).bit_length(), (-10).bit_length(), (0).bit_length(), (255).bit_count(), (10).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "little"))
print((5).conjugate(), (5).real, (5).imag, (5).numerator, (5).denominator, (5).as_integer_ratio(), (5).is_integer())
print(int("10", 2), int("-17", 8), int("0x1F", 16), int("0o17", 0), int(True), int(1e20), str(10 ** 25), repr(-10 ** 25))
print(hash(5), hash(-1), hash(5.0) == hash(5), hash(True) == hash(1), hash(10 ** 20) == hash(1e20), hash(2 ** 61 - 1), hash(0.5))
for bad in ["", "abc", "1.5", "0x10", "1__0", "١٢", "--1", "1 2"]:
    try:
        print(repr(bad), int(bad))
    except ValueError as e:
        print(e)
for args in [("12", 1), ("12", 40), ("9", 8), (12, 10), ([],), (None,), ("5", "6")]:
    try:
        print(int(*args))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
