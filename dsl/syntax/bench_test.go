package syntax

import (
	"strings"
	"testing"
)

// cell is 25 lines of everyday code; four of them make the cell of 100 lines that is measured.
const cell = `import numpy as np
from collections import defaultdict

class Account(Base):
    """Money, with a history."""
    rate: float = 0.02

    def __init__(self, owner, balance=0.0, *, log=None):
        self.owner, self.balance = owner, balance
        self.log = log or []

    def deposit(self, amount):
        if amount <= 0 or not isinstance(amount, (int, float)):
            raise ValueError(f"bad amount {amount!r} for {self.owner:>10}")
        self.balance += amount * (1 + self.rate) ** 2
        return self.balance

def solve(A, b, tol=1e-8, maxiter=100):
    x = np.zeros(len(b))
    for k in range(maxiter):
        r = b - A @ x
        if np.abs(r).max() < tol:
            return x, {"iterations": k, "residual": [float(v) for v in r[1:-1:2]]}
        x = x + r / A.diagonal()
    print("no convergence", k, sep=", ")
`

func BenchmarkParseCell(b *testing.B) {
	src := strings.Repeat(cell, 4)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("cell", src); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParseBrokenCell(b *testing.B) {
	src := strings.Repeat(cell, 4) + "print(a b)\n"
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("cell", src); err == nil {
			b.Fatal("accepted")
		}
	}
}

func BenchmarkTokens(b *testing.B) {
	src := strings.Repeat(cell, 4)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		Tokens(src)
	}
}
