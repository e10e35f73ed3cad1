__all__ = ["EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique", "property", "verify",
           "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE"]

EnumMeta = EnumType
_property = property
_missing = object()
_set_class = type.__setattr__
Enum = Flag = ReprEnum = None


class member:
    "Makes an attribute a member that otherwise would not be one."
    def __init__(self, value):
        self.value = value


class nonmember:
    "Keeps an attribute from becoming a member."
    def __init__(self, value):
        self.value = value


class auto:
    """A value that the enumeration chooses. In the class body it is not known yet, so operations on it
    are kept until it is."""
    def __init__(self, value=_missing):
        self.value = value
        self._known = _missing
        self._make = None

    def _lazy(make):
        def op(self, *others):
            new = auto()
            new._make = lambda: make(_settled(self), *[_settled(x) for x in others])
            return new
        return op

    __or__ = _lazy(lambda a, b: a | b)
    __ror__ = _lazy(lambda a, b: b | a)
    __and__ = _lazy(lambda a, b: a & b)
    __rand__ = _lazy(lambda a, b: b & a)
    __xor__ = _lazy(lambda a, b: a ^ b)
    __rxor__ = _lazy(lambda a, b: b ^ a)
    __add__ = _lazy(lambda a, b: a + b)
    __radd__ = _lazy(lambda a, b: b + a)
    __sub__ = _lazy(lambda a, b: a - b)
    __mul__ = _lazy(lambda a, b: a * b)
    __lshift__ = _lazy(lambda a, b: a << b)
    __invert__ = _lazy(lambda a: ~a)
    del _lazy

    def __repr__(self):
        return "auto(%r)" % (self._known if self._known is not _missing else None)


def _settled(x):
    if isinstance(x, auto):
        if x._known is _missing:
            x._known = x._make()
        return x._known
    return x


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_descriptor(v):
    return hasattr(v, "__get__") or hasattr(v, "__set__") or hasattr(v, "__delete__")


def _bits(value, width=None):
    "Binary digits with the sign apart, as in error messages of flags."
    if value >= 0:
        digits, sign, fill = bin(value)[2:], "0b0", "0"
    else:
        n = value.bit_length()
        digits, sign, fill = bin(value & ((1 << n) - 1))[2:].zfill(n), "0b1", "1"
    if width is not None and len(digits) < width:
        digits = fill * (width - len(digits)) + digits
    return sign + " " + digits


def _singles(value):
    while value:
        low = value & -value
        yield low
        value ^= low


def _data_type(bases):
    "The class that the values of members are made of: object when there is none."
    found = []
    for base in bases:
        candidate = None
        for cls in base.__mro__:
            if cls is object:
                continue
            if isinstance(cls, EnumType):
                if cls._member_type_ is not object:
                    if cls._member_type_ not in found:
                        found.append(cls._member_type_)
                    break
            elif "__new__" in cls.__dict__ or "__dataclass_fields__" in cls.__dict__:
                kind = candidate or cls
                if kind not in found:
                    found.append(kind)
                break
            else:
                candidate = candidate or cls
    if len(found) > 1:
        raise TypeError("too many data types for %r: %r" % (bases[-1], set(found)))
    return found[0] if found else object


def _pick_new(ns, member_type, first):
    "The __new__ that makes members, and whether it takes the value."
    new = ns.get("__new__")
    if new is not None:
        return getattr(new, "__func__", new), True
    for method in ("__new_member__", "__new__"):
        for source in (member_type, first):
            fn = getattr(source, method, None)
            if fn is None or fn is object.__new__ or fn is _lookup_new:
                continue
            return fn, True
    return object.__new__, False


@_method
def __init__(cls, name, bases, ns, *, boundary=None, _simple=False, **kwds):
    if Enum is None or ns.get("_blank_"):
        _set_class(cls, "_member_names_", [])
        _set_class(cls, "_member_map_", {})
        _set_class(cls, "_value2member_map_", {})
        _set_class(cls, "_unhashable_values_", [])
        _set_class(cls, "_member_type_", _data_type(bases) if bases else object)
        _set_class(cls, "_use_args_", False)
        _set_class(cls, "_boundary_", boundary if boundary is not None else getattr(bases[0], "_boundary_", None) if bases else None)
        _set_class(cls, "_flag_mask_", 0)
        _set_class(cls, "_singles_mask_", 0)
        _set_class(cls, "_all_bits_", 0)
        return
    for base in bases:
        for c in base.__mro__:
            if isinstance(c, EnumType) and c._member_names_:
                raise TypeError("<enum %r> cannot extend %r" % (name, c))
    first = bases[-1]
    if not isinstance(first, EnumType):
        raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
    member_type = _data_type(bases)
    is_flag = Flag is not None and issubclass(cls, Flag)
    new, use_args = _pick_new(ns, member_type, first)
    ignore = ns.get("_ignore_", ())
    if isinstance(ignore, str):
        ignore = ignore.replace(",", " ").split()
    generate = cls._generate_next_value_
    names, values, taken = [], [], {}
    private = "_" + name.lstrip("_") + "__"
    for key in list(ns):
        value = ns[key]
        if key in ignore or key == "_ignore_":
            if key in cls.__dict__:
                type.__delattr__(cls, key)
            continue
        if _is_dunder(key):
            continue
        if _is_sunder(key):
            if key not in ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_", "_iter_member_by_value_",
                           "_iter_member_by_def_", "_blank_"):
                raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % key)
            continue
        if key.startswith(private) and not key.endswith("__"):
            continue
        if isinstance(value, nonmember):
            _set_class(cls, key, value.value)
            continue
        if isinstance(value, member):
            value = value.value
        elif _is_descriptor(value):
            continue
        if key == "mro":
            raise ValueError("invalid enum member name(s) 'mro'")
        if isinstance(value, auto):
            if value._known is _missing:
                if value._make is None:
                    value._known = generate(key, 1, len(names), values[:]) if value.value is _missing else value.value
                else:
                    value._known = value._make()
            value = value._known
        elif type(value) is tuple and any(isinstance(x, auto) for x in value):
            parts = []
            for x in value:
                if isinstance(x, auto):
                    if x._known is _missing and x._make is None:
                        x._known = generate(key, 1, len(names), values[:])
                    x = _settled(x)
                parts.append(x)
                values.append(x)
            names.append(key)
            taken[key] = tuple(parts)
            continue
        names.append(key)
        values.append(value)
        taken[key] = value
    order = ns.get("_order_")
    _set_class(cls, "_member_names_", [])
    _set_class(cls, "_member_map_", {})
    _set_class(cls, "_value2member_map_", {})
    _set_class(cls, "_unhashable_values_", [])
    _set_class(cls, "_member_type_", member_type)
    _set_class(cls, "_use_args_", use_args)
    _set_class(cls, "_new_member_", staticmethod(new))
    _set_class(cls, "_boundary_", boundary if boundary is not None else getattr(first, "_boundary_", None))
    _set_class(cls, "_flag_mask_", 0)
    _set_class(cls, "_singles_mask_", 0)
    _set_class(cls, "_all_bits_", 0)
    if "__new__" in ns:
        _set_class(cls, "__new_member__", staticmethod(new))
    _set_class(cls, "__new__", _lookup_new)
    if member_type is not object:
        # Unless the class says otherwise, members are shown and formatted as Enum does it (or, in a ReprEnum, as the
        # values are).
        plain = ReprEnum is not None and issubclass(cls, ReprEnum)
        for method in ("__repr__", "__str__", "__format__"):
            if method in ns:
                continue
            enum_method = getattr(first, method)
            found = getattr(cls, method)
            if found is getattr(member_type, method) or found is getattr(object, method):
                _set_class(cls, method, getattr(member_type, method) if plain and method != "__repr__" else enum_method)
    for key in names:
        _add_member(cls, key, taken[key], is_flag)
    if is_flag:
        single = 0
        for m in cls._member_map_.values():
            v = m._value_
            if isinstance(v, int) and v > 0:
                _set_class(cls, "_flag_mask_", cls._flag_mask_ | v)
                if v & (v - 1) == 0:
                    single |= v
        _set_class(cls, "_singles_mask_", single)
        _set_class(cls, "_all_bits_", (1 << cls._flag_mask_.bit_length()) - 1)
        for part in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
            if part not in ns:
                _set_class(cls, part, getattr(Flag, part))
        by_value = [cls._member_map_[n]._value_ for n in cls._member_names_]
        _set_class(cls, "_in_order_", by_value == sorted(by_value))
    if order is not None:
        wanted = order.replace(",", " ").split() if isinstance(order, str) else list(order)
        wanted = [n for n in wanted if n in cls._member_names_ or n not in cls._member_map_]
        if wanted != cls._member_names_:
            raise TypeError("member order does not match _order_:\n  %r\n  %r" % (cls._member_names_, wanted))


def _add_member(cls, key, value, is_flag):
    args = value if isinstance(value, tuple) else (value,)
    member_type = cls._member_type_
    if member_type is tuple:
        args = (args,)
    if cls._use_args_:
        new = cls._new_member_(cls, *args)
    else:
        new = cls._new_member_(cls)
    if "_value_" not in new.__dict__:
        if member_type is object:
            new._value_ = value
        else:
            try:
                new._value_ = member_type(*args)
            except Exception as e:
                raise TypeError("_value_ not set in __new__, unable to create it") from e
    value = new._value_
    new._name_ = key
    new.__objclass__ = cls
    new.__init__(*args)
    new._sort_order_ = len(cls._member_names_)
    old = None
    try:
        old = cls._value2member_map_.get(value)
    except TypeError:
        for m in cls._member_map_.values():
            if m._value_ == value:
                old = m
                break
    if old is not None:
        new = old
    elif not is_flag or not isinstance(value, int) or value > 0 and value & (value - 1) == 0:
        cls._member_names_.append(key)
    cls._member_map_[key] = new
    _set_class(cls, key, new)
    if old is None:
        try:
            cls._value2member_map_.setdefault(value, new)
        except TypeError:
            cls._unhashable_values_.append(value)


@_method
def __call__(cls, value=_missing, names=_missing, *values, module=None, qualname=None, type=None, start=1, boundary=None):
    if cls._member_map_:
        if value is _missing:
            raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
        if names is not _missing:
            value = (value, names) + values
        return cls.__new__(cls, value)
    if value is _missing:
        raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
    if names is _missing and type is None:
        raise TypeError(f"{cls} has no members; specify `names=()` if you meant to create a new, empty, enum")
    return _functional(cls, value, () if names is _missing else names, module, type, start, boundary)


def _functional(cls, name, names, module, kind, start, boundary):
    bases = (cls,) if kind is None else (kind, cls)
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    ns = {}
    items = names.items() if hasattr(names, "items") else names
    used = []
    count = 0
    for item in items:
        if isinstance(item, str):
            value = cls._generate_next_value_(item, start, count, used[:])
            key = item
            count += 1
            used.append(value)
        else:
            key, value = item
        if key in ns:
            raise TypeError("%r already defined as %r" % (key, ns[key]))
        ns[key] = value
    import sys
    ns["__module__"] = module or "__main__"
    if boundary is None:
        return EnumType(name, bases, ns)
    return EnumType(name, bases, ns, boundary=boundary)


_members(lambda cls: _mapping_proxy(cls._member_map_))


def _mapping_proxy(d):
    from types import MappingProxyType
    return MappingProxyType(d)


@_method
def __iter__(cls):
    return (cls._member_map_[name] for name in cls._member_names_)


@_method
def __reversed__(cls):
    return (cls._member_map_[name] for name in reversed(cls._member_names_))


@_method
def __len__(cls):
    return len(cls._member_names_)


@_method
def __bool__(cls):
    return True


@_method
def __getitem__(cls, name):
    return cls._member_map_[name]


@_method
def __contains__(cls, value):
    if isinstance(value, cls):
        return True
    return value in cls._value2member_map_ or value in cls._unhashable_values_


@_method
def __repr__(cls):
    if Flag is not None and issubclass(cls, Flag):
        return "<flag %r>" % cls.__name__
    return "<enum %r>" % cls.__name__


@_method
def __setattr__(cls, name, value):
    if name in cls.__dict__.get("_member_map_", ()):
        raise AttributeError("cannot reassign member %r" % (name,))
    _set_class(cls, name, value)


@_method
def __delattr__(cls, name):
    if name in cls.__dict__.get("_member_map_", ()):
        raise AttributeError("%r cannot delete member %r." % (cls.__name__, name))
    type.__delattr__(cls, name)


@_method
def __dir__(cls):
    return sorted(["__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__", "__module__", "__name__",
                   "__qualname__"] + cls._member_names_)


for _n in ("__init__", "__call__", "__iter__", "__reversed__", "__len__", "__bool__", "__getitem__", "__contains__", "__repr__",
           "__setattr__", "__delattr__", "__dir__"):
    del globals()[_n]


def _lookup_new(cls, value):
    if type(value) is cls:
        return value
    try:
        return cls._value2member_map_[value]
    except KeyError:
        pass
    except TypeError:
        for m in cls._member_map_.values():
            if m._value_ == value:
                return m
    problem = None
    try:
        result = cls._missing_(value)
    except Exception as e:
        problem = e
        result = None
    try:
        if isinstance(result, cls):
            return result
        if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
            return result
        failed = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        if result is None and problem is None:
            raise failed
        if problem is None:
            problem = TypeError("error in %s._missing_: returned %r instead of None or a valid member" % (cls.__name__, result))
        if not isinstance(problem, ValueError):
            problem.__context__ = failed
        raise problem
    finally:
        problem = failed = None


def _no_set(self, value):
    raise AttributeError("<enum 'Enum'> cannot set attribute %r" % "value")


def _no_set_name(self, value):
    raise AttributeError("<enum 'Enum'> cannot set attribute %r" % "name")


class Enum(metaclass=EnumType):
    "Create a collection of name/value pairs."

    def __init__(self, *args, **kwds):
        pass

    def __init_subclass__(cls, boundary=None, **kwds):
        super().__init_subclass__(**kwds)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return max(last_values) + 1
        except TypeError:
            for v in reversed(last_values):
                try:
                    return v + 1
                except TypeError:
                    pass
            return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return "<%s.%s: %r>" % (self.__class__.__name__, self._name_, self._value_)

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        own = {n for c in self.__class__.__mro__ for n in c.__dict__ if n[0] != "_" and n not in self._member_map_}
        return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"} | own)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    name = _property(lambda self: self._name_, _no_set_name, None, "The name of the Enum member.")
    value = _property(lambda self: self._value_, _no_set, None, "The value of the Enum member.")


class ReprEnum(Enum):
    "Only changes the repr(), leaving str() and format() to the mixed-in type."
    _blank_ = True


class FlagBoundary:
    "What a flag does about values with bits that no member has."
    def __init__(self, name):
        self._name_ = self.name = name
        self._value_ = self.value = name.lower()

    def __repr__(self):
        return "<FlagBoundary.%s: %r>" % (self.name, self.value)

    def __str__(self):
        return self.value


STRICT = FlagBoundary.STRICT = FlagBoundary("STRICT")
CONFORM = FlagBoundary.CONFORM = FlagBoundary("CONFORM")
EJECT = FlagBoundary.EJECT = FlagBoundary("EJECT")
KEEP = FlagBoundary.KEEP = FlagBoundary("KEEP")


class IntEnum(int, ReprEnum):
    "Enum where members are also (and must be) ints"
    _blank_ = True
    __str__ = int.__repr__
    __format__ = int.__format__
    __repr__ = Enum.__repr__


class StrEnum(str, ReprEnum):
    "Enum where members are also (and must be) strings"
    _blank_ = True

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        if values and not isinstance(values[0], str):
            raise TypeError("%r is not a string" % (values[0],))
        value = str(*values)
        m = str.__new__(cls, value)
        m._value_ = value
        return m

    __new_member__ = __new__
    __str__ = str.__str__
    __format__ = str.__format__
    __repr__ = Enum.__repr__

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class Flag(Enum, boundary=STRICT):
    "Support for flags"
    _blank_ = True

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 1 << last.bit_length()
        except Exception:
            raise TypeError("invalid flag value %r" % last) from None

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        mask, single, everything = cls._flag_mask_, cls._singles_mask_, cls._all_bits_
        given = value
        if not ~everything <= value <= everything or value & (everything ^ mask):
            how = cls._boundary_
            if how is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError("%r invalid value %r\n    given %s\n  allowed %s" % (cls, value, _bits(value, width), _bits(mask, width)))
            if how is CONFORM:
                value &= mask
            elif how is EJECT:
                return value
            elif value < 0:
                value += max(everything + 1, 2 ** value.bit_length())
        if value < 0:
            value = everything + 1 + value if cls._boundary_ in (EJECT, KEEP) else single & value
        if value in cls._value2member_map_:
            return cls._value2member_map_[value]
        if cls._member_type_ is object:
            new = object.__new__(cls)
        else:
            new = cls._member_type_.__new__(cls, value)
        new._value_ = value
        parts = [m for m in cls._parts(value)]
        covered = 0
        for m in parts:
            covered |= m._value_
        for m in cls._member_map_.values():
            if m not in parts and m._value_ and m._value_ & value == m._value_ and m._value_ & ~covered:
                parts.append(m)
                covered |= m._value_
        rest = value ^ covered
        if not covered:
            new._name_ = None
        else:
            new._name_ = "|".join([m._name_ for m in parts])
            if rest:
                if cls._boundary_ is STRICT:
                    raise ValueError("%r: no members with value %r" % (cls, rest))
                new._name_ += "|%s" % cls._numeric_repr_(rest)
        new = cls._value2member_map_.setdefault(value, new)
        if given < 0:
            cls._value2member_map_[given] = new
        return new

    _numeric_repr_ = staticmethod(repr)

    @classmethod
    def _parts(cls, value):
        found = [cls._value2member_map_[bit] for bit in _singles(value & cls._singles_mask_)]
        if not cls.__dict__.get("_in_order_", True):
            found.sort(key=lambda m: m._sort_order_)
        return found

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._parts(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        if self._name_ is None:
            return "<%s: %r>" % (self.__class__.__name__, self._value_)
        return "<%s.%s: %r>" % (self.__class__.__name__, self._name_, self._value_)

    def __str__(self):
        if self._name_ is None:
            return "%s(%r)" % (self.__class__.__name__, self._value_)
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _operand(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return NotImplemented

    def __or__(self, other):
        v = self._operand(other)
        return v if v is NotImplemented else self.__class__(self._value_ | v)

    def __and__(self, other):
        v = self._operand(other)
        return v if v is NotImplemented else self.__class__(self._value_ & v)

    def __xor__(self, other):
        v = self._operand(other)
        return v if v is NotImplemented else self.__class__(self._value_ ^ v)

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    "Support for integer-based Flags"
    _blank_ = True
    __str__ = int.__repr__
    __format__ = int.__format__
    __repr__ = Flag.__repr__
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__
    __contains__ = Flag.__contains__
    __bool__ = Flag.__bool__


def unique(enumeration):
    "Class decorator for enumerations ensuring unique member values."
    twice = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
    if twice:
        raise ValueError("duplicate values found in %r: %s" % (enumeration, ", ".join(["%s -> %s" % pair for pair in twice])))
    return enumeration


class property(_property):
    "An attribute of members."


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    "Check an enumeration for various constraints."
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                twice = [(n, m.name) for n, m in enumeration.__members__.items() if n != m.name]
                if twice:
                    raise ValueError("aliases found in %r: %s" % (enumeration, ", ".join(["%s -> %s" % pair for pair in twice])))
            elif check is CONTINUOUS:
                values = {m.value for m in enumeration}
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                if issubclass(enumeration, Flag):
                    gaps = [1 << i for i in range(low.bit_length(), high.bit_length() - 1) if 1 << i not in values]
                else:
                    gaps = [i for i in range(low + 1, high) if i not in values]
                if gaps:
                    raise ValueError("invalid %s %r: missing values %s" % ("flag" if issubclass(enumeration, Flag) else "enum", enumeration.__name__, ", ".join(map(str, gaps))))
            elif check is NAMED_FLAGS:
                known = 0
                for n in enumeration._member_names_:
                    known |= enumeration._member_map_[n]._value_
                bad = [n for n, m in enumeration.__members__.items() if n not in enumeration._member_names_ and m.value & ~known]
                if bad:
                    raise ValueError("invalid Flag %r: %s" % (enumeration.__name__, ", ".join(bad)))
        return enumeration
