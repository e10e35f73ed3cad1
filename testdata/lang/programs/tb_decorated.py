def trace(f):
    def wrapper(*args, **kw):
        print("enter", f.__name__)
        return f(*args, **kw)
    return wrapper


@trace
def compute(n):
    return n.upper()


print(compute("abc"))
compute(5)
