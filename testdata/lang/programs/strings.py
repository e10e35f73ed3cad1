s = "The quick brown fox, the lazy dog"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), sep="\n")
print(s.split(), s.split(","), s.split(" ", 2), s.rsplit(" ", 2), s.split("x"), "a,,b,".split(","), "".split(), "".split(","), sep="\n")
print(s.find("the"), s.find("The"), s.find("cat"), s.rfind("o"), s.index("fox"), s.count("o"), s.count(""), "aaaa".count("aa"))
print(s.replace("the", "a"), s.replace("o", "0", 1), "aaa".replace("a", "b", 2), "abc".replace("", "-"), "x".replace("y", "z"))
print(s.startswith("The"), s.startswith(("A", "T")), s.endswith("dog"), s.startswith("quick", 4), s.endswith("fox", 0, 19))
print("  pad ".strip(), "xxhixx".strip("x"), "xyhiyx".lstrip("xy"), "hi\n".rstrip(), "www.example.com".strip("cmowz."), repr("\t a\n".strip()))
print("abc".center(9, "*"), "abc".ljust(6, "."), "abc".rjust(6), "42".zfill(5), "-42".zfill(5), "+1".zfill(4), "abc".center(4), "abcd".center(7))
print("a-b-c".partition("-"), "a-b-c".rpartition("-"), "abc".partition("-"), "abc".rpartition("-"))
print("one\ntwo\r\nthree\rfour".splitlines(), "a\nb\n".splitlines(), "a\nb\n".splitlines(True), "".splitlines(), "a\n\nb".splitlines())
print("-".join(["a", "b", "c"]), "".join([]), ", ".join(str(i) for i in range(4)), "ab".join("xyz"))
print("abc".isalpha(), "abc1".isalnum(), "123".isdigit(), "12.3".isdigit(), " \t".isspace(), "".isspace(), "Abc".istitle(), "ABC".isupper(), "abc".islower(),
      "²".isdigit(), "²".isdecimal(), "½".isnumeric(), "abc_1".isidentifier(), "1abc".isidentifier(), "é".isascii(), "\n".isprintable())
print("abc" < "abd", "abc" < "abcd", "Z" < "a", "abc" == "abc", "a" * 3, 3 * "ab", "a" * 0, "a" * -1, "b" in "abc", "bd" not in "abc", "" in "abc")
print(s[0], s[-1], s[4:9], s[:3], s[-3:], s[::2], s[::-1], s[10:2:-2], s[100:], s[-100:3], len(s))
print("tab\tnew\\n'quote' \"double\"", repr("tab\tnew\n'quote'"), repr('it\'s "x"'), repr("\x00\x1f\x7f\x80é\u200b😀\\"), ascii("é😀\n"))
print("a\tbc\td".expandtabs(), "a\tb".expandtabs(4), "\t".expandtabs(3) + "|", "ab\n\tc".expandtabs(4))
print("HeLLo".casefold(), "ß".casefold(), "ß".upper(), "ǅ".lower(), "İ".lower() == "i̇", "ﬁ".upper(), "ΑΣ".lower())
print("hello world".translate({ord("o"): "0", ord("l"): None}), "abc".translate(str.maketrans("ab", "xy", "c")), str.maketrans({"a": 1, "b": "z"}))
print("prefix-body".removeprefix("prefix-"), "body.txt".removesuffix(".txt"), "abc".removeprefix("x"))
print("{} {} {}".format(1, "two", [3]), "{1} {0} {1}".format("a", "b"), "{x} {y:>5}".format(x=1, y=2), "{0[1]} {1.real}".format([1, 2], 3), "{{}}".format())
print("%s %r %d %5.2f %%" % ("a", "b", 3, 4.5), "%(x)s %(y)03d" % {"x": 1, "y": 2}, "%s" % [1, 2], "%s %s" % (None, True), "%10s|%-10s|%.2s" % ("a", "b", "cde"))
print(sorted("hello"), list("abc"), set("a"), tuple("ab"), max("hello"), "".join(reversed("abc")), "abc".index("c"), "x".encode(), "é".encode("utf-8"))
for f in (lambda: "abc".index("z"), lambda: "abc"[5], lambda: "a" + 1, lambda: "a" * "b", lambda: "".join([1]), lambda: "abc".foo, lambda: "{}".format(), lambda: "{x}".format(y=1),
          lambda: "%d" % "a", lambda: "%s %s" % (1,), lambda: "%s" % (1, 2), lambda: "a"["b"], lambda: ord("ab"), lambda: chr(-1), lambda: "abc".split(""), lambda: int("x"), lambda: "a" < 1,
          lambda: "%z" % 1, lambda: "%" % (), lambda: "{".format(), lambda: "}".format(), lambda: "{0} {}".format(1, 2), lambda: f"{'a':d}", lambda: f"{1:s}", lambda: f"{1.5:d}", lambda: f"{[]:5}"):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, sep=": ")
