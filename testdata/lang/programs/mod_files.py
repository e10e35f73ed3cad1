import os, tempfile
from pathlib import Path
d = tempfile.mkdtemp(); p = os.path.join(d, "a.txt")
with open(p, "w") as f: print(f.write("line 1\nline 2\nünï\n"), f.closed)
print(f.closed)
with open(p, encoding="utf-8") as f: print(repr(f.read()), repr(f.read()))
with open(p, encoding="utf-8") as f:
    for i, line in enumerate(f): print(i, line.rstrip())
with open(p, "a", encoding="utf-8") as f: f.writelines(["x\n", "y"]); print("printed", file=f)
with open(p, encoding="utf-8") as f: print(f.readline(), f.readlines(), f.name == p, f.mode)
with open(p, "rb") as f: print(f.read(6), f.tell()); f.seek(0); print(f.readline())
with open(os.path.join(d, "b.bin"), "wb") as f: f.write(bytes([0, 255, 10]))
print(list(open(os.path.join(d, "b.bin"), "rb").read()), sorted(os.listdir(d)), os.path.getsize(p), os.path.isfile(p), os.path.isdir(d))
for fn in (lambda: open(os.path.join(d, "nope")), lambda: open(d + "/x/y", "w"), lambda: open(p, "q"), lambda: open(p, "x")):
    try: fn()
    except (OSError, ValueError) as e: print(type(e).__name__, str(e).replace(d, "DIR"))
q = Path(d) / "sub" / "c.txt"; q.parent.mkdir(); q.write_text("hello\n"); print(q.read_text(), q.name, q.stem, q.suffix, q.exists(), q.parent.name, [x.name for x in sorted(Path(d).iterdir())], q.with_suffix(".md").name, Path("a/b/../c").parts, Path("x") / "y", str(Path("a") / "b"), repr(Path("z")), q.is_file(), Path("/a/b").is_absolute(), Path("a.tar.gz").suffixes, sorted(x.name for x in Path(d).glob("*.txt")))
try:
    with open(p) as f: f.write("x")
except Exception as e: print(type(e).__name__, e)
f = open(p); f.close()
try: f.read()
except ValueError as e: print(e)
q.unlink(); q.parent.rmdir(); os.remove(p); os.remove(os.path.join(d, "b.bin")); os.rmdir(d); print(os.path.exists(d))
