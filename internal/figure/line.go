package figure

import (
	"fmt"
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"

	"monge/internal/figure/palette"
)

// LineOptions describe a curve. The zero value is a solid line in the next colour of the cycle.
type LineOptions struct {
	Color      color.Color // nil: next of the cycle
	Width      vg.Length   // 0: the theme's
	Style      LineStyle
	Dashes     []vg.Length // overrides Style: lengths of ink and gap
	Marker     string      // "": none; see MarkerNames
	MarkerSize vg.Length   // 0: the theme's
	MarkerFace color.Color // nil: Color
	MarkerEdge color.Color // nil: Color
	EdgeWidth  vg.Length   // of the markers; 0: 1
	MarkEvery  int         // 0: every point
	Alpha      float64     // 0: opaque
	Label      string
	Steps      Steps
	ZOrder     *float64
}

// LineStyle is how a line is broken.
type LineStyle int

const (
	Solid LineStyle = iota
	Dashed
	Dotted
	DashDot
	NoLine
)

// ParseLineStyle reads "-", "--", ":", "-.", "none" and their long names.
func ParseLineStyle(s string) (LineStyle, error) {
	switch s {
	case "-", "solid":
		return Solid, nil
	case "--", "dashed":
		return Dashed, nil
	case ":", "dotted":
		return Dotted, nil
	case "-.", "dashdot":
		return DashDot, nil
	case "", " ", "none", "None":
		return NoLine, nil
	}
	return 0, fmt.Errorf("figure: unknown line style '%s'; there are '-', '--', ':', '-.' and 'none'", s)
}

// dashes returns the pattern of a style for a line of width w; gaps and dashes grow with it.
func (s LineStyle) dashes(w vg.Length) []vg.Length {
	w = max(w, 0.8)
	switch s {
	case Dashed:
		return []vg.Length{4 * w, 2 * w}
	case Dotted:
		return []vg.Length{1.1 * w, 1.6 * w}
	case DashDot:
		return []vg.Length{5 * w, 1.8 * w, 1.1 * w, 1.8 * w}
	}
	return nil
}

// Steps says where a curve jumps from one number to the next.
type Steps int

const (
	NoSteps  Steps = iota
	StepPre        // at the earlier x
	StepPost       // at the later x
	StepMid
)

// Line is a curve through points.
type Line struct {
	common
	x, y   []float64
	color  color.NRGBA
	width  vg.Length
	dash   []vg.Length
	none   bool
	marker *markerStyle
	every  int
	steps  Steps
}

// Line adds a curve. Points that are NaN or infinite, or not positive on a logarithmic axis, leave a gap.
func (a *Axes) Line(x, y []float64, o LineOptions) (*Line, error) {
	if err := checkLengths("plot", "x", len(x), "y", len(y)); err != nil {
		return nil, err
	}
	l := &Line{x: clone(x), y: clone(y), steps: o.Steps, every: o.MarkEvery}
	l.order, l.label = layerLine, o.Label
	if o.ZOrder != nil {
		l.order = *o.ZOrder
	}
	l.color = a.pick(o.Color, o.Alpha)
	l.width = o.Width
	if l.width == 0 {
		l.width = a.fig.theme.LineWidth
	}
	if l.width < 0 || math.IsNaN(float64(l.width)) {
		return nil, fmt.Errorf("figure: plot: line width must not be negative, got %g", float64(l.width))
	}
	l.none = o.Style == NoLine
	l.dash = o.Style.dashes(l.width)
	if o.Dashes != nil {
		l.dash = o.Dashes
	}
	m, err := newMarker(a, o.Marker, o.MarkerSize, l.color, o.MarkerFace, o.MarkerEdge, o.EdgeWidth, o.Alpha)
	if err != nil {
		return nil, err
	}
	l.marker = m
	l.key = l.drawKey
	a.add(l)
	return l, nil
}

func clone(v []float64) []float64 { return append([]float64(nil), v...) }

// Color returns the colour of the curve.
func (l *Line) Color() color.NRGBA { return l.color }

// SetColor changes the colour of the line.
func (l *Line) SetColor(c color.Color) {
	l.color = color.NRGBAModel.Convert(c).(color.NRGBA)
	if l.marker != nil {
		l.marker.fill, l.marker.edge = l.color, l.color
	}
}

// SetWidth changes the width of the line.
func (l *Line) SetWidth(w vg.Length) { l.width = w }

// SetStyle changes how the line is broken.
func (l *Line) SetStyle(s LineStyle) { l.none, l.dash = s == NoLine, s.dashes(l.width) }

// Data returns the points.
func (l *Line) Data() (x, y []float64) { return l.x, l.y }

// SetData replaces the points.
func (l *Line) SetData(x, y []float64) error {
	if err := checkLengths("set_data", "x", len(x), "y", len(y)); err != nil {
		return err
	}
	l.x, l.y = clone(x), clone(y)
	return nil
}

func (l *Line) extents(a *Axes, x, y *extent) {
	for i := range l.x {
		if finite(l.x[i]) && finite(l.y[i]) && (a.X.scale != Log || l.x[i] > 0) && (a.Y.scale != Log || l.y[i] > 0) {
			x.add(l.x[i])
			y.add(l.y[i])
		}
	}
	// numbers that a logarithmic axis leaves out still tell whether there are data at all
	if a.X.scale == Log || a.Y.scale == Log {
		a.maskWarning(l.x, l.y)
	}
}

// maskWarning notes that numbers were left out of a logarithmic axis.
func (a *Axes) maskWarning(x, y []float64) {
	for _, s := range []struct {
		axis *Axis
		name string
		v    []float64
	}{{a.X, "x", x}, {a.Y, "y", y}} {
		if s.axis.scale != Log {
			continue
		}
		n := 0
		for _, v := range s.v {
			if v <= 0 {
				n++
			}
		}
		if n > 0 {
			a.fig.warn("%d of %d %s values are not positive and are left out of the logarithmic axis", n, len(s.v), s.name)
		}
	}
}

// pieces maps the points and cuts the curve at gaps.
func (l *Line) pieces(p *pane) [][]vg.Point {
	var out [][]vg.Point
	var cur []vg.Point
	n := len(l.x)
	flush := func() {
		if len(cur) > 1 {
			out = append(out, cur)
		}
		cur = nil
	}
	var px, py float64
	var mid float64
	for i := range n {
		x, y := p.x(l.x[i]), p.y(l.y[i])
		if math.IsNaN(x) || math.IsNaN(y) {
			flush()
			continue
		}
		if cur == nil {
			cur = make([]vg.Point, 0, min(n-i, 1<<20))
		} else {
			switch l.steps {
			case StepPre:
				cur = append(cur, vg.Point{X: pt(px), Y: pt(y)})
			case StepPost:
				cur = append(cur, vg.Point{X: pt(x), Y: pt(py)})
			case StepMid:
				mid = p.x(l.x[i-1]/2 + l.x[i]/2)
				cur = append(cur, vg.Point{X: pt(mid), Y: pt(py)}, vg.Point{X: pt(mid), Y: pt(y)})
			}
		}
		cur = append(cur, vg.Point{X: pt(x), Y: pt(y)})
		px, py = x, y
	}
	flush()
	return out
}

func (l *Line) draw(p *pane) {
	if !l.none {
		p.polylines(l.pieces(p), l.color, l.width, l.dash)
	}
	if l.marker != nil {
		l.marker.draw(p, l.points(p), nil)
	}
}

func (l *Line) points(p *pane) []vg.Point {
	var at []vg.Point
	step := max(l.every, 1)
	for i := 0; i < len(l.x); i += step {
		at = appendVisible(at, p, p.x(l.x[i]), p.y(l.y[i]))
	}
	return at
}

// appendVisible adds a place if it lies in the box, a little rounding forgiven.
func appendVisible(at []vg.Point, p *pane, x, y float64) []vg.Point {
	const tol = 0.5
	if x >= float64(p.box.Min.X)-tol && x <= float64(p.box.Max.X)+tol && y >= float64(p.box.Min.Y)-tol && y <= float64(p.box.Max.Y)+tol {
		return append(at, vg.Point{X: pt(x), Y: pt(y)})
	}
	return at
}

// maxVertices is how many points of one curve are kept as vectors; a curve with more becomes a bitmap in vector
// formats.
const maxVertices = 40000

// polylines strokes curves: cut to the box, thinned to what the canvas can show.
func (p *pane) polylines(lines [][]vg.Point, c color.NRGBA, w vg.Length, dash []vg.Length) {
	if c.A == 0 || w <= 0 {
		return
	}
	grow := w + 2
	r := vg.Rectangle{Min: vg.Point{X: p.box.Min.X - grow, Y: p.box.Min.Y - grow}, Max: vg.Point{X: p.box.Max.X + grow, Y: p.box.Max.Y + grow}}
	var path vg.Path
	count := 0
	for _, line := range lines {
		for _, seg := range clipPolyline(line, r) {
			seg = thin(seg, float64(p.c.Pixel()))
			count += len(seg)
			for i, q := range seg {
				if i == 0 {
					path.Move(q)
				} else {
					path.Line(q)
				}
			}
		}
	}
	if count > maxVertices {
		q := *p
		p.c.AsBitmap(p.box, func(c2 canvas) {
			q.c = c2
			q.stroke(path, c, w, dash)
		})
		return
	}
	p.stroke(path, c, w, dash)
}

// clipPolyline cuts a polyline to a rectangle; the parts outside are dropped.
func clipPolyline(line []vg.Point, r vg.Rectangle) [][]vg.Point {
	inside := func(q vg.Point) bool {
		return q.X >= r.Min.X && q.X <= r.Max.X && q.Y >= r.Min.Y && q.Y <= r.Max.Y
	}
	all := true
	for _, q := range line {
		if !inside(q) {
			all = false
			break
		}
	}
	if all {
		return [][]vg.Point{line}
	}
	var out [][]vg.Point
	var cur []vg.Point
	for i := 1; i < len(line); i++ {
		a, b, ok := clipSegment(line[i-1], line[i], r)
		if !ok {
			if len(cur) > 1 {
				out = append(out, cur)
			}
			cur = nil
			continue
		}
		if len(cur) == 0 || cur[len(cur)-1] != a {
			if len(cur) > 1 {
				out = append(out, cur)
			}
			cur = []vg.Point{a}
		}
		cur = append(cur, b)
		if b != line[i] {
			out = append(out, cur)
			cur = nil
		}
	}
	if len(cur) > 1 {
		out = append(out, cur)
	}
	return out
}

// thin drops points that cannot be seen. Of a run of points in one column of pixels the first, the lowest, the
// highest and the last are kept, in order: what is drawn there is the same. Then points closer than a tenth of a
// pixel to the chord of their neighbours go.
func thin(line []vg.Point, px float64) []vg.Point {
	if len(line) < 3 {
		return line
	}
	if len(line) > 1000 {
		line = thinColumns(line, px)
	}
	return dropCollinear(line, px*0.1)
}

// thinColumns keeps the first, the lowest, the highest and the last point of each run in one column of pixels.
func thinColumns(line []vg.Point, px float64) []vg.Point {
	out := make([]vg.Point, 0, 4096)
	col := func(q vg.Point) int { return int(math.Floor(float64(q.X) / px)) }
	for i := 0; i < len(line); {
		c := col(line[i])
		j, lo, hi := i, i, i
		for j+1 < len(line) && col(line[j+1]) == c {
			j++
			if line[j].Y < line[lo].Y {
				lo = j
			}
			if line[j].Y > line[hi].Y {
				hi = j
			}
		}
		last := -1
		for _, k := range [4]int{i, min(lo, hi), max(lo, hi), j} {
			if k > last {
				out = append(out, line[k])
				last = k
			}
		}
		i = j + 1
	}
	return out
}

// dropCollinear removes points that lie within tol of the chord from the last kept point to the next one, while the
// curve goes on in the same direction.
func dropCollinear(line []vg.Point, tol float64) []vg.Point {
	if len(line) < 3 {
		return line
	}
	out := append(make([]vg.Point, 0, len(line)), line[0])
	// the cone of directions from the last kept point that pass within tol of every point skipped
	var lo, hi float64
	open := false
	anchor := line[0]
	for i := 1; i < len(line); i++ {
		dx, dy := float64(line[i].X-anchor.X), float64(line[i].Y-anchor.Y)
		d := math.Hypot(dx, dy)
		if d <= tol && i < len(line)-1 {
			continue
		}
		t := math.Atan2(dy, dx)
		w := math.Asin(min(1, tol/max(d, 1e-12)))
		if !open {
			lo, hi, open = t-w, t+w, true
			continue
		}
		// direction relative to the cone
		mid := (lo + hi) / 2
		rel := math.Remainder(t-mid, 2*math.Pi)
		prev := line[i-1]
		back := (float64(prev.X-anchor.X)*float64(line[i].X-prev.X) + float64(prev.Y-anchor.Y)*float64(line[i].Y-prev.Y)) < 0
		if back || math.Abs(rel) > (hi-lo)/2 {
			out = append(out, prev)
			anchor = prev
			dx, dy = float64(line[i].X-anchor.X), float64(line[i].Y-anchor.Y)
			d = math.Hypot(dx, dy)
			t = math.Atan2(dy, dx)
			w = math.Asin(min(1, tol/max(d, 1e-12)))
			lo, hi = t-w, t+w
			continue
		}
		lo, hi = max(lo, mid+rel-w), min(hi, mid+rel+w)
	}
	return append(out, line[len(line)-1])
}

func (l *Line) occupy(o *occupancy, p *pane) {
	if !l.none {
		for _, piece := range l.pieces(p) {
			piece = thin(piece, 1)
			for i := 1; i < len(piece); i++ {
				o.segment(float64(piece[i-1].X), float64(piece[i-1].Y), float64(piece[i].X), float64(piece[i].Y))
			}
		}
	}
	if l.marker != nil || l.none {
		for i := range l.x {
			o.point(p.x(l.x[i]), p.y(l.y[i]))
		}
	}
}

func (l *Line) drawKey(p *pane, box vg.Rectangle) {
	y := (box.Min.Y + box.Max.Y) / 2
	if !l.none {
		var path vg.Path
		path.Move(vg.Point{X: box.Min.X, Y: y})
		path.Line(vg.Point{X: box.Max.X, Y: y})
		p.stroke(path, l.color, l.width, l.dash)
	}
	if l.marker != nil {
		l.marker.draw(p, []vg.Point{{X: (box.Min.X + box.Max.X) / 2, Y: y}}, nil)
	}
}

// edgeFor is the thin edge that keeps filled shapes apart: the colour of the paper.
func (a *Axes) edgeFor() color.NRGBA {
	c := a.fig.theme.Panel
	if a.panel != nil {
		c = *a.panel
	}
	if a.fig.transparent {
		c = a.fig.theme.Background
	}
	c.A = 255
	return palette.WithAlpha(c, 1)
}
