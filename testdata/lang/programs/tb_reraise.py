def outer():
    try:
        inner()
    except Exception as e:
        print("seen", e)
        raise


def inner():
    return [1, 2][5]


outer()
