import _os
from _os import fspath as _fspath

__all__ = ["normcase", "isabs", "join", "splitdrive", "split", "splitext", "basename", "dirname", "commonprefix", "getsize", "getmtime",
           "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile", "expanduser", "expandvars", "normpath", "abspath",
           "samefile", "curdir", "pardir", "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "realpath", "relpath", "commonpath"]

curdir, pardir, extsep, sep, pathsep, defpath, altsep, devnull = ".", "..", ".", "/", ":", "/bin:/usr/bin", None, "/dev/null"
supports_unicode_filenames = False


def _of(p, text):
    "text in the kind (str or bytes) of the path p."
    return text.encode() if isinstance(p, bytes) else text


def normcase(s):
    return _fspath(s)


def isabs(s):
    s = _fspath(s)
    return s.startswith(_of(s, "/"))


def join(a, *p):
    path = a = _fspath(a)
    slash = _of(a, "/")
    for part in p:
        if not isinstance(part, (str, bytes)) and not hasattr(part, "__fspath__"):
            raise TypeError("join() argument must be str, bytes, or os.PathLike object, not %r" % type(part).__name__)
        part = _fspath(part)
        if isinstance(part, bytes) != isinstance(a, bytes):
            raise TypeError("Can't mix strings and bytes in path components") from None
        if part.startswith(slash):
            path = part
        elif not path or path.endswith(slash):
            path += part
        else:
            path += slash + part
    return path


def split(p):
    p = _fspath(p)
    slash = _of(p, "/")
    at = p.rfind(slash) + 1
    head, tail = p[:at], p[at:]
    if head.strip(slash):
        head = head.rstrip(slash)
    return head, tail


def splitext(p):
    p = _fspath(p)
    slash, dot = _of(p, "/"), _of(p, ".")
    start = p.rfind(slash) + 1
    at = p.rfind(dot)
    if at > start and p[start:at].strip(dot):
        return p[:at], p[at:]
    return p, p[:0]


def splitdrive(p):
    p = _fspath(p)
    return p[:0], p


def basename(p):
    p = _fspath(p)
    return p[p.rfind(_of(p, "/")) + 1:]


def dirname(p):
    return split(p)[0]


def commonprefix(m):
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = [_fspath(p) for p in m]
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    paths = [_fspath(p) for p in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    slash = _of(paths[0], "/")
    absolute = {p.startswith(slash) for p in paths}
    if len(absolute) > 1:
        raise ValueError("Can't mix absolute and relative paths") from None
    parts = [[c for c in p.split(slash) if c and c != _of(p, ".")] for p in paths]
    low, high = min(parts), max(parts)
    n = 0
    while n < len(low) and n < len(high) and low[n] == high[n]:
        n += 1
    return (slash if absolute.pop() else slash[:0]) + slash.join(low[:n])


def _stat(path, follow=True):
    try:
        return _os.stat(path) if follow else _os.lstat(path)
    except (OSError, ValueError):
        return None


def exists(path):
    "Test whether a path exists. Returns False for broken symbolic links."
    return _stat(path) is not None


def lexists(path):
    return _stat(path, False) is not None


def _kind(path, kind, follow=True):
    st = _stat(path, follow)
    return st is not None and st.st_mode & 0o170000 == kind


def isfile(path):
    "Test whether a path is a regular file."
    return _kind(path, 0o100000)


def isdir(s):
    "Return true if the pathname refers to an existing directory."
    return _kind(s, 0o040000)


def islink(path):
    return _kind(path, 0o120000, False)


def ismount(path):
    return realpath(path) == "/"


def getsize(filename):
    "Return the size of a file, reported by os.stat()."
    return _os.stat(filename).st_size


def getmtime(filename):
    return _os.stat(filename).st_mtime


def getatime(filename):
    return _os.stat(filename).st_atime


def getctime(filename):
    return _os.stat(filename).st_ctime


def samefile(f1, f2):
    a, b = _os.stat(f1), _os.stat(f2)
    return a.st_ino == b.st_ino and a.st_dev == b.st_dev


def expanduser(path):
    path = _fspath(path)
    if path.startswith("~") and (len(path) == 1 or path[1] == "/"):
        home = _os._environ().get("HOME")
        if home:
            return (home.rstrip("/") + path[1:]) or "/"
    return path


def expandvars(path):
    import re
    env = _os._environ()

    def value(m):
        return env.get(m[1] or m[2], m[0])
    return re.sub(r"\$(?:(\w+)|\{([^}]*)\})", value, _fspath(path))


def normpath(path):
    "Normalize path, eliminating double slashes, etc."
    path = _fspath(path)
    slash, dot, up = _of(path, "/"), _of(path, "."), _of(path, "..")
    if not path:
        return dot
    start = 1 if path.startswith(slash) else 0
    if path.startswith(slash * 2) and not path.startswith(slash * 3):
        start = 2
    kept = []
    for c in path.split(slash):
        if not c or c == dot:
            continue
        if c != up or not start and not kept or kept and kept[-1] == up:
            kept.append(c)
        elif kept:
            kept.pop()
    return slash * start + slash.join(kept) or dot


def abspath(path):
    "Return an absolute path."
    path = _fspath(path)
    if not isabs(path):
        path = join(_of(path, _os.getcwd()), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    path = _fspath(filename)
    found = _os._realpath(abspath(path))
    if found is not None:
        return found
    if strict:
        _os.stat(path)
    head, tail = split(abspath(path))
    return join(realpath(head), tail) if head != path and tail else abspath(path)


def relpath(path, start=None):
    "Return a relative version of a path."
    path = _fspath(path)
    if not path:
        raise ValueError("no path specified")
    here = [x for x in abspath(curdir if start is None else _fspath(start)).split("/") if x]
    there = [x for x in abspath(path).split("/") if x]
    n = 0
    while n < len(here) and n < len(there) and here[n] == there[n]:
        n += 1
    return "/".join([".."] * (len(here) - n) + there[n:]) or "."
