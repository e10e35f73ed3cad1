import random
random.seed(11)
def num():
    k = random.random()
    if k < .3: return random.choice([1, -1]) * random.random() * 10.0 ** random.randint(-12, 25)
    if k < .5: return random.randint(-10**12, 10**12)
    if k < .6: return random.choice([0.0, -0.0, 1.0, 0.5, 1e22, 1e-7, 123456.0, 99999.95, float('inf'), float('nan'), 1e15, 1e16, 2.5, 1e300])
    if k < .7: return random.getrandbits(90)
    if k < .8: return complex(round(random.uniform(-100, 100), 3), round(random.uniform(-5, 5), 2))
    if k < .9: return random.choice(['abc', '', 'é日本', 'x' * 12])
    return random.choice([True, False, 65, 0x1F600])
out = []
for _ in range(1500):
    v = num()
    spec = random.choice(['', '*<', '>', '^', '=', '0=', 'é^']) + random.choice(['', '+', ' ', '-']) + random.choice(['', 'z']) + random.choice(['', '#']) + random.choice(['', '0']) + random.choice(['', '1', '8', '15', '24']) + random.choice(['', ',', '_']) + random.choice(['', '.0', '.1', '.3', '.17', '.25']) + random.choice(['', 'd', 'x', 'X', 'b', 'o', 'e', 'E', 'f', 'F', 'g', 'G', '%', 'n', 's', 'c'])
    try: r = format(v, spec)
    except Exception as e: r = f'{type(e).__name__}: {e}'
    print(repr(v), spec, repr(r))
for _ in range(800):
    v = num()
    spec = '%' + random.choice(['', '-', '+', ' ', '0', '#', '-0', '+0', ' #']) + random.choice(['', '5', '12', '20']) + random.choice(['', '.0', '.2', '.10']) + random.choice('diouxXeEfFgGcrsa%')
    try: r = spec % (v,)
    except Exception as e: r = f'{type(e).__name__}: {e}'
    print(repr(v), spec, repr(r))
for _ in range(800):
    v = num()
    if isinstance(v, float): print(v, round(v, random.randint(-5, 15)) if v == v and abs(v) < 1e300 else 0, repr(v), str(v), v.hex(), int(v) if v - v == 0 else 0)
