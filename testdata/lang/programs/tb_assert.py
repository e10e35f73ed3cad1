def check(x):
    assert isinstance(x, int), f"want int, got {type(x).__name__}"
    assert x > 0
    return x


print(check(5))
check("5")
