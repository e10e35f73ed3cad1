import json
from enum import *
print(json.dumps({'a':[1,2.5,None,True,"é\n\u2028😀"],'b':{},'c':[],1:2,None:3}), json.dumps([1,{'x':[1,2]}],indent=2), json.dumps({'b':1,'a':2},sort_keys=True,separators=(',',':')))
print(json.loads('{"a": [1, 2.5, null, true, "\\u00e9\\ud83d\\ude00"], "b": {}, "c": 1e3, "d": -0, "e": NaN}'))
for s in ['', '{', '[1,]', '{"a"}', '{"a":}', '[1 2]', '"abc', '"\\x"', 'nul', '1 2', '{"a":1,}', '[', '-', '"\n"', '{1:2}', '["a"', '\ufeff1','{"a":1 "b":2}']:
    try: print(json.loads(s))
    except json.JSONDecodeError as e: print(repr(s), e, e.pos, e.lineno, e.colno, e.msg)
try: json.dumps({1,2})
except TypeError as e: print(e)
try: json.dumps({(1,2):3})
except TypeError as e: print(e)
a=[]; a.append(a)
try: json.dumps(a)
except ValueError as e: print(e)
class E(json.JSONEncoder):
    def default(self,o): return list(o)
print(json.dumps({'s':{3}}, cls=E), json.dumps({3}, default=list), json.dumps('a"b\\', ensure_ascii=False), json.dumps(float('inf')), json.dumps(10**30), json.dumps(1e100))
class Color(Enum):
    RED=1
    GREEN=2
    CRIMSON=1
    def hi(self): return self.name.lower()
print(Color.RED, repr(Color.RED), Color.RED.value, Color(2), Color['GREEN'], list(Color), len(Color), Color.CRIMSON is Color.RED, Color.RED.hi(), Color.RED in Color, Color)
try: Color(5)
except ValueError as e: print(e)
try: Color['X']
except KeyError as e: print(repr(e))
class N(IntEnum):
    A=auto(); B=auto()
print(N.A, repr(N.B), N.A+1, N.B>N.A, f"{N.A}", N(1), [N.A])
class F(Flag):
    R=auto(); W=auto(); X=auto()
    RW=R|W
print(F.R|F.X, repr(F.R|F.W), F.R in F.RW, list(F), ~F.R, bool(F.R & F.W), F.RW, F(0), list(F.RW))
class S(StrEnum):
    A=auto(); B='bee'
print(S.A, repr(S.B), S.B=='bee', S.B.upper())
Animal=Enum('Animal','CAT DOG'); print(list(Animal), Animal.CAT.value)
class Planet(Enum):
    EARTH=(1,2)
    def __init__(self,m,r): self.m=m; self.r=r
    @property
    def d(self): return self.m/self.r
print(Planet.EARTH.d, Planet.EARTH.value, Planet.EARTH)
print(Color.__members__)
print(Color.RED==Color.RED, Color.RED!=Color.GREEN, {Color.RED:1}[Color.RED], isinstance(Color.RED, Color), type(Color.RED))
class P(IntFlag):
    A=1; B=2
print(P.A|P.B, repr(P.A|P.B), P.A|8, P(3))
print(8)
match Color.RED:
    case Color.RED: print('red')
