print(1 ### "SyntaxError: '\\(' was never closed"

---
x = [1, 2} ### "SyntaxError: closing parenthesis '}' does not match opening parenthesis '\\['"

---
x = 5 5 ### "SyntaxError: invalid syntax"

---
print(a b) ### "SyntaxError: invalid syntax. Perhaps you forgot a comma?"

---
if x = 1: ### "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
    pass

---
if True ### "SyntaxError: expected ':'"
    pass

---
def f():
x = 1 ### "IndentationError: expected an indented block after function definition on line 1"

---
x = 1
  y = 2 ### "IndentationError: unexpected indent"

---
if True:
    x = 1
  y = 2 ### "IndentationError: unindent does not match any outer indentation level"

---
1 + 1 = 2 ### "SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='?"

---
f() = 2 ### "SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?"

---
None = 1 ### "SyntaxError: cannot assign to None"

---
x = 0123 ### "SyntaxError: leading zeros in decimal integer literals are not permitted"

---
x = 1abc ### "SyntaxError: invalid decimal literal"

---
print "x" ### "SyntaxError: Missing parentheses in call to 'print'. Did you mean print\\(...\\)?"

---
f(a=1, 2) ### "SyntaxError: positional argument follows keyword argument"

---
dict(a=1, a=2) ### "SyntaxError: keyword argument repeated: a"

---
break ### "SyntaxError: 'break' outside loop"

---
for x in y: pass
else: continue ### "SyntaxError: 'continue' not properly in loop"

---
try:
    pass
x = 1 ### "SyntaxError: expected 'except' or 'finally' block"

---
x = ) ### "SyntaxError: unmatched '\\)'"

---
x = a ? b : c ### "SyntaxError: invalid syntax"

---
class C ### "SyntaxError: expected ':'"
    pass
