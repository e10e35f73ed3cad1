def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    counts[x + dx, y + dy] = counts.get((x + dx, y + dy), 0) + 1
    return {c for c, n in counts.items() if n == 3 or (n == 2 and c in cells)}


def show(cells, w=8, h=6):
    return "\n".join("".join("#" if (x, y) in cells else "." for x in range(w)) for y in range(h))


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for g in range(5):
    print(f"generation {g}: {len(glider)} cells", show(glider), sep="\n")
    glider = step(glider)
blinker = {(2, 1), (2, 2), (2, 3)}
print(step(step(blinker)) == blinker, sorted(step(blinker)))
