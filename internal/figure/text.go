package figure

import (
	"fmt"
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"

	"monge/internal/figure/palette"
	"monge/internal/figure/render"
)

// TextOptions describe a piece of text.
type TextOptions struct {
	Size     float64     // points; 0: what suits the place
	Color    color.Color // nil: the theme's
	Weight   string      // "bold", "normal" or "" (what suits the place)
	Italic   bool
	HAlign   string  // "left", "center", "right"
	VAlign   string  // "bottom", "center", "top", "baseline"
	Rotation float64 // degrees counterclockwise
	Alpha    float64
	Box      *TextBox
	Axes     bool // the place is in fractions of the axes
	Clip     bool // leave the text out when its place is outside the axes
	ZOrder   *float64
}

// TextBox is a frame behind text.
type TextBox struct {
	Fill  color.Color // nil: paper
	Edge  color.Color // nil: the theme's axis colour; transparent: none
	Pad   vg.Length   // 0: 3
	Round bool
	Alpha float64
}

// Text is text at a place of the data.
type Text struct {
	common
	x, y float64
	s    string
	opt  TextOptions
	// for annotations
	dx, dy vg.Length // from the place
	arrow  *Arrow
	tx, ty float64 // the arrow's head
}

// Arrow joins an annotation to what it is about.
type Arrow struct {
	Color  color.Color // nil: that of the axes' labels
	Width  vg.Length   // 0: 1.1
	Head   string      // "->" open, "-|>" filled, "-" none, "<->" both ends, "fancy" filled and broad; "": "->"
	Shrink vg.Length   // free space at the head; 0: 3
	Curve  float64     // bend as a fraction of the length; positive to the left of the way to the head
	Alpha  float64
	Style  LineStyle
}

// Text adds text at (x, y).
func (a *Axes) Text(x, y float64, s string, o TextOptions) (*Text, error) {
	t := &Text{x: x, y: y, s: s, opt: o}
	return t, a.addText(t)
}

// AnnotateOptions place an annotation relative to what it is about.
type AnnotateOptions struct {
	Text TextOptions
	// At is the place of the text in data coordinates, nil: at the point itself.
	At *[2]float64
	// Offset moves the text by points, from At.
	Offset vg.Point
	// AtAxes says that At is in fractions of the axes.
	AtAxes bool
	Arrow  *Arrow
}

// Annotate adds text about the point (x, y), with an arrow to it if there is one in the options.
func (a *Axes) Annotate(s string, x, y float64, o AnnotateOptions) (*Text, error) {
	t := &Text{x: x, y: y, s: s, opt: o.Text, tx: x, ty: y, arrow: o.Arrow}
	if o.At != nil {
		t.x, t.y = o.At[0], o.At[1]
	}
	t.opt.Axes = o.AtAxes
	t.dx, t.dy = o.Offset.X, o.Offset.Y
	if t.arrow != nil {
		switch t.arrow.Head {
		case "", "->", "-|>", "-", "<->", "<-", "<|-", "<|-|>", "fancy", "simple", "wedge":
		default:
			heads := []string{"->", "-|>", "-", "<->", "<-", "<|-", "<|-|>", "fancy", "simple"}
			return nil, &palette.NameError{What: "arrow style", Name: t.arrow.Head, Near: palette.Near(t.arrow.Head, heads)}
		}
	}
	return t, a.addText(t)
}

func (a *Axes) addText(t *Text) error {
	switch t.opt.HAlign {
	case "", "left", "center", "right":
	default:
		return fmt.Errorf("figure: text: unknown horizontal alignment '%s'; it is 'left', 'center' or 'right'", t.opt.HAlign)
	}
	switch t.opt.VAlign {
	case "", "baseline", "bottom", "center", "top", "center_baseline":
	default:
		return fmt.Errorf("figure: text: unknown vertical alignment '%s'; it is 'top', 'center', 'bottom' or 'baseline'", t.opt.VAlign)
	}
	t.order = layerText
	if t.opt.ZOrder != nil {
		t.order = *t.opt.ZOrder
	}
	a.add(t)
	return nil
}

// String returns the text.
func (t *Text) String() string { return t.s }

// SetText changes the text.
func (t *Text) SetText(s string) { t.s = s }

// extents: text does not widen limits, the point of an arrow does.
func (t *Text) extents(_ *Axes, x, y *extent) {}

func (t *Text) set(p *pane) *render.Text {
	l := label{t.s, t.opt}
	align := map[string]float64{"center": 0.5, "right": 1}[t.opt.HAlign]
	return l.layout(float64(p.theme.TextSize), false, align)
}

func (t *Text) anchors() (h, v float64) {
	h = map[string]float64{"center": 0.5, "right": 1}[t.opt.HAlign]
	switch t.opt.VAlign {
	case "top":
		v = 1
	case "center", "center_baseline":
		v = 0.5
	}
	return h, v
}

// place is the anchor in points.
func (t *Text) place(p *pane) (vg.Point, bool) {
	var q vg.Point
	if t.opt.Axes {
		s := p.box.Size()
		q = vg.Point{X: p.box.Min.X + pt(t.x)*s.X, Y: p.box.Min.Y + pt(t.y)*s.Y}
	} else {
		q = p.at(t.x, t.y)
	}
	q.X, q.Y = q.X+t.dx, q.Y+t.dy
	ok := finite(float64(q.X)) && finite(float64(q.Y))
	if t.opt.Clip {
		ok = ok && q.X >= p.box.Min.X && q.X <= p.box.Max.X && q.Y >= p.box.Min.Y && q.Y <= p.box.Max.Y
	}
	// far outside the paper nothing would be seen
	w := p.axes.fig
	return q, ok && float64(q.X) > -w.width*72 && float64(q.X) < 2*w.width*72 && float64(q.Y) > -w.height*72 && float64(q.Y) < 2*w.height*72
}

// corners is the box of the text around its anchor, turned.
func (t *Text) corners(l *render.Text, at vg.Point, pad vg.Length) [4]vg.Point {
	h, v := t.anchors()
	o := anchorOffset(l, h, v)
	if t.opt.VAlign == "" || t.opt.VAlign == "baseline" {
		o.Y = 0
	}
	s, c := math.Sincos(t.opt.Rotation * math.Pi / 180)
	var out [4]vg.Point
	for i, q := range [4]vg.Point{
		{X: o.X - pad, Y: o.Y - l.Descent - pad}, {X: o.X + l.Width + pad, Y: o.Y - l.Descent - pad},
		{X: o.X + l.Width + pad, Y: o.Y + l.Ascent + pad}, {X: o.X - pad, Y: o.Y + l.Ascent + pad},
	} {
		out[i] = vg.Point{X: at.X + q.X*pt(c) - q.Y*pt(s), Y: at.Y + q.X*pt(s) + q.Y*pt(c)}
	}
	return out
}

func (t *Text) draw(p *pane) {
	at, ok := t.place(p)
	if !ok {
		return
	}
	l := t.set(p)
	var pad vg.Length
	if t.opt.Box != nil {
		pad = t.opt.Box.Pad
		if pad == 0 {
			pad = 3
		}
	}
	box := t.corners(l, at, pad)
	if t.arrow != nil {
		t.drawArrow(p, box)
	}
	if b := t.opt.Box; b != nil {
		path := vg.Path{}
		if t.opt.Rotation == 0 && b.Round {
			path = roundedRect(vg.Rectangle{Min: box[0], Max: box[2]}, 3.5)
		} else {
			for i, q := range box {
				if i == 0 {
					path.Move(q)
				} else {
					path.Line(q)
				}
			}
			path.Close()
		}
		fill, edge := p.axes.edgeFor(), p.theme.Spine
		if b.Fill != nil {
			fill = color.NRGBAModel.Convert(b.Fill).(color.NRGBA)
		}
		if b.Edge != nil {
			edge = color.NRGBAModel.Convert(b.Edge).(color.NRGBA)
		}
		p.fill(path, withAlpha(fill, b.Alpha))
		p.stroke(path, withAlpha(edge, b.Alpha), 0.8, nil)
	}
	h, v := t.anchors()
	lab := label{t.s, t.opt}
	col := lab.color(p.theme.Text)
	if t.opt.VAlign == "" || t.opt.VAlign == "baseline" {
		rot := t.opt.Rotation * math.Pi / 180
		s, c := math.Sincos(rot)
		x := -l.Width * pt(h)
		l.Anchor = h
		if !l.Empty() && col.A > 0 {
			p.c.DrawText(l, vg.Point{X: at.X + x*pt(c), Y: at.Y + x*pt(s)}, rot, col)
		}
		return
	}
	p.text(l, at, h, v, t.opt.Rotation*math.Pi/180, col)
}

// drawArrow runs from the box of the text to the point.
func (t *Text) drawArrow(p *pane, box [4]vg.Point) {
	head := p.at(t.tx, t.ty)
	if !finite(float64(head.X)) || !finite(float64(head.Y)) {
		return
	}
	a := t.arrow
	width := a.Width
	if width == 0 {
		width = 1.1
	}
	shrink := a.Shrink
	if shrink == 0 {
		shrink = 3
	}
	mid := vg.Point{X: (box[0].X + box[2].X) / 2, Y: (box[0].Y + box[2].Y) / 2}
	dx, dy := float64(head.X-mid.X), float64(head.Y-mid.Y)
	length := math.Hypot(dx, dy)
	if length < 1 {
		return
	}
	col := p.theme.Text
	if a.Color != nil {
		col = color.NRGBAModel.Convert(a.Color).(color.NRGBA)
	}
	col = withAlpha(col, a.Alpha)
	ctl := vg.Point{X: (mid.X+head.X)/2 - pt(dy*a.Curve), Y: (mid.Y+head.Y)/2 + pt(dx*a.Curve)}
	curve := func(s float64) vg.Point {
		u, v := pt(1-s), pt(s)
		return vg.Point{X: u*u*mid.X + 2*u*v*ctl.X + v*v*head.X, Y: u*u*mid.Y + 2*u*v*ctl.Y + v*v*head.Y}
	}
	// start where the curve leaves the box of the text, end short of the point
	s0, s1 := 0.0, 1.0
	const n = 200
	for i := range n {
		s := float64(i) / n
		if !inQuad(box, curve(s), 2) {
			break
		}
		s0 = s
	}
	for i := n; i > 0; i-- {
		s := float64(i) / n
		q := curve(s)
		if math.Hypot(float64(q.X-head.X), float64(q.Y-head.Y)) >= float64(shrink) {
			break
		}
		s1 = s
	}
	if s1 <= s0 {
		return
	}
	headLen := max(4.5, 3.2*float64(width))
	both := a.Head == "<->" || a.Head == "<|-|>"
	atHead := a.Head != "-" && a.Head != "<-" && a.Head != "<|-"
	atTail := both || a.Head == "<-" || a.Head == "<|-"
	solid := a.Head == "-|>" || a.Head == "<|-|>" || a.Head == "<|-" || a.Head == "fancy" || a.Head == "simple" || a.Head == "wedge"
	if a.Head == "fancy" || a.Head == "simple" || a.Head == "wedge" {
		headLen *= 1.5
		width *= 1.5
	}
	end := s1
	if solid && atHead { // the shaft ends inside the head
		for end > s0 && dist(curve(end), curve(s1)) < headLen*0.7 {
			end -= 0.5 / n
		}
	}
	var path vg.Path
	for i := 0; i <= 40; i++ {
		q := curve(s0 + (end-s0)*float64(i)/40)
		if i == 0 {
			path.Move(q)
		} else {
			path.Line(q)
		}
	}
	p.stroke(path, col, width, a.Style.dashes(width))
	tip := func(s, back float64) {
		q := curve(s)
		b := s
		for i := 0; i < n && b >= 0 && b <= 1 && dist(curve(b), q) < headLen; i++ {
			b += back / n
		}
		r := curve(min(max(b, 0), 1))
		p.arrowHead(q, math.Atan2(float64(q.Y-r.Y), float64(q.X-r.X)), headLen, solid, width, col)
	}
	if atHead {
		tip(s1, -1)
	}
	if atTail {
		tip(s0, 1)
	}
}

func dist(a, b vg.Point) float64 { return math.Hypot(float64(a.X-b.X), float64(a.Y-b.Y)) }

// arrowHead draws a tip at q that points along angle.
func (p *pane) arrowHead(q vg.Point, angle, length float64, solid bool, width vg.Length, c color.NRGBA) {
	const spread = 0.42 // radians to each side
	wing := func(s float64) vg.Point {
		sin, cos := math.Sincos(angle + math.Pi + s*spread)
		l := length
		if solid {
			l *= 1.15
		}
		return vg.Point{X: q.X + pt(l*cos), Y: q.Y + pt(l*sin)}
	}
	var path vg.Path
	path.Move(wing(1))
	path.Line(q)
	path.Line(wing(-1))
	if solid {
		path.Close()
		p.fill(path, c)
		return
	}
	p.stroke(path, c, width, nil)
}

// inQuad tells whether a point lies in a convex quadrilateral, counterclockwise, grown by pad.
func inQuad(q [4]vg.Point, v vg.Point, pad float64) bool {
	for i := range q {
		a, b := q[i], q[(i+1)%4]
		dx, dy := float64(b.X-a.X), float64(b.Y-a.Y)
		l := math.Hypot(dx, dy)
		if l == 0 {
			continue
		}
		if (dx*float64(v.Y-a.Y)-dy*float64(v.X-a.X))/l < -pad {
			return false
		}
	}
	return true
}

func (t *Text) occupy(o *occupancy, p *pane) {
	at, ok := t.place(p)
	if !ok {
		return
	}
	b := t.corners(t.set(p), at, 1)
	lo, hi := b[0], b[0]
	for _, q := range b {
		lo.X, lo.Y, hi.X, hi.Y = min(lo.X, q.X), min(lo.Y, q.Y), max(hi.X, q.X), max(hi.Y, q.Y)
	}
	o.rect(float64(lo.X), float64(lo.Y), float64(hi.X), float64(hi.Y), 1)
	if t.arrow != nil {
		h := p.at(t.tx, t.ty)
		o.segment(float64(lo.X+hi.X)/2, float64(lo.Y+hi.Y)/2, float64(h.X), float64(h.Y))
	}
}
