ops = {"div": lambda a, b: a / b, "add": lambda a, b: a + b}
print(ops["add"](1, 2))
print(sorted([3, 1, 2], key=lambda v: -v))
print(list(map(lambda p: ops["div"](*p), [(1, 2), (1, 0)])))
