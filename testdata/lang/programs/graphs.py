graph = {"A": {"B": 7, "C": 3}, "B": {"D": 2}, "C": {"B": 1, "D": 8, "E": 2}, "D": {"F": 1}, "E": {"F": 9}, "F": {}}


def dijkstra(g, start):
    dist, prev, todo = {start: 0}, {}, set(g)
    while todo:
        u = min((n for n in todo if n in dist), key=lambda n: (dist[n], n), default=None)
        if u is None:
            break
        todo.remove(u)
        for v, w in g[u].items():
            if dist[u] + w < dist.get(v, float("inf")):
                dist[v], prev[v] = dist[u] + w, u
    return dist, prev


def path(prev, end):
    out = [end]
    while out[-1] in prev:
        out.append(prev[out[-1]])
    return out[::-1]


dist, prev = dijkstra(graph, "A")
print(sorted(dist.items()), " -> ".join(path(prev, "F")))


def bfs(g, s):
    seen, queue, order = {s}, [s], []
    while queue:
        u = queue.pop(0)
        order.append(u)
        for v in sorted(g[u]):
            if v not in seen:
                seen.add(v)
                queue.append(v)
    return order


def dfs(g, u, seen=None):
    seen = set() if seen is None else seen
    seen.add(u)
    yield u
    for v in sorted(g[u]):
        if v not in seen:
            yield from dfs(g, v, seen)


print(bfs(graph, "A"), list(dfs(graph, "A")))


def topo(g):
    indeg = {n: 0 for n in g}
    for vs in g.values():
        for v in vs:
            indeg[v] += 1
    ready = sorted(n for n in indeg if not indeg[n])
    while ready:
        n = ready.pop(0)
        yield n
        for v in g[n]:
            indeg[v] -= 1
            if indeg[v] == 0:
                ready.append(v)
                ready.sort()
    if any(indeg.values()):
        raise ValueError("cycle through " + ", ".join(sorted(n for n in indeg if indeg[n])))


print(list(topo(graph)))
try:
    print(list(topo({"x": ["y"], "y": ["x"]})))
except ValueError as e:
    print(e)
maze = ["S.#.....", ".##.###.", "....#...", ".##...#E"]
start = next((r, c) for r, row in enumerate(maze) for c, ch in enumerate(row) if ch == "S")
front, came = [start], {start: None}
while front:
    r, c = front.pop(0)
    if maze[r][c] == "E":
        break
    for nr, nc in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
        if 0 <= nr < len(maze) and 0 <= nc < len(maze[0]) and maze[nr][nc] != "#" and (nr, nc) not in came:
            came[nr, nc] = r, c
            front.append((nr, nc))
cell, steps = (r, c), set()
while cell:
    steps.add(cell)
    cell = came[cell]
print("\n".join("".join("*" if (i, j) in steps else ch for j, ch in enumerate(row)) for i, row in enumerate(maze)), len(steps))


class UnionFind:
    def __init__(self, items): self.parent = {x: x for x in items}

    def find(self, x):
        while self.parent[x] != x:
            self.parent[x] = self.parent[self.parent[x]]
            x = self.parent[x]
        return x

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        self.parent[a] = b
        return a != b


edges = sorted((w, u, v) for u in graph for v, w in graph[u].items())
uf = UnionFind(graph)
tree = [(u, v, w) for w, u, v in edges if uf.union(u, v)]
print(tree, sum(w for *_, w in tree))
