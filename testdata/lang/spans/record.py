#!/usr/bin/env python3.12
"""Records where CPython 3.12 says that errors happen: programs.txt (divided by lines of ---) -> spans.txt.

For each program: its exception and, for every traceback entry, name, line, end line, column, end column.
"""
import pathlib
import sys
import traceback

HERE = pathlib.Path(__file__).parent


def spans(src):
    try:
        exec(compile(src, "p", "exec"), {"__name__": "__main__"})
    except BaseException as e:
        tb = traceback.extract_tb(e.__traceback__)[1:]
        return [type(e).__name__] + [f"{f.name} {f.lineno} {f.end_lineno} {f.colno} {f.end_colno}" for f in tb]
    return ["no exception"]


def main():
    sys.setrecursionlimit(1000)
    progs = (HERE / "programs.txt").read_text().split("---\n")
    (HERE / "spans.txt").write_text("".join("; ".join(spans(p)) + "\n" for p in progs))


main()
