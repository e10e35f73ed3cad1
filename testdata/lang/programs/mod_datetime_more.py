import datetime as D
from datetime import date, time, datetime, timedelta, timezone, tzinfo, UTC
def tries(*fs):
    for f in fs:
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
ds = [date(1, 1, 1), date(1900, 2, 28), date(2000, 2, 29), date(2023, 12, 31), date(2024, 1, 1), date(2026, 11, 24), date(9999, 12, 31)]
for d in ds: print(d, d.toordinal(), date.fromordinal(d.toordinal()) == d, d.weekday(), d.isocalendar(), tuple(d.isocalendar()), d.ctime(), d.strftime("%a %A %b %B %d %j %U %W %w %y %m %G-W%V-%u %%"), d.timetuple(), repr(d), d.isoformat())
for n in range(738000, 738800, 37): print(date.fromordinal(n), date.fromordinal(n).isocalendar().week, end=" ")
print()
ts = [timedelta(), timedelta(1), timedelta(-1), timedelta(seconds=1.5), timedelta(microseconds=-1), timedelta(days=1.5), timedelta(0, 0, 0.5), timedelta(0, 0, 1.5), timedelta(weeks=1, days=2, hours=3, minutes=4, seconds=5, milliseconds=6, microseconds=7), timedelta(hours=-25), timedelta.max, timedelta.min, timedelta.resolution, timedelta(seconds=0.1), timedelta(days=0.1)]
for t in ts: print(t, repr(t), t.days, t.seconds, t.microseconds, t.total_seconds(), bool(t), hash(t) == hash(timedelta(t.days, t.seconds, t.microseconds)))
a = timedelta(hours=7, seconds=13)
print(a * 3, 3 * a, a * 0.1, a / 3, a / 0.7, a // 7, a / timedelta(minutes=1), a // timedelta(minutes=1), a % timedelta(minutes=1), divmod(a, timedelta(minutes=1)), -a, +a, abs(-a), a - a * 2, a == timedelta(hours=7, seconds=13), a != 5, a < timedelta(1), max(ts[:5]), a / -3, a // -7)
x = datetime(2024, 2, 29, 13, 5, 9, 12345)
print(x, repr(x), x.ctime(), x.isoformat(timespec="hours"), x.isoformat(" ", "milliseconds"), x.isoformat(timespec="microseconds"), x.date(), x.time(), x.timetuple(), x.replace(year=2023, day=1), x.strftime("%c|%x|%X|%H:%M:%S.%f|%I %p|%Z%z|%e|%D|%F|%T|%R"), x.weekday(), x + timedelta(days=366), x - timedelta(hours=20), x - datetime(2000, 1, 1), x.toordinal(), x.timestamp(), datetime.fromtimestamp(x.timestamp()) == x, datetime.fromtimestamp(1e9), datetime.utcfromtimestamp(1e9) if False else "", datetime.combine(date(2020, 1, 1), time(1, 2, 3)), datetime.min, datetime.max, x > datetime(2024, 1, 1), x == x.replace(), hash(x) == hash(x.replace()), x.fold, f"{x}", f"{x:%Y/%m}")
E = timezone(timedelta(hours=5, minutes=30)); W = timezone(-timedelta(hours=8), "PST")
y = datetime(2024, 1, 1, 12, tzinfo=UTC)
print(y, repr(y), y.astimezone(E), y.astimezone(W), y.astimezone(W).tzname(), repr(E), repr(W), str(E), str(W), UTC, repr(UTC), y.utcoffset(), y.dst(), y.tzname(), y == y.astimezone(E), hash(y) == hash(y.astimezone(E)), y - y.astimezone(E), y.astimezone(E) - timedelta(1), y.strftime("%z %Z"), y.astimezone(E).strftime("%z %Z %:z"), y.timestamp(), datetime.fromtimestamp(0, E), y.timetz(), y.isoformat(), y.utctimetuple(), y.replace(tzinfo=None), timezone(timedelta(seconds=3661)), timezone(timedelta(0)) is UTC, E == timezone(timedelta(hours=5.5)))
z = time(9, 8, 7, 6); print(z, repr(z), time(), repr(time(1)), repr(time(1, 2, 3)), z.replace(hour=1), z.isoformat("minutes"), z.strftime("%H-%M-%S-%f %p"), time(1, tzinfo=E), repr(time(1, tzinfo=UTC)), time.min, time.max, time(1) < time(2), time(1, tzinfo=UTC) == time(6, 30, tzinfo=E), bool(time(0)), hash(time(1)) == hash(time(1)), time.fromisoformat("04:23:01.5"), time.fromisoformat("T0423"), time.fromisoformat("04:23+05:30"))
for s in ("2011-11-04", "20111104", "2011-W01-2", "2011W012"): print(date.fromisoformat(s), end=" ")
for s in ("2011-11-04", "2011-11-04T00:05:23", "2011-11-04 00:05:23.283", "2011-11-04 00:05:23.283+00:00", "2011-11-04T00:05:23Z", "20111104T000523", "2011-W01-2T00:05:23.283", "2011-11-04T00:05:23+04:00", "2011-11-04T00", "2011-11-04T00:05-0330"): print(repr(datetime.fromisoformat(s)), end=" ")
print()
for s, f in (("2024-02-29", "%Y-%m-%d"), ("29/Feb/24 1:02:03 PM", "%d/%b/%y %I:%M:%S %p"), ("Thursday 29 February 2024", "%A %d %B %Y"), ("2024 060", "%Y %j"), ("12:30:15.123", "%H:%M:%S.%f"), ("2024-01-01T00:00:00+0530", "%Y-%m-%dT%H:%M:%S%z"), ("2024-01-01 Z", "%Y-%m-%d %z"), ("Mon Jan  5 2026", "%a %b %d %Y"), ("68 69", "%y %m" if False else "%y 69"), ("2024 10 1", "%Y %W %w"), ("2024-W09-4", "%G-W%V-%u"), ("  5 % 10", " %d %% %m"), ("01/02/03", "%x"), ("10:11:12", "%X")): print(repr(datetime.strptime(s, f)), end=" ")
print()
tries(lambda: date(2023, 2, 30), lambda: date(0, 1, 1), lambda: date("a", 1, 1), lambda: date(1.0, 1, 1), lambda: date(2023, 0, 1), lambda: datetime(2023, 1, 1, 0, 60), lambda: datetime(2023, 1, 1, 0, 0, 60), lambda: time(0, 0, 0, 10 ** 6), lambda: time(1, fold=2), lambda: datetime(1, 1, 1, tzinfo=5), lambda: date.max + timedelta(1), lambda: datetime.max + timedelta(1), lambda: timedelta(10 ** 10), lambda: timedelta("a"), lambda: timedelta(float("nan")), lambda: timedelta(float("inf")), lambda: timedelta(1) / 0, lambda: timedelta(1) // 0, lambda: timedelta(1) * "a", lambda: timedelta(1) + 5, lambda: timedelta(1) < 5, lambda: date(2020, 1, 1) < datetime(2020, 1, 1), lambda: datetime(2020, 1, 1) < y, lambda: datetime(2020, 1, 1) == y, lambda: datetime(2020, 1, 1) - y, lambda: date(2020, 1, 1) - 5, lambda: 5 - date(2020, 1, 1), lambda: date(2020, 1, 1) == 5, lambda: date.fromordinal(0), lambda: date.fromordinal(10 ** 8), lambda: date.fromisoformat("2020-1-1"), lambda: date.fromisoformat(5), lambda: datetime.fromisoformat("nope"), lambda: datetime.fromisoformat("2020-13-01"), lambda: time.fromisoformat("25:00"), lambda: timezone(timedelta(1)), lambda: timezone(5), lambda: timezone(timedelta(0), 5), lambda: x.isoformat(timespec="x"), lambda: datetime.strptime("a", "%d"), lambda: datetime.strptime("2020x", "%Y"), lambda: datetime.strptime("2020", "%Q"), lambda: datetime.strptime("2020", "%Y%"), lambda: datetime.strptime("31 2", "%d %m"), lambda: datetime.strptime(5, "%d"), lambda: datetime.combine(5, time()), lambda: time(1) < time(1, tzinfo=UTC), lambda: date(2020, 1, 1).foo, lambda: setattr(date(2020, 1, 1), "year", 5), lambda: date.fromisocalendar(2020, 60, 1), lambda: y.astimezone(5), lambda: tzinfo().utcoffset(None), lambda: date(2020, 1, 1) + date(2020, 1, 1))
class CET(tzinfo):
    def utcoffset(self, dt): return timedelta(hours=1) + self.dst(dt)
    def dst(self, dt): return timedelta(hours=1) if dt is not None and 4 <= dt.month <= 10 else timedelta(0)
    def tzname(self, dt): return "CEST" if self.dst(dt) else "CET"
c = datetime(2024, 7, 1, 12, tzinfo=CET()); print(c, c.tzname(), c.astimezone(UTC), y.astimezone(CET()), c.dst(), c.strftime("%H %Z %z"))
class MyDate(date):
    def quarter(self): return (self.month - 1) // 3 + 1
q = MyDate(2024, 5, 6); print(repr(q), q.quarter(), type(q + timedelta(1)).__name__, type(q.replace(day=1)).__name__, isinstance(q, date), isinstance(x, date), D.MINYEAR, D.MAXYEAR)
print(sorted([date(2024, 1, 2), date(2023, 5, 6), date(2024, 1, 1)]), {date(2024, 1, 1): 1}[date(2024, 1, 1)], (date(2024, 3, 1) - date(2024, 2, 1)).days, sum((timedelta(1), timedelta(2)), timedelta()), [str(date(2024, 1, 31) + i * timedelta(30)) for i in range(3)])
match date(2024, 5, 6):
    case date(year=2024, month=m): print("matched", m)
