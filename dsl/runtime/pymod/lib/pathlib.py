import os as _os
import re as _re
from os import path as _p

__all__ = ["PurePath", "PurePosixPath", "Path", "PosixPath"]


class PurePath:
    "A path as text, with the operations that need no file system."

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        parts = []
        for a in args:
            if isinstance(a, PurePath):
                a = a._str
            else:
                try:
                    a = _os.fspath(a)
                except TypeError:
                    pass
                if not isinstance(a, str):
                    raise TypeError("argument should be a str or an os.PathLike object where __fspath__ returns a str, not %r" % type(a).__name__)
            parts.append(a)
        raw = _p.join(*parts) if parts else ""
        self._set(raw)

    def _set(self, raw):
        root = ""
        if raw.startswith("/"):
            root = "//" if raw.startswith("//") and not raw.startswith("///") else "/"
        self._root = root
        self._tail = [x for x in raw.split("/") if x and x != "."]
        self._str = root + "/".join(self._tail) or "."
        return self

    def with_segments(self, *args):
        return type(self)(*args)

    def _of(self, root, tail):
        return self.with_segments(root + "/".join(tail))

    def __str__(self):
        return self._str

    def __fspath__(self):
        return self._str

    def as_posix(self):
        return self._str

    def __bytes__(self):
        return _os.fsencode(self._str)

    def __repr__(self):
        return "%s(%r)" % (self.__class__.__name__, self._str)

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        safe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~/"
        return "file://" + "".join([chr(b) if chr(b) in safe else "%%%02X" % b for b in bytes(self)])

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._str == other._str

    def __hash__(self):
        return hash(self._str)

    def _cmp(op):
        def compare(self, other):
            if not isinstance(other, PurePath):
                return NotImplemented
            return op(self._key(), other._key())
        return compare

    def _key(self):
        return self._str.split("/")

    __lt__ = _cmp(lambda a, b: a < b)
    __le__ = _cmp(lambda a, b: a <= b)
    __gt__ = _cmp(lambda a, b: a > b)
    __ge__ = _cmp(lambda a, b: a >= b)
    del _cmp

    drive = ""

    @property
    def root(self):
        return self._root

    @property
    def anchor(self):
        return self._root

    @property
    def name(self):
        return self._tail[-1] if self._tail else ""

    @property
    def suffix(self):
        name = self.name
        i = name.rfind(".")
        return name[i:] if 0 < i < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + s for s in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        i = name.rfind(".")
        return name[:i] if 0 < i < len(name) - 1 else name

    @property
    def parts(self):
        return ((self._root,) if self._root else ()) + tuple(self._tail)

    @property
    def parent(self):
        if not self._tail:
            return self
        return self._of(self._root, self._tail[:-1])

    @property
    def parents(self):
        return _Parents(self)

    def with_name(self, name):
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        if not name or "/" in name or name == ".":
            raise ValueError("Invalid name %r" % name)
        return self._of(self._root, self._tail[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if "/" in suffix or suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError("Invalid suffix %r" % suffix)
        name = self.name
        if not name:
            raise ValueError("%r has an empty name" % (self,))
        old = self.suffix
        return self._of(self._root, self._tail[:-1] + [(name[:-len(old)] if old else name) + suffix])

    def joinpath(self, *pathsegments):
        return self.with_segments(self, *pathsegments)

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def is_absolute(self):
        return bool(self._root)

    def is_reserved(self):
        return False

    def relative_to(self, other, /, *others, walk_up=False):
        other = self.with_segments(other, *others)
        up = 0
        base = list(other._tail)
        while True:
            if self._root == other._root and self._tail[:len(base)] == base:
                break
            if not walk_up:
                raise ValueError("%r is not in the subpath of %r" % (str(self), str(other)))
            if not base:
                raise ValueError("%r and %r have different anchors" % (str(self), str(other)))
            if base[-1] == "..":
                raise ValueError("'..' segment in %r cannot be walked" % str(other))
            base.pop()
            up += 1
        return self._of("", [".."] * up + self._tail[len(base):])

    def is_relative_to(self, other, /, *others):
        other = self.with_segments(other, *others)
        return self._root == other._root and self._tail[:len(other._tail)] == other._tail

    def match(self, path_pattern, *, case_sensitive=None):
        pattern = path_pattern if isinstance(path_pattern, PurePath) else self.with_segments(path_pattern)
        if not pattern.parts:
            raise ValueError("empty pattern")
        mine, want = self.parts, pattern.parts
        if len(mine) < len(want) or pattern._root and len(mine) != len(want):
            return False
        return all(_matcher(w)(m) for m, w in zip(reversed(mine), reversed(want)))


class PurePosixPath(PurePath):
    "PurePath subclass for non-Windows systems."


_os.PathLike.register(PurePath)


class _Parents:
    def __init__(self, path):
        self._path = path

    def __len__(self):
        return len(self._path._tail)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return tuple([self[k] for k in range(*i.indices(len(self)))])
        if i >= len(self) or i < -len(self):
            raise IndexError(i)
        if i < 0:
            i += len(self)
        return self._path._of(self._path._root, self._path._tail[:-i - 1])

    def __repr__(self):
        return "<%s.parents>" % type(self._path).__name__


def _matcher(pattern):
    "A function that tells whether a name fits a shell pattern."
    out, i = [], 0
    while i < len(pattern):
        c = pattern[i]
        i += 1
        if c == "*":
            out.append(".*")
        elif c == "?":
            out.append(".")
        elif c == "[":
            j = pattern.find("]", i + (2 if pattern[i:i + 1] == "!" else 1))
            if j < 0:
                out.append(r"\[")
            else:
                body = pattern[i:j].replace("\\", r"\\")
                if body[0] == "!":
                    body = "^" + body[1:]
                elif body[0] == "^":
                    body = "\\" + body
                out.append("[" + body + "]")
                i = j + 1
        else:
            out.append(_re.escape(c))
    rx = _re.compile("(?s:" + "".join(out) + r")\Z")
    return lambda name: rx.match(name) is not None


class Path(PurePath):
    "PurePath subclass that can make system calls."

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    @classmethod
    def cwd(cls):
        return cls(_os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    def stat(self, *, follow_symlinks=True):
        return _os.stat(self) if follow_symlinks else _os.lstat(self)

    def lstat(self):
        return _os.lstat(self)

    def exists(self, *, follow_symlinks=True):
        return _p.exists(self._str) if follow_symlinks else _p.lexists(self._str)

    def is_dir(self):
        return _p.isdir(self._str)

    def is_file(self):
        return _p.isfile(self._str)

    def is_symlink(self):
        return _p.islink(self._str)

    def is_mount(self):
        return _p.ismount(self._str)

    def samefile(self, other_path):
        return _p.samefile(self, other_path)

    def absolute(self):
        return self if self._root else self.with_segments(_os.getcwd(), self)

    def resolve(self, strict=False):
        return self.with_segments(_p.realpath(self._str, strict=strict))

    def expanduser(self):
        if not self._root and self._tail and self._tail[0][:1] == "~":
            home = _p.expanduser(self._tail[0])
            if home[:1] == "~":
                raise RuntimeError("Could not determine home directory.")
            return self.with_segments(home, *self._tail[1:])
        return self

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with self.open("r", encoding=encoding, errors=errors) as f:
            return f.read()

    def read_bytes(self):
        with self.open("rb") as f:
            return f.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError("data must be str, not %s" % data.__class__.__name__)
        with self.open("w", encoding=encoding, errors=errors, newline=newline) as f:
            return f.write(data)

    def write_bytes(self, data):
        with self.open("wb") as f:
            return f.write(data)

    def iterdir(self):
        for name in _os.listdir(self):
            yield self.with_segments(self, name)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            _os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        _os.rmdir(self)

    def unlink(self, missing_ok=False):
        try:
            _os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def touch(self, mode=0o666, exist_ok=True):
        if self.exists():
            if not exist_ok:
                raise FileExistsError(17, "File exists", str(self))
            _os.utime(self)
            return
        self.open("a").close()

    def rename(self, target):
        _os.rename(self, target)
        return self.with_segments(target)

    def replace(self, target):
        _os.replace(self, target)
        return self.with_segments(target)

    def symlink_to(self, target, target_is_directory=False):
        _os.symlink(target, self)

    def hardlink_to(self, target):
        _os.link(target, self)

    def readlink(self):
        return self.with_segments(_os.readlink(self))

    def chmod(self, mode, *, follow_symlinks=True):
        _os.chmod(self, mode)

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        for folder, dirs, files in _os.walk(self._str, top_down, on_error, follow_symlinks):
            yield self.with_segments(folder), dirs, files

    def glob(self, pattern, *, case_sensitive=None):
        if not pattern:
            raise ValueError("Unacceptable pattern: %r" % pattern)
        if pattern.startswith("/"):
            raise NotImplementedError("Non-relative patterns are unsupported")
        parts = [x for x in pattern.split("/") if x and x != "."]
        dirs_only = pattern.endswith("/")
        seen = set()
        for found in self._select(parts):
            if found._str not in seen and (not dirs_only or found.is_dir()):
                seen.add(found._str)
                yield found

    def rglob(self, pattern, *, case_sensitive=None):
        yield from self.glob("**/" + pattern)

    def _entries(self):
        try:
            return list(_os.scandir(self._str))
        except OSError:
            return []

    def _select(self, parts):
        if not parts:
            yield self
            return
        first, rest = parts[0], parts[1:]
        if first == "**":
            yield from self._select(rest)
            for e in self._entries():
                if e.is_dir(follow_symlinks=False):
                    yield from self.with_segments(self, e.name)._select(parts)
            return
        if "**" in first:
            raise ValueError("Invalid pattern: '**' can only be an entire path component")
        if not any(c in first for c in "*?["):
            found = self.with_segments(self, first)
            if found.exists(follow_symlinks=False) and (not rest or found.is_dir()):
                yield from found._select(rest)
            return
        fits = _matcher(first)
        for e in self._entries():
            if fits(e.name) and (not rest or e.is_dir()):
                yield from self.with_segments(self, e.name)._select(rest)


class PosixPath(Path, PurePosixPath):
    "Path subclass for non-Windows systems."
