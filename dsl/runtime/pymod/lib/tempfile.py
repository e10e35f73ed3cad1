import os as _os
import random as _random
import io as _io

__all__ = ["NamedTemporaryFile", "TemporaryDirectory", "mkdtemp", "mkstemp", "gettempdir", "TemporaryFile", "tempdir", "gettempprefix"]

tempdir = None
_rng = _random.Random()


def gettempprefix():
    return "tmp"


def gettempdir():
    "Returns the folder for temporary files."
    if tempdir is not None:
        return tempdir
    for name in ("TMPDIR", "TEMP", "TMP"):
        folder = _os.environ.get(name)
        if folder and _os.path.isdir(folder):
            return _os.path.abspath(folder)
    return "/tmp"


def _new(make, suffix, prefix, folder):
    folder = gettempdir() if folder is None else folder
    for _ in range(10000):
        name = "".join(_rng.choices("abcdefghijklmnopqrstuvwxyz0123456789_", k=8))
        path = _os.path.join(folder, ("tmp" if prefix is None else prefix) + name + (suffix or ""))
        try:
            return path, make(path)
        except FileExistsError:
            continue
    raise FileExistsError(17, "No usable temporary name found")


def mkdtemp(suffix=None, prefix=None, dir=None):
    "Create and return a unique temporary directory."
    return _os.path.abspath(_new(lambda p: _os.mkdir(p, 0o700), suffix, prefix, dir)[0])


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    raise NotImplementedError("tempfile.mkstemp is not supported: files have no descriptors here; use NamedTemporaryFile")


class _Named:
    "A file that is removed when it is closed."

    def __init__(self, file, name, delete):
        self.file, self.name, self.delete = file, name, delete

    def __getattr__(self, name):
        return getattr(self.__dict__["file"], name)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        return iter(self.file)

    def close(self):
        self.file.close()
        if self.delete and _os.path.exists(self.name):
            _os.unlink(self.name)


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *,
                       errors=None, delete_on_close=True):
    "Create and return a temporary file."
    path, _ = _new(lambda p: open(p, "x").close(), suffix, prefix, dir)
    if "b" in mode:
        file = open(path, mode)
    else:
        file = open(path, mode, encoding=encoding, errors=errors, newline=newline)
    return _Named(file, path, delete)


def TemporaryFile(mode="w+b", *args, **kwargs):
    return NamedTemporaryFile(mode, *args, **kwargs)


class TemporaryDirectory:
    "A folder that is removed with all that is in it at the end of a with statement."

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._delete = delete

    def __repr__(self):
        return "<TemporaryDirectory %r>" % self.name

    def __enter__(self):
        return self.name

    def __exit__(self, *args):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        if _os.path.isdir(self.name):
            for folder, dirs, files in _os.walk(self.name, topdown=False):
                for f in files:
                    _os.unlink(_os.path.join(folder, f))
                for d in dirs:
                    path = _os.path.join(folder, d)
                    (_os.unlink if _os.path.islink(path) else _os.rmdir)(path)
            _os.rmdir(self.name)
