"""Writes the references of the standard-library tests under testdata/lang/stdlib/.

*.mg are programs; what CPython prints when it runs them is written beside them as *.out. *.tsv are expressions with
their outcomes, as in gen_oracle.py. Run with CPython 3.12 from the repository's root:
python3.12 testdata/lang/gen_stdlib.py
"""
import glob
import itertools
import os
import subprocess
import sys
import tempfile
import warnings

sys.path.insert(0, "testdata/lang")
from gen_oracle import escape  # noqa: E402

OUT = "testdata/lang/stdlib/"
warnings.simplefilter("ignore")

IMPORTS = ("math cmath random itertools functools operator collections json string copy sys time").split()


def outcome(expr, env):
    try:
        return repr(eval(expr, env))
    except Exception as e:
        return f"!{type(e).__name__}: {e}"


def write(name, exprs):
    env = {m: __import__(m) for m in IMPORTS}
    with open(OUT + name + ".tsv", "w", encoding="utf-8") as f:
        for e in dict.fromkeys(exprs):
            f.write(escape(e) + "\t" + escape(outcome(e, env)) + "\n")


def math_exprs():
    specials = ["0.0", "-0.0", "1.0", "-1.0", "0.5", "2", "3", "-2.5", "10", "1e-300", "1e300", "710.0", "-750.0", "float('inf')", "float('-inf')", "float('nan')",
                "True", "10**400", "-(10**400)", "2**53+1", "'a'", "None", "1j", "[]", "1e16", "0.1"]
    unary = ["acos", "acosh", "asin", "asinh", "atan", "atanh", "cbrt", "ceil", "cos", "cosh", "degrees", "erf", "erfc", "exp", "exp2", "expm1", "fabs",
             "factorial", "floor", "frexp", "gamma", "isfinite", "isinf", "isnan", "isqrt", "lgamma", "log", "log10", "log1p", "log2", "modf", "radians",
             "sin", "sinh", "sqrt", "tan", "tanh", "trunc", "ulp"]
    for f, x in itertools.product(unary, specials):
        if (f, x) in {("factorial", "10**400"), ("factorial", "2**53+1"), ("factorial", "True")}:
            continue
        yield f"math.{f}({x})"
    two = ["atan2", "copysign", "fmod", "pow", "remainder", "nextafter", "hypot", "dist", "gcd", "lcm", "comb", "perm", "log", "ldexp", "isclose"]
    small = ["0", "0.0", "-0.0", "1", "-1", "2.5", "-3", "7", "1e300", "float('inf')", "float('-inf')", "float('nan')", "12", "18", "'a'"]
    for f, x, y in itertools.product(two, small, small):
        yield f"math.{f}({x}, {y})"
    yield from ("math.fsum([0.1]*10)", "math.fsum([1e100, 1.0, -1e100])", "math.fsum([])", "math.fsum([1, 'a'])", "math.fsum([float('inf'), float('-inf')])", "math.fsum([1e308, 1e308])",
                "math.prod([1, 2, 3])", "math.prod([], start=5)", "math.prod([1.5, 2])", "math.prod(['a', 2])", "math.sumprod([1, 2], [3, 4])", "math.sumprod([0.1]*10, [1]*10)",
                "math.sumprod([1], [2, 3])", "math.hypot()", "math.hypot(1, 2, 3)", "math.dist((1, 2), (4, 6))", "math.dist([1], [2, 3])", "math.gcd()", "math.gcd(2**70, 2**65)", "math.lcm(4, 6, 10)",
                "math.lcm(0, 5)", "math.comb(50, 25)", "math.perm(5)", "math.perm(10, 3)", "math.comb(5)", "math.factorial(30)", "math.factorial(-1)", "math.factorial(2.0)", "math.isqrt(10**40)",
                "math.isqrt(-1)", "math.pi", "math.e", "math.tau", "math.inf", "math.nan", "math.log(8, 2)", "math.log(0)", "math.log(10**400)", "math.log2(2**1000)", "math.log10(10**50)", "math.log(2, 1)", "math.log()",
                "math.log(1, 2, 3)", "math.log(x=1)", "math.sin()", "math.sin(1, 2)", "math.isclose(1, 1+1e-10)", "math.isclose(1, 1.1, rel_tol=0.2)", "math.isclose(0, 1e-10, abs_tol=1e-9)", "math.isclose(1, 2, rel_tol=-1)",
                "math.nextafter(1.0, 2.0, steps=3)", "math.ulp(1.0)", "math.frexp(8.5)", "math.ldexp(0.5, 3)", "math.ldexp(1.0, 2000)", "math.ldexp(1.0, -2000)", "math.ldexp(1, 1.5)", "math.copysign(1, -0.0)", "math.trunc('a')", "math.floor('a')", "math.ceil(2**70)")
    for z in ("1+2j", "-1", "0", "1j", "-2-3j", "1e200+1e200j", "float('inf')", "complex('nan+1j')", "0.5", "2", "'a'"):
        for f in ("sqrt", "exp", "phase", "polar", "isfinite", "isnan", "isinf", "log"):
            yield f"cmath.{f}({z})"
    yield from ("cmath.rect(2, 1)", "cmath.rect(1, 0)", "cmath.log(1j, 2)", "cmath.isclose(1, 1+1e-12j)", "cmath.pi", "cmath.infj")


def iter_exprs():
    return """list(itertools.accumulate([1, 2, 3]))
list(itertools.accumulate([1, 2, 3], operator.mul))
list(itertools.accumulate([1, 2, 3], initial=10))
list(itertools.accumulate([], initial=10))
list(itertools.accumulate('abc'))
list(itertools.accumulate([1, 'a']))
list(itertools.batched('ABCDEFG', 3))
list(itertools.batched('AB', 0))
list(itertools.chain('ab', [1], ()))
list(itertools.chain.from_iterable(['ab', 'cd']))
list(itertools.chain(1))
list(itertools.combinations('ABCD', 2))
list(itertools.combinations(range(4), 3))
list(itertools.combinations('AB', 3))
list(itertools.combinations('AB', 0))
list(itertools.combinations('AB', -1))
list(itertools.combinations_with_replacement('ABC', 2))
list(itertools.combinations_with_replacement('', 2))
list(itertools.compress('ABCDEF', [1, 0, 1, 0, 1, 1]))
itertools.count(5)
itertools.count(1, 2)
itertools.count(1.5, 0.5)
list(itertools.islice(itertools.count(5), 3))
list(itertools.islice(itertools.count(2.5, 0.5), 3))
itertools.count('a')
list(itertools.islice(itertools.cycle('ab'), 5))
list(itertools.cycle(''))
list(itertools.dropwhile(lambda x: x < 5, [1, 4, 6, 4, 1]))
list(itertools.takewhile(lambda x: x < 5, [1, 4, 6, 4, 1]))
list(itertools.filterfalse(lambda x: x % 2, range(6)))
list(itertools.filterfalse(None, [0, 1, '', 2]))
[(k, list(g)) for k, g in itertools.groupby('AAAABBBCCDAABBB')]
[k for k, g in itertools.groupby('AAAABBBCCDAABBB')]
[(k, list(g)) for k, g in itertools.groupby([1, 3, 2, 4], lambda x: x % 2)]
list(itertools.islice('ABCDEFG', 2))
list(itertools.islice('ABCDEFG', 2, 4))
list(itertools.islice('ABCDEFG', 2, None))
list(itertools.islice('ABCDEFG', 0, None, 2))
list(itertools.islice('ABC', -1))
list(itertools.islice('ABC', 1, 2, 0))
list(itertools.islice('ABC'))
list(itertools.pairwise('ABCD'))
list(itertools.pairwise('A'))
list(itertools.permutations('ABC', 2))
list(itertools.permutations(range(3)))
list(itertools.permutations('AB', 3))
list(itertools.product('AB', 'xy'))
list(itertools.product(range(2), repeat=3))
list(itertools.product())
list(itertools.product('AB', []))
list(itertools.product('AB', repeat=-1))
itertools.repeat(10, 3)
list(itertools.repeat(10, 3))
list(itertools.repeat('a', -1))
itertools.repeat('a')
list(itertools.starmap(pow, [(2, 5), (3, 2)]))
[list(x) for x in itertools.tee([1, 2, 3])]
itertools.tee([], 0)
list(itertools.zip_longest('ABCD', 'xy', fillvalue='-'))
list(itertools.zip_longest('AB', [1, 2, 3]))
list(itertools.zip_longest())
functools.reduce(operator.add, [1, 2, 3])
functools.reduce(operator.add, [], 5)
functools.reduce(operator.add, [])
functools.reduce(operator.add, 5)
functools.partial(int, base=2)('101')
functools.partial(pow, 2)(5)
functools.partial(max, 1, 2).args
functools.partial(5)
sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a))
operator.itemgetter(1)([1, 2])
operator.itemgetter(0, 2)('abc')
operator.itemgetter(1)
operator.attrgetter('real')(3)
operator.attrgetter('real', 'imag')(3)
operator.methodcaller('upper')('a')
operator.methodcaller('split', ',')('a,b')
operator.add(1, 2)
operator.concat('a', 'b')
operator.countOf([1, 2, 1], 1)
operator.indexOf([1, 2], 2)
operator.indexOf([1, 2], 3)
operator.contains([1], 1)
operator.not_(0)
operator.truth([])
operator.index(True)
operator.index(1.5)
operator.iadd([1], [2])
operator.length_hint([1, 2])
operator.matmul(1, 2)
collections.Counter('hello').most_common()
collections.Counter(a=3, b=1) - collections.Counter(a=1, b=2)
collections.Counter(a=1) | collections.Counter(a=3, c=1)
collections.Counter([1, 1, 2]) == {1: 2, 2: 1}
collections.Counter(a=1) <= collections.Counter(a=2)
-collections.Counter(a=-1)
collections.deque([1, 2, 3], 2)
collections.deque('abc')[5]
collections.deque([1]) + collections.deque([2])
collections.deque([1]) == collections.deque([1])
collections.deque([1, 2]) < collections.deque([1, 3])
collections.deque().pop()
collections.deque([1], -1)
collections.deque([1, 2]) * 2
collections.OrderedDict(a=1, b=2)
collections.OrderedDict([('a', 1)]) == collections.OrderedDict([('a', 1)])
collections.OrderedDict(a=1, b=2) == collections.OrderedDict(b=2, a=1)
collections.OrderedDict(a=1, b=2) == dict(b=2, a=1)
collections.defaultdict(int, a=1)
collections.defaultdict(5)
collections.defaultdict(list)['x']
collections.defaultdict(None)['x']
collections.namedtuple('P', 'x y')(1, 2)
collections.namedtuple('P', ['x', 'class'])
collections.namedtuple('P', 'x x')
collections.namedtuple('P', 'x _y')
collections.namedtuple('P', 'x y', rename=True)(1, 2)
collections.namedtuple('P', 'class _y x x', rename=True)._fields
collections.namedtuple('1P', 'x')
collections.namedtuple('P', 'x', defaults=[1, 2])
collections.namedtuple('P', 'x y')._make([1])
collections.namedtuple('P', 'x y')(1, 2)._replace(z=1)
collections.ChainMap({'a': 1}, {'b': 2})
string.capwords('a b  c')
string.Template('$x $$ ${y}').substitute(x=1, y=2)
string.Template('$x').substitute()
string.Template('$').substitute()
string.Template('$x $').safe_substitute()
copy.copy([1, [2]])
copy.deepcopy({'a': [1, (2, [3])]})
time.strftime('%Y-%m-%d %H:%M:%S %j %a %A %b %B %p %I %y %%', time.gmtime(0))
time.gmtime(86400*365)
time.strptime('2024-02-29 13:14:15', '%Y-%m-%d %H:%M:%S')
time.strptime('2024-02-30', '%Y-%m-%d')
time.strptime('x', '%Y')
time.strptime('1 Jan 2020 extra', '%d %b %Y')
time.strptime('10:30 PM', '%I:%M %p').tm_hour
time.asctime(time.gmtime(0))
sys.maxsize
sys.version_info[:2]
sys.version_info >= (3, 8)
sys.float_info.epsilon
sys.float_info.max""".split("\n")


def json_exprs():
    values = ["None", "True", "0", "-1", "1.5", "1e100", "1e-7", "float('nan')", "float('inf')", "2**70", "'a'", "'\\n\\t\\x00\\x7f\\u2028é😀\"\\\\/'", "[]", "{}", "()", "[1, [2, {}], []]", "(1, (2,))",
              "{'a': 1, 'b': [1, 2], 'c': {'d': None}}", "{1: 2, 1.5: 3, True: 4, None: 5}", "{(1,): 2}", "{1}", "object", "b'x'", "1j", "{'b': 1, 'a': {'z': 1, 'y': 2}}", "[{'a': 1}, {'a': 2}]"]
    options = ["", ", indent=2", ", indent=0", ", indent='--'", ", sort_keys=True", ", separators=(',', ':')", ", ensure_ascii=False", ", allow_nan=False", ", skipkeys=True", ", default=str", ", indent=1, sort_keys=True", ", indent=4, separators=(';', '=')"]
    for v, o in itertools.product(values, options):
        if "default=str" in o and v in ("object", "{1}"):
            continue
        yield f"json.dumps({v}{o})"
    texts = ["null", " true ", "false", "0", "-0", "-0.0", "1.0", "1e5", "1E+5", "1e-5", "123456789012345678901234567890", "01", "1.", ".5", "-", "+1", "1e", "NaN", "Infinity", "-Infinity", '"a"', '"\\u0041\\n\\/\\"\\\\"', '"\\ud83d\\ude00"',
             '"\\x"', '"\\u12"', '"a', '"\t"', "[]", "[ ]", "[1,2 , 3]", "[1,]", "[1 2]", "[", "[1", "{}", "{ }", '{"a":1}', '{"a" : 1 , "b":[{}]}', '{"a":1,}', '{"a"}', '{"a":}', "{1:2}", "{", '{"a":1', '{"a":1 "b"}', "nul", "tru", "", " ", "1 2", '{"a":1}x', "[1]]",
             '{"a":1,"a":2}', "'a'", "\n\n  x", '[1,\n 2,\n x]', "\ufeff1"]
    for s in texts:
        yield f"json.loads({s!r})"
    yield from ("json.loads(b'[1]')", "json.loads(5)", "json.loads('1.5', parse_float=str)", "json.loads('15', parse_int=float)", "json.loads('NaN', parse_constant=repr)", "json.loads('{\"a\": {\"b\": 1}}', object_hook=lambda d: sorted(d))",
                "json.loads('{\"a\": 1}', object_pairs_hook=list)", "json.loads('\"\\t\"', strict=False)", "json.loads(json.dumps({'x': [1, 2.5, 'é']}))", "json.loads('[' * 100 + ']' * 100)[0][0] == 5")


def random_program():
    """A program that prints streams of every distribution."""
    return """import random
for seed in (0, 1, 42, -5, 2**70, 'hello', b'bytes', 1.5):
    random.seed(seed)
    print(repr(seed), [random.random() for _ in range(3)], random.getrandbits(5), random.getrandbits(32), random.getrandbits(70), random.getrandbits(64))
random.seed(7)
print([random.randint(1, 100) for _ in range(10)], [random.randrange(0, 100, 7) for _ in range(5)], random.randrange(10**30), random.randrange(5, -5, -2))
print([random.choice('abcdef') for _ in range(8)])
print(random.choices([1, 2, 3], k=6), random.choices('ab', [1, 10], k=6), random.choices('ab', cum_weights=[1, 2], k=4))
x = list(range(20)); random.shuffle(x); print(x)
print(random.sample(range(1000), 5), random.sample('abcdefgh', 8), random.sample(range(10**6), 30), random.sample(['x', 'y'], k=3, counts=[2, 5]))
for f, args in [('uniform', (1, 5)), ('normalvariate', (0, 1)), ('gauss', (2, 3)), ('lognormvariate', (0, 1)), ('expovariate', (1.5,)), ('vonmisesvariate', (1, 4)), ('gammavariate', (0.5, 1)), ('gammavariate', (1, 2)),
                ('gammavariate', (2.5, 1)), ('betavariate', (2, 3)), ('betavariate', (0.5, 0.5)), ('paretovariate', (3,)), ('weibullvariate', (1, 2)), ('triangular', (0, 10, 3)), ('triangular', ()), ('binomialvariate', (10, 0.3)), ('binomialvariate', (1000, 0.4)), ('binomialvariate', (5, 0.9))]:
    print(f, args, [getattr(random, f)(*args) for _ in range(4)])
state = random.getstate(); a = [random.random(), random.gauss(0, 1)]; random.setstate(state); print(a == [random.random(), random.gauss(0, 1)], len(state[1]), state[0])
r = random.Random(5); print(r.random(), r.randint(1, 6), random.Random('x').random(), r.randbytes(5))
for bad in ('random.choice([])', 'random.randint(5, 1)', 'random.randrange(0)', 'random.sample([1], 2)', 'random.sample({1}, 1)', 'random.choices([1], [1, 2])', 'random.choices([1], [0])', 'random.randrange(1, 5, 0)', 'random.randrange(1.5)', 'random.gammavariate(-1, 1)', 'random.seed([])', 'random.binomialvariate(-1)', 'random.getrandbits(-1)'):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, e)
"""


def main():
    write("math", math_exprs())
    write("iterators", iter_exprs())
    write("json", json_exprs())
    with open(OUT + "random.mg", "w") as f:
        f.write(random_program())
    for path in sorted(glob.glob(OUT + "*.mg")):
        with tempfile.TemporaryDirectory() as folder:
            text = subprocess.run([sys.executable, os.path.abspath(path)], capture_output=True, text=True, cwd=folder)
        if text.returncode:
            print(path, text.stderr)
        with open(path[:-3] + ".out", "w", encoding="utf-8") as f:
            f.write(text.stdout)


if __name__ == "__main__":
    assert sys.version_info[:2] == (3, 12)
    main()
