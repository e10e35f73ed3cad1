class Temp:
    def __init__(self, c=0): self._c = c

    @property
    def c(self):
        """Celsius."""
        return self._c

    @c.setter
    def c(self, v):
        if v < -273.15:
            raise ValueError("too cold")
        self._c = v

    @c.deleter
    def c(self):
        print("deleted"); self._c = None

    @property
    def f(self): return self._c * 9 / 5 + 32

    def _get(self): return "got"

    def _set(self, v): print("set", v)

    old = property(_get, _set, None, "old style")


t = Temp(25); print(t.c, t.f, t.old); t.c = 100; t.old = 5; print(t.f, Temp.c.__doc__, Temp.old.__doc__, type(Temp.c).__name__); del t.c; print(t.c)
for f in (lambda: setattr(t, "c", -300), lambda: setattr(t, "f", 1), lambda: delattr(t, "f"), lambda: delattr(t, "old"), lambda: t.nope):
    try:
        f()
    except (ValueError, AttributeError) as e:
        print(type(e).__name__, e)


class Typed:
    def __init__(self, kind): self.kind = kind

    def __set_name__(self, owner, name): self.name = "_" + name

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        return getattr(obj, self.name)

    def __set__(self, obj, v):
        if not isinstance(v, self.kind):
            raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}, not {type(v).__name__}")
        setattr(obj, self.name, v)

    def __delete__(self, obj): print("delete", self.name); delattr(obj, self.name)


class Person:
    name = Typed(str); age = Typed(int)

    def __init__(self, name, age): self.name, self.age = name, age


p = Person("Ann", 30); print(p.name, p.age, vars(p), type(Person.name).__name__); p.age += 1; print(p.age); del p.age
try:
    Person("Bob", "x")
except TypeError as e:
    print(e)


class NonData:
    def __get__(self, obj, cls): return "from descriptor"


class H: nd = NonData()


h = H(); print(h.nd); h.__dict__["nd"] = "instance"; print(h.nd, H.nd)


class Lazy:
    def __init__(self, f): self.f = f

    def __get__(self, obj, cls):
        print("computing"); v = self.f(obj); obj.__dict__[self.f.__name__] = v; return v


class Use:
    @Lazy
    def value(self): return 42


u = Use(); print(u.value, u.value)


class Base:
    @property
    def x(self): return "base"


class Derived(Base):
    @property
    def x(self): return "derived " + super().x


print(Derived().x)


class Getattribute:
    def __init__(self): self.real = 1

    def __getattribute__(self, n):
        if n == "magic":
            return "abracadabra"
        return object.__getattribute__(self, n)


g = Getattribute(); print(g.magic, g.real)


class Cls:
    n = 0

    @classmethod
    def inc(cls): cls.n += 1; return cls.n

    @staticmethod
    def helper(a, b=2): return a + b


class Cls2(Cls): pass


print(Cls.inc(), Cls2.inc(), Cls.n, Cls2.n, Cls().inc(), Cls.helper(1), Cls2().helper(1, 1))
