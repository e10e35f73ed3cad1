package figure

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Plotter puts a plotter of gonum/plot into axes: its data range widens their limits, and it draws through their
// scales.
func (a *Axes) Plotter(pl plot.Plotter, label string) {
	g := &foreign{pl: pl}
	g.order, g.label = layerLine, label
	if t, ok := pl.(plot.Thumbnailer); ok {
		g.key = func(p *pane, box vg.Rectangle) {
			t.Thumbnail(&draw.Canvas{Canvas: p.c, Rectangle: box})
		}
	}
	a.add(g)
}

// foreign is a plotter of gonum/plot as an artist.
type foreign struct {
	common
	pl plot.Plotter
}

func (f *foreign) extents(_ *Axes, x, y *extent) {
	if r, ok := f.pl.(plot.DataRanger); ok {
		x0, x1, y0, y1 := r.DataRange()
		x.add(x0)
		x.add(x1)
		y.add(y0)
		y.add(y1)
	}
}

func (f *foreign) draw(p *pane) {
	plt := plot.New()
	set := func(dst *plot.Axis, a *Axis) {
		dst.Min, dst.Max, dst.Scale = a.viewLo, a.viewHi, axisScale{a}
	}
	set(&plt.X, p.axes.X)
	set(&plt.Y, p.axes.Y)
	p.c.Push()
	f.pl.Plot(draw.Canvas{Canvas: p.c, Rectangle: p.box}, plt)
	p.c.Pop()
}

func (f *foreign) occupy(o *occupancy, p *pane) {
	if r, ok := f.pl.(plot.DataRanger); ok {
		x0, x1, y0, y1 := r.DataRange()
		o.rect(p.x(x0), p.y(y0), p.x(x1), p.y(y1), 0.1)
	}
}

// axisScale is an axis of this package as a scale of gonum/plot.
type axisScale struct{ a *Axis }

// Normalize implements plot.Normalizer.
func (s axisScale) Normalize(_, _, x float64) float64 { return clampUnit(s.a.unit(x)) }
