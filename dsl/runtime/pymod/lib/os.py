import _os
from _os import (getcwd, chdir, mkdir, rmdir, remove, unlink, rename, replace, symlink, link, readlink, chmod, stat, lstat, getpid, getppid,
                 getuid, getgid, strerror, fspath, urandom, cpu_count, stat_result, terminal_size)
import posixpath as path
from posixpath import curdir, pardir, extsep, sep, pathsep, defpath, altsep, devnull
from collections.abc import MutableMapping as _MutableMapping
from abc import ABC as _ABC

name = "posix"
linesep = "\n"
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
error = OSError


class PathLike(_ABC):
    "Abstract base class for implementing the file system path protocol."
    _required = ("__fspath__",)


def access(path, mode):
    return _os._access(path, mode)


def listdir(path="."):
    "Return a list containing the names of the files in the directory."
    return [name for name, _ in _os._listdir("." if path is None else path)]


class DirEntry:
    "An entry of a directory, as scandir() gives it."
    def __init__(self, folder, name, mode):
        self.name = name
        self.path = path.join(folder, name)
        self._mode = mode

    def is_symlink(self):
        return self._mode & 0o170000 == 0o120000

    def is_dir(self, *, follow_symlinks=True):
        if self.is_symlink():
            return follow_symlinks and path.isdir(self.path)
        return self._mode & 0o170000 == 0o040000

    def is_file(self, *, follow_symlinks=True):
        if self.is_symlink():
            return follow_symlinks and path.isfile(self.path)
        return self._mode & 0o170000 == 0o100000

    def stat(self, *, follow_symlinks=True):
        return stat(self.path) if follow_symlinks else lstat(self.path)

    def inode(self):
        return lstat(self.path).st_ino

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return "<DirEntry %r>" % self.name


class _Scan:
    def __init__(self, folder):
        self._it = iter([DirEntry(folder, n, m) for n, m in _os._listdir(folder)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._it)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        self._it = iter(())


def scandir(path="."):
    return _Scan(fspath("." if path is None else path))


def makedirs(name, mode=0o777, exist_ok=False):
    "Create a leaf directory and all intermediate ones."
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == curdir:
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def walk(top, topdown=True, onerror=None, followlinks=False):
    "Directory tree generator: yields (dirpath, dirnames, filenames)."
    top = fspath(top)
    try:
        entries = list(scandir(top))
    except OSError as e:
        if onerror is not None:
            onerror(e)
        return
    dirs = [e.name for e in entries if e.is_dir()]
    files = [e.name for e in entries if not e.is_dir()]
    if topdown:
        yield top, dirs, files
    for d in dirs:
        sub = path.join(top, d)
        if followlinks or not path.islink(sub):
            yield from walk(sub, topdown, onerror, followlinks)
    if not topdown:
        yield top, dirs, files


def utime(path, times=None):
    if times is None:
        import time
        times = (time.time(),) * 2
    _os._utime(path, times[0], times[1])


def getlogin():
    return environ.get("USER", "user")


def get_terminal_size(fd=1):
    return terminal_size((int(environ.get("COLUMNS", 80)), int(environ.get("LINES", 24))))


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


class _Environ(_MutableMapping):
    def __init__(self):
        self._data = _os._environ()

    def _check(self, value):
        if not isinstance(value, str):
            raise TypeError("str expected, not %s" % type(value).__name__)
        return value

    def __getitem__(self, key):
        try:
            return self._data[self._check(key)]
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        _os._putenv(self._check(key), self._check(value))
        self._data[key] = value

    def __delitem__(self, key):
        _os._unsetenv(self._check(key))
        try:
            del self._data[key]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        return iter(list(self._data))

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return "environ({%s})" % ", ".join("%r: %r" % item for item in self._data.items())

    def copy(self):
        return dict(self)

    def __or__(self, other):
        new = dict(self)
        new.update(other)
        return new


environ = _Environ()


def getenv(key, default=None):
    "Get an environment variable, return None if it doesn't exist."
    return environ.get(key, default)


def putenv(key, value):
    _os._putenv(key, value)


def unsetenv(key):
    _os._unsetenv(key)


def __getattr__(name):
    if name in ("system", "popen", "fork", "forkpty", "kill", "killpg", "wait", "waitpid", "startfile", "abort", "_exit", "pipe", "posix_spawn") or name.startswith(("exec", "spawn")):
        raise AttributeError("os.%s is not supported: starting and controlling processes is not part of the language" % name)
    raise AttributeError("module 'os' has no attribute %r" % name)
