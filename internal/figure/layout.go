package figure

import (
	"math"

	"gonum.org/v1/plot/vg"

	"monge/internal/figure/render"
)

// Distances of the layout, in points.
const (
	outerPad   = 6.0  // between the drawing and the edge of the paper
	cellPad    = 12.0 // between neighbours of a grid, beside their labels
	tickLength = 3.5
	tickPad    = 3.0 // between a tick and its label
	labelPad   = 4.0 // between tick labels and the label of the axis
	titlePad   = 6.0
	barPad     = 9.0 // between axes and their colour bar
	barWidth   = 11.0
)

// margins are what surrounds the inside of axes: labels, titles, bars, legends.
type margins struct{ l, r, b, t vg.Length }

// placement is what layout found for one Axes.
type placement struct {
	box    vg.Rectangle
	x, y   tickRow
	m      margins
	titleT *render.Text
	titleL *render.Text
	titleR *render.Text
	xlabel *render.Text
	ylabel *render.Text
	titleY vg.Length // of the foot of the titles above the box
	// offsets of things at the right and at the bottom, from the box
	barsR, barsB []vg.Length
	legendOff    vg.Length
}

// layout finds the place of everything, from the measured text. Margins depend on tick labels, these on the length of
// the axes, and that on the margins; three rounds settle it.
func (f *Figure) layout() {
	base := map[*Axis][2]float64{}
	for _, a := range f.axes {
		for _, x := range []*Axis{a.X, a.Y} {
			if _, ok := base[x]; !ok {
				x.resolve()
				base[x] = [2]float64{x.viewLo, x.viewHi}
			}
		}
	}
	w, h := vg.Length(f.width*72), vg.Length(f.height*72)
	top, bottom, left := h-outerPad, vg.Length(outerPad), vg.Length(outerPad)
	if t := f.suptitle.layout(float64(f.theme.SuptitleSize), f.theme.TitleBold, 0.5); t != nil {
		top -= t.Ascent + t.Descent + titlePad + 2
	}
	if t := f.supx.layout(float64(f.theme.LabelSize), false, 0.5); t != nil {
		bottom += t.Ascent + t.Descent + labelPad
	}
	if t := f.supy.layout(float64(f.theme.LabelSize), false, 0.5); t != nil {
		left += t.Ascent + t.Descent + labelPad
	}
	area := vg.Rectangle{Min: vg.Point{X: left, Y: bottom}, Max: vg.Point{X: w - outerPad, Y: top}}
	for _, b := range f.bars {
		area.Max.X -= b.reserve(f)
	}
	for _, a := range f.axes {
		a.place = placement{box: f.guess(a, area)}
	}
	const rounds = 3
	for range rounds {
		for x, v := range base {
			x.viewLo, x.viewHi = v[0], v[1]
		}
		for _, a := range f.axes {
			a.fitAspect()
		}
		for _, a := range f.axes {
			a.measure()
		}
		f.solve(area)
	}
	for x, v := range base {
		x.viewLo, x.viewHi = v[0], v[1]
	}
	for _, a := range f.axes {
		a.fitAspect()
	}
	for _, a := range f.axes {
		a.measure()
	}
}

// guess is a first box for axes: their share of the area.
func (f *Figure) guess(a *Axes, area vg.Rectangle) vg.Rectangle {
	g := a.cell.grid
	if g == nil {
		return f.fixedBox(a.cell.rect)
	}
	s := area.Size()
	fr := func(r []float64, i0, i1 int) (lo, hi float64) {
		sum := 0.0
		for _, v := range r {
			sum += v
		}
		for i, v := range r {
			if i < i0 {
				lo += v / sum
			}
			if i <= i1 {
				hi += v / sum
			}
		}
		return lo, hi
	}
	x0, x1 := fr(g.wRatio, a.cell.c0, a.cell.c1)
	y0, y1 := fr(g.hRatio, a.cell.r0, a.cell.r1)
	return vg.Rectangle{
		Min: vg.Point{X: area.Min.X + s.X*pt(x0) + 30, Y: area.Max.Y - s.Y*pt(y1) + 25},
		Max: vg.Point{X: area.Min.X + s.X*pt(x1) - 10, Y: area.Max.Y - s.Y*pt(y0) - 15},
	}
}

func (f *Figure) fixedBox(r [4]float64) vg.Rectangle {
	w, h := f.width*72, f.height*72
	return f.snapBox(vg.Rectangle{
		Min: vg.Point{X: pt(r[0] * w), Y: pt(r[1] * h)},
		Max: vg.Point{X: pt((r[0] + r[2]) * w), Y: pt((r[1] + r[3]) * h)},
	})
}

// snapBox puts the sides of a box on the middles of CSS pixels and keeps it at least four pixels large.
func (f *Figure) snapBox(r vg.Rectangle) vg.Rectangle {
	px := 72 / f.dpi
	s := func(v vg.Length) vg.Length { return pt((math.Round(float64(v)/px-0.5) + 0.5) * px) }
	r.Min.X, r.Min.Y, r.Max.X, r.Max.Y = s(r.Min.X), s(r.Min.Y), s(r.Max.X), s(r.Max.Y)
	r.Max.X = max(r.Max.X, r.Min.X+pt(4*px))
	r.Max.Y = max(r.Max.Y, r.Min.Y+pt(4*px))
	return r
}

// solve gives each column and row of each grid the margins that its members need and divides what is left.
func (f *Figure) solve(area vg.Rectangle) {
	for _, g := range f.grids {
		l, r := make([]float64, g.cols), make([]float64, g.cols)
		t, b := make([]float64, g.rows), make([]float64, g.rows)
		for _, a := range f.axes {
			if a.cell.grid != g {
				continue
			}
			m := a.place.m
			l[a.cell.c0] = max(l[a.cell.c0], float64(m.l))
			r[a.cell.c1] = max(r[a.cell.c1], float64(m.r))
			t[a.cell.r0] = max(t[a.cell.r0], float64(m.t))
			b[a.cell.r1] = max(b[a.cell.r1], float64(m.b))
		}
		gap := func(space float64) float64 {
			if space >= 0 {
				return space
			}
			return cellPad
		}
		x := divide(float64(area.Min.X), float64(area.Max.X), l, r, g.wRatio, gap(g.wspace))
		// rows run downwards
		y := divide(-float64(area.Max.Y), -float64(area.Min.Y), t, b, g.hRatio, gap(g.hspace))
		for _, a := range f.axes {
			if a.cell.grid != g {
				continue
			}
			c := a.cell
			a.place.box = f.snapBox(a.shrink(vg.Rectangle{
				Min: vg.Point{X: pt(x[c.c0][0]), Y: pt(-y[c.r1][1])},
				Max: vg.Point{X: pt(x[c.c1][1]), Y: pt(-y[c.r0][0])},
			}))
		}
	}
}

// divide places n stretches with margins before and after each; their lengths are in the given ratios.
func divide(lo, hi float64, before, after, ratio []float64, gap float64) [][2]float64 {
	n := len(ratio)
	free := hi - lo - gap*float64(n-1)
	sum := 0.0
	for i := range n {
		free -= before[i] + after[i]
		sum += ratio[i]
	}
	free = max(free, 8*float64(n))
	out := make([][2]float64, n)
	at := lo
	for i := range n {
		at += before[i]
		out[i][0] = at
		at += free * ratio[i] / sum
		out[i][1] = at
		at += after[i] + gap
	}
	return out
}

// shrink applies a fixed aspect to a box: it keeps its middle.
func (a *Axes) shrink(r vg.Rectangle) vg.Rectangle {
	main := a
	if a.twin != nil {
		main = a.twin
	}
	if main.aspect == 0 || main.aspectData {
		return r
	}
	dx, dy := main.X.length(), main.Y.length()
	s := r.Size()
	if !(dx > 0) || !(dy > 0) || s.X <= 0 || s.Y <= 0 {
		return r
	}
	w, h := float64(s.X), float64(s.Y)
	want := main.aspect * dy / dx // height over width
	if !(want > 1e-4 && want < 1e4) {
		return r
	}
	if h/w > want {
		h = w * want
	} else {
		w = h / want
	}
	cx, cy := (r.Min.X+r.Max.X)/2, (r.Min.Y+r.Max.Y)/2
	return vg.Rectangle{
		Min: vg.Point{X: cx - pt(w/2), Y: cy - pt(h/2)},
		Max: vg.Point{X: cx + pt(w/2), Y: cy + pt(h/2)},
	}
}

// length is that of the view in scale units.
func (a *Axis) length() float64 {
	if a.scale == Log {
		return math.Log10(a.viewHi / a.viewLo)
	}
	return a.viewHi - a.viewLo
}

// fitAspect widens the limits of the axis that is too short for a fixed aspect.
func (a *Axes) fitAspect() {
	if a.aspect == 0 || !a.aspectData || a.X.scale == Log || a.Y.scale == Log {
		return
	}
	s := a.place.box.Size()
	if s.X <= 0 || s.Y <= 0 {
		return
	}
	ux, uy := a.X.length()/float64(s.X), a.Y.length()/float64(s.Y)*a.aspect // units per point
	grow := func(x *Axis, k float64) {
		if !(k < 1e6) {
			return
		}
		mid, half := x.viewLo/2+x.viewHi/2, (x.viewHi/2-x.viewLo/2)*k
		x.viewLo, x.viewHi = mid-half, mid+half
	}
	if ux < uy {
		grow(a.X, uy/ux)
	} else {
		grow(a.Y, ux/uy)
	}
}

// measure lays out ticks and labels for the present box and finds the margins that they need.
func (a *Axes) measure() {
	p, th := &a.place, &a.fig.theme
	size := p.box.Size()
	*p = placement{box: p.box}
	p.x = a.X.row(float64(size.X), th.TickSize)
	p.y = a.Y.row(float64(size.Y), th.TickSize)
	if a.hideXLabels || a.twinsY {
		p.x.hideLabels()
	}
	if a.hideYLabels || a.twin != nil && !a.twinsY {
		p.y.hideLabels()
	}
	var m margins
	if !a.off {
		p.xlabel = a.xlabel.layout(float64(th.LabelSize), false, 0.5)
		p.ylabel = a.ylabel.layout(float64(th.LabelSize), false, 0.5)
		if a.twinsY {
			p.xlabel = nil
		} else if a.twin != nil {
			p.ylabel = nil
		}
		side := a.yDepth()
		if p.ylabel != nil {
			side += labelPad + p.ylabel.Ascent + p.ylabel.Descent
		}
		foot := a.xDepth()
		if p.x.common != nil && (p.xlabel == nil || p.x.common.Width > size.X/2) {
			foot += p.x.common.Ascent + p.x.common.Descent + 1
		}
		if p.xlabel != nil {
			foot += labelPad + p.xlabel.Ascent + p.xlabel.Descent
		}
		if a.twinsY {
			m.r = side
		} else {
			m.l = side
		}
		if a.xTop {
			m.t = foot
		} else {
			m.b = foot
		}
		m.l, m.r = max(m.l, p.x.before), max(m.r, p.x.after)
		m.b, m.t = max(m.b, p.y.before), max(m.t, p.y.after)
		if p.y.common != nil {
			m.t = max(m.t, p.y.common.Ascent+p.y.common.Descent+3)
		}
	}
	if a.twin == nil {
		a.twinMargins(&m)
	}
	a.measureTitles(&m)
	for _, b := range a.bars {
		extra := b.measure(a)
		if b.opt.Horizontal {
			p.barsB = append(p.barsB, m.b)
			m.b += extra.b
			m.r, m.l = max(m.r, extra.r), max(m.l, extra.l)
		} else {
			p.barsR = append(p.barsR, m.r)
			m.r += extra.r
			m.b, m.t = max(m.b, extra.b), max(m.t, extra.t)
		}
	}
	a.legend.margin(a, &m)
	a.textMargins(&m)
	p.m = m
}

// textMargins leaves room for text of the axes that reaches beyond them, within reason.
func (a *Axes) textMargins(m *margins) {
	q := &pane{axes: a, theme: &a.fig.theme, box: a.place.box, dpi: a.fig.dpi}
	limit := pt(min(a.fig.width, a.fig.height) * 72 * 0.3)
	for _, art := range a.artists {
		t, ok := art.(*Text)
		if !ok || t.hidden || t.opt.Clip {
			continue
		}
		at, ok := t.place(q)
		if !ok {
			continue
		}
		for _, c := range t.corners(t.set(q), at, 1) {
			for _, d := range []struct {
				over vg.Length
				to   *vg.Length
			}{
				{q.box.Min.X - c.X, &m.l}, {c.X - q.box.Max.X, &m.r}, {q.box.Min.Y - c.Y, &m.b}, {c.Y - q.box.Max.Y, &m.t},
			} {
				if d.over > *d.to {
					*d.to = min(d.over, max(limit, *d.to))
				}
			}
		}
	}
}

// twinMargins leaves room for what twins put at the right and at the top, so that titles and bars go beyond it.
func (a *Axes) twinMargins(m *margins) {
	for _, t := range a.fig.axes {
		if t.twin != a || t == a || t.off {
			continue
		}
		t.place.box = a.place.box
		t.measure()
		m.r = max(m.r, t.place.m.r)
		if t.xTop {
			m.t = max(m.t, t.place.m.t)
		}
	}
}

// yDepth is the depth of the ticks and tick labels of the y axis.
func (a *Axes) yDepth() vg.Length {
	if len(a.place.y.ticks) == 0 {
		return 0
	}
	d := vg.Length(tickLength)
	if a.place.y.depth > 0 {
		d += tickPad + a.place.y.depth
	}
	return d
}

func (a *Axes) xDepth() vg.Length {
	if len(a.place.x.ticks) == 0 {
		return 0
	}
	d := vg.Length(tickLength)
	if a.place.x.depth > 0 {
		d += tickPad + a.place.x.depth
	}
	return d
}

// measureTitles adds the titles above everything else at the top.
func (a *Axes) measureTitles(m *margins) {
	p, th := &a.place, &a.fig.theme
	p.titleT = a.title.layout(float64(th.TitleSize), th.TitleBold, 0.5)
	p.titleL = a.titleLeft.layout(float64(th.TitleSize), th.TitleBold, 0)
	p.titleR = a.titleRight.layout(float64(th.TitleSize), th.TitleBold, 1)
	under := vg.Length(titlePad)
	if a.xTop || m.t > 0 && a.hasTopTwin() {
		under = m.t + titlePad
	} else if c := p.y.common; c != nil && !a.off {
		// the factor of the y axis stands at the left: a title that reaches it goes above it
		w := p.box.Size().X
		if p.titleL != nil || p.titleT != nil && (w-p.titleT.Width)/2 < c.Width+6-a.yDepth() {
			under = c.Ascent + c.Descent + 5
		}
	}
	p.titleY = under
	for _, t := range []*render.Text{p.titleT, p.titleL, p.titleR} {
		if t != nil {
			m.t = max(m.t, under+t.Ascent+t.Descent)
		}
	}
}

func (a *Axes) hasTopTwin() bool {
	for _, t := range a.fig.axes {
		if t.twin == a && t.xTop {
			return true
		}
	}
	return false
}
