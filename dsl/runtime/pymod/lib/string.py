import re as _re


class Template:
    """A string class for supporting $-substitutions."""

    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = _re.IGNORECASE

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls.pattern = _template_pattern(cls, cls.__dict__.get('pattern'))

    def __init__(self, template):
        self.template = template

    def _invalid(self, mo):
        i = mo.start('invalid')
        lines = self.template[:i].splitlines(keepends=True)
        if not lines:
            colno, lineno = 1, 1
        else:
            colno = i - len(''.join(lines[:-1]))
            lineno = len(lines)
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (lineno, colno))

    def _replace(self, mapping, kws, safe):
        def value(name):
            return kws[name] if name in kws else mapping[name]

        def convert(mo):
            name = mo.group('named') or mo.group('braced')
            if name is not None:
                if not safe:
                    return str(value(name))
                try:
                    return str(value(name))
                except KeyError:
                    return mo.group()
            if mo.group('escaped') is not None:
                return self.delimiter
            if mo.group('invalid') is not None:
                return mo.group() if safe else self._invalid(mo)
            raise ValueError('Unrecognized named group in pattern', self.pattern)

        return self.pattern.sub(convert, self.template)

    def substitute(self, mapping={}, /, **kws):
        return self._replace(mapping, kws, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._replace(mapping, kws, True)

    def is_valid(self):
        for mo in self.pattern.finditer(self.template):
            if mo.group('invalid') is not None:
                return False
            if mo.group('named') is None and mo.group('braced') is None and mo.group('escaped') is None:
                raise ValueError('Unrecognized named group in pattern', self.pattern)
        return True

    def get_identifiers(self):
        ids = []
        for mo in self.pattern.finditer(self.template):
            name = mo.group('named') or mo.group('braced')
            if name is not None:
                if name not in ids:
                    ids.append(name)
            elif mo.group('invalid') is None and mo.group('escaped') is None:
                raise ValueError('Unrecognized named group in pattern', self.pattern)
        return ids


def _template_pattern(cls, own):
    if own is not None:
        return _re.compile(own, cls.flags | _re.VERBOSE)
    delim = _re.escape(cls.delimiter)
    braced = cls.braceidpattern or cls.idpattern
    return _re.compile(
        rf'{delim}(?:(?P<escaped>{delim})|(?P<named>{cls.idpattern})|{{(?P<braced>{braced})}}|(?P<invalid>))',
        cls.flags | _re.VERBOSE)


Template.pattern = _template_pattern(Template, None)


class Formatter:
    """The string formatter behind str.format, for programs that change parts of it."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto=0):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        out = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if name is None:
                continue
            if name == '':
                if auto is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                name = str(auto)
                auto += 1
            elif name.isdigit():
                if auto:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                auto = False
            value, first = self.get_field(name, args, kwargs)
            used.add(first)
            value = self.convert_field(value, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto=auto)
            out.append(self.format_field(value, spec))
        return ''.join(out), auto

    def get_value(self, key, args, kwargs):
        if isinstance(key, int):
            return args[key]
        return kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError('Unknown conversion specifier {0!s}'.format(conversion))

    def parse(self, format_string):
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _split_field(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attr, key in rest:
            obj = getattr(obj, key) if is_attr else obj[key]
        return obj, first


def _parse(s):
    """The pieces of a format string: literal text, field name, specification, conversion."""
    if not isinstance(s, str):
        raise TypeError('expected str, got ' + type(s).__name__)
    i, n, text = 0, len(s), []
    while i < n:
        c = s[i]
        if c in '{}' and s[i + 1:i + 2] == c:
            text.append(c)
            yield ''.join(text), None, None, None
            text = []
            i += 2
        elif c == '}':
            raise ValueError("Single '}' encountered in format string")
        elif c == '{':
            if i + 1 >= n:
                raise ValueError("Single '{' encountered in format string")
            depth, j = 1, i + 1
            while j < n and depth:
                depth += {'{': 1, '}': -1}.get(s[j], 0)
                j += 1
            if depth:
                raise ValueError("expected '}' before end of string")
            yield ''.join(text), *_field(s[i + 1:j - 1])
            text = []
            i = j
        else:
            text.append(c)
            i += 1
    if text:
        yield ''.join(text), None, None, None


def _field(s):
    i, inside = 0, False
    while i < len(s) and (inside or s[i] not in '!:'):
        if s[i] == '[':
            inside = True
        elif s[i] == ']':
            inside = False
        elif s[i] == '{' and not inside:
            raise ValueError("unexpected '{' in field name")
        i += 1
    name, rest = s[:i], s[i:]
    if rest[:1] == '!':
        if len(rest) == 1:
            raise ValueError("end of string while looking for conversion specifier")
        if len(rest) > 2 and rest[2] != ':':
            raise ValueError("expected ':' after conversion specifier")
        return name, rest[3:], rest[1]
    return name, rest[1:], None


def _split_field(name):
    """The first part of a field name, an int where it is a number, and the attributes and items that follow."""
    i = 0
    while i < len(name) and name[i] not in '.[':
        i += 1
    first, rest = name[:i], []
    while i < len(name):
        if name[i] == '.':
            j = i + 1
            while j < len(name) and name[j] not in '.[':
                j += 1
            key, is_attr = name[i + 1:j], True
        elif name[i] == '[':
            j = name.find(']', i)
            if j < 0:
                raise ValueError("Missing ']' in format string")
            key, is_attr = name[i + 1:j], False
            j += 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if not key:
            raise ValueError("Empty attribute in format string")
        rest.append((is_attr, int(key) if not is_attr and key.isdigit() else key))
        i = j
    return (int(first) if first.isdigit() else first), rest
