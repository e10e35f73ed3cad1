from itertools import *
import operator
print(list(chain([1], "ab", (2,))), list(chain.from_iterable(["ab", "c"])), list(islice(count(5), 3)), list(islice(count(1, 0.5), 3)), list(islice(cycle("ab"), 5)), list(repeat(7, 3)), list(islice("abcdef", 1, 5, 2)), list(islice("abc", 2)), list(islice([1, 2, 3], 1, None)))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3], operator.mul)), list(accumulate([1, 2], initial=100)), list(accumulate("abc")), list(accumulate([3, 1, 4, 1, 5], max)))
print(list(combinations("abcd", 2)), list(permutations([1, 2, 3], 2)), list(permutations("ab")), list(product("ab", [1, 2])), list(product([0, 1], repeat=3)), list(combinations_with_replacement("ab", 2)), list(combinations([1], 2)), list(product()))
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(lambda x: x % 2, range(6))), list(compress("abcd", [1, 0, 1, 0])), list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest("ab", [1, 2, 3], fillvalue="-")), list(zip_longest([1], [])), list(pairwise("abcd")), list(batched("abcdefg", 3)))
print([(k, list(g)) for k, g in groupby("aaabbca")], [(k, len(list(g))) for k, g in groupby(sorted(["apple", "bob", "ant", "bat"], key=lambda w: w[0]), key=lambda w: w[0])], [k for k, _ in groupby([1, 1, 2, 1])])
a, b = tee([1, 2, 3]); print(next(a), list(b), list(a)); c = count(); print(next(c), next(c), [next(c) for _ in range(3)]); print(sum(1 for _ in permutations(range(5))), len(list(combinations(range(10), 4))), next(repeat("x")), max(len(list(g)) for _, g in groupby("aabbbbc")))
primes = (n for n in count(2) if all(n % d for d in range(2, int(n ** .5) + 1))); print(list(islice(primes, 10)), dict(zip("abc", count())), list(map(operator.add, [1, 2], count(10))), type(chain()).__name__, list(chain()), [list(islice(it, 2)) for it in [iter("abcdef")] * 3])
for f in (lambda: list(islice([1], -1)), lambda: list(combinations("ab", -1)), lambda: next(chain()), lambda: list(chain(5)), lambda: list(batched("a", 0)), lambda: list(product(5)), lambda: count("a")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
