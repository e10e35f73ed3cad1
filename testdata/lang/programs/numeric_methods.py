def newton(f, df, x, tol=1e-12):
    for k in range(50):
        dx = f(x) / df(x)
        x -= dx
        if abs(dx) < tol:
            return x, k + 1
    raise RuntimeError("no convergence")


print(newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0)[0], "%.12f" % newton(lambda x: x ** 3 - x - 2, lambda x: 3 * x * x - 1, 1.5)[0])


def bisect(f, a, b, n=60):
    for _ in range(n):
        m = (a + b) / 2
        a, b = (m, b) if f(a) * f(m) > 0 else (a, m)
    return (a + b) / 2


def simpson(f, a, b, n=100):
    h = (b - a) / n
    return h / 3 * sum((1 if i in (0, n) else 4 if i % 2 else 2) * f(a + i * h) for i in range(n + 1))


def rk4(f, y, t, h, steps):
    for _ in range(steps):
        k1 = f(t, y)
        k2 = f(t + h / 2, y + h / 2 * k1)
        k3 = f(t + h / 2, y + h / 2 * k2)
        k4 = f(t + h, y + h * k3)
        y += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
        t += h
    return y


print(f"{bisect(lambda x: x ** 2 - 3, 0, 2):.10f} {simpson(lambda x: x ** 3, 0, 2):.10f} {simpson(lambda x: 1 / x, 1, 2):.8f} {rk4(lambda t, y: y, 1.0, 0.0, 0.1, 10):.9f}")
e, term = 0.0, 1.0
for n in range(1, 20):
    e += term
    term /= n
print(e, sum((-1) ** k / (2 * k + 1) for k in range(1000)) * 4, 355 / 113)


def gauss(A, b):
    n = len(A)
    M = [row[:] + [v] for row, v in zip(A, b)]
    for k in range(n):
        p = max(range(k, n), key=lambda i: abs(M[i][k]))
        M[k], M[p] = M[p], M[k]
        for i in range(k + 1, n):
            c = M[i][k] / M[k][k]
            M[i] = [x - c * y for x, y in zip(M[i], M[k])]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (M[i][n] - sum(M[i][j] * x[j] for j in range(i + 1, n))) / M[i][i]
    return x


print(gauss([[2.0, 1.0, -1.0], [-3.0, -1.0, 2.0], [-2.0, 1.0, 2.0]], [8.0, -11.0, -3.0]))
data = [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]
mean = sum(data) / len(data)
var = sum((x - mean) ** 2 for x in data) / len(data)
print(mean, var, var ** 0.5, sorted(data)[len(data) // 2], max(set(data), key=data.count))
xs, ys = [1, 2, 3, 4, 5], [2.2, 4.1, 6.2, 7.9, 10.1]
mx, my = sum(xs) / 5, sum(ys) / 5
slope = sum((x - mx) * (y - my) for x, y in zip(xs, ys)) / sum((x - mx) ** 2 for x in xs)
print(f"y = {slope:.4f}x + {my - slope * mx:.4f}", slope)
lcg = 12345
out = []
for _ in range(5):
    lcg = (1103515245 * lcg + 12345) % 2 ** 31
    out.append(lcg / 2 ** 31)
print(out, [round(v, 3) for v in out], sum(out))
poly = [1, -6, 11, -6]
horner = lambda c, x: 0 if not c else c[-1] + x * horner(c[:-1], x)
print([horner(poly, x) for x in (0, 1, 2, 3, 4)], [round(x * 0.1, 1) for x in range(11)], [i / 10 for i in range(11)])
print(0.1 + 0.7, 1.1 * 3, 1e15 + 0.3, 1 / 3 * 3, 2 ** 0.5 * 2 ** 0.5, 100 * 1.1, 4.35 * 100, 1.005 * 1000, 1 - 0.9, 1e-20 + 1 - 1)
