package figure

import (
	"fmt"
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
)

// QuiverOptions describe a field of arrows.
type QuiverOptions struct {
	Scale  float64     // units of the vectors per width of the axes; 0: chosen from the mean length
	Data   bool        // vectors are in units of the data axes
	Width  float64     // of the shafts, as a fraction of the width of the axes; 0: chosen from the number
	Color  color.Color // nil: the theme's text colour
	Values []float64   // numbers shown as colours
	Colors ColorOptions
	Pivot  string // "tail" (default), "mid", "tip"
	Alpha  float64
	Label  string
	ZOrder *float64
}

// Quiver is a field of arrows.
type Quiver struct {
	common
	x, y, u, v []float64
	opt        QuiverOptions
	fills      []color.NRGBA
	color      color.NRGBA
	mp         mapping
}

var _ Mappable = (*Quiver)(nil)

// Quiver adds arrows with tails at (x, y) and components (u, v).
func (a *Axes) Quiver(x, y, u, v []float64, o QuiverOptions) (*Quiver, error) {
	for _, s := range []struct {
		name string
		v    []float64
	}{{"Y", y}, {"U", u}, {"V", v}} {
		if err := checkLengths("quiver", "X", len(x), s.name, len(s.v)); err != nil {
			return nil, err
		}
	}
	switch o.Pivot {
	case "", "tail", "mid", "middle", "tip":
	default:
		return nil, fmt.Errorf("figure: quiver: unknown pivot '%s'; it is 'tail', 'mid' or 'tip'", o.Pivot)
	}
	if o.Scale < 0 || math.IsNaN(o.Scale) {
		return nil, fmt.Errorf("figure: quiver: scale must be positive, got %g", o.Scale)
	}
	q := &Quiver{x: clone(x), y: clone(y), u: clone(u), v: clone(v), opt: o}
	q.order, q.label = layerPatch, o.Label
	if o.ZOrder != nil {
		q.order = *o.ZOrder
	}
	q.color = a.fig.theme.Text
	if o.Color != nil {
		q.color = color.NRGBAModel.Convert(o.Color).(color.NRGBA)
	}
	q.color = withAlpha(q.color, o.Alpha)
	if o.Values != nil {
		if err := checkLengths("quiver", "X", len(x), "C", len(o.Values)); err != nil {
			return nil, err
		}
		m, n, err := o.Colors.scale(a, o.Values)
		if err != nil {
			return nil, err
		}
		q.mp = mapping{cmap: m, norm: n}
		for _, c := range o.Values {
			q.fills = append(q.fills, withAlpha(m.At(n.at(c)), o.Alpha))
		}
		a.current = q
	}
	q.key = func(p *pane, box vg.Rectangle) {
		y := (box.Min.Y + box.Max.Y) / 2
		p.arrow(vg.Point{X: box.Min.X, Y: y}, vg.Point{X: box.Max.X, Y: y}, 1.2, q.color)
	}
	a.add(q)
	return q, nil
}

func (q *Quiver) mapping() mapping { return q.mp }

// HasValues tells whether colours stand for numbers.
func (q *Quiver) HasValues() bool { return q.fills != nil }

func (q *Quiver) extents(_ *Axes, x, y *extent) {
	for i := range q.x {
		if finite(q.x[i]) && finite(q.y[i]) {
			x.add(q.x[i])
			y.add(q.y[i])
			if q.opt.Data && finite(q.u[i]) && finite(q.v[i]) {
				x.add(q.x[i] + q.u[i])
				y.add(q.y[i] + q.v[i])
			}
		}
	}
}

// arrows maps the vectors to points.
func (q *Quiver) arrows(p *pane) (from, to []vg.Point, index []int) {
	w := float64(p.box.Size().X)
	mean, n := 0.0, 0
	for i := range q.u {
		if l := math.Hypot(q.u[i], q.v[i]); finite(l) {
			mean += l
			n++
		}
	}
	if n == 0 {
		return nil, nil, nil
	}
	mean /= float64(n)
	k := 0.0
	switch {
	case q.opt.Scale > 0:
		k = w / q.opt.Scale
	case mean > 0:
		k = w / (1.8 * mean * max(10, math.Sqrt(float64(n))))
	}
	for i := range q.x {
		o := p.at(q.x[i], q.y[i])
		var d vg.Point
		if q.opt.Data {
			e := p.at(q.x[i]+q.u[i], q.y[i]+q.v[i])
			d = e.Sub(o)
		} else {
			d = vg.Point{X: pt(q.u[i] * k), Y: pt(q.v[i] * k)}
			if p.axes.X.inverted {
				d.X = -d.X
			}
			if p.axes.Y.inverted {
				d.Y = -d.Y
			}
		}
		if !finite(float64(o.X+o.Y)) || !finite(float64(d.X+d.Y)) || math.Abs(float64(d.X))+math.Abs(float64(d.Y)) > 1e5 {
			continue
		}
		switch q.opt.Pivot {
		case "mid", "middle":
			o = o.Sub(d.Scale(0.5))
		case "tip":
			o = o.Sub(d)
		}
		from, to, index = append(from, o), append(to, o.Add(d)), append(index, i)
	}
	return from, to, index
}

func (q *Quiver) draw(p *pane) {
	from, to, index := q.arrows(p)
	width := q.opt.Width * float64(p.box.Size().X)
	if width <= 0 {
		width = min(max(0.06/max(10, math.Sqrt(float64(len(q.x))))*float64(p.box.Size().X), 0.7), 2.2)
	}
	all := func(c canvas) {
		s := *p
		s.c = c
		for i := range from {
			col := q.color
			if q.fills != nil {
				col = q.fills[index[i]]
			}
			s.arrow(from[i], to[i], width, col)
		}
	}
	if len(from) > maxMarkers {
		p.c.AsBitmap(p.box, all)
		return
	}
	all(p.c)
}

// arrow fills an arrow; short ones keep their proportions, very short ones become dots.
func (p *pane) arrow(a, b vg.Point, width float64, c color.NRGBA) {
	l := dist(a, b)
	if l < 0.6*width {
		q := markerStyle{fill: c, size: pt(width)}
		q.shape, _ = markerPath("o")
		q.draw(p, []vg.Point{a}, nil)
		return
	}
	head := 4.6 * width
	if l < head*1.2 {
		width *= l / (head * 1.2)
		head = 4.6 * width
	}
	dx, dy := float64(b.X-a.X)/l, float64(b.Y-a.Y)/l
	at := func(along, across float64) vg.Point {
		return vg.Point{X: a.X + pt(dx*along-dy*across), Y: a.Y + pt(dy*along+dx*across)}
	}
	var path vg.Path
	h, w := l-head*0.88, width/2
	path.Move(at(0, w))
	path.Line(at(0, -w))
	path.Line(at(h, -w))
	path.Line(at(l-head, -1.75*width))
	path.Line(b)
	path.Line(at(l-head, 1.75*width))
	path.Line(at(h, w))
	path.Close()
	p.fill(path, c)
}

func (q *Quiver) occupy(o *occupancy, p *pane) {
	from, to, _ := q.arrows(p)
	for i := range from {
		o.segment(float64(from[i].X), float64(from[i].Y), float64(to[i].X), float64(to[i].Y))
	}
}
