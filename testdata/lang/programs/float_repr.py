# The shortest repr that reads back, and the switch to exponents.
values = [0.0, -0.0, 1.0, 0.1, 0.2, 0.3, 1 / 3, 2 / 3, 1e-4, 1e-5, 0.00012345, 1.5e-7, 1e15, 1e16, 1e17, 123456789012345680.0,
          9999999999999998.0, 1e22, 1e23, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 100.0, 1234.5, 1e100,
          float("inf"), float("-inf"), float("nan"), 3.141592653589793, 2.718281828459045, 0.1 + 0.2, 1e21 + 1, 4.35, 2.675]
for v in values:
    print(v, repr(v), str(v), f"{v}", [v], (v,), {v: 1} if v == v else "nan")
print(complex(1, 2), 1j, -1j, complex(0, -0.0), complex(-0.0, 0), 1e20 + 1e-7j, complex("1+2j"), (1 + 2j) * (3 - 1j))
print((1.5).hex(), float.fromhex("0x1.8p+0"), (0.1).as_integer_ratio(), (2.0).is_integer(), (2.5).is_integer())
