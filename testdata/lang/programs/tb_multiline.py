def f(a, b):
    return a + b


result = f(
    1,
    f(
        2,
        "three",
    ),
)
