"""Run every program in programs/ under CPython 3.12 and keep its output beside it, as NAME.out.

The output is what the program wrote to standard output, then, if anything went to standard error, a line "--- stderr"
and that text, then "--- exit N" when the exit code is not 0. Programs run in the programs folder and are named
without a folder, so that tracebacks do not depend on where the repository is.

Before that, the chunks of the .mg files are run too, and must do what their comments say.
"""

import os
import re
import subprocess
import sys
import traceback
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAMS = os.path.join(HERE, "programs")


def programs():
    for name in sorted(os.listdir(PROGRAMS)):
        if not name.endswith(".py"):
            continue
        p = subprocess.run([sys.executable, "-W", "ignore", name], cwd=PROGRAMS, capture_output=True, text=True,
                           encoding="utf-8", errors="surrogateescape", stdin=subprocess.DEVNULL,
                           env={"PYTHONIOENCODING": "utf-8:backslashreplace", "PYTHONHASHSEED": "77", "TZ": "UTC",
                                "PATH": os.environ.get("PATH", "")})
        out = p.stdout
        if p.stderr:
            out += "--- stderr\n" + p.stderr.replace(PROGRAMS + os.sep, "")
        if p.returncode:
            out += f"--- exit {p.returncode}\n"
        with open(os.path.join(PROGRAMS, name[:-3] + ".out"), "w", encoding="utf-8", errors="surrogateescape") as f:
            f.write(out)


def expected(chunk):
    """The line and pattern of the error that a chunk expects, or None."""
    for n, line in enumerate(chunk.split("\n"), 1):
        if m := re.search(r'### "((?:[^"\\]|\\.)*)"\s*$', line):
            return n, m[1].replace('\\"', '"').replace("\\\\", "\\")
    return None


def chunks():
    with open(os.path.join(HERE, "assert.mg"), encoding="utf-8") as f:
        prelude = f.read()
    bad = 0
    for name in sorted(os.listdir(HERE)):
        if not name.endswith(".mg") or name == "assert.mg":
            continue
        with open(os.path.join(HERE, name), encoding="utf-8") as f:
            text = f.read()
        line = 1
        for chunk in re.split(r"^---\n", text, flags=re.M):
            want = expected(chunk)
            got = None
            space = {"__name__": "__main__"}
            exec(compile(prelude, "assert.mg", "exec"), space)
            try:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    exec(compile(chunk, "<chunk>", "exec"), space)
            except BaseException as e:
                lines = [f.lineno for f in traceback.extract_tb(e.__traceback__) if f.filename == "<chunk>"]
                if isinstance(e, SyntaxError) and e.filename == "<chunk>":
                    lines = [e.lineno]
                text_of = f"{type(e).__name__}: {e.msg if isinstance(e, SyntaxError) else e}"
                got = (lines[-1] if lines else 0, text_of)
            ok = want is None and got is None or want and got and want[0] in lines and re.search(want[1], got[1])
            if not ok:
                bad += 1
                at = line + (got[0] if got else want[0]) - 1
                print(f"{name}:{at}: got {got and got[1]!r}, want {want and want[1]!r}")
            line += chunk.count("\n") + 1
    return bad


if __name__ == "__main__":
    failures = chunks()
    programs()
    sys.exit(failures > 0)
