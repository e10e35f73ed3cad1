import re
t = "The rain in Spain, 2023-01-15 and 1999-12-31; a@b.com"
print(re.findall(r"\d+", t), re.findall(r"(\d{4})-(\d\d)", t), re.findall(r"[A-Z]\w*", t), re.search(r"ai", t), re.search("xyz", t), re.match("The", t).span(), re.match("rain", t), re.fullmatch(r"\w+", "abc") is not None, re.split(r"[,;]\s*", t), re.split(r"(\d)", "a1b2c"), re.split(",", "a,b,c", maxsplit=1), re.sub(r"\d", "#", "a1b22"), re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub("a", lambda m: m.group().upper(), "banana", count=2), re.subn("a", "b", "aaa"))
m = re.search(r"(?P<y>\d+)-(?P<m>\d+)-(\d+)", t); print(m.group(), m.group(1, 3), m["y"], m.groups(), m.groupdict(), m.start("m"), m.end(), m.span(3), m[0], m.lastindex, m.string[:3], m.re.pattern, m)
print([x.group() for x in re.finditer(r"\b\w{5}\b", t)], re.sub(r"(?P<a>x)", r"<\g<a>>", "axb"), re.compile(r"a.c", re.S).findall("a\nc abc"), re.findall("(?i)the", t), re.findall(r"^\w", "ab\ncd", re.M), re.findall(r"a|b", "cab"), re.findall(r"(a)?b", "ab b"), re.findall(r"x*", "axb"), re.escape("a.b*c"), re.sub(r"\s+", " ", " a \n b ").strip(), re.findall(r"<.*?>", "<a><b>"), re.findall(r"<.*>", "<a><b>"))
p = re.compile(r"""(\w+)  # name
    \s*=\s*  # eq
    (\d+)""", re.X); print(p.findall("a = 1, bc=22"), p.pattern[:5], p.groups, p.match("x=1").groups(), p.search("  y = 2", 1).group(1), re.findall(r"\bfoo\b", "foo food foo"), re.match(r"(a)(b)?", "a").groups(), re.match(r"(a)(b)?", "a").groups("d"), re.sub("", "-", "ab"), re.findall(r"[^\W\d_]+", "añb1_c"), re.findall(r"\d(?=x)", "1x2y3x"), re.findall(r"\d(?!x)", "1x2y3x"), re.split(r"\W+", "a, b; c"), re.sub(r"(.)\1", r"[\1]", "aabbc"), re.findall(r"(?:ab)+", "ababxab"), bool(re.match(r"^[\w.]+@[\w.]+\.\w+$", "a.b@c.org")))
for bad in ("(", "[a", "*a", "a)", "(?P<n>a)(?P<n>b)", "a{2,1}", "\\"):
    try: re.compile(bad)
    except re.error as e: print(repr(bad), e)
try: m.group(9)
except IndexError as e: print(e)
try: re.sub("(a)", r"\2", "a")
except re.error as e: print(e)
