package ndarray

import (
	"math"
	"strconv"
	"strings"
)

// PrintOptions are those of numpy.set_printoptions.
type PrintOptions struct {
	Precision int // digits after the point
	Threshold int // more elements than this are summarised
	EdgeItems int // items at each edge of a summary
	LineWidth int
	Suppress  bool // never the exponent form for small numbers
	NaN, Inf  string
	Sign      byte                  // '-', '+' or ' '
	FloatMode string                // maxprec, fixed, unique, maxprec_equal
	Format    func(elem any) string // replaces the rules for elements when not nil
}

// DefaultPrint holds NumPy's defaults.
func DefaultPrint() PrintOptions {
	return PrintOptions{Precision: 8, Threshold: 1000, EdgeItems: 3, LineWidth: 75, NaN: "nan", Inf: "inf", Sign: '-', FloatMode: "maxprec"}
}

// String is str(a) with the default options.
func (a *Array) String() string { return a.Str(DefaultPrint()) }

// Str is str(a): values without commas. A 0-dimensional array prints as its scalar.
func (a *Array) Str(o PrintOptions) string {
	if len(a.shape) == 0 {
		return FormatScalar(a.Flat(0))
	}
	return a.ToString(o, " ", "", "")
}

// Repr is repr(a): "array([1., 2.])", with shape and dtype where they cannot be read off.
func (a *Array) Repr(o PrintOptions) string {
	const prefix = "array("
	body := a.ToString(o, ", ", prefix, ")")
	var extras []string
	if a.size == 0 && !(len(a.shape) == 1 && a.shape[0] == 0) || a.size > o.Threshold {
		extras = append(extras, "shape="+ShapeTuple(a.shape))
	}
	if a.dtype == Float32 || a.size == 0 {
		extras = append(extras, "dtype="+a.dtype.String())
	}
	if extras == nil {
		return prefix + body + ")"
	}
	text, extra := prefix+body+",", strings.Join(extras, ", ")+")"
	last := len(text) - (strings.LastIndexByte(text, '\n') + 1)
	if last+len(extra)+1 > o.LineWidth {
		return text + "\n" + strings.Repeat(" ", len(prefix)) + extra
	}
	return text + " " + extra
}

// ToString is array2string: the nested brackets, continued under a prefix of the given width.
func (a *Array) ToString(o PrintOptions, sep, prefix, suffix string) string {
	if a.size == 0 {
		return "[]"
	}
	p := printer{o: o, sep: sep, width: o.LineWidth - len(suffix)}
	shown := a
	if a.size > o.Threshold {
		p.summary = true
		shown = a.edges(o.EdgeItems)
	}
	p.word = formatter(shown, &o)
	indent := " " + strings.Repeat(" ", len(prefix))
	return p.render(a, indent, p.width)
}

// edges is what a summary shows of a: the first and last items of every dimension.
func (a *Array) edges(n int) *Array {
	parts := make([]Index, len(a.shape))
	limited := false
	for k, m := range a.shape {
		parts[k] = Colon()
		if m > 2*n {
			limited = true
			idx := make([]int64, 0, 2*n)
			for i := range n {
				idx = append(idx, int64(i))
			}
			for i := range n {
				idx = append(idx, int64(m-n+i))
			}
			parts[k] = By(vector(idx))
		}
	}
	if !limited {
		return a
	}
	v := a
	for k := range parts { // one axis at a time: open mesh
		if parts[k].kind != idxArray {
			continue
		}
		one := make([]Index, k+1)
		for i := range one {
			one[i] = Colon()
		}
		one[k] = parts[k]
		w, err := v.Get(one...)
		if err != nil {
			return a
		}
		v = w
	}
	return v
}

type printer struct {
	o       PrintOptions
	sep     string
	width   int
	summary bool
	word    func(elem any) string
}

func (p *printer) render(a *Array, indent string, width int) string {
	if len(a.shape) == 0 {
		return p.word(a.Flat(0))
	}
	n := a.shape[0]
	lead, trail := 0, n
	summary := p.summary && 2*p.o.EdgeItems < n
	if summary {
		lead, trail = p.o.EdgeItems, p.o.EdgeItems
	}
	item := func(i int) string {
		e, err := a.At(i)
		if err != nil {
			return ""
		}
		return p.render(e, indent+" ", width-1)
	}
	var b strings.Builder
	if len(a.shape) == 1 {
		l := liner{out: &b, indent: indent, line: indent, width: width - max(len(strings.TrimRight(p.sep, " ")), 1)}
		for i := range lead {
			l.add(item(i))
			l.line += p.sep
		}
		if summary {
			l.add("...")
			l.line += p.sep
		}
		for i := n - trail; i < n; i++ {
			l.add(item(i))
			if i < n-1 {
				l.line += p.sep
			}
		}
		b.WriteString(l.line)
	} else {
		lineSep := strings.TrimRight(p.sep, " ") + strings.Repeat("\n", len(a.shape)-1)
		for i := range lead {
			b.WriteString(indent + item(i) + lineSep)
		}
		if summary {
			b.WriteString(indent + "..." + lineSep)
		}
		for i := n - trail; i < n; i++ {
			b.WriteString(indent + item(i))
			if i < n-1 {
				b.WriteString(lineSep)
			}
		}
	}
	s := b.String()
	if len(s) >= len(indent) {
		s = s[len(indent):]
	}
	return "[" + s + "]"
}

// liner breaks a row of words into lines.
type liner struct {
	out    *strings.Builder
	indent string
	line   string
	width  int
}

func (l *liner) add(word string) {
	if len(l.line)+len(word) > l.width && len(l.line) > len(l.indent) {
		l.out.WriteString(strings.TrimRight(l.line, " ") + "\n")
		l.line = l.indent
	}
	l.line += word
}

// formatter returns the function that writes the elements of a in a common width.
func formatter(a *Array, o *PrintOptions) func(any) string {
	if o.Format != nil {
		return o.Format
	}
	switch a.dtype {
	case Bool:
		return func(e any) string {
			if e.(bool) {
				if len(a.shape) == 0 {
					return "True"
				}
				return " True"
			}
			return "False"
		}
	case Int64:
		lo, hi := int64(math.MaxInt64), int64(math.MinInt64)
		for _, x := range a.Ints() {
			lo, hi = min(lo, x), max(hi, x)
		}
		width := max(len(o.signed(hi)), len(o.signed(lo)))
		return func(e any) string { return padLeft(o.signed(e.(int64)), width) }
	case Float32:
		f := newFloatFormat(a.Floats(), o, 32)
		return func(e any) string { return f.format(float64(e.(float32))) }
	case Float64:
		f := newFloatFormat(a.Floats(), o, 64)
		return func(e any) string { return f.format(e.(float64)) }
	}
	re := newFloatFormat(a.Real().Floats(), o, 64)
	io := *o
	io.Sign = '+'
	im := newFloatFormat(a.Imag().Floats(), &io, 64)
	return func(e any) string {
		c := e.(complex128)
		i := im.format(imag(c))
		n := len(strings.TrimRight(i, " "))
		return re.format(real(c)) + i[:n] + "j" + i[n:]
	}
}

func (o *PrintOptions) signed(x int64) string {
	s := strconv.FormatInt(x, 10)
	if x >= 0 && o.Sign != '-' {
		s = string(o.Sign) + s
	}
	return s
}

// floatFormat writes floats so that the points of a column stand under each other.
type floatFormat struct {
	o                 *PrintOptions
	bits              int
	exp               bool
	precision         int // most digits after the point, negative for no limit
	minDigits         int // digits after the point that are always written
	keepZeros         bool
	unique            bool
	padLeft, padRight int
	expDigits         int
}

func newFloatFormat(data []float64, o *PrintOptions, bits int) *floatFormat {
	f := &floatFormat{o: o, bits: bits, precision: o.Precision, unique: o.FloatMode != "fixed"}
	if o.FloatMode == "unique" {
		f.precision = -1
	}
	hi, lo := 0.0, math.Inf(1)
	finite, special, negInf := 0, 0, false
	for _, x := range data {
		if x-x != 0 {
			special++
			negInf = negInf || x < 0
			continue
		}
		finite++
		if x != 0 {
			hi, lo = math.Max(hi, math.Abs(x)), math.Min(lo, math.Abs(x))
		}
	}
	limit := 1e8
	if bits == 32 {
		limit = 1e6
	}
	if hi > 0 && (hi >= limit || !o.Suppress && (lo < 0.0001 || hi/lo > 1000)) {
		f.exp = true
	}
	switch {
	case finite == 0:
		f.exp = false
	case f.exp:
		f.measureExp(data)
	default:
		f.measure(data)
	}
	if special > 0 {
		inf := len(o.Inf)
		if negInf || o.Sign != '-' {
			inf++
		}
		f.padLeft = max(f.padLeft, max(len(o.NaN), inf)-(f.padRight+1))
	}
	return f
}

func (f *floatFormat) measure(data []float64) {
	fixed := f.o.FloatMode == "fixed"
	for _, x := range data {
		if x-x != 0 {
			continue
		}
		whole, frac := f.positional(x, fixed)
		f.padLeft, f.padRight = max(f.padLeft, len(whole)), max(f.padRight, len(frac))
	}
	if fixed || f.o.FloatMode == "maxprec_equal" {
		f.precision, f.minDigits, f.keepZeros = f.padRight, f.padRight, true
	}
}

func (f *floatFormat) measureExp(data []float64) {
	digits := 0
	for _, x := range data {
		if x-x != 0 {
			continue
		}
		mant, exp := f.scientific(x, f.o.FloatMode == "fixed")
		whole, frac, _ := strings.Cut(mant, ".")
		f.padLeft, digits, f.expDigits = max(f.padLeft, len(whole)), max(digits, len(frac)), max(f.expDigits, len(exp)-1)
	}
	f.precision, f.minDigits, f.keepZeros = digits, digits, true
	f.padRight = f.expDigits + 2 + digits
}

func (f *floatFormat) sign(s string) string {
	if s[0] != '-' && f.o.Sign != '-' {
		return string(f.o.Sign) + s
	}
	return s
}

// positional returns the parts before and after the point, rounded to the precision, without trailing zeros unless
// all digits are asked for.
func (f *floatFormat) positional(x float64, all bool) (whole, frac string) {
	s := strconv.FormatFloat(x, 'f', -1, f.bits)
	whole, frac, _ = strings.Cut(s, ".")
	if f.precision >= 0 && len(frac) > f.precision || all {
		whole, frac, _ = strings.Cut(strconv.FormatFloat(x, 'f', f.precision, 64), ".")
		if !all {
			frac = strings.TrimRight(frac, "0")
		}
	}
	return f.sign(whole), frac
}

// scientific returns mantissa and signed exponent of at least two digits.
func (f *floatFormat) scientific(x float64, all bool) (mant, exp string) {
	s := strconv.FormatFloat(x, 'e', -1, f.bits)
	mant, exp, _ = strings.Cut(s, "e")
	if _, frac, _ := strings.Cut(mant, "."); f.precision >= 0 && len(frac) > f.precision || all {
		mant, exp, _ = strings.Cut(strconv.FormatFloat(x, 'e', f.precision, 64), "e")
		if !all && strings.Contains(mant, ".") {
			mant = strings.TrimRight(mant, "0")
		}
	}
	if !strings.Contains(mant, ".") {
		mant += "."
	}
	return f.sign(mant), exp
}

func (f *floatFormat) format(x float64) string {
	if x-x != 0 {
		s := f.o.NaN
		if x == x {
			s = f.o.Inf
			if x < 0 {
				s = "-" + s
			} else if f.o.Sign == '+' {
				s = "+" + s
			}
		} else if f.o.Sign == '+' {
			s = "+" + s
		}
		return padLeft(s, f.padLeft+f.padRight+1)
	}
	if f.exp {
		mant, exp := f.scientific(x, f.o.FloatMode == "fixed")
		whole, frac, _ := strings.Cut(mant, ".")
		if len(frac) < f.minDigits { // further digits are those of the exact value
			mant, exp, _ = strings.Cut(strconv.FormatFloat(x, 'e', f.minDigits, 64), "e")
			whole, frac, _ = strings.Cut(f.sign(mant), ".")
		}
		sign, digits := exp[:1], exp[1:]
		digits = strings.Repeat("0", max(0, f.expDigits-len(digits))) + digits
		return padLeft(whole, f.padLeft) + "." + frac + "e" + sign + digits
	}
	whole, frac := f.positional(x, f.o.FloatMode == "fixed")
	if f.keepZeros && len(frac) < f.minDigits {
		whole, frac, _ = strings.Cut(strconv.FormatFloat(x, 'f', f.minDigits, 64), ".")
		whole = f.sign(whole)
	}
	return padLeft(whole, f.padLeft) + "." + frac + strings.Repeat(" ", max(0, f.padRight-len(frac)))
}

func padLeft(s string, width int) string {
	if n := width - len(s); n > 0 {
		return strings.Repeat(" ", n) + s
	}
	return s
}

// FormatScalar writes one element as str of a NumPy scalar: the shortest digits that read back the same.
func FormatScalar(e any) string {
	switch x := e.(type) {
	case bool:
		if x {
			return "True"
		}
		return "False"
	case int64:
		return strconv.FormatInt(x, 10)
	case float32:
		return FormatFloat(float64(x), 32)
	case float64:
		return FormatFloat(x, 64)
	case complex128:
		return FormatComplex(x)
	}
	return ""
}

// FormatFloat is repr of a float: positional from 1e-4 to 1e16 (1e6 for float32), else scientific.
func FormatFloat(x float64, bits int) string {
	switch {
	case x != x:
		return "nan"
	case math.IsInf(x, 1):
		return "inf"
	case math.IsInf(x, -1):
		return "-inf"
	}
	limit := 1e16
	if bits == 32 {
		limit = 1e6
	}
	if m := math.Abs(x); m == 0 || m >= 1e-4 && m < limit {
		s := strconv.FormatFloat(x, 'f', -1, bits)
		if !strings.Contains(s, ".") {
			s += ".0"
		}
		return s
	}
	return strconv.FormatFloat(x, 'e', -1, bits)
}

// FormatComplex is str of a complex scalar: "(1+2j)", "1j".
func FormatComplex(c complex128) string {
	part := func(x float64) string {
		s := FormatFloat(x, 64)
		return strings.TrimSuffix(s, ".0")
	}
	re, im := real(c), imag(c)
	if re == 0 && !math.Signbit(re) {
		return part(im) + "j"
	}
	s := part(im)
	if s[0] != '-' {
		s = "+" + s
	}
	return "(" + part(re) + s + "j)"
}

// FormatPositional writes a float without exponent, with at most precision digits after the point (negative: as many
// as needed). trim says what happens to trailing zeros: k keeps them, . and 0 leave the point or one zero, - takes all.
func FormatPositional(x float64, precision int, trim string) string {
	if x-x != 0 {
		return FormatFloat(x, 64)
	}
	s := strconv.FormatFloat(x, 'f', -1, 64)
	if _, frac, _ := strings.Cut(s, "."); precision >= 0 && len(frac) > precision {
		s = strconv.FormatFloat(x, 'f', precision, 64)
	}
	if !strings.Contains(s, ".") {
		s += "."
	}
	if trim != "k" {
		s = strings.TrimRight(s, "0")
	}
	switch trim {
	case "0":
		if strings.HasSuffix(s, ".") {
			s += "0"
		}
	case "-":
		s = strings.TrimSuffix(s, ".")
	}
	return s
}

// Words returns the texts of all elements in row-major order, in a common format, without padding.
func (a *Array) Words(o PrintOptions) []string {
	if a.size == 0 {
		return nil
	}
	f := formatter(a, &o)
	out := make([]string, a.size)
	for i := range out {
		out[i] = strings.TrimSpace(f(a.Flat(i)))
	}
	return out
}
