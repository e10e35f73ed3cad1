class LRU:
    def __init__(self, size):
        self.size, self.data, self.hits, self.misses = size, {}, 0, 0

    def get(self, key, make):
        if key in self.data:
            self.hits += 1
            self.data[key] = self.data.pop(key)
        else:
            self.misses += 1
            if len(self.data) >= self.size:
                oldest = next(iter(self.data))
                print("evict", oldest)
                del self.data[oldest]
            self.data[key] = make(key)
        return self.data[key]


c = LRU(3)
for k in [1, 2, 3, 1, 4, 2, 1, 5]:
    print(k, c.get(k, lambda n: n * n), list(c.data))
print(c.hits, c.misses)


class Event:
    def __init__(self): self.handlers = []

    def __iadd__(self, h):
        self.handlers.append(h)
        return self

    def __isub__(self, h):
        self.handlers.remove(h)
        return self

    def __call__(self, *a, **k):
        return [h(*a, **k) for h in self.handlers]


class Button:
    def __init__(self): self.clicked = Event()


b = Button()
b.clicked += lambda x: x + 1
f = lambda x: x * 10
b.clicked += f
print(b.clicked(5))
b.clicked -= f
print(b.clicked(5))


class StateMachine:
    table = {("idle", "start"): "running", ("running", "pause"): "paused", ("paused", "start"): "running", ("running", "stop"): "idle"}

    def __init__(self): self.state, self.history = "idle", []

    def send(self, event):
        try:
            new = self.table[self.state, event]
        except KeyError:
            raise ValueError(f"cannot {event} while {self.state}") from None
        self.history.append((self.state, event, new))
        self.state = new


m = StateMachine()
for ev in "start pause stop start stop".split():
    try:
        m.send(ev)
        print(ev, "->", m.state)
    except ValueError as e:
        print(e)
print(m.history[-1], len(m.history))


class Observable:
    def __init__(self): object.__setattr__(self, "_watch", {})

    def on(self, name, fn): self._watch.setdefault(name, []).append(fn)

    def __setattr__(self, name, value):
        old = self.__dict__.get(name)
        object.__setattr__(self, name, value)
        for fn in self._watch.get(name, ()):
            fn(old, value)


o = Observable()
o.on("x", lambda a, b: print("x changed", a, b))
o.x = 1; o.x = 2; o.y = 3
