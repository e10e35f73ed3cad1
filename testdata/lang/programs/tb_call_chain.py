class Q:
    def __init__(self, v):
        self.v = v

    def where(self, f):
        return Q([x for x in self.v if f(x)])

    def select(self, f):
        return Q([f(x) for x in self.v])


result = (
    Q([1, 2, 0, 4])
    .where(lambda x: x < 4)
    .select(lambda x: 10 // x)
    .v
)
