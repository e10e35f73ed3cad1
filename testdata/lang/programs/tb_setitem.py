settings = ("a", "b")
names = ["x", "y"]
names[0] = "z"
print(names)
settings[0] = names[1]
