__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


def _rise(heap, start, pos):
    item = heap[pos]
    while pos > start:
        parent = (pos - 1) >> 1
        above = heap[parent]
        if not item < above:
            break
        heap[pos] = above
        pos = parent
    heap[pos] = item


def _sink(heap, pos):
    # The hole goes down to a leaf along the smaller children, then the item rises from there: fewer comparisons.
    end, start = len(heap), pos
    item = heap[pos]
    child = 2 * pos + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _rise(heap, start, pos)


def _check(heap, what):
    if not isinstance(heap, list):
        raise TypeError("%s must be list, not %s" % (what, type(heap).__name__))


def heappush(heap, item, /):
    "Push item onto heap, maintaining the heap invariant."
    _check(heap, "heappush() argument 1")
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap, /):
    "Pop the smallest item off the heap, maintaining the heap invariant."
    _check(heap, "heappop() argument")
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    smallest = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return smallest


def heapreplace(heap, item, /):
    "Pop and return the current smallest value, and add the new item."
    _check(heap, "heapreplace() argument 1")
    if not heap:
        raise IndexError("index out of range")
    smallest = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return smallest


def heappushpop(heap, item, /):
    "Push item on the heap, then pop and return the smallest item from the heap."
    _check(heap, "heappushpop() argument 1")
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(heap, /):
    "Transform list into a heap, in-place, in O(len(heap)) time."
    _check(heap, "heapify() argument")
    for i in reversed(range(len(heap) // 2)):
        _sink(heap, i)


class _Down:
    "Turns the order of what it holds round."
    __slots__ = ("v",)

    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        return other.v < self.v


def merge(*iterables, key=None, reverse=False):
    "Merge multiple sorted inputs into a single sorted output."
    heap = []
    wrap = _Down if reverse else (lambda v: v)
    for n, it in enumerate(map(iter, iterables)):
        for v in it:
            heap.append([wrap(v if key is None else key(v)), n, v, it])
            break
    heapify(heap)
    while len(heap) > 1:
        entry = heap[0]
        yield entry[2]
        for v in entry[3]:
            entry[0], entry[2] = wrap(v if key is None else key(v)), v
            _sink(heap, 0)
            break
        else:
            heappop(heap)
    if heap:
        yield heap[0][2]
        yield from heap[0][3]


def nsmallest(n, iterable, key=None):
    "Find the n smallest elements in a dataset."
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    "Find the n largest elements in a dataset."
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]
