import io
s = io.StringIO(); print(s.write("héllo\n"), s.tell(), s.getvalue(), s.seek(0), s.read(2), s.tell(), s.readline(), s.read(), s.closed, s.readable(), s.writable(), s.seekable(), s.isatty())
s.seek(1); s.write("XY"); print(repr(s.getvalue()), s.truncate(3), repr(s.getvalue()), s.seek(0, 2), s.write("end"), repr(s.getvalue())); s.seek(10); s.write("!"); print(repr(s.getvalue()))
t = io.StringIO("a\nb\r\nc"); print(list(t), t.readline(), t.seek(0), t.readlines(), t.seek(0), next(t), t.readline(1), repr(t.read(1)), t.read(-1), t.read(None) == "")
with io.StringIO("x") as u: print(u.read())
print(u.closed)
def tries(*fs):
    for f in fs:
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
tries(lambda: u.read(), lambda: u.write("a"), lambda: u.getvalue(), lambda: io.StringIO(5), lambda: io.StringIO().write(5), lambda: io.StringIO().write(b"a"), lambda: io.StringIO().seek(-1), lambda: io.StringIO().seek(1, 1), lambda: io.StringIO().seek(0, 5), lambda: io.StringIO().fileno(), lambda: io.BytesIO("a"), lambda: io.BytesIO().write("a"), lambda: io.BytesIO().seek(-1), lambda: next(io.StringIO()))
print(repr(io.StringIO("a\r\nb\rc", newline=None).read()), repr(io.StringIO("a\r\nb", newline="").read()))
b = io.BytesIO(b"abc\ndef\n"); print(b.read(2), b.tell(), b.readline(), b.readlines(), b.seek(-3, 2), b.read(), b.seek(1), b.write(b"ZZ"), b.getvalue(), b.truncate(4), b.getvalue(), list(io.BytesIO(b"x\ny")), b.seek(6), b.write(bytearray(b"!")), b.getvalue())
w = io.StringIO(); print("a", "b", sep="-", end="|", file=w); print(1, file=w); w.writelines(["x", "y\n"]); print(repr(w.getvalue()))
class Up(io.StringIO):
    def write(self, s): return super().write(s.upper())
v = Up(); print("shout", file=v); v.write("more"); print(repr(v.getvalue()), isinstance(v, io.StringIO), isinstance(v, io.TextIOBase), isinstance(b, io.BufferedIOBase), isinstance(b, io.IOBase))
import contextlib, sys
with contextlib.redirect_stdout(io.StringIO()) as cap: print("hidden"); sys.stdout.write("too")
print(repr(cap.getvalue()), io.SEEK_SET, io.SEEK_CUR, io.SEEK_END, issubclass(io.UnsupportedOperation, (OSError, ValueError)))
big = io.StringIO()
for i in range(1000): big.write(str(i))
print(len(big.getvalue()), big.tell())
