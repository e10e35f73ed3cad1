from io import StringIO as _StringIO

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL", "Error", "Dialect", "excel",
           "excel_tab", "field_size_limit", "reader", "writer", "register_dialect", "get_dialect", "list_dialects", "Sniffer",
           "unregister_dialect", "DictReader", "DictWriter", "unix_dialect"]

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)
_limit = 131072


class Error(Exception):
    pass


Error.__module__ = "_csv"


class Dialect:
    "Describe a CSV dialect."
    delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        _Settings(self, {})


class excel(Dialect):
    "Describe the usual properties of Excel-generated CSV files."
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    "Describe the usual properties of Excel-generated TAB-delimited files."
    delimiter = "\t"


class unix_dialect(Dialect):
    "Describe the usual properties of Unix-generated CSV files."
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


_defaults = {"delimiter": ",", "doublequote": True, "escapechar": None, "lineterminator": "\r\n", "quotechar": '"', "quoting": QUOTE_MINIMAL,
             "skipinitialspace": False, "strict": False}


class _Settings:
    "The parameters of a reader or writer, checked."

    def __init__(self, dialect, options):
        values = dict(_defaults)
        if dialect is not None:
            if isinstance(dialect, str):
                dialect = get_dialect(dialect)
            for k in values:
                v = getattr(dialect, k, None)
                if v is not None or hasattr(dialect, k) and k in ("escapechar", "quotechar"):
                    values[k] = v
        for k, v in options.items():
            if k not in values:
                raise TypeError("'%s' is an invalid keyword argument for this function" % k)
            values[k] = v
        for k, v in values.items():
            setattr(self, k, v)
        d = self.delimiter
        if not isinstance(d, str):
            raise TypeError('"delimiter" must be string, not %s' % type(d).__name__)
        if len(d) != 1:
            raise TypeError('"delimiter" must be a 1-character string')
        for k in ("escapechar", "quotechar"):
            v = values[k]
            if v is not None and not isinstance(v, str):
                raise TypeError('"%s" must be string or None, not %s' % (k, type(v).__name__))
            if v is not None and len(v) != 1:
                raise TypeError('"%s" must be a 1-character string' % k)
        if not isinstance(self.lineterminator, str):
            raise TypeError('"lineterminator" must be a string, not %s' % type(self.lineterminator).__name__)
        if type(self.quoting) is not int:
            raise TypeError('"quoting" must be an integer, not %s' % type(self.quoting).__name__)
        if not 0 <= self.quoting <= 5:
            raise TypeError('bad "quoting" value')
        if self.quotechar is None and self.quoting != QUOTE_NONE:
            if "quoting" in options:
                raise TypeError("quotechar must be set if quoting enabled")
            self.quoting = QUOTE_NONE


_dialects = {}


def register_dialect(name, dialect=None, **fmtparams):
    "Create a mapping from a string name to a dialect class."
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _Settings(dialect, fmtparams)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    "Return the dialect instance associated with name."
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


def field_size_limit(*new):
    global _limit
    old = _limit
    if new:
        if type(new[0]) is not int:
            raise TypeError("limit must be an integer")
        _limit = new[0]
    return old


_START, _FIELD, _QUOTED, _AFTER, _ESCAPE, _ESCAPE_QUOTED, _END_LINE, _RECORD = range(8)


class reader:
    "Iterates over lines in a given input, giving lists of fields."

    def __init__(self, iterable, /, dialect=None, **fmtparams):
        self._lines = iter(iterable)
        self.dialect = _Settings(dialect, fmtparams)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        s = self.dialect
        sep, quote, escape = s.delimiter, s.quotechar, s.escapechar
        if s.quoting == QUOTE_NONE:
            quote = None
        row, field, state, bare = [], [], _RECORD, False

        def add():
            nonlocal field, bare
            text = "".join(field)
            row.append(float(text) if bare else text)
            field, bare = [], False

        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if state == _RECORD and not row and not field:
                    raise
                if field or state in (_QUOTED, _ESCAPE, _ESCAPE_QUOTED) or row:
                    if s.strict and state != _FIELD:
                        raise Error("unexpected end of data")
                    add()
                    return row
                raise
            if not isinstance(line, str):
                raise Error("iterator should return strings, not %s (the file should be opened in text mode)" % type(line).__name__)
            self.line_num += 1
            if quote not in line if quote else escape is None or escape not in line:
                # The common case: nothing to do but to split.
                if state == _RECORD and s.quoting != QUOTE_NONNUMERIC and not s.skipinitialspace and (escape is None or escape not in line):
                    body = line
                    if body.endswith("\r\n"):
                        body = body[:-2]
                    elif body.endswith(("\n", "\r")):
                        body = body[:-1]
                    if "\n" not in body and "\r" not in body:
                        return body.split(sep) if body else []
            for c in line + "\0":
                end = c == "\0"
                newline = end or c == "\n" or c == "\r"
                if state == _RECORD:
                    if end:
                        break
                    if newline:
                        state = _END_LINE
                        continue
                    state = _START
                if state == _START:
                    if newline:
                        add()
                        state = _RECORD if end else _END_LINE
                    elif c == quote:
                        state = _QUOTED
                    elif c == escape:
                        state = _ESCAPE
                    elif c == " " and s.skipinitialspace:
                        pass
                    elif c == sep:
                        add()
                    else:
                        bare = s.quoting == QUOTE_NONNUMERIC
                        field.append(c)
                        state = _FIELD
                elif state == _FIELD:
                    if newline:
                        add()
                        state = _RECORD if end else _END_LINE
                    elif c == escape:
                        state = _ESCAPE
                    elif c == sep:
                        add()
                        state = _START
                    else:
                        field.append(c)
                elif state == _QUOTED:
                    if end:
                        pass
                    elif c == escape:
                        state = _ESCAPE_QUOTED
                    elif c == quote:
                        state = _AFTER if s.doublequote else _FIELD
                    else:
                        field.append(c)
                elif state == _AFTER:
                    if c == quote and not end:
                        field.append(c)
                        state = _QUOTED
                    elif c == sep:
                        add()
                        state = _START
                    elif newline:
                        add()
                        state = _RECORD if end else _END_LINE
                    elif not s.strict:
                        field.append(c)
                        state = _FIELD
                    else:
                        raise Error("'%s' expected after '%s'" % (sep, quote))
                elif state == _ESCAPE or state == _ESCAPE_QUOTED:
                    if end:
                        field.append("\n")
                    else:
                        field.append(c)
                    state = _FIELD if state == _ESCAPE else _QUOTED
                elif state == _END_LINE:
                    if end:
                        state = _RECORD
                    elif not newline:
                        raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")
                if len(field) > _limit:
                    raise Error("field larger than field limit (%d)" % _limit)
            if state == _RECORD:
                return row


class writer:
    "Writes lists of fields as lines."

    def __init__(self, fileobj, /, dialect=None, **fmtparams):
        if not hasattr(fileobj, "write"):
            raise TypeError('argument 1 must have a "write" method')
        self._write = fileobj.write
        self.dialect = _Settings("excel" if dialect is None else dialect, fmtparams)

    def writerow(self, row, /):
        try:
            row = iter(row)
        except TypeError:
            raise Error("iterable expected, not %s" % type(row).__name__) from None
        s = self.dialect
        fields = list(row)
        out = [self._field(v, len(fields)) for v in fields]
        return self._write(s.delimiter.join(out) + s.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)

    def _field(self, v, count):
        s = self.dialect
        how = s.quoting
        numeric = isinstance(v, (int, float))
        quoted = (how == QUOTE_ALL or how == QUOTE_NONNUMERIC and not hasattr(v, "__float__") or how == QUOTE_STRINGS and isinstance(v, str)
                  or how == QUOTE_NOTNULL and v is not None)
        if v is None:
            text = ""
        elif isinstance(v, str):
            text = str(v)
        else:
            text = repr(v) if isinstance(v, float) else str(v)
        quote, escape = s.quotechar, s.escapechar
        if not text and count == 1 and not quoted:
            if how == QUOTE_NONE or v is None and how in (QUOTE_STRINGS, QUOTE_NOTNULL):
                raise Error("single empty field record must be quoted")
            quoted = True
        special = [s.delimiter, escape, quote, "\n", "\r"] + list(s.lineterminator)
        if not any(c is not None and c in text for c in special) and not (text[:1] == " " and s.skipinitialspace and False):
            return quote + text + quote if quoted else text
        out = []
        for c in text:
            if c in special:
                want_escape = False
                if how == QUOTE_NONE:
                    want_escape = True
                elif c == quote:
                    if s.doublequote:
                        out.append(quote)
                        quoted = True
                    else:
                        want_escape = True
                elif c == escape:
                    want_escape = True
                else:
                    quoted = True
                if want_escape:
                    if escape is None:
                        raise Error("need to escape, but no escapechar set")
                    out.append(escape)
            out.append(c)
        text = "".join(out)
        return quote + text + quote if quoted else text


class DictReader:
    "Maps the fields of each row to a dict."

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey, self.restval = restkey, restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        d = dict(zip(self.fieldnames, row))
        names, got = len(self.fieldnames), len(row)
        if names < got:
            d[self.restkey] = row[names:]
        for key in self.fieldnames[got:]:
            d[key] = self.restval
        return d


class DictWriter:
    "Writes dicts as rows."

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames, self.restval = fieldnames, restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ("raise", "ignore"):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, d):
        if self.extrasaction == "raise":
            wrong = [k for k in d if k not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(x) for x in wrong]))
        return [d.get(key, self.restval) for key in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._row, rowdicts))


class Sniffer:
    "Guesses the dialect of a sample: the delimiter that cuts all lines into the same number of fields."

    def __init__(self):
        self.preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        lines = [l for l in sample.splitlines() if l]
        best = None
        for sep in delimiters or self.preferred + ["|"]:
            counts = {len(row) for row in reader(lines, delimiter=sep)}
            if len(counts) == 1 and max(counts) > 1:
                if best is None or max(counts) > best[1]:
                    best = (sep, max(counts))
        if best is None:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            lineterminator = "\r\n"
            quoting = QUOTE_MINIMAL
            delimiter = best[0]
            quotechar = '"'
            doublequote = True
            skipinitialspace = all(l.count(best[0]) == l.count(best[0] + " ") for l in lines) and best[0] != " "
        return dialect
