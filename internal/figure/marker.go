package figure

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"

	"monge/internal/figure/palette"
	"monge/internal/figure/render"
)

type canvas = render.Canvas

// MarkerNames are the shapes that points may have, by matplotlib's letters.
var MarkerNames = []string{".", ",", "o", "v", "^", "<", ">", "s", "p", "*", "h", "H", "+", "x", "X", "D", "d", "|", "_", "P", "8", "1", "2", "3", "4"}

// openMarkers have no inside: they are drawn by their lines.
var openMarkers = map[string]bool{"+": true, "x": true, "|": true, "_": true, "1": true, "2": true, "3": true, "4": true}

// markerPath is the shape of unit size (it fits in a square of side 1 round the origin).
func markerPath(name string) (vg.Path, bool) {
	poly := func(xy ...float64) vg.Path {
		var p vg.Path
		for i := 0; i < len(xy); i += 2 {
			q := vg.Point{X: pt(xy[i]), Y: pt(xy[i+1])}
			if i == 0 {
				p.Move(q)
			} else {
				p.Line(q)
			}
		}
		p.Close()
		return p
	}
	regular := func(n int, turn float64, inner float64) vg.Path {
		var xy []float64
		for i := range n {
			s, c := math.Sincos(turn + 2*math.Pi*float64(i)/float64(n))
			xy = append(xy, c/2, s/2)
			if inner > 0 {
				s, c = math.Sincos(turn + 2*math.Pi*(float64(i)+0.5)/float64(n))
				xy = append(xy, inner*c/2, inner*s/2)
			}
		}
		return poly(xy...)
	}
	lines := func(xy ...float64) vg.Path {
		var p vg.Path
		for i := 0; i < len(xy); i += 4 {
			p.Move(vg.Point{X: pt(xy[i]), Y: pt(xy[i+1])})
			p.Line(vg.Point{X: pt(xy[i+2]), Y: pt(xy[i+3])})
		}
		return p
	}
	const q = 0.4330127 // sqrt(3)/4
	switch name {
	case ".":
		return render.Circle(0.25), true
	case ",":
		return poly(-0.06, -0.06, 0.06, -0.06, 0.06, 0.06, -0.06, 0.06), true
	case "o":
		return render.Circle(0.5), true
	case "8":
		return regular(8, math.Pi/8, 0), true
	case "v":
		return poly(0, -0.5, 0.5, 0.4, -0.5, 0.4), true
	case "^":
		return poly(0, 0.5, -0.5, -0.4, 0.5, -0.4), true
	case "<":
		return poly(-0.5, 0, 0.4, -0.5, 0.4, 0.5), true
	case ">":
		return poly(0.5, 0, -0.4, 0.5, -0.4, -0.5), true
	case "s":
		return poly(-0.45, -0.45, 0.45, -0.45, 0.45, 0.45, -0.45, 0.45), true
	case "D":
		return poly(0, -0.6, 0.6, 0, 0, 0.6, -0.6, 0), true
	case "d":
		return poly(0, -0.6, 0.36, 0, 0, 0.6, -0.36, 0), true
	case "p":
		return regular(5, math.Pi/2, 0), true
	case "h":
		return regular(6, math.Pi/2, 0), true
	case "H":
		return regular(6, 0, 0), true
	case "*":
		p := regular(5, math.Pi/2, 0.42)
		for i := range p {
			p[i].Pos.X *= 1.2
			p[i].Pos.Y *= 1.2
		}
		return p, true
	case "P":
		return poly(-0.17, -0.5, 0.17, -0.5, 0.17, -0.17, 0.5, -0.17, 0.5, 0.17, 0.17, 0.17, 0.17, 0.5, -0.17, 0.5, -0.17, 0.17, -0.5, 0.17, -0.5, -0.17, -0.17, -0.17), true
	case "X":
		return poly(0, -0.22, 0.26, -0.48, 0.48, -0.26, 0.22, 0, 0.48, 0.26, 0.26, 0.48, 0, 0.22, -0.26, 0.48, -0.48, 0.26, -0.22, 0, -0.48, -0.26, -0.26, -0.48), true
	case "+":
		return lines(-0.5, 0, 0.5, 0, 0, -0.5, 0, 0.5), true
	case "x":
		return lines(-0.42, -0.42, 0.42, 0.42, -0.42, 0.42, 0.42, -0.42), true
	case "|":
		return lines(0, -0.5, 0, 0.5), true
	case "_":
		return lines(-0.5, 0, 0.5, 0), true
	case "1":
		return lines(0, 0, 0, -0.5, 0, 0, q, 0.25, 0, 0, -q, 0.25), true
	case "2":
		return lines(0, 0, 0, 0.5, 0, 0, q, -0.25, 0, 0, -q, -0.25), true
	case "3":
		return lines(0, 0, -0.5, 0, 0, 0, 0.25, q, 0, 0, 0.25, -q), true
	case "4":
		return lines(0, 0, 0.5, 0, 0, 0, -0.25, q, 0, 0, -0.25, -q), true
	}
	return nil, false
}

// CheckMarker refuses unknown markers; "", "none" and "None" stand for no marker.
func CheckMarker(name string) error {
	if noMarker(name) {
		return nil
	}
	if _, ok := markerPath(name); !ok {
		return &palette.NameError{What: "marker", Name: name, Near: palette.Near(name, MarkerNames)}
	}
	return nil
}

func noMarker(name string) bool { return name == "" || name == " " || name == "none" || name == "None" }

// markerStyle is a marker with its paint.
type markerStyle struct {
	shape  vg.Path // of unit size
	name   string
	size   vg.Length
	fill   color.NRGBA
	edge   color.NRGBA
	width  vg.Length
	isOpen bool
}

// newMarker returns nil for no marker.
func newMarker(a *Axes, name string, size vg.Length, c color.NRGBA, face, edge color.Color, width vg.Length, alpha float64) (*markerStyle, error) {
	if noMarker(name) {
		return nil, nil
	}
	if err := CheckMarker(name); err != nil {
		return nil, err
	}
	m := &markerStyle{name: name, size: size, fill: c, edge: c, width: width, isOpen: openMarkers[name]}
	m.shape, _ = markerPath(name)
	if m.size == 0 {
		m.size = a.fig.theme.MarkerSize
	}
	if face != nil {
		m.fill = withAlpha(color.NRGBAModel.Convert(face).(color.NRGBA), alpha)
	}
	if edge != nil {
		m.edge = withAlpha(color.NRGBAModel.Convert(edge).(color.NRGBA), alpha)
		if m.width == 0 {
			m.width = 1
		}
	}
	if m.isOpen && m.width == 0 {
		m.width = 1.4
	}
	if face == nil && edge == nil && !m.isOpen && width == 0 {
		m.edge = color.NRGBA{} // a filled shape needs no edge of its own colour
	} else if m.width == 0 {
		m.width = 1
	}
	return m, nil
}

// scaled is the shape at its size.
func scaled(shape vg.Path, k vg.Length) vg.Path {
	out := make(vg.Path, len(shape))
	for i, c := range shape {
		c.Pos = c.Pos.Scale(k)
		ctl := make([]vg.Point, len(c.Control))
		for j, q := range c.Control {
			ctl[j] = q.Scale(k)
		}
		c.Control = ctl
		out[i] = c
	}
	return out
}

// maxMarkers is how many markers are kept as vectors.
const maxMarkers = 3000

// draw draws the marker at many places; fills override the colour.
func (m *markerStyle) draw(p *pane, at []vg.Point, fills []color.NRGBA) {
	if len(at) == 0 {
		return
	}
	if m.opaque(fills) {
		at, fills = p.dedupe(at, fills, float64(p.c.Pixel())*0.5)
	}
	mk := render.Marker{Shape: scaled(m.shape, m.size)}
	if !m.isOpen && m.fill.A > 0 {
		mk.Fill = m.fill
	}
	if m.edge.A > 0 && m.width > 0 {
		mk.Edge, mk.Width = m.edge, m.width
	}
	if m.isOpen {
		mk.Fill, mk.Edge, mk.Width = nil, m.edge, m.width
		if m.edge.A == 0 {
			mk.Edge = m.fill
		}
		if len(fills) > 0 {
			p.openMarkers(mk, at, fills)
			return
		}
	}
	if len(at) > maxMarkers {
		p.c.AsBitmap(p.box, func(c canvas) { c.DrawMarkers(mk, at, fills) })
		return
	}
	p.c.DrawMarkers(mk, at, fills)
}

// opaque tells whether markers hide what is below them, so that of several at one place only the last is seen.
func (m *markerStyle) opaque(fills []color.NRGBA) bool {
	if len(fills) == 0 {
		return m.fill.A == 255 || m.fill.A == 0
	}
	for _, c := range fills {
		if c.A < 255 {
			return false
		}
	}
	return true
}

// openMarkers draws markers without inside, each in its own colour.
func (p *pane) openMarkers(mk render.Marker, at []vg.Point, fills []color.NRGBA) {
	one := func(c canvas) {
		for i := range at {
			k := mk
			k.Edge = fills[i]
			c.DrawMarkers(k, at[i:i+1], nil)
		}
	}
	if len(at) > maxMarkers/4 {
		p.c.AsBitmap(p.box, one)
		return
	}
	one(p.c)
}

// dedupe drops places whose cell of the box, px wide, holds a later one: what is drawn last is seen. The order stays.
func (p *pane) dedupe(at []vg.Point, fills []color.NRGBA, px float64) ([]vg.Point, []color.NRGBA) {
	if len(at) < 2000 {
		return at, fills
	}
	size := p.box.Size()
	w, h := int(float64(size.X)/px)+5, int(float64(size.Y)/px)+5
	if w < 1 || h < 1 || w > 1<<15 || h > 1<<15 {
		return at, fills
	}
	seen := make([]uint64, (w*h+63)/64)
	keep := make([]int, 0, len(at))
	for i := len(at) - 1; i >= 0; i-- {
		x, y := int(float64(at[i].X-p.box.Min.X)/px)+2, int(float64(at[i].Y-p.box.Min.Y)/px)+2
		k := min(max(y, 0), h-1)*w + min(max(x, 0), w-1)
		if seen[k/64]>>(k%64)&1 == 0 {
			seen[k/64] |= 1 << (k % 64)
			keep = append(keep, i)
		}
	}
	out := make([]vg.Point, len(keep))
	var cols []color.NRGBA
	if fills != nil {
		cols = make([]color.NRGBA, len(keep))
	}
	for k, i := range keep {
		out[len(keep)-1-k] = at[i]
		if fills != nil {
			cols[len(keep)-1-k] = fills[i]
		}
	}
	return out, cols
}
