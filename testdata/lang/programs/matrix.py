class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ValueError("ragged rows")

    @classmethod
    def identity(cls, n):
        return cls([[1 if i == j else 0 for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"shapes {self.shape} and {other.shape} do not fit")
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*other.rows)] for r in self.rows])

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __rmul__(self, k):
        return Matrix([[k * a for a in r] for r in self.rows])

    def __pow__(self, n):
        if n == 0:
            return Matrix.identity(self.shape[0])
        half = self ** (n // 2)
        return half @ half @ self if n % 2 else half @ half

    def __getitem__(self, ij):
        i, j = ij
        return Matrix([r[j] for r in self.rows[i]]) if isinstance(i, slice) and isinstance(j, slice) else self.rows[i][j]

    def __setitem__(self, ij, v):
        self.rows[ij[0]][ij[1]] = v

    def __eq__(self, other):
        return self.rows == other.rows

    def det(self):
        m, sign, prod = [r[:] for r in self.rows], 1, 1
        n = len(m)
        for k in range(n):
            piv = next((i for i in range(k, n) if m[i][k]), None)
            if piv is None:
                return 0
            if piv != k:
                m[k], m[piv], sign = m[piv], m[k], -sign
            for i in range(k + 1, n):
                q = m[i][k] / m[k][k]
                for j in range(k, n):
                    m[i][j] -= q * m[k][j]
            prod *= m[k][k]
        return sign * prod

    def __str__(self):
        w = max(len(str(x)) for r in self.rows for x in r)
        return "\n".join("[" + " ".join(f"{x:>{w}}" for x in r) + "]" for r in self.rows)

    def __repr__(self):
        return f"Matrix({self.rows!r})"


a, b = Matrix([[1, 2], [3, 4]]), Matrix([[0, 1], [-1, 10]])
print(a, a @ b, a + b, 3 * a, a.T, a ** 5, sep="\n\n")
print(a.det(), Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 1]]).det(), Matrix([[1, 2], [2, 4]]).det(), a == Matrix([[1, 2], [3, 4]]), a != b)
print(a[0, 1], repr(a[0:1, 0:2]), a.shape, repr(Matrix.identity(3)))
a[1, 0] = 7
print(repr(a))
print((Matrix([[1, 1], [1, 0]]) ** 90)[0, 1])
for bad in (lambda: Matrix([[1], [1, 2]]), lambda: a @ Matrix([[1, 2, 3]]), lambda: a[5, 0], lambda: a[0]):
    try:
        bad()
    except (ValueError, IndexError, TypeError) as e:
        print(type(e).__name__, e)
