package figure

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"monge/internal/figure/render"
)

// TestNiceTicksObeyTheTickLaws: ticks lie within the limits, are at most n+1, are multiples of 1, 2, 2.5 or 5 times a
// power of ten, and each is the float64 nearest to its decimal form.
func TestNiceTicksObeyTheTickLaws(t *testing.T) {
	r := rng(11)
	for range 20000 {
		lo := (r.Float64() - 0.5) * math.Pow(10, r.Float64()*30-15)
		hi := lo + math.Pow(10, r.Float64()*20-10)*max(math.Abs(lo), 1e-12)*r.Float64()
		n := 1 + r.IntN(10)
		if !(hi > lo) {
			continue
		}
		ticks := NiceTicks(lo, hi, n)
		if len(ticks) > n+1 {
			t.Fatalf("NiceTicks(%g, %g, %d) has %d ticks", lo, hi, n, len(ticks))
		}
		slack := 1e-8 * (hi - lo)
		for i, v := range ticks {
			if v < lo-slack || v > hi+slack {
				t.Fatalf("NiceTicks(%g, %g, %d): %g is outside", lo, hi, n, v)
			}
			if i > 0 && v <= ticks[i-1] {
				t.Fatalf("NiceTicks(%g, %g, %d) does not increase: %v", lo, hi, n, ticks)
			}
		}
		if len(ticks) < 2 || (hi-lo)/max(math.Abs(lo), math.Abs(hi)) < 1e-7 {
			continue
		}
		step := ticks[1] - ticks[0]
		m := step / math.Pow(10, math.Floor(math.Log10(step)+1e-6))
		if !near(m, 1) && !near(m, 2) && !near(m, 2.5) && !near(m, 5) {
			t.Fatalf("NiceTicks(%g, %g, %d): step %g is not nice", lo, hi, n, step)
		}
		for _, v := range ticks {
			short, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
			if v != short && math.Abs(v) > step*1e-9 {
				t.Fatalf("NiceTicks(%g, %g, %d): %v is not a short decimal", lo, hi, n, v)
			}
		}
	}
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-6*b }

// plainLabel turns a label back into a number.
func plainLabel(s string) (float64, error) {
	return strconv.ParseFloat(strings.Replace(s, minusSign, "-", 1), 64)
}

var factor = regexp.MustCompile(`×\$10\^\{(-?\d+)\}\$`)

// TestTickLabelsTellTheTicks: labels differ, and label * 10^exponent + offset is the tick.
func TestTickLabelsTellTheTicks(t *testing.T) {
	r := rng(12)
	for range 5000 {
		mid := (r.Float64() - 0.5) * math.Pow(10, r.Float64()*24-12)
		span := math.Pow(10, -r.Float64()*7) * (math.Abs(mid) + 1e-13)
		ticks := NiceTicks(mid-span, mid+span, 6)
		num := formatLinear(ticks, false)
		exp, offset := 0, 0.0
		common := num.common
		if m := factor.FindStringSubmatch(common); m != nil && strings.HasPrefix(common, "×") {
			exp, _ = strconv.Atoi(m[1])
			common = strings.TrimPrefix(common, m[0])
		}
		if common != "" {
			offset = readOffset(t, common)
		}
		for i, s := range num.labels {
			if i > 0 && s == num.labels[i-1] {
				t.Fatalf("ticks %v have equal labels %v", ticks, num.labels)
			}
			v, err := plainLabel(s)
			if err != nil {
				t.Fatal(err)
			}
			got := scale10(v, exp) + offset
			if tol := 1e-3 * span; math.Abs(got-ticks[i]) > tol {
				t.Fatalf("tick %v is labelled %q with %q, which is %v (all: %v)", ticks[i], s, num.common, got, num.labels)
			}
			if len([]rune(s)) > 10 {
				t.Fatalf("label %q of %v is too long", s, ticks)
			}
		}
	}
}

func readOffset(t *testing.T, s string) float64 {
	t.Helper()
	s = strings.TrimSpace(s)
	sign := 1.0
	if strings.HasPrefix(s, minusSign) {
		sign = -1
	}
	s = strings.TrimLeft(s, "+ "+minusSign)
	exp := 0
	if m := regexp.MustCompile(`\$10\^\{(-?\d+)\}\$`).FindStringSubmatch(s); m != nil {
		exp, _ = strconv.Atoi(m[1])
		s = strings.TrimSuffix(strings.TrimSuffix(s, m[0]), "×")
		if s == "" {
			s = "1"
		}
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatalf("offset %q: %v", s, err)
	}
	return sign * scale10(v, exp)
}

func TestTickLabelsAsPeopleWriteThem(t *testing.T) {
	for _, c := range []struct {
		ticks  []float64
		labels string
		common string
	}{
		{[]float64{0, 0.1, 0.2, 0.30000000000000004}, "0.0 0.1 0.2 0.3", ""},
		{[]float64{-1, -0.5, 0, 0.5}, "−1.0 −0.5 0.0 0.5", ""},
		{[]float64{0, 2.5, 5}, "0.0 2.5 5.0", ""},
		{[]float64{0, 50000, 100000}, "0 50000 100000", ""},
		{[]float64{0, 1e6, 2e6}, "0 1 2", "×$10^{6}$"},
		{[]float64{0, 2.5e-5, 5e-5}, "0.0 2.5 5.0", "×$10^{-5}$"},
		{[]float64{1000000, 1000000.5, 1000001}, "0.0 0.5 1.0", " + $10^{6}$"},
		{[]float64{3}, "3", ""},
	} {
		got := formatLinear(c.ticks, false)
		if s := strings.Join(got.labels, " "); s != c.labels || got.common != c.common {
			t.Errorf("%v: %q %q, want %q %q", c.ticks, s, got.common, c.labels, c.common)
		}
	}
}

// TestLogTicksAreDecadesAndTheirParts checks majors and minors of a logarithmic axis.
func TestLogTicksAreDecadesAndTheirParts(t *testing.T) {
	r := rng(13)
	for range 5000 {
		lo := math.Pow(10, r.Float64()*40-20)
		hi := lo * math.Pow(10, r.Float64()*r.Float64()*30)
		if !(hi > lo*1.0001) {
			continue
		}
		major, minor := logTicks(lo, hi, 10, 6)
		if len(major) == 0 && hi/lo > 1.5 {
			t.Fatalf("no ticks in [%g, %g]", lo, hi)
		}
		for _, v := range append(append([]float64{}, major...), minor...) {
			if v < lo*(1-1e-9) || v > hi*(1+1e-9) {
				t.Fatalf("tick %g outside [%g, %g]", v, lo, hi)
			}
		}
		for _, v := range minor {
			m := v / math.Pow(10, math.Floor(math.Log10(v)+1e-12))
			if math.Abs(m-math.Round(m)) > 1e-9 {
				t.Fatalf("minor tick %g is not a whole multiple of a decade", v)
			}
		}
		labels := formatLog(major, 10)
		for i := 1; i < len(labels); i++ {
			if labels[i] == labels[i-1] {
				t.Fatalf("equal labels %v for %v", labels, major)
			}
		}
	}
	if got := strings.Join(formatLog([]float64{1, 10, 100, 1000}, 10), " "); got != "1 10 100 1000" {
		t.Errorf("short range: %s", got)
	}
	if got := strings.Join(formatLog([]float64{1e-3, 1, 1e3, 1e6}, 10), " "); got != "$10^{-3}$ $10^{0}$ $10^{3}$ $10^{6}$" {
		t.Errorf("long range: %s", got)
	}
}

// TestTickLabelsDoNotTouch lays out axes of many lengths and ranges and measures the labels.
func TestTickLabelsDoNotTouch(t *testing.T) {
	r := rng(14)
	for range 3000 {
		a := newAxis(r.IntN(2) == 0)
		a.viewLo = (r.Float64() - 0.5) * math.Pow(10, r.Float64()*16-8)
		a.viewHi = a.viewLo + math.Pow(10, r.Float64()*10-5)*(math.Abs(a.viewLo)+1e-9)
		if r.IntN(3) == 0 {
			a.scale = Log
			a.viewLo = math.Abs(a.viewLo) + 1e-9
			a.viewHi = a.viewLo * math.Pow(10, r.Float64()*12+0.1)
		}
		a.inverted = r.IntN(4) == 0
		length := 20 + r.Float64()*600
		row := a.row(length, 9.5)
		type span struct{ lo, hi float64 }
		var spans []span
		for _, k := range row.ticks {
			if k.text != nil {
				lo, hi := row.span(a, k.text)
				spans = append(spans, span{k.unit*length + lo, k.unit*length + hi})
			}
		}
		for i := range spans {
			for j := range i {
				if spans[i].lo < spans[j].hi && spans[j].lo < spans[i].hi && len(spans) > 2 {
					t.Fatalf("labels touch on [%g, %g] (%v), length %g, horizontal %v", a.viewLo, a.viewHi, a.scale, length, a.horizontal)
				}
			}
		}
	}
}

// TestLongNamesAreTurned: categories that do not fit side by side are turned until they do.
func TestLongNamesAreTurned(t *testing.T) {
	a := newAxis(true)
	for _, s := range []string{"network simplex", "auction algorithm", "entropic regularisation", "sliced distance", "multiscale", "back and forth"} {
		a.Category(s)
	}
	a.viewLo, a.viewHi = -0.5, 5.5
	row := a.row(300, 9.5)
	if row.rotation == 0 {
		t.Error("long names are not turned")
	}
	for _, k := range row.ticks {
		if k.text == nil {
			t.Error("a name is missing")
		}
	}
	if row.depth < render.Layout("network simplex", render.TextStyle{Size: 9.5}).Width/3 {
		t.Errorf("depth %g leaves no room for turned names", float64(row.depth))
	}
}
