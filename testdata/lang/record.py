#!/usr/bin/env python3.12
"""Records what CPython 3.12 prints for the programs of core/.

    python3.12 testdata/lang/record.py [FILE.mg ...]

core/NAME.py, where there is one, is first run to write core/NAME.mg. Every core/NAME.mg is then run in a fresh
namespace; its standard output, followed by "Class: text" of the exception that left it, if any, becomes core/NAME.out.
The Go tests compare with these files and need no Python.
"""
import contextlib
import io
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent / "core"


def run(path):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(path.read_text(), path.name, "exec"), {"__name__": "__main__"})
        except BaseException as e:
            print(f"{type(e).__name__}: {e}")
    return out.getvalue()


def main():
    for gen in sorted(HERE.glob("*.py")):
        text = subprocess.run([sys.executable, str(gen)], check=True, capture_output=True, text=True).stdout
        gen.with_suffix(".mg").write_text(text)
    paths = [pathlib.Path(a) for a in sys.argv[1:]] or sorted(HERE.glob("*.mg"))
    for path in paths:
        path.with_suffix(".out").write_text(run(path))


main()
