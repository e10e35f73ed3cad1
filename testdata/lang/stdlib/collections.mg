from collections import *
import collections, collections.abc
d=defaultdict(list); d['a'].append(1); print(d, d['b'], len(d), dict(d))
c=Counter('abracadabra'); print(c, c.most_common(2), c['z'], c+Counter('aaa'), c-Counter('aab'), +c, c&Counter('ab'), sum(c.values()), c.total())
c.update('zz'); print(c); print(sorted(c.elements())[:3])
o=OrderedDict([('a',1),('b',2)]); o.move_to_end('a'); print(o, list(o), o.popitem(last=False), o=={'a':1})
P=namedtuple('P','x y', defaults=[5]); p=P(1); print(p, p.x, p._asdict(), p._replace(x=9), P._fields, p==(1,5), isinstance(p,tuple), p[0], len(p))
for bad in ('P()', 'P(1,2,3)', 'P(1,z=3)', 'P(1,x=3)'):
    try: eval(bad)
    except TypeError as e: print(e)
q=deque([1,2,3],maxlen=3); q.append(4); print(q, q[0], list(reversed(q))); q.rotate(1); print(q); q.appendleft(0); print(q, 2 in q, q.index(4))
q=deque(range(10))
for n in (3, -4, 0, 25, -1): q.rotate(n); print(q)
q.insert(2, 'x'); q.remove(5); del q[0]; q.reverse(); q.extendleft('ab'); print(q, q.count('x'), q.copy() == q)
try:
    for v in q: q.append(v)
except RuntimeError as e: print(e)
print(ChainMap({'a':1},{'b':2,'a':3})['a'])
print(isinstance([],collections.abc.Sequence), isinstance({},collections.abc.Mapping), isinstance(5,collections.abc.Iterable), isinstance('a',collections.abc.Hashable), isinstance([],collections.abc.Hashable), isinstance(len,collections.abc.Callable), isinstance(iter([]),collections.abc.Iterator))
class Pt(namedtuple('Pt','x y')):
    def norm(self): return (self.x**2+self.y**2)**.5
print(Pt(3,4).norm(), Pt(3,4), Pt(1,2)==Pt(1,2), hash(Pt(1,2))==hash((1,2)))
class MyD(defaultdict): pass
m=MyD(int); m['q']+=1; print(m)
class Stack(collections.abc.MutableSequence):
    def __init__(s): s.l=[]
    def __getitem__(s,i): return s.l[i]
    def __setitem__(s,i,v): s.l[i]=v
    def __delitem__(s,i): del s.l[i]
    def __len__(s): return len(s.l)
    def insert(s,i,v): s.l.insert(i,v)
s=Stack(); s.append(1); s.extend([2,3]); print(list(s), s.pop(), s.index(2), 2 in s, list(reversed(s)))
try: collections.abc.Mapping()
except TypeError as e: print(e)
from abc import ABC, abstractmethod
class Sh(ABC):
    @abstractmethod
    def area(self): ...
    @classmethod
    def __subclasshook__(cls, c): return hasattr(c, 'area')
try: Sh()
except TypeError as e: print(e)
class Sq:
    def area(self): return 4
print(isinstance(Sq(), Sh), issubclass(int, Sh))
print(collections.deque.__name__, collections.deque, Counter, type(d))
print(q.__class__.__name__, Counter(a=1) == {'a':1}, Counter(a=1)==Counter(a=1,b=0))
for w in sorted(Counter("hello").items(), key=lambda kv:(-kv[1],kv[0])): print(w)
class LRU(OrderedDict):
    def __init__(self, n): self.n=n; super().__init__()
    def __getitem__(self, k):
        v=super().__getitem__(k); self.move_to_end(k); return v
    def __setitem__(self, k, v):
        super().__setitem__(k, v)
        if len(self)>self.n: del self[next(iter(self))]
l=LRU(2); l['a']=1; l['b']=2; l['a']; l['c']=3; print(l, list(l))
class Case(dict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def __getitem__(self, k): return super().__getitem__(k.lower())
    def __contains__(self, k): return super().__contains__(k.lower())
c=Case(); c['A']=1; print(c['a'], 'A' in c, c, c.get('A'), len(c), isinstance(c, dict), {**c}, dict(c))
print(UserDict(a=1), UserList([1,2])+[3], UserDict({'x':1})['x'])
