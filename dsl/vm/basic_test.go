package vm_test

import "testing"

func TestExpressions(t *testing.T) {
	for _, c := range [][2]string{
		{"1 + 2 * 3", "7"},
		{"x = 5\nx += 2\nx", "7"},
		{"s = 0\nfor i in range(10):\n    s += i\ns", "45"},
		{"def f(a, b=2, *c, d=4, **e):\n    return a, b, c, d, e\nf(1, 3, 5, 6, d=7, z=8)", "(1, 3, (5, 6), 7, {'z': 8})"},
		{"def fib(n):\n    return n if n < 2 else fib(n-1) + fib(n-2)\nfib(15)", "610"},
		{"[x*y for x in range(3) for y in range(3) if x != y]", "[0, 0, 0, 2, 0, 2]"},
		{"def mk(n):\n    def add(x):\n        return x + n\n    return add\nmk(3)(4)", "7"},
		{"def g():\n    x = yield 1\n    yield x\n    return 5\ni = g()\n(next(i), i.send(7))", "(1, 7)"},
		{"class A:\n    def __init__(self, x):\n        self.x = x\n    def m(self):\n        return self.x + 1\nclass B(A):\n    def m(self):\n        return super().m() * 2\nB(4).m()", "10"},
		{"try:\n    1/0\nexcept ZeroDivisionError as e:\n    r = str(e)\nfinally:\n    q = 2\n(r, q)", "('division by zero', 2)"},
		{"a, *b, c = range(5)\n(a, b, c)", "(0, [1, 2, 3], 4)"},
		{"a, b = 1, 2\na, b = b, a\n(a, b)", "(2, 1)"},
		{"def f():\n    a, b = 1, 2\n    a, b = b, a\n    return a, b\nf()", "(2, 1)"},
		{"f'{1+1}:{2!r:>4}'", "'2:   2'"},
		{"match {'k': [1, 2, 3], 'z': 1}:\n    case {'k': [a, *b], **rest}:\n        r = (a, b, rest)\nr", "(1, [2, 3], {'z': 1})"},
		{"1 < 2 < 3 > 2", "True"},
		{"def f():\n    x = 1\n    return x + (x := 5) + x\nf()", "11"},
		{"list(x for x in range(3))", "[0, 1, 2]"},
		{"[f() for f in [lambda: i for i in range(3)]]", "[2, 2, 2]"},
		{"def outer():\n    def g():\n        yield from [1, 2]\n        return 3\n    r = yield from g()\n    yield r\nlist(outer())", "[1, 2, 3]"},
		{"{**{'a': 1}, 'b': 2, **{'c': 3}}", "{'a': 1, 'b': 2, 'c': 3}"},
		{"def f(*a, **k):\n    return a, k\nf(*[1, 2], 3, **{'x': 1}, y=2)", "((1, 2, 3), {'x': 1, 'y': 2})"},
	} {
		if got := value(t, c[0]); got != c[1] {
			t.Errorf("%s\n-> %s, want %s", c[0], got, c[1])
		}
	}
}
