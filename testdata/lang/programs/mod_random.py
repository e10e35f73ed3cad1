import random
random.seed(42); print([random.random() for _ in range(3)], [random.randint(1, 6) for _ in range(10)], random.choice("abcdef"), random.uniform(1, 10), random.sample(range(100), 5), random.randrange(0, 100, 7), random.getrandbits(16))
l = list(range(10)); random.shuffle(l); print(l, random.gauss(0, 1), random.choices("ab", weights=[1, 3], k=8), random.expovariate(2), random.betavariate(2, 3), random.triangular(0, 1, 0.5), random.normalvariate(5, 2))
r = random.Random(7); s = random.Random(7); print(r.random() == s.random(), r.randint(0, 10 ** 20), [r.choice([1, 2, 3]) for _ in range(5)], r.sample(["a", "b", "c"], 2)); random.seed("text"); print(random.random()); random.seed(3.5); print(random.random(), random.randrange(10)); st = random.getstate(); a = random.random(); random.setstate(st); print(a == random.random())
for f in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2), lambda: random.randrange(0), lambda: random.choices([], k=1)):
    try: print(f())
    except (IndexError, ValueError) as e: print(type(e).__name__, e)
random.seed(0); n = 10000; print(sum((random.random() ** 2 + random.random() ** 2) < 1 for _ in range(n)) * 4 / n, random.paretovariate(3), random.weibullvariate(1, 2), random.vonmisesvariate(0, 1), random.lognormvariate(0, 1), random.gammavariate(2, 1), random.randbytes(4))
