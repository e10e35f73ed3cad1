def pairs():
    for item in [(1, 2), (3, 4, 5)]:
        a, b = item
        print(a, b)


pairs()
