package figure

import (
	"math"

	"gonum.org/v1/plot/vg"

	"monge/internal/figure/render"
)

// tick is one mark on an axis; text is nil for minor ticks and hidden labels.
type tick struct {
	at    float64
	unit  float64 // place along the axis, 0 to 1
	minor bool
	text  *render.Text
}

// tickRow is the marks of one axis with the text written once for all of them.
type tickRow struct {
	ticks    []tick
	common   *render.Text // power of ten and offset, or nil
	rotation float64      // radians
	depth    vg.Length    // of the labels, away from the axis
	before   vg.Length    // how far labels reach beyond the low end of the axis
	after    vg.Length    // and beyond the high end
}

const labelGap = 0.75 // least space between neighbouring labels, in em

// layoutTicks is tickRow without its frame, for queries.
func (a *Axis) layoutTicks(length, size float64) []tick { return a.row(length, pt(size)).ticks }

// row chooses ticks for an axis of the given length in points: as many as fit without labels touching.
func (a *Axis) row(length float64, size vg.Length) tickRow {
	if a.tickSize > 0 {
		size = a.tickSize
	}
	if a.wanted != nil || len(a.categories) > 0 {
		return a.fixedRow(length, size)
	}
	per, most := 2.4*float64(size), 8
	if a.horizontal {
		per, most = 4.6*float64(size), 10
	}
	n := min(max(int(length/per), 1), most)
	var row tickRow
	for ; n >= 1; n-- {
		row = a.autoRow(n, size)
		if row.fits(a, length, size) {
			break
		}
	}
	row.sparse(a, length, size)
	row.measure(a, length)
	return row
}

// sparse leaves out labels, every second one and so on, until none touch.
func (r *tickRow) sparse(a *Axis, length float64, size vg.Length) {
	for keep := 2; !r.fits(a, length, size) && keep < 2*len(r.ticks); keep *= 2 {
		for i := range r.ticks {
			if i%keep != 0 {
				r.ticks[i].text = nil
			}
		}
	}
}

func (a *Axis) autoRow(n int, size vg.Length) tickRow {
	var major, minor []float64
	var num numbered
	if a.scale == Log {
		major, minor = logTicks(a.viewLo, a.viewHi, a.base, n)
		num.labels = formatLog(major, a.base)
	} else {
		major = NiceTicks(a.viewLo, a.viewHi, n)
		if a.whole {
			major = wholeTicks(a.viewLo, a.viewHi, n)
		}
		if a.minorOn {
			minor = linearMinor(a.viewLo, a.viewHi, major)
		}
		num = formatLinear(major, a.plainLabels)
	}
	row := a.newRow(major, num.labels, size)
	if num.common != "" && a.format == nil {
		row.common = render.Layout(num.common, render.TextStyle{Size: size * 0.95})
	}
	for _, v := range minor {
		row.ticks = append(row.ticks, tick{at: v, unit: a.unit(v), minor: true})
	}
	return row
}

func (a *Axis) newRow(at []float64, labels []string, size vg.Length) tickRow {
	var row tickRow
	if a.rotationSet {
		row.rotation = a.labelRotation * math.Pi / 180
	}
	for i, v := range at {
		t := tick{at: v, unit: a.unit(v)}
		s := ""
		if i < len(labels) {
			s = labels[i]
		}
		if a.format != nil {
			s = a.format(v)
		}
		if s != "" {
			t.text = render.Layout(s, render.TextStyle{Size: size, Align: 0.5})
		}
		row.ticks = append(row.ticks, t)
	}
	return row
}

// fixedRow lays out ticks set by hand or the names of categories. Labels that would touch are turned, and if that
// does not help, thinned.
func (a *Axis) fixedRow(length float64, size vg.Length) tickRow {
	at, labels := a.wanted, a.wantedLabels
	if at == nil {
		labels = a.categories
		at = make([]float64, len(labels))
		for i := range at {
			at[i] = float64(i)
		}
	}
	var in []float64
	var names []string
	span := a.viewHi - a.viewLo
	for i, v := range at {
		ok := v >= a.viewLo-1e-9*span && v <= a.viewHi+1e-9*span
		if a.scale == Log {
			ok = v >= a.viewLo*(1-1e-9) && v <= a.viewHi*(1+1e-9)
		}
		if !ok || !finite(v) {
			continue
		}
		in = append(in, v)
		if labels != nil {
			names = append(names, labels[i])
		}
	}
	common := ""
	if labels == nil {
		if a.scale == Log {
			names = formatLog(in, a.base)
		} else {
			num := formatLinear(in, a.plainLabels)
			names, common = num.labels, num.common
		}
	}
	row := a.newRow(in, names, size)
	if common != "" && a.format == nil {
		row.common = render.Layout(common, render.TextStyle{Size: size * 0.95})
	}
	if !row.fits(a, length, size) {
		if a.horizontal && !a.rotationSet && labels != nil {
			for _, deg := range []float64{30, 60, 90} {
				row.rotation = deg * math.Pi / 180
				if row.fits(a, length, size) {
					break
				}
			}
		}
		row.sparse(a, length, size)
	}
	row.measure(a, length)
	return row
}

// span is the stretch that a label takes along the axis, relative to its tick.
func (r *tickRow) span(a *Axis, t *render.Text) (lo, hi float64) {
	w, h := float64(t.Width), float64(t.Ascent+t.Descent)
	if !a.horizontal {
		return -h / 2, h / 2
	}
	s, c := math.Sincos(r.rotation)
	switch {
	case r.rotation == 0:
		return -w / 2, w / 2
	case math.Abs(c) < 0.02:
		return -h / 2, h / 2
	case s*c > 0: // the end of the label is at the tick
		return -math.Abs(w * c), h * math.Abs(s) / 2
	default:
		return -h * math.Abs(s) / 2, math.Abs(w * c)
	}
}

// fits tells whether no two labels touch.
func (r *tickRow) fits(a *Axis, length float64, size vg.Length) bool {
	gap := labelGap * float64(size)
	if !a.horizontal {
		gap = 0.25 * float64(size)
	}
	s, _ := math.Sincos(r.rotation)
	last, have := 0.0, false
	lastAt := 0.0
	for i := range r.ticks {
		k := i
		if a.inverted {
			k = len(r.ticks) - 1 - i
		}
		t := r.ticks[k]
		if t.text == nil {
			continue
		}
		at := t.unit * length
		lo, hi := r.span(a, t.text)
		if have {
			if a.horizontal && r.rotation != 0 {
				// parallel slanted lines need their height between them
				if at-lastAt < float64(t.text.Ascent+t.text.Descent)/math.Abs(s) {
					return false
				}
			} else if at+lo < last+gap {
				return false
			}
		}
		last, lastAt, have = at+hi, at, true
	}
	return true
}

// measure finds depth and overhang of the labels.
func (r *tickRow) measure(a *Axis, length float64) {
	for _, t := range r.ticks {
		if t.text == nil {
			continue
		}
		w, h := t.text.Width, t.text.Ascent+t.text.Descent
		s, c := math.Sincos(r.rotation)
		if a.horizontal {
			d := h
			if r.rotation != 0 {
				d = w*vg.Length(math.Abs(s)) + h*vg.Length(math.Abs(c))
			}
			r.depth = max(r.depth, d)
		} else {
			d := w
			if r.rotation != 0 {
				d = w*vg.Length(math.Abs(c)) + h*vg.Length(math.Abs(s))
			}
			r.depth = max(r.depth, d)
		}
		lo, hi := r.span(a, t.text)
		at := t.unit * length
		r.before = max(r.before, pt(-(at + lo)))
		r.after = max(r.after, pt(at+hi-length))
	}
}

// hideLabels drops labels and common text.
func (r *tickRow) hideLabels() {
	for i := range r.ticks {
		r.ticks[i].text = nil
	}
	r.common, r.depth, r.before, r.after = nil, 0, 0, 0
}
