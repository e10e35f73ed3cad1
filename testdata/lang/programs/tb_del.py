class T:
    pass


t = T()
t.x = 1
del t.x
print(hasattr(t, "x"))
d = {"k": 1}
del d["k"]
l = [1, 2, 3]
del l[0], l[0]
print(d, l)
del l[5]
