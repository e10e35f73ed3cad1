import textwrap
T = "The quick-brown fox jumped over the lazy-dog -- and then it slept. Well... it tried to! A verylongwordthatdoesnotfitanywhere here."
for w in (5, 10, 16, 30, 80):
    print(textwrap.wrap(T, w), textwrap.wrap(T, w, break_long_words=False), textwrap.wrap(T, w, break_on_hyphens=False))
print(textwrap.fill(T, 40, initial_indent="* ", subsequent_indent="  "), textwrap.fill("", 10), textwrap.wrap("   "), textwrap.wrap("  lead  and   inner  ", 10), textwrap.wrap("a\tb\nc\n\nd", 20), textwrap.wrap("  keep  me ", 6, drop_whitespace=False), textwrap.wrap("a\tb", 20, expand_tabs=False, replace_whitespace=False), sep="\n")
print(textwrap.wrap(T, 30, max_lines=2), textwrap.wrap(T, 30, max_lines=2, placeholder="..."), textwrap.shorten("Hello  wonderful\n world!", 12), textwrap.shorten("Hello world", 11), textwrap.shorten("Hello world", 10), textwrap.shorten("Hello world", 10, placeholder="..."), textwrap.wrap("End. Next? Yes! no", 40, fix_sentence_endings=True), textwrap.wrap("--option=value --x-y a-b-c 2-3 well-known e-mail", 8))
print(repr(textwrap.dedent("  a\n   b\n\n    c\n")), repr(textwrap.dedent("\ta\n\t b\n")), repr(textwrap.dedent(" a\n\tb")), repr(textwrap.dedent("x\n  y")), repr(textwrap.dedent("")), repr(textwrap.dedent("   \n  a\n \n")), repr(textwrap.indent("a\n\n b\n", "> ")), repr(textwrap.indent("a\n\nb", "+", lambda l: True)))
w = textwrap.TextWrapper(width=12, subsequent_indent="..", max_lines=3); print(w.wrap(T), w.fill("some words to fill in"), w.width)
for f in (lambda: textwrap.wrap("a", 0), lambda: textwrap.shorten("abc def", 3), lambda: textwrap.wrap("a b", 5, max_lines=1, placeholder="........")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
