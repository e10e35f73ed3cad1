"""The functions and objects of module re."""
import re

p = re.compile(r"(?P<k>\w+)=(?P<v>\d+)?", re.I | re.M)
print(p, repr(p), p.pattern, int(p.flags), p.groups, dict(p.groupindex), p == re.compile(r"(?P<k>\w+)=(?P<v>\d+)?", re.I | re.M), hash(p) == hash(p), p is re.compile(p))
print(re.compile("a"), re.compile(b"a"), re.compile("a", re.A), re.compile("a", re.I | re.S | re.X), re.compile("x" * 210))
print(re.I, repr(re.I), re.I | re.M, int(re.S), repr(re.S | re.X), re.NOFLAG if False else "", re.compile("a").flags, re.compile(b"a").flags, re.compile("(?im)a").flags)
m = p.search("  a=1, b=")
print(m, m.group(), m.group(0), m.group("k"), m.group("k", "v"), m[1], m["v"], m.groups(), m.groupdict(), m.start(), m.end("k"), m.span(2), m.pos, m.endpos, m.lastindex, m.lastgroup, m.re is p, m.string, m.regs)
m = p.search("b=")
print(m.groups(), m.groups(0), m.groupdict("-"), m.start("v"), m.end(2), m.span(2), m["v"], m.lastindex, m.expand(r"\g<k>:\2:\1"), bool(m))
for i in (3, -1, "z", None, 1.5):
    for f in (m.group, m.start, m.__getitem__):
        try: print(f(i))
        except IndexError as e: print(type(e).__name__, e)
print(p.search("a=1", 1), p.search("xa=1", 1), p.match("xa=1", 1), p.search("a=1 b=2", 0, 2), p.fullmatch("za=1z", 1, 4), p.search("a=1", 100), p.search("a=1", -5), p.findall("a=1 b=2 c=", 4), [x.span() for x in p.finditer("a=1 b=2", 1, 6)])
print(re.compile("^a").search("ba", 1), re.compile("(?<=b)a").search("ba", 1), re.compile("a$").search("ab", 0, 1), re.compile(r"\ba").search("ba", 1))
print(re.sub("(a)(b)?", r"[\1|\2]", "ab a"), re.sub("b*", "-", "abc"), re.sub("", ".", "abc"), re.sub("a|", "x", "ba"), re.sub(r"\w+", lambda m: m[0][::-1], "hello world"), re.sub("x", "y", "abc"), re.sub("a", r"\n\t\\", "a"), re.sub("a", r"\g<0>\g<0>", "ba"), re.sub("(?P<n>a)", r"\g<n>\g<1>", "a"), re.sub("a", "b", "aaa", 2), re.sub("a", "b", "aaa", count=0), re.subn("a", "b", "aXa"), re.subn("z", "b", "aXa"), re.sub("a", "\\\\", "a"), re.sub(".", r"\101\0", "x"), re.sub("a", lambda m: "\\1", "a"))
print(re.split(r"\s+", " a b  c "), re.split(r"(-)|(,)", "a-b,c"), re.split("", "abc"), re.split("x*", "axbc"), re.split(r"\b", "ab cd"), re.split(",", "a,b,c,d", 2), re.split(",", "a,b,c,d", maxsplit=1), re.split("(a)?b", "xby"), re.split(",", ""))
print(re.findall("(a)(b)?", "aba"), re.findall("(a)|b", "ab"), re.findall("", "ab"), re.findall(r"\w+?", "ab"), re.findall(b"\\w+", b"ab cd"), re.findall("a.b", "a\nb", re.S), re.findall("A", "aA", flags=re.I))
print(re.escape("a.b*c[d](e){f}^$|\\+?-#& ~\n\t'\"/é"), re.escape(b"a.b"), re.escape(""), repr(re.escape("_-0")))
print(re.match(b"(a)(.)", b"ab").groups(), re.sub(b"a", b"x", b"aba"), re.split(b",", b"a,b"), re.search(rb"\xff+", b"a\xff\xff").span(), re.compile(b"[\x80-\xff]").findall(b"a\x90"))
print(re.search("é.", "caféx"), re.search("x", "日本x").start(), [m.span() for m in re.finditer("[^a]", "日a本")])
def tries(*fs):
    for f in fs:
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
tries(lambda: re.search("a", b"a"), lambda: re.search(b"a", "a"), lambda: re.search("a", 5), lambda: re.search(5, "a"), lambda: re.compile(p, re.I), lambda: re.sub("a", 5, "a"), lambda: re.sub("(a)", r"\2", "a"), lambda: re.sub("a", r"\g<x>", "a"),
      lambda: re.sub("a", r"\g<1", "a"), lambda: re.sub("a", r"\g", "a"), lambda: re.sub("a", r"\q", "a"), lambda: re.sub("a", r"\g<>", "a"), lambda: re.sub("a", r"\g<1a>", "a"), lambda: re.sub("a", "\\", "a"), lambda: re.sub("a", lambda m: 5, "a"),
      lambda: re.search(), lambda: re.search("a"), lambda: re.search("a", "b", 0, 1), lambda: re.search("a", "b", flag=1), lambda: re.error("boo"), lambda: p.search(), lambda: m.foo, lambda: p.foo, lambda: re.sub("a", b"b", "a"), lambda: re.findall("a", None))
it = re.finditer("a", "aa"); print(next(it), next(it), list(it), type(it).__name__)
print(type(p), type(m), re.Pattern, re.Match, isinstance(p, re.Pattern), isinstance(m, re.Match), re.error.__name__, issubclass(re.error, Exception))
import copy
print(copy.copy(p) is p, copy.deepcopy(p) is p, re.purge(), p.sub("-", "a=1 b=2"), p.subn("-", "a=1 b=2", 1), p.split("a=1;b=2"))
TOKENS = re.compile(r"""(?P<NUM>\d+(?:\.\d*)?)|(?P<ID>[A-Za-z_]\w*)|(?P<OP>[-+*/=()])|(?P<WS>\s+)|(?P<BAD>.)""", re.X)
print([(m.lastgroup, m.group()) for m in TOKENS.finditer("x1 = 3.14*(y + 2) ?") if m.lastgroup != "WS"])
print(re.match(r"(\d{3})-(\d{4})", "555-1234").expand(r"\2-\1"), re.sub(r"(?<!\d)(\d{2})/(\d{2})(?!\d)", r"\2.\1", "12/31 1234/56 01/02"))
print(re.sub(r"(\d)(?=(\d{3})+$)", r"\1,", "1234567"), re.sub(r"([A-Z])", lambda m: "_" + m[1].lower(), "camelCaseName"), len(re.findall(r"(?:a|aa)+$", "a" * 30)))
