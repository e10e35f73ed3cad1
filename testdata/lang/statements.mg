# Assignment in its forms.
a = b = [1]
a.append(2)
eq(b, [1, 2])
x, y = 1, 2
x, y = y, x
eq((x, y), (2, 1))
x += 10; x -= 1; x *= 2; x //= 3; x %= 5; x **= 3; x <<= 2; x |= 1; x &= 0xFF; x ^= 3; x >>= 1
eq(x, 17)
z = 7.0
z /= 2
eq(z, 3.5)
l = [1, 2, 3]
l[0], l[1:] = 9, [8]
eq(l, [9, 8])
i = 0
i, l[i] = 1, "changed"
eq(l, [9, "changed"])
n: int = 5
m: "later"
eq(n, 5)
raises(NameError, "name 'm' is not defined", lambda: m)
s = "abc"
s += "d"
s *= 2
eq(s, "abcdabcd")

---
# Augmented assignment evaluates the target once, and changes lists in place.
calls = []


def idx(i):
    calls.append(i)
    return i


l = [1, 2]
l[idx(0)] += 5
eq((l, calls), ([6, 2], [0]))
a = b = [1]
a += [2]
eq(a is b, True)
a = a + [3]
eq(a is b, False)
t = u = (1,)
t += (2,)
eq((t, u), ((1, 2), (1,)))

---
# if, while, for, break, continue, else.
out = []
for i in range(10):
    if i == 2:
        continue
    elif i == 5:
        break
    else:
        out.append(i)
else:
    out.append("no")
eq(out, [0, 1, 3, 4])
n = 0
while n < 3:
    n += 1
else:
    n = "else"
eq(n, "else")
while True:
    break
else:
    assert False
for x in []:
    pass
else:
    x = "empty"
eq(x, "empty")
r = []
for i in range(3):
    for j in range(3):
        if j == i:
            break
        r.append((i, j))
eq(r, [(1, 0), (2, 0), (2, 1)])
if 0: a = 1
elif []: a = 2
else: a = 3
eq(a, 3)

---
# del
x = 1
del x
raises(NameError, "name 'x' is not defined", lambda: x)
l = [0, 1, 2, 3, 4, 5]
del l[0], l[-1], l[1:3]
eq(l, [1, 4])
d = {"a": 1, "b": 2}
del d["a"]
eq(d, {"b": 2})
a, b, c = 1, 2, 3
del a, (b, [c])
raises(NameError, "name 'c' is not defined", lambda: c)


class O:
    pass


o = O()
o.v = 1
del o.v
raises(AttributeError, "'O' object has no attribute 'v'", lambda: o.v)

---
del nothing ### "NameError: name 'nothing' is not defined"

---
# import
import math
import math as m, string as s
from math import sqrt, pi as PI
from math import (
    floor,
    ceil as up,
)
eq((m is math, sqrt(16), PI == math.pi, floor(2.5), up(2.5), s.digits[:3]), (True, 4.0, True, 2, 3, "012"))

---
import no_such_module ### "ModuleNotFoundError: No module named 'no_such_module'"

---
from math import no_such_name ### "ImportError: cannot import name 'no_such_name' from 'math'"

---
# global
count = 0


def bump():
    global count, made
    count += 1
    made = "here"


bump(); bump()
eq((count, made), (2, "here"))

---
# pass, expression statements, semicolons, line joining
pass; pass
1; "doc"; [x for x in "ab"]
total = 1 + \
    2 + (3 +
         4)
eq(total, 10)
if total: a = 1; b = 2
eq((a, b), (1, 2))

---
assert True, "fine"
assert (False, "a tuple is true")
assert [] ### "AssertionError"

---
raise ValueError("boom") ### "ValueError: boom"

---
raise ValueError ### "ValueError: $"

---
raise 5 ### "TypeError: exceptions must derive from BaseException"

---
x = 1
x() ### "TypeError: 'int' object is not callable"

---
for x in 5: ### "TypeError: 'int' object is not iterable"
    pass

---
with 5: ### "TypeError: 'int' object does not support the context manager protocol"
    pass

---
a, b = 1, 2, 3 ### "ValueError: too many values to unpack \\(expected 2\\)"

---
"abc".x = 1 ### "AttributeError: 'str' object has no attribute 'x'"

---
"abc"[0] = "x" ### "TypeError: 'str' object does not support item assignment"

---
(1, 2)[0] = 3 ### "TypeError: 'tuple' object does not support item assignment"
