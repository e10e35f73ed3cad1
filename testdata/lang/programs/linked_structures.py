class Node:
    __slots__ = ("value", "next")

    def __init__(self, value, next=None):
        self.value, self.next = value, next


class LinkedList:
    def __init__(self, items=()):
        self.head, self.size = None, 0
        for x in reversed(list(items)):
            self.push(x)

    def push(self, x):
        self.head = Node(x, self.head)
        self.size += 1

    def pop(self):
        if self.head is None:
            raise IndexError("pop from empty list")
        x, self.head = self.head.value, self.head.next
        self.size -= 1
        return x

    def reverse(self):
        prev, cur = None, self.head
        while cur:
            cur.next, prev, cur = prev, cur, cur.next
        self.head = prev

    def __iter__(self):
        n = self.head
        while n is not None:
            yield n.value
            n = n.next

    def __len__(self): return self.size

    def __repr__(self): return f"LinkedList([{', '.join(map(repr, self))}])"


l = LinkedList([1, "two", 3.0])
print(l, len(l), list(l), 3.0 in l, sorted(map(str, l)))
l.reverse()
print(l, l.pop(), l.pop(), l.pop(), l)
try:
    l.pop()
except IndexError as e:
    print(e)


class Tree:
    def __init__(self, key=None):
        self.key, self.left, self.right = key, None, None

    def insert(self, key):
        if self.key is None:
            self.key = key
        elif key < self.key:
            self.left = self.left or Tree()
            self.left.insert(key)
        elif key > self.key:
            self.right = self.right or Tree()
            self.right.insert(key)
        return self

    def __iter__(self):
        if self.left:
            yield from self.left
        if self.key is not None:
            yield self.key
        if self.right:
            yield from self.right

    def __contains__(self, key):
        t = self
        while t and t.key is not None:
            if key == t.key:
                return True
            t = t.left if key < t.key else t.right
        return False

    def height(self):
        return 1 + max((t.height() for t in (self.left, self.right) if t), default=0)

    def show(self, depth=0):
        if self.right:
            self.right.show(depth + 1)
        print("   " * depth + str(self.key))
        if self.left:
            self.left.show(depth + 1)


t = Tree()
for k in [50, 30, 70, 20, 40, 60, 80, 30, 65]:
    t.insert(k)
print(list(t), 65 in t, 66 in t, t.height())
t.show()


class Stack(list):
    push = list.append
    top = property(lambda self: self[-1])


def balanced(s):
    st, pairs = Stack(), {")": "(", "]": "[", "}": "{"}
    for i, c in enumerate(s):
        if c in "([{":
            st.push((c, i))
        elif c in pairs:
            if not st or st.top[0] != pairs[c]:
                return f"mismatch at {i}"
            st.pop()
    return "ok" if not st else f"unclosed {st.top}"


for s in ("([]{})", "([)]", "((", "", "}"):
    print(repr(s), balanced(s))


class Queue:
    def __init__(self): self.inbox, self.outbox = [], []

    def put(self, x): self.inbox.append(x)

    def get(self):
        if not self.outbox:
            while self.inbox:
                self.outbox.append(self.inbox.pop())
        return self.outbox.pop()


q = Queue()
for i in range(3): q.put(i)
print(q.get(), q.get()); q.put(9); print(q.get(), q.get())
