package figure

import (
	"fmt"
	"math"

	"gonum.org/v1/plot/vg"
)

// Scale is how numbers are laid out along an axis.
type Scale int

const (
	Linear Scale = iota
	Log          // logarithmic; numbers that are not positive are left out
)

// ParseScale reads "linear" or "log".
func ParseScale(s string) (Scale, error) {
	switch s {
	case "linear":
		return Linear, nil
	case "log":
		return Log, nil
	}
	return 0, fmt.Errorf("figure: unknown scale '%s'; 'linear' and 'log' are provided", s)
}

func (s Scale) String() string {
	if s == Log {
		return "log"
	}
	return "linear"
}

// Axis is one direction of one or more Axes: its scale, its limits and its ticks. Axes that share an axis hold the
// same *Axis.
type Axis struct {
	horizontal bool
	scale      Scale
	base       float64

	lo, hi         float64 // limits set by hand
	fixLo, fixHi   bool
	inverted       bool
	tight          bool    // no margin around the data
	margin         float64 // fraction of the range left free at each side of the data
	owners         []*Axes
	wanted         []float64 // ticks set by hand; nil: automatic
	wantedLabels   []string
	minorOn        bool
	plainLabels    bool // no factor and no offset
	whole          bool // ticks at whole numbers only: rows and columns of a matrix
	labelRotation  float64
	tickSize       vg.Length // of the labels; 0: the theme's
	rotationSet    bool
	format         func(float64) string
	categories     []string
	categoryOf     map[string]int
	viewLo, viewHi float64 // limits in force, found by resolve
}

const defaultMargin = 0.05

func newAxis(horizontal bool) *Axis {
	return &Axis{horizontal: horizontal, base: 10, margin: defaultMargin}
}

// SetScale chooses the scale; base is that of the logarithm (0: 10).
func (a *Axis) SetScale(s Scale, base float64) error {
	if base == 0 {
		base = 10
	}
	if !(base > 1) || math.IsInf(base, 0) {
		return fmt.Errorf("figure: base of a logarithmic scale must be greater than 1, got %g", base)
	}
	a.scale, a.base = s, base
	if s == Log {
		if a.fixLo && a.lo <= 0 {
			a.fixLo = false
		}
		if a.fixHi && a.hi <= 0 {
			a.fixHi = false
		}
	}
	return nil
}

// Scale returns the scale.
func (a *Axis) Scale() Scale { return a.scale }

// SetLimits fixes the ends of the axis; a NaN leaves that end automatic. lo > hi turns the axis round. Equal limits
// are spread a little.
func (a *Axis) SetLimits(lo, hi float64) error {
	name := "y"
	if a.horizontal {
		name = "x"
	}
	for _, v := range []float64{lo, hi} {
		if math.IsInf(v, 0) {
			return fmt.Errorf("figure: %s limits must be finite, got (%g, %g)", name, lo, hi)
		}
		if a.scale == Log && v <= 0 {
			return fmt.Errorf("figure: limits of a logarithmic %s axis must be positive, got (%g, %g)", name, lo, hi)
		}
	}
	a.inverted = false
	if lo > hi {
		lo, hi = hi, lo
		a.inverted = true
	}
	if lo == hi {
		lo, hi = spread(lo, a.scale)
	}
	if !math.IsNaN(lo) {
		a.lo, a.fixLo = lo, true
	}
	if !math.IsNaN(hi) {
		a.hi, a.fixHi = hi, true
	}
	if a.fixLo && a.fixHi && a.lo > a.hi {
		a.lo, a.hi = a.hi, a.lo
		a.inverted = true
	}
	return nil
}

// Autoscale forgets limits set by hand.
func (a *Axis) Autoscale(tight bool) {
	a.fixLo, a.fixHi, a.tight = false, false, tight
}

// SetMargin sets the free fraction at each side of the data.
func (a *Axis) SetMargin(m float64) error {
	if !(m > -0.5) || math.IsInf(m, 0) {
		return fmt.Errorf("figure: margin must be greater than -0.5, got %g", m)
	}
	a.margin = m
	return nil
}

// Invert turns the axis round.
func (a *Axis) Invert() { a.inverted = !a.inverted }

// Inverted tells whether numbers fall along the axis.
func (a *Axis) Inverted() bool { return a.inverted }

// Limits returns the limits in force, first the left or lower one.
func (a *Axis) Limits() (lo, hi float64) {
	a.resolve()
	if a.inverted {
		return a.viewHi, a.viewLo
	}
	return a.viewLo, a.viewHi
}

// SetTicks puts ticks at the given numbers (none for an empty slice; nil for automatic ones), with labels if any are
// given.
func (a *Axis) SetTicks(at []float64, labels []string) error {
	if labels != nil && len(labels) != len(at) {
		return fmt.Errorf("figure: %d tick labels for %d ticks", len(labels), len(at))
	}
	a.wanted, a.wantedLabels = nil, labels
	if at != nil {
		a.wanted = append([]float64{}, at...)
	}
	return nil
}

// SetTickFormat writes tick labels with a function of the number.
func (a *Axis) SetTickFormat(f func(float64) string) { a.format = f }

// SetTickRotation turns tick labels by degrees counterclockwise.
func (a *Axis) SetTickRotation(deg float64) { a.labelRotation, a.rotationSet = deg, true }

// SetTickSize changes the size of the tick labels.
func (a *Axis) SetTickSize(size vg.Length) { a.tickSize = size }

// SetPlainTicks switches common factors and offsets of tick labels off.
func (a *Axis) SetPlainTicks(on bool) { a.plainLabels = on }

// SetMinor shows or hides minor ticks; logarithmic axes have them by default.
func (a *Axis) SetMinor(on bool) { a.minorOn = on }

// Ticks returns the numbers that carry ticks when the axis is as long as a figure of default size makes it.
func (a *Axis) Ticks() []float64 {
	a.resolve()
	length := 300.0
	if a.horizontal {
		length = 420
	}
	var out []float64
	for _, t := range a.layoutTicks(length, 9.5) {
		if !t.minor {
			out = append(out, t.at)
		}
	}
	return out
}

// Category returns the place of a name on a categorical axis, adding it at the end when new.
func (a *Axis) Category(name string) float64 {
	if a.categoryOf == nil {
		a.categoryOf = map[string]int{}
	}
	i, ok := a.categoryOf[name]
	if !ok {
		i = len(a.categories)
		a.categoryOf[name] = i
		a.categories = append(a.categories, name)
	}
	return float64(i)
}

// extent collects the range of the data along one axis.
type extent struct {
	lo, hi, loPos float64 // loPos: the least positive number
	stickLo       bool    // lo is an edge that gets no margin
	stickHi       bool
}

func noExtent() extent {
	return extent{lo: math.Inf(1), hi: math.Inf(-1), loPos: math.Inf(1)}
}

func (e *extent) add(v float64) {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return
	}
	if v < e.lo {
		e.lo, e.stickLo = v, false
	}
	if v > e.hi {
		e.hi, e.stickHi = v, false
	}
	if v > 0 && v < e.loPos {
		e.loPos = v
	}
}

func (e *extent) addAll(vs []float64) {
	for _, v := range vs {
		e.add(v)
	}
}

// addEdge adds an edge that data may touch without a margin beyond it: the foot of a bar, the side of an image.
func (e *extent) addEdge(v float64) {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return
	}
	lo, hi := v <= e.lo, v >= e.hi
	e.add(v)
	if lo {
		e.stickLo = true
	}
	if hi {
		e.stickHi = true
	}
}

func (e *extent) empty() bool { return e.lo > e.hi }

// resolve finds the limits in force from the data of all owners.
func (a *Axis) resolve() {
	e := noExtent()
	for _, ax := range a.owners {
		for _, art := range ax.artists {
			x, y := noExtent(), noExtent()
			art.extents(ax, &x, &y)
			if !a.horizontal {
				x = y
			}
			if x.empty() {
				continue
			}
			e.merge(x)
		}
	}
	a.viewLo, a.viewHi = a.autoLimits(e)
	if a.fixLo {
		a.viewLo = a.lo
	}
	if a.fixHi {
		a.viewHi = a.hi
	}
	if !(a.viewLo < a.viewHi) {
		switch {
		case a.fixLo && !a.fixHi:
			_, a.viewHi = spread(a.viewLo, a.scale)
		case a.fixHi && !a.fixLo:
			a.viewLo, _ = spread(a.viewHi, a.scale)
		default:
			a.viewLo, a.viewHi = spread(a.viewLo, a.scale)
		}
	}
	if len(a.categories) > 0 && !a.fixLo && !a.fixHi {
		a.viewLo = min(a.viewLo, -0.5)
		a.viewHi = max(a.viewHi, float64(len(a.categories))-0.5)
	}
}

// merge takes in another extent; an edge stays free of margin only while it is the outermost.
func (e *extent) merge(o extent) {
	switch {
	case o.lo < e.lo:
		e.lo, e.stickLo = o.lo, o.stickLo
	case o.lo == e.lo:
		e.stickLo = e.stickLo || o.stickLo
	}
	switch {
	case o.hi > e.hi:
		e.hi, e.stickHi = o.hi, o.stickHi
	case o.hi == e.hi:
		e.stickHi = e.stickHi || o.stickHi
	}
	e.loPos = min(e.loPos, o.loPos)
}

func (a *Axis) autoLimits(e extent) (lo, hi float64) {
	margin := a.margin
	if a.tight {
		margin = 0
	}
	if a.scale == Log {
		if e.empty() || math.IsInf(e.loPos, 0) {
			return 1, a.base
		}
		lo, hi = math.Log(e.loPos), math.Log(e.hi)
		stick := e.stickLo && e.lo > 0
		if hi-lo < 1e-12 {
			return spread(e.hi, Log)
		}
		m := margin * (hi - lo)
		if !stick {
			lo -= m
		}
		if !e.stickHi {
			hi += m
		}
		return math.Exp(lo), math.Exp(min(hi, 709))
	}
	if e.empty() {
		return 0, 1
	}
	lo, hi = e.lo, e.hi
	if !(hi-lo > 1e-13*max(math.Abs(lo), math.Abs(hi))) {
		return spread((lo+hi)/2, Linear)
	}
	m := margin * (hi/2 - lo/2) * 2
	if math.IsInf(m, 0) {
		m = 0
	}
	if !e.stickLo {
		lo -= m
	}
	if !e.stickHi {
		hi += m
	}
	return max(lo, -hugeNumber), min(hi, hugeNumber)
}

// spread makes limits around a single number.
func spread(v float64, s Scale) (lo, hi float64) {
	if s == Log {
		if !(v > 0) {
			return 1, 10
		}
		return max(v/10, 1e-307), min(v*10, 1e307)
	}
	d := math.Abs(v) * 0.05
	if d < 1e-300 {
		d = 0.5
	}
	return v - d, v + d
}

// unit maps a number to its fraction of the way along the axis: 0 left or bottom, 1 right or top. NaN for numbers
// that the scale leaves out.
func (a *Axis) unit(v float64) float64 {
	var t float64
	if a.scale == Log {
		if !(v > 0) {
			return math.NaN()
		}
		t = math.Log(v/a.viewLo) / math.Log(a.viewHi/a.viewLo)
	} else {
		t = (v/2 - a.viewLo/2) / (a.viewHi/2 - a.viewLo/2)
	}
	if a.inverted {
		t = 1 - t
	}
	return t
}

// invert is the inverse of unit.
func (a *Axis) invert(t float64) float64 {
	if a.inverted {
		t = 1 - t
	}
	if a.scale == Log {
		return a.viewLo * math.Pow(a.viewHi/a.viewLo, t)
	}
	return a.viewLo + t*(a.viewHi-a.viewLo)
}
