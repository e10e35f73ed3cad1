class Config:
    timeout = 5
    verbose = True


c = Config()
print(c.timeout)
print(c.timeuot)
