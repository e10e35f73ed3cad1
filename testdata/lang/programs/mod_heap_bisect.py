import heapq, bisect, numbers, random
from fractions import Fraction
random.seed(5)
h = []
for x in [5, 1, 8, 3, 9, 2]: heapq.heappush(h, x)
print(h, [heapq.heappop(h) for _ in range(len(h))])
data = [random.randrange(100) for _ in range(30)]; h = data[:]; heapq.heapify(h); print(h, all(h[i] <= h[c] for i in range(30) for c in (2 * i + 1, 2 * i + 2) if c < 30))
print(heapq.heappushpop(h, 50), heapq.heapreplace(h, 7), h[0], heapq.heappushpop([], 3), heapq.nsmallest(3, data), heapq.nlargest(3, data), heapq.nsmallest(2, ["bb", "a", "ccc"], key=len), heapq.nlargest(2, ["bb", "a", "ccc"], key=len), heapq.nsmallest(0, data), heapq.nlargest(99, [1, 2]))
print(list(heapq.merge([1, 4, 7], [2, 5], [3])), list(heapq.merge([7, 4], [9, 1], reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)), list(heapq.merge()), list(heapq.merge([1])))
h = [(2, "b"), (1, "z"), (1, "a")]; heapq.heapify(h); print(heapq.heappop(h), heapq.heappop(h))
a = [1, 3, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 0), bisect.bisect_left(a, 9), bisect.bisect(a, 3, 0, 2), bisect.bisect_left(["a", "bb", "ccc"], 2, key=len), bisect.bisect([], 1), bisect.bisect_left(a, 3, lo=2), bisect.bisect_right(a, 3, hi=3))
bisect.insort(a, 4); bisect.insort_left(a, 3); bisect.insort_right(a, 0); print(a); w = ["a", "ccc"]; bisect.insort(w, "bb", key=len); print(w)
def tries(*fs):
    for f in fs:
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
tries(lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heappush((), 1), lambda: heapq.heapify(5), lambda: bisect.bisect([1], 1, -1), lambda: bisect.bisect([1, "a"], 2), lambda: heapq.heapify([1, "a"]))
for x in (1, True, 2.5, 1j, Fraction(1, 2), "s", None):
    print(repr(x), [isinstance(x, c) for c in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)])
print([issubclass(c, numbers.Real) for c in (int, float, complex, Fraction, str)])
