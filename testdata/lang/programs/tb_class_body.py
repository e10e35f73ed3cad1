class Bad:
    a = 1

    def ok(self):
        return self.a

    b = a / 0


print("never")
