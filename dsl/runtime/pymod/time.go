package pymod

import (
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

var structTime = newStructSeq("time", "struct_time", "A date and time in parts: year, month, day, hour, minute, second, weekday (0 is Monday), day of the year, summer time (-1 if unknown).",
	"tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")

// monotonicStart is what perf_counter and monotonic count from.
var monotonicStart = time.Now()

// timeTuple is a struct_time.
func timeTuple(tm time.Time, local bool) object {
	dst := 0
	if local && tm.IsDST() {
		dst = 1
	}
	return structTime.make(num(tm.Year()), num(int(tm.Month())), num(tm.Day()), num(tm.Hour()), num(tm.Minute()), num(tm.Second()),
		num((int(tm.Weekday())+6)%7), num(tm.YearDay()), num(dst))
}

// timeOf reads a struct_time or a tuple of nine numbers, in the local zone.
func timeOf(t *thread, o object) (time.Time, error) {
	tup, ok := runtime.Payload(o).(py.Tuple)
	if !ok {
		return time.Time{}, runtime.TypeErrorf("Tuple or struct_time argument required")
	}
	if len(tup) != 9 {
		return time.Time{}, runtime.TypeErrorf("mktime(): illegal time tuple argument")
	}
	var v [6]int
	for i := range v {
		n, err := runtime.AsInt(t, tup[i])
		if err != nil {
			return time.Time{}, err
		}
		v[i] = n
	}
	return time.Date(v[0], time.Month(v[1]), v[2], v[3], v[4], v[5], 0, time.Local), nil
}

// secondsTime turns seconds since the epoch into a time.
func secondsTime(t *thread, o object) (time.Time, error) {
	if !given(o) {
		return time.Now(), nil
	}
	if i, ok := runtime.Payload(o).(py.Int); ok {
		return time.Unix(int64(i), 0), nil
	}
	f, err := runtime.AsFloat(t, o)
	if err != nil {
		return time.Time{}, err
	}
	if f != f || math.Abs(f) > 1e15 {
		return time.Time{}, runtime.Errorf(py.OverflowError, "timestamp out of range for platform time_t")
	}
	s := math.Floor(f)
	return time.Unix(int64(s), int64((f-s)*1e9)), nil
}

func init() {
	m := newModule("time", "The time of day, pauses and stopwatches. Times are seconds since the start of 1970 in UTC, or struct_time.")
	clock := func(name, doc string, now func() int64) {
		m.fn(name, "/", doc, func(t *thread, a []object) (object, error) { return flt(float64(now()) / 1e9), nil })
		m.fn(name+"_ns", "/", doc, func(t *thread, a []object) (object, error) { return runtime.IntObj(now()), nil })
	}
	clock("time", "The present as time since the start of 1970 in UTC: seconds, or nanoseconds for time_ns().", func() int64 { return time.Now().UnixNano() })
	since := func() int64 { return int64(time.Since(monotonicStart)) }
	clock("perf_counter", "A stopwatch: only differences between two calls mean something.", since)
	clock("monotonic", "A stopwatch that changes of the system's time do not disturb.", since)
	clock("process_time", "Processor time that this process has used.", processTime)
	clock("thread_time", "Processor time, here of the whole process.", processTime)
	m.fn("sleep", "seconds, /", "Wait for that many seconds.", func(t *thread, a []object) (object, error) {
		s, err := runtime.AsFloat(t, a[0])
		if err != nil {
			return nil, err
		}
		if s != s {
			return nil, runtime.ValueErrorf("Invalid value NaN (not a number)")
		}
		if s < 0 {
			return nil, runtime.ValueErrorf("sleep length must be non-negative")
		}
		end := time.Now().Add(time.Duration(math.Min(s*1e9, math.MaxInt64/2)))
		for {
			left := time.Until(end)
			if left <= 0 {
				return none, t.Tick()
			}
			time.Sleep(min(left, 20*time.Millisecond))
			if err := t.Tick(); err != nil {
				return nil, err
			}
		}
	})
	m.fn("gmtime", "seconds=, /", "A time in seconds, or the present, as struct_time in UTC.", func(t *thread, a []object) (object, error) {
		tm, err := secondsTime(t, a[0])
		return timeTuple(tm.UTC(), false), err
	})
	m.fn("localtime", "seconds=, /", "A time in seconds, or the present, as struct_time in local time.", func(t *thread, a []object) (object, error) {
		tm, err := secondsTime(t, a[0])
		return timeTuple(tm.Local(), true), err
	})
	m.fn("mktime", "tuple, /", "The seconds of a struct_time in local time: the inverse of localtime().", func(t *thread, a []object) (object, error) {
		tm, err := timeOf(t, a[0])
		return flt(float64(tm.Unix())), err
	})
	now := func(t *thread, o object) (time.Time, error) {
		if !given(o) {
			return time.Now(), nil
		}
		return timeOf(t, o)
	}
	m.fn("strftime", "format, t=, /", "Write a time, or the present, by a format such as '%Y-%m-%d %H:%M'.", func(t *thread, a []object) (object, error) {
		f, err := text(a[0], "strftime", 1)
		if err != nil {
			return nil, err
		}
		tm, err := now(t, a[1])
		return str(strftime(f, tm, true)), err
	})
	m.fn("asctime", "t=, /", "Write a struct_time, or the present, in the form 'Mon Jan  2 15:04:05 2006'.", func(t *thread, a []object) (object, error) {
		tm, err := now(t, a[0])
		return str(asctime(tm)), err
	})
	m.fn("ctime", "seconds=, /", "Write a time in seconds, or the present, as asctime() does, in local time.", func(t *thread, a []object) (object, error) {
		tm, err := secondsTime(t, a[0])
		return str(asctime(tm.Local())), err
	})
	m.fn("strptime", "string, format=, /", "Read a time written by a format such as '%Y-%m-%d %H:%M'.", func(t *thread, a []object) (object, error) {
		s, err := text(a[0], "strptime", 1)
		if err != nil {
			return nil, err
		}
		f := "%a %b %d %H:%M:%S %Y"
		if a[1] != nil {
			if f, err = text(a[1], "strptime", 2); err != nil {
				return nil, err
			}
		}
		p, err := strptime(s, f)
		if err != nil {
			return nil, err
		}
		tm := p.time(time.UTC)
		return structTime.make(num(tm.Year()), num(int(tm.Month())), num(tm.Day()), num(tm.Hour()), num(tm.Minute()), num(tm.Second()),
			num((int(tm.Weekday())+6)%7), num(tm.YearDay()), num(-1)), nil
	})
	m.value("struct_time", structTime.typ)
	name, offset := time.Date(2024, 1, 1, 0, 0, 0, 0, time.Local).Zone()
	summer, summerOffset := time.Date(2024, 7, 1, 0, 0, 0, 0, time.Local).Zone()
	if offset > summerOffset { // south of the equator summer is in January
		name, offset, summer, summerOffset = summer, summerOffset, name, offset
	}
	m.value("timezone", num(-offset))
	m.value("altzone", num(-summerOffset))
	m.value("daylight", num(map[bool]int{true: 1}[offset != summerOffset]))
	m.value("tzname", py.Tuple{str(name), str(summer)})
}

func asctime(tm time.Time) string {
	return fmt.Sprintf("%s %s %2d %02d:%02d:%02d %d", tm.Format("Mon"), tm.Format("Jan"), tm.Day(), tm.Hour(), tm.Minute(), tm.Second(), tm.Year())
}

// strftime formats a time in the C locale; zoned tells whether %Z and %z show the zone.
func strftime(format string, tm time.Time, zoned bool) string {
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		c := format[i]
		if c != '%' || i+1 >= len(format) {
			b.WriteByte(c)
			continue
		}
		i++
		pad := true
		if format[i] == '-' && i+1 < len(format) {
			pad = false
			i++
		}
		two := func(n int) {
			if pad {
				fmt.Fprintf(&b, "%02d", n)
			} else {
				fmt.Fprintf(&b, "%d", n)
			}
		}
		switch format[i] {
		case 'a':
			b.WriteString(tm.Format("Mon"))
		case 'A':
			b.WriteString(tm.Format("Monday"))
		case 'b', 'h':
			b.WriteString(tm.Format("Jan"))
		case 'B':
			b.WriteString(tm.Format("January"))
		case 'c':
			b.WriteString(asctime(tm))
		case 'C':
			two(tm.Year() / 100)
		case 'd':
			two(tm.Day())
		case 'D', 'x':
			b.WriteString(tm.Format("01/02/06"))
		case 'e':
			fmt.Fprintf(&b, "%2d", tm.Day())
		case 'f':
			fmt.Fprintf(&b, "%06d", tm.Nanosecond()/1000)
		case 'F':
			fmt.Fprintf(&b, "%d-%02d-%02d", tm.Year(), tm.Month(), tm.Day())
		case 'G':
			y, _ := tm.ISOWeek()
			fmt.Fprintf(&b, "%d", y)
		case 'H':
			two(tm.Hour())
		case 'I':
			two((tm.Hour()+11)%12 + 1)
		case 'j':
			if pad {
				fmt.Fprintf(&b, "%03d", tm.YearDay())
			} else {
				fmt.Fprintf(&b, "%d", tm.YearDay())
			}
		case 'm':
			two(int(tm.Month()))
		case 'M':
			two(tm.Minute())
		case 'n':
			b.WriteByte('\n')
		case 'p':
			b.WriteString(tm.Format("PM"))
		case 'r':
			fmt.Fprintf(&b, "%02d:%02d:%02d %s", (tm.Hour()+11)%12+1, tm.Minute(), tm.Second(), tm.Format("PM"))
		case 'R':
			b.WriteString(tm.Format("15:04"))
		case 's':
			fmt.Fprintf(&b, "%d", tm.Unix())
		case 'S':
			two(tm.Second())
		case 't':
			b.WriteByte('\t')
		case 'T', 'X':
			b.WriteString(tm.Format("15:04:05"))
		case 'u':
			fmt.Fprintf(&b, "%d", (int(tm.Weekday())+6)%7+1)
		case 'U':
			two((tm.YearDay() + 6 - int(tm.Weekday())) / 7)
		case 'V':
			_, w := tm.ISOWeek()
			two(w)
		case 'w':
			fmt.Fprintf(&b, "%d", int(tm.Weekday()))
		case 'W':
			two((tm.YearDay() + 6 - (int(tm.Weekday())+6)%7) / 7)
		case 'y':
			two(((tm.Year() % 100) + 100) % 100)
		case 'Y':
			fmt.Fprintf(&b, "%d", tm.Year())
		case 'z':
			if zoned {
				b.WriteString(zoneOffset(tm, ""))
			}
		case 'Z':
			if zoned {
				n, _ := tm.Zone()
				b.WriteString(n)
			}
		case '%':
			b.WriteByte('%')
		default:
			b.WriteByte('%')
			b.WriteByte(format[i])
		}
	}
	return b.String()
}

// zoneOffset is +hhmm, with sep between hours and minutes, and seconds when there are any.
func zoneOffset(tm time.Time, sep string) string {
	_, off := tm.Zone()
	sign := '+'
	if off < 0 {
		sign, off = '-', -off
	}
	s := fmt.Sprintf("%c%02d%s%02d", sign, off/3600, sep, off/60%60)
	if off%60 != 0 {
		s += fmt.Sprintf("%s%02d", sep, off%60)
	}
	return s
}

// parsedTime is the outcome of strptime.
type parsedTime struct {
	year, month, day, hour, minute, second, micro int
	yday, weekday, week                           int // -1 when not given
	pm                                            int // -1 not given, 0 AM, 1 PM
	weekMonday                                    bool
	offset                                        int
	hasOffset                                     bool
	zone                                          string
}

func (p *parsedTime) time(loc *time.Location) time.Time {
	if p.yday > 0 && p.month == 1 && p.day == 1 {
		return time.Date(p.year, 1, p.yday, p.hour, p.minute, p.second, p.micro*1000, loc)
	}
	return time.Date(p.year, time.Month(p.month), p.day, p.hour, p.minute, p.second, p.micro*1000, loc)
}

var monthNames = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}
var dayNames = []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

// strptime parses s by a format in the C locale.
func strptime(s, format string) (*parsedTime, error) {
	p := &parsedTime{year: 1900, month: 1, day: 1, yday: -1, weekday: -1, week: -1, pm: -1}
	rest := s
	fail := func() error {
		return runtime.ValueErrorf("time data %s does not match format %s", runtime.QuoteString(s, false), runtime.QuoteString(format, false))
	}
	number := func(maxDigits, lo, hi int) (int, bool) {
		n, i := 0, 0
		for i < len(rest) && i < maxDigits && rest[i] >= '0' && rest[i] <= '9' {
			// Digits beyond the range belong to what follows.
			if v := n*10 + int(rest[i]-'0'); v > hi {
				break
			} else {
				n = v
			}
			i++
		}
		if i == 0 || n < lo {
			return 0, false
		}
		rest = rest[i:]
		return n, true
	}
	name := func(names []string, short bool) (int, bool) {
		low := strings.ToLower(rest)
		for i, n := range names {
			if !short && strings.HasPrefix(low, n) {
				rest = rest[len(n):]
				return i, true
			}
			if short && strings.HasPrefix(low, n[:3]) {
				rest = rest[3:]
				return i, true
			}
		}
		return 0, false
	}
	var parse func(f string) bool
	parse = func(f string) bool {
		for i := 0; i < len(f); i++ {
			c := f[i]
			if c == ' ' || c == '\t' || c == '\n' {
				if rest == "" || !strings.ContainsAny(rest[:1], " \t\n\r") {
					return false
				}
				rest = strings.TrimLeft(rest, " \t\n\r")
				continue
			}
			if c != '%' || i+1 >= len(f) {
				if rest == "" || !strings.EqualFold(rest[:1], f[i:i+1]) {
					return false
				}
				rest = rest[1:]
				continue
			}
			i++
			ok := true
			switch f[i] {
			case 'Y':
				if len(rest) < 4 {
					return false
				}
				p.year, ok = number(4, 0, 9999)
			case 'y':
				p.year, ok = number(2, 0, 99)
				if p.year < 69 {
					p.year += 2000
				} else {
					p.year += 1900
				}
			case 'm':
				p.month, ok = number(2, 1, 12)
			case 'd', 'e':
				p.day, ok = number(2, 1, 31)
			case 'H':
				p.hour, ok = number(2, 0, 23)
			case 'I':
				p.hour, ok = number(2, 1, 12)
			case 'M':
				p.minute, ok = number(2, 0, 59)
			case 'S':
				p.second, ok = number(2, 0, 61)
			case 'j':
				p.yday, ok = number(3, 1, 366)
			case 'U', 'W':
				p.week, ok = number(2, 0, 53)
				p.weekMonday = f[i] == 'W'
			case 'w':
				p.weekday, ok = number(1, 0, 6)
				p.weekday = (p.weekday + 6) % 7
			case 'u':
				p.weekday, ok = number(1, 1, 7)
				p.weekday--
			case 'f':
				n := 0
				for n < len(rest) && n < 6 && rest[n] >= '0' && rest[n] <= '9' {
					p.micro = p.micro*10 + int(rest[n]-'0')
					n++
				}
				if ok = n > 0; ok {
					rest = rest[n:]
					for ; n < 6; n++ {
						p.micro *= 10
					}
				}
			case 'b', 'h':
				p.month, ok = name(monthNames, true)
				p.month++
			case 'B':
				p.month, ok = name(monthNames, false)
				p.month++
			case 'a':
				p.weekday, ok = name(dayNames, true)
			case 'A':
				p.weekday, ok = name(dayNames, false)
			case 'p':
				switch low := strings.ToLower(rest); {
				case strings.HasPrefix(low, "am"):
					p.pm = 0
				case strings.HasPrefix(low, "pm"):
					p.pm = 1
				default:
					return false
				}
				rest = rest[2:]
			case 'z':
				ok = parseOffset(&rest, p)
			case 'Z':
				n := 0
				for n < len(rest) && (rest[n] >= 'A' && rest[n] <= 'Z' || rest[n] >= 'a' && rest[n] <= 'z') {
					n++
				}
				p.zone, rest = rest[:n], rest[n:]
			case 'T', 'X':
				ok = parse("%H:%M:%S")
			case 'D', 'x':
				ok = parse("%m/%d/%y")
			case 'R':
				ok = parse("%H:%M")
			case 'F':
				ok = parse("%Y-%m-%d")
			case 'c':
				ok = parse("%a %b %d %H:%M:%S %Y")
			case '%':
				ok = strings.HasPrefix(rest, "%")
				rest = strings.TrimPrefix(rest, "%")
			default:
				ok = false
			}
			if !ok {
				return false
			}
		}
		return true
	}
	for i := 0; i+1 < len(format); i++ {
		if format[i] == '%' {
			i++
			if !strings.ContainsRune("YymdeHIMSjUWwufbhBaApzZTXDxRFc%", rune(format[i])) {
				return nil, runtime.ValueErrorf("'%c' is a bad directive in format %s", format[i], runtime.QuoteString(format, false))
			}
		}
	}
	if !parse(format) {
		return nil, fail()
	}
	if rest != "" {
		return nil, runtime.ValueErrorf("unconverted data remains: %s", rest)
	}
	switch {
	case p.pm == 0 && p.hour == 12:
		p.hour = 0
	case p.pm == 1 && p.hour < 12:
		p.hour += 12
	}
	if p.week >= 0 && p.weekday >= 0 {
		jan1 := (int(time.Date(p.year, 1, 1, 0, 0, 0, 0, time.UTC).Weekday()) + 6) % 7 // Monday is 0
		day := p.weekday
		first := jan1
		if !p.weekMonday {
			day, first = (day+1)%7, (jan1+1)%7
		}
		lead := (7 - first) % 7
		p.yday = day - first + 1
		if p.week > 0 {
			p.yday = 1 + lead + 7*(p.week-1) + day
		}
	}
	if days := time.Date(p.year, time.Month(p.month)+1, 0, 0, 0, 0, 0, time.UTC).Day(); p.day > days {
		return nil, runtime.ValueErrorf("day is out of range for month")
	}
	return p, nil
}

func parseOffset(rest *string, p *parsedTime) bool {
	s := *rest
	if strings.HasPrefix(s, "Z") {
		p.hasOffset = true
		*rest = s[1:]
		return true
	}
	if len(s) < 5 || s[0] != '+' && s[0] != '-' {
		return false
	}
	var h, m int
	n := 5
	if s[3] == ':' {
		if len(s) < 6 {
			return false
		}
		if _, err := fmt.Sscanf(s[1:6], "%2d:%2d", &h, &m); err != nil {
			return false
		}
		n = 6
	} else if _, err := fmt.Sscanf(s[1:5], "%2d%2d", &h, &m); err != nil {
		return false
	}
	p.offset = h*3600 + m*60
	if s[0] == '-' {
		p.offset = -p.offset
	}
	p.hasOffset = true
	*rest = s[n:]
	return true
}
