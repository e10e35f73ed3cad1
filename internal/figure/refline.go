package figure

import (
	"fmt"
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
)

// RefOptions describe straight lines and spans.
type RefOptions struct {
	Color  color.Color // nil: next of the cycle
	Colors []color.NRGBA
	Width  vg.Length // 0: the theme's
	Style  LineStyle
	Alpha  float64
	Label  string
	ZOrder *float64
	From   float64 // ends of a line or span across the axes, as fractions; both 0: from 0 to 1
	To     float64
}

// Rules are straight lines parallel to an axis.
type Rules struct {
	common
	at, lo, hi []float64 // hi, lo nil: across the axes
	from, to   float64
	vertical   bool
	colors     []color.NRGBA
	width      vg.Length
	dash       []vg.Length
}

func (a *Axes) rules(o RefOptions) *Rules {
	r := &Rules{from: o.From, to: o.To, width: o.Width}
	if r.from == 0 && r.to == 0 {
		r.to = 1
	}
	r.order, r.label = layerLine, o.Label
	if o.ZOrder != nil {
		r.order = *o.ZOrder
	}
	if len(o.Colors) > 0 {
		for _, c := range o.Colors {
			r.colors = append(r.colors, withAlpha(c, o.Alpha))
		}
	} else {
		r.colors = []color.NRGBA{a.pick(o.Color, o.Alpha)}
	}
	if r.width == 0 {
		r.width = a.fig.theme.LineWidth
	}
	r.dash = o.Style.dashes(r.width)
	r.key = r.drawKey
	return r
}

// HLine adds a horizontal line across the axes.
func (a *Axes) HLine(y float64, o RefOptions) (*Rules, error) {
	r := a.rules(o)
	r.at = []float64{y}
	a.add(r)
	return r, nil
}

// VLine adds a vertical line across the axes.
func (a *Axes) VLine(x float64, o RefOptions) (*Rules, error) {
	r := a.rules(o)
	r.at, r.vertical = []float64{x}, true
	a.add(r)
	return r, nil
}

// HLines adds horizontal lines at y from xmin to xmax.
func (a *Axes) HLines(y, xmin, xmax []float64, o RefOptions) (*Rules, error) {
	return a.manyRules("hlines", "xmin", "xmax", y, xmin, xmax, false, o)
}

// VLines adds vertical lines at x from ymin to ymax.
func (a *Axes) VLines(x, ymin, ymax []float64, o RefOptions) (*Rules, error) {
	return a.manyRules("vlines", "ymin", "ymax", x, ymin, ymax, true, o)
}

func (a *Axes) manyRules(fn, lon, hin string, at, lo, hi []float64, vertical bool, o RefOptions) (*Rules, error) {
	var err error
	if len(lo) == 0 && len(at) > 0 || len(hi) == 0 && len(at) > 0 {
		return nil, fmt.Errorf("figure: %s: %s and %s must not be empty", fn, lon, hin)
	}
	if lo, err = broadcast(fn, lon, lo, len(at), 0); err != nil {
		return nil, err
	}
	if hi, err = broadcast(fn, hin, hi, len(at), 0); err != nil {
		return nil, err
	}
	r := a.rules(o)
	r.at, r.lo, r.hi, r.vertical = clone(at), lo, hi, vertical
	a.add(r)
	return r, nil
}

func (r *Rules) extents(_ *Axes, x, y *extent) {
	across, along := y, x
	if r.vertical {
		across, along = x, y
	}
	across.addAll(r.at)
	along.addAll(r.lo)
	along.addAll(r.hi)
}

func (r *Rules) ends(p *pane, i int) (a, b vg.Point) {
	s := p.box.Size()
	if r.vertical {
		x := pt(p.x(r.at[i]))
		if r.lo == nil {
			return vg.Point{X: x, Y: p.box.Min.Y + pt(r.from)*s.Y}, vg.Point{X: x, Y: p.box.Min.Y + pt(r.to)*s.Y}
		}
		return vg.Point{X: x, Y: pt(p.edgeY(r.lo[i]))}, vg.Point{X: x, Y: pt(p.edgeY(r.hi[i]))}
	}
	y := pt(p.y(r.at[i]))
	if r.lo == nil {
		return vg.Point{X: p.box.Min.X + pt(r.from)*s.X, Y: y}, vg.Point{X: p.box.Min.X + pt(r.to)*s.X, Y: y}
	}
	return vg.Point{X: pt(p.edgeX(r.lo[i])), Y: y}, vg.Point{X: pt(p.edgeX(r.hi[i])), Y: y}
}

func (r *Rules) draw(p *pane) {
	lines := map[color.NRGBA][][]vg.Point{}
	var order []color.NRGBA
	for i := range r.at {
		a, b := r.ends(p, i)
		if !finite(float64(a.X+a.Y)) || !finite(float64(b.X+b.Y)) {
			continue
		}
		c := r.colors[i%len(r.colors)]
		if _, ok := lines[c]; !ok {
			order = append(order, c)
		}
		lines[c] = append(lines[c], []vg.Point{a, b})
	}
	for _, c := range order {
		p.polylines(lines[c], c, r.width, r.dash)
	}
}

func (r *Rules) occupy(o *occupancy, p *pane) {
	for i := range r.at {
		a, b := r.ends(p, i)
		o.segment(float64(a.X), float64(a.Y), float64(b.X), float64(b.Y))
	}
}

func (r *Rules) drawKey(p *pane, box vg.Rectangle) {
	var path vg.Path
	y := (box.Min.Y + box.Max.Y) / 2
	path.Move(vg.Point{X: box.Min.X, Y: y})
	path.Line(vg.Point{X: box.Max.X, Y: y})
	p.stroke(path, r.colors[0], r.width, r.dash)
}

// Color returns the colour of the first line.
func (r *Rules) Color() color.NRGBA { return r.colors[0] }

// Span is a band across the axes.
type Span struct {
	common
	lo, hi   float64
	from, to float64
	vertical bool
	fill     color.NRGBA
}

// HSpan fills the band between two numbers of the y axis.
func (a *Axes) HSpan(lo, hi float64, o RefOptions) (*Span, error) { return a.span(lo, hi, false, o) }

// VSpan fills the band between two numbers of the x axis.
func (a *Axes) VSpan(lo, hi float64, o RefOptions) (*Span, error) { return a.span(lo, hi, true, o) }

func (a *Axes) span(lo, hi float64, vertical bool, o RefOptions) (*Span, error) {
	if math.IsNaN(lo) || math.IsNaN(hi) {
		return nil, fmt.Errorf("figure: axspan: limits must be numbers, got (%g, %g)", lo, hi)
	}
	s := &Span{lo: lo, hi: hi, from: o.From, to: o.To, vertical: vertical, fill: a.pick(o.Color, o.Alpha)}
	if s.from == 0 && s.to == 0 {
		s.to = 1
	}
	s.order, s.label = layerPatch, o.Label
	if o.ZOrder != nil {
		s.order = *o.ZOrder
	}
	s.key = func(p *pane, box vg.Rectangle) { drawSwatch(p, box, s.fill, color.NRGBA{}, 0) }
	a.add(s)
	return s, nil
}

func (s *Span) extents(_ *Axes, x, y *extent) {
	e := y
	if s.vertical {
		e = x
	}
	e.add(s.lo)
	e.add(s.hi)
}

func (s *Span) rect(p *pane) (x0, y0, x1, y1 float64) {
	b, size := p.box, p.box.Size()
	if s.vertical {
		return p.edgeX(s.lo), float64(b.Min.Y + pt(s.from)*size.Y), p.edgeX(s.hi), float64(b.Min.Y + pt(s.to)*size.Y)
	}
	return float64(b.Min.X + pt(s.from)*size.X), p.edgeY(s.lo), float64(b.Min.X + pt(s.to)*size.X), p.edgeY(s.hi)
}

func (s *Span) draw(p *pane) {
	if x0, y0, x1, y1 := s.rect(p); finite(x0 + y0 + x1 + y1) {
		p.fill(rectPath(x0, y0, x1, y1), s.fill)
	}
}

// occupy marks nothing: a legend may stand on a band of background.
func (s *Span) occupy(*occupancy, *pane) {}

// Slope is a straight line through a point, across the axes.
type Slope struct {
	Rules
	x0, y0, slope float64
}

// SlopeLine adds the line through (x0, y0) with the given slope; an infinite slope is vertical.
func (a *Axes) SlopeLine(x0, y0, slope float64, o RefOptions) (*Slope, error) {
	if !finite(x0) || !finite(y0) || math.IsNaN(slope) {
		return nil, fmt.Errorf("figure: axline: point and slope must be numbers, got (%g, %g) and %g", x0, y0, slope)
	}
	s := &Slope{Rules: *a.rules(o), x0: x0, y0: y0, slope: slope}
	s.key = s.Rules.drawKey
	a.add(s)
	return s, nil
}

func (s *Slope) extents(_ *Axes, x, y *extent) {
	x.add(s.x0)
	y.add(s.y0)
}

func (s *Slope) line(p *pane) []vg.Point {
	const n = 200 // curved on logarithmic axes
	var out []vg.Point
	for i := 0; i <= n; i++ {
		t := float64(i) / n
		var q vg.Point
		if math.IsInf(s.slope, 0) {
			q = vg.Point{X: pt(p.x(s.x0)), Y: p.box.Min.Y + pt(t)*p.box.Size().Y}
		} else {
			x := p.axes.X.invert(t)
			q = p.at(x, s.y0+s.slope*(x-s.x0))
		}
		if finite(float64(q.X + q.Y)) {
			out = append(out, q)
		}
	}
	return out
}

func (s *Slope) draw(p *pane) {
	p.polylines([][]vg.Point{s.line(p)}, s.colors[0], s.width, s.dash)
}

func (s *Slope) occupy(o *occupancy, p *pane) {
	l := s.line(p)
	for i := 1; i < len(l); i++ {
		o.segment(float64(l[i-1].X), float64(l[i-1].Y), float64(l[i].X), float64(l[i].Y))
	}
}
