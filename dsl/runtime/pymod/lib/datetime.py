import time as _time
import math as _math
from _datetime import name_in_messages as _name

__all__ = ["date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC"]

MINYEAR, MAXYEAR = 1, 9999
_MAX_ORDINAL = 3652059
_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _leap(y):
    return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)


def _month_days(y, m):
    return 29 if m == 2 and _leap(y) else _DAYS[m]


def _year_start(y):
    "Days before January 1st of year y."
    y -= 1
    return y * 365 + y // 4 - y // 100 + y // 400


_before = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]


def _year_day(y, m, d):
    return _before[m] + (m > 2 and _leap(y)) + d


def _ordinal(y, m, d):
    return _year_start(y) + _year_day(y, m, d)


def _civil(n):
    "Year, month and day of an ordinal."
    y = n * 400 // 146097 + 1
    while _year_start(y) >= n:
        y -= 1
    while _year_start(y + 1) < n:
        y += 1
    rest = n - _year_start(y)
    m = 1
    while rest > _month_days(y, m):
        rest -= _month_days(y, m)
        m += 1
    return y, m, rest


def _int(x):
    try:
        return x.__index__()
    except AttributeError:
        if isinstance(x, float):
            raise TypeError("'float' object cannot be interpreted as an integer") from None
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(x).__name__) from None


def _check_date(y, m, d):
    y, m, d = _int(y), _int(m), _int(d)
    if not MINYEAR <= y <= MAXYEAR:
        raise ValueError("year %i is out of range" % y)
    if not 1 <= m <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= d <= _month_days(y, m):
        raise ValueError("day is out of range for month")
    return y, m, d


def _require(year, month, day):
    for i, (name, v) in enumerate((("year", year), ("month", month), ("day", day))):
        if v is None:
            raise TypeError("function missing required argument '%s' (pos %d)" % (name, i + 1))


def _check_time(h, m, s, us, fold):
    h, m, s, us = _int(h), _int(m), _int(s), _int(us)
    if not 0 <= h <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= m <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= s <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= us <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return h, m, s, us


def _check_tz(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % type(tz).__name__)


def _check_offset(off, name="utcoffset"):
    if off is None:
        return None
    if not isinstance(off, timedelta):
        raise TypeError("tzinfo.%s() must return None or a timedelta, not '%s'" % (name, type(off).__name__))
    if not -_DAY_US < off._us < _DAY_US:
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
    return off


_DAY_US = 86400 * 1000000


def _half_even(n, d):
    q, r = divmod(n, d)
    if 2 * r > d or 2 * r == d and q & 1:
        q += 1
    return q


def _field(name, get):
    "A read-only attribute."
    def refuse(self, value):
        raise AttributeError("attribute '%s' of 'datetime.%s' objects is not writable" % (name, "date" if name in ("year", "month", "day") else "datetime" if isinstance(self, date) else "time"))
    return property(get, refuse)


def _compare(op):
    def compare(self, other):
        r = self._cmp(other)
        return r if r is NotImplemented else op(r)
    return compare


class timedelta:
    "Difference between two datetime values."
    __slots__ = ("_us",)

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        us = 0
        rest = 0.0
        for name, v, unit in (("days", days, _DAY_US), ("seconds", seconds, 1000000), ("microseconds", microseconds, 1),
                              ("milliseconds", milliseconds, 1000), ("minutes", minutes, 60000000), ("hours", hours, 3600000000),
                              ("weeks", weeks, 7 * _DAY_US)):
            if isinstance(v, int):
                us += v * unit
            elif isinstance(v, float):
                if v != v:
                    raise ValueError("cannot convert float NaN to integer")
                if v in (_math.inf, -_math.inf):
                    raise OverflowError("cannot convert float infinity to integer")
                whole = int(v)
                us += whole * unit
                part = (v - whole) * unit
                if unit > 1:
                    # Microseconds below the point are gathered and rounded once.
                    n = int(part)
                    us += n
                    rest += part - n
                else:
                    rest += part
            else:
                raise TypeError("unsupported type for timedelta %s component: %s" % (name, type(v).__name__))
        if rest:
            n = int(rest)
            us += n
            part = rest - n
            # Halves go to the even number of microseconds in total.
            if abs(part) == 0.5:
                us += (us & 1) * (1 if part > 0 else -1)
            else:
                us += round(part)
        return cls._make(us)

    @classmethod
    def _make(cls, us):
        days = us // _DAY_US
        if not -2 ** 31 <= days < 2 ** 31:
            raise OverflowError("Python int too large to convert to C int")
        if not -999999999 <= days <= 999999999:
            raise OverflowError("days=%d; must have magnitude <= 999999999" % days)
        self = object.__new__(cls)
        self._us = us
        return self

    @property
    def days(self):
        return self._us // _DAY_US

    @property
    def seconds(self):
        return self._us % _DAY_US // 1000000

    @property
    def microseconds(self):
        return self._us % 1000000

    def total_seconds(self):
        "Total seconds in the duration."
        return self._us / 1000000

    def __repr__(self):
        parts = []
        for name in ("days", "seconds", "microseconds"):
            v = getattr(self, name)
            if v:
                parts.append("%s=%d" % (name, v))
        return "%s(%s)" % (_full_name(self), ", ".join(parts) or "0")

    def __str__(self):
        days, s, us = self.days, self.seconds, self.microseconds
        text = "%d:%02d:%02d" % (s // 3600, s // 60 % 60, s % 60)
        if days:
            text = "%d day%s, %s" % (days, "s" if abs(days) != 1 else "", text)
        if us:
            text += ".%06d" % us
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._make(self._us + other._us)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._make(self._us - other._us)
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._make(other._us - self._us)
        return NotImplemented

    def __neg__(self):
        return timedelta._make(-self._us)

    def __pos__(self):
        return timedelta._make(self._us)

    def __abs__(self):
        return timedelta._make(abs(self._us))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._make(self._us * other)
        if isinstance(other, float):
            n, d = other.as_integer_ratio()
            return timedelta._make(_half_even(self._us * n, d))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us
        if isinstance(other, int):
            return timedelta._make(self._us // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, int):
            if other < 0:
                return timedelta._make(_half_even(-self._us, -other))
            if other == 0:
                raise ZeroDivisionError("integer division or modulo by zero")
            return timedelta._make(_half_even(self._us, other))
        if isinstance(other, float):
            n, d = other.as_integer_ratio()
            if n < 0:
                n, d = -n, -d
            if n == 0:
                raise ZeroDivisionError("division by zero")
            return timedelta._make(_half_even(self._us * d, n))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._make(self._us % other._us)
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            q, r = divmod(self._us, other._us)
            return q, timedelta._make(r)
        return NotImplemented

    def __eq__(self, other):
        if isinstance(other, timedelta):
            return self._us == other._us
        return NotImplemented

    def _cmp(self, other):
        if isinstance(other, timedelta):
            return self._us - other._us
        return NotImplemented

    __lt__ = _compare(lambda r: r < 0)
    __le__ = _compare(lambda r: r <= 0)
    __gt__ = _compare(lambda r: r > 0)
    __ge__ = _compare(lambda r: r >= 0)

    def __hash__(self):
        return hash((self.days, self.seconds, self.microseconds))

    def __bool__(self):
        return self._us != 0

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _full_name(o):
    cls = o.__class__
    if cls.__module__ in ("builtins", "__main__") and cls.__module__ != "datetime":
        return cls.__qualname__
    return "%s.%s" % (cls.__module__, cls.__qualname__)


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


class tzinfo:
    "Abstract base class for time zone info objects."

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        "A time in UTC, moved to this zone."
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        off, dst = dt.utcoffset(), dt.dst()
        if off is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        if dst is None:
            raise ValueError("fromutc: non-None dst() result required")
        delta = off - dst
        if delta:
            dt += delta
            dst = dt.dst()
            if dst is None:
                raise ValueError("fromutc(): dt.dst gave inconsistent results; cannot convert")
        return dt + dst


def _offset_text(off, sep=":"):
    us = off._us
    sign = "-" if us < 0 else "+"
    us = abs(us)
    s = us // 1000000
    text = "%s%02d%s%02d" % (sign, s // 3600, sep, s // 60 % 60)
    if s % 60 or us % 1000000:
        text += "%s%02d" % (sep, s % 60)
        if us % 1000000:
            text += ".%06d" % (us % 1000000)
    return text


class timezone(tzinfo):
    "Fixed offset from UTC implementation of tzinfo."
    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError("timezone() argument 1 must be datetime.timedelta, not %s" % type(offset).__name__)
        if name is None:
            if not offset and "utc" in cls.__dict__:
                return cls.utc
        elif not isinstance(name, str):
            raise TypeError("timezone() argument 2 must be str, not %s" % type(name).__name__)
        if not -_DAY_US < offset._us < _DAY_US:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %r." % (offset,))
        self = tzinfo.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def __eq__(self, other):
        if isinstance(other, timezone):
            return self._offset == other._offset
        return NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return "%s(%r)" % (_full_name(self), self._offset)
        return "%s(%r, %r)" % (_full_name(self), self._offset, self._name)

    def __str__(self):
        return self.tzname(None)

    def _check(self, dt, what):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError("%s(dt) argument must be a datetime instance or None, not %s" % (what, type(dt).__name__))

    def utcoffset(self, dt):
        self._check(dt, "utcoffset")
        return self._offset

    def tzname(self, dt):
        self._check(dt, "tzname")
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def dst(self, dt):
        self._check(dt, "dst")
        return None

    def fromutc(self, dt):
        if isinstance(dt, datetime):
            if dt.tzinfo is not self:
                raise ValueError("fromutc: dt.tzinfo is not self")
            return dt + self._offset
        raise TypeError("fromutc() argument must be a datetime instance, not %s" % type(dt).__name__)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


timezone.utc = UTC = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


def _strftime(o, fmt, y, mo, d, h, mi, s, us, tz):
    "Dates and times by a format; tz gives offset and name."
    if not isinstance(fmt, str):
        raise TypeError("strftime() argument 1 must be str, not %s" % type(fmt).__name__)
    weekday = (_ordinal(y, mo, d) + 6) % 7
    yday = _year_day(y, mo, d)
    out, i = [], 0
    while i < len(fmt):
        c = fmt[i]
        i += 1
        if c != "%":
            out.append(c)
            continue
        if i >= len(fmt):
            out.append("%")
            break
        c = fmt[i]
        i += 1
        pad = True
        if c == "-" and i < len(fmt):
            pad, c = False, fmt[i]
            i += 1
        if c == ":" and fmt[i:i + 1] == "z":
            i += 1
            off = tz()[0]
            out.append(_offset_text(off) if off is not None else "")
            continue
        n = {"d": (2, d), "m": (2, mo), "y": (2, y % 100), "H": (2, h), "I": (2, h % 12 or 12), "M": (2, mi), "S": (2, s),
             "j": (3, yday), "U": (2, (yday + 6 - (weekday + 1) % 7) // 7), "W": (2, (yday + 6 - weekday) // 7)}.get(c)
        if n is not None:
            out.append("%0*d" % n if pad else str(n[1]))
        elif c == "Y":
            out.append(str(y))
        elif c == "f":
            out.append("%06d" % us)
        elif c == "a":
            out.append(_WEEKDAYS[weekday][:3])
        elif c == "A":
            out.append(_WEEKDAYS[weekday])
        elif c in "bh":
            out.append(_MONTHS[mo][:3])
        elif c == "B":
            out.append(_MONTHS[mo])
        elif c == "p":
            out.append("AM" if h < 12 else "PM")
        elif c == "P":
            out.append("am" if h < 12 else "pm")
        elif c == "w":
            out.append(str((weekday + 1) % 7))
        elif c == "u":
            out.append(str(weekday + 1))
        elif c in "GV":
            iso = _isocalendar(y, mo, d)
            out.append(str(iso[0]) if c == "G" else "%02d" % iso[1])
        elif c == "C":
            out.append("%02d" % (y // 100))
        elif c == "e":
            out.append("%2d" % d)
        elif c == "k":
            out.append("%2d" % h)
        elif c == "l":
            out.append("%2d" % (h % 12 or 12))
        elif c == "g":
            out.append("%02d" % (_isocalendar(y, mo, d)[0] % 100))
        elif c == "z":
            off = tz()[0]
            out.append(_offset_text(off, "") if off is not None else "")
        elif c == "Z":
            out.append(tz()[1] or "")
        elif c == "n":
            out.append("\n")
        elif c == "t":
            out.append("\t")
        elif c == "%":
            out.append("%")
        elif c == "s":
            out.append(str((_ordinal(y, mo, d) - 719163) * 86400 + h * 3600 + mi * 60 + s))
        else:
            sub = {"c": "%a %b %e %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y", "F": "%Y-%m-%d", "T": "%H:%M:%S",
                   "R": "%H:%M", "r": "%I:%M:%S %p"}.get(c)
            if sub is None:
                out.append("%" + c)
            else:
                out.append(_strftime(o, sub, y, mo, d, h, mi, s, us, tz))
    return "".join(out)


def _isocalendar(y, m, d):
    n = _ordinal(y, m, d)
    weekday = (n + 6) % 7
    # The year of the week is the year of its Thursday.
    thursday = n - weekday + 3
    year = y
    if thursday <= _year_start(y):
        year -= 1
    elif thursday > _year_start(y + 1):
        year += 1
    return year, (thursday - _year_start(year) - 1) // 7 + 1, weekday + 1


class IsoCalendarDate(tuple):
    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return "datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)" % tuple(self)


def _digits(text):
    return text.isascii() and text.isdigit()


def _parse_iso_date(s):
    "Year, month, day of an ISO 8601 date; None when it is no date."
    if len(s) == 10 and s[4] == s[7] == "-" and s[5] != "W":
        parts = s[:4], s[5:7], s[8:]
    elif len(s) == 8 and _digits(s):
        parts = s[:4], s[4:6], s[6:]
    elif "W" in s:
        body = s.replace("-", "")
        if (len(s) not in (7, 8, 10) or len(body) not in (7, 8) or body[4] != "W" or not _digits(body[:4]) or not _digits(body[5:])
                or s not in (body, body[:4] + "-" + body[4:7] + ("-" + body[7:] if len(body) == 8 else ""))):
            return None
        y, w, day = int(body[:4]), int(body[5:7]), int(body[7:] or "1")
        return _from_iso_week(y, w, day)
    else:
        return None
    if not all(_digits(p) for p in parts):
        return None
    return tuple([int(p) for p in parts])


def _from_iso_week(y, w, day):
    if not MINYEAR <= y <= MAXYEAR:
        raise ValueError("Year is out of range: %d" % y)
    first = _year_start(y) + 1
    weekday = (first + 6) % 7
    monday = first - weekday
    if weekday > 3:
        monday += 7
    weeks = 53 if weekday == 3 or weekday == 2 and _leap(y) else 52
    if not 1 <= w <= weeks:
        raise ValueError("Invalid week: %d" % w)
    if not 1 <= day <= 7:
        raise ValueError("Invalid weekday: %d (range is [1, 7])" % day)
    n = monday + (w - 1) * 7 + day - 1
    return _civil(n)


def _parse_clock(s):
    "Hours, minutes, seconds and microseconds; None when it is no time."
    frac = ""
    for mark in ".,":
        if mark in s:
            s, frac = s.split(mark, 1)
            if not _digits(frac):
                return None
            break
    if ":" in s:
        parts = s.split(":")
        if any(len(p) != 2 for p in parts):
            return None
    else:
        if len(s) % 2 or not s:
            return None
        parts = [s[i:i + 2] for i in range(0, len(s), 2)]
    if not 1 <= len(parts) <= 3 or frac and len(parts) < 3 or not all(_digits(p) for p in parts):
        return None
    nums = [int(p) for p in parts] + [0] * (3 - len(parts))
    return nums + [int((frac + "000000")[:6])]


def _parse_iso_time(s):
    "The clock and the time zone of an ISO 8601 time; None when it is no time."
    s = s[1:] if s[:1] == "T" else s
    at = max(s.find("+"), s.find("-"), s.find("Z"))
    tz = None
    if at >= 0:
        zone, s, sign = s[at + 1:], s[:at], s[at]
        if sign == "Z":
            if zone:
                return None
            tz = timezone.utc
        else:
            off = _parse_clock(zone)
            if off is None:
                return None
            delta = timedelta(hours=off[0], minutes=off[1], seconds=off[2], microseconds=off[3])
            tz = timezone(-delta if sign == "-" else delta) if delta else timezone.utc
    clock = _parse_clock(s)
    if clock is None:
        return None
    return clock + [tz]


class date:
    "date(year, month, day) --> date object"
    __slots__ = ("_y", "_m", "_d")

    def __new__(cls, year=None, month=None, day=None):
        if day is None:
            _require(year, month, day)
        y, m, d = _check_date(year, month, day)
        self = object.__new__(cls)
        self._y, self._m, self._d = y, m, d
        return self

    @classmethod
    def fromtimestamp(cls, t):
        if t is None:
            raise TypeError("'NoneType' object cannot be interpreted as an integer")
        y, m, d, *_ = _time.localtime(t)
        return cls(y, m, d)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n):
        n = _int(n)
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > _MAX_ORDINAL:
            raise ValueError("year %d is out of range" % _civil(n)[0])
        return cls(*_civil(n))

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        parts = _parse_iso_date(date_string) if len(date_string) in (7, 8, 10) else None
        if parts is None:
            raise ValueError("Invalid isoformat string: %r" % date_string)
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*_from_iso_week(year, week, day))

    year = _field("year", lambda self: self._y)

    month = _field("month", lambda self: self._m)

    day = _field("day", lambda self: self._d)

    def __repr__(self):
        return "%s(%d, %d, %d)" % (_full_name(self), self._y, self._m, self._d)

    def isoformat(self):
        return "%04d-%02d-%02d" % (self._y, self._m, self._d)

    __str__ = isoformat

    def ctime(self):
        return self.strftime("%a %b %e 00:00:00 ") + "%04d" % self._y

    def strftime(self, format):
        return _strftime(self, format, self._y, self._m, self._d, 0, 0, 0, 0, lambda: (None, None))

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError("must be str, not %s" % type(spec).__name__)
        return self.strftime(spec) if spec else str(self)

    def timetuple(self):
        return _time.struct_time((self._y, self._m, self._d, 0, 0, 0, self.weekday(), _year_day(self._y, self._m, self._d), -1))

    def toordinal(self):
        return _ordinal(self._y, self._m, self._d)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._y if year is None else year, self._m if month is None else month, self._d if day is None else day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        return IsoCalendarDate(*_isocalendar(self._y, self._m, self._d))

    def __eq__(self, other):
        if isinstance(other, date) and isinstance(other, datetime) == isinstance(self, datetime):
            return (self._y, self._m, self._d) == (other._y, other._m, other._d)
        return NotImplemented

    def _cmp(self, other):
        if isinstance(other, datetime):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        if isinstance(other, date):
            return self.toordinal() - other.toordinal()
        return NotImplemented

    __lt__ = _compare(lambda r: r < 0)
    __le__ = _compare(lambda r: r <= 0)
    __gt__ = _compare(lambda r: r > 0)
    __ge__ = _compare(lambda r: r >= 0)

    def __hash__(self):
        return hash((self._y, self._m, self._d))

    def __add__(self, other):
        if isinstance(other, timedelta):
            n = self.toordinal() + other.days
            if 0 < n <= _MAX_ORDINAL:
                return type(self).fromordinal(n)
            raise OverflowError("date value out of range")
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _clock_text(h, m, s, us, timespec):
    if timespec == "auto":
        timespec = "microseconds" if us else "seconds"
    if timespec == "hours":
        return "%02d" % h
    if timespec == "minutes":
        return "%02d:%02d" % (h, m)
    if timespec == "seconds":
        return "%02d:%02d:%02d" % (h, m, s)
    if timespec == "milliseconds":
        return "%02d:%02d:%02d.%03d" % (h, m, s, us // 1000)
    if timespec == "microseconds":
        return "%02d:%02d:%02d.%06d" % (h, m, s, us)
    raise ValueError("Unknown timespec value")


class time:
    "time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object"
    __slots__ = ("_h", "_mi", "_s", "_us", "_tz", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        h, m, s, us = _check_time(hour, minute, second, microsecond, fold)
        _check_tz(tzinfo)
        self = object.__new__(cls)
        self._h, self._mi, self._s, self._us, self._tz, self._fold = h, m, s, us, tzinfo, fold
        return self

    hour = _field("hour", lambda self: self._h)
    minute = _field("minute", lambda self: self._mi)
    second = _field("second", lambda self: self._s)
    microsecond = _field("microsecond", lambda self: self._us)
    tzinfo = _field("tzinfo", lambda self: self._tz)
    fold = _field("fold", lambda self: self._fold)

    @classmethod
    def fromisoformat(cls, time_string):
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        parts = _parse_iso_time(time_string)
        if parts is None:
            raise ValueError("Invalid isoformat string: %r" % time_string)
        return cls(*parts)

    def utcoffset(self):
        return None if self._tz is None else _check_offset(self._tz.utcoffset(None))

    def dst(self):
        return None if self._tz is None else _check_offset(self._tz.dst(None), "dst")

    def tzname(self):
        return None if self._tz is None else self._tz.tzname(None)

    def isoformat(self, timespec="auto"):
        text = _clock_text(self._h, self._mi, self._s, self._us, timespec)
        off = self.utcoffset()
        return text if off is None else text + _offset_text(off)

    __str__ = isoformat

    def __repr__(self):
        text = "%d, %d" % (self._h, self._mi)
        if self._us:
            text += ", %d, %d" % (self._s, self._us)
        elif self._s:
            text += ", %d" % self._s
        if self._tz is not None:
            text += ", tzinfo=%r" % self._tz
        if self._fold:
            text += ", fold=1"
        return "%s(%s)" % (_full_name(self), text)

    def strftime(self, format):
        return _strftime(self, format, 1900, 1, 1, self._h, self._mi, self._s, self._us, lambda: (self.utcoffset(), self.tzname()))

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError("must be str, not %s" % type(spec).__name__)
        return self.strftime(spec) if spec else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._h if hour is None else hour, self._mi if minute is None else minute, self._s if second is None else second,
                          self._us if microsecond is None else microsecond, self._tz if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    def _micros(self):
        return ((self._h * 60 + self._mi) * 60 + self._s) * 1000000 + self._us

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self.utcoffset(), other.utcoffset()
        if (a is None) != (b is None):
            return False
        if a is None:
            return self._micros() == other._micros()
        return self._micros() - a._us == other._micros() - b._us

    def _cmp(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self.utcoffset(), other.utcoffset()
        if (a is None) != (b is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        if a is None:
            return self._micros() - other._micros()
        return self._micros() - a._us - other._micros() + b._us

    __lt__ = _compare(lambda r: r < 0)
    __le__ = _compare(lambda r: r <= 0)
    __gt__ = _compare(lambda r: r > 0)
    __ge__ = _compare(lambda r: r >= 0)

    def __hash__(self):
        off = self.utcoffset()
        return hash(self._micros() if off is None else self._micros() - off._us)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


time.min, time.max, time.resolution = time(0, 0, 0), time(23, 59, 59, 999999), timedelta(microseconds=1)
date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(days=1)
_time_class, _tzinfo_class = time, tzinfo


class datetime(date):
    "datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])"
    __slots__ = ("_h", "_mi", "_s", "_us", "_tz", "_fold")

    def __new__(cls, year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if day is None:
            _require(year, month, day)
        y, m, d = _check_date(year, month, day)
        h, mi, s, us = _check_time(hour, minute, second, microsecond, fold)
        _check_tz(tzinfo)
        self = object.__new__(cls)
        self._y, self._m, self._d, self._h, self._mi, self._s, self._us, self._tz, self._fold = y, m, d, h, mi, s, us, tzinfo, fold
        return self

    hour = _field("hour", lambda self: self._h)
    minute = _field("minute", lambda self: self._mi)
    second = _field("second", lambda self: self._s)
    microsecond = _field("microsecond", lambda self: self._us)
    tzinfo = _field("tzinfo", lambda self: self._tz)
    fold = _field("fold", lambda self: self._fold)

    @classmethod
    def _at(cls, us, tz=None):
        "The time that lies us microseconds after the beginning of year 1."
        days, us = divmod(us, _DAY_US)
        if not 0 <= days < _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        y, m, d = _civil(days + 1)
        s, us = divmod(us, 1000000)
        return cls(y, m, d, s // 3600, s // 60 % 60, s % 60, us, tz)

    def _micros(self):
        return (self.toordinal() - 1) * _DAY_US + ((self._h * 60 + self._mi) * 60 + self._s) * 1000000 + self._us

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_tz(tz)
        us = _stamp_micros(timestamp)
        if tz is not None:
            return tz.fromutc(cls._at(us + _EPOCH_US).replace(tzinfo=tz))
        s, us = divmod(us, 1000000)
        lt = _time.localtime(s)
        return cls(*tuple(lt)[:5], min(lt[5], 59), us)

    @classmethod
    def utcfromtimestamp(cls, t):
        return cls._at(_stamp_micros(t) + _EPOCH_US)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        if not isinstance(date, _date_class):
            raise TypeError("combine() argument 1 must be datetime.date, not %s" % type(date).__name__)
        if not isinstance(time, _time_class):
            raise TypeError("combine() argument 2 must be datetime.time, not %s" % type(time).__name__)
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        s = date_string
        parts = clock = None
        for n in (10, 8, 7):
            if len(s) == n or len(s) > n:
                parts = _parse_iso_date(s[:n])
                if parts is not None and (n != 7 or s[6:7].isdigit()):
                    if len(s) == n:
                        clock = []
                    elif n == 7 and s[7:8].isdigit():
                        continue
                    else:
                        clock = _parse_iso_time(s[n + 1:]) if len(s) > n + 1 else None
                    break
                parts = None
        if parts is None or clock is None:
            raise ValueError("Invalid isoformat string: %r" % date_string)
        return cls(*parts, *clock)

    def timetuple(self):
        dst = self.dst()
        flag = -1 if dst is None else int(bool(dst))
        return _time.struct_time((self._y, self._m, self._d, self._h, self._mi, self._s, self.weekday(), _year_day(self._y, self._m, self._d), flag))

    def utctimetuple(self):
        off = self.utcoffset()
        t = self - off if off else self
        return _time.struct_time((t._y, t._m, t._d, t._h, t._mi, t._s, t.weekday(), _year_day(t._y, t._m, t._d), 0))

    def timestamp(self):
        "Return POSIX timestamp as float."
        off = self.utcoffset()
        if off is None:
            s = _time.mktime((self._y, self._m, self._d, self._h, self._mi, self._s, -1, -1, -1))
            return s + self._us / 1e6
        return (self._micros() - off._us - _EPOCH_US) / 1000000

    def date(self):
        return _date_class(self._y, self._m, self._d)

    def time(self):
        return _time_class(self._h, self._mi, self._s, self._us, fold=self._fold)

    def timetz(self):
        return _time_class(self._h, self._mi, self._s, self._us, self._tz, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._y if year is None else year, self._m if month is None else month, self._d if day is None else day,
                          self._h if hour is None else hour, self._mi if minute is None else minute, self._s if second is None else second,
                          self._us if microsecond is None else microsecond, self._tz if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    def astimezone(self, tz=None):
        if tz is not None and not isinstance(tz, _tzinfo_class):
            raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % type(tz).__name__)
        off = self.utcoffset()
        if off is None:
            off = _local_offset(self.timestamp())
        if tz is None:
            tz = timezone(_local_offset((self._micros() - off._us - _EPOCH_US) // 1000000))
        if tz is self._tz:
            return self
        utc = type(self)._at(self._micros() - off._us, tz)
        return tz.fromutc(utc)

    def utcoffset(self):
        return None if self._tz is None else _check_offset(self._tz.utcoffset(self))

    def dst(self):
        return None if self._tz is None else _check_offset(self._tz.dst(self), "dst")

    def tzname(self):
        return None if self._tz is None else self._tz.tzname(self)

    def isoformat(self, sep="T", timespec="auto"):
        text = "%04d-%02d-%02d%c%s" % (self._y, self._m, self._d, sep, _clock_text(self._h, self._mi, self._s, self._us, timespec))
        off = self.utcoffset()
        return text if off is None else text + _offset_text(off)

    def __str__(self):
        return self.isoformat(sep=" ")

    def __repr__(self):
        parts = [self._y, self._m, self._d, self._h, self._mi, self._s, self._us]
        if parts[-1] == 0:
            del parts[-1]
            if parts[-1] == 0:
                del parts[-1]
        text = ", ".join(map(str, parts))
        if self._tz is not None:
            text += ", tzinfo=%r" % self._tz
        if self._fold:
            text += ", fold=1"
        return "%s(%s)" % (_full_name(self), text)

    def ctime(self):
        return self.strftime("%a %b %e %H:%M:%S ") + "%04d" % self._y

    def strftime(self, format):
        return _strftime(self, format, self._y, self._m, self._d, self._h, self._mi, self._s, self._us, lambda: (self.utcoffset(), self.tzname()))

    @classmethod
    def strptime(cls, date_string, format):
        "Parse a date and time by a format (as in time.strptime())."
        return cls(*_strptime(date_string, format))

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        a, b = self.utcoffset(), other.utcoffset()
        if (a is None) != (b is None):
            return False
        if a is None:
            return self._micros() == other._micros()
        return self._micros() - a._us == other._micros() - b._us

    def _cmp(self, other):
        if isinstance(other, datetime):
            a, b = self.utcoffset(), other.utcoffset()
            if (a is None) != (b is None):
                raise TypeError("can't compare offset-naive and offset-aware datetimes")
            if a is None:
                return self._micros() - other._micros()
            return self._micros() - a._us - other._micros() + b._us
        if isinstance(other, date):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        return NotImplemented

    def __hash__(self):
        off = self.utcoffset()
        n = self._micros() if off is None else self._micros() - off._us
        return hash(n)

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._at(self._micros() + other._us, self._tz)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._at(self._micros() - other._us, self._tz)
        if not isinstance(other, datetime):
            return NotImplemented
        a, b = self.utcoffset(), other.utcoffset()
        if (a is None) != (b is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        us = self._micros() - other._micros()
        if a is not None:
            us += b._us - a._us
        return timedelta._make(us)


_date_class = date
_EPOCH_US = (_ordinal(1970, 1, 1) - 1) * _DAY_US
datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)


def _stamp_micros(t):
    if isinstance(t, int):
        return t * 1000000
    if not isinstance(t, float):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(t).__name__)
    if t != t:
        raise ValueError("Invalid value NaN (not a number)")
    if abs(t) > 1e15:
        raise OverflowError("timestamp out of range for platform time_t")
    n, d = t.as_integer_ratio()
    return _half_even(n * 1000000, d)


def _local_offset(stamp):
    lt = _time.localtime(stamp)
    local = (_ordinal(lt[0], lt[1], lt[2]) - _ordinal(1970, 1, 1)) * 86400 + lt[3] * 3600 + lt[4] * 60 + lt[5]
    return timedelta(seconds=local - int(stamp // 1))


def _strptime(text, format):
    import re
    for i, v in enumerate((text, format)):
        if not isinstance(v, str):
            raise TypeError("strptime() argument %d must be str, not %s" % (i + 1, type(v).__name__))
    days = "|".join(_WEEKDAYS).lower()
    months = "|".join(_MONTHS[1:]).lower()
    table = {
        "d": r"(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])", "f": r"(?P<f>[0-9]{1,6})", "H": r"(?P<H>2[0-3]|[0-1]\d|\d)",
        "I": r"(?P<I>1[0-2]|0[1-9]|[1-9]| [1-9])", "G": r"(?P<G>\d\d\d\d)",
        "j": r"(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])", "m": r"(?P<m>1[0-2]|0[1-9]|[1-9])",
        "M": r"(?P<M>[0-5]\d|\d)", "S": r"(?P<S>6[0-1]|[0-5]\d|\d)", "U": r"(?P<U>5[0-3]|[0-4]\d|\d)", "W": r"(?P<W>5[0-3]|[0-4]\d|\d)",
        "V": r"(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)", "w": r"(?P<w>[0-6])", "u": r"(?P<u>[1-7])", "y": r"(?P<y>\d\d)", "Y": r"(?P<Y>\d\d\d\d)",
        "z": r"(?P<z>[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|(?-i:Z))", "Z": r"(?P<Z>utc|gmt)",
        "A": "(?P<A>%s)" % days, "a": "(?P<a>%s)" % "|".join([d[:3].lower() for d in _WEEKDAYS]), "B": "(?P<B>%s)" % months,
        "b": "(?P<b>%s)" % "|".join([m[:3].lower() for m in _MONTHS[1:]]), "p": "(?P<p>am|pm)", "%": "%"}
    whole = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}
    fmt = format
    for c, sub in whole.items():
        fmt = re.sub("(?<!%)((?:%%)*)%" + c, lambda m: m[1] + sub, fmt)
    rx, i = [], 0
    while i < len(fmt):
        c = fmt[i]
        i += 1
        if c.isspace():
            while i < len(fmt) and fmt[i].isspace():
                i += 1
            rx.append(r"\s+")
        elif c != "%":
            rx.append(re.escape(c))
        else:
            if i >= len(fmt):
                raise ValueError("stray %% in format '%s'" % format)
            c = fmt[i]
            i += 1
            if c not in table:
                raise ValueError("'%s' is a bad directive in format '%s'" % (c, format))
            rx.append(table[c])
    m = re.compile("".join(rx), re.I).match(text)
    if m is None:
        raise ValueError("time data %r does not match format %r" % (text, format))
    if m.end() != len(text):
        raise ValueError("unconverted data remains: " + text[m.end():])
    g = m.groupdict()
    year = month = day = None
    hour = minute = second = us = 0
    weekday = yday = tz = None
    if g.get("y"):
        year = int(g["y"])
        year += 2000 if year <= 68 else 1900
    if g.get("Y"):
        year = int(g["Y"])
    if g.get("m"):
        month = int(g["m"])
    for k, width in (("B", None), ("b", 3)):
        if g.get(k):
            month = [x[:width].lower() for x in _MONTHS].index(g[k].lower())
    if g.get("d"):
        day = int(g["d"])
    if g.get("H"):
        hour = int(g["H"])
    if g.get("I"):
        hour = int(g["I"])
        pm = (g.get("p") or "").lower()
        if pm in ("", "am"):
            hour = 0 if hour == 12 else hour
        elif pm == "pm" and hour != 12:
            hour += 12
    if g.get("M"):
        minute = int(g["M"])
    if g.get("S"):
        second = int(g["S"])
    if g.get("f"):
        us = int((g["f"] + "000000")[:6])
    for k, width in (("A", None), ("a", 3)):
        if g.get(k):
            weekday = [x[:width].lower() for x in _WEEKDAYS].index(g[k].lower())
    if g.get("w"):
        weekday = (int(g["w"]) + 6) % 7
    if g.get("u"):
        weekday = int(g["u"]) - 1
    if g.get("j"):
        yday = int(g["j"])
    if g.get("z"):
        z = g["z"]
        if z == "Z":
            tz = timezone.utc
        else:
            if ":" in z[:4] and z.count(":") == 1 and len(z) > 6:
                raise ValueError("Inconsistent use of : in " + z)
            p = z[1:].replace(":", "")
            delta = timedelta(hours=int(p[:2]), minutes=int(p[2:4]), seconds=float(p[4:] or "0"))
            tz = timezone(-delta if z[0] == "-" else delta)
    if g.get("Z") and tz is None:
        tz = None
    if g.get("V") or g.get("G"):
        if not (g.get("V") and g.get("G") and weekday is not None):
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u').")
        year, month, day = _from_iso_week(int(g["G"]), int(g["V"]), weekday + 1)
    leap_fill = False
    if year is None and month == 2 and day == 29:
        year, leap_fill = 1904, True
    elif year is None:
        year = 1900
    if yday is None and weekday is not None and (g.get("U") or g.get("W")):
        first = (_year_start(year) + 7) % 7
        if g.get("W"):
            w, start, wd = int(g["W"]), first, weekday
        else:
            w, start, wd = int(g["U"]), (first + 1) % 7, (weekday + 1) % 7
        gap = (7 - start) % 7
        yday = 1 + wd - start if w == 0 else 1 + gap + 7 * (w - 1) + wd
    if yday is not None and month is None and day is None:
        year, month, day = _civil(_year_start(year) + yday)
    month = 1 if month is None else month
    day = 1 if day is None else day
    if leap_fill:
        year = 1900
    if day > _month_days(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day, hour, minute, min(second, 59) if second < 60 else second, us, tz


for _c in (date, time, datetime, timedelta, timezone, tzinfo):
    _name(_c, "datetime." + _c.__name__)
del _c
