import sys as _sys
import _traceback

__all__ = ["extract_tb", "format_exception", "format_exception_only", "format_list", "format_tb", "print_exc", "format_exc", "print_exception",
           "print_tb", "FrameSummary", "StackSummary", "TracebackException", "clear_frames"]

_absent = object()


def _exception(exc, value):
    "The exception that the first arguments of a function mean: one exception, or class and exception."
    if value is _absent:
        if exc is not None and not isinstance(exc, BaseException):
            raise TypeError("Exception expected for value, %s found" % type(exc).__name__)
        return exc
    return value


def _terminated(lines):
    return [l + "\n" for l in lines]


def format_exception(exc, /, value=_absent, tb=_absent, limit=None, chain=True):
    "Format a stack trace and the exception information."
    e = _exception(exc, value)
    if e is None:
        return ["NoneType: None\n"]
    # One item per entry, as CPython gives them, with the lines that belong to it.
    out = []
    for l in _terminated(_traceback.format_exception(e, chain)):
        if out and (l.startswith("    ") and out[-1].startswith("  File") or l.strip() == "" and out[-1] == "\n"):
            out[-1] += l
        else:
            out.append(l)
    return out


def format_exception_only(exc, /, value=_absent):
    "Format the exception part of a traceback."
    e = _exception(exc, value)
    if e is None:
        return ["NoneType: None\n"]
    return _terminated(_traceback.format_exception_only(e))


def format_exc(limit=None, chain=True):
    "Like print_exc() but return a string."
    return "".join(format_exception(_traceback.handled(), chain=chain))


def print_exception(exc, /, value=_absent, tb=_absent, limit=None, file=None, chain=True):
    "Print exception up to 'limit' stack trace entries from 'tb' to 'file'."
    text = "".join(format_exception(exc, value, tb, limit, chain))
    (_sys.stderr if file is None else file).write(text)


def print_exc(limit=None, file=None, chain=True):
    "Shorthand for print_exception(sys.exception(), limit=limit, file=file, chain=chain)."
    print_exception(_traceback.handled(), limit=limit, file=file, chain=chain)


class FrameSummary:
    "Information about a single frame from a traceback."
    __slots__ = ("filename", "lineno", "name", "line", "_text")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None):
        self.filename, self.lineno, self.name = filename, lineno, name
        if line is None:
            line = _traceback.line(filename, lineno)
        self.line = line.strip()
        self._text = None

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return tuple(self) == tuple(other)
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __repr__(self):
        return "<FrameSummary file %s, line %s in %s>" % (self.filename, self.lineno, self.name)


class StackSummary(list):
    "A list of FrameSummary objects, representing a stack of frames."

    def format(self):
        return format_list(self)


def extract_tb(tb, limit=None):
    "A StackSummary of a traceback."
    out = _frames(tb)
    if limit is not None:
        out = StackSummary(out[:limit] if limit >= 0 else out[limit:])
    return out


def _frames(e):
    out = StackSummary()
    for filename, lineno, name, line, lines in _traceback.entries(e):
        f = FrameSummary(filename, lineno, name, line=line)
        f._text = "".join(_terminated(lines))
        out.append(f)
    return out


def format_list(extracted_list):
    "Format a list of tuples or FrameSummary objects for printing."
    out = []
    for f in extracted_list:
        text = getattr(f, "_text", None)
        if text is None:
            filename, lineno, name, line = f
            text = '  File "%s", line %s, in %s\n' % (filename, lineno, name)
            if line:
                text += "    %s\n" % line.strip()
        out.append(text)
    return out


def format_tb(tb, limit=None):
    "A shorthand for 'format_list(extract_tb(tb, limit))'."
    return format_list(extract_tb(tb, limit))


def print_tb(tb, limit=None, file=None):
    (_sys.stderr if file is None else file).write("".join(format_tb(tb, limit)))


def clear_frames(tb):
    pass


class TracebackException:
    "An exception ready for rendering."

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False):
        self._exc = exc_value
        self.exc_type = exc_type
        self.stack = _frames(exc_value)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __str__(self):
        return str(self._exc)

    def format(self, *, chain=True):
        yield from format_exception(self._exc, chain=chain)

    def format_exception_only(self):
        yield from format_exception_only(self._exc)

    def print(self, *, file=None, chain=True):
        print_exception(self._exc, file=file, chain=chain)
