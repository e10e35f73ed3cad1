class AppError(Exception):
    def __init__(self, code, detail):
        super().__init__(code, detail)
        self.code = code

    def __str__(self):
        return f"[{self.code}] {self.args[1]}"


def fail():
    e = AppError(404, "nothing here")
    e.add_note("while testing")
    e.add_note("two lines\nof note")
    raise e


fail()
