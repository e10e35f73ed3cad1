"""Deterministic transport problems, the same numbers as in solvers/ot/instances_test.go."""
import numpy as np

MASK = (1 << 64) - 1


def uniform(seed, k):
    z = (seed * 0xD1342543DE82EF95 + (k + 1) * 0x9E3779B97F4A7C15) & MASK
    z = ((z ^ z >> 30) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ z >> 27) * 0x94D049BB133111EB) & MASK
    return ((z ^ z >> 31) >> 11) * 2.0**-53


def uniforms(seed, count, start=0):
    k = np.arange(start + 1, start + count + 1, dtype=np.uint64)
    with np.errstate(over="ignore"):
        z = np.uint64(seed * 0xD1342543DE82EF95 & MASK) + k * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ z >> np.uint64(30)) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ z >> np.uint64(27)) * np.uint64(0x94D049BB133111EB)
    return ((z ^ z >> np.uint64(31)) >> np.uint64(11)) * 2.0**-53


def lap(n, seed):
    w = np.full(n, 1 / n)
    return uniforms(seed, n * n).reshape(n, n), w, w.copy()


def cloud(n):
    x = uniforms(2, 2 * n).reshape(n, 2)
    pq = uniforms(3, 2 * n).reshape(n, 2)
    y = np.stack([pq[:, 0] ** 2, pq.sum(axis=1) / 2], axis=1)
    c = ((x[:, None, :] - y[None, :, :]) ** 2).sum(axis=2) / 2
    a, b = 0.5 + uniforms(4, n), 0.5 + uniforms(5, n)
    return c, a / a.sum(), b / b.sum()


def image(s, p):
    row, col = np.divmod(np.arange(s * s), s)
    px, py = (col + 0.5) / s, (row + 0.5) / s
    rho = np.hypot(px - 0.5, py - 0.5)
    a = np.exp(-(((rho - 0.28) / 0.06) ** 2)) + 0.01
    bar = np.where((0.2 <= px) & (px <= 0.8), np.exp(-(((py - 0.22) / 0.05) ** 2)), 0)
    leg = np.where((0.22 <= py) & (py <= 0.85), np.exp(-(((px - 0.75 + 0.45 * (py - 0.22)) / 0.05) ** 2)), 0)
    b = np.maximum(bar, leg) + 0.01
    dx, dy = px[:, None] - px[None, :], py[:, None] - py[None, :]
    c = (dx**2 + dy**2) / 2 if p == 2 else (abs(dx) + abs(dy)) / 2
    return c, a / a.sum(), b / b.sum()


def density(n, p):
    x = (np.arange(n) + 0.5) / n

    def bump(m, s):
        return np.exp(-(((x - m) / s) ** 2) / 2)

    a = bump(0.25, 0.05) + 0.5 * bump(0.6, 0.08) + 0.01
    b = 0.7 * bump(0.45, 0.04) + bump(0.8, 0.06) + 0.01
    return abs(x[:, None] - x[None, :]) ** p, a / a.sum(), b / b.sum()


def by_name(name):
    kind, *args = name.split("-")
    return {"lap": lap, "cloud": cloud, "image": image, "dens": density}[kind](*map(int, args))
