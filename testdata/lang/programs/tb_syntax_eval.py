print(eval("1 + 1"))
try:
    eval("1 +")
except SyntaxError as e:
    print(type(e).__name__, e.msg, e.lineno, e.offset)
try:
    exec("x = (1,\ny = 2")
except SyntaxError as e:
    print(e.msg, e.lineno, e.offset)
try:
    exec("if 1:\npass")
except IndentationError as e:
    print(e.msg, e.lineno)
for src in ("a b", "f(", "1 = 2", "'abc", "x = $", "def f(:", "print 1", "for x in y", "return 1", "x += ", "{1: 2, 3}", "f(a=1, 2)", "0777", "None = 1", "import", "(x for", "[1, 2", "else: 1", "break", "lambda x: = 1", "a.1", "class", "@", "1__0"):
    try:
        exec(src)
    except SyntaxError as e:
        print(repr(src), e.msg, e.lineno, e.offset)
