def down(n):
    return down(n + 1)


try:
    down(0)
except RecursionError as e:
    print("caught", str(e)[:32])


def a(n):
    if n == 0:
        raise ValueError("bottom")
    a(n - 1)


a(6)
