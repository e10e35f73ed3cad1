# Helpers for the chunks of the other files; each chunk runs after this one in a session of its own.


def eq(got, want):
    """got and want are of one type, equal, and look the same."""
    if type(got) is not type(want) or got != want or repr(got) != repr(want):
        raise AssertionError(f"got {got!r}, want {want!r}")


def raises(cls, message, f, *args, **kw):
    """f(*args, **kw) raises cls with this message."""
    try:
        got = f(*args, **kw)
    except BaseException as e:
        if type(e) is not cls or str(e) != message:
            raise AssertionError(f"got {type(e).__name__}: {e}, want {cls.__name__}: {message}") from None
    else:
        raise AssertionError(f"got {got!r}, want {cls.__name__}: {message}")
