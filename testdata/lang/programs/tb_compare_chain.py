values = [3, "a", 2]
low, high = 1, 10
for v in values:
    print(low < v < high)
