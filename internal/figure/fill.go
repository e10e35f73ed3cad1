package figure

import (
	"fmt"
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
)

// FillOptions describe an area.
type FillOptions struct {
	Color     color.Color // nil: next of the cycle
	Edge      color.Color // nil: none
	EdgeWidth vg.Length
	Where     []bool // nil: everywhere
	Steps     Steps
	Sideways  bool // between two curves over y
	Alpha     float64
	Hatch     string
	Label     string
	ZOrder    *float64
}

// Area is what lies between two curves.
type Area struct {
	common
	pos, lo, hi []float64
	sideways    bool
	stick       bool // the lower curve is an edge of the axes
	fill, edge  color.NRGBA
	width       vg.Length
	dash        []vg.Length
	hatch       string
	outlineOnly bool
}

// FillBetween fills the area between y1 and y2 over x. Gaps in any of the three, and places where Where is false,
// divide it.
func (a *Axes) FillBetween(x, y1, y2 []float64, o FillOptions) (*Area, error) {
	fn := "fill_between"
	if err := checkLengths(fn, "x", len(x), "y1", len(y1)); err != nil {
		return nil, err
	}
	if err := checkLengths(fn, "x", len(x), "y2", len(y2)); err != nil {
		return nil, err
	}
	if o.Where != nil {
		if err := checkLengths(fn, "x", len(x), "where", len(o.Where)); err != nil {
			return nil, err
		}
	}
	f := &Area{sideways: o.Sideways, hatch: o.Hatch}
	f.order, f.label = layerPatch, o.Label
	if o.ZOrder != nil {
		f.order = *o.ZOrder
	}
	f.fill = a.pick(o.Color, o.Alpha)
	if o.Edge != nil {
		f.edge = withAlpha(color.NRGBAModel.Convert(o.Edge).(color.NRGBA), o.Alpha)
	} else if o.EdgeWidth > 0 {
		f.edge = f.fill
	}
	f.width = o.EdgeWidth
	if f.width == 0 {
		f.width = 1
	}
	nan := math.NaN()
	for i := range x {
		v, lo, hi := x[i], y1[i], y2[i]
		if o.Where != nil && !o.Where[i] {
			v, lo, hi = nan, nan, nan
		}
		if n := len(f.pos); n > 0 && finite(f.pos[n-1]) && finite(v) {
			px, pl, ph := f.pos[n-1], f.lo[n-1], f.hi[n-1]
			switch o.Steps {
			case StepPre:
				f.pos, f.lo, f.hi = append(f.pos, px), append(f.lo, lo), append(f.hi, hi)
			case StepPost:
				f.pos, f.lo, f.hi = append(f.pos, v), append(f.lo, pl), append(f.hi, ph)
			case StepMid:
				mid := px/2 + v/2
				f.pos, f.lo, f.hi = append(f.pos, mid, mid), append(f.lo, pl, lo), append(f.hi, ph, hi)
			}
		}
		f.pos, f.lo, f.hi = append(f.pos, v), append(f.lo, lo), append(f.hi, hi)
	}
	f.key = f.drawKey
	a.add(f)
	return f, nil
}

// Color returns the colour of the area.
func (f *Area) Color() color.NRGBA { return f.fill }

func (f *Area) extents(_ *Axes, x, y *extent) {
	pos, val := x, y
	if f.sideways {
		pos, val = y, x
	}
	for i := range f.pos {
		if finite(f.pos[i]) && finite(f.lo[i]) && finite(f.hi[i]) {
			pos.add(f.pos[i])
			val.add(f.hi[i])
			if f.stick {
				val.addEdge(f.lo[i])
			} else {
				val.add(f.lo[i])
			}
		}
	}
}

// bands cuts the area at gaps into upper and lower curves, in points.
func (f *Area) bands(p *pane) (upper, lower [][]vg.Point) {
	var up, down []vg.Point
	flush := func() {
		if len(up) > 1 {
			upper, lower = append(upper, up), append(lower, down)
		}
		up, down = nil, nil
	}
	for i := range f.pos {
		var u, d vg.Point
		if f.sideways {
			y := p.y(f.pos[i])
			u = vg.Point{X: pt(p.edgeX(f.hi[i])), Y: pt(y)}
			d = vg.Point{X: pt(p.edgeX(f.lo[i])), Y: pt(y)}
		} else {
			x := p.x(f.pos[i])
			u = vg.Point{X: pt(x), Y: pt(p.edgeY(f.hi[i]))}
			d = vg.Point{X: pt(x), Y: pt(p.edgeY(f.lo[i]))}
		}
		if !finite(float64(u.X+u.Y)) || !finite(float64(d.X+d.Y)) {
			flush()
			continue
		}
		up, down = append(up, u), append(down, d)
	}
	flush()
	return upper, lower
}

func (f *Area) draw(p *pane) {
	upper, lower := f.bands(p)
	px := float64(p.c.Pixel())
	for i := range upper {
		up, down := thin(upper[i], px), thin(lower[i], px)
		var path vg.Path
		if f.outlineOnly { // the staircase of a histogram: up from the base, along the top, down again
			path.Move(down[0])
			for _, q := range up {
				path.Line(q)
			}
			path.Line(down[len(down)-1])
			p.stroke(path, f.edge, f.width, f.dash)
			continue
		}
		path = ring(up, down)
		p.fill(path, f.fill)
		if f.hatch != "" {
			p.hatchPath(up, down, f.hatch, withAlpha(p.axes.edgeFor(), 0.8))
		}
		p.stroke(path, f.edge, f.width, f.dash)
	}
}

// ring is the outline of the area between two curves that run the same way.
func ring(up, down []vg.Point) vg.Path {
	var path vg.Path
	for i, q := range up {
		if i == 0 {
			path.Move(q)
		} else {
			path.Line(q)
		}
	}
	for i := len(down) - 1; i >= 0; i-- {
		path.Line(down[i])
	}
	path.Close()
	return path
}

// hatchPath hatches the area column by column; it is meant for gentle curves.
func (p *pane) hatchPath(up, down []vg.Point, pattern string, c color.NRGBA) {
	n := min(len(up), len(down))
	for i := 1; i < n; i++ {
		r := vg.Rectangle{
			Min: vg.Point{X: min(up[i-1].X, up[i].X), Y: (down[i-1].Y + down[i].Y) / 2},
			Max: vg.Point{X: max(up[i-1].X, up[i].X), Y: (up[i-1].Y + up[i].Y) / 2},
		}
		if r.Min.Y > r.Max.Y {
			r.Min.Y, r.Max.Y = r.Max.Y, r.Min.Y
		}
		p.hatch(r, pattern, c)
	}
}

func (f *Area) occupy(o *occupancy, p *pane) {
	upper, lower := f.bands(p)
	for i := range upper {
		u, d := upper[i], lower[i]
		step := max(len(u)/2000, 1)
		for k := step; k < len(u); k += step {
			if f.outlineOnly {
				o.segment(float64(u[k-step].X), float64(u[k-step].Y), float64(u[k].X), float64(u[k].Y))
				o.rect(float64(u[k-step].X), float64(d[k].Y), float64(u[k].X), float64(u[k].Y), 0.2)
				continue
			}
			f.slab(o, u[k-step], u[k], d[k-step], d[k])
		}
	}
}

// slab marks the quadrilateral between two neighbouring points, in thin slices along the slope.
func (f *Area) slab(o *occupancy, u0, u1, d0, d1 vg.Point) {
	n := int(math.Abs(float64(u1.X-u0.X))/occupancyCell) + 1
	if f.sideways {
		n = int(math.Abs(float64(u1.Y-u0.Y))/occupancyCell) + 1
	}
	n = min(n, 500)
	mix := func(a, b vg.Point, t float64) (x, y float64) {
		return float64(a.X) + t*float64(b.X-a.X), float64(a.Y) + t*float64(b.Y-a.Y)
	}
	for i := range n {
		t0, t1 := float64(i)/float64(n), float64(i+1)/float64(n)
		x0, y0 := mix(u0, u1, t0)
		x1, y1 := mix(d0, d1, t1)
		o.rect(x0, y0, x1, y1, 0.5)
	}
}

func (f *Area) drawKey(p *pane, box vg.Rectangle) {
	if f.outlineOnly {
		drawSwatch(p, box, color.NRGBA{}, f.edge, f.width)
		return
	}
	drawSwatch(p, box, f.fill, f.edge, f.width)
	if f.hatch != "" {
		q := *p
		q.box = box
		q.hatch(box, f.hatch, withAlpha(p.axes.edgeFor(), 0.8))
	}
}

// Polygon is a closed outline in data coordinates.
type Polygon struct {
	common
	x, y       []float64
	fill, edge color.NRGBA
	width      vg.Length
}

// Fill adds a filled polygon.
func (a *Axes) Fill(x, y []float64, o FillOptions) (*Polygon, error) {
	if err := checkLengths("fill", "x", len(x), "y", len(y)); err != nil {
		return nil, err
	}
	for i := range x {
		if !finite(x[i]) || !finite(y[i]) {
			return nil, fmt.Errorf("figure: fill: corner %d is (%g, %g): corners must be finite", i, x[i], y[i])
		}
	}
	g := &Polygon{x: clone(x), y: clone(y), fill: a.pick(o.Color, o.Alpha), width: o.EdgeWidth}
	g.order, g.label = layerPatch, o.Label
	if o.ZOrder != nil {
		g.order = *o.ZOrder
	}
	if o.Edge != nil {
		g.edge = withAlpha(color.NRGBAModel.Convert(o.Edge).(color.NRGBA), o.Alpha)
		if g.width == 0 {
			g.width = 1
		}
	}
	g.key = func(p *pane, box vg.Rectangle) { drawSwatch(p, box, g.fill, g.edge, g.width) }
	a.add(g)
	return g, nil
}

func (g *Polygon) extents(_ *Axes, x, y *extent) {
	x.addAll(g.x)
	y.addAll(g.y)
}

func (g *Polygon) draw(p *pane) {
	var path vg.Path
	for i := range g.x {
		q := p.at(g.x[i], g.y[i])
		if !finite(float64(q.X + q.Y)) {
			return
		}
		if i == 0 {
			path.Move(q)
		} else {
			path.Line(q)
		}
	}
	if len(path) == 0 {
		return
	}
	path.Close()
	p.fill(path, g.fill)
	p.stroke(path, g.edge, g.width, nil)
}

func (g *Polygon) occupy(o *occupancy, p *pane) {
	for i := range g.x {
		j := (i + 1) % len(g.x)
		o.segment(p.x(g.x[i]), p.y(g.y[i]), p.x(g.x[j]), p.y(g.y[j]))
	}
}
