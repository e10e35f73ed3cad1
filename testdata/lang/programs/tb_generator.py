def numbers():
    yield 1
    yield 2
    raise OSError("stream broke")


def consume():
    return [n * 2 for n in numbers()]


print(next(numbers()))
consume()
