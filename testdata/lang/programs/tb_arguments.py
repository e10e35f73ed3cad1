class Shape:
    def area(self, scale):
        return 1 * scale


def call():
    s = Shape()
    print(s.area(2))
    return s.area()


call()
