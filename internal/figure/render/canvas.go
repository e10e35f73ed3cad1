package render

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
)

// Canvas is what figures are drawn on.
type Canvas interface {
	vg.Canvas

	// PushClip restricts drawing to r (and the clips already in force) until the matching PopClip.
	PushClip(r vg.Rectangle)
	PopClip()

	// DrawText draws set text with its origin at the point, turned by rot radians.
	DrawText(t *Text, at vg.Point, rot float64, c color.Color)

	// DrawMarkers draws the same small shape at many places. Colours of m apply unless fills has an entry for the
	// place.
	DrawMarkers(m Marker, at []vg.Point, fills []color.NRGBA)

	// AsBitmap calls draw with a canvas on which many small things are cheap: the receiver itself for bitmaps, a
	// bitmap covering r that is embedded afterwards for the others.
	AsBitmap(r vg.Rectangle, draw func(Canvas))

	// Pixel is the length below which detail is lost.
	Pixel() vg.Length

	// Open and Close bracket a named part of the drawing, for formats that keep structure.
	Open(name string)
	Close()
}

// Marker is a shape around the origin with its paint. A nil Fill or Edge is not painted.
type Marker struct {
	Shape vg.Path
	Fill  color.Color
	Edge  color.Color
	Width vg.Length
}

const inf = math.MaxFloat64

// matrix is the affine map x' = a x + c y + e, y' = b x + d y + f.
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{a: 1, d: 1}

// mul is the map "first n, then m".
func (m matrix) mul(n matrix) matrix {
	return matrix{
		m.a*n.a + m.c*n.b, m.b*n.a + m.d*n.b,
		m.a*n.c + m.c*n.d, m.b*n.c + m.d*n.d,
		m.a*n.e + m.c*n.f + m.e, m.b*n.e + m.d*n.f + m.f,
	}
}

func (m matrix) apply(p vg.Point) vg.Point {
	x, y := float64(p.X), float64(p.Y)
	return vg.Point{X: vg.Length(m.a*x + m.c*y + m.e), Y: vg.Length(m.b*x + m.d*y + m.f)}
}

func (m matrix) rotate(rad float64) matrix {
	s, c := math.Sincos(rad)
	return m.mul(matrix{a: c, b: s, c: -s, d: c})
}

func (m matrix) scale(x, y float64) matrix { return m.mul(matrix{a: x, d: y}) }

func (m matrix) translate(p vg.Point) matrix {
	return m.mul(matrix{a: 1, d: 1, e: float64(p.X), f: float64(p.Y)})
}

// factor is the mean scale of the map.
func (m matrix) factor() float64 { return math.Sqrt(math.Abs(m.a*m.d - m.b*m.c)) }

// state is the drawing state that vg.Canvas pushes and pops.
type state struct {
	m      matrix
	color  color.NRGBA
	width  vg.Length
	dash   []vg.Length
	offset vg.Length
}

// stack implements the state part of vg.Canvas for the canvases of this package.
type stack struct {
	state
	saved []state
	clips []vg.Rectangle
}

func newStack() stack {
	return stack{state: state{m: identity, color: color.NRGBA{A: 255}, width: 1}}
}

func (s *stack) SetLineWidth(w vg.Length) { s.width = w }

func (s *stack) SetLineDash(p []vg.Length, offs vg.Length) {
	s.dash, s.offset = append([]vg.Length(nil), p...), offs
}

func (s *stack) SetColor(c color.Color) { s.color = toNRGBA(c) }

func (s *stack) Rotate(rad float64)    { s.m = s.m.rotate(rad) }
func (s *stack) Translate(pt vg.Point) { s.m = s.m.translate(pt) }
func (s *stack) Scale(x, y float64)    { s.m = s.m.scale(x, y) }
func (s *stack) Push()                 { s.saved = append(s.saved, s.state) }

func (s *stack) Pop() {
	if n := len(s.saved) - 1; n >= 0 {
		s.state, s.saved = s.saved[n], s.saved[:n]
	}
}

// pushClip records the intersection with the clip in force, in the coordinates of the page.
func (s *stack) pushClip(r vg.Rectangle) vg.Rectangle {
	p, q := s.m.apply(r.Min), s.m.apply(r.Max)
	r = vg.Rectangle{
		Min: vg.Point{X: min(p.X, q.X), Y: min(p.Y, q.Y)},
		Max: vg.Point{X: max(p.X, q.X), Y: max(p.Y, q.Y)},
	}
	if n := len(s.clips); n > 0 {
		r = intersect(r, s.clips[n-1])
	}
	s.clips = append(s.clips, r)
	return r
}

func (s *stack) popClip() {
	if n := len(s.clips); n > 0 {
		s.clips = s.clips[:n-1]
	}
}

func toNRGBA(c color.Color) color.NRGBA {
	if c == nil {
		return color.NRGBA{A: 255}
	}
	if n, ok := c.(color.NRGBA); ok {
		return n
	}
	return color.NRGBAModel.Convert(c).(color.NRGBA)
}

func intersect(a, b vg.Rectangle) vg.Rectangle {
	r := vg.Rectangle{
		Min: vg.Point{X: max(a.Min.X, b.Min.X), Y: max(a.Min.Y, b.Min.Y)},
		Max: vg.Point{X: min(a.Max.X, b.Max.X), Y: min(a.Max.Y, b.Max.Y)},
	}
	r.Max.X, r.Max.Y = max(r.Max.X, r.Min.X), max(r.Max.Y, r.Min.Y)
	return r
}

func extend(r vg.Rectangle, p vg.Point) vg.Rectangle {
	r.Min.X, r.Min.Y = min(r.Min.X, p.X), min(r.Min.Y, p.Y)
	r.Max.X, r.Max.Y = max(r.Max.X, p.X), max(r.Max.Y, p.Y)
	return r
}

// sink receives a path in device coordinates; arcs come as cubics.
type sink interface {
	moveTo(p vg.Point)
	lineTo(p vg.Point)
	quadTo(q, p vg.Point)
	cubeTo(q, r, p vg.Point)
	closePath()
}

// walk sends a path through a matrix into a sink.
func walk(p vg.Path, m matrix, s sink) {
	for _, c := range p {
		switch c.Type {
		case vg.MoveComp:
			s.moveTo(m.apply(c.Pos))
		case vg.LineComp:
			s.lineTo(m.apply(c.Pos))
		case vg.CloseComp:
			s.closePath()
		case vg.CurveComp:
			switch len(c.Control) {
			case 1:
				s.quadTo(m.apply(c.Control[0]), m.apply(c.Pos))
			case 2:
				s.cubeTo(m.apply(c.Control[0]), m.apply(c.Control[1]), m.apply(c.Pos))
			}
		case vg.ArcComp:
			walkArc(c, m, s)
		}
	}
}

// walkArc splits an arc into pieces of at most a quarter turn, each a cubic with the usual handle length
// 4/3 tan(angle/4). As vg demands, a line leads to the start of the arc.
func walkArc(c vg.PathComp, m matrix, s sink) {
	at := func(t float64) vg.Point {
		sin, cos := math.Sincos(t)
		return vg.Point{X: c.Pos.X + c.Radius*vg.Length(cos), Y: c.Pos.Y + c.Radius*vg.Length(sin)}
	}
	s.lineTo(m.apply(at(c.Start)))
	n := int(math.Ceil(math.Abs(c.Angle)/(math.Pi/2) - 1e-9))
	if n <= 0 {
		return
	}
	n = min(n, 64)
	step := c.Angle / float64(n)
	k := vg.Length(4 / 3.0 * math.Tan(step/4))
	for i := range n {
		t0 := c.Start + step*float64(i)
		t1 := t0 + step
		p0, p1 := at(t0), at(t1)
		q0 := vg.Point{X: p0.X - k*(p0.Y-c.Pos.Y), Y: p0.Y + k*(p0.X-c.Pos.X)}
		q1 := vg.Point{X: p1.X + k*(p1.Y-c.Pos.Y), Y: p1.Y - k*(p1.X-c.Pos.X)}
		s.cubeTo(m.apply(q0), m.apply(q1), m.apply(p1))
	}
}

// Circle is the outline of a circle around the origin, as four cubics.
func Circle(r vg.Length) vg.Path {
	k := r * vg.Length(4/3.0*math.Tan(math.Pi/8))
	var p vg.Path
	p.Move(vg.Point{X: r})
	p.CubeTo(vg.Point{X: r, Y: k}, vg.Point{X: k, Y: r}, vg.Point{Y: r})
	p.CubeTo(vg.Point{X: -k, Y: r}, vg.Point{X: -r, Y: k}, vg.Point{X: -r})
	p.CubeTo(vg.Point{X: -r, Y: -k}, vg.Point{X: -k, Y: -r}, vg.Point{Y: -r})
	p.CubeTo(vg.Point{X: k, Y: -r}, vg.Point{X: r, Y: -k}, vg.Point{X: r})
	p.Close()
	return p
}

// Adapt makes a Canvas of any vg.Canvas. Clipping is lost, text becomes outlines, which every canvas can fill.
func Adapt(c vg.Canvas) Canvas {
	if own, ok := c.(Canvas); ok {
		return own
	}
	return adapted{c}
}

type adapted struct{ vg.Canvas }

func (adapted) PushClip(vg.Rectangle)                        {}
func (adapted) PopClip()                                     {}
func (a adapted) AsBitmap(r vg.Rectangle, draw func(Canvas)) { embedBitmap(a, r, 144, draw) }
func (adapted) Open(string)                                  {}
func (adapted) Close()                                       {}
func (adapted) Pixel() vg.Length                             { return 0.5 }

func (a adapted) DrawText(t *Text, at vg.Point, rot float64, c color.Color) {
	if t.Empty() {
		return
	}
	a.Push()
	a.Translate(at)
	a.Rotate(rot)
	a.SetColor(c)
	var p vg.Path
	t.Outline(&p, vg.Point{})
	a.Fill(p)
	a.Pop()
}

func (a adapted) DrawMarkers(m Marker, at []vg.Point, fills []color.NRGBA) {
	for i, p := range at {
		a.Push()
		a.Translate(p)
		fill := m.Fill
		if i < len(fills) {
			fill = fills[i]
		}
		if fill != nil {
			a.SetColor(fill)
			a.Fill(m.Shape)
		}
		if m.Edge != nil && m.Width > 0 {
			a.SetColor(m.Edge)
			a.SetLineWidth(m.Width)
			a.SetLineDash(nil, 0)
			a.Stroke(m.Shape)
		}
		a.Pop()
	}
}

// embedBitmap draws on a bitmap that covers r and puts it on c.
func embedBitmap(c Canvas, r vg.Rectangle, dpi float64, draw func(Canvas)) {
	size := r.Size()
	b := NewBitmap(size.X, size.Y, dpi)
	b.Translate(vg.Point{X: -r.Min.X, Y: -r.Min.Y})
	draw(b)
	c.DrawImage(r, b.Image())
}
