import math as _math
import random as _random
from fractions import Fraction as _Fraction
from collections import Counter as _Counter, namedtuple as _namedtuple
from bisect import bisect_left as _bisect_left, bisect_right as _bisect_right

__all__ = ["NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean", "kde", "linear_regression",
           "mean", "median", "median_grouped", "median_high", "median_low", "mode", "multimode", "pstdev", "pvariance", "quantiles",
           "stdev", "variance"]
__all__.remove("kde")


class StatisticsError(ValueError):
    pass


def _exact(x):
    "x as numerator and denominator; denominator None for infinities and NaN."
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return (x, None)
    try:
        return (x.numerator, x.denominator)
    except AttributeError:
        raise TypeError("can't convert type '%s' to numerator/denominator" % type(x).__name__)


def _wider(a, b):
    "The type of results when data mix a and b."
    if a is b or b is int or b is bool:
        return a
    if a is int or a is bool:
        return b
    if issubclass(b, a):
        return b
    if issubclass(a, b):
        return a
    if issubclass(a, int):
        return b
    if issubclass(b, int):
        return a
    if issubclass(a, _Fraction) and issubclass(b, float):
        return b
    if issubclass(a, float) and issubclass(b, _Fraction):
        return a
    raise TypeError("don't know how to coerce %s and %s" % (a.__name__, b.__name__))


def _sum(data):
    "Exact sum: the type of the data, the sum as a fraction (or a float when it is not finite), and how many there were."
    kind, count, parts, odd = int, 0, {}, None
    for x in data:
        kind = _wider(kind, type(x))
        count += 1
        n, d = _exact(x)
        if d is None:
            odd = n if odd is None else odd + n
        else:
            parts[d] = parts.get(d, 0) + n
    if odd is not None:
        return kind, odd, count
    total = _Fraction(0)
    for d, n in parts.items():
        total += _Fraction(n, d)
    return kind, total, count


def _convert(value, kind):
    if type(value) is kind:
        return value
    if issubclass(kind, int) and value.denominator != 1:
        kind = float
    return kind(value)


def _squares(data, c=None):
    "Exact sum of squared deviations from c (from the mean when c is None), as _sum, with the mean."
    if c is not None:
        kind, total, n = _sum([(x - c) * (x - c) for x in data])
        return kind, total, c, n
    kind, count, sx, sxx, odd = int, 0, _Fraction(0), _Fraction(0), None
    for x in data:
        kind = _wider(kind, type(x))
        count += 1
        n, d = _exact(x)
        if d is None:
            odd = n if odd is None else odd + n
            continue
        f = _Fraction(n, d)
        sx += f
        sxx += f * f
    if odd is not None:
        return kind, odd - odd, odd, count
    if not count:
        return kind, _Fraction(0), _Fraction(0), 0
    return kind, (count * sxx - sx * sx) / count, sx / count, count


def _root(f):
    "Square root of a fraction as the nearest float."
    n, d = f.numerator, f.denominator
    if n == 0:
        return 0.0
    # An integer root with more bits than a float has, the last of them saying whether it is exact.
    q = (n.bit_length() - d.bit_length() - 109) // 2
    if q >= 0:
        a, b = n, d << 2 * q
    else:
        a, b = n << -2 * q, d
    r = _math.isqrt(a // b)
    r |= r * r * b != a
    return float(r * _Fraction(2) ** q)


def mean(data):
    "Return the sample arithmetic mean of data."
    kind, total, n = _sum(data)
    if n < 1:
        raise StatisticsError("mean requires at least one data point")
    return _convert(total / n, kind)


def fmean(data, weights=None):
    "Convert data to floats and compute the arithmetic mean."
    if weights is None:
        data = list(data)
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return _math.fsum(data) / len(data)
    data, weights = list(data), list(weights)
    if len(data) != len(weights):
        raise StatisticsError("data and weights must be the same length")
    top, bottom = _math.sumprod(data, weights), _math.fsum(weights)
    if not bottom:
        raise StatisticsError("sum of weights must be non-zero")
    return top / bottom


def geometric_mean(data):
    "Convert data to floats and compute the geometric mean."
    try:
        return _math.exp(fmean(map(_math.log, data)))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None


def _no_negative(values, message):
    for x in values:
        if x < 0:
            raise StatisticsError(message)
        yield x


def harmonic_mean(data, weights=None):
    "Return the harmonic mean of data."
    data = list(data)
    message = "harmonic mean does not support negative values"
    n = len(data)
    if n < 1:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if n == 1 and weights is None:
        if not hasattr(data[0], "numerator") and not isinstance(data[0], float):
            raise TypeError("unsupported type")
        if data[0] < 0:
            raise StatisticsError(message)
        return data[0]
    if weights is None:
        weights, total = [1] * n, n
    else:
        weights = list(weights)
        if len(weights) != n:
            raise StatisticsError("Number of weights does not match data size")
        total = _sum(_no_negative(weights, message))[1]
    try:
        kind, s, _ = _sum([w / x if w else 0 for w, x in zip(weights, _no_negative(data, message))])
    except ZeroDivisionError:
        return 0
    if s <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(total / s, kind)


def median(data):
    "Return the median (middle value) of numeric data."
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    if n % 2:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    "Return the low median of numeric data."
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    "Return the high median of data."
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    "Estimates the median for numeric data binned around the midpoints of consecutive, fixed-width intervals."
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError("no median for empty data")
    x = data[n // 2]
    below = _bisect_left(data, x)
    inside = _bisect_right(data, x, lo=below) - below
    try:
        interval, x = float(interval), float(x)
    except ValueError:
        raise TypeError("Value cannot be converted to a float")
    return x - interval / 2.0 + interval * (n / 2 - below) / inside


def mode(data):
    "Return the most common data point from discrete or nominal data."
    counts = _Counter(iter(data)).most_common(1)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return counts[0][0]


def multimode(data):
    "Return a list of the most frequently occurring values."
    counts = _Counter(iter(data))
    top = max(counts.values(), default=0)
    return [x for x, n in counts.items() if n == top]


def quantiles(data, *, n=4, method="exclusive"):
    "Divide data into n continuous intervals with equal probability."
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError("must have at least two data points")
    if method == "inclusive":
        out = []
        for i in range(1, n):
            j, delta = divmod(i * (size - 1), n)
            out.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return out
    if method == "exclusive":
        out = []
        for i in range(1, n):
            j = min(max(i * (size + 1) // n, 1), size - 1)
            delta = i * (size + 1) - j * n
            out.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return out
    raise ValueError("Unknown method: %r" % method)


def variance(data, xbar=None):
    "Return the sample variance of data."
    kind, ss, c, n = _squares(data, xbar)
    if n < 2:
        raise StatisticsError("variance requires at least two data points")
    return _convert(ss / (n - 1), kind)


def pvariance(data, mu=None):
    "Return the population variance of data."
    kind, ss, c, n = _squares(data, mu)
    if n < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _convert(ss / n, kind)


def stdev(data, xbar=None):
    "Return the square root of the sample variance."
    kind, ss, c, n = _squares(data, xbar)
    if n < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root(_Fraction(ss / (n - 1))) if ss == ss and abs(ss) != _math.inf else _math.sqrt(ss)


def pstdev(data, mu=None):
    "Return the square root of the population variance."
    kind, ss, c, n = _squares(data, mu)
    if n < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _root(_Fraction(ss / n)) if ss == ss and abs(ss) != _math.inf else _math.sqrt(ss)


def covariance(x, y, /):
    "Return the sample covariance of two inputs."
    n = len(x)
    if len(y) != n:
        raise StatisticsError("covariance requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("covariance requires at least two data points")
    mx, my = _math.fsum(x) / n, _math.fsum(y) / n
    return _math.sumprod([a - mx for a in x], [b - my for b in y]) / (n - 1)


def _ranks(data, start):
    order = sorted(range(len(data)), key=data.__getitem__)
    out = [0.0] * len(data)
    i = 0
    while i < len(order):
        j = i
        while j + 1 < len(order) and data[order[j + 1]] == data[order[i]]:
            j += 1
        for k in range(i, j + 1):
            out[order[k]] = (i + j) / 2 + start
        i = j + 1
    return out


def correlation(x, y, /, *, method="linear"):
    "Pearson's (or, by ranks, Spearman's) correlation coefficient of two inputs."
    n = len(x)
    if len(y) != n:
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("correlation requires at least two data points")
    if method not in {"linear", "ranked"}:
        raise ValueError("Unknown method: %r" % method)
    if method == "ranked":
        start = (n - 1) / -2
        x, y = _ranks(x, start), _ranks(y, start)
    else:
        mx, my = _math.fsum(x) / n, _math.fsum(y) / n
        x, y = [a - mx for a in x], [b - my for b in y]
    xy, xx, yy = _math.sumprod(x, y), _math.sumprod(x, x), _math.sumprod(y, y)
    try:
        return xy / _math.sqrt(xx * yy)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant")


LinearRegression = _namedtuple("LinearRegression", ("slope", "intercept"))


def linear_regression(x, y, /, *, proportional=False):
    "Slope and intercept for simple linear regression."
    n = len(x)
    if len(y) != n:
        raise StatisticsError("linear regression requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("linear regression requires at least two data points")
    mx = my = 0.0
    if not proportional:
        mx, my = _math.fsum(x) / n, _math.fsum(y) / n
        x, y = [a - mx for a in x], [b - my for b in y]
    xy, xx = _math.sumprod(x, y) + 0.0, _math.sumprod(x, x)
    try:
        slope = xy / xx
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    return LinearRegression(slope=slope, intercept=0.0 if proportional else my - slope * mx)


class NormalDist:
    "Normal distribution of a random variable."
    __slots__ = ("_mu", "_sigma")

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        kind, ss, c, n = _squares(data)
        if n < 2:
            raise StatisticsError("stdev requires at least two data points")
        return cls(float(c), _root(ss / (n - 1)))

    def samples(self, n, *, seed=None):
        gauss = _random.gauss if seed is None else _random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError("pdf() not defined when sigma is zero")
        d = x - self._mu
        return _math.exp(d * d / (-2.0 * variance)) / _math.sqrt(_math.tau * variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + _math.erf((x - self._mu) / (self._sigma * _math.sqrt(2.0))))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        if self._sigma < 0.0:
            raise StatisticsError("cdf() not defined when sigma at or below zero")
        return _normal_quantile(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        x, y = self, other
        if (y._sigma, y._mu) < (x._sigma, x._mu):
            x, y = y, x
        xv, yv = x.variance, y.variance
        if not xv or not yv:
            raise StatisticsError("overlap() not defined when sigma is zero")
        dv, dm = yv - xv, _math.fabs(y._mu - x._mu)
        if not dv:
            return 1.0 - _math.erf(dm / (2.0 * x._sigma * _math.sqrt(2.0)))
        a = x._mu * yv - y._mu * xv
        b = x._sigma * y._sigma * _math.sqrt(dm * dm + dv * _math.log(yv / xv))
        x1, x2 = (a + b) / dv, (a - b) / dv
        return 1.0 - (_math.fabs(y.cdf(x1) - x.cdf(x1)) + _math.fabs(y.cdf(x2) - x.cdf(x2)))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    @property
    def mean(self):
        return self._mu

    @property
    def median(self):
        return self._mu

    @property
    def mode(self):
        return self._mu

    @property
    def stdev(self):
        return self._sigma

    @property
    def variance(self):
        return self._sigma * self._sigma

    def __add__(a, b):
        if isinstance(b, NormalDist):
            return NormalDist(a._mu + b._mu, _math.hypot(a._sigma, b._sigma))
        return NormalDist(a._mu + b, a._sigma)

    def __sub__(a, b):
        if isinstance(b, NormalDist):
            return NormalDist(a._mu - b._mu, _math.hypot(a._sigma, b._sigma))
        return NormalDist(a._mu - b, a._sigma)

    def __mul__(a, b):
        return NormalDist(a._mu * b, a._sigma * _math.fabs(b))

    def __truediv__(a, b):
        return NormalDist(a._mu / b, a._sigma / _math.fabs(b))

    def __pos__(a):
        return NormalDist(a._mu, a._sigma)

    def __neg__(a):
        return NormalDist(-a._mu, a._sigma)

    __radd__ = __add__

    def __rsub__(a, b):
        return -(a - b)

    __rmul__ = __mul__

    def __eq__(a, b):
        if not isinstance(b, NormalDist):
            return NotImplemented
        return a._mu == b._mu and a._sigma == b._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return "%s(mu=%r, sigma=%r)" % (type(self).__name__, self._mu, self._sigma)


def _rational(r, top, bottom):
    a = b = 0.0
    for c in top:
        a = a * r + c
    for c in bottom:
        b = b * r + c
    return a / b


# Rational approximations of the normal quantile by M. J. Wichura (1988), algorithm AS 241, function PPND16.
_centre = ((2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4,
            1.3731693765509461125e+4, 1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e+0),
           (5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4,
            5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1.0))
_middle = ((7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e+0,
            3.64784832476320460504e+0, 5.76949722146069140550e+0, 4.63033784615654529590e+0, 1.42343711074968357734e+0),
           (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
            6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1.0))
_far = ((2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
         2.96560571828504891230e-1, 1.78482653991729133580e+0, 5.46378491116411436990e+0, 6.65790464350110377720e+0),
        (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
         1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0))


def _normal_quantile(p, mu, sigma):
    q = p - 0.5
    if _math.fabs(q) <= 0.425:
        r = 0.180625 - q * q
        # CPython multiplies the numerator by q before it divides.
        a = b = 0.0
        for c in _centre[0]:
            a = a * r + c
        for c in _centre[1]:
            b = b * r + c
        return mu + (a * q / b) * sigma
    r = _math.sqrt(-_math.log(p if q <= 0.0 else 1.0 - p))
    x = _rational(r - 1.6, *_middle) if r <= 5.0 else _rational(r - 5.0, *_far)
    return mu + (-x if q < 0.0 else x) * sigma
