text = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness..."""
words = "".join(c.lower() if c.isalpha() or c.isspace() else " " for c in text).split()
freq = {}
for w in words:
    freq[w] = freq.get(w, 0) + 1
for w, n in sorted(freq.items(), key=lambda p: (-p[1], p[0]))[:5]:
    print(f"{w:<12}{n:>3} {'#' * n}")
print(len(words), len(set(words)), max(words, key=len), sum(map(len, words)) / len(words), [l.count("it") for l in text.splitlines()])


def caesar(s, k):
    return "".join(chr((ord(c) - b + k) % 26 + b) if (b := 97 if c.islower() else 65 if c.isupper() else 0) else c for c in s)


print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3))


def roman(n):
    out = ""
    for v, s in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        q, n = divmod(n, v)
        out += s * q
    return out


def unroman(s):
    v = dict(zip("IVXLCDM", (1, 5, 10, 50, 100, 500, 1000)))
    return sum(-v[a] if b and v[a] < v[b] else v[a] for a, b in zip(s, list(s[1:]) + [None]))


print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 3999)], all(unroman(roman(n)) == n for n in range(1, 400)))


def levenshtein(a, b):
    prev = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        cur = [i]
        for j, cb in enumerate(b, 1):
            cur.append(min(prev[j] + 1, cur[-1] + 1, prev[j - 1] + (ca != cb)))
        prev = cur
    return prev[-1]


print(levenshtein("kitten", "sitting"), levenshtein("", "abc"), levenshtein("flaw", "lawn"))


def lcs(a, b):
    t = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            t[i + 1][j + 1] = t[i][j] + x if x == y else max(t[i][j + 1], t[i + 1][j], key=len)
    return t[-1][-1]


print(lcs("AGGTAB", "GXTXAYB"), lcs("abcdef", "acf"))


def rle(s):
    out, i = [], 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]:
            j += 1
        out.append((s[i], j - i))
        i = j
    return out


print(rle("aaabbc"), "".join(c * n for c, n in rle("wwwbw")), [p for p in "level noon python".split() if p == p[::-1]])


def wrap(s, width):
    line = ""
    for w in s.split():
        if line and len(line) + 1 + len(w) > width:
            yield line
            line = w
        else:
            line = f"{line} {w}".strip()
    yield line


for l in wrap(text, 24):
    print(f"|{l:<24}|{l:>24}|{l:^24}|")
table = [("name", "qty", "price"), ("apple", 3, 1.5), ("kiwi", 12, 0.25), ("melon", 1, 12.0)]
widths = [max(len(f"{r[i]}") for r in table) for i in range(3)]
for r in table:
    print(" | ".join(f"{v:<{w}}" if isinstance(v, str) else f"{v:>{w}}" for v, w in zip(r, widths)))
print("-" * (sum(widths) + 6), f"total: {sum(q * p for _, q, p in table[1:]):.2f}", sep="\n")
anagrams = {}
for w in "listen silent enlist google elgoog abc cab".split():
    anagrams.setdefault("".join(sorted(w)), []).append(w)
print([g for g in anagrams.values() if len(g) > 1], str.maketrans("abc", "xyz") == {97: 120, 98: 121, 99: 122})
csv = 'a,b,c\n1,"x, y",3\n4,,6'
rows = []
for line in csv.splitlines():
    fields, cur, quoted = [], "", False
    for ch in line:
        if ch == '"':
            quoted = not quoted
        elif ch == "," and not quoted:
            fields.append(cur)
            cur = ""
        else:
            cur += ch
    rows.append(fields + [cur])
print(rows, [dict(zip(rows[0], r)) for r in rows[1:]])
