"""A tokenizer, a recursive-descent parser and an evaluator of expressions."""


class CalcError(Exception):
    pass


def tokens(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == ".":
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == "."):
                j += 1
            yield "num", float(text[i:j]) if "." in text[i:j] else int(text[i:j])
            i = j
        elif c.isalpha():
            j = i
            while j < len(text) and text[j].isalnum():
                j += 1
            yield "name", text[i:j]
            i = j
        elif c in "+-*/^(),=":
            yield "op", c
            i += 1
        else:
            raise CalcError(f"unexpected {c!r} at {i}")
    yield "end", None


class Parser:
    functions = {"max": max, "min": min, "abs": abs, "sum": lambda *a: sum(a)}

    def __init__(self, text, env):
        self.toks, self.env = list(tokens(text)), env
        self.pos = 0

    @property
    def cur(self):
        return self.toks[self.pos]

    def take(self, value=None):
        tok = self.cur
        if value is not None and tok != ("op", value):
            raise CalcError(f"expected {value!r}, got {tok[1]!r}")
        self.pos += 1
        return tok

    def statement(self):
        if self.cur[0] == "name" and self.toks[self.pos + 1] == ("op", "="):
            name = self.take()[1]
            self.take("=")
            self.env[name] = v = self.statement()
            return v
        v = self.expr()
        if self.cur[0] != "end":
            raise CalcError(f"left over: {self.cur[1]!r}")
        return v

    def expr(self):
        v = self.term()
        while self.cur in (("op", "+"), ("op", "-")):
            v = v + self.term() if self.take()[1] == "+" else v - self.term()
        return v

    def term(self):
        v = self.factor()
        while self.cur in (("op", "*"), ("op", "/")):
            v = v * self.factor() if self.take()[1] == "*" else v / self.factor()
        return v

    def factor(self):
        if self.cur == ("op", "-"):
            self.take()
            return -self.factor()
        base = self.atom()
        if self.cur == ("op", "^"):
            self.take()
            return base ** self.factor()
        return base

    def atom(self):
        kind, v = self.take()
        if kind == "num":
            return v
        if kind == "name":
            if self.cur == ("op", "("):
                self.take()
                args = []
                while self.cur != ("op", ")"):
                    args.append(self.expr())
                    if self.cur == ("op", ","):
                        self.take()
                self.take(")")
                try:
                    return self.functions[v](*args)
                except KeyError as e:
                    raise CalcError(f"no function {e}") from e
            try:
                return self.env[v]
            except KeyError:
                raise CalcError(f"no variable {v!r}") from None
        if (kind, v) == ("op", "("):
            r = self.expr()
            self.take(")")
            return r
        raise CalcError(f"unexpected {v!r}")


env = {"pi": 3.14159}
for line in ["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "x = 5", "y = x * 2 + pi", "max(x, y, 3)", "10 / 4", "10 / 0", "1 +", "2 $ 3", "foo(1)", "z", "(1", "1 2", "a = b = 7", "a + b", "sum(1, 2, 3)", "1.5.2"]:
    try:
        print(f"{line:20} => {Parser(line, env).statement()}")
    except CalcError as e:
        print(f"{line:20} !! {e}" + (f" [{e.__cause__!r}]" if e.__cause__ else ""))
    except (ZeroDivisionError, ValueError, TypeError) as e:
        print(f"{line:20} ?? {type(e).__name__}: {e}")
print(env)
