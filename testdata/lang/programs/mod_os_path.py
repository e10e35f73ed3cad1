import os, os.path as p, tempfile
from pathlib import Path, PurePath, PurePosixPath
P = ["", "/", "a", "/a", "a/b", "a/b/", "/a/../b", "a//b/./c", "../x", "//x/y", "///x", ".hid", "a.tar.gz", "a.", "..", "./a", "/a/b/../../..", "a b/c.txt"]
for x in P: print(repr(x), p.split(x), p.splitext(x), p.basename(x), p.dirname(x), p.normpath(x), p.isabs(x), p.join("r", x), p.join(x, "s"))
print(p.join("a", "/b", "c"), p.join("a/", "b"), p.join(b"a", b"b"), p.commonprefix(["/usr/lib", "/usr/local"]), p.commonpath(["/usr/lib/x", "/usr/lib/y/z"]), p.relpath("/a/b/c", "/a/d"), p.relpath("/a", "/a"), os.sep, os.linesep, os.curdir, os.pardir, os.extsep, os.pathsep, os.name, os.devnull, p.splitdrive("/a"), p.normcase("A"), p.expanduser("x"), p.commonprefix([]))
def tries(*fs):
    for f in fs:
        try: print(f())
        except Exception as e: print(type(e).__name__, str(e).replace(D, "DIR"))
for x in P:
    q = PurePosixPath(x); print(repr(q), str(q), q.parts, q.name, q.stem, q.suffix, q.suffixes, q.parent, list(q.parents), q.is_absolute(), q.root, q.anchor, q / "k", q.as_posix())
print(Path("a", "b/c", "d"), Path("a") / Path("/b"), "x" / Path("y"), Path(), repr(Path("a/b")), Path("a/b") == Path("a//b/."), hash(Path("a")) == hash(Path("a")), Path("a") < Path("b"), sorted([Path("b"), Path("a/c"), Path("a")]), Path("a/b.py").match("*.py"), Path("a/b.py").match("a/*"), Path("/a/b").match("/a/*"), Path("a/b").relative_to("a"), Path("a/b/c").is_relative_to("a/b"), Path("a.txt").with_name("b"), Path("a.txt").with_stem("z"), Path("a").with_suffix(".x"), Path("a.b.c").with_suffix(""), Path("a").joinpath("b", "c"), Path("a/b").parents[0], len(Path("a/b/c").parents), Path("/a/b").as_uri(), bytes(Path("a")), os.fspath(Path("a")), isinstance(Path("a"), PurePath), Path("x/../y").parts, PurePath("a").__class__.__name__)
D = tempfile.mkdtemp()
tries(lambda: Path("a").with_suffix("x"), lambda: Path("").with_name("a"), lambda: Path("a/b").relative_to("c"), lambda: Path("a") / 5, lambda: Path(5), lambda: Path("a") < 5, lambda: os.mkdir(D), lambda: os.mkdir(D + "/x/y"), lambda: os.remove(D + "/none"), lambda: os.rmdir(D + "/none"), lambda: os.listdir(D + "/none"), lambda: os.stat(D + "/none"), lambda: os.rename(D + "/none", D + "/other"), lambda: os.listdir(5.5) if False else 0, lambda: p.join("a", 5), lambda: os.environ["SURELY_NOT_SET_1"], lambda: os.environ.__setitem__("a", 5), lambda: Path(D + "/none").read_text(), lambda: os.nosuchname, lambda: p.getsize(D + "/none"), lambda: p.relpath(""), lambda: list(Path(D).glob("")), lambda: Path("a").write_text(5), lambda: p.commonpath([]), lambda: p.commonpath(["a", "/b"]))
os.makedirs(p.join(D, "a/b/c")); os.makedirs(p.join(D, "a/b"), exist_ok=True)
tries(lambda: os.makedirs(p.join(D, "a/b")), lambda: os.rmdir(p.join(D, "a")), lambda: os.remove(p.join(D, "a")))
r = Path(D); (r / "f1.txt").write_text("one\ntwo\n"); (r / "a" / "f2.py").write_bytes(b"\x00\x01"); (r / "a/b/f3.txt").touch(); (r / "new" / "deep").mkdir(parents=True, exist_ok=True)
print([(x.replace(D, "D"), sorted(d), sorted(f)) for x, d, f in sorted(os.walk(D))], [x.replace(D, "D") for x, d, f in os.walk(p.join(D, "a"), topdown=False)], sorted(os.listdir(D)), (r / "f1.txt").stat().st_size, (r / "f1.txt").read_text().split(), (r / "a/f2.py").read_bytes(), p.getsize(p.join(D, "f1.txt")), p.isfile(D), p.isdir(D), p.exists(D), p.islink(D), p.lexists(D), sorted(str(x.relative_to(r)) for x in r.rglob("*.txt")), sorted(x.name for x in r.glob("*")), sorted(str(x.relative_to(r)) for x in r.glob("**/*.py")), sorted(x.name for x in r.glob("a/*/")), sorted(x.name for x in r.iterdir()), sorted(x.name for x in r.glob("[fn]*")), sorted(x.name for x in r.glob("?")))
os.rename(p.join(D, "f1.txt"), p.join(D, "f9.txt")); print((r / "f9.txt").exists(), (r / "f1.txt").exists(), (r / "f9.txt").rename(r / "f8.txt").name); os.replace(r / "f8.txt", r / "f7.txt"); print(sorted(os.listdir(r)), sorted(e.name for e in os.scandir(r)), sorted(e.name for e in os.scandir(r) if e.is_dir()))
with open(r / "f7.txt") as f: print(f.read())
with (r / "f7.txt").open("a") as f: f.write("three")
print((r / "f7.txt").read_text(), (r / "a").is_dir(), (r / "a").is_file(), (r / "zz").exists(), p.samefile(D, r), (r / "f7.txt").resolve() == (r / "a" / ".." / "f7.txt").resolve(), os.access(D, os.W_OK))
(r / "none").unlink(missing_ok=True); os.symlink(r / "f7.txt", r / "ln"); print((r / "ln").is_symlink(), os.readlink(r / "ln").replace(D, "D"), p.realpath(r / "ln") == p.realpath(r / "f7.txt")); (r / "ln").unlink()
tries(lambda: (r / "a").touch(exist_ok=False), lambda: (r / "a").mkdir(), lambda: (r / "q/w").mkdir(), lambda: open(r / "a"), lambda: (r / "a").unlink())
os.environ["MONGE_T"] = "v"; print(os.environ["MONGE_T"], os.getenv("MONGE_T"), os.getenv("MONGE_NO"), os.getenv("MONGE_NO", "d"), "MONGE_T" in os.environ, os.environ.get("MONGE_NO"), p.expandvars("$MONGE_T/${MONGE_T}x/$NOPE_X")); del os.environ["MONGE_T"]; print("MONGE_T" in os.environ)
here = os.getcwd(); os.chdir(D); print(os.getcwd() == p.realpath(D), p.abspath("q") == p.join(p.realpath(D), "q"), Path.cwd() == Path(D).resolve(), Path("f7.txt").absolute().name); os.chdir(here)
for x, d, f in os.walk(D, topdown=False):
    for n in f: os.unlink(p.join(x, n))
    for n in d: os.rmdir(p.join(x, n))
os.rmdir(D); print(p.exists(D))
with tempfile.TemporaryDirectory() as T: print(p.isdir(T))
print(p.isdir(T)); t = tempfile.NamedTemporaryFile("w", suffix=".x", delete=True); t.write("a"); t.flush(); print(p.exists(t.name), t.name.endswith(".x")); t.close(); print(p.exists(t.name), os.strerror(2), len(os.urandom(4)), isinstance(os.getpid(), int))
