import random
random.seed(3)
acc = 0
for _ in range(3000):
    a = random.getrandbits(random.randrange(1, 1200)); b = random.getrandbits(random.randrange(1, 1200)) or 1
    if random.random() < .5: a = -a
    try: q = a / b
    except OverflowError as e: q = str(e)
    print(repr(q), end=' ')
    if random.random() < .1: print(a % b, a // b, divmod(-a, b), (a * b) % 1000003, a ^ b, a & -b, a | b, ~a >> 7, a < b, a == b, hash(a), float(a) if abs(a) < 2**1000 else 0, int(float(b)) if b < 2**1000 else 0, a.bit_length(), pow(a, 5, b), a.bit_count())
for e in range(-1080, -1015):
    print((2**60 + 12345) / 2**(60 - e), (3**700) / (2**(int(700 * 1.585) - e)), end=' ')
