from abc import ABC, abstractmethod
from itertools import chain as _chain

__all__ = ["Awaitable", "Hashable", "Iterable", "Iterator", "Generator", "Reversible", "Sized", "Container", "Callable", "Collection",
           "Set", "MutableSet", "Mapping", "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView", "Sequence", "MutableSequence"]

# First what the methods below share.

_absent = object()


def _same(a, b):
    return a is b or a == b


def _until(error, step):
    "Calls step again and again; error is the end."
    while True:
        try:
            step()
        except error:
            return


def _all_in(items, holder):
    for item in items:
        if item not in holder:
            return False
    return True


def _pairs(source):
    "Keys and values of what update() accepts: a mapping, a thing with keys, or pairs."
    if isinstance(source, Mapping):
        names = iter(source)
    elif hasattr(source, "keys"):
        names = source.keys()
    else:
        yield from source
        return
    for name in names:
        yield name, source[name]


def _counted(sequence, at):
    "A place in a sequence, which may be counted from the end."
    return at if at is None or at >= 0 else at + len(sequence)


# A class with a list _required has every class for a subclass that has those methods. Bodies of abstract methods are
# what calls by super() get.


class _Generic(ABC):
    @classmethod
    def __class_getitem__(cls, item):
        return cls


class Hashable(ABC):
    _required = ('__hash__',)

    @abstractmethod
    def __hash__(self):
        return 0


class Sized(ABC):
    _required = ('__len__',)

    @abstractmethod
    def __len__(self):
        return 0


class Container(_Generic):
    _required = ('__contains__',)

    @abstractmethod
    def __contains__(self, x):
        return False


class Callable(_Generic):
    _required = ('__call__',)

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False


class Awaitable(ABC):
    _required = ('__await__',)


class Iterable(_Generic):
    _required = ('__iter__',)

    @abstractmethod
    def __iter__(self):
        return iter(())


class Iterator(Iterable):
    _required = ('__iter__', '__next__')

    def __iter__(self):
        return self

    @abstractmethod
    def __next__(self):
        raise StopIteration


class Generator(Iterator):
    _required = ('__iter__', '__next__', 'send', 'throw', 'close')


class Reversible(Iterable):
    _required = ('__reversed__', '__iter__')

    @abstractmethod
    def __reversed__(self):
        return iter(())


class Collection(Sized, Iterable, Container):
    _required = ('__len__', '__iter__', '__contains__')


def _for_sets(compare):
    "A comparison that only sets take part in."
    def method(self, other):
        if isinstance(other, Set):
            return compare(self, other)
        return NotImplemented
    return method


def _for_iterables(combine):
    "An operator whose right side may be anything to iterate over."
    def method(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(combine(self, other))
        return NotImplemented
    return method


class Set(Collection):
    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    # All comparisons rest on these two, which a class may have in a faster way.
    __le__ = _for_sets(lambda self, other: len(self) <= len(other) and _all_in(self, other))
    __ge__ = _for_sets(lambda self, other: len(self) >= len(other) and _all_in(other, self))
    __lt__ = _for_sets(lambda self, other: len(self) < len(other) and self <= other)
    __gt__ = _for_sets(lambda self, other: len(self) > len(other) and self >= other)
    __eq__ = _for_sets(lambda self, other: len(self) == len(other) and self <= other)

    def isdisjoint(self, other):
        for item in other:
            if item in self:
                return False
        return True

    __or__ = __ror__ = _for_iterables(lambda self, other: _chain(self, other))
    __and__ = __rand__ = _for_iterables(lambda self, other: [item for item in other if item in self])

    def _operand(self, other):
        "The right side of an operator as a set, None when it is none."
        if isinstance(other, Set):
            return other
        return self._from_iterable(other) if isinstance(other, Iterable) else None

    def __sub__(self, other):
        taken = self._operand(other)
        if taken is None:
            return NotImplemented
        return self._from_iterable([item for item in self if item not in taken])

    def __xor__(self, other):
        others = self._operand(other)
        return NotImplemented if others is None else (self - others) | (others - self)


class MutableSet(Set):
    @abstractmethod
    def add(self, value):
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        raise NotImplementedError

    def remove(self, value):
        if value in self:
            return self.discard(value)
        raise KeyError(value)

    def pop(self):
        for item in self:
            self.discard(item)
            return item
        raise KeyError

    def clear(self):
        _until(KeyError, self.pop)

    def __ior__(self, it):
        for item in it:
            self.add(item)
        return self

    def __iand__(self, it):
        for item in self - it:
            self.discard(item)
        return self

    def __isub__(self, it):
        if self is it:
            self.clear()
            return self
        for item in it:
            self.discard(item)
        return self


class Mapping(Collection):
    __reversed__ = None

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        try:
            found = self[key]
        except KeyError:
            found = default
        return found

    def __contains__(self, key):
        found = True
        try:
            self[key]
        except KeyError:
            found = False
        return found

    def __eq__(self, other):
        if isinstance(other, Mapping):
            mine, others = dict(self.items()), dict(other.items())
            return mine == others
        return NotImplemented

    def keys(self):
        return KeysView(self)

    def values(self):
        return ValuesView(self)

    def items(self):
        return ItemsView(self)


class MutableMapping(Mapping):
    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_absent):
        try:
            found = self[key]
        except KeyError:
            if default is not _absent:
                return default
            raise
        del self[key]
        return found

    def popitem(self):
        for key in self:
            last = key, self[key]
            del self[key]
            return last
        raise KeyError

    def clear(self):
        _until(KeyError, self.popitem)

    def update(self, other=(), /, **kwds):
        for source in (other, kwds):
            for name, value in _pairs(source):
                self[name] = value

    def setdefault(self, key, default=None):
        try:
            found = self[key]
        except KeyError:
            self[key] = found = default
        return found


class MappingView(Sized):
    def __init__(self, mapping):
        self._shown = mapping

    def __len__(self):
        return len(self._shown)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self._shown)


class _SetView(MappingView, Set):
    @classmethod
    def _from_iterable(cls, it):
        return set(it)


class KeysView(_SetView):
    def __iter__(self):
        return iter(self._shown)

    def __contains__(self, key):
        return key in self._shown


class ItemsView(_SetView):
    def __iter__(self):
        for key in self._shown:
            yield key, self._shown[key]

    def __contains__(self, item):
        key, wanted = item
        try:
            found = self._shown[key]
        except KeyError:
            return False
        return _same(found, wanted)


class ValuesView(MappingView, Collection):
    def __iter__(self):
        for key in self._shown:
            yield self._shown[key]

    def __contains__(self, value):
        return any(_same(found, value) for found in self)


class Sequence(Reversible, Collection):
    _required = ()

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        at = 0
        while True:
            try:
                item = self[at]
            except IndexError:
                return
            yield item
            at += 1

    def __reversed__(self):
        at = len(self)
        while at > 0:
            at -= 1
            yield self[at]

    def __contains__(self, value):
        return any(_same(item, value) for item in self)

    def index(self, value, start=0, stop=None):
        at, end = max(_counted(self, start), 0), _counted(self, stop)
        while end is None or at < end:
            try:
                item = self[at]
            except IndexError:
                break
            if _same(item, value):
                return at
            at += 1
        raise ValueError

    def count(self, value):
        found = 0
        for item in self:
            found += _same(item, value)
        return found


class MutableSequence(Sequence):
    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def extend(self, values):
        for item in (list(values) if values is self else values):
            self.append(item)

    def __iadd__(self, values):
        self.extend(values)
        return self

    def pop(self, index=-1):
        taken = self[index]
        del self[index]
        return taken

    def remove(self, value):
        at = self.index(value)
        del self[at]

    def clear(self):
        _until(IndexError, self.pop)

    def reverse(self):
        low, high = 0, len(self) - 1
        while low < high:
            self[low], self[high] = self[high], self[low]
            low, high = low + 1, high - 1


for _kind, _known in ((Set, (frozenset, type({}.keys()), type({}.items()))), (MutableSet, (set,)), (KeysView, (type({}.keys()),)),
                      (ItemsView, (type({}.items()),)), (ValuesView, (type({}.values()),)), (MutableMapping, (dict,)),
                      (Sequence, (tuple, str, range, bytes)), (MutableSequence, (list, bytearray))):
    for _one in _known:
        _kind.register(_one)
del _kind, _known, _one
ByteString = bytes
Buffer = bytes
