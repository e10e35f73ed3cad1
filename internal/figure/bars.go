package figure

import (
	"fmt"
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
)

// BarOptions describe bars. The zero value draws upright bars of width 0.8 on the zero line, centred on their places.
type BarOptions struct {
	Horizontal bool
	Widths     []float64     // across; one for all or one for each; nil: 0.8
	Base       []float64     // where bars begin; one for all or one for each; nil: 0
	AlignEdge  bool          // places are the low edges instead of the middles
	Color      color.Color   // nil: next of the cycle
	Colors     []color.NRGBA // one for each
	Edge       color.Color   // nil: none
	EdgeWidth  vg.Length     // 0: 1 if there is an edge
	Hatch      string        // "/", "\\", "x", "-", "|", "+", ".": repeat for density
	Alpha      float64
	Label      string
	Labels     []string // of the single bars, for the legend: those override Label
	ZOrder     *float64
}

// Bars are rectangles that stand for numbers.
type Bars struct {
	common
	horizontal bool
	lo, hi     []float64 // across
	base, top  []float64 // along
	fills      []color.NRGBA
	edge       color.NRGBA
	width      vg.Length
	hatch      string
	gap        bool // a hairline of paper between touching bars
}

// Bars adds bars with one end at Base and the given lengths.
func (a *Axes) Bars(at, length []float64, o BarOptions) (*Bars, error) {
	fn := "bar"
	if o.Horizontal {
		fn = "barh"
	}
	if err := checkLengths(fn, "positions", len(at), "heights", len(length)); err != nil {
		return nil, err
	}
	n := len(at)
	widths, err := broadcast(fn, "width", o.Widths, n, 0.8)
	if err != nil {
		return nil, err
	}
	base, err := broadcast(fn, "bottom", o.Base, n, 0)
	if err != nil {
		return nil, err
	}
	if o.Colors != nil && len(o.Colors) == 0 && n > 0 {
		return nil, fmt.Errorf("figure: %s: the list of colours is empty", fn)
	}
	b := &Bars{horizontal: o.Horizontal, hatch: o.Hatch}
	b.order, b.label = layerPatch, o.Label
	if o.ZOrder != nil {
		b.order = *o.ZOrder
	}
	var one color.NRGBA
	if len(o.Colors) == 0 {
		one = a.pick(o.Color, o.Alpha)
	}
	for i := range n {
		lo := at[i]
		if !o.AlignEdge {
			lo -= widths[i] / 2
		}
		b.lo = append(b.lo, lo)
		b.hi = append(b.hi, lo+widths[i])
		b.base = append(b.base, base[i])
		b.top = append(b.top, base[i]+length[i])
		c := one
		if len(o.Colors) > 0 {
			c = withAlpha(o.Colors[i%len(o.Colors)], o.Alpha)
		}
		b.fills = append(b.fills, c)
	}
	if o.Edge != nil {
		b.edge = withAlpha(color.NRGBAModel.Convert(o.Edge).(color.NRGBA), o.Alpha)
		b.width = o.EdgeWidth
		if b.width == 0 {
			b.width = 1
		}
	}
	b.key = b.drawKey
	if len(o.Labels) > 0 {
		return b, a.addLabelled(b, o.Labels)
	}
	a.add(b)
	return b, nil
}

// addLabelled adds bars as one artist for each label, so that each has its entry in the legend.
func (a *Axes) addLabelled(b *Bars, labels []string) error {
	if len(labels) != len(b.lo) {
		return fmt.Errorf("figure: bar: %d labels for %d bars", len(labels), len(b.lo))
	}
	for i, l := range labels {
		one := &Bars{
			horizontal: b.horizontal, hatch: b.hatch, edge: b.edge, width: b.width,
			lo: b.lo[i : i+1], hi: b.hi[i : i+1], base: b.base[i : i+1], top: b.top[i : i+1], fills: b.fills[i : i+1],
		}
		one.order, one.label = b.order, l
		one.key = one.drawKey
		a.add(one)
	}
	return nil
}

func broadcast(fn, name string, v []float64, n int, def float64) ([]float64, error) {
	out := make([]float64, n)
	switch len(v) {
	case 0:
		for i := range out {
			out[i] = def
		}
	case 1:
		for i := range out {
			out[i] = v[0]
		}
	case n:
		copy(out, v)
	default:
		return nil, fmt.Errorf("figure: %s: %s must have one value or %d, got %d", fn, name, n, len(v))
	}
	return out, nil
}

// Color returns the colour of the first bar.
func (b *Bars) Color() color.NRGBA {
	if len(b.fills) == 0 {
		return color.NRGBA{}
	}
	return b.fills[0]
}

// Len is the number of bars.
func (b *Bars) Len() int { return len(b.lo) }

// Rect returns the corners of a bar in data coordinates.
func (b *Bars) Rect(i int) (x0, y0, x1, y1 float64) {
	if b.horizontal {
		return b.base[i], b.lo[i], b.top[i], b.hi[i]
	}
	return b.lo[i], b.base[i], b.hi[i], b.top[i]
}

func (b *Bars) extents(_ *Axes, x, y *extent) {
	across, along := x, y
	if b.horizontal {
		across, along = y, x
	}
	// the zero line is an edge only when every bar stands on it
	for i := range b.lo {
		if !finite(b.top[i]) || !finite(b.lo[i]) {
			continue
		}
		across.add(b.lo[i])
		across.add(b.hi[i])
		along.add(b.top[i])
		along.addEdge(b.base[i])
	}
}

// rect is a bar in points.
func (b *Bars) rect(p *pane, i int) (x0, y0, x1, y1 float64, ok bool) {
	d0, e0, d1, e1 := b.Rect(i)
	x0, y0, x1, y1 = p.edgeX(d0), p.edgeY(e0), p.edgeX(d1), p.edgeY(e1)
	return x0, y0, x1, y1, finite(x0) && finite(y0) && finite(x1) && finite(y1)
}

func (b *Bars) draw(p *pane) {
	if len(b.lo) > maxMarkers {
		q := *p
		p.c.AsBitmap(p.box, func(c canvas) { q.c = c; b.drawOn(&q) })
		return
	}
	b.drawOn(p)
}

func (b *Bars) drawOn(p *pane) {
	px := float64(p.px())
	snap := func(v float64) float64 { return math.Round(v/px*2) / 2 * px } // half CSS pixels
	for i := range b.lo {
		x0, y0, x1, y1, ok := b.rect(p, i)
		if !ok {
			continue
		}
		// sharp sides; bars thinner than two pixels are left where they are
		if b.horizontal && math.Abs(y1-y0) > 2*px {
			y0, y1 = snap(y0), snap(y1)
		} else if !b.horizontal && math.Abs(x1-x0) > 2*px {
			x0, x1 = snap(x0), snap(x1)
		}
		if b.gap {
			if b.horizontal {
				y0, y1 = shrinkBar(y0, y1, px)
			} else {
				x0, x1 = shrinkBar(x0, x1, px)
			}
		}
		path := rectPath(x0, y0, x1, y1)
		p.fill(path, b.fills[i])
		if b.hatch != "" {
			p.hatch(vg.Rectangle{Min: vg.Point{X: pt(min(x0, x1)), Y: pt(min(y0, y1))}, Max: vg.Point{X: pt(max(x0, x1)), Y: pt(max(y0, y1))}}, b.hatch, b.hatchColor(p, i))
		}
		p.stroke(path, b.edge, b.width, nil)
	}
}

func (b *Bars) hatchColor(p *pane, i int) color.NRGBA {
	if b.edge.A > 0 {
		return b.edge
	}
	return withAlpha(p.axes.edgeFor(), 0.8)
}

// shrinkBar leaves half a pixel of paper at the high side of bars wide enough to spare it.
func shrinkBar(lo, hi, px float64) (float64, float64) {
	if math.Abs(hi-lo) < 4*px {
		return lo, hi
	}
	if hi > lo {
		return lo, hi - px/2
	}
	return lo - px/2, hi
}

// hatch fills a rectangle with lines.
func (p *pane) hatch(r vg.Rectangle, pattern string, c color.NRGBA) {
	r = vg.Rectangle{
		Min: vg.Point{X: max(r.Min.X, p.box.Min.X), Y: max(r.Min.Y, p.box.Min.Y)},
		Max: vg.Point{X: min(r.Max.X, p.box.Max.X), Y: min(r.Max.Y, p.box.Max.Y)},
	}
	if r.Max.X <= r.Min.X || r.Max.Y <= r.Min.Y {
		return
	}
	count := map[rune]int{}
	for _, ch := range pattern {
		count[ch]++
	}
	var path vg.Path
	add := func(dx, dy vg.Length, n int) {
		step := 12 / pt(float64(min(n, 6)))
		// lines along (dx, dy), spaced evenly across
		l := pt(math.Hypot(float64(dx), float64(dy)))
		nx, ny := -dy/l, dx/l
		diag := r.Max.X - r.Min.X + r.Max.Y - r.Min.Y
		// the family passes through the origin of the page, so neighbouring bars agree
		proj := nx*r.Min.X + ny*r.Min.Y
		k0 := int(math.Floor(float64((proj - diag) / step)))
		k1 := int(math.Ceil(float64((proj + diag) / step)))
		for k := k0; k <= k1; k++ {
			o := vg.Point{X: nx * step * pt(float64(k)), Y: ny * step * pt(float64(k))}
			s := (r.Min.X-o.X)*dx/l + (r.Min.Y-o.Y)*dy/l
			a := vg.Point{X: o.X + dx/l*(s-2*diag), Y: o.Y + dy/l*(s-2*diag)}
			b := vg.Point{X: o.X + dx/l*(s+2*diag), Y: o.Y + dy/l*(s+2*diag)}
			if a, b, ok := clipSegment(a, b, r); ok {
				path.Move(a)
				path.Line(b)
			}
		}
	}
	if n := count['/'] + count['x']; n > 0 {
		add(1, 1, n)
	}
	if n := count['\\'] + count['x']; n > 0 {
		add(1, -1, n)
	}
	if n := count['-'] + count['+']; n > 0 {
		add(1, 0, n)
	}
	if n := count['|'] + count['+']; n > 0 {
		add(0, 1, n)
	}
	p.stroke(path, c, 0.9, nil)
	if n := count['.'] + count['o'] + count['*'] + count['O']; n > 0 {
		step := 10 / pt(float64(min(n, 5)))
		var dots []vg.Point
		for y := pt(math.Ceil(float64(r.Min.Y/step))) * step; y < r.Max.Y; y += step {
			for x := pt(math.Ceil(float64(r.Min.X/step))) * step; x < r.Max.X; x += step {
				dots = append(dots, vg.Point{X: x, Y: y})
			}
		}
		m := markerStyle{fill: c, size: 2}
		m.shape, _ = markerPath("o")
		m.draw(p, dots, nil)
	}
}

func (b *Bars) occupy(o *occupancy, p *pane) {
	for i := range b.lo {
		if x0, y0, x1, y1, ok := b.rect(p, i); ok {
			o.rect(x0, y0, x1, y1, 0.7)
		}
	}
}

func (b *Bars) drawKey(p *pane, box vg.Rectangle) {
	if len(b.fills) == 0 {
		return
	}
	drawSwatch(p, box, b.fills[0], b.edge, b.width)
	if b.hatch != "" {
		q := *p
		q.box = box
		q.hatch(box, b.hatch, b.hatchColor(p, 0))
	}
}

// drawSwatch is the sample of a filled area.
func drawSwatch(p *pane, box vg.Rectangle, fill, edge color.NRGBA, width vg.Length) {
	path := box.Path()
	p.fill(path, fill)
	p.stroke(path, edge, width, nil)
}

// SetColor changes the colour of one bar.
func (b *Bars) SetColor(i int, c color.Color) {
	b.fills[i] = color.NRGBAModel.Convert(c).(color.NRGBA)
}

// Horizontal tells whether the bars lie.
func (b *Bars) Horizontal() bool { return b.horizontal }
