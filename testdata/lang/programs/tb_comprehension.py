rows = [[1, 2], [3, None]]
print([sum(r) for r in rows[:1]])
total = sum(x * 2 + y for row in rows for x, y in [row] if x > 0)
