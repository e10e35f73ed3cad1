def inner(x, y):
    return x / y


def middle(items):
    total = 0
    for a, b in items:
        total += inner(a, b) + 1
    return total


class Runner:
    def run(self):
        print("running")
        return middle([(1, 2), (3, 0)])


Runner().run()
