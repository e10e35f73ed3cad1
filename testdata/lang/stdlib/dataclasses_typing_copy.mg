from dataclasses import *
from typing import *
import copy, string, types, typing
@dataclass
class P:
    x: int
    y: float = 2.0
    tags: list = field(default_factory=list)
    z: ClassVar[int] = 5
print(P(1), P(1,3)==P(1,3), P(1,2,['a']), fields(P)[0].name, asdict(P(1)), astuple(P(1)), replace(P(1), x=9), P.z)
try: P()
except TypeError as e: print(e)
try: P(1,2,3,4)
except TypeError as e: print(e)
@dataclass(order=True, frozen=True)
class Q:
    a: int
    b: str = 'b'
print(Q(1)<Q(2), hash(Q(1))==hash(Q(1)), {Q(1):2}[Q(1)], sorted([Q(3),Q(1)]))
try: Q(1).a=5
except FrozenInstanceError as e: print(repr(e))
try: del Q(1).a
except AttributeError as e: print(repr(e))
try:
    @dataclass
    class B:
        x: list = []
except ValueError as e: print(e)
try:
    @dataclass
    class B:
        x: int = 1
        y: int
except TypeError as e: print(e)
@dataclass
class C(P):
    w: int = 0
    def __post_init__(self): self.x *= 2
print(C(1), C.__match_args__)
@dataclass
class I:
    a: InitVar[int]
    b: int = field(init=False, repr=False)
    def __post_init__(self, a): self.b = a*2
print(I(3).b, I(3))
@dataclass(kw_only=True)
class K: a: int
try: K(1)
except TypeError as e: print(e)
try: K()
except TypeError as e: print(e)
print(K(a=1))
print(P.__doc__, Q.__hash__ is None, P.__hash__)
match P(1,2):
    case P(x, y): print(x,y)
class NT(NamedTuple):
    x: int
    y: str = 'q'
    def f(self): return self.x
print(NT(1), NT(1).f(), NT._fields, NT(2,'z')[1], isinstance(NT(1), tuple), NT.__name__)
class TD(TypedDict): a: int
print(TD(a=1))
T=TypeVar('T')
class G(Generic[T]):
    def __init__(s,x:T): s.x=x
print(G[int](5).x, List[int], Optional[int], Union[int,str], Dict[str,Any], Callable[[int],str], int|None, T, Tuple[int,...], Literal['a'])
l=[1,[2,3],{'a':[4]}]; d=copy.deepcopy(l); l[1].append(9); l[2]['a'].append(5); print(d, copy.copy(l) is l, copy.copy(l)==l)
class N:
    def __init__(s): s.me=s; s.l=[1]
n=N(); m=copy.deepcopy(n); print(m.me is m, m.l is n.l, copy.copy(n).l is n.l)
print(string.Template('$a ${b} $$').substitute(a=1,b=2), string.ascii_letters, string.capwords('hello wORLD'))
print(types.SimpleNamespace(a=1,b='x'), types.FunctionType, types.GeneratorType)
x=[1]; x.append(x); y=copy.deepcopy(x); print(y, y[1] is y)
@dataclass
class Node:
    v: int
    nxt: 'Node' = None
print(Node(1, Node(2)))

@runtime_checkable
class HasLen(Protocol):
    def __len__(self): ...
print(isinstance([], HasLen), isinstance(5, HasLen))
print(make_dataclass('Z', [('a', int), ('b', int, 5)])(1))
