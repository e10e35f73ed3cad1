"""Patterns of all kinds: what they match, and what is said about the ones that are wrong."""
import re

CASES = [
    (r"(a*)*", "b"), (r"(a|b)*", "abab"), (r"(?:(a)|b)*", "ab"), (r"((a)(b)?)+", "abaab"), (r"a{2,3}", "aaaaa"), (r"a{2,3}?", "aaaaa"),
    (r"a{,2}b", "aaab"), (r"a{2}", "aaaa"), (r"x{", "x{"), (r"x{,", "x{,}"), (r"x{1", "x{1"), (r"(?P<q>['\"])(.*?)(?P=q)", "say 'hi' \"yo\""),
    (r"(\w)\1", "hello"), (r"(?i)ß|straße", "STRASSE Straße"), (r"(?i)[a-c]+", "xABCx"), (r"(?i:a)b", "Ab AB"), (r"(?s).+", "a\nb"),
    (r"(?m)^\w+$", "ab\ncd\n"), (r"a$", "a\n"), (r"a\Z", "a\n"), (r"\Aab", "abab"), (r"\b", "ab cd"), (r"\B", "ab cd"), (r"(?<=a)b", "ab bb"),
    (r"(?<!a)b", "ab bb"), (r"(?<=ab|cd)x", "abx cdx efx"), (r"a(?=b)", "ab ac"), (r"a(?!b)", "ab ac"), (r"(?=(\w+))", "abc"),
    (r"(a)?(?(1)b|c)", "ab c"), (r"(?P<x>a)?(?(x)b)", "ab b"), (r"(?>a+)b", "aaab"), (r"a++b", "aaab"), (r"a*+a", "aaa"), (r"a?+b", "ab b"),
    (r"(?:ab){2}+", "ababab"), (r"[]a]+", "]a]"), (r"[^]a]+", "bc]"), (r"[a\-z]+", "a-z"), (r"[a-]+", "a-b"), (r"[\w-]+", "a-b c"), (r"[\d.]+", "1.5"),
    (r"[^\s]+", "a b"), (r"[\x41-\x43]+", "ABCD"), (r"\u00e9+", "éé"), (r"\101", "A"), (r"[\101]", "A"), (r"\07", "\x07"), (r"\.\*", ".*"),
    (r"(?x) a b # c" + "\n d", "abd"), (r"(?x) [a b]+ \ ", "a b "), (r"(?#note)a", "a"), (r"a|ab|abc", "abc"), (r"(a|ab)(c|bcd)(d*)", "abcd"),
    (r"(?:a|ab)(?:c|bcd)$", "abcd"), (r".*?b", "aabab"), (r"(.+)(.+)", "abcd"), (r"(.+?)(.+)", "abcd"), (r"()", "ab"), (r"|a", "ba"), (r"a*?", "aa"),
    (r"(?:a*)*b", "aab"), (r"(a?)*?b", "aab"), (r"(?:x|(a))*\1", "xaa"), (r"(a)|b", "b"), (r"[[:alpha:]]", "a:]"), (r"\w+", "naïve_1 ñandú ½ ²"),
    (r"\d+", "12 ٣٤ ²"), (r"\s", "a\x1cb\u2003c"), (r"(?a)\w+", "naïve"), (r"(?a)\d+", "12٣"), (r"(?i)σ", "Σσς"), (r"(?i)k", "K\u212a"), (r"(?i)[^k]", "K\u212ax"),
    (r"\$\d+\.\d{2}", "cost $12.50"), (r"(\d+)-(\d+)", "10-20 30-40"), (r"(?P<a>.)(?P<b>.)", "xyzw"), (r"^", "a"), (r"$", "a\n"), (r"(?m)$", "a\nb"),
    (r"(?<=^)a", "aa"), (r"(?<![\w.])\d+", "1 .2 a3 4"), (r"(?=a)(?=.b)ab", "ab"), (r"(?!.*b)a", "aab a"), (r"((?:\d{1,3}\.){3}\d{1,3})", "ip 10.0.0.1!"),
    (r"(?i)(?-i:a)b", "aB AB"), (r"(?u)\w", "é"), (r"(a+)+$", "aaaa"), (r"\ba\b|\bb\b", "a b ab"), (r"[^a-z\d]+", "aB!1"), (r"é|e", "eé"), (r"日本", "今日本"),
]
for pat, text in CASES:
    p = re.compile(pat)
    print(repr(pat), [(m.span(), m.groups(), m.lastindex, m.lastgroup) for m in p.finditer(text)], p.findall(text), p.split(text), p.sub("<\\g<0>>", text), p.fullmatch(text), p.match(text), p.groups, p.groupindex if not p.groupindex else dict(p.groupindex))

BAD = ["(", ")", "(?", "(?P", "(?P<", "(?P<a", "(?P<1>a)", "(?P<>a)", "(?Pa)", "(?P=x)", "(?P=", "(?q)", "(?i", "(?i-", "(?-i", "(?-i)", "(?i-i:a)", "(?iq)", "(?<a)", "(?<", "(?<=a*)",
       "(?<=a|bc)", "(?#a", "[", "[]", "[^", "[a-", "[z-a]", r"[\d-z]", r"[a-\d]", "*", "a**", "a*{2}", "^*", "a{3,1}", "+a", "(?:*)", r"\q", r"[\q]", r"\8", r"\1", r"(a)\2", r"(\1)", r"\x1", r"\u12",
       r"\x", r"\400", r"[\400]", "a\\", "(?(1)a", "(?(1)a)", "(?(x)a)", "(?(0)a)", "(a)(?(1)b|c|d)", "(?(1", "x(?i)", "(?P<a>x)(?P<a>y)", "(?L)", "(?au)a", "a\nb(", "(?=a", "(?>a", "x|*", "(|*)", r"(?<=(a)\1)", "a{99999999999}"]
for pat in BAD:
    try:
        print(repr(pat), re.compile(pat))
    except (re.error, OverflowError, ValueError) as e:
        print(repr(pat), type(e).__module__, type(e).__name__, e, getattr(e, "msg", None), getattr(e, "pos", None), getattr(e, "lineno", None), getattr(e, "colno", None))
