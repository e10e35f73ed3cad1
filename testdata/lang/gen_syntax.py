"""Write what CPython 3.12 says of the programs in syntax/valid.txt and syntax/invalid.txt, and of broken variants.

    python3.12 gen_syntax.py            writes syntax/valid.json, syntax/invalid.json, syntax/broken.json
    python3.12 gen_syntax.py --corpus DIR OUT    trees of all programs under DIR, for SYNTAX_CORPUS
    python3.12 gen_syntax.py --errors DIR OUT N  N broken variants of statements under DIR, for SYNTAX_ERRORS

The files hold JSON lines. valid.json: [source, dump]. invalid.json and broken.json: [source, error], where error is
[class, message, line, column, end line, end column]; columns count code points from 0.
"""

import ast
import json
import os
import random
import re
import sys
import textwrap
import tokenize

import syntax_dump

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "syntax")

# Programs with characters that do not show in a text file.
ODD_VALID = [
    "x = 1\r\ny = 2\r\n", "x = 1\ry = 2\r", "if x:\n\ty\n\tz\n", "if x:\n\tif y:\n\t\tz\n", "x\f= 1\n",
    "\fx = 1\n", "if x:\n\f    y\n", "x = 1", "x = 1 ", "x = 1\n   ", "if x:\n  y\n  ", "if x:\n  y\n  #z", "\n\n", "   ",
    "\t", "#", "x = '''a\r\nb'''", "x = 'a\\\r\nb'",
    "a = (1,\n\tb,\n  c)\n", "\\\nx = 1\n", "if x:\n    y\\\n  + z\n", "if x:\n  \\\n  y\n", "def f():\n\treturn 1\n",
]
ODD_INVALID = [
    "if x:\n\ty\n        z\n", "if x:\n        y\n\tz\n", "\u00a0x", "x = 1\u200b", "x\u00a0= 1", "x = \x01", "\x7f", "a\u2028b",
    "if x:\n    y\n\tz\n", "  x = 1\n", "\tx", "x\n\ty\n", "x = (\n", "'a\r\nb'",
]
WORDS = [
    "(", ")", "[", "]", "{", "}", ",", ":", "=", "==", ":=", "*", "**", "+", "if", "else", "for", "in", "not", "lambda",
    "def", "class", "x", "1", '"s"', ".", "return", "yield", "with", "as", "import", "from", "print", 'f"{', "None", "True",
    "...", "!", "$", "@", "->", "|", "and", "is", "del", "elif", "except", "try", "while", "pass", "\n", "    ", "\\", "#",
    '"', "'", 'f"{x!r:>{w}}"', "0777", "1_", "/", "%", "+=", "global", "nonlocal", ";", "<>",
]
# Features that the language refuses by name, so that its errors differ on purpose.
REFUSED = re.compile(r"\basync\b|\bawait\b|except\s*\*|\btype\s+\w+\s*[=\[]|\b(def|class)\s+\w+\s*\[")


def chunks(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as f:
        return [c + "\n" if c.count("\n") else c for c in f.read().removesuffix("\n").split("\n---\n")]


def write(path, records):
    with open(path, "w", encoding="utf-8") as f:
        for r in records:
            f.write(json.dumps(r) + "\n")
    print(path, len(records))


def pieces(source):
    return re.findall(r"\n *|[A-Za-z_]\w*|\d[\w.]*|\"[^\"\n]*\"|'[^'\n]*'| +|.", source)


def broken(source, rnd):
    """One or two small accidents in a program."""
    t = pieces(source)
    for _ in range(rnd.choice([1, 1, 1, 2])):
        if not t:
            break
        op, j = rnd.random(), rnd.randrange(len(t))
        if op < 0.35:
            del t[j]
        elif op < 0.65:
            t.insert(j, rnd.choice([" ", ""]) + rnd.choice(WORDS) + rnd.choice([" ", ""]))
        elif op < 0.8:
            t[j] = rnd.choice(WORDS)
        elif op < 0.9:
            k = rnd.randrange(len(t))
            t[j], t[k] = t[k], t[j]
        else:
            t.insert(j, t[j])
    return "".join(t)


def usable(source):
    if REFUSED.search(source) or "\0" in source:
        return False
    try:
        source.encode()
        return True
    except UnicodeError:
        return False


def accidents(fragments, n, seed):
    rnd = random.Random(seed)
    seen, out = set(), []
    while len(out) < n:
        s = broken(rnd.choice(fragments), rnd)
        if s in seen or not usable(s):
            continue
        seen.add(s)
        try:
            e = syntax_dump.error(s)
        except (RecursionError, MemoryError, ValueError, OverflowError):
            continue
        # Messages of the compiler proper count columns in bytes; those of the parser do not.
        if e is not None and s.isascii():
            out.append([s, e])
    return out


def programs(root):
    for folder, _, names in sorted(os.walk(root)):
        for name in sorted(names):
            if name.endswith(".py"):
                path = os.path.join(folder, name)
                try:
                    with tokenize.open(path) as f:
                        yield os.path.relpath(path, root), f.read()
                except (SyntaxError, UnicodeError):
                    pass


def corpus(root, out):
    records = []
    for name, source in programs(root):
        try:
            d = syntax_dump.dump(source)
        except syntax_dump.Unsupported as e:
            d = "unsupported " + str(e)
        except (SyntaxError, RecursionError, ValueError) as e:
            d = "error " + str(e)
        records.append([name, source, d])
    write(out, records)


def errors(root, out, n):
    fragments = []
    for _, source in programs(root):
        try:
            tree = ast.parse(source)
        except (SyntaxError, RecursionError, ValueError):
            continue
        lines = source.split("\n")
        for node in ast.walk(tree):
            if isinstance(node, ast.stmt) and node.end_lineno - node.lineno < 12:
                fragments.append(textwrap.dedent("\n".join(lines[node.lineno - 1:node.end_lineno])) + "\n")
    write(out, [["corpus", s, e] for s, e in accidents(fragments, n, 1)])


def main():
    if len(sys.argv) > 3 and sys.argv[1] == "--corpus":
        return corpus(sys.argv[2], sys.argv[3])
    if len(sys.argv) > 4 and sys.argv[1] == "--errors":
        return errors(sys.argv[2], sys.argv[3], int(sys.argv[4]))
    valid = chunks("valid.txt") + ODD_VALID
    for v in valid:
        if e := syntax_dump.error(v):
            print("not valid:", repr(v), e)
    write(os.path.join(HERE, "valid.json"), [[v, syntax_dump.dump(v)] for v in valid if not syntax_dump.error(v)])
    records = []
    for s in chunks("invalid.txt") + ODD_INVALID:
        try:
            e = syntax_dump.error(s)
        except ValueError:
            continue
        if e is None:
            print("valid after all:", repr(s))
            continue
        records.append([s, e])
    write(os.path.join(HERE, "invalid.json"), records)
    lines = [line for v in valid for line in ([v] if v.count("\n") < 12 else [v] + v.split("\n"))]
    write(os.path.join(HERE, "broken.json"), accidents([x for x in lines if x.strip()], 3000, 1))


if __name__ == "__main__":
    main()
