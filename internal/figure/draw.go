package figure

import (
	"image/color"
	"math"
	"strings"

	"gonum.org/v1/plot/vg"

	"monge/internal/figure/palette"
	"monge/internal/figure/render"
)

// Draw draws the figure on any canvas of gonum, which should have the size of the figure. Text becomes outlines and
// clipping is lost on canvases that are not of package render.
func (f *Figure) Draw(c vg.Canvas) { f.draw(render.Adapt(c)) }

func (f *Figure) draw(c render.Canvas) {
	f.layout()
	vg.Initialize(c)
	w, h := pt(f.width*72), pt(f.height*72)
	if !f.transparent && f.background.A > 0 {
		c.SetColor(f.background)
		c.Fill(vg.Rectangle{Max: vg.Point{X: w, Y: h}}.Path())
	}
	for _, a := range f.axes {
		p := f.pane(c, a)
		c.Open("axes")
		a.drawAll(p)
		c.Close()
	}
	for _, a := range f.axes {
		if a.legend != nil {
			a.legend.draw(f.pane(c, a))
		}
	}
	f.drawTitles(c, w, h)
}

func (f *Figure) pane(c render.Canvas, a *Axes) *pane {
	return &pane{c: c, axes: a, theme: &f.theme, box: a.place.box, dpi: f.dpi}
}

// drawTitles draws what belongs to the figure as a whole.
func (f *Figure) drawTitles(c render.Canvas, w, h vg.Length) {
	p := &pane{c: c, theme: &f.theme, dpi: f.dpi}
	// centred over the insides of the axes rather than over the paper
	x0, x1, y0, y1 := w, vg.Length(0), h, vg.Length(0)
	for _, a := range f.axes {
		b := a.place.box
		x0, x1, y0, y1 = min(x0, b.Min.X), max(x1, b.Max.X), min(y0, b.Min.Y), max(y1, b.Max.Y)
	}
	if x0 >= x1 {
		x0, x1, y0, y1 = 0, w, 0, h
	}
	if t := f.suptitle.layout(float64(f.theme.SuptitleSize), f.theme.TitleBold, 0.5); t != nil {
		x := min(max((x0+x1)/2, t.Width/2+outerPad), w-t.Width/2-outerPad)
		if t.Width > w-2*outerPad {
			x = w / 2
		}
		p.text(t, vg.Point{X: x, Y: h - outerPad}, 0.5, 1, 0, f.suptitle.color(f.theme.Text))
	}
	if t := f.supx.layout(float64(f.theme.LabelSize), false, 0.5); t != nil {
		p.text(t, vg.Point{X: (x0 + x1) / 2, Y: outerPad}, 0.5, 0, 0, f.supx.color(f.theme.Text))
	}
	if t := f.supy.layout(float64(f.theme.LabelSize), false, 0.5); t != nil {
		p.text(t, vg.Point{X: outerPad, Y: (y0 + y1) / 2}, 0.5, 1, math.Pi/2, f.supy.color(f.theme.Text))
	}
	for _, b := range f.bars {
		box := vg.Rectangle{Min: vg.Point{X: w, Y: h}}
		right := vg.Length(0)
		for _, a := range b.axes {
			r := a.place.box
			box.Min.X, box.Min.Y = min(box.Min.X, r.Min.X), min(box.Min.Y, r.Min.Y)
			box.Max.X, box.Max.Y = max(box.Max.X, r.Max.X), max(box.Max.Y, r.Max.Y)
			right = max(right, r.Max.X+a.place.m.r)
		}
		b.draw(p, box, right-box.Max.X)
	}
}

func (a *Axes) drawAll(p *pane) {
	if a.twin == nil && !a.off {
		panel := p.theme.Panel
		if a.panel != nil {
			panel = *a.panel
		} else if a.fig.background != p.theme.Background || a.fig.transparent {
			panel = color.NRGBA{}
		}
		if panel.A > 0 && panel != a.fig.background {
			p.fill(p.box.Path(), panel)
		}
		a.drawGrid(p)
	}
	arts := a.sorted()
	p.c.PushClip(p.box)
	for _, art := range arts {
		if art.meta().order < layerText {
			art.draw(p)
		}
	}
	p.c.PopClip()
	if !a.off {
		a.drawSpines(p)
		a.drawTicks(p)
		a.drawLabels(p)
	}
	for _, art := range arts { // text is not cut at the frame
		if art.meta().order >= layerText {
			art.draw(p)
		}
	}
	a.drawAxesTitles(p)
	ir, ib := 0, 0
	for _, b := range a.bars {
		if b.opt.Horizontal {
			if ib < len(a.place.barsB) {
				b.draw(p, p.box, a.place.barsB[ib])
			}
			ib++
		} else {
			if ir < len(a.place.barsR) {
				b.draw(p, p.box, a.place.barsR[ir])
			}
			ir++
		}
	}
}

func (a *Axes) drawGrid(p *pane) {
	if !a.GridOn() {
		return
	}
	p.c.Open("grid")
	defer p.c.Close()
	var major, minor vg.Path
	line := func(t tick, vertical bool) {
		if !inView(t.unit) {
			return
		}
		path := &major
		if t.minor {
			if !a.gridMinor {
				return
			}
			path = &minor
		}
		if vertical {
			x := p.snap(p.box.Min.X + pt(t.unit)*p.box.Size().X)
			path.Move(vg.Point{X: x, Y: p.box.Min.Y})
			path.Line(vg.Point{X: x, Y: p.box.Max.Y})
		} else {
			y := p.snap(p.box.Min.Y + pt(t.unit)*p.box.Size().Y)
			path.Move(vg.Point{X: p.box.Min.X, Y: y})
			path.Line(vg.Point{X: p.box.Max.X, Y: y})
		}
	}
	if a.gridAxis != "y" {
		for _, t := range a.place.x.ticks {
			line(t, true)
		}
	}
	if a.gridAxis != "x" {
		for _, t := range a.place.y.ticks {
			line(t, false)
		}
	}
	c, w, st := p.theme.Grid, p.px(), a.gridStyle
	if st.Color != nil {
		c = color.NRGBAModel.Convert(st.Color).(color.NRGBA)
	}
	if st.Width > 0 {
		w = st.Width
	}
	if st.Alpha > 0 && (st.Color != nil || st.Alpha < 0.3) { // the theme's lines are faint already
		c = withAlpha(c, st.Alpha)
	}
	p.stroke(minor, palette.Mix(c, a.fig.background, 0.45), w, st.Style.dashes(w))
	p.stroke(major, c, w, st.Style.dashes(w))
}

func inView(u float64) bool { return u >= -1e-6 && u <= 1+1e-6 }

// drawSpines draws the axis lines: left and bottom, or all four round images.
func (a *Axes) drawSpines(p *pane) {
	b := p.box
	var path vg.Path
	side := func(i int, x0, y0, x1, y1 vg.Length) {
		if a.hideSpine[i] {
			return
		}
		path.Move(vg.Point{X: x0, Y: y0})
		path.Line(vg.Point{X: x1, Y: y1})
	}
	half := p.px() / 2
	all := a.framed || p.theme.TopRight
	switch {
	case a.twin != nil && a.twinsY:
		side(2, b.Max.X, b.Min.Y-half, b.Max.X, b.Max.Y+half)
	case a.twin != nil:
		side(3, b.Min.X-half, b.Max.Y, b.Max.X+half, b.Max.Y)
	default:
		side(0, b.Min.X, b.Min.Y-half, b.Min.X, b.Max.Y+half)
		if !a.xTop || all {
			side(1, b.Min.X-half, b.Min.Y, b.Max.X+half, b.Min.Y)
		}
		if all {
			side(2, b.Max.X, b.Min.Y-half, b.Max.X, b.Max.Y+half)
		}
		if all || a.xTop {
			side(3, b.Min.X-half, b.Max.Y, b.Max.X+half, b.Max.Y)
		}
	}
	c := p.theme.Spine
	if all {
		c = palette.Mix(c, p.theme.Grid, 0.15)
	}
	p.stroke(path, c, p.px(), nil)
}

func (a *Axes) drawTicks(p *pane) {
	p.c.Open("ticks")
	defer p.c.Close()
	b, th := p.box, p.theme
	var marks vg.Path
	if !a.twinsY {
		for _, t := range a.place.x.ticks {
			if !inView(t.unit) {
				continue
			}
			x := p.snap(b.Min.X + pt(t.unit)*b.Size().X)
			y, dir := b.Min.Y, vg.Length(-1)
			if a.xTop {
				y, dir = b.Max.Y, 1
			}
			n := vg.Length(tickLength)
			if t.minor {
				n *= 0.6
			}
			marks.Move(vg.Point{X: x, Y: y})
			marks.Line(vg.Point{X: x, Y: y + dir*n})
			if t.text != nil {
				a.drawXLabel(p, t, y+dir*(tickLength+tickPad), dir)
			}
		}
	}
	if a.twin == nil || a.twinsY {
		for _, t := range a.place.y.ticks {
			if !inView(t.unit) {
				continue
			}
			y := p.snap(b.Min.Y + pt(t.unit)*b.Size().Y)
			x, dir := b.Min.X, vg.Length(-1)
			if a.twinsY {
				x, dir = b.Max.X, 1
			}
			n := vg.Length(tickLength)
			if t.minor {
				n *= 0.6
			}
			marks.Move(vg.Point{X: x, Y: y})
			marks.Line(vg.Point{X: x + dir*n, Y: y})
			if t.text != nil {
				h := 1.0
				if a.twinsY {
					h = 0
				}
				p.text(t.text, vg.Point{X: x + dir*(tickLength+tickPad), Y: b.Min.Y + pt(t.unit)*b.Size().Y}, h, 0.5, a.place.y.rotation, th.Muted)
			}
		}
	}
	p.stroke(marks, th.Spine, p.px(), nil)
	if c := a.place.x.common; c != nil && !a.twinsY {
		y := b.Min.Y - a.xDepth() - 2
		v := 1.0
		if a.place.xlabel != nil { // beside the label of the axis
			y -= labelPad - 2
			if c.Width > b.Size().X/2 {
				y -= a.place.xlabel.Ascent + a.place.xlabel.Descent
			}
		}
		if a.xTop {
			y, v = b.Max.Y+a.xDepth()+2, 0
		}
		p.text(c, vg.Point{X: b.Max.X + min(a.place.m.r, 8), Y: y}, 1, v, 0, th.Muted)
	}
	if c := a.place.y.common; c != nil && (a.twin == nil || a.twinsY) {
		at := vg.Point{X: b.Min.X - min(a.yDepth(), c.Width/2), Y: b.Max.Y + 4}
		h := 0.0
		if a.twinsY {
			at.X, h = b.Max.X+min(a.yDepth(), c.Width/2), 1
		}
		p.text(c, at, h, 0, 0, th.Muted)
	}
}

// drawXLabel draws a tick label of the x axis; turned labels end at their tick.
func (a *Axes) drawXLabel(p *pane, t tick, y, dir vg.Length) {
	rot := a.place.x.rotation
	x := p.box.Min.X + pt(t.unit)*p.box.Size().X
	if rot == 0 {
		v := 1.0
		if dir > 0 {
			v = 0
		}
		p.text(t.text, vg.Point{X: x, Y: y}, 0.5, v, 0, p.theme.Muted)
		return
	}
	s, c := math.Sincos(rot)
	h := 1.0 // the end of the text is at the tick
	if s < 0 {
		h = 0
	}
	if dir > 0 {
		h = 1 - h
	}
	if math.Abs(c) > 0.02 {
		y += dir * -1 * t.text.Ascent * pt(math.Abs(c)) * 0.2
	}
	p.text(t.text, vg.Point{X: x, Y: y}, h, 0.5, rot, p.theme.Muted)
}

func (a *Axes) drawLabels(p *pane) {
	b, th := p.box, p.theme
	if t := a.place.xlabel; t != nil {
		y, v := b.Min.Y-a.xDepth()-labelPad, 1.0
		if a.xTop {
			y, v = b.Max.Y+a.xDepth()+labelPad, 0
		}
		p.text(t, vg.Point{X: (b.Min.X + b.Max.X) / 2, Y: y}, 0.5, v, 0, a.xlabel.color(th.Text))
	}
	if t := a.place.ylabel; t != nil {
		x, v := b.Min.X-a.yDepth()-labelPad, 0.0
		if a.twinsY {
			x, v = b.Max.X+a.yDepth()+labelPad, 1
		}
		p.text(t, vg.Point{X: x, Y: (b.Min.Y + b.Max.Y) / 2}, 0.5, v, math.Pi/2, a.ylabel.color(th.Text))
	}
}

func (a *Axes) drawAxesTitles(p *pane) {
	b := p.box
	y := b.Max.Y + a.place.titleY
	if t := a.place.titleT; t != nil {
		x := (b.Min.X + b.Max.X) / 2
		// a title wider than its axes may not leave the paper
		w := pt(a.fig.width * 72)
		if t.Width < w-4 {
			x = min(max(x, t.Width/2+2), w-t.Width/2-2)
		}
		p.text(t, vg.Point{X: x, Y: y}, 0.5, 0, 0, a.title.color(p.theme.Text))
	}
	if t := a.place.titleL; t != nil {
		p.text(t, vg.Point{X: b.Min.X, Y: y}, 0, 0, 0, a.titleLeft.color(p.theme.Text))
	}
	if t := a.place.titleR; t != nil {
		p.text(t, vg.Point{X: b.Max.X, Y: y}, 1, 0, 0, a.titleRight.color(p.theme.Text))
	}
}

// text draws set text so that the point lies at fraction h of its width and v of its height (0 left or bottom, 1
// right or top), turned by rot about that point.
func (p *pane) text(t *render.Text, at vg.Point, h, v, rot float64, c color.NRGBA) {
	if t.Empty() || c.A == 0 {
		return
	}
	o := anchorOffset(t, h, v)
	s, cos := math.Sincos(rot)
	t.Anchor = h
	p.c.DrawText(t, vg.Point{
		X: at.X + o.X*pt(cos) - o.Y*pt(s),
		Y: at.Y + o.X*pt(s) + o.Y*pt(cos),
	}, rot, c)
}

// anchorOffset is the way from the anchor to the origin of the text, unturned. The height counted is that of capitals
// for the middle, so that numbers stand level with their ticks.
func anchorOffset(t *render.Text, h, v float64) vg.Point {
	x := -t.Width * pt(h)
	y := t.Descent - (t.Ascent+t.Descent)*pt(v)
	if v == 0.5 && len(t.Runs) > 0 && !strings.Contains(t.Source, "\n") {
		y = -0.36 * t.Runs[0].Size
	}
	return vg.Point{X: x, Y: y}
}
