# %% [markdown]
# # Monge in ten minutes
#
# Monge is one program: a Jupyter kernel, a script runner and a notebook runner for a small language with Python's
# syntax. Solvers are written in Go and come with certificates: they say how good their answer is.
#
# This notebook is a tour: five cells of the language, arrays, a plot, and two jobs done by optimal transport, namely
# carrying the colours of one picture to another and matching handwritten digits. Run the cells from the top with
# **Shift-Enter**.

# %% [markdown]
# ## The language
#
# What is accepted behaves as in Python 3.12. Functions, closures, comprehensions and f-strings are all there; the value
# of a cell's last line is shown below it.

# %%
def collatz(n):
    """The orbit of n under halving and 3n + 1."""
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1

orbits = {n: list(collatz(n)) for n in range(1, 30)}
longest = max(orbits, key=lambda n: len(orbits[n]))
print(f"{longest} takes {len(orbits[longest]) - 1} steps and climbs to {max(orbits[longest])}")
orbits[6]

# %% [markdown]
# Integers have any size, and text, lists, dicts and sets have the methods you know.

# %%
words = "the quick brown fox jumps over the lazy dog while the cat sleeps".split()
counts = {}
for word in words:
    counts[word] = counts.get(word, 0) + 1
most = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3]
print(most)
print(2**100, sum(int(digit) for digit in str(2**100)), sep=" has digit sum ")

# %% [markdown]
# Classes define their own operators.

# %%
class Polynomial:
    def __init__(self, *coefficients):
        self.c = coefficients

    def __call__(self, x):
        total = 0
        for c in reversed(self.c):
            total = total * x + c
        return total

    def __mul__(self, other):
        out = [0] * (len(self.c) + len(other.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(other.c):
                out[i + j] += a * b
        return Polynomial(*out)

    def __repr__(self):
        return " + ".join(f"{c}x^{k}" for k, c in enumerate(self.c) if c)

p = Polynomial(1, 1)
p * p * p, (p * p * p)(2)

# %% [markdown]
# Errors are caught as in Python; those that are not show the place, with a mark under the failing expression.

# %%
def mean(values):
    if not values:
        raise ValueError("the mean of nothing")
    return sum(values) / len(values)

for sample in ([1, 2, 6], []):
    try:
        print(mean(sample))
    except ValueError as problem:
        print("no result:", problem)

# %% [markdown]
# `with`, decorators, generators and unpacking work too. So does asking for help: write `ot.solve?` in a cell, or press
# **Shift-Tab** inside the parentheses of a call.

# %%
import math

def remembered(f):
    known = {}
    def wrapper(*args):
        if args not in known:
            known[args] = f(*args)
        return known[args]
    return wrapper

@remembered
def binomial(n, k):
    return 1 if k in (0, n) else binomial(n - 1, k - 1) + binomial(n - 1, k)

first, *middle, last = [binomial(10, k) for k in range(11)]
print(first, middle, last)
binomial(60, 30) == math.comb(60, 30)

# %% [markdown]
# ## Arrays
#
# `np` has the names and the behaviour of NumPy for everyday work: slices are views, shapes broadcast, `@` multiplies
# matrices.

# %%
x = np.linspace(0, 1, 5)
A = np.vander(x, 4, increasing=True)
print(A)
print(A.mean(axis=0), A[:, 1] @ A[:, 2])
(A > 0.5).sum()

# %% [markdown]
# ## A plot
#
# `plt` draws on paper that knows where the data are: legends keep off the curves.

# %%
t = np.linspace(0, 4 * np.pi, 400)
fig, ax = plt.subplots(figsize=(7, 3.2))
for damping in (0.05, 0.15, 0.4):
    ax.plot(t, np.exp(-damping * t) * np.cos(t), label=f"damping {damping}")
ax.set_xlabel("time")
ax.set_title("A pendulum in three liquids")
ax.legend()
plt.show()

# %% [markdown]
# ## The colours of a sunset
#
# Take the pixels of two pictures as two clouds of points in the cube of colours. Optimal transport moves one cloud onto
# the other so that the colours travel as little as possible on average: dark stays dark, neighbours stay neighbours.
#
# Here are the pictures.

# %%
forest = data.image("forest")
sunset = data.image("sunset")
fig, axes = plt.subplots(1, 2, figsize=(7.5, 3))
for ax, (name, picture) in zip(axes, {"forest": forest, "sunset": sunset}.items()):
    ax.imshow(picture)
    ax.set_title(name)
    ax.axis("off")
plt.show()

# %% [markdown]
# A few hundred pixels of each are enough to find the map. The clouds are given as points: the solver computes distances
# when it needs them. `eps` says how much the map is smoothed. The samples are sorted by brightness, so that the picture of
# the plan shows what happens: dark goes to dark and light to light.

# %%
pixels = forest.reshape(-1, 3)

def sample(pixels):
    some = pixels[::37]
    return some[some.sum(axis=1).argsort()]

X, Y = sample(pixels), sample(sunset.reshape(-1, 3))
r = ot.solve(x=X, y=Y, eps=0.005, bounds=True)
r

# %% [markdown]
# The table is the certificate. The *duality gap* bounds how far the plan is from optimal; the *errors* are the largest
# deviations of its row and column sums, from a fresh look at the whole plan; the *unregularised cost* lies between the two
# numbers given. The rows of the second table are the levels of regularisation that the solver went through.
#
# A pixel goes to the mean of its destinations. For pixels that were not in the sample, the column potential `r.g` tells
# the destinations just as well: their weights are $w_j \propto \exp((g_j - |p - y_j|^2)/\varepsilon)$.

# %%
def recolour(pixels, r, Y):
    exponents = (r.g - ot.dist(pixels, Y)) / r.eps
    weights = np.exp(exponents - exponents.max(axis=1, keepdims=True))
    return (weights @ Y) / weights.sum(axis=1, keepdims=True)

evening = recolour(pixels, r, Y).reshape(forest.shape)
fig, axes = plt.subplots(1, 3, figsize=(8, 2.5))
for ax, (name, picture) in zip(axes, {"forest": forest, "sunset": sunset, "forest at sunset": evening}.items()):
    ax.imshow(np.clip(picture, 0, 1))
    ax.set_title(name)
    ax.axis("off")
plt.show()

# %% [markdown]
# ## Matching handwritten digits
#
# These pictures are 8 by 8 pixels of handwriting, from a well-known collection; here each is laid on a sheet of 10 by 10,
# a little out of place. Three examples of every digit are known. Which digits are the others?

# %%
images, labels = data.digits()
side = 10

def sheet(k):
    """Picture k somewhere on a sheet, as ink that sums to one."""
    paper = np.zeros((side, side))
    down, right = k % 3, k // 3 % 3
    paper[down:down + 8, right:right + 8] = images[k].reshape(8, 8)
    return (paper / paper.sum()).ravel()

known = [int(k) for digit in range(10) for k in np.flatnonzero(labels == digit)[:3]]
asked = list(range(1000, 1020))
examples = [sheet(k) for k in known]
questions = [sheet(k) for k in asked]

fig, axes = plt.subplots(2, 10, figsize=(8, 1.9))
for ax, picture in zip(axes.flat, questions):
    ax.imshow(picture.reshape(side, side), cmap="gray_r")
    ax.axis("off")
plt.show()

# %% [markdown]
# Comparing pixel by pixel fails: a stroke that is moved by one pixel meets paper where it expected ink. Transport asks
# another question: how much work is it to move the ink of one picture until it is the other? What the picture as a whole
# must be moved is no fault of the writer, so it is taken off.

# %%
grid = np.array([[i, j] for i in range(side) for j in range(side)]) / 7
C = ot.dist(grid, grid)

def pixelwise(p, q):
    return ((p - q) ** 2).sum()

def work(p, q):
    moved = ((p @ grid - q @ grid) ** 2).sum()
    return ot.solve(C, p, q, eps=0.01, drop_zero_mass=True, tol=1e-4).cost - moved

guesses = {}
for compare in (pixelwise, work):
    D = np.array([[compare(p, q) for p in examples] for q in questions])
    guesses[compare.__name__] = [int(labels[known[k]]) for k in D.argmin(axis=1)]

truth = [int(labels[k]) for k in asked]
print("truth     ", *truth)
for name, guess in guesses.items():
    print(f"{name:10}", *guess, f"  {sum(g == t for g, t in zip(guess, truth))} of {len(truth)} right")

# %% [markdown]
# Six hundred transport problems were solved for that. Here is one of their plans: where does the ink go? Arrows show the
# mean way of the ink in each pixel of one question to its nearest example, apart from the way of the picture as a whole.

# %%
k = 6
question, example = questions[k], examples[D[k].argmin()]
r = ot.solve(C, question, example, eps=0.01, drop_zero_mass=True)
way = r.map(grid) - grid
way = way - question @ way
inked = question > 0.002
fig, axes = plt.subplots(1, 3, figsize=(8, 2.8))
for ax, picture, title in zip(axes, (question, example), ("question", "nearest example")):
    ax.imshow(picture.reshape(side, side), cmap="gray_r")
    ax.set_title(title)
    ax.axis("off")
axes[2].imshow(question.reshape(side, side), cmap="gray_r", alpha=0.4)
axes[2].quiver(grid[inked, 1] * 7, grid[inked, 0] * 7, way[inked, 1] * 7, way[inked, 0] * 7,
               angles="xy", scale_units="xy", scale=1, color="tab:red")
axes[2].set_title("the ways of the ink")
axes[2].axis("off")
plt.show()

# %% [markdown]
# ## Where to go from here
#
# * `monge run notebook.ipynb` runs a notebook without Jupyter, `monge run script.mg` a script like the one this notebook
#   was made from; `monge test` compares a notebook with its stored outputs.
# * `monge doc ot` lists what a module has, `monge doc ot.solve` explains one function.
# * The other notebooks of the gallery show one method each.
