package figure

import (
	"errors"
	"fmt"
	"image"
	"math"

	"gonum.org/v1/plot/vg"

	"monge/internal/figure/palette"
	"monge/internal/figure/render"
)

// ColorbarOptions describe a colour bar.
type ColorbarOptions struct {
	Label      string
	Horizontal bool      // below the axes instead of at their right
	Ticks      []float64 // nil: automatic
	TickLabels []string
	Shrink     float64 // fraction of the axes' length; 0: 1
}

// Colorbar explains which colour stands for which number.
type Colorbar struct {
	opt   ColorbarOptions
	of    Mappable
	axis  *Axis
	row   tickRow
	label *render.Text
	axes  []*Axes // when it serves several
}

// AddColorbar puts a colour bar beside axes for one of their artists (nil: the last one that has colours). With more
// than one Axes the bar stands at the right of the figure and serves them all.
func (f *Figure) AddColorbar(m Mappable, o ColorbarOptions, axes ...*Axes) (*Colorbar, error) {
	if len(axes) == 0 {
		return nil, errors.New("figure: colorbar: axes are missing")
	}
	if m == nil {
		for _, a := range axes {
			if a.current != nil {
				m = a.current
			}
		}
	}
	if m == nil {
		return nil, errors.New("figure: colorbar: nothing in these axes shows numbers as colours (image, mesh, contours, scatter with numbers)")
	}
	if o.Shrink == 0 {
		o.Shrink = 1
	}
	if !(o.Shrink > 0 && o.Shrink <= 1) {
		return nil, fmt.Errorf("figure: colorbar: shrink must lie in (0, 1], got %g", o.Shrink)
	}
	b := &Colorbar{opt: o, of: m, axis: newAxis(o.Horizontal)}
	if o.Ticks != nil {
		if err := b.axis.SetTicks(o.Ticks, o.TickLabels); err != nil {
			return nil, err
		}
	}
	if len(axes) > 1 {
		b.axes = axes
		f.bars = append(f.bars, b)
	} else {
		axes[0].bars = append(axes[0].bars, b)
	}
	return b, nil
}

// SetLabel sets the label of the bar.
func (b *Colorbar) SetLabel(s string) { b.opt.Label = s }

// Axis is the axis along the bar, for ticks and their format.
func (b *Colorbar) Axis() *Axis { return b.axis }

// prepare sets limits and ticks of the bar's axis from what it explains.
func (b *Colorbar) prepare(length float64, th *Theme) {
	mp := b.of.mapping()
	lo, hi := mp.norm.Min, mp.norm.Max
	if len(mp.levels) >= 2 {
		lo, hi = mp.levels[0], mp.levels[len(mp.levels)-1]
	}
	b.axis.scale = Linear
	if mp.norm.Log && lo > 0 {
		b.axis.scale = Log
	}
	if !(lo < hi) {
		lo, hi = spread(lo, b.axis.scale)
	}
	b.axis.viewLo, b.axis.viewHi = lo, hi
	if len(mp.levels) >= 2 && b.opt.Ticks == nil {
		// edges of the bands, thinned until they fit
		for step := 1; ; step++ {
			at := []float64{}
			for i := 0; i < len(mp.levels); i += step {
				at = append(at, mp.levels[i])
			}
			b.axis.wanted = at
			b.row = b.axis.newRow(nil, nil, th.TickSize)
			num := formatLinear(at, false)
			if b.axis.scale == Log {
				num = numbered{labels: formatLog(at, 10)}
			}
			b.row = b.axis.newRow(at, num.labels, th.TickSize)
			if num.common != "" {
				b.row.common = render.Layout(num.common, render.TextStyle{Size: th.TickSize * 0.95})
			}
			if len(at) <= 10 && b.row.fits(b.axis, length, th.TickSize) || step > len(mp.levels) {
				break
			}
		}
		b.axis.wanted = nil
		b.row.measure(b.axis, length)
	} else {
		b.row = b.axis.row(length, th.TickSize)
	}
	b.label = nil
	if b.opt.Label != "" {
		b.label = render.Layout(b.opt.Label, render.TextStyle{Size: th.LabelSize, Align: 0.5})
	}
}

// measure lays the bar out for the box of its axes and returns the room that it takes beyond their other margins.
func (b *Colorbar) measure(a *Axes) margins {
	th := &a.fig.theme
	s := a.place.box.Size()
	if b.opt.Horizontal {
		b.prepare(float64(s.X)*b.opt.Shrink, th)
		m := margins{b: barPad + barWidth + b.beyond(), l: b.row.before, r: b.row.after}
		return m
	}
	b.prepare(float64(s.Y)*b.opt.Shrink, th)
	m := margins{r: barPad + barWidth + b.beyond(), b: b.row.before, t: b.row.after}
	if b.row.common != nil {
		m.t = max(m.t, b.row.common.Ascent+b.row.common.Descent+3)
	}
	return m
}

// beyond is the room for ticks, labels and the name of the bar, away from it.
func (b *Colorbar) beyond() vg.Length {
	d := vg.Length(tickLength-1) + tickPad + b.row.depth
	if b.opt.Horizontal && b.row.common != nil {
		d += b.row.common.Ascent + b.row.common.Descent + 1
	}
	if b.label != nil {
		d += labelPad + b.label.Ascent + b.label.Descent
	}
	return d
}

// reserve is the room at the right of the figure for a bar that serves several axes.
func (b *Colorbar) reserve(f *Figure) vg.Length {
	b.prepare(f.height*72*0.8, &f.theme)
	w := barPad + barWidth + b.beyond() + cellPad/2
	if b.row.common != nil {
		w = max(w, b.row.common.Width)
	}
	return w
}

// draw draws the bar beside box; off is the distance from it.
func (b *Colorbar) draw(p *pane, box vg.Rectangle, off vg.Length) {
	c := p.c
	c.Open("colorbar")
	defer c.Close()
	th := p.theme
	sx, sy := box.Size().X, box.Size().Y
	var r vg.Rectangle
	if b.opt.Horizontal {
		in := sx * pt(1-b.opt.Shrink) / 2
		top := box.Min.Y - off - barPad
		r = vg.Rectangle{Min: vg.Point{X: box.Min.X + in, Y: top - barWidth}, Max: vg.Point{X: box.Max.X - in, Y: top}}
	} else {
		in := sy * pt(1-b.opt.Shrink) / 2
		left := box.Max.X + off + barPad
		r = vg.Rectangle{Min: vg.Point{X: left, Y: box.Min.Y + in}, Max: vg.Point{X: left + barWidth, Y: box.Max.Y - in}}
	}
	r.Min.X, r.Min.Y, r.Max.X, r.Max.Y = p.snap(r.Min.X), p.snap(r.Min.Y), p.snap(r.Max.X), p.snap(r.Max.Y)
	length := r.Size().Y
	if b.opt.Horizontal {
		length = r.Size().X
	}
	b.prepare(float64(length), th)
	b.fill(p, r)
	p.stroke(r.Path(), th.Spine, p.px(), nil)

	var ticks vg.Path
	for _, t := range b.row.ticks {
		if !(t.unit >= -1e-9 && t.unit <= 1+1e-9) {
			continue
		}
		n := vg.Length(tickLength - 1)
		if t.minor {
			n *= 0.6
		}
		if b.opt.Horizontal {
			x := p.snap(r.Min.X + pt(t.unit)*r.Size().X)
			ticks.Move(vg.Point{X: x, Y: r.Min.Y})
			ticks.Line(vg.Point{X: x, Y: r.Min.Y - n})
			if t.text != nil {
				p.text(t.text, vg.Point{X: r.Min.X + pt(t.unit)*r.Size().X, Y: r.Min.Y - tickLength + 1 - tickPad}, 0.5, 1, 0, th.Muted)
			}
			continue
		}
		y := p.snap(r.Min.Y + pt(t.unit)*r.Size().Y)
		ticks.Move(vg.Point{X: r.Max.X, Y: y})
		ticks.Line(vg.Point{X: r.Max.X + n, Y: y})
		if t.text != nil {
			p.text(t.text, vg.Point{X: r.Max.X + tickLength - 1 + tickPad, Y: r.Min.Y + pt(t.unit)*r.Size().Y}, 0, 0.5, 0, th.Muted)
		}
	}
	p.stroke(ticks, th.Spine, p.px(), nil)
	d := vg.Length(tickLength-1) + tickPad + b.row.depth
	if b.row.common != nil {
		if b.opt.Horizontal {
			p.text(b.row.common, vg.Point{X: r.Max.X, Y: r.Min.Y - d - 1}, 1, 1, 0, th.Muted)
			d += b.row.common.Ascent + b.row.common.Descent + 1
		} else {
			p.text(b.row.common, vg.Point{X: r.Min.X, Y: r.Max.Y + 4}, 0, 0, 0, th.Muted)
		}
	}
	if b.label != nil {
		if b.opt.Horizontal {
			p.text(b.label, vg.Point{X: (r.Min.X + r.Max.X) / 2, Y: r.Min.Y - d - labelPad}, 0.5, 1, 0, th.Text)
		} else {
			p.text(b.label, vg.Point{X: r.Max.X + d + labelPad, Y: (r.Min.Y + r.Max.Y) / 2}, 0.5, 1, math.Pi/2, th.Text)
		}
	}
}

// fill paints the colours of the bar.
func (b *Colorbar) fill(p *pane, r vg.Rectangle) {
	mp := b.of.mapping()
	at := func(u float64) vg.Length {
		if b.opt.Horizontal {
			return r.Min.X + pt(u)*r.Size().X
		}
		return r.Min.Y + pt(u)*r.Size().Y
	}
	cut := func(u0, u1 float64) vg.Path {
		q := r
		if b.opt.Horizontal {
			q.Min.X, q.Max.X = at(u0), at(u1)
		} else {
			q.Min.Y, q.Max.Y = at(u0), at(u1)
		}
		return q.Path()
	}
	switch {
	case mp.lines:
		p.fill(r.Path(), p.theme.Panel)
		for i, v := range mp.levels {
			var path vg.Path
			if u := b.axis.unit(v); b.opt.Horizontal {
				path.Move(vg.Point{X: at(u), Y: r.Min.Y})
				path.Line(vg.Point{X: at(u), Y: r.Max.Y})
			} else {
				path.Move(vg.Point{X: r.Min.X, Y: at(u)})
				path.Line(vg.Point{X: r.Max.X, Y: at(u)})
			}
			p.stroke(path, mp.bands[i], 2, nil)
		}
	case len(mp.bands) > 0:
		for i, c := range mp.bands {
			p.fill(cut(b.axis.unit(mp.levels[i]), 1), withAlpha(c, 1))
		}
	default:
		const n = 256
		img := image.NewRGBA(image.Rect(0, 0, 1, n))
		if b.opt.Horizontal {
			img = image.NewRGBA(image.Rect(0, 0, n, 1))
		}
		for i := range n {
			c := mp.cmap.At((float64(i) + 0.5) / n)
			if mp.alpha > 0 && mp.alpha < 1 {
				c = palette.Mix(p.theme.Panel, c, mp.alpha)
			}
			if b.opt.Horizontal {
				img.Set(i, 0, c)
			} else {
				img.Set(0, n-1-i, c)
			}
		}
		p.c.DrawImage(r, img)
	}
}
