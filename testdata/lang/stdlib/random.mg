import random
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
