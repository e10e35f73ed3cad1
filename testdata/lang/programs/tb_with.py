class Res:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        print("released", exc[0].__name__)
        return False


def use():
    with Res() as r:
        x = 5
        print(r.nothing + x)


use()
