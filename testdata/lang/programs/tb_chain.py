def parse(text):
    try:
        return int(text)
    except ValueError as e:
        raise RuntimeError(f"cannot parse {text!r}") from e


def load():
    try:
        parse("abc")
    except RuntimeError:
        {}["missing"]


load()
