class Animal:
    sound = "..."

    def __init__(self, name): self.name = name

    def speak(self): return f"{self.name} says {self.sound}"

    def kind(self): return type(self).__name__


class Dog(Animal):
    sound = "woof"

    def __init__(self, name, tricks=()):
        super().__init__(name); self.tricks = list(tricks)

    def speak(self): return super().speak() + "!"


class Puppy(Dog):
    def speak(self): return super().speak().upper()


for a in (Animal("x"), Dog("rex", ["sit"]), Puppy("bit")):
    print(a.speak(), a.kind(), isinstance(a, Dog), isinstance(a, Animal), [c.__name__ for c in type(a).__mro__])


class A:
    def who(self): return ["A"]


class B(A):
    def who(self): return ["B"] + super().who()


class C(A):
    def who(self): return ["C"] + super().who()


class D(B, C):
    def who(self): return ["D"] + super().who()


print(D().who(), [k.__name__ for k in D.mro()], B().who(), super(D, D()).who(), super(B, D()).who(), D.__bases__ == (B, C))
try:
    class X(A, B): pass
except TypeError as e:
    print(e)
try:
    class Y(A, A): pass
except TypeError as e:
    print(e)
try:
    class Z(5): pass
except TypeError as e:
    print(e)
try:
    class W(bool): pass
except TypeError as e:
    print(e)


class Shape:
    def area(self): raise NotImplementedError("area of " + type(self).__name__)

    def describe(self): return f"{type(self).__name__} {self.area():.2f}"


class Circle(Shape):
    def __init__(self, r): self.r = r

    def area(self): return 3.14159 * self.r ** 2


class Sq(Shape): pass


print(Circle(2).describe())
try:
    Sq().describe()
except NotImplementedError as e:
    print(repr(e))


class Mixin:
    def to_dict(self): return {k: v for k, v in vars(self).items() if not k.startswith("_")}


class Rec(Mixin, Animal):
    def __init__(self, name, **kw): super().__init__(name); self.__dict__.update(kw); self._hidden = 1


print(Rec("r", age=3).to_dict())


class MyList(list):
    def __init__(self, *a): super().__init__(a); self.tag = "t"

    def append(self, x): super().append(x * 2)

    def total(self): return sum(self)


m = MyList(1, 2); m.append(5); m.extend([1]); print(m, len(m), m.total(), m[0], m[1:], m + [1], m == [1, 2, 10, 1], isinstance(m, list), m.tag, type(m[1:]).__name__, sorted(m), 10 in m, list(m), m * 2, bool(MyList()))


class MyInt(int):
    def __add__(self, o): return MyInt(int(self) + int(o) + 1000)

    def __repr__(self): return f"MyInt({int(self)})"


i = MyInt(5); print(i, repr(i), i + 1, i * 2, -i, i == 5, hash(i) == hash(5), i < 6, [1, 2, 3, 4, 5, 6][i], type(i + i).__name__, type(i * 1).__name__, int(i), float(i), f"{i}", f"{i:3d}", str(i), 1 + i, {5: "five"}[i], range(i))


class MyStr(str):
    def shout(self): return self.upper() + "!"


s = MyStr("abc"); print(s, s.shout(), s + "d", type(s + "d").__name__, len(s), s[0], s == "abc", {"abc": 1}[s], f"{s:>5}", s.replace("a", "b"), isinstance(s, str), "b" in s, repr(s), sorted(s))


class MyDict(dict):
    def __setitem__(self, k, v): super().__setitem__(k, v * 10)


d = MyDict(a=1); d["b"] = 2; d.update(c=3); print(d, d["b"], len(d), list(d), d == {"a": 1, "b": 20, "c": 3}, {**d})


class MyTuple(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)

    @property
    def first(self): return self[0]


t = MyTuple(1, 2); print(t, t.first, t + (3,), len(t), t == (1, 2), hash(t) == hash((1, 2))); a, b = t; print(a, b)


class MyError(ValueError):
    def __init__(self, msg, code): super().__init__(msg); self.code = code


try:
    raise MyError("bad", 7)
except ValueError as e:
    print(e, e.code, repr(e), e.args, isinstance(e, Exception))


class Base:
    registry = []

    def __init_subclass__(cls, **kw): super().__init_subclass__(**kw); Base.registry.append(cls.__name__)


class P1(Base): pass


class P2(P1): pass


print(Base.registry, Base.__subclasses__()[0].__name__, issubclass(P2, (int, Base)))


class CM:
    @classmethod
    def make(cls, *a): return cls(*a)

    def __init__(self, v=0): self.v = v


class CM2(CM):
    @classmethod
    def make(cls, *a): o = super().make(*a); o.v += 1; return o

    @staticmethod
    def st(): return "static"


print(type(CM2.make(5)).__name__, CM2.make(5).v, CM.make().v, CM2.st(), CM2().st())
