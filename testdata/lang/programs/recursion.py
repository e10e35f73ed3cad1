def fact(n): return 1 if n <= 1 else n * fact(n - 1)
def fib(n, memo={}):
    if n in memo: return memo[n]
    memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return memo[n]
def hanoi(n, a="A", b="B", c="C"): return [] if n == 0 else hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)
def perms(xs): return [[]] if not xs else [[x] + p for i, x in enumerate(xs) for p in perms(xs[:i] + xs[i + 1:])]
def flatten(xs): return [y for x in xs for y in (flatten(x) if isinstance(x, list) else [x])]
def ackermann(m, n): return n + 1 if m == 0 else ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))
def gcd(a, b): return a if b == 0 else gcd(b, a % b)
def power(b, e): return 1 if e == 0 else (lambda h: h * h * (b if e % 2 else 1))(power(b, e // 2))
def subsets(s): return [[]] if not s else (lambda r: r + [[s[0]] + x for x in r])(subsets(s[1:]))
def collatz(n, steps=0): return steps if n == 1 else collatz(n // 2 if n % 2 == 0 else 3 * n + 1, steps + 1)
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
def pascal(n): return [[1]] if n == 1 else (lambda t: t + [[1] + [a + b for a, b in zip(t[-1], t[-1][1:])] + [1]])(pascal(n - 1))
def quicksort(xs): return xs if len(xs) < 2 else quicksort([x for x in xs[1:] if x < xs[0]]) + [xs[0]] + quicksort([x for x in xs[1:] if x >= xs[0]])
def merge_sort(xs):
    if len(xs) < 2: return xs
    m = len(xs) // 2; l, r = merge_sort(xs[:m]), merge_sort(xs[m:]); out = []
    while l and r: out.append((l if l[0] <= r[0] else r).pop(0))
    return out + l + r
print(fact(25), fact(50)); print(fib(100)); print(hanoi(3), len(hanoi(8))); print(perms([1, 2, 3])); print(flatten([1, [2, [3, [4]], 5]])); print(ackermann(2, 3), gcd(1071, 462), power(3, 45), power(2, 200))
print(subsets([1, 2, 3])); print(collatz(27), even(100), odd(7)); print(pascal(6)); print(quicksort([3, 6, 1, 8, 2, 9, 2]), merge_sort([5, 2, 4, 7, 1, 3, 2, 6]))
def queens(n, row=0, cols=(), d1=(), d2=()):
    if row == n: yield cols; return
    for c in range(n):
        if c not in cols and row + c not in d1 and row - c not in d2: yield from queens(n, row + 1, cols + (c,), d1 + (row + c,), d2 + (row - c,))
print(len(list(queens(6))), next(queens(8)), sum(1 for _ in queens(5)))
def depth(n):
    try: return depth(n + 1)
    except RecursionError: return n
print(depth(0) > 500); Y = lambda f: (lambda x: x(x))(lambda y: f(lambda *a: y(y)(*a))); print(Y(lambda self: lambda n: 1 if n == 0 else n * self(n - 1))(10))
class Node:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def total(self): return self.v + sum(k.total() for k in self.kids)
    def __repr__(self): return f"{self.v}" + (f"({', '.join(map(repr, self.kids))})" if self.kids else "")
t = Node(1, Node(2, Node(3)), Node(4)); print(t, t.total())
