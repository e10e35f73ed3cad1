#!/usr/bin/env python3.12
"""Records what CPython 3.12 makes of the snippets in snippets/.

    python3.12 testdata/lang/gen_snippets.py [FILE ...]

snippets/NAME.py holds small programs divided by lines "# ---"; each runs in a fresh namespace. What it prints, then
"Class: text" of the exception that left it, if any, goes to NAME.out, divided in the same way.

snippets/NAME.txt holds one expression per line after an optional preamble that ends with a line "---"; NAME.tsv gets
the repr of each, or "!Class: text". The Go test TestSnippets compares with these files and needs no Python.
"""
import contextlib
import io
import pathlib
import random
import sys
import warnings

HERE = pathlib.Path(__file__).parent / "snippets"
LINE = "# ---\n"


def program(text):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(text, "<snippet>", "exec"), {"__name__": "__main__"})
        except BaseException as e:
            print(f"{type(e).__name__}: {e}")
    text = out.getvalue()
    return text if not text or text.endswith("\n") else text + "\n"


def programs(path):
    return LINE.join(program(chunk) for chunk in path.read_text("utf-8").split(LINE))


def expressions(path):
    head, line, body = path.read_text("utf-8").rpartition("---\n")
    space = {"__name__": "__main__"}
    exec(head, space)
    rows = []
    for expr in body.splitlines():
        if not expr.strip() or expr.startswith("#"):
            continue
        try:
            rows.append(repr(eval(expr, space)))
        except Exception as e:
            rows.append(f"!{type(e).__name__}: {e}")
    return "".join(row.replace("\\", "\\\\").replace("\n", "\\n") + "\n" for row in rows)


def main():
    warnings.simplefilter("ignore")
    paths = [pathlib.Path(a) for a in sys.argv[1:]] or sorted(HERE.iterdir())
    for path in paths:
        random.seed(1)
        if path.suffix == ".py":
            path.with_suffix(".out").write_text(programs(path), "utf-8")
        elif path.suffix == ".txt":
            path.with_suffix(".tsv").write_text(expressions(path), "utf-8")


main()
