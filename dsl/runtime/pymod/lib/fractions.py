import math as _math
import numbers as _numbers
import operator as _operator
import re as _re
import sys as _sys

__all__ = ["Fraction"]

_text = _re.compile(r"""\A\s*
    (?P<sign>[-+]?)
    (?=\d|\.\d)
    (?P<num>\d*|\d+(?:_\d+)*)
    (?:(?:\s*/\s*(?P<denom>\d+(?:_\d+)*))?
    |(?:\.(?P<decimal>\d*|\d+(?:_\d+)*))?(?:E(?P<exp>[-+]?\d+(?:_\d+)*))?)
    \s*\Z""", _re.X | _re.I)

_spec = _re.compile(r"""
    (?:(?P<fill>.)?(?P<align>[<>=^]))?
    (?P<sign>[-+ ]?)(?P<no_neg_zero>z)?(?P<alt>\#)?(?P<zeropad>0(?=[0-9]))?(?P<minimumwidth>0|[1-9][0-9]*)?
    (?P<thousands_sep>[,_])?(?:\.(?P<precision>0|[1-9][0-9]*))?(?P<presentation_type>[eEfFgG%])""", _re.DOTALL | _re.VERBOSE)


def _half_even(n, d):
    "n/d rounded to an integer, halves to even."
    q, r = divmod(n, d)
    if 2 * r > d or 2 * r == d and q & 1:
        q += 1
    return q


def _forward(name, exact, fallback):
    """The operator and its reflection: exact for fractions and integers, floats and complex numbers by fallback."""
    def forward(a, b):
        if isinstance(b, Fraction):
            return exact(a, b)
        if isinstance(b, int):
            return exact(a, Fraction(b))
        if isinstance(b, float):
            return fallback(float(a), b)
        if isinstance(b, complex):
            return fallback(float(a), b)
        return NotImplemented

    def reverse(b, a):
        if isinstance(a, _numbers.Rational):
            return exact(Fraction(a), b)
        if isinstance(a, _numbers.Real):
            return fallback(float(a), float(b))
        if isinstance(a, _numbers.Complex):
            return fallback(complex(a), float(b))
        return NotImplemented

    forward.__name__ = "__" + name + "__"
    reverse.__name__ = "__r" + name + "__"
    return forward, reverse


class Fraction(_numbers.Rational):
    "A rational number in lowest terms, with a positive denominator."

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = object.__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, _numbers.Rational):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
                return self
            if isinstance(numerator, float) or not isinstance(numerator, (str, type)) and hasattr(numerator, "as_integer_ratio"):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance")
            m = _text.match(numerator)
            if m is None:
                raise ValueError("Invalid literal for Fraction: %r" % numerator)
            numerator = int(m["num"] or "0")
            denominator = 1
            if m["denom"]:
                denominator = int(m["denom"])
            else:
                if m["decimal"]:
                    digits = m["decimal"].replace("_", "")
                    denominator = 10 ** len(digits)
                    numerator = numerator * denominator + int(digits)
                if m["exp"]:
                    e = int(m["exp"])
                    if e >= 0:
                        numerator *= 10 ** e
                    else:
                        denominator *= 10 ** -e
            if m["sign"] == "-":
                numerator = -numerator
        elif type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, _numbers.Rational) and isinstance(denominator, _numbers.Rational):
            numerator, denominator = numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % numerator)
        g = _math.gcd(numerator, denominator)
        if denominator < 0:
            g = -g
        self._numerator, self._denominator = numerator // g, denominator // g
        return self

    @classmethod
    def _make(cls, n, d):
        "A fraction already in lowest terms."
        self = object.__new__(cls)
        self._numerator, self._denominator = n, d
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, _numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("%s.from_float() only takes floats, not %r (%s)" % (cls.__name__, f, type(f).__name__))
        return cls._make(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        return cls._make(*dec.as_integer_ratio())

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return (self._numerator, self._denominator)

    def limit_denominator(self, max_denominator=1000000):
        "Closest Fraction to self with denominator at most max_denominator."
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # Convergents p/q of the continued fraction, up to the last one that is small enough.
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._make(p1, q1)
        return Fraction._make(p0 + k * p1, q0 + k * q1)

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def __repr__(self):
        return "%s(%s, %s)" % (self.__class__.__name__, self._numerator, self._denominator)

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return "%s/%s" % (self._numerator, self._denominator)

    def __format__(self, spec):
        if not spec:
            return str(self)
        m = _spec.fullmatch(spec)
        if m is None or m["align"] is not None and m["zeropad"] is not None:
            raise ValueError("Invalid format specifier %r for object of type %r" % (spec, type(self).__name__))
        fill = m["fill"] or " "
        align = m["align"] or ">"
        pos_sign = "" if m["sign"] == "-" else m["sign"]
        precision = int(m["precision"] or "6")
        kind = m["presentation_type"]
        trim = kind in "gG" and not m["alt"]
        n, d = self._numerator, self._denominator
        if kind in "fF%":
            scale = precision + (2 if kind == "%" else 0)
            digits = _half_even(abs(n) * 10 ** scale, d)
            point, exponent = precision, 0
            plain = True
        else:
            if kind in "gG":
                figures = max(precision, 1)
            else:
                figures = precision + 1
            digits, exponent = self._figures(figures)
            if kind in "gG" and -4 <= exponent + figures - 1 < figures:
                plain = True
                point = -exponent
            else:
                plain = False
                point = figures - 1
        negative = n < 0
        if m["no_neg_zero"] and digits == 0:
            negative = False
        sign = "-" if negative else pos_sign
        suffix = "%" if kind == "%" else ""
        if not plain:
            e = exponent + point if digits else 0
            suffix = "%s%+03d" % ("E" if kind.isupper() else "e", e)
        if point < 0:
            digits *= 10 ** -point
            point = 0
        text = "%0*d" % (point + 1, digits)
        lead = text[:len(text) - point]
        frac = text[len(text) - point:]
        if trim:
            frac = frac.rstrip("0")
        tail = ("." if frac or m["alt"] else "") + frac + suffix
        width = int(m["minimumwidth"] or "0")
        if m["zeropad"]:
            room = width - len(sign) - len(tail)
            sep_room = 3 * room // 4 + 1 if m["thousands_sep"] else room
            lead = lead.zfill(sep_room)
        if m["thousands_sep"]:
            first = 1 + (len(lead) - 1) % 3
            lead = lead[:first] + "".join([m["thousands_sep"] + lead[i:i + 3] for i in range(first, len(lead), 3)])
        body = lead + tail
        pad = fill * (width - len(sign) - len(body))
        if align == ">":
            return pad + sign + body
        if align == "<":
            return sign + body + pad
        if align == "^":
            half = len(pad) // 2
            return pad[:half] + sign + body + pad[half:]
        return sign + pad + body

    def _figures(self, figures):
        "The number as digits * 10**exponent with the given number of digits."
        n, d = abs(self._numerator), self._denominator
        if n == 0:
            return 0, 1 - figures
        guess = len(str(n)) - len(str(d))
        m = guess + (1 if (n >= d * 10 ** guess if guess >= 0 else n * 10 ** -guess >= d) else 0)
        exponent = m - figures
        digits = _half_even(n, d * 10 ** exponent) if exponent >= 0 else _half_even(n * 10 ** -exponent, d)
        if len(str(digits)) == figures + 1:
            digits //= 10
            exponent += 1
        return digits, exponent

    def _add(a, b):
        return Fraction(a._numerator * b._denominator + b._numerator * a._denominator, a._denominator * b._denominator)

    def _sub(a, b):
        return Fraction(a._numerator * b._denominator - b._numerator * a._denominator, a._denominator * b._denominator)

    def _mul(a, b):
        return Fraction(a._numerator * b._numerator, a._denominator * b._denominator)

    def _div(a, b):
        if b._numerator == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % b._denominator)
        return Fraction(a._numerator * b._denominator, a._denominator * b._numerator)

    def _floordiv(a, b):
        return (a._numerator * b._denominator) // (a._denominator * b._numerator)

    def _divmod(a, b):
        q, r = divmod(a._numerator * b._denominator, b._numerator * a._denominator)
        return q, Fraction(r, a._denominator * b._denominator)

    def _mod(a, b):
        return Fraction((a._numerator * b._denominator) % (b._numerator * a._denominator), a._denominator * b._denominator)

    __add__, __radd__ = _forward("add", _add, _operator.add)
    __sub__, __rsub__ = _forward("sub", _sub, _operator.sub)
    __mul__, __rmul__ = _forward("mul", _mul, _operator.mul)
    __truediv__, __rtruediv__ = _forward("truediv", _div, _operator.truediv)
    __floordiv__, __rfloordiv__ = _forward("floordiv", _floordiv, _operator.floordiv)
    __divmod__, __rdivmod__ = _forward("divmod", _divmod, divmod)
    __mod__, __rmod__ = _forward("mod", _mod, _operator.mod)
    del _add, _sub, _mul, _div, _floordiv, _divmod, _mod

    def __pow__(a, b):
        if isinstance(b, _numbers.Rational):
            if b.denominator != 1:
                return float(a) ** float(b)
            e = b.numerator
            if e >= 0:
                return Fraction._make(a._numerator ** e, a._denominator ** e)
            if a._numerator > 0:
                return Fraction._make(a._denominator ** -e, a._numerator ** -e)
            if a._numerator == 0:
                raise ZeroDivisionError("Fraction(%s, 0)" % a._denominator ** -e)
            return Fraction._make((-a._denominator) ** -e, (-a._numerator) ** -e)
        if isinstance(b, (float, complex)):
            return float(a) ** b
        return NotImplemented

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, _numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a ** b._numerator
        return a ** float(b)

    def __pos__(a):
        return Fraction._make(a._numerator, a._denominator)

    def __neg__(a):
        return Fraction._make(-a._numerator, a._denominator)

    def __abs__(a):
        return Fraction._make(abs(a._numerator), a._denominator)

    def __int__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    __trunc__ = __int__

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            return _half_even(self._numerator, self._denominator)
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        # The number modulo the prime that all numeric hashes are taken by.
        prime = _sys.hash_info.modulus
        try:
            inverse = pow(self._denominator, -1, prime)
        except ValueError:
            h = _sys.hash_info.inf
        else:
            h = hash(hash(abs(self._numerator)) * inverse)
        h = h if self._numerator >= 0 else -h
        return -2 if h == -1 else h

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, _numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, _numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            if _math.isnan(b) or _math.isinf(b):
                return 0.0 == b
            return a == Fraction(b)
        return NotImplemented

    def _compare(op):
        def compare(a, b):
            if isinstance(b, _numbers.Rational):
                return op(a._numerator * b.denominator, a._denominator * b.numerator)
            if isinstance(b, float):
                if _math.isnan(b) or _math.isinf(b):
                    return op(0.0, b)
                return op(a, Fraction(b))
            return NotImplemented
        return compare

    __lt__ = _compare(_operator.lt)
    __gt__ = _compare(_operator.gt)
    __le__ = _compare(_operator.le)
    __ge__ = _compare(_operator.ge)
    del _compare

    def __bool__(a):
        return bool(a._numerator)

    def __float__(a):
        return a._numerator / a._denominator

    def __complex__(a):
        return complex(float(a))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self
